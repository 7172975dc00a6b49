/*
 * import.h - a file of a list, as published, becomes a version of it: read, compared with what is stored, written as acts.
 *
 * Formats: the XML of the UN Security Council consolidated list, individuals and entities; a table (CSV, UTF-8 or Windows-1251) with
 * the columns that the list's row names. Only what is new, changed or gone makes acts. A load that broke off is taken up by loading
 * the same file again; one that is in force already changes nothing.
 *
 * Refused, with nothing changed: a file that is no such list, one without entries while the list has some, one older than what is in
 * force.
 */
#ifndef CUSTOS_AREAS_IDENTITY_IMPORT_H
#define CUSTOS_AREAS_IDENTITY_IMPORT_H

#include "base/date.h"
#include "match/list.h"
#include "service/service.h"

enum { LIST_FILE_LIMIT = 64 * 1024 * 1024 };

struct list_load {
	struct text list;	/* identifier of the name_list row */
	struct text file_name, content;
	struct date published;	/* a table does not say it itself; XML does */
};

struct list_figures { int64_t entries, added, changed, removed; bool in_force_already; struct text version; };

bool list_load(struct service *service, struct arena *arena, const struct actor *actor, const struct list_load *load,
	struct list_figures *out_figures, struct error_list *errors);

/* import_lists_csv.c: a table into entries. columns: "what = heading" lines of the list's row. Rows without any name are left out. */
bool list_read_csv(struct list *list, struct text content, struct text columns, struct error_list *errors);

#endif
