/* import_legacy.c - mapping legacy-register: a register of people kept as a spreadsheet in Russian, one row a stay in custody. */
#include "areas/custody/import.h"

#include "base/map.h"
#include "text/catalogue.h"

enum { FILE_NUMBER, SURNAME, GIVEN, PATRONYMIC, BIRTH, SEX, CITIZENSHIP, ETHNICITY, ARTICLE, TERM, ARREST, CONVICTION, BEGIN, END, INSTITUTION, BED, REGIME,
	COURT, VERDICT, NOTE, COLUMNS };

#define HEADINGS(...) (const char *const[]){ __VA_ARGS__, NULL }

static const struct import_column COLUMN[COLUMNS] = {
	[FILE_NUMBER] = { "№ дела", HEADINGS("№ дела"), .required = true },
	[SURNAME] = { "Фамилия", HEADINGS("Фамилия"), .required = true },
	[GIVEN] = { "Имя", HEADINGS("Имя"), .required = true },
	[PATRONYMIC] = { "Отчество", HEADINGS("Отчество") },
	[BIRTH] = { "Дата рождения", HEADINGS("Дата рождения"), .required = true },
	[SEX] = { "Пол", HEADINGS("Пол"), .required = true },
	[CITIZENSHIP] = { "Гражданство", HEADINGS("Гражданство") },
	[ETHNICITY] = { "Национальность", HEADINGS("Национальность"),
		.refused = N_("Ethnicity is not loaded: no decision about a person may rest on it (Nelson Mandela Rules, Rule 2)") },
	[ARTICLE] = { "Статья", HEADINGS("Статья") },
	[TERM] = { "Срок", HEADINGS("Срок") },
	[ARREST] = { "Дата ареста", HEADINGS("Дата ареста") },
	[CONVICTION] = { "Дата осуждения", HEADINGS("Дата осуждения") },
	[BEGIN] = { "Начало срока", HEADINGS("Начало срока") },
	[END] = { "Конец срока", HEADINGS("Конец срока") },
	[INSTITUTION] = { "Учреждение", HEADINGS("Учреждение"), .required = true },
	[BED] = { "Отряд/камера", HEADINGS("Отряд/камера") },
	[REGIME] = { "Режим", HEADINGS("Режим") },
	[COURT] = { "Суд", HEADINGS("Суд") },
	[VERDICT] = { "№ приговора", HEADINGS("№ приговора") },
	[NOTE] = { "Примечание", HEADINGS("Примечание") },
};

/* What one row says, as far as it could be read. */
struct said {
	struct cell_name surname, given, patronymic;
	struct cell_code number, institution, verdict;
	struct cell_date birth, arrest, conviction, begins, ends;
	struct cell_term term;
	struct cell_articles articles;
	struct cell_country country;
	struct cell_bed bed;
	struct text court, note;
	char sex;
	const struct row *facility, *place;
};

/* For the whole file: who has which file number; facilities and places looked up once. */
struct state { struct arena *arena; struct map owners, facilities, places; };

static void *register_begin(struct arena *arena, struct service *service, const void *setting)
{
	(void)service;
	(void)setting;
	struct state *state = ARENA_NEW(arena, struct state);
	state->arena = arena;
	map_begin(&state->owners, arena);
	map_begin(&state->facilities, arena);
	map_begin(&state->places, arena);
	return state;
}

/* ---- shared with the other mappings ---- */

bool import_row_is_none(struct import_row *row, int key_column, int name_column)
{
	struct text total = cell_fold(import_arena(row), import_cell(row, name_column));
	if (import_is_blank(row))
		import_refuse(row, -1, N_("The row is blank"));
	else if (import_is_heading(row))
		import_refuse(row, -1, N_("The heading stands here once more"));
	else if (cell_is_nothing(import_cell(row, key_column)) && (text_starts_with(total, TEXT_OF("итого")) || text_starts_with(total, TEXT_OF("всего"))))
		import_refuse(row, -1, N_("This is a line of totals, not a person or a place"));
	else if (import_cells(row) < import_headings(row))
		import_refuse(row, -1, N_("The row breaks off: it has too few columns"));
	return import_is_refused(row);
}

bool import_wants(struct import_row *row, int column, const char *message)
{
	if (!cell_is_nothing(import_cell(row, column)))
		return true;
	import_refuse(row, column, message);
	return false;
}

