/* list_xml.c - the consolidated list of the United Nations Security Council, XML as published, through expat. */
#include "match/list.h"

#include <errno.h>
#include <expat.h>
#include <string.h>

enum { DEPTH = 12, VALUE = 8192, NAMES = 4 };

/* State of reading: the path of open elements, the text of the innermost, and what is gathered of the open entry. */
struct reading {
	struct list *list;
	XML_Parser parser;
	const char *path[DEPTH]; /* on the list's arena */
	int depth, skipped;
	char value[VALUE];
	size_t length;
	struct list_entry *entry;
	struct text names[NAMES]; /* FIRST_NAME to FOURTH_NAME */
	struct text alias, quality, date_kind, date, year, from_year, to_year, city, province, country;
	bool root_seen, refused;
};

static bool is(const struct reading *reading, int up, const char *name)
{
	return reading->depth > up && strcmp(reading->path[reading->depth - 1 - up], name) == 0;
}

static void XMLCALL on_start(void *state, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *reading = state;
	reading->length = 0;
	if (reading->depth == DEPTH || reading->skipped > 0) {
		reading->skipped++;
		return;
	}
	reading->path[reading->depth++] = arena_string(reading->list->arena, text_from(name));
	if (reading->depth == 1) {
		reading->root_seen = strcmp(name, "CONSOLIDATED_LIST") == 0;
		for (size_t i = 0; attributes[i] != NULL; i += 2)
			if (strcmp(attributes[i], "dateGenerated") == 0)
				reading->list->date = arena_copy(reading->list->arena, text_from(attributes[i + 1]));
	}
	if (is(reading, 0, "INDIVIDUAL") || is(reading, 0, "ENTITY")) {
		reading->entry = list_add(reading->list, text_empty());
		reading->entry->group = is(reading, 0, "ENTITY");
		for (int i = 0; i < NAMES; i++)
			reading->names[i] = text_empty();
	}
	reading->date_kind = reading->depth <= 4 ? text_empty() : reading->date_kind;
	if (is(reading, 0, "INDIVIDUAL_ALIAS") || is(reading, 0, "ENTITY_ALIAS"))
		reading->alias = reading->quality = text_empty();
	if (is(reading, 0, "INDIVIDUAL_DATE_OF_BIRTH"))
		reading->date = reading->year = reading->from_year = reading->to_year = text_empty();
	if (is(reading, 0, "INDIVIDUAL_PLACE_OF_BIRTH"))
		reading->city = reading->province = reading->country = text_empty();
}

static void XMLCALL on_text(void *state, const XML_Char *text, int length)
{
	struct reading *reading = state;
	size_t room = VALUE - reading->length, size = (size_t)length < room ? (size_t)length : room;
	memcpy(reading->value + reading->length, text, size);
	reading->length += size;
}

static void XMLCALL on_doctype(void *state, const XML_Char *name, const XML_Char *system, const XML_Char *public,
	int internal)
{
	struct reading *reading = state;
	(void)name, (void)system, (void)public, (void)internal;
	reading->refused = true;
	XML_StopParser(reading->parser, XML_FALSE);
}

static void end_birth(struct reading *reading)
{
	struct arena *arena = reading->list->arena;
	struct text value = !text_is_empty(reading->date) ? text_slice(reading->date, 0, 10) : reading->year;
	if (!text_is_empty(reading->from_year))
		value = arena_format(arena, "%.*s..%.*s", TEXT_FORMAT(reading->from_year), TEXT_FORMAT(reading->to_year));
	if (text_is_empty(value))
		return;
	list_add_births_text(reading->list, reading->entry, arena_format(arena, "%.*s:%.*s",
		TEXT_FORMAT(reading->date_kind), TEXT_FORMAT(value)));
}

static void end_entry(struct reading *reading)
{
	struct text parts[NAMES];
	size_t count = 0;
	for (int i = 0; i < NAMES; i++)
		if (!text_is_empty(reading->names[i]))
			parts[count++] = reading->names[i];
	struct list_entry *entry = reading->entry;
	list_add_name(reading->list, entry, MATCH_NAME_PRIMARY,
		arena_join(reading->list->arena, parts, count, TEXT_OF(" ")));
	reading->entry = NULL;
}

