/* needs.c - needs_assessment.record; accommodation.ask, .decide; admission_report.write; legal_basis_check.record; home_distance.record;
 * transfer_home.ask, .decide; release_plan.supervise; and the clocks that admission, examination, order and sentence start for them. */
#include "areas/casework/acts/common.h"

#include "model/said.h"

static const struct citation NMR_2 = { "NMR-2.2", N_("Nelson Mandela Rules, Rule 2"), SOURCE_TEXT_READ };
static const struct citation NMR_5 = { "NMR-5.2", N_("Nelson Mandela Rules, Rule 5"), SOURCE_TEXT_READ };
static const struct citation NMR_87 = { "NMR-87", N_("Nelson Mandela Rules, Rule 87"), SOURCE_TEXT_READ };
static const struct citation NMR_92 = { "NMR-92.2", N_("Nelson Mandela Rules, Rule 92"), SOURCE_TEXT_READ };
static const struct citation NMR_122 = { "NMR-122", N_("Nelson Mandela Rules, Rule 122"), SOURCE_TEXT_READ };
static const struct citation BKK_26 = { "BKK-26", N_("Bangkok Rules, Rule 26"), SOURCE_SECONDARY };
static const struct citation BKK_53 = { "BKK-53", N_("Bangkok Rules, Rule 53"), SOURCE_SECONDARY };

#define HELPERS (CASEWORKERS | ROLE(RECEPTION) | ROLE(HEALTH) | ROLE(GOVERNOR))

/* The person of the first input, in custody; a new row of the record about her or him, with all inputs of the same name. */
static struct row *about_person(struct act_context *context, struct decision *decision, const struct record *record, struct error_list *errors)
{
	const struct row *person = act_load_input(context, 0, &RECORD_PERSON, errors);
	if (!person || errors->count)
		return NULL;
	if (!row_has(person, PERSON_CURRENT_FACILITY)) {
		decide_refuse(errors, "/person", N_("This person is not in custody"));
		return NULL;
	}
	struct row *row = casework_insert(context, decision, record);
	row_set(row, record->facility_field, row_value(person, PERSON_CURRENT_FACILITY));
	return row;
}

#define ACT_FOR(symbol, name_, label_, help_, done_, inputs_, record_, target_, actors_, flags_, basis_, decide_) const struct act symbol = { .name = name_, .label = label_, .help = help_, \
	.done = done_, .input_record = &inputs_, .record = record_, .target_input = target_, .actors = actors_, .flags = flags_, .basis = &basis_, .decide = decide_ }

