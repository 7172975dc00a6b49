/* entry.c - one journal entry as text, custos-entry/v1: strict reader and the only printer. */
#include "journal/entry.h"

#include <string.h>

#include "base/date.h"
#include "journal/checkpoint.h"

static const struct text first_line = TEXT("custos-entry/v1");

static bool is_word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
	       (byte != '\0' && strchr("._-/:", byte));
}

bool entry_word_is_valid(struct text word)
{
	for (size_t i = 0; i < word.length; i++)
		if (!is_word_byte(word.data[i]))
			return false;
	return word.length > 0 && !text_equal_string(word, "-");
}

/* Takes the next line if it starts with key and a space; *rest stays otherwise. */
static bool take(struct text *rest, const char *key, struct text *out_value)
{
	size_t length = strlen(key);
	const char *end = rest->length ? memchr(rest->data, '\n', rest->length) : NULL;
	if (!end || (size_t)(end - rest->data) < length + 1 || memcmp(rest->data, key, length) != 0 ||
		rest->data[length] != ' ')
		return false;
	*out_value = text_make(rest->data + length + 1, (size_t)(end - rest->data) - length - 1);
	*rest = text_slice(*rest, (size_t)(end - rest->data) + 1, rest->length);
	return true;
}

static bool take_number(struct text *rest, const char *key, int64_t *out_number)
{
	struct text value;
	uint64_t number;
	if (!take(rest, key, &value) || !checkpoint_number(value, &number))
		return false;
	*out_number = (int64_t)number;
	return true;
}

/* A word that must be there. */
static bool take_word(struct text *rest, const char *key, struct text *out_word)
{
	return take(rest, key, out_word) && entry_word_is_valid(*out_word);
}

/* A word or "-". */
static bool take_word_or_dash(struct text *rest, const char *key, struct text *out_word)
{
	if (!take(rest, key, out_word))
		return false;
	if (!text_equal_string(*out_word, "-"))
		return entry_word_is_valid(*out_word);
	*out_word = text_empty();
	return true;
}

/* A word in a line that may be left out: *out_word is empty then. False when the line is there and wrong. */
static bool take_optional_word(struct text *rest, const char *key, struct text *out_word)
{
	*out_word = text_empty();
	return !take(rest, key, out_word) || entry_word_is_valid(*out_word);
}

