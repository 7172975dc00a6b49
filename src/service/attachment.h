/*
 * attachment.h - scanned orders and photographs: encrypted, hashed, in the journal; type sniffed; never executed.
 *
 * Allowed: PDF, JPEG, PNG, TIFF, WebP by their first bytes; at most 20 MiB; the declared type and name are not trusted.
 * Bytes are stored encrypted (XChaCha20-Poly1305 under the subject's attachment key) in table attachment_blob(id TEXT PRIMARY
 * KEY, data @BLOB); the row carries SHA-256 and size of the plain bytes, so that a changed file is found.
 */
#ifndef CUSTOS_SERVICE_ATTACHMENT_H
#define CUSTOS_SERVICE_ATTACHMENT_H

#include "service/command.h"
#include "service/query.h"

struct attachment_upload { struct text content, file_name, kind; struct text about_record, about_id, subject, facility; };

bool attachment_sniff(struct text content, const char **out_media_type); /* false: not an allowed type */
bool attachment_add(struct service *service, struct arena *arena, const struct actor *actor,
	const struct attachment_upload *upload, struct outcome *out_outcome, struct error_list *errors);
/* Decrypts and checks the hash. */
bool attachment_read(struct query *query, struct text id, const struct row **out_row, struct text *out_content,
	struct error_list *errors);

#endif
