/* user_account.c - acts on users: add, change, grant (with a second person), suspend. */
#include "base/date.h"
#include "service/records.h"

#define ADMINISTRATORS ROLE(ADMINISTRATOR)
#define AGREE_TO_GRANTS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS))
enum { FACILITIES_LENGTH = 20000 };

#define DISPLAY_NAME_FIELD(required) {.name = "display_name", .label = N_("Name"), .type = FIELD_LINE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = (required)}
#define ROLES_FIELD(required) {.name = "roles", .label = N_("Roles"), .type = FIELD_CODES, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = (required)}
#define FACILITIES_FIELD {.name = "facilities", .label = N_("Facilities"), \
	.help = N_("Identifiers of the facilities within scope, parted by spaces; * means all"), .type = FIELD_LINE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .limits = {.maximum = FACILITIES_LENGTH}}
#define CLEARANCE_FIELD {.name = "clearance", .label = N_("Clearance"), .type = FIELD_CHOICE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .choices = CLEARANCE_CHOICES}
#define COMPARTMENTS_FIELD {.name = "compartments", .label = N_("Compartments"), .type = FIELD_CODES, \
	.sensitivity = SENSITIVITY_OFFICIAL}
#define LANGUAGE_FIELD {.name = "language", .label = N_("Language"), .type = FIELD_CODE, \
	.sensitivity = SENSITIVITY_OFFICIAL}
#define WORKING_FACILITY_FIELD {.name = "working_facility", .label = N_("Works at"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .reference = "@facility"}
#define OWN_SUBJECT_FIELD {.name = "own_subject", .label = N_("Own file"), \
	.help = N_("The file that is about this user, which this user may never open"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_SENSITIVE, .reference = "@subject"}
#define ACCOUNT_FIELD {.name = "account", .label = N_("User"), .type = FIELD_REFERENCE, \
	.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .reference = "user_account"}
#define INPUTS(act_name, table) {.name = (act_name), .label = N_("User"), .label_plural = N_("Users"), \
	.fields = (table), .field_count = sizeof(table) / sizeof((table)[0]), .facility_field = FIELD_NONE, \
	.person_field = FIELD_NONE, .parent_field = FIELD_NONE, .readers = ADMINISTRATORS}

/* ---- checks shared by the acts ---- */

static bool roles_exist(struct text codes, struct error_list *errors)
{
	struct text code;
	bool good = true;
	while (text_next(&codes, ' ', &code)) {
		enum role role;
		if (role_parse(code, &role))
			continue;
		error_add(errors, &(struct error){.code = E_CHOICE, .path = TEXT_OF("/roles"),
			.message = N_("There is no role {code}"), .parameters = {{"code", code, false}}});
		good = false;
	}
	return good;
}

static bool compartments_exist(struct text codes, struct error_list *errors)
{
	struct text code;
	bool good = true;
	while (text_next(&codes, ' ', &code)) {
		enum compartment compartment;
		if (compartment_parse(code, &compartment) && compartment != COMPARTMENT_SEALED)
			continue;
		error_add(errors, &(struct error){.code = E_CHOICE, .path = TEXT_OF("/compartments"),
			.message = N_("There is no compartment {code}"), .parameters = {{"code", code, false}}});
		good = false;
	}
	return good;
}

static bool facilities_exist(const struct act_context *context, struct text ids, struct error_list *errors)
{
	struct text id;
	bool good = true;
	if (text_equal_string(ids, "*"))
		return true;
	while (text_next(&ids, ' ', &id)) {
		if (text_is_empty(id) || (context->registry->facility &&
				act_load(context, context->registry->facility, id)))
			continue;
		error_add(errors, &(struct error){.code = E_REFERENCE, .path = TEXT_OF("/facilities"),
			.message = N_("There is no facility {id}"), .parameters = {{"id", id, false}}});
		good = false;
	}
	return good;
}

/* Nobody widens or narrows his own rights. */
static bool is_not_own(const struct act_context *context, const struct row *account, struct error_list *errors)
{
	if (!text_equal(context->actor->id, account->id))
		return true;
	error_say(errors, E_ACCESS, NULL, N_("You cannot change your own account"));
	return false;
}

/* What a visiting inspector may see and until when is decided with the visit, by two persons, and nowhere else. */
static bool is_no_visit(const struct row *account, struct error_list *errors)
{
	if (!row_is_yes(account, USER_VISITING))
		return true;
	error_say(errors, E_STATE, NULL, N_("This is the account of a visit: it can only be ended"));
	return false;
}

