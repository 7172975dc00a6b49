// files.mjs - serves a folder on a free port of the loopback with the headers that the real server sends, so that a page
// that breaks the Content-Security-Policy fails here already.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml', '.json': 'application/json' };
export const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

export async function serveFiles(folder) {
	const server = createServer(async (request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname));
		try {
			const body = await readFile(join(folder, path));
			response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
				'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
			response.end(body);
		} catch {
			response.writeHead(404, { 'Content-Type': 'text/plain' });
			response.end('not found');
		}
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { base: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}
