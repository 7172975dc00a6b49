/* news.c - relative_news.receive and .tell: a person hears at once of death or serious illness of somebody close; night_round.record. */
#include "areas/custody/acts/common.h"

static const struct citation NMR_70 = { "NMR-70.a", N_("Nelson Mandela Rules, Rule 70"), SOURCE_TEXT_READ };
static const struct citation NMR_12 = { "NMR-12.2b", N_("Nelson Mandela Rules, Rule 12"), SOURCE_TEXT_READ };

#define TELLERS (ROLE(RECEPTION) | ROLE(WING) | ROLE(CASEWORKER) | ROLE(PSYCHOLOGIST) | ROLE(RELIGIOUS) | ROLE(HEALTH) | ROLE(GOVERNOR))

enum { RC_PERSON, RC_EVENT, RC_RELATIVE, RC_SOURCE, RC_RECEIVED, RC_INPUTS };
static const struct field RECEIVE_INPUT[RC_INPUTS] = {
	[RC_PERSON] = { "person", N_("Person"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "person" },
	[RC_EVENT] = { "event", N_("What happened"), NULL, FIELD_CHOICE, CLOSED, FIELD_REQUIRED, .choices = NEWS_EVENT_CHOICES },
	[RC_RELATIVE] = { "relative", N_("To whom it happened"), N_("As the person calls them: mother, brother, wife"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[RC_SOURCE] = { "source", N_("Who brought the news"), N_("Name and how to reach them, so that it can be checked"), FIELD_LINE, CLOSED, FIELD_REQUIRED },
	[RC_RECEIVED] = { "received_at", N_("News received"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED } };
static const struct record RECEIVE_RECORD = ACT_INPUTS("relative_news.receive", RECEIVE_INPUT);

static bool receive_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { RC_PERSON, RELATIVE_NEWS_PERSON, RC_EVENT, RELATIVE_NEWS_EVENT, RC_RELATIVE, RELATIVE_NEWS_RELATIVE, RC_SOURCE,
		RELATIVE_NEWS_SOURCE, RC_RECEIVED, RELATIVE_NEWS_RECEIVED, -1 };
	const struct row *person = act_load_input(context, RC_PERSON, &RECORD_PERSON, errors);
	int64_t received = decide_moment(context, RC_RECEIVED, errors);
	if (!person || errors->count)
		return false;
	if (!custody_open_episode(context, person->id) || !row_has(person, PERSON_CURRENT_FACILITY))
		return decide_refuse(errors, "/person", N_("This person is not in custody"));
	struct row *news = decision_insert(decision, &RECORD_RELATIVE_NEWS);
	decide_copy(news, context->input, PAIRS);
	row_set_text(news, RELATIVE_NEWS_FACILITY, row_text(person, PERSON_CURRENT_FACILITY));
	row_set_string(news, RELATIVE_NEWS_STATE, "received");
	decide_start(context, decision, "relative-told", news, person->id, row_text(person, PERSON_CURRENT_FACILITY), received, 0);
	decision->result = news;
	return true;
}

const struct act ACT_RELATIVE_NEWS_RECEIVE = { .name = "relative_news.receive", .label = N_("Record news of a relative"),
	.help = N_("Somebody close has died or is seriously ill: the person must hear it at once"), .done = N_("Recorded. The person must be told at once"),
	.input_record = &RECEIVE_RECORD, .record = &RECORD_PERSON, .target_input = RC_PERSON, .actors = TELLERS, .basis = &NMR_70,
	.flags = ACT_MAY_RECORD_FACT, .decide = receive_decide };

enum { TL_NEWS, TL_AT, TL_HOW, TL_BY, TL_WATCH, TL_SUPPORT, TL_LEAVE, TL_EVENT, TL_WORDS, TL_INPUTS };
static const struct field TELL_INPUT[TL_INPUTS] = {
	[TL_NEWS] = { "relative_news", N_("News of a relative"), NULL, FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "relative_news" },
	[TL_AT] = { "told_at", N_("Person told"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[TL_HOW] = { "how", N_("How the person was told"), NULL, FIELD_CHOICE, OPEN, FIELD_REQUIRED, .choices = NEWS_HOW_CHOICES },
	[TL_BY] = { "told_by", N_("Told by"), NULL, FIELD_LINE, OPEN, FIELD_REQUIRED },
	[TL_WATCH] = { "watch", N_("How the person is afterwards"), N_("Bad news is a moment of danger: ask, and say who looks in"), FIELD_CHOICE, OPEN, FIELD_REQUIRED,
		.choices = NEWS_WATCH_CHOICES },
	[TL_SUPPORT] = { "support", N_("What was offered"), N_("A call home, somebody to talk with, a chaplain or imam"), FIELD_PROSE, CLOSED, 0 },
	[TL_LEAVE] = { "leave_asked", N_("The person asks to go there"), N_("To the bedside or the funeral; it becomes an application with its own clock"), FIELD_YES_NO,
		OPEN, FIELD_REQUIRED },
	[TL_EVENT] = { "event_at", N_("When it would be too late"), N_("Day and hour of the funeral or visit, when it is known"), FIELD_MOMENT, OPEN, 0 },
	[TL_WORDS] = { "words", N_("In the person's words"), NULL, FIELD_PROSE, CLOSED, 0 } };
static const struct record TELL_RECORD = ACT_INPUTS("relative_news.tell", TELL_INPUT);

static bool tell_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { TL_AT, RELATIVE_NEWS_TOLD, TL_HOW, RELATIVE_NEWS_HOW, TL_BY, RELATIVE_NEWS_TOLD_BY, TL_WATCH, RELATIVE_NEWS_WATCH,
		TL_SUPPORT, RELATIVE_NEWS_SUPPORT, -1 };
	const struct row *news = act_load_input(context, TL_NEWS, &RECORD_RELATIVE_NEWS, errors);
	int64_t told = decide_moment(context, TL_AT, errors);
	if (!news || errors->count)
		return false;
	if (!row_is(news, RELATIVE_NEWS_STATE, "received"))
		return decide_refuse(errors, "/relative_news", N_("The person has been told already"));
	if (told < row_moment(news, RELATIVE_NEWS_RECEIVED)) {
		error_say(errors, E_DATE_ORDER, "/told_at", N_("The person cannot have been told before the news came"));
		return false;
	}
	struct row *changed = decision_change(decision, news);
	decide_copy(changed, context->input, PAIRS);
	row_set_string(changed, RELATIVE_NEWS_STATE, "told");
	decide_stop(context, decision, "relative-told", news->id);
	decision->result = changed;
	const struct row *person = act_load(context, &RECORD_PERSON, row_text(news, RELATIVE_NEWS_PERSON));
	if (!row_is_yes(context->input, TL_LEAVE) || !row_has(person, PERSON_CURRENT_FACILITY))
		return true;
	struct row *application = decision_insert(decision, &RECORD_APPLICATION);
	row_set_string(application, APPLICATION_KIND, "leave");
	row_set_text(application, APPLICATION_WORDS, row_has(context->input, TL_WORDS) ? row_text(context->input, TL_WORDS) :
		said_make(context->arena, N_("Asks to go to {relative}"), "relative", row_text(news, RELATIVE_NEWS_RELATIVE)));
	row_set_integer(application, APPLICATION_MADE, told);
	row_set(application, APPLICATION_EVENT, row_value(context->input, TL_EVENT));
	custody_application_add(context, decision, person, application);
	return true;
}

const struct act ACT_RELATIVE_NEWS_TELL = { .name = "relative_news.tell", .label = N_("Record that the person was told"), .done = N_("Recorded"),
	.input_record = &TELL_RECORD, .record = &RECORD_RELATIVE_NEWS, .target_input = TL_NEWS, .actors = TELLERS, .basis = &NMR_70,
	.flags = ACT_MAY_RECORD_FACT, .decide = tell_decide };

/* ---- rounds at night ---- */
enum { NR_PLACE, NR_AT, NR_CALM, NR_NOTE, NR_INPUTS };
static const struct field ROUND_INPUT[NR_INPUTS] = {
	[NR_PLACE] = { "place", N_("Place"), N_("Dormitory, wing or landing that was walked"), FIELD_REFERENCE, OPEN, FIELD_REQUIRED, .reference = "place" },
	[NR_AT] = { "happened_at", N_("When"), NULL, FIELD_MOMENT, OPEN, FIELD_REQUIRED },
	[NR_CALM] = { "calm", N_("Everybody seen, everything calm"), NULL, FIELD_YES_NO, OPEN, FIELD_REQUIRED },
	[NR_NOTE] = { "note", N_("What was found"), N_("Needed when something was not as it should be"), FIELD_LINE, OPEN, 0 } };
static const struct record ROUND_RECORD = ACT_INPUTS("night_round.record", ROUND_INPUT);

static bool round_decide(struct act_context *context, struct decision *decision, struct error_list *errors)
{
	static const int PAIRS[] = { NR_PLACE, NIGHT_ROUND_PLACE, NR_AT, NIGHT_ROUND_AT, NR_CALM, NIGHT_ROUND_CALM, NR_NOTE, NIGHT_ROUND_NOTE, -1 };
	const struct row *place = act_load_input(context, NR_PLACE, &RECORD_PLACE, errors);
	decide_moment(context, NR_AT, errors);
	if (!place)
		return false;
	if (!row_is_yes(context->input, NR_CALM) && !row_has(context->input, NR_NOTE))
		error_say(errors, E_REQUIRED, "/note", N_("Say what was found"));
	struct row *round = decision_insert(decision, &RECORD_NIGHT_ROUND);
	decide_copy(round, context->input, PAIRS);
	row_set_text(round, NIGHT_ROUND_FACILITY, row_text(place, PLACE_FACILITY));
	decision->result = round;
	return errors->count == 0;
}

const struct act ACT_NIGHT_ROUND_RECORD = { .name = "night_round.record", .label = N_("Record a round at night"), .help = N_("Who sleeps here was looked in on"),
	.done = N_("The round is recorded"), .input_record = &ROUND_RECORD, .record = &RECORD_PLACE, .target_input = NR_PLACE,
	.actors = ROLE(WING) | ROLE(SECURITY) | ROLE(RECEPTION) | ROLE(GOVERNOR), .basis = &NMR_12, .flags = ACT_MAY_RECORD_FACT, .decide = round_decide };
