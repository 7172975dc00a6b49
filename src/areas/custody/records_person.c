/* records_person.c - a person and what makes a person known: names, documents, marks, contacts, children, notices, links. */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_7A = { "NMR-7.a", N_("Nelson Mandela Rules, Rule 7 (a)"), SOURCE_TEXT_READ };
static const struct citation NMR_7F = { "NMR-7.f", N_("Nelson Mandela Rules, Rule 7 (f)"), SOURCE_TEXT_READ };
static const struct citation NMR_7G = { "NMR-7.g", N_("Nelson Mandela Rules, Rule 7 (g)"), SOURCE_TEXT_READ };
static const struct citation NMR_62 = { "NMR-62.1", N_("Nelson Mandela Rules, Rule 62"), SOURCE_TEXT_READ };
static const struct citation NMR_68 = { "NMR-68.a", N_("Nelson Mandela Rules, Rule 68"), SOURCE_TEXT_READ };
static const struct citation BKK_3 = { "BKK-3.1", N_("Bangkok Rules, Rule 3"), SOURCE_TEXT_READ };

const struct choice SEX_CHOICES[] = { { "M", N_("Man") }, { "F", N_("Woman") }, { NULL, NULL } };
const struct choice CERTAINTY_CHOICES[] = { { "document", N_("Document seen") }, { "stated", N_("Stated by the person") },
	{ "estimated", N_("Estimated") }, { NULL, NULL } };
const struct choice LITERACY_CHOICES[] = { { "yes", N_("Reads and writes") }, { "some", N_("Reads a little") },
	{ "no", N_("Does not read") }, { NULL, NULL } };
const struct choice WHEREABOUTS_CHOICES[] = { { "in", N_("In the facility") }, { "out", N_("Out, expected back") },
	{ "in_transit", N_("On the way between facilities") }, { "released", N_("Released") }, { "escaped", N_("Escaped") },
	{ "died", N_("Died") }, { "not_admitted", N_("Not admitted yet") }, { NULL, NULL } };
const struct choice LEGAL_STATUS_CHOICES[] = { { "untried", N_("Untried") }, { "convicted", N_("Convicted") },
	{ "appeal", N_("Convicted, appeal open") }, { "recall", N_("Recalled") }, { "administrative", N_("Administrative") },
	{ "civil", N_("Civil") }, { "transit", N_("In transit") }, { NULL, NULL } };
static const struct choice RELEASE_DATE_CHOICES[] = { { "calculated", N_("Calculated from the orders") },
	{ "on_order", N_("On order only") }, { "life", N_("Life sentence") }, { "register", N_("From the old register, not yet checked") },
	{ "doubtful", N_("In doubt: the calculations differ") }, { NULL, NULL } };
static const struct choice SENSORY_CHOICES[] = { { "none", N_("None") }, { "sight", N_("Sight") }, { "hearing", N_("Hearing") },
	{ "both", N_("Sight and hearing") }, { NULL, NULL } };

struct text person_title(struct arena *arena, const struct row *person)
{
	(void)arena;
	return row_text(person, PERSON_DISPLAY_NAME);
}

