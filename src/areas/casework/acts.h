/*
 * acts.h - the verbs of casework, as a contract for pages, REST and tests; by subject in acts/.
 *
 * [x] optional. R reason in own words. worker, supervisor, facilitator are sign-in names; empty means the actor.
 *
 *	case_assignment.assign	person kind [worker] [supervisor] why -> open case_assignment. governor, headquarters: nobody opens the clinical
 *				tier for himself or herself
 *	case_assignment.hand_over  case_assignment worker [supervisor] handover -> the old one ends, a new one of the same kind begins
 *	case_assignment.end	case_assignment end_reason [handover]
 *	plan.open		person strengths [resettlement] -> plan draft; refused while another plan is open
 *	plan.change		plan [strengths] [resettlement]
 *	plan.agree		plan language signature [refusal] [witness] copy_given -> agreed, or declined with the person's words; review clock
 *	plan.review		plan occasion held_on what_changed person_view result -> plan_review; result changed: plan under_review
 *	plan.close		plan close_reason
 *	plan_objective.set	plan area words [factor] measure baseline [target] due_on ; .move  plan_objective state [evidence] [attainment]
 *	plan_action.set		objective what owner_kind [owner] [starts_on] due_on ; .move  plan_action state [outcome] [blocked_by]
 *	plan_conference.hold	plan held_at agenda present [papers] decisions
 *	conference_attendee.enter  conference name agency attended view_taken [dissent]
 *	enrolment.refer		person programme why goals ; .assess  enrolment state state_reason ; .start  enrolment training_group ;
 *				.end  enrolment end_reason [state_reason]
 *	consent.ask		person purpose [enrolment] [recipient] answer language explained_by limits_told ; .withdraw  consent
 *	programme_group.open	programme name [leader] starts_on [meets_at] ; .end  training_group
 *	programme_session.plan	training_group planned_at topic [minutes] ; .cancel  training_session cancel_reason
 *	attendance.take		training_session list  (one line for each person: identifier of the enrolment, space, code) -> all at once
 *	duty_report.make	person kind words happened_at person_told ; .receive  duty_report measure
 *	release_plan.open	person [release_on] -> seven milestones, thirteen needs ; .move  release_plan state [cooperation] [caretaking] [signs]
 *				[contact_plan]
 *	release_milestone.settle  release_milestone state [note] ; resettlement_need.settle  resettlement_need state [resource] [note]
 *	licence_condition.draft	release_plan category words necessity factor lighter starts_on expires_on appeal ; .decide  licence_condition
 *				decided_by language explained_on ; .end  licence_condition R
 *	handover_packet.prepare	release_plan recipient recipient_kind [consent] [legal_ground] contents redactions ; .hand_over  handover_packet received_by
 *	followup.record	release_plan facility point held_on reached housed occupied reconviction reengagement source [note] -> followup.
 *				facility: the last one, for twelve months by parameter; headquarters for the rest of the time
 *	needs_assessment.record	person [vulnerable_by] needs [measures] ; accommodation.ask  person need ; .decide  accommodation decision [access] answer
 *	admission_report.write	person kind words ; legal_basis_check.record  person legal_order court_told
 *	home_distance.record	F  person distance_km [measures] ; transfer_home.ask  person country consent ; .decide  R  transfer_home decision [children]
 *	release_plan.supervise	release_plan supervisor supervisor_kind gradual
 *
 * Reactions to custody (acts/custody.c): reception starts the clocks of case manager and plan, a conviction the plan's; release, death and
 * escape stop every clock that casework runs for the person, but the one of a duty report; a return starts again what is still to be done.
 */
#ifndef CUSTOS_AREAS_CASEWORK_ACTS_H
#define CUSTOS_AREAS_CASEWORK_ACTS_H

#include "areas/casework/records.h"

extern const struct act ACT_ASSIGNMENT_ASSIGN, ACT_ASSIGNMENT_HAND_OVER, ACT_ASSIGNMENT_END, ACT_PLAN_OPEN, ACT_PLAN_CHANGE, ACT_PLAN_AGREE,
	ACT_PLAN_REVIEW, ACT_PLAN_CLOSE, ACT_OBJECTIVE_SET, ACT_OBJECTIVE_MOVE, ACT_ACTION_SET, ACT_ACTION_MOVE, ACT_CONFERENCE_HOLD,
	ACT_ATTENDEE_ENTER, ACT_ENROLMENT_REFER, ACT_ENROLMENT_ASSESS, ACT_ENROLMENT_START, ACT_ENROLMENT_END, ACT_CONSENT_ASK,
	ACT_CONSENT_WITHDRAW, ACT_GROUP_OPEN, ACT_GROUP_END, ACT_SESSION_PLAN, ACT_SESSION_CANCEL, ACT_ATTENDANCE_TAKE, ACT_DUTY_REPORT_MAKE,
	ACT_DUTY_REPORT_RECEIVE,
	ACT_RELEASE_PLAN_OPEN, ACT_RELEASE_PLAN_MOVE, ACT_MILESTONE_SETTLE, ACT_NEED_SETTLE, ACT_CONDITION_DRAFT, ACT_CONDITION_DECIDE,
	ACT_CONDITION_END, ACT_PACKET_PREPARE, ACT_PACKET_HAND_OVER, ACT_FOLLOWUP_RECORD;
extern const struct act ACT_NEEDS_RECORD, ACT_ACCOMMODATION_ASK, ACT_ACCOMMODATION_DECIDE, ACT_REPORT_WRITE, ACT_LEGAL_BASIS_RECORD, ACT_DISTANCE_RECORD,
	ACT_HOME_ASK, ACT_HOME_DECIDE, ACT_RELEASE_PLAN_SUPERVISE;
/* Rules of needs (rules_needs.c), listed in rules.c. */
extern const struct rule RULE_NEEDS_LOOKED_AT, RULE_NEEDS_PLAN, RULE_ADJUSTMENT, RULE_ADJUSTMENT_CELL, RULE_GRADUAL, RULE_GRADUAL_POLICE, RULE_SOCIAL_WORKER, RULE_REPORTS,
	RULE_NO_CHARGE, RULE_NO_CHARGE_DAILY, RULE_DISTANCE, RULE_HOME, RULE_HOME_CHILDREN;
extern const struct act *const CASEWORK_ACTS[];
extern const struct clock_kind *const CASEWORK_CLOCKS[];
extern const struct reaction *const CASEWORK_REACTIONS[];
extern const struct rule *const CASEWORK_RULES[];

/* Days for which a supervision of a facilitator counts; parameter facilitator.supervision_days. */
enum { SUPERVISION_DAYS = 90 };

#endif
