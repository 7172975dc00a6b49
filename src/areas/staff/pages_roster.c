/* pages_roster.c - the roster of one facility on one day: posts, who stands there; who can stand on a post, and why others cannot. */
#include "areas/staff/pages_common.h"

struct roster {
	struct staff_board board;
	struct rows shifts, trainings;
	const struct row *post;	/* chosen to be filled, or NULL */
	struct text shift;
};

static bool roster_read(struct page *page, struct roster *out)
{
	if (!staff_board_read(page, "roster", &out->board))
		return false;
	const struct condition planned[] = { CONDITION_TEXT(STAFF_SHIFT_FACILITY, out->board.id), CONDITION_TEXT(STAFF_SHIFT_DAY, date_text(page->arena, out->board.day)),
		CONDITION_TEXT(STAFF_SHIFT_STATE, TEXT_OF("planned")) };
	const struct condition here = CONDITION_TEXT(STAFF_TRAINING_FACILITY, out->board.id);
	out->post = staff_row(&out->board.posts, page_query(page, "post"));
	out->shift = page_query(page, "shift");
	return rows_where(page, &RECORD_STAFF_SHIFT, planned, 3, FIELD_CREATED_AT, false, &out->shifts) &&
		rows_where(page, &RECORD_STAFF_TRAINING, &here, 1, STAFF_TRAINING_FINISHED, false, &out->trainings);
}

static struct text fill_path(struct page *page, const struct roster *roster, const struct row *post, struct text shift)
{
	return path_with(page, path_with(page, staff_path(page, &roster->board, "/roster"), "post", post->id), "shift", shift);
}

/* ---- the table ---- */

static void write_holder(struct page *page, const struct roster *roster, const struct row *shift, const struct row *post)
{
	struct html *h = &page->html;
	const struct row *member = staff_row(&roster->board.members, row_text(shift, STAFF_SHIFT_MEMBER));
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", page_path(page, &RECORD_STAFF_SHIFT, shift->id));
	html_element(h, "bdi", NULL, member ? row_text(member, STAFF_MEMBER_NAME) : T(page, N_("No longer here")));
	html_end(h);
	if (!member || staff_gap(&roster->trainings, member, post, roster->board.day)) {
		html_text(h, TEXT_OF(" "));
		widget_tag(page, "red", member ? T(page, staff_gap(&roster->trainings, member, post, roster->board.day)) : T(page, N_("Choose somebody else")));
	}
	html_void(h, "br");
}

static void write_cell(struct page *page, const struct roster *roster, const struct row *post, const char *shift)
{
	size_t stands = 0;
	widget_table_cell_begin(page);
	for (size_t i = 0; i < roster->shifts.count; i++) {
		const struct row *line = roster->shifts.items[i];
		if (!text_equal(row_text(line, STAFF_SHIFT_POST), post->id) || !row_is(line, STAFF_SHIFT_SHIFT, shift))
			continue;
		stands++;
		write_holder(page, roster, line, post);
	}
	if (page_may_act(page, &ACT_STAFF_SHIFT_ASSIGN)) {
		struct html *h = &page->html;
		html_begin_class(h, "a", "govuk-link");
		html_attribute(h, "href", fill_path(page, roster, post, text_from(shift)));
		html_text(h, stands ? T(page, N_("Add")) : T(page, N_("Fill")));
		html_element(h, "span", "govuk-visually-hidden", arena_format(page->arena, " %.*s, %.*s", TEXT_FORMAT(row_text(post, STAFF_POST_NAME)),
			TEXT_FORMAT(choice_label(page, &RECORD_STAFF_SHIFT, STAFF_SHIFT_SHIFT, text_from(shift)))));
		html_end(h);
	} else if (stands == 0) {
		widget_tag(page, "grey", T(page, N_("Nobody")));
	}
	widget_table_cell_end(page);
}

static void write_posts(struct page *page, const struct roster *roster)
{
	static const char *const HEADINGS[] = { N_("Post"), N_("Early"), N_("Late"), N_("Night"), NULL };
	widget_table_begin(page, page_message_with(page, N_("Roster of {date}"), "date", page_date(page, roster->board.day), NULL), HEADINGS);
	for (size_t i = 0; i < roster->board.posts.count; i++) {
		const struct row *post = roster->board.posts.items[i];
		widget_table_row(page);
		widget_table_link(page, page_path(page, post->record, post->id), row_text(post, STAFF_POST_NAME));
		for (const struct choice *shift = STAFF_SHIFT_CHOICES; shift->code; shift++)
			write_cell(page, roster, post, shift->code);
	}
	widget_table_end(page);
}

