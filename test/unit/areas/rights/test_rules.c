/* test_rules.c - every rule of rights that is bound to acts bites in one case and stays silent in another; absolute ones for every role. */
#include "areas/rights/rights.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_RIGHTS
#include "../memory.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

/* who: roles of the actor; 0 is the governor. */
struct rule_case { const char *rule; bool bites; const char *rows, *act; role_set who; };

#define ORDER "separation.order person=P1;kind=security;ground=violence;facts=Hit another person in the yard today;legal_basis=Law 12, article 5;" \
	"authority=Governor, decision 3;alternatives=Talked, moved to another landing;exit_criteria=Three days without threats;" \
	"ends_at=2026-11-26T10:00:00Z;planned_contact=60;planned_outdoors=60;light=daylight;contact_kept=visits letters calls;disability=none"
#define ISOLATE "separation.isolate person=P1;exit_criteria=Two clear tests;ends_at=2026-11-23T10:00:00Z;light=daylight;contact_kept=letters calls visits"
/* Running since the 16th, ordered by another user; reviewed on the 20th. */
#define RUNNING "separation S9 person=P1;facility=F1;kind=security;ground=violence;starts_at=2026-11-16T10:00:00Z;ends_at=2026-11-22T10:00:00Z;" \
	"light=daylight;contact_kept=calls letters visits;disability=none;planned_contact=0;state=running;ordered_by=U2\n"
#define REVIEWED "separation_review V9 separation=S9;person=P1;reviewed_at=2026-11-20T10:00:00Z;body=board;heard=yes;result=goes_on;reasons=x\n"
#define EXTEND "separation.extend separation=S9;ends_at=2026-11-25T10:00:00Z"
#define REVIEW "separation.review separation=S9;heard=yes;result=goes_on;reasons=Asked both sides;body="
#define FLAG "health_flag H9 person=P1;instruction=x;starts_on=2026-11-01;state=live;kind="
/* Ten days in another prison, under another label, three days ago. */
#define EARLIER "separation S8 person=P1;facility=F2;kind=protection;starts_at=2026-11-08T10:00:00Z;ends_at=2026-11-18T10:00:00Z;light=daylight;" \
	"state=ended;ended_at=2026-11-18T10:00:00Z;ordered_by=U2\n"

#define LAW "disciplinary_offence D1 code=12a;name=Assault;law=Rules 12;serious=yes;valid_from=2020-01-01\n" \
	"disciplinary_sanction N1 code=S;name=Separation;law=Rules 30;measure=separation;maximum_days=10;valid_from=2020-01-01\n" \
	"disciplinary_sanction N2 code=C;name=Caution;law=Rules 31;measure=caution;maximum_days=0;valid_from=2020-01-01\n" \
	"disciplinary_sanction N3 code=V;name=Visits;law=Rules 32;measure=visits;maximum_days=30;valid_from=2020-01-01\n"
#define LAY "charge.lay person=P1;incident=77;offence=D1;happened_at=2026-11-21T08:00:00Z;facts=Hit another;mediation=tried"
/* Told two days ago, hearing set; reported by another user. */
#define CHARGE LAW "charge G1 person=P1;facility=F1;incident=77;offence=D1;happened_at=2026-11-18T08:00:00Z;discovered_at=2026-11-18T08:00:00Z;" \
	"facts=x;state=scheduled;reported_by=U7;notice_at=2026-11-19T08:00:00Z;notice_language=ru;notice=signed;help=declined\n"
#define PROVED CHARGE "charge G1 state=proved;heard_at=2026-11-21T08:00:00Z;mental=no_part\n"
#define HEAR "charge.hear charge=G1;language=ru;present=yes;defence=Said it was a quarrel;mental=no_part;finding=proved;reasons=Two officers saw it"
#define IMPOSE "sanction.impose charge=G1;kind=N1;measure=separation;days=5;reasons=First time, an injury;review_info=yes"
#define WITH(measure_) "sanction.impose charge=G1;days=0;reasons=x;review_info=yes;measure=" measure_
#define LIST(measure_) "disciplinary_sanction.add disciplinary_sanction N9 code=X;name=X;law=X;valid_from=2020-01-01;maximum_days=5;measure=" measure_
#define OTHER(n_, days_) "charge G" n_ " person=P2;facility=F1;incident=8" n_ ";offence=D1;happened_at=2026-11-01T08:00:00Z;discovered_at=2026-11-01T08:00:00Z;" \
	"facts=x;state=proved;reported_by=U7\nsanction T" n_ " person=P2;charge=G" n_ ";measure=separation;days=" days_ ";state=served\n"
#define FIVE OTHER("2", "2") OTHER("3", "2") OTHER("4", "2") OTHER("5", "3") OTHER("6", "1")

#define RECEIVE "complaint.receive person=P1;kind=complaint;channel=spoken;subject=staff;addressee=director;words=He pushed me"
#define COMPLAINT "complaint Q1 person=P1;facility=F1;kind=complaint;channel=box;subject=staff;addressee=director;words=x;named_staff=gate other;" \
	"received_at=2026-11-20T08:00:00Z;state=open\n"
