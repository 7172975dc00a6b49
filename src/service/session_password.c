/* session_password.c - passwords: which ones are good, and Argon2id with at most two at work at once. */
#include "service/session_secret.h"

#include <pthread.h>
#include <sodium.h>
#include <string.h>

/* Argon2id t=3 m=64 MiB (OWASP ASVS 5.0 appendix C asks for at least t=3 m=12 MiB). */
enum { HASH_OPERATIONS = 3, HASH_MEMORY = 64 * 1024 * 1024, HASHES_AT_ONCE = 2, HASHES_WAITING = 32 };

/* Hash, with the same parameters, of 32 random bytes that nobody kept: what an unknown user is compared with. */
static const char NOBODY[] = "$argon2id$v=19$m=65536,t=3,p=1$2DRLMXS6rymg3rFxdaZ2uA$2sgUuJyIpVKBc2iLwHfI6spL9hreidl7YryFNvP+b58";

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t freed = PTHREAD_COND_INITIALIZER;
static int working, waiting;

static bool enter(struct error_list *errors)
{
	pthread_mutex_lock(&mutex);
	bool room = waiting < HASHES_WAITING;
	if (room) {
		waiting++;
		while (working >= HASHES_AT_ONCE)
			pthread_cond_wait(&freed, &mutex);
		waiting--;
		working++;
	}
	pthread_mutex_unlock(&mutex);
	if (!room)
		error_say(errors, E_BUSY, NULL, N_("Too many people are signing in at this moment; try again soon"));
	return room;
}

static void leave(void)
{
	pthread_mutex_lock(&mutex);
	working--;
	pthread_cond_signal(&freed);
	pthread_mutex_unlock(&mutex);
}

bool password_verify(struct text hash, struct text password, bool *out_right, bool *out_rehash, struct error_list *errors)
{
	char stored[crypto_pwhash_STRBYTES] = { 0 };
	bool known = !text_is_empty(hash) && hash.length < sizeof(stored);
	const char *against = known ? hash.data : NOBODY;
	memcpy(stored, against, known ? hash.length : sizeof(NOBODY) - 1);
	if (!enter(errors))
		return false;
	bool equal = crypto_pwhash_str_verify(stored, password.data, password.length) == 0;
	leave();
	*out_right = equal && known;
	*out_rehash = *out_right && crypto_pwhash_str_needs_rehash(stored, HASH_OPERATIONS, HASH_MEMORY) != 0;
	return true;
}

bool password_hash(struct arena *arena, struct text password, struct text *out_hash, struct error_list *errors)
{
	char hash[crypto_pwhash_STRBYTES];
	if (!enter(errors))
		return false;
	int failed = crypto_pwhash_str_alg(hash, password.data, password.length, HASH_OPERATIONS, HASH_MEMORY,
		crypto_pwhash_ALG_ARGON2ID13);
	leave();
	if (failed) {
		error_say(errors, E_SYSTEM, NULL, N_("There is not enough memory to keep a password safely"));
		return false;
	}
	*out_hash = arena_copy(arena, text_from(hash));
	return true;
}

/* ---- what a good password is ---- */

static void judge(struct error_list *errors, enum error_code code, const char *message, const char *advice)
{
	error_add(errors, &(struct error){ .code = code, .message = message, .advice = advice,
		.path = TEXT_OF("/password") });
}

static bool contains_ignoring_case(struct text text, struct text part)
{
	for (size_t i = 0; i + part.length <= text.length; i++)
		if (text_equal_ignoring_case(text_slice(text, i, i + part.length), part))
			return true;
	return false;
}

/* The name may stand inside a long password, but what is left without it must be long enough by itself. */
static bool leans_on_name(struct text password, struct text name)
{
	return name.length >= 3 && contains_ignoring_case(password, name)
		&& text_code_points(password) < PASSWORD_LENGTH_MINIMUM + text_code_points(name);
}

void password_judge(struct text password, struct text user_name, struct error_list *errors)
{
	static const char *const advice = N_("Use four or more unrelated words, with spaces if you like");
	size_t length = text_code_points(password);
	if (!text_is_utf8(password))
		judge(errors, E_SYNTAX, N_("The password has characters that cannot be read"), advice);
	else if (length < PASSWORD_LENGTH_MINIMUM)
		judge(errors, E_LIMIT, N_("The password must have at least 15 characters"), advice);
	else if (length > PASSWORD_LENGTH_MAXIMUM)
		judge(errors, E_LIMIT, N_("The password must have at most 128 characters"), advice);
	else if (leans_on_name(password, user_name))
		judge(errors, E_PATTERN, N_("The password is mostly the sign-in name"), advice);
	else if (password_is_common(password))
		judge(errors, E_PATTERN, N_("The password is one that many people use, or made from one"), advice);
}
