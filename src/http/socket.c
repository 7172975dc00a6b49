/* socket.c - listening sockets on addresses and paths. */
#include "http/socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 511, SOCKET_MODE = 0660 };

static bool say(struct error_list *errors, const char *message, struct text address)
{
	error_add(errors, &(struct error){.code = E_SYSTEM, .message = message,
		.parameters = {{.name = "address", .value = address}}, .detail = text_from(strerror(errno))});
	return false;
}

static bool is_loopback(const struct sockaddr *address)
{
	if (address->sa_family == AF_UNIX)
		return true;
	if (address->sa_family == AF_INET) {
		struct sockaddr_in four;
		memcpy(&four, address, sizeof(four));
		return (ntohl(four.sin_addr.s_addr) >> 24) == 127;
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 six;
		memcpy(&six, address, sizeof(six));
		return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
	}
	return false;
}

struct text socket_peer(struct arena *arena, const struct sockaddr *address, bool *out_local)
{
	char text[INET6_ADDRSTRLEN] = "";
	*out_local = is_loopback(address);
	if (address->sa_family == AF_INET) {
		struct sockaddr_in four;
		memcpy(&four, address, sizeof(four));
		inet_ntop(AF_INET, &four.sin_addr, text, sizeof(text));
	} else if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 six;
		memcpy(&six, address, sizeof(six));
		inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof(text));
	} else {
		return TEXT_OF("unix");
	}
	return arena_copy(arena, text_from(text));
}

static bool listen_unix(struct socket_place *place, const char *path, struct error_list *errors)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	if (strlen(path) >= sizeof(address.sun_path))
		return say(errors, N_("The path of the socket {address} is too long."), text_from(path));
	memcpy(address.sun_path, path, strlen(path) + 1);
	int made = socket(AF_UNIX, SOCK_STREAM, 0);
	if (made < 0)
		return say(errors, N_("The address {address} cannot be listened on."), text_from(path));
	struct stat old;
	if (lstat(path, &old) == 0 && S_ISSOCK(old.st_mode))
		unlink(path);
	if (bind(made, (const struct sockaddr *)&address, sizeof(address)) != 0 || chmod(path, SOCKET_MODE) != 0 ||
			listen(made, BACKLOG) != 0) {
		close(made);
		return say(errors, N_("The address {address} cannot be listened on."), text_from(path));
	}
	place->socket = made;
	place->port = 0;
	place->unix_path = path;
	return true;
}

/* "[::1]:80" and "127.0.0.1:80" into host and port; a bare number is a port on 127.0.0.1. */
static bool split(struct arena *arena, struct text address, char **out_host, char **out_port)
{
	size_t colon = SIZE_MAX;
	for (size_t i = 0; i < address.length; i++) {
		if (address.data[i] == ':')
			colon = i;
	}
	struct text host = colon == SIZE_MAX ? TEXT_OF("127.0.0.1") : text_slice(address, 0, colon);
	struct text port = colon == SIZE_MAX ? address : text_slice(address, colon + 1, address.length);
	if (host.length >= 2 && host.data[0] == '[' && host.data[host.length - 1] == ']')
		host = text_slice(host, 1, host.length - 1);
	int64_t number;
	if (!text_to_integer(port, &number) || number < 0 || number > 65535 || host.length == 0)
		return false;
	*out_host = arena_string(arena, host);
	*out_port = arena_string(arena, port);
	return true;
}

static int real_port(int made)
{
	struct sockaddr_storage address = {0};
	socklen_t size = sizeof(address);
	if (getsockname(made, (struct sockaddr *)&address, &size) != 0)
		return 0;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
	memcpy(&four, &address, sizeof(four));
	memcpy(&six, &address, sizeof(six));
	return ntohs(address.ss_family == AF_INET6 ? six.sin6_port : four.sin_port);
}

static int listen_on(const struct addrinfo *found)
{
	int made = socket(found->ai_family, SOCK_STREAM, 0);
	int on = 1;
	if (made < 0)
		return -1;
	if (setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == 0 &&
			bind(made, found->ai_addr, found->ai_addrlen) == 0 && listen(made, BACKLOG) == 0)
		return made;
	close(made);
	return -1;
}

bool socket_listen(struct arena *arena, struct socket_place *place, struct error_list *errors)
{
	struct text address = text_from(place->address);
	if (text_starts_with(address, TEXT_OF("unix:")))
		return listen_unix(place, arena_string(arena, text_slice(address, 5, address.length)), errors);
	char *host = NULL, *port = NULL;
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV | AI_PASSIVE}, *found = NULL;
	if (!split(arena, address, &host, &port) || getaddrinfo(host, port, &hints, &found) != 0)
		return say(errors, N_("The address {address} is not understood; write it as 127.0.0.1:8080."), address);
	if (place->loopback_only && !is_loopback(found->ai_addr)) {
		freeaddrinfo(found);
		return say(errors, N_("The address {address} can be reached from outside and there is no TLS. Give a certificate "
				      "and key, or say plainly that you want it without."), address);
	}
	int made = listen_on(found);
	freeaddrinfo(found);
	if (made < 0)
		return say(errors, N_("The address {address} cannot be listened on."), address);
	place->socket = made;
	place->port = real_port(made);
	place->unix_path = NULL;
	return true;
}
