/* leaving.c - a person leaves custody: what ran about him or her ends in the same decision; after an escape the charge waits. */
#include "areas/rights/acts/common.h"

static void separation_ends(struct act_context *context, struct decision *decision, struct text person, int64_t moment, const char *kind)
{
	const struct row *running = separation_running(context, person);
	if (!running)
		return;
	int64_t began = row_moment(running, SEPARATION_STARTS);
	separation_close(context, decision, decision_change(decision, running), moment > began ? moment : began, kind, text_empty());
}

static void sanctions_end(struct act_context *context, struct decision *decision, struct text person, const char *kind, bool for_good)
{
	const struct condition own = CONDITION_TEXT(SANCTION_PERSON, person);
	struct rows sanctions = act_find(context, &RECORD_SANCTION, &own, 1);
	for (size_t i = 0; i < sanctions.count; i++) {
		/* What is suspended waits for a new charge, and an escape may be one. */
		if (!row_is(sanctions.items[i], SANCTION_STATE, "running") && !(for_good && row_is(sanctions.items[i], SANCTION_STATE, "suspended")))
			continue;
		struct row *ended = decision_change(decision, sanctions.items[i]);
		row_set_string(ended, SANCTION_STATE, "ended");
		row_set_string(ended, SANCTION_END_KIND, kind);
		decide_stop(context, decision, "sanction-ends", ended->id);
	}
}

/*
 * Restraint ends; the account of it stays owed (NMR-82.1) as long as the file is within reach of those who owe it, which release alone
 * takes away: then the record stays "statements wanted", and no clock runs that nobody could stop.
 */
static void force_ends(struct act_context *context, struct decision *decision, struct text person, int64_t moment, const char *kind, bool released)
{
	static const char *const HOLDING[] = { "restraint-check", "restraint-longest" };
	static const char *const ACCOUNT[] = { "force-health-told", "force-director-told", "force-statements" };
	const struct condition own = CONDITION_TEXT(FORCE_PERSON, person);
	struct rows all = act_find(context, &RECORD_FORCE, &own, 1);
	for (size_t i = 0; i < all.count; i++) {
		const struct row *force = all.items[i];
		if (row_is(force, FORCE_STATE, "closed"))
			continue;
		if (row_is(force, FORCE_STATE, "running")) {
			struct row *ended = decision_change(decision, force);
			int64_t began = row_moment(force, FORCE_STARTED);
			row_set_string(ended, FORCE_STATE, "ended");
			row_set_integer(ended, FORCE_ENDED, moment > began ? moment : began);
			row_set_string(ended, FORCE_END_KIND, kind);
			for (size_t j = 0; j < sizeof HOLDING / sizeof *HOLDING; j++)
				decide_stop(context, decision, HOLDING[j], force->id);
			if (!released)
				decide_start(context, decision, "force-statements", force, person, rights_facility(context, person), context->now, 0);
		}
		for (size_t j = 0; released && j < sizeof ACCOUNT / sizeof *ACCOUNT; j++)
			decide_stop(context, decision, ACCOUNT[j], force->id);
	}
}

static bool charge_waits(const struct row *charge)
{
	static const char *const WAITING[] = { "laid", "returned", "ready", "scheduled", "adjourned", NULL };
	for (const char *const *state = WAITING; *state; state++)
		if (row_is(charge, CHARGE_STATE, *state))
			return true;
	return false;
}

static void charges_stop(struct act_context *context, struct decision *decision, struct text person, bool for_good)
{
	const struct condition own = CONDITION_TEXT(CHARGE_PERSON, person);
	struct rows charges = act_find(context, &RECORD_CHARGE, &own, 1);
	for (size_t i = 0; i < charges.count; i++) {
		if (!charge_waits(charges.items[i]))
			continue;
		if (for_good)
			row_set_string(decision_change(decision, charges.items[i]), CHARGE_STATE, "not_proceeded");
		decide_stop(context, decision, "charge-notice", charges.items[i]->id);
		decide_stop(context, decision, "charge-hearing", charges.items[i]->id);
	}
}

static void level_ends(struct act_context *context, struct decision *decision, struct text person)
{
	const struct condition own[] = { CONDITION_TEXT(PRIVILEGE_LEVEL_PERSON, person), CONDITION_TEXT(PRIVILEGE_LEVEL_STATE, TEXT_OF("current")) };
	const struct row *level = act_find_first(context, &RECORD_PRIVILEGE_LEVEL, own, 2, FIELD_ID, false);
	if (!level)
		return;
	row_set_string(decision_change(decision, level), PRIVILEGE_LEVEL_STATE, "ended");
	decide_stop(context, decision, "privilege-review", level->id);
}

/* The way out that the act has written into the register of movements; NULL: none. */
static const struct row *way_out(const struct decision *decision)
{
	for (size_t i = 0; i < decision->effect_count; i++)
		if (decision->effects[i].kind == EFFECT_INSERT && decision->effects[i].row->record == &RECORD_MOVEMENT &&
			row_is(decision->effects[i].row, MOVEMENT_DIRECTION, "out"))
			return decision->effects[i].row;
	return NULL;
}

static void leave(struct act_context *context, struct decision *decision)
{
	const struct row *movement = way_out(decision);
	if (!movement)
		return;
	struct text person = row_text(movement, MOVEMENT_PERSON);
	int64_t moment = row_moment(movement, MOVEMENT_LEFT_AT);
	const char *kind = arena_string(context->arena, row_text(movement, MOVEMENT_KIND));
	bool released = row_is(movement, MOVEMENT_KIND, "release"), for_good = !row_is(movement, MOVEMENT_KIND, "escape");
	separation_ends(context, decision, person, moment, kind);
	sanctions_end(context, decision, person, kind, for_good);
	force_ends(context, decision, person, moment, kind, released);
	charges_stop(context, decision, person, for_good);
	level_ends(context, decision, person);
}

/* The charge that waited is due again, counted from the return. */
static void come_back(struct act_context *context, struct decision *decision)
{
	const struct row *movement = decision_row(decision, &RECORD_MOVEMENT), *file = decision_row(decision, &RECORD_PERSON);
	if (!movement || !file)
		return;
	const struct condition own = CONDITION_TEXT(CHARGE_PERSON, file->id);
	struct rows charges = act_find(context, &RECORD_CHARGE, &own, 1);
	for (size_t i = 0; i < charges.count; i++) {
		if (!charge_waits(charges.items[i]))
			continue;
		struct text facility = row_text(file, PERSON_CURRENT_FACILITY);
		decide_start(context, decision, "charge-hearing", charges.items[i], file->id, facility, context->now, 0);
		if (!row_has(charges.items[i], CHARGE_NOTICE_AT))
			decide_start(context, decision, "charge-notice", charges.items[i], file->id, facility, context->now, 0);
	}
}

static const char *const LEAVING[] = { "release.release", "death.record", "escape.record", NULL };
static const char *const RETURNING[] = { "escape.return", NULL };
static const struct reaction LEAVE = { LEAVING, leave }, COME_BACK = { RETURNING, come_back };
const struct reaction *const RIGHTS_REACTIONS[] = { &LEAVE, &COME_BACK, NULL };
