/* evidence.c - evidence_item.hold, .pass, .release: what is kept for the investigating authority, and who had it in hand. */
#include "areas/care/acts/common.h"

static const struct citation NMR_71B = { "NMR-71.1b", N_("Nelson Mandela Rules, Rule 71"), SOURCE_TEXT_READ };

#define ITEM_INPUT { "evidence_item", N_("Evidence"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "evidence_item" }
#define KEEPERS (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS))

enum { HO_EVENT, HO_KIND, HO_WHAT, HO_KEPT, HO_SEAL, HO_PROPERTY, HO_PLACE, HO_INPUTS };
static const struct field HOLD_INPUT[HO_INPUTS] = {
	[HO_EVENT] = { "grave_event", N_("Event"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "grave_event" },
	[HO_KIND] = { "kind", N_("Kind"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = EVIDENCE_ITEM_KIND_CHOICES, .basis = &NMR_71B },
	[HO_WHAT] = { "description", N_("What exactly"), N_("Such as: camera 12, from 02:00 to 04:30"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[HO_KEPT] = { "kept_at", N_("Where it is kept, and who holds it"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[HO_SEAL] = { "seal", N_("Seal or checksum"), NULL, FIELD_LINE, OPEN, 0 },
	[HO_PROPERTY] = { "property_item", N_("Property item"), N_("It cannot be given back or destroyed while it is held"), FIELD_REFERENCE, OPEN, 0, .reference = "property_item" },
	[HO_PLACE] = { "place", N_("Cell or place"), N_("Nobody is placed there while it is held"), FIELD_REFERENCE, OPEN, 0, .reference = "place" } };
static const struct record HOLD_RECORD = ACT_INPUTS("evidence_item.hold", HOLD_INPUT);

static struct text custody_line(const struct act_context *context, struct text before, struct text kept)
{
	struct text line = arena_format(context->arena, "%.*s %.*s: %.*s", TEXT_FORMAT(moment_text(context->arena, context->now)),
		TEXT_FORMAT(context->actor->name), TEXT_FORMAT(kept));
	return text_is_empty(before) ? line : arena_format(context->arena, "%.*s\n%.*s", TEXT_FORMAT(before), TEXT_FORMAT(line));
}

static bool hold_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *event = grave_event_input(context, HO_EVENT, errors);
	if (!event)
		return false;
	const struct row *property = row_has(context->input, HO_PROPERTY) ? act_load_input(context, HO_PROPERTY, &RECORD_PROPERTY_ITEM, errors) : NULL;
	const struct row *place = row_has(context->input, HO_PLACE) ? act_load_input(context, HO_PLACE, &RECORD_PLACE, errors) : NULL;
	if (errors->count)
		return false;
	if (property && !text_equal(row_text(property, PROPERTY_ITEM_PERSON), row_text(event, GRAVE_EVENT_PERSON)))
		return decide_refuse(errors, "/property_item", N_("This item belongs to another person"));
	if (place && !text_equal(row_text(place, PLACE_FACILITY), row_text(event, GRAVE_EVENT_FACILITY)))
		return decide_refuse(errors, "/place", N_("This place is in another facility"));
	struct row *item = decision_insert(decision, &RECORD_EVIDENCE_ITEM);
	static const int PAIRS[] = { HO_EVENT, EVIDENCE_ITEM_EVENT, HO_KIND, EVIDENCE_ITEM_KIND, HO_WHAT, EVIDENCE_ITEM_DESCRIPTION, HO_KEPT, EVIDENCE_ITEM_KEPT,
		HO_SEAL, EVIDENCE_ITEM_SEAL, HO_PROPERTY, EVIDENCE_ITEM_PROPERTY, HO_PLACE, EVIDENCE_ITEM_PLACE, -1 };
	decide_copy(item, context->input, PAIRS);
	row_set(item, EVIDENCE_ITEM_PERSON, row_value(event, GRAVE_EVENT_PERSON));
	row_set(item, EVIDENCE_ITEM_FACILITY, row_value(event, GRAVE_EVENT_FACILITY));
	row_set(item, EVIDENCE_ITEM_IMPLICATED, row_value(event, GRAVE_EVENT_IMPLICATED));
	row_set_integer(item, EVIDENCE_ITEM_HELD_AT, context->now);
	row_set_string(item, EVIDENCE_ITEM_STATE, "held");
	row_set_text(item, EVIDENCE_ITEM_CUSTODY, custody_line(context, text_empty(), row_text(context->input, HO_KEPT)));
	decide_stop(context, decision, "event-evidence", event->id);
	decision->result = item;
	return true;
}

const struct act ACT_EVIDENCE_ITEM_HOLD = { .name = "evidence_item.hold", .label = N_("Hold evidence"),
	.help = N_("Named item by item; nobody inside can let it go"), .done = N_("It is held"), .input_record = &HOLD_RECORD, .record = &RECORD_GRAVE_EVENT,
	.target_input = HO_EVENT, .actors = KEEPERS, .basis = &NMR_71B, .decide = hold_decide };

static const struct row *held_item(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *item = act_load_input(context, input, &RECORD_EVIDENCE_ITEM, errors);
	if (item && !row_is(item, EVIDENCE_ITEM_STATE, "held")) {
		decide_refuse(errors, "/evidence_item", N_("This is not held any more"));
		return NULL;
	}
	return item;
}

enum { PA_ITEM, PA_KEPT, PA_INPUTS };
static const struct field PASS_INPUT[PA_INPUTS] = { [PA_ITEM] = ITEM_INPUT,
	[PA_KEPT] = { "kept_at", N_("Where it goes, and who takes it"), NULL, FIELD_LINE, CLOSED, FIELD_REQUIRED, .basis = &NMR_71B } };
static const struct record PASS_RECORD = ACT_INPUTS("evidence_item.pass", PASS_INPUT);

static bool pass_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *item = held_item(context, PA_ITEM, errors);
	if (!item)
		return false;
	struct row *changed = decision_change(decision, item);
	row_set(changed, EVIDENCE_ITEM_KEPT, row_value(context->input, PA_KEPT));
	row_set_text(changed, EVIDENCE_ITEM_CUSTODY, custody_line(context, row_text(item, EVIDENCE_ITEM_CUSTODY), row_text(context->input, PA_KEPT)));
	decision->result = changed;
	return true;
}

const struct act ACT_EVIDENCE_ITEM_PASS = { .name = "evidence_item.pass", .label = N_("Pass evidence on"), .done = N_("The chain of custody has a new line"),
	.input_record = &PASS_RECORD, .record = &RECORD_EVIDENCE_ITEM, .target_input = PA_ITEM, .actors = KEEPERS, .basis = &NMR_71B, .decide = pass_decide };

enum { RL_ITEM, RL_STATE, RL_NUMBER, RL_INPUTS };
static const struct choice LET_GO[] = { { "handed_over", N_("Handed to the authority") }, { "released", N_("Released by the authority") }, { NULL, NULL } };
static const struct field RELEASE_INPUT[RL_INPUTS] = { [RL_ITEM] = ITEM_INPUT,
	[RL_STATE] = { "state", N_("What becomes of it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = LET_GO },
	[RL_NUMBER] = { "release_number", N_("Number of the authority's decision"), N_("Receipt, or the paper that lets it go"), FIELD_LINE, OPEN, 0, .basis = &NMR_71B } };
static const struct record RELEASE_RECORD = ACT_INPUTS("evidence_item.release", RELEASE_INPUT);

static bool release_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *item = held_item(context, RL_ITEM, errors);
	if (!item)
		return false;
	struct row *changed = decision_change(decision, item);
	static const int PAIRS[] = { RL_STATE, EVIDENCE_ITEM_STATE, RL_NUMBER, EVIDENCE_ITEM_RELEASE, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_integer(changed, EVIDENCE_ITEM_RELEASED_AT, context->now);
	decision->result = changed;
	return true;
}

const struct act ACT_EVIDENCE_ITEM_RELEASE = { .name = "evidence_item.release", .label = N_("Let evidence go on the authority's decision"), .done = N_("Recorded"),
	.input_record = &RELEASE_RECORD, .record = &RECORD_EVIDENCE_ITEM, .target_input = RL_ITEM, .actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_MAY_RECORD_FACT, .basis = &NMR_71B, .decide = release_decide };
