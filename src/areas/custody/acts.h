/*
 * acts.h - the verbs of custody, as a contract for pages, import, REST and tests. One file a verb in acts/<verb>.c.
 *
 * Input names are given as in the text forms of command.h. [x] optional. (2) second person. R reason in own words.
 * F has the "record what has already happened" form. Who may: see each table.
 *
 *	person.register	F  number name surname [given] [patronymic] script [name_language] sex birth_date [birth_certainty]
 *			[age_method] [birth_place] [nationalities] [stateless] [languages] [interpreter] [literacy] [sensory_need]
 *			[mobility_need] [asylum_or_refugee] [home_region] [gender_self_stated]
 *			-> person (whereabouts not_admitted) and its legal person_name. reception, caseworker
 *	person.admit	F  person facility register_number arrived_at [delivered_by] order_kind order_number order_authority
 *			order_date order_status valid_from [valid_until] [case_number] [next_hearing] [arrested_on] [arrested_place]
 *			[arrested_by]  -> custody_episode, legal_order, movement admission/in, admission with open steps, person
 *			changed; starts the clocks of admission. [register_number] empty: next free one of facility and year
 *			("IK71-2026/0148"); [person_version]. reception
 *	admission.<step>: one act a step, all take `admission`; done by reception unless said
 *		admission.check_identity	how [result]		admission.check_authority	seen
 *		admission.search		by_sex privacy [result]
 *		admission.condition		injuries [injuries_detail] ill_treatment [ill_treatment_detail]
 *		admission.close_property	signed [witness]	(items by property_item.store before; may be none)
 *		admission.health		examined_at examiner self_harm_watch observation withdrawal infectious_precaution
 *						daily_medicine diet mobility [fit_for_work] [pregnant] ill_treatment_signs
 *						-> health_intake; health professional only
 *		admission.needs			telephone_offered lawyer_asked medicine_needed clothing_food_given [needs_note]
 *		admission.safety		sharing_risk [safety_note]
 *		admission.children		has_children (yes no declined)	(children by child.add before)
 *		admission.complete		-> state completed; all steps done or not needed
 *	child.arrange	child arrangement [carer] -> closes the clock of a child without a carer
 *	information.give	person kind language form [explained_by] given_at signed [witness] -> information_given; the four kinds of
 *			NMR-54 done close the information step; kind charges closes the charges step
 *	notice.give	person occasion told_whom [contact] result told_at [method] wish [by_treaty] -> notice; closes family, consulate steps
 *	property_item.store	person description item_class quantity [amount] [currency] [container] [seal] signed [witness]
 *	property_item.end	property_item state [disposal_reason] -> returned, sent_out, spent, destroyed, handed_to_authority
 *	<record>.correct	R  generic, of person, person_name, identity_document, contact, child, place ..., and of what verbs made:
 *			custody_episode, offence, movement, placement, property_item, notice, information_given
 *	name.add	person name_kind surname [given] [patronymic] whole script [name_language] [source] ; name.end  person_name R
 *	file.link	person other kind grounds (2 for same) ; file.unlink  file_link R
 *	legal_order.add	F  person kind number authority issued_on legal_status valid_from [valid_until] [next_hearing] [case_number]
 *			[replaces] [note] -> legal_order in_force, replaced one -> replaced; status and dates of the person derived again
 *	legal_order.amend  R  legal_order and any of the fields above ; legal_order.end  legal_order state R (quashed, ended, served)
 *	offence.add	legal_order article [law] [iccs] [description] [committed_on]
 *	sentence.impose	legal_order [length] [life] [starts_on] relation [related_term] (2: a date change needs two persons when the
 *			person already has a calculated date) ; sentence.quash  sentence_term R (2)
 *	credit.add	legal_order from_day to_day kind ; overlapping days are refused (a day counts once) ; credit.quash  custody_credit R (2)
 *	placement.place	F  person place [bed] [why] [sharing_reviewed_on] [exception_order] [own_request] -> ends the open placement, opens
 *			the new one (first placement also closes the placed step). Used for move cell as well
 *	place.close	R  place out_of_use_reason [out_of_use_until] ; place.reopen  place R
 *	movement.leave	F  person kind destination authority [escort] [due_back_at] [happened_at] ; movement.return  movement [happened_at]
 *	transfer.offer	person to_facility why authority [distance_km] (2) ; transfer.depart  transfer [escort] [happened_at]
 *	transfer.accept	transfer identity_checked file_received property_received ; transfer.refuse  transfer R ; transfer.cancel  transfer R
 *	alert.raise	person kind instruction evidence expires_on ; alert.renew  alert expires_on evidence R ; alert.end  alert R
 *	keep_apart.raise  person other ground expires_on ; keep_apart.end  keep_apart R
 *	case_note.write	person kind note happened_at fact_or_opinion [amends]
 *	release.prepare	person planned_on kind -> release preparing with its five needs; release.need  release_step state [note]
 *	release.offer_file  release accepted -> file_offered ; release.return_property  release
 *	release.release  F (2)  release identity_checked orders_seen medicine_given [happened_at] -> person released, episode, placement ended;
 *			both calculations compared; early or late becomes a breach
 *	death.record	F  person happened_at place_of_death [cause_known] [circumstances] ; escape.record  F person happened_at circumstances
 *	escape.return	person facility happened_at circumstances
 *
 *	person_application.make	F  person kind words made_at [event_at] -> application open; starts the clock of its kind
 *	person_application.decide	F  application decision grounds [alternative] [withheld] [legal_ground] [reviewer]; governor, headquarters
 *	person_application.review	F  application review reviewer (what the independent body decided on a refusal)
 *	person_application.carry_out	F  application done_at result
 *	relative_news.receive	F  person event relative source received_at ; relative_news.tell  F  relative_news told_at how told_by watch
 *			[support] leave_asked [event_at] [words] -> told; with leave_asked an application of kind leave
 *	night_round.record	F  place happened_at calm [note]
 *	arrest.record	F  person [reasons_told_at] [charges_told_at] first_appearance_at officials [copy] -> custody_episode; "?" where not known
 *	questioning.record	F  person asked_by authority [officials] [began_at] [ended_at] [breaks] [lawyer] [others_present] -> questioning
 *
 * Import-only facts (ACT_SYSTEM or import actor, record_fact): register.import_person makes person, name, episode, order, offences,
 * terms, placement from one legacy row in one act (see import_legacy.c).
 */
