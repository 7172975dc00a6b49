/* test_compare.c - unit tests of match/compare and match/align: pairing, agreement, sums. */
#include "match_test.h"

#include "match/align.h"
#include "match/compare.h"

static void pairs_in_any_order(void **state)
{
	(void)state;
	struct match_comparison same = compared("Nazarov Timur Askarovich", "Timur Askarovich NAZAROV");
	assert_int_equal(same.agreement, MATCH_AGREEMENT);
	assert_int_equal(same.hints, 0);
	assert_int_equal(same.count, 3);
	struct match_name left = folded("Kasymzhomart Tokaev"), right = folded("Tokaev Kassym Jomart");
	struct alignment alignment;
	align_names(&left, &right, NULL, &alignment);
	assert_int_equal(alignment.chosen_count, 2);
	assert_int_equal(alignment.left_used, 3);
	assert_int_equal(alignment.right_used, 7);
}

static void contradiction_weighs_more_than_silence(void **state)
{
	(void)state;
	struct match_comparison silent = compared("Lavrov Sergey Viktorovich", "Lavrov Sergey");
	struct match_comparison against = compared("Lavrov Sergey Viktorovich", "Lavrov Sergey Ivanovich");
	assert_non_null(line_of(&silent, MATCH_ONE_SIDED));
	assert_non_null(line_of(&against, MATCH_CONTRADICTION));
	assert_true((against.hints & MATCH_HINT_CONTRADICTION) != 0);
	assert_true(against.bits < silent.bits);
	assert_true(against.agreement < silent.agreement);
}

static void sexes_are_never_silent(void **state)
{
	(void)state;
	struct match_comparison pair = compared("Sadykov Timur", "Sadykova Timur");
	assert_true((pair.hints & MATCH_HINT_SEX) != 0);
	assert_non_null(line_of(&pair, MATCH_SEX_ENDING));
	assert_true(pair.bits < compared("Sadykov Timur", "Sadykov Timur").bits);
}

static void weak_agreement_stays_weak(void **state)
{
	(void)state;
	assert_true((compared("Abu Ali", "Abou Ali").hints & MATCH_HINT_WEAK) != 0);
	assert_true((compared("A. B.", "A. B.").hints & MATCH_HINT_WEAK) != 0);
	assert_true((compared("Abu Ali Hassan", "Abou Ali Hasan").hints & MATCH_HINT_WEAK) == 0);
}

static void initials_are_no_name(void **state)
{
	(void)state;
	assert_true(compared("N. N.", "Nursultan Nazarbayev").agreement < 6000);
	assert_true(compared("N. Nazarbayev", "Nursultan Nazarbayev").agreement > 8500);
	assert_true(compared("President Nazarbayev", "Mr Nursultan Nazarbayev").agreement > 6000);
}

/* The same words, but the one is the other's father: by a patronymic, or by bin and ibn. */
static void fathers_are_not_their_sons(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {{"Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi"},
		{"Timur Askarovich Nazarov", "Askar Timurovich Nazarov"}, {"Oleksandr Zelenskyy", "Volodymyr Oleksandrovych Zelenskyy"}};
	static const char *const same[][2] = {{"bin Salman Mohammed", "Mohammed bin Salman"}, {"Timur Askar Nazarov", "Timur Askarovich Nazarov"},
		{"Nurlanbek Turgunbek uulu", "Shakiyev Nurlanbek Turgunbekovich"}, {"Ali ben Omar ben Hassan", "Ali Omar Hassan"}};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		struct match_comparison comparison = compared(pairs[i][0], pairs[i][1]), back = compared(pairs[i][1], pairs[i][0]);
		assert_non_null(line_of(&comparison, MATCH_CROSSED));
		assert_non_null(line_of(&back, MATCH_CROSSED));
		assert_int_equal(comparison.hints & MATCH_HINT_FAMILY, MATCH_HINT_FAMILY);
		assert_true(comparison.agreement < 8500);
	}
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		struct match_comparison comparison = compared(same[i][0], same[i][1]);
		assert_null(line_of(&comparison, MATCH_CROSSED));
		assert_true(comparison.agreement > 8500);
	}
}

static void a_servant_is_left_out(void **state)
{
	(void)state;
	struct match_comparison short_form = compared("Rahman Karimov", "Abdurahman Karimov");
	assert_true(short_form.agreement > 8500 && short_form.agreement < 9900);
	assert_int_equal(short_form.hints & MATCH_HINT_CONTRADICTION, 0);
}

