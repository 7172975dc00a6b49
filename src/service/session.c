/* session.c - signing in, the session behind a cookie, and its end. */
#include "service/session.h"

#include <sodium.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/random.h"
#include "service/records.h"
#include "service/session_secret.h"
#include "service/writer.h"

#define IDLE_MAXIMUM (15 * MOMENT_MINUTE)
#define AGE_MAXIMUM (12 * MOMENT_HOUR)
/* The time of last use is written at most this often: a page must not cost a disk sync. */
#define SEEN_EVERY (30 * MOMENT_SECOND)
enum { TOKEN_BYTES = 32, CSRF_BYTES = 32 };

/* ---- the stored session ---- */

struct stored {
	struct text user, csrf, facility, language, glass, source;
	int64_t started, seen, glass_until;
};

static bool stored_get(struct service *service, struct arena *arena, struct text name, struct stored *out_stored)
{
	struct json_value value;
	if (!secret_get(service, arena, "session", name, &value, NULL))
		return false;
	*out_stored = (struct stored){ .user = json_get_text(value, "user"), .csrf = json_get_text(value, "csrf"),
		.facility = json_get_text(value, "facility"), .language = json_get_text(value, "language"),
		.glass = json_get_text(value, "glass"), .source = json_get_text(value, "source"), .started = json_to_integer(json_get(value, "started"), 0),
		.seen = json_to_integer(json_get(value, "seen"), 0),
		.glass_until = json_to_integer(json_get(value, "glass_until"), 0) };
	return true;
}

static bool stored_put(struct service *service, struct arena *arena, struct text name, const struct stored *stored,
	struct error_list *errors)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "user", stored->user);
	json_member(&json, "csrf", stored->csrf);
	json_member_integer(&json, "started", stored->started);
	json_member_integer(&json, "seen", stored->seen);
	json_member(&json, "facility", stored->facility);
	json_member(&json, "language", stored->language);
	json_member(&json, "glass", stored->glass);
	json_member(&json, "source", stored->source);
	json_member_integer(&json, "glass_until", stored->glass_until);
	json_object_end(&json);
	return keys_secret_put(service_keys(service), "session", name, json_finish(&json),
		stored->started + AGE_MAXIMUM, errors);
}

static bool is_over(const struct stored *stored, int64_t now)
{
	/* A clock set back does not make a session immortal: one from the future is over, too. */
	return now - stored->seen >= IDLE_MAXIMUM || now - stored->started >= AGE_MAXIMUM
		|| stored->started > now + MOMENT_MINUTE;
}

/* ---- the sessions of a user ---- */

static struct text open_sessions(struct service *service, struct arena *arena, struct text user_id)
{
	struct error_list ignored;
	error_list_begin(&ignored, arena);
	struct text names = text_empty();
	int64_t expires;
	return keys_secret_get(service_keys(service), arena, "sessions", user_id, &names, &expires, &ignored)
		? names : text_empty();
}

static bool end_all(struct service *service, struct arena *arena, struct text user_id, struct error_list *errors)
{
	struct text rest = open_sessions(service, arena, user_id), name;
	bool done = true;
	while (text_next(&rest, '\n', &name))
		if (!text_is_empty(name))
			done = keys_secret_delete(service_keys(service), "session", name, errors) && done;
	return keys_secret_delete(service_keys(service), "sessions", user_id, errors) && done;
}

static bool list_session(struct service *service, struct arena *arena, struct text user_id, struct text name,
	struct error_list *errors)
{
	bool many = text_equal_string(service_config(service, "sessions"), "many");
	if (!many && !end_all(service, arena, user_id, errors))
		return false;
	struct builder names;
	builder_begin(&names, arena, 256);
	struct text rest = many ? open_sessions(service, arena, user_id) : text_empty(), old;
	struct stored stored;
	while (text_next(&rest, '\n', &old)) {
		if (!text_is_empty(old) && stored_get(service, arena, old, &stored)) {
			builder_add(&names, old);
			builder_add_byte(&names, '\n');
		}
	}
	builder_add(&names, name);
	builder_add_byte(&names, '\n');
	return keys_secret_put(service_keys(service), "sessions", user_id, builder_text(&names),
		service_now(service) + AGE_MAXIMUM, errors);
}

static struct text random_hex(struct arena *arena, size_t size)
{
	unsigned char bytes[64];
	random_secret(bytes, size);
	return hex_encode(arena, bytes, size);
}

