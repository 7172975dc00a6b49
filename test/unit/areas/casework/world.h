/*
 * world.h - the small prison of ../memory.h with people who work in it: a plan of P1, a programme, a group with P2 in it.
 */
#ifndef CUSTOS_TEST_AREAS_CASEWORK_WORLD_H
#define CUSTOS_TEST_AREAS_CASEWORK_WORLD_H

#include "areas/assessment/assessment.h"
#include "areas/casework/acts.h"
#include "areas/casework/casework.h"
#include "areas/classification/classification.h"
#include "service/records.h"

#define MEMORY_AREAS &AREA_ENGINE, &AREA_CUSTODY, &AREA_ASSESSMENT, &AREA_CLASSIFICATION, &AREA_CASEWORK
#include "../memory.h"

static const char CASEWORK_WORLD[] =
	"user_account B1 name=anna;display_name=Anna;roles=caseworker;active=yes\n"
	"user_account B2 name=bolat;display_name=Bolat;roles=psychologist;active=yes\n"
	"user_account B3 name=guard;display_name=Guard;roles=security;active=yes\n"
	"user_account B4 name=gone;display_name=Gone;roles=caseworker;active=no\n"
	"plan P9 person=P1;state=draft;opened_on=2026-11-01;strengths=Bakes;resettlement=With the brother\n"
	"plan_objective Z1 plan=P9;person=P1;area=work;words=A trade;measure=Paper;baseline=None;due_on=2027-01-01;state=proposed\n"
	"plan_action N1 objective=Z1;person=P1;what=Course;owner_kind=person;due_on=2026-12-01;state=open\n"
	"intervention G1 name=Calm;kind=cognitive;aims=Calm;areas=thinking;sessions=3;minutes=60;group_size=2;manual_version=1;for_whom=both;"
	"womens_track=yes;untried=no;in_use=yes\n"
	"certificate T1 holder=B2;holder_name=Bolat;kind=facilitator;issued_on=2026-01-01;expires_on=2027-01-01;state=valid\n"
	"certificate T2 holder=B1;holder_name=Anna;kind=facilitator;issued_on=2026-01-01;expires_on=2027-01-01;state=valid\n"
	"facilitator_approval Y1 worker=B2;kind=psychologist;state=active;vetting_expires_on=2027-01-01;certificate=T1;"
	"supervised_on=2026-11-01;conduct_signed=yes\n"
	"programme_group Q1 facility=F1;programme=G1;name=One;facilitator=B2;facilitator_name=Bolat;starts_on=2026-11-01;state=running\n"
	"enrolment J1 person=P1;programme=G1;state=suitable;referred_on=2026-11-02;why=Quarrels;goals=Calm\n"
	"enrolment J2 person=P2;programme=G1;state=on_programme;training_group=Q1;referred_on=2026-11-02;why=Quarrels;goals=Calm;started_on=2026-11-03\n"
	"consent V1 person=P1;purpose=programme;enrolment=J1;state=given;language=ru;explained_by=Anna;limits_told=yes;asked_on=2026-11-02\n"
	"programme_session R1 training_group=Q1;facility=F1;planned_at=2026-11-21T09:00:00Z;topic=First;state=planned\n";

static inline struct memory *world_make(struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory->actor.id = memory_id(arena, TEXT_OF("B1"));
	memory_put(memory, CASEWORK_WORLD);
	return memory;
}

/* Runs the lines; each must do, and all but the last are kept. */
static inline void world_run(struct memory *memory, const char *lines)
{
	struct text rest = text_from(lines), line;
	while (text_next(&rest, '\n', &line)) {
		if (!memory_run(memory, line))
			fail_msg("%.*s: %.*s", TEXT_FORMAT(line), TEXT_FORMAT(error_english(memory->arena, &memory->errors.items[0])));
		memory_check(memory);
		memory_keep(memory);
	}
}

/* The act is refused beside that input. */
static inline void world_refused(struct memory *memory, const char *line, const char *path)
{
	if (memory_run(memory, text_from(line)))
		fail_msg("%s is not refused", line);
	if (!text_equal_string(memory->errors.items[0].path, path))
		fail_msg("%s: at %.*s, not at %s", line, TEXT_FORMAT(memory->errors.items[0].path), path);
}

#endif
