/* sign_in.c - password, then code; the first password; signing out; working elsewhere or in another language. */
#include "ui/internal.h"

struct input { /* one text input of these small forms */
	const char *name, *label, *hint, *type, *autocomplete;
	struct text value;
	bool code;
};

static void write_input(struct page *page, const struct input *input)
{
	struct html *h = &page->html;
	html_begin_class(h, "div", "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", input->name);
	html_text(h, page_message(page, input->label));
	html_end(h);
	struct text hint = arena_format(page->arena, "%s-hint", input->name);
	if (input->hint != NULL) {
		html_begin_class(h, "div", "govuk-hint");
		html_attribute(h, "id", hint);
		html_text(h, page_message(page, input->hint));
		html_end(h);
	}
	html_void(h, "input");
	html_attribute_string(h, "class", input->code ? "govuk-input govuk-input--width-10" : "govuk-input");
	html_attribute_string(h, "id", input->name);
	html_attribute_string(h, "name", input->name);
	html_attribute_string(h, "type", input->type);
	html_attribute_string(h, "dir", "ltr");
	html_attribute_string(h, "autocomplete", input->autocomplete);
	html_attribute_string(h, "autocapitalize", "none");
	html_attribute_string(h, "spellcheck", "false");
	if (input->code)
		html_attribute_string(h, "inputmode", "numeric");
	if (input->hint != NULL)
		html_attribute(h, "aria-describedby", hint);
	if (input->value.length > 0)
		html_attribute(h, "value", input->value);
	html_end(h);
}

static struct text back_of(struct page *page)
{
	struct text typed = page_form(page, "back");
	return page_safe_path(page, typed.length > 0 ? typed : page_query(page, "back"));
}

static void show_sign_in(struct page *page, const struct error_list *errors)
{
	if (errors != NULL)
		page_errors(page, errors);
	page->narrow = true;
	page_begin(page, T(page, N_("Sign in")));
	widget_action_begin(page, TEXT_OF("/sign-in"));
	widget_hidden(page, "back", back_of(page));
	write_input(page, &(struct input){"name", N_("User name"), NULL, "text", "username", page_form(page, "name"), false});
	write_input(page, &(struct input){"password", N_("Password"), NULL, "password", "current-password", text_empty(), false});
	write_input(page, &(struct input){"code", N_("Code from your device"), N_("Six digits. Leave it empty if you have no device yet."),
		"text", "one-time-code", text_empty(), true});
	widget_form_end(page, N_("Sign in"));
	page_end(page);
}

void page_sign_in(struct page *page)
{
	if (page->actor != NULL)
		page_redirect(page, back_of(page));
	else
		show_sign_in(page, NULL);
}

/* The password was right: only the code is asked now. The password goes along, it is kept nowhere. */
static void show_code(struct page *page)
{
	page->narrow = true;
	page_begin(page, T(page, N_("Code from your device")));
	widget_action_begin(page, TEXT_OF("/sign-in"));
	widget_hidden(page, "back", back_of(page));
	widget_hidden(page, "name", page_form(page, "name"));
	widget_hidden(page, "password", page_form(page, "password"));
	write_input(page, &(struct input){"code", N_("Code from your device"), N_("Six digits, or one of your recovery codes."), "text",
		"one-time-code", text_empty(), true});
	widget_form_end(page, N_("Sign in"));
	page_end(page);
}

static void show_new_password(struct page *page, const struct error_list *errors)
{
	if (errors != NULL)
		page_errors(page, errors);
	page->narrow = true;
	page_begin(page, T(page, N_("Choose your own password")));
	widget_paragraph(page, T(page, N_("At least 15 characters. Several words that only you would put together are good; nothing "
					  "else is asked of it.")));
	widget_action_begin(page, TEXT_OF("/sign-in/password"));
	widget_hidden(page, "back", back_of(page));
	widget_hidden(page, "name", page_form(page, "name"));
	widget_hidden(page, "password", page_form(page, "password"));
	widget_hidden(page, "code", page_form(page, "code"));
	write_input(page, &(struct input){"new_password", N_("New password"), NULL, "password", "new-password", text_empty(), false});
	write_input(page, &(struct input){"again", N_("New password once more"), NULL, "password", "new-password", text_empty(), false});
	widget_form_end(page, N_("Set the password"));
	page_end(page);
}

static void enter(struct page *page, const struct session *session)
{
	page->response->set_cookie = http_cookie_set(page->request, SESSION_COOKIE, session->token);
	page_redirect(page, back_of(page));
}

