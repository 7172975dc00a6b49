/* hit.c - a name resembles an entry: raised by the engine, decided by two persons. Neither touches the person. */
#include "areas/custody/records.h"
#include "areas/identity/acts.h"
#include "model/decide.h"

#define OPEN SENSITIVITY_OFFICIAL
#define DECIDERS (ROLE(SECURITY) | ROLE(INTELLIGENCE) | ROLE(GOVERNOR))

/* ---- raise ---- */
enum { RAISE_PERSON, RAISE_ENTRY, RAISE_ON_FILE, RAISE_ON_LIST, RAISE_QUALITY, RAISE_AGREEMENT, RAISE_ONE_IN, RAISE_PERSON_SEEN, RAISE_ENTRY_SEEN,
	RAISE_SEEN, RAISE_INPUTS };
static const struct field RAISE_INPUT[RAISE_INPUTS] = {
	[RAISE_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RAISE_ENTRY] = { "list_entry", N_("Entry of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "list_entry" },
	[RAISE_ON_FILE] = { "name_on_file", N_("Name in the file"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .limits = { 1, 400, 0 } },
	[RAISE_ON_LIST] = { "name_on_list", N_("Name on the list"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED, .limits = { 1, 400, 0 } },
	[RAISE_QUALITY] = { "name_quality", N_("Kind of the name on the list"), NULL, FIELD_CHOICE, OPEN, 0, .choices = NAME_QUALITY_CHOICES },
	[RAISE_AGREEMENT] = { "agreement", N_("How alike the spellings are, of 100"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 100, 0 } },
	[RAISE_ONE_IN] = { "one_in", N_("One in so many unrelated people would look so much like some entry"), NULL, FIELD_INTEGER, OPEN, FIELD_REQUIRED,
		.limits = { 1, 1000000000, 0 } },
	[RAISE_PERSON_SEEN] = { "person_seen", N_("The file as it was compared"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RAISE_ENTRY_SEEN] = { "entry_seen", N_("The entry as it was compared"), NULL, FIELD_PROSE, OPEN, FIELD_REQUIRED },
	[RAISE_SEEN] = { "seen_hash", N_("Fingerprint of both as compared"), NULL, FIELD_HASH, OPEN, FIELD_REQUIRED } };
static const struct record RAISE_RECORD = ACT_INPUTS("list_hit.raise", RAISE_INPUT);

/* What was decided holds until either side changes; what is open is open already. */
static bool is_answered(const struct act_context *context, struct text person, struct text entry)
{
	const struct condition conditions[] = { CONDITION_TEXT(LIST_HIT_PERSON, person), CONDITION_TEXT(LIST_HIT_ENTRY, entry) };
	struct rows hits = act_find(context, &RECORD_LIST_HIT, conditions, 2);
	for (size_t i = 0; i < hits.count; i++) {
		const struct row *hit = hits.items[i];
		if (row_is(hit, LIST_HIT_STATE, "open"))
			return true;
		if (row_is(hit, LIST_HIT_STATE, "decided") && text_equal(row_text(hit, LIST_HIT_SEEN), row_text(context->input, RAISE_SEEN)))
			return true;
	}
	return false;
}

static bool raise_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, RAISE_PERSON, &RECORD_PERSON, errors);
	const struct row *entry = act_load_input(context, RAISE_ENTRY, &RECORD_LIST_ENTRY, errors);
	if (!person || !entry)
		return false;
	if (!row_is(entry, LIST_ENTRY_STATE, "listed"))
		return decide_refuse(errors, "/list_entry", N_("This entry is off the list already"));
	if (is_answered(context, person->id, entry->id))
		return decide_refuse(errors, "/person", N_("This resemblance is open or decided already, and neither side has changed"));
	const struct condition current[] = { CONDITION_TEXT(LIST_VERSION_LIST, row_text(entry, LIST_ENTRY_LIST)),
		CONDITION_TEXT(LIST_VERSION_STATE, TEXT_OF("in_force")) };
	const struct row *version = act_find_first(context, &RECORD_LIST_VERSION, current, 2, LIST_VERSION_PUBLISHED_ON, true);
	const struct row *list = act_load(context, &RECORD_NAME_LIST, row_text(entry, LIST_ENTRY_LIST));
	if (!version || !list)
		return decide_refuse(errors, "/list_entry", N_("No version of this list is in force"));
	struct row *hit = decision_insert(decision, &RECORD_LIST_HIT);
	static const int PAIRS[] = { RAISE_PERSON, LIST_HIT_PERSON, RAISE_ENTRY, LIST_HIT_ENTRY, RAISE_ON_FILE, LIST_HIT_NAME_ON_FILE, RAISE_ON_LIST,
		LIST_HIT_NAME_ON_LIST, RAISE_QUALITY, LIST_HIT_QUALITY, RAISE_AGREEMENT, LIST_HIT_AGREEMENT, RAISE_ONE_IN, LIST_HIT_ONE_IN, RAISE_PERSON_SEEN,
		LIST_HIT_PERSON_SEEN, RAISE_ENTRY_SEEN, LIST_HIT_ENTRY_SEEN, RAISE_SEEN, LIST_HIT_SEEN, -1 };
	decide_copy(hit, context->input, PAIRS);
	row_set_text(hit, LIST_HIT_VERSION, version->id);
	row_set(hit, LIST_HIT_REFERENCE, row_value(entry, LIST_ENTRY_REFERENCE));
	row_set(hit, LIST_HIT_LIST_NAME, row_value(list, NAME_LIST_NAME));
	row_set(hit, LIST_HIT_PUBLISHED_ON, row_value(version, LIST_VERSION_PUBLISHED_ON));
	row_set_string(hit, LIST_HIT_STATE, "open");
	decide_start(context, decision, "list-hit", hit, person->id, row_text(person, PERSON_CURRENT_FACILITY), context->now, 0);
	decision->result = hit;
	return true;
}

const struct act ACT_LIST_HIT_RAISE = { .name = "list_hit.raise", .label = N_("A name resembles an entry of a list"), .done = N_("Somebody has to decide whether this is the person"),
	.input_record = &RAISE_RECORD, .record = &RECORD_PERSON, .target_input = RAISE_PERSON, .actors = ROLES_ALL, .flags = ACT_SYSTEM, .decide = raise_decide };

/* ---- decide ---- */
enum { DECIDE_HIT, DECIDE_DECISION, DECIDE_GROUNDS, DECIDE_INPUTS };
static const struct field DECIDE_INPUT[DECIDE_INPUTS] = {
	[DECIDE_HIT] = { "list_hit", N_("Resemblance to an entry of a list"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "list_hit" },
	[DECIDE_DECISION] = { "decision", N_("Is this the person on the list?"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = HIT_DECISION_CHOICES },
	[DECIDE_GROUNDS] = { "grounds", N_("What the decision rests on"), N_("Document, fingerprint number, mother's name, photograph: what was compared and what was found. A name alone is no ground"),
		FIELD_PROSE, OPEN, FIELD_REQUIRED, .limits = { 20, 4000, 0 } } };
static const struct record DECIDE_RECORD = ACT_INPUTS("list_hit.decide", DECIDE_INPUT);

static bool decide_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, DECIDE_HIT, &RECORD_LIST_HIT, errors);
	if (!old)
		return false;
	if (row_is(old, LIST_HIT_STATE, "withdrawn"))
		return decide_refuse(errors, "/list_hit", N_("The entry has left the list: there is nothing to decide any more"));
	struct row *hit = decision_change(decision, old);
	static const int PAIRS[] = { DECIDE_DECISION, LIST_HIT_DECISION, DECIDE_GROUNDS, LIST_HIT_GROUNDS, -1 };
	decide_copy(hit, context->input, PAIRS);
	row_set_string(hit, LIST_HIT_STATE, "decided");
	row_set_integer(hit, LIST_HIT_DECIDED_AT, context->now);
	decide_stop(context, decision, "list-hit", old->id);
	decision->result = hit;
	return true;
}

const struct act ACT_LIST_HIT_DECIDE = { .name = "list_hit.decide", .label = N_("Decide on a resemblance"), .help = N_("Same, another, or cannot be told. It changes nothing else in the file"),
	.done = N_("The decision is recorded"), .input_record = &DECIDE_RECORD, .record = &RECORD_LIST_HIT, .target_input = DECIDE_HIT, .actors = DECIDERS,
	.seconds = DECIDERS | ROLE(HEADQUARTERS), .flags = ACT_SECOND_PERSON, .decide = decide_decide };
