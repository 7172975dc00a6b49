/* evidence.c - Fellegi-Sunter weights of the facts beside the name, and hints of family. */
#include "match/evidence.h"

#include "match/compare.h"

#include <string.h>

/*
 * Weights in hundredths of a bit, log2(m / u). Days: u is one day in some forty years of births, m 0.8. Levels after
 * HMPPS person records and nomenklatura, widened by years and ranges. Far apart weighs less than in those, because
 * lists and registers without papers are often years off.
 */
static const int32_t birth_weights[MATCH_REASON_COUNT] = {
	[MATCH_BIRTH_DAY] = 1300, [MATCH_BIRTH_SWAPPED] = 950, [MATCH_BIRTH_DIGIT] = 650, [MATCH_BIRTH_MONTH] = 550,
	[MATCH_BIRTH_YEAR] = 400, [MATCH_BIRTH_SAME_YEAR] = 150, [MATCH_BIRTH_RANGE] = 250, [MATCH_BIRTH_NEAR] = -100,
	[MATCH_BIRTH_FAR] = -500,
};

enum {
	SEX_SAME = 90, SEX_OTHER = -600,
	NATION_SAME = 200, NATION_OTHER = -150,
	PLACE_SAME = 350, PLACE_MORE = 400, PLACE_OTHER = -60, PLACES_MOST = 3,
	FATHER_SAME = 600, FATHER_OTHER = -400,
	MOTHER_SAME = 700, MOTHER_OTHER = -300,
	DOCUMENT_SAME = 2000, DOCUMENT_OTHER = -50,
	NAMES_ALIKE = 8000, PLACES_ALIKE = 4500,
};

/* ---- Births ---- */

static bool year_only(struct date date)
{
	return date.month == 0 || (date.month == 1 && date.day <= 1);
}

static int digits_apart(struct date left, struct date right)
{
	int one[] = {left.year % 10, left.month / 10, left.month % 10, left.day / 10, left.day % 10};
	int other[] = {right.year % 10, right.month / 10, right.month % 10, right.day / 10, right.day % 10};
	int apart = left.year / 10 == right.year / 10 ? 0 : 9;
	for (int i = 0; i < 5; i++)
		apart += one[i] != other[i];
	return apart;
}

static enum match_reason dates_level(struct date left, struct date right)
{
	int years = left.year > right.year ? left.year - right.year : right.year - left.year;
	bool whole = !year_only(left) && !year_only(right) && left.day != 0 && right.day != 0;
	if (whole && date_compare(left, right) == 0)
		return MATCH_BIRTH_DAY;
	if (whole && years == 0 && left.day == right.month && left.month == right.day)
		return MATCH_BIRTH_SWAPPED;
	if (whole && digits_apart(left, right) == 1)
		return MATCH_BIRTH_DIGIT;
	if (years == 0 && !year_only(left) && !year_only(right) && left.month == right.month)
		return MATCH_BIRTH_MONTH;
	if (years == 0)
		return year_only(left) || year_only(right) ? MATCH_BIRTH_YEAR : MATCH_BIRTH_SAME_YEAR;
	return years <= 5 ? MATCH_BIRTH_NEAR : MATCH_BIRTH_FAR;
}

static bool is_range(const struct match_birth *birth)
{
	return birth->to.year != 0 && birth->to.year != birth->from.year;
}

static enum match_reason births_level(const struct match_birth *left, const struct match_birth *right)
{
	if (!is_range(left) && !is_range(right)) {
		enum match_reason level = dates_level(left->from, right->from);
		int years = left->from.year - right->from.year;
		if ((left->about || right->about) && years >= -2 && years <= 2 && birth_weights[level] < birth_weights[MATCH_BIRTH_RANGE])
			return MATCH_BIRTH_RANGE;
		return level;
	}
	int left_to = is_range(left) ? left->to.year : left->from.year;
	int right_to = is_range(right) ? right->to.year : right->from.year;
	int slack = left->about || right->about ? 2 : 0;
	int gap = left->from.year > right_to ? left->from.year - right_to : right->from.year - left_to;
	if (gap <= slack)
		return MATCH_BIRTH_RANGE;
	return gap <= 5 ? MATCH_BIRTH_NEAR : MATCH_BIRTH_FAR;
}

int32_t evidence_births_quick(uint32_t left, uint32_t right)
{
	if (left == 0 || right == 0)
		return 0;
	return birth_weights[dates_level(segment_unpack_date(left), segment_unpack_date(right))];
}

