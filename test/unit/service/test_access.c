/* test_access.c - the access decision: scenarios, every case of a small world against an oracle, and mutants killed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "service/access.h"

extern int access_mutant; /* access.c is built into this test with ACCESS_MUTANTS */
int access_mutant;

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct field OPEN_FIELDS[] = { { .name = "one", .sensitivity = SENSITIVITY_OFFICIAL } };
static const struct field CLOSED_FIELDS[] = { { .name = "one", .sensitivity = SENSITIVITY_SENSITIVE } };
static const struct field MIXED_FIELDS[] = {
	{ .name = "one", .sensitivity = SENSITIVITY_SENSITIVE }, { .name = "two", .sensitivity = SENSITIVITY_OFFICIAL },
	{ .name = "forgotten", .sensitivity = SENSITIVITY_UNSET },
};
static const struct field CLOSED_REQUIRED[] = {
	{ .name = "one", .sensitivity = SENSITIVITY_SENSITIVE, .flags = FIELD_REQUIRED } };

static const struct record OPEN_INPUT = { .name = "open", .fields = OPEN_FIELDS, .field_count = 1 };
static const struct record CLOSED_INPUT = { .name = "closed", .fields = CLOSED_REQUIRED, .field_count = 1 };

#define READERS (ROLE(WING) | ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR))
#define ACTORS (ROLE(WING) | ROLE(GOVERNOR) | ROLE(INSPECTOR))

static const struct act ACT_PLAIN = { .name = "a.plain", .input_record = &OPEN_INPUT, .actors = ACTORS };
static const struct act ACT_CLOSED = { .name = "a.closed", .input_record = &CLOSED_INPUT, .actors = ACTORS,
	.seconds = ROLE(GOVERNOR) };
static const struct act ACT_ENGINE = { .name = "a.engine", .input_record = &OPEN_INPUT, .actors = ACTORS,
	.flags = ACT_SYSTEM };

/* ---- scenarios: one line a case, as a lawyer would say it ---- */

static const struct text PLACE_A = TEXT("AAA"), PLACE_B = TEXT("BBB"), PLACE_C = TEXT("CCC");
static const struct text SUBJECT = TEXT("S1"), OTHER_SUBJECT = TEXT("S2");

struct scenario {
	const char *name;
	role_set roles;
	enum sensitivity clearance;
	unsigned compartments;
	const char *scope; /* "A", "AB", "*" or "" */
	const char *own, *glass;
	enum compartment compartment;
	const struct field *fields;
	const char *subject, *facility, *other;
	bool gone;
	const struct act *act;
	enum access_reason expected;
};

#define CORE COMPARTMENT(CORE)
#define WING_A ROLE(WING), SENSITIVITY_OFFICIAL, CORE, "A", "", ""
#define PLAIN COMPARTMENT_CORE, OPEN_FIELDS

