/* decide.c - what decide functions of every area share. */
#include "model/decide.h"

#include <stdlib.h>

void decide_copy(struct row *target, const struct row *input, const int *pairs)
{
	for (; pairs[0] >= 0; pairs += 2)
		if (row_value(input, pairs[0]).kind != VALUE_ABSENT)
			row_set(target, pairs[1], row_value(input, pairs[0]));
}

int64_t decide_moment(const struct act_context *context, int input, struct error_list *errors)
{
	if (!row_has(context->input, input))
		return context->now;
	int64_t moment = row_moment(context->input, input);
	if (moment > context->now + 5 * MOMENT_MINUTE)
		error_add(errors, &(struct error){ .code = E_DATE_ORDER, .message = N_("This moment is in the future"),
			.advice = N_("Enter when it happened"),
			.path = arena_format(context->arena, "/%s", context->input->record->fields[input].name) });
	return moment;
}

struct date decide_day(const struct act_context *context, int64_t moment)
{
	/* The zone of the facility is in today already; it is kept when the moment is some whole days back. */
	int64_t days_back = date_to_days(moment_date(context->now)) - date_to_days(moment_date(moment));
	return date_add_days(context->today, -(int32_t)days_back);
}

struct text decide_reason_line(const struct act_context *context)
{
	enum { LINE = 200 };
	struct text reason = context->reason;
	uint32_t point;
	size_t end = 0;
	for (int i = 0; i < LINE && text_next_code_point(reason, &end, &point); i++)
		;
	char *line = arena_string(context->arena, text_slice(reason, 0, end));
	for (size_t i = 0; i < end; i++)
		if (line[i] == '\n' || line[i] == '\r' || line[i] == '\t')
			line[i] = ' ';
	return text_make(line, end);
}

struct rows decide_rows_after(const struct act_context *context, const struct decision *decision, const struct record *record,
	struct text person)
{
	const struct condition condition = CONDITION_TEXT(record->person_field, person);
	struct rows stored = act_find(context, record, &condition, 1);
	struct rows after = { ARENA_ARRAY(context->arena, struct row *, stored.count + decision->effect_count + 1), 0 };
	for (size_t i = 0; i < stored.count; i++) {
		struct row *row = stored.items[i];
		for (size_t j = 0; j < decision->effect_count; j++)
			if (decision->effects[j].row->record == record && text_equal(decision->effects[j].row->id, row->id))
				row = decision->effects[j].row;
		after.items[after.count++] = row;
	}
	for (size_t j = 0; j < decision->effect_count; j++)
		if (decision->effects[j].kind == EFFECT_INSERT && decision->effects[j].row->record == record &&
			text_equal(row_text(decision->effects[j].row, record->person_field), person))
			after.items[after.count++] = decision->effects[j].row;
	return after;
}

static const struct clock_kind *clock_named(const struct act_context *context, const char *name)
{
	const struct clock_kind *clock = registry_clock(context->registry, text_from(name));
	if (!clock)
		abort();
	return clock;
}

void decide_start(const struct act_context *context, struct decision *decision, const char *clock, const struct row *about,
	struct text subject, struct text facility, int64_t started_at, int64_t due_at)
{
	decision_start(decision, &(struct deadline_start){ .clock = clock_named(context, clock), .facility = facility, .subject = subject,
		.record_id = about->id, .record = about->record, .started_at = started_at, .due_at = due_at });
}

void decide_stop(const struct act_context *context, struct decision *decision, const char *clock, struct text about)
{
	decision_stop(decision, clock_named(context, clock), about);
}

bool decide_refuse(struct error_list *errors, const char *path, const char *message)
{
	error_say(errors, E_STATE, path, message);
	return false;
}