#define ANSWER "complaint.answer complaint=Q1;result=rejected;answer=The camera shows it otherwise;onward=yes"
#define STRANGE COMPLAINT "complaint Q1 named_staff=other\n"
#define TORTURE STRANGE "complaint Q1 subject=ill_treatment\n"

#define USE "force.use person=P1;ground=injury;instrument=handcuffs;facts=Beat his head on the door;alternatives=Talked, sent for the nurse;" \
	"ordered_by=director;officers=one two;resistance=active"

#define SEARCH "person_search.record person=P1;kind=strip;cause=suspicion;result=nothing;searchers=one;searcher_sex=M;trained=yes;authority=duty;legal_ground=Law 9;" \
	"why=Seen to hide something;alternatives=The wand shows nothing;room=Room 4;private=yes;witness=Nobody"
#define WOMAN "person P1 sex=F\n"
#define PAT ";kind=pat_down;room=;witness=;alternatives=;legal_ground=;why="
#define CAVITY SEARCH ";kind=cavity;health_staff=independent;authority=director"
#define CHILD "person P1 birth_date=2011-01-01\n"
#define SEARCHED(n_, who_) "person_search X" n_ " person=" who_ ";facility=F1;kind=pat_down;cause=random;authority=duty;searchers=one;searcher_sex=M;" \
	"searched_at=2026-11-19T08:00:00Z;result=nothing\n"

#define LEVEL "privilege_level.set person=P1;level=standard;reasons=Came to work every day"
#define SCHEME "privilege_scheme Z1 facility=F1;version_name=2026;law=Rules 40;published_on=2026-01-01;gives=sport;how=x;state=current\n"
#define PUBLISH "privilege_scheme.publish facility=F1;version_name=2027;law=Rules 40;published_on=2026-11-20;how=Work and school;gives="
#define GATE "release R1 person=P1;episode=E1;facility=F1;state=preparing;kind=term_served\n" \
	"sentence_term Y1 legal_order=B1;person=P1;length=P1Y;starts_on=2025-11-22;relation=single;state=in_force\n"
#define OUT "release.release release=R1;identity_checked=yes;orders_seen=yes;medicine_given=yes"
#define APART(from_, until_) "separation S7 person=P1;facility=F1;kind=security;starts_at=" from_ ";ends_at=2026-11-30T10:00:00Z;light=daylight;state=ended;ended_at=" until_ \
	";ordered_by=U2\n"
#define SAME_INCIDENT(state_) "charge G9 person=P1;facility=F1;incident=77;offence=D1;happened_at=2026-11-18T08:00:00Z;discovered_at=2026-11-18T08:00:00Z;facts=x;" \
	"reported_by=U7;state=" state_ "\n"

