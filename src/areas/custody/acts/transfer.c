/* transfer.c - handing over in two steps: offered, departed, accepted or refused; nobody is lost in between. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_7C = { "NMR-7.c", N_("Nelson Mandela Rules, Rule 7 (c)"), SOURCE_TEXT_READ };
static const struct citation BKK_4 = { "BKK-4", N_("Bangkok Rules, Rule 4"), SOURCE_TEXT_READ };

#define TRANSFER_INPUT { "transfer", N_("Transfer"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "transfer" }

static struct row *transfer_edit(struct act_context *context, struct decision *decision, const char *state, const char *message,
	struct error_list *errors)
{
	const struct row *transfer = act_load_input(context, 0, &RECORD_TRANSFER, errors);
	if (!transfer)
		return NULL;
	if (!row_is(transfer, TRANSFER_STATE, state)) {
		decide_refuse(errors, "/transfer", message);
		return NULL;
	}
	struct row *changed = decision_change(decision, transfer);
	decision->result = changed;
	return changed;
}

enum { OF_PERSON, OF_TO, OF_WHY, OF_AUTHORITY, OF_DISTANCE, OF_INPUTS };
static const struct field OFFER_INPUT[OF_INPUTS] = {
	[OF_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[OF_TO] = { "to_facility", N_("To facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[OF_WHY] = { "why", N_("Why"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OF_AUTHORITY] = { "authority", N_("On whose decision"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[OF_DISTANCE] = { "distance_km", N_("Distance from home or place of resettlement in kilometres"), NULL, FIELD_INTEGER, OPEN, FIELD_MAY_BE_UNKNOWN,
		.limits = { 0, 20000, 0 }, .basis = &BKK_4 } };
static const struct record OFFER_RECORD = ACT_INPUTS("transfer.offer", OFFER_INPUT);

static bool offer_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, OF_PERSON, &RECORD_PERSON, errors);
	const struct row *to = act_load_input(context, OF_TO, &RECORD_FACILITY, errors);
	if (!person || !to)
		return false;
	struct text from = row_text(person, PERSON_CURRENT_FACILITY);
	if (!row_is(person, PERSON_WHEREABOUTS, "in"))
		return decide_refuse(errors, "/person", N_("This person is not in the facility now"));
	if (text_equal(from, to->id))
		return decide_refuse(errors, "/to_facility", N_("The person is in this facility already. Use move cell"));
	const struct condition same = CONDITION_TEXT(TRANSFER_PERSON, person->id);
	struct rows earlier = act_find(context, &RECORD_TRANSFER, &same, 1);
	for (size_t i = 0; i < earlier.count; i++)
		if (row_is(earlier.items[i], TRANSFER_STATE, "offered") || row_is(earlier.items[i], TRANSFER_STATE, "departed"))
			return decide_refuse(errors, "/person", N_("A transfer of this person is open already"));
	struct row *transfer = decision_insert(decision, &RECORD_TRANSFER);
	static const int PAIRS[] = { OF_PERSON, TRANSFER_PERSON, OF_TO, TRANSFER_TO, OF_WHY, TRANSFER_REASON, OF_AUTHORITY, TRANSFER_AUTHORITY,
		OF_DISTANCE, TRANSFER_DISTANCE_KM, -1 };
	decide_copy(transfer, context->input, PAIRS);
	row_set_text(transfer, TRANSFER_FROM, from);
	row_set_string(transfer, TRANSFER_STATE, "offered");
	row_set_integer(transfer, TRANSFER_OFFERED_AT, context->now);
	row_set_integer(transfer, TRANSFER_EPOCH, (int64_t)earlier.count + 1);
	row_set_text(decision_change(decision, person), PERSON_DESTINATION, to->id);
	decision->result = transfer;
	return true;
}

const struct act ACT_TRANSFER_OFFER = { .name = "transfer.offer", .label = N_("Offer for transfer"),
	.help = N_("Ask another facility to receive the person; needs a second person"), .done = N_("The transfer is offered"),
	.input_record = &OFFER_RECORD, .record = &RECORD_PERSON, .target_input = OF_PERSON, .actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.seconds = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .flags = ACT_SECOND_PERSON, .basis = &NMR_7C, .decide = offer_decide };

enum { DP_TRANSFER, DP_ESCORT, DP_VEHICLE, DP_SHIELDED, DP_DRESS, DP_WHEN, DP_INPUTS };
static const struct field DEPART_INPUT[DP_INPUTS] = { [DP_TRANSFER] = TRANSFER_INPUT,
	[DP_ESCORT] = { "escort", N_("Escort"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .basis = &NMR_7C },
	[DP_VEHICLE] = VEHICLE_INPUT, [DP_SHIELDED] = SHIELDED_INPUT, [DP_DRESS] = DRESS_INPUT,
	[DP_WHEN] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record DEPART_RECORD = ACT_INPUTS("transfer.depart", DEPART_INPUT);

static bool depart_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, DP_WHEN, errors);
	struct row *transfer = transfer_edit(context, decision, "offered", N_("This transfer is not waiting for departure"), errors);
	if (!transfer || errors->count)
		return false;
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON));
	if (!row_is(person, PERSON_WHEREABOUTS, "in"))
		return decide_refuse(errors, "/transfer", N_("This person is not in the facility now"));
	row_set_string(transfer, TRANSFER_STATE, "departed");
	row_set_integer(transfer, TRANSFER_DEPARTED_AT, moment);
	struct row *changed = decision_change(decision, person);
	row_set_string(changed, PERSON_WHEREABOUTS, "in_transit");
	custody_end_placement(context, decision, changed, moment);
	struct row *movement = custody_movement(decision, person, row_text(transfer, TRANSFER_FROM), "transfer", "out", moment, "open");
	row_set_text(movement, MOVEMENT_TO_FACILITY, row_text(transfer, TRANSFER_TO));
	row_set(movement, MOVEMENT_ESCORT, row_value(context->input, DP_ESCORT));
	row_set(movement, MOVEMENT_VEHICLE, row_value(context->input, DP_VEHICLE));
	row_set(movement, MOVEMENT_SHIELDED, row_value(context->input, DP_SHIELDED));
	row_set(movement, MOVEMENT_DRESS, row_value(context->input, DP_DRESS));
	row_set(movement, MOVEMENT_AUTHORITY, row_value(transfer, TRANSFER_AUTHORITY));
	row_set_text(movement, MOVEMENT_TRANSFER, transfer->id);
	decide_start(context, decision, "arrival", transfer, person->id, row_text(transfer, TRANSFER_TO), moment, 0);
	return true;
}

const struct act ACT_TRANSFER_DEPART = { .name = "transfer.depart", .label = N_("Departure"), .help = N_("The person leaves with the escort and is on the way"),
	.done = N_("The person is on the way"), .input_record = &DEPART_RECORD, .record = &RECORD_TRANSFER, .target_input = DP_TRANSFER,
	.actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .basis = &NMR_7C, .flags = ACT_MAY_RECORD_FACT, .decide = depart_decide };

/* The movement that is open for this transfer ends. */
static void movement_end(struct act_context *context, struct decision *decision, struct text transfer, const char *state)
{
	const struct condition open[] = { CONDITION_TEXT(MOVEMENT_TRANSFER, transfer), CONDITION_TEXT(MOVEMENT_STATE, TEXT_OF("open")) };
	const struct row *movement = act_find_first(context, &RECORD_MOVEMENT, open, 2, MOVEMENT_LEFT_AT, true);
	if (!movement)
		return;
	struct row *changed = decision_change(decision, movement);
	row_set_integer(changed, MOVEMENT_RETURNED_AT, context->now);
	row_set_string(changed, MOVEMENT_STATE, state);
}

