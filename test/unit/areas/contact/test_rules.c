/* test_rules.c - every rule of contact that is bound to acts bites in one case and stays silent in another; absolute ones for every role. */
#include "areas/contact/contact.h"
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CONTACT
#include "../memory.h"

#include "areas/contact/acts.h"
#include "areas/contact/rules.h"

struct rule_case { const char *rule; bool bites; const char *rows, *act; };

#define WOMAN "person P1 sex=F\n"
#define UNTRIED "person P1 legal_status=untried\n"
#define BOOK "visit.book person=P1;visit_class=family;visitor=Sister;setting=room;wanted=yes;planned_at=2026-11-22T10:00:00Z"
#define LAWYER "visit.book person=P1;visit_class=legal;visitor=Lawyer;setting=unheard;wanted=yes;planned_at=2026-11-21T15:00:00Z"
#define VISIT "visit V1 person=P1;facility=F1;visit_class=family;visitor=Sister;setting=room;wanted=yes;sex=M;asked_at=2026-11-20T10:00:00Z;" \
	"planned_at=2026-11-21T09:00:00Z;state=booked\n"
#define LEGAL VISIT "visit V1 visit_class=legal;setting=unheard\n"
#define CLOSE "visit.close visit=V1;outcome=held;watched=sight"
#define NOT_ALLOWED "visit.close visit=V1;outcome=not_allowed;note=No room is free"
#define SEARCHED CLOSE ";search=pat_down;search_agreed=yes;search_decent=yes;searched_child=no"
#define CAVITY SEARCHED ";search=cavity;search_order=director;search_health=yes"
#define PRIVATE(n_, sex_, state_) "visit X" n_ " person=P2;facility=F1;visit_class=family;visitor=Wife;setting=private;sex=" sex_ \
	";asked_at=2026-10-01T10:00:00Z;state=" state_ "\n"
/* Men: four of four allowed, women: none of four. */
#define UNEQUAL PRIVATE("1", "M", "held") PRIVATE("2", "M", "held") PRIVATE("3", "M", "held") PRIVATE("4", "M", "held") PRIVATE("9", "M", "held") \
	PRIVATE("5", "F", "not_allowed") PRIVATE("6", "F", "not_allowed") PRIVATE("7", "F", "not_allowed") PRIVATE("8", "F", "not_allowed")
#define HERS WOMAN VISIT "visit V1 setting=private;sex=F\n"
#define LETTER "communication.record person=P1;means=letter;direction=in;contact_class=legal;other_side=Lawyer;looked_at=nothing;result=done"
#define LIMIT "contact_limit.decide person=P1;measure=suspended;means=visits;ground=objects;facts=A telephone in a shoe, seen by two officers;" \
	"legal_basis=Law 12, article 9;authority=Governor, decision 8;ends_at=2026-11-30T10:00:00Z;instead=calls letters;alternatives=Talked to both, searched the room"
#define LIMITED "contact_limit L1 person=P1;facility=F1;measure=suspended;means=letters calls;ground=crime;starts_at=2026-11-20T10:00:00Z;" \
	"ends_at=2026-11-25T10:00:00Z;state=in_force\n"
#define OFFER "transfer.offer person=P1;to_facility=F2;why=Room;authority=x;distance_km=400"

#define CHILD "child C9 person=P1;name=Small;birth_date=2025-03-01;living_at=?;carer=?;custody_status=?\n"
#define STAY CHILD "child_stay Y1 person=P1;facility=F1;child=C9;decided_on=2026-01-01;decided_by=x;reasons=x;lives_from=2026-01-02;state=living;feeding=free\n"
#define LIVE "child_stay.decide person=P1;child=C9;decided_on=2026-11-20;decided_by=Child services;reasons=She feeds him;childcare=Nursery, house 2"
#define LEAVE "child_stay.end child_stay=Y1;why=best_interest;assessment=Seen by the services on Monday;care=Grandmother, Osh"
#define PREGNANT "person P1 sex=F\npregnancy Q1 person=P1;facility=F1;expected_on=2027-02-01;state=open\n"
#define PLAN "pregnancy.plan pregnancy=Q1;place=prison;place_why=The pass is closed until April"
#define BIRTH "pregnancy.birth pregnancy=Q1;born_in=hospital;certificate_place=Osh, Lenin street 5"
#define ADMIT "person.admit person=P3;facility=F1;arrived_at=2026-11-21T09:00:00Z;order_kind=remand;order_number=1;order_authority=Court;order_date=2026-11-20;" \
	"order_status=untried;valid_from=2026-11-20"

