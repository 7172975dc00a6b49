/* visit.c - the account of external inspectors for the time of a visit, its early end, and the pages of their sealed notebook. */
#include "areas/inspection/acts.h"

#define OPEN SENSITIVITY_OFFICIAL
#define SENDERS (ROLE(HEADQUARTERS) | ROLE(ADMINISTRATOR))
/* Never the governor: an unannounced visit is not told to who is visited. */
#define AGREERS (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR))

enum { VO_NAME, VO_DISPLAY_NAME, VO_BODY, VO_UNTIL, VO_UNANNOUNCED, VO_HEALTH, VO_LANGUAGE, VO_INPUTS };
static const struct field OPEN_INPUT[VO_INPUTS] = {
	[VO_NAME] = { "name", N_("Sign-in name"), NULL, FIELD_CODE, OPEN, FIELD_REQUIRED },
	[VO_DISPLAY_NAME] = { "display_name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[VO_BODY] = { "body", N_("Body"), N_("Such as the national preventive mechanism"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[VO_UNTIL] = { "until_at", N_("Until"), N_("The account ends by itself at this moment"), FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[VO_UNANNOUNCED] = { "unannounced", N_("Unannounced visit"), N_("Facilities do not see what is read until the visit is over"), FIELD_YES_NO, OPEN,
		FIELD_REQUIRED },
	[VO_HEALTH] = { "health_professional", N_("A health professional is in the team"), N_("Only then are health records opened"), FIELD_YES_NO, OPEN,
		FIELD_REQUIRED },
	[VO_LANGUAGE] = { "language", N_("Language"), NULL, FIELD_CODE, OPEN, 0 },
};
static const struct record OPEN_RECORD = ACT_INPUTS("inspection_visit.open", OPEN_INPUT);

/* The engine owns the table of users: its fields by name, as a page would ask for them. */
static void account_set(struct row *account, const char *name, struct value value)
{
	int field = record_field(account->record, text_from(name));
	if (field != FIELD_NONE)
		row_set(account, field, value);
}

static struct row *account_make(const struct act_context *context, struct decision *decision)
{
	const struct row *input = context->input;
	struct row *account = decision_insert(decision, registry_record(context->registry, TEXT_OF("user_account")));
	account_set(account, "name", row_value(input, VO_NAME));
	account_set(account, "display_name", row_value(input, VO_DISPLAY_NAME));
	account_set(account, "roles", value_string("auditor inspector"));
	account_set(account, "facilities", value_string("*"));
	account_set(account, "clearance", value_string("sensitive"));
	account_set(account, "compartments", value_string(row_is_yes(input, VO_HEALTH) ? "health intel legal sealed third-party" : "intel legal sealed third-party"));
	account_set(account, "language", row_has(input, VO_LANGUAGE) ? row_value(input, VO_LANGUAGE) : value_string("en"));
	account_set(account, "active", value_integer(1));
	account_set(account, "visiting", value_integer(1));
	account_set(account, "valid_until", row_value(input, VO_UNTIL));
	account_set(account, "unannounced", row_value(input, VO_UNANNOUNCED));
	return account;
}

static bool open_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t until = row_moment(context->input, VO_UNTIL);
	int64_t longest = act_parameter(context, text_empty(), "inspection.account_days", 14);
	if (until <= context->now || until > context->now + longest * MOMENT_DAY) {
		error_add(errors, &(struct error){ .code = E_LIMIT, .path = TEXT_OF("/until_at"),
			.message = N_("The account ends within {days} days; a longer visit is opened again"),
			.parameters = { { "days", arena_format(context->arena, "%lld", (long long)longest), false } } });
		return false;
	}
	struct row *account = account_make(context, decision);
	struct row *visit = decision_insert(decision, &RECORD_INSPECTION_VISIT);
	row_set_text(visit, VISIT_ACCOUNT, account->id);
	row_set(visit, VISIT_BODY, row_value(context->input, VO_BODY));
	row_set(visit, VISIT_UNANNOUNCED, row_value(context->input, VO_UNANNOUNCED));
	row_set_integer(visit, VISIT_FROM, context->now);
	row_set_integer(visit, VISIT_UNTIL, until);
	decision->result = visit;
	return true;
}