/* Fields that stand directly under the entry. */
static void end_field(struct reading *reading, struct text value)
{
	static const char *const names[NAMES] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"};
	struct list_entry *entry = reading->entry;
	for (int i = 0; i < NAMES; i++)
		if (is(reading, 0, names[i]))
			reading->names[i] = value;
	if (is(reading, 0, "DATAID"))
		entry->entry.id = value;
	else if (is(reading, 0, "REFERENCE_NUMBER"))
		entry->reference = value;
	else if (is(reading, 0, "LISTED_ON"))
		entry->listed_on = value;
	else if (is(reading, 0, "COMMENTS1"))
		entry->comment = value;
	else if (is(reading, 0, "NAME_ORIGINAL_SCRIPT"))
		list_add_name(reading->list, entry, MATCH_NAME_ORIGINAL, value);
	else if (is(reading, 0, "GENDER") && text_equal_string(value, "Male"))
		entry->entry.sex = MATCH_SEX_MALE;
	else if (is(reading, 0, "GENDER") && text_equal_string(value, "Female"))
		entry->entry.sex = MATCH_SEX_FEMALE;
}

/* Fields of the groups under an entry. */
static void end_group_field(struct reading *reading, struct text value)
{
	if (is(reading, 0, "ALIAS_NAME"))
		reading->alias = value;
	else if (is(reading, 0, "QUALITY"))
		reading->quality = value;
	else if (is(reading, 0, "TYPE_OF_DATE"))
		reading->date_kind = value;
	else if (is(reading, 0, "DATE"))
		reading->date = value;
	else if (is(reading, 0, "YEAR"))
		reading->year = value;
	else if (is(reading, 0, "FROM_YEAR"))
		reading->from_year = value;
	else if (is(reading, 0, "TO_YEAR"))
		reading->to_year = value;
	else if (is(reading, 0, "CITY"))
		reading->city = value;
	else if (is(reading, 0, "STATE_PROVINCE"))
		reading->province = value;
	else if (is(reading, 0, "COUNTRY"))
		reading->country = value;
	else if (is(reading, 0, "NUMBER") && is(reading, 1, "INDIVIDUAL_DOCUMENT"))
		list_add_document(reading->list, reading->entry, value);
	else if (is(reading, 0, "VALUE") && is(reading, 1, "NATIONALITY"))
		list_add_nationality(reading->list, reading->entry, value);
	else if (is(reading, 0, "VALUE") && is(reading, 1, "LAST_DAY_UPDATED"))
		reading->entry->changed_on = value;
}

static void end_group(struct reading *reading)
{
	struct list *list = reading->list;
	if (is(reading, 0, "INDIVIDUAL_ALIAS") || is(reading, 0, "ENTITY_ALIAS")) {
		bool weak = text_equal_string(reading->quality, "Low");
		list_add_name(list, reading->entry, weak ? MATCH_NAME_WEAK : MATCH_NAME_ALIAS, reading->alias);
	} else if (is(reading, 0, "INDIVIDUAL_DATE_OF_BIRTH")) {
		end_birth(reading);
	} else if (is(reading, 0, "INDIVIDUAL_PLACE_OF_BIRTH")) {
		struct text parts[3] = {reading->city, reading->province, reading->country};
		list_add_name(list, reading->entry, MATCH_NAME_PLACE, arena_join(list->arena, parts, 3, TEXT_OF(" ")));
	}
}

static void XMLCALL on_end(void *state, const XML_Char *name)
{
	struct reading *reading = state;
	(void)name;
	if (reading->skipped > 0) {
		reading->skipped--;
		return;
	}
	if (reading->entry != NULL) {
		struct text value = arena_copy(reading->list->arena, text_trim(text_make(reading->value, reading->length)));
		if (is(reading, 0, "INDIVIDUAL") || is(reading, 0, "ENTITY"))
			end_entry(reading);
		else if (is(reading, 1, "INDIVIDUAL") || is(reading, 1, "ENTITY")) {
			end_group(reading);
			end_field(reading, value);
		} else {
			end_group_field(reading, value);
		}
	}
	reading->depth--;
	reading->length = 0;
}

bool list_read_xml(struct list *list, struct text xml)
{
	struct reading *reading = ARENA_NEW(list->arena, struct reading);
	reading->list = list;
	reading->parser = XML_ParserCreate("UTF-8");
	if (reading->parser == NULL || xml.length > INT32_MAX)
		return false;
	reading->alias = reading->quality = reading->date_kind = reading->date = reading->year = text_empty();
	reading->from_year = reading->to_year = reading->city = reading->province = reading->country = text_empty();
	XML_SetUserData(reading->parser, reading);
	XML_SetElementHandler(reading->parser, on_start, on_end);
	XML_SetCharacterDataHandler(reading->parser, on_text);
	XML_SetStartDoctypeDeclHandler(reading->parser, on_doctype);
	bool well_formed = XML_Parse(reading->parser, xml.data, (int)xml.length, 1) == XML_STATUS_OK;
	XML_ParserFree(reading->parser);
	if (!well_formed || reading->refused || !reading->root_seen) {
		errno = EINVAL;
		return false;
	}
	return true;
}