enum { AC_TRANSFER, AC_IDENTITY, AC_FILE, AC_PROPERTY, AC_INPUTS };
static const struct field ACCEPT_INPUT[AC_INPUTS] = { [AC_TRANSFER] = TRANSFER_INPUT,
	[AC_IDENTITY] = { "identity_checked", N_("Identity of the person checked on arrival"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[AC_FILE] = { "file_received", N_("Personal file and sealed medical file received"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[AC_PROPERTY] = { "property_received", N_("Property received and compared with the list"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED } };
static const struct record ACCEPT_RECORD = ACT_INPUTS("transfer.accept", ACCEPT_INPUT);

static void property_follows(struct act_context *context, struct decision *decision, struct text person, struct text facility)
{
	const struct condition own[] = { CONDITION_TEXT(PROPERTY_ITEM_PERSON, person), CONDITION_TEXT(PROPERTY_ITEM_STATE, TEXT_OF("stored")) };
	struct rows items = act_find(context, &RECORD_PROPERTY_ITEM, own, 2);
	for (size_t i = 0; i < items.count; i++)
		row_set_text(decision_change(decision, items.items[i]), PROPERTY_ITEM_FACILITY, facility);
}

/* What the person still waits for is answered where he or she is now. */
static void asked_follows(struct act_context *context, struct decision *decision, struct text person, struct text facility)
{
	const struct condition own = CONDITION_TEXT(APPLICATION_PERSON, person), heard = CONDITION_TEXT(RELATIVE_NEWS_PERSON, person);
	struct rows applications = act_find(context, &RECORD_APPLICATION, &own, 1), news = act_find(context, &RECORD_RELATIVE_NEWS, &heard, 1);
	for (size_t i = 0; i < applications.count; i++)
		if (row_is(applications.items[i], APPLICATION_STATE, "open") || row_is(applications.items[i], APPLICATION_STATE, "granted"))
			row_set_text(decision_change(decision, applications.items[i]), APPLICATION_FACILITY, facility);
	for (size_t i = 0; i < news.count; i++)
		if (row_is(news.items[i], RELATIVE_NEWS_STATE, "received"))
			row_set_text(decision_change(decision, news.items[i]), RELATIVE_NEWS_FACILITY, facility);
}

static bool accept_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *transfer = transfer_edit(context, decision, "departed", N_("This transfer is not on the way"), errors);
	if (!transfer)
		return false;
	if (!row_is_yes(context->input, AC_IDENTITY))
		return decide_refuse(errors, "/identity_checked", N_("Check the identity first: a wrong person must not be received"));
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON));
	struct text facility = row_text(transfer, TRANSFER_TO);
	row_set_string(transfer, TRANSFER_STATE, "accepted");
	row_set_integer(transfer, TRANSFER_ARRIVED_AT, context->now);
	movement_end(context, decision, transfer->id, "done");
	struct row *changed = decision_change(decision, person);
	row_set_text(changed, PERSON_CURRENT_FACILITY, facility);
	row_set(changed, PERSON_DESTINATION, value_absent());
	row_set_string(changed, PERSON_WHEREABOUTS, "in");
	custody_movement(decision, person, facility, "transfer", "in", context->now, "done");
	if (row_is_yes(context->input, AC_PROPERTY))
		property_follows(context, decision, person->id, facility);
	asked_follows(context, decision, person->id, facility);
	decide_stop(context, decision, "arrival", transfer->id);
	decide_start(context, decision, "family-told-transfer", transfer, person->id, facility, context->now, 0);
	custody_parents_due(context, decision, transfer, person, facility, context->now);
	decide_start(context, decision, "safety-check", transfer, person->id, facility, context->now, 0);
	return true;
}

const struct act ACT_TRANSFER_ACCEPT = { .name = "transfer.accept", .label = N_("Accept on arrival"), .done = N_("The person is received"),
	.input_record = &ACCEPT_RECORD, .record = &RECORD_TRANSFER, .target_input = AC_TRANSFER, .actors = ROLE(RECEPTION) | ROLE(GOVERNOR),
	.basis = &NMR_7C, .decide = accept_decide };

enum { RF_TRANSFER, RF_INPUTS };
static const struct field REFUSE_INPUT[RF_INPUTS] = { [RF_TRANSFER] = TRANSFER_INPUT };
static const struct record REFUSE_RECORD = ACT_INPUTS("transfer.refuse", REFUSE_INPUT);

/* Refused before departure: nothing moved. Refused on arrival: the person is back in the care of the sender. */
static bool refuse_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *transfer = act_load_input(context, RF_TRANSFER, &RECORD_TRANSFER, errors);
	if (!transfer)
		return false;
	bool offered = row_is(transfer, TRANSFER_STATE, "offered"), departed = row_is(transfer, TRANSFER_STATE, "departed");
	if (!offered && !departed)
		return decide_refuse(errors, "/transfer", N_("This transfer is not open"));
	struct row *changed = decision_change(decision, transfer);
	row_set_string(changed, TRANSFER_STATE, "refused");
	row_set_text(changed, TRANSFER_ANSWER_REASON, decide_reason_line(context));
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON));
	row_set(decision_change(decision, person), PERSON_DESTINATION, value_absent());
	if (departed) {
		movement_end(context, decision, transfer->id, "cancelled");
		struct row *back = decision_change(decision, person);
		row_set_string(back, PERSON_WHEREABOUTS, "in");
		custody_movement(decision, person, row_text(transfer, TRANSFER_FROM), "return", "in", context->now, "done");
		decide_stop(context, decision, "arrival", transfer->id);
	}
	decision->result = changed;
	return true;
}

