/* test_rules.c - every rule of casework that looks at an act: once biting, once silent, by the rows around it. */
#include "world.h"

struct rule_case { const char *rule, *act, *silent, *biting; }; /* rows added to the world: nothing bites with the first, the rule does with the second */

#define START "enrolment.start enrolment=J1;training_group=Q1"
#define AGREE "plan.agree plan=P9;language=ru;signature=signed;copy_given=yes"
#define REVIEW "plan.review plan=P9;occasion=due;held_on=2026-11-20;what_changed=x;person_view=x;result=goes_on"
#define WOMAN "person P1 sex=F\nenrolment J2 state=complete"
#define WAY "release_plan W1 person=P1;facility=F1;state=open;release_on=2027-01-01;opened_on=2026-11-01"
#define READY "release_plan.move release_plan=W1;state=ready;contact_plan=Weekly"
#define ALERT "alert.raise person=P1;kind=other;instruction=Watch;expires_on=2026-12-01;evidence="
#define PACKET "handover_packet.prepare release_plan=W1;recipient=Probation;recipient_kind=probation;contents=plan;redactions=None"

static const struct rule_case CASES[] = {
	{ "NMR-92.1", AGREE, "", "plan_objective Z2 plan=P9;person=P1;area=work;words=Two;measure=x;baseline=x;due_on=2027-01-01;state=proposed" },
	{ "NMR-92.1", AGREE, "", "plan_objective Z1 state=withdrawn" },
	{ "NMR-107.agree", AGREE, "", "plan P9 resettlement=" },
	{ "NMR-104.1", AGREE, "person P1 literacy=no", "person P1 literacy=no\nplan_objective Z1 area=family" },
	{ "NMR-4.2", REVIEW, "plan P9 state=agreed", "plan P9 state=agreed\nenrolment J1 person=P2" },
	{ "NMR-11.a.group", START, "", "intervention G1 for_whom=F" },
	{ "NMR-11.a.group", START, "", "person P2 sex=F" },
	{ "NMR-98.2", REVIEW, "plan P9 state=agreed\nperson P1 birth_date=2006-01-01\nintervention G1 kind=vocational", "plan P9 state=agreed\nperson P1 birth_date=2006-01-01" },
	{ "NMR-98.2", REVIEW, "plan P9 state=agreed\nperson P1 birth_date=2001-11-20", "plan P9 state=agreed\nperson P1 birth_date=2001-11-22" },
	{ "NMR-11.b.group", START, "", "person P2 legal_status=untried" },
	{ "NMR-11.b.group", START, "intervention G1 untried=yes\nperson P1 legal_status=untried\nperson P2 legal_status=untried",
		"person P1 legal_status=untried\nperson P2 legal_status=untried" },
	{ "NMR-12.2a.group", START, "keep_apart X1 person=P2;other=P1;ground=threat;starts_on=2026-01-01;expires_on=2026-11-20;state=live",
		"keep_apart X1 person=P2;other=P1;ground=threat;starts_on=2026-01-01;expires_on=2026-12-20;state=live" },
	{ "NMR-96.1", START, "intervention G1 kind=vocational\nhealth_intake H1 person=P1;examined_at=2026-11-01T08:00:00Z;fit_for_work=light",
		"intervention G1 kind=vocational" },
	{ "BKK-42", START, WOMAN, WOMAN "\nintervention G1 womens_track=no" },
	{ "S2396-c.consent", START, "", "consent V1 limits_told=no" },
	{ "S2396-c.consent", START, "", "consent V1 state=withdrawn" },
	{ "S2396-c.facilitator", START, "", "facilitator_approval Y1 supervised_on=2026-08-01" },
	{ "S2396-c.facilitator", START, "", "facilitator_approval Y1 certificate=" },
	{ "S2396-c.facilitator", START, "", "facilitator_approval Y1 certificate=T2" },
	{ "S2396-c.facilitator", START, "", "certificate T1 state=suspended" },
	{ "S2396-c.facilitator", START, "", "certificate T1 expires_on=2026-11-20" },
	{ "S2396-c.facilitator", "programme_group.open programme=G1;name=Two;leader=bolat;starts_on=2026-11-21", "", "facilitator_approval Y1 state=suspended" },
	{ "S2396-c.voluntary", ALERT "Refused the programme without a word", "", "consent V1 state=refused" },
	{ "S2396-c.voluntary", ALERT "Отказ от занятий без объяснения причин", "", "consent V1 state=withdrawn" },
	{ "S2396-c.handover", PACKET ";legal_ground=Law 12", WAY, NULL },
	{ "S2396-c.handover", PACKET ";consent=V2", WAY "\nconsent V2 person=P1;purpose=handover;recipient=probation;state=given",
		WAY "\nconsent V2 person=P1;purpose=handover;recipient=Police;state=given" },
	{ "BKK-46", READY ";caretaking=Nobody", WAY, WAY "\nperson P1 sex=F" },
	{ "BKK-63", READY, WAY "\nperson P1 sex=M", WAY "\nperson P1 sex=F\npartner C9 person=P1;kind=civil;name=House;part=Room" },
};

