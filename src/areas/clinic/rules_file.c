/* rules_file.c - who may open the medical file, consent, secrecy, no part in punishment, screening by heads. */
#include "areas/clinic/rules.h"

static const char *const ACCOUNTS[] = { "user_account.add", "user_account.change", "user_account.grant", NULL };
static const char *const TREAT[] = { "medical_treatment.record", NULL };
static const char *const DISCLOSE[] = { "medical_disclosure.make", NULL };
static const char *const SCREEN[] = { "health_screening.record", NULL };
/* Accusing and binding; finding guilt, punishing and separating is NMR-46.1a (rights). No form of these has a field that a health worker signs
 * (test_rules.c looks at each). */
static const char *const PUNISH[] = { "charge.lay", "force.use", NULL };

/* ---- the file is for the health service ---- */

/* The account is a row of the engine, whose fields are known here by name only. */
static struct text account_codes(const struct row *account, const char *name)
{
	int field = record_field(account->record, text_from(name));
	return field >= 0 ? row_text(account, field) : text_empty();
}

static bool text_has_code(struct text codes, const char *code)
{
	struct text one;
	while (text_next(&codes, ' ', &one))
		if (text_equal_string(one, code))
			return true;
	return false;
}

/* Those who inspect may be given it for a visit (NMR-84.1); nobody else. */
static bool opened_to_others(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *account = decision->result;
	(void)context;
	if (!account || !text_has_code(account_codes(account, "compartments"), compartment_code(COMPARTMENT_HEALTH)))
		return false;
	struct text roles = account_codes(account, "roles");
	if (text_has_code(roles, role_code(ROLE_HEALTH)) || text_has_code(roles, role_code(ROLE_INSPECTOR)))
		return false;
	*out = (struct rule_finding){ .path = record_field(context->input->record, TEXT_OF("compartments")) >= 0 ? "/compartments" : "/roles", .ask = ASK_HEALTH,
		.message = N_("Medical files would open to somebody who is no health worker"),
		.advice = N_("Take the health compartment away; everybody on duty reads fitness, diet and orders without it") };
	return true;
}

/* ---- consent ---- */

static bool without_consent(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *treatment = decision_row(decision, &RECORD_TREATMENT);
	(void)context;
	if (!treatment || row_is(treatment, TREATMENT_DECISION, "declined"))
		return false;
	bool agrees = row_is(treatment, TREATMENT_DECISION, "agreed") && row_is_yes(treatment, TREATMENT_ABLE), law = row_has(treatment, TREATMENT_LAW);
	if ((agrees || law) && row_has(treatment, TREATMENT_CLINICIAN))
		return false;
	*out = (struct rule_finding){ .path = agrees || law ? "/clinician" : row_is(treatment, TREATMENT_DECISION, "agreed") ? "/able" : "/legal_ground", .ask = ASK_HEALTH,
		.message = agrees || law ? N_("No clinician is named who explained and answers for it") : N_("There is neither consent of somebody able to decide nor a ground in law"),
		.advice = N_("Explain, ask, and write the answer; declining is an answer. Without consent only a law allows it, and a clinician signs") };
	return true;
}

static bool trial_or_donation(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *treatment = decision_row(decision, &RECORD_TREATMENT);
	(void)context;
	bool trial = treatment && row_is(treatment, TREATMENT_KIND, "trial"), donation = treatment && row_is(treatment, TREATMENT_KIND, "donation");
	if ((!trial && !donation) || row_is(treatment, TREATMENT_DECISION, "declined"))
		return false;
	bool agrees = row_is(treatment, TREATMENT_DECISION, "agreed") && row_is_yes(treatment, TREATMENT_ABLE), ethics = row_has(treatment, TREATMENT_ETHICS);
	if (agrees && (trial ? ethics && row_has(treatment, TREATMENT_BENEFIT) : row_is(treatment, TREATMENT_RECIPIENT, "relative")))
		return false;
	*out = (struct rule_finding){ .path = !agrees ? "/decision" : donation ? "/recipient" : ethics ? "/benefit" : "/ethics_approval", .ask = N_("The ethics body"),
		.message = donation ? N_("A donation is possible to a relative only, and by free consent")
			: N_("Research needs free consent, an ethics body's approval and a direct benefit for this person"),
		.advice = N_("Do not begin; nothing may be promised for taking part") };
	return true;
}

/* ---- secrecy ---- */

static bool told_without_ground(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *told = decision_row(decision, &RECORD_MEDICAL_DISCLOSURE);
	(void)context;
	if (!told || row_is(told, MEDICAL_DISCLOSURE_GROUND, "consent"))
		return false;
	bool danger = row_is(told, MEDICAL_DISCLOSURE_GROUND, "danger");
	if (danger && row_has(told, MEDICAL_DISCLOSURE_REASONS) && row_has(told, MEDICAL_DISCLOSURE_CLINICIAN))
		return false;
	if (row_is(told, MEDICAL_DISCLOSURE_GROUND, "care") && row_is(told, MEDICAL_DISCLOSURE_RECIPIENT, "health"))
		return false;
	*out = (struct rule_finding){ .path = !danger ? "/ground" : row_has(told, MEDICAL_DISCLOSURE_REASONS) ? "/clinician" : "/reasons", .ask = N_("The head of the health service"),
		.message = danger ? N_("The clinician's reasons for the danger are missing") : N_("Neither does the person agree nor is there an imminent danger"),
		.advice = N_("Ask the person; or tell only what staff should do, as an order or fitness, and nothing of why") };
	return true;
}

