/* reports_statistics.c - one reading of who was held, came and went; tallied into the tables that bodies ask for. */
#include "areas/inspection/reports_tables.h"

#include "service/profile.h"

const struct figure_kind FIGURE_KINDS[] = {
	{ "uncts-held", N_("Persons held (UN-CTS)"), N_("People in custody at the end of the day, without those held only for administrative reasons. Sentenced: convicted by a first court, also when an appeal is open. Unsentenced: everybody else. Status by the newest order valid on the day; offence: the first recorded one.") },
	{ "uncts-unsentenced", N_("Unsentenced by length of detention (UN-CTS)"), N_("People without a first-instance decision, by the time since their admission.") },
	{ "uncts-entering", N_("Persons entering prison (UN-CTS)"), N_("Admissions from 1 January to the end of the day, by status at entry. Transfers are not entries.") },
	{ "uncts-capacity", N_("Facilities and capacity (UN-CTS)"), N_("Facilities in use and their official capacity as recorded now; occupancy is people held in each hundred places.") },
	{ "uncts-deaths", N_("Mortality (UN-CTS)"), N_("People who died in custody from 1 January to the end of the day.") },
	{ "space-stock", N_("Stock by age and status (SPACE I)"), N_("People in custody at the end of the day by age on that day; not final: without a sentence that can no longer be appealed.") },
	{ "space-flow", N_("Flow (SPACE I)"), N_("Entries, releases, deaths and escapes from 1 January to the end of the day. Average length: stock divided by the entries of a month.") },
	{ "wpb", N_("World Prison Brief figures"), N_("People in custody at the end of the day and shares of them; juveniles are under 18.") },
	{ "rule-10", N_("Population by month (Rule 10)"), N_("People in custody at the end of each month, the newest first.") },
	{ NULL, NULL, NULL },
};

struct person { /* of one episode */
	struct text facility, sex, birth, nationalities, status, offence, end;
	bool stateless;
	int64_t admitted_at, ended_at;
};

struct people { struct person *items; size_t count; };

/* $1 moment (facility by transfers), $2 day (order), $3 $4 moment. */
#define PERSON_COLUMNS(moment, day) \
	"COALESCE((SELECT t.to_facility FROM transfer t WHERE t.person = e.person AND t.state = 'accepted' AND t.arrived_at <= " moment \
	" AND t.arrived_at >= e.admitted_at ORDER BY t.arrived_at DESC LIMIT 1), e.facility), p.sex, p.birth_date, p.nationalities, p.stateless," \
	" (SELECT o.legal_status FROM legal_order o WHERE o.person = e.person AND o.valid_from <= " day " ORDER BY o.valid_from DESC, o.created_at DESC," \
	" o.id DESC LIMIT 1)," \
	" (SELECT f.iccs FROM offence f WHERE f.person = e.person AND f.iccs IS NOT NULL ORDER BY f.created_at, f.id LIMIT 1)," \
	" e.end_kind, e.admitted_at, e.ended_at FROM custody_episode e JOIN person p ON p.id = e.person"

static const char STOCK[] = "SELECT " PERSON_COLUMNS("$1", "$2")
	" WHERE e.admitted_at <= $3 AND (e.ended_at IS NULL OR e.ended_at > $4) AND (e.end_kind IS NULL OR e.end_kind <> 'refused')";
/* Status at entry: orders are dated before the admission that they allow, or on its day. */
static const char ENTRIES[] = "SELECT " PERSON_COLUMNS("e.admitted_at", "$1") " WHERE e.admitted_at > $2 AND e.admitted_at <= $3"
	" AND (e.end_kind IS NULL OR e.end_kind <> 'refused')";
static const char EXITS[] = "SELECT " PERSON_COLUMNS("e.ended_at", "$1") " WHERE e.ended_at > $2 AND e.ended_at <= $3 AND e.end_kind <> 'refused'";

struct text figure_text(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_TEXT ? value.text : text_empty();
}

int64_t figure_integer(const struct store_result *result, size_t row, size_t column)
{
	struct value value = store_cell(result, row, column);
	return value.kind == VALUE_INTEGER ? value.integer : 0;
}

bool figure_counts_here(const struct counting *counting, struct text facility)
{
	return text_is_empty(counting->facility) ? actor_in_scope(query_actor(counting->query), facility) : text_equal(facility, counting->facility);
}

