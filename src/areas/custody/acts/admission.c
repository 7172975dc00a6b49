/* admission.c - the steps of an admission: each closes one line of the task list and its clock. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_7D = { "NMR-7.d", N_("Nelson Mandela Rules, Rule 7 (d)"), SOURCE_TEXT_READ };
static const struct citation NMR_7E = { "NMR-7.e", N_("Nelson Mandela Rules, Rule 7 (e)"), SOURCE_TEXT_READ };
static const struct citation NMR_30 = { "NMR-30.0", N_("Nelson Mandela Rules, Rule 30"), SOURCE_TEXT_READ };
static const struct citation NMR_52 = { "NMR-52.1b", N_("Nelson Mandela Rules, Rule 52"), SOURCE_TEXT_READ };

static const struct citation BKK_2 = { "BKK-2.2", N_("Bangkok Rules, Rule 2"), SOURCE_TEXT_READ };

#define ADMISSION_INPUT { "admission", N_("Admission"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "admission" }
#define GATE (ROLE(RECEPTION))

/* The admission named by input 0, open; NULL with a fault otherwise. */
static struct row *admission_edit(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *admission = act_load_input(context, 0, &RECORD_ADMISSION, errors);
	if (!admission)
		return NULL;
	if (!row_is(admission, ADMISSION_STATE, "open")) {
		error_say(errors, E_STATE, "/admission", N_("This admission is closed"));
		return NULL;
	}
	struct row *row = decision_change(decision, admission);
	decision->result = row;
	return row;
}

static struct text admission_person(const struct row *admission)
{
	return row_text(admission, ADMISSION_PERSON);
}

/* Adds a case note, so that what was found stands in the file with its author. */
static void note_add(struct act_context *context, struct decision *decision, struct text person, struct text text)
{
	if (text_is_empty(text))
		return;
	struct row *note = decision_insert(decision, &RECORD_CASE_NOTE);
	row_set_text(note, CASE_NOTE_PERSON, person);
	row_set_string(note, CASE_NOTE_KIND, "general");
	row_set_text(note, CASE_NOTE_TEXT, text);
	row_set_integer(note, CASE_NOTE_HAPPENED_AT, context->now);
	row_set_string(note, CASE_NOTE_FACT_OR_OPINION, "fact");
}

/* ---- identity ---- */
static const struct choice IDENTITY_CHOICES[] = { { "document", N_("By a document with photograph") }, { "fingerprint", N_("By fingerprint") },
	{ "known", N_("By somebody who knows the person") }, { "order_only", N_("By the papers of the escort only") }, { NULL, NULL } };
enum { ID_ADMISSION, ID_HOW, ID_RESULT, ID_INPUTS };
static const struct field IDENTITY_INPUT[ID_INPUTS] = { [ID_ADMISSION] = ADMISSION_INPUT,
	[ID_HOW] = { "how", N_("How was the identity checked"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = IDENTITY_CHOICES },
	[ID_RESULT] = { "result", N_("What was found"), N_("For example: the name on the order is spelt differently"), FIELD_PROSE, OPEN, 0 } };
static const struct record IDENTITY_RECORD = ACT_INPUTS("admission.check_identity", IDENTITY_INPUT);

static bool identity_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	row_set_string(admission, ADMISSION_IDENTITY, "done");
	note_add(context, decision, admission_person(admission), row_text(context->input, ID_RESULT));
	return true;
}

const struct act ACT_CHECK_IDENTITY = { .name = "admission.check_identity", .label = N_("Check identity"), .done = N_("Identity checked"),
	.input_record = &IDENTITY_RECORD, .record = &RECORD_ADMISSION, .target_input = ID_ADMISSION, .actors = GATE, .decide = identity_decide };

