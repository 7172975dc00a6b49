/* rules.c - nobody on a post without the training for it, women under women, no arms in contact with prisoners, words that are understood. */
#include "areas/staff/rules.h"

#include "areas/inspection/records.h"
#include "areas/rights/records.h"
#include "model/decide.h"

#define ASK_TRAINING N_("The training officer")
#define ASK_GOVERNOR N_("The duty governor")
#define ASK_HEADQUARTERS N_("Headquarters")

static const struct row *member_of(const struct act_context *context, const struct row *row, int field)
{
	return row ? act_load(context, &RECORD_STAFF_MEMBER, row_text(row, field)) : NULL;
}

/* Whether the member has passed the course and it is still valid on the day. */
static bool is_trained(const struct act_context *context, const struct row *member, const char *module, struct date day)
{
	const struct condition of[] = { CONDITION_TEXT(STAFF_TRAINING_MEMBER, member->id), CONDITION_TEXT(STAFF_TRAINING_MODULE, text_from(module)) };
	struct rows rows = act_find(context, &RECORD_STAFF_TRAINING, of, 2);
	return staff_is_trained(&rows, member->id, module, day);
}

/* ---- training ---- */

static bool basic_without_subjects(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *training = decision_row(decision, &RECORD_STAFF_TRAINING);
	struct text rest = training ? row_text(training, STAFF_TRAINING_CURRICULUM) : text_empty(), one;
	int subjects = 0;
	(void)context;
	while (text_next(&rest, ' ', &one))
		subjects++;
	*out = (struct rule_finding){ .path = "/curriculum", .message = N_("The basic course is passed only when all four subjects of Rule 76 are completed"),
		.advice = N_("Complete the missing subjects, or record the course as not passed"), .ask = ASK_HEADQUARTERS };
	return training && row_is(training, STAFF_TRAINING_MODULE, "basic") && staff_training_is_passed(training) && subjects < 4;
}

/* ---- rosters ---- */

/* The line that the act decides, its post and who would stand there; false: it decides none. */
static bool shift_read(const struct act_context *context, const struct decision *decision, const struct row **out_shift, const struct row **out_post, const struct row **out_member)
{
	*out_shift = decision_row(decision, &RECORD_STAFF_SHIFT);
	*out_post = *out_shift ? act_load(context, &RECORD_STAFF_POST, row_text(*out_shift, STAFF_SHIFT_POST)) : NULL;
	*out_member = member_of(context, *out_shift, STAFF_SHIFT_MEMBER);
	return *out_post && *out_member;
}

static bool duty_without_tests(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *shift, *post, *member;
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("The basic course with both tests is not passed"),
		.advice = N_("Choose somebody who has passed it"), .ask = ASK_TRAINING };
	return shift_read(context, decision, &shift, &post, &member) && !is_trained(context, member, "basic", row_date(shift, STAFF_SHIFT_DAY));
}

static bool post_without_module(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *shift, *post, *member;
	const char *module = shift_read(context, decision, &shift, &post, &member) ? staff_post_module(row_text(post, STAFF_POST_KIND)) : NULL;
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("The course for this kind of post is missing or has run out"),
		.advice = N_("Choose somebody who has passed it; Training due says who lacks what"), .ask = ASK_TRAINING };
	return module && !is_trained(context, member, module, row_date(shift, STAFF_SHIFT_DAY));
}

static bool women_without_module(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *shift, *post, *member;
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("Who works with women is trained in their needs, health and first aid, and where children live in, in the care of children"),
		.advice = N_("Choose somebody who has passed these courses"), .ask = ASK_TRAINING };
	if (!shift_read(context, decision, &shift, &post, &member) || !row_is(post, STAFF_POST_KIND, "women"))
		return false;
	struct date day = row_date(shift, STAFF_SHIFT_DAY);
	return !is_trained(context, member, "women", day) || (row_is_yes(post, STAFF_POST_CHILDREN) && !is_trained(context, member, "children", day));
}

static bool man_guards_women(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *shift, *post, *member;
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("A man would supervise women"),
		.advice = N_("Choose a woman; doctors, teachers and other professionals stand on posts that are not custodial"), .ask = ASK_GOVERNOR };
	return shift_read(context, decision, &shift, &post, &member) && row_is(post, STAFF_POST_KIND, "women") && row_is_yes(post, STAFF_POST_CUSTODIAL) && row_is(member, STAFF_MEMBER_SEX, "M");
}

/* ---- offices ---- */

