/*
 * common.h - what the verbs of custody share: steps of the admission, movements, moves of the derived fields.
 */
#ifndef CUSTOS_AREAS_CUSTODY_ACTS_COMMON_H
#define CUSTOS_AREAS_CUSTODY_ACTS_COMMON_H

#include "model/said.h"
#include "areas/custody/acts.h"
#include "areas/custody/dates.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
/* How somebody is taken out of a facility, for the acts that send out (NMR-73). */
#define VEHICLE_INPUT { "vehicle", N_("Vehicle"), N_("Look inside before anybody gets in"), FIELD_CHOICE, OPEN, 0, .choices = VEHICLE_CHOICES }
#define DRESS_INPUT { "dress", N_("What the person wears outside"), N_("Outside nobody should see that somebody comes from prison"), FIELD_CHOICE, OPEN, 0, \
	.choices = DRESS_CHOICES }
#define SHIELDED_INPUT { "shielded", N_("Shielded from public view on the way"), NULL, FIELD_YES_NO, OPEN, 0 }

/* Havana Rules 22: the parents or guardians of a person under 18 hear of it at once. about: the admission or transfer. */
void custody_parents_due(struct act_context *context, struct decision *decision, const struct row *about, const struct row *person, struct text facility,
	int64_t moment);
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
/* Fills person, facility and state of a new application whose kind and moment are set, and starts the clock of its kind
 * (acts/application.c). */
void custody_application_add(struct act_context *context, struct decision *decision, const struct row *person, struct row *application);
/* The clock of an order's last day, anew: stopped, and started when the order is in force and has an end. */
void custody_order_clock(struct act_context *context, struct decision *decision, const struct row *order, const struct row *person);

#endif
