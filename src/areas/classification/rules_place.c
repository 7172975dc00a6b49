/* rules_place.c - what decisions in force mean when somebody is placed: Mandela Rules 12, 93; and the rules that live in clocks. */
#include "areas/classification/rules.h"

#include "areas/classification/acts/common.h"

static const char *const PLACING[] = { "placement.place", NULL };

/* The value in force of a kind; empty when there is none. grounds: NULL, or where the grounds go. */
static struct text in_force(const struct act_context *context, struct text person, const char *kind, struct text *out_grounds)
{
	const struct condition own[] = { CONDITION_TEXT(CLASSIFICATION_PERSON, person), CONDITION_TEXT(CLASSIFICATION_KIND, text_from(kind)) };
	struct rows rows = act_find(context, &RECORD_CLASSIFICATION, own, 2);
	for (size_t i = rows.count; i > 0; i--)
		if (classification_is_in_force(rows.items[i - 1], context->now)) {
			if (out_grounds)
				*out_grounds = row_text(rows.items[i - 1], CLASSIFICATION_GROUNDS);
			return row_text(rows.items[i - 1], CLASSIFICATION_VALUE);
		}
	return text_empty();
}

static const struct row *placed(const struct decision *decision)
{
	const struct row *placement = decision_row(decision, &RECORD_PLACEMENT);
	return placement && !row_has(placement, PLACEMENT_ENDED_AT) ? placement : NULL;
}

static struct rows others_there(const struct act_context *context, const struct row *placement)
{
	const struct condition there[] = { CONDITION_TEXT(PLACEMENT_PLACE, row_text(placement, PLACEMENT_PLACE)), CONDITION_ABSENT(PLACEMENT_ENDED_AT),
		{ .field = PLACEMENT_PERSON, .comparison = IS_NOT, .value = value_text(row_text(placement, PLACEMENT_PERSON)) } };
	return act_find(context, &RECORD_PLACEMENT, there, 3);
}

static bool must_be_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = placed(decision);
	struct rows others = placement ? others_there(context, placement) : (struct rows){ NULL, 0 };
	bool alone = others.count > 0 && text_equal_string(in_force(context, row_text(placement, PLACEMENT_PERSON), "cell_sharing", NULL), "alone");
	for (size_t i = 0; i < others.count && !alone; i++)
		alone = text_equal_string(in_force(context, row_text(others.items[i], PLACEMENT_PERSON), "cell_sharing", NULL), "alone");
	if (!alone)
		return false;
	*out = (struct rule_finding){ .path = "/place", .message = N_("A decision in force says that one of them is alone in the cell"),
		.advice = N_("Choose another place, or have the decision reviewed"), .ask = N_("The duty governor") };
	return true;
}

static bool unit_without_decision(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = placed(decision), *place = placement ? act_load(context, &RECORD_PLACE, row_text(placement, PLACEMENT_PLACE)) : NULL;
	for (int depth = 0; place && !row_has(place, PLACE_PURPOSE) && depth < 8; depth++)
		place = row_has(place, PLACE_PARENT) ? act_load(context, &RECORD_PLACE, row_text(place, PLACE_PARENT)) : NULL;
	if (!place || !row_is(place, PLACE_PURPOSE, "special_unit"))
		return false;
	struct text value = in_force(context, row_text(placement, PLACEMENT_PERSON), "unit_placement", NULL);
	if (text_equal_string(value, "special_unit") || text_equal_string(value, "assessment_unit"))
		return false;
	*out = (struct rule_finding){ .path = "/place", .message = N_("No decision in force places this person in a special unit"),
		.advice = N_("Place the person elsewhere; a special unit needs a decision with reasons, an end and a way down"), .ask = N_("The classification committee") };
	return true;
}

static bool is_recruiter(const struct act_context *context, struct text person)
{
	struct text grounds = text_empty(), value = in_force(context, person, "extremism_basis", &grounds);
	return text_equal_string(value, "assessed") && text_find(grounds, TEXT_OF("recruitment")) != SIZE_MAX;
}

static bool is_vulnerable(const struct act_context *context, struct text person)
{
	return text_equal_string(in_force(context, person, "extremism_basis", NULL), "vulnerable");
}

static bool bad_company(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *placement = placed(decision);
	struct rows others = placement ? others_there(context, placement) : (struct rows){ NULL, 0 };
	struct text person = placement ? row_text(placement, PLACEMENT_PERSON) : text_empty();
	bool bad = false;
	for (size_t i = 0; i < others.count && !bad; i++) {
		struct text other = row_text(others.items[i], PLACEMENT_PERSON);
		bad = (is_recruiter(context, person) && is_vulnerable(context, other)) || (is_vulnerable(context, person) && is_recruiter(context, other));
	}
	if (!bad)
		return false;
	*out = (struct rule_finding){ .path = "/place", .message = N_("One of them needs protection from recruitment, and another has recruited others"),
		.advice = N_("Choose another place, or say why there is none"), .ask = N_("The classification committee") };
	return true;
}

#define DEADLINE(symbol, id_, words, ...) \
	static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	const struct rule RULE_##symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

CLASSIFICATION_RULE(NMR_93_1A, "NMR-93.1a", RULE_WARN, PLACING, bad_company, N_("People likely to be a bad influence are held apart from those they would influence"));
CLASSIFICATION_RULE(SAFE_SHARE, "SAFE-SHARE", RULE_REFUSE, PLACING, must_be_alone, N_("A decision on cell sharing is kept when somebody is placed"));
CLASSIFICATION_RULE(SAFE_UNIT, "SAFE-UNIT", RULE_REFUSE, PLACING, unit_without_decision, N_("Nobody is in a special unit without a decision in force"));
DEADLINE(NMR_8B_FIRST, "NMR-8.b.first", N_("Soon after admission a body decides on the security category"), "first-category");
DEADLINE(S2396_A, "S2396-a", N_("Who has a violent-extremism basis is assessed with an instrument made for it"), "basis-assessed");
DEADLINE(NMR_8B_REVIEW, "NMR-8.b.review", N_("Assessment and classification are in the file and reviewed"), "classification-review", "decision-due");
DEADLINE(SAFE_TOLD, "SAFE-TOLD", N_("The person is told the decision and its reasons promptly"), "decision-told");
DEADLINE(SAFE_T4, "SAFE-T4", N_("What is not renewed lapses by itself, and somebody acts on it"), "classification-ends");
DEADLINE(SAFE_T16, "SAFE-T16", N_("Signs of falling risk are looked at as soon as signs of rising risk"), "signal-review");
DEADLINE(SAFE_APPEAL, "SAFE-APPEAL", N_("An appeal is decided in time"), "appeal-decided");
DEADLINE(SAFE_T12, "SAFE-T12", N_("What rested on a basis that has ended is decided within 24 hours"), "basis-fell");
