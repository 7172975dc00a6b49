/*
 * pages_common.h - internal to the pages of rights: a separated person with the clock and the account of days, and one function a route.
 */
#ifndef CUSTOS_AREAS_RIGHTS_PAGES_COMMON_H
#define CUSTOS_AREAS_RIGHTS_PAGES_COMMON_H

#include "areas/rights/acts.h"
#include "areas/rights/rules.h"
#include "ui/kit.h"

/* ---- a separated person (pages_account.c) ---- */
struct separated {
	const struct row *separation, *person;
	struct text place;	/* code of the place where the person sleeps; empty when unknown */
	struct separation_clock clock;
	struct rows entries, visits; /* entries since the run began or longer */
};
/* What one civil day holds. Minutes; entries: how many lines were written. */
struct day_account { int contact, out_of_cell, outdoors, entries; bool shower, asked, visited, separated; };

/* facility: row whose profile and zone count. False: answered. */
bool separated_read(struct page *page, const struct row *facility, const struct row *separation, struct separated *out);
struct day_account account_of_day(const struct separated *separated, int day);
/* Days of this separation, up to yesterday, of which nothing was written. */
int days_unwritten(const struct separated *separated);
/* Tag "Day 9 of 15", or that no day is solitary. */
void write_day_tag(struct page *page, const struct separated *separated);
/* The facility of the person, or NULL when it cannot be read. */
const struct row *rights_facility_of(struct page *page, const struct row *person);
/* Rows about something, read without a word: the page has begun. False: they could not be read. */
bool rights_rows_quiet(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order, bool descending,
	struct rows *out);

/* ---- one function a route ---- */
void page_separations(struct page *page);
void page_separations_post(struct page *page);
void page_separation(struct page *page);
void page_separation_copy(struct page *page);
void page_discipline(struct page *page);
void page_charge(struct page *page);
void page_complaints(struct page *page);
void page_complaint(struct page *page);
void page_force_board(struct page *page);
void page_force(struct page *page);
void page_searches(struct page *page);
void page_person_rights(struct page *page);
void page_privileges(struct page *page);
/* Which units of the facility had an occasion to complain in the last 24 hours (pages_regime.c). */
void write_complaint_rounds(struct page *page, struct text facility);

/* ---- what the area adds to the pages of a person ---- */
int rights_alerts(struct page *page, const struct row *person);

#endif
