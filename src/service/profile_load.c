/* profile_load.c - reading a profile from JSON: every value against the bound of its rule and against its country. */
#include "service/profile_internal.h"

#include <stdlib.h>

#include "base/hash.h"
#include "format/json.h"
#include "service/rule_register.h"

static const char *const WEEKDAYS[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
enum { HOLIDAYS_MAXIMUM = 4000 };

enum bound_kind { BOUND_NONE, BOUND_FLOOR, BOUND_CEILING };
struct bound {
	enum bound_kind kind;
	int64_t limit;
	bool has_limit;
	struct text rule;
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
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

struct loading {
	struct arena *arena;
	struct profile *profile;
	struct error_list *errors;
	bool apart; /* a facility's own profile, not a part of its country's */
	bool stale; /* values that the country has overtaken are passed over */
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

static void refuse_setting(struct loading *loading, const struct profile_line *line, struct text rule, const char *message, struct text path)
{
	error_add(loading->errors, &(struct error){.code = E_RULE, .path = path, .message = message,
		.citation = arena_string(loading->errors->arena, rule), .advice = N_("A profile may be stricter than the rules, never looser"),
		.parameters = {{"name", line->name, false}, {"rule", rule, false}}});
}

/* No text says which way such a parameter is stricter: absolute rules are not touched at all, and a facility leaves alone what its
 * country has decided. */
static bool is_free(struct loading *loading, const struct profile_line *line, struct text value, struct text path)
{
	struct text rules = line->rules, rule;
	while (text_next(&rules, ' ', &rule)) {
		if (!register_is_absolute(rule) || text_equal(value, line->value))
			continue;
		refuse_setting(loading, line, rule, N_("{name} belongs to rule {rule}, which is absolute: no profile may change it"), path);
		refuse_setting(loading, line, TEXT_OF("NMR-1"), N_("No profile, role or waiver touches a rule that protects from torture and ill-treatment"), path);
		return false;
	}
	const struct text *country = !loading->apart ? NULL : map_get(&loading->profile->values, line->name);
	if (!country || text_equal(*country, value))
		return true;
	if (!loading->stale)
		refuse_setting(loading, line, line->rules, N_("{name} is set by the country, and no text says which way it is stricter: a facility cannot change it"), path);
	return false;
}

/* Against the bound of the rule, and for a facility against what its country sets. */
static bool within_bound(struct loading *loading, const struct profile_line *line, struct text facility, struct text value,
	struct text path)
{
	struct bound bound = bound_of(line);
	int64_t number, country;
	if (bound.kind == BOUND_NONE)
		return is_free(loading, line, value, path);
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
	if (!loading->stale)
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

static struct text lines_of(struct arena *arena, struct text all, struct text facility, const struct map *values)
{
	for (size_t i = 0; i < values->count; i++)
		all = arena_format(arena, "%.*s%.*s %.*s=%.*s\n", TEXT_FORMAT(all), TEXT_FORMAT(facility), TEXT_FORMAT(values->entries[i].key),
			TEXT_FORMAT(*(const struct text *)values->entries[i].value));
	return all;
}

/* Eight digits of the hash of everything that is set tell two profiles of one name apart. */
static void stamp(struct profile *profile)
{
	struct text all = lines_of(profile->arena, profile->name, text_empty(), &profile->values);
	for (size_t i = 0; i < profile->facilities.count; i++)
		all = lines_of(profile->arena, all, profile->facilities.entries[i].key, profile->facilities.entries[i].value);
	struct hash hash = hash_of(all.data, all.length);
	profile->stamp = arena_format(profile->arena, "%.*s@%.*s", TEXT_FORMAT(profile->name),
		TEXT_FORMAT(hex_encode(profile->arena, hash.bytes, 4)));
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
	stamp(loading.profile);
	*out_profile = loading.profile;
	return true;
}

bool profile_lay(struct profile *profile, struct text facility_code, struct text json, bool stale, struct error_list *errors)
{
	struct loading loading = {.arena = profile->arena, .profile = profile, .errors = errors, .apart = true, .stale = stale};
	struct json_value root;
	struct map *values = ARENA_NEW(profile->arena, struct map);
	size_t before = errors->count;
	if (!json_parse(profile->arena, json, &root, errors))
		return false;
	if (json_kind(root) != JSON_OBJECT || text_is_empty(json_get_text(root, "profile"))) {
		error_say(errors, E_REQUIRED, "/profile", N_("A profile needs a name"));
		return false;
	}
	if (!json_is_absent(json_get(root, "facilities")) || !json_is_absent(json_get(root, "weekend")) ||
			!json_is_absent(json_get(root, "holidays")))
		error_say(errors, E_UNKNOWN_FIELD, NULL, N_("The profile of a facility has only parameters; calendar and facilities belong to the country"));
	check_members(&loading, root);
	map_begin(values, profile->arena);
	load_values(&loading, json_get(root, "parameters"), facility_code, values);
	if (errors->count > before)
		return false;
	map_set(&profile->facilities, arena_copy(profile->arena, facility_code), values);
	stamp(profile);
	return true;
}
