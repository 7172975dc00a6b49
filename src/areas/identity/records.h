/*
 * records.h - the nouns of identity: lists of names that an authority publishes, their versions and entries, and resemblances.
 *
 *	name_list	one list: who publishes it, on what legal ground it is kept here, how its files are read
 *	list_version	one file of a list as published: loading, in_force, replaced. checked_at absent: the people in custody have not
 *			all been compared with it yet
 *	list_entry	one entry through all versions, by its reference: listed or delisted. A row changes only when its content does.
 *			names: one a line, "kind: name" (primary, original, alias, weak); weak ones only support, after the guidance of
 *			list publishers not to match on them alone. births as list.h of match reads them
 *	list_hit	"this name resembles entry X of list Y of date Z; identity not established". It changes nothing about the person: no
 *			other record refers to it, no rule reads it, and only those who decide on it see it. It ends by a decision of two
 *			persons (same, different, cannot_tell) or is withdrawn by itself when the entry leaves the list. `seen` is a hash of
 *			both sides as they were compared: what was decided is asked again only when either side has changed.
 *
 * Sources: UN Security Council consolidated list (sc-sanctions.xsd); S/RES/2396 (2017), paragraph 13: lists are used in compliance
 * with human rights law.
 */
#ifndef CUSTOS_AREAS_IDENTITY_RECORDS_H
#define CUSTOS_AREAS_IDENTITY_RECORDS_H

#include "model/registry.h"

extern const struct record RECORD_NAME_LIST, RECORD_LIST_VERSION, RECORD_LIST_ENTRY, RECORD_LIST_HIT;
extern const struct record *const IDENTITY_RECORDS[]; /* ended by NULL */

/* Who may know that a name resembles an entry. */
#define HIT_READERS (ROLE(SECURITY) | ROLE(INTELLIGENCE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

enum { NAME_LIST_CODE, NAME_LIST_NAME, NAME_LIST_PUBLISHER, NAME_LIST_BASIS, NAME_LIST_FORMAT, NAME_LIST_COLUMNS, NAME_LIST_FIELDS };
enum { LIST_VERSION_LIST, LIST_VERSION_PUBLISHED_ON, LIST_VERSION_FILE_NAME, LIST_VERSION_FILE_HASH, LIST_VERSION_STATE,
	LIST_VERSION_ENTRIES, LIST_VERSION_ADDED, LIST_VERSION_CHANGED, LIST_VERSION_REMOVED, LIST_VERSION_COMPLETED_AT,
	LIST_VERSION_CHECKED_AT, LIST_VERSION_FIELDS };
enum { LIST_ENTRY_LIST, LIST_ENTRY_VERSION, LIST_ENTRY_REFERENCE, LIST_ENTRY_KIND, LIST_ENTRY_NAME, LIST_ENTRY_NAMES, LIST_ENTRY_BIRTHS,
	LIST_ENTRY_SEX, LIST_ENTRY_NATIONALITIES, LIST_ENTRY_PLACES, LIST_ENTRY_DOCUMENTS, LIST_ENTRY_LISTED_ON, LIST_ENTRY_NOTE,
	LIST_ENTRY_STATE, LIST_ENTRY_DELISTED_ON, LIST_ENTRY_HASH, LIST_ENTRY_FIELDS };
enum { LIST_HIT_PERSON, LIST_HIT_ENTRY, LIST_HIT_VERSION, LIST_HIT_REFERENCE, LIST_HIT_LIST_NAME, LIST_HIT_PUBLISHED_ON,
	LIST_HIT_NAME_ON_FILE, LIST_HIT_NAME_ON_LIST, LIST_HIT_QUALITY, LIST_HIT_AGREEMENT, LIST_HIT_ONE_IN, LIST_HIT_PERSON_SEEN,
	LIST_HIT_ENTRY_SEEN, LIST_HIT_SEEN, LIST_HIT_STATE, LIST_HIT_DECISION, LIST_HIT_GROUNDS, LIST_HIT_DECIDED_AT, LIST_HIT_FIELDS };

extern const struct choice HIT_DECISION_CHOICES[], ENTRY_KIND_CHOICES[], NAME_QUALITY_CHOICES[], SEX_OF_ENTRY_CHOICES[];

#endif
