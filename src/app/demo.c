/* demo.c - one act for many invented people, in groups, at a simulated time. */
#include "app/demo.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/random.h"

enum { FAULTS_TOLD = 5 };

size_t demo_one_of(size_t count)
{
	return (size_t)random_below(count);
}

bool demo_chance(unsigned percent)
{
	return random_below(100) < percent;
}

struct text demo_moment(struct demo *demo, int64_t hours)
{
	return moment_text(demo->wave_arena, demo->now + hours * MOMENT_HOUR);
}

struct date demo_day(const struct demo *demo, int32_t days)
{
	return date_add_days(moment_date(demo->now), days);
}

void demo_input(struct demo_command *command, const char *name, struct text value)
{
	if (value.length > 0 && command->count < DEMO_INPUTS)
		command->inputs[command->count++] = (struct pair){ text_from(name), value };
}

void demo_inputs(struct demo_command *command, const char *const *pairs)
{
	for (; pairs[0]; pairs += 2)
		demo_input(command, pairs[0], text_from(pairs[1]));
}

void demo_keep(struct demo *demo, struct demo_person *person, int place, const struct outcome *outcome)
{
	person->kept[place] = arena_copy(demo->arena, outcome->record_id);
}

bool demo_about(const struct demo_person *person, struct demo_command *command, const char *name, int place)
{
	demo_input(command, name, person->kept[place]);
	return person->kept[place].length > 0;
}

const struct actor *demo_actor(const struct demo *demo, const char *name)
{
	for (size_t i = 0; i < demo->actor_count; i++)
		if (text_equal_string(demo->actors[i].name, name))
			return &demo->actors[i];
	abort();
}

void demo_work_in(struct demo *demo, struct text facility)
{
	for (size_t i = 0; i < demo->actor_count; i++) {
		demo->actors[i].all_facilities = true;
		demo->actors[i].facility = facility;
	}
}

/* The demo chooses places as an officer on a full day would, and says so where a rule asks. */
static const struct pair REASONS[] = {
	{ TEXT("NMR-7.g"), TEXT("The person does not want to name anybody yet") }, { TEXT("NMR-8.a"), TEXT("The court has not set the day yet") },
	{ TEXT("NMR-11.0"), TEXT("The only unit with free places on the day") }, { TEXT("NMR-12.1"), TEXT("All single cells are taken on the day") },
	{ TEXT("NMR-13"), TEXT("All larger cells are taken on the day") }, { TEXT("NMR-14.a"), TEXT("All cells with daylight are taken on the day") },
	{ TEXT("NMR-15"), TEXT("Toilet on the landing, open at night") },
	{ TEXT("NMR-24.2"), TEXT("A prescription and the address of the clinic were given") },
	{ TEXT("NMR-51.a"), TEXT("Everybody who came back from the visit hall was searched") }, { TEXT("NMR-55.1"), TEXT("Understood, as the answers showed") },
	{ TEXT("NMR-58.1"), TEXT("Asked again next week") }, { TEXT("NMR-93.1a"), TEXT("No other bed today; moved as soon as one is free") }, { TEXT("NMR-113"), TEXT("All single cells are taken on the day") },
	{ TEXT("NMR-80.2.decision"), TEXT("An officer who speaks the language explained it") },
	{ TEXT("BKK-4"), TEXT("The only institution for women of the region") },
	{ TEXT("BKK-41.heads"), TEXT("The women's profile is asked for and comes next month") }, { TEXT("NMR-98.2"), TEXT("No workshop has a free place this quarter") },
	{ TEXT("SAFE-ASSESSED"), TEXT("The formulation is under way and is looked at when it is final") } };

static void fault_tell(struct demo *demo, const char *act, const struct error_list *errors)
{
	demo->failed++;
	if (demo->told++ >= FAULTS_TOLD)
		return;
	for (size_t i = 0; i < errors->count; i++) {
		struct text text = error_english(errors->arena, &errors->items[i]);
		fprintf(stderr, "custos demo: %s: %.*s%s%s\n", act, TEXT_FORMAT(text), errors->items[i].citation ? " " : "",
			errors->items[i].citation ? errors->items[i].citation : "");
	}
}

void demo_run_forms(struct demo *demo, const struct demo_step *step, struct demo_person **people, struct demo_command *forms, size_t count)
{
	if (count == 0)
		return;
	struct arena *arena = arena_create();
	struct command *commands = ARENA_ARRAY(arena, struct command, count);
	struct outcome *outcomes = ARENA_ARRAY(arena, struct outcome, count);
	struct error_list *errors = ARENA_ARRAY(arena, struct error_list, count);
	bool *done = ARENA_ARRAY(arena, bool, count);
	for (size_t i = 0; i < count; i++)
		commands[i] = (struct command){ .act = text_from(step->act), .inputs = forms[i].inputs, .input_count = forms[i].count, .reason = forms[i].reason,
			.warning_reasons = REASONS, .warning_count = sizeof REASONS / sizeof *REASONS, .idempotency_key = text_empty(),
			.source_key = text_empty() };
	command_run_many(demo->service, arena, demo_actor(demo, step->user), commands, count, outcomes, errors, done);
	for (size_t i = 0; i < count; i++) {
		demo->acts++;
		if (!done[i])
			fault_tell(demo, step->act, &errors[i]);
		else if (step->done)
			step->done(demo, people[i], &outcomes[i]);
	}
	arena_destroy(arena);
}

void demo_run_each(struct demo *demo, const struct demo_step *step, struct demo_person **people, size_t count)
{
	struct arena *arena = arena_create();
	struct demo_person **whose = ARENA_ARRAY(arena, struct demo_person *, count + 1);
	struct demo_command *forms = ARENA_ARRAY(arena, struct demo_command, count + 1);
	size_t used = 0;
	for (size_t i = 0; i < count; i++) {
		forms[used] = (struct demo_command){ .reason = text_empty() };
		if ((!people[i]->gone || step->afterwards) && step->fill(demo, people[i], &forms[used]))
			whose[used++] = people[i];
	}
	demo_run_forms(demo, step, whose, forms, used);
	arena_destroy(arena);
	demo->now += step->minutes * demo->minute;
}

void demo_run(struct demo *demo, const struct demo_step *step, struct demo_person *people, size_t count)
{
	struct arena *arena = arena_create();
	struct demo_person **each = ARENA_ARRAY(arena, struct demo_person *, count + 1);
	for (size_t i = 0; i < count; i++)
		each[i] = &people[i];
	demo_run_each(demo, step, each, count);
	arena_destroy(arena);
}
