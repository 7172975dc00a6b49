/* test_command.c - the write path: inputs, access, generic acts, references, versions, idempotency, rules. */
#include "inn.h"

static void test_add_and_correct(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_staying(inn, "7", "Aigul", NULL);
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "blue", "weight", "12", "tag", "x"));
	assert_true(text_equal_string(outcome.record, "bag"));
	assert_int_equal(outcome.version, 1);
	assert_int_equal(outcome.receipt_count, 1);
	assert_false(outcome.waiting || outcome.repeated);
	struct text bag = outcome.record_id;
	const struct row *row = inn_row(inn, &record_bag, bag);
	assert_true(row_is(row, BAG_LABEL, "blue"));
	assert_int_equal(row_integer(row, BAG_WEIGHT, -1), 12);
	assert_true(text_equal(row->created_by, inn->clerk.id));
	assert_int_equal(row->created_at, inn->moment);
	assert_true(text_equal(row->log, outcome.receipts[0].log));
	assert_int_equal(row->log_index, outcome.receipts[0].index);
	/* The derived field is the engine's business. */
	assert_true(row_is(inn_row(inn, &record_guest, guest), GUEST_INITIAL, "A"));
	/* Named and empty takes away; not named stays. */
	inn->moment += MOMENT_HOUR;
	GOOD(RUN(&inn->clerk, &outcome, "bag.correct", "target", bag.data, "weight", "?", "tag", ""));
	assert_int_equal(outcome.version, 2);
	row = inn_row(inn, &record_bag, bag);
	assert_int_equal(row->version, 2);
	assert_true(row_is(row, BAG_LABEL, "blue"));
	assert_int_equal(row_value(row, BAG_WEIGHT).kind, VALUE_UNKNOWN);
	assert_false(row_has(row, BAG_TAG));
	assert_int_equal(row->changed_at, inn->moment);
	assert_int_equal(row->created_at, inn->moment - MOMENT_HOUR);
	/* A correction that changes nothing makes no revision and no entry. */
	GOOD(RUN(&inn->clerk, &outcome, "bag.correct", "target", bag.data, "label", "blue"));
	assert_int_equal(outcome.version, 2);
	assert_int_equal(outcome.receipt_count, 0);
	/* A correction wants a reason. */
	struct command silent = {0};
	BAD(E_REQUIRED, inn_run(inn, &inn->clerk, &silent, &outcome, "bag.correct", "target", bag.data, "label", "red", NULL));
}

static void test_input_faults_are_collected(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	assert_false(RUN(&inn->clerk, &outcome, "bag.add", "label", "", "weight", "heavy", "colour", "red", "weight", "2"));
	assert_true(error_list_has(&inn->errors, E_REQUIRED));
	assert_true(error_list_has(&inn->errors, E_UNKNOWN_FIELD));
	assert_true(error_list_has(&inn->errors, E_SYNTAX));
	bool weight = false;
	for (size_t i = 0; i < inn->errors.count; i++)
		weight = weight || text_equal_string(inn->errors.items[i].path, "/weight");
	assert_true(weight);
	error_list_begin(&inn->errors, inn->arena);
	BAD(E_NOT_FOUND, RUN(&inn->clerk, &outcome, "bag.burn"));
	BAD(E_UNKNOWN_FIELD, RUN(&inn->clerk, &outcome, "guest.add", "number", "1", "name", "x", "initial", "y"));
	assert_int_equal(inn_rows(inn, &record_bag).count, 0);
}

static void test_references_and_uniqueness(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	BAD(E_REFERENCE, RUN(&inn->clerk, &outcome, "bag.add", "guest", "0123456789ABCDEFGHJKMNPQRS", "label", "x"));
	struct text guest = inn_staying(inn, "7", "Aigul", NULL);
	assert_false(RUN(&inn->clerk, &outcome, "guest.add", "number", "7", "name", "Bakyt"));
	assert_int_equal(inn->errors.items[0].code, E_DUPLICATE);
	assert_true(text_equal_string(inn->errors.items[0].path, "/number"));
	error_list_begin(&inn->errors, inn->arena);
	/* The row's own value is not taken by itself. */
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "number", "7", "name", "Aigerim"));
	assert_false(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label", "bomb"));
	assert_int_equal(inn->errors.items[0].code, E_STATE);
	error_list_begin(&inn->errors, inn->arena);
}

static void test_access(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay, guest = inn_staying(inn, "7", "Aigul", &stay);
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "house.add", "code", "sea", "name", "Sea"));
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "deadline.lapse", "deadline", guest.data));
	/* One who is nowhere is a closed file, but may be taken in. */
	struct text nobody = inn_guest(inn, "8", "Bakyt");
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "guest.correct", "target", nobody.data, "name", "X"));
	/* Somebody at another house may neither act on the guest nor point at him. */
	BAD(E_ACCESS, RUN(&inn->far_clerk, &outcome, "guest.correct", "target", guest.data, "name", "X"));
	BAD(E_ACCESS, RUN(&inn->far_clerk, &outcome, "stay.end", "stay", stay.data));
	BAD(E_ACCESS, RUN(&inn->far_clerk, &outcome, "bag.add", "guest", guest.data, "label", "x"));
	/* A field above the clearance. */
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "secret", "x"));
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "name", "Aigerim"));
}

