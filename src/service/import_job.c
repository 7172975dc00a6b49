/* import_job.c - the thread that does imports one after the other, and the opening of them. */
#include "service/import_job.h"

#include <string.h>
#include <time.h>

#include "base/log.h"
#include "service/import_files.h"
#include "service/session.h"
#include "store/select.h"

enum { LOOK_MILLISECONDS = 100, LOOKS_A_SCAN = 20, KEEP_DAYS = 30 };
#define KEEP_PARAMETER "import.keep_days"

struct import_jobs {
	struct service *service;
	const struct import_set *const *sets;
	pthread_t thread;
	atomic_bool stopping, woken, halt;
	pthread_mutex_t mutex; /* over the progress */
	struct { char id[64], file[512]; int64_t rows, bytes, total_bytes; } now;
};

/* ---- which mapping ---- */

static const struct import_set *set_made(struct arena *arena, const char *name, const char *label, const struct import_mapping *mapping)
{
	const struct import_mapping **mappings = ARENA_ARRAY(arena, const struct import_mapping *, 2);
	struct import_set *set = ARENA_NEW(arena, struct import_set);
	mappings[0] = mapping;
	*set = (struct import_set){ .name = name, .label = label, .mappings = mappings };
	return mapping ? set : NULL;
}

static const struct row *mapping_row(struct service *service, struct arena *arena, struct text name, struct error_list *errors)
{
	struct connection *connection = service_reader(service, errors);
	struct selection selection = { .record = &RECORD_IMPORT_MAPPING, .order_field = FIELD_ID, .limit = 1, .condition_count = 1,
		.conditions = { CONDITION_TEXT(IMPORT_MAPPING_NAME, name) } };
	struct rows rows = { 0 };
	return connection && select_rows(connection, arena, &selection, &rows, errors) && rows.count ? rows.items[0] : NULL;
}

const struct import_set *import_set_find(struct service *service, struct arena *arena, const struct import_set *const *sets,
	struct text name, bool *out_made, struct error_list *errors)
{
	*out_made = false;
	for (; sets && *sets; sets++)
		if (text_equal_string(name, (*sets)->name))
			return *sets;
	*out_made = true;
	const struct row *row = mapping_row(service, arena, name, errors);
	if (row)
		return set_made(arena, arena_string(arena, name), RECORD_IMPORT_MAPPING.label, import_made_mapping(arena, service->registry, name,
			row_text(row, IMPORT_MAPPING_RECORD), row_text(row, IMPORT_MAPPING_COLUMNS), errors));
	const struct record *record = registry_record(service->registry, name);
	if (record)
		return set_made(arena, record->name, record->label_plural, import_generic(arena, service->registry, record, errors));
	error_add(errors, &(struct error){ .code = E_NOT_FOUND, .path = TEXT_OF("/mapping"), .message = N_("There is no mapping {name}"),
		.advice = N_("Mappings: legacy-places, legacy-register, prison-api, one that somebody has made, or the name of a record"),
		.parameters = { { "name", name, false } } });
	return NULL;
}

/* ---- opening ---- */

static bool fault(struct error_list *errors, enum error_code code, const char *path, const char *message, const char *advice, struct text value)
{
	error_add(errors, &(struct error){ .code = code, .path = text_from(path), .message = message, .advice = advice,
		.parameters = { { "value", value, false } } });
	return false;
}

static bool wants_file(const struct import_set *set, struct text name)
{
	for (const struct import_mapping *const *mapping = set->mappings; *mapping; mapping++)
		if (!(*mapping)->file || text_equal_ignoring_case(name, text_from((*mapping)->file)) ||
			((*mapping)->beside && text_equal_ignoring_case(name, text_from((*mapping)->beside))))
			return true;
	return false;
}

static bool check_order(const struct import_order *order, const struct import_set *set, struct error_list *errors)
{
	size_t before = errors->count;
	struct date day;
	if (order->upload_count == 0)
		fault(errors, E_REQUIRED, "/file", N_("Choose a file"), NULL, text_empty());
	for (size_t i = 0; i < order->upload_count && set; i++)
		if (!wants_file(set, order->uploads[i].name))
			fault(errors, E_FILE_TYPE, "/file", N_("This mapping has no file named {value}"),
				N_("Keep the names of the files as the other system gives them"), order->uploads[i].name);
	if (order->day.length && !date_parse(order->day, &day))
		fault(errors, E_TYPE, "/day", N_("This is not a day: {value}"), N_("Write year, month, day, such as 2026-07-24"), order->day);
	return errors->count == before;
}

