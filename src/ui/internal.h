/*
 * internal.h - internal to this folder: what the ui is made of, and what its files share.
 */
#ifndef CUSTOS_UI_INTERNAL_H
#define CUSTOS_UI_INTERNAL_H

#include "format/json.h"
#include "ui/kit.h"

struct workers;
struct assets;

struct ui {
	struct arena *arena;
	struct service *service;
	const struct registry *registry;
	const struct ui_area *const *areas;
	size_t area_count;
	struct assets *assets;
	struct workers *workers;
	bool has_search; /* an area has a page at /search */
};

/* ---- assets.c ---- */
struct assets *assets_open(struct arena *arena);
/* Path of a file by its plain name ("custos.css"); empty when it is not built in. */
struct text assets_path(const struct assets *assets, const char *name);
/* True when the path is a static file's; then the response is made. */
bool assets_answer(const struct assets *assets, const struct http_request *request, struct http_response *response);

/* ---- workers.c ---- */
typedef void workers_job(struct ui *ui, const struct http_request *request, struct http_response *response);
struct workers *workers_start(struct arena *arena, struct ui *ui, workers_job *job);
/* Suspends the request and queues it; false when the queue is full. */
bool workers_take(struct workers *workers, const struct http_request *request);
void workers_stop(struct workers *workers);

/* ---- router.c ---- */
void ui_serve(struct ui *ui, const struct http_request *request, struct http_response *response);
extern const struct page_route UI_ROUTES[];
extern const struct navigation_entry UI_NAVIGATION[];

/* ---- answer.c ---- */
/* Error page with a status. what, advice: message identifiers. */
void page_answer_status(struct page *page, int status, const char *what, const char *advice);
void page_not_found(struct page *page);
/* A path of this site that may be redirected to: begins with one slash, no control bytes; else "/". */
struct text page_safe_path(struct page *page, struct text path);

/* ---- form.c ---- */
/* Decodes the body into page->form and page->files; false when it is ill-formed (answered). */
bool page_read_form(struct page *page);
struct text form_random(struct arena *arena);
/* Name of the cookie that stands for a form token before sign-in. */
#define FORM_COOKIE "form"
#define SESSION_COOKIE "sid"
struct text page_csrf(struct page *page);

/* ---- frame.c, frame_head.c ---- */
void frame_header(struct page *page);
void frame_navigation(struct page *page);
/* A row of links below the head; label: what it is, for who does not see it; label of an item is a message identifier. */
void sub_navigation_begin(struct page *page, const char *class_name, struct text label);
void sub_navigation_item(struct page *page, struct text path, const char *label, bool current);
void sub_navigation_end(struct page *page);

/* ---- words.c ---- */
struct text page_reference_title(struct page *page, const struct record *record, struct text id);
struct text page_actor_name(struct page *page, struct text user_id);
struct text page_hash(struct page *page, struct text hex); /* in groups of four */

/* ---- widgets ---- */
struct text widget_id(struct page *page, const char *name, int number); /* "order.number" -> "order-number-2" */
const struct error *widget_error_of(const struct error_list *errors, const char *name);
/* Begin and end of a form group with label or legend, hint, error. group: fieldset with legend. */
void widget_group_begin(struct page *page, const struct field *field, const struct error *error, bool group);
void widget_group_end(struct page *page, bool group);
/* aria-describedby and error class marks of the input being written. */
void widget_describe(struct page *page, const struct field *field, const struct error *error);
void widget_choices(struct page *page, const struct field *field, struct text chosen, const struct error *error);
void widget_codes(struct page *page, const struct field *field, struct text chosen, const struct error *error);
void widget_dates(struct page *page, const struct field *field, struct text value, const struct error *error);
void widget_moments(struct page *page, const struct field *field, struct text value, const struct error *error);
void widget_durations(struct page *page, const struct field *field, struct text value, const struct error *error);
void widget_references(struct page *page, const struct field *field, struct text value, const struct error *error);
/* imports.c: input for CSV files; label and hint are message identifiers. */
void widget_files(struct page *page, const char *name, const char *label, const char *hint, bool many, const struct error_list *errors);
void widget_unknown_box(struct page *page, const struct field *field, struct text value);
void widget_icon(struct page *page, const char *view, const char *size, const char *path, const char *stroke);
/* One line of a receipt; class of the value or NULL. */
void widget_receipt_fact(struct page *page, const char *label, const char *class_name, struct text value);
void widget_notice_begin(struct page *page, const char *kind, const char *title, bool saved);
void widget_notice_end(struct page *page);