static bool man_heads_women(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *appointment = decision_row(decision, &RECORD_STAFF_APPOINTMENT), *member = member_of(context, appointment, STAFF_APPOINTMENT_MEMBER);
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("A man would head the women's unit"), .advice = N_("Appoint a woman"), .ask = ASK_HEADQUARTERS };
	return member && !row_has(appointment, STAFF_APPOINTMENT_ENDED) && row_is(appointment, STAFF_APPOINTMENT_OFFICE, "women_head") && row_is(member, STAFF_MEMBER_SEX, "M");
}

static bool nobody_resides(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *appointment = decision_row(decision, &RECORD_STAFF_APPOINTMENT);
	*out = (struct rule_finding){ .path = "/several_prisons", .message = N_("A director of several prisons, and no resident official in charge here"),
		.advice = N_("Appoint a resident official first"), .ask = ASK_HEADQUARTERS };
	if (!appointment || !row_is(appointment, STAFF_APPOINTMENT_OFFICE, "director") || !row_is_yes(appointment, STAFF_APPOINTMENT_SEVERAL))
		return false;
	const struct condition head[] = { CONDITION_TEXT(STAFF_APPOINTMENT_FACILITY, row_text(appointment, STAFF_APPOINTMENT_FACILITY)),
		CONDITION_TEXT(STAFF_APPOINTMENT_OFFICE, TEXT_OF("resident_head")), CONDITION_ABSENT(STAFF_APPOINTMENT_ENDED) };
	return act_count(context, &RECORD_STAFF_APPOINTMENT, head, 3) == 0;
}

/* ---- keys, arms, the door of a women's unit ---- */

static bool man_holds_keys(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *issue = decision_row(decision, &RECORD_KEY_ISSUE), *member = member_of(context, issue, KEY_ISSUE_MEMBER);
	const struct row *set = issue ? act_load(context, &RECORD_KEY_SET, row_text(issue, KEY_ISSUE_SET)) : NULL;
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("These keys open a women's unit: only women hold them"), .advice = N_("Give them to the woman officer in charge"), .ask = ASK_GOVERNOR };
	return member && set && row_is_yes(set, KEY_SET_WOMEN) && row_is(member, STAFF_MEMBER_SEX, "M");
}

static bool man_alone(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *entry = decision_row(decision, &RECORD_WOMEN_UNIT_ENTRY), *member = member_of(context, entry, WOMEN_UNIT_ENTRY_MEMBER);
	*out = (struct rule_finding){ .path = "/accompanied_by", .message = N_("A man would go into a women's unit without a woman colleague"),
		.advice = N_("Call a woman colleague. If he had to go in to save somebody, record it as what has already happened and say why; it is looked into"), .ask = ASK_GOVERNOR };
	return member && row_is(member, STAFF_MEMBER_SEX, "M") && !row_has(entry, WOMEN_UNIT_ENTRY_WITH);
}

static const struct row *weapon_post(const struct act_context *context, const struct row *issue)
{
	return issue ? act_load(context, &RECORD_STAFF_POST, row_text(issue, WEAPON_ISSUE_POST)) : NULL;
}

static bool firearm_in_contact(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *issue = decision_row(decision, &RECORD_WEAPON_ISSUE), *post = weapon_post(context, issue);
	*out = (struct rule_finding){ .path = "/special_order", .message = N_("A firearm for a post in direct contact with prisoners, without an order for special circumstances that ends"),
		.advice = N_("Issue none; or write the order, who gave it, and when it ends"), .ask = ASK_GOVERNOR };
	return post && row_is(issue, WEAPON_ISSUE_KIND, "firearm") && row_is_yes(post, STAFF_POST_CONTACT) &&
		(!row_has(issue, WEAPON_ISSUE_ORDER) || row_moment(issue, WEAPON_ISSUE_ORDER_ENDS) <= context->now);
}

static bool armed_untrained(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *issue = decision_row(decision, &RECORD_WEAPON_ISSUE), *member = member_of(context, issue, WEAPON_ISSUE_MEMBER);
	*out = (struct rule_finding){ .path = "/staff_member", .message = N_("The course in the use of weapons is missing or has run out"), .advice = N_("Give the weapon to somebody who is trained"), .ask = ASK_TRAINING };
	return member && !is_trained(context, member, "weapon", context->today);
}

static bool armed_among_children(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *issue = decision_row(decision, &RECORD_WEAPON_ISSUE), *post = weapon_post(context, issue);
	*out = (struct rule_finding){ .path = "/post", .message = N_("No weapons where people under 18 are held"), .advice = N_("Issue none"), .ask = ASK_HEADQUARTERS };
	const struct row *facility = post ? act_load(context, &RECORD_FACILITY, row_text(post, STAFF_POST_FACILITY)) : NULL;
	return post && (row_is(post, STAFF_POST_KIND, "juvenile") || (facility && row_is(facility, FACILITY_KIND, "juvenile")));
}