static void test_version_conflict(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_staying(inn, "7", "Aigul", NULL);
	struct command seen = {.reason = TEXT("typing error"), .expected_version = 2};
	GOOD(inn_run(inn, &inn->clerk, &seen, &outcome, "guest.correct", "target", guest.data, "name", "Aigerim", NULL));
	BAD(E_CONFLICT, inn_run(inn, &inn->clerk, &seen, &outcome, "guest.correct", "target", guest.data, "name", "X", NULL));
	seen.expected_version = 3;
	GOOD(inn_run(inn, &inn->clerk, &seen, &outcome, "guest.correct", "target", guest.data, "name", "X", NULL));
	assert_int_equal(outcome.version, 4);
}

static void test_idempotency(void **state)
{
	struct inn *inn = *state;
	struct outcome first, again;
	struct command once = {.idempotency_key = TEXT("key-1")};
	GOOD(inn_run(inn, &inn->clerk, &once, &first, "guest.add", "number", "7", "name", "Aigul", NULL));
	/* Another order of the fields is the same body. */
	GOOD(inn_run(inn, &inn->clerk, &once, &again, "guest.add", "name", "Aigul", "number", "7", NULL));
	assert_true(again.repeated && !first.repeated);
	assert_true(text_equal(first.record_id, again.record_id));
	assert_int_equal(again.receipt_count, 1);
	assert_true(hash_equal(&first.receipts[0].leaf, &again.receipts[0].leaf));
	assert_int_equal(inn_rows(inn, &record_guest).count, 1);
	BAD(E_IDEMPOTENCY, inn_run(inn, &inn->clerk, &once, &again, "guest.add", "number", "8", "name", "Aigul", NULL));
	BAD(E_IDEMPOTENCY, inn_run(inn, &inn->far_clerk, &once, &again, "guest.add", "number", "7", "name", "Aigul", NULL));
	/* After a week the key is free. */
	inn->moment += 8 * MOMENT_DAY;
	GOOD(outcome_forget_old(inn->service, &inn->errors));
	GOOD(inn_run(inn, &inn->clerk, &once, &again, "guest.add", "number", "8", "name", "Aigul", NULL));
	assert_false(again.repeated);
}

static void test_try_writes_nothing(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct pair inputs[] = {{TEXT("number"), TEXT("7")}, {TEXT("name"), TEXT("Aigul")}};
	struct command command = {.act = TEXT("guest.add"), .inputs = inputs, .input_count = 2};
	GOOD(command_try(inn->service, inn->arena, &inn->clerk, &command, &outcome, &inn->errors));
	assert_int_equal(outcome.receipt_count, 0);
	assert_int_equal(inn_rows(inn, &record_guest).count, 0);
	inputs[0].value = text_empty();
	BAD(E_REQUIRED, command_try(inn->service, inn->arena, &inn->clerk, &command, &outcome, &inn->errors));
}