static const struct scenario SCENARIOS[] = {
	{ "wing officer reads a file of the own facility", WING_A, PLAIN, "S1", "A", "", false, NULL, ACCESS_ALLOWED },
	{ "and acts on it", WING_A, PLAIN, "S1", "A", "", false, &ACT_PLAIN, ACCESS_ALLOWED },
	{ "but not on one elsewhere", WING_A, PLAIN, "S1", "B", "", false, NULL, ACCESS_SCOPE },
	{ "who is on the way here is readable", WING_A, PLAIN, "S1", "B", "A", false, NULL, ACCESS_ALLOWED },
	{ "who is on the way from here is readable", WING_A, PLAIN, "S1", "A", "B", false, NULL, ACCESS_ALLOWED },
	{ "between two other places is not", WING_A, PLAIN, "S1", "B", "C", false, NULL, ACCESS_SCOPE },
	{ "a place of the own facility", WING_A, PLAIN, "", "A", "", false, NULL, ACCESS_ALLOWED },
	{ "a place of another facility", WING_A, PLAIN, "", "B", "", false, NULL, ACCESS_SCOPE },
	{ "what is national is everybody's with the role", WING_A, PLAIN, "", "", "", false, NULL, ACCESS_ALLOWED },
	{ "somebody in custody nowhere known is nobody's", WING_A, PLAIN, "S1", "", "", false, NULL, ACCESS_SCOPE },
	{ "no role, no reading", ROLES_NONE, SENSITIVITY_SENSITIVE, CORE, "*", "", "", PLAIN, "S1", "A", "", false, NULL,
		ACCESS_FUNCTION },
	{ "training officers do not read files", ROLE(TRAINING), SENSITIVITY_OFFICIAL, CORE, "*", "", "", PLAIN, "S1",
		"A", "", false, NULL, ACCESS_FUNCTION },
	{ "an auditor reads and does not act", ROLE(AUDITOR), SENSITIVITY_SENSITIVE, CORE, "*", "", "", PLAIN, "S1", "A",
		"", false, &ACT_PLAIN, ACCESS_FUNCTION },
	{ "headquarters sees all facilities", ROLE(HEADQUARTERS), SENSITIVITY_OFFICIAL, CORE, "*", "", "", PLAIN, "S1",
		"C", "", false, NULL, ACCESS_ALLOWED },
	{ "a marked record needs the clearance", WING_A, COMPARTMENT_CORE, CLOSED_FIELDS, "S1", "A", "", false, NULL,
		ACCESS_MARKING },
	{ "no clearance at all reads nothing", ROLE(WING), SENSITIVITY_UNSET, CORE, "A", "", "", PLAIN, "S1", "A", "",
		false, NULL, ACCESS_MARKING },
	{ "an act with a marked input needs the clearance", WING_A, PLAIN, "S1", "A", "", false, &ACT_CLOSED,
		ACCESS_MARKING },
	{ "the health file is not there for the wing", WING_A, COMPARTMENT_HEALTH, OPEN_FIELDS, "S1", "A", "", false,
		NULL, ACCESS_COMPARTMENT },
	{ "security grade never opens health", ROLE(GOVERNOR), SENSITIVITY_SENSITIVE, CORE | COMPARTMENT(INTELLIGENCE),
		"*", "", "", COMPARTMENT_HEALTH, OPEN_FIELDS, "S1", "A", "", false, NULL, ACCESS_COMPARTMENT },
	{ "health staff with the compartment", ROLE(HEALTH), SENSITIVITY_OFFICIAL, CORE | COMPARTMENT(HEALTH), "A", "",
		"", COMPARTMENT_HEALTH, OPEN_FIELDS, "S1", "A", "", false, NULL, ACCESS_ALLOWED },
	{ "an account without even the core sees nothing", ROLE(WING), SENSITIVITY_OFFICIAL, 0, "A", "", "", PLAIN, "S1",
		"A", "", false, NULL, ACCESS_COMPARTMENT },
	{ "never the file about oneself", ROLE(GOVERNOR), SENSITIVITY_SENSITIVE, CORE, "*", "S1", "", PLAIN, "S1", "A",
		"", false, NULL, ACCESS_OWN_INTEREST },
	{ "the files of others stay open", ROLE(GOVERNOR), SENSITIVITY_SENSITIVE, CORE, "*", "S2", "", PLAIN, "S1", "A",
		"", false, NULL, ACCESS_ALLOWED },
	{ "a released person is closed to the wing", WING_A, PLAIN, "S1", "", "", true, NULL, ACCESS_STATE },
	{ "for a year open to the last facility", WING_A, PLAIN, "S1", "", "A", true, NULL, ACCESS_ALLOWED },
	{ "a governor with all facilities does not look back", ROLE(GOVERNOR), SENSITIVITY_SENSITIVE, CORE, "*", "", "",
		PLAIN, "S1", "", "", true, NULL, ACCESS_STATE },
	{ "headquarters looks back", ROLE(HEADQUARTERS), SENSITIVITY_OFFICIAL, CORE, "*", "", "", PLAIN, "S1", "", "",
		true, NULL, ACCESS_ALLOWED },
	{ "break-glass opens one file elsewhere", ROLE(WING), SENSITIVITY_OFFICIAL, CORE, "A", "", "S1", PLAIN, "S1", "B",
		"", false, NULL, ACCESS_ALLOWED },
	{ "only that one", ROLE(WING), SENSITIVITY_OFFICIAL, CORE, "A", "", "S2", PLAIN, "S1", "B", "", false, NULL,
		ACCESS_SCOPE },
	{ "only for reading", ROLE(WING), SENSITIVITY_OFFICIAL, CORE, "A", "", "S1", PLAIN, "S1", "B", "", false,
		&ACT_PLAIN, ACCESS_SCOPE },
	{ "never intelligence", ROLE(WING), SENSITIVITY_SENSITIVE, CORE | COMPARTMENT(INTELLIGENCE), "A", "", "S1",
		COMPARTMENT_INTELLIGENCE, OPEN_FIELDS, "S1", "B", "", false, NULL, ACCESS_SCOPE },
	{ "never letters to a lawyer", ROLE(WING), SENSITIVITY_SENSITIVE, CORE | COMPARTMENT(LEGAL), "A", "", "S1",
		COMPARTMENT_LEGAL, OPEN_FIELDS, "S1", "B", "", false, NULL, ACCESS_SCOPE },
	{ "never a compartment that one does not have", ROLE(WING), SENSITIVITY_SENSITIVE, CORE, "A", "", "S1",
		COMPARTMENT_HEALTH, OPEN_FIELDS, "S1", "B", "", false, NULL, ACCESS_COMPARTMENT },
	{ "the engine's own acts are nobody's", WING_A, PLAIN, "S1", "A", "", false, &ACT_ENGINE, ACCESS_FUNCTION },
};

