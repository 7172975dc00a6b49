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

#define REQUEST "health_request Q9 person=P1;facility=F1;asked_at=2026-11-21T08:00:00Z;channel=person;state=open\n"
#define SHE "person P1 sex=F\n" REQUEST
#define SEE "health_request.see health_request=Q9;result=seen;examiner_sex=M"
#define ORDER "clinical_order O9 person=P1;facility=F1;instruction=x;due_at=2026-11-22T08:00:00Z;state=done;kind="
#define HOSPITAL ORDER "hospital;state=open\n"
#define INTAKE "health_intake H1 person=P1;examined_at=2026-01-10T09:00:00Z;examiner=Nurse;self_harm_watch=no;observation=none;withdrawal=no;infectious_precaution=no;" \
	"daily_medicine=no;diet=no;mobility=no;ill_treatment_signs=no\n"
#define TRANSFER INTAKE "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=offered;why=Nearer;authority=1;offered_at=2026-11-20T08:00:00Z\n"
#define HANDOVER "care_handover C9 person=P1;facility=F1;occasion=transfer;receiver=F2;file_sealed=yes;letter=yes;supply_days=7;handed_at=2026-11-21T08:00:00Z\n"
#define DEPART "transfer.depart transfer=T1;escort=Unit 2"
#define MEDICINE "health_flag H9 person=P1;kind=medicine;instruction=x;starts_on=2026-11-01;state=live\n"
#define BEGIN "health_restriction.begin facility=F1;ground=Fever in two units;authority=Regional office, 12;ends_on=2026-12-05;measures=visits work;instead=Video;contact_minutes=60"

#define UNIT_DAY "unit_day.record place=W1;meals=3;water=yes;yard_minutes=60;shower=yes"
#define WRITTEN(n_, day_, shower_) "unit_day D" n_ " place=W1;facility=F1;day=" day_ ";meals=3;water=yes;yard_minutes=60;shower=" shower_ "\n"
#define LESS "day_exception.note person=P1;why=staff;kind="
#define CHECK "place_check.record place=C1;people=4;beds=4;floor_area=16;daylight=good;toilet=apart;water=yes;clean=yes"

#define ASSIGN "work_place.assign person=P1;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50"
#define FIT(answer_) "fitness X9 person=P1;facility=F1;question=work;asked_at=2026-11-20T08:00:00Z;answered_at=2026-11-20T09:00:00Z;answer=" answer_ "\n"
#define WORKS "work_place W9 person=P1;facility=F1;task=Kitchen;work_for=prison;consent=agreed;hours_day=6;hours_week=36;rest_day=sunday;hourly_pay=2.50;starts_on=2026-11-01;state=running\n"
#define PAY "work_pay.pay work_place=W9;hours=10;own_part=10.00;family_part=10.00;saved_part=5.00"

#define MONEY "account_entry M1 person=P1;facility=F1;posted_at=2026-11-01T08:00:00Z;purse=spend;kind=brought;amount=20.00;words=x\n"
#define SAVED MONEY "account_entry M2 person=P1;facility=F1;posted_at=2026-11-02T08:00:00Z;purse=saved;kind=to_savings;amount=8.00;words=x\n"
#define POST "account_entry.post person=P1;amount=3.00;words=x;kind="
#define GATE "release R9 person=P1;episode=E1;facility=F1;state=preparing;kind=court_order\n"
#define GO "release.release release=R9;identity_checked=yes;orders_seen=yes;medicine_given=yes"
#define JOB(power_) "job J1 code=J;name=Cook;skill_code=5120;power_over_prisoners=" power_ "\n"
#define SHOP "workshop X1 facility=F1;name=Joinery;work_for=industry;supervisor=Master;state=open\n"
#define FIRM "workshop.open facility=F1;name=Joinery;work_for=contractor;supervisor=Master;normal_wage=4.00;contract_rate="

