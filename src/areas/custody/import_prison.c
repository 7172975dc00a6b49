/*
 * import_prison.c - mapping prison-api: the tables of another prison system as a folder of CSV files, in the order of loading.
 *
 * Source and oddities of the set: test/data/import/prison-api/README.md. Its codes: agency and location types, alias types,
 * identifier types, imprisonment status bands. What has no counterpart here (ethnicity, courts as places, key dates of the
 * national law other than the end of the sentence) is left out and said so.
 */
#include "areas/custody/import_prison.h"

#include "base/map.h"
#include "service/records.h"
#include "text/catalogue.h"

/* "sysdate" stands for the day of loading; only the person who loads knows it. */
struct text prison_day(struct import_row *row, int column)
{
	struct arena *arena = import_arena(row);
	struct text cell = import_cell(row, column);
	if (text_find(cell, TEXT_OF("sysdate")) != SIZE_MAX) {
		if (!import_day(row).year) {
			import_warn(row, column, N_("Which day {value} stands for was not said; the day is not known"));
			return text_empty();
		}
		struct text day = date_text(arena, import_day(row));
		import_correct(row, column, day, N_("sysdate stands for the day of loading"));
		return day;
	}
	struct cell_date date = cell_date(arena, cell);
	if (date.state == CELL_EMPTY)
		return text_empty();
	if (date.state == CELL_READ)
		return date_text(arena, date.date);
	import_warn(row, column, N_("This is not readable as a date and is left out: {value}"));
	return text_empty();
}

struct text prison_code(struct text theirs, const struct prison_code_pair *codes, const char *otherwise)
{
	for (; codes->theirs; codes++)
		if (text_equal_string(theirs, codes->theirs))
			return text_from(codes->ours);
	return text_from(otherwise);
}

/* ---- agencies.csv: establishments ---- */

enum { AG_ID, AG_NAME, AG_TYPE, AG_LONG, AG_ACTIVE, AG_COLUMNS };
static const struct import_column AGENCY_COLUMN[AG_COLUMNS] = { [AG_ID] = REQUIRED_COLUMN("agy_loc_id"), [AG_NAME] = REQUIRED_COLUMN("description"),
	[AG_TYPE] = REQUIRED_COLUMN("agency_location_type"), [AG_LONG] = COLUMN_NAMED("long_description"), [AG_ACTIVE] = COLUMN_NAMED("active_flag") };

static void agency_row(struct import_row *row)
{
	struct arena *arena = import_arena(row);
	struct text id = import_cell(row, AG_ID), type = import_cell(row, AG_TYPE);
	if (import_row_is_none(row, AG_ID, AG_NAME))
		return;
	bool prison = text_equal_string(type, "INST"), hospital = text_equal_string(type, "HSHOSP");
	if (!prison && !hospital)
		import_refuse(row, AG_TYPE, N_("Nobody is held by this kind of agency ({value}); its name stands in orders and movements"));
	else if (text_equal_string(id, "OUT") || text_equal_string(id, "TRN") || text_find_byte(id, '*') != SIZE_MAX)
		import_refuse(row, AG_ID, N_("{value} is no place but a word for a state, which Custos keeps otherwise"));
	if (import_is_refused(row))
		return;
	struct text name = import_cell(row, AG_LONG).length ? import_cell(row, AG_LONG) : import_cell(row, AG_NAME);
	struct import_command *facility = import_command(row, "facility.add", id);
	import_input(facility, "code", cell_latin(arena, id));
	import_input(facility, "name", name);
	import_input(facility, "kind", hospital ? TEXT_OF("hospital") : TEXT_OF("prison"));
	import_input(facility, "holds", TEXT_OF("both"));
	import_input(facility, "zone", import_zone(row).length ? import_zone(row) : TEXT_OF("Europe/London"));
	import_input(facility, "capacity", TEXT_OF("?"));
	import_input(facility, "in_use", text_equal_string(import_cell(row, AG_ACTIVE), "N") ? TEXT_OF("no") : TEXT_OF("yes"));
}

