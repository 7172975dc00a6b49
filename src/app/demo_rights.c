/* demo_rights.c - separations with their account, charges, complaints, force over the years, and some of each under way today. */
#include "app/demo.h"

enum { KEPT_SEPARATION = DEMO_KEPT_RIGHTS, KEPT_CHARGE, KEPT_COMPLAINT, KEPT_FORCE, KEPT_SANCTION, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of rights run out of their part");
enum { KINDS = 3, DAY = 24, SHORT_DAYS = 13, LONG_DAYS = 40 };

static struct text offences[KINDS], sanctions[KINDS]; /* identifiers of the catalogues; made first, used by the next steps */
static size_t made;
static bool long_one[DEMO_SAMPLE], sealed[DEMO_SAMPLE];

/* What runs today: people of the first prison take turns, so that the same person is not everywhere at once. */
static bool is_turn(const struct demo *demo, const struct demo_person *person, size_t every, size_t first)
{
	size_t at = (size_t)(person - demo->sample), most = (size_t)demo->people / 2 + 1;
	every = every < most ? every : most;
	return person->facility == &demo->facilities[0] && at % every == first % every;
}

/* ---- catalogues: three lines each, by the first person's turn ---- */

static bool fill_offence(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[KINDS][8] = { { "code", "12a", "name", "Assault", "serious", "yes", NULL }, { "code", "14", "name", "Damage to property", "serious", "no", NULL },
		{ "code", "17", "name", "Forbidden object", "serious", "no", NULL } };
	(void)person;
	demo_inputs(command, LINES[made]);
	demo_input(command, "law", arena_format(demo->wave_arena, "Prison Rules, article %zu", 12 + made));
	demo_input(command, "valid_from", TEXT_OF("2020-01-01"));
	return true;
}

static bool fill_sanction(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[KINDS][8] = { { "code", "C", "name", "Caution", "measure", "caution", NULL }, { "code", "P", "name", "Loss of privileges", "measure", "privileges", NULL },
		{ "code", "S", "name", "Separation", "measure", "separation", NULL } };
	static const char *const DAYS[KINDS] = { "0", "30", "10" };
	(void)person;
	demo_inputs(command, LINES[made]);
	demo_input(command, "maximum_days", text_from(DAYS[made]));
	demo_input(command, "law", arena_format(demo->wave_arena, "Prison Rules, article %zu", 30 + made));
	demo_input(command, "valid_from", TEXT_OF("2020-01-01"));
	return true;
}

static void done_offence(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	offences[made++] = arena_copy(demo->arena, outcome->record_id);
}

static void done_sanction(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	sanctions[made++] = arena_copy(demo->arena, outcome->record_id);
}

/* ---- separation ---- */

static bool fill_order(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "ground", "threat", "facts", "Threatened two people on the landing yesterday evening; an officer and a camera saw it",
		"legal_basis", "Prison Rules, article 45", "authority", "Governor, order of the day", "alternatives",
		"Talked with all three, offered another wing; the threats were made again", "exit_criteria", "Three days without a threat, and a talk with the mediator",
		"planned_outdoors", "60", "light", "daylight", "contact_kept", "calls letters visits", "disability", "none", "vulnerability",
		"The nurse was asked; nothing was found", NULL };
	bool is_long = long_one[person - demo->sample];
	demo_input(command, "person", person->id);
	demo_input(command, "kind", is_long || demo_chance(40) ? TEXT_OF("protection") : TEXT_OF("security"));
	demo_input(command, "ends_at", demo_moment(demo, DAY * (is_long ? LONG_DAYS : SHORT_DAYS)));
	/* More than two hours a day with others: apart, and not in solitary confinement (Rule 44). */
	demo_input(command, "planned_contact", is_long ? TEXT_OF("180") : TEXT_OF("60"));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_isolate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "exit_criteria", "Two clear tests", "light", "daylight", "contact_kept", "calls letters visits", "planned_contact", "30", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "ends_at", demo_moment(demo, 48));
	demo_inputs(command, SAME);
	return true;
}

