/* server.c - the listener: libmicrohttpd's epoll pool, the guard, bodies, and the hand-over to the handler. */
#include "http/exchange.h"

#include <microhttpd.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "http/guard.h"
#include "http/socket.h"

enum { CONNECTIONS = 4096, CONNECTION_MEMORY = 32 * 1024, TIMEOUT_SECONDS = 60, BODY_LIMIT = 1024 * 1024,
	MULTIPART_LIMIT = 24 * 1024 * 1024, HEADERS_MAXIMUM = 100, KEY_FILE_LIMIT = 1024 * 1024 };

struct http_server {
	struct arena *arena;
	struct MHD_Daemon *daemon;
	struct http_options options;
	int socket;
	int port;
	const char *unix_path;
	struct http_counters counters;
	atomic_int_least64_t waiting;
};

atomic_int_least64_t *server_waiting(struct http_server *server)
{
	return &server->waiting;
}

struct http_counters *server_counters(struct http_server *server)
{
	return &server->counters;
}

/* First sight of a request: the target as it was sent. Gives the exchange that all later calls get. */
static void *on_target(void *state, const char *target, struct MHD_Connection *connection)
{
	struct arena *arena = arena_create();
	struct http_exchange *exchange = ARENA_NEW(arena, struct http_exchange);
	exchange->arena = arena;
	exchange->server = state;
	exchange->connection = connection;
	exchange->started = clock_monotonic();
	exchange->target = arena_copy(arena, text_from(target));
	return exchange;
}

static void on_completed(void *state, struct MHD_Connection *connection, void **holder,
	enum MHD_RequestTerminationCode code)
{
	(void)state;
	(void)connection;
	(void)code;
	struct http_exchange *exchange = *holder;
	*holder = NULL;
	if (exchange != NULL)
		arena_destroy(exchange->arena);
}

/* Escapes are decoded by http/path, once and strictly. */
static size_t keep_escapes(void *state, struct MHD_Connection *connection, char *text)
{
	(void)state;
	(void)connection;
	return strlen(text);
}

static enum MHD_Result take_header(void *state, enum MHD_ValueKind kind, const char *name, size_t name_size,
	const char *value, size_t value_size)
{
	(void)kind;
	struct http_exchange *exchange = state;
	if (exchange->header_count == HEADERS_MAXIMUM)
		return MHD_NO;
	exchange->headers[exchange->header_count++] = (struct http_pair){text_make(name, name_size),
		value != NULL ? text_make(value, value_size) : text_empty()};
	return MHD_YES;
}

static struct text peer_address(struct http_exchange *exchange, bool *out_local)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	*out_local = false;
	if (info == NULL || info->client_addr == NULL)
		return TEXT_OF("unknown");
	return socket_peer(exchange->arena, info->client_addr, out_local);
}

static enum MHD_Result begin(struct http_exchange *exchange, const char *method, const char *version)
{
	struct http_server *server = exchange->server;
	exchange->headers = ARENA_ARRAY(exchange->arena, struct http_pair, HEADERS_MAXIMUM);
	int count = MHD_get_connection_values_n(exchange->connection, MHD_HEADER_KIND, NULL, NULL);
	MHD_get_connection_values_n(exchange->connection, MHD_HEADER_KIND, take_header, exchange);
	const union MHD_ConnectionInfo *size =
		MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	struct guard_input input = {.method = text_from(method), .version = text_from(version),
		.target = exchange->target, .headers = exchange->headers, .header_count = exchange->header_count,
		.header_size = size != NULL ? size->header_size : 0};
	const char *refusal = count > HEADERS_MAXIMUM ? "too many headers" : guard_refuses(&input);
	enum http_method known = method[0] == 'G' ? HTTP_GET : method[0] == 'H' ? HTTP_HEAD : HTTP_POST;
	bool local = false;
	struct text peer = peer_address(exchange, &local);
	if (refusal == NULL && !exchange_read(exchange, known, server->options.certificate != NULL,
			server->options.trusted_proxy, peer, local))
		refusal = "path";
	if (refusal != NULL) {
		log_event(LOG_WARNING, "request-refused", "reason", refusal, "source", peer.data, NULL);
		return exchange_refuse(exchange, 400) ? MHD_YES : MHD_NO;
	}
	bool multipart = text_equal_string(exchange->request.content_type, "multipart/form-data");
	exchange->body_limit = multipart ? MULTIPART_LIMIT : server->options.body_limit;
	uint64_t length = guard_content_length(&input);
	if (length > exchange->body_limit)
		return exchange_refuse(exchange, 413) ? MHD_YES : MHD_NO;
	if (length > 0)
		builder_begin(&exchange->body, exchange->arena, (size_t)length + 1);
	exchange->stage = STAGE_BODY;
	return MHD_YES;
}

