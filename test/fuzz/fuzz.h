/*
 * fuzz.h - what every fuzz target shares: the entry point, and a check that ends the run when a property is broken.
 */
#ifndef CUSTOS_TEST_FUZZ_H
#define CUSTOS_TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FUZZ_CHECK(property)                                                                       \
	do {                                                                                       \
		if (!(property)) {                                                                 \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #property);     \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* Called by libFuzzer; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
