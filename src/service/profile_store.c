/* profile_store.c - the profile in force: settings from the tables, by day, country first and facilities over it. */
#include "service/profile_store.h"

#include "base/file.h"
#include "base/log.h"
#include "store/select.h"

enum { PROFILE_LIMIT = 1024 * 1024, QUARTER_HOUR = 15 * 60 * 1000 };

/* Of two that hold from the same day the one entered later: identifiers say nothing of order, the journal does. */
static bool is_later(const struct row *setting, const struct row *than)
{
	int32_t day = date_to_days(row_date(setting, PROFILE_SETTING_VALID_FROM)), other = date_to_days(row_date(than, PROFILE_SETTING_VALID_FROM));
	if (day != other)
		return day > other;
	return setting->created_at != than->created_at ? setting->created_at > than->created_at : setting->log_index > than->log_index;
}

const struct row *profile_setting_on(const struct rows *settings, struct text facility, struct date day)
{
	const struct row *found = NULL;
	for (size_t i = 0; i < settings->count; i++) {
		const struct row *setting = settings->items[i];
		if (text_equal(row_text(setting, PROFILE_SETTING_FACILITY), facility) &&
			date_to_days(row_date(setting, PROFILE_SETTING_VALID_FROM)) <= date_to_days(day) &&
			(!found || is_later(setting, found)))
			found = setting;
	}
	return found;
}

static bool profile_of_file(struct service *service, struct arena *arena, struct profile **out_profile, struct error_list *errors)
{
	const char *path = file_path(arena, service->folder, "profile.json");
	struct text json;
	if (!file_exists(path)) {
		*out_profile = profile_neutral(arena);
		return true;
	}
	if (!file_read(arena, path, PROFILE_LIMIT, &json)) {
		error_add(errors, &(struct error){.code = E_SYSTEM, .message = N_("The profile {path} cannot be read"),
			.parameters = {{"path", text_from(path), false}}});
		return false;
	}
	return profile_load(arena, json, out_profile, errors);
}

bool profile_country_on(struct service *service, struct arena *arena, const struct rows *settings, struct date day,
	struct profile **out_profile, struct error_list *errors)
{
	const struct row *setting = profile_setting_on(settings, text_empty(), day);
	return setting ? profile_load(arena, row_text(setting, PROFILE_SETTING_CONTENT), out_profile, errors)
		       : profile_of_file(service, arena, out_profile, errors);
}

/* Facilities that have a setting of their own, each once; the identifiers of all settings that hold make the signature. */
static bool lay_facilities(struct service *service, struct connection *connection, struct profile *profile, struct arena *arena,
	const struct rows *settings, struct date day, struct error_list *errors)
{
	for (size_t i = 0; i < settings->count; i++) {
		struct text facility = row_text(settings->items[i], PROFILE_SETTING_FACILITY);
		if (text_is_empty(facility) || profile_setting_on(settings, facility, day) != settings->items[i])
			continue;
		struct text code = service_facility_code(service, connection, arena, facility);
		if (!profile_lay(profile, code, row_text(settings->items[i], PROFILE_SETTING_CONTENT), true, errors))
			return false;
	}
	return true;
}

static struct text signature_of(struct arena *arena, const struct rows *settings, struct date day)
{
	struct text all = TEXT_OF("settings");
	for (size_t i = 0; i < settings->count; i++)
		if (profile_setting_on(settings, row_text(settings->items[i], PROFILE_SETTING_FACILITY), day) == settings->items[i])
			all = arena_format(arena, "%.*s %.*s", TEXT_FORMAT(all), TEXT_FORMAT(settings->items[i]->id));
	return all;
}

static void release_arena(void *arena)
{
	arena_destroy(arena);
}

bool profile_refresh(struct service *service, struct connection *connection, struct error_list *errors)
{
	struct arena *arena = arena_create();
	struct selection selection = {.record = &RECORD_PROFILE_SETTING, .order_field = PROFILE_SETTING_VALID_FROM};
	struct rows settings;
	struct profile *profile = NULL;
	struct date today = zones_date(service->zone, service_now(service));
	bool good = select_rows(connection, arena, &selection, &settings, errors);
	struct text signature = good ? signature_of(arena, &settings, today) : text_empty();
	if (!good || (service->profile_signature.length && text_equal(signature, service->profile_signature))) {
		arena_destroy(arena);
		return good;
	}
	if (!profile_country_on(service, arena, &settings, today, &profile, errors) ||
		!lay_facilities(service, connection, profile, arena, &settings, today, errors)) {
		arena_destroy(arena);
		return false;
	}
	pthread_mutex_lock(&service->reader_mutex); /* readers take their slots from the same arena */
	arena_on_release(service->arena, release_arena, arena);
	pthread_mutex_unlock(&service->reader_mutex);
	service->profile_signature = signature;
	service->profile = profile;
	return true;
}

void profile_turn(struct service *service)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	int64_t quarter = service_now(service) / QUARTER_HOUR;
	error_list_begin(&errors, arena);
	if (service->connection && (atomic_exchange(&service->profile_written, false) || quarter != service->profile_quarter)) {
		service->profile_quarter = quarter;
		/* The one that held goes on holding until the tables can be read. */
		if (!profile_refresh(service, service->connection, &errors))
			log_event(LOG_ERROR, "profile_not_read", NULL);
	}
	arena_destroy(arena);
}
