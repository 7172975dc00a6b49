/*
 * memory.h - rows in memory behind a struct act_reader, so that verbs and rules of an area are tested without a database.
 *
 * A test of another area than custody defines MEMORY_AREAS before it includes this: "&AREA_CUSTODY, &AREA_RIGHTS".
 *
 * Rows are written as text, one a line: "person P1 sex=M;birth_date=1990-05-01". A short name stands for the identifier that it pads
 * to; a second line about the same row changes it; an empty value takes the value away. "@admission" in an act's input is the newest
 * row of that record. Acts are run as they are, and their effects can be kept for the next one.
 */
#ifndef CUSTOS_TEST_AREAS_MEMORY_H
#define CUSTOS_TEST_AREAS_MEMORY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "areas/custody/acts.h"
#include "areas/custody/custody.h"
#include "areas/custody/rules.h"
#include "base/random.h"

#ifndef MEMORY_AREAS
#define MEMORY_AREAS &AREA_CUSTODY
#endif

enum { MEMORY_ROWS = 200, MEMORY_PARAMETERS = 8 };
#define MEMORY_NOW (INT64_C(1795255200000)) /* 2026-11-21T10:00:00Z */

struct memory {
	struct arena *arena;
	struct row *rows[MEMORY_ROWS];
	size_t count;
	struct text parameters[MEMORY_PARAMETERS]; /* "name=value" */
	size_t parameter_count;
	struct act_reader reader;
	const struct registry *registry;
	struct actor actor;
	struct act_context context;
	struct decision decision;
	struct error_list errors;
};

static inline struct text memory_id(struct arena *arena, struct text name)
{
	static const char ZEROS[] = "00000000000000000000000000";
	if (name.length == 0 || name.length >= IDENTIFIER_LENGTH)
		return name;
	return arena_format(arena, "%.*s%.*s", (int)(IDENTIFIER_LENGTH - name.length), ZEROS, TEXT_FORMAT(name));
}

static inline struct row *memory_row(const struct memory *memory, const struct record *record, struct text id)
{
	for (size_t i = memory->count; i > 0; i--)
		if (memory->rows[i - 1]->record == record && (id.length == 0 || text_equal(memory->rows[i - 1]->id, id)))
			return memory->rows[i - 1];
	return NULL;
}

static inline const struct row *memory_load(void *state, struct arena *arena, const struct record *record, struct text id)
{
	(void)arena;
	return id.length ? memory_row(state, record, id) : NULL;
}

static inline struct value memory_value(const struct row *row, int field)
{
	if (field == FIELD_ID)
		return value_text(row->id);
	if (field == FIELD_CREATED_AT)
		return value_integer(row->created_at);
	return row_value(row, field);
}

static inline int memory_compare(struct value left, struct value right)
{
	if (left.kind == VALUE_INTEGER && right.kind == VALUE_INTEGER)
		return left.integer < right.integer ? -1 : left.integer > right.integer;
	return text_compare(left.text, right.text);
}

/* As model/act.h says of conditions, as far as areas use them. */
static inline bool memory_matches(const struct row *row, const struct condition *condition)
{
	struct value value = memory_value(row, condition->field);
	bool both = value_is_present(value) && value_is_present(condition->value);
	switch (condition->comparison) {
	case IS: return both && value_equal(value, condition->value);
	case IS_NOT: return !value_equal(value, condition->value);
	case IS_ABSENT: return value.kind == VALUE_ABSENT;
	case IS_PRESENT: return value.kind != VALUE_ABSENT;
	case STARTS_WITH: return both && text_starts_with(value.text, condition->value.text);
	case LESS: return both && memory_compare(value, condition->value) < 0;
	case LESS_OR_EQUAL: return both && memory_compare(value, condition->value) <= 0;
	case GREATER: return both && memory_compare(value, condition->value) > 0;
	case GREATER_OR_EQUAL: return both && memory_compare(value, condition->value) >= 0;
	case IN:
		for (size_t i = 0; i < condition->list_count; i++)
			if (value_equal(value, condition->list[i]))
				return true;
	}
	return false;
}

static inline struct rows memory_find(void *state, struct arena *arena, const struct record *record, const struct condition *conditions,
	size_t count, int order_field, bool descending, size_t limit)
{
	const struct memory *memory = state;
	struct rows found = { ARENA_ARRAY(arena, struct row *, memory->count + 1), 0 };
	for (size_t i = 0; i < memory->count; i++) {
		bool matches = memory->rows[i]->record == record;
		for (size_t j = 0; matches && j < count; j++)
			matches = memory_matches(memory->rows[i], &conditions[j]);
		if (!matches)
			continue;
		size_t place = found.count++;
		for (; place > 0; place--) {
			int compared = memory_compare(memory_value(found.items[place - 1], order_field), memory_value(memory->rows[i], order_field));
			if (descending ? compared >= 0 : compared <= 0)
				break;
			found.items[place] = found.items[place - 1];
		}
		found.items[place] = memory->rows[i];
	}
	if (limit && found.count > limit)
		found.count = limit;
	return found;
}

