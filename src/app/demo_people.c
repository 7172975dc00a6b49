/* demo_people.c - people come in: waves of arrivals, each taken through the real acts from the gate to the cell. */
#include "app/demo.h"

#include <stdlib.h>

enum { PAST_DAYS = 900, REMAND_DAYS = 80, TODAY_PERCENT = 2, EXTREMISM_PERCENT = 9 };

struct wave { int64_t at; struct demo_facility *facility; int64_t count, first_number; bool today; };

/* ---- who they are ---- */

static void person_make(struct demo *demo, struct demo_person *person, const struct wave *wave, int64_t index)
{
	*person = (struct demo_person){ .facility = wave->facility, .unfinished = wave->today };
	person->untried = wave->facility->kind == DEMO_REMAND;
	person->sex = wave->facility->kind == DEMO_WOMEN || (person->untried && demo_chance(8)) ? 'F' : 'M';
	person->number = arena_format(demo->wave_arena, "%06lld", (long long)(wave->first_number + index));
	person->birth = date_add_days(moment_date(demo->end), -(int32_t)(22 * 366 + demo_one_of(48 * 365)));
	demo_name(demo, person);
	person->extremism = demo_chance(EXTREMISM_PERCENT);
	if (!person->untried)
		demo_terms(demo, person, wave->first_number + index);
}

/* ---- the steps, in the order of the reception ---- */

static bool fill_register(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool year_only = demo_chance(4);
	struct text birth = date_text(demo->wave_arena, person->birth);
	demo_input(command, "number", person->number);
	demo_input(command, "surname", person->surname);
	demo_input(command, "given", person->given);
	demo_input(command, "patronymic", person->patronymic);
	demo_input(command, "script", person->script);
	demo_input(command, "name_language", person->language);
	demo_input(command, "sex", person->sex == 'F' ? TEXT_OF("F") : TEXT_OF("M"));
	demo_input(command, "birth_date", year_only ? text_slice(birth, 0, 4) : birth);
	demo_input(command, "birth_certainty", year_only ? TEXT_OF("stated") : TEXT_OF("document"));
	demo_input(command, "nationalities", person->nationality);
	demo_input(command, "stateless", TEXT_OF("no"));
	demo_input(command, "languages", text_equal_string(person->language, "ru") ? TEXT_OF("ru") :
		arena_format(demo->wave_arena, "%.*s ru", TEXT_FORMAT(person->language)));
	demo_input(command, "interpreter", text_equal_string(person->language, "ar") ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "literacy", demo_chance(4) ? TEXT_OF("some") : TEXT_OF("yes"));
	demo_input(command, "home_region", TEXT_OF("Example Region"));
	return true;
}

static void done_register(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->id = arena_copy(demo->wave_arena, outcome->record_id);
}

static bool fill_latin(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	if (person->id.length == 0 || text_equal_string(person->script, "Latn") || (!text_equal_string(person->script, "Arab") && !demo_chance(30)))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "name_kind", TEXT_OF("transliteration"));
	demo_input(command, "surname", person->latin_surname);
	demo_input(command, "given", person->latin_given);
	demo_input(command, "script", TEXT_OF("Latn"));
	demo_input(command, "source", TEXT_OF("Passport"));
	return true;
}

static bool fill_admit(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	struct arena *arena = demo->wave_arena;
	struct date arrival = moment_date(demo->now), today = moment_date(demo->end);
	struct date order = person->untried ? date_add_days(arrival, -1) : date_add_days(person->starts, 20);
	if (date_compare(order, arrival) > 0)
		order = arrival;
	if (person->id.length == 0)
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "facility", person->facility->id);
	demo_input(command, "arrived_at", moment_text(arena, demo->now));
	demo_input(command, "delivered_by", TEXT_OF("Escort service, unit 4"));
	demo_input(command, "order_kind", person->untried ? TEXT_OF("remand") : TEXT_OF("sentence"));
	demo_input(command, "order_number", arena_format(arena, "%zu-%zu/%d", 1 + demo_one_of(3), 1 + demo_one_of(900), order.year));
	demo_input(command, "order_authority", demo_chance(50) ? TEXT_OF("District Court of Example Region") : TEXT_OF("City Court of Stone Bridge"));
	demo_input(command, "order_date", date_text(arena, order));
	demo_input(command, "order_status", person->untried ? TEXT_OF("untried") : TEXT_OF("convicted"));
	demo_input(command, "valid_from", date_text(arena, order));
	if (person->untried) {
		demo_input(command, "valid_until", date_text(arena, date_add_days(today, 2 + (int32_t)demo_one_of(70))));
		demo_input(command, "next_hearing", date_text(arena, date_add_days(today, 1 + (int32_t)demo_one_of(25))));
	}
	demo_input(command, "arrested_on", date_text(arena, person->untried ? date_add_days(arrival, -2) : person->starts));
	demo_input(command, "arrested_place", TEXT_OF("Example Region"));
	demo_input(command, "arrested_by", TEXT_OF("Police of Example Region"));
	return true;
}

