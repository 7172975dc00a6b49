/*
 * rules.h - the rules of rights: pure functions over an act's context and its proposed decision; and the reading of rows into the
 * solitary clock (rules_solitary.h) that rules and verbs share.
 */
#ifndef CUSTOS_AREAS_RIGHTS_RULES_H
#define CUSTOS_AREAS_RIGHTS_RULES_H

#include "areas/rights/records.h"
#include "areas/rights/rules_solitary.h"
#include "model/decide.h"

/* The clock of a person. first is the civil day of index 0; today is an index. */
struct separation_clock {
	struct solitary_case input;
	struct solitary_count count;
	struct date first;
	int today;
};
/* Where the clock stands: now, and the civil days of the facility. midnight gives the first moment of a day. */
struct clock_zone {
	int64_t now;
	struct date today;
	int64_t (*midnight)(void *state, struct date day);
	void *state;
	int gap_reset_days, least_minutes; /* seg.gap_reset_days, mhc.min_minutes_counted */
};
enum { CLOCK_GAP_DAYS = 7, CLOCK_LEAST_MINUTES = 15 }; /* defaults of both */

/*
 * Counts from the beginning of the chain of separations up to the day of `until`. Running orders last to their end, or (ahead) to
 * `until` without a planned end. planned: minutes of contact of each day after today. entries may hold more than is needed.
 */
void separation_clock_count(struct arena *arena, const struct clock_zone *zone, const struct rows *separations, const struct rows *entries,
	int64_t until, bool ahead, int64_t planned, struct separation_clock *out_clock);
/* From when on entries are needed for it. */
int64_t separation_clock_begins(const struct rows *separations, const struct clock_zone *zone);
/*
 * The same of a person as it stands after the decision; ahead without contact that is only planned: that is what alarms look at. False:
 * the person was never separated.
 */
bool separation_clock_read(const struct act_context *context, const struct decision *decision, struct text person, int64_t until,
	bool ahead, struct separation_clock *out_clock);
/* True when the person may be 22 hours a day without meaningful contact under this order. */
bool separation_may_be_solitary(const struct row *separation);
/* The measure that the act would impose, or put into the catalogue of sanctions; empty when it does neither. */
struct text sanction_measure(const struct decision *decision);
/* A live instruction of the health service of one of these kinds (ended by NULL), or NULL. */
const struct row *health_flag_live(const struct act_context *context, struct text person, const char *const *kinds);

extern const struct rule *const RIGHTS_RULES[];
extern const struct rule RIGHTS_NMR_37D, RIGHTS_NMR_43_1A, RIGHTS_NMR_43_1B, RIGHTS_NMR_43_1C, RIGHTS_NMR_43_3A, RIGHTS_NMR_43_3B, RIGHTS_NMR_45_1A,
	RIGHTS_NMR_45_1B, RIGHTS_NMR_45_1C, RIGHTS_NMR_45_1D, RIGHTS_NMR_45_1E, RIGHTS_NMR_45_2A, RIGHTS_NMR_45_2B, RIGHTS_BKK_22, RIGHTS_NMR_45_2C,
	RIGHTS_NMR_46_1A, RIGHTS_NMR_46_1B, RIGHTS_NMR_46_2, RIGHTS_NMR_42, RIGHTS_NMR_37A, RIGHTS_NMR_37B, RIGHTS_NMR_37C, RIGHTS_NMR_38_1,
	RIGHTS_NMR_39_1A, RIGHTS_NMR_39_1B, RIGHTS_NMR_39_2, RIGHTS_NMR_39_3A, RIGHTS_NMR_39_3B, RIGHTS_NMR_41_1, RIGHTS_NMR_41_2,
	RIGHTS_NMR_41_3A, RIGHTS_NMR_41_3B, RIGHTS_NMR_41_4, RIGHTS_NMR_43_1D, RIGHTS_NMR_43_1E, RIGHTS_NMR_43_2, RIGHTS_BKK_23, RIGHTS_NMR_56_3,
	RIGHTS_NMR_57_1A, RIGHTS_NMR_57_1B, RIGHTS_NMR_57_2A, RIGHTS_NMR_57_2B, RIGHTS_NMR_57_3, RIGHTS_NMR_47_1, RIGHTS_NMR_47_2A, RIGHTS_NMR_36, RIGHTS_NMR_38_2, RIGHTS_NMR_38_2_RELEASE, RIGHTS_NMR_41_5,
	RIGHTS_NMR_48_1B, RIGHTS_NMR_56_1, RIGHTS_NMR_95, RIGHTS_NMR_95_BASIC, RIGHTS_NMR_95_REVIEW, RIGHTS_HAV_67,
	RIGHTS_NMR_47_2B, RIGHTS_NMR_48_1A, RIGHTS_NMR_48_1C, RIGHTS_NMR_48_2, RIGHTS_BKK_24, RIGHTS_NMR_82_1A, RIGHTS_NMR_82_1B,
	RIGHTS_NMR_50, RIGHTS_NMR_51A, RIGHTS_NMR_51B, RIGHTS_NMR_52_1A, RIGHTS_NMR_52_1B, RIGHTS_NMR_52_2, RIGHTS_BKK_19, RIGHTS_BKK_20, RIGHTS_BKK_21;

#endif
