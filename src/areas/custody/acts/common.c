/* common.c - what the verbs of custody share. */
#include "areas/custody/acts/common.h"

#include <string.h>

#include "base/random.h"

const struct row *custody_open_placement(const struct act_context *context, struct text person)
{
	const struct condition conditions[] = { CONDITION_TEXT(PLACEMENT_PERSON, person), CONDITION_ABSENT(PLACEMENT_ENDED_AT) };
	return act_find_first(context, &RECORD_PLACEMENT, conditions, 2, PLACEMENT_STARTED_AT, true);
}

const struct row *custody_open_episode(const struct act_context *context, struct text person)
{
	const struct condition conditions[] = { CONDITION_TEXT(CUSTODY_EPISODE_PERSON, person),
		CONDITION_TEXT(CUSTODY_EPISODE_STATE, TEXT_OF("open")) };
	return act_find_first(context, &RECORD_CUSTODY_EPISODE, conditions, 2, CUSTODY_EPISODE_ADMITTED_AT, true);
}

const struct row *custody_open_admission(const struct act_context *context, struct text person)
{
	const struct condition conditions[] = { CONDITION_TEXT(ADMISSION_PERSON, person), CONDITION_TEXT(ADMISSION_STATE, TEXT_OF("open")) };
	return act_find_first(context, &RECORD_ADMISSION, conditions, 2, ADMISSION_ARRIVED_AT, true);
}

struct rows custody_occupants(const struct act_context *context, struct text place, struct text except)
{
	const struct condition conditions[] = { CONDITION_TEXT(PLACEMENT_PLACE, place), CONDITION_ABSENT(PLACEMENT_ENDED_AT) };
	struct rows rows = act_find(context, &RECORD_PLACEMENT, conditions, 2);
	size_t kept = 0;
	for (size_t i = 0; i < rows.count; i++)
		if (!text_equal(row_text(rows.items[i], PLACEMENT_PERSON), except))
			rows.items[kept++] = rows.items[i];
	rows.count = kept;
	return rows;
}

void custody_step(struct act_context *context, struct decision *decision, struct text person, int step, const char *state)
{
	const struct row *admission = custody_open_admission(context, person);
	if (admission)
		row_set_string(decision_change(decision, admission), step, state);
}

void custody_end_placement(struct act_context *context, struct decision *decision, struct row *person, int64_t moment)
{
	const struct row *open = custody_open_placement(context, person->id);
	if (open)
		row_set_integer(decision_change(decision, open), PLACEMENT_ENDED_AT, moment);
	row_set(person, PERSON_PLACEMENT, value_absent());
}

struct row *custody_movement(struct decision *decision, const struct row *person, struct text facility, const char *kind,
	const char *direction, int64_t moment, const char *state)
{
	struct row *movement = decision_insert(decision, &RECORD_MOVEMENT);
	row_set_text(movement, MOVEMENT_PERSON, person->id);
	row_set_text(movement, MOVEMENT_FACILITY, facility);
	row_set_string(movement, MOVEMENT_KIND, kind);
	row_set_string(movement, MOVEMENT_DIRECTION, direction);
	row_set_integer(movement, MOVEMENT_LEFT_AT, moment);
	row_set_string(movement, MOVEMENT_STATE, state);
	return movement;
}

static void open_movements_end(struct act_context *context, struct decision *decision, struct text person, int64_t moment)
{
	const struct condition open[] = { CONDITION_TEXT(MOVEMENT_PERSON, person), CONDITION_TEXT(MOVEMENT_STATE, TEXT_OF("open")) };
	struct rows movements = act_find(context, &RECORD_MOVEMENT, open, 2);
	for (size_t i = 0; i < movements.count; i++) {
		struct row *movement = decision_change(decision, movements.items[i]);
		row_set_string(movement, MOVEMENT_STATE, "done");
		row_set_integer(movement, MOVEMENT_RETURNED_AT, moment);
		decide_stop(context, decision, "due-back", movement->id);
	}
	const struct condition own = CONDITION_TEXT(TRANSFER_PERSON, person);
	struct rows transfers = act_find(context, &RECORD_TRANSFER, &own, 1);
	for (size_t i = 0; i < transfers.count; i++)
		if (row_is(transfers.items[i], TRANSFER_STATE, "offered") || row_is(transfers.items[i], TRANSFER_STATE, "departed")) {
			row_set_string(decision_change(decision, transfers.items[i]), TRANSFER_STATE, "cancelled");
			decide_stop(context, decision, "arrival", transfers.items[i]->id);
		}
}

