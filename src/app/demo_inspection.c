/* demo_inspection.c - inspections over two years, their findings, what became of the recommendations, and a visit of external inspectors. */
#include <stdio.h>

#include "app/demo.h"
#include "areas/inspection/rules_forms.h"
#include "base/random.h"
#include "service/session.h"

enum { KINDS = DEMO_CLOSED + 1, ROUNDS = 4, VISIT_DAYS = 10, DAY = 24 };

/* The round under way in one facility of each kind; a round is over before the next begins. */
static struct round { int number; struct text inspection, light, shelter; } ROUNDS_OF[KINDS];

struct try { struct pair inputs[16]; size_t count; };

static void put(struct try *try, const char *name, struct text value)
{
	try->inputs[try->count++] = (struct pair){ text_from(name), value };
}

/* Runs one act; gives the row it is about, empty when it was refused (counted, as every act of the demo is). */
static struct text run(struct demo *demo, const char *user, const char *act, const struct try *try)
{
	struct command command = { .act = text_from(act), .inputs = try->inputs, .input_count = try->count, .reason = TEXT_OF("Demonstration") };
	struct outcome outcome;
	struct error_list errors;
	error_list_begin(&errors, demo->arena);
	demo->acts++;
	if (command_run(demo->service, demo->arena, demo_actor(demo, user), &command, &outcome, &errors))
		return arena_copy(demo->arena, outcome.record_id);
	demo->failed++;
	for (size_t i = 0; i < errors.count; i++)
		fprintf(stderr, "custos: demo: %s: %.*s\n", act, TEXT_FORMAT(error_english(demo->arena, &errors.items[i])));
	return text_empty();
}

