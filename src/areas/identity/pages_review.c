/* pages_review.c - two files side by side, and the queue of pairs nobody has decided on. */
#include "areas/identity/pages_likeness.h"

enum { LIKE_MOST = 6 };

struct pair_of_files {
	const struct row *left, *right;
	const struct match_entry *left_entry, *right_entry;
	struct names_candidate likeness;
	struct text link, link_kind;
	bool waits;
};

/* ---- reading ---- */

static bool read_pair(struct page *page, struct text left, struct text right, struct pair_of_files *out, struct error_list *errors)
{
	struct connection *connection = query_connection(page->query);
	if (!query_load(page->query, &RECORD_PERSON, left, &out->left, errors) || !query_load(page->query, &RECORD_PERSON, right, &out->right, errors))
		return false;
	out->left_entry = names_entry(connection, page->arena, &NAMES_OF_PEOPLE, left, errors);
	out->right_entry = names_entry(connection, page->arena, &NAMES_OF_PEOPLE, right, errors);
	if (!out->left_entry || !out->right_entry)
		return false;
	out->likeness = (struct names_candidate){ .id = right, .row = out->right };
	names_compare_entries(page->service, &NAMES_OF_PEOPLE, out->left_entry, out->right_entry, &out->likeness);
	return report_link(page->query, left, right, &out->link, &out->link_kind, errors) && report_link_waits(page->query, left, right, &out->waits, errors);
}

/* ---- side by side ---- */

static struct text names_of(struct page *page, const struct match_entry *entry)
{
	struct text *names = ARENA_ARRAY(page->arena, struct text, entry->name_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < entry->name_count; i++)
		if (entry->names[i].kind <= MATCH_NAME_WEAK)
			names[count++] = entry->names[i].name;
	return arena_join(page->arena, names, count, TEXT_OF("\n"));
}

static struct text name_of_kind(const struct match_entry *entry, enum match_name_kind kind)
{
	for (size_t i = 0; i < entry->name_count; i++)
		if (entry->names[i].kind == kind)
			return entry->names[i].name;
	return text_empty();
}

static struct text documents_of(struct page *page, const struct match_entry *entry)
{
	return page_may_read(page, &RECORD_IDENTITY_DOCUMENT) ? arena_join(page->arena, entry->documents, entry->document_count, TEXT_OF("\n")) :
		T(page, N_("Withheld"));
}

static void write_side(struct page *page, struct text text)
{
	struct html *h = &page->html;
	struct text line;
	widget_table_cell_begin(page);
	if (text_is_empty(text))
		html_element(h, "span", "custos-quiet", T(page, N_("Not recorded")));
	for (bool first = true; text_next(&text, '\n', &line); first = false) {
		if (!first)
			html_void(h, "br");
		html_element(h, "bdi", NULL, line);
	}
	widget_table_cell_end(page);
}

static void write_both(struct page *page, const char *what, struct text left, struct text right)
{
	widget_table_row(page);
	widget_table_cell(page, page_message(page, what));
	write_side(page, left);
	write_side(page, right);
}

static void write_field(struct page *page, const struct pair_of_files *pair, int field)
{
	const struct field *of = &RECORD_PERSON.fields[field];
	write_both(page, of->label, page_value(page, of, row_value(pair->left, field)), page_value(page, of, row_value(pair->right, field)));
}

static void write_sides(struct page *page, const struct pair_of_files *pair)
{
	static const char *const HEADINGS[] = { N_("Fact"), N_("This file"), N_("Other file"), NULL };
	static const int FIELDS[] = { PERSON_NUMBER, PERSON_SEX, PERSON_BIRTH_DATE, PERSON_BIRTH_CERTAINTY, PERSON_BIRTH_PLACE, PERSON_NATIONALITIES,
		PERSON_WHEREABOUTS, PERSON_CURRENT_FACILITY };
	struct html *h = &page->html;
	widget_table_begin(page, T(page, N_("The two files side by side")), HEADINGS);
	widget_table_row(page);
	widget_table_cell(page, T(page, N_("File")));
	for (int side = 0; side < 2; side++) {
		const struct row *person = side ? pair->right : pair->left;
		widget_table_cell_begin(page);
		html_begin(h, "bdi");
		html_link(h, "govuk-link", path_subject(page, person->id, ""), row_text(person, PERSON_DISPLAY_NAME));
		html_end(h);
		widget_table_cell_end(page);
	}
	write_both(page, N_("All names"), names_of(page, pair->left_entry), names_of(page, pair->right_entry));
	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		write_field(page, pair, FIELDS[i]);
	write_both(page, N_("Mother's name"), name_of_kind(pair->left_entry, MATCH_NAME_MOTHER), name_of_kind(pair->right_entry, MATCH_NAME_MOTHER));
	write_both(page, N_("Numbers of documents"), documents_of(page, pair->left_entry), documents_of(page, pair->right_entry));
	widget_table_end(page);
}

