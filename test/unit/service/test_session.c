/* test_session.c - signing in: passwords, delays, second factor, sessions, tokens, break-glass. */
#include "sample.h"

#include <sodium.h>

#include "format/json.h"

#include <liboath/oath.h>

#include "base/hash.h"
#include "service/session_secret.h"

#define GOOD "four unrelated kettles sing"
#define ALSO_GOOD "seven quiet lamps over Osh"

static bool judged(struct sample *s, const char *password, enum error_code code)
{
	struct error_list errors;
	error_list_begin(&errors, s->arena);
	password_judge(text_from(password), TEXT_OF("kubanych"), &errors);
	return code == E_NONE ? errors.count == 0 : error_list_has(&errors, code);
}

static void passwords_are_judged(void **state)
{
	struct sample *s = *state;
	static const char *const common[] = { "passwordpassword", "PasswordPassword1", "P@ssw0rdP@ssw0rd", "123456789012345",
		"qwertyuiopasdfgh", "1qaz2wsx3edc4rfv", "aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "dragon1234567890",
		"!!!!!!football!!!!!!", "mnbvcxzlkjhgfdsa", "iloveyou20202026", "pass word pass word", "098765432109876",
		"letmeinletmeinletmein", "superman!!!!!!!!!" };
	static const char *const good[] = { GOOD, ALSO_GOOD, "the dragon sat upon my neighbour's roof",
		"Сорок четыре чёрненьких чумазеньких", "correct-horse-battery-staple-7", "xk7 vprw qmz 9tt lbn",
		"my password was eaten by a goat" };
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++) {
		if (!judged(s, common[i], E_PATTERN))
			print_error("%s is accepted\n", common[i]);
		assert_true(judged(s, common[i], E_PATTERN));
	}
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		if (!judged(s, good[i], E_NONE))
			print_error("%s is refused\n", good[i]);
		assert_true(judged(s, good[i], E_NONE));
	}
	assert_true(judged(s, "kettles sing 4", E_LIMIT));
	assert_true(judged(s, "kubanych kubanych", E_PATTERN));
	assert_true(judged(s, "\xFF\xFE kettles sing four", E_SYNTAX));
	char long_one[130];
	for (int i = 0; i < 129; i++)
		long_one[i] = (char)('a' + i * 7 % 26);
	long_one[129] = '\0';
	assert_true(judged(s, long_one, E_LIMIT));
}

/* The list is searched by halving: an unsorted line would be a hole. */
static void list_is_sorted_and_long(void **state)
{
	struct sample *s = *state;
	struct text list, line, last = text_empty();
	const char *source = getenv("CUSTOS_SOURCE");
	assert_non_null(source);
	assert_true(file_read(s->arena, file_path(s->arena, source, "share/common-passwords.txt"), 1 << 20, &list));
	size_t lines = 0;
	while (text_next(&list, '\n', &line)) {
		if (text_is_empty(line))
			continue;
		assert_true(text_compare(last, line) < 0);
		assert_true(password_is_common(line));
		last = line;
		lines++;
	}
	assert_true(lines >= 3000);
}

static enum sign_in_step sign_in(struct sample *s, const char *name, const char *password, const char *code,
	struct session *out_session, bool *out_done)
{
	enum sign_in_step step = SIGN_IN_DONE;
	error_list_begin(&s->errors, s->arena);
	*out_done = session_sign_in(s->service, s->arena, text_from(name), text_from(password), text_from(code),
		TEXT_OF("192.0.2.7"), out_session, &step, &s->errors);
	return step;
}

static struct text user(struct sample *s, const char *name, const char *password)
{
	struct text id = sample_user(s, name, "wing", sample_string(s, s->hall_a), "official", "");
	if (!session_password_set(s->service, id, text_from(password), false, &s->errors))
		sample_fail(&s->errors);
	return id;
}

static bool alive(struct sample *s, struct text token, struct actor *out_actor)
{
	struct session session;
	return session_actor(s->service, s->arena, token, out_actor, &session);
}

