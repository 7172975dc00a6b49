/*
 * profile.h - parameters of a country and of a facility, as data that may tighten the Rules and never loosen them.
 *
 * JSON: {"profile":"neutral","title":"...","parameters":{"adm.exam_hours":24,...},"weekend":["sat","sun"],
 * "holidays":["2026-12-25",...],"facilities":{"IK-71":{"parameters":{...}}}}. Defaults and bounds come from
 * share/rule-parameters.tsv (built into the binary). Loading a value outside its bound is refused with the name of the
 * rule and the floor; a facility may not be looser than its country either, nor set what its country has set when no text
 * says which way is stricter. A parameter of an absolute rule keeps its default whoever asks. Values are integers, or texts
 * where a parameter is a list ("7,10,13"). A default such as "15 to flag" is the value 15 with a remark; "national law" is
 * unset.
 *
 * What is in force is journaled: rows of profile_setting (service/records.h), made by profile.load with two persons, each with
 * the day from which it holds. Until a first one holds, profile.json of the data folder does, and without one the neutral
 * profile. A facility's own profile lies over its country's; where the country has become stricter since, the country holds.
 */
#ifndef CUSTOS_SERVICE_PROFILE_H
#define CUSTOS_SERVICE_PROFILE_H

#include "base/date.h"
#include "base/error.h"

struct profile;
struct calendar;

/* The built-in neutral profile with all defaults. */
struct profile *profile_neutral(struct arena *arena);
bool profile_load(struct arena *arena, struct text json, struct profile **out_profile, struct error_list *errors);
/* Lays the profile of one facility over its country's: {"profile":..,"title":..,"parameters":{..}}. stale: passes over values that
 * the country has overtaken instead of refusing them. */
bool profile_lay(struct profile *profile, struct text facility_code, struct text json, bool stale, struct error_list *errors);
/* "name@1a2b3c4d": the name and the start of the SHA-256 of all values, for what is kept with decisions. */
struct text profile_stamp(const struct profile *profile);
/* What a profile sets itself: the i-th value of the country (facility_code empty) or of a facility. */
bool profile_value_at(const struct profile *profile, struct text facility_code, size_t index, struct text *out_name,
	struct text *out_value);
struct text profile_parameter(const struct profile *profile, struct text facility_code, const char *name);
/* Source of a parameter's value for the page: "product proposal, no number in the texts" ... */
struct text profile_source(const struct profile *profile, const char *name);
const struct calendar *profile_calendar(const struct profile *profile);
struct text profile_name(const struct profile *profile);
struct text profile_title(const struct profile *profile);

/* One line of share/rule-parameters.tsv, for the page of parameters. Views of the binary's own data. */
struct profile_line {
	struct text name, value /* default; empty: national law, none */, remark, bound, source, rules;
};
size_t profile_line_count(void);
bool profile_line(size_t index, struct profile_line *out_line);
/* share/rules.tsv as shipped: the register of rules, tab-separated with a heading line. */
struct text profile_rules_table(void);

#endif
