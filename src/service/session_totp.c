/* session_totp.c - the second factor: time-based codes (RFC 6238, by liboath) and printed recovery codes. */
#include "service/session_secret.h"

#include <liboath/oath.h>
#include <pthread.h>
#include <sodium.h>
#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/random.h"
#include "service/records.h"

enum { SECRET_SIZE = 20, STEP_SECONDS = 30, DIGITS = 6, RECOVERY_CODES = 10, RECOVERY_CODE_SIZE = 16 };

/* One code is checked at a time, so that two requests cannot both use it. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void)
{
	oath_init();
}

struct factor {
	struct text secret; /* raw bytes */
	bool confirmed;
	int64_t step; /* the newest used */
	int64_t at;   /* set up */
};

/* By two people since; an account that cannot be read is no reason to forget its second factor. */
static bool was_taken_off(struct service *service, struct arena *arena, struct text user_id, int64_t set_up_at)
{
	const struct row *account = NULL;
	struct error_list ignored;
	error_list_begin(&ignored, arena);
	return account_load(service, arena, user_id, &account, &ignored) && account && row_has(account, USER_DEVICE_OFF_AT) &&
		row_moment(account, USER_DEVICE_OFF_AT) >= set_up_at;
}

static bool factor_get(struct service *service, struct arena *arena, struct text user_id, struct factor *out_factor)
{
	struct json_value value;
	struct factor factor;
	if (!secret_get(service, arena, "totp", user_id, &value, NULL)
		|| !hex_decode(arena, json_get_text(value, "secret"), &factor.secret))
		return false;
	factor.confirmed = json_to_boolean(json_get(value, "confirmed"), false);
	factor.step = json_to_integer(json_get(value, "step"), 0);
	factor.at = json_to_integer(json_get(value, "at"), 0);
	if (was_taken_off(service, arena, user_id, factor.at))
		return false;
	*out_factor = factor;
	return true;
}

static bool factor_put(struct service *service, struct arena *arena, struct text user_id, const struct factor *factor,
	struct error_list *errors)
{
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "secret", hex_encode(arena, factor->secret.data, factor->secret.length));
	json_member_boolean(&json, "confirmed", factor->confirmed);
	json_member_integer(&json, "step", factor->step);
	json_member_integer(&json, "at", factor->at);
	json_object_end(&json);
	return keys_secret_put(service_keys(service), "totp", user_id, json_finish(&json), 0, errors);
}

/* The step for which the code is right, among the last, this and the next one, if newer than the newest used. */
static bool matching_step(struct service *service, const struct factor *factor, struct text code, int64_t *out_step)
{
	int64_t current = service_now(service) / MOMENT_SECOND / STEP_SECONDS;
	bool found = false;
	pthread_once(&once, start);
	if (code.length != DIGITS)
		return false;
	for (int64_t step = current - 1; step <= current + 1; step++) {
		char expected[DIGITS + 1];
		if (step < 0 || oath_hotp_generate(factor->secret.data, factor->secret.length, (uint64_t)step, DIGITS, false,
					OATH_HOTP_DYNAMIC_TRUNCATION, expected) != OATH_OK)
			continue;
		if (sodium_memcmp(expected, code.data, DIGITS) == 0 && step > factor->step) {
			*out_step = step;
			found = true;
		}
	}
	return found;
}

/* Spaces and dashes are how people copy codes from paper. */
static struct text plain_code(struct arena *arena, struct text code)
{
	struct builder builder;
	builder_begin(&builder, arena, code.length + 1);
	for (size_t i = 0; i < code.length; i++)
		if (code.data[i] != ' ' && code.data[i] != '-')
			builder_add_byte(&builder, code.data[i]);
	return builder_text(&builder);
}

/* Reads Crockford base 32 as people write it: small letters, o for 0, i and l for 1. */
static struct text recovery_plain(struct arena *arena, struct text code)
{
	char *plain = arena_string(arena, code);
	for (size_t i = 0; i < code.length; i++) {
		char c = plain[i] >= 'a' && plain[i] <= 'z' ? (char)(plain[i] - 'a' + 'A') : plain[i];
		plain[i] = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
	}
	return text_make(plain, code.length);
}

static bool use_recovery_code(struct service *service, struct arena *arena, struct text user_id, struct text code,
	struct error_list *errors)
{
	struct text kept, line;
	int64_t expires;
	if (code.length != RECOVERY_CODE_SIZE
		|| !keys_secret_get(service_keys(service), arena, "recovery", user_id, &kept, &expires, errors))
		return false;
	struct text wanted = secret_name(arena, recovery_plain(arena, code));
	struct builder rest;
	builder_begin(&rest, arena, kept.length + 1);
	bool found = false;
	while (text_next(&kept, '\n', &line)) {
		if (text_equal(line, wanted)) {
			found = true;
		} else if (!text_is_empty(line)) {
			builder_add(&rest, line);
			builder_add_byte(&rest, '\n');
		}
	}
	/* Not accepted before it is known to be used up. */
	return found && keys_secret_put(service_keys(service), "recovery", user_id, builder_text(&rest), 0, errors);
}

static bool accept(struct service *service, struct arena *arena, struct text user_id, struct text typed)
{
	struct error_list ignored; /* whatever goes wrong, the code is not accepted */
	error_list_begin(&ignored, arena);
	struct text code = plain_code(arena, typed);
	struct factor factor;
	int64_t step;
	if (!factor_get(service, arena, user_id, &factor) || !factor.confirmed)
		return false;
	if (!matching_step(service, &factor, code, &step))
		return use_recovery_code(service, arena, user_id, code, &ignored);
	factor.step = step;
	return factor_put(service, arena, user_id, &factor, &ignored);
}