static enum MHD_Result dispatch(struct http_exchange *exchange)
{
	struct http_server *server = exchange->server;
	if (exchange->body.arena != NULL)
		exchange->request.body = builder_text(&exchange->body);
	else
		exchange->request.body = text_empty();
	atomic_fetch_add(&server->counters.received_bytes, (int64_t)exchange->request.body.length);
	struct http_response response = {0};
	exchange->stage = STAGE_SUSPENDED;
	server->options.handle(server->options.state, &exchange->request, &response);
	if (exchange->suspended)
		return MHD_YES;
	exchange->response = response;
	return exchange_answer(exchange) ? MHD_YES : MHD_NO;
}

static enum MHD_Result on_request(void *state, struct MHD_Connection *connection, const char *url, const char *method,
	const char *version, const char *upload, size_t *upload_size, void **holder)
{
	(void)state;
	(void)connection;
	(void)url;
	struct http_exchange *exchange = *holder;
	if (exchange == NULL)
		return MHD_NO;
	switch (exchange->stage) {
	case STAGE_HEAD:
		return begin(exchange, method, version);
	case STAGE_BODY:
		if (*upload_size == 0)
			return dispatch(exchange);
		if (exchange->body.arena == NULL || exchange->body.length + *upload_size > exchange->body_limit)
			return MHD_NO;
		builder_add_bytes(&exchange->body, upload, *upload_size);
		*upload_size = 0;
		return MHD_YES;
	case STAGE_SUSPENDED:
		return exchange_answer(exchange) ? MHD_YES : MHD_NO;
	case STAGE_ANSWERED:
		*upload_size = 0;
		return MHD_YES;
	}
	return MHD_NO;
}

static void on_message(void *state, const char *format, va_list arguments)
{
	(void)state;
	(void)arguments;
	/* The text may hold bytes of the request: only that something was said is logged. */
	log_event(LOG_DEBUG, "microhttpd", "format", format, NULL);
}

static bool read_pem(struct http_server *server, const char *path, const char **out_pem, struct error_list *errors)
{
	struct text content;
	if (!file_read(server->arena, path, KEY_FILE_LIMIT, &content)) {
		error_add(errors, &(struct error){.code = E_SYSTEM, .message = N_("The file {path} cannot be read."),
			.parameters = {{.name = "path", .value = text_from(path)}}});
		return false;
	}
	*out_pem = content.data;
	return true;
}

static bool start(struct http_server *server, struct error_list *errors)
{
	const char *certificate = NULL, *key = NULL;
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
	struct MHD_OptionItem tls[4] = {{MHD_OPTION_END, 0, NULL}};
	if (server->options.certificate != NULL) {
		if (!read_pem(server, server->options.certificate, &certificate, errors) ||
				!read_pem(server, server->options.key, &key, errors))
			return false;
		flags |= MHD_USE_TLS;
		tls[0] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)certificate};
		tls[1] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)key};
		tls[2] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_PRIORITIES, 0,
			(void *)(uintptr_t) "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"};
		tls[3] = (struct MHD_OptionItem){MHD_OPTION_END, 0, NULL};
	}
	server->daemon = MHD_start_daemon(flags, 0, NULL, NULL, on_request, server,
		MHD_OPTION_EXTERNAL_LOGGER, on_message, NULL,
		MHD_OPTION_LISTEN_SOCKET, server->socket,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)server->options.threads,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_SECONDS,
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_URI_LOG_CALLBACK, on_target, server,
		MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, NULL,
		MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL,
		MHD_OPTION_ARRAY, tls, MHD_OPTION_END);
	if (server->daemon != NULL)
		return true;
	error_say(errors, E_SYSTEM, NULL, certificate != NULL
		? N_("The server could not start; certificate and key may not fit together.")
		: N_("The server could not start."));
	return false;
}

bool http_listen(const struct http_options *options, struct http_server **out_server, struct error_list *errors)
{
	if ((options->certificate != NULL) != (options->key != NULL)) {
		error_say(errors, E_REQUIRED, NULL, N_("Certificate and key are needed together."));
		return false;
	}
	struct arena *arena = arena_create();
	struct http_server *server = ARENA_NEW(arena, struct http_server);
	server->arena = arena;
	server->options = *options;
	if (server->options.threads <= 0)
		server->options.threads = 4;
	if (server->options.body_limit == 0)
		server->options.body_limit = BODY_LIMIT;
	struct socket_place place = {.address = options->address,
		.loopback_only = options->certificate == NULL && !options->allow_plain};
	if (!socket_listen(arena, &place, errors)) {
		arena_destroy(arena);
		return false;
	}
	server->socket = place.socket;
	server->port = place.port;
	server->unix_path = place.unix_path;
	if (!start(server, errors)) {
		close(server->socket);
		arena_destroy(arena);
		return false;
	}
	*out_server = server;
	return true;
}

int http_port(const struct http_server *server)
{
	return server->port;
}

void http_stop(struct http_server *server)
{
	if (server == NULL)
		return;
	MHD_socket listening = MHD_quiesce_daemon(server->daemon);
	/* MHD must not be stopped while somebody still holds a suspended connection. */
	while (atomic_load(&server->waiting) > 0)
		nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
	MHD_stop_daemon(server->daemon);
	if (listening != MHD_INVALID_SOCKET)
		close(listening);
	if (server->unix_path != NULL)
		unlink(server->unix_path);
	arena_destroy(server->arena);
}
