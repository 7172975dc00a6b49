/* test_acts.c - the verbs of assessment: who may write where, what a submission asks for, and that seals come off together. */
#define MEMORY_AREAS &AREA_CUSTODY, &AREA_ASSESSMENT
#include "areas/assessment/acts.h"
#include "areas/assessment/assessment.h"
#include "areas/assessment/shipped.h"
#include "../memory.h"

/* An assessment rated twice with the shipped screen: R1 is first, R2 second. */
static const char WORLD[] = "assessment X1 person=P1;facility=F1;instrument=T1;purpose=initial;state=in_progress;second_needed=yes;assessor=R1;second_rater=R2;"
	"requested_at=2026-11-01T08:00:00Z\n"
	"rating_sheet S1 assessment=X1;person=P1;facility=F1;sealed=yes;position=first;rater=R1;state=draft;no_close_contact=yes;interview=held;limits=Short\n"
	"rating_sheet S2 assessment=X1;person=P1;facility=F1;sealed=yes;position=second;rater=R2;state=draft;no_close_contact=yes;interview=held;limits=Short\n"
	"evidence_source E1 rating_sheet=S1;assessment=X1;person=P1;facility=F1;sealed=yes;mark=a;kind=file;source_text=x;dated=2026;reliability=reliable\n"
	"evidence_source E2 rating_sheet=S2;assessment=X1;person=P1;facility=F1;sealed=yes;mark=a;kind=file;source_text=x;dated=2026;reliability=reliable\n";

static struct memory *make(struct arena *arena)
{
	struct memory *memory = memory_make(arena);
	memory->actor.roles = ROLE(PSYCHOLOGIST);
	struct row *row = row_new(arena, &RECORD_INSTRUMENT);
	row->id = memory_id(arena, TEXT_OF("T1"));
	row_set_string(row, INSTRUMENT_CODE, "recruitment-vulnerability");
	row_set_string(row, INSTRUMENT_STATE, "in_force");
	row_set_text(row, INSTRUMENT_DEFINITION, shipped_at(1).json);
	memory_add(memory, row);
	memory_put(memory, WORLD);
	return memory;
}

static void as(struct memory *memory, const char *user)
{
	memory->actor.id = memory_id(memory->arena, text_from(user));
}

/* Runs and keeps; a wanted fault must be the first, at that path. */
static void run(struct memory *memory, const char *line, enum error_code code, const char *path)
{
	bool done = memory_run(memory, text_from(line));
	if (done != (code == E_NONE))
		fail_msg("%s: %s", line, memory->errors.count ? error_english(memory->arena, &memory->errors.items[0]).data : "done");
	if (!done) {
		assert_int_equal(memory->errors.items[0].code, code);
		assert_true(text_equal_string(memory->errors.items[0].path, path));
		return;
	}
	memory_check(memory);
	memory_keep(memory);
}

#define RATE "assessment.rate evidence=Hit somebody on 3 May;sources=a;rating_sheet="
static void only_ones_own_sheet(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = make(arena);
	as(memory, "R2");
	run(memory, RATE "S1;factor=b1;rating=partly", E_STATE, "/rating_sheet");
	as(memory, "R1");
	run(memory, RATE "S1;factor=b1;rating=partly", E_NONE, NULL);
	run(memory, RATE "S1;factor=b1;rating=low", E_CHOICE, "/rating");
	run(memory, RATE "S1;factor=zz;rating=partly", E_STATE, "/factor");
	run(memory, "assessment.rate rating_sheet=S1;factor=b1;rating=partly;sources=q", E_REFERENCE, "/sources");
	run(memory, "assessment.judge rating_sheet=S1;outcome=recruited_inside;level=present", E_CHOICE, "/level");
	run(memory, "assessment.judge rating_sheet=S1;outcome=other;level=low", E_CHOICE, "/outcome");
	run(memory, "assessment.imagine rating_sheet=S1;kind=repeat;what=x;likelihood=7 in 10", E_PATTERN, "/likelihood");
	run(memory, "assessment.submit rating_sheet=S1", E_REQUIRED, "/b2");
	assert_int_equal(memory->errors.count, 10); /* nine factors and the judgement */
	arena_destroy(arena);
}

/* A rating is written as it shall stand: what is left out is taken away. The version of the row guards it. */
static void a_rating_stands_as_given(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = make(arena);
	as(memory, "R1");
	run(memory, RATE "S1;factor=b1;rating=partly;account=A joke;rating_version=0", E_NONE, NULL);
	memory_row(memory, &RECORD_FACTOR_RATING, text_empty())->version = 1;
	run(memory, RATE "S1;factor=b1;rating=present;rating_version=1", E_NONE, NULL);
	struct row *rating = memory_row(memory, &RECORD_FACTOR_RATING, text_empty());
	assert_true(row_is(rating, RATING_RATING, "present") && !row_has(rating, RATING_ACCOUNT));
	rating->version = 2;
	assert_false(memory_run(memory, TEXT_OF(RATE "S1;factor=b1;rating=absent;rating_version=1")));
	assert_int_equal(memory->errors.items[0].code, E_CONFLICT);
	arena_destroy(arena);
}

