/* act.c - runs an act from a form: reads the inputs, tries, asks, runs, and says what came of it. */
#include "base/random.h"
#include "format/form.h"
#include "ui/internal.h"

static const char *const own_names[] = {"_reason", "_version", "_key", "_next", "_boxes"};

/* ---- reading ---- */

static bool form_has_name(const struct page *page, const char *name)
{
	for (size_t i = 0; i < page->form_count; i++) {
		if (text_equal_string(page->form[i].name, name))
			return true;
	}
	return false;
}

static void add_fault(struct page *page, struct act_form *form, const struct field *field, const char *message)
{
	error_add(&form->errors, &(struct error){.code = E_REFERENCE, .message = message,
		.path = arena_format(page->arena, "/%s", field->name),
		.parameters = {{.name = "field", .value = text_from(field->label), .translate = true}}});
}

/* What was typed as a reference becomes an identifier; what means nothing, or more than one row, is a fault. */
static struct text read_reference(struct page *page, struct act_form *form, const struct field *field, struct text typed)
{
	struct text id;
	if (typed.length == 0 || text_equal_string(typed, "?") || identifier_is_valid(typed))
		return typed;
	if (page_reference(page, registry_reference(page->registry, field), typed, &id))
		return id;
	add_fault(page, form, field, N_("{field}: write the number, or more of the name, so that only one is meant"));
	return text_empty();
}

/* Whose file an uploaded document belongs to. */
static void file_scope(struct page *page, struct act_form *form, struct text *out_subject, struct text *out_facility)
{
	const struct record *inputs = form->inputs;
	*out_subject = form->target != NULL ? row_subject(form->target) : text_empty();
	*out_facility = form->target != NULL ? row_facility(form->target) : page->actor->facility;
	for (int i = 0; out_subject->length == 0 && i < inputs->field_count; i++) {
		if (inputs->fields[i].type == FIELD_REFERENCE && page->registry->subject != NULL &&
				registry_reference(page->registry, &inputs->fields[i]) == page->registry->subject &&
				identifier_is_valid(page_form(page, inputs->fields[i].name)))
			*out_subject = page_form(page, inputs->fields[i].name);
	}
}

static struct text read_document(struct page *page, struct act_form *form, const struct field *field)
{
	struct text name = arena_format(page->arena, "%s-file", field->name);
	const struct page_file *file = page_form_file(page, name.data);
	if (file == NULL || text_equal_string(page_form(page, "_step"), "edit"))
		return page_form(page, field->name);
	struct attachment_upload upload = {.content = file->content, .file_name = file->file_name,
		.kind = text_from(field->name), .about_record = text_empty(), .about_id = text_empty()};
	file_scope(page, form, &upload.subject, &upload.facility);
	struct outcome outcome = {0};
	if (!attachment_add(page->service, page->arena, page->actor, &upload, &outcome, &form->errors))
		return text_empty();
	/* Kept in the form, so that the next step does not ask for it again. */
	for (size_t i = 0; i < page->form_count; i++) {
		if (text_equal_string(page->form[i].name, field->name))
			page->form[i].value = outcome.record_id;
	}
	if (!form_has_name(page, field->name)) {
		struct pair *form_pairs = ARENA_ARRAY(page->arena, struct pair, page->form_count + 1);
		for (size_t i = 0; i < page->form_count; i++)
			form_pairs[i] = page->form[i];
		form_pairs[page->form_count++] = (struct pair){text_from(field->name), outcome.record_id};
		page->form = form_pairs;
	}
	return outcome.record_id;
}

static void read_inputs(struct page *page, struct act_form *form)
{
	const struct record *inputs = form->inputs;
	struct pair *pairs = ARENA_ARRAY(page->arena, struct pair, (size_t)inputs->field_count + 1);
	size_t count = 0;
	for (int i = 0; i < inputs->field_count; i++) {
		const struct field *field = &inputs->fields[i];
		struct text value = text_trim(page_form(page, field->name));
		if (field->flags & FIELD_DERIVED)
			continue;
		if (field->type == FIELD_DOCUMENT)
			value = read_document(page, form, field);
		else if (field->type == FIELD_REFERENCE)
			value = read_reference(page, form, field, value);
		/* Boxes of which none is ticked are not sent at all; what the form did not ask stays unsaid. */
		bool boxes = field->type == FIELD_CODES && field->choices != NULL &&
			text_equal_string(page_form(page, "_boxes"), "1");
		if (value.length > 0 || boxes || form_has_name(page, field->name))
			pairs[count++] = (struct pair){text_from(field->name), value};
	}
	form->command.inputs = pairs;
	form->command.input_count = count;
}

