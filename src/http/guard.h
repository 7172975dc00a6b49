/*
 * guard.h - what a request must look like before anybody routes it: against request smuggling (stack.md 6.2, RFC 9112).
 *
 * Pure. Besides the header rules it weighs the header: its bytes on the wire must be exactly those of the parsed lines in
 * their plain form ("Name: value" CRLF). Folded lines, bare line feeds, NUL bytes and doubled spaces all change the sum, so
 * nothing that the parser has mended gets through. Transfer-Encoding is refused whatever it says: bodies come with a length.
 */
#ifndef CUSTOS_HTTP_GUARD_H
#define CUSTOS_HTTP_GUARD_H

#include "http/http.h"

struct guard_input {
	struct text method, target, version;
	const struct http_pair *headers;
	size_t header_count;
	size_t header_size; /* bytes from the method to the empty line's end; 0 = not known, not weighed */
};

/* NULL when the request may pass, else why not (for the log). */
const char *guard_refuses(const struct guard_input *input);
/* Content-Length when well-formed; 0 when absent. Call after guard_refuses(). */
uint64_t guard_content_length(const struct guard_input *input);

#endif
