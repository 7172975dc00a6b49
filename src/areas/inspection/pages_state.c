/* pages_state.c - the state of the rules: one facility on a day, and one rule with its facts. */
#include "areas/inspection/pages_common.h"
#include "format/csv.h"
#include "service/records.h"

const enum rule_colour WORST_FIRST[COLOUR_COUNT] = { COLOUR_RED, COLOUR_AMBER, COLOUR_GREY, COLOUR_GREEN };

void write_state(struct page *page, enum rule_colour colour, bool words)
{
	static const char *const SHAPES[COLOUR_COUNT] = { "○", "●", "▲", "■" };
	static const char *const TAGS[COLOUR_COUNT] = { "govuk-tag govuk-tag--grey", "govuk-tag govuk-tag--green", "govuk-tag govuk-tag--yellow",
		"govuk-tag govuk-tag--red" };
	struct html *h = &page->html;
	html_begin_class(h, "strong", TAGS[colour]);
	html_begin(h, "span");
	html_attribute_string(h, "aria-hidden", "true");
	html_text(h, text_from(SHAPES[colour]));
	html_end(h);
	html_text(h, TEXT_OF(" "));
	html_element(h, "span", words ? NULL : "govuk-visually-hidden", page_message(page, rule_colour_label(colour)));
	html_end(h);
}

void write_register_words(struct page *page, struct text words)
{
	struct html *h = &page->html;
	html_begin(h, "span");
	if (!text_equal_string(text_from(page->language->code), "en")) {
		html_attribute_string(h, "lang", "en");
		html_attribute_string(h, "dir", "ltr");
	}
	html_text(h, words);
	html_end(h);
}

struct date page_day(struct page *page, int64_t *out_moment)
{
	struct date today, day;
	int minute;
	zone_local(page->zone, page->now, &today, &minute);
	if (!date_parse(page_query(page, "day"), &day) || date_compare(day, today) >= 0) {
		*out_moment = page->now;
		return today;
	}
	*out_moment = zone_moment(page->zone, date_add_days(day, 1), 0) - 1;
	return day;
}

