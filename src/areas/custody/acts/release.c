/* release.c - release.prepare, .need, .offer_file, .return_property, .release: out on time, by two persons, with what one needs. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_7 = { "NMR-7.0", N_("Nelson Mandela Rules, Rule 7"), SOURCE_TEXT_READ };
static const struct citation NMR_9 = { "NMR-9.3", N_("Nelson Mandela Rules, Rule 9"), SOURCE_TEXT_READ };
static const struct citation NMR_67 = { "NMR-67.2", N_("Nelson Mandela Rules, Rule 67"), SOURCE_TEXT_READ };
static const struct citation NMR_108 = { "NMR-108.1", N_("Nelson Mandela Rules, Rule 108"), SOURCE_TEXT_READ };

#define RELEASE_INPUT { "release", N_("Release"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "release" }
#define PREPARERS (ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR))

static struct row *release_edit(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *release = act_load_input(context, 0, &RECORD_RELEASE, errors);
	if (!release)
		return NULL;
	if (!row_is(release, RELEASE_STATE, "preparing") && !row_is(release, RELEASE_STATE, "ready")) {
		decide_refuse(errors, "/release", N_("This release is closed"));
		return NULL;
	}
	struct row *changed = decision_change(decision, release);
	decision->result = changed;
	return changed;
}

/* ---- prepare ---- */
enum { PP_PERSON, PP_PLANNED, PP_KIND, PP_INPUTS };
static const struct field PREPARE_INPUT[PP_INPUTS] = {
	[PP_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[PP_PLANNED] = { "planned_on", N_("Planned for"), NULL, FIELD_DATE, OPEN, FIELD_REQUIRED },
	[PP_KIND] = { "kind", N_("Ground"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = RELEASE_KIND_CHOICES } };
static const struct record PREPARE_RECORD = ACT_INPUTS("release.prepare", PREPARE_INPUT);

static bool prepare_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, PP_PERSON, &RECORD_PERSON, errors);
	const struct row *episode = person ? custody_open_episode(context, person->id) : NULL;
	if (!person)
		return false;
	if (!episode)
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	const struct condition own = CONDITION_TEXT(RELEASE_EPISODE, episode->id);
	struct rows earlier = act_find(context, &RECORD_RELEASE, &own, 1);
	for (size_t i = 0; i < earlier.count; i++)
		if (row_is(earlier.items[i], RELEASE_STATE, "preparing") || row_is(earlier.items[i], RELEASE_STATE, "ready"))
			return decide_refuse(errors, "/person", N_("A release of this person is being prepared already"));
	struct row *release = decision_insert(decision, &RECORD_RELEASE);
	static const int PAIRS[] = { PP_PERSON, RELEASE_PERSON, PP_PLANNED, RELEASE_PLANNED_ON, PP_KIND, RELEASE_KIND, -1 };
	decide_copy(release, context->input, PAIRS);
	row_set_text(release, RELEASE_EPISODE, episode->id);
	row_set_text(release, RELEASE_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_string(release, RELEASE_STATE, "preparing");
	for (int i = 0; RELEASE_STEP_CHOICES[i].code; i++) {
		struct row *step = decision_insert(decision, &RECORD_RELEASE_STEP);
		row_set_text(step, RELEASE_STEP_RELEASE, release->id);
		row_set_text(step, RELEASE_STEP_PERSON, person->id);
		row_set_string(step, RELEASE_STEP_KIND, RELEASE_STEP_CHOICES[i].code);
		row_set_string(step, RELEASE_STEP_STATE, "open");
	}
	decide_stop(context, decision, "release-preparation", person->id);
	decision->result = release;
	return true;
}

const struct act ACT_RELEASE_PREPARE = { .name = "release.prepare", .label = N_("Prepare release"), .done = N_("The release is being prepared"),
	.input_record = &PREPARE_RECORD, .record = &RECORD_PERSON, .target_input = PP_PERSON, .actors = PREPARERS, .basis = &NMR_108,
	.decide = prepare_decide };

/* ---- needs ---- */
enum { ND_STEP, ND_STATE, ND_NOTE, ND_INPUTS };
static const struct field NEED_INPUT[ND_INPUTS] = {
	[ND_STEP] = { "release_step", N_("Release need"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "release_step" },
	[ND_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = STEP_CHOICES },
	[ND_NOTE] = { "note", N_("Note"), N_("What was arranged, with whom"), FIELD_PROSE, OPEN, 0 } };
static const struct record NEED_RECORD = ACT_INPUTS("release.need", NEED_INPUT);

static bool need_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *step = act_load_input(context, ND_STEP, &RECORD_RELEASE_STEP, errors);
	if (!step)
		return false;
	const struct row *release = act_load(context, &RECORD_RELEASE, row_text(step, RELEASE_STEP_RELEASE));
	if (!release || (!row_is(release, RELEASE_STATE, "preparing") && !row_is(release, RELEASE_STATE, "ready")))
		return decide_refuse(errors, "/release_step", N_("This release is closed"));
	struct row *changed = decision_change(decision, step);
	row_set(changed, RELEASE_STEP_STATE, row_value(context->input, ND_STATE));
	row_set(changed, RELEASE_STEP_NOTE, row_value(context->input, ND_NOTE));
	decision->result = changed;
	return true;
}

const struct act ACT_RELEASE_NEED = { .name = "release.need", .label = N_("What the person needs"), .done = N_("Recorded"), .input_record = &NEED_RECORD,
	.record = &RECORD_RELEASE_STEP, .target_input = ND_STEP, .actors = PREPARERS, .basis = &NMR_108, .decide = need_decide };

/* ---- file offered, property returned ---- */
enum { FO_RELEASE, FO_ACCEPTED, FO_INPUTS };
static const struct field FILE_INPUT[FO_INPUTS] = { [FO_RELEASE] = RELEASE_INPUT,
	[FO_ACCEPTED] = { "accepted", N_("The person wants a copy of the file"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED, .basis = &NMR_9 } };
static const struct record FILE_RECORD = ACT_INPUTS("release.offer_file", FILE_INPUT);

static bool file_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *release = release_edit(context, decision, errors);
	if (!release)
		return false;
	row_set_yes_no(release, RELEASE_FILE_OFFERED, true);
	return true;
}

const struct act ACT_RELEASE_OFFER_FILE = { .name = "release.offer_file", .label = N_("Offer a copy of the file"), .done = N_("The copy was offered"),
	.input_record = &FILE_RECORD, .record = &RECORD_RELEASE, .target_input = FO_RELEASE, .actors = PREPARERS, .basis = &NMR_9, .decide = file_decide };

enum { RP_RELEASE, RP_INPUTS };
static const struct field RETURN_INPUT[RP_INPUTS] = { [RP_RELEASE] = RELEASE_INPUT };
static const struct record RETURN_RECORD = ACT_INPUTS("release.return_property", RETURN_INPUT);

/* Everything still in the store goes back to the person, each item with its own entry. */
static bool return_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *release = release_edit(context, decision, errors);
	if (!release)
		return false;
	const struct condition own[] = { CONDITION_TEXT(PROPERTY_ITEM_PERSON, row_text(release, RELEASE_PERSON)),
		CONDITION_TEXT(PROPERTY_ITEM_STATE, TEXT_OF("stored")) };
	struct rows items = act_find(context, &RECORD_PROPERTY_ITEM, own, 2);
	for (size_t i = 0; i < items.count; i++) {
		struct row *item = decision_change(decision, items.items[i]);
		row_set_string(item, PROPERTY_ITEM_STATE, "returned");
		row_set_integer(item, PROPERTY_ITEM_RETURNED_AT, context->now);
	}
	row_set_yes_no(release, RELEASE_PROPERTY_RETURNED, true);
	return true;
}

