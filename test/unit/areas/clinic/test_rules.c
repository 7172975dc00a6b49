/* test_rules.c - every rule of the clinic that is bound to acts bites in one case and stays silent in another; no form of discipline or
 * separation asks a health worker; no medical file is read by anybody else. */
#include "areas/care/care.h"
#include "areas/clinic/clinic.h"
#include "areas/contact/contact.h"
#include "areas/rights/rights.h"
#include "service/records.h"

#define MEMORY_AREAS &AREA_ENGINE, &AREA_CUSTODY, &AREA_RIGHTS, &AREA_CONTACT, &AREA_CARE, &AREA_CLINIC
#include "../memory.h"

#include "areas/clinic/acts.h"
#include "areas/clinic/rules.h"

/* roles: those of the actor; 0: reception, as memory.h makes it. */
struct rule_case { const char *rule; bool bites; const char *rows, *act; role_set roles; };

#define SHE "person P1 sex=F\n"
#define TREAT "medical_treatment.record person=P1;kind=treatment;what=Tablets;decision=agreed;able=yes;clinician=Doctor"
#define TRIAL TREAT ";kind=trial;ethics_approval=12;benefit=Less pain"
#define TELL "medical_disclosure.make person=P1;recipient=director;recipient_name=The director;words=Call at once;ground="
#define DANGER TELL "danger;reasons=A threat against the cell neighbour today;clinician=Doctor"
#define SCREEN "health_screening.record person=P1;examiner=Nurse;profession=nurse;told=yes;infection=answered;mental=answered;reproductive=declined;drugs=answered;abuse=declined"
#define ACCOUNT "user_account U9 name=x;display_name=X;roles=governor;clearance=sensitive;active=yes\n"
#define GRANT "user_account.grant account=U9;clearance=sensitive;compartments="
#define PLAN(kind_, measures_) "protection_plan.make person=P1;words=The nurse on duty;review_on=2026-11-28;kind=" kind_ ";measures=" measures_
#define FORCE "force.use person=P1;ground=injury;instrument=hands;facts=Held by the arms;alternatives=Talked;ordered_by=none;officers=gate;resistance=active"
#define SEPARATION "separation S9 person=P1;facility=F1;kind=security;ground=threat;facts=x;legal_basis=5;authority=Director;alternatives=x;exit_criteria=x;" \
	"starts_at=2026-11-20T10:00:00Z;ends_at=2026-11-24T10:00:00Z;planned_contact=2;planned_outdoors=1;light=daylight;contact_kept=calls;disability=none;ordered_by=U1;state=running\n"
#define ADVICE SEPARATION "health_advice V9 facility=F1;person=P1;separation=S9;made_at=2026-11-21T08:00:00Z;words=Light;state=open\n"
#define EXTEND "separation.extend separation=S9;ends_at=2026-11-26T10:00:00Z"
#define REVIEW "separation.review separation=S9;body=judge;heard=yes;reasons=x;result="
#define OUTSIDE "care_outside O9 person=P1;facility=F1;found_at=2026-11-20T08:00:00Z;ground=clinician;state=waiting\n"
#define FIND "care_outside.find person=P1;ground=clinician"
#define UNIT "care_unit.open facility=F1;name=House 3"
#define PATIENT "health_referral R9 person=P1;facility=F1;referred_at=2026-10-01T08:00:00Z;kind=psychiatric;words=x;state=treatment;seen_at=2026-10-03T08:00:00Z\n"
#define GO "release L1 person=P1;episode=E1;facility=F1;state=preparing;planned_on=2026-11-21;kind=term_served\n"
#define HANDED(when_) "care_handover C9 person=P1;facility=F1;occasion=release;receiver=Clinic;file_sealed=yes;letter=yes;handed_at=" when_ "\n"
#define GATE "release.release release=L1;identity_checked=yes;orders_seen=yes;medicine_given=yes"
#define ABUSE "abuse_care.open person=P1;source=told;sexual=yes;informed=yes;legal_aid=yes;wish=no"
#define CARE "abuse_care A9 person=P1;facility=F1;found_at=2026-11-20T08:00:00Z;source=told;sexual=yes;state=open\n"
#define OFFER "screening_offer.make person=P1;kind=breast;answer=accepted;next_on=2028-11-20"
#define LATER "later_death D9 person=P3;facility=F1;learned_at=2026-11-20T08:00:00Z;died_on=2026-11-19;related=unknown;circumstances=x;young=yes;reported_at=2026-11-20T09:00:00Z;state=open\n"
#define LATER_CLOSE "later_death.close later_death=D9;findings=Report 5"
#define YOUNG "person P1 birth_date=2010-01-01\n"
#define CUFFS "force.use person=P1;ground=injury;instrument=handcuffs;facts=Struck his head;alternatives=Talked;ordered_by=director;officers=gate;resistance=active"
#define CUFFED YOUNG "use_of_force F9 person=P1;facility=F1;ground=injury;instrument=handcuffs;facts=x;alternatives=x;ordered_by=director;officers=gate;started_at=2026-11-20T08:00:00Z;" \
	"ended_at=2026-11-20T08:10:00Z;injuries=None;health_told_at=2026-11-20T08:01:00Z;director_told_at=2026-11-20T08:01:00Z;state=ended\n" \
	"force_statement G9 use_of_force=F9;person=P1;officer=gate;words=x\n"