const struct import_mapping PRISON_AGENCIES = { .name = "prison-api-agencies", .label = N_("Agencies"), .file = "agencies.csv",
	.columns = AGENCY_COLUMN, .column_count = AG_COLUMNS, .row = agency_row };

/* ---- locations.csv: the tree of places ---- */

enum { LO_ID, LO_CODE, LO_TYPE, LO_AGENCY, LO_UNIT, LO_CERTIFIED, LO_CAPACITY, LO_OPERATION, LO_PATH, LO_PARENT, LO_USER, LO_COLUMNS };
static const struct import_column LOCATION_COLUMN[LO_COLUMNS] = { [LO_ID] = REQUIRED_COLUMN("internal_location_id"),
	[LO_CODE] = REQUIRED_COLUMN("internal_location_code"), [LO_TYPE] = REQUIRED_COLUMN("internal_location_type"), [LO_AGENCY] = REQUIRED_COLUMN("agy_loc_id"),
	[LO_UNIT] = COLUMN_NAMED("unit_type"), [LO_CERTIFIED] = COLUMN_NAMED("certified_flag"), [LO_CAPACITY] = COLUMN_NAMED("capacity"),
	[LO_OPERATION] = COLUMN_NAMED("operation_capacity"), [LO_PATH] = REQUIRED_COLUMN("description"), [LO_PARENT] = COLUMN_NAMED("parent_internal_location_id"),
	[LO_USER] = COLUMN_NAMED("user_desc") };

static void location_row(struct import_row *row)
{
	static const struct prison_code_pair KINDS[] = { { "WING", "wing" }, { "LAND", "landing" }, { "CELL", "cell" }, { "ROOM", "room" }, { "WORK", "workshop" },
		{ "WSHP", "workshop" }, { "CLAS", "classroom" }, { "VISIT", "visits" }, { "MEDI", "medical" }, { "FAIT", "faith" }, { "EXER", "yard" },
		{ "SPOR", "yard" }, { "HCEL", "holding" }, { "RESI", "building" }, { "LOCA", "building" }, { "AREA", "building" }, { NULL, NULL } };
	static const struct prison_code_pair PURPOSES[] = { { "SEG", "separation" }, { "REC", "first_night" }, { "HOLC", "other" }, { "OU", "other" }, { "NA", "ordinary" },
		{ NULL, NULL } };
	if (import_row_is_none(row, LO_ID, LO_CODE))
		return;
	struct text kind = prison_code(import_cell(row, LO_TYPE), KINDS, "room");
	bool certified = text_equal_string(import_cell(row, LO_CERTIFIED), "Y");
	struct import_command *place = import_command(row, "place.add", import_cell(row, LO_ID));
	import_input_made(place, "facility", PRISON_AGENCIES.name, import_cell(row, LO_AGENCY));
	import_input_made(place, "parent", NULL, import_cell(row, LO_PARENT));
	import_input(place, "code", import_cell(row, LO_PATH).length ? import_cell(row, LO_PATH) : import_cell(row, LO_CODE));
	import_input(place, "name", import_cell(row, LO_USER));
	import_input(place, "kind", kind);
	import_input(place, "purpose", prison_code(import_cell(row, LO_UNIT), PURPOSES, ""));
	import_input(place, "capacity_certified", certified && import_cell(row, LO_CAPACITY).length ? import_cell(row, LO_CAPACITY) : TEXT_OF("?"));
	import_input(place, "capacity_working", import_cell(row, LO_OPERATION).length ? import_cell(row, LO_OPERATION) : import_cell(row, LO_CAPACITY));
	import_input(place, "floor_area", TEXT_OF("?"));
}

const struct import_mapping PRISON_LOCATIONS = { .name = "prison-api-locations", .label = N_("Locations"), .file = "locations.csv",
	.columns = LOCATION_COLUMN, .column_count = LO_COLUMNS, .row = location_row };

/* ---- offenders.csv: people and their names ---- */

