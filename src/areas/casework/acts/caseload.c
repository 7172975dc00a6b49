/* caseload.c - case_assignment.assign, .hand_over, .end: who works with whom, and so who may read the notes of that work. */
#include "areas/casework/acts/common.h"

static const struct citation NMR_92 = { "NMR-92.3", N_("Nelson Mandela Rules, Rule 92"), SOURCE_TEXT_READ };

#define WORKER_INPUT(label_, flags_) { "worker", label_, N_("Sign-in name"), FIELD_LINE, OPEN, flags_ }
#define SUPERVISOR_INPUT { "supervisor", N_("Supervisor"), N_("Sign-in name; may read what is written in supervision"), FIELD_LINE, OPEN, 0 }
#define ASSIGNMENT_INPUT CASEWORK_REFERENCE("case_assignment", N_("Who works with the person"), "case_assignment", FIELD_REQUIRED)

static void set_supervisor(struct row *assignment, const struct row *supervisor)
{
	if (!supervisor)
		return;
	row_set_text(assignment, CASE_ASSIGNMENT_SUPERVISOR, supervisor->id);
	row_set_text(assignment, CASE_ASSIGNMENT_SUPERVISOR_NAME, casework_user_name(supervisor));
}

/* ---- assign ---- */
enum { AS_PERSON, AS_KIND, AS_WORKER, AS_SUPERVISOR, AS_WHY, AS_INPUTS };
static const struct field ASSIGN_INPUT[AS_INPUTS] = { [AS_PERSON] = CASEWORK_PERSON_INPUT,
	[AS_KIND] = { "kind", N_("Part"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ASSIGNMENT_KIND_CHOICES },
	[AS_WORKER] = WORKER_INPUT(N_("Member of staff"), FIELD_REQUIRED), [AS_SUPERVISOR] = SUPERVISOR_INPUT,
	[AS_WHY] = { "why", N_("Why"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED } };
static const struct record ASSIGN_RECORD = ACT_INPUTS("case_assignment.assign", ASSIGN_INPUT);

static bool assign_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *person = act_load_input(context, AS_PERSON, &RECORD_PERSON, errors);
	const struct row *worker = casework_user(context, AS_WORKER, false, errors);
	const struct row *supervisor = casework_user(context, AS_SUPERVISOR, false, errors);
	if (!person || !worker || errors->count)
		return false;
	const struct condition managed[] = { CONDITION_TEXT(CASE_ASSIGNMENT_PERSON, person->id),
		CONDITION_TEXT(CASE_ASSIGNMENT_KIND, TEXT_OF("case_manager")), CONDITION_ABSENT(CASE_ASSIGNMENT_ENDED_AT) };
	if (row_is(context->input, AS_KIND, "case_manager") && act_count(context, &RECORD_CASE_ASSIGNMENT, managed, 3) > 0)
		return decide_refuse(errors, "/person", N_("This person has a case manager. Hand the case over instead"));
	const char *kind = arena_string(context->arena, row_text(context->input, AS_KIND));
	struct row *assignment = casework_assign(context, decision, person->id, kind, worker->id, casework_user_name(worker),
		row_text(context->input, AS_WHY));
	if (!assignment)
		return decide_refuse(errors, "/worker", N_("This member of staff works with the person in this part already"));
	set_supervisor(assignment, supervisor);
	if (row_is(context->input, AS_KIND, "case_manager"))
		decide_stop(context, decision, "case-manager", person->id);
	if (row_is(context->input, AS_KIND, "social_worker"))
		decide_stop(context, decision, "social-worker", person->id);
	decision->result = assignment;
	return true;
}

const struct act ACT_ASSIGNMENT_ASSIGN = { .name = "case_assignment.assign", .label = N_("Name who works with the person"),
	.help = N_("Opens the notes of this work to the member of staff and the supervisor, and to nobody else"),
	.done = N_("{title} works with the person now"), .input_record = &ASSIGN_RECORD, .record = &RECORD_PERSON, .target_input = AS_PERSON,
	.actors = ROLE(GOVERNOR) | ROLE(HEADQUARTERS), .basis = &NMR_92, .decide = assign_decide };

/* ---- hand over ---- */
enum { HO_ASSIGNMENT, HO_WORKER, HO_SUPERVISOR, HO_NOTE, HO_INPUTS };
static const struct field HAND_OVER_INPUT[HO_INPUTS] = { [HO_ASSIGNMENT] = ASSIGNMENT_INPUT,
	[HO_WORKER] = WORKER_INPUT(N_("To whom"), FIELD_REQUIRED), [HO_SUPERVISOR] = SUPERVISOR_INPUT,
	[HO_NOTE] = { "handover", N_("Hand-over note"), N_("What is under way, what was promised, what to look out for"), FIELD_PROSE, CLOSED, FIELD_REQUIRED } };
static const struct record HAND_OVER_RECORD = ACT_INPUTS("case_assignment.hand_over", HAND_OVER_INPUT);

static struct row *end_assignment(const struct act_context *context, struct decision *decision, const struct row *old, const char *reason)
{
	struct row *ended = decision_change(decision, old);
	row_set_integer(ended, CASE_ASSIGNMENT_ENDED_AT, context->now);
	row_set_string(ended, CASE_ASSIGNMENT_END_REASON, reason);
	return ended;
}

static const struct row *open_assignment(const struct act_context *context, struct error_list *errors)
{
	const struct row *old = act_load_input(context, 0, &RECORD_CASE_ASSIGNMENT, errors);
	if (old && !assignment_is_open(old)) {
		decide_refuse(errors, "/case_assignment", N_("This work has ended already"));
		return NULL;
	}
	/* Otherwise anybody could take a case, and with it its notes. */
	bool own = old && (text_equal(row_text(old, CASE_ASSIGNMENT_WORKER), context->actor->id) ||
		text_equal(row_text(old, CASE_ASSIGNMENT_SUPERVISOR), context->actor->id));
	if (old && !own && !actor_has_role(context->actor, ROLE(GOVERNOR) | ROLE(HEADQUARTERS))) {
		error_add(errors, &(struct error){ .code = E_ACCESS, .path = TEXT_OF("/case_assignment"), .message = N_("Only who works with the person hands the case over"),
			.advice = N_("Ask the governor to name somebody") });
		return NULL;
	}
	return old;
}

static bool hand_over_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = open_assignment(context, errors);
	const struct row *worker = casework_user(context, HO_WORKER, false, errors);
	const struct row *supervisor = casework_user(context, HO_SUPERVISOR, false, errors);
	if (!old || !worker || errors->count)
		return false;
	struct row *ended = end_assignment(context, decision, old, "handed_over");
	row_set(ended, CASE_ASSIGNMENT_HANDOVER, row_value(context->input, HO_NOTE));
	struct row *next = casework_assign(context, decision, row_text(old, CASE_ASSIGNMENT_PERSON), arena_string(context->arena, row_text(old, CASE_ASSIGNMENT_KIND)),
		worker->id, casework_user_name(worker), row_text(old, CASE_ASSIGNMENT_WHY));
	if (!next)
		return decide_refuse(errors, "/worker", N_("This member of staff works with the person in this part already"));
	set_supervisor(next, supervisor);
	decision->result = next;
	return true;
}