static void test_verb_with_consequences(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_guest(inn, "7", "Aigul");
	GOOD(RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	/* guest, stay and two deadlines, all in the log of the house. */
	assert_int_equal(outcome.receipt_count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_true(text_equal_string(outcome.receipts[i].log, "inn.example/j/hill"));
	assert_true(text_equal_string(outcome.record, "stay"));
	struct text stay = outcome.record_id;
	assert_true(text_equal(row_text(inn_row(inn, &record_guest, guest), GUEST_HOUSE), inn->hill));
	struct rows deadlines = inn_rows(inn, &RECORD_DEADLINE);
	assert_int_equal(deadlines.count, 2);
	for (size_t i = 0; i < 2; i++) {
		const struct row *row = deadlines.items[i];
		assert_true(row_is(row, DEADLINE_OUTCOME, "open"));
		if (row_is(row, DEADLINE_CLOCK, "welcome"))
			assert_int_equal(row_moment(row, DEADLINE_DUE_AT), inn->moment + 24 * MOMENT_HOUR);
		else /* five working days after Friday the 20th end with Friday the 27th in Bishkek (+06) */
			assert_int_equal(row_moment(row, DEADLINE_DUE_AT),
				moment_from_date((struct date){2026, 11, 28}) - 6 * MOMENT_HOUR - 1);
	}
	BAD(E_STATE, RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	inn->moment += MOMENT_HOUR;
	GOOD(RUN(&inn->clerk, &outcome, "stay.end", "stay", stay.data));
	assert_false(row_has(inn_row(inn, &record_guest, guest), GUEST_HOUSE));
	/* Who has just left is still in the log of the house that let him go. */
	assert_true(text_equal_string(outcome.receipts[0].log, "inn.example/j/hill"));
	deadlines = inn_rows(inn, &RECORD_DEADLINE);
	for (size_t i = 0; i < deadlines.count; i++) {
		assert_true(row_is(deadlines.items[i], DEADLINE_OUTCOME, "done"));
		assert_int_equal(row_moment(deadlines.items[i], DEADLINE_STOPPED_AT), inn->moment);
	}
}

static void test_rules(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_guest(inn, "1", "refuse evidence");
	assert_false(RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	assert_int_equal(inn->errors.count, 2);
	assert_int_equal(inn->errors.items[0].code, E_RULE);
	assert_string_equal(inn->errors.items[0].citation, "INN-1");
	assert_string_equal(inn->errors.items[0].rule_text, "Nobody of the banned stays");
	assert_string_equal(inn->errors.items[0].parameters[1].name, "ask");
	assert_string_equal(inn->errors.items[1].citation, "INN-4");
	assert_true(text_equal_string(inn->errors.items[1].path, "/guest"));
	error_list_begin(&inn->errors, inn->arena);
	/* As a fact it is recorded, and both become breaches. */
	struct command fact = {.record_fact = true};
	GOOD(inn_run(inn, &inn->clerk, &fact, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data, NULL));
	assert_int_equal(outcome.breach_count, 2);
	struct rows breaches = inn_rows(inn, &RECORD_BREACH);
	assert_int_equal(breaches.count, 2);
	assert_true(row_is(breaches.items[0], BREACH_STATE, "open"));
	assert_true(row_is(breaches.items[0], BREACH_ABOUT_RECORD, "stay"));
	assert_true(text_equal(row_text(breaches.items[0], BREACH_SUBJECT), guest));
	assert_true(text_equal(row_text(breaches.items[0], BREACH_FACILITY), inn->hill));
	/* The generic acts can be recorded as facts too: a rule may be bound to them. */
	GOOD(inn_run(inn, &inn->clerk, &fact, &outcome, "guest.add", "number", "3", "name", "x", NULL));
	guest = inn_guest(inn, "2", "breach");
	GOOD(RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	assert_int_equal(outcome.breach_count, 1);
	assert_true(text_equal_string(outcome.breaches[0], "INN-3"));
}

static void test_warning_wants_a_reason(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text guest = inn_guest(inn, "1", "warn");
	struct pair reasons[] = {{TEXT("INN-2"), TEXT("  ")}};
	struct command command = {.warning_reasons = reasons, .warning_count = 1};
	BAD(E_RULE_WARNING, RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	BAD(E_RULE_WARNING, inn_run(inn, &inn->clerk, &command, &outcome, "stay.begin", "guest", guest.data, "house",
		inn->hill.data, NULL));
	assert_int_equal(inn_rows(inn, &record_stay).count, 0);
	reasons[0].value = TEXT_OF("He paid in advance");
	GOOD(inn_run(inn, &inn->clerk, &command, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data, NULL));
	/* The reason stands in the payload of every entry of the act. */
	struct journal_entry *entries;
	size_t count;
	struct text payload;
	GOOD(journal_history(service_reader(inn->service, &inn->errors), inn->arena, "stay", outcome.record_id, 0, &entries,
		&count, &inn->errors));
	assert_int_equal(count, 1);
	GOOD(journal_open_payload(service_keys(inn->service), inn->arena, &entries[0], &payload, &inn->errors));
	assert_int_not_equal(text_find(payload, TEXT_OF("\"INN-2\":\"He paid in advance\"")), SIZE_MAX);
}

static void test_import_row(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct command command = {.source_key = TEXT("legacy/IK-71/2")};
	GOOD(inn_run(inn, &inn->clerk, &command, &outcome, "guest.add", "number", "7", "name", "Aigul", NULL));
	struct rows rows = inn_rows(inn, &RECORD_IMPORT_ROW);
	assert_int_equal(rows.count, 1);
	assert_true(row_is(rows.items[0], IMPORT_ROW_MAPPING, "legacy"));
	assert_true(row_is(rows.items[0], IMPORT_ROW_SOURCE_KEY, "IK-71/2"));
	assert_true(text_equal(row_text(rows.items[0], IMPORT_ROW_RECORD_ID), outcome.record_id));
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_add_and_correct), INN_TEST(test_input_faults_are_collected),
		INN_TEST(test_references_and_uniqueness), INN_TEST(test_access), INN_TEST(test_version_conflict),
		INN_TEST(test_idempotency), INN_TEST(test_try_writes_nothing), INN_TEST(test_verb_with_consequences),
		INN_TEST(test_rules), INN_TEST(test_warning_wants_a_reason), INN_TEST(test_import_row)};
	return INN_RUN("service/command", tests);
}