static void done_admit(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->admission = arena_copy(demo->wave_arena, outcome->record_id);
	demo->admitted++;
}

static bool of_admission(struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "admission", person->admission);
	return person->admission.length > 0;
}

static bool of_person(struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	return person->admission.length > 0;
}

static bool fill_identity(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "how", demo_chance(80) ? TEXT_OF("document") : TEXT_OF("fingerprint"));
	return of_admission(person, command);
}

static bool fill_authority(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "seen", TEXT_OF("yes"));
	return of_admission(person, command);
}

static bool fill_search(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "by_sex", person->sex == 'F' ? TEXT_OF("F") : TEXT_OF("M"));
	demo_input(command, "privacy", TEXT_OF("yes"));
	return of_admission(person, command);
}

static bool fill_condition(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool injured = demo_chance(3);
	(void)demo;
	demo_input(command, "injuries", injured ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "injuries_detail", injured ? TEXT_OF("Graze on the left forearm, some days old") : text_empty());
	demo_input(command, "ill_treatment", TEXT_OF("no"));
	return of_admission(person, command) && !person->unfinished;
}

static bool fill_contact(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const RELATIONS[] = { "mother", "father", "brother", "sister", "wife or husband", "uncle" };
	if (demo_chance(6))
		return false;
	demo_input(command, "kind", TEXT_OF("family"));
	demo_input(command, "relation", text_from(RELATIONS[demo_one_of(6)]));
	demo_input(command, "name", arena_format(demo->wave_arena, "%.*s, family", TEXT_FORMAT(person->surname)));
	demo_input(command, "language", person->language);
	demo_input(command, "wish_told", TEXT_OF("yes"));
	demo_input(command, "wish_told_illness", TEXT_OF("yes"));
	demo_input(command, "next_of_kin", TEXT_OF("yes"));
	return of_person(person, command) && !person->unfinished;
}

static bool fill_property(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *what, *class; } ITEMS[] = { { "Jacket, dark", "clothing" }, { "Mobile telephone", "telephone" },
		{ "Identity card", "document" }, { "Boots", "clothing" }, { "Wrist watch", "valuable" } };
	size_t item = demo_one_of(5);
	demo_input(command, "description", text_from(ITEMS[item].what));
	demo_input(command, "item_class", text_from(ITEMS[item].class));
	demo_input(command, "quantity", TEXT_OF("1"));
	demo_input(command, "container", arena_format(demo->wave_arena, "Bag %.*s", TEXT_FORMAT(person->number)));
	demo_input(command, "seal", arena_format(demo->wave_arena, "S%.*s", TEXT_FORMAT(person->number)));
	demo_input(command, "signed", TEXT_OF("signed"));
	return of_person(person, command) && !person->unfinished;
}

static bool fill_close(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "signed", TEXT_OF("signed"));
	return of_admission(person, command) && !person->unfinished;
}

static bool fill_needs(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const SAME[] = { "telephone_offered", "yes", "lawyer_asked", "yes", "medicine_needed", "no", "clothing_food_given", "yes", "own_clothes", "fit", NULL };
	(void)demo;
	demo_inputs(command, SAME);
	return of_admission(person, command) && !person->unfinished;
}

static bool fill_safety(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "sharing_risk", demo_chance(92) ? TEXT_OF("may_share") : TEXT_OF("with_conditions"));
	demo_input(command, "safety_note", TEXT_OF("Asked about fears and quarrels; names nobody"));
	return of_admission(person, command) && !person->unfinished;
}

