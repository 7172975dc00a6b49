/*
 * act.h - a verb: its input fields, who may do it, and the pure function that decides what follows.
 *
 * decide() never writes. It reads through the context, adds faults to errors, and puts what should become true into the
 * decision: rows to insert or change, deadlines to start or stop, breaches to show. Time is context->now; nothing else
 * is asked from outside, so it can be run again years later. After decide, every rule bound to the act looks at context
 * and decision together (model/rule.h); only then does the engine journal and project.
 *
 * context->record_fact: the actor records what has already happened. decide then checks only what makes the record
 * readable (types, references, order of time), and a refusing rule becomes a breach instead (decision 13).
 *
 *	static bool decide(struct act_context *context, struct decision *decision, struct error_list *errors) {
 *		const struct row *old = act_load_input(context, MOVE_PLACEMENT, &RECORD_PLACEMENT, errors);
 *		if (!old) return false;
 *		struct row *ended = decision_change(decision, old);
 *		row_set_integer(ended, PLACEMENT_ENDED_AT, context->now);
 *		struct row *placement = decision_insert(decision, &RECORD_PLACEMENT);
 *		...
 *		decision->result = placement; return true; }
 */
#ifndef CUSTOS_MODEL_ACT_H
#define CUSTOS_MODEL_ACT_H

#include "base/date.h"
#include "model/record.h"

struct registry;
struct act;
struct decision;

/*
 * IS_NOT also matches absent values; IS_ABSENT means SQL NULL, and IS_PRESENT its contrary (unknown is present there).
 * An unknown value is neither less nor greater than anything. Comparing with an absent value, or IN an empty list,
 * matches nothing (IS_NOT absent: everything present). STARTS_WITH is exact in case.
 */
enum comparison { IS, IS_NOT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IS_ABSENT, IS_PRESENT, STARTS_WITH, IN };

/* field: index in the record, or one of the FIELD_ID ... below for the engine's columns. */
enum { FIELD_ID = -10, FIELD_CREATED_AT = -11, FIELD_CHANGED_AT = -12, FIELD_VERSION = -13, FIELD_CREATED_BY = -14 };
struct condition {
	int field;
	enum comparison comparison;
	struct value value;	  /* for all but IN and the two tests of absence */
	const struct value *list; /* IN */
	size_t list_count;
};

/* What the engine gives to decide and to rules: reading inside the same transaction, parameters of the profile. */
struct act_reader {
	const struct row *(*load)(void *state, struct arena *arena, const struct record *record, struct text id);
	struct rows (*find)(void *state, struct arena *arena, const struct record *record,
		const struct condition *conditions, size_t count, int order_field, bool descending, size_t limit);
	int64_t (*count)(void *state, const struct record *record, const struct condition *conditions, size_t count);
	/* Profile parameter for the facility (country profile, then facility profile), as text; empty when unset. */
	struct text (*parameter)(void *state, struct text facility, const char *name);
	void *state;
	/* First moment of a civil day in the zone of a facility; NULL: days are those of UTC. */
	int64_t (*midnight)(void *state, struct text facility, struct date day);
};

struct act_context {
	struct arena *arena;
	const struct registry *registry;
	const struct act *act;
	const struct actor *actor;
	const struct actor *second; /* approving second person, or NULL */
	const struct row *input;    /* values by act->inputs; input->record is act->input_record */
	int64_t now;
	struct date today;	    /* civil date at the actor's facility */
	struct text reason;	    /* in the actor's own words; may be empty */
	bool record_fact;
	const struct act_reader *reader;
};

enum act_flag {
	ACT_SECOND_PERSON = 1,	/* waits as a proposal until another person with a role in `seconds` agrees */
	ACT_REASON = 2,		/* reason in own words required */
	ACT_MAY_RECORD_FACT = 4,/* has a "record what has already happened" form */
	ACT_IRREVERSIBLE = 8,	/* the form shows check-your-answers first */
	ACT_SYSTEM = 16,	/* only the engine's own actor */
	ACT_VISITOR = 32,	/* only an external inspector during a visit, who may do nothing else */
	ACT_JUDGEMENT = 64,	/* what this act itself does, such as rating, opening a compartment or setting a profile: nothing has happened outside that could be
				 * recorded as a fact, so it has no such form, and a refusing rule refuses it whoever asks */
};

