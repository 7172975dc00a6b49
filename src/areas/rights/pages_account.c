/* pages_account.c - a separated person as pages show it: the clock, and what was written of each day. */
#include "areas/rights/pages_common.h"

enum { WINDOW_DAYS = 30, NEAR_END = 13, HALF = 8 };

bool rights_rows_quiet(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order, bool descending,
	struct rows *out)
{
	struct selection selection = { .record = record, .condition_count = count, .order_field = order, .descending = descending };
	struct error_list errors;
	*out = (struct rows){ NULL, 0 };
	for (size_t i = 0; i < count; i++)
		selection.conditions[i] = conditions[i];
	error_list_begin(&errors, page->arena);
	return !page_may_read(page, record) || query_list(page->query, &selection, out, &errors);
}

const struct row *rights_facility_of(struct page *page, const struct row *person)
{
	const struct row *facility = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!row_has(person, PERSON_CURRENT_FACILITY) ||
		!query_peek(page->query, &RECORD_FACILITY, row_text(person, PERSON_CURRENT_FACILITY), &facility, &errors))
		return NULL;
	return facility;
}

static int64_t zone_midnight(void *state, struct date day)
{
	const struct text *zone = state;
	return zone_moment(*zone, day, 0);
}

/* Entries since a moment, in pieces that a list can hold. */
static bool entries_read(struct page *page, struct text person, int64_t since, struct rows *out)
{
	struct rows all = { NULL, 0 };
	for (int64_t from = since; from <= page->now; from += WINDOW_DAYS * MOMENT_DAY) {
		const struct condition window[] = { CONDITION_TEXT(SEPARATION_ENTRY_PERSON, person),
			{ .field = SEPARATION_ENTRY_STARTED, .comparison = GREATER_OR_EQUAL, .value = value_integer(from) },
			{ .field = SEPARATION_ENTRY_STARTED, .comparison = LESS, .value = value_integer(from + WINDOW_DAYS * MOMENT_DAY) } };
		struct rows some;
		if (!rights_rows_quiet(page, &RECORD_SEPARATION_ENTRY, window, 3, SEPARATION_ENTRY_STARTED, false, &some))
			return false;
		struct row **items = ARENA_ARRAY(page->arena, struct row *, all.count + some.count + 1);
		for (size_t i = 0; i < all.count; i++)
			items[i] = all.items[i];
		for (size_t i = 0; i < some.count; i++)
			items[all.count + i] = some.items[i];
		all = (struct rows){ items, all.count + some.count };
	}
	*out = all;
	return true;
}

static void place_read(struct page *page, struct separated *out)
{
	const struct row *placement, *place;
	struct error_list ignored; /* without a place the line simply has none */
	error_list_begin(&ignored, page->arena);
	if (row_has(out->person, PERSON_PLACEMENT) && query_peek(page->query, &RECORD_PLACEMENT, row_text(out->person, PERSON_PLACEMENT), &placement, &ignored) &&
		query_peek(page->query, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE), &place, &ignored))
		out->place = row_text(place, PLACE_CODE);
}

bool separated_read(struct page *page, const struct row *facility, const struct row *separation, struct separated *out)
{
	struct error_list errors;
	struct rows chain;
	struct text person = row_text(separation, SEPARATION_PERSON), zone = facility ? row_text(facility, FACILITY_ZONE) : page->zone;
	int minute;
	*out = (struct separated){ .separation = separation };
	error_list_begin(&errors, page->arena);
	const struct condition own = CONDITION_TEXT(SEPARATION_PERSON, person), visits = CONDITION_TEXT(SEPARATION_VISIT_SEPARATION, separation->id);
	struct clock_zone clock = { .now = page->now, .midnight = zone_midnight, .state = &zone,
		.gap_reset_days = (int)page_parameter(page, facility, "seg.gap_reset_days", CLOCK_GAP_DAYS),
		.least_minutes = (int)page_parameter(page, facility, "mhc.min_minutes_counted", CLOCK_LEAST_MINUTES) };
	zone_local(zone, page->now, &clock.today, &minute);
	if (!query_peek(page->query, &RECORD_PERSON, person, &out->person, &errors) ||
		!rights_rows_quiet(page, &RECORD_SEPARATION, &own, 1, SEPARATION_STARTS, false, &chain) ||
		!entries_read(page, person, separation_clock_begins(&chain, &clock) - MOMENT_DAY, &out->entries) ||
		!rights_rows_quiet(page, &RECORD_SEPARATION_VISIT, &visits, 1, SEPARATION_VISIT_AT, true, &out->visits)) {
		page_fail(page, &errors);
		return false;
	}
	place_read(page, out);
	/* Up to the end of today: a day that is under way counts until there was contact enough. */
	int64_t until = separation_is_running(separation) ? zone_moment(zone, date_add_days(clock.today, 1), 0) : page->now;
	separation_clock_count(page->arena, &clock, &chain, &out->entries, until, true, 0, &out->clock);
	return true;
}

struct day_account account_of_day(const struct separated *separated, int day)
{
	const struct solitary_case *input = &separated->clock.input;
	struct day_account account = { .contact = (int)(separated->clock.count.contact[day] / MOMENT_MINUTE),
		.separated = separated->clock.count.separated[day] > 0 };
	int64_t from = input->midnights[day], to = input->midnights[day + 1];
	for (size_t i = 0; i < separated->entries.count; i++) {
		const struct row *entry = separated->entries.items[i];
		int64_t at = row_moment(entry, SEPARATION_ENTRY_STARTED);
		const struct separation_entry_kind *kind = separation_entry_kind(row_text(entry, SEPARATION_ENTRY_KIND));
		if (at < from || at >= to)
			continue;
		account.entries++;
		account.asked |= row_is(entry, SEPARATION_ENTRY_KIND, "complaint_round");
		if (row_is_yes(entry, SEPARATION_ENTRY_REFUSED))
			continue;
		int minutes = (int)row_integer(entry, SEPARATION_ENTRY_MINUTES, 0);
		account.out_of_cell += kind->out_of_cell ? minutes : 0;
		account.outdoors += kind->outdoors ? minutes : 0;
		account.shower |= row_is(entry, SEPARATION_ENTRY_KIND, "shower");
	}
	for (size_t i = 0; i < separated->visits.count; i++) {
		int64_t at = row_moment(separated->visits.items[i], SEPARATION_VISIT_AT);
		account.visited |= at >= from && at < to && row_is_yes(separated->visits.items[i], SEPARATION_VISIT_IN_PERSON);
	}
	return account;
}

int days_unwritten(const struct separated *separated)
{
	const struct solitary_case *input = &separated->clock.input;
	int64_t starts = row_moment(separated->separation, SEPARATION_STARTS), ends = separation_until(separated->separation, INT64_MAX);
	int missing = 0;
	for (int day = 0; day < separated->clock.today; day++)
		if (input->midnights[day + 1] > starts && input->midnights[day] < ends)
			missing += account_of_day(separated, day).entries == 0;
	return missing;
}

void write_day_tag(struct page *page, const struct separated *separated)
{
	int run = separated->clock.count.run;
	if (run == 0)
		widget_tag(page, "green", T(page, N_("No solitary day")));
	else
		widget_tag(page, run >= NEAR_END ? "red" : run >= HALF ? "yellow" : "blue", page_message_with(page, N_("Solitary day {day} of {most}"), "day",
			format_integer(page->language, page->arena, run), "most", format_integer(page->language, page->arena, SOLITARY_DAYS), NULL));
}
