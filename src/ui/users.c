/* users.c - administration of users: list, account, first password, lost device. */
#include "base/random.h"
#include "service/records.h"
#include "ui/internal.h"

void page_users(struct page *page)
{
	page->section = "users";
	page_list(page, &RECORD_USER_ACCOUNT);
}

static bool load_user(struct page *page, const struct row **out_user)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (query_load(page->query, &RECORD_USER_ACCOUNT, page->parameters.values[0], out_user, &errors) && *out_user != NULL)
		return true;
	page_fail(page, &errors);
	return false;
}

static struct text roles_in_words(struct page *page, struct text codes)
{
	struct builder out;
	struct text code;
	builder_begin(&out, page->arena, 128);
	while (text_next(&codes, ' ', &code)) {
		enum role role;
		if (out.length > 0)
			builder_add_string(&out, ", ");
		builder_add(&out, role_parse(code, &role) ? page_message(page, role_label(role)) : code);
	}
	return builder_text(&out);
}

static struct text places_in_words(struct page *page, struct text ids)
{
	struct builder out;
	struct text id;
	if (text_equal_string(ids, "*"))
		return T(page, N_("All"));
	builder_begin(&out, page->arena, 128);
	while (text_next(&ids, ' ', &id)) {
		if (out.length > 0)
			builder_add_string(&out, ", ");
		builder_add(&out, page_reference_title(page, page->registry->facility, id));
	}
	return builder_text(&out);
}

static void write_user(struct page *page, const struct row *user)
{
	struct html *h = &page->html;
	widget_summary_begin(page);
	for (int i = 0; i < USER_FIELD_COUNT; i++) {
		const struct field *field = &RECORD_USER_ACCOUNT.fields[i];
		/* Rights are told in words below. */
		if (row_value(user, i).kind == VALUE_ABSENT || i == USER_ROLES || i == USER_FACILITIES || i == USER_CLEARANCE || i == USER_COMPARTMENTS)
			continue;
		html_begin_class(h, "div", "govuk-summary-list__row");
		html_element(h, "dt", "govuk-summary-list__key", page_message(page, field->label));
		html_begin_class(h, "dd", "govuk-summary-list__value");
		widget_value(page, user, i);
		html_end(h);
		html_end(h);
	}
	widget_summary_end(page);
}

static const struct choice compartment_choices[] = {
	{"health", N_("Health")}, {"intel", N_("Intelligence")}, {"legal", N_("Legal adviser and complaints")},
	{"third-party", N_("Other people's data")}, {NULL, NULL},
};

static struct text compartments_in_words(struct page *page, struct text codes)
{
	struct builder out;
	struct text code;
	builder_begin(&out, page->arena, 64);
	while (text_next(&codes, ' ', &code))
		for (const struct choice *choice = compartment_choices; choice->code; choice++)
			if (text_equal_string(code, choice->code)) {
				if (out.length > 0)
					builder_add_string(&out, ", ");
				builder_add(&out, page_message(page, choice->label));
			}
	return builder_text(&out);
}

/* In one sentence each: what for, where, how far. An empty field would say nothing. */
static void write_rights(struct page *page, const struct row *user)
{
	struct text places = places_in_words(page, row_text(user, USER_FACILITIES)), compartments = compartments_in_words(page, row_text(user, USER_COMPARTMENTS));
	widget_heading(page, 2, T(page, N_("What this user may see")));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Roles")), roles_in_words(page, row_text(user, USER_ROLES)));
	widget_summary_row(page, T(page, N_("Files of people in")), places.length ? places : T(page, N_("No facility: no file of anybody")));
	widget_summary_row(page, T(page, N_("Sensitive fields")), row_is(user, USER_CLEARANCE, "sensitive") ? T(page, N_("Visible"))
		: T(page, N_("Withheld")));
	widget_summary_row(page, T(page, N_("Closed compartments")), compartments.length ? compartments : T(page, N_("None: the user does not even see that such rows exist")));
	widget_summary_row(page, T(page, N_("Second factor")), session_totp_is_set(page->service, user->id) ? T(page, N_("A device is set up"))
		: T(page, N_("None: password alone")));
	widget_summary_end(page);
}

