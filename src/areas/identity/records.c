/* records.c - tables of lists, their versions and entries, and of resemblances to entries. */
#include "areas/identity/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation UNSCR_2396 = { "S2396-d", N_("Security Council resolution 2396 (2017), paragraph 13"), SOURCE_RECALLED };

static const struct choice FORMAT_CHOICES[] = { { "un_xml", N_("XML of the United Nations Security Council") }, { "csv", N_("Table (CSV) with the columns named below") },
	{ NULL, NULL } };
static const struct choice VERSION_STATE_CHOICES[] = { { "loading", N_("Being loaded") }, { "in_force", N_("In force") },
	{ "replaced", N_("Replaced by a newer version") }, { NULL, NULL } };
const struct choice ENTRY_KIND_CHOICES[] = { { "person", N_("One person") }, { "group", N_("Group or organisation") }, { NULL, NULL } };
const struct choice SEX_OF_ENTRY_CHOICES[] = { { "M", N_("Man") }, { "F", N_("Woman") }, { NULL, NULL } };
static const struct choice ENTRY_STATE_CHOICES[] = { { "listed", N_("On the list") }, { "delisted", N_("Taken off the list") }, { NULL, NULL } };
const struct choice NAME_QUALITY_CHOICES[] = { { "primary", N_("Main name") }, { "original", N_("Name in its own script") }, { "alias", N_("Alias") },
	{ "weak", N_("Alias of low quality") }, { NULL, NULL } };
static const struct choice HIT_STATE_CHOICES[] = { { "open", N_("To be decided") }, { "decided", N_("Decided") }, { "withdrawn", N_("Withdrawn: the entry has left the list") },
	{ NULL, NULL } };
const struct choice HIT_DECISION_CHOICES[] = { { "same", N_("The same person") }, { "different", N_("Another person") }, { "cannot_tell", N_("Cannot be told") },
	{ NULL, NULL } };

