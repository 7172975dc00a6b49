/* import_articles.c - articles of criminal codes as old registers write them; see import_cells.h. */
#include "areas/custody/import_cells.h"

#include "base/builder.h"

enum token_kind { TOKEN_NUMBER, TOKEN_ARTICLE, TOKEN_PART, TOKEN_POINT, TOKEN_LETTER, TOKEN_NOTE, TOKEN_SLASH, TOKEN_GAP, TOKEN_LAW, TOKEN_YEAR_WORD,
	TOKEN_UNKNOWN, TOKEN_END };
enum { TOKENS = 128 };

struct token { enum token_kind kind; struct text text; };

struct scan { struct arena *arena; struct text text; size_t at; struct token tokens[TOKENS]; size_t count; };

static bool is_digit(uint32_t letter)
{
	return letter >= '0' && letter <= '9';
}

static int superscript(uint32_t letter)
{
	if (letter == 0xB9)
		return 1;
	if (letter == 0xB2 || letter == 0xB3)
		return (int)letter - 0xB0;
	return letter >= 0x2074 && letter <= 0x2079 ? (int)letter - 0x2070 : 0;
}

static uint32_t peek(const struct scan *scan, size_t at)
{
	uint32_t letter;
	return text_next_code_point(scan->text, &at, &letter) ? letter : 0;
}

static struct text take_digits(struct scan *scan)
{
	size_t from = scan->at;
	while (scan->at < scan->text.length && is_digit((unsigned char)scan->text.data[scan->at]))
		scan->at++;
	return text_slice(scan->text, from, scan->at);
}

static void skip_spaces(struct scan *scan)
{
	while (peek(scan, scan->at) == ' ' || peek(scan, scan->at) == '.')
		scan->at++;
}

static void token_add(struct scan *scan, enum token_kind kind, struct text text)
{
	if (scan->count < TOKENS - 1)
		scan->tokens[scan->count++] = (struct token){ kind, text };
}

/* A number with what belongs to it: "307-1", "307(1)", "307¹", "307 прим. 1" are all "307-1"; "307?" keeps its lost sign. */
static void scan_number(struct scan *scan)
{
	static const struct text NOTE = TEXT("прим");
	struct text number = take_digits(scan), suffix = text_empty();
	uint32_t next = peek(scan, scan->at);
	size_t back = scan->at;
	if (superscript(next)) {
		suffix = arena_format(scan->arena, "%d", superscript(next));
		uint32_t letter;
		text_next_code_point(scan->text, &scan->at, &letter);
	} else if (next == '-' && is_digit(peek(scan, scan->at + 1))) {
		scan->at++;
		suffix = take_digits(scan);
	} else if (next == '(') {
		scan->at++;
		suffix = take_digits(scan);
		if (suffix.length == 0 || peek(scan, scan->at) != ')')
			scan->at = back, suffix = text_empty();
		else
			scan->at++;
	} else if (next == '?') {
		scan->at++;
		token_add(scan, TOKEN_NUMBER, arena_format(scan->arena, "%.*s?", TEXT_FORMAT(number)));
		return;
	} else {
		skip_spaces(scan);
		if (text_starts_with(text_slice(scan->text, scan->at, SIZE_MAX), NOTE)) {
			scan->at += NOTE.length;
			skip_spaces(scan);
			suffix = take_digits(scan);
		} else {
			scan->at = back;
		}
	}
	token_add(scan, TOKEN_NUMBER, suffix.length ? arena_format(scan->arena, "%.*s-%.*s", TEXT_FORMAT(number), TEXT_FORMAT(suffix)) : number);
}

static struct text take_word(struct scan *scan)
{
	size_t from = scan->at, at = scan->at;
	uint32_t letter;
	while (text_next_code_point(scan->text, &at, &letter) && cell_lower(letter) != cell_upper(letter))
		scan->at = at;
	return text_slice(scan->text, from, scan->at);
}

/* "ук" and the words up to the next number, article sign or gap name the code. */
static void scan_law(struct scan *scan, size_t from)
{
	size_t end = scan->at;
	for (;;) {
		size_t before = scan->at;
		while (peek(scan, scan->at) == ' ')
			scan->at++;
		struct text word = take_word(scan);
		if (word.length == 0 || text_equal_string(word, "ст")) {
			scan->at = word.length ? before : scan->at;
			break;
		}
		end = scan->at;
	}
	token_add(scan, TOKEN_LAW, text_trim(text_slice(scan->text, from, end)));
}

static void scan_word(struct scan *scan)
{
	static const struct { const char *word; enum token_kind kind; } WORDS[] = { { "ст", TOKEN_ARTICLE }, { "статья", TOKEN_ARTICLE },
		{ "ч", TOKEN_PART }, { "часть", TOKEN_PART }, { "п", TOKEN_POINT }, { "пункт", TOKEN_POINT }, { "г", TOKEN_YEAR_WORD } };
	size_t from = scan->at;
	struct text word = take_word(scan);
	if (text_equal_string(word, "ук")) {
		scan_law(scan, from);
		return;
	}
	bool after_point = scan->count > 0 && scan->tokens[scan->count - 1].kind == TOKEN_POINT;
	enum token_kind kind = after_point ? TOKEN_LETTER : TOKEN_UNKNOWN;
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && !after_point; i++)
		if (text_equal_string(word, WORDS[i].word))
			kind = WORDS[i].kind;
	token_add(scan, kind, word);
}

