/* test_rule_state.c - the colours: red by breach, amber by clock, green by evidence, grey where nobody looked; by facility and day. */
#define INN_WELCOME_RULE "NMR-54"
#define INN_REVIEW_RULE "NMR-92.1"
#include "inn.h"

#include "service/rule_state.h"

/* Rules of the register on the acts of the inn, and bags as evidence. */
static bool always(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	(void)context, (void)decision;
	*out_finding = (struct rule_finding){.message = "It happened"};
	return true;
}
static bool never(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	(void)context, (void)decision, (void)out_finding;
	return false;
}
static const struct rule breaching = {"NMR-13", "Air", RULE_BREACH, false, begin_only, NULL, always};
static const struct rule asking = {"NMR-15", "Toilets", RULE_BREACH, false, begin_only, NULL, never};
static const struct rule *const state_rules[] = {&breaching, &asking, &rule_welcome, &rule_review, NULL};
static const struct rule_evidence bag_for = {.rule = "NMR-64", .label = "Bags", .record = &record_bag, .moment_field = FIELD_CREATED_AT,
	.value_field = BAG_TAG, .value = "book", .weight = EVIDENCE_FOR};
static const struct rule_evidence bag_against = {.rule_field = BAG_LABEL, .label = "Bags that name a rule", .record = &record_bag,
	.moment_field = FIELD_CREATED_AT, .value_field = BAG_TAG, .value = "against", .weight = EVIDENCE_AGAINST};
static const struct rule_evidence bag_partly = {.rule_field = BAG_LABEL, .label = "Bags that name a rule", .record = &record_bag,
	.moment_field = FIELD_CREATED_AT, .value_field = BAG_TAG, .value = "partly", .weight = EVIDENCE_PARTLY};
static const struct rule_evidence *const state_evidence[] = {&bag_for, &bag_against, &bag_partly, NULL};
static const struct area area_state = {.name = "inn", .label = "Inn", .records = inn_records, .acts = inn_acts,
	.rules = state_rules, .clocks = inn_clocks, .evidence = state_evidence};

/* The same inn with these tables, opened anew. */
static void reopen(struct inn *inn)
{
	static const struct area *const areas[] = {&area_state, &AREA_ENGINE};
	struct registry *registry = registry_make(inn->arena, areas, 2);
	registry->subject = &record_guest;
	registry->subject_facility = GUEST_HOUSE;
	registry->facility = &record_house;
	registry->facility_code = HOUSE_CODE;
	registry->facility_zone = HOUSE_ZONE;
	service_close(inn->service);
	inn->options.registry = registry;
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
}

static struct rule_state state_of(struct inn *inn, struct text house, const char *rule, int64_t moment)
{
	struct query *query;
	struct facility_state *states;
	size_t count;
	GOOD(query_begin(inn->service, inn->arena, &inn->headquarters, NULL, &query, &inn->errors));
	GOOD(rule_state_read(query, house, moment, &states, &count, &inn->errors));
	query_end(query);
	assert_int_equal(count, 1);
	return states[0].rules[register_index(register_find(text_from(rule)))];
}

static enum rule_colour colour(struct inn *inn, const char *rule)
{
	return state_of(inn, inn->hill, rule, inn->moment).colour;
}

static void test_colours(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	reopen(inn);
	int64_t before = inn->moment;
	assert_int_equal(colour(inn, "NMR-13"), COLOUR_GREY);
	inn->moment += MOMENT_HOUR;
	struct text stay, guest = inn_staying(inn, "7", "quiet", &stay);
	struct rule_state thirteen = state_of(inn, inn->hill, "NMR-13", inn->moment);
	assert_int_equal(thirteen.colour, COLOUR_RED);
	assert_true(thirteen.breaches == 1 && thirteen.remedied == 0 && thirteen.looked == inn->moment);
	assert_int_equal(colour(inn, "NMR-15"), COLOUR_GREEN); /* asked, and kept */
	assert_int_equal(colour(inn, "NMR-54"), COLOUR_GREY); /* runs, shows nothing yet */
	assert_int_equal(state_of(inn, inn->lake, "NMR-13", inn->moment).colour, COLOUR_GREY);
	assert_int_equal(state_of(inn, inn->hill, "NMR-13", before).colour, COLOUR_GREY); /* as of before */
	/* Overdue is amber; done in time is green. */
	inn->moment += 25 * MOMENT_HOUR;
	assert_int_equal(colour(inn, "NMR-54"), COLOUR_AMBER);
	GOOD(RUN(&inn->clerk, &outcome, "stay.end", "stay", stay.data));
	assert_int_equal(colour(inn, "NMR-54"), COLOUR_GREY); /* done, but late */
	assert_int_equal(colour(inn, "NMR-92.1"), COLOUR_GREEN);
	assert_int_equal(state_of(inn, inn->hill, "NMR-54", inn->moment - 1).colour, COLOUR_AMBER);
	(void)guest;
}

