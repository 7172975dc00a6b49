/* demo_assessment.c - instruments in force, certified raters, and assessments in every state, most of them rated twice. */
#include <stdarg.h>
#include <stdio.h>

#include "app/demo.h"
#include "areas/assessment/instrument.h"
#include "areas/assessment/records.h"
#include "areas/assessment/shipped.h"
#include "base/random.h"
#include "service/session.h"

enum { DAY = 24, FACTOR_WORDS = 6, STEP = 100 /* ms between two acts */ };
/* A quarter of a small service is assessed, and at most so many; raters have certificates for a year, and renew them before. */
enum { PERCENT = 25, MOST = 200, CERTIFICATE_DAYS = 365, RENEWED_AFTER_DAYS = 330, AGAIN_DAYS = 140 };

struct raters { struct actor first, second, committee, training, headquarters, governor, caseworker; };
struct loaded { struct text id; struct instrument read; };

/* Made by the first person's turn, used by all that follow. */
static struct raters RATERS;
static struct loaded GENERAL, SCREEN, FORMULATION, WOMEN, CLIMATE;
static struct text CERTIFICATES[4];
static size_t renewals, turns;

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
		WHO[i].actor->all_facilities = true;
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

static struct text certify(struct demo *demo, struct raters *raters, const struct actor *holder, const char *kind, int32_t from, int32_t until)
{
	return act(demo, &raters->training, "certificate.issue", "holder", holder->id.data, "holder_name", arena_string(demo->arena, holder->display_name), "kind", kind,
		"issued_on", day(demo, from), "expires_on", day(demo, until), NULL);
}

