/* test_acts.c - every verb of custody: once as it should be, and refused in each state that it does not fit. */
#include "../memory.h"

struct act_case {
	const char *act;  /* with its inputs */
	const char *rows; /* added to MEMORY_WORLD */
	enum error_code code; /* E_NONE: it is done */
	const char *path;
};

#define ADMIT "person.admit person=P3;facility=F1;arrived_at=2026-11-21T09:00:00Z;order_kind=remand;order_number=5;order_authority=Court;" \
	"order_date=2026-11-20;order_status=untried;valid_from=2026-11-20;valid_until=2027-01-20"
#define REGISTER "person.register number=9;surname=Ninth;given=Nine;script=Latn;sex=M;sensory_need=sight;birth_date="
#define CLOSED "admission A1 state=completed"
#define RELEASE "release R1 person=P1;episode=E1;facility=F1;state=preparing;kind=court_order\n" \
	"release_step L1 release_row=R1;person=P1;kind=housing;state=open\n"
#define ITEM "property_item I1 person=P1;facility=F1;description=Coat;item_class=clothing;quantity=1;signed=signed;state="
#define TRANSFER "transfer T1 person=P1;from_facility=F1;to_facility=F2;why=Nearer;authority=Court;state="
#define ALERT "alert Z1 person=P1;kind=escape;instruction=Watch;evidence=Rope;starts_on=2026-11-01;expires_on=2026-12-01;state="
#define APART "keep_apart X1 person=P1;other=P2;ground=threat;starts_on=2026-11-01;expires_on=2026-12-01;state="
#define NAME "person_name N1 person=P1;kind=alias;whole=Cat;script=Latn;in_use="
#define LINK "file_link Y1 person=P1;other=P2;grounds=Fingerprint;kind="
#define MOVED "movement M9 person=P1;facility=F1;direction=out;happened_at=2026-11-20T08:00:00Z;state=open;kind="
#define OUT "person P1 whereabouts=out\n"
#define TERM "sentence_term T1 legal_order=B1;person=P1;length=P1Y;starts_on=2026-01-09;relation=single;state=in_force"
#define CREDIT "custody_credit D1 person=P1;legal_order=B1;from_day=2025-12-01;to_day=2025-12-31;kind=remand"
#define PLACED "placement S1 person=P1;facility=F1;place=C1;started_at=2026-01-10T09:00:00Z\nperson P1 placement=S1"
#define RAISE "alert.raise person=P1;kind=escape;instruction=Watch;evidence=A rope was found in the cell;expires_on="
#define DEATH "death.record place_of_death=Hospital;circumstances=Illness;happened_at=2026-11-21T09:00:00Z;person="
#define ESCAPE "escape.record circumstances=Over the wall;happened_at=2026-11-21T09:00:00Z;person="
#define BACK "escape.return facility=F1;circumstances=Found;happened_at=2026-11-21T09:00:00Z;person="
#define ORDER "legal_order.add person=P1;kind=sentence;number=11;authority=Court;issued_on=2026-11-20;legal_status=convicted;valid_from=2026-11-20"
#define IMPOSE "sentence.impose legal_order=B1;"
#define OFFER "transfer.offer person=P1;why=Nearer;authority=Headquarters;to_facility="
#define ACCEPT "transfer.accept transfer=T1;file_received=yes;property_received=yes;identity_checked="
#define NOTICE "notice.give person=P1;occasion=admission;told_whom=family;result=told;told_at=2026-11-21T09:00:00Z;wish=yes"
#define INFORM "information.give person=P1;kind=rights;language=ru;form=oral;given_at=2026-11-21T09:00:00Z;signed="
#define STORE "property_item.store person=P1;description=Thing;quantity=1;"
#define GATE "release.release release=R1;medicine_given=yes;"
#define NOTE "case_note.write person=P1;kind=general;note=Calm;fact_or_opinion=fact;happened_at=2026-11-21T09:00:00Z"
#define HEALTH "admission.health examined_at=2026-11-21T09:30:00Z;examiner=Doctor;self_harm_watch=yes;observation=constant;withdrawal=no;" \
	"infectious_precaution=no;daily_medicine=no;diet=no;mobility=no;ill_treatment_signs=no;admission=A1"

