/* match.c - who may be meant: POST /api/v1/match asks an index of names. */
#include "api/internal.h"

#include "base/date.h"
#include "service/names_find.h"

enum { LIMIT_DEFAULT = 10, LIMIT_MOST = 50, TEXTS_MOST = 16 };

static const struct names_source *source_named(const struct call *call, struct text name)
{
	const struct names_source *const *source = call->api->registry->names;
	for (; source && *source; source++)
		if (text_is_empty(name) || text_equal_string(name, (*source)->name))
			return *source;
	return NULL;
}

static const struct text *read_texts(struct call *call, struct json_value value, size_t *out_count)
{
	struct text *texts = ARENA_ARRAY(call->arena, struct text, TEXTS_MOST);
	*out_count = 0;
	for (size_t i = 0; i < json_count(value) && *out_count < TEXTS_MOST; i++)
		if (json_kind(json_at(value, i)) == JSON_STRING)
			texts[(*out_count)++] = json_text(json_at(value, i));
	return texts;
}

static void check_members(struct call *call, struct json_value root)
{
	static const char *const known[] = {"register", "name", "birth", "sex", "nationalities", "documents", "limit"};
	for (size_t i = 0; i < json_count(root); i++) {
		struct text name;
		struct json_value value;
		bool found = false;
		if (!json_member_at(root, i, &name, &value))
			continue;
		for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
			found = found || text_equal_string(name, known[k]);
		if (!found)
			error_say(&call->errors, E_UNKNOWN_FIELD, arena_format(call->arena, "/%.*s", TEXT_FORMAT(name)).data,
				N_("The body has register, name, birth, sex, nationalities, documents and limit, nothing else"));
	}
}

static bool read_wanted(struct call *call, struct json_value root, struct match_entry *wanted)
{
	struct match_said *said = ARENA_NEW(call->arena, struct match_said);
	struct match_birth *birth = ARENA_NEW(call->arena, struct match_birth);
	struct text name = text_trim(json_get_text(root, "name")), born = json_get_text(root, "birth"), sex = json_get_text(root, "sex");
	*said = (struct match_said){MATCH_NAME_PRIMARY, name};
	*wanted = (struct match_entry){.names = said, .name_count = !text_is_empty(name), .births = birth};
	wanted->nationalities = read_texts(call, json_get(root, "nationalities"), &wanted->nationality_count);
	wanted->documents = read_texts(call, json_get(root, "documents"), &wanted->document_count);
	wanted->sex = text_equal_string(sex, "M") ? MATCH_SEX_MALE : text_equal_string(sex, "F") ? MATCH_SEX_FEMALE : MATCH_SEX_UNKNOWN;
	if (born.length > 0 && !date_parse_partial(born, &birth->from))
		error_say(&call->errors, E_TYPE, "/birth", N_("Write a date of birth as 1974-05-09, 1974-05 or 1974"));
	birth->to = birth->from;
	wanted->birth_count = birth->from.year != 0;
	if (wanted->name_count + wanted->birth_count + wanted->document_count == 0)
		error_say(&call->errors, E_REQUIRED, "/name", N_("Give a name, a date of birth or a document"));
	return call->errors.count == 0;
}

static void write_hints(struct json_writer *json, unsigned hints)
{
	static const struct { unsigned bit; const char *word; } words[] = {{MATCH_HINT_FAMILY, "family"}, {MATCH_HINT_TWINS, "twins"},
		{MATCH_HINT_SEX, "sex"}, {MATCH_HINT_WEAK, "weak"}, {MATCH_HINT_CONTRADICTION, "contradiction"}};
	json_name(json, "hints");
	json_array_begin(json);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hints & words[i].bit)
			json_string(json, text_from(words[i].word));
	json_array_end(json);
}

static void write_reason(struct call *call, struct json_writer *json, const struct match_line *line, struct text left, struct text right)
{
	const struct parameter parameters[] = {
		{"left", text_slice(left, line->left_offset, (size_t)line->left_offset + line->left_bytes)},
		{"right", text_slice(right, line->right_offset, (size_t)line->right_offset + line->right_bytes)},
		{"one_in", arena_format(call->arena, "%u", match_line_one_in(line))},
		{"similarity", arena_format(call->arena, "%u", line->similarity)}};
	json_object_begin(json);
	json_member(json, "text", message_with(call->language, call->arena, match_reason_message((enum match_reason)line->reason), parameters, 4));
	json_member_integer(json, "weight", line->weight);
	json_object_end(json);
}

static void write_candidate(struct call *call, struct json_writer *json, const struct names_source *source,
	const struct names_candidate *candidate)
{
	static const char *const bands[] = {"now", "possible", "hidden"};
	json_object_begin(json);
	json_member_string(json, "record", source->entry->name);
	json_member(json, "id", candidate->id);
	if (candidate->row == NULL) {
		/* That it exists and where to ask, nothing else. */
		json_member_boolean(json, "withheld", true);
		if (candidate->facility.length > 0)
			json_member(json, "ask", candidate->facility);
		json_object_end(json);
		return;
	}
	json_member(json, "title", row_title(call->arena, candidate->row));
	json_member(json, "name", candidate->right);
	json_member_integer(json, "agreement", candidate->comparison.agreement);
	json_member_integer(json, "evidence", candidate->comparison.bits);
	json_member_integer(json, "by_chance", candidate->by_chance);
	json_member_string(json, "band", bands[candidate->band]);
	write_hints(json, candidate->comparison.hints);
	json_name(json, "reasons");
	json_array_begin(json);
	for (int i = 0; i < candidate->comparison.count; i++)
		write_reason(call, json, &candidate->comparison.lines[i], candidate->left, candidate->right);
	json_array_end(json);
	json_object_end(json);
}

static void answer_candidates(struct call *call, const struct names_source *source, const struct names_candidates *found)
{
	struct json_writer json;
	json_start(&json, call->arena);
	json_object_begin(&json);
	json_member_string(&json, "register", source->name);
	json_member_boolean(&json, "ready", found->ready);
	json_member_integer(&json, "population", (int64_t)found->population);
	json_name(&json, "candidates");
	json_array_begin(&json);
	for (size_t i = 0; i < found->count; i++)
		write_candidate(call, &json, source, &found->items[i]);
	json_array_end(&json);
	json_object_end(&json);
	call_answer(call, 200, json_finish(&json));
}

void call_match(struct call *call)
{
	struct json_value root;
	struct match_entry wanted;
	struct names_candidates found;
	if (!json_parse(call->arena, call->request->body, &root, &call->errors)) {
		call_problem(call);
		return;
	}
	check_members(call, root);
	const struct names_source *source = source_named(call, json_get_text(root, "register"));
	int64_t limit = json_to_integer(json_get(root, "limit"), LIMIT_DEFAULT);
	if (source == NULL)
		error_say(&call->errors, E_NOT_FOUND, "/register", N_("There is no such register of names"));
	if (source != NULL && access_read(&call->actor, &(struct access_object){.record = source->entry}) != ACCESS_ALLOWED)
		error_say(&call->errors, E_ACCESS, "/register", N_("Your role does not read this register"));
	if (limit < 1 || limit > LIMIT_MOST)
		error_say(&call->errors, E_LIMIT, "/limit", N_("The limit is a number from 1 to 50"));
	if (!read_wanted(call, root, &wanted) ||
		!names_find(call->query, source, &wanted, (size_t)limit, &found, &call->errors)) {
		call_problem(call);
		return;
	}
	answer_candidates(call, source, &found);
}
