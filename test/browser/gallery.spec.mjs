// gallery.spec.mjs - every block of web/MARKUP.md, rendered with the built style sheets in both directions at telephone and
// desk width: no axe violation, no sideways scrolling, no policy violation; and the style sheets stay small.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { axeViolations, ensure, overflow, WIDTHS } from './lib.mjs';
import { serveFiles } from './files.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const FIRST_LOAD = 40 * 1024; // our share of the 150 KB of a first load: style sheet, script and mark, compressed

async function checkPage(browser, tally, base, file) {
	const name = file.replace('.html', '');
	const page = await browser.open(null);
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${base}/preview/${file}`, { waitUntil: 'load' });
		await browser.screenshot(page, `${name}-${width}`);
		await tally.check(`${name} at ${width}: axe`, async () => {
			const violations = await axeViolations(page);
			ensure(violations.length === 0, violations.join('\n'));
		});
		await tally.check(`${name} at ${width}: nothing wider than the window`, async () => {
			const pixels = await overflow(page);
			ensure(pixels <= 0, `${pixels} px too wide`);
		});
	}
	await tally.check(`${name}: no console error, no policy violation`, () => {
		ensure(page.faults.length === 0, page.faults.join('\n'));
	});
	await page.close();
}

function checkSizes(tally) {
	return tally.check('style sheet, script and mark are small', () => {
		const manifest = JSON.parse(readFileSync(join(web, 'dist/manifest.json'), 'utf8'));
		for (const sheet of ['custos.css', 'custos.rtl.css']) {
			const names = [sheet, 'custos.js', 'favicon.svg'].map((name) => join(web, 'dist', `${manifest[name]}.gz`));
			const size = names.reduce((sum, path) => sum + statSync(path).size, 0);
			ensure(size <= FIRST_LOAD, `${sheet}: ${size} bytes compressed`);
		}
	});
}

async function setState(page, key, state) {
	await page.evaluate(([name, value]) => {
		const draft = JSON.parse(sessionStorage.getItem(name)) ?? { values: [] };
		sessionStorage.setItem(name, JSON.stringify({ ...draft, state: value }));
	}, [key, state]);
}

function stateOf(page, key) {
	return page.evaluate((name) => JSON.parse(sessionStorage.getItem(name))?.state, key);
}

// The parts of the script that a person notices.
async function checkScript(browser, tally, base) {
	const page = await browser.open(`${base}/preview/forms.ltr.html`);
	await tally.check('the error summary takes the focus', async () => {
		ensure(await page.evaluate(() => document.activeElement.classList.contains('govuk-error-summary')), 'it did not');
	});
	await page.goto(`${base}/preview/answers.ltr.html`);
	await tally.check('a draft comes back after loading again, and can be thrown away', async () => {
		await page.fill('#reason', 'The other cells have no water');
		await page.waitForTimeout(500);
		await page.evaluate(() => document.querySelectorAll('[data-saved]').forEach((element) => element.removeAttribute('data-saved')));
		await page.goto(`${base}/preview/answers.ltr.html`);
		ensure(await page.inputValue('#reason') === 'The other cells have no water', 'it did not come back');
	});
	await tally.check('a draft is kept when the session has ended, and is forgotten when it has arrived', async () => {
		const key = await page.evaluate(() => Object.keys(sessionStorage)[0]);
		await setState(page, key, 'sent');
		await page.goto(`${base}/preview/sign-in.ltr.html`);
		ensure(await stateOf(page, key) === 'typed', 'the sign-in page threw it away');
		await setState(page, key, 'sent');
		await page.goto(`${base}/preview/places.ltr.html`);
		ensure(await stateOf(page, key) === undefined, 'it was not forgotten');
	});
	await tally.check('a refused draft is held until something is saved', async () => {
		const key = 'custos-draft:01JD7Q8Z3V9M4T6X2K5N8R1W0C:place';
		await setState(page, key, 'sent');
		await page.goto(`${base}/preview/refusal.ltr.html`);
		await page.goto(`${base}/preview/places.ltr.html`);
		ensure(await stateOf(page, key) === 'held', 'it was not held');
		await page.goto(`${base}/preview/confirmation-with-receipt.ltr.html`);
		ensure(await stateOf(page, key) === undefined, 'it was not forgotten');
		await page.goto(`${base}/preview/places.ltr.html`);
	});
	await tally.check('another user in the same tab does not see a draft', async () => {
		await setState(page, 'custos-draft:someone-else:note', 'typed');
		await page.reload();
		ensure(await stateOf(page, 'custos-draft:someone-else:note') === undefined, 'it is still there');
	});
	await tally.check('Escape closes a menu of the frame and gives the focus back', async () => {
		await page.click('.custos-header__facility > summary');
		ensure(await page.locator('.custos-header__facility[open]').count() === 1, 'it did not open');
		await page.keyboard.press('Escape');
		ensure(await page.locator('.custos-header__facility[open]').count() === 0, 'it did not close');
	});
	await tally.check('without a connection a form waits and the page says so', async () => {
		await browser.context.setOffline(true);
		await page.waitForSelector('[data-offline]:not([hidden])', { timeout: 2000 });
		const before = page.url();
		await page.click('.custos-board__cells ~ button, form[method="post"] > button.govuk-button');
		await browser.context.setOffline(false);
		ensure(page.url() === before, 'the form was sent');
		await page.waitForSelector('[data-offline]', { state: 'hidden', timeout: 2000 });
	});
	await page.close();
}

// What a keyboard and a browser without scripts need.
async function checkPlain(browser, tally, base) {
	const page = await browser.open(`${base}/preview/places.ltr.html`);
	await tally.check('the first Tab stops at the link that skips to the main content', async () => {
		await page.keyboard.press('Tab');
		ensure(await page.evaluate(() => document.activeElement.className === 'govuk-skip-link'), 'another element has the focus');
		await page.keyboard.press('Enter');
		ensure(await page.evaluate(() => document.activeElement.id === 'main'), 'the focus did not move to main');
	});
	await tally.check('arrow keys go from free bed to free bed', async () => {
		await page.focus('#bed-1');
		await page.keyboard.press('ArrowDown');
		ensure(await page.evaluate(() => document.querySelector('#bed-2').checked), 'the second bed is not chosen');
	});
	await tally.check('the board fits a wide screen', async () => {
		await page.setViewportSize({ width: 1920, height: 1080 });
		await browser.screenshot(page, 'places.ltr-1920');
		ensure(await overflow(page) <= 0, 'it does not');
	});
	await page.close();
	const plain = await browser.open(`${base}/preview/printable-sheet.ltr.html`, { scripts: false });
	await tally.check('without scripts menus open and nothing is offered that needs a script', async () => {
		await plain.click('.custos-header__facility > summary');
		ensure(await plain.locator('.custos-header__facility .custos-menu__panel').isVisible(), 'the menu did not open');
		ensure(await plain.locator('button[data-print]').isHidden(), 'the print button is shown');
	});
	await plain.close();
	const sheet = await browser.open(`${base}/preview/printable-sheet.rtl.html`);
	await tally.check('paper shows the sheet without the frame', async () => {
		await sheet.emulateMedia({ media: 'print' });
		await browser.screenshot(sheet, 'printable-sheet.rtl-paper');
		ensure(await sheet.locator('.custos-header').isHidden(), 'the header is printed');
		ensure(await sheet.locator('.custos-sheet').isVisible(), 'the sheet is not');
	});
	await sheet.close();
	const forced = await browser.open(`${base}/preview/example-person.ltr.html`);
	await forced.emulateMedia({ forcedColors: 'active' });
	await browser.screenshot(forced, 'example-person.ltr-forced-colours');
	await forced.close();
}

export async function run(browser, tally) {
	const server = await serveFiles(web);
	try {
		const files = readdirSync(join(web, 'preview')).filter((name) => name.endsWith('.html')).sort();
		await tally.check('there is a gallery', () => ensure(files.length >= 20, 'run npm run build and npm run preview in web/'));
		await checkSizes(tally);
		for (const file of files) {
			await checkPage(browser, tally, server.base, file);
		}
		await checkScript(browser, tally, server.base);
		await checkPlain(browser, tally, server.base);
	} finally {
		await server.stop();
	}
}