static struct text place_named(char letter)
{
	return letter == 'A' ? PLACE_A : letter == 'B' ? PLACE_B : letter == 'C' ? PLACE_C : text_empty();
}

static void scenarios_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(SCENARIOS); i++) {
		const struct scenario *s = &SCENARIOS[i];
		struct text facilities[3];
		struct actor actor = { .id = TEXT("U1"), .roles = s->roles, .clearance = s->clearance,
			.compartments = s->compartments, .facilities = facilities, .all_facilities = s->scope[0] == '*',
			.own_subject = text_from(s->own), .break_glass_subject = text_from(s->glass),
			.break_glass_until = s->glass[0] ? 1 : 0 };
		for (const char *c = s->scope; *c && *c != '*'; c++)
			facilities[actor.facility_count++] = place_named(*c);
		struct record record = { .name = "noun", .fields = s->fields, .field_count = 1,
			.compartment = s->compartment, .readers = READERS };
		struct access_object object = { .record = &record, .subject = text_from(s->subject),
			.facility = place_named(s->facility[0]), .other_facility = place_named(s->other[0]),
			.subject_gone = s->gone };
		enum access_reason got = s->act ? access_act(&actor, s->act, &object) : access_read(&actor, &object);
		if (got != s->expected)
			print_error("%s: %s, not %s\n", s->name, access_reason_code(got), access_reason_code(s->expected));
		assert_int_equal(got, s->expected);
	}
}

/* ---- the small world ---- */

/*
 * Everything is a small number; the oracle works on the numbers with sets written out as tables, the engine on the
 * structures made from them. They share no code and no shape.
 */
enum { SCOPES = 4, ROLES = 8, CLEARANCES = 3, HOLDINGS = 6, OWNS = 2, GLASSES = 4, ACTOR_KINDS = 3, KINDS = 4, MARKINGS = 3,
	SUBJECTS = 2, PLACES = 3, OTHERS = 3, GONES = 2, ACTIONS = 4, NEEDS = 3 };

struct world {
	int scope, role, clearance, holding, own, glass, actor_kind;
	int kind, marking, subject, place, other, gone, action, need;
};

/* Places are bits: A 1, B 2, C 4. */
static const int SCOPE_SET[SCOPES] = { 0, 1, 3, 7 };
static const int PLACE_SET[PLACES] = { 0, 1, 2 };
static const int OTHER_SET[OTHERS] = { 0, 1, 4 };
static const int ROLE_NUMBERS[ROLES] = { -1, ROLE_WING, ROLE_HEALTH, ROLE_GOVERNOR, ROLE_HEADQUARTERS, ROLE_AUDITOR,
	ROLE_INSPECTOR, ROLE_TRAINING };
/* Kinds of object: core, health, intelligence, legal. Which kinds each holding opens, as a row of a table. */
static const char HOLDING_OPENS[HOLDINGS][KINDS + 1] = { "----", "c---", "ch--", "c-i-", "c--l", "chil" };
static const unsigned HOLDING_BITS[HOLDINGS] = { 0, CORE, CORE | COMPARTMENT(HEALTH), CORE | COMPARTMENT(INTELLIGENCE),
	CORE | COMPARTMENT(LEGAL),
	CORE | COMPARTMENT(HEALTH) | COMPARTMENT(INTELLIGENCE) | COMPARTMENT(LEGAL) | COMPARTMENT(THIRD_PARTY) };
