/* rules_clock.c - rows of separation and of the daily account into the solitary clock. */
#include "areas/rights/rules.h"

enum { MARGIN_DAYS = 2, DAYS_MOST = 4000 };

bool separation_may_be_solitary(const struct row *separation)
{
	return row_integer(separation, SEPARATION_PLANNED_CONTACT, 0) <= SOLITARY_CONTACT_MINUTES;
}

const struct row *health_flag_live(const struct act_context *context, struct text person, const char *const *kinds)
{
	const struct condition own = CONDITION_TEXT(HEALTH_FLAG_PERSON, person);
	struct rows flags = act_find(context, &RECORD_HEALTH_FLAG, &own, 1);
	for (size_t i = 0; i < flags.count; i++)
		for (const char *const *kind = kinds; *kind; kind++)
			if (row_is(flags.items[i], HEALTH_FLAG_KIND, *kind) && health_flag_is_live(flags.items[i], context->today))
				return flags.items[i];
	return NULL;
}

/* Back from now over every pause that is too short to end a run. */
int64_t separation_clock_begins(const struct rows *separations, const struct clock_zone *zone)
{
	int64_t begins = zone->now, slack = (int64_t)(zone->gap_reset_days + MARGIN_DAYS) * MOMENT_DAY;
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < separations->count; i++) {
			int64_t from = row_moment(separations->items[i], SEPARATION_STARTS);
			if (from < begins && separation_until(separations->items[i], zone->now) + slack >= begins) {
				begins = from;
				moved = true;
			}
		}
	}
	return begins;
}

/* The days from before the beginning to the one in which `until` lies. */
static void days_between(struct arena *arena, const struct clock_zone *zone, int64_t begins, int64_t until, struct separation_clock *out)
{
	int32_t now = date_to_days(moment_date(zone->now));
	out->first = date_add_days(zone->today, date_to_days(moment_date(begins)) - now - MARGIN_DAYS);
	int days = date_to_days(moment_date(until)) - now + date_to_days(zone->today) - date_to_days(out->first) + MARGIN_DAYS;
	days = days < 1 ? 1 : days > DAYS_MOST ? DAYS_MOST : days;
	int64_t *midnights = ARENA_ARRAY(arena, int64_t, (size_t)days + 1);
	for (int i = 0; i <= days; i++)
		midnights[i] = zone->midnight(zone->state, date_add_days(out->first, i));
	while (days > 1 && midnights[days - 1] >= until)
		days--;
	out->today = 0;
	while (out->today + 1 < days && midnights[out->today + 1] <= zone->now)
		out->today++;
	out->input.midnights = midnights;
	out->input.days = days;
	out->input.from = out->today;
}

static void add_spans(const struct rows *separations, int64_t until, bool ahead, struct separation_clock *out)
{
	for (size_t i = 0; i < separations->count; i++) {
		const struct row *row = separations->items[i];
		int64_t planned = ahead || !row_has(row, SEPARATION_ENDS) ? until : row_moment(row, SEPARATION_ENDS);
		out->input.spans[out->input.span_count++] = (struct solitary_interval){ row_moment(row, SEPARATION_STARTS),
			separation_until(row, planned) };
	}
}

static void add_contact(struct separation_clock *out, const struct row *entry)
{
	int64_t from = row_moment(entry, SEPARATION_ENTRY_STARTED);
	if (separation_entry_kind(row_text(entry, SEPARATION_ENTRY_KIND))->counts && !row_is_yes(entry, SEPARATION_ENTRY_REFUSED))
		out->input.contacts[out->input.contact_count++] = (struct solitary_interval){ from,
			from + row_integer(entry, SEPARATION_ENTRY_MINUTES, 0) * MOMENT_MINUTE };
}

/* What is planned for the days to come, at noon of each. */
static void add_plan(int64_t minutes, struct separation_clock *out)
{
	for (int day = out->today + 1; minutes > 0 && day < out->input.days; day++) {
		int64_t noon = out->input.midnights[day] + MOMENT_DAY / 2 - minutes / 2 * MOMENT_MINUTE;
		out->input.contacts[out->input.contact_count++] = (struct solitary_interval){ noon, noon + minutes * MOMENT_MINUTE };
	}
}

void separation_clock_count(struct arena *arena, const struct clock_zone *zone, const struct rows *separations, const struct rows *entries,
	int64_t until, bool ahead, int64_t planned, struct separation_clock *out)
{
	*out = (struct separation_clock){ .input = { .gap_reset_days = zone->gap_reset_days, .least_minutes = zone->least_minutes } };
	days_between(arena, zone, separation_clock_begins(separations, zone), until, out);
	out->input.spans = ARENA_ARRAY(arena, struct solitary_interval, separations->count + 1);
	out->input.contacts = ARENA_ARRAY(arena, struct solitary_interval, entries->count + (size_t)out->input.days + 1);
	add_spans(separations, until, ahead, out);
	for (size_t i = 0; i < entries->count; i++)
		add_contact(out, entries->items[i]);
	add_plan(planned, out);
	solitary_count(arena, &out->input, &out->count);
}

struct midnight_state { const struct act_context *context; struct text facility; };

static int64_t midnight_of(void *state, struct date day)
{
	const struct midnight_state *midnight = state;
	return act_midnight(midnight->context, midnight->facility, day);
}

/* Stored entries since a moment and those of the decision. */
static struct rows entries_after(const struct act_context *context, const struct decision *decision, struct text person, int64_t since)
{
	const struct condition recent[] = { CONDITION_TEXT(SEPARATION_ENTRY_PERSON, person), { .field = SEPARATION_ENTRY_STARTED,
		.comparison = GREATER_OR_EQUAL, .value = value_integer(since) } };
	struct rows stored = act_find(context, &RECORD_SEPARATION_ENTRY, recent, 2);
	struct rows all = { ARENA_ARRAY(context->arena, struct row *, stored.count + decision->effect_count + 1), 0 };
	for (size_t i = 0; i < stored.count; i++)
		all.items[all.count++] = stored.items[i];
	for (size_t i = 0; i < decision->effect_count; i++)
		if (decision->effects[i].kind == EFFECT_INSERT && decision->effects[i].row->record == &RECORD_SEPARATION_ENTRY)
			all.items[all.count++] = decision->effects[i].row;
	return all;
}

bool separation_clock_read(const struct act_context *context, const struct decision *decision, struct text person, int64_t until, bool ahead,
	struct separation_clock *out)
{
	const struct row *file = act_load(context, &RECORD_PERSON, person), *order = decision_row(decision, &RECORD_SEPARATION);
	struct midnight_state state = { context, file ? row_text(file, PERSON_CURRENT_FACILITY) : text_empty() };
	struct rows separations = decide_rows_after(context, decision, &RECORD_SEPARATION, person);
	struct clock_zone zone = { context->now, context->today, midnight_of, &state,
		(int)act_parameter(context, state.facility, "seg.gap_reset_days", CLOCK_GAP_DAYS),
		(int)act_parameter(context, state.facility, "mhc.min_minutes_counted", CLOCK_LEAST_MINUTES) };
	if (separations.count == 0)
		return false;
	struct rows entries = entries_after(context, decision, person, separation_clock_begins(&separations, &zone) - MOMENT_DAY);
	separation_clock_count(context->arena, &zone, &separations, &entries, until, ahead,
		!ahead && order ? row_integer(order, SEPARATION_PLANNED_CONTACT, 0) : 0, out);
	return true;
}
