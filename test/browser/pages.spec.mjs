// pages.spec.mjs - every page that a role can reach by links, from "my work" on: it opens, has no axe violation in English and
// in Arabic, does not scroll sideways at telephone and desk width, breaks no policy, and its first load is small.
import { axeViolations, ensure, overflow, shot } from './lib.mjs';
import { Prison } from './server.mjs';

const ROLES = ['reception', 'wing', 'caseworker', 'health', 'security', 'governor', 'hq', 'inspector', 'administrator'];
const FIRST_LOAD = 150 * 1024;
const SKIPPED = /^\/(assets|static|documents|session|api)\b|\.(csv|json)$/;

// Pages of one kind: identifiers and numbers of entries make no new kind.
function kind(address) {
	const url = new URL(address);
	const path = url.pathname.replace(/\/[0-9A-HJKMNP-TV-Z]{26}(?=\/|$)/g, '/{id}').replace(/\/\d+(?=\/)/g, '/{n}').replace(/(\/rules)\/.+/, '$1/{rule}')
		.replace(/(\/receipts\/\{n\}).*/, '$1').replace(/(\/records\/)[a-z_]+/, '$1{record}')
		.replace(/(\/(?:do|acts)\/)[a-z_.]+/, '$1{act}').replace(/(\/admission\/\{id\}\/)(?!receipt)[a-z_]+/, '$1{step}');
	return path;
}

async function links(page, base) {
	const found = await page.$$eval('a[href]', (all) => all.map((one) => one.href));
	return found.filter((href) => href.startsWith(base) && !new URL(href).searchParams.has('format') &&
		!SKIPPED.test(new URL(href).pathname)).map((href) => href.split('#')[0]);
}

async function loadedBytes(page, address) {
	const lengths = [];
	const count = (response) => lengths.push(response.allHeaders().then((headers) => Number(headers['content-length'] ?? 0)));
	page.on('response', count);
	await page.goto(address, { waitUntil: 'load' });
	page.off('response', count);
	return (await Promise.all(lengths)).reduce((sum, one) => sum + one, 0);
}

// Forms are many and alike: one of each kind is looked at in full, the others have to open.
async function formsOpen(tally, page, role, addresses) {
	await tally.check(`${role}: ${addresses.length} forms open`, async () => {
		for (const address of addresses) {
			const response = await page.context().request.get(address);
			ensure(response.status() === 200 && (await response.text()).includes('<form'), `status ${response.status()} at ${address}`);
		}
	});
}

