/*
 * command.h - `match --task FILE --index FILE`: runs a file of questions and prints the best twenty answers of each.
 *
 * A task is tab separated with a heading. Columns decide what is asked: name1 and name2 (pairs; the answer's id is
 * "pair"), latin_names (the task is its own index), lang (leave one out of the task itself), else qid and query against
 * the index, with dob, pob and nationality where they are given. The index is tab separated too: dataid, kind
 * (primary, original, Good, Low), name; births, places and sex come from the file beside it whose name has "persons"
 * for "names", or from --details; or it is a consolidated list in XML as published.
 *
 *	--without KIND      leaves names of that kind out of the index (default for tasks named T2...: original)
 *	--leave-one-out     leaves out names of the true one that fold to the question (default for tasks named T3...)
 *	--limit N           answers for a question, default 20
 *
 * `match --all --index FILE` compares the whole index with itself and prints every pair of at least --least bits
 * (default 10) once; --from goes on where an earlier run stopped, progress goes to standard error unless --quiet.
 * Rows of an index may also be of kind father, mother, place, birth, document, nationality, sex; questions may have
 * columns alias and document.
 *
 * Each line: qid TAB id TAB agreement (0-100) TAB evidence (bits), most bits first.
 */
#ifndef CUSTOS_MATCH_COMMAND_H
#define CUSTOS_MATCH_COMMAND_H

#include <stdio.h>

/* argv without the program's name. Returns the exit status: 0 done, 1 file trouble, 2 usage; messages go to standard error. */
int match_command(int argc, char **argv, FILE *out);

#endif
