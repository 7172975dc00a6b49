/*
 * pages.h - the pages of casework made by hand: caseload, plan board, groups and attendance, the way out.
 */
#ifndef CUSTOS_AREAS_CASEWORK_PAGES_H
#define CUSTOS_AREAS_CASEWORK_PAGES_H

#include "ui/ui.h"

extern const struct ui_area CASEWORK_PAGES;

#endif
