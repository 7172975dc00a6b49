/* pages_child.c - mothers and children of a facility; pregnancy and children on the pages of a person. */
#include "areas/contact/pages_common.h"

struct family_board { const struct row *facility; struct text id; struct rows pregnancies, living, left; };

static bool board_read(struct page *page, struct family_board *out)
{
	page->section = "families";
	*out = (struct family_board){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id))
		return false;
	const struct condition open[] = { CONDITION_TEXT(PREGNANCY_FACILITY, out->id), CONDITION_TEXT(PREGNANCY_STATE, TEXT_OF("open")) };
	const struct condition living[] = { CONDITION_TEXT(CHILD_STAY_FACILITY, out->id), CONDITION_TEXT(CHILD_STAY_STATE, TEXT_OF("living")) };
	const struct condition left[] = { CONDITION_TEXT(CHILD_STAY_FACILITY, out->id), CONDITION_TEXT(CHILD_STAY_STATE, TEXT_OF("left")) };
	return rows_where(page, &RECORD_PREGNANCY, open, 2, PREGNANCY_EXPECTED, false, &out->pregnancies) &&
		rows_where(page, &RECORD_CHILD_STAY, living, 2, CHILD_STAY_FROM, false, &out->living) &&
		rows_where(page, &RECORD_CHILD_STAY, left, 2, CHILD_STAY_FROM, true, &out->left);
}

void page_families(struct page *page)
{
	static const int PREGNANCIES[] = { PREGNANCY_EXPECTED, PREGNANCY_PERSON, PREGNANCY_PRENATAL, PREGNANCY_DIET, PREGNANCY_PLACE, -1 };
	static const int LIVING[] = { CHILD_STAY_FROM, CHILD_STAY_CHILD, CHILD_STAY_PERSON, CHILD_STAY_CHECKED, CHILD_STAY_REVIEWED, CHILD_STAY_LEAVES_BY, -1 };
	static const int LEFT[] = { CHILD_STAY_FROM, CHILD_STAY_CHILD, CHILD_STAY_PERSON, CHILD_STAY_LEFT, CHILD_STAY_LEFT_WHY, -1 };
	struct family_board board;
	if (!board_read(page, &board))
		return;
	page->caption = row_text(board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Mothers and children")));
	widget_paragraph(page, T(page, N_("Children who live here are no prisoners: they have no file, no number and no place on the roll. Only those who care for them see this page.")));
	rows_table(page, N_("Pregnant women"), &board.pregnancies, PREGNANCIES, N_("No pregnancy is recorded here."));
	rows_table(page, N_("Children who live here"), &board.living, LIVING, N_("No child lives here."));
	rows_table(page, N_("Children who have left"), &board.left, LEFT, N_("No child has left yet."));
	page_end(page);
}

void page_person_family(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_PREGNANCY_RECORD, &ACT_CHILD_STAY_DECIDE };
	static const int PREGNANCIES[] = { PREGNANCY_EXPECTED, PREGNANCY_STATE, PREGNANCY_PRENATAL, PREGNANCY_PLACE, -1 };
	static const int STAYS[] = { CHILD_STAY_FROM, CHILD_STAY_CHILD, CHILD_STAY_STATE, CHILD_STAY_REVIEWED, CHILD_STAY_LEAVES_BY, -1 };
	static const int CHILDREN[] = { CHILD_NAME, CHILD_BIRTH_DATE, CHILD_WHERE, CHILD_CARER, -1 };
	struct rows pregnancies, stays, children;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_PREGNANCY, person->id, FIELD_CREATED_AT, true, &pregnancies) ||
		!rows_about(page, &RECORD_CHILD_STAY, person->id, CHILD_STAY_FROM, true, &stays) ||
		!rows_about(page, &RECORD_CHILD, person->id, FIELD_CREATED_AT, false, &children))
		return;
	page_begin(page, T(page, N_("Children and pregnancy")));
	actions_begin(page);
	for (size_t i = 0; row_has(person, PERSON_EPISODE) && i < sizeof ACTS / sizeof *ACTS; i++)
		if (ACTS[i] != &ACT_PREGNANCY_RECORD || row_is(person, PERSON_SEX, "F"))
			action_link(page, ACTS[i], path_do(page, person->id, ACTS[i], NULL, text_empty(), page->request->path), i == 0);
	actions_end(page);
	if (row_is(person, PERSON_SEX, "F"))
		rows_table(page, N_("Pregnancy"), &pregnancies, PREGNANCIES, N_("No pregnancy is recorded."));
	rows_table(page, N_("Children living with a parent"), &stays, STAYS, N_("No child lives or lived here with this person."));
	if (page_may_read(page, &RECORD_CHILD))
		rows_table(page, N_("All children of the person"), &children, CHILDREN, N_("No child is recorded. Children are written down on admission."));
	page_end(page);
}

static void write_acts(struct page *page, const struct row *row, const char *input, const struct act *const *acts)
{
	actions_begin(page);
	for (size_t i = 0; acts[i]; i++)
		action_link(page, acts[i], path_do(page, text_empty(), acts[i], input, row->id, page->request->path), i == 0);
	actions_end(page);
}

static void one_begin(struct page *page, const struct row *row, const char *heading, struct text state)
{
	page->back = path_subject(page, row_subject(row), "/family");
	page->back_label = T(page, N_("Children and pregnancy"));
	page->caption = state;
	page_begin(page, page_message(page, heading));
}

void page_pregnancy(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_PREGNANCY_PLAN, &ACT_PREGNANCY_BIRTH, &ACT_PREGNANCY_END, NULL };
	const struct row *row = row_open(page, &RECORD_PREGNANCY, "families");
	if (!row)
		return;
	one_begin(page, row, N_("Pregnancy"), page_value(page, &RECORD_PREGNANCY.fields[PREGNANCY_STATE], row_value(row, PREGNANCY_STATE)));
	if (row_is(row, PREGNANCY_STATE, "open"))
		write_acts(page, row, "pregnancy", ACTS);
	contact_summary(page, row, PREGNANCY_EXPECTED);
	page_end(page);
}

void page_child_stay(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_CHILD_STAY_REVIEW, &ACT_CHILD_STAY_CHECK, &ACT_CHILD_STAY_FEED, &ACT_CHILD_STAY_PREPARE, &ACT_CHILD_STAY_END, NULL };
	const struct row *row = row_open(page, &RECORD_CHILD_STAY, "families");
	if (!row)
		return;
	one_begin(page, row, N_("Child living with a parent"), page_value(page, &RECORD_CHILD_STAY.fields[CHILD_STAY_STATE], row_value(row, CHILD_STAY_STATE)));
	if (row_is(row, CHILD_STAY_STATE, "living"))
		write_acts(page, row, "child_stay", ACTS);
	contact_summary(page, row, CHILD_STAY_CHILD);
	page_end(page);
}