void import_person_doubles(struct import_row *row, struct text name, char sex, struct date birth, struct text document, struct text label)
{
	const struct match_said said = { MATCH_NAME_PRIMARY, name };
	const struct match_birth born = { birth, birth, false };
	const struct match_entry entry = { .names = &said, .name_count = 1, .births = &born, .birth_count = birth.year != 0,
		.sex = sex == 'F' ? MATCH_SEX_FEMALE : sex == 'M' ? MATCH_SEX_MALE : MATCH_SEX_UNKNOWN, .documents = &document,
		.document_count = !text_is_empty(document) };
	import_alike(row, &entry, label);
}

/* ---- said one row ---- */

static void name_read(struct import_row *row, int column, struct cell_name *out)
{
	*out = cell_name(import_arena(row), import_cell(row, column));
	if (out->rule)
		import_correct(row, column, out->text, out->rule);
	if (out->faults & NAME_MIXED)
		import_warn(row, column, N_("Letters of two scripts in one name: {value}"));
	if (out->faults & NAME_LOST)
		import_warn(row, column, N_("Letters were lost in this name before it came here: {value}"));
	if (out->faults & NAME_INITIAL)
		import_warn(row, column, N_("Only the initial is known"));
}

static void code_told(struct import_row *row, int column, const struct cell_code *code)
{
	if (code->state == CELL_READ && code->rule)
		import_correct(row, column, code->text, code->rule);
}

/* Born, arrested and sentenced in the past; the end of a term may lie ahead. */
static struct cell_date date_read(struct import_row *row, int column, bool birth, bool may_be_ahead)
{
	struct arena *arena = import_arena(row);
	struct cell_date date = birth ? cell_birth_date(arena, import_cell(row, column)) : cell_date(arena, import_cell(row, column));
	if (date.state == CELL_READ && !may_be_ahead && date_compare(date.date, moment_date(import_now(row))) > 0)
		date.state = CELL_IMPOSSIBLE;
	if (date.state == CELL_IMPOSSIBLE)
		import_refuse(row, column, N_("There cannot be such a date: {value}"));
	else if (date.state == CELL_UNREADABLE)
		import_refuse(row, column, N_("This is not readable as a date: {value}"));
	else if (date.state == CELL_READ && date.rule)
		import_correct(row, column, date_text(arena, date.date), date.rule);
	return date;
}

static void person_read(struct import_row *row, struct said *said)
{
	name_read(row, SURNAME, &said->surname);
	name_read(row, GIVEN, &said->given);
	name_read(row, PATRONYMIC, &said->patronymic);
	import_wants(row, SURNAME, N_("The surname is missing"));
	import_wants(row, GIVEN, N_("The given name is missing"));
	if (import_wants(row, BIRTH, N_("The birth date is missing")))
		said->birth = date_read(row, BIRTH, true, false);
	if (import_wants(row, SEX, N_("The sex is missing"))) {
		said->sex = cell_sex(import_arena(row), import_cell(row, SEX));
		if (!said->sex)
			import_refuse(row, SEX, N_("The sex cannot be read: {value}"));
	}
	said->country = cell_country(import_arena(row), import_cell(row, CITIZENSHIP));
	if (said->country.state == CELL_UNREADABLE)
		import_warn(row, CITIZENSHIP, N_("This citizenship is not known here and is left out: {value}"));
}

static void term_read(struct import_row *row, struct said *said)
{
	struct arena *arena = import_arena(row);
	said->term = cell_term(arena, import_cell(row, TERM));
	if (said->term.state == CELL_MANGLED)
		import_refuse(row, TERM, N_("The spreadsheet has made a date of this term: {value}. Enter the term as it stands in the verdict"));
	else if (said->term.state == CELL_UNREADABLE)
		import_refuse(row, TERM, N_("This is not readable as a term: {value}"));
	else if (said->term.rule)
		import_correct(row, TERM, duration_text(arena, said->term.length), said->term.rule);
	if (said->begins.state == CELL_READ && said->ends.state == CELL_READ) {
		if (date_compare(said->ends.date, said->begins.date) < 0)
			import_refuse(row, END, N_("The term ends before it begins: {value}"));
		else if (said->term.kind == TERM_LENGTH && date_compare(cell_term_end(said->begins.date, said->term.length), said->ends.date) != 0)
			import_warn(row, END, N_("Beginning and term do not give this end: {value}"));
	}
	if (said->arrest.state == CELL_READ && said->conviction.state == CELL_READ && date_compare(said->conviction.date, said->arrest.date) < 0)
		import_warn(row, CONVICTION, N_("The conviction lies before the arrest"));
}

