/* pages.h - the pages of identity, for the app's table of areas. */
#ifndef CUSTOS_AREAS_IDENTITY_PAGES_H
#define CUSTOS_AREAS_IDENTITY_PAGES_H

#include "ui/ui.h"

extern const struct ui_area IDENTITY_PAGES;

#endif