static const struct rule_case CASES[] = {
	{ "NMR-36", true, "", ORDER ";facts=", 0 }, { "NMR-36", true, "", ORDER ";alternatives=", 0 }, { "NMR-36", true, "", ORDER ";ends_at=", 0 }, { "NMR-36", false, "", ORDER, 0 },
	{ "NMR-38.2.release", true, GATE APART("2026-11-14T10:00:00Z", "2026-11-20T10:00:00Z"), OUT, 0 }, { "NMR-38.2.release", false, GATE, OUT, 0 },
	{ "NMR-38.2.release", false, GATE APART("2026-11-14T10:00:00Z", "2026-11-20T10:00:00Z") "separation S7 step_down=Meals with others\n", OUT, 0 },
	{ "NMR-38.2.release", false, GATE APART("2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z"), OUT, 0 },
	{ "NMR-38.2.release", false, GATE APART("2026-09-14T10:00:00Z", "2026-09-20T10:00:00Z"), OUT, 0 },
	{ "NMR-41.5", true, PROVED SAME_INCIDENT("prosecution"), IMPOSE, 0 }, { "NMR-41.5", true, CHARGE SAME_INCIDENT("police"), HEAR, 0 },
	{ "NMR-41.5", false, PROVED SAME_INCIDENT("dismissed"), IMPOSE, 0 }, { "NMR-41.5", false, PROVED SAME_INCIDENT("prosecution") "charge G9 incident=78\n", IMPOSE, 0 },
	{ "NMR-48.1b", true, "", USE ";instrument=baton", 0 }, { "NMR-48.1b", true, "", USE ";resistance=passive", 0 }, { "NMR-48.1b", false, "", USE, 0 },
	{ "NMR-48.1b", true, "", USE ";instrument=firearm;resistance=attack", 0 }, { "NMR-48.1b", false, "", USE ";instrument=firearm;resistance=life", 0 },
	{ "NMR-48.1b", true, "parameter force.rung_attack=2\n", USE ";instrument=spray;resistance=attack", 0 },
	{ "NMR-48.1b", false, "", USE ";instrument=spray;resistance=attack", 0 }, { "NMR-48.1b", false, "", USE ";instrument=hands;resistance=passive", 0 },
	{ "NMR-95", true, "", LEVEL, 0 }, { "NMR-95", true, SCHEME, LEVEL ";reasons=", 0 }, { "NMR-95", false, SCHEME, LEVEL, 0 },
	{ "NMR-95", true, SCHEME "privilege_scheme Z1 state=replaced\n", LEVEL, 0 },
	{ "NMR-95.basic", true, "", PUBLISH "sport food", 0 }, { "NMR-95.basic", true, "", PUBLISH "contact", 0 }, { "NMR-95.basic", true, "", PUBLISH "lawyer", 0 },
	{ "NMR-95.basic", false, "", PUBLISH "sport more_visits", 0 },
	{ "HAV-67", true, PROVED CHILD, IMPOSE, 0 }, { "HAV-67", true, PROVED "person P1 birth_date=?\n", IMPOSE, 0 }, { "HAV-67", true, PROVED CHILD, WITH("diet"), 0 },
	{ "HAV-67", true, PROVED CHILD, WITH("extra_work"), 0 }, { "HAV-67", true, PROVED CHILD, WITH("family_contact"), 0 }, { "HAV-67", true, PROVED CHILD, WITH("dark_cell"), 0 },
	{ "HAV-67", false, PROVED CHILD, WITH("caution"), 0 }, { "HAV-67", false, PROVED, IMPOSE, 0 }, { "HAV-67", true, PROVED CHILD "parameter young.age=14\n", IMPOSE, 0 },
	{ "HAV-67", true, PROVED "person P1 birth_date=2007-01-01\nparameter young.age=21\n", IMPOSE, 0 },
	{ "NMR-50", true, "", SEARCH ";legal_ground=", 0 }, { "NMR-50", true, "", SEARCH ";why=", 0 }, { "NMR-50", true, "", SEARCH ";authority=nobody", 0 },
	{ "NMR-50", true, "", SEARCH PAT ";cause=routine", 0 }, { "NMR-50", false, "", SEARCH, 0 }, { "NMR-50", false, "", SEARCH PAT, 0 },
	{ "NMR-51.a", true, COMPLAINT, SEARCH, 0 }, { "NMR-51.a", false, COMPLAINT "complaint Q1 received_at=2026-11-01T08:00:00Z\n", SEARCH, 0 },
	{ "NMR-51.a", false, COMPLAINT "complaint Q1 kind=request\n", SEARCH, 0 }, { "NMR-51.a", false, "", SEARCH, 0 },
	{ "NMR-51.a", true, SEARCHED("1", "P1") SEARCHED("2", "P1") SEARCHED("3", "P1") SEARCHED("4", "P2"), SEARCH, 0 },
	{ "NMR-51.a", false, SEARCHED("1", "P1") SEARCHED("2", "P1") SEARCHED("4", "P2"), SEARCH, 0 },
	{ "NMR-51.b", true, "", SEARCH ";room=", 0 }, { "NMR-51.b", true, "", SEARCH ";witness=", 0 }, { "NMR-51.b", true, "", SEARCH PAT ";result=found", 0 },
	{ "NMR-51.b", false, "", SEARCH PAT, 0 }, { "NMR-51.b", false, "", SEARCH ";result=found;items=A blade", 0 },
	{ "NMR-52.1a", true, "", SEARCH ";alternatives=", 0 }, { "NMR-52.1a", false, "", SEARCH, 0 }, { "NMR-52.1a", false, "", SEARCH PAT, 0 },
	{ "NMR-52.1b", true, "", SEARCH ";searcher_sex=both", 0 }, { "NMR-52.1b", true, "", SEARCH ";private=no", 0 }, { "NMR-52.1b", true, "", SEARCH ";trained=", 0 },
	{ "NMR-52.1b", true, WOMAN, SEARCH, 0 }, { "NMR-52.1b", false, WOMAN, SEARCH ";searcher_sex=F", 0 }, { "NMR-52.1b", false, "", SEARCH, 0 },
	{ "NMR-52.1b", false, "person P1 gender_self_stated=woman\n", SEARCH ";searcher_sex=F;wish=F", 0 }, { "NMR-52.1b", true, "", SEARCH ";searcher_sex=F;wish=F", 0 },
	{ "NMR-52.1b", false, "", SEARCH ";result=refused;private=", 0 },
	{ "NMR-52.1b", true, "", "admission.search admission=A1;privacy=yes;by_sex=F", 0 }, { "NMR-52.1b", true, "", "admission.search admission=A1;privacy=no;by_sex=M", 0 },
	{ "NMR-52.1b", false, "", "admission.search admission=A1;privacy=yes;by_sex=M", 0 },
	{ "NMR-52.2", true, "", CAVITY ";health_staff=treating", 0 }, { "NMR-52.2", true, "", CAVITY ";health_staff=other", 0 }, { "NMR-52.2", true, "", CAVITY ";authority=duty", 0 },
	{ "NMR-52.2", true, "", CAVITY ";health_staff=", 0 }, { "NMR-52.2", false, "", CAVITY, 0 }, { "NMR-52.2", false, "", CAVITY ";health_staff=trained", 0 },
	{ "BKK-19", true, WOMAN, SEARCH PAT, 0 }, { "BKK-19", true, WOMAN, SEARCH PAT ";searcher_sex=F;trained=no", 0 }, { "BKK-19", false, WOMAN, SEARCH PAT ";searcher_sex=F", 0 },
	{ "BKK-19", false, WOMAN, SEARCH PAT ";kind=detector", 0 }, { "BKK-19", false, "", SEARCH PAT, 0 },
	{ "BKK-20", true, "", SEARCH ";scanner_works=yes", 0 }, { "BKK-20", false, "", SEARCH ";scanner_works=no", 0 }, { "BKK-20", false, "", SEARCH PAT ";scanner_works=yes", 0 },
	{ "BKK-21", true, CHILD, SEARCH ";carer=yes", 0 }, { "BKK-21", true, CHILD, SEARCH PAT, 0 }, { "BKK-21", true, CHILD, SEARCH PAT ";carer=yes;trained=no", 0 },
	{ "BKK-21", false, CHILD, SEARCH PAT ";carer=yes", 0 }, { "BKK-21", false, CHILD, SEARCH PAT ";kind=detector", 0 }, { "BKK-21", false, "", SEARCH PAT, 0 },
	{ "NMR-47.1", true, "", USE ";instrument=chains", 0 }, { "NMR-47.1", true, "", USE ";instrument=weighted", 0 }, { "NMR-47.1", true, "", USE ";instrument=electric", 0 },
	{ "NMR-47.1", true, "", USE ";instrument=thumb", 0 }, { "NMR-47.1", true, "", USE ";instrument=cage", 0 }, { "NMR-47.1", false, "", USE, 0 },
	{ "NMR-47.2a", true, "", USE ";in_court=yes", 0 }, { "NMR-47.2a", false, "", USE ";in_court=yes;ordered_by=court", 0 }, { "NMR-47.2a", false, "", USE, 0 },
	{ "NMR-47.2b", true, "", USE ";ordered_by=other", 0 }, { "NMR-47.2b", true, "", USE ";ordered_by=none;ground=resistance", 0 },
	{ "NMR-47.2b", false, "", USE ";ordered_by=none;ground=self_defence", 0 }, { "NMR-47.2b", false, "", USE ";ordered_by=other;instrument=hands", 0 },
	{ "NMR-47.2b", false, "", USE ";ordered_by=deputy", 0 }, { "NMR-48.1a", true, "", USE ";alternatives=", 0 }, { "NMR-48.1a", false, "", USE, 0 },
	{ "NMR-48.2", true, FLAG "labour\n", USE, 0 }, { "NMR-48.2", false, FLAG "labour\n", USE ";instrument=hands", 0 }, { "NMR-48.2", false, FLAG "diet\n", USE, 0 },
	{ "BKK-24", true, FLAG "labour\n", USE ";instrument=belt", 0 }, { "BKK-24", false, FLAG "labour\nhealth_flag H9 state=ended\n", USE, 0 },
	{ "NMR-82.1a", true, "", USE ";ground=other", 0 }, { "NMR-82.1a", true, "", USE ";ground=discipline;instrument=hands", 0 }, { "NMR-82.1a", false, "", USE, 0 },
	{ "NMR-43.2", true, "", USE ";ground=discipline", 0 }, { "NMR-43.2", false, "", USE, 0 },
	{ "NMR-56.3", true, "", RECEIVE ";channel=sealed;addressee=court", 0 }, { "NMR-56.3", false, "", RECEIVE ";channel=sealed;addressee=court;words=", 0 },
	{ "NMR-56.3", false, "", RECEIVE, 0 }, { "NMR-57.1b", true, STRANGE, ANSWER ";answer=", 0 }, { "NMR-57.1b", true, STRANGE, ANSWER ";onward=no", 0 },
	{ "NMR-57.1b", false, STRANGE, ANSWER, 0 }, { "NMR-57.1b", false, STRANGE, ANSWER ";result=upheld;answer=;onward=no", 0 },
	{ "NMR-57.2a", true, "", RECEIVE ";named_staff=gate other", 0 }, { "NMR-57.2a", false, "", RECEIVE ";named_staff=other", 0 },
	{ "NMR-57.2a", false, "", RECEIVE, 0 },
	{ "NMR-57.2b", true, COMPLAINT, ORDER, 0 }, { "NMR-57.2b", true, COMPLAINT, "placement.place person=P1;place=C2", 0 },
	{ "NMR-57.2b", true, COMPLAINT LAW, LAY, 0 }, { "NMR-57.2b", true, COMPLAINT CHARGE, HEAR, 0 }, { "NMR-57.2b", true, COMPLAINT PROVED, IMPOSE, 0 },
	{ "NMR-57.2b", true, COMPLAINT, "transfer.offer person=P1;to_facility=F2;why=x;authority=x", 0 },
	{ "NMR-57.2b", false, STRANGE, ORDER, 0 }, { "NMR-57.2b", false, COMPLAINT "complaint Q1 received_at=2026-08-01T08:00:00Z\n", ORDER, 0 },
	{ "NMR-57.3", true, TORTURE, ANSWER, 0 }, { "NMR-57.3", true, TORTURE, ANSWER ";result=upheld", 0 },
	{ "NMR-57.3", false, TORTURE "complaint Q1 authority_number=44/26\n", ANSWER, 0 }, { "NMR-57.3", false, STRANGE, ANSWER, 0 },
	{ "NMR-37.a", true, LAW, LAY ";offence=", 0 }, { "NMR-37.a", true, LAW "disciplinary_offence D1 valid_until=2026-11-20\n", LAY, 0 },
	{ "NMR-37.a", true, LAW "disciplinary_offence D1 valid_from=2026-11-22\n", LAY, 0 }, { "NMR-37.a", false, LAW, LAY, 0 },
	{ "NMR-37.b", true, PROVED, IMPOSE ";days=11", 0 }, { "NMR-37.b", true, PROVED, IMPOSE ";kind=", 0 }, { "NMR-37.b", false, PROVED, IMPOSE, 0 },
	{ "NMR-37.b", true, PROVED, IMPOSE ";measure=privileges", 0 }, { "NMR-37.b", true, PROVED "disciplinary_sanction N1 valid_until=2026-11-20\n", IMPOSE, 0 },
	{ "NMR-37.b", true, PROVED "disciplinary_sanction N1 maximum_days=30\n", IMPOSE ";days=15", 0 },
	{ "NMR-37.b", true, PROVED "sanction T9 person=P1;charge=G1;measure=separation;days=10;state=running;ends_on=2026-11-25\n", IMPOSE ";after=T9", 0 },
	{ "NMR-37.b", true, "", LIST("separation") ";maximum_days=15", 0 }, { "NMR-37.b", false, "", LIST("separation") ";maximum_days=14", 0 },
	{ "NMR-37.c", true, CHARGE "charge G1 reported_by=@me\n", HEAR, 0 }, { "NMR-37.c", false, CHARGE, HEAR, 0 },
	{ "NMR-37.c", true, PROVED "charge G1 reported_by=@me\n", IMPOSE, 0 },
	{ "NMR-38.1", true, LAW, LAY ";mediation=", 0 }, { "NMR-38.1", false, LAW, LAY, 0 },
	{ "NMR-39.1a", true, CHARGE, IMPOSE, 0 }, { "NMR-39.1a", true, PROVED "charge G1 notice_at=\n", IMPOSE, 0 }, { "NMR-39.1a", false, PROVED, IMPOSE, 0 },
	{ "NMR-39.1a", true, "", ORDER ";kind=discipline", 0 }, { "NMR-39.1a", false, "", ORDER, 0 },
	{ "NMR-39.1a", false, PROVED "sanction T9 person=P1;charge=G1;measure=separation;days=5;state=running\n", ORDER ";kind=discipline", 0 },
	{ "NMR-39.1b", true, PROVED "sanction T9 person=P1;charge=G1;measure=caution;days=0;state=served\n", IMPOSE, 0 },
	{ "NMR-39.1b", false, PROVED "sanction T9 person=P1;charge=G1;measure=caution;days=0;state=quashed\n", IMPOSE, 0 },
	{ "NMR-39.1b", false, PROVED OTHER("2", "2"), IMPOSE, 0 },
	{ "NMR-39.2", true, PROVED FIVE, IMPOSE ";days=4", 0 }, { "NMR-39.2", false, PROVED FIVE, IMPOSE ";days=3", 0 }, { "NMR-39.2", false, PROVED OTHER("2", "1"), IMPOSE, 0 },
	{ "NMR-39.3a", true, CHARGE, HEAR ";mental=", 0 }, { "NMR-39.3a", true, CHARGE, HEAR ";mental=part", 0 }, { "NMR-39.3a", false, CHARGE, HEAR, 0 },
	{ "NMR-39.3a", false, CHARGE, HEAR ";mental=part;mental_source=Psychiatrist of the district", 0 }, { "NMR-39.3a", false, CHARGE, HEAR ";mental=;finding=dismissed", 0 },
	{ "NMR-39.3b", true, PROVED "charge G1 mental=direct\n", IMPOSE, 0 }, { "NMR-39.3b", false, PROVED, IMPOSE, 0 },
	{ "NMR-41.2", true, CHARGE "charge G1 notice_at=\n", HEAR, 0 }, { "NMR-41.2", true, CHARGE "charge G1 notice_at=2026-11-21T08:00:00Z\n", HEAR, 0 },
	{ "NMR-41.2", false, CHARGE "charge G1 notice_at=2026-11-21T08:00:00Z;time_waived=yes\n", HEAR, 0 }, { "NMR-41.2", false, CHARGE, HEAR, 0 },
	{ "NMR-41.3a", true, CHARGE "charge G1 help=not_offered\n", HEAR, 0 }, { "NMR-41.3a", false, CHARGE, HEAR, 0 },
	{ "NMR-41.3a", false, CHARGE "charge G1 help=not_offered\ndisciplinary_offence D1 serious=no\n", HEAR, 0 },
	{ "NMR-41.3b", true, CHARGE, HEAR ";language=kk", 0 }, { "NMR-41.3b", false, CHARGE, HEAR ";language=kk;interpreter=Sworn interpreter 4", 0 },
	{ "NMR-41.4", true, PROVED, IMPOSE ";review_info=no", 0 }, { "NMR-41.4", false, PROVED, IMPOSE, 0 },
	{ "NMR-43.1c", true, PROVED, WITH("dark_cell"), 0 }, { "NMR-43.1c", true, "", LIST("dark_cell"), 0 },
	{ "NMR-43.3a", true, PROVED, WITH("family_contact"), 0 }, { "NMR-43.3a", true, "", LIST("family_contact"), 0 },
	{ "NMR-43.1d", true, PROVED, WITH("corporal"), 0 }, { "NMR-43.1d", true, PROVED, WITH("diet"), 0 }, { "NMR-43.1d", true, "", LIST("corporal"), 0 },
	{ "NMR-43.1d", false, PROVED, IMPOSE, 0 }, { "NMR-43.1d", false, "", LIST("caution"), 0 },
	{ "NMR-43.1e", true, PROVED, WITH("collective"), 0 }, { "NMR-43.1e", true, "", LIST("collective"), 0 }, { "NMR-43.1e", false, PROVED, IMPOSE, 0 },
	{ "NMR-43.2", true, PROVED, WITH("restraint"), 0 }, { "NMR-43.2", true, "", LIST("restraint"), 0 }, { "NMR-43.2", false, PROVED, IMPOSE, 0 },
	{ "BKK-23", true, PROVED "person P1 sex=F\n", WITH("visits") ";kind=N3", 0 }, { "BKK-23", false, PROVED, WITH("visits") ";kind=N3", 0 },
	{ "BKK-23", true, PROVED "person P1 sex=F\n", WITH("family_contact"), 0 },
	{ "NMR-46.1a", true, CHARGE, HEAR, ROLE(HEALTH) | ROLE(GOVERNOR) }, { "NMR-46.1a", true, PROVED, IMPOSE, ROLE(HEALTH) | ROLE(GOVERNOR) },

	{ "NMR-37.d", true, "", ORDER ";legal_basis=", 0 }, { "NMR-37.d", true, "", ORDER ";exit_criteria=", 0 }, { "NMR-37.d", true, "", ORDER ";authority=", 0 },
	{ "NMR-37.d", false, "", ORDER, 0 },
	{ "NMR-43.1a", true, "", ORDER ";ends_at=", 0 }, { "NMR-43.1a", false, "", ORDER, 0 }, { "NMR-43.1a", true, "", ISOLATE ";ends_at=", ROLE(HEALTH) },
	{ "NMR-43.1a", true, RUNNING, "separation.extend separation=S9", 0 }, { "NMR-43.1a", false, RUNNING, EXTEND, 0 },
	{ "NMR-43.1b", true, "", ORDER ";ends_at=2026-12-07T10:00:00Z", 0 }, { "NMR-43.1b", false, "", ORDER ";ends_at=2026-12-05T09:00:00Z", 0 },
	{ "NMR-43.1b", false, "", ORDER ";ends_at=2027-01-20T10:00:00Z;planned_contact=180", 0 },
	{ "NMR-43.1b", true, "", ORDER ";ends_at=2027-01-20T10:00:00Z;planned_contact=120", 0 },
	{ "NMR-43.1b", true, EARLIER, ORDER, 0 }, { "NMR-43.1b", false, EARLIER "parameter seg.gap_reset_days=2\n", ORDER, 0 },
	{ "NMR-43.1b", false, EARLIER, ORDER ";ends_at=2026-11-24T09:00:00Z", 0 },
	{ "NMR-43.1b", true, EARLIER, ISOLATE ";ends_at=2026-11-27T10:00:00Z", ROLE(HEALTH) },
	{ "NMR-43.1b", true, RUNNING, EXTEND ";ends_at=2026-12-02T10:00:00Z", 0 }, { "NMR-43.1b", false, RUNNING, EXTEND, 0 },
	{ "NMR-43.1c", true, "", ORDER ";light=dark", 0 }, { "NMR-43.1c", true, "", ORDER ";light=constant", 0 }, { "NMR-43.1c", false, "", ORDER, 0 },
	{ "NMR-43.3a", true, "", ORDER ";contact_kept=", 0 }, { "NMR-43.3a", false, "", ORDER ";contact_kept=letters", 0 },
	{ "NMR-43.3b", true, "", ORDER ";contact_kept=letters video", 0 }, { "NMR-43.3b", false, "", ORDER, 0 },
	{ "NMR-43.3b", false, "", ORDER ";contact_kept=letters;contact_why=Threat on the telephone, until Friday", 0 },
	{ "NMR-45.1a", true, "", ORDER ";alternatives=", 0 }, { "NMR-45.1a", true, "", ORDER ";facts=", 0 }, { "NMR-45.1a", false, "", ORDER, 0 },
	{ "NMR-45.1c", true, RUNNING, EXTEND, 0 }, { "NMR-45.1c", false, RUNNING REVIEWED, EXTEND, 0 },
	{ "NMR-45.1c", true, RUNNING REVIEWED "separation_review V9 reviewed_at=2026-11-16T09:00:00Z\n", EXTEND, 0 },
	{ "NMR-45.1c", true, RUNNING "separation S9 ordered_by=@me\n", REVIEW "headquarters", 0 }, { "NMR-45.1c", false, RUNNING, REVIEW "headquarters", 0 },
	{ "NMR-45.1c", true, RUNNING, REVIEW "same_line", 0 },
	{ "NMR-45.1d", true, "", ORDER ";ends_at=2026-11-22T08:00:00Z", ROLE(SECURITY) },
	{ "NMR-45.1d", true, "", ORDER ";emergency=yes", ROLE(SECURITY) }, { "NMR-45.1d", false, "", ORDER, 0 },
	{ "NMR-45.1d", false, "", ORDER ";emergency=yes;ends_at=2026-11-22T08:00:00Z", ROLE(SECURITY) },
	{ "NMR-45.1e", true, "", ORDER ";ground=sentence", 0 }, { "NMR-45.1e", false, "", ORDER, 0 },
	{ "NMR-45.2a", true, "", ORDER ";disability=worse", 0 }, { "NMR-45.2a", true, "", ORDER ";disability=not_assessed", 0 },
	{ "NMR-45.2a", true, "", ORDER ";disability=", 0 }, { "NMR-45.2a", true, FLAG "not_alone\n", ORDER, 0 }, { "NMR-45.2a", false, "", ORDER, 0 },
	{ "NMR-45.2a", false, "", ORDER ";disability=worse;planned_contact=121", 0 }, { "NMR-45.2a", true, RUNNING FLAG "isolation_harms\n", EXTEND, 0 },
	{ "NMR-45.2b", true, FLAG "pregnant\n", ORDER, 0 }, { "NMR-45.2b", false, "", ORDER, 0 }, { "NMR-45.2b", true, RUNNING FLAG "infant\n", EXTEND, 0 },
	{ "NMR-45.2b", false, FLAG "pregnant\nhealth_flag H9 state=ended\n", ORDER, 0 },
	{ "NMR-45.2b", false, FLAG "pregnant\n", ORDER ";kind=own_request;planned_contact=300", 0 },
	{ "BKK-22", true, FLAG "infant\n", ORDER ";kind=discipline;planned_contact=300", 0 }, { "BKK-22", false, FLAG "diet\n", ORDER ";kind=discipline", 0 },
	{ "NMR-45.2c", true, "person P1 birth_date=2009-06-01\n", ORDER, 0 }, { "NMR-45.2c", true, "person P1 birth_date=?\n", ORDER, 0 },
	{ "NMR-45.2c", true, "person P1 birth_date=2008-11-22\n", ORDER ";kind=discipline;planned_contact=400", 0 }, { "NMR-45.2c", false, "", ORDER, 0 },
	{ "NMR-45.2c", false, "person P1 birth_date=2008-11-21\n", ORDER, 0 }, { "NMR-45.2c", true, RUNNING "person P1 birth_date=2009\n", EXTEND, 0 },
	{ "NMR-46.1a", true, "", ORDER, ROLE(HEALTH) | ROLE(GOVERNOR) }, { "NMR-46.1a", false, "", ORDER, 0 },
	{ "NMR-46.1a", true, RUNNING, EXTEND, ROLE(HEALTH) | ROLE(GOVERNOR) },
	{ "NMR-46.1a", false, RUNNING "separation S9 kind=health\n", EXTEND, ROLE(HEALTH) },
	{ "NMR-42", true, "", ORDER ";planned_outdoors=59", 0 }, { "NMR-42", true, "", ORDER ";planned_outdoors=", 0 }, { "NMR-42", false, "", ORDER, 0 },
};
enum { CASE_COUNT = sizeof CASES / sizeof *CASES };

