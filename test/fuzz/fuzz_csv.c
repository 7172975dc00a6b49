/*
 * fuzz_csv.c - CSV: the same records come out however the file is cut; records written and read again are the same.
 *
 * First byte: bits 0-1 separator (found , ; tab), bit 2 Windows-1251, rest the size of the pieces. Then the file.
 */
#include "format/csv.h"
#include "fuzz.h"

/* All cells one after the other, with where records end. */
struct table {
	struct arena *arena;
	struct text *cells;
	size_t *ends;
	size_t cell_count, cell_capacity, record_count, record_capacity;
	struct csv_writer raw, guarded;
};

static void *grow(struct arena *arena, const void *old, size_t count, size_t *capacity, size_t size)
{
	*capacity = *capacity == 0 ? 64 : *capacity * 2;
	char *data = arena_allocate_array(arena, *capacity, size);
	for (size_t i = 0; i < count * size; i++)
		data[i] = ((const char *)old)[i];
	return data;
}

static bool keep_record(void *state, const struct csv_record *record)
{
	struct table *table = state;
	FUZZ_CHECK(record->count > 0 && record->number == table->record_count + 1 && record->line > 0);
	for (size_t i = 0; i < record->count; i++) {
		FUZZ_CHECK(text_is_utf8(record->cells[i]));
		if (table->cell_count == table->cell_capacity)
			table->cells = grow(table->arena, table->cells, table->cell_count, &table->cell_capacity,
					    sizeof(*table->cells));
		table->cells[table->cell_count++] = arena_copy(table->arena, record->cells[i]);
		csv_cell(&table->raw, record->cells[i]);
		csv_cell(&table->guarded, record->cells[i]);
	}
	csv_record_end(&table->raw);
	csv_record_end(&table->guarded);
	if (table->record_count == table->record_capacity)
		table->ends = grow(table->arena, table->ends, table->record_count, &table->record_capacity,
				   sizeof(*table->ends));
	table->ends[table->record_count++] = table->cell_count;
	return true;
}

static bool read_table(struct arena *arena, struct text file, struct csv_reader_options options, size_t piece,
		       struct table *table)
{
	struct error_list errors;
	*table = (struct table){.arena = arena};
	csv_writer_begin(&table->raw, arena, options.separator, true);
	csv_writer_begin(&table->guarded, arena, options.separator, false);
	error_list_begin(&errors, arena);
	options.on_record = keep_record;
	options.state = table;
	struct csv_reader *reader = csv_reader_create(arena, &options, &errors);
	bool done = true;
	for (size_t at = 0; at < file.length && done; at += piece)
		done = csv_reader_feed(reader, text_slice(file, at, at + piece));
	done = csv_reader_finish(reader) && done;
	FUZZ_CHECK(done == (errors.count == 0));
	return done;
}

static void check_same(const struct table *left, const struct table *right)
{
	FUZZ_CHECK(left->record_count == right->record_count && left->cell_count == right->cell_count);
	for (size_t i = 0; i < left->record_count; i++)
		FUZZ_CHECK(left->ends[i] == right->ends[i]);
	for (size_t i = 0; i < left->cell_count; i++)
		FUZZ_CHECK(text_equal(left->cells[i], right->cells[i]));
}

/* The guarded file differs from the raw one only by apostrophes before formulas. */
static void check_guarded(const struct table *left, const struct table *guarded)
{
	FUZZ_CHECK(left->cell_count == guarded->cell_count);
	for (size_t i = 0; i < left->cell_count; i++) {
		struct text cell = guarded->cells[i];
		FUZZ_CHECK(cell.length == 0 || text_find_byte(TEXT_OF("=+-@\t\r"), cell.data[0]) == SIZE_MAX);
		if (cell.length > left->cells[i].length && cell.data[0] == '\'')
			cell = text_slice(cell, 1, cell.length);
		FUZZ_CHECK(text_equal(cell, left->cells[i]));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char separators[4] = {0, ',', ';', '\t'};
	if (size == 0)
		return 0;
	struct arena *arena = arena_create();
	struct text file = text_make((const char *)data + 1, size - 1);
	struct csv_reader_options options = {
		.encoding = data[0] & 4 ? CSV_WINDOWS_1251 : CSV_UTF8, .separator = separators[data[0] & 3], .cells_limit = 50};
	struct table whole, pieces, again;
	bool done = read_table(arena, file, options, SIZE_MAX / 2, &whole);
	FUZZ_CHECK(read_table(arena, file, options, (data[0] >> 3) + 1U, &pieces) == done);
	check_same(&whole, &pieces);
	/* Also without a given separator, if the first record shows it: the writer quotes all that could mislead. */
	options.encoding = CSV_UTF8;
	if (options.separator == 0)
		options.separator = ',';
	if (whole.record_count > 0 && whole.ends[0] > 1)
		options.separator = 0;
	/* The apostrophes make records longer. */
	options.cell_limit = SIZE_MAX;
	options.record_limit = SIZE_MAX;
	FUZZ_CHECK(read_table(arena, csv_take(&whole.raw), options, SIZE_MAX / 2, &again));
	check_same(&whole, &again);
	FUZZ_CHECK(read_table(arena, csv_take(&whole.guarded), options, SIZE_MAX / 2, &again));
	check_guarded(&whole, &again);
	arena_destroy(arena);
	return 0;
}
