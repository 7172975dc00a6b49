/* test_rules.c - every rule of custody that is bound to acts bites in one case and stays silent in another. */
#include "../memory.h"

enum { FACT = 1, /* recorded as a fact: decide checks less */
	HAND = 2,   /* a generic act: "place.add" and the row that it would insert */
	HEALTH = 4, GOVERNED = 8 };

struct rule_case {
	const char *rule;
	bool bites;
	const char *rows; /* added to MEMORY_WORLD */
	const char *act;
	unsigned flags;
};

#define ADMIT "person.admit person=P3;facility=F1;arrived_at=2026-11-21T09:00:00Z;order_kind=remand;order_number=5;order_authority=Court;" \
	"order_date=2026-11-20;order_status=untried;valid_from=2026-11-20;valid_until=2027-01-20;next_hearing=2026-12-01;" \
	"arrested_on=2026-11-20;arrested_place=Town;arrested_by=Police"
#define PLACE "placement.place person=P1;place=C1"
#define ORDER "legal_order.add person=P1;kind=remand;number=11;authority=Court;issued_on=2026-11-20;legal_status=untried;" \
	"valid_from=2026-11-20;valid_until=2026-12-20;next_hearing=2026-12-01"
#define COMPLETE "admission.complete admission=A1"
#define OFFER "transfer.offer person=P1;to_facility=F2;why=Nearer;authority=Headquarters"
#define STORE "property_item.store person=P1;description=Thing;quantity=1;signed=signed;item_class="
#define INFORM "information.give person=P1;kind=rights;given_at=2026-11-21T09:00:00Z;signed=signed;"
#define NOTICE "notice.give person=P1;told_at=2026-11-21T09:00:00Z;result=told;"
#define GATE "release.release release=R1;identity_checked=yes;orders_seen=yes;medicine_given=yes"
#define TERM_ENDS_TODAY "sentence_term T1 legal_order=B1;person=P1;length=P1Y;starts_on=2025-11-22;relation=single;state=in_force\n"
#define RELEASE "release R1 person=P1;episode=E1;facility=F1;state=preparing;kind=term_served\n" TERM_ENDS_TODAY
#define DECIDE "person_application.decide application=G1;grounds=The governor has looked at it;decision="
#define ASKED "person_application G1 person=P1;facility=F1;words=Please;made_at=2026-11-21T08:00:00Z;state=open;kind="
#define UNTRIED "person P1 legal_status=untried\n"
#define TELL "relative_news.tell relative_news=N1;told_at=2026-11-21T09:00:00Z;told_by=Officer;watch=wing;leave_asked=no;how="
#define NEWS "relative_news N1 person=P1;facility=F1;event=death;relative=Mother;source=Brother;received_at=2026-11-21T08:30:00Z;state=received"
#define ROUND "night_round.record place=W1;calm=yes;happened_at=2026-11-21T02:00:00Z"
#define EXAMINE "admission.health admission=A1;examined_at=2026-11-21T09:30:00Z;examiner=Doctor;withdrawal=no;infectious_precaution=no;" \
	"daily_medicine=no;diet=no;mobility=no;"
#define NEEDS "admission.needs admission=A1;medicine_needed=no;clothing_food_given=yes;"
#define COURT "movement.leave person=P1;kind=court;destination=Court;authority=Judge"
#define WATCHED "alert Z1 person=P1;kind=self_harm;instruction=Look in;evidence=Said so;starts_on=2026-11-01;state=live;expires_on="
#define APART "keep_apart X1 person=P2;other=P1;ground=threat;starts_on=2026-01-01;state=live;"

#define YOUNG "person P3 birth_date=2010-06-01\n"
#define CHILD_GATE RELEASE "person P1 birth_date=2010-06-01\n"
#define TOLD_OF(occasion_, at_) "notice N8 person=P1;occasion=" occasion_ ";told_whom=family;result=told;told_at=" at_ ";wish=yes\n"
#define ARRESTED "arrest.record person=P1;reasons_told_at=2026-01-08T10:00:00Z;first_appearance_at=2026-01-09T10:00:00Z;officials=Captain One, police"
#define QUESTIONED "questioning.record person=P1;asked_by=police;authority=Request 5;officials=Captain One, police;began_at=2026-11-21T07:00:00Z;" \
	"ended_at=2026-11-21T09:00:00Z;lawyer=present"

