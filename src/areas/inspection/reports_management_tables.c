/*
 * reports_management_tables.c - the figures for those who manage assessment, classification, programmes and release: what is counted and
 * by which statement (prison-practice 4.7, 5.5, 6.6, 8.6, 10.6, 20.2; all proposals of the product, with the definition on the page).
 *
 * Moments and days of the rows decide, never a state that a row has only now: a past day comes out the same whenever it is asked.
 */
#include "areas/inspection/reports_management.h"

#define ASKED "WITH asked AS (SELECT CAST($1 AS bigint) AS moment, CAST($2 AS text) AS day, CAST($3 AS bigint) AS since, CAST($4 AS text) AS since_day," \
	" CAST($5 AS text) AS soon, CAST($6 AS text) AS two_years)"
#define FACILITY_OF " COALESCE((SELECT t.to_facility FROM transfer t WHERE t.person = e.person AND t.state = 'accepted' AND t.arrived_at <= asked.moment" \
	" AND t.arrived_at >= e.admitted_at ORDER BY t.arrived_at DESC LIMIT 1), e.facility) AS facility, p.sex AS sex"
/* Everybody in custody at the moment, where they were then and by which order. */
#define HELD ", held AS (SELECT e.person AS person, p.birth_date AS birth_date, COALESCE((SELECT o.legal_status FROM legal_order o WHERE o.person = e.person" \
	" AND o.valid_from <= asked.day ORDER BY o.valid_from DESC, o.created_at DESC, o.id DESC LIMIT 1), '?') AS status," FACILITY_OF \
	" FROM asked JOIN custody_episode e ON e.admitted_at <= asked.moment AND (e.ended_at IS NULL OR e.ended_at > asked.moment)" \
	" AND (e.end_kind IS NULL OR e.end_kind <> 'refused') JOIN person p ON p.id = e.person)"
/* Everybody who has ever been in custody, where they were last until the moment. */
#define KNOWN ", known AS (SELECT e.person AS person," FACILITY_OF " FROM asked JOIN custody_episode e ON e.admitted_at <= asked.moment" \
	" AND NOT EXISTS (SELECT 1 FROM custody_episode x WHERE x.person = e.person AND x.admitted_at <= asked.moment AND (x.admitted_at > e.admitted_at" \
	" OR (x.admitted_at = e.admitted_at AND x.id > e.id))) JOIN person p ON p.id = e.person)"
#define KEYS(key) ", " key ", 0, '', ''"
#define LEGAL_STATUS "CASE WHEN h.status IN ('convicted','recall','appeal') THEN 'sentenced' WHEN h.status = 'untried' THEN 'unsentenced' ELSE 'other' END"
/* A decision of the kind that was in force at the moment: told to the person, and not yet ended. */
#define IN_FORCE(alias, kind_) alias ".kind = '" kind_ "' AND " alias ".started_at <= asked.moment AND " alias ".ends_at > asked.moment"
#define DAY_LENGTH "CAST(86400000 AS bigint)"
#define LAST { NULL, NULL, NULL, 0, 0, false, NULL, false }

const struct figure_kind MANAGEMENT_KINDS[] = {
	{ "assessed", N_("Assessments in date"), N_("People in custody at the end of the day. In date: an assessment with any instrument is final and has not ended. Overdue: the newest one has ended; counted from its end.") },
	{ "assessments", N_("Quality of assessments"), N_("Assessments about people that became final from 1 January to the end of the day. Two raters: a second person rated blind to the first. Unknown: the first rater left 30 in 100 factors or more without a rating because nothing was known. Days: from the first violent-extremism basis of a person to the first assessment that became final after it; the middle of all.") },
	{ "certificates", N_("Certificates of staff"), N_("Certificates that were issued on or before the day, in the whole service. Running out: valid for at most ninety days more. Suspended: as recorded now.") },
	{ "categories", N_("Security categories"), N_("People in custody at the end of the day by the category in force then and by legal status on that day. Days: since the highest category began without a lower one between; the middle of all. Place: the one in which the person slept, by its purpose and regime as they are described now.") },
	{ "decisions", N_("Decisions, appeals and reviews"), N_("Decisions from 1 January to the end of the day. Up and down: compared with the category in force before. Other than proposed: the body made no decision, or a less restrictive one; more restrictive than proposed is never possible. Appeals: lodged in that time, by the answer given until the day. Overdue: reviews that were due and not held at the end of the day. Moved down: people whose category was lowered in the last twelve months, as a share of all who have one.") },
	{ "restrictions", N_("What restrictions rest on"), N_("Decisions in force at the end of the day that hold a person more strictly than others: high security, alone in the cell, a basis by assessment, a place in a unit. Only graded reports: no item of evidence for it has another kind of source. Told in full: no item of evidence was withheld, cut or given as a gist.") },
	{ "extremism", N_("Violent-extremism basis and units"), N_("People in custody at the end of the day with a basis in force then. Who has more than one counts once, under the first that applies: conviction, charge, assessment, protection. The basis is a decision of law or committee; nothing here says what anybody believes. Units: people whose place in a unit was in force, by the time since it began.") },
	{ "programmes", N_("Programmes"), N_("Sessions planned, attendance taken and places begun or ended from 1 January to the end of the day. Waiting: days from referral to the beginning; the middle of all.") },
	{ "change", N_("What programmes change"), N_("Ratings of change by people who do not run the programme, from 1 January to the end of the day: needs and conduct, never belief. Goals: objectives of plans by what was reached.") },
	{ "released", N_("After release"), N_("People released in the two years before the day, by the newest follow-up until then. The window is different for each: from the release to the day. Convicted again and taking part again are counted apart. Not known stays in the count: nobody is left out because nobody has asked.") },
	{ "overdue", N_("Overdue work"), N_("Deadlines of assessment, classification and casework that had passed at the end of the day and were not met until then.") },
	{ "indicators", N_("Programme indicators"), N_("From 1 January to the end of the day, for partners who support the service: what was trained, adopted, done and looked at. Certificates and instruments are those of the whole service.") },
	{ NULL, NULL, NULL } };