static void read_warnings(struct page *page, struct act_form *form)
{
	struct text prefix = TEXT_OF("warning:");
	struct pair *reasons = ARENA_ARRAY(page->arena, struct pair, page->form_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < page->form_count; i++) {
		struct pair pair = page->form[i];
		if (text_starts_with(pair.name, prefix) && text_trim(pair.value).length > 0)
			reasons[count++] = (struct pair){text_slice(pair.name, prefix.length, pair.name.length),
				text_trim(pair.value)};
	}
	form->command.warning_reasons = reasons;
	form->command.warning_count = count;
}

static void read_command(struct page *page, struct act_form *form)
{
	int64_t version;
	struct text key = page_form(page, "_key");
	form->command.act = text_from(form->act->name);
	form->command.reason = text_trim(page_form(page, "_reason"));
	form->command.record_fact = page_form(page, "record_fact").length > 0;
	if (text_to_integer(page_form(page, "_version"), &version))
		form->command.expected_version = version;
	if (identifier_is_valid(key))
		form->command.idempotency_key = arena_format(page->arena, "page-%.*s-%.*s", TEXT_FORMAT(page->actor->id),
			TEXT_FORMAT(key));
	form->command.source_key = text_empty();
	read_inputs(page, form);
	read_warnings(page, form);
}

void act_hidden_inputs(struct page *page)
{
	for (size_t i = 0; i < page->form_count; i++) {
		struct text name = page->form[i].name;
		bool part = text_find_byte(name, '-') != SIZE_MAX && !text_starts_with(name, TEXT_OF("warning:"));
		bool own = name.length > 0 && name.data[0] == '_';
		bool kept = !own && !part && !text_equal_string(name, "csrf") && !text_equal_string(name, "record_fact");
		for (size_t j = 0; own && j < sizeof(own_names) / sizeof(own_names[0]); j++)
			kept = kept || text_equal_string(name, own_names[j]);
		if (kept)
			widget_hidden(page, arena_string(page->arena, name), page->form[i].value);
	}
}

/* ---- answering ---- */

static bool only_warnings(const struct error_list *errors)
{
	for (size_t i = 0; i < errors->count; i++) {
		if (errors->items[i].code != E_RULE_WARNING)
			return false;
	}
	return errors->count > 0;
}

static void show_faults(struct page *page, struct act_form *form)
{
	if (error_list_has(&form->errors, E_RULE)) {
		act_show_refusal(page, form);
	} else if (only_warnings(&form->errors)) {
		act_show_warnings(page, form);
	} else if (error_list_has(&form->errors, E_NOT_FOUND) || error_list_has(&form->errors, E_ACCESS) ||
			error_http_status(&form->errors) >= 500) {
		page_fail(page, &form->errors);
	} else {
		page_errors(page, &form->errors);
		act_show_form(page, form);
	}
}

static struct text with_id(struct page *page, struct text path, struct text id)
{
	size_t at = text_find(path, TEXT_OF("{id}"));
	if (at == SIZE_MAX)
		return path;
	return arena_format(page->arena, "%.*s%.*s%.*s", TEXT_FORMAT(text_slice(path, 0, at)), TEXT_FORMAT(id),
		TEXT_FORMAT(text_slice(path, at + 4, path.length)));
}

struct text page_done(struct page *page, struct text path, struct text act, const struct outcome *outcome)
{
	struct builder out;
	builder_begin(&out, page->arena, 256);
	path = with_id(page, path, outcome->record_id);
	size_t hash = text_find_byte(path, '#');
	builder_add(&out, text_slice(path, 0, hash == SIZE_MAX ? path.length : hash));
	builder_add_byte(&out, text_find_byte(path, '?') == SIZE_MAX ? '?' : '&');
	builder_add_format(&out, "done=%.*s&of=%.*s.%.*s", TEXT_FORMAT(act), TEXT_FORMAT(outcome->record),
		TEXT_FORMAT(outcome->record_id));
	if (outcome->receipt_count > 0) {
		builder_add_format(&out, "&entry=%lld&log=", (long long)outcome->receipts[0].index);
		form_encode(&out, outcome->receipts[0].log);
	}
	return builder_text(&out);
}