static inline int64_t memory_count(void *state, const struct record *record, const struct condition *conditions, size_t count)
{
	struct memory *memory = state;
	return (int64_t)memory_find(state, memory->arena, record, conditions, count, FIELD_ID, false, 0).count;
}

static inline struct text memory_parameter(void *state, struct text facility, const char *name)
{
	const struct memory *memory = state;
	(void)facility;
	for (size_t i = memory->parameter_count; i > 0; i--) {
		struct text rest = memory->parameters[i - 1], key;
		text_next(&rest, '=', &key);
		if (text_equal_string(key, name))
			return rest;
	}
	return text_empty();
}

static inline void memory_add(struct memory *memory, struct row *row)
{
	assert_true(memory->count < MEMORY_ROWS);
	memory->rows[memory->count++] = row;
}

/* "sex=M;birth_date=1990" into a row. A name that the record lacks, or a value that the field refuses, fails the test. */
static inline void memory_fill(struct memory *memory, struct row *row, struct text pairs)
{
	struct text pair;
	while (text_next(&pairs, ';', &pair)) {
		struct text name;
		text_next(&pair, '=', &name);
		int index = record_field(row->record, text_trim(name));
		if (index < 0)
			fail_msg("%s has no field %.*s", row->record->name, TEXT_FORMAT(name));
		const struct field *field = &row->record->fields[index];
		struct value value = value_absent();
		if (field->type == FIELD_REFERENCE && text_starts_with(pair, TEXT_OF("@"))) {
			struct text record_name = text_slice(pair, 1, SIZE_MAX);
			const struct record *record = registry_record(memory->registry, record_name);
			if (record && memory_row(memory, record, text_empty()))
				value = value_text(memory_row(memory, record, text_empty())->id);
		} else if (field->type == FIELD_REFERENCE) {
			value = value_text(memory_id(memory->arena, pair));
		} else if (!field_parse(field, memory->arena, pair, &value, &memory->errors)) {
			fail_msg("%s: %.*s is no value of %s", row->record->name, TEXT_FORMAT(pair), field->name);
		}
		row_set(row, index, value);
	}
}

static inline const struct record *memory_record(const struct memory *memory, struct text name)
{
	const struct record *record = registry_record(memory->registry, name);
	if (!record)
		fail_msg("there is no record %.*s", TEXT_FORMAT(name));
	return record;
}

/* Lines "record NAME pairs", and "parameter name=value". */
static inline void memory_put(struct memory *memory, const char *lines)
{
	struct text rest = text_from(lines), line;
	while (text_next(&rest, '\n', &line)) {
		struct text word, name;
		line = text_trim(line);
		text_next(&line, ' ', &word);
		if (text_equal_string(word, "parameter")) {
			memory->parameters[memory->parameter_count++] = line;
			continue;
		}
		text_next(&line, ' ', &name);
		const struct record *record = memory_record(memory, word);
		struct text id = memory_id(memory->arena, name);
		struct row *row = memory_row(memory, record, id);
		if (!row) {
			row = row_new(memory->arena, record);
			row->id = id;
			row->created_at = (int64_t)memory->count;
			memory_add(memory, row);
		}
		memory_fill(memory, row, line);
	}
}

static inline const struct act *memory_act(const struct memory *memory, struct text name)
{
	const struct act *act = registry_act(memory->registry, name);
	if (!act)
		fail_msg("there is no act %.*s", TEXT_FORMAT(name));
	return act;
}

/* What the engine would refuse in the rows that an act decided: required, form, limits, choices, fixed. */
static inline void memory_check(struct memory *memory)
{
	for (size_t i = 0; i < memory->decision.effect_count; i++) {
		const struct effect *effect = &memory->decision.effects[i];
		struct error_list faults;
		error_list_begin(&faults, memory->arena);
		if (effect->row->record->derive)
			effect->row->record->derive(memory->arena, effect->row);
		if (!row_check(&memory->context, effect->row, effect->old, &faults))
			fail_msg("%s leaves a bad %s: %.*s: %.*s", memory->context.act->name, effect->row->record->name,
				TEXT_FORMAT(faults.items[0].path), TEXT_FORMAT(error_english(memory->arena, &faults.items[0])));
	}
}

/* Runs "act.name pairs"; what it decided and its faults stay in memory->decision and memory->errors. */
static inline bool memory_run(struct memory *memory, struct text line)
{
	struct text name;
	text_next(&line, ' ', &name);
	const struct act *act = memory_act(memory, name);
	struct row *input = row_new(memory->arena, act->input_record);
	memory_fill(memory, input, line);
	memory->context.act = act;
	memory->context.input = input;
	error_list_begin(&memory->errors, memory->arena);
	decision_begin(&memory->decision, memory->arena);
	bool done = act->decide(&memory->context, &memory->decision, &memory->errors);
	if (done)
		registry_react(memory->registry, &memory->context, &memory->decision);
	return done;
}