/* ---- authority ---- */
enum { AU_ADMISSION, AU_SEEN, AU_INPUTS };
static const struct field AUTHORITY_INPUT[AU_INPUTS] = { [AU_ADMISSION] = ADMISSION_INPUT,
	[AU_SEEN] = { "seen", N_("I have the order in my hand and it names this person"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record AUTHORITY_RECORD = ACT_INPUTS("admission.check_authority", AUTHORITY_INPUT);

static bool authority_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	if (!row_is_yes(context->input, AU_SEEN))
		return decide_refuse(errors, "/seen", N_("Without the order in hand nobody may be received. Call the duty governor"));
	row_set_string(admission, ADMISSION_AUTHORITY, "done");
	return true;
}

const struct act ACT_CHECK_AUTHORITY = { .name = "admission.check_authority", .label = N_("Check the order"), .done = N_("Order checked"),
	.input_record = &AUTHORITY_RECORD, .record = &RECORD_ADMISSION, .target_input = AU_ADMISSION, .actors = GATE, .decide = authority_decide };

/* ---- search ---- */
enum { SE_ADMISSION, SE_BY_SEX, SE_PRIVACY, SE_RESULT, SE_INPUTS };
static const struct field SEARCH_INPUT[SE_INPUTS] = { [SE_ADMISSION] = ADMISSION_INPUT,
	[SE_BY_SEX] = { "by_sex", N_("Searched by"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEX_CHOICES, .basis = &NMR_52 },
	[SE_PRIVACY] = { "privacy", N_("Out of sight of others"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_52 },
	[SE_RESULT] = { "result", N_("What was found"), NULL, FIELD_PROSE, OPEN, 0 } };
static const struct record SEARCH_RECORD = ACT_INPUTS("admission.search", SEARCH_INPUT);

static bool search_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	row_set_string(admission, ADMISSION_SEARCH, "done");
	note_add(context, decision, admission_person(admission), row_text(context->input, SE_RESULT));
	return true;
}

const struct act ACT_SEARCH = { .name = "admission.search", .label = N_("Search with dignity"), .done = N_("Search recorded"),
	.input_record = &SEARCH_RECORD, .record = &RECORD_ADMISSION, .target_input = SE_ADMISSION, .actors = GATE, .basis = &NMR_52,
	.flags = ACT_MAY_RECORD_FACT, .decide = search_decide };

/* ---- condition on arrival ---- */
enum { CO_ADMISSION, CO_INJURIES, CO_INJURIES_DETAIL, CO_ILL, CO_ILL_DETAIL, CO_INPUTS };
static const struct field CONDITION_INPUT[CO_INPUTS] = { [CO_ADMISSION] = ADMISSION_INPUT,
	[CO_INJURIES] = { "injuries", N_("Are injuries to be seen"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_7D },
	[CO_INJURIES_DETAIL] = { "injuries_detail", N_("What is seen, and where on the body"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &NMR_7D },
	[CO_ILL] = { "ill_treatment", N_("Does the person complain of ill-treatment before arrival"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED,
		.basis = &NMR_7D },
	[CO_ILL_DETAIL] = { "ill_treatment_detail", N_("What the person says, in his or her words"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &NMR_7D } };
static const struct record CONDITION_RECORD = ACT_INPUTS("admission.condition", CONDITION_INPUT);

static bool condition_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	const struct row *input = context->input;
	if (row_is_yes(input, CO_INJURIES) && !row_has(input, CO_INJURIES_DETAIL))
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/injuries_detail"), .citation = "NMR-7.d",
			.message = N_("Describe what is seen") });
	if (row_is_yes(input, CO_ILL) && !row_has(input, CO_ILL_DETAIL))
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/ill_treatment_detail"), .citation = "NMR-7.d",
			.message = N_("Write what the person says") });
	static const int PAIRS[] = { CO_INJURIES, ADMISSION_INJURIES, CO_INJURIES_DETAIL, ADMISSION_INJURIES_DETAIL, CO_ILL,
		ADMISSION_ILL_TREATMENT, CO_ILL_DETAIL, ADMISSION_ILL_TREATMENT_DETAIL, -1 };
	decide_copy(admission, input, PAIRS);
	row_set_string(admission, ADMISSION_CONDITION, "done");
	if (row_is_yes(input, CO_ILL))
		decide_start(context, decision, "ill-treatment-referred", admission, admission_person(admission),
			row_text(admission, ADMISSION_FACILITY), context->now, 0);
	return errors->count == 0;
}

const struct act ACT_CONDITION = { .name = "admission.condition", .label = N_("Condition on arrival"), .done = N_("Condition on arrival recorded"),
	.input_record = &CONDITION_RECORD, .record = &RECORD_ADMISSION, .target_input = CO_ADMISSION, .actors = GATE | ROLE(HEALTH),
	.basis = &NMR_7D, .decide = condition_decide };

/* ---- property list closed ---- */
static const struct choice SIGNED[] = { { "signed", N_("Signed by the person") }, { "refused", N_("Refused to sign, witnessed") }, { NULL, NULL } };
enum { PR_ADMISSION, PR_SIGNED, PR_WITNESS, PR_INPUTS };
static const struct field PROPERTY_INPUT[PR_INPUTS] = { [PR_ADMISSION] = ADMISSION_INPUT,
	[PR_SIGNED] = { "signed", N_("The list"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SIGNED, .basis = &NMR_7E },
	[PR_WITNESS] = { "witness", N_("Witness"), N_("Needed when the person refused to sign"), FIELD_LINE, OPEN, 0 } };
static const struct record PROPERTY_RECORD = ACT_INPUTS("admission.close_property", PROPERTY_INPUT);

static bool property_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	if (row_is(context->input, PR_SIGNED, "refused") && !row_has(context->input, PR_WITNESS)) {
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/witness"), .citation = "NMR-67.1",
			.message = N_("Name the witness of the refusal") });
		return false;
	}
	row_set_string(admission, ADMISSION_PROPERTY, "done");
	return true;
}