static bool open_session(struct service *service, struct arena *arena, struct text user_id, struct text source, struct session *out_session,
	struct error_list *errors)
{
	int64_t now = service_now(service);
	struct session session = { .token = random_hex(arena, TOKEN_BYTES), .csrf = random_hex(arena, CSRF_BYTES),
		.user = user_id, .started = now, .seen = now };
	struct stored stored = { .user = user_id, .csrf = session.csrf, .facility = text_empty(),
		.language = text_empty(), .glass = text_empty(), .source = source, .started = now, .seen = now };
	struct text name = secret_name(arena, session.token);
	if (!list_session(service, arena, user_id, name, errors) || !stored_put(service, arena, name, &stored, errors))
		return false;
	*out_session = session;
	return true;
}

/* ---- passwords ---- */

/* HMAC-SHA-256 of the password, in hexadecimal: a stolen keys.db alone says nothing about any password (trust.md 4.3). */
static bool pepper_add(struct service *service, struct arena *arena, struct text *password, struct error_list *errors)
{
	uint8_t key[KEY_SIZE];
	unsigned char mixed[crypto_auth_hmacsha256_BYTES];
	crypto_auth_hmacsha256_state state;
	if (!keys_of(service_keys(service), TEXT_OF("pepper"), text_empty(), COMPARTMENT_CORE, KEY_SEARCH, true, key, errors)
		|| !keys_settle(service_keys(service), errors))
		return false;
	crypto_auth_hmacsha256_init(&state, key, sizeof(key));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)password->data, password->length);
	crypto_auth_hmacsha256_final(&state, mixed);
	sodium_memzero(key, sizeof(key));
	*password = hex_encode(arena, mixed, sizeof(mixed));
	return true;
}

static bool password_put(struct service *service, struct arena *arena, struct text user_id, struct text password,
	bool must_change, struct error_list *errors)
{
	struct text hash;
	struct json_writer json;
	if (!pepper_add(service, arena, &password, errors) || !password_hash(arena, password, &hash, errors))
		return false;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "hash", hash);
	json_member_boolean(&json, "pepper", true);
	json_member_boolean(&json, "change", must_change);
	json_member_integer(&json, "set", service_now(service));
	json_object_end(&json);
	return keys_secret_put(service_keys(service), "password", user_id, json_finish(&json), 0, errors);
}

static bool password_set(struct service *service, struct arena *arena, struct text user_id, struct text password,
	bool must_change, struct error_list *errors)
{
	const struct row *account;
	size_t before = errors->count;
	if (!account_load(service, arena, user_id, &account, errors))
		return false;
	if (!account) {
		error_say(errors, E_NOT_FOUND, NULL, N_("There is no such user"));
		return false;
	}
	password_judge(password, row_text(account, USER_NAME), errors);
	/* Whoever knew the old one is out. */
	return errors->count == before && password_put(service, arena, user_id, password, must_change, errors)
		&& end_all(service, arena, user_id, errors);
}

bool session_password_set(struct service *service, struct text user_id, struct text password, bool must_change,
	struct error_list *errors)
{
	struct arena *arena = arena_create();
	bool done = password_set(service, arena, user_id, password, must_change, errors);
	arena_destroy(arena);
	return done;
}

/* ---- signing in ---- */

struct attempt {
	struct text name, password, code, source;
	const struct row *account; /* NULL: unknown or not active; judged all the same, so that it takes the same time */
	bool right, must_change, rehash;
};

static bool judge_password(struct service *service, struct arena *arena, struct attempt *attempt, struct error_list *errors)
{
	struct json_value secret;
	struct text hash = text_empty(), password = attempt->password;
	bool old = false; /* hashed before there was a pepper: the right password is hashed anew */
	if (attempt->account && secret_get(service, arena, "password", attempt->account->id, &secret, NULL)) {
		hash = json_get_text(secret, "hash");
		attempt->must_change = json_to_boolean(json_get(secret, "change"), false);
		old = !json_to_boolean(json_get(secret, "pepper"), false);
	}
	if ((!old && !pepper_add(service, arena, &password, errors))
		|| !password_verify(hash, password, &attempt->right, &attempt->rehash, errors))
		return false;
	attempt->rehash = attempt->rehash || (attempt->right && old);
	return true;
}

static bool find_account(struct service *service, struct arena *arena, struct attempt *attempt, struct error_list *errors)
{
	if (!account_find(service, arena, attempt->name, &attempt->account, errors))
		return false;
	if (attempt->account && !row_is_yes(attempt->account, USER_ACTIVE))
		attempt->account = NULL;
	return true;
}

