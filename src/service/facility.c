/* facility.c - code and time zone of a facility, kept in memory so that an entry or a date costs no query. */
#include "service/internal.h"

#include "store/select.h"

void facility_cache_begin(struct facility_cache *cache)
{
	pthread_mutex_init(&cache->mutex, NULL);
	cache->arena = arena_create();
	map_begin(&cache->map, cache->arena);
}

void facility_cache_end(struct facility_cache *cache)
{
	arena_destroy(cache->arena);
	pthread_mutex_destroy(&cache->mutex);
}

void facility_cache_forget(struct service *service)
{
	struct facility_cache *cache = &service->facilities;
	pthread_mutex_lock(&cache->mutex);
	arena_reset(cache->arena);
	map_begin(&cache->map, cache->arena);
	cache->generation++;
	pthread_mutex_unlock(&cache->mutex);
}

static bool look_up(struct facility_cache *cache, struct arena *arena, struct text facility,
	struct facility_facts *out_facts, uint64_t *out_generation)
{
	pthread_mutex_lock(&cache->mutex);
	const struct facility_facts *known = map_get(&cache->map, facility);
	if (known)
		*out_facts = (struct facility_facts){.code = arena_copy(arena, known->code),
			.zone = arena_copy(arena, known->zone)};
	*out_generation = cache->generation;
	pthread_mutex_unlock(&cache->mutex);
	return known != NULL;
}

/* A generation that has moved on since the row was read means that the row may be an old one. */
static void keep(struct facility_cache *cache, struct text facility, struct facility_facts facts, uint64_t generation)
{
	pthread_mutex_lock(&cache->mutex);
	if (cache->generation == generation) {
		struct facility_facts *kept = ARENA_NEW(cache->arena, struct facility_facts);
		kept->code = arena_copy(cache->arena, facts.code);
		kept->zone = arena_copy(cache->arena, facts.zone);
		map_set(&cache->map, arena_copy(cache->arena, facility), kept);
	}
	pthread_mutex_unlock(&cache->mutex);
}

struct facility_facts facility_facts(struct service *service, struct connection *connection, struct arena *arena,
	struct text facility)
{
	struct facility_facts facts = {.code = text_empty(), .zone = service->zone};
	const struct registry *registry = service->registry;
	uint64_t generation;
	if (text_is_empty(facility) || !registry->facility)
		return facts;
	if (look_up(&service->facilities, arena, facility, &facts, &generation) || !connection)
		return facts;
	const struct row *row;
	struct error_list errors;
	error_list_begin(&errors, arena);
	if (!select_load(connection, arena, registry->facility, facility, &row, &errors) || !row)
		return facts;
	facts.code = row_text(row, registry->facility_code);
	if (registry->facility_zone >= 0 && row_has(row, registry->facility_zone))
		facts.zone = row_text(row, registry->facility_zone);
	keep(&service->facilities, facility, facts, generation);
	return facts;
}

struct text service_facility_code(struct service *service, struct connection *connection, struct arena *arena,
	struct text facility)
{
	struct text code = facility_facts(service, connection, arena, facility).code;
	return text_is_empty(code) ? TEXT_OF("hub") : code;
}

struct date service_date(struct service *service, struct text facility, int64_t moment)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	error_list_begin(&errors, arena);
	struct facility_facts facts = facility_facts(service, service_connection(service, &errors), arena, facility);
	struct date date = zones_date(facts.zone, moment);
	arena_destroy(arena);
	return date;
}
