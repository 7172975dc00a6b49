/* shipped.c - the instruments of share/instruments as the build embeds them. */
#include "areas/assessment/shipped.h"

#define EMBEDDED(name) extern const unsigned char name[]; extern const size_t name##_size
EMBEDDED(instrument_general_needs);
EMBEDDED(instrument_institution_climate);
EMBEDDED(instrument_recruitment_vulnerability);
EMBEDDED(instrument_violent_extremism_formulation);
EMBEDDED(instrument_womens_profile);

static const struct { const char *code; const unsigned char *data; const size_t *size; } FILES[] = {
	{ "general-needs", instrument_general_needs, &instrument_general_needs_size },
	{ "recruitment-vulnerability", instrument_recruitment_vulnerability, &instrument_recruitment_vulnerability_size },
	{ "violent-extremism-formulation", instrument_violent_extremism_formulation, &instrument_violent_extremism_formulation_size },
	{ "womens-profile", instrument_womens_profile, &instrument_womens_profile_size },
	{ "institution-climate", instrument_institution_climate, &instrument_institution_climate_size },
};

size_t shipped_count(void)
{
	return sizeof FILES / sizeof *FILES;
}

struct shipped shipped_at(size_t index)
{
	return (struct shipped){ FILES[index].code, text_make((const char *)FILES[index].data, *FILES[index].size) };
}
