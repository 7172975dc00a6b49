/* rules.c - the safeguards of assessment (prison-practice 4.6, 22): most are product proposals, and say so in share/rules.tsv. */
#include "areas/assessment/acts.h"
#include "areas/assessment/evidence_words.h"

static const char *const REQUESTING[] = { "assessment.request", NULL };
static const char *const RATING_BEGINS[] = { "assessment.begin", "assessment.submit", NULL };
static const char *const SUBMITTING[] = { "assessment.submit", NULL };
static const char *const AFTER_SUBMISSION[] = { "assessment.conclude", "assessment.finalise", NULL };
static const char *const THREE_PERSONS[] = { "assessment.assign", "assessment.finalise", NULL };
static const char *const DUE_CLOCKS[] = { "assessment-due", NULL }, *const END_CLOCKS[] = { "assessment-ends", "reassessment-due", NULL },
	*const INFORMATION_CLOCKS[] = { "information-found", NULL }, *const CORRECTION_CLOCKS[] = { "correction-answered", NULL };

/* The assessment and, where there is one, the sheet that the act is about: as they stood, the decision's own rows included. */
struct scene { const struct row *assessment, *sheet, *person; };

static bool scene_read(const struct act_context *context, const struct decision *decision, struct scene *out)
{
	out->assessment = decision_row(decision, &RECORD_ASSESSMENT);
	out->sheet = decision_row(decision, &RECORD_RATING_SHEET);
	if (!out->assessment && out->sheet)
		out->assessment = act_load(context, &RECORD_ASSESSMENT, row_text(out->sheet, SHEET_ASSESSMENT));
	out->person = out->assessment && row_has(out->assessment, ASSESSMENT_PERSON) ?
		act_load(context, &RECORD_PERSON, row_text(out->assessment, ASSESSMENT_PERSON)) : NULL;
	return out->assessment != NULL;
}

/* ---- what a rating rests on ---- */

enum ground { GROUND_PROTECTED, GROUND_SILENCE, GROUND_NOTHING, GROUND_NO_ALTERNATIVE };

static bool rests_badly(const struct act_context *context, const struct row *rating, enum ground ground)
{
	struct text evidence = row_text(rating, RATING_EVIDENCE);
	switch (ground) {
	case GROUND_PROTECTED: return evidence_is_only_protected(context->arena, evidence);
	case GROUND_SILENCE: return evidence_is_only_silence(context->arena, evidence);
	case GROUND_NOTHING: return !row_has(rating, RATING_EVIDENCE) || !row_has(rating, RATING_SOURCES);
	case GROUND_NO_ALTERNATIVE: return row_is_yes(rating, RATING_BEHAVIOUR) && !row_has(rating, RATING_ALTERNATIVE);
	}
	return false;
}

/* The first stated rating of a sheet that rests on such a ground; NULL. */
static const struct row *bad_rating(const struct act_context *context, const struct row *sheet, enum ground ground)
{
	struct rows ratings = sheet ? sheet_rows(context, &RECORD_FACTOR_RATING, sheet->id) : (struct rows){ NULL, 0 };
	for (size_t i = 0; i < ratings.count; i++)
		if (rating_is_stated(ratings.items[i]) && rests_badly(context, ratings.items[i], ground))
			return ratings.items[i];
	return NULL;
}

static bool found(const struct act_context *context, const struct row *rating, const char *message, const char *advice, const char *ask,
	struct rule_finding *out)
{
	if (!rating)
		return false;
	struct text factor = row_text(rating, RATING_FACTOR);
	*out = (struct rule_finding){ .message = message, .advice = advice, .ask = ask, .parameters = { { "factor", factor, false } },
		.path = arena_format(context->arena, "/%.*s", TEXT_FORMAT(factor)).data };
	return true;
}

static bool protected_warns(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return found(context, bad_rating(context, decision_row(decision, &RECORD_RATING_SHEET), GROUND_PROTECTED),
		N_("The evidence for factor {factor} names only worship, dress, diet, language or lawful reading"),
		N_("Add what the person did or said that bears on harm, or rate the factor as unknown. If you keep it, say why: the second reader is stopped by it"),
		N_("The lead psychologist"), out);
}

static bool protected_stops(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct scene scene;
	if (!scene_read(context, decision, &scene))
		return false;
	const struct row *rating = bad_rating(context, assessment_sheet(context, scene.assessment->id, "first"), GROUND_PROTECTED);
	if (!rating)
		rating = bad_rating(context, assessment_sheet(context, scene.assessment->id, "second"), GROUND_PROTECTED);
	return found(context, rating, N_("The rating of factor {factor} rests only on worship, dress, diet, language or lawful reading"),
		N_("Return the sheet to its rater: another ground is needed, or the factor is unknown"), N_("The rater"), out);
}

static bool silence_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return found(context, bad_rating(context, decision_row(decision, &RECORD_RATING_SHEET), GROUND_SILENCE),
		N_("The evidence for factor {factor} is only that the person declined or said nothing"),
		N_("Rate the factor on other evidence, or as unknown: silence moves no rating"), N_("The lead psychologist"), out);
}

