/*
 * session.h - who is there: users, passwords (Argon2id), TOTP, recovery codes, sessions, bearer tokens, rate limits.
 *
 * User rows are records (engine record user_account, journalled); their secrets live in keys.db (keys_secret_*), never in the
 * journal. A password is mixed with a pepper (HMAC-SHA-256) before it is hashed: a key of the key store, which is nothing without
 * root.key. Sessions: 256 random bits, stored by hash; idle 15 minutes, absolute 12 hours, one per user unless configured; new
 * id at each sign-in ("sessions = many" in the folder's config allows several). Argon2id t=3 m=64 MiB, at most two at once. Unknown users cost the same time and get the same text.
 * Rate: 5 wrong ones per account, then a delay that doubles up to a minute (never a lock: nobody may shut out the duty
 * officer by typing his name); 20 wrong ones a minute per source.
 */
#ifndef CUSTOS_SERVICE_SESSION_H
#define CUSTOS_SERVICE_SESSION_H

#include "service/command.h"

struct session {
	struct text token;	/* goes into the cookie */
	struct text csrf;	/* form token */
	struct text user;	/* id */
	int64_t started, seen;
};

/*
 * step: what is still missing after a right password. Only SIGN_IN_DONE comes with a session; SIGN_IN_NEW_PASSWORD fills
 * out_session->user alone, for session_password_set(), after which the person signs in again.
 */
enum sign_in_step { SIGN_IN_DONE, SIGN_IN_TOTP, SIGN_IN_NEW_PASSWORD };

bool session_password_set(struct service *service, struct text user_id, struct text password, bool must_change,
	struct error_list *errors); /* 15..128 characters, not in the list of common ones, not the name */
/* code: TOTP or recovery code, empty when not asked yet. */
bool session_sign_in(struct service *service, struct arena *arena, struct text name, struct text password, struct text code,
	struct text source, struct session *out_session, enum sign_in_step *out_step, struct error_list *errors);
/* The actor behind a cookie; false when there is none. Touches the idle time. */
bool session_actor(struct service *service, struct arena *arena, struct text token, struct actor *out_actor,
	struct session *out_session);
void session_end(struct service *service, struct text token);
void session_end_all(struct service *service, struct text user_id);
/* Works in another facility within scope, or in another language. */
bool session_switch(struct service *service, struct text token, struct text facility, struct text language,
	struct error_list *errors);
/* Break-glass: reason of at least 20 characters; 30 minutes; one subject; recorded as an act with a review deadline. */
bool session_break_glass(struct service *service, struct arena *arena, const struct actor *actor, struct text token,
	struct text subject, struct text reason, struct error_list *errors);

bool session_totp_begin(struct service *service, struct arena *arena, struct text user_id, struct text *out_uri,
	struct error_list *errors);
bool session_totp_confirm(struct service *service, struct arena *arena, struct text user_id, struct text code,
	struct text *out_recovery_codes /* ten, one a line */, struct error_list *errors);
/* A second factor is set up within the hour that an administrator opened (user_account.open_device; E_STATE otherwise), and
 * taken off with its recovery codes by user_account.take_device_off, an act of two persons. */
bool session_totp_is_set(struct service *service, struct text user_id);

/* Where a user is signed in, newest first. */
struct session_place { int64_t started, seen; struct text source; bool here; };
bool session_places(struct service *service, struct arena *arena, struct text user_id, struct text token, struct session_place **out_places,
	size_t *out_count);

/* Bearer tokens for machines: "custos_" + 52 characters; stored by hash; expires in days (0 = 365). */
bool session_token_make(struct service *service, struct arena *arena, struct text user_id, int days, struct text *out_token,
	struct error_list *errors);
/* After break_glass.open through a token: the file is open to the token for half an hour, for reading. */
bool session_token_glass(struct service *service, struct arena *arena, struct text token, struct text subject, struct error_list *errors);
bool session_token_end(struct service *service, struct arena *arena, struct text token, struct error_list *errors);
bool session_token_actor(struct service *service, struct arena *arena, struct text token, struct actor *out_actor);
/* Actor of a user by sign-in name or id, for the command line; and the engine's own. */
bool session_actor_named(struct service *service, struct arena *arena, struct text name, struct actor *out_actor,
	struct error_list *errors);
struct actor session_system_actor(void);

#endif
