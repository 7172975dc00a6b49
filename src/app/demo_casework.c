/* demo_casework.c - case managers, plans, a programme with a group in each prison, reviews, and the way out, over two and a half years. */
#include "app/demo.h"

#include "base/builder.h"

enum { KEPT_PLAN = DEMO_KEPT_CASEWORK, KEPT_OBJECTIVE, KEPT_ACTION, KEPT_ENROLMENT, KEPT_CONSENT, KEPT_SESSION, KEPT_ASSIGNMENT };
enum { GROUP_SIZE = 10, DAY = 24, MANY_PEOPLE = 2000, ONE_IN = 20 };

/* One group a prison; who takes part now, and how many places are promised: steps of one hour are filled in before any of them is done. */
struct prison { bool begun; struct text group, session, members[GROUP_SIZE]; size_t count, promised; };
static struct prison PRISONS[DEMO_FACILITIES];
static struct text PROGRAMME, CERTIFICATE, APPROVAL;

static struct prison *prison_of(const struct demo *demo, const struct demo_person *person)
{
	return &PRISONS[person->facility - demo->facilities];
}

static struct text day_text(struct demo *demo, int32_t days)
{
	return date_text(demo->wave_arena, demo_day(demo, days));
}

/* ---- programme, approval, groups and their sessions ---- */

static bool fill_programme(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const INPUTS[][2] = { { "name", "Steady ground" }, { "kind", "cognitive" }, { "aims", "Think before acting, settle quarrels, plan the next step" },
		{ "areas", "family thinking" }, { "sessions", "12" }, { "minutes", "90" }, { "group_size", "10" }, { "manual_version", "2.1" }, { "for_whom", "both" },
		{ "womens_track", "yes" }, { "untried", "no" }, { "in_use", "yes" }, { "provider", "Psychological service" } };
	(void)demo;
	(void)person;
	for (size_t i = 0; i < sizeof INPUTS / sizeof *INPUTS; i++)
		demo_input(command, INPUTS[i][0], text_from(INPUTS[i][1]));
	return true;
}

static void done_programme(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	PROGRAMME = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_certificate(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	const struct actor *holder = demo_actor(demo, "psychologist");
	(void)person;
	demo_input(command, "holder", holder->id);
	demo_input(command, "holder_name", holder->display_name);
	demo_input(command, "kind", TEXT_OF("facilitator"));
	demo_input(command, "issued_on", day_text(demo, -40));
	demo_input(command, "expires_on", day_text(demo, 1200));
	return true;
}

static void done_certificate(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	CERTIFICATE = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_approval(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)person;
	demo_input(command, "worker", demo_actor(demo, "psychologist")->id);
	demo_input(command, "kind", TEXT_OF("psychologist"));
	demo_input(command, "state", TEXT_OF("active"));
	demo_input(command, "vetted_on", day_text(demo, -60));
	demo_input(command, "vetting_expires_on", day_text(demo, 1200));
	demo_input(command, "certificate", CERTIFICATE);
	demo_input(command, "supervised_by", TEXT_OF("Chief psychologist"));
	demo_input(command, "supervised_on", day_text(demo, -1));
	demo_input(command, "conduct_signed", TEXT_OF("yes"));
	return true;
}

static void done_approval(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)person;
	APPROVAL = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_supervised(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)person;
	demo_input(command, "target", APPROVAL);
	demo_input(command, "supervised_on", day_text(demo, 0));
	command->reason = TEXT_OF("Supervision held");
	return APPROVAL.length > 0;
}

static bool fill_group(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)person;
	demo_input(command, "programme", PROGRAMME);
	demo_input(command, "name", arena_format(demo->wave_arena, "Steady ground, %.*s", TEXT_FORMAT(person->facility->code)));
	demo_input(command, "starts_on", day_text(demo, 0));
	demo_input(command, "meets_at", TEXT_OF("Room 4"));
	return PROGRAMME.length > 0;
}

static void done_group(struct demo *demo, struct demo_person *person, const struct outcome *outcome);