static struct text day(struct demo *demo, int32_t days)
{
	struct date date = demo_day(demo, days);
	return arena_format(demo->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static struct text open_inspection(struct demo *demo, const struct demo_facility *facility, const char *form, int32_t days)
{
	struct try try = { .count = 0 };
	put(&try, "facility", facility->id);
	put(&try, "kind", TEXT_OF("internal"));
	put(&try, "body", TEXT_OF("Inspectorate of the service"));
	put(&try, "form", text_from(form));
	put(&try, "started_on", day(demo, days));
	put(&try, "ended_on", day(demo, days + 3));
	put(&try, "team_size", TEXT_OF("4"));
	put(&try, "team_women", TEXT_OF("2"));
	put(&try, "interviews", TEXT_OF("23"));
	put(&try, "interviews_alone", TEXT_OF("nobody"));
	put(&try, "places_seen", TEXT_OF("Living wings, kitchen, health unit, visiting rooms, separation cells"));
	return run(demo, "auditor", "inspection.open", &try);
}

static void answer(struct demo *demo, struct text inspection, const char *question, size_t finding)
{
	static const char *const FINDINGS[] = { "met", "met", "met", "partly", "partly", "not_met" };
	static const char *const METHODS[] = { "documents", "interviews", "observation", "measurement" };
	struct try try = { .count = 0 };
	put(&try, "inspection", inspection);
	put(&try, "question", text_from(question));
	put(&try, "finding", text_from(FINDINGS[finding % (sizeof FINDINGS / sizeof *FINDINGS)]));
	put(&try, "method", text_from(METHODS[finding % 4]));
	put(&try, "evidence", TEXT_OF("Seen in the registers of three months and asked of twelve people"));
	put(&try, "sample", TEXT_OF("12"));
	run(demo, "auditor", "inspection.answer", &try);
}

static struct text recommend(struct demo *demo, struct text inspection, const char *class, const char *rule, const char *finding, const char *text)
{
	struct try try = { .count = 0 };
	put(&try, "inspection", inspection);
	put(&try, "class", text_from(class));
	put(&try, "severity", TEXT_OF("rights"));
	put(&try, "rule", text_from(rule));
	put(&try, "finding", text_from(finding));
	put(&try, "text", text_from(text));
	return run(demo, "auditor", "inspection.recommend", &try);
}

static void reply(struct demo *demo, struct text recommendation, const char *words)
{
	struct try try = { .count = 0 };
	put(&try, "recommendation", recommendation);
	put(&try, "reply", TEXT_OF("accepted"));
	put(&try, "reply_text", text_from(words));
	put(&try, "owner", demo_actor(demo, "governor")->id);
	put(&try, "target_on", day(demo, 60));
	run(demo, "headquarters", "recommendation.reply", &try);
}

/* ---- a round, step by step ---- */

static struct round *round_of(const struct demo_person *place)
{
	return &ROUNDS_OF[place->facility->kind];
}

/* Only the inspectorate says that it is carried out, never who did it. */
static void verified(struct demo *demo, struct demo_person *place)
{
	struct try light = { .count = 0 }, shelter = { .count = 0 };
	put(&light, "recommendation", round_of(place)->light);
	put(&light, "carried_out", TEXT_OF("yes"));
	put(&light, "remark", TEXT_OF("Seen on the second floor"));
	run(demo, "auditor", "recommendation.verify", &light);
	put(&shelter, "recommendation", round_of(place)->shelter);
	put(&shelter, "carried_out", demo_chance(70) ? TEXT_OF("yes") : TEXT_OF("no"));
	put(&shelter, "remark", TEXT_OF("Seen in the yard"));
	run(demo, "auditor", "recommendation.verify", &shelter);
}

static void carried_out(struct demo *demo, struct demo_person *place)
{
	const struct text *both[] = { &round_of(place)->light, &round_of(place)->shelter };
	for (size_t i = 0; i < 2; i++) {
		struct try done = { .count = 0 };
		put(&done, "recommendation", *both[i]);
		put(&done, "proof", TEXT_OF("Photographs of the day and the bill of the workshop"));
		run(demo, "headquarters", "recommendation.done", &done);
	}
	demo_call_later(demo, verified, place, 20 * DAY);
}

static void replied(struct demo *demo, struct demo_person *place)
{
	reply(demo, round_of(place)->light, "Will be done with the means of this year");
	reply(demo, round_of(place)->shelter, "Ordered; the workshop builds it");
	demo_call_later(demo, carried_out, place, 50 * DAY);
}

static void sent(struct demo *demo, struct demo_person *place)
{
	struct try try = { .count = 0 };
	put(&try, "inspection", round_of(place)->inspection);
	run(demo, "auditor", "inspection.send", &try);
	demo_call_later(demo, replied, place, 30 * DAY);
}

static void inspected(struct demo *demo, struct demo_person *place)
{
	struct round *round = round_of(place);
	const char *form = round->number++ % 2 ? "cpt" : "inspectorate";
	demo_work_in(demo, place->facility->id);
	round->inspection = open_inspection(demo, place->facility, form, -4);
	for (const struct form_question *question = FORM_QUESTIONS; question->form; question++)
		if (text_equal_string(text_from(form), question->form))
			answer(demo, round->inspection, question->code, demo_one_of(6));
	round->light = recommend(demo, round->inspection, "priority", "NMR-14.a", "Some windows are covered", "Uncover the windows of the second floor");
	round->shelter = recommend(demo, round->inspection, "recommendation", "NMR-105", "The yard has no shelter", "Put up a shelter from rain and sun");
	demo_call_later(demo, sent, place, 30 * DAY);
}

void demo_inspections(struct demo *demo)
{
	static const int AGO[ROUNDS] = { 730, 480, 230, 14 };
	for (size_t i = 0, kinds = 0; i < demo->facility_count; i++) {
		if (kinds >> demo->facilities[i].kind & 1)
			continue; /* the first of its kind is inspected */
		kinds |= (size_t)1 << demo->facilities[i].kind;
		struct demo_person *place = ARENA_NEW(demo->arena, struct demo_person);
		place->facility = &demo->facilities[i];
		for (size_t round = 0; round < ROUNDS; round++)
			demo_call_later(demo, inspected, place, (demo->end - demo->now) / MOMENT_HOUR - (AGO[round] + 6 * (int64_t)place->facility->kind) * DAY);
	}
}

/* The account of a visit, open for ten days, with the password of all demo users: its notebook is empty and waits. */
static void visit(struct demo *demo)
{
	struct try open = { .count = 0 }, agree = { .count = 0 };
	put(&open, "name", TEXT_OF("visitor"));
	put(&open, "display_name", TEXT_OF("External inspector"));
	put(&open, "body", TEXT_OF("National preventive mechanism"));
	put(&open, "until_at", demo_moment(demo, VISIT_DAYS * 24));
	put(&open, "unannounced", TEXT_OF("yes"));
	put(&open, "health_professional", TEXT_OF("yes"));
	put(&agree, "proposal", run(demo, "headquarters", "inspection_visit.open", &open));
	run(demo, "auditor", "proposal.approve", &agree);
	struct actor actor;
	struct error_list errors;
	error_list_begin(&errors, demo->arena);
	random_unseed();
	if (session_actor_named(demo->service, demo->arena, TEXT_OF("visitor"), &actor, &errors))
		session_password_set(demo->service, actor.id, text_from(DEMO_PASSWORD), false, &errors);
}

/* The report on equal treatment was read in each prison. */
static void treatment_read(struct demo *demo)
{
	for (size_t i = 0; i < demo->facility_count && i < KINDS; i++) {
		struct try try = { .count = 0 };
		put(&try, "facility", demo->facilities[i].id);
		put(&try, "above", TEXT_OF("0"));
		put(&try, "explanation", TEXT_OF("No line is marked; searches after visits were looked at all the same"));
		run(demo, "headquarters", "disparity_review.record", &try);
	}
}

void demo_inspection(struct demo *demo)
{
	treatment_read(demo);
	visit(demo);
}