static bool fill_children(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "has_children", demo_chance(90) ? TEXT_OF("no") : TEXT_OF("declined"));
	return of_admission(person, command) && !person->unfinished;
}

static bool notice(struct demo *demo, struct demo_person *person, struct demo_command *command, const char *whom, bool declined)
{
	demo_input(command, "occasion", TEXT_OF("admission"));
	demo_input(command, "told_whom", text_from(whom));
	demo_input(command, "result", declined ? TEXT_OF("declined") : TEXT_OF("told"));
	demo_input(command, "told_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "method", declined ? text_empty() : TEXT_OF("Telephone"));
	demo_input(command, "wish", declined ? TEXT_OF("no") : TEXT_OF("yes"));
	return of_person(person, command) && !person->unfinished;
}

static bool fill_family(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return notice(demo, person, command, "family", demo_chance(8));
}

/* Home nationals too are asked as long as the profile names no home State; they decline. */
static bool fill_consulate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return notice(demo, person, command, "consulate", text_equal_string(person->nationality, "KZ") || demo_chance(40));
}

static bool informed(struct demo *demo, struct demo_person *person, struct demo_command *command, const char *kind)
{
	bool interpreter = text_equal_string(person->language, "ar");
	demo_input(command, "kind", text_from(kind));
	demo_input(command, "language", person->language);
	demo_input(command, "form", interpreter ? TEXT_OF("interpreter") : TEXT_OF("oral"));
	demo_input(command, "explained_by", interpreter ? TEXT_OF("Interpreter of the court list") : TEXT_OF("Reception officer"));
	demo_input(command, "given_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "signed", TEXT_OF("signed"));
	return of_person(person, command) && !person->unfinished;
}

static bool fill_law(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return informed(demo, person, command, "law_and_rules");
}

static bool fill_rights(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return informed(demo, person, command, "rights");
}

static bool fill_obligations(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return informed(demo, person, command, "obligations");
}

static bool fill_other(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return informed(demo, person, command, "other");
}

static bool fill_charges(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return informed(demo, person, command, "charges") && person->untried;
}

static bool fill_health(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const NO[] = { "self_harm_watch", "withdrawal", "infectious_precaution", "diet", "mobility", "ill_treatment_signs" };
	demo_input(command, "examined_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "examiner", TEXT_OF("Nurse of the day"));
	demo_input(command, "observation", TEXT_OF("none"));
	for (size_t i = 0; i < sizeof NO / sizeof *NO; i++)
		demo_input(command, NO[i], TEXT_OF("no"));
	demo_input(command, "daily_medicine", demo_chance(12) ? TEXT_OF("yes") : TEXT_OF("no"));
	demo_input(command, "fit_for_work", demo_chance(90) ? TEXT_OF("fit") : TEXT_OF("light"));
	if (person->sex == 'F')
		demo_input(command, "pregnant", TEXT_OF("no"));
	return of_admission(person, command) && !person->unfinished;
}

/* The next cell with a free bed; beds were planned for more people than come. */
static struct text bed_take(struct demo_person *person)
{
	int side = person->sex == 'F';
	struct demo_facility *facility = person->facility;
	while (facility->cell_next[side] < facility->cell_count[side]) {
		struct demo_cell *cell = &facility->cells[side][facility->cell_next[side]];
		if (cell->taken < cell->capacity) {
			cell->taken++;
			return cell->id;
		}
		facility->cell_next[side]++;
	}
	return text_empty();
}

static bool fill_place(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	if (person->admission.length == 0 || person->unfinished)
		return false;
	person->place = bed_take(person);
	demo_input(command, "place", person->place);
	demo_input(command, "why", TEXT_OF("Free bed in the right unit"));
	return of_person(person, command) && person->place.length > 0;
}

static bool fill_complete(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	return of_admission(person, command) && !person->unfinished && person->place.length > 0;
}

/* The order was made by person.admit; its identifier is read back. */
static void order_find(struct demo *demo, struct demo_person *person)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = &RECORD_LEGAL_ORDER, .order_field = FIELD_ID, .limit = 1, .condition_count = 1 };
	struct rows rows;
	selection.conditions[0] = (struct condition)CONDITION_TEXT(LEGAL_ORDER_PERSON, person->id);
	if (reader && select_rows(reader, demo->wave_arena, &selection, &rows, &demo->cli->errors) && rows.count)
		person->order = rows.items[0]->id;
}

