/* import_lists.c - a file of a list into acts: what is new or changed is put, what is missing is taken off. */
#include "areas/identity/import.h"

#include "areas/identity/acts.h"
#include "base/builder.h"
#include "base/hash.h"
#include "base/map.h"
#include "service/command.h"
#include "store/select.h"

enum { AT_ONCE = 200, INPUTS = 13, NAME_LENGTH = 400, LINE_LENGTH = 600, NOTE_LENGTH = 19000 };

struct known_entry { struct text id, hash; bool listed, seen; };

struct loading {
	struct service *service;
	struct arena *arena;
	const struct actor *actor;
	const struct row *list;
	struct text version;
	struct map known; /* reference -> struct known_entry */
	struct command *commands;
	size_t count;
	struct list_figures figures;
	struct error_list *errors;
};

/* ---- what an entry says, as text ---- */

/* Cut at whole characters: what a field cannot hold of a name or note is left out, the rest is kept. */
static struct text cut(struct arena *arena, struct text text, size_t code_points)
{
	size_t end = 0;
	uint32_t point;
	for (size_t i = 0; i < code_points && text_next_code_point(text, &end, &point); i++)
		;
	return arena_copy(arena, text_slice(text, 0, end));
}

static const char *kind_word(enum match_name_kind kind)
{
	static const char *const WORDS[] = { "primary", "original", "alias", "weak" };
	return kind <= MATCH_NAME_WEAK ? WORDS[kind] : NULL;
}

