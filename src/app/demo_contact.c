/* demo_contact.c - visits, lawyers, limits on contact, legal help, mothers and children, wishes of belief, over the years. Calls are in demo_work.c. */
#include "app/demo.h"

enum { KEPT_VISIT = DEMO_KEPT_CONTACT, KEPT_LIMIT, KEPT_REQUEST, KEPT_CHILD, KEPT_STAY, KEPT_PREGNANCY, KEPT_WISH, KEPT_END };
_Static_assert((int)KEPT_END <= (int)DEMO_KEPT, "the kept identifiers of contact run out of their part");
enum { DAY = 24, MEN = 0, WOMEN = 1, TODAY_FIRST = -5, TODAY_LAST = 6, AHEAD = 40 };

static bool is_turn(const struct demo *demo, const struct demo_person *person, size_t every, size_t first)
{
	size_t at = (size_t)(person - demo->sample), most = (size_t)demo->people / 2 + 1;
	every = every < most ? every : most;
	return at % every == first % every;
}

/* ---- visits ---- */

static bool fill_book(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const FAMILY[][8] = { { "visitor", "Mother", "relation", "mother", "visit_class", "family", NULL }, { "visitor", "Brother", "relation", "brother", "visit_class", "family", NULL },
		{ "visitor", "Wife or husband", "relation", "spouse", "visit_class", "family", NULL }, { "visitor", "Friend from school", "relation", "friend", "visit_class", "friend", NULL } };
	bool child = demo_chance(25);
	/* Whose visits are limited has others behind glass, which this story does not tell. */
	if (person->kept[KEPT_LIMIT].length > 0)
		return false;
	demo_input(command, "person", person->id);
	demo_inputs(command, FAMILY[demo_one_of(4)]);
	demo_input(command, "children", child ? TEXT_OF("1") : TEXT_OF("0"));
	demo_input(command, "own_child", child ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "setting", demo_chance(6) ? TEXT_OF("private") : TEXT_OF("room"));
	demo_input(command, "wanted", TEXT_OF("yes"));
	demo_input(command, "minutes", TEXT_OF("60"));
	/* Those who are booked for today come in the hours around the present. */
	int64_t left = (demo->end - demo->now) / MOMENT_HOUR;
	demo_input(command, "planned_at", demo_moment(demo, left < AHEAD + DAY ? left + TODAY_FIRST + (int64_t)demo_one_of(TODAY_LAST - TODAY_FIRST) : AHEAD));
	return true;
}

static bool fill_lawyer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "visit_class", "legal", "visitor", "Lawyer of the bar of Example Region", "setting", "unheard", "wanted", "yes", "minutes", "90",
		"interpreter", "yes", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "planned_at", demo_moment(demo, 20));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const HELD[] = { "outcome", "held", "watched", "sight", "identity_seen", "yes", "search", "detector", "search_agreed", "yes", "held_minutes", "55", NULL };
	static const char *const ABSENT[] = { "outcome", "absent", NULL }, *const NOT_HELD[] = { "outcome", "not_held", "note", "No officer was free for the room", NULL };
	(void)demo;
	demo_inputs(command, demo_chance(88) ? HELD : demo_chance(75) ? ABSENT : NOT_HELD);
	return demo_about(person, command, "visit", KEPT_VISIT);
}

static bool fill_lawyer_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const HELD[] = { "outcome", "held", "watched", "sight", "identity_seen", "yes", "held_minutes", "70", NULL };
	(void)demo;
	demo_inputs(command, HELD);
	return demo_about(person, command, "visit", KEPT_VISIT);
}

static void done_book(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step CLOSE[] = { { "visit.close", "reception", 0, fill_close, NULL }, { "visit.close", "reception.women", 0, fill_close, NULL } };
	demo_keep(demo, person, KEPT_VISIT, outcome);
	demo_later(demo, &CLOSE[person->facility->kind == DEMO_WOMEN], person, AHEAD + 1);
}

static void done_lawyer(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step CLOSE[] = { { "visit.close", "reception", 0, fill_lawyer_close, NULL }, { "visit.close", "reception.women", 0, fill_lawyer_close, NULL } };
	demo_keep(demo, person, KEPT_VISIT, outcome);
	demo_later(demo, &CLOSE[person->facility->kind == DEMO_WOMEN], person, 22);
}

