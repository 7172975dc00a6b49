/* demo_assessment.c - instruments in force, certified raters, and assessments in every state, most of them rated twice. */
#include <stdarg.h>
#include <stdio.h>

#include "app/demo.h"
#include "areas/assessment/instrument.h"
#include "areas/assessment/shipped.h"
#include "base/random.h"
#include "service/session.h"

enum { FEWEST = 8, MOST = 200, FACTOR_WORDS = 6, STEP = 100 /* ms between two acts */ };

struct raters { struct actor first, second, committee, training, headquarters, governor, caseworker; };
struct loaded { struct text id; struct instrument read; };

/* ---- one act after the other ---- */

/* Name, value pairs ended by NULL; values are arena texts or literals. Gives the id of what was made, empty when refused. */
static struct text act(struct demo *demo, struct actor *actor, const char *name, ...)
{
	struct pair pairs[16];
	struct command command = { .act = text_from(name), .inputs = pairs, .reason = TEXT("Demo") };
	struct outcome outcome = { 0 };
	struct error_list errors;
	va_list list;
	error_list_begin(&errors, demo->arena);
	va_start(list, name);
	for (const char *input = va_arg(list, const char *); input; input = va_arg(list, const char *))
		pairs[command.input_count++] = (struct pair){ text_from(input), text_from(va_arg(list, const char *)) };
	va_end(list);
	demo->acts++;
	demo->now += STEP;
	if (command_run(demo->service, demo->arena, actor, &command, &outcome, &errors))
		return outcome.record_id;
	demo->failed++;
	if (demo->told++ < 5)
		fprintf(stderr, "custos demo: %s: %s\n", name, error_english(demo->arena, &errors.items[0]).data);
	return text_empty();
}

static const char *day(struct demo *demo, int32_t days)
{
	return date_text(demo->arena, demo_day(demo, days)).data;
}

static bool raters_find(struct demo *demo, struct raters *out)
{
	const struct { const char *name; struct actor *actor; } WHO[] = { { "psychologist", &out->first }, { "psychologist.second", &out->second },
		{ "committee", &out->committee }, { "training", &out->training }, { "headquarters", &out->headquarters }, { "governor", &out->governor },
		{ "caseworker", &out->caseworker } };
	for (size_t i = 0; i < sizeof WHO / sizeof *WHO; i++) {
		if (!session_actor_named(demo->service, demo->arena, text_from(WHO[i].name), WHO[i].actor, &demo->cli->errors))
			return false;
		WHO[i].actor->facility = demo->facilities[0].id;
	}
	return true;
}

/* ---- instruments and certificates ---- */

static bool load(struct demo *demo, struct raters *raters, const char *code, struct loaded *out)
{
	for (size_t i = 0; i < shipped_count(); i++) {
		struct shipped shipped = shipped_at(i);
		if (!text_equal_string(text_from(shipped.code), code))
			continue;
		out->id = act(demo, &raters->headquarters, "instrument.load", "definition", arena_string(demo->arena, shipped.json), NULL);
		struct text proposal = act(demo, &raters->headquarters, "instrument.bring_into_force", "instrument", out->id.data, NULL);
		act(demo, &raters->training, "proposal.approve", "proposal", proposal.data, NULL);
		return instrument_read(demo->arena, shipped.json, text_from(code), &out->read, &demo->cli->errors);
	}
	return false;
}

static void certify(struct demo *demo, struct raters *raters, const struct actor *holder, const char *kind, int32_t until)
{
	act(demo, &raters->training, "certificate.issue", "holder", holder->id.data, "holder_name", arena_string(demo->arena, holder->display_name), "kind", kind,
		"issued_on", day(demo, -300), "expires_on", day(demo, until), NULL);
}

/* ---- rating ---- */

static const char *const EVIDENCE[] = { "Two officers wrote it up after the evening of the argument in the wing",
	"Said so in the interview, and the teacher of the workshop reports the same", "Letters and visits stopped in spring; the brother confirms it by telephone",
	"The court's judgement describes it on page four", "Case notes of three months agree on it", "Asked for help with it twice and was refused once" };

static void rate(struct demo *demo, struct actor *rater, struct text sheet, const struct factor *factor, const struct instrument *instrument, int rank)
{
	bool unknown = rank < 0;
	struct text label = unknown ? TEXT_OF(INSTRUMENT_UNKNOWN) : instrument->labels[rank].code;
	act(demo, rater, "assessment.rate", "rating_sheet", sheet.data, "factor", factor->code.data, "rating", label.data, "evidence",
		unknown ? "" : EVIDENCE[demo_one_of(FACTOR_WORDS)], "sources", unknown ? "" : demo_chance(50) ? "a" : "a b", "fact_or_opinion", demo_chance(80) ? "fact" : "opinion",
		"present_or_past", "present", "confidence", demo_chance(60) ? "medium" : "high", "relevance", "relevant", NULL);
}

