/* demo_stories.c - plots of decisions and the stories made of them. */
#include "app/demo_stories.h"

const char *const STORY_KINDS[LINE_COUNT] = { "security_category", "extremism_basis", "cell_sharing", "unit_placement" };

/* ---- plots ---- */

static const struct plot MEDIUM = { LINE_CATEGORY, MADE, "medium", "behaviour sentence", "Work and school in an ordinary wing",
	"First weeks were calm; the file has no violence in custody", "Three months of regular work without a report", 0, NULL, false, false };
static const struct plot MEDIUM_AGAIN = { LINE_CATEGORY, MADE, "medium", "behaviour", "School in the mornings, workshop in the afternoons",
	"The wing book is good, the work report is mixed; two quarrels were settled with a mediator", "Three good work reports in a row", 1, "engagement", false, false };
static const struct plot LOW = { LINE_CATEGORY, MADE, "low", "progress", "Work in the garden outside the wall",
	"Half a year of work without a report, and a place to live after release", "Open conditions after the first leave went well", 1, "engagement", false, false };
static const struct plot LOW_AGAIN = { LINE_CATEGORY, MADE, "low", "progress behaviour", "Work outside the wall and leave to the family",
	"Another year without a report; came back from each leave in time", "Open conditions when a place is free", 1, "engagement", false, false };
static const struct plot HIGH = { LINE_CATEGORY, MADE, "high", "behaviour violence", "Safety of others while work on own conduct begins",
	"Seen twice with a blade, by two officers, on two days", "Six months without violence, shown by the wing book, and the course on conflict finished", 2, "violence",
	false, false };
static const struct plot HIGH_VARIED = { LINE_CATEGORY, VARIED, "high", "violence", "Safety of others", "Two fights in one month, with different people",
	"Six months without violence", 2, "violence", false, false };
static const struct plot HIGH_WRONG = { LINE_CATEGORY, QUASHED, "high", "escape behaviour", "No chance to leave while the appeal of the sentence runs",
	"A rope and a drawing of the yard were found", "Three months without a find", 2, "find", false, false };
static const struct plot HIGH_REFUSED = { LINE_CATEGORY, REFUSED, "high", "violence", "Safety of others", "Pushed another in the queue for the telephone",
	"Six months without violence", 1, "violence", false, false };
static const struct plot SHARING = { LINE_SHARING, MADE, "with_conditions", "vulnerability", "A calm night for both",
	"Sleeps badly after threats; wants a quiet neighbour", "A month without a complaint", 1, "need", false, false };

static const struct plot CONVICTION = { LINE_BASIS, MADE, "conviction", "offence", "Work with a mentor, and a plan that looks at how it came to the offence",
	"Convicted under article 412; took part in the work of the first weeks", "A year of work with the mentor and nothing that points to recruiting", 0, NULL, true, false };
static const struct plot CONVICTION_UPHELD = { LINE_BASIS, UPHELD, "conviction", "offence", "Work with a mentor, and a plan that looks at how it came to the offence",
	"Convicted under article 412; does not want to speak about it yet, which moves nothing", "A year of work with the mentor and nothing that points to recruiting", 0,
	NULL, true, false };
static const struct plot CONVICTION_AGAIN = { LINE_BASIS, MADE, "conviction", "offence recruitment", "The mentor goes on, and others are protected",
	"Carried letters for another group in spring and spoke about it openly with the mentor", "Half a year without such errands, and the course finished", 1, "organising",
	true, true };
static const struct plot CHARGE = { LINE_BASIS, MADE, "charge", "charge", "Contact with the lawyer and the family is planned; presumed innocent",
	"Charged under article 412; asked for a lawyer of another town", "Falls with the charge", 0, NULL, true, false };
static const struct plot ASSESSED = { LINE_BASIS, MADE, "assessed", "recruitment", "Work with a mentor, and protection of those who were pressed",
	"Pressed two others to join a banned group, on two days", "Three months without pressing anybody, shown by two of the wing's officers", 2, "recruiting", false, false };
