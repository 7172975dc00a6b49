/* rules_clock.c - rows of separation and of the daily account into the solitary clock. */
#include "areas/rights/rules.h"

enum { MARGIN_DAYS = 2, DEFAULT_GAP = 7, DEFAULT_LEAST = 15, DAYS_MOST = 4000 };

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

/* Beginning of the chain that reaches to `now`: back over every pause that is too short to end a run. */
static int64_t chain_begins(const struct rows *separations, int64_t now, int gap)
{
	int64_t begins = now, slack = (int64_t)(gap + MARGIN_DAYS) * MOMENT_DAY;
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < separations->count; i++) {
			int64_t from = row_moment(separations->items[i], SEPARATION_STARTS);
			if (from < begins && separation_until(separations->items[i], now) + slack >= begins) {
				begins = from;
				moved = true;
			}
		}
	}
	return begins;
}

static void days_between(const struct act_context *context, struct text facility, int64_t begins, int64_t until, struct separation_clock *out)
{
	out->first = date_add_days(decide_day(context, begins), -MARGIN_DAYS);
	int days = date_to_days(decide_day(context, until)) - date_to_days(out->first) + MARGIN_DAYS;
	days = days < 1 ? 1 : days > DAYS_MOST ? DAYS_MOST : days;
	int64_t *midnights = ARENA_ARRAY(context->arena, int64_t, (size_t)days + 1);
	for (int i = 0; i <= days; i++)
		midnights[i] = act_midnight(context, facility, date_add_days(out->first, i));
	while (days > 1 && midnights[days - 1] >= until)
		days--;
	out->today = 0;
	while (out->today + 1 < days && midnights[out->today + 1] <= context->now)
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
	if (entry_kind(row_text(entry, SEPARATION_ENTRY_KIND))->counts && !row_is_yes(entry, SEPARATION_ENTRY_REFUSED))
		out->input.contacts[out->input.contact_count++] = (struct solitary_interval){ from,
			from + row_integer(entry, SEPARATION_ENTRY_MINUTES, 0) * MOMENT_MINUTE };
}

/* What the order plans for the days to come, at noon of each. */
static void add_plan(const struct decision *decision, struct separation_clock *out)
{
	const struct row *order = decision_row(decision, &RECORD_SEPARATION);
	int64_t minutes = order ? row_integer(order, SEPARATION_PLANNED_CONTACT, 0) : 0;
	for (int day = out->today + 1; minutes > 0 && day < out->input.days; day++) {
		int64_t noon = out->input.midnights[day] + MOMENT_DAY / 2 - minutes / 2 * MOMENT_MINUTE;
		out->input.contacts[out->input.contact_count++] = (struct solitary_interval){ noon, noon + minutes * MOMENT_MINUTE };
	}
}

bool separation_clock_read(const struct act_context *context, const struct decision *decision, struct text person, int64_t until, bool ahead,
	struct separation_clock *out)
{
	*out = (struct separation_clock){ 0 };
	const struct row *file = act_load(context, &RECORD_PERSON, person);
	struct text facility = file ? row_text(file, PERSON_CURRENT_FACILITY) : text_empty();
	struct rows separations = decide_rows_after(context, decision, &RECORD_SEPARATION, person);
	if (separations.count == 0)
		return false;
	out->input.gap_reset_days = (int)act_parameter(context, facility, "seg.gap_reset_days", DEFAULT_GAP);
	out->input.least_minutes = (int)act_parameter(context, facility, "mhc.min_minutes_counted", DEFAULT_LEAST);
	int64_t begins = chain_begins(&separations, context->now, out->input.gap_reset_days);
	days_between(context, facility, begins, until, out);
	const struct condition recent[] = { CONDITION_TEXT(SEPARATION_ENTRY_PERSON, person), { .field = SEPARATION_ENTRY_STARTED,
		.comparison = GREATER_OR_EQUAL, .value = value_integer(begins - MOMENT_DAY) } };
	struct rows entries = act_find(context, &RECORD_SEPARATION_ENTRY, recent, 2);
	size_t room = entries.count + decision->effect_count + (size_t)out->input.days + 1;
	out->input.spans = ARENA_ARRAY(context->arena, struct solitary_interval, separations.count);
	out->input.contacts = ARENA_ARRAY(context->arena, struct solitary_interval, room);
	add_spans(&separations, until, ahead, out);
	for (size_t i = 0; i < entries.count; i++)
		add_contact(out, entries.items[i]);
	for (size_t i = 0; i < decision->effect_count; i++)
		if (decision->effects[i].kind == EFFECT_INSERT && decision->effects[i].row->record == &RECORD_SEPARATION_ENTRY)
			add_contact(out, decision->effects[i].row);
	if (!ahead)
		add_plan(decision, out);
	solitary_count(context->arena, &out->input, &out->count);
	return true;
}