static void sessions_begin_and_end(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD);
	struct session session, second;
	struct actor actor;
	bool done;
	assert_int_equal(sign_in(s, "asel", GOOD, "", &session, &done), SIGN_IN_DONE);
	assert_true(done);
	assert_int_equal(session.token.length, 64);
	assert_true(alive(s, session.token, &actor));
	assert_true(text_equal(actor.id, id));
	assert_true(actor.roles == ROLE(WING));
	assert_true(actor_in_scope(&actor, s->hall_a) && !actor_in_scope(&actor, s->hall_b));
	/* One a user: the second ends the first. */
	assert_int_equal(sign_in(s, "asel", GOOD, "", &second, &done), SIGN_IN_DONE);
	assert_false(alive(s, session.token, &actor));
	assert_true(alive(s, second.token, &actor));
	assert_false(text_equal(session.token, second.token));
	session_end(s->service, second.token);
	assert_false(alive(s, second.token, &actor));
	assert_false(alive(s, TEXT_OF("0000"), &actor));
}

static void sessions_run_out(void **state)
{
	struct sample *s = *state;
	user(s, "asel", GOOD);
	struct session session;
	struct actor actor;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	for (int i = 0; i < 3; i++) {
		s->now += 14 * MOMENT_MINUTE;
		assert_true(alive(s, session.token, &actor)); /* use keeps it open */
	}
	s->now += 15 * MOMENT_MINUTE;
	assert_false(alive(s, session.token, &actor));
	sign_in(s, "asel", GOOD, "", &session, &done);
	for (int i = 0; i < 71; i++) {
		s->now += 10 * MOMENT_MINUTE;
		assert_true(alive(s, session.token, &actor));
	}
	s->now += 10 * MOMENT_MINUTE; /* twelve hours */
	assert_false(alive(s, session.token, &actor));
}

static void revocation_is_at_once(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD);
	struct session session;
	struct actor actor;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	sample_must(s, sample_run(s, &s->system, "user_account.change", "account", sample_string(s, id), "facilities",
		sample_string(s, s->hall_b), NULL));
	assert_true(alive(s, session.token, &actor));
	assert_false(actor_in_scope(&actor, s->hall_a));
	sample_must(s, sample_run(s, &s->system, "user_account.suspend", "account", sample_string(s, id), NULL));
	assert_false(alive(s, session.token, &actor));
	assert_int_equal(sign_in(s, "asel", GOOD, "", &session, &done), SIGN_IN_DONE);
	assert_false(done);
	assert_true(error_list_has(&s->errors, E_SIGN_IN));
}

static void new_password_ends_sessions(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD);
	struct session session;
	struct actor actor;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(session_password_set(s->service, id, TEXT_OF(ALSO_GOOD), true, &s->errors));
	assert_false(alive(s, session.token, &actor));
	session.token = text_empty();
	assert_int_equal(sign_in(s, "asel", ALSO_GOOD, "", &session, &done), SIGN_IN_NEW_PASSWORD);
	assert_true(done);
	assert_true(text_is_empty(session.token));
	assert_true(text_equal(session.user, id));
	assert_false(session_password_set(s->service, id, TEXT_OF("passwordpassword"), false, &s->errors));
	assert_true(session_password_set(s->service, id, TEXT_OF(GOOD), false, &s->errors));
	assert_int_equal(sign_in(s, "asel", GOOD, "", &session, &done), SIGN_IN_DONE);
	assert_true(done);
}

/* The answer to a wrong name and to a wrong password is the same, and so is the work behind it. */
static void unknown_users_look_the_same(void **state)
{
	struct sample *s = *state;
	user(s, "asel", GOOD);
	struct session session;
	bool done;
	sign_in(s, "asel", ALSO_GOOD, "", &session, &done);
	assert_false(done);
	const char *message = s->errors.items[0].message;
	int64_t begun = clock_monotonic();
	sign_in(s, "asel", ALSO_GOOD, "", &session, &done);
	int64_t known = clock_monotonic() - begun;
	begun = clock_monotonic();
	sign_in(s, "nobody", ALSO_GOOD, "", &session, &done);
	int64_t unknown = clock_monotonic() - begun;
	assert_false(done);
	assert_ptr_equal(s->errors.items[0].message, message);
	assert_true(unknown * 4 > known); /* without the hash it would be a hundred times faster */
}