enum { OF_ID, OF_ROOT, OF_LAST, OF_FIRST, OF_MIDDLE, OF_SEX, OF_NUMBER, OF_ETHNICITY, OF_ALIAS, OF_BIRTH, OF_BIRTH_PLACE, OF_COLUMNS };
static const struct import_column OFFENDER_COLUMN[OF_COLUMNS] = { [OF_ID] = REQUIRED_COLUMN("offender_id"), [OF_ROOT] = REQUIRED_COLUMN("root_offender_id"),
	[OF_LAST] = REQUIRED_COLUMN("last_name"), [OF_FIRST] = REQUIRED_COLUMN("first_name"), [OF_MIDDLE] = COLUMN_NAMED("middle_name"),
	[OF_SEX] = REQUIRED_COLUMN("sex_code"), [OF_NUMBER] = REQUIRED_COLUMN("offender_id_display"),
	[OF_ETHNICITY] = { "race_code", HEADINGS("race_code"),
		.refused = N_("Ethnicity is not loaded: no decision about a person may rest on it (Nelson Mandela Rules, Rule 2)") },
	[OF_ALIAS] = COLUMN_NAMED("alias_name_type"), [OF_BIRTH] = REQUIRED_COLUMN("birth_date"), [OF_BIRTH_PLACE] = COLUMN_NAMED("birth_place") };

/* Numbers that this file has used already: they must stay distinct here. */
struct numbers { struct arena *arena; struct map used; };

static void *numbers_begin(struct arena *arena, struct service *service, const void *setting)
{
	(void)service;
	(void)setting;
	struct numbers *numbers = ARENA_NEW(arena, struct numbers);
	numbers->arena = arena;
	map_begin(&numbers->used, arena);
	return numbers;
}

static struct text number_distinct(struct import_row *row, int column, struct text number, struct text id)
{
	struct numbers *numbers = import_state(row);
	if (map_get(&numbers->used, number)) {
		number = arena_format(import_arena(row), "%.*s (%.*s)", TEXT_FORMAT(number), TEXT_FORMAT(id));
		import_correct(row, column, number, N_("This number is used twice in the file; the key of the row tells them apart"));
	}
	map_set(&numbers->used, arena_copy(numbers->arena, number), numbers);
	return number;
}

struct names { struct text surname, given, whole; };

static struct names names_read(struct import_row *row)
{
	static const int COLUMN[] = { OF_FIRST, OF_MIDDLE, OF_LAST };
	struct arena *arena = import_arena(row);
	struct text parts[3];
	size_t count = 0;
	struct names names = { text_empty(), text_empty(), text_empty() };
	for (size_t i = 0; i < 3; i++) {
		struct cell_name name = cell_name(arena, import_cell(row, COLUMN[i]));
		if (name.rule)
			import_correct(row, COLUMN[i], name.text, name.rule);
		if (name.text.length)
			parts[count++] = name.text;
		if (i == 1)
			names.given = arena_join(arena, parts, count, TEXT_OF(" "));
		if (i == 2)
			names.surname = name.text;
	}
	names.whole = arena_join(arena, parts, count, TEXT_OF(" "));
	return names;
}

static void alias_command(struct import_row *row, const struct names *names)
{
	static const struct prison_code_pair KINDS[] = { { "A", "alias" }, { "NICK", "alias" }, { "MAID", "birth" }, { "CN", "former" }, { NULL, NULL } };
	struct arena *arena = import_arena(row);
	struct import_command *name = import_command(row, "name.add", arena_format(arena, "name%.*s", TEXT_FORMAT(import_cell(row, OF_ID))));
	import_input_made(name, "person", NULL, import_cell(row, OF_ROOT));
	import_input(name, "name_kind", prison_code(import_cell(row, OF_ALIAS), KINDS, "alias"));
	import_input(name, "surname", names->surname);
	import_input(name, "given", names->given);
	import_input(name, "whole", names->whole);
	import_input(name, "script", TEXT_OF("Latn"));
	import_input(name, "source", TEXT_OF("prison-api"));
}