/* ---- assessment ---- */

static const char ASSESSED[] = ASKED HELD " SELECT h.facility, h.sex" KEYS("CASE WHEN last.ends IS NULL THEN 'held.never' WHEN last.ends > asked.moment THEN"
	" 'held.in_date' WHEN asked.moment - last.ends <= 30 * " DAY_LENGTH " THEN 'held.expired.month' WHEN asked.moment - last.ends <= 90 * " DAY_LENGTH
	" THEN 'held.expired.quarter' ELSE 'held.expired.longer' END") " FROM held h CROSS JOIN asked LEFT JOIN (SELECT a.person AS person, MAX(a.ends_at) AS ends"
	" FROM assessment a CROSS JOIN asked WHERE a.final_at <= asked.moment AND a.person IS NOT NULL GROUP BY a.person) last ON last.person = h.person";
static const struct figure_line ASSESSED_LINES[] = { { "held", N_("Persons held"), NULL, 0, 0, true, NULL, false },
	{ "held.in_date", N_("Assessment in date"), NULL, 1, 0, false, NULL, false }, { "held.expired", N_("Assessment overdue"), NULL, 1, 2, false, NULL, false },
	{ "held.never", N_("Never assessed"), NULL, 1, 0, false, NULL, false },
	{ "held.expired.month", N_("up to 30 days"), N_("Assessment overdue"), 2, 0, false, NULL, false },
	{ "held.expired.quarter", N_("31 to 90 days"), N_("Assessment overdue"), 2, 0, false, NULL, false },
	{ "held.expired.longer", N_("more than 90 days"), N_("Assessment overdue"), 2, 0, false, NULL, false },
	{ "held.in_date", N_("Share with an assessment in date"), NULL, 0, 0, false, "held", false }, LAST };

#define BECAME_FINAL " FROM asked JOIN assessment a ON a.final_at > asked.since AND a.final_at <= asked.moment JOIN person p ON p.id = a.person"
static const char ASSESSMENTS[] = ASKED
	" SELECT a.facility, p.sex" KEYS("CASE WHEN a.second_rated_at IS NULL THEN 'final.one' WHEN EXISTS (SELECT 1 FROM factor_agreement g WHERE"
	" g.assessment = a.id AND g.result = 'dissent') THEN 'final.two.dissent' ELSE 'final.two.consensus' END") BECAME_FINAL
	" UNION ALL SELECT a.facility, p.sex" KEYS("CASE WHEN 10 * (SELECT COUNT(*) FROM factor_rating r JOIN rating_sheet s ON s.id = r.rating_sheet"
	" WHERE s.assessment = a.id AND s.position = 'first' AND r.rating = 'unknown') >= 3 * (SELECT COUNT(*) FROM factor_rating r JOIN rating_sheet s"
	" ON s.id = r.rating_sheet WHERE s.assessment = a.id AND s.position = 'first') THEN 'known.little' ELSE 'known.enough' END") BECAME_FINAL
	" UNION ALL SELECT a.facility, p.sex" KEYS("CASE WHEN a.disclosed_at IS NULL OR a.disclosed_at > asked.moment THEN 'told.not_yet' ELSE"
	" 'told.' || a.disclosure END") BECAME_FINAL
	" UNION ALL SELECT a.facility, p.sex, 'wait', (a.final_at - b.started) / " DAY_LENGTH ", '', ''" BECAME_FINAL " JOIN (SELECT d.person AS person,"
	" MIN(d.started_at) AS started FROM classification_decision d WHERE d.kind = 'extremism_basis' AND d.started_at IS NOT NULL GROUP BY d.person) b"
	" ON b.person = a.person AND a.final_at >= b.started AND NOT EXISTS (SELECT 1 FROM assessment x WHERE x.person = a.person AND x.final_at >= b.started"
	" AND x.final_at < a.final_at)";
