/* records_limit.c - decisions that limit contact, and requests for legal aid. */
#include "areas/contact/records.h"

#define OPEN SENSITIVITY_OFFICIAL
#define CLOSED SENSITIVITY_SENSITIVE
#define ONCE (FIELD_REQUIRED | FIELD_FIXED)
#define SAID FIELD_DERIVED

static const struct citation NMR_36 = { "NMR-36", N_("Nelson Mandela Rules, Rule 36"), SOURCE_TEXT_READ };
static const struct citation NMR_43 = { "NMR-43.3b", N_("Nelson Mandela Rules, Rule 43"), SOURCE_TEXT_READ };
static const struct citation NMR_61 = { "NMR-61.3", N_("Nelson Mandela Rules, Rule 61"), SOURCE_TEXT_READ };

const struct choice CONTACT_LIMIT_MEASURE_CHOICES[] = { { "supervised", N_("In hearing of staff, or read") }, { "closed", N_("Visits behind glass") },
	{ "suspended", N_("Suspended") }, { NULL, NULL } };
const struct choice CONTACT_LIMIT_MEANS_CHOICES[] = { { "visits", N_("Visits") }, { "letters", N_("Letters") }, { "calls", N_("Calls") },
	{ "video", N_("Video calls") }, { NULL, NULL } };
const struct choice CONTACT_LIMIT_GROUND_CHOICES[] = { { "safety", N_("Safety of the visitor or of others") }, { "victim", N_("Protection of a victim or witness") },
	{ "crime", N_("A crime prepared through this contact") }, { "escape", N_("An escape prepared through this contact") },
	{ "objects", N_("Forbidden objects brought in through this contact") }, { "court", N_("Order of a court") }, { "health", N_("Danger of infection") },
	{ "no_contact", N_("The other side wants no contact") }, { "sanction", N_("Punishment") }, { NULL, NULL } };
const struct choice CONTACT_LIMIT_TOLD_CHOICES[] = { { "signed", N_("Told with a copy, signed by the person") },
	{ "refused", N_("Told with a copy, refused to sign before a witness") }, { NULL, NULL } };
const struct choice CONTACT_LIMIT_REVIEW_CHOICES[] = { { "stays", N_("Stays to its end") }, { "ends", N_("Ends now") }, { NULL, NULL } };
static const struct choice STATE_CHOICES[] = { { "in_force", N_("In force until its end") }, { "ended", N_("Ended early") }, { NULL, NULL } };