/* One in twenty is not written, and is seen. */
static bool fill_log(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[] = { "association", "association", "work", "visit" };
	bool is_long = long_one[person - demo->sample];
	demo_input(command, "kind", is_long ? TEXT_OF("association") : text_from(KIND[demo_one_of(4)]));
	demo_input(command, "minutes", arena_format(demo->wave_arena, "%zu", (is_long ? 70 : 20) + 10 * demo_one_of(is_long ? 3 : 6)));
	return demo_about(person, command, "separation", KEPT_SEPARATION) && !demo_chance(5);
}

static bool fill_yard(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "kind", TEXT_OF("yard_together"));
	demo_input(command, "minutes", arena_format(demo->wave_arena, "%zu", 60 + 10 * demo_one_of(3)));
	return demo_about(person, command, "separation", KEPT_SEPARATION) && !demo_chance(5);
}

static bool fill_visit(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "in_person", TEXT_OF("yes"));
	demo_input(command, "out_of_hearing", TEXT_OF("yes"));
	demo_input(command, "advice", TEXT_OF("none"));
	return demo_about(person, command, "separation", KEPT_SEPARATION);
}

static bool fill_copy(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "copy", TEXT_OF("signed"));
	return demo_about(person, command, "separation", KEPT_SEPARATION);
}

static bool fill_needed(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	command->reason = TEXT_OF("The threat was made again at the door this morning");
	return demo_about(person, command, "separation", KEPT_SEPARATION);
}

static bool fill_review(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "body", "headquarters", "heard", "yes", "result", "goes_on", "reasons", "Read the file and heard the person by video", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "separation", KEPT_SEPARATION);
}

static bool fill_mitigate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "mitigation", TEXT_OF("A call each evening, the teacher on Tuesday, yard together with two others"));
	demo_input(command, "step_down", TEXT_OF("Meals with two others for three days, then back to the landing with the mediator"));
	return demo_about(person, command, "separation", KEPT_SEPARATION);
}

static bool fill_end(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool runs = demo_about(person, command, "separation", KEPT_SEPARATION);
	(void)demo;
	command->reason = TEXT_OF("Three days without a threat; the mediator has spoken with both");
	person->kept[KEPT_SEPARATION] = text_empty(); /* and nothing more is written into it */
	return runs;
}

static const struct demo_step LOG = { "separation.log", "wing", 0, fill_log, NULL },
	YARD = { "separation.log", "wing", 0, fill_yard, NULL }, VISIT = { "separation.visit", "health", 0, fill_visit, NULL },
	NEEDED = { "separation.confirm", "governor", 0, fill_needed, NULL }, REVIEW = { "separation.review", "headquarters", 0, fill_review, NULL },
	COPY = { "separation.give_copy", "wing", 0, fill_copy, NULL }, MITIGATE = { "separation.mitigate", "health", 0, fill_mitigate, NULL }, END = { "separation.end", "governor", 0, fill_end, NULL };

/* Every day: looked at, seen by the nurse, out of the cell twice; every four days a review from outside the prison. */
static void done_order(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	int64_t days = long_one[person - demo->sample] ? LONG_DAYS - 1 : 5 + (int64_t)demo_one_of(SHORT_DAYS - 5);
	demo_keep(demo, person, KEPT_SEPARATION, outcome);
	demo_later(demo, &COPY, person, 3);
	demo_later(demo, &MITIGATE, person, 30);
	for (int64_t day = 0; day < days; day++) {
		demo_later(demo, &LOG, person, day * DAY + 8);
		demo_later(demo, &VISIT, person, day * DAY + 10);
		demo_later(demo, &NEEDED, person, day * DAY + 11);
		demo_later(demo, &YARD, person, day * DAY + 12);
		if (day % 4 == 2)
			demo_later(demo, &REVIEW, person, day * DAY + 14);
	}
	demo_later(demo, &END, person, days * DAY);
}

static void done_isolate(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	demo_keep(demo, person, KEPT_SEPARATION, outcome);
	demo_later(demo, &COPY, person, 3);
	demo_later(demo, &LOG, person, 6);
	demo_later(demo, &VISIT, person, 10);
}

static bool fill_flag(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[][2] = { { "medicine", "Open the door for the nurse at 8 and at 20" }, { "aid", "Keep the walking stick with the person" },
		{ "diet", "Soft food" } };
	size_t which = demo_one_of(3);
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(KIND[which][0]));
	demo_input(command, "instruction", text_from(KIND[which][1]));
	return true;
}

