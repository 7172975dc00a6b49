/*
 * session_secret.h - internal to the session files: the secrets behind an account, their kinds in keys.db, and counting.
 *
 * Kinds (keys_secret_*), values are small JSON objects:
 *	password	user id -> {hash, pepper, change, set}
 *	totp		user id -> {secret (hex), confirmed, step, at}	step: the newest one used, never accepted again
 *	recovery	user id -> hashes of unused codes, one a line
 *	session		SHA-256 of the cookie -> {user, csrf, started, seen, facility, language, source, glass, glass_until}
 *	sessions	user id -> SHA-256 of the open sessions, one a line
 *	token		SHA-256 of the bearer token -> {user, glass, glass_until}
 *	rate		"a"|"s" SHA-256 of account name|source -> {count, at}
 */
#ifndef CUSTOS_SERVICE_SESSION_SECRET_H
#define CUSTOS_SERVICE_SESSION_SECRET_H

#include "format/json.h"
#include "service/session.h"

enum { PASSWORD_LENGTH_MINIMUM = 15, PASSWORD_LENGTH_MAXIMUM = 128 };

/* ---- session_password.c ---- */
/* Adds what is wrong with a password that somebody wants to have; nothing when it is good. */
void password_judge(struct text password, struct text user_name, struct error_list *errors);
/* In the shipped list, or built from an entry of it by repeating or padding, or a run of neighbours; case and look-alikes
 * ("0" for "o") are ignored. */
bool password_is_common(struct text password);
/* Argon2id, at most two at once; false when too many wait (E_BUSY). hash empty: same work, never right. */
bool password_verify(struct text hash, struct text password, bool *out_right, bool *out_rehash, struct error_list *errors);
bool password_hash(struct arena *arena, struct text password, struct text *out_hash, struct error_list *errors);

/* ---- session_rate.c ---- */
/* Counts an attempt before it is judged, so that parallel ones cannot slip by. E_RATE with the seconds to wait. */
bool rate_enter(struct service *service, struct text name, struct text source, struct error_list *errors);
/* The attempt was right: `whole` forgets the account's failures, else only this attempt is taken back. */
void rate_leave(struct service *service, struct text name, struct text source, bool whole);

/* ---- session_totp.c ---- */
bool totp_is_enrolled(struct service *service, struct text user_id);
/* A TOTP code of this or a neighbouring step, each once; or an unused recovery code, which is used up. */
bool totp_accept(struct service *service, struct text user_id, struct text code);

/* ---- session.c ---- */
/* Notes in the session that one subject's file is open until a moment. */
bool session_open_glass(struct service *service, struct arena *arena, struct text token, struct text subject, int64_t until,
	struct error_list *errors);

/* ---- account_cache.c ---- */
/* Who stands behind a session or a token: what its secret says, and the account as an actor, without what depends on time. */
struct known {
	struct text user, csrf, facility, language, glass, source; /* of a token only glass */
	int64_t started, seen, glass_until, expires;	   /* expires: 0 never */
	struct actor actor;
};
/* Moment of the caches' sources, taken before they are read. */
struct known_stamp {
	struct store_stamp keys;
	uint64_t accounts;
	bool valid;
};
/* True with a copy on the arena when (kind, name) is kept and neither secrets nor accounts have changed since. Else false,
 * with the stamp to keep it by. */
bool known_find(struct service *service, struct arena *arena, const char *kind, struct text name, struct known *out_known,
	struct known_stamp *out_stamp);
void known_keep(struct service *service, const char *kind, struct text name, const struct known *known,
	const struct known_stamp *stamp);

/* ---- session_token.c ---- */
/* Account row by identifier; NULL row and true when there is none. */
bool account_load(struct service *service, struct arena *arena, struct text user_id, const struct row **out_account,
	struct error_list *errors);
bool account_find(struct service *service, struct arena *arena, struct text name, const struct row **out_account,
	struct error_list *errors);
struct text secret_name(struct arena *arena, struct text secret); /* hex SHA-256 */
/* A JSON secret; false when there is none, it has expired by the service's clock, or cannot be read. */
bool secret_get(struct service *service, struct arena *arena, const char *kind, struct text name,
	struct json_value *out_value, int64_t *out_expires);

#endif
