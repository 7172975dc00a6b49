/*
 * decide.h - what decide functions of every area share: tables of inputs, copying inputs into rows, moments, clocks by name.
 *
 * Nothing here knows a noun. Everything is pure, as act.h asks of decide: it reads the context and writes into the decision.
 */
#ifndef CUSTOS_MODEL_DECIDE_H
#define CUSTOS_MODEL_DECIDE_H

#include "model/registry.h"

/* The record that carries an act's inputs; array is an array of struct field. */
#define ACT_INPUTS(act_name, array) ACT_INPUTS_AT(act_name, array, FIELD_NONE)

/* The same for an act that brings a subject into the facility that the input `at` names: whoever has left is in the scope of nobody
 * else. */
#define ACT_INPUTS_AT(act_name, array, at) { .name = (act_name), .label = N_("Form"), .label_plural = N_("Forms"), .fields = (array), \
	.field_count = (int)(sizeof(array) / sizeof *(array)), .facility_field = (at), .person_field = FIELD_NONE, \
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .readers = ROLES_ALL }

/* Copies inputs to fields of a row where present: pairs of input index and field index, ended by -1. */
void decide_copy(struct row *target, const struct row *input, const int *pairs);
/* Moment given in the input, or now; a moment later than now by more than five minutes is E_DATE_ORDER with the input's path. */
int64_t decide_moment(const struct act_context *context, int input, struct error_list *errors);
/* Civil day of a moment that an act records: today when it happened just now. */
struct date decide_day(const struct act_context *context, int64_t moment);
/* The actor's reason as one line of at most 200 characters, for a LINE field. */
struct text decide_reason_line(const struct act_context *context);
/* Rows of a record about a subject (by the record's person_field) as they will stand after the decision: stored ones, changed ones,
 * new ones. */
struct rows decide_rows_after(const struct act_context *context, const struct decision *decision, const struct record *record,
	struct text subject);
/*
 * Starts and stops the clock of that name (model/clock.h) about a row. subject and facility may be empty. due_at 0: computed from the
 * clock. A name that is no clock of the registry ends the program: it is a fault of the tables, found by the first test.
 */
void decide_start(const struct act_context *context, struct decision *decision, const char *clock, const struct row *about,
	struct text subject, struct text facility, int64_t started_at, int64_t due_at);
void decide_stop(const struct act_context *context, struct decision *decision, const char *clock, struct text about);
/* Adds E_STATE; always false, so that decide may return it. */
bool decide_refuse(struct error_list *errors, const char *path, const char *message);

#endif