static void scan_all(struct scan *scan)
{
	while (scan->at < scan->text.length) {
		uint32_t letter = peek(scan, scan->at);
		size_t at = scan->at;
		if (is_digit(letter)) {
			scan_number(scan);
		} else if (cell_lower(letter) != cell_upper(letter)) {
			scan_word(scan);
		} else {
			if (letter == ',' || letter == ';' || letter == '/')
				token_add(scan, letter == '/' ? TOKEN_SLASH : TOKEN_GAP, text_empty());
			else if (letter != ' ' && letter != '.' && letter != '"' && letter != '\n' && letter != 0xAB && letter != 0xBB)
				token_add(scan, TOKEN_UNKNOWN, text_empty());
			text_next_code_point(scan->text, &at, &letter);
			scan->at = at;
		}
	}
	scan->tokens[scan->count] = (struct token){ TOKEN_END, text_empty() };
}

/* ---- from tokens to articles ---- */

struct item { struct text article, part, point; };

struct reading { struct item items[CELL_ARTICLES]; size_t count; struct text part, point, law, law_year; bool bad; };

static struct item *current(struct reading *reading)
{
	return reading->count ? &reading->items[reading->count - 1] : NULL;
}

/* "ч.2 ст.255": what stood before the article belongs to it. */
static void article_begin(struct reading *reading, struct text number)
{
	if (reading->count == CELL_ARTICLES) {
		reading->bad = true;
		return;
	}
	reading->items[reading->count++] = (struct item){ number, reading->part, reading->point };
	reading->part = reading->point = text_empty();
}

/* After "ч 2": directly followed by "ст", it belongs to the next article; otherwise to the one before, if that lacks one. */
static void part_place(struct reading *reading, struct text number, enum token_kind next)
{
	struct item *item = current(reading);
	if (next == TOKEN_ARTICLE || !item || item->part.length)
		reading->part = number;
	else
		item->part = number;
}

static void number_place(struct reading *reading, const struct token *token, enum token_kind before, enum token_kind next)
{
	if (before == TOKEN_PART) {
		part_place(reading, token->text, next);
	} else if (before == TOKEN_SLASH && current(reading) && !current(reading)->part.length) {
		current(reading)->part = token->text;
	} else if (before == TOKEN_LAW && token->text.length == 4) {
		reading->law_year = token->text;
	} else if (token->text.length <= 3 || text_find_byte(token->text, '-') != SIZE_MAX || text_ends_with(token->text, TEXT_OF("?"))) {
		article_begin(reading, token->text);
	} else {
		reading->bad = true;
	}
}

static void read_tokens(const struct scan *scan, struct reading *reading)
{
	for (size_t i = 0; i < scan->count; i++) {
		const struct token *token = &scan->tokens[i];
		enum token_kind before = i ? scan->tokens[i - 1].kind : TOKEN_END;
		if (token->kind == TOKEN_NUMBER)
			number_place(reading, token, before, scan->tokens[i + 1].kind);
		else if (token->kind == TOKEN_LETTER)
			reading->point = token->text;
		else if (token->kind == TOKEN_LAW)
			reading->law = token->text;
		else if (token->kind == TOKEN_UNKNOWN || (token->kind == TOKEN_YEAR_WORD && reading->law_year.length == 0))
			reading->bad = true;
	}
	reading->bad = reading->bad || reading->count == 0 || reading->part.length > 0;
}

static struct text law_name(struct arena *arena, const struct reading *reading)
{
	static const struct { const char *beginning, *name; } LAWS[] = { { "ук руз", "УК Республики Узбекистан" }, { "ук ру", "УК Республики Узбекистан" },
		{ "ук республики узб", "УК Республики Узбекистан" }, { "ук рк", "УК Республики Казахстан" }, { "ук республики каз", "УК Республики Казахстан" },
		{ "ук рт", "УК Республики Таджикистан" }, { "ук республики тадж", "УК Республики Таджикистан" }, { "ук кр", "УК Кыргызской Республики" },
		{ "ук кырг", "УК Кыргызской Республики" } };
	struct text name = reading->law;
	for (size_t i = 0; i < sizeof LAWS / sizeof *LAWS; i++)
		if (text_starts_with(reading->law, text_from(LAWS[i].beginning))) {
			name = text_from(LAWS[i].name);
			break;
		}
	return reading->law_year.length ? arena_format(arena, "%.*s %.*s", TEXT_FORMAT(name), TEXT_FORMAT(reading->law_year)) : name;
}

static struct text item_text(struct arena *arena, const struct item *item)
{
	struct builder builder;
	builder_begin(&builder, arena, 32);
	builder_add(&builder, item->article);
	if (item->part.length) {
		builder_add_string(&builder, " ч.");
		builder_add(&builder, item->part);
	}
	if (item->point.length) {
		builder_add_string(&builder, " п.");
		builder_add(&builder, item->point);
	}
	return builder_text(&builder);
}

struct cell_articles cell_articles(struct arena *arena, struct text text)
{
	struct cell_articles articles = { .state = CELL_EMPTY, .law = text_empty() };
	text = cell_spaces(arena, text, false);
	if (cell_is_nothing(text))
		return articles;
	struct scan scan = { .arena = arena, .text = cell_fold(arena, text) };
	struct reading reading = { .part = text_empty(), .point = text_empty(), .law = text_empty(), .law_year = text_empty() };
	scan_all(&scan);
	read_tokens(&scan, &reading);
	if (reading.bad) {
		articles.state = CELL_UNREADABLE;
		articles.items[articles.count++].article = text;
		return articles;
	}
	articles.state = CELL_READ;
	articles.law = reading.law.length ? law_name(arena, &reading) : text_empty();
	for (size_t i = 0; i < reading.count; i++)
		articles.items[articles.count++].article = item_text(arena, &reading.items[i]);
	return articles;
}
