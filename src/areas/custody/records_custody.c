/* records_custody.c - custody episode, orders, offences, terms, credits; admission, property, information, health intake. */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_6 = { "NMR-6.1", N_("Nelson Mandela Rules, Rule 6"), SOURCE_TEXT_READ };
static const struct citation NMR_7 = { "NMR-7.0", N_("Nelson Mandela Rules, Rule 7"), SOURCE_TEXT_READ };
static const struct citation NMR_7B = { "NMR-7.b", N_("Nelson Mandela Rules, Rule 7 (b)"), SOURCE_TEXT_READ };
static const struct citation NMR_7D = { "NMR-7.d", N_("Nelson Mandela Rules, Rule 7 (d)"), SOURCE_TEXT_READ };
static const struct citation NMR_8A = { "NMR-8.a", N_("Nelson Mandela Rules, Rule 8 (a)"), SOURCE_TEXT_READ };
static const struct citation NMR_12 = { "NMR-12.2a", N_("Nelson Mandela Rules, Rule 12"), SOURCE_TEXT_READ };
static const struct citation NMR_30 = { "NMR-30.0", N_("Nelson Mandela Rules, Rule 30"), SOURCE_TEXT_READ };
static const struct citation NMR_54 = { "NMR-54", N_("Nelson Mandela Rules, Rule 54"), SOURCE_TEXT_READ };
static const struct citation NMR_67 = { "NMR-67.1", N_("Nelson Mandela Rules, Rule 67"), SOURCE_TEXT_READ };
static const struct citation NMR_119 = { "NMR-119.1", N_("Nelson Mandela Rules, Rule 119"), SOURCE_TEXT_READ };

const struct choice END_KIND_CHOICES[] = { { "released", N_("Released") }, { "died", N_("Died") }, { "escaped", N_("Escaped") },
	{ "expelled", N_("Handed over to another State") }, { "refused", N_("Reception refused") },
	{ "register", N_("Ended in the old register") }, { NULL, NULL } };