static void answer_done(struct page *page, struct act_form *form)
{
	struct text act = form->command.act, next = page_form(page, "_next");
	const struct record *record = registry_record(page->registry, form->outcome.record);
	if (form->outcome.waiting) {
		act = TEXT_OF("proposal.make");
		next = TEXT_OF("/proposals/{id}");
	} else if (next.length == 0) {
		next = form->next;
	}
	if (next.length == 0)
		next = record != NULL ? page_path(page, record, form->outcome.record_id) : TEXT_OF("/");
	page_redirect(page, page_done(page, page_safe_path(page, with_id(page, next, form->outcome.record_id)), act,
		&form->outcome));
}

static void post(struct page *page, struct act_form *form)
{
	struct text step = page_form(page, "_step");
	if (text_equal_string(step, "edit") || page_form(page, "_back").length > 0) {
		act_show_form(page, form);
		return;
	}
	read_command(page, form);
	if (form->errors.count > 0) {
		show_faults(page, form);
		return;
	}
	bool check = (form->act->flags & ACT_IRREVERSIBLE) && !text_equal_string(step, "confirm");
	if (check && command_try(page->service, page->arena, page->actor, &form->command, &form->outcome, &form->errors))
		act_show_check(page, form);
	else if (!check && command_run(page->service, page->arena, page->actor, &form->command, &form->outcome, &form->errors))
		answer_done(page, form);
	else
		show_faults(page, form);
}

static void find_target(struct page *page, struct act_form *form)
{
	int input = form->act->target_input;
	struct error_list ignored; /* the act itself says when the target is not there */
	if (input == FIELD_NONE)
		return;
	struct text id = page_form(page, form->act->input_record->fields[input].name);
	if (id.length == 0 && form->defaults != NULL)
		id = row_text(form->defaults, input);
	error_list_begin(&ignored, page->arena);
	if (!identifier_is_valid(id) || !query_load(page->query, form->act->record, id, &form->target, &ignored))
		form->target = NULL;
}

void page_act(struct page *page, struct text act, const struct row *defaults, struct text next)
{
	struct act_form *form = ARENA_NEW(page->arena, struct act_form);
	form->act = registry_act(page->registry, act);
	form->defaults = defaults;
	form->next = next;
	error_list_begin(&form->errors, page->arena);
	if (form->act == NULL) {
		page_not_found(page);
		return;
	}
	if (!page_may_act(page, form->act)) {
		page_answer_status(page, 403, N_("You may not do this"), access_reason_label(ACCESS_FUNCTION));
		return;
	}
	form->inputs = user_inputs(page, form->act);
	find_target(page, form);
	if (page->request->method == HTTP_POST)
		post(page, form);
	else
		act_show_form(page, form);
}

/* ---- any act by its name: inputs may be given in the query ---- */

/* Forms that change what is there begin with what is there. */
static void fill_from_target(struct page *page, const struct act *act, struct row *defaults)
{
	struct text name = text_from(act->name);
	const struct row *target = NULL;
	struct error_list ignored;
	error_list_begin(&ignored, page->arena);
	if (act->target_input == FIELD_NONE || !identifier_is_valid(row_text(defaults, act->target_input)) ||
			!(text_ends_with(name, TEXT_OF(".correct")) || text_ends_with(name, TEXT_OF(".change"))) ||
			!query_load(page->query, act->record, row_text(defaults, act->target_input), &target, &ignored))
		return;
	for (int i = 0; i < act->input_record->field_count; i++) {
		int field = record_field(act->record, text_from(act->input_record->fields[i].name));
		if (i != act->target_input && field != FIELD_NONE)
			row_set(defaults, i, row_value(target, field));
	}
}

static const struct row *defaults_of(struct page *page, const struct act *act)
{
	struct row *defaults = row_new(page->arena, act->input_record);
	struct error_list ignored; /* a bad value in an address is no value */
	error_list_begin(&ignored, page->arena);
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < act->input_record->field_count; i++) {
			const struct field *field = &act->input_record->fields[i];
			struct text given = page_query(page, field->name);
			struct value value;
			if (given.length > 0 && field_parse(field, page->arena, given, &value, &ignored))
				row_set(defaults, i, value);
		}
		if (pass == 0)
			fill_from_target(page, act, defaults);
	}
	return defaults;
}

void page_act_any(struct page *page)
{
	const struct act *act = registry_act(page->registry, page->parameters.values[0]);
	const struct row *defaults = act != NULL && page->request->method != HTTP_POST ? defaults_of(page, act) : NULL;
	page_act(page, page->parameters.values[0], defaults, text_empty());
}