bool totp_accept(struct service *service, struct text user_id, struct text code)
{
	struct arena *arena = arena_create();
	pthread_mutex_lock(&mutex);
	bool accepted = accept(service, arena, user_id, code);
	pthread_mutex_unlock(&mutex);
	arena_destroy(arena);
	return accepted;
}

bool session_totp_is_set(struct service *service, struct text user_id)
{
	return totp_is_enrolled(service, user_id);
}

bool totp_is_enrolled(struct service *service, struct text user_id)
{
	struct arena *arena = arena_create();
	struct factor factor;
	bool enrolled = factor_get(service, arena, user_id, &factor) && factor.confirmed;
	arena_destroy(arena);
	return enrolled;
}

/* RFC 4648 base 32 without padding: what authenticator programs read. 20 bytes give 32 characters. */
static struct text base32(struct arena *arena, struct text bytes)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	struct builder builder;
	builder_begin(&builder, arena, bytes.length * 8 / 5 + 2);
	unsigned window = 0, bits = 0;
	for (size_t i = 0; i < bytes.length; i++) {
		window = (window << 8 | (unsigned char)bytes.data[i]) & 0xFFFF;
		for (bits += 8; bits >= 5; bits -= 5)
			builder_add_byte(&builder, alphabet[(window >> (bits - 5)) & 31]);
	}
	if (bits)
		builder_add_byte(&builder, alphabet[(window << (5 - bits)) & 31]);
	return builder_text(&builder);
}

bool session_totp_begin(struct service *service, struct arena *arena, struct text user_id, struct text *out_uri,
	struct error_list *errors)
{
	const struct row *account;
	struct factor factor = { 0 };
	if (!account_load(service, arena, user_id, &account, errors))
		return false;
	if (!account) {
		error_say(errors, E_NOT_FOUND, NULL, N_("There is no such user"));
		return false;
	}
	if (factor_get(service, arena, user_id, &factor) && factor.confirmed) {
		error_say(errors, E_STATE, NULL, N_("A second factor is set up already; it has to be taken off first"));
		return false;
	}
	if (row_moment(account, USER_DEVICE_UNTIL) <= service_now(service)) {
		error_add(errors, &(struct error){ .code = E_STATE, .message = N_("Setting up a device is not open for you now"),
			.advice = N_("Go to an administrator, who sees that it is you and opens it for one hour") });
		return false;
	}
	char secret[SECRET_SIZE];
	random_secret(secret, sizeof(secret));
	factor = (struct factor){ .secret = text_make(arena_copy_bytes(arena, secret, sizeof(secret)), sizeof(secret)),
		.at = service_now(service) };
	sodium_memzero(secret, sizeof(secret));
	if (!factor_put(service, arena, user_id, &factor, errors))
		return false;
	/* Sign-in names are CODE (letters, digits and . / _ -): all of them may stand in a URI as they are. */
	struct text name = row_text(account, USER_NAME), key = base32(arena, factor.secret);
	*out_uri = arena_format(arena, "otpauth://totp/Custos:%.*s?secret=%.*s&issuer=Custos&algorithm=SHA1&digits=6&period=30",
		TEXT_FORMAT(name), TEXT_FORMAT(key));
	return true;
}

/* Sixteen characters of Crockford base 32, 80 random bits: too many to try even against the plain hash. */
static void recovery_code(char out_code[RECOVERY_CODE_SIZE])
{
	static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	unsigned char random[RECOVERY_CODE_SIZE];
	random_secret(random, sizeof(random));
	for (int i = 0; i < RECOVERY_CODE_SIZE; i++)
		out_code[i] = alphabet[random[i] & 31];
}

static bool make_recovery_codes(struct service *service, struct arena *arena, struct text user_id, struct text *out_codes,
	struct error_list *errors)
{
	struct builder shown, kept;
	builder_begin(&shown, arena, RECOVERY_CODES * 20);
	builder_begin(&kept, arena, RECOVERY_CODES * 65);
	for (int i = 0; i < RECOVERY_CODES; i++) {
		char code[RECOVERY_CODE_SIZE];
		recovery_code(code);
		for (int j = 0; j < RECOVERY_CODE_SIZE; j += 4) {
			builder_add_bytes(&shown, code + j, 4);
			builder_add_byte(&shown, j + 4 < RECOVERY_CODE_SIZE ? '-' : '\n');
		}
		builder_add(&kept, secret_name(arena, text_make(code, sizeof(code))));
		builder_add_byte(&kept, '\n');
	}
	if (!keys_secret_put(service_keys(service), "recovery", user_id, builder_text(&kept), 0, errors))
		return false;
	*out_codes = builder_text(&shown);
	return true;
}

bool session_totp_confirm(struct service *service, struct arena *arena, struct text user_id, struct text code,
	struct text *out_recovery_codes, struct error_list *errors)
{
	struct factor factor;
	pthread_mutex_lock(&mutex);
	bool begun = factor_get(service, arena, user_id, &factor) && !factor.confirmed;
	bool right = begun && matching_step(service, &factor, plain_code(arena, code), &factor.step);
	bool done = false;
	if (!begun) {
		error_say(errors, E_STATE, NULL, N_("Nobody began to set up a second factor for this user"));
	} else if (!right) {
		error_say(errors, E_SIGN_IN, "/code", N_("The code is not right; check the clock of the device"));
	} else {
		factor.confirmed = true;
		done = make_recovery_codes(service, arena, user_id, out_recovery_codes, errors)
			&& factor_put(service, arena, user_id, &factor, errors);
	}
	pthread_mutex_unlock(&mutex);
	return done;
}
