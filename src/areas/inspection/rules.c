/* rules.c - the Rules about inspections themselves: free entry, who is in a team, reports and replies in time. */
#include "areas/inspection/acts.h"

static const char *const OPENING[] = { "inspection.open", NULL };
static const char *const REPORT[] = { "inspection-report", NULL };
static const char *const REPLY[] = { "recommendation-reply", "recommendation-target", NULL };

/* The time at the gate is a fact: it is recorded and becomes a breach. */
static bool kept_waiting(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	const struct row *inspection = decision_row(decision, &RECORD_INSPECTION);
	int64_t minutes = act_parameter(context, row_text(inspection, INSPECTION_FACILITY), "inspect.entry_delay_minutes", 15);
	int64_t asked = row_moment(inspection, INSPECTION_ENTRY_ASKED_AT), given = row_moment(inspection, INSPECTION_ENTRY_GIVEN_AT);
	if (asked == 0 || given == 0 || given - asked <= minutes * MOMENT_MINUTE)
		return false;
	*out_finding = (struct rule_finding){ .message = N_("Inspectors waited {minutes} minutes for entry"),
		.parameters = { { "minutes", arena_format(context->arena, "%lld", (long long)((given - asked) / MOMENT_MINUTE)), false } },
		.path = "/entry_given_at" };
	return true;
}
static const struct rule ENTRY = { "NMR-84.1b", N_("Inspectors choose where they go and may come unannounced"), RULE_BREACH, false, OPENING, NULL, kept_waiting };

static bool one_sex_only(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	const struct row *inspection = decision_row(decision, &RECORD_INSPECTION);
	int64_t size = row_integer(inspection, INSPECTION_TEAM_SIZE, 0), women = row_integer(inspection, INSPECTION_TEAM_WOMEN, -1);
	(void)context;
	if (size < 2 || women < 0 || (women > 0 && women < size))
		return false;
	*out_finding = (struct rule_finding){ .message = N_("The team has only members of one sex"), .path = "/team_women",
		.advice = N_("Teams balance women and men, and have a health professional among them"), .ask = N_("Who sends the team") };
	return true;
}
static const struct rule TEAM = { "NMR-84.2", N_("Teams of external inspectors are qualified and balanced"), RULE_WARN, false, OPENING, NULL, one_sex_only };

static const struct rule REPORTED = { "NMR-85.1", N_("Every inspection ends with a written report"), RULE_DEADLINE, false, NULL, REPORT, NULL };
static const struct rule REPLIED = { "NMR-85.2", N_("Recommendations are answered in time, and carried out as answered"), RULE_DEADLINE, false, NULL, REPLY, NULL };

const struct rule *const INSPECTION_RULES[] = { &ENTRY, &TEAM, &REPORTED, &REPLIED, NULL };

#define ANSWERERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
static const struct clock_kind REPORT_CLOCK = { "inspection-report", N_("Report of the inspection"), "NMR-85.1", "report.days", 60, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(AUDITOR) | ROLE(INSPECTOR), ROLE(HEADQUARTERS), 168, false, true, "inspection.send" };
static const struct clock_kind REPLY_CLOCK = { "recommendation-reply", N_("Reply to a recommendation"), "NMR-85.2", "rec.reply_days", 90, CLOCK_DAYS,
	SOURCE_PROPOSAL, ANSWERERS, ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 168, false, true, "recommendation.reply" };
static const struct clock_kind TARGET_CLOCK = { "recommendation-target", N_("Recommendation to be carried out"), "NMR-85.2", NULL, 0, CLOCK_DAYS,
	SOURCE_PROPOSAL, ANSWERERS, ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 168, false, true, "recommendation.done" };
const struct clock_kind *const INSPECTION_CLOCKS[] = { &REPORT_CLOCK, &REPLY_CLOCK, &TARGET_CLOCK, NULL };