static const struct field PERSON[] = {
	[PERSON_NUMBER] = { "number", N_("Prison number"), N_("Number of the personal file as printed on paper"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_UNIQUE | FIELD_LISTED | FIELD_SEARCHED, .limits = { 1, 40, 0 }, .basis = &NMR_7A },
	[PERSON_DISPLAY_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED, .basis = &NMR_7A },
	[PERSON_SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = SEX_CHOICES, .basis = &NMR_7A },
	[PERSON_GENDER_SELF_STATED] = { "gender_self_stated", N_("Gender as the person states it"), N_("Only if the person wants it recorded"),
		FIELD_LINE, CLOSED, 0, .limits = { 1, 60, 0 }, .basis = &NMR_7A },
	[PERSON_BIRTH_DATE] = { "birth_date", N_("Date of birth"), N_("A year alone is enough when nothing more is known"), FIELD_PARTIAL_DATE,
		OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7A },
	[PERSON_BIRTH_CERTAINTY] = { "birth_certainty", N_("How the date of birth is known"), NULL, FIELD_CHOICE, OPEN, 0,
		.choices = CERTAINTY_CHOICES, .basis = &NMR_7A },
	[PERSON_AGE_METHOD] = { "age_method", N_("How the age was estimated"), N_("Needed when the date of birth is not known"), FIELD_LINE, OPEN, 0,
		.basis = &NMR_7A },
	[PERSON_BIRTH_PLACE] = { "birth_place", N_("Place of birth"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[PERSON_NATIONALITIES] = { "nationalities", N_("Nationalities"), N_("Country codes of two letters, parted by spaces: KZ KG"), FIELD_CODES,
		OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7A },
	[PERSON_STATELESS] = { "stateless", N_("Stateless"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_62 },
	[PERSON_LANGUAGES] = { "languages", N_("Languages spoken"), N_("Language codes of two letters, parted by spaces: kk ru"), FIELD_CODES, OPEN,
		FIELD_MAY_BE_UNKNOWN },
	[PERSON_INTERPRETER] = { "interpreter", N_("Needs an interpreter"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN },
	[PERSON_LITERACY] = { "literacy", N_("Reading"), NULL, FIELD_CHOICE, OPEN, FIELD_MAY_BE_UNKNOWN, .choices = LITERACY_CHOICES },
	[PERSON_SENSORY_NEED] = { "sensory_need", N_("Sight or hearing"), NULL, FIELD_CHOICE, OPEN, FIELD_MAY_BE_UNKNOWN, .choices = SENSORY_CHOICES },
	[PERSON_MOBILITY_NEED] = { "mobility_need", N_("Help needed to move about"), NULL, FIELD_LINE, OPEN, 0 },
	[PERSON_ASYLUM_OR_REFUGEE] = { "asylum_or_refugee", N_("Refugee or asked for asylum"),
		N_("The consulate of the home State is never told by itself"), FIELD_YES_NO, CLOSED, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_62 },
	[PERSON_PHOTOGRAPH] = { "photograph", N_("Photograph"), NULL, FIELD_DOCUMENT, OPEN, 0, .basis = &NMR_7A },
	[PERSON_HOME_REGION] = { "home_region", N_("Region of home or of resettlement"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[PERSON_CURRENT_FACILITY] = { "current_facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED | FIELD_LISTED,
		.reference = "facility" },
	[PERSON_DESTINATION] = { "destination", N_("On the way to"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "facility" },
	[PERSON_WHEREABOUTS] = { "whereabouts", N_("Where now"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = WHEREABOUTS_CHOICES },
	[PERSON_LEGAL_STATUS] = { "legal_status", N_("Legal status"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED,
		.choices = LEGAL_STATUS_CHOICES },
	[PERSON_RELEASE_DATE] = { "release_date", N_("Release date"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[PERSON_RELEASE_DATE_KIND] = { "release_date_kind", N_("Release date is"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED,
		.choices = RELEASE_DATE_CHOICES },
	[PERSON_EPISODE] = { "episode", N_("Open custody episode"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "custody_episode" },
	[PERSON_PLACEMENT] = { "placement", N_("Open placement"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "placement" },
	[PERSON_BIRTH_YEAR] = { "birth_year", N_("Year of birth"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED | FIELD_INDEXED,
		.limits = { 1800, 9999, 0 } },
};

static void person_derive(struct arena *arena, struct row *row)
{
	(void)arena;
	struct date birth = row_date(row, PERSON_BIRTH_DATE);
	row_set(row, PERSON_BIRTH_YEAR, birth.year ? value_integer(birth.year) : value_absent());
}

const struct record RECORD_PERSON = {
	.name = "person", .label = N_("Person"), .label_plural = N_("People"), .help = N_("A person who is or was in custody"),
	.fields = PERSON, .field_count = PERSON_FIELDS,
	.facility_field = PERSON_CURRENT_FACILITY, .person_field = FIELD_SELF, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .keepers = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR),
	.basis = &NMR_7A, .derive = person_derive, .title = person_title,
};

const struct choice SCRIPT_CHOICES[] = { { "Cyrl", N_("Cyrillic") }, { "Latn", N_("Latin") }, { "Arab", N_("Arabic") }, { "other", N_("Other") },
	{ NULL, NULL } };
const struct choice NAME_KIND_CHOICES[] = { { "legal", N_("Legal name") }, { "birth", N_("Name at birth") }, { "former", N_("Former name") },
	{ "alias", N_("Alias") }, { "transliteration", N_("Transliteration") }, { "kunya", N_("Kunya") }, { NULL, NULL } };

static const struct field PERSON_NAME[] = {
	[PERSON_NAME_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[PERSON_NAME_KIND] = { "kind", N_("Kind of name"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = NAME_KIND_CHOICES },
	[PERSON_NAME_SURNAME] = { "surname", N_("Surname"), N_("May be absent: not every person has one"), FIELD_LINE, OPEN, FIELD_LISTED | FIELD_SEARCHED },
	[PERSON_NAME_GIVEN] = { "given", N_("Given name"), NULL, FIELD_LINE, OPEN, FIELD_LISTED | FIELD_SEARCHED },
	[PERSON_NAME_PATRONYMIC] = { "patronymic", N_("Patronymic"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[PERSON_NAME_WHOLE] = { "whole", N_("Whole name as on the document"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[PERSON_NAME_SCRIPT] = { "script", N_("Script"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCRIPT_CHOICES },
	[PERSON_NAME_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters: kk, ru, ar"), FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[PERSON_NAME_SOURCE] = { "source", N_("As on which document"), NULL, FIELD_LINE, OPEN, 0 },
	[PERSON_NAME_FOLDED_SURNAME] = { "folded_surname", N_("Surname for comparing"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED | FIELD_INDEXED },
	[PERSON_NAME_CURRENT] = { "in_use", N_("In use"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
};

const struct record RECORD_PERSON_NAME = {
	.name = "person_name", .label = N_("Name"), .label_plural = N_("Names"),
	.help = N_("A name of a person in one script, as on a document or as said"),
	.fields = PERSON_NAME, .field_count = PERSON_NAME_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PERSON_NAME_PERSON, .parent_field = PERSON_NAME_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .keepers = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR),
	.basis = &NMR_7A,
};

const struct choice DOCUMENT_KIND_CHOICES[] = { { "identity_card", N_("Identity card") }, { "passport", N_("Passport") },
	{ "birth_certificate", N_("Birth certificate") }, { "residence_permit", N_("Residence permit") },
	{ "refugee_document", N_("Refugee document") }, { "personal_number", N_("Personal number") }, { "fingerprint", N_("Fingerprint number") },
	{ "court_paper", N_("Court paper") }, { "other_system", N_("Number in another system") }, { "other", N_("Other") }, { NULL, NULL } };
static const struct choice HELD_CHOICES[] = { { "file", N_("In the file") }, { "property", N_("With the property") }, { "person", N_("With the person") },
	{ "authority", N_("With another authority") }, { "copy", N_("Copy only") }, { NULL, NULL } };

static const struct field IDENTITY_DOCUMENT[] = {
	[IDENTITY_DOCUMENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[IDENTITY_DOCUMENT_KIND] = { "kind", N_("Document"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = DOCUMENT_KIND_CHOICES },
	[IDENTITY_DOCUMENT_NUMBER] = { "number", N_("Number"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED },
	[IDENTITY_DOCUMENT_COUNTRY] = { "country", N_("Country"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_LISTED, .limits = { 2, 3, 0 } },
	[IDENTITY_DOCUMENT_ISSUER] = { "issuer", N_("Issued by"), NULL, FIELD_LINE, OPEN, 0 },
	[IDENTITY_DOCUMENT_ISSUED] = { "issued_on", N_("Issued on"), NULL, FIELD_DATE, OPEN, 0 },
	[IDENTITY_DOCUMENT_EXPIRES] = { "expires_on", N_("Valid until"), NULL, FIELD_DATE, OPEN, FIELD_LISTED },
	[IDENTITY_DOCUMENT_HELD] = { "held", N_("Where it is"), NULL, FIELD_CHOICE, OPEN, 0, .choices = HELD_CHOICES },
	[IDENTITY_DOCUMENT_SCAN] = { "scan", N_("Scan"), NULL, FIELD_DOCUMENT, OPEN, 0 },
};

const struct record RECORD_IDENTITY_DOCUMENT = {
	.name = "identity_document", .label = N_("Identity document"), .label_plural = N_("Identity documents"),
	.help = N_("A document or number by which the person is known"),
	.fields = IDENTITY_DOCUMENT, .field_count = IDENTITY_DOCUMENT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = IDENTITY_DOCUMENT_PERSON, .parent_field = IDENTITY_DOCUMENT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(SECURITY),
	.keepers = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .basis = &NMR_7A,
};

static const struct choice MARK_KIND_CHOICES[] = { { "scar", N_("Scar") }, { "tattoo", N_("Tattoo") }, { "birthmark", N_("Birthmark") },
	{ "missing_part", N_("Missing part") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field PERSON_MARK[] = {
	[PERSON_MARK_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[PERSON_MARK_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = MARK_KIND_CHOICES },
	[PERSON_MARK_WHERE] = { "body_part", N_("Where on the body"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[PERSON_MARK_DESCRIPTION] = { "description", N_("Description"), N_("What is seen, not what it may mean"), FIELD_PROSE, OPEN, FIELD_LISTED },
	[PERSON_MARK_PHOTOGRAPH] = { "photograph", N_("Photograph"), NULL, FIELD_DOCUMENT, OPEN, 0 },
};

const struct record RECORD_PERSON_MARK = {
	.name = "person_mark", .label = N_("Mark"), .label_plural = N_("Marks"), .help = N_("Scar, tattoo or other mark that helps to know the person"),
	.fields = PERSON_MARK, .field_count = PERSON_MARK_FIELDS,
	.facility_field = FIELD_NONE, .person_field = PERSON_MARK_PERSON, .parent_field = PERSON_MARK_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(SECURITY) | ROLE(HEALTH), .keepers = ROLE(RECEPTION) | ROLE(GOVERNOR),
};

const struct choice CONTACT_KIND_CHOICES[] = { { "family", N_("Family") }, { "lawyer", N_("Lawyer") }, { "consulate", N_("Consulate") },
	{ "friend", N_("Friend") }, { "organisation", N_("Organisation") }, { "other", N_("Other") }, { NULL, NULL } };

static const struct field CONTACT[] = {
	[CONTACT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CONTACT_KIND] = { "kind", N_("Kind of contact"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CONTACT_KIND_CHOICES },
	[CONTACT_RELATION] = { "relation", N_("Relation"), N_("In the person's own words: mother, brother, wife"), FIELD_LINE, OPEN, FIELD_LISTED },
	[CONTACT_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CONTACT_PHONE] = { "phone", N_("Telephone"), NULL, FIELD_LINE, OPEN, FIELD_LISTED, .limits = { 3, 60, 0 } },
	[CONTACT_ADDRESS] = { "address", N_("Address"), NULL, FIELD_PROSE, OPEN, 0 },
	[CONTACT_LANGUAGE] = { "language", N_("Language"), NULL, FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[CONTACT_COUNTRY] = { "country", N_("Country"), NULL, FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[CONTACT_WISH_TOLD] = { "wish_told", N_("The person wants this contact to be told of admission and transfer"), NULL, FIELD_YES_NO, OPEN,
		FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN, .basis = &NMR_68 },
	[CONTACT_ILLNESS_TOLD] = { "wish_told_illness", N_("The person wants this contact to be told of serious illness"), NULL, FIELD_YES_NO, OPEN, 0,
		.basis = &NMR_68 },
	[CONTACT_NEXT_OF_KIN] = { "next_of_kin", N_("Next of kin"), NULL, FIELD_YES_NO, OPEN, FIELD_LISTED, .basis = &NMR_7F },
};

const struct record RECORD_CONTACT = {
	.name = "contact", .label = N_("Contact"), .label_plural = N_("Contacts"), .help = N_("Family, lawyer, consulate: whom the person wants told, or not"),
	.fields = CONTACT, .field_count = CONTACT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CONTACT_PERSON, .parent_field = CONTACT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(HEALTH) | ROLE(RELIGIOUS) | ROLE(PSYCHOLOGIST),
	.keepers = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR), .basis = &NMR_7G,
};

static const struct field CHILD[] = {
	[CHILD_PERSON] = { "person", N_("Parent"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CHILD_NAME] = { "name", N_("Name of the child"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_LISTED, .basis = &BKK_3 },
	[CHILD_BIRTH_DATE] = { "birth_date", N_("Date of birth"), NULL, FIELD_PARTIAL_DATE, CLOSED, FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN,
		.basis = &BKK_3 },
	[CHILD_WHERE] = { "living_at", N_("Where the child is"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN,
		.basis = &BKK_3 },
	[CHILD_CARER] = { "carer", N_("Who cares for the child now"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7F },
	[CHILD_CUSTODY_STATUS] = { "custody_status", N_("Custody or guardianship"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN,
		.basis = &BKK_3 },
	[CHILD_SOLE_CARER] = { "sole_carer", N_("The person is the only carer"), NULL, FIELD_YES_NO, CLOSED, 0, .basis = &BKK_3 },
	[CHILD_ARRANGEMENT] = { "arrangement", N_("What was arranged for the child"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &BKK_3 },
};

const struct record RECORD_CHILD = {
	.name = "child", .label = N_("Child"), .label_plural = N_("Children"),
	.help = N_("A child of a person in custody; read only by those who care for the child's interest"),
	.fields = CHILD, .field_count = CHILD_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CHILD_PERSON, .parent_field = CHILD_PERSON,
	.compartment = COMPARTMENT_THIRD_PARTY, .readers = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(INSPECTOR),
	.keepers = ROLE(RECEPTION) | ROLE(CASEWORKER), .basis = &BKK_3,
};

static const struct choice NOTICE_REASON_CHOICES[] = { { "admission", N_("Admission") }, { "transfer", N_("Transfer") },
	{ "illness", N_("Serious illness or injury") }, { "death", N_("Death") }, { "hospital", N_("Moved to hospital") },
	{ "release", N_("Release") }, { "ill_treatment", N_("Complaint or signs of ill-treatment") }, { NULL, NULL } };
static const struct choice NOTICE_TO_CHOICES[] = { { "family", N_("Family") }, { "lawyer", N_("Lawyer") }, { "consulate", N_("Consulate") },
	{ "protecting_body", N_("Protecting body for refugees and stateless people") }, { "authority", N_("Authority") }, { NULL, NULL } };
const struct choice NOTICE_RESULT_CHOICES[] = { { "told", N_("Told") }, { "declined", N_("The person declined") },
	{ "impossible", N_("Tried, not reached") }, { "delayed", N_("Delayed by written decision") }, { NULL, NULL } };

static const struct field NOTICE[] = {
	[NOTICE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[NOTICE_REASON] = { "occasion", N_("Told of"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = NOTICE_REASON_CHOICES },
	[NOTICE_TO] = { "told_whom", N_("Whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = NOTICE_TO_CHOICES },
	[NOTICE_CONTACT] = { "contact", N_("Contact"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "contact" },
	[NOTICE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = NOTICE_RESULT_CHOICES },
	[NOTICE_AT] = { "told_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[NOTICE_METHOD] = { "method", N_("How"), N_("Telephone, letter, in person; language used"), FIELD_LINE, OPEN, 0 },
	[NOTICE_WISH] = { "wish", N_("The person wants this notice"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_68 },
	[NOTICE_BY_TREATY] = { "by_treaty", N_("A treaty demands the notice against the person's wish"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &NMR_62 },
};

const struct record RECORD_NOTICE = {
	.name = "notice", .label = N_("Notice"), .label_plural = N_("Notices"), .help = N_("Who outside was told of what, or why not"),
	.fields = NOTICE, .field_count = NOTICE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = NOTICE_PERSON, .parent_field = NOTICE_PERSON,
	.correctors = CUSTODY_CORRECTORS, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(HEALTH), .basis = &NMR_68,
};

static const struct choice LINK_KIND_CHOICES[] = { { "same", N_("Same person") }, { "not_same", N_("Not the same person") },
	{ "family", N_("Possible family") }, { "undone", N_("Link undone") }, { NULL, NULL } };

static const struct field FILE_LINK[] = {
	[FILE_LINK_PERSON] = { "person", N_("File"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[FILE_LINK_OTHER] = { "other", N_("Other file"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[FILE_LINK_KIND] = { "kind", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = LINK_KIND_CHOICES },
	[FILE_LINK_GROUNDS] = { "grounds", N_("What it rests on"), N_("Document, fingerprint number, mother's name ..."), FIELD_PROSE, OPEN,
		FIELD_REQUIRED | FIELD_LISTED },
};

const struct record RECORD_FILE_LINK = {
	.name = "file_link", .label = N_("Link between files"), .label_plural = N_("Links between files"),
	.help = N_("A decision that two files are, or are not, about the same person; files are never merged"),
	.fields = FILE_LINK, .field_count = FILE_LINK_FIELDS,
	.facility_field = FIELD_NONE, .person_field = FILE_LINK_PERSON, .parent_field = FILE_LINK_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(SECURITY),
};

int person_age(const struct row *person, struct date day)
{
	struct date birth = row_date(person, PERSON_BIRTH_DATE);
	return birth.year ? date_age(birth, day) : -1;
}
