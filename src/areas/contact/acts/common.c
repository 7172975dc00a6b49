/* common.c - what the verbs of contact share: persons and contacts that inputs name, limits in force, the family clock. */
#include "areas/contact/acts/common.h"

enum { ADULT = 18, LEGAL_HOURS = 24, WEEK_DAYS = 7 };

const struct row *contact_person_input(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *person = act_load_input(context, input, &RECORD_PERSON, errors);
	if (person && !row_has(person, PERSON_CURRENT_FACILITY)) {
		decide_refuse(errors, "/person", N_("This person is not in custody"));
		return NULL;
	}
	return person;
}

bool contact_of_input(struct act_context *context, int input, struct text person, const struct row **out, struct error_list *errors)
{
	*out = NULL;
	if (!row_has(context->input, input))
		return true;
	const struct row *contact = act_load_input(context, input, &RECORD_CONTACT, errors);
	if (!contact)
		return false;
	if (!text_equal(row_text(contact, CONTACT_PERSON), person))
		return decide_refuse(errors, "/contact", N_("This contact belongs to another person"));
	*out = contact;
	return true;
}

static int strictness(const struct row *limit)
{
	return limit == NULL ? 0 : row_is(limit, CONTACT_LIMIT_MEASURE, "supervised") ? 1 : row_is(limit, CONTACT_LIMIT_MEASURE, "closed") ? 2 : 3;
}

const char *contact_limit_for(const struct act_context *context, struct text person, const char *means, struct text contact, struct text class)
{
	static const char *const MEASURES[] = { NULL, "supervised", "closed", "suspended" };
	const struct condition own[] = { CONDITION_TEXT(CONTACT_LIMIT_PERSON, person), CONDITION_TEXT(CONTACT_LIMIT_STATE, TEXT_OF("in_force")) };
	if (!contact_class_is_family(class) && !text_equal_string(class, "other"))
		return NULL;
	struct rows limits = act_find(context, &RECORD_CONTACT_LIMIT, own, 2);
	int most = 0;
	for (size_t i = 0; i < limits.count; i++)
		if (contact_limit_is_in_force(limits.items[i], context->now) && contact_limit_covers(limits.items[i], means, contact) &&
			strictness(limits.items[i]) > most)
			most = strictness(limits.items[i]);
	return MEASURES[most];
}

static int64_t newest(const struct act_context *context, const struct record *record, int person_field, int family_field, int moment_field, struct text person)
{
	const struct condition counts[] = { CONDITION_TEXT(person_field, person), CONDITION_INTEGER(family_field, 1) };
	const struct row *row = act_find_first(context, record, counts, 2, moment_field, true);
	return row ? row_moment(row, moment_field) : 0;
}

void family_clock_stop(struct act_context *context, struct decision *decision, struct text person)
{
	decide_stop(context, decision, "family-contact", person);
	decide_stop(context, decision, "family-contact-child", person);
}

/* Rule 58 of everybody; of children the stricter number of the Havana Rules. An age that is not known counts as that of a child. */
void family_clock_renew(struct act_context *context, struct decision *decision, const struct row *person, struct text facility, int64_t moment)
{
	int64_t visit = newest(context, &RECORD_VISIT, VISIT_PERSON, VISIT_FAMILY, VISIT_HELD_AT, person->id);
	int64_t other = newest(context, &RECORD_COMMUNICATION, COMMUNICATION_PERSON, COMMUNICATION_FAMILY, COMMUNICATION_AT, person->id);
	int64_t last = visit > other ? visit : other;
	last = last > moment ? last : moment;
	family_clock_stop(context, decision, person->id);
	decide_start(context, decision, person_age(person, context->today) < ADULT ? "family-contact-child" : "family-contact", person, person->id, facility,
		last > 0 ? last : context->now, 0);
}

static void calls_start(struct act_context *context, struct decision *decision, const struct row *person, int64_t from)
{
	decide_stop(context, decision, "child-calls", person->id);
	decide_start(context, decision, "child-calls", person, person->id, row_text(person, PERSON_CURRENT_FACILITY), from, from + WEEK_DAYS * MOMENT_DAY);
}

void child_calls_begin(struct act_context *context, struct decision *decision, const struct row *person)
{
	if (person_age(person, context->today) < ADULT)
		calls_start(context, decision, person, context->now);
}

/* The window of seven days is full until the oldest of the wanted number leaves it. */
void child_calls_renew(struct act_context *context, struct decision *decision, const struct row *person)
{
	enum { MOST = 20 };
	int64_t newest_first[MOST] = { 0 }, wanted = act_parameter(context, row_text(person, PERSON_CURRENT_FACILITY), "juv.calls_week", 2);
	if (person_age(person, context->today) >= ADULT || wanted < 1 || wanted > MOST)
		return;
	struct rows all = decide_rows_after(context, decision, &RECORD_COMMUNICATION, person->id);
	for (size_t i = 0; i < all.count; i++) {
		int64_t moment = row_is_yes(all.items[i], COMMUNICATION_FAMILY) ? row_moment(all.items[i], COMMUNICATION_AT) : 0;
		for (int at = 0; at < wanted && moment > 0; at++)
			if (moment > newest_first[at]) {
				int64_t moved = newest_first[at];
				newest_first[at] = moment;
				moment = moved;
			}
	}
	if (newest_first[wanted - 1] > context->now - WEEK_DAYS * MOMENT_DAY)
		calls_start(context, decision, person, newest_first[wanted - 1]);
}

int64_t legal_visit_due(const struct act_context *context, const struct row *visit)
{
	return row_moment(visit, VISIT_ASKED_AT) +
		act_parameter(context, row_text(visit, VISIT_FACILITY), "legalvisit.hours", LEGAL_HOURS) * MOMENT_HOUR;
}

void child_contact_renew(struct act_context *context, struct decision *decision, struct text person, struct text facility, int64_t moment)
{
	const struct condition left[] = { CONDITION_TEXT(CHILD_STAY_PERSON, person), CONDITION_TEXT(CHILD_STAY_STATE, TEXT_OF("left")) };
	struct rows stays = act_find(context, &RECORD_CHILD_STAY, left, 2);
	for (size_t i = 0; i < stays.count; i++) {
		decide_stop(context, decision, "child-contact", stays.items[i]->id);
		decide_start(context, decision, "child-contact", stays.items[i], person, facility, moment, 0);
	}
}

void child_clocks_stop(struct act_context *context, struct decision *decision, struct text child_stay)
{
	static const char *const CLOCKS[] = { "child-screening", "child-check", "child-review", "child-prepare", "child-contact" };
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], child_stay);
}

void pregnancy_clocks_stop(struct act_context *context, struct decision *decision, struct text pregnancy)
{
	static const char *const CLOCKS[] = { "birth-plan", "pregnancy-diet", "pregnancy-court" };
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], pregnancy);
}
