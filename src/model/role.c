/* role.c - the lists of roles and compartments, and questions about an actor. */
#include "base/error.h"
#include "model/role.h"

static const struct {
	const char *code, *label;
} roles[ROLE_COUNT] = {
	[ROLE_RECEPTION] = { "reception", N_("Reception officer") },
	[ROLE_WING] = { "wing", N_("Wing officer") },
	[ROLE_CASEWORKER] = { "caseworker", N_("Caseworker") },
	[ROLE_PSYCHOLOGIST] = { "psychologist", N_("Psychologist") },
	[ROLE_RELIGIOUS] = { "religious", N_("Religious representative") },
	[ROLE_HEALTH] = { "health", N_("Health worker") },
	[ROLE_SECURITY] = { "security", N_("Security officer") },
	[ROLE_INTELLIGENCE] = { "intelligence", N_("Intelligence officer") },
	[ROLE_COMMITTEE] = { "committee", N_("Committee member") },
	[ROLE_GOVERNOR] = { "governor", N_("Governor") },
	[ROLE_HEADQUARTERS] = { "headquarters", N_("Headquarters officer") },
	[ROLE_TRAINING] = { "training", N_("Training officer") },
	[ROLE_AUDITOR] = { "auditor", N_("Auditor") },
	[ROLE_INSPECTOR] = { "inspector", N_("Inspector") },
	[ROLE_PROGRAMME] = { "programme", N_("Programme officer") },
	[ROLE_ADMINISTRATOR] = { "administrator", N_("Administrator") },
};

static const char *const compartments[COMPARTMENT_COUNT] = {
	[COMPARTMENT_CORE] = "core",
	[COMPARTMENT_HEALTH] = "health",
	[COMPARTMENT_INTELLIGENCE] = "intel",
	[COMPARTMENT_LEGAL] = "legal",
	[COMPARTMENT_THIRD_PARTY] = "third-party",
	[COMPARTMENT_SEALED] = "sealed",
};

const char *role_code(enum role role)
{
	return (unsigned)role < ROLE_COUNT ? roles[role].code : "";
}

const char *role_label(enum role role)
{
	return (unsigned)role < ROLE_COUNT ? roles[role].label : "";
}

bool role_parse(struct text code, enum role *out_role)
{
	for (int i = 0; i < ROLE_COUNT; i++) {
		if (text_equal_string(code, roles[i].code)) {
			*out_role = (enum role)i;
			return true;
		}
	}
	return false;
}

const char *compartment_code(enum compartment compartment)
{
	return (unsigned)compartment < COMPARTMENT_COUNT ? compartments[compartment] : "";
}

bool compartment_parse(struct text code, enum compartment *out_compartment)
{
	for (int i = 0; i < COMPARTMENT_COUNT; i++) {
		if (text_equal_string(code, compartments[i])) {
			*out_compartment = (enum compartment)i;
			return true;
		}
	}
	return false;
}

bool actor_has_role(const struct actor *actor, role_set any_of)
{
	return (actor->roles & any_of) != 0;
}

bool actor_in_scope(const struct actor *actor, struct text facility)
{
	if (actor->all_facilities)
		return true;
	if (text_is_empty(facility))
		return false;
	for (size_t i = 0; i < actor->facility_count; i++) {
		if (text_equal(actor->facilities[i], facility))
			return true;
	}
	return false;
}