static bool is_bound(const struct rule *rule, const struct act *act)
{
	for (size_t i = 0; rule->acts[i]; i++)
		if (strcmp(rule->acts[i], act->name) == 0)
			return true;
	return false;
}

static bool bites(const struct rule_case *one, const char *rows)
{
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	const struct rule *rule = rule_named(CASEWORK_RULES, one->rule);
	struct rule_finding finding = { NULL };
	memory_put(memory, rows);
	world_run(memory, one->act);
	assert_true(is_bound(rule, memory->context.act));
	/* What was kept is not in the world yet when the engine asks. */
	bool bitten = rule->bites(&memory->context, &memory->decision, &finding);
	if (bitten)
		assert_true(finding.message && finding.advice && finding.ask && finding.path);
	arena_destroy(arena);
	return bitten;
}

static void rules_bite_and_are_silent(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		if (bites(&CASES[i], CASES[i].silent))
			fail_msg("case %zu: %s bites with %s", i, CASES[i].rule, CASES[i].silent);
		if (CASES[i].biting && !bites(&CASES[i], CASES[i].biting))
			fail_msg("case %zu: %s is silent with %s", i, CASES[i].rule, CASES[i].biting);
	}
}

/* The two rules of generic acts have no decide function here: their rows are put as the engine would. */
static void raters_and_partners(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = world_make(arena);
	struct rule_finding finding;
	(void)state;
	decision_begin(&memory->decision, arena);
	row_set_text(decision_insert(&memory->decision, &RECORD_OUTCOME_RATING), OUTCOME_RATING_PERSON, memory_id(arena, TEXT_OF("P1")));
	assert_false(rule_named(CASEWORK_RULES, "S2396-c.blind")->bites(&memory->context, &memory->decision, &finding));
	memory_put(memory, "case_assignment D1 person=P1;kind=facilitator;worker=B1;ended_at=2026-11-01T08:00:00Z");
	assert_true(rule_named(CASEWORK_RULES, "S2396-c.blind")->bites(&memory->context, &memory->decision, &finding));

	struct row *partner = decision_insert(&memory->decision, &RECORD_PARTNER);
	row_set_text(partner, PARTNER_PERSON, memory_id(arena, TEXT_OF("P1")));
	row_set_string(partner, PARTNER_NAME, "House");
	assert_true(rule_named(CASEWORK_RULES, "S2396-c.partner")->bites(&memory->context, &memory->decision, &finding));
	memory_put(memory, "consent V2 person=P1;purpose=partner;recipient=house;state=given");
	row_set_text(partner, PARTNER_CONSENT, memory_id(arena, TEXT_OF("V2")));
	assert_false(rule_named(CASEWORK_RULES, "S2396-c.partner")->bites(&memory->context, &memory->decision, &finding));
	memory_put(memory, "consent V2 person=P2");
	assert_true(rule_named(CASEWORK_RULES, "S2396-c.partner")->bites(&memory->context, &memory->decision, &finding));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules_bite_and_are_silent), cmocka_unit_test(raters_and_partners) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
