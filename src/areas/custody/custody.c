/* custody.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/custody/custody.h"

#include "areas/custody/acts.h"

/* Each row was written with its author, moment and entry in the signed journal; there is no other way to write one. */
static const struct rule_evidence JOURNALED = { .rule = "NMR-6.2", .label = N_("Admissions written into the signed journal"), .record = &RECORD_ADMISSION,
	.moment_field = ADMISSION_ARRIVED_AT, .weight = EVIDENCE_FOR };
static const struct rule_evidence ROUNDS = { .rule = "NMR-12.2b", .label = N_("Rounds at night"), .record = &RECORD_NIGHT_ROUND,
	.moment_field = NIGHT_ROUND_AT, .weight = EVIDENCE_FOR };
/* Only those who care for the child's interest open this compartment, and no export has it without them. */
static const struct rule_evidence CHILDREN_CLOSED = { .rule = "BKK-3.2", .label = N_("Children kept in a part of the file that is closed to other staff"),
	.record = &RECORD_CHILD, .moment_field = FIELD_CREATED_AT, .weight = EVIDENCE_FOR };
/* A note has an author, a moment and how it is known; without them it is not written. */
static const struct rule_evidence NOTES = { .rule = "NMR-8.c", .label = N_("Notes with their author and how it is known"), .record = &RECORD_CASE_NOTE,
	.moment_field = FIELD_CREATED_AT, .weight = EVIDENCE_FOR };
/* Occupancy and numbers of people are counted from these rows; nobody keeps a second list. */
static const struct rule_evidence COUNTED = { .rule = "NMR-10", .label = N_("Stays that statistics count by themselves"), .record = &RECORD_CUSTODY_EPISODE,
	.moment_field = CUSTODY_EPISODE_ADMITTED_AT, .weight = EVIDENCE_FOR };
/* A death is recorded only with its circumstances. */
static const struct rule_evidence DEATHS = { .rule = "NMR-8.f", .label = N_("Deaths recorded with their circumstances"), .record = &RECORD_MOVEMENT,
	.moment_field = MOVEMENT_LEFT_AT, .value_field = MOVEMENT_KIND, .value = "death", .weight = EVIDENCE_FOR };
RULE_SHOWN(OWN_OUTSIDE, "NMR-19.3", N_("Ways outside in own clothes"), RECORD_MOVEMENT, MOVEMENT_LEFT_AT, MOVEMENT_DRESS, "own");
RULE_SHOWN(PLAIN_OUTSIDE, "NMR-19.3", N_("Ways outside in clothes that show nothing"), RECORD_MOVEMENT, MOVEMENT_LEFT_AT, MOVEMENT_DRESS, "plain");
RULE_SHOWN(CLOTHES_FIT, "NMR-20", N_("Own clothes clean and fit at admission"), RECORD_ADMISSION, ADMISSION_ARRIVED_AT, ADMISSION_OWN_CLOTHES, "fit");
RULE_SHOWN(CLOTHES_MADE_FIT, "NMR-20", N_("Own clothes washed or mended at admission"), RECORD_ADMISSION, ADMISSION_ARRIVED_AT, ADMISSION_OWN_CLOTHES, "made_fit");
static const struct rule_evidence CLOTHES_NOT_FIT = { .rule = "NMR-20", .label = N_("Own clothes left dirty or unfit at admission"), .record = &RECORD_ADMISSION,
	.moment_field = ADMISSION_ARRIVED_AT, .value_field = ADMISSION_OWN_CLOTHES, .value = "not_fit", .weight = EVIDENCE_AGAINST };
RULE_SHOWN(REASONS_TOLD, "BOP-10", N_("Arrests whose reasons were told, with the time"), RECORD_CUSTODY_EPISODE, CUSTODY_EPISODE_REASONS_TOLD, FIELD_NONE, NULL);
RULE_SHOWN(APPEARED, "BOP-12", N_("First appearances before a judge, with the time"), RECORD_CUSTODY_EPISODE, CUSTODY_EPISODE_APPEARED, FIELD_NONE, NULL);
RULE_SHOWN(FAMILY_TOLD, "BOP-16", N_("Notices to families"), RECORD_NOTICE, NOTICE_AT, NOTICE_TO, "family");
RULE_SHOWN(QUESTIONED, "BOP-23", N_("Questionings recorded with times, officials and lawyer"), RECORD_QUESTIONING, QUESTIONING_BEGAN, FIELD_NONE, NULL);
static const struct rule_evidence *const EVIDENCE[] = { &OWN_OUTSIDE, &PLAIN_OUTSIDE, &CLOTHES_FIT, &CLOTHES_MADE_FIT, &CLOTHES_NOT_FIT, &REASONS_TOLD, &APPEARED,
	&FAMILY_TOLD, &QUESTIONED, &NOTES, &DEATHS, &COUNTED, &JOURNALED, &ROUNDS, &CHILDREN_CLOSED, NULL };

const struct area AREA_CUSTODY = { .name = "custody", .label = N_("Custody"), .records = CUSTODY_RECORDS, .acts = CUSTODY_ACTS,
	.rules = CUSTODY_RULES, .clocks = CUSTODY_CLOCKS, .reactions = CUSTODY_REACTIONS, .evidence = EVIDENCE };