static const enum compartment KIND_COMPARTMENT[KINDS] = { COMPARTMENT_CORE, COMPARTMENT_HEALTH, COMPARTMENT_INTELLIGENCE,
	COMPARTMENT_LEGAL };
/*                               none  wing  hlth  gov   hq    aud   insp  train */
static const char MAY_READ[] = { 'n', 'y', 'y', 'y', 'y', 'y', 'n', 'n' };
static const char MAY_ACT[] =  { 'n', 'y', 'n', 'y', 'n', 'n', 'y', 'n' };
static const char SEES_PAST[] ={ 'n', 'n', 'n', 'n', 'y', 'y', 'y', 'n' };
enum { READ, ACT_OPEN, ACT_MARKED, ACT_OF_ENGINE };
enum { PERSON_ACTS, MACHINE_ACTS, NOBODY_ACTS };
enum { NO_NEED, NEED_MISSING, NEED_SHOWN };
static const struct record_need NEED = { .exempt = ROLE(AUDITOR) | ROLE(INSPECTOR) };
/* Auditor and inspector need nothing more. */
static const char EXEMPT[] = { 'n', 'n', 'n', 'n', 'n', 'y', 'y', 'n' };
enum { NO_GLASS, GLASS_HERE, GLASS_LAPSED, GLASS_ELSEWHERE };

static enum access_reason oracle_without_need(const struct world *w)
{
	bool has_subject = w->subject == 1;
	if (w->actor_kind == NOBODY_ACTS)
		return ACCESS_SESSION;
	if (HOLDING_OPENS[w->holding][w->kind] == '-')
		return ACCESS_COMPARTMENT;
	bool machine = w->actor_kind == MACHINE_ACTS;
	switch (w->action) {
	case READ:
		if (!machine && MAY_READ[w->role] != 'y')
			return ACCESS_FUNCTION;
		break;
	case ACT_OF_ENGINE:
		if (!machine)
			return ACCESS_FUNCTION;
		break;
	default:
		if (!machine && MAY_ACT[w->role] != 'y')
			return ACCESS_FUNCTION;
	}
	if (has_subject && w->own == 1)
		return ACCESS_OWN_INTEREST;
	/* clearance 0 none, 1 official, 2 sensitive; marking 0 official, 1 sensitive, 2 mixed */
	int needed = w->marking == 1 ? 2 : 1;
	if (w->action == ACT_MARKED)
		needed = 2;
	if (w->clearance < needed)
		return ACCESS_MARKING;
	bool glass = has_subject && w->action == READ && w->glass == GLASS_HERE && w->kind < 2;
	int reach = SCOPE_SET[w->scope];
	if (has_subject && w->gone == 1) {
		bool past = machine || SEES_PAST[w->role] == 'y' || (reach & OTHER_SET[w->other]) != 0 || glass;
		return past ? ACCESS_ALLOWED : ACCESS_STATE;
	}
	int where = PLACE_SET[w->place] | OTHER_SET[w->other];
	if (!has_subject && where == 0)
		return ACCESS_ALLOWED;
	return (reach & where) != 0 || glass ? ACCESS_ALLOWED : ACCESS_SCOPE;
}

/* The set of reasons to refuse, in the order in which they are told; need is the last. */
static enum access_reason oracle(const struct world *w)
{
	enum access_reason reason = oracle_without_need(w);
	bool enough = w->need != NEED_MISSING || w->subject == 0 || w->actor_kind == MACHINE_ACTS || EXEMPT[w->role] == 'y';
	return reason == ACCESS_ALLOWED && !enough ? ACCESS_NEED : reason;
}

struct pieces {
	struct actor actor;
	struct record record;
	struct access_object object;
	struct text facilities[3];
};

static const struct act *const ACTION_ACT[ACTIONS] = { NULL, &ACT_PLAIN, &ACT_CLOSED, &ACT_ENGINE };

