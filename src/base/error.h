/*
 * error.h - what went wrong, for three readers: the program (code), the person (message, advice, path), the log (detail).
 *
 * An error has a stable code (E2104), a message in English with {named} parameters that the catalogue translates, advice,
 * a JSON pointer to the field ("/birth_date", "" for the whole), a citation where a rule speaks, and private detail that
 * only the log sees. Functions return bool, true means done; validation collects every fault in a list.
 * The list and all texts live on its arena.
 *
 *	error_add(errors, &(struct error){.code = E_REQUIRED, .path = TEXT_OF("/sex"), .message = N_("Enter {field}"),
 *		.parameters = {{"field", label}}});
 */
#ifndef CUSTOS_BASE_ERROR_H
#define CUSTOS_BASE_ERROR_H

#include "base/arena.h"

/* Marks a literal for the translators; see text/catalogue.h for the look-up. */
#define N_(literal) literal

enum { ERROR_PARAMETERS = 6 };

/* Code ranges: 1xxx input, 2xxx state and reference, 3xxx access, 4xxx rules, 5xxx storage and system, 6xxx journal. */
enum error_code {
	E_NONE = 0,
	E_SYNTAX = 1001,	 /* body, JSON, form could not be read */
	E_REQUIRED = 1002,	 /* field missing */
	E_TYPE = 1003,		 /* value is not of the field's type */
	E_LIMIT = 1004,		 /* too long, too short, too large, too small */
	E_CHOICE = 1005,	 /* not in the list */
	E_UNKNOWN_FIELD = 1006,	 /* name not in the table */
	E_UNKNOWN_NOT_ALLOWED = 1007, /* "?" where a value must be known */
	E_PATTERN = 1008,
	E_DATE_ORDER = 1009,
	E_FILE_TYPE = 1010,	 /* upload is not what it says, or not allowed */
	E_FILE_SIZE = 1011,
	E_REASON_REQUIRED = 1012, /* a warning wants a reason in the person's own words */
	E_NOT_FOUND = 2001,	 /* also for what the actor may not know of */
	E_REFERENCE = 2002,	 /* refers to nothing */
	E_CONFLICT = 2003,	 /* version changed since it was read */
	E_DUPLICATE = 2004,	 /* unique value exists */
	E_STATE = 2005,		 /* the act does not fit the state */
	E_IDEMPOTENCY = 2006,	 /* key used with another body */
	E_SECOND_PERSON = 2007,	 /* waits for, or needs another, second person */
	E_ACCESS = 3001,	 /* may not; see reason code in the detail */
	E_SIGN_IN = 3002,
	E_RATE = 3003,
	E_CSRF = 3004,
	E_RULE = 4001,		 /* refused by a rule; citation is set */
	E_RULE_WARNING = 4002,	 /* rule warns: needs a reason to go on; citation is set */
	E_STORE = 5001,
	E_FULL = 5002,
	E_BUSY = 5003,
	E_SYSTEM = 5004,
	E_KEY_DESTROYED = 6001,
	E_JOURNAL = 6002,
};

struct error_parameter {
	const char *name;
	struct text value;
	bool translate; /* value is itself a message (a field label) */
};

struct error {
	enum error_code code;
	const char *message; /* message identifier: English text with {parameters} */
	const char *advice;  /* message identifier or NULL: what would mend it */
	struct error_parameter parameters[ERROR_PARAMETERS];
	struct text path;     /* JSON pointer; empty = the whole */
	const char *citation; /* "NMR-68.a", or NULL */
	const char *rule_text; /* own words of the rule, message identifier, or NULL */
	struct text detail;   /* private: log only */
};

struct error_list {
	struct arena *arena;
	struct error *items;
	size_t count;
	size_t capacity;
};

void error_list_begin(struct error_list *errors, struct arena *arena);
/* Copies the error; texts are copied onto the list's arena. */
void error_add(struct error_list *errors, const struct error *error);
/* Short form: code, path (may be NULL), message. */
void error_say(struct error_list *errors, enum error_code code, const char *path, const char *message);
void error_append(struct error_list *errors, const struct error_list *more);
bool error_list_has(const struct error_list *errors, enum error_code code);
/* English with parameters filled in: for the command line and the log. */
struct text error_english(struct arena *arena, const struct error *error);
/* HTTP status that fits the list's gravest error (RFC 9110): 400, 401, 403, 404, 409, 413, 422, 429, 500, 503. */
int error_http_status(const struct error_list *errors);

#endif