#define MAKE "person_application.make words=Please;made_at=2026-11-21T09:00:00Z;kind=own_file;person="
#define ASKED "person_application G1 person=P1;facility=F1;words=Please;made_at=2026-11-21T08:00:00Z;kind=own_file;state="
#define DECIDE "person_application.decide application=G1;decision=granted;grounds=Nothing stands against it"
#define REVIEW "person_application.review application=G1;review=changed;reviewer=District court"
#define CARRY "person_application.carry_out application=G1;done_at=2026-11-21T09:00:00Z;result=Read for an hour with the caseworker"
#define RECEIVE "relative_news.receive event=death;relative=Mother;source=Brother by telephone;received_at=2026-11-21T09:00:00Z;person="
#define NEWS "relative_news N1 person=P1;facility=F1;event=death;relative=Mother;source=Brother;received_at=2026-11-21T08:00:00Z;state="
#define TELL "relative_news.tell relative_news=N1;how=in_person;told_by=Officer;watch=wing;leave_asked=yes;told_at="
#define ROUND "night_round.record place=W1;happened_at=2026-11-21T02:00:00Z;calm="

static const struct act_case CASES[] = {
	{ REGISTER "1990", "", E_NONE, NULL }, { REGISTER "?", "", E_REQUIRED, "/age_method" },
	{ REGISTER "2027", "", E_DATE_ORDER, "/birth_date" },
	{ ADMIT, "", E_NONE, NULL }, { ADMIT ";person=P1", "", E_STATE, "/person" }, { ADMIT ";person=P9", "", E_REFERENCE, "/person" },
	{ ADMIT ";facility=F9", "", E_REFERENCE, "/facility" }, { ADMIT, "person P3 whereabouts=died", E_STATE, "/person" },
	{ ADMIT, "facility F1 in_use=no", E_STATE, "/facility" }, { ADMIT ";valid_until=2026-11-19", "", E_DATE_ORDER, "/valid_until" },
	{ ADMIT ";arrived_at=2026-11-21T10:06:00Z", "", E_DATE_ORDER, "/arrived_at" },
	{ "admission.check_identity admission=A1;how=document;result=As on the order", "", E_NONE, NULL },
	{ "admission.check_identity admission=A1;how=document", CLOSED, E_STATE, "/admission" },
	{ "admission.check_identity admission=A9;how=document", "", E_REFERENCE, "/admission" },
	{ "admission.check_authority admission=A1;seen=yes", "", E_NONE, NULL },
	{ "admission.check_authority admission=A1;seen=no", "", E_STATE, "/seen" },
	{ "admission.check_authority admission=A1;seen=yes", CLOSED, E_STATE, "/admission" },
	{ "admission.search admission=A1;by_sex=M;privacy=yes", "", E_NONE, NULL },
	{ "admission.search admission=A1;by_sex=M;privacy=yes", CLOSED, E_STATE, "/admission" },
	{ "admission.condition admission=A1;injuries=no;ill_treatment=no", "", E_NONE, NULL },
	{ "admission.condition admission=A1;injuries=yes;ill_treatment=no", "", E_REQUIRED, "/injuries_detail" },
	{ "admission.condition admission=A1;injuries=no;ill_treatment=yes", "", E_REQUIRED, "/ill_treatment_detail" },
	{ "admission.condition admission=A1;injuries=no;ill_treatment=no", CLOSED, E_STATE, "/admission" },
	{ "admission.close_property admission=A1;signed=signed", "", E_NONE, NULL },
	{ "admission.close_property admission=A1;signed=refused", "", E_REQUIRED, "/witness" },
	{ "admission.close_property admission=A1;signed=signed", CLOSED, E_STATE, "/admission" },
	{ HEALTH, "", E_NONE, NULL }, { HEALTH, CLOSED, E_STATE, "/admission" },
	{ HEALTH ";examined_at=2026-11-22T09:30:00Z", "", E_DATE_ORDER, "/examined_at" },
	{ "admission.needs admission=A1;telephone_offered=yes;lawyer_asked=yes;medicine_needed=yes;clothing_food_given=yes", "", E_NONE, NULL },
	{ "admission.needs admission=A1;telephone_offered=yes", CLOSED, E_STATE, "/admission" },
	{ "admission.safety admission=A1;sharing_risk=alone;safety_note=Afraid", "", E_NONE, NULL },
	{ "admission.safety admission=A1;sharing_risk=alone;safety_note=Afraid", CLOSED, E_STATE, "/admission" },
	{ "admission.children admission=A1;has_children=no", "", E_NONE, NULL },
	{ "admission.children admission=A1;has_children=yes", "", E_STATE, "/has_children" },
	{ "admission.children admission=A1;has_children=no", CLOSED, E_STATE, "/admission" },
	{ "child.arrange child=H1;arrangement=Aunt;carer=Aunt", "child H1 person=P1;name=Child;birth_date=2020;living_at=?;carer=?;custody_status=?",
		E_NONE, NULL }, { "child.arrange child=H9;arrangement=Aunt", "", E_REFERENCE, "/child" },
	{ "admission.complete admission=A1", "", E_NONE, NULL }, { "admission.complete admission=A1", CLOSED, E_STATE, "/admission" },
	{ "admission.complete admission=A1", "admission A1 health_step=open", E_STATE, "/admission" },
	{ INFORM "signed", "", E_NONE, NULL }, { INFORM "refused", "", E_REQUIRED, "/witness" },
	{ INFORM "signed;given_at=2026-11-22T00:00:00Z", "", E_DATE_ORDER, "/given_at" },
	{ NOTICE, "", E_NONE, NULL }, { NOTICE ";contact=K2", "contact K2 person=P2;kind=family;name=Aunt;wish_told=yes", E_STATE, "/contact" },
	{ NOTICE ";told_at=2026-11-22T00:00:00Z", "", E_DATE_ORDER, "/told_at" }, { NOTICE ";person=P9", "", E_REFERENCE, "/person" },
	{ STORE "item_class=clothing;signed=signed", "", E_NONE, NULL }, { STORE "item_class=money;signed=signed", "", E_REQUIRED, "/amount" },
	{ STORE "item_class=clothing;signed=refused", "", E_REQUIRED, "/witness" },
	{ "property_item.end property_item=I1;state=returned", ITEM "stored", E_NONE, NULL },
	{ "property_item.end property_item=I1;state=returned", ITEM "returned", E_STATE, "/property_item" },
	{ "property_item.end property_item=I1;state=destroyed", ITEM "stored", E_REQUIRED, "/disposal_reason" },
	{ "name.add person=P1;name_kind=alias;script=Latn;whole=Cat", "", E_NONE, NULL },
	{ "name.add person=P1;name_kind=alias;script=Latn", "", E_REQUIRED, "/whole" },
	{ "name.end person_name=N1", NAME "yes", E_NONE, NULL }, { "name.end person_name=N1", NAME "no", E_STATE, "/person_name" },
	{ "file.link person=P1;other=P2;kind=same;grounds=Fingerprint", "", E_NONE, NULL },
	{ "file.link person=P1;other=P1;kind=same;grounds=Fingerprint", "", E_STATE, "/other" },
	{ "file.unlink file_link=Y1", LINK "same", E_NONE, NULL }, { "file.unlink file_link=Y1", LINK "undone", E_STATE, "/file_link" },
	{ RAISE "2026-12-21", "", E_NONE, NULL }, { RAISE "2026-11-21", "", E_DATE_ORDER, "/expires_on" },
	{ RAISE "2027-11-21", "", E_LIMIT, "/expires_on" },
	{ "alert.renew alert=Z1;expires_on=2026-12-21;evidence=Another rope was found", ALERT "live", E_NONE, NULL },
	{ "alert.renew alert=Z1;expires_on=2026-12-21;evidence=Another rope was found", ALERT "ended", E_STATE, "/alert" },
	{ "alert.renew alert=Z1;expires_on=2026-11-20;evidence=Another rope was found", ALERT "live", E_DATE_ORDER, "/expires_on" },
	{ "alert.end alert=Z1", ALERT "live", E_NONE, NULL }, { "alert.end alert=Z1", ALERT "ended", E_STATE, "/alert" },
	{ "keep_apart.raise person=P1;other=P2;ground=threat;expires_on=2026-12-21", "", E_NONE, NULL },
	{ "keep_apart.raise person=P1;other=P1;ground=threat;expires_on=2026-12-21", "", E_STATE, "/other" },
	{ "keep_apart.end keep_apart=X1", APART "live", E_NONE, NULL }, { "keep_apart.end keep_apart=X1", APART "ended", E_STATE, "/keep_apart" },
	{ NOTE, "", E_NONE, NULL }, { NOTE ";happened_at=2026-11-22T00:00:00Z", "", E_DATE_ORDER, "/happened_at" },
	{ NOTE ";amends=Q1", "case_note Q1 person=P2;kind=general;note=Loud", E_STATE, "/amends" },
	{ ORDER, "", E_NONE, NULL }, { ORDER ";valid_until=2026-11-19", "", E_DATE_ORDER, "/valid_until" },
	{ ORDER ";replaces=B2", "legal_order B2 person=P2;state=in_force", E_STATE, "/replaces" },
	{ "legal_order.amend legal_order=B1;number=12", "", E_NONE, NULL },
	{ "legal_order.amend legal_order=B1;valid_until=2026-01-01", "", E_DATE_ORDER, "/valid_until" },
	{ "legal_order.end legal_order=B1;state=quashed", "", E_NONE, NULL },
	{ "legal_order.end legal_order=B1;state=quashed", "legal_order B1 state=ended", E_STATE, "/legal_order" },
	{ "offence.add legal_order=B1;article=255", "", E_NONE, NULL }, { "offence.add legal_order=B9;article=255", "", E_REFERENCE, "/legal_order" },
	{ IMPOSE "length=P1Y;starts_on=2026-01-09;relation=single", "", E_NONE, NULL },
	{ IMPOSE "life=yes;starts_on=2026-01-09;relation=single", "", E_NONE, NULL },
	{ IMPOSE "length=P6M;relation=consecutive;related_term=T1", TERM, E_NONE, NULL },
	{ IMPOSE "length=P1Y;life=yes;starts_on=2026-01-09;relation=single", "", E_REQUIRED, "/length" },
	{ IMPOSE "starts_on=2026-01-09;relation=single", "", E_REQUIRED, "/length" },
	{ IMPOSE "length=P1Y;relation=single", "", E_REQUIRED, "/starts_on" },
	{ IMPOSE "length=P6M;relation=consecutive", "", E_REQUIRED, "/related_term" },
	{ IMPOSE "length=P6M;relation=consecutive;related_term=T1", TERM "\nsentence_term T1 person=P2", E_STATE, "/related_term" },
	{ IMPOSE "length=P1Y;starts_on=2026-01-09;relation=single", "legal_order B1 legal_status=untried", E_STATE, "/legal_order" },
	{ "sentence.quash sentence_term=T1", TERM, E_NONE, NULL },
	{ "sentence.quash sentence_term=T1", TERM "\nsentence_term T1 state=quashed", E_STATE, "/sentence_term" },
	{ "credit.add legal_order=B1;from_day=2026-01-01;to_day=2026-01-08;kind=remand", CREDIT, E_NONE, NULL },
	{ "credit.add legal_order=B1;from_day=2025-12-31;to_day=2026-01-08;kind=police", CREDIT, E_STATE, "/from_day" },
	{ "credit.add legal_order=B1;from_day=2026-01-08;to_day=2026-01-01;kind=remand", "", E_DATE_ORDER, "/to_day" },
	{ "credit.add legal_order=B1;from_day=2025-12-31;to_day=2026-01-08;kind=police", CREDIT "\ncustody_credit D1 state=quashed", E_NONE, NULL },
	{ "credit.quash custody_credit=D1", CREDIT, E_NONE, NULL },
	{ "credit.quash custody_credit=D1", CREDIT "\ncustody_credit D1 state=quashed", E_STATE, "/custody_credit" },
	{ "placement.place person=P1;place=C1", "", E_NONE, NULL }, { "placement.place person=P1;place=C1", OUT, E_STATE, "/person" },
	{ "placement.place person=P1;place=W1", "", E_STATE, "/place" }, { "placement.place person=P1;place=C1", PLACED, E_STATE, "/place" },
	{ "placement.place person=P1;place=C1", "place C1 facility=F2", E_STATE, "/place" },
	{ "placement.place person=P1;place=C1", "place C1 out_of_use=yes", E_STATE, "/place" },
	{ "placement.place person=P1;place=C1", "place C1 capacity_certified=1", E_STATE, "/place" },
	{ "placement.place person=P1;place=C2", "place C2 capacity_working=0", E_STATE, "/place" },
	{ "place.close place=C2;out_of_use_reason=damp", "", E_NONE, NULL },
	{ "place.close place=C1;out_of_use_reason=damp", "", E_STATE, "/place" },
	{ "place.close place=C2;out_of_use_reason=damp", "place C2 out_of_use=yes", E_STATE, "/place" },
	{ "place.reopen place=C2", "place C2 out_of_use=yes", E_NONE, NULL }, { "place.reopen place=C2", "", E_STATE, "/place" },
	{ "movement.leave person=P1;kind=court;destination=Court;authority=Judge", "", E_NONE, NULL },
	{ "movement.leave person=P1;kind=court;destination=Court;authority=Judge", OUT, E_STATE, "/person" },
	{ "movement.leave person=P1;kind=court;destination=Court;authority=Judge;due_back_at=2026-11-21T09:00:00Z", "", E_DATE_ORDER, "/due_back_at" },
	{ "movement.return movement=M9", OUT MOVED "court", E_NONE, NULL },
	{ "movement.return movement=M9", OUT MOVED "transfer", E_STATE, "/movement" },
	{ "movement.return movement=M9", OUT MOVED "escape", E_STATE, "/movement" },
	{ "movement.return movement=M9", MOVED "court;state=done", E_STATE, "/movement" },
	{ "movement.return movement=M9;happened_at=2026-11-20T07:00:00Z", OUT MOVED "court", E_DATE_ORDER, "/happened_at" },
	{ OFFER "F2", "", E_NONE, NULL }, { OFFER "F1", "", E_STATE, "/to_facility" }, { OFFER "F2", OUT, E_STATE, "/person" },
	{ OFFER "F2", TRANSFER "offered", E_STATE, "/person" },
	{ "transfer.depart transfer=T1;escort=Convoy", TRANSFER "offered", E_NONE, NULL },
	{ "transfer.depart transfer=T1;escort=Convoy", TRANSFER "departed", E_STATE, "/transfer" },
	{ "transfer.depart transfer=T1;escort=Convoy", OUT TRANSFER "offered", E_STATE, "/transfer" },
	{ ACCEPT "yes", TRANSFER "departed", E_NONE, NULL }, { ACCEPT "yes", TRANSFER "offered", E_STATE, "/transfer" },
	{ ACCEPT "no", TRANSFER "departed", E_STATE, "/identity_checked" },
	{ "transfer.refuse transfer=T1", TRANSFER "offered", E_NONE, NULL }, { "transfer.refuse transfer=T1", TRANSFER "accepted", E_STATE, "/transfer" },
	{ "transfer.cancel transfer=T1", TRANSFER "offered", E_NONE, NULL }, { "transfer.cancel transfer=T1", TRANSFER "departed", E_STATE, "/transfer" },
	{ "release.prepare person=P1;planned_on=2026-12-01;kind=term_served", "", E_NONE, NULL },
	{ "release.prepare person=P1;planned_on=2026-12-01;kind=term_served", RELEASE, E_STATE, "/person" },
	{ "release.prepare person=P3;planned_on=2026-12-01;kind=term_served", "", E_STATE, "/person" },
	{ "release.need release_step=L1;state=done;note=A room", RELEASE, E_NONE, NULL },
	{ "release.need release_step=L1;state=done", RELEASE "release R1 state=released", E_STATE, "/release_step" },
	{ "release.offer_file release=R1;accepted=yes", RELEASE, E_NONE, NULL },
	{ "release.offer_file release=R1;accepted=yes", RELEASE "release R1 state=released", E_STATE, "/release" },
	{ "release.return_property release=R1", RELEASE ITEM "stored", E_NONE, NULL },
	{ "release.return_property release=R1", RELEASE "release R1 state=released", E_STATE, "/release" },
	{ "release.cancel release=R1", RELEASE, E_NONE, NULL },
	{ "release.cancel release=R1", RELEASE "release R1 state=released", E_STATE, "/release" },
	{ GATE "identity_checked=yes;orders_seen=yes", RELEASE, E_NONE, NULL },
	{ GATE "identity_checked=no;orders_seen=yes", RELEASE, E_STATE, "/identity_checked" },
	{ GATE "identity_checked=yes;orders_seen=no", RELEASE, E_STATE, "/orders_seen" },
	{ GATE "identity_checked=yes;orders_seen=yes", OUT RELEASE, E_STATE, "/release" },
	{ GATE "identity_checked=yes;orders_seen=yes", RELEASE "release R1 state=released", E_STATE, "/release" },
	{ DEATH "P1", "", E_NONE, NULL }, { DEATH "P3", "", E_STATE, "/person" },
	{ ESCAPE "P1", "", E_NONE, NULL }, { ESCAPE "P3", "", E_STATE, "/person" }, { ESCAPE "P1", "person P1 whereabouts=escaped", E_STATE, "/person" },
	{ BACK "P1", "person P1 whereabouts=escaped\n" MOVED "escape", E_NONE, NULL }, { BACK "P1", "", E_STATE, "/person" },
	{ MAKE "P1", "", E_NONE, NULL }, { MAKE "P3", "", E_STATE, "/person" }, { MAKE "P9", "", E_REFERENCE, "/person" },
	{ MAKE "P1;made_at=2026-11-22T09:00:00Z", "", E_DATE_ORDER, "/made_at" },
	{ DECIDE, ASKED "open", E_NONE, NULL }, { DECIDE, ASKED "granted", E_STATE, "/application" }, { DECIDE, "", E_REFERENCE, "/application" },
	{ REVIEW, ASKED "refused", E_NONE, NULL }, { REVIEW, ASKED "open", E_STATE, "/application" },
	{ REVIEW, ASKED "refused;reviewed_at=2026-11-21T09:00:00Z", E_STATE, "/application" },
	{ CARRY, ASKED "granted", E_NONE, NULL }, { CARRY, ASKED "open", E_STATE, "/application" },
	{ CARRY, ASKED "open;kind=writing_material", E_NONE, NULL }, { CARRY, ASKED "done;kind=writing_material", E_STATE, "/application" },
	{ CARRY ";done_at=2026-11-22T09:00:00Z", ASKED "granted", E_DATE_ORDER, "/done_at" },
	{ RECEIVE "P1", "", E_NONE, NULL }, { RECEIVE "P3", "", E_STATE, "/person" },
	{ TELL "2026-11-21T08:30:00Z", NEWS "received", E_NONE, NULL }, { TELL "2026-11-21T07:30:00Z", NEWS "received", E_DATE_ORDER, "/told_at" },
	{ TELL "2026-11-21T08:30:00Z", NEWS "told", E_STATE, "/relative_news" },
	{ "arrest.record person=P1;first_appearance_at=2026-01-09T10:00:00Z;officials=Captain One;copy=person", "", E_NONE, NULL },
	{ "arrest.record person=P1;first_appearance_at=2026-11-29T10:00:00Z;officials=Captain One", "", E_DATE_ORDER, "/first_appearance_at" },
	{ "arrest.record person=P3;first_appearance_at=2026-01-09T10:00:00Z;officials=Captain One", "", E_STATE, "/person" },
	{ "questioning.record person=P1;asked_by=police;authority=Request 5;began_at=2026-11-21T08:00:00Z;ended_at=2026-11-21T09:00:00Z", "", E_NONE, NULL },
	{ "questioning.record person=P1;asked_by=police;authority=Request 5;began_at=2026-11-21T08:00:00Z;ended_at=2026-11-21T07:00:00Z", "", E_DATE_ORDER, "/ended_at" },
	{ "questioning.record person=P3;asked_by=police;authority=Request 5", "", E_STATE, "/person" },
	{ ROUND "yes", "", E_NONE, NULL }, { ROUND "no;note=A light was broken", "", E_NONE, NULL }, { ROUND "no", "", E_REQUIRED, "/note" },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static struct text act_name(const struct act_case *one)
{
	struct text rest = text_from(one->act), name;
	text_next(&rest, ' ', &name);
	return name;
}

static void case_holds(const struct act_case *one, struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory_put(memory, one->rows);
	bool done = memory_run(memory, text_from(one->act));
	const struct error *first = memory->errors.count ? &memory->errors.items[0] : NULL;
	if (done != (one->code == E_NONE) || done != (first == NULL))
		fail_msg("%s | %s: %s, %s", one->act, one->rows, done ? "done" : "refused", first ? first->message : "no fault");
	if (done) {
		assert_non_null(memory->decision.result);
		memory_check(memory);
		return;
	}
	for (size_t i = 0; i < memory->errors.count; i++)
		if (memory->errors.items[i].code == one->code && text_equal_string(memory->errors.items[i].path, one->path))
			return;
	fail_msg("%s | %s: no fault %d at %s but %s at %.*s", one->act, one->rows, (int)one->code, one->path, first->message, TEXT_FORMAT(first->path));
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		case_holds(&CASES[i], arena);
		arena_destroy(arena);
	}
}

