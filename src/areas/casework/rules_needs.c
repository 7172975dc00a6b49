/* rules_needs.c - needs, adjustments, reports, supervision after release, people without charge, distance from home. */
#include "areas/casework/acts.h"

static const char *const LOOK[] = { "needs_assessment.record", NULL };
static const char *const PLACE[] = { "placement.place", NULL };
static const char *const SUPERVISE[] = { "release_plan.supervise", NULL };
static const char *const PROGRAMMES[] = { "enrolment.refer", "enrolment.start", NULL };
static const char *const DISTANCE[] = { "home_distance.record", NULL };
static const char *const HOME[] = { "transfer_home.decide", NULL };

static bool vulnerable_without_plan(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *look = decision_row(decision, &RECORD_NEEDS_ASSESSMENT);
	(void)context;
	*out = (struct rule_finding){ .path = "/measures", .message = N_("Something makes life here harder for the person, and nothing is done about it yet"),
		.advice = N_("Write what is done, by whom and until when; ask the person what would help"), .ask = N_("The unit manager and the health service") };
	return look && row_has(look, NEEDS_ASSESSMENT_VULNERABLE) && !row_has(look, NEEDS_ASSESSMENT_PLAN);
}

static bool codes_hold(struct text codes, struct text code)
{
	struct text one;
	while (text_next(&codes, ' ', &one))
		if (text_equal(one, code))
			return true;
	return false;
}

/* What was granted last says what the cell must have. */
static bool cell_without_access(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	const struct row *place = placement ? act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE)) : NULL;
	if (!place)
		return false;
	const struct condition granted[] = { CONDITION_TEXT(ACCOMMODATION_PERSON, row_text(placement, PLACEMENT_PERSON)), CONDITION_PRESENT(ACCOMMODATION_ACCESS) };
	const struct row *adjustment = act_find_first(context, &RECORD_ACCOMMODATION, granted, 2, ACCOMMODATION_DECIDED, true);
	struct text needed = adjustment ? row_text(adjustment, ACCOMMODATION_ACCESS) : text_empty(), one;
	*out = (struct rule_finding){ .path = "/place", .message = N_("This place does not have what was granted to the person because of a disability"),
		.advice = N_("Choose a place that has it, or have it put in first"), .ask = N_("The health service and the director") };
	while (text_next(&needed, ' ', &one))
		if (!codes_hold(row_text(place, PLACE_ACCESS), one))
			return true;
	return false;
}

static bool police_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *plan = decision_row(decision, &RECORD_RELEASE_PLAN);
	(void)context;
	*out = (struct rule_finding){ .path = "/supervisor_kind", .message = N_("The police alone would supervise the person after release"),
		.advice = N_("Ask probation or a social service to supervise, together with help for the person"), .ask = N_("Probation, or headquarters") };
	return plan && row_is(plan, RELEASE_PLAN_SUPERVISOR_KIND, "police");
}

/* School, a trade, art, sport, family and practical help stay open to everybody. */
static bool is_treatment(const struct row *programme)
{
	static const char *const OPEN_TO_ALL[] = { "education", "vocational", "creative", "family", "social" };
	for (size_t i = 0; i < sizeof OPEN_TO_ALL / sizeof *OPEN_TO_ALL; i++)
		if (row_is(programme, PROGRAMME_TYPE, OPEN_TO_ALL[i]))
			return false;
	return true;
}

static bool treated_without_charge(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *enrolment = decision_row(decision, &RECORD_ENROLMENT);
	const struct row *person = enrolment ? act_load(context, &RECORD_PERSON, row_text(enrolment, ENROLMENT_PERSON)) : NULL;
	const struct row *programme = enrolment ? act_load(context, &RECORD_PROGRAMME, row_text(enrolment, ENROLMENT_PROGRAMME)) : NULL;
	bool referred = context->input && record_field(context->input->record, TEXT_OF("programme")) >= 0;
	*out = (struct rule_finding){ .path = referred ? "/programme" : "/enrolment", .message = N_("The person is held without charge and would be put into a programme of rehabilitation or disengagement"),
		.advice = N_("Offer school, a trade, sport, help with the family; whoever is not convicted has nothing to be changed"), .ask = N_("The lawyer, the court, the governor") };
	return person && programme && legal_status_is_without_charge(row_text(person, PERSON_LEGAL_STATUS)) && is_treatment(programme);
}

