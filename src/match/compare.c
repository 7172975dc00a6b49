/* compare.c - two folded names: agreement, evidence, and the lines that say why. */
#include "match/compare.h"

#include "match/align.h"
#include "match/sound.h"

#include <math.h>
#include <string.h>

enum {
	WHOLE = 56,
	WHOLE_LEAST = 750,
	WHOLE_FLOOR = 860, /* below, the parts that contradict stay what is said */
	OTHER_GIVEN = 850, /* given names nearer than that are spellings of one, whatever they begin with */
	WHOLE_ENOUGH = 9300, /* agreement above which spaces need not be removed */
	/* Hundredths of a bit, set on the open half of the test material. BITS_OFF: ten times, for each thousandth. */
	BITS_PAIR = 5, BITS_OFF = 24, BITS_OFF_SCRIPTS = 30, BITS_ENDING = 60,
	BITS_CONTRADICTION = 450, BITS_LEFT_ONLY = 105, BITS_RIGHT_ONLY = 80,
	WEAK_AGREEMENT = 60, /* percent: initials, bynames and titles alone are no name that agrees */
	BITS_CROSSED = 900, BITS_INITIAL = 60, BITS_TITLE = 30,
};

/* ---- Agreement: how alike the spellings are ---- */

static int part_weight(const struct match_part *part)
{
	int length = part->length > 9 ? 9 : part->length;
	switch ((enum match_part_kind)part->kind) {
	case MATCH_PART_NAME:
	case MATCH_PART_COMPOUND:
		return 10 + 3 * length;
	case MATCH_PART_KUNYA:
		return 25;
	case MATCH_PART_INITIAL:
		return 14;
	case MATCH_PART_TITLE:
		return 3;
	case MATCH_PART_PARTICLE:
		return 0;
	}
	return 0;
}

static int span_weight(const struct match_name *name, int at, int span)
{
	int weight = 0;
	for (int i = at; i < at + span; i++)
		weight += part_weight(&name->parts[i]);
	return weight;
}

/* Likeness falls faster than similarity: three quarters of the sounds is no longer three quarters the same name. */
static int likeness(const struct pair *pair)
{
	if (pair->reason == MATCH_INITIAL)
		return 834;
	if (pair->reason == MATCH_SEX_ENDING)
		return pair->similarity - 60;
	int off = 1000 - pair->similarity;
	return 1000 - off - off * off / 1500;
}

static int spare_weight(const struct match_name *name, uint16_t used)
{
	int weight = 0;
	for (int i = 0; i < name->count; i++)
		if ((used & (1u << i)) == 0)
			weight += part_weight(&name->parts[i]);
	return weight;
}

static int aligned_agreement(const struct alignment *alignment)
{
	int64_t like = 0, all = 0;
	for (int i = 0; i < alignment->chosen_count; i++) {
		const struct pair *pair = &alignment->chosen[i];
		int weight = span_weight(alignment->left, pair->left, pair->left_span)
			+ span_weight(alignment->right, pair->right, pair->right_span);
		like += (int64_t)weight * likeness(pair);
		all += weight;
	}
	int left = spare_weight(alignment->left, alignment->left_used);
	int right = spare_weight(alignment->right, alignment->right_used);
	int both = left < right ? left : right;
	all += (int64_t)both * 4 + (int64_t)(left + right - 2 * both) * 4 / 10;
	return all == 0 ? 0 : (int)(like * 10 / all);
}

static int whole_sounds(const struct match_name *name, bool sorted, char out_sounds[WHOLE])
{
	uint8_t order[MATCH_PARTS];
	int count = 0, length = 0;
	for (int i = 0; i < name->count; i++) {
		if (!align_is_named(&name->parts[i]))
			continue;
		int at = count++;
		while (sorted && at > 0 && memcmp(name->parts[order[at - 1]].sounds, name->parts[i].sounds, MATCH_SOUNDS) > 0) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = (uint8_t)i;
	}
	for (int i = 0; i < count; i++)
		for (int s = 0; s < name->parts[order[i]].length && length < WHOLE; s++) {
			char sound = name->parts[order[i]].sounds[s];
			if (length == 0 || out_sounds[length - 1] != sound)
				out_sounds[length++] = sound;
		}
	return length;
}