/* The verbs of the register import have their own tests with the importers. */
static void every_act_has_both(void **state)
{
	(void)state;
	for (size_t i = 0; CUSTODY_ACTS[i]; i++) {
		bool done = text_starts_with(text_from(CUSTODY_ACTS[i]->name), TEXT_OF("register.")), refused = done;
		for (size_t j = 0; j < CASE_COUNT; j++)
			if (text_equal_string(act_name(&CASES[j]), CUSTODY_ACTS[i]->name))
				*(CASES[j].code == E_NONE ? &done : &refused) = true;
		if (!done || !refused)
			fail_msg("%s is never %s", CUSTODY_ACTS[i]->name, done ? "refused" : "done");
	}
}

/* ---- what some of them leave behind ---- */

static struct memory *ran(struct arena *arena, const char *rows, const char *act, bool fact)
{
	struct memory *memory = memory_make(arena);
	memory_put(memory, rows);
	memory->context.record_fact = fact;
	assert_true(memory_run(memory, text_from(act)));
	memory_keep(memory);
	return memory;
}

static const struct row *person(const struct memory *memory, const char *name)
{
	return memory_row(memory, &RECORD_PERSON, memory_id(memory->arena, text_from(name)));
}

static void admission_makes_the_person_held(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = ran(arena, "", ADMIT, false);
	assert_true(row_is(person(memory, "P3"), PERSON_WHEREABOUTS, "in"));
	assert_true(row_is(person(memory, "P3"), PERSON_LEGAL_STATUS, "untried"));
	assert_true(row_is(memory_row(memory, &RECORD_CUSTODY_EPISODE, text_empty()), CUSTODY_EPISODE_NUMBER, "K1-2026/0009"));
	/* A fact about an order that is not in force gives a status too: apartness hangs on it. */
	memory = ran(arena, "", ADMIT ";valid_until=2026-11-20", true);
	assert_true(row_is(person(memory, "P3"), PERSON_LEGAL_STATUS, "untried"));
	arena_destroy(arena);
}

