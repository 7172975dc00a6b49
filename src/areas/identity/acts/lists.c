/* lists.c - versions of a list: begun, entry by entry put and taken off, completed, and everybody compared. */
#include "areas/identity/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define VERSION_INPUT { "list_version", N_("Version of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "list_version" }

/* ---- begin ---- */
enum { BEGIN_LIST, BEGIN_PUBLISHED, BEGIN_FILE, BEGIN_HASH, BEGIN_INPUTS };
static const struct field BEGIN_INPUT[BEGIN_INPUTS] = {
	[BEGIN_LIST] = { "name_list", N_("List of names"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "name_list" },
	[BEGIN_PUBLISHED] = { "published_on", N_("Published on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[BEGIN_FILE] = { "file_name", N_("File"), NULL, FIELD_LINE, OPEN, 0 },
	[BEGIN_HASH] = { "file_hash", N_("Fingerprint of the file (SHA-256)"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED } };
static const struct record BEGIN_RECORD = ACT_INPUTS("list_version.begin", BEGIN_INPUT);

static const struct row *version_in_force(const struct act_context *context, struct text list)
{
	const struct condition conditions[] = { CONDITION_TEXT(LIST_VERSION_LIST, list), CONDITION_TEXT(LIST_VERSION_STATE, TEXT_OF("in_force")) };
	return act_find_first(context, &RECORD_LIST_VERSION, conditions, 2, LIST_VERSION_PUBLISHED_ON, true);
}

static bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *list = act_load_input(context, BEGIN_LIST, &RECORD_NAME_LIST, errors);
	if (!list)
		return false;
	const struct row *current = version_in_force(context, list->id);
	if (current && date_compare(row_date(context->input, BEGIN_PUBLISHED), row_date(current, LIST_VERSION_PUBLISHED_ON)) < 0)
		return decide_refuse(errors, "/published_on", N_("A newer version of this list is in force"));
	struct row *version = decision_insert(decision, &RECORD_LIST_VERSION);
	static const int PAIRS[] = { BEGIN_LIST, LIST_VERSION_LIST, BEGIN_PUBLISHED, LIST_VERSION_PUBLISHED_ON, BEGIN_FILE, LIST_VERSION_FILE_NAME, BEGIN_HASH,
		LIST_VERSION_FILE_HASH, -1 };
	decide_copy(version, context->input, PAIRS);
	row_set_string(version, LIST_VERSION_STATE, "loading");
	decision->result = version;
	return true;
}

const struct act ACT_LIST_VERSION_BEGIN = { .name = "list_version.begin", .label = N_("Begin a version of a list"), .done = N_("The version is begun"),
	.input_record = &BEGIN_RECORD, .record = &RECORD_NAME_LIST, .target_input = BEGIN_LIST, .actors = ROLE(HEADQUARTERS), .decide = begin_decide };

/* ---- put ---- */
enum { PUT_VERSION, PUT_REFERENCE, PUT_KIND, PUT_NAME, PUT_NAMES, PUT_BIRTHS, PUT_SEX, PUT_NATIONALITIES, PUT_PLACES, PUT_DOCUMENTS, PUT_LISTED_ON, PUT_NOTE,
	PUT_HASH, PUT_INPUTS };
static const struct field PUT_INPUT[PUT_INPUTS] = { [PUT_VERSION] = VERSION_INPUT,
	[PUT_REFERENCE] = { "reference", N_("Number of the entry"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .limits = { 1, 80, 0 } },
	[PUT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ENTRY_KIND_CHOICES },
	[PUT_NAME] = { "name", N_("Main name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .limits = { 1, 400, 0 } },
	[PUT_NAMES] = { "names", N_("All names"), N_("One a line: kind and name"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[PUT_BIRTHS] = { "births", N_("Dates of birth"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 600, 0 } },
	[PUT_SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, 0, .choices = SEX_OF_ENTRY_CHOICES },
	[PUT_NATIONALITIES] = { "nationalities", N_("Nationalities as published"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 600, 0 } },
	[PUT_PLACES] = { "birth_places", N_("Places of birth"), NULL, FIELD_PROSE, OPEN, 0 },
	[PUT_DOCUMENTS] = { "documents", N_("Documents"), NULL, FIELD_PROSE, OPEN, 0 },
	[PUT_LISTED_ON] = { "listed_on", N_("Listed on"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 60, 0 } },
	[PUT_NOTE] = { "note", N_("Note of the publisher"), NULL, FIELD_PROSE, OPEN, 0 },
	[PUT_HASH] = { "content_hash", N_("Fingerprint of the content"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED } };
static const struct record PUT_RECORD = ACT_INPUTS("list_entry.put", PUT_INPUT);

/* A version that is being loaded; anything else is answered. */
static const struct row *version_loading(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *version = act_load_input(context, input, &RECORD_LIST_VERSION, errors);
	if (version && !row_is(version, LIST_VERSION_STATE, "loading")) {
		decide_refuse(errors, "/list_version", N_("This version is complete. Begin a new one"));
		return NULL;
	}
	return version;
}

static bool put_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *version = version_loading(context, PUT_VERSION, errors);
	if (!version)
		return false;
	const struct condition conditions[] = { CONDITION_TEXT(LIST_ENTRY_LIST, row_text(version, LIST_VERSION_LIST)),
		CONDITION_TEXT(LIST_ENTRY_REFERENCE, row_text(context->input, PUT_REFERENCE)) };
	const struct row *old = act_find_first(context, &RECORD_LIST_ENTRY, conditions, 2, FIELD_CREATED_AT, false);
	struct row *entry = old ? decision_change(decision, old) : decision_insert(decision, &RECORD_LIST_ENTRY);
	static const int PAIRS[] = { PUT_VERSION, LIST_ENTRY_VERSION, PUT_REFERENCE, LIST_ENTRY_REFERENCE, PUT_KIND, LIST_ENTRY_KIND, PUT_NAME, LIST_ENTRY_NAME,
		PUT_NAMES, LIST_ENTRY_NAMES, PUT_BIRTHS, LIST_ENTRY_BIRTHS, PUT_SEX, LIST_ENTRY_SEX, PUT_NATIONALITIES, LIST_ENTRY_NATIONALITIES,
		PUT_PLACES, LIST_ENTRY_PLACES, PUT_DOCUMENTS, LIST_ENTRY_DOCUMENTS, PUT_LISTED_ON, LIST_ENTRY_LISTED_ON, PUT_NOTE, LIST_ENTRY_NOTE,
		PUT_HASH, LIST_ENTRY_HASH };
	/* Every column as published, so that what the new version no longer says goes too. */
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i += 2)
		row_set(entry, PAIRS[i + 1], row_value(context->input, PAIRS[i]));
	row_set(entry, LIST_ENTRY_LIST, row_value(version, LIST_VERSION_LIST));
	row_set_string(entry, LIST_ENTRY_STATE, "listed");
	row_set(entry, LIST_ENTRY_DELISTED_ON, value_absent());
	decision->result = entry;
	return true;
}

const struct act ACT_LIST_ENTRY_PUT = { .name = "list_entry.put", .label = N_("Put an entry of a list"), .done = N_("The entry is on the list"),
	.input_record = &PUT_RECORD, .record = &RECORD_LIST_VERSION, .target_input = PUT_VERSION, .actors = ROLE(HEADQUARTERS), .decide = put_decide };

/* ---- delist ---- */
enum { OFF_VERSION, OFF_ENTRY, OFF_INPUTS };
static const struct field OFF_INPUT[OFF_INPUTS] = { [OFF_VERSION] = VERSION_INPUT,
	[OFF_ENTRY] = { "list_entry", N_("Entry of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "list_entry" } };
static const struct record OFF_RECORD = ACT_INPUTS("list_entry.delist", OFF_INPUT);

static void withdraw_hits(struct act_context *context, struct decision *decision, struct text entry)
{
	const struct condition about = CONDITION_TEXT(LIST_HIT_ENTRY, entry);
	struct rows hits = act_find(context, &RECORD_LIST_HIT, &about, 1);
	for (size_t i = 0; i < hits.count; i++) {
		const struct row *hit = hits.items[i];
		bool same = row_is(hit, LIST_HIT_STATE, "decided") && row_is(hit, LIST_HIT_DECISION, "same");
		if (!row_is(hit, LIST_HIT_STATE, "open") && !same)
			continue;
		row_set_string(decision_change(decision, hit), LIST_HIT_STATE, "withdrawn");
		decide_stop(context, decision, "list-hit", hit->id);
	}
}

static bool off_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *version = version_loading(context, OFF_VERSION, errors);
	const struct row *old = act_load_input(context, OFF_ENTRY, &RECORD_LIST_ENTRY, errors);
	if (!version || !old)
		return false;
	if (!text_equal(row_text(old, LIST_ENTRY_LIST), row_text(version, LIST_VERSION_LIST)))
		return decide_refuse(errors, "/list_entry", N_("This entry belongs to another list"));
	if (row_is(old, LIST_ENTRY_STATE, "delisted"))
		return decide_refuse(errors, "/list_entry", N_("This entry is off the list already"));
	struct row *entry = decision_change(decision, old);
	row_set_text(entry, LIST_ENTRY_VERSION, version->id);
	row_set_string(entry, LIST_ENTRY_STATE, "delisted");
	row_set(entry, LIST_ENTRY_DELISTED_ON, row_value(version, LIST_VERSION_PUBLISHED_ON));
	withdraw_hits(context, decision, old->id);
	decision->result = entry;
	return true;
}

const struct act ACT_LIST_ENTRY_DELIST = { .name = "list_entry.delist", .label = N_("Take an entry off the list"), .done = N_("The entry is off the list"),
	.input_record = &OFF_RECORD, .record = &RECORD_LIST_VERSION, .target_input = OFF_VERSION, .actors = ROLE(HEADQUARTERS), .decide = off_decide };

/* ---- complete ---- */
enum { DONE_VERSION, DONE_ENTRIES, DONE_ADDED, DONE_CHANGED, DONE_REMOVED, DONE_INPUTS };
#define COUNT_INPUT(name, label) { name, label, NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 10000000, 0 } }
static const struct field DONE_INPUT[DONE_INPUTS] = { [DONE_VERSION] = VERSION_INPUT,
	[DONE_ENTRIES] = COUNT_INPUT("entries", N_("Entries")), [DONE_ADDED] = COUNT_INPUT("added", N_("New entries")),
	[DONE_CHANGED] = COUNT_INPUT("changed", N_("Changed entries")), [DONE_REMOVED] = COUNT_INPUT("removed", N_("Entries taken off")) };
static const struct record DONE_RECORD = ACT_INPUTS("list_version.complete", DONE_INPUT);

static bool complete_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = version_loading(context, DONE_VERSION, errors);
	if (!old)
		return false;
	const struct row *before = version_in_force(context, row_text(old, LIST_VERSION_LIST));
	if (before)
		row_set_string(decision_change(decision, before), LIST_VERSION_STATE, "replaced");
	struct row *version = decision_change(decision, old);
	static const int PAIRS[] = { DONE_ENTRIES, LIST_VERSION_ENTRIES, DONE_ADDED, LIST_VERSION_ADDED, DONE_CHANGED, LIST_VERSION_CHANGED, DONE_REMOVED,
		LIST_VERSION_REMOVED, -1 };
	decide_copy(version, context->input, PAIRS);
	row_set_string(version, LIST_VERSION_STATE, "in_force");
	row_set_integer(version, LIST_VERSION_COMPLETED_AT, context->now);
	decision->result = version;
	return true;
}

const struct act ACT_LIST_VERSION_COMPLETE = { .name = "list_version.complete", .label = N_("Put the version in force"), .done = N_("The version is in force; everybody in custody is compared with it now"),
	.input_record = &DONE_RECORD, .record = &RECORD_LIST_VERSION, .target_input = DONE_VERSION, .actors = ROLE(HEADQUARTERS), .decide = complete_decide };

/* ---- checked ---- */
static const struct field CHECKED_INPUT[] = { VERSION_INPUT };
static const struct record CHECKED_RECORD = ACT_INPUTS("list_version.checked", CHECKED_INPUT);

static bool checked_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_LIST_VERSION, errors);
	if (!old)
		return false;
	struct row *version = decision_change(decision, old);
	row_set_integer(version, LIST_VERSION_CHECKED_AT, context->now);
	decision->result = version;
	return true;
}

const struct act ACT_LIST_VERSION_CHECKED = { .name = "list_version.checked", .label = N_("Everybody has been compared"), .done = N_("Recorded"),
	.input_record = &CHECKED_RECORD, .record = &RECORD_LIST_VERSION, .target_input = 0, .actors = ROLES_ALL, .flags = ACT_SYSTEM, .decide = checked_decide };