/* ---- limits and legal help ---- */

static bool fill_limit(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "measure", "closed", "means", "visits", "ground", "objects", "facts", "A SIM card was found in a parcel handed over at the table; two officers saw it",
		"legal_basis", "Prison Rules, article 61", "authority", "Governor, decision of the day", "instead", "calls letters",
		"alternatives", "Parcels are opened before the visit; it happened again through the table", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "ends_at", demo_moment(demo, 10 * DAY));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_told(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "told", TEXT_OF("signed"));
	return demo_about(person, command, "contact_limit", KEPT_LIMIT);
}

static bool fill_review(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "review", TEXT_OF("stays"));
	command->reason = TEXT_OF("Read the report of both officers; ten days behind glass, with calls and letters open, is enough");
	return demo_about(person, command, "contact_limit", KEPT_LIMIT);
}

static void done_limit(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step TOLD = { "contact_limit.tell", "wing", 0, fill_told, NULL }, REVIEW = { "contact_limit.review", "headquarters", 0, fill_review, NULL };
	demo_keep(demo, person, KEPT_LIMIT, outcome);
	demo_later(demo, &TOLD, person, 4);
	demo_later(demo, &REVIEW, person, 5 * DAY);
}

static bool fill_request(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	return true;
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "answer", TEXT_OF("The office of legal aid has the form"));
	return demo_about(person, command, "legal_request", KEPT_REQUEST);
}

static void done_request(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step ANSWER = { "legal_request.answer", "records", 0, fill_answer, NULL };
	demo_keep(demo, person, KEPT_REQUEST, outcome);
	demo_later(demo, &ANSWER, person, 18);
}

/* ---- mothers and children: in the women's prison ---- */

static bool fill_child(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const NAMES[] = { "Alina", "Timur", "Dana", "Aidar" };
	static const char *const SAME[] = { "living_at", "With the mother", "carer", "The mother", "custody_status", "With the mother", "sole_carer", "yes", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "name", text_from(NAMES[demo_one_of(4)]));
	demo_input(command, "birth_date", date_text(demo->wave_arena, demo_day(demo, -30 - (int32_t)demo_one_of(200))));
	demo_inputs(command, SAME);
	return true;
}

static bool fill_stay(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "decided_by", "Child services of Example Region", "reasons", "The mother feeds the child; the grandmother can take it from next year", "childcare",
		"Nursery of the prison, a trained carer", NULL };
	demo_input(command, "person", person->id);
	demo_input(command, "decided_on", date_text(demo->wave_arena, demo_day(demo, -1)));
	demo_inputs(command, SAME);
	return demo_about(person, command, "child", KEPT_CHILD);
}

static bool fill_screening(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "kind", TEXT_OF("screening"));
	return demo_about(person, command, "child_stay", KEPT_STAY);
}

static void done_stay(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step SCREEN = { "child_stay.check", "health", 0, fill_screening, NULL };
	demo_keep(demo, person, KEPT_STAY, outcome);
	demo_later(demo, &SCREEN, person, 12);
}

static void done_child(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step STAY = { "child_stay.decide", "records", 0, fill_stay, done_stay };
	demo_keep(demo, person, KEPT_CHILD, outcome);
	demo_later(demo, &STAY, person, 2);
}

static bool fill_pregnancy(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	demo_input(command, "expected_on", date_text(demo->wave_arena, demo_day(demo, 120)));
	return true;
}

static bool fill_plan(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "place", "hospital", "prenatal", "yes", "diet", "yes", "court_told", "yes", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return demo_about(person, command, "pregnancy", KEPT_PREGNANCY);
}

static void done_pregnancy(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step PLAN = { "pregnancy.plan", "records", 0, fill_plan, NULL };
	demo_keep(demo, person, KEPT_PREGNANCY, outcome);
	demo_later(demo, &PLAN, person, 40);
}

