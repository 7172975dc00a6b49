/* import_job.c - records and acts of imports: open (with its files), load, stop, settle; and mappings that people make. */
#include "service/import_job.h"

#include "base/hash.h"
#include "service/records.h"

#define READ_BY (IMPORT_USERS | ROLE(AUDITOR) | ROLE(INSPECTOR))
enum { FILES_LENGTH = 4000 };

static const struct choice STATES[] = {
	{ "checking", N_("Being checked") }, { "checked", N_("Checked, not loaded") }, { "loading", N_("Being loaded") },
	{ "loaded", N_("Loaded") }, { "stopped", N_("Stopped") }, { "failed", N_("Could not be read") }, { NULL, NULL },
};
static const struct choice VIA[] = { { "page", N_("On the page") }, { "command", N_("By the command line") }, { NULL, NULL } };

#define PLAIN(name_, label_, type_, flags_) { .name = name_, .label = label_, .type = type_, .sensitivity = SENSITIVITY_OFFICIAL, .flags = flags_ }
#define MAPPING_FIELD PLAIN("mapping", N_("Mapping"), FIELD_CODE, FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED)
#define FILES_FIELD { .name = "files", .label = N_("Files"), .type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL, \
	.flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { .maximum = FILES_LENGTH } }
#define HASH_FIELD PLAIN("hash", N_("SHA-256 of the files"), FIELD_HASH, FIELD_REQUIRED | FIELD_FIXED | FIELD_INDEXED)
#define SIZE_FIELD PLAIN("size", N_("Size in bytes"), FIELD_INTEGER, FIELD_REQUIRED | FIELD_FIXED)
#define ZONE_FIELD PLAIN("zone", N_("Time zone of new facilities"), FIELD_LINE, FIELD_FIXED)
#define DAY_FIELD PLAIN("day", N_("Day of loading"), FIELD_DATE, FIELD_FIXED)
#define VIA_FIELD { .name = "via", .label = N_("Started"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL, \
	.flags = FIELD_REQUIRED | FIELD_FIXED, .choices = VIA }
#define ROWS_FIELD PLAIN("row_count", N_("Rows"), FIELD_INTEGER, FIELD_LISTED)
#define ACCEPTED_FIELD PLAIN("accepted", N_("Accepted"), FIELD_INTEGER, FIELD_LISTED)
#define CORRECTED_FIELD PLAIN("corrected", N_("Corrected"), FIELD_INTEGER, 0)
#define REFUSED_FIELD PLAIN("refused", N_("Refused"), FIELD_INTEGER, FIELD_LISTED)
#define UNCHANGED_FIELD PLAIN("unchanged", N_("Unchanged"), FIELD_INTEGER, 0)
#define DUPLICATES_FIELD PLAIN("duplicates", N_("Likely doubles"), FIELD_INTEGER, 0)

