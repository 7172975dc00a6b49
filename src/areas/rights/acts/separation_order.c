/* separation_order.c - separation.order, .isolate, .extend, .end. */
#include "areas/rights/acts/common.h"

static const struct citation NMR_37 = { "NMR-37.d", N_("Nelson Mandela Rules, Rule 37 (d)"), SOURCE_TEXT_READ };
static const struct citation NMR_30 = { "NMR-30.d", N_("Nelson Mandela Rules, Rule 30 (d)"), SOURCE_TEXT_READ };

#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }
#define SEPARATION_INPUT { "separation", N_("Separation"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "separation" }
#define STARTS_INPUT { "starts_at", N_("From"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 }
#define ENDS_INPUT { "ends_at", N_("Ends at the latest"), N_("It ends by itself then; sooner when the reason is gone"), FIELD_MOMENT, OPEN, 0 }
#define CONTACT_INPUT { "planned_contact", N_("Meaningful human contact planned, minutes a day"), \
	N_("Face to face, without glass. Two hours or less is solitary confinement"), FIELD_INTEGER, OPEN, 0, .limits = { 0, 1440, 0 } }
#define LIGHT_INPUT { "light", N_("Light in the cell"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_LIGHT_CHOICES }
#define KEPT_INPUT { "contact_kept", N_("Contact with the family that stays open"), NULL, FIELD_CODES, OPEN, 0, .choices = SEPARATION_MEANS_CHOICES }
#define KEPT_WHY_INPUT { "contact_why", N_("Why the other means are closed"), N_("Security need, and until when"), FIELD_LINE, OPEN, 0 }

static const struct choice KINDS[] = { { "discipline", N_("Disciplinary sanction") }, { "security", N_("Security or good order") },
	{ "protection", N_("Protection") }, { "own_request", N_("Own request") }, { "unit", N_("Special unit") }, { NULL, NULL } };

enum { OR_PERSON, OR_KIND, OR_GROUND, OR_FACTS, OR_BASIS, OR_AUTHORITY, OR_EMERGENCY, OR_ALTERNATIVES, OR_EXIT, OR_STARTS, OR_ENDS, OR_CONTACT,
	OR_OUTDOORS, OR_LIGHT, OR_KEPT, OR_KEPT_WHY, OR_DISABILITY, OR_VULNERABILITY, OR_INPUTS };
