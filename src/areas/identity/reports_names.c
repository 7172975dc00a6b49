/* reports_names.c - rows of people and of list entries into entries of the indexes of names. */
#include "areas/custody/records.h"
#include "areas/identity/jobs.h"
#include "areas/identity/reports.h"
#include "base/builder.h"
#include "base/map.h"
#include "match/nation.h"
#include "store/store.h"

enum { NAMES_MOST = 40, DOCUMENTS_MOST = 20, NATIONS_MOST = 8, BIRTHS_MOST = MATCH_BIRTHS };

/* An entry being gathered. */
struct gathered {
	struct match_entry entry;
	struct match_said names[NAMES_MOST];
	struct match_birth births[BIRTHS_MOST];
	struct text nations[NATIONS_MOST], documents[DOCUMENTS_MOST];
};

static struct gathered *gathered_begin(struct arena *arena, struct text id)
{
	struct gathered *made = ARENA_NEW(arena, struct gathered);
	made->entry = (struct match_entry){ .id = id, .names = made->names, .births = made->births, .nationalities = made->nations,
		.documents = made->documents };
	return made;
}

static void add_name(struct gathered *into, enum match_name_kind kind, struct text name)
{
	name = text_trim(name);
	for (size_t i = 0; i < into->entry.name_count; i++)
		if (into->names[i].kind == kind && text_equal(into->names[i].name, name))
			return;
	if (!text_is_empty(name) && into->entry.name_count < NAMES_MOST)
		into->names[into->entry.name_count++] = (struct match_said){ kind, name };
}

static void add_document(struct gathered *into, struct text number)
{
	if (!text_is_empty(number) && into->entry.document_count < DOCUMENTS_MOST)
		into->documents[into->entry.document_count++] = number;
}

static void add_nations(struct gathered *into, struct text codes)
{
	struct text code;
	while (text_next(&codes, ' ', &code))
		if (into->entry.nationality_count < NATIONS_MOST && !text_is_empty(code))
			into->nations[into->entry.nationality_count++] = code;
}

static void add_birth(struct gathered *into, struct date from, struct date to, bool about)
{
	if (from.year && into->entry.birth_count < BIRTHS_MOST)
		into->births[into->entry.birth_count++] = (struct match_birth){ from, to.year ? to : from, about };
}

/* ---- people ---- */

enum { P_ID, P_NAME, P_SEX, P_BIRTH, P_CERTAINTY, P_PLACE, P_NATIONS };
#define PEOPLE_SQL "SELECT id, name, sex, birth_date, birth_certainty, birth_place, nationalities FROM person WHERE id >= $1 AND id <= $2 ORDER BY id"
#define NAMES_SQL "SELECT person, whole, kind FROM person_name WHERE person >= $1 AND person <= $2 ORDER BY created_at, id"
#define DOCUMENTS_SQL "SELECT person, number FROM identity_document WHERE person >= $1 AND person <= $2 AND kind <> 'court_paper'"
#define MOTHERS_SQL "SELECT person, name, relation FROM contact WHERE person >= $1 AND person <= $2 AND kind = 'family'"

static struct text cell(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_TEXT && !text_equal_string(value.text, "?") ? value.text : text_empty();
}

static struct gathered *gathered_of(const struct map *people, const struct store_result *rows, size_t row)
{
	return map_get(people, cell(rows, row, 0));
}

static void take_person(struct arena *arena, struct map *people, const struct store_result *rows, size_t row)
{
	struct gathered *person = gathered_begin(arena, cell(rows, row, P_ID));
	struct text sex = cell(rows, row, P_SEX);
	struct date birth = { 0 };
	if (!date_parse_partial(cell(rows, row, P_BIRTH), &birth))
		birth = (struct date){ 0 };
	person->entry.sex = text_equal_string(sex, "M") ? MATCH_SEX_MALE : text_equal_string(sex, "F") ? MATCH_SEX_FEMALE : MATCH_SEX_UNKNOWN;
	add_birth(person, birth, birth, text_equal_string(cell(rows, row, P_CERTAINTY), "estimated"));
	add_nations(person, cell(rows, row, P_NATIONS));
	map_set(people, person->entry.id, person);
}

/* How people call a mother in the languages of the files; the relation is written in their own words. */
static bool is_mother(struct text relation)
{
	static const char *const WORDS[] = { "mother", "mum", "mama", "мать", "мама", "матери", "ана", "анасы", "шешесі", "эне", "энеси", "апасы", "модар",
		"ona", "onasi", "أم", "والدة", "الأم", "والدته", "أمه", NULL };
	for (const char *const *word = WORDS; *word; word++)
		if (text_equal_ignoring_case(text_trim(relation), text_from(*word)))
			return true;
	return false;
}

