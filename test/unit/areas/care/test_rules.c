/* test_rules.c - every rule of care that is bound to acts bites in one case and stays silent in another. */
#include "areas/care/care.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CARE
#include "../memory.h"

#include "areas/care/acts.h"
#include "areas/care/rules.h"

struct rule_case { const char *rule; bool bites; const char *rows, *act; };

#define EVENT "grave_event E9 person=P1;facility=F1;kind=serious_injury;happened_at=2026-11-20T08:00:00Z;known_from=officer;state=open\n"
#define NAMED EVENT "grave_event E9 implicated=Gate other\n"
#define REPORTED EVENT "grave_event E9 reported_at=2026-11-20T09:00:00Z;authority=Prosecutor;authority_number=71\n"
#define ITEM "evidence_item V9 grave_event=E9;person=P1;facility=F1;kind=object;description=A belt;kept_at=Safe;held_at=2026-11-20T09:00:00Z;state=held\n"
#define CLOSE "grave_event.close grave_event=E9;outcome=accident;cause=A fall;findings=The stairs have no rail"
#define SIGNS "grave_event.report person=P1;kind=ill_treatment;happened_at=2026-11-21T08:00:00Z;happened_where=Gate;circumstances=Bruises on both arms;known_from=health"
#define PROPERTY "property_item Y1 person=P1;facility=F1;description=A belt;item_class=clothing;quantity=1;signed=signed;state=stored\n"
#define END_ITEM "property_item.end property_item=Y1;state=returned"
#define PLACE "placement.place person=P1;place=C1"
#define NOTE "alert.raise person=P1;kind=threatened;instruction=Not alone in the yard;evidence=Two letters were found in the cell;expires_on=2026-12-01"

static const struct rule_case CASES[] = {
	{ "NMR-8.f", true, REPORTED, CLOSE }, { "NMR-8.f", true, REPORTED ITEM, CLOSE ";cause=" }, { "NMR-8.f", true, REPORTED ITEM, CLOSE ";findings=" },
	{ "NMR-8.f", false, REPORTED ITEM, CLOSE },
	{ "NMR-34.plan", true, "", SIGNS }, { "NMR-34.plan", false, "", SIGNS ";protection=Moved to wing C" }, { "NMR-34.plan", false, "", SIGNS ";kind=serious_injury" },
	{ "NMR-71.1a.close", true, EVENT ITEM, CLOSE }, { "NMR-71.1a.close", false, REPORTED ITEM, CLOSE },
	{ "NMR-71.1b", true, EVENT ITEM, "evidence_item.release evidence_item=V9;state=released" },
	{ "NMR-71.1b", false, EVENT ITEM, "evidence_item.release evidence_item=V9;state=released;release_number=71-2" },
	{ "NMR-71.1b.property", true, PROPERTY EVENT ITEM "evidence_item V9 property_item=Y1\n", END_ITEM },
	{ "NMR-71.1b.property", false, PROPERTY EVENT ITEM "evidence_item V9 property_item=Y1;state=released\n", END_ITEM },
	{ "NMR-71.1b.property", false, PROPERTY EVENT ITEM, END_ITEM },
	{ "NMR-71.1b.scene", true, EVENT ITEM "evidence_item V9 place=C1\n", PLACE }, { "NMR-71.1b.scene", false, EVENT ITEM "evidence_item V9 place=C2\n", PLACE },
	{ "NMR-71.3", true, NAMED, NOTE }, { "NMR-71.3", false, EVENT, NOTE }, { "NMR-71.3", false, NAMED "grave_event E9 state=closed\n", NOTE },
	{ "NMR-71.3.report", true, "", SIGNS ";implicated=gate" }, { "NMR-71.3.report", true, EVENT, "grave_event.implicate grave_event=E9;implicated=GATE other" },
	{ "NMR-71.3.report", false, "", SIGNS ";implicated=other" },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static const struct rule *rule_named(const char *id)
{
	for (size_t i = 0; CARE_RULES[i]; i++)
		if (strcmp(CARE_RULES[i]->id, id) == 0)
			return CARE_RULES[i];
	fail_msg("there is no rule %s", id);
	return NULL;
}

static void case_holds(const struct rule_case *one)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	struct rule_finding finding = { 0 };
	memory_put(memory, one->rows);
	if (!memory_run(memory, text_from(one->act)))
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act,
			TEXT_FORMAT(memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	if (rule_named(one->rule)->bites(&memory->context, &memory->decision, &finding) != one->bites)
		fail_msg("%s should %s: %s | %s", one->rule, one->bites ? "bite" : "be silent", one->rows, one->act);
	if (one->bites) {
		if (!finding.message || !finding.advice || !finding.ask || !finding.path)
			fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", one->rule);
		struct error error = { .message = finding.message };
		memcpy(error.parameters, finding.parameters, sizeof error.parameters);
		if (text_find_byte(error_english(arena, &error), '{') != SIZE_MAX)
			fail_msg("%s: a parameter is missing in: %s", one->rule, finding.message);
		if (record_field(memory->context.act->input_record, text_from(finding.path + 1)) < 0)
			fail_msg("%s: %s has no input %s", one->rule, memory->context.act->name, finding.path);
	}
	arena_destroy(arena);
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++)
		case_holds(&CASES[i]);
}

static void every_rule_has_both(void **state)
{
	(void)state;
	for (size_t i = 0; CARE_RULES[i]; i++) {
		const struct rule *rule = CARE_RULES[i];
		bool firing = false, silent = false;
		for (size_t j = 0; j < CASE_COUNT; j++)
			if (strcmp(CASES[j].rule, rule->id) == 0)
				*(CASES[j].bites ? &firing : &silent) = true;
		if (rule->kind != RULE_DEADLINE && (!firing || !silent))
			fail_msg("%s has no case in which it %s", rule->id, firing ? "stays silent" : "bites");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
