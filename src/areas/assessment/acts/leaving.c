/* leaving.c - a person leaves custody for good: nobody here assesses any more, and no clock runs that nobody could stop. What is final ends on
 * its own day (VEP-EXPIRY), as for everybody else. */
#include "areas/assessment/acts.h"

static void leave(struct act_context *context, struct decision *decision)
{
	static const char *const CLOCKS[] = { "assessment-due", "assessment-ends", "reassessment-due" };
	const struct row *person = decision_row(decision, &RECORD_PERSON);
	if (!person)
		return;
	const struct condition own = CONDITION_TEXT(ASSESSMENT_PERSON, person->id), asked = CONDITION_TEXT(TASK_PERSON, person->id),
		contested = CONDITION_TEXT(CORRECTION_PERSON, person->id);
	struct rows all = act_find(context, &RECORD_ASSESSMENT, &own, 1), tasks = act_find(context, &RECORD_INFORMATION_TASK, &asked, 1),
		corrections = act_find(context, &RECORD_ASSESSMENT_CORRECTION, &contested, 1);
	for (size_t i = 0; i < all.count; i++) {
		if (assessment_is_open(all.items[i]))
			row_set_string(decision_change(decision, all.items[i]), ASSESSMENT_STATE, "cancelled");
		for (size_t j = 0; j < sizeof CLOCKS / sizeof *CLOCKS; j++)
			decide_stop(context, decision, CLOCKS[j], all.items[i]->id);
	}
	for (size_t i = 0; i < tasks.count; i++)
		decide_stop(context, decision, "information-found", tasks.items[i]->id);
	/* The person's words stay with the file, unanswered as they are. */
	for (size_t i = 0; i < corrections.count; i++)
		decide_stop(context, decision, "correction-answered", corrections.items[i]->id);
}

static const char *const LEAVING[] = { "release.release", "death.record", NULL };
static const struct reaction LEAVE = { LEAVING, leave };
const struct reaction *const ASSESSMENT_REACTIONS[] = { &LEAVE, NULL };