static void attempts_are_slowed(void **state)
{
	struct sample *s = *state;
	user(s, "asel", GOOD);
	user(s, "bek", GOOD);
	struct session session;
	bool done;
	for (int i = 0; i < 5; i++) {
		sign_in(s, "asel", ALSO_GOOD, "", &session, &done);
		assert_true(error_list_has(&s->errors, E_SIGN_IN));
	}
	sign_in(s, "ASEL", GOOD, "", &session, &done);
	assert_false(done); /* even the right one waits, or the delay would tell */
	assert_true(error_list_has(&s->errors, E_RATE));
	sign_in(s, "bek", GOOD, "", &session, &done);
	assert_true(done); /* nobody else is slowed */
	s->now += 2 * MOMENT_SECOND;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(done);
	for (int i = 0; i < 5; i++)
		sign_in(s, "asel", ALSO_GOOD, "", &session, &done);
	for (int i = 0; i < 12; i++) {
		s->now += 61 * MOMENT_SECOND; /* never longer than a minute */
		sign_in(s, "asel", ALSO_GOOD, "", &session, &done);
		assert_true(error_list_has(&s->errors, E_SIGN_IN));
	}
}

static void sources_are_limited(void **state)
{
	struct sample *s = *state;
	struct session session;
	char name[16];
	bool done;
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof(name), "guess%d", i);
		sign_in(s, name, "x", "", &session, &done);
		assert_true(error_list_has(&s->errors, E_SIGN_IN));
	}
	sign_in(s, "guess99", "x", "", &session, &done);
	assert_true(error_list_has(&s->errors, E_RATE));
	s->now += MOMENT_MINUTE;
	sign_in(s, "guess99", "x", "", &session, &done);
	assert_true(error_list_has(&s->errors, E_SIGN_IN));
}

/* ---- second factor ---- */

static struct text secret_of(struct sample *s, struct text uri)
{
	size_t from = text_find(uri, TEXT_OF("secret="));
	assert_true(from != SIZE_MAX);
	struct text rest = text_slice(uri, from + 7, uri.length), secret;
	assert_true(text_next(&rest, '&', &secret));
	char *bytes;
	size_t length;
	assert_int_equal(oath_base32_decode(secret.data, secret.length, &bytes, &length), OATH_OK);
	struct text raw = text_make(arena_copy_bytes(s->arena, bytes, length), length);
	free(bytes);
	assert_int_equal(raw.length, 20);
	return raw;
}

static char *code_at(struct sample *s, struct text secret, int64_t moment)
{
	static char code[8];
	assert_int_equal(oath_totp_generate(secret.data, secret.length, (time_t)(moment / 1000), 30, 0, 6, code), OATH_OK);
	(void)s;
	return code;
}

static void account_act(struct sample *s, const char *act, struct text id)
{
	const struct pair inputs[] = { { TEXT_OF("account"), id } };
	struct command command = { .act = text_from(act), .inputs = inputs, .input_count = 1, .reason = TEXT_OF("Seen in person") };
	struct outcome outcome;
	if (!command_run(s->service, s->arena, &s->system, &command, &outcome, &s->errors))
		sample_fail(&s->errors);
}

static struct text enrol(struct sample *s, struct text id, struct text *out_codes)
{
	struct text uri;
	assert_false(session_totp_begin(s->service, s->arena, id, &uri, &s->errors)); /* nobody alone */
	assert_true(error_list_has(&s->errors, E_STATE));
	error_list_begin(&s->errors, s->arena);
	account_act(s, "user_account.open_device", id);
	assert_true(session_totp_begin(s->service, s->arena, id, &uri, &s->errors));
	struct text secret = secret_of(s, uri);
	assert_false(session_totp_confirm(s->service, s->arena, id, TEXT_OF("000"), out_codes, &s->errors));
	assert_true(session_totp_confirm(s->service, s->arena, id, text_from(code_at(s, secret, s->now)), out_codes,
		&s->errors));
	return secret;
}