static void law_read(struct import_row *row, struct said *said)
{
	struct arena *arena = import_arena(row);
	said->arrest = date_read(row, ARREST, false, false);
	said->conviction = date_read(row, CONVICTION, false, false);
	said->begins = date_read(row, BEGIN, false, false);
	said->ends = date_read(row, END, false, true);
	term_read(row, said);
	said->articles = cell_articles(arena, import_cell(row, ARTICLE));
	if (said->articles.state == CELL_UNREADABLE)
		import_warn(row, ARTICLE, N_("The article is kept as written, it could not be read: {value}"));
	said->verdict = cell_verdict(arena, import_cell(row, VERDICT));
	code_told(row, VERDICT, &said->verdict);
	said->court = cell_spaces(arena, import_cell(row, COURT), false);
}

/* ---- where ---- */

static const struct row *found_once(struct import_row *row, struct map *known, struct text key, const struct record *record,
	const struct condition *conditions, size_t count)
{
	struct state *state = import_state(row);
	const struct row *found = map_get(known, key);
	if (found)
		return found;
	found = import_find(row, record, conditions, count);
	if (found) {
		struct row *kept = row_new(state->arena, record);
		kept->id = arena_copy(state->arena, found->id);
		for (int i = 0; i < record->field_count; i++)
			if (row_value(found, i).kind == VALUE_TEXT)
				row_set_text(kept, i, arena_copy(state->arena, row_text(found, i)));
		map_set(known, arena_copy(state->arena, key), kept);
		found = kept;
	}
	return found;
}

static void facility_read(struct import_row *row, struct said *said)
{
	struct state *state = import_state(row);
	if (!import_wants(row, INSTITUTION, N_("The institution is missing")))
		return;
	said->institution = cell_institution(import_arena(row), import_cell(row, INSTITUTION));
	code_told(row, INSTITUTION, &said->institution);
	struct text code = cell_latin(import_arena(row), said->institution.text);
	const struct condition condition = CONDITION_TEXT(FACILITY_CODE, code);
	if (said->institution.state == CELL_READ)
		said->facility = found_once(row, &state->facilities, code, &RECORD_FACILITY, &condition, 1);
	if (!said->facility)
		import_refuse(row, INSTITUTION, N_("There is no such institution: {value}. Import its places first, or correct the name"));
}

static void place_read(struct import_row *row, struct said *said)
{
	struct state *state = import_state(row);
	struct arena *arena = import_arena(row);
	said->bed = cell_bed(arena, import_cell(row, BED));
	if (!said->facility || said->bed.kind == BED_GONE)
		return;
	struct text code = said->bed.kind == BED_UNIT ? arena_format(arena, "отр. %.*s", TEXT_FORMAT(said->bed.code)) : said->bed.code;
	struct text key = arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(said->facility->id), TEXT_FORMAT(code));
	const struct condition conditions[] = { CONDITION_TEXT(PLACE_FACILITY, said->facility->id), CONDITION_TEXT(PLACE_CODE, code) };
	said->place = found_once(row, &state->places, key, &RECORD_PLACE, conditions, 2);
	if (!said->place)
		import_warn(row, BED, N_("There is no such place in this institution: {value}. The person is taken over without a place"));
}

/* What open notes must not hold; the health service enters it where only it can read. */
static bool speaks_of_health(struct arena *arena, struct text note)
{
	static const char *const WORDS[] = { "мед.", "диет", "инвалид", "болен", "болезн", "туб", "вич", "беремен", "психи", "леч", NULL };
	struct text folded = cell_fold(arena, note);
	for (size_t i = 0; WORDS[i]; i++)
		if (text_find(folded, text_from(WORDS[i])) != SIZE_MAX)
			return true;
	return false;
}

