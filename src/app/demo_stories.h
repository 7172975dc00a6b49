/*
 * demo_stories.h - what happens to people in classification over the years of the demo, as data: plots of single decisions, and stories
 * that put decisions, reviews, signals and ends behind each other.
 *
 * A chapter begins `days` after the last decision of the story that was told (or, before the first, after admission). Days are chosen so
 * that reviews are held shortly before they are due (class.review_days) and decisions are made anew before they end.
 */
#ifndef CUSTOS_APP_DEMO_STORIES_H
#define CUSTOS_APP_DEMO_STORIES_H

#include "app/demo.h"

/* Of which kind a decision is: the one in force of each kind is kept for reviews. */
enum line { LINE_CATEGORY, LINE_BASIS, LINE_SHARING, LINE_UNIT, LINE_COUNT };
enum turn { MADE, REFUSED, UPHELD, VARIED, QUASHED }; /* the last three: made, and how the appeal was decided */

struct plot {
	enum line line;
	enum turn turn;
	const char *value, *grounds, *purpose, *reasons, *way_down;
	int items;	    /* of evidence, 0 to 2 */
	const char *shows;  /* what the items rest on */
	bool paper, renews; /* carried by the order of a court; goes on from the one in force */
};

enum deed { DECIDE, REVIEW_KEEP, REVIEW_END, SIGNAL, END_BY_LAW, AFTER_LAPSE };
struct chapter { enum deed deed; enum line line; int days; const struct plot *plot; };
/* Ended by a chapter of 0 days; `weight` of a hundred, by chance alone. */
struct story { int weight; const struct chapter *chapters; };

extern const char *const STORY_KINDS[LINE_COUNT];
/* One by the seed: for convicted people, for those with an offence under the invented article, for the untried. Never by name, origin or belief. */
const struct story *story_choose(const struct demo_person *person);

#endif