const struct act ACT_VISIT_OPEN = { .name = "inspection_visit.open", .label = N_("Open a visit of external inspectors"),
	.help = N_("They see every record and log, write only their own sealed notebook, and the account ends by itself"),
	.done = N_("The visit is open. Give the account its first password on the page of the user"), .input_record = &OPEN_RECORD,
	.record = &RECORD_INSPECTION_VISIT, .target_input = FIELD_NONE, .actors = SENDERS, .seconds = AGREERS,
	.flags = ACT_SECOND_PERSON | ACT_REASON, .decide = open_decide };

static const struct field END_INPUT[] = { { "inspection_visit", N_("Visit of external inspectors"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED,
	.reference = "inspection_visit" } };
static const struct record END_RECORD = ACT_INPUTS("inspection_visit.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_INSPECTION_VISIT, errors);
	if (!old)
		return false;
	if (row_has(old, VISIT_ENDED_AT) || row_moment(old, VISIT_UNTIL) <= context->now)
		return decide_refuse(errors, "/inspection_visit", N_("This visit is over"));
	const struct row *account = act_load(context, registry_record(context->registry, TEXT_OF("user_account")), row_text(old, VISIT_ACCOUNT));
	struct row *visit = decision_change(decision, old);
	row_set_integer(visit, VISIT_ENDED_AT, context->now);
	if (account)
		account_set(decision_change(decision, account), "valid_until", value_integer(context->now));
	decision->result = visit;
	return true;
}

const struct act ACT_VISIT_END = { .name = "inspection_visit.end", .label = N_("End the visit now"), .done = N_("The visit is over"),
	.help = N_("Only at the inspectors' own wish: free access is theirs until the visit ends"), .input_record = &END_RECORD,
	.record = &RECORD_INSPECTION_VISIT, .target_input = 0, .actors = SENDERS, .seconds = AGREERS, .flags = ACT_SECOND_PERSON | ACT_REASON,
	.decide = end_decide };

/* ---- the notebook ---- */
static const struct field WRITE_INPUT[] = { { "sealed", N_("Sealed content"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED,
	.limits = { .maximum = 200000 } } };
static const struct record WRITE_RECORD = ACT_INPUTS("notebook_page.write", WRITE_INPUT);

static bool write_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct text sealed = row_text(context->input, 0);
	if (!text_starts_with(sealed, TEXT_OF("custos-sealed-1 "))) {
		error_say(errors, E_SYNTAX, "/sealed", N_("A page of the notebook is written on its page, which seals it"));
		return false;
	}
	struct row *page = decision_insert(decision, &RECORD_NOTEBOOK_PAGE);
	row_set_text(page, NOTEBOOK_ACCOUNT, context->actor->id);
	row_set_text(page, NOTEBOOK_SEALED, sealed);
	row_set_integer(page, NOTEBOOK_WRITTEN_AT, context->now);
	decision->result = page;
	return true;
}

const struct act ACT_NOTEBOOK_WRITE = { .name = "notebook_page.write", .label = N_("Write in the notebook"), .done = N_("The page is sealed"),
	.input_record = &WRITE_RECORD, .record = &RECORD_NOTEBOOK_PAGE, .target_input = FIELD_NONE, .actors = ROLE(INSPECTOR), .flags = ACT_VISITOR,
	.decide = write_decide };

const struct act *const INSPECTION_ACTS[] = { &ACT_INSPECTION_OPEN, &ACT_INSPECTION_ANSWER, &ACT_INSPECTION_RECOMMEND, &ACT_INSPECTION_SEND,
	&ACT_INSPECTION_PUBLISH, &ACT_RECOMMENDATION_REPLY, &ACT_RECOMMENDATION_DONE, &ACT_RECOMMENDATION_VERIFY, &ACT_VISIT_OPEN, &ACT_VISIT_END,
	&ACT_NOTEBOOK_WRITE, &ACT_DISPARITY_REVIEW_RECORD, NULL };
