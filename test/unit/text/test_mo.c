/* test_mo.c - compiled catalogues, whole and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "text/mo.h"

/* Two messages: "a" -> "b", and the plural "c"/"d" -> "e", "f". */
static const char sound[] =
	"\xde\x12\x04\x95\0\0\0\0\x02\0\0\0\x1c\0\0\0\x2c\0\0\0\0\0\0\0\0\0\0\0"
	"\x01\0\0\0\x3c\0\0\0\x03\0\0\0\x3e\0\0\0"
	"\x01\0\0\0\x42\0\0\0\x03\0\0\0\x44\0\0\0"
	"a\0c\0d\0b\0e\0f";

static void test_sound(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct mo mo;
	assert_true(mo_open(arena, text_make(sound, sizeof(sound)), &mo));
	assert_true(text_equal_string(*mo_get(&mo, TEXT_OF("a")), "b"));
	const struct text *forms = mo_get(&mo, TEXT_OF("c"));
	assert_non_null(forms);
	assert_true(text_equal_string(mo_form(*forms, 0), "e"));
	assert_true(text_equal_string(mo_form(*forms, 1), "f"));
	assert_true(text_equal_string(mo_form(*forms, 9), "f"));
	assert_null(mo_get(&mo, TEXT_OF("d")));
	arena_destroy(arena);
}

static void test_broken(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct mo mo;
	for (size_t length = 0; length < 0x44 + 3; length++)
		assert_false(mo_open(arena, text_make(arena_copy_bytes(arena, sound, length), length), &mo));
	char *wrong = arena_copy_bytes(arena, sound, sizeof(sound));
	wrong[0] = 0;
	assert_false(mo_open(arena, text_make(wrong, sizeof(sound)), &mo));
	wrong[0] = sound[0];
	wrong[0x23] = 0x7f; /* offset of the first identifier, far outside */
	assert_false(mo_open(arena, text_make(wrong, sizeof(sound)), &mo));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_sound), cmocka_unit_test(test_broken)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
