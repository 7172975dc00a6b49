/* child.c - child_stay.decide, .check, .review, .feed, .prepare, .end: a child lives here only as long as it is best for the child. */
#include "areas/contact/acts/common.h"

static const struct citation NMR_29 = { "NMR-29.1", N_("Nelson Mandela Rules, Rule 29"), SOURCE_TEXT_READ };
static const struct citation BKK_48 = { "BKK-48.2", N_("Bangkok Rules, Rule 48"), SOURCE_RECALLED };
static const struct citation BKK_52 = { "BKK-52.1", N_("Bangkok Rules, Rule 52"), SOURCE_RECALLED };

enum { PREPARE_DAYS = 180, YEAR_MONTHS = 12 };
#define DECIDERS (ROLE(CASEWORKER) | ROLE(GOVERNOR))
#define STAY_INPUT { "child_stay", N_("Child living with a parent"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "child_stay" }

static const struct row *living(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *stay = act_load_input(context, input, &RECORD_CHILD_STAY, errors);
	if (stay && !row_is(stay, CHILD_STAY_STATE, "living")) {
		decide_refuse(errors, "/child_stay", N_("This child has left already"));
		return NULL;
	}
	return stay;
}

static void stay_start(struct act_context *context, struct decision *decision, const struct row *stay, const char *clock, int64_t started, int64_t due)
{
	decide_start(context, decision, clock, stay, row_text(stay, CHILD_STAY_PERSON), row_text(stay, CHILD_STAY_FACILITY), started, due);
}