static struct memory *world(struct arena *arena, const struct rule_case *one)
{
	struct memory *memory = memory_make(arena);
	struct text rest = text_from(one->rows), line;
	while (text_next(&rest, '\n', &line)) {
		if (text_ends_with(line, TEXT_OF("ordered_by=@me")))
			row_set_text(memory_row(memory, &RECORD_SEPARATION, text_empty()), SEPARATION_ORDERED_BY, memory->actor.id);
		else if (text_ends_with(line, TEXT_OF("reported_by=@me")))
			row_set_text(memory_row(memory, &RECORD_CHARGE, text_empty()), CHARGE_REPORTED_BY, memory->actor.id);
		else
			memory_put(memory, arena_string(arena, line));
	}
	memory->actor.roles = one->who ? one->who : ROLE(GOVERNOR);
	return memory;
}

/* A generic act: "record.add record NAME pairs". */
static bool decide_by_hand(struct memory *memory, struct text line)
{
	struct text word, name;
	text_next(&line, ' ', &word);
	text_next(&line, ' ', &word);
	text_next(&line, ' ', &name);
	decision_begin(&memory->decision, memory->arena);
	struct row *row = decision_insert(&memory->decision, memory_record(memory, word));
	memory_fill(memory, row, line);
	memory->context.act = &ACT_CHARGE_LAY;
	memory->context.input = row;
	return true;
}