static struct text names_of(struct arena *arena, const struct import_order *order)
{
	struct builder names;
	builder_begin(&names, arena, 64);
	for (size_t i = 0; i < order->upload_count; i++) {
		if (i)
			builder_add_byte(&names, '\n');
		builder_add(&names, order->uploads[i].name);
	}
	return builder_text(&names);
}

static struct actor as_engine(const struct actor *user)
{
	struct actor actor = *service_system_actor();
	actor.id = user->id;
	actor.name = user->name;
	actor.display_name = user->display_name;
	return actor;
}

static bool open_row(struct service *service, struct arena *arena, const struct actor *user, const struct pair *inputs, size_t count,
	command_also *also, void *state, struct outcome *out_outcome, struct error_list *errors)
{
	struct actor actor = as_engine(user);
	struct pair *given = ARENA_ARRAY(arena, struct pair, count);
	struct command command = { .act = TEXT_OF("import_job.open"), .inputs = given };
	for (size_t i = 0; i < count; i++)
		if (inputs[i].value.length)
			given[command.input_count++] = inputs[i];
	return command_run_with(service, arena, &actor, &command, also, state, out_outcome, errors);
}

struct sealing { struct service *service; const struct import_order *order; };

/* Before the row is committed: a job without its files cannot be. */
static bool seal_files(void *state, struct connection *writer, struct arena *arena, const struct outcome *outcome, struct error_list *errors)
{
	const struct sealing *sealing = state;
	(void)writer;
	(void)arena;
	for (size_t i = 0; i < sealing->order->upload_count; i++)
		if (!import_files_write(sealing->service, outcome->record_id, IMPORT_SOURCE, i, sealing->order->uploads[i].content, errors))
			return false;
	return true;
}

bool import_job_open(struct service *service, struct arena *arena, const struct actor *actor, const struct import_order *order,
	struct outcome *out_outcome, struct error_list *errors)
{
	bool made;
	struct text *parts = ARENA_ARRAY(arena, struct text, order->upload_count + 1);
	size_t size = 0;
	if (!actor_has_role(actor, IMPORT_USERS)) {
		error_say(errors, E_ACCESS, NULL, N_("Your role may not load files"));
		return false;
	}
	const struct import_set *set = order->mapping.length ? import_set_find(service, arena, import_sets(service), order->mapping, &made, errors) : NULL;
	if (!order->mapping.length)
		fault(errors, E_REQUIRED, "/mapping", N_("Choose what the file holds"), NULL, text_empty());
	if (set && !made && !actor_has_role(actor, IMPORT_KEEPERS))
		fault(errors, E_ACCESS, "/mapping", N_("Only headquarters and administrators take over whole registers"), NULL, text_empty());
	if (!check_order(order, set, errors) || !set || errors->count)
		return false;
	for (size_t i = 0; i < order->upload_count; i++) {
		parts[i] = order->uploads[i].content;
		size += parts[i].length;
	}
	struct hash hash = hash_of_parts(parts, order->upload_count);
	const struct pair inputs[] = { { TEXT_OF("mapping"), order->mapping }, { TEXT_OF("files"), names_of(arena, order) },
		{ TEXT_OF("hash"), hash_hex(arena, &hash) }, { TEXT_OF("size"), arena_format(arena, "%zu", size) }, { TEXT_OF("zone"), order->zone },
		{ TEXT_OF("day"), order->day }, { TEXT_OF("via"), TEXT_OF("page") } };
	struct sealing sealing = { service, order };
	if (!open_row(service, arena, actor, inputs, sizeof inputs / sizeof *inputs, seal_files, &sealing, out_outcome, errors))
		return false;
	if (service->import_jobs)
		atomic_store(&service->import_jobs->woken, true);
	return true;
}

/* ---- settling ---- */

static struct text number(struct arena *arena, int64_t integer)
{
	return arena_format(arena, "%lld", (long long)integer);
}