/* ---- needs ---- */
static const struct field NEEDS_INPUT[] = { CASEWORK_PERSON_INPUT,
	{ "vulnerable_by", N_("What makes life here harder for the person"), N_("Never what somebody believes or where somebody comes from, but what it means here"), FIELD_CODES, CLOSED, 0,
		.choices = VULNERABILITY_CHOICES, .basis = &NMR_2 },
	{ "needs", N_("Needs, as the person says and as you see them"), NULL, FIELD_PROSE, CLOSED, FIELD_REQUIRED },
	{ "measures", N_("What is done, by whom, until when"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record NEEDS_RECORD = ACT_INPUTS("needs_assessment.record", NEEDS_INPUT);

static bool needs_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *look = about_person(context, decision, &RECORD_NEEDS_ASSESSMENT, errors);
	if (!look)
		return false;
	row_set_date(look, context->arena, NEEDS_ASSESSMENT_DAY, context->today);
	decide_stop(context, decision, "needs-looked-at", row_text(look, NEEDS_ASSESSMENT_PERSON));
	return true;
}

ACT_FOR(ACT_NEEDS_RECORD, "needs_assessment.record", N_("Assess needs"), N_("Talk with the person; write what is needed and what is done"), N_("Recorded"), NEEDS_RECORD, &RECORD_PERSON, 0, HELPERS, 0,
	NMR_2, needs_decide);

/* ---- adjustments ---- */
static void adjustment_due(const struct act_context *context, struct decision *decision, const struct row *adjustment)
{
	decide_start(context, decision, "adjustment-decided", adjustment, row_text(adjustment, ACCOMMODATION_PERSON), row_text(adjustment, ACCOMMODATION_FACILITY), context->now, 0);
}

static const struct field ASK_INPUT[] = { CASEWORK_PERSON_INPUT,
	{ "need", N_("What the person needs because of a disability"), N_("What it is for, not the diagnosis"), FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_5 } };
static const struct record ASK_RECORD = ACT_INPUTS("accommodation.ask", ASK_INPUT);

static bool ask_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *adjustment = about_person(context, decision, &RECORD_ACCOMMODATION, errors);
	if (!adjustment)
		return false;
	row_set_date(adjustment, context->arena, ACCOMMODATION_ASKED, context->today);
	adjustment_due(context, decision, adjustment);
	return true;
}

ACT_FOR(ACT_ACCOMMODATION_ASK, "accommodation.ask", N_("Ask for an adjustment"), N_("For the person, by whoever sees the need"), N_("Asked; a decision is due"), ASK_RECORD, &RECORD_PERSON, 0,
	HELPERS | ROLE(WING), 0, NMR_5, ask_decide);

static const struct field DECIDE_INPUT[] = { CASEWORK_REFERENCE("accommodation", N_("Adjustment for a disability"), "accommodation", FIELD_REQUIRED),
	{ "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ADJUSTMENT_CHOICES },
	{ "access", N_("What the cell must have"), NULL, FIELD_CODES, OPEN, 0, .choices = PLACE_ACCESS_CHOICES },
	{ "answer", N_("What is given from when, or why not"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record DECIDE_RECORD = ACT_INPUTS("accommodation.decide", DECIDE_INPUT);

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_ACCOMMODATION, errors);
	if (!old)
		return false;
	row_set_date(casework_change(context, decision, old), context->arena, ACCOMMODATION_DECIDED, context->today);
	decide_stop(context, decision, "adjustment-decided", old->id);
	return true;
}

ACT_FOR(ACT_ACCOMMODATION_DECIDE, "accommodation.decide", N_("Decide on the adjustment"), N_("A later decision takes the place of this one"), N_("Decided"), DECIDE_RECORD, &RECORD_ACCOMMODATION, 0,
	ROLE(GOVERNOR) | ROLE(HEALTH), 0, NMR_5, decide_decide);

/* ---- reports to the director ---- */
static const struct field WRITE_INPUT[] = { CASEWORK_PERSON_INPUT,
	{ "kind", N_("Which report"), N_("The medical one is written by the health service"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ADMISSION_REPORT_CHOICES, .basis = &NMR_92 },
	{ "words", N_("Report"), N_("A medical report says how fit the person is and what must be heeded, and no diagnosis"), FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record WRITE_RECORD = ACT_INPUTS("admission_report.write", WRITE_INPUT);

/* Social, school and work, and always a medical one; a psychological report where there is a psychologist. */
static bool reports_complete(const struct act_context *context, const struct decision *decision, struct text person)
{
	static const char *const KINDS[] = { "social", "education", "fitness" };
	struct rows reports = decide_rows_after(context, decision, &RECORD_ADMISSION_REPORT, person);
	size_t found = 0;
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < reports.count; j++)
			if (row_is(reports.items[j], ADMISSION_REPORT_KIND, KINDS[i])) {
				found++;
				break;
			}
	return found == 3;
}

static bool write_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	bool medical = row_is(context->input, 1, "fitness"), health = actor_has_role(context->actor, ROLE(HEALTH));
	if (medical != health)
		return decide_refuse(errors, "/kind", medical ? N_("The health service writes the medical report") : N_("The health service writes the medical report only"));
	struct row *report = about_person(context, decision, &RECORD_ADMISSION_REPORT, errors);
	if (!report)
		return false;
	row_set_date(report, context->arena, ADMISSION_REPORT_DAY, context->today);
	if (reports_complete(context, decision, row_text(report, ADMISSION_REPORT_PERSON)))
		decide_stop(context, decision, "admission-reports", row_text(report, ADMISSION_REPORT_PERSON));
	return true;
}

ACT_FOR(ACT_REPORT_WRITE, "admission_report.write", N_("Write a report for the director"), N_("After a sentence has begun: social, school and work, medical"), N_("The director can read it"), WRITE_RECORD,
	&RECORD_PERSON, 0, CASEWORKERS | ROLE(HEALTH), 0, NMR_92, write_decide);

/* ---- held without charge ---- */
static const struct field BASIS_INPUT[] = { CASEWORK_PERSON_INPUT, CASEWORK_REFERENCE("legal_order", N_("Order in force"), "legal_order", FIELD_REQUIRED),
	{ "court_told", N_("Court and lawyer know where the person is"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_122 } };
static const struct record BASIS_RECORD = ACT_INPUTS("legal_basis_check.record", BASIS_INPUT);

static bool basis_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, 0, &RECORD_PERSON, errors), *order = act_load_input(context, 1, &RECORD_LEGAL_ORDER, errors);
	if (!person || !order)
		return false;
	if (!legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)))
		return decide_refuse(errors, "/person", N_("This person is not held without charge"));
	if (!text_equal(row_text(order, LEGAL_ORDER_PERSON), person->id) || !legal_order_in_force(order, context->today))
		return decide_refuse(errors, "/legal_order", N_("This order is not in force for the person today. Without one the person is released"));
	struct row *check = about_person(context, decision, &RECORD_LEGAL_BASIS_CHECK, errors);
	if (!check)
		return false;
	row_set_integer(check, LEGAL_BASIS_CHECK_AT, context->now);
	decide_stop(context, decision, "legal-basis", person->id);
	decide_start(context, decision, "legal-basis", person, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now, 0);
	return true;
}

ACT_FOR(ACT_LEGAL_BASIS_RECORD, "legal_basis_check.record", N_("Legal basis looked at today"), N_("For people held without charge, every day"), N_("Recorded; tomorrow it is due again"), BASIS_RECORD, &RECORD_PERSON, 0,
	ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR), 0, NMR_122, basis_decide);

