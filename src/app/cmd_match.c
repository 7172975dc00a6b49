/* cmd_match.c - custos match: one name against the register, the whole register against itself, or a file of questions. */
#include <stdio.h>

#include "app/cli.h"
#include "areas/identity/reports.h"
#include "base/file.h"
#include "match/command.h"
#include "service/session.h"

/* ---- a file of questions ---- */

static int run_files(struct cli *cli)
{
	char *words[2 * CLI_OPTIONS + 1];
	int count = 0;
	for (int i = 0; i < CLI_OPTIONS && cli->command->options[i].name; i++)
		if (cli->values[i]) {
			words[count++] = arena_string(cli->arena, text_from(cli->command->options[i].name));
			if (cli->command->options[i].argument)
				words[count++] = arena_string(cli->arena, text_from(cli->values[i]));
		}
	return match_command(count, words, stdout);
}

/* ---- one name ---- */

static struct text option_text(const struct cli *cli, const char *name)
{
	const char *value = cli_option(cli, name);
	return value ? text_from(value) : text_empty();
}

static void print_candidate(struct cli *cli, const struct names_candidate *candidate)
{
	const char *const bands[] = { "look now", "possible", "weak" };
	printf("%.*s  %.*s  agreement %d, evidence %.2f bits, %s\n", TEXT_FORMAT(candidate->id), TEXT_FORMAT(row_title(cli->arena, candidate->row)),
		(int)(candidate->comparison.agreement / 100), (double)candidate->comparison.bits / MATCH_BIT,
		candidate->comparison.hints & MATCH_HINT_FAMILY ? "possibly family" : bands[candidate->band]);
	printf("  expected by chance in this register: %.3f\n", (double)candidate->by_chance / 1000);
	for (int i = 0; i < candidate->comparison.count; i++) {
		const struct match_line *line = &candidate->comparison.lines[i];
		printf("  %+7.2f  %.*s\n", (double)line->weight / MATCH_BIT, TEXT_FORMAT(match_line_english(cli->arena, line, candidate->left, candidate->right)));
	}
}

static bool find_name(struct cli *cli, struct service *service, const struct actor *actor, bool list, struct names_candidates *out)
{
	const struct asked asked = { .name = text_from(cli->words[0]), .birth = option_text(cli, "--birth"), .document = option_text(cli, "--document") };
	struct query *query;
	int64_t limit;
	if (!cli_integer(cli, "--limit", 1, MATCH_BEST, 10, &limit) || !query_begin(service, cli->arena, actor, NULL, &query, &cli->errors))
		return false;
	bool done = names_find(query, list ? &NAMES_OF_LISTS : &NAMES_OF_PEOPLE, asked_entry(cli->arena, &asked), (size_t)limit, out, &cli->errors);
	query_end(query);
	return done;
}

static int run_name(struct cli *cli)
{
	struct service *service;
	struct names_candidates found;
	struct actor actor;
	const char *user = cli_option(cli, "--user");
	if (!user) {
		fprintf(stderr, "custos match NAME: wants --user NAME: what is found follows that user's rights\n");
		return EXIT_USAGE;
	}
	/* With the writer: what is read about whom goes to the access log. */
	if (!cli_open(cli, true, &service))
		return cli_fail(cli);
	bool done = session_actor_named(service, cli->arena, text_from(user), &actor, &cli->errors) && names_start(service, &cli->errors);
	if (done) {
		names_wait_ready(service);
		done = find_name(cli, service, &actor, cli_option(cli, "--lists") != NULL, &found);
	}
	size_t shown = 0;
	for (size_t i = 0; done && i < found.count; i++) {
		if (found.items[i].band == MATCH_BAND_HIDDEN && !(found.items[i].comparison.hints & MATCH_HINT_FAMILY))
			continue;
		shown++;
		if (found.items[i].row)
			print_candidate(cli, &found.items[i]);
		else
			printf("A file outside the facilities of %s; ask headquarters\n", user);
	}
	service_close(service);
	if (!done)
		return cli_fail(cli);
	return shown ? EXIT_DONE : EXIT_FOUND;
}

/* ---- the whole register ---- */

struct whole_run {
	struct cli *cli;
	const struct match_snapshot *snapshot;
	const char *position; /* path, or NULL */
	uint64_t pairs;
};

