/*
 * catalogue.h - messages in the reader's language: gettext .mo files read by ourselves per request (gettext's own
 * functions follow the process locale), plural rules, dates, numbers and names by ICU.
 *
 * A message identifier is the English sentence with {named} parameters. Missing translations give the English. Catalogues
 * are compiled from po/<language>.po at build and embedded in the binary; loaded once, never changed, shared by threads.
 */
#ifndef CUSTOS_TEXT_CATALOGUE_H
#define CUSTOS_TEXT_CATALOGUE_H

#include "base/builder.h"
#include "base/date.h"
#include "base/error.h"

struct language {
	const char *code;	/* "en", "ru", "ar" */
	const char *name;	/* in itself: "Русский" */
	bool right_to_left;
};

struct parameter { const char *name; struct text value; };

const struct language *language_list(size_t *out_count);
const struct language *language_find(struct text code); /* English when unknown */
/* Best of an Accept-Language header. */
const struct language *language_accept(struct text header);

/* Static text of a message. */
struct text message(const struct language *language, const char *identifier);
/* With {parameters} filled in. In right-to-left languages each value is isolated (U+2068 U+2069), so that numbers with slashes
 * keep their order. */
struct text message_with(const struct language *language, struct arena *arena, const char *identifier,
	const struct parameter *parameters, size_t count);
/* Digits are 0-9 in every language: people compare them with what stands on papers and doors. */
/* Plural by the language's rule; {count} is filled in, formatted. singular is the identifier. */
struct text message_count(const struct language *language, struct arena *arena, const char *singular, const char *plural,
	int64_t count);
/* An error's message, advice: filled in, labels among the parameters translated, whole dates (2026-03-03) as format_date says them. */
struct text message_error(const struct language *language, struct arena *arena, const struct error *error);
struct text message_advice(const struct language *language, struct arena *arena, const struct error *error);

/* "3 March 2026"; partial dates "March 2026", "2026". */
struct text format_date(const struct language *language, struct arena *arena, struct date date);
/* "3 March 2026, 14:05" in the zone (IANA name); 24 hours. */
struct text format_moment(const struct language *language, struct arena *arena, int64_t moment, struct text zone);
struct text format_time(const struct language *language, struct arena *arena, int64_t moment, struct text zone);
struct text format_integer(const struct language *language, struct arena *arena, int64_t integer);
struct text format_decimal(const struct language *language, struct arena *arena, int64_t scaled, int scale);
/* Civil date and minute of the day of a moment in a zone (IANA name; unknown or empty: UTC), and back. A time that a zone
 * leaves out in spring counts on from before the gap; one that it has twice is the first. */
void zone_local(struct text zone, int64_t moment, struct date *out_date, int *out_minute);
int64_t zone_moment(struct text zone, struct date date, int minute);

/* "7 years 6 months". */
struct text format_duration(const struct language *language, struct arena *arena, struct duration duration);
/* "in 3 hours", "overdue 2 days". */
struct text format_due(const struct language *language, struct arena *arena, int64_t due, int64_t now);
/* Sort key by ICU collation of the language: bytes to compare. */
struct text format_sort_key(const struct language *language, struct arena *arena, struct text text);
/* Unicode case fold, NFKC, combining marks off, look-alike Latin letters among Cyrillic mapped: for exact-fold search. */
struct text fold_name(struct arena *arena, struct text text);

#endif
