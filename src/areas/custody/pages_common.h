/*
 * pages_common.h - internal to the pages of custody: what they share beside ui/kit.h, and one function a route.
 */
#ifndef CUSTOS_AREAS_CUSTODY_PAGES_COMMON_H
#define CUSTOS_AREAS_CUSTODY_PAGES_COMMON_H

#include "areas/custody/acts.h"
#include "areas/custody/dates.h"
#include "areas/custody/reports.h"
#include "ui/kit.h"

/* Who may see who has read a file. */
#define READERS_OF_READINGS (ROLE(GOVERNOR) | ROLE(HEADQUARTERS) | ROLE(AUDITOR) | ROLE(INSPECTOR) | ROLE(SECURITY))

/* ---- identity (pages_identity.c) ---- */
void identity_bar(struct page *page, struct text person);
/* Photograph of a person: its document's identifier, or empty. */
struct text photograph_of(struct page *page, const struct row *person);
/* What follows from the status and dates: "Untried, order valid until 14 December 2026". */
struct text release_words(struct page *page, struct text date_kind, struct date date);

/* ---- dates (pages_orders.c) ---- */
/* Both calculations on the rows as they stand now. */
struct calculation { struct date_case input; struct date_result first, second; };
void dates_both(struct page *page, const struct row *person, struct calculation *out);
bool dates_agree(const struct calculation *both);
struct text dates_words(struct page *page, const struct date_result *result);

/* ---- places (pages_places.c) ---- */
/* All places of a facility by code. False: answered. */
bool places_read(struct page *page, struct text facility, struct rows *out);
bool place_is_for_sleep(const struct row *place);
/* Beds in use, else those of the certificate; 0 when neither is known. */
int64_t place_beds(const struct row *place);

/* ---- what happened (pages_timeline.c) ---- */
/* Entries of the journal about a person, those of one act together. */
void write_timeline(struct page *page, const struct change *changes, size_t count, int level);

/* ---- one function a route ---- */
void page_people(struct page *page);
void page_search(struct page *page);
void page_register(struct page *page);
void page_person_applications(struct page *page);
void page_applications(struct page *page);
void page_admissions(struct page *page);
void page_admission(struct page *page);
void page_admission_step(struct page *page);
void page_admission_receipt(struct page *page);
void page_person(struct page *page);
void page_person_timeline(struct page *page);
void page_person_orders(struct page *page);
void page_person_contacts(struct page *page);
void page_person_property(struct page *page);
void page_person_property_list(struct page *page);
void page_person_documents(struct page *page);
void page_person_documents_post(struct page *page);
void page_person_notes(struct page *page);
void page_person_movements(struct page *page);
void page_person_place(struct page *page);
void page_person_details(struct page *page);
void page_person_readers(struct page *page);
void page_person_file(struct page *page);
void page_person_actions(struct page *page);
void page_person_do(struct page *page);
void page_do(struct page *page);
void page_places(struct page *page);
void page_place(struct page *page);
void page_roll(struct page *page);
void page_roll_sheet(struct page *page);
void page_movements_today(struct page *page);
void page_transfers(struct page *page);
void page_transfer(struct page *page);
void page_releases(struct page *page);
void page_release(struct page *page);
void page_release_certificate(struct page *page);
void page_facility_settings(struct page *page);
void page_facility_list(struct page *page);

#endif