static bool read_people(const struct counting *counting, const char *sql, const struct value *values, size_t count, struct people *out)
{
	struct store_result result;
	if (!store_query(query_connection(counting->query), counting->arena, sql, values, count, &result, counting->errors))
		return false;
	out->items = ARENA_ARRAY(counting->arena, struct person, result.rows + 1);
	out->count = 0;
	for (size_t i = 0; i < result.rows; i++) {
		if (!figure_counts_here(counting, figure_text(&result, i, 0)))
			continue;
		out->items[out->count++] = (struct person){ .facility = figure_text(&result, i, 0), .sex = figure_text(&result, i, 1),
			.birth = figure_text(&result, i, 2), .nationalities = figure_text(&result, i, 3), .stateless = figure_integer(&result, i, 4) == 1,
			.status = figure_text(&result, i, 5), .offence = figure_text(&result, i, 6), .end = figure_text(&result, i, 7),
			.admitted_at = figure_integer(&result, i, 8), .ended_at = figure_integer(&result, i, 9) };
	}
	return true;
}

static struct value day_value(const struct counting *counting, struct date day)
{
	return value_text(arena_format(counting->arena, "%04d-%02d-%02d", day.year, day.month, day.day));
}

static bool read_stock(const struct counting *counting, struct date day, int64_t moment, struct people *out)
{
	const struct value values[] = { value_integer(moment), day_value(counting, day), value_integer(moment), value_integer(moment) };
	return read_people(counting, STOCK, values, 4, out);
}

static bool read_flow(const struct counting *counting, const char *sql, struct people *out)
{
	const struct value values[] = { day_value(counting, counting->day),
		value_integer(moment_from_date((struct date){ counting->day.year, 1, 1 }) - 1), value_integer(counting->moment) };
	return read_people(counting, sql, values, 3, out);
}

/* ---- who is what ---- */

static bool is_sentenced(const struct person *person) { return legal_status_is_convicted(person->status); }
static bool is_untried(const struct person *person) { return legal_status_is_untried(person->status); }
static bool is_administrative(const struct person *person) { return text_equal_string(person->status, "administrative"); }
static bool is_known(const struct person *person) { return !text_is_empty(person->status); }

static int age_of(const struct person *person, struct date day)
{
	struct date birth;
	return date_parse_partial(person->birth, &birth) && birth.year ? date_age(birth, day) : -1;
}

enum citizenship { CITIZEN, FOREIGN, NOT_KNOWN };

static enum citizenship citizenship_of(const struct counting *counting, const struct person *person)
{
	struct text codes = person->nationalities, code;
	if (person->stateless)
		return FOREIGN;
	if (text_is_empty(counting->home) || text_is_empty(codes) || text_equal_string(codes, "?"))
		return NOT_KNOWN;
	while (text_next(&codes, ' ', &code))
		if (text_equal(code, counting->home))
			return CITIZEN;
	return FOREIGN;
}

/* ---- rows ---- */

struct figure_row *figure_row_add(struct figure_table *table, const char *label, int group, bool total)
{
	struct figure_row *row = &table->rows[table->count++];
	*row = (struct figure_row){ .label = label, .group = group, .total = total };
	return row;
}

int figure_sex(struct text sex)
{
	return text_equal_string(sex, "M") ? FIGURE_MEN : text_equal_string(sex, "F") ? FIGURE_WOMEN : FIGURE_ALL;
}

static void tally(struct figure_row *row, const struct person *person)
{
	int column = figure_sex(person->sex);
	row->cells[FIGURE_ALL]++;
	if (column != FIGURE_ALL)
		row->cells[column]++;
}

static struct figure_row *share(struct figure_table *table, const char *label, int64_t part, int64_t whole)
{
	struct figure_row *row = figure_row_add(table, label, 0, false);
	row->cells[FIGURE_ALL] = part;
	row->of[FIGURE_ALL] = whole > 0 ? whole : 1;
	row->complement = true;
	return row;
}

static const char *const SECTIONS[] = { N_("Acts leading to death"), N_("Harm to the person"), N_("Sexual acts"), N_("Property, with violence"),
	N_("Property only"), N_("Drugs"), N_("Fraud and corruption"), N_("Public order and authority"), N_("Public safety and State security"),
	N_("Natural environment"), N_("Other criminal acts"), N_("Offence not recorded") };
enum { SECTION_COUNT = 12 };