static bool finish(struct service *service, struct arena *arena, struct attempt *attempt, struct session *out_session,
	enum sign_in_step *out_step, struct error_list *errors)
{
	struct text user = attempt->account->id;
	/* Parameters of the hash have grown since: this is the only moment at which the password is at hand. */
	if (attempt->rehash && !password_put(service, arena, user, attempt->password, attempt->must_change, errors))
		return false;
	if (attempt->must_change) {
		*out_session = (struct session){ .token = text_empty(), .csrf = text_empty(), .user = user };
		*out_step = SIGN_IN_NEW_PASSWORD;
		return true;
	}
	if (!open_session(service, arena, user, attempt->source, out_session, errors))
		return false;
	*out_step = SIGN_IN_DONE;
	return true;
}

bool session_sign_in(struct service *service, struct arena *arena, struct text name, struct text password, struct text code,
	struct text source, struct session *out_session, enum sign_in_step *out_step, struct error_list *errors)
{
	struct attempt attempt = { .name = name, .password = password, .code = code, .source = source };
	if (!rate_enter(service, name, source, errors))
		return false;
	if (!find_account(service, arena, &attempt, errors) || !judge_password(service, arena, &attempt, errors))
		return false;
	bool second = attempt.right && totp_is_enrolled(service, attempt.account->id);
	if (second && text_is_empty(code)) {
		rate_leave(service, name, source, false);
		*out_step = SIGN_IN_TOTP;
		return true;
	}
	if (!attempt.right || (second && !totp_accept(service, attempt.account->id, code))) {
		error_say(errors, E_SIGN_IN, NULL, N_("The user name, the password or the code is not right"));
		return false;
	}
	rate_leave(service, name, source, true);
	return finish(service, arena, &attempt, out_session, out_step, errors);
}

/* ---- using and ending ---- */

static bool live_session(struct service *service, struct arena *arena, struct text token, struct text *out_name,
	struct stored *out_stored)
{
	struct text name;
	struct stored stored;
	if (token.length != 2 * (size_t)TOKEN_BYTES)
		return false;
	name = secret_name(arena, token);
	if (!stored_get(service, arena, name, &stored))
		return false;
	if (is_over(&stored, service_now(service))) {
		session_end(service, token);
		return false;
	}
	*out_name = name;
	*out_stored = stored;
	return true;
}

static void apply(const struct stored *stored, int64_t now, struct actor *actor)
{
	/* Scope may have shrunk since the facility was chosen. */
	if (!text_is_empty(stored->facility) && actor_in_scope(actor, stored->facility))
		actor->facility = stored->facility;
	if (!text_is_empty(stored->language))
		actor->language = stored->language;
	bool glass = stored->glass_until > now && !text_is_empty(stored->glass);
	actor->break_glass_subject = glass ? stored->glass : text_empty();
	actor->break_glass_until = glass ? stored->glass_until : 0;
}

/* The stored session and its account, from memory while neither has changed. */
static bool session_read(struct service *service, struct arena *arena, struct text token, struct text *out_name,
	struct stored *out_stored, struct actor *out_actor)
{
	struct known known;
	struct known_stamp stamp;
	struct error_list ignored; /* whatever goes wrong, nobody is signed in */
	const struct row *account;
	if (token.length != 2 * (size_t)TOKEN_BYTES)
		return false;
	error_list_begin(&ignored, arena);
	*out_name = secret_name(arena, token);
	if (known_find(service, arena, "session", *out_name, &known, &stamp)) {
		*out_stored = (struct stored){ .user = known.user, .csrf = known.csrf, .facility = known.facility,
			.language = known.language, .glass = known.glass, .source = known.source, .started = known.started, .seen = known.seen,
			.glass_until = known.glass_until };
		*out_actor = known.actor;
		if (!is_over(out_stored, service_now(service)))
			return true;
		session_end(service, token);
		return false;
	}
	if (!live_session(service, arena, token, out_name, out_stored)
		|| !account_load(service, arena, out_stored->user, &account, &ignored) || !account
		|| !user_account_actor(arena, account, out_actor))
		return false;
	known = (struct known){ .user = out_stored->user, .csrf = out_stored->csrf, .facility = out_stored->facility,
		.language = out_stored->language, .glass = out_stored->glass, .source = out_stored->source, .started = out_stored->started,
		.seen = out_stored->seen, .glass_until = out_stored->glass_until, .actor = *out_actor };
	known_keep(service, "session", *out_name, &known, &stamp);
	return true;
}

