/* command.c - tasks against an index, for scoring and for batches. */
#include "match/command.h"

#include "match/list.h"
#include "match/table.h"

#include "base/file.h"

#include <string.h>
#include <unicode/uchar.h>

struct task {
	struct arena *arena;
	struct table table;
	const char *index_path, *details, *without;
	bool leave_one_out, all, quiet;
	size_t limit;
	int32_t least_bits;
	uint64_t from;
	FILE *out;
	struct match_index *index;
	struct list list;
	struct match_searcher *searcher;
};

static void print_answer(const struct task *task, struct text question, struct text id,
	const struct match_comparison *comparison)
{
	fprintf(task->out, "%.*s\t%.*s\t%.2f\t%.2f\n", TEXT_FORMAT(question), TEXT_FORMAT(id),
		comparison->agreement / 100.0, comparison->bits / 100.0);
}

/* ---- Pairs ---- */

static void run_pairs(struct task *task)
{
	int id = table_column(&task->table, "qid"), one = table_column(&task->table, "name1");
	int other = table_column(&task->table, "name2");
	for (size_t row = 0; row < task->table.row_count; row++) {
		struct match_name left, right;
		struct match_comparison comparison;
		match_fold(table_cell(&task->table, row, one), &left);
		match_fold(table_cell(&task->table, row, other), &right);
		match_compare_names(&left, &right, NULL, &comparison);
		print_answer(task, table_cell(&task->table, row, id), TEXT_OF("pair"), &comparison);
	}
}

/* ---- Questions against an index ---- */

static void ask(struct task *task, struct text question, const struct match_entry *wanted, struct text own)
{
	struct arena *arena = arena_create();
	struct match_hit *hits;
	const struct match_snapshot *snapshot = match_index_acquire(task->index);
	/* Entries that are single names of one repeat it. */
	size_t limit = text_is_empty(own) ? task->limit : MATCH_BEST;
	size_t count = match_search(task->searcher, snapshot, wanted, limit, arena, &hits), printed = 0;
	struct text *seen = ARENA_ARRAY(arena, struct text, MATCH_BEST);
	for (size_t i = 0; i < count && printed < task->limit; i++) {
		/* "x#7" is the seventh name of x, where each name is an entry. */
		size_t hash = text_find_byte(hits[i].id, '#');
		struct text id = hash == SIZE_MAX ? hits[i].id : text_slice(hits[i].id, 0, hash);
		bool repeated = text_equal(hits[i].id, own);
		for (size_t s = 0; s < printed && !repeated; s++)
			repeated = text_equal(seen[s], id);
		if (repeated)
			continue;
		seen[printed++] = id;
		print_answer(task, question, id, &hits[i].comparison);
	}
	match_snapshot_release(snapshot);
	arena_destroy(arena);
}

/* Next letter or digit of a text in small letters; what stands between is skipped. */
static bool next_letter(struct text text, size_t *at, UChar32 *out_letter)
{
	uint32_t point;
	while (text_next_code_point(text, at, &point))
		if (u_isalnum((UChar32)point)) {
			*out_letter = u_tolower((UChar32)point);
			return true;
		}
	return false;
}

/* The same letters, whatever the case, spaces and signs between. */
static bool folds_alike(struct text left, struct text right)
{
	size_t left_at = 0, right_at = 0;
	for (;;) {
		UChar32 one = 0, other = 0;
		bool more = next_letter(left, &left_at, &one);
		if (more != next_letter(right, &right_at, &other) || one != other)
			return false;
		if (!more)
			return true;
	}
}

/* Names of the true entry that are the question are taken out of the index; put back by the caller. */
static const struct list_entry *leave_out(struct task *task, struct text truth, struct text question)
{
	const struct list_entry *entry = list_find(&task->list, truth);
	if (entry == NULL)
		return NULL;
	struct match_entry less = entry->entry;
	struct match_said *names = ARENA_ARRAY(task->arena, struct match_said, less.name_count + 1);
	less.name_count = 0;
	for (size_t i = 0; i < entry->entry.name_count; i++)
		if (entry->names[i].kind > MATCH_NAME_WEAK || !folds_alike(entry->names[i].name, question))
			names[less.name_count++] = entry->names[i];
	less.names = names;
	match_index_set(task->index, &less);
	return entry;
}