/* Who receives a person must work where the person is received. */
static void receiving_facility_is_in_scope(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	struct text own = memory_id(arena, TEXT_OF("F1"));
	memory->actor.all_facilities = false;
	memory->actor.facilities = &own;
	memory->actor.facility_count = 1;
	memory_put(memory, "person P1 whereabouts=escaped");
	assert_true(memory_run(memory, TEXT_OF(ADMIT)));
	assert_true(memory_run(memory, TEXT_OF(BACK "P1")));
	assert_false(memory_run(memory, TEXT_OF(ADMIT ";facility=F2")));
	assert_int_equal(memory->errors.count, 1);
	assert_int_equal(memory->errors.items[0].code, E_ACCESS);
	assert_false(memory_run(memory, TEXT_OF(BACK "P1;facility=F2")));
	assert_int_equal(memory->errors.items[0].code, E_ACCESS);
	arena_destroy(arena);
}

static void release_ends_everything(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = ran(arena, RELEASE PLACED, GATE "identity_checked=yes;orders_seen=yes", false);
	assert_true(row_is(person(memory, "P1"), PERSON_WHEREABOUTS, "released"));
	assert_false(row_has(person(memory, "P1"), PERSON_CURRENT_FACILITY));
	assert_false(row_has(person(memory, "P1"), PERSON_PLACEMENT));
	assert_true(row_has(memory_row(memory, &RECORD_PLACEMENT, memory_id(arena, TEXT_OF("S1"))), PLACEMENT_ENDED_AT));
	assert_true(row_is(memory_row(memory, &RECORD_LEGAL_ORDER, text_empty()), LEGAL_ORDER_STATE, "served"));
	assert_true(row_is(memory_row(memory, &RECORD_CUSTODY_EPISODE, memory_id(arena, TEXT_OF("E1"))), CUSTODY_EPISODE_STATE, "ended"));
	arena_destroy(arena);
}

