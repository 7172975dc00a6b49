/* demo_regime.c - the money of people: what was brought, sent in, bought and put aside. */
#include "app/demo.h"

enum { DAY = 24, LINES = 3 };

static bool fill_line(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const LINE[][6] = { { "kind", "sent_in", "amount", "60.00", "words", "Sent by a brother" }, { "kind", "purchase", "amount", "14.50", "words", "Tea, sugar, envelopes" },
		{ "kind", "to_family", "amount", "20.00", "words", "To the mother, by post" }, { "kind", "to_savings", "amount", "10.00", "words", "Own wish" } };
	const size_t which = (size_t)demo_one_of(4);
	demo_input(command, "person", person->id);
	for (size_t i = 0; i < 6; i += 2)
		demo_input(command, LINE[which][i], text_from(LINE[which][i + 1]));
	demo_input(command, "paper", arena_format(demo->wave_arena, "Q-%zu", 1000 + demo_one_of(9000)));
	return true;
}

static bool fill_brought(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "kind", "brought", "amount", "150.00", "words", "Cash counted at admission before the person", NULL };
	(void)demo;
	demo_input(command, "person", person->id);
	demo_inputs(command, SAME);
	return true;
}

/* What was brought is more than all lines together take out. */
static void holds_money(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step BROUGHT = { "account_entry.post", "reception", 0, fill_brought, NULL }, LINE = { "account_entry.post", "reception", 0, fill_line, NULL };
	demo_run_each(demo, &BROUGHT, &person, 1);
	for (int64_t line = 1; line <= LINES; line++)
		demo_later(demo, &LINE, person, line * 6 * DAY);
}

void demo_regime(struct demo *demo, struct demo_person *person)
{
	size_t at = (size_t)(person - demo->sample);
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (person->unfinished || person->facility->kind == DEMO_WOMEN)
		return;
	if (at % 6 == 0 && hours > 40 * DAY)
		demo_call_later(demo, holds_money, person, hours - 30 * DAY);
}