static void offender_row(struct import_row *row)
{
	struct arena *arena = import_arena(row);
	if (import_row_is_none(row, OF_ID, OF_LAST))
		return;
	struct cell_date birth = cell_date(arena, import_cell(row, OF_BIRTH));
	char sex = cell_sex(arena, import_cell(row, OF_SEX));
	struct names names = names_read(row);
	if (!text_equal(import_cell(row, OF_ID), import_cell(row, OF_ROOT))) {
		alias_command(row, &names);
		return;
	}
	if (!sex)
		import_refuse(row, OF_SEX, N_("The sex cannot be read: {value}"));
	if (birth.state != CELL_READ && birth.state != CELL_EMPTY)
		import_warn(row, OF_BIRTH, N_("There cannot be such a date: {value}. The birth date is not known"));
	if (import_is_refused(row))
		return;
	struct import_command *person = import_command(row, "register.import_person", import_cell(row, OF_ID));
	import_record_fact(person);
	import_input(person, "number", number_distinct(row, OF_NUMBER, import_cell(row, OF_NUMBER), import_cell(row, OF_ID)));
	import_input(person, "surname", names.surname);
	import_input(person, "given", names.given);
	import_input(person, "script", TEXT_OF("Latn"));
	import_input(person, "folded_surname", fold_name(arena, names.surname));
	import_input(person, "source", TEXT_OF("prison-api"));
	import_input(person, "sex", sex == 'F' ? TEXT_OF("F") : TEXT_OF("M"));
	import_input(person, "birth_date", birth.state == CELL_READ ? date_text(arena, birth.date) : TEXT_OF("?"));
	import_input(person, "birth_place", import_cell(row, OF_BIRTH_PLACE));
	import_input(person, "held", TEXT_OF("none"));
	import_person_doubles(row, names.whole, sex, birth.state == CELL_READ ? birth.date : (struct date){ 0 }, text_empty(), import_cell(row, OF_NUMBER));
}

static const struct import_mapping OFFENDERS = { .name = "prison-api-offenders", .label = N_("People"), .file = "offenders.csv",
	.columns = OFFENDER_COLUMN, .column_count = OF_COLUMNS, .begin = numbers_begin, .row = offender_row };

/* ---- identifiers.csv ---- */

enum { ID_ROOT, ID_OFFENDER, ID_SEQ, ID_TYPE, ID_NUMBER, ID_ISSUED, ID_AUTHORITY, ID_COLUMNS };
static const struct import_column IDENTIFIER_COLUMN[ID_COLUMNS] = { [ID_ROOT] = REQUIRED_COLUMN("root_offender_id"), [ID_OFFENDER] = REQUIRED_COLUMN("offender_id"),
	[ID_SEQ] = REQUIRED_COLUMN("offender_id_seq"), [ID_TYPE] = REQUIRED_COLUMN("identifier_type"), [ID_NUMBER] = REQUIRED_COLUMN("identifier"),
	[ID_ISSUED] = COLUMN_NAMED("issued_date"), [ID_AUTHORITY] = COLUMN_NAMED("issued_authority_text") };

static void identifier_row(struct import_row *row)
{
	static const struct prison_code_pair KINDS[] = { { "NINO", "personal_number" }, { "MERGED", "other_system" }, { "PNC", "other_system" }, { "CRO", "other_system" },
		{ NULL, NULL } };
	struct arena *arena = import_arena(row);
	if (import_row_is_none(row, ID_OFFENDER, ID_NUMBER) || !import_wants(row, ID_NUMBER, N_("The number is missing")))
		return;
	struct text number = cell_spaces(arena, import_cell(row, ID_NUMBER), false);
	struct import_command *document = import_command(row, "identity_document.add",
		arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(import_cell(row, ID_OFFENDER)), TEXT_FORMAT(import_cell(row, ID_SEQ))));
	import_input_made(document, "person", OFFENDERS.name, import_cell(row, ID_ROOT));
	import_input(document, "kind", prison_code(import_cell(row, ID_TYPE), KINDS, "other"));
	import_input(document, "number", number);
	import_input(document, "country", TEXT_OF("GB"));
	import_input(document, "issuer", import_cell(row, ID_AUTHORITY).length ? import_cell(row, ID_AUTHORITY) : import_cell(row, ID_TYPE));
	import_input(document, "issued_on", prison_day(row, ID_ISSUED));
	import_duplicate_key(row, N_("same document"), arena_format(arena, "%.*s %.*s", TEXT_FORMAT(import_cell(row, ID_TYPE)),
		TEXT_FORMAT(fold_name(arena, number))), import_cell(row, ID_ROOT));
}