static size_t breaches_of_release(struct arena *arena, const char *length, const char *gate, bool fact, const char **out_kind)
{
	struct text rows = arena_format(arena, "%ssentence_term T1 legal_order=B1;person=P1;length=%s;starts_on=2025-11-22;relation=single;"
		"state=in_force\nrelease R1 kind=term_served", RELEASE, length);
	struct memory *memory = ran(arena, rows.data, gate, fact);
	*out_kind = arena_string(arena, row_text(memory_row(memory, &RECORD_RELEASE, text_empty()), RELEASE_BREACH_KIND));
	return memory->decision.breach_count;
}

/* The last day of a year from 22 November 2025 is 21 November 2026, today. */
static void release_off_its_day_is_a_breach(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	const char *kind;
	const char *today = GATE "identity_checked=yes;orders_seen=yes", *before = GATE "identity_checked=yes;orders_seen=yes;happened_at=2026-11-18T06:00:00Z";
	assert_int_equal(breaches_of_release(arena, "P1Y", today, false, &kind), 0);
	assert_string_equal(kind, "");
	assert_int_equal(breaches_of_release(arena, "P11M", today, false, &kind), 1);
	assert_string_equal(kind, "late");
	assert_int_equal(breaches_of_release(arena, "P1Y", before, true, &kind), 1);
	assert_string_equal(kind, "early");
	/* Recorded three days later, but let go on the day: no breach. */
	assert_int_equal(breaches_of_release(arena, "P11M28D", before, true, &kind), 0);
	arena_destroy(arena);
}

