/* explain.c - the sentence of each reason; numbers come from the line that was added up. */
#include "match/compare.h"

#include "base/builder.h"

#include <string.h>

static const char *const messages[MATCH_REASON_COUNT] = {
	[MATCH_SAME_SOUNDS] = N_("{left} and {right} are the same by the spelling rules; one in {one_in} has such a name."),
	[MATCH_SAME_SCRIPTS] =
		N_("{left} and {right} are the same name in two scripts; one in {one_in} has such a name."),
	[MATCH_NEAR] = N_("{left} and {right} differ a little ({similarity} of 100); one in {one_in} has so near a name."),
	[MATCH_NEAR_SCRIPTS] =
		N_("{left} and {right}, in two scripts, differ a little ({similarity} of 100); one in {one_in} has so near a name."),
	[MATCH_OTHER_ENDING] =
		N_("{left} and {right} have the same root with another ending; one in {one_in} has such a name."),
	[MATCH_SEX_ENDING] = N_("{left} and {right} are one family name, but one ending is a man's and the other a woman's."),
	[MATCH_JOINED] = N_("{left} and {right} are one name written together and apart; one in {one_in} has it."),
	[MATCH_INITIAL] = N_("{left} and {right} agree in an initial only."),
	[MATCH_KUNYA] = N_("{left} and {right} are the same byname, which many share."),
	[MATCH_TITLE] = N_("{left} and {right} are titles."),
	[MATCH_ONE_SIDED] = N_("{left}{right} stands on one side only."),
	[MATCH_CONTRADICTION] = N_("{left} and {right} are different names: this speaks against."),
	[MATCH_CROSSED] = N_("The name of one is the name of the other's father: rather father and child."),
	[MATCH_RUN_TOGETHER] = N_("Written without spaces, {left} and {right} are nearly the same ({similarity} of 100)."),
	[MATCH_WEAK_ALIAS] = N_("The name that agrees is an alias of low quality, which only supports."),
	[MATCH_BIRTH_DAY] = N_("Born on the same day."),
	[MATCH_BIRTH_SWAPPED] = N_("Day and month of birth are exchanged."),
	[MATCH_BIRTH_DIGIT] = N_("The dates of birth differ in one digit."),
	[MATCH_BIRTH_MONTH] = N_("Born in the same month of the same year."),
	[MATCH_BIRTH_YEAR] = N_("Born in the same year; one side knows no day (1 January often means unknown)."),
	[MATCH_BIRTH_SAME_YEAR] = N_("Born in the same year on another day."),
	[MATCH_BIRTH_RANGE] = N_("The years of birth fit within what is stated as approximate."),
	[MATCH_BIRTH_NEAR] = N_("Born at most five years apart."),
	[MATCH_BIRTH_FAR] = N_("Born more than five years apart: this speaks against."),
	[MATCH_SEX_SAME] = N_("Same sex."),
	[MATCH_SEX_OTHER] = N_("Different sex: this speaks against."),
	[MATCH_NATION_SAME] = N_("Same nationality."),
	[MATCH_NATION_OTHER] = N_("Different nationality."),
	[MATCH_PLACE_SAME] = N_("The places agree."),
	[MATCH_PLACE_OTHER] = N_("The places differ."),
	[MATCH_FATHER_SAME] = N_("The father's name agrees."),
	[MATCH_FATHER_OTHER] = N_("The father's name differs: this speaks against."),
	[MATCH_MOTHER_SAME] = N_("The mother's name agrees."),
	[MATCH_MOTHER_OTHER] = N_("The mother's name differs: this speaks against."),
	[MATCH_DOCUMENT_SAME] = N_("A document has the same number."),
	[MATCH_DOCUMENT_OTHER] = N_("The documents have different numbers."),
};

const char *match_reason_message(enum match_reason reason)
{
	return reason < MATCH_REASON_COUNT && messages[reason] != NULL ? messages[reason] : "";
}

uint32_t match_line_one_in(const struct match_line *line)
{
	if (line->population == 0)
		return COMPARE_ONE_IN;
	return line->population / (line->carriers == 0 ? 1 : line->carriers);
}

static void add_parameter(struct builder *builder, struct text name, const struct match_line *line, struct text left,
	struct text right)
{
	if (text_equal_string(name, "left"))
		builder_add(builder, text_slice(left, line->left_offset, (size_t)line->left_offset + line->left_bytes));
	else if (text_equal_string(name, "right"))
		builder_add(builder, text_slice(right, line->right_offset, (size_t)line->right_offset + line->right_bytes));
	else if (text_equal_string(name, "one_in"))
		builder_add_integer(builder, match_line_one_in(line));
	else if (text_equal_string(name, "similarity"))
		builder_add_integer(builder, line->similarity);
}

struct text match_line_english(struct arena *arena, const struct match_line *line, struct text left, struct text right)
{
	struct builder builder;
	struct text rest = text_from(match_reason_message((enum match_reason)line->reason));
	builder_begin(&builder, arena, rest.length + 64);
	for (;;) {
		size_t open = text_find_byte(rest, '{');
		if (open == SIZE_MAX)
			break;
		builder_add(&builder, text_slice(rest, 0, open));
		rest = text_slice(rest, open + 1, rest.length);
		size_t close = text_find_byte(rest, '}');
		add_parameter(&builder, text_slice(rest, 0, close), line, left, right);
		rest = text_slice(rest, close + 1, rest.length);
	}
	builder_add(&builder, rest);
	return builder_text(&builder);
}