static struct text one_line(struct arena *arena, struct text text)
{
	struct builder out;
	builder_begin(&out, arena, text.length + 1);
	for (size_t i = 0; i < text.length; i++)
		builder_add_byte(&out, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
	return text_trim(builder_text(&out));
}

static struct text names_text(struct arena *arena, const struct match_entry *entry, bool places)
{
	struct builder out;
	builder_begin(&out, arena, 256);
	for (size_t i = 0; i < entry->name_count && out.length < NOTE_LENGTH; i++) {
		const char *word = kind_word(entry->names[i].kind);
		if (places ? entry->names[i].kind != MATCH_NAME_PLACE : !word)
			continue;
		if (out.length > 0)
			builder_add_byte(&out, '\n');
		if (!places) {
			builder_add(&out, text_from(word));
			builder_add(&out, TEXT_OF(": "));
		}
		builder_add(&out, one_line(arena, entry->names[i].name));
	}
	return builder_text(&out);
}

static struct text births_text(struct arena *arena, const struct match_entry *entry)
{
	struct builder out;
	builder_begin(&out, arena, 64);
	for (size_t i = 0; i < entry->birth_count && out.length < LINE_LENGTH - 40; i++) {
		const struct match_birth *birth = &entry->births[i];
		bool range = birth->to.year != 0 && date_compare(birth->from, birth->to) != 0;
		if (out.length > 0)
			builder_add_byte(&out, '|');
		builder_add(&out, range ? TEXT_OF("BETWEEN:") : birth->about ? TEXT_OF("APPROXIMATELY:") : TEXT_OF("EXACT:"));
		builder_add(&out, date_text(arena, birth->from));
		if (range) {
			builder_add(&out, TEXT_OF(".."));
			builder_add(&out, date_text(arena, birth->to));
		}
	}
	return builder_text(&out);
}

static struct text joined(struct arena *arena, const struct text *texts, size_t count, const char *between)
{
	struct text *lines = ARENA_ARRAY(arena, struct text, count + 1);
	for (size_t i = 0; i < count; i++)
		lines[i] = one_line(arena, texts[i]);
	return arena_join(arena, lines, count, text_from(between));
}

static struct text main_name(const struct match_entry *entry)
{
	struct text any = text_empty();
	for (size_t i = 0; i < entry->name_count; i++) {
		if (entry->names[i].kind == MATCH_NAME_PRIMARY)
			return entry->names[i].name;
		if (kind_word(entry->names[i].kind) && text_is_empty(any))
			any = entry->names[i].name;
	}
	return any;
}

static struct text content_hash(struct arena *arena, const struct pair *inputs, size_t count)
{
	struct text *parts = ARENA_ARRAY(arena, struct text, 2 * count);
	for (size_t i = 0; i < count; i++) {
		parts[2 * i] = inputs[i].value;
		parts[2 * i + 1] = TEXT_OF("\n\n");
	}
	struct hash hash = hash_of_parts(parts, 2 * count);
	return hash_hex(arena, &hash);
}

/* ---- acts ---- */

static bool run_commands(struct loading *loading)
{
	struct arena *arena = arena_create();
	struct outcome *outcomes = ARENA_ARRAY(arena, struct outcome, loading->count + 1);
	struct error_list *errors = ARENA_ARRAY(arena, struct error_list, loading->count + 1);
	bool *done = ARENA_ARRAY(arena, bool, loading->count + 1), good = true;
	for (size_t i = 0; i < loading->count; i++)
		error_list_begin(&errors[i], loading->arena);
	if (loading->count > 0)
		command_run_many(loading->service, loading->arena, loading->actor, loading->commands, loading->count, outcomes, errors, done);
	for (size_t i = 0; good && i < loading->count; i++) {
		good = done[i];
		if (!good)
			error_append(loading->errors, &errors[i]);
	}
	loading->count = 0;
	arena_destroy(arena);
	return good;
}

static bool add_command(struct loading *loading, const struct act *act, const struct pair *inputs, size_t count)
{
	loading->commands[loading->count++] = (struct command){ .act = text_from(act->name),
		.inputs = arena_copy_bytes(loading->arena, inputs, count * sizeof *inputs), .input_count = count };
	return loading->count < AT_ONCE || run_commands(loading);
}

static bool put_entry(struct loading *loading, const struct list_entry *listed)
{
	struct arena *arena = loading->arena;
	const struct match_entry *entry = &listed->entry;
	struct text reference = cut(arena, one_line(arena, text_is_empty(listed->reference) ? entry->id : listed->reference), 80);
	struct text sex = entry->sex == MATCH_SEX_MALE ? TEXT_OF("M") : entry->sex == MATCH_SEX_FEMALE ? TEXT_OF("F") : text_empty();
	struct known_entry *known = map_get(&loading->known, reference);
	if (text_is_empty(main_name(entry)))
		return true;
	struct pair inputs[INPUTS] = { { TEXT_OF("reference"), reference }, { TEXT_OF("kind"), listed->group ? TEXT_OF("group") : TEXT_OF("person") },
		{ TEXT_OF("name"), cut(arena, one_line(arena, main_name(entry)), NAME_LENGTH) }, { TEXT_OF("names"), names_text(arena, entry, false) },
		{ TEXT_OF("births"), births_text(arena, entry) }, { TEXT_OF("sex"), sex },
		{ TEXT_OF("nationalities"), cut(arena, joined(arena, entry->nationalities, entry->nationality_count, "|"), LINE_LENGTH) },
		{ TEXT_OF("birth_places"), names_text(arena, entry, true) },
		{ TEXT_OF("documents"), cut(arena, joined(arena, entry->documents, entry->document_count, "\n"), NOTE_LENGTH) },
		{ TEXT_OF("listed_on"), cut(arena, one_line(arena, listed->listed_on), 60) }, { TEXT_OF("note"), cut(arena, text_trim(listed->comment), NOTE_LENGTH) } };
	struct text hash = content_hash(arena, inputs, INPUTS - 2);
	inputs[INPUTS - 2] = (struct pair){ TEXT_OF("content_hash"), hash };
	inputs[INPUTS - 1] = (struct pair){ TEXT_OF("list_version"), loading->version };
	loading->figures.entries++;
	if (known && known->seen) /* twice in one file: the first stands */
		return true;
	if (known)
		known->seen = true;
	if (known && known->listed && text_equal(known->hash, hash))
		return true;
	loading->figures.added += !known || !known->listed;
	loading->figures.changed += known && known->listed;
	if (!known) {
		known = ARENA_NEW(arena, struct known_entry);
		known->seen = true;
		map_set(&loading->known, reference, known);
	}
	return add_command(loading, &ACT_LIST_ENTRY_PUT, inputs, INPUTS);
}

static bool take_off_missing(struct loading *loading)
{
	for (size_t i = 0; i < loading->known.count; i++) {
		const struct known_entry *known = loading->known.entries[i].value;
		if (known->seen || !known->listed)
			continue;
		const struct pair inputs[] = { { TEXT_OF("list_version"), loading->version }, { TEXT_OF("list_entry"), known->id } };
		loading->figures.removed++;
		if (!add_command(loading, &ACT_LIST_ENTRY_DELIST, inputs, 2))
			return false;
	}
	return run_commands(loading);
}

/* ---- what is stored ---- */

static bool read_known(struct loading *loading, struct connection *connection)
{
	struct selection selection = { .record = &RECORD_LIST_ENTRY, .order_field = FIELD_ID, .condition_count = 1,
		.conditions = { CONDITION_TEXT(LIST_ENTRY_LIST, loading->list->id) } };
	struct rows rows;
	do {
		if (!select_rows(connection, loading->arena, &selection, &rows, loading->errors))
			return false;
		for (size_t i = 0; i < rows.count; i++) {
			struct known_entry *known = ARENA_NEW(loading->arena, struct known_entry);
			*known = (struct known_entry){ rows.items[i]->id, row_text(rows.items[i], LIST_ENTRY_HASH), row_is(rows.items[i], LIST_ENTRY_STATE, "listed"), false };
			map_set(&loading->known, row_text(rows.items[i], LIST_ENTRY_REFERENCE), known);
		}
		if (rows.count > 0) {
			selection.after_id = rows.items[rows.count - 1]->id;
			selection.after = value_text(selection.after_id);
		}
	} while (rows.count == SELECT_LIMIT_MAXIMUM);
	return true;
}

/* The version of this very file, if it was begun before. */
static bool find_version(struct loading *loading, struct connection *connection, struct text hash, const struct row **out_version)
{
	struct selection selection = { .record = &RECORD_LIST_VERSION, .order_field = FIELD_CREATED_AT, .descending = true, .condition_count = 2,
		.conditions = { CONDITION_TEXT(LIST_VERSION_LIST, loading->list->id), CONDITION_TEXT(LIST_VERSION_FILE_HASH, hash) } };
	struct rows rows;
	if (!select_rows(connection, loading->arena, &selection, &rows, loading->errors))
		return false;
	*out_version = rows.count > 0 && !row_is(rows.items[0], LIST_VERSION_STATE, "replaced") ? rows.items[0] : NULL;
	return true;
}

static bool begin_version(struct loading *loading, const struct list_load *load, struct text published, struct text hash)
{
	const struct pair inputs[] = { { TEXT_OF("name_list"), loading->list->id }, { TEXT_OF("published_on"), published },
		{ TEXT_OF("file_name"), cut(loading->arena, load->file_name, 200) }, { TEXT_OF("file_hash"), hash } };
	struct command command = { .act = text_from(ACT_LIST_VERSION_BEGIN.name), .inputs = inputs, .input_count = 4 };
	struct outcome outcome;
	if (!command_run(loading->service, loading->arena, loading->actor, &command, &outcome, loading->errors))
		return false;
	loading->version = outcome.record_id;
	return true;
}

static bool complete_version(struct loading *loading)
{
	struct arena *arena = loading->arena;
	const struct list_figures *figures = &loading->figures;
	const struct pair inputs[] = { { TEXT_OF("list_version"), loading->version }, { TEXT_OF("entries"), arena_format(arena, "%lld", (long long)figures->entries) },
		{ TEXT_OF("added"), arena_format(arena, "%lld", (long long)figures->added) }, { TEXT_OF("changed"), arena_format(arena, "%lld", (long long)figures->changed) },
		{ TEXT_OF("removed"), arena_format(arena, "%lld", (long long)figures->removed) } };
	struct command command = { .act = text_from(ACT_LIST_VERSION_COMPLETE.name), .inputs = inputs, .input_count = 5 };
	struct outcome outcome;
	return command_run(loading->service, arena, loading->actor, &command, &outcome, loading->errors);
}

/* ---- the file ---- */

static bool refuse(struct error_list *errors, const char *message)
{
	error_say(errors, E_SYNTAX, "/file", message);
	return false;
}

static bool read_file(struct loading *loading, const struct list_load *load, struct list *list, struct text *out_published)
{
	list_begin(list, loading->arena);
	*out_published = date_text(loading->arena, load->published);
	if (row_is(loading->list, NAME_LIST_FORMAT, "csv"))
		return list_read_csv(list, load->content, row_text(loading->list, NAME_LIST_COLUMNS), loading->errors);
	if (!list_read_xml(list, load->content))
		return refuse(loading->errors, N_("This file is not the consolidated list as the Security Council publishes it in XML"));
	struct date generated;
	if (!date_parse(text_slice(list->date, 0, 10), &generated))
		return refuse(loading->errors, N_("The file does not say when it was made"));
	*out_published = date_text(loading->arena, generated);
	return true;
}

static bool load_entries(struct loading *loading, const struct list_load *load, const struct list *list, struct text published, struct connection *connection)
{
	const struct row *version;
	struct hash hash = hash_of(load->content.data, load->content.length);
	struct text hex = hash_hex(loading->arena, &hash);
	if (list->count == 0 && loading->known.count > 0)
		return refuse(loading->errors, N_("The file has no entries. Nothing was changed"));
	if (!find_version(loading, connection, hex, &version))
		return false;
	if (version && row_is(version, LIST_VERSION_STATE, "in_force")) {
		loading->figures = (struct list_figures){ .entries = row_integer(version, LIST_VERSION_ENTRIES, 0), .in_force_already = true, .version = version->id };
		return true;
	}
	if (version)
		loading->version = version->id;
	else if (!begin_version(loading, load, published, hex))
		return false;
	loading->figures.version = loading->version;
	for (size_t i = 0; i < list->count; i++)
		if (!put_entry(loading, list->entries[i]))
			return false;
	return take_off_missing(loading) && complete_version(loading);
}

bool list_load(struct service *service, struct arena *arena, const struct actor *actor, const struct list_load *load,
	struct list_figures *out_figures, struct error_list *errors)
{
	struct loading loading = { .service = service, .arena = arena, .actor = actor, .errors = errors };
	struct connection *connection = service_reader(service, errors);
	struct list list;
	struct text published;
	loading.commands = ARENA_ARRAY(arena, struct command, AT_ONCE + 1);
	map_begin(&loading.known, arena);
	if (!connection || !select_load(connection, arena, &RECORD_NAME_LIST, load->list, &loading.list, errors))
		return false;
	if (!loading.list) {
		error_say(errors, E_NOT_FOUND, "/name_list", N_("There is no such list"));
		return false;
	}
	if (!read_file(&loading, load, &list, &published) || !read_known(&loading, connection) ||
		!load_entries(&loading, load, &list, published, connection))
		return false;
	*out_figures = loading.figures;
	return true;
}