/* Spaces removed: catches errors that cross the borders of words. */
static int whole_similarity(const struct match_name *left, const struct match_name *right, int floor)
{
	char one[WHOLE], other[WHOLE];
	int best = 0;
	for (int sorted = 0; sorted <= 1; sorted++) {
		struct sound_run left_run = {one, whole_sounds(left, sorted, one), false};
		struct sound_run right_run = {other, whole_sounds(right, sorted, other), false};
		left_run.unvowelled = left->count > 0 && left->parts[0].script == MATCH_SCRIPT_ARABIC;
		right_run.unvowelled = right->count > 0 && right->parts[0].script == MATCH_SCRIPT_ARABIC;
		int similarity = sound_similarity(left_run, right_run, floor > best ? floor : best);
		best = similarity > best ? similarity : best;
	}
	return best;
}

/* ---- Evidence: what the agreement is worth ---- */

int32_t compare_bits_of(uint32_t carriers, uint32_t population)
{
	if (population == 0)
		return COMPARE_DEFAULT_BITS;
	return (int32_t)lround(100.0 * log2(((double)population + 1.0) / ((double)carriers + 1.0)));
}

static struct match_line *line_add(struct match_comparison *comparison, enum match_reason reason, int32_t weight)
{
	if (comparison->count == MATCH_LINES) /* the weight of a line that has no room is not added either */
		return NULL;
	struct match_line *line = &comparison->lines[comparison->count++];
	memset(line, 0, sizeof *line);
	line->reason = (uint8_t)reason;
	line->weight = weight;
	comparison->bits += weight;
	return line;
}

struct match_line *compare_line(struct match_comparison *comparison, enum match_reason reason, int32_t weight)
{
	return line_add(comparison, reason, weight);
}

static void line_place(struct match_line *line, const struct match_name *left, int l, int left_span,
	const struct match_name *right, int r, int right_span)
{
	if (left_span > 0) {
		const struct match_part *first = &left->parts[l], *last = &left->parts[l + left_span - 1];
		line->left = (uint8_t)l;
		line->left_offset = first->offset;
		line->left_bytes = (uint16_t)(last->offset + last->bytes - first->offset);
	}
	if (right_span > 0) {
		const struct match_part *first = &right->parts[r], *last = &right->parts[r + right_span - 1];
		line->right = (uint8_t)r;
		line->right_offset = first->offset;
		line->right_bytes = (uint16_t)(last->offset + last->bytes - first->offset);
	}
}

/* Bits for a pair: rarity of what is at least so similar, less what the difference itself speaks against. */
static int32_t pair_bits(const struct alignment *alignment, const struct pair *pair, const struct match_rarity *rarity,
	uint32_t *out_carriers)
{
	uint32_t population = rarity == NULL ? 0 : rarity->population, carriers = 0;
	int level = compare_level(pair->similarity);
	if (population != 0) {
		carriers = population;
		for (int i = 0; i < pair->left_span; i++) {
			uint32_t here = rarity->carriers[pair->left + i][level < 0 ? MATCH_LEVELS - 1 : level];
			carriers = here < carriers ? here : carriers;
		}
	}
	*out_carriers = carriers;
	int32_t bits = compare_bits_of(carriers, population);
	int off = 1000 - pair->similarity;
	bool scripts = alignment->left->parts[pair->left].script != alignment->right->parts[pair->right].script;
	bits -= BITS_PAIR + off * (scripts ? BITS_OFF_SCRIPTS : BITS_OFF) / 10;
	if (pair->reason == MATCH_OTHER_ENDING)
		bits -= BITS_ENDING;
	switch (pair->reason) {
	case MATCH_INITIAL:
		return BITS_INITIAL;
	case MATCH_TITLE:
		return BITS_TITLE;
	case MATCH_KUNYA:
		return bits / 2;
	case MATCH_SEX_ENDING:
		return bits / 2;
	default:
		return bits < -100 ? -100 : bits;
	}
}

