/* jobs_check.c - comparing people in custody with the lists in force, and raising what resembles. */
#include "areas/identity/jobs.h"

#include "areas/custody/records.h"
#include "areas/identity/acts.h"
#include "areas/identity/reports.h"
#include "base/hash.h"
#include "base/log.h"
#include "service/command.h"
#include "service/session.h"
#include "store/select.h"

enum { ENTRIES_MOST = 10, PEOPLE_AT_ONCE = 500 };

struct check {
	struct service *service;
	struct connection *connection;
	struct arena *arena; /* of one person */
	struct actor actor;
	struct error_list errors;
	size_t raised;
};

static bool check_begin(struct check *check, struct service *service)
{
	*check = (struct check){ .service = service, .arena = arena_create(), .actor = session_system_actor() };
	error_list_begin(&check->errors, check->arena);
	check->connection = service_reader(service, &check->errors);
	return check->connection != NULL;
}

static void check_next(struct check *check)
{
	arena_reset(check->arena);
	error_list_begin(&check->errors, check->arena);
}

static void check_end(struct check *check)
{
	for (size_t i = 0; i < check->errors.count; i++)
		log_event(LOG_ERROR, "list_check_failed", "error", arena_string(check->arena, error_english(check->arena, &check->errors.items[i])), NULL);
	arena_destroy(check->arena);
}

static const char *quality_of(const struct match_entry *entry, size_t name)
{
	static const char *const WORDS[] = { [MATCH_NAME_PRIMARY] = "primary", [MATCH_NAME_ORIGINAL] = "original", [MATCH_NAME_ALIAS] = "alias",
		[MATCH_NAME_WEAK] = "weak" };
	return name < entry->name_count && entry->names[name].kind <= MATCH_NAME_WEAK ? WORDS[entry->names[name].kind] : "";
}

/* A resemblance with the same content on both sides has one fingerprint. */
static struct text seen_hash(struct arena *arena, struct text person, struct text entry)
{
	const struct text parts[] = { person, TEXT_OF("\n--\n"), entry };
	struct hash hash = hash_of_parts(parts, 3);
	return hash_hex(arena, &hash);
}

/* Open or decided with both sides as they are: the act would refuse it, and need not be asked. */
static bool is_known(struct check *check, struct text person, struct text entry, struct text seen)
{
	struct selection selection = { .record = &RECORD_LIST_HIT, .order_field = FIELD_ID, .condition_count = 2,
		.conditions = { CONDITION_TEXT(LIST_HIT_PERSON, person), CONDITION_TEXT(LIST_HIT_ENTRY, entry) } };
	struct rows rows;
	if (!select_rows(check->connection, check->arena, &selection, &rows, &check->errors))
		return true;
	for (size_t i = 0; i < rows.count; i++)
		if (row_is(rows.items[i], LIST_HIT_STATE, "open") ||
			(row_is(rows.items[i], LIST_HIT_STATE, "decided") && text_equal(row_text(rows.items[i], LIST_HIT_SEEN), seen)))
			return true;
	return false;
}

/* How many unrelated people until one looks so much like some entry: the inverse of what chance brings among the entries. */
static struct text one_in(struct arena *arena, int32_t bits, size_t entries)
{
	int64_t people = 1;
	for (int32_t whole = bits / MATCH_BIT; whole > 0 && people < INT64_C(1000000000) * 1000; whole--)
		people *= 2;
	people /= entries ? (int64_t)entries : 1;
	people = people < 1 ? 1 : people > 1000000000 ? 1000000000 : people;
	return arena_format(arena, "%lld", (long long)people);
}

static void raise_hit(struct check *check, const struct match_entry *person, const struct match_entry *entry, size_t entries)
{
	struct arena *arena = check->arena;
	struct names_candidate compared;
	names_compare_entries(check->service, &NAMES_OF_LISTS, person, entry, &compared);
	struct text person_seen = entry_words(arena, person), list_seen = entry_words(arena, entry);
	struct text seen = seen_hash(arena, person_seen, list_seen);
	if (is_known(check, person->id, entry->id, seen))
		return;
	const struct pair inputs[] = { { TEXT_OF("person"), person->id }, { TEXT_OF("list_entry"), entry->id }, { TEXT_OF("name_on_file"), compared.left },
		{ TEXT_OF("name_on_list"), compared.right }, { TEXT_OF("name_quality"), text_from(quality_of(entry, compared.comparison.right_name)) },
		{ TEXT_OF("agreement"), arena_format(arena, "%d", (int)(compared.comparison.agreement / 100)) },
		{ TEXT_OF("one_in"), one_in(arena, compared.comparison.bits, entries) }, { TEXT_OF("person_seen"), person_seen },
		{ TEXT_OF("entry_seen"), list_seen }, { TEXT_OF("seen_hash"), seen } };
	struct command command = { .act = text_from(ACT_LIST_HIT_RAISE.name), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs };
	struct outcome outcome;
	if (command_run(check->service, arena, &check->actor, &command, &outcome, &check->errors))
		check->raised++;
}