/* The decided rows become true. */
static inline void memory_keep(struct memory *memory)
{
	for (size_t i = 0; i < memory->decision.effect_count; i++) {
		const struct effect *effect = &memory->decision.effects[i];
		struct row *old = memory_row(memory, effect->row->record, effect->row->id);
		if (old) {
			*old = *effect->row;
		} else {
			effect->row->created_at = (int64_t)memory->count;
			memory_add(memory, effect->row);
		}
	}
}

/* A small prison: P1 is in custody and has no place yet, P2 sleeps in C1, P3 is free. */
static const char MEMORY_WORLD[] =
	"facility F1 code=K1;name=First;kind=prison;holds=M;zone=Asia/Almaty;in_use=yes\n"
	"facility F2 code=K2;name=Second;kind=prison;holds=both;zone=Asia/Almaty;in_use=yes\n"
	"place W1 facility=F1;code=A;kind=wing;sex=M\n"
	"place C1 facility=F1;parent=W1;code=A-1;kind=cell;capacity_certified=4;floor_area=20;daylight=yes;sanitary_annex=yes\n"
	"place C2 facility=F1;parent=W1;code=A-2;kind=cell;capacity_certified=1;floor_area=8;daylight=yes;sanitary_annex=yes\n"
	"person P1 number=1;name=One;sex=M;birth_date=1990-01-01;current_facility=F1;whereabouts=in;legal_status=convicted;languages=ru\n"
	"person P2 number=2;name=Two;sex=M;birth_date=1985;current_facility=F1;whereabouts=in;legal_status=convicted;placement=S2\n"
	"person P3 number=3;name=Three;sex=M;birth_date=1995-03-04;whereabouts=not_admitted;nationalities=KG\n"
	"custody_episode E1 person=P1;facility=F1;register_number=K1-2026/0007;admitted_at=2026-01-10T08:00:00Z;state=open\n"
	"custody_episode E2 person=P2;facility=F1;register_number=K1-2026/0008;admitted_at=2026-01-11T08:00:00Z;state=open\n"
	"admission A1 person=P1;episode=E1;facility=F1;state=open;arrived_at=2026-01-10T08:00:00Z;injuries=no;ill_treatment=no;"
	"sharing_risk=may_share;identity_step=done;authority_step=done;search_step=done;condition_step=done;property_step=done;health_step=done;"
	"needs_step=done;safety_step=done;family_step=done;children_step=done;consulate_step=not_needed;information_step=done;"
	"charges_step=not_needed;placed_step=done\n"
	"admission A2 person=P2;episode=E2;facility=F1;state=completed;arrived_at=2026-01-11T08:00:00Z;sharing_risk=may_share\n"
	"legal_order B1 person=P1;number=10;authority=Court;issued_on=2026-01-09;kind=sentence;legal_status=convicted;valid_from=2026-01-09;"
	"state=in_force\n"
	"movement M1 person=P1;facility=F1;kind=admission;direction=in;happened_at=2026-01-10T08:00:00Z;state=done\n"
	"placement S2 person=P2;facility=F1;place=C1;started_at=2026-01-11T09:00:00Z\n"
	"contact K1 person=P1;kind=family;name=Mother;wish_told=yes;next_of_kin=yes\n";

static inline struct memory *memory_make(struct arena *arena)
{
	static const struct area *const AREAS[] = { MEMORY_AREAS };
	struct memory *memory = ARENA_NEW(arena, struct memory);
	struct registry *registry = registry_make(arena, AREAS, sizeof AREAS / sizeof *AREAS);
	registry->subject = &RECORD_PERSON;
	registry->facility = &RECORD_FACILITY;
	memory->registry = registry;
	memory->arena = arena;
	memory->reader = (struct act_reader){ .load = memory_load, .find = memory_find, .count = memory_count,
		.parameter = memory_parameter, .state = memory };
	memory->actor = (struct actor){ .id = memory_id(arena, TEXT_OF("U1")), .name = TEXT_OF("gate"), .roles = ROLE(RECEPTION),
		.facility = memory_id(arena, TEXT_OF("F1")), .all_facilities = true };
	error_list_begin(&memory->errors, arena);
	memory->context = (struct act_context){ .arena = arena, .registry = registry, .actor = &memory->actor, .now = MEMORY_NOW,
		.today = moment_date(MEMORY_NOW), .reason = TEXT_OF("Because it is so"), .reader = &memory->reader };
	memory_put(memory, MEMORY_WORLD);
	return memory;
}

/* A rule of a table that ends with NULL; fails the test when there is none of that name. */
static inline const struct rule *rule_named(const struct rule *const *rules, const char *id)
{
	for (size_t i = 0; rules[i]; i++)
		if (strcmp(rules[i]->id, id) == 0)
			return rules[i];
	fail_msg("there is no rule %s", id);
	return NULL;
}

#endif