static void second_factor(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD), codes;
	struct session session;
	bool done;
	struct text secret = enrol(s, id, &codes);
	assert_int_equal(sign_in(s, "asel", GOOD, "", &session, &done), SIGN_IN_TOTP);
	assert_true(done);
	/* The code that confirmed is used up. */
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now), &session, &done);
	assert_false(done);
	s->now += 30 * MOMENT_SECOND;
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now), &session, &done);
	assert_true(done);
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now), &session, &done);
	assert_false(done);
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now + 30000), &session, &done); /* a clock a little ahead */
	assert_true(done);
	s->now += 120 * MOMENT_SECOND;
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now - 30000), &session, &done); /* or behind */
	assert_true(done);
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now - 60000), &session, &done);
	assert_false(done);
	sign_in(s, "asel", GOOD, code_at(s, secret, s->now + 60000), &session, &done);
	assert_false(done);
	sign_in(s, "asel", ALSO_GOOD, code_at(s, secret, s->now), &session, &done);
	assert_false(done);
}

static void recovery_codes_work_once(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD), codes, code, rest;
	struct session session;
	bool done;
	enrol(s, id, &codes);
	rest = codes;
	for (int i = 0; i < 10; i++) {
		assert_true(text_next(&rest, '\n', &code));
		assert_int_equal(code.length, 19);
		sign_in(s, "asel", GOOD, sample_string(s, code), &session, &done);
		assert_true(done);
		sign_in(s, "asel", GOOD, sample_string(s, code), &session, &done);
		assert_false(done);
		s->now += 2 * MOMENT_SECOND;
	}
	assert_true(text_is_empty(rest));
	account_act(s, "user_account.take_device_off", id);
	assert_false(session_totp_is_set(s->service, id));
	assert_int_equal(sign_in(s, "asel", GOOD, "", &session, &done), SIGN_IN_DONE);
	assert_true(done);
}

static void places_and_signing_out(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD);
	struct session session;
	struct session_place *places;
	struct actor actor;
	size_t count;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(session_places(s->service, s->arena, id, session.token, &places, &count));
	assert_true(count == 1 && places[0].here && places[0].started == s->now && places[0].source.length > 0);
	session_end_all(s->service, id);
	assert_true(session_places(s->service, s->arena, id, session.token, &places, &count));
	assert_int_equal(count, 0);
	assert_false(session_actor(s->service, s->arena, session.token, &actor, &session));
}

/* What stands in keys.db is not the Argon2 hash of the password itself, and an old hash without pepper is renewed. */
static void passwords_have_pepper(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD), value;
	struct session session;
	int64_t expires;
	bool done;
	struct json_value secret;
	assert_true(keys_secret_get(service_keys(s->service), s->arena, "password", id, &value, &expires, &s->errors));
	assert_true(json_parse(s->arena, value, &secret, &s->errors));
	assert_int_not_equal(crypto_pwhash_str_verify(sample_string(s, json_get_text(secret, "hash")), GOOD, strlen(GOOD)), 0);
	char old[crypto_pwhash_STRBYTES];
	assert_int_equal(crypto_pwhash_str(old, GOOD, strlen(GOOD), 3, 64 * 1024 * 1024), 0);
	struct text before = arena_format(s->arena, "{\"hash\":\"%s\",\"change\":false,\"set\":0}", old);
	assert_true(keys_secret_put(service_keys(s->service), "password", id, before, 0, &s->errors));
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(done);
	assert_true(keys_secret_get(service_keys(s->service), s->arena, "password", id, &value, &expires, &s->errors));
	assert_true(text_find(value, TEXT_OF("\"pepper\":true")) != SIZE_MAX);
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(done);
}