static void check_person(struct check *check, struct text id)
{
	const struct row *person = NULL;
	struct names_found found;
	if (!select_load(check->connection, check->arena, &RECORD_PERSON, id, &person, &check->errors) || !person ||
		!row_has(person, PERSON_CURRENT_FACILITY))
		return;
	const struct match_entry *entry = names_entry(check->connection, check->arena, &NAMES_OF_PEOPLE, id, &check->errors);
	if (!entry)
		return;
	names_search(check->service, &NAMES_OF_LISTS, entry, ENTRIES_MOST, check->arena, &found);
	for (size_t i = 0; i < found.count; i++) {
		if (match_band_of(&found.hits[i].comparison, found.population) != MATCH_BAND_NOW)
			continue;
		const struct match_entry *listed = names_entry(check->connection, check->arena, &NAMES_OF_LISTS, found.hits[i].id, &check->errors);
		if (listed)
			raise_hit(check, entry, listed, found.population);
	}
}

void people_changed(struct service *service, const struct text *people, size_t count)
{
	struct check check;
	if (check_begin(&check, service))
		for (size_t i = 0; i < count && check.errors.count == 0; i++) {
			check_person(&check, people[i]);
			if (check.errors.count == 0)
				check_next(&check);
		}
	check_end(&check);
}

/* ---- everybody ---- */

static bool check_everybody(struct check *check)
{
	struct arena *ids = arena_create();
	struct selection selection = { .record = &RECORD_PERSON, .order_field = FIELD_ID, .limit = PEOPLE_AT_ONCE, .condition_count = 1,
		.conditions = { CONDITION_PRESENT(PERSON_CURRENT_FACILITY) } };
	struct rows rows;
	bool good;
	do {
		good = select_rows(check->connection, ids, &selection, &rows, &check->errors);
		for (size_t i = 0; good && i < rows.count; i++) {
			check_person(check, rows.items[i]->id);
			good = check->errors.count == 0 && !names_is_stopping(check->service);
			if (good)
				check_next(check);
		}
		if (good && rows.count > 0) {
			struct text last = arena_copy(check->arena, rows.items[rows.count - 1]->id);
			arena_reset(ids);
			selection.after_id = arena_copy(ids, last);
			selection.after = value_text(selection.after_id);
		}
	} while (good && rows.count == PEOPLE_AT_ONCE);
	arena_destroy(ids);
	return good;
}

/* Versions in force that were not checked yet, or all in force after a start: who was changed just before the stop is caught up on. */
static bool versions(struct check *check, struct arena *arena, bool all, struct rows *out)
{
	struct selection selection = { .record = &RECORD_LIST_VERSION, .order_field = FIELD_ID, .condition_count = all ? 1 : 2,
		.conditions = { CONDITION_TEXT(LIST_VERSION_STATE, TEXT_OF("in_force")), CONDITION_ABSENT(LIST_VERSION_CHECKED_AT) } };
	return select_rows(check->connection, arena, &selection, out, &check->errors);
}

static void mark_checked(struct check *check, const struct rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct pair inputs[] = { { TEXT_OF("list_version"), rows->items[i]->id } };
		struct command command = { .act = text_from(ACT_LIST_VERSION_CHECKED.name), .inputs = inputs, .input_count = 1 };
		struct outcome outcome;
		if (!row_has(rows->items[i], LIST_VERSION_CHECKED_AT))
			command_run(check->service, check->arena, &check->actor, &command, &outcome, &check->errors);
	}
}

void lists_changed(struct service *service, const struct text *entries, size_t count)
{
	struct arena *arena = arena_create();
	struct check check;
	struct rows rows = { NULL, 0 };
	(void)entries;
	if (check_begin(&check, service) && versions(&check, arena, count == 0, &rows) && rows.count > 0 && check_everybody(&check)) {
		mark_checked(&check, &rows);
		log_event(LOG_INFO, "lists_checked", "raised", arena_format(arena, "%zu", check.raised).data, NULL);
	}
	check_end(&check);
	arena_destroy(arena);
}