static bool case_bites(struct arena *arena, const struct rule_case *one, role_set roles, struct rule_finding *out_finding)
{
	struct memory *memory = world(arena, one);
	if (roles)
		memory->actor.roles = roles;
	bool decided = text_ends_with(text_slice(text_from(one->act), 0, strcspn(one->act, " ")), TEXT_OF(".add")) ?
		decide_by_hand(memory, text_from(one->act)) : memory_run(memory, text_from(one->act));
	if (!decided && roles)
		return true; /* the verb itself is not for this role */
	if (!decided)
		fail_msg("%s: %s decided otherwise: %.*s", one->rule, one->act,
			TEXT_FORMAT(memory->errors.count ? error_english(arena, &memory->errors.items[0]) : TEXT_OF("no fault")));
	memory_check(memory);
	return rule_named(RIGHTS_RULES, one->rule)->bites(&memory->context, &memory->decision, out_finding);
}

static void cases_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct arena *arena = arena_create();
		struct rule_finding finding = { 0 };
		if (case_bites(arena, &CASES[i], 0, &finding) != CASES[i].bites)
			fail_msg("%s should %s: %s | %s", CASES[i].rule, CASES[i].bites ? "bite" : "be silent", CASES[i].rows, CASES[i].act);
		if (CASES[i].bites && (!finding.message || !finding.advice || !finding.ask || !finding.path))
			fail_msg("%s bites without saying what, what would be lawful, whom to ask, and where", CASES[i].rule);
		struct text act, rest = text_from(CASES[i].act);
		text_next(&rest, ' ', &act);
		const struct memory *memory = memory_make(arena);
		const struct record *inputs = text_ends_with(act, TEXT_OF(".add")) ? &RECORD_DISCIPLINARY_SANCTION : memory_act(memory, act)->input_record;
		if (CASES[i].bites && record_field(inputs, text_from(finding.path + 1)) < 0)
			fail_msg("%s: %.*s has no input %s", CASES[i].rule, TEXT_FORMAT(act), finding.path);
		struct error error = { .message = finding.message };
		memcpy(error.parameters, finding.parameters, sizeof error.parameters);
		if (CASES[i].bites && text_find_byte(error_english(arena, &error), '{') != SIZE_MAX)
			fail_msg("%s: a parameter is missing in: %s", CASES[i].rule, finding.message);
		arena_destroy(arena);
	}
}