static void build_actor(const struct world *w, struct pieces *p)
{
	int role = ROLE_NUMBERS[w->role];
	p->actor = (struct actor){ .id = w->actor_kind == NOBODY_ACTS ? text_empty() : TEXT_OF("U1"),
		.roles = role < 0 ? ROLES_NONE : (role_set)1 << role, .clearance = (enum sensitivity)w->clearance,
		.compartments = HOLDING_BITS[w->holding], .facilities = p->facilities,
		.all_facilities = w->scope == SCOPES - 1, .own_subject = w->own ? SUBJECT : OTHER_SUBJECT,
		.is_system = w->actor_kind == MACHINE_ACTS };
	for (int bit = 0; bit < 2 && !p->actor.all_facilities; bit++)
		if (SCOPE_SET[w->scope] & (1 << bit))
			p->facilities[p->actor.facility_count++] = bit ? PLACE_B : PLACE_A;
	if (w->glass != NO_GLASS)
		p->actor.break_glass_subject = w->glass == GLASS_ELSEWHERE ? OTHER_SUBJECT : SUBJECT;
	p->actor.break_glass_until = w->glass == GLASS_HERE || w->glass == GLASS_ELSEWHERE;
}

static void build_object(const struct world *w, struct pieces *p)
{
	static const struct field *const fields[MARKINGS] = { OPEN_FIELDS, CLOSED_FIELDS, MIXED_FIELDS };
	static const int counts[MARKINGS] = { 1, 1, 3 };
	p->record = (struct record){ .name = "noun", .fields = fields[w->marking], .field_count = counts[w->marking],
		.compartment = KIND_COMPARTMENT[w->kind], .readers = READERS, .need = w->need ? &NEED : NULL };
	p->object = (struct access_object){ .record = &p->record, .subject = w->subject ? SUBJECT : text_empty(),
		.facility = w->place == 1 ? PLACE_A : w->place == 2 ? PLACE_B : text_empty(),
		.other_facility = w->other == 1 ? PLACE_A : w->other == 2 ? PLACE_C : text_empty(),
		.subject_gone = w->gone, .need_shown = w->need == NEED_SHOWN };
}

/* Odometer over all 15 dimensions; false after the last. */
static bool next_object(struct world *w)
{
	int *const digits[] = { &w->kind, &w->marking, &w->subject, &w->place, &w->other, &w->gone, &w->action, &w->need };
	static const int sizes[] = { KINDS, MARKINGS, SUBJECTS, PLACES, OTHERS, GONES, ACTIONS, NEEDS };
	for (size_t i = 0; i < COUNT(digits); i++) {
		if (++*digits[i] < sizes[i])
			return true;
		*digits[i] = 0;
	}
	return false;
}

static bool next_actor(struct world *w)
{
	int *const digits[] = { &w->scope, &w->role, &w->clearance, &w->holding, &w->own, &w->glass, &w->actor_kind };
	static const int sizes[] = { SCOPES, ROLES, CLEARANCES, HOLDINGS, OWNS, GLASSES, ACTOR_KINDS };
	for (size_t i = 0; i < COUNT(digits); i++) {
		if (++*digits[i] < sizes[i])
			return true;
		*digits[i] = 0;
	}
	return false;
}

/* Compares engine and oracle; returns the number of differences, stopping at the first when stop is set. */
static int64_t compare_worlds(bool stop, int64_t *out_cases, int64_t *out_allowed)
{
	struct world w = { 0 };
	struct pieces p;
	int64_t differences = 0, cases = 0, allowed = 0;
	do {
		build_actor(&w, &p);
		do {
			build_object(&w, &p);
			const struct act *act = ACTION_ACT[w.action];
			enum access_reason got = act ? access_act(&p.actor, act, &p.object) : access_read(&p.actor, &p.object);
			enum access_reason wanted = oracle(&w);
			cases++;
			allowed += wanted == ACCESS_ALLOWED;
			differences += got != wanted;
			if (differences && stop)
				return differences;
		} while (next_object(&w));
	} while (next_actor(&w));
	*out_cases = cases;
	*out_allowed = allowed;
	return differences;
}

static void small_world_agrees(void **state)
{
	(void)state;
	int64_t cases = 0, allowed = 0;
	access_mutant = 0;
	assert_int_equal(compare_worlds(false, &cases, &allowed), 0);
	print_message("%lld cases, %lld allowed\n", (long long)cases, (long long)allowed);
	assert_true(cases > 1000000);
	assert_true(allowed > 10000 && allowed < cases / 2);
}

/* ---- a second person ---- */

