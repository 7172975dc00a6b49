/* fuzz_multipart.c - forms with files: what is read, written as a browser writes it and read again is the same. */
#include "base/builder.h"
#include "format/multipart.h"
#include "fuzz.h"

/* Browsers write these three so; no other escape exists. */
static void write_name(struct builder *builder, struct text name)
{
	for (size_t i = 0; i < name.length; i++) {
		if (name.data[i] == '"')
			builder_add_string(builder, "%22");
		else if (name.data[i] == '\r')
			builder_add_string(builder, "%0D");
		else if (name.data[i] == '\n')
			builder_add_string(builder, "%0A");
		else
			builder_add_byte(builder, name.data[i]);
	}
}

static struct text write_form(struct arena *arena, const struct multipart *form)
{
	struct builder builder;
	builder_begin(&builder, arena, 1024);
	for (size_t i = 0; i < form->count; i++) {
		const struct multipart_part *part = &form->parts[i];
		builder_add_string(&builder, "--x\r\nContent-Disposition: form-data; name=\"");
		write_name(&builder, part->name);
		if (part->is_file) {
			builder_add_string(&builder, "\"; filename=\"");
			write_name(&builder, part->file_name);
		}
		builder_add_string(&builder, "\"\r\n");
		if (part->content_type.length > 0) {
			builder_add_string(&builder, "Content-Type: ");
			builder_add(&builder, part->content_type);
			builder_add_string(&builder, "\r\n");
		}
		builder_add_string(&builder, "\r\n");
		builder_add(&builder, part->content);
		builder_add_string(&builder, "\r\n");
	}
	builder_add_string(&builder, "--x--\r\n");
	return builder_text(&builder);
}

/* Dropping control characters can join a "%" with "22": such a name does not survive a second journey. */
static bool is_stable(struct text name)
{
	return text_find(name, TEXT_OF("%22")) == SIZE_MAX && text_find(name, TEXT_OF("%0D")) == SIZE_MAX &&
	       text_find(name, TEXT_OF("%0A")) == SIZE_MAX;
}

static void check_part(const struct multipart_part *part, const struct multipart_part *again)
{
	FUZZ_CHECK(part->name.length > 0 || part->name.data != NULL);
	FUZZ_CHECK(text_is_utf8(part->name) && text_is_utf8(part->file_name));
	FUZZ_CHECK(part->is_file || text_is_utf8(part->content));
	FUZZ_CHECK(text_find_byte(part->file_name, '/') == SIZE_MAX && text_find_byte(part->file_name, '\\') == SIZE_MAX);
	FUZZ_CHECK(text_equal(part->name, again->name));
	FUZZ_CHECK(part->is_file == again->is_file);
	FUZZ_CHECK(!is_stable(part->file_name) || text_equal(part->file_name, again->file_name));
	FUZZ_CHECK(text_equal(part->content_type, again->content_type));
	FUZZ_CHECK(text_equal(part->content, again->content));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_create();
	struct error_list errors;
	struct multipart form, again;
	struct text boundary;
	struct text text = text_make((const char *)data, size);
	error_list_begin(&errors, arena);
	if (multipart_boundary(arena, text, &boundary)) {
		FUZZ_CHECK(boundary.length > 0 && boundary.length <= 70);
		FUZZ_CHECK(text_find(text, boundary) != SIZE_MAX);
	}
	if (multipart_parse(arena, text, TEXT_OF("x"), NULL, &form, &errors)) {
		/* Headers as written may be longer than they came: "form-data" in full, and quotes as %22. */
		struct multipart_limits limits = {.headers = SIZE_MAX / 2};
		FUZZ_CHECK(multipart_parse(arena, write_form(arena, &form), TEXT_OF("x"), &limits, &again, &errors));
		FUZZ_CHECK(again.count == form.count && errors.count == 0);
		for (size_t i = 0; i < form.count; i++)
			check_part(&form.parts[i], &again.parts[i]);
	} else {
		FUZZ_CHECK(errors.count == 1);
	}
	arena_destroy(arena);
	return 0;
}
