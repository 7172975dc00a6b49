/* rules_account.c - what may not be taken from a person's money, and what is paid out at release. */
#include "areas/care/rules.h"

static const char *const POST[] = { "account_entry.post", NULL };
static const char *const GATE[] = { "release.release", NULL };

static bool is_posted(const struct decision *decision, const char *kind)
{
	const struct row *entry = decision_row(decision, &RECORD_ACCOUNT_ENTRY);
	return entry && row_is(entry, ACCOUNT_ENTRY_KIND, kind);
}

static bool health_fee(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	*out = (struct rule_finding){ .path = "/kind", .message = N_("The person would pay for necessary health care"), .ask = N_("The health service and the director"),
		.advice = N_("Necessary care is free. What the person chose beyond it, such as an own doctor, is other money out") };
	return is_posted(decision, "health_fee");
}

static bool transport_charged(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)context;
	*out = (struct rule_finding){ .path = "/kind", .message = N_("The person would pay for transport by the prison service"), .ask = N_("The director"),
		.advice = N_("The administration pays; what was taken already is given back: open the line and choose Take back a line") };
	return is_posted(decision, "transport");
}

static bool savings_kept(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *release = decision_row(decision, &RECORD_RELEASE);
	if (!release)
		return false;
	const struct condition own = CONDITION_TEXT(ACCOUNT_ENTRY_PERSON, row_text(release, RELEASE_PERSON));
	struct rows entries = act_find(context, &RECORD_ACCOUNT_ENTRY, &own, 1);
	*out = (struct rule_finding){ .path = "/release", .message = N_("What the person saved for release has not been paid out"), .ask = N_("Whoever keeps the accounts, or the director"),
		.advice = N_("Open the account of the person, choose Pay out the account, and let the person sign") };
	return account_balance(&entries, "saved") > 0;
}

RULE(NMR_24_1, "NMR-24.1", RULE_REFUSE, POST, health_fee, N_("Necessary health care is free of charge"));
RULE(NMR_73_3, "NMR-73.3", RULE_REFUSE, POST, transport_charged, N_("The administration pays for the transport of prisoners"));
RULE(NMR_103_3, "NMR-103.3", RULE_EVIDENCE, GATE, savings_kept, N_("What was saved is paid out at release"));
