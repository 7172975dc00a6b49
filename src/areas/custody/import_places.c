/* import_places.c - mapping legacy-places: rooms of institutions from a spreadsheet into facilities and their place trees. */
#include "areas/custody/import.h"

enum { CODE, NAME, BUILDING, FLOOR, UNIT, ROOM, KIND, BEDS, AREA, REGIME, SEX, NOTE, COLUMNS };

#define HEADINGS(...) (const char *const[]){ __VA_ARGS__, NULL }

static const struct import_column COLUMN[COLUMNS] = {
	[CODE] = { "Код учреждения", HEADINGS("Код учреждения", "code"), .required = true },
	[NAME] = { "Учреждение", HEADINGS("Учреждение", "institution"), .required = true },
	[BUILDING] = { "Корпус", HEADINGS("Корпус", "building") },
	[FLOOR] = { "Этаж", HEADINGS("Этаж", "floor") },
	[UNIT] = { "Отряд", HEADINGS("Отряд", "unit") },
	[ROOM] = { "Помещение", HEADINGS("Помещение", "room"), .required = true },
	[KIND] = { "Вид", HEADINGS("Вид", "kind") },
	[BEDS] = { "Мест", HEADINGS("Мест", "beds"), .required = true },
	[AREA] = { "Площадь м2", HEADINGS("Площадь м2", "Площадь", "area") },
	[REGIME] = { "Режим", HEADINGS("Режим", "regime") },
	[SEX] = { "Пол", HEADINGS("Пол", "sex") },
	[NOTE] = { "Примечание", HEADINGS("Примечание", "note") },
};

static bool cell_has(struct import_row *row, int column, const char *word)
{
	return text_find(cell_fold(import_arena(row), import_cell(row, column)), text_from(word)) != SIZE_MAX;
}

/* What the code says of the institution, the same in every row of it: kind, and whom it holds. */
static void facility_add(struct import_row *row, struct text code)
{
	bool women = text_starts_with(code, TEXT_OF("ЖК")), remand = text_starts_with(code, TEXT_OF("СИЗО"));
	struct import_command *facility = import_command(row, "facility.add", code);
	import_input(facility, "code", cell_latin(import_arena(row), code));
	import_input(facility, "name", cell_spaces(import_arena(row), import_cell(row, NAME), false));
	import_input(facility, "kind", women ? TEXT_OF("women") : remand ? TEXT_OF("remand") : TEXT_OF("prison"));
	import_input(facility, "holds", women ? TEXT_OF("F") : remand ? TEXT_OF("both") : TEXT_OF("M"));
	import_input(facility, "zone", import_zone(row).length ? import_zone(row) : TEXT_OF("UTC"));
	import_input(facility, "capacity", TEXT_OF("?"));
	import_input(facility, "in_use", TEXT_OF("yes"));
}

struct level { struct text key, parent, code; const char *kind; };

/* Buildings, floors and units come before the first room in them; the engine makes each of them once. */
static void level_add(struct import_row *row, struct text facility, const struct level *level)
{
	struct import_command *place = import_command(row, "place.add", level->key);
	import_input_made(place, "facility", NULL, facility);
	if (level->parent.length)
		import_input_made(place, "parent", NULL, level->parent);
	import_input(place, "code", level->code);
	import_input(place, "kind", text_from(level->kind));
}

static struct text levels_add(struct import_row *row, struct text code)
{
	struct arena *arena = import_arena(row);
	struct text building = cell_spaces(arena, import_cell(row, BUILDING), false), floor = import_cell(row, FLOOR), unit = import_cell(row, UNIT);
	struct text parent = text_empty();
	if (building.length) {
		struct text key = arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(code), TEXT_FORMAT(building));
		level_add(row, code, &(struct level){ key, text_empty(), building, "building" });
		parent = key;
	}
	if (floor.length && building.length) {
		struct text name = arena_format(arena, "%.*s, этаж %.*s", TEXT_FORMAT(building), TEXT_FORMAT(floor));
		struct text key = arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(code), TEXT_FORMAT(name));
		level_add(row, code, &(struct level){ key, parent, name, "landing" });
		parent = key;
	}
	if (unit.length) {
		struct text name = arena_format(arena, "отр. %.*s", TEXT_FORMAT(unit));
		struct text key = arena_format(arena, "%.*s/%.*s", TEXT_FORMAT(code), TEXT_FORMAT(name));
		level_add(row, code, &(struct level){ key, parent, name, "wing" });
		parent = key;
	}
	return parent;
}

static const char *room_kind(struct import_row *row)
{
	if (cell_has(row, KIND, "секция"))
		return "dormitory";
	if (cell_has(row, KIND, "палата"))
		return "medical";
	return cell_has(row, KIND, "комната") ? "room" : "cell";
}

