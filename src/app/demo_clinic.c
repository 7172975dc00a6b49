/* demo_clinic.c - women screened when they come, medical files, consent, what was disclosed; requests about the own file, plans that protect. */
#include "app/demo.h"

enum { KEPT_REQUEST = DEMO_KEPT_CLINIC, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of the clinic run out of their part");
enum { DAY = 24, EARLIEST_DAYS = 5 };

static bool of_person(struct demo_person *person, struct demo_command *command, const char *const *same)
{
	demo_input(command, "person", person->id);
	demo_inputs(command, same);
	return person->id.length > 0;
}

bool demo_clinic_heads(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "examiner", "Nurse of the day", "profession", "nurse", "told", "yes", "infection", "answered", "mental", "answered", "reproductive", "declined",
		"drugs", "answered", "abuse", "declined", "hiv_test", "declined", "self_harm_risk", "no", NULL };
	(void)demo;
	return person->sex == 'F' && !person->unfinished && of_person(person, command, SAME);
}

bool demo_clinic_plan(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "untried", "measures", "women_staff apart lawyer", "words", "Women officers of the unit, day and night; the lawyer calls on Tuesdays", NULL };
	demo_input(command, "review_on", date_text(demo->wave_arena, demo_day(demo, 30)));
	return person->sex == 'F' && person->untried && !person->unfinished && of_person(person, command, SAME);
}

/* ---- the medical file ---- */

static bool fill_note(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "course", "words", "Sleeps better since the move to the quiet side; looked at again in two weeks", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_treatment(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "treatment", "what", "Tablets against high blood pressure; what they do, what else helps, what may follow", "decision", "agreed", "able", "yes",
		"clinician", "Doctor of the clinic", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_disclosure(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "recipient", "lawyer", "recipient_name", "Counsel of the person", "ground", "consent", "words", "Dates of the visits to the clinic", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_request(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "file", "asked_by", "person", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_opinion(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "opinion", "asked_by", "lawyer", "asked_by_name", "Counsel of the person", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_reply(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "result", TEXT_OF("shown"));
	(void)demo;
	return demo_about(person, command, "medical_request", KEPT_REQUEST);
}

static bool fill_plan(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "self_harm", "measures", "company counsellor observation women_staff", "words", "Looked at four times an hour at night; a talk every morning", NULL };
	demo_input(command, "review_on", date_text(demo->wave_arena, demo_day(demo, 3)));
	return of_person(person, command, SAME);
}

static bool fill_risk(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "examiner", "Night nurse", "profession", "nurse", "told", "yes", "infection", "declined", "mental", "answered", "reproductive", "declined",
		"drugs", "answered", "abuse", "declined", "self_harm_risk", "yes", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static void done_request(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_REQUEST, outcome); }

static void one(struct demo *demo, const struct demo_step *step, struct demo_person *person) { demo_run_each(demo, step, &person, 1); }

static void treated(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step NOTE = { "medical_note.write", "health", 4, fill_note, NULL }, TREATMENT = { "medical_treatment.record", "health", 4, fill_treatment, NULL },
		DISCLOSURE = { "medical_disclosure.make", "health", 4, fill_disclosure, NULL };
	one(demo, &NOTE, person);
	one(demo, &TREATMENT, person);
	one(demo, &DISCLOSURE, person);
}

static void asked(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step REQUEST = { "medical_request.make", "caseworker", 2, fill_request, done_request }, REPLY = { "medical_request.answer", "health", 2, fill_reply, NULL };
	one(demo, &REQUEST, person);
	demo_later(demo, &REPLY, person, 6 * DAY);
}

static void doubted(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step OPINION = { "medical_request.make", "caseworker", 2, fill_opinion, NULL };
	one(demo, &OPINION, person);
}

static void at_risk(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step RISK = { "health_screening.record", "health", 4, fill_risk, NULL }, PLAN = { "protection_plan.make", "health", 4, fill_plan, NULL };
	one(demo, &RISK, person);
	one(demo, &PLAN, person);
}

/* ---- who, and when ---- */

static bool is_turn(const struct demo *demo, const struct demo_person *person, size_t every, size_t first)
{
	size_t at = (size_t)(person - demo->sample), most = (size_t)demo->people / 2 + 1;
	every = every < most ? every : most;
	return at % every == first % every;
}

/* So many hours before the present; not for those who came later. */
static void ago(struct demo *demo, void (*call)(struct demo *demo, struct demo_person *person), struct demo_person *person, bool now, int64_t hours_ago)
{
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (now && hours - hours_ago > EARLIEST_DAYS * DAY)
		demo_call_later(demo, call, person, hours - hours_ago);
}

void demo_clinic(struct demo *demo, struct demo_person *person)
{
	if (person->unfinished || (person->facility != &demo->facilities[0] && person->facility->kind != DEMO_WOMEN))
		return;
	size_t often = person->facility->kind == DEMO_WOMEN ? 1 : 4;
	ago(demo, treated, person, is_turn(demo, person, 3 * often, 1), 2 * DAY + (int64_t)demo_one_of(20 * DAY));
	ago(demo, asked, person, is_turn(demo, person, 5 * often, 2), DAY + (int64_t)demo_one_of(20 * DAY));
	ago(demo, asked, person, is_turn(demo, person, 12 * often, 4), 5);
	ago(demo, doubted, person, is_turn(demo, person, 12 * often, 7), 4);
	ago(demo, at_risk, person, is_turn(demo, person, 10 * often, 3), 3);
}
