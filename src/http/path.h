/*
 * path.h - internal to this folder: from the request target to a path, and percent escapes.
 */
#ifndef CUSTOS_HTTP_PATH_H
#define CUSTOS_HTTP_PATH_H

#include "http/http.h"

/* Splits and decodes. False: escapes ill-formed, encoded slash or NUL, dot segment, empty segment inside, not UTF-8,
 * control characters. */
bool path_read(struct arena *arena, struct text target, struct text *out_path, struct text *out_query);
/* Percent escapes decoded; plus_is_space for forms. False when an escape is ill-formed. */
bool percent_decode(struct arena *arena, struct text text, bool plus_is_space, struct text *out_text);

/* Escapes all but unreserved characters. */
struct text percent_encode(struct arena *arena, struct text text);

#endif