static bool settle(struct service *service, struct arena *arena, struct text id, const char *state, const struct import_figures *figures,
	int64_t duplicates, struct error_list *errors)
{
	struct outcome outcome;
	const struct pair inputs[] = { { TEXT_OF("import"), id }, { TEXT_OF("state"), text_from(state) }, { TEXT_OF("row_count"), number(arena, figures->rows) },
		{ TEXT_OF("accepted"), number(arena, figures->accepted) }, { TEXT_OF("corrected"), number(arena, figures->corrected) },
		{ TEXT_OF("refused"), number(arena, figures->refused) }, { TEXT_OF("unchanged"), number(arena, figures->unchanged) },
		{ TEXT_OF("duplicates"), number(arena, duplicates) } };
	struct command command = { .act = TEXT_OF("import_job.settle"), .inputs = inputs, .input_count = sizeof inputs / sizeof *inputs };
	return command_run(service, arena, service_system_actor(), &command, &outcome, errors);
}

bool import_job_note(struct service *service, struct arena *arena, const struct actor *actor, struct text mapping, struct text files,
	const struct hash *hash, int64_t size, const struct import_figures *figures, int64_t duplicates, struct error_list *errors)
{
	struct outcome outcome;
	const struct pair inputs[] = { { TEXT_OF("mapping"), mapping }, { TEXT_OF("files"), files }, { TEXT_OF("hash"), hash_hex(arena, hash) },
		{ TEXT_OF("size"), number(arena, size) }, { TEXT_OF("via"), TEXT_OF("command") } };
	return open_row(service, arena, actor, inputs, sizeof inputs / sizeof *inputs, NULL, NULL, &outcome, errors) &&
		settle(service, arena, outcome.record_id, "loaded", figures, duplicates, errors);
}

/* ---- running one ---- */

struct run {
	struct import_jobs *jobs;
	struct arena *arena;
	const struct row *job;
	const char *going; /* state in which it may go on */
	const struct import_set *set;
	struct actor actor;
	struct import_options options;
	struct import_gathering gathering;
	struct import_made made;
	struct import_figures figures;
	int64_t duplicates, rows_before, bytes_before, total_bytes;
	bool failed;
};

static bool may_go_on(struct run *run)
{
	struct arena *arena = arena_create();
	struct error_list ignored; /* a database that is away for a moment stops nothing */
	const struct row *job = NULL;
	error_list_begin(&ignored, arena);
	struct connection *connection = service_reader(run->jobs->service, &ignored);
	bool known = connection && select_load(connection, arena, &RECORD_IMPORT_JOB, run->job->id, &job, &ignored) && job;
	bool going = !known || row_is(job, IMPORT_JOB_STATE, run->going);
	arena_destroy(arena);
	return going;
}

static void progress(void *state, int64_t rows, int64_t bytes, int64_t total_bytes)
{
	struct run *run = state;
	(void)total_bytes;
	pthread_mutex_lock(&run->jobs->mutex);
	run->jobs->now.rows = run->rows_before + rows;
	run->jobs->now.bytes = run->bytes_before + bytes;
	run->jobs->now.total_bytes = run->total_bytes;
	pthread_mutex_unlock(&run->jobs->mutex);
	if (!may_go_on(run))
		atomic_store(&run->jobs->halt, true);
}

static void tell_file(struct run *run, struct text file)
{
	struct import_jobs *jobs = run->jobs;
	pthread_mutex_lock(&jobs->mutex);
	size_t length = file.length < sizeof jobs->now.file - 1 ? file.length : sizeof jobs->now.file - 1;
	if (length)
		memcpy(jobs->now.file, file.data, length);
	jobs->now.file[length] = '\0';
	pthread_mutex_unlock(&jobs->mutex);
}

/* The uploaded file that lies beside the mapping's own; empty when nobody uploaded it. */
static struct text read_beside(struct run *run, struct arena *arena, const struct import_mapping *mapping)
{
	struct text rest = row_text(run->job, IMPORT_JOB_FILES), name, content;
	for (size_t i = 0; mapping->beside && import_job_file_next(&rest, &name); i++)
		if (text_equal_ignoring_case(name, text_from(mapping->beside)) &&
			import_job_file(run->jobs->service, arena, run->job->id, IMPORT_SOURCE, i, &content))
			return content;
	return text_empty();
}

