/*
 * rule.h - a rule: citation, kind, the acts it is bound to, and a pure function that says whether it bites.
 *
 * Functions see the context and the proposed decision; they never write. Kinds:
 *	REFUSE	the authorisation is denied; in a record_fact command it becomes a breach instead
 *	WARN	goes on only with a recorded reason for this rule
 *	BREACH	the decision stands and a breach is recorded
 *	DEADLINE the rule lives in clocks (model/clock.h); listed so that the register is complete
 *	EVIDENCE data must be there: a fault beside the field in authorisations, a breach in facts
 * An absolute rule (NMR-1, 32.1d, 43.1, 43.2, 47.1, 48.2) cannot be tightened away, loosened or overridden by anybody.
 */
#ifndef CUSTOS_MODEL_RULE_H
#define CUSTOS_MODEL_RULE_H

#include "model/act.h"

enum rule_kind { RULE_REFUSE, RULE_WARN, RULE_BREACH, RULE_DEADLINE, RULE_EVIDENCE };

struct rule_finding {
	const char *message; /* message identifier: what was asked that breaks the rule, with {parameters} */
	struct error_parameter parameters[ERROR_PARAMETERS];
	const char *advice;  /* message identifier: what would be lawful now */
	const char *ask;     /* message identifier: whom to ask */
	const char *path;    /* "/place", or NULL */
};

struct rule {
	const char *id;	  /* "NMR-11.b": row of share/rules.tsv */
	const char *text; /* own words, message identifier */
	enum rule_kind kind;
	bool absolute;
	const char *const *acts;   /* names, ended by NULL; NULL for DEADLINE */
	const char *const *clocks; /* names of clock kinds, ended by NULL; for DEADLINE */
	/* True when the rule bites; fills the finding. */
	bool (*bites)(const struct act_context *context, const struct decision *decision, struct rule_finding *out_finding);
	int version; /* of the function: counted up when it answers otherwise than before; 0 reads as 1. Kept with each decision */
};

/*
 * Rows that show whether a rule is kept, handed in by the area that owns them: the state of the rules (service/rule_state.h)
 * counts rows of `record` in a facility by the moment in moment_field. FOR is evidence that it is kept, PARTLY and AGAINST that
 * it is not; of several the newest of each named rule speaks. Nothing here is a mark of a person.
 */
enum evidence_weight { EVIDENCE_FOR, EVIDENCE_PARTLY, EVIDENCE_AGAINST };

struct rule_evidence {
	const char *rule;	/* row of the register; NULL: the CODE field rule_field of each row names it */
	int rule_field;
	const char *label;	/* message identifier: "Outdoor hours recorded" */
	const struct record *record;
	int moment_field;	/* a MOMENT or DATE field, or FIELD_CREATED_AT */
	int value_field;	/* with value: only rows in which this text field has this code; value NULL: all rows */
	const char *value;
	enum evidence_weight weight;
};

/* A static struct rule_evidence of that name: rows that speak for one rule. value NULL: all rows; field is read only with a value. */
#define RULE_SHOWN(symbol, rule_, label_, record_, moment_, field_, value_) static const struct rule_evidence symbol = { .rule = rule_, \
	.label = label_, .record = &record_, .moment_field = moment_, .value_field = field_, .value = value_, .weight = EVIDENCE_FOR }

#endif