static const struct field ORDER_INPUT[OR_INPUTS] = { [OR_PERSON] = PERSON_INPUT,
	[OR_KIND] = { "kind", N_("Kind of separation"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = KINDS, .basis = &NMR_37 },
	[OR_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEPARATION_GROUND_CHOICES },
	[OR_FACTS] = { "facts", N_("Facts"), N_("What this person did or what happened to him or her, when, and who saw it. Never belief, dress or origin"),
		FIELD_PROSE, OPEN, 0 },
	[OR_BASIS] = { "legal_basis", N_("Legal basis"), N_("Article of the law or regulation"), FIELD_LINE, OPEN, 0 },
	[OR_AUTHORITY] = { "authority", N_("Authority that decides"), N_("Office and number of the decision"), FIELD_LINE, OPEN, 0 },
	[OR_EMERGENCY] = { "emergency", N_("Emergency of this hour"), NULL, FIELD_YES_NO, OPEN, 0 },
	[OR_ALTERNATIVES] = { "alternatives", N_("What was tried or thought of first"), N_("And why it is not enough"), FIELD_PROSE, OPEN, 0 },
	[OR_EXIT] = { "exit_criteria", N_("What must be so for it to end"), NULL, FIELD_PROSE, OPEN, 0 },
	[OR_STARTS] = STARTS_INPUT, [OR_ENDS] = ENDS_INPUT, [OR_CONTACT] = CONTACT_INPUT,
	[OR_OUTDOORS] = { "planned_outdoors", N_("Open air planned, minutes a day"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 1440, 0 } },
	[OR_LIGHT] = LIGHT_INPUT, [OR_KEPT] = KEPT_INPUT, [OR_KEPT_WHY] = KEPT_WHY_INPUT,
	[OR_DISABILITY] = { "disability", N_("Disability or illness, mental or physical"), N_("As the health service answers: a fact, not a permission"),
		FIELD_CHOICE, OPEN, 0, .choices = SEPARATION_DISABILITY_CHOICES },
	[OR_VULNERABILITY] = { "vulnerability", N_("Vulnerability looked at"),
		N_("Self-harm, age, pregnancy, disability, threats: who was asked and what follows"), FIELD_PROSE, OPEN, 0 } };
static const struct record ORDER_RECORD = ACT_INPUTS("separation.order", ORDER_INPUT);

static void clocks_start(struct act_context *context, struct decision *decision, const struct row *order, const struct row *person)
{
	static const char *const CLOCKS[] = { "separation-health-visit", "separation-review", "separation-copy", "separation-need",
		"separation-mitigation" };
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_start(context, decision, CLOCKS[i], order, person->id, facility, row_moment(order, SEPARATION_STARTS), 0);
	if (row_has(order, SEPARATION_ENDS))
		decide_start(context, decision, "separation-ends", order, person->id, facility, context->now, row_moment(order, SEPARATION_ENDS));
	separation_alarms(context, decision, order);
}

/* Moments in order, the person here. record_fact says what has happened and is only checked for its order of time. */
static bool order_is_possible(struct act_context *context, const struct row *person, int64_t starts, int ends, struct error_list *errors)
{
	const struct row *input = context->input;
	if (row_has(input, ends) && row_moment(input, ends) <= starts)
		error_say(errors, E_DATE_ORDER, "/ends_at", N_("The end must come after the beginning"));
	if (!row_has(person, PERSON_EPISODE) && !row_has(person, PERSON_CURRENT_FACILITY))
		decide_refuse(errors, "/person", N_("This person is not in custody"));
	return errors->count == 0;
}

/* A new order replaces the one that runs: same person, same chain of days. */
static bool earlier_ends(struct act_context *context, struct decision *decision, const struct row *person, int64_t starts, bool health,
	struct error_list *errors)
{
	const struct row *running = separation_running(context, person->id);
	if (!running)
		return true;
	if (!health && row_is(running, SEPARATION_KIND, "health"))
		return decide_refuse(errors, "/person", N_("The person is in medical isolation. Only the health service ends or changes it"));
	if (starts < row_moment(running, SEPARATION_STARTS))
		return decide_refuse(errors, "/starts_at", N_("A separation that began later runs already"));
	separation_close(context, decision, decision_change(decision, running), starts, "replaced", text_empty());
	return true;
}

static struct row *order_begin(struct act_context *context, struct decision *decision, const struct row *person, int64_t starts)
{
	struct row *order = decision_insert(decision, &RECORD_SEPARATION);
	row_set_text(order, SEPARATION_PERSON, person->id);
	row_set_text(order, SEPARATION_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_integer(order, SEPARATION_STARTS, starts);
	row_set_string(order, SEPARATION_STATE, "running");
	row_set_text(order, SEPARATION_ORDERED_BY, context->actor->id);
	return order;
}

static bool order_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, OR_PERSON, &RECORD_PERSON, errors);
	int64_t starts = decide_moment(context, OR_STARTS, errors);
	if (!person || errors->count || !order_is_possible(context, person, starts, OR_ENDS, errors) ||
		!earlier_ends(context, decision, person, starts, false, errors))
		return false;
	struct row *order = order_begin(context, decision, person, starts);
	static const int PAIRS[] = { OR_KIND, SEPARATION_KIND, OR_GROUND, SEPARATION_GROUND, OR_FACTS, SEPARATION_FACTS, OR_BASIS, SEPARATION_LEGAL_BASIS,
		OR_AUTHORITY, SEPARATION_AUTHORITY, OR_EMERGENCY, SEPARATION_EMERGENCY, OR_ALTERNATIVES, SEPARATION_ALTERNATIVES, OR_EXIT, SEPARATION_EXIT,
		OR_ENDS, SEPARATION_ENDS, OR_CONTACT, SEPARATION_PLANNED_CONTACT, OR_OUTDOORS, SEPARATION_PLANNED_OUTDOORS, OR_LIGHT, SEPARATION_LIGHT,
		OR_KEPT, SEPARATION_CONTACT_KEPT, OR_KEPT_WHY, SEPARATION_CONTACT_WHY, OR_DISABILITY, SEPARATION_DISABILITY, OR_VULNERABILITY,
		SEPARATION_VULNERABILITY, -1 };
	decide_copy(order, context->input, PAIRS);
	decision->result = order;
	clocks_start(context, decision, order, person);
	return true;
}