/* Nobody owes an answer to somebody who has left, but for the file, which stays the person's. */
static void asked_end(struct act_context *context, struct decision *decision, struct text person)
{
	static const char *const CLOCKS[] = { "leave-decision", "own-doctor", "lawyer-access", "denial-review", "writing-material" };
	const struct condition own = CONDITION_TEXT(APPLICATION_PERSON, person), heard = CONDITION_TEXT(RELATIVE_NEWS_PERSON, person);
	struct rows applications = act_find(context, &RECORD_APPLICATION, &own, 1), news = act_find(context, &RECORD_RELATIVE_NEWS, &heard, 1);
	for (size_t i = 0; i < applications.count; i++)
		for (size_t j = 0; j < sizeof CLOCKS / sizeof *CLOCKS; j++)
			decide_stop(context, decision, CLOCKS[j], applications.items[i]->id);
	for (size_t i = 0; i < news.count; i++)
		decide_stop(context, decision, "relative-told", news.items[i]->id);
}

void custody_end_open(struct act_context *context, struct decision *decision, struct row *changed, int64_t moment)
{
	static const char *const PERSONAL[] = { "release-due", "release-preparation", "reallocate-after-status" };
	static const char *const ADMITTED[] = { "health-examination", "safety-check", "immediate-needs", "information-given", "children-asked",
		"consulate-told", "charges-told", "resettlement-plan" };
	for (size_t i = 0; i < sizeof PERSONAL / sizeof *PERSONAL; i++)
		decide_stop(context, decision, PERSONAL[i], changed->id);
	const struct condition own = CONDITION_TEXT(ADMISSION_PERSON, changed->id);
	const struct row *admission = act_find_first(context, &RECORD_ADMISSION, &own, 1, ADMISSION_ARRIVED_AT, true);
	for (size_t i = 0; admission && i < sizeof ADMITTED / sizeof *ADMITTED; i++)
		decide_stop(context, decision, ADMITTED[i], admission->id);
	struct rows orders = decide_rows_after(context, decision, &RECORD_LEGAL_ORDER, changed->id);
	for (size_t i = 0; i < orders.count; i++)
		decide_stop(context, decision, "order-ends", orders.items[i]->id);
	asked_end(context, decision, changed->id);
	open_movements_end(context, decision, changed->id, moment);
	row_set(changed, PERSON_DESTINATION, value_absent());
}

/* ---- dates ---- */

static int term_index(const struct date_case *input, struct text id)
{
	for (size_t i = 0; i < input->term_count; i++)
		if (text_equal(input->terms[i].id, id))
			return (int)i;
	return -1;
}

static bool order_counts(const struct rows *orders, struct text id)
{
	for (size_t i = 0; i < orders->count; i++)
		if (text_equal(orders->items[i]->id, id))
			return row_is(orders->items[i], LEGAL_ORDER_STATE, "in_force");
	return false;
}

static void date_rules_read(const struct act_context *context, struct text facility, struct date_rules *rules)
{
	rules->first_day_counts = act_parameter(context, facility, "dates.first_day_counts", 1) != 0;
	rules->release_day_after = act_parameter(context, facility, "dates.release_day_after", 0) != 0;
	rules->rest_day_shift = (int)act_parameter(context, facility, "dates.rest_day_shift", 0);
	rules->weekend = (unsigned)act_parameter(context, facility, "dates.weekend", 0x60);
	rules->remand_weight_percent = (int)act_parameter(context, facility, "dates.remand_weight_percent", 100);
}

