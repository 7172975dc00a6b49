/* demo_staff.c - staff of the first facilities: courses passed and run out, posts, today's roster with a gap, offices, keys and arms out, sessions, interpreters. */
#include "app/demo.h"

enum { FACILITIES_MOST = 12, EARLY_DAYS = 900 };

/* `course` is the one beside the basic course; `ago` days since it was finished: 350 ends soon, 380 has run out. */
static const struct colleague { const char *profession, *contract, *languages, *course; int ago, post; const char *account; } STAFF[] = {
	{ "custodial", "permanent", "kk ru", "in_service", 90, 0, "wing" }, { "custodial", "permanent", "kk ru", "in_service", 200, 0, "security" },
	{ "custodial", "permanent", "ru", "special", 30, 1, NULL }, { "custodial", "permanent", "kk", "special", 350, 1, NULL }, { "custodial", "permanent", "kk ru", "special", 380, 1, NULL },
	{ "custodial", "permanent", "ru", "weapon", 40, 2, NULL }, { "custodial", "permanent", "kk ru", "search", 60, 3, NULL }, { "custodial", "fixed_term", "uz ru", NULL, 0, 0, NULL },
	{ "nurse", "permanent", "kk ru", "in_service", 100, 4, NULL }, { "psychologist", "permanent", "ru", "in_service", 150, 4, NULL },
	{ "social_worker", "permanent", "kk", "in_service", 210, 4, NULL }, { "teacher", "fixed_term", "kk ru", "in_service", 330, 4, NULL }, { "instructor", "permanent", "ru", "in_service", 20, 4, NULL },
	{ "custodial", "permanent", "kk ru", "in_service", 10, 4, NULL } };
enum { STAFF_COUNT = sizeof STAFF / sizeof *STAFF, WING_POST = 0, SPECIAL_POST, TOWER_POST, SEARCH_POST, SERVICE_POST, POST_COUNT, DIRECTOR = STAFF_COUNT - 1, NEWCOMER = 7, ARMED = 5 };

struct house { const struct demo_facility *facility; bool women; struct text posts[POST_COUNT], staff[STAFF_COUNT]; };

static void keep(struct demo *demo, struct demo_person *person, const struct outcome *outcome) { person->kept[0] = arena_copy(demo->arena, outcome->record_id); }

/* Runs one act; gives the row that it is about. */
static struct text run(struct demo *demo, const char *act, const char *user, struct demo_command *form)
{
	struct demo_person person = { .facility = NULL }, *people = &person;
	const struct demo_step step = { act, user, 0, NULL, keep };
	form->reason = TEXT_OF("Demonstration");
	demo_run_forms(demo, &step, &people, form, 1);
	return person.kept[0];
}

static struct text day(struct demo *demo, int32_t days) { return date_text(demo->arena, demo_day(demo, days)); }

/* ---- posts and people ---- */

static void posts(struct demo *demo, struct house *house)
{
	const char *special = house->women ? "women" : "violent_extremism";
	const struct { const char *name, *kind, *custodial, *contact; } POSTS[POST_COUNT] = { { house->women ? "Visits hall" : "Wing A", "wing", "yes", "yes" },
		{ house->women ? "Women's unit" : "Unit 5", special, "yes", "yes" }, { "Tower 1", "perimeter", "yes", "no" }, { "Search team", "search", "yes", "yes" },
		{ "Health and school", "services", "no", "yes" } };
	for (size_t i = 0; i < POST_COUNT; i++) {
		struct demo_command form = { .count = 0 };
		const char *const pairs[] = { "name", POSTS[i].name, "kind", POSTS[i].kind, "custodial", POSTS[i].custodial, "contact", POSTS[i].contact, NULL };
		demo_input(&form, "facility", house->facility->id);
		demo_inputs(&form, pairs);
		if (i == SPECIAL_POST && house->women)
			demo_input(&form, "children", TEXT_OF("no"));
		house->posts[i] = run(demo, "staff_post.add", "governor", &form);
	}
}

