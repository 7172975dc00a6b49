/* test_api.c - REST: tokens, acts, faults as problems, versions, keys, lists, histories, files, proofs. */
#include "../service/inn.h"

#include "api/internal.h"

struct client {
	struct inn *inn;
	struct api *api;
	struct text token;
	struct http_response response;
	struct json_value json;
	const char *key, *match;
};

static struct client client_begin(struct inn *inn, const struct actor *actor)
{
	struct client client = {.inn = inn, .api = api_create(inn->arena, inn->service)};
	GOOD(session_token_make(inn->service, inn->arena, actor->id, 1, &client.token, &inn->errors));
	return client;
}

static int send_request(struct client *client, enum http_method method, const char *target, const char *body)
{
	struct arena *arena = client->inn->arena;
	struct text whole = text_from(target);
	size_t mark = text_find_byte(whole, '?');
	struct http_pair headers[4] = {{TEXT("Authorization"), arena_format(arena, "Bearer %.*s", TEXT_FORMAT(client->token))}};
	size_t count = 1;
	if (client->key != NULL)
		headers[count++] = (struct http_pair){TEXT("Idempotency-Key"), text_from(client->key)};
	if (client->match != NULL)
		headers[count++] = (struct http_pair){TEXT("If-Match"), text_from(client->match)};
	struct http_request *request = ARENA_NEW(arena, struct http_request);
	*request = (struct http_request){.method = method, .arena = arena, .exchange = http_exchange_make(arena, headers, count),
		.path = text_slice(whole, 0, mark == SIZE_MAX ? whole.length : mark),
		.query = mark == SIZE_MAX ? text_empty() : text_slice(whole, mark + 1, whole.length), .body = text_from(body),
		.content_type = TEXT("application/json"), .content_type_full = TEXT("application/json"),
		.source = TEXT("127.0.0.1")};
	client->response = (struct http_response){0};
	assert_true(api_handle(client->api, request, &client->response));
	if (http_is_suspended(request->exchange))
		http_wait(request->exchange, &client->response);
	struct error_list errors;
	error_list_begin(&errors, arena);
	client->json = (struct json_value){0};
	if (text_find(text_from(client->response.content_type), TEXT_OF("json")) != SIZE_MAX)
		assert_true(json_parse(arena, client->response.body, &client->json, &errors));
	return client->response.status;
}

static int get(struct client *client, const char *target)
{
	return send_request(client, HTTP_GET, target, "");
}

static int post(struct client *client, const char *target, const char *body)
{
	return send_request(client, HTTP_POST, target, body);
}

