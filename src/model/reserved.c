/* reserved.c - names that no record and no field may take. */
#include "model/reserved.h"

static const char *const words[] = { "add", "all", "alter", "analyse", "analyze", "and", "any", "array", "as", "asc",
	"asymmetric", "authorization", "autoincrement", "between", "binary", "both", "case", "cast", "check", "collate",
	"collation", "column", "commit", "concurrently", "constraint", "create", "cross", "current_catalog",
	"current_date", "current_role", "current_schema", "current_time", "current_timestamp", "current_user", "default",
	"deferrable", "delete", "desc", "distinct", "do", "drop", "else", "end", "escape", "except", "exists", "false",
	"fetch", "for", "foreign", "freeze", "from", "full", "grant", "group", "having", "if", "ilike", "in", "index",
	"initially", "inner", "insert", "intersect", "into", "is", "isnull", "join", "lateral", "leading", "left", "like",
	"limit", "localtime", "localtimestamp", "natural", "not", "nothing", "notnull", "null", "offset", "on", "only",
	"or", "order", "outer", "overlaps", "placing", "primary", "raise", "references", "returning", "right", "select",
	"session_user", "set", "similar", "some", "symmetric", "system_user", "table", "tablesample", "then", "to",
	"trailing", "transaction", "true", "union", "unique", "update", "user", "using", "values", "variadic", "verbose",
	"when", "where", "window", "with",
	/* hidden system columns */
	"cmax", "cmin", "ctid", "oid", "rowid", "tableoid", "xmax", "xmin", "_rowid_" };

static const char *const columns[] = { "id", "version", "created_at", "created_by", "changed_at", "changed_by", "log",
	"log_index" };

bool reserved_by_sql(struct text name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (text_equal_string(name, words[i]))
			return true;
	}
	return text_starts_with(name, TEXT_OF("sqlite_")) || text_starts_with(name, TEXT_OF("pg_"));
}

bool reserved_by_engine(struct text name)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		if (text_equal_string(name, columns[i]))
			return true;
	}
	return false;
}
