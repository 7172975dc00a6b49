/* demo_terms.c - how long who is convicted has to stay, and who has gone home before the present. */
#include "app/demo.h"

/* Who goes home before the present: one in LEAVES_ONE_IN of those who came at least LEAVES_AFTER days ago, never among the first, on whom
 * the stories of the whole house hang. */
enum { LEAVES_ONE_IN = 6, LEAVES_AFTER = 220, LEAVES_NOT_FIRST = 40, LEAVES_STAYED = 120 };

/* The last day of the term lies before the present; without a choice by chance, so that everybody else stays as they are. */
static void term_is_served(struct demo *demo, struct demo_person *person, int64_t number)
{
	struct date today = moment_date(demo->end), arrival = moment_date(demo->now);
	int32_t since = date_to_days(today) - date_to_days(arrival);
	if (number % LEAVES_ONE_IN != LEAVES_ONE_IN / 2 || since < LEAVES_AFTER || demo->sample_count < LEAVES_NOT_FIRST)
		return;
	person->leaves = true;
	person->life = person->due = false;
	person->release = date_add_days(arrival, LEAVES_STAYED + (int32_t)(number * 7 % (since - LEAVES_STAYED - 5)));
	person->length = (struct duration){ .years = 1 };
	person->starts = date_add_days(date_add_months(person->release, -12), 1);
	for (; date_compare(person->starts, arrival) > 0; person->starts = date_add_days(date_add_months(person->release, -12 * person->length.years), 1))
		person->length.years++;
}

static void terms_make(struct demo *demo, struct demo_person *person)
{
	struct date today = moment_date(demo->end), arrival = moment_date(demo->now);
	int32_t since = date_to_days(today) - date_to_days(arrival);
	person->life = demo_chance(1);
	person->due = !person->life && demo_chance(5);
	int32_t years = person->due ? 1 + since / 365 + (int32_t)demo_one_of(3) : 1 + since / 365 + (int32_t)demo_one_of(9);
	person->length = (struct duration){ .years = years, .months = person->due ? 0 : (int32_t)demo_one_of(12) };
	int32_t ahead = person->due ? (int32_t)demo_one_of(40) : 60 + (int32_t)demo_one_of(200);
	/* Counted back from the end, so that nobody is past the date on the day of the demo. */
	person->starts = date_add_days(date_add_months(date_add_days(today, ahead), -(years * 12 + person->length.months)), 1);
	while (date_compare(person->starts, arrival) > 0) {
		person->length.years++;
		person->starts = date_add_months(person->starts, -12);
	}
	if (!person->due && demo_chance(70) && date_to_days(arrival) - date_to_days(person->starts) > 500)
		person->starts = date_add_days(arrival, -(int32_t)(30 + demo_one_of(400)));
}

void demo_terms(struct demo *demo, struct demo_person *person, int64_t number)
{
	terms_make(demo, person);
	term_is_served(demo, person, number);
}
