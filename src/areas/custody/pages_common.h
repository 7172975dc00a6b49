/*
 * pages_common.h - internal to the pages of custody: what they share, and one function a route.
 *
 * Reading comes before page_begin(): the readers below answer with an error page themselves and give false, and the caller
 * only returns. Widgets come after it.
 */
#ifndef CUSTOS_AREAS_CUSTODY_PAGES_COMMON_H
#define CUSTOS_AREAS_CUSTODY_PAGES_COMMON_H

#include "areas/custody/acts.h"
#include "areas/custody/dates.h"
#include "areas/custody/reports.h"
#include "ui/ui.h"

/* Who may see who has read a file. */
#define READERS_OF_READINGS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(SECURITY))

/* ---- reading ---- */
/* The person of parameter 0, read and logged; sets section, identity bar. NULL: answered. */
const struct row *person_open(struct page *page);
/* Any row by parameter 0 whose subject is the person of the page. NULL: answered. */
const struct row *row_open(struct page *page, const struct record *record, const char *section);
/* Rows of a record about a person; none when the role does not read the record. False: answered. */
bool rows_about(struct page *page, const struct record *record, struct text person, int order, bool descending, struct rows *out);
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
bool may_read(const struct page *page, const struct record *record);
bool may_act(const struct page *page, const struct act *act);

/* ---- paths ---- */
struct text path_person(struct page *page, struct text person, const char *rest);
struct text path_of(struct page *page, const char *folder, struct text id);
/* Address of the form of an act: /people/P/do/ACT?input=value&next=path. person, input or next may be empty or NULL. */
struct text path_do(struct page *page, struct text person, const struct act *act, const char *input, struct text value,
	struct text next);
/* Last segment or query value may become part of a path only when it is an identifier. */
bool path_is_inside(struct text path);
/* "a=b" with the value escaped for an address. */
struct text path_with(struct page *page, struct text path, const char *name, struct text value);

/* ---- writing ---- */
void write_code(struct page *page, struct text text);
void write_name_link(struct page *page, struct text person, struct text name, const char *rest);
/* Label of an act; generic ones say of what: "Add: Contact". */
struct text act_label(struct page *page, const struct act *act);
void actions_begin(struct page *page);
/* Button to the form of an act, when the role has the act. first: the main one of the page. */
void action_link(struct page *page, const struct act *act, struct text href, bool first);
void actions_end(struct page *page);
void write_choice(struct page *page, const struct record *record, int field, struct text code);
struct text choice_label(struct page *page, const struct record *record, int field, struct text code);
/* Table of rows with these fields; the first cell links to the row. fields ended by -1. empty: sentence when there is none. */
void rows_table(struct page *page, const char *caption, const struct rows *rows, const int *fields, const char *empty);
void list_count(struct page *page, struct text sentence);
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

/* ---- identity (pages_identity.c) ---- */
void identity_bar(struct page *page, struct text person);
/* Photograph of a person: its document's identifier, or empty. */
struct text photograph_of(struct page *page, const struct row *person);
/* What follows from the status and dates: "Untried, order valid until 14 December 2026". */
struct text release_words(struct page *page, struct text date_kind, struct date date);

/* ---- dates (pages_orders.c) ---- */
/* Both calculations on the rows as they stand now. */
struct calculation { struct date_case input; struct date_result first, second; };
void dates_both(struct page *page, const struct row *person, struct calculation *out);
bool dates_agree(const struct calculation *both);
struct text dates_words(struct page *page, const struct date_result *result);

/* ---- places (pages_places.c) ---- */
/* All places of a facility by code. False: answered. */
bool places_read(struct page *page, struct text facility, struct rows *out);
bool place_is_for_sleep(const struct row *place);
/* Beds in use, else those of the certificate; 0 when neither is known. */
int64_t place_beds(const struct row *place);

/* ---- what happened (pages_timeline.c) ---- */
/* Entries of the journal about a person, those of one act together. */
void write_timeline(struct page *page, const struct change *changes, size_t count, int level);

/* ---- one function a route ---- */
void page_people(struct page *page);
void page_search(struct page *page);
void page_admission_new(struct page *page);
void page_register(struct page *page);
void page_admissions(struct page *page);
void page_admission(struct page *page);
void page_admission_step(struct page *page);
void page_admission_receipt(struct page *page);
void page_person(struct page *page);
void page_person_timeline(struct page *page);
void page_person_orders(struct page *page);
void page_person_contacts(struct page *page);
void page_person_property(struct page *page);
void page_person_property_list(struct page *page);
void page_person_documents(struct page *page);
void page_person_documents_post(struct page *page);
void page_person_notes(struct page *page);
void page_person_movements(struct page *page);
void page_person_place(struct page *page);
void page_person_details(struct page *page);
void page_person_readers(struct page *page);
void page_person_file(struct page *page);
void page_person_actions(struct page *page);
void page_person_do(struct page *page);
void page_do(struct page *page);
void page_places(struct page *page);
void page_place(struct page *page);
void page_roll(struct page *page);
void page_roll_sheet(struct page *page);
void page_movements_today(struct page *page);
void page_transfers(struct page *page);
void page_transfer(struct page *page);
void page_releases(struct page *page);
void page_release(struct page *page);
void page_release_certificate(struct page *page);
void page_facility_settings(struct page *page);
void page_facility_list(struct page *page);

#endif
