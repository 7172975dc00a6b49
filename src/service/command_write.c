/* command_write.c - what was decided becomes entries of the journal and rows of the tables, in the same savepoint. */
#include "service/internal.h"

#include "base/random.h"
#include "journal/row_json.h"
#include "service/names.h"
#include "store/write.h"

static struct text warnings_json(struct execution *execution)
{
	struct json_writer json;
	if (execution->warning_count == 0)
		return text_empty();
	json_start(&json, execution->arena);
	json_object_begin(&json);
	for (size_t i = 0; i < execution->warning_count; i++) {
		json_name_text(&json, execution->warnings[i].name);
		json_string(&json, execution->warnings[i].value);
	}
	json_object_end(&json);
	return json_finish(&json);
}

/* Whose log takes the entries about a subject: where it is after the act; for one who has just left, where it was. */
static struct text subject_facility(struct execution *execution, struct text subject)
{
	const struct registry *registry = execution->service->registry;
	struct text facility = execution_subject_facility(execution, subject);
	if (!text_is_empty(facility) || !registry->subject || registry->subject_facility < 0)
		return facility;
	const struct row *before = execution_load(execution, registry->subject, subject);
	return before ? row_text(before, registry->subject_facility) : text_empty();
}

static struct text facility_code(struct execution *execution, const struct row *row)
{
	const struct registry *registry = execution->service->registry;
	struct text facility = row_facility(row);
	struct text subject = row_subject(row);
	if (text_is_empty(facility) && !text_is_empty(subject))
		facility = subject_facility(execution, subject);
	if (text_is_empty(facility) || !registry->facility)
		return TEXT_OF("hub");
	for (size_t i = 0; i < execution->decision.effect_count; i++) {
		const struct row *made = execution->decision.effects[i].row;
		if (made->record == registry->facility && text_equal(made->id, facility))
			return row_text(made, registry->facility_code);
	}
	return service_facility_code(execution->service, execution->connection, execution->arena, facility);
}

static bool append(struct execution *execution, struct row *row, struct text warnings,
	struct journal_receipt *out_receipt)
{
	struct journal_note note = {.log_kind = "j", .facility_code = facility_code(execution, row),
		.time = execution->context.now, .type = text_from(execution->act->name), .actor = execution->actor->id,
		.second = execution->second ? execution->second->id : text_empty(), .subject = row_subject(row),
		.compartment = row->record->compartment, .record = text_from(row->record->name), .record_id = row->id,
		.revision = row->version, .decision = execution->decision_id,
		.payload = row_payload(execution->arena, row, text_from(execution->act->name), execution->context.reason,
			warnings),
		.clock_unsynced = execution->service->clock_doubtful};
	return journal_append(execution->service->journal, execution->arena, &note, out_receipt, execution->errors);
}

static bool write_effect(struct execution *execution, const struct effect *effect, struct text warnings,
	struct journal_receipt *out_receipt)
{
	struct row *row = effect->row;
	if (!append(execution, row, warnings, out_receipt))
		return false;
	row->log = out_receipt->log;
	row->log_index = out_receipt->index;
	names_note(execution->service, row, effect->old);
	if (row->record == execution->service->registry->facility) {
		atomic_store(&execution->service->facility_written, true);
		facility_cache_forget(execution->service);
	}
	if (row->record == &RECORD_USER_ACCOUNT)
		execution->service->account_written = true;
	return effect->kind == EFFECT_INSERT
		? write_insert(execution->connection, execution->arena, row, execution->errors)
		: write_update(execution->connection, execution->arena, row, execution->errors);
}

static void add_breaches(struct execution *execution, struct outcome *outcome)
{
	if (execution->breach_count == 0)
		return;
	struct text *breaches = ARENA_ARRAY(execution->arena, struct text, outcome->breach_count + execution->breach_count);
	for (size_t i = 0; i < outcome->breach_count; i++)
		breaches[i] = outcome->breaches[i];
	for (size_t i = 0; i < execution->breach_count; i++)
		breaches[outcome->breach_count + i] = execution->breaches[i];
	outcome->breaches = breaches;
	outcome->breach_count += execution->breach_count;
}

/* The outcome speaks of the first execution written: for an approval that is the act approved. */
void execution_outcome(struct execution *execution, struct outcome *outcome)
{
	const struct row *result = execution->decision.result;
	add_breaches(execution, outcome);
	if (!text_is_empty(outcome->record))
		return;
	outcome->waiting = execution->waiting;
	if (!result)
		result = execution->target;
	if (!result)
		return;
	outcome->record = text_from(result->record->name);
	outcome->record_id = result->id;
	outcome->version = result->version;
}

bool execution_write(struct execution *execution, struct outcome *outcome)
{
	const struct decision *decision = &execution->decision;
	struct text warnings = warnings_json(execution);
	size_t count = outcome->receipt_count;
	struct journal_receipt *receipts = ARENA_ARRAY(execution->arena, struct journal_receipt,
		count + decision->effect_count + 1);
	for (size_t i = 0; i < count; i++)
		receipts[i] = outcome->receipts[i];
	for (size_t i = 0; i < decision->effect_count; i++)
		if (!write_effect(execution, &decision->effects[i], warnings, &receipts[count + i]))
			return false;
	atomic_fetch_add(&execution->service->entries, (int64_t)decision->effect_count);
	outcome->receipts = receipts;
	outcome->receipt_count = count + decision->effect_count;
	execution_outcome(execution, outcome);
	return true;
}
