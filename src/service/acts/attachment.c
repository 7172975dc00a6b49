/* attachment.c - the act that records an attachment; its bytes come with it from service/attachment only. */
#include "service/internal.h"

/* The inputs are the fields of the record, in their order. */
static const struct field ADD_FIELDS[ATTACHMENT_FIELD_COUNT] = {
	[ATTACHMENT_SUBJECT] = {.name = "subject_id", .label = N_("Person"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "@subject"},
	[ATTACHMENT_FACILITY] = {.name = "facility_id", .label = N_("Facility"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .reference = "@facility"},
	[ATTACHMENT_ABOUT_RECORD] = {.name = "about_record", .label = N_("Table"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[ATTACHMENT_ABOUT_ID] = {.name = "about_id", .label = N_("Row"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[ATTACHMENT_KIND] = {.name = "kind", .label = N_("Kind"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[ATTACHMENT_FILE_NAME] = {.name = "file_name", .label = N_("File name"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL},
	[ATTACHMENT_MEDIA_TYPE] = {.name = "media_type", .label = N_("Type"), .type = FIELD_LINE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
	[ATTACHMENT_SIZE] = {.name = "size", .label = N_("Size in bytes"), .type = FIELD_INTEGER,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
	[ATTACHMENT_HASH] = {.name = "hash", .label = N_("SHA-256"), .type = FIELD_HASH,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
};
#define EVERYBODY_WHO_WRITES (ROLES_ALL & ~(ROLE(AUDITOR) | ROLE(INSPECTOR)))
static const struct record ADD_INPUTS = {.name = "attachment.add", .label = N_("Document"),
	.label_plural = N_("Documents"), .fields = ADD_FIELDS, .field_count = ATTACHMENT_FIELD_COUNT,
	.facility_field = ATTACHMENT_FACILITY, .person_field = ATTACHMENT_SUBJECT, .parent_field = FIELD_NONE,
	.readers = EVERYBODY_WHO_WRITES};

static bool about_exists(const struct act_context *context, struct error_list *errors)
{
	struct text name = row_text(context->input, ATTACHMENT_ABOUT_RECORD);
	struct text id = row_text(context->input, ATTACHMENT_ABOUT_ID);
	if (text_is_empty(name) && text_is_empty(id))
		return true;
	const struct record *record = registry_record(context->registry, name);
	const struct row *about = record ? act_load(context, record, id) : NULL;
	if (about && !row_is_closed_to(about, context->actor->name))
		return true;
	error_say(errors, E_REFERENCE, "/about_id", N_("There is nothing here that this document could belong to"));
	return false;
}

static bool add_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	/* A row without bytes would claim a document that nobody can show. */
	if (!execution_of(context)->ticket->also) {
		error_say(errors, E_STATE, NULL, N_("Send the document itself"));
		return false;
	}
	if (!about_exists(context, errors))
		return false;
	struct row *attachment = decision_insert(decision, &RECORD_ATTACHMENT);
	for (int i = 0; i < ATTACHMENT_FIELD_COUNT; i++)
		row_set(attachment, i, row_value(context->input, i));
	decision->result = attachment;
	return true;
}

const struct act ACT_ATTACHMENT_ADD = {
	.name = "attachment.add", .label = N_("Add a document"), .done = N_("{title} is stored"),
	.input_record = &ADD_INPUTS, .record = &RECORD_ATTACHMENT, .target_input = FIELD_NONE,
	.actors = EVERYBODY_WHO_WRITES, .decide = add_decide,
};
