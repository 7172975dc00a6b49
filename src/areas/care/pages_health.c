/* pages_health.c - where custody and the health service meet: who waits to be seen, orders to carry out, questions of fitness, a health
 * restriction; and the same of one person. Never why. */
#include "areas/care/pages_common.h"
#include "areas/rights/records.h"

/* A table of rows with their time, the person, one more field and a button to the act that the row waits for. */
struct waiting { const char *caption, *empty, *input; int moment, person, what; const struct act *acts[3]; };

static void write_waiting(struct page *page, const struct waiting *table, const struct rows *rows, int urgent)
{
	static const char *const HEADINGS[] = { N_("Since or due"), N_("Person"), N_("What"), N_("Now"), NULL };
	if (rows->count == 0) {
		widget_heading(page, 2, page_message(page, table->caption));
		widget_paragraph(page, page_message(page, table->empty));
		return;
	}
	widget_table_begin(page, page_message(page, table->caption), HEADINGS);
	for (size_t i = 0; i < rows->count; i++) {
		const struct row *row = rows->items[i];
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(row, table->moment));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		widget_value(page, row, table->person);
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		html_text(&page->html, page_value(page, &row->record->fields[table->what], row_value(row, table->what)));
		html_text(&page->html, TEXT_OF(" "));
		if (urgent >= 0 && row_is_yes(row, urgent))
			widget_tag(page, "red", T(page, N_("Urgent")));
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		actions_begin(page);
		for (size_t j = 0; j < 3 && table->acts[j]; j++)
			action_link(page, table->acts[j], path_do(page, text_empty(), table->acts[j], table->input, row->id, page->request->path), false);
		actions_end(page);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static const struct waiting SEEN = { N_("Waiting to be seen"), N_("Nobody waits. To ask for health staff, open the person and choose Everything you can record."), "health_request",
	HEALTH_REQUEST_ASKED, HEALTH_REQUEST_PERSON, HEALTH_REQUEST_CHANNEL, { &ACT_HEALTH_REQUEST_SEE } };
static const struct waiting ORDERED = { N_("Orders of clinicians to carry out"), N_("Every order is carried out."), "clinical_order", CLINICAL_ORDER_DUE,
	CLINICAL_ORDER_PERSON, CLINICAL_ORDER_INSTRUCTION, { &ACT_CLINICAL_ORDER_CARRY_OUT, &ACT_CLINICAL_ORDER_MISS, &ACT_CLINICAL_ORDER_OBJECT } };
static const struct waiting OBJECTED = { N_("Objections that a clinician answers"), N_("No objection waits."), "clinical_order", CLINICAL_ORDER_DUE, CLINICAL_ORDER_PERSON,
	CLINICAL_ORDER_OBJECTION, { &ACT_CLINICAL_ORDER_ANSWER } };
static const struct waiting ASKED = { N_("Questions of fitness"), N_("No question waits."), "fitness", FITNESS_ASKED, FITNESS_PERSON, FITNESS_QUESTION, { &ACT_FITNESS_ANSWER } };

static void write_restrictions(struct page *page, const struct rows *restrictions)
{
	static const int COLUMNS[] = { HEALTH_RESTRICTION_STARTS, HEALTH_RESTRICTION_ENDS, HEALTH_RESTRICTION_AUTHORITY, HEALTH_RESTRICTION_MEASURES, HEALTH_RESTRICTION_MINUTES, -1 };
	rows_table(page, N_("Health restriction of this facility"), restrictions, COLUMNS, N_("No health restriction runs."));
	for (size_t i = 0; i < restrictions->count; i++) {
		const struct fitting acts[] = { { &ACT_HEALTH_RESTRICTION_REVIEW, true }, { &ACT_HEALTH_RESTRICTION_END, true } };
		fitting_acts(page, restrictions->items[i], "health_restriction", acts, sizeof acts / sizeof *acts);
	}
}

void page_health(struct page *page)
{
	const struct row *facility = NULL;
	struct rows requests, orders, objections, questions, restrictions;
	page->section = "health";
	struct text id = page_facility(page, &facility);
	const struct condition waits[] = { CONDITION_TEXT(HEALTH_REQUEST_FACILITY, id), CONDITION_TEXT(HEALTH_REQUEST_STATE, TEXT_OF("open")) };
	const struct condition open[] = { CONDITION_TEXT(CLINICAL_ORDER_FACILITY, id), CONDITION_TEXT(CLINICAL_ORDER_STATE, TEXT_OF("open")) };
	const struct condition objected[] = { CONDITION_TEXT(CLINICAL_ORDER_FACILITY, id), CONDITION_PRESENT(CLINICAL_ORDER_OBJECTION), CONDITION_ABSENT(CLINICAL_ORDER_ANSWER),
		{ .field = CLINICAL_ORDER_STATE, .comparison = IS_NOT, .value = value_string("ended") } };
	const struct condition asked[] = { CONDITION_TEXT(FITNESS_FACILITY, id), CONDITION_ABSENT(FITNESS_ANSWERED) };
	const struct condition running[] = { CONDITION_TEXT(HEALTH_RESTRICTION_FACILITY, id), CONDITION_TEXT(HEALTH_RESTRICTION_STATE, TEXT_OF("running")) };
	if (text_is_empty(id) || !rows_where(page, &RECORD_HEALTH_REQUEST, waits, 2, HEALTH_REQUEST_ASKED, false, &requests) ||
		!rows_where(page, &RECORD_CLINICAL_ORDER, open, 2, CLINICAL_ORDER_DUE, false, &orders) ||
		!rows_where(page, &RECORD_CLINICAL_ORDER, objected, 4, CLINICAL_ORDER_DUE, false, &objections) ||
		!rows_where(page, &RECORD_FITNESS, asked, 2, FITNESS_ASKED, false, &questions) ||
		!rows_where(page, &RECORD_HEALTH_RESTRICTION, running, 2, HEALTH_RESTRICTION_STARTS, true, &restrictions))
		return;
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Health and custody")));
	widget_paragraph(page, T(page, N_("Everybody who asks is seen within the day, and at once when it is urgent. Only the health service changes or ends what a clinician ordered. Nothing here says why.")));
	write_waiting(page, &SEEN, &requests, HEALTH_REQUEST_URGENT);
	write_waiting(page, &ORDERED, &orders, -1);
	write_waiting(page, &OBJECTED, &objections, -1);
	write_waiting(page, &ASKED, &questions, -1);
	write_restrictions(page, &restrictions);
	actions_begin(page);
	action_link(page, &ACT_HEALTH_RESTRICTION_BEGIN, path_do(page, text_empty(), &ACT_HEALTH_RESTRICTION_BEGIN, "facility", id, page->request->path), false);
	actions_end(page);
	page_end(page);
}

void page_person_care(struct page *page)
{
	static const struct act *const ACTS[] = { &ACT_HEALTH_REQUEST_MAKE, &ACT_CLINICAL_ORDER_GIVE, &ACT_FITNESS_ASK, &ACT_CARE_HANDOVER_MAKE, &ACT_SUPPLY_GIVE, &ACT_WORK_ASSIGN, &ACT_GRAVE_EVENT_REPORT };
	static const int REQUESTS[] = { HEALTH_REQUEST_ASKED, HEALTH_REQUEST_CHANNEL, HEALTH_REQUEST_URGENT, HEALTH_REQUEST_STATE, HEALTH_REQUEST_SEEN, -1 };
	static const int ORDERS[] = { CLINICAL_ORDER_KIND, CLINICAL_ORDER_INSTRUCTION, CLINICAL_ORDER_DUE, CLINICAL_ORDER_STATE, CLINICAL_ORDER_WHY, -1 };
	static const int QUESTIONS[] = { FITNESS_QUESTION, FITNESS_ASKED, FITNESS_ANSWER, FITNESS_LIMITS, FITNESS_UNTIL, -1 };
	static const int HANDOVERS[] = { CARE_HANDOVER_AT, CARE_HANDOVER_OCCASION, CARE_HANDOVER_RECEIVER, CARE_HANDOVER_SEALED, CARE_HANDOVER_SUPPLY, -1 };
	static const int SUPPLIES[] = { SUPPLY_AT, SUPPLY_KIND, -1 };
	static const int EXCEPTIONS[] = { DAY_EXCEPTION_DAY, DAY_EXCEPTION_KIND, DAY_EXCEPTION_WHY, -1 };
	static const int WORKS[] = { WORK_TASK, WORK_HOURS_WEEK, WORK_REST, WORK_RATE, WORK_STATE, -1 };
	struct rows works, requests, orders, questions, handovers, supplies, exceptions;
	const struct row *person = subject_open(page);
	if (!person || !rows_about(page, &RECORD_HEALTH_REQUEST, person->id, HEALTH_REQUEST_ASKED, true, &requests) ||
		!rows_about(page, &RECORD_CLINICAL_ORDER, person->id, CLINICAL_ORDER_DUE, true, &orders) ||
		!rows_about(page, &RECORD_FITNESS, person->id, FITNESS_ASKED, true, &questions) ||
		!rows_about(page, &RECORD_CARE_HANDOVER, person->id, CARE_HANDOVER_AT, true, &handovers) ||
		!rows_about(page, &RECORD_SUPPLY, person->id, SUPPLY_AT, true, &supplies) ||
		!rows_about(page, &RECORD_DAY_EXCEPTION, person->id, DAY_EXCEPTION_DAY, true, &exceptions) ||
		!rows_about(page, &RECORD_WORK, person->id, WORK_STARTS, true, &works))
		return;
	page_begin(page, T(page, N_("Health and care")));
	actions_begin(page);
	for (size_t i = 0; row_has(person, PERSON_EPISODE) && i < sizeof ACTS / sizeof *ACTS; i++)
		action_link(page, ACTS[i], path_do(page, person->id, ACTS[i], NULL, text_empty(), page->request->path), i == 0);
	actions_end(page);
	rows_table(page, N_("Requests to see health staff"), &requests, REQUESTS, N_("No request is recorded."));
	rows_table(page, N_("Orders of clinicians"), &orders, ORDERS, N_("No clinician has ordered anything."));
	rows_table(page, N_("Questions of fitness"), &questions, QUESTIONS, N_("Nobody has asked about fitness."));
	rows_table(page, N_("Care carried on"), &handovers, HANDOVERS, N_("Nothing was handed on yet."));
	rows_table(page, N_("Bedding, clothes, hygiene handed out"), &supplies, SUPPLIES, N_("Nothing is recorded as handed out."));
	rows_table(page, N_("Days with less than the unit had"), &exceptions, EXCEPTIONS, N_("No such day is noted."));
	rows_table(page, N_("Work"), &works, WORKS, N_("This person has had no work here."));
	page_end(page);
}