const struct act ACT_TRANSFER_REFUSE = { .name = "transfer.refuse", .label = N_("Refuse"), .done = N_("The transfer is refused"),
	.input_record = &REFUSE_RECORD, .record = &RECORD_TRANSFER, .target_input = RF_TRANSFER, .actors = ROLE(RECEPTION) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = refuse_decide };

enum { CA_TRANSFER, CA_INPUTS };
static const struct field CANCEL_INPUT[CA_INPUTS] = { [CA_TRANSFER] = TRANSFER_INPUT };
static const struct record CANCEL_RECORD = ACT_INPUTS("transfer.cancel", CANCEL_INPUT);

static bool cancel_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *transfer = transfer_edit(context, decision, "offered", N_("Only a transfer that has not left can be cancelled"), errors);
	if (!transfer)
		return false;
	row_set_string(transfer, TRANSFER_STATE, "cancelled");
	row_set_text(transfer, TRANSFER_ANSWER_REASON, decide_reason_line(context));
	row_set(decision_change(decision, act_load(context, &RECORD_PERSON, row_text(transfer, TRANSFER_PERSON))), PERSON_DESTINATION, value_absent());
	return true;
}

const struct act ACT_TRANSFER_CANCEL = { .name = "transfer.cancel", .label = N_("Cancel"), .done = N_("The transfer is cancelled"),
	.input_record = &CANCEL_RECORD, .record = &RECORD_TRANSFER, .target_input = CA_TRANSFER, .actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR),
	.flags = ACT_REASON, .decide = cancel_decide };