/* What neither or only one file knows, strongest first. */
static void write_settling(struct page *page, const struct pair_of_files *pair)
{
	struct html *h = &page->html;
	const struct match_entry *left = pair->left_entry, *right = pair->right_entry;
	bool mothers = !text_is_empty(name_of_kind(left, MATCH_NAME_MOTHER)) && !text_is_empty(name_of_kind(right, MATCH_NAME_MOTHER));
	widget_heading(page, 2, T(page, N_("What would settle it")));
	html_begin_class(h, "ul", "govuk-list govuk-list--bullet");
	html_element(h, "li", NULL, T(page, N_("The fingerprint number: ask for it to be taken and compared")));
	if (left->document_count == 0 || right->document_count == 0)
		html_element(h, "li", NULL, T(page, N_("The number of a passport or identity card in both files")));
	if (!mothers)
		html_element(h, "li", NULL, T(page, N_("The mother's full name: ask the person, and enter her as a contact")));
	if (left->birth_count == 0 || right->birth_count == 0 || left->births[0].from.day == 0 || right->births[0].from.day == 0)
		html_element(h, "li", NULL, T(page, N_("The whole date of birth from a document")));
	html_element(h, "li", NULL, T(page, N_("The photographs and marks in the two files, looked at by somebody who knows the person")));
	html_end(h);
}

static void write_decision(struct page *page, const struct pair_of_files *pair, struct text next)
{
	widget_heading(page, 2, T(page, N_("Decision on these two files")));
	if (pair->waits) {
		widget_paragraph(page, T(page, N_("A decision on these two files waits for a second person.")));
		return;
	}
	if (!text_is_empty(pair->link)) {
		widget_paragraph(page, page_message_with(page, N_("Decided: {decision}. The files stay as they are."), "decision",
			page_value(page, &RECORD_FILE_LINK.fields[FILE_LINK_KIND], value_text(pair->link_kind)), NULL));
		actions_begin(page);
		person_act_link(page, pair->left->id, "file.unlink", "file_link", pair->link, next, false);
		actions_end(page);
		return;
	}
	widget_paragraph(page, T(page, N_("Nothing is merged: the decision links the files or holds them apart, a second person agrees, and it can be undone.")));
	actions_begin(page);
	person_act_link(page, pair->left->id, "file.link", "other", pair->right->id, next, true);
	actions_end(page);
}

static void write_pair(struct page *page, const struct pair_of_files *pair, struct text next)
{
	struct html *h = &page->html;
	html_begin_class(h, "p", "govuk-body");
	write_band(page, &pair->likeness);
	html_text(h, TEXT_OF(" "));
	html_text(h, chance_words(page, &pair->likeness));
	html_end(h);
	if (pair->likeness.comparison.hints & MATCH_HINT_FAMILY)
		widget_paragraph(page, T(page, N_("Same family name and father, another given name: rather brothers, sisters, or parent and child than one person. Consider whether they must be kept apart or may be together.")));
	write_sides(page, pair);
	write_reasons(page, &pair->likeness);
	write_settling(page, pair);
	write_decision(page, pair, next);
}

void page_compare(struct page *page)
{
	struct pair_of_files pair;
	struct error_list errors;
	struct text left = page->parameters.values[0], right = page->parameters.values[1];
	error_list_begin(&errors, page->arena);
	page->section = "people";
	if (!read_pair(page, left, right, &pair, &errors)) {
		page_fail(page, &errors);
		return;
	}
	page->base_subject = left;
	page->back = path_subject(page, left, "/others");
	page->back_label = T(page, N_("Other files that may be about this person"));
	page_begin(page, T(page, N_("Are these two files about one person?")));
	write_pair(page, &pair, page->request->path);
	page_end(page);
}

/* ---- the queue ---- */

