/*
 * pages_common.h - internal to the pages of care: groups of rows under a heading, and one function a route.
 */
#ifndef CUSTOS_AREAS_CARE_PAGES_COMMON_H
#define CUSTOS_AREAS_CARE_PAGES_COMMON_H

#include "areas/care/acts.h"
#include "ui/kit.h"

/* Those of all that belong, as a table. */
void rows_group(struct page *page, const struct rows *all, bool (*belongs)(const struct row *row), const int *fields, const char *caption, const char *empty);
/* Every field from `first` on that has a value, as a summary. */
void row_summary(struct page *page, const struct row *row, int first);
/* Buttons of the acts that fit the row now; input names the row. The first that the reader may do is the main one. */
struct fitting { const struct act *act; bool fits; };
void fitting_acts(struct page *page, const struct row *row, const char *input, const struct fitting *acts, size_t count);

/* Who reads what a person has and gets: those who post, and those who look over them. */
#define ACCOUNT_READERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

/* ---- one function a route ---- */
void page_events(struct page *page);
void page_event(struct page *page);
void page_health(struct page *page);
void page_conditions(struct page *page);
void page_labour(struct page *page);
void page_one_labour(struct page *page);
void page_person_care(struct page *page);
void page_workshop(struct page *page);
void page_sessions(struct page *page);
void page_session_entry(struct page *page);
void page_session_entry_post(struct page *page);
void page_person_account(struct page *page);
void page_person_statement(struct page *page);

#endif
