/* demo_classification.c - decisions in every state: proposed, on the list, in force, appealed, reviewed, told or not, lapsed. */
#include "app/demo.h"

/* Where this part keeps what it made about a person: the case, its two items, the basis before it, the appeal. */
enum { KEPT_CASE = 18, KEPT_ITEM, KEPT_ITEM_2, KEPT_BASIS, KEPT_APPEAL };

/* How far a case goes. */
enum stage { PROPOSED, GIVEN, LISTED, DECIDED, TOLD, APPEALED, ANSWERED, SIGNALLED, LAPSED };

struct plot {
	const char *kind, *value, *grounds, *purpose, *reasons, *way_down;
	enum stage stage;
};

#define CATEGORY "security_category"
static const struct plot PLOTS[] = {
	{ CATEGORY, "medium", "behaviour sentence", "Work and school in an ordinary wing", "First weeks were calm; the file has no violence in custody",
		"Three months of regular work without a report", TOLD },
	{ CATEGORY, "high", "behaviour violence", "Safety of others while work on own conduct begins", "Seen twice with a blade, by two officers, on two days",
		"Six months without violence, shown by the wing book, and the course on conflict finished", LISTED },
	{ "extremism_basis", "assessed", "recruitment", "Work with a mentor, and protection of those who were pressed", "Pressed two others to join a banned group, on two days",
		"Three months without pressing anybody, shown by two of the wing's officers, and talks with the mentor begun", TOLD },
	{ "cell_sharing", "with_conditions", "vulnerability", "A calm night for both", "Sleeps badly after threats; wants a quiet neighbour",
		"A month without a complaint", TOLD },
	{ CATEGORY, "high", "escape behaviour", "No chance to leave while the appeal of the sentence runs", "A rope and a drawing of the yard were found",
		"The court has decided, and three months without a find", PROPOSED },
	{ CATEGORY, "low", "progress", "Work in the garden outside the wall", "Half a year of work without a report, and a place to live after release",
		"Open conditions after the first leave went well", SIGNALLED },
	{ CATEGORY, "medium", "behaviour", "School in the mornings", "Came from another facility with a good report", "Three months without a report", DECIDED },
	{ CATEGORY, "high", "violence", "Safety of others", "Two fights in one month, with different people", "Six months without violence", APPEALED },
	{ "extremism_basis", "vulnerable", "vulnerability", "Protection from recruitment", "Asked to be moved away from people who press him or her to join",
		"A month in the new wing without pressure", TOLD },
	{ "extremism_basis", "assessed", "recruitment", "Work with a mentor", "Pressed two others to join a banned group, on two days",
		"Three months without pressing anybody", LAPSED },
	{ CATEGORY, "high", "violence", "Safety of others", "Two assaults on staff within one month", "Six months without violence", ANSWERED },
	{ CATEGORY, "medium", "behaviour", "Work in the workshop", "The wing book is good, the work report is mixed", "Three good work reports", GIVEN },
};
enum { PLOT_COUNT = sizeof PLOTS / sizeof *PLOTS, FIRST_CASES = 36, ONE_IN = 20 };

/* NULL: this person has no case. Few at first, then one in twenty, so that a large service has many. */
static const struct plot *plot_of(const struct demo *demo, const struct demo_person *person)
{
	size_t at = (size_t)(person - demo->sample);
	if (person->facility->kind == DEMO_WOMEN || (at >= FIRST_CASES && at % ONE_IN != 0))
		return NULL;
	return &PLOTS[(at < FIRST_CASES ? at : at / ONE_IN) % PLOT_COUNT];
}

static bool reaches(const struct demo *demo, const struct demo_person *person, enum stage stage)
{
	const struct plot *plot = plot_of(demo, person);
	return plot && plot->stage >= stage && person->kept[KEPT_CASE].length > 0;
}

static bool needs_items(const struct plot *plot)
{
	return !text_equal_string(text_from(plot->value), "low");
}

static void say(struct demo_command *command, const char *name, const char *value)
{
	demo_input(command, name, text_from(value));
}

static bool about(struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "decision", person->kept[KEPT_CASE]);
	return true;
}

static bool fill_propose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	if (!plot)
		return false;
	demo_input(command, "person", person->id);
	say(command, "kind", plot->kind);
	say(command, "outcome_value", plot->value);
	say(command, "grounds", plot->grounds);
	say(command, "reasons", plot->reasons);
	say(command, "purpose", plot->purpose);
	say(command, "way_down", plot->way_down);
	say(command, "legal_ground", "Code on the execution of sentences, article 94");
	return true;
}

static void done_propose(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_CASE] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_item(struct demo *demo, struct demo_person *person, struct demo_command *command, const char *event, const char *source, const char *words, int32_t days)
{
	const struct plot *plot = plot_of(demo, person);
	if (!reaches(demo, person, GIVEN))
		return false;
	about(person, command);
	say(command, "summary", words);
	say(command, "direction", needs_items(plot) ? "rise" : "fall");
	say(command, "rests_on", text_equal_string(text_from(plot->kind), "extremism_basis") ? "recruiting" : needs_items(plot) ? "violence" : "engagement");
	say(command, "event", event);
	demo_input(command, "event_on", date_text(demo->wave_arena, demo_day(demo, days)));
	say(command, "source", source);
	say(command, "source_kind", "observation");
	say(command, "source_grade", "B");
	say(command, "content_grade", "2");
	say(command, "fact_or_opinion", "fact");
	say(command, "alternative", "A quarrel about money was looked at and does not explain it");
	return true;
}

static bool fill_item_one(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_item(demo, person, command, "Yard, morning", "Wing book, officer 14", "Stood in the yard and spoke to another for ten minutes; the other came away upset and said why", -12);
}

