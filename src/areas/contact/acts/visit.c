/* visit.c - visit.book, .schedule, .close: from the request to what came of it. */
#include "areas/contact/acts/common.h"

static const struct citation NMR_58 = { "NMR-58.1", N_("Nelson Mandela Rules, Rule 58"), SOURCE_TEXT_READ };
static const struct citation NMR_60 = { "NMR-60.1", N_("Nelson Mandela Rules, Rule 60"), SOURCE_TEXT_READ };
static const struct citation NMR_61 = { "NMR-61.1b", N_("Nelson Mandela Rules, Rule 61"), SOURCE_TEXT_READ };

#define VISITS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(RELIGIOUS) | ROLE(SECURITY) | ROLE(GOVERNOR))

/* A lawyer waits no longer than the Rules want, unless a later time is the wish of lawyer or person. */
static void legal_clock(struct act_context *context, struct decision *decision, const struct row *visit)
{
	if (!row_is(visit, VISIT_CLASS, "legal"))
		return;
	decide_stop(context, decision, "legal-visit", visit->id);
	bool in_time = row_has(visit, VISIT_PLANNED_AT) &&
		(row_is_yes(visit, VISIT_LATER_WISH) || row_moment(visit, VISIT_PLANNED_AT) <= legal_visit_due(context, visit));
	if (visit_is_open(visit) && !in_time)
		decide_start(context, decision, "legal-visit", visit, row_text(visit, VISIT_PERSON), row_text(visit, VISIT_FACILITY),
			row_moment(visit, VISIT_ASKED_AT), 0);
}

/* What a decision in force leaves of a visit. What has happened all the same can be recorded. */
static bool limit_allows(const struct act_context *context, const struct row *visit, struct error_list *errors)
{
	const char *limit = context->record_fact ? NULL : contact_limit_for(context, row_text(visit, VISIT_PERSON), "visits", row_text(visit, VISIT_CONTACT),
		row_text(visit, VISIT_CLASS));
	struct text measure = limit ? text_from(limit) : text_empty();
	if (text_equal_string(measure, "suspended"))
		return decide_refuse(errors, "/person", N_("A decision in force suspends these visits. Offer the contact that it leaves open"));
	if (text_equal_string(measure, "closed") && !row_is(visit, VISIT_SETTING, "glass"))
		return decide_refuse(errors, "/setting", N_("A decision in force allows these visits only behind glass"));
	if (text_equal_string(measure, "supervised") && !row_is(visit, VISIT_SETTING, "heard") && !row_is(visit, VISIT_SETTING, "glass"))
		return decide_refuse(errors, "/setting", N_("A decision in force allows these visits only in hearing of staff"));
	return true;
}

/* ---- book ---- */
enum { BK_PERSON, BK_CLASS, BK_CONTACT, BK_VISITOR, BK_RELATION, BK_CHILDREN, BK_OWN_CHILD, BK_SETTING, BK_WHY, BK_WANTED, BK_INTERPRETER, BK_ASKED,
	BK_PLANNED, BK_MINUTES, BK_LATER, BK_INPUTS };
