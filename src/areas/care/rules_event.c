/* rules_event.c - deaths, injuries, disappearances and signs of torture: reported outside, evidence kept, implicated staff kept out. */
#include "areas/care/rules.h"

static const char *const REPORT[] = { "grave_event.report", "grave_event.implicate", NULL };
static const char *const REPORT_SIGNS[] = { "grave_event.report", NULL };
static const char *const CLOSE[] = { "grave_event.close", NULL };
static const char *const RELEASE[] = { "evidence_item.release", NULL };
static const char *const PROPERTY[] = { "property_item.end", NULL };
static const char *const SCENE[] = { "placement.place", NULL };
static const char *const TOUCHING[] = { "separation.order", "separation.isolate", "separation.review", "charge.lay", "charge.hear", "sanction.impose", "force.use",
	"person_search.record", "alert.raise", NULL };

struct text care_whom(const struct act_context *context, const struct decision *decision)
{
	int input = record_field(context->input->record, TEXT_OF("person"));
	return input >= 0 ? row_text(context->input, input) : decision->result ? row_subject(decision->result) : text_empty();
}

#define ASK_HEADQUARTERS N_("Headquarters")

static bool no_authority(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *event = decision_row(decision, &RECORD_GRAVE_EVENT);
	(void)context;
	if (!event || row_has(event, GRAVE_EVENT_REFERENCE))
		return false;
	*out = (struct rule_finding){ .path = "/grave_event", .message = N_("No independent authority has this event"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Report it to the authority, and write down the number that it gives; it closes with the outcome of the authority") };
	return true;
}

static bool no_cause(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *event = decision_row(decision, &RECORD_GRAVE_EVENT);
	if (!event)
		return false;
	const struct condition own = CONDITION_TEXT(EVIDENCE_ITEM_EVENT, event->id);
	bool cause = row_has(event, GRAVE_EVENT_CAUSE), findings = row_has(event, GRAVE_EVENT_FINDINGS);
	if (cause && findings && act_count(context, &RECORD_EVIDENCE_ITEM, &own, 1) > 0)
		return false;
	*out = (struct rule_finding){ .path = !cause ? "/cause" : !findings ? "/findings" : "/grave_event", .ask = ASK_HEADQUARTERS,
		.message = cause && findings ? N_("No evidence was named for this event") : N_("Cause or findings are missing"),
		.advice = N_("Write what the authority found, its cause, and what was kept as evidence") };
	return true;
}

static bool no_plan(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *event = decision_row(decision, &RECORD_GRAVE_EVENT);
	(void)context;
	if (!event || !row_is(event, GRAVE_EVENT_KIND, "ill_treatment") || row_has(event, GRAVE_EVENT_PROTECTION))
		return false;
	*out = (struct rule_finding){ .path = "/protection", .message = N_("Nothing says how the person is kept safe after the report"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Other staff, another wing or facility, a telephone to a lawyer: write what is done from now on") };
	return true;
}

static bool let_go_inside(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_EVIDENCE_ITEM);
	(void)context;
	if (!item || row_has(item, EVIDENCE_ITEM_RELEASE))
		return false;
	*out = (struct rule_finding){ .path = "/release_number", .message = N_("Evidence would be let go without a decision of the investigating authority"),
		.advice = N_("Keep it. Only the authority lets it go; write the number of its decision or receipt"), .ask = N_("The investigating authority") };
	return true;
}

static bool is_held(const struct act_context *context, int field, struct text id)
{
	const struct condition held[] = { CONDITION_TEXT(field, id), CONDITION_TEXT(EVIDENCE_ITEM_STATE, TEXT_OF("held")) };
	return !text_is_empty(id) && act_count(context, &RECORD_EVIDENCE_ITEM, held, 2) > 0;
}

static bool property_held(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *item = decision_row(decision, &RECORD_PROPERTY_ITEM);
	if (!item || !is_held(context, EVIDENCE_ITEM_PROPERTY, item->id))
		return false;
	*out = (struct rule_finding){ .path = "/property_item", .message = N_("This item is kept for an investigation"), .ask = N_("The director"),
		.advice = N_("Leave it where it is; the investigating authority decides about it") };
	return true;
}

static bool scene_held(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	if (!placement || !is_held(context, EVIDENCE_ITEM_PLACE, row_text(placement, PLACEMENT_PLACE)))
		return false;
	*out = (struct rule_finding){ .path = "/place", .message = N_("This place is sealed for an investigation"), .ask = N_("The director"),
		.advice = N_("Choose another place; nobody goes in until the investigating authority opens it") };
	return true;
}

static bool reported_by_implicated(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *event = NULL;
	for (size_t i = 0; i < decision->effect_count; i++)
		if (decision->effects[i].row->record == &RECORD_GRAVE_EVENT && row_is_closed_to(decision->effects[i].row, context->actor->name))
			event = decision->effects[i].row;
	if (!event)
		return false;
	*out = (struct rule_finding){ .path = "/implicated", .message = N_("You would name yourself, and then handle it"), .ask = ASK_HEADQUARTERS,
		.advice = N_("Let somebody who took no part report it; what you know goes to the authority as a witness") };
	return true;
}

static bool implicated_acts(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct condition own[] = { CONDITION_TEXT(GRAVE_EVENT_PERSON, care_whom(context, decision)), CONDITION_TEXT(GRAVE_EVENT_STATE, TEXT_OF("open")) };
	struct rows events = act_find(context, &RECORD_GRAVE_EVENT, own, 2);
	for (size_t i = 0; i < events.count; i++) {
		if (!row_is_closed_to(events.items[i], context->actor->name))
			continue;
		/* What it is about is not told: that there is a reason to stay away is. */
		bool named = record_field(context->input->record, TEXT_OF("person")) >= 0;
		*out = (struct rule_finding){ .path = named ? "/person" : arena_string(context->arena, arena_format(context->arena, "/%s", context->input->record->fields[0].name)),
			.message = N_("You are not to act on this person now"), .ask = N_("The director or headquarters"),
			.advice = N_("Let an officer who has had nothing to do with this person do it; what happened already is recorded as a fact") };
		return true;
	}
	return false;
}

RULE(NMR_8_F, "NMR-8.f", RULE_EVIDENCE, CLOSE, no_cause, N_("Circumstances and causes of injury or death are on file"));
CLOCKED(NMR_34, "NMR-34", N_("Signs of torture that health staff see are reported to the competent authority"), "signs-reported");
RULE(NMR_34_PLAN, "NMR-34.plan", RULE_EVIDENCE, REPORT_SIGNS, no_plan, N_("Who shows signs of torture is kept safe from further harm"));
CLOCKED(NMR_69_B, "NMR-69.b.injury", N_("Those whom the person named are told of a serious injury"), "event-kin-told");
CLOCKED(NMR_71_1A, "NMR-71.1a", N_("Each death, disappearance and serious injury goes to an independent authority without delay"), "event-reported", "event-begun");
RULE(NMR_71_1A_CLOSE, "NMR-71.1a.close", RULE_REFUSE, CLOSE, no_authority, N_("Nothing of this kind is closed inside"));
RULE(NMR_71_1B, "NMR-71.1b", RULE_REFUSE, RELEASE, let_go_inside, N_("All evidence is kept until the authority lets it go"));
RULE(NMR_71_1B_PROPERTY, "NMR-71.1b.property", RULE_REFUSE, PROPERTY, property_held, N_("Property that is evidence is neither given back nor destroyed"));
RULE(NMR_71_1B_SCENE, "NMR-71.1b.scene", RULE_REFUSE, SCENE, scene_held, N_("The scene stays sealed"));
CLOCKED(NMR_71_1B_NAMED, "NMR-71.1b.named", N_("Evidence is named and secured at once"), "event-evidence");
CLOCKED(NMR_71_2, "NMR-71.2", N_("Signs of torture are investigated even when nobody complains"), "ill-treatment-investigated");
RULE(NMR_71_3, "NMR-71.3", RULE_REFUSE, TOUCHING, implicated_acts, N_("Implicated staff have no part in the inquiry and no contact with the victim"));
RULE(NMR_71_3_SELF, "NMR-71.3.report", RULE_REFUSE, REPORT, reported_by_implicated, N_("Implicated staff do not handle the report"));
CLOCKED(NMR_72, "NMR-72", N_("The body is returned at the latest when the investigation is over"), "body-returned");
