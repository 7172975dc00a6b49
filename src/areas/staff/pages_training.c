/* pages_training.c - whose training ends or has ended, and who lacks what for the usual post. */
#include "areas/staff/pages_common.h"

enum { SOON_DAYS = 60 };

/* The newest passed course of the module: an older one that has run out asks for nothing more. */
static bool is_newest(const struct rows *trainings, const struct row *training)
{
	for (size_t i = 0; i < trainings->count; i++) {
		const struct row *other = trainings->items[i];
		if (other != training && text_equal(row_text(other, STAFF_TRAINING_MEMBER), row_text(training, STAFF_TRAINING_MEMBER)) && staff_training_is_passed(other) &&
			text_equal(row_text(other, STAFF_TRAINING_MODULE), row_text(training, STAFF_TRAINING_MODULE)) &&
			(!row_has(other, STAFF_TRAINING_UNTIL) || date_compare(row_date(other, STAFF_TRAINING_UNTIL), row_date(training, STAFF_TRAINING_UNTIL)) > 0))
			return false;
	}
	return true;
}

static void write_record(struct page *page, const struct staff_board *board, const struct row *member, struct text module)
{
	widget_table_cell_begin(page);
	actions_begin(page);
	action_link(page, &ACT_STAFF_TRAINING_RECORD, path_with(page, path_do(page, text_empty(), &ACT_STAFF_TRAINING_RECORD, "staff_member", member->id,
		staff_path(page, board, "/training-due")), "module", module), false);
	actions_end(page);
	widget_table_cell_end(page);
}

static void write_ends(struct page *page, const struct staff_board *board, const struct rows *trainings)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Course"), N_("Valid until"), N_("State"), N_("Now"), NULL };
	struct date soon = date_add_days(board->day, SOON_DAYS);
	bool begun = false;
	for (size_t i = 0; i < trainings->count; i++) {
		const struct row *training = trainings->items[i], *member = staff_row(&board->members, row_text(training, STAFF_TRAINING_MEMBER));
		if (!member || !staff_training_is_passed(training) || !row_has(training, STAFF_TRAINING_UNTIL) || date_compare(row_date(training, STAFF_TRAINING_UNTIL), soon) > 0 ||
			!is_newest(trainings, training))
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Ends within 60 days or has ended")), HEADINGS);
		begun = true;
		bool over = date_compare(row_date(training, STAFF_TRAINING_UNTIL), board->day) < 0;
		widget_table_row(page);
		staff_name_cell(page, member);
		widget_table_cell(page, choice_label(page, &RECORD_STAFF_TRAINING, STAFF_TRAINING_MODULE, row_text(training, STAFF_TRAINING_MODULE)));
		widget_table_cell_begin(page);
		widget_date(page, row_date(training, STAFF_TRAINING_UNTIL));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		widget_tag(page, over ? "red" : "yellow", over ? T(page, N_("Has run out")) : T(page, N_("Ends soon")));
		widget_table_cell_end(page);
		write_record(page, board, member, row_text(training, STAFF_TRAINING_MODULE));
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, T(page, N_("Ends within 60 days or has ended")));
	widget_paragraph(page, T(page, N_("No course ends soon.")));
}

static void write_lacks(struct page *page, const struct staff_board *board, const struct rows *trainings)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Usual post"), N_("What is missing"), N_("Now"), NULL };
	bool begun = false;
	for (size_t i = 0; i < board->members.count; i++) {
		const struct row *member = board->members.items[i], *post = staff_row(&board->posts, row_text(member, STAFF_MEMBER_POST));
		const char *gap = post ? staff_gap(trainings, member, post, board->day) : NULL;
		const char *module = gap ? staff_post_module(row_text(post, STAFF_POST_KIND)) : NULL;
		if (!gap)
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Who lacks what for the usual post")), HEADINGS);
		begun = true;
		widget_table_row(page);
		staff_name_cell(page, member);
		widget_table_cell(page, row_text(post, STAFF_POST_NAME));
		widget_table_cell(page, T(page, gap));
		write_record(page, board, member, text_from(module && staff_is_trained(trainings, member->id, "basic", board->day) ? module : "basic"));
	}
	if (begun) {
		widget_table_end(page);
		return;
	}
	widget_heading(page, 2, T(page, N_("Who lacks what for the usual post")));
	widget_paragraph(page, T(page, N_("Everybody has what the usual post asks for.")));
}

void page_training_due(struct page *page)
{
	struct staff_board board;
	struct rows trainings;
	if (!staff_board_read(page, "training-due", &board))
		return;
	const struct condition here = CONDITION_TEXT(STAFF_TRAINING_FACILITY, board.id);
	if (!rows_where(page, &RECORD_STAFF_TRAINING, &here, 1, STAFF_TRAINING_UNTIL, false, &trainings))
		return;
	page->caption = row_text(board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Training due")));
	if (board.members.count == 0) {
		widget_empty(page, N_("Nobody is on the staff of this facility yet."), N_("Staff"), TEXT_OF("/records/staff_member"));
	} else {
		write_ends(page, &board, &trainings);
		write_lacks(page, &board, &trainings);
		widget_paragraph(page, page_message_with(page, N_("Courses are refreshed after {months} months ({source})."), "months",
			format_integer(page->language, page->arena, page_parameter(page, board.facility, "training.refresh_months", 12)), "source",
			page_parameter_source(page, "training.refresh_months"), NULL));
	}
	page_end(page);
}
