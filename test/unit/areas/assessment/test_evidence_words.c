/* test_evidence_words.c - what rests only on worship, dress, diet, language, reading or silence is seen; what says more is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "areas/assessment/evidence_words.h"

static const struct { const char *evidence; bool is_protected, is_silence; } CASES[] = {
	{ "Prays five times a day", true, false }, { "He PRAYS, grew a beard and reads the Quran.", true, false },
	{ "She began to wear a headscarf; eats halal", true, false }, { "Wears a headscarf", true, false },
	{ "Prays five times a day. Threatened to kill a cell mate on 3 May", false, false },
	{ "Said during prayer that a guard should die", false, false },
	{ "Spread leaflets that call for violence", false, false }, { "Speaks Arabic with visitors", true, false },
	{ "Молится пять раз в день, отпустил бороду", true, false }, { "МОЛИТСЯ", true, false }, { "Читает Коран и носит тюбетейку", true, false },
	{ "Молится и угрожал сокамернику", false, false }, { "يصلي خمس مرات في اليوم", true, false }, { "هدد زميله بالقتل", false, false },
	{ "Refused the interview", false, true }, { "Said nothing. Was silent when asked", false, true },
	{ "Refused the interview; was seen with a list of targets", false, false }, { "Отказался от беседы", false, true }, { "رفض المقابلة", false, true },
	{ "", false, false }, { "...", false, false }, { "Downcast", false, false }, { "repaying", false, false }, { "Address of the target noted", false, false },
};

static void clauses_decide(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct text evidence = text_from(CASES[i].evidence);
		if (evidence_is_only_protected(arena, evidence) != CASES[i].is_protected || evidence_is_only_silence(arena, evidence) != CASES[i].is_silence)
			fail_msg("%s", CASES[i].evidence);
	}
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(clauses_decide) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