static void whole(struct memory *memory, const char *user, const char *sheet)
{
	struct instrument read;
	as(memory, user);
	assert_true(instrument_read(memory->arena, shipped_at(1).json, TEXT_OF("f"), &read, &memory->errors));
	for (size_t i = 0; i < read.factor_count; i++)
		run(memory, arena_format(memory->arena, RATE "%s;factor=%.*s;rating=%s", sheet, TEXT_FORMAT(read.factors[i].code), i == 3 ? "unknown" : "partly").data, E_NONE, NULL);
	run(memory, arena_format(memory->arena, "assessment.judge rating_sheet=%s;outcome=recruited_inside;level=low;judgement=Little;limits=Short", sheet).data, E_NONE, NULL);
	run(memory, arena_format(memory->arena, "assessment.submit rating_sheet=%s", sheet).data, E_NONE, NULL);
}

static size_t sealed(const struct memory *memory)
{
	size_t count = 0;
	for (size_t i = 0; i < memory->count; i++)
		count += memory->rows[i]->record->sealed_field > 0 && row_is_yes(memory->rows[i], memory->rows[i]->record->sealed_field);
	return count;
}

static void seals_come_off_together(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct memory *memory = make(arena);
	const struct row *assessment = memory_row(memory, &RECORD_ASSESSMENT, text_empty());
	whole(memory, "R2", "S2"); /* the second may be quicker */
	assert_true(row_is(memory_row(memory, &RECORD_ASSESSMENT, assessment->id), ASSESSMENT_STATE, "in_progress"));
	assert_int_equal(sealed(memory), 2 + 2 + 10 + 1);
	whole(memory, "R1", "S1");
	assert_true(row_is(memory_row(memory, &RECORD_ASSESSMENT, assessment->id), ASSESSMENT_STATE, "second_rated"));
	assert_int_equal(sealed(memory), 0);
	/* Returned for mending, a sheet stays open: what was once open is never sealed again. */
	memory->actor.roles = ROLE(COMMITTEE);
	run(memory, "assessment.return rating_sheet=S1", E_NONE, NULL);
	memory->actor.roles = ROLE(PSYCHOLOGIST);
	as(memory, "R1");
	run(memory, RATE "S1;factor=b1;rating=absent", E_NONE, NULL);
	assert_int_equal(sealed(memory), 0);
	run(memory, "assessment.submit rating_sheet=S1", E_NONE, NULL);
	run(memory, "assessment.conclude assessment=X1;conclusion_note=Talked", E_REQUIRED, "");
	run(memory, "assessment.settle assessment=X1;item=b1;result=consensus;note=So", E_REQUIRED, "/rating");
	run(memory, "assessment.settle assessment=X1;item=b1;result=dissent;rating=absent;note=So", E_STATE, "/rating");
	run(memory, "assessment.settle assessment=X1;item=b1;result=consensus;rating=absent;note=So", E_NONE, NULL);
	run(memory, "assessment.conclude assessment=X1;conclusion_note=Talked", E_NONE, NULL);
	as(memory, "R3");
	run(memory, "assessment.finalise assessment=X1", E_NONE, NULL);
	const struct row *final = memory_row(memory, &RECORD_ASSESSMENT, assessment->id), *task = memory_row(memory, &RECORD_INFORMATION_TASK, text_empty());
	assert_true(row_is(final, ASSESSMENT_STATE, "final") && date_compare(row_date(final, ASSESSMENT_VALID_UNTIL), (struct date){ 2027, 2, 21 }) == 0);
	assert_true(task && row_is(task, TASK_FACTOR, "d1"));
	/* It lapses with all its parts when its last day is over, and not before. */
	int64_t ends = row_moment(final, ASSESSMENT_ENDS_AT);
	assert_int_equal(ends, moment_from_date((struct date){ 2027, 2, 22 }));
	assert_true(row_has_lapsed(final, ends) && !row_has_lapsed(final, ends - 1));
	size_t parts = 0;
	for (size_t i = 0; i < memory->count; i++) {
		if (!memory->rows[i]->record->lapsed_readers || memory->rows[i]->record == &RECORD_ASSESSMENT)
			continue;
		assert_int_equal(row_moment(memory->rows[i], memory->rows[i]->record->lapse_field), ends);
		parts++;
	}
	assert_true(parts >= 4);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(only_ones_own_sheet), cmocka_unit_test(a_rating_stands_as_given),
		cmocka_unit_test(seals_come_off_together) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
