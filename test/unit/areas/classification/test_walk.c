/*
 * test_walk.c - a random walk: thousands of acts by people of random roles, lawful or not, that never reaches a forbidden state.
 *
 * Decide functions and rules are the program's; what is forbidden is written here a second time, by other means, as an oracle. A walk
 * takes the same way for the same seed. WALK_ACTS sets how many acts (default 10,000). The walk is repeated with one rule left out of
 * the harness, and must then find what that rule forbids: a harness that finds nothing would prove nothing.
 */
#include <stdio.h>

#include "world.h"

enum { ACTS_DEFAULT = 10000, EPISODE = 130, PEOPLE = 2 };

struct walk {
	struct arena *arena;
	struct memory *memory;
	uint64_t state;
	const char *without; /* rule that the harness leaves out, or NULL */
	int64_t done, tried, in_force, ended;
	char fault[400];
};

static uint64_t below(struct walk *walk, uint64_t limit)
{
	walk->state ^= walk->state << 13;
	walk->state ^= walk->state >> 7;
	walk->state ^= walk->state << 17;
	return (walk->state >> 11) % limit;
}

#define ONE_OF(walk, list) (list)[below((walk), sizeof(list) / sizeof *(list))]

/* Newest rows more often: they are the ones that go on. */
static struct text some_row(struct walk *walk, const struct record *record)
{
	const struct row *found[MEMORY_ROWS];
	size_t count = 0;
	for (size_t i = 0; i < walk->memory->count; i++)
		if (walk->memory->rows[i]->record == record)
			found[count++] = walk->memory->rows[i];
	if (count == 0)
		return TEXT_OF("NONE");
	uint64_t how = below(walk, 6);
	size_t back = how < 4 ? 0 : below(walk, how == 4 && count > 3 ? 3 : count);
	return found[count - 1 - back]->id;
}

/* An item of which nobody has said yet how the person gets it. */
static struct text unset_item(struct walk *walk)
{
	for (size_t i = walk->memory->count; i > 0; i--)
		if (walk->memory->rows[i - 1]->record == &RECORD_CLASSIFICATION_EVIDENCE && !row_has(walk->memory->rows[i - 1], EVIDENCE_DISCLOSURE))
			return walk->memory->rows[i - 1]->id;
	return some_row(walk, &RECORD_CLASSIFICATION_EVIDENCE);
}

static struct text proposal(struct walk *walk)
{
	static const char *const WHAT[] = { "kind=security_category;outcome_value=high", "kind=security_category;outcome_value=low",
		"kind=extremism_basis;outcome_value=assessed", "kind=extremism_basis;outcome_value=charge;legal_order=B1",
		"kind=unit_placement;outcome_value=special_unit;less_restrictive=Tried", "kind=cell_sharing;outcome_value=alone" };
	static const char *const GROUNDS[] = { "behaviour", "violence", "offence", "recruitment", "mental_health" };
	struct text more = below(walk, 4) ? text_empty() : arena_format(walk->arena, ";%s=%.*s", below(walk, 2) ? "renews" : "rests_on",
		TEXT_FORMAT(some_row(walk, &RECORD_CLASSIFICATION)));
	return arena_format(walk->arena, "classification.propose person=P%d;%s;grounds=%s;reasons=Reason %d that concerns this person;legal_ground=Article 1%s%s%.*s",
		1 + (int)below(walk, PEOPLE), ONE_OF(walk, WHAT), ONE_OF(walk, GROUNDS), (int)below(walk, 1000), below(walk, 5) ? ";purpose=Safety" : "",
		below(walk, 5) ? ";way_down=Six months" : "", TEXT_FORMAT(more));
}

static struct text evidence(struct walk *walk, struct text decision)
{
	static const char *const RESTS[] = { "violence", "recruiting", "violence", "recruiting", "worship", "violence dress" };
	return arena_format(walk->arena, "classification.add_evidence decision=%.*s;summary=Something;direction=rise;rests_on=%s;event=E%d;event_on=2026-11-0%d;"
		"source=Q%d;source_kind=incident;source_grade=%c;content_grade=%c;fact_or_opinion=fact;alternative=None", TEXT_FORMAT(decision), ONE_OF(walk, RESTS),
		(int)below(walk, 4), 1 + (int)below(walk, 9), (int)below(walk, 4), (int)("AABBCCAE"[below(walk, 8)]), (int)("11122334"[below(walk, 8)]));
}