static void take_others(const struct map *people, const struct store_result *names, const struct store_result *documents,
	const struct store_result *mothers)
{
	struct gathered *person;
	for (size_t i = 0; i < names->rows; i++) {
		struct text kind = cell(names, i, 2);
		bool main = text_equal_string(kind, "legal") || text_equal_string(kind, "birth");
		if ((person = gathered_of(people, names, i)))
			add_name(person, main ? MATCH_NAME_PRIMARY : MATCH_NAME_ALIAS, cell(names, i, 1));
	}
	for (size_t i = 0; i < documents->rows; i++)
		if ((person = gathered_of(people, documents, i)))
			add_document(person, cell(documents, i, 1));
	for (size_t i = 0; i < mothers->rows; i++)
		if ((person = gathered_of(people, mothers, i)) && is_mother(cell(mothers, i, 2)))
			add_name(person, MATCH_NAME_MOTHER, cell(mothers, i, 1));
}

static bool people_read(struct names_reading *reading, struct text first, struct text last, struct error_list *errors)
{
	const struct value ends[] = { value_text(first), value_text(last) };
	struct store_result rows, names, documents, mothers;
	struct connection *connection = reading->connection;
	struct map people;
	if (!store_query(connection, reading->arena, PEOPLE_SQL, ends, 2, &rows, errors) ||
		!store_query(connection, reading->arena, NAMES_SQL, ends, 2, &names, errors) ||
		!store_query(connection, reading->arena, DOCUMENTS_SQL, ends, 2, &documents, errors) ||
		!store_query(connection, reading->arena, MOTHERS_SQL, ends, 2, &mothers, errors))
		return false;
	map_begin(&people, reading->arena);
	for (size_t i = 0; i < rows.rows; i++)
		take_person(reading->arena, &people, &rows, i);
	take_others(&people, &names, &documents, &mothers);
	for (size_t i = 0; i < rows.rows; i++) {
		struct gathered *person = gathered_of(&people, &rows, i);
		/* The name that lists show: the legal one, mostly, and then it is there already. */
		if (person->entry.name_count == 0 || person->names[0].kind > MATCH_NAME_WEAK)
			add_name(person, MATCH_NAME_PRIMARY, cell(&rows, i, P_NAME));
		add_name(person, MATCH_NAME_PLACE, cell(&rows, i, P_PLACE));
		reading->take(reading, &person->entry);
	}
	return true;
}

/* Moves within a facility, by the hundred a day, say nothing about who somebody is. */
static struct text person_of(const struct row *row, const struct row *old)
{
	static const int KNOWN_BY[] = { PERSON_DISPLAY_NAME, PERSON_SEX, PERSON_BIRTH_DATE, PERSON_BIRTH_CERTAINTY, PERSON_BIRTH_PLACE, PERSON_NATIONALITIES,
		PERSON_CURRENT_FACILITY };
	bool changed = !old || row->record != &RECORD_PERSON;
	for (size_t i = 0; !changed && i < sizeof KNOWN_BY / sizeof *KNOWN_BY; i++)
		changed = !value_equal(row_value(row, KNOWN_BY[i]), row_value(old, KNOWN_BY[i]));
	return changed ? row_subject(row) : text_empty();
}

static const struct record *const PEOPLE_RECORDS[] = { &RECORD_PERSON, &RECORD_PERSON_NAME, &RECORD_IDENTITY_DOCUMENT, &RECORD_CONTACT, NULL };

const struct names_source NAMES_OF_PEOPLE = { .name = "person", .entry = &RECORD_PERSON, .records = PEOPLE_RECORDS, .entry_of = person_of,
	.read = people_read, .changed = people_changed };

/* ---- entries of lists ---- */

static bool kind_of(struct text word, enum match_name_kind *out_kind)
{
	static const struct { const char *word; enum match_name_kind kind; } KINDS[] = { { "primary", MATCH_NAME_PRIMARY },
		{ "original", MATCH_NAME_ORIGINAL }, { "alias", MATCH_NAME_ALIAS }, { "weak", MATCH_NAME_WEAK } };
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (text_equal_string(word, KINDS[i].word)) {
			*out_kind = KINDS[i].kind;
			return true;
		}
	return false;
}

static void take_list_names(struct gathered *into, struct text names)
{
	struct text line;
	while (text_next(&names, '\n', &line)) {
		size_t colon = text_find_byte(line, ':');
		enum match_name_kind kind;
		if (colon != SIZE_MAX && kind_of(text_slice(line, 0, colon), &kind))
			add_name(into, kind, text_slice(line, colon + 1, line.length));
	}
}

/* As list.h of match writes them: "EXACT:1971-02-03|APPROXIMATELY:1960|BETWEEN:1973..1974". */
static void take_births(struct gathered *into, struct text births)
{
	struct text one;
	while (text_next(&births, '|', &one)) {
		size_t colon = text_find_byte(one, ':'), dots;
		struct text kind = colon == SIZE_MAX ? text_empty() : text_slice(one, 0, colon);
		struct text value = text_trim(colon == SIZE_MAX ? one : text_slice(one, colon + 1, one.length));
		struct date from = { 0 }, to = { 0 };
		dots = text_find(value, TEXT_OF(".."));
		if (!date_parse_partial(text_trim(text_slice(value, 0, dots == SIZE_MAX ? value.length : dots)), &from) ||
			(dots != SIZE_MAX && !date_parse_partial(text_trim(text_slice(value, dots + 2, value.length)), &to)))
			continue;
		add_birth(into, from, to, text_equal_string(kind, "APPROXIMATELY"));
	}
}

