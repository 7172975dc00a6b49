/* rights.c - joins the tables of the area, and what of it shows in the state of the rules. */
#include "areas/rights/rights.h"

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"

static const struct rule_evidence COMPLAINTS = { .rule = "NMR-8.d", .label = N_("Complaints and requests on file"), .record = &RECORD_COMPLAINT,
	.moment_field = COMPLAINT_RECEIVED, .weight = EVIDENCE_FOR };
static const struct rule_evidence SANCTIONS = { .rule = "NMR-8.e", .label = N_("Sanctions on file, with charge and hearing"), .record = &RECORD_SANCTION,
	.moment_field = FIELD_CREATED_AT, .weight = EVIDENCE_FOR };
RULE_SHOWN(CONTACT_COUNTED, "NMR-44.1", N_("Contact and time out of cell of separated people written down, from which each day is counted"), RECORD_SEPARATION_ENTRY,
	SEPARATION_ENTRY_STARTED, FIELD_NONE, NULL);
RULE_SHOWN(RUNS_COUNTED, "NMR-44.2", N_("Separations whose days are counted on through orders, labels and facilities"), RECORD_SEPARATION, SEPARATION_STARTS, FIELD_NONE,
	NULL);
RULE_SHOWN(MITIGATED, "NMR-38.2", N_("Plans against the harm of separation"), RECORD_SEPARATION, SEPARATION_MITIGATED_AT, FIELD_NONE, NULL);
RULE_SHOWN(ASKED, "NMR-56.1", N_("Units asked for complaints and requests"), RECORD_COMPLAINT_ROUND, COMPLAINT_ROUND_AT, FIELD_NONE, NULL);
RULE_SHOWN(ASKED_APART, "NMR-56.1", N_("Separated people asked for complaints and requests"), RECORD_SEPARATION_ENTRY, SEPARATION_ENTRY_STARTED, SEPARATION_ENTRY_KIND,
	"complaint_round");
RULE_SHOWN(BY_LAWYERS, "NMR-56.4", N_("Complaints that a lawyer brought"), RECORD_COMPLAINT, COMPLAINT_RECEIVED, COMPLAINT_CHANNEL, "lawyer");
RULE_SHOWN(BY_FAMILY, "NMR-56.4", N_("Complaints that family or friends brought"), RECORD_COMPLAINT, COMPLAINT_RECEIVED, COMPLAINT_CHANNEL, "family");
RULE_SHOWN(BY_MONITORS, "NMR-56.4", N_("Complaints that an inspector or monitor brought"), RECORD_COMPLAINT, COMPLAINT_RECEIVED, COMPLAINT_CHANNEL, "inspector");
RULE_SHOWN(SCHEMES, "NMR-95", N_("Schemes of privileges published"), RECORD_PRIVILEGE_SCHEME, PRIVILEGE_SCHEME_PUBLISHED, FIELD_NONE, NULL);
static const struct rule_evidence *const EVIDENCE[] = { &COMPLAINTS, &SANCTIONS, &CONTACT_COUNTED, &RUNS_COUNTED, &MITIGATED, &ASKED, &ASKED_APART, &BY_LAWYERS, &BY_FAMILY,
	&BY_MONITORS, &SCHEMES, NULL };

const struct area AREA_RIGHTS = { .name = "rights", .label = N_("Rights"), .records = RIGHTS_RECORDS, .acts = RIGHTS_ACTS, .rules = RIGHTS_RULES,
	.clocks = RIGHTS_CLOCKS, .reactions = RIGHTS_REACTIONS, .evidence = EVIDENCE };
