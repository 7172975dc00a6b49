/* values.c - what values, states and evidence mean: pure readings that acts, rules and pages share. */
#include "areas/classification/records.h"

/* ---- values ---- */

/* Cell sharing: one good item is enough, the judgement protects the other as well as the person. A basis that a court's paper carries
 * needs no other evidence, and falls with the paper. */
static const struct classification_value VALUES[] = {
	{ "security_category", "open", 0, 2, 0, false }, { "security_category", "low", 1, 2, 0, false }, { "security_category", "medium", 2, 2, 0, false },
	{ "security_category", "high", 3, 2, -1, false },
	{ "cell_sharing", "may_share", 0, 0, 0, false }, { "cell_sharing", "with_conditions", 1, 0, 1, false }, { "cell_sharing", "alone", 2, 0, 1, false },
	{ "extremism_basis", "conviction", 1, 0, 0, true }, { "extremism_basis", "charge", 1, 0, 0, true }, { "extremism_basis", "assessed", 1, 0, -1, true },
	{ "extremism_basis", "vulnerable", 1, 0, 1, true },
	{ "unit_placement", "ordinary", 0, 0, 0, true }, { "unit_placement", "assessment_unit", 1, 0, -1, true }, { "unit_placement", "special_unit", 2, 0, -1, true },
};

const struct classification_value *classification_value(struct text kind, struct text code)
{
	for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++)
		if (text_equal_string(kind, VALUES[i].kind) && text_equal_string(code, VALUES[i].code))
			return &VALUES[i];
	return NULL;
}

bool classification_raises(struct text kind, struct text value, struct text before)
{
	const struct classification_value *after = classification_value(kind, value), *earlier = classification_value(kind, before);
	if (!after)
		return false;
	int base = earlier ? earlier->rank : after->ordinary;
	return after->rank > base || (after->anew && after->rank == base && after->rank > 0);
}

bool classification_restricts(struct text kind, struct text value)
{
	const struct classification_value *found = classification_value(kind, value);
	return found && found->rank > 0;
}

const char *classification_body_code(int64_t rank)
{
	return rank <= 1 ? "governor" : rank == 2 ? "committee" : "national";
}

/* ---- states ---- */

static const struct { const char *from, *to; } GRAPH[] = { { "proposed", "disclosed" }, { "proposed", "withdrawn" }, { "disclosed", "representations" },
	{ "disclosed", "decided" }, { "disclosed", "withdrawn" }, { "representations", "representations" }, { "representations", "decided" },
	{ "representations", "withdrawn" }, { "decided", "notified" }, { "decided", "closed" }, { "notified", "appealed" }, { "notified", "review" },
	{ "notified", "in_force" }, { "notified", "ended" }, { "appealed", "in_force" }, { "appealed", "ended" }, { "in_force", "review" },
	{ "in_force", "in_force" }, { "in_force", "ended" }, { "review", "in_force" }, { "review", "review" }, { "review", "ended" },
	/* By law or because the person has left: an open proposal ends, too. */
	{ "proposed", "ended" }, { "disclosed", "ended" }, { "representations", "ended" }, { "decided", "ended" } };

bool classification_may_follow(struct text from, struct text to)
{
	for (size_t i = 0; i < sizeof GRAPH / sizeof *GRAPH; i++)
		if (text_equal_string(from, GRAPH[i].from) && text_equal_string(to, GRAPH[i].to))
			return true;
	return false;
}

static bool is_one_of(const struct row *decision, const char *const *states)
{
	for (; *states; states++)
		if (row_is(decision, CLASSIFICATION_STATE, *states))
			return true;
	return false;
}

bool classification_is_open(const struct row *decision, int64_t now)
{
	static const char *const OPEN[] = { "proposed", "disclosed", "representations", NULL };
	return row_moment(decision, CLASSIFICATION_ENDS_AT) > now && is_one_of(decision, OPEN);
}

bool classification_is_in_force(const struct row *decision, int64_t now)
{
	static const char *const IN_FORCE[] = { "notified", "appealed", "in_force", "review", NULL };
	return row_moment(decision, CLASSIFICATION_ENDS_AT) > now && is_one_of(decision, IN_FORCE);
}