struct text day_text(struct page *page, struct date day)
{
	return arena_format(page->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

struct text csv_name(struct page *page, const char *what, struct text code, struct date day)
{
	return arena_format(page->arena, "%s-%.*s-%.*s.csv", what, TEXT_FORMAT(code), TEXT_FORMAT(day_text(page, day)));
}

/* ---- one facility ---- */

bool state_read(struct page *page, struct state *state)
{
	struct facility_state *states;
	struct error_list errors;
	size_t count;
	page->section = "state";
	state->id = page_facility(page, &state->facility);
	if (text_is_empty(state->id))
		return false;
	state->day = page_day(page, &state->moment);
	state->rows = register_rows(&state->count);
	error_list_begin(&errors, page->arena);
	if (!rule_state_read(page->query, state->id, state->moment, &states, &count, &errors)) {
		page_fail(page, &errors);
		return false;
	}
	state->rules = states[0].rules;
	return true;
}

/* One line of the page: a Nelson Mandela Rule with all its rows, or one row of another text. */
static bool is_line_begin(const struct state *state, size_t i)
{
	const struct register_row *row = &state->rows[i];
	return !text_starts_with(row->rule, TEXT_OF("NMR-")) || i == 0 || state->rows[i - 1].number_of_rule != row->number_of_rule;
}

static size_t line_end(const struct state *state, size_t i)
{
	size_t end = i + 1;
	while (end < state->count && !is_line_begin(state, end))
		end++;
	return end;
}

static enum rule_colour line_colour(const struct state *state, size_t from, size_t end, int64_t counts[COLOUR_COUNT], int64_t *out_looked)
{
	*out_looked = 0;
	for (int c = 0; c < COLOUR_COUNT; c++)
		counts[c] = 0;
	for (size_t i = from; i < end; i++) {
		counts[state->rules[i].colour]++;
		if (state->rules[i].looked > *out_looked)
			*out_looked = state->rules[i].looked;
	}
	for (int c = 0; c < COLOUR_COUNT; c++)
		if (counts[WORST_FIRST[c]] > 0)
			return WORST_FIRST[c];
	return COLOUR_GREY;
}

/* "NMR-11" for a whole Rule, else the row's own name. */
static struct text line_name(struct page *page, const struct register_row *row)
{
	return text_starts_with(row->rule, TEXT_OF("NMR-")) ? arena_format(page->arena, "NMR-%d", row->number_of_rule) : row->rule;
}

void write_rule_title(struct page *page, const struct register_row *row)
{
	const char *title = text_starts_with(row->rule, TEXT_OF("NMR-")) ? register_title(row->number_of_rule) : NULL;
	if (title)
		html_text(&page->html, page_message(page, title));
	else
		write_register_words(page, row->topic);
}

static struct text rule_path(struct page *page, struct text name, const struct state *state)
{
	return arena_format(page->arena, "/state/rules/%.*s?facility=%.*s&day=%.*s", TEXT_FORMAT(name), TEXT_FORMAT(state->id),
		TEXT_FORMAT(day_text(page, state->day)));
}

static void write_line(struct page *page, const struct state *state, size_t i, size_t end)
{
	int64_t counts[COLOUR_COUNT], looked;
	enum rule_colour colour = line_colour(state, i, end, counts, &looked);
	struct text name = line_name(page, &state->rows[i]);
	struct html *h = &page->html;
	widget_table_row(page);
	widget_table_cell_begin(page);
	html_begin_class(h, "a", "govuk-link");
	html_attribute(h, "href", rule_path(page, name, state));
	widget_code(page, name);
	html_end(h);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_rule_title(page, &state->rows[i]);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	write_state(page, colour, true);
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	for (int c = 0; end - i > 1 && c < COLOUR_COUNT; c++) {
		if (counts[WORST_FIRST[c]] == 0)
			continue;
		html_text(h, format_integer(page->language, page->arena, counts[WORST_FIRST[c]]));
		html_text(h, TEXT_OF(" "));
		write_state(page, WORST_FIRST[c], false);
		html_text(h, TEXT_OF(" "));
	}
	widget_table_cell_end(page);
	widget_table_cell_begin(page);
	if (looked > 0)
		widget_moment(page, looked);
	else
		html_text(h, T(page, N_("Never")));
	widget_table_cell_end(page);
}

void state_count(const struct state *state, int64_t lines[COLOUR_COUNT])
{
	for (int c = 0; c < COLOUR_COUNT; c++)
		lines[c] = 0;
	for (size_t i = 0; i < state->count;) {
		int64_t counts[COLOUR_COUNT], looked;
		size_t end = line_end(state, i);
		lines[line_colour(state, i, end, counts, &looked)]++;
		i = end;
	}
}

static void write_counts(struct page *page, const struct state *state)
{
	int64_t lines[COLOUR_COUNT];
	state_count(state, lines);
	widget_summary_begin(page);
	for (int c = 0; c < COLOUR_COUNT; c++)
		widget_summary_row(page, page_message(page, rule_colour_label(WORST_FIRST[c])),
			page_count(page, N_("{count} rule"), N_("{count} rules"), lines[WORST_FIRST[c]]));
	widget_summary_end(page);
}

static void write_filter(struct page *page, const struct state *state)
{
	const char *codes[COLOUR_COUNT], *labels[COLOUR_COUNT];
	for (int c = 0; c < COLOUR_COUNT; c++) {
		codes[c] = rule_colour_code(WORST_FIRST[c]);
		labels[c] = rule_colour_label(WORST_FIRST[c]);
	}
	filters_begin(page, N_("Choose a day and a state"));
	widget_hidden(page, "facility", state->id);
	filters_date(page, "day", N_("Day"), day_text(page, state->day));
	filters_select(page, "state", N_("State"), codes, labels, COLOUR_COUNT);
	filters_end(page);
}

static void write_part(struct page *page, const struct state *state, size_t part)
{
	static const char *const HEADINGS[] = { N_("Rule"), N_("About"), N_("State"), N_("Its rows"), N_("Last shown"), NULL };
	bool begun = false;
	for (size_t i = 0; i < state->count;) {
		int64_t counts[COLOUR_COUNT], looked;
		size_t end = line_end(state, i);
		if (register_part(&state->rows[i]) == part &&
			filters_take(page, "state", rule_colour_code(line_colour(state, i, end, counts, &looked)))) {
			if (!begun)
				widget_table_begin(page, page_message(page, register_part_label(part)), HEADINGS);
			begun = true;
			write_line(page, state, i, end);
		}
		i = end;
	}
	if (begun)
		widget_table_end(page);
}

static void state_csv(struct page *page, const struct state *state)
{
	static const char *const COLUMNS[] = { "facility", "day", "rule", "about", "state", "breaches_open", "breaches_to_verify", "overdue", "running",
		"met_in_time", "acts", "evidence", "last_shown" };
	struct csv_writer csv;
	struct text code = row_text(state->facility, page->registry->facility_code);
	csv_writer_begin(&csv, page->arena, ',', false);
	csv_mark(&csv);
	for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
		csv_cell_string(&csv, COLUMNS[i]);
	csv_record_end(&csv);
	for (size_t i = 0; i < state->count; i++) {
		const struct rule_state *rule = &state->rules[i];
		const int64_t numbers[] = { rule->breaches, rule->remedied, rule->overdue, rule->running, rule->in_time, rule->asked, rule->evidence };
		csv_cell(&csv, code);
		csv_cell(&csv, day_text(page, state->day));
		csv_cell(&csv, state->rows[i].rule);
		csv_cell(&csv, state->rows[i].topic);
		csv_cell_string(&csv, rule_colour_code(rule->colour));
		for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j++)
			csv_cell_integer(&csv, numbers[j]);
		csv_cell(&csv, rule->looked > 0 ? moment_text(page->arena, rule->looked) : text_empty());
		csv_record_end(&csv);
	}
	page_file(page, "text/csv; charset=utf-8", csv_take(&csv), csv_name(page, "state", code, state->day));
}

void page_state(struct page *page)
{
	struct state state = { 0 };
	/* Who works in no facility begins with all of them. */
	if (text_is_empty(page_query(page, "facility")) && text_is_empty(page->actor->facility) && page_may_open(page, TEXT_OF("/state/national"))) {
		page_redirect(page, TEXT_OF("/state/national"));
		return;
	}
	if (!state_read(page, &state))
		return;
	if (text_equal_string(page_query(page, "format"), "csv")) {
		state_csv(page, &state);
		return;
	}
	page->wide = true;
	page->caption = row_title(page->arena, state.facility);
	page_begin(page, T(page, N_("State of the rules")));
	widget_paragraph(page, T(page, N_("Each rule shows the worst of its rows. There is no sum: a breach is never hidden behind what goes well.")));
	actions_begin(page);
	widget_button_link(page, arena_format(page->arena, "/state?facility=%.*s&day=%.*s&format=csv", TEXT_FORMAT(state.id),
		TEXT_FORMAT(day_text(page, state.day))), T(page, N_("Export as CSV")), true);
	widget_button_link(page, path_with(page, TEXT_OF("/state/history"), "facility", state.id), T(page, N_("Day by day")), true);
	action_page(page, "/state/national", N_("All facilities"), false);
	actions_end(page);
	write_counts(page, &state);
	write_filter(page, &state);
	for (size_t part = 0; part < register_part_count(); part++)
		write_part(page, &state, part);
	page_end(page);
}

/* ---- one rule ---- */

static bool is_of(const struct register_row *row, struct text name)
{
	struct text whole = text_slice(row->rule, 0, 4);
	int64_t number;
	if (text_equal(row->rule, name))
		return true;
	return text_equal_string(whole, "NMR-") && text_starts_with(name, whole) && text_to_integer(text_slice(name, 4, name.length), &number) &&
		number == row->number_of_rule;
}

static void fact(struct page *page, const char *label, int64_t number)
{
	if (number > 0)
		widget_summary_row(page, page_message(page, label), format_integer(page->language, page->arena, number));
}

static void moment_fact(struct page *page, const char *label, int64_t moment)
{
	if (moment > 0)
		widget_summary_row(page, page_message(page, label), page_moment(page, moment));
}

static void write_row_facts(struct page *page, const struct register_row *row, const struct rule_state *rule)
{
	struct html *h = &page->html;
	html_begin_class(h, "h2", "govuk-heading-m");
	widget_rule(page, row->rule);
	html_text(h, TEXT_OF(" "));
	write_state(page, rule->colour, true);
	html_end(h);
	html_begin_class(h, "p", "govuk-body");
	const struct rule *code = registry_rule(page->registry, row->rule);
	if (code)
		html_text(h, page_message(page, code->text));
	else
		write_register_words(page, row->requirement);
	html_end(h);
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("In this program")), page_message(page, register_status_label(register_status(page->registry, row))));
	fact(page, N_("Breaches open"), rule->breaches);
	fact(page, N_("Breaches mended, to be verified"), rule->remedied);
	fact(page, N_("Deadlines overdue"), rule->overdue);
	fact(page, N_("Deadlines running"), rule->running);
	fact(page, N_("Deadlines met in time, last year"), rule->in_time);
	fact(page, N_("Acts at which it was asked, last year"), rule->asked);
	fact(page, N_("Rows that show it is kept, last year"), rule->evidence);
	moment_fact(page, N_("An inspection found it kept"), rule->newest[EVIDENCE_FOR]);
	moment_fact(page, N_("An inspection found it kept in part"), rule->newest[EVIDENCE_PARTLY]);
	moment_fact(page, N_("An inspection found it not kept"), rule->newest[EVIDENCE_AGAINST]);
	widget_summary_end(page);
}

