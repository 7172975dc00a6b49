/*
 * acts.h - the verbs of inspection, as a contract for pages, REST and tests. [x] optional. (2) second person. R reason.
 *
 *	inspection.open	facility kind body form started_on [ended_on] [announced] [entry_asked_at] [entry_given_at] [team] [team_size]
 *			[team_women] [interviews] [interviews_alone] [team_health] [places_seen] -> inspection; the clock of the report runs. inspectorate
 *	inspection.answer inspection question finding [method] [evidence] [sample] -> inspection_answer, new or changed; a finding wants
 *			evidence
 *	inspection.recommend inspection class severity finding text [rule] [paragraph] [repeats] -> recommendation; the clock of the reply runs
 *	inspection.send	inspection -> sent, the clock of the report stops ; inspection.publish  inspection
 *	recommendation.reply recommendation reply reply_text [owner] [target_on] -> reply; what is accepted wants owner and target, and its
 *			clock runs. governor, headquarters
 *	recommendation.done recommendation proof -> done, to be verified. owner, governor, headquarters
 *	recommendation.verify recommendation carried_out [remark] -> verified, or open again; never the owner nor who said it is done
 *	inspection_visit.open (2) R  name display_name body [starts_at] until_at unannounced health_professional -> user account that reads everything until then
 *			and writes only its notebook. headquarters, administrator
 *	inspection_visit.end R  inspection_visit -> the account is closed now
 *	disparity_review.record facility above [explanation] -> disparity_review; governor, headquarters, auditor
 *	notebook_page.write sealed -> notebook_page; only a visiting inspector
 */
#ifndef CUSTOS_AREAS_INSPECTION_ACTS_H
#define CUSTOS_AREAS_INSPECTION_ACTS_H

#include "areas/inspection/records.h"
#include "model/decide.h"

extern const struct act ACT_INSPECTION_OPEN, ACT_INSPECTION_ANSWER, ACT_INSPECTION_RECOMMEND, ACT_INSPECTION_SEND, ACT_INSPECTION_PUBLISH,
	ACT_RECOMMENDATION_REPLY, ACT_RECOMMENDATION_DONE, ACT_RECOMMENDATION_VERIFY, ACT_VISIT_OPEN, ACT_VISIT_END, ACT_NOTEBOOK_WRITE, ACT_DISPARITY_REVIEW_RECORD;
extern const struct act *const INSPECTION_ACTS[];
extern const struct rule *const INSPECTION_RULES[];
extern const struct clock_kind *const INSPECTION_CLOCKS[];

/* Inputs of inspection.open that its rules look at. */
enum { IO_FACILITY, IO_KIND, IO_BODY, IO_FORM, IO_STARTED, IO_ENDED, IO_ANNOUNCED, IO_ASKED, IO_GIVEN, IO_TEAM, IO_SIZE, IO_WOMEN, IO_INTERVIEWS,
	IO_PLACES, IO_ALONE, IO_TEAM_HEALTH, IO_INPUTS };

#endif
