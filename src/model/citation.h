/*
 * citation.h - where a rule, a field or a deadline comes from, and how sure we are of the wording.
 */
#ifndef CUSTOS_MODEL_CITATION_H
#define CUSTOS_MODEL_CITATION_H

/* How the source was seen; shown to the user. */
enum source_status { SOURCE_TEXT_READ, SOURCE_SECONDARY, SOURCE_RECALLED, SOURCE_PROPOSAL };

struct citation {
	const char *id;	   /* "NMR-68.a": key into the rule register */
	const char *title; /* "Nelson Mandela Rules, Rule 68" */
	enum source_status status;
};

#endif
