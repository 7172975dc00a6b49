/*
 * assets.h - internal to this folder: the table of built-in static files that tools/embed_folder writes at build.
 */
#ifndef CUSTOS_UI_ASSETS_H
#define CUSTOS_UI_ASSETS_H

#include <stddef.h>

struct asset_file {
	const char *name;
	const unsigned char *data;
	size_t size;
};

extern const struct asset_file ASSET_FILES[]; /* ended by name NULL, sorted by name */

#endif