/* Whether a candidate belongs in the queue: clearly alike, or clearly family; and nobody has decided or proposed yet. */
static bool is_undecided(struct page *page, struct text person, const struct names_candidate *candidate, bool *out_undecided, struct error_list *errors)
{
	struct text link, kind;
	bool waits;
	bool family = (candidate->comparison.hints & MATCH_HINT_FAMILY) && candidate->by_chance < 10;
	*out_undecided = false;
	if (candidate->band != MATCH_BAND_NOW && !family)
		return true;
	if (!report_link(page->query, person, candidate->id, &link, &kind, errors) ||
		!report_link_waits(page->query, person, candidate->id, &waits, errors))
		return false;
	*out_undecided = text_is_empty(link) && !waits;
	return true;
}

/* The first pair of a person that is still to be decided and that the person with the lower identifier brings. */
static bool pair_of_person(struct page *page, struct text person, struct text facility, struct text *out_other, struct error_list *errors)
{
	struct arena *arena = page->arena;
	struct names_found found;
	const struct match_entry *entry = names_entry(query_connection(page->query), arena, &NAMES_OF_PEOPLE, person, errors);
	*out_other = text_empty();
	if (!entry)
		return errors->count == 0;
	names_search(page->service, &NAMES_OF_PEOPLE, entry, LIKE_MOST, arena, &found);
	for (size_t i = 0; i < found.count && text_is_empty(*out_other); i++) {
		struct names_candidate candidate = { .id = found.hits[i].id, .comparison = found.hits[i].comparison,
			.band = match_band_of(&found.hits[i].comparison, found.population),
			.by_chance = match_expected_by_chance(found.hits[i].comparison.bits, found.population) };
		const struct row *other = NULL;
		struct error_list refusal;
		bool undecided;
		if (text_equal(candidate.id, person))
			continue;
		if (!is_undecided(page, person, &candidate, &undecided, errors))
			return false;
		error_list_begin(&refusal, arena);
		if (!undecided || !query_peek(page->query, &RECORD_PERSON, candidate.id, &other, &refusal))
			continue;
		/* The other one of the same facility has its own turn. */
		if (text_equal(row_text(other, PERSON_CURRENT_FACILITY), facility) && text_compare(candidate.id, person) < 0)
			continue;
		*out_other = candidate.id;
	}
	return true;
}

struct turn { struct text person, other, last; size_t compared; bool ended; };

static bool next_turn(struct page *page, struct text facility, struct turn *out, struct error_list *errors)
{
	struct text people[REPORT_NEXT_MOST];
	size_t count;
	*out = (struct turn){ .last = page_query(page, "after") };
	if (!report_next_people(page->query, facility, out->last, people, &count, errors))
		return false;
	for (; out->compared < count && text_is_empty(out->other); out->compared++) {
		out->person = out->last = people[out->compared];
		if (!pair_of_person(page, out->person, facility, &out->other, errors))
			return false;
	}
	out->ended = text_is_empty(out->other) && count < REPORT_NEXT_MOST;
	return true;
}

static struct text queue_path(struct page *page, struct text after)
{
	struct text path = path_with(page, TEXT_OF("/identity/review"), "facility", page_query(page, "facility"));
	return text_is_empty(after) ? path : path_with(page, path, "after", after);
}

void page_review(struct page *page)
{
	const struct row *facility = NULL;
	struct turn turn;
	struct pair_of_files pair;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	page->section = "people";
	struct text scope = page_facility(page, &facility);
	if (text_is_empty(scope))
		return;
	if (!next_turn(page, scope, &turn, &errors) || (!text_is_empty(turn.other) && !read_pair(page, turn.person, turn.other, &pair, &errors))) {
		page_fail(page, &errors);
		return;
	}
	page->caption = row_text(facility, FACILITY_NAME);
	page_begin(page, T(page, N_("Files that may be about one person")));
	const struct match_snapshot *snapshot = names_snapshot(page->service, &NAMES_OF_PEOPLE);
	if (!snapshot)
		write_not_ready(page);
	else
		match_snapshot_release(snapshot);
	if (!turn.ended) {
		actions_begin(page);
		widget_button_link(page, queue_path(page, turn.last), text_is_empty(turn.other) ? T(page, N_("Go on comparing")) : T(page, N_("Leave this pair, show the next")), true);
		actions_end(page);
	}
	if (!text_is_empty(turn.other))
		write_pair(page, &pair, queue_path(page, page_query(page, "after")));
	else if (turn.ended)
		widget_empty(page, N_("No more pairs of files are waiting for a decision."), N_("Begin again from the first"), queue_path(page, text_empty()));
	else
		widget_paragraph(page, page_count(page, N_("{count} file was compared with all others; none is alike."),
			N_("{count} files were compared with all others; none are alike."), (int64_t)turn.compared));
	page_end(page);
}
