/* service.c - opening and closing a data folder, and what an open one tells about itself. */
#include "service/service.h"

#include <stdlib.h>

#include "base/file.h"
#include "service/internal.h"
#include "service/names.h"
#include "store/schema.h"

enum { PROFILE_LIMIT = 1024 * 1024 };

static const char plain_tables[] =
	"CREATE TABLE IF NOT EXISTS idempotency (key TEXT PRIMARY KEY, actor TEXT NOT NULL, hash TEXT NOT NULL,"
	" outcome TEXT NOT NULL, at BIGINT NOT NULL);\n"
	"CREATE INDEX IF NOT EXISTS idempotency_at ON idempotency (at);\n"
	"CREATE TABLE IF NOT EXISTS attachment_blob (id TEXT PRIMARY KEY, data @BLOB NOT NULL);\n";
/* What is open, soonest first: the engine's own query, which no field table can express. */
static const char deadline_index[] =
	/* All that "my work" and the clock ask of open ones, in the order in which they are due: no row is read to be counted. */
	"DROP INDEX IF EXISTS deadline_open;\n"
	"CREATE INDEX IF NOT EXISTS deadline_work ON deadline (due_at, id, clock, subject_id, facility_id) WHERE stopped_at IS NULL;\n";

static const char *database_url(struct arena *arena, const struct service_options *options, struct text configured)
{
	if (options->database)
		return options->database;
	if (!text_is_empty(configured))
		return arena_string(arena, configured);
	return arena_format(arena, "sqlite:%s", file_path(arena, options->folder, "custos.db")).data;
}

static bool install(struct connection *writer, const struct registry *registry, struct error_list *errors)
{
	return schema_install(writer, registry, errors) && journal_install(writer, errors) &&
		store_script(writer, plain_tables, errors) && store_script(writer, deadline_index, errors);
}

/* ---- init ---- */

static bool init_database(struct arena *arena, const struct service_options *options, struct error_list *errors)
{
	struct store *store;
	struct connection *writer;
	if (!store_open(database_url(arena, options, text_empty()), true, &store, errors))
		return false;
	bool done = store_writer(store, &writer, errors);
	if (done) {
		done = install(writer, options->registry, errors);
		connection_close(writer);
	}
	store_close(store);
	return done;
}

static bool init_folder(struct arena *arena, const struct service_options *options, struct text base,
	struct error_list *errors)
{
	struct keys *keys;
	if (!file_make_folder(options->folder, 0700) ||
		!file_make_folder(file_path(arena, options->folder, "logs"), 0700)) {
		error_add(errors, &(struct error){.code = E_SYSTEM, .message = N_("The folder {path} cannot be made"),
			.parameters = {{"path", text_from(options->folder), false}}});
		return false;
	}
	if (!config_write(arena, options->folder, base, options->database, errors) ||
		!keys_open(options->folder, true, &keys, errors))
		return false;
	keys_close(keys);
	return init_database(arena, options, errors);
}

/* Part of every log's name: letters, digits, dots and hyphens, as a host name has them. */
static bool base_is_good(struct text base, struct error_list *errors)
{
	bool good = base.length > 0 && base.length <= 128 && base.data[0] != '.' && base.data[0] != '-';
	for (size_t i = 0; i < base.length; i++) {
		char c = base.data[i];
		good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
	}
	if (!good)
		error_say(errors, E_PATTERN, "/base",
			N_("The base name of the journal is like a host name: small letters, digits, dots and hyphens"));
	return good;
}

bool service_init(const struct service_options *options, struct text base_name, struct error_list *errors)
{
	struct arena *arena = arena_create();
	bool done = base_is_good(base_name, errors) && init_folder(arena, options, base_name, errors);
	arena_destroy(arena);
	return done;
}

/* ---- readers ---- */

static void unlink_reader(struct service *service, struct reader *reader)
{
	struct reader **place = &service->readers;
	while (*place && *place != reader)
		place = &(*place)->next;
	if (*place)
		*place = reader->next;
}

/* A thread ended: its connection goes with it, its slot waits for the next thread. */
static void reader_end(void *state)
{
	struct reader *reader = state;
	struct service *service = reader->service;
	if (reader->connection)
		connection_close(reader->connection);
	reader->connection = NULL;
	pthread_mutex_lock(&service->reader_mutex);
	unlink_reader(service, reader);
	reader->next = service->idle_readers;
	service->idle_readers = reader;
	pthread_mutex_unlock(&service->reader_mutex);
}

static struct reader *reader_of_thread(struct service *service)
{
	struct reader *reader = pthread_getspecific(service->reader_key);
	if (reader)
		return reader;
	pthread_mutex_lock(&service->reader_mutex);
	reader = service->idle_readers;
	if (reader)
		service->idle_readers = reader->next;
	else if (!(reader = calloc(1, sizeof *reader))) /* not on the service's arena: that belongs to the thread that opened it */
		abort();
	reader->service = service;
	reader->next = service->readers;
	service->readers = reader;
	pthread_mutex_unlock(&service->reader_mutex);
	pthread_setspecific(service->reader_key, reader);
	return reader;
}

struct connection *service_reader(struct service *service, struct error_list *errors)
{
	struct reader *reader = reader_of_thread(service);
	if (reader->connection && !connection_is_alive(reader->connection)) {
		connection_close(reader->connection);
		reader->connection = NULL;
	}
	if (!reader->connection && !store_reader(service->store, &reader->connection, errors))
		reader->connection = NULL;
	return reader->connection;
}

struct connection *service_connection(struct service *service, struct error_list *errors)
{
	return writer_is_current(service) ? service->connection : service_reader(service, errors);
}

/* ---- open ---- */