void page_write_places(struct page *page, struct text user_id, struct text action)
{
	static const char *const headings[] = {N_("Signed in"), N_("Last used"), N_("From the address"), NULL};
	struct session_place *places;
	size_t count;
	widget_heading(page, 2, T(page, N_("Signed in where")));
	if (!session_places(page->service, page->arena, user_id, page->session->token, &places, &count) || count == 0) {
		widget_paragraph(page, T(page, N_("Nowhere now.")));
		return;
	}
	widget_table_begin(page, text_empty(), headings);
	for (size_t i = 0; i < count; i++) {
		widget_table_row(page);
		widget_table_cell(page, page_moment(page, places[i].started));
		widget_table_cell(page, places[i].here ? T(page, N_("Here, now")) : page_moment(page, places[i].seen));
		widget_table_cell(page, places[i].source);
	}
	widget_table_end(page);
	widget_action_begin(page, action);
	widget_button(page, NULL, text_empty(), T(page, N_("Sign out everywhere")), true);
	widget_action_end(page);
}

static void write_administration(struct page *page, const struct row *user)
{
	static const struct act *const acts[] = {&ACT_USER_ACCOUNT_CHANGE, &ACT_USER_ACCOUNT_GRANT, &ACT_USER_ACCOUNT_SUSPEND,
		&ACT_USER_ACCOUNT_OPEN_DEVICE, &ACT_USER_ACCOUNT_TAKE_DEVICE_OFF};
	/* A device is let in or taken off, whichever fits. */
	bool device = session_totp_is_set(page->service, user->id);
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-button-group");
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		if ((acts[i] == &ACT_USER_ACCOUNT_OPEN_DEVICE && device) || (acts[i] == &ACT_USER_ACCOUNT_TAKE_DEVICE_OFF && !device))
			continue;
		if (page_may_act(page, acts[i]) && !text_equal(user->id, page->actor->id))
			widget_button_link(page, arena_format(page->arena, "/acts/%s?%s=%.*s", acts[i]->name,
				acts[i]->input_record->fields[acts[i]->target_input].name, TEXT_FORMAT(user->id)),
				page_message(page, acts[i]->label), true);
	}
	html_end(h);
	if (!actor_has_role(page->actor, ROLE(ADMINISTRATOR)) || text_equal(user->id, page->actor->id))
		return;
	widget_heading(page, 2, T(page, N_("Sign-in")));
	widget_action_begin(page, arena_format(page->arena, "/users/%.*s/password", TEXT_FORMAT(user->id)));
	widget_button(page, NULL, text_empty(), T(page, N_("Make a first password")), true);
	widget_action_end(page);
	page_write_places(page, user->id, arena_format(page->arena, "/users/%.*s/sign-out", TEXT_FORMAT(user->id)));
}

void page_user(struct page *page)
{
	const struct row *user = NULL;
	if (!load_user(page, &user))
		return;
	page->section = "users";
	page->back = TEXT_OF("/users");
	page->caption = T(page, N_("User"));
	page_begin(page, row_text(user, USER_DISPLAY_NAME));
	write_user(page, user);
	write_rights(page, user);
	write_administration(page, user);
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", arena_format(page->arena, "/records/%s/%.*s/history", RECORD_USER_ACCOUNT.name,
		TEXT_FORMAT(user->id)), T(page, N_("History: who changed what, when and why")));
	html_end(&page->html);
	page_end(page);
}

/* ---- inputs with boxes to tick ---- */

static const struct choice *role_choices(struct page *page)
{
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, ROLE_COUNT + 1);
	for (int role = 0; role < ROLE_COUNT; role++)
		choices[role] = (struct choice){role_code((enum role)role), role_label((enum role)role)};
	return choices;
}

static const struct choice *language_choices(struct page *page)
{
	size_t count;
	const struct language *languages = language_list(&count);
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, count + 1);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct choice){languages[i].code, languages[i].name};
	return choices;
}

enum { PLACES_MAXIMUM = 100 };

