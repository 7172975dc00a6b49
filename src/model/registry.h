/*
 * registry.h - all tables of the program: records, acts, rules, clocks; made once at start, then constant.
 *
 * subject and facility name the records that stand for "the person a file is about" and "the place of work that scopes
 * access"; the engine knows them only through here. registry_check() refuses to start on: a field without sensitivity,
 * label or type; duplicate or reserved names; a reference to no record; scope fields that are not references; a record
 * nobody may read; an act nobody may do; a rule bound to no act; a clock without a rule. It lists every fault.
 */
#ifndef CUSTOS_MODEL_REGISTRY_H
#define CUSTOS_MODEL_REGISTRY_H

#include "model/act.h"
#include "model/clock.h"
#include "model/rule.h"

struct names_source; /* service/names.h */

struct registry {
	const struct record *const *records;
	size_t record_count;
	const struct act *const *acts;
	size_t act_count;
	const struct rule *const *rules;
	size_t rule_count;
	const struct clock_kind *const *clocks;
	size_t clock_count;
	const struct reaction *const *reactions;
	size_t reaction_count;
	const struct names_source *const *names; /* ended by NULL: what is found by name across scripts; NULL: nothing */
	const struct record *subject;
	int subject_facility;	/* field of subject that refers to the facility where the person is now, absent when gone */
	const char *subject_destination; /* name of the field of subject that refers to the other end of an open transfer; NULL:
					  * the subject has none */
	const struct record *facility;
	int facility_code;	/* field: short code, names the facility's logs */
	int facility_zone;	/* field: time zone, IANA name */
};

const struct record *registry_record(const struct registry *registry, struct text name);
const struct act *registry_act(const struct registry *registry, struct text name);
const struct rule *registry_rule(const struct registry *registry, struct text id);
const struct clock_kind *registry_clock(const struct registry *registry, struct text name);
/* Lets every reaction to the act add to its decision. */
void registry_react(const struct registry *registry, struct act_context *context, struct decision *decision);
/* The record a REFERENCE field points at; "@subject" and "@facility" (engine records) stand for those of the registry. */
const struct record *registry_reference(const struct registry *registry, const struct field *field);
bool registry_check(const struct registry *registry, struct error_list *errors);

/*
 * An area hands its tables over: arrays ended by NULL. The app joins areas into the registry, together with the
 * engine's own (service/records.h).
 */
struct area {
	const char *name, *label;
	const struct record *const *records;
	const struct act *const *acts;
	const struct rule *const *rules;
	const struct clock_kind *const *clocks;
	const struct reaction *const *reactions; /* NULL: none */
};

struct registry *registry_make(struct arena *arena, const struct area *const *areas, size_t count);

#endif
