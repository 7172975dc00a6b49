/* pages.c - the table of assessment's pages, and what the area adds to the pages of a person. */
#include "areas/assessment/pages.h"

#include "areas/assessment/pages_common.h"

#define LOOKERS (INSTRUMENT_READERS)
#define COUNTERS (ROLE(PSYCHOLOGIST) | ROLE(COMMITTEE) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(TRAINING) | ROLE(AUDITOR) | ROLE(INSPECTOR))

static const struct page_route ROUTES[] = {
	{ "/assessments", ASSESSMENT_READERS, page_assessments, NULL },
	{ "/assessments/{id}", ASSESSMENT_READERS, page_assessment, NULL },
	{ "/assessments/{id}/work", ASSESSMENT_RATERS, page_assessment_work, NULL },
	{ "/assessments/{id}/work/{factor}", ASSESSMENT_RATERS, page_work_factor, page_work_factor },
	{ "/assessments/{id}/form/{form}", ASSESSMENT_RATERS, page_work_form, page_work_form },
	{ "/assessments/{id}/judge/{outcome}", ASSESSMENT_RATERS, page_work_judge, page_work_judge },
	{ "/assessments/{id}/settle/{item}", ASSESSMENT_RATERS, page_settle, page_settle },
	{ "/assessments/{id}/copy", ASSESSMENT_READERS, page_assessment_copy, NULL },
	{ "/people/{id}/assessments", ASSESSMENT_READERS, page_person_assessments, NULL },
	{ "/instruments", LOOKERS, page_instruments, page_instruments_post },
	{ "/instruments/{id}", LOOKERS, page_instrument, NULL },
	{ "/certificates", LOOKERS, page_certificates, NULL },
	{ "/agreement", COUNTERS, page_agreement, NULL },
	{ "/disparity", COUNTERS, page_disparity, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "assessments", N_("Assessments"), "/assessments", ASSESSMENT_READERS },
	{ "assessments", N_("Instruments"), "/instruments", ROLE(TRAINING) | ROLE(PROGRAMME) },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	const char *folder = record == &RECORD_ASSESSMENT ? "assessments" : record == &RECORD_INSTRUMENT ? "instruments" : NULL;
	return folder ? arena_format(arena, "/%s/%.*s", folder, TEXT_FORMAT(id)) : text_empty();
}

static const struct subject_tab TABS[] = { { "/assessments", N_("Assessments"), &RECORD_ASSESSMENT, 12 }, { NULL, NULL, NULL, 0 } };
static const char *const PERSON_ACTS[] = { "assessment.request", "close_contact.declare", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Assessment"), PERSON_ACTS }, { NULL, NULL } };
static const struct act_after AFTER[] = { { "assessment.request", "/assessments/{id}", false }, { "close_contact.declare", "/assessments", true },
	{ "close_contact.end", "/assessments", true }, { NULL, NULL, false } };

/* Rating is of people who are in custody. */
static bool act_fits(const struct row *person, const struct act *act)
{
	return act != &ACT_ASSESSMENT_REQUEST || row_has(person, PERSON_CURRENT_FACILITY);
}

const struct ui_area ASSESSMENT_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .path_of = path_of_row, .tabs = TABS, .acts = ACT_GROUPS, .after = AFTER,
	.act_fits = act_fits, .subject_card = assessment_card };