/* NULL when there are too many to tick. */
static const struct choice *place_choices(struct page *page)
{
	const struct record *record = page->registry->facility;
	struct rows rows = {0};
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (record == NULL)
		return NULL;
	struct selection selection = {.record = record, .limit = PLACES_MAXIMUM + 1, .order_field = page->registry->facility_code,
		.after = value_absent(), .after_id = text_empty(), .search = text_empty()};
	if (!query_list(page->query, &selection, &rows, &ignored) || rows.count > PLACES_MAXIMUM)
		return NULL;
	struct choice *choices = ARENA_ARRAY(page->arena, struct choice, rows.count + 2);
	choices[0] = (struct choice){"*", N_("All")};
	for (size_t i = 0; i < rows.count; i++)
		choices[i + 1] = (struct choice){arena_string(page->arena, rows.items[i]->id),
			arena_string(page->arena, page_title(page, rows.items[i]))};
	return choices;
}

const struct record *user_inputs(struct page *page, const struct act *act)
{
	if (act->record != &RECORD_USER_ACCOUNT)
		return act->input_record;
	struct record *inputs = ARENA_NEW(page->arena, struct record);
	struct field *fields = ARENA_ARRAY(page->arena, struct field, (size_t)act->input_record->field_count);
	*inputs = *act->input_record;
	inputs->fields = fields;
	for (int i = 0; i < inputs->field_count; i++) {
		struct field *field = &fields[i];
		*field = act->input_record->fields[i];
		int behind = record_field(&RECORD_USER_ACCOUNT, text_from(field->name));
		const struct choice *choices = behind == USER_ROLES ? role_choices(page)
			: behind == USER_COMPARTMENTS ? compartment_choices
			: behind == USER_FACILITIES ? place_choices(page)
			: behind == USER_LANGUAGE ? language_choices(page) : NULL;
		if (choices == NULL)
			continue;
		field->choices = choices;
		field->type = behind == USER_LANGUAGE ? FIELD_CHOICE : FIELD_CODES;
		field->help = NULL;
	}
	return inputs;
}

/* Five groups of four letters and digits: easy to read out, and to be changed at the first sign-in. */
static struct text make_password(struct arena *arena)
{
	static const char alphabet[] = "abcdefghjkmnpqrstuvwxyz23456789";
	enum { LETTERS = sizeof(alphabet) - 1, GROUPS = 5, GROUP = 4 };
	unsigned char bytes[GROUPS * GROUP * 4];
	struct builder out;
	size_t used = 0;
	random_secret(bytes, sizeof(bytes));
	builder_begin(&out, arena, 32);
	for (size_t i = 0; i < sizeof(bytes) && used < GROUPS * GROUP; i++) {
		if (bytes[i] >= 256 / LETTERS * LETTERS)
			continue; /* every letter equally likely */
		if (used > 0 && used % GROUP == 0)
			builder_add_byte(&out, '-');
		builder_add_byte(&out, alphabet[bytes[i] % LETTERS]);
		used++;
	}
	return builder_text(&out);
}

void page_user_password_post(struct page *page)
{
	const struct row *user = NULL;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!load_user(page, &user))
		return;
	struct text password = make_password(page->arena);
	if (text_equal(user->id, page->actor->id) ||
			!session_password_set(page->service, user->id, password, true, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->section = "users";
	page->narrow = true;
	page->back = arena_format(page->arena, "/users/%.*s", TEXT_FORMAT(user->id));
	page->caption = row_text(user, USER_DISPLAY_NAME);
	page_begin(page, T(page, N_("First password")));
	widget_paragraph(page, T(page, N_("Give this to the person and to nobody else. It is shown only this once, and has to be changed "
					  "at the first sign-in.")));
	html_begin_class(&page->html, "p", "govuk-heading-m");
	widget_code(page, password);
	html_end(&page->html);
	page_end(page);
}

void page_user_sign_out_post(struct page *page)
{
	const struct row *user = NULL;
	if (!load_user(page, &user))
		return;
	session_end_all(page->service, user->id);
	page_redirect(page, arena_format(page->arena, "/users/%.*s", TEXT_FORMAT(user->id)));
}