/* ---- no part in punishment ---- */

/* Also for who has another function beside: one cannot treat and punish the same people. */
static bool health_punishes(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	(void)decision;
	if (!actor_has_role(context->actor, ROLE(HEALTH)) && !(context->second && actor_has_role(context->second, ROLE(HEALTH))))
		return false;
	*out = (struct rule_finding){ .message = N_("A health worker would accuse, or use force"),
		.path = arena_format(context->arena, "/%s", context->input->record->fields[0].name).data, .ask = N_("The director"),
		.advice = N_("Call an officer; health staff treat, and write only in the medical file what they saw") };
	return true;
}

/* ---- screening by heads ---- */

static const struct row *woman_of(const struct act_context *context, const struct row *screening)
{
	const struct row *person = screening ? act_load(context, &RECORD_PERSON, row_text(screening, HEALTH_SCREENING_PERSON)) : NULL;
	return person && row_is(person, PERSON_SEX, "F") ? person : NULL;
}

static bool head_left_out(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *screening = decision_row(decision, &RECORD_HEALTH_SCREENING);
	if (!woman_of(context, screening))
		return false;
	for (int head = HEALTH_SCREENING_INFECTION; head <= HEALTH_SCREENING_ABUSE; head++)
		if (!row_has(screening, head)) {
			*out = (struct rule_finding){ .path = arena_format(context->arena, "/%s", screening->record->fields[head].name).data, .ask = ASK_HEALTH,
				.message = N_("A head of the screening is neither answered nor declined"), .advice = N_("Offer each of the five; when she does not want to, write Declined") };
			return true;
		}
	return false;
}

static bool test_without_counselling(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *screening = decision_row(decision, &RECORD_HEALTH_SCREENING);
	(void)context;
	if (!screening || !row_is(screening, HEALTH_SCREENING_HIV, "done"))
		return false;
	*out = (struct rule_finding){ .path = "/hiv_test", .message = N_("An HIV test without counselling"), .ask = ASK_HEALTH,
		.advice = N_("Offer it, with counselling before and after; it is never required") };
	return true;
}

static bool history_pressed(const struct act_context *context, const struct decision *decision, struct rule_finding *out)
{
	const struct row *screening = decision_row(decision, &RECORD_HEALTH_SCREENING);
	(void)context;
	if (!screening || !row_is(screening, HEALTH_SCREENING_REPRODUCTIVE, "answered") || row_is_yes(screening, HEALTH_SCREENING_TOLD))
		return false;
	*out = (struct rule_finding){ .path = "/told", .message = N_("She was not told that she may keep her reproductive history to herself"), .ask = ASK_HEALTH,
		.advice = N_("Tell her first; Declined is always a full answer") };
	return true;
}

RULE(NMR_26_1A, "NMR-26.1a", RULE_REFUSE, ACCOUNTS, opened_to_others, N_("Medical files are confidential: others see functions only"));
CLOCKED(NMR_26_1B, "NMR-26.1b", N_("Who asks for the own medical file has an answer in time"), "medical-file-reply");
RULE(NMR_32_1B, "NMR-32.1b", RULE_REFUSE, TREAT, without_consent, N_("Treatment rests on informed consent"));
RULE(NMR_32_1C, "NMR-32.1c", RULE_REFUSE, DISCLOSE, told_without_ground, N_("Medical secrecy yields only to consent or a real and imminent danger"));
const struct rule CLINIC_NMR_32_1D = { .id = "NMR-32.1d", .kind = RULE_REFUSE, .absolute = true, .acts = PUNISH, .bites = health_punishes,
	.text = N_("Health staff have no part in punishment, interrogation or ill-treatment") };
RULE(NMR_32_2, "NMR-32.2", RULE_REFUSE, TREAT, trial_or_donation, N_("Research and donation only by free consent, with benefit, or to a relative"));
CLOCKED(BKK_6, "BKK-6", N_("A woman is screened by five heads soon after she comes"), "entry-heads");
RULE(BKK_6_HEADS, "BKK-6.heads", RULE_EVIDENCE, SCREEN, head_left_out, N_("Each of the five heads is answered or declined"));
RULE(BKK_6_HIV, "BKK-6.hiv", RULE_REFUSE, SCREEN, test_without_counselling, N_("HIV tests are offered, with counselling"));
RULE(BKK_8, "BKK-8", RULE_REFUSE, SCREEN, history_pressed, N_("A woman may always keep her reproductive history to herself"));
CLOCKED(BKK_9, "BKK-9", N_("A child that comes with a parent is screened, by a specialist for children where there is one"), "child-screening");
CLOCKED(HAV_50, "HAV-50", N_("A doctor examines every young person at once after admission"), "juvenile-examination");
CLOCKED(BOP_25, "BOP-25", N_("A request for a second medical opinion goes on to who decides it"), "second-opinion");
