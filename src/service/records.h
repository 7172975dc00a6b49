/*
 * records.h - the engine's own nouns: user_account, deadline, breach, proposal, attachment, import_row, profile_setting.
 *
 * They stand in the registry like any other record (area "engine") and are journalled the same way.
 *	user_account	name, display_name, roles (CODES), facilities (CODES of ids or "*"), clearance, compartments (CODES),
 *			language, working_facility, active, own_subject, device_until, device_off_at; visiting, valid_until, unannounced for the account
 *			of an external inspector, which ends by itself and is made by the act of a visit only. Acts: user_account.add,
 *			user_account.change,
 *			user_account.suspend (administrator; SENSITIVE grants need a second person)
 *	deadline	clock, rule, facility, subject, about_record, about_id, started_at, due_at, stopped_at, outcome
 *			(open, done, lapsed, withdrawn)
 *	breach		rule, facility, subject, about_record, about_id, act, message, parameters (JSON), happened_at, owner,
 *			due_at, state (open, remedied, verified), remedy, verified_by, remedied_at, verified_at. Acts: breach.assign, breach.remedy,
 *			breach.verify (verifier other than the owner and than the author of the remedy)
 *	proposal	act, input (JSON), reason, facility, subject, proposed_by, until, state (waiting, approved, declined,
 *			lapsed), decided_by, decision_reason. Acts: proposal.approve, proposal.decline
 *	attachment	subject, facility, about_record, about_id, kind, file_name, media_type, size, hash, stored. Its bytes are
 *			encrypted under the subject's attachment key in table attachment_blob. Act: attachment.add
 *	break_glass	subject, facility, user, reason_given, until_at, reviewed_by, finding, note. Acts: break_glass.open,
 *			break_glass.review (by another than the one who opened)
 *	profile_setting	name, title, facility_id (absent: the country), valid_from, content (JSON as loaded), hash. Act:
 *			profile_setting.load (two persons; never looser than the rules: profile.h)
 *	import_row	mapping, source_key, hash, record, record_id: makes imports repeatable
 */
#ifndef CUSTOS_SERVICE_RECORDS_H
#define CUSTOS_SERVICE_RECORDS_H

#include "model/registry.h"

/* Facility and subject fields of these records have reference "@facility" and "@subject" (registry_reference()); their
 * columns are facility_id and subject_id, other references end in _id or _by. */
extern const struct area AREA_ENGINE;

extern const struct record RECORD_USER_ACCOUNT, RECORD_DEADLINE, RECORD_BREACH, RECORD_PROPOSAL, RECORD_ATTACHMENT,
	RECORD_IMPORT_ROW, RECORD_BREAK_GLASS, RECORD_PROFILE_SETTING;

enum { USER_NAME, USER_DISPLAY_NAME, USER_ROLES, USER_FACILITIES, USER_CLEARANCE, USER_COMPARTMENTS, USER_LANGUAGE,
	USER_WORKING_FACILITY, USER_ACTIVE, USER_OWN_SUBJECT, USER_DEVICE_UNTIL, USER_DEVICE_OFF_AT, USER_VISITING, USER_VALID_UNTIL,
	USER_UNANNOUNCED, USER_FIELD_COUNT };
enum { DEADLINE_CLOCK, DEADLINE_RULE, DEADLINE_FACILITY, DEADLINE_SUBJECT, DEADLINE_ABOUT_RECORD, DEADLINE_ABOUT_ID,
	DEADLINE_STARTED_AT, DEADLINE_DUE_AT, DEADLINE_STOPPED_AT, DEADLINE_OUTCOME, DEADLINE_FIELD_COUNT };
enum { BREACH_RULE, BREACH_FACILITY, BREACH_SUBJECT, BREACH_ABOUT_RECORD, BREACH_ABOUT_ID, BREACH_ACT, BREACH_MESSAGE,
	BREACH_PARAMETERS, BREACH_HAPPENED_AT, BREACH_OWNER, BREACH_DUE_AT, BREACH_STATE, BREACH_REMEDY, BREACH_REMEDIED_BY,
	BREACH_VERIFIED_BY, BREACH_REMEDIED_AT, BREACH_VERIFIED_AT, BREACH_FIELD_COUNT };
