/* test_names.c - the live index of names: built, kept up to date, saved, loaded, thrown away when stale. */
#include "inn.h"

#include "service/names.h"

/* Entries are guests; the labels of their bags are further names. */
static bool read_guests(struct names_reading *reading, struct text first, struct text last, struct error_list *errors)
{
	const struct value ends[] = {value_text(first), value_text(last)};
	struct store_result guests, bags;
	if (!store_query(reading->connection, reading->arena, "SELECT id, name FROM guest WHERE id >= $1 AND id <= $2", ends, 2, &guests, errors) ||
		!store_query(reading->connection, reading->arena, "SELECT guest, label FROM bag WHERE guest >= $1 AND guest <= $2", ends, 2,
			&bags, errors))
		return false;
	for (size_t i = 0; i < guests.rows; i++) {
		struct match_said names[8] = {{MATCH_NAME_PRIMARY, store_cell(&guests, i, 1).text}};
		struct match_entry entry = {.id = store_cell(&guests, i, 0).text, .names = names, .name_count = 1};
		for (size_t bag = 0; bag < bags.rows && entry.name_count < 8; bag++)
			if (text_equal(store_cell(&bags, bag, 0).text, entry.id))
				names[entry.name_count++] = (struct match_said){MATCH_NAME_ALIAS, store_cell(&bags, bag, 1).text};
		/* One who is gone, for this index. */
		if (!text_starts_with(names[0].name, TEXT_OF("Gone")))
			reading->take(reading, &entry);
	}
	return true;
}

static struct text guest_of(const struct row *row, const struct row *old)
{
	(void)old;
	return row->record == &record_guest ? row->id : row_text(row, BAG_GUEST);
}

static size_t followed, whole_times;

static void follow(struct service *service, const struct text *entries, size_t count)
{
	(void)service;
	(void)entries;
	followed += count;
	whole_times += count == 0;
}

static const struct record *const read_records[] = {&record_guest, &record_bag, NULL};
static const struct names_source guests = {.name = "guest", .entry = &record_guest, .records = read_records,
	.entry_of = guest_of, .read = read_guests, .changed = follow};
static const struct names_source *const sources[] = {&guests, NULL};

/* The service anew, with an index. */
static void reopen(struct inn *inn)
{
	if (inn->service)
		service_close(inn->service);
	inn->registry->names = sources;
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	GOOD(names_start(inn->service, &inn->errors));
}

static struct names_found search(struct inn *inn, const char *name)
{
	struct names_found found;
	struct match_said said = {MATCH_NAME_PRIMARY, text_from(name)};
	struct match_entry wanted = {.names = &said, .name_count = 1};
	names_search(inn->service, &guests, &wanted, 5, inn->arena, &found);
	return found;
}

static bool is_first(struct inn *inn, const char *name, struct text id)
{
	struct names_found found = search(inn, name);
	return found.ready && found.count > 0 && text_equal(found.hits[0].id, id);
}

static void test_follows_commits(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	struct text before = inn_staying(inn, "1", "Serik Akhmetov", NULL);
	assert_false(search(inn, "Serik Akhmetov").ready);
	reopen(inn);
	names_wait(inn->service);
	assert_true(is_first(inn, "Серик Ахметов", before));
	struct text after = inn_staying(inn, "2", "Nurlan Toktobayev", NULL);
	names_wait(inn->service);
	assert_true(is_first(inn, "Нурлан Токтобаев", after));
	GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", before.data, "label", "Maksat Dzhumabekov"));
	names_wait(inn->service);
	assert_true(is_first(inn, "Жумабеков Максат", before));
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", after.data, "name", "Gone"));
	names_wait(inn->service);
	assert_false(is_first(inn, "Нурлан Токтобаев", after));
	size_t count, bytes;
	assert_true(names_figures(inn->service, &guests, &count, &bytes));
	assert_int_equal(count, 1);
}

/* A refused command leaves nothing to read again. */
static void test_forgets_what_was_refused(void **state)
{
	struct inn *inn = *state;
	struct outcome outcome;
	inn_guest(inn, "1", "Serik Akhmetov");
	reopen(inn);
	names_wait(inn->service);
	size_t before = followed;
	BAD(E_DUPLICATE, RUN(&inn->clerk, &outcome, "guest.add", "number", "1", "name", "Somebody Else"));
	names_wait(inn->service);
	assert_int_equal(followed, before);
	inn_guest(inn, "2", "Somebody Else");
	names_wait(inn->service);
	assert_int_equal(followed, before + 1);
}

static const char *index_path(struct inn *inn)
{
	return file_path(inn->arena, inn->folder, "names-guest.index");
}

static void test_saves_and_loads(void **state)
{
	struct inn *inn = *state;
	reopen(inn);
	struct text guest = inn_guest(inn, "1", "Serik Akhmetov");
	names_wait(inn->service); /* an index that was never whole is not saved */
	service_close(inn->service);
	inn->service = NULL;
	assert_true(file_exists(index_path(inn)));
	size_t whole = whole_times;
	reopen(inn);
	names_wait(inn->service);
	assert_int_equal(whole_times, whole + 1);
	assert_true(is_first(inn, "Серик Ахметов", guest));
	assert_true(file_exists(index_path(inn)));
}

/* Keys are to be destroyed: no file may keep what they opened. */
static void test_forgets_its_file(void **state)
{
	struct inn *inn = *state;
	reopen(inn);
	inn_guest(inn, "1", "Serik Akhmetov");
	names_wait(inn->service);
	service_close(inn->service);
	assert_true(file_exists(index_path(inn)));
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	names_forget(inn->service);
	assert_false(file_exists(index_path(inn)));
	names_forget(inn->service);
}

/* Rows changed while no index was kept: the file is of another state and goes. */
static void test_old_file_goes(void **state)
{
	struct inn *inn = *state;
	reopen(inn);
	inn_guest(inn, "1", "Serik Akhmetov");
	names_wait(inn->service);
	service_close(inn->service);
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
	struct text other = inn_guest(inn, "2", "Nurlan Toktobayev");
	GOOD(names_start(inn->service, &inn->errors));
	names_wait(inn->service);
	assert_false(file_exists(index_path(inn)));
	assert_true(is_first(inn, "Нурлан Токтобаев", other));
}

static void test_compares(void **state)
{
	struct inn *inn = *state;
	inn_guest(inn, "1", "Serik Akhmetov");
	reopen(inn);
	names_wait(inn->service);
	struct match_said left = {MATCH_NAME_PRIMARY, TEXT("Serik Akhmetov")}, right = {MATCH_NAME_PRIMARY, TEXT("Серик Ахметов")};
	struct match_entry one = {.names = &left, .name_count = 1}, other = {.names = &right, .name_count = 1};
	struct match_comparison comparison;
	assert_int_equal(names_compare(inn->service, &guests, &one, &other, &comparison), 1);
	assert_true(comparison.agreement > 9000);
	int32_t sum = 0;
	for (int i = 0; i < comparison.count; i++)
		sum += comparison.lines[i].weight;
	assert_int_equal(sum, comparison.bits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {INN_TEST(test_follows_commits), INN_TEST(test_forgets_what_was_refused),
		INN_TEST(test_saves_and_loads), INN_TEST(test_forgets_its_file), INN_TEST(test_old_file_goes), INN_TEST(test_compares)};
	return INN_RUN("service/names", tests);
}
