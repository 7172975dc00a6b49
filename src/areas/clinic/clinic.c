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

static const struct rule_evidence *const EVIDENCE[] = { &ANSWERED, &FORWARDED, &AGREED, &SCREENED, &GIRLS, &UNTRIED, &SELF_HARM, NULL };

const struct area AREA_CLINIC = { .name = "clinic", .label = N_("Clinic"), .records = CLINIC_RECORDS, .acts = CLINIC_ACTS, .rules = CLINIC_RULES,
	.clocks = CLINIC_CLOCKS, .reactions = CLINIC_REACTIONS, .evidence = EVIDENCE };
