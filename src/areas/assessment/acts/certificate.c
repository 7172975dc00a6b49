/* certificate.c - certificates of raters, and the close contacts for which a rater stands back. */
#include "areas/assessment/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define TRAINERS (ROLE(TRAINING) | ROLE(HEADQUARTERS))

static const struct citation VEP_T8 = { "VEP-T8", N_("Rating only with a current certificate (product safeguard T8)"), SOURCE_PROPOSAL };
static const struct citation VEP_CONTACT = { "VEP-CONTACT", N_("Nobody assesses a close contact (product safeguard)"), SOURCE_PROPOSAL };

enum { IS_HOLDER, IS_NAME, IS_KIND, IS_NUMBER, IS_ISSUED, IS_EXPIRES, IS_INPUTS };
static const struct field ISSUE_INPUT[IS_INPUTS] = {
	[IS_HOLDER] = { "holder", N_("User"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "user_account" },
	[IS_NAME] = { "holder_name", N_("Holder"), N_("Name as on the certificate"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[IS_KIND] = { "kind", N_("Kind"), N_("As the instrument names it, such as spj-violent-extremism"), FIELD_CODE, OPEN, FIELD_REQUIRED },
	[IS_NUMBER] = { "number", N_("Number"), NULL, FIELD_LINE, OPEN, 0 },
	[IS_ISSUED] = { "issued_on", N_("Issued on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[IS_EXPIRES] = { "expires_on", N_("Expires on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record ISSUE_RECORD = ACT_INPUTS("certificate.issue", ISSUE_INPUT);

static void order_check(struct date from, struct date until, const char *path, struct error_list *errors)
{
	if (from.year && until.year && date_compare(until, from) < 0)
		error_say(errors, E_DATE_ORDER, path, N_("The end lies before the beginning"));
}

static bool issue_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { IS_HOLDER, CERTIFICATE_HOLDER, IS_NAME, CERTIFICATE_HOLDER_NAME, IS_KIND, CERTIFICATE_KIND, IS_NUMBER,
		CERTIFICATE_NUMBER, IS_ISSUED, CERTIFICATE_ISSUED_ON, IS_EXPIRES, CERTIFICATE_EXPIRES_ON, -1 };
	order_check(row_date(context->input, IS_ISSUED), row_date(context->input, IS_EXPIRES), "/expires_on", errors);
	if (text_equal(row_text(context->input, IS_HOLDER), context->actor->id))
		error_say(errors, E_STATE, "/holder", N_("Nobody issues a certificate to himself or herself"));
	struct row *row = decision_insert(decision, &RECORD_CERTIFICATE);
	decide_copy(row, context->input, PAIRS);
	row_set_string(row, CERTIFICATE_STATE, "valid");
	decision->result = row;
	return errors->count == 0;
}

const struct act ACT_CERTIFICATE_ISSUE = { .name = "certificate.issue", .label = N_("Issue a certificate"), .done = N_("The certificate is issued"),
	.help = N_("Who is trained to rate with an instrument, and until when"), .input_record = &ISSUE_RECORD, .record = &RECORD_CERTIFICATE,
	.target_input = FIELD_NONE, .actors = TRAINERS, .basis = &VEP_T8, .decide = issue_decide };

enum { CE_CERTIFICATE, CE_EXPIRES };
static const struct field CHANGE_INPUT[] = { [CE_CERTIFICATE] = { "certificate", N_("Certificate"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
	.reference = "certificate" } };
static const struct field RENEW_INPUT[] = { [CE_CERTIFICATE] = { "certificate", N_("Certificate"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
	.reference = "certificate" }, [CE_EXPIRES] = { "expires_on", N_("Expires on"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED } };
static const struct record SUSPEND_RECORD = ACT_INPUTS("certificate.suspend", CHANGE_INPUT), RESTORE_RECORD = ACT_INPUTS("certificate.restore", CHANGE_INPUT),
	RENEW_RECORD = ACT_INPUTS("certificate.renew", RENEW_INPUT);

static bool set_state(struct act_context *context, struct decision *decision, const char *from, const char *state, struct error_list *errors)
{
	const struct row *row = act_load_input(context, CE_CERTIFICATE, &RECORD_CERTIFICATE, errors);
	if (!row)
		return false;
	if (!row_is(row, CERTIFICATE_STATE, from))
		return decide_refuse(errors, "/certificate", N_("The certificate is in this state already"));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, CERTIFICATE_STATE, state);
	row_set_text(changed, CERTIFICATE_REASON, decide_reason_line(context));
	decision->result = changed;
	return true;
}

static bool suspend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return set_state(context, decision, "valid", "suspended", errors);
}

static bool restore_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return set_state(context, decision, "suspended", "valid", errors);
}

static bool renew_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, CE_CERTIFICATE, &RECORD_CERTIFICATE, errors);
	if (!row)
		return false;
	order_check(row_date(row, CERTIFICATE_ISSUED_ON), row_date(context->input, CE_EXPIRES), "/expires_on", errors);
	if (text_equal(row_text(row, CERTIFICATE_HOLDER), context->actor->id))
		error_say(errors, E_STATE, "/certificate", N_("Nobody issues a certificate to himself or herself"));
	struct row *changed = decision_change(decision, row);
	row_set(changed, CERTIFICATE_EXPIRES_ON, row_value(context->input, CE_EXPIRES));
	decision->result = changed;
	return errors->count == 0;
}

#define CERTIFICATE_ACT(symbol, name_, label_, done_, record_, flags_, function) \
	const struct act symbol = { .name = name_, .label = label_, .done = done_, .input_record = &record_, .record = &RECORD_CERTIFICATE, \
		.target_input = CE_CERTIFICATE, .actors = TRAINERS, .flags = flags_, .basis = &VEP_T8, .decide = function }

CERTIFICATE_ACT(ACT_CERTIFICATE_SUSPEND, "certificate.suspend", N_("Suspend the certificate"), N_("The certificate is suspended"), SUSPEND_RECORD, ACT_REASON,
	suspend_decide);
CERTIFICATE_ACT(ACT_CERTIFICATE_RESTORE, "certificate.restore", N_("End the suspension"), N_("The certificate is valid again"), RESTORE_RECORD, ACT_REASON,
	restore_decide);
CERTIFICATE_ACT(ACT_CERTIFICATE_RENEW, "certificate.renew", N_("Renew the certificate"), N_("The certificate is renewed"), RENEW_RECORD, 0, renew_decide);

/* ---- close contacts ---- */

enum { DE_PERSON, DE_STAFF, DE_GROUND, DE_STARTS, DE_ENDS, DE_INPUTS };
static const struct field DECLARE_INPUT[DE_INPUTS] = {
	[DE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[DE_STAFF] = { "staff", N_("Member of staff"), N_("Empty: yourself"), FIELD_REFERENCE, OPEN, 0, .reference = "user_account" },
	[DE_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED, .choices = CONTACT_GROUND_CHOICES },
	[DE_STARTS] = { "starts_on", N_("Since"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[DE_ENDS] = { "ends_on", N_("Until"), N_("Empty: until it is ended"), FIELD_DATE, OPEN, 0 } };
static const struct record DECLARE_RECORD = ACT_INPUTS("close_contact.declare", DECLARE_INPUT);

static bool declare_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { DE_PERSON, CLOSE_CONTACT_PERSON, DE_GROUND, CLOSE_CONTACT_GROUND, DE_STARTS, CLOSE_CONTACT_STARTS, DE_ENDS,
		CLOSE_CONTACT_ENDS, -1 };
	order_check(row_date(context->input, DE_STARTS), row_date(context->input, DE_ENDS), "/ends_on", errors);
	struct row *row = decision_insert(decision, &RECORD_CLOSE_CONTACT);
	decide_copy(row, context->input, PAIRS);
	row_set_text(row, CLOSE_CONTACT_STAFF, row_has(context->input, DE_STAFF) ? row_text(context->input, DE_STAFF) : context->actor->id);
	row_set_string(row, CLOSE_CONTACT_STATE, "open");
	decision->result = row;
	return errors->count == 0;
}

const struct act ACT_CLOSE_CONTACT_DECLARE = { .name = "close_contact.declare", .label = N_("Declare a close contact"),
	.help = N_("Family, friend, daily work, treatment, harm. Writing notes about a person is no close contact"), .done = N_("The close contact is declared"),
	.input_record = &DECLARE_RECORD, .record = &RECORD_PERSON, .target_input = DE_PERSON, .actors = ASSESSMENT_RATERS | ROLE(COMMITTEE) | ROLE(GOVERNOR),
	.basis = &VEP_CONTACT, .decide = declare_decide };

static const struct field CONTACT_END_INPUT[] = { { "close_contact", N_("Close contact"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "close_contact" } };
static const struct record CONTACT_END_RECORD = ACT_INPUTS("close_contact.end", CONTACT_END_INPUT);

static bool contact_end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, 0, &RECORD_CLOSE_CONTACT, errors);
	if (!row)
		return false;
	if (!row_is(row, CLOSE_CONTACT_STATE, "open"))
		return decide_refuse(errors, "/close_contact", N_("This close contact has ended already"));
	if (text_equal(row_text(row, CLOSE_CONTACT_STAFF), context->actor->id))
		return decide_refuse(errors, "/close_contact", N_("Somebody else ends a close contact that is your own"));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, CLOSE_CONTACT_STATE, "done");
	row_set_date(changed, context->arena, CLOSE_CONTACT_ENDS, context->today);
	decision->result = changed;
	return true;
}

const struct act ACT_CLOSE_CONTACT_END = { .name = "close_contact.end", .label = N_("End the close contact"), .done = N_("The close contact has ended"),
	.input_record = &CONTACT_END_RECORD, .record = &RECORD_CLOSE_CONTACT, .target_input = 0, .actors = ROLE(GOVERNOR) | ROLE(PSYCHOLOGIST),
	.flags = ACT_REASON, .basis = &VEP_CONTACT, .decide = contact_end_decide };