static const struct field NAME_LIST[] = {
	[NAME_LIST_CODE] = { "code", N_("Short code"), N_("As the command line calls it: un, kg-fiu"), FIELD_CODE, OPEN,
		FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_LISTED, .limits = { 1, 20, 0 } },
	[NAME_LIST_NAME] = { "name", N_("Name of the list"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[NAME_LIST_PUBLISHER] = { "publisher", N_("Who publishes it"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[NAME_LIST_BASIS] = { "legal_basis", N_("On what legal ground people are compared with it"), N_("Law or resolution, with its paragraph"), FIELD_LINE, OPEN,
		FIELD_REQUIRED, .basis = &UNSCR_2396 },
	[NAME_LIST_FORMAT] = { "file_format", N_("How its files are made"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = FORMAT_CHOICES },
	[NAME_LIST_COLUMNS] = { "table_columns", N_("Columns of the table"),
		N_("One a line: what = heading in the file. What can be: reference, whole, surname, given, patronymic, alias, birth, birth_place, nationality, document, sex, listed_on, note"),
		FIELD_PROSE, OPEN, 0 },
};

const struct record RECORD_NAME_LIST = {
	.name = "name_list", .label = N_("List of names"), .label_plural = N_("Lists of names"), .help = N_("A list that an authority publishes and the law lets this service use"),
	.fields = NAME_LIST, .field_count = NAME_LIST_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = HIT_READERS, .keepers = ROLE(HEADQUARTERS), .basis = &UNSCR_2396,
};

static const struct field LIST_VERSION[] = {
	[LIST_VERSION_LIST] = { "name_list", N_("List of names"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "name_list" },
	[LIST_VERSION_PUBLISHED_ON] = { "published_on", N_("Published on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[LIST_VERSION_FILE_NAME] = { "file_name", N_("File"), NULL, FIELD_LINE, OPEN, FIELD_FIXED | FIELD_LISTED },
	[LIST_VERSION_FILE_HASH] = { "file_hash", N_("Fingerprint of the file (SHA-256)"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[LIST_VERSION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = VERSION_STATE_CHOICES },
	[LIST_VERSION_ENTRIES] = { "entries", N_("Entries"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[LIST_VERSION_ADDED] = { "added", N_("New entries"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[LIST_VERSION_CHANGED] = { "changed", N_("Changed entries"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[LIST_VERSION_REMOVED] = { "removed", N_("Entries taken off"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[LIST_VERSION_COMPLETED_AT] = { "completed_at", N_("Loaded"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[LIST_VERSION_CHECKED_AT] = { "checked_at", N_("Everybody compared"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

static struct text version_title(struct arena *arena, const struct row *row)
{
	return date_text(arena, row_date(row, LIST_VERSION_PUBLISHED_ON));
}

const struct record RECORD_LIST_VERSION = {
	.name = "list_version", .label = N_("Version of a list"), .label_plural = N_("Versions of lists"), .help = N_("One file of a list as published"),
	.fields = LIST_VERSION, .field_count = LIST_VERSION_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE,
	.parent_field = LIST_VERSION_LIST, .compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = HIT_READERS,
	.keepers = ROLES_NONE, .title = version_title,
};

static const struct field LIST_ENTRY[] = {
	[LIST_ENTRY_LIST] = { "name_list", N_("List of names"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "name_list" },
	[LIST_ENTRY_VERSION] = { "list_version", N_("Version that last changed it"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "list_version" },
	[LIST_ENTRY_REFERENCE] = { "reference", N_("Number of the entry"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_SEARCHED,
		.limits = { 1, 80, 0 } },
	[LIST_ENTRY_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = ENTRY_KIND_CHOICES },
	[LIST_ENTRY_NAME] = { "name", N_("Main name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED, .limits = { 1, 400, 0 } },
	[LIST_ENTRY_NAMES] = { "names", N_("All names"), N_("One a line: kind and name"), FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[LIST_ENTRY_BIRTHS] = { "births", N_("Dates of birth"), N_("As published; several are parted by a stroke"), FIELD_LINE, OPEN, FIELD_LISTED, .limits = { 1, 600, 0 } },
	[LIST_ENTRY_SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, 0, .choices = SEX_OF_ENTRY_CHOICES },
	[LIST_ENTRY_NATIONALITIES] = { "nationalities", N_("Nationalities as published"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 600, 0 } },
	[LIST_ENTRY_PLACES] = { "birth_places", N_("Places of birth"), NULL, FIELD_PROSE, OPEN, 0 },
	[LIST_ENTRY_DOCUMENTS] = { "documents", N_("Documents"), NULL, FIELD_PROSE, OPEN, 0 },
	[LIST_ENTRY_LISTED_ON] = { "listed_on", N_("Listed on"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 60, 0 } },
	[LIST_ENTRY_NOTE] = { "note", N_("Note of the publisher"), NULL, FIELD_PROSE, OPEN, 0 },
	[LIST_ENTRY_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = ENTRY_STATE_CHOICES },
	[LIST_ENTRY_DELISTED_ON] = { "delisted_on", N_("Taken off with the version of"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[LIST_ENTRY_HASH] = { "content_hash", N_("Fingerprint of the content"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED },
};

static struct text entry_title(struct arena *arena, const struct row *row)
{
	return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(row_text(row, LIST_ENTRY_REFERENCE)), TEXT_FORMAT(row_text(row, LIST_ENTRY_NAME)));
}

const struct record RECORD_LIST_ENTRY = {
	.name = "list_entry", .label = N_("Entry of a list"), .label_plural = N_("Entries of lists"), .help = N_("One entry as published, through all versions"),
	.fields = LIST_ENTRY, .field_count = LIST_ENTRY_FIELDS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = LIST_ENTRY_LIST,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = HIT_READERS, .keepers = ROLES_NONE, .title = entry_title,
};

static const struct field LIST_HIT[] = {
	[LIST_HIT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[LIST_HIT_ENTRY] = { "list_entry", N_("Entry of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "list_entry" },
	[LIST_HIT_VERSION] = { "list_version", N_("Version of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "list_version" },
	[LIST_HIT_REFERENCE] = { "entry_reference", N_("Number of the entry"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[LIST_HIT_LIST_NAME] = { "list_name", N_("Name of the list"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[LIST_HIT_PUBLISHED_ON] = { "published_on", N_("List of"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[LIST_HIT_NAME_ON_FILE] = { "name_on_file", N_("Name in the file"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .limits = { 1, 400, 0 } },
	[LIST_HIT_NAME_ON_LIST] = { "name_on_list", N_("Name on the list"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .limits = { 1, 400, 0 } },
	[LIST_HIT_QUALITY] = { "name_quality", N_("Kind of the name on the list"), NULL, FIELD_CHOICE, OPEN, FIELD_FIXED, .choices = NAME_QUALITY_CHOICES },
	[LIST_HIT_AGREEMENT] = { "agreement", N_("How alike the spellings are, of 100"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED, .limits = { 0, 100, 0 } },
	[LIST_HIT_ONE_IN] = { "one_in", N_("One in so many unrelated people would look so much like some entry"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_FIXED,
		.limits = { 1, 1000000000, 0 } },
	[LIST_HIT_PERSON_SEEN] = { "person_seen", N_("The file as it was compared"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[LIST_HIT_ENTRY_SEEN] = { "entry_seen", N_("The entry as it was compared"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[LIST_HIT_SEEN] = { "seen_hash", N_("Fingerprint of both as compared"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED | FIELD_FIXED },
	[LIST_HIT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = HIT_STATE_CHOICES },
	[LIST_HIT_DECISION] = { "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = HIT_DECISION_CHOICES },
	[LIST_HIT_GROUNDS] = { "grounds", N_("What the decision rests on"), NULL, FIELD_PROSE, OPEN, FIELD_DERIVED },
	[LIST_HIT_DECIDED_AT] = { "decided_at", N_("Decided"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
};

static struct text hit_title(struct arena *arena, const struct row *row)
{
	return arena_format(arena, "%.*s %.*s", TEXT_FORMAT(row_text(row, LIST_HIT_REFERENCE)), TEXT_FORMAT(row_text(row, LIST_HIT_NAME_ON_LIST)));
}

const struct record RECORD_LIST_HIT = {
	.name = "list_hit", .label = N_("Resemblance to an entry of a list"), .label_plural = N_("Resemblances to entries of lists"),
	.help = N_("A name resembles an entry; identity is not established. It changes nothing about the person"),
	.fields = LIST_HIT, .field_count = LIST_HIT_FIELDS, .facility_field = FIELD_NONE, .person_field = LIST_HIT_PERSON, .parent_field = LIST_HIT_PERSON,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_QUIET, .readers = HIT_READERS, .keepers = ROLES_NONE, .basis = &UNSCR_2396, .title = hit_title,
};

const struct record *const IDENTITY_RECORDS[] = { &RECORD_NAME_LIST, &RECORD_LIST_VERSION, &RECORD_LIST_ENTRY, &RECORD_LIST_HIT, NULL };
