/*
 * inn.h - an invented service for the tests of service: an inn with houses, guests, bags and stays.
 *
 * house: a plain noun, the place that scopes access. guest: the subject. bag: a child of a guest with the generic acts.
 * stay: made by verbs with consequences across nouns. Each test gets a fresh folder and database (SQLite, then, when
 * CUSTOS_TEST_POSTGRES holds a URL, PostgreSQL) and, when it ends, verify_database must find nothing.
 */
#ifndef CUSTOS_TEST_INN_H
#define CUSTOS_TEST_INN_H

#include <stdarg.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "base/file.h"
#include "journal/verify.h"
#include "service/internal.h"
#include "store/select.h"

/* ---- records ---- */

enum { HOUSE_CODE, HOUSE_NAME, HOUSE_ZONE, HOUSE_FIELDS };
enum { GUEST_NUMBER, GUEST_NAME, GUEST_HOUSE, GUEST_SECRET, GUEST_INITIAL, GUEST_FIELDS };
enum { BAG_GUEST, BAG_LABEL, BAG_WEIGHT, BAG_TAG, BAG_FIELDS };
enum { STAY_GUEST, STAY_HOUSE, STAY_BEGAN_AT, STAY_ENDED_AT, STAY_LOCKED, STAY_FIELDS };

#define PLAIN SENSITIVITY_OFFICIAL
static const struct field house_fields[] = {
	[HOUSE_CODE] = {.name = "code", .label = "Code", .type = FIELD_CODE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_FIXED | FIELD_LISTED},
	[HOUSE_NAME] = {.name = "name", .label = "Name", .type = FIELD_LINE, .sensitivity = PLAIN, .flags = FIELD_REQUIRED},
	[HOUSE_ZONE] = {.name = "zone", .label = "Zone", .type = FIELD_LINE, .sensitivity = PLAIN},
};
static const struct field guest_fields[] = {
	[GUEST_NUMBER] = {.name = "number", .label = "Number", .type = FIELD_CODE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_UNIQUE},
	[GUEST_NAME] = {.name = "name", .label = "Name", .type = FIELD_LINE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_SEARCHED},
	[GUEST_HOUSE] = {.name = "house", .label = "House", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_DERIVED, .reference = "house"},
	[GUEST_SECRET] = {.name = "secret", .label = "Secret", .type = FIELD_LINE, .sensitivity = SENSITIVITY_SENSITIVE},
	[GUEST_INITIAL] = {.name = "initial", .label = "Initial", .type = FIELD_LINE, .sensitivity = PLAIN,
		.flags = FIELD_DERIVED},
};
static const struct field bag_fields[] = {
	[BAG_GUEST] = {.name = "guest", .label = "Guest", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .reference = "guest"},
	[BAG_LABEL] = {.name = "label", .label = "Label", .type = FIELD_LINE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_LISTED},
	[BAG_WEIGHT] = {.name = "weight", .label = "Weight", .type = FIELD_INTEGER, .sensitivity = PLAIN,
		.flags = FIELD_MAY_BE_UNKNOWN, .limits = {.minimum = 0, .maximum = 1000}},
	[BAG_TAG] = {.name = "tag", .label = "Tag", .type = FIELD_LINE, .sensitivity = PLAIN},
};
static const struct field stay_fields[] = {
	[STAY_GUEST] = {.name = "guest", .label = "Guest", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .reference = "guest"},
	[STAY_HOUSE] = {.name = "house", .label = "House", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED | FIELD_FIXED, .reference = "house"},
	[STAY_BEGAN_AT] = {.name = "began_at", .label = "Began", .type = FIELD_MOMENT, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED},
	[STAY_ENDED_AT] = {.name = "ended_at", .label = "Ended", .type = FIELD_MOMENT, .sensitivity = PLAIN},
	[STAY_LOCKED] = {.name = "locked", .label = "Locked", .type = FIELD_YES_NO, .sensitivity = PLAIN},
};

