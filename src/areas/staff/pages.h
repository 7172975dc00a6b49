/* pages.h - the pages of staff, for the program's table of areas. */
#ifndef CUSTOS_AREAS_STAFF_PAGES_H
#define CUSTOS_AREAS_STAFF_PAGES_H

#include "ui/ui.h"

extern const struct ui_area STAFF_PAGES;

#endif