/* ---- home ---- */
static const struct field DISTANCE_INPUT[] = { CASEWORK_PERSON_INPUT,
	{ "distance_km", N_("Kilometres to the family"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 20000, 0 }, .basis = &BKK_26 },
	{ "measures", N_("What makes up for the distance"), NULL, FIELD_CODES, OPEN, 0, .choices = DISTANCE_MEASURE_CHOICES } };
static const struct record DISTANCE_RECORD = ACT_INPUTS("home_distance.record", DISTANCE_INPUT);

static bool distance_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *distance = about_person(context, decision, &RECORD_HOME_DISTANCE, errors);
	if (!distance)
		return false;
	row_set_date(distance, context->arena, HOME_DISTANCE_DAY, context->today);
	return true;
}

ACT_FOR(ACT_DISTANCE_RECORD, "home_distance.record", N_("Note the distance from home"), N_("Where the family lives now, and what makes up for the way"), N_("Recorded"), DISTANCE_RECORD, &RECORD_PERSON, 0,
	HELPERS, ACT_MAY_RECORD_FACT, BKK_26, distance_decide);

static const struct field HOME_INPUT[] = { CASEWORK_PERSON_INPUT,
	{ "country", N_("To which country"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "consent", N_("The person wants it, and knows what follows"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &BKK_53 } };
static const struct record HOME_RECORD = ACT_INPUTS("transfer_home.ask", HOME_INPUT);

static bool home_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	if (!row_is_yes(context->input, 2))
		return decide_refuse(errors, "/consent", N_("Nobody is transferred home against his or her will: ask the person first"));
	struct row *wish = about_person(context, decision, &RECORD_TRANSFER_HOME, errors);
	if (!wish)
		return false;
	row_set_date(wish, context->arena, TRANSFER_HOME_ASKED, context->today);
	decide_start(context, decision, "transfer-home", wish, row_text(wish, TRANSFER_HOME_PERSON), row_text(wish, TRANSFER_HOME_FACILITY), context->now, 0);
	return true;
}

ACT_FOR(ACT_HOME_ASK, "transfer_home.ask", N_("The person wants to be transferred home"), N_("To serve the sentence in the home country; at any time"), N_("Recorded; a decision is due"), HOME_RECORD, &RECORD_PERSON, 0,
	HELPERS, 0, BKK_53, home_decide);

static const struct field HOME_DECIDE_INPUT[] = { CASEWORK_REFERENCE("transfer_home", N_("Wish to be transferred home"), "transfer_home", FIELD_REQUIRED),
	{ "decision", N_("Decision"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = TRANSFER_HOME_CHOICES },
	{ "children", N_("What becomes of the children"), NULL, FIELD_PROSE, CLOSED, 0, .basis = &BKK_53 } };
static const struct record HOME_DECIDE_RECORD = ACT_INPUTS("transfer_home.decide", HOME_DECIDE_INPUT);

static bool home_decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_TRANSFER_HOME, errors);
	if (!old)
		return false;
	row_set_date(casework_change(context, decision, old), context->arena, TRANSFER_HOME_DECIDED, context->today);
	/* What was sent to the ministry waits for its answer still. */
	if (!row_is(context->input, 1, "sent"))
		decide_stop(context, decision, "transfer-home", old->id);
	return true;
}

