/*
 * pages_common.h - internal to the pages of the clinic: one function a route.
 */
#ifndef CUSTOS_AREAS_CLINIC_PAGES_COMMON_H
#define CUSTOS_AREAS_CLINIC_PAGES_COMMON_H

#include "areas/clinic/acts.h"
#include "ui/kit.h"

/* The health service, and those who answer it or watch; each table shows only what the reader's role opens. */
#define CLINIC_READERS (ROLE(HEALTH) | ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(INSPECTOR))

void page_clinic(struct page *page);
void page_person_clinic(struct page *page);
void page_person_clinic_copy(struct page *page);

#endif
