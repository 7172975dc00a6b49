/* demo_places.c - facilities of the invented service, each with a place tree that fits the number of people planned. */
#include "app/demo.h"

#include "service/session.h"

enum { GROUP = 512, LANDINGS = 3, CELLS_A_LANDING = 14, MEN_LARGEST = 1500, WOMEN_LARGEST = 600, REMAND_LARGEST = 1000, CLOSED_LARGEST = 400 };

/* ---- which facilities ---- */

static const char *const TOWNS[] = { "North Valley", "Stone Bridge", "East Plain", "Long Hill", "Red Ford", "Old Mill", "Birch Lake", "Salt Pass",
	"Green Bank", "High Moor", "White Sand", "River Bend" };
enum { TOWN_COUNT = sizeof TOWNS / sizeof *TOWNS };

static int64_t parts_of(int64_t people, int64_t largest)
{
	return people <= largest ? 1 : (people + largest - 1) / largest;
}

static void facilities_plan(struct demo *demo)
{
	static const char *const PREFIX[] = { "M", "W", "R", "H" };
	static const char *const WHAT[] = { "Prison", "Women's Prison", "Remand Centre", "High Security Prison" };
	int64_t women = demo->people * 8 / 100, remand = demo->people * 22 / 100;
	int64_t closed = demo->people * 10 / 100;
	int64_t people[] = { demo->people - women - remand - closed, women, remand, closed };
	int64_t count[] = { parts_of(people[0], MEN_LARGEST), parts_of(women, WOMEN_LARGEST), parts_of(remand, REMAND_LARGEST), parts_of(closed, CLOSED_LARGEST) };
	demo->facilities = ARENA_ARRAY(demo->arena, struct demo_facility, (size_t)(count[0] + count[1] + count[2] + count[3]) + 1);
	for (int kind = DEMO_MEN; kind <= DEMO_CLOSED; kind++)
		for (int64_t i = 0; i < count[kind]; i++) {
			struct demo_facility *facility = &demo->facilities[demo->facility_count];
			const char *town = TOWNS[demo->facility_count % TOWN_COUNT];
			int round = (int)(demo->facility_count / TOWN_COUNT);
			facility->kind = (enum demo_kind)kind;
			facility->code = arena_format(demo->arena, "%s%lld", PREFIX[kind], (long long)i + 1);
			facility->name = round ? arena_format(demo->arena, "%s %s %d", town, WHAT[kind], round + 1) : arena_format(demo->arena, "%s %s", town, WHAT[kind]);
			facility->planned = people[kind] / count[kind] + (i < people[kind] % count[kind] ? 1 : 0);
			demo->facility_count++;
		}
}

