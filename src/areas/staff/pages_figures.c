/* pages_figures.c - staff of a facility in figures: professions and contracts, who directs, languages of staff beside those of prisoners, visits. */
#include "areas/staff/pages_common.h"
#include "areas/staff/reports.h"

enum { LANGUAGES_MOST = 40, FEW = 5 };

struct language_count { struct text code; int64_t prisoners, staff; };
struct figures {
	struct staff_board board;
	struct rows offices, visits, sessions;
	struct language_count languages[LANGUAGES_MOST];
	size_t language_count;
	int64_t prisoners; /* whose languages are known */
};

static struct language_count *language_of(struct figures *figures, struct text code)
{
	for (size_t i = 0; i < figures->language_count; i++)
		if (text_equal(figures->languages[i].code, code))
			return &figures->languages[i];
	if (figures->language_count == LANGUAGES_MOST)
		return NULL;
	figures->languages[figures->language_count].code = code;
	return &figures->languages[figures->language_count++];
}

static void count_languages(struct figures *figures, struct text codes, int64_t prisoners, int64_t staff)
{
	struct text one;
	while (text_next(&codes, ' ', &one)) {
		struct language_count *language = language_of(figures, one);
		if (!language)
			continue;
		language->prisoners += prisoners;
		language->staff += staff;
	}
}