/* Brothers' names often share their second half; what begins otherwise beside it is no slip of the pen. */
static bool is_other_given(const struct alignment *alignment, const struct pair *pair)
{
	const struct match_part *left = &alignment->left->parts[pair->left], *right = &alignment->right->parts[pair->right];
	bool near = pair->reason == MATCH_NEAR || pair->reason == MATCH_NEAR_SCRIPTS;
	return near && pair->similarity < OTHER_GIVEN && left->ending == MATCH_ENDING_NONE && right->ending == MATCH_ENDING_NONE
		&& left->length > 0 && right->length > 0 && left->sounds[0] != right->sounds[0];
}

static void lines_pairs(const struct alignment *alignment, const struct match_rarity *rarity,
	struct match_comparison *out)
{
	for (int i = 0; i < alignment->chosen_count; i++) {
		const struct pair *pair = &alignment->chosen[i];
		uint32_t carriers;
		int32_t bits = pair_bits(alignment, pair, rarity, &carriers);
		struct match_line *line = line_add(out, pair->reason, bits);
		if (line == NULL)
			return;
		line->similarity = (uint8_t)((pair->similarity + 5) / 10);
		line->carriers = carriers;
		line->population = rarity == NULL ? 0 : rarity->population;
		line_place(line, alignment->left, pair->left, pair->left_span, alignment->right, pair->right, pair->right_span);
		if (pair->reason == MATCH_SEX_ENDING)
			out->hints |= MATCH_HINT_SEX;
		if (is_other_given(alignment, pair))
			out->hints |= MATCH_HINT_GIVEN;
	}
}

static int spare_next(const struct match_name *name, uint16_t used, int at)
{
	for (; at < name->count; at++)
		if ((used & (1u << at)) == 0 && align_is_named(&name->parts[at]))
			return at;
	return -1;
}

/* Parts only one side has weigh little; parts that both sides have and the other lacks contradict. */
static void lines_spare(const struct alignment *alignment, struct match_comparison *out)
{
	int l = spare_next(alignment->left, alignment->left_used, 0);
	int r = spare_next(alignment->right, alignment->right_used, 0);
	while (l >= 0 || r >= 0) {
		bool both = l >= 0 && r >= 0;
		struct match_line *line = line_add(out, both ? MATCH_CONTRADICTION : MATCH_ONE_SIDED,
			both ? -BITS_CONTRADICTION : l >= 0 ? -BITS_LEFT_ONLY : -BITS_RIGHT_ONLY);
		if (line == NULL)
			return;
		line_place(line, alignment->left, l, l >= 0, alignment->right, r, r >= 0);
		if (both)
			out->hints |= MATCH_HINT_CONTRADICTION;
		/* Only a possibility so far: the evidence says whether the rest is equal. */
		if (both && alignment->left->parts[l].ending == MATCH_ENDING_SURNAME_F && alignment->right->parts[r].ending == MATCH_ENDING_SURNAME_F)
			out->hints |= MATCH_HINT_MARRIED;
		l = l < 0 ? -1 : spare_next(alignment->left, alignment->left_used, l + 1);
		r = r < 0 ? -1 : spare_next(alignment->right, alignment->right_used, r + 1);
	}
}

static void lines_whole(const struct alignment *alignment, int similarity, const struct match_rarity *rarity,
	struct match_comparison *out)
{
	int32_t bits = 0;
	for (int i = 0; i < alignment->left->count; i++) {
		if (!align_is_named(&alignment->left->parts[i]))
			continue;
		uint32_t population = rarity == NULL ? 0 : rarity->population;
		bits += compare_bits_of(population == 0 ? 0 : rarity->carriers[i][2], population);
	}
	bits = bits * (similarity - WHOLE_FLOOR) / (1000 - WHOLE_FLOOR) - (1000 - similarity) * 2;
	out->count = 0;
	out->bits = 0;
	out->hints = 0;
	struct match_line *line = line_add(out, MATCH_RUN_TOGETHER, bits);
	line->similarity = (uint8_t)((similarity + 5) / 10);
	line_place(line, alignment->left, 0, alignment->left->count, alignment->right, 0, alignment->right->count);
}

static bool is_patronymic(const struct match_part *part)
{
	return part->ending == MATCH_ENDING_PATRONYMIC_M || part->ending == MATCH_ENDING_PATRONYMIC_F;
}

/* By its ending, or by bin, ibn, bint before it (the nasab of an Arabic name). */
static bool is_father(const struct match_name *name, int at)
{
	return is_patronymic(&name->parts[at])
		|| (at > 0 && name->parts[at - 1].kind == MATCH_PART_PARTICLE && is_patronymic(&name->parts[at - 1]));
}

