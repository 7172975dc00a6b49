/*
 * log.h - JSON lines on standard error: time, level, event, keys. No names of people, no payloads, no secrets.
 *
 *	log_event(LOG_INFO, "listen", "address", "127.0.0.1:8080", NULL);
 *
 * Thread-safe: one write(2) a line.
 */
#ifndef CUSTOS_BASE_LOG_H
#define CUSTOS_BASE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };

void log_set_level(enum log_level level); /* default LOG_INFO */
/* Pairs of key and value strings, ended by NULL. */
void log_event(enum log_level level, const char *event, ...) __attribute__((sentinel));

#endif