static const struct plot ASSESSED_WRONG = { LINE_BASIS, QUASHED, "assessed", "recruitment", "Work with a mentor", "Two reports say that others were pressed to join a banned group",
	"Three months without pressing anybody", 2, "recruiting", false, false };
static const struct plot ASSESSED_REFUSED = { LINE_BASIS, REFUSED, "assessed", "recruitment", "Work with a mentor", "One report, of one source, about one evening",
	"Three months without pressing anybody", 1, "recruiting", false, false };
static const struct plot VULNERABLE = { LINE_BASIS, MADE, "vulnerable", "vulnerability", "Protection from recruitment",
	"Asked to be moved away from people who press him or her to join", "A month in the new wing without pressure", 1, "need", false, false };
static const struct plot UNIT = { LINE_UNIT, MADE, "assessment_unit", "recruitment behaviour", "Time for a thorough assessment, with a mentor every day",
	"Led a group in the yard that threatened others, on two days", "The assessment is finished and shows that an ordinary wing is enough", 2, "organising", false, false };

/* ---- stories ---- */

#define END { DECIDE, LINE_CATEGORY, 0, NULL }
#define KEEP_CATEGORY(days) { REVIEW_KEEP, LINE_CATEGORY, days, NULL }
#define KEEP_BASIS(days) { REVIEW_KEEP, LINE_BASIS, days, NULL }
#define CASE(days, plot) { DECIDE, LINE_CATEGORY, days, &(plot) }
/* The years after: nothing but what has to be looked at. */
#define CALM CASE(338, LOW), KEEP_CATEGORY(172), CASE(338, LOW_AGAIN), KEEP_CATEGORY(172), END

