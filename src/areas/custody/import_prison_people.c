/*
 * import_prison_people.c - mapping prison-api: charges, contacts, and where people slept.
 *
 * A charge is written under the order by which the person is held; the source links it to a booking only. What an offence is called
 * stands in offences.csv, who a contact is in persons.csv; both are read beside. A bed of the past is history: where a person sleeps
 * now is said by bookings.csv.
 */
#include "areas/custody/import_prison.h"

#include "service/records.h"

/* ---- charges.csv ---- */

enum { CH_ID, CH_BOOKING, CH_LAW, CH_CODE, CH_STATUS, CH_DAY, CH_COLUMNS };
static const struct import_column CHARGE_COLUMN[CH_COLUMNS] = { [CH_ID] = REQUIRED_COLUMN("offender_charge_id"), [CH_BOOKING] = REQUIRED_COLUMN("offender_book_id"),
	[CH_LAW] = REQUIRED_COLUMN("statute_code"), [CH_CODE] = REQUIRED_COLUMN("offence_code"), [CH_STATUS] = COLUMN_NAMED("charge_status"),
	[CH_DAY] = COLUMN_NAMED("offence_date") };

static bool was_made(struct import_row *row, const char *mapping, struct text key)
{
	const struct condition known[] = { CONDITION_TEXT(IMPORT_ROW_SOURCE_KEY, key), CONDITION_TEXT(IMPORT_ROW_MAPPING, text_from(mapping)) };
	return import_would_make(row, mapping, key) || import_find(row, &RECORD_IMPORT_ROW, known, 2) != NULL;
}

/* The first order of the booking, sentences before others; empty when none came in. */
static struct text order_of(struct import_row *row, struct text booking, const char **out_mapping)
{
	enum { ORDERS = 9 };
	const char *const MAPPINGS[] = { PRISON_SENTENCES.name, PRISON_STATUSES.name };
	for (size_t i = 0; i < sizeof MAPPINGS / sizeof *MAPPINGS; i++)
		for (int number = 1; number <= ORDERS; number++) {
			struct text key = arena_format(import_arena(row), "%.*s/%d", TEXT_FORMAT(booking), number);
			*out_mapping = MAPPINGS[i];
			if (was_made(row, MAPPINGS[i], key))
				return key;
		}
	return text_empty();
}

/* The words of the source may be longer than a line of ours. */
static struct text line_of(struct text words)
{
	enum { LINE = 200 };
	uint32_t point;
	size_t end = 0;
	for (int i = 0; i < LINE && text_next_code_point(words, &end, &point); i++)
		;
	return text_slice(words, 0, end);
}

static void charge_row(struct import_row *row)
{
	const char *mapping;
	if (import_row_is_none(row, CH_ID, CH_CODE))
		return;
	struct text order = order_of(row, import_cell(row, CH_BOOKING), &mapping), day = prison_day(row, CH_DAY);
	if (text_equal_string(import_cell(row, CH_STATUS), "I"))
		import_refuse(row, CH_STATUS, N_("This charge is not active: {value}"));
	else if (order.length == 0)
		import_refuse(row, CH_BOOKING, N_("No order of this stay came in to which the charge could belong: {value}"));
	if (import_is_refused(row))
		return;
	struct import_command *offence = import_command(row, "offence.add", import_cell(row, CH_ID));
	import_input_made(offence, "legal_order", mapping, order);
	import_input(offence, "article", import_cell(row, CH_CODE));
	import_input(offence, "law", import_cell(row, CH_LAW));
	import_input(offence, "description", line_of(import_beside(row, import_cell(row, CH_CODE), "description")));
	import_input(offence, "committed_on", day);
}

const struct import_mapping PRISON_CHARGES = { .name = "prison-api-charges", .label = N_("Charges"), .file = "charges.csv", .beside = "offences.csv",
	.columns = CHARGE_COLUMN, .column_count = CH_COLUMNS, .row = charge_row };

/* ---- contacts.csv ---- */