static void course(struct demo *demo, struct text member, const char *module, int ago)
{
	struct demo_command form = { .count = 0 };
	const char *const pairs[] = { "module", module, "theory_passed", "yes", "practice_passed", "yes", NULL };
	demo_input(&form, "staff_member", member);
	demo_inputs(&form, pairs);
	demo_input(&form, "finished_on", day(demo, -ago));
	if (text_equal_string(text_from(module), "basic"))
		demo_input(&form, "curriculum", TEXT_OF("a_law b_rights c_security d_first_aid"));
	run(demo, "staff_training.record", "training", &form);
}

static void courses(struct demo *demo, const struct house *house, size_t which)
{
	const struct colleague *one = &STAFF[which];
	course(demo, house->staff[which], "basic", which == NEWCOMER ? 5 : EARLY_DAYS - 20);
	if (one->account) {
		course(demo, house->staff[which], "restraint", 60);
		course(demo, house->staff[which], "force", 60);
	}
	if (one->course)
		course(demo, house->staff[which], text_equal_string(text_from(one->course), "special") ? (house->women ? "women" : "violent_extremism") : one->course, one->ago);
}

static void people(struct demo *demo, struct house *house, size_t number)
{
	for (size_t i = 0; i < STAFF_COUNT; i++) {
		struct demo_person named = { .sex = house->women || i % 3 == 1 ? 'F' : 'M' };
		struct demo_command form = { .count = 0 };
		const char *const pairs[] = { "sex", named.sex == 'F' ? "F" : "M", "languages", STAFF[i].languages, "profession", STAFF[i].profession, "contract", STAFF[i].contract, NULL };
		demo_name(demo, &named);
		demo_input(&form, "facility", house->facility->id);
		demo_input(&form, "number", arena_format(demo->arena, "ST-%zu-%02zu", number + 1, i + 1));
		demo_input(&form, "name", arena_format(demo->arena, "%.*s %.*s", TEXT_FORMAT(named.latin_surname), TEXT_FORMAT(named.latin_given)));
		demo_inputs(&form, pairs);
		demo_input(&form, "usual_post", house->posts[STAFF[i].post]);
		demo_input(&form, "started_on", day(demo, -EARLY_DAYS));
		if (STAFF[i].account && number == 0)
			demo_input(&form, "account", text_from(STAFF[i].account));
		house->staff[i] = run(demo, "staff_member.add", "training", &form);
		courses(demo, house, i);
	}
}

/* ---- today ---- */

static void appoint(struct demo *demo, const struct house *house, size_t who, const char *office)
{
	struct demo_command form = { .count = 0 };
	demo_input(&form, "staff_member", house->staff[who]);
	demo_input(&form, "office", text_from(office));
	demo_input(&form, "from_day", day(demo, -300));
	if (text_equal_string(text_from(office), "director") && !house->women)
		demo_input(&form, "several_prisons", TEXT_OF("yes"));
	run(demo, "staff_appointment.make", "headquarters", &form);
}

static void roster(struct demo *demo, const struct house *house)
{
	static const struct { int who; const char *shift; } LINES[] = { { 0, "early" }, { 1, "late" }, { 2, "early" }, { 3, "late" }, { 5, "night" }, { 6, "early" }, { 8, "early" } };
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		struct demo_command form = { .count = 0 };
		demo_input(&form, "post", house->posts[STAFF[LINES[i].who].post]);
		demo_input(&form, "staff_member", house->staff[LINES[i].who]);
		demo_input(&form, "day", day(demo, 0));
		demo_input(&form, "shift", text_from(LINES[i].shift));
		run(demo, "staff_shift.assign", "governor", &form);
	}
}

static void keys(struct demo *demo, const struct house *house)
{
	static const char *const SETS[][2] = { { "Set 1, wing", "no" }, { "Set 2, workshops", "no" }, { "Set 3, women's unit", "yes" } };
	for (size_t i = 0; i < sizeof SETS / sizeof *SETS; i++) {
		struct demo_command set = { .count = 0 }, issue = { .count = 0 };
		demo_input(&set, "facility", house->facility->id);
		demo_input(&set, "label", text_from(SETS[i][0]));
		demo_input(&set, "women_unit", text_from(SETS[i][1]));
		demo_input(&issue, "key_set", run(demo, "key_set.add", "governor", &set));
		demo_input(&issue, "staff_member", house->staff[0]);
		if (i == 0)
			run(demo, "key_set.issue", "reception", &issue);
	}
}

