/* pages_lists.c - lists of names: which there are, their versions, and loading a new one. */
#include "areas/identity/import.h"
#include "areas/identity/pages_likeness.h"

void page_lists(struct page *page)
{
	static const int COLUMNS[] = { NAME_LIST_NAME, NAME_LIST_CODE, NAME_LIST_PUBLISHER, NAME_LIST_FORMAT, -1 };
	struct rows lists;
	page->section = "lists";
	if (!rows_where(page, &RECORD_NAME_LIST, NULL, 0, NAME_LIST_NAME, false, &lists))
		return;
	page_begin(page, T(page, N_("Lists of names")));
	widget_paragraph(page, T(page, N_("Lists that an authority publishes. People in custody are compared with them; a resemblance goes to security and is decided by two persons.")));
	rows_table(page, N_("Lists"), &lists, COLUMNS, N_("There is no list yet."));
	actions_begin(page);
	action_page(page, "/hits", N_("Names that resemble entries of lists"), false);
	if (actor_has_role(page->actor, ROLE(HEADQUARTERS)))
		action_page(page, "/do/name_list.add?next=/lists", N_("Add a list"), false);
	actions_end(page);
	page_end(page);
}

static void write_upload(struct page *page, const struct row *list)
{
	struct html *h = &page->html;
	widget_heading(page, 2, T(page, N_("Load a new version")));
	widget_form_begin(page, text_empty(), true);
	html_begin_class(h, "div", "govuk-form-group");
	html_element(h, "p", "govuk-body", row_is(list, NAME_LIST_FORMAT, "csv") ? T(page, N_("Choose the table as the authority publishes it. Its columns are those that the list names.")) :
		T(page, N_("Choose the XML file as the Security Council publishes it.")));
	html_begin_class(h, "label", "govuk-label");
	html_attribute_string(h, "for", "file");
	html_text(h, T(page, N_("File")));
	html_end(h);
	html_void(h, "input");
	html_attribute_string(h, "class", "govuk-file-upload");
	html_attribute_string(h, "type", "file");
	html_attribute_string(h, "id", "file");
	html_attribute_string(h, "name", "file");
	html_end(h);
	widget_form_end(page, N_("Load this version"));
}

static void show_list(struct page *page, const struct row *list, const struct error_list *errors)
{
	static const int COLUMNS[] = { LIST_VERSION_PUBLISHED_ON, LIST_VERSION_STATE, LIST_VERSION_ENTRIES, LIST_VERSION_ADDED, LIST_VERSION_CHANGED,
		LIST_VERSION_REMOVED, LIST_VERSION_CHECKED_AT, -1 };
	const struct condition own = CONDITION_TEXT(LIST_VERSION_LIST, list->id);
	struct rows versions;
	if (!rows_where(page, &RECORD_LIST_VERSION, &own, 1, LIST_VERSION_PUBLISHED_ON, true, &versions))
		return;
	page->back = TEXT_OF("/lists");
	page->back_label = T(page, N_("Lists of names"));
	if (errors)
		page_errors(page, errors);
	page_begin(page, row_text(list, NAME_LIST_NAME));
	widget_summary_begin(page);
	widget_summary_row(page, T(page, N_("Who publishes it")), row_text(list, NAME_LIST_PUBLISHER));
	widget_summary_row(page, T(page, N_("On what legal ground people are compared with it")), row_text(list, NAME_LIST_BASIS));
	widget_summary_end(page);
	rows_table(page, N_("Versions"), &versions, COLUMNS, N_("No version is loaded yet."));
	if (versions.count > 0 && row_is(versions.items[0], LIST_VERSION_STATE, "in_force") && !row_has(versions.items[0], LIST_VERSION_CHECKED_AT))
		widget_paragraph(page, T(page, N_("Everybody in custody is being compared with this version. You can leave this page.")));
	html_begin_class(&page->html, "p", "govuk-body");
	html_link(&page->html, "govuk-link", path_with(page, TEXT_OF("/records/list_entry"), "name_list", list->id), T(page, N_("All entries")));
	html_end(&page->html);
	if (page_may_act(page, &ACT_LIST_VERSION_BEGIN))
		write_upload(page, list);
	page_end(page);
}

void page_one_list(struct page *page)
{
	const struct row *list = row_open(page, &RECORD_NAME_LIST, "lists");
	if (list)
		show_list(page, list, NULL);
}

void page_one_list_post(struct page *page)
{
	const struct row *list = row_open(page, &RECORD_NAME_LIST, "lists");
	const struct page_file *file = page_form_file(page, "file");
	struct list_figures figures;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!list)
		return;
	struct list_load load = { .list = list->id, .file_name = file ? file->file_name : text_empty(), .content = file ? file->content : text_empty(),
		.published = page_today(page, page->actor->facility) };
	struct outcome outcome = { .record = TEXT_OF("list_version") };
	if (!page_may_act(page, &ACT_LIST_VERSION_BEGIN))
		error_say(&errors, E_ACCESS, NULL, N_("Only headquarters load lists"));
	else if (text_is_empty(load.content))
		error_say(&errors, E_REQUIRED, "/file", N_("Choose a file"));
	else if (list_load(page->service, page->arena, page->actor, &load, &figures, &errors)) {
		outcome.record_id = figures.version;
		page_redirect(page, page_done(page, page->request->path, text_from(ACT_LIST_VERSION_COMPLETE.name), &outcome));
		return;
	}
	show_list(page, list, &errors);
}