static int section_of(const struct person *person)
{
	int64_t section;
	struct text code = text_slice(person->offence, 0, 2);
	return text_to_integer(code, &section) && section >= 1 && section <= 11 ? (int)section - 1 : SECTION_COUNT - 1;
}

static bool held_table(struct counting *counting, struct figure_table *table)
{
	struct people held;
	if (!read_stock(counting, counting->day, counting->moment, &held))
		return false;
	struct figure_row *total = figure_row_add(table, N_("Persons held"), 0, true), *adults = figure_row_add(table, N_("Adults"), 1, false),
		*young = figure_row_add(table, N_("Under 18"), 1, false), *no_age = figure_row_add(table, N_("Age not known"), 1, false),
		*sentenced = figure_row_add(table, N_("Sentenced"), 2, false), *unsentenced = figure_row_add(table, N_("Unsentenced"), 2, false),
		*no_status = figure_row_add(table, N_("Status not known or other"), 2, false), *citizens = figure_row_add(table, N_("Citizens"), 3, false),
		*foreign = figure_row_add(table, N_("Foreign or stateless"), 3, false), *no_citizenship = figure_row_add(table, N_("Citizenship not known"), 3, false),
		*sections[SECTION_COUNT], *apart;
	for (int i = 0; i < SECTION_COUNT; i++)
		sections[i] = figure_row_add(table, SECTIONS[i], 4, false);
	apart = figure_row_add(table, N_("Held only for administrative reasons, not counted above"), 5, false);
	for (size_t i = 0; i < held.count; i++) {
		const struct person *person = &held.items[i];
		int age = age_of(person, counting->day);
		if (is_administrative(person)) {
			tally(apart, person);
			continue;
		}
		tally(total, person);
		tally(age < 0 ? no_age : age < 18 ? young : adults, person);
		tally(is_sentenced(person) ? sentenced : is_untried(person) ? unsentenced : no_status, person);
		enum citizenship citizenship = citizenship_of(counting, person);
		tally(citizenship == CITIZEN ? citizens : citizenship == FOREIGN ? foreign : no_citizenship, person);
		tally(sections[section_of(person)], person);
	}
	return true;
}

static bool unsentenced_table(struct counting *counting, struct figure_table *table)
{
	struct people held;
	if (!read_stock(counting, counting->day, counting->moment, &held))
		return false;
	struct figure_row *total = figure_row_add(table, N_("Unsentenced"), 0, true), *half = figure_row_add(table, N_("Less than 6 months"), 1, false),
		*year = figure_row_add(table, N_("6 to 12 months"), 1, false), *more = figure_row_add(table, N_("12 months and more"), 1, false);
	for (size_t i = 0; i < held.count; i++) {
		const struct person *person = &held.items[i];
		struct date since = moment_date(person->admitted_at);
		if (!is_untried(person))
			continue;
		tally(total, person);
		tally(date_compare(date_add_months(since, 6), counting->day) > 0 ? half : date_compare(date_add_months(since, 12), counting->day) > 0 ? year
			: more, person);
	}
	return true;
}

static bool entering_table(struct counting *counting, struct figure_table *table)
{
	struct people entered;
	if (!read_flow(counting, ENTRIES, &entered))
		return false;
	struct figure_row *total = figure_row_add(table, N_("Persons entering"), 0, true), *sentenced = figure_row_add(table, N_("Sentenced"), 1, false),
		*unsentenced = figure_row_add(table, N_("Unsentenced"), 1, false), *other = figure_row_add(table, N_("Status not known or other"), 1, false);
	for (size_t i = 0; i < entered.count; i++) {
		tally(total, &entered.items[i]);
		tally(is_sentenced(&entered.items[i]) ? sentenced : is_untried(&entered.items[i]) ? unsentenced : other, &entered.items[i]);
	}
	return true;
}

static bool read_capacity(struct counting *counting, int64_t *out_facilities, int64_t *out_capacity)
{
	struct store_result result;
	*out_facilities = *out_capacity = 0;
	if (!store_query(query_connection(counting->query), counting->arena, "SELECT id, capacity FROM facility WHERE in_use = 1", NULL, 0, &result,
		    counting->errors))
		return false;
	for (size_t i = 0; i < result.rows; i++) {
		if (!figure_counts_here(counting, figure_text(&result, i, 0)))
			continue;
		*out_facilities += 1;
		*out_capacity += figure_integer(&result, i, 1);
	}
	return true;
}