/* ---- force: who used it must be trained. An officer without a staff record is not known to lack anything ---- */

static bool officer_untrained(const struct act_context *context, const struct row *force, const char *module)
{
	struct text rest = row_text(force, FORCE_OFFICERS), officer;
	while (text_next(&rest, ' ', &officer)) {
		const struct condition named = CONDITION_TEXT(STAFF_MEMBER_ACCOUNT, officer);
		const struct row *member = act_find_first(context, &RECORD_STAFF_MEMBER, &named, 1, FIELD_ID, false);
		if (member && !is_trained(context, member, module, context->today))
			return true;
	}
	return false;
}

static bool restraint_untrained(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	*out = (struct rule_finding){ .path = "/officers", .message = N_("An officer lacks current training in techniques that avoid or soften restraint"),
		.advice = N_("Send trained officers; afterwards enrol whoever lacks the course"), .ask = ASK_TRAINING };
	return force && force_is_instrument(force) && officer_untrained(context, force, "restraint");
}

static bool force_untrained(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *force = decision_row(decision, &RECORD_FORCE);
	*out = (struct rule_finding){ .path = "/officers", .message = N_("An officer lacks current physical training to restrain aggressive prisoners"),
		.advice = N_("Send trained officers; afterwards enrol whoever lacks the course"), .ask = ASK_TRAINING };
	return force && officer_untrained(context, force, "force");
}

/* ---- languages ---- */

static bool speaks(const struct row *person, struct text language)
{
	struct text rest = row_text(person, PERSON_LANGUAGES), one;
	while (text_next(&rest, ' ', &one))
		if (text_equal(one, language))
			return true;
	return false;
}

static bool nobody_interpreted(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *interpretation = decision_row(decision, &RECORD_INTERPRETATION);
	const struct row *person = interpretation ? act_load(context, &RECORD_PERSON, row_text(interpretation, INTERPRETATION_PERSON)) : NULL;
	*out = (struct rule_finding){ .path = "/mode", .message = N_("The person does not speak this language, and nobody interpreted"), .advice = N_("Repeat it with an interpreter; the telephone will do"), .ask = ASK_GOVERNOR };
	return person && row_is(interpretation, INTERPRETATION_MODE, "none") &&
		(row_is_yes(person, PERSON_INTERPRETER) || (row_has(person, PERSON_LANGUAGES) && !speaks(person, row_text(interpretation, INTERPRETATION_LANGUAGE))));
}

/* A decision about somebody who needs an interpreter: how it was made understood must stand in the file of the last day. */
static bool decided_without_words(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	struct text subject = text_empty();
	for (size_t i = 0; i < decision->effect_count && text_is_empty(subject); i++)
		subject = row_subject(decision->effects[i].row);
	const struct row *person = text_is_empty(subject) ? NULL : act_load(context, &RECORD_PERSON, subject);
	*out = (struct rule_finding){ .message = N_("The person needs an interpreter, and none is recorded for today"), .advice = N_("Call one and choose Record how it was interpreted on the page of the person"),
		.ask = ASK_GOVERNOR };
	if (!person || !row_is_yes(person, PERSON_INTERPRETER))
		return false;
	const struct condition today[] = { CONDITION_TEXT(INTERPRETATION_PERSON, subject), { .field = INTERPRETATION_MODE, .comparison = IS_NOT, .value = value_string("none") },
		{ .field = INTERPRETATION_AT, .comparison = GREATER_OR_EQUAL, .value = value_integer(context->now - MOMENT_DAY) } };
	return act_count(context, &RECORD_INTERPRETATION, today, 3) == 0;
}

/* ---- inspections ---- */

static bool no_woman_visits(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *inspection = decision_row(decision, &RECORD_INSPECTION);
	const struct row *facility = inspection ? act_load(context, &RECORD_FACILITY, row_text(inspection, INSPECTION_FACILITY)) : NULL;
	*out = (struct rule_finding){ .path = "/team_women", .message = N_("No woman is in the team that visits women"), .advice = N_("Take a woman into the team"), .ask = ASK_HEADQUARTERS };
	return facility && row_is(facility, FACILITY_SEX, "F") && row_has(inspection, INSPECTION_TEAM_SIZE) && row_integer(inspection, INSPECTION_TEAM_WOMEN, 0) == 0;
}

/* ---- the table ---- */

static const char *const TRAIN[] = { "staff_training.record", NULL };
static const char *const ASSIGN[] = { "staff_shift.assign", NULL };
static const char *const APPOINT[] = { "staff_appointment.make", NULL };
static const char *const KEYS[] = { "key_set.issue", NULL };
static const char *const ARMS[] = { "weapon_issue.issue", NULL };
static const char *const ENTER[] = { "women_unit_entry.record", NULL };
static const char *const USE_FORCE[] = { "force.use", NULL };
static const char *const INTERPRET[] = { "interpretation.record", NULL };
static const char *const DECIDE[] = { "separation.order", "complaint.answer", "person_application.decide", NULL };
static const char *const INSPECT[] = { "inspection.open", NULL };