static const struct field CONTACT_LIMIT[] = {
	[CONTACT_LIMIT_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[CONTACT_LIMIT_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[CONTACT_LIMIT_MEASURE] = { "measure", N_("Measure"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = CONTACT_LIMIT_MEASURE_CHOICES },
	[CONTACT_LIMIT_MEANS] = { "means", N_("For which contact"), NULL, FIELD_CODES, OPEN, ONCE | FIELD_LISTED, .choices = CONTACT_LIMIT_MEANS_CHOICES },
	[CONTACT_LIMIT_CONTACT] = { "contact", N_("Only with this contact"), NULL, FIELD_REFERENCE, OPEN, FIELD_FIXED | FIELD_LISTED, .reference = "contact" },
	[CONTACT_LIMIT_GROUND] = { "ground", N_("Ground"), NULL, FIELD_CHOICE, OPEN, ONCE | FIELD_LISTED, .choices = CONTACT_LIMIT_GROUND_CHOICES, .basis = &NMR_43 },
	[CONTACT_LIMIT_FACTS] = { "facts", N_("Facts"), NULL, FIELD_PROSE, CLOSED, FIELD_FIXED },
	[CONTACT_LIMIT_LAW] = { "legal_basis", N_("Legal basis"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[CONTACT_LIMIT_AUTHORITY] = { "authority", N_("Who decides"), NULL, FIELD_LINE, OPEN, FIELD_FIXED },
	[CONTACT_LIMIT_STARTS] = { "starts_at", N_("From"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED },
	[CONTACT_LIMIT_ENDS] = { "ends_at", N_("Ends by itself"), NULL, FIELD_MOMENT, OPEN, FIELD_FIXED | FIELD_LISTED | FIELD_INDEXED, .basis = &NMR_43 },
	[CONTACT_LIMIT_INSTEAD] = { "instead", N_("Contact that stays open instead"), NULL, FIELD_CODES, OPEN, FIELD_FIXED | FIELD_LISTED,
		.choices = CONTACT_LIMIT_MEANS_CHOICES },
	[CONTACT_LIMIT_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = STATE_CHOICES },
	[CONTACT_LIMIT_TOLD_AT] = { "told_at", N_("Told to the person"), NULL, FIELD_MOMENT, OPEN, SAID },
	[CONTACT_LIMIT_TOLD] = { "told", N_("How told"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = CONTACT_LIMIT_TOLD_CHOICES },
	[CONTACT_LIMIT_WITNESS] = { "witness", N_("Witness"), NULL, FIELD_LINE, OPEN, SAID },
	[CONTACT_LIMIT_REVIEWED_AT] = { "reviewed_at", N_("Reviewed"), NULL, FIELD_MOMENT, OPEN, SAID },
	[CONTACT_LIMIT_REVIEWED] = { "review", N_("Result of the review"), NULL, FIELD_CHOICE, OPEN, SAID, .choices = CONTACT_LIMIT_REVIEW_CHOICES },
	[CONTACT_LIMIT_ENDED_AT] = { "ended_at", N_("Ended"), NULL, FIELD_MOMENT, OPEN, SAID },
	[CONTACT_LIMIT_ENDED_WHY] = { "ended_why", N_("Why it ended"), NULL, FIELD_LINE, OPEN, SAID },
	[CONTACT_LIMIT_ALTERNATIVES] = { "alternatives", N_("What was tried or thought of first"), NULL, FIELD_PROSE, OPEN, FIELD_FIXED, .basis = &NMR_36 },
};

bool contact_limit_is_in_force(const struct row *limit, int64_t now)
{
	return row_is(limit, CONTACT_LIMIT_STATE, "in_force") && row_moment(limit, CONTACT_LIMIT_STARTS) <= now &&
		(!row_has(limit, CONTACT_LIMIT_ENDS) || row_moment(limit, CONTACT_LIMIT_ENDS) > now);
}

bool contact_limit_covers(const struct row *limit, const char *means, struct text contact)
{
	struct text rest = row_text(limit, CONTACT_LIMIT_MEANS), one;
	if (row_has(limit, CONTACT_LIMIT_CONTACT) && !text_equal(row_text(limit, CONTACT_LIMIT_CONTACT), contact))
		return false;
	while (text_next(&rest, ' ', &one))
		if (text_equal_string(one, means))
			return true;
	return false;
}

static struct text limit_title(struct arena *arena, const struct row *limit)
{
	return date_text(arena, moment_date(row_moment(limit, CONTACT_LIMIT_STARTS)));
}

const struct record RECORD_CONTACT_LIMIT = {
	.name = "contact_limit", .label = N_("Limit on contact"), .label_plural = N_("Limits on contact"),
	.help = N_("A decision that closes, suspends or supervises contact for a short time; it ends by itself"),
	.fields = CONTACT_LIMIT, .field_count = CONTACT_LIMIT_FIELDS, .facility_field = CONTACT_LIMIT_FACILITY, .person_field = CONTACT_LIMIT_PERSON,
	.parent_field = CONTACT_LIMIT_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_43, .title = limit_title,
};

static const struct choice REQUEST_STATE_CHOICES[] = { { "open", N_("Open") }, { "done", N_("Done") }, { NULL, NULL } };

static const struct field LEGAL_REQUEST[] = {
	[LEGAL_REQUEST_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, ONCE | FIELD_LISTED, .reference = "person" },
	[LEGAL_REQUEST_FACILITY] = { "facility", N_("Facility"), NULL, FIELD_REFERENCE, OPEN, ONCE, .reference = "facility" },
	[LEGAL_REQUEST_ASKED_AT] = { "asked_at", N_("Asked for"), NULL, FIELD_MOMENT, OPEN, ONCE | FIELD_LISTED, .basis = &NMR_61 },
	[LEGAL_REQUEST_STATE] = { "state", N_("State"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED | SAID | FIELD_LISTED | FIELD_INDEXED, .choices = REQUEST_STATE_CHOICES },
	[LEGAL_REQUEST_DONE_AT] = { "done_at", N_("Done"), NULL, FIELD_MOMENT, OPEN, SAID | FIELD_LISTED },
	[LEGAL_REQUEST_ANSWER] = { "answer", N_("What was done"), NULL, FIELD_LINE, OPEN, SAID },
};

const struct record RECORD_LEGAL_REQUEST = {
	.name = "legal_request", .label = N_("Request for legal aid"), .label_plural = N_("Requests for legal aid"),
	.help = N_("Legal aid that a person asks for, and when the request was forwarded"),
	.fields = LEGAL_REQUEST, .field_count = LEGAL_REQUEST_FIELDS, .facility_field = LEGAL_REQUEST_FACILITY, .person_field = LEGAL_REQUEST_PERSON,
	.parent_field = LEGAL_REQUEST_PERSON, .compartment = COMPARTMENT_CORE, .readers = CUSTODY_STAFF, .basis = &NMR_61,
};