const struct act ACT_RELEASE_RETURN_PROPERTY = { .name = "release.return_property", .label = N_("Return all property"), .help = N_("The person signs for every item on the list"),
	.done = N_("The property is returned"), .input_record = &RETURN_RECORD, .record = &RECORD_RELEASE, .target_input = RP_RELEASE,
	.actors = ROLE(RECEPTION) | ROLE(GOVERNOR), .basis = &NMR_67, .decide = return_decide };

/* ---- not now after all ---- */
enum { CA_RELEASE, CA_INPUTS };
static const struct field CANCEL_INPUT[CA_INPUTS] = { [CA_RELEASE] = RELEASE_INPUT };
static const struct record CANCEL_RECORD = ACT_INPUTS("release.cancel", CANCEL_INPUT);

/* The preparation stays in the file with its reason; the clocks of the date run again, so that nobody is forgotten. */
static bool cancel_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct row *release = release_edit(context, decision, errors);
	const struct row *person = release ? act_load(context, &RECORD_PERSON, row_text(release, RELEASE_PERSON)) : NULL;
	if (!person)
		return false;
	row_set_string(release, RELEASE_STATE, "cancelled");
	custody_person_again(context, decision, person);
	return true;
}

const struct act ACT_RELEASE_CANCEL = { .name = "release.cancel", .label = N_("Cancel the release"),
	.help = N_("The preparation ends and stays in the file. What is due before the date of release is due again."),
	.done = N_("The release is cancelled"), .input_record = &CANCEL_RECORD, .record = &RECORD_RELEASE, .target_input = CA_RELEASE,
	.actors = ROLE(CASEWORKER) | ROLE(GOVERNOR), .flags = ACT_REASON, .basis = &NMR_108, .decide = cancel_decide };

