// visitor.mjs - somebody at the pages without a browser: cookies, the token of forms, sign-in with the first password.
import { ensure } from './ensure.mjs';

const PASSWORD = 'long enough and odd: tulip 41';

export class Visitor {
	constructor(world) {
		this.world = world;
		this.cookies = new Map();
	}

	// Status, headers, text, where it leads, and the faults that the page shows.
	async ask(method, path, body) {
		const response = await fetch(`${this.world.base}${path}`, { method, body, redirect: 'manual',
			headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(method === 'POST' ? { Origin: this.world.base } : {}) } });
		// The Node of Debian 12 gives all of them as one line.
		for (const cookie of (response.headers.get('set-cookie') ?? '').split(/, (?=[^;,= ]+=)/).filter(Boolean)) {
			const [name, value] = cookie.split(';')[0].split('=');
			this.cookies.set(name, value);
		}
		const text = await response.text();
		const errors = () => [...text.matchAll(/govuk-error-(?:message|summary__list)[^>]*>([\s\S]*?)<\/(?:p|ul)>/g)].map((match) => match[1].replace(/<[^>]*>/g, ' ').trim()).join('; ');
		return { status: response.status, headers: response.headers, text, errors, location: (response.headers.get('location') ?? '').replace(this.world.base, '') };
	}

	get(path) {
		return this.ask('GET', path);
	}

	// Sends a form with the token of the page that was shown last; files: { field, name, content }.
	async post(path, fields, files = []) {
		const shown = await this.get(this.cookies.has('sid') || this.cookies.has('__Host-sid') ? '/account' : '/sign-in');
		const token = shown.text.match(/name="csrf" value="([^"]+)"/)?.[1];
		ensure(token, `no form token at ${path}`);
		const body = files.length ? new FormData() : new URLSearchParams();
		body.set('csrf', token);
		for (const [name, value] of Object.entries(fields)) {
			body.set(name, value);
		}
		for (const file of files) {
			body.append(file.field, new Blob([file.content], { type: 'text/csv' }), file.name);
		}
		return this.ask('POST', path, body);
	}

	async signIn(name) {
		const { passwords } = this.world;
		this.cookies.clear();
		let answer = await this.post('/sign-in', { name, password: passwords[name], back: '/' });
		if (answer.status !== 303) {
			answer = await this.post('/sign-in/password', { name, password: passwords[name], new_password: PASSWORD, again: PASSWORD, back: '/' });
			passwords[name] = PASSWORD;
			if (answer.status !== 303 || ![...this.cookies.keys()].some((cookie) => cookie.endsWith('sid'))) {
				answer = await this.post('/sign-in', { name, password: PASSWORD, back: '/' });
			}
		}
		ensure(answer.status === 303, `sign-in of ${name}: ${answer.status} ${answer.errors()}`);
	}
}