static const struct chapter ORDINARY[] = { CASE(2, MEDIUM), KEEP_CATEGORY(172), CASE(340, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter PROGRESS[] = { CASE(2, MEDIUM), { SIGNAL, LINE_CATEGORY, 120, NULL }, KEEP_CATEGORY(128), CASE(260, LOW), KEEP_CATEGORY(172), CALM };
static const struct chapter VIOLENT[] = { CASE(2, MEDIUM), CASE(60, HIGH), KEEP_CATEGORY(172), { SIGNAL, LINE_CATEGORY, 230, NULL }, KEEP_CATEGORY(238), CASE(250, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter VARIED_STORY[] = { CASE(2, HIGH_VARIED), KEEP_CATEGORY(170), CASE(335, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter WRONG[] = { CASE(2, HIGH_WRONG), CASE(16, MEDIUM), KEEP_CATEGORY(172), CALM };
static const struct chapter REFUSED_STORY[] = { CASE(2, HIGH_REFUSED), CASE(3, MEDIUM), KEEP_CATEGORY(172), CASE(338, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter SHARED[] = { CASE(2, MEDIUM), CASE(5, SHARING), { REVIEW_END, LINE_SHARING, 140, NULL }, KEEP_CATEGORY(154), CASE(320, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter PRESSED[] = { CASE(2, MEDIUM), CASE(30, ASSESSED), KEEP_CATEGORY(130), { AFTER_LAPSE, LINE_BASIS, 180, NULL }, CASE(295, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter NOT_SHOWN[] = { CASE(2, MEDIUM), CASE(25, ASSESSED_REFUSED), KEEP_CATEGORY(135), CASE(300, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter PROTECTED[] = { CASE(2, MEDIUM), CASE(20, VULNERABLE), { REVIEW_END, LINE_BASIS, 80, NULL }, KEEP_CATEGORY(140), CASE(305, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };
static const struct chapter CORRECTED[] = { CASE(2, MEDIUM), CASE(40, ASSESSED_WRONG), KEEP_CATEGORY(105), CASE(280, MEDIUM_AGAIN), KEEP_CATEGORY(172), CALM };

#define YEAR_WITH(category) CASE(318, category), CASE(3, CONVICTION_AGAIN), KEEP_CATEGORY(158), KEEP_BASIS(172)
static const struct chapter RENEWED[] = { CASE(2, MEDIUM), CASE(4, CONVICTION), KEEP_CATEGORY(158), KEEP_BASIS(172), YEAR_WITH(MEDIUM_AGAIN), YEAR_WITH(LOW), END };
static const struct chapter APPEALED[] = { CASE(2, MEDIUM), CASE(4, CONVICTION_UPHELD), KEEP_CATEGORY(146), KEEP_BASIS(164), CASE(310, MEDIUM_AGAIN), CASE(3, CONVICTION_AGAIN),
	KEEP_CATEGORY(158), KEEP_BASIS(172), YEAR_WITH(LOW), END };
static const struct chapter LAPSED[] = { CASE(2, MEDIUM), CASE(4, CONVICTION), KEEP_CATEGORY(158), KEEP_BASIS(172), CASE(318, MEDIUM_AGAIN),
	{ AFTER_LAPSE, LINE_BASIS, 40, NULL }, KEEP_CATEGORY(172), CALM };
static const struct chapter STEPPED_DOWN[] = { CASE(2, MEDIUM), CASE(4, CONVICTION), KEEP_CATEGORY(158), { SIGNAL, LINE_BASIS, 166, NULL }, { REVIEW_END, LINE_BASIS, 174, NULL },
	CASE(318, LOW), KEEP_CATEGORY(172), CALM };
static const struct chapter UNIT_AND_BACK[] = { CASE(2, MEDIUM), CASE(4, CONVICTION), CASE(3, UNIT), { REVIEW_KEEP, LINE_UNIT, 84, NULL }, KEEP_CATEGORY(145), KEEP_BASIS(155),
	{ REVIEW_END, LINE_UNIT, 165, NULL }, CASE(305, MEDIUM_AGAIN), CASE(3, CONVICTION_AGAIN), KEEP_CATEGORY(158), KEEP_BASIS(172), YEAR_WITH(LOW), END };
static const struct chapter QUASHED_BY_COURT[] = { CASE(2, MEDIUM), CASE(4, CONVICTION), CASE(3, UNIT), { END_BY_LAW, LINE_BASIS, 40, NULL }, { REVIEW_END, LINE_UNIT, 40, NULL },
	KEEP_CATEGORY(145), CASE(305, LOW), KEEP_CATEGORY(172), CALM };
static const struct chapter UNTRIED[] = { CASE(2, MEDIUM), END };
static const struct chapter CHARGED[] = { CASE(2, MEDIUM), CASE(3, CHARGE), END };
static const struct chapter ACQUITTED[] = { CASE(2, MEDIUM), CASE(3, CHARGE), { END_BY_LAW, LINE_BASIS, 25, NULL }, END };

static const struct story CONVICTED_STORIES[] = { { 55, ORDINARY }, { 19, PROGRESS }, { 6, VIOLENT }, { 3, VARIED_STORY }, { 2, WRONG }, { 2, REFUSED_STORY }, { 8, SHARED },
	{ 1, PRESSED }, { 1, NOT_SHOWN }, { 2, PROTECTED }, { 1, CORRECTED } };
static const struct story ARTICLE_STORIES[] = { { 30, RENEWED }, { 12, APPEALED }, { 16, LAPSED }, { 18, STEPPED_DOWN }, { 14, UNIT_AND_BACK }, { 10, QUASHED_BY_COURT } };
static const struct story UNTRIED_STORIES[] = { { 100, UNTRIED } };
static const struct story CHARGED_STORIES[] = { { 70, CHARGED }, { 30, ACQUITTED } };

const struct story *story_choose(const struct demo_person *person)
{
	const struct story *story = person->untried ? (person->extremism ? CHARGED_STORIES : UNTRIED_STORIES) : person->extremism ? ARTICLE_STORIES : CONVICTED_STORIES;
	int left = (int)demo_one_of(100);
	while (left >= story->weight)
		left -= (story++)->weight;
	return story;
}
