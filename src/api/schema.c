/* schema.c - the tables as JSON Schema, and the model as JSON. */
#include "api/internal.h"

static const char *const type_names[FIELD_TYPE_COUNT] = {
	[FIELD_LINE] = "line", [FIELD_PROSE] = "prose", [FIELD_CODE] = "code", [FIELD_INTEGER] = "integer",
	[FIELD_DECIMAL] = "decimal", [FIELD_MONEY] = "money", [FIELD_YES_NO] = "yes_no", [FIELD_DATE] = "date",
	[FIELD_PARTIAL_DATE] = "partial_date", [FIELD_MOMENT] = "moment", [FIELD_DURATION] = "duration",
	[FIELD_CHOICE] = "choice", [FIELD_CODES] = "codes", [FIELD_REFERENCE] = "reference", [FIELD_DOCUMENT] = "document",
	[FIELD_HASH] = "hash",
};

static const char *pattern_of(enum field_type type)
{
	switch (type) {
	case FIELD_DATE:
		return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
	case FIELD_PARTIAL_DATE:
		return "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
	case FIELD_DECIMAL:
	case FIELD_MONEY:
		return "^-?[0-9]+(\\.[0-9]+)?$";
	case FIELD_REFERENCE:
	case FIELD_DOCUMENT:
		return "^[0-9A-HJKMNP-TV-Z]{26}$";
	case FIELD_HASH:
		return "^[0-9a-f]{64}$";
	default:
		return NULL;
	}
}

static void write_enumeration(struct json_writer *json, const struct choice *choices)
{
	json_name(json, "enum");
	json_array_begin(json);
	for (; choices->code != NULL; choices++)
		json_string(json, text_from(choices->code));
	json_array_end(json);
}

/* The keywords of the known values, without the braces around them. */
static void write_keywords(struct json_writer *json, const struct field *field)
{
	if (field->type == FIELD_YES_NO) {
		json_member_string(json, "type", "boolean");
	} else if (field->type == FIELD_INTEGER) {
		json_member_string(json, "type", "integer");
	} else {
		json_member_string(json, "type", "string");
		if (field->type == FIELD_MOMENT)
			json_member_string(json, "format", "date-time");
		if (field->type == FIELD_DURATION)
			json_member_string(json, "format", "duration");
		if (pattern_of(field->type) != NULL)
			json_member_string(json, "pattern", pattern_of(field->type));
		if (field->limits.maximum > 0 && !field_is_integer(field))
			json_member_integer(json, "maxLength", field->limits.maximum);
	}
	if (field->type == FIELD_CHOICE)
		write_enumeration(json, field->choices);
}

void schema_field(struct json_writer *json, const struct field *field)
{
	json_object_begin(json);
	json_member_string(json, "title", field->label);
	if (field->help != NULL)
		json_member_string(json, "description", field->help);
	if (field->flags & FIELD_MAY_BE_UNKNOWN) {
		json_name(json, "anyOf");
		json_array_begin(json);
		json_object_begin(json);
		write_keywords(json, field);
		json_object_end(json);
		json_object_begin(json);
		json_member_string(json, "const", "?");
		json_member_string(json, "description", "Not known");
		json_object_end(json);
		json_array_end(json);
	} else {
		write_keywords(json, field);
	}
	if (field->flags & FIELD_DERIVED)
		json_member_boolean(json, "readOnly", true);
	if (field->reference != NULL)
		json_member_string(json, "x-reference", field->reference);
	json_object_end(json);
}

static void write_required(struct json_writer *json, const struct record *record)
{
	json_name(json, "required");
	json_array_begin(json);
	for (int i = 0; i < record->field_count; i++) {
		if ((record->fields[i].flags & FIELD_REQUIRED) && !(record->fields[i].flags & FIELD_DERIVED))
			json_string(json, text_from(record->fields[i].name));
	}
	json_array_end(json);
}

void schema_fields(struct json_writer *json, const struct record *record, bool inputs)
{
	static const char *const engine[] = {"id", "created_at", "created_by", "changed_at", "changed_by", "log"};
	json_object_begin(json);
	json_member_string(json, "type", "object");
	json_member_string(json, "title", record->label);
	json_name(json, "properties");
	json_object_begin(json);
	for (size_t i = 0; !inputs && i < sizeof(engine) / sizeof(engine[0]); i++) {
		json_name(json, engine[i]);
		json_object_begin(json);
		json_member_string(json, "type", "string");
		json_object_end(json);
	}
	for (int i = 0; i < (inputs ? 0 : 2); i++) {
		json_name(json, i == 0 ? "version" : "log_index");
		json_object_begin(json);
		json_member_string(json, "type", "integer");
		json_object_end(json);
	}
	for (int i = 0; i < record->field_count; i++) {
		if (inputs && (record->fields[i].flags & FIELD_DERIVED))
			continue;
		json_name(json, record->fields[i].name);
		schema_field(json, &record->fields[i]);
	}
	json_object_end(json);
	if (inputs) {
		write_required(json, record);
		json_member_boolean(json, "additionalProperties", false);
	}
	json_object_end(json);
}