/* Mostly something that fits where the decision stands, so that walks get far; else anything at all. */
static uint64_t kind_of_act(struct walk *walk, struct text decision)
{
	static const struct { const char *state; uint64_t acts[8]; } FITTING[] = { { "proposed", { 2, 3, 4, 5, 20, 20, 20, 7 } }, { "disclosed", { 8, 9, 9, 10, 10, 11, 12, 8 } },
		{ "representations", { 9, 9, 10, 10, 11, 12, 12, 13 } }, { "decided", { 14, 14, 14, 15, 15, 15, 14, 17 } }, { "notified", { 16, 17, 18, 19, 0, 1, 16, 17 } },
		{ "appealed", { 16, 16, 16, 16, 18, 19, 0, 1 } }, { "review", { 18, 18, 18, 17, 19, 0, 0, 1 } }, { "in_force", { 17, 18, 19, 0, 0, 1, 17, 18 } } };
	const struct row *row = memory_row(walk->memory, &RECORD_CLASSIFICATION, decision);
	for (size_t i = 0; row && below(walk, 5) && i < sizeof FITTING / sizeof *FITTING; i++)
		if (row_is(row, CLASSIFICATION_STATE, FITTING[i].state))
			return FITTING[i].acts[below(walk, 8)];
	return below(walk, 20);
}

static struct text next_act(struct walk *walk)
{
	static const char *const POSITIONS[] = { "for", "for", "for", "against;reasons=No", "abstained", "withdrew" };
	static const char *const FORMS[] = { "full", "full", "full", "gist;gist=Words;withheld_ground=source", "withheld;withheld_ground=source" };
	static const char *const SIGNALS[] = { "rise", "fall", "age" };
	struct text decision = some_row(walk, &RECORD_CLASSIFICATION);
	struct arena *arena = walk->arena;
	switch (kind_of_act(walk, decision)) {
	case 0: case 1: return proposal(walk);
	case 2: case 3: case 4: return evidence(walk, decision);
	case 20: return arena_format(arena, "classification.set_disclosure evidence=%.*s;disclosure=full", TEXT_FORMAT(unset_item(walk)));
	case 5: case 6: return arena_format(arena, "classification.set_disclosure evidence=%.*s;disclosure=%s", TEXT_FORMAT(some_row(walk, &RECORD_CLASSIFICATION_EVIDENCE)), ONE_OF(walk, FORMS));
	case 7: return arena_format(arena, "classification.disclose decision=%.*s;language=ru;form=written", TEXT_FORMAT(decision));
	case 8: return arena_format(arena, "classification.represent decision=%.*s;how=%s", TEXT_FORMAT(decision), below(walk, 2) ? "declined" : "heard;words=No");
	case 9: case 10: case 11: return arena_format(arena, "classification.vote decision=%.*s;no_interest=yes;position_taken=%s", TEXT_FORMAT(decision), ONE_OF(walk, POSITIONS));
	case 12: case 13: return arena_format(arena, "classification.decide decision=%.*s;reasons=Reasons that answer the person;outcome=%s%s", TEXT_FORMAT(decision),
		below(walk, 4) ? "made" : "not_made", below(walk, 6) ? "" : ";ends_at=2028-01-01T00:00:00Z");
	case 14: case 15: return arena_format(arena, "classification.notify decision=%.*s;language=ru;form=written;receipt=%s;withheld_told=yes", TEXT_FORMAT(decision),
		below(walk, 3) ? "signed" : "refused;witness=Officer");
	case 16: return below(walk, 2) ? arena_format(arena, "classification.lodge_appeal decision=%.*s;grounds=No", TEXT_FORMAT(decision)) :
		arena_format(arena, "classification.decide_appeal appeal=%.*s;reasons=Reasons that answer the person;result=%s", TEXT_FORMAT(some_row(walk, &RECORD_CLASSIFICATION_APPEAL)),
			below(walk, 2) ? "upheld" : "quashed");
	case 17: return arena_format(arena, "classification.signal decision=%.*s;note=Seen;signal=%s", TEXT_FORMAT(decision), ONE_OF(walk, SIGNALS));
	case 18: return arena_format(arena, "classification.review decision=%.*s;reasons=Reasons that answer the person;result=%s", TEXT_FORMAT(decision), below(walk, 2) ? "keep" : "end");
	default: return below(walk, 3) ? arena_format(arena, "classification.act_on_lapse decision=%.*s;done_about=Moved", TEXT_FORMAT(decision)) :
		arena_format(arena, "classification.end_by_law decision=%.*s;law_end=acquittal", TEXT_FORMAT(decision));
	}
}

