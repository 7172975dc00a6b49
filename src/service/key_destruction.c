/* key_destruction.c - the order to destroy a person's key, and carrying it out. */
#include "service/key_destruction.h"

#include "base/random.h"

#define ORDER_BY ROLE(HEADQUARTERS)
#define READ_BY (ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(ADMINISTRATOR))

static const struct choice COMPARTMENTS[] = { { "core", N_("Core file") }, { "health", N_("Health") }, { "intel", N_("Intelligence") },
	{ "legal", N_("Legal") }, { "third-party", N_("Other people named in the file") }, { NULL, NULL } };

/* The subject stands here as plain text, not as a reference: after the destruction there is no row to refer to, and the order itself
 * must stay readable, so it does not belong to the subject's key. */
static const struct field FIELDS[KEY_DESTRUCTION_FIELD_COUNT] = {
	[KEY_DESTRUCTION_SUBJECT] = { .name = "subject_id", .label = N_("Identifier of the file"), .type = FIELD_CODE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED },
	[KEY_DESTRUCTION_COMPARTMENT] = { .name = "compartment", .label = N_("Part of the file"), .type = FIELD_CHOICE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .choices = COMPARTMENTS },
	[KEY_DESTRUCTION_BASIS] = { .name = "legal_basis", .label = N_("Legal basis"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .limits = { 10, 2000, 0 } },
	[KEY_DESTRUCTION_ORDERED_AT] = { .name = "ordered_at", .label = N_("Ordered"), .type = FIELD_MOMENT,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED },
};

const struct record RECORD_KEY_DESTRUCTION = {
	.name = "key_destruction", .label = N_("Destruction of a key"), .label_plural = N_("Destructions of keys"),
	.help = N_("An order to make part of a file unreadable for ever; the proofs stay valid"), .fields = FIELDS,
	.field_count = KEY_DESTRUCTION_FIELD_COUNT, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE,
	.flags = RECORD_ENGINE, .readers = READ_BY,
};

enum { ORDER_SUBJECT, ORDER_COMPARTMENT, ORDER_BASIS, ORDER_INPUTS };
static const struct field ORDER_FIELDS[ORDER_INPUTS] = {
	[ORDER_SUBJECT] = { .name = "subject_id", .label = N_("Identifier of the file"), .type = FIELD_CODE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED },
	[ORDER_COMPARTMENT] = { .name = "compartment", .label = N_("Part of the file"), .type = FIELD_CHOICE, .sensitivity = SENSITIVITY_OFFICIAL,
		.flags = FIELD_REQUIRED, .choices = COMPARTMENTS },
	[ORDER_BASIS] = { .name = "legal_basis", .label = N_("Legal basis"), .help = N_("The law or decision that demands the erasure"),
		.type = FIELD_PROSE, .sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .limits = { 10, 2000, 0 } },
};
static const struct record ORDER_RECORD = { .name = "key_destruction.order", .label = N_("Form"), .label_plural = N_("Forms"), .fields = ORDER_FIELDS,
	.field_count = ORDER_INPUTS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, .readers = ORDER_BY };

static bool order_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	struct text subject;
	if (!identifier_parse(context->arena, row_text(context->input, ORDER_SUBJECT), &subject) ||
		!act_load(context, context->registry->subject, subject)) {
		error_say(errors, E_REFERENCE, "/subject_id", N_("There is no file with this identifier"));
		return false;
	}
	struct row *order = decision_insert(decision, &RECORD_KEY_DESTRUCTION);
	row_set_text(order, KEY_DESTRUCTION_SUBJECT, subject);
	row_set(order, KEY_DESTRUCTION_COMPARTMENT, row_value(context->input, ORDER_COMPARTMENT));
	row_set(order, KEY_DESTRUCTION_BASIS, row_value(context->input, ORDER_BASIS));
	row_set_integer(order, KEY_DESTRUCTION_ORDERED_AT, context->now);
	decision->result = order;
	return true;
}

const struct act ACT_KEY_DESTRUCTION_ORDER = {
	.name = "key_destruction.order", .label = N_("Order the destruction of a key"),
	.help = N_("Makes part of a file unreadable for ever. It is carried out with custos key destroy while the server is stopped"),
	.done = N_("The destruction is ordered"), .input_record = &ORDER_RECORD, .record = &RECORD_KEY_DESTRUCTION, .target_input = FIELD_NONE,
	.actors = ORDER_BY, .seconds = ORDER_BY | ROLE(GOVERNOR), .flags = ACT_SECOND_PERSON | ACT_REASON | ACT_IRREVERSIBLE, .decide = order_decide,
};

bool key_destruction_carry_out(struct connection *connection, struct arena *arena, struct keys *keys, int64_t now, size_t *out_count,
	struct error_list *errors)
{
	struct selection selection = { .record = &RECORD_KEY_DESTRUCTION, .order_field = FIELD_ID };
	size_t destroyed = 0;
	for (bool more = true; more;) {
		struct rows rows;
		if (!select_rows(connection, arena, &selection, &rows, errors))
			return false;
		for (size_t i = 0; i < rows.count; i++) {
			enum compartment compartment;
			struct text subject = row_text(rows.items[i], KEY_DESTRUCTION_SUBJECT);
			if (!compartment_parse(row_text(rows.items[i], KEY_DESTRUCTION_COMPARTMENT), &compartment) ||
				keys_is_destroyed(keys, subject, compartment))
				continue;
			if (!keys_destroy(keys, subject, compartment, now, errors))
				return false;
			destroyed++;
		}
		more = rows.count == SELECT_LIMIT_MAXIMUM;
		if (more)
			selection.after_id = rows.items[rows.count - 1]->id, selection.after = value_text(selection.after_id);
	}
	*out_count = destroyed;
	return true;
}
