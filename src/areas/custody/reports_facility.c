/* reports_facility.c - who is where in one facility: beds, roll, movements, transfers, releases, admissions. */
#include "areas/custody/reports_run.h"

#define PLACE_ID { &RECORD_PLACE, FIELD_ID }
#define PERSON_ID { &RECORD_PERSON, FIELD_ID }
#define PERSON_COLUMN(field) { &RECORD_PERSON, PERSON_##field }
#define MOVEMENT_COLUMN(field) { &RECORD_MOVEMENT, MOVEMENT_##field }

static const struct report OCCUPANTS = {
	.kind = "board", .person_column = OCCUPANT_PERSON, .column_count = OCCUPANT_COLUMNS,
	.sql = "SELECT placement.place, placement.bed, placement.started_at, person.id, person.name, person.number,"
	       " person.legal_status, person.whereabouts, person.release_date"
	       " FROM placement JOIN person ON person.id = placement.person"
	       " WHERE placement.facility = $1 AND placement.ended_at IS NULL"
	       " ORDER BY placement.place, placement.bed ASC NULLS LAST, placement.started_at",
	.columns = { [OCCUPANT_PLACE] = { &RECORD_PLACEMENT, PLACEMENT_PLACE }, [OCCUPANT_BED] = { &RECORD_PLACEMENT, PLACEMENT_BED },
		[OCCUPANT_SINCE] = { &RECORD_PLACEMENT, PLACEMENT_STARTED_AT }, [OCCUPANT_PERSON] = PERSON_ID,
		[OCCUPANT_NAME] = PERSON_COLUMN(DISPLAY_NAME), [OCCUPANT_NUMBER] = PERSON_COLUMN(NUMBER),
		[OCCUPANT_STATUS] = PERSON_COLUMN(LEGAL_STATUS), [OCCUPANT_WHEREABOUTS] = PERSON_COLUMN(WHEREABOUTS),
		[OCCUPANT_RELEASE] = PERSON_COLUMN(RELEASE_DATE) },
};

bool report_occupants(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility) };
	return report_facility(query, &OCCUPANTS, parameters, 1, out, errors);
}

static const struct report UNPLACED = {
	.kind = "board", .person_column = UNPLACED_PERSON, .column_count = UNPLACED_COLUMNS,
	.sql = "SELECT id, name, number, legal_status, sex FROM person"
	       " WHERE current_facility = $1 AND whereabouts = 'in' AND placement IS NULL ORDER BY name",
	.columns = { [UNPLACED_PERSON] = PERSON_ID, [UNPLACED_NAME] = PERSON_COLUMN(DISPLAY_NAME), [UNPLACED_NUMBER] = PERSON_COLUMN(NUMBER),
		[UNPLACED_STATUS] = PERSON_COLUMN(LEGAL_STATUS), [UNPLACED_SEX] = PERSON_COLUMN(SEX) },
};

bool report_unplaced(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility) };
	return report_facility(query, &UNPLACED, parameters, 1, out, errors);
}

static const struct report ROLL = {
	.person_column = -1, .column_count = ROLL_COLUMNS,
	.sql = "SELECT whereabouts, COUNT(*) FROM person WHERE current_facility = $1"
	       " AND whereabouts IN ('in', 'out', 'in_transit') GROUP BY whereabouts",
	.columns = { [ROLL_WHEREABOUTS] = PERSON_COLUMN(WHEREABOUTS), [ROLL_COUNT] = { NULL, 0 } },
};

bool report_roll(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility) };
	return report_facility(query, &ROLL, parameters, 1, out, errors);
}

#define MOVEMENT_SELECT "SELECT movement.id, person.id, person.name, person.number, movement.kind, movement.direction," \
	" COALESCE(movement.destination, facility.name), movement.happened_at, movement.due_back_at, movement.returned_at," \
	" movement.state, movement.escort FROM movement JOIN person ON person.id = movement.person" \
	" LEFT JOIN facility ON facility.id = movement.to_facility"
#define MOVEMENT_COLUMNS { [GONE_MOVEMENT] = { &RECORD_MOVEMENT, FIELD_ID }, [GONE_PERSON] = PERSON_ID, \
	[GONE_NAME] = PERSON_COLUMN(DISPLAY_NAME), [GONE_NUMBER] = PERSON_COLUMN(NUMBER), [GONE_KIND] = MOVEMENT_COLUMN(KIND), \
	[GONE_DIRECTION] = MOVEMENT_COLUMN(DIRECTION), [GONE_DESTINATION] = MOVEMENT_COLUMN(DESTINATION), \
	[GONE_AT] = MOVEMENT_COLUMN(LEFT_AT), [GONE_DUE_BACK] = MOVEMENT_COLUMN(DUE_BACK_AT), \
	[GONE_RETURNED_AT] = MOVEMENT_COLUMN(RETURNED_AT), [GONE_STATE] = MOVEMENT_COLUMN(STATE), [GONE_ESCORT] = MOVEMENT_COLUMN(ESCORT) }

static const struct report OUT_NOW = {
	.kind = "roll", .person_column = GONE_PERSON, .column_count = GONE_COLUMNS,
	.sql = MOVEMENT_SELECT " WHERE movement.facility = $1 AND movement.state = 'open' AND movement.direction = 'out'"
	       " ORDER BY movement.due_back_at ASC NULLS LAST, movement.happened_at",
	.columns = MOVEMENT_COLUMNS,
};

