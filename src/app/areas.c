/* areas.c - the areas of this program, in the order of the navigation. */
#include "app/areas.h"
#include "app/cli.h"
#include "areas/assessment/assessment.h"
#include "areas/assessment/pages.h"
#include "areas/care/care.h"
#include "areas/care/pages.h"
#include "areas/casework/casework.h"
#include "areas/casework/pages.h"
#include "areas/classification/classification.h"
#include "areas/classification/pages.h"
#include "areas/clinic/clinic.h"
#include "areas/clinic/pages.h"
#include "areas/contact/contact.h"
#include "areas/contact/pages.h"
#include "areas/custody/custody.h"
#include "areas/custody/pages.h"
#include "areas/custody/records.h"
#include "areas/identity/identity.h"
#include "areas/identity/pages.h"
#include "areas/identity/reports.h"
#include "areas/inspection/inspection.h"
#include "areas/inspection/pages.h"
#include "areas/rights/pages.h"
#include "areas/rights/rights.h"
#include "areas/staff/pages.h"
#include "areas/staff/staff.h"
#include "service/records.h"

static const struct area *const APP_AREAS[] = { &AREA_ENGINE, &AREA_CUSTODY, &AREA_IDENTITY, &AREA_ASSESSMENT, &AREA_CLASSIFICATION, &AREA_CASEWORK, &AREA_RIGHTS, &AREA_CONTACT, &AREA_CARE, &AREA_CLINIC, &AREA_STAFF, &AREA_INSPECTION };

const struct ui_area *const APP_UI_AREAS[] = { &CUSTODY_PAGES, &IDENTITY_PAGES, &ASSESSMENT_PAGES, &CLASSIFICATION_PAGES, &CASEWORK_PAGES, &RIGHTS_PAGES, &CONTACT_PAGES, &CARE_PAGES, &CLINIC_PAGES, &STAFF_PAGES, &INSPECTION_PAGES };
const size_t APP_UI_AREA_COUNT = sizeof APP_UI_AREAS / sizeof *APP_UI_AREAS;

static const struct names_source *const APP_NAMES[] = { &NAMES_OF_PEOPLE, &NAMES_OF_LISTS, NULL };

struct registry *app_registry(struct arena *arena)
{
	struct registry *registry = registry_make(arena, APP_AREAS, sizeof APP_AREAS / sizeof *APP_AREAS);
	registry->names = APP_NAMES;
	registry->subject = &RECORD_PERSON;
	registry->subject_facility = PERSON_CURRENT_FACILITY;
	registry->subject_destination = "destination";
	registry->facility = &RECORD_FACILITY;
	registry->facility_code = FACILITY_CODE;
	registry->facility_zone = FACILITY_ZONE;
	return registry;
}
