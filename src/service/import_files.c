/* import_files.c - files of import jobs: sealed on disk, tidied away after a while; and the findings as a table. */
#include "service/import_files.h"

#include <sodium.h>

#include "base/file.h"
#include "base/random.h"
#include "format/csv.h"
#include "store/select.h"

enum { NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES };
#define FILE_LIMIT ((size_t)1 << 30)

static const char *const OUTPUTS[] = { "source", "result", "duplicates", "findings" };

static struct text name_of(struct arena *arena, struct text id, enum import_output output, size_t index)
{
	return arena_format(arena, "%.*s.%s-%zu", TEXT_FORMAT(id), OUTPUTS[output], index);
}

static const char *folder_of(struct service *service, struct arena *arena)
{
	return file_path(arena, service->folder, "import");
}

static bool key_of(struct service *service, bool make, uint8_t out_key[KEY_SIZE], struct error_list *errors)
{
	return keys_of(service->keys, TEXT_OF("import"), text_empty(), COMPARTMENT_CORE, KEY_ATTACHMENT, make, out_key, errors);
}

static bool write_sealed(struct service *service, struct arena *arena, struct text name, struct text content, struct error_list *errors)
{
	uint8_t key[KEY_SIZE];
	const char *folder = folder_of(service, arena), *path = file_path(arena, folder, arena_string(arena, name));
	unsigned char *blob = arena_allocate(arena, NONCE + content.length + TAG);
	unsigned long long size;
	if (!key_of(service, true, key, errors) || !keys_settle(service->keys, errors))
		return false;
	random_secret(blob, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(blob + NONCE, &size, (const unsigned char *)content.data, content.length,
		(const unsigned char *)name.data, name.length, NULL, blob, key);
	sodium_memzero(key, sizeof key);
	if (file_make_folder(folder, 0700) && file_write_whole(path, blob, NONCE + (size_t)size, 0600))
		return true;
	error_add(errors, &(struct error){ .code = E_SYSTEM, .message = N_("The file {path} cannot be written"),
		.parameters = { { "path", text_from(path), false } } });
	return false;
}

bool import_files_write(struct service *service, struct text id, enum import_output output, size_t index, struct text content,
	struct error_list *errors)
{
	struct arena *arena = arena_create();
	bool done = write_sealed(service, arena, name_of(arena, id, output, index), content, errors);
	arena_destroy(arena);
	return done;
}

bool import_job_file(struct service *service, struct arena *arena, struct text id, enum import_output output, size_t index,
	struct text *out_content)
{
	struct text name = name_of(arena, id, output, index), blob;
	struct error_list ignored; /* no key, no file: there is nothing to read */
	uint8_t key[KEY_SIZE];
	unsigned long long size;
	error_list_begin(&ignored, arena);
	if (!identifier_is_valid(id) || !file_read(arena, file_path(arena, folder_of(service, arena), arena_string(arena, name)), FILE_LIMIT, &blob) ||
		blob.length < (size_t)NONCE + TAG || !key_of(service, false, key, &ignored))
		return false;
	unsigned char *content = arena_allocate(arena, blob.length - NONCE);
	const unsigned char *bytes = (const unsigned char *)blob.data;
	bool open = crypto_aead_xchacha20poly1305_ietf_decrypt(content, &size, NULL, bytes + NONCE, blob.length - NONCE,
		(const unsigned char *)name.data, name.length, bytes, key) == 0;
	sodium_memzero(key, sizeof key);
	if (open)
		*out_content = text_make((const char *)content, (size_t)size);
	return open;
}

bool import_job_file_next(struct text *rest, struct text *out_name)
{
	return text_next(rest, '\n', out_name);
}

/* ---- tidying ---- */

static bool is_old(struct service *service, struct arena *arena, struct text id, int64_t before)
{
	struct error_list ignored; /* what cannot be asked stays */
	const struct row *job;
	error_list_begin(&ignored, arena);
	struct connection *connection = service_reader(service, &ignored);
	if (!connection || !select_load(connection, arena, &RECORD_IMPORT_JOB, id, &job, &ignored))
		return false;
	return !job || (row_has(job, IMPORT_JOB_ENDED_AT) ? row_moment(job, IMPORT_JOB_ENDED_AT) : job->changed_at) < before;
}

void import_files_tidy(struct service *service, int64_t before)
{
	struct arena *arena = arena_create();
	const char *folder = folder_of(service, arena);
	struct text *names;
	size_t count;
	if (file_list(arena, folder, &names, &count))
		for (size_t i = 0; i < count; i++) {
			struct text id = text_slice(names[i], 0, IDENTIFIER_LENGTH);
			bool ours = names[i].length > IDENTIFIER_LENGTH && names[i].data[IDENTIFIER_LENGTH] == '.' && identifier_is_valid(id);
			if (ours && is_old(service, arena, id, before))
				file_remove(file_path(arena, folder, arena_string(arena, names[i])));
		}
	arena_destroy(arena);
}

/* ---- findings ---- */

void import_gathering_begin(struct import_gathering *gathering, struct arena *arena)
{
	*gathering = (struct import_gathering){ .arena = arena, .file = text_empty(),
		.refusals = ARENA_ARRAY(arena, struct import_said_of, IMPORT_FINDINGS_SHOWN) };
	map_begin(&gathering->corrections, arena);
}

static struct import_said_of kept(struct import_gathering *gathering, const struct import_finding *finding)
{
	struct arena *arena = gathering->arena;
	const struct error *error = finding->error;
	struct import_said_of said = { .refused = finding->refused, .count = finding->refused ? finding->number : 1, .line = (int64_t)finding->line,
		.file = gathering->file, .column = arena_copy(arena, finding->column ? text_from(finding->column) : text_empty()),
		.citation = error->citation ? arena_copy(arena, text_from(error->citation)) : text_empty(),
		.error = { .code = error->code, .message = error->message } };
	for (size_t i = 0; i < ERROR_PARAMETERS && error->parameters[i].name; i++)
		said.error.parameters[i] = (struct error_parameter){ error->parameters[i].name, arena_copy(arena, error->parameters[i].value),
			error->parameters[i].translate };
	return said;
}

void import_gathering_add(void *state, const struct import_finding *finding)
{
	struct import_gathering *gathering = state;
	if (finding->refused) {
		if (gathering->refusal_count < IMPORT_FINDINGS_SHOWN)
			gathering->refusals[gathering->refusal_count++] = kept(gathering, finding);
		return;
	}
	struct text key = arena_format(gathering->arena, "%.*s\n%s\n%s", TEXT_FORMAT(gathering->file), finding->column ? finding->column : "",
		finding->error->message);
	struct import_said_of *said = map_get(&gathering->corrections, key);
	if (said) {
		said->count++;
		return;
	}
	said = ARENA_NEW(gathering->arena, struct import_said_of);
	*said = kept(gathering, finding);
	map_set(&gathering->corrections, key, said);
}

void import_gathering_fault(struct import_gathering *gathering, const struct error *error)
{
	import_gathering_add(gathering, &(struct import_finding){ .refused = true, .error = error });
}

static void said_write(struct csv_writer *writer, const struct import_said_of *said)
{
	csv_cell_string(writer, said->refused ? "refused" : "corrected");
	csv_cell_integer(writer, said->count);
	csv_cell_integer(writer, said->line);
	csv_cell(writer, said->file);
	csv_cell(writer, said->column);
	csv_cell(writer, said->citation);
	csv_cell_string(writer, said->error.message);
	for (size_t i = 0; i < ERROR_PARAMETERS && said->error.parameters[i].name; i++) {
		csv_cell_string(writer, said->error.parameters[i].name);
		csv_cell(writer, said->error.parameters[i].value);
		csv_cell_string(writer, said->error.parameters[i].translate ? "message" : "value");
	}
	csv_record_end(writer);
}

struct text import_gathering_text(const struct import_gathering *gathering)
{
	struct csv_writer writer;
	csv_writer_begin(&writer, gathering->arena, ',', true);
	for (size_t i = 0; i < gathering->corrections.count; i++)
		said_write(&writer, gathering->corrections.entries[i].value);
	for (size_t i = 0; i < gathering->refusal_count; i++)
		said_write(&writer, &gathering->refusals[i]);
	return csv_take(&writer);
}

struct said_reading { struct arena *arena; struct import_said_of *items; size_t count, capacity; };

static bool said_read(void *state, const struct csv_record *record)
{
	enum { KIND, COUNT, LINE, FILE_NAME, COLUMN, CITATION, MESSAGE, FIRST_PARAMETER };
	struct said_reading *reading = state;
	if (record->count <= MESSAGE)
		return true;
	if (reading->count == reading->capacity) {
		struct import_said_of *more = ARENA_ARRAY(reading->arena, struct import_said_of, reading->capacity * 2 + 64);
		for (size_t i = 0; i < reading->count; i++)
			more[i] = reading->items[i];
		reading->items = more;
		reading->capacity = reading->capacity * 2 + 64;
	}
	struct import_said_of *said = &reading->items[reading->count++];
	*said = (struct import_said_of){ .refused = text_equal_string(record->cells[KIND], "refused"), .file = arena_copy(reading->arena, record->cells[FILE_NAME]),
		.column = arena_copy(reading->arena, record->cells[COLUMN]), .citation = arena_copy(reading->arena, record->cells[CITATION]),
		.error = { .message = arena_string(reading->arena, record->cells[MESSAGE]) } };
	text_to_integer(record->cells[COUNT], &said->count);
	text_to_integer(record->cells[LINE], &said->line);
	for (size_t i = 0, cell = FIRST_PARAMETER; i < ERROR_PARAMETERS && cell + 2 < record->count; i++, cell += 3)
		said->error.parameters[i] = (struct error_parameter){ arena_string(reading->arena, record->cells[cell]),
			arena_copy(reading->arena, record->cells[cell + 1]), text_equal_string(record->cells[cell + 2], "message") };
	return true;
}

bool import_job_findings(struct service *service, struct arena *arena, struct text id, struct import_said_of **out_items, size_t *out_count)
{
	struct text content;
	struct error_list ignored; /* written by this program: what cannot be read is not there */
	error_list_begin(&ignored, arena);
	if (!import_job_file(service, arena, id, IMPORT_FINDINGS, 0, &content))
		return false;
	struct said_reading reading = { .arena = arena };
	struct csv_reader_options options = { .encoding = CSV_UTF8, .separator = ',', .on_record = said_read, .state = &reading };
	struct csv_reader *reader = csv_reader_create(arena, &options, &ignored);
	if (!csv_reader_feed(reader, content) || !csv_reader_finish(reader))
		return false;
	*out_items = reading.items;
	*out_count = reading.count;
	return true;
}