static bool fill_session(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const TOPICS[] = { "What makes me angry", "Before I act", "People I trust", "A quarrel settled", "My next step", "News and rumours" };
	struct prison *prison = prison_of(demo, person);
	demo_input(command, "training_group", prison->group);
	demo_input(command, "planned_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "topic", text_from(TOPICS[demo_one_of(sizeof TOPICS / sizeof *TOPICS)]));
	demo_input(command, "minutes", TEXT_OF("90"));
	return prison->group.length > 0;
}

static void done_session(struct demo *demo, struct demo_person *person, const struct outcome *outcome);

static bool fill_attendance(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const CODES[] = { "attended", "attended", "attended", "attended", "sick", "clash", "did_not_come" };
	struct prison *prison = prison_of(demo, person);
	struct builder list;
	builder_begin(&list, demo->wave_arena, 256);
	for (size_t i = 0; i < prison->count; i++) {
		builder_add(&list, prison->members[i]);
		builder_add_byte(&list, ' ');
		builder_add_string(&list, CODES[demo_one_of(sizeof CODES / sizeof *CODES)]);
		builder_add_byte(&list, '\n');
	}
	demo_input(command, "training_session", prison->session);
	demo_input(command, "list", builder_text(&list));
	return prison->count > 0;
}

static const struct demo_step SESSION = { "programme_session.plan", "psychologist", 1, fill_session, done_session };
static const struct demo_step ATTENDANCE = { "attendance.take", "psychologist", 1, fill_attendance, NULL };

static void done_group(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	prison_of(demo, person)->group = arena_copy(demo->arena, outcome->record_id);
	demo_later(demo, &SESSION, person, 20 * DAY);
}

static void done_session(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	prison_of(demo, person)->session = arena_copy(demo->arena, outcome->record_id);
	demo_later(demo, &ATTENDANCE, person, 2);
	demo_later(demo, &SESSION, person, 28 * DAY);
}

static const struct demo_step GROUP = { "programme_group.open", "psychologist", 1, fill_group, done_group };
static const struct demo_step ADD_PROGRAMME = { "intervention.add", "headquarters", 1, fill_programme, done_programme };
static const struct demo_step ADD_CERTIFICATE = { "certificate.issue", "training", 1, fill_certificate, done_certificate };
static const struct demo_step ADD_APPROVAL = { "facilitator_approval.add", "headquarters", 1, fill_approval, done_approval };

/* ---- plan ---- */

static struct text manager_of(struct demo *demo, const struct demo_person *person)
{
	/* Who signs in there can open the case. */
	return person->facility->kind == DEMO_WOMEN ? TEXT_OF("records") : demo_caseworker(demo, (size_t)(person - demo->sample) % demo->caseworkers);
}

static bool fill_assign(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	demo_input(command, "kind", TEXT_OF("case_manager"));
	demo_input(command, "worker", manager_of(demo, person));
	demo_input(command, "supervisor", TEXT_OF("psychologist"));
	demo_input(command, "why", TEXT_OF("First plan"));
	return true;
}

static bool fill_plan(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "strengths", TEXT_OF("Works well with the hands, reads every evening, wants to be there for the children"));
	demo_input(command, "resettlement", TEXT_OF("Lives with the brother and works in his workshop"));
	return true;
}

static void done_plan(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_PLAN] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_objective(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const AIMS[][4] = { { "work", "I want a trade that feeds a family", "Certificate of the workshop", "No trade yet" },
		{ "family", "I want my children to know me", "Calls and visits in a month", "One call in two months" },
		{ "thinking", "I want to keep out of quarrels", "Quarrels written down in the wing", "Three in the last half year" },
		{ "finance", "I want my papers in order", "Passport and bank card", "Passport run out" } };
	const char *const *aim = AIMS[demo_one_of(sizeof AIMS / sizeof *AIMS)];
	demo_input(command, "plan", person->kept[KEPT_PLAN]);
	demo_input(command, "area", text_from(aim[0]));
	demo_input(command, "words", text_from(aim[1]));
	demo_input(command, "measure", text_from(aim[2]));
	demo_input(command, "baseline", text_from(aim[3]));
	demo_input(command, "due_on", day_text(demo, 90 + (int32_t)demo_one_of(400)));
	return person->kept[KEPT_PLAN].length > 0;
}