static void run_file(struct run *run, const struct import_mapping *mapping, struct text name, size_t index)
{
	struct arena *arena = arena_create();
	struct import_report report = { 0 };
	struct error_list errors;
	struct text content;
	error_list_begin(&errors, arena);
	run->gathering.file = name;
	tell_file(run, name);
	bool done = import_job_file(run->jobs->service, arena, run->job->id, IMPORT_SOURCE, index, &content);
	run->options.beside = read_beside(run, arena, mapping);
	if (!done)
		error_say(&errors, E_SYSTEM, NULL, N_("The file is not here any more; upload it again"));
	else
		done = import_file(run->jobs->service, arena, &run->actor, mapping, content, &run->options, &report, &errors);
	import_add_figures(&run->figures, &report.figures);
	run->duplicates += report.duplicate_groups;
	run->rows_before += report.figures.rows;
	run->bytes_before += done ? (int64_t)content.length : 0;
	for (size_t i = 0; i < errors.count; i++)
		import_gathering_fault(&run->gathering, &errors.items[i]);
	size_t before = errors.count;
	if (done && !report.stopped) {
		import_files_write(run->jobs->service, run->job->id, IMPORT_RESULT, index, report.result, &errors);
		import_files_write(run->jobs->service, run->job->id, IMPORT_DUPLICATES, index, report.duplicates, &errors);
	}
	run->failed = run->failed || !done || errors.count > before;
	run->options.beside = text_empty();
	arena_destroy(arena);
}

static void run_files(struct run *run)
{
	for (const struct import_mapping *const *mapping = run->set->mappings; *mapping; mapping++) {
		struct text rest = row_text(run->job, IMPORT_JOB_FILES), name;
		for (size_t i = 0; import_job_file_next(&rest, &name); i++) {
			if (run->failed || atomic_load(&run->jobs->halt))
				return;
			if (!(*mapping)->file || text_equal_ignoring_case(name, text_from((*mapping)->file)))
				run_file(run, *mapping, name, i);
		}
	}
}

/* What was loaded is loaded under the name of who ordered it; only mappings of the program go beyond that person's rights. */
static bool run_prepare(struct run *run, struct error_list *errors)
{
	struct service *service = run->jobs->service;
	bool made, load = row_is(run->job, IMPORT_JOB_STATE, "loading");
	struct actor user;
	run->going = load ? "loading" : "checking";
	run->set = import_set_find(service, run->arena, run->jobs->sets, row_text(run->job, IMPORT_JOB_MAPPING), &made, errors);
	if (!run->set || !session_actor_named(service, run->arena, row_text(run->job, IMPORT_JOB_OPENED_BY), &user, errors))
		return false;
	run->actor = made ? user : as_engine(&user);
	import_made_begin(&run->made, run->arena);
	run->total_bytes = row_integer(run->job, IMPORT_JOB_SIZE, 0);
	run->options = (struct import_options){ .dry_run = !load, .progress = progress, .state = run, .gentle = true, .stop = &run->jobs->halt,
		.since = load ? row_moment(run->job, IMPORT_JOB_LOAD_STARTED_AT) : 0, .zone = row_text(run->job, IMPORT_JOB_ZONE),
		.day = row_date(run->job, IMPORT_JOB_DAY), .made = load ? NULL : &run->made, .finding = import_gathering_add, .finding_state = &run->gathering };
	return true;
}

static void run_job(struct import_jobs *jobs, struct arena *arena, const struct row *job)
{
	struct run run = { .jobs = jobs, .arena = arena, .job = job };
	struct error_list errors;
	error_list_begin(&errors, arena);
	import_gathering_begin(&run.gathering, arena);
	pthread_mutex_lock(&jobs->mutex);
	memset(&jobs->now, 0, sizeof jobs->now);
	memcpy(jobs->now.id, job->id.data, job->id.length < sizeof jobs->now.id ? job->id.length : 0);
	pthread_mutex_unlock(&jobs->mutex);
	if (run_prepare(&run, &errors))
		run_files(&run);
	else
		run.failed = true;
	for (size_t i = 0; i < errors.count; i++)
		import_gathering_fault(&run.gathering, &errors.items[i]);
	if (!atomic_load(&jobs->stopping)) {
		error_list_begin(&errors, arena);
		import_files_write(jobs->service, job->id, IMPORT_FINDINGS, 0, import_gathering_text(&run.gathering), &errors);
		bool load = run.going && strcmp(run.going, "loading") == 0;
		if (!settle(jobs->service, arena, job->id, run.failed ? "failed" : load ? "loaded" : "checked", &run.figures, run.duplicates, &errors))
			log_event(LOG_ERROR, "import-not-settled", "import", arena_string(arena, job->id), NULL);
	}
	pthread_mutex_lock(&jobs->mutex);
	jobs->now.id[0] = '\0';
	pthread_mutex_unlock(&jobs->mutex);
}

