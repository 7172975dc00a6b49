/* session_rate.c - how often one may try to sign in: a growing delay an account, a limit a minute a source. */
#include "service/session_secret.h"

#include <pthread.h>

#include "base/date.h"
#include "base/hash.h"

/*
 * After five wrong attempts each further one waits twice as long, but never more than a minute: nobody may lock out the
 * duty officer by typing nonsense under his name (trust.md 4.3). The count is forgotten after an hour of quiet.
 */
enum { FREE_ATTEMPTS = 5, DELAY_MAXIMUM = 60, SOURCE_ATTEMPTS = 20 };
#define FORGOTTEN_AFTER MOMENT_HOUR

/* Reading and writing a counter is one step; keys.db itself knows only single puts. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

struct counter {
	int64_t count, at;
};

/* Names are hashed: people type passwords into the wrong field. */
static struct text counter_name(struct arena *arena, char kind, struct text of)
{
	char *folded = arena_string(arena, of);
	for (size_t i = 0; i < of.length; i++)
		if (folded[i] >= 'A' && folded[i] <= 'Z')
			folded[i] = (char)(folded[i] - 'A' + 'a');
	struct hash hash = hash_of(folded, of.length);
	struct text hex = hash_hex(arena, &hash);
	return arena_format(arena, "%c%.*s", kind, TEXT_FORMAT(hex));
}

static struct counter counter_get(struct service *service, struct arena *arena, struct text name)
{
	struct json_value value;
	if (!secret_get(service, arena, "rate", name, &value, NULL))
		return (struct counter){ 0 };
	return (struct counter){ .count = json_to_integer(json_get(value, "count"), 0),
		.at = json_to_integer(json_get(value, "at"), 0) };
}

static bool counter_put(struct service *service, struct arena *arena, struct text name, struct counter counter,
	int64_t expires, struct error_list *errors)
{
	struct json_writer json;
	if (counter.count <= 0)
		return keys_secret_delete(service_keys(service), "rate", name, errors);
	json_start(&json, arena);
	json_object_begin(&json);
	json_member_integer(&json, "count", counter.count);
	json_member_integer(&json, "at", counter.at);
	json_object_end(&json);
	return keys_secret_put(service_keys(service), "rate", name, json_finish(&json), expires, errors);
}

static int64_t delay_of(int64_t count)
{
	if (count < FREE_ATTEMPTS)
		return 0;
	int64_t seconds = count - FREE_ATTEMPTS < 6 ? INT64_C(1) << (count - FREE_ATTEMPTS) : DELAY_MAXIMUM;
	return (seconds < DELAY_MAXIMUM ? seconds : DELAY_MAXIMUM) * MOMENT_SECOND;
}

static bool refuse(int64_t wait, struct error_list *errors)
{
	int64_t seconds = (wait + MOMENT_SECOND - 1) / MOMENT_SECOND;
	error_add(errors, &(struct error){ .code = E_RATE,
		.message = N_("Too many attempts; try again in {seconds} seconds"),
		.parameters = { { "seconds", arena_format(errors->arena, "%lld", (long long)seconds), false } } });
	return false;
}

static bool enter(struct service *service, struct arena *arena, struct text name, struct text source,
	struct error_list *errors)
{
	int64_t now = service_now(service);
	struct text account_name = counter_name(arena, 'a', name), source_name = counter_name(arena, 's', source);
	struct counter account = counter_get(service, arena, account_name);
	struct counter from = counter_get(service, arena, source_name);
	/* A clock that was set back must not make anybody wait for the future to come. */
	int64_t ready = account.at > now ? now : account.at + delay_of(account.count);
	if (ready > now)
		return refuse(ready - now, errors);
	if (now - from.at >= MOMENT_MINUTE || from.at > now)
		from = (struct counter){ .at = now };
	if (!text_is_empty(source) && from.count >= SOURCE_ATTEMPTS)
		return refuse(from.at + MOMENT_MINUTE - now, errors);
	account = (struct counter){ .count = account.count + 1, .at = now };
	from.count++;
	return counter_put(service, arena, account_name, account, now + FORGOTTEN_AFTER, errors)
		&& (text_is_empty(source)
			|| counter_put(service, arena, source_name, from, from.at + MOMENT_MINUTE, errors));
}

bool rate_enter(struct service *service, struct text name, struct text source, struct error_list *errors)
{
	struct arena *arena = arena_create();
	pthread_mutex_lock(&mutex);
	bool entered = enter(service, arena, name, source, errors);
	pthread_mutex_unlock(&mutex);
	arena_destroy(arena);
	return entered;
}

void rate_leave(struct service *service, struct text name, struct text source, bool whole)
{
	struct arena *arena = arena_create();
	struct error_list ignored; /* a counter that stays too high only makes the next mistake wait */
	error_list_begin(&ignored, arena);
	int64_t now = service_now(service);
	pthread_mutex_lock(&mutex);
	struct text account_name = counter_name(arena, 'a', name), source_name = counter_name(arena, 's', source);
	struct counter account = counter_get(service, arena, account_name);
	struct counter from = counter_get(service, arena, source_name);
	account.count = whole ? 0 : account.count - 1;
	from.count--;
	counter_put(service, arena, account_name, account, now + FORGOTTEN_AFTER, &ignored);
	if (!text_is_empty(source))
		counter_put(service, arena, source_name, from, from.at + MOMENT_MINUTE, &ignored);
	pthread_mutex_unlock(&mutex);
	arena_destroy(arena);
}