static void done_objective(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_OBJECTIVE] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_action(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	static const char *const WHAT[] = { "Place in the workshop", "Letter to the sister", "Appointment with the registry office", "Talk with the teacher" };
	demo_input(command, "objective", person->kept[KEPT_OBJECTIVE]);
	demo_input(command, "what", text_from(WHAT[demo_one_of(sizeof WHAT / sizeof *WHAT)]));
	demo_input(command, "owner_kind", demo_chance(60) ? TEXT_OF("person") : TEXT_OF("staff"));
	demo_input(command, "due_on", day_text(demo, 30 + (int32_t)demo_one_of(300)));
	return person->kept[KEPT_OBJECTIVE].length > 0;
}

static void done_action(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_ACTION] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_agree(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool refused = demo_chance(10);
	(void)demo;
	demo_input(command, "plan", person->kept[KEPT_PLAN]);
	demo_input(command, "language", TEXT_OF("ru"));
	demo_input(command, "signature", refused ? TEXT_OF("refused") : TEXT_OF("signed"));
	demo_input(command, "refusal", refused ? TEXT_OF("I would rather begin with school") : text_empty());
	demo_input(command, "witness", refused ? TEXT_OF("Wing officer on duty") : text_empty());
	demo_input(command, "copy_given", TEXT_OF("yes"));
	return person->kept[KEPT_OBJECTIVE].length > 0;
}

static bool fill_done(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "plan_action", person->kept[KEPT_ACTION]);
	demo_input(command, "state", demo_chance(70) ? TEXT_OF("done") : TEXT_OF("doing"));
	return person->kept[KEPT_ACTION].length > 0;
}

static bool fill_contact(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "person", person->id);
	demo_input(command, "kind", demo_chance(80) ? TEXT_OF("conversation") : TEXT_OF("family"));
	demo_input(command, "happened_at", moment_text(demo->wave_arena, demo->now));
	demo_input(command, "planned", TEXT_OF("yes"));
	demo_input(command, "minutes", TEXT_OF("30"));
	demo_input(command, "note", TEXT_OF("How the plan goes; what is hard at the moment"));
	return person->kept[KEPT_PLAN].length > 0;
}

static bool fill_review(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	demo_input(command, "plan", person->kept[KEPT_PLAN]);
	demo_input(command, "occasion", TEXT_OF("due"));
	demo_input(command, "held_on", day_text(demo, 0));
	demo_input(command, "what_changed", TEXT_OF("Came to the workshop every day; no quarrel in the wing"));
	demo_input(command, "person_view", TEXT_OF("It is slow, but it goes on"));
	demo_input(command, "result", TEXT_OF("goes_on"));
	return person->kept[KEPT_PLAN].length > 0;
}

static void done_contact(struct demo *demo, struct demo_person *person, const struct outcome *outcome);
static void done_review(struct demo *demo, struct demo_person *person, const struct outcome *outcome);
static const struct demo_step CONTACT = { "case_contact.add", "caseworker", 1, fill_contact, done_contact };
static const struct demo_step REVIEW = { "plan.review", "caseworker", 1, fill_review, done_review };

static void done_contact(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)outcome;
	demo_later(demo, &CONTACT, person, (90 + (int64_t)demo_one_of(90)) * DAY);
}

static void done_review(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	(void)outcome;
	demo_later(demo, &REVIEW, person, (demo_chance(4) ? 195 : 166 + (int64_t)demo_one_of(14)) * DAY);
}

/* ---- taking part ---- */

/* It is offered to all; a third of them take it up. */
static bool is_referred_to_stay(const struct demo *demo, const struct demo_person *person)
{
	return (person - demo->sample) % 3 == 0;
}

static bool fill_refer(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	struct prison *prison = prison_of(demo, person);
	demo_input(command, "person", person->id);
	demo_input(command, "programme", PROGRAMME);
	demo_input(command, "why", TEXT_OF("Quarrels in the wing"));
	demo_input(command, "goals", TEXT_OF("I want to stay calm when somebody shouts"));
	return prison->group.length > 0;
}

static void done_refer(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_ENROLMENT] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_suits(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool suits = is_referred_to_stay(demo, person);
	demo_input(command, "enrolment", person->kept[KEPT_ENROLMENT]);
	demo_input(command, "state", suits ? TEXT_OF("suitable") : TEXT_OF("not_suitable"));
	demo_input(command, "state_reason", suits ? TEXT_OF("Wants it, and has the time") : TEXT_OF("Works in the sewing workshop at these hours, and wants to stay there"));
	return person->kept[KEPT_ENROLMENT].length > 0;
}