/* ---- generic pages ---- */
void page_list_csv(struct page *page, const struct record *record, struct selection *selection);
struct list_columns { int fields[RECORD_FIELDS_MAXIMUM]; size_t count; };
struct list_columns page_list_columns(struct page *page, const struct record *record);
/* Conditions, search, order and cursor from the query. */
void page_list_select(struct page *page, const struct record *record, struct selection *selection);
void page_list_filter(struct page *page, const struct record *record);
/* Path with the current query, but `name` set to value (empty: taken out) and the cursor dropped unless keep_cursor. */
struct text page_query_with(struct page *page, const char *name, struct text value);
bool page_can_filter(struct page *page, const struct record *record, const struct field *field);

/* ---- acts ---- */
struct act_form {
	const struct act *act;
	const struct record *inputs; /* of the act, as this page shows them */
	const struct row *defaults;
	struct text next;
	struct command command;
	struct outcome outcome;
	struct error_list errors;
	const struct row *target;
};
void act_show_form(struct page *page, struct act_form *form);
void act_show_check(struct page *page, struct act_form *form);
void act_show_refusal(struct page *page, struct act_form *form);
void act_show_warnings(struct page *page, struct act_form *form);
/* Everything typed as hidden fields. */
void act_hidden_inputs(struct page *page);
struct text act_heading(struct page *page, const struct act_form *form);
/* Title of the inputs that name the target, as a summary. */
void act_summary(struct page *page, const struct act_form *form, bool whole);

/* ---- pages of the engine: one function a route ---- */
void page_work(struct page *page);
void page_sign_in(struct page *page);
void page_sign_in_post(struct page *page);
void page_new_password_post(struct page *page);
void page_session_end(struct page *page);
void page_session_workplace(struct page *page);
void page_session_language(struct page *page);
void page_account(struct page *page);
void page_account_password_post(struct page *page);
void page_account_sign_out_post(struct page *page);
void page_account_code(struct page *page);
void page_account_code_post(struct page *page);
void page_records(struct page *page);
void page_records_list(struct page *page);
void page_records_row(struct page *page);
void page_records_history(struct page *page);
void page_act_any(struct page *page);
/* imports.c: tag of the state of an import. */
void import_write_state(struct page *page, const struct row *job);
void page_imports(struct page *page);
void page_import_new(struct page *page);
void page_import_new_post(struct page *page);
void page_import(struct page *page);
void page_import_post(struct page *page);
void page_import_result(struct page *page);
void page_import_mapping(struct page *page);
void page_import_mapping_post(struct page *page);
void page_receipts(struct page *page);
void page_proposals(struct page *page);
void page_proposal(struct page *page);
void page_breaches(struct page *page);
void page_breach(struct page *page);
void page_users(struct page *page);
void page_user(struct page *page);
void page_user_password_post(struct page *page);
void page_user_sign_out_post(struct page *page);
/* Where a user is signed in, with the button that ends it everywhere; action: where the button leads. */
void page_write_places(struct page *page, struct text user_id, struct text action);
/* Inputs of an act on users with boxes to tick where the table has only codes; other inputs as they are. */
const struct record *user_inputs(struct page *page, const struct act *act);
void page_readers(struct page *page);
void page_break_glass(struct page *page);
void page_break_glass_post(struct page *page);
void page_document(struct page *page);
void page_rules(struct page *page);
void page_rule(struct page *page);
void page_profile(struct page *page);
/* A row of a table with number, value in force, bound and source. */
struct profile_line;
void profile_line_write(struct page *page, const struct profile_line *line);
void page_help(struct page *page);
void page_accessibility(struct page *page);

#endif