const struct act ACT_SEPARATION_ORDER = { .name = "separation.order", .label = N_("Order separation"),
	.help = N_("Keep a person apart: on law and facts, as the last resort, with an end"), .done = N_("The separation is ordered"),
	.input_record = &ORDER_RECORD, .record = &RECORD_PERSON, .target_input = OR_PERSON,
	.actors = ROLE(GOVERNOR) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_37,
	.decide = order_decide };

/* ---- medical isolation ---- */
enum { IS_PERSON, IS_EXIT, IS_STARTS, IS_ENDS, IS_CONTACT, IS_LIGHT, IS_KEPT, IS_KEPT_WHY, IS_INPUTS };
static const struct field ISOLATE_INPUT[IS_INPUTS] = { [IS_PERSON] = PERSON_INPUT,
	[IS_EXIT] = { "exit_criteria", N_("What must be so for it to end"), N_("In words that staff may read; the diagnosis stays with the health service"),
		FIELD_PROSE, OPEN, FIELD_REQUIRED, .basis = &NMR_30 },
	[IS_STARTS] = STARTS_INPUT, [IS_ENDS] = ENDS_INPUT, [IS_CONTACT] = CONTACT_INPUT, [IS_LIGHT] = LIGHT_INPUT, [IS_KEPT] = KEPT_INPUT,
	[IS_KEPT_WHY] = KEPT_WHY_INPUT };
static const struct record ISOLATE_RECORD = ACT_INPUTS("separation.isolate", ISOLATE_INPUT);

static bool isolate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, IS_PERSON, &RECORD_PERSON, errors);
	int64_t starts = decide_moment(context, IS_STARTS, errors);
	if (!person || errors->count || !order_is_possible(context, person, starts, IS_ENDS, errors) ||
		!earlier_ends(context, decision, person, starts, true, errors))
		return false;
	struct row *order = order_begin(context, decision, person, starts);
	static const int PAIRS[] = { IS_EXIT, SEPARATION_EXIT, IS_ENDS, SEPARATION_ENDS, IS_CONTACT, SEPARATION_PLANNED_CONTACT, IS_LIGHT, SEPARATION_LIGHT,
		IS_KEPT, SEPARATION_CONTACT_KEPT, IS_KEPT_WHY, SEPARATION_CONTACT_WHY, -1 };
	decide_copy(order, context->input, PAIRS);
	row_set_string(order, SEPARATION_KIND, "health");
	row_set_string(order, SEPARATION_GROUND, "contagion");
	decision->result = order;
	clocks_start(context, decision, order, person);
	return true;
}

const struct act ACT_SEPARATION_ISOLATE = { .name = "separation.isolate", .label = N_("Order medical isolation"),
	.help = N_("For the time of infection only. It is care, not punishment, and its days count in the solitary clock"), .done = N_("The isolation is ordered"),
	.input_record = &ISOLATE_RECORD, .record = &RECORD_PERSON, .target_input = IS_PERSON, .actors = ROLE(HEALTH), .flags = ACT_MAY_RECORD_FACT,
	.basis = &NMR_30, .decide = isolate_decide };

/* ---- longer, and the end ---- */