static bool fill_consent(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	bool given = demo_chance(85);
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "purpose", TEXT_OF("programme"));
	demo_input(command, "enrolment", person->kept[KEPT_ENROLMENT]);
	demo_input(command, "answer", given ? TEXT_OF("given") : TEXT_OF("refused"));
	demo_input(command, "language", TEXT_OF("ru"));
	demo_input(command, "explained_by", TEXT_OF("Psychologist"));
	demo_input(command, "limits_told", TEXT_OF("yes"));
	bool asked = person->kept[KEPT_ENROLMENT].length > 0;
	if (!given)
		person->kept[KEPT_ENROLMENT] = text_empty(); /* and nothing follows */
	return asked;
}

static bool fill_start(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	struct prison *prison = prison_of(demo, person);
	demo_input(command, "enrolment", person->kept[KEPT_ENROLMENT]);
	demo_input(command, "training_group", prison->group);
	if (person->kept[KEPT_ENROLMENT].length == 0 || prison->promised == GROUP_SIZE)
		return false;
	prison->promised++;
	return true;
}

static bool fill_note(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "enrolment", person->kept[KEPT_ENROLMENT]);
	demo_input(command, "engagement", demo_chance(50) ? TEXT_OF("active") : TEXT_OF("listens"));
	demo_input(command, "note", TEXT_OF("Speaks of a quarrel without blaming others this time"));
	return person->kept[KEPT_ENROLMENT].length > 0;
}

static bool fill_complete(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	struct prison *prison = prison_of(demo, person);
	for (size_t i = 0; i < prison->count; i++)
		if (text_equal(prison->members[i], person->kept[KEPT_ENROLMENT])) {
			prison->members[i] = prison->members[--prison->count];
			prison->promised--;
			break;
		}
	demo_input(command, "enrolment", person->kept[KEPT_ENROLMENT]);
	demo_input(command, "end_reason", TEXT_OF("completed"));
	return true;
}

static const struct demo_step NOTE = { "engagement_note.add", "psychologist", 1, fill_note, NULL };
static const struct demo_step COMPLETE = { "enrolment.end", "psychologist", 1, fill_complete, NULL };

static bool fill_rating(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "point", TEXT_OF("end"));
	demo_input(command, "domain", demo_chance(50) ? TEXT_OF("coping") : TEXT_OF("social"));
	demo_input(command, "seen_as", demo_chance(50) ? TEXT_OF("some") : TEXT_OF("no_need"));
	demo_input(command, "change_seen", demo_chance(60) ? TEXT_OF("better") : TEXT_OF("same"));
	demo_input(command, "rests_on", TEXT_OF("Seen in the workshop and in the wing over the last month"));
	demo_input(command, "blind", TEXT_OF("yes"));
	return true;
}

static const struct demo_step RATING = { "outcome_rating.add", "religious", 1, fill_rating, NULL };

static void done_start(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	struct prison *prison = prison_of(demo, person);
	(void)outcome;
	prison->members[prison->count++] = person->kept[KEPT_ENROLMENT];
	demo_later(demo, &NOTE, person, 30 * DAY);
	demo_later(demo, &COMPLETE, person, (150 + (int64_t)demo_one_of(150)) * DAY);
	demo_later(demo, &RATING, person, 310 * DAY);
}

/* ---- the way out ---- */

static bool fill_partner_consent(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "purpose", TEXT_OF("partner"));
	demo_input(command, "recipient", TEXT_OF("House of Bread"));
	demo_input(command, "answer", TEXT_OF("given"));
	demo_input(command, "language", TEXT_OF("ru"));
	demo_input(command, "explained_by", TEXT_OF("Caseworker"));
	demo_input(command, "limits_told", TEXT_OF("yes"));
	return true;
}

static void done_partner_consent(struct demo *demo, struct demo_person *person, const struct outcome *outcome)
{
	person->kept[KEPT_CONSENT] = arena_copy(demo->arena, outcome->record_id);
}

