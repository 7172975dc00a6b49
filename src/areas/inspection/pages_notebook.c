/*
 * pages_notebook.c - the sealed notebook of a visiting inspector: notes and the list of people to be interviewed.
 *
 * A page is sealed before it becomes an act: XChaCha20-Poly1305 under a key that Argon2id makes from the inspector's passphrase and
 * the account. The passphrase is in memory for one request and stored nowhere, so neither the database nor the journal nor a backup
 * nor an administrator can open a page. A lost passphrase is a lost notebook; the page says so before the first one is written.
 */
#include <sodium.h>
#include <string.h>

#include "areas/inspection/pages_common.h"
#include "base/hash.h"
#include "base/random.h"

enum { PASSPHRASE_MINIMUM = 12, KEY_BYTES = crypto_aead_xchacha20poly1305_ietf_KEYBYTES, NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES };
#define MARK TEXT_OF("custos-sealed-1 ")

static bool key_of(struct text passphrase, struct text account, unsigned char out_key[KEY_BYTES])
{
	const struct text parts[] = { TEXT_OF("custos-notebook/v1\n"), account };
	struct hash salt = hash_of_parts(parts, 2);
	_Static_assert(crypto_pwhash_SALTBYTES <= sizeof salt.bytes, "the salt is the start of the hash");
	return crypto_pwhash(out_key, KEY_BYTES, passphrase.data, passphrase.length, salt.bytes, crypto_pwhash_OPSLIMIT_INTERACTIVE,
		crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static struct text seal(struct arena *arena, const unsigned char key[KEY_BYTES], struct text account, struct text content)
{
	size_t size = NONCE_BYTES + content.length + TAG_BYTES;
	unsigned char *bytes = ARENA_ARRAY(arena, unsigned char, size);
	random_secret(bytes, NONCE_BYTES);
	crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + NONCE_BYTES, NULL, (const unsigned char *)content.data, content.length,
		(const unsigned char *)account.data, account.length, NULL, bytes, key);
	return arena_format(arena, "%.*s%.*s", TEXT_FORMAT(MARK), TEXT_FORMAT(base64_encode(arena, bytes, size)));
}

static bool unseal(struct arena *arena, const unsigned char key[KEY_BYTES], struct text account, struct text sealed, struct text *out_content)
{
	struct text bytes;
	if (!text_starts_with(sealed, MARK) || !base64_decode(arena, text_slice(sealed, MARK.length, sealed.length), &bytes) ||
		bytes.length < NONCE_BYTES + TAG_BYTES)
		return false;
	char *content = ARENA_ARRAY(arena, char, bytes.length);
	unsigned long long length;
	const unsigned char *data = (const unsigned char *)bytes.data;
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)content, &length, NULL, data + NONCE_BYTES, bytes.length - NONCE_BYTES,
		    (const unsigned char *)account.data, account.length, data, key) != 0)
		return false;
	*out_content = text_make(content, (size_t)length);
	return true;
}

/* ---- the page ---- */

static const struct choice KIND_CHOICES[] = { { "note", N_("Note") }, { "interview", N_("Person to be interviewed") }, { NULL, NULL } };
static const struct field PASSPHRASE = { "passphrase", N_("Passphrase of the notebook"),
	N_("At least 12 characters. Nobody else knows it and it cannot be reset: without it the pages stay closed"), FIELD_LINE, SENSITIVITY_OFFICIAL,
	FIELD_REQUIRED };
static const struct field KIND = { "kind", N_("What you write"), NULL, FIELD_CHOICE, SENSITIVITY_OFFICIAL, 0, .choices = KIND_CHOICES };
static const struct field CONTENT = { "content", N_("Content"), N_("Left empty, the notebook is only opened"), FIELD_PROSE, SENSITIVITY_OFFICIAL, 0,
	.limits = { .maximum = 20000 } };

static bool pages_read(struct page *page, struct rows *out)
{
	const struct condition own[] = { CONDITION_TEXT(NOTEBOOK_ACCOUNT, page->actor->id) };
	return rows_where(page, &RECORD_NOTEBOOK_PAGE, own, 1, NOTEBOOK_WRITTEN_AT, false, out);
}

