/*
 * row_json.h - rows as JSON: in payloads of the journal, in backups and in the API.
 *
 * All present fields in table order: INTEGER as number, YES_NO as true or false, unknown as "?", everything else as the
 * text of field_text(). Reading goes by type only: limits and closed lists may have changed since the row was written,
 * and history must stay readable. Members that the table does not have (any more) are passed over in silence.
 */
#ifndef CUSTOS_JOURNAL_ROW_JSON_H
#define CUSTOS_JOURNAL_ROW_JSON_H

#include "format/json.h"
#include "model/registry.h"

/* An object with the fields only. */
void row_write_json(struct json_writer *json, const struct row *row);
/* One field's value; absent gives null. */
void row_write_json_value(struct json_writer *json, const struct field *field, struct value value);
/* Sets the fields that the object names; faults (E_TYPE with path "/name") go to errors. */
bool row_read_json(struct arena *arena, struct json_value object, struct row *row, struct error_list *errors);

/* The plaintext of an entry (journal.h): row->version is the new version. warnings: a JSON object or empty. */
struct text row_payload(struct arena *arena, const struct row *row, struct text act, struct text reason,
	struct text warnings);
/*
 * Reads it back, and the reason (out_reason may be NULL): fields, id, version, created_at and created_by; changed_at, changed_by, log and log_index are the
 * entry's and left to the caller. E_JOURNAL when it is not such a payload; NULL row and true when the registry has no
 * such record.
 */
bool row_from_payload(struct arena *arena, const struct registry *registry, struct text payload, struct row **out_row,
	struct text *out_reason, struct error_list *errors);

#endif
