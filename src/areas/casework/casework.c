/* casework.c - joins the tables of the area. */
#include "areas/casework/casework.h"

#include "areas/casework/acts.h"

RULE_SHOWN(OFFERED, "NMR-4.2", N_("Referrals to programmes"), RECORD_ENROLMENT, ENROLMENT_REFERRED_ON, 0, NULL);
RULE_SHOWN(SESSIONS, "NMR-92.1", N_("Sessions that took place"), RECORD_PROGRAMME_SESSION, PROGRAMME_SESSION_PLANNED_AT, PROGRAMME_SESSION_STATE, "held");
RULE_SHOWN(AGREED, "NMR-94", N_("Plans signed by the person"), RECORD_PLAN, PLAN_AGREED_ON, PLAN_SIGNATURE, "signed");
RULE_SHOWN(REVIEWED, "NMR-94", N_("Reviews of plans"), RECORD_PLAN_REVIEW, PLAN_REVIEW_HELD_ON, 0, NULL);
RULE_SHOWN(WAY_OUT, "NMR-107", N_("Release plans begun"), RECORD_RELEASE_PLAN, RELEASE_PLAN_OPENED_ON, 0, NULL);
RULE_SHOWN(ARRANGED, "NMR-108.1", N_("Needs after release that are arranged"), RECORD_RESETTLEMENT_NEED, FIELD_CREATED_AT, RESETTLEMENT_NEED_STATE, "arranged");
RULE_SHOWN(AGENCIES, "NMR-108.2", N_("Partners outside, with the person's consent"), RECORD_PARTNER, FIELD_CREATED_AT, 0, NULL);
RULE_SHOWN(CONSENTS, "S2396-c", N_("People asked whether they want to take part"), RECORD_CONSENT, CONSENT_ASKED_ON, CONSENT_PURPOSE, "programme");
RULE_SHOWN(COMMUNITY, "NMR-88.1", N_("Talks with agencies of the community"), RECORD_CASE_CONTACT, CASE_CONTACT_HAPPENED_AT, CASE_CONTACT_KIND, "agency");
RULE_SHOWN(AFTERCARE, "NMR-90", N_("Referrals to aftercare"), RECORD_AFTERCARE_REFERRAL, AFTERCARE_REFERRAL_ON, 0, NULL);
static const struct rule_evidence *const EVIDENCE[] = { &OFFERED, &SESSIONS, &AGREED, &REVIEWED, &WAY_OUT, &ARRANGED, &AGENCIES, &CONSENTS, &COMMUNITY, &AFTERCARE, NULL };

const struct area AREA_CASEWORK = { .name = "casework", .label = N_("Casework"), .records = CASEWORK_RECORDS, .acts = CASEWORK_ACTS,
	.rules = CASEWORK_RULES, .clocks = CASEWORK_CLOCKS, .reactions = CASEWORK_REACTIONS, .evidence = EVIDENCE };