/* ---- the gate ---- */
enum { GO_RELEASE, GO_IDENTITY, GO_ORDERS, GO_MEDICINE, GO_WHEN, GO_INPUTS };
static const struct field GATE_INPUT[GO_INPUTS] = { [GO_RELEASE] = RELEASE_INPUT,
	[GO_IDENTITY] = { "identity_checked", N_("I compared face, photograph and number with the file"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[GO_ORDERS] = { "orders_seen", N_("I have seen every order in the file, and none of them holds the person longer"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[GO_MEDICINE] = { "medicine_given", N_("Medicine and papers for treatment given"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[GO_WHEN] = { "happened_at", N_("When"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 } };
static const struct record GATE_RECORD = ACT_INPUTS("release.release", GATE_INPUT);

/* Both calculations, made anew at the gate. */
static void dates_compare_set(struct act_context *context, struct decision *decision, struct row *release, const struct row *person)
{
	struct date_case input;
	struct date_result first, second;
	custody_date_case(context, decision, person->id, row_text(person, PERSON_CURRENT_FACILITY), &input);
	dates_calculate(context->arena, &input, &first);
	dates_check(&input, &second);
	row_set(release, RELEASE_CALCULATED_FIRST, value_absent());
	row_set(release, RELEASE_CALCULATED_SECOND, value_absent());
	if (first.known && !first.life)
		row_set_date(release, context->arena, RELEASE_CALCULATED_FIRST, first.release);
	if (second.known && !second.life)
		row_set_date(release, context->arena, RELEASE_CALCULATED_SECOND, second.release);
}

/* Held past the day, or let go before it: a breach either way, never a refusal to record (NMR-7.0). */
static void breach_if_off_date(struct act_context *context, struct decision *decision, struct row *release, const struct row *person)
{
	struct date due = row_date(release, RELEASE_CALCULATED_FIRST);
	if (!due.year && row_is(person, PERSON_RELEASE_DATE_KIND, "on_order"))
		due = row_date(person, PERSON_RELEASE_DATE);
	bool by_term = row_is(release, RELEASE_KIND, "term_served") || row_is(release, RELEASE_KIND, "remand_expired");
	int compared = due.year ? date_compare(decide_day(context, row_moment(release, RELEASE_RELEASED_AT)), due) : 0;
	if (compared == 0 || (compared < 0 && !by_term))
		return;
	row_set_string(release, RELEASE_BREACH_KIND, compared > 0 ? "late" : "early");
	decision_breach(decision, &(struct breach_note){ .rule = "NMR-7.0", .facility = row_text(release, RELEASE_FACILITY), .subject = person->id,
		.record_id = release->id, .record = &RECORD_RELEASE,
		.message = compared > 0 ? N_("Held past the date of release {date}") : N_("Released before the date of release {date}"),
		.parameters = { { "date", date_text(context->arena, due), false } } });
}

static void custody_close(struct act_context *context, struct decision *decision, const struct row *person, int64_t moment)
{
	struct row *changed = decision_change(decision, person);
	const struct row *episode = custody_open_episode(context, person->id);
	if (episode) {
		struct row *ended = decision_change(decision, episode);
		row_set_integer(ended, CUSTODY_EPISODE_ENDED_AT, moment);
		row_set_string(ended, CUSTODY_EPISODE_END_KIND, "released");
		row_set_string(ended, CUSTODY_EPISODE_STATE, "ended");
	}
	struct rows orders = decide_rows_after(context, decision, &RECORD_LEGAL_ORDER, person->id);
	for (size_t i = 0; i < orders.count; i++)
		if (row_is(orders.items[i], LEGAL_ORDER_STATE, "in_force")) {
			row_set_string(decision_change(decision, orders.items[i]), LEGAL_ORDER_STATE, "served");
		}
	custody_end_placement(context, decision, changed, moment);
	row_set_string(changed, PERSON_WHEREABOUTS, "released");
	row_set(changed, PERSON_CURRENT_FACILITY, value_absent());
	row_set(changed, PERSON_EPISODE, value_absent());
	custody_end_open(context, decision, changed, moment);
	custody_movement(decision, person, row_text(person, PERSON_CURRENT_FACILITY), "release", "out", moment, "done");
}

static bool gate_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	int64_t moment = decide_moment(context, GO_WHEN, errors);
	struct row *release = release_edit(context, decision, errors);
	if (!release || errors->count)
		return false;
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(release, RELEASE_PERSON));
	if (!context->record_fact && !row_is(person, PERSON_WHEREABOUTS, "in"))
		return decide_refuse(errors, "/release", N_("This person is not in the facility now"));
	if (!context->record_fact && !row_is_yes(context->input, GO_IDENTITY))
		decide_refuse(errors, "/identity_checked", N_("Check the identity first: a wrong person must not be released"));
	if (!context->record_fact && !row_is_yes(context->input, GO_ORDERS))
		decide_refuse(errors, "/orders_seen", N_("See every order first: one of them may hold the person longer"));
	if (errors->count)
		return false;
	row_set(release, RELEASE_IDENTITY_CHECKED, row_value(context->input, GO_IDENTITY));
	row_set(release, RELEASE_ORDERS_SEEN, row_value(context->input, GO_ORDERS));
	row_set(release, RELEASE_MEDICINE_GIVEN, row_value(context->input, GO_MEDICINE));
	row_set_integer(release, RELEASE_RELEASED_AT, moment);
	row_set_string(release, RELEASE_STATE, "released");
	dates_compare_set(context, decision, release, person);
	breach_if_off_date(context, decision, release, person);
	custody_close(context, decision, person, moment);
	return true;
}

const struct act ACT_RELEASE_RELEASE = { .name = "release.release", .label = N_("Release"), .help = N_("Two persons, identity checked, all orders seen"),
	.done = N_("The person is released"), .input_record = &GATE_RECORD, .record = &RECORD_RELEASE, .target_input = GO_RELEASE,
	.actors = ROLE(RECEPTION) | ROLE(GOVERNOR), .seconds = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS),
	.flags = ACT_SECOND_PERSON | ACT_MAY_RECORD_FACT | ACT_IRREVERSIBLE, .basis = &NMR_7, .decide = gate_decide };