bool session_actor(struct service *service, struct arena *arena, struct text token, struct actor *out_actor,
	struct session *out_session)
{
	struct error_list ignored;
	error_list_begin(&ignored, arena);
	struct text name;
	struct stored stored;
	struct actor actor = { 0 };
	if (!session_read(service, arena, token, &name, &stored, &actor))
		return false;
	int64_t now = service_now(service);
	if (now - stored.seen >= SEEN_EVERY) {
		stored.seen = now;
		if (!stored_put(service, arena, name, &stored, &ignored))
			return false;
	}
	apply(&stored, now, &actor);
	*out_actor = actor;
	*out_session = (struct session){ .token = token, .csrf = stored.csrf, .user = stored.user,
		.started = stored.started, .seen = stored.seen };
	return true;
}

void session_end(struct service *service, struct text token)
{
	struct arena *arena = arena_create();
	struct error_list ignored; /* a session that cannot be deleted still ends by its time */
	error_list_begin(&ignored, arena);
	keys_secret_delete(service_keys(service), "session", secret_name(arena, token), &ignored);
	arena_destroy(arena);
}

void session_end_all(struct service *service, struct text user_id)
{
	struct arena *arena = arena_create();
	struct error_list ignored;
	error_list_begin(&ignored, arena);
	end_all(service, arena, user_id, &ignored);
	arena_destroy(arena);
}

bool session_places(struct service *service, struct arena *arena, struct text user_id, struct text token, struct session_place **out_places,
	size_t *out_count)
{
	struct text rest = open_sessions(service, arena, user_id), name, own = secret_name(arena, token);
	struct session_place *places = ARENA_ARRAY(arena, struct session_place, rest.length / 2 + 1);
	int64_t now = service_now(service);
	size_t count = 0;
	while (text_next(&rest, '\n', &name)) {
		struct stored stored;
		if (text_is_empty(name) || !stored_get(service, arena, name, &stored) || is_over(&stored, now))
			continue;
		struct session_place place = { stored.started, stored.seen, stored.source, text_equal(name, own) };
		size_t at = count++;
		for (; at > 0 && places[at - 1].started < place.started; at--)
			places[at] = places[at - 1];
		places[at] = place;
	}
	*out_places = places;
	*out_count = count;
	return true;
}

/* "en", "pt-BR", "uz-Cyrl": what may stand in a language tag; whether there is a catalogue is the pages' business. */
static bool is_language(struct text language)
{
	for (size_t i = 0; i < language.length; i++) {
		char c = language.data[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && (i < 2 || (c != '-' && !(c >= '0' && c <= '9'))))
			return false;
	}
	return language.length >= 2 && language.length <= 16;
}

static bool switch_session(struct service *service, struct arena *arena, struct text token, struct text facility,
	struct text language, struct error_list *errors)
{
	struct actor actor;
	struct session session;
	struct text name;
	struct stored stored;
	if (!session_actor(service, arena, token, &actor, &session)
		|| !live_session(service, arena, token, &name, &stored)) {
		error_say(errors, E_SIGN_IN, NULL, N_("Nobody is signed in"));
		return false;
	}
	if (!text_is_empty(facility) && !actor_in_scope(&actor, facility)) {
		error_say(errors, E_ACCESS, "/facility", N_("This belongs to a facility outside your scope"));
		return false;
	}
	if (!text_is_empty(language) && !is_language(language)) {
		error_say(errors, E_CHOICE, "/language", N_("There is no such language"));
		return false;
	}
	if (!text_is_empty(facility))
		stored.facility = facility;
	if (!text_is_empty(language))
		stored.language = language;
	return stored_put(service, arena, name, &stored, errors);
}

bool session_switch(struct service *service, struct text token, struct text facility, struct text language,
	struct error_list *errors)
{
	struct arena *arena = arena_create();
	bool done = switch_session(service, arena, token, facility, language, errors);
	arena_destroy(arena);
	return done;
}

bool session_open_glass(struct service *service, struct arena *arena, struct text token, struct text subject, int64_t until,
	struct error_list *errors)
{
	struct text name;
	struct stored stored;
	if (!live_session(service, arena, token, &name, &stored)) {
		error_say(errors, E_SIGN_IN, NULL, N_("Nobody is signed in"));
		return false;
	}
	stored.glass = subject;
	stored.glass_until = until;
	return stored_put(service, arena, name, &stored, errors);
}
