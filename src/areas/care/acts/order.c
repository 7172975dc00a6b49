/* order.c - clinical_order.give, .carry_out, .miss, .object, .answer, .end: nobody but the health service changes one. */
#include "areas/care/acts/common.h"
#include "areas/rights/records.h"

static const struct citation NMR_27 = { "NMR-27.2", N_("Nelson Mandela Rules, Rule 27"), SOURCE_TEXT_READ };

#define ORDER_INPUT { "clinical_order", N_("Order of a clinician"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "clinical_order" }
#define GUARDS (ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR))

enum { GI_PERSON, GI_KIND, GI_INSTRUCTION, GI_DUE, GI_EXPIRES, GI_INPUTS };
static const struct field GIVE_INPUT[GI_INPUTS] = { [GI_PERSON] = PERSON_INPUT,
	[GI_KIND] = { "kind", N_("Order"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLINICAL_ORDER_KIND_CHOICES, .basis = &NMR_27 },
	[GI_INSTRUCTION] = { "instruction", N_("What staff should do"), N_("Never a diagnosis: everybody on duty reads it"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[GI_DUE] = { "due_at", N_("By when"), N_("The appointment, or when it must be in place"), FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[GI_EXPIRES] = { "expires_on", N_("Ends by itself on"), NULL, FIELD_DATE, OPEN, 0 } };
static const struct record GIVE_RECORD = ACT_INPUTS("clinical_order.give", GIVE_INPUT);

/* Standing orders are told to everybody on duty by the health instruction that rules about restraint and separation read. */
static const char *flag_kind(const struct row *order)
{
	static const char *const FLAGS[][2] = { { "diet", "diet" }, { "no_restraint", "no_restraint" }, { "shared_cell", "not_alone" }, { "medicine", "medicine" },
		{ "lower_bunk", "aid" }, { "aid", "aid" } };
	for (size_t i = 0; i < sizeof FLAGS / sizeof *FLAGS; i++)
		if (row_is(order, CLINICAL_ORDER_KIND, FLAGS[i][0]))
			return FLAGS[i][1];
	return NULL;
}

static void flag_set(struct act_context *context, struct decision *decision, struct row *order, const char *kind)
{
	struct row *flag = decision_insert(decision, &RECORD_HEALTH_FLAG);
	row_set(flag, HEALTH_FLAG_PERSON, row_value(order, CLINICAL_ORDER_PERSON));
	row_set_string(flag, HEALTH_FLAG_KIND, kind);
	row_set(flag, HEALTH_FLAG_INSTRUCTION, row_value(order, CLINICAL_ORDER_INSTRUCTION));
	row_set_date(flag, context->arena, HEALTH_FLAG_STARTS, context->today);
	row_set(flag, HEALTH_FLAG_EXPIRES, row_value(order, CLINICAL_ORDER_EXPIRES));
	row_set_string(flag, HEALTH_FLAG_STATE, "live");
	row_set_text(order, CLINICAL_ORDER_FLAG, flag->id);
}

static bool give_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, GI_PERSON, &RECORD_PERSON, errors);
	if (row_has(context->input, GI_EXPIRES) && date_compare(row_date(context->input, GI_EXPIRES), context->today) < 0)
		error_say(errors, E_DATE_ORDER, "/expires_on", N_("The end must come after the beginning"));
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *order = decision_insert(decision, &RECORD_CLINICAL_ORDER);
	static const int PAIRS[] = { GI_PERSON, CLINICAL_ORDER_PERSON, GI_KIND, CLINICAL_ORDER_KIND, GI_INSTRUCTION, CLINICAL_ORDER_INSTRUCTION, GI_DUE,
		CLINICAL_ORDER_DUE, GI_EXPIRES, CLINICAL_ORDER_EXPIRES, -1 };
	decide_copy(order, context->input, PAIRS);
	row_set(order, CLINICAL_ORDER_FACILITY, row_value(person, PERSON_CURRENT_FACILITY));
	row_set_string(order, CLINICAL_ORDER_STATE, "open");
	if (flag_kind(order))
		flag_set(context, decision, order, flag_kind(order));
	decide_start(context, decision, "clinical-order-due", order, person->id, row_text(order, CLINICAL_ORDER_FACILITY), context->now, row_moment(order, CLINICAL_ORDER_DUE));
	decision->result = order;
	return true;
}

const struct act ACT_CLINICAL_ORDER_GIVE = { .name = "clinical_order.give", .label = N_("Clinical order"),
	.help = N_("What must be done for the person; nobody but the health service can change or end it"), .done = N_("The order stands"), .input_record = &GIVE_RECORD,
	.record = &RECORD_PERSON, .target_input = GI_PERSON, .actors = ROLE(HEALTH), .basis = &NMR_27, .decide = give_decide };

/* ---- carried out, or not ---- */
enum { CO_ORDER, CO_INPUTS };
static const struct field ONE_INPUT[CO_INPUTS] = { [CO_ORDER] = ORDER_INPUT };
static const struct record CARRY_RECORD = ACT_INPUTS("clinical_order.carry_out", ONE_INPUT), OBJECT_RECORD = ACT_INPUTS("clinical_order.object", ONE_INPUT),
	ORDER_END_RECORD = ACT_INPUTS("clinical_order.end", ONE_INPUT);

/* The order that an input names while it has this state (NULL: any but ended); adds a fault and gives NULL otherwise. */
static const struct row *order_input(struct act_context *context, const char *state, struct error_list *errors)
{
	const struct row *order = act_load_input(context, CO_ORDER, &RECORD_CLINICAL_ORDER, errors);
	if (order && (state ? !row_is(order, CLINICAL_ORDER_STATE, state) : row_is(order, CLINICAL_ORDER_STATE, "ended"))) {
		decide_refuse(errors, "/clinical_order", N_("This order is carried out, missed or ended already"));
		return NULL;
	}
	return order;
}

static bool carry_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = order_input(context, "open", errors);
	if (!order)
		return false;
	struct row *changed = decision_change(decision, order);
	row_set_string(changed, CLINICAL_ORDER_STATE, "done");
	row_set_integer(changed, CLINICAL_ORDER_DONE, context->now);
	decide_stop(context, decision, "clinical-order-due", order->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CLINICAL_ORDER_CARRY_OUT = { .name = "clinical_order.carry_out", .label = N_("Carried out"), .done = N_("Recorded"), .input_record = &CARRY_RECORD,
	.record = &RECORD_CLINICAL_ORDER, .target_input = CO_ORDER, .actors = GUARDS | ROLE(HEALTH), .basis = &NMR_27, .decide = carry_decide };

enum { MI_ORDER, MI_WHY, MI_INPUTS };
static const struct field MISS_INPUT[MI_INPUTS] = { [MI_ORDER] = ORDER_INPUT,
	[MI_WHY] = { "missed_why", N_("Why it was not carried out"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLINICAL_ORDER_WHY_CHOICES } };
static const struct record MISS_RECORD = ACT_INPUTS("clinical_order.miss", MISS_INPUT);

static bool miss_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = order_input(context, "open", errors);
	if (!order)
		return false;
	struct row *changed = decision_change(decision, order);
	row_set_string(changed, CLINICAL_ORDER_STATE, "missed");
	row_set(changed, CLINICAL_ORDER_WHY, row_value(context->input, MI_WHY));
	decide_stop(context, decision, "clinical-order-due", order->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CLINICAL_ORDER_MISS = { .name = "clinical_order.miss", .label = N_("Not carried out"), .help = N_("The health service gives a new order at once if it is still needed"),
	.done = N_("Recorded"), .input_record = &MISS_RECORD, .record = &RECORD_CLINICAL_ORDER, .target_input = MI_ORDER, .actors = GUARDS | ROLE(HEALTH),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_27, .decide = miss_decide };

/* ---- objection: the order stands until a clinician has answered ---- */
static bool object_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = order_input(context, NULL, errors);
	if (!order)
		return false;
	if (row_has(order, CLINICAL_ORDER_OBJECTION) && !row_has(order, CLINICAL_ORDER_ANSWER))
		return decide_refuse(errors, "/clinical_order", N_("An objection waits for the answer of a clinician"));
	struct row *changed = decision_change(decision, order);
	row_set_text(changed, CLINICAL_ORDER_OBJECTION, context->reason);
	row_set(changed, CLINICAL_ORDER_ANSWER, value_absent());
	decide_start(context, decision, "clinical-objection", order, row_text(order, CLINICAL_ORDER_PERSON), row_text(order, CLINICAL_ORDER_FACILITY), context->now, 0);
	decision->result = changed;
	return true;
}

const struct act ACT_CLINICAL_ORDER_OBJECT = { .name = "clinical_order.object", .label = N_("Object to a clinical order"),
	.help = N_("The order stands until a clinician has answered"), .done = N_("A clinician answers; until then the order stands"), .input_record = &OBJECT_RECORD,
	.record = &RECORD_CLINICAL_ORDER, .target_input = CO_ORDER, .actors = ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_27, .decide = object_decide };

enum { OA_ORDER, OA_ANSWER, OA_INPUTS };
static const struct field ANSWER_INPUT[OA_INPUTS] = { [OA_ORDER] = ORDER_INPUT,
	[OA_ANSWER] = { "objection_answer", N_("Answer to the objection"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CLINICAL_ORDER_ANSWER_CHOICES } };
static const struct record ANSWER_RECORD = ACT_INPUTS("clinical_order.answer", ANSWER_INPUT);

static void order_end(struct act_context *context, struct decision *decision, struct row *changed)
{
	row_set_string(changed, CLINICAL_ORDER_STATE, "ended");
	decide_stop(context, decision, "clinical-order-due", changed->id);
	decide_stop(context, decision, "clinical-objection", changed->id);
	const struct row *flag = row_has(changed, CLINICAL_ORDER_FLAG) ? act_load(context, &RECORD_HEALTH_FLAG, row_text(changed, CLINICAL_ORDER_FLAG)) : NULL;
	if (flag && row_is(flag, HEALTH_FLAG_STATE, "live"))
		row_set_string(decision_change(decision, flag), HEALTH_FLAG_STATE, "ended");
}

static bool answer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = order_input(context, NULL, errors);
	if (!order)
		return false;
	if (!row_has(order, CLINICAL_ORDER_OBJECTION) || row_has(order, CLINICAL_ORDER_ANSWER))
		return decide_refuse(errors, "/clinical_order", N_("No objection waits for an answer"));
	struct row *changed = decision_change(decision, order);
	row_set(changed, CLINICAL_ORDER_ANSWER, row_value(context->input, OA_ANSWER));
	decide_stop(context, decision, "clinical-objection", order->id);
	if (row_is(changed, CLINICAL_ORDER_ANSWER, "changed"))
		order_end(context, decision, changed);
	decision->result = changed;
	return true;
}

const struct act ACT_CLINICAL_ORDER_ANSWER = { .name = "clinical_order.answer", .label = N_("Answer the objection"), .done = N_("Recorded"),
	.input_record = &ANSWER_RECORD, .record = &RECORD_CLINICAL_ORDER, .target_input = OA_ORDER, .actors = ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_27,
	.decide = answer_decide };

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *order = order_input(context, NULL, errors);
	if (!order)
		return false;
	struct row *changed = decision_change(decision, order);
	order_end(context, decision, changed);
	decision->result = changed;
	return true;
}

const struct act ACT_CLINICAL_ORDER_END = { .name = "clinical_order.end", .label = N_("End the clinical order"), .done = N_("The order has ended"), .input_record = &ORDER_END_RECORD,
	.record = &RECORD_CLINICAL_ORDER, .target_input = CO_ORDER, .actors = ROLE(HEALTH), .flags = ACT_REASON, .basis = &NMR_27, .decide = end_decide };