static void arms(struct demo *demo, const struct house *house)
{
	static const char *const SAME[] = { "kind", "firearm", "weapon_number", "F-0412", NULL }, *const REPAIR[] = { "purpose", "Mend the boiler", NULL };
	struct demo_command weapon = { .count = 0 }, entry = { .count = 0 };
	demo_input(&weapon, "staff_member", house->staff[ARMED]);
	demo_input(&weapon, "post", house->posts[TOWER_POST]);
	demo_inputs(&weapon, SAME);
	run(demo, "weapon_issue.issue", "security", &weapon);
	demo_input(&entry, "staff_member", house->staff[0]);
	demo_input(&entry, "accompanied_by", house->staff[1]);
	demo_inputs(&entry, REPAIR);
	run(demo, "women_unit_entry.record", "reception", &entry);
}

static void sessions(struct demo *demo, const struct house *house)
{
	static const struct { const char *kind; int ago; const char *seen, *waiting, *longest; } HELD[] = { { "dentist", 45, "11", "9", "40" }, { "dentist", 12, "14", "5", "25" },
		{ "psychiatry", 33, "6", "2", "12" } };
	struct demo_command visit = { .count = 0 };
	for (size_t i = 0; i < sizeof HELD / sizeof *HELD; i++) {
		struct demo_command form = { .count = 0 };
		const char *const pairs[] = { "kind", HELD[i].kind, "seen", HELD[i].seen, "waiting", HELD[i].waiting, "longest_days", HELD[i].longest, NULL };
		demo_input(&form, "facility", house->facility->id);
		demo_inputs(&form, pairs);
		demo_input(&form, "held_on", day(demo, -HELD[i].ago));
		run(demo, "health_session.record", "health", &form);
	}
	demo_input(&visit, "facility", house->facility->id);
	demo_input(&visit, "staff_member", house->staff[DIRECTOR]);
	demo_input(&visit, "visited_on", day(demo, -9));
	demo_input(&visit, "note", TEXT_OF("All wings and the kitchen"));
	run(demo, "director_visit.record", "governor", &visit);
}

/* People who are still here and have another language than most. */
static void interpreted(struct demo *demo)
{
	static const char *const SAME[] = { "occasion", "interview", "mode", "telephone", "interpreter", "Interpreter of the regional court", NULL };
	size_t told = 0;
	for (size_t i = demo->sample_count; i > 0 && told < 4; i--) {
		const struct demo_person *person = &demo->sample[i - 1];
		const struct row *now = NULL;
		struct connection *reader = service_reader(demo->service, &demo->cli->errors);
		if (!reader || text_is_empty(person->language) || text_equal_string(person->language, "kk") || text_equal_string(person->language, "ru") ||
			!select_load(reader, demo->arena, &RECORD_PERSON, person->id, &now, &demo->cli->errors) || !now || !row_has(now, PERSON_CURRENT_FACILITY))
			continue;
		struct demo_command form = { .count = 0 };
		demo_input(&form, "person", person->id);
		demo_input(&form, "language", person->language);
		demo_inputs(&form, SAME);
		run(demo, "interpretation.record", "caseworker", &form);
		told++;
	}
}

void demo_staff(struct demo *demo)
{
	for (size_t i = 0; i < demo->facility_count && i < FACILITIES_MOST; i++) {
		struct house *house = ARENA_NEW(demo->arena, struct house);
		house->facility = &demo->facilities[i];
		house->women = demo->facilities[i].kind == DEMO_WOMEN;
		demo_work_in(demo, house->facility->id);
		posts(demo, house);
		people(demo, house, i);
		appoint(demo, house, 1, house->women ? "women_head" : "resident_head");
		appoint(demo, house, DIRECTOR, "director");
		roster(demo, house);
		keys(demo, house);
		arms(demo, house);
		sessions(demo, house);
	}
	interpreted(demo);
}