static const char *room_purpose(struct import_row *row)
{
	if (cell_has(row, KIND, "шизо") || cell_has(row, KIND, "пкт"))
		return "separation";
	if (cell_has(row, KIND, "палата"))
		return "health";
	if (cell_has(row, KIND, "матери"))
		return "mother_and_baby";
	if (cell_has(row, KIND, "карантин"))
		return "quarantine";
	if (cell_has(row, NOTE, "пожизн"))
		return "life";
	return cell_regime(import_arena(row), import_cell(row, REGIME)) == REGIME_REMAND ? "remand" : "ordinary";
}

static struct text area_text(struct import_row *row)
{
	struct text area = import_cell(row, AREA);
	if (cell_is_nothing(area))
		return TEXT_OF("?");
	char *copy = arena_string(import_arena(row), area);
	for (size_t i = 0; i < area.length; i++)
		if (copy[i] == ',')
			copy[i] = '.';
	return text_from(copy);
}

static void room_add(struct import_row *row, struct text code, struct text parent, struct text key)
{
	static const char *const REGIMES[] = { "", "general", "strict", "special", "untried" };
	enum regime regime = cell_regime(import_arena(row), import_cell(row, REGIME));
	char sex = cell_sex(import_arena(row), import_cell(row, SEX));
	const char *kind = room_kind(row);
	struct import_command *place = import_command(row, "place.add", key);
	import_input_made(place, "facility", NULL, code);
	if (parent.length)
		import_input_made(place, "parent", NULL, parent);
	import_input(place, "code", import_cell(row, ROOM));
	import_input(place, "name", cell_spaces(import_arena(row), import_cell(row, KIND), false));
	import_input(place, "kind", text_from(kind));
	import_input(place, "purpose", text_from(room_purpose(row)));
	import_input(place, "regime", text_from(REGIMES[regime]));
	import_input(place, "sex", sex == 'F' ? TEXT_OF("F") : sex == 'M' ? TEXT_OF("M") : text_empty());
	import_input(place, "legal_status", regime == REGIME_REMAND ? TEXT_OF("untried") : regime == REGIME_NONE ? text_empty() : TEXT_OF("convicted"));
	import_input(place, "juvenile", cell_has(row, NOTE, "несовершеннолет") ? TEXT_OF("yes") : text_empty());
	import_input(place, "capacity_certified", import_cell(row, BEDS));
	import_input(place, "capacity_working", import_cell(row, BEDS));
	import_input(place, "floor_area", area_text(row));
	if (text_equal_string(import_cell(row, BEDS), "1") && text_equal_string(text_from(kind), "cell"))
		import_input(place, "single", TEXT_OF("yes"));
	import_input(place, "note", import_cell(row, NOTE));
}

static void room_close(struct import_row *row, struct text room)
{
	if (!cell_has(row, NOTE, "ремонт"))
		return;
	struct import_command *close = import_command(row, "place.close", arena_format(import_arena(row), "%.*s#close", TEXT_FORMAT(room)));
	import_input_made(close, "place", NULL, room);
	import_input(close, "out_of_use_reason", TEXT_OF("refurbishment"));
	import_reason(close, arena_format(import_arena(row), "Noted in the old register: %.*s", TEXT_FORMAT(import_cell(row, NOTE))));
}

static void place_row(struct import_row *row)
{
	int64_t beds;
	if (import_row_is_none(row, CODE, ROOM))
		return;
	struct cell_code code = cell_institution(import_arena(row), import_cell(row, CODE));
	if (code.state != CELL_READ)
		import_refuse(row, CODE, N_("The code of the institution is missing or cannot be read: {value}"));
	import_wants(row, NAME, N_("The name of the institution is missing"));
	import_wants(row, ROOM, N_("The room is missing"));
	if (!text_to_integer(import_cell(row, BEDS), &beds) || beds < 0)
		import_refuse(row, BEDS, N_("The number of beds is not a whole number: {value}"));
	if (import_is_refused(row))
		return;
	if (cell_is_nothing(import_cell(row, AREA)))
		import_warn(row, AREA, N_("The floor area is not known"));
	facility_add(row, code.text);
	struct text parent = levels_add(row, code.text);
	struct text room = arena_format(import_arena(row), "%.*s/%.*s", TEXT_FORMAT(code.text), TEXT_FORMAT(import_cell(row, ROOM)));
	room_add(row, code.text, parent, room);
	room_close(row, room);
}

static const struct import_mapping MAPPING = { .name = "legacy-places", .label = N_("Places of institutions from a spreadsheet"), .columns = COLUMN,
	.column_count = COLUMNS, .row = place_row };

const struct import_set IMPORT_LEGACY_PLACES = { "legacy-places", N_("Places of institutions from a spreadsheet"),
	(const struct import_mapping *const[]){ &MAPPING, NULL } };