static const struct field JOB[IMPORT_JOB_FIELD_COUNT] = {
	[IMPORT_JOB_MAPPING] = MAPPING_FIELD, [IMPORT_JOB_FILES] = FILES_FIELD, [IMPORT_JOB_HASH] = HASH_FIELD, [IMPORT_JOB_SIZE] = SIZE_FIELD,
	[IMPORT_JOB_ZONE] = ZONE_FIELD, [IMPORT_JOB_DAY] = DAY_FIELD, [IMPORT_JOB_VIA] = VIA_FIELD,
	[IMPORT_JOB_STATE] = { .name = "state", .label = N_("State"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_INDEXED, .choices = STATES },
	[IMPORT_JOB_OPENED_BY] = { .name = "opened_by", .label = N_("Opened by"), .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_FIXED | FIELD_LISTED, .reference = "user_account" },
	[IMPORT_JOB_LOAD_STARTED_AT] = PLAIN("load_started_at", N_("Load began"), FIELD_MOMENT, 0),
	[IMPORT_JOB_ENDED_AT] = PLAIN("ended_at", N_("Ended"), FIELD_MOMENT, 0),
	[IMPORT_JOB_ROWS] = ROWS_FIELD, [IMPORT_JOB_ACCEPTED] = ACCEPTED_FIELD, [IMPORT_JOB_CORRECTED] = CORRECTED_FIELD,
	[IMPORT_JOB_REFUSED] = REFUSED_FIELD, [IMPORT_JOB_UNCHANGED] = UNCHANGED_FIELD, [IMPORT_JOB_DUPLICATES] = DUPLICATES_FIELD,
};
const struct record RECORD_IMPORT_JOB = {
	.name = "import_job", .label = N_("Import"), .label_plural = N_("Imports"), .help = N_("A file of an old register or another system that was loaded, or checked for loading."),
	.fields = JOB, .field_count = IMPORT_JOB_FIELD_COUNT, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_ENGINE | RECORD_NO_READ_LOG, .readers = READ_BY,
};

/* ---- mappings that people make ---- */

static bool mapping_check(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	return import_made_mapping(errors->arena, context->registry, row_text(row, IMPORT_MAPPING_NAME), row_text(row, IMPORT_MAPPING_RECORD),
		row_text(row, IMPORT_MAPPING_COLUMNS), errors) != NULL;
}

static const struct field MAPPING[IMPORT_MAPPING_FIELD_COUNT] = {
	[IMPORT_MAPPING_NAME] = { .name = "name", .label = N_("Name of the mapping"), .help = N_("Letters, digits and hyphens, such as north-visitors"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_LISTED },
	[IMPORT_MAPPING_RECORD] = { .name = "about_record", .label = N_("What the rows become"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[IMPORT_MAPPING_COLUMNS] = { .name = "columns", .label = N_("Columns"),
		.help = N_("One a line: field, a colon, the heading of the column; or field, an equals sign, one value for all rows"),
		.type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED },
	[IMPORT_MAPPING_NOTE] = { .name = "note", .label = N_("Note"), .type = FIELD_LINE, .sensitivity = SENSITIVITY_OFFICIAL },
};
const struct record RECORD_IMPORT_MAPPING = {
	.name = "import_mapping", .label = N_("Import mapping"), .label_plural = N_("Import mappings"),
	.help = N_("Which column of a file fills which field, kept by name for the next file of the same kind."), .fields = MAPPING,
	.field_count = IMPORT_MAPPING_FIELD_COUNT, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.compartment = COMPARTMENT_CORE, .flags = RECORD_NO_READ_LOG, .readers = READ_BY, .keepers = IMPORT_USERS, .check = mapping_check,
};

/* ---- open ---- */

#define INPUTS(act_name, table) { .name = (act_name), .label = N_("Import"), .label_plural = N_("Imports"), .fields = (table), \
	.field_count = sizeof(table) / sizeof((table)[0]), .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, \
	.readers = IMPORT_USERS }
#define JOB_FIELD { .name = "import", .label = N_("Import"), .type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, \
	.reference = "import_job" }

/* In the order of the record's first fields. */
static const struct field OPEN_FIELDS[] = { MAPPING_FIELD, FILES_FIELD, HASH_FIELD, SIZE_FIELD, ZONE_FIELD, DAY_FIELD, VIA_FIELD };
static const struct record OPEN_INPUTS = INPUTS("import_job.open", OPEN_FIELDS);

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	(void)errors;
	struct row *job = decision_insert(decision, &RECORD_IMPORT_JOB);
	for (int i = 0; i < OPEN_INPUTS.field_count; i++)
		row_set(job, i, row_value(context->input, i));
	bool command = row_is(context->input, IMPORT_JOB_VIA, "command");
	row_set_string(job, IMPORT_JOB_STATE, command ? "loading" : "checking");
	if (command)
		row_set_integer(job, IMPORT_JOB_LOAD_STARTED_AT, context->now);
	if (!text_equal_string(context->actor->id, "system"))
		row_set_text(job, IMPORT_JOB_OPENED_BY, context->actor->id);
	decision->result = job;
	return true;
}

const struct act ACT_IMPORT_JOB_OPEN = {
	.name = "import_job.open", .label = N_("Open an import"), .done = N_("The file is being checked"), .input_record = &OPEN_INPUTS,
	.record = &RECORD_IMPORT_JOB, .target_input = FIELD_NONE, .flags = ACT_SYSTEM, .decide = open_decide,
};

/* ---- load, stop ---- */

bool import_job_is_open_to(const struct row *job, const struct actor *actor)
{
	return actor->is_system || actor_has_role(actor, IMPORT_KEEPERS | ROLE(AUDITOR) | ROLE(INSPECTOR)) ||
		text_equal(row_text(job, IMPORT_JOB_OPENED_BY), actor->id);
}

static const struct row *own_job(struct act_context *context, struct error_list *errors)
{
	const struct row *job = act_load_input(context, 0, &RECORD_IMPORT_JOB, errors);
	if (job && !import_job_is_open_to(job, context->actor)) {
		error_say(errors, E_ACCESS, "/import", N_("Somebody else opened this import"));
		return NULL;
	}
	return job;
}

static const struct field STEP_FIELDS[] = { JOB_FIELD };
static const struct record LOAD_INPUTS = INPUTS("import_job.load", STEP_FIELDS), STOP_INPUTS = INPUTS("import_job.stop", STEP_FIELDS);

static bool load_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = own_job(context, errors);
	if (old && !row_is(old, IMPORT_JOB_STATE, "checked") && !row_is(old, IMPORT_JOB_STATE, "stopped"))
		error_say(errors, E_STATE, "/import", N_("Only an import that is checked can be loaded"));
	if (!old || errors->count)
		return false;
	struct row *job = decision_change(decision, old);
	row_set_string(job, IMPORT_JOB_STATE, "loading");
	if (!row_has(old, IMPORT_JOB_LOAD_STARTED_AT))
		row_set_integer(job, IMPORT_JOB_LOAD_STARTED_AT, context->now);
	row_set(job, IMPORT_JOB_ENDED_AT, value_absent());
	decision->result = job;
	return true;
}

