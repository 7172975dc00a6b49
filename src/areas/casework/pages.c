/* pages.c - the table of casework's pages: who may open which, and what stands in the navigation. */
#include "areas/casework/pages.h"

#include "areas/casework/acts.h"

static const struct page_route ROUTES[] = { { NULL, ROLES_NONE, NULL, NULL } };

const struct ui_area CASEWORK_PAGES = { .routes = ROUTES };
