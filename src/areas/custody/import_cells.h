/*
 * import_cells.h - reading the cells of old registers as people filled them in: pure functions, no database, no clock.
 *
 * Each reading says what it understood and, when the cell was not plain, by which rule it was read (a message identifier:
 * the correction that the result file shows). rule is NULL when the cell was in plain form. Nothing is guessed: what cannot
 * be read is said to be unreadable, and the row waits for a human. Texts live on the arena given.
 *
 * The forms are those of registers kept in Russian in Central Asia (share of each kind: test/data/import/legacy-register);
 * ISO dates and English codes are read as well.
 */
#ifndef CUSTOS_AREAS_CUSTODY_IMPORT_CELLS_H
#define CUSTOS_AREAS_CUSTODY_IMPORT_CELLS_H

#include "base/date.h"
#include "base/error.h"

enum cell_state {
	CELL_EMPTY,	 /* nothing, a dash, "н/д" */
	CELL_READ,
	CELL_IMPOSSIBLE, /* a date that no calendar has */
	CELL_MANGLED,	 /* a spreadsheet has turned it into something else */
	CELL_UNREADABLE,
};

/* ---- text ---- */
/* Lower case of Latin and Cyrillic letters (with those of Kazakh, Kyrgyz, Tajik, Uzbek); everything else as it is. */
uint32_t cell_lower(uint32_t letter);
uint32_t cell_upper(uint32_t letter);
struct text cell_lower_text(struct arena *arena, struct text text);
/* No-break and other odd spaces to plain ones, runs of them to one, none at the ends. Line breaks stay when `lines`. */
struct text cell_spaces(struct arena *arena, struct text text, bool lines);
/* Empty, dashes, "н/д", "нет данных", "n/a". */
bool cell_is_nothing(struct text text);
/* Some letter was lost when the file went through another encoding ("?алиев"). */
bool cell_has_lost_letters(struct text text);
/* Lower case, with Latin letters that look like Cyrillic ones turned into these: for comparing words. */
struct text cell_fold(struct arena *arena, struct text text);

/* ---- names ---- */
enum name_fault { NAME_CAPITALS = 1, NAME_SMALL = 2, NAME_LOOK_ALIKE = 4, NAME_MIXED = 8, NAME_LOST = 16, NAME_INITIAL = 32, NAME_SPACES = 64 };

struct cell_name {
	enum cell_state state;
	struct text text;
	unsigned faults;    /* bits of name_fault */
	const char *script; /* "Cyrl", "Latn", "Arab", "other" */
	const char *rule;
};
/* One part of a name: capitals and small letters to the usual form, look-alike letters, spaces. Letters are not invented. */
struct cell_name cell_name(struct arena *arena, struct text text);
/* Ends like a patronymic: -ович, -овна, -улы, -кызы, уулу, кызы, оглу ... */
bool cell_is_patronymic(struct arena *arena, struct text text);
/* 'M', 'F' by the ending of surname and patronymic, or 0 when they do not tell. */
char cell_name_sex(struct arena *arena, struct text surname, struct text patronymic);

/* ---- codes ---- */
/* 'M', 'F', or 0. */
char cell_sex(struct arena *arena, struct text text);
struct cell_country { enum cell_state state; const char *code; bool stateless; };
/* ISO 3166-1 alpha-2. */
struct cell_country cell_country(struct arena *arena, struct text text);

struct cell_code { enum cell_state state; struct text text; const char *rule; };
/* Number of a personal file: "71-2019/0387". */
struct cell_code cell_file_number(struct arena *arena, struct text text);
/* Institution by kind and number: "ИК-71". */
struct cell_code cell_institution(struct arena *arena, struct text text);
/* Verdict number: "1-218/2025". */
struct cell_code cell_verdict(struct arena *arena, struct text text);
/* Latin letters, digits and hyphens for a code: "ИК-71" -> "IK-71". */
struct text cell_latin(struct arena *arena, struct text text);

enum bed_kind { BED_GONE, BED_UNIT, BED_ROOM };
struct cell_bed { enum cell_state state; enum bed_kind kind; struct text code; /* "3" (unit), "3-2", "214", "Д-1" */ };
struct cell_bed cell_bed(struct arena *arena, struct text text);

enum regime { REGIME_NONE, REGIME_GENERAL, REGIME_STRICT, REGIME_SPECIAL, REGIME_REMAND };
enum regime cell_regime(struct arena *arena, struct text text);

/* ---- dates and terms (import_dates.c) ---- */
struct cell_date { enum cell_state state; struct date date; /* partial where allowed */ const char *rule; };
/* dd.mm.yyyy, d.m.yyyy, "г." behind, ISO with or without time, mm/dd/yyyy, spreadsheet day numbers, months in words. */
struct cell_date cell_date(struct arena *arena, struct text text);
/* Also a year alone ("1974 г.р."); 1 January stands for a day that nobody knew and is read as the year. */
struct cell_date cell_birth_date(struct arena *arena, struct text text);

enum term_kind { TERM_NONE, TERM_LENGTH, TERM_LIFE, TERM_REMAND };
struct cell_term { enum cell_state state; enum term_kind kind; struct duration length; const char *rule; };
struct cell_term cell_term(struct arena *arena, struct text text);
/* The day that start and term give, counted as registers do: the same day years, months and days later. */
struct date cell_term_end(struct date start, struct duration length);

/* ---- articles (import_articles.c) ---- */
enum { CELL_ARTICLES = 12 };
struct cell_article { struct text article; /* "307-1 ч.2 п.а" */ };
struct cell_articles {
	enum cell_state state;
	struct cell_article items[CELL_ARTICLES];
	size_t count;
	struct text law; /* "УК Республики Казахстан"; empty when not said */
	const char *rule;
};
struct cell_articles cell_articles(struct arena *arena, struct text text);

#endif
