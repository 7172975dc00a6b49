/*
 * rule_state.h - the state of the rules in a facility at a moment: for each row of the register red, amber, green or grey.
 *
 *	red	a breach stands open, or the newest answer of an inspection is that the rule is not kept
 *	amber	a breach waits for verification, something due is overdue, or the newest answer is "partly"
 *	green	nothing of that, and something shows that the rule is kept: clocks met in time, acts at which the rule was asked,
 *		rows that areas hand in (struct rule_evidence), an inspection's answer
 *	grey	nobody has looked
 *
 * There is no sum: a red is never hidden behind greens. Everything is counted from the tables as they are, by the moments that
 * stand in the rows, so any past moment can be asked (corrections made since count as made then). Evidence is what happened
 * within state.evidence_days before the moment. Counts are about rules, never about persons; no name is read.
 */
#ifndef CUSTOS_SERVICE_RULE_STATE_H
#define CUSTOS_SERVICE_RULE_STATE_H

#include "service/query.h"
#include "service/rule_register.h"

enum rule_colour { COLOUR_GREY, COLOUR_GREEN, COLOUR_AMBER, COLOUR_RED, COLOUR_COUNT };

struct rule_state {
	enum rule_colour colour;
	int64_t breaches, remedied;	/* open; remedied and not verified yet */
	int64_t overdue, running;	/* open clocks past due; all open clocks */
	int64_t in_time, asked;		/* clocks met in time; rows made by acts at which rules were asked */
	int64_t evidence;		/* rows that areas hand in as evidence for */
	int64_t newest[3];		/* newest moment by evidence_weight; 0: none */
	int64_t looked;			/* newest moment at which anything was shown; 0: never */
};

struct facility_state {
	struct text facility;
	struct rule_state *rules; /* one a row of the register, in its order */
};

/*
 * facility empty: every facility within the actor's scope that exists at all. Ordered by the facility's code. E_ACCESS when the
 * facility is outside the scope.
 */
bool rule_state_read(struct query *query, struct text facility, int64_t moment, struct facility_state **out_states, size_t *out_count,
	struct error_list *errors);
/* The worst of all rows for which take() says yes: red before amber before grey before green. */
enum rule_colour rule_state_worst(const struct rule_state *rules, bool (*take)(const struct register_row *row, int number), int number);
bool rule_state_of_number(const struct register_row *row, int number); /* rows of one Nelson Mandela Rule */
const char *rule_colour_code(enum rule_colour colour);	/* "red" */
const char *rule_colour_label(enum rule_colour colour); /* message identifier: "Breach open" */

#endif
