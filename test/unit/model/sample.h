/* sample.h - a small invented registry for the tests of model: a lending library. */
#ifndef CUSTOS_TEST_MODEL_SAMPLE_H
#define CUSTOS_TEST_MODEL_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/registry.h"

enum { BRANCH_CODE, BRANCH_ZONE, BRANCH_FIELDS };
enum { READER_NAME, READER_BRANCH, READER_BORN, READER_FIELDS };
enum { LOAN_READER, LOAN_BRANCH, LOAN_TITLE, LOAN_DUE, LOAN_STATE, LOAN_FIELDS };
enum { LEND_READER, LEND_TITLE, LEND_FIELDS };

#define PLAIN(n, t) .name = (n), .label = (n), .type = (t), .sensitivity = SENSITIVITY_OFFICIAL

static const struct choice loan_states[] = { { "out", "Out" }, { "back", "Back" }, { NULL, NULL } };

static const struct field branch_fields[BRANCH_FIELDS] = {
	[BRANCH_CODE] = { PLAIN("code", FIELD_CODE), .flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED },
	[BRANCH_ZONE] = { PLAIN("zone", FIELD_LINE) },
};
static const struct field reader_fields[READER_FIELDS] = {
	[READER_NAME] = { PLAIN("name", FIELD_LINE), .flags = FIELD_REQUIRED | FIELD_SEARCHED | FIELD_LISTED },
	[READER_BRANCH] = { PLAIN("branch", FIELD_REFERENCE), .reference = "branch" },
	[READER_BORN] = { PLAIN("born", FIELD_PARTIAL_DATE), .flags = FIELD_MAY_BE_UNKNOWN | FIELD_REQUIRED },
};
static const struct field loan_fields[LOAN_FIELDS] = {
	[LOAN_READER] = { PLAIN("reader", FIELD_REFERENCE), .reference = "reader", .flags = FIELD_REQUIRED | FIELD_FIXED },
	[LOAN_BRANCH] = { PLAIN("branch", FIELD_REFERENCE), .reference = "branch" },
	[LOAN_TITLE] = { PLAIN("title", FIELD_LINE), .limits = { .minimum = 2, .maximum = 20 } },
	[LOAN_DUE] = { PLAIN("due", FIELD_MOMENT) },
	[LOAN_STATE] = { PLAIN("state", FIELD_CHOICE), .choices = loan_states },
};
static const struct field lend_fields[LEND_FIELDS] = {
	[LEND_READER] = { PLAIN("reader", FIELD_REFERENCE), .reference = "reader" },
	[LEND_TITLE] = { PLAIN("title", FIELD_LINE) },
};

static const struct record record_branch = { .name = "branch", .label = "Branch", .label_plural = "Branches",
	.fields = branch_fields, .field_count = BRANCH_FIELDS, .facility_field = FIELD_SELF, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .readers = ROLES_ALL };
static const struct record record_reader = { .name = "reader", .label = "Reader", .label_plural = "Readers",
	.fields = reader_fields, .field_count = READER_FIELDS, .facility_field = READER_BRANCH,
	.person_field = FIELD_SELF, .parent_field = FIELD_NONE, .readers = ROLES_ALL };
static const struct record record_loan = { .name = "loan", .label = "Loan", .label_plural = "Loans",
	.fields = loan_fields, .field_count = LOAN_FIELDS, .facility_field = LOAN_BRANCH, .person_field = LOAN_READER,
	.parent_field = LOAN_READER, .readers = ROLES_ALL };
static const struct record input_lend = { .name = "loan.lend", .label = "Lend", .label_plural = "Lend",
	.fields = lend_fields, .field_count = LEND_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE };

static inline bool decide_lend(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *reader = act_load_input(context, LEND_READER, &record_reader, errors);
	if (!reader)
		return false;
	struct row *loan = decision_insert(decision, &record_loan);
	row_set_text(loan, LOAN_READER, reader->id);
	row_set_text(loan, LOAN_TITLE, row_text(context->input, LEND_TITLE));
	decision->result = loan;
	return true;
}

static inline bool never_bites(const struct act_context *context, const struct decision *decision,
	struct rule_finding *out_finding)
{
	(void)context;
	(void)decision;
	(void)out_finding;
	return false;
}

static const struct act act_lend = { .name = "loan.lend", .label = "Lend", .input_record = &input_lend,
	.record = &record_loan, .target_input = FIELD_NONE, .actors = ROLE(WING), .flags = ACT_MAY_RECORD_FACT, .decide = decide_lend };
static const char *const lend_acts[] = { "loan.lend", NULL };
static const char *const return_clocks[] = { "return", NULL };
static const struct rule rule_one = { .id = "LIB-1", .text = "One book a head", .kind = RULE_REFUSE,
	.acts = lend_acts, .bites = never_bites };
static const struct rule rule_return = { .id = "LIB-2", .text = "Bring it back", .kind = RULE_DEADLINE,
	.clocks = return_clocks };
static const struct clock_kind clock_return = { .name = "return", .label = "Bring it back", .rule = "LIB-2",
	.parameter = "return-days", .length = 14, .unit = CLOCK_DAYS, .told = ROLE(WING), .act = "loan.lend" };

static const struct record *const people_records[] = { &record_branch, &record_reader, NULL };
static const struct record *const loan_records[] = { &record_loan, NULL };
static const struct act *const loan_acts[] = { &act_lend, NULL };
static const struct rule *const loan_rules[] = { &rule_one, &rule_return, NULL };
static const struct clock_kind *const loan_clocks[] = { &clock_return, NULL };
static const struct area area_people = { .name = "people", .label = "People", .records = people_records };
static const struct area area_loans = { .name = "loans", .label = "Loans", .records = loan_records,
	.acts = loan_acts, .rules = loan_rules, .clocks = loan_clocks };

static inline struct registry *sample_registry(struct arena *arena)
{
	const struct area *const areas[] = { &area_people, &area_loans };
	struct registry *registry = registry_make(arena, areas, 2);
	registry->subject = &record_reader;
	registry->subject_facility = READER_BRANCH;
	registry->facility = &record_branch;
	registry->facility_code = BRANCH_CODE;
	registry->facility_zone = BRANCH_ZONE;
	return registry;
}

static inline int begin_arena(void **state)
{
	*state = arena_create();
	return 0;
}

static inline int end_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

#endif