static const struct import_mapping IDENTIFIERS = { .name = "prison-api-identifiers", .label = N_("Identifiers"), .file = "identifiers.csv",
	.columns = IDENTIFIER_COLUMN, .column_count = ID_COLUMNS, .row = identifier_row };

/* ---- bookings.csv: stays in custody ---- */

enum { BO_ID, BO_ROOT, BO_NUMBER, BO_BEGIN, BO_END, BO_AGENCY, BO_ACTIVE, BO_STATE, BO_PLACE, BO_CREATED_AT, BO_COLUMNS };
static const struct import_column BOOKING_COLUMN[BO_COLUMNS] = { [BO_ID] = REQUIRED_COLUMN("offender_book_id"), [BO_ROOT] = REQUIRED_COLUMN("root_offender_id"),
	[BO_NUMBER] = REQUIRED_COLUMN("booking_no"), [BO_BEGIN] = REQUIRED_COLUMN("booking_begin_date"), [BO_END] = COLUMN_NAMED("booking_end_date"),
	[BO_AGENCY] = REQUIRED_COLUMN("agy_loc_id"), [BO_ACTIVE] = REQUIRED_COLUMN("active_flag"), [BO_STATE] = REQUIRED_COLUMN("in_out_status"),
	[BO_PLACE] = COLUMN_NAMED("living_unit_id"), [BO_CREATED_AT] = COLUMN_NAMED("create_agy_loc_id") };

/* Where the row says that the person sleeps, if that place is of the agency that holds the person. */
static void booking_place(struct import_row *row, struct import_command *stay)
{
	struct arena *arena = import_arena(row);
	struct text id = import_cell(row, BO_PLACE);
	if (id.length == 0)
		return;
	const struct condition mapped[] = { CONDITION_TEXT(IMPORT_ROW_SOURCE_KEY, id), CONDITION_TEXT(IMPORT_ROW_MAPPING, text_from(PRISON_LOCATIONS.name)) };
	const struct row *known = import_find(row, &RECORD_IMPORT_ROW, mapped, 2);
	const struct condition by_id = { .field = FIELD_ID, .comparison = IS, .value = value_text(known ? row_text(known, IMPORT_ROW_RECORD_ID) : TEXT_OF("-")) };
	const struct row *place = known ? import_find(row, &RECORD_PLACE, &by_id, 1) : NULL;
	const struct condition by_code = CONDITION_TEXT(FACILITY_CODE, cell_latin(arena, import_cell(row, BO_AGENCY)));
	const struct row *facility = import_find(row, &RECORD_FACILITY, &by_code, 1);
	if (!place && import_would_make(row, PRISON_LOCATIONS.name, id))
		import_input_made(stay, "place", PRISON_LOCATIONS.name, id);
	else if (!place)
		import_warn(row, BO_PLACE, N_("There is no such place: {value}. The stay is taken over without a place"));
	else if (!facility || !text_equal(row_text(place, PLACE_FACILITY), facility->id))
		import_warn(row, BO_PLACE, N_("This place belongs to another institution: {value}. The stay is taken over without a place"));
	else
		import_input(stay, "place", place->id);
}