static bool figures_read(struct page *page, struct figures *out)
{
	struct store_result spoken;
	struct error_list errors;
	*out = (struct figures){ 0 };
	if (!staff_board_read(page, "staff-figures", &out->board))
		return false;
	const struct condition offices[] = { CONDITION_TEXT(STAFF_APPOINTMENT_FACILITY, out->board.id), CONDITION_ABSENT(STAFF_APPOINTMENT_ENDED) };
	const struct condition visits[] = { CONDITION_TEXT(DIRECTOR_VISIT_FACILITY, out->board.id) }, sessions[] = { CONDITION_TEXT(HEALTH_SESSION_FACILITY, out->board.id) };
	if (!rows_where(page, &RECORD_STAFF_APPOINTMENT, offices, 2, STAFF_APPOINTMENT_FROM, true, &out->offices) ||
		!rows_where(page, &RECORD_DIRECTOR_VISIT, visits, 1, DIRECTOR_VISIT_ON, true, &out->visits) ||
		(page_may_read(page, &RECORD_HEALTH_SESSION) && !rows_where(page, &RECORD_HEALTH_SESSION, sessions, 1, HEALTH_SESSION_ON, true, &out->sessions)))
		return false;
	error_list_begin(&errors, page->arena);
	if (!report_spoken(page->query, out->board.id, &spoken, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	for (size_t i = 0; i < spoken.rows; i++) {
		out->prisoners += store_cell(&spoken, i, SPOKEN_PEOPLE).integer;
		count_languages(out, store_cell(&spoken, i, SPOKEN_LANGUAGES).text, store_cell(&spoken, i, SPOKEN_PEOPLE).integer, 0);
	}
	for (size_t i = 0; i < out->board.members.count; i++)
		count_languages(out, row_text(out->board.members.items[i], STAFF_MEMBER_LANGUAGES), 0, 1);
	return true;
}

static int64_t count_where(const struct rows *members, const char *profession, int field, const char *value)
{
	int64_t count = 0;
	for (size_t i = 0; i < members->count; i++)
		count += row_is(members->items[i], STAFF_MEMBER_PROFESSION, profession) && (!value || row_is(members->items[i], field, value));
	return count;
}

static void number_cell(struct page *page, int64_t number) { widget_table_cell(page, format_integer(page->language, page->arena, number)); }

/* NMR-78: specialists sufficient, social workers and teachers permanent. */
static void write_professions(struct page *page, const struct figures *figures)
{
	static const char *const HEADINGS[] = { N_("Profession"), N_("Staff"), N_("Women"), N_("Permanent"), N_("Prisoners for each"), NULL };
	widget_table_begin(page, T(page, N_("Professions and contracts")), HEADINGS);
	for (const struct choice *profession = STAFF_PROFESSION_CHOICES; profession->code; profession++) {
		int64_t all = count_where(&figures->board.members, profession->code, 0, NULL);
		widget_table_row(page);
		widget_table_cell(page, T(page, profession->label));
		number_cell(page, all);
		number_cell(page, count_where(&figures->board.members, profession->code, STAFF_MEMBER_SEX, "F"));
		number_cell(page, count_where(&figures->board.members, profession->code, STAFF_MEMBER_CONTRACT, "permanent"));
		widget_table_cell(page, all ? format_decimal(page->language, page->arena, figures->prisoners * 10 / all, 1) : T(page, N_("Nobody")));
	}
	widget_table_end(page);
}

static void share_cell(struct page *page, int64_t part, int64_t whole)
{
	widget_table_cell(page, whole ? page_message_with(page, N_("{percent} %"), "percent", format_integer(page->language, page->arena, part * 100 / whole), NULL) : text_empty());
}

/* NMR-80.1: most of the staff speak the language that most prisoners speak. A language of few people would point at them, and stays out. */
static void write_languages(struct page *page, const struct figures *figures)
{
	static const char *const HEADINGS[] = { N_("Language"), N_("Prisoners"), N_("Staff"), N_("Compared"), NULL };
	int64_t staff = (int64_t)figures->board.members.count;
	bool begun = false;
	for (size_t i = 0; i < figures->language_count; i++) {
		const struct language_count *language = &figures->languages[i];
		if (language->prisoners < FEW)
			continue;
		if (!begun)
			widget_table_begin(page, T(page, N_("Languages of prisoners and staff")), HEADINGS);
		begun = true;
		bool main = language->prisoners * 2 > figures->prisoners, lacking = language->staff * 2 <= staff;
		widget_table_row(page);
		widget_table_cell(page, language->code);
		share_cell(page, language->prisoners, figures->prisoners);
		share_cell(page, language->staff, staff);
		widget_table_cell_begin(page);
		if (main)
			widget_tag(page, lacking ? "red" : "green", lacking ? T(page, N_("Half of the staff or fewer speak this main language")) : T(page, N_("Most of the staff speak this main language")));
		widget_table_cell_end(page);
	}
	if (begun)
		widget_table_end(page);
	widget_paragraph(page, T(page, N_("A language that fewer than five prisoners speak is not shown.")));
}

static void write_heads(struct page *page, const struct figures *figures)
{
	static const int OFFICES[] = { STAFF_APPOINTMENT_OFFICE, STAFF_APPOINTMENT_MEMBER, STAFF_APPOINTMENT_FROM, -1 };
	static const int VISITS[] = { DIRECTOR_VISIT_ON, DIRECTOR_VISIT_MEMBER, DIRECTOR_VISIT_NOTE, -1 };
	static const int SESSIONS[] = { HEALTH_SESSION_ON, HEALTH_SESSION_KIND, HEALTH_SESSION_SEEN, HEALTH_SESSION_WAITING, HEALTH_SESSION_LONGEST, -1 };
	rows_table(page, N_("Offices"), &figures->offices, OFFICES, N_("Nobody is appointed here yet."));
	rows_table(page, N_("Visits of directors"), &figures->visits, VISITS, N_("No visit of a director of several prisons is recorded."));
	if (page_may_read(page, &RECORD_HEALTH_SESSION))
		rows_table(page, N_("Sessions of dentist and psychiatry"), &figures->sessions, SESSIONS, N_("No session is recorded yet."));
}

void page_staff_figures(struct page *page)
{
	struct figures figures;
	if (!figures_read(page, &figures))
		return;
	struct text here = staff_path(page, &figures.board, "/staff-figures");
	page->caption = row_text(figures.board.facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Staff in figures")));
	actions_begin(page);
	action_link(page, &ACT_STAFF_APPOINTMENT_MAKE, path_do(page, text_empty(), &ACT_STAFF_APPOINTMENT_MAKE, NULL, text_empty(), here), false);
	action_link(page, &ACT_DIRECTOR_VISIT_RECORD, path_do(page, text_empty(), &ACT_DIRECTOR_VISIT_RECORD, "facility", figures.board.id, here), false);
	actions_end(page);
	if (figures.board.members.count == 0) {
		widget_empty(page, N_("Nobody is on the staff of this facility yet."), N_("Staff"), TEXT_OF("/records/staff_member"));
	} else {
		write_professions(page, &figures);
		write_languages(page, &figures);
	}
	write_heads(page, &figures);
	page_end(page);
}
