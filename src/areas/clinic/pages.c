/* pages.c - the table of the pages of the clinic: what is due in a facility; one person's file, and what others see of it; a printout. */
#include "areas/clinic/pages.h"

#include "areas/clinic/acts.h"
#include "areas/clinic/pages_common.h"

static const struct page_route ROUTES[] = {
	{ "/clinic", CLINIC_READERS, page_clinic, NULL },
	{ "/people/{id}/clinic", CUSTODY_STAFF, page_person_clinic, NULL },
	{ "/people/{id}/clinic/copy", ROLE(HEALTH), page_person_clinic_copy, NULL },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = { { "clinic", N_("Clinic"), "/clinic", CLINIC_READERS }, { NULL, NULL, NULL, ROLES_NONE } };
static const struct subject_tab TABS[] = { { "/clinic", N_("Clinic"), &RECORD_MEDICAL_REQUEST, 27 }, { NULL, NULL, NULL, 0 } };

static const char *const CLINIC[] = { "health_screening.record", "medical_note.write", "medical_treatment.record", "medical_disclosure.make", "medical_request.make",
	"protection_plan.make", "health_referral.make", "care_outside.find", "inpatient_stay.begin", "screening_offer.make", "abuse_care.open", NULL };
static const char *const AFTER_RELEASE[] = { "later_death.record", NULL };
static const struct act_group ACT_GROUPS[] = { { N_("Clinic"), CLINIC }, { N_("Death after release"), AFTER_RELEASE }, { NULL, NULL } };

static const struct act_after AFTER[] = { { "health_screening.record", "/clinic", true }, { "medical_note.write", "/clinic", true }, { "medical_treatment.record", "/clinic", true },
	{ "medical_disclosure.make", "/clinic", true }, { "medical_request.make", "/clinic", true }, { "protection_plan.make", "/clinic", true },
	{ "health_referral.make", "/clinic", true }, { "care_outside.find", "/clinic", true }, { "inpatient_stay.begin", "/clinic", true },
	{ "screening_offer.make", "/clinic", true }, { "abuse_care.open", "/clinic", true }, { NULL, NULL, false } };

static bool act_fits(const struct row *person, const struct act *act)
{
	for (size_t i = 0; CLINIC[i]; i++)
		if (text_equal_string(text_from(CLINIC[i]), act->name))
			return row_has(person, PERSON_EPISODE);
	if (act == &ACT_LATER_DEATH_RECORD)
		return !row_has(person, PERSON_EPISODE);
	return true;
}

const struct ui_area CLINIC_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .label = N_("Clinic"), .tabs = TABS, .acts = ACT_GROUPS, .after = AFTER, .act_fits = act_fits };
