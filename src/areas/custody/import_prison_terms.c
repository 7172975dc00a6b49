/*
 * import_prison_terms.c - mapping prison-api: sentences, their terms, and the movements of the past.
 *
 * A sentence becomes an order of its own; each term of imprisonment stands under it with its own first day, so that a term
 * that runs after another begins when the source says it does. Terms of supervision outside hold nobody and stay out. A
 * movement is history: it changes nothing about where the person is now.
 */
#include "areas/custody/import_prison.h"

static struct text key_of(struct import_row *row, const int *columns, size_t count)
{
	struct text parts[3];
	for (size_t i = 0; i < count; i++)
		parts[i] = import_cell(row, columns[i]);
	return arena_join(import_arena(row), parts, count, TEXT_OF("/"));
}

/* ---- sentences.csv ---- */

enum { SE_BOOKING, SE_SEQ, SE_TYPE, SE_STATUS, SE_START, SE_CASE, SE_AFTER, SE_COLUMNS };
static const struct import_column SENTENCE_COLUMN[SE_COLUMNS] = { [SE_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [SE_SEQ] = REQUIRED_COLUMN("sentence_seq"),
	[SE_TYPE] = REQUIRED_COLUMN("sentence_calc_type"), [SE_STATUS] = REQUIRED_COLUMN("sentence_status"), [SE_START] = REQUIRED_COLUMN("start_date"),
	[SE_CASE] = COLUMN_NAMED("case_id"), [SE_AFTER] = COLUMN_NAMED("consec_to_sentence_seq") };

static void sentence_row(struct import_row *row)
{
	static const int KEY[] = { SE_BOOKING, SE_SEQ };
	struct arena *arena = import_arena(row);
	if (import_row_is_none(row, SE_BOOKING, SE_SEQ))
		return;
	struct text from = prison_day(row, SE_START), type = import_cell(row, SE_TYPE);
	bool recall = text_starts_with(type, TEXT_OF("FTR"));
	if (text_find(type, TEXT_OF("FINE")) != SIZE_MAX)
		import_refuse(row, SE_TYPE, N_("A fine is no ground to hold anybody: {value}"));
	else if (!text_equal_string(import_cell(row, SE_STATUS), "A"))
		import_refuse(row, SE_STATUS, N_("This sentence is not in force: {value}"));
	else if (from.length == 0)
		import_refuse(row, SE_START, N_("An order needs the day from which it is valid"));
	if (import_is_refused(row))
		return;
	if (import_cell(row, SE_AFTER).length)
		import_warn(row, SE_AFTER, N_("It runs after sentence {value}; its terms keep the first day that the file gives"));
	struct import_command *order = import_command(row, "legal_order.add", key_of(row, KEY, 2));
	import_record_fact(order);
	import_input_made(order, "person", PRISON_BOOKINGS.name, import_cell(row, SE_BOOKING));
	import_input(order, "kind", recall ? TEXT_OF("recall") : TEXT_OF("sentence"));
	import_input(order, "number", TEXT_OF("?"));
	import_input(order, "authority", TEXT_OF("?"));
	import_input(order, "issued_on", from);
	import_input(order, "legal_status", recall ? TEXT_OF("recall") : TEXT_OF("convicted"));
	import_input(order, "valid_from", from);
	import_input(order, "case_number", import_cell(row, SE_CASE));
	import_input(order, "note", arena_format(arena, "prison-api: %.*s", TEXT_FORMAT(type)));
}

const struct import_mapping PRISON_SENTENCES = { .name = "prison-api-sentences", .label = N_("Sentences"), .file = "sentences.csv",
	.columns = SENTENCE_COLUMN, .column_count = SE_COLUMNS, .row = sentence_row };

/* ---- sentence_terms.csv ---- */

enum { TE_BOOKING, TE_SENTENCE, TE_SEQ, TE_CODE, TE_YEARS, TE_MONTHS, TE_START, TE_END, TE_LIFE, TE_WEEKS, TE_DAYS, TE_COLUMNS };
static const struct import_column TERM_COLUMN[TE_COLUMNS] = { [TE_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [TE_SENTENCE] = REQUIRED_COLUMN("sentence_seq"),
	[TE_SEQ] = REQUIRED_COLUMN("term_seq"), [TE_CODE] = REQUIRED_COLUMN("sentence_term_code"), [TE_YEARS] = REQUIRED_COLUMN("years"),
	[TE_MONTHS] = REQUIRED_COLUMN("months"), [TE_START] = REQUIRED_COLUMN("start_date"), [TE_END] = COLUMN_NAMED("end_date"),
	[TE_LIFE] = COLUMN_NAMED("life_sentence_flag"), [TE_WEEKS] = COLUMN_NAMED("weeks"), [TE_DAYS] = COLUMN_NAMED("days") };

/* False when some part is no number. An empty part is none. */
static bool length_read(struct import_row *row, struct duration *out_length)
{
	static const int PART[] = { TE_YEARS, TE_MONTHS, TE_WEEKS, TE_DAYS };
	int64_t parts[4] = { 0, 0, 0, 0 };
	for (size_t i = 0; i < 4; i++)
		if (import_cell(row, PART[i]).length && (!text_to_integer(import_cell(row, PART[i]), &parts[i]) || parts[i] < 0 || parts[i] > 1000))
			return false;
	*out_length = (struct duration){ .years = (int)parts[0], .months = (int)parts[1], .days = (int)(parts[2] * 7 + parts[3]) };
	return true;
}

static bool term_is_told(struct import_row *row, struct duration *out_length, bool life)
{
	if (!text_equal_string(import_cell(row, TE_CODE), "IMP"))
		import_refuse(row, TE_CODE, N_("Only terms of imprisonment hold somebody; this one is of another kind: {value}"));
	else if (!length_read(row, out_length))
		import_refuse(row, TE_YEARS, N_("The length of the term cannot be read"));
	else if (!life && out_length->years + out_length->months + out_length->days == 0)
		import_refuse(row, TE_YEARS, N_("The term has no length"));
	return !import_is_refused(row);
}

static void term_row(struct import_row *row)
{
	static const int KEY[] = { TE_BOOKING, TE_SENTENCE, TE_SEQ };
	struct arena *arena = import_arena(row);
	bool life = text_equal_string(import_cell(row, TE_LIFE), "Y");
	struct duration length = { 0 };
	if (import_row_is_none(row, TE_BOOKING, TE_SEQ))
		return;
	struct text starts = prison_day(row, TE_START), ends = prison_day(row, TE_END);
	struct date first, last;
	if (!term_is_told(row, &length, life))
		return;
	if (starts.length == 0) {
		import_refuse(row, TE_START, N_("The first day of the term is missing"));
		return;
	}
	/* The source counts the last day in; a register of another country may count otherwise: only told. */
	if (!life && date_parse(starts, &first) && date_parse(ends, &last) &&
		date_compare(date_add_days(cell_term_end(first, length), -1), last) != 0)
		import_warn(row, TE_END, N_("First day and length do not give this end: {value}"));
	struct import_command *term = import_command(row, "sentence.impose", key_of(row, KEY, 3));
	import_input_made(term, "legal_order", PRISON_SENTENCES.name, key_of(row, KEY, 2));
	if (life)
		import_input(term, "life", TEXT_OF("yes"));
	else
		import_input(term, "length", duration_text(arena, length));
	import_input(term, "starts_on", starts);
	import_input(term, "relation", TEXT_OF("single"));
}

const struct import_mapping PRISON_TERMS = { .name = "prison-api-terms", .label = N_("Terms of sentences"), .file = "sentence_terms.csv",
	.columns = TERM_COLUMN, .column_count = TE_COLUMNS, .row = term_row };

/* ---- movements.csv ---- */

enum { MO_BOOKING, MO_SEQ, MO_DATE, MO_TIME, MO_TYPE, MO_REASON, MO_DIRECTION, MO_FROM, MO_TO, MO_COMMENT, MO_COLUMNS };
static const struct import_column MOVEMENT_COLUMN[MO_COLUMNS] = { [MO_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [MO_SEQ] = REQUIRED_COLUMN("movement_seq"),
	[MO_DATE] = REQUIRED_COLUMN("movement_date"), [MO_TIME] = COLUMN_NAMED("movement_time"), [MO_TYPE] = REQUIRED_COLUMN("movement_type"),
	[MO_REASON] = COLUMN_NAMED("movement_reason_code"), [MO_DIRECTION] = REQUIRED_COLUMN("direction_code"), [MO_FROM] = REQUIRED_COLUMN("from_agy_loc_id"),
	[MO_TO] = REQUIRED_COLUMN("to_agy_loc_id"), [MO_COMMENT] = COLUMN_NAMED("comment_text") };

/* Hour and minute of a cell "2019-10-17 17:30:00" when it names the same day; else noon, which says that nobody knows. */
static struct text moment_of(struct import_row *row, struct text day)
{
	struct text time = import_cell(row, MO_TIME);
	bool same = text_starts_with(time, day) && time.length >= 16 && !text_equal_string(text_slice(time, 11, 16), "00:00");
	return arena_format(import_arena(row), "%.*sT%.*s:00Z", TEXT_FORMAT(day), TEXT_FORMAT(same ? text_slice(time, 11, 16) : TEXT_OF("12:00")));
}

static struct text movement_kind(struct import_row *row)
{
	static const struct prison_code_pair KINDS[] = { { "ADM", "admission" }, { "REL", "release" }, { "TRN", "transfer" }, { "CRT", "court" }, { "TAP", "leave" },
		{ NULL, NULL } };
	struct text reason = import_cell(row, MO_REASON);
	if (text_equal_string(reason, "DEC"))
		return TEXT_OF("death");
	if (text_equal_string(reason, "ESCP") || text_starts_with(reason, TEXT_OF("UAL")))
		return TEXT_OF("escape");
	return prison_code(import_cell(row, MO_TYPE), KINDS, "other");
}

static void movement_row(struct import_row *row)
{
	static const int KEY[] = { MO_BOOKING, MO_SEQ };
	if (import_row_is_none(row, MO_BOOKING, MO_TYPE))
		return;
	bool out = text_equal_string(import_cell(row, MO_DIRECTION), "OUT");
	struct text day = prison_day(row, MO_DATE), here = import_cell(row, out ? MO_FROM : MO_TO), there = import_cell(row, out ? MO_TO : MO_FROM);
	if (day.length == 0)
		import_refuse(row, MO_DATE, N_("A movement needs its day"));
	if (here.length == 0 || text_equal_string(here, "OUT") || text_equal_string(here, "TRN"))
		import_refuse(row, out ? MO_FROM : MO_TO, N_("The file does not say which institution this movement belongs to"));
	if (import_is_refused(row))
		return;
	struct import_command *movement = import_command(row, "register.import_movement", key_of(row, KEY, 2));
	import_record_fact(movement);
	import_input_made(movement, "person", PRISON_BOOKINGS.name, import_cell(row, MO_BOOKING));
	import_input_made(movement, "facility", PRISON_AGENCIES.name, here);
	import_input(movement, "kind", movement_kind(row));
	import_input(movement, "direction", out ? TEXT_OF("out") : TEXT_OF("in"));
	import_input(movement, "happened_at", moment_of(row, day));
	if (!text_equal_string(there, "OUT"))
		import_input(movement, "destination", there);
	import_input(movement, "note", import_cell(row, MO_COMMENT));
}

const struct import_mapping PRISON_MOVEMENTS = { .name = "prison-api-movements", .label = N_("Movements"), .file = "movements.csv",
	.columns = MOVEMENT_COLUMN, .column_count = MO_COLUMNS, .row = movement_row };