#ifndef CUSTOS_AREAS_CUSTODY_ACTS_H
#define CUSTOS_AREAS_CUSTODY_ACTS_H

#include "areas/custody/records.h"

/* Each in its file of acts/. */
extern const struct act ACT_CHECK_IDENTITY, ACT_CHECK_AUTHORITY, ACT_SEARCH, ACT_CONDITION, ACT_CLOSE_PROPERTY,
	ACT_NEEDS, ACT_SAFETY, ACT_CHILDREN, ACT_CHILD_ARRANGE, ACT_COMPLETE, ACT_HEALTH, ACT_ALERT_RAISE, ACT_ALERT_RENEW, ACT_ALERT_END,
	ACT_KEEP_APART_RAISE, ACT_KEEP_APART_END, ACT_NAME_ADD, ACT_NAME_END, ACT_CASE_NOTE_WRITE, ACT_FILE_LINK,
	ACT_FILE_UNLINK, ACT_MOVEMENT_LEAVE, ACT_MOVEMENT_RETURN, ACT_DEATH_RECORD, ACT_ESCAPE_RECORD, ACT_ESCAPE_RETURN,
	ACT_LEGAL_ORDER_ADD, ACT_LEGAL_ORDER_AMEND, ACT_LEGAL_ORDER_END, ACT_OFFENCE_ADD, ACT_SENTENCE_IMPOSE,
	ACT_SENTENCE_QUASH, ACT_CREDIT_ADD, ACT_CREDIT_QUASH, ACT_PERSON_ADMIT, ACT_PERSON_REGISTER, ACT_PLACEMENT_PLACE, ACT_PLACE_CLOSE,
	ACT_PLACE_REOPEN, ACT_RELEASE_PREPARE, ACT_RELEASE_NEED, ACT_RELEASE_OFFER_FILE, ACT_RELEASE_RETURN_PROPERTY,
	ACT_RELEASE_CANCEL, ACT_RELEASE_RELEASE, ACT_INFORMATION_GIVE, ACT_NOTICE_GIVE, ACT_PROPERTY_STORE, ACT_PROPERTY_END,
	ACT_TRANSFER_OFFER, ACT_TRANSFER_DEPART, ACT_TRANSFER_ACCEPT, ACT_TRANSFER_REFUSE, ACT_TRANSFER_CANCEL,
	ACT_REGISTER_IMPORT_PERSON, ACT_REGISTER_IMPORT_STAY, ACT_REGISTER_IMPORT_MOVEMENT, ACT_REGISTER_IMPORT_PLACEMENT, ACT_APPLICATION_MAKE,
	ACT_APPLICATION_DECIDE, ACT_APPLICATION_REVIEW, ACT_APPLICATION_CARRY_OUT, ACT_RELATIVE_NEWS_RECEIVE, ACT_RELATIVE_NEWS_TELL,
	ACT_NIGHT_ROUND_RECORD, ACT_ARREST_RECORD, ACT_QUESTIONING_RECORD;
/* All of them, ended by NULL (acts/acts.c). */
extern const struct act *const CUSTODY_ACTS[];
extern const struct clock_kind *const CUSTODY_CLOCKS[];
extern const struct rule *const CUSTODY_RULES[];
extern const struct reaction *const CUSTODY_REACTIONS[]; /* acts/movement.c */

/* Shared by several acts (acts/common.c). */
/* Order, terms and credits of the person as they will stand after this decision -> legal status, release date and its kind, set on
 * `person` (a row of decision_change). */
void custody_derive_dates(struct act_context *context, struct decision *decision, struct row *person);
/* The open placement, episode, admission of a person; NULL when none. */
const struct row *custody_open_placement(const struct act_context *context, struct text person);
const struct row *custody_open_episode(const struct act_context *context, struct text person);
const struct row *custody_open_admission(const struct act_context *context, struct text person);
/* Occupants of a place now: open placements, without `except`. */
struct rows custody_occupants(const struct act_context *context, struct text place, struct text except);

#endif