static void case_terms(const struct rows *orders, const struct rows *terms, struct date_case *out)
{
	for (size_t i = 0; i < terms->count && out->term_count < DATES_TERMS; i++) {
		const struct row *row = terms->items[i];
		if (!row_is(row, SENTENCE_TERM_STATE, "in_force") || !order_counts(orders, row_text(row, SENTENCE_TERM_ORDER)))
			continue;
		struct date_term *term = &out->terms[out->term_count++];
		*term = (struct date_term){ .id = row->id, .life = row_is_yes(row, SENTENCE_TERM_LIFE),
			.starts = row_date(row, SENTENCE_TERM_STARTS), .related = -1 };
		duration_parse(row_text(row, SENTENCE_TERM_LENGTH), &term->length);
		term->relation = row_is(row, SENTENCE_TERM_RELATION, "consecutive") ? TERM_CONSECUTIVE :
			row_is(row, SENTENCE_TERM_RELATION, "concurrent") ? TERM_CONCURRENT : TERM_SINGLE;
	}
	for (size_t i = 0; i < terms->count; i++) {
		int own = term_index(out, terms->items[i]->id);
		if (own >= 0 && row_has(terms->items[i], SENTENCE_TERM_TO))
			out->terms[own].related = term_index(out, row_text(terms->items[i], SENTENCE_TERM_TO));
	}
}

void custody_date_case(const struct act_context *context, const struct decision *decision, struct text person, struct text facility,
	struct date_case *out_case)
{
	*out_case = (struct date_case){ 0 };
	date_rules_read(context, facility, &out_case->rules);
	struct rows orders = decide_rows_after(context, decision, &RECORD_LEGAL_ORDER, person);
	struct rows terms = decide_rows_after(context, decision, &RECORD_SENTENCE_TERM, person);
	struct rows credits = decide_rows_after(context, decision, &RECORD_CUSTODY_CREDIT, person);
	case_terms(&orders, &terms, out_case);
	for (size_t i = 0; i < credits.count && out_case->credit_count < DATES_CREDITS; i++)
		if (custody_credit_counts(credits.items[i]) && order_counts(&orders, row_text(credits.items[i], CUSTODY_CREDIT_ORDER)))
			out_case->credits[out_case->credit_count++] = (struct date_credit){ row_date(credits.items[i], CUSTODY_CREDIT_FROM),
				row_date(credits.items[i], CUSTODY_CREDIT_TO),
				row_is(credits.items[i], CUSTODY_CREDIT_KIND, "remand") ? out_case->rules.remand_weight_percent : 100 };
}

/* Which status stands when several orders are in force: what is proved weighs more than what is charged. */
static int status_weight(struct text status)
{
	static const char *const ORDER[] = { "transit", "civil", "administrative", "untried", "appeal", "convicted", "recall" };
	for (int i = 0; i < (int)(sizeof ORDER / sizeof *ORDER); i++)
		if (text_equal_string(status, ORDER[i]))
			return i + 1;
	return 0;
}

static const struct row *order_leading(const struct rows *orders, struct date day)
{
	const struct row *leading = NULL;
	for (size_t i = 0; i < orders->count; i++) {
		const struct row *order = orders->items[i];
		if (!legal_order_in_force(order, day))
			continue;
		int weight = status_weight(row_text(order, LEGAL_ORDER_STATUS));
		int best = leading ? status_weight(row_text(leading, LEGAL_ORDER_STATUS)) : -1;
		if (weight > best || (weight == best &&
			date_compare(row_date(order, LEGAL_ORDER_VALID_UNTIL), row_date(leading, LEGAL_ORDER_VALID_UNTIL)) > 0))
			leading = order;
	}
	return leading;
}

