/* test_act.c - forms of acts: faults, refusals, facts, warnings, second person, versions, receipts. */
#include "visit.h"

#include "service/records.h"

static struct text add_guest(struct visit *visit, const char *number, const char *name)
{
	STATUS(200, visit_get(visit, "/acts/guest.add"));
	STATUS(303, visit_post(visit, "/acts/guest.add",
		arena_format(visit->inn->arena, "number=%s&name=%s", number, name).data));
	struct rows rows = inn_rows(visit->inn, &record_guest);
	return rows.items[rows.count - 1]->id;
}

static void test_form(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/acts/guest.add"));
	SEES("name=\"number\"");
	assert_false(visit_sees(visit, "name=\"initial\"")); /* derived */
	STATUS(422, visit_post(visit, "/acts/guest.add", "number=&name=%3Cb%3EAnna"));
	SEES("There is a problem");
	SEES("<title>Error:");
	SEES("href=\"#number\"");
	SEES("value=\"&lt;b&gt;Anna\""); /* nothing typed is lost, nothing is markup */
	SEES("aria-invalid=\"true\"");
	STATUS(303, visit_post(visit, "/acts/guest.add", "number=7%2F1&name=Anna"));
	visit_end(visit);
}

static void test_done(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct text guest = inn_staying(inn, "1", "Anna", NULL);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/acts/bag.add?guest=%.*s", TEXT_FORMAT(guest)).data));
	STATUS(303, visit_post(visit, "/acts/bag.add", arena_format(inn->arena, "guest=%.*s&label=Red+case&weight=12",
		TEXT_FORMAT(guest)).data));
	STATUS(200, visit_follow(visit));
	SEES("data-saved");
	SEES("Red case is recorded");
	SEES("Receipt ");
	const struct row *bag = inn_rows(inn, &record_bag).items[0];
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/receipts/%lld/%.*s?of=bag.%.*s", (long long)bag->log_index,
		TEXT_FORMAT(bag->log), TEXT_FORMAT(bag->id)).data));
	SEES("tlog-proof");
	SEES("QR code of the receipt");
	SEES("Fingerprint");
	STATUS(404, visit_get(visit, arena_format(inn->arena, "/receipts/99999/%.*s", TEXT_FORMAT(bag->log)).data));
	visit_end(visit);
}

static void test_twice(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/acts/guest.add"));
	struct text key = visit_hidden(visit, "_key"), token = visit_hidden(visit, "csrf");
	assert_int_equal(key.length, 26);
	struct text body = arena_format(inn->arena, "csrf=%.*s&_key=%.*s&number=1&name=Anna", TEXT_FORMAT(token),
		TEXT_FORMAT(key));
	STATUS(303, visit_post_raw(visit, "/acts/guest.add", body));
	STATUS(303, visit_post_raw(visit, "/acts/guest.add", body)); /* the impatient second click */
	assert_int_equal(inn_rows(inn, &record_guest).count, 1);
	visit_end(visit);
}

static void test_refusal(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	struct text guest = add_guest(visit, "1", "refuse");
	STATUS(200, visit_get(visit, "/acts/stay.begin"));
	struct text fields = arena_format(inn->arena, "guest=%.*s&house=%.*s", TEXT_FORMAT(guest), TEXT_FORMAT(inn->hill));
	STATUS(409, visit_post(visit, "/acts/stay.begin", fields.data));
	SEES("refuse is such a guest");
	SEES("INN-1");
	SEES("Nobody of the banned stays");
	SEES("Find another inn");
	SEES("The innkeeper");
	SEES("Record what has already happened");
	assert_true(text_equal(visit_hidden(visit, "guest"), guest));
	STATUS(200, visit_post(visit, "/acts/stay.begin", arena_format(inn->arena, "%s&_step=edit", fields.data).data));
	SEES("name=\"guest\"");
	STATUS(303, visit_post(visit, "/acts/stay.begin", arena_format(inn->arena, "%s&record_fact=1", fields.data).data));
	assert_int_equal(inn_rows(inn, &RECORD_BREACH).count, 1);
	visit_sign_in(visit, &inn->governor);
	STATUS(200, visit_get(visit, "/breaches"));
	SEES("INN-1");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/breaches/%.*s",
		TEXT_FORMAT(inn_rows(inn, &RECORD_BREACH).items[0]->id)).data));
	SEES("refuse is such a guest");
	SEES("Give a breach an owner");
	visit_end(visit);
}