/* Who is told of a death and asks to go there has an application, due before the funeral. */
static void asking_to_go_becomes_an_application(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = ran(arena, NEWS "received", TELL "2026-11-21T08:30:00Z;event_at=2026-11-21T18:00:00Z", false);
	const struct row *application = memory_row(memory, &RECORD_APPLICATION, text_empty());
	assert_non_null(application);
	assert_true(row_is(application, APPLICATION_KIND, "leave"));
	assert_true(row_is(application, APPLICATION_STATE, "open"));
	assert_true(row_has(application, APPLICATION_WORDS));
	assert_int_equal(memory->decision.start_count, 1);
	assert_true(memory->decision.starts[0].due_at == row_moment(application, APPLICATION_EVENT));
	memory = ran(arena, NEWS "received", TELL "2026-11-21T08:30:00Z;leave_asked=no", false);
	assert_null(memory_row(memory, &RECORD_APPLICATION, text_empty()));
	arena_destroy(arena);
}

/* What a person waits for is answered where the person is. */
static void what_is_asked_follows_a_transfer(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = ran(arena, TRANSFER "departed\n" ASKED "open\n" NEWS "received", ACCEPT "yes", false);
	assert_true(text_equal(row_text(memory_row(memory, &RECORD_APPLICATION, text_empty()), APPLICATION_FACILITY), memory_id(arena, TEXT_OF("F2"))));
	assert_true(text_equal(row_text(memory_row(memory, &RECORD_RELATIVE_NEWS, text_empty()), RELATIVE_NEWS_FACILITY), memory_id(arena, TEXT_OF("F2"))));
	memory = ran(arena, TRANSFER "departed\n" ASKED "done\n", ACCEPT "yes", false);
	assert_true(text_equal(row_text(memory_row(memory, &RECORD_APPLICATION, text_empty()), APPLICATION_FACILITY), memory_id(arena, TEXT_OF("F1"))));
	arena_destroy(arena);
}

