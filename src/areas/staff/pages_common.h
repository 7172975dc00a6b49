/*
 * pages_common.h - internal to the pages of staff: what a facility has on a day, what somebody lacks for a post, and one function a route.
 */
#ifndef CUSTOS_AREAS_STAFF_PAGES_COMMON_H
#define CUSTOS_AREAS_STAFF_PAGES_COMMON_H

#include "areas/staff/acts.h"
#include "ui/kit.h"

struct staff_board {
	const struct row *facility;
	struct text id;
	struct date day;
	struct rows members; /* who works there on the day */
	struct rows posts;   /* in use */
};

/* The facility and day of the query, with members and posts. False: answered. */
bool staff_board_read(struct page *page, const char *section, struct staff_board *out);
const struct row *staff_row(const struct rows *rows, struct text id);
/* What keeps the member from the post on the day, as a message; NULL: nothing. The words of the rules, which decide. */
const char *staff_gap(const struct rows *trainings, const struct row *member, const struct row *post, struct date day);
/* A cell that links to the member. */
void staff_name_cell(struct page *page, const struct row *member);
/* Path of a page of the facility, with its day when it has one. */
struct text staff_path(struct page *page, const struct staff_board *board, const char *path);
/* Runs an act with the inputs; where it is done, goes to `path`, and gives true. */
bool staff_run(struct page *page, const struct act *act, const struct pair *inputs, size_t count, struct text path, struct error_list *errors);

/* ---- one function a route ---- */
void page_training_due(struct page *page);
void page_roster(struct page *page);
void page_roster_post(struct page *page);
void page_keys_and_arms(struct page *page);
void page_keys_and_arms_post(struct page *page);
void page_staff_figures(struct page *page);

#endif