ACT_FOR(ACT_HOME_DECIDE, "transfer_home.decide", N_("Decide on the transfer home"), N_("With reasons that the person is told"), N_("Recorded"), HOME_DECIDE_RECORD, &RECORD_TRANSFER_HOME, 0,
	ROLE(GOVERNOR) | ROLE(HEADQUARTERS), ACT_REASON, BKK_53, home_decide_decide);

/* ---- supervision after release ---- */
static const struct field SUPERVISE_INPUT[] = { CASEWORK_REFERENCE("release_plan", N_("Release plan"), "release_plan", FIELD_REQUIRED),
	{ "supervisor", N_("Who supervises after release"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	{ "supervisor_kind", N_("What it is"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SUPERVISOR_KIND_CHOICES, .basis = &NMR_87 },
	{ "gradual", N_("Steps to a gradual return"), N_("Leave, work outside, an open unit, a trial release"), FIELD_PROSE, OPEN, FIELD_REQUIRED } };
static const struct record SUPERVISE_RECORD = ACT_INPUTS("release_plan.supervise", SUPERVISE_INPUT);

static bool supervise_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_RELEASE_PLAN, errors);
	if (!old)
		return false;
	if (row_is(old, RELEASE_PLAN_STATE, "closed"))
		return decide_refuse(errors, "/release_plan", N_("This release plan is closed"));
	casework_change(context, decision, old);
	decide_stop(context, decision, "gradual-return", old->id);
	return true;
}

ACT_FOR(ACT_RELEASE_PLAN_SUPERVISE, "release_plan.supervise", N_("Settle the return and who supervises"), N_("A social service, with help for the person"), N_("Recorded"), SUPERVISE_RECORD, &RECORD_RELEASE_PLAN, 0,
	CASEWORKERS, 0, NMR_87, supervise_decide);

void casework_gradual_return(const struct act_context *context, struct decision *decision, const struct row *plan, struct text facility)
{
	struct text person = row_text(plan, RELEASE_PLAN_PERSON);
	struct date begin = date_add_months(row_date(plan, RELEASE_PLAN_RELEASE_ON), -(int32_t)act_parameter(context, facility, "prerelease.months", 6)), least = date_add_days(context->today, 14);
	if (!row_has(plan, RELEASE_PLAN_SUPERVISOR) && !row_is(plan, RELEASE_PLAN_STATE, "released"))
		decide_start(context, decision, "gradual-return", plan, person, facility, context->now,
			moment_from_date(date_compare(begin, least) > 0 ? begin : least));
}

/* ---- what others start and stop ---- */
static void need_opens(struct act_context *context, struct decision *decision, const struct row *person, struct text facility, const char *need)
{
	struct row *adjustment = decision_insert(decision, &RECORD_ACCOMMODATION);
	row_set_text(adjustment, ACCOMMODATION_PERSON, person->id);
	row_set_text(adjustment, ACCOMMODATION_FACILITY, facility);
	row_set_text(adjustment, ACCOMMODATION_NEED, said_make(context->arena, need, NULL, text_empty()));
	row_set_date(adjustment, context->arena, ACCOMMODATION_ASKED, context->today);
	adjustment_due(context, decision, adjustment);
}

static bool is_on_file(const struct act_context *context, struct text person)
{
	const struct condition own = CONDITION_TEXT(ACCOMMODATION_PERSON, person);
	return act_count(context, &RECORD_ACCOMMODATION, &own, 1) > 0;
}

static void received(struct act_context *context, struct decision *decision)
{
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	struct text facility = person ? row_text(person, PERSON_CURRENT_FACILITY) : text_empty();
	if (facility.length == 0)
		return;
	decide_start(context, decision, "needs-looked-at", person, person->id, facility, context->now, 0);
	decide_start(context, decision, "social-worker", person, person->id, facility, context->now, 0);
	if (legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)))
		decide_start(context, decision, "legal-basis", person, person->id, facility, context->now, 0);
	bool senses = row_is(person, PERSON_SENSORY_NEED, "sight") || row_is(person, PERSON_SENSORY_NEED, "hearing") || row_is(person, PERSON_SENSORY_NEED, "both");
	if ((senses || row_has(person, PERSON_MOBILITY_NEED)) && !is_on_file(context, person->id))
		need_opens(context, decision, person, facility, senses ? N_("The file names a need of sight or hearing") : N_("The file names help needed to move about"));
}

