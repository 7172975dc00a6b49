/*
 * acts.h - the verbs of identity, as a contract for pages, the loader of lists, REST and tests.
 *
 * Input names are given as in the text forms of command.h. [x] optional. (2) second person.
 *
 *	name_list.add, name_list.correct	generic, headquarters
 *	list_version.begin	name_list published_on file_hash [file_name] -> list_version loading. A version older than the one in force is
 *				refused. headquarters
 *	list_entry.put		list_version reference kind name names content_hash [births] [sex] [nationalities] [birth_places] [documents]
 *				[listed_on] [note] -> list_entry new or changed, listed. headquarters
 *	list_entry.delist	list_version list_entry -> delisted; its open resemblances, and those decided to be the same, are withdrawn by
 *				that, their clocks stop. headquarters
 *	list_version.complete	list_version entries added changed removed -> in_force; the one before is replaced. headquarters
 *	list_version.checked	list_version -> checked_at. The engine's own actor
 *	list_hit.raise		person list_entry name_on_file name_on_list [name_quality] agreement one_in person_seen entry_seen seen_hash
 *				-> list_hit open; starts the clock list-hit for the security of the facility. The engine's own actor
 *	list_hit.decide		(2) list_hit decision grounds -> decided; the clock stops. Can be decided again. security, intelligence, governor;
 *				the second: another of these, or headquarters
 */
#ifndef CUSTOS_AREAS_IDENTITY_ACTS_H
#define CUSTOS_AREAS_IDENTITY_ACTS_H

#include "areas/identity/records.h"

extern const struct act ACT_LIST_VERSION_BEGIN, ACT_LIST_ENTRY_PUT, ACT_LIST_ENTRY_DELIST, ACT_LIST_VERSION_COMPLETE, ACT_LIST_VERSION_CHECKED,
	ACT_LIST_HIT_RAISE, ACT_LIST_HIT_DECIDE;
extern const struct act *const IDENTITY_ACTS[];		/* ended by NULL */
extern const struct clock_kind *const IDENTITY_CLOCKS[]; /* ended by NULL */

#endif