#define RULE(symbol, id_, kind_, acts_, function, words) static const struct rule symbol = { .id = id_, .kind = kind_, .acts = acts_, .bites = function, .text = words }
#define DEADLINE(symbol, id_, words, ...) static const char *const symbol##_CLOCKS[] = { __VA_ARGS__, NULL }; \
	static const struct rule symbol = { .id = id_, .kind = RULE_DEADLINE, .clocks = symbol##_CLOCKS, .text = words }

RULE(NMR_76_1, "NMR-76.1", RULE_REFUSE, TRAIN, basic_without_subjects, N_("The basic course covers law, rights, security with dynamic security and force, and first aid"));
RULE(NMR_75_2, "NMR-75.2", RULE_REFUSE, ASSIGN, duty_without_tests, N_("Nobody enters duty without training and passed tests in theory and practice"));
RULE(NMR_76_2, "NMR-76.2", RULE_REFUSE, ASSIGN, post_without_module, N_("Who works with special groups or in special functions is trained for it"));
RULE(BKK_33, "BKK-33", RULE_REFUSE, ASSIGN, women_without_module, N_("Who works with women is trained in their needs, and in those of children who live in"));
RULE(NMR_81_3, "NMR-81.3", RULE_REFUSE, ASSIGN, man_guards_women, N_("Only women attend and supervise women prisoners"));
RULE(NMR_81_1, "NMR-81.1", RULE_REFUSE, APPOINT, man_heads_women, N_("The women's unit is under a woman officer"));
RULE(NMR_81_1_KEYS, "NMR-81.1.keys", RULE_REFUSE, KEYS, man_holds_keys, N_("A woman officer holds the keys of the women's unit"));
RULE(NMR_81_2, "NMR-81.2", RULE_REFUSE, ENTER, man_alone, N_("No man enters the women's unit without a woman colleague"));
RULE(NMR_82_3A, "NMR-82.3a", RULE_REFUSE, ARMS, firearm_in_contact, N_("Staff in direct contact with prisoners are not armed, save in special circumstances"));
RULE(NMR_82_3B, "NMR-82.3b", RULE_REFUSE, ARMS, armed_untrained, N_("Nobody is armed without training in the use of arms"));
static const struct rule HAV_65 = { .id = "HAV-65", .kind = RULE_REFUSE, .absolute = true, .acts = ARMS, .bites = armed_among_children, .text = N_("Staff carry no weapons where people under 18 are held") };
RULE(NMR_79_3, "NMR-79.3", RULE_WARN, APPOINT, nobody_resides, N_("A prison whose director directs several has a resident official in charge"));
RULE(NMR_49, "NMR-49", RULE_WARN, USE_FORCE, restraint_untrained, N_("Staff are trained in techniques that avoid or soften restraint"));
RULE(NMR_82_2, "NMR-82.2", RULE_WARN, USE_FORCE, force_untrained, N_("Staff have special physical training to restrain aggressive prisoners"));
RULE(NMR_80_2, "NMR-80.2", RULE_WARN, INTERPRET, nobody_interpreted, N_("An interpreter is used whenever one is needed"));
RULE(NMR_80_2_DECISION, "NMR-80.2.decision", RULE_WARN, DECIDE, decided_without_words, N_("A decision is explained through an interpreter to whoever needs one"));
RULE(BKK_25_3, "BKK-25.3", RULE_WARN, INSPECT, no_woman_visits, N_("Teams that visit women prisoners include women"));
DEADLINE(NMR_75_3, "NMR-75.3", N_("Training goes on through the whole career"), "staff-training");
DEADLINE(NMR_79_3_VISIT, "NMR-79.3.visit", N_("A director of several prisons visits each of them often"), "director-visit");
DEADLINE(NMR_25_2, "NMR-25.2", N_("Dentist and psychiatry hold sessions for all"), "dentist-session", "psychiatric-session");

const struct rule *const STAFF_RULES[] = { &NMR_76_1, &NMR_75_2, &NMR_76_2, &BKK_33, &NMR_81_3, &NMR_81_1, &NMR_81_1_KEYS, &NMR_81_2, &NMR_82_3A, &NMR_82_3B, &HAV_65, &NMR_79_3,
	&NMR_49, &NMR_82_2, &NMR_80_2, &NMR_80_2_DECISION, &BKK_25_3, &NMR_75_3, &NMR_79_3_VISIT, &NMR_25_2, NULL };
