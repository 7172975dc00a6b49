/* rules_application.c - what a person asks for, news of relatives, rounds at night: Nelson Mandela Rules 9, 12, 70, 117 to 120. */
#include "areas/custody/rules.h"

#include "areas/custody/acts.h"

static const char *const DECIDE[] = { "person_application.decide", NULL };
static const char *const TELL[] = { "relative_news.tell", NULL };
static const char *const ROUNDS[] = { "night_round.record", NULL };

/* The application that this act refuses, when it is of that kind. */
static const struct row *refused(const struct decision *decision, const char *kind)
{
	const struct row *application = decision_row(decision, &RECORD_APPLICATION);
	return application && row_is(application, APPLICATION_KIND, kind) && row_is(application, APPLICATION_STATE, "refused") ? application : NULL;
}

static bool withheld_without_law(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *application = decision_row(decision, &RECORD_APPLICATION);
	(void)context;
	*out = (struct rule_finding){ .path = "/legal_ground", .message = N_("The file, or parts of it, would be withheld, and no law is named on which that rests"),
		.advice = N_("Name the law for each part that is withheld, and show the rest"), .ask = N_("The legal adviser") };
	return application && row_is(application, APPLICATION_KIND, "own_file") && !row_has(application, APPLICATION_LEGAL_GROUND) &&
		(row_is(application, APPLICATION_STATE, "refused") || row_is_yes(application, APPLICATION_WITHHELD));
}

static bool leave_without_alternative(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *application = refused(decision, "leave");
	(void)context;
	*out = (struct rule_finding){ .path = "/alternative", .message = N_("The person would not go to the relative, and nothing is offered instead"),
		.advice = N_("Offer a video link, a call or a visit, and say which"), .ask = N_("The governor") };
	return application && !row_has(application, APPLICATION_ALTERNATIVE);
}

static bool is_untried(const struct act_context *context, const struct row *application)
{
	const struct row *person = application ? act_load(context, &RECORD_PERSON, row_text(application, APPLICATION_PERSON)) : NULL;
	/* The rights of the untried are those of people without charge too (NMR-122). */
	return person && (legal_status_is_untried(row_text(person, PERSON_LEGAL_STATUS)) || legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)));
}

static bool lawyer_denied(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *application = refused(decision, "lawyer");
	*out = (struct rule_finding){ .path = "/reviewer", .message = N_("An untried person would be refused a lawyer, and nobody independent looks at the refusal"),
		.advice = N_("Let the lawyer come, or name the court or body to which the refusal goes without delay"), .ask = N_("The prosecutor or court") };
	return is_untried(context, application) && !row_has(application, APPLICATION_REVIEWER);
}

static bool writing_denied(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	*out = (struct rule_finding){ .path = "/decision", .message = N_("An untried person would be refused writing material for the defence"),
		.advice = N_("Give paper and pen; what is written to the lawyer is not read"), .ask = N_("The governor") };
	return is_untried(context, refused(decision, "writing_material"));
}

static bool books_refused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	*out = (struct rule_finding){ .path = "/decision", .message = N_("An untried person would be refused books, newspapers or other occupation at own cost"),
		.advice = N_("Only the interest of justice, or security and good order, is a ground: say which, and for how long"), .ask = N_("The governor") };
	return is_untried(context, refused(decision, "books"));
}

static bool own_food_refused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *application = refused(decision, "own_food");
	*out = (struct rule_finding){ .path = "/legal_ground", .message = N_("An untried person would be refused food at own cost, and no ground of good order is named"),
		.advice = N_("Name the rule of good order on which it rests, and until when; otherwise grant it"), .ask = N_("The governor") };
	return is_untried(context, application) && !row_has(application, APPLICATION_LEGAL_GROUND);
}

static bool own_clothing_refused(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *application = refused(decision, "own_clothing");
	*out = (struct rule_finding){ .path = "/legal_ground", .message = N_("An untried person would be refused own clothes, and no ground is named"),
		.advice = N_("Clean and suitable own clothes are worn; only these clothes can be refused, and the ground is written"), .ask = N_("The governor") };
	return is_untried(context, application) && !row_has(application, APPLICATION_LEGAL_GROUND);
}

