/* demo_classification.c - decisions over the years: proposed, heard, voted, told, appealed, reviewed, ended and lapsed, as demo_stories.c tells. */
#include "app/demo_stories.h"

/* Where this part keeps what it made about a person: the open case, its two items, the appeal, and the decision in force of each kind. */
enum { KEPT_CASE = DEMO_KEPT_CLASSIFICATION, KEPT_ITEM, KEPT_ITEM_2, KEPT_APPEAL, KEPT_IN_FORCE, KEPT_END = KEPT_IN_FORCE + LINE_COUNT };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT_RIGHTS, "the kept identifiers of classification run into the next area's");
enum { DAY = 24, MANY_PEOPLE = 2000, ONE_IN = 20, LATE_PERCENT = 3, LATE_DAYS = 20 };

/* Where a person stands in the story: which chapter, and when the last decision was told. */
static struct place { const struct chapter *chapter; int64_t since; } PLACES[DEMO_SAMPLE];

static struct place *place_of(const struct demo *demo, const struct demo_person *person)
{
	return &PLACES[person - demo->sample];
}

static const struct plot *plot_of(const struct demo *demo, const struct demo_person *person)
{
	return place_of(demo, person)->chapter->plot;
}

static void say(struct demo_command *command, const char *name, const char *value)
{
	demo_input(command, name, text_from(value));
}

static bool about(const struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "decision", person->kept[KEPT_CASE]);
	return person->kept[KEPT_CASE].length > 0;
}

static void keep(struct demo *demo, struct demo_person *person, int at, const struct outcome *outcome)
{
	person->kept[at] = arena_copy(demo->arena, outcome->record_id);
}

static void chapter_next(struct demo *demo, struct demo_person *person);

/* ---- a proposal and its evidence ---- */

static bool fill_propose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	demo_input(command, "person", person->id);
	say(command, "kind", STORY_KINDS[plot->line]);
	say(command, "outcome_value", plot->value);
	say(command, "grounds", plot->grounds);
	/* A decision that is carried on needs the reasons of today. */
	demo_input(command, "reasons", plot->renews ? arena_format(demo->wave_arena, "%s (looked at again in %d)", plot->reasons, moment_date(demo->now).year) : text_from(plot->reasons));
	say(command, "purpose", plot->purpose);
	say(command, "way_down", plot->way_down);
	say(command, "legal_ground", "Code on the execution of sentences, article 94");
	if (plot->paper)
		demo_input(command, "legal_order", person->paper);
	if (plot->renews)
		demo_input(command, "renews", person->kept[KEPT_IN_FORCE + plot->line]);
	if (plot->line == LINE_UNIT) {
		demo_input(command, "rests_on", person->kept[KEPT_IN_FORCE + LINE_BASIS]);
		say(command, "less_restrictive", "Another wing was tried for three weeks; the threats began again");
	}
	return true;
}

static bool fill_item(struct demo *demo, struct demo_person *person, struct demo_command *command, const char *event, const char *source, const char *words, int32_t days)
{
	const struct plot *plot = plot_of(demo, person);
	bool falls = text_equal_string(text_from(plot->shows), "engagement");
	say(command, "summary", words);
	say(command, "direction", falls ? "fall" : "rise");
	say(command, "rests_on", plot->shows);
	demo_input(command, "event", arena_format(demo->wave_arena, "%s, %.*s", event, TEXT_FORMAT(date_text(demo->wave_arena, demo_day(demo, days)))));
	demo_input(command, "event_on", date_text(demo->wave_arena, demo_day(demo, days)));
	say(command, "source", source);
	say(command, "source_kind", "observation");
	say(command, "source_grade", "B");
	say(command, "content_grade", "2");
	say(command, "fact_or_opinion", "fact");
	say(command, "alternative", "A quarrel about money was looked at and does not explain it");
	return about(person, command);
}

static bool fill_item_one(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	bool falls = plot->items > 0 && text_equal_string(text_from(plot->shows), "engagement");
	return plot->items > 0 && fill_item(demo, person, command, falls ? "Work report" : "Yard, morning", falls ? "Workshop report 12" : "Wing book, officer 14",
		falls ? "Came every day, taught two others the machine and settled a quarrel with words" :
		"Stood in the yard and spoke to another for ten minutes; the other came away upset and said why", -3);
}

static bool fill_item_two(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return plot_of(demo, person)->items > 1 && fill_item(demo, person, command, "Workshop, at noon", "Workshop report 31",
		"Was parted from another by the instructor, who heard what was said", -2);
}

static void done_item_one(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, KEPT_ITEM, outcome);
}

static void done_item_two(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, KEPT_ITEM_2, outcome);
}

