/* staff.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/staff/staff.h"

#include "areas/staff/acts.h"
#include "areas/staff/rules.h"

#define SPECIALIST(symbol, label_, profession_) RULE_SHOWN(symbol, "NMR-78.1", label_, RECORD_STAFF_MEMBER, FIELD_CREATED_AT, STAFF_MEMBER_PROFESSION, profession_)

SPECIALIST(PSYCHIATRISTS, N_("Psychiatrists on the staff"), "psychiatrist");
SPECIALIST(PSYCHOLOGISTS, N_("Psychologists on the staff"), "psychologist");
SPECIALIST(SOCIAL_WORKERS, N_("Social workers on the staff"), "social_worker");
SPECIALIST(TEACHERS, N_("Teachers on the staff"), "teacher");
SPECIALIST(INSTRUCTORS, N_("Trade instructors on the staff"), "instructor");
RULE_SHOWN(PERMANENT, "NMR-78.2", N_("Social workers and teachers with a permanent contract"), RECORD_STAFF_MEMBER, FIELD_CREATED_AT, STAFF_MEMBER_TENURE, "permanent");
static const struct rule_evidence FOR_A_TIME = { .rule = "NMR-78.2", .label = N_("Social workers and teachers with another contract"), .record = &RECORD_STAFF_MEMBER,
	.moment_field = FIELD_CREATED_AT, .value_field = STAFF_MEMBER_TENURE, .value = "other", .weight = EVIDENCE_AGAINST };
RULE_SHOWN(LANGUAGES, "NMR-80.1", N_("Members of staff, with the languages they speak"), RECORD_STAFF_MEMBER, FIELD_CREATED_AT, 0, NULL);
RULE_SHOWN(SESSIONS, "NMR-25.2", N_("Sessions of dentist and psychiatry"), RECORD_HEALTH_SESSION, HEALTH_SESSION_ON, 0, NULL);
RULE_SHOWN(VISITS, "NMR-79.3", N_("Visits of directors"), RECORD_DIRECTOR_VISIT, DIRECTOR_VISIT_ON, 0, NULL);
RULE_SHOWN(COURSES, "NMR-75.3", N_("In-service courses"), RECORD_STAFF_TRAINING, STAFF_TRAINING_FINISHED, STAFF_TRAINING_MODULE, "in_service");
static const struct rule_evidence *const EVIDENCE[] = { &PSYCHIATRISTS, &PSYCHOLOGISTS, &SOCIAL_WORKERS, &TEACHERS, &INSTRUCTORS, &PERMANENT, &FOR_A_TIME, &LANGUAGES, &SESSIONS,
	&VISITS, &COURSES, NULL };

const struct area AREA_STAFF = { .name = "staff", .label = N_("Staff"), .records = STAFF_RECORDS, .acts = STAFF_ACTS, .rules = STAFF_RULES, .clocks = STAFF_CLOCKS,
	.evidence = EVIDENCE };
