/* embed.c - build tool: turns standard input into a C array on standard output, so that the binary carries its data. */
#include <stdio.h>

int main(int count, char **arguments)
{
	if (count != 2) {
		fputs("usage: embed NAME < file > file.c\n", stderr);
		return 2;
	}
	printf("/* Made by tools/embed at build. */\n#include <stddef.h>\n");
	printf("extern const unsigned char %s[];\nextern const size_t %s_size;\n", arguments[1], arguments[1]);
	printf("const unsigned char %s[] = {", arguments[1]);
	size_t size = 0;
	for (int byte = getchar(); byte != EOF; byte = getchar())
		printf("%s%d,", size++ % 24 ? "" : "\n", byte);
	printf("\n0};\nconst size_t %s_size = %zu;\n", arguments[1], size);
	return ferror(stdin) || ferror(stdout) || fflush(stdout) ? 1 : 0;
}