static bool far_without_measure(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *distance = decision_row(decision, &RECORD_HOME_DISTANCE);
	const struct row *person = distance ? act_load(context, &RECORD_PERSON, row_text(distance, HOME_DISTANCE_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/measures", .message = N_("This woman is held far from home, and nothing makes up for it"),
		.advice = N_("Offer longer visits, video calls or help with the journey, or ask for a place nearer home"), .ask = N_("The social worker") };
	return person && row_is(person, PERSON_SEX, "F") && !row_has(distance, HOME_DISTANCE_MEASURES) &&
		row_integer(distance, HOME_DISTANCE_KM, 0) > act_parameter(context, row_text(distance, HOME_DISTANCE_FACILITY), "distance.warn_km", 150);
}

static bool children_not_considered(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *wish = decision_row(decision, &RECORD_TRANSFER_HOME);
	const struct condition own = CONDITION_TEXT(CHILD_PERSON, wish ? row_text(wish, TRANSFER_HOME_PERSON) : text_empty());
	*out = (struct rule_finding){ .path = "/children", .message = N_("The file names children, and it is not said what becomes of them"), .ask = N_("The social worker and the child's guardian"),
		.advice = N_("Say whether the children go along, and who looks after their interest") };
	return wish && !row_has(wish, TRANSFER_HOME_CHILDREN) && act_count(context, &RECORD_CHILD, &own, 1) > 0;
}

#define RULE(symbol, id_, kind_, acts_, function, words) const struct rule symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define CLOCKED(symbol, id_, words, ...) static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

CLOCKED(RULE_NEEDS_LOOKED_AT, "NMR-2.2", N_("What each person needs is looked at soon after admission"), "needs-looked-at");
RULE(RULE_NEEDS_PLAN, "NMR-2.2.plan", RULE_WARN, LOOK, vulnerable_without_plan, N_("Who is vulnerable is helped; that is no privilege"));
CLOCKED(RULE_ADJUSTMENT, "NMR-5.2", N_("Adjustments for people with disabilities are decided in time"), "adjustment-decided");
RULE(RULE_ADJUSTMENT_CELL, "NMR-5.2.cell", RULE_WARN, PLACE, cell_without_access, N_("A place has what was granted to a person with a disability"));
CLOCKED(RULE_GRADUAL, "NMR-87", N_("The return is gradual, and who supervises it is settled before release"), "gradual-return");
RULE(RULE_GRADUAL_POLICE, "NMR-87.police", RULE_WARN, SUPERVISE, police_alone, N_("Supervision after release is not for the police alone"));
CLOCKED(RULE_SOCIAL_WORKER, "NMR-88.2", N_("A social worker keeps up ties with family and agencies"), "social-worker");
CLOCKED(RULE_REPORTS, "NMR-92.2", N_("The director has full reports soon after a sentence begins"), "admission-reports");
RULE(RULE_NO_CHARGE, "NMR-122", RULE_REFUSE, PROGRAMMES, treated_without_charge, N_("Who is held without charge is not re-educated or rehabilitated"));
CLOCKED(RULE_NO_CHARGE_DAILY, "NMR-122.daily", N_("The legal basis of holding without charge is looked at every day"), "legal-basis");
RULE(RULE_DISTANCE, "BKK-26", RULE_WARN, DISTANCE, far_without_measure, N_("Distance from home is made up for"));
CLOCKED(RULE_HOME, "BKK-53", N_("A wish to be transferred home is decided early"), "transfer-home");
RULE(RULE_HOME_CHILDREN, "BKK-53.child", RULE_EVIDENCE, HOME, children_not_considered, N_("What becomes of the child is part of the decision"));
