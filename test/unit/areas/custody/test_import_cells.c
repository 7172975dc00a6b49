/* test_import_cells.c - every kind of disorder that registers show, cell by cell; what cannot be read is not guessed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "areas/custody/import_cells.h"

static struct arena *arena;

static int begin(void **state)
{
	(void)state;
	arena = arena_create();
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_destroy(arena);
	return 0;
}

static void same(struct text got, const char *expected, int line)
{
	if (!text_equal_string(got, expected))
		fail_msg("line %d: \"%.*s\", not \"%s\"", line, TEXT_FORMAT(got), expected);
}
#define assert_text(got, expected) same((got), (expected), __LINE__)

/* Date as text; "impossible", "unreadable", "empty" otherwise; with "*" when a rule was used. */
static struct text told_date(struct cell_date date)
{
	if (date.state != CELL_READ)
		return text_from(date.state == CELL_EMPTY ? "empty" : date.state == CELL_IMPOSSIBLE ? "impossible" : "unreadable");
	return arena_format(arena, "%.*s%s", TEXT_FORMAT(date_text(arena, date.date)), date.rule ? "*" : "");
}

static void dates_in_all_forms(void **state)
{
	static const char *const CASES[][2] = { { "28.04.2024", "2024-04-28" }, { "4.7.2019", "2019-07-04" }, { "20.06.1986 г.", "1986-06-20" },
		{ "1980-08-06", "1980-08-06" }, { "1966-02-10 00:00:00", "1966-02-10" }, { "02/06/1988", "1988-02-06*" }, { "08/23/1981", "1981-08-23*" },
		{ "43642", "2019-06-26*" }, { "21220", "1958-02-04*" }, { "22 мая 2025", "2025-05-22*" }, { "2 февраля 1979", "1979-02-02*" },
		{ "11 декабря 2013 г.", "2013-12-11*" }, { " 12.03.2019\xC2\xA0", "2019-03-12" }, { "29.02.2020", "2020-02-29" },
		{ "29.02.2018", "impossible" }, { "31.02.1974", "impossible" }, { "32.13.2024", "impossible" }, { "00.00.1956", "impossible" },
		{ "05.12.1868", "impossible" }, { "23/08/1981", "impossible" }, { "99999", "impossible" }, { "", "empty" }, { "-", "empty" },
		{ "н/д", "empty" }, { "завтра", "unreadable" }, { "1974", "unreadable" }, { "12.03.19", "unreadable" }, { "Дата ареста", "unreadable" } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		same(told_date(cell_date(arena, text_from(CASES[i][0]))), CASES[i][1], (int)i);
}

static void birth_dates_may_be_a_year(void **state)
{
	(void)state;
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("1974"))), "1974");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("1974 г."))), "1974");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("1974г.р."))), "1974");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("01.01.1971"))), "1971*");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("25934"))), "1971*");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("02.01.1971"))), "1971-01-02");
	assert_text(told_date(cell_birth_date(arena, TEXT_OF("1868"))), "impossible");
}

static struct text told_term(const char *cell)
{
	struct cell_term term = cell_term(arena, text_from(cell));
	if (term.state != CELL_READ)
		return text_from(term.state == CELL_EMPTY ? "empty" : term.state == CELL_MANGLED ? "mangled" : "unreadable");
	if (term.kind != TERM_LENGTH)
		return text_from(term.kind == TERM_LIFE ? "life" : "remand");
	return arena_format(arena, "%.*s%s", TEXT_FORMAT(duration_text(arena, term.length)), term.rule ? "*" : "");
}

