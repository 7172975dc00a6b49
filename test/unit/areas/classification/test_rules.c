/* test_rules.c - every rule of classification that is bound to acts bites in one case and stays silent in another. */
#include "world.h"

struct rule_case {
	const char *rule;
	bool bites;
	const char *rows, *act;
	role_set roles; /* of the actor; 0: committee */
};

#define PROPOSE "classification.propose person=P1;kind=security_category;outcome_value=high;grounds=behaviour;reasons=" LONG_REASONS ";" \
	"legal_ground=Article 1;purpose=Safety;way_down=Six months without violence"
#define ADD "classification.add_evidence decision=D1;direction=rise;event=Blade;event_on=2026-11-01;source=Wing A;source_kind=incident;" \
	"source_grade=B;content_grade=2;fact_or_opinion=fact;alternative=None was found;rests_on="
#define SET "classification.set_disclosure evidence=V1;gist=A blade;withheld_ground=source;disclosure="
#define DECIDE "classification.decide decision=D1;reasons=" LONG_REASONS ";outcome=made"
#define READY HEARD ITEM_ONE ITEM_TWO SAID VOTES
#define NOTIFY "classification.notify decision=D1;receipt=signed;form=written;language="
#define DECIDED AT("decided") "classification_decision D1 outcome=made;decided_at=2026-11-20T08:00:00Z;withheld_count="
#define UNIT "classification_decision D1 kind=unit_placement;outcome_value=special_unit;value_before=\n"
#define RENEWED UNIT "classification_decision Q1 person=P1;kind=unit_placement;outcome_value=special_unit;started_at=2025-12-10T08:00:00Z;" \
	"decided_at=2026-06-01T08:00:00Z;state=in_force;ends_at=2026-12-01T08:00:00Z;reasons=Old\nclassification_decision D1 renews=Q1\n"
#define PLACE "placement.place person=P1;place=C1"
#define LIVE(id, person, kind, value, more) "classification_decision " id " person=" person ";kind=" kind ";outcome_value=" value ";state=in_force;" \
	"ends_at=2027-03-01T00:00:00Z;grounds=" more "\n"
#define FINAL "instrument I9 code=x;edition=1;title=X;question=other;about=person;state=in_force;owner=O;licence=L;definition={};loaded_at=2026-01-01T08:00:00Z\n" \
	"assessment X9 person=P1;facility=F1;instrument=I9;purpose=initial;state=final;second_needed=no;requested_at=2026-10-01T08:00:00Z;valid_until=2027-04-01;" \
	"ends_at=2027-04-02T00:00:00Z\n"
#define ANSWER "classification.decide_appeal appeal=A9;result=upheld;reasons=" LONG_REASONS