static const struct figure_line ASSESSMENTS_LINES[] = { { "final", N_("Assessments made final"), NULL, 0, 1, false, NULL, false },
	{ "final.one", N_("One rater"), NULL, 1, 0, false, NULL, false }, { "final.two", N_("Two raters"), NULL, 1, 2, false, NULL, false },
	{ "final.two.consensus", N_("Consensus"), N_("Two raters"), 2, 0, false, NULL, false },
	{ "final.two.dissent", N_("Dissent kept"), N_("Two raters"), 2, 0, false, NULL, false },
	{ "final.two", N_("Share with two raters"), NULL, 0, 0, false, "final", false },
	{ "final.two.dissent", N_("Share of dissent among two raters"), NULL, 0, 0, false, "final.two", false },
	{ "known.little", N_("30 in 100 factors or more unknown"), NULL, 3, 0, false, NULL, false },
	{ "known.enough", N_("Fewer factors unknown"), NULL, 3, 0, false, NULL, false },
	{ "told.full", N_("In full"), N_("The person was told"), 4, 0, false, NULL, false }, { "told.summary", N_("Summary"), N_("The person was told"), 4, 0, false, NULL, false },
	{ "told.gist", N_("Gist"), N_("The person was told"), 4, 0, false, NULL, false }, { "told.withheld", N_("Withheld"), N_("The person was told"), 4, 0, false, NULL, false },
	{ "told.not_yet", N_("The person was not told yet"), NULL, 4, 0, false, NULL, false },
	{ "told.full", N_("Share told in full"), NULL, 0, 0, false, "final", false },
	{ "wait", N_("Days from a basis to the assessment"), NULL, 0, 0, false, NULL, true }, LAST };

static const char CERTIFICATES[] = ASKED " SELECT '*', ''" KEYS("CASE WHEN c.state = 'suspended' THEN 'all.suspended' WHEN c.expires_on < asked.day THEN 'all.ended'"
	" WHEN c.expires_on <= asked.soon THEN 'all.current.soon' ELSE 'all.current.later' END") " FROM asked JOIN certificate c ON c.issued_on <= asked.day";
static const struct figure_line CERTIFICATES_LINES[] = { { "all", N_("Certificates"), NULL, 0, 0, true, NULL, false },
	{ "all.current", N_("Valid"), NULL, 1, 2, false, NULL, false }, { "all.ended", N_("Ended"), NULL, 1, 0, false, NULL, false },
	{ "all.suspended", N_("Suspended"), NULL, 1, 0, false, NULL, false },
	{ "all.current.soon", N_("running out in 90 days"), N_("Valid"), 2, 0, false, NULL, false },
	{ "all.current.later", N_("for longer"), N_("Valid"), 2, 0, false, NULL, false }, LAST };

/* ---- classification ---- */

#define CATEGORY "(SELECT d.outcome_value FROM classification_decision d WHERE d.person = h.person AND " IN_FORCE("d", "security_category") \
	" ORDER BY d.started_at DESC, d.id LIMIT 1)"
/* Of the place itself, else of what it stands in. */
#define PLACE_SAYS(column) "COALESCE(c." column ", u1." column ", u2." column ", u3." column ", '')"
#define SLEEPS " FROM held h CROSS JOIN asked JOIN placement s ON s.person = h.person AND s.started_at <= asked.moment AND (s.ended_at IS NULL OR s.ended_at >" \
	" asked.moment) JOIN place c ON c.id = s.place LEFT JOIN place u1 ON u1.id = c.parent LEFT JOIN place u2 ON u2.id = u1.parent LEFT JOIN place u3 ON u3.id" \
	" = u2.parent WHERE " CATEGORY " IS NOT NULL"
#define STRICT_PLACE "(" PLACE_SAYS("purpose") " IN ('high_security', 'special_unit') OR " PLACE_SAYS("regime") " IN ('strict', 'special'))"
#define BEDS " UNION ALL SELECT h.facility, h.sex" KEYS("CASE WHEN " STRICT_PLACE " AND " CATEGORY " IN ('open', 'low') THEN 'bed.stricter' WHEN " \
	PLACE_SAYS("regime") " = 'open' AND " CATEGORY " = 'high' THEN 'bed.milder' ELSE 'bed.fits' END") SLEEPS
static const char CATEGORIES[] = ASKED HELD " SELECT h.facility, h.sex" KEYS("'held.' || COALESCE(" CATEGORY ", 'none') || '.' || " LEGAL_STATUS)
	" FROM held h CROSS JOIN asked UNION ALL SELECT h.facility, h.sex, 'highest', (asked.moment - MIN(d.started_at)) / " DAY_LENGTH ", '', '' FROM held h"
	" CROSS JOIN asked JOIN classification_decision d ON d.person = h.person AND d.kind = 'security_category' AND d.outcome_value = 'high' AND d.started_at"
	" <= asked.moment AND NOT EXISTS (SELECT 1 FROM classification_decision x WHERE x.person = d.person AND x.kind = 'security_category' AND x.outcome_value"
	" <> 'high' AND x.started_at > d.started_at AND x.started_at <= asked.moment) WHERE " CATEGORY " = 'high' GROUP BY h.facility, h.sex, h.person, asked.moment" BEDS;
#define CATEGORY_LINES(code, label_, group_) { "held." code ".sentenced", N_("Sentenced"), label_, group_, 0, false, NULL, false }, \
	{ "held." code ".unsentenced", N_("Unsentenced"), label_, group_, 0, false, NULL, false }, \
	{ "held." code ".other", N_("Status not known or other"), label_, group_, 0, false, NULL, false }