// Walks all links of a role; gives the addresses of new kinds of pages.
async function walk(browser, tally, prison, page, role, seen) {
	const waiting = [`${prison.base}/work`];
	const own = new Set();
	const found = [];
	const forms = new Map();
	while (waiting.length > 0) {
		const address = waiting.shift();
		const name = kind(address);
		if (own.has(name)) {
			continue;
		}
		own.add(name);
		const fresh = !seen.has(name);
		await tally.check(`${role}: ${name}`, async () => {
			const response = await page.goto(address, { waitUntil: 'load' });
			ensure(response.status() === 200, `status ${response.status()} at ${address}`);
			const type = response.headers()['content-type'] ?? '';
			if (!type.startsWith('text/html')) {
				return;
			}
			const onward = await links(page, prison.base);
			waiting.push(...onward);
			for (const href of onward.filter((one) => /\/(do|acts)\//.test(one))) {
				forms.set(new URL(href).pathname.split('/').at(-1), href);
			}
			if (!fresh) {
				return;
			}
			seen.add(name);
			found.push(address);
			ensure(await page.locator('h1').count() === 1, 'not exactly one h1');
			const violations = await axeViolations(page);
			ensure(violations.length === 0, violations.join('\n'));
			ensure(await overflow(page) <= 0, `${await overflow(page)} px too wide at ${page.viewportSize().width}`);
			await shot(browser, page, `${role}-en-${name}`);
		});
	}
	await formsOpen(tally, page, role, [...forms.values()]);
	await tally.check(`${role}: no console error, no policy violation`, () => {
		const faults = page.faults.splice(0);
		ensure(faults.length === 0, faults.join('\n'));
	});
	return found;
}

async function narrowAndArabic(browser, tally, prison, page, role, addresses) {
	await page.setViewportSize({ width: 360, height: 800 });
	for (const address of addresses) {
		await tally.check(`${role} at 360: ${kind(address)}`, async () => {
			await page.goto(address, { waitUntil: 'load' });
			ensure(await overflow(page) <= 0, `${await overflow(page)} px too wide`);
		});
	}
	await page.setViewportSize({ width: 1280, height: 900 });
	await prison.language(page, 'ar');
	for (const address of addresses) {
		await tally.check(`${role} in Arabic: ${kind(address)}`, async () => {
			const response = await page.goto(address, { waitUntil: 'load' });
			ensure(response.status() === 200, `status ${response.status()}`);
			ensure(await page.evaluate(() => document.documentElement.dir === 'rtl' && document.documentElement.lang.startsWith('ar')), 'not right to left');
			const violations = await axeViolations(page);
			ensure(violations.length === 0, violations.join('\n'));
			ensure(await overflow(page) <= 0, `${await overflow(page)} px too wide`);
		});
		await shot(browser, page, `${role}-ar-${kind(address)}`);
	}
	await prison.language(page, 'en');
}

async function strangers(browser, tally, prison) {
	const page = await browser.open(null);
	await page.context().clearCookies();
	await tally.check('nobody signed in comes to the sign-in page', async () => {
		for (const path of ['/', '/work', '/people', '/users', '/records/person', `/people/${prison.variables.p}`]) {
			await page.goto(prison.base + path, { waitUntil: 'load' });
			ensure(new URL(page.url()).pathname === '/sign-in', `${path} opened at ${page.url()}`);
			ensure(!(await page.content()).includes('Асқаров'), 'a name is on the page');
		}
	});
	await tally.check('sign-in page: axe', async () => {
		const violations = await axeViolations(page);
		ensure(violations.length === 0, violations.join('\n'));
	});
	await tally.check('a first load is small', async () => {
		const bytes = await loadedBytes(page, `${prison.base}/sign-in`);
		ensure(bytes > 0 && bytes < FIRST_LOAD, `${bytes} bytes`);
	});
	await tally.check('a wrong password and an unknown user read the same', async () => {
		const texts = [];
		for (const name of ['reception', 'nobody.here']) {
			await prison.typePassword(page, name, 'wrong wrong wrong wrong');
			texts.push((await page.locator('.govuk-error-summary').innerText()).trim());
		}
		ensure(texts[0] === texts[1] && texts[0] !== '', texts.join(' / '));
	});
	await tally.check('headers of every answer', async () => {
		for (const path of ['/sign-in', '/nothing-here', '/api/v1/person']) {
			const { headers } = await fetch(prison.base + path, { redirect: 'manual' });
			for (const [name, wanted] of [['content-security-policy', /default-src 'none'/], ['x-content-type-options', /nosniff/],
				['referrer-policy', /no-referrer|same-origin/], ['cross-origin-opener-policy', /same-origin/]]) {
				ensure(wanted.test(headers.get(name) ?? ''), `${path}: ${name} is ${headers.get(name)}`);
			}
			ensure(/no-store/.test(headers.get('cache-control') ?? ''), `${path}: cache-control is ${headers.get('cache-control')}`);
		}
	});
	await page.close();
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	const seen = new Set();
	try {
		await strangers(browser, tally, prison);
		for (const role of ROLES) {
			const page = await browser.open(null);
			const started = Date.now();
			await prison.signIn(page, role);
			const found = await walk(browser, tally, prison, page, role, seen);
			await narrowAndArabic(browser, tally, prison, page, role, found);
			await tally.check(`${role}: no fault in Arabic`, () => {
				const faults = page.faults.splice(0);
				ensure(faults.length === 0, faults.join('\n'));
			});
			await page.close();
			console.log(`${role}: ${found.length} new kinds of pages in ${Math.round((Date.now() - started) / 1000)} s`);
		}
		await tally.check('the walk met the pages of a prison', () => {
			for (const wanted of ['/work', '/people', '/people/{id}', '/admission/{id}', '/places', '/roll', '/transfers', '/releases', '/breaches', '/users', '/rules']) {
				ensure(seen.has(wanted), `${wanted} is not reached by any link; reached: ${[...seen].sort().join(' ')}`);
			}
		});
	} finally {
		await prison.close();
	}
}
