/* deadline.c - what is due to somebody, what is due about somebody, and letting pass what nobody did. */
#include "service/deadline.h"

#include <stdlib.h>

#include "service/internal.h"
#include "store/select.h"

enum { LAPSE_BATCH = 200, HOURS_MAXIMUM = 16 };

/* ---- reading ---- */

/* Clocks of one query: those told to the actor, or those that reach him only after so many hours. */
struct clock_set {
	struct value *names;
	size_t count;
	int hours;
};

static bool is_told(const struct clock_kind *clock, const struct actor *actor)
{
	return actor->is_system || actor_has_role(actor, clock->told);
}

static struct clock_set told_clocks(const struct query *query, const struct registry *registry)
{
	struct clock_set set = {.names = ARENA_ARRAY(query_arena(query), struct value, registry->clock_count + 1)};
	for (size_t i = 0; i < registry->clock_count; i++)
		if (is_told(registry->clocks[i], query_actor(query)))
			set.names[set.count++] = value_string(registry->clocks[i]->name);
	return set;
}

static struct clock_set *set_for(struct clock_set *sets, size_t *count, int hours)
{
	for (size_t i = 0; i < *count; i++)
		if (sets[i].hours == hours)
			return &sets[i];
	return *count < HOURS_MAXIMUM ? &sets[(*count)++] : NULL;
}

/* Clocks that escalate to the actor, by hours; more than sixteen different hours do not occur in a table made by hand. */
static size_t escalated_clocks(const struct query *query, const struct registry *registry, struct clock_set *sets)
{
	size_t count = 0;
	for (size_t i = 0; i < registry->clock_count; i++) {
		const struct clock_kind *clock = registry->clocks[i];
		if (is_told(clock, query_actor(query)) || !actor_has_role(query_actor(query), clock->escalate_to))
			continue;
		struct clock_set *set = set_for(sets, &count, clock->escalate_hours);
		if (!set)
			continue;
		if (!set->names)
			set->names = ARENA_ARRAY(query_arena(query), struct value, registry->clock_count);
		set->hours = clock->escalate_hours;
		set->names[set->count++] = value_string(clock->name);
	}
	return count;
}

/* A fresh one for each reading: query_list fills scope and hidden columns into it. */
static struct selection open_of(const struct clock_set *set)
{
	struct selection selection = {.record = &RECORD_DEADLINE, .order_field = DEADLINE_DUE_AT, .walk = set != NULL};
	selection.conditions[selection.condition_count++] = (struct condition)CONDITION_ABSENT(DEADLINE_STOPPED_AT);
	if (set)
		selection.conditions[selection.condition_count++] = (struct condition){.field = DEADLINE_CLOCK,
			.comparison = IN, .list = set->names, .list_count = set->count};
	return selection;
}

static void due_before(struct selection *selection, int64_t moment)
{
	selection->conditions[selection->condition_count++] = (struct condition){.field = DEADLINE_DUE_AT,
		.comparison = LESS, .value = value_integer(moment)};
}

static bool subject_title(struct query *query, const struct row *deadline, struct text *out_title,
	struct error_list *errors)
{
	const struct record *subject = service_registry(query_service(query))->subject;
	struct text id = row_text(deadline, DEADLINE_SUBJECT);
	const struct row *row = NULL;
	struct error_list hidden;
	*out_title = text_empty();
	if (text_is_empty(id) || !subject)
		return true;
	error_list_begin(&hidden, query_arena(query));
	if (query_peek(query, subject, id, &row, &hidden) && row)
		*out_title = row_title(query_arena(query), row);
	else if (error_list_has(&hidden, E_STORE)) {
		error_append(errors, &hidden);
		return false;
	}
	return true;
}

static bool add_item(struct query *query, const struct row *deadline, struct work *work, struct error_list *errors)
{
	struct service *service = query_service(query);
	struct work_item *item = &work->items[work->count];
	const struct clock_kind *clock = registry_clock(service_registry(service), row_text(deadline, DEADLINE_CLOCK));
	int64_t now = service_now(service), due = row_moment(deadline, DEADLINE_DUE_AT);
	*item = (struct work_item){.deadline = deadline, .clock = clock, .overdue = due < now};
	item->escalated = item->overdue && clock && clock->escalate_to &&
		now - due >= clock->escalate_hours * MOMENT_HOUR;
	if (!subject_title(query, deadline, &item->subject_title, errors))
		return false;
	work->count++;
	return true;
}