static bool capacity_table(struct counting *counting, struct figure_table *table)
{
	struct people held;
	int64_t facilities, capacity;
	if (!read_stock(counting, counting->day, counting->moment, &held) || !read_capacity(counting, &facilities, &capacity))
		return false;
	figure_row_add(table, N_("Facilities in use"), 0, true)->cells[FIGURE_ALL] = facilities;
	figure_row_add(table, N_("Official capacity"), 0, true)->cells[FIGURE_ALL] = capacity;
	figure_row_add(table, N_("Persons held"), 0, true)->cells[FIGURE_ALL] = (int64_t)held.count;
	share(table, N_("Occupancy"), (int64_t)held.count, capacity)->complement = false; /* of places, not of people */
	return true;
}

static bool deaths_table(struct counting *counting, struct figure_table *table)
{
	struct people gone;
	if (!read_flow(counting, EXITS, &gone))
		return false;
	struct figure_row *died = figure_row_add(table, N_("Died in custody"), 0, false);
	for (size_t i = 0; i < gone.count; i++)
		if (text_equal_string(gone.items[i].end, "died"))
			tally(died, &gone.items[i]);
	return true;
}

static bool space_stock_table(struct counting *counting, struct figure_table *table)
{
	static const struct { const char *label; int until; } BANDS[] = { { N_("Under 18"), 17 }, { N_("18 to 20"), 20 }, { N_("21 to 24"), 24 },
		{ N_("25 to 29"), 29 }, { N_("30 to 39"), 39 }, { N_("40 to 49"), 49 }, { N_("50 to 64"), 64 }, { N_("65 and older"), 200 } };
	enum { BAND_COUNT = sizeof BANDS / sizeof *BANDS };
	struct people held;
	struct figure_row *bands[BAND_COUNT];
	if (!read_stock(counting, counting->day, counting->moment, &held))
		return false;
	struct figure_row *total = figure_row_add(table, N_("Persons held"), 0, true);
	for (int i = 0; i < BAND_COUNT; i++)
		bands[i] = figure_row_add(table, BANDS[i].label, 1, false);
	struct figure_row *no_age = figure_row_add(table, N_("Age not known"), 1, false), *final = figure_row_add(table, N_("Serving a final sentence"), 2, false),
		*open = figure_row_add(table, N_("Not serving a final sentence"), 2, false);
	for (size_t i = 0; i < held.count; i++) {
		const struct person *person = &held.items[i];
		int age = age_of(person, counting->day), band = 0;
		while (age >= 0 && band < BAND_COUNT - 1 && age > BANDS[band].until)
			band++;
		tally(total, person);
		tally(age < 0 ? no_age : bands[band], person);
		tally(is_sentenced(person) && !text_equal_string(person->status, "appeal") ? final : open, person);
	}
	return true;
}

static bool space_flow_table(struct counting *counting, struct figure_table *table)
{
	struct people entered, gone, held;
	if (!read_flow(counting, ENTRIES, &entered) || !read_flow(counting, EXITS, &gone) ||
		!read_stock(counting, counting->day, counting->moment, &held))
		return false;
	struct figure_row *entries = figure_row_add(table, N_("Entries"), 0, true), *exits = figure_row_add(table, N_("Left custody"), 0, true),
		*released = figure_row_add(table, N_("Released"), 1, false), *died = figure_row_add(table, N_("Died"), 1, false), *escaped = figure_row_add(table, N_("Escaped"), 1, false),
		*other = figure_row_add(table, N_("Handed over or otherwise ended"), 1, false);
	for (size_t i = 0; i < entered.count; i++)
		tally(entries, &entered.items[i]);
	for (size_t i = 0; i < gone.count; i++) {
		struct text end = gone.items[i].end;
		tally(exits, &gone.items[i]);
		tally(text_equal_string(end, "released") ? released : text_equal_string(end, "died") ? died : text_equal_string(end, "escaped") ? escaped : other,
			&gone.items[i]);
	}
	int64_t days = date_to_days(counting->day) - date_to_days((struct date){ counting->day.year, 1, 1 }) + 1;
	/* Stock over entries a month, in tenths of a month: an indicator of length (SPACE I). */
	struct figure_row *length = figure_row_add(table, N_("Average length of custody, months"), 0, true);
	length->cells[FIGURE_ALL] = entered.count > 0 ? (int64_t)held.count * days * 120 / ((int64_t)entered.count * 3652 / 10) / 10 : 0;
	return true;
}

