/* random.c - randomness and identifiers. */
#include "base/random.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { BUFFER_SIZE = 512 };

/* The deterministic stream of one thread: ChaCha20 blocks of a key made from the seed and a counter. */
struct stream {
	bool on;
	uint64_t seed;
	uint64_t counter;
	size_t at;
	unsigned char buffer[BUFFER_SIZE];
};

static _Thread_local struct stream stream;

static void store_little_endian(unsigned char *out, uint64_t value)
{
	for (int i = 0; i < 8; i++)
		out[i] = (unsigned char)(value >> (8 * i));
}

static void refill(void)
{
	unsigned char key[randombytes_SEEDBYTES] = {0};
	store_little_endian(key, stream.seed);
	store_little_endian(key + 8, stream.counter++);
	randombytes_buf_deterministic(stream.buffer, sizeof(stream.buffer), key);
	stream.at = 0;
}

/*
 * Secrets are drawn by the dozen for every act (identifiers, salts, nonces, keys): one call to the system fetches several,
 * and what is handed out is wiped here. The program never forks, so no two processes share what is left.
 */
static _Thread_local struct {
	unsigned char bytes[BUFFER_SIZE];
	size_t left;
} reserve;

void random_secret(void *out, size_t size)
{
	if (size > BUFFER_SIZE / 4) {
		if (sodium_init() < 0)
			abort();
		randombytes_buf(out, size);
		return;
	}
	if (size > reserve.left) {
		if (sodium_init() < 0)
			abort();
		randombytes_buf(reserve.bytes, sizeof(reserve.bytes));
		reserve.left = sizeof(reserve.bytes);
	}
	reserve.left -= size;
	memcpy(out, reserve.bytes + reserve.left, size);
	sodium_memzero(reserve.bytes + reserve.left, size);
}

void random_bytes(void *out, size_t size)
{
	if (!stream.on) {
		random_secret(out, size);
		return;
	}
	unsigned char *bytes = out;
	while (size > 0) {
		if (stream.at == sizeof(stream.buffer))
			refill();
		size_t part = sizeof(stream.buffer) - stream.at;
		if (part > size)
			part = size;
		memcpy(bytes, stream.buffer + stream.at, part);
		stream.at += part;
		bytes += part;
		size -= part;
	}
}

uint64_t random_below(uint64_t bound)
{
	if (bound == 0)
		abort();
	/* Values below 2^64 mod bound are drawn again, so that the remainder is uniform. */
	uint64_t smallest = (UINT64_C(0) - bound) % bound;
	uint64_t value;
	do {
		unsigned char bytes[8];
		random_bytes(bytes, sizeof(bytes));
		value = 0;
		for (int i = 0; i < 8; i++)
			value |= (uint64_t)bytes[i] << (8 * i);
	} while (value < smallest);
	return value % bound;
}

void random_seed(uint64_t seed)
{
	stream.on = true;
	stream.seed = seed;
	stream.counter = 0;
	stream.at = sizeof(stream.buffer);
}

void random_unseed(void)
{
	stream = (struct stream){.on = false};
}

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void identifier_write(char out[IDENTIFIER_LENGTH + 1])
{
	unsigned char bytes[16];
	uint64_t high = 0;
	uint64_t low = 0;
	random_bytes(bytes, sizeof(bytes));
	for (int i = 0; i < 8; i++) {
		high = high << 8 | bytes[i];
		low = low << 8 | bytes[8 + i];
	}
	/* 26 characters hold 130 bits: the first one has three, so it is at most '7'. */
	for (int i = IDENTIFIER_LENGTH - 1; i >= 0; i--) {
		out[i] = alphabet[low & 31];
		low = low >> 5 | high << 59;
		high >>= 5;
	}
	out[IDENTIFIER_LENGTH] = '\0';
}

struct text identifier_new(struct arena *arena)
{
	char *data = arena_allocate(arena, IDENTIFIER_LENGTH + 1);
	identifier_write(data);
	return (struct text){data, IDENTIFIER_LENGTH};
}

bool identifier_is_valid(struct text text)
{
	if (text.length != IDENTIFIER_LENGTH || text.data[0] > '7')
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '\0' || strchr(alphabet, text.data[i]) == NULL)
			return false;
	}
	return true;
}

bool identifier_parse(struct arena *arena, struct text text, struct text *out_identifier)
{
	if (text.length != IDENTIFIER_LENGTH)
		return false;
	char *data = arena_string(arena, text);
	for (size_t i = 0; i < text.length; i++) {
		char byte = data[i];
		if (byte >= 'a' && byte <= 'z')
			byte = (char)(byte - 'a' + 'A');
		if (byte == 'I' || byte == 'L')
			byte = '1';
		else if (byte == 'O')
			byte = '0';
		data[i] = byte;
	}
	struct text identifier = {data, text.length};
	if (!identifier_is_valid(identifier))
		return false;
	*out_identifier = identifier;
	return true;
}
