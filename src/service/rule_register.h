/*
 * rule_register.h - the register of rules as shipped (share/rules.tsv): one row a requirement, with what the program knows of it.
 *
 * A row of the register is a numbered requirement of a text: its own words, kind, force, number, who is told, and how far the
 * text itself was read. Code joins it by name: a rule, a clock or evidence with the same name, or with a further part after a
 * dot ("NMR-7.0.order" belongs to row "NMR-7.0"). A row without code is a question of inspection when its kind says so, and else
 * open: checkable by a machine, and not checked by this program yet. Everything is a view of the binary's own data, made once.
 */
#ifndef CUSTOS_SERVICE_RULE_REGISTER_H
#define CUSTOS_SERVICE_RULE_REGISTER_H

#include "model/registry.h"

struct register_row {
	struct text rule;	  /* "NMR-11.a" */
	struct text topic;	  /* a few words, English */
	struct text requirement;  /* own words, English */
	struct text kind;	  /* hard-block, warn, deadline, evidence, inspection-only */
	struct text trigger, condition, data, number, told, related, force, parameters, source;
	int number_of_rule;	  /* 11 for NMR-11.a */
};

enum register_status { REGISTER_CODE, REGISTER_QUESTION, REGISTER_OPEN, REGISTER_STATUS_COUNT };
/* FORCE_SHALL: the text says shall, must or may not; FORCE_SHOULD: everything softer. */
enum register_force { FORCE_SHALL, FORCE_SHOULD };

const struct register_row *register_rows(size_t *out_count);
/* Row of a rule's id, the part after the last dot left off where there is no such row; NULL when there is none. */
const struct register_row *register_find(struct text rule);
size_t register_index(const struct register_row *row);
/* True when a name of code belongs to this row. */
bool register_row_has(const struct register_row *row, struct text rule);

enum register_status register_status(const struct registry *registry, const struct register_row *row);
const char *register_status_label(enum register_status status); /* message identifiers */
enum register_force register_force(const struct register_row *row);
const char *register_force_label(enum register_force force);
/* How far the text was read: "Text read", "Excerpt read", "From knowledge, to be verified". */
const char *register_source_label(const struct register_row *row);
const char *register_kind_label(struct text kind);
/* A rule that nobody may switch off, whatever role, profile or setting (NMR-1, 32.1d, 43.1, 43.2, 47.1, 48.2). */
bool register_is_absolute(struct text rule);

/* Headings of the Rules ("Separation of categories") and the other texts; index 0 ... register_part_count() - 1. */
size_t register_part_count(void);
const char *register_part_label(size_t part);
const char *register_part_code(size_t part);
size_t register_part(const struct register_row *row);
/* Short title of a Nelson Mandela Rule, 1 to 122; message identifier. NULL for other numbers. */
const char *register_title(int number);
enum { REGISTER_MANDELA_RULES = 122 };

/* Every rule, clock and evidence of the program stands in the register, and every absolute row is bound as absolute. */
bool register_check(const struct registry *registry, struct error_list *errors);

#endif
