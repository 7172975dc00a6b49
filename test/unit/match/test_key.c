/* test_key.c - unit tests of match/key: words that may be the same share a key. */
#include "match_test.h"

#include "match/key.h"

static bool share(const char *left, const char *right)
{
	struct match_name one = folded(left), other = folded(right);
	uint32_t left_keys[KEYS], right_keys[KEYS];
	int left_count = key_of_part(&one.parts[0], left_keys), right_count = key_of_part(&other.parts[0], right_keys);
	for (int i = 0; i < left_count; i++)
		for (int j = 0; j < right_count; j++)
			if (left_keys[i] == right_keys[j])
				return true;
	return false;
}

static void shares_keys(void **state)
{
	(void)state;
	assert_true(share("Muhammad", "Mohamed"));
	assert_true(share("محمد", "Mukhammed"));
	assert_true(share("Жээнбеков", "Ceenbekov"));
	assert_true(share("Rahmonov", "Раҳмон"));
	assert_true(share("Turgunbekovich", "Turgunbek uulu"));
	assert_true(share("Aldosari", "Dosari"));
	assert_true(share("Karimov", "Kadimov"));
	assert_true(share("Nurlanbek", "Nurlabek"));
	assert_false(share("Karimov", "Toktosunov"));
	/* Numbers in names: a digit lost is still found, another number is not the same bucket. */
	assert_true(share("48213", "48213"));
	assert_true(share("48213", "4821"));
	assert_false(share("48213", "97056"));
}

static void sorts_alike_together(void **state)
{
	(void)state;
	char one[KEY_ORDER], other[KEY_ORDER], third[KEY_ORDER];
	key_order("karim", 5, one);
	key_order("gerym", 5, other);
	key_order("timur", 5, third);
	assert_memory_equal(one, other, KEY_ORDER);
	assert_true(memcmp(one, third, KEY_ORDER) != 0);
	uint32_t keys[KEYS];
	assert_int_equal(key_of_sounds("", 0, keys), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_keys),
		cmocka_unit_test(sorts_alike_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