struct text classification_state(const struct row *decision, int64_t now)
{
	static const char *const ENDED[] = { "ended", "withdrawn", "closed", NULL };
	if (row_moment(decision, CLASSIFICATION_ENDS_AT) <= now && !is_one_of(decision, ENDED))
		return TEXT_OF("lapsed");
	return row_text(decision, CLASSIFICATION_STATE);
}

/* ---- evidence ---- */

/* Grounds that may be written down but never carry anything alone: prison-practice sections 1.2 P1, 4.6, 5.4; UNSCR 2396; Mandela Rule 2. */
static bool is_protected(struct text code)
{
	static const char *const PROTECTED[] = { "worship", "dress", "diet", "language", "reading", "belief", "origin", "family", "silence" };
	for (size_t i = 0; i < sizeof PROTECTED / sizeof *PROTECTED; i++)
		if (text_equal_string(code, PROTECTED[i]))
			return true;
	return false;
}

bool evidence_shows_conduct(const struct row *evidence)
{
	struct text rest = row_text(evidence, EVIDENCE_RESTS_ON), code;
	while (text_next(&rest, ' ', &code))
		if (!text_is_empty(code) && !is_protected(code))
			return true;
	return false;
}

/* Beginnings of words, lower case, in the languages of the program. A list can only prompt: judgement is the reader's. */
bool evidence_names_protected(struct text summary)
{
	static const char *const WORDS[] = { "pray", "mosque", "church", "beard", "hijab", "headscarf", "halal", "kosher", "fasting", "quran", "koran", "bible",
		"moslem", "muslim", "молит", "намаз", "мечет", "церк", "бород", "хиджаб", "халяль", "кошер", "коран", "библи", "мусульман",
		"صلاة", "يصلي", "مسجد", "لحية", "حجاب", "حلال", "قرآن", "يصوم" };
	for (size_t at = 0; at < summary.length; at++) {
		bool begins = at == 0 || (unsigned char)summary.data[at - 1] <= '@';
		for (size_t i = 0; begins && i < sizeof WORDS / sizeof *WORDS; i++) {
			struct text word = text_from(WORDS[i]);
			if (at + word.length <= summary.length && text_equal_ignoring_case(text_slice(summary, at, at + word.length), word))
				return true;
		}
	}
	return false;
}

bool evidence_carries(const struct row *evidence, struct date today, int64_t days)
{
	struct text source = row_text(evidence, EVIDENCE_SOURCE_GRADE), content = row_text(evidence, EVIDENCE_CONTENT_GRADE);
	struct date event = row_date(evidence, EVIDENCE_EVENT_ON);
	bool graded = source.length == 1 && source.data[0] <= 'C' && content.length == 1 && content.data[0] <= '3';
	return graded && row_is(evidence, EVIDENCE_DIRECTION, "rise") && row_is(evidence, EVIDENCE_FACT, "fact") && evidence_shows_conduct(evidence) &&
		!row_is(evidence, EVIDENCE_DISCLOSURE, "withheld") && date_is_whole(event) && date_compare(event, date_add_days(today, -(int32_t)days)) >= 0;
}

/* Different values of a field among the items that carry. */
static int64_t different(const struct rows *items, int field, struct date today, int64_t days)
{
	int64_t count = 0;
	for (size_t i = 0; i < items->count; i++) {
		bool known = !evidence_carries(items->items[i], today, days);
		for (size_t j = 0; j < i && !known; j++)
			known = evidence_carries(items->items[j], today, days) &&
				text_equal_ignoring_case(row_text(items->items[i], field), row_text(items->items[j], field));
		count += known ? 0 : 1;
	}
	return count;
}

/* Several reports about one event count once, and so do several events told by one source (prison-practice section 6.4, after the rules
 * of California's validation of groups: independence and recency, without its points). */
int64_t evidence_independent(const struct rows *items, struct date today, int64_t days)
{
	int64_t events = different(items, EVIDENCE_EVENT, today, days), sources = different(items, EVIDENCE_SOURCE, today, days);
	return events < sources ? events : sources;
}
