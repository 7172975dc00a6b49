/* test_sound.c - unit tests of match/sound: costs and distance. */
#include "match_test.h"

#include "base/random.h"
#include "match/sound.h"

static int similarity(const char *left, const char *right, bool unvowelled, int floor)
{
	struct sound_run one = {left, (int)strlen(left), unvowelled}, other = {right, (int)strlen(right), false};
	return sound_similarity(one, other, floor);
}

static void orders_likeness(void **state)
{
	(void)state;
	assert_int_equal(similarity("karim", "karim", false, 0), 1000);
	assert_true(similarity("karim", "kerim", false, 0) > similarity("karim", "garim", false, 0));
	assert_true(similarity("karim", "garim", false, 0) > similarity("karim", "marim", false, 0));
	assert_true(similarity("karim", "kairm", false, 0) > similarity("karim", "kbirm", false, 0));
	assert_true(similarity("mHmd", "muHamad", true, 0) > 930);
	assert_true(similarity("mHmd", "muHamad", false, 0) < 850);
	assert_true(similarity("1974", "1975", false, 0) <= 750);
	assert_int_equal(similarity("", "", false, 0), 0);
	assert_int_equal(similarity("", "karim", false, 0), 0);
}

static void is_symmetric_and_keeps_the_floor(void **state)
{
	(void)state;
	static const char sounds[] = "aeioubpdtgkfvszSCJHlmnrcXjxywqTDGEhQN";
	random_seed(7);
	for (int round = 0; round < 20000; round++) {
		char left[13] = {0}, right[13] = {0};
		size_t length = 1 + random_below(8);
		for (size_t i = 0; i < length; i++)
			left[i] = right[i] = sounds[random_below(sizeof sounds - 1)];
		for (uint64_t edits = random_below(4); edits > 0; edits--)
			right[random_below(length + 1)] = sounds[random_below(sizeof sounds - 1)];
		int whole = similarity(left, right, false, 0), back = similarity(right, left, false, 0);
		assert_int_equal(whole, back);
		assert_true(whole >= 0 && whole <= 1000);
		int floor = (int)random_below(1001), cut = similarity(left, right, false, floor);
		assert_true(cut == 0 || (cut == whole && cut >= floor));
	}
	random_unseed();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_likeness),
		cmocka_unit_test(is_symmetric_and_keeps_the_floor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
