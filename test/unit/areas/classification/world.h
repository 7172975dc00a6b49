/* world.h - the small prison of memory.h with a decision in any state: rows shared by the tests of classification. */
#ifndef CUSTOS_TEST_CLASSIFICATION_WORLD_H
#define CUSTOS_TEST_CLASSIFICATION_WORLD_H

#include "areas/assessment/assessment.h"
#include "areas/classification/classification.h"

#define MEMORY_AREAS &AREA_CUSTODY, &AREA_ASSESSMENT, &AREA_CLASSIFICATION
#include "../memory.h"

#include "areas/classification/acts.h"
#include "areas/classification/rules.h"

#define HELD "person P1 episode=E1\nperson P2 episode=E2\n"
#define DECISION_ROW "classification_decision D1 person=P1;kind=security_category;outcome_value=high;value_before=medium;grounds=behaviour;" \
	"reasons=Threatened another with a blade;legal_ground=Article 1;purpose=Safety;way_down=Six months without violence;proposer=S2;body=committee;" \
	"proposed_at=2026-11-10T08:00:00Z;ends_at=2027-01-09T08:00:00Z\n"
#define BASIS_ROW "classification_decision X1 person=P1;kind=extremism_basis;outcome_value=charge;grounds=charge;reasons=Charged under article 255;" \
	"legal_ground=Article 2;purpose=Safety;way_down=Acquittal;proposer=S2;body=committee;proposed_at=2026-10-10T08:00:00Z;" \
	"decided_at=2026-10-20T08:00:00Z;outcome=made;notified_at=2026-10-20T09:00:00Z;started_at=2026-10-20T09:00:00Z;" \
	"ends_at=2027-03-03T08:00:00Z;legal_order=B1;state=in_force\n"
/* Two events, two sources, good grades. */
#define ITEM(id, more) "classification_evidence " id " decision=D1;person=P1;summary=A blade was held;direction=rise;rests_on=violence;source_kind=incident;" \
	"fact_or_opinion=fact;disclosure=full;author=S2;ends_at=2027-01-09T08:00:00Z;" more "\n"
#define ITEM_ONE ITEM("V1", "event=Blade;event_on=2026-11-01;source=Wing A;source_grade=B;content_grade=2")
#define ITEM_TWO ITEM("V2", "event=Threat;event_on=2026-11-05;source=Workshop;source_grade=A;content_grade=1")
#define VOTE(id, member, position) "classification_vote " id " decision=D1;person=P1;member=" member ";position_taken=" position ";no_interest=yes;" \
	"given_at=2026-11-20T08:00:00Z;ends_at=2027-01-09T08:00:00Z\n"
#define VOTES VOTE("O1", "S5", "for") VOTE("O2", "S6", "for") VOTE("O3", "S7", "against")
#define SAID "classification_hearing R1 decision=D1;person=P1;how=heard;words=I was attacked;made_at=2026-11-15T08:00:00Z;ends_at=2027-01-09T08:00:00Z\n"
#define AT(state_) HELD DECISION_ROW "classification_decision D1 state=" state_ "\n"
#define HEARD AT("representations") "classification_decision D1 disclosed_at=2026-11-12T08:00:00Z;prepare_until=2026-11-15T08:00:00Z;withheld_count=0\n"
#define IN_FORCE HELD DECISION_ROW "classification_decision D1 state=notified;outcome=made;decided_at=2026-11-20T08:00:00Z;decider=S5;" \
	"notified_at=2026-11-20T09:00:00Z;started_at=2026-11-20T09:00:00Z;appeal_until=2026-12-20T09:00:00Z;review_due=2026-12-30T08:00:00Z\n"
#define APPEALED IN_FORCE "classification_decision D1 state=appealed\nclassification_appeal A9 decision=D1;person=P1;grounds=Not true;" \
	"lodged_at=2026-11-21T08:00:00Z;state=open;ends_at=2027-01-09T08:00:00Z\n"
#define RESTING IN_FORCE BASIS_ROW "classification_decision D1 rests_on=X1\n"
#define LONG_REASONS "It was seen by two officers on two days"

/* As memory_make; the actor's identifier can stand in a row. */
static inline struct memory *world_make(struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory->actor.id = memory_id(arena, TEXT_OF("S1"));
	return memory;
}

static inline const struct row *world_row(const struct memory *memory, const char *id)
{
	return memory_row(memory, &RECORD_CLASSIFICATION, memory_id(memory->arena, text_from(id)));
}

#endif
