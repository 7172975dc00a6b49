/*
 * acts.h - the verbs of assessment, as a contract for pages, REST and tests. [x] optional, (2) second person, R reason.
 *
 * begin, submit, conclude and finalise are judgement (ACT_JUDGEMENT): nobody makes them good by recording them as a fact.
 *
 *	instrument.load		definition -> instrument in draft. headquarters, training
 *	instrument.bring_into_force (2) instrument -> in force; the version before it is retired
 *	instrument.retire	(2) instrument -> retired; old answers stay readable, nothing new can be asked for
 *	certificate.issue	holder holder_name kind [number] issued_on expires_on. training, headquarters
 *	certificate.suspend R, certificate.restore R, certificate.renew (expires_on)	certificate
 *	close_contact.declare	person [staff, else oneself] ground starts_on [ends_on] ; close_contact.end R
 *	assessment.request	[person] [facility: for one about an institution] instrument purpose [trigger_note] -> requested
 *	assessment.assign	assessment position [certificate of whom, else oneself] -> assigned
 *	assessment.begin	assessment no_close_contact -> rating_sheet of the actor, in the position to which he or she is assigned
 *	assessment.source	rating_sheet mark kind source_text dated reliability	(the same mark again corrects it)
 *	assessment.rate		rating_sheet factor [rating_version] and the fields of a rating: all of it, as it shall stand; a draft
 *				may have gaps. A rating_version other than the stored one is E_CONFLICT and nothing is overwritten
 *	assessment.imagine	rating_sheet kind what [...] -> risk_scenario	(the same kind again corrects it)
 *	assessment.judge	rating_sheet outcome [level judgement confidence horizon limits]
 *	assessment.describe	rating_sheet [interview ... limits] -> the sheet's own words
 *	assessment.submit	rating_sheet -> submitted; when all needed raters have: seals off, state second_rated (or submitted)
 *	assessment.return R	rating_sheet -> draft again, by the approver or the other rater
 *	assessment.settle	assessment item result [rating] note -> factor_agreement, by one of the raters
 *	assessment.conclude	assessment conclusion_note [dissent] -> consensus or dissent
 *	assessment.finalise	assessment -> final, by a third person; information tasks for what is unknown; clocks of its end
 *	assessment.disclose	assessment disclosure [disclosure_ground] disclosure_language [person_comments] -> disclosed
 *	assessment.end R	assessment -> expired before or after its day ; assessment.cancel R before it is final
 *	information_task.close	information_task answer
 *	assessment_correction.ask assessment what [right_version] ; assessment_correction.answer assessment_correction state answer
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_ACTS_H
#define CUSTOS_AREAS_ASSESSMENT_ACTS_H

#include "areas/assessment/instrument.h"
#include "areas/assessment/records.h"
#include "model/decide.h"

extern const struct act ACT_INSTRUMENT_LOAD, ACT_INSTRUMENT_FORCE, ACT_INSTRUMENT_RETIRE, ACT_CERTIFICATE_ISSUE, ACT_CERTIFICATE_SUSPEND,
	ACT_CERTIFICATE_RESTORE, ACT_CERTIFICATE_RENEW, ACT_CLOSE_CONTACT_DECLARE, ACT_CLOSE_CONTACT_END, ACT_ASSESSMENT_REQUEST,
	ACT_ASSESSMENT_ASSIGN, ACT_ASSESSMENT_BEGIN, ACT_ASSESSMENT_SOURCE, ACT_ASSESSMENT_RATE, ACT_ASSESSMENT_IMAGINE, ACT_ASSESSMENT_JUDGE,
	ACT_ASSESSMENT_DESCRIBE, ACT_ASSESSMENT_SUBMIT, ACT_ASSESSMENT_RETURN, ACT_ASSESSMENT_SETTLE, ACT_ASSESSMENT_CONCLUDE,
	ACT_ASSESSMENT_FINALISE, ACT_ASSESSMENT_DISCLOSE, ACT_ASSESSMENT_END, ACT_ASSESSMENT_CANCEL, ACT_INFORMATION_CLOSE, ACT_CORRECTION_ASK,
	ACT_CORRECTION_ANSWER;
extern const struct act *const ASSESSMENT_ACTS[];
extern const struct clock_kind *const ASSESSMENT_CLOCKS[];
extern const struct reaction *const ASSESSMENT_REACTIONS[];
extern const struct rule *const ASSESSMENT_RULES[];

/* ---- shared by acts and rules (acts/common.c) ---- */
/* The instrument of an assessment, read; false when it cannot be (a fault is added where errors is not NULL). */
bool assessment_instrument(const struct act_context *context, const struct row *assessment, struct instrument *out, struct error_list *errors);
/* Rows of a kind that hang on a sheet or (field of the record) on an assessment. */
struct rows sheet_rows(const struct act_context *context, const struct record *record, struct text sheet);
struct rows assessment_rows(const struct act_context *context, const struct record *record, int field, struct text assessment);
/* Sheet of a position; NULL: that rater has not begun. */
const struct row *assessment_sheet(const struct act_context *context, struct text assessment, const char *position);
/* The row of a code among rows, by a CODE field; NULL. */
const struct row *rows_find(const struct rows *rows, int field, struct text code);
/* The one that the rater works under: newest current certificate of the kind, else newest of the kind, else NULL. */
const struct row *certificate_of(const struct act_context *context, struct text holder, struct text kind);
/* When it lapses, with all its parts; changed is a row of decision_change. */
void assessment_ends(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment);
/* Rated with a label: neither blank nor unknown nor not applicable. */
bool rating_is_stated(const struct row *rating);

#endif