struct act {
	const char *name;	   /* "<record>.<verb>", e.g. "person.admit"; entry type; never renamed */
	const char *label, *help;  /* message identifiers */
	const char *done;	   /* message identifier for the confirmation: "{title} is admitted" */
	const struct record *input_record; /* a struct record with name = act name that only carries the inputs */
	const struct record *record;	   /* the noun it belongs to */
	int target_input;	   /* input that names the row of `record` acted on (REFERENCE), or FIELD_NONE */
	role_set actors, seconds;
	unsigned flags;
	const struct citation *basis;
	bool (*decide)(struct act_context *context, struct decision *decision, struct error_list *errors);
};

/*
 * What an area adds to the decision of an act, its own or another area's: a basis that falls when the order under it is quashed.
 * Runs after the act has decided and before the rules; pure, as decide is, and cannot refuse.
 */
struct reaction {
	const char *const *acts; /* names, ended by NULL */
	void (*follow)(struct act_context *context, struct decision *decision);
};

/* ---- reading ---- */
const struct row *act_load(const struct act_context *context, const struct record *record, struct text id);
/* Loads the row that a REFERENCE input names; adds E_REFERENCE with the input's path when there is none. */
const struct row *act_load_input(const struct act_context *context, int input, const struct record *record,
	struct error_list *errors);
struct rows act_find(const struct act_context *context, const struct record *record,
	const struct condition *conditions, size_t count);
/* First row or NULL, in the order of order_field. */
const struct row *act_find_first(const struct act_context *context, const struct record *record,
	const struct condition *conditions, size_t count, int order_field, bool descending);
int64_t act_count(const struct act_context *context, const struct record *record, const struct condition *conditions,
	size_t count);
int64_t act_parameter(const struct act_context *context, struct text facility, const char *name, int64_t otherwise);
struct text act_parameter_text(const struct act_context *context, struct text facility, const char *name);
int64_t act_midnight(const struct act_context *context, struct text facility, struct date day);
#define CONDITION_TEXT(f, t) { .field = (f), .comparison = IS, .value = { .kind = VALUE_TEXT, .text = (t) } }
#define CONDITION_INTEGER(f, i) { .field = (f), .comparison = IS, .value = { .kind = VALUE_INTEGER, .integer = (i) } }
#define CONDITION_ABSENT(f) { .field = (f), .comparison = IS_ABSENT }
#define CONDITION_PRESENT(f) { .field = (f), .comparison = IS_PRESENT }

/* ---- deciding ---- */
enum effect_kind { EFFECT_INSERT, EFFECT_CHANGE };
struct effect {
	enum effect_kind kind;
	struct row *row;
	const struct row *old; /* CHANGE */
};

struct clock_kind; /* model/clock.h */
struct deadline_start {
	const struct clock_kind *clock;
	struct text facility, subject, record_id; /* what it is about; facility and subject may be empty */
	const struct record *record;
	int64_t started_at;  /* usually context->now */
	int64_t due_at;	     /* 0: computed from the clock's parameter, unit and calendar */
};
struct deadline_stop {
	const struct clock_kind *clock;
	struct text record_id; /* same as at the start */
};
struct breach_note {
	const char *rule;	/* "NMR-7.0" */
	struct text facility, subject, record_id;
	const struct record *record;
	const char *message;	/* message identifier with parameters */
	struct error_parameter parameters[ERROR_PARAMETERS];
};

struct decision {
	struct arena *arena;
	struct effect *effects;
	size_t effect_count, effect_capacity;
	struct deadline_start *starts;
	size_t start_count, start_capacity;
	struct deadline_stop *stops;
	size_t stop_count, stop_capacity;
	struct breach_note *breaches;
	size_t breach_count, breach_capacity;
	struct row *result; /* the row the answer is about */
};

void decision_begin(struct decision *decision, struct arena *arena);
struct row *decision_insert(struct decision *decision, const struct record *record); /* fresh id */
/* The row to edit; called twice for one row it gives the same copy. */
struct row *decision_change(struct decision *decision, const struct row *old);
void decision_start(struct decision *decision, const struct deadline_start *start);
void decision_stop(struct decision *decision, const struct clock_kind *clock, struct text record_id);
void decision_breach(struct decision *decision, const struct breach_note *breach);
/* Row of a record among the effects, newest first, or NULL: for rules. */
const struct row *decision_row(const struct decision *decision, const struct record *record);

#endif
