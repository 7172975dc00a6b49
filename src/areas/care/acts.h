/*
 * acts.h - the verbs of care, as a contract for pages, REST and tests. [x] optional. R reason in own words.
 * F has the "record what has already happened" form. Who may: see each table in acts/.
 *
 *	grave_event.report	F  person kind happened_at happened_where circumstances known_from [implicated] [protection] -> grave_event open;
 *				death.record, escape.record and signs of ill-treatment at the first examination make one by themselves
 *	grave_event.notify	grave_event authority authority_number [reported_at]: an authority outside the prison service has it
 *	grave_event.begin	grave_event [begun_at]: the authority investigates
 *	grave_event.implicate	F R  grave_event implicated -> a new event that names further staff takes its place, with all evidence
 *	grave_event.close	F  grave_event outcome cause findings
 *	grave_event.return_body	F  grave_event remains remains_to [remains_at]
 *	evidence_item.hold	grave_event kind description kept_at [seal] [property_item] [place] -> evidence_item held
 *	evidence_item.pass	evidence_item kept_at: a link in the chain of custody
 *	evidence_item.release	F  evidence_item state (handed_over, released) release_number
 *
 * Reaction: notice.give about death, illness or hospital to the family marks the open event as told; escape.return does not close it.
 */
#ifndef CUSTOS_AREAS_CARE_ACTS_H
#define CUSTOS_AREAS_CARE_ACTS_H

#include "areas/care/records.h"

extern const struct act ACT_GRAVE_EVENT_REPORT, ACT_GRAVE_EVENT_NOTIFY, ACT_GRAVE_EVENT_BEGIN, ACT_GRAVE_EVENT_IMPLICATE, ACT_GRAVE_EVENT_CLOSE,
	ACT_GRAVE_EVENT_RETURN_BODY, ACT_EVIDENCE_ITEM_HOLD, ACT_EVIDENCE_ITEM_PASS, ACT_EVIDENCE_ITEM_RELEASE;
/* Ended by NULL. */
extern const struct act *const CARE_ACTS[];
extern const struct clock_kind *const CARE_CLOCKS[];
extern const struct reaction *const CARE_REACTIONS[];

#endif
