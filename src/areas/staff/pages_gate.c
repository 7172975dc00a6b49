/* pages_gate.c - keys and arms of a facility: what is out now and with whom, what can be issued, men who went into a women's unit. */
#include "areas/staff/pages_common.h"

struct gate {
	struct staff_board board;
	struct rows sets, keys, weapons, entries; /* keys and weapons: out now */
	const struct row *chosen; /* the set to be issued, or NULL */
};

static bool gate_read(struct page *page, struct gate *out)
{
	*out = (struct gate){ 0 };
	if (!staff_board_read(page, "keys-and-arms", &out->board))
		return false;
	const struct condition sets[] = { CONDITION_TEXT(KEY_SET_FACILITY, out->board.id) };
	const struct condition keys[] = { CONDITION_TEXT(KEY_ISSUE_FACILITY, out->board.id), CONDITION_ABSENT(KEY_ISSUE_RETURNED) };
	const struct condition weapons[] = { CONDITION_TEXT(WEAPON_ISSUE_FACILITY, out->board.id), CONDITION_ABSENT(WEAPON_ISSUE_RETURNED) };
	const struct condition entries[] = { CONDITION_TEXT(WOMEN_UNIT_ENTRY_FACILITY, out->board.id),
		{ .field = WOMEN_UNIT_ENTRY_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(page->now - 7 * MOMENT_DAY) } };
	bool ok = rows_where(page, &RECORD_KEY_SET, sets, 1, KEY_SET_LABEL, false, &out->sets) && rows_where(page, &RECORD_KEY_ISSUE, keys, 2, KEY_ISSUE_AT, false, &out->keys) &&
		rows_where(page, &RECORD_WOMEN_UNIT_ENTRY, entries, 2, WOMEN_UNIT_ENTRY_AT, true, &out->entries) &&
		(!page_may_read(page, &RECORD_WEAPON_ISSUE) || rows_where(page, &RECORD_WEAPON_ISSUE, weapons, 2, WEAPON_ISSUE_AT, false, &out->weapons));
	out->chosen = ok ? staff_row(&out->sets, page_query(page, "key_set")) : NULL;
	return ok;
}

/* A button that runs the act at once: the second of two taps. */
static void write_button(struct page *page, const struct gate *gate, const struct act *act, const char *name, struct text value, const char *label)
{
	struct text here = staff_path(page, &gate->board, "/keys-and-arms");
	widget_table_cell_begin(page);
	if (page_may_act(page, act)) {
		widget_action_begin(page, gate->chosen ? path_with(page, here, "key_set", gate->chosen->id) : here);
		widget_button(page, name, value, T(page, label), true);
		widget_action_end(page);
	}
	widget_table_cell_end(page);
}

static void write_out(struct page *page, const struct gate *gate, const struct rows *rows, const char *caption, const char *empty, const int *fields, const struct act *act, const char *const *headings)
{
	if (rows->count == 0) {
		widget_heading(page, 2, T(page, caption));
		widget_paragraph(page, T(page, empty));
		return;
	}
	widget_table_begin(page, T(page, caption), headings);
	for (size_t i = 0; i < rows->count; i++) {
		widget_table_row(page);
		for (int j = 0; fields[j] >= 0; j++) {
			widget_table_cell_begin(page);
			widget_value(page, rows->items[i], fields[j]);
			widget_table_cell_end(page);
		}
		write_button(page, gate, act, rows->items[i]->record->name, rows->items[i]->id, N_("Came back"));
	}
	widget_table_end(page);
}

/* ---- keys ---- */

static bool is_out(const struct gate *gate, const struct row *set)
{
	for (size_t i = 0; i < gate->keys.count; i++)
		if (text_equal(row_text(gate->keys.items[i], KEY_ISSUE_SET), set->id))
			return true;
	return false;
}

static void write_sets(struct page *page, const struct gate *gate)
{
	static const char *const HEADINGS[] = { N_("Key set"), N_("Opens a women's unit"), N_("Now"), NULL };
	if (gate->sets.count == 0) {
		widget_empty(page, N_("This facility has no key sets yet."), N_("Key sets"), TEXT_OF("/records/key_set"));
		return;
	}
	widget_table_begin(page, T(page, N_("Keys in the cabinet")), HEADINGS);
	for (size_t i = 0; i < gate->sets.count; i++) {
		const struct row *set = gate->sets.items[i];
		if (is_out(gate, set) || row_is_yes(set, KEY_SET_CLOSED))
			continue;
		widget_table_row(page);
		widget_table_link(page, page_path(page, set->record, set->id), row_text(set, KEY_SET_LABEL));
		widget_table_cell_begin(page);
		widget_value(page, set, KEY_SET_WOMEN);
		widget_table_cell_end(page);
		widget_table_cell_begin(page);
		if (page_may_act(page, &ACT_KEY_SET_ISSUE))
			widget_button_link(page, path_with(page, staff_path(page, &gate->board, "/keys-and-arms"), "key_set", set->id), T(page, N_("Issue")), true);
		widget_table_cell_end(page);
	}
	widget_table_end(page);
}

