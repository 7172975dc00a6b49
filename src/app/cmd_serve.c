/* cmd_serve.c - custos serve: pages, REST and static files on one listener. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "api/api.h"
#include "app/areas.h"
#include "app/cli.h"
#include "areas/custody/import.h"
#include "base/log.h"
#include "http/http.h"
#include "service/names.h"
#include "service/import_job.h"
#include "ui/ui.h"

struct application {
	struct ui *ui;
	struct api *api;
	struct http_server *server;
};

static void application_handle(void *state, const struct http_request *request, struct http_response *response)
{
	struct application *application = state;
	if (text_equal_string(request->path, "/metrics") && text_starts_with(request->source, TEXT_OF("127.0.0.1"))) {
		response->status = 200;
		response->content_type = "text/plain; version=0.0.4";
		response->body = http_metrics(application->server, request->arena);
		return;
	}
	if (!api_handle(application->api, request, response))
		ui_handle(application->ui, request, response);
}

static bool serve_wait(void)
{
	sigset_t signals;
	int received = 0;
	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	return sigwait(&signals, &received) == 0;
}

/* Before any thread starts, so that only serve_wait() sees them. */
static void serve_block_signals(void)
{
	sigset_t signals;
	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &signals, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static int serve_run(struct cli *cli)
{
	struct service *service;
	struct application application = { 0 };
	int64_t threads;
	if (!cli_integer(cli, "--threads", 1, 64, 4, &threads))
		return cli_fail(cli);
	serve_block_signals();
	if (!cli_open(cli, true, &service))
		return cli_fail(cli);
	const char *address = cli_option(cli, "--listen");
	struct http_options options = {
		.address = address ? address : "127.0.0.1:8080", .certificate = cli_option(cli, "--tls-cert"), .key = cli_option(cli, "--tls-key"),
		.allow_plain = cli_option(cli, "--allow-plain-http") != NULL, .trusted_proxy = cli_option(cli, "--behind-proxy") != NULL,
		.threads = (int)threads, .handle = application_handle, .state = &application,
	};
	application.api = api_create(cli->arena, service);
	bool ok = names_start(service, &cli->errors) && ui_create(cli->arena, service, APP_UI_AREAS, APP_UI_AREA_COUNT, &application.ui, &cli->errors) &&
		http_listen(&options, &application.server, &cli->errors);
	if (!ok) {
		service_close(service);
		return cli_fail(cli);
	}
	printf("Custos is at %s://%s%s\n", options.certificate ? "https" : "http",
		strncmp(options.address, "127.0.0.1:", 10) == 0 ? "127.0.0.1:" : options.address,
		strncmp(options.address, "127.0.0.1:", 10) == 0 ? arena_format(cli->arena, "%d", http_port(application.server)).data : "");
	fflush(stdout);
	struct import_jobs *imports = import_jobs_start(service, CUSTODY_IMPORTS);
	serve_wait();
	log_event(LOG_INFO, "stopping", NULL);
	http_stop(application.server);
	ui_stop(application.ui);
	import_jobs_stop(imports);
	service_close(service);
	return EXIT_DONE;
}

const struct cli_command CMD_SERVE = {
	.name = "serve", .summary = "Serve pages and REST", .words = "",
	.options = { { "--listen", "ADDRESS:PORT", "default 127.0.0.1:8080; port 0 picks a free one" }, { "--tls-cert", "FILE", "certificate chain, PEM" },
		{ "--tls-key", "FILE", "private key, PEM" }, { "--allow-plain-http", NULL, "plain HTTP on an address that is not loopback: everything can be read on the wire" },
		{ "--behind-proxy", NULL, "trust X-Forwarded-For and -Proto from a proxy on this machine" }, { "--threads", "N", "threads that answer (default 4)" } },
	.examples = { "custos serve --data data", "custos serve --data /var/lib/custos --listen 0.0.0.0:443 --tls-cert cert.pem --tls-key key.pem" },
	.run = serve_run,
};
