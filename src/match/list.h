/*
 * list.h - a list of entries with their names and facts, as read from tables or from a consolidated list.
 *
 * Everything lives on the list's arena. Entries keep the order of the source.
 */
#ifndef CUSTOS_MATCH_LIST_H
#define CUSTOS_MATCH_LIST_H

#include "match/match.h"

struct list_entry {
	struct match_entry entry; /* views of the arrays below; good until the list grows again */
	struct text reference, listed_on, changed_on, comment;
	bool group; /* an organisation, not one human being */
	struct match_said *names;
	struct match_birth *births;
	struct text *nationalities, *documents;
	size_t name_room, birth_room, nationality_room, document_room;
};

struct list {
	struct arena *arena;
	struct list_entry **entries;
	size_t count, capacity;
	struct text date; /* of the list's version, as published */
};

void list_begin(struct list *list, struct arena *arena);
struct list_entry *list_add(struct list *list, struct text id);
struct list_entry *list_find(const struct list *list, struct text id);
/* Names may hold several, parted by semicolons; empty ones and "na" are skipped. Texts are copied. */
void list_add_name(struct list *list, struct list_entry *entry, enum match_name_kind kind, struct text name);
void list_add_birth(struct list *list, struct list_entry *entry, struct match_birth birth);
void list_add_nationality(struct list *list, struct list_entry *entry, struct text nationality);
void list_add_document(struct list *list, struct list_entry *entry, struct text number);
/* "EXACT:1971-02-03", "APPROXIMATELY:1960", "BETWEEN:1973..1974", plain or partial dates; parted by |. */
void list_add_births_text(struct list *list, struct list_entry *entry, struct text births);

/* Tables as command.h describes them. details may be NULL. */
bool list_read_table(struct list *list, const char *path, const char *details, const char *without);
/*
 * United Nations Security Council consolidated list, XML as published (sc-sanctions.xsd): individuals and entities.
 * The whole file in memory; external entities and document types are refused. False with errno EINVAL when it is not
 * well-formed or no such list; what was read so far is in the list.
 */
bool list_read_xml(struct list *list, struct text xml);

#endif