static const struct figure_line CATEGORIES_LINES[] = { { "held", N_("Persons held"), NULL, 0, 0, true, NULL, false },
	{ "held.open", N_("Category: open conditions"), NULL, 1, 2, false, NULL, false }, { "held.low", N_("Category: low security"), NULL, 1, 3, false, NULL, false },
	{ "held.medium", N_("Category: medium security"), NULL, 1, 4, false, NULL, false }, { "held.high", N_("Category: high security"), NULL, 1, 5, false, NULL, false },
	{ "held.none", N_("No category decided"), NULL, 1, 6, false, NULL, false },
	CATEGORY_LINES("open", N_("Category: open conditions"), 2), CATEGORY_LINES("low", N_("Category: low security"), 3),
	CATEGORY_LINES("medium", N_("Category: medium security"), 4), CATEGORY_LINES("high", N_("Category: high security"), 5),
	CATEGORY_LINES("none", N_("No category decided"), 6), { "highest", N_("Days in the highest category"), NULL, 0, 0, false, NULL, true },
	{ "bed", N_("People with a category and a place"), NULL, 0, 7, false, NULL, false },
	{ "bed.stricter", N_("Open or low category in a high-security, special or strict place"), NULL, 7, 0, false, NULL, false },
	{ "bed.milder", N_("High category in a place of open regime"), NULL, 7, 0, false, NULL, false },
	{ "bed.fits", N_("Category and place do not contradict each other"), NULL, 7, 0, false, NULL, false }, LAST };

#define RANK(column) "CASE " column " WHEN 'open' THEN 0 WHEN 'low' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END"
#define MADE " FROM asked JOIN classification_decision d ON d.decided_at > asked.since AND d.decided_at <= asked.moment JOIN known k ON k.person = d.person"
static const char DECISIONS[] = ASKED HELD KNOWN
	" SELECT k.facility, k.sex" KEYS("CASE WHEN d.outcome = 'not_made' THEN 'decided.not_made' ELSE 'decided.' || d.kind END") MADE
	" UNION ALL SELECT k.facility, k.sex" KEYS("CASE WHEN d.value_before IS NULL THEN 'category.first' WHEN " RANK("d.outcome_value") " > " RANK("d.value_before")
	" THEN 'category.up' WHEN " RANK("d.outcome_value") " < " RANK("d.value_before") " THEN 'category.down' ELSE 'category.same' END") MADE
	" WHERE d.kind = 'security_category' AND d.outcome = 'made'"
	" UNION ALL SELECT k.facility, k.sex" KEYS("CASE WHEN d.outcome <> 'made' THEN 'asked.other.not_made' WHEN d.outcome_value = d.proposed_value THEN"
	" 'asked.same' ELSE 'asked.other.milder' END") MADE " WHERE d.proposed_value IS NOT NULL"
	" UNION ALL SELECT k.facility, k.sex" KEYS("CASE WHEN a.decided_at IS NULL OR a.decided_at > asked.moment THEN 'appeal.open' ELSE 'appeal.' || a.state END")
	" FROM asked JOIN classification_appeal a ON a.lodged_at > asked.since AND a.lodged_at <= asked.moment JOIN known k ON k.person = a.person"
	" UNION ALL SELECT h.facility, h.sex" KEYS("'late'") " FROM asked JOIN deadline l ON l.clock IN ('classification-review','signal-review') AND l.due_at <="
	" asked.moment AND l.started_at <= asked.moment AND (l.stopped_at IS NULL OR l.stopped_at > asked.moment) JOIN held h ON h.person = l.subject_id"
	" UNION ALL SELECT h.facility, h.sex" KEYS("CASE WHEN EXISTS (SELECT 1 FROM classification_decision d WHERE d.person = h.person AND d.kind = 'security_category'"
	" AND d.started_at <= asked.moment AND d.started_at > asked.moment - 365 * " DAY_LENGTH " AND d.value_before IS NOT NULL AND " RANK("d.outcome_value") " < "
	RANK("d.value_before") ") THEN 'has.down' ELSE 'has.other' END") " FROM held h CROSS JOIN asked WHERE EXISTS (SELECT 1 FROM classification_decision d"
	" WHERE d.person = h.person AND " IN_FORCE("d", "security_category") ")";
static const struct figure_line DECISIONS_LINES[] = { { "decided", N_("Decisions"), NULL, 0, 1, false, NULL, false },
	{ "decided.security_category", N_("Security category"), NULL, 1, 2, false, NULL, false }, { "decided.cell_sharing", N_("Cell sharing"), NULL, 1, 0, false, NULL, false },
	{ "decided.extremism_basis", N_("Violent-extremism basis"), NULL, 1, 0, false, NULL, false }, { "decided.unit_placement", N_("Place in a unit"), NULL, 1, 0, false, NULL, false },
	{ "decided.not_made", N_("Not made"), NULL, 1, 0, false, NULL, false }, { "category.first", N_("first decision"), N_("Security category"), 2, 0, false, NULL, false },
	{ "category.up", N_("up"), N_("Security category"), 2, 0, false, NULL, false }, { "category.same", N_("the same"), N_("Security category"), 2, 0, false, NULL, false },
	{ "category.down", N_("down"), N_("Security category"), 2, 0, false, NULL, false }, { "appeal", N_("Appeals lodged"), NULL, 0, 3, false, NULL, false },
	{ "appeal.upheld", N_("Decision stands"), N_("Appeals lodged"), 3, 0, false, NULL, false }, { "appeal.varied", N_("Decision varied"), N_("Appeals lodged"), 3, 0, false, NULL, false },
	{ "appeal.quashed", N_("Decision quashed"), N_("Appeals lodged"), 3, 0, false, NULL, false }, { "appeal.open", N_("Open"), N_("Appeals lodged"), 3, 0, false, NULL, false },
	{ "asked", N_("Decisions on a proposal"), NULL, 0, 4, false, NULL, false },
	{ "asked.same", N_("As proposed"), N_("Decisions on a proposal"), 4, 0, false, NULL, false },
	{ "asked.other", N_("Other than proposed"), N_("Decisions on a proposal"), 4, 5, false, NULL, false },
	{ "asked.other.milder", N_("less restrictive"), N_("Other than proposed"), 5, 0, false, NULL, false },
	{ "asked.other.not_made", N_("Not made"), N_("Other than proposed"), 5, 0, false, NULL, false },
	{ "asked.other", N_("Share decided otherwise than proposed"), NULL, 0, 0, false, "asked", false },
	{ "late", N_("Reviews overdue"), NULL, 0, 0, false, NULL, false }, { "has.down", N_("Share moved down in twelve months"), NULL, 0, 0, false, "has", false }, LAST };

