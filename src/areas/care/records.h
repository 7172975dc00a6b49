/*
 * records.h - the nouns of care: death, serious injury, disappearance and signs of torture with the evidence held for them.
 *
 * Tables are in records_event.c. Sources: Nelson Mandela Rules 8 (f), 34, 69, 71, 72; Minnesota Protocol (2016); prison-practice
 * sections 13 and 21.
 *
 * What means what:
 *	grave_event	one death, disappearance, serious injury, or signs of torture or other ill-treatment; state open, closed, or replaced
 *			by an event that names further staff. For those named in `implicated` it does not exist
 *	evidence_item	one thing that nobody may destroy or alter until the investigating authority lets it go; names the same staff
 */
#ifndef CUSTOS_AREAS_CARE_RECORDS_H
#define CUSTOS_AREAS_CARE_RECORDS_H

#include "areas/custody/records.h"

extern const struct record RECORD_GRAVE_EVENT, RECORD_EVIDENCE_ITEM;
extern const struct record *const CARE_RECORDS[]; /* ended by NULL */

/* ---- death, serious injury, disappearance, signs of torture ---- */
enum { GRAVE_EVENT_PERSON, GRAVE_EVENT_FACILITY, GRAVE_EVENT_KIND, GRAVE_EVENT_HAPPENED, GRAVE_EVENT_WHERE, GRAVE_EVENT_CIRCUMSTANCES,
	GRAVE_EVENT_SOURCE, GRAVE_EVENT_IMPLICATED, GRAVE_EVENT_PROTECTION, GRAVE_EVENT_STATE, GRAVE_EVENT_CONTINUES, GRAVE_EVENT_REPORTED,
	GRAVE_EVENT_AUTHORITY, GRAVE_EVENT_REFERENCE, GRAVE_EVENT_BEGUN, GRAVE_EVENT_KIN_TOLD, GRAVE_EVENT_CAUSE, GRAVE_EVENT_OUTCOME,
	GRAVE_EVENT_FINDINGS, GRAVE_EVENT_CLOSED, GRAVE_EVENT_REMAINS, GRAVE_EVENT_REMAINS_TO, GRAVE_EVENT_REMAINS_AT, GRAVE_EVENT_FIELDS };
enum { EVIDENCE_ITEM_EVENT, EVIDENCE_ITEM_PERSON, EVIDENCE_ITEM_FACILITY, EVIDENCE_ITEM_KIND, EVIDENCE_ITEM_DESCRIPTION, EVIDENCE_ITEM_KEPT,
	EVIDENCE_ITEM_SEAL, EVIDENCE_ITEM_PROPERTY, EVIDENCE_ITEM_PLACE, EVIDENCE_ITEM_HELD_AT, EVIDENCE_ITEM_CUSTODY, EVIDENCE_ITEM_STATE,
	EVIDENCE_ITEM_RELEASE, EVIDENCE_ITEM_RELEASED_AT, EVIDENCE_ITEM_IMPLICATED, EVIDENCE_ITEM_FIELDS };

bool grave_event_is_open(const struct row *event);

extern const struct choice GRAVE_EVENT_KIND_CHOICES[], GRAVE_EVENT_SOURCE_CHOICES[], GRAVE_EVENT_OUTCOME_CHOICES[], GRAVE_EVENT_REMAINS_CHOICES[],
	EVIDENCE_ITEM_KIND_CHOICES[];

#endif