static void run_questions(struct task *task)
{
	const struct table *table = &task->table;
	int id = table_column(table, "qid"), query = table_column(table, "query"), truth = table_column(table, "truth");
	int dob = table_column(table, "dob"), pob = table_column(table, "pob");
	int document = table_column(table, "document"), alias = table_column(table, "alias");
	const struct list_entry *out = NULL;
	for (size_t row = 0; row < table->row_count; row++) {
		struct list scratch;
		list_begin(&scratch, task->arena);
		struct list_entry *wanted = list_add(&scratch, table_cell(table, row, id));
		list_add_name(&scratch, wanted, MATCH_NAME_PRIMARY, table_cell(table, row, query));
		list_add_name(&scratch, wanted, MATCH_NAME_PLACE, table_cell(table, row, pob));
		list_add_name(&scratch, wanted, MATCH_NAME_ALIAS, table_cell(table, row, alias));
		list_add_births_text(&scratch, wanted, table_cell(table, row, dob));
		list_add_document(&scratch, wanted, table_cell(table, row, document));
		if (task->leave_one_out) {
			if (out != NULL)
				match_index_set(task->index, &out->entry);
			out = leave_out(task, table_cell(table, row, truth), table_cell(table, row, query));
			match_index_publish(task->index);
		}
		ask(task, table_cell(table, row, id), &wanted->entry, text_empty());
	}
}

/* ---- Tasks that are their own index ---- */

static void index_self_latin(struct task *task)
{
	int truth = table_column(&task->table, "truth"), latin = table_column(&task->table, "latin_names");
	for (size_t row = 0; row < task->table.row_count; row++) {
		struct text names = table_cell(&task->table, row, latin), one, id = table_cell(&task->table, row, truth);
		struct list_entry *entry = list_find(&task->list, id);
		if (entry == NULL)
			entry = list_add(&task->list, id);
		while (text_next(&names, '|', &one))
			list_add_name(&task->list, entry, MATCH_NAME_PRIMARY, one);
	}
}

static void index_list(struct task *task)
{
	for (size_t i = 0; i < task->list.count; i++)
		match_index_set(task->index, &task->list.entries[i]->entry);
	match_index_publish(task->index);
}

static void run_left_out(struct task *task)
{
	int id = table_column(&task->table, "person"), name = table_column(&task->table, "name");
	for (size_t row = 0; row < task->table.row_count; row++) {
		struct list_entry *entry = list_add(&task->list, arena_format(task->arena, "%.*s#%zu",
			TEXT_FORMAT(table_cell(&task->table, row, id)), row));
		list_add_name(&task->list, entry, MATCH_NAME_PRIMARY, table_cell(&task->table, row, name));
	}
	index_list(task);
	for (size_t row = 0; row < task->table.row_count; row++) {
		const struct list_entry *entry = task->list.entries[row];
		ask(task, arena_format(task->arena, "T7-%zu", row), &entry->entry, entry->entry.id);
	}
}

/* ---- The whole index against itself ---- */

static void print_pair(void *state, struct text left, struct text right, const struct match_comparison *comparison)
{
	print_answer(state, left, right, comparison);
}

static bool show_progress(void *state, uint64_t done, uint64_t all)
{
	const struct task *task = state;
	if (task->quiet)
		return true;
	fprintf(stderr, "\rmatch: %llu of %llu", (unsigned long long)done, (unsigned long long)all);
	return true;
}

static void run_whole(struct task *task)
{
	const struct match_snapshot *snapshot = match_index_acquire(task->index);
	struct match_whole whole = {.least_bits = task->least_bits, .limit = task->limit, .found = print_pair,
		.progress = show_progress, .state = task};
	uint64_t done = match_whole_register(snapshot, task->from, &whole);
	if (!task->quiet)
		fprintf(stderr, "\rmatch: %llu done\n", (unsigned long long)done);
	match_snapshot_release(snapshot);
}

/* ---- Command line ---- */

