/* test_people.c - acts between people: proposals and second persons, users and their rights, breaches and their remedy. */
#include "inn.h"

static struct text propose(struct inn *inn, struct text stay)
{
	struct outcome outcome;
	GOOD(RUN(&inn->clerk, &outcome, "stay.lock", "stay", stay.data));
	assert_true(outcome.waiting);
	assert_true(text_equal_string(outcome.record, "proposal"));
	assert_false(row_is_yes(inn_row(inn, &record_stay, stay), STAY_LOCKED));
	return outcome.record_id;
}

static void test_second_person_approves(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay, guest = inn_staying(inn, "7", "Aigul", &stay);
	struct text proposal = propose(inn, stay);
	const struct row *row = inn_row(inn, &RECORD_PROPOSAL, proposal);
	assert_true(row_is(row, PROPOSAL_STATE, "waiting"));
	assert_true(row_is(row, PROPOSAL_ACT, "stay.lock"));
	assert_true(text_equal(row_text(row, PROPOSAL_SUBJECT), guest));
	assert_true(text_equal(row_text(row, PROPOSAL_FACILITY), inn->hill));
	/* Not by the one who proposed, not by one without the role, not by one from elsewhere. */
	BAD(E_SECOND_PERSON, RUN(&inn->clerk, &outcome, "proposal.approve", "proposal", proposal.data));
	BAD(E_SECOND_PERSON, RUN(&inn->headquarters, &outcome, "proposal.approve", "proposal", proposal.data));
	BAD(E_ACCESS, RUN(&inn->far_clerk, &outcome, "proposal.approve", "proposal", proposal.data));
	inn->moment += MOMENT_HOUR;
	GOOD(RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
	assert_true(text_equal_string(outcome.record, "stay"));
	assert_true(text_equal(outcome.record_id, stay));
	assert_int_equal(outcome.receipt_count, 2);
	assert_true(row_is_yes(inn_row(inn, &record_stay, stay), STAY_LOCKED));
	/* Both names stand in the entry. */
	struct journal_entry *entries;
	size_t count;
	GOOD(journal_history(service_reader(inn->service, &inn->errors), inn->arena, "stay", stay, 0, &entries, &count,
		&inn->errors));
	assert_int_equal(count, 2);
	assert_true(text_equal(entries[1].actor, inn->clerk.id));
	assert_true(text_equal(entries[1].second, inn->governor.id));
	assert_true(text_equal_string(entries[1].type, "stay.lock"));
	BAD(E_STATE, RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
}

static void test_second_person_declines(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay;
	inn_staying(inn, "7", "Aigul", &stay);
	struct text proposal = propose(inn, stay);
	struct command silent = {0};
	BAD(E_REQUIRED, inn_run(inn, &inn->governor, &silent, &outcome, "proposal.decline", "proposal", proposal.data, NULL));
	GOOD(RUN(&inn->governor, &outcome, "proposal.decline", "proposal", proposal.data));
	const struct row *row = inn_row(inn, &RECORD_PROPOSAL, proposal);
	assert_true(row_is(row, PROPOSAL_STATE, "declined"));
	assert_true(row_is(row, PROPOSAL_DECISION_REASON, "a reason"));
	assert_false(row_is_yes(inn_row(inn, &record_stay, stay), STAY_LOCKED));
}

static void test_proposal_lapses(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay;
	int64_t lapsed;
	inn_staying(inn, "7", "Aigul", &stay);
	struct text proposal = propose(inn, stay);
	inn->moment += 73 * MOMENT_HOUR;
	BAD(E_STATE, RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
	GOOD(deadline_tick(inn->service, &lapsed, &inn->errors));
	assert_true(row_is(inn_row(inn, &RECORD_PROPOSAL, proposal), PROPOSAL_STATE, "lapsed"));
}

/* The act is decided anew when the second person agrees: what was right then may be wrong now. */
static void test_approval_decides_again(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text stay;
	inn_staying(inn, "7", "Aigul", &stay);
	struct text proposal = propose(inn, stay);
	GOOD(RUN(service_system_actor(), &outcome, "user_account.suspend", "account", inn->clerk.id.data));
	BAD(E_STATE, RUN(&inn->governor, &outcome, "proposal.approve", "proposal", proposal.data));
	assert_true(row_is(inn_row(inn, &RECORD_PROPOSAL, proposal), PROPOSAL_STATE, "waiting"));
	assert_false(row_is_yes(inn_row(inn, &record_stay, stay), STAY_LOCKED));
}

static void test_user_accounts(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct actor administrator = inn_user(inn, "admin", "administrator", "*", "");
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "user_account.add", "name", "x", "display_name", "X", "roles", "wing"));
	BAD(E_CHOICE, RUN(&administrator, &outcome, "user_account.add", "name", "x", "display_name", "X", "roles", "king"));
	BAD(E_REFERENCE, RUN(&administrator, &outcome, "user_account.add", "name", "x", "display_name", "X", "roles", "wing",
		"facilities", "0123456789ABCDEFGHJKMNPQRS"));
	BAD(E_SECOND_PERSON, RUN(&administrator, &outcome, "user_account.add", "name", "x", "display_name", "X", "roles",
		"wing", "clearance", "sensitive"));
	GOOD(RUN(&administrator, &outcome, "user_account.add", "name", "x", "display_name", "X", "roles", "wing health",
		"facilities", inn->hill.data, "language", "ru"));
	struct text account = outcome.record_id;
	BAD(E_DUPLICATE, RUN(&administrator, &outcome, "user_account.add", "name", "x", "display_name", "Y", "roles", "wing"));
	/* Sensitive rights: by two people. */
	GOOD(RUN(&administrator, &outcome, "user_account.grant", "account", account.data, "clearance", "sensitive",
		"compartments", "health"));
	assert_true(outcome.waiting);
	struct actor actor;
	assert_true(user_account_actor(inn->arena, inn_row(inn, &RECORD_USER_ACCOUNT, account), &actor));
	assert_int_equal(actor.clearance, SENSITIVITY_OFFICIAL);
	GOOD(RUN(&inn->headquarters, &outcome, "proposal.approve", "proposal", outcome.record_id.data));
	assert_true(user_account_actor(inn->arena, inn_row(inn, &RECORD_USER_ACCOUNT, account), &actor));
	assert_int_equal(actor.clearance, SENSITIVITY_SENSITIVE);
	assert_int_equal(actor.compartments, COMPARTMENT(CORE) | COMPARTMENT(HEALTH));
	assert_int_equal(actor.roles, ROLE(WING) | ROLE(HEALTH));
	assert_int_equal(actor.facility_count, 1);
	assert_true(text_equal_string(actor.language, "ru"));
	/* Nobody changes himself. */
	BAD(E_ACCESS, RUN(&administrator, &outcome, "user_account.change", "account", administrator.id.data, "roles", "governor"));
	GOOD(RUN(&administrator, &outcome, "user_account.change", "account", account.data, "roles", "wing"));
	GOOD(RUN(&administrator, &outcome, "user_account.suspend", "account", account.data));
	assert_false(user_account_actor(inn->arena, inn_row(inn, &RECORD_USER_ACCOUNT, account), &actor));
	BAD(E_STATE, RUN(&administrator, &outcome, "user_account.suspend", "account", account.data));
}

static void test_breach_is_remedied_and_verified(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	inn_staying(inn, "7", "breach", NULL);
	struct text breach = inn_rows(inn, &RECORD_BREACH).items[0]->id;
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "breach.remedy", "breach", breach.data, "remedy", "done"));
	BAD(E_STATE, RUN(&inn->governor, &outcome, "breach.verify", "breach", breach.data));
	GOOD(RUN(&inn->governor, &outcome, "breach.assign", "breach", breach.data, "owner_id", inn->clerk.id.data));
	GOOD(RUN(&inn->clerk, &outcome, "breach.remedy", "breach", breach.data, "remedy", "Said sorry"));
	BAD(E_STATE, RUN(&inn->clerk, &outcome, "breach.remedy", "breach", breach.data, "remedy", "again"));
	BAD(E_ACCESS, RUN(&inn->clerk, &outcome, "breach.verify", "breach", breach.data));
	GOOD(RUN(&inn->governor, &outcome, "breach.verify", "breach", breach.data));
	const struct row *row = inn_row(inn, &RECORD_BREACH, breach);
	assert_true(row_is(row, BREACH_STATE, "verified"));
	assert_true(text_equal(row_text(row, BREACH_REMEDIED_BY), inn->clerk.id));
	assert_true(text_equal(row_text(row, BREACH_VERIFIED_BY), inn->governor.id));
}

static void test_own_remedy_is_not_verified(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	inn_staying(inn, "7", "breach", NULL);
	struct text breach = inn_rows(inn, &RECORD_BREACH).items[0]->id;
	GOOD(RUN(&inn->governor, &outcome, "breach.remedy", "breach", breach.data, "remedy", "Said sorry"));
	BAD(E_SECOND_PERSON, RUN(&inn->governor, &outcome, "breach.verify", "breach", breach.data));
	GOOD(RUN(&inn->headquarters, &outcome, "breach.verify", "breach", breach.data));
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_second_person_approves), INN_TEST(test_second_person_declines),
		INN_TEST(test_proposal_lapses), INN_TEST(test_approval_decides_again), INN_TEST(test_user_accounts),
		INN_TEST(test_breach_is_remedied_and_verified), INN_TEST(test_own_remedy_is_not_verified)};
	return INN_RUN("service/people", tests);
}