/* RFC 6238 appendix B, SHA-1, last six digits. */
static void codes_follow_the_standard(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD);
	static const struct {
		int64_t seconds;
		const char *code;
	} vectors[] = { { 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" }, { 1234567890, "005924" },
		{ 2000000000, "279037" }, { 20000000000, "353130" } };
	struct text hex = hex_encode(s->arena, "12345678901234567890", 20);
	struct text value = arena_format(s->arena, "{\"secret\":\"%.*s\",\"confirmed\":true,\"step\":0}", TEXT_FORMAT(hex));
	assert_true(keys_secret_put(service_keys(s->service), "totp", id, value, 0, &s->errors));
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		s->now = vectors[i].seconds * MOMENT_SECOND;
		assert_false(totp_accept(s->service, id, TEXT_OF("123456")));
		assert_true(totp_accept(s->service, id, text_from(vectors[i].code)));
		assert_false(totp_accept(s->service, id, text_from(vectors[i].code)));
		/* The steps of two vectors are neighbours; the newer one stays usable. */
	}
}

/* ---- tokens ---- */

static void tokens(void **state)
{
	struct sample *s = *state;
	struct text id = sample_user(s, "robot", "programme", "*", "official", "");
	struct text token;
	struct actor actor;
	assert_true(session_token_make(s->service, s->arena, id, 30, &token, &s->errors));
	assert_int_equal(token.length, 7 + 52);
	assert_true(session_token_actor(s->service, s->arena, token, &actor));
	assert_true(text_equal(actor.id, id));
	char *other = arena_string(s->arena, token);
	other[20] = other[20] == 'A' ? 'B' : 'A';
	assert_false(session_token_actor(s->service, s->arena, text_from(other), &actor));
	assert_false(session_token_actor(s->service, s->arena, TEXT_OF("custos_"), &actor));
	s->now += 30 * MOMENT_DAY;
	assert_false(session_token_actor(s->service, s->arena, token, &actor));
	assert_true(session_token_make(s->service, s->arena, id, 0, &token, &s->errors));
	assert_true(session_token_end(s->service, s->arena, token, &s->errors));
	assert_false(session_token_actor(s->service, s->arena, token, &actor));
	/* No copy of keys.db gives a token back. */
	struct text *names;
	size_t count;
	assert_true(keys_secret_list(service_keys(s->service), s->arena, "token", &names, &count, &s->errors));
	for (size_t i = 0; i < count; i++)
		assert_int_equal(names[i].length, 64);
}

/* What is kept in memory goes with the first change, also with one that another process makes in the key store. */
static void another_process_ends_it(void **state)
{
	struct sample *s = *state;
	struct text id = user(s, "asel", GOOD), token;
	struct session session;
	struct actor actor;
	struct keys *other;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(session_token_make(s->service, s->arena, id, 30, &token, &s->errors));
	for (int i = 0; i < 3; i++) {
		assert_true(alive(s, session.token, &actor) && actor_in_scope(&actor, s->hall_a));
		assert_true(session_token_actor(s->service, s->arena, token, &actor) && text_equal(actor.id, id));
		assert_true(text_equal_string(actor.name, "asel") && actor.roles == ROLE(WING));
	}
	assert_true(keys_open(service_folder(s->service), false, &other, &s->errors));
	assert_true(session_token_actor(s->service, s->arena, token, &actor));
	assert_true(keys_secret_delete(other, "token", secret_name(s->arena, token), &s->errors));
	assert_false(session_token_actor(s->service, s->arena, token, &actor));
	assert_true(alive(s, session.token, &actor));
	assert_true(keys_secret_delete(other, "session", secret_name(s->arena, session.token), &s->errors));
	assert_false(alive(s, session.token, &actor));
	keys_close(other);
}