#define RISE "classification_evidence v WHERE v.decision = d.id AND v.direction = 'rise'"
#define RESTRICTIONS_FROM " FROM asked JOIN classification_decision d ON d.started_at <= asked.moment AND d.ends_at > asked.moment AND d.outcome_value IN ('high'," \
	" 'alone', 'assessed', 'assessment_unit', 'special_unit') JOIN held h ON h.person = d.person"
static const char RESTRICTIONS[] = ASKED HELD
	" SELECT h.facility, h.sex" KEYS("CASE WHEN NOT EXISTS (SELECT 1 FROM " RISE ") THEN 'rest.none' WHEN EXISTS (SELECT 1 FROM " RISE
	" AND v.source_kind <> 'report') THEN 'rest.more' ELSE 'rest.reports' END") RESTRICTIONS_FROM
	" UNION ALL SELECT h.facility, h.sex" KEYS("CASE WHEN EXISTS (SELECT 1 FROM classification_evidence v WHERE v.decision = d.id AND v.disclosure <> 'full')"
	" THEN 'told.part' ELSE 'told.full' END") RESTRICTIONS_FROM;
static const struct figure_line RESTRICTIONS_LINES[] = { { "rest", N_("Restrictions in force"), NULL, 0, 1, false, NULL, false },
	{ "rest.more", N_("Other sources, too"), NULL, 1, 0, false, NULL, false }, { "rest.reports", N_("Only graded reports"), NULL, 1, 0, false, NULL, false },
	{ "rest.none", N_("No item of evidence for more restriction"), NULL, 1, 0, false, NULL, false },
	{ "rest.reports", N_("Share on graded reports alone"), NULL, 0, 0, false, "rest", false }, { "told.full", N_("Told in full"), NULL, 2, 0, false, NULL, false },
	{ "told.part", N_("Something withheld, cut or given as a gist"), NULL, 2, 0, false, NULL, false },
	{ "told.full", N_("Share told in full"), NULL, 0, 0, false, "told", false }, LAST };

#define BASIS_ORDER "CASE d.outcome_value WHEN 'conviction' THEN 1 WHEN 'charge' THEN 2 WHEN 'assessed' THEN 3 ELSE 4 END"
#define BASIS "(SELECT d.outcome_value FROM classification_decision d WHERE d.person = h.person AND " IN_FORCE("d", "extremism_basis") " ORDER BY " BASIS_ORDER \
	", d.id LIMIT 1)"
#define HAS_BASIS " FROM held h CROSS JOIN asked WHERE EXISTS (SELECT 1 FROM classification_decision d WHERE d.person = h.person AND " \
	IN_FORCE("d", "extremism_basis") ")"
/* Whole years on the day; a birth date that is not known, or known only in part, has no age. */
#define AGE_BAND "CASE WHEN h.birth_date IS NULL OR LENGTH(h.birth_date) <> 10 THEN 'age.unknown' WHEN h.birth_date > " YEARS_BACK("18") " THEN 'age.young' WHEN" \
	" h.birth_date > " YEARS_BACK("25") " THEN 'age.18' WHEN h.birth_date > " YEARS_BACK("40") " THEN 'age.25' WHEN h.birth_date > " YEARS_BACK("60") \
	" THEN 'age.40' ELSE 'age.60' END"
#define YEARS_BACK(years) "CAST(CAST(substr(asked.day, 1, 4) AS integer) - " years " AS text) || substr(asked.day, 5)"
static const char EXTREMISM[] = ASKED HELD
	" SELECT h.facility, h.sex" KEYS("'basis.' || " BASIS) HAS_BASIS " UNION ALL SELECT h.facility, h.sex" KEYS("'status.' || " LEGAL_STATUS) HAS_BASIS
	" UNION ALL SELECT h.facility, h.sex" KEYS(AGE_BAND) HAS_BASIS
	" UNION ALL SELECT h.facility, h.sex" KEYS("'unit.' || d.outcome_value || CASE WHEN asked.moment - d.started_at < 183 * " DAY_LENGTH " THEN '.half' WHEN"
	" asked.moment - d.started_at < 365 * " DAY_LENGTH " THEN '.year' ELSE '.longer' END") " FROM held h CROSS JOIN asked JOIN classification_decision d"
	" ON d.person = h.person AND " IN_FORCE("d", "unit_placement") " AND d.outcome_value <> 'ordinary'";
