/* demo_rights.c - separations with their account, charges, complaints, force: some of each, made by the real acts. */
#include "app/demo.h"

enum { SEPARATION, CHARGE, COMPLAINT, FORCE, KEPT };
enum { KINDS = 3 };

static struct text offences[KINDS], sanctions[KINDS]; /* identifiers of the catalogues; made first, used by the next steps */
static size_t made;
static struct text kept[DEMO_SAMPLE][KEPT];	 /* identifiers of each person of the sample, for the next steps */

/* People of the first prison take turns, so that the same person is not everywhere at once. */
static bool is_turn(const struct demo *demo, const struct demo_person *person, size_t every, size_t first)
{
	size_t at = (size_t)(person - demo->sample), most = demo->sample_count / 2 + 1;
	every = every < most ? every : most;
	return person->facility == &demo->facilities[0] && !person->unfinished && at % every == first % every;
}

static void inputs(struct demo_command *command, const char *const *pairs)
{
	for (; pairs[0]; pairs += 2)
		demo_input(command, pairs[0], text_from(pairs[1]));
}

static void keep(struct demo *demo, struct demo_person *person, int place, const struct outcome *outcome)
{
	kept[person - demo->sample][place] = arena_copy(demo->arena, outcome->record_id);
}

/* ---- catalogues: three lines each, by the first person's turn ---- */

static bool fill_offence(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[KINDS][8] = { { "code", "12a", "name", "Assault", "serious", "yes", NULL }, { "code", "14", "name", "Damage to property", "serious", "no", NULL },
		{ "code", "17", "name", "Forbidden object", "serious", "no", NULL } };
	if (person != demo->sample || made >= KINDS)
		return false;
	inputs(command, LINES[made]);
	demo_input(command, "law", arena_format(demo->wave_arena, "Prison Rules, article %zu", 12 + made));
	demo_input(command, "valid_from", TEXT_OF("2020-01-01"));
	return true;
}

static bool fill_sanction(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[KINDS][8] = { { "code", "C", "name", "Caution", "measure", "caution", NULL }, { "code", "P", "name", "Loss of privileges", "measure", "privileges", NULL },
		{ "code", "S", "name", "Separation", "measure", "separation", NULL } };
	static const char *const DAYS[KINDS] = { "0", "30", "10" };
	if (person != demo->sample || made >= KINDS)
		return false;
	inputs(command, LINES[made]);
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
		"planned_contact", "60", "planned_outdoors", "60", "light", "daylight", "contact_kept", "calls letters visits", "disability", "none", "vulnerability",
		"The nurse was asked; nothing was found", NULL };
	static const char *const KIND[] = { "security", "protection" };
	if (!is_turn(demo, person, 45, 9) || person->sex != 'M')
		return false;
	int64_t days = 2 + (int64_t)demo_one_of(9);
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(KIND[demo_one_of(2)]));
	demo_input(command, "starts_at", demo_moment(demo, -24 * days));
	demo_input(command, "ends_at", demo_moment(demo, 24 * (13 - days)));
	inputs(command, SAME);
	return true;
}

static bool fill_isolate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "exit_criteria", "Two clear tests", "light", "daylight", "contact_kept", "calls letters visits", "planned_contact", "30", NULL };
	if (!is_turn(demo, person, 110, 31))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "starts_at", demo_moment(demo, -20));
	demo_input(command, "ends_at", demo_moment(demo, 28));
	inputs(command, SAME);
	return true;
}

static void done_separation(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, SEPARATION, outcome);
}

static bool fill_log(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[] = { "association", "yard_together", "work", "call", "visit" };
	if (kept[person - demo->sample][SEPARATION].length == 0 || demo_chance(25)) /* some days stay unwritten, and are seen */
		return false;
	demo_input(command, "separation", kept[person - demo->sample][SEPARATION]);
	demo_input(command, "kind", text_from(KIND[demo_one_of(5)]));
	demo_input(command, "minutes", arena_format(demo->wave_arena, "%zu", 20 + 10 * demo_one_of(9)));
	demo_input(command, "started_at", demo_moment(demo, -4 - (int64_t)demo_one_of(14)));
	return true;
}

static bool fill_visit(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "separation", kept[person - demo->sample][SEPARATION]);
	demo_input(command, "in_person", TEXT_OF("yes"));
	demo_input(command, "out_of_hearing", TEXT_OF("yes"));
	demo_input(command, "advice", TEXT_OF("none"));
	return kept[person - demo->sample][SEPARATION].length > 0;
}

static bool fill_review(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "body", "headquarters", "heard", "yes", "result", "goes_on", "reasons", "Read the file and heard the person by video", NULL };
	demo_input(command, "separation", kept[person - demo->sample][SEPARATION]);
	inputs(command, SAME);
	return kept[person - demo->sample][SEPARATION].length > 0 && demo_chance(60);
}

