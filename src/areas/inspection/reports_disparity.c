/* reports_disparity.c - reads who is here and what met them, and compares two groups. */
#include "areas/inspection/reports_disparity.h"

#include "areas/inspection/reports_tables.h"
#include "service/profile.h"

enum { YOUNG_ADULT = 25 };
enum { COLUMN_FACILITY, COLUMN_SEX, COLUMN_BIRTH, COLUMN_NATIONALITIES, COLUMN_STATELESS, COLUMN_EVENTS };

const char *const DISPARITY_EVENTS[EVENT_COUNT] = { [EVENT_SANCTION] = N_("Sanction"), [EVENT_SEPARATION] = N_("Separation"), [EVENT_SEARCH] = N_("Search of the person"),
	[EVENT_FORCE] = N_("Force without an instrument"), [EVENT_RESTRAINT] = N_("Restraint or weapon"), [EVENT_PRIVILEGES] = N_("Loss of privileges") };
const char *const DISPARITY_GROUPS[GROUPING_COUNT][2] = { [GROUPING_SEX] = { N_("Men"), N_("Women") }, [GROUPING_CITIZENSHIP] = { N_("Citizens"), N_("Foreign or stateless") },
	[GROUPING_AGE] = { N_("Under 25"), N_("25 and older") } };

#define MET(from) ", CASE WHEN EXISTS (SELECT 1 FROM " from ") THEN 1 ELSE 0 END"
static const char PEOPLE[] = "SELECT p.current_facility, p.sex, p.birth_date, p.nationalities, p.stateless"
	MET("sanction s WHERE s.person = p.id AND s.created_at > $1 AND s.created_at <= $2 AND s.state <> 'quashed'")
	MET("separation s WHERE s.person = p.id AND s.starts_at > $1 AND s.starts_at <= $2 AND s.kind <> 'health'")
	MET("person_search s WHERE s.person = p.id AND s.searched_at > $1 AND s.searched_at <= $2 AND s.result <> 'refused'")
	MET("use_of_force s WHERE s.person = p.id AND s.started_at > $1 AND s.started_at <= $2 AND s.instrument IN ('hands', 'pain')")
	MET("use_of_force s WHERE s.person = p.id AND s.started_at > $1 AND s.started_at <= $2 AND s.instrument NOT IN ('hands', 'pain')")
	MET("privilege_level s WHERE s.person = p.id AND s.starts_at > $1 AND s.starts_at <= $2 AND (s.level_before = 'enhanced' OR"
		" (s.level_before = 'standard' AND s.level = 'basic')) AND s.level <> s.level_before")
	" FROM person p WHERE p.current_facility IS NOT NULL";

/* 0 or 1; -1: not known, and in no group. */
static int group_of(enum disparity_grouping grouping, const struct store_result *result, size_t row, struct text home, struct date day)
{
	struct text codes = figure_text(result, row, COLUMN_NATIONALITIES), code;
	struct date birth;
	switch (grouping) {
	case GROUPING_SEX: {
		int column = figure_sex(figure_text(result, row, COLUMN_SEX));
		return column == FIGURE_MEN ? 0 : column == FIGURE_WOMEN ? 1 : -1;
	}
	case GROUPING_CITIZENSHIP:
		if (figure_integer(result, row, COLUMN_STATELESS) == 1)
			return 1;
		if (text_is_empty(home) || text_is_empty(codes) || text_equal_string(codes, "?"))
			return -1;
		while (text_next(&codes, ' ', &code))
			if (text_equal(code, home))
				return 0;
		return 1;
	default:
		return !date_parse_partial(figure_text(result, row, COLUMN_BIRTH), &birth) || !birth.year ? -1 : date_age(birth, day) < YOUNG_ADULT ? 0 : 1;
	}
}

bool disparity_read(struct query *query, struct text facility, int64_t moment, struct disparity_counts *out, struct error_list *errors)
{
	struct store_result result;
	const struct counting counting = { .query = query, .facility = facility };
	const struct value values[] = { value_integer(moment - DISPARITY_DAYS * MOMENT_DAY), value_integer(moment) };
	struct text home = profile_parameter(service_profile(query_service(query)), text_empty(), "home.nationality");
	*out = (struct disparity_counts){ 0 };
	if (!store_query(query_connection(query), query_arena(query), PEOPLE, values, 2, &result, errors))
		return false;
	for (size_t i = 0; i < result.rows; i++) {
		if (!figure_counts_here(&counting, figure_text(&result, i, COLUMN_FACILITY)))
			continue;
		for (int grouping = 0; grouping < GROUPING_COUNT; grouping++) {
			int group = group_of((enum disparity_grouping)grouping, &result, i, home, moment_date(moment));
			for (int event = 0; group >= 0 && event < EVENT_COUNT; event++) {
				out->sides[event][grouping][group].people++;
				out->sides[event][grouping][group].met += figure_integer(&result, i, COLUMN_EVENTS + (size_t)event);
			}
		}
	}
	return true;
}

static bool is_small(const struct disparity_side *side, int64_t small)
{
	int64_t spared = side->people - side->met;
	return (side->met > 0 && side->met < small) || (spared > 0 && spared < small);
}

enum disparity_answer disparity_compare(const struct disparity_side *side, const struct disparity_side *other, int64_t least, int64_t small, int64_t hundredths)
{
	if (side->people < least || other->people < least || side->people == 0 || other->people == 0)
		return DISPARITY_FEW;
	if (is_small(side, small) || is_small(other, small))
		return DISPARITY_SMALL;
	return side->met * other->people * 100 > other->met * side->people * hundredths ? DISPARITY_ABOVE : DISPARITY_EQUAL;
}

int64_t disparity_hundredths(struct text ratio, int64_t otherwise)
{
	int64_t whole, part = 0;
	size_t dot = text_find_byte(ratio, '.');
	struct text after = dot == SIZE_MAX ? text_empty() : text_slice(ratio, dot + 1, ratio.length);
	if (!text_to_integer(dot == SIZE_MAX ? ratio : text_slice(ratio, 0, dot), &whole) || after.length > 2 || (after.length > 0 && !text_to_integer(after, &part)))
		return otherwise;
	return whole * 100 + (after.length == 1 ? part * 10 : part);
}