static void examined(struct act_context *context, struct decision *decision)
{
	const struct row *intake = decision_row(decision, &RECORD_HEALTH_INTAKE);
	const struct row *person = intake && row_is_yes(intake, HEALTH_INTAKE_MOBILITY) ? act_load(context, &RECORD_PERSON, row_text(intake, HEALTH_INTAKE_PERSON)) : NULL;
	if (person && row_has(person, PERSON_CURRENT_FACILITY) && !is_on_file(context, person->id))
		need_opens(context, decision, person, row_text(person, PERSON_CURRENT_FACILITY), N_("The first examination found help needed to move about"));
}

/* A change of the orders begins holding without charge, or ends it. */
static void status_changed(struct act_context *context, struct decision *decision)
{
	for (size_t i = 0; i < decision->effect_count; i++) {
		const struct effect *effect = &decision->effects[i];
		if (effect->kind != EFFECT_CHANGE || effect->row->record != &RECORD_PERSON)
			continue;
		bool before = legal_status_is_without_charge(row_text(effect->old, PERSON_LEGAL_STATUS)), after = legal_status_is_without_charge(row_text(effect->row, PERSON_LEGAL_STATUS));
		if (before && !after)
			decide_stop(context, decision, "legal-basis", effect->row->id);
		else if (after && !before && row_has(effect->row, PERSON_CURRENT_FACILITY))
			decide_start(context, decision, "legal-basis", effect->row, effect->row->id, row_text(effect->row, PERSON_CURRENT_FACILITY), context->now, 0);
	}
}

/* NMR-92.2: a sentence of suitable length has begun. */
static void sentenced(struct act_context *context, struct decision *decision)
{
	const struct row *term = decision_row(decision, &RECORD_SENTENCE_TERM);
	const struct row *person = term ? act_load(context, &RECORD_PERSON, row_text(term, SENTENCE_TERM_PERSON)) : NULL;
	struct duration length;
	if (!person || !row_has(person, PERSON_CURRENT_FACILITY) || reports_complete(context, decision, person->id))
		return;
	struct text facility = row_text(person, PERSON_CURRENT_FACILITY);
	int64_t months = duration_parse(row_text(term, SENTENCE_TERM_LENGTH), &length) ? length.years * 12 + length.months + (length.weeks * 7 + length.days) / 30 : 0;
	if (row_is_yes(term, SENTENCE_TERM_LIFE) || months >= act_parameter(context, facility, "suitable_sentence.months", 6))
		decide_start(context, decision, "admission-reports", person, person->id, facility, context->now, 0);
}

static void stop_open(struct act_context *context, struct decision *decision, const struct record *record, int undecided, const char *clock, struct text person)
{
	const struct condition open[] = { CONDITION_TEXT(record->person_field, person), CONDITION_ABSENT(undecided) };
	struct rows rows = act_find(context, record, open, 2);
	for (size_t i = 0; i < rows.count; i++)
		decide_stop(context, decision, clock, rows.items[i]->id);
}

static void left(struct act_context *context, struct decision *decision)
{
	static const char *const PERSONAL[] = { "needs-looked-at", "social-worker", "legal-basis", "admission-reports" };
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	const struct row *way = person ? casework_open_release_plan(context, person->id) : NULL;
	if (!person)
		return;
	for (size_t i = 0; i < sizeof PERSONAL / sizeof *PERSONAL; i++)
		decide_stop(context, decision, PERSONAL[i], person->id);
	if (way)
		decide_stop(context, decision, "gradual-return", way->id);
	stop_open(context, decision, &RECORD_ACCOMMODATION, ACCOMMODATION_DECIDED, "adjustment-decided", person->id);
	const struct condition own = CONDITION_TEXT(TRANSFER_HOME_PERSON, person->id);
	struct rows wishes = act_find(context, &RECORD_TRANSFER_HOME, &own, 1);
	for (size_t i = 0; i < wishes.count; i++)
		decide_stop(context, decision, "transfer-home", wishes.items[i]->id);
}

static const char *const RECEIVING[] = { "person.admit", "escape.return", NULL }, *const EXAMINING[] = { "admission.health", NULL }, *const SENTENCING[] = { "sentence.impose", NULL };
static const char *const STATUS[] = { "legal_order.add", "legal_order.amend", "legal_order.end", "sentence.impose", "sentence.quash", NULL };
static const char *const LEAVING[] = { "release.release", "death.record", "escape.record", NULL };
const struct reaction NEEDS_RECEIVED = { RECEIVING, received }, NEEDS_EXAMINED = { EXAMINING, examined }, NEEDS_STATUS = { STATUS, status_changed }, NEEDS_SENTENCED = { SENTENCING, sentenced },
	NEEDS_LEFT = { LEAVING, left };
