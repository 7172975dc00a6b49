/* sound.c - costs between sounds and weighted edit distance with early end. */
#include "match/sound.h"

#include <pthread.h>
#include <string.h>

enum { DIFFERENT = 100, SWAPPED = 60 };

struct near {
	char left, right;
	uint8_t cost;
};

/* Confusions between readings of one letter are nearly free; between neighbouring sounds they cost a part. */
static const struct near near_sounds[] = {
	{'a', 'e', 18}, {'a', 'o', 22}, {'a', 'i', 30}, {'a', 'u', 30}, {'e', 'i', 14}, {'e', 'o', 28}, {'e', 'u', 30},
	{'i', 'o', 32}, {'i', 'u', 24}, {'o', 'u', 14},
	{'E', 'a', 2}, {'E', 'e', 3}, {'E', 'i', 3}, {'E', 'o', 4}, {'E', 'u', 4}, {'E', 'y', 5},
	{'y', 'i', 4}, {'y', 'e', 14}, {'y', 'a', 30}, {'y', 'u', 26}, {'y', 'o', 32}, {'y', 'j', 5}, {'y', 'J', 45},
	{'j', 'J', 2}, {'j', 'i', 8}, {'j', 'H', 35}, {'j', 'z', 35}, {'j', 'e', 22}, {'j', 'C', 40}, {'j', 'h', 45},
	{'w', 'u', 5}, {'w', 'o', 8}, {'w', 'v', 2}, {'w', 'f', 30}, {'w', 'b', 45}, {'w', 'a', 35},
	{'v', 'u', 35}, {'v', 'o', 45}, {'v', 'f', 25}, {'v', 'b', 35}, {'b', 'p', 40}, {'p', 'f', 35}, {'b', 'f', 60},
	{'c', 'k', 2}, {'c', 's', 10}, {'c', 'J', 12}, {'c', 'C', 20}, {'c', 'Q', 10}, {'c', 'q', 15}, {'c', 'S', 40},
	{'c', 'X', 15}, {'c', 'z', 40}, {'c', 'j', 20}, {'c', 'g', 40}, {'c', 'x', 30}, {'c', 'T', 25},
	{'X', 'C', 0}, {'X', 'S', 10}, {'X', 'k', 20}, {'X', 'H', 22}, {'X', 's', 35}, {'X', 'J', 35}, {'X', 'Q', 25},
	{'X', 'h', 40}, {'X', 'x', 30}, {'X', 'j', 40},
	{'x', 'H', 2}, {'x', 'h', 15}, {'x', 'k', 20}, {'x', 's', 40}, {'x', 'S', 35}, {'x', 'z', 50}, {'x', 'q', 30},
	{'q', 'k', 2}, {'q', 'g', 12}, {'q', 'G', 14}, {'q', 'H', 30}, {'q', 'C', 40}, {'q', 'J', 40},
	{'T', 't', 3}, {'T', 's', 8}, {'T', 'z', 45}, {'T', 'd', 40}, {'T', 'f', 50},
	{'D', 'd', 3}, {'D', 'z', 8}, {'D', 't', 30}, {'D', 'T', 30}, {'D', 's', 40}, {'D', 'l', 60},
	{'G', 'g', 3}, {'G', 'H', 20}, {'G', 'k', 25}, {'G', 'r', 30}, {'G', 'h', 40}, {'G', 'x', 25}, {'G', 'v', 60},
	{'k', 'g', 35}, {'k', 'H', 35}, {'g', 'H', 40}, {'g', 'h', 45}, {'k', 'h', 55}, {'H', 'h', 6},
	{'g', 'J', 35}, {'q', 'x', 30},
	{'S', 's', 32}, {'C', 'S', 28}, {'C', 's', 45}, {'C', 'Q', 25}, {'C', 'J', 30}, {'C', 'k', 55}, {'S', 'J', 40},
	{'S', 'z', 55}, {'S', 'Q', 45}, {'Q', 's', 25}, {'Q', 'z', 30}, {'Q', 't', 40}, {'J', 'z', 35}, {'s', 'z', 30},
	{'J', 'd', 55}, {'C', 't', 55}, {'t', 'd', 40}, {'N', 'n', 10}, {'N', 'g', 60}, {'m', 'n', 50}, {'l', 'r', 60},
	{'N', 'm', 60}, {'s', 'H', 75}, {'J', 'y', 45},
};

static uint8_t cost_of[128][128];
static uint8_t weight_of[128];
static uint64_t near_of[128]; /* a bit for each sound that is less than wholly different */
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

/* Letters have bits of their own; other signs share some, which only makes the bound below weaker. */
static uint64_t sound_bit(char sound)
{
	return UINT64_C(1) << ((unsigned char)sound & 63);
}

static void tables_fill(void)
{
	memset(cost_of, DIFFERENT, sizeof cost_of);
	memset(weight_of, DIFFERENT, sizeof weight_of);
	for (size_t i = 0; i < sizeof near_sounds / sizeof near_sounds[0]; i++) {
		const struct near *near = &near_sounds[i];
		cost_of[(unsigned char)near->left][(unsigned char)near->right] = near->cost;
		cost_of[(unsigned char)near->right][(unsigned char)near->left] = near->cost;
	}
	for (int sound = 0; sound < 128; sound++) {
		cost_of[sound][sound] = 0;
		for (int other = 0; other < 128; other++)
			if (cost_of[sound][other] < DIFFERENT)
				near_of[sound] |= sound_bit((char)other);
		if (sound_is_vowel((char)sound))
			weight_of[sound] = 35;
	}
	weight_of['E'] = 12;
	weight_of['y'] = 18;
	weight_of['j'] = 60;
	weight_of['w'] = 40;
	weight_of['h'] = 40;
	weight_of['H'] = 80;
	weight_of['G'] = 75;
}