static bool facility_add(struct demo *demo, struct demo_facility *facility)
{
	static const char *const KINDS[] = { "prison", "women", "remand", "prison" };
	static const char *const HOLDS[] = { "M", "F", "both", "M" };
	const struct pair inputs[] = { { TEXT("code"), facility->code }, { TEXT("name"), facility->name }, { TEXT("kind"), text_from(KINDS[facility->kind]) },
		{ TEXT("holds"), text_from(HOLDS[facility->kind]) }, { TEXT("security"), facility->kind == DEMO_CLOSED ? TEXT_OF("maximum") : TEXT_OF("general") }, { TEXT("region"), TEXT("Example Region") },
		{ TEXT("zone"), TEXT("Asia/Almaty") }, { TEXT("capacity"), arena_format(demo->arena, "%lld", (long long)(facility->planned * 115 / 100 + 10)) },
		{ TEXT("reception_opens"), TEXT("07:00") }, { TEXT("reception_closes"), TEXT("20:00") }, { TEXT("in_use"), TEXT("yes") } };
	static const struct pair SIZE[] = { { TEXT("NMR-89.3"), TEXT("Divided into houses, each with its own team") } };
	struct command command = { .act = TEXT("facility.add"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs, .reason = TEXT("Demo"),
		.warning_reasons = SIZE, .warning_count = 1,
		.idempotency_key = TEXT(""), .source_key = TEXT("") };
	struct outcome outcome;
	struct actor system = session_system_actor();
	if (!command_run(demo->service, demo->arena, &system, &command, &outcome, &demo->cli->errors))
		return false;
	facility->id = outcome.record_id;
	return true;
}

/* ---- the place tree of one facility ---- */

struct plan { struct text code; const char *name, *kind, *purpose, *sex, *status; const struct plan *parent; int capacity; const char *area; struct text id; };

struct plans { struct plan *items; size_t count; };

static struct plan *plan_add(struct plans *plans, struct plan plan)
{
	plans->items[plans->count] = plan;
	return &plans->items[plans->count++];
}

static bool plans_run(struct demo *demo, const struct demo_facility *facility, struct plan *plans, size_t count)
{
	struct arena *arena = arena_create();
	struct command *commands = ARENA_ARRAY(arena, struct command, count + 1);
	struct outcome *outcomes = ARENA_ARRAY(arena, struct outcome, count + 1);
	struct error_list *errors = ARENA_ARRAY(arena, struct error_list, count + 1);
	bool *done = ARENA_ARRAY(arena, bool, count + 1), good = true;
	struct actor system = session_system_actor();
	for (size_t i = 0; i < count; i++) {
		struct demo_command *form = ARENA_NEW(arena, struct demo_command);
		const struct plan *plan = &plans[i];
		bool cell = plan->capacity > 0;
		demo_input(form, "facility", facility->id);
		demo_input(form, "parent", plan->parent ? plan->parent->id : text_empty());
		demo_input(form, "code", plan->code);
		demo_input(form, "name", text_from(plan->name));
		demo_input(form, "kind", text_from(plan->kind));
		demo_input(form, "purpose", text_from(plan->purpose));
		demo_input(form, "sex", text_from(plan->sex));
		demo_input(form, "legal_status", text_from(plan->status));
		demo_input(form, "floor_area", text_from(plan->area));
		if (cell) {
			struct text capacity = arena_format(arena, "%d", plan->capacity);
			demo_input(form, "capacity_certified", capacity);
			demo_input(form, "capacity_working", capacity);
			demo_input(form, "daylight", TEXT_OF("yes"));
			demo_input(form, "sanitary_annex", TEXT_OF("yes"));
			demo_input(form, "shower_days", TEXT_OF("3"));
			demo_input(form, "certified_on", TEXT_OF("2023-05-15"));
			demo_input(form, "single", plan->capacity == 1 ? TEXT_OF("yes") : text_empty());
		}
		commands[i] = (struct command){ .act = TEXT("place.add"), .inputs = form->inputs, .input_count = form->count, .reason = TEXT("Demo"),
			.idempotency_key = TEXT(""), .source_key = TEXT("") };
	}
	command_run_many(demo->service, arena, &system, commands, count, outcomes, errors, done);
	for (size_t i = 0; i < count; i++) {
		demo->acts++;
		plans[i].id = done[i] ? arena_copy(demo->arena, outcomes[i].record_id) : text_empty();
		if (!done[i])
			error_append(&demo->cli->errors, &errors[i]);
		good = good && done[i];
	}
	arena_destroy(arena);
	return good;
}

static void cells_keep(struct demo *demo, struct demo_facility *facility, const struct plan *plans, size_t count)
{
	facility->cells[0] = ARENA_ARRAY(demo->arena, struct demo_cell, count + 1);
	facility->cells[1] = ARENA_ARRAY(demo->arena, struct demo_cell, count + 1);
	for (size_t i = 0; i < count; i++) {
		int side = text_equal_string(text_from(plans[i].sex), "F");
		if (text_equal_string(text_from(plans[i].kind), "wing") && text_is_empty(facility->wing))
			facility->wing = plans[i].id;
		if (plans[i].capacity > 0)
			facility->cells[side][facility->cell_count[side]++] = (struct demo_cell){ plans[i].id, plans[i].capacity, 0 };
	}
}

/* A wing of three landings with 14 cells each. In remand every cell is for one (NMR-113); elsewhere every seventh. */
static void wing_plan(struct demo *demo, struct plans *plans, const struct demo_facility *facility, const struct plan *building, int number, const char *sex,
	int cells)
{
	struct arena *arena = demo->arena;
	bool remand = facility->kind == DEMO_REMAND;
	const char *status = remand ? "untried" : "convicted", *purpose = remand ? "remand" : "ordinary";
	char letter = (char)('A' + number % 26);
	struct text code = number < 26 ? arena_format(arena, "%c", letter) : arena_format(arena, "%c%d", letter, number / 26);
	struct plan *wing = plan_add(&plans[1], (struct plan){ .code = code, .kind = "wing", .purpose = purpose, .sex = sex, .status = status, .parent = building });
	for (int landing = 0; landing < LANDINGS && cells > landing * CELLS_A_LANDING; landing++) {
		struct plan *above = plan_add(&plans[2], (struct plan){ .code = arena_format(arena, "%.*s-%d", TEXT_FORMAT(code), landing + 1), .kind = "landing",
			.sex = sex, .status = status, .parent = wing });
		for (int cell = landing * CELLS_A_LANDING; cell < cells && cell < (landing + 1) * CELLS_A_LANDING; cell++) {
			bool single = remand || cell % 7 == 6;
			plan_add(&plans[3], (struct plan){ .code = arena_format(arena, "%.*s-%02d", TEXT_FORMAT(above->code), cell % CELLS_A_LANDING + 1), .kind = "cell",
				.purpose = cell == 0 && !remand ? "first_night" : purpose, .sex = sex, .status = status, .parent = above, .capacity = single ? 1 : 2,
				.area = single ? "8.00" : "11.50" });
		}
	}
}

static void rooms_plan(struct demo *demo, struct plans *rooms, const struct plan *building)
{
	static const struct { const char *code, *kind, *name; } ROOMS[] = { { "Reception", "reception", "Reception and first search" },
		{ "Holding 1", "holding", "Waiting room of reception" }, { "Health", "medical", "Health room" }, { "Visits", "visits", "Visits room" },
		{ "Workshop 1", "workshop", "Sewing workshop" }, { "School", "classroom", "Classrooms" }, { "Yard 1", "yard", "Exercise yard" },
		{ "Prayer room", "faith", "Room for worship, all faiths" }, { "Property store", "store", "Property store" } };
	for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++)
		plan_add(rooms, (struct plan){ .code = text_from(ROOMS[i].code), .kind = ROOMS[i].kind, .name = ROOMS[i].name, .parent = building });
	(void)demo;
}

