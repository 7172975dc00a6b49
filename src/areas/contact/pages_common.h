/*
 * pages_common.h - internal to the pages of contact: one function a route, and what the area adds to the pages of a person.
 */
#ifndef CUSTOS_AREAS_CONTACT_PAGES_COMMON_H
#define CUSTOS_AREAS_CONTACT_PAGES_COMMON_H

#include "areas/contact/acts.h"
#include "areas/contact/reports.h"
#include "ui/kit.h"

/* Rows about something, read without a word: the page has begun. False: they could not be read. */
bool contact_rows_quiet(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order, bool descending,
	struct rows *out);
/* All fields of a row that say something, from `first` on, and the link to its history. */
void contact_summary(struct page *page, const struct row *row, int first);
/* "Suspended: Visits, until 3 May 2026 10:00". */
struct text contact_limit_words(struct page *page, const struct row *limit);

/* ---- one function a route ---- */
void page_visits(struct page *page);
void page_visits_post(struct page *page);
void page_visits_sheet(struct page *page);
void page_visits_without(struct page *page);
void page_visit(struct page *page);
void page_contact_limit(struct page *page);
void page_contact_limit_copy(struct page *page);
void page_person_visits(struct page *page);
void page_belief(struct page *page);
void page_person_belief(struct page *page);
void page_belief_wish(struct page *page);
void page_representative(struct page *page);
void page_families(struct page *page);
void page_person_family(struct page *page);
void page_pregnancy(struct page *page);
void page_child_stay(struct page *page);

/* ---- what the area adds to the pages of a person ---- */
int contact_alerts(struct page *page, const struct row *person);

#endif