static bool wpb_table(struct counting *counting, struct figure_table *table)
{
	struct people held;
	int64_t facilities, capacity, untried = 0, women = 0, young = 0, foreign = 0;
	if (!read_stock(counting, counting->day, counting->moment, &held) || !read_capacity(counting, &facilities, &capacity))
		return false;
	for (size_t i = 0; i < held.count; i++) {
		const struct person *person = &held.items[i];
		int age = age_of(person, counting->day);
		untried += is_known(person) && !is_sentenced(person) ? 1 : 0;
		women += text_equal_string(person->sex, "F") ? 1 : 0;
		young += age >= 0 && age < 18 ? 1 : 0;
		foreign += citizenship_of(counting, person) == FOREIGN ? 1 : 0;
	}
	int64_t all = (int64_t)held.count;
	figure_row_add(table, N_("Prison population"), 0, true)->cells[FIGURE_ALL] = all;
	share(table, N_("Pre-trial and remand"), untried, all);
	share(table, N_("Women"), women, all);
	share(table, N_("Under 18"), young, all);
	share(table, N_("Foreign or stateless"), foreign, all);
	figure_row_add(table, N_("Facilities in use"), 0, true)->cells[FIGURE_ALL] = facilities;
	figure_row_add(table, N_("Official capacity"), 0, true)->cells[FIGURE_ALL] = capacity;
	share(table, N_("Occupancy"), all, capacity)->complement = false;
	return true;
}

/* Ends of the last twelve months and the day itself. */
static bool months_table(struct counting *counting, struct figure_table *table)
{
	struct date day = counting->day;
	int64_t moment = counting->moment;
	for (int i = 0; i < 13; i++) {
		struct people held;
		if (!read_stock(counting, day, moment, &held))
			return false;
		struct figure_row *row = figure_row_add(table, N_("Persons held"), 0, false);
		table->months[table->count - 1] = day_value(counting, day).text;
		for (size_t j = 0; j < held.count; j++)
			tally(row, &held.items[j]);
		day = date_add_days((struct date){ day.year, day.month, 1 }, -1);
		moment = moment_from_date(date_add_days(day, 1)) - 1;
	}
	return true;
}

static bool fill(struct counting *counting, const struct figure_kind *kind, struct figure_table *table)
{
	static bool (*const MAKERS[])(struct counting *counting, struct figure_table *table) = { held_table, unsentenced_table, entering_table,
		capacity_table, deaths_table, space_stock_table, space_flow_table, wpb_table, months_table };
	for (size_t i = 0; FIGURE_KINDS[i].code; i++)
		if (kind == &FIGURE_KINDS[i]) {
			table->by_sex = MAKERS[i] != capacity_table && MAKERS[i] != wpb_table;
			return MAKERS[i](counting, table);
		}
	return management_table(counting, (size_t)(kind - MANAGEMENT_KINDS), table);
}

static const struct figure_kind *kind_of(struct text code)
{
	const struct figure_kind *const all[] = { FIGURE_KINDS, MANAGEMENT_KINDS };
	for (size_t i = 0; i < 2; i++)
		for (const struct figure_kind *kind = all[i]; kind->code; kind++)
			if (text_equal_string(code, kind->code))
				return kind;
	return NULL;
}

bool statistics_table(struct query *query, struct text code, struct text facility, struct date day, int64_t moment, int64_t small,
	struct figure_table **out_table, struct error_list *errors)
{
	struct counting counting = { .query = query, .arena = query_arena(query), .facility = facility, .day = day, .moment = moment, .errors = errors,
		.home = profile_parameter(service_profile(query_service(query)), text_empty(), "home.nationality") };
	if (!text_is_empty(facility) && !actor_in_scope(query_actor(query), facility)) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .message = access_reason_label(ACCESS_SCOPE) });
		return false;
	}
	const struct figure_kind *kind = kind_of(code);
	if (!kind) {
		error_say(errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
		return false;
	}
	struct figure_table *table = ARENA_NEW(counting.arena, struct figure_table);
	*table = (struct figure_table){ .code = kind->code, .title = kind->title, .definition = kind->definition };
	if (!fill(&counting, kind, table))
		return false;
	if (small > 0)
		figures_suppress(table, small);
	*out_table = table;
	return true;
}
