/* dictionary.h - words in the order they came, each once: number by word and word by number. Grows; its words move when it does. */
#ifndef CUSTOS_MATCH_DICTIONARY_H
#define CUSTOS_MATCH_DICTIONARY_H

#include "match/run.h"
#include "match/segment.h"

struct dictionary {
	struct run tokens;
	uint32_t *slots; /* number + 1 */
	uint32_t slot_count, count;
};

void dictionary_begin(struct dictionary *dictionary);
void dictionary_end(struct dictionary *dictionary);
/* Number of the word; it is added when it is new. */
uint32_t dictionary_add(struct dictionary *dictionary, const struct token *token);
/* UINT32_MAX when there is none. */
uint32_t dictionary_find(const struct dictionary *dictionary, const struct token *token);
struct token *dictionary_token(const struct dictionary *dictionary, uint32_t number);

#endif
