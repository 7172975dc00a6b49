/* clinic.c - joins the tables of the area, and names the rows that show that rules are kept. */
#include "areas/clinic/clinic.h"

#include "areas/clinic/acts.h"
#include "areas/clinic/rules.h"

RULE_SHOWN(ANSWERED, "NMR-26.1b", N_("Requests about the own medical file answered"), RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_DONE, MEDICAL_REQUEST_KIND, "file");
RULE_SHOWN(FORWARDED, "BOP-25", N_("Requests for a second opinion sent on"), RECORD_MEDICAL_REQUEST, MEDICAL_REQUEST_DONE, MEDICAL_REQUEST_KIND, "opinion");
RULE_SHOWN(AGREED, "NMR-32.1b", N_("Treatment with consent recorded"), RECORD_TREATMENT, TREATMENT_AT, TREATMENT_STATE, "agreed");
RULE_SHOWN(SCREENED, "BKK-6", N_("Screenings by heads"), RECORD_HEALTH_SCREENING, HEALTH_SCREENING_AT, FIELD_NONE, NULL);
RULE_SHOWN(GIRLS, "BKK-36", N_("Protection plans for girls"), RECORD_PROTECTION_PLAN, PROTECTION_PLAN_MADE, PROTECTION_PLAN_KIND, "girl");
RULE_SHOWN(UNTRIED, "BKK-56", N_("Protection plans for women before trial"), RECORD_PROTECTION_PLAN, PROTECTION_PLAN_MADE, PROTECTION_PLAN_KIND, "untried");
RULE_SHOWN(SELF_HARM, "BKK-16", N_("Plans against self-harm"), RECORD_PROTECTION_PLAN, PROTECTION_PLAN_MADE, PROTECTION_PLAN_KIND, "self_harm");

RULE_SHOWN(REPORTED, "NMR-33", N_("Reports of the health service answered by the director"), RECORD_HEALTH_ADVICE, HEALTH_ADVICE_ANSWERED, FIELD_NONE, NULL);
RULE_SHOWN(MOVED, "NMR-109.1", N_("People moved to care outside prison"), RECORD_CARE_OUTSIDE, CARE_OUTSIDE_MOVED, FIELD_NONE, NULL);
RULE_SHOWN(UNITS, "NMR-109.2", N_("Units led by clinicians"), RECORD_CARE_UNIT, CARE_UNIT_OPENED, FIELD_NONE, NULL);
RULE_SHOWN(REFERRED, "NMR-109.3", N_("People seen after a referral"), RECORD_HEALTH_REFERRAL, HEALTH_REFERRAL_SEEN, FIELD_NONE, NULL);

RULE_SHOWN(SUPPORTED, "BKK-7.2", N_("Support offered after abuse"), RECORD_ABUSE_CARE, ABUSE_CARE_OFFERED_AT, FIELD_NONE, NULL);
RULE_SHOWN(CASES_SENT, "BKK-7.1", N_("Cases of abuse sent to the authority"), RECORD_ABUSE_CARE, ABUSE_CARE_REFERRED, FIELD_NONE, NULL);
RULE_SHOWN(PREVENTED, "BKK-18", N_("Preventive screenings offered"), RECORD_SCREENING_OFFER, SCREENING_OFFER_AT, FIELD_NONE, NULL);
RULE_SHOWN(INQUIRIES, "BOP-34", N_("Deaths after release reported for an inquiry"), RECORD_LATER_DEATH, LATER_DEATH_REPORTED, FIELD_NONE, NULL);
RULE_SHOWN(CONSULTED, "HAV-64", N_("Restraints of young people reported upward"), RECORD_RESTRAINT_CONSULTATION, RESTRAINT_CONSULTATION_AT, FIELD_NONE, NULL);

static const struct rule_evidence *const EVIDENCE[] = { &ANSWERED, &FORWARDED, &AGREED, &SCREENED, &GIRLS, &UNTRIED, &SELF_HARM, &REPORTED, &MOVED, &UNITS, &REFERRED,
	&SUPPORTED, &CASES_SENT, &PREVENTED, &INQUIRIES, &CONSULTED, NULL };

const struct area AREA_CLINIC = { .name = "clinic", .label = N_("Clinic"), .records = CLINIC_RECORDS, .acts = CLINIC_ACTS, .rules = CLINIC_RULES,
	.clocks = CLINIC_CLOCKS, .reactions = CLINIC_REACTIONS, .evidence = EVIDENCE };
