/* test_registry.c - joining areas, finding by name, and refusing tables that are not whole. */
#include "model/reserved.h"
#include "sample.h"

static void test_make(void **state)
{
	struct registry *registry = sample_registry(*state);
	struct error_list errors;
	error_list_begin(&errors, *state);
	assert_int_equal(registry->record_count, 3);
	assert_int_equal(registry->act_count, 1);
	assert_ptr_equal(registry_record(registry, TEXT_OF("loan")), &record_loan);
	assert_null(registry_record(registry, TEXT_OF("loa")));
	assert_ptr_equal(registry_act(registry, TEXT_OF("loan.lend")), &act_lend);
	assert_ptr_equal(registry_rule(registry, TEXT_OF("LIB-2")), &rule_return);
	assert_ptr_equal(registry_clock(registry, TEXT_OF("return")), &clock_return);
	assert_null(registry_clock(registry, text_empty()));
	assert_true(registry_check(registry, &errors));
	assert_int_equal(errors.count, 0);
}

/* True when registry_check says the message about the place. */
static bool says(const struct registry *registry, struct arena *arena, const char *where, const char *message)
{
	struct error_list errors;
	error_list_begin(&errors, arena);
	bool good = registry_check(registry, &errors);
	assert_int_equal(good, errors.count == 0);
	for (size_t i = 0; i < errors.count; i++) {
		if (text_equal_string(errors.items[i].parameters[0].value, where) &&
			strstr(errors.items[i].message, message))
			return true;
	}
	return false;
}

/* A registry with a copy of record_loan that may be spoilt; so may its fields. */
struct bench {
	struct registry *registry;
	struct record loan;
	struct field fields[LOAN_FIELDS];
	struct act act;
	struct rule rules[2];
	struct clock_kind clock;
	const struct record *records[4];
	const struct act *acts[2];
	const struct rule *rule_list[3];
	const struct clock_kind *clocks[2];
};

static struct bench *bench_of(struct arena *arena)
{
	struct bench *bench = ARENA_NEW(arena, struct bench);
	bench->registry = sample_registry(arena);
	bench->loan = record_loan;
	memcpy(bench->fields, loan_fields, sizeof(loan_fields));
	bench->loan.fields = bench->fields;
	bench->act = act_lend;
	bench->act.record = &bench->loan;
	bench->rules[0] = rule_one;
	bench->rules[1] = rule_return;
	bench->clock = clock_return;
	bench->records[0] = &record_branch;
	bench->records[1] = &record_reader;
	bench->records[2] = &bench->loan;
	bench->acts[0] = &bench->act;
	bench->rule_list[0] = &bench->rules[0];
	bench->rule_list[1] = &bench->rules[1];
	bench->clocks[0] = &bench->clock;
	bench->registry->records = bench->records;
	bench->registry->acts = bench->acts;
	bench->registry->rules = bench->rule_list;
	bench->registry->clocks = bench->clocks;
	return bench;
}

#define REFUSES(where, message, spoil)                                                                                 \
	do {                                                                                                           \
		struct bench *bench = bench_of(*state);                                                                \
		spoil;                                                                                                 \
		if (!says(bench->registry, *state, (where), (message)))                                                \
			fail_msg("not refused: %s %s", (where), (message));                                            \
	} while (0)

