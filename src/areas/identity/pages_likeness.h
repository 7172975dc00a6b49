/*
 * pages_likeness.h - how a likeness is shown: the band in words, what chance alone would bring, what speaks for and against. And one
 * function a route.
 *
 * The sentences come from the lines that were added up (match_reason_message()), so that what is shown is what was reckoned. What
 * speaks against stands first.
 */
#ifndef CUSTOS_AREAS_IDENTITY_PAGES_LIKENESS_H
#define CUSTOS_AREAS_IDENTITY_PAGES_LIKENESS_H

#include "areas/custody/records.h"
#include "areas/identity/acts.h"
#include "areas/identity/reports.h"
#include "ui/kit.h"

#define FILE_KEEPERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(SECURITY) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

/* "Likely the same", "Possible", "Possible family", "Weak": with its colour. */
void write_band(struct page *page, const struct names_candidate *candidate);
/* What chance alone would bring among `population` files or entries. */
struct text chance_words(struct page *page, const struct names_candidate *candidate);
/* One line as a sentence in the reader's language. */
struct text line_words(struct page *page, const struct match_line *line, struct text left, struct text right);
/* Table of all lines with their weights and the sum; left_heading, right_heading: message identifiers. */
void write_reasons(struct page *page, const struct names_candidate *candidate);
/* The two or three strongest reasons as a list, those against first. */
void write_short_reasons(struct page *page, const struct names_candidate *candidate);
/* A candidate of the index of people as a card with a heading of that level; asked: identifier of the file that it is compared with, or
 * empty. */
void write_candidate(struct page *page, const struct names_candidate *candidate, struct text asked, bool by_number, int level);
/* Button to the form of an act of custody about a person, by the name of the act. */
void person_act_link(struct page *page, struct text person, const char *act, const char *input, struct text value, struct text next, bool first);
/* Sentence while the index is being built. */
void write_not_ready(struct page *page);
/* Candidates that are worth showing: not hidden, unless all are wanted. */
size_t shown_candidates(struct names_candidates *candidates, bool all);

/* ---- one function a route ---- */
void page_known(struct page *page);
void page_others(struct page *page);
void page_compare(struct page *page);
void page_review(struct page *page);
void page_hits(struct page *page);
void page_hit(struct page *page);
void page_lists(struct page *page);
void page_one_list(struct page *page);
void page_one_list_post(struct page *page);
void card_hits(struct page *page, const struct row *person);
void search_likenesses(struct page *page, struct text words);

#endif
