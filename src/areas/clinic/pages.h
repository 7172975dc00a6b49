/* pages.h - the pages of the clinic, for the program's table of areas. */
#ifndef CUSTOS_AREAS_CLINIC_PAGES_H
#define CUSTOS_AREAS_CLINIC_PAGES_H

#include "ui/ui.h"

extern const struct ui_area CLINIC_PAGES;

#endif