static const struct field BOOK_INPUT[BK_INPUTS] = {
	[BK_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[BK_CLASS] = { "visit_class", N_("Kind of visit"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = VISIT_CLASS_CHOICES },
	[BK_CONTACT] = { "contact", N_("Contact in the file"), N_("Gives name and relation by itself"), FIELD_REFERENCE, OPEN, 0, .reference = "contact" },
	[BK_VISITOR] = { "visitor", N_("Visitor"), N_("Name, when no contact of the file is meant"), FIELD_LINE, OPEN, 0 },
	[BK_RELATION] = { "relation", N_("Relation"), N_("In the person's own words: mother, brother, wife"), FIELD_LINE, OPEN, 0 },
	[BK_CHILDREN] = { "children", N_("Children who come along"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 20, 0 } },
	[BK_OWN_CHILD] = { "own_child", N_("A child of the person is among them"), NULL, FIELD_YES_NO, OPEN, 0 },
	[BK_SETTING] = { "setting", N_("How they meet"), N_("Lawyers: in sight and out of hearing"), FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = VISIT_SETTING_CHOICES,
		.basis = &NMR_61 },
	[BK_WHY] = { "setting_why", N_("Why not openly"), N_("Only for glass or hearing: the danger that this visit brings, and until when"), FIELD_LINE, OPEN, 0 },
	[BK_WANTED] = { "wanted", N_("The person wants this visit"), N_("Ask first; nobody has to receive anybody"), FIELD_YES_NO, OPEN, 0 },
	[BK_INTERPRETER] = { "interpreter", N_("An interpreter is offered"), NULL, FIELD_YES_NO, OPEN, 0 },
	[BK_ASKED] = { "asked_at", N_("Asked for"), N_("Leave empty for now"), FIELD_MOMENT, OPEN, 0 },
	[BK_PLANNED] = { "planned_at", N_("Time"), N_("Leave empty when no time is set yet"), FIELD_MOMENT, OPEN, 0 },
	[BK_MINUTES] = { "minutes", N_("Minutes planned"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 5, 5760, 0 } },
	[BK_LATER] = { "later_wish", N_("The person or the visitor asked for a later time"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record BOOK_RECORD = ACT_INPUTS("visit.book", BOOK_INPUT);

static void visitor_fill(struct row *visit, const struct row *contact)
{
	if (!contact)
		return;
	if (!row_has(visit, VISIT_VISITOR))
		row_set_text(visit, VISIT_VISITOR, row_text(contact, CONTACT_NAME));
	if (!row_has(visit, VISIT_RELATION))
		row_set(visit, VISIT_RELATION, row_value(contact, CONTACT_RELATION));
}

static bool book_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = contact_person_input(context, BK_PERSON, errors), *contact;
	int64_t asked = decide_moment(context, BK_ASKED, errors);
	if (!person || !contact_of_input(context, BK_CONTACT, person->id, &contact, errors) || errors->count)
		return false;
	if (!contact && !row_has(context->input, BK_VISITOR)) {
		error_say(errors, E_REQUIRED, "/visitor", N_("Choose a contact of the file, or write who comes"));
		return false;
	}
	struct row *visit = decision_insert(decision, &RECORD_VISIT);
	static const int PAIRS[] = { BK_PERSON, VISIT_PERSON, BK_CLASS, VISIT_CLASS, BK_CONTACT, VISIT_CONTACT, BK_VISITOR, VISIT_VISITOR, BK_RELATION, VISIT_RELATION,
		BK_CHILDREN, VISIT_CHILDREN, BK_OWN_CHILD, VISIT_OWN_CHILD, BK_SETTING, VISIT_SETTING, BK_WHY, VISIT_SETTING_WHY, BK_WANTED, VISIT_WANTED,
		BK_INTERPRETER, VISIT_INTERPRETER, BK_PLANNED, VISIT_PLANNED_AT, BK_MINUTES, VISIT_MINUTES, BK_LATER, VISIT_LATER_WISH, -1 };
	decide_copy(visit, context->input, PAIRS);
	visitor_fill(visit, contact);
	row_set_text(visit, VISIT_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set(visit, VISIT_SEX, row_value(person, PERSON_SEX));
	row_set_integer(visit, VISIT_ASKED_AT, asked);
	row_set_string(visit, VISIT_STATE, row_has(visit, VISIT_PLANNED_AT) ? "booked" : "asked");
	if (!limit_allows(context, visit, errors))
		return false;
	legal_clock(context, decision, visit);
	decision->result = visit;
	return true;
}

const struct act ACT_VISIT_BOOK = { .name = "visit.book", .label = N_("Book a visit"), .help = N_("Family, lawyer, consulate, representative of a religion, inspector"),
	.done = N_("The visit is written down"), .input_record = &BOOK_RECORD, .record = &RECORD_PERSON, .target_input = BK_PERSON, .flags = ACT_MAY_RECORD_FACT,
	.actors = VISITS, .basis = &NMR_58, .decide = book_decide };

/* ---- set the time ---- */
enum { SC_VISIT, SC_PLANNED, SC_MINUTES, SC_SETTING, SC_WHY, SC_INTERPRETER, SC_LATER, SC_INPUTS };
#define VISIT_INPUT { "visit", N_("Visit"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "visit" }
static const struct field SCHEDULE_INPUT[SC_INPUTS] = {
	[SC_VISIT] = VISIT_INPUT,
	[SC_PLANNED] = { "planned_at", N_("Time"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[SC_MINUTES] = { "minutes", N_("Minutes planned"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 5, 5760, 0 } },
	[SC_SETTING] = { "setting", N_("How they meet"), N_("Leave empty to change nothing"), FIELD_CHOICE, OPEN, 0, .choices = VISIT_SETTING_CHOICES, .basis = &NMR_61 },
	[SC_WHY] = { "setting_why", N_("Why not openly"), NULL, FIELD_LINE, OPEN, 0 },
	[SC_INTERPRETER] = { "interpreter", N_("An interpreter is offered"), NULL, FIELD_YES_NO, OPEN, 0 },
	[SC_LATER] = { "later_wish", N_("The person or the visitor asked for a later time"), NULL, FIELD_YES_NO, OPEN, 0 } };
static const struct record SCHEDULE_RECORD = ACT_INPUTS("visit.schedule", SCHEDULE_INPUT);

static const struct row *open_visit(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *visit = act_load_input(context, input, &RECORD_VISIT, errors);
	if (visit && !visit_is_open(visit)) {
		decide_refuse(errors, "/visit", N_("What came of this visit is recorded already"));
		return NULL;
	}
	return visit;
}

static bool schedule_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *visit = open_visit(context, SC_VISIT, errors);
	if (!visit)
		return false;
	struct row *changed = decision_change(decision, visit);
	static const int PAIRS[] = { SC_PLANNED, VISIT_PLANNED_AT, SC_MINUTES, VISIT_MINUTES, SC_SETTING, VISIT_SETTING, SC_WHY, VISIT_SETTING_WHY, SC_INTERPRETER,
		VISIT_INTERPRETER, SC_LATER, VISIT_LATER_WISH, -1 };
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, VISIT_STATE, "booked");
	if (!limit_allows(context, changed, errors))
		return false;
	legal_clock(context, decision, changed);
	decision->result = changed;
	return true;
}

const struct act ACT_VISIT_SCHEDULE = { .name = "visit.schedule", .label = N_("Set the time"), .done = N_("The time is set"), .input_record = &SCHEDULE_RECORD,
	.record = &RECORD_VISIT, .target_input = SC_VISIT, .flags = ACT_MAY_RECORD_FACT, .actors = VISITS, .basis = &NMR_58, .decide = schedule_decide };

/* ---- what came of it ---- */
enum { CL_VISIT, CL_OUTCOME, CL_AT, CL_MINUTES, CL_IDENTITY, CL_WATCHED, CL_SEARCH, CL_AGREED, CL_CHILD, CL_DECENT, CL_ORDER, CL_HEALTH, CL_NOTE, CL_INPUTS };
static const struct field CLOSE_INPUT[CL_INPUTS] = {
	[CL_VISIT] = VISIT_INPUT,
	[CL_OUTCOME] = { "outcome", N_("What came of it"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = VISIT_OUTCOME_CHOICES },
	[CL_AT] = { "held_at", N_("Began"), N_("Leave empty for the time that was set"), FIELD_MOMENT, OPEN, 0 },
	[CL_MINUTES] = { "held_minutes", N_("Minutes it lasted"), NULL, FIELD_INTEGER, OPEN, 0, .limits = { 0, 5760, 0 } },
	[CL_IDENTITY] = { "identity_seen", N_("Identity of the visitor seen"), NULL, FIELD_YES_NO, OPEN, 0 },
	[CL_WATCHED] = { "watched", N_("How it was watched"), NULL, FIELD_CHOICE, OPEN, 0, .choices = VISIT_WATCHED_CHOICES, .basis = &NMR_61 },
	[CL_SEARCH] = { "search", N_("Search of the visitor"), NULL, FIELD_CHOICE, OPEN, 0, .choices = VISIT_SEARCH_CHOICES, .basis = &NMR_60 },
	[CL_AGREED] = { "search_agreed", N_("The visitor agreed to it"), N_("Who does not agree goes home, and may come another day"), FIELD_YES_NO, OPEN, 0, .basis = &NMR_60 },
	[CL_CHILD] = { "searched_child", N_("The visitor searched is under 18, or may be"), NULL, FIELD_YES_NO, OPEN, 0 },
	[CL_DECENT] = { "search_decent", N_("In private, by trained staff of the visitor's sex"), NULL, FIELD_YES_NO, OPEN, 0 },
	[CL_ORDER] = { "search_order", N_("Who ordered the search"), NULL, FIELD_CHOICE, OPEN, 0, .choices = VISIT_ORDER_CHOICES },
	[CL_HEALTH] = { "search_health", N_("Made by a health professional"), NULL, FIELD_YES_NO, OPEN, 0 },
	[CL_NOTE] = { "note", N_("Note"), N_("Why it could not be held or was not allowed"), FIELD_LINE, OPEN, 0 } };
static const struct record CLOSE_RECORD = ACT_INPUTS("visit.close", CLOSE_INPUT);

/* The time that was set, when it has come; else now. */
static int64_t began(const struct act_context *context, const struct row *visit, struct error_list *errors)
{
	int64_t planned = row_moment(visit, VISIT_PLANNED_AT);
	if (row_has(context->input, CL_AT))
		return decide_moment(context, CL_AT, errors);
	return planned && planned < context->now ? planned : context->now;
}

static bool close_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *visit = open_visit(context, CL_VISIT, errors), *input = context->input;
	if (!visit)
		return false;
	int64_t moment = began(context, visit, errors);
	if (row_is(input, CL_OUTCOME, "held") && !row_has(input, CL_WATCHED))
		error_say(errors, E_REQUIRED, "/watched", N_("Say how the visit was watched"));
	if (visit_failed_by_prison(row_text(input, CL_OUTCOME)) && !row_has(input, CL_NOTE))
		error_say(errors, E_REQUIRED, "/note", N_("Say why: the person is told the reason"));
	if (errors->count)
		return false;
	struct row *changed = decision_change(decision, visit);
	static const int PAIRS[] = { CL_OUTCOME, VISIT_STATE, CL_MINUTES, VISIT_HELD_MINUTES, CL_IDENTITY, VISIT_IDENTITY, CL_WATCHED, VISIT_WATCHED, CL_SEARCH,
		VISIT_SEARCH, CL_AGREED, VISIT_SEARCH_AGREED, CL_CHILD, VISIT_SEARCHED_CHILD, CL_DECENT, VISIT_SEARCH_DECENT, CL_ORDER, VISIT_SEARCH_ORDER,
		CL_HEALTH, VISIT_SEARCH_HEALTH, CL_NOTE, VISIT_NOTE, -1 };
	decide_copy(changed, input, PAIRS);
	row_set_integer(changed, VISIT_HELD_AT, moment);
	decide_stop(context, decision, "legal-visit", visit->id);
	bool family = contact_class_is_family(row_text(visit, VISIT_CLASS)) && !visit_failed_by_prison(row_text(changed, VISIT_STATE));
	row_set_yes_no(changed, VISIT_FAMILY, family);
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(visit, VISIT_PERSON));
	if (family && person && row_has(person, PERSON_CURRENT_FACILITY))
		family_clock_renew(context, decision, person, row_text(person, PERSON_CURRENT_FACILITY), moment);
	if (row_is_yes(visit, VISIT_OWN_CHILD) && row_is(changed, VISIT_STATE, "held"))
		child_contact_renew(context, decision, row_text(visit, VISIT_PERSON), row_text(visit, VISIT_FACILITY), moment);
	decision->result = changed;
	return true;
}

const struct act ACT_VISIT_CLOSE = { .name = "visit.close", .label = N_("What came of the visit"), .done = N_("Recorded"), .input_record = &CLOSE_RECORD,
	.record = &RECORD_VISIT, .target_input = CL_VISIT, .flags = ACT_MAY_RECORD_FACT, .actors = VISITS, .basis = &NMR_60, .decide = close_decide };