#define ASKED "restraint_consultation N9 use_of_force=F9;person=P1;facility=F1;consulted_at=2026-11-20T08:20:00Z;clinician=Nurse;words=x;reported_to=Headquarters\n"
#define FORCE_CLOSE "force.close use_of_force=F9"
#define DIED "grave_event E9 person=P1;facility=F1;kind=death;happened_at=2026-11-20T08:00:00Z;known_from=register;state=open;reported_at=2026-11-20T09:00:00Z;authority=x;authority_number=1\n"
#define DIED_CLOSE "grave_event.close grave_event=E9;outcome=natural;cause=x;findings=x"

static const struct rule_case CASES[] = {
	{ "BKK-7.1", true, SHE, ABUSE ";informed=", 0 }, { "BKK-7.1", true, SHE, ABUSE ";legal_aid=no", 0 }, { "BKK-7.1", true, SHE, ABUSE ";wish=", 0 }, { "BKK-7.1", false, SHE, ABUSE, 0 },
	{ "BKK-25.2.set", true, CARE "abuse_care A9 offered=advice counselling\n", "abuse_care.close abuse_care=A9", 0 },
	{ "BKK-25.2.set", false, CARE "abuse_care A9 offered=advice counselling legal_aid pregnancy treatment\n", "abuse_care.close abuse_care=A9", 0 },
	{ "BKK-25.2.set", false, CARE "abuse_care A9 sexual=no\n", "abuse_care.close abuse_care=A9", 0 },
	{ "BKK-18", true, SHE "parameter screening.interval=12\n", OFFER, 0 }, { "BKK-18", false, SHE "parameter screening.interval=36\n", OFFER, 0 }, { "BKK-18", false, SHE, OFFER, 0 },
	{ "HAV-57.kin", true, LATER, LATER_CLOSE, 0 }, { "HAV-57.kin", false, LATER, LATER_CLOSE ";kin_shown=yes", 0 }, { "HAV-57.kin", false, LATER "later_death D9 young=no\n", LATER_CLOSE, 0 },
	{ "HAV-57.kin", true, YOUNG DIED, DIED_CLOSE, 0 }, { "HAV-57.kin", false, DIED, DIED_CLOSE, 0 }, { "HAV-57.kin", false, YOUNG DIED "grave_event E9 kin_told_at=2026-11-20T09:00:00Z\n", DIED_CLOSE, 0 },
	{ "HAV-64", true, YOUNG, CUFFS ";ground=transfer", 0 }, { "HAV-64", true, YOUNG, CUFFS ";alternatives=", 0 }, { "HAV-64", false, YOUNG, CUFFS, 0 }, { "HAV-64", false, "", CUFFS ";ground=transfer", 0 },
	{ "HAV-64", false, YOUNG, CUFFS ";ground=escape;instrument=hands", 0 },
	{ "HAV-64.consulted", true, CUFFED, FORCE_CLOSE, 0 }, { "HAV-64.consulted", false, CUFFED ASKED, FORCE_CLOSE, 0 }, { "HAV-64.consulted", false, CUFFED "person P1 birth_date=1990-01-01\n", FORCE_CLOSE, 0 },
	{ "NMR-46.3", true, ADVICE, EXTEND, ROLE(GOVERNOR) }, { "NMR-46.3", false, ADVICE "health_advice V9 state=answered\n", EXTEND, ROLE(GOVERNOR) },
	{ "NMR-46.3", true, ADVICE, REVIEW "goes_on", ROLE(HEADQUARTERS) }, { "NMR-46.3", false, ADVICE, REVIEW "ends", ROLE(HEADQUARTERS) },
	{ "NMR-109.1", true, SEPARATION OUTSIDE, EXTEND, ROLE(GOVERNOR) }, { "NMR-109.1", false, SEPARATION OUTSIDE "care_outside O9 state=moved\n", EXTEND, ROLE(GOVERNOR) },
	{ "NMR-109.1", false, SEPARATION "separation S9 kind=health\n" OUTSIDE, EXTEND, ROLE(HEALTH) },
	{ "NMR-109.1.held", true, SEPARATION, FIND, 0 }, { "NMR-109.1.held", false, SEPARATION "separation S9 state=ended\n", FIND, 0 }, { "NMR-109.1.held", false, SEPARATION "separation S9 kind=health\n", FIND, 0 },
	{ "NMR-109.2", true, "", UNIT, 0 }, { "NMR-109.2", false, "", UNIT ";lead=Doctor", 0 },
	{ "NMR-110", true, GO PATIENT, GATE, 0 }, { "NMR-110", false, GO, GATE, 0 }, { "NMR-110", false, GO PATIENT HANDED("2026-11-20T08:00:00Z"), GATE, 0 },
	{ "NMR-110", true, GO PATIENT HANDED("2026-09-20T08:00:00Z"), GATE, 0 }, { "NMR-110", false, GO PATIENT "health_referral R9 kind=specialist\n", GATE, 0 },
	{ "NMR-26.1a", true, ACCOUNT, GRANT "health", 0 }, { "NMR-26.1a", false, ACCOUNT, GRANT "third-party", 0 }, { "NMR-26.1a", false, ACCOUNT "user_account U9 roles=health\n", GRANT "health", 0 },
	{ "NMR-26.1a", false, ACCOUNT "user_account U9 roles=inspector\n", GRANT "health", 0 },
	{ "NMR-26.1a", true, ACCOUNT "user_account U9 roles=health;compartments=health\n", "user_account.change account=U9;roles=wing", 0 },
	{ "NMR-32.1b", true, "", TREAT ";able=no", 0 }, { "NMR-32.1b", true, "", TREAT ";decision=not_asked", 0 }, { "NMR-32.1b", true, "", TREAT ";clinician=", 0 }, { "NMR-32.1b", false, "", TREAT, 0 },
	{ "NMR-32.1b", false, "", TREAT ";decision=declined;able=;clinician=", 0 }, { "NMR-32.1b", false, "", TREAT ";decision=not_asked;able=no;legal_ground=Health Act 7", 0 },
	{ "NMR-32.1c", true, "", TELL "other", 0 }, { "NMR-32.1c", true, "", TELL "danger", 0 }, { "NMR-32.1c", true, "", TELL "care", 0 }, { "NMR-32.1c", false, "", DANGER, 0 },
	{ "NMR-32.1c", true, "", DANGER ";clinician=", 0 }, { "NMR-32.1c", false, "", TELL "consent", 0 }, { "NMR-32.1c", false, "", TELL "care;recipient=health", 0 },
	{ "NMR-32.1d", true, "", FORCE, ROLE(HEALTH) | ROLE(GOVERNOR) }, { "NMR-32.1d", false, "", FORCE, ROLE(GOVERNOR) },
	{ "NMR-32.2", true, "", TRIAL ";ethics_approval=", 0 }, { "NMR-32.2", true, "", TRIAL ";benefit=", 0 }, { "NMR-32.2", true, "", TRIAL ";able=no", 0 }, { "NMR-32.2", false, "", TRIAL, 0 },
	{ "NMR-32.2", true, "", TREAT ";kind=donation;recipient=other", 0 }, { "NMR-32.2", false, "", TREAT ";kind=donation;recipient=relative", 0 }, { "NMR-32.2", false, "", TREAT, 0 },
	{ "BKK-6.heads", true, SHE, SCREEN ";abuse=", 0 }, { "BKK-6.heads", false, SHE, SCREEN, 0 }, { "BKK-6.heads", false, "", SCREEN ";reproductive=", 0 },
	{ "BKK-6.hiv", true, "", SCREEN ";hiv_test=done", 0 }, { "BKK-6.hiv", false, "", SCREEN ";hiv_test=counselled", 0 },
	{ "BKK-8", true, SHE, SCREEN ";reproductive=answered;told=", 0 }, { "BKK-8", false, SHE, SCREEN ";reproductive=answered", 0 }, { "BKK-8", false, SHE, SCREEN ";told=no", 0 },
	{ "BKK-16", true, "", PLAN("self_harm", "observation"), 0 }, { "BKK-16", false, "", PLAN("self_harm", "company counsellor"), 0 },
	{ "BKK-16", true, SHE, PLAN("self_harm", "company counsellor"), 0 }, { "BKK-16", false, SHE, PLAN("self_harm", "company counsellor women_staff"), 0 },
	{ "BKK-25.1.plan", true, SHE, PLAN("abuse", "apart"), 0 }, { "BKK-25.1.plan", false, SHE, PLAN("abuse", "apart counsellor reprisal_watch"), 0 },
	{ "BKK-36", true, SHE, PLAN("girl", "women_staff guardian"), 0 }, { "BKK-36", false, SHE, PLAN("girl", "guardian health_by_age women_staff"), 0 },
	{ "BKK-56", true, SHE, PLAN("untried", "women_staff"), 0 }, { "BKK-56", false, SHE, PLAN("untried", "apart lawyer women_staff"), 0 },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static void case_holds(const struct rule_case *one)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	struct rule_finding finding = { 0 };
	if (one->roles)
		memory->actor.roles = one->roles;
	memory_put(memory, one->rows);
	if (!memory_run(memory, text_from(one->act)))
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act,
			TEXT_FORMAT(memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	if (rule_named(CLINIC_RULES, one->rule)->bites(&memory->context, &memory->decision, &finding) != one->bites)
		fail_msg("%s should %s: %s | %s", one->rule, one->bites ? "bite" : "be silent", one->rows, one->act);
	if (one->bites) {
		if (!finding.message || !finding.advice || !finding.ask || !finding.path)
			fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", one->rule);
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
	(void)state;
	rules_have_both(CLINIC_RULES);
}

/* NMR-32.1 (d): there is no field by which a health worker could authorise discipline, separation or force as punishment. What the law wants
 * known of a person's health (mental state, disability) is no signature. */
static void no_health_signature_on_punishment(void **state)
{
	static const char *const PUNISHING[] = { "charge.", "sanction.", "separation.order", "separation.extend", NULL };
	static const char *const SIGNING[] = { "clinician", "doctor", "physician", "nurse", "fit", "examiner", "health", NULL };
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	(void)state;
	for (size_t i = 0; i < memory->registry->act_count; i++) {
		const struct act *act = memory->registry->acts[i];
		for (size_t j = 0; PUNISHING[j]; j++)
			for (int k = 0; text_starts_with(text_from(act->name), text_from(PUNISHING[j])) && k < act->input_record->field_count; k++)
				for (size_t l = 0; SIGNING[l]; l++)
					if (text_starts_with(text_from(act->input_record->fields[k].name), text_from(SIGNING[l])))
						fail_msg("%s asks for %s", act->name, act->input_record->fields[k].name);
	}
	arena_destroy(arena);
}

/* NMR-26.1, 32.1 (c): whatever lies in the compartment is read by the health role alone, and nothing in it is exported as a catalogue. */
static void the_file_is_read_by_health_alone(void **state)
{
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	size_t found = 0;
	(void)state;
	for (size_t i = 0; i < memory->registry->record_count; i++) {
		const struct record *record = memory->registry->records[i];
		if (record->compartment != COMPARTMENT_HEALTH)
			continue;
		found++;
		if (record->readers != ROLE(HEALTH) || (record->flags & RECORD_NO_READ_LOG))
			fail_msg("%s is open to others, or read without trace", record->name);
	}
	assert_true(found > 4);
	arena_destroy(arena);
}

/* BKK-8: no field about reproductive history can be made to be answered. */
static void reproductive_history_is_never_required(void **state)
{
	(void)state;
	assert_false(RECORD_HEALTH_SCREENING.fields[HEALTH_SCREENING_REPRODUCTIVE].flags & FIELD_REQUIRED);
	assert_non_null(field_choice(&RECORD_HEALTH_SCREENING.fields[HEALTH_SCREENING_REPRODUCTIVE], TEXT_OF("declined")));
	assert_false(RECORD_HEALTH_INTAKE.fields[HEALTH_INTAKE_PREGNANT].flags & FIELD_REQUIRED);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_rule_has_both), cmocka_unit_test(no_health_signature_on_punishment),
		cmocka_unit_test(the_file_is_read_by_health_alone), cmocka_unit_test(reproductive_history_is_never_required) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
