/*
 * heartbeat.h - an entry "heartbeat" in each record log that has been silent for nearly an hour, so that a log that stands still is
 * seen to stand still: its newest entry is never older than an hour while the server runs. Source: trust design 1.2, freshness rule.
 */
#ifndef CUSTOS_SERVICE_HEARTBEAT_H
#define CUSTOS_SERVICE_HEARTBEAT_H

#include "service/service.h"

/* Run once a minute by the ticker; gives how many logs were silent. */
bool heartbeat_tick(struct service *service, int64_t *out_count, struct error_list *errors);

#endif