/* The rows behind the numbers, as they are now: breaches, running clocks, answers. */
static bool facts_of(struct page *page, const struct record *record, int rule_field, int facility_field, const struct state *state,
	const struct value *names, size_t count, const struct condition *more, int order, struct rows *out)
{
	struct condition conditions[3] = { { .field = rule_field, .comparison = IN, .list = names, .list_count = count },
		CONDITION_TEXT(facility_field, state->id) };
	size_t used = 2;
	if (more)
		conditions[used++] = *more;
	return rows_where(page, record, conditions, used, order, true, out);
}

static void write_facts(struct page *page, const struct rows *breaches, const struct rows *clocks, const struct rows *answers)
{
	static const int BREACHES[] = { BREACH_HAPPENED_AT, BREACH_RULE, BREACH_SUBJECT, BREACH_STATE, BREACH_OWNER, -1 };
	static const int CLOCKS[] = { DEADLINE_DUE_AT, DEADLINE_RULE, DEADLINE_CLOCK, DEADLINE_SUBJECT, -1 };
	static const int ANSWERS[] = { ANSWER_ANSWERED_AT, ANSWER_RULE, ANSWER_FINDING, ANSWER_EVIDENCE, -1 };
	rows_table(page, N_("Breaches"), breaches, BREACHES, N_("No breach of this rule is recorded here."));
	rows_table(page, N_("Deadlines running"), clocks, CLOCKS, N_("No deadline of this rule runs here."));
	rows_table(page, N_("Answers of inspections"), answers, ANSWERS, N_("No inspection has asked about this rule here."));
}