static const struct figure_line EXTREMISM_LINES[] = { { "basis", N_("People with a basis"), NULL, 0, 1, false, NULL, false },
	{ "basis.conviction", N_("Basis: convicted of a listed offence"), NULL, 1, 0, false, NULL, false }, { "basis.charge", N_("Basis: charged with a listed offence"), NULL, 1, 0, false, NULL, false },
	{ "basis.assessed", N_("Basis: assessed and decided by a committee"), NULL, 1, 0, false, NULL, false },
	{ "basis.vulnerable", N_("Basis: needs protection from recruitment"), NULL, 1, 0, false, NULL, false },
	{ "status.sentenced", N_("Sentenced"), NULL, 2, 0, false, NULL, false }, { "status.unsentenced", N_("Unsentenced"), NULL, 2, 0, false, NULL, false },
	{ "status.other", N_("Status not known or other"), NULL, 2, 0, false, NULL, false }, { "age.young", N_("Under 18"), NULL, 3, 0, false, NULL, false },
	{ "age.18", N_("18 to 24"), NULL, 3, 0, false, NULL, false }, { "age.25", N_("25 to 39"), NULL, 3, 0, false, NULL, false },
	{ "age.40", N_("40 to 59"), NULL, 3, 0, false, NULL, false }, { "age.60", N_("60 and older"), NULL, 3, 0, false, NULL, false },
	{ "age.unknown", N_("Age not known"), NULL, 3, 0, false, NULL, false }, { "unit", N_("People in a unit"), NULL, 0, 4, false, NULL, false },
	{ "unit.assessment_unit", N_("Unit: for assessment"), NULL, 4, 0, false, NULL, false }, { "unit.special_unit", N_("Unit: special unit"), NULL, 4, 5, false, NULL, false },
	{ "unit.special_unit.half", N_("Less than 6 months"), N_("Unit: special unit"), 5, 0, false, NULL, false },
	{ "unit.special_unit.year", N_("6 to 12 months"), N_("Unit: special unit"), 5, 0, false, NULL, false },
	{ "unit.special_unit.longer", N_("12 months and more"), N_("Unit: special unit"), 5, 0, false, NULL, false }, LAST };

/* ---- casework ---- */

#define PLANNED " FROM asked JOIN programme_session s ON s.planned_at > asked.since AND s.planned_at <= asked.moment"
static const char PROGRAMMES[] = ASKED KNOWN
	" SELECT s.facility, ''" KEYS("'session.' || s.state") PLANNED
	" UNION ALL SELECT s.facility, p.sex" KEYS("'there.' || t.code") PLANNED " JOIN attendance t ON t.training_session = s.id JOIN person p ON p.id = t.person"
	" UNION ALL SELECT k.facility, k.sex, 'begun', 0, n.referred_on, n.started_on FROM asked JOIN enrolment n ON n.started_on >= asked.since_day AND n.started_on"
	" <= asked.day JOIN known k ON k.person = n.person"
	" UNION ALL SELECT k.facility, k.sex" KEYS("CASE WHEN n.end_reason = 'completed' THEN 'over.completed' WHEN n.end_reason IN ('own_choice','behaviour','missed',"
	"'health','transfer','court','released') THEN 'over.early.' || n.end_reason ELSE 'over.early.other' END") " FROM asked JOIN enrolment n ON n.ended_on >="
	" asked.since_day AND n.ended_on <= asked.day JOIN known k ON k.person = n.person";
static const struct figure_line PROGRAMMES_LINES[] = { { "session", N_("Sessions planned"), NULL, 0, 0, true, NULL, false },
	{ "session.held", N_("Took place"), N_("Sessions planned"), 0, 0, true, NULL, false }, { "session.cancelled", N_("Cancelled"), N_("Sessions planned"), 0, 0, true, NULL, false },
	{ "session.planned", N_("not entered yet"), N_("Sessions planned"), 0, 0, true, NULL, false }, { "there", N_("Attendance taken"), NULL, 0, 1, false, NULL, false },
	{ "there.attended", N_("There"), N_("Attendance taken"), 1, 0, false, NULL, false }, { "there.sick", N_("Ill"), N_("Attendance taken"), 1, 0, false, NULL, false },
	{ "there.excused", N_("Excused"), N_("Attendance taken"), 1, 0, false, NULL, false },
	{ "there.clash", N_("Court, visit or work at the same time"), N_("Attendance taken"), 1, 0, false, NULL, false },
	{ "there.not_brought", N_("Not brought by staff"), N_("Attendance taken"), 1, 0, false, NULL, false },
	{ "there.did_not_come", N_("Did not come"), N_("Attendance taken"), 1, 0, false, NULL, false },
	{ "there.attended", N_("Share of attendance"), NULL, 0, 0, false, "there", false }, { "begun", N_("Places begun"), NULL, 0, 0, false, NULL, false },
	{ "begun", N_("Days from referral to the beginning"), NULL, 0, 0, false, NULL, true }, { "over", N_("Places ended"), NULL, 0, 2, false, NULL, false },
	{ "over.completed", N_("All sessions done"), N_("Places ended"), 2, 0, false, NULL, false }, { "over.early", N_("before the last session"), N_("Places ended"), 2, 3, false, NULL, false },
	{ "over.early.own_choice", N_("The person's own choice"), N_("Ended early"), 3, 0, false, NULL, false },
	{ "over.early.behaviour", N_("Conduct in sessions"), N_("Ended early"), 3, 0, false, NULL, false }, { "over.early.missed", N_("Sessions missed"), N_("Ended early"), 3, 0, false, NULL, false },
	{ "over.early.health", N_("Health"), N_("Ended early"), 3, 0, false, NULL, false }, { "over.early.transfer", N_("Transfer"), N_("Ended early"), 3, 0, false, NULL, false },
	{ "over.early.court", N_("Court"), N_("Ended early"), 3, 0, false, NULL, false },
	{ "over.early.released", N_("Released or sentence over"), N_("Ended early"), 3, 0, false, NULL, false }, { "over.early.other", N_("Other"), N_("Ended early"), 3, 0, false, NULL, false },
	{ "over.completed", N_("Share completed"), NULL, 0, 0, false, "over", false }, LAST };