bool report_out(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility) };
	return report_facility(query, &OUT_NOW, parameters, 1, out, errors);
}

static const struct report MOVEMENTS = {
	.kind = "movements", .person_column = GONE_PERSON, .column_count = GONE_COLUMNS,
	.sql = MOVEMENT_SELECT " WHERE movement.facility = $1 AND ((movement.happened_at >= $2 AND movement.happened_at < $3)"
	       " OR (movement.returned_at >= $4 AND movement.returned_at < $5)) ORDER BY movement.happened_at, movement.id",
	.columns = MOVEMENT_COLUMNS,
};

bool report_movements(struct query *query, struct text facility, int64_t from, int64_t to, struct store_result *out,
	struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_integer(from), value_integer(to), value_integer(from),
		value_integer(to) };
	return report_facility(query, &MOVEMENTS, parameters, 5, out, errors);
}

#define TRANSFER_COLUMN(field) { &RECORD_TRANSFER, TRANSFER_##field }

static const struct report TRANSFERS = {
	.kind = "transfers", .person_column = HANDOVER_PERSON, .column_count = HANDOVER_COLUMNS,
	.sql = "SELECT transfer.id, person.id, person.name, person.number, transfer.from_facility, transfer.to_facility,"
	       " sender.name, receiver.name, transfer.state, transfer.why, transfer.offered_at, transfer.departed_at"
	       " FROM transfer JOIN person ON person.id = transfer.person"
	       " JOIN facility AS sender ON sender.id = transfer.from_facility"
	       " JOIN facility AS receiver ON receiver.id = transfer.to_facility"
	       " WHERE (transfer.from_facility = $1 OR transfer.to_facility = $2) AND transfer.state IN ('offered', 'departed')"
	       " ORDER BY transfer.departed_at ASC NULLS LAST, transfer.offered_at",
	.columns = { [HANDOVER_TRANSFER] = { &RECORD_TRANSFER, FIELD_ID }, [HANDOVER_PERSON] = PERSON_ID,
		[HANDOVER_NAME] = PERSON_COLUMN(DISPLAY_NAME), [HANDOVER_NUMBER] = PERSON_COLUMN(NUMBER), [HANDOVER_FROM] = TRANSFER_COLUMN(FROM),
		[HANDOVER_TO] = TRANSFER_COLUMN(TO), [HANDOVER_FROM_NAME] = { &RECORD_FACILITY, FACILITY_NAME },
		[HANDOVER_TO_NAME] = { &RECORD_FACILITY, FACILITY_NAME }, [HANDOVER_STATE] = TRANSFER_COLUMN(STATE),
		[HANDOVER_WHY] = TRANSFER_COLUMN(REASON), [HANDOVER_OFFERED_AT] = TRANSFER_COLUMN(OFFERED_AT),
		[HANDOVER_DEPARTED_AT] = TRANSFER_COLUMN(DEPARTED_AT) },
};

bool report_transfers(struct query *query, struct text facility, struct store_result *out, struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_text(facility) };
	return report_facility(query, &TRANSFERS, parameters, 2, out, errors);
}

static const struct report RELEASES = {
	.kind = "releases", .person_column = DUE_PERSON, .column_count = DUE_COLUMNS,
	.sql = "SELECT person.id, person.name, person.number, person.release_date, person.release_date_kind, person.whereabouts,"
	       " release.id, release.state, release.planned_on, release.property_returned, release.file_offered"
	       " FROM person LEFT JOIN release ON release.person = person.id AND release.state IN ('preparing', 'ready')"
	       " WHERE person.current_facility = $1 AND person.whereabouts IN ('in', 'out', 'in_transit')"
	       " AND (person.release_date <= $2 OR release.id IS NOT NULL)"
	       " ORDER BY COALESCE(release.planned_on, person.release_date) ASC NULLS LAST, person.name",
	.columns = { [DUE_PERSON] = PERSON_ID, [DUE_NAME] = PERSON_COLUMN(DISPLAY_NAME), [DUE_NUMBER] = PERSON_COLUMN(NUMBER),
		[DUE_DATE] = PERSON_COLUMN(RELEASE_DATE), [DUE_DATE_KIND] = PERSON_COLUMN(RELEASE_DATE_KIND),
		[DUE_WHEREABOUTS] = PERSON_COLUMN(WHEREABOUTS), [DUE_RELEASE] = { &RECORD_RELEASE, FIELD_ID },
		[DUE_STATE] = { &RECORD_RELEASE, RELEASE_STATE }, [DUE_PLANNED] = { &RECORD_RELEASE, RELEASE_PLANNED_ON },
		[DUE_PROPERTY] = { &RECORD_RELEASE, RELEASE_PROPERTY_RETURNED }, [DUE_FILE] = { &RECORD_RELEASE, RELEASE_FILE_OFFERED } },
};

bool report_releases(struct query *query, struct text facility, struct date until, struct store_result *out,
	struct error_list *errors)
{
	const struct value parameters[] = { value_text(facility), value_text(date_text(query_arena(query), until)) };
	return report_facility(query, &RELEASES, parameters, 2, out, errors);
}