static struct gathered *list_gathered(struct arena *arena, struct text id, struct text names, struct text births, struct text sex,
	struct text places, struct text documents, struct text nations)
{
	struct gathered *entry = gathered_begin(arena, id);
	struct text one;
	take_list_names(entry, names);
	take_births(entry, births);
	entry->entry.sex = text_equal_string(sex, "M") ? MATCH_SEX_MALE : text_equal_string(sex, "F") ? MATCH_SEX_FEMALE : MATCH_SEX_UNKNOWN;
	while (text_next(&places, '\n', &one))
		add_name(entry, MATCH_NAME_PLACE, one);
	while (text_next(&documents, '\n', &one))
		add_document(entry, text_trim(one));
	/* Files keep codes of countries; what is none cannot be compared with them and says nothing against. */
	while (text_next(&nations, '|', &one)) {
		struct text code = nation_code(text_trim(one));
		add_nations(entry, text_is_empty(code) && text_trim(one).length == 2 ? text_trim(one) : code);
	}
	return entry;
}

enum { E_ID, E_NAMES, E_BIRTHS, E_SEX, E_PLACES, E_DOCUMENTS, E_NATIONS };
#define ENTRIES_SQL "SELECT id, names, births, sex, birth_places, documents, nationalities FROM list_entry WHERE id >= $1 AND id <= $2" \
	" AND kind = 'person' AND state = 'listed' ORDER BY id"

static bool lists_read(struct names_reading *reading, struct text first, struct text last, struct error_list *errors)
{
	const struct value ends[] = { value_text(first), value_text(last) };
	struct store_result rows;
	if (!store_query(reading->connection, reading->arena, ENTRIES_SQL, ends, 2, &rows, errors))
		return false;
	for (size_t i = 0; i < rows.rows; i++)
		reading->take(reading, &list_gathered(reading->arena, cell(&rows, i, E_ID), cell(&rows, i, E_NAMES), cell(&rows, i, E_BIRTHS),
			cell(&rows, i, E_SEX), cell(&rows, i, E_PLACES), cell(&rows, i, E_DOCUMENTS), cell(&rows, i, E_NATIONS))->entry);
	return true;
}

/* A version that was completed is no entry, but a reason to compare everybody. */
static struct text entry_of(const struct row *row, const struct row *old)
{
	(void)old;
	return row->id;
}

static const struct record *const LIST_RECORDS[] = { &RECORD_LIST_ENTRY, &RECORD_LIST_VERSION, NULL };

const struct names_source NAMES_OF_LISTS = { .name = "list_entry", .entry = &RECORD_LIST_ENTRY, .records = LIST_RECORDS, .entry_of = entry_of,
	.read = lists_read, .changed = lists_changed };

const struct match_entry *list_entry_entry(struct arena *arena, const struct row *row)
{
	return &list_gathered(arena, row->id, row_text(row, LIST_ENTRY_NAMES), row_text(row, LIST_ENTRY_BIRTHS), row_text(row, LIST_ENTRY_SEX),
		row_text(row, LIST_ENTRY_PLACES), row_text(row, LIST_ENTRY_DOCUMENTS), row_text(row, LIST_ENTRY_NATIONALITIES))->entry;
}

/* ---- what was asked ---- */

const struct match_entry *asked_entry(struct arena *arena, const struct asked *asked)
{
	struct gathered *made = gathered_begin(arena, text_empty());
	struct date birth = { 0 };
	add_name(made, MATCH_NAME_PRIMARY, asked->name);
	add_document(made, text_trim(asked->document));
	if (date_parse_partial(asked->birth, &birth))
		add_birth(made, birth, birth, false);
	made->entry.sex = text_equal_string(asked->sex, "M") ? MATCH_SEX_MALE : text_equal_string(asked->sex, "F") ? MATCH_SEX_FEMALE : MATCH_SEX_UNKNOWN;
	return &made->entry;
}

struct text entry_words(struct arena *arena, const struct match_entry *entry)
{
	struct builder out;
	builder_begin(&out, arena, 256);
	for (size_t i = 0; i < entry->name_count; i++) {
		if (out.length > 0)
			builder_add_byte(&out, '\n');
		builder_add(&out, entry->names[i].name);
	}
	for (size_t i = 0; i < entry->birth_count; i++) {
		bool range = entry->births[i].to.year != entry->births[i].from.year;
		builder_add_byte(&out, '\n');
		builder_add(&out, date_text(arena, entry->births[i].from));
		if (range) {
			builder_add(&out, TEXT_OF(".."));
			builder_add(&out, date_text(arena, entry->births[i].to));
		}
	}
	for (size_t i = 0; i < entry->document_count; i++) {
		builder_add_byte(&out, '\n');
		builder_add(&out, entry->documents[i]);
	}
	return text_slice(builder_text(&out), 0, 20000);
}
