/*
 * service.h - an open Custos: database, keys, journal, registry, profile, clock; the writer thread and the readers.
 *
 * One service a data folder. Folder: custos.db (SQLite unless another URL is configured), keys.db, root.key, config
 * (key = value lines: database, base, default_language, zone), logs/ (exported tiles), blob/ none (payloads are in the
 * database). service_open(..., SERVICE_READ) opens for reading only (verify, export). Threads call command_run and
 * query_* freely; the writer thread belongs to the service. Readers are per thread (service_reader).
 */
#ifndef CUSTOS_SERVICE_SERVICE_H
#define CUSTOS_SERVICE_SERVICE_H

#include "base/clock.h"
#include "journal/journal.h"
#include "model/registry.h"

struct service;
struct profile;

struct service_options {
	const char *folder;	/* data folder */
	const char *database;	/* URL, or NULL for sqlite:FOLDER/custos.db or what config says */
	const struct registry *registry;
	const struct clock *clock; /* NULL: the system's */
	bool writer;		   /* start the writer thread */
	bool fast;		   /* tests only: no sync (SQLite synchronous=OFF) */
};

/* Creates folder, keys, config, tables; journals nothing. E_STATE when the folder is already one. */
bool service_init(const struct service_options *options, struct text base_name, struct error_list *errors);
bool service_open(const struct service_options *options, struct service **out_service, struct error_list *errors);
/* Lets queued commands finish, stops the writer, closes. */
void service_close(struct service *service);

/* The registry with the acts that the engine makes: <record>.add and <record>.correct for every record with keepers, the second
 * alone for those with correctors. On the arena; an open service has its own. */
const struct registry *generic_registry(struct arena *arena, const struct registry *registry);
const struct registry *service_registry(const struct service *service);
struct keys *service_keys(struct service *service);
const struct profile *service_profile(const struct service *service);
int64_t service_now(const struct service *service);
const char *service_folder(const struct service *service);
/* URL of the open database. */
const char *service_database(const struct service *service);
/* Reader connection of the calling thread, opened on first use; NULL with an error when the database is away. */
struct connection *service_reader(struct service *service, struct error_list *errors);
/* Civil date of a moment in the zone of a facility row (registry->facility_zone), or UTC. ICU calendar. */
struct date service_date(struct service *service, struct text facility, int64_t moment);

#endif
