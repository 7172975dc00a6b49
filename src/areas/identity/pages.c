/* pages.c - the table of identity's pages. */
#include "areas/identity/pages.h"

#include "areas/identity/pages_likeness.h"

static const struct page_route ROUTES[] = {
	{ "/admission", ROLE(RECEPTION) | ROLE(CASEWORKER), page_known, NULL },
	{ "/people/{id}/others", FILE_KEEPERS, page_others, NULL },
	{ "/people/{id}/compare/{other}", FILE_KEEPERS, page_compare, NULL },
	{ "/identity/review", FILE_KEEPERS, page_review, NULL },
	{ "/hits", HIT_READERS, page_hits, NULL },
	{ "/hits/{id}", HIT_READERS, page_hit, NULL },
	{ "/lists", HIT_READERS, page_lists, NULL },
	{ "/lists/{id}", HIT_READERS, page_one_list, page_one_list_post },
	{ NULL, ROLES_NONE, NULL, NULL },
};

static const struct navigation_entry NAVIGATION[] = {
	{ "lists", N_("Lists of names"), "/lists", HIT_READERS },
	{ NULL, NULL, NULL, ROLES_NONE },
};

static struct text path_of_row(struct arena *arena, const struct record *record, struct text id)
{
	if (record == &RECORD_LIST_HIT)
		return arena_format(arena, "/hits/%.*s", TEXT_FORMAT(id));
	if (record == &RECORD_NAME_LIST)
		return arena_format(arena, "/lists/%.*s", TEXT_FORMAT(id));
	return text_empty();
}

static const struct act_after AFTER[] = { { "list_hit.decide", "/hits", false }, { "name_list.add", "/lists/{id}", false }, { NULL, NULL, false } };

const struct ui_area IDENTITY_PAGES = { .routes = ROUTES, .navigation = NAVIGATION, .path_of = path_of_row, .after = AFTER, .subject_card = card_hits,
	.search = search_likenesses };