void page_state_rule(struct page *page)
{
	struct state state = { 0 };
	struct text name = page->parameters.values[0];
	struct rows breaches, clocks, answers;
	size_t found = 0, first = 0;
	if (!state_read(page, &state))
		return;
	/* Code may name a part of a row ("NMR-7.0.order"): those names stand in breaches and clocks, too. */
	struct value *names = ARENA_ARRAY(page->arena, struct value, state.count + page->registry->rule_count + 1);
	for (size_t i = state.count; i > 0; i--) {
		if (is_of(&state.rows[i - 1], name)) {
			names[found++] = value_text(state.rows[i - 1].rule);
			first = i - 1;
		}
	}
	if (found == 0) {
		struct error_list errors;
		error_list_begin(&errors, page->arena);
		error_say(&errors, E_NOT_FOUND, NULL, N_("There is nothing here that you can open"));
		page_fail(page, &errors);
		return;
	}
	for (size_t i = 0; i < page->registry->rule_count; i++) {
		const struct register_row *row = register_find(text_from(page->registry->rules[i]->id));
		if (row && is_of(row, name) && !text_equal_string(row->rule, page->registry->rules[i]->id))
			names[found++] = value_text(text_from(page->registry->rules[i]->id));
	}
	const struct condition running = CONDITION_ABSENT(DEADLINE_STOPPED_AT);
	if (!facts_of(page, &RECORD_BREACH, BREACH_RULE, BREACH_FACILITY, &state, names, found, NULL, BREACH_HAPPENED_AT, &breaches) ||
		!facts_of(page, &RECORD_DEADLINE, DEADLINE_RULE, DEADLINE_FACILITY, &state, names, found, &running, DEADLINE_DUE_AT, &clocks) ||
		!facts_of(page, &RECORD_INSPECTION_ANSWER, ANSWER_RULE, ANSWER_FACILITY, &state, names, found, NULL, ANSWER_ANSWERED_AT, &answers))
		return;
	const char *title = text_starts_with(name, TEXT_OF("NMR-")) ? register_title(state.rows[first].number_of_rule) : NULL;
	page->back = arena_format(page->arena, "/state?facility=%.*s&day=%.*s", TEXT_FORMAT(state.id), TEXT_FORMAT(day_text(page, state.day)));
	page->caption = arena_format(page->arena, "%.*s · %.*s · %.*s", TEXT_FORMAT(name), TEXT_FORMAT(row_title(page->arena, state.facility)),
		TEXT_FORMAT(page_date(page, state.day)));
	page_begin(page, title ? page_message(page, title) : state.rows[first].topic);
	for (size_t i = 0; i < state.count; i++)
		if (is_of(&state.rows[i], name))
			write_row_facts(page, &state.rows[i], &state.rules[i]);
	write_facts(page, &breaches, &clocks, &answers);
	page_end(page);
}