static void test_fields(void **state)
{
	struct error_list errors;
	error_list_begin(&errors, *state);
	assert_true(registry_check(bench_of(*state)->registry, &errors));
	const char *title = "record loan, field title";
	REFUSES(title, "sensitivity", bench->fields[LOAN_TITLE].sensitivity = SENSITIVITY_UNSET);
	REFUSES(title, "label", bench->fields[LOAN_TITLE].label = NULL);
	REFUSES(title, "type is missing", bench->fields[LOAN_TITLE].type = FIELD_UNSET);
	REFUSES(title, "only REFERENCE", bench->fields[LOAN_TITLE].reference = "branch");
	REFUSES(title, "maximum is below", bench->fields[LOAN_TITLE].limits.maximum = 1);
	REFUSES(title, "scale", bench->fields[LOAN_TITLE].limits.scale = 2);
	REFUSES(title, "only CHOICE", bench->fields[LOAN_TITLE].choices = loan_states);
	REFUSES("record loan, field due", "only texts", bench->fields[LOAN_DUE].flags = FIELD_SEARCHED);
	REFUSES("record loan, field reader", "no record", bench->fields[LOAN_READER].reference = "book");
	REFUSES("record loan, field reader", "no record", bench->fields[LOAN_READER].reference = NULL);
	REFUSES("record loan, field state", "needs a list", bench->fields[LOAN_STATE].choices = NULL);
	static const struct choice twice[] = { { "out", "Out" }, { "out", "Out" }, { NULL, NULL } };
	static const struct choice bad[] = { { "?", "Out" }, { NULL, NULL } };
	REFUSES("record loan, field state", "twice", bench->fields[LOAN_STATE].choices = twice);
	REFUSES("record loan, field state", "question mark", bench->fields[LOAN_STATE].choices = bad);
	REFUSES("record loan", "a field has no name", bench->fields[LOAN_TITLE].name = NULL);
	REFUSES("record loan", "1 to 64", bench->loan.field_count = 65);
	REFUSES("record loan", "1 to 64", bench->loan.field_count = 0);
}

static void test_names(void **state)
{
	REFUSES("record order", "reserved by SQL", bench->loan.name = "order");
	REFUSES("record user", "reserved by SQL", bench->loan.name = "user");
	REFUSES("record group", "reserved by SQL", bench->loan.name = "group");
	REFUSES("record pg_loan", "reserved by SQL", bench->loan.name = "pg_loan");
	REFUSES("record journal_entry", "belong to the journal", bench->loan.name = "journal_entry");
	REFUSES("record reader", "taken", bench->loan.name = "reader");
	REFUSES("record Loan", "snake_case", bench->loan.name = "Loan");
	REFUSES("record", "missing", bench->loan.name = "");
	REFUSES("record loan, field table", "reserved by SQL", bench->fields[LOAN_TITLE].name = "table");
	REFUSES("record loan, field rowid", "reserved by SQL", bench->fields[LOAN_TITLE].name = "rowid");
	REFUSES("record loan, field version", "column of the engine", bench->fields[LOAN_TITLE].name = "version");
	REFUSES("record loan, field due", "taken", bench->fields[LOAN_STATE].name = "due");
	REFUSES("record loan, field a__b", "snake_case", bench->fields[LOAN_TITLE].name = "a__b");
	REFUSES("record loan, field a_", "snake_case", bench->fields[LOAN_TITLE].name = "a_");
	REFUSES("record loan, field title_fold", "column of the engine", {
		bench->fields[LOAN_TITLE].flags = FIELD_SEARCHED;
		bench->fields[LOAN_STATE].name = "title_fold";
	});
	REFUSES("record loan", "too long", bench->fields[LOAN_TITLE].name =
		"a_name_of_a_column_that_is_so_long_that_indexes_clash");
	assert_false(reserved_by_sql(TEXT_OF("name")));
	assert_false(reserved_by_sql(TEXT_OF("type")));
	assert_true(reserved_by_engine(TEXT_OF("log_index")));
}

static void test_scope(void **state)
{
	REFUSES("record loan", "nobody may read", bench->loan.readers = ROLES_NONE);
	REFUSES("record loan", "not a reference", bench->loan.person_field = LOAN_TITLE);
	REFUSES("record loan", "not a reference", bench->loan.facility_field = FIELD_SELF);
	REFUSES("record loan", "not a reference", bench->loan.parent_field = 99);
	REFUSES("record loan", "another record", bench->loan.person_field = LOAN_BRANCH);
	REFUSES("record loan", "compartment", bench->loan.compartment = COMPARTMENT_COUNT);
	REFUSES("record loan", "lapses needs a moment", { bench->loan.lapsed_readers = ROLE(WING); bench->loan.lapse_field = LOAN_TITLE; });
	REFUSES("record loan", "not fixed codes", bench->loan.closed_to_field = LOAN_TITLE);
	REFUSES("record loan", "second person", {
		bench->loan.closed_to_field = LOAN_TITLE;
		bench->act.flags = ACT_SECOND_PERSON;
		bench->act.seconds = ROLE(WING);
	});
	REFUSES("subject scope", "no field", bench->registry->subject_facility = FIELD_NONE);
	REFUSES("subject scope", "right type", bench->registry->subject_facility = READER_NAME);
	REFUSES("scope record", "not in the registry", bench->registry->facility = &record_loan);
	REFUSES("scope code", "no field", bench->registry->facility_code = 9);
}