static bool tree_make(struct demo *demo, struct demo_facility *facility)
{
	enum { LEVELS = 4 };
	int64_t beds = facility->planned * 115 / 100 + 6;
	int64_t women = facility->kind == DEMO_REMAND ? beds / 8 + 2 : facility->kind == DEMO_WOMEN ? beds : 0, men = beds - women;
	if (facility->kind == DEMO_WOMEN)
		men = 0;
	/* Of seven cells outside remand, six have two beds. */
	int64_t cells[2] = { facility->kind == DEMO_REMAND ? men : men * 7 / 13 + 1, facility->kind == DEMO_REMAND ? women : women * 7 / 13 + 1 };
	size_t room = (size_t)(cells[0] + cells[1]) + 64;
	struct plans plans[LEVELS];
	for (int level = 0; level < LEVELS; level++)
		plans[level] = (struct plans){ ARENA_ARRAY(demo->arena, struct plan, room), 0 };
	struct plan *building = plan_add(&plans[0], (struct plan){ .code = TEXT("Main building"), .kind = "building" });
	int number = 0;
	for (int side = 0; side < 2; side++) {
		if ((side == 0 && men == 0) || (side == 1 && women == 0))
			continue;
		for (int64_t left = cells[side]; left > 0; left -= LANDINGS * CELLS_A_LANDING)
			wing_plan(demo, plans, facility, building, number++, side ? "F" : "M",
				(int)(left < LANDINGS * CELLS_A_LANDING ? left : LANDINGS * CELLS_A_LANDING));
	}
	rooms_plan(demo, &plans[1], building);
	for (int level = 0; level < LEVELS; level++)
		for (size_t from = 0; from < plans[level].count; from += GROUP) {
			size_t count = plans[level].count - from < GROUP ? plans[level].count - from : GROUP;
			if (!plans_run(demo, facility, plans[level].items + from, count))
				return false;
		}
	cells_keep(demo, facility, plans[3].items, plans[3].count);
	return true;
}

bool demo_places(struct demo *demo)
{
	facilities_plan(demo);
	for (size_t i = 0; i < demo->facility_count; i++) {
		if (!facility_add(demo, &demo->facilities[i]) || !tree_make(demo, &demo->facilities[i]))
			return false;
		cli_progress(NULL, "Facilities", (int64_t)i + 1, (int64_t)demo->facility_count);
	}
	return true;
}