static const struct rule_case CASES[] = {
	{ "NMR-89.1", true, HELD, PROPOSE ";grounds=offence", 0 }, { "NMR-89.1", true, HELD, PROPOSE ";grounds=offence sentence", 0 },
	{ "NMR-89.1", false, HELD, PROPOSE, 0 }, { "NMR-89.1", false, HELD, PROPOSE ";grounds=offence;outcome_value=medium", 0 },
	{ "NMR-93.1b", true, HELD, PROPOSE ";purpose=", 0 }, { "NMR-93.1b", false, HELD, PROPOSE, 0 },
	{ "BKK-41", true, HELD "person P1 sex=F", PROPOSE ";grounds=mental_health", 0 }, { "BKK-41", false, HELD "person P1 sex=F", PROPOSE, 0 },
	{ "BKK-41", false, HELD "person P1 sex=F", PROPOSE ";grounds=behaviour mental_health", 0 },
	{ "BKK-41.heads", true, HELD "person P1 sex=F", PROPOSE, 0 }, { "BKK-41.heads", true, HELD FINAL "person P1 sex=F", PROPOSE ";assessment=X9", 0 },
	{ "BKK-41.heads", false, HELD FINAL "person P1 sex=F\ninstrument I9 question=women", PROPOSE ";assessment=X9", 0 },
	{ "BKK-41.heads", false, HELD "person P1 sex=F", PROPOSE ";outcome_value=medium", 0 }, { "BKK-41.heads", false, HELD, PROPOSE, 0 },
	{ "NMR-111.2", true, HELD, PROPOSE ";kind=extremism_basis;outcome_value=conviction", 0 },
	{ "NMR-111.2", true, HELD "legal_order B1 legal_status=untried", PROPOSE ";kind=extremism_basis;outcome_value=conviction;legal_order=B1", 0 },
	{ "NMR-111.2", true, HELD "legal_order B1 state=quashed", PROPOSE ";kind=extremism_basis;outcome_value=charge;legal_order=B1", 0 },
	{ "NMR-111.2", false, HELD, PROPOSE ";kind=extremism_basis;outcome_value=conviction;legal_order=B1", 0 },
	{ "NMR-111.2", false, HELD "legal_order B1 legal_status=untried", PROPOSE ";kind=extremism_basis;outcome_value=charge;legal_order=B1", 0 },
	{ "SAFE-DOWN", true, HELD, PROPOSE ";way_down=", 0 }, { "SAFE-DOWN", false, HELD, PROPOSE, 0 },
	{ "SAFE-DOWN", false, HELD, PROPOSE ";way_down=;outcome_value=open", 0 },
	{ "S2396-b", true, HELD, PROPOSE ";grounds=recruitment", 0 }, { "S2396-b", false, HELD, PROPOSE ";grounds=recruitment;less_restrictive=A plan was tried", 0 },
	{ "S2396-b", true, HELD, PROPOSE ";grounds=violence recruitment;less_restrictive=A plan was tried;way_down=", 0 }, { "S2396-b", false, HELD, PROPOSE, 0 },
	{ "SAFE-LESS", true, HELD, PROPOSE ";kind=unit_placement;outcome_value=special_unit", 0 },
	{ "SAFE-LESS", false, HELD, PROPOSE ";kind=unit_placement;outcome_value=special_unit;less_restrictive=A plan was tried", 0 },
	{ "SAFE-POLICY", true, HELD "parameter class.policy=2", PROPOSE ";kind=unit_placement;outcome_value=special_unit", 0 },
	{ "SAFE-POLICY", false, HELD "parameter class.policy=3", PROPOSE ";kind=unit_placement;outcome_value=special_unit", 0 },
	{ "SAFE-RENEW", true, IN_FORCE "classification_decision D1 reasons=" LONG_REASONS, PROPOSE ";renews=D1", 0 },
	{ "SAFE-RENEW", false, IN_FORCE, PROPOSE ";renews=D1", 0 },
	{ "SAFE-ASSESSED", true, HELD, PROPOSE ";kind=extremism_basis;outcome_value=assessed", 0 },
	{ "SAFE-ASSESSED", false, HELD FINAL, PROPOSE ";kind=extremism_basis;outcome_value=assessed;assessment=X9", 0 },
	{ "SAFE-ASSESSED", false, HELD, PROPOSE ";kind=extremism_basis;outcome_value=vulnerable", 0 },
	{ "SAFE-RELIED", false, HELD FINAL, PROPOSE ";assessment=X9", 0 }, { "SAFE-RELIED", true, HELD FINAL "assessment X9 state=submitted", PROPOSE ";assessment=X9", 0 },
	{ "SAFE-RELIED", true, HELD FINAL "assessment X9 valid_until=2026-11-20", PROPOSE ";assessment=X9", 0 },
	{ "SAFE-RELIED", true, HELD FINAL "assessment X9 ends_at=2026-11-21T09:00:00Z", PROPOSE ";assessment=X9", 0 },
	{ "SAFE-RELIED", false, READY FINAL "classification_decision D1 assessment=X9", DECIDE, 0 },
	{ "SAFE-RELIED", true, READY FINAL "assessment X9 state=expired\nclassification_decision D1 assessment=X9", DECIDE, 0 },
	{ "SAFE-T1", true, AT("proposed"), ADD "worship;summary=Was seen alone", 0 }, { "SAFE-T1", true, AT("proposed"), ADD "violence;summary=Prays five times a day", 0 },
	{ "SAFE-T1", false, AT("proposed"), ADD "violence;summary=Held a blade", 0 },
	{ "SAFE-T1", false, AT("proposed"), ADD "worship;direction=fall;summary=Prays and helps others", 0 },
	{ "SAFE-GIST", true, AT("proposed") ITEM_ONE "classification_evidence V1 author=S1", SET "withheld", 0 },
	{ "SAFE-GIST", true, AT("proposed") ITEM_ONE "classification_evidence V1 author=S1", SET "gist", 0 },
	{ "SAFE-GIST", false, AT("proposed") ITEM_ONE "classification_evidence V1 author=S1", SET "full", 0 },
	{ "SAFE-GIST", false, AT("proposed") ITEM_ONE, SET "withheld", 0 },
	{ "SAFE-T3", true, READY, DECIDE, ROLE(GOVERNOR) }, { "SAFE-T3", false, READY, DECIDE, 0 }, { "SAFE-T3", false, READY, DECIDE, ROLE(HEADQUARTERS) },
	{ "SAFE-T3", false, READY "parameter class.body_category=1", DECIDE, ROLE(GOVERNOR) },
	/* Unit: national where the profile says so, and for everybody when it has gone on for a year. */
	{ "SAFE-T3", true, READY UNIT "parameter class.body_unit=3", DECIDE, 0 }, { "SAFE-T3", false, READY UNIT, DECIDE, 0 },
	{ "SAFE-T3", true, READY RENEWED, DECIDE, 0 }, { "SAFE-T3", false, READY RENEWED, DECIDE, ROLE(HEADQUARTERS) },
	{ "SAFE-T3", false, READY RENEWED "classification_decision Q1 started_at=2026-06-01T08:00:00Z", DECIDE, 0 },
	{ "SAFE-T3", true, READY "classification_decision D1 value_before=high;outcome_value=medium\nparameter class.body_from_highest=3", DECIDE, 0 },
	{ "SAFE-QUORUM", true, HEARD ITEM_ONE ITEM_TWO VOTE("O1", "S5", "for") VOTE("O2", "S6", "for"), DECIDE, 0 }, { "SAFE-QUORUM", false, READY, DECIDE, 0 },
	{ "SAFE-QUORUM", true, READY "classification_vote O2 position_taken=against", DECIDE, 0 },
	{ "SAFE-QUORUM", true, READY "classification_vote O2 position_taken=withdrew", DECIDE, 0 },
	{ "SAFE-QUORUM", true, READY, "classification.decide decision=D1;outcome=not_made;reasons=" LONG_REASONS, 0 },
	{ "SAFE-QUORUM", false, READY "classification_vote O2 position_taken=against", "classification.decide decision=D1;outcome=not_made;reasons=" LONG_REASONS, 0 },
	{ "SAFE-QUORUM", false, HEARD "classification_decision D1 kind=cell_sharing;outcome_value=alone\n", DECIDE, ROLE(GOVERNOR) },
	{ "SAFE-SIT", true, READY "classification_decision D1 proposer=S1", DECIDE, 0 }, { "SAFE-SIT", true, READY "classification_decision D1 assessor=S1", DECIDE, 0 },
	{ "SAFE-SIT", true, READY "classification_evidence V1 author=S1", DECIDE, 0 }, { "SAFE-SIT", false, READY, DECIDE, 0 },
	{ "SAFE-SIT", true, READY VOTE("O4", "S1", "withdrew"), DECIDE, 0 }, { "SAFE-SIT", false, READY VOTE("O4", "S1", "for"), DECIDE, 0 },
	{ "SAFE-SIT", true, HEARD "classification_decision D1 proposer=S1", "classification.vote decision=D1;no_interest=yes;position_taken=for", 0 },
	{ "SAFE-SIT", false, HEARD "classification_decision D1 proposer=S1", "classification.vote decision=D1;no_interest=no;position_taken=withdrew", 0 },
	{ "SAFE-SIT", true, APPEALED "classification_decision D1 decider=S1", ANSWER, ROLE(GOVERNOR) }, { "SAFE-SIT", false, APPEALED, ANSWER, ROLE(GOVERNOR) },
	{ "SAFE-SIT", true, APPEALED VOTE("O4", "S1", "against"), ANSWER, ROLE(GOVERNOR) },
	{ "SAFE-SIT", true, IN_FORCE "classification_decision D1 proposer=S1", "classification.review decision=D1;result=keep;reasons=" LONG_REASONS, 0 },
	{ "SAFE-T5", true, HEARD SAID VOTES ITEM_ONE, DECIDE, 0 }, { "SAFE-T5", false, READY, DECIDE, 0 },
	{ "SAFE-T5", true, READY "classification_evidence V2 source_grade=E;content_grade=4", DECIDE, 0 },
	{ "SAFE-T5", true, READY "classification_evidence V2 event=Blade", DECIDE, 0 }, { "SAFE-T5", true, READY "classification_evidence V2 disclosure=withheld", DECIDE, 0 },
	{ "SAFE-T5", false, HEARD SAID VOTES "classification_decision D1 outcome_value=medium", DECIDE, 0 },
	{ "SAFE-T5", true, READY "parameter class.independent_items=3", DECIDE, 0 },
	{ "SAFE-T5", false, HEARD ITEM_ONE "classification_decision D1 kind=cell_sharing;outcome_value=alone;value_before=\n", DECIDE, 0 },
	{ "SAFE-P1", true, HEARD SAID VOTES ITEM_ONE "classification_evidence V1 rests_on=worship\nclassification_decision D1 outcome_value=medium", DECIDE, 0 },
	{ "SAFE-P1", false, READY, DECIDE, 0 }, { "SAFE-P1", false, READY "classification_evidence V1 rests_on=dress", DECIDE, 0 },
	{ "SAFE-PREPARE", true, HEARD VOTES "classification_decision D1 state=disclosed;prepare_until=2026-11-22T08:00:00Z", DECIDE, 0 },
	{ "SAFE-PREPARE", false, HEARD SAID VOTES "classification_decision D1 prepare_until=2026-11-22T08:00:00Z", DECIDE, 0 },
	{ "SAFE-PREPARE", false, HEARD VOTES "classification_decision D1 state=disclosed", DECIDE, 0 },
	{ "SAFE-END", true, READY, DECIDE ";ends_at=2027-11-22T10:00:00Z", 0 }, { "SAFE-END", false, READY, DECIDE, 0 },
	{ "SAFE-END", true, READY UNIT, DECIDE ";ends_at=2027-06-01T10:00:00Z", 0 }, { "SAFE-END", false, READY UNIT, DECIDE, 0 },
	{ "SAFE-FRESH", true, READY RENEWED "classification_decision Q1 decided_at=2026-11-10T08:00:00Z", DECIDE, 0 }, { "SAFE-FRESH", false, READY RENEWED, DECIDE, 0 },
	{ "SAFE-FRESH", false, READY, DECIDE, 0 },
	{ "SAFE-T6", true, DECIDED "2", NOTIFY "ru", 0 }, { "SAFE-T6", false, DECIDED "2", NOTIFY "ru;withheld_told=yes", 0 }, { "SAFE-T6", false, DECIDED "0", NOTIFY "ru", 0 },
	{ "SAFE-P12", true, DECIDED "0", NOTIFY "kk", 0 }, { "SAFE-P12", false, DECIDED "0", NOTIFY "ru", 0 }, { "SAFE-P12", false, DECIDED "0", NOTIFY "kk;form=interpreter", 0 },
	{ "SAFE-P12", true, DECIDED "0\nperson P1 literacy=no", NOTIFY "ru", 0 }, { "SAFE-P12", true, AT("proposed"), "classification.disclose decision=D1;language=kk;form=written", 0 },
	{ "NMR-93.1a", true, LIVE("L1", "P1", "extremism_basis", "assessed", "recruitment") LIVE("L2", "P2", "extremism_basis", "vulnerable", "vulnerability"), PLACE, 0 },
	{ "NMR-93.1a", true, LIVE("L1", "P2", "extremism_basis", "assessed", "recruitment") LIVE("L2", "P1", "extremism_basis", "vulnerable", "vulnerability"), PLACE, 0 },
	{ "NMR-93.1a", false, LIVE("L1", "P1", "extremism_basis", "assessed", "violence") LIVE("L2", "P2", "extremism_basis", "vulnerable", "vulnerability"), PLACE, 0 },
	{ "NMR-93.1a", false, LIVE("L1", "P1", "extremism_basis", "assessed", "recruitment"), PLACE, 0 },
	{ "SAFE-SHARE", true, LIVE("L1", "P1", "cell_sharing", "alone", "vulnerability"), PLACE, 0 },
	{ "SAFE-SHARE", true, LIVE("L1", "P2", "cell_sharing", "alone", "vulnerability"), PLACE, 0 },
	{ "SAFE-SHARE", false, LIVE("L1", "P1", "cell_sharing", "alone", "vulnerability") "classification_decision L1 ends_at=2026-11-21T10:00:00Z\n", PLACE, 0 },
	{ "SAFE-SHARE", false, LIVE("L1", "P1", "cell_sharing", "alone", "vulnerability"), "placement.place person=P1;place=C2", 0 },
	{ "SAFE-UNIT", true, "place W1 purpose=special_unit", "placement.place person=P1;place=C2", 0 }, { "SAFE-UNIT", false, "", "placement.place person=P1;place=C2", 0 },
	{ "SAFE-UNIT", false, "place W1 purpose=special_unit\n" LIVE("L1", "P1", "unit_placement", "special_unit", "violence"), "placement.place person=P1;place=C2", 0 },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static bool case_bites(struct arena *arena, const struct rule_case *one, struct rule_finding *out_finding)
{
	struct memory *memory = world_make(arena);
	memory_put(memory, one->rows);
	memory->actor.roles = one->roles ? one->roles : ROLE(COMMITTEE);
	if (!memory_run(memory, text_from(one->act))) {
		struct text said = memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault");
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act, TEXT_FORMAT(said));
	}
	return rule_named(CLASSIFICATION_RULES, one->rule)->bites(&memory->context, &memory->decision, out_finding);
}

