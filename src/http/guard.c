/* guard.c - refuses requests that two programs might read in two ways. */
#include "http/guard.h"

static bool is_token_byte(char byte)
{
	unsigned char c = (unsigned char)byte;
	if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return true;
	return c != 0 && text_find_byte(TEXT_OF("!#$%&'*+-.^_`|~"), byte) != SIZE_MAX;
}

static bool is_token(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (!is_token_byte(text.data[i]))
			return false;
	}
	return text.length > 0;
}

static bool has_control_byte(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		if ((c < 0x20 && c != '\t') || c == 0x7f)
			return true;
	}
	return false;
}

static bool is_digits(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] < '0' || text.data[i] > '9')
			return false;
	}
	return text.length > 0 && text.length < 16;
}

/* Host is a name or address with an optional port; nothing that a proxy could take for a path, a list or a second host. */
static bool is_host(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		bool fine = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
			c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
		if (!fine)
			return false;
	}
	return text.length > 0 && text.length <= 255;
}

static const char *refuse_line(const struct guard_input *input)
{
	struct text method = input->method;
	if (!text_equal_string(method, "GET") && !text_equal_string(method, "HEAD") && !text_equal_string(method, "POST"))
		return "method";
	if (!text_equal_string(input->version, "HTTP/1.1") && !text_equal_string(input->version, "HTTP/1.0"))
		return "version";
	if (input->target.length == 0 || input->target.data[0] != '/')
		return "target not absolute";
	for (size_t i = 0; i < input->target.length; i++) {
		unsigned char c = (unsigned char)input->target.data[i];
		if (c <= 0x20 || c >= 0x7f || c == '#' || c == '\\' || c == '<' || c == '>' || c == '"')
			return "byte in target";
	}
	return NULL;
}

struct tally {
	size_t hosts, lengths, empty;
	uint64_t length;
	size_t bytes;
};

static const char *refuse_header(const struct http_pair *header, struct tally *tally)
{
	if (!is_token(header->name))
		return "header name";
	if (has_control_byte(header->value))
		return "control byte in header";
	if (text_equal_ignoring_case(header->name, TEXT_OF("Transfer-Encoding")))
		return "transfer-encoding";
	if (text_equal_ignoring_case(header->name, TEXT_OF("Host"))) {
		if (tally->hosts++ > 0 || !is_host(header->value))
			return "host";
	}
	if (text_equal_ignoring_case(header->name, TEXT_OF("Content-Length"))) {
		int64_t length = 0;
		if (tally->lengths++ > 0 || !is_digits(header->value) || !text_to_integer(header->value, &length))
			return "content-length";
		tally->length = (uint64_t)length;
	}
	tally->empty += header->value.length == 0;
	tally->bytes += header->name.length + 2 + header->value.length + 2;
	return NULL;
}

const char *guard_refuses(const struct guard_input *input)
{
	const char *reason = refuse_line(input);
	if (reason != NULL)
		return reason;
	struct tally tally = {0};
	for (size_t i = 0; i < input->header_count; i++) {
		reason = refuse_header(&input->headers[i], &tally);
		if (reason != NULL)
			return reason;
	}
	if (tally.hosts != 1 && text_equal_string(input->version, "HTTP/1.1"))
		return "host missing";
	if (!text_equal_string(input->method, "POST") && tally.length > 0)
		return "body without post";
	if (text_equal_string(input->method, "POST") && tally.lengths == 0)
		return "length missing";
	if (input->header_size == 0)
		return NULL;
	/* Method, space, target, space, version, CRLF, lines, CRLF. An empty value may stand without its space. */
	size_t plain = input->method.length + 1 + input->target.length + 1 + input->version.length + 2 + tally.bytes + 2;
	if (input->header_size > plain || input->header_size + tally.empty < plain)
		return "header not in plain form";
	return NULL;
}

uint64_t guard_content_length(const struct guard_input *input)
{
	for (size_t i = 0; i < input->header_count; i++) {
		int64_t length = 0;
		if (text_equal_ignoring_case(input->headers[i].name, TEXT_OF("Content-Length")) &&
				text_to_integer(input->headers[i].value, &length) && length > 0)
			return (uint64_t)length;
	}
	return 0;
}
