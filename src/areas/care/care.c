/* care.c - joins the tables of the area, and names the rows that show that rules are kept. */
#include "areas/care/care.h"

#include "areas/care/acts.h"
#include "areas/care/rules.h"

#define FOR(symbol, rule_, label_, record_, moment_) \
	static const struct rule_evidence symbol = { .rule = rule_, .rule_field = FIELD_NONE, .label = label_, .record = &record_, .moment_field = moment_, .weight = EVIDENCE_FOR }

FOR(REPORTED, "NMR-71.1a", N_("Events reported to an independent authority"), RECORD_GRAVE_EVENT, GRAVE_EVENT_REPORTED);
FOR(HELD, "NMR-71.1b", N_("Evidence held"), RECORD_EVIDENCE_ITEM, EVIDENCE_ITEM_HELD_AT);
FOR(CLOSED_WITH_CAUSE, "NMR-8.f", N_("Events closed with cause and outcome"), RECORD_GRAVE_EVENT, GRAVE_EVENT_CLOSED);
FOR(BODY, "NMR-72", N_("Bodies returned or buried"), RECORD_GRAVE_EVENT, GRAVE_EVENT_REMAINS_AT);
FOR(SEEN, "NMR-31.1", N_("Requests seen by health staff"), RECORD_HEALTH_REQUEST, HEALTH_REQUEST_SEEN);
FOR(ORDERED, "NMR-27.2", N_("Orders of clinicians carried out"), RECORD_CLINICAL_ORDER, CLINICAL_ORDER_DONE);
FOR(FITNESS, "NMR-30.e", N_("Questions of fitness answered"), RECORD_FITNESS, FITNESS_ANSWERED);
FOR(FILE_MOVED, "NMR-26.2", N_("Medical files handed on"), RECORD_CARE_HANDOVER, CARE_HANDOVER_AT);
FOR(CARRIED, "NMR-24.2", N_("Care handed on"), RECORD_CARE_HANDOVER, CARE_HANDOVER_AT);
FOR(OUTDOORS, "NMR-23.1", N_("Hours in the open recorded"), RECORD_UNIT_DAY, UNIT_DAY_DAY);
FOR(FOOD, "NMR-22.1", N_("Meals recorded"), RECORD_UNIT_DAY, UNIT_DAY_DAY);
FOR(WATER, "NMR-22.2", N_("Drinking water recorded"), RECORD_UNIT_DAY, UNIT_DAY_DAY);
FOR(SPACE, "NMR-13", N_("Places measured"), RECORD_PLACE_CHECK, PLACE_CHECK_AT);
FOR(WINDOWS, "NMR-14.a", N_("Windows looked at"), RECORD_PLACE_CHECK, PLACE_CHECK_AT);
FOR(TOILETS, "NMR-15", N_("Toilets looked at"), RECORD_PLACE_CHECK, PLACE_CHECK_AT);
FOR(CLEAN, "NMR-17", N_("Cleanliness looked at"), RECORD_PLACE_CHECK, PLACE_CHECK_AT);
FOR(WORKED, "NMR-96.1", N_("Work given"), RECORD_WORK, WORK_STARTS);
FOR(RESTED, "NMR-102.2", N_("Work with a day of rest"), RECORD_WORK, WORK_STARTS);
FOR(PAID, "NMR-103.1", N_("Pay for work"), RECORD_WORK_PAY, WORK_PAY_AT);
FOR(COMPENSATED, "NMR-101.2", N_("Notices of accidents at work"), RECORD_WORK_ACCIDENT, WORK_ACCIDENT_NOTICE_AT);
#define HANDED(symbol, rule_, label_, kind_) static const struct rule_evidence symbol = { .rule = rule_, .rule_field = FIELD_NONE, .label = label_, \
	.record = &RECORD_SUPPLY, .moment_field = SUPPLY_AT, .value_field = SUPPLY_KIND, .value = kind_, .weight = EVIDENCE_FOR }
HANDED(BEDDING, "NMR-21", N_("Bedding handed out"), "bedding");
HANDED(CLOTHES, "NMR-19.1", N_("Clothing handed out"), "clothing");
HANDED(HYGIENE, "NMR-18.1", N_("Hygiene articles handed out"), "hygiene");
HANDED(SANITARY, "BKK-5", N_("Sanitary towels handed out"), "sanitary");

#define OFFERED(symbol, rule_, label_, kind_) RULE_SHOWN(symbol, rule_, label_, RECORD_ACTIVITY, ACTIVITY_DAY, ACTIVITY_KIND, kind_)
OFFERED(RECREATION, "NMR-105", N_("Sessions of games and recreation"), "recreation");
OFFERED(CULTURE, "NMR-105", N_("Sessions of music, film, culture"), "culture");
OFFERED(SCHOOL, "NMR-96.2", N_("Sessions of school"), "education");
OFFERED(TRAINING, "NMR-96.2", N_("Sessions of training for a trade"), "training");
FOR(HOURS, "NMR-96.2", N_("Hours of work paid"), RECORD_WORK_PAY, WORK_PAY_UNTIL);

static const struct rule_evidence *const EVIDENCE[] = { &REPORTED, &HELD, &CLOSED_WITH_CAUSE, &BODY, &SEEN, &ORDERED, &FITNESS, &FILE_MOVED, &CARRIED,
	&OUTDOORS, &FOOD, &WATER, &SPACE, &WINDOWS, &TOILETS, &CLEAN, &BEDDING, &CLOTHES, &HYGIENE, &SANITARY, &WORKED, &RESTED, &PAID, &COMPENSATED, &RECREATION, &CULTURE, &SCHOOL, &TRAINING,
	&HOURS, NULL };

const struct area AREA_CARE = { .name = "care", .label = N_("Care"), .records = CARE_RECORDS, .acts = CARE_ACTS, .rules = CARE_RULES,
	.clocks = CARE_CLOCKS, .reactions = CARE_REACTIONS, .evidence = EVIDENCE };