static void terms_in_all_forms(void **state)
{
	static const char *const CASES[][2] = { { "7 лет 6 мес.", "P7Y6M" }, { "7 лет", "P7Y" }, { "6л.6м.", "P6Y6M" }, { "3г.4м.", "P3Y4M" }, { "20л.", "P20Y" },
		{ "1 год", "P1Y" }, { "2 года", "P2Y" }, { "90 мес", "P90M" }, { "18 мес.", "P18M" }, { "7,5", "P7Y6M*" }, { "9,5", "P9Y6M*" }, { "7.5 лет", "P7Y6M*" },
		{ "2,25", "P2Y3M*" }, { "7", "P7Y*" }, { "15 лет 20 дн.", "P15Y20D" }, { "2 года 6 мес. 10 дн.", "P2Y6M10D" }, { "10\xC2\xA0лет", "P10Y" },
		{ "пожизненно", "life" }, { "пожизн.", "life" }, { "ПЛС", "life" }, { "под следствием", "remand" }, { "", "empty" }, { "-", "empty" },
		{ "07.май", "mangled" }, { "04.май", "mangled" }, { "7,3", "unreadable" }, { "7,5 мес", "unreadable" }, { "долго", "unreadable" },
		{ "7 лет условно", "unreadable" } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		same(told_term(CASES[i][0]), CASES[i][1], (int)i);
}

static void terms_end_as_registers_count(void **state)
{
	(void)state;
	assert_text(date_text(arena, cell_term_end((struct date){ 2025, 8, 18 }, (struct duration){ .years = 10 })), "2035-08-18");
	assert_text(date_text(arena, cell_term_end((struct date){ 2020, 4, 6 }, (struct duration){ .years = 3, .months = 6, .days = 15 })), "2023-10-21");
	assert_text(date_text(arena, cell_term_end((struct date){ 2020, 8, 31 }, (struct duration){ .months = 6 })), "2021-02-28");
}

static struct text told_articles(const char *cell)
{
	struct cell_articles articles = cell_articles(arena, text_from(cell));
	struct text items[CELL_ARTICLES];
	for (size_t i = 0; i < articles.count; i++)
		items[i] = articles.items[i].article;
	struct text joined = arena_join(arena, items, articles.count, TEXT_OF("; "));
	if (articles.state != CELL_READ)
		return arena_format(arena, "%s: %.*s", articles.state == CELL_EMPTY ? "empty" : "unreadable", TEXT_FORMAT(joined));
	return arena_format(arena, "%.*s | %.*s", TEXT_FORMAT(joined), TEXT_FORMAT(articles.law));
}

static void articles_in_all_forms(void **state)
{
#define KZ " | УК Республики Казахстан"
	static const char *const CASES[][2] = { { "255 ч.2 УК РК", "255 ч.2" KZ }, { "ст. 255 ч. 2 УК РК", "255 ч.2" KZ }, { "ст.255ч.2", "255 ч.2 | " },
		{ "ст 255 ч 2", "255 ч.2 | " }, { "ч.2 ст.255 УК РК", "255 ч.2" KZ }, { "УК РК ст.255, ч.2", "255 ч.2" KZ },
		{ "УК РК ст.179, ч.3; ст.96, ч.2", "179 ч.3; 96 ч.2" KZ }, { "255/2 УК РК", "255 ч.2" KZ }, { "255/2, 99/3 УК РК", "255 ч.2; 99 ч.3" KZ },
		{ "п.\"а\" ч.2 ст.255 УК РК", "255 ч.2 п.а" KZ }, { "п.\"а\" ч.4 ст.188; п.\"в\" ч.2 ст.99 УК РК", "188 ч.4 п.а; 99 ч.2 п.в" KZ },
		{ "СТ.255 Ч.2 УК РК", "255 ч.2" KZ }, { "ст. 233 УК РК", "233" KZ }, { "ст. 120; ст. 99 УК РК", "120; 99" KZ },
		{ "ч.4 ст.190; ч.3 ст.106; ч.1 ст.174 УК РК", "190 ч.4; 106 ч.3; 174 ч.1" KZ }, { "307-1 ч.2 УК РТ", "307-1 ч.2 | УК Республики Таджикистан" },
		{ "307(1) ч.2 УК РТ", "307-1 ч.2 | УК Республики Таджикистан" }, { "307¹ ч.2 УК РТ", "307-1 ч.2 | УК Республики Таджикистан" },
		{ "307³/2 УК РТ", "307-3 ч.2 | УК Республики Таджикистан" }, { "ст.307 прим. 1ч.2 УК РУз", "307-1 ч.2 | УК Республики Узбекистан" },
		{ "ч.2 ст.187 УК РУ", "187 ч.2 | УК Республики Узбекистан" }, { "ст.103 ч.2 УК КР", "103 ч.2 | УК Кыргызской Республики" },
		{ "ч.3 ст.187 YK PK", "187 ч.3" KZ }, { "CT.187 Ч.3 YK PT", "187 ч.3 | УК Республики Таджикистан" },
		{ "ст 257 ч 3 УК РК 1997 г.", "257 ч.3" KZ " 1997" }, { "УК РК 1997 г. ст.233-1, ч.1", "233-1 ч.1" KZ " 1997" },
		{ "ст.188ч.4; ст 259 ч 2\nУК РК", "188 ч.4; 259 ч.2" KZ }, { "255\xC2\xA0ч.2 УК РК", "255 ч.2" KZ }, { "307?/2 УК РТ", "307? ч.2 | УК Республики Таджикистан" },
		{ "", "empty: " }, { "кража", "unreadable: кража" }, { "ч.2", "unreadable: ч.2" } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		same(told_articles(CASES[i][0]), CASES[i][1], (int)i);
}

static void names_are_put_right(void **state)
{
	struct cell_name name = cell_name(arena, TEXT_OF("БЕЙШЕЕВА"));
	(void)state;
	assert_text(name.text, "Бейшеева");
	assert_non_null(name.rule);
	assert_text(cell_name(arena, TEXT_OF("ЖАНЫБЕК УУЛУ")).text, "Жаныбек уулу");
	assert_text(cell_name(arena, TEXT_OF("иванов")).text, "Иванов");
	assert_text(cell_name(arena, TEXT_OF("БЕК-АЛИ")).text, "Бек-Али");
	name = cell_name(arena, TEXT_OF("Cмaгyлов"));
	assert_text(name.text, "Смагулов");
	assert_int_equal(name.faults, NAME_LOOK_ALIKE);
	assert_text(text_from(name.script), "Cyrl");
	name = cell_name(arena, TEXT_OF("Doszhanov"));
	assert_text(name.text, "Doszhanov");
	assert_null(name.rule);
	assert_text(text_from(name.script), "Latn");
	assert_int_equal(cell_name(arena, TEXT_OF("Иваnов")).faults, NAME_MIXED);
	assert_int_equal(cell_name(arena, TEXT_OF("А.")).faults, NAME_INITIAL);
	assert_int_equal(cell_name(arena, TEXT_OF("?алиев")).faults, NAME_LOST);
	assert_text(cell_name(arena, TEXT_OF("Бакыт  уулу\xC2\xA0")).text, "Бакыт уулу");
	assert_text(text_from(cell_name(arena, TEXT_OF("Ысқақов")).script), "Cyrl");
	assert_text(text_from(cell_name(arena, TEXT_OF("كريم")).script), "Arab");
	assert_int_equal(cell_name(arena, TEXT_OF(" - ")).state, CELL_EMPTY);
	assert_true(cell_is_patronymic(arena, TEXT_OF("Саматович")));
	assert_true(cell_is_patronymic(arena, TEXT_OF("Бериккызы")));
	assert_true(cell_is_patronymic(arena, TEXT_OF("Жаныбек уулу")));
	assert_false(cell_is_patronymic(arena, TEXT_OF("Айбек")));
	assert_int_equal(cell_name_sex(arena, TEXT_OF("Осмонов"), TEXT_OF("Саматовна")), 'F');
	assert_int_equal(cell_name_sex(arena, TEXT_OF("Осмонова"), TEXT_OF("")), 'F');
	assert_int_equal(cell_name_sex(arena, TEXT_OF("Асан уулу"), TEXT_OF("")), 'M');
	assert_int_equal(cell_name_sex(arena, TEXT_OF("Маҳсарзода"), TEXT_OF("")), 0);
}

static void codes_are_read(void **state)
{
	static const struct { const char *cell, *number; } NUMBERS[] = { { "71-2019/0387", "71-2019/0387" }, { "№ 71-2019/0387", "71-2019/0387" },
		{ "71–2019/0387", "71-2019/0387" }, { "71 - 2019/0387", "71-2019/0387" }, { "71-2019\\0387", "71-2019/0387" }, { "71-2019/387", "71-2019/0387" } };
	static const struct { const char *cell, *code; } PLACES[] = { { "ИК-71", "ИК-71" }, { "IK-71", "ИК-71" }, { "ик-71", "ИК-71" }, { "ИК № 72", "ИК-72" },
		{ "ИК-72 \"Тоштеракли\"  ", "ИК-72" }, { "женская колония ЖК-73", "ЖК-73" }, { "СИЗО-74 «Жартыкудук»", "СИЗО-74" }, { "сизо 74", "СИЗО-74" } };
	static const char *const NO_PLACES[] = { "тюрьма №5", "Колония Бозтерек", "уч. 00/7", "ИК-7?", "" };
	(void)state;
	for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
		struct cell_code code = cell_file_number(arena, text_from(NUMBERS[i].cell));
		same(code.text, NUMBERS[i].number, (int)i);
		assert_int_equal(code.rule != NULL, i != 0);
	}
	assert_int_equal(cell_file_number(arena, TEXT_OF("№ дела")).state, CELL_UNREADABLE);
	assert_int_equal(cell_file_number(arena, TEXT_OF("н/д")).state, CELL_EMPTY);
	for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
		same(cell_institution(arena, text_from(PLACES[i].cell)).text, PLACES[i].code, (int)i);
	for (size_t i = 0; i < sizeof NO_PLACES / sizeof *NO_PLACES; i++)
		assert_int_not_equal(cell_institution(arena, text_from(NO_PLACES[i])).state, CELL_READ);
	assert_text(cell_latin(arena, TEXT_OF("СИЗО-74")), "SIZO-74");
	assert_text(cell_latin(arena, TEXT_OF("ЖК-73")), "ZHK-73");
	assert_text(cell_verdict(arena, TEXT_OF("№ 1-218/ 2025")).text, "1-218/2025");
	assert_text(cell_verdict(arena, TEXT_OF("1-107/24")).text, "1-107/2024");
	assert_text(cell_verdict(arena, TEXT_OF("без номера")).text, "без номера");
	assert_int_equal(cell_sex(arena, TEXT_OF("M")), 'M');
	assert_int_equal(cell_sex(arena, TEXT_OF("муж.")), 'M');
	assert_int_equal(cell_sex(arena, TEXT_OF("Ж")), 'F');
	assert_int_equal(cell_sex(arena, TEXT_OF("Пол")), 0);
}

static void countries_are_codes(void **state)
{
	static const struct { const char *cell, *code; } CASES[] = { { "РК", "KZ" }, { "гр. РК", "KZ" }, { "Республика Казахстан", "KZ" }, { "KAZ", "KZ" },
		{ "КР", "KG" }, { "Киргизия", "KG" }, { "Кыргызстан", "KG" }, { "РТ", "TJ" }, { "РУз", "UZ" }, { "гр. Узбекистана", "UZ" }, { "РФ", "RU" },
		{ "Туркменистан", "TM" }, { "Турция", "TR" }, { "ИРА", "AF" } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		assert_string_equal(cell_country(arena, text_from(CASES[i].cell)).code, CASES[i].code);
	assert_true(cell_country(arena, TEXT_OF("ЛБГ")).stateless);
	assert_true(cell_country(arena, TEXT_OF("без гражданства")).stateless);
	assert_true(cell_country(arena, TEXT_OF("б/г")).stateless);
	assert_int_equal(cell_country(arena, TEXT_OF("Атлантида")).state, CELL_UNREADABLE);
}

static void beds_are_found(void **state)
{
	static const struct { const char *cell; enum bed_kind kind; const char *code; } CASES[] = { { "отр. 3", BED_UNIT, "3" }, { "3 отряд", BED_UNIT, "3" },
		{ "отр.3 секц.2", BED_ROOM, "3-2" }, { "отр. 2, секция 1", BED_ROOM, "2-1" }, { "3/2", BED_ROOM, "3-2" }, { "кам. 214", BED_ROOM, "214" },
		{ "к.214", BED_ROOM, "214" }, { "214", BED_ROOM, "214" }, { "Блок А, кам.214", BED_ROOM, "214" }, { "ПКТ/ШИЗО, кам.107", BED_ROOM, "107" },
		{ "Дом ребёнка, кам.Д-2", BED_ROOM, "Д-2" }, { "к.Д-1", BED_ROOM, "Д-1" }, { "убыл", BED_GONE, "" }, { "-", BED_GONE, "" }, { "", BED_GONE, "" } };
	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct cell_bed bed = cell_bed(arena, text_from(CASES[i].cell));
		assert_int_equal(bed.state, CELL_READ);
		assert_int_equal(bed.kind, CASES[i].kind);
		same(bed.code, CASES[i].code, (int)i);
	}
	assert_int_equal(cell_bed(arena, TEXT_OF("в резерве")).state, CELL_UNREADABLE);
	assert_int_equal(cell_regime(arena, TEXT_OF("строгого режима")), REGIME_STRICT);
	assert_int_equal(cell_regime(arena, TEXT_OF("особ.")), REGIME_SPECIAL);
	assert_int_equal(cell_regime(arena, TEXT_OF("следств.")), REGIME_REMAND);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(dates_in_all_forms, begin, end),
		cmocka_unit_test_setup_teardown(birth_dates_may_be_a_year, begin, end), cmocka_unit_test_setup_teardown(terms_in_all_forms, begin, end),
		cmocka_unit_test_setup_teardown(terms_end_as_registers_count, begin, end), cmocka_unit_test_setup_teardown(articles_in_all_forms, begin, end),
		cmocka_unit_test_setup_teardown(names_are_put_right, begin, end), cmocka_unit_test_setup_teardown(codes_are_read, begin, end),
		cmocka_unit_test_setup_teardown(countries_are_codes, begin, end), cmocka_unit_test_setup_teardown(beds_are_found, begin, end) };
	return cmocka_run_group_tests_name("import_cells", tests, NULL, NULL);
}
