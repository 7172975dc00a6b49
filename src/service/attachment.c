/* attachment.c - documents and photographs: sniffed, encrypted, stored with the act that records them, checked on reading. */
#include "service/attachment.h"

#include <sodium.h>
#include <string.h>

#include "base/builder.h"
#include "base/hash.h"
#include "base/random.h"
#include "service/query_scope.h"
#include "service/records.h"
#include "service/writer.h"

enum { SIZE_MAXIMUM = 20 * 1024 * 1024, FILE_NAME_LENGTH = 150, NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES };

/* ---- what it is ---- */

static bool has(struct text content, size_t offset, const char *bytes, size_t size)
{
	return content.length >= offset + size && memcmp(content.data + offset, bytes, size) == 0;
}
#define HAS(content, offset, literal) has((content), (offset), (literal), sizeof(literal) - 1)

bool attachment_sniff(struct text content, const char **out_media_type)
{
	const char *type = NULL;
	if (HAS(content, 0, "%PDF-1.") || HAS(content, 0, "%PDF-2."))
		type = "application/pdf";
	else if (HAS(content, 0, "\xFF\xD8\xFF"))
		type = "image/jpeg";
	else if (HAS(content, 0, "\x89PNG\r\n\x1A\n"))
		type = "image/png";
	else if (HAS(content, 0, "II*\0") || HAS(content, 0, "MM\0*"))
		type = "image/tiff";
	else if (HAS(content, 0, "RIFF") && HAS(content, 8, "WEBPVP8"))
		type = "image/webp";
	if (!type)
		return false;
	*out_media_type = type;
	return true;
}

