/* arrest.c - arrest.record: what is known of the arrest beyond day and place; questioning.record: one questioning in custody. */
#include "areas/custody/acts/common.h"

static const struct citation BOP_12 = { "BOP-12", N_("Body of Principles, Principle 12"), SOURCE_RECALLED };
static const struct citation BOP_23 = { "BOP-23", N_("Body of Principles, Principle 23"), SOURCE_RECALLED };

#define PERSON_INPUT { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" }

enum { AR_PERSON, AR_REASONS, AR_CHARGES, AR_APPEARED, AR_OFFICIALS, AR_COPY, AR_INPUTS };
static const struct field ARREST_INPUT[AR_INPUTS] = { [AR_PERSON] = PERSON_INPUT,
	[AR_REASONS] = { "reasons_told_at", N_("Reasons of the arrest told"), N_("At the arrest itself"), FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AR_CHARGES] = { "charges_told_at", N_("Charges told"), NULL, FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN },
	[AR_APPEARED] = { "first_appearance_at", N_("First appearance before a judge"), NULL, FIELD_MOMENT, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &BOP_12 },
	[AR_OFFICIALS] = { "officials", N_("Officials of the arrest"), N_("Name, rank and service of each"), FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN, .basis = &BOP_12 },
	[AR_COPY] = { "copy", N_("Who has a copy of the record of arrest"), NULL, FIELD_CHOICE, OPEN, 0, .choices = ARREST_COPY_CHOICES } };
static const struct record ARREST_RECORD = ACT_INPUTS("arrest.record", ARREST_INPUT);

static bool arrest_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { AR_REASONS, CUSTODY_EPISODE_REASONS_TOLD, AR_CHARGES, CUSTODY_EPISODE_CHARGES_TOLD, AR_APPEARED, CUSTODY_EPISODE_APPEARED,
		AR_OFFICIALS, CUSTODY_EPISODE_OFFICIALS, AR_COPY, CUSTODY_EPISODE_COPY, -1 };
	static const int MOMENTS[] = { AR_REASONS, AR_CHARGES, AR_APPEARED };
	const struct row *person = act_load_input(context, AR_PERSON, &RECORD_PERSON, errors);
	for (size_t i = 0; i < sizeof MOMENTS / sizeof *MOMENTS; i++)
		if (row_has(context->input, MOMENTS[i]))
			decide_moment(context, MOMENTS[i], errors);
	if (!person || errors->count)
		return false;
	const struct row *episode = custody_open_episode(context, person->id);
	if (!episode)
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *changed = decision_change(decision, episode);
	decide_copy(changed, context->input, PAIRS);
	decision->result = changed;
	return true;
}

const struct act ACT_ARREST_RECORD = { .name = "arrest.record", .label = N_("Record the arrest"),
	.help = N_("When the reasons and charges were told, when a judge first saw the person, and which officials there were"), .done = N_("The arrest is recorded"),
	.input_record = &ARREST_RECORD, .record = &RECORD_PERSON, .target_input = AR_PERSON, .actors = ROLE(RECEPTION) | ROLE(CASEWORKER) | ROLE(GOVERNOR),
	.basis = &BOP_12, .flags = ACT_MAY_RECORD_FACT, .decide = arrest_decide };

enum { QU_PERSON, QU_BY, QU_AUTHORITY, QU_OFFICIALS, QU_BEGAN, QU_ENDED, QU_BREAKS, QU_LAWYER, QU_PRESENT, QU_INPUTS };
static const struct field QUESTIONING_INPUT[QU_INPUTS] = { [QU_PERSON] = PERSON_INPUT,
	[QU_BY] = { "asked_by", N_("Who questioned"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = QUESTIONING_BY_CHOICES, .basis = &BOP_23 },
	[QU_AUTHORITY] = { "authority", N_("On whose authority"), N_("Number and day of the order or request"), FIELD_LINE, OPEN, FIELD_REQUIRED },
	[QU_OFFICIALS] = { "officials", N_("Officials"), N_("Name, rank and service of each"), FIELD_LINE, OPEN, 0, .basis = &BOP_23 },
	[QU_BEGAN] = { "began_at", N_("Handed over at"), NULL, FIELD_MOMENT, OPEN, 0 },
	[QU_ENDED] = { "ended_at", N_("Back at"), NULL, FIELD_MOMENT, OPEN, 0 },
	[QU_BREAKS] = { "breaks", N_("Breaks"), N_("From when to when; food, rest, prayer"), FIELD_LINE, OPEN, 0 },
	[QU_LAWYER] = { "lawyer", N_("Lawyer"), NULL, FIELD_CHOICE, OPEN, 0, .choices = QUESTIONING_LAWYER_CHOICES },
	[QU_PRESENT] = { "others_present", N_("Who else was there"), N_("Interpreter, guardian, doctor"), FIELD_LINE, OPEN, 0 } };
static const struct record QUESTIONING_RECORD = ACT_INPUTS("questioning.record", QUESTIONING_INPUT);

static bool questioning_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { QU_PERSON, QUESTIONING_PERSON, QU_BY, QUESTIONING_BY, QU_AUTHORITY, QUESTIONING_AUTHORITY, QU_OFFICIALS, QUESTIONING_OFFICIALS, QU_BEGAN,
		QUESTIONING_BEGAN, QU_ENDED, QUESTIONING_ENDED, QU_BREAKS, QUESTIONING_BREAKS, QU_LAWYER, QUESTIONING_LAWYER, QU_PRESENT, QUESTIONING_PRESENT, -1 };
	const struct row *person = act_load_input(context, QU_PERSON, &RECORD_PERSON, errors), *input = context->input;
	if (row_has(input, QU_ENDED))
		decide_moment(context, QU_ENDED, errors);
	if (row_has(input, QU_BEGAN) && row_has(input, QU_ENDED) && row_moment(input, QU_ENDED) < row_moment(input, QU_BEGAN))
		error_say(errors, E_DATE_ORDER, "/ended_at", N_("The person cannot be back before being handed over"));
	if (!person || errors->count)
		return false;
	if (!row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *questioning = decision_insert(decision, &RECORD_QUESTIONING);
	decide_copy(questioning, input, PAIRS);
	row_set_text(questioning, QUESTIONING_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	decision->result = questioning;
	return true;
}

const struct act ACT_QUESTIONING_RECORD = { .name = "questioning.record", .label = N_("Record a questioning"),
	.help = N_("By police, investigators or intelligence: times, officials, lawyer; never what was said"), .done = N_("The questioning is recorded"),
	.input_record = &QUESTIONING_RECORD, .record = &RECORD_PERSON, .target_input = QU_PERSON, .basis = &BOP_23, .flags = ACT_MAY_RECORD_FACT,
	.actors = ROLE(RECEPTION) | ROLE(SECURITY) | ROLE(GOVERNOR), .decide = questioning_decide };