static bool is_plain(const struct match_name *name, int at)
{
	return name->parts[at].kind <= MATCH_PART_COMPOUND && name->parts[at].ending == MATCH_ENDING_NONE && !is_father(name, at);
}

static bool spare_plain(const struct match_name *name, uint16_t used)
{
	for (int at = spare_next(name, used, 0); at >= 0; at = spare_next(name, used, at + 1))
		if (is_plain(name, at))
			return true;
	return false;
}

/* Timur Askarovich and Askar Timurovich, Salman bin Omar and Omar bin Salman: the same words, but father and child. */
static void line_crossed(const struct alignment *alignment, struct match_comparison *out)
{
	bool there = false, back = false, plain = false;
	for (int i = 0; i < alignment->chosen_count; i++) {
		const struct pair *pair = &alignment->chosen[i];
		bool left = is_father(alignment->left, pair->left), right = is_father(alignment->right, pair->right);
		there = there || (left && !right && alignment->right->parts[pair->right].ending == MATCH_ENDING_NONE);
		back = back || (right && !left && alignment->left->parts[pair->left].ending == MATCH_ENDING_NONE);
		plain = plain || (is_plain(alignment->left, pair->left) && is_plain(alignment->right, pair->right));
	}
	/* Oleksandr Z. and Volodymyr Oleksandrovych Z.: the one's only given name is the other's father, who has a name of his own. */
	bool child = !plain && ((there && spare_plain(alignment->left, alignment->left_used))
		|| (back && spare_plain(alignment->right, alignment->right_used)));
	if (!child && (!there || !back))
		return;
	line_add(out, MATCH_CROSSED, there && back ? -BITS_CROSSED : -BITS_CONTRADICTION);
	out->hints |= MATCH_HINT_CONTRADICTION | MATCH_HINT_FAMILY;
	out->agreement = out->agreement * 8 / 10;
}

static void hint_weak(const struct alignment *alignment, struct match_comparison *out)
{
	bool strong = alignment->chosen_count == 0;
	for (int i = 0; i < alignment->chosen_count; i++) {
		uint8_t reason = alignment->chosen[i].reason;
		strong = strong || (reason != MATCH_INITIAL && reason != MATCH_KUNYA && reason != MATCH_TITLE);
	}
	if (!strong)
		out->hints |= MATCH_HINT_WEAK;
}

void match_compare_names(const struct match_name *left, const struct match_name *right,
	const struct match_rarity *rarity, struct match_comparison *out_comparison)
{
	compare_names(left, right, rarity, NULL, out_comparison);
}

void compare_names(const struct match_name *left, const struct match_name *right, const struct match_rarity *rarity, struct align_memo *memo,
	struct match_comparison *out_comparison)
{
	struct alignment alignment;
	struct match_comparison *out = out_comparison;
	memset(out, 0, offsetof(struct match_comparison, lines));
	align_names(left, right, memo, &alignment);
	lines_pairs(&alignment, rarity, out);
	lines_spare(&alignment, out);
	hint_weak(&alignment, out);
	out->agreement = aligned_agreement(&alignment);
	if ((out->hints & MATCH_HINT_WEAK) != 0)
		out->agreement = out->agreement * WEAK_AGREEMENT / 100;
	line_crossed(&alignment, out);
	if (out->agreement < WHOLE_ENOUGH && (out->hints & MATCH_HINT_FAMILY) == 0 && left->count > 0 && right->count > 0) {
		/* Below this the spelling without spaces would not be the better one (see whole_agreement). */
		int useful = (out->agreement / 10 + 600) * 10 / 16;
		int whole = whole_similarity(left, right, useful > WHOLE_LEAST ? useful : WHOLE_LEAST);
		int whole_agreement = whole == 0 ? 0 : (whole - (1000 - whole) * 6 / 10) * 10;
		if (whole_agreement > out->agreement) {
			out->agreement = whole_agreement;
			if ((out->hints & MATCH_HINT_CONTRADICTION) != 0 && whole >= WHOLE_FLOOR)
				lines_whole(&alignment, whole, rarity, out);
		}
	}
}