static void scenarios(struct demo *demo, struct actor *rater, struct text sheet)
{
	static const char *const WHAT[][3] = { { "repeat", "Joins a fight for somebody who protects him", "Unlikely while he has work and pays no debt" },
		{ "escalation", "Is drawn in again by the same people after a transfer", "Possible in the first weeks among strangers" },
		{ "improvement", "Keeps the workshop, sees the family every month", "Likely if visits go on" } };
	for (size_t i = 0; i < sizeof WHAT / sizeof *WHAT; i++)
		act(demo, rater, "assessment.imagine", "rating_sheet", sheet.data, "kind", WHAT[i][0], "what", WHAT[i][1], "likelihood", WHAT[i][2], "warning_signs",
			"Debts, sudden silence towards the family", "protective", "Work, visits, a key worker he trusts", NULL);
}

/* How much of a sheet is done: some factors, all of it, all and submitted. */
enum extent { EXTENT_BEGUN, EXTENT_WHOLE, EXTENT_SUBMITTED };

/* What a rater said: rank of the label of each factor, of the level of each outcome; -1 is unknown. */
struct said { int factors[INSTRUMENT_FACTORS], levels[INSTRUMENT_LABELS]; };

/* The same as the other rater said in most cases, else the neighbour; without another, by the seed. */
static int choose(const int *other, size_t i, size_t count)
{
	if (!other)
		return demo_chance(7) ? -1 : (int)demo_one_of(count);
	if (other[i] < 0 || !demo_chance(18))
		return other[i];
	return other[i] > 0 ? other[i] - 1 : other[i] + 1;
}

static struct text sheet_fill(struct demo *demo, struct actor *rater, struct text assessment, const struct instrument *instrument, struct said *mine,
	const struct said *other, enum extent extent)
{
	struct text sheet = act(demo, rater, "assessment.begin", "assessment", assessment.data, "no_close_contact", "yes", NULL);
	size_t factors = extent == EXTENT_BEGUN ? instrument->factor_count / 2 : instrument->factor_count;
	act(demo, rater, "assessment.source", "rating_sheet", sheet.data, "mark", "a", "kind", "file", "source_text", "Prison file, notes of the last six months", "dated",
		day(demo, -20), "reliability", "mostly", NULL);
	act(demo, rater, "assessment.source", "rating_sheet", sheet.data, "mark", "b", "kind", instrument->about_place ? "staff" : "interview", "source_text",
		instrument->about_place ? "Talks with officers of all shifts" : "Interview in the office of the wing, one hour", "dated", day(demo, -6), "reliability", "reliable", NULL);
	for (size_t i = 0; i < factors; i++) {
		mine->factors[i] = choose(other ? other->factors : NULL, i, instrument->label_count);
		rate(demo, rater, sheet, &instrument->factors[i], instrument, mine->factors[i]);
	}
	if (extent == EXTENT_BEGUN)
		return sheet;
	for (size_t i = 0; i < instrument->outcome_count; i++) {
		mine->levels[i] = choose(other ? other->levels : NULL, i, instrument->level_count);
		act(demo, rater, "assessment.judge", "rating_sheet", sheet.data, "outcome", instrument->outcomes[i].code.data, "level",
			mine->levels[i] < 0 ? INSTRUMENT_UNKNOWN : instrument->levels[mine->levels[i]].code.data, "judgement",
			"Needs people and work more than watching; the debt to others is what can pull him in", "confidence", "medium", "horizon", "Six months", "limits",
			"Little is known about the years abroad; a transfer or a loss would change it", NULL);
	}
	if (text_equal_string(instrument->question, "violent-extremism") && !other)
		scenarios(demo, rater, sheet);
	act(demo, rater, "assessment.describe", "rating_sheet", sheet.data, "interview", demo_chance(80) ? "held" : "declined", "how_arose",
		"Left school early, owed money to older boys, was offered protection", "maintains", "Debts inside, no letters from home", "reduces",
		"Paying the debt through work, letters from the brother, a cell away from the lenders", "alternatives", "Fear rather than conviction explains the contacts",
		"limits", "It describes these six months and is no forecast", NULL);
	if (extent == EXTENT_SUBMITTED)
		act(demo, rater, "assessment.submit", "rating_sheet", sheet.data, NULL);
	return sheet;
}

static struct text ask(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person)
{
	struct text assessment = person ? act(demo, &raters->caseworker, "assessment.request", "person", person->id.data, "instrument", instrument->id.data, "purpose",
		"initial", NULL) : act(demo, &raters->governor, "assessment.request", "facility", demo->facilities[0].id.data, "instrument", instrument->id.data, "purpose",
		"scheduled", NULL);
	act(demo, &raters->first, "assessment.assign", "assessment", assessment.data, "position", "first", NULL);
	if (text_equal_string(instrument->read.second_rating, "always"))
		act(demo, &raters->second, "assessment.assign", "assessment", assessment.data, "position", "second", NULL);
	return assessment;
}