bool sound_is_vowel(char sound)
{
	return sound == 'a' || sound == 'e' || sound == 'i' || sound == 'o' || sound == 'u' || sound == 'E';
}

int sound_weight(char sound)
{
	pthread_once(&tables_once, tables_fill);
	return weight_of[(unsigned char)sound & 127];
}

/*
 * What it costs to leave a sound of one side out: nearly nothing for vowels that the other script never writes. The
 * second of two equal sounds costs a third.
 */
static int gap_costs(struct sound_run run, bool other_unvowelled, int16_t *gaps)
{
	int weight = 0;
	bool free_vowels = other_unvowelled && !run.unvowelled;
	for (int i = 0; i < run.length; i++) {
		char sound = run.sounds[i];
		int gap = weight_of[(unsigned char)sound & 127];
		weight += gap;
		if (free_vowels && sound_is_vowel(sound))
			gap = i == 0 ? 12 : 5;
		else if (i > 0 && run.sounds[i - 1] == sound)
			gap = gap / 3;
		gaps[i] = (int16_t)gap;
	}
	return weight;
}

static int least_of(int one, int other)
{
	return one < other ? one : other;
}

/*
 * What it costs at least: a sound that nothing on the other side comes near is left out, or takes the place of another at the full
 * price. Of both sides the dearer, because one replacement may serve a sound of each.
 */
static int least_cost(struct sound_run left, const int16_t *left_gaps, struct sound_run right, const int16_t *right_gaps)
{
	uint64_t left_sounds = 0, right_sounds = 0;
	int left_cost = 0, right_cost = 0;
	for (int i = 0; i < left.length; i++)
		left_sounds |= sound_bit(left.sounds[i]);
	for (int j = 0; j < right.length; j++) {
		right_sounds |= sound_bit(right.sounds[j]);
		if ((near_of[(unsigned char)right.sounds[j] & 127] & left_sounds) == 0)
			right_cost += right_gaps[j];
	}
	for (int i = 0; i < left.length; i++)
		if ((near_of[(unsigned char)left.sounds[i] & 127] & right_sounds) == 0)
			left_cost += left_gaps[i];
	return left_cost > right_cost ? left_cost : right_cost;
}

/*
 * Edit distance, row by row; more than most when two rows that follow each other are (a swap steps over one).
 */
static int distance(struct sound_run left, const int16_t *left_gaps, struct sound_run right, const int16_t *right_gaps,
	int most)
{
	int16_t rows[3][SOUND_JOINED + 1];
	int16_t *before = rows[0], *above = rows[1], *row = rows[2];
	int least_above = 0;
	above[0] = 0;
	for (int j = 0; j < right.length; j++)
		above[j + 1] = (int16_t)(above[j] + right_gaps[j]);
	for (int i = 0; i < left.length; i++) {
		const uint8_t *costs = cost_of[(unsigned char)left.sounds[i] & 127];
		int gap = left_gaps[i], last = above[0] + gap, least = last;
		row[0] = (int16_t)last;
		for (int j = 0; j < right.length; j++) {
			int best = least_of(above[j] + costs[(unsigned char)right.sounds[j] & 127], above[j + 1] + gap);
			best = least_of(best, last + right_gaps[j]);
			if (i > 0 && j > 0 && left.sounds[i - 1] == right.sounds[j] && left.sounds[i] == right.sounds[j - 1])
				best = least_of(best, before[j - 1] + SWAPPED);
			last = best;
			row[j + 1] = (int16_t)best;
			least = least_of(least, best);
		}
		if (least > most && least_above > most)
			return most + 1;
		least_above = least;
		int16_t *spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[right.length];
}

int sound_similarity(struct sound_run left, struct sound_run right, int floor)
{
	int16_t left_gaps[SOUND_JOINED], right_gaps[SOUND_JOINED];
	pthread_once(&tables_once, tables_fill);
	if (left.length == right.length && left.length > 0
		&& memcmp(left.sounds, right.sounds, (size_t)left.length) == 0)
		return 1000;
	int left_weight = gap_costs(left, right.unvowelled, left_gaps);
	int right_weight = gap_costs(right, left.unvowelled, right_gaps);
	int weight = left_weight > right_weight ? left_weight : right_weight;
	if (weight == 0)
		return 0;
	int most = weight * (1000 - floor) / 1000 + 1;
	/* What one side weighs more has to be left out; ambiguous sounds weigh less than what they stand for. */
	if (left.unvowelled == right.unvowelled && weight * 2 - left_weight - right_weight > most * 2)
		return 0;
	if (least_cost(left, left_gaps, right, right_gaps) > most)
		return 0;
	int cost = distance(left, left_gaps, right, right_gaps, most);
	int similarity = 1000 - cost * 1000 / weight;
	return cost > most || similarity < floor || similarity < 0 ? 0 : similarity;
}