static void test_acts(void **state)
{
	REFUSES("act loan.lend", "nobody may do it", bench->act.actors = ROLES_NONE);
	REFUSES("act loan.lend", "function that decides", bench->act.decide = NULL);
	REFUSES("act loan.lend", "input record is missing", bench->act.input_record = NULL);
	REFUSES("act loan.lend", "second person", bench->act.flags = ACT_SECOND_PERSON);
	REFUSES("act loan.lend", "second person", bench->act.seconds = ROLE(WING));
	REFUSES("act loan.lend", "not a reference", bench->act.target_input = LEND_TITLE);
	REFUSES("act loan.lend", "another record", bench->act.target_input = LEND_READER);
	REFUSES("act loan.lend", "not in the registry", bench->act.record = &record_loan);
	REFUSES("act lend", "dot and a verb", bench->act.name = "lend");
	REFUSES("act loan.lend", "label", bench->act.label = "");
	REFUSES("act loan.lend", "cannot be recorded as a fact", bench->act.flags = ACT_JUDGEMENT | ACT_MAY_RECORD_FACT);
}

static void test_rules(void **state)
{
	static const char *const none[] = { NULL };
	static const char *const other[] = { "loan.burn", NULL };
	REFUSES("rule LIB-1", "no act", bench->rules[0].acts = none);
	REFUSES("rule LIB-1", "no act", bench->rules[0].acts = NULL);
	REFUSES("rule LIB-1, act loan.burn", "no such act", bench->rules[0].acts = other);
	REFUSES("rule LIB-1", "function that looks", bench->rules[0].bites = NULL);
	/* What can be refused is recordable as a fact; a judgement is made by its act and needs no such form. */
	REFUSES("rule LIB-1, act loan.lend", "recordable", { bench->rules[0].kind = RULE_REFUSE; bench->act.flags = 0; });
	struct error_list errors;
	error_list_begin(&errors, *state);
	struct bench *judgement = bench_of(*state);
	judgement->rules[0].kind = RULE_REFUSE;
	judgement->act.flags = ACT_JUDGEMENT;
	assert_true(registry_check(judgement->registry, &errors));
	REFUSES("rule LIB-2", "no clock", bench->rules[1].clocks = NULL);
	REFUSES("rule LIB-2, clock loan.burn", "no such clock", bench->rules[1].clocks = other);
	REFUSES("rule LIB-1", "taken", bench->rules[1].id = "LIB-1");
	REFUSES("clock return", "rule is not", bench->clock.rule = "LIB-9");
	REFUSES("clock return", "rule is not", bench->clock.rule = NULL);
	REFUSES("clock return", "nobody is told", bench->clock.told = ROLES_NONE);
	REFUSES("clock return", "length", bench->clock.length = 0);
	REFUSES("clock return", "no such act", bench->clock.act = "loan.burn");
}

/* Every fault at once, not only the first. */
static void test_all_faults(void **state)
{
	struct bench *bench = bench_of(*state);
	struct error_list errors;
	error_list_begin(&errors, *state);
	bench->loan.readers = ROLES_NONE;
	bench->fields[LOAN_TITLE].label = NULL;
	bench->act.decide = NULL;
	bench->rules[0].bites = NULL;
	bench->clock.told = ROLES_NONE;
	assert_false(registry_check(bench->registry, &errors));
	assert_int_equal(errors.count, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_make, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_fields, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_names, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_scope, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_acts, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_rules, begin_arena, end_arena),
		cmocka_unit_test_setup_teardown(test_all_faults, begin_arena, end_arena),
	};
	return cmocka_run_group_tests_name("model/registry", tests, NULL, NULL);
}
