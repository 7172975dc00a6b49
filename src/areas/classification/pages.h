/*
 * pages.h - the pages of classification: list of a day, one decision with its papers, the person's own copy, reviews due, decisions about a
 * person, disparity; and what they share.
 */
#ifndef CUSTOS_AREAS_CLASSIFICATION_PAGES_H
#define CUSTOS_AREAS_CLASSIFICATION_PAGES_H

#include "areas/classification/acts.h"
#include "areas/classification/reports.h"
#include "areas/custody/reports.h"
#include "ui/kit.h"

extern const struct ui_area CLASSIFICATION_PAGES;

/* ---- shared (pages.c) ---- */
/* "Category: high security", in the reader's language. */
struct text classification_words(struct page *page, struct text value);
/* What the state is now. */
struct text classification_state_words(struct page *page, const struct row *decision);
/* Path of a decision's page, with `rest` after it. */
struct text classification_path(struct page *page, struct text id, const char *rest);
/* Button to an act on a decision that comes back to its page. */
void classification_action(struct page *page, const struct act *act, const char *input, struct text id, struct text decision, bool first);
/* A paragraph of prose, line breaks kept, in its own direction. */
void classification_prose(struct page *page, struct text text);
/* Line of a summary list whose value is prose or empty: nothing is written when it is empty. */
void classification_line(struct page *page, const char *label, struct text value);
/* One after the other: decisions, evidence and so on, quietly: for cards and bars on pages that have begun. */
bool classification_rows(struct page *page, const struct record *record, int field, struct text id, int order, struct rows *out);

/* ---- one function a route ---- */
void page_classification_day(struct page *page);
void page_classification_reviews(struct page *page);
void page_classification(struct page *page);
void page_classification_copy(struct page *page);
void page_classification_labels(struct page *page);
void page_classification_disparity(struct page *page);

/* ---- on the pages of a person (pages_labels.c) ---- */
void classification_card(struct page *page, const struct row *person);
int classification_alerts(struct page *page, const struct row *person);

#endif
