/*
 * profile_store.h - internal to this folder: which profile holds on a day, from the rows of profile_setting.
 *
 * The newest setting whose day has come holds: one for the country, one for each facility. The profile in use is swapped as a
 * whole; a reader that still has the old one keeps a profile that was true when it began, because old ones live until the
 * service is closed (a service changes its profile a few times a year).
 */
#ifndef CUSTOS_SERVICE_PROFILE_STORE_H
#define CUSTOS_SERVICE_PROFILE_STORE_H

#include "service/internal.h"

/* Of all settings in order of valid_from and id: the country's in force on the day, or NULL; with facility, that facility's. */
const struct row *profile_setting_on(const struct rows *settings, struct text facility, struct date day);
/* Country profile on a day as the settings say; the file of the data folder or the neutral one when none holds. */
bool profile_country_on(struct service *service, struct arena *arena, const struct rows *settings, struct date day,
	struct profile **out_profile, struct error_list *errors);
/* Reads the settings and, when others hold than before, swaps the service's profile. */
bool profile_refresh(struct service *service, struct connection *connection, struct error_list *errors);
/* Calls profile_refresh() when a quarter of an hour has passed or a setting was written: on the writer thread, between groups. */
void profile_turn(struct service *service);

#endif
