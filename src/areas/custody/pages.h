/*
 * pages.h - the pages of custody made by hand: people, admissions, places, roll, movements, transfers, releases.
 */
#ifndef CUSTOS_AREAS_CUSTODY_PAGES_H
#define CUSTOS_AREAS_CUSTODY_PAGES_H

#include "ui/ui.h"

/* Routes, navigation, identity bar of a person, and the paths of people, places, admissions, transfers, releases. */
extern const struct ui_area CUSTODY_PAGES;

#endif