/* Once a year; at last one for two months only, so that the page of certificates has something to say. */
static void renew(struct demo *demo, struct demo_person *person)
{
	renewals++;
	for (size_t i = 0; i < sizeof CERTIFICATES / sizeof *CERTIFICATES; i++)
		act(demo, &RATERS.training, "certificate.renew", "certificate", CERTIFICATES[i].data, "expires_on",
			day(demo, i == 1 && renewals == 2 ? CERTIFICATE_DAYS - 60 : CERTIFICATE_DAYS), NULL);
	demo_call_later(demo, renew, person, RENEWED_AFTER_DAYS * DAY);
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

/* Where a lot decides, each person is assessed once here. */
static bool is_double(const struct loaded *instrument, const struct demo_person *person)
{
	if (text_equal_string(instrument->read.second_rating, "lot"))
		return person && assessment_is_drawn(person->id, instrument->read.code, 0, 10);
	return !text_equal_string(instrument->read.second_rating, "never");
}

static struct text ask(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person, bool again)
{
	struct text assessment = person ? act(demo, &raters->caseworker, "assessment.request", "person", person->id.data, "instrument", instrument->id.data, "purpose",
		again ? "scheduled" : "initial", NULL) : act(demo, &raters->governor, "assessment.request", "facility", demo->facilities[0].id.data, "instrument", instrument->id.data, "purpose",
		"scheduled", NULL);
	act(demo, &raters->first, "assessment.assign", "assessment", assessment.data, "position", "first", NULL);
	if (is_double(instrument, person))
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

/* How far one comes: a few of the last weeks are still being written, wait for the second rater, or for both to come together. */
enum reach { REACH_BEGUN, REACH_FIRST, REACH_BOTH, REACH_SETTLED, REACH_FINAL };

static enum reach reach_of(const struct demo *demo)
{
	int64_t ago = (demo->end - demo->now) / MOMENT_DAY;
	return ago < 30 ? (enum reach)demo_one_of(REACH_FINAL + 1) : REACH_FINAL;
}

static void twice(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person, bool again)
{
	struct said first = { { 0 }, { 0 } }, second = { { 0 }, { 0 } };
	enum reach reach = reach_of(demo);
	struct text assessment = ask(demo, raters, instrument, person, again);
	sheet_fill(demo, &raters->first, assessment, &instrument->read, &first, NULL, reach == REACH_BEGUN ? EXTENT_BEGUN : EXTENT_SUBMITTED);
	if (reach == REACH_BEGUN)
		return;
	sheet_fill(demo, &raters->second, assessment, &instrument->read, &second, &first, reach == REACH_FIRST ? EXTENT_BEGUN : EXTENT_SUBMITTED);
	if (reach == REACH_FIRST || reach == REACH_BOTH)
		return;
	settle(demo, raters, assessment, &instrument->read, &first, &second);
	if (reach == REACH_FINAL)
		finish(demo, raters, assessment, turns++);
}

static void once(struct demo *demo, struct raters *raters, const struct loaded *instrument, const struct demo_person *person)
{
	struct said said = { { 0 }, { 0 } };
	struct text assessment = ask(demo, raters, instrument, person, false);
	sheet_fill(demo, &raters->first, assessment, &instrument->read, &said, NULL, EXTENT_SUBMITTED);
	finish(demo, raters, assessment, person ? turns++ : 1);
}

static struct raters *raters_at(const struct demo_facility *facility)
{
	struct actor *all[] = { &RATERS.first, &RATERS.second, &RATERS.committee, &RATERS.training, &RATERS.headquarters, &RATERS.governor, &RATERS.caseworker };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		all[i]->facility = facility->id;
	return &RATERS;
}

/* ---- over the years ---- */

static void screening(struct demo *demo, struct demo_person *person)
{
	twice(demo, raters_at(person->facility), &SCREEN, person, false);
}

static void formulation(struct demo *demo, struct demo_person *person)
{
	twice(demo, raters_at(person->facility), &FORMULATION, person, false);
}

/* Every half year, before the one before it ends. */
static void formulation_again(struct demo *demo, struct demo_person *person)
{
	twice(demo, raters_at(person->facility), &FORMULATION, person, true);
	demo_call_later(demo, formulation_again, person, AGAIN_DAYS * DAY);
}

static void general(struct demo *demo, struct demo_person *person)
{
	if (is_double(&GENERAL, person))
		twice(demo, raters_at(person->facility), &GENERAL, person, false);
	else
		once(demo, raters_at(person->facility), &GENERAL, person);
}

static void women(struct demo *demo, struct demo_person *person)
{
	twice(demo, raters_at(person->facility), &WOMEN, person, false);
}

static void climate(struct demo *demo, struct demo_person *person)
{
	once(demo, raters_at(&demo->facilities[0]), &CLIMATE, NULL);
	demo_call_later(demo, climate, person, 360 * DAY);
}

static void begin(struct demo *demo, struct demo_person *person)
{
	struct raters *raters = &RATERS;
	if (!raters_find(demo, raters) || !load(demo, raters_at(&demo->facilities[0]), "general-needs", &GENERAL) || !load(demo, raters, "recruitment-vulnerability", &SCREEN) ||
		!load(demo, raters, "violent-extremism-formulation", &FORMULATION) || !load(demo, raters, "womens-profile", &WOMEN) ||
		!load(demo, raters, "institution-climate", &CLIMATE))
		return;
	for (int i = 0; i < 2; i++) {
		const struct actor *holder = i ? &raters->second : &raters->first;
		CERTIFICATES[2 * i] = certify(demo, raters, holder, "screening-vulnerability", -10, CERTIFICATE_DAYS);
		CERTIFICATES[2 * i + 1] = certify(demo, raters, holder, "spj-violent-extremism", -10, CERTIFICATE_DAYS);
	}
	demo_call_later(demo, renew, person, RENEWED_AFTER_DAYS * DAY);
	demo_call_later(demo, climate, person, 20 * DAY);
}

/* What is only so today: a certificate that has run out, a rater who treats somebody. */
static void today(struct demo *demo, struct demo_person *person)
{
	struct demo_person *treated = person;
	for (size_t i = 0; i < demo->sample_count && treated->facility->kind != DEMO_MEN; i++)
		treated = &demo->sample[i];
	raters_at(treated->facility);
	certify(demo, &RATERS, &RATERS.caseworker, "screening-vulnerability", -300, -20);
	act(demo, &RATERS.second, "close_contact.declare", "person", treated->id.data, "ground", "treatment", "starts_on", day(demo, -30), NULL);
}

/* Of age, and with a sentence: whoever is charged is not asked about what the court has not decided. */
void demo_assessment(struct demo *demo, struct demo_person *person)
{
	int64_t soon = 14 + (int64_t)demo_one_of(30), share = demo->people * PERCENT / 100 > MOST ? MOST * 100 / demo->people : PERCENT;
	if (person == demo->sample) {
		demo_call_later(demo, begin, person, 3);
		demo_call_later(demo, today, person, (demo->end - demo->now) / MOMENT_HOUR - 4);
	}
	if (person->untried || person->unfinished || person->birth.year >= demo_day(demo, 0).year - 19)
		return;
	if (person->facility->kind == DEMO_WOMEN) {
		if (demo_chance((unsigned)share))
			demo_call_later(demo, women, person, soon * DAY);
	} else if (person->extremism && (share == PERCENT || demo_chance((unsigned)share))) {
		demo_call_later(demo, formulation, person, soon * DAY);
		demo_call_later(demo, formulation_again, person, (soon + AGAIN_DAYS) * DAY);
	} else if (demo_chance((unsigned)share)) {
		demo_call_later(demo, screening, person, soon * DAY);
		if (demo_chance(20))
			demo_call_later(demo, general, person, (soon + 12) * DAY);
	}
}
