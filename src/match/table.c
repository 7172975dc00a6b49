/* table.c - tab separated values. */
#include "match/table.h"

#include "base/file.h"

enum { TABLE_LIMIT = 1 << 30 };

static struct text line_trim(struct text line)
{
	if (line.length > 0 && line.data[line.length - 1] == '\r')
		line.length--;
	return line;
}

bool table_read(struct arena *arena, const char *path, struct table *out_table)
{
	struct text content, line, cell;
	if (!file_read(arena, path, TABLE_LIMIT, &content) || !text_next(&content, '\n', &line))
		return false;
	size_t lines = 1;
	for (size_t i = 0; i < content.length; i++)
		lines += content.data[i] == '\n';
	*out_table = (struct table){.rows = ARENA_ARRAY(arena, struct text, lines)};
	line = line_trim(line);
	while (out_table->column_count < TABLE_COLUMNS && text_next(&line, '\t', &cell))
		out_table->headings[out_table->column_count++] = cell;
	while (text_next(&content, '\n', &line))
		if (line.length > 0)
			out_table->rows[out_table->row_count++] = line_trim(line);
	return true;
}

int table_column(const struct table *table, const char *heading)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (text_equal_string(table->headings[i], heading))
			return (int)i;
	return -1;
}

struct text table_cell(const struct table *table, size_t row, int column)
{
	struct text line = table->rows[row], cell;
	for (int i = 0; column >= 0 && text_next(&line, '\t', &cell); i++)
		if (i == column)
			return text_trim(cell);
	return text_empty();
}
