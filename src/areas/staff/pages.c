/* pages.c - the table of the pages of staff, and what all of them share. */
#include "areas/staff/pages.h"

#include "areas/staff/pages_common.h"

bool staff_board_read(struct page *page, const char *section, struct staff_board *out)
{
	struct rows all, posts;
	page->section = section;
	*out = (struct staff_board){ 0 };
	out->id = page_facility(page, &out->facility);
	if (text_is_empty(out->id))
		return false;
	if (!date_parse(page_query(page, "day"), &out->day))
		out->day = page_today(page, out->id);
	const struct condition here[] = { CONDITION_TEXT(STAFF_MEMBER_FACILITY, out->id) }, stand[] = { CONDITION_TEXT(STAFF_POST_FACILITY, out->id) };
	if (!rows_where(page, &RECORD_STAFF_MEMBER, here, 1, STAFF_MEMBER_NAME, false, &all) || !rows_where(page, &RECORD_STAFF_POST, stand, 1, STAFF_POST_NAME, false, &posts))
		return false;
	out->members = (struct rows){ ARENA_ARRAY(page->arena, struct row *, all.count + 1), 0 };
	out->posts = (struct rows){ ARENA_ARRAY(page->arena, struct row *, posts.count + 1), 0 };
	for (size_t i = 0; i < all.count; i++)
		if (staff_member_is_active(all.items[i], out->day))
			out->members.items[out->members.count++] = all.items[i];
	for (size_t i = 0; i < posts.count; i++)
		if (!row_is_yes(posts.items[i], STAFF_POST_CLOSED))
			out->posts.items[out->posts.count++] = posts.items[i];
	return true;
}

const struct row *staff_row(const struct rows *rows, struct text id)
{
	for (size_t i = 0; i < rows->count; i++)
		if (text_equal(rows->items[i]->id, id))
			return rows->items[i];
	return NULL;
}

const char *staff_gap(const struct rows *trainings, const struct row *member, const struct row *post, struct date day)
{
	const char *module = staff_post_module(row_text(post, STAFF_POST_KIND));
	bool women = row_is(post, STAFF_POST_KIND, "women");
	if (women && row_is_yes(post, STAFF_POST_CUSTODIAL) && row_is(member, STAFF_MEMBER_SEX, "M"))
		return N_("A man would supervise women");
	if (!staff_is_trained(trainings, member->id, "basic", day))
		return N_("The basic course with both tests is not passed");
	if (module && !staff_is_trained(trainings, member->id, module, day))
		return N_("The course for this kind of post is missing or has run out");
	if (women && row_is_yes(post, STAFF_POST_CHILDREN) && !staff_is_trained(trainings, member->id, "children", day))
		return N_("The course in the care of children is missing or has run out");
	return NULL;
}

void staff_name_cell(struct page *page, const struct row *member)
{
	widget_table_link(page, page_path(page, member->record, member->id), row_text(member, STAFF_MEMBER_NAME));
}

struct text staff_path(struct page *page, const struct staff_board *board, const char *path)
{
	return arena_format(page->arena, "%s?facility=%.*s&day=%.*s", path, TEXT_FORMAT(board->id), TEXT_FORMAT(date_text(page->arena, board->day)));
}

bool staff_run(struct page *page, const struct act *act, const struct pair *inputs, size_t count, struct text path, struct error_list *errors)
{
	struct outcome outcome = { 0 };
	struct command command = { .act = text_from(act->name), .inputs = inputs, .input_count = count };
	if (!command_run(page->service, page->arena, page->actor, &command, &outcome, errors))
		return false;
	page_redirect(page, page_done(page, path, text_from(act->name), &outcome));
	return true;
}

static const struct page_route ROUTES[] = {
	{ "/training-due", STAFF_READERS, page_training_due, NULL },
	{ "/roster", STAFF_READERS, page_roster, page_roster_post },
	{ "/keys-and-arms", STAFF_GATE_READERS, page_keys_and_arms, page_keys_and_arms_post },
	{ "/staff-figures", STAFF_READERS, page_staff_figures, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "roster", N_("Roster"), "/roster", STAFF_READERS },
	{ "training-due", N_("Training due"), "/training-due", STAFF_READERS },
	{ "keys-and-arms", N_("Keys and arms"), "/keys-and-arms", STAFF_GATE_READERS },
	{ "staff-figures", N_("Staff in figures"), "/staff-figures", STAFF_READERS },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static const char *const LANGUAGES[] = { "interpretation.record", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Language"), LANGUAGES }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "interpretation.record", "", true }, { "staff_training.record", "/training-due", false }, { "staff_appointment.make", "/staff-figures", false },
	{ "staff_shift.assign", "/roster", false }, { "staff_shift.cancel", "/roster", false }, { "key_set.issue", "/keys-and-arms", false }, { "key_issue.return", "/keys-and-arms", false },
	{ "weapon_issue.issue", "/keys-and-arms", false }, { "weapon_issue.return", "/keys-and-arms", false }, { "women_unit_entry.record", "/keys-and-arms", false },
	{ "director_visit.record", "/staff-figures", false }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	return act != &ACT_INTERPRETATION_RECORD || row_has(person, PERSON_EPISODE);
}

const struct ui_area STAFF_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Staff"), .acts = ACT_GROUPS, .after = AFTER, .act_fits = act_fits };
