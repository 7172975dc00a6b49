/* demo_events.c - what is going on today: people at court and in hospital, transfers, alerts, releases being prepared, notes. */
#include "app/demo.h"

/* Every so manyth of the sample, from a starting point, so that the same person is not everywhere at once. */
struct turn { size_t every, first; };

static const struct turn COURT = { 40, 3 }, BACK = { 60, 7 }, HOSPITAL = { 150, 11 }, OFFERED = { 70, 17 }, ON_THE_WAY = { 40, 23 }, ALERT = { 25, 5 },
	NOTE = { 12, 1 }, APART = { 90, 29 }, ASKS = { 15, 2 }, NEWS = { 80, 19 }, ROUND = { 30, 6 };

static bool is_turn(const struct demo *demo, const struct demo_person *person, struct turn turn)
{
	size_t at = (size_t)(person - demo->sample);
	/* At least one of each kind, however small the service is. */
	size_t every = turn.every < demo->sample_count / 2 ? turn.every : demo->sample_count / 2 + 1;
	return at % every == turn.first % every;
}

static bool leave(struct demo *demo, struct demo_person *person, struct demo_command *command, const char *kind, const char *where, int64_t back)
{
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(kind));
	demo_input(command, "destination", text_from(where));
	demo_input(command, "authority", TEXT_OF("Order of the day, duty governor"));
	demo_input(command, "escort", TEXT_OF("Escort service, unit 2"));
	demo_input(command, "vehicle", TEXT_OF("fit"));
	demo_input(command, "shielded", TEXT_OF("yes"));
	demo_input(command, "dress", TEXT_OF("own"));
	demo_input(command, "due_back_at", demo_moment(demo, back));
	return true;
}

static bool fill_court(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return is_turn(demo, person, COURT) && leave(demo, person, command, "court", "District Court of Example Region", 6);
}

static bool fill_back(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return is_turn(demo, person, BACK) && !is_turn(demo, person, COURT) && leave(demo, person, command, "investigation", "Investigation department", 4);
}

static void done_back(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->proposal = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_return(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "movement", person->proposal);
	return is_turn(demo, person, BACK) && !is_turn(demo, person, COURT) && person->proposal.length > 0;
}

static bool fill_hospital(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	return is_turn(demo, person, HOSPITAL) && !is_turn(demo, person, COURT) && !is_turn(demo, person, BACK) &&
		leave(demo, person, command, "hospital", "Regional hospital", 48);
}

/* Another facility for the same people, or none. */
static const struct demo_facility *other_facility(const struct demo *demo, const struct demo_person *person)
{
	for (size_t i = 0; i < demo->facility_count; i++) {
		const struct demo_facility *facility = &demo->facilities[i];
		bool fits = person->sex == 'M' ? facility->kind != DEMO_WOMEN : facility->kind == DEMO_WOMEN || facility->kind == DEMO_REMAND;
		if (fits && facility != person->facility)
			return facility;
	}
	return NULL;
}

static bool fill_offer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct demo_facility *to = other_facility(demo, person);
	bool chosen = is_turn(demo, person, OFFERED) || is_turn(demo, person, ON_THE_WAY);
	/* The proposer must still reach the file when it is agreed to: the security officer works in the first prison. */
	if (!to || !chosen || person->facility != &demo->facilities[0] || is_turn(demo, person, COURT) || is_turn(demo, person, HOSPITAL) || person->untried)
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "to_facility", to->id);
	demo_input(command, "why", TEXT_OF("Nearer to the family"));
	demo_input(command, "authority", TEXT_OF("Headquarters, decision of this month"));
	demo_input(command, "distance_km", TEXT_OF("40"));
	return true;
}

/* Offered by one, agreed to by another. */
static void done_offer(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	if (outcome->waiting)
		person->admission = arena_copy(demo->arena, outcome->record_id);
	else if (text_equal_string(outcome->record, RECORD_TRANSFER.name))
		person->order = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_agree(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "proposal", person->admission);
	return person->admission.length > 0;
}

static bool fill_depart(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "transfer", person->order);
	demo_input(command, "escort", TEXT_OF("Escort service, unit 7"));
	demo_input(command, "vehicle", TEXT_OF("fit"));
	demo_input(command, "shielded", TEXT_OF("yes"));
	demo_input(command, "dress", TEXT_OF("own"));
	return person->order.length > 0 && is_turn(demo, person, ON_THE_WAY);
}

/* The medical file goes along, from health staff to health staff. */
static bool fill_care(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	demo_input(command, "occasion", TEXT_OF("transfer"));
	demo_input(command, "receiver", TEXT_OF("Health service of the prison there"));
	demo_input(command, "file_sealed", TEXT_OF("yes"));
	demo_input(command, "letter", TEXT_OF("yes"));
	demo_input(command, "supply_days", TEXT_OF("7"));
	return person->order.length > 0 && is_turn(demo, person, ON_THE_WAY);
}

static bool fill_alert(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *kind, *instruction, *evidence; } ALERTS[] = {
		{ "self_harm", "Speak with the person at every round", "Told the nurse on arrival of sleepless nights and dark thoughts" },
		{ "threatened", "Move only with an officer", "Two officers heard threats across the yard yesterday afternoon" },
		{ "access", "Needs a lower bunk and help on stairs", "Seen walking with a crutch; written up at reception" },
		{ "interpreter", "Call the interpreter for every hearing", "Answers only simple questions in the language of the staff" } };
	size_t which = demo_one_of(sizeof ALERTS / sizeof *ALERTS);
	if (!is_turn(demo, person, ALERT))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(ALERTS[which].kind));
	demo_input(command, "instruction", text_from(ALERTS[which].instruction));
	demo_input(command, "evidence", text_from(ALERTS[which].evidence));
	demo_input(command, "expires_on", date_text(demo->wave_arena, demo_day(demo, 5 + (int32_t)demo_one_of(25))));
	return true;
}