static const char CHANGE[] = ASKED KNOWN
	" SELECT k.facility, k.sex" KEYS("'rated.' || r.change_seen") " FROM asked JOIN outcome_rating r ON r.created_at > asked.since AND r.created_at <= asked.moment"
	" JOIN known k ON k.person = r.person"
	" UNION ALL SELECT k.facility, k.sex" KEYS("CASE WHEN r.blind = 1 THEN 'blind.yes' ELSE 'blind.no' END") " FROM asked JOIN outcome_rating r ON r.created_at >"
	" asked.since AND r.created_at <= asked.moment JOIN known k ON k.person = r.person"
	" UNION ALL SELECT k.facility, k.sex" KEYS("'goal.' || o.attainment") " FROM asked JOIN plan_objective o ON o.attainment IS NOT NULL AND o.changed_at > asked.since"
	" AND o.changed_at <= asked.moment JOIN known k ON k.person = o.person";
static const struct figure_line CHANGE_LINES[] = { { "rated", N_("Ratings of change"), NULL, 0, 1, false, NULL, false },
	{ "rated.better", N_("Better"), NULL, 1, 0, false, NULL, false }, { "rated.same", N_("The same"), NULL, 1, 0, false, NULL, false },
	{ "rated.worse", N_("Worse"), NULL, 1, 0, false, NULL, false }, { "rated.first", N_("First rating"), NULL, 1, 0, false, NULL, false },
	{ "rated.unknown", N_("Cannot be said"), NULL, 1, 0, false, NULL, false }, { "blind.yes", N_("Share rated without knowing who took part"), NULL, 0, 0, false, "blind", false },
	{ "goal", N_("Goals looked at"), NULL, 0, 2, false, NULL, false }, { "goal.much_less", N_("Much less than hoped"), NULL, 2, 0, false, NULL, false },
	{ "goal.less", N_("Less than hoped"), NULL, 2, 0, false, NULL, false }, { "goal.as_hoped", N_("As hoped"), NULL, 2, 0, false, NULL, false },
	{ "goal.more", N_("More than hoped"), NULL, 2, 0, false, NULL, false }, { "goal.much_more", N_("Much more than hoped"), NULL, 2, 0, false, NULL, false }, LAST };

#define COHORT " FROM asked JOIN release_plan w ON w.released_on > asked.two_years AND w.released_on <= asked.day JOIN person p ON p.id = w.person"
#define NEWEST(column) "COALESCE((SELECT f." column " FROM followup f WHERE f.release_plan = w.id AND f.held_on <= asked.day ORDER BY f.held_on DESC, f.created_at DESC," \
	" f.id DESC LIMIT 1), 'unknown')"
static const char RELEASED[] = ASKED
	" SELECT w.facility, p.sex" KEYS("'again.' || " NEWEST("reconviction")) COHORT " UNION ALL SELECT w.facility, p.sex" KEYS("'part.' || " NEWEST("reengagement")) COHORT
	" UNION ALL SELECT w.facility, p.sex" KEYS("'housed.' || " NEWEST("housed")) COHORT
	" UNION ALL SELECT w.facility, p.sex" KEYS("CASE WHEN EXISTS (SELECT 1 FROM followup f WHERE f.release_plan = w.id AND f.held_on <= asked.day AND f.point IN ('d1','d7')"
	" AND f.reached = 1) THEN 'week.yes' ELSE 'week.no' END") COHORT
	" UNION ALL SELECT w.facility, p.sex, 'lead', 0, w.opened_on, w.released_on" COHORT;
static const struct figure_line RELEASED_LINES[] = { { "again", N_("People released"), NULL, 0, 1, false, NULL, false },
	{ "again.none", N_("No conviction found"), N_("Convicted again"), 1, 0, false, NULL, false },
	{ "again.other", N_("Convicted of another offence"), N_("Convicted again"), 1, 0, false, NULL, false },
	{ "again.terrorism", N_("Convicted of a terrorist offence"), N_("Convicted again"), 1, 0, false, NULL, false },
	{ "again.unknown", N_("Not known"), N_("Convicted again"), 1, 0, false, NULL, false },
	{ "part.none", N_("No sign found"), N_("Takes part in violence again"), 2, 0, false, NULL, false },
	{ "part.yes", N_("Evidence of taking part again"), N_("Takes part in violence again"), 2, 0, false, NULL, false },
	{ "part.unknown", N_("Not known"), N_("Takes part in violence again"), 2, 0, false, NULL, false },
	{ "housed.yes", N_("Yes"), N_("Has a place to live"), 3, 0, false, NULL, false }, { "housed.no", N_("No"), N_("Has a place to live"), 3, 0, false, NULL, false },
	{ "housed.unknown", N_("Not known"), N_("Has a place to live"), 3, 0, false, NULL, false },
	{ "week.yes", N_("Reached in the first week"), NULL, 4, 0, false, NULL, false }, { "week.no", N_("Not reached in the first week"), NULL, 4, 0, false, NULL, false },
	{ "week.yes", N_("Share reached in the first week"), NULL, 0, 0, false, "week", false },
	{ "lead", N_("Days from the beginning of the release plan to release"), NULL, 0, 0, false, NULL, true }, LAST };