#define STATUS(expected, call) \
	do { \
		int found_status = (call); \
		if (found_status != (expected)) { \
			fprintf(stderr, "%s: %d %.*s\n", #call, found_status, TEXT_FORMAT(client.response.body)); \
			fail(); \
		} \
	} while (0)

static const char *id_of(struct client *client)
{
	return arena_string(client->inn->arena, json_get_text(client->json, "id"));
}

static bool has(struct client *client, const char *words)
{
	return text_find(client->response.body, text_from(words)) != SIZE_MAX;
}

static void test_tokens(void **state)
{
	struct inn *inn = *state;
	struct client client = client_begin(inn, &inn->clerk);
	STATUS(200, get(&client, "/api/v1/house"));
	client.token = TEXT_OF("custos_wrong");
	STATUS(401, get(&client, "/api/v1/house"));
	assert_string_equal(client.response.content_type, PROBLEM_TYPE);
	client.token = text_empty();
	STATUS(401, post(&client, "/api/v1/acts/guest.add", "{}"));
	STATUS(401, get(&client, "/api/v1/openapi.json"));
}

static void test_acts(void **state)
{
	struct inn *inn = *state;
	struct client client = client_begin(inn, &inn->clerk);
	STATUS(200, post(&client, "/api/v1/acts/guest.add", "{\"input\":{\"number\":\"7\",\"name\":\"Anna\"}}"));
	const char *guest = id_of(&client);
	assert_int_equal(strlen(guest), 26);
	assert_true(json_count(json_get(client.json, "receipts")) == 1);
	assert_true(text_equal_string(client.response.etag, "\"1\""));
	STATUS(200, post(&client, "/api/v1/acts/stay.begin", arena_format(inn->arena,
		"{\"input\":{\"guest\":\"%s\",\"house\":\"%.*s\"}}", guest, TEXT_FORMAT(inn->hill)).data));
	STATUS(200, post(&client, "/api/v1/acts/bag.add", arena_format(inn->arena,
		"{\"input\":{\"guest\":\"%s\",\"label\":\"case\",\"weight\":12,\"tag\":null}}", guest).data));
	STATUS(422, post(&client, "/api/v1/acts/bag.add", "{\"input\":{\"label\":\"\",\"weight\":1.5,\"colour\":\"red\"}}"));
	assert_true(text_equal_string(json_get_text(client.json, "code"), "E1003"));
	STATUS(422, post(&client, "/api/v1/acts/bag.add", "{\"input\":{\"label\":\"\",\"weight\":2000,\"colour\":\"red\"}}"));
	assert_true(has(&client, "\"pointer\":\"/colour\"") && has(&client, "\"pointer\":\"/weight\"") &&
		has(&client, "\"pointer\":\"/guest\""));
	STATUS(400, post(&client, "/api/v1/acts/bag.add", "{\"input\":"));
	STATUS(400, post(&client, "/api/v1/acts/bag.add", "[]"));
	STATUS(422, post(&client, "/api/v1/acts/bag.add", "{\"inputs\":{}}"));
	STATUS(404, post(&client, "/api/v1/acts/no.act", "{}"));
	STATUS(405, get(&client, "/api/v1/acts/bag.add/x/y") == 404 ? post(&client, "/api/v1/house", "{}") : 0);
}

static void test_rules(void **state)
{
	struct inn *inn = *state;
	struct client client = client_begin(inn, &inn->clerk);
	STATUS(200, post(&client, "/api/v1/acts/guest.add", "{\"input\":{\"number\":\"7\",\"name\":\"refuse warn\"}}"));
	const char *input = arena_format(inn->arena, "{\"guest\":\"%s\",\"house\":\"%.*s\"}", id_of(&client),
		TEXT_FORMAT(inn->hill)).data;
	STATUS(422, post(&client, "/api/v1/acts/stay.begin", arena_format(inn->arena, "{\"input\":%s}", input).data));
	assert_true(text_equal_string(json_get_text(client.json, "citation"), "INN-1"));
	assert_true(text_equal_string(json_get_text(client.json, "code"), "E4001"));
	assert_true(has(&client, "\"advice\":\"Find another inn\""));
	STATUS(200, post(&client, "/api/v1/acts/stay.begin",
		arena_format(inn->arena, "{\"input\":%s,\"fact\":true,\"warnings\":{\"INN-2\":\"late\"}}", input).data));
	assert_true(has(&client, "\"breaches\":[\"INN-1\""));
}

static void test_keys_and_versions(void **state)
{
	struct inn *inn = *state;
	struct client client = client_begin(inn, &inn->clerk);
	struct text guest = inn_staying(inn, "1", "Anna", NULL);
	const char *body = arena_format(inn->arena, "{\"input\":{\"guest\":\"%.*s\",\"label\":\"case\"}}", TEXT_FORMAT(guest)).data;
	client.key = "k-1";
	STATUS(200, post(&client, "/api/v1/acts/bag.add", body));
	const char *bag = id_of(&client);
	STATUS(200, post(&client, "/api/v1/acts/bag.add", body));
	assert_string_equal(id_of(&client), bag);
	assert_true(has(&client, "\"repeated\":true"));
	STATUS(422, post(&client, "/api/v1/acts/bag.add",
		arena_format(inn->arena, "{\"input\":{\"guest\":\"%.*s\",\"label\":\"other\"}}", TEXT_FORMAT(guest)).data));
	client.key = NULL;
	STATUS(200, get(&client, arena_format(inn->arena, "/api/v1/bag/%s", bag).data));
	assert_true(text_equal_string(client.response.etag, "\"1\""));
	const char *correct = arena_format(inn->arena, "{\"input\":{\"target\":\"%s\",\"label\":\"new\"},\"reason\":\"typed wrong\"}",
		bag).data;
	client.match = "\"1\"";
	STATUS(200, post(&client, "/api/v1/acts/bag.correct", correct));
	STATUS(409, post(&client, "/api/v1/acts/bag.correct", correct));
	client.match = "1";
	STATUS(400, post(&client, "/api/v1/acts/bag.correct", correct));
	client.match = NULL;
	STATUS(200, get(&client, arena_format(inn->arena, "/api/v1/bag/%s/history", bag).data));
	assert_int_equal(json_count(json_get(client.json, "items")), 2);
	assert_true(has(&client, "\"reason\":\"typed wrong\"") && has(&client, "\"changed\":[\"label\"]"));
	STATUS(200, get(&client, arena_format(inn->arena, "/api/v1/file/%.*s", TEXT_FORMAT(guest)).data));
	assert_true(has(&client, "\"record\":\"bag\"") && has(&client, "\"record\":\"stay\""));
	struct json_value item = json_at(json_get(client.json, "rows"), 0);
	struct json_value row = json_get(item, "row");
	STATUS(200, get(&client, arena_format(inn->arena, "/api/v1/receipts/%.*s/%lld", TEXT_FORMAT(json_get_text(row, "log")),
		(long long)json_to_integer(json_get(row, "log_index"), -1)).data));
	assert_true(text_starts_with(client.response.body, TEXT_OF("c2sp.org/tlog-proof@v1\n")));
	STATUS(404, get(&client, "/api/v1/receipts/nothing/x"));
}

static void test_lists(void **state)
{
	struct inn *inn = *state;
	struct client client = client_begin(inn, &inn->clerk);
	struct text guest = inn_staying(inn, "1", "Anna", NULL);
	struct outcome outcome;
	for (int i = 0; i < 7; i++)
		GOOD(RUN(&inn->clerk, &outcome, "bag.add", "guest", guest.data, "label",
			arena_format(inn->arena, "B%d", i % 4).data, "weight", i % 2 ? "?" : "5"));
	const char *sorts[] = {"label", "-label", "weight", "created_at", "-changed_at", "id"};
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		const char *next = arena_format(inn->arena, "/api/v1/bag?limit=3&sort=%s", sorts[i]).data;
		size_t seen = 0, pages = 0;
		while (next != NULL && pages < 9) {
			STATUS(200, get(&client, next));
			seen += json_count(json_get(client.json, "items"));
			struct text more = json_get_text(client.json, "next");
			next = more.length > 0 ? arena_string(inn->arena, more) : NULL;
			pages++;
		}
		assert_int_equal(seen, 7);
		assert_int_equal(pages, 3);
	}
	STATUS(200, get(&client, "/api/v1/bag?weight=%3F"));
	assert_int_equal(json_count(json_get(client.json, "items")), 3);
	STATUS(200, get(&client, "/api/v1/bag?tag="));
	assert_int_equal(json_count(json_get(client.json, "items")), 7);
	STATUS(422, get(&client, "/api/v1/bag?colour=red"));
	STATUS(422, get(&client, "/api/v1/guest?secret=x")); /* hidden fields cannot be asked about */
	STATUS(422, get(&client, "/api/v1/guest?sort=secret"));
	STATUS(422, get(&client, "/api/v1/bag?limit=0"));
	STATUS(404, get(&client, "/api/v1/no_record"));
	STATUS(404, get(&client, "/api/v1/user_account")); /* not for this role: as if it were not there */
	struct client far = client_begin(inn, &inn->far_clerk);
	client = far;
	STATUS(200, get(&client, "/api/v1/bag"));
	assert_int_equal(json_count(json_get(client.json, "items")), 0);
	STATUS(403, get(&client, arena_format(inn->arena, "/api/v1/guest/%.*s", TEXT_FORMAT(guest)).data));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		INN_TEST(test_tokens), INN_TEST(test_acts), INN_TEST(test_rules), INN_TEST(test_keys_and_versions),
		INN_TEST(test_lists),
	};
	return INN_RUN("api", tests);
}