static bool is_bound(const struct rule *rule, struct text act)
{
	for (const char *const *name = rule->acts; name && *name; name++)
		if (text_equal_string(act, *name))
			return true;
	return false;
}

/* Bites or is silent as it should; a finding is a whole sentence that points at an input, says what would be lawful and whom to ask. */
static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		const struct rule_case *one = &CASES[i];
		struct rule_finding finding = { 0 };
		struct text act, rest = text_from(one->act);
		text_next(&rest, ' ', &act);
		if (!is_bound(rule_named(CLASSIFICATION_RULES, one->rule), act))
			fail_msg("%s is not bound to %.*s", one->rule, TEXT_FORMAT(act));
		if (case_bites(arena, one, &finding) != one->bites)
			fail_msg("%s should %s: %s | %s", one->rule, one->bites ? "bite" : "be silent", one->rows, one->act);
		if (one->bites) {
			if (!finding.message || !finding.advice || !finding.ask || !finding.path)
				fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", one->rule);
			if (record_field(memory_act(world_make(arena), act)->input_record, text_from(finding.path + 1)) < 0)
				fail_msg("%s: %.*s has no input %s", one->rule, TEXT_FORMAT(act), finding.path);
			struct error error = { .message = finding.message };
			memcpy(error.parameters, finding.parameters, sizeof error.parameters);
			if (text_find_byte(error_english(arena, &error), '{') != SIZE_MAX)
				fail_msg("%s: a parameter is missing in: %s", one->rule, finding.message);
		}
		arena_destroy(arena);
	}
}

#include "../cases.h"

static void every_rule_has_both(void **state)
{
	(void)state;
	rules_have_both(CLASSIFICATION_RULES);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
