/* match_task.c - the task command as a program of its own, for scoring without the server. */
#include "match/command.h"

int main(int argc, char **argv)
{
	return match_command(argc - 1, argv + 1, stdout);
}