static void booking_row(struct import_row *row)
{
	if (import_row_is_none(row, BO_ID, BO_NUMBER))
		return;
	struct text agency = import_cell(row, BO_AGENCY), created = import_cell(row, BO_CREATED_AT);
	bool outside = text_equal_string(agency, "OUT"), road = text_equal_string(agency, "TRN");
	bool gone = outside || !text_equal_string(import_cell(row, BO_ACTIVE), "Y");
	if (!gone && text_equal_string(import_cell(row, BO_STATE), "OUT"))
		import_warn(row, BO_STATE, N_("The stay is open and the person is out: check where he or she is"));
	if (outside && text_equal_string(import_cell(row, BO_ACTIVE), "Y"))
		import_warn(row, BO_AGENCY, N_("The stay is marked open and the person outside; it is taken over as ended"));
	if ((outside || road) && created.length == 0) {
		import_refuse(row, BO_AGENCY, N_("The file does not say which institution this stay belongs to: {value}"));
		return;
	}
	struct import_command *stay = import_command(row, "register.import_stay", import_cell(row, BO_ID));
	import_record_fact(stay);
	import_input_made(stay, "person", OFFENDERS.name, import_cell(row, BO_ROOT));
	import_input_made(stay, "facility", PRISON_AGENCIES.name, outside || road ? created : agency);
	import_input(stay, "held", gone ? TEXT_OF("gone") : road ? TEXT_OF("transit") : TEXT_OF("in"));
	import_input(stay, "register_number", number_distinct(row, BO_NUMBER, import_cell(row, BO_NUMBER), import_cell(row, BO_ID)));
	struct text begins = prison_day(row, BO_BEGIN);
	import_input(stay, "admitted_on", begins.length ? begins : TEXT_OF("?"));
	import_input(stay, "ended_on", prison_day(row, BO_END));
	/* The order comes with imprisonment_statuses.csv; where that is silent, the stay has none and the pages say so. */
	if (!gone)
		booking_place(row, stay);
}

const struct import_mapping PRISON_BOOKINGS = { .name = "prison-api-bookings", .label = N_("Stays"), .file = "bookings.csv",
	.columns = BOOKING_COLUMN, .column_count = BO_COLUMNS, .begin = numbers_begin, .row = booking_row };

/* ---- imprisonment_statuses.csv: on what ground ---- */

enum { ST_BOOKING, ST_SEQ, ST_STATUS, ST_FROM, ST_EXPIRY, ST_AGENCY, ST_LATEST, ST_COLUMNS };
static const struct import_column STATUS_COLUMN[ST_COLUMNS] = { [ST_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [ST_SEQ] = REQUIRED_COLUMN("imprison_status_seq"),
	[ST_STATUS] = REQUIRED_COLUMN("imprisonment_status"), [ST_FROM] = REQUIRED_COLUMN("effective_date"), [ST_EXPIRY] = COLUMN_NAMED("expiry_date"),
	[ST_AGENCY] = COLUMN_NAMED("agy_loc_id"), [ST_LATEST] = COLUMN_NAMED("latest_status") };

static void status_row(struct import_row *row)
{
	static const struct prison_code_pair STATUSES[] = { { "SENT", "convicted" }, { "DPP", "convicted" }, { "ADIMP_ORA", "convicted" }, { "FTR_ORA", "recall" },
		{ "TRL", "untried" }, { "RX", "untried" }, { "DEPORT", "administrative" }, { NULL, NULL } };
	static const struct prison_code_pair KINDS[] = { { "convicted", "sentence" }, { "recall", "recall" }, { "untried", "remand" }, { "administrative", "administrative" },
		{ NULL, NULL } };
	struct arena *arena = import_arena(row);
	if (import_row_is_none(row, ST_BOOKING, ST_STATUS))
		return;
	struct text status = prison_code(import_cell(row, ST_STATUS), STATUSES, ""), from = prison_day(row, ST_FROM);
	if (status.length == 0)
		import_refuse(row, ST_STATUS, N_("This code of legal status is not known: {value}"));
	if (from.length == 0)
		import_refuse(row, ST_FROM, N_("An order needs the day from which it is valid"));
	if (import_is_refused(row))
		return;
	struct import_command *order = import_command(row, "legal_order.add",
		arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(import_cell(row, ST_BOOKING)), TEXT_FORMAT(import_cell(row, ST_SEQ))));
	import_record_fact(order);
	import_input_made(order, "person", PRISON_BOOKINGS.name, import_cell(row, ST_BOOKING));
	import_input(order, "kind", prison_code(status, KINDS, "remand"));
	import_input(order, "number", TEXT_OF("?"));
	import_input(order, "authority", TEXT_OF("?"));
	import_input(order, "issued_on", TEXT_OF("?"));
	import_input(order, "legal_status", status);
	import_input(order, "valid_from", from);
	import_input(order, "note", arena_format(arena, "prison-api: %.*s", TEXT_FORMAT(import_cell(row, ST_STATUS))));
	import_warning_reason(order, "NMR-8.a", TEXT_OF("The source names no hearing"));
}

