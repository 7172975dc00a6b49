/* access.c - the one access decision: a list of conditions that must all hold; the first that does not names the reason. */
#include "service/access.h"

#include "base/error.h"

/*
 * The unit test builds this file once more with ACCESS_MUTANTS, makes each numbered condition always true and then always
 * false, and asks that its oracle notices: a condition nobody would miss is a condition nobody tests.
 */
#ifdef ACCESS_MUTANTS
extern int access_mutant;
#define HOLDS(number, condition) (access_mutant == (number) || (access_mutant != -(number) && (condition)))
#else
#define HOLDS(number, condition) (condition)
#endif

/* Whoever looks back over closed files by office (access.h): the service itself and those who inspect it. */
#define LOOKS_BACK (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))
#define NEVER_BY_BREAK_GLASS (COMPARTMENT(INTELLIGENCE) | COMPARTMENT(LEGAL))

static const struct {
	const char *code, *label;
} REASONS[] = {
	[ACCESS_ALLOWED] = { "allowed", N_("You may do this") },
	[ACCESS_FUNCTION] = { "function", N_("Your role does not include this") },
	[ACCESS_SCOPE] = { "scope", N_("This belongs to a facility outside your scope") },
	[ACCESS_NEED] = { "need", N_("You are not assigned to this case") },
	[ACCESS_MARKING] = { "marking", N_("This is marked above your clearance") },
	[ACCESS_COMPARTMENT] = { "compartment", N_("This is in a compartment you do not have") },
	[ACCESS_OWN_INTEREST] = { "own-interest", N_("This file is about you; somebody else has to do this") },
	[ACCESS_STATE] = { "state", N_("This file is closed, because the person is no longer here") },
	[ACCESS_SECOND_PERSON] = { "second-person", N_("This needs a second person, other than the one who began it") },
	[ACCESS_SESSION] = { "session", N_("Nobody is signed in") },
};

const char *access_reason_code(enum access_reason reason)
{
	return REASONS[reason].code;
}

const char *access_reason_label(enum access_reason reason)
{
	return REASONS[reason].label;
}

bool access_looks_back(const struct actor *actor)
{
	return actor->is_system || actor_has_role(actor, LOOKS_BACK);
}

bool access_needs_nothing(const struct actor *actor, const struct record *record)
{
	return !record->need || actor->is_system || actor_has_role(actor, record->need->exempt);
}

struct question {
	const struct actor *actor;
	const struct access_object *object;
	const struct act *act; /* NULL: reading */
};

static bool compartment_is_held(const struct actor *actor, const struct record *record)
{
	return record->compartment < COMPARTMENT_COUNT && (actor->compartments & (1u << record->compartment)) != 0;
}

static bool field_is_cleared(const struct actor *actor, const struct field *field)
{
	return field->sensitivity != SENSITIVITY_UNSET && field->sensitivity <= actor->clearance;
}

uint64_t access_hidden(const struct actor *actor, const struct record *record)
{
	uint64_t hidden = 0;
	for (int i = 0; i < record->field_count && i < RECORD_FIELDS_MAXIMUM; i++)
		if (!HOLDS(1, field_is_cleared(actor, &record->fields[i])))
			hidden |= UINT64_C(1) << i;
	return hidden;
}

/* A record carries the lowest marking among its fields: when every field is withheld there is nothing to read. */
static bool record_is_cleared(const struct actor *actor, const struct record *record)
{
	if (record->field_count == 0)
		return actor->clearance > SENSITIVITY_UNSET;
	for (int i = 0; i < record->field_count; i++)
		if (field_is_cleared(actor, &record->fields[i]))
			return true;
	return false;
}

/* An act whose required input is above the actor's clearance cannot be done by halves. */
static bool inputs_are_cleared(const struct actor *actor, const struct record *inputs)
{
	for (int i = 0; inputs && i < inputs->field_count; i++)
		if ((inputs->fields[i].flags & FIELD_REQUIRED) && !field_is_cleared(actor, &inputs->fields[i]))
			return false;
	return true;
}

/* ---- the conditions ---- */

static bool holds_session(const struct question *question)
{
	return !text_is_empty(question->actor->id);
}

/* First of all that speak of the object, because failing it must look as if the object did not exist. */
static bool holds_compartment(const struct question *question)
{
	return compartment_is_held(question->actor, question->object->record);
}

static bool holds_function(const struct question *question)
{
	const struct actor *actor = question->actor;
	if (!question->act)
		return HOLDS(9, actor->is_system) || actor_has_role(actor, question->object->record->readers);
	if (HOLDS(6, (question->act->flags & ACT_SYSTEM) != 0))
		return actor->is_system;
	return HOLDS(7, actor->is_system) || actor_has_role(actor, question->act->actors);
}

