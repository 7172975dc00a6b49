/*
 * common.h - what the verbs of the clinic share: a row is begun from a form whose inputs have the names of its fields, or changed from one.
 */
#ifndef CUSTOS_AREAS_CLINIC_ACTS_COMMON_H
#define CUSTOS_AREAS_CLINIC_ACTS_COMMON_H

#include "areas/clinic/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }
#define WHEN_INPUT(name_) { name_, N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 }
#define EVERYBODY (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(SECURITY) | ROLE(GOVERNOR))

/*
 * A new row about the person in custody whom input 0 names: inputs go into the fields of their names, the facility is where the person is, the
 * moment field is filled from the input of its name, or with now. It is the result. NULL: a fault was added.
 */
struct row *clinic_begin(struct act_context *context, struct decision *decision, const struct record *record, int moment_field, struct error_list *errors);
/* The row that input 0 names, to be changed: its state field must have this code. Inputs go into the fields of their names; it is the result.
 * NULL: a fault was added. */
struct row *clinic_change(struct act_context *context, struct decision *decision, const struct record *record, int state_field, const char *state,
	struct error_list *errors);
/* A clock about a row of this area, due by its own length, or `due_at`. */
void clinic_start(const struct act_context *context, struct decision *decision, const char *clock, const struct row *row, int64_t since, int64_t due_at);
/* A clock about the person: the next act that answers it stops it, whichever row asked for it. */
void clinic_start_person(const struct act_context *context, struct decision *decision, const char *clock, const struct row *person, int64_t since);
/* A plan of this kind is live. */
bool clinic_has_plan(const struct act_context *context, struct text person, const char *kind);
/* The clocks of a notice to the family, and to the consulate of who is or may be foreign, about a young person who lies outside or here. */
void clinic_young_notice(struct act_context *context, struct decision *decision, const struct row *person, int64_t since, bool outside);

#endif