static bool stop_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = own_job(context, errors);
	if (old && (row_has(old, IMPORT_JOB_ENDED_AT) || row_is(old, IMPORT_JOB_VIA, "command")))
		error_say(errors, E_STATE, "/import", N_("This import has ended"));
	if (!old || errors->count)
		return false;
	struct row *job = decision_change(decision, old);
	row_set_string(job, IMPORT_JOB_STATE, "stopped");
	row_set_integer(job, IMPORT_JOB_ENDED_AT, context->now);
	decision->result = job;
	return true;
}

const struct act ACT_IMPORT_JOB_LOAD = {
	.name = "import_job.load", .label = N_("Load the file"), .help = N_("Each row that can be taken over is written. A second load writes nothing twice."),
	.done = N_("The file is being loaded"), .input_record = &LOAD_INPUTS, .record = &RECORD_IMPORT_JOB, .target_input = 0, .actors = IMPORT_USERS,
	.decide = load_decide,
};
const struct act ACT_IMPORT_JOB_STOP = {
	.name = "import_job.stop", .label = N_("Stop the import"), .help = N_("What was written stays. Loading can go on later."),
	.done = N_("The import is stopped"), .input_record = &STOP_INPUTS, .record = &RECORD_IMPORT_JOB, .target_input = 0, .actors = IMPORT_USERS,
	.decide = stop_decide,
};

/* ---- settle: what the thread found ---- */

enum { SETTLE_JOB, SETTLE_STATE, SETTLE_ROWS, SETTLE_ACCEPTED, SETTLE_CORRECTED, SETTLE_REFUSED, SETTLE_UNCHANGED, SETTLE_DUPLICATES,
	SETTLE_FIELD_COUNT };
static const struct field SETTLE_FIELDS[SETTLE_FIELD_COUNT] = {
	[SETTLE_JOB] = JOB_FIELD,
	[SETTLE_STATE] = { .name = "state", .label = N_("State"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .choices = STATES },
	[SETTLE_ROWS] = ROWS_FIELD, [SETTLE_ACCEPTED] = ACCEPTED_FIELD, [SETTLE_CORRECTED] = CORRECTED_FIELD, [SETTLE_REFUSED] = REFUSED_FIELD,
	[SETTLE_UNCHANGED] = UNCHANGED_FIELD, [SETTLE_DUPLICATES] = DUPLICATES_FIELD,
};
static const struct record SETTLE_INPUTS = INPUTS("import_job.settle", SETTLE_FIELDS);

static bool settle_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, SETTLE_JOB, &RECORD_IMPORT_JOB, errors);
	if (!old)
		return false;
	struct row *job = decision_change(decision, old);
	/* Somebody stopped it while the last rows were on their way: the figures are told, the state stays. */
	if (!row_is(old, IMPORT_JOB_STATE, "stopped")) {
		row_set(job, IMPORT_JOB_STATE, row_value(context->input, SETTLE_STATE));
		if (!row_is(context->input, SETTLE_STATE, "checked"))
			row_set_integer(job, IMPORT_JOB_ENDED_AT, context->now);
	}
	for (int i = SETTLE_ROWS; i < SETTLE_FIELD_COUNT; i++)
		row_set(job, IMPORT_JOB_ROWS + (i - SETTLE_ROWS), row_value(context->input, i));
	decision->result = job;
	return true;
}

const struct act ACT_IMPORT_JOB_SETTLE = {
	.name = "import_job.settle", .label = N_("Tell what became of an import"), .done = N_("The import is settled"), .input_record = &SETTLE_INPUTS,
	.record = &RECORD_IMPORT_JOB, .target_input = SETTLE_JOB, .flags = ACT_SYSTEM, .decide = settle_decide,
};