/* ---- discipline ---- */

static bool fill_lay(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	size_t at = (size_t)(person - demo->sample);
	demo_input(command, "person", person->id);
	demo_input(command, "incident", arena_format(demo->wave_arena, "INC-%zu", 400 + at));
	demo_input(command, "offence", offences[demo_one_of(KINDS)]);
	demo_input(command, "happened_at", demo_moment(demo, -6));
	demo_input(command, "facts", TEXT_OF("Seen by an officer on the landing and written up the same evening"));
	demo_input(command, "mediation", TEXT_OF("tried"));
	return true;
}

static bool fill_ready(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "result", TEXT_OF("ready"));
	command->reason = TEXT_OF("The report is complete");
	return demo_about(person, command, "charge", KEPT_CHARGE);
}

static bool fill_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "notice", "signed", "help", "declined", "notice_language", "ru", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "charge", KEPT_CHARGE);
}

static bool fill_schedule(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "hearing_at", demo_moment(demo, 46));
	return demo_about(person, command, "charge", KEPT_CHARGE);
}

static bool fill_hear(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "present", "yes", "defence", "Said that it was a quarrel and called a witness", "mental", "no_part", "language", "ru",
		"interpreter", "Interpreter of the service, free of charge", NULL };
	bool proved = demo_chance(75);
	demo_inputs(command, SAME);
	demo_input(command, "finding", proved ? TEXT_OF("proved") : TEXT_OF("dismissed"));
	demo_input(command, "reasons", proved ? TEXT_OF("The officer and the witness say the same") : TEXT_OF("The witness saw somebody else"));
	bool runs = demo_about(person, command, "charge", KEPT_CHARGE);
	if (!proved)
		person->kept[KEPT_CHARGE] = text_empty(); /* and nothing follows */
	(void)demo;
	return runs;
}

static bool fill_impose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool privileges = demo_chance(60);
	(void)demo;
	demo_input(command, "kind", sanctions[privileges]);
	demo_input(command, "measure", privileges ? TEXT_OF("privileges") : TEXT_OF("caution"));
	demo_input(command, "days", privileges ? TEXT_OF("7") : TEXT_OF("0"));
	demo_input(command, "reasons", TEXT_OF("First time; the damage was small"));
	demo_input(command, "review_info", TEXT_OF("yes"));
	return demo_about(person, command, "charge", KEPT_CHARGE);
}

static bool fill_served(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "state", TEXT_OF("served"));
	command->reason = TEXT_OF("Its days are over");
	return demo_about(person, command, "sanction", KEPT_SANCTION);
}

static void done_impose(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step SERVED = { "sanction.end", "wing", 0, fill_served, NULL };
	demo_keep(demo, person, KEPT_SANCTION, outcome);
	demo_later(demo, &SERVED, person, 7 * DAY - 2);
}

static void done_lay(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step READY = { "charge.review", "governor", 0, fill_ready, NULL }, TOLD = { "charge.notify", "wing", 0, fill_told, NULL },
		SCHEDULE = { "charge.schedule", "governor", 0, fill_schedule, NULL }, HEAR = { "charge.hear", "governor", 0, fill_hear, NULL },
		IMPOSE = { "sanction.impose", "governor", 0, fill_impose, done_impose };
	demo_keep(demo, person, KEPT_CHARGE, outcome);
	demo_later(demo, &READY, person, 5);
	demo_later(demo, &TOLD, person, 18);
	demo_later(demo, &SCHEDULE, person, 22);
	demo_later(demo, &HEAR, person, 69);
	demo_later(demo, &IMPOSE, person, 70);
}

/* ---- complaints and force ---- */

static bool fill_complaint(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[][5] = { { "complaint", "conditions", "The window of the cell does not close", "box", "director" },
		{ "request", "contact", "Asks for a call to the family on Sunday", "spoken", "director" }, { "complaint", "property", "A parcel has not arrived", "paper", "director" },
		{ "complaint", "other", "", "sealed", "court" }, { "request", "work", "Asks to work in the kitchen", "spoken", "director" } };
	static const char *const NAMES[] = { "kind", "subject", "words", "channel", "addressee" };
	size_t which = demo_one_of(5);
	sealed[person - demo->sample] = which == 3;
	demo_input(command, "person", person->id);
	for (size_t i = 0; i < 5; i++)
		if (LINES[which][i][0])
			demo_input(command, NAMES[i], text_from(LINES[which][i]));
	return true;
}