static inline void guest_derive(struct arena *arena, struct row *row)
{
	(void)arena;
	row_set_text(row, GUEST_INITIAL, text_slice(row_text(row, GUEST_NAME), 0, 1));
}

static inline bool bag_check(const struct act_context *context, const struct row *row, struct error_list *errors)
{
	(void)context;
	if (!row_is(row, BAG_LABEL, "bomb"))
		return true;
	error_say(errors, E_STATE, "/label", "No such bag comes in");
	return false;
}

static const struct record record_house = {.name = "house", .label = "House", .label_plural = "Houses",
	.fields = house_fields, .field_count = HOUSE_FIELDS, .facility_field = FIELD_SELF, .person_field = FIELD_NONE,
	.parent_field = FIELD_NONE, .flags = RECORD_NO_READ_LOG, .readers = ROLES_ALL,
	.keepers = ROLE(HEADQUARTERS)};
static const struct record record_guest = {.name = "guest", .label = "Guest", .label_plural = "Guests",
	.fields = guest_fields, .field_count = GUEST_FIELDS, .facility_field = GUEST_HOUSE, .person_field = FIELD_SELF,
	.parent_field = FIELD_NONE, .readers = ROLES_ALL, .keepers = ROLE(RECEPTION), .derive = guest_derive};
static const struct record record_bag = {.name = "bag", .label = "Bag", .label_plural = "Bags", .fields = bag_fields,
	.field_count = BAG_FIELDS, .facility_field = FIELD_NONE, .person_field = BAG_GUEST, .parent_field = BAG_GUEST,
	.readers = ROLES_ALL, .keepers = ROLE(RECEPTION), .check = bag_check};
static const struct record record_stay = {.name = "stay", .label = "Stay", .label_plural = "Stays",
	.fields = stay_fields, .field_count = STAY_FIELDS, .facility_field = STAY_HOUSE, .person_field = STAY_GUEST,
	.parent_field = STAY_GUEST, .readers = ROLES_ALL, .keepers = ROLES_NONE};

/* ---- clocks: a test of the register of rules gives them rules that stand there ---- */
#ifndef INN_WELCOME_RULE
#define INN_WELCOME_RULE "INN-5"
#define INN_REVIEW_RULE "INN-6"
#endif

static const struct clock_kind clock_welcome = {.name = "welcome", .label = "Welcome the guest", .rule = INN_WELCOME_RULE,
	.parameter = "adm.info_hours", .length = 24, .unit = CLOCK_HOURS, .told = ROLE(RECEPTION),
	.escalate_to = ROLE(GOVERNOR), .escalate_hours = 12, .legal_maximum = true, .becomes_breach = true};
static const struct clock_kind clock_review = {.name = "review", .label = "Review the stay", .rule = INN_REVIEW_RULE,
	.length = 5, .unit = CLOCK_WORKING_DAYS, .told = ROLE(GOVERNOR)};

/* ---- acts ---- */

enum { BEGIN_GUEST, BEGIN_HOUSE, BEGIN_INPUTS };
static const struct field begin_fields[] = {
	[BEGIN_GUEST] = {.name = "guest", .label = "Guest", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED, .reference = "guest"},
	[BEGIN_HOUSE] = {.name = "house", .label = "House", .type = FIELD_REFERENCE, .sensitivity = PLAIN,
		.flags = FIELD_REQUIRED, .reference = "house"},
};
static const struct record begin_inputs = {.name = "stay.begin", .label = "Stay", .label_plural = "Stays",
	.fields = begin_fields, .field_count = BEGIN_INPUTS, .facility_field = BEGIN_HOUSE, .person_field = BEGIN_GUEST,
	.parent_field = FIELD_NONE, .readers = ROLES_ALL};

