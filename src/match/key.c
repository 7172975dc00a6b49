/* key.c - coarse consonant keys with one deletion. */
#include "match/key.h"

#include <string.h>

enum { KEY_LENGTH = 12, VARIANTS = 6, DELETE_FROM = 4, SHORT_FROM = 2, SHORT_SOUNDS = 12 };

struct key_variants {
	char keys[VARIANTS][KEY_LENGTH];
	int lengths[VARIANTS];
	int count;
};

struct key_set {
	uint32_t *keys;
	int count;
};

/* Readings of a sound as classes: "" is dropped, "|" parts two readings. */
static const char *classes_of(char sound)
{
	/* Numbers in names ("Unknown 17") are told apart by each digit: as vowels they would all have one key. */
	static const char digits[10][2] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };
	if (sound >= '0' && sound <= '9')
		return digits[sound - '0'];
	switch (sound) {
	case 'k': case 'g': case 'q':
		return "K";
	case 's': case 'S': case 'z': case 'C': case 'J': case 'Q':
		return "S";
	case 'X':
		return "S|K";
	case 'c':
		return "K|S";
	case 't': case 'd':
		return "T";
	case 'T': case 'D':
		return "T|S";
	case 'p': case 'b':
		return "P";
	case 'f': case 'v':
		return "F";
	case 'w':
		return "|F";
	case 'j':
		return "|S";
	case 'x':
		return "|KS";
	case 'G':
		return "K|";
	case 'N':
		return "N";
	case 'l':
		return "L";
	case 'r':
		return "R";
	case 'm':
		return "M";
	case 'n':
		return "N";
	default:
		return "";
	}
}

static void variant_append(struct key_variants *variants, int at, const char *classes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int length = variants->lengths[at];
		if (length == KEY_LENGTH || (length > 0 && variants->keys[at][length - 1] == classes[i]))
			continue;
		variants->keys[at][variants->lengths[at]++] = classes[i];
	}
}

static void variants_append(struct key_variants *variants, const char *classes)
{
	const char *bar = strchr(classes, '|');
	size_t first = bar == NULL ? strlen(classes) : (size_t)(bar - classes);
	int count = variants->count;
	for (int i = 0; i < count; i++) {
		if (bar != NULL && variants->count < VARIANTS) {
			int copy = variants->count++;
			memcpy(variants->keys[copy], variants->keys[i], KEY_LENGTH);
			variants->lengths[copy] = variants->lengths[i];
			variant_append(variants, copy, bar + 1, strlen(bar + 1));
		}
		variant_append(variants, i, classes, first);
	}
}

static uint32_t key_hash(const char *classes, int length, int without)
{
	uint32_t hash = 2166136261u;
	char last = '\0';
	for (int i = 0; i < length; i++) {
		if (i == without || classes[i] == last)
			continue;
		last = classes[i];
		hash = (hash ^ (unsigned char)classes[i]) * 16777619u;
	}
	return hash;
}

static void key_add(struct key_set *set, uint32_t key)
{
	for (int i = 0; i < set->count; i++)
		if (set->keys[i] == key)
			return;
	if (set->count < KEYS)
		set->keys[set->count++] = key;
}

/* Vowels in three groups, consonants in their first class; '\0' for what is dropped. */
static char group_of(char sound)
{
	switch (sound) {
	case 'a':
		return 'a';
	case 'e': case 'i': case 'y': case 'j':
		return 'i';
	case 'o': case 'u': case 'w':
		return 'u';
	default:
		return classes_of(sound)[0] == '|' ? 'K' : classes_of(sound)[0];
	}
}

/*
 * Short words: leaving one of two or three consonants out of a key without vowels says nothing any more, so the vowels
 * stay in.
 */
static void short_keys_add(struct key_set *set, const char *sounds, int length)
{
	char groups[SHORT_SOUNDS];
	int count = 0;
	for (int i = 0; i < length && count < SHORT_SOUNDS; i++) {
		char group = group_of(sounds[i]);
		if (group != '\0' && (count == 0 || groups[count - 1] != group))
			groups[count++] = group;
	}
	for (int i = 0; count > 3 && i < count; i++)
		if (groups[i] >= 'A' && groups[i] <= 'Z')
			key_add(set, key_hash(groups, count, i));
}

static void keys_add(struct key_set *set, const char *sounds, int length)
{
	struct key_variants variants = {.count = 1};
	for (int i = 0; i < length; i++)
		variants_append(&variants, classes_of(sounds[i]));
	for (int i = 0; i < variants.count; i++) {
		key_add(set, key_hash(variants.keys[i], variants.lengths[i], -1));
		for (int without = 0; variants.lengths[i] >= DELETE_FROM && without < variants.lengths[i]; without++)
			key_add(set, key_hash(variants.keys[i], variants.lengths[i], without));
	}
	if (variants.lengths[0] >= SHORT_FROM && variants.lengths[0] < DELETE_FROM)
		short_keys_add(set, sounds, length);
}

int key_of_sounds(const char *sounds, int length, uint32_t out_keys[KEYS])
{
	struct key_set set = {out_keys, 0};
	keys_add(&set, sounds, length);
	return set.count;
}

int key_of_part(const struct match_part *part, uint32_t out_keys[KEYS])
{
	struct key_set set = {out_keys, 0};
	/* Words are compared by their roots too; an ending that only one side has is one deletion away from the root. */
	keys_add(&set, part->sounds, part->root_length);
	if (part->length >= 6 && (part->sounds[0] == 'a' || part->sounds[0] == 'e') && part->sounds[1] == 'l')
		keys_add(&set, part->sounds + 2, part->length - 2);
	return set.count;
}

void key_order(const char *sounds, int length, char out_order[KEY_ORDER])
{
	struct key_variants variants = {.count = 1};
	for (int i = 0; i < length; i++)
		variant_append(&variants, 0, classes_of(sounds[i]), strcspn(classes_of(sounds[i]), "|"));
	memset(out_order, 0, KEY_ORDER);
	memcpy(out_order, variants.keys[0], (size_t)variants.lengths[0]);
}