/* ---- the model ---- */

static void write_roles(struct json_writer *json, const char *name, role_set roles)
{
	json_name(json, name);
	json_array_begin(json);
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (roles & ((role_set)1 << role))
			json_string(json, text_from(role_code((enum role)role)));
	}
	json_array_end(json);
}

static void write_flags(struct json_writer *json, unsigned flags)
{
	static const struct { unsigned flag; const char *name; } names[] = {
		{FIELD_REQUIRED, "required"}, {FIELD_UNIQUE, "unique"}, {FIELD_FIXED, "fixed"}, {FIELD_DERIVED, "derived"},
		{FIELD_SEARCHED, "searched"}, {FIELD_LISTED, "listed"}, {FIELD_MAY_BE_UNKNOWN, "may_be_unknown"},
		{FIELD_INDEXED, "indexed"}};
	json_name(json, "flags");
	json_array_begin(json);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (flags & names[i].flag)
			json_string(json, text_from(names[i].name));
	}
	json_array_end(json);
}

static void write_field(struct json_writer *json, const struct field *field)
{
	json_object_begin(json);
	json_member_string(json, "name", field->name);
	json_member_string(json, "label", field->label);
	if (field->help != NULL)
		json_member_string(json, "help", field->help);
	json_member_string(json, "type", type_names[field->type]);
	json_member_string(json, "sensitivity", field->sensitivity == SENSITIVITY_SENSITIVE ? "sensitive" : "official");
	write_flags(json, field->flags);
	if (field->choices != NULL)
		write_enumeration(json, field->choices);
	if (field->reference != NULL)
		json_member_string(json, "reference", field->reference);
	if (field->basis != NULL)
		json_member_string(json, "basis", field->basis->id);
	json_object_end(json);
}

static void write_table(struct json_writer *json, const struct record *record)
{
	json_name(json, "fields");
	json_array_begin(json);
	for (int i = 0; i < record->field_count; i++)
		write_field(json, &record->fields[i]);
	json_array_end(json);
}

static void write_record(struct json_writer *json, const struct record *record)
{
	json_object_begin(json);
	json_member_string(json, "name", record->name);
	json_member_string(json, "label", record->label);
	json_member_string(json, "label_plural", record->label_plural);
	json_member_string(json, "help", record->help);
	json_member_string(json, "compartment", compartment_code(record->compartment));
	write_roles(json, "readers", record->readers);
	write_roles(json, "keepers", record->keepers);
	write_table(json, record);
	json_object_end(json);
}

static void write_act(struct json_writer *json, const struct act *act)
{
	json_object_begin(json);
	json_member_string(json, "name", act->name);
	json_member_string(json, "label", act->label);
	json_member_string(json, "record", act->record->name);
	write_roles(json, "actors", act->actors);
	write_roles(json, "seconds", act->seconds);
	json_member_boolean(json, "second_person", (act->flags & ACT_SECOND_PERSON) != 0);
	json_member_boolean(json, "reason", (act->flags & ACT_REASON) != 0);
	json_member_boolean(json, "may_record_fact", (act->flags & ACT_MAY_RECORD_FACT) != 0);
	json_member_boolean(json, "irreversible", (act->flags & ACT_IRREVERSIBLE) != 0);
	json_member_boolean(json, "system", (act->flags & ACT_SYSTEM) != 0);
	write_table(json, act->input_record);
	json_object_end(json);
}

static void write_rule(struct json_writer *json, const struct rule *rule)
{
	static const char *const kinds[] = {[RULE_REFUSE] = "refuse", [RULE_WARN] = "warn", [RULE_BREACH] = "breach",
		[RULE_DEADLINE] = "deadline", [RULE_EVIDENCE] = "evidence"};
	json_object_begin(json);
	json_member_string(json, "id", rule->id);
	json_member_string(json, "text", rule->text);
	json_member_string(json, "kind", kinds[rule->kind]);
	json_member_boolean(json, "absolute", rule->absolute);
	json_object_end(json);
}

struct text api_model(struct arena *arena, const struct registry *registry)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_name(&json, "records");
	json_array_begin(&json);
	for (size_t i = 0; i < registry->record_count; i++)
		write_record(&json, registry->records[i]);
	json_array_end(&json);
	json_name(&json, "acts");
	json_array_begin(&json);
	for (size_t i = 0; i < registry->act_count; i++)
		write_act(&json, registry->acts[i]);
	json_array_end(&json);
	json_name(&json, "rules");
	json_array_begin(&json);
	for (size_t i = 0; i < registry->rule_count; i++)
		write_rule(&json, registry->rules[i]);
	json_array_end(&json);
	json_object_end(&json);
	return json_finish(&json);
}