/* As the command path does: roles, decide, then every rule but warnings and the one left out. */
static bool allowed(struct walk *walk)
{
	const struct memory *memory = walk->memory;
	for (size_t i = 0; CLASSIFICATION_RULES[i]; i++) {
		const struct rule *rule = CLASSIFICATION_RULES[i];
		struct rule_finding finding = { 0 };
		if (!rule->acts || rule->kind == RULE_WARN || (walk->without && strcmp(walk->without, rule->id) == 0))
			continue;
		for (const char *const *act = rule->acts; *act; act++)
			if (strcmp(*act, memory->context.act->name) == 0 && rule->bites(&memory->context, &memory->decision, &finding))
				return false;
	}
	return true;
}

/* ---- the oracle ---- */

static void forbidden(struct walk *walk, const char *what, const struct row *row)
{
	if (walk->fault[0] == '\0')
		snprintf(walk->fault, sizeof walk->fault, "after %lld acts: %s: %.*s of %.*s", (long long)walk->tried, what,
			TEXT_FORMAT(row_text(row, CLASSIFICATION_STATE)), TEXT_FORMAT(row_text(row, CLASSIFICATION_VALUE)));
}

/* The graph of prison-practice section 23, drawn a second time: what may stand before each state. */
static bool step_is_drawn(struct text from, struct text to)
{
	static const char *const BEFORE[][2] = { { "disclosed", "proposed" }, { "representations", "disclosed representations" }, { "decided", "disclosed representations" },
		{ "notified", "decided" }, { "closed", "decided" }, { "appealed", "notified" }, { "in_force", "notified appealed in_force review" },
		{ "review", "notified in_force review" }, { "withdrawn", "proposed disclosed representations" },
		{ "ended", "proposed disclosed representations decided notified appealed in_force review" } };
	for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
		if (text_equal_string(to, BEFORE[i][0]))
			return text_find(text_from(BEFORE[i][1]), from) != SIZE_MAX;
	return false;
}

static void look_at_step(struct walk *walk, const struct effect *effect)
{
	if (effect->row->record != &RECORD_CLASSIFICATION || effect->kind == EFFECT_INSERT)
		return;
	struct text from = row_text(effect->old, CLASSIFICATION_STATE), to = row_text(effect->row, CLASSIFICATION_STATE);
	if (!text_equal(from, to) && !step_is_drawn(from, to))
		forbidden(walk, "a step that is not drawn", effect->row);
	/* A lapsed decision never comes back; its end never moves. */
	if (row_moment(effect->old, CLASSIFICATION_ENDS_AT) <= walk->memory->context.now &&
		row_moment(effect->row, CLASSIFICATION_ENDS_AT) > row_moment(effect->old, CLASSIFICATION_ENDS_AT))
		forbidden(walk, "a lapsed decision lives again", effect->row);
}

static bool has_part(const struct walk *walk, const struct record *part, int field, const struct row *decision, struct text value)
{
	for (size_t i = 0; i < walk->memory->count; i++) {
		const struct row *row = walk->memory->rows[i];
		if (row->record == part && text_equal(row_text(row, part->parent_field), decision->id) && text_equal(row_text(row, field), value))
			return true;
	}
	return false;
}

/* Pairs of events and sources that differ in both, among graded facts about conduct that the person has seen. */
static bool is_carried(const struct walk *walk, const struct row *decision)
{
	const struct row *items[MEMORY_ROWS];
	size_t count = 0;
	for (size_t i = 0; i < walk->memory->count; i++) {
		const struct row *row = walk->memory->rows[i];
		if (row->record == &RECORD_CLASSIFICATION_EVIDENCE && text_equal(row_text(row, EVIDENCE_DECISION), decision->id) && row_text(row, EVIDENCE_SOURCE_GRADE).data[0] < 'D' &&
			row_text(row, EVIDENCE_CONTENT_GRADE).data[0] < '4' && !row_is(row, EVIDENCE_RESTS_ON, "worship") && !row_is(row, EVIDENCE_DISCLOSURE, "withheld"))
			items[count++] = row;
	}
	bool events = false, sources = false;
	for (size_t i = 1; i < count; i++) {
		events = events || !text_equal(row_text(items[0], EVIDENCE_EVENT), row_text(items[i], EVIDENCE_EVENT));
		sources = sources || !text_equal(row_text(items[0], EVIDENCE_SOURCE), row_text(items[i], EVIDENCE_SOURCE));
	}
	return events && sources;
}

