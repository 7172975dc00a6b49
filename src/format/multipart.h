/*
 * multipart.h - multipart/form-data (RFC 7578) from a whole body in memory: forms with files.
 *
 * Contents are views of the body, which must outlive the form; names are copied to the arena. Strict: the body begins with
 * the first delimiter and ends with the last, every part has one Content-Disposition "form-data" with a name, transfer
 * encodings are refused, names and the values of fields without a file are UTF-8 without NUL. What a file is worth
 * (its true type, a virus) is the caller's question: content_type is only what the sender says.
 */
#ifndef CUSTOS_FORMAT_MULTIPART_H
#define CUSTOS_FORMAT_MULTIPART_H

#include "base/error.h"

struct multipart_part {
	struct text name;
	bool is_file;		  /* a file name was sent, maybe an empty one (no file chosen) */
	struct text file_name;	  /* without folders, control characters dropped */
	struct text content_type; /* as sent, lower case, without parameters; empty when missing */
	struct text content;
};

struct multipart {
	struct multipart_part *parts;
	size_t count;
};

/* 0 in any of them: the default. */
struct multipart_limits {
	size_t body;	  /* 24 MiB */
	size_t parts;	  /* 200 */
	size_t headers;	  /* bytes of headers of a part; 4096 */
	size_t name;	  /* 200 */
	size_t file_name; /* 255 */
	size_t value;	  /* bytes of a field without file; 256 KiB */
	size_t file;	  /* bytes of a file; 20 MiB */
};

/* The boundary parameter of a Content-Type header; false when the type is another or the boundary is not allowed. */
bool multipart_boundary(struct arena *arena, struct text content_type, struct text *out_boundary);
/* limits may be NULL. Errors: E_SYNTAX, E_LIMIT, E_FILE_SIZE. */
bool multipart_parse(struct arena *arena, struct text body, struct text boundary,
		     const struct multipart_limits *limits, struct multipart *out_form, struct error_list *errors);
/* First part of the name, NULL when missing. */
const struct multipart_part *multipart_get(const struct multipart *form, const char *name);

#endif
