/*
 * raw.h - raw bytes to a listening server and what comes back: for tests of http.
 */
#ifndef CUSTOS_TEST_HTTP_RAW_H
#define CUSTOS_TEST_HTTP_RAW_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"

static inline int raw_connect(int port)
{
	int made = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr = {htonl(INADDR_LOOPBACK)}};
	assert_int_equal(connect(made, (const struct sockaddr *)&address, sizeof(address)), 0);
	return made;
}

static inline void raw_send(int to, struct text bytes)
{
	assert_int_equal(send(to, bytes.data, bytes.length, MSG_NOSIGNAL), (ssize_t)bytes.length);
}

/* Everything until the peer closes, or until nothing came for `quiet` milliseconds; closed tells which. */
static inline struct text raw_receive(struct arena *arena, int from, int quiet, bool *out_closed)
{
	size_t size = 0, room = 1 << 20;
	char *bytes = arena_allocate(arena, room + 1);
	*out_closed = false;
	struct pollfd wait = {.fd = from, .events = POLLIN};
	while (size < room && poll(&wait, 1, quiet) > 0) {
		ssize_t count = recv(from, bytes + size, room - size, 0);
		if (count <= 0) {
			*out_closed = true;
			break;
		}
		size += (size_t)count;
	}
	return text_make(bytes, size);
}

#endif
