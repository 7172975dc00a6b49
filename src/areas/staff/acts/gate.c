/* gate.c - key_set.issue, key_issue.return, weapon_issue.issue, .return, women_unit_entry.record: keys, arms and the door of a women's unit. */
#include "areas/staff/acts/common.h"

static const struct citation NMR_81 = { "NMR-81.1", N_("Nelson Mandela Rules, Rule 81"), SOURCE_TEXT_READ };
static const struct citation NMR_82 = { "NMR-82.3a", N_("Nelson Mandela Rules, Rule 82"), SOURCE_TEXT_READ };

/* Gives the row a moment of return; a second time it is a fault at `path`. */
static bool give_back(struct act_context *context, struct decision *decision, const struct row *issue, int returned, const char *path, struct error_list *errors)
{
	if (!issue)
		return false;
	if (row_has(issue, returned))
		return decide_refuse(errors, path, N_("This came back already"));
	struct row *changed = decision_change(decision, issue);
	row_set_integer(changed, returned, context->now);
	decision->result = changed;
	return true;
}

/* ---- keys ---- */
enum { KI_SET, KI_MEMBER, KI_INPUTS };
static const struct field KEY_INPUT[KI_INPUTS] = { [KI_SET] = { "key_set", N_("Key set"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "key_set" },
	[KI_MEMBER] = MEMBER_INPUT(N_("Holder")) };
static const struct record KEY_RECORD = ACT_INPUTS("key_set.issue", KEY_INPUT);

static bool key_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *set = act_load_input(context, KI_SET, &RECORD_KEY_SET, errors), *member = staff_member_input(context, KI_MEMBER, context->today, errors);
	if (!set || !member)
		return false;
	const struct condition out[] = { CONDITION_TEXT(KEY_ISSUE_SET, set->id), CONDITION_ABSENT(KEY_ISSUE_RETURNED) };
	if (row_is_yes(set, KEY_SET_CLOSED) || act_count(context, &RECORD_KEY_ISSUE, out, 2) > 0)
		return decide_refuse(errors, "/key_set", N_("These keys are out, or no longer used: record the return first"));
	struct row *issue = decision_insert(decision, &RECORD_KEY_ISSUE);
	row_set(issue, KEY_ISSUE_FACILITY, row_value(set, KEY_SET_FACILITY));
	row_set_text(issue, KEY_ISSUE_SET, set->id);
	row_set_text(issue, KEY_ISSUE_MEMBER, member->id);
	row_set_integer(issue, KEY_ISSUE_AT, context->now);
	decision->result = issue;
	return true;
}

const struct act ACT_KEY_SET_ISSUE = { .name = "key_set.issue", .label = N_("Issue keys"), .done = N_("The keys are out"), .input_record = &KEY_RECORD, .record = &RECORD_KEY_SET,
	.target_input = KI_SET, .flags = ACT_MAY_RECORD_FACT, .actors = STAFF_GATE, .basis = &NMR_81, .decide = key_decide };

static const struct field KEY_BACK_INPUT[] = { { "key_issue", N_("Keys out"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "key_issue" } };
static const struct record KEY_BACK_RECORD = ACT_INPUTS("key_issue.return", KEY_BACK_INPUT);

static bool key_back_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return give_back(context, decision, act_load_input(context, 0, &RECORD_KEY_ISSUE, errors), KEY_ISSUE_RETURNED, "/key_issue", errors);
}

const struct act ACT_KEY_ISSUE_RETURN = { .name = "key_issue.return", .label = N_("Keys came back"), .done = N_("The keys are back"), .input_record = &KEY_BACK_RECORD,
	.record = &RECORD_KEY_ISSUE, .target_input = 0, .actors = STAFF_GATE, .basis = &NMR_81, .decide = key_back_decide };

