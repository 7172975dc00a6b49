/* test_rules.c - every rule of staff that is bound to acts bites in one case and stays silent in another. */
#include "areas/inspection/inspection.h"
#include "areas/rights/rights.h"
#include "areas/staff/staff.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_INSPECTION, &AREA_STAFF
#include "../memory.h"

#include "areas/staff/acts.h"
#include "areas/staff/rules.h"

struct rule_case { const char *rule; bool bites; const char *rows, *act; };

#define MEMBER(id_, sex_) "staff_member " id_ " facility=F1;number=" id_ ";name=" id_ ";sex=" sex_ ";profession=custodial;contract=permanent;started_on=2020-01-01\n"
#define PEOPLE MEMBER("MAN", "M") MEMBER("WMN", "F") MEMBER("PAST", "F")
#define POST(kind_) PEOPLE "staff_post P9 facility=F1;name=Post;kind=" kind_ ";custodial=yes;contact=yes\n"
#define COURSE(who_, module_) "staff_training T" who_ module_ " staff_member=" who_ ";facility=F1;module=" module_ ";theory_passed=yes;practice_passed=yes;finished_on=2026-01-10;valid_until=2027-01-09\n"
#define BASIC(who_) COURSE(who_, "basic")
#define OVER(who_, module_) COURSE(who_, module_) "staff_training T" who_ module_ " valid_until=2026-11-20\n"
#define ASSIGN(who_) "staff_shift.assign post=P9;day=2026-11-22;shift=early;staff_member=" who_
#define TRAIN "staff_training.record staff_member=MAN;module=basic;theory_passed=yes;practice_passed=yes;curriculum="
#define ALL "a_law b_rights c_security d_first_aid"
#define APPOINT(who_, office_) "staff_appointment.make staff_member=" who_ ";office=" office_
#define KEYS(women_) PEOPLE "key_set K9 facility=F1;label=Set 4;women_unit=" women_ "\n"
#define ISSUE_KEYS(who_) "key_set.issue key_set=K9;staff_member=" who_
#define ENTRY "women_unit_entry.record purpose=Repairs;staff_member="
#define WEAPON "weapon_issue.issue staff_member=MAN;post=P9;weapon_number=17;kind="
#define ORDER ";special_order=Governor, riot in block B;order_ends_at="
#define FORCE "force.use person=P1;ground=injury;facts=x;alternatives=x;ordered_by=director;officers=one two;instrument="
#define ONE PEOPLE "staff_member MAN account=one\n"
#define INTERPRETED "interpretation.record person=P1;occasion=interview;language="
#define APPLICATION "person_application A9 person=P1;facility=F1;kind=own_file;words=x;made_at=2026-11-20T08:00:00Z;state=open\n"
#define DECIDE "person_application.decide application=A9;decision=granted;grounds=x"
#define NEEDS "person P1 interpreter=yes\n"
#define HEARD(mode_, at_) "interpretation I9 person=P1;facility=F1;occasion=decision;language=uz;mode=" mode_ ";happened_at=" at_ "\n"
#define INSPECT "inspection.open facility=F1;kind=internal;body=Inspectorate;form=cpt;started_on=2026-11-20;team_size=3;team_women="
#define WOMEN_HELD "facility F1 holds=F\n"

