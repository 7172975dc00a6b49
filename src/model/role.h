/*
 * role.h - the closed list of roles, markings and compartments, and the actor who holds them.
 *
 * Roles are functions in a prison service (the users named in the README). A record names the roles that may read it,
 * an act the roles that may do it; default is nobody. Everything else about access (scope, need to know, compartments)
 * is decided in service/access.
 */
#ifndef CUSTOS_MODEL_ROLE_H
#define CUSTOS_MODEL_ROLE_H

#include "base/text.h"

enum role {
	ROLE_RECEPTION, ROLE_WING, ROLE_CASEWORKER, ROLE_PSYCHOLOGIST, ROLE_RELIGIOUS, ROLE_HEALTH, ROLE_SECURITY,
	ROLE_INTELLIGENCE, ROLE_COMMITTEE, ROLE_GOVERNOR, ROLE_HEADQUARTERS, ROLE_TRAINING, ROLE_AUDITOR,
	ROLE_INSPECTOR, ROLE_PROGRAMME, ROLE_ADMINISTRATOR, ROLE_COUNT
};

typedef uint32_t role_set; /* the one typedef of the model: a bit per role */
#define ROLE(name) ((role_set)1 << ROLE_##name)
#define ROLES_NONE ((role_set)0)
#define ROLES_ALL (((role_set)1 << ROLE_COUNT) - 1)

/* Ascending; a field or record asks for at least this clearance. UNSET is refused at start. */
enum sensitivity { SENSITIVITY_UNSET, SENSITIVITY_OFFICIAL, SENSITIVITY_SENSITIVE };

/* Each compartment has its own key per person; an actor without it does not know that the record exists. */
enum compartment { COMPARTMENT_CORE, COMPARTMENT_HEALTH, COMPARTMENT_INTELLIGENCE, COMPARTMENT_LEGAL,
	COMPARTMENT_THIRD_PARTY, COMPARTMENT_SEALED, COMPARTMENT_COUNT };
#define COMPARTMENT(name) (1u << COMPARTMENT_##name)

const char *role_code(enum role role);	/* "reception" */
const char *role_label(enum role role); /* message identifier: "Reception officer" */
bool role_parse(struct text code, enum role *out_role);
const char *compartment_code(enum compartment compartment); /* "core", "health", "intel", "legal", "third-party", "sealed" */
bool compartment_parse(struct text code, enum compartment *out_compartment);

/* Who acts or reads. Owned by the request's arena. */
struct actor {
	struct text id;		  /* identifier of the user row; the pseudonym in the journal */
	struct text name;	  /* sign-in name */
	struct text display_name;
	role_set roles;
	enum sensitivity clearance;
	unsigned compartments;	  /* bits of COMPARTMENT(); CORE always set */
	const struct text *facilities; /* identifiers within scope; none and !all_facilities = nothing scoped */
	size_t facility_count;
	bool all_facilities;
	struct text facility;	  /* the one in which the actor works now; may be empty for headquarters */
	struct text language;	  /* "en", "ru", "ar" ... */
	bool visiting;		  /* an external inspector: reads every record of its compartments, does only acts with ACT_VISITOR (act.h) */
	int64_t valid_until;	  /* moment at which the account ends by itself; 0: it does not */
	struct text own_subject;  /* person file that is about the actor himself, or empty */
	bool is_system;		  /* clock, import replay: passes function checks, never a person's session */
	int64_t break_glass_until;	/* moment, or 0 */
	struct text break_glass_subject; /* the one subject it opens */
};

bool actor_has_role(const struct actor *actor, role_set any_of);
bool actor_in_scope(const struct actor *actor, struct text facility);

#endif