static const struct choice EPISODE_STATE_CHOICES[] = { { "open", N_("Open") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct citation BOP_10 = { "BOP-10", N_("Body of Principles, Principle 10"), SOURCE_RECALLED };
static const struct citation BOP_12 = { "BOP-12", N_("Body of Principles, Principle 12"), SOURCE_RECALLED };
const struct choice ARREST_COPY_CHOICES[] = { { "person", N_("The person") }, { "counsel", N_("The lawyer") }, { "both", N_("The person and the lawyer") },
	{ "nobody", N_("Nobody yet") }, { NULL, NULL } };

static const struct field CUSTODY_EPISODE[] = {
	[CUSTODY_EPISODE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CUSTODY_EPISODE_FACILITY] = { "facility", N_("Facility of admission"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.reference = "facility" },
	[CUSTODY_EPISODE_NUMBER] = { "register_number", N_("Number in the register"), N_("Running number of the facility, without gaps"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_LISTED | FIELD_SEARCHED, .basis = &NMR_6 },
	[CUSTODY_EPISODE_ADMITTED_AT] = { "admitted_at", N_("Admitted"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_7 },
	[CUSTODY_EPISODE_ARRESTED_AT] = { "arrested_on", N_("Arrested on"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7B },
	[CUSTODY_EPISODE_ARRESTED_PLACE] = { "arrested_place", N_("Place of arrest"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7B },
	[CUSTODY_EPISODE_ARRESTED_BY] = { "arrested_by", N_("Arrested by"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7B },
	[CUSTODY_EPISODE_ENDED_AT] = { "ended_at", N_("Ended"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[CUSTODY_EPISODE_END_KIND] = { "end_kind", N_("How it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = END_KIND_CHOICES },
	[CUSTODY_EPISODE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = EPISODE_STATE_CHOICES },
	[CUSTODY_EPISODE_REASONS_TOLD] = { "reasons_told_at", N_("Reasons of the arrest told"), NULL, FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN | FIELD_DERIVED, .basis = &BOP_10 },
	[CUSTODY_EPISODE_CHARGES_TOLD] = { "charges_told_at", N_("Charges told"), NULL, FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN | FIELD_DERIVED, .basis = &BOP_10 },
	[CUSTODY_EPISODE_APPEARED] = { "first_appearance_at", N_("First appearance before a judge"), NULL, FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN | FIELD_DERIVED,
		.basis = &BOP_12 },
	[CUSTODY_EPISODE_OFFICIALS] = { "arrest_officials", N_("Officials of the arrest"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN | FIELD_DERIVED, .basis = &BOP_12 },
	[CUSTODY_EPISODE_COPY] = { "arrest_copy", N_("Who has a copy of the record of arrest"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = ARREST_COPY_CHOICES,
		.basis = &BOP_12 },
};

const struct record RECORD_CUSTODY_EPISODE = {
	.name = "custody_episode", .label = N_("Custody episode"), .label_plural = N_("Custody episodes"),
	.help = N_("One stay in custody from admission to release"),
	.fields = CUSTODY_EPISODE, .field_count = CUSTODY_EPISODE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CUSTODY_EPISODE_PERSON, .parent_field = CUSTODY_EPISODE_PERSON,
	.correctors = CUSTODY_CORRECTORS, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_6,
};

const struct choice ORDER_KIND_CHOICES[] = { { "arrest_warrant", N_("Arrest warrant") }, { "remand", N_("Remand order") },
	{ "remand_extension", N_("Extension of remand") }, { "sentence", N_("Sentence") }, { "appeal_decision", N_("Decision on appeal") },
	{ "recall", N_("Recall") }, { "administrative", N_("Administrative detention order") }, { "civil", N_("Civil detention order") },
	{ "transit", N_("Transit order") }, { "extradition", N_("Extradition order") }, { "release", N_("Release order") },
	{ "amnesty", N_("Amnesty or pardon") }, { "conditional_release", N_("Conditional release") },
	{ "governor_basis", N_("Written legal basis by the duty governor") }, { NULL, NULL } };
const struct choice ORDER_STATE_CHOICES[] = { { "in_force", N_("In force") }, { "replaced", N_("Replaced") }, { "ended", N_("Ended") },
	{ "quashed", N_("Quashed") }, { "served", N_("Served") }, { NULL, NULL } };

static const struct field LEGAL_ORDER[] = {
	[LEGAL_ORDER_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[LEGAL_ORDER_EPISODE] = { "episode", N_("Custody episode"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "custody_episode" },
	[LEGAL_ORDER_NUMBER] = { "number", N_("Number of the order"), NULL, FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED | FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7B },
	[LEGAL_ORDER_AUTHORITY] = { "authority", N_("Issued by"), N_("Court, prosecutor or other authority with power to order it"), FIELD_LINE, OPEN,
		FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN, .basis = &NMR_7B },
	[LEGAL_ORDER_DATE] = { "issued_on", N_("Date of the order"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_MAY_BE_UNKNOWN,
		.basis = &NMR_7B },
	[LEGAL_ORDER_KIND] = { "kind", N_("Kind of order"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = ORDER_KIND_CHOICES,
		.basis = &NMR_7 },
	[LEGAL_ORDER_STATUS] = { "legal_status", N_("Legal status under it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED,
		.choices = LEGAL_STATUS_CHOICES, .basis = &NMR_7B },
	[LEGAL_ORDER_VALID_FROM] = { "valid_from", N_("Valid from"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED, .basis = &NMR_7 },
	[LEGAL_ORDER_VALID_UNTIL] = { "valid_until", N_("Valid until"), N_("Last day on which it allows holding; empty for a sentence"), FIELD_DATE, OPEN,
		FIELD_LISTED | FIELD_INDEXED, .basis = &NMR_7 },
	[LEGAL_ORDER_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = ORDER_STATE_CHOICES },
	[LEGAL_ORDER_REPLACES] = { "replaces", N_("Replaces"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "legal_order" },
	[LEGAL_ORDER_NEXT_HEARING] = { "next_hearing", N_("Next hearing"), NULL, FIELD_DATE, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &NMR_8A },
	[LEGAL_ORDER_CASE_NUMBER] = { "case_number", N_("Case number of the court"), NULL, FIELD_LINE, OPEN, 0 },
	[LEGAL_ORDER_SCAN] = { "scan", N_("Scan of the order"), NULL, FIELD_DOCUMENT, OPEN, 0 },
	[LEGAL_ORDER_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 },
};

const struct record RECORD_LEGAL_ORDER = {
	.name = "legal_order", .label = N_("Order"), .label_plural = N_("Orders"), .help = N_("A paper of an authority that allows or ends holding a person"),
	.fields = LEGAL_ORDER, .field_count = LEGAL_ORDER_FIELDS,
	.facility_field = FIELD_NONE, .person_field = LEGAL_ORDER_PERSON, .parent_field = LEGAL_ORDER_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(PSYCHOLOGIST), .basis = &NMR_7,
};

static const struct field OFFENCE[] = {
	[OFFENCE_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "legal_order" },
	[OFFENCE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[OFFENCE_ARTICLE] = { "article", N_("Article"), N_("National article, for example 255 part 2"), FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED,
		.basis = &NMR_7B },
	[OFFENCE_LAW] = { "law", N_("Law"), N_("Which code, for example Criminal Code of Kazakhstan"), FIELD_LINE, OPEN, FIELD_LISTED | FIELD_MAY_BE_UNKNOWN },
	[OFFENCE_ICCS] = { "iccs", N_("ICCS code"), N_("International Classification of Crime for Statistical Purposes"), FIELD_CODE, OPEN, FIELD_LISTED,
		.limits = { 2, 12, 0 } },
	[OFFENCE_DESCRIPTION] = { "description", N_("Description"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[OFFENCE_COMMITTED_ON] = { "committed_on", N_("Committed on"), NULL, FIELD_PARTIAL_DATE, OPEN, FIELD_MAY_BE_UNKNOWN },
};

const struct record RECORD_OFFENCE = {
	.name = "offence", .label = N_("Offence"), .label_plural = N_("Offences"), .help = N_("An offence named in an order"),
	.fields = OFFENCE, .field_count = OFFENCE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = OFFENCE_PERSON, .parent_field = OFFENCE_ORDER,
	.correctors = CUSTODY_CORRECTORS, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(PSYCHOLOGIST), .basis = &NMR_7B,
};

const struct choice TERM_RELATION_CHOICES[] = { { "single", N_("Stands alone") }, { "concurrent", N_("Runs together with") },
	{ "consecutive", N_("Begins after") }, { NULL, NULL } };
static const struct choice TERM_STATE_CHOICES[] = { { "in_force", N_("In force") }, { "quashed", N_("Quashed") }, { "replaced", N_("Replaced") },
	{ "served", N_("Served") }, { NULL, NULL } };

static const struct field SENTENCE_TERM[] = {
	[SENTENCE_TERM_ORDER] = { "legal_order", N_("Order"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "legal_order" },
	[SENTENCE_TERM_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[SENTENCE_TERM_LENGTH] = { "length", N_("Term"), N_("Years, months and days as imposed"), FIELD_DURATION, OPEN, FIELD_LISTED },
	[SENTENCE_TERM_LIFE] = { "life", N_("Life"), NULL, FIELD_YES_NO, OPEN, FIELD_LISTED },
	[SENTENCE_TERM_STARTS] = { "starts_on", N_("Begins on"), N_("Day from which the term counts"), FIELD_DATE, OPEN, FIELD_LISTED },
	[SENTENCE_TERM_RELATION] = { "relation", N_("Runs"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = TERM_RELATION_CHOICES },
	[SENTENCE_TERM_TO] = { "related_term", N_("To which term"), NULL, FIELD_REFERENCE, OPEN, 0, .reference = "sentence_term" },
	[SENTENCE_TERM_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED, .choices = TERM_STATE_CHOICES },
};

const struct record RECORD_SENTENCE_TERM = {
	.name = "sentence_term", .label = N_("Term of a sentence"), .label_plural = N_("Terms"), .help = N_("One term of imprisonment as the court imposed it"),
	.fields = SENTENCE_TERM, .field_count = SENTENCE_TERM_FIELDS,
	.facility_field = FIELD_NONE, .person_field = SENTENCE_TERM_PERSON, .parent_field = SENTENCE_TERM_ORDER,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(COMMITTEE) | ROLE(SECURITY), .basis = &NMR_7B,
};

const struct choice CREDIT_KIND_CHOICES[] = { { "remand", N_("Remand in this case") }, { "police", N_("Police custody") },
	{ "house_arrest", N_("House arrest") }, { "abroad", N_("Custody abroad") }, { "hospital", N_("Compulsory hospital stay") }, { NULL, NULL } };

static const struct choice CREDIT_STATE_CHOICES[] = { { "in_force", N_("In force") }, { "quashed", N_("Quashed") }, { NULL, NULL } };

static const struct field CUSTODY_CREDIT[] = {
	[CUSTODY_CREDIT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CUSTODY_CREDIT_ORDER] = { "legal_order", N_("Ordered in"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "legal_order" },
	[CUSTODY_CREDIT_FROM] = { "from_day", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CUSTODY_CREDIT_TO] = { "to_day", N_("To"), N_("Last day, counted"), FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CUSTODY_CREDIT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = CREDIT_KIND_CHOICES },
	[CUSTODY_CREDIT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED | FIELD_LISTED, .choices = CREDIT_STATE_CHOICES },
};

const struct record RECORD_CUSTODY_CREDIT = {
	.name = "custody_credit", .label = N_("Credit"), .label_plural = N_("Credits"), .help = N_("Days already spent in custody that count towards a term; each day once"),
	.fields = CUSTODY_CREDIT, .field_count = CUSTODY_CREDIT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CUSTODY_CREDIT_PERSON, .parent_field = CUSTODY_CREDIT_ORDER,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(COMMITTEE),
};

const struct choice STEP_CHOICES[] = { { "open", N_("Not started") }, { "in_progress", N_("Begun") }, { "done", N_("Done") },
	{ "not_needed", N_("Not needed") }, { NULL, NULL } };
const struct choice SHARING_RISK_CHOICES[] = { { "may_share", N_("May share") }, { "with_conditions", N_("May share with conditions") },
	{ "alone", N_("Alone") }, { NULL, NULL } };
static const struct choice ADMISSION_STATE_CHOICES[] = { { "open", N_("Open") }, { "completed", N_("Completed") }, { "refused", N_("Refused") }, { NULL, NULL } };

#define STEP(index, name_, label_, basis_) \
	[index] = { name_, label_, NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = STEP_CHOICES, .basis = basis_ }

static const struct citation NMR_20 = { "NMR-20", N_("Nelson Mandela Rules, Rule 20"), SOURCE_TEXT_READ };
const struct choice OWN_CLOTHES_CHOICES[] = { { "fit", N_("Clean and fit to wear") }, { "made_fit", N_("Washed or mended here, then given back") },
	{ "not_fit", N_("Not clean or not fit, and nothing is done yet") }, { "not_worn", N_("Does not wear own clothes here") }, { NULL, NULL } };

static const struct field ADMISSION[] = {
	[ADMISSION_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[ADMISSION_EPISODE] = { "episode", N_("Custody episode"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "custody_episode" },
	[ADMISSION_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[ADMISSION_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = ADMISSION_STATE_CHOICES },
	[ADMISSION_ARRIVED_AT] = { "arrived_at", N_("Arrived"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_7 },
	[ADMISSION_DELIVERED_BY] = { "delivered_by", N_("Delivered by"), NULL, FIELD_LINE, OPEN, 0 },
	STEP(ADMISSION_IDENTITY, "identity_step", N_("Identity checked"), &NMR_7),
	STEP(ADMISSION_AUTHORITY, "authority_step", N_("Order checked"), &NMR_7),
	STEP(ADMISSION_SEARCH, "search_step", N_("Searched with dignity"), NULL),
	STEP(ADMISSION_CONDITION, "condition_step", N_("Condition on arrival"), &NMR_7D),
	[ADMISSION_INJURIES] = { "injuries", N_("Visible injuries"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED, .basis = &NMR_7D },
	[ADMISSION_INJURIES_DETAIL] = { "injuries_detail", N_("What is seen"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED, .basis = &NMR_7D },
	[ADMISSION_ILL_TREATMENT] = { "ill_treatment", N_("Complaint of ill-treatment before arrival"), NULL, FIELD_YES_NO, CLOSED, FIELD_DERIVED, .basis = &NMR_7D },
	[ADMISSION_ILL_TREATMENT_DETAIL] = { "ill_treatment_detail", N_("What the person says"), NULL, FIELD_PROSE, CLOSED, FIELD_DERIVED, .basis = &NMR_7D },
	STEP(ADMISSION_PROPERTY, "property_step", N_("Property listed and signed"), &NMR_67),
	STEP(ADMISSION_HEALTH, "health_step", N_("Health examination"), &NMR_30),
	STEP(ADMISSION_NEEDS, "needs_step", N_("Immediate needs"), NULL),
	STEP(ADMISSION_SAFETY, "safety_step", N_("Safety and cell sharing"), &NMR_12),
	[ADMISSION_OWN_CLOTHES] = { "own_clothes", N_("Own clothes"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = OWN_CLOTHES_CHOICES, .basis = &NMR_20 },
	[ADMISSION_SHARING_RISK] = { "sharing_risk", N_("Cell sharing"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = SHARING_RISK_CHOICES, .basis = &NMR_12 },
	STEP(ADMISSION_FAMILY, "family_step", N_("Family told"), NULL),
	STEP(ADMISSION_CHILDREN, "children_step", N_("Children"), NULL),
	STEP(ADMISSION_CONSULATE, "consulate_step", N_("Consulate or protecting body"), NULL),
	STEP(ADMISSION_INFORMATION, "information_step", N_("Rights and rules explained"), &NMR_54),
	STEP(ADMISSION_CHARGES_TOLD, "charges_step", N_("Reasons and charges told"), &NMR_119),
	STEP(ADMISSION_PLACED, "placed_step", N_("Placed for the first night"), NULL),
	[ADMISSION_COMPLETED_AT] = { "completed_at", N_("Completed"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
};

const struct record RECORD_ADMISSION = {
	.name = "admission", .label = N_("Admission"), .label_plural = N_("Admissions"), .help = N_("The steps of receiving a person, with who did what when"),
	.fields = ADMISSION, .field_count = ADMISSION_FIELDS,
	.facility_field = ADMISSION_FACILITY, .person_field = ADMISSION_PERSON, .parent_field = ADMISSION_EPISODE,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING) | ROLE(HEALTH) | ROLE(SECURITY), .basis = &NMR_7,
};

const struct choice PROPERTY_CLASS_CHOICES[] = { { "clothing", N_("Clothing") }, { "document", N_("Document") }, { "legal_papers", N_("Legal papers") },
	{ "money", N_("Money") }, { "valuable", N_("Valuable") }, { "telephone", N_("Telephone") }, { "medicine", N_("Medicine") },
	{ "religious", N_("Object of worship") }, { "other", N_("Other") }, { NULL, NULL } };
static const struct choice PROPERTY_STATE_CHOICES[] = { { "stored", N_("Stored") }, { "with_person", N_("With the person") }, { "returned", N_("Returned") },
	{ "sent_out", N_("Sent out") }, { "spent", N_("Spent") }, { "destroyed", N_("Destroyed for hygiene") }, { "transferred", N_("Sent with the person") },
	{ "handed_to_authority", N_("Handed to an authority") }, { NULL, NULL } };
static const struct choice SIGNED_CHOICES[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };

static const struct field PROPERTY_ITEM[] = {
	[PROPERTY_ITEM_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[PROPERTY_ITEM_FACILITY] = { "facility", N_("Stored at"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_DERIVED, .reference = "facility" },
	[PROPERTY_ITEM_DESCRIPTION] = { "description", N_("Item"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_67 },
	[PROPERTY_ITEM_CLASS] = { "item_class", N_("Class"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = PROPERTY_CLASS_CHOICES },
	[PROPERTY_ITEM_QUANTITY] = { "quantity", N_("Quantity"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED | FIELD_LISTED, .limits = { 1, 100000, 0 } },
	[PROPERTY_ITEM_VALUE] = { "amount", N_("Amount of money"), NULL, FIELD_MONEY, OPEN, 0, .limits = { 0, 1000000000000, 0 } },
	[PROPERTY_ITEM_CURRENCY] = { "currency", N_("Currency"), N_("Three letters: KZT, USD"), FIELD_CODE, OPEN, 0, .limits = { 3, 3, 0 } },
	[PROPERTY_ITEM_CONTAINER] = { "container", N_("Bag or box"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[PROPERTY_ITEM_SEAL] = { "seal", N_("Seal number"), NULL, FIELD_LINE, OPEN, FIELD_LISTED, .basis = &NMR_67 },
	[PROPERTY_ITEM_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED, .choices = PROPERTY_STATE_CHOICES },
	[PROPERTY_ITEM_SIGNED] = { "signed", N_("Inventory signed"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED_CHOICES, .basis = &NMR_67 },
	[PROPERTY_ITEM_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 },
	[PROPERTY_ITEM_RETURNED_AT] = { "ended_at", N_("Returned or ended"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED },
	[PROPERTY_ITEM_DISPOSAL_REASON] = { "disposal_reason", N_("Why not returned"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[PROPERTY_ITEM_RECEIVED_FROM] = { "received_from", N_("Came from outside, from whom"), NULL, FIELD_LINE, OPEN, 0 },
	[PROPERTY_ITEM_PERSON_TOLD] = { "person_told", N_("The person was told of it"), NULL, FIELD_YES_NO, OPEN, 0 },
};

const struct record RECORD_PROPERTY_ITEM = {
	.name = "property_item", .label = N_("Property item"), .label_plural = N_("Property"), .help = N_("What a person owns and the facility keeps"),
	.fields = PROPERTY_ITEM, .field_count = PROPERTY_ITEM_FIELDS,
	.facility_field = PROPERTY_ITEM_FACILITY, .person_field = PROPERTY_ITEM_PERSON, .parent_field = PROPERTY_ITEM_PERSON,
	.correctors = ROLE(RECEPTION) | ROLE(GOVERNOR), .compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING) | ROLE(SECURITY), .basis = &NMR_67,
};

const struct choice INFORMATION_KIND_CHOICES[] = { { "law_and_rules", N_("The law and the rules of the prison") },
	{ "rights", N_("Rights, legal advice, complaints") }, { "obligations", N_("Obligations and sanctions") }, { "other", N_("All other matters of life here") },
	{ "charges", N_("Reasons for detention and charges") }, { NULL, NULL } };
const struct choice INFORMATION_FORM_CHOICES[] = { { "written", N_("In writing") }, { "oral", N_("By word of mouth") }, { "interpreter", N_("Through an interpreter") },
	{ "sign", N_("In sign language") }, { "braille", N_("In braille or large print") }, { "easy_read", N_("In easy language") }, { NULL, NULL } };

static const struct field INFORMATION_GIVEN[] = {
	[INFORMATION_GIVEN_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[INFORMATION_GIVEN_KIND] = { "kind", N_("What was explained"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = INFORMATION_KIND_CHOICES,
		.basis = &NMR_54 },
	[INFORMATION_GIVEN_LANGUAGE] = { "language", N_("Language"), N_("Code of two letters"), FIELD_CODE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .limits = { 2, 3, 0 } },
	[INFORMATION_GIVEN_FORM] = { "form", N_("How"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = INFORMATION_FORM_CHOICES },
	[INFORMATION_GIVEN_BY] = { "explained_by", N_("Explained by"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[INFORMATION_GIVEN_AT] = { "given_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[INFORMATION_GIVEN_SIGNED] = { "signed", N_("Receipt"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED_CHOICES },
	[INFORMATION_GIVEN_WITNESS] = { "witness", N_("Witness"), NULL, FIELD_LINE, OPEN, 0 },
};

const struct record RECORD_INFORMATION_GIVEN = {
	.name = "information_given", .label = N_("Information given"), .label_plural = N_("Information given"),
	.help = N_("What was explained to the person, in which language and how"),
	.fields = INFORMATION_GIVEN, .field_count = INFORMATION_GIVEN_FIELDS,
	.facility_field = FIELD_NONE, .person_field = INFORMATION_GIVEN_PERSON, .parent_field = INFORMATION_GIVEN_PERSON,
	.correctors = CUSTODY_CORRECTORS, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING), .basis = &NMR_54,
};

static const struct choice OBSERVATION_CHOICES[] = { { "none", N_("None") }, { "intermittent", N_("At intervals") }, { "constant", N_("Constant") }, { NULL, NULL } };
static const struct choice FITNESS_CHOICES[] = { { "fit", N_("Fit") }, { "light", N_("Light work only") }, { "unfit", N_("Not fit") }, { NULL, NULL } };

static const struct field HEALTH_INTAKE[] = {
	[HEALTH_INTAKE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, CLOSED, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[HEALTH_INTAKE_EXAMINED_AT] = { "examined_at", N_("Examined"), NULL, FIELD_MOMENT, CLOSED, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_30 },
	[HEALTH_INTAKE_EXAMINER] = { "examiner", N_("Examined by"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED | FIELD_LISTED },
	[HEALTH_INTAKE_SELF_HARM_WATCH] = { "self_harm_watch", N_("Watch for self-harm"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED | FIELD_LISTED, .basis = &NMR_30 },
	[HEALTH_INTAKE_OBSERVATION] = { "observation", N_("Observation"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED, .choices = OBSERVATION_CHOICES },
	[HEALTH_INTAKE_WITHDRAWAL] = { "withdrawal", N_("Signs of withdrawal"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED, .basis = &NMR_30 },
	[HEALTH_INTAKE_INFECTIOUS_PRECAUTION] = { "infectious_precaution", N_("Precaution against infection"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HEALTH_INTAKE_DAILY_MEDICINE] = { "daily_medicine", N_("Daily medicine"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HEALTH_INTAKE_DIET] = { "diet", N_("Diet on medical order"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HEALTH_INTAKE_MOBILITY] = { "mobility", N_("Needs help to move about"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HEALTH_INTAKE_FIT_FOR_WORK] = { "fit_for_work", N_("Fitness for work"), NULL, FIELD_CHOICE, CLOSED, 0, .choices = FITNESS_CHOICES },
	[HEALTH_INTAKE_PREGNANT] = { "pregnant", N_("Pregnant"), NULL, FIELD_YES_NO, CLOSED, FIELD_MAY_BE_UNKNOWN },
	[HEALTH_INTAKE_ILL_TREATMENT_SIGNS] = { "ill_treatment_signs", N_("Signs of ill-treatment"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED, .basis = &NMR_30 },
	[HEALTH_INTAKE_SIGNS_DETAIL] = { "ill_treatment_detail", N_("What is seen and what the person says"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &NMR_30 },
};

const struct record RECORD_HEALTH_INTAKE = {
	.name = "health_intake", .label = N_("Health intake"), .label_plural = N_("Health intakes"),
	.help = N_("What the health examination means for daily life; never a diagnosis"),
	.fields = HEALTH_INTAKE, .field_count = HEALTH_INTAKE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = HEALTH_INTAKE_PERSON, .parent_field = HEALTH_INTAKE_PERSON,
	.compartment = COMPARTMENT_HEALTH, .readers = ROLE(HEALTH), .basis = &NMR_30,
};

bool legal_order_in_force(const struct row *order, struct date day)
{
	if (!row_is(order, LEGAL_ORDER_STATE, "in_force"))
		return false;
	struct date from = row_date(order, LEGAL_ORDER_VALID_FROM), until = row_date(order, LEGAL_ORDER_VALID_UNTIL);
	return date_compare(from, day) <= 0 && (!until.year || date_compare(day, until) <= 0);
}

bool custody_credit_counts(const struct row *credit)
{
	return !row_is(credit, CUSTODY_CREDIT_STATE, "quashed");
}

bool legal_status_is_convicted(struct text status)
{
	return text_equal_string(status, "convicted") || text_equal_string(status, "recall") || text_equal_string(status, "appeal");
}

bool legal_status_is_untried(struct text status)
{
	return text_equal_string(status, "untried");
}

bool legal_status_is_without_charge(struct text status)
{
	return text_equal_string(status, "administrative");
}

static int64_t running_number(const struct row *episode, size_t prefix)
{
	int64_t number = 0;
	return episode && text_to_integer(text_slice(row_text(episode, CUSTODY_EPISODE_NUMBER), prefix, SIZE_MAX), &number) ? number : 0;
}

/*
 * By letters "9999" stands behind "10000". So the greatest of four digits is looked for, and the one used last; from the
 * greater of them upwards until a number is free, which is the next one but where numbers were given by hand.
 */
int64_t custody_register_last(const struct act_context *context, struct text facility, struct text prefix)
{
	const struct condition used[] = { CONDITION_TEXT(CUSTODY_EPISODE_FACILITY, facility),
		{ .field = CUSTODY_EPISODE_NUMBER, .comparison = STARTS_WITH, .value = value_text(prefix) } };
	int64_t last = running_number(act_find_first(context, &RECORD_CUSTODY_EPISODE, used, 2, CUSTODY_EPISODE_NUMBER, true), prefix.length);
	if (last < 9999)
		return last;
	int64_t newest = running_number(act_find_first(context, &RECORD_CUSTODY_EPISODE, used, 2, FIELD_CREATED_AT, true), prefix.length);
	last = newest > last ? newest : last;
	for (;; last++) {
		struct text next = arena_format(context->arena, "%.*s%04lld", TEXT_FORMAT(prefix), (long long)last + 1);
		const struct condition taken[] = { CONDITION_TEXT(CUSTODY_EPISODE_FACILITY, facility), CONDITION_TEXT(CUSTODY_EPISODE_NUMBER, next) };
		if (act_count(context, &RECORD_CUSTODY_EPISODE, taken, 2) == 0)
			return last;
	}
}
