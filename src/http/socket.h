/*
 * socket.h - internal to this folder: addresses to listen on, and who is at the other end.
 */
#ifndef CUSTOS_HTTP_SOCKET_H
#define CUSTOS_HTTP_SOCKET_H

#include "base/error.h"

struct sockaddr;

struct socket_place {
	const char *address;  /* "127.0.0.1:8080", "[::1]:8080", "unix:/path" */
	bool loopback_only;   /* refuse any other: there is no TLS */
	int socket;	      /* out: listening */
	int port;	      /* out: 0 for unix */
	const char *unix_path; /* out: NULL unless unix */
};

bool socket_listen(struct arena *arena, struct socket_place *place, struct error_list *errors);
/* Numeric address, "unix" for unix sockets; local: loopback or unix. */
struct text socket_peer(struct arena *arena, const struct sockaddr *address, bool *out_local);

#endif