/* Identifiers only: whoever looks at the files does so under his own name. */
static void print_pair(void *state, struct text left, struct text right, const struct match_comparison *comparison)
{
	struct whole_run *run = state;
	static const char *const BANDS[] = { "now", "possible", "hidden" };
	enum match_band band = match_band_of(comparison, match_snapshot_count(run->snapshot));
	bool family = (comparison->hints & MATCH_HINT_FAMILY) != 0;
	if (band == MATCH_BAND_HIDDEN && !family)
		return;
	printf("%.*s\t%.*s\t%.2f\t%.2f\t%s\n", TEXT_FORMAT(left), TEXT_FORMAT(right), (double)comparison->agreement / 100,
		(double)comparison->bits / MATCH_BIT, family ? "family" : BANDS[band]);
	run->pairs++;
}

/* After each thousand, when all pairs before it are in the output. */
static bool keep_position(void *state, uint64_t done, uint64_t all)
{
	struct whole_run *run = state;
	cli_progress(NULL, "Comparing", (int64_t)done, (int64_t)all);
	if (fflush(stdout) != 0)
		return false;
	struct text line = arena_format(run->cli->arena, "%llu %llu", (unsigned long long)done, (unsigned long long)all);
	return !run->position || file_write_whole(run->position, line.data, line.length, 0600);
}

/* Of a register that has grown or shrunk since, the places are others: it begins anew. */
static uint64_t position_before(struct cli *cli, const char *path, uint64_t all)
{
	struct text content, number;
	int64_t from = 0, of = 0;
	if (!path || !file_read(cli->arena, path, 100, &content) || !text_next(&content, ' ', &number) || !text_to_integer(number, &from) ||
		!text_to_integer(text_trim(content), &of) || from < 0 || (uint64_t)of != all)
		return 0;
	return (uint64_t)from;
}

static int compare_all(struct cli *cli, const struct match_snapshot *snapshot)
{
	struct whole_run run = { .cli = cli, .snapshot = snapshot, .position = cli_option(cli, "--position") };
	struct match_whole whole = { .least_bits = 8 * MATCH_BIT, .limit = 10, .found = print_pair, .progress = keep_position, .state = &run };
	uint64_t all = match_snapshot_count(snapshot), from = position_before(cli, run.position, all);
	uint64_t done = match_whole_register(snapshot, from, &whole);
	if (done < all)
		return EXIT_FAILED;
	if (run.position)
		file_remove(run.position);
	fprintf(stderr, "%llu files compared, %llu pairs\n", (unsigned long long)(done - from), (unsigned long long)run.pairs);
	return run.pairs ? EXIT_FOUND : EXIT_DONE;
}

static int run_all(struct cli *cli)
{
	struct service *service;
	int status = EXIT_FAILED;
	if (!cli_open(cli, false, &service))
		return cli_fail(cli);
	if (names_start(service, &cli->errors)) {
		names_wait_ready(service);
		const struct match_snapshot *snapshot = names_snapshot(service, &NAMES_OF_PEOPLE);
		if (snapshot) {
			status = compare_all(cli, snapshot);
			match_snapshot_release(snapshot);
		}
	}
	service_close(service);
	return cli->errors.count > 0 ? cli_fail(cli) : status;
}

static int match_run(struct cli *cli)
{
	if (cli_option(cli, "--task") || (cli_option(cli, "--all") && cli_option(cli, "--index")))
		return run_files(cli);
	if (cli_option(cli, "--all"))
		return run_all(cli);
	if (cli->word_count == 1)
		return run_name(cli);
	fprintf(stderr, "custos match: wants a NAME, --all, or --task FILE\n");
	return EXIT_USAGE;
}

const struct cli_command CMD_MATCH = {
	.name = "match", .summary = "Who may be meant by a name, which files may be about one person, or figures of the matcher", .words = "[NAME]",
	.words_maximum = 1,
	.options = { { "--birth", "DATE", "date of birth: 1974-05-09, 1974-05 or 1974" }, { "--document", "NUMBER", "number of a document" },
		{ "--user", "NAME", "whose rights the answer follows" }, { "--lists", NULL, "ask the lists of names, not the people" },
		{ "--all", NULL, "print pairs of files that may be about one person or one family" },
		{ "--position", "FILE", "with --all: keeps the place there and goes on from it" },
		{ "--task", "FILE", "questions, tab separated with a heading" }, { "--index", "FILE", "names to search, tab separated, or a list in XML" },
		{ "--details", "FILE", "births, places and sex of the index" }, { "--without", "KIND", "leave names of that kind out of the index" },
		{ "--leave-one-out", NULL, "leave out names of the true one that fold to the question" }, { "--limit", "N", "answers a question (default 20; a name 10)" } },
	.examples = { "custos match --data data --user records \"Toktobayev Nurlan\" --birth 1988", "custos match --data data --all --position place >> pairs.tsv",
		"custos match --task T2_un_original.tsv --index un_names.tsv" }, .run = match_run,
};
