/* belief.c - representative.approve, .end; belief_wish.record, .answer. */
#include "areas/contact/acts/common.h"

static const struct citation NMR_65 = { "NMR-65.1", N_("Nelson Mandela Rules, Rule 65"), SOURCE_TEXT_READ };
static const struct citation NMR_66 = { "NMR-66", N_("Nelson Mandela Rules, Rule 66"), SOURCE_TEXT_READ };

/* ---- representatives ---- */
enum { AP_FACILITY, AP_NAME, AP_COMMUNITY, AP_BY, AP_HOURS, AP_SERVICES, AP_INPUTS };
static const struct field APPROVE_INPUT[AP_INPUTS] = {
	[AP_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[AP_NAME] = { "name", N_("Name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AP_COMMUNITY] = { "community", N_("Community that sends him or her"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AP_BY] = { "approved_by", N_("Who approved"), N_("Vetting looks at the one who comes, never at the religion"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[AP_HOURS] = { "hours_week", N_("Hours a week"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 60, 0 } },
	[AP_SERVICES] = { "services", N_("Days and hours of services"), NULL, FIELD_LINE, OPEN, 0 } };
static const struct record APPROVE_RECORD = ACT_INPUTS_AT("representative.approve", APPROVE_INPUT, AP_FACILITY);

static bool approve_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *facility = act_load_input(context, AP_FACILITY, &RECORD_FACILITY, errors);
	if (!facility)
		return false;
	struct row *row = decision_insert(decision, &RECORD_REPRESENTATIVE);
	static const int PAIRS[] = { AP_FACILITY, REPRESENTATIVE_FACILITY, AP_NAME, REPRESENTATIVE_NAME, AP_COMMUNITY, REPRESENTATIVE_COMMUNITY, AP_BY, REPRESENTATIVE_BY,
		AP_HOURS, REPRESENTATIVE_HOURS, AP_SERVICES, REPRESENTATIVE_SERVICES, -1 };
	decide_copy(row, context->input, PAIRS);
	row_set_string(row, REPRESENTATIVE_STATE, "approved");
	decision->result = row;
	return true;
}

const struct act ACT_REPRESENTATIVE_APPROVE = { .name = "representative.approve", .label = N_("Approve a representative"), .done = N_("Approved"),
	.input_record = &APPROVE_RECORD, .record = &RECORD_FACILITY, .target_input = AP_FACILITY, .actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_65,
	.decide = approve_decide };

enum { EN_REPRESENTATIVE, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = {
	[EN_REPRESENTATIVE] = { "representative", N_("Representative"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "representative" } };
static const struct record END_RECORD = ACT_INPUTS("representative.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *row = act_load_input(context, EN_REPRESENTATIVE, &RECORD_REPRESENTATIVE, errors);
	if (!row)
		return false;
	if (!row_is(row, REPRESENTATIVE_STATE, "approved"))
		return decide_refuse(errors, "/representative", N_("This is over already"));
	struct row *changed = decision_change(decision, row);
	row_set_string(changed, REPRESENTATIVE_STATE, "ended");
	row_set_text(changed, REPRESENTATIVE_ENDED_WHY, decide_reason_line(context));
	decision->result = changed;
	return true;
}

const struct act ACT_REPRESENTATIVE_END = { .name = "representative.end", .label = N_("End the approval"), .help = N_("On grounds about this representative only; another one is sought"),
	.done = N_("The approval has ended"), .input_record = &END_RECORD, .record = &RECORD_REPRESENTATIVE, .target_input = EN_REPRESENTATIVE, .flags = ACT_REASON,
	.actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_65, .decide = end_decide };

/* ---- wishes ---- */
enum { WI_PERSON, WI_KIND, WI_WORDS, WI_REPRESENTATIVE, WI_AT, WI_INPUTS };
static const struct field WISH_INPUT[WI_INPUTS] = {
	[WI_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[WI_KIND] = { "kind", N_("Wish"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = BELIEF_WISH_KIND_CHOICES, .basis = &NMR_66 },
	[WI_WORDS] = { "words", N_("In the person's words"), N_("What is asked for; nobody has to say what he or she believes"), FIELD_LINE, CLOSED, 0 },
	[WI_REPRESENTATIVE] = { "representative", N_("Representative"), N_("Leave empty when the person names nobody"), FIELD_REFERENCE, OPEN, 0, .reference = "representative" },
	[WI_AT] = { "asked_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record WISH_RECORD = ACT_INPUTS("belief_wish.record", WISH_INPUT);

static bool wish_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, WI_PERSON, errors);
	int64_t moment = decide_moment(context, WI_AT, errors);
	if (row_has(context->input, WI_REPRESENTATIVE))
		act_load_input(context, WI_REPRESENTATIVE, &RECORD_REPRESENTATIVE, errors);
	if (!person || errors->count)
		return false;
	struct row *wish = decision_insert(decision, &RECORD_BELIEF_WISH);
	static const int PAIRS[] = { WI_PERSON, BELIEF_WISH_PERSON, WI_KIND, BELIEF_WISH_KIND, WI_WORDS, BELIEF_WISH_WORDS, WI_REPRESENTATIVE, BELIEF_WISH_REPRESENTATIVE, -1 };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	decide_copy(wish, context->input, PAIRS);
	row_set_text(wish, BELIEF_WISH_FACILITY, facility);
	row_set_integer(wish, BELIEF_WISH_ASKED_AT, moment);
	/* Who wants to be left alone is left alone: nothing is due. */
	bool alone = row_is(wish, BELIEF_WISH_KIND, "none");
	row_set_string(wish, BELIEF_WISH_STATE, alone ? "answered" : "open");
	if (!alone)
		decide_start(context, decision, "belief-wish", wish, person->id, facility, moment, 0);
	decision->result = wish;
	return true;
}

const struct act ACT_BELIEF_WISH_RECORD = { .name = "belief_wish.record", .label = N_("Wish of religion or belief"), .help = N_("A right, and never a sign of anything"),
	.done = N_("The wish is written down"), .input_record = &WISH_RECORD, .record = &RECORD_PERSON, .target_input = WI_PERSON, .actors = BELIEF_KEEPERS,
	.basis = &NMR_66, .decide = wish_decide };

enum { AN_WISH, AN_RESULT, AN_ANSWER, AN_INSTEAD, AN_UNTIL, AN_INPUTS };
static const struct field ANSWER_INPUT[AN_INPUTS] = {
	[AN_WISH] = { "belief_wish", N_("Wish of religion or belief"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "belief_wish" },
	[AN_RESULT] = { "result", N_("Result"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = BELIEF_WISH_RESULT_CHOICES },
	[AN_ANSWER] = { "answer", N_("Answer"), N_("If it is not met: the ground about this person or thing, and the facts"), FIELD_LINE, OPEN, 0 },
	[AN_INSTEAD] = { "alternative", N_("What is offered instead"), N_("Another representative, another time"), FIELD_LINE, OPEN, 0 },
	[AN_UNTIL] = { "until_day", N_("Until which day"), NULL, FIELD_DATE, OPEN, 0 } };
static const struct record ANSWER_RECORD = ACT_INPUTS("belief_wish.answer", ANSWER_INPUT);

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *wish = act_load_input(context, AN_WISH, &RECORD_BELIEF_WISH, errors);
	if (!wish)
		return false;
	if (!row_is(wish, BELIEF_WISH_STATE, "open"))
		return decide_refuse(errors, "/belief_wish", N_("This is recorded already"));
	struct row *changed = decision_change(decision, wish);
	static const int PAIRS[] = { AN_RESULT, BELIEF_WISH_RESULT, AN_ANSWER, BELIEF_WISH_ANSWER, AN_INSTEAD, BELIEF_WISH_INSTEAD, AN_UNTIL, BELIEF_WISH_UNTIL, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, BELIEF_WISH_STATE, "answered");
	row_set_integer(changed, BELIEF_WISH_ANSWERED_AT, context->now);
	decide_stop(context, decision, "belief-wish", wish->id);
	decision->result = changed;
	return true;
}

const struct act ACT_BELIEF_WISH_ANSWER = { .name = "belief_wish.answer", .label = N_("Answer the wish"), .done = N_("Recorded"), .input_record = &ANSWER_RECORD,
	.record = &RECORD_BELIEF_WISH, .target_input = AN_WISH, .flags = ACT_MAY_RECORD_FACT, .actors = ROLE(RELIGIOUS) | ROLE(CASEWORKER) | ROLE(GOVERNOR),
	.basis = &NMR_66, .decide = answer_decide };