static void note_read(struct import_row *row, struct said *said)
{
	said->note = cell_spaces(import_arena(row), import_cell(row, NOTE), true);
	if (!speaks_of_health(import_arena(row), said->note))
		return;
	said->note = text_empty();
	import_warn(row, NOTE, N_("This note speaks of health and is not loaded, because all staff read these notes"));
}

/* ---- what does not fit together ---- */

static void sex_told(struct import_row *row, const struct said *said)
{
	char by_name = cell_name_sex(import_arena(row), said->surname.text, said->patronymic.text);
	const char *holds = said->facility && row_is(said->facility, FACILITY_SEX, "F") ? "F" :
		said->facility && row_is(said->facility, FACILITY_SEX, "M") ? "M" : "";
	if (by_name && said->sex && by_name != said->sex)
		import_warn(row, SEX, N_("The sex contradicts the name: {value}"));
	else if (*holds && said->sex && *holds != said->sex)
		import_warn(row, SEX, N_("The sex contradicts the institution: {value}"));
}

/* Two people under one file number: the first keeps it, the second waits for a human. */
static void owner_check(struct import_row *row, const struct said *said)
{
	struct state *state = import_state(row);
	struct text who = arena_format(state->arena, "%.*s %.*s", TEXT_FORMAT(fold_name(import_arena(row), said->surname.text)),
		TEXT_FORMAT(date_text(import_arena(row), said->birth.date)));
	const struct text *owner = map_get(&state->owners, said->number.text);
	if (!owner) {
		struct text *kept = ARENA_NEW(state->arena, struct text);
		*kept = who;
		map_set(&state->owners, arena_copy(state->arena, said->number.text), kept);
	} else if (!text_equal(*owner, who)) {
		import_refuse(row, FILE_NUMBER, N_("Another person of this file has the same file number: {value}"));
	}
}

/* ---- into a command ---- */

static void order_inputs(struct import_row *row, struct import_command *command, const struct said *said)
{
	static const char *const REGIMES[] = { NULL, "общий", "строгий", "особый", "следственный" };
	struct arena *arena = import_arena(row);
	bool convicted = said->term.kind == TERM_LENGTH || said->term.kind == TERM_LIFE || said->conviction.state == CELL_READ;
	enum regime regime = cell_regime(arena, import_cell(row, REGIME));
	struct date from = said->begins.state == CELL_READ ? said->begins.date : said->conviction.state == CELL_READ ? said->conviction.date :
		said->arrest.date;
	import_input(command, "order_kind", convicted ? TEXT_OF("sentence") : TEXT_OF("remand"));
	import_input(command, "order_status", convicted ? TEXT_OF("convicted") : TEXT_OF("untried"));
	import_input(command, "order_number", said->verdict.text.length ? said->verdict.text : TEXT_OF("?"));
	import_input(command, "order_authority", cell_is_nothing(said->court) ? TEXT_OF("?") : said->court);
	import_input(command, "order_date", said->conviction.state == CELL_READ ? date_text(arena, said->conviction.date) : TEXT_OF("?"));
	import_input(command, "valid_from", date_text(arena, from));
	if (REGIMES[regime])
		import_input(command, "order_note", arena_format(arena, "Режим: %s", REGIMES[regime]));
	if (said->term.kind == TERM_LENGTH)
		import_input(command, "length", duration_text(arena, said->term.length));
	if (said->term.kind == TERM_LIFE)
		import_input(command, "life", TEXT_OF("yes"));
	import_input(command, "starts_on", date_text(arena, said->begins.date));
	import_input(command, "release_on", date_text(arena, said->ends.date));
}

static void offence_inputs(struct import_row *row, struct import_command *command, const struct said *said)
{
	struct arena *arena = import_arena(row);
	struct text lines[CELL_ARTICLES];
	for (size_t i = 0; i < said->articles.count; i++)
		lines[i] = arena_format(arena, "%.*s|%.*s", TEXT_FORMAT(said->articles.items[i].article), TEXT_FORMAT(said->articles.law));
	import_input(command, "offences", arena_join(arena, lines, said->articles.count, TEXT_OF("\n")));
}

