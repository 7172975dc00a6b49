/* cmd_demo.c - custos demo: fills a new data folder with an invented prison service, for showing, testing and measuring. */
#include <stdio.h>

#include "app/demo.h"
#include "base/clock.h"
#include "base/random.h"
#include "store/select.h"

enum { PEOPLE_DEFAULT = 200, PEOPLE_MOST = 2000000 };

static int64_t simulated(void *state)
{
	return __atomic_load_n((const int64_t *)state, __ATOMIC_RELAXED);
}

/* A folder that holds facilities already is somebody's work. */
static bool is_empty(struct demo *demo)
{
	struct connection *reader = service_reader(demo->service, &demo->cli->errors);
	struct selection selection = { .record = &RECORD_FACILITY, .order_field = FIELD_ID, .limit = 1 };
	struct rows rows;
	if (!reader || !select_rows(reader, demo->arena, &selection, &rows, &demo->cli->errors))
		return false;
	if (rows.count == 0)
		return true;
	error_add(&demo->cli->errors, &(struct error){ .code = E_STATE, .message = N_("There are facilities in {path} already"),
		.advice = N_("Make a new data folder for the demo: custos init --data DIR"),
		.parameters = { { "path", text_from(demo->cli->folder), false } } });
	return false;
}

static bool demo_make(struct demo *demo, uint64_t seed)
{
	if (!is_empty(demo))
		return false;
	random_seed(seed);
	bool ok = demo_places(demo);
	random_unseed(); /* passwords are salted by real chance */
	ok = ok && demo_users(demo);
	random_seed(seed + 1);
	ok = ok && demo_people(demo);
	if (ok)
		demo_work_last(demo);
	if (ok && demo->sample_count > 0)
		demo_events(demo);
	if (ok)
		demo_staff(demo);
	if (ok)
		demo_inspection(demo);
	random_unseed();
	return ok && demo->cli->errors.count == 0;
}

static int demo_run_command(struct cli *cli)
{
	int64_t people, seed;
	if (!cli_integer(cli, "--people", 20, PEOPLE_MOST, PEOPLE_DEFAULT, &people) || !cli_integer(cli, "--seed", 0, INT64_MAX, 1, &seed))
		return cli_fail(cli);
	struct demo demo = { .cli = cli, .arena = cli->arena, .people = people, .end = clock_now(clock_system()) };
	demo.now = demo.end - INT64_C(905) * MOMENT_DAY;
	demo.minute = MOMENT_MINUTE;
	struct clock clock = { simulated, &demo.now };
	struct service_options options = { .folder = cli->folder, .database = cli->database, .registry = cli->registry, .clock = &clock, .writer = true,
		.fast = true }; /* a demo cut off by a power cut is made again */
	if (!service_open(&options, &demo.service, &cli->errors))
		return cli_fail(cli);
	demo.wave_arena = arena_create();
	int64_t started = clock_monotonic();
	bool ok = demo_make(&demo, (uint64_t)seed);
	arena_destroy(demo.wave_arena);
	service_close(demo.service);
	if (!ok)
		return cli_fail(cli);
	printf("%lld invented people in %zu facilities, by %lld acts in %.1f seconds; %lld acts were refused\n", (long long)demo.admitted, demo.facility_count,
		(long long)demo.acts, (double)(clock_monotonic() - started) / 1e6, (long long)demo.failed);
	printf("The times of these acts are simulated, back to two and a half years ago.\n");
	demo_users_print();
	return demo.failed ? EXIT_FOUND : EXIT_DONE;
}

const struct cli_command CMD_DEMO = {
	.name = "demo", .summary = "Fill a new data folder with an invented prison service and a user for every role", .words = "",
	.options = { { "--people", "N", "how many people (default 200)" }, { "--seed", "S", "the same seed gives the same people (default 1)" } },
	.examples = { "custos init --data data && custos demo --data data", "custos demo --data data --people 10000 --seed 7" }, .run = demo_run_command,
};
