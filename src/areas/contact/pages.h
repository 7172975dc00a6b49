/* pages.h - the pages of contact, for the program's table of areas. */
#ifndef CUSTOS_AREAS_CONTACT_PAGES_H
#define CUSTOS_AREAS_CONTACT_PAGES_H

#include "ui/ui.h"

extern const struct ui_area CONTACT_PAGES;

#endif