static void cause_of_a_death_is_kept(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = ran(arena, "", DEATH "P1;cause_known=Heart failure", false);
	bool found = false;
	for (size_t i = 0; i < memory->count; i++)
		found = found || (memory->rows[i]->record == &RECORD_CASE_NOTE && text_find(row_text(memory->rows[i], CASE_NOTE_TEXT), TEXT_OF("Heart failure")) != SIZE_MAX);
	assert_true(found);
	arena_destroy(arena);
}

static void reason_is_cut_between_characters(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = memory_make(arena);
	char *reason = arena_allocate(arena, 600);
	for (size_t i = 0; i < 600; i += 2)
		memcpy(reason + i, "\xd0\xb6", 2);
	memory->context.reason = text_make(reason, 600);
	memory_put(memory, ALERT "live\n" TRANSFER "offered");
	assert_true(memory_run(memory, TEXT_OF("alert.end alert=Z1")));
	memory_check(memory);
	assert_true(memory_run(memory, TEXT_OF("transfer.refuse transfer=T1")));
	memory_check(memory);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(every_act_has_both),
		cmocka_unit_test(admission_makes_the_person_held), cmocka_unit_test(receiving_facility_is_in_scope),
		cmocka_unit_test(release_ends_everything),
		cmocka_unit_test(release_off_its_day_is_a_breach), cmocka_unit_test(asking_to_go_becomes_an_application), cmocka_unit_test(what_is_asked_follows_a_transfer), cmocka_unit_test(cause_of_a_death_is_kept), cmocka_unit_test(reason_is_cut_between_characters) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
