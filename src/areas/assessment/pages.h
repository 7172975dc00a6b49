/*
 * pages.h - the pages of assessment made by hand: what is to do, a rater's workspace, comparison, the person's copy, instruments.
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_PAGES_H
#define CUSTOS_AREAS_ASSESSMENT_PAGES_H

#include "ui/ui.h"

extern const struct ui_area ASSESSMENT_PAGES;

#endif
