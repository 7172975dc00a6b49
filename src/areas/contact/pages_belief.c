/* pages_belief.c - representatives and open wishes of a facility; the wishes of a person, and the way to complain. */
#include "areas/contact/pages_common.h"

static const int WISHES[] = { BELIEF_WISH_ASKED_AT, BELIEF_WISH_PERSON, BELIEF_WISH_KIND, BELIEF_WISH_WORDS, BELIEF_WISH_RESULT, -1 };

void page_belief(struct page *page)
{
	static const int COLUMNS[] = { REPRESENTATIVE_NAME, REPRESENTATIVE_COMMUNITY, REPRESENTATIVE_HOURS, REPRESENTATIVE_SERVICES, -1 };
	static const int VISITS[] = { VISIT_VISITOR, VISIT_PERSON, VISIT_PLANNED_AT, VISIT_STATE, -1 };
	const struct row *facility = NULL;
	struct rows approved, open, visits;
	page->section = "belief";
	struct text id = page_facility(page, &facility);
	if (text_is_empty(id))
		return;
	const struct condition here[] = { CONDITION_TEXT(REPRESENTATIVE_FACILITY, id), CONDITION_TEXT(REPRESENTATIVE_STATE, TEXT_OF("approved")) };
	const struct condition wishes[] = { CONDITION_TEXT(BELIEF_WISH_FACILITY, id), CONDITION_TEXT(BELIEF_WISH_STATE, TEXT_OF("open")) };
	const struct condition booked[] = { CONDITION_TEXT(VISIT_FACILITY, id), CONDITION_TEXT(VISIT_CLASS, TEXT_OF("pastoral")),
		CONDITION_TEXT(VISIT_STATE, TEXT_OF("booked")) };
	if (!rows_where(page, &RECORD_REPRESENTATIVE, here, 2, FIELD_CREATED_AT, false, &approved) ||
		!rows_where(page, &RECORD_BELIEF_WISH, wishes, 2, BELIEF_WISH_ASKED_AT, false, &open) ||
		!rows_where(page, &RECORD_VISIT, booked, 3, VISIT_PLANNED_AT, false, &visits))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Religion and belief")));
	actions_begin(page);
	action_link(page, &ACT_REPRESENTATIVE_APPROVE, path_do(page, text_empty(), &ACT_REPRESENTATIVE_APPROVE, "facility", id, page->request->path), true);
	actions_end(page);
	widget_paragraph(page, T(page, N_("A right, and never a sign of anything. Security and intelligence do not see these wishes, and no assessment uses them.")));
	rows_table(page, N_("Wishes that wait"), &open, WISHES, N_("No wish waits for an answer."));
	rows_table(page, N_("Visits of representatives to come"), &visits, VISITS, N_("No visit is booked."));
	rows_table(page, N_("Approved representatives"), &approved, COLUMNS, N_("Nobody is approved yet."));
	page_end(page);
}

void page_person_belief(struct page *page)
{
	static const int OWN[] = { BELIEF_WISH_ASKED_AT, BELIEF_WISH_KIND, BELIEF_WISH_WORDS, BELIEF_WISH_STATE, BELIEF_WISH_RESULT, -1 };
	const struct act *complain = registry_act(page->registry, TEXT_OF("complaint.receive"));
	const struct row *person = subject_open(page);
	struct rows wishes;
	if (!person || !rows_about(page, &RECORD_BELIEF_WISH, person->id, BELIEF_WISH_ASKED_AT, true, &wishes))
		return;
	page_begin(page, T(page, N_("Religion and belief")));
	if (row_has(person, PERSON_EPISODE)) {
		actions_begin(page);
		action_link(page, &ACT_BELIEF_WISH_RECORD, path_do(page, person->id, &ACT_BELIEF_WISH_RECORD, NULL, text_empty(), page->request->path), true);
		action_link(page, &ACT_VISIT_BOOK, path_do(page, person->id, &ACT_VISIT_BOOK, "visit_class", TEXT_OF("pastoral"), page->request->path), false);
		action_link(page, complain, path_do(page, person->id, complain, "subject", TEXT_OF("religion"), page->request->path), false);
		actions_end(page);
	}
	widget_paragraph(page, T(page, N_("What the person asks for, in his or her own words. It is never evidence, and nobody has to say what he or she believes.")));
	rows_table(page, N_("Wishes"), &wishes, OWN, N_("No wish is recorded."));
	page_end(page);
}

void page_belief_wish(struct page *page)
{
	const struct row *wish = row_open(page, &RECORD_BELIEF_WISH, "belief");
	if (!wish)
		return;
	page->back = path_subject(page, row_text(wish, BELIEF_WISH_PERSON), "/belief");
	page->back_label = T(page, N_("Religion and belief"));
	page_begin(page, T(page, N_("Wish of religion or belief")));
	actions_begin(page);
	if (row_is(wish, BELIEF_WISH_STATE, "open"))
		action_link(page, &ACT_BELIEF_WISH_ANSWER, path_do(page, text_empty(), &ACT_BELIEF_WISH_ANSWER, "belief_wish", wish->id, page->request->path), true);
	actions_end(page);
	contact_summary(page, wish, BELIEF_WISH_KIND);
	page_end(page);
}

void page_representative(struct page *page)
{
	const struct row *row = row_open(page, &RECORD_REPRESENTATIVE, "belief");
	if (!row)
		return;
	page->back = TEXT_OF("/visits");
	page->back_label = T(page, N_("Visits"));
	page_begin(page, row_text(row, REPRESENTATIVE_NAME));
	actions_begin(page);
	if (row_is(row, REPRESENTATIVE_STATE, "approved"))
		action_link(page, &ACT_REPRESENTATIVE_END, path_do(page, text_empty(), &ACT_REPRESENTATIVE_END, "representative", row->id, page->request->path), true);
	actions_end(page);
	contact_summary(page, row, REPRESENTATIVE_COMMUNITY);
	page_end(page);
}
