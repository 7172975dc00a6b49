/* error.c - lists of what went wrong. */
#include "base/error.h"

#include "base/builder.h"

#include <string.h>

void error_list_begin(struct error_list *errors, struct arena *arena)
{
	*errors = (struct error_list){.arena = arena};
}

static struct error *next_item(struct error_list *errors)
{
	if (errors->count == errors->capacity) {
		size_t capacity = errors->capacity == 0 ? 4 : errors->capacity * 2;
		struct error *items = ARENA_ARRAY(errors->arena, struct error, capacity);
		if (errors->count > 0)
			memcpy(items, errors->items, errors->count * sizeof(*items));
		errors->items = items;
		errors->capacity = capacity;
	}
	return &errors->items[errors->count++];
}

void error_add(struct error_list *errors, const struct error *error)
{
	struct error *item = next_item(errors);
	*item = *error;
	item->path = arena_copy(errors->arena, error->path);
	item->detail = arena_copy(errors->arena, error->detail);
	for (size_t i = 0; i < ERROR_PARAMETERS; i++) {
		if (error->parameters[i].name != NULL)
			item->parameters[i].value = arena_copy(errors->arena, error->parameters[i].value);
	}
}

void error_say(struct error_list *errors, enum error_code code, const char *path, const char *message)
{
	error_add(errors, &(struct error){.code = code, .path = text_from(path), .message = message});
}

void error_append(struct error_list *errors, const struct error_list *more)
{
	/* Counted first: the two may be the same list. */
	size_t count = more->count;
	for (size_t i = 0; i < count; i++) {
		struct error copy = more->items[i];
		error_add(errors, &copy);
	}
}

bool error_list_has(const struct error_list *errors, enum error_code code)
{
	for (size_t i = 0; i < errors->count; i++) {
		if (errors->items[i].code == code)
			return true;
	}
	return false;
}

static const struct error_parameter *find_parameter(const struct error *error, struct text name)
{
	for (size_t i = 0; i < ERROR_PARAMETERS; i++) {
		const struct error_parameter *parameter = &error->parameters[i];
		if (parameter->name != NULL && text_equal_string(name, parameter->name))
			return parameter;
	}
	return NULL;
}

struct text error_english(struct arena *arena, const struct error *error)
{
	struct text message = text_from(error->message);
	struct builder out;
	builder_begin(&out, arena, message.length + 32);
	while (message.length > 0) {
		size_t open = text_find_byte(message, '{');
		size_t close = text_find_byte(message, '}');
		if (open == SIZE_MAX || close == SIZE_MAX || close < open) {
			builder_add(&out, message);
			break;
		}
		const struct error_parameter *parameter = find_parameter(error, text_slice(message, open + 1, close));
		builder_add(&out, text_slice(message, 0, open));
		/* A name without a value stays visible: a fault of the program that somebody should see. */
		builder_add(&out, parameter != NULL ? parameter->value : text_slice(message, open, close + 1));
		message = text_slice(message, close + 1, message.length);
	}
	return builder_text(&out);
}

static int status_of(enum error_code code)
{
	switch (code) {
	case E_NONE:
		return 200;
	case E_SYNTAX:
		return 400;
	case E_REQUIRED:
	case E_TYPE:
	case E_LIMIT:
	case E_CHOICE:
	case E_UNKNOWN_FIELD:
	case E_UNKNOWN_NOT_ALLOWED:
	case E_PATTERN:
	case E_DATE_ORDER:
	case E_FILE_TYPE:
	case E_REASON_REQUIRED:
	case E_REFERENCE:
	case E_IDEMPOTENCY:
	case E_RULE:
	case E_RULE_WARNING:
		return 422;
	case E_FILE_SIZE:
		return 413;
	case E_NOT_FOUND:
	case E_KEY_DESTROYED:
		return 404;
	case E_CONFLICT:
	case E_DUPLICATE:
	case E_STATE:
	case E_SECOND_PERSON:
		return 409;
	case E_ACCESS:
	case E_CSRF:
		return 403;
	case E_SIGN_IN:
		return 401;
	case E_RATE:
		return 429;
	case E_FULL:
	case E_BUSY:
		return 503;
	case E_STORE:
	case E_SYSTEM:
	case E_JOURNAL:
		return 500;
	}
	return 500;
}

int error_http_status(const struct error_list *errors)
{
	/* Gravest first: our own faults, then who may ask at all, then what was asked. */
	static const int order[] = {500, 503, 401, 403, 429, 404, 413, 400, 409, 422};
	for (size_t rank = 0; rank < sizeof(order) / sizeof(order[0]); rank++) {
		for (size_t i = 0; i < errors->count; i++) {
			if (status_of(errors->items[i].code) == order[rank])
				return order[rank];
		}
	}
	return 200;
}
