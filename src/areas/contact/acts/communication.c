/* communication.c - communication.record: one letter, call, video call or parcel; nothing of what was said in it. */
#include "areas/contact/acts/common.h"

static const struct citation NMR_58 = { "NMR-58.1", N_("Nelson Mandela Rules, Rule 58"), SOURCE_TEXT_READ };
static const struct citation NMR_61 = { "NMR-61.1b", N_("Nelson Mandela Rules, Rule 61"), SOURCE_TEXT_READ };

enum { RE_PERSON, RE_MEANS, RE_DIRECTION, RE_CLASS, RE_CONTACT, RE_OTHER, RE_AT, RE_MINUTES, RE_LOOKED, RE_RESULT, RE_NOTE, RE_INPUTS };
static const struct field RECORD_INPUT[RE_INPUTS] = {
	[RE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RE_MEANS] = { "means", N_("What"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMMUNICATION_MEANS_CHOICES },
	[RE_DIRECTION] = { "direction", N_("Direction"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMMUNICATION_DIRECTION_CHOICES },
	[RE_CLASS] = { "contact_class", N_("With whom"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = VISIT_CLASS_CHOICES },
	[RE_CONTACT] = { "contact", N_("Contact in the file"), N_("Gives the name by itself"), FIELD_REFERENCE, OPEN, 0, .reference = "contact" },
	[RE_OTHER] = { "other_side", N_("Name of the other side"), NULL, FIELD_LINE, OPEN, 0 },
	[RE_AT] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[RE_MINUTES] = { "minutes", N_("Minutes"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 600, 0 } },
	[RE_LOOKED] = { "looked_at", N_("What staff looked at or heard"), N_("Lawyers, courts and inspectors: nothing, ever"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = COMMUNICATION_LOOKED_CHOICES, .basis = &NMR_61 },
	[RE_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = COMMUNICATION_RESULT_CHOICES },
	[RE_NOTE] = { "note", N_("Note"), N_("Never what was said or written"), FIELD_LINE, OPEN, 0 } };
static const struct record RECORD_RECORD = ACT_INPUTS("communication.record", RECORD_INPUT);

static bool limit_allows(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	const char *means = row_is(row, COMMUNICATION_MEANS, "letter") ? "letters" : row_is(row, COMMUNICATION_MEANS, "call") ? "calls" :
		row_is(row, COMMUNICATION_MEANS, "video") ? "video" : "";
	const char *limit = context->record_fact ? NULL : contact_limit_for(context, row_text(row, COMMUNICATION_PERSON), means,
		row_text(row, COMMUNICATION_CONTACT), row_text(row, COMMUNICATION_CLASS));
	if (limit && text_equal_string(text_from(limit), "suspended") && row_is(row, COMMUNICATION_RESULT, "done"))
		return decide_refuse(errors, "/means", N_("A decision in force suspends this contact. Offer the contact that it leaves open"));
	return true;
}

/* Contact was had, or offered and not taken. A parcel is no contact. */
static bool counts(const struct row *row)
{
	return contact_class_is_family(row_text(row, COMMUNICATION_CLASS)) && !row_is(row, COMMUNICATION_MEANS, "parcel") &&
		!row_is(row, COMMUNICATION_RESULT, "failed") && !row_is(row, COMMUNICATION_RESULT, "withheld");
}

static bool record_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, RE_PERSON, errors), *contact;
	int64_t moment = decide_moment(context, RE_AT, errors);
	if (!person || !contact_of_input(context, RE_CONTACT, person->id, &contact, errors) || errors->count)
		return false;
	struct row *row = decision_insert(decision, &RECORD_COMMUNICATION);
	static const int PAIRS[] = { RE_PERSON, COMMUNICATION_PERSON, RE_MEANS, COMMUNICATION_MEANS, RE_DIRECTION, COMMUNICATION_DIRECTION, RE_CLASS, COMMUNICATION_CLASS,
		RE_CONTACT, COMMUNICATION_CONTACT, RE_OTHER, COMMUNICATION_OTHER, RE_MINUTES, COMMUNICATION_MINUTES, RE_LOOKED, COMMUNICATION_LOOKED, RE_RESULT,
		COMMUNICATION_RESULT, RE_NOTE, COMMUNICATION_NOTE, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(row, context->input, PAIRS);
	if (contact && !row_has(row, COMMUNICATION_OTHER))
		row_set_text(row, COMMUNICATION_OTHER, row_text(contact, CONTACT_NAME));
	row_set_text(row, COMMUNICATION_FACILITY, facility);
	row_set_integer(row, COMMUNICATION_AT, moment);
	row_set_yes_no(row, COMMUNICATION_FAMILY, counts(row));
	if (!limit_allows(context, row, errors))
		return false;
	if (counts(row)) {
		family_clock_renew(context, decision, person, facility, moment);
		child_calls_renew(context, decision, person);
	}
	decision->result = row;
	return true;
}

const struct act ACT_COMMUNICATION_RECORD = { .name = "communication.record", .label = N_("Letter or call"),
	.help = N_("Also the offer of a call that the person did not want"), .done = N_("Recorded"), .input_record = &RECORD_RECORD, .record = &RECORD_PERSON,
	.target_input = RE_PERSON, .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_58,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(RELIGIOUS) | ROLE(SECURITY) | ROLE(GOVERNOR), .decide = record_decide };
