/* demo_inspection.c - inspections of the first facilities, their findings and recommendations, and a visit of external inspectors. */
#include <stdio.h>

#include "app/demo.h"
#include "areas/inspection/rules_forms.h"
#include "base/random.h"
#include "service/session.h"

enum { INSPECTED = 3, VISIT_DAYS = 10 };

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
		return outcome.record_id;
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

static void reply(struct demo *demo, struct text recommendation)
{
	struct try try = { .count = 0 };
	put(&try, "recommendation", recommendation);
	put(&try, "reply", TEXT_OF("accepted"));
	put(&try, "reply_text", TEXT_OF("Will be done with the means of this year"));
	put(&try, "owner", demo_actor(demo, "governor")->id);
	put(&try, "target_on", day(demo, 60));
	run(demo, "headquarters", "recommendation.reply", &try);
}

static void inspect(struct demo *demo, const struct demo_facility *facility)
{
	struct text before = open_inspection(demo, facility, "inspectorate", -300), now = open_inspection(demo, facility, "cpt", -20);
	for (const struct form_question *question = FORM_QUESTIONS; question->form; question++) {
		if (text_equal_string(TEXT_OF("inspectorate"), question->form))
			answer(demo, before, question->code, demo_one_of(6));
		if (text_equal_string(TEXT_OF("cpt"), question->form))
			answer(demo, now, question->code, demo_one_of(6));
	}
	struct try sent = { .count = 0 };
	put(&sent, "inspection", before);
	struct text light = recommend(demo, before, "priority", "NMR-14.a", "Some windows are covered", "Uncover the windows of the second floor");
	reply(demo, light);
	recommend(demo, now, "recommendation", "NMR-105", "The yard has no shelter", "Put up a shelter from rain and sun");
	run(demo, "auditor", "inspection.send", &sent);
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

void demo_inspection(struct demo *demo)
{
	for (size_t i = 0; i < demo->facility_count && i < INSPECTED; i++)
		inspect(demo, &demo->facilities[i]);
	visit(demo);
}