/* The best of all pairs; several births on file make a chance agreement likelier, so each more takes a little. */
static void add_births(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	int best_left = 0, best_right = 0;
	enum match_reason best = MATCH_REASON_COUNT;
	if (left->birth_count == 0 || right->birth_count == 0)
		return;
	for (int i = 0; i < left->birth_count; i++)
		for (int j = 0; j < right->birth_count; j++) {
			enum match_reason level = births_level(&left->births[i], &right->births[j]);
			if (best != MATCH_REASON_COUNT && birth_weights[level] <= birth_weights[best])
				continue;
			best = level;
			best_left = i;
			best_right = j;
		}
	int32_t weight = birth_weights[best];
	int pairs = left->birth_count * right->birth_count;
	if (weight > 0 && pairs > 1) {
		weight -= compare_bits_of(0, (uint32_t)pairs - 1) / 2;
		weight = weight < 0 ? 0 : weight;
	}
	struct match_line *line = compare_line(comparison, best, weight);
	if (line == NULL)
		return;
	line->left = (uint8_t)best_left;
	line->right = (uint8_t)best_right;
}

/* ---- The rest ---- */

static void add_sex(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	if (left->sex == MATCH_SEX_UNKNOWN || right->sex == MATCH_SEX_UNKNOWN)
		return;
	bool same = left->sex == right->sex;
	compare_line(comparison, same ? MATCH_SEX_SAME : MATCH_SEX_OTHER, same ? SEX_SAME : SEX_OTHER);
	if (!same)
		comparison->hints |= MATCH_HINT_SEX;
}

static void add_nations(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	if (left->nation_count == 0 || right->nation_count == 0)
		return;
	for (int i = 0; i < left->nation_count; i++)
		for (int j = 0; j < right->nation_count; j++)
			if (left->nations[i] == right->nations[j]) {
				compare_line(comparison, MATCH_NATION_SAME, NATION_SAME);
				return;
			}
	compare_line(comparison, MATCH_NATION_OTHER, NATION_OTHER);
}

static void add_documents(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	if (left->document_count == 0 || right->document_count == 0)
		return;
	for (int i = 0; i < left->document_count; i++)
		for (int j = 0; j < right->document_count; j++)
			if (left->documents[i] == right->documents[j]) {
				compare_line(comparison, MATCH_DOCUMENT_SAME, DOCUMENT_SAME);
				return;
			}
	compare_line(comparison, MATCH_DOCUMENT_OTHER, DOCUMENT_OTHER);
}

/*
 * Names of one kind beside the name: how many of the left one's are alike to one of the right, or -1 when one side knows
 * none. Places agree when most of their words do.
 */
static int others_alike(const struct evidence *left, const struct evidence *right, uint8_t kind)
{
	int enough = kind == MATCH_NAME_PLACE ? PLACES_ALIKE : NAMES_ALIKE, alike = -1;
	for (int i = 0; i < left->other_count; i++) {
		bool found = false;
		for (int j = 0; j < right->other_count && !found; j++) {
			struct match_comparison names;
			if (left->others[i].kind != kind || right->others[j].kind != kind)
				continue;
			match_compare_names(&left->others[i].name, &right->others[j].name, NULL, &names);
			found = names.agreement >= enough;
			alike = alike < 0 ? 0 : alike;
		}
		alike += found;
	}
	return alike;
}

static void add_others(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	static const struct {
		uint8_t kind, same, other;
		int16_t same_weight, more_weight, other_weight;
	} rows[] = {
		{MATCH_NAME_PLACE, MATCH_PLACE_SAME, MATCH_PLACE_OTHER, PLACE_SAME, PLACE_MORE, PLACE_OTHER},
		{MATCH_NAME_FATHER, MATCH_FATHER_SAME, MATCH_FATHER_OTHER, FATHER_SAME, 0, FATHER_OTHER},
		{MATCH_NAME_MOTHER, MATCH_MOTHER_SAME, MATCH_MOTHER_OTHER, MOTHER_SAME, 0, MOTHER_OTHER},
	};
	if (left->other_count == 0 || right->other_count == 0)
		return;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int alike = others_alike(left, right, rows[i].kind);
		if (alike == 0)
			compare_line(comparison, rows[i].other, rows[i].other_weight);
		else if (alike > 0)
			compare_line(comparison, rows[i].same, rows[i].same_weight
				+ rows[i].more_weight * ((alike < PLACES_MOST ? alike : PLACES_MOST) - 1));
	}
}

/*
 * Same family: two parts agree well (family name and father), or one does and a parent or the day of birth, while each
 * side has a name that the other lacks. After the twins rule of HMPPS: offered as family, not as the same.
 */
static void hint_family(struct match_comparison *comparison)
{
	int strong = 0;
	bool parent = false, day = false, document = false;
	for (int i = 0; i < comparison->count; i++) {
		const struct match_line *line = &comparison->lines[i];
		strong += line->reason <= MATCH_JOINED && line->similarity >= 90;
		parent = parent || line->reason == MATCH_FATHER_SAME || line->reason == MATCH_MOTHER_SAME;
		day = day || line->reason == MATCH_BIRTH_DAY;
		document = document || line->reason == MATCH_DOCUMENT_SAME;
	}
	bool apart = (comparison->hints & (MATCH_HINT_CONTRADICTION | MATCH_HINT_SEX)) != 0 ||
		((comparison->hints & MATCH_HINT_GIVEN) != 0 && strong >= 2);
	if (strong < 2 || !day)
		comparison->hints &= (uint16_t)~MATCH_HINT_MARRIED;
	if (!apart || document || strong + parent + day < 2 || strong == 0 || (comparison->hints & MATCH_HINT_MARRIED) != 0)
		return;
	comparison->hints |= MATCH_HINT_FAMILY;
	if (day)
		comparison->hints |= MATCH_HINT_TWINS;
}