static bool fill_torture(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "complaint", "subject", "ill_treatment", "words", "Was hit after the search", "channel", "lawyer", "addressee", "director", NULL };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_inputs(command, SAME);
	return true;
}

static bool fill_receipt(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return demo_about(person, command, "complaint", KEPT_COMPLAINT);
}

static bool fill_send_on(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return demo_about(person, command, "complaint", KEPT_COMPLAINT) && sealed[person - demo->sample];
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool outside = sealed[person - demo->sample], upheld = !outside && demo_chance(55);
	demo_input(command, "result", outside ? TEXT_OF("partly") : upheld ? TEXT_OF("upheld") : TEXT_OF("rejected"));
	demo_input(command, "answer", outside ? TEXT_OF("The authority outside has written to the person itself") : upheld ? TEXT_OF("You are right; it will be done this week") :
		TEXT_OF("It was looked at with you on the spot; the reasons are explained"));
	if (upheld)
		demo_input(command, "remedy", TEXT_OF("Given to the workshop"));
	demo_input(command, "onward", TEXT_OF("yes"));
	return demo_about(person, command, "complaint", KEPT_COMPLAINT);
}

static bool fill_refer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "authority", TEXT_OF("Prosecutor of Example Region"));
	demo_input(command, "authority_number", arena_format(demo->wave_arena, "P-%zu", 100 + demo_one_of(900)));
	return demo_about(person, command, "complaint", KEPT_COMPLAINT);
}

static void reply_later(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step RECEIPT = { "complaint.acknowledge", "caseworker", 0, fill_receipt, NULL }, ANSWER = { "complaint.answer", "caseworker", 0, fill_answer, NULL };
	demo_later(demo, &RECEIPT, person, demo_chance(4) ? 40 : 12);
	demo_later(demo, &ANSWER, person, demo_chance(6) ? 12 * DAY : (2 + (int64_t)demo_one_of(3)) * DAY);
}

static void done_complaint(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step SEND_ON = { "complaint.send_on", "caseworker", 0, fill_send_on, NULL };
	demo_keep(demo, person, KEPT_COMPLAINT, outcome);
	demo_later(demo, &SEND_ON, person, 10);
	reply_later(demo, person);
}

/* At once to the authority outside (Rule 57 (3)). */
static void done_torture(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step REFER = { "complaint.refer", "governor", 0, fill_refer, NULL };
	demo_keep(demo, person, KEPT_COMPLAINT, outcome);
	sealed[person - demo->sample] = true;
	demo_later(demo, &REFER, person, 0);
	reply_later(demo, person);
}

static bool fill_force(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "ground", "injury", "instrument", "hands", "facts", "Beat his fists against the wall until they bled", "alternatives",
		"Talked for ten minutes, called the nurse", "ordered_by", "none", "officers", "wing", "resistance", "attack", NULL };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_inputs(command, SAME);
	return true;
}

static bool fill_health_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "told_whom", TEXT_OF("health"));
	return demo_about(person, command, "use_of_force", KEPT_FORCE);
}

static bool fill_director_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "told_whom", TEXT_OF("director"));
	return demo_about(person, command, "use_of_force", KEPT_FORCE);
}

static bool fill_force_end(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "injuries", TEXT_OF("Knuckles of both hands, dressed by the nurse"));
	return demo_about(person, command, "use_of_force", KEPT_FORCE);
}

static bool fill_statement(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "words", TEXT_OF("I held both arms until the nurse came; nobody else took part"));
	return demo_about(person, command, "use_of_force", KEPT_FORCE);
}

static bool fill_force_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	command->reason = TEXT_OF("Read with the officer and the nurse; nothing is open");
	return demo_about(person, command, "use_of_force", KEPT_FORCE);
}