static void mothers(struct demo *demo, struct demo_person *person, int64_t hours)
{
	static const struct demo_step CHILD = { "child.add", "reception.women", 0, fill_child, done_child }, PREGNANT = { "pregnancy.record", "health", 0, fill_pregnancy, done_pregnancy };
	if (hours > 60 * DAY && is_turn(demo, person, 9, 3))
		demo_later(demo, &CHILD, person, hours - 50 * DAY);
	if (hours > 30 * DAY && is_turn(demo, person, 9, 7))
		demo_later(demo, &PREGNANT, person, hours - 20 * DAY);
}

/* ---- religion and belief ---- */

static bool fill_approve(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "name", "Representative of the district", "community", "Community council of Example Region", "approved_by", "Governor, after a talk with the council",
		"hours_week", "8", "services", "Fridays and Sundays, ten o'clock", NULL };
	(void)demo;
	demo_input(command, "facility", person->facility->id);
	demo_inputs(command, SAME);
	return true;
}

static bool fill_wish(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const WISHES[][2] = { { "representative", "Wants to talk with somebody about a death in the family" }, { "service", "Wants to come on Fridays" },
		{ "diet", "No meat on some days" }, { "book", "A book that the sister sends" } };
	size_t which = demo_one_of(4);
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(WISHES[which][0]));
	demo_input(command, "words", text_from(WISHES[which][1]));
	return true;
}

static bool fill_wish_met(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "result", TEXT_OF("met"));
	return demo_about(person, command, "belief_wish", KEPT_WISH);
}

static void done_wish(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	static const struct demo_step MET = { "belief_wish.answer", "records", 0, fill_wish_met, NULL };
	demo_keep(demo, person, KEPT_WISH, outcome);
	demo_later(demo, &MET, person, 4 * DAY);
}

static void belief(struct demo *demo, struct demo_person *person, int64_t hours)
{
	static const struct demo_step APPROVE = { "representative.approve", "headquarters", 0, fill_approve, NULL }, WISH = { "belief_wish.record", "records", 0, fill_wish, done_wish };
	bool first = true;
	for (size_t i = 0; i < demo->sample_count && first; i++)
		first = &demo->sample[i] == person || demo->sample[i].facility != person->facility;
	if (first)
		demo_later(demo, &APPROVE, person, 48);
	if (is_turn(demo, person, 9, 5))
		demo_later(demo, &WISH, person, hours - DAY - (int64_t)demo_one_of(2 * DAY));
	else if (hours > 20 * DAY && demo_chance(20))
		demo_later(demo, &WISH, person, 6 * DAY + (int64_t)demo_one_of((size_t)(hours - 12 * DAY)));
}

void demo_contact(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step BOOK[] = { { "visit.book", "reception", 0, fill_book, done_book }, { "visit.book", "reception.women", 0, fill_book, done_book } };
	static const struct demo_step LAWYER[] = { { "visit.book", "reception", 0, fill_lawyer, done_lawyer }, { "visit.book", "reception.women", 0, fill_lawyer, done_lawyer } };
	static const struct demo_step LIMIT = { "contact_limit.decide", "governor", 0, fill_limit, done_limit }, REQUEST = { "legal_request.receive", "records", 0, fill_request, done_request };
	int women = person->facility->kind == DEMO_WOMEN ? WOMEN : MEN;
	int64_t hours = (demo->end - demo->now) / MOMENT_HOUR;
	if (person->unfinished || hours < 4 * DAY)
		return;
	belief(demo, person, hours);
	if (women == WOMEN)
		mothers(demo, person, hours);
	if (is_turn(demo, person, 5, 2))
		demo_later(demo, &BOOK[women], person, hours - AHEAD - 2);
	else if (hours > 20 * DAY && demo_chance(40))
		demo_later(demo, &BOOK[women], person, 5 * DAY + (int64_t)demo_one_of((size_t)(hours - 9 * DAY)));
	if (person->untried && demo_chance(60))
		demo_later(demo, &LAWYER[women], person, 30);
	if (is_turn(demo, person, 12, 6))
		demo_later(demo, &REQUEST, person, hours - 30);
	if (person->facility == &demo->facilities[0] && hours > 12 * DAY && is_turn(demo, person, 40, 11))
		demo_later(demo, &LIMIT, person, hours - 6 * DAY);
}
