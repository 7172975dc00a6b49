/* profile.c - parameters of a country and its facilities: defaults and bounds from the shipped table, values from JSON. */
#include "service/profile_internal.h"

extern const unsigned char share_rule_parameters[], share_rules[];
extern const size_t share_rule_parameters_size, share_rules_size;



enum { SATURDAY_AND_SUNDAY = 1 << 5 | 1 << 6 };

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

struct profile *profile_neutral(struct arena *arena)
{
	struct profile *profile = ARENA_NEW(arena, struct profile);
	profile->arena = arena;
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
	profile->stamp = TEXT_OF("neutral");
	return profile;
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

struct text profile_stamp(const struct profile *profile)
{
	return profile->stamp;
}

bool profile_value_at(const struct profile *profile, struct text facility_code, size_t index, struct text *out_name,
	struct text *out_value)
{
	const struct map *values = text_is_empty(facility_code) ? &profile->values : map_get(&profile->facilities, facility_code);
	if (!values || index >= values->count)
		return false;
	*out_name = values->entries[index].key;
	*out_value = *(const struct text *)values->entries[index].value;
	return true;
}
