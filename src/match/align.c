/* align.c - how alike two parts are, and the best pairing of the parts of two names. */
#include "match/align.h"

#include "match/compare.h"
#include "match/sound.h"

#include <string.h>

enum {
	FLOOR_PAIR = 600, /* thousandths below which two parts are not the same word */
	FLOOR_JOIN = 860,
	PENALTY_ENDING = 20,
	PENALTY_WEAK_ENDING = 60,
	PENALTY_ARTICLE = 25,
	PENALTY_JOIN = 15,
	PENALTY_SERVANT = 100,
	SPAN = 3,
	SAME_SOUNDS = 985,
	SAME_SCRIPTS = 955,
	SAME_ENDING = 880, /* of whole words: their endings are spelt alike */
};

static const int level_floor[MATCH_LEVELS] = {1000, 960, 920, 880, 840, 800, 760, 700};

int compare_level(int similarity)
{
	for (int level = 0; level < MATCH_LEVELS; level++)
		if (similarity >= level_floor[level])
			return level;
	return -1;
}

static struct sound_run run_of(const struct match_part *part, int from, int length)
{
	return (struct sound_run){part->sounds + from, length, part->script == MATCH_SCRIPT_ARABIC};
}

static bool has_article(const struct match_part *part)
{
	return part->length >= 6 && (part->sounds[0] == 'a' || part->sounds[0] == 'e') && part->sounds[1] == 'l';
}

/* Servant of ...: the word is often left out and the name of God alone stays (Abdurrahman, Rahman). */
static bool has_abd(const struct match_part *part)
{
	return part->kind == MATCH_PART_COMPOUND && part->length >= 6 && memcmp(part->sounds, "abd", 3) == 0;
}

static bool ending_is_weak(uint8_t ending)
{
	return ending == MATCH_ENDING_DESCENT_M || ending == MATCH_ENDING_DESCENT_F;
}

/* Endings that go with both sexes of one family differ in sex only. */
static bool endings_differ_in_sex(uint8_t left, uint8_t right)
{
	int left_sex = compare_ending_sex(left), right_sex = compare_ending_sex(right);
	return left_sex != MATCH_SEX_UNKNOWN && right_sex != MATCH_SEX_UNKNOWN && left_sex != right_sex;
}

int compare_ending_sex(uint8_t ending)
{
	switch (ending) {
	case MATCH_ENDING_SURNAME_M:
	case MATCH_ENDING_PATRONYMIC_M:
	case MATCH_ENDING_DESCENT_M:
		return MATCH_SEX_MALE;
	case MATCH_ENDING_SURNAME_F:
	case MATCH_ENDING_PATRONYMIC_F:
	case MATCH_ENDING_DESCENT_F:
		return MATCH_SEX_FEMALE;
	default:
		return MATCH_SEX_UNKNOWN;
	}
}

static int roots_similarity(const struct match_part *left, const struct match_part *right, int floor)
{
	bool weak = ending_is_weak(left->ending) || ending_is_weak(right->ending);
	int penalty = weak ? PENALTY_WEAK_ENDING : PENALTY_ENDING;
	int wanted = weak ? 950 : floor + penalty;
	if (left->root_length < 3 || right->root_length < 3)
		return 0;
	int root = sound_similarity(run_of(left, 0, left->root_length), run_of(right, 0, right->root_length),
		wanted > 1000 ? 1000 : wanted);
	return root == 0 ? 0 : root - penalty;
}

/* Across scripts a vowel more or less is the rule, not an error. */
static enum match_reason reason_of(int similarity, bool scripts)
{
	if (scripts)
		return similarity >= SAME_SCRIPTS ? MATCH_SAME_SCRIPTS : MATCH_NEAR_SCRIPTS;
	return similarity >= SAME_SOUNDS ? MATCH_SAME_SOUNDS : MATCH_NEAR;
}

/* With so many sounds of each side's beginning left out. */
static int bare_similarity(const struct match_part *left, int skip_left, const struct match_part *right, int skip_right, int floor)
{
	return sound_similarity(run_of(left, skip_left, left->length - skip_left), run_of(right, skip_right, right->length - skip_right), floor);
}