static bool fill_full(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "evidence", person->kept[KEPT_ITEM]);
	say(command, "disclosure", "full");
	return plot_of(demo, person)->items > 0 && person->kept[KEPT_ITEM].length > 0;
}

static bool fill_gist(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "evidence", person->kept[KEPT_ITEM_2]);
	say(command, "disclosure", "gist");
	say(command, "gist", "At work you were parted from another; somebody heard what you said");
	say(command, "withheld_ground", "source");
	return plot_of(demo, person)->items > 1 && person->kept[KEPT_ITEM_2].length > 0;
}

/* ---- the person is heard, the body decides ---- */

/* Everybody in the demo speaks Russian as well; reading aloud fits also who does not read. */
static void say_language(struct demo_command *command)
{
	say(command, "language", "ru");
	say(command, "form", "read_out");
}

static bool fill_disclose(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	say_language(command);
	return about(person, command);
}

static bool fill_represent(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool speaks = demo_chance(75);
	say(command, "how", speaks ? "heard" : "declined");
	if (speaks)
		say(command, "words", plot_of(demo, person)->items > 1 ? "I did speak with them, but nobody had to be afraid of me" : "I want to work and to be left in peace");
	return about(person, command);
}

static bool fill_schedule(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "hearing_at", demo_moment(demo, 7 * DAY + (int64_t)demo_one_of(3)));
	return about(person, command);
}

/* Cell sharing is the governor's alone. */
static bool fill_vote(struct demo *demo, struct demo_person *person, struct demo_command *command, unsigned percent_against)
{
	const struct plot *plot = plot_of(demo, person);
	bool against = plot->turn == REFUSED || demo_chance(percent_against);
	say(command, "position_taken", against ? "against" : "for");
	say(command, "no_interest", "yes");
	if (against)
		say(command, "reasons", plot->turn == REFUSED ? "One event, seen by one, carries no raise" : "A plan with more contact should be tried first");
	return plot->line != LINE_SHARING && about(person, command);
}

static bool fill_vote_for(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_vote(demo, person, command, 0);
}

static bool fill_vote_free(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return fill_vote(demo, person, command, 12);
}

static bool decided(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	say(command, "outcome", plot->turn == REFUSED ? "not_made" : "made");
	say(command, "reasons", plot->turn == REFUSED ? "What is known is one event told by one source: it carries no raise, and nothing else speaks for it" :
		plot->items > 1 ? "Both events were told by people who saw them, and the person was heard; nothing less is enough for now" :
		"The file and the person say the same; what was said at the hearing was weighed");
	return about(person, command);
}

static bool fill_decide(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return decided(demo, person, command) && plot_of(demo, person)->line != LINE_SHARING;
}

static bool fill_decide_sharing(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return decided(demo, person, command) && plot_of(demo, person)->line == LINE_SHARING;
}

static bool fill_tell(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	say_language(command);
	say(command, "receipt", "signed");
	return about(person, command);
}

/* ---- appeal ---- */

static bool fill_appeal(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say(command, "grounds", plot_of(demo, person)->items > 1 ? "The second event was somebody else" : "I have done my work, and nobody has asked the mentor");
	return about(person, command);
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct plot *plot = plot_of(demo, person);
	demo_input(command, "appeal", person->kept[KEPT_APPEAL]);
	say(command, "result", plot->turn == VARIED ? "varied" : plot->turn == QUASHED ? "quashed" : "upheld");
	if (plot->turn == VARIED)
		say(command, "outcome_value", "medium");
	say(command, "reasons", plot->turn == VARIED ? "Only the first event is shown; a medium category is enough" :
		plot->turn == QUASHED ? "The gate book shows that the person was at court on the second day: it was somebody else" :
		"The mentor was asked now and says the same; the judgment carries the basis");
	return person->kept[KEPT_APPEAL].length > 0;
}

static void done_answer(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)outcome;
	chapter_next(demo, person);
}

static const struct demo_step ANSWER = { "classification.decide_appeal", "headquarters", 1, fill_answer, done_answer };

static void done_appeal(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	keep(demo, person, KEPT_APPEAL, outcome);
	demo_later(demo, &ANSWER, person, (5 + (int64_t)demo_one_of(3)) * DAY);
}

static const struct demo_step APPEAL = { "classification.lodge_appeal", "wing", 1, fill_appeal, done_appeal };

/* The decision is told: from now on it counts, and the story goes on, with an appeal or without. */
static void done_tell(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	const struct plot *plot = plot_of(demo, person);
	(void)outcome;
	place_of(demo, person)->since = demo->now;
	if (plot->turn != REFUSED)
		person->kept[KEPT_IN_FORCE + plot->line] = person->kept[KEPT_CASE];
	if (plot->turn == MADE || plot->turn == REFUSED)
		chapter_next(demo, person);
	else
		demo_later(demo, &APPEAL, person, 4 * DAY);
}

