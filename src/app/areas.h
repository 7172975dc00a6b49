/*
 * areas.h - which areas this program has: their tables, pages and import mappings.
 */
#ifndef CUSTOS_APP_AREAS_H
#define CUSTOS_APP_AREAS_H

#include "ui/ui.h"

/* All tables joined, with the person as subject and the facility as scope. Lives on the arena. */
struct registry *app_registry(struct arena *arena);

extern const struct ui_area *const APP_UI_AREAS[];
extern const size_t APP_UI_AREA_COUNT;

#endif
