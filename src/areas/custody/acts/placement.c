/* placement.c - placement.place (also move cell), place.close, place.reopen. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_11 = { "NMR-11.0", N_("Nelson Mandela Rules, Rule 11"), SOURCE_TEXT_READ };

enum { PL_PERSON, PL_PLACE, PL_BED, PL_WHY, PL_REVIEWED, PL_EXCEPTION, PL_OWN_REQUEST, PL_INPUTS };
static const struct field PLACE_INPUT[PL_INPUTS] = {
	[PL_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[PL_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[PL_BED] = { "bed", N_("Bed"), NULL, FIELD_LINE, OPEN, 0, .limits = { 1, 20, 0 } },
	[PL_WHY] = { "why", N_("Why this place"), NULL, FIELD_LINE, OPEN, 0 },
	[PL_REVIEWED] = { "sharing_reviewed_on", N_("Cell sharing looked at on"), N_("When the judgement on sharing was last looked at"), FIELD_DATE, OPEN, 0 },
	[PL_EXCEPTION] = { "exception_order", N_("Exception of the central administration"),
		N_("Number of the decision that allows more than one in a single cell"), FIELD_LINE, OPEN, 0 },
	[PL_OWN_REQUEST] = { "own_request", N_("At the person's own request"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record PLACE_RECORD = ACT_INPUTS("placement.place", PLACE_INPUT);

static bool place_holds_people(const struct row *place)
{
	return row_is(place, PLACE_KIND, "cell") || row_is(place, PLACE_KIND, "dormitory") || row_is(place, PLACE_KIND, "room") ||
		row_is(place, PLACE_KIND, "holding") || row_is(place, PLACE_KIND, "medical") || row_is(place, PLACE_KIND, "reception");
}

static bool placement_is_possible(struct act_context *context, const struct row *person, const struct row *place, struct error_list *errors)
{
	if (!row_is(person, PERSON_WHEREABOUTS, "in"))
		return decide_refuse(errors, "/person", N_("This person is not in the facility now"));
	if (!text_equal(row_text(place, PLACE_FACILITY), row_text(person, PERSON_CURRENT_FACILITY)))
		return decide_refuse(errors, "/place", N_("This place belongs to another facility. Use transfer"));
	if (!place_holds_people(place))
		return decide_refuse(errors, "/place", N_("Nobody sleeps in a place of this kind. Choose a cell, dormitory or room"));
	if (context->record_fact)
		return true;
	if (row_is_yes(place, PLACE_OUT_OF_USE))
		return decide_refuse(errors, "/place", N_("This place is out of use. Choose another place, or open it again first"));
	int64_t capacity = row_integer(place, PLACE_CAPACITY_WORKING, row_integer(place, PLACE_CAPACITY_CERTIFIED, -1));
	if (capacity >= 0 && (int64_t)custody_occupants(context, place->id, person->id).count >= capacity)
		error_add(errors, &(struct error){ .code = E_STATE, .path = TEXT_OF("/place"), .citation = "NMR-13",
			.message = N_("This place is full: all of its {capacity} beds are taken"),
			.advice = N_("Choose a place with a free bed on the place board, or ask the duty governor"),
			.parameters = { { "capacity", arena_format(context->arena, "%lld", (long long)capacity), false } } });
	return errors->count == 0;
}

/* After a transfer there is no admission whose safety step could be done: the judgement on sharing is looked at with the
 * first placement. */
static void safety_stop(struct act_context *context, struct decision *decision, struct text person)
{
	const struct condition own = CONDITION_TEXT(TRANSFER_PERSON, person);
	const struct row *transfer = act_find_first(context, &RECORD_TRANSFER, &own, 1, TRANSFER_OFFERED_AT, true);
	if (transfer)
		decide_stop(context, decision, "safety-check", transfer->id);
}

