/*
 * pages_common.h - internal to the pages of assessment: what they share, and one function a route.
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_PAGES_COMMON_H
#define CUSTOS_AREAS_ASSESSMENT_PAGES_COMMON_H

#include "areas/assessment/acts.h"
#include "areas/assessment/reports.h"
#include "ui/kit.h"

/* An assessment with its instrument and whatever of its raters' work this reader may see: sheets under a seal are NULL. */
struct view {
	const struct row *assessment, *row; /* row: of the instrument */
	struct instrument instrument;
	const struct row *sheets[2];	    /* first, second */
	const struct row *own;		    /* sheet of this reader, or NULL */
	struct rows sources, ratings, scenarios, judgements, settled, tasks, corrections;
	struct date today;
};

/* By parameter 0; sets section, subject and back link. False: answered. */
bool view_open(struct page *page, struct view *out);
/* Row of a sheet in rows by the code of a field; NULL. */
const struct row *view_part(const struct rows *rows, const struct row *sheet, int field, struct text code);
/* Those of the rows that hang on a sheet. */
struct rows rows_of_sheet(struct page *page, const struct rows *rows, const struct row *sheet);
/* Title of an instrument in the reader's language; words of a rating or level, UNKNOWN and NOT_APPLICABLE among them. */
struct text instrument_words(struct page *page, const struct words *words);
struct text rating_words(struct page *page, const struct instrument *instrument, struct text code);
struct text level_words(struct page *page, const struct instrument *instrument, struct text code);
struct text factor_kind_words(struct page *page, const struct factor *factor);
/* State as it is today: one that has run out is expired, whatever was last recorded. */
struct text state_words(struct page *page, const struct row *assessment, struct date today, const char **out_colour);
struct text path_assessment(struct page *page, struct text id, const char *rest);
/* Whether the reader is assigned and has not begun yet. */
bool view_may_begin(struct page *page, const struct view *view);
/* A paragraph of small, quiet text. */
void write_quiet(struct page *page, struct text words);

/* ---- forms in which one field is a code of the instrument (pages_coded.c) ---- */
/* Choices from labels, UNKNOWN after them and, when asked, NOT_APPLICABLE. */
const struct choice *labelled_choices(struct page *page, const struct labelled *labels, size_t count, bool not_applicable);
/* What was typed for a name; boxes come one by one and are joined by spaces. */
struct text form_typed(struct page *page, const char *name);
struct coded_form {
	const struct act *act;
	const struct row *stored;	/* what is there already, or NULL */
	const char *coded;		/* the field with choices */
	const struct choice *choices;
	const char *const *fields;	/* inputs that are asked, in order; ended by NULL */
	struct pair fixed[3];		/* inputs that are not asked */
	size_t fixed_count;
	struct text heading, caption, back, next;
};
/* The form, or on POST the act and then `next`. */
void page_coded(struct page *page, const struct coded_form *form);

/* ---- what the pages of figures share (pages_disparity.c) ---- */
/* Section, back link, and the instrument asked for, else the one in force that has most double ratings. False: answered. */
bool study_open(struct page *page, const char *heading, const char *path, struct rows *out_rows, const struct row **out_row, struct instrument *out);
/* The whole service for who sees all of it, else the facility where one works. */
struct text study_scope(struct page *page);
void write_instrument_tabs(struct page *page, const struct rows *rows, const struct row *chosen, const char *path);

void page_assessments(struct page *page);
void page_person_assessments(struct page *page);
void page_assessment(struct page *page);
void page_assessment_work(struct page *page);
void page_work_factor(struct page *page);
void page_work_form(struct page *page);
void page_work_judge(struct page *page);
void page_settle(struct page *page);
void page_assessment_copy(struct page *page);
void page_instruments(struct page *page);
void page_instruments_post(struct page *page);
void page_instrument(struct page *page);
void page_certificates(struct page *page);
void page_agreement(struct page *page);
void page_disparity(struct page *page);
void assessment_card(struct page *page, const struct row *person);

#endif