static bool wants_second(const struct act_context *context, bool sensitive, struct error_list *errors)
{
	if (!sensitive || context->actor->is_system || context->second)
		return true;
	error_add(errors, &(struct error){.code = E_SECOND_PERSON, .path = TEXT_OF("/clearance"),
		.message = N_("Sensitive clearance and compartments need a second person"),
		.advice = N_("Add the user without them, then ask for them with a grant")});
	return false;
}

static const struct row *account_of(struct act_context *context, struct error_list *errors)
{
	const struct row *account = act_load_input(context, 0, &RECORD_USER_ACCOUNT, errors);
	return account && is_not_own(context, account, errors) ? account : NULL;
}

/* ---- add ---- */

enum { ADD_NAME, ADD_DISPLAY_NAME, ADD_ROLES, ADD_FACILITIES, ADD_CLEARANCE, ADD_COMPARTMENTS, ADD_LANGUAGE,
	ADD_WORKING_FACILITY, ADD_OWN_SUBJECT };
static const struct field ADD_FIELDS[] = {
	[ADD_NAME] = {.name = "name", .label = N_("Sign-in name"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED},
	[ADD_DISPLAY_NAME] = DISPLAY_NAME_FIELD(FIELD_REQUIRED),
	[ADD_ROLES] = ROLES_FIELD(FIELD_REQUIRED),
	[ADD_FACILITIES] = FACILITIES_FIELD,
	[ADD_CLEARANCE] = CLEARANCE_FIELD,
	[ADD_COMPARTMENTS] = COMPARTMENTS_FIELD,
	[ADD_LANGUAGE] = LANGUAGE_FIELD,
	[ADD_WORKING_FACILITY] = WORKING_FACILITY_FIELD,
	[ADD_OWN_SUBJECT] = OWN_SUBJECT_FIELD,
};
static const struct record ADD_INPUTS = INPUTS("user_account.add", ADD_FIELDS);

static bool add_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	bool sensitive = row_is(input, ADD_CLEARANCE, "sensitive") || row_has(input, ADD_COMPARTMENTS);
	bool good = roles_exist(row_text(input, ADD_ROLES), errors);
	good = compartments_exist(row_text(input, ADD_COMPARTMENTS), errors) && good;
	good = facilities_exist(context, row_text(input, ADD_FACILITIES), errors) && good;
	good = wants_second(context, sensitive, errors) && good;
	if (!good)
		return false;
	struct row *account = decision_insert(decision, &RECORD_USER_ACCOUNT);
	row_set(account, USER_NAME, row_value(input, ADD_NAME));
	row_set(account, USER_DISPLAY_NAME, row_value(input, ADD_DISPLAY_NAME));
	row_set(account, USER_ROLES, row_value(input, ADD_ROLES));
	row_set(account, USER_FACILITIES, row_value(input, ADD_FACILITIES));
	row_set_string(account, USER_CLEARANCE, row_is(input, ADD_CLEARANCE, "sensitive") ? "sensitive" : "official");
	row_set(account, USER_COMPARTMENTS, row_value(input, ADD_COMPARTMENTS));
	row_set(account, USER_LANGUAGE, row_value(input, ADD_LANGUAGE));
	row_set(account, USER_WORKING_FACILITY, row_value(input, ADD_WORKING_FACILITY));
	row_set(account, USER_OWN_SUBJECT, row_value(input, ADD_OWN_SUBJECT));
	row_set_yes_no(account, USER_ACTIVE, true);
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_ADD = {
	.name = "user_account.add", .label = N_("Add a user"), .done = N_("{title} may sign in once a password is set"),
	.input_record = &ADD_INPUTS, .record = &RECORD_USER_ACCOUNT, .target_input = FIELD_NONE,
	.actors = ADMINISTRATORS, .flags = ACT_JUDGEMENT, .decide = add_decide,
};

/* ---- change ---- */

enum { CHANGE_ACCOUNT, CHANGE_DISPLAY_NAME, CHANGE_ROLES, CHANGE_FACILITIES, CHANGE_LANGUAGE, CHANGE_WORKING_FACILITY,
	CHANGE_OWN_SUBJECT, CHANGE_ACTIVE };
static const struct field CHANGE_FIELDS[] = {
	[CHANGE_ACCOUNT] = ACCOUNT_FIELD,
	[CHANGE_DISPLAY_NAME] = DISPLAY_NAME_FIELD(0),
	[CHANGE_ROLES] = ROLES_FIELD(0),
	[CHANGE_FACILITIES] = FACILITIES_FIELD,
	[CHANGE_LANGUAGE] = LANGUAGE_FIELD,
	[CHANGE_WORKING_FACILITY] = WORKING_FACILITY_FIELD,
	[CHANGE_OWN_SUBJECT] = OWN_SUBJECT_FIELD,
	[CHANGE_ACTIVE] = {.name = "active", .label = N_("Active"), .type = FIELD_YES_NO,
		.sensitivity = SENSITIVITY_OFFICIAL},
};
static const struct record CHANGE_INPUTS = INPUTS("user_account.change", CHANGE_FIELDS);

/* What was left empty stays as it is. */
static void change_field(struct row *account, int field, const struct row *input, int from)
{
	if (row_has(input, from))
		row_set(account, field, row_value(input, from));
}

static bool change_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	const struct row *old = account_of(context, errors);
	bool good = roles_exist(row_text(input, CHANGE_ROLES), errors);
	good = facilities_exist(context, row_text(input, CHANGE_FACILITIES), errors) && good;
	if (!old || !good || !is_no_visit(old, errors))
		return false;
	struct row *account = decision_change(decision, old);
	change_field(account, USER_DISPLAY_NAME, input, CHANGE_DISPLAY_NAME);
	change_field(account, USER_ROLES, input, CHANGE_ROLES);
	change_field(account, USER_FACILITIES, input, CHANGE_FACILITIES);
	change_field(account, USER_LANGUAGE, input, CHANGE_LANGUAGE);
	change_field(account, USER_WORKING_FACILITY, input, CHANGE_WORKING_FACILITY);
	change_field(account, USER_OWN_SUBJECT, input, CHANGE_OWN_SUBJECT);
	change_field(account, USER_ACTIVE, input, CHANGE_ACTIVE);
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_CHANGE = {
	.name = "user_account.change", .label = N_("Change a user"), .done = N_("{title} is changed"),
	.help = N_("What is left empty stays as it is"),
	.input_record = &CHANGE_INPUTS, .record = &RECORD_USER_ACCOUNT, .target_input = CHANGE_ACCOUNT,
	.actors = ADMINISTRATORS, .flags = ACT_REASON | ACT_JUDGEMENT, .decide = change_decide,
};

/* ---- inspectors see everything ---- */

/* NMR-84.1 (a): no place and nobody is hidden from who inspects. */
static bool inspector_sees_less(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *account = decision_row(decision, &RECORD_USER_ACCOUNT);
	struct text roles = account ? row_text(account, USER_ROLES) : text_empty(), code;
	bool inspector = false;
	(void)context;
	while (text_next(&roles, ' ', &code))
		inspector = inspector || text_equal_string(code, "inspector");
	*out = (struct rule_finding){.path = "/facilities", .message = N_("An inspector would not see all facilities"),
		.advice = N_("Give the whole service (*); who looks at one facility only is an auditor"), .ask = N_("Headquarters")};
	return inspector && row_is_yes(account, USER_ACTIVE) && !row_is(account, USER_FACILITIES, "*");
}

static const char *const ACCOUNTS[] = {"user_account.add", "user_account.change", NULL};
const struct rule RULE_NMR_84_1A = {.id = "NMR-84.1a", .text = N_("Inspectors see all numbers, places, records and conditions"), .kind = RULE_REFUSE,
	.acts = ACCOUNTS, .bites = inspector_sees_less};

/* ---- grant ---- */

enum { GRANT_ACCOUNT, GRANT_CLEARANCE, GRANT_COMPARTMENTS };
static const struct field GRANT_FIELDS[] = {
	[GRANT_ACCOUNT] = ACCOUNT_FIELD,
	[GRANT_CLEARANCE] = {.name = "clearance", .label = N_("Clearance"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .choices = CLEARANCE_CHOICES},
	[GRANT_COMPARTMENTS] = COMPARTMENTS_FIELD,
};
static const struct record GRANT_INPUTS = INPUTS("user_account.grant", GRANT_FIELDS);

static bool grant_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = account_of(context, errors);
	if (!compartments_exist(row_text(context->input, GRANT_COMPARTMENTS), errors) || !old || !is_no_visit(old, errors))
		return false;
	if (context->second && text_equal(context->second->id, old->id)) {
		error_say(errors, E_SECOND_PERSON, NULL, N_("You cannot agree to your own rights"));
		return false;
	}
	struct row *account = decision_change(decision, old);
	row_set(account, USER_CLEARANCE, row_value(context->input, GRANT_CLEARANCE));
	row_set(account, USER_COMPARTMENTS, row_value(context->input, GRANT_COMPARTMENTS));
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_GRANT = {
	.name = "user_account.grant", .label = N_("Set clearance and compartments"),
	.done = N_("Clearance and compartments of {title} are set"),
	.input_record = &GRANT_INPUTS, .record = &RECORD_USER_ACCOUNT, .target_input = GRANT_ACCOUNT,
	.actors = ADMINISTRATORS, .seconds = AGREE_TO_GRANTS, .flags = ACT_SECOND_PERSON | ACT_REASON | ACT_JUDGEMENT,
	.decide = grant_decide,
};

/* ---- suspend ---- */

static const struct field SUSPEND_FIELDS[] = {ACCOUNT_FIELD};
static const struct record SUSPEND_INPUTS = INPUTS("user_account.suspend", SUSPEND_FIELDS);

static bool suspend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = account_of(context, errors);
	if (!old)
		return false;
	if (!row_is_yes(old, USER_ACTIVE)) {
		error_say(errors, E_STATE, NULL, N_("This user is suspended already"));
		return false;
	}
	struct row *account = decision_change(decision, old);
	row_set_yes_no(account, USER_ACTIVE, false);
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_SUSPEND = {
	.name = "user_account.suspend", .label = N_("Suspend a user"), .done = N_("{title} may not sign in any more"),
	.input_record = &SUSPEND_INPUTS, .record = &RECORD_USER_ACCOUNT, .target_input = 0, .actors = ADMINISTRATORS,
	.flags = ACT_REASON, .decide = suspend_decide,
};

/* ---- the second factor: set up and taken off by two people, never by one alone ---- */

#define DEVICE_OPEN_LENGTH MOMENT_HOUR
static const struct record OPEN_DEVICE_INPUTS = INPUTS("user_account.open_device", SUSPEND_FIELDS);
static const struct record DEVICE_OFF_INPUTS = INPUTS("user_account.take_device_off", SUSPEND_FIELDS);

/* The administrator has seen who it is; the user then scans the code. Neither can do it without the other. */
static bool open_device_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = account_of(context, errors);
	if (!old)
		return false;
	struct row *account = decision_change(decision, old);
	row_set_integer(account, USER_DEVICE_UNTIL, context->now + DEVICE_OPEN_LENGTH);
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_OPEN_DEVICE = {
	.name = "user_account.open_device", .label = N_("Let the user set up a device"),
	.help = N_("Look at the person first, face to face. For one hour the user may set up a device that shows codes."),
	.done = N_("{title} may set up a device for one hour"), .input_record = &OPEN_DEVICE_INPUTS, .record = &RECORD_USER_ACCOUNT,
	.target_input = 0, .actors = ADMINISTRATORS, .decide = open_device_decide,
};

/* What was set up before this moment counts no more; recovery codes neither. */
static bool device_off_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = account_of(context, errors);
	if (old && context->second && text_equal(context->second->id, old->id)) {
		error_say(errors, E_SECOND_PERSON, NULL, N_("You cannot agree to your own rights"));
		return false;
	}
	if (!old)
		return false;
	struct row *account = decision_change(decision, old);
	row_set_integer(account, USER_DEVICE_OFF_AT, context->now);
	row_set(account, USER_DEVICE_UNTIL, value_absent());
	decision->result = account;
	return true;
}

const struct act ACT_USER_ACCOUNT_TAKE_DEVICE_OFF = {
	.name = "user_account.take_device_off", .label = N_("Take the lost device off"),
	.help = N_("A second person agrees. Then password alone signs in until a new device is set up."),
	.done = N_("The device of {title} counts no more"), .input_record = &DEVICE_OFF_INPUTS, .record = &RECORD_USER_ACCOUNT,
	.target_input = 0, .actors = ADMINISTRATORS, .seconds = AGREE_TO_GRANTS | ADMINISTRATORS, .flags = ACT_SECOND_PERSON | ACT_REASON,
	.decide = device_off_decide,
};