/* An absolute rule refuses every role alone and all roles together: no role, and no profile parameter, overrides it. */
static void absolute_rules_have_no_override(void **state)
{
	static const char LOOSE[] = "parameter seg.disc_max_days=400\nparameter young.age=1\nparameter seg.emergency_hours=9000\n"
		"parameter mhc.min_minutes_counted=0\n";
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		const struct rule *rule = rule_named(RIGHTS_RULES, CASES[i].rule);
		if (!rule->absolute || !CASES[i].bites)
			continue;
		assert_int_equal(rule->kind, RULE_REFUSE);
		for (int role = 0; role <= ROLE_COUNT && strcmp(rule->id, "NMR-46.1a") != 0; role++) {
			struct arena *arena = arena_create();
			struct rule_finding finding = { 0 };
			struct rule_case loose = CASES[i];
			loose.rows = arena_string(arena, arena_format(arena, "%s%s", strstr(CASES[i].rule, "45.2c") ? "" : LOOSE, CASES[i].rows));
			if (!case_bites(arena, &loose, role == ROLE_COUNT ? ROLES_ALL : (role_set)1 << role, &finding))
				fail_msg("%s does not bite for role %d: %s", rule->id, role, CASES[i].act);
			arena_destroy(arena);
		}
	}
}

#include "../cases.h"

static void every_rule_has_both(void **state)
{
	(void)state;
	rules_have_both(RIGHTS_RULES);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold), cmocka_unit_test(absolute_rules_have_no_override),
		cmocka_unit_test(every_rule_has_both) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