static void switching_stays_in_scope(void **state)
{
	struct sample *s = *state;
	struct text both = arena_format(s->arena, "%.*s %.*s", TEXT_FORMAT(s->hall_a), TEXT_FORMAT(s->hall_b));
	struct text id = sample_user(s, "asel", "wing", sample_string(s, both), "official", "");
	assert_true(session_password_set(s->service, id, TEXT_OF(GOOD), false, &s->errors));
	struct session session;
	struct actor actor;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(session_switch(s->service, session.token, s->hall_b, TEXT_OF("ru"), &s->errors));
	assert_true(alive(s, session.token, &actor));
	assert_true(text_equal(actor.facility, s->hall_b));
	assert_true(text_equal_string(actor.language, "ru"));
	assert_false(session_switch(s->service, session.token, s->hall_c, text_empty(), &s->errors));
	assert_false(session_switch(s->service, session.token, text_empty(), TEXT_OF("../x"), &s->errors));
	assert_true(alive(s, session.token, &actor));
	assert_true(text_equal(actor.facility, s->hall_b));
}

static void break_glass(void **state)
{
	struct sample *s = *state;
	struct text file = sample_file(s, "Somebody", s->hall_b, "x");
	user(s, "asel", GOOD);
	sample_user(s, "audit", "auditor", "*", "official", "");
	struct session session;
	struct actor actor, audit = sample_actor(s, "audit");
	const struct row *row;
	bool done;
	sign_in(s, "asel", GOOD, "", &session, &done);
	assert_true(alive(s, session.token, &actor));
	assert_false(session_break_glass(s->service, s->arena, &actor, session.token, file, TEXT_OF("urgent"), &s->errors));
	if (!session_break_glass(s->service, s->arena, &actor, session.token, file,
		    TEXT_OF("found unconscious in the yard, need the contacts"), &s->errors))
		sample_fail(&s->errors);
	assert_true(alive(s, session.token, &actor));
	assert_true(text_equal(actor.break_glass_subject, file));
	struct query *query = sample_query(s, &actor);
	assert_true(query_load(query, &RECORD_FILE, file, &row, &s->errors));
	query_end(query);

	/* The opening is there to be reviewed, by somebody else, and due. */
	query = sample_query(s, &audit);
	struct selection openings = { .record = &RECORD_BREAK_GLASS, .order_field = FIELD_ID };
	struct selection deadlines = { .record = &RECORD_DEADLINE, .order_field = FIELD_ID };
	struct rows rows;
	assert_true(query_list(query, &openings, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	struct text opening = rows.items[0]->id;
	assert_true(query_list(query, &deadlines, &rows, &s->errors));
	assert_int_equal(rows.count, 1);
	assert_int_equal(row_moment(rows.items[0], DEADLINE_DUE_AT) - s->now, 24 * MOMENT_HOUR);
	query_end(query);
	assert_true(text_is_empty(sample_run(s, &actor, "break_glass.review", "break_glass", sample_string(s, opening),
		"finding", "justified", NULL)));
	sample_must(s, sample_run(s, &audit, "break_glass.review", "break_glass", sample_string(s, opening), "finding",
		"justified", NULL));
	assert_true(text_is_empty(sample_run(s, &audit, "break_glass.review", "break_glass", sample_string(s, opening),
		"finding", "not-justified", NULL)));

	for (int i = 0; i < 3; i++) {
		s->now += 10 * MOMENT_MINUTE;
		assert_true(alive(s, session.token, &actor));
	}
	assert_true(text_is_empty(actor.break_glass_subject));
	query = sample_query(s, &actor);
	assert_false(query_load(query, &RECORD_FILE, file, &row, &s->errors));
	query_end(query);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(passwords_are_judged, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(list_is_sorted_and_long, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(sessions_begin_and_end, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(sessions_run_out, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(revocation_is_at_once, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(new_password_ends_sessions, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(unknown_users_look_the_same, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(attempts_are_slowed, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(sources_are_limited, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(second_factor, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(places_and_signing_out, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(passwords_have_pepper, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(recovery_codes_work_once, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(codes_follow_the_standard, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(tokens, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(another_process_ends_it, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(switching_stays_in_scope, sample_open, sample_close),
		cmocka_unit_test_setup_teardown(break_glass, sample_open, sample_close),
	};
	return SAMPLE_RUN("session", tests);
}
