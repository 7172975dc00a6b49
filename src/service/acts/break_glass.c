/* break_glass.c - opening one file in an emergency, and the look at it afterwards by somebody else. */
#include "service/records.h"

/* Whoever works with files at all; who only looks on or keeps accounts has no emergency that a file would mend. */
#define OPEN_BY (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(HEALTH) | ROLE(SECURITY) | \
	ROLE(INTELLIGENCE) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
#define REVIEW_BY (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct citation NMR_9_1 = { "NMR-9.1", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };

static const struct choice FINDINGS[] = {
	{ "justified", N_("There was an emergency") },
	{ "not-justified", N_("There was no emergency") },
	{ NULL, NULL },
};

static const struct field FIELDS[BREAK_GLASS_FIELD_COUNT] = {
	[BREAK_GLASS_SUBJECT] = { .name = "subject_id", .label = N_("Person"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.reference = "@subject" },
	[BREAK_GLASS_FACILITY] = { .name = "facility_id", .label = N_("Facility"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_FIXED | FIELD_LISTED, .reference = "@facility" },
	[BREAK_GLASS_USER] = { .name = "user_id", .label = N_("Opened by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED,
		.reference = "user_account" },
	[BREAK_GLASS_REASON] = { .name = "reason_given", .label = N_("Reason"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED },
	[BREAK_GLASS_UNTIL] = { .name = "until_at", .label = N_("Open until"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
	[BREAK_GLASS_REVIEWED_BY] = { .name = "reviewed_by", .label = N_("Reviewed by"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_LISTED, .reference = "user_account" },
	[BREAK_GLASS_FINDING] = { .name = "finding", .label = N_("Finding"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_LISTED, .choices = FINDINGS },
	[BREAK_GLASS_NOTE] = { .name = "note", .label = N_("Note of the review"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL },
};
const struct record RECORD_BREAK_GLASS = {
	.name = "break_glass", .label = N_("Emergency opening"), .label_plural = N_("Emergency openings"),
	.help = N_("A file that somebody opened outside the own scope in an emergency, for half an hour."),
	.fields = FIELDS, .field_count = BREAK_GLASS_FIELD_COUNT, .facility_field = BREAK_GLASS_FACILITY,
	.person_field = BREAK_GLASS_SUBJECT, .parent_field = FIELD_NONE, .compartment = COMPARTMENT_CORE,
	.flags = RECORD_ENGINE, .readers = REVIEW_BY | ROLE(GOVERNOR), .basis = &NMR_9_1,
};

const struct clock_kind CLOCK_BREAK_GLASS_REVIEW = {
	.name = "break-glass-review", .label = N_("Review the emergency opening of a file"), .rule = "NMR-9.1",
	.parameter = "breakglass.review_hours", .length = 24, .unit = CLOCK_HOURS, .source = SOURCE_PROPOSAL,
	.told = ROLE(AUDITOR) | ROLE(INSPECTOR), .escalate_to = ROLE(HEADQUARTERS), .escalate_hours = 48,
	.act = "break_glass.review",
};
static const char *const CLOCKS[] = { "break-glass-review", NULL };
const struct rule RULE_BREAK_GLASS = {
	.id = "NMR-9.1", .text = N_("Files are open only to staff who need them for their duty; an emergency opening is reviewed"),
	.kind = RULE_DEADLINE, .clocks = CLOCKS,
};

/* ---- open ---- */

enum { OPEN_SUBJECT, OPEN_FIELD_COUNT };
static const struct field OPEN_FIELDS[OPEN_FIELD_COUNT] = {
	/* A plain code and no reference: a reference must be in scope, and this act is for those that are not. */
	[OPEN_SUBJECT] = { .name = "subject", .label = N_("Person"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED },
};
static const struct record OPEN_INPUTS = {
	.name = "break_glass.open", .label = N_("Emergency opening"), .label_plural = N_("Emergency openings"),
	.fields = OPEN_FIELDS, .field_count = OPEN_FIELD_COUNT, .facility_field = FIELD_NONE, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .readers = OPEN_BY,
};

static bool open_is_good(const struct act_context *context, struct text subject, struct error_list *errors)
{
	size_t before = errors->count;
	if (text_code_points(context->reason) < BREAK_GLASS_REASON_MINIMUM)
		error_say(errors, E_LIMIT, "/reason", N_("Say in at least 20 characters what the emergency is"));
	if (text_equal(subject, context->actor->own_subject))
		error_say(errors, E_ACCESS, "/subject", N_("This file is about you; somebody else has to do this"));
	return errors->count == before;
}

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct text subject = row_text(context->input, OPEN_SUBJECT);
	const struct row *file = act_load(context, context->registry->subject, subject);
	if (!file) {
		error_say(errors, E_REFERENCE, "/subject", N_("There is nothing here under this identifier"));
		return false;
	}
	if (!open_is_good(context, subject, errors))
		return false;
	struct text facility = row_text(file, context->registry->subject_facility);
	struct row *opening = decision_insert(decision, &RECORD_BREAK_GLASS);
	row_set_text(opening, BREAK_GLASS_SUBJECT, subject);
	row_set_text(opening, BREAK_GLASS_FACILITY, facility);
	row_set_text(opening, BREAK_GLASS_USER, context->actor->id);
	row_set_text(opening, BREAK_GLASS_REASON, context->reason);
	row_set_integer(opening, BREAK_GLASS_UNTIL, context->now + BREAK_GLASS_LENGTH);
	decision_start(decision, &(struct deadline_start){ .clock = &CLOCK_BREAK_GLASS_REVIEW, .facility = facility,
		.subject = subject, .record = &RECORD_BREAK_GLASS, .record_id = opening->id, .started_at = context->now });
	decision->result = opening;
	return true;
}

const struct act ACT_BREAK_GLASS_OPEN = {
	.name = "break_glass.open", .label = N_("Open a file in an emergency"),
	.help = N_("For half an hour, for reading, one file. Somebody else reviews it."),
	.done = N_("The file is open for 30 minutes"), .input_record = &OPEN_INPUTS, .record = &RECORD_BREAK_GLASS,
	.target_input = FIELD_NONE, .actors = OPEN_BY, .flags = ACT_REASON, .basis = &NMR_9_1, .decide = open_decide,
};

/* ---- review ---- */

enum { REVIEW_OPENING, REVIEW_FINDING, REVIEW_NOTE, REVIEW_FIELD_COUNT };
static const struct field REVIEW_FIELDS[REVIEW_FIELD_COUNT] = {
	[REVIEW_OPENING] = { .name = "break_glass", .label = N_("Emergency opening"), .type = FIELD_REFERENCE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = "break_glass" },
	[REVIEW_FINDING] = { .name = "finding", .label = N_("Finding"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .choices = FINDINGS },
	[REVIEW_NOTE] = { .name = "note", .label = N_("Note of the review"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL },
};
static const struct record REVIEW_INPUTS = {
	.name = "break_glass.review", .label = N_("Emergency opening"), .label_plural = N_("Emergency openings"),
	.fields = REVIEW_FIELDS, .field_count = REVIEW_FIELD_COUNT, .facility_field = FIELD_NONE,
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .readers = REVIEW_BY,
};

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, REVIEW_OPENING, &RECORD_BREAK_GLASS, errors);
	if (!old)
		return false;
	if (row_has(old, BREAK_GLASS_FINDING)) {
		error_say(errors, E_STATE, NULL, N_("This opening is reviewed already"));
		return false;
	}
	if (text_equal(row_text(old, BREAK_GLASS_USER), context->actor->id)) {
		error_say(errors, E_SECOND_PERSON, NULL, N_("Somebody other than the one who opened the file has to review it"));
		return false;
	}
	struct row *opening = decision_change(decision, old);
	row_set_text(opening, BREAK_GLASS_REVIEWED_BY, context->actor->id);
	row_set(opening, BREAK_GLASS_FINDING, row_value(context->input, REVIEW_FINDING));
	row_set(opening, BREAK_GLASS_NOTE, row_value(context->input, REVIEW_NOTE));
	decision_stop(decision, &CLOCK_BREAK_GLASS_REVIEW, opening->id);
	decision->result = opening;
	return true;
}

const struct act ACT_BREAK_GLASS_REVIEW = {
	.name = "break_glass.review", .label = N_("Review an emergency opening"), .done = N_("The opening is reviewed"),
	.input_record = &REVIEW_INPUTS, .record = &RECORD_BREAK_GLASS, .target_input = REVIEW_OPENING, .actors = REVIEW_BY,
	.basis = &NMR_9_1, .decide = review_decide,
};