static bool fill_flag(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const KIND[][2] = { { "medicine", "Open the door for the nurse at 8 and at 20" }, { "aid", "Keep the walking stick with the person" },
		{ "diet", "Soft food" } };
	size_t which = demo_one_of(3);
	if (!is_turn(demo, person, 26, 13))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(KIND[which][0]));
	demo_input(command, "instruction", text_from(KIND[which][1]));
	return true;
}

/* ---- discipline ---- */

static bool fill_lay(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	size_t at = (size_t)(person - demo->sample);
	if (!is_turn(demo, person, 24, 7) || made < KINDS)
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "incident", arena_format(demo->wave_arena, "INC-%zu", 400 + at));
	demo_input(command, "offence", offences[at % KINDS]);
	demo_input(command, "happened_at", demo_moment(demo, -70));
	demo_input(command, "facts", TEXT_OF("Seen by an officer on the landing and written up the same evening"));
	demo_input(command, "mediation", TEXT_OF("tried"));
	return true;
}

static void done_charge(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, CHARGE, outcome);
}

static bool fill_ready(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "charge", kept[person - demo->sample][CHARGE]);
	demo_input(command, "result", TEXT_OF("ready"));
	command->reason = TEXT_OF("The report is complete");
	return kept[person - demo->sample][CHARGE].length > 0;
}

static bool fill_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "notice", "signed", "help", "declined", NULL };
	demo_input(command, "charge", kept[person - demo->sample][CHARGE]);
	demo_input(command, "notice_at", demo_moment(demo, -30));
	demo_input(command, "notice_language", person->language.length ? person->language : TEXT_OF("ru"));
	inputs(command, SAME);
	return kept[person - demo->sample][CHARGE].length > 0;
}

static bool fill_schedule(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (demo_chance(30)) /* it waits on the board, and goes no further */
		kept[person - demo->sample][CHARGE] = text_empty();
	demo_input(command, "charge", kept[person - demo->sample][CHARGE]);
	demo_input(command, "hearing_at", demo_moment(demo, 20));
	return kept[person - demo->sample][CHARGE].length > 0;
}

static bool fill_hear(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "present", "yes", "defence", "Said that it was a quarrel and called a witness", "mental", "no_part", "finding", "proved", "reasons",
		"The officer and the witness say the same", NULL };
	if (demo_chance(30)) /* the hearing is still to come */
		kept[person - demo->sample][CHARGE] = text_empty();
	demo_input(command, "charge", kept[person - demo->sample][CHARGE]);
	demo_input(command, "language", TEXT_OF("ru"));
	demo_input(command, "interpreter", TEXT_OF("Interpreter of the service, free of charge"));
	inputs(command, SAME);
	return kept[person - demo->sample][CHARGE].length > 0;
}

static bool fill_impose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool privileges = demo_chance(50);
	demo_input(command, "charge", kept[person - demo->sample][CHARGE]);
	demo_input(command, "kind", sanctions[privileges]);
	demo_input(command, "measure", privileges ? TEXT_OF("privileges") : TEXT_OF("caution"));
	demo_input(command, "days", privileges ? TEXT_OF("7") : TEXT_OF("0"));
	demo_input(command, "reasons", TEXT_OF("First time; the damage was small"));
	demo_input(command, "review_info", TEXT_OF("yes"));
	return kept[person - demo->sample][CHARGE].length > 0;
}

/* ---- complaints and force ---- */

static bool fill_complaint(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINES[][5] = { { "complaint", "conditions", "The window of the cell does not close", "box", "director" },
		{ "request", "contact", "Asks for a call to the family on Sunday", "spoken", "director" }, { "complaint", "property", "A parcel has not arrived", "paper", "director" },
		{ "complaint", "other", "", "sealed", "court" }, { "request", "work", "Asks to work in the kitchen", "spoken", "director" } };
	static const char *const NAMES[] = { "kind", "subject", "words", "channel", "addressee" };
	size_t which = demo_one_of(5);
	if (!is_turn(demo, person, 14, 4))
		return false;
	demo_input(command, "person", person->id);
	for (size_t i = 0; i < 5; i++)
		if (LINES[which][i][0])
			demo_input(command, NAMES[i], text_from(LINES[which][i]));
	demo_input(command, "received_at", demo_moment(demo, -(int64_t)demo_one_of(60)));
	return true;
}

static bool fill_torture(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "complaint", "subject", "ill_treatment", "words", "Was hit after the search", "channel", "lawyer", "addressee", "director", NULL };
	if (!is_turn(demo, person, 200, 19))
		return false;
	demo_input(command, "person", person->id);
	inputs(command, SAME);
	return true;
}