static void done_force(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step HEALTH = { "force.tell", "wing", 0, fill_health_told, NULL }, DIRECTOR = { "force.tell", "wing", 0, fill_director_told, NULL },
		OVER = { "force.end", "wing", 0, fill_force_end, NULL }, STATEMENT = { "force.statement", "wing", 0, fill_statement, NULL },
		CLOSE = { "force.close", "governor", 0, fill_force_close, NULL };
	demo_keep(demo, person, KEPT_FORCE, outcome);
	demo_later(demo, &HEALTH, person, 0);
	demo_later(demo, &DIRECTOR, person, 0);
	demo_later(demo, &OVER, person, 0);
	demo_later(demo, &STATEMENT, person, 4);
	demo_later(demo, &CLOSE, person, 20);
}

static bool fill_search(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "pat_down", "cause", "visit", "searchers", "wing", "authority", "duty", "trained", "yes", NULL };
	static const char *const FOUND[] = { "result", "found", "items", "SIM card, bag 14", NULL }, *const NOTHING[] = { "result", "nothing", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "searched_at", demo_moment(demo, 0));
	demo_input(command, "searcher_sex", text_from(person->sex == 'F' ? "F" : "M"));
	demo_inputs(command, SAME);
	demo_inputs(command, demo_chance(12) ? FOUND : NOTHING);
	return true;
}

/* ---- over the years ---- */

static void catalogues(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step offence = { "disciplinary_offence.add", "headquarters", 0, fill_offence, done_offence },
		sanction = { "disciplinary_sanction.add", "headquarters", 0, fill_sanction, done_sanction };
	made = 0;
	for (size_t i = 0; i < KINDS; i++)
		demo_run(demo, &offence, person, 1);
	made = 0;
	for (size_t i = 0; i < KINDS; i++)
		demo_run(demo, &sanction, person, 1);
}

/* Once in the time since admission for so many of a hundred; and for those whose turn it is, so many hours ago today. */
static void happens(struct demo *demo, const struct demo_step *step, struct demo_person *person, unsigned percent, bool now, int64_t hours_ago)
{
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR, least = 3 * DAY;
	if (now && hours - hours_ago > least)
		demo_later(demo, step, person, hours - hours_ago);
	else if (hours > least + 30 * DAY && demo_chance(percent))
		demo_later(demo, step, person, least + (int64_t)demo_one_of((size_t)(hours - least)));
}

void demo_rights(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step ORDER = { "separation.order", "governor", 0, fill_order, done_order },
		ISOLATE = { "separation.isolate", "health", 0, fill_isolate, done_isolate }, FLAG = { "health_flag.set", "health", 0, fill_flag, NULL },
		LAY = { "charge.lay", "wing", 0, fill_lay, done_lay }, COMPLAINT = { "complaint.receive", "wing", 0, fill_complaint, done_complaint },
		TORTURE = { "complaint.receive", "caseworker", 0, fill_torture, done_torture }, FORCE = { "force.use", "wing", 0, fill_force, done_force },
		SEARCH = { "person_search.record", "wing", 0, fill_search, NULL };
	if (person == demo->sample)
		demo_call_later(demo, catalogues, person, 4);
	if (person->unfinished || person->facility->kind == DEMO_WOMEN)
		return;
	bool apart = is_turn(demo, person, 45, 9);
	long_one[person - demo->sample] = demo_chance(apart ? 40 : 10);
	if (is_turn(demo, person, 110, 31))
		happens(demo, &ISOLATE, person, 0, true, 20);
	else if (person->sex == 'M')
		happens(demo, &ORDER, person, 9, apart, (int64_t)demo_one_of(5) * DAY + 14);
	happens(demo, &LAY, person, 12, is_turn(demo, person, 24, 7), 4 + (int64_t)demo_one_of(75));
	happens(demo, &COMPLAINT, person, 25, is_turn(demo, person, 14, 4), 2 + (int64_t)demo_one_of(80));
	happens(demo, &FORCE, person, 4, is_turn(demo, person, 90, 21), 1 + (int64_t)demo_one_of(18));
	happens(demo, &SEARCH, person, 30, is_turn(demo, person, 6, 1), 1 + (int64_t)demo_one_of(9));
	happens(demo, &FLAG, person, 4, is_turn(demo, person, 60, 13), 30);
	if (demo_chance(1) && !is_turn(demo, person, 14, 4))
		happens(demo, &TORTURE, person, 40, false, 0);
}
