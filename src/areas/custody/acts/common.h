/*
 * common.h - what the verbs of custody share: input tables, reading with the decision laid over, moves of the derived fields.
 */
#ifndef CUSTOS_AREAS_CUSTODY_ACTS_COMMON_H
#define CUSTOS_AREAS_CUSTODY_ACTS_COMMON_H

#include "model/said.h"
#include "areas/custody/acts.h"
#include "areas/custody/dates.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

/* The record that carries an act's inputs; fields is an array of struct field. */
#define ACT_INPUTS(act_name, array) { .name = (act_name), .label = N_("Form"), .label_plural = N_("Forms"), .fields = (array), \
	.field_count = (int)(sizeof(array) / sizeof *(array)), .facility_field = FIELD_NONE, .person_field = FIELD_NONE, \
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .readers = ROLES_ALL }

/* The same for an act that brings a person into the facility that the input `at` names: whoever has left custody is in the scope of
 * nobody else. */
#define ACT_INPUTS_AT(act_name, array, at) { .name = (act_name), .label = N_("Form"), .label_plural = N_("Forms"), .fields = (array), \
	.field_count = (int)(sizeof(array) / sizeof *(array)), .facility_field = (at), .person_field = FIELD_NONE, \
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .readers = ROLES_ALL }

/* Rows of a record about a person as they will stand after the decision: stored ones, changed ones, new ones. person_field is the
 * record's person_field. */
struct rows custody_rows_after(const struct act_context *context, const struct decision *decision, const struct record *record,
	struct text person);
/* Copies inputs to fields of a row where present: pairs of input index and field index, ended by -1. */
void custody_copy(struct row *target, const struct row *input, const int *pairs);
/* Moment given in the input, or now; a moment later than now by more than five minutes is an error with the input's path. */
int64_t custody_moment(const struct act_context *context, int input, struct error_list *errors);
/* Starts a clock about a row of a person at a facility. */
void custody_start(struct act_context *context, struct decision *decision, const char *clock, const struct row *about,
	struct text person, struct text facility, int64_t started_at, int64_t due_at);
void custody_stop(struct decision *decision, const char *clock, struct text about);
const struct clock_kind *custody_clock(const char *name);
/* Sets a step of the person's open admission, when there is one. */
void custody_step(struct act_context *context, struct decision *decision, struct text person, int step, const char *state);
/* Ends the open placement, if any, at a moment. */
void custody_end_placement(struct act_context *context, struct decision *decision, struct row *person, int64_t moment);
/* Adds a movement row. */
struct row *custody_movement(struct decision *decision, const struct row *person, struct text facility, const char *kind,
	const char *direction, int64_t moment, const char *state);
/* The case of a person's dates after the decision, for dates_calculate() and dates_check(). */
void custody_date_case(const struct act_context *context, const struct decision *decision, struct text person, struct text facility,
	struct date_case *out_case);
/* Name parts of a row joined in order by one space (acts/person_register.c). */
struct text custody_whole_name(struct arena *arena, const struct row *row, const int *fields, size_t count);
/* A person has left custody for good or for now (release, death, escape): open movements and transfers end, and no clock about holding
 * goes on. `changed` is a row of decision_change. */
void custody_end_open(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment);
/* Status, release date and the clocks that hang on them, for one person after the decision. */
void custody_person_again(struct act_context *context, struct decision *decision, const struct row *person);
/* The clock of an order's last day, anew: stopped, and started when the order is in force and has an end. */
void custody_order_clock(struct act_context *context, struct decision *decision, const struct row *order, const struct row *person);
/* The actor's reason as one line of at most 200 characters, for a LINE field. */
struct text custody_reason_line(const struct act_context *context);
/* Civil day of a moment that an act records: today when it happened just now. */
struct date custody_day(const struct act_context *context, int64_t moment);
bool custody_state_fault(struct error_list *errors, const char *path, const char *message);

#endif