static const char OVERDUE[] = ASKED " SELECT l.facility_id, ''" KEYS("'late.' || l.clock") " FROM asked JOIN deadline l ON l.due_at <= asked.moment AND l.started_at <="
	" asked.moment AND (l.stopped_at IS NULL OR l.stopped_at > asked.moment) AND l.clock IN ('assessment-due','reassessment-due','information-found',"
	"'correction-answered','first-category','decision-due','decision-told','classification-review','signal-review','appeal-decided','case-manager','plan-due','plan-review',"
	"'release-plan','release-step')";
#define LATE(clock, label_) { "late." clock, label_, NULL, 1, 0, false, NULL, false }
static const struct figure_line OVERDUE_LINES[] = { { "late", N_("Deadlines that have passed"), NULL, 0, 0, true, NULL, false },
	LATE("assessment-due", N_("Assessment that was asked for")), LATE("reassessment-due", N_("Ask for a re-assessment")),
	LATE("information-found", N_("Find what was unknown at the assessment")), LATE("correction-answered", N_("Answer a correction that the person asked for")),
	LATE("first-category", N_("First security category")), LATE("decision-due", N_("Decide on a proposal, or it lapses")), LATE("decision-told", N_("Tell the person what was decided")),
	LATE("classification-review", N_("Review a decision")), LATE("signal-review", N_("Review a decision: something has changed")), LATE("appeal-decided", N_("Decide an appeal")),
	LATE("case-manager", N_("A case manager is named")), LATE("plan-due", N_("Plan made with the person")), LATE("plan-review", N_("Review of the plan")),
	LATE("release-plan", N_("The way out begins")), LATE("release-step", N_("Step of the way out")), LAST };

static const char INDICATORS[] = ASKED KNOWN
	" SELECT '*', ''" KEYS("'trained'") " FROM asked JOIN certificate c ON c.issued_on >= asked.since_day AND c.issued_on <= asked.day"
	" UNION ALL SELECT '*', ''" KEYS("'tool'") " FROM asked JOIN instrument i ON i.in_force_at <= asked.moment AND (i.retired_at IS NULL OR i.retired_at > asked.moment)"
	" UNION ALL SELECT MIN(a.facility), ''" KEYS("'assessed'") " FROM asked JOIN assessment a ON a.final_at > asked.since AND a.final_at <= asked.moment AND a.person"
	" IS NOT NULL GROUP BY a.person"
	" UNION ALL SELECT k.facility, ''" KEYS("'plan'") " FROM asked JOIN plan n ON n.agreed_on >= asked.since_day AND n.agreed_on <= asked.day JOIN known k ON k.person = n.person"
	" UNION ALL SELECT s.facility, ''" KEYS("'session'") PLANNED " AND s.state = 'held'"
	" UNION ALL SELECT MIN(w.facility), ''" KEYS("'followed'") " FROM asked JOIN followup f ON f.held_on >= asked.since_day AND f.held_on <= asked.day JOIN release_plan w"
	" ON w.id = f.release_plan GROUP BY f.person"
	" UNION ALL SELECT v.facility, ''" KEYS("'visit'") " FROM asked JOIN inspection v ON v.kind = 'external' AND v.started_on >= asked.since_day AND v.started_on <= asked.day";
static const struct figure_line INDICATORS_LINES[] = { { "trained", N_("Certificates issued"), NULL, 0, 0, true, NULL, false },
	{ "tool", N_("Instruments in force"), NULL, 0, 0, true, NULL, false }, { "assessed", N_("People assessed"), NULL, 0, 0, false, NULL, false },
	{ "plan", N_("Plans agreed"), NULL, 0, 0, false, NULL, false }, { "session", N_("Sessions held"), NULL, 0, 0, true, NULL, false },
	{ "followed", N_("People followed up after release"), NULL, 0, 0, false, NULL, false },
	{ "visit", N_("External inspections"), NULL, 0, 0, true, NULL, false }, LAST };

const struct figure_plan FIGURE_PLANS[] = { { true, ASSESSED, ASSESSED_LINES }, { true, ASSESSMENTS, ASSESSMENTS_LINES }, { false, CERTIFICATES, CERTIFICATES_LINES },
	{ true, CATEGORIES, CATEGORIES_LINES }, { true, DECISIONS, DECISIONS_LINES }, { true, RESTRICTIONS, RESTRICTIONS_LINES }, { true, EXTREMISM, EXTREMISM_LINES },
	{ true, PROGRAMMES, PROGRAMMES_LINES }, { true, CHANGE, CHANGE_LINES }, { true, RELEASED, RELEASED_LINES }, { false, OVERDUE, OVERDUE_LINES },
	{ false, INDICATORS, INDICATORS_LINES } };