/* Births that are known to the day and years apart: a namesake, rather. */
static void hint_births(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	for (int i = 0; i < comparison->count; i++) {
		const struct match_line *line = &comparison->lines[i];
		if (line->reason != MATCH_BIRTH_FAR && line->reason != MATCH_BIRTH_NEAR)
			continue;
		struct date one = left->births[line->left].from, other = right->births[line->right].from;
		if (line->reason == MATCH_BIRTH_FAR || (!year_only(one) && !year_only(other)))
			comparison->hints |= MATCH_HINT_CONTRADICTION;
	}
}

void evidence_add(const struct evidence *left, const struct evidence *right, struct match_comparison *comparison)
{
	add_births(left, right, comparison);
	add_sex(left, right, comparison);
	add_nations(left, right, comparison);
	add_others(left, right, comparison);
	add_documents(left, right, comparison);
	hint_family(comparison);
	hint_births(left, right, comparison);
}

/* ---- Taking facts ---- */

static void take_name(struct evidence *evidence, uint8_t kind, const struct match_name *name)
{
	if (evidence->other_count == EVIDENCE_OTHERS || name->count == 0)
		return;
	struct evidence_other *other = &evidence->others[evidence->other_count++];
	other->kind = kind;
	other->name.count = name->count;
	other->name.flags = name->flags;
	memcpy(other->name.parts, name->parts, name->count * sizeof name->parts[0]);
}

void evidence_of_entry(const struct match_entry *entry, struct evidence *out_evidence)
{
	struct evidence *out = out_evidence;
	struct match_name name;
	out->birth_count = out->nation_count = out->document_count = out->other_count = 0;
	out->sex = (uint8_t)entry->sex;
	for (size_t i = 0; i < entry->birth_count && i < MATCH_BIRTHS; i++)
		out->births[out->birth_count++] = entry->births[i];
	for (size_t i = 0; i < entry->nationality_count && i < EVIDENCE_NATIONS; i++)
		out->nations[out->nation_count++] = segment_hash_word(entry->nationalities[i]);
	for (size_t i = 0; i < entry->document_count && i < EVIDENCE_DOCUMENTS; i++)
		out->documents[out->document_count++] = segment_hash_number(entry->documents[i]);
	for (size_t i = 0; i < entry->name_count; i++) {
		if (entry->names[i].kind <= MATCH_NAME_WEAK)
			continue;
		match_fold(entry->names[i].name, &name);
		take_name(out, (uint8_t)entry->names[i].kind, &name);
	}
}

static void take_births(const struct segment_fact *fact, struct evidence *evidence)
{
	for (int i = 0; i < fact->count && evidence->birth_count < MATCH_BIRTHS; i++) {
		uint32_t packed = segment_number(fact->data, i);
		struct match_birth *birth = &evidence->births[evidence->birth_count++];
		birth->from = birth->to = segment_unpack_date(packed);
		birth->about = (packed & PACKED_ABOUT) != 0;
		if ((packed & PACKED_RANGE) != 0 && i + 1 < fact->count)
			birth->to = segment_unpack_date(segment_number(fact->data, ++i));
	}
}

void evidence_take_birth(const struct segment *segment, uint32_t entry, struct evidence *evidence)
{
	uint32_t packed = segment->births[entry];
	if (packed == 0 || evidence->birth_count > 0)
		return;
	struct match_birth *birth = &evidence->births[evidence->birth_count++];
	birth->from = birth->to = segment_unpack_date(packed);
	birth->about = (packed & PACKED_ABOUT) != 0;
}

void evidence_take_fact(const struct segment *segment, const struct segment_fact *fact, struct evidence *evidence)
{
	struct match_name name;
	switch (fact->kind) {
	case FACT_BIRTHS:
		take_births(fact, evidence);
		break;
	case FACT_SEX:
		evidence->sex = fact->count;
		break;
	case FACT_NATIONS:
		for (int i = 0; i < fact->count && evidence->nation_count < EVIDENCE_NATIONS; i++)
			evidence->nations[evidence->nation_count++] = segment_number(fact->data, i);
		break;
	case FACT_DOCUMENTS:
		for (int i = 0; i < fact->count && evidence->document_count < EVIDENCE_DOCUMENTS; i++)
			memcpy(&evidence->documents[evidence->document_count++], fact->data + (size_t)i * 8, 8);
		break;
	case MATCH_NAME_FATHER:
	case MATCH_NAME_MOTHER:
	case MATCH_NAME_PLACE:
		segment_name(segment, fact, &name);
		take_name(evidence, fact->kind, &name);
		break;
	default:
		break;
	}
}