static int by_due(const void *left, const void *right)
{
	const struct work_item *first = left, *second = right;
	int64_t one = row_moment(first->deadline, DEADLINE_DUE_AT), two = row_moment(second->deadline, DEADLINE_DUE_AT);
	return one != two ? (one > two) - (one < two) : text_compare(first->deadline->id, second->deadline->id);
}

static bool add_items(struct query *query, struct selection *selection, struct work *work, size_t limit,
	struct error_list *errors)
{
	struct rows rows;
	selection->limit = limit;
	if (!query_list(query, selection, &rows, errors))
		return false;
	struct work_item *items = ARENA_ARRAY(query_arena(query), struct work_item, work->count + rows.count + 1);
	for (size_t i = 0; i < work->count; i++)
		items[i] = work->items[i];
	work->items = items;
	for (size_t i = 0; i < rows.count; i++)
		if (!add_item(query, rows.items[i], work, errors))
			return false;
	return true;
}

/* Each open deadline is in exactly one of the four. */
static bool add_counts(struct query *query, const struct clock_set *set, struct work *work, struct error_list *errors)
{
	struct service *service = query_service(query);
	int64_t now = service_now(service);
	struct text zone = facility_facts(service, query_connection(query), query_arena(query),
		query_actor(query)->facility).zone;
	static const struct clock_kind days = {.unit = CLOCK_WORKING_DAYS};
	static const struct calendar every_day = {0};
	int64_t midnight = zones_due(zone, &days, 0, now, &every_day) + 1;
	struct selection selection = open_of(set);
	struct tally tally = {.field = DEADLINE_DUE_AT, .before = {now, midnight, midnight + 6 * MOMENT_DAY}, .count = 3};
	if (!query_tally(query, &selection, &tally, errors))
		return false;
	work->overdue += tally.out_before[0];
	work->today += tally.out_before[1] - tally.out_before[0];
	work->week += tally.out_before[2] - tally.out_before[1];
	work->later += tally.out_all - tally.out_before[2];
	return true;
}

static bool add_escalated(struct query *query, const struct clock_set *set, struct work *work, size_t limit,
	struct error_list *errors)
{
	int64_t before = service_now(query_service(query)) - set->hours * MOMENT_HOUR, count;
	struct selection selection = open_of(set), counted;
	due_before(&selection, before);
	counted = selection;
	if (!add_items(query, &selection, work, limit, errors) || !query_count(query, &counted, &count, errors))
		return false;
	work->overdue += count;
	return true;
}

bool deadline_work(struct query *query, size_t limit, struct work *out_work, struct error_list *errors)
{
	const struct registry *registry = service_registry(query_service(query));
	struct work work = {0};
	struct clock_set told = told_clocks(query, registry);
	struct clock_set escalated[HOURS_MAXIMUM] = {0};
	size_t sets = escalated_clocks(query, registry, escalated);
	if (told.count > 0) {
		struct selection selection = open_of(&told);
		if (!add_items(query, &selection, &work, limit, errors) || !add_counts(query, &told, &work, errors))
			return false;
	}
	for (size_t i = 0; i < sets; i++)
		if (!add_escalated(query, &escalated[i], &work, limit, errors))
			return false;
	if (work.count > 1)
		qsort(work.items, work.count, sizeof work.items[0], by_due);
	if (limit && work.count > limit)
		work.count = limit;
	*out_work = work;
	return true;
}

bool deadline_about(struct query *query, struct text subject, struct work *out_work, struct error_list *errors)
{
	struct work work = {0};
	struct selection selection = open_of(NULL);
	selection.conditions[selection.condition_count++] = (struct condition)CONDITION_TEXT(DEADLINE_SUBJECT, subject);
	if (!add_items(query, &selection, &work, 0, errors))
		return false;
	for (size_t i = 0; i < work.count; i++)
		work.overdue += work.items[i].overdue;
	*out_work = work;
	return true;
}

/* ---- the clock ---- */

struct lapse { /* one kind of row that passes by itself */
	const char *act, *input;
	struct selection selection;
	int order_field;
};