static void test_warning(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	visit_sign_in(visit, &inn->clerk);
	struct text guest = add_guest(visit, "1", "warn");
	STATUS(200, visit_get(visit, "/acts/stay.begin"));
	struct text fields = arena_format(inn->arena, "guest=%.*s&house=%.*s", TEXT_FORMAT(guest), TEXT_FORMAT(inn->hill));
	STATUS(422, visit_post(visit, "/acts/stay.begin", fields.data));
	SEES("custos-warning");
	SEES("name=\"warning:INN-2\"");
	assert_int_equal(inn_rows(inn, &record_stay).count, 0);
	STATUS(422, visit_post(visit, "/acts/stay.begin", arena_format(inn->arena, "%s&warning%%3AINN-2=+", fields.data).data));
	STATUS(303, visit_post(visit, "/acts/stay.begin",
		arena_format(inn->arena, "%s&warning%%3AINN-2=No+other+bed", fields.data).data));
	assert_int_equal(inn_rows(inn, &record_stay).count, 1);
	visit_end(visit);
}

static void test_references(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	inn_staying(inn, "17-4", "Anna Red", NULL);
	inn_staying(inn, "17-5", "Anna Blue", NULL);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, "/acts/stay.begin"));
	SEES("<select class=\"govuk-select\" id=\"house\""); /* few: a list */
	STATUS(200, visit_get(visit, "/acts/bag.add"));
	SEES("Number, or enough of the name"); /* the subject is never listed */
	const struct { const char *typed; int status; } cases[] = {
		{"nobody", 422}, {"Anna", 422}, {"17-4", 303}, {"Blue", 303}, {"17-5", 303}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		STATUS(200, visit_get(visit, "/acts/bag.add"));
		STATUS(cases[i].status, visit_post(visit, "/acts/bag.add",
			arena_format(inn->arena, "guest=%s&label=Case", cases[i].typed).data));
		if (cases[i].status == 422) {
			SEES("so that only one is meant");
			SEES("value=\"Case\"");
		}
	}
	assert_int_equal(inn_rows(inn, &record_bag).count, 3);
	visit_end(visit);
}

static void test_second_person(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct text stay;
	struct outcome outcome;
	struct actor cleared;
	inn_staying(inn, "1", "Anna", &stay);
	GOOD(RUN(service_system_actor(), &outcome, "user_account.add", "name", "cleared", "display_name", "Cleared", "roles",
		"governor", "facilities", inn->hill.data, "working_facility", inn->hill.data, "clearance", "sensitive"));
	assert_true(user_account_actor(inn->arena, inn_row(inn, &RECORD_USER_ACCOUNT, outcome.record_id), &cleared));
	visit_sign_in(visit, &inn->clerk);
	struct text form = arena_format(inn->arena, "/acts/stay.lock?stay=%.*s", TEXT_FORMAT(stay));
	STATUS(200, visit_get(visit, form.data));
	SEES("This needs two people");
	STATUS(422, visit_post(visit, "/acts/stay.lock", arena_format(inn->arena, "stay=%.*s&_reason=", TEXT_FORMAT(stay)).data));
	SEES("Give the reason in your own words");
	STATUS(303, visit_post(visit, "/acts/stay.lock",
		arena_format(inn->arena, "stay=%.*s&_reason=Noise", TEXT_FORMAT(stay)).data));
	STATUS(200, visit_follow(visit));
	SEES("Somebody else has to agree");
	struct text proposal = inn_rows(inn, &RECORD_PROPOSAL).items[0]->id;
	visit_sign_in(visit, &inn->governor);
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/proposals/%.*s", TEXT_FORMAT(proposal)).data));
	SEES("/acts/proposal.approve?proposal=");
	visit_sign_in(visit, &cleared);
	STATUS(200, visit_get(visit, "/"));
	SEES("Waiting for a second person");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/proposals/%.*s", TEXT_FORMAT(proposal)).data));
	SEES("Noise");
	SEES("/acts/proposal.approve?proposal=");
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/acts/proposal.approve?proposal=%.*s", TEXT_FORMAT(proposal)).data));
	STATUS(303, visit_post(visit, "/acts/proposal.approve",
		arena_format(inn->arena, "proposal=%.*s", TEXT_FORMAT(proposal)).data));
	assert_true(row_is_yes(inn_row(inn, &record_stay, stay), STAY_LOCKED));
	visit_end(visit);
}