const struct act ACT_CLOSE_PROPERTY = { .name = "admission.close_property", .label = N_("Close the property list"), .done = N_("Property list closed"),
	.input_record = &PROPERTY_RECORD, .record = &RECORD_ADMISSION, .target_input = PR_ADMISSION, .actors = GATE, .basis = &NMR_7E,
	.decide = property_decide };

/* ---- immediate needs ---- */
enum { NE_ADMISSION, NE_TELEPHONE, NE_LAWYER, NE_MEDICINE, NE_CLOTHING, NE_NOTE, NE_OWN, NE_INPUTS };
static const struct field NEEDS_INPUT[NE_INPUTS] = { [NE_ADMISSION] = ADMISSION_INPUT,
	[NE_TELEPHONE] = { "telephone_offered", N_("Call or message offered, free of charge"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[NE_LAWYER] = { "lawyer_asked", N_("Asked whether a lawyer should be told"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[NE_MEDICINE] = { "medicine_needed", N_("Says that medicine is needed today"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[NE_CLOTHING] = { "clothing_food_given", N_("Clothing, bedding and food given"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[NE_NOTE] = { "needs_note", N_("Other needs"), NULL, FIELD_PROSE, OPEN, 0 },
	[NE_OWN] = { "own_clothes", N_("Own clothes"), N_("Who wears own clothes has them clean and fit from the first day"), FIELD_CHOICE, OPEN, 0,
		.choices = OWN_CLOTHES_CHOICES } };
static const struct record NEEDS_RECORD = ACT_INPUTS("admission.needs", NEEDS_INPUT);

static bool needs_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	row_set_string(admission, ADMISSION_NEEDS, "done");
	row_set(admission, ADMISSION_OWN_CLOTHES, row_value(context->input, NE_OWN));
	note_add(context, decision, admission_person(admission), row_text(context->input, NE_NOTE));
	decide_stop(context, decision, "immediate-needs", admission->id);
	if (row_is_yes(context->input, NE_MEDICINE))
		note_add(context, decision, admission_person(admission), 
			said_make(context->arena, N_("Medicine needed today: tell the health service"), NULL, text_empty()));
	return true;
}

const struct act ACT_NEEDS = { .name = "admission.needs", .label = N_("Immediate needs"), .done = N_("Immediate needs recorded"),
	.input_record = &NEEDS_RECORD, .record = &RECORD_ADMISSION, .target_input = NE_ADMISSION, .actors = GATE | ROLE(CASEWORKER),
	.decide = needs_decide };

/* ---- safety and sharing ---- */
enum { SA_ADMISSION, SA_SHARING, SA_NOTE, SA_INPUTS };
static const struct field SAFETY_INPUT[SA_INPUTS] = { [SA_ADMISSION] = ADMISSION_INPUT,
	[SA_SHARING] = { "sharing_risk", N_("Cell sharing"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SHARING_RISK_CHOICES },
	[SA_NOTE] = { "safety_note", N_("Why, in your own words"), N_("What was said or seen, never belief or origin"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record SAFETY_RECORD = ACT_INPUTS("admission.safety", SAFETY_INPUT);

static bool safety_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	row_set(admission, ADMISSION_SHARING_RISK, row_value(context->input, SA_SHARING));
	row_set_string(admission, ADMISSION_SAFETY, "done");
	note_add(context, decision, admission_person(admission), row_text(context->input, SA_NOTE));
	decide_stop(context, decision, "safety-check", admission->id);
	return true;
}

const struct act ACT_SAFETY = { .name = "admission.safety", .label = N_("Safety and cell sharing"), .done = N_("Safety looked at"),
	.input_record = &SAFETY_RECORD, .record = &RECORD_ADMISSION, .target_input = SA_ADMISSION, .actors = GATE | ROLE(CASEWORKER) | ROLE(SECURITY),
	.decide = safety_decide };

/* ---- children ---- */
static const struct choice CHILDREN_CHOICES[] = { { "yes", N_("Yes, they are listed") }, { "no", N_("None") }, { "declined", N_("Does not want to say") },
	{ NULL, NULL } };
enum { CH_ADMISSION, CH_HAS, CH_INPUTS };
static const struct field CHILDREN_INPUT[CH_INPUTS] = { [CH_ADMISSION] = ADMISSION_INPUT,
	[CH_HAS] = { "has_children", N_("Children"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = CHILDREN_CHOICES } };
static const struct record CHILDREN_RECORD = ACT_INPUTS("admission.children", CHILDREN_INPUT);

static bool children_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	const struct condition own = CONDITION_TEXT(CHILD_PERSON, admission_person(admission));
	struct rows children = act_find(context, &RECORD_CHILD, &own, 1);
	if (row_is(context->input, CH_HAS, "yes") && children.count == 0)
		return decide_refuse(errors, "/has_children", N_("List the children first, with name, age, where they are and who has custody"));
	for (size_t i = 0; i < children.count; i++) {
		decide_stop(context, decision, "child-arrangement", children.items[i]->id);
		if (row_is_yes(children.items[i], CHILD_SOLE_CARER) && !row_has(children.items[i], CHILD_ARRANGEMENT))
			decide_start(context, decision, "child-arrangement", children.items[i], admission_person(admission),
				row_text(admission, ADMISSION_FACILITY), context->now, 0);
	}
	row_set_string(admission, ADMISSION_CHILDREN, "done");
	decide_stop(context, decision, "children-asked", admission->id);
	return true;
}

const struct act ACT_CHILDREN = { .name = "admission.children", .label = N_("Children"), .done = N_("Children recorded"),
	.input_record = &CHILDREN_RECORD, .record = &RECORD_ADMISSION, .target_input = CH_ADMISSION, .actors = GATE | ROLE(CASEWORKER),
	.decide = children_decide };

enum { CA_CHILD, CA_ARRANGEMENT, CA_CARER, CA_INPUTS };
static const struct field ARRANGE_INPUT[CA_INPUTS] = {
	[CA_CHILD] = { "child", N_("Child"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "child" },
	[CA_ARRANGEMENT] = { "arrangement", N_("What was arranged for the child"), N_("With whom, from when, in the child's best interest"), FIELD_PROSE,
		CLOSED, FIELD_REQUIRED, .basis = &BKK_2 },
	[CA_CARER] = { "carer", N_("Who cares for the child now"), NULL, FIELD_LINE, CLOSED, 0 } };
static const struct record ARRANGE_RECORD = ACT_INPUTS("child.arrange", ARRANGE_INPUT);

static bool arrange_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *child = act_load_input(context, CA_CHILD, &RECORD_CHILD, errors);
	if (!child)
		return false;
	struct row *changed = decision_change(decision, child);
	static const int PAIRS[] = { CA_ARRANGEMENT, CHILD_ARRANGEMENT, CA_CARER, CHILD_CARER, -1 };
	decide_copy(changed, context->input, PAIRS);
	decide_stop(context, decision, "child-arrangement", child->id);
	decision->result = changed;
	return true;
}

const struct act ACT_CHILD_ARRANGE = { .name = "child.arrange", .label = N_("Arrange care"), .help = N_("Care for a child whose only carer is in custody"),
	.done = N_("The arrangement is recorded"), .input_record = &ARRANGE_RECORD, .record = &RECORD_CHILD, .target_input = CA_CHILD,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER), .basis = &BKK_2, .decide = arrange_decide };

/* ---- completion ---- */
enum { DO_ADMISSION, DO_INPUTS };
static const struct field COMPLETE_INPUT[DO_INPUTS] = { [DO_ADMISSION] = ADMISSION_INPUT };
static const struct record COMPLETE_RECORD = ACT_INPUTS("admission.complete", COMPLETE_INPUT);

/* Steps whose absence a rule of its own names (NMR-7.d, NMR-7.e, BKK-3.1): left to it, so that the person reads the rule. */
static bool step_has_rule(const struct row *admission, const struct row *person, int step)
{
	return (step == ADMISSION_CONDITION && !row_has(admission, ADMISSION_INJURIES)) || step == ADMISSION_PROPERTY ||
		(step == ADMISSION_CHILDREN && person && row_is(person, PERSON_SEX, "F"));
}

static bool complete_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	if (!admission)
		return false;
	const struct row *person = act_load(context, &RECORD_PERSON, admission_person(admission));
	for (int i = 0; i < RECORD_ADMISSION.field_count; i++) {
		const struct field *field = &RECORD_ADMISSION.fields[i];
		if (field->choices == STEP_CHOICES && !row_is(admission, i, "done") && !row_is(admission, i, "not_needed") &&
			!step_has_rule(admission, person, i))
			error_add(errors, &(struct error){ .code = E_STATE, .path = TEXT_OF("/admission"), .message = N_("This step is open: {step}"),
				.parameters = { { "step", text_from(field->label), true } }, .citation = field->basis ? field->basis->id : NULL });
	}
	row_set_string(admission, ADMISSION_STATE, "completed");
	row_set_integer(admission, ADMISSION_COMPLETED_AT, context->now);
	return errors->count == 0;
}

const struct act ACT_COMPLETE = { .name = "admission.complete", .label = N_("Complete the admission"), .done = N_("The admission is complete"),
	.input_record = &COMPLETE_RECORD, .record = &RECORD_ADMISSION, .target_input = DO_ADMISSION, .actors = GATE | ROLE(GOVERNOR),
	.flags = ACT_MAY_RECORD_FACT, .decide = complete_decide };

/* ---- health examination: function only ---- */
enum { HE_ADMISSION, HE_AT, HE_EXAMINER, HE_WATCH, HE_OBSERVATION, HE_WITHDRAWAL, HE_INFECTION, HE_MEDICINE, HE_DIET, HE_MOBILITY, HE_WORK,
	HE_PREGNANT, HE_SIGNS, HE_DETAIL, HE_INPUTS };
static const struct choice OBSERVATION[] = { { "none", N_("None") }, { "intermittent", N_("At intervals") }, { "constant", N_("Constant") }, { NULL, NULL } };
static const struct choice FITNESS[] = { { "fit", N_("Fit") }, { "light", N_("Light work only") }, { "unfit", N_("Not fit") }, { NULL, NULL } };
static const struct field HEALTH_INPUT[HE_INPUTS] = { [HE_ADMISSION] = ADMISSION_INPUT,
	[HE_AT] = { "examined_at", N_("Examined"), NULL, FIELD_MOMENT, CLOSED, FIELD_REQUIRED },
	[HE_EXAMINER] = { "examiner", N_("Examined by"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[HE_WATCH] = { "self_harm_watch", N_("Watch for self-harm"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_OBSERVATION] = { "observation", N_("Observation"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED, .choices = OBSERVATION },
	[HE_WITHDRAWAL] = { "withdrawal", N_("Signs of withdrawal"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_INFECTION] = { "infectious_precaution", N_("Precaution against infection"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_MEDICINE] = { "daily_medicine", N_("Daily medicine"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_DIET] = { "diet", N_("Diet on medical order"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_MOBILITY] = { "mobility", N_("Needs help to move about"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_WORK] = { "fit_for_work", N_("Fitness for work"), NULL, FIELD_CHOICE, CLOSED, 0, .choices = FITNESS },
	[HE_PREGNANT] = { "pregnant", N_("Pregnant"), NULL, FIELD_YES_NO, CLOSED, FIELD_MAY_BE_UNKNOWN },
	[HE_SIGNS] = { "ill_treatment_signs", N_("Signs of ill-treatment"), NULL, FIELD_YES_NO, CLOSED, FIELD_REQUIRED },
	[HE_DETAIL] = { "ill_treatment_detail", N_("What is seen and what the person says"), N_("Needed when there are signs; only the health service reads it"),
		FIELD_PROSE, CLOSED, 0 } };
static const struct record HEALTH_RECORD = ACT_INPUTS("admission.health", HEALTH_INPUT);

static bool health_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *admission = admission_edit(context, decision, errors);
	decide_moment(context, HE_AT, errors);
	if (!admission || errors->count)
		return false;
	struct row *health = decision_insert(decision, &RECORD_HEALTH_INTAKE);
	row_set_text(health, HEALTH_INTAKE_PERSON, admission_person(admission));
	static const int PAIRS[] = { HE_AT, HEALTH_INTAKE_EXAMINED_AT, HE_EXAMINER, HEALTH_INTAKE_EXAMINER, HE_WATCH,
		HEALTH_INTAKE_SELF_HARM_WATCH, HE_OBSERVATION, HEALTH_INTAKE_OBSERVATION, HE_WITHDRAWAL, HEALTH_INTAKE_WITHDRAWAL,
		HE_INFECTION, HEALTH_INTAKE_INFECTIOUS_PRECAUTION, HE_MEDICINE, HEALTH_INTAKE_DAILY_MEDICINE, HE_DIET, HEALTH_INTAKE_DIET,
		HE_MOBILITY, HEALTH_INTAKE_MOBILITY, HE_WORK, HEALTH_INTAKE_FIT_FOR_WORK, HE_PREGNANT, HEALTH_INTAKE_PREGNANT, HE_SIGNS,
		HEALTH_INTAKE_ILL_TREATMENT_SIGNS, HE_DETAIL, HEALTH_INTAKE_SIGNS_DETAIL, -1 };
	decide_copy(health, context->input, PAIRS);
	row_set_string(admission, ADMISSION_HEALTH, "done");
	decide_stop(context, decision, "health-examination", admission->id);
	/* What staff must do stands in an alert without a reason; the reason stays with the health service (NMR-31, 32). */
	if (row_is_yes(context->input, HE_WATCH)) {
		struct row *alert = decision_insert(decision, &RECORD_ALERT);
		row_set_text(alert, ALERT_PERSON, admission_person(admission));
		row_set_string(alert, ALERT_KIND, "self_harm");
		row_set_text(alert, ALERT_TEXT, said_make(context->arena, N_("Observe as the health service orders"), NULL, text_empty()));
		row_set_text(alert, ALERT_EVIDENCE, said_make(context->arena, N_("Health examination on admission"), NULL, text_empty()));
		row_set_date(alert, context->arena, ALERT_STARTS, context->today);
		row_set_date(alert, context->arena, ALERT_EXPIRES, date_add_days(context->today, 14));
		row_set_string(alert, ALERT_STATE, "live");
		decide_start(context, decision, "alert-ends", alert, admission_person(admission), row_text(admission, ADMISSION_FACILITY),
			context->now, moment_from_date(date_add_days(context->today, 15)));
	}
	if (row_is_yes(context->input, HE_SIGNS))
		decide_start(context, decision, "ill-treatment-referred", admission, admission_person(admission),
			row_text(admission, ADMISSION_FACILITY), context->now, 0);
	return true;
}

const struct act ACT_HEALTH = { .name = "admission.health", .label = N_("Health examination"), .done = N_("Health examination recorded"),
	.input_record = &HEALTH_RECORD, .record = &RECORD_ADMISSION, .target_input = HE_ADMISSION, .actors = ROLE(HEALTH), .basis = &NMR_30,
	.decide = health_decide };