static inline bool begin_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, BEGIN_GUEST, &record_guest, errors);
	if (!old)
		return false;
	if (row_has(old, GUEST_HOUSE)) {
		error_say(errors, E_STATE, "/guest", "The guest stays already");
		return false;
	}
	struct row *guest = decision_change(decision, old);
	row_set(guest, GUEST_HOUSE, row_value(context->input, BEGIN_HOUSE));
	struct row *stay = decision_insert(decision, &record_stay);
	row_set_text(stay, STAY_GUEST, old->id);
	row_set(stay, STAY_HOUSE, row_value(context->input, BEGIN_HOUSE));
	row_set_integer(stay, STAY_BEGAN_AT, context->now);
	struct deadline_start start = {.clock = &clock_welcome, .facility = row_text(stay, STAY_HOUSE),
		.subject = old->id, .record_id = stay->id, .record = &record_stay, .started_at = context->now};
	decision_start(decision, &start);
	start.clock = &clock_review;
	decision_start(decision, &start);
	decision->result = stay;
	return true;
}
static const struct act act_begin = {.name = "stay.begin", .label = "Begin a stay", .done = "Begun",
	.input_record = &begin_inputs, .record = &record_stay, .target_input = FIELD_NONE, .actors = ROLE(RECEPTION),
	.flags = ACT_MAY_RECORD_FACT, .decide = begin_decide};

static const struct field stay_input[] = {
	{.name = "stay", .label = "Stay", .type = FIELD_REFERENCE, .sensitivity = PLAIN, .flags = FIELD_REQUIRED,
		.reference = "stay"},
};
#define STAY_INPUTS(act_name) {.name = (act_name), .label = "Stay", .label_plural = "Stays", .fields = stay_input, \
	.field_count = 1, .facility_field = FIELD_NONE, .person_field = FIELD_NONE, .parent_field = FIELD_NONE, \
	.readers = ROLES_ALL}
static const struct record end_inputs = STAY_INPUTS("stay.end");
static const struct record lock_inputs = STAY_INPUTS("stay.lock");

static inline bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &record_stay, errors);
	const struct row *old_guest = old ? act_load(context, &record_guest, row_text(old, STAY_GUEST)) : NULL;
	if (!old_guest)
		return false;
	struct row *stay = decision_change(decision, old);
	row_set_integer(stay, STAY_ENDED_AT, context->now);
	row_set(decision_change(decision, old_guest), GUEST_HOUSE, value_absent());
	decision_stop(decision, &clock_welcome, old->id);
	decision_stop(decision, &clock_review, old->id);
	decision->result = stay;
	return true;
}
static const struct act act_end = {.name = "stay.end", .label = "End a stay", .done = "Ended",
	.input_record = &end_inputs, .record = &record_stay, .target_input = 0, .actors = ROLE(RECEPTION),
	.flags = ACT_REASON, .decide = end_decide};

static inline bool lock_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &record_stay, errors);
	if (!old)
		return false;
	row_set_yes_no(decision_change(decision, old), STAY_LOCKED, true);
	decision->result = decision_change(decision, old);
	return true;
}
static const struct act act_lock = {.name = "stay.lock", .label = "Lock a stay", .done = "Locked",
	.input_record = &lock_inputs, .record = &record_stay, .target_input = 0, .actors = ROLE(RECEPTION),
	.seconds = ROLE(GOVERNOR), .flags = ACT_SECOND_PERSON | ACT_REASON, .decide = lock_decide};

/* ---- rules: each bites on guests whose name holds its word ---- */

static inline bool guest_is(const struct act_context *context, const char *word, struct rule_finding *out_finding)
{
	const struct row *guest = act_load(context, &record_guest, row_text(context->input, BEGIN_GUEST));
	if (!guest || text_find(row_text(guest, GUEST_NAME), text_from(word)) == SIZE_MAX)
		return false;
	*out_finding = (struct rule_finding){.message = "{name} is such a guest",
		.parameters = {{"name", row_text(guest, GUEST_NAME), false}}, .advice = "Find another inn",
		.ask = "The innkeeper", .path = "/guest"};
	return true;
}
#define GUEST_RULE(function, word) \
	static inline bool function(const struct act_context *context, const struct decision *decision, \
		struct rule_finding *out_finding) \
	{ \
		assert_non_null(decision_row(decision, &record_stay)); \
		return guest_is(context, word, out_finding); \
	}