static bool holds_own_interest(const struct question *question)
{
	struct text own = question->actor->own_subject;
	return text_is_empty(own) || !text_equal(own, question->object->subject);
}

static bool holds_marking(const struct question *question)
{
	if (!record_is_cleared(question->actor, question->object->record))
		return false;
	return !question->act || inputs_are_cleared(question->actor, question->act->input_record);
}

/* Reading only: an emergency needs to know, not to write; and sources and lawyers' letters stay shut even then. */
static bool opened_by_break_glass(const struct question *question)
{
	const struct actor *actor = question->actor;
	return HOLDS(2, !question->act)
		&& HOLDS(3, actor->break_glass_until != 0)
		&& HOLDS(4, ((1u << question->object->record->compartment) & NEVER_BY_BREAK_GLASS) == 0)
		&& !text_is_empty(actor->break_glass_subject)
		&& HOLDS(5, text_equal(actor->break_glass_subject, question->object->subject));
}

static bool in_scope(const struct actor *actor, struct text facility)
{
	return !text_is_empty(facility) && actor_in_scope(actor, facility);
}

static bool holds_scope(const struct question *question)
{
	const struct access_object *object = question->object;
	if (text_is_empty(object->subject) && text_is_empty(object->facility) && text_is_empty(object->other_facility))
		return true; /* national, or a list whose scope is in the selection */
	if (!text_is_empty(object->subject) && object->subject_gone)
		return true; /* holds_state decides */
	return in_scope(question->actor, object->facility)
		|| in_scope(question->actor, object->other_facility)
		|| (!text_is_empty(object->subject) && opened_by_break_glass(question));
}

static bool holds_state(const struct question *question)
{
	const struct access_object *object = question->object;
	if (text_is_empty(object->subject) || !object->subject_gone)
		return true;
	return HOLDS(8, access_looks_back(question->actor))
		|| in_scope(question->actor, object->other_facility)
		|| opened_by_break_glass(question);
}

/* A list has its need in the selection, like its scope. */
static bool holds_need(const struct question *question)
{
	const struct access_object *object = question->object;
	const struct record_need *need = object->record->need;
	if (!need || (!object->row && text_is_empty(object->subject)))
		return true;
	return HOLDS(26, access_needs_nothing(question->actor, object->record)) || HOLDS(27, object->need_shown);
}

static const struct {
	enum access_reason reason;
	bool (*holds)(const struct question *question);
} CONDITIONS[] = {
	{ ACCESS_SESSION, holds_session },
	{ ACCESS_COMPARTMENT, holds_compartment },
	{ ACCESS_FUNCTION, holds_function },
	{ ACCESS_OWN_INTEREST, holds_own_interest },
	{ ACCESS_MARKING, holds_marking },
	{ ACCESS_SCOPE, holds_scope },
	{ ACCESS_STATE, holds_state },
	{ ACCESS_NEED, holds_need },
};

static enum access_reason decide(const struct question *question)
{
	for (int i = 0; i < (int)(sizeof(CONDITIONS) / sizeof(CONDITIONS[0])); i++)
		if (!HOLDS(10 + i, CONDITIONS[i].holds(question)))
			return CONDITIONS[i].reason;
	return ACCESS_ALLOWED;
}

enum access_reason access_read(const struct actor *actor, const struct access_object *object)
{
	if (!object->record)
		return ACCESS_FUNCTION;
	return decide(&(struct question){ .actor = actor, .object = object });
}

enum access_reason access_act(const struct actor *actor, const struct act *act, const struct access_object *object)
{
	if (!act || !object->record)
		return ACCESS_FUNCTION;
	return decide(&(struct question){ .actor = actor, .object = object, .act = act });
}

enum access_reason access_second(const struct actor *first, const struct actor *second, const struct act *act)
{
	if (!HOLDS(20, !text_is_empty(first->id) && !text_is_empty(second->id)))
		return ACCESS_SESSION;
	if (!HOLDS(21, !text_equal(first->id, second->id)))
		return ACCESS_SECOND_PERSON;
	/* Two accounts of one human being are one person. */
	if (!HOLDS(22, text_is_empty(first->own_subject) || !text_equal(first->own_subject, second->own_subject)))
		return ACCESS_SECOND_PERSON;
	/* A machine agrees to everything: it is nobody's second person. */
	if (!HOLDS(23, !second->is_system))
		return ACCESS_SECOND_PERSON;
	if (!HOLDS(24, actor_has_role(second, act->seconds)))
		return ACCESS_FUNCTION;
	if (!HOLDS(25, inputs_are_cleared(second, act->input_record)))
		return ACCESS_MARKING;
	return ACCESS_ALLOWED;
}