/* ---- arms: inputs stand in the order of the fields, without the facility ---- */
enum { WI_MEMBER, WI_POST, WI_KIND, WI_NUMBER, WI_ORDER, WI_ENDS, WI_INPUTS };
static const struct field WEAPON_INPUT[WI_INPUTS] = { [WI_MEMBER] = MEMBER_INPUT(N_("Holder")),
	[WI_POST] = { "post", N_("Post"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "staff_post" },
	[WI_KIND] = { "kind", N_("Weapon"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = WEAPON_KIND_CHOICES },
	[WI_NUMBER] = { "weapon_number", N_("Number on the weapon"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[WI_ORDER] = { "special_order", N_("Order for special circumstances"), N_("Who ordered it and why; a firearm in contact with prisoners needs it"), FIELD_LINE, OPEN, 0, .basis = &NMR_82 },
	[WI_ENDS] = { "order_ends_at", N_("The order ends"), NULL, FIELD_MOMENT, OPEN, 0, .basis = &NMR_82 } };
static const struct record WEAPON_RECORD = ACT_INPUTS("weapon_issue.issue", WEAPON_INPUT);

static bool weapon_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *post = act_load_input(context, WI_POST, &RECORD_STAFF_POST, errors), *member = staff_member_input(context, WI_MEMBER, context->today, errors);
	if (!post || !member)
		return false;
	const struct condition out[] = { CONDITION_TEXT(WEAPON_ISSUE_FACILITY, row_text(post, STAFF_POST_FACILITY)), CONDITION_TEXT(WEAPON_ISSUE_NUMBER, row_text(context->input, WI_NUMBER)),
		CONDITION_ABSENT(WEAPON_ISSUE_RETURNED) };
	if (act_count(context, &RECORD_WEAPON_ISSUE, out, 3) > 0)
		return decide_refuse(errors, "/weapon_number", N_("This weapon is out: record the return first"));
	struct row *issue = decision_insert(decision, &RECORD_WEAPON_ISSUE);
	for (int i = 0; i < WI_INPUTS; i++)
		row_set(issue, WEAPON_ISSUE_MEMBER + i, row_value(context->input, i));
	row_set(issue, WEAPON_ISSUE_FACILITY, row_value(post, STAFF_POST_FACILITY));
	row_set_integer(issue, WEAPON_ISSUE_AT, context->now);
	decision->result = issue;
	return true;
}

const struct act ACT_WEAPON_ISSUE = { .name = "weapon_issue.issue", .label = N_("Issue a weapon"), .done = N_("The weapon is out"), .input_record = &WEAPON_RECORD,
	.record = &RECORD_STAFF_MEMBER, .target_input = WI_MEMBER, .flags = ACT_MAY_RECORD_FACT, .actors = ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_82, .decide = weapon_decide };

static const struct field WEAPON_BACK_INPUT[] = { { "weapon_issue", N_("Weapon out"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "weapon_issue" } };
static const struct record WEAPON_BACK_RECORD = ACT_INPUTS("weapon_issue.return", WEAPON_BACK_INPUT);

static bool weapon_back_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	return give_back(context, decision, act_load_input(context, 0, &RECORD_WEAPON_ISSUE, errors), WEAPON_ISSUE_RETURNED, "/weapon_issue", errors);
}

const struct act ACT_WEAPON_RETURN = { .name = "weapon_issue.return", .label = N_("Weapon came back"), .done = N_("The weapon is back"), .input_record = &WEAPON_BACK_RECORD,
	.record = &RECORD_WEAPON_ISSUE, .target_input = 0, .actors = ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_82, .decide = weapon_back_decide };

/* ---- the door of a women's unit ---- */
enum { EN_MEMBER, EN_WITH, EN_PURPOSE, EN_EMERGENCY, EN_AT, EN_INPUTS };
static const struct field ENTRY_INPUT[EN_INPUTS] = { [EN_MEMBER] = MEMBER_INPUT(N_("Who goes in")),
	[EN_WITH] = { "accompanied_by", N_("Woman colleague who goes along"), N_("Staff number or name"), FIELD_REFERENCE, OPEN, 0, .reference = "staff_member", .basis = &NMR_81 },
	[EN_PURPOSE] = { "purpose", N_("What for"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[EN_EMERGENCY] = { "emergency", N_("Emergency: what happened"), N_("Where he had to go in alone to save somebody: record it as what has already happened"), FIELD_LINE, OPEN, 0 },
	[EN_AT] = { "entered_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record ENTRY_RECORD = ACT_INPUTS("women_unit_entry.record", ENTRY_INPUT);

static bool entry_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, EN_AT, errors);
	const struct row *member = staff_member_input(context, EN_MEMBER, context->today, errors);
	const struct row *with = row_has(context->input, EN_WITH) ? staff_member_input(context, EN_WITH, context->today, errors) : NULL;
	if (with && !row_is(with, STAFF_MEMBER_SEX, "F"))
		decide_refuse(errors, "/accompanied_by", N_("Name a woman colleague"));
	if (!member || errors->count)
		return false;
	struct row *entry = decision_insert(decision, &RECORD_WOMEN_UNIT_ENTRY);
	for (int i = 0; i < EN_AT; i++)
		row_set(entry, WOMEN_UNIT_ENTRY_MEMBER + i, row_value(context->input, i));
	row_set(entry, WOMEN_UNIT_ENTRY_FACILITY, row_value(member, STAFF_MEMBER_FACILITY));
	row_set_integer(entry, WOMEN_UNIT_ENTRY_AT, moment);
	decision->result = entry;
	return true;
}

const struct act ACT_WOMEN_UNIT_ENTRY_RECORD = { .name = "women_unit_entry.record", .label = N_("Let a man into a women's unit"), .done = N_("Recorded"), .input_record = &ENTRY_RECORD,
	.record = &RECORD_STAFF_MEMBER, .target_input = EN_MEMBER, .flags = ACT_MAY_RECORD_FACT, .actors = STAFF_GATE, .basis = &NMR_81, .decide = entry_decide };