static void sign_in(struct page *page, struct text password)
{
	struct error_list errors;
	struct session session = {0};
	enum sign_in_step step;
	error_list_begin(&errors, page->arena);
	bool right = session_sign_in(page->service, page->arena, page_form(page, "name"), password,
		text_trim(page_form(page, "code")), page->request->source, &session, &step, &errors);
	if (!right)
		show_sign_in(page, &errors);
	else if (step == SIGN_IN_DONE)
		enter(page, &session);
	else if (step == SIGN_IN_TOTP)
		show_code(page);
	else
		show_new_password(page, NULL);
}

void page_sign_in_post(struct page *page)
{
	sign_in(page, page_form(page, "password"));
}

void page_new_password_post(struct page *page)
{
	struct error_list errors;
	struct session session = {0};
	enum sign_in_step step;
	error_list_begin(&errors, page->arena);
	/* The old password is asked again by the service, so that this form alone opens nothing. */
	if (!session_sign_in(page->service, page->arena, page_form(page, "name"), page_form(page, "password"),
			text_trim(page_form(page, "code")), page->request->source, &session, &step, &errors)) {
		show_sign_in(page, &errors);
		return;
	}
	if (step != SIGN_IN_NEW_PASSWORD) {
		page_redirect(page, TEXT_OF("/sign-in"));
		return;
	}
	if (!text_equal(page_form(page, "new_password"), page_form(page, "again")))
		error_say(&errors, E_CHOICE, "/again", N_("The two new passwords differ. Type the same one twice."));
	if (errors.count > 0 ||
			!session_password_set(page->service, session.user, page_form(page, "new_password"), false, &errors))
		show_new_password(page, &errors);
	else
		page_redirect(page, TEXT_OF("/sign-in"));
}

void page_session_end(struct page *page)
{
	if (page->session != NULL)
		session_end(page->service, page->session->token);
	page->response->set_cookie = http_cookie_set(page->request, SESSION_COOKIE, text_empty());
	page_redirect(page, TEXT_OF("/sign-in"));
}

void page_session_workplace(struct page *page)
{
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (session_switch(page->service, page->session->token, page_form(page, "workplace"), text_empty(), &errors))
		page_redirect(page, back_of(page));
	else
		page_fail(page, &errors);
}

void page_session_language(struct page *page)
{
	struct error_list errors;
	const struct language *language = language_find(page_form(page, "language"));
	error_list_begin(&errors, page->arena);
	if (page->session != NULL && !session_switch(page->service, page->session->token, text_empty(),
			text_from(language->code), &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->response->set_cookie = http_cookie_set(page->request, "language", text_from(language->code));
	page_redirect(page, back_of(page));
}

/* ---- own account ---- */

static void write_password_form(struct page *page)
{
	widget_heading(page, 2, T(page, N_("Password")));
	widget_action_begin(page, TEXT_OF("/account/password"));
	write_input(page, &(struct input){"password", N_("Password now"), NULL, "password", "current-password", text_empty(), false});
	write_input(page, &(struct input){"code", N_("Code from your device"), N_("Only if you use one"), "text", "one-time-code",
		text_empty(), true});
	write_input(page, &(struct input){"new_password", N_("New password"), N_("At least 15 characters"), "password", "new-password",
		text_empty(), false});
	write_input(page, &(struct input){"again", N_("New password once more"), NULL, "password", "new-password", text_empty(), false});
	widget_form_end(page, N_("Change the password"));
}

static void show_account(struct page *page, const struct error_list *errors)
{
	const struct actor *actor = page->actor;
	if (errors != NULL)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Your account")));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Name")), actor->display_name);
	widget_summary_row(page, T(page, N_("User name")), actor->name);
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (actor->roles & ((role_set)1 << role))
			widget_summary_row(page, T(page, N_("Role")), page_message(page, role_label((enum role)role)));
	}
	widget_summary_row(page, T(page, N_("Signed in")), page_moment(page, page->session->started));
	widget_summary_end(page);
	write_password_form(page);
	widget_heading(page, 2, T(page, N_("Code from a device")));
	widget_paragraph(page, T(page, N_("A device (telephone or token) that shows a new code each half minute keeps others out even "
					  "when they know your password.")));
	if (session_totp_is_set(page->service, actor->id)) {
		widget_paragraph(page, T(page, N_("Your device is set up. If you lose it, sign in with a recovery code, or go to an administrator: two people take it off.")));
	} else {
		widget_paragraph(page, T(page, N_("An administrator who sees that it is you opens this for one hour.")));
		widget_action_begin(page, TEXT_OF("/account/code"));
		widget_button(page, "begin", TEXT_OF("1"), T(page, N_("Set up a device")), true);
		widget_action_end(page);
	}
	page_write_places(page, actor->id, TEXT_OF("/account/sign-out"));
	page_end(page);
}

