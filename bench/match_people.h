/* match_people.h - made-up names in the proportions of a national register, and the damage that queries do to them. */
#ifndef CUSTOS_BENCH_MATCH_PEOPLE_H
#define CUSTOS_BENCH_MATCH_PEOPLE_H

#include "base/arena.h"

enum people_damage { DAMAGE_TYPO, DAMAGE_CROSS, DAMAGE_CROSS_DROP, DAMAGE_ORDER, DAMAGE_COUNT };

struct people {
	struct arena *arena;
	struct text *given, *surnames;
	uint32_t *given_sums, *surname_sums; /* cumulative weights, Zipf */
	size_t given_count, surname_count;
};

/* Deterministic: the caller seeds base/random. */
void people_begin(struct people *people, struct arena *arena);
/* "Given Patronymic Surname" or "Given Surname", Latin. */
struct text people_name(struct people *people, struct arena *arena);
struct text people_damage_name(struct arena *arena, struct text name, enum people_damage damage);
const char *people_damage_title(enum people_damage damage);

#endif
