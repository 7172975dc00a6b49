/*
 * kit.h - what pages laid out by hand share, in every area: reading that answers its own errors, paths, actions, tables of rows,
 * task lists, printable sheets, and what each area adds to the pages of a subject.
 *
 * Knows no noun: "the subject" and "the facility" are those of the registry. Reading comes before page_begin(): the readers below
 * answer with an error page themselves and give false (or NULL, or empty), and the caller only returns. Widgets come after it.
 */
#ifndef CUSTOS_UI_KIT_H
#define CUSTOS_UI_KIT_H

#include "ui/ui.h"

/* ---- reading ---- */
/* The subject of parameter 0, read and logged; sets section and identity bar. NULL: answered. */
const struct row *subject_open(struct page *page);
/* Any row by parameter 0; its subject becomes the subject of the page. NULL: answered. */
const struct row *row_open(struct page *page, const struct record *record, const char *section);
/* Rows of a record about a subject; none when the role does not read the record. False: answered. */
bool rows_about(struct page *page, const struct record *record, struct text subject, int order, bool descending, struct rows *out);
/* Rows of a record that meet conditions. False: answered. */
bool rows_where(struct page *page, const struct record *record, const struct condition *conditions, size_t count, int order,
	bool descending, struct rows *out);
/* The facility that the page is about: ?facility= when in scope, else where the actor works. Empty: answered with a list to choose
 * from. out_row is the facility's row. */
struct text page_facility(struct page *page, const struct row **out_row);
struct date page_today(struct page *page, struct text facility);
/* Parameter of the profile for a facility row, with its source in words for the reader. */
int64_t page_parameter(struct page *page, const struct row *facility, const char *name, int64_t otherwise);
struct text page_parameter_source(struct page *page, const char *name);
bool page_may_read(const struct page *page, const struct record *record);
bool page_may_act(const struct page *page, const struct act *act);
/* Whether a page lies at this path (with or without a query) and the reader's role opens it. */
bool page_may_open(const struct page *page, struct text path);

/* ---- paths ---- */
/* Path of the subject's page, with `rest` ("/orders") after it. */
struct text path_subject(struct page *page, struct text subject, const char *rest);
struct text path_of(struct page *page, const char *folder, struct text id);
/* Address of the form of an act: of the subject's page where one is given, else /do/ACT; ?input=value&next=path. input, value or next
 * may be NULL or empty. */
struct text path_do(struct page *page, struct text subject, const struct act *act, const char *input, struct text value,
	struct text next);
/* Last segment or query value may become part of a path only when it is an identifier. */
bool path_is_inside(struct text path);
/* "a=b" with the value escaped for an address. */
struct text path_with(struct page *page, struct text path, const char *name, struct text value);

/* ---- writing ---- */
void write_code(struct page *page, struct text text);
void write_name_link(struct page *page, struct text subject, struct text name, const char *rest);
void actions_begin(struct page *page);
/* Button to the form of an act, when the role has the act. first: the main one of the page. */
void action_link(struct page *page, const struct act *act, struct text href, bool first);
/* Button to another page, when the reader may open it. label: message identifier. */
void action_page(struct page *page, const char *path, const char *label, bool first);
void actions_end(struct page *page);
void write_choice(struct page *page, const struct record *record, int field, struct text code);
struct text choice_label(struct page *page, const struct record *record, int field, struct text code);
/* Table of rows with these fields; the first cell links to the row. fields ended by -1. empty: sentence when there is none. */
void rows_table(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty);
void list_count(struct page *page, struct text sentence);
/* A card of the side column: heading (message identifier), then what the caller writes, until html_end(). */
void card_begin(struct page *page, const char *title);
/* One step of a task list. href empty: cannot be done now. colour as in widget_tag. */
struct task { struct text name, hint, href, status; const char *colour; };
void task_list_begin(struct page *page);
void task_list_step(struct page *page, const struct task *task);
void task_list_end(struct page *page);
void sheet_begin(struct page *page, struct text title, const struct row *facility);
void sheet_end(struct page *page, const char *const *signatures);
/* QR code and words by which anybody can check the first or the newest entry of a row in the journal. */
void sheet_proof(struct page *page, const struct row *row, bool newest);
/* The same table without links, for paper. */
void sheet_table(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty);
void sheet_value(struct page *page, const struct row *row, int field);

/* ---- filters above a table laid out by hand: a GET form, works without scripts ---- */
void filters_begin(struct page *page, const char *label);
/* One list to choose from: codes and labels (message identifiers) of `count` choices; the first entry is "Any". */
void filters_select(struct page *page, const char *name, const char *label, const char *const *codes, const char *const *labels, size_t count);
void filters_date(struct page *page, const char *name, const char *label, struct text value);
void filters_end(struct page *page);
/* True when the query does not name this filter, or names this code. */
bool filters_take(const struct page *page, const char *name, const char *code);

/* ---- the pages of a subject, to which every area adds (ui_area) ---- */
/* Sub-navigation under the identity bar. */
void subject_tabs(struct page *page, const struct row *subject);
/* Cards of all areas in the side column of the overview. */
void subject_cards(struct page *page, const struct row *subject);
/* One alert of the identity bar. kind: "stop", "warning", "note" or "care". */
void subject_alert(struct page *page, const char *kind, struct text word, struct text words);
/* Alerts of all areas; how many were written. */
int subject_alerts(struct page *page, const struct row *subject);
/* What all areas find for words typed into the search box. */
void search_sections(struct page *page, struct text words);
/* What the role may record about the subject, under the headings of all areas. */
void subject_acts(struct page *page, const struct row *subject);
/* Where one goes after an act when the link did not say: what the areas' tables name, else the subject's page. */
struct text act_next(struct page *page, const struct act *act, struct text subject);

#endif
