/* pages.h - the pages of rights, for the program's table of areas. */
#ifndef CUSTOS_AREAS_RIGHTS_PAGES_H
#define CUSTOS_AREAS_RIGHTS_PAGES_H

#include "ui/ui.h"

extern const struct ui_area RIGHTS_PAGES;

#endif