static bool fill_apart(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	size_t at = (size_t)(person - demo->sample);
	struct demo_person *other = NULL;
	for (size_t i = at + 3; i < demo->sample_count && i < at + 60 && !other; i++)
		if (demo->sample[i].facility == person->facility)
			other = &demo->sample[i];
	if (!other || !is_turn(demo, person, APART))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "other", other->id);
	demo_input(command, "ground", TEXT_OF("threat"));
	demo_input(command, "expires_on", date_text(demo->wave_arena, demo_day(demo, 60)));
	return true;
}

static bool fill_note(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *kind, *text; } NOTES[] = { { "behaviour", "Helped to carry the food trolley without being asked" },
		{ "contact", "Asked how to send a letter to the family abroad; form given" }, { "work", "Began in the sewing workshop this week" },
		{ "family", "Brother came to visit and left a parcel" }, { "legal", "Lawyer came; talk out of hearing" } };
	size_t which = demo_one_of(sizeof NOTES / sizeof *NOTES);
	if (!is_turn(demo, person, NOTE))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(NOTES[which].kind));
	demo_input(command, "note", text_from(NOTES[which].text));
	demo_input(command, "happened_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "fact_or_opinion", TEXT_OF("fact"));
	return true;
}

/* What people ask for; some of it is answered at once. */
static bool fill_asks(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const struct { const char *kind, *words; } ASKED[] = { { "own_file", "I want to read what is written about me" },
		{ "own_doctor", "I want my dentist to look at my teeth, I pay for it" }, { "lawyer", "I need a lawyer before the hearing" },
		{ "writing_material", "Paper and a pen for my lawyer, please" } };
	size_t which = (size_t)(person - demo->sample) / ASKS.every % (sizeof ASKED / sizeof *ASKED);
	if (!is_turn(demo, person, ASKS))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", text_from(ASKED[which].kind));
	demo_input(command, "words", text_from(ASKED[which].words));
	demo_input(command, "made_at", demo_moment(demo, -1));
	return true;
}

static void done_asks(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->proposal = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_answer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (!is_turn(demo, person, ASKS) || (size_t)(person - demo->sample) / ASKS.every % 2 == 1 || person->proposal.length == 0)
		return false;
	demo_input(command, "application", person->proposal);
	demo_input(command, "decision", TEXT_OF("granted"));
	demo_input(command, "grounds", TEXT_OF("Nothing stands against it"));
	return true;
}

static bool fill_news(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	if (!is_turn(demo, person, NEWS))
		return false;
	demo_input(command, "person", person->id);
	demo_input(command, "event", TEXT_OF("illness"));
	demo_input(command, "relative", TEXT_OF("Mother"));
	demo_input(command, "source", TEXT_OF("Sister, by telephone"));
	demo_input(command, "received_at", moment_text(demo->wave_arena, demo->now));
	return true;
}

static bool fill_round(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct demo_facility *facility = &demo->facilities[0];
	if (!is_turn(demo, person, ROUND) || facility->cell_count[0] == 0)
		return false;
	demo_input(command, "place", facility->cells[0][(size_t)(person - demo->sample) % facility->cell_count[0]].id);
	demo_input(command, "happened_at", demo_moment(demo, -8));
	demo_input(command, "calm", TEXT_OF("yes"));
	return true;
}

/* Person by person of one facility after the other: actors work where the people are. */
void demo_events(struct demo *demo)
{
	static const struct demo_step steps[] = { { "alert.raise", "security", 1, fill_alert, NULL }, { "keep_apart.raise", "security", 1, fill_apart, NULL },
		{ "case_note.write", "records", 1, fill_note, NULL }, { "person_application.make", "reception", 1, fill_asks, done_asks },
		{ "person_application.decide", "governor", 1, fill_answer, NULL }, { "relative_news.receive", "reception", 1, fill_news, NULL },
		{ "night_round.record", "wing", 1, fill_round, NULL },
		{ "transfer.offer", "security", 1, fill_offer, done_offer },
		{ "proposal.approve", "governor", 1, fill_agree, done_offer }, { "movement.leave", "reception", 1, fill_court, NULL },
		{ "movement.leave", "reception", 20, fill_back, done_back }, { "movement.leave", "reception", 1, fill_hospital, NULL },
		{ "care_handover.make", "health", 1, fill_care, NULL }, { "transfer.depart", "reception", 1, fill_depart, NULL }, { "movement.return", "reception", 1, fill_return, NULL } };
	demo->now = demo->now > demo->end - MOMENT_HOUR ? demo->now : demo->end - MOMENT_HOUR;
	demo_work_in(demo, demo->facilities[0].id);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		for (size_t from = 0; from < demo->sample_count; from += DEMO_WAVE)
			demo_run(demo, &(struct demo_step){ steps[i].act, steps[i].user, 0, steps[i].fill, steps[i].done }, demo->sample + from,
				demo->sample_count - from < DEMO_WAVE ? demo->sample_count - from : DEMO_WAVE);
		demo->now += steps[i].minutes * MOMENT_MINUTE;
	}
}