static bool place_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PL_PERSON, &RECORD_PERSON, errors);
	const struct row *place = act_load_input(context, PL_PLACE, &RECORD_PLACE, errors);
	if (!person || !place || !placement_is_possible(context, person, place, errors))
		return false;
	const struct row *open = custody_open_placement(context, person->id);
	if (open && text_equal(row_text(open, PLACEMENT_PLACE), place->id) &&
		text_equal(row_text(open, PLACEMENT_BED), row_text(context->input, PL_BED)))
		return decide_refuse(errors, "/place", N_("The person is in this place already"));
	struct row *changed = decision_change(decision, person);
	custody_end_placement(context, decision, changed, context->now);
	struct row *placement = decision_insert(decision, &RECORD_PLACEMENT);
	static const int PAIRS[] = { PL_PLACE, PLACEMENT_PLACE, PL_BED, PLACEMENT_BED, PL_WHY, PLACEMENT_REASON, PL_REVIEWED,
		PLACEMENT_SHARING_REVIEWED_ON, PL_EXCEPTION, PLACEMENT_EXCEPTION_ORDER, PL_OWN_REQUEST, PLACEMENT_OWN_REQUEST, -1 };
	decide_copy(placement, context->input, PAIRS);
	row_set_text(placement, PLACEMENT_PERSON, person->id);
	row_set_text(placement, PLACEMENT_FACILITY, row_text(place, PLACE_FACILITY));
	row_set_integer(placement, PLACEMENT_STARTED_AT, context->now);
	row_set_text(changed, PERSON_PLACEMENT, placement->id);
	custody_step(context, decision, person->id, ADMISSION_PLACED, "done");
	decide_stop(context, decision, "reallocate-after-status", person->id);
	if (row_has(context->input, PL_REVIEWED))
		safety_stop(context, decision, person->id);
	decision->result = placement;
	return true;
}

const struct act ACT_PLACEMENT_PLACE = { .name = "placement.place", .label = N_("Place or move cell"),
	.help = N_("Give a person a place to sleep; the earlier place ends by itself"), .done = N_("The person has a place"),
	.input_record = &PLACE_RECORD, .record = &RECORD_PERSON, .target_input = PL_PERSON,
	.actors = ROLE(RECEPTION) | ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR), .flags = ACT_MAY_RECORD_FACT, .basis = &NMR_11,
	.decide = place_decide };

/* ---- out of use and back ---- */
enum { CL_PLACE, CL_REASON, CL_UNTIL, CL_INPUTS };
static const struct field CLOSE_INPUT[CL_INPUTS] = {
	[CL_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[CL_REASON] = { "out_of_use_reason", N_("Why out of use"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = OUT_OF_USE_CHOICES },
	[CL_UNTIL] = { "out_of_use_until", N_("Until"), NULL, FIELD_DATE, OPEN, 0 } };
static const struct record CLOSE_RECORD = ACT_INPUTS("place.close", CLOSE_INPUT);

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, CL_PLACE, &RECORD_PLACE, errors);
	if (!place)
		return false;
	if (row_is_yes(place, PLACE_OUT_OF_USE))
		return decide_refuse(errors, "/place", N_("This place is out of use already"));
	if (custody_occupants(context, place->id, text_empty()).count > 0)
		return decide_refuse(errors, "/place", N_("People sleep here. Move them first"));
	struct row *changed = decision_change(decision, place);
	row_set_yes_no(changed, PLACE_OUT_OF_USE, true);
	row_set(changed, PLACE_OUT_OF_USE_REASON, row_value(context->input, CL_REASON));
	row_set(changed, PLACE_OUT_OF_USE_UNTIL, row_value(context->input, CL_UNTIL));
	decision->result = changed;
	return true;
}

const struct act ACT_PLACE_CLOSE = { .name = "place.close", .label = N_("Take out of use"), .done = N_("{title} is out of use"),
	.input_record = &CLOSE_RECORD, .record = &RECORD_PLACE, .target_input = CL_PLACE, .actors = ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = close_decide };

enum { RE_PLACE, RE_INPUTS };
static const struct field REOPEN_INPUT[RE_INPUTS] = {
	[RE_PLACE] = { "place", N_("Place"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" } };
static const struct record REOPEN_RECORD = ACT_INPUTS("place.reopen", REOPEN_INPUT);

static bool reopen_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *place = act_load_input(context, RE_PLACE, &RECORD_PLACE, errors);
	if (!place)
		return false;
	if (!row_is_yes(place, PLACE_OUT_OF_USE))
		return decide_refuse(errors, "/place", N_("This place is in use already"));
	struct row *changed = decision_change(decision, place);
	row_set_yes_no(changed, PLACE_OUT_OF_USE, false);
	row_set(changed, PLACE_OUT_OF_USE_REASON, value_absent());
	row_set(changed, PLACE_OUT_OF_USE_UNTIL, value_absent());
	decision->result = changed;
	return true;
}

const struct act ACT_PLACE_REOPEN = { .name = "place.reopen", .label = N_("Put back in use"), .done = N_("{title} is in use again"),
	.input_record = &REOPEN_RECORD, .record = &RECORD_PLACE, .target_input = RE_PLACE, .actors = ROLE(WING) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = reopen_decide };