static void second_person_agrees(void **state)
{
	(void)state;
	static const char *const names[] = { "", "U1", "U2" };
	static const char *const owns[] = { "", "S1", "S2" };
	for (int i = 0; i < 3 * 3 * 3 * 3 * 2 * 2 * 2; i++) {
		int first = i % 3, second = i / 3 % 3, own_first = i / 9 % 3, own_second = i / 27 % 3;
		bool machine = i / 81 % 2, governor = i / 162 % 2, cleared = i / 324 % 2;
		struct actor one = { .id = text_from(names[first]), .own_subject = text_from(owns[own_first]) };
		struct actor two = { .id = text_from(names[second]), .own_subject = text_from(owns[own_second]),
			.is_system = machine, .roles = governor ? ROLE(GOVERNOR) : ROLE(WING),
			.clearance = cleared ? SENSITIVITY_SENSITIVE : SENSITIVITY_OFFICIAL };
		bool same_human = first == second || (own_first != 0 && own_first == own_second);
		enum access_reason wanted = first == 0 || second == 0 ? ACCESS_SESSION
			: same_human || machine ? ACCESS_SECOND_PERSON
			: !governor ? ACCESS_FUNCTION : !cleared ? ACCESS_MARKING : ACCESS_ALLOWED;
		if (access_mutant == 0)
			assert_int_equal(access_second(&one, &two, &ACT_CLOSED), wanted);
		else if (access_second(&one, &two, &ACT_CLOSED) != wanted)
			*(bool *)*state = true;
	}
}

/* ---- fields ---- */

static bool hidden_agrees(void)
{
	struct record record = { .name = "noun", .fields = MIXED_FIELDS, .field_count = 3 };
	static const uint64_t wanted[CLEARANCES] = { 7, 5, 4 }; /* a field without a marking is nobody's */
	for (int clearance = 0; clearance < CLEARANCES; clearance++)
		if (access_hidden(&(struct actor){ .clearance = (enum sensitivity)clearance }, &record) != wanted[clearance])
			return false;
	return true;
}

static void fields_are_hidden(void **state)
{
	(void)state;
	assert_true(hidden_agrees());
}

/* ---- mutants ---- */

static void every_mutant_is_killed(void **state)
{
	(void)state;
	static const int conditions[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 25, 26, 27 };
	for (size_t i = 0; i < COUNT(conditions) * 2; i++) {
		access_mutant = i % 2 ? conditions[i / 2] : -conditions[i / 2];
		bool second = false;
		void *seen = &second;
		int64_t ignored;
		second_person_agrees(&seen);
		bool killed = second || !hidden_agrees() || compare_worlds(true, &ignored, &ignored) > 0;
		if (!killed)
			print_error("mutant %d lives\n", access_mutant);
		assert_true(killed);
	}
	access_mutant = 0;
}

/* ---- monotone: more marking or compartment never adds a reader, fewer roles never add a right ---- */

static bool allowed_in(const struct world *w)
{
	struct pieces p;
	build_actor(w, &p);
	build_object(w, &p);
	const struct act *act = ACTION_ACT[w->action];
	return (act ? access_act(&p.actor, act, &p.object) : access_read(&p.actor, &p.object)) == ACCESS_ALLOWED;
}

static void rights_are_monotone(void **state)
{
	(void)state;
	struct world w = { .role = 1, .clearance = 1, .holding = 1, .scope = 1, .subject = 1, .place = 1 };
	assert_true(allowed_in(&w));
	memset(&w, 0, sizeof w);
	do {
		do {
			if (!allowed_in(&w))
				continue;
			struct world more = w;
			more.holding = HOLDINGS - 1;
			more.clearance = CLEARANCES - 1;
			more.scope = SCOPES - 1;
			assert_true(allowed_in(&more));
			struct world none = w;
			none.role = 0;
			assert_true(!allowed_in(&none) || w.actor_kind == MACHINE_ACTS);
		} while (next_object(&w));
	} while (next_actor(&w));
}

static void labels_exist(void **state)
{
	(void)state;
	for (int reason = ACCESS_ALLOWED; reason <= ACCESS_SESSION; reason++) {
		assert_true(strlen(access_reason_code((enum access_reason)reason)) > 3);
		assert_true(strlen(access_reason_label((enum access_reason)reason)) > 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scenarios_hold),
		cmocka_unit_test(small_world_agrees),
		cmocka_unit_test(second_person_agrees),
		cmocka_unit_test(fields_are_hidden),
		cmocka_unit_test(every_mutant_is_killed),
		cmocka_unit_test(rights_are_monotone),
		cmocka_unit_test(labels_exist),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