enum { CO_ID, CO_BOOKING, CO_PERSON, CO_TYPE, CO_RELATION, CO_EMERGENCY, CO_KIN, CO_ACTIVE, CO_COLUMNS };
static const struct import_column CONTACT_COLUMN[CO_COLUMNS] = { [CO_ID] = REQUIRED_COLUMN("offender_contact_person_id"),
	[CO_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [CO_PERSON] = REQUIRED_COLUMN("person_id"), [CO_TYPE] = REQUIRED_COLUMN("contact_type"),
	[CO_RELATION] = REQUIRED_COLUMN("relationship_type"), [CO_EMERGENCY] = COLUMN_NAMED("emergency_contact_flag"), [CO_KIN] = COLUMN_NAMED("next_of_kin_flag"),
	[CO_ACTIVE] = COLUMN_NAMED("active_flag") };

static struct text contact_name(struct import_row *row)
{
	static const char *const PARTS[] = { "first_name", "middle_name", "last_name" };
	struct text parts[3];
	size_t count = 0;
	for (size_t i = 0; i < 3; i++) {
		struct text part = import_beside(row, import_cell(row, CO_PERSON), PARTS[i]);
		if (part.length)
			parts[count++] = cell_name(import_arena(row), part).text;
	}
	return arena_join(import_arena(row), parts, count, TEXT_OF(" "));
}

static void contact_row(struct import_row *row)
{
	static const struct prison_code_pair RELATIONS[] = { { "BRO", "brother" }, { "MOT", "mother" }, { "FA", "father" }, { "SDAU", "stepdaughter" }, { "COU", "cousin" },
		{ "UN", "uncle" }, { "CLH", "cohabitee" }, { "BOF", "boyfriend" }, { "FRI", "friend" }, { "COM", "community offender manager" }, { NULL, NULL } };
	if (import_row_is_none(row, CO_ID, CO_RELATION))
		return;
	struct text name = contact_name(row), type = import_cell(row, CO_TYPE), relation = import_cell(row, CO_RELATION);
	bool friend = text_equal_string(relation, "FRI") || text_equal_string(relation, "BOF"), kin = text_equal_string(import_cell(row, CO_KIN), "Y");
	if (text_equal_string(import_cell(row, CO_ACTIVE), "N"))
		import_refuse(row, CO_ACTIVE, N_("This contact is marked as ended"));
	else if (name.length == 0)
		import_refuse(row, CO_PERSON, N_("Nobody in persons.csv has this key: {value}"));
	if (import_is_refused(row))
		return;
	struct import_command *contact = import_command(row, "contact.add", import_cell(row, CO_ID));
	import_input_made(contact, "person", PRISON_BOOKINGS.name, import_cell(row, CO_BOOKING));
	import_input(contact, "kind", !text_equal_string(type, "S") ? TEXT_OF("other") : friend ? TEXT_OF("friend") : TEXT_OF("family"));
	import_input(contact, "relation", prison_code(relation, RELATIONS, ""));
	import_input(contact, "name", name);
	import_input(contact, "wish_told", TEXT_OF("?"));
	import_input(contact, "next_of_kin", kin || text_equal_string(import_cell(row, CO_EMERGENCY), "Y") ? TEXT_OF("yes") : TEXT_OF("no"));
}

const struct import_mapping PRISON_CONTACTS = { .name = "prison-api-contacts", .label = N_("Contacts"), .file = "contacts.csv", .beside = "persons.csv",
	.columns = CONTACT_COLUMN, .column_count = CO_COLUMNS, .row = contact_row };

/* ---- bed_assignments.csv ---- */

enum { BE_BOOKING, BE_SEQ, BE_PLACE, BE_FROM, BE_TO, BE_COLUMNS };
static const struct import_column BED_COLUMN[BE_COLUMNS] = { [BE_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [BE_SEQ] = REQUIRED_COLUMN("bed_assign_seq"),
	[BE_PLACE] = REQUIRED_COLUMN("living_unit_id"), [BE_FROM] = REQUIRED_COLUMN("assignment_date"), [BE_TO] = REQUIRED_COLUMN("assignment_end_date") };

static void bed_row(struct import_row *row)
{
	struct arena *arena = import_arena(row);
	struct date first, last;
	if (import_row_is_none(row, BE_BOOKING, BE_PLACE))
		return;
	struct text from = prison_day(row, BE_FROM), to = prison_day(row, BE_TO);
	bool whole = date_parse(from, &first) && date_parse(to, &last);
	if (to.length == 0)
		import_refuse(row, BE_TO, N_("This stay in a place has no end; where a person sleeps now is said by bookings.csv"));
	else if (!whole || date_compare(last, first) < 0 || date_compare(last, moment_date(import_now(row))) > 0)
		import_refuse(row, BE_FROM, N_("These days of a stay in a place cannot be"));
	if (import_is_refused(row))
		return;
	struct import_command *bed = import_command(row, "register.import_placement",
		arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(import_cell(row, BE_BOOKING)), TEXT_FORMAT(import_cell(row, BE_SEQ))));
	import_record_fact(bed);
	import_input_made(bed, "person", PRISON_BOOKINGS.name, import_cell(row, BE_BOOKING));
	import_input_made(bed, "place", PRISON_LOCATIONS.name, import_cell(row, BE_PLACE));
	import_input(bed, "started_at", arena_format(arena, "%.*sT12:00:00Z", TEXT_FORMAT(from)));
	import_input(bed, "ended_at", arena_format(arena, "%.*sT12:00:00Z", TEXT_FORMAT(to)));
}

const struct import_mapping PRISON_BEDS = { .name = "prison-api-beds", .label = N_("Where people slept"), .file = "bed_assignments.csv", .columns = BED_COLUMN,
	.column_count = BE_COLUMNS, .row = bed_row };