static bool told_from_afar(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *news = decision_row(decision, &RECORD_RELATIVE_NEWS);
	(void)context;
	*out = (struct rule_finding){ .path = "/how", .message = N_("Nobody sat with the person when the news was told"),
		.advice = N_("Tell such news face to face; if that was impossible, say why and who was with the person"), .ask = N_("The duty governor") };
	return news && (row_is(news, RELATIVE_NEWS_HOW, "letter") || row_is(news, RELATIVE_NEWS_HOW, "telephone"));
}

/* Rounds of one night hang together; before the first of a night there are hours without any. */
static bool round_late(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	static const int64_t NIGHT = 6 * MOMENT_HOUR;
	const struct row *round = decision_row(decision, &RECORD_NIGHT_ROUND);
	if (!round)
		return false;
	int64_t at = row_moment(round, NIGHT_ROUND_AT);
	const struct condition earlier[] = { CONDITION_TEXT(NIGHT_ROUND_PLACE, row_text(round, NIGHT_ROUND_PLACE)),
		{ .field = NIGHT_ROUND_AT, .comparison = LESS, .value = value_integer(at) } };
	const struct row *before = act_find_first(context, &RECORD_NIGHT_ROUND, earlier, 2, NIGHT_ROUND_AT, true);
	int64_t most = act_parameter(context, row_text(round, NIGHT_ROUND_FACILITY), "night.round_minutes", 60);
	int64_t gap = before ? at - row_moment(before, NIGHT_ROUND_AT) : 0;
	*out = (struct rule_finding){ .path = "/happened_at", .parameters = { { "minutes", arena_format(context->arena, "%lld", (long long)(gap / MOMENT_MINUTE)), false },
			{ "most", arena_format(context->arena, "%lld", (long long)most), false } },
		.message = N_("The last round here was {minutes} minutes ago; at night one is due every {most} minutes"),
		.advice = N_("Say why nobody came, and ask for more staff at night if that is the reason"), .ask = N_("The duty governor") };
	return gap > most * MOMENT_MINUTE && gap < NIGHT;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	const struct rule RULE_##symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RULE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

CLOCKED(NMR_9_2, "NMR-9.2", N_("Everybody may see his or her own file"), "file-access");
RULE(NMR_9_2_LAW, "NMR-9.2.law", RULE_EVIDENCE, DECIDE, withheld_without_law, N_("What is withheld of a file rests on a law that is named"));
RULE(NMR_12_2B, "NMR-12.2b", RULE_WARN, ROUNDS, round_late, N_("Where people sleep together, staff look in regularly at night"));
CLOCKED(NMR_70_A, "NMR-70.a", N_("News of death or serious illness of somebody close is told at once"), "relative-told");
RULE(NMR_70_A_HOW, "NMR-70.a.how", RULE_WARN, TELL, told_from_afar, N_("Bad news is told face to face"));
CLOCKED(NMR_70_B, "NMR-70.b", N_("Whether the person may go to the relative is decided before it is too late"), "leave-decision");
RULE(NMR_70_B_INSTEAD, "NMR-70.b.instead", RULE_EVIDENCE, DECIDE, leave_without_alternative, N_("Who may not go to the relative is offered something else"));
RULE(NMR_114, "NMR-114", RULE_WARN, DECIDE, own_food_refused, N_("Untried people may have food from outside at their own cost"));
RULE(NMR_115_OWN, "NMR-115.own", RULE_WARN, DECIDE, own_clothing_refused, N_("Untried people may wear their own clothes"));
RULE(NMR_117, "NMR-117", RULE_WARN, DECIDE, books_refused, N_("Untried people may have books, newspapers and other occupation at their own cost"));
CLOCKED(NMR_118, "NMR-118", N_("An untried person may see a doctor or dentist of his or her own"), "own-doctor");
CLOCKED(NMR_119_2, "NMR-119.2", N_("An untried person has a lawyer; a refusal is reviewed without delay"), "lawyer-access", "denial-review");
RULE(NMR_119_2_DENIAL, "NMR-119.2.denial", RULE_REFUSE, DECIDE, lawyer_denied, N_("A lawyer is refused only with an independent review"));
CLOCKED(NMR_120_2, "NMR-120.2", N_("An untried person has writing material for the defence"), "writing-material");
RULE(NMR_120_2_DENIAL, "NMR-120.2.denial", RULE_REFUSE, DECIDE, writing_denied, N_("Writing material for the defence is not refused"));