static void done_complaint(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, COMPLAINT, outcome);
}

static bool fill_receipt(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "complaint", kept[person - demo->sample][COMPLAINT]);
	return kept[person - demo->sample][COMPLAINT].length > 0 && demo_chance(70);
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "result", "upheld", "answer", "You are right; it will be done this week", "remedy", "Given to the workshop", "onward", "yes", NULL };
	demo_input(command, "complaint", kept[person - demo->sample][COMPLAINT]);
	inputs(command, SAME);
	return kept[person - demo->sample][COMPLAINT].length > 0 && demo_chance(40);
}

static bool fill_force(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "ground", "injury", "instrument", "hands", "facts", "Beat his fists against the wall until they bled", "alternatives",
		"Talked for ten minutes, called the nurse", "ordered_by", "none", "officers", "wing", NULL };
	if (!is_turn(demo, person, 90, 21))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "started_at", demo_moment(demo, -3));
	inputs(command, SAME);
	return true;
}

static void done_force(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, FORCE, outcome);
}

static bool fill_health_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "use_of_force", kept[person - demo->sample][FORCE]);
	demo_input(command, "told_whom", TEXT_OF("health"));
	return kept[person - demo->sample][FORCE].length > 0;
}

static bool fill_force_end(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "use_of_force", kept[person - demo->sample][FORCE]);
	demo_input(command, "injuries", TEXT_OF("Knuckles of both hands, dressed by the nurse"));
	return kept[person - demo->sample][FORCE].length > 0;
}

static bool fill_search(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "pat_down", "cause", "visit", "searchers", "wing", "authority", "duty", "trained", "yes", NULL };
	static const char *const FOUND[] = { "result", "found", "items", "SIM card, bag 14", NULL }, *const NOTHING[] = { "result", "nothing", NULL };
	if (!is_turn(demo, person, 4, 1))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "searched_at", demo_moment(demo, -((person - demo->sample) % 9)));
	demo_input(command, "searcher_sex", text_from(person->sex == 'F' ? "F" : "M"));
	inputs(command, SAME);
	inputs(command, is_turn(demo, person, 36, 1) ? FOUND : NOTHING);
	return true;
}

static void run_all(struct demo *demo, const struct demo_step *steps, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t from = 0; from < demo->sample_count; from += DEMO_WAVE)
			demo_run(demo, &steps[i], demo->sample + from, demo->sample_count - from < DEMO_WAVE ? demo->sample_count - from : DEMO_WAVE);
}

void demo_rights(struct demo *demo)
{
	static const struct demo_step offence = { "disciplinary_offence.add", "headquarters", 0, fill_offence, done_offence },
		sanction = { "disciplinary_sanction.add", "headquarters", 0, fill_sanction, done_sanction };
	static const struct demo_step steps[] = { { "separation.order", "governor", 0, fill_order, done_separation },
		{ "separation.isolate", "health", 0, fill_isolate, done_separation }, { "separation.log", "wing", 0, fill_log, NULL },
		{ "separation.log", "wing", 0, fill_log, NULL }, { "separation.visit", "health", 0, fill_visit, NULL },
		{ "separation.review", "headquarters", 0, fill_review, NULL }, { "health_flag.set", "health", 0, fill_flag, NULL },
		{ "charge.lay", "wing", 0, fill_lay, done_charge }, { "charge.review", "governor", 0, fill_ready, NULL },
		{ "charge.notify", "wing", 0, fill_told, NULL }, { "charge.schedule", "governor", 0, fill_schedule, NULL },
		{ "charge.hear", "governor", 0, fill_hear, NULL }, { "sanction.impose", "governor", 0, fill_impose, NULL },
		{ "complaint.receive", "wing", 0, fill_complaint, done_complaint }, { "complaint.acknowledge", "caseworker", 0, fill_receipt, NULL },
		{ "complaint.answer", "caseworker", 0, fill_answer, NULL }, { "complaint.receive", "caseworker", 0, fill_torture, NULL },
		{ "force.use", "wing", 0, fill_force, done_force }, { "force.tell", "wing", 0, fill_health_told, NULL },
		{ "force.end", "wing", 0, fill_force_end, NULL },
		{ "person_search.record", "wing", 0, fill_search, NULL } };
	demo_work_in(demo, demo->facilities[0].id);
	made = 0;
	for (size_t i = 0; i < KINDS; i++)
		demo_run(demo, &offence, demo->sample, 1);
	made = 0;
	for (size_t i = 0; i < KINDS; i++)
		demo_run(demo, &sanction, demo->sample, 1);
	run_all(demo, steps, sizeof steps / sizeof *steps);
}
