/* translate.c - the few words in which the databases differ, replaced while a statement is prepared. */
#include <stdlib.h>
#include <string.h>

#include "store/driver.h"

/* End of a quoted piece or comment that begins at sql, or sql itself when none does. */
static const char *skip_quoted(const char *sql)
{
	const char *end;
	if (*sql == '\'' || *sql == '"') {
		end = strchr(sql + 1, *sql);
		return end ? end + 1 : sql + strlen(sql);
	}
	if (sql[0] == '-' && sql[1] == '-') {
		end = strchr(sql, '\n');
		return end ? end : sql + strlen(sql);
	}
	if (sql[0] == '/' && sql[1] == '*') {
		end = strstr(sql + 2, "*/");
		return end ? end + 2 : sql + strlen(sql);
	}
	return sql;
}

char *driver_translate(enum store_backend backend, const char *sql)
{
	/* "@BLOB" is five bytes, "BYTEA" too, "BLOB" one less; "$" and "?" one each: never longer than before. */
	size_t length = strlen(sql);
	char *out = malloc(length + 1), *at = out;
	if (!out)
		abort();
	while (*sql) {
		const char *end = skip_quoted(sql);
		if (end != sql) {
			memcpy(at, sql, (size_t)(end - sql));
			at += end - sql;
			sql = end;
		} else if (backend == STORE_SQLITE && sql[0] == '$' && sql[1] >= '1' && sql[1] <= '9') {
			*at++ = '?';
			sql++;
		} else if (strncmp(sql, "@BLOB", 5) == 0) {
			size_t size = backend == STORE_SQLITE ? 4 : 5;
			memcpy(at, backend == STORE_SQLITE ? "BLOB" : "BYTEA", size);
			at += size;
			sql += 5;
		} else {
			*at++ = *sql++;
		}
	}
	*at = '\0';
	return out;
}