void custody_derive_dates(struct act_context *context, struct decision *decision, struct row *person)
{
	struct rows orders = decide_rows_after(context, decision, &RECORD_LEGAL_ORDER, person->id);
	const struct row *leading = order_leading(&orders, context->today);
	if (leading)
		row_set(person, PERSON_LEGAL_STATUS, row_value(leading, LEGAL_ORDER_STATUS));
	struct date_case input;
	struct date_result first, second;
	custody_date_case(context, decision, person->id, row_text(person, PERSON_CURRENT_FACILITY), &input);
	dates_calculate(context->arena, &input, &first);
	dates_check(&input, &second);
	row_set(person, PERSON_RELEASE_DATE, value_absent());
	if (first.known && !first.life) {
		bool agree = second.known && !second.life && date_compare(first.release, second.release) == 0;
		row_set_date(person, context->arena, PERSON_RELEASE_DATE, first.release);
		row_set_string(person, PERSON_RELEASE_DATE_KIND, agree ? "calculated" : "doubtful");
	} else if (first.life) {
		row_set_string(person, PERSON_RELEASE_DATE_KIND, "life");
	} else {
		row_set_string(person, PERSON_RELEASE_DATE_KIND, "on_order");
		if (leading && row_has(leading, LEGAL_ORDER_VALID_UNTIL))
			row_set(person, PERSON_RELEASE_DATE, row_value(leading, LEGAL_ORDER_VALID_UNTIL));
	}
}

void custody_person_again(struct act_context *context, struct decision *decision, const struct row *person)
{
	struct row *changed = decision_change(decision, person);
	struct text before = row_text(person, PERSON_LEGAL_STATUS);
	custody_derive_dates(context, decision, changed);
	struct text facility = row_text(changed, PERSON_CURRENT_FACILITY), after = row_text(changed, PERSON_LEGAL_STATUS);
	/* NMR-11.b: on conviction the place must be looked at again. */
	if (legal_status_is_untried(before) != legal_status_is_untried(after) && row_has(person, PERSON_PLACEMENT))
		decide_start(context, decision, "reallocate-after-status", changed, person->id, facility, context->now, 0);
	decide_stop(context, decision, "release-due", person->id);
	decide_stop(context, decision, "release-preparation", person->id);
	struct date release = row_date(changed, PERSON_RELEASE_DATE);
	/* A doubtful date has its clock too: doubt must not hold anybody longer. */
	bool calculated = row_is(changed, PERSON_RELEASE_DATE_KIND, "calculated") || row_is(changed, PERSON_RELEASE_DATE_KIND, "doubtful");
	if (!release.year || !calculated || !custody_open_episode(context, person->id))
		return;
	decide_start(context, decision, "release-due", changed, person->id, facility, context->now, moment_from_date(date_add_days(release, 1)));
	int64_t days = act_parameter(context, facility, "release.prep_days", 90);
	struct date prepare = date_add_days(release, -(int32_t)days);
	decide_start(context, decision, "release-preparation", changed, person->id, facility, context->now,
		moment_from_date(date_compare(prepare, context->today) > 0 ? prepare : date_add_days(context->today, 1)));
}

void custody_order_clock(struct act_context *context, struct decision *decision, const struct row *order, const struct row *person)
{
	decide_stop(context, decision, "order-ends", order->id);
	if (row_has(order, LEGAL_ORDER_VALID_UNTIL) && row_is(order, LEGAL_ORDER_STATE, "in_force"))
		decide_start(context, decision, "order-ends", order, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now,
			moment_from_date(date_add_days(row_date(order, LEGAL_ORDER_VALID_UNTIL), 1)));
}

void custody_parents_due(struct act_context *context, struct decision *decision, const struct row *about, const struct row *person, struct text facility,
	int64_t moment)
{
	if (person_age(person, context->today) < (int)act_parameter(context, facility, "young.age", 18))
		decide_start(context, decision, "child-parents-told", about, person->id, facility, moment, 0);
}
