/* instrument.c - reads an instrument and checks it against the form; the form as a JSON schema: share/instruments/instrument.schema.json. */
#include "areas/assessment/instrument.h"

#include "base/map.h"
#include "format/json.h"

struct reading {
	struct arena *arena;
	struct text document, file;
	struct instrument *out;
	struct error_list *errors;
};

static const char *const FORMAT = "custos-instrument/1";
static const char *const QUESTIONS[] = { "general", "vulnerability", "violent-extremism", "women", "climate", "other", NULL };
static const char *const ABOUT[] = { "person", "place", NULL };
static const char *const SECOND[] = { "always", "first", "lot", "never", NULL };
static const char *const KINDS[] = { "risk", "protective", "motivational", "context", NULL };
static const char *const CHANGES[] = { "static", "dynamic", NULL };
/* Members by which a file would bring arithmetic. */
static const char *const NUMBERS[] = { "weight", "weights", "score", "scores", "points", "value", "values", "cutoff", "cut_off", "threshold", "total",
	"probability", NULL };

static bool is_one_of(struct text text, const char *const *list)
{
	for (; *list; list++)
		if (text_equal_string(text, *list))
			return true;
	return false;
}

/* ---- faults ---- */

static void fault(struct reading *reading, struct text pointer, struct text what, const char *message, const char *advice)
{
	size_t line, column;
	json_place(reading->document, pointer, &line, &column);
	error_add(reading->errors, &(struct error){ .code = E_PATTERN, .message = message, .advice = advice, .path = TEXT_OF("/definition"),
		.parameters = { { "place", arena_format(reading->arena, "%.*s:%zu:%zu", TEXT_FORMAT(reading->file), line, column), false },
			{ "what", what, false } } });
}

static struct text below(struct reading *reading, struct text pointer, const char *name)
{
	return arena_format(reading->arena, "%.*s/%s", TEXT_FORMAT(pointer), name);
}

static struct text at(struct reading *reading, struct text pointer, size_t index)
{
	return arena_format(reading->arena, "%.*s/%zu", TEXT_FORMAT(pointer), index);
}

/* Every member is one of those that the form has. */
static void only_members(struct reading *reading, struct json_value object, struct text pointer, const char *const *members)
{
	struct text name;
	struct json_value value;
	for (size_t i = 0; json_member_at(object, i, &name, &value); i++) {
		struct text where = arena_format(reading->arena, "%.*s/%.*s", TEXT_FORMAT(pointer), TEXT_FORMAT(name));
		if (is_one_of(name, members))
			continue;
		if (is_one_of(name, NUMBERS))
			fault(reading, where, name, N_("{place}: “{what}” would bring a number into the judgement"),
				N_("Take it out. Labels have an order and words; people judge, nothing is added up"));
		else
			fault(reading, where, name, N_("{place}: an instrument has no member “{what}” here"),
				N_("Take it out, or write it as the form of instruments has it"));
	}
}

static struct text text_of(struct reading *reading, struct json_value object, struct text pointer, const char *name, bool required)
{
	struct json_value value = json_get(object, name);
	if (json_is_absent(value)) {
		if (required)
			fault(reading, pointer, text_from(name), N_("{place}: “{what}” is missing here"), N_("Add it"));
		return text_empty();
	}
	if (json_kind(value) != JSON_STRING || text_is_empty(text_trim(json_text(value))))
		fault(reading, below(reading, pointer, name), text_from(name), N_("{place}: “{what}” must be a text that is not empty"),
			N_("Write it in quotation marks"));
	return json_text(value);
}

static struct text choice_of(struct reading *reading, struct json_value object, struct text pointer, const char *name, const char *const *list,
	const char *otherwise)
{
	struct text chosen = text_of(reading, object, pointer, name, !otherwise);
	if (text_is_empty(chosen))
		return text_from(otherwise);
	if (is_one_of(chosen, list))
		return chosen;
	struct text known[12];
	size_t count = 0;
	for (; list[count]; count++)
		known[count] = text_from(list[count]);
	fault(reading, below(reading, pointer, name), arena_join(reading->arena, known, count, TEXT_OF(", ")),
		N_("{place}: this must be one of: {what}"), N_("Choose one of them"));
	return chosen;
}