static void test_breach_is_mended(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	reopen(inn);
	inn_staying(inn, "7", "quiet", NULL);
	int64_t red = inn->moment;
	struct text breach = inn_rows(inn, &RECORD_BREACH).items[0]->id;
	inn->moment += MOMENT_DAY;
	GOOD(RUN(&inn->governor, &outcome, "breach.assign", "breach", breach.data, "owner_id", inn->clerk.id.data));
	/* No remedy without a day: thirty days unless the profile says otherwise. */
	assert_int_equal(row_moment(inn_row(inn, &RECORD_BREACH, breach), BREACH_DUE_AT), inn->moment + 30 * MOMENT_DAY);
	GOOD(RUN(&inn->clerk, &outcome, "breach.remedy", "breach", breach.data, "remedy", "Opened a window"));
	int64_t amber = inn->moment;
	assert_int_equal(colour(inn, "NMR-13"), COLOUR_AMBER);
	inn->moment += MOMENT_DAY;
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "breach.verify", "breach", breach.data));
	GOOD(RUN(&inn->governor, &outcome, "breach.verify", "breach", breach.data));
	assert_int_equal(colour(inn, "NMR-13"), COLOUR_GREEN);
	/* What was open on each past day stays what it was. */
	assert_int_equal(state_of(inn, inn->hill, "NMR-13", red).colour, COLOUR_RED);
	assert_int_equal(state_of(inn, inn->hill, "NMR-13", amber).colour, COLOUR_AMBER);
	/* A year later nobody has looked. */
	inn->moment += 400 * MOMENT_DAY;
	assert_int_equal(colour(inn, "NMR-13"), COLOUR_GREY);
}

static void test_evidence(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	reopen(inn);
	struct text guest = inn_staying(inn, "7", "quiet", NULL);
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "x", "tag", "none"));
	assert_int_equal(colour(inn, "NMR-64"), COLOUR_GREY);
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "x", "tag", "book"));
	assert_int_equal(colour(inn, "NMR-64"), COLOUR_GREEN);
	/* The newest speaks: against, then in part. */
	inn->moment += MOMENT_HOUR;
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "NMR-64", "tag", "against"));
	assert_int_equal(colour(inn, "NMR-64"), COLOUR_RED);
	inn->moment += MOMENT_HOUR;
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "NMR-64", "tag", "partly"));
	assert_int_equal(colour(inn, "NMR-64"), COLOUR_AMBER);
}

static void test_scope_and_worst(void **state)
{
	struct inn *inn = *state;
	struct query *query;
	struct facility_state *states;
	size_t count;
	reopen(inn);
	inn_staying(inn, "7", "quiet", NULL);
	GOOD(query_begin(inn->service, inn->arena, &inn->governor, NULL, &query, &inn->errors));
	BAD(E_ACCESS, rule_state_read(query, inn->lake, inn->moment, &states, &count, &inn->errors));
	GOOD(rule_state_read(query, text_empty(), inn->moment, &states, &count, &inn->errors));
	assert_int_equal(count, 1); /* only the own house */
	query_end(query);
	GOOD(query_begin(inn->service, inn->arena, &inn->headquarters, NULL, &query, &inn->errors));
	GOOD(rule_state_read(query, text_empty(), inn->moment, &states, &count, &inn->errors));
	assert_int_equal(count, 2);
	query_end(query);
	/* A red is not hidden by greens and greys beside it. */
	struct rule_state *rules = text_equal(states[0].facility, inn->hill) ? states[0].rules : states[1].rules;
	assert_int_equal(rule_state_worst(rules, rule_state_of_number, 13), COLOUR_RED);
	assert_int_equal(rule_state_worst(rules, rule_state_of_number, 15), COLOUR_GREEN);
	assert_int_equal(rule_state_worst(rules, rule_state_of_number, 92), COLOUR_GREY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_colours), INN_TEST(test_breach_is_mended), INN_TEST(test_evidence), INN_TEST(test_scope_and_worst)};
	return INN_RUN("service/rule_state", tests);
}