int compare_parts(const struct match_part *left, const struct match_part *right, int floor,
	enum match_reason *out_reason)
{
	bool scripts = left->script != right->script;
	int best = sound_similarity(run_of(left, 0, left->length), run_of(right, 0, right->length), floor);
	*out_reason = reason_of(best, scripts);
	if (best == 1000)
		return best;
	if (left->root_length < left->length || right->root_length < right->length) {
		int root = roots_similarity(left, right, best > floor ? best : floor);
		if (root > best) {
			bool alike = left->ending == right->ending && best >= SAME_ENDING;
			best = root;
			*out_reason = alike ? reason_of(root + PENALTY_ENDING, scripts)
				: endings_differ_in_sex(left->ending, right->ending) ? MATCH_SEX_ENDING : MATCH_OTHER_ENDING;
		}
	}
	int servant = has_abd(left) == has_abd(right) ? 0
		: bare_similarity(left, has_abd(left) ? 3 : 0, right, has_abd(right) ? 3 : 0, floor) - PENALTY_SERVANT;
	int article = has_article(left) == has_article(right) ? 0
		: bare_similarity(left, has_article(left) ? 2 : 0, right, has_article(right) ? 2 : 0, floor) - PENALTY_ARTICLE;
	int bare = servant > article ? servant : article;
	if (bare > best) {
		best = bare;
		*out_reason = reason_of(best, scripts);
	}
	return best;
}

/* ---- Possible pairs ---- */

bool align_is_named(const struct match_part *part)
{
	return part->kind <= MATCH_PART_KUNYA && part->length > 0;
}

static void pair_add(struct alignment *alignment, int left, int left_span, int right, int right_span, int similarity,
	enum match_reason reason)
{
	if (alignment->pair_count == PAIRS)
		return;
	alignment->pairs[alignment->pair_count++] = (struct pair){.left = (uint8_t)left, .right = (uint8_t)right,
		.left_span = (uint8_t)left_span, .right_span = (uint8_t)right_span, .reason = (uint8_t)reason,
		.similarity = (int16_t)similarity};
}

static bool initial_fits(const struct match_part *initial, const struct match_part *part)
{
	if (part->length == 0 || initial->length == 0)
		return false;
	struct sound_run one = run_of(initial, 0, 1), other = run_of(part, 0, 1);
	return sound_similarity(one, other, 700) > 0;
}

static int remembered_similarity(const struct alignment *alignment, int l, int r, int floor, enum match_reason *out_reason)
{
	struct align_memo *memo = alignment->memo;
	if (memo == NULL)
		return compare_parts(&alignment->left->parts[l], &alignment->right->parts[r], floor, out_reason);
	uint64_t key = (uint64_t)(memo->left_name * MATCH_PARTS + (uint32_t)l + 1) << 32 | memo->tokens[r];
	size_t slot = (key * UINT64_C(0x9E3779B97F4A7C15)) >> 54;
	if (memo->slots[slot].key != key) {
		int similarity = compare_parts(&alignment->left->parts[l], &alignment->right->parts[r], floor, out_reason);
		memo->slots[slot].key = key;
		memo->slots[slot].similarity = (int16_t)similarity;
		memo->slots[slot].reason = (uint8_t)*out_reason;
	}
	*out_reason = (enum match_reason)memo->slots[slot].reason;
	return memo->slots[slot].similarity;
}

static void pair_single(struct alignment *alignment, int l, int r)
{
	const struct match_part *left = &alignment->left->parts[l], *right = &alignment->right->parts[r];
	bool left_initial = left->kind == MATCH_PART_INITIAL, right_initial = right->kind == MATCH_PART_INITIAL;
	enum match_reason reason;
	if (left_initial || right_initial) {
		bool fits = left_initial ? initial_fits(left, right) : initial_fits(right, left);
		if (fits && left->kind != MATCH_PART_TITLE && right->kind != MATCH_PART_TITLE)
			pair_add(alignment, l, 1, r, 1, left_initial && right_initial ? 900 : 640, MATCH_INITIAL);
		return;
	}
	bool title = left->kind == MATCH_PART_TITLE || right->kind == MATCH_PART_TITLE;
	int similarity = remembered_similarity(alignment, l, r, title ? 850 : FLOOR_PAIR, &reason);
	if (similarity < FLOOR_PAIR)
		return;
	if (title)
		reason = MATCH_TITLE;
	else if (left->kind == MATCH_PART_KUNYA && right->kind == MATCH_PART_KUNYA)
		reason = MATCH_KUNYA;
	pair_add(alignment, l, 1, r, 1, similarity, reason);
}