/* Runs the act on every row found, a batch a group; a row that is refused is passed over, not asked again and again. */
static bool lapse_all(struct service *service, struct arena *arena, struct lapse *lapse, int64_t *lapsed,
	struct error_list *errors)
{
	struct rows rows;
	struct connection *reader = service_reader(service, errors);
	if (!reader)
		return false;
	lapse->selection.limit = LAPSE_BATCH;
	lapse->selection.order_field = lapse->order_field;
	do {
		if (!select_rows(reader, arena, &lapse->selection, &rows, errors))
			return false;
		struct pair *inputs = ARENA_ARRAY(arena, struct pair, rows.count + 1);
		struct command *commands = ARENA_ARRAY(arena, struct command, rows.count + 1);
		struct outcome *outcomes = ARENA_ARRAY(arena, struct outcome, rows.count + 1);
		struct error_list *faults = ARENA_ARRAY(arena, struct error_list, rows.count + 1);
		bool *done = ARENA_ARRAY(arena, bool, rows.count + 1);
		for (size_t i = 0; i < rows.count; i++) {
			inputs[i] = (struct pair){text_from(lapse->input), rows.items[i]->id};
			commands[i] = (struct command){.act = text_from(lapse->act), .inputs = &inputs[i], .input_count = 1};
		}
		command_run_many(service, arena, service_system_actor(), commands, rows.count, outcomes, faults, done);
		for (size_t i = 0; i < rows.count; i++) {
			*lapsed += done[i];
			/* Somebody was faster: that is no fault. */
			if (!done[i] && !error_list_has(&faults[i], E_STATE))
				error_append(errors, &faults[i]);
		}
		if (rows.count > 0) {
			const struct row *last = rows.items[rows.count - 1];
			lapse->selection.after = row_value(last, lapse->order_field);
			lapse->selection.after_id = last->id;
		}
	} while (rows.count == LAPSE_BATCH);
	return true;
}

static bool lapse_deadlines(struct service *service, struct arena *arena, int64_t *lapsed, struct error_list *errors)
{
	const struct registry *registry = service->registry;
	struct clock_set breaching = {.names = ARENA_ARRAY(arena, struct value, registry->clock_count + 1)};
	for (size_t i = 0; i < registry->clock_count; i++)
		if (registry->clocks[i]->becomes_breach)
			breaching.names[breaching.count++] = value_string(registry->clocks[i]->name);
	if (breaching.count == 0)
		return true;
	struct lapse lapse = {.act = ACT_DEADLINE_LAPSE.name, .input = "deadline", .order_field = DEADLINE_DUE_AT};
	/* Not in the braces: there gcc 12 with -ftrivial-auto-var-init=zero clears padding over what open_of() has returned. */
	lapse.selection = open_of(&breaching);
	due_before(&lapse.selection, service_now(service));
	lapse.selection.conditions[lapse.selection.condition_count++] =
		(struct condition)CONDITION_TEXT(DEADLINE_OUTCOME, TEXT_OF("open"));
	return lapse_all(service, arena, &lapse, lapsed, errors);
}

static bool lapse_proposals(struct service *service, struct arena *arena, int64_t *lapsed, struct error_list *errors)
{
	struct lapse lapse = {.act = ACT_PROPOSAL_LAPSE.name, .input = "proposal", .order_field = PROPOSAL_UNTIL};
	struct selection *selection = &lapse.selection;
	selection->record = &RECORD_PROPOSAL;
	selection->conditions[0] = (struct condition)CONDITION_TEXT(PROPOSAL_STATE, TEXT_OF("waiting"));
	selection->conditions[1] = (struct condition){.field = PROPOSAL_UNTIL, .comparison = LESS,
		.value = value_integer(service_now(service))};
	selection->condition_count = 2;
	return lapse_all(service, arena, &lapse, lapsed, errors);
}

bool deadline_tick(struct service *service, int64_t *out_lapsed, struct error_list *errors)
{
	struct arena *arena = arena_create();
	int64_t deadlines = 0, proposals = 0;
	bool done = lapse_deadlines(service, arena, &deadlines, errors) &&
		lapse_proposals(service, arena, &proposals, errors);
	arena_destroy(arena);
	if (done)
		*out_lapsed = deadlines;
	return done;
}