static bool fill_item_two(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_item(demo, person, command, "Workshop, at noon", "Workshop report 31", "Was parted from another by the instructor, who heard what was said", -6);
}

static void done_item_one(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_ITEM] = arena_copy(demo->arena, outcome->record_id);
}

static void done_item_two(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_ITEM_2] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_full(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "evidence", person->kept[KEPT_ITEM]);
	say(command, "disclosure", "full");
	return person->kept[KEPT_ITEM].length > 0;
}

static bool fill_gist(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "evidence", person->kept[KEPT_ITEM_2]);
	say(command, "disclosure", "gist");
	say(command, "gist", "At work you were parted from another; somebody heard what you said");
	say(command, "withheld_ground", "source");
	return person->kept[KEPT_ITEM_2].length > 0;
}

/* Everybody in the demo speaks Russian as well; reading aloud fits also who does not read. */
static void say_language(struct demo_command *command)
{
	say(command, "language", "ru");
	say(command, "form", "read_out");
}

static bool fill_disclose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say_language(command);
	return reaches(demo, person, GIVEN) && about(person, command);
}

static bool fill_represent(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool speaks = demo_chance(75);
	say(command, "how", speaks ? "heard" : "declined");
	if (speaks)
		say(command, "words", "I did speak with them, but nobody had to be afraid of me");
	return reaches(demo, person, LISTED) && about(person, command);
}

static bool fill_schedule(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "hearing_at", demo_moment(demo, 3 + (int64_t)demo_one_of(3) * 24));
	return plot_of(demo, person) && plot_of(demo, person)->stage == LISTED && about(person, command);
}

/* Cell sharing is the governor's, and one vote is there already where a case waits on the list. */
static bool fill_vote(struct demo *demo, struct demo_person *person, struct demo_command *command, enum stage stage, bool dissents)
{
	const struct plot *plot = plot_of(demo, person);
	if (!plot || text_equal_string(text_from(plot->kind), "cell_sharing") || !reaches(demo, person, stage))
		return false;
	say(command, "position_taken", dissents ? "against" : "for");
	say(command, "no_interest", "yes");
	if (dissents)
		say(command, "reasons", "A plan with more contact should be tried first");
	return about(person, command);
}

static bool fill_vote_one(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_vote(demo, person, command, LISTED, false);
}

static bool fill_vote_two(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_vote(demo, person, command, DECIDED, false);
}

static bool fill_vote_three(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_vote(demo, person, command, DECIDED, demo_chance(30));
}

static bool fill_decide(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	if (!reaches(demo, person, DECIDED))
		return false;
	say(command, "outcome", "made");
	say(command, "reasons", "Both events were told by people who saw them, and the person was heard; nothing less is enough for now");
	/* One that nobody renews: it has lapsed by the time somebody looks. */
	if (plot->stage == LAPSED)
		demo_input(command, "ends_at", moment_text(demo->wave_arena, demo->now + 2 * MOMENT_MINUTE));
	return about(person, command);
}

static bool fill_tell(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say_language(command);
	say(command, "receipt", "signed");
	return reaches(demo, person, TOLD) && about(person, command);
}

static bool fill_appeal(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	say(command, "grounds", "The second event was somebody else");
	return plot && (plot->stage == APPEALED || plot->stage == ANSWERED) && about(person, command);
}

static void done_appeal(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_APPEAL] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	demo_input(command, "appeal", person->kept[KEPT_APPEAL]);
	say(command, "result", "varied");
	say(command, "outcome_value", "medium");
	say(command, "reasons", "Only the first event is shown; a medium category is enough");
	return plot && plot->stage == ANSWERED && person->kept[KEPT_APPEAL].length > 0;
}

static bool fill_signal(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	say(command, "signal", "fall");
	say(command, "note", "Ended a quarrel between two others with words");
	return plot && plot->stage == SIGNALLED && about(person, command);
}

void demo_classification(struct demo *demo)
{
	static const struct demo_step STEPS[] = { { "classification.propose", "caseworker", 1, fill_propose, done_propose },
		{ "classification.add_evidence", "security", 1, fill_item_one, done_item_one }, { "classification.add_evidence", "psychologist", 1, fill_item_two, done_item_two },
		{ "classification.set_disclosure", "caseworker", 1, fill_full, NULL }, { "classification.set_disclosure", "governor", 1, fill_gist, NULL },
		{ "classification.disclose", "caseworker", 1, fill_disclose, NULL }, { "classification.represent", "caseworker", 1, fill_represent, NULL },
		{ "classification.schedule", "committee", 1, fill_schedule, NULL }, { "classification.vote", "committee", 1, fill_vote_one, NULL },
		{ "classification.vote", "committee.2", 1, fill_vote_two, NULL }, { "classification.vote", "committee.3", 1, fill_vote_three, NULL },
		{ "classification.decide", "committee", 1, fill_decide, NULL }, { "classification.notify", "caseworker", 1, fill_tell, NULL },
		{ "classification.lodge_appeal", "wing", 1, fill_appeal, done_appeal }, { "classification.decide_appeal", "headquarters", 1, fill_answer, NULL },
		{ "classification.signal", "wing", 1, fill_signal, NULL } };
	/* So that what lapses has lapsed when the demo is opened. */
	demo->now = demo->end - 40 * MOMENT_MINUTE;
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
		for (size_t from = 0; from < demo->sample_count; from += DEMO_WAVE)
			demo_run(demo, &STEPS[i], demo->sample + from, demo->sample_count - from < DEMO_WAVE ? demo->sample_count - from : DEMO_WAVE);
		demo->now += STEPS[i].minutes * MOMENT_MINUTE;
	}
}