/* Sounds of span named parts from at on; 0 when there are not so many or they are not side by side. */
static int span_sounds(const struct match_name *name, int at, int span, char out_sounds[SOUND_JOINED])
{
	int length = 0;
	for (int i = at; i < at + span; i++) {
		if (i >= name->count || !align_is_named(&name->parts[i]))
			return 0;
		for (int s = 0; s < name->parts[i].length && length < SOUND_JOINED; s++) {
			char sound = name->parts[i].sounds[s];
			if (length == 0 || out_sounds[length - 1] != sound)
				out_sounds[length++] = sound;
		}
	}
	return length;
}

static void pair_joined(struct alignment *alignment, bool left_one, int one_at, int many_at, int span)
{
	const struct match_name *one_name = left_one ? alignment->left : alignment->right;
	const struct match_name *many_name = left_one ? alignment->right : alignment->left;
	const struct match_part *one = &one_name->parts[one_at];
	char sounds[SOUND_JOINED];
	int together = 0;
	for (int i = many_at; i < many_at + span; i++)
		together += many_name->parts[i].length;
	/* Sounds that fall together at the borders make it shorter by one each. */
	if (together * 3 < one->length * 2 || one->length * 3 < (together - span + 1) * 2)
		return;
	int length = span_sounds(many_name, many_at, span, sounds);
	if (length == 0 || one->length * 3 < length * 2 || length * 3 < one->length * 2)
		return;
	struct sound_run many = {sounds, length, many_name->parts[many_at].script == MATCH_SCRIPT_ARABIC};
	int similarity = sound_similarity(run_of(one, 0, one->length), many, FLOOR_JOIN) - PENALTY_JOIN;
	if (similarity < FLOOR_JOIN - PENALTY_JOIN)
		return;
	if (left_one)
		pair_add(alignment, one_at, 1, many_at, span, similarity, MATCH_JOINED);
	else
		pair_add(alignment, many_at, span, one_at, 1, similarity, MATCH_JOINED);
}

static void pairs_find(struct alignment *alignment)
{
	const struct match_name *left = alignment->left, *right = alignment->right;
	for (int l = 0; l < left->count; l++) {
		if (left->parts[l].kind == MATCH_PART_PARTICLE)
			continue;
		for (int r = 0; r < right->count; r++)
			if (right->parts[r].kind != MATCH_PART_PARTICLE)
				pair_single(alignment, l, r);
	}
	if (left->count == right->count && left->count == 1)
		return;
	for (int span = 2; span <= SPAN; span++) {
		for (int l = 0; l < left->count; l++)
			for (int r = 0; align_is_named(&left->parts[l]) && r + span <= right->count; r++)
				pair_joined(alignment, true, l, r, span);
		for (int r = 0; r < right->count; r++)
			for (int l = 0; align_is_named(&right->parts[r]) && l + span <= left->count; l++)
				pair_joined(alignment, false, r, l, span);
	}
}

static uint16_t span_mask(int at, int span)
{
	return (uint16_t)(((1u << span) - 1u) << at);
}

static int pair_value(const struct pair *pair)
{
	int distance = pair->left > pair->right ? pair->left - pair->right : pair->right - pair->left;
	int joined = pair->left_span > 1 || pair->right_span > 1;
	return pair->similarity * 16 + joined * 8 - distance;
}

static void pairs_choose(struct alignment *alignment)
{
	while (alignment->chosen_count < MATCH_PARTS) {
		int best = -1, best_value = 0;
		for (int i = 0; i < alignment->pair_count; i++) {
			const struct pair *pair = &alignment->pairs[i];
			if ((span_mask(pair->left, pair->left_span) & alignment->left_used) != 0
				|| (span_mask(pair->right, pair->right_span) & alignment->right_used) != 0)
				continue;
			int value = pair_value(pair);
			if (best < 0 || value > best_value) {
				best = i;
				best_value = value;
			}
		}
		if (best < 0)
			return;
		struct pair pair = alignment->pairs[best];
		alignment->left_used |= span_mask(pair.left, pair.left_span);
		alignment->right_used |= span_mask(pair.right, pair.right_span);
		alignment->chosen[alignment->chosen_count++] = pair;
	}
}

void align_names(const struct match_name *left, const struct match_name *right, struct align_memo *memo, struct alignment *out_alignment)
{
	out_alignment->memo = memo;
	out_alignment->left = left;
	out_alignment->right = right;
	out_alignment->pair_count = out_alignment->chosen_count = 0;
	out_alignment->left_used = out_alignment->right_used = 0;
	pairs_find(out_alignment);
	pairs_choose(out_alignment);
}
