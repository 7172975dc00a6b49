/*
 * match.h - who may be the same: names across scripts, their agreement and its weight as evidence, an index to search.
 *
 * Three things. A name is folded once into typed parts spelt in sounds (match_fold). Two names, or two entries with
 * births, places and documents, are compared (match_compare): the result holds two numbers and the lines that make
 * them up. Many entries are kept in an index (match_index_*) whose readers see an unchanging snapshot.
 *
 * Numbers. Agreement is how alike two spellings are, in hundredths of a percent (10000 = the same sounds). Evidence is
 * in hundredths of a bit (log2 of the likelihood ratio same : unrelated; Fellegi and Sunter 1969), with the frequencies
 * of the searched register; the lines of a comparison add up to it exactly because they are what was added.
 * Nothing here decides: it offers, with reasons. It knows no noun: an entry is a text identifier with facts.
 *
 * Memory. A folded name and a comparison are plain values of fixed size; comparing allocates nothing. Names beyond
 * MATCH_PARTS parts or parts beyond MATCH_SOUNDS sounds are cut. An index owns all it holds.
 * Threads. Folding and comparing are pure. One thread changes an index; any number read snapshots they acquired.
 *
 * Sources: letter tables after ICAO Doc 9303-3 (section 6), the BGN/PCGN romanisations, GOST 7.79-2000, ISO 9:1995 and
 * ISO 233; edit costs by classes of sounds after Freeman, Condon and Ackerman (NAACL 2006, N06-1060); deletion keys
 * after Garbe's symmetric delete; evidence after Fellegi and Sunter, frequencies after Winkler.
 */
#ifndef CUSTOS_MATCH_MATCH_H
#define CUSTOS_MATCH_MATCH_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

enum {
	MATCH_PARTS = 12,      /* parts kept of one name */
	MATCH_SOUNDS = 28,     /* sounds kept of one part */
	MATCH_LINES = 40,      /* lines of a comparison */
	MATCH_BIRTHS = 12,     /* births kept of one entry */
	MATCH_LEVELS = 8,      /* steps of similarity at which rarity is known */
	MATCH_BEST = 100,      /* most hits of one search */
	MATCH_AGREEMENT = 10000,
	MATCH_BIT = 100,
};

enum match_script { MATCH_SCRIPT_LATIN, MATCH_SCRIPT_CYRILLIC, MATCH_SCRIPT_ARABIC, MATCH_SCRIPT_OTHER };

enum match_part_kind {
	MATCH_PART_NAME,
	MATCH_PART_COMPOUND, /* abd + X, X + al-din, X + allah as one */
	MATCH_PART_KUNYA,    /* abu X, umm X: nearly worthless alone */
	MATCH_PART_INITIAL,
	MATCH_PART_TITLE,    /* haji, sheikh, dr: little weight */
	MATCH_PART_PARTICLE, /* al, bin, uulu, de: never compared */
};

/* What ends a part; decides role, sex and the sentence shown, never the comparison of roots. */
enum match_ending {
	MATCH_ENDING_NONE,
	MATCH_ENDING_SURNAME_M,    /* -ov -ev -skiy */
	MATCH_ENDING_SURNAME_F,    /* -ova -eva -skaya */
	MATCH_ENDING_PATRONYMIC_M, /* -ovich -evich -uly -uulu -ogly */
	MATCH_ENDING_PATRONYMIC_F, /* -ovna -evna -kyzy -qizi */
	MATCH_ENDING_DESCENT,      /* -zoda -zade -tegi -tegin -iyon */
	MATCH_ENDING_DESCENT_M,    /* -dyn -tyn -din -tin (law of Kyrgyzstan, 2025) */
	MATCH_ENDING_DESCENT_F,    /* -dan -tan -den -ten */
};

enum match_name_flag {
	MATCH_NAME_MIXED = 1, /* letters of two scripts in one word were repaired: tell the reader */
	MATCH_NAME_CUT = 2,   /* longer than the limits */
};

struct match_part {
	uint8_t kind, ending, script; /* ending of a particle: what the name after it is to the one before (bin: father) */
	uint8_t length, root_length; /* sounds; the root is a prefix */
	uint8_t hyphen;              /* joined to the next part by a hyphen */
	uint16_t offset, bytes;      /* where it stands in the text folded */
	char sounds[MATCH_SOUNDS];   /* one letter each, see sound.h; not ended by NUL */
};

struct match_name {
	uint8_t count, flags;
	struct match_part parts[MATCH_PARTS];
};

/* O(length). Never fails: what has no letters has no parts. */
void match_fold(struct text name, struct match_name *out_name);
/* Latin letters for display through ICU ("Any-Latin; Latin-ASCII"); never for comparing. */
struct text match_romanise(struct arena *arena, struct text name);

/* ---- Rarity ---- */

