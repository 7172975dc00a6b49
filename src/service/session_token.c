/* session_token.c - bearer tokens of machines, accounts by name, and the small reading that all session files share. */
#include "service/session_secret.h"

#include "base/date.h"
#include "base/hash.h"
#include "base/random.h"
#include "service/records.h"
#include "service/writer.h"

enum { TOKEN_BYTES = 32, TOKEN_CHARACTERS = 52, TOKEN_DAYS = 365 };
static const struct text TOKEN_PREFIX = TEXT("custos_");

struct text secret_name(struct arena *arena, struct text secret)
{
	struct hash hash = hash_of(secret.data, secret.length);
	return hash_hex(arena, &hash);
}

bool secret_get(struct service *service, struct arena *arena, const char *kind, struct text name,
	struct json_value *out_value, int64_t *out_expires)
{
	struct error_list ignored; /* what cannot be read opens nothing */
	error_list_begin(&ignored, arena);
	struct text value;
	int64_t expires = 0;
	if (!keys_secret_get(service_keys(service), arena, kind, name, &value, &expires, &ignored))
		return false;
	if (expires != 0 && expires <= service_now(service))
		return false;
	if (out_expires)
		*out_expires = expires;
	return json_parse(arena, value, out_value, &ignored) && json_kind(*out_value) == JSON_OBJECT;
}

bool account_load(struct service *service, struct arena *arena, struct text user_id, const struct row **out_account,
	struct error_list *errors)
{
	struct connection *connection = service_reader(service, errors);
	return connection && select_load(connection, arena, &RECORD_USER_ACCOUNT, user_id, out_account, errors);
}

bool account_find(struct service *service, struct arena *arena, struct text name, const struct row **out_account,
	struct error_list *errors)
{
	struct connection *connection = service_reader(service, errors);
	struct selection selection = { .record = &RECORD_USER_ACCOUNT, .order_field = FIELD_ID, .limit = 1,
		.condition_count = 1 };
	selection.conditions[0] = (struct condition){ .field = USER_NAME, .comparison = IS, .value = value_text(name) };
	struct rows rows = { 0 };
	if (!connection || (!text_is_empty(name) && !select_rows(connection, arena, &selection, &rows, errors)))
		return false;
	*out_account = rows.count ? rows.items[0] : NULL;
	return true;
}

/* ---- bearer tokens ---- */

/* 256 bits in 52 characters of Crockford base 32; the last one carries a single bit. */
static struct text token_text(struct arena *arena, const unsigned char bytes[TOKEN_BYTES])
{
	static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	struct builder builder;
	builder_begin(&builder, arena, TOKEN_PREFIX.length + TOKEN_CHARACTERS + 1);
	builder_add(&builder, TOKEN_PREFIX);
	unsigned window = 0, bits = 0;
	for (int i = 0; i < TOKEN_BYTES; i++) {
		window = (window << 8 | bytes[i]) & 0xFFFF;
		for (bits += 8; bits >= 5; bits -= 5)
			builder_add_byte(&builder, alphabet[(window >> (bits - 5)) & 31]);
	}
	builder_add_byte(&builder, alphabet[(window << (5 - bits)) & 31]);
	return builder_text(&builder);
}

bool session_token_make(struct service *service, struct arena *arena, struct text user_id, int days, struct text *out_token,
	struct error_list *errors)
{
	const struct row *account;
	if (!account_load(service, arena, user_id, &account, errors))
		return false;
	if (!account || !row_is_yes(account, USER_ACTIVE)) {
		error_say(errors, E_NOT_FOUND, NULL, N_("There is no such user"));
		return false;
	}
	unsigned char bytes[TOKEN_BYTES];
	random_secret(bytes, sizeof(bytes));
	struct text token = token_text(arena, bytes);
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "user", user_id);
	json_object_end(&json);
	int64_t expires = service_now(service) + (days > 0 ? days : TOKEN_DAYS) * MOMENT_DAY;
	if (!keys_secret_put(service_keys(service), "token", secret_name(arena, token), json_finish(&json), expires, errors))
		return false;
	*out_token = token;
	return true;
}

static bool token_read(struct service *service, struct arena *arena, struct text name, struct known *out_known)
{
	struct error_list ignored; /* whatever goes wrong, the token opens nothing */
	struct known known = { .user = text_empty(), .csrf = text_empty(), .facility = text_empty(), .language = text_empty(), .source = text_empty() };
	struct json_value value;
	const struct row *account;
	error_list_begin(&ignored, arena);
	if (!secret_get(service, arena, "token", name, &value, &known.expires) ||
		!account_load(service, arena, json_get_text(value, "user"), &account, &ignored) || !account ||
		!user_account_actor(arena, account, &known.actor))
		return false;
	known.glass = json_get_text(value, "glass");
	known.glass_until = json_to_integer(json_get(value, "glass_until"), 0);
	*out_known = known;
	return true;
}

bool session_token_actor(struct service *service, struct arena *arena, struct text token, struct actor *out_actor)
{
	struct known known;
	struct known_stamp stamp;
	if (token.length != TOKEN_PREFIX.length + TOKEN_CHARACTERS || !text_starts_with(token, TOKEN_PREFIX))
		return false;
	struct text name = secret_name(arena, token);
	if (!known_find(service, arena, "token", name, &known, &stamp)) {
		if (!token_read(service, arena, name, &known))
			return false;
		known_keep(service, "token", name, &known, &stamp);
	}
	if (known.expires != 0 && known.expires <= service_now(service))
		return false;
	*out_actor = known.actor;
	bool open = known.glass_until > service_now(service) && !text_is_empty(known.glass);
	out_actor->break_glass_subject = open ? known.glass : text_empty();
	out_actor->break_glass_until = open ? known.glass_until : 0;
	return true;
}

bool session_token_glass(struct service *service, struct arena *arena, struct text token, struct text subject, struct error_list *errors)
{
	struct text name = secret_name(arena, token), value;
	struct json_value stored;
	int64_t expires;
	if (!keys_secret_get(service_keys(service), arena, "token", name, &value, &expires, errors) || !json_parse(arena, value, &stored, errors))
		return false;
	struct json_writer json;
	json_start(&json, arena);
	json_object_begin(&json);
	json_member(&json, "user", json_get_text(stored, "user"));
	json_member(&json, "glass", subject);
	json_member_integer(&json, "glass_until", service_now(service) + BREAK_GLASS_LENGTH);
	json_object_end(&json);
	return keys_secret_put(service_keys(service), "token", name, json_finish(&json), expires, errors);
}

bool session_token_end(struct service *service, struct arena *arena, struct text token, struct error_list *errors)
{
	return keys_secret_delete(service_keys(service), "token", secret_name(arena, token), errors);
}

/* ---- actors without a session ---- */

bool session_actor_named(struct service *service, struct arena *arena, struct text name, struct actor *out_actor,
	struct error_list *errors)
{
	const struct row *account = NULL;
	if (!account_find(service, arena, name, &account, errors))
		return false;
	if (!account && identifier_is_valid(name) && !account_load(service, arena, name, &account, errors))
		return false;
	if (account && user_account_actor(arena, account, out_actor))
		return true;
	error_add(errors, &(struct error){ .code = E_NOT_FOUND, .message = N_("There is no active user {name}"),
		.parameters = { { "name", name, false } } });
	return false;
}

struct actor session_system_actor(void)
{
	return *service_system_actor();
}
