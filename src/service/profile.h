/*
 * profile.h - parameters of a country and of a facility, as data that may tighten the Rules and never loosen them.
 *
 * JSON: {"profile":"neutral","title":"...","parameters":{"adm.exam_hours":24,...},"weekend":["sat","sun"],
 * "holidays":["2026-12-25",...],"facilities":{"IK-71":{"parameters":{...}}}}. Defaults and bounds come from
 * share/rule-parameters.tsv (built into the binary). Loading a value outside its bound is refused with the name of the
 * rule and the floor; a facility may not be looser than its country either. Values are integers, or texts where a
 * parameter is a list ("7,10,13"). A default such as "15 to flag" is the value 15 with a remark; "national law" is unset.
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
