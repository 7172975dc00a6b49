/* demo_clinic.c - women screened when they come, medical files, consent, what was disclosed; requests about the own file, plans that protect. */
#include "app/demo.h"

enum { KEPT_REQUEST = DEMO_KEPT_CLINIC, KEPT_ADVICE, KEPT_REFERRAL, KEPT_OUTSIDE, KEPT_STAY, KEPT_ABUSE, KEPT_END };
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

/* ---- between the clinic and the director; to specialists, out of prison ---- */

static bool fill_report(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "facility", person->facility->id);
	demo_input(command, "words", TEXT_OF("The walls of the north landing are damp, and people cough. Dry them, and let the windows be opened"));
	return true;
}

static bool fill_report_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "decision", TEXT_OF("followed"));
	command->reason = TEXT_OF("The builders come on Monday; until then the two worst cells are empty");
	return demo_about(person, command, "health_advice", KEPT_ADVICE);
}

static bool fill_referral(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "psychiatric", "words", "Sleeps badly for weeks, low mood; please see and advise", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_seen(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "result", TEXT_OF("treatment"));
	return demo_about(person, command, "health_referral", KEPT_REFERRAL);
}

static bool fill_outside(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "ground", "clinician", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_bed(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "asked_of", TEXT_OF("Regional hospital, ward 4"));
	return demo_about(person, command, "care_outside", KEPT_OUTSIDE);
}

static bool fill_unit(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "facility", person->facility->id);
	demo_input(command, "name", TEXT_OF("Observation and treatment, house 3"));
	demo_input(command, "lead", TEXT_OF("Senior doctor of the clinic"));
	return true;
}

static bool fill_stay(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "place_of_care", "here", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_well(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return demo_about(person, command, "inpatient_stay", KEPT_STAY);
}

/* ---- women: care after abuse, preventive screening ---- */

static bool fill_abuse(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "source", "told", "sexual", "no", "informed", "yes", "legal_aid", "yes", "wish", "later", NULL };
	(void)demo;
	return of_person(person, command, SAME);
}

static bool fill_support(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "offered", TEXT_OF("advice counselling legal_aid"));
	return demo_about(person, command, "abuse_care", KEPT_ABUSE);
}

static bool fill_safe(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "abuse", "measures", "apart counsellor reprisal_watch women_staff", "words", "Another landing and other officers; the counsellor calls on Mondays", NULL };
	demo_input(command, "review_on", date_text(demo->wave_arena, demo_day(demo, 7)));
	return of_person(person, command, SAME);
}

static bool fill_offer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "cervical", "answer", "accepted", NULL };
	demo_input(command, "next_on", date_text(demo->wave_arena, demo_day(demo, 1000)));
	return person->sex == 'F' && of_person(person, command, SAME);
}

static void done_advice(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_ADVICE, outcome); }
static void done_referral(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_REFERRAL, outcome); }
static void done_outside(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_OUTSIDE, outcome); }
static void done_stay(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_STAY, outcome); }
static void done_abuse(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { demo_keep(demo, person, KEPT_ABUSE, outcome); }

static const struct demo_step REPORT = { "health_advice.report", "health", 3, fill_report, done_advice }, REPORT_ANSWER = { "health_advice.answer", "governor", 3, fill_report_answer, NULL },
	REFERRAL = { "health_referral.make", "health", 3, fill_referral, done_referral }, SEEN = { "health_referral.see", "health", 3, fill_seen, NULL },
	OUTSIDE = { "care_outside.find", "health", 3, fill_outside, done_outside }, BED = { "care_outside.ask", "governor", 3, fill_bed, NULL }, UNIT = { "care_unit.open", "health", 3, fill_unit, NULL },
	STAY = { "inpatient_stay.begin", "health", 3, fill_stay, done_stay }, WELL = { "inpatient_stay.end", "health", 3, fill_well, NULL },
	ABUSE = { "abuse_care.open", "health", 3, fill_abuse, done_abuse }, SUPPORT = { "abuse_care.offer", "health", 3, fill_support, NULL }, SAFE = { "protection_plan.make", "health", 3, fill_safe, NULL },
	OFFER = { "screening_offer.make", "health", 3, fill_offer, NULL };

/* The newest waits for its answer: what a director sees in the first hour. */
static void reported(struct demo *demo, struct demo_person *person)
{
	one(demo, &REPORT, person);
	demo_later(demo, &REPORT_ANSWER, person, 20);
}

static void referred(struct demo *demo, struct demo_person *person)
{
	one(demo, &REFERRAL, person);
	demo_later(demo, &SEEN, person, 3 * DAY);
}

static void out_of_prison(struct demo *demo, struct demo_person *person)
{
	one(demo, &OUTSIDE, person);
	one(demo, &BED, person);
}

static void opened(struct demo *demo, struct demo_person *person) { one(demo, &UNIT, person); }

static void lies(struct demo *demo, struct demo_person *person)
{
	one(demo, &STAY, person);
	demo_later(demo, &WELL, person, 30);
}

static void cared_for(struct demo *demo, struct demo_person *person)
{
	one(demo, &ABUSE, person);
	one(demo, &SUPPORT, person);
	one(demo, &SAFE, person);
}

static void offered(struct demo *demo, struct demo_person *person) { one(demo, &OFFER, person); }

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
	ago(demo, reported, person, is_turn(demo, person, 60 * often, 5), 9 * DAY);
	ago(demo, reported, person, is_turn(demo, person, 60 * often, 8), 2);
	ago(demo, referred, person, is_turn(demo, person, 8 * often, 6), DAY + (int64_t)demo_one_of(20 * DAY));
	ago(demo, referred, person, is_turn(demo, person, 20 * often, 9), 6);
	ago(demo, out_of_prison, person, is_turn(demo, person, 40 * often, 10), 7);
	ago(demo, opened, person, is_turn(demo, person, 100000, 12), 60 * DAY);
	ago(demo, lies, person, is_turn(demo, person, 12 * often, 11), 3 + (int64_t)demo_one_of(4 * DAY));
	ago(demo, lies, person, is_turn(demo, person, 30 * often, 13), 8);
	if (person->facility->kind != DEMO_WOMEN)
		return;
	ago(demo, offered, person, is_turn(demo, person, 2, 0), 3 * DAY);
	ago(demo, cared_for, person, is_turn(demo, person, 12, 1), 2 * DAY);
}