enum { PROPOSAL_ACT, PROPOSAL_INPUT, PROPOSAL_REASON, PROPOSAL_FACILITY, PROPOSAL_SUBJECT, PROPOSAL_PROPOSED_BY,
	PROPOSAL_UNTIL, PROPOSAL_STATE, PROPOSAL_DECIDED_BY, PROPOSAL_DECISION_REASON, PROPOSAL_FIELD_COUNT };
enum { ATTACHMENT_SUBJECT, ATTACHMENT_FACILITY, ATTACHMENT_ABOUT_RECORD, ATTACHMENT_ABOUT_ID, ATTACHMENT_KIND,
	ATTACHMENT_FILE_NAME, ATTACHMENT_MEDIA_TYPE, ATTACHMENT_SIZE, ATTACHMENT_HASH, ATTACHMENT_FIELD_COUNT };
enum { BREAK_GLASS_SUBJECT, BREAK_GLASS_FACILITY, BREAK_GLASS_USER, BREAK_GLASS_REASON, BREAK_GLASS_UNTIL,
	BREAK_GLASS_REVIEWED_BY, BREAK_GLASS_FINDING, BREAK_GLASS_NOTE, BREAK_GLASS_FIELD_COUNT };
enum { PROFILE_SETTING_NAME, PROFILE_SETTING_TITLE, PROFILE_SETTING_FACILITY, PROFILE_SETTING_VALID_FROM,
	PROFILE_SETTING_CONTENT, PROFILE_SETTING_HASH, PROFILE_SETTING_FIELD_COUNT };
enum { IMPORT_ROW_MAPPING, IMPORT_ROW_SOURCE_KEY, IMPORT_ROW_HASH, IMPORT_ROW_RECORD, IMPORT_ROW_RECORD_ID,
	IMPORT_ROW_FIELD_COUNT };

extern const struct choice CLEARANCE_CHOICES[]; /* "official", "sensitive" */

/* The engine's acts (acts/<record>.c). Inputs of user_account.add are the fields of the record except active; change,
 * grant and suspend take "account". SENSITIVE clearance or a compartment is given by user_account.grant, which waits for a
 * second person; only the system actor gives them with add. A second factor is set up within an hour after user_account.open_device
 * by an administrator, and taken off by user_account.take_device_off of two persons (trust.md 4.3). deadline.lapse, proposal.make and proposal.lapse belong to
 * the system actor. */
extern const struct act ACT_USER_ACCOUNT_ADD, ACT_USER_ACCOUNT_CHANGE, ACT_USER_ACCOUNT_GRANT, ACT_USER_ACCOUNT_SUSPEND,
	ACT_USER_ACCOUNT_OPEN_DEVICE, ACT_USER_ACCOUNT_TAKE_DEVICE_OFF,
	ACT_DEADLINE_LAPSE, ACT_BREACH_ASSIGN, ACT_BREACH_REMEDY, ACT_BREACH_VERIFY, ACT_PROPOSAL_MAKE,
	ACT_PROPOSAL_APPROVE, ACT_PROPOSAL_DECLINE, ACT_PROPOSAL_LAPSE, ACT_ATTACHMENT_ADD, ACT_BREAK_GLASS_OPEN,
	ACT_BREAK_GLASS_REVIEW, ACT_PROFILE_LOAD;

/* An emergency opening lasts half an hour; its reason has at least 20 characters (session_break_glass). */
enum { BREAK_GLASS_REASON_MINIMUM = 20 };
#define BREAK_GLASS_LENGTH (30 * MOMENT_MINUTE)
extern const struct clock_kind CLOCK_BREAK_GLASS_REVIEW;
extern const struct rule RULE_BREAK_GLASS /* NMR-9.1 */, RULE_NMR_1, RULE_NMR_84_1A;

#endif