const struct act ACT_ASSIGNMENT_HAND_OVER = { .name = "case_assignment.hand_over", .label = N_("Hand the case over"), .done = N_("{title} works with the person now"),
	.input_record = &HAND_OVER_RECORD, .record = &RECORD_CASE_ASSIGNMENT, .target_input = HO_ASSIGNMENT, .actors = CASEWORK_KEEPERS | ROLE(HEADQUARTERS),
	.basis = &NMR_92, .decide = hand_over_decide };

/* ---- end ---- */
enum { EA_ASSIGNMENT, EA_REASON, EA_NOTE, EA_INPUTS };
static const struct field END_INPUT[EA_INPUTS] = { [EA_ASSIGNMENT] = ASSIGNMENT_INPUT,
	[EA_REASON] = { "end_reason", N_("Why it ended"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = ASSIGNMENT_END_CHOICES },
	[EA_NOTE] = { "handover", N_("Hand-over note"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record END_RECORD = ACT_INPUTS("case_assignment.end", END_INPUT);

static bool end_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	const struct row *old = open_assignment(context, errors);
	if (!old)
		return false;
	struct row *ended = end_assignment(context, decision, old, "other");
	row_set(ended, CASE_ASSIGNMENT_END_REASON, row_value(context->input, EA_REASON));
	row_set(ended, CASE_ASSIGNMENT_HANDOVER, row_value(context->input, EA_NOTE));
	decision->result = ended;
	return true;
}

const struct act ACT_ASSIGNMENT_END = { .name = "case_assignment.end", .label = N_("End this work with the person"), .done = N_("Recorded"),
	.input_record = &END_RECORD, .record = &RECORD_CASE_ASSIGNMENT, .target_input = EA_ASSIGNMENT, .actors = CASEWORK_KEEPERS | ROLE(HEADQUARTERS),
	.decide = end_decide };
