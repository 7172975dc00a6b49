/* pages_common.h - internal to the pages of inspection: what they share beside ui/kit.h, and one function a route. */
#ifndef CUSTOS_AREAS_INSPECTION_PAGES_COMMON_H
#define CUSTOS_AREAS_INSPECTION_PAGES_COMMON_H

#include "areas/inspection/acts.h"
#include "areas/inspection/rules_forms.h"
#include "service/rule_state.h"
#include "ui/kit.h"

/* Who sees the state of the rules, inspections and statistics. */
#define OVERSEERS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

/* Shape and word of a colour: never colour alone. With words false the word is for screen readers only. */
void write_state(struct page *page, enum rule_colour colour, bool words);
/* Words of the register are English and say so. */
void write_register_words(struct page *page, struct text words);
/* ?day= as a date, or today; the moment is the end of that day, or now. Never later than today. */
struct date page_day(struct page *page, int64_t *out_moment);
/* File name for a CSV: what, facility code, day. */
struct text csv_name(struct page *page, const char *what, struct text code, struct date day);

/* The state of the rules in one facility at the end of a day, as its pages share it. */
struct state {
	const struct row *facility;
	struct text id;
	struct date day;
	int64_t moment;
	const struct rule_state *rules;
	const struct register_row *rows;
	size_t count;
};
extern const enum rule_colour WORST_FIRST[COLOUR_COUNT];
/* Facility and day of the query; false: answered. */
bool state_read(struct page *page, struct state *state);
/* How many lines of the page stand in each colour. */
void state_count(const struct state *state, int64_t lines[COLOUR_COUNT]);
void write_rule_title(struct page *page, const struct register_row *row);
struct text day_text(struct page *page, struct date day);

void page_state(struct page *page);
void page_state_rule(struct page *page);
void page_state_history(struct page *page);
void page_state_national(struct page *page);
void page_inspections(struct page *page);
void page_inspection(struct page *page);
void page_inspection_questions(struct page *page);
void page_inspection_compare(struct page *page);
void page_recommendations(struct page *page);
void page_evidence(struct page *page);
void page_equal_treatment(struct page *page);
void page_notebook(struct page *page);
void page_notebook_post(struct page *page);
void page_statistics(struct page *page);
void page_statistics_table(struct page *page);

#endif
