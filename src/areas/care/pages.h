/* pages.h - the pages of care, for the program's table of areas. */
#ifndef CUSTOS_AREAS_CARE_PAGES_H
#define CUSTOS_AREAS_CARE_PAGES_H

#include "ui/ui.h"

extern const struct ui_area CARE_PAGES;

#endif