const struct import_mapping PRISON_STATUSES = { .name = "prison-api-statuses", .label = N_("Legal status"), .file = "imprisonment_statuses.csv",
	.columns = STATUS_COLUMN, .column_count = ST_COLUMNS, .row = status_row };

/* ---- alerts.csv: into notes; an alert here needs evidence and an end, which the source does not have ---- */

enum { AL_BOOKING, AL_SEQ, AL_TYPE, AL_CODE, AL_STATUS, AL_DAY, AL_EXPIRY, AL_COMMENT, AL_COLUMNS };
static const struct import_column ALERT_COLUMN[AL_COLUMNS] = { [AL_BOOKING] = REQUIRED_COLUMN("offender_book_id"), [AL_SEQ] = REQUIRED_COLUMN("alert_seq"),
	[AL_TYPE] = REQUIRED_COLUMN("alert_type"), [AL_CODE] = REQUIRED_COLUMN("alert_code"), [AL_STATUS] = REQUIRED_COLUMN("alert_status"),
	[AL_DAY] = REQUIRED_COLUMN("alert_date"), [AL_EXPIRY] = COLUMN_NAMED("expiry_date"), [AL_COMMENT] = COLUMN_NAMED("comment_text") };

static void alert_row(struct import_row *row)
{
	struct arena *arena = import_arena(row);
	if (import_row_is_none(row, AL_BOOKING, AL_TYPE))
		return;
	if (text_equal_string(import_cell(row, AL_TYPE), "M") || text_equal_string(import_cell(row, AL_TYPE), "H")) {
		import_refuse(row, AL_TYPE, N_("Alerts of this kind speak of health ({value}); the health service enters what staff must know"));
		return;
	}
	struct text day = prison_day(row, AL_DAY), expiry = import_cell(row, AL_EXPIRY);
	if (day.length == 0) {
		import_refuse(row, AL_DAY, N_("A note needs the day on which it was made"));
		return;
	}
	struct text note = arena_format(arena, "Alert of the former system, kind %.*s/%.*s, %s, from %.*s%s%.*s: %.*s", TEXT_FORMAT(import_cell(row, AL_TYPE)),
		TEXT_FORMAT(import_cell(row, AL_CODE)), text_equal_string(import_cell(row, AL_STATUS), "ACTIVE") ? "active" : "not active", TEXT_FORMAT(day),
		expiry.length ? " until " : "", TEXT_FORMAT(text_slice(expiry, 0, 10)), TEXT_FORMAT(import_cell(row, AL_COMMENT)));
	import_warn(row, AL_CODE, N_("Taken over as a note: an alert needs evidence and an end. Raise it anew where it is still needed"));
	struct import_command *write = import_command(row, "case_note.write",
		arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(import_cell(row, AL_BOOKING)), TEXT_FORMAT(import_cell(row, AL_SEQ))));
	import_input_made(write, "person", PRISON_BOOKINGS.name, import_cell(row, AL_BOOKING));
	import_input(write, "kind", TEXT_OF("register"));
	import_input(write, "note", note);
	import_input(write, "happened_at", arena_format(arena, "%.*sT12:00:00Z", TEXT_FORMAT(day)));
	import_input(write, "fact_or_opinion", TEXT_OF("report"));
}

static const struct import_mapping ALERTS = { .name = "prison-api-alerts", .label = N_("Alerts"), .file = "alerts.csv", .columns = ALERT_COLUMN,
	.column_count = AL_COLUMNS, .row = alert_row };

const struct import_set IMPORT_PRISON_API = { "prison-api", N_("Tables of another prison system, a folder of CSV files"),
	(const struct import_mapping *const[]){ &PRISON_AGENCIES, &PRISON_LOCATIONS, &OFFENDERS, &IDENTIFIERS, &PRISON_BOOKINGS, &PRISON_STATUSES, &PRISON_SENTENCES, &PRISON_TERMS,
		&PRISON_MOVEMENTS, &ALERTS, &PRISON_CHARGES, &PRISON_CONTACTS, &PRISON_BEDS, NULL } };