static void test_versions(void **state)
{
	struct inn *inn = *state;
	struct visit *visit = visit_begin(inn);
	struct outcome outcome;
	struct text guest = inn_staying(inn, "1", "Anna", NULL);
	visit_sign_in(visit, &inn->clerk);
	struct text form = arena_format(inn->arena, "/acts/guest.correct?target=%.*s", TEXT_FORMAT(guest));
	STATUS(200, visit_get(visit, form.data));
	SEES("value=\"Anna\""); /* begins with what is there */
	assert_true(text_equal_string(visit_hidden(visit, "_version"), "2"));
	GOOD(RUN(&inn->clerk, &outcome, "guest.correct", "target", guest.data, "name", "Berta"));
	STATUS(409, visit_post(visit, "/acts/guest.correct", arena_format(inn->arena,
		"target=%.*s&_version=2&name=Clara&_reason=heard+wrongly", TEXT_FORMAT(guest)).data));
	SEES("Somebody else changed this");
	SEES("value=\"Clara\"");
	assert_true(text_equal_string(visit_hidden(visit, "_version"), "3"));
	STATUS(303, visit_post(visit, "/acts/guest.correct", arena_format(inn->arena,
		"target=%.*s&_version=3&name=Clara&_reason=heard+wrongly", TEXT_FORMAT(guest)).data));
	assert_true(text_equal_string(row_text(inn_row(inn, &record_guest, guest), GUEST_NAME), "Clara"));
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/records/guest/%.*s/history", TEXT_FORMAT(guest)).data));
	SEES("heard wrongly");
	SEES("Berta");
	visit_end(visit);
}

/* The same inn, but ending a stay cannot be undone. */
static void make_end_irreversible(struct inn *inn)
{
	const struct act **acts = ARENA_ARRAY(inn->arena, const struct act *, inn->registry->act_count + 1);
	struct act *end = ARENA_NEW(inn->arena, struct act);
	*end = act_end;
	end->flags |= ACT_IRREVERSIBLE;
	for (size_t i = 0; i < inn->registry->act_count; i++)
		acts[i] = inn->registry->acts[i] == &act_end ? end : inn->registry->acts[i];
	inn->registry->acts = acts;
	service_close(inn->service);
	GOOD(service_open(&inn->options, &inn->service, &inn->errors));
}

static void test_check_first(void **state)
{
	struct inn *inn = *state;
	struct text stay;
	make_end_irreversible(inn);
	struct visit *visit = visit_begin(inn);
	inn_staying(inn, "1", "Anna", &stay);
	visit_sign_in(visit, &inn->clerk);
	STATUS(200, visit_get(visit, arena_format(inn->arena, "/acts/stay.end?stay=%.*s", TEXT_FORMAT(stay)).data));
	SEES("Check and go on");
	struct text fields = arena_format(inn->arena, "stay=%.*s&_reason=leaves", TEXT_FORMAT(stay));
	STATUS(422, visit_post(visit, "/acts/stay.end", arena_format(inn->arena, "stay=%.*s&_reason=", TEXT_FORMAT(stay)).data));
	STATUS(200, visit_post(visit, "/acts/stay.end", fields.data));
	SEES("Check your answers");
	SEES("This cannot be undone");
	SEES("leaves");
	assert_false(row_has(inn_row(inn, &record_stay, stay), STAY_ENDED_AT)); /* nothing has happened yet */
	assert_true(text_equal_string(visit_hidden(visit, "_reason"), "leaves"));
	STATUS(200, visit_post(visit, "/acts/stay.end", arena_format(inn->arena, "%s&_step=edit", fields.data).data));
	SEES(">leaves</textarea>");
	STATUS(303, visit_post(visit, "/acts/stay.end", arena_format(inn->arena, "%s&_step=confirm", fields.data).data));
	assert_true(row_has(inn_row(inn, &record_stay, stay), STAY_ENDED_AT));
	visit_end(visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		INN_TEST(test_form), INN_TEST(test_done), INN_TEST(test_twice), INN_TEST(test_refusal), INN_TEST(test_warning),
		INN_TEST(test_references), INN_TEST(test_second_person), INN_TEST(test_versions),
		INN_TEST(test_check_first),
	};
	return INN_RUN("act", tests);
}
