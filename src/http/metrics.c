/* metrics.c - counters of the server in Prometheus text form. */
#include "http/exchange.h"

#include <inttypes.h>

static const int64_t bounds[HTTP_TIME_BUCKETS] = {500, 1000, 2500, 5000, 10000, 50000, 250000, 1000000};

void counters_add(struct http_counters *counters, int status, size_t sent, int64_t microseconds)
{
	atomic_fetch_add(&counters->requests, 1);
	atomic_fetch_add(&counters->status[status >= 100 && status < 600 ? status / 100 : 0], 1);
	atomic_fetch_add(&counters->sent_bytes, (int64_t)sent);
	atomic_fetch_add(&counters->time_sum, microseconds);
	int bucket = 0;
	while (bucket < HTTP_TIME_BUCKETS && microseconds > bounds[bucket])
		bucket++;
	atomic_fetch_add(&counters->times[bucket], 1);
}

static void line(struct builder *out, const char *name, const char *help, int64_t value)
{
	builder_add_format(out, "# HELP custos_http_%s %s\n# TYPE custos_http_%s counter\ncustos_http_%s %" PRId64 "\n", name,
		help, name, name, value);
}

struct text http_metrics(struct http_server *server, struct arena *arena)
{
	struct http_counters *counters = server_counters(server);
	struct builder out;
	builder_begin(&out, arena, 2048);
	line(&out, "requests_total", "Requests answered.", atomic_load(&counters->requests));
	line(&out, "refused_total", "Requests refused before routing.", atomic_load(&counters->refused));
	line(&out, "sent_bytes_total", "Bytes of bodies sent.", atomic_load(&counters->sent_bytes));
	line(&out, "received_bytes_total", "Bytes of bodies received.", atomic_load(&counters->received_bytes));
	builder_add_string(&out, "# HELP custos_http_status_total Answers by class of status.\n"
				 "# TYPE custos_http_status_total counter\n");
	for (int class = 1; class < 6; class++)
		builder_add_format(&out, "custos_http_status_total{class=\"%dxx\"} %" PRId64 "\n", class,
			(int64_t)atomic_load(&counters->status[class]));
	builder_add_string(&out, "# HELP custos_http_seconds Time from the request line to the answer.\n"
				 "# TYPE custos_http_seconds histogram\n");
	int64_t sum = 0;
	for (int i = 0; i < HTTP_TIME_BUCKETS; i++) {
		sum += atomic_load(&counters->times[i]);
		builder_add_format(&out, "custos_http_seconds_bucket{le=\"%g\"} %" PRId64 "\n", (double)bounds[i] / 1e6, sum);
	}
	sum += atomic_load(&counters->times[HTTP_TIME_BUCKETS]);
	builder_add_format(&out, "custos_http_seconds_bucket{le=\"+Inf\"} %" PRId64 "\ncustos_http_seconds_count %" PRId64
		"\ncustos_http_seconds_sum %g\n", sum, sum, (double)atomic_load(&counters->time_sum) / 1e6);
	return builder_text(&out);
}