static const struct rule_case CASES[] = {
	{ "NMR-24.1", true, MONEY, POST "health_fee" }, { "NMR-24.1", false, MONEY, POST "other_out" }, { "NMR-73.3", true, MONEY, POST "transport" }, { "NMR-73.3", false, MONEY, POST "purchase" },
	{ "NMR-103.3", true, GATE SAVED, GO }, { "NMR-103.3", false, GATE MONEY, GO }, { "NMR-40.1", true, JOB("yes"), ASSIGN ";job=J1" }, { "NMR-40.1", false, JOB("no"), ASSIGN ";job=J1" },
	{ "NMR-98.3", true, "", ASSIGN }, { "NMR-98.3", false, "", ASSIGN ";wish=Kitchen;wish_met=yes" }, { "NMR-100.2", true, "", FIRM "3.99" }, { "NMR-100.2", false, "", FIRM "4.00" },
	{ "NMR-101.1", true, SHOP, ASSIGN ";workshop=X1" }, { "NMR-101.1", false, SHOP "workshop X1 risk_on=2026-01-01\n", ASSIGN ";workshop=X1" },
	{ "NMR-30.e", true, "", ASSIGN }, { "NMR-30.e", true, FIT("unfit"), ASSIGN }, { "NMR-30.e", false, FIT("limited"), ASSIGN },
	{ "NMR-30.e", false, INTAKE "health_intake H1 fit_for_work=fit\n", ASSIGN }, { "NMR-30.e", true, INTAKE, ASSIGN }, { "NMR-30.e", true, INTAKE "health_intake H1 fit_for_work=fit\n" FIT("unfit"), ASSIGN },
	{ "NMR-97.2", true, "", ASSIGN ";hourly_pay=" }, { "NMR-97.2", true, "", ASSIGN ";hourly_pay=0.00" }, { "NMR-97.2", false, "", ASSIGN },
	{ "NMR-97.3", true, "", ASSIGN ";work_for=staff" }, { "NMR-97.3", false, "", ASSIGN },
	{ "NMR-102.1", true, "", ASSIGN ";hours_day=9" }, { "NMR-102.1", true, "", ASSIGN ";hours_week=41" }, { "NMR-102.1", false, "", ASSIGN ";hours_day=8;hours_week=40" },
	{ "NMR-102.2", true, "", ASSIGN ";rest_day=" }, { "NMR-102.2", false, "", ASSIGN },
	{ "NMR-103.1", true, WORKS, PAY ";hours=11" }, { "NMR-103.1", false, WORKS, PAY },
	{ "NMR-103.2", true, WORKS, PAY ";own_part=0.00;family_part=0.00;saved_part=25.00" }, { "NMR-103.2", false, WORKS, PAY ";own_part=0.00" },
	{ "NMR-115", true, "person P1 legal_status=untried\n", "supply.give person=P1;kind=dress_convicted" }, { "NMR-115", false, "", "supply.give person=P1;kind=dress_convicted" },
	{ "NMR-115", false, "person P1 legal_status=untried\n", "supply.give person=P1;kind=dress_untried" },
	{ "NMR-116", true, "person P1 legal_status=untried\n", ASSIGN ";consent=told" }, { "NMR-116", false, "person P1 legal_status=untried\n", ASSIGN }, { "NMR-116", false, "", ASSIGN ";consent=told" },
	{ "NMR-13.measured", true, "", CHECK ";floor_area=15.9" }, { "NMR-13.measured", false, "", CHECK }, { "NMR-13.measured", true, "", CHECK ";people=1;floor_area=5.5" },
	{ "NMR-14.a.measured", true, "", CHECK ";daylight=closed" }, { "NMR-14.a.measured", false, "", CHECK },
	{ "NMR-15.measured", true, "", CHECK ";toilet=open" }, { "NMR-15.measured", true, "", CHECK ";toilet=none" }, { "NMR-15.measured", false, "", CHECK ";toilet=outside" },
	{ "NMR-16.offered", true, WRITTEN("1", "2026-11-14", "yes"), UNIT_DAY ";shower=no" }, { "NMR-16.offered", false, WRITTEN("1", "2026-11-14", "yes"), UNIT_DAY },
	{ "NMR-16.offered", false, WRITTEN("1", "2026-11-14", "no") WRITTEN("2", "2026-11-15", "yes"), UNIT_DAY ";shower=no" },
	{ "NMR-16.offered", false, WRITTEN("1", "2026-11-18", "no"), UNIT_DAY ";shower=no" },
	{ "NMR-17", true, "", CHECK ";clean=no" }, { "NMR-17", false, "", CHECK }, { "NMR-21", true, "", CHECK ";beds=3" }, { "NMR-21", false, "", CHECK },
	{ "NMR-22.1", true, "", UNIT_DAY ";meals=2" }, { "NMR-22.1", false, "", UNIT_DAY }, { "NMR-22.1.diet", true, "", LESS "diet" },
	{ "NMR-22.1.diet", false, "", LESS "diet;why=declined" }, { "NMR-22.2", true, "", UNIT_DAY ";water=no" }, { "NMR-22.2", true, "", CHECK ";water=no" }, { "NMR-22.2", false, "", UNIT_DAY },
	{ "NMR-23.1", true, "", UNIT_DAY ";yard_minutes=59" }, { "NMR-23.1", false, "", UNIT_DAY ";yard_minutes=0;weather=yes" }, { "NMR-23.1", false, "", UNIT_DAY },
	{ "NMR-23.1.person", true, "", LESS "yard" }, { "NMR-23.1.person", true, "", LESS "yard;why=separated" }, { "NMR-23.1.person", false, "", LESS "yard;why=declined" },
	{ "NMR-23.1.person", false, "", LESS "shower" },
	{ "NMR-24.2", true, TRANSFER MEDICINE, DEPART }, { "NMR-24.2", false, TRANSFER, DEPART }, { "NMR-24.2", false, TRANSFER MEDICINE HANDOVER, DEPART },
	{ "NMR-24.2", true, TRANSFER "health_intake H1 daily_medicine=yes\n" HANDOVER "care_handover C9 supply_days=3\n", DEPART },
	{ "NMR-24.2", true, TRANSFER MEDICINE HANDOVER "care_handover C9 letter=no\n", DEPART },
	{ "NMR-26.2", true, TRANSFER, DEPART }, { "NMR-26.2", false, TRANSFER HANDOVER, DEPART }, { "NMR-26.2", true, TRANSFER HANDOVER "care_handover C9 file_sealed=no\n", DEPART },
	{ "NMR-26.2", true, TRANSFER HANDOVER "care_handover C9 handed_at=2026-11-19T08:00:00Z\n", DEPART },
	{ "NMR-27.1.escort", true, HOSPITAL, "clinical_order.miss clinical_order=O9;missed_why=no_escort" },
	{ "NMR-27.1.escort", false, HOSPITAL, "clinical_order.miss clinical_order=O9;missed_why=person" },
	{ "NMR-27.2", true, ORDER "single_cell\n", PLACE }, { "NMR-27.2", false, ORDER "single_cell\n", "placement.place person=P1;place=C2" },
	{ "NMR-27.2", true, ORDER "shared_cell\n", "placement.place person=P1;place=C2" }, { "NMR-27.2", false, ORDER "shared_cell\n", PLACE },
	{ "NMR-27.2", false, ORDER "single_cell;state=ended\n", PLACE }, { "NMR-27.2", false, ORDER "single_cell;expires_on=2026-11-20\n", PLACE },
	{ "NMR-30.d", true, "", BEGIN ";authority=" }, { "NMR-30.d", true, "", BEGIN ";ends_on=" }, { "NMR-30.d", true, "", BEGIN ";ends_on=2027-02-01" }, { "NMR-30.d", false, "", BEGIN },
	{ "NMR-31.2", true, REQUEST, SEE ";present=man" }, { "NMR-31.2", false, REQUEST, SEE ";present=man;present_why=The doctor, after a threat" },
	{ "NMR-31.2", false, REQUEST, SEE ";present=nobody" },
	{ "NMR-42.restriction", true, "", BEGIN ";measures=yard" }, { "NMR-42.restriction", false, "", BEGIN },
	{ "NMR-58.1.restriction", true, "", BEGIN ";instead=" }, { "NMR-58.1.restriction", true, "", BEGIN ";contact_minutes=59" },
	{ "NMR-58.1.restriction", false, "", BEGIN }, { "NMR-58.1.restriction", false, "", BEGIN ";measures=work;instead=" },
	{ "NMR-61.1a.restriction", true, "", BEGIN ";measures=lawyers" }, { "NMR-61.1a.restriction", false, "", BEGIN },
	{ "BKK-10.2", true, SHE "health_request Q9 wish=woman\n", SEE }, { "BKK-10.2", false, SHE "health_request Q9 wish=woman\n", SEE ";present=woman;present_why=x" },
	{ "BKK-10.2", false, SHE "health_request Q9 wish=woman;urgent=yes\n", SEE }, { "BKK-10.2", false, SHE, SEE }, { "BKK-10.2", false, SHE "health_request Q9 wish=woman\n", SEE ";examiner_sex=F" },
	{ "BKK-11", true, SHE, SEE ";present=man;present_why=x" }, { "BKK-11", false, REQUEST, SEE ";present=man;present_why=x" }, { "BKK-11", false, SHE, SEE ";present=woman" },
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
	if (rule_named(CARE_RULES, one->rule)->bites(&memory->context, &memory->decision, &finding) != one->bites)
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

#include "../cases.h"

static void every_rule_has_both(void **state)
{
	/* Jobs are kept with the generic verbs, which have no decide function here: test_labour.c puts the row as the engine would. */
	const struct rule *rules[200] = { NULL };
	size_t count = 0;
	(void)state;
	for (size_t i = 0; CARE_RULES[i]; i++)
		if (CARE_RULES[i] != &CARE_NMR_98_1)
			rules[count++] = CARE_RULES[i];
	rules_have_both(rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
