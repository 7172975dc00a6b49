/* profile_setting.c - the act that puts a profile of the country or of a facility in force from a day on: two persons, journaled. */
#include "base/hash.h"
#include "service/profile_store.h"
#include "service/rule_register.h"

#define LOADERS (ROLE(HEADQUARTERS) | ROLE(ADMINISTRATOR))
enum { CONTENT_LENGTH = 200000, DAYS_AHEAD = 3650 };

enum { LOAD_CONTENT, LOAD_FACILITY, LOAD_VALID_FROM, LOAD_INPUTS };
static const struct field LOAD_FIELDS[LOAD_INPUTS] = {
	[LOAD_CONTENT] = {.name = "content", .label = N_("Profile"),
		.help = N_("JSON, such as {\"profile\":\"name\",\"title\":\"Words\",\"parameters\":{\"exercise.min\":90}}"), .type = FIELD_PROSE,
		.sensitivity = SENSITIVITY_OFFICIAL, .flags = FIELD_REQUIRED, .limits = {.maximum = CONTENT_LENGTH}},
	[LOAD_FACILITY] = {.name = "facility_id", .label = N_("Only for the facility"), .help = N_("Left empty, the profile is the country's"),
		.type = FIELD_REFERENCE, .sensitivity = SENSITIVITY_OFFICIAL, .reference = "@facility"},
	[LOAD_VALID_FROM] = {.name = "valid_from", .label = N_("In force from"), .help = N_("Left empty, from today"), .type = FIELD_DATE,
		.sensitivity = SENSITIVITY_OFFICIAL},
};
static const struct record LOAD_RECORD = {.name = "profile_setting.load", .label = N_("Profile"), .label_plural = N_("Profiles"),
	.fields = LOAD_FIELDS, .field_count = LOAD_INPUTS, .facility_field = FIELD_NONE, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .readers = LOADERS};

static bool day_is_good(const struct act_context *context, struct date day, struct error_list *errors)
{
	int32_t distance = date_to_days(day) - date_to_days(context->today);
	if (distance >= 0 && distance <= DAYS_AHEAD)
		return true;
	error_add(errors, &(struct error){.code = E_DATE_ORDER, .path = TEXT_OF("/valid_from"),
		.message = N_("A profile holds from today or a later day, never backwards")});
	return false;
}

/* The whole of what would hold on that day is put together, so that a looser value is found before anybody agrees to it. */
static bool content_is_good(struct act_context *context, struct text content, struct text facility, struct date day,
	struct text *out_name, struct text *out_title, struct error_list *errors)
{
	struct execution *execution = execution_of(context);
	struct service *service = execution->service;
	struct profile *profile;
	if (text_is_empty(facility)) {
		if (!profile_load(context->arena, content, &profile, errors))
			return false;
		*out_name = profile_name(profile);
		*out_title = profile_title(profile);
		return true;
	}
	struct rows settings = context->reader->find(context->reader->state, context->arena, &RECORD_PROFILE_SETTING, NULL, 0,
		PROFILE_SETTING_VALID_FROM, false, 0);
	struct text code = service_facility_code(service, execution->connection, context->arena, facility);
	struct json_value root;
	if (!profile_country_on(service, context->arena, &settings, day, &profile, errors) ||
		!profile_lay(profile, code, content, false, errors) || !json_parse(context->arena, content, &root, errors))
		return false;
	*out_name = json_get_text(root, "profile");
	*out_title = json_get_text(root, "title");
	return true;
}

static bool load_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	struct text content = row_text(input, LOAD_CONTENT), facility = row_text(input, LOAD_FACILITY), name, title;
	struct date day = row_has(input, LOAD_VALID_FROM) ? row_date(input, LOAD_VALID_FROM) : context->today;
	if (!day_is_good(context, day, errors) || !content_is_good(context, content, facility, day, &name, &title, errors))
		return false;
	struct row *setting = decision_insert(decision, &RECORD_PROFILE_SETTING);
	struct hash hash = hash_of(content.data, content.length);
	row_set_text(setting, PROFILE_SETTING_NAME, name);
	row_set_text(setting, PROFILE_SETTING_TITLE, title);
	if (!text_is_empty(facility))
		row_set_text(setting, PROFILE_SETTING_FACILITY, facility);
	row_set_date(setting, context->arena, PROFILE_SETTING_VALID_FROM, day);
	row_set_text(setting, PROFILE_SETTING_CONTENT, content);
	row_set_text(setting, PROFILE_SETTING_HASH, hash_hex(context->arena, &hash));
	decision->result = setting;
	return true;
}

/* The name as a whole: NMR-1 is not named by NMR-16. */
static bool is_named(struct text content, struct text rule)
{
	for (size_t at = text_find(content, rule); at != SIZE_MAX;) {
		size_t after = at + rule.length;
		char next = after < content.length ? content.data[after] : ' ';
		if (next != '.' && !(next >= '0' && next <= '9') && !(next >= 'a' && next <= 'z'))
			return true;
		size_t further = text_find(text_slice(content, after, content.length), rule);
		at = further == SIZE_MAX ? SIZE_MAX : after + further;
	}
	return false;
}

/* What the loader knows it refuses by value; whatever else a profile says about an absolute rule - a waiver, a list of rules that are off - is refused by name. */
static bool absolute_rule_named(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	size_t count;
	const struct register_row *rows = register_rows(&count);
	struct text content = row_text(context->input, LOAD_CONTENT);
	(void)decision;
	for (size_t i = 0; i < count; i++) {
		if (!register_is_absolute(rows[i].rule) || !is_named(content, rows[i].rule))
			continue;
		*out = (struct rule_finding){.path = "/content", .message = N_("The profile speaks of {rule}, which nobody can switch off, loosen or waive"),
			.parameters = {{"rule", rows[i].rule, false}}, .advice = N_("Take it out: no profile, role or waiver touches this rule"),
			.ask = N_("Headquarters")};
		return true;
	}
	return false;
}

static const char *const LOADING[] = {"profile_setting.load", NULL};
const struct rule RULE_NMR_1 = {.id = "NMR-1", .text = N_("Nobody may be tortured or ill-treated, and no setting changes that"), .kind = RULE_REFUSE,
	.absolute = true, .acts = LOADING, .bites = absolute_rule_named};

const struct act ACT_PROFILE_LOAD = {
	.name = "profile_setting.load", .label = N_("Load a profile"),
	.help = N_("Sets parameters of the rules for the country or a facility. It may be stricter than the rules, never looser; a second person agrees."),
	.done = N_("The profile is loaded"), .input_record = &LOAD_RECORD, .record = &RECORD_PROFILE_SETTING, .target_input = FIELD_NONE,
	.actors = LOADERS, .seconds = LOADERS | ROLE(GOVERNOR), .flags = ACT_SECOND_PERSON | ACT_REASON | ACT_JUDGEMENT, .decide = load_decide,
};
