/* person_register.c - person.register: opens the file of a person; says nothing yet about holding him or her. */
#include "areas/custody/acts/common.h"

enum { NUMBER, NAME_SURNAME, NAME_GIVEN, NAME_PATRONYMIC, SCRIPT, NAME_LANGUAGE, SEX, GENDER, BIRTH_DATE, BIRTH_CERTAINTY, AGE_METHOD,
	BIRTH_PLACE, NATIONALITIES, STATELESS, LANGUAGES, INTERPRETER, LITERACY, SENSORY_NEED, MOBILITY_NEED, ASYLUM, HOME_REGION, INPUTS };

static const struct choice SENSORY[] = { { "none", N_("None") }, { "sight", N_("Sight") }, { "hearing", N_("Hearing") },
	{ "both", N_("Sight and hearing") }, { NULL, NULL } };

static const struct field INPUT[INPUTS] = {
	[NUMBER] = { "number", N_("Prison number"), N_("Number of the personal file as printed on paper"), FIELD_LINE, OPEN, FIELD_REQUIRED,
		.limits = { 1, 40, 0 } },
	[NAME_SURNAME] = { "surname", N_("Surname"), N_("Leave empty when the person has none"), FIELD_LINE, OPEN, 0 },
	[NAME_GIVEN] = { "given", N_("Given name"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[NAME_PATRONYMIC] = { "patronymic", N_("Patronymic"), NULL, FIELD_LINE, OPEN, 0 },
	[SCRIPT] = { "script", N_("Script"), N_("As written on the document"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SCRIPT_CHOICES },
	[NAME_LANGUAGE] = { "name_language", N_("Language of the name"), N_("Code of two letters: kk, ru, ar"), FIELD_CODE, OPEN, 0, .limits = { 2, 3, 0 } },
	[SEX] = { "sex", N_("Sex"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = SEX_CHOICES },
	[GENDER] = { "gender_self_stated", N_("Gender as the person states it"), N_("Only if the person wants it recorded"), FIELD_LINE, CLOSED, 0 },
	[BIRTH_DATE] = { "birth_date", N_("Date of birth"), N_("A year alone is enough when nothing more is known"), FIELD_PARTIAL_DATE, OPEN,
		FIELD_REQUIRED | FIELD_MAY_BE_UNKNOWN },
	[BIRTH_CERTAINTY] = { "birth_certainty", N_("How the date of birth is known"), NULL, FIELD_CHOICE, OPEN, 0, .choices = CERTAINTY_CHOICES },
	[AGE_METHOD] = { "age_method", N_("How the age was estimated"), N_("Needed when the date of birth is not known"), FIELD_LINE, OPEN, 0 },
	[BIRTH_PLACE] = { "birth_place", N_("Place of birth"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
	[NATIONALITIES] = { "nationalities", N_("Nationalities"), N_("Country codes of two letters, parted by spaces: KZ KG"), FIELD_CODES, OPEN,
		FIELD_MAY_BE_UNKNOWN },
	[STATELESS] = { "stateless", N_("Stateless"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN },
	[LANGUAGES] = { "languages", N_("Languages spoken"), N_("Language codes of two letters, parted by spaces: kk ru"), FIELD_CODES, OPEN,
		FIELD_MAY_BE_UNKNOWN },
	[INTERPRETER] = { "interpreter", N_("Needs an interpreter"), NULL, FIELD_YES_NO, OPEN, FIELD_MAY_BE_UNKNOWN },
	[LITERACY] = { "literacy", N_("Reading"), NULL, FIELD_CHOICE, OPEN, FIELD_MAY_BE_UNKNOWN, .choices = LITERACY_CHOICES },
	[SENSORY_NEED] = { "sensory_need", N_("Sight or hearing"), NULL, FIELD_CHOICE, OPEN, FIELD_MAY_BE_UNKNOWN, .choices = SENSORY },
	[MOBILITY_NEED] = { "mobility_need", N_("Help needed to move about"), NULL, FIELD_LINE, OPEN, 0 },
	[ASYLUM] = { "asylum_or_refugee", N_("Refugee or asked for asylum"), N_("The consulate of the home State is never told by itself"), FIELD_YES_NO,
		CLOSED, FIELD_MAY_BE_UNKNOWN },
	[HOME_REGION] = { "home_region", N_("Region of home or of resettlement"), NULL, FIELD_LINE, OPEN, FIELD_MAY_BE_UNKNOWN },
};

static const struct record INPUT_RECORD = ACT_INPUTS("person.register", INPUT);

static const int PERSON_PAIRS[] = { NUMBER, PERSON_NUMBER, SEX, PERSON_SEX, GENDER, PERSON_GENDER_SELF_STATED, BIRTH_DATE, PERSON_BIRTH_DATE,
	BIRTH_CERTAINTY, PERSON_BIRTH_CERTAINTY, AGE_METHOD, PERSON_AGE_METHOD, BIRTH_PLACE, PERSON_BIRTH_PLACE, NATIONALITIES,
	PERSON_NATIONALITIES, STATELESS, PERSON_STATELESS, LANGUAGES, PERSON_LANGUAGES, INTERPRETER, PERSON_INTERPRETER, LITERACY,
	PERSON_LITERACY, SENSORY_NEED, PERSON_SENSORY_NEED, MOBILITY_NEED, PERSON_MOBILITY_NEED, ASYLUM, PERSON_ASYLUM_OR_REFUGEE,
	HOME_REGION, PERSON_HOME_REGION, -1 };
static const int NAME_PAIRS[] = { NAME_SURNAME, PERSON_NAME_SURNAME, NAME_GIVEN, PERSON_NAME_GIVEN, NAME_PATRONYMIC, PERSON_NAME_PATRONYMIC,
	SCRIPT, PERSON_NAME_SCRIPT, NAME_LANGUAGE, PERSON_NAME_LANGUAGE, -1 };

struct text custody_whole_name(struct arena *arena, const struct row *row, const int *fields, size_t count)
{
	struct text parts[4];
	size_t used = 0;
	for (size_t i = 0; i < count && used < 4; i++)
		if (row_has(row, fields[i]))
			parts[used++] = row_text(row, fields[i]);
	return arena_join(arena, parts, used, TEXT_OF(" "));
}

static bool decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *input = context->input;
	if (row_date(input, BIRTH_DATE).year == 0 && !row_has(input, AGE_METHOD) && !context->record_fact)
		error_add(errors, &(struct error){ .code = E_REQUIRED, .path = TEXT_OF("/age_method"), .citation = "NMR-7.a",
			.message = N_("Say how the age was estimated, because the date of birth is not known") });
	if (row_date(input, BIRTH_DATE).year && date_compare(row_date(input, BIRTH_DATE), context->today) > 0)
		error_say(errors, E_DATE_ORDER, "/birth_date", N_("The date of birth is in the future"));
	if (errors->count)
		return false;
	struct row *person = decision_insert(decision, &RECORD_PERSON);
	decide_copy(person, input, PERSON_PAIRS);
	static const int PARTS[] = { NAME_SURNAME, NAME_GIVEN, NAME_PATRONYMIC };
	struct text whole = custody_whole_name(context->arena, input, PARTS, 3);
	row_set_text(person, PERSON_DISPLAY_NAME, whole);
	row_set_string(person, PERSON_WHEREABOUTS, "not_admitted");
	const struct actor *actor = context->actor;
	row_set_text(person, PERSON_CURRENT_FACILITY, actor->facility.length > 0 || actor->facility_count == 0 ? actor->facility : actor->facilities[0]);
	struct row *name = decision_insert(decision, &RECORD_PERSON_NAME);
	decide_copy(name, input, NAME_PAIRS);
	row_set_text(name, PERSON_NAME_PERSON, person->id);
	row_set_string(name, PERSON_NAME_KIND, "legal");
	row_set_text(name, PERSON_NAME_WHOLE, whole);
	row_set_yes_no(name, PERSON_NAME_CURRENT, true);
	decision->result = person;
	return true;
}

const struct act ACT_PERSON_REGISTER = {
	.name = "person.register", .label = N_("Open a file"), .help = N_("Names and birth of a person who has not been here before"),
	.done = N_("The file of {title} is open"), .input_record = &INPUT_RECORD, .record = &RECORD_PERSON, .target_input = FIELD_NONE,
	.actors = ROLE(RECEPTION) | ROLE(CASEWORKER), .flags = ACT_MAY_RECORD_FACT, .decide = decide,
};