static void look_at_decision(struct walk *walk, const struct row *row)
{
	int64_t now = walk->memory->context.now;
	static const int NEEDED[] = { CLASSIFICATION_DECIDED_AT, CLASSIFICATION_NOTIFIED_AT, CLASSIFICATION_RECEIPT, CLASSIFICATION_ENDS_AT,
		CLASSIFICATION_REVIEW_DUE, CLASSIFICATION_DECISION_REASONS, CLASSIFICATION_LEGAL_GROUND, CLASSIFICATION_DISCLOSED_AT };
	if (!classification_is_in_force(row, now))
		return;
	for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
		if (!row_has(row, NEEDED[i]))
			forbidden(walk, RECORD_CLASSIFICATION.fields[NEEDED[i]].name, row);
	struct text decider = row_text(row, CLASSIFICATION_DECIDER);
	if (text_equal(decider, row_text(row, CLASSIFICATION_PROPOSER)) || has_part(walk, &RECORD_CLASSIFICATION_EVIDENCE, EVIDENCE_AUTHOR, row, decider))
		forbidden(walk, "decided by its proposer or author", row);
	if (row_moment(row, CLASSIFICATION_ENDS_AT) - row_moment(row, CLASSIFICATION_DECIDED_AT) > 366 * MOMENT_DAY)
		forbidden(walk, "longer than a year", row);
	size_t votes = 0, restricting = row_is(row, CLASSIFICATION_VALUE, "high") || row_is(row, CLASSIFICATION_VALUE, "assessed") || row_is(row, CLASSIFICATION_VALUE, "special_unit");
	for (size_t i = 0; i < walk->memory->count; i++)
		votes += walk->memory->rows[i]->record == &RECORD_CLASSIFICATION_VOTE && text_equal(row_text(walk->memory->rows[i], VOTE_DECISION), row->id) &&
			!row_is(walk->memory->rows[i], VOTE_POSITION, "withdrew");
	if (votes < 3 && !row_is(row, CLASSIFICATION_KIND, "cell_sharing"))
		forbidden(walk, "without a quorum", row);
	if (restricting && !row_is(row, CLASSIFICATION_BEFORE, "high") && !is_carried(walk, row))
		forbidden(walk, "a raise that nothing carries", row);
	if (restricting && !row_has(row, CLASSIFICATION_WAY_DOWN))
		forbidden(walk, "without a way down", row);
	for (size_t i = 0; i < walk->memory->count; i++) {
		const struct row *other = walk->memory->rows[i];
		if (other->record == &RECORD_CLASSIFICATION && other != row && text_equal(row_text(other, CLASSIFICATION_PERSON), row_text(row, CLASSIFICATION_PERSON)) &&
			text_equal(row_text(other, CLASSIFICATION_KIND), row_text(row, CLASSIFICATION_KIND)) &&
			(text_equal(row_text(other, CLASSIFICATION_VALUE), row_text(row, CLASSIFICATION_VALUE)) || !row_is(row, CLASSIFICATION_KIND, "extremism_basis")) &&
			classification_is_in_force(other, now))
			forbidden(walk, "two of a kind in force", row);
	}
}

static void look_at_parts(struct walk *walk)
{
	for (size_t i = 0; i < walk->memory->count; i++) {
		const struct row *row = walk->memory->rows[i];
		if (!row->record->lapsed_readers || row->record == &RECORD_CLASSIFICATION)
			continue;
		const struct row *decision = memory_row(walk->memory, &RECORD_CLASSIFICATION, row_text(row, row->record->parent_field));
		if (row_moment(row, row->record->lapse_field) != row_moment(decision, CLASSIFICATION_ENDS_AT))
			forbidden(walk, "a part that outlives its decision", decision);
	}
}

/* ---- the walk ---- */

