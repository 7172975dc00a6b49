/*
 * registry_check.h - inside of model: the parts of registry_check(), each of which adds every fault it finds.
 */
#ifndef CUSTOS_MODEL_REGISTRY_CHECK_H
#define CUSTOS_MODEL_REGISTRY_CHECK_H

#include "model/registry.h"

/* One fault: what it is about ("record visit, field at") and what is wrong with it; both for whoever writes tables. */
void registry_fault(struct error_list *errors, struct text where, const char *message);
/* Fields of a record, or (input true) of an act's input, which are never columns. */
void registry_check_fields(const struct registry *registry, const struct record *record, bool input,
	struct error_list *errors);
void registry_check_record(const struct registry *registry, size_t index, struct error_list *errors);
void registry_check_act(const struct registry *registry, size_t index, struct error_list *errors);
void registry_check_rule(const struct registry *registry, size_t index, struct error_list *errors);
void registry_check_clock(const struct registry *registry, size_t index, struct error_list *errors);
bool registry_is_text(const char *string); /* neither NULL nor empty */
bool registry_is_name(struct text name);   /* snake_case: a letter, then letters, digits, single underscores */

#endif