static bool fill_partner(struct demo *demo, struct demo_person *person, struct demo_command *command)
{
	(void)demo;
	demo_input(command, "person", person->id);
	demo_input(command, "kind", TEXT_OF("civil"));
	demo_input(command, "name", TEXT_OF("House of Bread"));
	demo_input(command, "part", TEXT_OF("Work in the bakery, a room for the first months"));
	demo_input(command, "consent", person->kept[KEPT_CONSENT]);
	return person->kept[KEPT_CONSENT].length > 0;
}

void demo_casework(struct demo *demo, struct demo_person *person)
{
	static const struct demo_step ASSIGN = { "case_assignment.assign", "governor", 1, fill_assign, NULL }, PLAN = { "plan.open", "caseworker", 1, fill_plan, done_plan },
		OBJECTIVE = { "plan_objective.set", "caseworker", 1, fill_objective, done_objective }, ACTION = { "plan_action.set", "caseworker", 1, fill_action, done_action },
		AGREE = { "plan.agree", "caseworker", 1, fill_agree, NULL }, DONE = { "plan_action.move", "caseworker", 1, fill_done, NULL },
		REFER = { "enrolment.refer", "caseworker", 1, fill_refer, done_refer }, SUITS = { "enrolment.assess", "psychologist", 1, fill_suits, NULL },
		CONSENT = { "consent.ask", "caseworker", 1, fill_consent, NULL }, SUPERVISED = { "facilitator_approval.correct", "headquarters", 1, fill_supervised, NULL },
		START = { "enrolment.start", "caseworker", 1, fill_start, done_start },
		PARTNER_CONSENT = { "consent.ask", "caseworker", 1, fill_partner_consent, done_partner_consent }, PARTNER = { "partner.add", "records", 1, fill_partner, NULL };
	size_t at = (size_t)(person - demo->sample);
	if (at == 0) {
		demo_later(demo, &ADD_PROGRAMME, person, 1);
		demo_later(demo, &ADD_CERTIFICATE, person, 1);
		demo_later(demo, &ADD_APPROVAL, person, 2);
	}
	if (person->unfinished)
		return;
	/* Everybody of a small service, fewer of a large one: people have to be many before the pages are. */
	if (demo->people <= MANY_PEOPLE || at % ONE_IN == 0)
		demo_later(demo, &ASSIGN, person, (demo_chance(3) ? 20 : 2 + (int64_t)demo_one_of(4)) * DAY);
	if (person->facility->kind == DEMO_REMAND || person->untried)
		return;
	if (!prison_of(demo, person)->begun) {
		prison_of(demo, person)->begun = true;
		demo_later(demo, &SUPERVISED, person, 9 * DAY);
		demo_later(demo, &GROUP, person, 10 * DAY);
	}
	if (demo->people > MANY_PEOPLE && at % ONE_IN)
		return;
	demo_later(demo, &PLAN, person, 15 * DAY);
	demo_later(demo, &OBJECTIVE, person, 15 * DAY + 1);
	demo_later(demo, &ACTION, person, 15 * DAY + 2);
	demo_later(demo, &AGREE, person, (demo_chance(4) ? 40 : 20 + (int64_t)demo_one_of(8)) * DAY);
	demo_later(demo, &OBJECTIVE, person, 40 * DAY);
	demo_later(demo, &CONTACT, person, 30 * DAY);
	demo_later(demo, &DONE, person, 150 * DAY);
	demo_later(demo, &REVIEW, person, 190 * DAY);
	demo_later(demo, &REFER, person, 50 * DAY);
	demo_later(demo, &SUITS, person, 52 * DAY);
	if (is_referred_to_stay(demo, person)) {
		demo_later(demo, &CONSENT, person, 53 * DAY);
		demo_later(demo, &SUPERVISED, person, 54 * DAY);
		demo_later(demo, &START, person, 54 * DAY + 2);
	}
	/* Some have begun to look for partners outside; the way out itself is begun in demo_work.c when it is due. */
	int64_t days = (demo->end - demo->now) / MOMENT_DAY - 25 - (int64_t)demo_one_of(30);
	if (person->life || days < 25 || (!person->due && !demo_chance(20)))
		return;
	demo_later(demo, &PARTNER_CONSENT, person, (days + 2) * DAY);
	demo_later(demo, &PARTNER, person, (days + 2) * DAY + 1);
}
