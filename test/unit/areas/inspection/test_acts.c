/* test_acts.c - every verb of inspection but the account of a visit: once as it should be, and refused where it does not fit. */
#include "areas/inspection/inspection.h"
#define MEMORY_AREAS &AREA_CUSTODY, &AREA_INSPECTION
#include "../memory.h"

#include "areas/inspection/acts.h"

struct act_case {
	const char *act, *rows;
	enum error_code code; /* E_NONE: it is done */
	const char *path;
};

#define OPEN "inspection.open facility=F1;kind=internal;body=Inspectorate;form=cpt;started_on=2026-11-20"
#define INSPECTION "inspection I1 facility=F1;kind=internal;body=Inspectorate;form=cpt;started_on=2026-11-20;state="
#define ANSWER "inspection.answer inspection=I1;method=observation;evidence=Seen;finding=met;question="
#define RECOMMENDATION "recommendation R1 inspection=I1;facility=F1;class=key;severity=rights;finding=Dark;text=Windows;state="
#define RECOMMEND "inspection.recommend inspection=I1;class=key;severity=rights;finding=Dark;text=Windows"
#define REPLY "recommendation.reply recommendation=R1;reply_text=Yes;reply="
#define ME "GOV1"

static const struct act_case CASES[] = {
	{ OPEN, "", E_NONE, NULL }, { OPEN ";started_on=2026-11-22", "", E_DATE_ORDER, "/started_on" },
	{ OPEN ";ended_on=2026-11-19", "", E_DATE_ORDER, "/ended_on" }, { OPEN ";ended_on=2026-11-20", "", E_NONE, NULL },
	{ OPEN ";entry_asked_at=2026-11-20T09:00:00Z;entry_given_at=2026-11-20T08:59:00Z", "", E_DATE_ORDER, "/entry_given_at" },
	{ OPEN ";team_size=2;team_women=3", "", E_LIMIT, "/team_women" },
	{ ANSWER "cpt.1", INSPECTION "open", E_NONE, NULL }, { ANSWER "cpt.1", INSPECTION "sent", E_STATE, "/inspection" },
	{ ANSWER "opcat.1", INSPECTION "open", E_REFERENCE, "/question" }, { ANSWER "cpt.1;evidence=", INSPECTION "open", E_REQUIRED, "/evidence" },
	{ ANSWER "cpt.1;method=", INSPECTION "open", E_REQUIRED, "/method" }, { ANSWER "cpt.1;method=;evidence=;finding=not_assessed", INSPECTION "open", E_NONE, NULL },
	{ ANSWER "cpt.1", "", E_REFERENCE, "/inspection" },
	{ "inspection.send inspection=I1", INSPECTION "open", E_NONE, NULL }, { "inspection.send inspection=I1", INSPECTION "sent", E_STATE, "/inspection" },
	{ "inspection.publish inspection=I1", INSPECTION "sent", E_NONE, NULL }, { "inspection.publish inspection=I1", INSPECTION "open", E_STATE, "/inspection" },
	{ RECOMMEND, INSPECTION "open", E_NONE, NULL }, { RECOMMEND ";repeats=R9", INSPECTION "open", E_REFERENCE, "/repeats" },
	{ RECOMMEND ";repeats=R1", INSPECTION "open\n" RECOMMENDATION "open", E_NONE, NULL },
	{ RECOMMEND ";repeats=R1", INSPECTION "open\n" RECOMMENDATION "open;facility=F2", E_REFERENCE, "/repeats" },
	{ REPLY "rejected", RECOMMENDATION "open", E_NONE, NULL }, { REPLY "accepted", RECOMMENDATION "open", E_REQUIRED, "/owner" },
	{ REPLY "accepted;owner=" ME, RECOMMENDATION "open", E_REQUIRED, "/target_on" },
	{ REPLY "accepted;owner=" ME ";target_on=2026-11-20", RECOMMENDATION "open", E_DATE_ORDER, "/target_on" },
	{ REPLY "partly;owner=" ME ";target_on=2026-12-20", RECOMMENDATION "open", E_NONE, NULL },
	{ "recommendation.done recommendation=R1;proof=Seen", RECOMMENDATION "verified", E_STATE, "/recommendation" },
	{ "recommendation.verify recommendation=R1;carried_out=yes;remark=Seen", RECOMMENDATION "open", E_STATE, "/recommendation" },
	{ "recommendation.verify recommendation=R1;carried_out=yes;remark=Seen", RECOMMENDATION "done;done_by=" ME, E_NONE, NULL },
	{ "inspection_visit.end inspection_visit=V1", "inspection_visit V1 body=NPM;until_at=2026-11-21T09:00:00Z", E_STATE, "/inspection_visit" },
	{ "notebook_page.write sealed=my thoughts", "", E_SYNTAX, "/sealed" }, { "notebook_page.write sealed=custos-sealed-1 abcd", "", E_NONE, NULL },
};

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		const struct act_case *one = &CASES[i];
		struct arena *arena = arena_create();
		struct memory *memory = memory_make(arena);
		memory_put(memory, one->rows);
		bool done = memory_run(memory, text_from(one->act)), found = one->code == E_NONE;
		for (size_t j = 0; j < memory->errors.count; j++)
			found = found || (memory->errors.items[j].code == one->code && text_equal_string(memory->errors.items[j].path, one->path));
		if (done != (one->code == E_NONE) || !found)
			fail_msg("%s | %s: %s, %s", one->act, one->rows, done ? "done" : "refused", memory->errors.count ? memory->errors.items[0].message : "");
		if (done)
			assert_non_null(memory->decision.result);
		arena_destroy(arena);
	}
}

/* The owner cannot verify, nor who said that it is done; carried out or not decides what becomes of it. */
static void verifier_is_another(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	struct text me = memory->actor.id;
	struct text rows = arena_format(arena, RECOMMENDATION "done;done_by=%.*s", TEXT_FORMAT(me));
	memory_put(memory, arena_string(arena, rows));
	assert_false(memory_run(memory, TEXT_OF("recommendation.verify recommendation=R1;carried_out=yes;remark=Seen")));
	assert_true(error_list_has(&memory->errors, E_SECOND_PERSON));
	struct memory *other = memory_make(arena);
	memory_put(other, RECOMMENDATION "done;done_by=" ME);
	assert_true(memory_run(other, TEXT_OF("recommendation.verify recommendation=R1;carried_out=no;remark=Missing")));
	assert_true(row_is(other->decision.result, RECOMMENDATION_STATE, "open"));
	arena_destroy(arena);
}

/* An answer is one row however often it is given, and names its rule. */
static void answers_are_one_row(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	memory_put(memory, INSPECTION "open");
	assert_true(memory_run(memory, TEXT_OF(ANSWER "cpt.3")));
	assert_true(row_is(memory->decision.result, ANSWER_RULE, "NMR-13"));
	memory_keep(memory);
	assert_true(memory_run(memory, TEXT_OF(ANSWER "cpt.3;finding=not_met")));
	assert_int_equal(memory->decision.effects[0].kind, EFFECT_CHANGE);
	assert_true(row_is(memory->decision.result, ANSWER_FINDING, "not_met"));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(verifier_is_another), cmocka_unit_test(answers_are_one_row) };
	return cmocka_run_group_tests_name("inspection/acts", tests, NULL, NULL);
}
