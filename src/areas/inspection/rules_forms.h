/*
 * rules_forms.h - forms of questions as data, in our own words: the instrument of Custos on the Rules themselves, and what a national
 * preventive mechanism, the CPT and a prison inspectorate ask.
 *
 * The instrument "custos" has one question a row of the register: its code is the rule. The other forms have their own codes
 * ("opcat.3") and name the rule that each belongs to. Sources: OPCAT 19-20; CPT standards; HMIP tests (inspection-and-statistics 2.3, 3).
 */
#ifndef CUSTOS_AREAS_INSPECTION_RULES_FORMS_H
#define CUSTOS_AREAS_INSPECTION_RULES_FORMS_H

#include "model/registry.h"

struct form_question {
	const char *form, *code, *heading, *question; /* heading and question are message identifiers */
	const char *rule;
};

extern const struct choice FORM_CHOICES[]; /* "custos", "opcat", "cpt", "inspectorate" */
/* Questions of all forms but "custos", in order; ended by form NULL. */
extern const struct form_question FORM_QUESTIONS[];
/* True when the form has the question; gives its rule. For "custos" any name that looks like a rule's is a question. */
bool form_question(struct text form, struct text code, struct text *out_rule);

#endif