/* ---- the thread ---- */

static const struct row *next_job(struct service *service, struct arena *arena)
{
	static const char *const STATES[] = { "loading", "checking" };
	struct error_list ignored; /* looked at again soon */
	error_list_begin(&ignored, arena);
	struct connection *connection = service_reader(service, &ignored);
	for (size_t i = 0; connection && i < 2; i++) {
		struct rows rows = { 0 };
		struct selection selection = { .record = &RECORD_IMPORT_JOB, .order_field = FIELD_CREATED_AT, .limit = 1, .condition_count = 2,
			.conditions = { CONDITION_TEXT(IMPORT_JOB_STATE, text_from(STATES[i])), CONDITION_TEXT(IMPORT_JOB_VIA, TEXT_OF("page")) } };
		if (select_rows(connection, arena, &selection, &rows, &ignored) && rows.count)
			return rows.items[0];
	}
	return NULL;
}

static void tidy(struct service *service)
{
	int64_t days = KEEP_DAYS;
	text_to_integer(profile_parameter(service->profile, text_empty(), KEEP_PARAMETER), &days);
	import_files_tidy(service, service_now(service) - days * MOMENT_DAY);
}

static bool run_next(struct import_jobs *jobs)
{
	struct arena *arena = arena_create();
	const struct row *job = next_job(jobs->service, arena);
	if (job) {
		atomic_store(&jobs->halt, false);
		if (!atomic_load(&jobs->stopping))
			run_job(jobs, arena, job);
	}
	arena_destroy(arena);
	return job != NULL;
}

static void *thread(void *state)
{
	struct import_jobs *jobs = state;
	tidy(jobs->service);
	for (int looks = 0; !atomic_load(&jobs->stopping); looks++) {
		bool woken = atomic_exchange(&jobs->woken, false);
		if ((woken || looks % LOOKS_A_SCAN == 0) && run_next(jobs)) {
			atomic_store(&jobs->woken, true); /* there may be another */
			tidy(jobs->service);
		}
		struct timespec pause = { .tv_nsec = LOOK_MILLISECONDS * 1000000L };
		nanosleep(&pause, NULL);
	}
	return NULL;
}

struct import_jobs *import_jobs_start(struct service *service, const struct import_set *const *sets)
{
	struct import_jobs *jobs = ARENA_NEW(service->arena, struct import_jobs);
	jobs->service = service;
	jobs->sets = sets;
	pthread_mutex_init(&jobs->mutex, NULL);
	atomic_store(&jobs->stopping, false);
	atomic_store(&jobs->halt, false);
	atomic_store(&jobs->woken, true);
	service->import_jobs = jobs;
	if (pthread_create(&jobs->thread, NULL, thread, jobs) == 0)
		return jobs;
	service->import_jobs = NULL;
	return NULL;
}

void import_jobs_stop(struct import_jobs *jobs)
{
	if (!jobs)
		return;
	atomic_store(&jobs->stopping, true);
	atomic_store(&jobs->halt, true);
	pthread_join(jobs->thread, NULL);
	pthread_mutex_destroy(&jobs->mutex);
	jobs->service->import_jobs = NULL;
}

const struct import_set *const *import_sets(const struct service *service)
{
	static const struct import_set *const NONE[] = { NULL };
	return service->import_jobs ? service->import_jobs->sets : NONE;
}

bool import_job_progress(struct service *service, struct arena *arena, struct text id, struct import_progress *out_progress)
{
	struct import_jobs *jobs = service->import_jobs;
	if (!jobs)
		return false;
	pthread_mutex_lock(&jobs->mutex);
	bool now = text_equal_string(id, jobs->now.id);
	if (now)
		*out_progress = (struct import_progress){ .rows = jobs->now.rows, .bytes = jobs->now.bytes, .total_bytes = jobs->now.total_bytes,
			.file = arena_copy(arena, text_from(jobs->now.file)) };
	pthread_mutex_unlock(&jobs->mutex);
	return now;
}
