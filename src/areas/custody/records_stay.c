/* records_stay.c - alert, keep apart, placement, movement, transfer, release, case note; and the area's list of records. */
#include "areas/custody/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE

static const struct citation NMR_7C = { "NMR-7.c", N_("Nelson Mandela Rules, Rule 7 (c)"), SOURCE_TEXT_READ };
static const struct citation NMR_12 = { "NMR-12.2a", N_("Nelson Mandela Rules, Rule 12"), SOURCE_TEXT_READ };
static const struct citation NMR_19 = { "NMR-19.3", N_("Nelson Mandela Rules, Rule 19"), SOURCE_TEXT_READ };
static const struct citation NMR_73 = { "NMR-73.2", N_("Nelson Mandela Rules, Rule 73"), SOURCE_TEXT_READ };
static const struct citation NMR_9 = { "NMR-9.3", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };
static const struct citation NMR_108 = { "NMR-108.1", N_("Nelson Mandela Rules, Rule 108"), SOURCE_TEXT_READ };
static const struct citation BKK_4 = { "BKK-4", N_("Bangkok Rules, Rule 4"), SOURCE_TEXT_READ };

/* Words of function, not labels of a person: each needs evidence and dies at its expiry. */
const struct choice ALERT_KIND_CHOICES[] = { { "self_harm", N_("Watch for self-harm") }, { "escape", N_("Escape planning seen") },
	{ "threatened", N_("Threatened by others") }, { "threatens", N_("Has threatened others") }, { "hostage", N_("Hostage taking") },
	{ "staff_assault", N_("Assault on staff") }, { "co_accused", N_("Co-accused in custody") }, { "corruption_pressure", N_("Pressure to corrupt staff") },
	{ "access", N_("Help in an emergency") }, { "interpreter", N_("Interpreter needed") }, { "do_not_share", N_("Do not share whereabouts") },
	{ "other", N_("Other") }, { NULL, NULL } };
