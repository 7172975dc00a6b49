/* embed_folder.c - build tool: turns the files of a folder into a C table (struct asset_file) on standard output. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAXIMUM = 256, NAME_LENGTH = 256 };

static char names[FILES_MAXIMUM][NAME_LENGTH];

static int compare(const void *left, const void *right)
{
	return strcmp(left, right);
}

static size_t list(const char *folder)
{
	size_t count = 0;
	DIR *open_folder = opendir(folder);
	if (open_folder == NULL)
		return 0; /* not built: the table is empty */
	for (struct dirent *entry = readdir(open_folder); entry != NULL; entry = readdir(open_folder)) {
		size_t length = strlen(entry->d_name);
		if (entry->d_name[0] != '.' && count < FILES_MAXIMUM && length < NAME_LENGTH)
			memcpy(names[count++], entry->d_name, length + 1);
	}
	closedir(open_folder);
	qsort(names, count, NAME_LENGTH, compare);
	return count;
}

static int embed(const char *folder, size_t index)
{
	char path[4096];
	int length = snprintf(path, sizeof(path), "%s/%s", folder, names[index]);
	FILE *file = length > 0 && (size_t)length < sizeof(path) ? fopen(path, "rb") : NULL;
	if (file == NULL)
		return 1;
	printf("static const unsigned char file_%zu[] = {", index);
	size_t size = 0;
	for (int byte = getc(file); byte != EOF; byte = getc(file))
		printf("%s%d,", size++ % 32 ? "" : "\n", byte);
	printf("0};\n");
	int failed = ferror(file);
	fclose(file);
	return failed;
}

int main(int count, char **arguments)
{
	if (count != 2) {
		fputs("usage: embed_folder FOLDER > file.c\n", stderr);
		return 2;
	}
	size_t files = list(arguments[1]);
	printf("/* Made by tools/embed_folder at build. */\n#include \"ui/assets.h\"\n");
	for (size_t i = 0; i < files; i++) {
		if (embed(arguments[1], i))
			return 1;
	}
	printf("const struct asset_file ASSET_FILES[] = {\n");
	for (size_t i = 0; i < files; i++)
		printf("\t{\"%s\", file_%zu, sizeof(file_%zu) - 1},\n", names[i], i, i);
	printf("\t{NULL, NULL, 0},\n};\n");
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