/* How many of a population carry something at least this similar to a part, for each step of similarity. */
struct match_rarity {
	uint32_t population; /* 0: unknown, shipped defaults are used */
	uint32_t carriers[MATCH_PARTS][MATCH_LEVELS];
};

/* ---- Facts beside the name ---- */

enum match_sex { MATCH_SEX_UNKNOWN, MATCH_SEX_FEMALE, MATCH_SEX_MALE };

/* A birth as it is known: one day, a year (month or day 0), or a range. 1 January counts as the year only. */
struct match_birth {
	struct date from, to; /* equal unless a range */
	bool about;           /* said to be approximate */
};

enum match_name_kind {
	MATCH_NAME_PRIMARY,
	MATCH_NAME_ORIGINAL, /* in its own script */
	MATCH_NAME_ALIAS,
	MATCH_NAME_WEAK,     /* low quality: only supports */
	MATCH_NAME_FATHER,
	MATCH_NAME_MOTHER,
	MATCH_NAME_PLACE,
};

struct match_said {
	enum match_name_kind kind;
	struct text name;
};

/* What is known of one entry. All texts are views of the caller's. */
struct match_entry {
	struct text id; /* at most 255 bytes, unique in an index */
	const struct match_said *names;
	size_t name_count;
	const struct match_birth *births;
	size_t birth_count;
	enum match_sex sex;
	const struct text *nationalities; /* codes or words, compared after case folding */
	size_t nationality_count;
	const struct text *documents; /* numbers; letters and digits are compared */
	size_t document_count;
};

/* ---- Comparison ---- */

enum match_reason {
	MATCH_SAME_SOUNDS,      /* after the spelling rules */
	MATCH_SAME_SCRIPTS,     /* after the spelling rules, across scripts */
	MATCH_NEAR,             /* small difference */
	MATCH_NEAR_SCRIPTS,
	MATCH_OTHER_ENDING,     /* same root */
	MATCH_SEX_ENDING,       /* same root, endings of different sexes */
	MATCH_JOINED,           /* written in one word and in two */
	MATCH_INITIAL,
	MATCH_KUNYA,
	MATCH_TITLE,
	MATCH_ONE_SIDED,        /* a part only one side has */
	MATCH_CONTRADICTION,    /* both sides have a part the other lacks */
	MATCH_CROSSED,          /* the name of one is the other's father's: father and child */
	MATCH_RUN_TOGETHER,     /* whole strings compared across word borders */
	MATCH_WEAK_ALIAS,
	MATCH_BIRTH_DAY,
	MATCH_BIRTH_SWAPPED,
	MATCH_BIRTH_DIGIT,
	MATCH_BIRTH_MONTH,      /* same year and month */
	MATCH_BIRTH_YEAR,       /* same year, one side knows no more */
	MATCH_BIRTH_SAME_YEAR,  /* same year, other day */
	MATCH_BIRTH_RANGE,
	MATCH_BIRTH_NEAR,       /* at most five years apart */
	MATCH_BIRTH_FAR,
	MATCH_SEX_SAME,
	MATCH_SEX_OTHER,
	MATCH_NATION_SAME,
	MATCH_NATION_OTHER,
	MATCH_PLACE_SAME,
	MATCH_PLACE_OTHER,
	MATCH_FATHER_SAME,
	MATCH_FATHER_OTHER,
	MATCH_MOTHER_SAME,
	MATCH_MOTHER_OTHER,
	MATCH_DOCUMENT_SAME,
	MATCH_DOCUMENT_OTHER,
	MATCH_REASON_COUNT,
};

/* One reason. Offsets are bytes in the texts that were compared; bytes 0 = none (or not text). */
struct match_line {
	uint8_t reason;
	uint8_t similarity;  /* percent */
	uint8_t left, right; /* names: index of the first part; births: index; else 0 */
	uint16_t left_offset, left_bytes, right_offset, right_bytes;
	uint32_t carriers, population; /* rarity used; population 0 = shipped default */
	int32_t weight;                /* hundredths of a bit */
};

enum match_hint {
	MATCH_HINT_FAMILY = 1,     /* same family name and compatible father, other given name: brother, sister, child */
	MATCH_HINT_TWINS = 2,      /* family and the same day of birth */
	MATCH_HINT_SEX = 4,        /* endings or records of different sexes: never offer silently as the same */
	MATCH_HINT_WEAK = 8,       /* only initials, kunya, titles or a weak alias agree: never more than "hidden" */
	MATCH_HINT_CONTRADICTION = 16, /* a part, or the birth, speaks against */
	MATCH_HINT_MARRIED = 64, /* a woman's other surname beside equal names and day of birth: rather a marriage than a sister */
	MATCH_HINT_GIVEN = 32, /* near given names that begin otherwise (Yerbolat, Nurbolat): beside an equal family, brothers */
};

struct match_comparison {
	int32_t agreement; /* 0..MATCH_AGREEMENT, names only */
	int32_t bits;      /* sum of the lines' weights, hundredths */
	uint16_t hints;
	uint8_t left_name, right_name; /* which names of two entries were taken */
	uint8_t count;
	struct match_line lines[MATCH_LINES];
};