/* ---- filling one line ---- */

static bool stands_already(const struct roster *roster, const struct row *member)
{
	for (size_t i = 0; i < roster->shifts.count; i++)
		if (text_equal(row_text(roster->shifts.items[i], STAFF_SHIFT_MEMBER), member->id) && text_equal(row_text(roster->shifts.items[i], STAFF_SHIFT_SHIFT), roster->shift))
			return true;
	return false;
}

static void write_candidate(struct page *page, const struct roster *roster, const struct row *member, const char *gap)
{
	widget_table_row(page);
	staff_name_cell(page, member);
	widget_table_cell(page, choice_label(page, &RECORD_STAFF_MEMBER, STAFF_MEMBER_PROFESSION, row_text(member, STAFF_MEMBER_PROFESSION)));
	widget_table_cell_begin(page);
	if (gap) {
		html_text(&page->html, T(page, gap));
	} else if (stands_already(roster, member)) {
		html_text(&page->html, T(page, N_("Stands on the roster of this shift already")));
	} else {
		widget_action_begin(page, fill_path(page, roster, roster->post, roster->shift));
		widget_button(page, "staff_member", member->id, T(page, N_("Put on the roster")), true);
		widget_action_end(page);
	}
	widget_table_cell_end(page);
}

/* Those who can stand there come first. */
static void write_fill(struct page *page, const struct roster *roster)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Profession"), N_("Now"), NULL };
	widget_table_begin(page, page_message_with(page, N_("{post}, {shift}: who can stand there, and why others cannot"), "post", row_text(roster->post, STAFF_POST_NAME), "shift",
		choice_label(page, &RECORD_STAFF_SHIFT, STAFF_SHIFT_SHIFT, roster->shift), NULL), HEADINGS);
	for (int refused = 0; refused < 2; refused++)
		for (size_t i = 0; i < roster->board.members.count; i++) {
			const char *gap = staff_gap(&roster->trainings, roster->board.members.items[i], roster->post, roster->board.day);
			if ((gap != NULL) == refused)
				write_candidate(page, roster, roster->board.members.items[i], gap);
		}
	widget_table_end(page);
}

static void write_roster(struct page *page, const struct roster *roster, const struct error_list *errors)
{
	bool fills = roster->post && field_choice(&RECORD_STAFF_SHIFT.fields[STAFF_SHIFT_SHIFT], roster->shift) && page_may_act(page, &ACT_STAFF_SHIFT_ASSIGN);
	page->caption = row_text(roster->board.facility, FACILITY_NAME);
	page->wide = true;
	if (errors->count > 0)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Roster")));
	filters_begin(page, N_("Choose a day"));
	widget_hidden(page, "facility", roster->board.id);
	filters_date(page, "day", N_("Day"), date_text(page->arena, roster->board.day));
	filters_end(page);
	if (roster->board.posts.count == 0) {
		widget_empty(page, N_("This facility has no posts yet."), N_("Posts"), TEXT_OF("/records/staff_post"));
	} else {
		if (fills)
			write_fill(page, roster);
		write_posts(page, roster);
	}
	page_end(page);
}

void page_roster(struct page *page)
{
	struct roster roster;
	struct error_list none;
	error_list_begin(&none, page->arena);
	if (roster_read(page, &roster))
		write_roster(page, &roster, &none);
}

void page_roster_post(struct page *page)
{
	struct roster roster;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!roster_read(page, &roster))
		return;
	const struct pair inputs[] = { { TEXT_OF("post"), page_query(page, "post") }, { TEXT_OF("shift"), roster.shift },
		{ TEXT_OF("day"), date_text(page->arena, roster.board.day) }, { TEXT_OF("staff_member"), page_form(page, "staff_member") } };
	if (!staff_run(page, &ACT_STAFF_SHIFT_ASSIGN, inputs, sizeof inputs / sizeof *inputs, staff_path(page, &roster.board, "/roster"), &errors))
		write_roster(page, &roster, &errors);
}