GUEST_RULE(bites_refuse, "refuse")
GUEST_RULE(bites_warn, "warn")
GUEST_RULE(bites_breach, "breach")
GUEST_RULE(bites_evidence, "evidence")
static const char *const begin_only[] = {"stay.begin", NULL};
static const char *const welcome_only[] = {"welcome", NULL};
static const char *const review_only[] = {"review", NULL};
static const struct rule rule_refuse = {"INN-1", "Nobody of the banned stays", RULE_REFUSE, true, begin_only, NULL,
	bites_refuse};
static const struct rule rule_warn = {"INN-2", "Think twice", RULE_WARN, false, begin_only, NULL, bites_warn};
static const struct rule rule_breach = {"INN-3", "Write it down", RULE_BREACH, false, begin_only, NULL, bites_breach};
static const struct rule rule_evidence = {"INN-4", "Papers first", RULE_EVIDENCE, false, begin_only, NULL,
	bites_evidence};
static const struct rule rule_welcome = {INN_WELCOME_RULE, "Welcome", RULE_DEADLINE, false, NULL, welcome_only, NULL};
static const struct rule rule_review = {INN_REVIEW_RULE, "Review", RULE_DEADLINE, false, NULL, review_only, NULL};

/* ---- the registry ---- */

static const struct record *const inn_records[] = {&record_house, &record_guest, &record_bag, &record_stay, NULL};
static const struct act *const inn_acts[] = {&act_begin, &act_end, &act_lock, NULL};
static const struct rule *const inn_rules[] = {&rule_refuse, &rule_warn, &rule_breach, &rule_evidence, &rule_welcome,
	&rule_review, NULL};
static const struct clock_kind *const inn_clocks[] = {&clock_welcome, &clock_review, NULL};
static const struct area area_inn = {"inn", "Inn", inn_records, inn_acts, inn_rules, inn_clocks};

/* ---- a service for a test ---- */

struct inn {
	struct arena *arena;
	struct error_list errors;
	struct registry *registry;
	int64_t moment;
	struct clock clock;
	struct service_options options;
	struct service *service;
	char folder[64], url[512];
	struct text hill, lake;		 /* houses: codes hill (Asia/Bishkek) and lake (Europe/Berlin) */
	struct actor headquarters, clerk, governor, far_clerk; /* clerk and governor at hill, far_clerk at lake */
};

static bool inn_is_postgres;

static inline void inn_fail(struct inn *inn)
{
	for (size_t i = 0; i < inn->errors.count; i++) {
		struct text english = error_english(inn->arena, &inn->errors.items[i]);
		fprintf(stderr, "error %d at %.*s: %.*s (%.*s)\n", inn->errors.items[i].code,
			TEXT_FORMAT(inn->errors.items[i].path), TEXT_FORMAT(english),
			TEXT_FORMAT(inn->errors.items[i].detail));
	}
}