/* Scripts that nobody here reads are compared sign by sign. */
static void unread_scripts_are_compared(void **state)
{
	(void)state;
	assert_int_equal(compared("ប៉ុល ពត", "ប៉ុល ពត").agreement, MATCH_AGREEMENT);
	assert_true(compared("ហ៊ុន ម៉ាណាត", "ហ៊ុន ម៉ាណែត").agreement > 6000);
	assert_true(compared("ប៉ុល ពត", "Timur Nazarov").agreement < 3000);
}

static void errors_cross_word_borders(void **state)
{
	(void)state;
	assert_true(compared("RAZUK IABD-AL-GHAFUR", "RAZUKI ABD-AL-GHAFUR").agreement > 9000);
}

static void rarity_counts(void **state)
{
	(void)state;
	struct match_name left = folded("Timur Nazarov"), right = folded("Timur Nazarov");
	struct match_rarity rarity = {.population = 10000};
	struct match_comparison rare, common;
	for (int level = 0; level < MATCH_LEVELS; level++)
		rarity.carriers[0][level] = rarity.carriers[1][level] = 2;
	match_compare_names(&left, &right, &rarity, &rare);
	for (int level = 0; level < MATCH_LEVELS; level++)
		rarity.carriers[0][level] = 2000;
	match_compare_names(&left, &right, &rarity, &common);
	assert_int_equal(rare.agreement, common.agreement);
	assert_true(rare.bits > common.bits + 800);
	assert_int_equal(compare_bits_of(0, 1023), 1000);
	assert_int_equal(compare_bits_of(5, 0), COMPARE_DEFAULT_BITS);
	assert_int_equal(compare_level(1000), 0);
	assert_int_equal(compare_level(699), -1);
}

static void sums_are_exact_and_symmetric(void **state)
{
	(void)state;
	static const char *const names[] = {"Rahmonov Emomali Sharipovich", "Эмомалӣ Раҳмон", "محمد حسن آخوند", "Abu Ali",
		"J. K. Sample", "", "Haji Haji", "Kim", "Кадыржан Батыров", "a b c d e f g h i j k l m n o p", "عبد الله", "1 2 3"};
	size_t count = sizeof names / sizeof names[0];
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			struct match_comparison one = compared(names[i], names[j]), other = compared(names[j], names[i]);
			assert_int_equal(sum_of(&one), one.bits);
			assert_true(one.agreement >= 0 && one.agreement <= MATCH_AGREEMENT);
			assert_int_equal(one.agreement, other.agreement);
		}
}

static void must_pass(void **state)
{
	(void)state;
	static const char *const baktybek[] = {"Baktybekov Uson Zhakshylykovich", "Baktybektegi Uson Zhakshylyktyn",
		"Baktybek Uson", "Baktybek Uson Zhakshylyk uulu"};
	static const char *const jeenbekov[] = {"Сооронбай Жээнбеков", "Сауранбай Жиенбеков", "Сооронбой Жээнбеков",
		"Soʻronboy Jeenbekov", "Sooronbay Ceenbekov", "Sooronbai Dscheenbekow", "Sooronbaj Dżeenbekow",
		"سورونباي جينبيكوف"};
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++)
			assert_true(compared(baktybek[i], baktybek[j]).agreement >= 8500);
	for (size_t i = 0; i < 8; i++)
		for (size_t j = 0; j < 8; j++)
			assert_true(compared(jeenbekov[i], jeenbekov[j]).agreement >= 8500);
	assert_true(compared("Rahmonov Emomali", "Эмомалӣ Раҳмон").agreement >= 9500);
	assert_true(compared("Shakiyev Nurlanbek Turgunbekovich", "Nurlanbek Turgunbek uulu").agreement >= 8500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_in_any_order),
		cmocka_unit_test(contradiction_weighs_more_than_silence),
		cmocka_unit_test(sexes_are_never_silent),
		cmocka_unit_test(weak_agreement_stays_weak),
		cmocka_unit_test(initials_are_no_name),
		cmocka_unit_test(fathers_are_not_their_sons),
		cmocka_unit_test(a_servant_is_left_out),
		cmocka_unit_test(unread_scripts_are_compared),
		cmocka_unit_test(errors_cross_word_borders),
		cmocka_unit_test(rarity_counts),
		cmocka_unit_test(sums_are_exact_and_symmetric),
		cmocka_unit_test(must_pass),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