static const struct rule_case CASES[] = {
	{ "NMR-76.1", true, PEOPLE, TRAIN "a_law b_rights c_security" }, { "NMR-76.1", true, PEOPLE, TRAIN }, { "NMR-76.1", false, PEOPLE, TRAIN ALL },
	{ "NMR-76.1", false, PEOPLE, TRAIN "a_law;practice_passed=no" },
	{ "NMR-75.2", true, POST("wing"), ASSIGN("MAN") }, { "NMR-75.2", false, POST("wing") BASIC("MAN"), ASSIGN("MAN") },
	{ "NMR-75.2", true, POST("wing") BASIC("MAN") "staff_training TMANbasic practice_passed=no\n", ASSIGN("MAN") }, { "NMR-75.2", true, POST("wing") BASIC("WMN"), ASSIGN("MAN") },
	{ "NMR-76.2", true, POST("violent_extremism") BASIC("MAN"), ASSIGN("MAN") }, { "NMR-76.2", true, POST("search") BASIC("MAN") OVER("MAN", "search"), ASSIGN("MAN") },
	{ "NMR-76.2", false, POST("search") BASIC("MAN") COURSE("MAN", "search"), ASSIGN("MAN") }, { "NMR-76.2", false, POST("wing") BASIC("MAN"), ASSIGN("MAN") },
	{ "BKK-33", true, POST("women") BASIC("WMN"), ASSIGN("WMN") }, { "BKK-33", false, POST("women") BASIC("WMN") COURSE("WMN", "women"), ASSIGN("WMN") },
	{ "BKK-33", true, POST("women") "staff_post P9 children=yes\n" COURSE("WMN", "women"), ASSIGN("WMN") },
	{ "BKK-33", false, POST("women") "staff_post P9 children=yes\n" COURSE("WMN", "women") COURSE("WMN", "children"), ASSIGN("WMN") },
	{ "NMR-81.3", true, POST("women"), ASSIGN("MAN") }, { "NMR-81.3", false, POST("women"), ASSIGN("WMN") },
	{ "NMR-81.3", false, POST("women") "staff_post P9 custodial=no\n", ASSIGN("MAN") },
	{ "NMR-81.1", true, PEOPLE, APPOINT("MAN", "women_head") }, { "NMR-81.1", false, PEOPLE, APPOINT("WMN", "women_head") }, { "NMR-81.1", false, PEOPLE, APPOINT("MAN", "director") },
	{ "NMR-81.1.keys", true, KEYS("yes"), ISSUE_KEYS("MAN") }, { "NMR-81.1.keys", false, KEYS("yes"), ISSUE_KEYS("WMN") }, { "NMR-81.1.keys", false, KEYS("no"), ISSUE_KEYS("MAN") },
	{ "NMR-81.2", true, PEOPLE, ENTRY "MAN" }, { "NMR-81.2", true, PEOPLE, ENTRY "MAN;emergency=Fire" }, { "NMR-81.2", false, PEOPLE, ENTRY "MAN;accompanied_by=WMN" },
	{ "NMR-81.2", false, PEOPLE, ENTRY "WMN" },
	{ "NMR-82.3a", true, POST("wing"), WEAPON "firearm" }, { "NMR-82.3a", false, POST("wing"), WEAPON "baton" }, { "NMR-82.3a", false, POST("wing") "staff_post P9 contact=no\n", WEAPON "firearm" },
	{ "NMR-82.3a", false, POST("wing"), WEAPON "firearm" ORDER "2026-11-21T18:00:00Z" }, { "NMR-82.3a", true, POST("wing"), WEAPON "firearm" ORDER "2026-11-21T09:00:00Z" },
	{ "NMR-82.3a", true, POST("wing"), WEAPON "firearm;order_ends_at=2026-11-21T18:00:00Z" },
	{ "NMR-82.3b", true, POST("perimeter"), WEAPON "baton" }, { "NMR-82.3b", false, POST("perimeter") COURSE("MAN", "weapon"), WEAPON "baton" },
	{ "NMR-82.3b", true, POST("perimeter") OVER("MAN", "weapon"), WEAPON "baton" },
	{ "HAV-65", true, POST("juvenile"), WEAPON "spray" }, { "HAV-65", true, POST("wing") "facility F1 kind=juvenile\n", WEAPON "spray" }, { "HAV-65", false, POST("wing"), WEAPON "spray" },
	{ "NMR-79.3", true, PEOPLE, APPOINT("MAN", "director") ";several_prisons=yes" }, { "NMR-79.3", false, PEOPLE, APPOINT("MAN", "director") },
	{ "NMR-79.3", false, PEOPLE "staff_appointment A8 staff_member=WMN;facility=F1;office=resident_head;from_day=2026-01-01\n", APPOINT("MAN", "director") ";several_prisons=yes" },
	{ "NMR-79.3", true, PEOPLE "staff_appointment A8 staff_member=WMN;facility=F1;office=resident_head;from_day=2026-01-01;ended_on=2026-10-01\n", APPOINT("MAN", "director") ";several_prisons=yes" },
	{ "NMR-49", true, ONE, FORCE "handcuffs" }, { "NMR-49", false, ONE COURSE("MAN", "restraint"), FORCE "handcuffs" }, { "NMR-49", false, ONE, FORCE "hands" },
	{ "NMR-49", true, ONE OVER("MAN", "restraint"), FORCE "belt" }, { "NMR-49", false, PEOPLE, FORCE "belt" },
	{ "NMR-82.2", true, ONE, FORCE "hands" }, { "NMR-82.2", false, ONE COURSE("MAN", "force"), FORCE "hands" },
	{ "NMR-80.2", true, "", INTERPRETED "uz;mode=none" }, { "NMR-80.2", false, "", INTERPRETED "ru;mode=none" }, { "NMR-80.2", false, "", INTERPRETED "uz;mode=telephone" },
	{ "NMR-80.2", true, NEEDS, INTERPRETED "ru;mode=none" },
	{ "NMR-80.2.decision", true, NEEDS APPLICATION, DECIDE }, { "NMR-80.2.decision", false, APPLICATION, DECIDE },
	{ "NMR-80.2.decision", false, NEEDS APPLICATION HEARD("telephone", "2026-11-21T09:00:00Z"), DECIDE }, { "NMR-80.2.decision", true, NEEDS APPLICATION HEARD("none", "2026-11-21T09:00:00Z"), DECIDE },
	{ "NMR-80.2.decision", true, NEEDS APPLICATION HEARD("telephone", "2026-11-19T09:00:00Z"), DECIDE },
	{ "BKK-25.3", true, WOMEN_HELD, INSPECT "0" }, { "BKK-25.3", false, WOMEN_HELD, INSPECT "1" }, { "BKK-25.3", false, "", INSPECT "0" }, { "BKK-25.3", true, WOMEN_HELD, INSPECT },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

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
	if (rule_named(STAFF_RULES, one->rule)->bites(&memory->context, &memory->decision, &finding) != one->bites)
		fail_msg("%s should %s: %s | %s", one->rule, one->bites ? "bite" : "be silent", one->rows, one->act);
	if (one->bites) {
		if (!finding.message || !finding.advice || !finding.ask)
			fail_msg("%s bites without saying what, what would be lawful, and whom to ask", one->rule);
		/* A decision of another area has no field for the interpreter: what is missing stands above its form. */
		if (finding.path ? record_field(memory->context.act->input_record, text_from(finding.path + 1)) < 0 : strcmp(one->rule, "NMR-80.2.decision") != 0)
			fail_msg("%s: %s has no such input", one->rule, memory->context.act->name);
	}
	arena_destroy(arena);
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++)
		case_holds(&CASES[i]);
}

#include "../cases.h"

static void every_rule_has_both(void **state)
{
	(void)state;
	rules_have_both(STAFF_RULES);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
