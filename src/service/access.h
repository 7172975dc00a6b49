/*
 * access.h - one decision function with reason codes; default deny, deny wins, all conditions ANDed.
 *
 * allow(actor, action, object) holds only if: function (role among readers or actors), scope (facility; subject's current
 * facility; a subject in transit is in scope of both ends; released subjects are open to headquarters, auditor,
 * inspector and, for 12 months by parameter, to the last facility), marking (clearance of record and field), compartment,
 * own interest (never one's own file), state, and need to know: a record with a need (model/record.h, struct record_need) opens only to
 * users whom an open row names as working with the subject, and to the roles exempt from it; break-glass does not open it.
 * Documents, deadlines and proposals about such rows are for the exempt roles only. A missing attribute is a deny. Fields that fail only by marking are
 * redacted (bit in row->redacted); records that fail by compartment behave as if they were not there (E_NOT_FOUND).
 * Break-glass opens scope for one subject for 30 minutes, never LEGAL or INTELLIGENCE.
 */
#ifndef CUSTOS_SERVICE_ACCESS_H
#define CUSTOS_SERVICE_ACCESS_H

#include "model/registry.h"

enum access_reason { ACCESS_ALLOWED, ACCESS_FUNCTION, ACCESS_SCOPE, ACCESS_NEED, ACCESS_MARKING, ACCESS_COMPARTMENT,
	ACCESS_OWN_INTEREST, ACCESS_STATE, ACCESS_SECOND_PERSON, ACCESS_SESSION };

const char *access_reason_code(enum access_reason reason);  /* "scope" */
const char *access_reason_label(enum access_reason reason); /* message identifier: sentence for the person */

struct access_object { /* facts about the object, gathered by the caller */
	const struct record *record;
	const struct row *row;	    /* NULL: the record as a whole (a list) */
	struct text subject;	    /* empty: none */
	struct text facility;	    /* the row's or the subject's current one; empty: none */
	struct text other_facility; /* the other end of an open transfer; of a gone subject the last facility, while its
				     * time is open; empty: none */
	bool subject_gone;	    /* subject has no current facility */
	bool need_shown;	    /* an open row of record->need names the actor for this subject; false where not looked up */
};

/* An actor's break_glass_subject is trusted while break_glass_until is not 0: whoever makes the actor (session.c) clears
 * both when the time is over. Break-glass opens reading only. */

enum access_reason access_read(const struct actor *actor, const struct access_object *object);
enum access_reason access_act(const struct actor *actor, const struct act *act, const struct access_object *object);
/* Whether lists for this actor may hold subjects who have no facility any more (headquarters, auditor, inspector). */
bool access_looks_back(const struct actor *actor);
/* Whether role and scope are enough: the record has no need to know, or the actor's role is exempt from it. */
bool access_needs_nothing(const struct actor *actor, const struct record *record);
/* Bits of fields of record that the actor may not see. */
uint64_t access_hidden(const struct actor *actor, const struct record *record);
/* Whether a second person may complete what `first` began. */
enum access_reason access_second(const struct actor *first, const struct actor *second, const struct act *act);

#endif