/* ---- decide ---- */
enum { DE_PERSON, DE_CHILD, DE_ON, DE_BY, DE_REASONS, DE_CHILDCARE, DE_FROM, DE_INPUTS };
static const struct field DECIDE_INPUT[DE_INPUTS] = {
	[DE_PERSON] = { "person", N_("Parent"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[DE_CHILD] = { "child", N_("Child"), N_("From the list of the parent's children"), FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "child" },
	[DE_ON] = { "decided_on", N_("Decided on"), NULL, FIELD_DATE, OPEN, 0, .basis = &NMR_29 },
	[DE_BY] = { "decided_by", N_("Who decided"), N_("The body that looks after children"), FIELD_LINE, OPEN, 0, .basis = &NMR_29 },
	[DE_REASONS] = { "reasons", N_("Why it is best for the child"), N_("Not for the prison, not as a reward or a punishment"), FIELD_PROSE, CLOSED, 0, .basis = &NMR_29 },
	[DE_CHILDCARE] = { "childcare", N_("Childcare when not with the parent"), N_("Where, and by whom who is trained for it"), FIELD_LINE, OPEN, 0 },
	[DE_FROM] = { "lives_from", N_("Lives here from"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 } };
static const struct record DECIDE_RECORD = ACT_INPUTS("child_stay.decide", DECIDE_INPUT);

/* The law's age limit, where the profile has one and the day of birth is known. */
static void limit_set(struct act_context *context, struct decision *decision, struct row *stay, const struct row *child)
{
	struct date birth = row_date(child, CHILD_BIRTH_DATE);
	struct text facility = row_text(stay, CHILD_STAY_FACILITY);
	int64_t years = act_parameter(context, facility, "child.max_age", 0), ahead = act_parameter(context, facility, "child.prepare_days", PREPARE_DAYS);
	if (years <= 0 || !date_is_whole(birth))
		return;
	struct date leaves = date_add_months(birth, (int32_t)years * YEAR_MONTHS);
	int64_t due = moment_from_date(date_add_days(leaves, -(int32_t)ahead));
	row_set_date(stay, context->arena, CHILD_STAY_LEAVES_BY, leaves);
	stay_start(context, decision, stay, "child-prepare", context->now, due > context->now ? due : context->now + MOMENT_DAY);
}

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, DE_PERSON, errors), *child = act_load_input(context, DE_CHILD, &RECORD_CHILD, errors);
	if (!person || !child)
		return false;
	if (!text_equal(row_text(child, CHILD_PERSON), person->id))
		return decide_refuse(errors, "/child", N_("This child is on the list of another parent"));
	const struct condition here[] = { CONDITION_TEXT(CHILD_STAY_CHILD, child->id), CONDITION_TEXT(CHILD_STAY_STATE, TEXT_OF("living")) };
	if (act_count(context, &RECORD_CHILD_STAY, here, 2) > 0)
		return decide_refuse(errors, "/child", N_("This child lives here already"));
	struct row *stay = decision_insert(decision, &RECORD_CHILD_STAY);
	static const int PAIRS[] = { DE_PERSON, CHILD_STAY_PERSON, DE_CHILD, CHILD_STAY_CHILD, DE_ON, CHILD_STAY_DECIDED_ON, DE_BY, CHILD_STAY_DECIDED_BY, DE_REASONS,
		CHILD_STAY_REASONS, DE_CHILDCARE, CHILD_STAY_CHILDCARE, DE_FROM, CHILD_STAY_FROM, -1 };
	decide_copy(stay, context->input, PAIRS);
	row_set_text(stay, CHILD_STAY_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	if (!row_has(stay, CHILD_STAY_FROM))
		row_set_date(stay, context->arena, CHILD_STAY_FROM, context->today);
	row_set_string(stay, CHILD_STAY_STATE, "living");
	row_set_string(stay, CHILD_STAY_FEEDING, "free");
	stay_start(context, decision, stay, "child-screening", context->now, 0);
	stay_start(context, decision, stay, "child-check", context->now, 0);
	stay_start(context, decision, stay, "child-review", context->now, 0);
	limit_set(context, decision, stay, child);
	decision->result = stay;
	return true;
}

const struct act ACT_CHILD_STAY_DECIDE = { .name = "child_stay.decide", .label = N_("A child lives with the parent"), .help = N_("Only by a decision in the child's interest; the child is no prisoner"),
	.done = N_("The decision is recorded"), .input_record = &DECIDE_RECORD, .record = &RECORD_PERSON, .target_input = DE_PERSON, .flags = ACT_MAY_RECORD_FACT,
	.actors = DECIDERS, .basis = &NMR_29, .decide = decide_decide };

/* ---- health ---- */
enum { CH_STAY, CH_KIND, CH_AT, CH_INPUTS };
static const struct field CHECK_INPUT[CH_INPUTS] = { [CH_STAY] = STAY_INPUT,
	[CH_KIND] = { "kind", N_("What was done"), N_("The findings stay in the child's own health record"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CHILD_CHECK_CHOICES },
	[CH_AT] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record CHECK_RECORD = ACT_INPUTS("child_stay.check", CHECK_INPUT);

static bool check_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *stay = living(context, CH_STAY, errors);
	int64_t moment = decide_moment(context, CH_AT, errors);
	if (!stay || errors->count)
		return false;
	struct row *changed = decision_change(decision, stay);
	bool screening = row_is(context->input, CH_KIND, "screening");
	row_set_integer(changed, screening ? CHILD_STAY_SCREENED : CHILD_STAY_CHECKED, moment);
	decide_stop(context, decision, screening ? "child-screening" : "child-check", stay->id);
	if (!screening)
		stay_start(context, decision, changed, "child-check", moment, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_STAY_CHECK = { .name = "child_stay.check", .label = N_("Health of the child"), .done = N_("Recorded"), .input_record = &CHECK_RECORD,
	.record = &RECORD_CHILD_STAY, .target_input = CH_STAY, .actors = ROLE(HEALTH), .basis = &NMR_29, .decide = check_decide };

enum { FE_STAY, FE_FEEDING, FE_WHY, FE_BY, FE_INPUTS };
static const struct field FEED_INPUT[FE_INPUTS] = { [FE_STAY] = STAY_INPUT,
	[FE_FEEDING] = { "feeding", N_("Breastfeeding"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CHILD_FEEDING_CHOICES, .basis = &BKK_48 },
	[FE_WHY] = { "health_reason", N_("Health reason"), NULL, FIELD_LINE, CLOSED, 0 },
	[FE_BY] = { "clinician", N_("Clinician"), N_("Name and function of who decided it"), FIELD_LINE, OPEN, 0 } };
static const struct record FEED_RECORD = ACT_INPUTS("child_stay.feed", FEED_INPUT);

static bool feed_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *stay = living(context, FE_STAY, errors);
	if (!stay)
		return false;
	struct row *changed = decision_change(decision, stay);
	row_set(changed, CHILD_STAY_FEEDING, row_value(context->input, FE_FEEDING));
	row_set(changed, CHILD_STAY_FEEDING_WHY, row_value(context->input, FE_WHY));
	row_set(changed, CHILD_STAY_FEEDING_BY, row_value(context->input, FE_BY));
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_STAY_FEED = { .name = "child_stay.feed", .label = N_("Breastfeeding"), .done = N_("Recorded"), .input_record = &FEED_RECORD,
	.record = &RECORD_CHILD_STAY, .target_input = FE_STAY, .flags = ACT_MAY_RECORD_FACT, .actors = ROLE(HEALTH) | DECIDERS, .basis = &BKK_48, .decide = feed_decide };

/* ---- review ---- */
enum { RV_STAY, RV_INPUTS };
static const struct field REVIEW_INPUT[RV_INPUTS] = { [RV_STAY] = STAY_INPUT };
static const struct record REVIEW_RECORD = ACT_INPUTS("child_stay.review", REVIEW_INPUT);

static bool review_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *stay = living(context, RV_STAY, errors);
	if (!stay)
		return false;
	struct row *changed = decision_change(decision, stay);
	row_set_integer(changed, CHILD_STAY_REVIEWED, context->now);
	row_set_text(changed, CHILD_STAY_REVIEW, decide_reason_line(context));
	decide_stop(context, decision, "child-review", stay->id);
	stay_start(context, decision, changed, "child-review", context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_STAY_REVIEW = { .name = "child_stay.review", .label = N_("Still best for the child"), .help = N_("If it is not, end the stay"), .done = N_("Recorded"),
	.input_record = &REVIEW_RECORD, .record = &RECORD_CHILD_STAY, .target_input = RV_STAY, .flags = ACT_REASON, .actors = DECIDERS, .basis = &NMR_29,
	.decide = review_decide };

/* ---- leaving ---- */
enum { PR_STAY, PR_CARE, PR_MET, PR_CONSULATE, PR_INPUTS };
#define CARE_FIELD(flags_) { "care", N_("Who will care for the child outside"), N_("Name, place, and what the child services say"), FIELD_LINE, CLOSED, flags_, .basis = &BKK_52 }
#define CONSULATE_FIELD { "consulate", N_("Consulate of a foreign parent"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CHILD_CONSULATE_CHOICES }
static const struct field PREPARE_INPUT[PR_INPUTS] = { [PR_STAY] = STAY_INPUT, [PR_CARE] = CARE_FIELD(FIELD_REQUIRED),
	[PR_MET] = { "met", N_("Child and carer have met"), NULL, FIELD_YES_NO, OPEN, 0 }, [PR_CONSULATE] = CONSULATE_FIELD };
static const struct record PREPARE_RECORD = ACT_INPUTS("child_stay.prepare", PREPARE_INPUT);

static bool prepare_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *stay = living(context, PR_STAY, errors);
	if (!stay)
		return false;
	struct row *changed = decision_change(decision, stay);
	static const int PAIRS[] = { PR_CARE, CHILD_STAY_CARE, PR_MET, CHILD_STAY_MET, PR_CONSULATE, CHILD_STAY_CONSULATE, -1 };
	decide_copy(changed, context->input, PAIRS);
	decide_stop(context, decision, "child-prepare", stay->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_STAY_PREPARE = { .name = "child_stay.prepare", .label = N_("Prepare care outside"), .done = N_("Recorded"), .input_record = &PREPARE_RECORD,
	.record = &RECORD_CHILD_STAY, .target_input = PR_STAY, .actors = DECIDERS, .basis = &BKK_52, .decide = prepare_decide };

enum { EN_STAY, EN_WHY, EN_ASSESSMENT, EN_CARE, EN_CONSULATE, EN_LEFT, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_STAY] = STAY_INPUT,
	[EN_WHY] = { "why", N_("Why the child leaves"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CHILD_LEFT_CHOICES },
	[EN_ASSESSMENT] = { "assessment", N_("Assessment of this child's interest"), N_("Who looked at it, when, and what the child says; age alone is no reason"), FIELD_PROSE, CLOSED, 0,
		.basis = &BKK_52 },
	[EN_CARE] = CARE_FIELD(0), [EN_CONSULATE] = CONSULATE_FIELD,
	[EN_LEFT] = { "left_on", N_("Left on"), N_("Leave empty for today"), FIELD_DATE, OPEN, 0 } };
static const struct record END_RECORD = ACT_INPUTS("child_stay.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *stay = living(context, EN_STAY, errors);
	if (!stay)
		return false;
	struct row *changed = decision_change(decision, stay);
	static const int PAIRS[] = { EN_WHY, CHILD_STAY_LEFT_WHY, EN_ASSESSMENT, CHILD_STAY_ASSESSMENT, EN_CARE, CHILD_STAY_CARE, EN_CONSULATE, CHILD_STAY_CONSULATE,
		EN_LEFT, CHILD_STAY_LEFT, -1 };
	decide_copy(changed, context->input, PAIRS);
	if (!row_has(changed, CHILD_STAY_LEFT))
		row_set_date(changed, context->arena, CHILD_STAY_LEFT, context->today);
	row_set_string(changed, CHILD_STAY_STATE, "left");
	child_clocks_stop(context, decision, stay->id);
	if (!row_is(changed, CHILD_STAY_LEFT_WHY, "with_parent"))
		stay_start(context, decision, changed, "child-contact", context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_STAY_END = { .name = "child_stay.end", .label = N_("The child leaves"), .done = N_("Recorded; keep parent and child in contact"),
	.input_record = &END_RECORD, .record = &RECORD_CHILD_STAY, .target_input = EN_STAY, .flags = ACT_MAY_RECORD_FACT, .actors = DECIDERS, .basis = &BKK_52,
	.decide = end_decide };
