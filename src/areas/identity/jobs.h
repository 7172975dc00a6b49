/*
 * jobs.h - what follows by itself when names change: people in custody are compared with the lists in force.
 *
 * Runs on the thread of the indexes (service/names.h). A person whose names changed is compared at once; when a version comes into
 * force, and after a start, everybody in custody is, and the version is marked as checked when that is done: what a stop
 * interrupted begins again at the next start. Only people in custody are compared: for others the service has no ground.
 *
 * A resemblance is raised when an unrelated person would look so much like an entry less than once in a hundred, the spellings
 * agree and nothing speaks against (match_band_of(): MATCH_BAND_NOW over the entries). False accusation is the fault to avoid.
 */
#ifndef CUSTOS_AREAS_IDENTITY_JOBS_H
#define CUSTOS_AREAS_IDENTITY_JOBS_H

#include "service/service.h"

void people_changed(struct service *service, const struct text *people, size_t count);
void lists_changed(struct service *service, const struct text *entries, size_t count);

#endif