static bool fill_offence(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *article, *iccs, *what; } OFFENCES[] = { { "188 part 2", "0502", "Theft" }, { "192 part 2", "0401", "Robbery" },
		{ "297 part 1", "0601", "Drug offence" }, { "190 part 3", "0701", "Fraud" }, { "106 part 1", "0201", "Assault" }, { "345 part 2", "0207", "Road offence" },
		{ "412 part 1", "0906", "Preparing an act of terror" } };
	if (person->admission.length == 0 || person->unfinished)
		return false;
	order_find(demo, person);
	size_t offence = person->extremism ? 6 : demo_one_of(6);
	demo_input(command, "legal_order", person->order);
	demo_input(command, "article", text_from(OFFENCES[offence].article));
	demo_input(command, "law", TEXT_OF("Criminal Code of the example country"));
	demo_input(command, "iccs", text_from(OFFENCES[offence].iccs));
	demo_input(command, "description", text_from(OFFENCES[offence].what));
	return person->order.length > 0;
}

static bool fill_sentence(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (person->untried || person->order.length == 0)
		return false;
	demo_input(command, "legal_order", person->order);
	if (person->life)
		demo_input(command, "life", TEXT_OF("yes"));
	else
		demo_input(command, "length", duration_text(demo->wave_arena, person->length));
	demo_input(command, "starts_on", date_text(demo->wave_arena, person->starts));
	demo_input(command, "relation", TEXT_OF("single"));
	return true;
}

static void done_sentence(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	if (outcome->waiting)
		person->proposal = arena_copy(demo->wave_arena, outcome->record_id);
}

static bool fill_approve(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "proposal", person->proposal);
	return person->proposal.length > 0;
}

