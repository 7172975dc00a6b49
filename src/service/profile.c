/* profile.c - parameters of a country and its facilities: defaults and bounds from the shipped table, values from JSON. */
#include "service/profile.h"

#include <stdlib.h>

#include "base/map.h"
#include "format/json.h"
#include "service/deadline.h"

extern const unsigned char share_rule_parameters[], share_rules[];
extern const size_t share_rule_parameters_size, share_rules_size;

struct profile {
	struct text name, title;
	struct map lines;      /* parameter -> struct profile_line */
	struct map values;     /* parameter -> struct text */
	struct map facilities; /* code -> struct map of values */
	struct calendar calendar;
};

enum bound_kind { BOUND_NONE, BOUND_FLOOR, BOUND_CEILING };
struct bound {
	enum bound_kind kind;
	int64_t limit;
	bool has_limit;
	struct text rule;
};

static const char *const WEEKDAYS[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
enum { SATURDAY_AND_SUNDAY = 1 << 5 | 1 << 6, HOLIDAYS_MAXIMUM = 4000 };

/* ---- the shipped table ---- */

static struct text parameters_table(void)
{
	return text_make((const char *)share_rule_parameters, share_rule_parameters_size);
}

struct text profile_rules_table(void)
{
	return text_make((const char *)share_rules, share_rules_size);
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* "15 to flag" is 15 and a remark; "national law" is a remark alone. */
static void split_default(struct text text, struct text *out_value, struct text *out_remark)
{
	size_t space = text_find_byte(text, ' ');
	if (text_is_empty(text) || !is_digit(text.data[0])) {
		*out_value = text_empty();
		*out_remark = text;
		return;
	}
	*out_value = text_slice(text, 0, space);
	*out_remark = text_trim(text_slice(text, space, text.length));
}

static bool next_line(struct text *rest, struct profile_line *out_line)
{
	struct text line, cells[5] = {{0}};
	if (!text_next(rest, '\n', &line))
		return false;
	for (size_t i = 0; i < 5; i++)
		if (!text_next(&line, '\t', &cells[i]))
			cells[i] = text_empty();
	*out_line = (struct profile_line){.name = cells[0], .bound = cells[2], .source = cells[3], .rules = cells[4]};
	split_default(cells[1], &out_line->value, &out_line->remark);
	return true;
}

static struct text lines_after_heading(void)
{
	struct text rest = parameters_table(), heading;
	text_next(&rest, '\n', &heading);
	return rest;
}

size_t profile_line_count(void)
{
	struct text rest = lines_after_heading();
	struct profile_line line;
	size_t count = 0;
	while (next_line(&rest, &line))
		count++;
	return count;
}

bool profile_line(size_t index, struct profile_line *out_line)
{
	struct text rest = lines_after_heading();
	struct profile_line line;
	for (size_t i = 0; next_line(&rest, &line); i++) {
		if (i != index)
			continue;
		*out_line = line;
		return true;
	}
	return false;
}

/* Number at the start of a text: "14,7,3" gives 14. */
static bool leading_integer(struct text text, int64_t *out_integer)
{
	size_t end = 0;
	while (end < text.length && is_digit(text.data[end]))
		end++;
	return text_to_integer(text_slice(text, 0, end), out_integer);
}

static struct bound bound_of(const struct profile_line *line)
{
	struct bound bound = {.rule = line->rules};
	struct text rest = text_empty();
	if (text_starts_with(line->bound, TEXT_OF("floor"))) {
		bound.kind = BOUND_FLOOR;
		rest = text_trim(text_slice(line->bound, 5, line->bound.length));
	} else if (text_starts_with(line->bound, TEXT_OF("ceiling"))) {
		bound.kind = BOUND_CEILING;
		rest = text_trim(text_slice(line->bound, 7, line->bound.length));
	}
	bound.has_limit = leading_integer(rest, &bound.limit);
	size_t from = text_find_byte(rest, '('), to = text_find_byte(rest, ')');
	if (from < to && to < rest.length)
		bound.rule = text_slice(rest, from + 1, to);
	return bound;
}

struct profile *profile_neutral(struct arena *arena)
{
	struct profile *profile = ARENA_NEW(arena, struct profile);
	profile->name = TEXT_OF("neutral");
	profile->title = TEXT_OF("Neutral: the Nelson Mandela Rules with the defaults of Custos");
	map_begin(&profile->lines, arena);
	map_begin(&profile->values, arena);
	map_begin(&profile->facilities, arena);
	struct text rest = lines_after_heading();
	struct profile_line line;
	while (next_line(&rest, &line)) {
		struct profile_line *kept = ARENA_NEW(arena, struct profile_line);
		*kept = line;
		map_set(&profile->lines, kept->name, kept);
	}
	profile->calendar.weekend = SATURDAY_AND_SUNDAY;
	return profile;
}

/* ---- loading ---- */

struct loading {
	struct arena *arena;
	struct profile *profile;
	struct error_list *errors;
};

/* Pointer to a member of the profile, its name escaped as RFC 6901 asks ("/" does not occur in names). */
static struct text path_of(struct loading *loading, struct text facility, struct text name)
{
	if (text_is_empty(facility))
		return arena_format(loading->errors->arena, "/parameters/%.*s", TEXT_FORMAT(name));
	return arena_format(loading->errors->arena, "/facilities/%.*s/parameters/%.*s", TEXT_FORMAT(facility),
		TEXT_FORMAT(name));
}

static void refuse(struct loading *loading, const struct profile_line *line, const struct bound *bound, struct text value,
	int64_t limit, struct text path)
{
	error_add(loading->errors, &(struct error){.code = E_RULE, .path = path,
		.citation = arena_string(loading->errors->arena, bound->rule),
		.message = bound->kind == BOUND_FLOOR ? N_("{name} is {value}, but {rule} allows no less than {limit}")
						      : N_("{name} is {value}, but {rule} allows no more than {limit}"),
		.advice = N_("A profile may be stricter than the rules, never looser"),
		.parameters = {{"name", line->name, false}, {"value", value, false}, {"rule", bound->rule, false},
			{"limit", arena_format(loading->errors->arena, "%lld", (long long)limit), false}}});
}

/* Against the bound of the rule, and for a facility against what its country sets. */
static bool within_bound(struct loading *loading, const struct profile_line *line, struct text facility, struct text value,
	struct text path)
{
	struct bound bound = bound_of(line);
	int64_t number, country;
	if (bound.kind == BOUND_NONE)
		return true;
	if (!leading_integer(value, &number)) {
		error_say(loading->errors, E_TYPE, arena_string(loading->arena, path), N_("This parameter is a number"));
		return false;
	}
	bool has_country = !text_is_empty(facility) &&
		leading_integer(profile_parameter(loading->profile, text_empty(), arena_string(loading->arena, line->name)),
			&country);
	if (has_country && (!bound.has_limit ||
			(bound.kind == BOUND_FLOOR ? country > bound.limit : country < bound.limit))) {
		bound.limit = country;
		bound.has_limit = true;
	}
	if (!bound.has_limit || (bound.kind == BOUND_FLOOR ? number >= bound.limit : number <= bound.limit))
		return true;
	refuse(loading, line, &bound, value, bound.limit, path);
	return false;
}

static bool value_of(struct loading *loading, struct json_value json, struct text path, struct text *out_value)
{
	enum json_kind kind = json_kind(json);
	if (kind == JSON_INTEGER && json_to_integer(json, -1) >= 0) {
		*out_value = arena_format(loading->arena, "%lld", (long long)json_to_integer(json, 0));
		return true;
	}
	if (kind == JSON_STRING && !text_is_empty(json_text(json))) {
		*out_value = arena_copy(loading->arena, json_text(json));
		return true;
	}
	error_say(loading->errors, E_TYPE, arena_string(loading->arena, path),
		N_("A parameter is a whole number, or a text in quotation marks"));
	return false;
}

static void load_values(struct loading *loading, struct json_value object, struct text facility, struct map *values)
{
	struct text name, value;
	struct json_value json;
	for (size_t i = 0; json_member_at(object, i, &name, &json); i++) {
		struct text path = path_of(loading, facility, name);
		const struct profile_line *line = map_get(&loading->profile->lines, name);
		if (!line) {
			error_add(loading->errors, &(struct error){.code = E_UNKNOWN_FIELD, .path = path,
				.message = N_("There is no parameter {name}"), .parameters = {{"name", name, false}}});
			continue;
		}
		if (!value_of(loading, json, path, &value) || !within_bound(loading, line, facility, value, path))
			continue;
		struct text *kept = ARENA_NEW(loading->arena, struct text);
		*kept = value;
		map_set(values, line->name, kept);
	}
}

static void load_facilities(struct loading *loading, struct json_value object)
{
	struct text code;
	struct json_value facility;
	for (size_t i = 0; json_member_at(object, i, &code, &facility); i++) {
		struct map *values = ARENA_NEW(loading->arena, struct map);
		map_begin(values, loading->arena);
		load_values(loading, json_get(facility, "parameters"), code, values);
		map_set(&loading->profile->facilities, arena_copy(loading->arena, code), values);
	}
}

static void load_weekend(struct loading *loading, struct json_value array)
{
	unsigned weekend = 0;
	for (size_t i = 0; i < json_count(array); i++) {
		unsigned day = 0;
		while (day < 7 && !text_equal_string(json_text(json_at(array, i)), WEEKDAYS[day]))
			day++;
		if (day == 7)
			error_say(loading->errors, E_CHOICE, "/weekend", N_("A day is mon, tue, wed, thu, fri, sat or sun"));
		else
			weekend |= 1u << day;
	}
	if (weekend == 0x7f)
		error_say(loading->errors, E_LIMIT, "/weekend", N_("A week has at least one working day"));
	loading->profile->calendar.weekend = weekend;
}

static int compare_days(const void *left, const void *right)
{
	int32_t first = *(const int32_t *)left, second = *(const int32_t *)right;
	return (first > second) - (first < second);
}

static void load_holidays(struct loading *loading, struct json_value array)
{
	size_t count = json_count(array);
	if (count > HOLIDAYS_MAXIMUM) {
		error_say(loading->errors, E_LIMIT, "/holidays", N_("There are too many holidays"));
		return;
	}
	int32_t *days = ARENA_ARRAY(loading->arena, int32_t, count + 1);
	for (size_t i = 0; i < count; i++) {
		struct date date;
		if (date_parse(json_text(json_at(array, i)), &date))
			days[i] = date_to_days(date);
		else
			error_say(loading->errors, E_TYPE, "/holidays", N_("A holiday is a date such as 2026-12-25"));
	}
	qsort(days, count, sizeof days[0], compare_days);
	loading->profile->calendar.holidays = days;
	loading->profile->calendar.holiday_count = count;
}

static void check_members(struct loading *loading, struct json_value root)
{
	static const char *const KNOWN[] = {"profile", "title", "parameters", "weekend", "holidays", "facilities"};
	struct text name;
	struct json_value value;
	for (size_t i = 0; json_member_at(root, i, &name, &value); i++) {
		size_t known = 0;
		while (known < sizeof KNOWN / sizeof KNOWN[0] && !text_equal_string(name, KNOWN[known]))
			known++;
		if (known == sizeof KNOWN / sizeof KNOWN[0])
			error_add(loading->errors, &(struct error){.code = E_UNKNOWN_FIELD,
				.path = arena_format(loading->errors->arena, "/%.*s", TEXT_FORMAT(name)),
				.message = N_("A profile has no member {name}"), .parameters = {{"name", name, false}}});
	}
}

bool profile_load(struct arena *arena, struct text json, struct profile **out_profile, struct error_list *errors)
{
	struct json_value root;
	size_t before = errors->count;
	if (!json_parse(arena, json, &root, errors))
		return false;
	if (json_kind(root) != JSON_OBJECT) {
		error_say(errors, E_SYNTAX, NULL, N_("A profile is a JSON object"));
		return false;
	}
	struct loading loading = {.arena = arena, .profile = profile_neutral(arena), .errors = errors};
	check_members(&loading, root);
	loading.profile->name = arena_copy(arena, json_get_text(root, "profile"));
	loading.profile->title = arena_copy(arena, json_get_text(root, "title"));
	if (text_is_empty(loading.profile->name))
		error_say(errors, E_REQUIRED, "/profile", N_("A profile needs a name"));
	load_values(&loading, json_get(root, "parameters"), text_empty(), &loading.profile->values);
	if (!json_is_absent(json_get(root, "weekend")))
		load_weekend(&loading, json_get(root, "weekend"));
	load_holidays(&loading, json_get(root, "holidays"));
	load_facilities(&loading, json_get(root, "facilities"));
	if (errors->count > before)
		return false;
	*out_profile = loading.profile;
	return true;
}

/* ---- asking ---- */

struct text profile_parameter(const struct profile *profile, struct text facility_code, const char *name)
{
	struct text key = text_from(name);
	const struct map *facility = map_get(&profile->facilities, facility_code);
	const struct text *value = facility ? map_get(facility, key) : NULL;
	if (!value)
		value = map_get(&profile->values, key);
	if (value)
		return *value;
	const struct profile_line *line = map_get(&profile->lines, key);
	return line ? line->value : text_empty();
}

struct text profile_source(const struct profile *profile, const char *name)
{
	if (map_get(&profile->values, text_from(name)))
		return profile->title;
	const struct profile_line *line = map_get(&profile->lines, text_from(name));
	return line ? line->source : text_empty();
}

const struct calendar *profile_calendar(const struct profile *profile)
{
	return &profile->calendar;
}

struct text profile_name(const struct profile *profile)
{
	return profile->name;
}

struct text profile_title(const struct profile *profile)
{
	return profile->title;
}
