/* disparity.c - disparity_review.record: somebody has read the monthly report on equal treatment, and says what is behind a difference. */
#include "areas/inspection/acts.h"

#define OPEN SENSITIVITY_OFFICIAL

enum { DR_FACILITY, DR_ABOVE, DR_EXPLANATION, DR_INPUTS };
static const struct field RECORD_INPUT[DR_INPUTS] = {
	[DR_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "facility" },
	[DR_ABOVE] = { "above", N_("Comparisons marked in the report"), N_("Count the lines that say More often"), FIELD_INTEGER, OPEN, FIELD_REQUIRED, .limits = { 0, 100, 0 } },
	[DR_EXPLANATION] = { "explanation", N_("What is behind it, and what is done"), N_("About the measures and how they are decided; never about what a group is like"), FIELD_PROSE,
		OPEN, 0 },
};
static const struct record RECORD_RECORD = ACT_INPUTS("disparity_review.record", RECORD_INPUT);

static bool record_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { DR_FACILITY, DISPARITY_REVIEW_FACILITY, DR_ABOVE, DISPARITY_REVIEW_ABOVE, DR_EXPLANATION, DISPARITY_REVIEW_EXPLANATION, -1 };
	(void)errors;
	struct row *review = decision_insert(decision, &RECORD_DISPARITY_REVIEW);
	decide_copy(review, context->input, PAIRS);
	row_set_date(review, context->arena, DISPARITY_REVIEW_DAY, context->today);
	decision->result = review;
	return true;
}

const struct act ACT_DISPARITY_REVIEW_RECORD = { .name = "disparity_review.record", .label = N_("Record that the report was read"),
	.help = N_("Once a month; each marked difference has an explanation and, where it needs one, a remedy"), .done = N_("Recorded"), .input_record = &RECORD_RECORD,
	.record = &RECORD_DISPARITY_REVIEW, .target_input = FIELD_NONE, .actors = INSPECTION_READERS & ~ROLE(INSPECTOR), .decide = record_decide };