/* NMR-27.2: what a clinician ordered nobody else changes; and the health service does not decide on the separation of others. */
static bool is_in_my_hands(const struct act_context *context, const struct row *separation, struct error_list *errors)
{
	bool clinician = actor_has_role(context->actor, ROLE(HEALTH)), medical = row_is(separation, SEPARATION_KIND, "health");
	if (medical && !clinician)
		return decide_refuse(errors, "/separation", N_("Only the health service ends or changes medical isolation"));
	if (!medical && clinician && !actor_has_role(context->actor, ~ROLE(HEALTH) & ROLES_ALL))
		return decide_refuse(errors, "/separation", N_("Only whoever may order it ends it. Give your advice with the daily visit"));
	return true;
}

enum { EX_SEPARATION, EX_ENDS, EX_CONTACT, EX_INPUTS };
static const struct field EXTEND_INPUT[EX_INPUTS] = { [EX_SEPARATION] = SEPARATION_INPUT, [EX_ENDS] = ENDS_INPUT, [EX_CONTACT] = CONTACT_INPUT };
static const struct record EXTEND_RECORD = ACT_INPUTS("separation.extend", EXTEND_INPUT);

static bool extend_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, EX_SEPARATION, errors);
	if (!separation || !is_in_my_hands(context, separation, errors))
		return false;
	if (row_has(context->input, EX_ENDS) && row_moment(context->input, EX_ENDS) <= row_moment(separation, SEPARATION_ENDS))
		return decide_refuse(errors, "/ends_at", N_("The new end must be later than the one that stands"));
	struct row *changed = decision_change(decision, separation);
	static const int PAIRS[] = { EX_CONTACT, SEPARATION_PLANNED_CONTACT, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set(changed, SEPARATION_ENDS, row_value(context->input, EX_ENDS));
	decide_stop(context, decision, "separation-ends", separation->id);
	if (row_has(changed, SEPARATION_ENDS))
		decide_start(context, decision, "separation-ends", separation, row_text(separation, SEPARATION_PERSON),
			rights_facility(context, row_text(separation, SEPARATION_PERSON)), context->now, row_moment(changed, SEPARATION_ENDS));
	separation_alarms(context, decision, changed);
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_EXTEND = { .name = "separation.extend", .label = N_("Let the separation go on"),
	.help = N_("Only after an independent review, with the reasons of today"), .done = N_("The separation has a later end"), .input_record = &EXTEND_RECORD,
	.record = &RECORD_SEPARATION, .target_input = EX_SEPARATION, .actors = ROLE(GOVERNOR) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS) | ROLE(HEALTH),
	.flags = ACT_MAY_RECORD_FACT | ACT_REASON, .basis = &NMR_37, .decide = extend_decide };

enum { EN_SEPARATION, EN_AT, EN_INPUTS };
static const struct field END_INPUT[EN_INPUTS] = { [EN_SEPARATION] = SEPARATION_INPUT,
	[EN_AT] = { "ended_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record END_RECORD = ACT_INPUTS("separation.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *separation = separation_input(context, EN_SEPARATION, errors);
	int64_t moment = decide_moment(context, EN_AT, errors);
	if (!separation || errors->count || !is_in_my_hands(context, separation, errors))
		return false;
	if (moment < row_moment(separation, SEPARATION_STARTS))
		return decide_refuse(errors, "/ended_at", N_("It began later than that"));
	struct row *changed = decision_change(decision, separation);
	separation_close(context, decision, changed, moment, "decided", decide_reason_line(context));
	decision->result = changed;
	return true;
}

const struct act ACT_SEPARATION_END = { .name = "separation.end", .label = N_("End the separation"), .done = N_("The separation has ended"),
	.input_record = &END_RECORD, .record = &RECORD_SEPARATION, .target_input = EN_SEPARATION,
	.actors = ROLE(GOVERNOR) | ROLE(SECURITY) | ROLE(COMMITTEE) | ROLE(HEADQUARTERS) | ROLE(HEALTH), .flags = ACT_REASON, .decide = end_decide };
