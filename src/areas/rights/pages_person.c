/* pages_person.c - what rights adds to the pages of a person: a tab with measures and instructions, and alerts in the identity bar. */
#include "areas/rights/pages_common.h"

void page_person_rights(struct page *page)
{
	static const int SEPARATIONS[] = { SEPARATION_STARTS, SEPARATION_KIND, SEPARATION_GROUND, SEPARATION_ENDS, SEPARATION_STATE, SEPARATION_ENDED_AT, -1 };
	static const int FLAGS[] = { HEALTH_FLAG_KIND, HEALTH_FLAG_INSTRUCTION, HEALTH_FLAG_STARTS, HEALTH_FLAG_EXPIRES, HEALTH_FLAG_STATE, -1 };
	static const struct act *const ACTS[] = { &ACT_SEPARATION_ORDER, &ACT_SEPARATION_ISOLATE, &ACT_HEALTH_FLAG_SET, &ACT_CHARGE_LAY, &ACT_COMPLAINT_RECEIVE, &ACT_FORCE_USE,
		&ACT_PERSON_SEARCH_RECORD, &ACT_PRIVILEGE_LEVEL_SET };
	static const int CHARGES[] = { CHARGE_HAPPENED, CHARGE_INCIDENT, CHARGE_OFFENCE, CHARGE_STATE, CHARGE_APPEAL, -1 };
	static const int SANCTIONS[] = { SANCTION_MEASURE, SANCTION_DAYS, SANCTION_STARTS, SANCTION_ENDS, SANCTION_STATE, -1 };
	static const int COMPLAINTS[] = { COMPLAINT_RECEIVED, COMPLAINT_SUBJECT, COMPLAINT_ADDRESSEE, COMPLAINT_STATE, COMPLAINT_RESULT, -1 };
	static const int FORCES[] = { FORCE_STARTED, FORCE_GROUND, FORCE_INSTRUMENT, FORCE_ENDED, FORCE_STATE, -1 };
	static const int SEARCHES[] = { PERSON_SEARCH_AT, PERSON_SEARCH_KIND, PERSON_SEARCH_CAUSE, PERSON_SEARCH_RESULT, PERSON_SEARCH_ITEMS, -1 };
	static const int LEVELS[] = { PRIVILEGE_LEVEL_FROM, PRIVILEGE_LEVEL_LEVEL, PRIVILEGE_LEVEL_BEFORE, PRIVILEGE_LEVEL_REASONS, PRIVILEGE_LEVEL_STATE, -1 };
	struct rows separations, flags, charges, sanctions, complaints, forces, searches, levels;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_SEPARATION, person->id, SEPARATION_STARTS, true, &separations) ||
		!rows_about(page, &RECORD_HEALTH_FLAG, person->id, HEALTH_FLAG_STARTS, true, &flags) ||
		!rows_about(page, &RECORD_CHARGE, person->id, CHARGE_HAPPENED, true, &charges) ||
		!rows_about(page, &RECORD_SANCTION, person->id, FIELD_CREATED_AT, true, &sanctions) ||
		!rows_about(page, &RECORD_COMPLAINT, person->id, COMPLAINT_RECEIVED, true, &complaints) ||
		!rows_about(page, &RECORD_FORCE, person->id, FORCE_STARTED, true, &forces) ||
		!rows_about(page, &RECORD_PRIVILEGE_LEVEL, person->id, PRIVILEGE_LEVEL_FROM, true, &levels) ||
		!rows_about(page, &RECORD_PERSON_SEARCH, person->id, PERSON_SEARCH_AT, true, &searches))
		return;
	page_begin(page, T(page, N_("Rights and measures")));
	actions_begin(page);
	for (size_t i = 0; row_has(person, PERSON_EPISODE) && i < sizeof ACTS / sizeof *ACTS; i++)
		action_link(page, ACTS[i], path_do(page, person->id, ACTS[i], NULL, text_empty(), page->request->path), i == 0);
	actions_end(page);
	rows_table(page, N_("Separations"), &separations, SEPARATIONS, N_("This person was never separated here."));
	rows_table(page, N_("Charges"), &charges, CHARGES, N_("No charge was laid against this person."));
	rows_table(page, N_("Sanctions"), &sanctions, SANCTIONS, N_("No sanction was imposed."));
	rows_table(page, N_("Force and restraint"), &forces, FORCES, N_("No force was used on this person."));
	rows_table(page, N_("Searches of the person"), &searches, SEARCHES, N_("No search of this person is recorded."));
	if (page_may_read(page, &RECORD_COMPLAINT))
		rows_table(page, N_("Complaints and requests"), &complaints, COMPLAINTS, N_("This person has not complained or asked for anything here."));
	rows_table(page, N_("Privileges"), &levels, LEVELS, N_("No level of privileges was set. What everybody has by right needs none."));
	rows_table(page, N_("Health instructions for staff"), &flags, FLAGS, N_("The health service has given no instruction."));
	page_end(page);
}

static int write_flags(struct page *page, const struct rows *flags, struct date today)
{
	int written = 0;
	for (size_t i = 0; i < flags->count; i++)
		if (health_flag_is_live(flags->items[i], today)) {
			subject_alert(page, "care", page_message_with(page, N_("{kind}:"), "kind",
				page_value(page, &RECORD_HEALTH_FLAG.fields[HEALTH_FLAG_KIND], row_value(flags->items[i], HEALTH_FLAG_KIND)), NULL),
				page_said(page, row_text(flags->items[i], HEALTH_FLAG_INSTRUCTION)));
			written++;
		}
	return written;
}

int rights_alerts(struct page *page, const struct row *person)
{
	const struct condition running[] = { CONDITION_TEXT(SEPARATION_PERSON, person->id), CONDITION_TEXT(SEPARATION_STATE, TEXT_OF("running")) };
	const struct condition live[] = { CONDITION_TEXT(HEALTH_FLAG_PERSON, person->id), CONDITION_TEXT(HEALTH_FLAG_STATE, TEXT_OF("live")) };
	struct rows separations, flags;
	if (!rights_rows_quiet(page, &RECORD_SEPARATION, running, 2, SEPARATION_STARTS, true, &separations) ||
		!rights_rows_quiet(page, &RECORD_HEALTH_FLAG, live, 2, HEALTH_FLAG_STARTS, false, &flags)) {
		subject_alert(page, "warning", T(page, N_("Alerts:")), T(page, N_("They could not be read. Load the page again")));
		return 1;
	}
	int written = write_flags(page, &flags, page_today(page, row_text(person, PERSON_CURRENT_FACILITY)));
	if (separations.count > 0) {
		const struct row *separation = separations.items[0];
		subject_alert(page, row_is(separation, SEPARATION_KIND, "health") ? "care" : "warning", T(page, N_("Separated:")),
			page_message_with(page, N_("{kind}, since {moment}"), "kind",
				page_value(page, &RECORD_SEPARATION.fields[SEPARATION_KIND], row_value(separation, SEPARATION_KIND)), "moment",
				page_moment(page, row_moment(separation, SEPARATION_STARTS)), NULL));
		written++;
	}
	return written;
}
