/* common.c - what the verbs of care share: the clocks of an event. */
#include "areas/care/acts/common.h"

static const char *const CLOCKS[] = { "event-reported", "signs-reported", "ill-treatment-investigated", "event-begun", "event-evidence", "event-kin-told" };

void grave_event_clocks(struct act_context *context, struct decision *decision, const struct row *event, int64_t since)
{
	struct text person = row_text(event, GRAVE_EVENT_PERSON), facility = row_text(event, GRAVE_EVENT_FACILITY);
	bool torture = row_is(event, GRAVE_EVENT_KIND, "ill_treatment");
	if (!row_has(event, GRAVE_EVENT_REPORTED)) {
		decide_start(context, decision, torture ? "ill-treatment-investigated" : "event-reported", event, person, facility, since, 0);
		if (torture && row_is(event, GRAVE_EVENT_SOURCE, "health"))
			decide_start(context, decision, "signs-reported", event, person, facility, since, 0);
	} else if (!row_has(event, GRAVE_EVENT_BEGUN)) {
		decide_start(context, decision, "event-begun", event, person, facility, row_moment(event, GRAVE_EVENT_REPORTED), 0);
	}
	/* Of a death custody's own clock asks (family-told-death); who has disappeared may be with the family. */
	if (row_is(event, GRAVE_EVENT_KIND, "serious_injury") && !row_has(event, GRAVE_EVENT_KIN_TOLD))
		decide_start(context, decision, "event-kin-told", event, person, facility, since, 0);
}

void evidence_clock(struct act_context *context, struct decision *decision, const struct row *event, int64_t since)
{
	struct text facility = row_text(event, GRAVE_EVENT_FACILITY);
	int64_t minutes = act_parameter(context, facility, "cctv.hold_minutes", 15);
	decide_start(context, decision, "event-evidence", event, row_text(event, GRAVE_EVENT_PERSON), facility, since, since + minutes * MOMENT_MINUTE);
}

void grave_event_clocks_stop(struct act_context *context, struct decision *decision, struct text event)
{
	for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++)
		decide_stop(context, decision, CLOCKS[i], event);
}

const struct row *grave_event_input(struct act_context *context, int input, struct error_list *errors)
{
	const struct row *event = act_load_input(context, input, &RECORD_GRAVE_EVENT, errors);
	if (event && !grave_event_is_open(event)) {
		decide_refuse(errors, "/grave_event", N_("This event is closed, or another has taken its place"));
		return NULL;
	}
	return event;
}