static const struct choice ALERT_STATE_CHOICES[] = { { "live", N_("Live") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field ALERT[] = {
	[ALERT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[ALERT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = ALERT_KIND_CHOICES },
	[ALERT_TEXT] = { "instruction", N_("What staff should do"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[ALERT_EVIDENCE] = { "evidence", N_("What it rests on"), N_("What was seen or heard, when, by whom. Never belief, dress, diet or origin"), FIELD_PROSE, CLOSED,
		FIELD_REQUIRED },
	[ALERT_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[ALERT_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[ALERT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = ALERT_STATE_CHOICES },
	[ALERT_ENDED_REASON] = { "ended_reason", N_("Why it ended"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
};

const struct record RECORD_ALERT = {
	.name = "alert", .label = N_("Alert"), .label_plural = N_("Alerts"), .help = N_("Something staff must know now; ends by itself unless renewed with reasons"),
	.fields = ALERT, .field_count = ALERT_FIELDS,
	.facility_field = FIELD_NONE, .person_field = ALERT_PERSON, .parent_field = ALERT_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF,
};

const struct choice KEEP_APART_GROUND_CHOICES[] = { { "own_request", N_("Asked by the person") }, { "threat", N_("Threat between them") },
	{ "same_case", N_("Same case before decision") }, { "victim", N_("One harmed the other or the other's family") }, { "court", N_("Order of a court") },
	{ "register", N_("Noted in the old register") }, { NULL, NULL } };
static const struct choice KEEP_APART_STATE_CHOICES[] = { { "live", N_("Live") }, { "ended", N_("Ended") }, { NULL, NULL } };

static const struct field KEEP_APART[] = {
	[KEEP_APART_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[KEEP_APART_OTHER] = { "other", N_("From whom"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[KEEP_APART_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = KEEP_APART_GROUND_CHOICES, .basis = &NMR_12 },
	[KEEP_APART_STARTS] = { "starts_on", N_("From"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[KEEP_APART_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[KEEP_APART_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED,
		.choices = KEEP_APART_STATE_CHOICES },
};

const struct record RECORD_KEEP_APART = {
	.name = "keep_apart", .label = N_("Keep apart"), .label_plural = N_("Keep apart"), .help = N_("Two people who must not share a cell; stands in both files"),
	.fields = KEEP_APART, .field_count = KEEP_APART_FIELDS,
	.facility_field = FIELD_NONE, .person_field = KEEP_APART_PERSON, .parent_field = KEEP_APART_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_12,
};

static const struct field PLACEMENT[] = {
	[PLACEMENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[PLACEMENT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[PLACEMENT_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "place" },
	[PLACEMENT_BED] = { "bed", N_("Bed"), NULL, FIELD_LINE, OPEN, FIELD_LISTED, .limits = { 1, 20, 0 } },
	[PLACEMENT_STARTED_AT] = { "started_at", N_("Since"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .basis = &NMR_7C },
	[PLACEMENT_ENDED_AT] = { "ended_at", N_("Until"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED },
	[PLACEMENT_REASON] = { "reason", N_("Why"), NULL, FIELD_LINE, OPEN, 0 },
	[PLACEMENT_SHARING_REVIEWED_ON] = { "sharing_reviewed_on", N_("Cell sharing looked at on"), NULL, FIELD_DATE, OPEN, 0, .basis = &NMR_12 },
	[PLACEMENT_EXCEPTION_ORDER] = { "exception_order", N_("Exception of the central administration"), N_("Number of the decision that allows more than one in a single cell"),
		FIELD_LINE, OPEN, 0 },
	[PLACEMENT_OWN_REQUEST] = { "own_request", N_("At the person's own request"), NULL, FIELD_YES_NO, OPEN, 0 },
};

const struct record RECORD_PLACEMENT = {
	.name = "placement", .label = N_("Placement"), .label_plural = N_("Placements"), .help = N_("Where a person sleeps, from when to when"),
	.fields = PLACEMENT, .field_count = PLACEMENT_FIELDS,
	.facility_field = PLACEMENT_FACILITY, .person_field = PLACEMENT_PERSON, .parent_field = PLACEMENT_PERSON,
	.correctors = ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR), .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF,
};

const struct choice MOVEMENT_KIND_CHOICES[] = { { "admission", N_("Admission") }, { "court", N_("Court") }, { "hospital", N_("Hospital") },
	{ "investigation", N_("Investigation") }, { "leave", N_("Temporary leave") }, { "compassionate", N_("Compassionate leave") }, { "work", N_("Work outside") },
	{ "transfer", N_("Transfer") }, { "release", N_("Release") }, { "escape", N_("Escape") }, { "death", N_("Death") }, { "return", N_("Return") },
	{ "other", N_("Other") }, { NULL, NULL } };
const struct choice VEHICLE_CHOICES[] = { { "fit", N_("Looked at: air, light, a seat for everybody") }, { "unfit", N_("Not fit: without air or light, or too full") },
	{ "none", N_("On foot or by an ambulance") }, { NULL, NULL } };
const struct choice DRESS_CHOICES[] = { { "own", N_("Own clothes") }, { "plain", N_("Other clothes that do not show where the person comes from") },
	{ "prison", N_("Prison dress") }, { NULL, NULL } };
const struct choice MOVEMENT_DIRECTION_CHOICES[] = { { "out", N_("Out") }, { "in", N_("In") }, { NULL, NULL } };
static const struct choice MOVEMENT_STATE_CHOICES[] = { { "open", N_("Out now") }, { "done", N_("Done") }, { "cancelled", N_("Cancelled") }, { NULL, NULL } };

static const struct field MOVEMENT[] = {
	[MOVEMENT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[MOVEMENT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "facility" },
	[MOVEMENT_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = MOVEMENT_KIND_CHOICES },
	[MOVEMENT_DIRECTION] = { "direction", N_("Direction"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = MOVEMENT_DIRECTION_CHOICES },
	[MOVEMENT_DESTINATION] = { "destination", N_("From or to"), NULL, FIELD_LINE, OPEN, FIELD_LISTED },
	[MOVEMENT_TO_FACILITY] = { "to_facility", N_("Other facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "facility" },
	[MOVEMENT_AUTHORITY] = { "authority", N_("On whose authority"), NULL, FIELD_LINE, OPEN, 0, .basis = &NMR_7C },
	[MOVEMENT_ESCORT] = { "escort", N_("Escort"), NULL, FIELD_LINE, OPEN, 0, .basis = &NMR_7C },
	[MOVEMENT_LEFT_AT] = { "happened_at", N_("Day and hour"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .basis = &NMR_7C },
	[MOVEMENT_DUE_BACK_AT] = { "due_back_at", N_("Due back"), NULL, FIELD_MOMENT, OPEN, FIELD_LISTED },
	[MOVEMENT_RETURNED_AT] = { "returned_at", N_("Back or arrived"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED, .basis = &NMR_7C },
	[MOVEMENT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = MOVEMENT_STATE_CHOICES },
	[MOVEMENT_TRANSFER] = { "transfer", N_("Transfer"), NULL, FIELD_REFERENCE, OPEN, FIELD_DERIVED, .reference = "transfer" },
	[MOVEMENT_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, 0 },
	[MOVEMENT_VEHICLE] = { "vehicle", N_("Vehicle"), NULL, FIELD_CHOICE, OPEN, 0, .choices = VEHICLE_CHOICES, .basis = &NMR_73 },
	[MOVEMENT_SHIELDED] = { "shielded", N_("Shielded from public view on the way"), NULL, FIELD_YES_NO, OPEN, 0, .basis = &NMR_73 },
	[MOVEMENT_DRESS] = { "dress", N_("What the person wears outside"), NULL, FIELD_CHOICE, OPEN, 0, .choices = DRESS_CHOICES, .basis = &NMR_19 },
};

const struct record RECORD_MOVEMENT = {
	.name = "movement", .label = N_("Movement"), .label_plural = N_("Movements"), .help = N_("One coming or going through the gate, with day and hour"),
	.fields = MOVEMENT, .field_count = MOVEMENT_FIELDS,
	.facility_field = MOVEMENT_FACILITY, .person_field = MOVEMENT_PERSON, .parent_field = MOVEMENT_PERSON,
	.correctors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_7C,
};

static const struct choice TRANSFER_STATE_CHOICES[] = { { "offered", N_("Offered") }, { "departed", N_("On the way") }, { "accepted", N_("Arrived and accepted") },
	{ "refused", N_("Refused") }, { "cancelled", N_("Cancelled") }, { NULL, NULL } };

static const struct field TRANSFER[] = {
	[TRANSFER_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[TRANSFER_FROM] = { "from_facility", N_("From"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[TRANSFER_TO] = { "to_facility", N_("To"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "facility" },
	[TRANSFER_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = TRANSFER_STATE_CHOICES },
	[TRANSFER_REASON] = { "why", N_("Why"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[TRANSFER_AUTHORITY] = { "authority", N_("On whose decision"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[TRANSFER_OFFERED_AT] = { "offered_at", N_("Offered"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[TRANSFER_DEPARTED_AT] = { "departed_at", N_("Left"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[TRANSFER_ARRIVED_AT] = { "arrived_at", N_("Arrived"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[TRANSFER_ANSWER_REASON] = { "answer_reason", N_("Reason of the answer"), NULL, FIELD_LINE, OPEN, FIELD_DERIVED },
	[TRANSFER_DISTANCE_KM] = { "distance_km", N_("Distance from home or place of resettlement in kilometres"), NULL, FIELD_INTEGER, OPEN, FIELD_MAY_BE_UNKNOWN,
		.limits = { 0, 20000, 0 }, .basis = &BKK_4 },
	[TRANSFER_EPOCH] = { "epoch", N_("Hand-over number"), NULL, FIELD_INTEGER, OPEN, FIELD_DERIVED, .limits = { 1, 1000000, 0 } },
};

const struct record RECORD_TRANSFER = {
	.name = "transfer", .label = N_("Transfer"), .label_plural = N_("Transfers"), .help = N_("Handing a person over to another facility in two steps, so that nobody is lost in between"),
	.fields = TRANSFER, .field_count = TRANSFER_FIELDS,
	.facility_field = TRANSFER_TO, .person_field = TRANSFER_PERSON, .parent_field = TRANSFER_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_7C,
};

const struct choice RELEASE_KIND_CHOICES[] = { { "term_served", N_("Term served") }, { "court_order", N_("Order of a court") },
	{ "conditional", N_("Conditional release") }, { "amnesty", N_("Amnesty or pardon") }, { "acquittal", N_("Acquittal") },
	{ "charge_dropped", N_("Charge dropped") }, { "remand_expired", N_("Remand order expired") }, { "handed_over", N_("Handed over to another State") }, { NULL, NULL } };
static const struct choice RELEASE_STATE_CHOICES[] = { { "preparing", N_("Being prepared") }, { "ready", N_("Ready") }, { "released", N_("Released") },
	{ "cancelled", N_("Cancelled") }, { NULL, NULL } };
static const struct choice RELEASE_BREACH_CHOICES[] = { { "late", N_("Held past the date") }, { "early", N_("Released before the date") }, { NULL, NULL } };

static const struct field RELEASE[] = {
	[RELEASE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .reference = "person" },
	[RELEASE_EPISODE] = { "episode", N_("Custody episode"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "custody_episode" },
	[RELEASE_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[RELEASE_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_DERIVED | FIELD_LISTED | FIELD_INDEXED, .choices = RELEASE_STATE_CHOICES },
	[RELEASE_PLANNED_ON] = { "planned_on", N_("Planned for"), NULL, FIELD_DATE, OPEN, FIELD_LISTED | FIELD_INDEXED },
	[RELEASE_KIND] = { "kind", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_LISTED, .choices = RELEASE_KIND_CHOICES },
	[RELEASE_CALCULATED_FIRST] = { "calculated_first", N_("Date by the first calculation"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[RELEASE_CALCULATED_SECOND] = { "calculated_second", N_("Date by the second calculation"), NULL, FIELD_DATE, OPEN, FIELD_DERIVED },
	[RELEASE_IDENTITY_CHECKED] = { "identity_checked", N_("Identity checked at the gate"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[RELEASE_ORDERS_SEEN] = { "orders_seen", N_("All orders seen"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[RELEASE_PROPERTY_RETURNED] = { "property_returned", N_("Property returned"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED },
	[RELEASE_FILE_OFFERED] = { "file_offered", N_("Copy of the file offered"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED, .basis = &NMR_9 },
	[RELEASE_MEDICINE_GIVEN] = { "medicine_given", N_("Medicine and papers for treatment given"), NULL, FIELD_YES_NO, OPEN, FIELD_DERIVED | FIELD_MAY_BE_UNKNOWN },
	[RELEASE_RELEASED_AT] = { "released_at", N_("Released"), NULL, FIELD_MOMENT, OPEN, FIELD_DERIVED | FIELD_LISTED },
	[RELEASE_BREACH_KIND] = { "breach_kind", N_("Not on the day"), NULL, FIELD_CHOICE, OPEN, FIELD_DERIVED, .choices = RELEASE_BREACH_CHOICES },
};

const struct record RECORD_RELEASE = {
	.name = "release", .label = N_("Release"), .label_plural = N_("Releases"), .help = N_("Preparing and carrying out a release"),
	.fields = RELEASE, .field_count = RELEASE_FIELDS,
	.facility_field = RELEASE_FACILITY, .person_field = RELEASE_PERSON, .parent_field = RELEASE_EPISODE,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(WING) | ROLE(HEALTH) | ROLE(PSYCHOLOGIST), .basis = &NMR_108,
};

const struct choice RELEASE_STEP_CHOICES[] = { { "identity_papers", N_("Identity papers") }, { "housing", N_("Somewhere to live") },
	{ "clothing", N_("Clothing for the season") }, { "travel", N_("Travel home") }, { "subsistence", N_("Means to live on at first") }, { NULL, NULL } };

static const struct field RELEASE_STEP[] = {
	[RELEASE_STEP_RELEASE] = { "release_row", N_("Release"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "release" },
	[RELEASE_STEP_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[RELEASE_STEP_KIND] = { "kind", N_("What"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = RELEASE_STEP_CHOICES, .basis = &NMR_108 },
	[RELEASE_STEP_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = STEP_CHOICES },
	[RELEASE_STEP_NOTE] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, FIELD_LISTED },
};

const struct record RECORD_RELEASE_STEP = {
	.name = "release_step", .label = N_("Release need"), .label_plural = N_("Release needs"), .help = N_("What the person needs on the day of release"),
	.fields = RELEASE_STEP, .field_count = RELEASE_STEP_FIELDS,
	.facility_field = FIELD_NONE, .person_field = RELEASE_STEP_PERSON, .parent_field = RELEASE_STEP_RELEASE,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_RECORDERS | ROLE(PSYCHOLOGIST), .basis = &NMR_108,
};

const struct choice NOTE_KIND_CHOICES[] = { { "general", N_("General") }, { "behaviour", N_("Behaviour") }, { "contact", N_("Conversation") },
	{ "family", N_("Family") }, { "work", N_("Work or education") }, { "legal", N_("Court or lawyer") }, { "resettlement", N_("Plan for life after release") },
	{ "register", N_("From the old register") }, { NULL, NULL } };
static const struct choice FACT_CHOICES[] = { { "fact", N_("Seen or heard by the author") }, { "report", N_("Reported by somebody else") },
	{ "opinion", N_("Opinion of the author") }, { NULL, NULL } };

static const struct field CASE_NOTE[] = {
	[CASE_NOTE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED | FIELD_FIXED, .reference = "person" },
	[CASE_NOTE_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = NOTE_KIND_CHOICES },
	[CASE_NOTE_TEXT] = { "note", N_("Note"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CASE_NOTE_HAPPENED_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED | FIELD_LISTED },
	[CASE_NOTE_FACT_OR_OPINION] = { "fact_or_opinion", N_("How it is known"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | FIELD_LISTED, .choices = FACT_CHOICES },
	[CASE_NOTE_AMENDS] = { "amends", N_("Amends"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED, .reference = "case_note" },
};

const struct record RECORD_CASE_NOTE = {
	.name = "case_note", .label = N_("Case note"), .label_plural = N_("Case notes"), .help = N_("What was seen, said or done, with who knows it and how"),
	.fields = CASE_NOTE, .field_count = CASE_NOTE_FIELDS,
	.facility_field = FIELD_NONE, .person_field = CASE_NOTE_PERSON, .parent_field = CASE_NOTE_PERSON,
	.compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF,
};

bool alert_is_live(const struct row *alert, struct date day)
{
	return row_is(alert, ALERT_STATE, "live") && date_compare(day, row_date(alert, ALERT_EXPIRES)) <= 0;
}

bool keep_apart_is_live(const struct row *keep_apart, struct date day)
{
	return row_is(keep_apart, KEEP_APART_STATE, "live") && date_compare(day, row_date(keep_apart, KEEP_APART_EXPIRES)) <= 0;
}

const struct record *const CUSTODY_RECORDS[] = { &RECORD_FACILITY, &RECORD_PLACE, &RECORD_PERSON, &RECORD_PERSON_NAME, &RECORD_IDENTITY_DOCUMENT,
	&RECORD_PERSON_MARK, &RECORD_CONTACT, &RECORD_CHILD, &RECORD_NOTICE, &RECORD_FILE_LINK, &RECORD_CUSTODY_EPISODE, &RECORD_LEGAL_ORDER,
	&RECORD_OFFENCE, &RECORD_SENTENCE_TERM, &RECORD_CUSTODY_CREDIT, &RECORD_ADMISSION, &RECORD_PROPERTY_ITEM, &RECORD_INFORMATION_GIVEN,
	&RECORD_HEALTH_INTAKE, &RECORD_ALERT, &RECORD_KEEP_APART, &RECORD_PLACEMENT, &RECORD_MOVEMENT, &RECORD_TRANSFER, &RECORD_RELEASE,
	&RECORD_RELEASE_STEP, &RECORD_CASE_NOTE, &RECORD_RELATIVE_NEWS, &RECORD_APPLICATION, &RECORD_NIGHT_ROUND,
	&RECORD_QUESTIONING, NULL };