static bool fill_resettlement(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (person->untried || person->unfinished || !demo_chance(97))
		return false;
	demo_input(command, "kind", TEXT_OF("resettlement"));
	demo_input(command, "note", TEXT_OF("Wants to go back to the family and to the trade learnt; school certificate is missing"));
	demo_input(command, "happened_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "fact_or_opinion", TEXT_OF("report"));
	return of_person(person, command);
}

/* ---- waves ---- */

static void wave_steps(struct demo *demo, struct demo_person *people, size_t count)
{
	static const struct demo_step steps[] = { { "person.register", "reception", 1, fill_register, done_register }, { "name.add", "reception", 1, fill_latin, NULL },
		{ "person.admit", "reception", 2, fill_admit, done_admit }, { "admission.check_identity", "reception", 2, fill_identity, NULL },
		{ "admission.check_authority", "reception", 2, fill_authority, NULL }, { "admission.search", "reception", 5, fill_search, NULL },
		{ "admission.condition", "reception", 2, fill_condition, NULL }, { "property_item.store", "reception", 3, fill_property, NULL },
		{ "admission.close_property", "reception", 2, fill_close, NULL }, { "contact.add", "reception", 1, fill_contact, NULL },
		{ "admission.needs", "reception", 3, fill_needs, NULL }, { "admission.safety", "reception", 5, fill_safety, NULL },
		{ "admission.children", "reception", 1, fill_children, NULL }, { "notice.give", "reception", 3, fill_family, NULL },
		{ "notice.give", "records", 2, fill_consulate, NULL }, { "information.give", "reception", 3, fill_law, NULL },
		{ "information.give", "reception", 1, fill_rights, NULL }, { "information.give", "reception", 1, fill_obligations, NULL },
		{ "information.give", "reception", 1, fill_other, NULL }, { "information.give", "reception", 2, fill_charges, NULL },
		{ "admission.health", "health", 8, fill_health, NULL }, { "health_screening.record", "health", 4, demo_clinic_heads, NULL }, { "protection_plan.make", "health", 4, demo_clinic_plan, NULL },
		{ "placement.place", "reception", 3, fill_place, NULL }, { "admission.complete", "reception", 1, fill_complete, NULL }, { "offence.add", "records", 3, fill_offence, NULL },
		{ "sentence.impose", "records", 2, fill_sentence, done_sentence }, { "proposal.approve", "governor", 3, fill_approve, NULL },
		{ "case_note.write", "records", 1, fill_resettlement, NULL } };
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		demo_run(demo, &steps[i], people, count);
}

static void sample_keep(struct demo *demo, const struct demo_person *person)
{
	static void (*const AREAS[])(struct demo *, struct demo_person *) = { demo_work, demo_casework, demo_classification, demo_assessment, demo_rights, demo_contact, demo_care, demo_regime, demo_clinic, demo_labour, demo_release };
	if (demo->sample_count == DEMO_SAMPLE || person->place.length == 0)
		return;
	struct demo_person *kept = &demo->sample[demo->sample_count++];
	*kept = (struct demo_person){ .facility = person->facility, .sex = person->sex, .untried = person->untried, .due = person->due, .life = person->life,
		.unfinished = person->unfinished, .extremism = person->extremism, .birth = person->birth, .leaves = person->leaves, .release = person->release };
	kept->id = arena_copy(demo->arena, person->id);
	kept->surname = arena_copy(demo->arena, person->surname);
	kept->paper = arena_copy(demo->arena, person->order);
	for (size_t i = 0; i < sizeof AREAS / sizeof *AREAS; i++)
		AREAS[i](demo, kept);
}

static void wave_run(struct demo *demo, const struct wave *wave)
{
	demo_queue_run(demo, wave->at);
	struct demo_person *people = ARENA_ARRAY(demo->wave_arena, struct demo_person, (size_t)wave->count + 1);
	demo->now = demo->now > wave->at ? demo->now : wave->at;
	demo_work_in(demo, wave->facility->id);
	for (int64_t i = 0; i < wave->count; i++)
		person_make(demo, &people[i], wave, i);
	/* All receptions of today fit into the last hours. */
	demo->minute = wave->today ? MOMENT_MINUTE / ((int64_t)demo->facility_count + 1) : MOMENT_MINUTE;
	wave_steps(demo, people, (size_t)wave->count);
	demo->minute = MOMENT_MINUTE;
	for (int64_t i = 0; i < wave->count; i++)
		sample_keep(demo, &people[i]);
	arena_reset(demo->wave_arena);
}

static int wave_compare(const void *left, const void *right)
{
	int64_t a = ((const struct wave *)left)->at, b = ((const struct wave *)right)->at;
	return a < b ? -1 : a > b;
}

/* Prisons filled up over years, remand over weeks; a few people stand in reception right now. */
static struct wave *waves_plan(struct demo *demo, size_t *out_count)
{
	int64_t size = demo->people < 30 ? 1 : demo->people / 30 > DEMO_WAVE ? DEMO_WAVE : demo->people / 30;
	struct wave *waves = ARENA_ARRAY(demo->arena, struct wave, (size_t)(demo->people / size) + demo->facility_count * 2 + 1);
	size_t count = 0;
	int64_t number = 1;
	for (size_t f = 0; f < demo->facility_count; f++) {
		struct demo_facility *facility = &demo->facilities[f];
		int64_t today = facility->planned * TODAY_PERCENT / 100, left = facility->planned;
		today = today < 1 ? 1 : today > 6 ? 6 : today;
		int64_t days = facility->kind == DEMO_REMAND ? REMAND_DAYS : PAST_DAYS, before = left - today;
		for (int64_t done = 0; done < before; done += size) {
			int64_t part = before - done < size ? before - done : size;
			int64_t ago = days - days * done / before; /* days */
			waves[count++] = (struct wave){ demo->end - ago * MOMENT_DAY - (int64_t)demo_one_of(8) * MOMENT_HOUR, facility, part, number, false };
			number += part;
		}
		if (left > 0)
			waves[count++] = (struct wave){ demo->end - 3 * MOMENT_HOUR, facility, left < today ? left : today, number, true };
		number += today;
	}
	qsort(waves, count, sizeof *waves, wave_compare);
	*out_count = count;
	return waves;
}

bool demo_people(struct demo *demo)
{
	size_t count;
	struct wave *waves = waves_plan(demo, &count);
	demo->sample = ARENA_ARRAY(demo->arena, struct demo_person, DEMO_SAMPLE);
	demo_inspections(demo);
	for (size_t i = 0; i < count; i++) {
		wave_run(demo, &waves[i]);
		cli_progress(NULL, "People", demo->admitted, demo->people);
	}
	demo_queue_run(demo, demo->end);
	return demo->cli->errors.count == 0;
}
