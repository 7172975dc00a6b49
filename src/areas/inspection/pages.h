/* pages.h - what the inspection area gives to the frame. */
#ifndef CUSTOS_AREAS_INSPECTION_PAGES_H
#define CUSTOS_AREAS_INSPECTION_PAGES_H

#include "ui/ui.h"

extern const struct ui_area INSPECTION_PAGES;

#endif