void page_account(struct page *page)
{
	show_account(page, NULL);
}

void page_account_sign_out_post(struct page *page)
{
	session_end_all(page->service, page->actor->id);
	page->response->set_cookie = http_cookie_set(page->request, SESSION_COOKIE, text_empty());
	page_redirect(page, TEXT_OF("/sign-in"));
}

void page_account_password_post(struct page *page)
{
	struct error_list errors;
	struct session session = {0};
	enum sign_in_step step = SIGN_IN_TOTP;
	error_list_begin(&errors, page->arena);
	if (!text_equal(page_form(page, "new_password"), page_form(page, "again")))
		error_say(&errors, E_CHOICE, "/again", N_("The two new passwords differ. Type the same one twice."));
	if (errors.count == 0 && session_sign_in(page->service, page->arena, page->actor->name, page_form(page, "password"),
			text_trim(page_form(page, "code")), page->request->source, &session, &step, &errors) &&
			step == SIGN_IN_TOTP)
		error_say(&errors, E_REQUIRED, "/code", N_("Enter the code from your device as well."));
	if (errors.count > 0 ||
			!session_password_set(page->service, page->actor->id, page_form(page, "new_password"), false, &errors)) {
		/* Judging the old password opened a new session, which this browser has to know. */
		if (session.token.length > 0) {
			page->response->set_cookie = http_cookie_set(page->request, SESSION_COOKIE, session.token);
			struct session *fresh = ARENA_NEW(page->arena, struct session);
			*fresh = session;
			page->session = fresh;
		}
		show_account(page, &errors);
		return;
	}
	page->response->set_cookie = http_cookie_set(page->request, SESSION_COOKIE, text_empty());
	page_redirect(page, TEXT_OF("/sign-in"));
}

/* ---- second factor ---- */

static struct text secret_of(struct text uri)
{
	size_t at = text_find(uri, TEXT_OF("secret="));
	if (at == SIZE_MAX)
		return text_empty();
	struct text rest = text_slice(uri, at + 7, uri.length);
	size_t end = text_find_byte(rest, '&');
	return text_slice(rest, 0, end == SIZE_MAX ? rest.length : end);
}

static void show_enrolment(struct page *page, struct text uri, const struct error_list *errors)
{
	if (errors != NULL)
		page_errors(page, errors);
	page->narrow = true;
	page_begin(page, T(page, N_("Set up a device")));
	widget_paragraph(page, T(page, N_("Scan this code with the authenticator on your device, or type the key into it. Then enter "
					  "the six digits it shows.")));
	if (uri.length > 0) {
		widget_qr(page, uri, N_("QR code for your device"));
		widget_summary_begin(page);
		widget_summary_row(page, T(page, N_("Key")), page_hash(page, secret_of(uri)));
		widget_summary_end(page);
	}
	widget_action_begin(page, TEXT_OF("/account/code"));
	widget_hidden(page, "uri", uri);
	write_input(page, &(struct input){"code", N_("Code from your device"), NULL, "text", "one-time-code", text_empty(), true});
	widget_form_end(page, N_("Confirm"));
	page_end(page);
}

static void show_recovery(struct page *page, struct text codes)
{
	struct html *h = &page->html;
	struct text code;
	page->narrow = true;
	page_begin(page, T(page, N_("Your recovery codes")));
	widget_paragraph(page, T(page, N_("Print or write them down now; they are shown only this once. Each works once, when the "
					  "device is not at hand.")));
	html_begin_class(h, "ul", "govuk-list");
	while (text_next(&codes, '\n', &code)) {
		if (code.length == 0)
			continue;
		html_begin(h, "li");
		widget_code(page, code);
		html_end(h);
	}
	html_end(h);
	widget_button_link(page, TEXT_OF("/account"), T(page, N_("I have them")), false);
	page_end(page);
}

void page_account_code(struct page *page)
{
	page_redirect(page, TEXT_OF("/account"));
}

void page_account_code_post(struct page *page)
{
	struct error_list errors;
	struct text uri = page_form(page, "uri"), codes;
	error_list_begin(&errors, page->arena);
	if (page_form(page, "begin").length > 0) {
		if (session_totp_begin(page->service, page->arena, page->actor->id, &uri, &errors))
			show_enrolment(page, uri, NULL);
		else
			show_account(page, &errors);
		return;
	}
	if (session_totp_confirm(page->service, page->arena, page->actor->id, text_trim(page_form(page, "code")), &codes, &errors))
		show_recovery(page, codes);
	else
		show_enrolment(page, uri, &errors);
}