static void write_holders(struct page *page, const struct gate *gate)
{
	static const char *const HEADINGS[] = { N_("Name"), N_("Staff number"), N_("Now"), NULL };
	widget_table_begin(page, page_message_with(page, N_("Who takes {keys}"), "keys", row_text(gate->chosen, KEY_SET_LABEL), NULL), HEADINGS);
	for (size_t i = 0; i < gate->board.members.count; i++) {
		const struct row *member = gate->board.members.items[i];
		widget_table_row(page);
		staff_name_cell(page, member);
		widget_table_cell(page, row_text(member, STAFF_MEMBER_NUMBER));
		if (row_is_yes(gate->chosen, KEY_SET_WOMEN) && row_is(member, STAFF_MEMBER_SEX, "M"))
			widget_table_cell(page, T(page, N_("Only women hold these keys")));
		else
			write_button(page, gate, &ACT_KEY_SET_ISSUE, "staff_member", member->id, N_("Issue keys"));
	}
	widget_table_end(page);
}

static void write_gate(struct page *page, const struct gate *gate, const struct error_list *errors)
{
	static const char *const KEY_HEADINGS[] = { N_("Key set"), N_("Holder"), N_("Issued"), N_("Now"), NULL };
	static const char *const WEAPON_HEADINGS[] = { N_("Holder"), N_("Weapon"), N_("Number on the weapon"), N_("Post"), N_("Issued"), N_("The order ends"), N_("Now"), NULL };
	static const int KEYS[] = { KEY_ISSUE_SET, KEY_ISSUE_MEMBER, KEY_ISSUE_AT, -1 };
	static const int WEAPONS[] = { WEAPON_ISSUE_MEMBER, WEAPON_ISSUE_KIND, WEAPON_ISSUE_NUMBER, WEAPON_ISSUE_POST, WEAPON_ISSUE_AT, WEAPON_ISSUE_ORDER_ENDS, -1 };
	static const int ENTRIES[] = { WOMEN_UNIT_ENTRY_MEMBER, WOMEN_UNIT_ENTRY_WITH, WOMEN_UNIT_ENTRY_PURPOSE, WOMEN_UNIT_ENTRY_EMERGENCY, WOMEN_UNIT_ENTRY_AT, -1 };
	struct text here = staff_path(page, &gate->board, "/keys-and-arms");
	page->caption = row_text(gate->board.facility, FACILITY_NAME);
	page->wide = true;
	if (errors->count > 0)
		page_errors(page, errors);
	page_begin(page, T(page, N_("Keys and arms")));
	actions_begin(page);
	action_link(page, &ACT_WEAPON_ISSUE, path_do(page, text_empty(), &ACT_WEAPON_ISSUE, NULL, text_empty(), here), false);
	action_link(page, &ACT_WOMEN_UNIT_ENTRY_RECORD, path_do(page, text_empty(), &ACT_WOMEN_UNIT_ENTRY_RECORD, NULL, text_empty(), here), false);
	actions_end(page);
	if (gate->chosen && page_may_act(page, &ACT_KEY_SET_ISSUE))
		write_holders(page, gate);
	write_out(page, gate, &gate->keys, N_("Keys out now"), N_("No keys are out."), KEYS, &ACT_KEY_ISSUE_RETURN, KEY_HEADINGS);
	if (page_may_read(page, &RECORD_WEAPON_ISSUE))
		write_out(page, gate, &gate->weapons, N_("Arms out now"), N_("No weapon is out."), WEAPONS, &ACT_WEAPON_RETURN, WEAPON_HEADINGS);
	write_sets(page, gate);
	rows_table(page, N_("Men in the women's unit, last 7 days"), &gate->entries, ENTRIES, N_("No man went in."));
	page_end(page);
}

void page_keys_and_arms(struct page *page)
{
	struct gate gate;
	struct error_list none;
	error_list_begin(&none, page->arena);
	if (gate_read(page, &gate))
		write_gate(page, &gate, &none);
}

void page_keys_and_arms_post(struct page *page)
{
	static const struct { const char *name; const struct act *act; } BACK[] = { { "key_issue", &ACT_KEY_ISSUE_RETURN }, { "weapon_issue", &ACT_WEAPON_RETURN } };
	struct gate gate;
	struct error_list errors;
	error_list_begin(&errors, page->arena);
	if (!gate_read(page, &gate))
		return;
	struct text here = staff_path(page, &gate.board, "/keys-and-arms");
	for (size_t i = 0; i < sizeof BACK / sizeof *BACK; i++) {
		const struct pair back[] = { { text_from(BACK[i].name), page_form(page, BACK[i].name) } };
		if (back[0].value.length > 0) {
			if (!staff_run(page, BACK[i].act, back, 1, here, &errors))
				write_gate(page, &gate, &errors);
			return;
		}
	}
	const struct pair issue[] = { { TEXT_OF("key_set"), page_query(page, "key_set") }, { TEXT_OF("staff_member"), page_form(page, "staff_member") } };
	if (!staff_run(page, &ACT_KEY_SET_ISSUE, issue, 2, here, &errors))
		write_gate(page, &gate, &errors);
}