static bool load_profile(struct service *service, struct error_list *errors)
{
	const char *path = file_path(service->arena, service->folder, "profile.json");
	struct text json;
	if (!file_exists(path)) {
		service->profile = profile_neutral(service->arena);
		return true;
	}
	if (!file_read(service->arena, path, PROFILE_LIMIT, &json)) {
		error_add(errors, &(struct error){.code = E_SYSTEM, .message = N_("The profile {path} cannot be read"),
			.parameters = {{"path", text_from(path), false}}});
		return false;
	}
	return profile_load(service->arena, json, &service->profile, errors);
}

static void bind_rule(struct service *service, const struct rule *rule, const char *act)
{
	struct rule_list *list = map_get(&service->rules, text_from(act));
	if (!list) {
		list = ARENA_NEW(service->arena, struct rule_list);
		list->items = ARENA_ARRAY(service->arena, const struct rule *, service->registry->rule_count);
		map_set(&service->rules, text_from(act), list);
	}
	if (list->count == 0 || list->items[list->count - 1] != rule)
		list->items[list->count++] = rule;
}

static void bind_rules(struct service *service)
{
	map_begin(&service->rules, service->arena);
	for (size_t i = 0; i < service->registry->rule_count; i++) {
		const struct rule *rule = service->registry->rules[i];
		for (const char *const *act = rule->acts; act && *act; act++)
			bind_rule(service, rule, *act);
	}
}

struct rule_list service_rules(const struct service *service, const char *act)
{
	const struct rule_list *list = map_get(&service->rules, text_from(act));
	return list ? *list : (struct rule_list){0};
}

bool service_open_journal(struct service *service, struct error_list *errors)
{
	if (service->journal_arena)
		arena_destroy(service->journal_arena);
	service->journal = NULL;
	service->journal_arena = arena_create();
	return journal_open(service->journal_arena, service->connection, service->keys, service->base, &service->journal,
		errors);
}

static bool open_writer(struct service *service, const struct service_options *options, struct error_list *errors)
{
	if (!store_writer(service->store, &service->connection, errors))
		return false;
	/* Tests only, and only where the driver knows the word. */
	if (options->fast && store_backend(service->store) == STORE_SQLITE &&
		!store_script(service->connection, "PRAGMA synchronous=OFF", errors))
		return false;
	return install(service->connection, service->registry, errors) && service_open_journal(service, errors) &&
		writer_start(service, !options->clock, errors);
}

static bool open_parts(struct service *service, const struct service_options *options, struct error_list *errors)
{
	if (!registry_check(service->registry, errors) || !config_read(service, errors))
		return false;
	service->base = service_config(service, "base");
	service->zone = service_config(service, "zone");
	const char *url = database_url(service->arena, options, service_config(service, "database"));
	service->database = arena_string(service->arena, text_from(url));
	return load_profile(service, errors) && keys_open(service->folder, false, &service->keys, errors) &&
		store_open(url, false, &service->store, errors) &&
		(!options->writer || open_writer(service, options, errors));
}

static struct service *service_make(const struct service_options *options)
{
	struct arena *arena = arena_create();
	struct service *service = ARENA_NEW(arena, struct service);
	service->arena = arena;
	service->folder = arena_string(arena, text_from(options->folder));
	service->clock = options->clock ? options->clock : clock_system();
	service->registry = generic_registry(arena, options->registry);
	map_begin(&service->config, arena);
	bind_rules(service);
	facility_cache_begin(&service->facilities);
	service->accounts = account_cache_create();
	pthread_mutex_init(&service->reader_mutex, NULL);
	pthread_key_create(&service->reader_key, reader_end);
	return service;
}

bool service_open(const struct service_options *options, struct service **out_service, struct error_list *errors)
{
	struct service *service = service_make(options);
	if (!open_parts(service, options, errors)) {
		service_close(service);
		return false;
	}
	*out_service = service;
	return true;
}

static void free_readers(struct reader *reader)
{
	while (reader) {
		struct reader *next = reader->next;
		if (reader->connection)
			connection_close(reader->connection);
		free(reader);
		reader = next;
	}
}

void service_close(struct service *service)
{
	names_stop(service);
	writer_stop(service);
	names_close(service);
	pthread_key_delete(service->reader_key);
	free_readers(service->readers);
	free_readers(service->idle_readers);
	if (service->connection)
		connection_close(service->connection);
	if (service->journal_arena)
		arena_destroy(service->journal_arena);
	if (service->store)
		store_close(service->store);
	if (service->keys)
		keys_close(service->keys);
	facility_cache_end(&service->facilities);
	account_cache_destroy(service->accounts);
	pthread_mutex_destroy(&service->reader_mutex);
	arena_destroy(service->arena);
}

/* ---- facts ---- */

const struct registry *service_registry(const struct service *service)
{
	return service->registry;
}

struct keys *service_keys(struct service *service)
{
	return service->keys;
}

const struct profile *service_profile(const struct service *service)
{
	return service->profile;
}

int64_t service_now(const struct service *service)
{
	return clock_now(service->clock);
}

const char *service_folder(const struct service *service)
{
	return service->folder;
}

const char *service_database(const struct service *service)
{
	return service->database;
}

const struct actor *service_system_actor(void)
{
	static const struct actor system = {.id = TEXT("system"), .name = TEXT("system"), .display_name = TEXT("Custos"),
		.clearance = SENSITIVITY_SENSITIVE, .compartments = (1u << COMPARTMENT_COUNT) - 1, .facilities = NULL,
		.all_facilities = true, .facility = TEXT(""), .language = TEXT("en"), .own_subject = TEXT(""),
		.is_system = true, .break_glass_subject = TEXT("")};
	return &system;
}
