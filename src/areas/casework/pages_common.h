/*
 * pages_common.h - internal to the pages of casework: what they share beside ui/kit.h, and one function a route.
 */
#ifndef CUSTOS_AREAS_CASEWORK_PAGES_COMMON_H
#define CUSTOS_AREAS_CASEWORK_PAGES_COMMON_H

#include "areas/casework/acts.h"
#include "ui/kit.h"

/* Rows of a record whose field is one of the values; all when count is 0 would be meant: none are read then. False: answered. */
bool casework_rows_among(struct page *page, const struct record *record, int field, const struct value *values, size_t count, int order, bool descending,
	struct rows *out);
/* The plan of a person that is not closed, else the newest; NULL when there is none. False: answered. */
bool casework_plan_of(struct page *page, struct text person, const struct row **out_plan);
/* The release plan, newest first. */
bool casework_release_plan_of(struct page *page, struct text person, const struct row **out_plan);
/* Facility of a person who is in one, for the head of a sheet and the time zone; NULL when gone. */
const struct row *casework_facility_of(struct page *page, const struct row *person);
/* Name of a person on a page about others; empty when the reader may not open the file. */
struct text casework_person_name(struct page *page, struct text person);
/* Button to an act about the subject of the page that comes back here; input and value may be NULL and empty. */
void casework_act_button(struct page *page, struct text person, const struct act *act, const char *input, struct text value, bool first);
void casework_generic_button(struct page *page, struct text person, const char *act, const char *input, struct text value);
/* Link in a cell to an act about a row. */
void casework_act_link(struct page *page, struct text person, const struct act *act, const char *input, struct text value);
/* One line of a summary list when the field has a value. */
void casework_summary_field(struct page *page, const struct row *row, int field);
/* Day with a tag when it has passed, or when it comes within `soon` days (0: no second tag). */
void casework_write_day(struct page *page, struct date day, struct date today, int32_t soon, const char *late);

/* ---- one function a route ---- */
void page_caseload(struct page *page);
void page_plan(struct page *page);
void page_plan_copy(struct page *page);
void page_programmes(struct page *page);
void page_groups(struct page *page);
void page_group(struct page *page);
void page_session(struct page *page);
void page_session_post(struct page *page);
void page_way_out(struct page *page);
void page_needs(struct page *page);
void page_packet(struct page *page);

#endif
