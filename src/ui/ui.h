/*
 * ui.h - pages: the frame, the router's table, widgets, and the generic list, form, detail and history made from records.
 *
 * A page is a function. It gets a struct page (request, who, language, reading) and writes HTML between page_begin() and
 * page_end(), or answers with a redirect or a file. Markup follows web/MARKUP.md. Every page works without scripts; forms
 * carry the session's form token; POST answers with 303 or shows the same form again with everything that was typed in.
 * Areas give their pages as tables ended by an empty entry; the app joins them; the first match wins, generic pages last.
 */
#ifndef CUSTOS_UI_UI_H
#define CUSTOS_UI_UI_H

#include "base/map.h"
#include "format/html.h"
#include "http/http.h"
#include "model/registry.h"
#include "model/said.h"
#include "service/attachment.h"
#include "service/command.h"
#include "service/deadline.h"
#include "service/query.h"
#include "service/session.h"
#include "text/catalogue.h"

struct ui; /* the application's pages: service, routes, static files */

struct page_file { struct text name, file_name, content; }; /* an upload; empty content: no file was chosen */

struct page {
	struct ui *ui;
	struct service *service;
	const struct registry *registry;
	struct arena *arena;
	const struct http_request *request;
	struct http_response *response;
	const struct language *language;
	const struct actor *actor;	/* NULL on pages before sign-in */
	const struct session *session;	/* NULL before sign-in */
	struct query *query;		/* reading of this request; NULL before sign-in */
	struct http_parameters parameters;
	int64_t now;
	struct text zone;		/* of the facility in which the actor works */
	struct html html;
	struct pair *form;		/* decoded POST fields (urlencoded or multipart without files) */
	size_t form_count;
	const char *section;		/* primary navigation entry that is current */
	struct text base_subject;	/* when set, the identity bar of this subject stands on top */
	struct page_file *files;	/* uploads of a multipart form */
	size_t file_count;

	/* Set before page_begin() when wanted. */
	struct text caption;		/* above the heading */
	struct text title;		/* of the browser's tab, when other than the heading */
	struct text back, back_label;	/* back link above the head: path, text */
	bool wide;			/* boards and wide tables: up to 1900 px */
	bool narrow;			/* one question, sign-in */
	bool plain_labels;		/* do not mark inputs that may stay empty as optional */
	bool bare_head;			/* no <h1>: the page (or its identity bar) writes its own */

	/* The frame's own. */
	bool begun;
	struct text token;		/* form token made for this page before sign-in */
	const struct error_list *shown_errors;
	struct map *titles;		/* "record/id" -> title of a referred row */
	const struct row *workplace;	/* row of the facility in which the actor works, or NULL */
	int table_column;
	const char *const *table_headings;
	int ids;			/* for unique ids in the page */
};

struct page_route {
	const char *pattern;		/* "/people/{id}/orders" */
	role_set roles;			/* who may open it; ROLES_NONE = no sign-in needed */
	void (*get)(struct page *page);
	void (*post)(struct page *page); /* NULL: GET only */
};

struct navigation_entry { const char *section, *label, *path; role_set roles; };

/* One entry of the subject's sub-navigation: shown to who may read the record. Lower `order` comes first. */
struct subject_tab { const char *rest, *label; const struct record *record; int order; };
/* Acts that can be recorded about a subject, by name, under one heading; ended by NULL. */
struct act_group { const char *heading; const char *const *acts; };
/* Where one goes after an act: a path ("{id}" stands for what the act made), or with of_subject the rest of the subject's path. */
struct act_after { const char *act, *next; bool of_subject; };

/* What areas give to the frame. */
struct ui_area {
	const struct page_route *routes;		/* ended by pattern NULL */
	const struct navigation_entry *navigation;	/* ended by section NULL */
	/* Message identifier. When set and the row is crowded, the area's entries stand as this one, and below it when the area is open. */
	const char *label;
	/* Identity bar for a subject, or NULL. */
	void (*identity_bar)(struct page *page, struct text subject);
	/* Path of the hand-made page of a row ("/people/ID"); empty: the generic one. */
	struct text (*path_of)(struct arena *arena, const struct record *record, struct text id);