/* The name is a label for people: no folders, no control characters, nothing a shell or a header could trip over. */
static struct text clean_name(struct arena *arena, struct text name)
{
	for (size_t i = name.length; i-- > 0;) {
		if (name.data[i] == '/' || name.data[i] == '\\') {
			name = text_slice(name, i + 1, name.length);
			break;
		}
	}
	struct builder builder;
	builder_begin(&builder, arena, name.length + 1);
	uint32_t code_point;
	size_t count = 0;
	for (size_t offset = 0; count < FILE_NAME_LENGTH && text_next_code_point(name, &offset, &code_point); count++) {
		bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0xFFFD
			|| (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
		bool sign = code_point < 0x80 && strchr("\"<>|:*?;%`$", (int)code_point) != NULL;
		builder_add_code_point(&builder, control || sign ? '_' : code_point);
	}
	struct text clean = text_trim(builder_text(&builder));
	return text_is_empty(clean) || clean.data[0] == '.' ? arena_format(arena, "document%.*s", TEXT_FORMAT(clean)) : clean;
}

static bool fault(struct error_list *errors, enum error_code code, const char *message, const char *advice)
{
	error_add(errors, &(struct error){ .code = code, .message = message, .advice = advice, .path = TEXT_OF("/file") });
	return false;
}

static bool check_upload(const struct attachment_upload *upload, const char **out_media_type, struct error_list *errors)
{
	if (text_is_empty(upload->content))
		return fault(errors, E_REQUIRED, N_("Choose a file"), NULL);
	if (upload->content.length > SIZE_MAXIMUM)
		return fault(errors, E_FILE_SIZE, N_("The file is larger than 20 MB"), N_("Scan it with a lower resolution"));
	if (!attachment_sniff(upload->content, out_media_type))
		return fault(errors, E_FILE_TYPE, N_("This is not a PDF, JPEG, PNG, TIFF or WebP file"),
			N_("Scan the document or save it as PDF"));
	return true;
}

/* ---- keeping it ---- */

/* Whose key: the subject's, else that of the record log of the facility it belongs to. */
static bool key_of(struct service *service, struct connection *connection, struct arena *arena, struct text subject,
	struct text facility, bool make, uint8_t out_key[KEY_SIZE], struct error_list *errors)
{
	struct text code = service_facility_code(service, connection, arena, facility);
	struct text owner = arena_format(arena, "attachment/%.*s", TEXT_FORMAT(code));
	return keys_of(service_keys(service), owner, subject, COMPARTMENT_CORE, KEY_ATTACHMENT, make, out_key, errors);
}

struct storing {
	struct service *service;
	const struct attachment_upload *upload;
};

/* The row's identifier is bound into the ciphertext, so that two blobs cannot be exchanged. */
static struct text seal(struct arena *arena, const uint8_t key[KEY_SIZE], struct text id, struct text content)
{
	size_t size = NONCE + content.length + TAG;
	unsigned char *blob = arena_allocate(arena, size);
	unsigned long long written;
	random_secret(blob, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(blob + NONCE, &written, (const unsigned char *)content.data,
		content.length, (const unsigned char *)id.data, id.length, NULL, blob, key);
	return text_make((const char *)blob, size);
}

static bool store_blob(void *state, struct connection *writer, struct arena *arena, const struct outcome *outcome,
	struct error_list *errors)
{
	const struct storing *storing = state;
	uint8_t key[KEY_SIZE];
	if (!key_of(storing->service, writer, arena, storing->upload->subject, storing->upload->facility, true, key, errors))
		return false;
	struct value parameters[] = { value_text(outcome->record_id),
		value_bytes(seal(arena, key, outcome->record_id, storing->upload->content)) };
	sodium_memzero(key, sizeof(key));
	return store_execute(writer, "INSERT INTO attachment_blob (id, data) VALUES ($1, $2)", parameters, 2, NULL, errors);
}

bool attachment_add(struct service *service, struct arena *arena, const struct actor *actor,
	const struct attachment_upload *upload, struct outcome *out_outcome, struct error_list *errors)
{
	const char *media_type;
	if (!check_upload(upload, &media_type, errors))
		return false;
	struct hash hash = hash_of(upload->content.data, upload->content.length);
	const struct pair all[] = {
		{ TEXT_OF("subject_id"), upload->subject }, { TEXT_OF("facility_id"), upload->facility },
		{ TEXT_OF("about_record"), upload->about_record }, { TEXT_OF("about_id"), upload->about_id },
		{ TEXT_OF("kind"), upload->kind }, { TEXT_OF("file_name"), clean_name(arena, upload->file_name) },
		{ TEXT_OF("media_type"), text_from(media_type) },
		{ TEXT_OF("size"), arena_format(arena, "%zu", upload->content.length) },
		{ TEXT_OF("hash"), hash_hex(arena, &hash) },
	};
	struct pair given[sizeof(all) / sizeof(all[0])];
	struct command command = { .act = TEXT_OF("attachment.add"), .inputs = given };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (!text_is_empty(all[i].value))
			given[command.input_count++] = all[i];
	struct storing storing = { service, upload };
	return command_run_with(service, arena, actor, &command, store_blob, &storing, out_outcome, errors);
}

/* ---- reading it ---- */

static bool damaged(struct text id, struct error_list *errors)
{
	error_add(errors, &(struct error){ .code = E_STORE, .message = N_("The stored document is damaged; ask for a backup"),
		.detail = id });
	return false;
}

static bool unseal(struct arena *arena, const uint8_t key[KEY_SIZE], struct text id, struct text blob,
	struct text *out_content)
{
	if (blob.length < (size_t)NONCE + TAG)
		return false;
	unsigned char *content = arena_allocate(arena, blob.length - NONCE);
	unsigned long long size;
	const unsigned char *bytes = (const unsigned char *)blob.data;
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(content, &size, NULL, bytes + NONCE, blob.length - NONCE,
		    (const unsigned char *)id.data, id.length, bytes, key))
		return false;
	*out_content = text_make((const char *)content, (size_t)size);
	return true;
}

bool attachment_read(struct query *query, struct text id, const struct row **out_row, struct text *out_content,
	struct error_list *errors)
{
	const struct row *row;
	struct store_result result;
	uint8_t key[KEY_SIZE];
	struct text content;
	struct value parameter = value_text(id);
	if (!query_load(query, &RECORD_ATTACHMENT, id, &row, errors)
		|| !store_query(query->connection, query->arena, "SELECT data FROM attachment_blob WHERE id = $1",
			&parameter, 1, &result, errors)
		|| !key_of(query->service, query->connection, query->arena, row_subject(row), row_facility(row), false, key,
			errors))
		return false;
	bool open = result.rows == 1 && unseal(query->arena, key, id, store_cell(&result, 0, 0).text, &content);
	sodium_memzero(key, sizeof(key));
	if (!open)
		return damaged(id, errors);
	struct hash hash = hash_of(content.data, content.length);
	if (!text_equal(hash_hex(query->arena, &hash), row_text(row, ATTACHMENT_HASH)))
		return damaged(id, errors);
	*out_row = row;
	*out_content = content;
	return true;
}