static int64_t number_of(struct reading *reading, struct json_value object, struct text pointer, const char *name, int64_t minimum, int64_t maximum,
	int64_t otherwise)
{
	struct json_value value = json_get(object, name);
	if (json_is_absent(value))
		return otherwise;
	int64_t number = json_kind(value) == JSON_INTEGER ? json_to_integer(value, -1) : -1;
	if (number < minimum || number > maximum)
		fault(reading, below(reading, pointer, name),
			arena_format(reading->arena, "%s: %lld-%lld", name, (long long)minimum, (long long)maximum),
			N_("{place}: this must be a whole number in the bounds {what}"), N_("Write a number in these bounds"));
	return number;
}

/* A code goes into addresses and columns: small letters first, so that it is never taken for a number. */
static struct text code_of(struct reading *reading, struct json_value object, struct text pointer)
{
	struct text code = text_of(reading, object, pointer, "code", true);
	bool good = code.length <= 40;
	for (size_t i = 0; i < code.length; i++) {
		char c = code.data[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		good = good && (letter || (i > 0 && ((c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.')));
	}
	if (!good)
		fault(reading, below(reading, pointer, "code"), code, N_("{place}: “{what}” is not a code"),
			N_("Begin with a letter; then letters, digits, dots, hyphens; at most 40"));
	return code;
}

static void once(struct reading *reading, struct map *seen, struct text code, struct text pointer)
{
	if (code.length == 0)
		return;
	if (map_get(seen, code))
		fault(reading, below(reading, pointer, "code"), code, N_("{place}: the code “{what}” is used twice"), N_("Give each its own code"));
	map_set(seen, code, reading);
}

/* ---- words ---- */

static bool is_language(const struct instrument *instrument, struct text language)
{
	for (size_t i = 0; i < instrument->language_count; i++)
		if (text_equal(instrument->languages[i], language))
			return true;
	return false;
}

static struct words words_of(struct reading *reading, struct json_value object, struct text pointer, const char *name, bool required)
{
	struct words words = { .count = 0 };
	struct json_value value = json_get(object, name), text;
	struct text where = below(reading, pointer, name), language;
	bool english = false;
	if (json_is_absent(value) && !required)
		return words;
	if (json_kind(value) != JSON_OBJECT) {
		fault(reading, json_is_absent(value) ? pointer : where, text_from(name), N_("{place}: “{what}” must give its words by language"),
			N_("Write an object with a language code before each text"));
		return words;
	}
	for (size_t i = 0; json_member_at(value, i, &language, &text); i++) {
		struct text place = arena_format(reading->arena, "%.*s/%.*s", TEXT_FORMAT(where), TEXT_FORMAT(language));
		if (!is_language(reading->out, language))
			fault(reading, place, language, N_("{place}: “{what}” is not among the languages of the instrument"), N_("Add it to “languages”"));
		else if (json_kind(text) != JSON_STRING || text_is_empty(text_trim(json_text(text))))
			fault(reading, place, language, N_("{place}: “{what}” must be a text that is not empty"), N_("Write it in quotation marks"));
		else if (words.count < INSTRUMENT_LANGUAGES) {
			words.language[words.count] = language;
			words.text[words.count++] = json_text(text);
			english = english || text_equal_string(language, "en");
		}
	}
	if (!english)
		fault(reading, where, text_from(name), N_("{place}: “{what}” has no English"), N_("Add the words under “en”; every other language may be missing"));
	return words;
}

struct text words_in(const struct words *words, const char *language)
{
	struct text english = text_empty();
	for (size_t i = 0; i < words->count; i++) {
		if (text_equal_string(words->language[i], language))
			return words->text[i];
		if (text_equal_string(words->language[i], "en"))
			english = words->text[i];
	}
	return english;
}

static void read_languages(struct reading *reading, struct json_value root)
{
	struct instrument *out = reading->out;
	struct json_value list = json_get(root, "languages");
	for (size_t i = 0; i < json_count(list) && json_kind(list) == JSON_ARRAY; i++) {
		struct text language = json_text(json_at(list, i));
		if (language.length < 2 || language.length > 3 || out->language_count == INSTRUMENT_LANGUAGES)
			fault(reading, at(reading, TEXT_OF("/languages"), i), language, N_("{place}: “{what}” is not a language code"),
				N_("Write codes of two or three letters: en, ru, ar"));
		else
			out->languages[out->language_count++] = language;
	}
	if (!is_language(out, TEXT_OF("en")))
		fault(reading, TEXT_OF("/languages"), TEXT_OF("languages"), N_("{place}: English is not among the languages"),
			N_("Add “en” to “languages”: English is complete in every instrument"));
}

/* ---- parts ---- */

static struct json_value list_of(struct reading *reading, struct json_value object, struct text pointer, const char *name, size_t minimum, size_t maximum)
{
	struct json_value list = json_get(object, name);
	size_t count = json_kind(list) == JSON_ARRAY ? json_count(list) : 0;
	if (count < minimum || count > maximum)
		fault(reading, json_is_absent(list) ? pointer : below(reading, pointer, name),
			arena_format(reading->arena, "%s: %zu-%zu", name, minimum, maximum),
			N_("{place}: this list must have as many entries as the bounds say: {what}"), N_("Add entries, or take some out"));
	return list;
}

/* Labels, levels or outcomes. */
static struct labelled *read_labelled(struct reading *reading, struct json_value root, const char *name, size_t minimum, size_t *out_count)
{
	static const char *const MEMBERS[] = { "code", "text", NULL };
	struct map seen;
	struct json_value list = list_of(reading, root, text_empty(), name, minimum, INSTRUMENT_LABELS);
	size_t count = json_kind(list) == JSON_ARRAY ? json_count(list) : 0;
	struct labelled *items = ARENA_ARRAY(reading->arena, struct labelled, count + 1);
	map_begin(&seen, reading->arena);
	for (size_t i = 0; i < count; i++) {
		struct text pointer = at(reading, below(reading, text_empty(), name), i);
		only_members(reading, json_at(list, i), pointer, MEMBERS);
		items[i].code = code_of(reading, json_at(list, i), pointer);
		items[i].words = words_of(reading, json_at(list, i), pointer, "text", true);
		once(reading, &seen, items[i].code, pointer);
		if (text_equal_string(items[i].code, INSTRUMENT_UNKNOWN) || text_equal_string(items[i].code, INSTRUMENT_NOT_APPLICABLE))
			fault(reading, pointer, items[i].code, N_("{place}: “{what}” stands beside the labels of every instrument already"), N_("Take it out"));
	}
	*out_count = count;
	return items;
}

static struct factor read_factor(struct reading *reading, struct json_value value, struct text pointer, struct text domain)
{
	static const char *const MEMBERS[] = { "code", "title", "guidance", "change", "kind", "required", NULL };
	struct json_value required = json_get(value, "required");
	only_members(reading, value, pointer, MEMBERS);
	if (!json_is_absent(required) && json_kind(required) != JSON_BOOLEAN)
		fault(reading, below(reading, pointer, "required"), TEXT_OF("required"), N_("{place}: “{what}” must be true or false"),
			N_("Write true or false without quotation marks"));
	return (struct factor){ .code = code_of(reading, value, pointer), .domain = domain, .title = words_of(reading, value, pointer, "title", true),
		.guidance = words_of(reading, value, pointer, "guidance", true), .required = json_to_boolean(required, true),
		.dynamic = text_equal_string(choice_of(reading, value, pointer, "change", CHANGES, NULL), "dynamic"),
		.kind = choice_of(reading, value, pointer, "kind", KINDS, NULL) };
}

static void read_domains(struct reading *reading, struct json_value root)
{
	static const char *const MEMBERS[] = { "code", "title", "factors", NULL };
	struct instrument *out = reading->out;
	struct json_value domains = list_of(reading, root, text_empty(), "domains", 1, 20);
	size_t count = json_kind(domains) == JSON_ARRAY ? json_count(domains) : 0;
	struct map seen, codes;
	map_begin(&seen, reading->arena);
	map_begin(&codes, reading->arena);
	out->domains = ARENA_ARRAY(reading->arena, struct domain, count + 1);
	out->factors = ARENA_ARRAY(reading->arena, struct factor, INSTRUMENT_FACTORS);
	for (size_t i = 0; i < count; i++) {
		struct text pointer = at(reading, TEXT_OF("/domains"), i);
		struct json_value value = json_at(domains, i), list;
		struct domain *domain = &out->domains[out->domain_count++];
		only_members(reading, value, pointer, MEMBERS);
		*domain = (struct domain){ .code = code_of(reading, value, pointer), .title = words_of(reading, value, pointer, "title", true),
			.first = out->factor_count };
		once(reading, &codes, domain->code, pointer);
		list = list_of(reading, value, pointer, "factors", 1, 60);
		for (size_t j = 0; json_kind(list) == JSON_ARRAY && j < json_count(list) && out->factor_count < INSTRUMENT_FACTORS; j++) {
			struct text place = at(reading, below(reading, pointer, "factors"), j);
			struct factor factor = read_factor(reading, json_at(list, j), place, domain->code);
			once(reading, &seen, factor.code, place);
			out->factors[out->factor_count++] = factor;
			domain->count++;
		}
	}
}

static void read_population(struct reading *reading, struct json_value root)
{
	static const char *const MEMBERS[] = { "sex", "age_from", "age_to", NULL }, *const SEXES[] = { "F", "M", "any", NULL };
	struct instrument *out = reading->out;
	struct text pointer = TEXT_OF("/population");
	struct json_value population = json_get(root, "population");
	if (json_is_absent(population)) {
		if (!out->about_place)
			fault(reading, text_empty(), TEXT_OF("population"), N_("{place}: “{what}” is missing here"),
				N_("Say whom it may be used for: ages from and to, sex"));
		return;
	}
	only_members(reading, population, pointer, MEMBERS);
	struct text sex = choice_of(reading, population, pointer, "sex", SEXES, "any");
	out->sex = text_equal_string(sex, "any") ? text_empty() : sex;
	if (json_is_absent(json_get(population, "age_from")))
		fault(reading, pointer, TEXT_OF("age_from"), N_("{place}: “{what}” is missing here"), N_("Write the youngest age it is made for: 18 for adults"));
	out->age_from = number_of(reading, population, pointer, "age_from", 10, 120, 18);
	out->age_to = number_of(reading, population, pointer, "age_to", 10, 120, 0);
	if (out->age_to && out->age_to < out->age_from)
		fault(reading, below(reading, pointer, "age_to"), TEXT_OF("age_to"), N_("{place}: “{what}” is below the youngest age"), N_("Correct one of the two"));
}

static void read_root(struct reading *reading, struct json_value root)
{
	static const char *const MEMBERS[] = { "$schema", "format", "code", "version", "question", "about", "owner", "licence", "certificate",
		"validity_months", "second_rating", "population", "languages", "title", "purpose", "limits", "labels", "levels", "outcomes", "domains", NULL };
	struct instrument *out = reading->out;
	struct text none = text_empty();
	only_members(reading, root, none, MEMBERS);
	if (!text_equal_string(json_get_text(root, "format"), FORMAT))
		fault(reading, TEXT_OF("/format"), text_from(FORMAT), N_("{place}: the format must be “{what}”"), N_("Write it as the first member"));
	read_languages(reading, root);
	out->code = code_of(reading, root, none);
	out->version = text_of(reading, root, none, "version", true);
	out->question = choice_of(reading, root, none, "question", QUESTIONS, NULL);
	out->about_place = text_equal_string(choice_of(reading, root, none, "about", ABOUT, NULL), "place");
	out->owner = text_of(reading, root, none, "owner", true);
	out->licence = text_of(reading, root, none, "licence", true);
	out->certificate = text_of(reading, root, none, "certificate", false);
	if (json_is_absent(json_get(root, "validity_months")))
		fault(reading, none, TEXT_OF("validity_months"), N_("{place}: “{what}” is missing here"), N_("Say after how many months an assessment ends"));
	out->validity_months = number_of(reading, root, none, "validity_months", 1, 24, 6);
	out->second_rating = choice_of(reading, root, none, "second_rating", SECOND, "lot");
	read_population(reading, root);
	out->title = words_of(reading, root, none, "title", true);
	out->purpose = words_of(reading, root, none, "purpose", true);
	out->limits = words_of(reading, root, none, "limits", true);
	out->labels = read_labelled(reading, root, "labels", 2, &out->label_count);
	out->levels = read_labelled(reading, root, "levels", 2, &out->level_count);
	out->outcomes = read_labelled(reading, root, "outcomes", 1, &out->outcome_count);
	read_domains(reading, root);
}

bool instrument_read(struct arena *arena, struct text json, struct text file, struct instrument *out, struct error_list *errors)
{
	struct instrument instrument = { .age_from = 0 };
	struct reading reading = { arena, json, file, &instrument, errors };
	struct json_value root;
	struct error_list syntax;
	size_t before = errors->count;
	error_list_begin(&syntax, arena);
	if (!json_parse(arena, json, &root, &syntax)) {
		struct error first = syntax.items[0];
		struct text line = TEXT_OF("1"), column = TEXT_OF("1");
		for (int i = 0; i < ERROR_PARAMETERS && first.parameters[i].name; i++) {
			line = text_equal_string(text_from(first.parameters[i].name), "line") ? first.parameters[i].value : line;
			column = text_equal_string(text_from(first.parameters[i].name), "column") ? first.parameters[i].value : column;
		}
		error_add(errors, &(struct error){ .code = E_PATTERN, .path = TEXT_OF("/definition"), .message = N_("{place}: this is not valid JSON"),
			.advice = N_("Look for a missing comma, bracket or quotation mark at this place or just before it"),
			.parameters = { { "place", arena_format(arena, "%.*s:%.*s:%.*s", TEXT_FORMAT(file), TEXT_FORMAT(line), TEXT_FORMAT(column)), false } } });
		return false;
	}
	if (json_kind(root) == JSON_OBJECT)
		read_root(&reading, root);
	else
		fault(&reading, text_empty(), file, N_("{place}: an instrument is one object"), N_("Begin with an opening brace and end with a closing one"));
	if (errors->count > before)
		return false;
	*out = instrument;
	return true;
}

/* ---- looking up ---- */

const struct factor *instrument_factor(const struct instrument *instrument, struct text code)
{
	for (size_t i = 0; i < instrument->factor_count; i++)
		if (text_equal(instrument->factors[i].code, code))
			return &instrument->factors[i];
	return NULL;
}

const struct labelled *labelled_find(const struct labelled *labels, size_t count, struct text code)
{
	int rank = labelled_rank(labels, count, code);
	return rank < 0 ? NULL : &labels[rank];
}

int labelled_rank(const struct labelled *labels, size_t count, struct text code)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(labels[i].code, code))
			return (int)i;
	return -1;
}

bool instrument_takes(const struct instrument *instrument, struct text rating)
{
	return text_equal_string(rating, INSTRUMENT_UNKNOWN) || text_equal_string(rating, INSTRUMENT_NOT_APPLICABLE) ||
		labelled_rank(instrument->labels, instrument->label_count, rating) >= 0;
}
