/* rules.c - the Rules about inspections themselves: free entry, who is in a team, reports and replies in time. */
#include "areas/inspection/acts.h"

#include <string.h>

#include "areas/custody/records.h"

enum { LEAST_LETTERS = 5 }; /* shorter words with a digit are cells and hours, not files */

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

/* ---- who was heard stays with the inspector ---- */

static bool interviews_overheard(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	const struct row *inspection = decision_row(decision, &RECORD_INSPECTION);
	(void)context;
	*out_finding = (struct rule_finding){ .message = N_("Staff of the prison could hear the interviews of the inspectors"), .path = "/interviews_alone" };
	return row_is(inspection, INSPECTION_ALONE, "staff");
}
static const struct rule ALONE = { "NMR-56.2", N_("People speak with inspectors freely and alone"), RULE_BREACH, false, OPENING, NULL, interviews_overheard };

static bool is_number(const struct act_context *context, struct text word)
{
	const struct condition person = CONDITION_TEXT(PERSON_NUMBER, word), stay = CONDITION_TEXT(CUSTODY_EPISODE_NUMBER, word);
	bool digit = false;
	for (size_t i = 0; i < word.length; i++)
		digit = digit || (word.data[i] >= '0' && word.data[i] <= '9');
	return digit && word.length >= LEAST_LETTERS && (act_count(context, &RECORD_PERSON, &person, 1) > 0 || act_count(context, &RECORD_CUSTODY_EPISODE, &stay, 1) > 0);
}

/* A number of a file or of the register in words that the prison reads later. */
static struct text number_in(const struct act_context *context, struct text words)
{
	for (size_t from = 0, to = 0; from < words.length; from = to + 1) {
		for (to = from; to < words.length && !strchr(" \n\t,;:()\"'", words.data[to]);)
			to++;
		struct text word = text_slice(words, from, to);
		while (word.length > 0 && strchr(".!?", word.data[word.length - 1]))
			word.length--;
		if (is_number(context, word))
			return word;
	}
	return text_empty();
}

static bool person_is_named(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	static const char *const PLACES[] = { "evidence", "finding", "text" };
	(void)decision;
	for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
		int field = record_field(context->input->record, text_from(PLACES[i]));
		struct text number = field >= 0 ? number_in(context, row_text(context->input, field)) : text_empty();
		if (text_is_empty(number))
			continue;
		*out_finding = (struct rule_finding){ .message = N_("{number} is the number of a person, and the prison reads this"), .parameters = { { "number", number, false } },
			.path = arena_string(context->arena, arena_format(context->arena, "/%s", PLACES[i])), .ask = N_("Who leads the team"),
			.advice = N_("Write what was found without the person; who was heard stands in the sealed notebook alone") };
		return true;
	}
	return false;
}
static const char *const WRITING[] = { "inspection.answer", "inspection.recommend", NULL };
static const struct rule NAMELESS = { "NMR-84.1c", N_("What people tell inspectors stays with the inspectors"), RULE_REFUSE, false, WRITING, NULL, person_is_named };

static bool young_without_health(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	const struct row *inspection = decision_row(decision, &RECORD_INSPECTION);
	const struct row *facility = act_load(context, &RECORD_FACILITY, row_text(inspection, INSPECTION_FACILITY));
	*out_finding = (struct rule_finding){ .message = N_("No health professional looks at this place for young people"), .path = "/team_health",
		.advice = N_("Take one along, or say when one comes"), .ask = N_("Who sends the team") };
	return facility && row_is(facility, FACILITY_KIND, "juvenile") && row_is(inspection, INSPECTION_KIND, "external") && !row_is_yes(inspection, INSPECTION_TEAM_HEALTH);
}
static const char *const YOUNG_CLOCKS[] = { "juvenile-inspection", NULL };
static const struct rule YOUNG = { "HAV-72", N_("Places for young people are inspected from outside, regularly and unannounced"), RULE_DEADLINE, false, NULL, YOUNG_CLOCKS, NULL };
static const struct rule YOUNG_HEALTH = { "HAV-72.health", N_("A health professional looks at places for young people"), RULE_WARN, false, OPENING, NULL, young_without_health };

static bool difference_unexplained(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding)
{
	const struct row *review = decision_row(decision, &RECORD_DISPARITY_REVIEW);
	(void)context;
	*out_finding = (struct rule_finding){ .message = N_("The report marks a difference between groups, and nothing is said about it"), .path = "/explanation",
		.advice = N_("Look at the cases behind it, and write what was found and what is done"), .ask = N_("Headquarters") };
	return row_integer(review, DISPARITY_REVIEW_ABOVE, 0) > 0 && !row_has(review, DISPARITY_REVIEW_EXPLANATION);
}
static const char *const READING[] = { "disparity_review.record", NULL };
static const struct rule EQUAL = { "NMR-2.1", N_("The Rules hold for everybody alike"), RULE_WARN, false, READING, NULL, difference_unexplained };

static const struct rule REPORTED = { "NMR-85.1", N_("Every inspection ends with a written report"), RULE_DEADLINE, false, NULL, REPORT, NULL };
static const struct rule REPLIED = { "NMR-85.2", N_("Recommendations are answered in time, and carried out as answered"), RULE_DEADLINE, false, NULL, REPLY, NULL };

const struct rule *const INSPECTION_RULES[] = { &ENTRY, &TEAM, &REPORTED, &REPLIED, &ALONE, &NAMELESS, &EQUAL, &YOUNG, &YOUNG_HEALTH, NULL };

#define ANSWERERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
static const struct clock_kind REPORT_CLOCK = { "inspection-report", N_("Report of the inspection"), "NMR-85.1", "report.days", 60, CLOCK_DAYS,
	SOURCE_PROPOSAL, ROLE(AUDITOR) | ROLE(INSPECTOR), ROLE(HEADQUARTERS), 168, false, true, "inspection.send" };
static const struct clock_kind REPLY_CLOCK = { "recommendation-reply", N_("Reply to a recommendation"), "NMR-85.2", "rec.reply_days", 90, CLOCK_DAYS,
	SOURCE_PROPOSAL, ANSWERERS, ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 168, false, true, "recommendation.reply" };
static const struct clock_kind TARGET_CLOCK = { "recommendation-target", N_("Recommendation to be carried out"), "NMR-85.2", NULL, 0, CLOCK_DAYS,
	SOURCE_PROPOSAL, ANSWERERS, ROLE(HEADQUARTERS) | ROLE(INSPECTOR), 168, false, true, "recommendation.done" };
static const struct clock_kind YOUNG_CLOCK = { "juvenile-inspection", N_("Inspection from outside of a place for young people"), "HAV-72", "inspect.external_months", 12,
	CLOCK_MONTHS, SOURCE_PROPOSAL, ROLE(HEADQUARTERS), ROLE(INSPECTOR), 336, false, true, "inspection.open" };
const struct clock_kind *const INSPECTION_CLOCKS[] = { &YOUNG_CLOCK, &REPORT_CLOCK, &REPLY_CLOCK, &TARGET_CLOCK, NULL };
