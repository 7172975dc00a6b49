/* test_account.c - the money of a person: each line, the balances, what may not be charged, what release asks for. */
#include "areas/care/care.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CARE
#include "../memory.h"
#include "../memory_acts.h"

#include "areas/care/acts.h"
#include "areas/care/rules.h"

#define WORKS "work_place W9 person=P1;facility=F1;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50;starts_on=2026-11-01;state=running\n"
#define POST "account_entry.post person=P1;words=Receipt book 4;kind="

static int64_t balance(struct memory *memory, const char *purse)
{
	const struct condition own = CONDITION_TEXT(ACCOUNT_ENTRY_PERSON, memory_id(memory->arena, TEXT_OF("P1")));
	struct rows entries = act_find(&memory->context, &RECORD_ACCOUNT_ENTRY, &own, 1);
	return account_balance(&entries, purse);
}

static void lines_make_the_balance(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	refuses(memory, POST "purchase;amount=0.01", "/amount");
	run(memory, POST "sent_in;amount=20.00");
	run(memory, POST "purchase;amount=5.50");
	assert_int_equal(balance(memory, "spend"), 1450);
	run(memory, "account_entry.reverse account_entry=@account_entry");
	assert_int_equal(balance(memory, "spend"), 2000);
	refuses(memory, "account_entry.reverse account_entry=@account_entry", "/account_entry");
	run(memory, POST "to_savings;amount=8.00");
	assert_int_equal(balance(memory, "spend"), 1200);
	assert_int_equal(balance(memory, "saved"), 800);
	refuses(memory, "account_entry.reverse account_entry=@account_entry", "/account_entry");
	refuses(memory, POST "purchase;amount=12.01", "/amount");
	refuses(memory, "account_entry.post person=P3;words=x;kind=sent_in;amount=1.00", "/person");
	run(memory, "account_entry.pay_out person=P1;paid_to=The person;paper=1");
	assert_int_equal(balance(memory, "spend"), 0);
	assert_int_equal(balance(memory, "saved"), 0);
	refuses(memory, "account_entry.pay_out person=P1;paid_to=The person;paper=2", "/person");
	/* A charge that was taken already is recorded although the account does not hold it. */
	memory->context.record_fact = true;
	run(memory, POST "health_fee;amount=3.00");
	assert_int_equal(balance(memory, "spend"), -300);
	arena_destroy(arena);
}

static void pay_goes_in_by_itself(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, WORKS);
	run(memory, "work_pay.pay work_place=W9;hours=10;own_part=10.00;family_part=15.00;saved_part=0.00");
	assert_int_equal(balance(memory, "spend"), 1000);
	assert_int_equal(balance(memory, "saved"), 0);
	run(memory, "work_pay.pay work_place=W9;hours=2;own_part=0.00;family_part=0.50;saved_part=4.50");
	assert_int_equal(balance(memory, "saved"), 450);
	assert_true(row_is(memory_row(memory, &RECORD_ACCOUNT_ENTRY, text_empty()), ACCOUNT_ENTRY_WORDS, "Kitchen"));
	arena_destroy(arena);
}

static void savings_leave_with_the_person(void **state)
{
	static const char GATE[] = "release.release release=R9;identity_checked=yes;orders_seen=yes;medicine_given=yes";
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	memory_put(memory, "release R9 person=P1;episode=E1;facility=F1;state=preparing;kind=court_order\n");
	run(memory, POST "sent_in;amount=20.00");
	assert_false(rule_bites(memory, &CARE_NMR_103_3, GATE));
	run(memory, POST "to_savings;amount=8.00");
	assert_true(rule_bites(memory, &CARE_NMR_103_3, GATE));
	run(memory, "account_entry.pay_out person=P1;paid_to=The person;paper=1");
	assert_false(rule_bites(memory, &CARE_NMR_103_3, GATE));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines_make_the_balance), cmocka_unit_test(pay_goes_in_by_itself),
		cmocka_unit_test(savings_leave_with_the_person) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