static bool nothing_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return found(context, bad_rating(context, decision_row(decision, &RECORD_RATING_SHEET), GROUND_NOTHING),
		N_("The rating of factor {factor} has no evidence or names no source"), N_("Write the evidence and mark its sources, or rate the factor as unknown"),
		N_("The lead psychologist"), out);
}

static bool alternative_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	return found(context, bad_rating(context, decision_row(decision, &RECORD_RATING_SHEET), GROUND_NO_ALTERNATIVE),
		N_("Factor {factor} rests on behaviour, and no other explanation of the behaviour is written"),
		N_("Write what else could explain it, even when you do not believe it"), N_("The lead psychologist"), out);
}

static bool limits_bite(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *sheet = decision_row(decision, &RECORD_RATING_SHEET);
	struct rows judged = sheet ? sheet_rows(context, &RECORD_OUTCOME_JUDGEMENT, sheet->id) : (struct rows){ NULL, 0 };
	bool missing = sheet && !row_has(sheet, SHEET_LIMITS);
	for (size_t i = 0; i < judged.count; i++)
		missing = missing || !row_has(judged.items[i], JUDGEMENT_LIMITS);
	if (!missing)
		return false;
	*out = (struct rule_finding){ .path = "/limits", .message = N_("A judgement has no statement of its limits"),
		.advice = N_("Write what the judgement cannot say, and what would change it"), .ask = N_("The lead psychologist") };
	return true;
}

/* ---- who rates ---- */

static bool certificate_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct scene scene;
	if (!scene_read(context, decision, &scene) || !scene.sheet)
		return false;
	const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(scene.assessment, ASSESSMENT_INSTRUMENT));
	struct text kind = instrument ? row_text(instrument, INSTRUMENT_CERTIFICATE) : text_empty();
	if (text_is_empty(kind) || certificate_is_current(certificate_of(context, row_text(scene.sheet, SHEET_RATER), kind), context->today))
		return false;
	*out = (struct rule_finding){ .parameters = { { "kind", kind, false } },
		.message = N_("You have no certificate {kind} that is current: none, expired or suspended"),
		.advice = N_("Have another rater assigned, or renew the certificate first; your draft is kept"), .ask = N_("The training officer") };
	return true;
}

static bool contact_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct scene scene;
	if (!scene_read(context, decision, &scene) || !scene.sheet || !scene.person)
		return false;
	const struct condition own[] = { CONDITION_TEXT(CLOSE_CONTACT_PERSON, scene.person->id),
		CONDITION_TEXT(CLOSE_CONTACT_STAFF, row_text(scene.sheet, SHEET_RATER)) };
	struct rows contacts = act_find(context, &RECORD_CLOSE_CONTACT, own, 2);
	for (size_t i = 0; i < contacts.count; i++)
		if (close_contact_is_live(contacts.items[i], context->today)) {
			*out = (struct rule_finding){ .message = N_("You and this person are in close contact: it is declared in the file"),
				.advice = N_("Have another rater assigned"), .ask = N_("The governor") };
			return true;
		}
	return false;
}

static bool persons_bite(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = decision_row(decision, &RECORD_ASSESSMENT);
	if (!row || !row_has(row, ASSESSMENT_ASSESSOR))
		return false;
	struct text first = row_text(row, ASSESSMENT_ASSESSOR), second = row_text(row, ASSESSMENT_SECOND);
	bool final = row_has(row, ASSESSMENT_FINAL_AT);
	bool approver_rated = final && (text_equal(context->actor->id, first) || text_equal(context->actor->id, second));
	if (!text_equal(first, second) && !approver_rated)
		return false;
	*out = (struct rule_finding){ .message = final ? N_("Who has rated cannot make the assessment final") : N_("The second rater must be another person than the first"),
		.advice = N_("First rater, second rater and the one who makes it final are three persons"), .ask = N_("The lead psychologist") };
	return true;
}

/* ---- whom and with what ---- */

static bool retired_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *row = decision_row(decision, &RECORD_ASSESSMENT);
	const struct row *instrument = row ? act_load(context, &RECORD_INSTRUMENT, row_text(row, ASSESSMENT_INSTRUMENT)) : NULL;
	if (!instrument || row_is(instrument, INSTRUMENT_STATE, "in_force"))
		return false;
	*out = (struct rule_finding){ .path = "/instrument", .message = N_("This version of the instrument is not in force"),
		.advice = N_("Choose a version that is in force; old answers stay readable"), .ask = N_("Headquarters") };
	return true;
}

