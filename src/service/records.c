/* records.c - tables of the engine's own nouns, and their area. */
#include "service/records.h"

#include "service/import_job.h"
#include "service/internal.h"
#include "service/key_destruction.h"

#define READ_BY_OFFICES \
	(ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(ADMINISTRATOR))
enum { FACILITIES_LENGTH = 20000, INPUT_LENGTH = 1000000 };

const struct choice CLEARANCE_CHOICES[] = {
	{"official", N_("Official")},
	{"sensitive", N_("Sensitive")},
	{NULL, NULL},
};
static const struct choice DEADLINE_OUTCOMES[] = {
	{"open", N_("Open")},
	{"done", N_("Done")},
	{"lapsed", N_("Passed without being done")},
	{"withdrawn", N_("Withdrawn")},
	{NULL, NULL},
};
static const struct choice BREACH_STATES[] = {
	{"open", N_("Open")},
	{"remedied", N_("Remedied")},
	{"verified", N_("Remedy verified")},
	{NULL, NULL},
};
static const struct choice PROPOSAL_STATES[] = {
	{"waiting", N_("Waits for a second person")},
	{"approved", N_("Agreed")},
	{"declined", N_("Declined")},
	{"lapsed", N_("Ran out of time")},
	{NULL, NULL},
};

static const struct field USER_FIELDS[USER_FIELD_COUNT] = {
	[USER_NAME] = {.name = "name", .label = N_("Sign-in name"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_SEARCHED | FIELD_LISTED},
	[USER_DISPLAY_NAME] = {.name = "display_name", .label = N_("Name"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_SEARCHED | FIELD_LISTED},
	[USER_ROLES] = {.name = "roles", .label = N_("Roles"), .type = FIELD_CODES,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED},
	[USER_FACILITIES] = {.name = "facilities", .label = N_("Facilities"),
		.help = N_("Identifiers of the facilities within scope, parted by spaces; * means all"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .limits = {.maximum = FACILITIES_LENGTH}},
	[USER_CLEARANCE] = {.name = "clearance", .label = N_("Clearance"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .choices = CLEARANCE_CHOICES},
	[USER_COMPARTMENTS] = {.name = "compartments", .label = N_("Compartments"), .type = FIELD_CODES,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[USER_LANGUAGE] = {.name = "language", .label = N_("Language"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[USER_WORKING_FACILITY] = {.name = "working_facility", .label = N_("Works at"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_LISTED, .reference = "@facility"},
	[USER_ACTIVE] = {.name = "active", .label = N_("Active"), .type = FIELD_YES_NO,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED},
	[USER_OWN_SUBJECT] = {.name = "own_subject", .label = N_("Own file"),
		.help = N_("The file that is about this user, which this user may never open"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_SENSITIVE, .reference = "@subject"},
	[USER_DEVICE_UNTIL] = {.name = "device_until", .label = N_("May set up a device until"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_DERIVED},
	[USER_DEVICE_OFF_AT] = {.name = "device_off_at", .label = N_("Device taken off"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_DERIVED},
	[USER_VISITING] = {.name = "visiting", .label = N_("External inspector"), .type = FIELD_YES_NO,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[USER_VALID_UNTIL] = {.name = "valid_until", .label = N_("Ends by itself"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[USER_UNANNOUNCED] = {.name = "unannounced", .label = N_("Unannounced visit"), .type = FIELD_YES_NO,
		.sensitivity = SENSITIVITY_OFFICIAL},
};
const struct record RECORD_USER_ACCOUNT = {
	.name = "user_account", .label = N_("User"), .label_plural = N_("Users"),
	.help = N_("Somebody, or a machine, who may sign in."), .fields = USER_FIELDS, .field_count = USER_FIELD_COUNT,
	.facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE | RECORD_NO_READ_LOG, .readers = READ_BY_OFFICES,
};

/* What deadline, breach, proposal and attachment have in common. */
#define FACILITY_FIELD(flag) {.name = "facility_id", .label = N_("Facility"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = (flag), .reference = "@facility"}
#define SUBJECT_FIELD(flag) {.name = "subject_id", .label = N_("Person"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = (flag), .reference = "@subject"}
#define ABOUT_RECORD_FIELD {.name = "about_record", .label = N_("Table"), .type = FIELD_CODE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED}
#define ABOUT_ID_FIELD {.name = "about_id", .label = N_("Row"), .type = FIELD_CODE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED | FIELD_INDEXED}

static const struct field DEADLINE_FIELDS[DEADLINE_FIELD_COUNT] = {
	[DEADLINE_CLOCK] = {.name = "clock", .label = N_("What is due"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[DEADLINE_RULE] = {.name = "rule", .label = N_("Rule"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_FIXED | FIELD_LISTED},
	[DEADLINE_FACILITY] = FACILITY_FIELD(FIELD_LISTED),
	[DEADLINE_SUBJECT] = SUBJECT_FIELD(FIELD_FIXED | FIELD_LISTED),
	[DEADLINE_ABOUT_RECORD] = ABOUT_RECORD_FIELD,
	[DEADLINE_ABOUT_ID] = ABOUT_ID_FIELD,
	[DEADLINE_STARTED_AT] = {.name = "started_at", .label = N_("Started"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED},
	[DEADLINE_DUE_AT] = {.name = "due_at", .label = N_("Due"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED},
	[DEADLINE_STOPPED_AT] = {.name = "stopped_at", .label = N_("Stopped"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[DEADLINE_OUTCOME] = {.name = "outcome", .label = N_("Outcome"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED, .choices = DEADLINE_OUTCOMES},
};
const struct record RECORD_DEADLINE = {
	.name = "deadline", .label = N_("Deadline"), .label_plural = N_("Deadlines"),
	.help = N_("Something that a rule wants done by a moment."), .fields = DEADLINE_FIELDS,
	.field_count = DEADLINE_FIELD_COUNT, .facility_field = DEADLINE_FACILITY, .person_field = DEADLINE_SUBJECT,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE | RECORD_NO_READ_LOG,
	.readers = ROLES_ALL,
};

static const struct field BREACH_FIELDS[BREACH_FIELD_COUNT] = {
	[BREACH_RULE] = {.name = "rule", .label = N_("Rule"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED},
	[BREACH_FACILITY] = FACILITY_FIELD(FIELD_FIXED | FIELD_LISTED),
	[BREACH_SUBJECT] = SUBJECT_FIELD(FIELD_FIXED | FIELD_LISTED),
	[BREACH_ABOUT_RECORD] = ABOUT_RECORD_FIELD,
	[BREACH_ABOUT_ID] = ABOUT_ID_FIELD,
	[BREACH_ACT] = {.name = "act", .label = N_("Act"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_FIXED},
	[BREACH_MESSAGE] = {.name = "message", .label = N_("What happened"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED},
	[BREACH_PARAMETERS] = {.name = "parameters", .label = N_("Details"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED},
	[BREACH_HAPPENED_AT] = {.name = "happened_at", .label = N_("Recorded"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED},
	[BREACH_OWNER] = {.name = "owner_id", .label = N_("Owner of the remedy"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "user_account"},
	[BREACH_DUE_AT] = {.name = "due_at", .label = N_("Remedy due"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[BREACH_STATE] = {.name = "state", .label = N_("State"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED,
		.choices = BREACH_STATES},
	[BREACH_REMEDY] = {.name = "remedy", .label = N_("Remedy"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[BREACH_REMEDIED_BY] = {.name = "remedied_by", .label = N_("Remedied by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "user_account"},
	[BREACH_VERIFIED_BY] = {.name = "verified_by", .label = N_("Verified by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "user_account"},
	/* Moments, so that what was open on any past day can be told from the row alone. */
	[BREACH_REMEDIED_AT] = {.name = "remedied_at", .label = N_("Remedied"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[BREACH_VERIFIED_AT] = {.name = "verified_at", .label = N_("Verified"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_INDEXED},
};
const struct record RECORD_BREACH = {
	.name = "breach", .label = N_("Breach"), .label_plural = N_("Breaches"),
	.help = N_("A recorded fact that breaks a rule, and what was done about it."), .fields = BREACH_FIELDS,
	.field_count = BREACH_FIELD_COUNT, .facility_field = BREACH_FACILITY, .person_field = BREACH_SUBJECT,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE,
	.readers = ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(CASEWORKER) |
		ROLE(SECURITY) | ROLE(HEALTH) | ROLE(WING) | ROLE(RECEPTION),
};

static const struct field PROPOSAL_FIELDS[PROPOSAL_FIELD_COUNT] = {
	[PROPOSAL_ACT] = {.name = "act", .label = N_("Act"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[PROPOSAL_INPUT] = {.name = "input", .label = N_("Input"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED,
		.limits = {.maximum = INPUT_LENGTH}},
	[PROPOSAL_REASON] = {.name = "reason", .label = N_("Reason"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED},
	[PROPOSAL_FACILITY] = FACILITY_FIELD(FIELD_FIXED | FIELD_LISTED),
	[PROPOSAL_SUBJECT] = SUBJECT_FIELD(FIELD_FIXED | FIELD_LISTED),
	[PROPOSAL_PROPOSED_BY] = {.name = "proposed_by", .label = N_("Proposed by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.reference = "user_account"},
	[PROPOSAL_UNTIL] = {.name = "until_at", .label = N_("Open until"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED},
	[PROPOSAL_STATE] = {.name = "state", .label = N_("State"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED,
		.choices = PROPOSAL_STATES},
	[PROPOSAL_DECIDED_BY] = {.name = "decided_by", .label = N_("Decided by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "user_account"},
	[PROPOSAL_DECISION_REASON] = {.name = "decision_reason", .label = N_("Reason of the decision"),
		.type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL},
};
const struct record RECORD_PROPOSAL = {
	.name = "proposal", .label = N_("Proposal"), .label_plural = N_("Proposals"),
	.help = N_("An act that waits until a second person agrees."), .fields = PROPOSAL_FIELDS,
	.field_count = PROPOSAL_FIELD_COUNT, .facility_field = PROPOSAL_FACILITY, .person_field = PROPOSAL_SUBJECT,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE, .readers = ROLES_ALL,
};

static const struct field ATTACHMENT_FIELDS[ATTACHMENT_FIELD_COUNT] = {
	[ATTACHMENT_SUBJECT] = SUBJECT_FIELD(FIELD_FIXED | FIELD_LISTED),
	[ATTACHMENT_FACILITY] = FACILITY_FIELD(FIELD_FIXED),
	[ATTACHMENT_ABOUT_RECORD] = ABOUT_RECORD_FIELD,
	[ATTACHMENT_ABOUT_ID] = ABOUT_ID_FIELD,
	[ATTACHMENT_KIND] = {.name = "kind", .label = N_("Kind"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_FIXED | FIELD_LISTED},
	[ATTACHMENT_FILE_NAME] = {.name = "file_name", .label = N_("File name"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED | FIELD_LISTED},
	[ATTACHMENT_MEDIA_TYPE] = {.name = "media_type", .label = N_("Type"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[ATTACHMENT_SIZE] = {.name = "size", .label = N_("Size in bytes"), .type = FIELD_INTEGER,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[ATTACHMENT_HASH] = {.name = "hash", .label = N_("SHA-256"), .type = FIELD_HASH,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED},
};
const struct record RECORD_ATTACHMENT = {
	.name = "attachment", .label = N_("Document"), .label_plural = N_("Documents"),
	.help = N_("A scanned order or a photograph."), .fields = ATTACHMENT_FIELDS,
	.field_count = ATTACHMENT_FIELD_COUNT, .facility_field = ATTACHMENT_FACILITY, .person_field = ATTACHMENT_SUBJECT,
	.parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE, .readers = ROLES_ALL,
};

static const struct field IMPORT_ROW_FIELDS[IMPORT_ROW_FIELD_COUNT] = {
	[IMPORT_ROW_MAPPING] = {.name = "mapping", .label = N_("Mapping"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[IMPORT_ROW_SOURCE_KEY] = {.name = "source_key", .label = N_("Key in the source"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED},
	[IMPORT_ROW_HASH] = {.name = "hash", .label = N_("SHA-256"), .type = FIELD_HASH,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
	[IMPORT_ROW_RECORD] = {.name = "about_record", .label = N_("Table"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_LISTED},
	[IMPORT_ROW_RECORD_ID] = {.name = "about_id", .label = N_("Row"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_INDEXED},
};
const struct record RECORD_IMPORT_ROW = {
	.name = "import_row", .label = N_("Imported row"), .label_plural = N_("Imported rows"),
	.help = N_("Which row of a source became which row here, so that an import can be repeated."),
	.fields = IMPORT_ROW_FIELDS, .field_count = IMPORT_ROW_FIELD_COUNT, .facility_field = FIELD_NONE,
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_ENGINE | RECORD_NO_READ_LOG, .readers = ROLE(ADMINISTRATOR) | ROLE(AUDITOR),
};

static const struct field PROFILE_SETTING_FIELDS[PROFILE_SETTING_FIELD_COUNT] = {
	[PROFILE_SETTING_NAME] = {.name = "name", .label = N_("Profile"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED},
	[PROFILE_SETTING_TITLE] = {.name = "title", .label = N_("Title"), .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_FIXED | FIELD_LISTED},
	[PROFILE_SETTING_FACILITY] = FACILITY_FIELD(FIELD_FIXED | FIELD_LISTED),
	[PROFILE_SETTING_VALID_FROM] = {.name = "valid_from", .label = N_("In force from"), .type = FIELD_DATE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED},
	[PROFILE_SETTING_CONTENT] = {.name = "content", .label = N_("Content"), .type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .limits = {.maximum = INPUT_LENGTH}},
	[PROFILE_SETTING_HASH] = {.name = "hash", .label = N_("SHA-256"), .type = FIELD_HASH, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED},
};
/* Everybody may know by which numbers the rules are kept, in every facility: it has no scope. */
const struct record RECORD_PROFILE_SETTING = {
	.name = "profile_setting", .label = N_("Profile"), .label_plural = N_("Profiles"),
	.help = N_("Parameters of the rules for the country or a facility, and the day from which they hold."),
	.fields = PROFILE_SETTING_FIELDS, .field_count = PROFILE_SETTING_FIELD_COUNT, .facility_field = FIELD_NONE,
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_ENGINE | RECORD_NO_READ_LOG, .readers = ROLES_ALL,
};

static const struct record *const RECORDS[] = {&RECORD_USER_ACCOUNT, &RECORD_DEADLINE, &RECORD_BREACH,
	&RECORD_PROPOSAL, &RECORD_ATTACHMENT, &RECORD_IMPORT_ROW, &RECORD_BREAK_GLASS, &RECORD_KEY_DESTRUCTION,
	&RECORD_IMPORT_JOB, &RECORD_IMPORT_MAPPING, &RECORD_PROFILE_SETTING, NULL};
static const struct act *const ACTS[] = {&ACT_USER_ACCOUNT_ADD, &ACT_USER_ACCOUNT_CHANGE, &ACT_USER_ACCOUNT_GRANT,
	&ACT_USER_ACCOUNT_SUSPEND, &ACT_USER_ACCOUNT_OPEN_DEVICE, &ACT_USER_ACCOUNT_TAKE_DEVICE_OFF,
	&ACT_DEADLINE_LAPSE, &ACT_BREACH_ASSIGN, &ACT_BREACH_REMEDY, &ACT_BREACH_VERIFY,
	&ACT_PROPOSAL_MAKE, &ACT_PROPOSAL_APPROVE, &ACT_PROPOSAL_DECLINE, &ACT_PROPOSAL_LAPSE, &ACT_ATTACHMENT_ADD,
	&ACT_BREAK_GLASS_OPEN, &ACT_BREAK_GLASS_REVIEW, &ACT_KEY_DESTRUCTION_ORDER,
	&ACT_IMPORT_JOB_OPEN, &ACT_IMPORT_JOB_LOAD, &ACT_IMPORT_JOB_STOP, &ACT_IMPORT_JOB_SETTLE, &ACT_PROFILE_LOAD, NULL};
static const struct rule *const RULES[] = {&RULE_BREAK_GLASS, &RULE_NMR_1, &RULE_NMR_84_1A, NULL};
static const struct clock_kind *const CLOCKS[] = {&CLOCK_BREAK_GLASS_REVIEW, NULL};

const struct area AREA_ENGINE = {.name = "engine", .label = N_("Administration"), .records = RECORDS, .acts = ACTS,
	.rules = RULES, .clocks = CLOCKS};