static bool read_index(struct task *task)
{
	struct text content, path = text_from(task->index_path);
	if (text_ends_with(path, TEXT_OF(".xml")))
		return file_read(task->arena, task->index_path, (size_t)1 << 30, &content)
			&& list_read_xml(&task->list, content);
	size_t at = text_find(path, TEXT_OF("names"));
	if (task->details == NULL && at != SIZE_MAX) {
		const char *beside = arena_string(task->arena, arena_format(task->arena, "%.*spersons%.*s", (int)at, path.data,
			TEXT_FORMAT(text_slice(path, at + 5, path.length))));
		task->details = file_exists(beside) ? beside : NULL;
	}
	return list_read_table(&task->list, task->index_path, task->details, task->without);
}

static int complain(const char *what, const char *name)
{
	fprintf(stderr, "match: %s%s\n", what, name);
	return 1;
}

static int run_all(struct task *task)
{
	if (!read_index(task))
		return complain("cannot read the index ", task->index_path);
	index_list(task);
	run_whole(task);
	return 0;
}

static int run_task(struct task *task, const char *path)
{
	if (!table_read(task->arena, path, &task->table))
		return complain("cannot read the task ", path);
	if (table_column(&task->table, "name1") >= 0) {
		run_pairs(task);
	} else if (table_column(&task->table, "lang") >= 0) {
		run_left_out(task);
	} else {
		if (table_column(&task->table, "latin_names") >= 0)
			index_self_latin(task);
		else if (task->index_path == NULL || !read_index(task))
			return complain("cannot read the index ", task->index_path == NULL ? "(--index is missing)" : task->index_path);
		index_list(task);
		run_questions(task);
	}
	return 0;
}

static int usage(void)
{
	fputs("Usage: match --task FILE [--index FILE] [--details FILE] [--without KIND] [--leave-one-out] [--limit N]\n"
		"       match --all --index FILE [--details FILE] [--least BITS] [--from NUMBER] [--limit N] [--quiet]\n", stderr);
	return 2;
}

static bool read_flag(struct task *task, const char *word)
{
	if (strcmp(word, "--leave-one-out") == 0)
		task->leave_one_out = true;
	else if (strcmp(word, "--all") == 0)
		task->all = true;
	else if (strcmp(word, "--quiet") == 0)
		task->quiet = true;
	else
		return false;
	return true;
}

static bool read_number(struct task *task, const char *word, const char *value)
{
	int64_t number = 0;
	if (!text_to_integer(text_from(value), &number) || number < 0 || number > 1000000000)
		return false;
	if (strcmp(word, "--limit") == 0 && number > 0)
		task->limit = (size_t)number;
	else if (strcmp(word, "--least") == 0 && number <= 1000)
		task->least_bits = (int32_t)number * MATCH_BIT;
	else if (strcmp(word, "--from") == 0)
		task->from = (uint64_t)number;
	else
		return false;
	return true;
}

static bool read_options(struct task *task, int argc, char **argv, const char **out_path)
{
	*out_path = NULL;
	for (int i = 0; i < argc; i++) {
		if (read_flag(task, argv[i]))
			continue;
		if (i + 1 == argc)
			return false;
		const char *word = argv[i++], *value = argv[i];
		if (strcmp(word, "--task") == 0)
			*out_path = value;
		else if (strcmp(word, "--index") == 0)
			task->index_path = value;
		else if (strcmp(word, "--details") == 0)
			task->details = value;
		else if (strcmp(word, "--without") == 0)
			task->without = value;
		else if (!read_number(task, word, value))
			return false;
	}
	return task->all ? task->index_path != NULL && *out_path == NULL : *out_path != NULL;
}

int match_command(int argc, char **argv, FILE *out)
{
	struct task task = {.limit = 20, .least_bits = 10 * MATCH_BIT, .out = out};
	const char *path;
	if (!read_options(&task, argc, argv, &path))
		return usage();
	const char *slash = path == NULL ? NULL : strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path == NULL ? "" : path;
	if (task.without == NULL && strncmp(base, "T2", 2) == 0)
		task.without = "original";
	if (strncmp(base, "T3", 2) == 0)
		task.leave_one_out = true;
	task.arena = arena_create();
	list_begin(&task.list, task.arena);
	task.index = match_index_create();
	task.searcher = match_searcher_create();
	int status = task.all ? run_all(&task) : run_task(&task, path);
	match_searcher_destroy(task.searcher);
	match_index_destroy(task.index);
	arena_destroy(task.arena);
	return status;
}