/* An age that is not known is a child's (NMR-11.d). */
static bool population_bites(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct scene scene;
	struct instrument instrument;
	if (!scene_read(context, decision, &scene) || !scene.person || !assessment_instrument(context, scene.assessment, &instrument, NULL))
		return false;
	int age = person_age(scene.person, context->today);
	bool young = age < (int)instrument.age_from, old = instrument.age_to && age > (int)instrument.age_to;
	bool other = !text_is_empty(instrument.sex) && !row_is(scene.person, PERSON_SEX, instrument.sex.data);
	if (!young && !old && !other)
		return false;
	*out = (struct rule_finding){ .path = "/instrument", .parameters = { { "age", arena_format(context->arena, "%lld", (long long)instrument.age_from), false } },
		.message = young ? N_("This instrument is made for people of {age} years and more; the person is younger, or the age is not known") :
			old ? N_("This instrument is made for younger people") : N_("This instrument is made for people of the other sex"),
		.advice = N_("Choose an instrument made for this person; for a child, follow the child-rights process"), .ask = N_("The lead psychologist") };
	return true;
}

static bool women_warn(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct scene scene;
	if (!scene_read(context, decision, &scene) || !scene.person || !row_is(scene.person, PERSON_SEX, "F"))
		return false;
	const struct row *instrument = act_load(context, &RECORD_INSTRUMENT, row_text(scene.assessment, ASSESSMENT_INSTRUMENT));
	const struct condition women[] = { CONDITION_TEXT(INSTRUMENT_QUESTION, TEXT_OF("women")), CONDITION_TEXT(INSTRUMENT_STATE, TEXT_OF("in_force")) };
	if (!instrument || !row_is(instrument, INSTRUMENT_QUESTION, "general") || act_count(context, &RECORD_INSTRUMENT, women, 2) == 0)
		return false;
	*out = (struct rule_finding){ .path = "/instrument",
		.message = N_("A general instrument is asked for about a woman, while one made for women is in force"),
		.advice = N_("Use the women's profile: violence suffered, mental health, substance use and care of children are part of it"),
		.ask = N_("The lead psychologist") };
	return true;
}

#define RULE(symbol, id_, kind_, acts_, function, words) \
	static const struct rule symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define DEADLINE_RULE(symbol, id_, clocks_, words) static const struct rule symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = clocks_, .text = words }

RULE(T1_WARN, "VEP-T1.a", RULE_WARN, SUBMITTING, protected_warns, N_("Worship, dress, diet, language and lawful reading are no evidence of risk"));
RULE(T1_STOP, "VEP-T1.b", RULE_REFUSE, AFTER_SUBMISSION, protected_stops, N_("A second reader does not let pass what rests only on worship, dress, diet, language or lawful reading"));
RULE(T19, "VEP-T19", RULE_REFUSE, SUBMITTING, silence_bites, N_("Silence or a refused interview moves no rating"));
RULE(P3, "VEP-P3", RULE_REFUSE, SUBMITTING, nothing_bites, N_("Every rating rests on evidence with a source"));
RULE(ALTERNATIVE, "VEP-ALTERNATIVE", RULE_REFUSE, SUBMITTING, alternative_bites, N_("Behaviour is never evidence without another explanation looked at"));
RULE(P5, "VEP-P5", RULE_REFUSE, SUBMITTING, limits_bite, N_("A judgement is in words, with its limits; nothing is added up"));
RULE(T8, "VEP-T8", RULE_REFUSE, RATING_BEGINS, certificate_bites, N_("Only who holds a current certificate rates"));
RULE(CONTACT, "VEP-CONTACT", RULE_REFUSE, RATING_BEGINS, contact_bites, N_("Nobody rates a close contact"));
RULE(T7, "VEP-T7", RULE_REFUSE, THREE_PERSONS, persons_bite, N_("First rater, second rater and approver are three persons, and the second rates blind"));
RULE(T18, "VEP-T18", RULE_REFUSE, REQUESTING, retired_bites, N_("A retired instrument stays readable and cannot be chosen"));
RULE(JUVENILE, "VEP-JUVENILE", RULE_REFUSE, REQUESTING, population_bites, N_("An instrument is used only for the people it was made for; adult tools never on children"));
RULE(WOMEN, "VEP-WOMEN", RULE_WARN, REQUESTING, women_warn, N_("The assessment of women uses what was made for women"));
DEADLINE_RULE(NMR_8B, "NMR-8.b", DUE_CLOCKS, N_("Initial assessment and classification reports are in the file"));
DEADLINE_RULE(EXPIRY, "VEP-EXPIRY", END_CLOCKS, N_("An assessment ends by itself; another must be asked for in time"));
DEADLINE_RULE(T2, "VEP-T2", INFORMATION_CLOCKS, N_("What is unknown stays visible and makes a task"));
DEADLINE_RULE(CORRECTION, "VEP-CORRECTION", CORRECTION_CLOCKS, N_("A correction that the person asks for is answered; when refused, the words stay with the file"));

const struct rule *const ASSESSMENT_RULES[] = { &T1_WARN, &T1_STOP, &T2, &T7, &T8, &T18, &T19, &P3, &P5, &ALTERNATIVE, &CONTACT, &JUVENILE, &WOMEN,
	&EXPIRY, &CORRECTION, &NMR_8B, NULL };
