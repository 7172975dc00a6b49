/*
 * rule_trace.h - what the rules saw and answered at a decision, kept in the payload of one entry of the act, and asked again.
 *
 * {"fact":true,"profile":"kz@1a2b3c4d","silent":["NMR-11.a"],"bit":["NMR-13"],"parameters":{"cell.m2":"6"},
 *  "seen":{"place":["01J...@3"]},"counts":{"NMR-69.b":[2]},"input":{"bed":"4"}}
 *
 * seen names rows with their version; their content stands in the journal already, so the trace is small and its inputs can be
 * had again years later. A rule whose version is above 1 is written "NMR-11.a~2". input has only short values of OFFICIAL inputs,
 * and none at all when the act touches another compartment than its result's. More than TRACE_ROWS rows: "truncated":true, and
 * the decision can be explained but not asked again. Acts without rules have no trace.
 */
#ifndef CUSTOS_SERVICE_RULE_TRACE_H
#define CUSTOS_SERVICE_RULE_TRACE_H

#include "base/map.h"
#include "format/json.h"
#include "journal/journal.h"
#include "model/registry.h"

enum { TRACE_ROWS = 64, TRACE_RULES = 96, TRACE_PARAMETERS = 48, TRACE_COUNTS = 64 };

struct rule_trace {
	struct arena *arena;
	const struct act_reader *inner;
	struct act_reader reader; /* stands in the context while rules look */
	const struct rule *rules[TRACE_RULES];
	bool bit[TRACE_RULES];
	size_t rule_count;
	struct error_parameter parameters[TRACE_PARAMETERS]; /* name is the parameter's */
	size_t parameter_count;
	const struct row *seen[TRACE_ROWS];
	size_t seen_count;
	struct { int64_t number; size_t rule; } counts[TRACE_COUNTS]; /* of which rule, by place in rules */
	size_t count_count;
	bool truncated;
};

/* The trace reads through inner and remembers. */
void rule_trace_begin(struct rule_trace *trace, struct arena *arena, const struct act_reader *inner);
void rule_trace_answer(struct rule_trace *trace, const struct rule *rule, bool bit);
/* JSON for the payload; empty when no rule looked. profile: "name@hash". */
struct text rule_trace_json(const struct rule_trace *trace, const struct act_context *context, const struct decision *decision,
	struct text profile);

/* One rule asked again. */
struct rule_again {
	struct text rule, wrote; /* id; "bit" or "silent" as written */
	bool known;		 /* the program still has the rule */
	bool same;		 /* the same answer today */
	int version_then, version_now;
};
/*
 * Asks the rules of a trace again with the rows as they stood then. entries: all entries of the decision. False with E_STATE when
 * the trace is truncated, with E_KEY_DESTROYED when a row's key is gone.
 */
struct service;
bool rule_trace_again(struct service *service, struct connection *connection, struct arena *arena, struct json_value trace,
	const struct journal_entry *entries, size_t count, struct rule_again **out_answers, size_t *out_count, struct error_list *errors);
/* Does a row meet a condition? As the database would answer (model/act.h). */
bool condition_holds(const struct condition *condition, const struct row *row);

#endif