/* All steps of a case, by the hour after the proposal; a step that a plot does not have is not filled in. */
static void done_propose(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct { int hours; struct demo_step step; } STEPS[] = { { 2, { "classification.add_evidence", "security", 1, fill_item_one, done_item_one } },
		{ 3, { "classification.add_evidence", "psychologist", 1, fill_item_two, done_item_two } },
		{ 20, { "classification.set_disclosure", "caseworker", 1, fill_full, NULL } }, { 21, { "classification.set_disclosure", "governor", 1, fill_gist, NULL } },
		{ 24, { "classification.disclose", "caseworker", 1, fill_disclose, NULL } }, { 26, { "classification.schedule", "committee", 1, fill_schedule, NULL } },
		{ 96, { "classification.represent", "caseworker", 1, fill_represent, NULL } }, { 192, { "classification.vote", "committee", 1, fill_vote_for, NULL } },
		{ 193, { "classification.vote", "committee.2", 1, fill_vote_for, NULL } }, { 194, { "classification.vote", "committee.3", 1, fill_vote_free, NULL } },
		{ 196, { "classification.decide", "committee", 1, fill_decide, NULL } }, { 197, { "classification.decide", "governor", 1, fill_decide_sharing, NULL } },
		{ 206, { "classification.notify", "caseworker", 1, fill_tell, done_tell } } };
	keep(demo, person, KEPT_CASE, outcome);
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		demo_later(demo, &STEPS[i].step, person, STEPS[i].hours);
}

/* ---- between decisions ---- */

static bool in_force(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	struct text id = person->kept[KEPT_IN_FORCE + place_of(demo, person)->chapter->line];
	demo_input(command, "decision", id);
	return id.length > 0;
}

static bool fill_review(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool ends = place_of(demo, person)->chapter->deed == REVIEW_END;
	say(command, "result", ends ? "end" : "keep");
	say(command, "reasons", ends ? "What was asked for is shown: the wing book, the course and two talks say so" :
		"The course is half done and the wing book is calm; what the way down asks for is not shown yet");
	return in_force(demo, person, command);
}

static bool fill_signal(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say(command, "signal", "fall");
	say(command, "note", "Ended a quarrel between two others with words");
	return in_force(demo, person, command);
}

static bool fill_law(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say(command, "law_end", person->untried ? "acquittal" : "quashed");
	command->reason = person->untried ? TEXT_OF("Acquitted under article 412; held for the other charge") :
		TEXT_OF("The higher court quashed the conviction under article 412; the other one stands");
	return in_force(demo, person, command);
}

static bool fill_lapse(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	say(command, "done_about", "Told in the wing; the conditions that rested on it were taken away the same day");
	return in_force(demo, person, command);
}

static void done_deed(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)outcome;
	chapter_next(demo, person);
}

/* A few reviews are held late, as everywhere; nothing else waits. */
static void chapter_schedule(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step PROPOSE = { "classification.propose", "caseworker", 1, fill_propose, done_propose },
		DEEDS[] = { [REVIEW_KEEP] = { "classification.review", "committee", 1, fill_review, done_deed },
		[REVIEW_END] = { "classification.review", "committee", 1, fill_review, done_deed }, [SIGNAL] = { "classification.signal", "wing", 1, fill_signal, done_deed },
		[END_BY_LAW] = { "classification.end_by_law", "governor", 1, fill_law, done_deed },
		[AFTER_LAPSE] = { "classification.act_on_lapse", "caseworker", 1, fill_lapse, done_deed } };
	const struct place *place = place_of(demo, person);
	const struct chapter *chapter = place->chapter;
	if (chapter->days == 0)
		return;
	int64_t at = place->since + chapter->days * MOMENT_DAY;
	if (chapter->deed == REVIEW_KEEP && demo_chance(LATE_PERCENT))
		at += LATE_DAYS * MOMENT_DAY;
	demo_later(demo, chapter->deed == DECIDE ? &PROPOSE : &DEEDS[chapter->deed], person, at > demo->now ? (at - demo->now) / MOMENT_HOUR + 1 : 1);
}

static void chapter_next(struct demo *demo, struct demo_person *person)
{
	place_of(demo, person)->chapter++;
	chapter_schedule(demo, person);
}

void demo_classification(struct demo *demo, struct demo_person *person)
{
	size_t at = (size_t)(person - demo->sample);
	/* Everybody of a small service, fewer of a large one: people have to be many before the pages are. */
	if (person->unfinished || (demo->people > MANY_PEOPLE && at % ONE_IN))
		return;
	*place_of(demo, person) = (struct place){ story_choose(person)->chapters, demo->now + (int64_t)demo_one_of(3) * MOMENT_DAY };
	chapter_schedule(demo, person);
}