#define HOUSE "facility.add facility F7 code=F7;name=House;kind=prison;holds=M;in_use=yes;capacity="

static const struct rule_case CASES[] = {
	{ "NMR-89.3", true, "", HOUSE "501", HAND }, { "NMR-89.3", false, "", HOUSE "500", HAND }, { "NMR-89.3", false, "", HOUSE "900;security=open", HAND },
	{ "NMR-19.3", true, "", COURT ";dress=prison" }, { "NMR-19.3", false, "", COURT ";dress=own" }, { "NMR-19.3", false, "", COURT ";dress=plain" }, { "NMR-19.3", false, "", COURT },
	{ "NMR-114", true, UNTRIED ASKED "own_food", DECIDE "refused" }, { "NMR-114", false, UNTRIED ASKED "own_food", DECIDE "refused;legal_ground=House rules 12, until Friday" },
	{ "NMR-114", false, UNTRIED ASKED "own_food", DECIDE "granted" }, { "NMR-114", false, ASKED "own_food", DECIDE "refused" },
	{ "NMR-115.own", true, UNTRIED ASKED "own_clothing", DECIDE "refused" }, { "NMR-115.own", false, UNTRIED ASKED "own_clothing", DECIDE "refused;legal_ground=House rules 13" },
	{ "NMR-115.own", false, ASKED "own_clothing", DECIDE "refused" },
	{ "HAV-20", true, YOUNG, ADMIT ";valid_until=2026-11-20" }, { "HAV-20", true, "person P3 birth_date=?\n", ADMIT ";valid_until=2026-11-20" }, { "HAV-20", false, YOUNG, ADMIT },
	{ "HAV-20", false, "", ADMIT ";valid_until=2026-11-20" },
	{ "HAV-22.release", true, CHILD_GATE, GATE }, { "HAV-22.release", false, RELEASE, GATE }, { "HAV-22.release", false, CHILD_GATE TOLD_OF("release", "2026-11-20T10:00:00Z"), GATE },
	{ "HAV-22.release", true, CHILD_GATE TOLD_OF("release", "2025-11-20T10:00:00Z"), GATE }, { "HAV-22.release", true, CHILD_GATE TOLD_OF("transfer", "2026-11-20T10:00:00Z"), GATE },
	{ "HAV-29", true, "person P1 birth_date=2010-06-01", PLACE }, { "HAV-29", false, "", PLACE },
	{ "HAV-29", false, "person P1 birth_date=2010\nplace C2 juvenile=yes", "placement.place person=P1;place=C2" },
	{ "BOP-12", true, "", ARRESTED ";first_appearance_at=" }, { "BOP-12", true, "", ARRESTED ";officials=" }, { "BOP-12", false, "", ARRESTED },
	{ "BOP-12", false, "", ARRESTED ";first_appearance_at=?;officials=?" },
	{ "BOP-16", true, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed" }, { "BOP-16", false, UNTRIED, NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed" },
	{ "BOP-16", false, "", NOTICE "occasion=transfer;told_whom=family;wish=yes" },
	{ "BOP-23", true, "", QUESTIONED ";officials=" }, { "BOP-23", true, "", QUESTIONED ";lawyer=" }, { "BOP-23", true, "", QUESTIONED ";began_at=" },
	{ "BOP-23", true, "", QUESTIONED ";ended_at=" }, { "BOP-23", false, "", QUESTIONED }, { "BOP-23", false, "", QUESTIONED ";lawyer=absent;asked_by=intelligence" },
	{ "NMR-11.a", true, "person P1 sex=F", PLACE }, { "NMR-11.a", false, "", PLACE },
	{ "NMR-11.a", true, "place W1 sex=\nperson P1 sex=F", PLACE }, { "NMR-11.a", false, "place W1 sex=", PLACE },
	{ "NMR-11.a", true, "place C1 sex=F", PLACE }, { "NMR-11.a", false, "person P1 sex=F;gender_self_stated=man", PLACE },
	{ "NMR-11.a", true, "person P3 sex=F", ADMIT }, { "NMR-11.a", false, "person P3 sex=F", ADMIT ";facility=F2" },
	{ "NMR-11.b", true, "person P1 legal_status=untried", PLACE }, { "NMR-11.b", false, "", PLACE },
	{ "NMR-11.b", true, "person P2 legal_status=untried", PLACE },
	{ "NMR-11.b", false, "person P1 legal_status=untried\nperson P2 legal_status=untried", PLACE },
	{ "NMR-11.c", true, "person P1 legal_status=civil", PLACE }, { "NMR-11.c", false, "", PLACE },
	{ "NMR-11.c", false, "person P1 legal_status=civil\nperson P2 legal_status=civil", PLACE },
	{ "NMR-11.d", true, "person P1 birth_date=2010-06-01", PLACE }, { "NMR-11.d", false, "", PLACE },
	{ "NMR-11.d", true, "person P1 birth_date=?", PLACE }, { "NMR-11.d", true, "place C2 juvenile=yes", "placement.place person=P1;place=C2" },
	{ "NMR-11.d", false, "person P1 birth_date=2010\nplace C2 juvenile=yes", "placement.place person=P1;place=C2" },
	{ "NMR-11.0", true, "place C1 legal_status=untried", PLACE }, { "NMR-11.0", false, "place C1 legal_status=convicted", PLACE },
	{ "NMR-11.0", true, "place W1 legal_status=untried", PLACE }, { "NMR-11.0", false, "", PLACE },
	{ "NMR-11.0", true, "place W1 legal_status=untried\nperson P1 legal_status=administrative", PLACE },
	{ "NMR-12.1", true, "place C1 single=yes", PLACE }, { "NMR-12.1", false, "place C2 single=yes", "placement.place person=P1;place=C2" },
	{ "NMR-12.2a", true, APART "expires_on=2027-01-01", PLACE }, { "NMR-12.2a", false, APART "expires_on=2026-11-20", PLACE },
	{ "NMR-12.2a", true, APART "expires_on=2027-01-01;person=P1;other=P2", PLACE }, { "NMR-12.2a", false, "", PLACE },
	{ "NMR-12.2a", true, "admission A1 sharing_risk=alone", PLACE }, { "NMR-12.2a", true, "admission A2 sharing_risk=alone", PLACE },
	{ "NMR-12.2a", true, "admission A1 sharing_risk=", PLACE },
	{ "NMR-12.2a", false, "admission A1 sharing_risk=", PLACE ";sharing_reviewed_on=2026-11-20" },
	{ "NMR-13", true, "place C1 floor_area=7.90", PLACE }, { "NMR-13", false, "place C1 floor_area=8.00", PLACE },
	{ "NMR-13", true, "parameter space.shared_m2=11", PLACE }, { "NMR-13", false, "place C1 floor_area=?", PLACE },
	{ "NMR-14.a", true, "place C1 daylight=no", PLACE }, { "NMR-14.a", false, "", PLACE },
	{ "NMR-15", true, "place C1 sanitary_annex=no", PLACE }, { "NMR-15", false, "", PLACE },
	{ "NMR-16", true, "", "place.add place N1 facility=F1;code=B-1;kind=cell;shower_days=8", HAND },
	{ "NMR-16", false, "", "place.add place N1 facility=F1;code=B-1;kind=cell;shower_days=7", HAND },
	{ "NMR-113", true, "person P1 legal_status=untried", PLACE }, { "NMR-113", false, "", PLACE },
	{ "NMR-113", false, "person P1 legal_status=untried", PLACE ";own_request=yes" },
	{ "NMR-113", false, "parameter untried.shared_custom=1\nperson P1 legal_status=untried", PLACE },
	{ "BKK-4", true, "person P1 sex=F", OFFER ";distance_km=151" }, { "BKK-4", false, "person P1 sex=F", OFFER ";distance_km=150" },
	{ "BKK-4", true, "person P1 sex=F", OFFER }, { "BKK-4", false, "", OFFER },
	{ "NMR-6.1", true, "", ADMIT ";register_number=K1-2026/0010" }, { "NMR-6.1", false, "", ADMIT ";register_number=K1-2026/0009" },
	{ "NMR-6.1", false, "", ADMIT },
	{ "NMR-7.0", true, "", ADMIT ";valid_until=2026-11-20" }, { "NMR-7.0", false, "", ADMIT },
	{ "NMR-7.0", true, "", ADMIT ";valid_from=2026-11-22" }, { "NMR-7.0", true, "", ADMIT ";order_kind=release" },
	{ "NMR-7.0", true, "", ADMIT ";order_number=?" }, { "NMR-7.0", true, "", ADMIT ";order_authority=?" },
	{ "NMR-7.0", true, "", ADMIT ";valid_until=" },
	{ "NMR-7.0", false, "", ADMIT ";valid_until=;order_kind=sentence;order_status=convicted" },
	{ "NMR-7.a", true, "", "person.register number=9;given=Nine;script=Latn;sex=M;birth_date=?", FACT },
	{ "NMR-7.a", false, "", "person.register number=9;given=Nine;script=Latn;sex=M;birth_date=?;age_method=By a doctor", FACT },
	{ "NMR-7.a", false, "", "person.register number=9;given=Nine;script=Latn;sex=M;birth_date=1980" },
	{ "NMR-7.b", true, "", ADMIT ";arrested_by=" }, { "NMR-7.b", false, "", ADMIT ";arrested_by=?" },
	{ "NMR-7.b", true, "", ADMIT ";arrested_on=" }, { "NMR-7.b", true, "", ADMIT ";arrested_place=" }, { "NMR-7.b", false, "", ADMIT },
	{ "NMR-7.c", true, "", "movement.leave person=P1;kind=court;destination=Court;authority=Judge;happened_at=2026-01-09T08:00:00Z" },
	{ "NMR-7.c", false, "", "movement.leave person=P1;kind=court;destination=Court;authority=Judge" },
	{ "NMR-7.c", true, RELEASE, GATE ";happened_at=2026-01-09T08:00:00Z" }, { "NMR-7.c", false, RELEASE, GATE },
	{ "NMR-7.d", true, "admission A1 ill_treatment=", COMPLETE }, { "NMR-7.d", false, "", COMPLETE },
	{ "NMR-7.d", true, "admission A1 injuries=", COMPLETE },
	{ "NMR-7.d", true, "admission A1 injuries=;ill_treatment=;condition_step=open", COMPLETE },
	{ "NMR-7.e", true, "admission A1 property_step=in_progress", COMPLETE }, { "NMR-7.e", false, "", COMPLETE },
	{ "NMR-7.g", true, "contact K1 next_of_kin=no", COMPLETE }, { "NMR-7.g", false, "", COMPLETE },
	{ "NMR-8.a", true, "", ORDER ";next_hearing=" }, { "NMR-8.a", false, "", ORDER },
	{ "NMR-8.a", true, "", ORDER ";next_hearing=;replaces=B1" },
	{ "NMR-8.a", false, "", ORDER ";next_hearing=;kind=sentence;legal_status=convicted" },
	{ "NMR-9.3", true, RELEASE, GATE }, { "NMR-9.3", false, RELEASE "release R1 file_offered=yes", GATE },
	{ "NMR-53", true, "", STORE "legal_papers" }, { "NMR-53", false, "", STORE "legal_papers;seal=12" },
	{ "NMR-53", false, "", STORE "clothing" },
	{ "NMR-55.1", true, "", INFORM "language=kk;form=oral" }, { "NMR-55.1", false, "", INFORM "language=ru;form=oral" },
	{ "NMR-55.1", false, "", INFORM "language=kk;form=interpreter" },
	{ "NMR-55.2", true, "person P1 literacy=no", INFORM "language=ru;form=written" },
	{ "NMR-55.2", false, "person P1 literacy=no", INFORM "language=ru;form=oral" },
	{ "NMR-55.2", true, "person P1 sensory_need=sight", INFORM "language=ru;form=written" },
	{ "NMR-55.2", false, "person P1 literacy=yes", INFORM "language=ru;form=written" },
	{ "NMR-58.1", true, "contact K1 kind=lawyer", COMPLETE }, { "NMR-58.1", false, "", COMPLETE },
	{ "NMR-62.2", true, "person P1 asylum_or_refugee=yes", NOTICE "occasion=admission;told_whom=consulate;wish=no;by_treaty=yes" },
	{ "NMR-62.2", false, "person P1 asylum_or_refugee=yes", NOTICE "occasion=admission;told_whom=consulate;wish=yes" },
	{ "NMR-62.2", false, "person P1 asylum_or_refugee=yes", NOTICE "occasion=admission;told_whom=protecting_body;wish=no" },
	{ "NMR-62.1.wish", true, "", NOTICE "occasion=admission;told_whom=consulate;wish=no" },
	{ "NMR-62.1.wish", false, "", NOTICE "occasion=admission;told_whom=consulate;wish=no;by_treaty=yes" },
	{ "NMR-62.1.wish", false, "", NOTICE "occasion=admission;told_whom=consulate;wish=no;result=declined" },
	{ "NMR-67.1", true, "", STORE "valuable" }, { "NMR-67.1", false, "", STORE "valuable;seal=77" },
	{ "NMR-67.1", true, "", STORE "money;amount=10.00;currency=KZT" },
	{ "NMR-67.2", true, RELEASE "property_item I1 person=P1;item_class=clothing;state=stored", GATE },
	{ "NMR-67.2", false, RELEASE "property_item I1 person=P1;item_class=clothing;state=returned", GATE },
	{ "NMR-67.4", true, "property_item I1 person=P1;item_class=medicine;state=stored",
		"property_item.end property_item=I1;state=destroyed;disposal_reason=Old" },
	{ "NMR-67.4", false, "property_item I1 person=P1;item_class=medicine;state=stored", "property_item.end property_item=I1;state=returned" },
	{ "NMR-67.4", false, "property_item I1 person=P1;item_class=medicine;state=stored",
		"property_item.end property_item=I1;state=destroyed;disposal_reason=Old", HEALTH },
	{ "NMR-69.c", true, "contact K1 wish_told_illness=no", NOTICE "occasion=illness;told_whom=family;contact=K1;wish=yes" },
	{ "NMR-69.c", true, "contact K1 wish_told_illness=no", NOTICE "occasion=hospital;told_whom=family;contact=K1;wish=yes" },
	{ "NMR-69.c", false, "contact K1 wish_told_illness=yes", NOTICE "occasion=illness;told_whom=family;contact=K1;wish=yes" },
	{ "NMR-108.1", true, RELEASE "release_step L1 release_row=R1;person=P1;kind=housing;state=open", GATE },
	{ "NMR-108.1", false, RELEASE "release_step L1 release_row=R1;person=P1;kind=housing;state=done", GATE },
	{ "NMR-111.1", true, "", ORDER ";legal_status=convicted" }, { "NMR-111.1", false, "", ORDER },
	{ "NMR-111.1", true, "", ADMIT ";order_status=convicted" }, { "NMR-111.1", true, "", ORDER ";legal_status=convicted;replaces=B1" },
	{ "NMR-7.0.date", true, RELEASE "sentence_term T1 length=P1Y1D", GATE }, { "NMR-7.0.date", false, RELEASE, GATE },
	{ "NMR-7.0.date", true, RELEASE "sentence_term T1 state=quashed", GATE },
	{ "NMR-7.0.date", false, RELEASE "sentence_term T1 length=P1Y1D\nrelease R1 kind=court_order", GATE },
	{ "NMR-7.0.order", true, RELEASE "legal_order B2 person=P1;kind=remand;legal_status=untried;valid_from=2026-11-01;valid_until=2026-12-31;"
		"state=in_force", GATE },
	{ "NMR-7.0.order", false, RELEASE "legal_order B2 person=P1;kind=remand;legal_status=untried;valid_from=2026-11-01;valid_until=2026-12-31;"
		"state=ended", GATE },
	{ "NMR-7.0.order", true, RELEASE "release R1 kind=remand_expired", GATE },
	{ "NMR-7.0.order", false, RELEASE "release R1 kind=remand_expired\nlegal_order B1 kind=remand;legal_status=untried;valid_until=2026-11-21", GATE },
	{ "BKK-3.1", true, "person P1 sex=F\nadmission A1 children_step=not_needed", COMPLETE },
	{ "BKK-3.1", true, "person P1 sex=F\nadmission A1 children_step=open", COMPLETE }, { "BKK-3.1", false, "person P1 sex=F", COMPLETE },
	{ "BKK-3.1", false, "admission A1 children_step=not_needed", COMPLETE },
	{ "NMR-9.2.law", true, ASKED "own_file", DECIDE "refused" }, { "NMR-9.2.law", true, ASKED "own_file", DECIDE "granted;withheld=yes" },
	{ "NMR-9.2.law", false, ASKED "own_file", DECIDE "granted" },
	{ "NMR-9.2.law", false, ASKED "own_file", DECIDE "refused;legal_ground=Law on evidence, article 5" },
	{ "NMR-9.2.law", false, ASKED "leave", DECIDE "refused" },
	{ "NMR-12.2b", true, "night_round R9 facility=F1;place=W1;happened_at=2026-11-21T00:30:00Z;calm=yes", ROUND },
	{ "NMR-12.2b", false, "night_round R9 facility=F1;place=W1;happened_at=2026-11-21T01:00:00Z;calm=yes", ROUND },
	{ "NMR-12.2b", false, "night_round R9 facility=F1;place=W1;happened_at=2026-11-20T19:00:00Z;calm=yes", ROUND },
	{ "NMR-12.2b", true, "parameter night.round_minutes=30\nnight_round R9 facility=F1;place=W1;happened_at=2026-11-21T01:00:00Z;calm=yes", ROUND },
	{ "NMR-12.2b", false, "", ROUND },
	{ "NMR-70.a.how", true, NEWS, TELL "letter" }, { "NMR-70.a.how", true, NEWS, TELL "telephone" }, { "NMR-70.a.how", false, NEWS, TELL "in_person" },
	{ "NMR-70.b.instead", true, ASKED "leave", DECIDE "refused" }, { "NMR-70.b.instead", false, ASKED "leave", DECIDE "granted" },
	{ "NMR-70.b.instead", false, ASKED "leave", DECIDE "refused;alternative=Video link at noon" },
	{ "NMR-119.2.denial", true, UNTRIED ASKED "lawyer", DECIDE "refused" },
	{ "NMR-119.2.denial", false, UNTRIED ASKED "lawyer", DECIDE "refused;reviewer=District court" },
	{ "NMR-119.2.denial", false, UNTRIED ASKED "lawyer", DECIDE "granted" }, { "NMR-119.2.denial", false, ASKED "lawyer", DECIDE "refused" },
	{ "NMR-120.2.denial", true, UNTRIED ASKED "writing_material", DECIDE "refused" },
	{ "NMR-120.2.denial", false, UNTRIED ASKED "writing_material", DECIDE "granted" },
	{ "NMR-120.2.denial", false, ASKED "writing_material", DECIDE "refused" },
	{ "NMR-30.a", true, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=no" },
	{ "NMR-30.a", false, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=no;fit_for_work=light" },
	{ "NMR-30.b", true, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=yes" },
	{ "NMR-30.b", false, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=yes;ill_treatment_detail=Bruises on both arms" },
	{ "NMR-30.b", false, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=no" },
	{ "NMR-30.c", true, "", EXAMINE "self_harm_watch=yes;observation=none;ill_treatment_signs=no" },
	{ "NMR-30.c", false, "", EXAMINE "self_harm_watch=yes;observation=intermittent;ill_treatment_signs=no" },
	{ "NMR-30.c", false, "", EXAMINE "self_harm_watch=no;observation=none;ill_treatment_signs=no" },
	{ "NMR-30.c.alone", true, WATCHED "2026-12-01", "placement.place person=P1;place=C2" }, { "NMR-30.c.alone", false, WATCHED "2026-12-01", PLACE },
	{ "NMR-30.c.alone", false, WATCHED "2026-11-20", "placement.place person=P1;place=C2" },
	{ "NMR-30.c.alone", false, WATCHED "2026-12-01\nplace C2 purpose=health", "placement.place person=P1;place=C2" },
	{ "NMR-67.3", true, "", STORE "clothing;received_from=Sister" }, { "NMR-67.3", false, "", STORE "clothing;received_from=Sister;person_told=yes" },
	{ "NMR-67.3", false, "", STORE "clothing" },
	{ "NMR-68.b.delay", true, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed" },
	{ "NMR-68.b.delay", false, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=impossible" },
	{ "NMR-68.b.delay", false, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed", GOVERNED },
	{ "NMR-68.b.reason", true, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed" },
	{ "NMR-68.b.reason", false, "", NOTICE "occasion=transfer;told_whom=family;wish=yes;result=delayed;method=Decision 4 of 21 November: the road" },
	{ "NMR-111.3", true, UNTRIED "place C1 regime=strict", PLACE }, { "NMR-111.3", false, UNTRIED "place C1 regime=untried", PLACE },
	{ "NMR-111.3", false, "place C1 regime=strict", PLACE }, { "NMR-111.3", false, UNTRIED, PLACE },
	{ "NMR-112.1", true, UNTRIED "place C1 parent=W1\nplace C2 parent=W1\nplacement S7 person=P2;facility=F1;place=C1;started_at=2026-01-01T00:00:00Z",
		"placement.place person=P1;place=C2" },
	{ "NMR-112.1", false, UNTRIED "person P2 legal_status=untried\nplace C1 parent=W1\nplace C2 parent=W1", "placement.place person=P1;place=C2" },
	{ "NMR-112.1", false, UNTRIED "place C1 parent=W1\nplace C2 parent=W1\nplace W1 legal_status=convicted", "placement.place person=P1;place=C2" },
	{ "NMR-112.2", true, UNTRIED "person P1 birth_date=2010-06-01", PLACE },
	{ "NMR-112.2", false, UNTRIED "person P1 birth_date=2010-06-01\nfacility F1 kind=juvenile", PLACE },
	{ "NMR-112.2", false, UNTRIED, PLACE }, { "NMR-112.2", false, "person P1 birth_date=2010-06-01", PLACE },
	{ "NMR-73.1", true, "", COURT ";shielded=no" }, { "NMR-73.1", false, "", COURT ";shielded=yes" }, { "NMR-73.1", false, "", COURT },
	{ "NMR-73.2", true, "", COURT ";vehicle=unfit" }, { "NMR-73.2", false, "", COURT ";vehicle=fit" },
	{ "NMR-73.2", true, "transfer T1 person=P1;from_facility=F1;to_facility=F2;state=offered;why=Nearer;authority=Court",
		"transfer.depart transfer=T1;escort=Convoy;vehicle=unfit" },
	{ "NMR-117", true, UNTRIED ASKED "books", DECIDE "refused" }, { "NMR-117", false, UNTRIED ASKED "books", DECIDE "granted" },
	{ "NMR-117", false, ASKED "books", DECIDE "refused" },
	{ "NMR-121", true, "person P1 legal_status=civil\nplace C2 regime=strict", "placement.place person=P1;place=C2" },
	{ "NMR-121", false, "person P1 legal_status=civil\nplace C2 regime=untried", "placement.place person=P1;place=C2" },
	{ "NMR-121", false, "place C2 regime=strict", "placement.place person=P1;place=C2" },
	{ "BKK-2.1", true, "person P1 sex=F", NEEDS "telephone_offered=no;lawyer_asked=yes" },
	{ "BKK-2.1", true, "person P1 sex=F", NEEDS "telephone_offered=yes;lawyer_asked=no" },
	{ "BKK-2.1", false, "person P1 sex=F", NEEDS "telephone_offered=yes;lawyer_asked=yes" },
	{ "BKK-2.1", false, "", NEEDS "telephone_offered=no;lawyer_asked=no" },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static bool is_bound(const struct rule *rule, struct text act)
{
	for (const char *const *name = rule->acts; name && *name; name++)
		if (text_equal_string(act, *name))
			return true;
	return false;
}

static void decide_by_hand(struct memory *memory, struct text line)
{
	struct text word, name;
	text_next(&line, ' ', &word);
	text_next(&line, ' ', &word);
	text_next(&line, ' ', &name);
	decision_begin(&memory->decision, memory->arena);
	memory_fill(memory, decision_insert(&memory->decision, memory_record(memory, word)), line);
}

static bool case_bites(struct arena *arena, const struct rule_case *one, struct rule_finding *out_finding)
{
	struct memory *memory = memory_make(arena);
	memory_put(memory, one->rows);
	memory->context.record_fact = one->flags & FACT;
	if (one->flags & HEALTH)
		memory->actor.roles = ROLE(HEALTH);
	if (one->flags & GOVERNED)
		memory->actor.roles = ROLE(GOVERNOR);
	if (one->flags & HAND) {
		decide_by_hand(memory, text_from(one->act));
	} else if (!memory_run(memory, text_from(one->act))) {
		struct text said = memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault");
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act, TEXT_FORMAT(said));
	}
	return rule_named(CUSTODY_RULES, one->rule)->bites(&memory->context, &memory->decision, out_finding);
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		struct rule_finding finding = { 0 };
		struct text act, rest = text_from(CASES[i].act);
		text_next(&rest, ' ', &act);
		if (!is_bound(rule_named(CUSTODY_RULES, CASES[i].rule), act))
			fail_msg("%s is not bound to %.*s", CASES[i].rule, TEXT_FORMAT(act));
		if (case_bites(arena, &CASES[i], &finding) != CASES[i].bites)
			fail_msg("%s should %s: %s | %s", CASES[i].rule, CASES[i].bites ? "bite" : "be silent", CASES[i].rows, CASES[i].act);
		if (CASES[i].bites && (!finding.message || !finding.advice || !finding.ask || !finding.path))
			fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", CASES[i].rule);
		arena_destroy(arena);
	}
}

/* A path points at an input of the act, so that the form can show the finding beside it. */
static void findings_point_at_inputs(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		const struct memory *memory = memory_make(arena);
		struct rule_finding finding = { 0 };
		struct text act, rest = text_from(CASES[i].act);
		text_next(&rest, ' ', &act);
		if (CASES[i].bites && !(CASES[i].flags & HAND) && case_bites(arena, &CASES[i], &finding) &&
			record_field(memory_act(memory, act)->input_record, text_from(finding.path + 1)) < 0)
			fail_msg("%s: %.*s has no input %s", CASES[i].rule, TEXT_FORMAT(act), finding.path);
		arena_destroy(arena);
	}
}

/* Every {parameter} of a message is given. */
static void findings_are_whole_sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		struct rule_finding finding = { 0 };
		if (CASES[i].bites && case_bites(arena, &CASES[i], &finding)) {
			struct error error = { .message = finding.message };
			memcpy(error.parameters, finding.parameters, sizeof error.parameters);
			if (text_find_byte(error_english(arena, &error), '{') != SIZE_MAX)
				fail_msg("%s: a parameter is missing in: %s", CASES[i].rule, finding.message);
		}
		arena_destroy(arena);
	}
}

/* test_clocks.c does the same for rules that live in clocks. */
#include "../cases.h"

static void every_rule_has_both(void **state)
{
	(void)state;
	rules_have_both(CUSTODY_RULES);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(findings_point_at_inputs),
		cmocka_unit_test(findings_are_whole_sentences), cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