static int hex_digit(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static bool hash_parse(struct text text, struct hash *out_hash)
{
	if (text.length != 2 * sizeof out_hash->bytes)
		return false;
	for (size_t i = 0; i < sizeof out_hash->bytes; i++) {
		int high = hex_digit(text.data[2 * i]), low = hex_digit(text.data[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		out_hash->bytes[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

/* "2026-11-20T08:15:30.000Z"; the milliseconds may be missing. */
static bool take_time(struct text *rest, int64_t *out_time)
{
	struct text value;
	if (!take(rest, "time", &value) || (value.length != 24 && value.length != 20) ||
		value.data[value.length - 1] != 'Z' || value.data[10] != 'T' ||
		(value.length == 24 && value.data[19] != '.'))
		return false;
	return moment_parse(value, out_time);
}

static bool take_previous(struct text *rest, struct entry *entry)
{
	struct text value;
	if (!take(rest, "prev", &value))
		return false;
	entry->has_previous = !text_equal_string(value, "-");
	return !entry->has_previous || hash_parse(value, &entry->previous);
}

static bool take_payload(struct text *rest, struct entry *entry)
{
	struct text value, word, hash;
	uint64_t size;
	if (!take(rest, "payload", &value))
		return false;
	if (text_equal_string(value, "-"))
		return true;
	entry->has_payload = true;
	if (!text_next(&value, ' ', &word) || !text_equal_string(word, "sha256") || !text_next(&value, ' ', &hash) ||
		!hash_parse(hash, &entry->payload) || !checkpoint_number(value, &size))
		return false;
	entry->payload_size = (int64_t)size;
	return take(rest, "commit", &value) && text_starts_with(value, TEXT_OF("sha256 ")) &&
	       hash_parse(text_slice(value, 7, value.length), &entry->commitment);
}

bool entry_parse(struct text text, struct entry *out_entry)
{
	struct entry entry = { 0 };
	struct text rest = text, value;
	if (text.length > 65535 || !text_starts_with(text, first_line) || text.length == first_line.length ||
		text.data[first_line.length] != '\n')
		return false;
	rest = text_slice(text, first_line.length + 1, text.length);
	if (!take_number(&rest, "seq", &entry.sequence) || !take_time(&rest, &entry.time))
		return false;
	entry.clock_unsynced = take(&rest, "clock", &value);
	if (entry.clock_unsynced && !text_equal_string(value, "unsynced"))
		return false;
	bool done = take_word(&rest, "log", &entry.log) && take_word(&rest, "type", &entry.type) &&
		    take_word_or_dash(&rest, "actor", &entry.actor) &&
		    take_word_or_dash(&rest, "subject", &entry.subject) &&
		    take_word_or_dash(&rest, "record", &entry.record) && take_number(&rest, "rev", &entry.revision) &&
		    take_previous(&rest, &entry) && take_payload(&rest, &entry) &&
		    take_optional_word(&rest, "second", &entry.second) &&
		    take_optional_word(&rest, "decision", &entry.decision) && text_is_empty(rest);
	/* Without a record there is nothing to have revisions. */
	if (!done || (text_is_empty(entry.record) && (entry.revision != 0 || entry.has_previous)))
		return false;
	*out_entry = entry;
	return true;
}

static void put(struct builder *builder, const char *key, struct text value)
{
	builder_add_string(builder, key);
	builder_add_byte(builder, ' ');
	builder_add(builder, value);
	builder_add_byte(builder, '\n');
}

static void put_or_dash(struct builder *builder, const char *key, struct text value)
{
	put(builder, key, text_is_empty(value) ? TEXT_OF("-") : value);
}

static void put_number(struct builder *builder, const char *key, int64_t number)
{
	builder_add_string(builder, key);
	builder_add_byte(builder, ' ');
	builder_add_integer(builder, number);
	builder_add_byte(builder, '\n');
}

static bool is_printable(const struct entry *entry)
{
	const struct text needed[] = { entry->log, entry->type };
	const struct text allowed[] = { entry->actor, entry->subject, entry->record, entry->second, entry->decision };
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!entry_word_is_valid(needed[i]))
			return false;
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (!text_is_empty(allowed[i]) && !entry_word_is_valid(allowed[i]))
			return false;
	if (text_is_empty(entry->record) && (entry->revision != 0 || entry->has_previous))
		return false;
	/* Moments outside the years 1970 to 9999 have no text of 24 characters. */
	return entry->sequence >= 0 && entry->revision >= 0 && entry->payload_size >= 0 && entry->time >= 0 &&
	       entry->time < INT64_C(253402300800000);
}

static void put_payload(struct builder *builder, const struct entry *entry)
{
	if (!entry->has_payload) {
		builder_add_string(builder, "payload -\n");
		return;
	}
	builder_add_string(builder, "payload sha256 ");
	builder_add_hex(builder, entry->payload.bytes, sizeof entry->payload.bytes);
	builder_add_byte(builder, ' ');
	builder_add_integer(builder, entry->payload_size);
	builder_add_string(builder, "\ncommit sha256 ");
	builder_add_hex(builder, entry->commitment.bytes, sizeof entry->commitment.bytes);
	builder_add_byte(builder, '\n');
}

bool entry_print(struct builder *builder, const struct entry *entry)
{
	if (!is_printable(entry))
		return false;
	char time[MOMENT_TEXT_SIZE];
	moment_write(entry->time, time);
	builder_add(builder, first_line);
	builder_add_byte(builder, '\n');
	put_number(builder, "seq", entry->sequence);
	put(builder, "time", text_from(time));
	if (entry->clock_unsynced)
		builder_add_string(builder, "clock unsynced\n");
	put(builder, "log", entry->log);
	put(builder, "type", entry->type);
	put_or_dash(builder, "actor", entry->actor);
	put_or_dash(builder, "subject", entry->subject);
	put_or_dash(builder, "record", entry->record);
	put_number(builder, "rev", entry->revision);
	builder_add_string(builder, "prev ");
	if (entry->has_previous)
		builder_add_hex(builder, entry->previous.bytes, sizeof entry->previous.bytes);
	else
		builder_add_byte(builder, '-');
	builder_add_byte(builder, '\n');
	put_payload(builder, entry);
	if (!text_is_empty(entry->second))
		put(builder, "second", entry->second);
	if (!text_is_empty(entry->decision))
		put(builder, "decision", entry->decision);
	return true;
}
