/* areas.c - the areas of this program, in the order of the navigation. */
#include "app/areas.h"
#include "app/cli.h"
#include "areas/assessment/assessment.h"
#include "areas/assessment/pages.h"
#include "areas/custody/custody.h"
#include "areas/custody/pages.h"
#include "areas/custody/records.h"
#include "service/records.h"

static const struct area *const APP_AREAS[] = { &AREA_ENGINE, &AREA_CUSTODY, &AREA_ASSESSMENT };

const struct ui_area *const APP_UI_AREAS[] = { &CUSTODY_PAGES, &ASSESSMENT_PAGES };
const size_t APP_UI_AREA_COUNT = sizeof APP_UI_AREAS / sizeof *APP_UI_AREAS;

struct registry *app_registry(struct arena *arena)
{
	struct registry *registry = registry_make(arena, APP_AREAS, sizeof APP_AREAS / sizeof *APP_AREAS);
	registry->subject = &RECORD_PERSON;
	registry->subject_facility = PERSON_CURRENT_FACILITY;
	registry->subject_destination = "destination";
	registry->facility = &RECORD_FACILITY;
	registry->facility_code = FACILITY_CODE;
	registry->facility_zone = FACILITY_ZONE;
	return registry;
}