	/* What the area adds to the pages of a subject; each may be NULL. Tables end by an empty entry. */
	const struct subject_tab *tabs;
	const struct act_group *acts;
	const struct act_after *after;
	/* False: the act makes no sense where the subject is now, and is not offered. NULL: all do. */
	bool (*act_fits)(const struct row *subject, const struct act *act);
	/* Card of the overview's side column (kit.h card_begin), read quietly: the page has begun. */
	void (*subject_card)(struct page *page, const struct row *subject);
	/* Alerts in the identity bar (kit.h subject_alert); how many were written. */
	int (*subject_alerts)(struct page *page, const struct row *subject);
	/* What the area finds for words typed into the search box, under what is found already: the page has begun. */
	void (*search)(struct page *page, struct text words);
};

/* ---- frame ---- */
/* page_errors() called before page_begin() puts the summary where it belongs, above the heading; called later it stands
 * where it is called. */
/* Heading is already in the reader's language. Writes everything up to and with <h1>. */
void page_begin(struct page *page, struct text heading);
void page_end(struct page *page); /* finishes the HTML into the response */
void page_redirect(struct page *page, struct text path); /* 303 */
void page_errors(struct page *page, const struct error_list *errors); /* error summary; refusal and warning cards */
void page_fail(struct page *page, const struct error_list *errors);   /* whole error page with fitting status */
void page_file(struct page *page, const char *content_type, struct text body, struct text file_name);

/* ---- words ---- */
struct text page_message(struct page *page, const char *identifier);
/* {name} from the pairs name, struct text value ... ended by NULL. */
struct text page_message_with(struct page *page, const char *identifier, ...);
#define T(page, identifier) page_message((page), (identifier))
struct text page_count(struct page *page, const char *singular, const char *plural, int64_t count);
/* Label of an act by name; generic ones say of what: "Add: Contact". */
struct text page_act_label(struct page *page, struct text act);
struct text page_date(struct page *page, struct date date);
struct text page_moment(struct page *page, int64_t moment);
/* Value as people read it: choice label, date in words, yes or no, "Not known", title of the referred row. */
struct text page_value(struct page *page, const struct field *field, struct value value);
/* Title of a row as people call it, in the reader's language: never an identifier. */
struct text page_title(struct page *page, const struct row *row);

/* A sentence that the program wrote into a row (model/said.h), in the reader's language; what people wrote as it is. */
struct text page_said(struct page *page, struct text text);
/* Label of a code in one of the engine's rows (act, clock, table); empty when it is only a code. */
struct text page_code_label(struct page *page, const struct row *row, int index);
/* What a recorded breach says, with the parameters it was recorded with. */
struct text page_breach_sentence(struct page *page, const struct row *breach);

/* ---- form values ---- */
struct text page_form(const struct page *page, const char *name); /* empty when missing */
struct text page_query(const struct page *page, const char *name);
/* The upload of that name; NULL when there is none or no file was chosen. */
const struct page_file *page_form_file(const struct page *page, const char *name);
/* True when the form token is right and the request comes from our own pages; otherwise answers with the error page and gives
 * false. The router has asked already before it calls a route's post function. */
bool page_form_is_genuine(struct page *page);
/* After a POST that succeeded: `path` with what was done added to its query, so that the next page shows the banner. "{id}" in
 * path stands for the id of the outcome's row. */
struct text page_done(struct page *page, struct text path, struct text act, const struct outcome *outcome);
/* Identifier of the row that a typed reference means: an identifier, a unique value (number, name), or the only hit of a
 * search. False when there is none or more than one. */
bool page_reference(struct page *page, const struct record *record, struct text typed, struct text *out_id);