/* A password field never shows what was typed, and no draft of it is kept. */
static void write_passphrase(struct page *page, const struct error_list *errors)
{
	struct html *h = &page->html;
	const struct error *error = errors->count > 0 && text_equal_string(errors->items[0].path, "/passphrase") ? &errors->items[0] : NULL;
	html_begin_class(h, "div", error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group");
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", "passphrase");
	html_text(h, page_message(page, PASSPHRASE.label));
	html_end(h);
	html_begin_class(h, "div", "govuk-hint");
	html_attribute_string(h, "id", "passphrase-hint");
	html_text(h, page_message(page, PASSPHRASE.help));
	html_end(h);
	if (error) {
		html_begin_class(h, "p", "govuk-error-message");
		html_attribute_string(h, "id", "passphrase-error");
		html_text(h, page_message(page, error->message));
		html_end(h);
	}
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-input");
	html_attribute_string(h, "id", "passphrase");
	html_attribute_string(h, "name", "passphrase");
	html_attribute_string(h, "type", "password");
	html_attribute_string(h, "autocomplete", "off");
	html_attribute_string(h, "dir", "auto");
	html_attribute_string(h, "aria-describedby", error ? "passphrase-hint passphrase-error" : "passphrase-hint");
	html_end(h);
}

static void write_form(struct page *page, const struct error_list *errors, struct text typed)
{
	widget_form_begin(page, text_empty(), false);
	write_passphrase(page, errors);
	widget_field(page, &KIND, value_string("note"), page_form(page, "kind"), errors);
	widget_field(page, &CONTENT, value_absent(), typed, errors);
	widget_form_end(page, N_("Seal and open"));
}

static void write_opened(struct page *page, const struct rows *pages, const unsigned char key[KEY_BYTES], const char *kind, const char *heading)
{
	static const char *const HEADINGS[] = { N_("Written"), N_("Content"), NULL };
	bool begun = false;
	for (size_t i = 0; i < pages->count; i++) {
		struct text content, first;
		if (!unseal(page->arena, key, page->actor->id, row_text(pages->items[i], NOTEBOOK_SEALED), &content) ||
			!text_next(&content, '\n', &first) || !text_equal_string(first, kind))
			continue;
		if (!begun)
			widget_table_begin(page, page_message(page, heading), HEADINGS);
		begun = true;
		widget_table_row(page);
		widget_table_cell_begin(page);
		widget_moment(page, row_moment(pages->items[i], NOTEBOOK_WRITTEN_AT));
		widget_table_cell_end(page);
		widget_table_cell(page, content);
	}
	if (begun)
		widget_table_end(page);
}

static void show(struct page *page, const struct rows *pages, const unsigned char *key, const struct error_list *errors, struct text typed)
{
	page->section = "inspections";
	page->back = TEXT_OF("/inspections");
	if (errors->count > 0)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Sealed notebook")));
	if (!page->actor->visiting) {
		widget_paragraph(page, T(page, N_("Only an external inspector has a notebook, for the time of a visit. Nobody else can open it.")));
		page_end(page);
		return;
	}
	widget_paragraph(page, page_count(page, N_("{count} sealed page"), N_("{count} sealed pages"), (int64_t)pages->count));
	if (key) {
		write_opened(page, pages, key, "interview", N_("People to be interviewed"));
		write_opened(page, pages, key, "note", N_("Notes"));
	}
	write_form(page, errors, typed);
	page_end(page);
}

void page_notebook(struct page *page)
{
	struct rows pages = { 0 };
	struct error_list none;
	error_list_begin(&none, page->arena);
	if (page->actor->visiting && !pages_read(page, &pages))
		return;
	show(page, &pages, NULL, &none, text_empty());
}

static bool passphrase_fits(struct page *page, const struct rows *pages, unsigned char key[KEY_BYTES], struct error_list *errors)
{
	struct text passphrase = page_form(page, "passphrase"), ignored;
	if (passphrase.length < PASSPHRASE_MINIMUM) {
		error_say(errors, E_REQUIRED, "/passphrase", N_("Type the passphrase of the notebook, at least 12 characters"));
		return false;
	}
	if (key_of(passphrase, page->actor->id, key) &&
		(pages->count == 0 || unseal(page->arena, key, page->actor->id, row_text(pages->items[0], NOTEBOOK_SEALED), &ignored)))
		return true;
	error_say(errors, E_STATE, "/passphrase", N_("This passphrase does not open the notebook"));
	return false;
}

static bool write_page(struct page *page, const unsigned char key[KEY_BYTES], struct error_list *errors)
{
	struct text kind = page_form(page, "kind"), content = text_trim(page_form(page, "content"));
	if (text_is_empty(content))
		return true;
	struct text plain = arena_format(page->arena, "%s\n%.*s", text_equal_string(kind, "interview") ? "interview" : "note", TEXT_FORMAT(content));
	const struct pair inputs[] = { { TEXT("sealed"), seal(page->arena, key, page->actor->id, plain) } };
	struct command command = { .act = TEXT("notebook_page.write"), .inputs = inputs, .input_count = 1 };
	struct outcome outcome;
	return command_run(page->service, page->arena, page->actor, &command, &outcome, errors);
}

static bool renew(struct page *page, struct error_list *errors)
{
	query_end(page->query);
	return query_begin(page->service, page->arena, page->actor, NULL, &page->query, errors);
}

/* The answer to the POST is the opened notebook itself: the passphrase is not kept for a second request. */
void page_notebook_post(struct page *page)
{
	struct rows pages = { 0 };
	struct error_list errors;
	unsigned char key[KEY_BYTES];
	error_list_begin(&errors, page->arena);
	if (!page->actor->visiting) {
		show(page, &pages, NULL, &errors, text_empty());
		return;
	}
	if (!pages_read(page, &pages))
		return;
	bool good = passphrase_fits(page, &pages, key, &errors) && write_page(page, key, &errors) && renew(page, &errors) && pages_read(page, &pages);
	show(page, &pages, good ? key : NULL, &errors, good ? text_empty() : page_form(page, "content"));
	sodium_memzero(key, sizeof key);
}