#define IMAM "visit.book person=P1;visit_class=pastoral;visitor=R;setting=unheard;wanted=yes;planned_at=2026-11-22T10:00:00Z"
#define PASTORAL VISIT "visit V1 visit_class=pastoral;setting=unheard\n"
#define WISH(kind_) "belief_wish W1 person=P1;facility=F1;kind=" kind_ ";asked_at=2026-11-20T10:00:00Z;state=open\n"
#define WISHES WISH("representative") "belief_wish W2 person=P2;facility=F1;kind=representative;asked_at=2026-11-20T10:00:00Z;state=open\nparameter religion.min_n=3\n"
#define ASK "belief_wish.record person=P1;kind=representative"
#define ANSWER "belief_wish.answer belief_wish=W1;result=refused"

#define ACCUSED(state_) "charge G1 person=P1;facility=F1;incident=7;happened_at=2026-11-18T08:00:00Z;discovered_at=2026-11-18T08:00:00Z;facts=x;reported_by=U7;state=" state_ "\n"

static const struct rule_case CASES[] = {
	{ "NMR-36.limit", true, "", LIMIT ";alternatives=" }, { "NMR-36.limit", false, "", LIMIT },
	{ "NMR-41.5.lawyer", true, ACCUSED("prosecution") LEGAL, CLOSE ";outcome=not_allowed;watched=;note=x" }, { "NMR-41.5.lawyer", false, LEGAL, CLOSE ";outcome=not_allowed;watched=;note=x" },
	{ "NMR-41.5.lawyer", false, ACCUSED("prosecution") LEGAL, CLOSE }, { "NMR-41.5.lawyer", false, ACCUSED("proved") LEGAL, CLOSE ";outcome=not_allowed;watched=;note=x" },
	{ "NMR-41.5.lawyer", true, ACCUSED("police") "contact K1 kind=lawyer\n", LIMIT ";contact=K1" }, { "NMR-41.5.lawyer", false, ACCUSED("police"), LIMIT ";contact=K1" },
	{ "NMR-41.5.lawyer", true, ACCUSED("police"), LETTER ";result=withheld" }, { "NMR-41.5.lawyer", false, ACCUSED("police"), LETTER },
	{ "BOP-15", true, "", LIMIT ";means=visits letters calls;instead=" }, { "BOP-15", false, "", LIMIT }, { "BOP-15", true, LIMITED, LIMIT },
	{ "BOP-15", false, "parameter incommunicado.max_days=3\n", LIMIT ";means=visits letters calls;instead=;ends_at=2026-11-24T09:00:00Z" },
	{ "BOP-15", true, "parameter incommunicado.max_days=3\n", LIMIT ";means=visits letters calls;instead=;ends_at=2026-11-24T11:00:00Z" },
	{ "NMR-65.1", true, WISHES, ASK }, { "NMR-65.1", false, WISHES "parameter religion.min_n=4\n", ASK }, { "NMR-65.1", false, WISHES, ASK ";kind=service" },
	{ "NMR-65.1", false, WISHES "representative R1 facility=F1;name=R;community=C;approved_by=x;state=approved\n", ASK },
	{ "NMR-65.1", true, WISHES "representative R1 facility=F1;name=R;community=C;approved_by=x;state=ended\n", ASK }, { "NMR-65.1", false, "", ASK },
	{ "NMR-65.2", true, "", IMAM ";setting=heard" }, { "NMR-65.2", true, "", IMAM ";setting=room" }, { "NMR-65.2", false, "", IMAM },
	{ "NMR-65.2", true, PASTORAL, CLOSE ";watched=recorded" }, { "NMR-65.2", false, PASTORAL, CLOSE }, { "NMR-65.2", false, "", BOOK },
	{ "NMR-65.2", true, "", LETTER ";contact_class=pastoral;looked_at=read" }, { "NMR-65.2", false, "", LETTER ";contact_class=pastoral;looked_at=objects" },
	{ "NMR-65.3", true, "", IMAM ";wanted=no" }, { "NMR-65.3", true, "", IMAM ";wanted=" }, { "NMR-65.3", false, "", IMAM }, { "NMR-65.3", false, "", BOOK ";wanted=" },
	{ "NMR-65.3", true, PASTORAL, NOT_ALLOWED }, { "NMR-65.3", false, PASTORAL, CLOSE ";outcome=declined;watched=" }, { "NMR-65.3", false, VISIT, NOT_ALLOWED },
	{ "NMR-65.3", true, WISH("representative"), ANSWER ";answer=Not vetted" }, { "NMR-65.3", false, WISH("representative"), ANSWER ";alternative=Another one on Friday" },
	{ "NMR-65.3", false, WISH("diet"), ANSWER }, { "NMR-65.3", false, WISH("representative"), ANSWER ";result=met" },
	{ "NMR-66", true, WISH("book"), ANSWER }, { "NMR-66", true, WISH("service"), ANSWER ";answer=Threatened two others there" },
	{ "NMR-66", false, WISH("service"), ANSWER ";answer=Threatened two others there;until_day=2026-12-01" }, { "NMR-66", false, WISH("diet"), ANSWER ";result=met" },
	{ "NMR-28.1", true, PREGNANT, PLAN ";place_why=" }, { "NMR-28.1", false, PREGNANT, PLAN }, { "NMR-28.1", false, PREGNANT, PLAN ";place=hospital;place_why=" },
	{ "NMR-28.2", true, PREGNANT, BIRTH ";certificate_place=first" }, { "NMR-28.2", true, PREGNANT, BIRTH ";certificate_place=House of First, Osh" },
	{ "NMR-28.2", true, PREGNANT "facility F1 address=North road 9\n", BIRTH ";certificate_place=Osh, North road 9" }, { "NMR-28.2", false, PREGNANT, BIRTH },
	{ "NMR-28.2", false, PREGNANT, BIRTH ";certificate_place=" },
	{ "NMR-29.1", true, CHILD, LIVE ";decided_on=" }, { "NMR-29.1", true, CHILD, LIVE ";decided_by=" }, { "NMR-29.1", true, CHILD, LIVE ";reasons=" }, { "NMR-29.1", false, CHILD, LIVE },
	{ "BKK-49", true, CHILD, LIVE ";reasons=" }, { "BKK-49", false, CHILD, LIVE },
	{ "NMR-29.1a", true, CHILD, LIVE ";childcare=" }, { "NMR-29.1a", false, CHILD, LIVE },
	{ "NMR-29.2", true, "person P3 birth_date=2020-05-01\n", ADMIT }, { "NMR-29.2", false, "", ADMIT }, { "NMR-29.2", false, "person P3 birth_date=?\n", ADMIT },
	{ "NMR-29.2", true, "person P3 birth_date=2014-05-01\nparameter child.file_age=14\n", ADMIT },
	{ "BKK-48.2", true, STAY, "child_stay.feed child_stay=Y1;feeding=limited" }, { "BKK-48.2", true, STAY, "child_stay.feed child_stay=Y1;feeding=limited;health_reason=x" },
	{ "BKK-48.2", false, STAY, "child_stay.feed child_stay=Y1;feeding=limited;health_reason=x;clinician=Paediatrician of the district" },
	{ "BKK-48.2", false, STAY, "child_stay.feed child_stay=Y1;feeding=free" },
	{ "BKK-52.1", true, STAY, LEAVE ";assessment=;why=age" }, { "BKK-52.1", false, STAY, LEAVE }, { "BKK-52.1", false, STAY, LEAVE ";why=with_parent;assessment=" },
	{ "BKK-52.2", true, STAY, LEAVE ";care=" }, { "BKK-52.2", true, STAY "person P1 nationalities=KG\nparameter home.nationality=KZ\n", LEAVE },
	{ "BKK-52.2", false, STAY "person P1 nationalities=KG\nparameter home.nationality=KZ\n", LEAVE ";consulate=consulted" },
	{ "BKK-52.2", false, STAY "person P1 nationalities=KG\nparameter home.nationality=KZ\n", LEAVE ";consulate=asylum" },
	{ "BKK-52.2", false, STAY "person P1 nationalities=KZ\nparameter home.nationality=KZ\n", LEAVE }, { "BKK-52.2", false, STAY, LEAVE ";why=with_parent;care=" },
	{ "NMR-61.1b", true, "", LAWYER ";setting=heard" }, { "NMR-61.1b", true, "", LAWYER ";setting=room" }, { "NMR-61.1b", false, "", LAWYER },
	{ "NMR-61.1b", false, "", LAWYER ";setting=glass" }, { "NMR-61.1b", false, "", BOOK ";setting=heard;setting_why=x" },
	{ "NMR-61.1b", true, LEGAL, CLOSE ";watched=heard" }, { "NMR-61.1b", true, LEGAL, CLOSE ";watched=recorded" }, { "NMR-61.1b", false, LEGAL, CLOSE },
	{ "NMR-61.1b", true, LEGAL, "visit.schedule visit=V1;planned_at=2026-11-22T10:00:00Z;setting=heard" },
	{ "NMR-61.1b", false, LEGAL, "visit.schedule visit=V1;planned_at=2026-11-22T10:00:00Z" },
	{ "NMR-61.1b", true, "", LETTER ";looked_at=objects" }, { "NMR-61.1b", true, "", LETTER ";looked_at=read" },
	{ "NMR-61.1b", true, "", LETTER ";means=call;looked_at=heard" }, { "NMR-61.1b", true, "", LETTER ";means=call;looked_at=recorded" },
	{ "NMR-61.1b", false, "", LETTER }, { "NMR-61.1b", false, "", LETTER ";contact_class=family;looked_at=read" },
	{ "NMR-61.1b", true, "contact K1 kind=lawyer\n", LIMIT ";contact=K1" }, { "NMR-61.1b", false, "", LIMIT ";contact=K1" },
	{ "NMR-120.1", true, UNTRIED, LAWYER ";setting=heard" }, { "NMR-120.1", true, UNTRIED LEGAL, CLOSE ";watched=recorded" }, { "NMR-120.1", false, UNTRIED, LAWYER },
	{ "NMR-120.1", false, "", LAWYER ";setting=heard" },
	{ "NMR-61.1a.refused", true, LEGAL, NOT_ALLOWED }, { "NMR-61.1a.refused", true, LEGAL, NOT_ALLOWED ";outcome=not_held" },
	{ "NMR-61.1a.refused", false, LEGAL, CLOSE ";outcome=called_off;watched=" }, { "NMR-61.1a.refused", false, VISIT, NOT_ALLOWED },
	{ "NMR-61.2", true, "person P1 interpreter=yes\n", LAWYER }, { "NMR-61.2", false, "person P1 interpreter=yes\n", LAWYER ";interpreter=yes" },
	{ "NMR-61.2", false, "", LAWYER }, { "NMR-61.2", false, "person P1 interpreter=yes\n", BOOK },
	{ "NMR-56.3.mail", true, "", LETTER ";contact_class=official;looked_at=objects" }, { "NMR-56.3.mail", false, "", LETTER ";contact_class=official" },
	{ "NMR-60.1", true, VISIT, SEARCHED ";search_agreed=" }, { "NMR-60.1", true, VISIT, CLOSE ";search=detector;search_agreed=no" },
	{ "NMR-60.1", false, VISIT, SEARCHED }, { "NMR-60.1", false, VISIT, CLOSE ";search=none" }, { "NMR-60.1", false, VISIT, CLOSE ";outcome=turned_away;watched=" },
	{ "NMR-60.2a", true, VISIT, SEARCHED ";search_decent=no" }, { "NMR-60.2a", true, VISIT, SEARCHED ";search=strip;search_order=nobody" },
	{ "NMR-60.2a", true, VISIT, SEARCHED ";search=strip;search_order=duty;searched_child=yes" }, { "NMR-60.2a", true, VISIT, CAVITY ";search_order=duty" },
	{ "NMR-60.2a", false, VISIT, SEARCHED }, { "NMR-60.2a", false, VISIT, SEARCHED ";search=strip;search_order=duty" },
	{ "NMR-60.2a", false, VISIT, CLOSE ";search=detector;search_agreed=yes" },
	{ "NMR-60.2b", true, VISIT, CAVITY ";searched_child=yes" }, { "NMR-60.2b", true, VISIT, CAVITY ";searched_child=" }, { "NMR-60.2b", true, VISIT, CAVITY ";search_health=no" },
	{ "NMR-60.2b", true, VISIT, CAVITY ";search_order=duty" }, { "NMR-60.2b", false, VISIT, CAVITY }, { "NMR-60.2b", false, VISIT, SEARCHED },
	{ "NMR-58.2", true, UNEQUAL HERS, NOT_ALLOWED }, { "NMR-58.2", false, HERS, NOT_ALLOWED }, { "NMR-58.2", false, UNEQUAL HERS, CLOSE },
	{ "NMR-58.2", false, UNEQUAL PRIVATE("A", "F", "held") PRIVATE("B", "F", "held") PRIVATE("C", "F", "held") "parameter disparity.ratio=4.5\n" HERS, NOT_ALLOWED },
	{ "NMR-58.2", true, UNEQUAL PRIVATE("A", "F", "held") PRIVATE("B", "F", "held") PRIVATE("C", "F", "held") "parameter disparity.ratio=2.5\n" HERS, NOT_ALLOWED },
	{ "NMR-59", true, "", OFFER }, { "NMR-59", false, "", OFFER ";distance_km=150" }, { "NMR-59", false, "", OFFER ";distance_km=" }, { "NMR-59", false, WOMAN, OFFER },
	{ "BKK-28", true, "", BOOK ";own_child=yes;setting=glass" }, { "BKK-28", true, VISIT "visit V1 own_child=yes\n", "visit.schedule visit=V1;planned_at=2026-11-22T10:00:00Z;setting=heard" },
	{ "BKK-28", false, "", BOOK ";own_child=yes;setting=glass;setting_why=Passed a blade on Monday, until Friday" }, { "BKK-28", false, "", BOOK ";own_child=yes" },
	{ "BKK-28", false, "", BOOK ";setting=glass" },
	{ "BKK-44", true, WOMAN, BOOK ";wanted=" }, { "BKK-44", true, WOMAN, BOOK ";wanted=no" }, { "BKK-44", false, WOMAN, BOOK }, { "BKK-44", false, "", BOOK ";wanted=" },
	{ "NMR-43.3a.limit", true, "", LIMIT ";ground=sanction" }, { "NMR-43.3a.limit", true, "", LIMIT ";means=visits letters calls" },
	{ "NMR-43.3a.limit", true, LIMITED, LIMIT }, { "NMR-43.3a.limit", false, LIMITED "contact_limit L1 ends_at=2026-11-21T09:00:00Z\n", LIMIT },
	{ "NMR-43.3a.limit", false, LIMITED "contact_limit L1 contact=K1\n", LIMIT }, { "NMR-43.3a.limit", false, "", LIMIT },
	{ "NMR-43.3a.limit", false, "", LIMIT ";means=visits letters calls;contact=K1" },
	{ "NMR-43.3b.limit", true, "", LIMIT ";facts=" }, { "NMR-43.3b.limit", true, "", LIMIT ";legal_basis=" }, { "NMR-43.3b.limit", true, "", LIMIT ";authority=" },
	{ "NMR-43.3b.limit", true, "", LIMIT ";ends_at=" }, { "NMR-43.3b.limit", true, "", LIMIT ";ends_at=2026-12-06T10:00:00Z" }, { "NMR-43.3b.limit", true, "", LIMIT ";instead=" },
	{ "NMR-43.3b.limit", true, "parameter contact.limit_max_days=5\n", LIMIT }, { "NMR-43.3b.limit", false, "", LIMIT },
	{ "NMR-43.3b.limit", false, "", LIMIT ";ground=no_contact;instead=" }, { "NMR-43.3b.limit", false, "", LIMIT ";measure=closed;instead=" },
	{ "BKK-23.limit", true, WOMAN, LIMIT ";ground=sanction" }, { "BKK-23.limit", false, WOMAN, LIMIT }, { "BKK-23.limit", false, "", LIMIT ";ground=sanction" },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static bool case_bites(struct arena *arena, const struct rule_case *one, role_set roles, struct rule_finding *out_finding)
{
	struct memory *memory = memory_make(arena);
	memory->actor.roles = roles;
	memory_put(memory, one->rows);
	if (!memory_run(memory, text_from(one->act)))
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act,
			TEXT_FORMAT(memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	return rule_named(CONTACT_RULES, one->rule)->bites(&memory->context, &memory->decision, out_finding);
}

/* What the finding says is whole, and stands beside an input that the act has. */
static void finding_holds(struct arena *arena, const struct rule_case *one, const struct rule_finding *finding)
{
	struct text act, rest = text_from(one->act);
	text_next(&rest, ' ', &act);
	if (!finding->message || !finding->advice || !finding->ask || !finding->path)
		fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", one->rule);
	if (record_field(memory_act(memory_make(arena), act)->input_record, text_from(finding->path + 1)) < 0)
		fail_msg("%s: %.*s has no input %s", one->rule, TEXT_FORMAT(act), finding->path);
	struct error error = { .message = finding->message };
	memcpy(error.parameters, finding->parameters, sizeof error.parameters);
	if (text_find_byte(error_english(arena, &error), '{') != SIZE_MAX)
		fail_msg("%s: a parameter is missing in: %s", one->rule, finding->message);
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		struct rule_finding finding = { 0 };
		if (case_bites(arena, &CASES[i], ROLE(GOVERNOR), &finding) != CASES[i].bites)
			fail_msg("%s should %s: %s | %s", CASES[i].rule, CASES[i].bites ? "bite" : "be silent", CASES[i].rows, CASES[i].act);
		if (CASES[i].bites)
			finding_holds(arena, &CASES[i], &finding);
		arena_destroy(arena);
	}
}

/* No role, and no profile parameter, overrides an absolute rule. */
static void absolute_rules_have_no_override(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		if (!rule_named(CONTACT_RULES, CASES[i].rule)->absolute || !CASES[i].bites)
			continue;
		for (int role = 0; role <= ROLE_COUNT; role++) {
			struct arena *arena = arena_create();
			struct rule_finding finding = { 0 };
			struct rule_case loose = CASES[i];
			loose.rows = arena_string(arena, arena_format(arena, "parameter contact.limit_max_days=9000\n%s", CASES[i].rows));
			if (!case_bites(arena, &loose, role == ROLE_COUNT ? ROLES_ALL : (role_set)1 << role, &finding))
				fail_msg("%s does not bite for role %d: %s", CASES[i].rule, role, CASES[i].act);
			arena_destroy(arena);
		}
	}
}

#include "../cases.h"

static void every_rule_has_both(void **state)
{
	(void)state;
	rules_have_both(CONTACT_RULES);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(absolute_rules_have_no_override),
		cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