static void settle_one(struct demo *demo, struct raters *raters, struct text assessment, struct text item, struct text agreed)
{
	bool dissent = demo_chance(12);
	act(demo, &raters->first, "assessment.settle", "assessment", assessment.data, "item", item.data, "result", dissent ? "dissent" : "consensus", "rating",
		dissent ? "" : agreed.data, "note", dissent ? "One of us weighs the letters more, the other the notes of the wing" : "The notes of the wing settle it", NULL);
}

/* Every difference is talked through; on what the first said the two agree, or they do not. */
static void settle(struct demo *demo, struct raters *raters, struct text assessment, const struct instrument *instrument, const struct said *first,
	const struct said *second)
{
	for (size_t i = 0; i < instrument->factor_count; i++)
		if (first->factors[i] != second->factors[i])
			settle_one(demo, raters, assessment, instrument->factors[i].code, instrument->labels[first->factors[i]].code);
	for (size_t i = 0; i < instrument->outcome_count; i++)
		if (first->levels[i] != second->levels[i])
			settle_one(demo, raters, assessment, instrument->outcomes[i].code, instrument->levels[first->levels[i]].code);
	act(demo, &raters->second, "assessment.conclude", "assessment", assessment.data, "conclusion_note", "Talked through in one sitting, factor by factor", NULL);
}

static void finish(struct demo *demo, struct raters *raters, struct text assessment, size_t turn)
{
	act(demo, &raters->committee, "assessment.finalise", "assessment", assessment.data, NULL);
	if (turn % 3 == 0)
		act(demo, &raters->first, "assessment.disclose", "assessment", assessment.data, "disclosure", "full", "disclosure_language", "ru", "person_comments",
			"Says that the debt is paid since last week", NULL);
	if (turn % 9 == 0)
		act(demo, &raters->caseworker, "assessment_correction.ask", "assessment", assessment.data, "what", "The argument in the wing was with somebody else",
			"right_version", "He stood between the two", NULL);
}

/* In the first prison, of age, and not on the way to another. */
static bool fits(const struct demo *demo, const struct demo_person *person)
{
	return person->facility == &demo->facilities[0] && person->order.length == 0 && !person->unfinished && person->birth.year < demo_day(demo, 0).year - 19;
}

static void twice(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person, size_t turn)
{
	struct said first = { { 0 }, { 0 } }, second = { { 0 }, { 0 } };
	struct text assessment = ask(demo, raters, instrument, person);
	sheet_fill(demo, &raters->first, assessment, &instrument->read, &first, NULL, turn == 1 ? EXTENT_BEGUN : EXTENT_SUBMITTED);
	if (turn == 1)
		return; /* one is still being written */
	sheet_fill(demo, &raters->second, assessment, &instrument->read, &second, &first, turn == 2 ? EXTENT_BEGUN : EXTENT_SUBMITTED);
	if (turn == 2 || turn == 3)
		return; /* one waits for the second, one for both to come together */
	settle(demo, raters, assessment, &instrument->read, &first, &second);
	if (turn != 4)
		finish(demo, raters, assessment, turn);
}

static void once(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person, size_t turn)
{
	struct said said = { { 0 }, { 0 } };
	struct text assessment = ask(demo, raters, instrument, person);
	sheet_fill(demo, &raters->first, assessment, &instrument->read, &said, NULL, EXTENT_SUBMITTED);
	finish(demo, raters, assessment, turn);
}

void demo_assessment(struct demo *demo)
{
	struct raters raters;
	struct loaded general, screen, formulation, women, climate;
	size_t wanted = (size_t)demo->people / 4 < FEWEST ? FEWEST : (size_t)demo->people / 4 > MOST ? MOST : (size_t)demo->people / 4, turn = 0;
	if (!raters_find(demo, &raters) || !load(demo, &raters, "general-needs", &general) || !load(demo, &raters, "recruitment-vulnerability", &screen) ||
		!load(demo, &raters, "violent-extremism-formulation", &formulation) || !load(demo, &raters, "womens-profile", &women) ||
		!load(demo, &raters, "institution-climate", &climate))
		return;
	for (int i = 0; i < 2; i++) {
		const struct actor *holder = i ? &raters.second : &raters.first;
		certify(demo, &raters, holder, "screening-vulnerability", 400);
		certify(demo, &raters, holder, "spj-violent-extremism", i ? 400 : 60);
	}
	certify(demo, &raters, &raters.caseworker, "screening-vulnerability", -20);
	once(demo, &raters, &climate, NULL, 1);
	for (size_t i = 0; i < demo->sample_count && turn < wanted; i++) {
		struct demo_person *person = &demo->sample[i];
		if (!fits(demo, person))
			continue;
		twice(demo, &raters, turn % 8 == 5 ? &formulation : &screen, person, turn);
		if (turn % 10 == 6)
			once(demo, &raters, &general, person, turn);
		turn++;
	}
	if (demo->sample_count > 0)
		act(demo, &raters.second, "close_contact.declare", "person", demo->sample[0].id.data, "ground", "treatment", "starts_on", day(demo, -30), NULL);
}