static void stay_inputs(struct import_row *row, struct import_command *command, const struct said *said)
{
	struct arena *arena = import_arena(row);
	bool gone = said->bed.kind == BED_GONE && said->bed.state == CELL_READ;
	struct text folded = cell_fold(arena, said->note);
	import_input(command, "facility", said->facility->id);
	import_input(command, "held", gone ? TEXT_OF("gone") : TEXT_OF("in"));
	if (said->place && !gone)
		import_input(command, "place", said->place->id);
	import_input(command, "arrested_on", date_text(arena, said->arrest.date));
	/* "Released at the end of the term" is the only note that says on which day. */
	if (gone && text_find(folded, TEXT_OF("по отбытии")) != SIZE_MAX)
		import_input(command, "ended_on", date_text(arena, said->ends.date));
	import_input(command, "note", said->note);
	size_t at = text_find(said->note, TEXT_OF("№"));
	if (text_starts_with(folded, TEXT_OF("не содержать совместно")) && at != SIZE_MAX) {
		struct cell_code other = cell_file_number(arena, text_slice(said->note, at, SIZE_MAX));
		if (other.state == CELL_READ)
			import_input(command, "keep_apart_from", other.text);
	}
}

static void person_command(struct import_row *row, const struct said *said)
{
	struct arena *arena = import_arena(row);
	struct import_command *command = import_command(row, "register.import_person", said->number.text);
	import_record_fact(command);
	import_input(command, "number", said->number.text);
	import_input(command, "surname", said->surname.text);
	import_input(command, "given", said->given.text);
	import_input(command, "patronymic", said->patronymic.text);
	import_input(command, "script", text_from(said->surname.script));
	import_input(command, "folded_surname", fold_name(arena, said->surname.text));
	import_input(command, "source", TEXT_OF("Old register"));
	import_input(command, "sex", said->sex == 'F' ? TEXT_OF("F") : TEXT_OF("M"));
	import_input(command, "birth_date", date_text(arena, said->birth.date));
	if (!date_is_whole(said->birth.date))
		import_input(command, "birth_certainty", TEXT_OF("estimated"));
	import_input(command, "nationalities", said->country.code ? text_from(said->country.code) : text_empty());
	if (said->country.state == CELL_READ)
		import_input(command, "stateless", said->country.stateless ? TEXT_OF("yes") : TEXT_OF("no"));
	stay_inputs(row, command, said);
	order_inputs(row, command, said);
	offence_inputs(row, command, said);
}

static void register_row(struct import_row *row)
{
	struct said said = { .court = text_empty(), .note = text_empty() };
	if (import_row_is_none(row, FILE_NUMBER, SURNAME))
		return;
	if (import_wants(row, FILE_NUMBER, N_("The file number is missing"))) {
		said.number = cell_file_number(import_arena(row), import_cell(row, FILE_NUMBER));
		code_told(row, FILE_NUMBER, &said.number);
		if (said.number.state != CELL_READ)
			import_refuse(row, FILE_NUMBER, N_("This is not readable as a file number: {value}"));
	}
	person_read(row, &said);
	law_read(row, &said);
	facility_read(row, &said);
	place_read(row, &said);
	note_read(row, &said);
	if (import_is_refused(row))
		return;
	sex_told(row, &said);
	owner_check(row, &said);
	if (import_is_refused(row))
		return;
	struct text label = arena_format(import_arena(row), "%.*s %.*s %.*s", TEXT_FORMAT(said.number.text), TEXT_FORMAT(said.surname.text),
		TEXT_FORMAT(said.given.text));
	const struct text parts[] = { said.surname.text, said.given.text, said.patronymic.text };
	person_command(row, &said);
	import_person_doubles(row, arena_join(import_arena(row), parts, said.patronymic.text.length ? 3 : 2, TEXT_OF(" ")), said.sex, said.birth.date,
		text_empty(), label);
}

static const struct import_mapping MAPPING = { .name = "legacy-register", .label = N_("Register of people from a spreadsheet, in Russian"),
	.columns = COLUMN, .column_count = COLUMNS, .begin = register_begin, .row = register_row };

const struct import_set IMPORT_LEGACY_REGISTER = { "legacy-register", N_("Register of people from a spreadsheet, in Russian"),
	(const struct import_mapping *const[]){ &MAPPING, NULL } };

const struct import_set *const CUSTODY_IMPORTS[] = { &IMPORT_LEGACY_PLACES, &IMPORT_LEGACY_REGISTER, &IMPORT_PRISON_API, NULL };