static void one_act(struct walk *walk)
{
	static const struct { const char *id; role_set roles; } STAFF[] = { { "S1", ROLE(CASEWORKER) }, { "S2", ROLE(SECURITY) }, { "S3", ROLE(PSYCHOLOGIST) },
		{ "S4", ROLE(GOVERNOR) }, { "S5", ROLE(COMMITTEE) }, { "S6", ROLE(COMMITTEE) }, { "S7", ROLE(COMMITTEE) }, { "S8", ROLE(COMMITTEE) | ROLE(PSYCHOLOGIST) },
		{ "S9", ROLE(HEADQUARTERS) }, { "SA", ROLE(WING) }, { "SB", ROLE(GOVERNOR) | ROLE(SECURITY) } };
	struct memory *memory = walk->memory;
	struct text line = next_act(walk);
	struct text name, rest = line;
	text_next(&rest, ' ', &name);
	size_t who = below(walk, sizeof STAFF / sizeof *STAFF);
	for (int i = 0; i < 4 && !(memory_act(memory, name)->actors & STAFF[who].roles); i++)
		who = below(walk, sizeof STAFF / sizeof *STAFF);
	walk->tried++;
	memory->actor.id = memory_id(walk->arena, text_from(STAFF[who].id));
	memory->actor.roles = STAFF[who].roles;
	memory->context.now += (int64_t)below(walk, 6) * MOMENT_HOUR * (below(walk, 40) == 0 ? 24 * 10 : 1);
	memory->context.today = moment_date(memory->context.now);
	if (text_find(line, TEXT_OF("NONE")) != SIZE_MAX || !(memory_act(memory, name)->actors & memory->actor.roles))
		return;
	if (!memory_run(memory, line) || memory->errors.count > 0 || !allowed(walk))
		return;
	memory_check(memory);
	for (size_t i = 0; i < memory->decision.effect_count; i++)
		look_at_step(walk, &memory->decision.effects[i]);
	memory_keep(memory);
	walk->done++;
	for (size_t i = 0; i < memory->count; i++)
		if (memory->rows[i]->record == &RECORD_CLASSIFICATION) {
			look_at_decision(walk, memory->rows[i]);
			walk->in_force += classification_is_in_force(memory->rows[i], memory->context.now);
			walk->ended += row_is(memory->rows[i], CLASSIFICATION_STATE, "ended");
		}
	look_at_parts(walk);
}

static struct walk walk_for(int64_t acts, uint64_t seed, const char *without)
{
	struct walk walk = { .state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1, .without = without };
	while (walk.tried < acts && walk.fault[0] == '\0') {
		walk.arena = arena_create();
		walk.memory = world_make(walk.arena);
		memory_put(walk.memory, HELD);
		for (int i = 0; i < EPISODE && walk.tried < acts && walk.fault[0] == '\0'; i++)
			one_act(&walk);
		arena_destroy(walk.arena);
	}
	return walk;
}

static int64_t acts_asked(void)
{
	const char *asked = getenv("WALK_ACTS");
	int64_t acts;
	return asked && text_to_integer(text_from(asked), &acts) && acts > 0 ? acts : ACTS_DEFAULT;
}

static void never_reaches_a_forbidden_state(void **state)
{
	(void)state;
	struct walk walk = walk_for(acts_asked(), 7, NULL);
	if (walk.fault[0])
		fail_msg("%s", walk.fault);
	/* It went somewhere. */
	assert_true(walk.done * 20 > walk.tried && walk.in_force > 0 && walk.ended > 0);
	printf("walk: %lld acts tried, %lld done, %lld times a decision in force was looked at\n", (long long)walk.tried, (long long)walk.done, (long long)walk.in_force);
}

static void finds_a_guard_that_is_missing(void **state)
{
	static const char *const GUARDS[] = { "SAFE-SIT", "SAFE-T5", "SAFE-QUORUM", "SAFE-END", "SAFE-DOWN" };
	(void)state;
	for (size_t i = 0; i < sizeof GUARDS / sizeof *GUARDS; i++)
		if (walk_for(200000, 7, GUARDS[i]).fault[0] == '\0')
			fail_msg("without %s the walk finds nothing", GUARDS[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(never_reaches_a_forbidden_state), cmocka_unit_test(finds_a_guard_that_is_missing) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