/*
 * Two folded names. rarity speaks of the left one's parts; NULL takes the shipped defaults. O(parts^2 * sounds^2),
 * about five microseconds; allocates nothing.
 */
void match_compare_names(const struct match_name *left, const struct match_name *right,
	const struct match_rarity *rarity, struct match_comparison *out_comparison);

/* ---- Index ---- */

struct match_index;    /* the writer's side */
struct match_snapshot; /* what readers see; never changes */
struct match_searcher; /* working memory of one searching thread */
struct match_query;    /* an entry prepared against a snapshot */

struct match_hit {
	struct text id; /* on the arena of the search */
	struct match_comparison comparison;
};

struct match_index *match_index_create(void);
void match_index_destroy(struct match_index *index);
/* Collected until match_index_publish(); an id given before is replaced. */
void match_index_set(struct match_index *index, const struct match_entry *entry);
void match_index_remove(struct match_index *index, struct text id);
/*
 * Makes all changes so far visible to later acquirers. O(changes since the last merge); when these exceed a part of the
 * whole, everything is merged and the stored neighbours of new tokens are computed, which takes a minute for a million.
 */
void match_index_publish(struct match_index *index);
size_t match_index_memory(const struct match_index *index); /* bytes held by the published snapshot */
size_t match_index_count(const struct match_index *index);  /* entries in the published snapshot */

/*
 * Publishes, merges and writes everything, with a SHA-256 over it; errno tells why it could not be (ENOENT: empty). stamp
 * says of what the index was made (a state of a database); the file is good only for the same one.
 */
bool match_index_save(struct match_index *index, const char *path, struct text stamp);
/*
 * Replaces the content; false when the file is absent, of another version or stamp, cut or altered (nothing is changed
 * then).
 */
bool match_index_load(struct match_index *index, const char *path, struct text stamp);

const struct match_snapshot *match_index_acquire(struct match_index *index);
void match_snapshot_release(const struct match_snapshot *snapshot);
size_t match_snapshot_count(const struct match_snapshot *snapshot);

struct match_searcher *match_searcher_create(void);
void match_searcher_destroy(struct match_searcher *searcher);

/*
 * The best hits, at most limit (and MATCH_BEST), most bits first. Hits and their ids live on arena. Below a
 * millisecond for most names among a million entries.
 */
size_t match_search(struct match_searcher *searcher, const struct match_snapshot *snapshot,
	const struct match_entry *wanted, size_t limit, struct arena *arena, struct match_hit **out_hits);
/*
 * Any two entries, with the frequencies of a snapshot (NULL: shipped defaults): the numbers of a search again, from the
 * same code, with offsets into both names for display.
 */
void match_compare(const struct match_snapshot *snapshot, const struct match_entry *left,
	const struct match_entry *right, struct match_comparison *out_comparison);

/*
 * How many unrelated entries of a register of this size would reach these bits by chance, in thousandths. By the
 * definition of the weight at most population / 2^bits.
 */
int64_t match_expected_by_chance(int32_t bits, size_t population);

/*
 * What to offer first. Now: hardly any by chance, spellings agree, nothing against. Hidden: by chance alone one in two
 * registers would have such a one, or only an initial, a byname or a weak alias agrees. Never a decision.
 */
enum match_band { MATCH_BAND_NOW, MATCH_BAND_POSSIBLE, MATCH_BAND_HIDDEN };
enum match_band match_band_of(const struct match_comparison *comparison, size_t population);

/* ---- The whole register ---- */

struct match_whole {
	int32_t least_bits; /* pairs below are not reported */
	size_t limit;       /* most hits looked at for each entry */
	/* A pair, once only; the texts are good during the call. */
	void (*found)(void *state, struct text left, struct text right, const struct match_comparison *comparison);
	/* After each thousand entries; false stops. NULL: never asked. */
	bool (*progress)(void *state, uint64_t done, uint64_t all);
	void *state;
};

/*
 * Compares every entry with its best hits. Goes on at from (0 at first) and returns where it stopped: the number of
 * entries when all are done. The position stays good for the same snapshot or one saved and loaded since. One arena
 * reset for each entry, no other allocation.
 */
uint64_t match_whole_register(const struct match_snapshot *snapshot, uint64_t from, const struct match_whole *whole);

/* ---- Explanation ---- */

/* English message with {left}, {right}, {one_in}, {similarity} for the catalogue; empty for no reason. Never NULL. */
const char *match_reason_message(enum match_reason reason);
/* The n of "one in n has such a name". */
uint32_t match_line_one_in(const struct match_line *line);
/* A line as an English sentence, for the command line and tests. left and right: the names that were compared. */
struct text match_line_english(struct arena *arena, const struct match_line *line, struct text left, struct text right);

#endif