/* The call must succeed. */
#define GOOD(call) \
	do { \
		if (!(call)) { \
			inn_fail(inn); \
			fail_msg("%s", #call); \
		} \
	} while (0)

/* The call must fail with this code among its errors; the list is emptied. */
#define BAD(expected, call) \
	do { \
		assert_false(call); \
		if (!error_list_has(&inn->errors, (expected))) { \
			inn_fail(inn); \
			fail_msg("wrong errors after %s", #call); \
		} \
		error_list_begin(&inn->errors, inn->arena); \
	} while (0)

/* Runs an act with up to four inputs: pairs of names and values, ended by NULL. */
static inline bool inn_run(struct inn *inn, const struct actor *actor, struct command *command, struct outcome *out_outcome,
	const char *act, ...)
{
	struct pair pairs[8];
	size_t count = 0;
	va_list list;
	va_start(list, act);
	for (const char *name = va_arg(list, const char *); name; name = va_arg(list, const char *)) {
		pairs[count].name = text_from(name);
		pairs[count++].value = text_from(va_arg(list, const char *));
	}
	va_end(list);
	command->act = text_from(act);
	command->inputs = pairs;
	command->input_count = count;
	return command_run(inn->service, inn->arena, actor, command, out_outcome, &inn->errors);
}
#define RUN(actor, outcome, ...) inn_run(inn, (actor), &(struct command){.reason = TEXT("a reason")}, (outcome), __VA_ARGS__, NULL)

static inline const struct row *inn_row(struct inn *inn, const struct record *record, struct text id)
{
	const struct row *row = NULL;
	struct connection *reader = service_reader(inn->service, &inn->errors);
	assert_non_null(reader);
	GOOD(select_load(reader, inn->arena, record, id, &row, &inn->errors));
	return row;
}

static inline struct rows inn_rows(struct inn *inn, const struct record *record)
{
	struct rows rows;
	struct selection selection = {.record = record, .order_field = FIELD_CREATED_AT};
	GOOD(select_rows(service_reader(inn->service, &inn->errors), inn->arena, &selection, &rows, &inn->errors));
	return rows;
}

static inline struct actor inn_user(struct inn *inn, const char *name, const char *roles, const char *facilities,
	const char *working)
{
	struct outcome outcome;
	struct actor actor;
	GOOD(RUN(service_system_actor(), &outcome, "user_account.add", "name", name, "display_name", name, "roles", roles,
		"facilities", facilities, "working_facility", working, "clearance", "official"));
	assert_true(user_account_actor(inn->arena, inn_row(inn, &RECORD_USER_ACCOUNT, outcome.record_id), &actor));
	return actor;
}

static inline struct text inn_house(struct inn *inn, const char *code, const char *zone)
{
	struct outcome outcome;
	GOOD(RUN(service_system_actor(), &outcome, "house.add", "code", code, "name", code, "zone", zone));
	return outcome.record_id;
}

static inline struct text inn_guest(struct inn *inn, const char *number, const char *name)
{
	struct outcome outcome;
	GOOD(RUN(&inn->clerk, &outcome, "guest.add", "number", number, "name", name));
	return outcome.record_id;
}

/* A guest who stays at the hill. */
static inline struct text inn_staying(struct inn *inn, const char *number, const char *name, struct text *out_stay)
{
	struct outcome outcome;
	struct text guest = inn_guest(inn, number, name);
	GOOD(RUN(&inn->clerk, &outcome, "stay.begin", "guest", guest.data, "house", inn->hill.data));
	if (out_stay)
		*out_stay = outcome.record_id;
	return guest;
}

static inline bool inn_administer(const char *verb, const char *name)
{
	char sql[200];
	PGconn *server = PQconnectdb(getenv("CUSTOS_TEST_POSTGRES"));
	snprintf(sql, sizeof sql, "%s %s%s", verb, name, strncmp(verb, "DROP", 4) == 0 ? " WITH (FORCE)" : "");
	PGresult *result = PQexec(server, sql);
	bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!good)
		fprintf(stderr, "%s: %s\n", sql, PQerrorMessage(server));
	PQclear(result);
	PQfinish(server);
	return good;
}

static inline void inn_database(struct inn *inn, char name[48])
{
	const char *url = getenv("CUSTOS_TEST_POSTGRES");
	const char *query = strchr(url, '?'), *end = query ? query : url + strlen(url);
	const char *slash = end;
	snprintf(name, 48, "custos_service_%d", (int)getpid());
	while (slash > url && *slash != '/')
		slash--;
	snprintf(inn->url, sizeof inn->url, "%.*s/%s%s", (int)(slash - url), url, name, query ? query : "");
	inn->options.database = inn->url;
}

static inline void inn_registry(struct inn *inn)
{
	static const struct area *const areas[] = {&area_inn, &AREA_ENGINE};
	inn->registry = registry_make(inn->arena, areas, 2);
	inn->registry->subject = &record_guest;
	inn->registry->subject_facility = GUEST_HOUSE;
	inn->registry->facility = &record_house;
	inn->registry->facility_code = HOUSE_CODE;
	inn->registry->facility_zone = HOUSE_ZONE;
}

static inline int inn_begin(void **state)
{
	struct inn *inn = calloc(1, sizeof *inn);
	char name[48];
	inn->arena = arena_create();
	error_list_begin(&inn->errors, inn->arena);
	snprintf(inn->folder, sizeof inn->folder, "/tmp/custos-service-XXXXXX");
	if (!mkdtemp(inn->folder))
		return -1;
	inn_registry(inn);
	/* Friday 2026-11-20, 08:00 UTC. */
	inn->moment = moment_from_date((struct date){2026, 11, 20}) + 8 * MOMENT_HOUR;
	inn->clock = clock_fixed(&inn->moment);
	inn->options = (struct service_options){.folder = inn->folder, .registry = inn->registry, .clock = &inn->clock,
		.writer = true, .fast = true};
	if (inn_is_postgres) {
		inn_database(inn, name);
		if (!inn_administer("CREATE DATABASE", name))
			return -1;
	}
	*state = inn;
	if (!service_init(&inn->options, TEXT_OF("inn.example"), &inn->errors) ||
		!service_open(&inn->options, &inn->service, &inn->errors)) {
		inn_fail(inn);
		return -1;
	}
	inn->hill = inn_house(inn, "hill", "Asia/Bishkek");
	inn->lake = inn_house(inn, "lake", "Europe/Berlin");
	inn->headquarters = inn_user(inn, "hq", "headquarters", "*", "");
	inn->clerk = inn_user(inn, "clerk", "reception", inn->hill.data, inn->hill.data);
	inn->governor = inn_user(inn, "governor", "governor", inn->hill.data, inn->hill.data);
	inn->far_clerk = inn_user(inn, "far", "reception governor", inn->lake.data, inn->lake.data);
	return 0;
}

static inline bool inn_is_sound(struct inn *inn)
{
	struct verify_report report = {0};
	if (!verify_database(service_reader(inn->service, &inn->errors), inn->arena, service_registry(inn->service),
			service_keys(inn->service), NULL, NULL, &report, &inn->errors)) {
		inn_fail(inn);
		return false;
	}
	for (size_t i = 0; i < report.count; i++)
		fprintf(stderr, "verify: %.*s %lld %.*s/%.*s %.*s: %.*s\n", TEXT_FORMAT(report.findings[i].log),
			(long long)report.findings[i].index, TEXT_FORMAT(report.findings[i].table),
			TEXT_FORMAT(report.findings[i].row), TEXT_FORMAT(report.findings[i].field),
			TEXT_FORMAT(report.findings[i].what));
	return report.count == 0 && report.rows > 0 && report.entries > 0;
}

static inline void inn_remove(struct arena *arena, const char *folder)
{
	struct text *names;
	size_t count;
	if (file_list(arena, folder, &names, &count))
		for (size_t i = 0; i < count; i++)
			if (!file_remove(file_path(arena, folder, names[i].data)))
				rmdir(file_path(arena, folder, names[i].data));
	rmdir(folder);
}

static inline int inn_end(void **state)
{
	struct inn *inn = *state;
	char name[48];
	writer_flush(inn->service);
	bool sound = inn_is_sound(inn);
	service_close(inn->service);
	if (inn_is_postgres) {
		inn_database(inn, name);
		inn_administer("DROP DATABASE", name);
	}
	inn_remove(inn->arena, inn->folder);
	arena_destroy(inn->arena);
	free(inn);
	return sound ? 0 : -1;
}

#define INN_TEST(function) cmocka_unit_test_setup_teardown(function, inn_begin, inn_end)

/* Both databases; the number of failed tests. */
#define INN_RUN(name, tests) \
	(cmocka_run_group_tests_name(name " on SQLite", tests, NULL, NULL) + \
		((inn_is_postgres = getenv("CUSTOS_TEST_POSTGRES") != NULL) ? \
			cmocka_run_group_tests_name(name " on PostgreSQL", tests, NULL, NULL) : 0))

#endif