/* ---- widgets: all take the label as a message identifier ---- */
void widget_field(struct page *page, const struct field *field, struct value value, struct text typed,
	const struct error_list *errors); /* by type: input, textarea, radios, select, date parts, file; typed wins over value */
void widget_fields(struct page *page, const struct record *inputs, const struct row *values, const struct error_list *errors,
	uint64_t hide);
/* Data entry form: begins with token and the notice of kept drafts. action empty: this page. */
void widget_form_begin(struct page *page, struct text action, bool with_files);
/* Form of buttons only. */
void widget_action_begin(struct page *page, struct text action);
void widget_action_end(struct page *page); /* no button of its own */
void widget_button(struct page *page, const char *name, struct text value, struct text text, bool secondary);
void widget_form_end(struct page *page, const char *button); /* token, button, end */
void widget_hidden(struct page *page, const char *name, struct text value);
void widget_summary_begin(struct page *page);
void widget_summary_row(struct page *page, struct text label, struct text value);
void widget_summary_link(struct page *page, struct text label, struct text value, struct text href);
void widget_summary_end(struct page *page);
void widget_table_begin(struct page *page, struct text caption, const char *const *headings); /* ended by NULL */
/* Begins a row; the first cell of a row is its heading. */
void widget_table_row(struct page *page);
/* A cell that the caller fills with HTML until widget_table_cell_end(). */
void widget_table_cell_begin(struct page *page);
void widget_table_cell_end(struct page *page);
void widget_table_cell(struct page *page, struct text text);
void widget_table_link(struct page *page, struct text href, struct text text);
void widget_table_end(struct page *page);
void widget_empty(struct page *page, const char *sentence, const char *next, struct text href); /* empty state */
void widget_tag(struct page *page, const char *colour, struct text text);
void widget_button_link(struct page *page, struct text href, struct text text, bool secondary);
void widget_heading(struct page *page, int level, struct text text);
/* What opens when one wants it; what the caller writes stands inside until widget_details_end(). */
void widget_details_begin(struct page *page, struct text summary);
void widget_details_end(struct page *page);
void widget_paragraph(struct page *page, struct text text);
/* Confirmation panel with the receipt of an outcome and what happens next. */
void widget_receipt(struct page *page, const struct outcome *outcome, struct text title);
/* Time element: the moment in the page's zone; 0 writes nothing. */
void widget_moment(struct page *page, int64_t moment);
void widget_date(struct page *page, struct date date);
/* <bdi class="custos-code">: numbers, cell names, rule ids. */
void widget_code(struct page *page, struct text text);
/* Link to a rule and its words. */
void widget_rule(struct page *page, struct text rule);
/* Value of a field with its markup: time, withheld, not known, link to the referred row. */
void widget_value(struct page *page, const struct row *row, int field);
/* Success banner. */
void widget_done(struct page *page, struct text text, struct text href, struct text link);
/* QR code as SVG. */
void widget_qr(struct page *page, struct text content, const char *label);

/* ---- generic pages ---- */
/* Runs the act named in the pattern with the form of the page: shows the form (GET), or runs it and redirects to `next`
 * (POST); refusals, warnings and faults are shown with everything typed kept. defaults: values for a first GET. */
void page_act(struct page *page, struct text act, const struct row *defaults, struct text next);
void page_list(struct page *page, const struct record *record);
void page_detail(struct page *page, const struct record *record, struct text id);
void page_history(struct page *page, const struct record *record, struct text id);
/* Path of a row, hand-made page first. */
struct text page_path(struct page *page, const struct record *record, struct text id);

/* ---- application ---- */
/* Requests that POST are answered by the ui's own threads (http_suspend), so that waiting for a commit or for a password to
 * be checked holds up nobody else. */
bool ui_create(struct arena *arena, struct service *service, const struct ui_area *const *areas, size_t count,
	struct ui **out_ui, struct error_list *errors);
void ui_handle(struct ui *ui, const struct http_request *request, struct http_response *response);
/* Ends the threads; after http_stop(), before service_close(). */
void ui_stop(struct ui *ui);

#endif
