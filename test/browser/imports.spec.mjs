// imports.spec.mjs - a register is checked, looked at and loaded on the pages in English, Russian and Arabic; the
// pages of an import have no axe violation and fit a telephone.
import { fileURLToPath } from 'node:url';
import { axeViolations, ensure, fits } from './lib.mjs';
import { Prison } from './server.mjs';

const DATA = fileURLToPath(new URL('../data/import/legacy-register/', import.meta.url));

async function whole(page) {
	const violations = await axeViolations(page);
	ensure(violations.length === 0, violations.join('\n'));
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		await fits(page, page.url());
	}
}

async function upload(prison, page, mapping, file) {
	await page.goto(`${prison.base}/imports/new?mapping=${mapping}`, { waitUntil: 'load' });
	ensure(await page.isChecked(`input[name="mapping"][value="${mapping}"]`), 'the mapping of the address is not chosen');
	await page.setInputFiles('input[name="file"]', file);
	await prison.submit(page);
	const { pathname } = new URL(page.url());
	ensure(/^\/imports\/[0-9A-Z]{26}$/.test(pathname), `upload ended at ${page.url()}`);
	return settled(prison, page, pathname);
}

// The page loads itself again; a test need not wait for that.
async function settled(prison, page, path) {
	for (let i = 0; i < 300; i += 1) {
		await page.goto(prison.base + path, { waitUntil: 'load' });
		if (await page.locator('.custos-wait').count() === 0) {
			return path;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('the import does not end');
}

async function load(prison, page, path) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main button[value="load"]')]);
	return settled(prison, page, path);
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const page = await browser.open(null);
		await prison.signIn(page, 'hq');
		await tally.check('imports: nothing loaded yet says what to do', async () => {
			await page.goto(`${prison.base}/imports`, { waitUntil: 'load' });
			ensure(await page.locator('.custos-empty a[href="/imports/new"]').count() === 1, 'no way to load a file');
			await whole(page);
		});
		await tally.check('imports: places', async () => {
			const path = await upload(prison, page, 'legacy-places', `${DATA}places.csv`);
			ensure((await page.innerText('main')).includes('nothing is written yet'), 'a check reads like a load');
			await load(prison, page, path);
			ensure((await page.innerText('main')).includes('What became of the rows'), 'not loaded');
		});
		for (const language of ['ru', 'ar', 'en']) {
			await tally.check(`imports: register in ${language}`, async () => {
				await prison.language(page, language);
				const path = await upload(prison, page, 'legacy-register', `${DATA}register_cp1251.csv`);
				await whole(page);
				const words = await page.innerText('main table:nth-of-type(1)');
				ensure(words.includes('400'), words);
				ensure(language === 'en' || !(await page.innerText('main')).includes('There cannot be such a date'), 'reasons are in English');
				const [download] = await Promise.all([page.waitForEvent('download'), page.click('main a[href$="/result-0"]')]);
				ensure(download.suggestedFilename() === 'register_cp1251.csv.result.csv', download.suggestedFilename());
				ensure(path.length > 0, 'no path');
			});
		}
		await tally.check('imports: a mapping of one\'s own', async () => {
			await page.goto(`${prison.base}/imports/mapping`, { waitUntil: 'load' });
			await page.selectOption('select[name="record"]', 'place');
			await page.setInputFiles('input[name="sample"]', { name: 'rooms.csv', mimeType: 'text/csv', buffer: Buffer.from('Facility;Code;Kind;Religion\nIK-A;X-1;Cell;none\n') });
			await prison.submit(page);
			ensure((await page.innerText('main')).includes('is not loaded'), 'a column of belief is offered');
			ensure(await page.inputValue('select[name="field-0"]') === 'facility', 'the heading is not recognised');
			await whole(page);
			await page.fill('input[name="name"]', 'browser-rooms');
			await prison.submit(page);
			ensure(new URL(page.url()).search === '?mapping=browser-rooms', page.url());
		});
		await tally.check('imports: a form sent empty keeps what was typed and says what is missing', async () => {
			await page.goto(`${prison.base}/imports/new`, { waitUntil: 'load' });
			await page.fill('input[name="zone"]', 'Asia/Almaty');
			await prison.submit(page);
			ensure(await page.inputValue('input[name="zone"]') === 'Asia/Almaty', 'the zone is lost');
			ensure(await page.locator('.govuk-error-summary li').count() === 2, 'not two faults');
			await whole(page);
		});
		await tally.check('imports: no fault', () => {
			const faults = page.faults.filter((fault) => !fault.includes('422')); // the form that was sent empty
			ensure(faults.length === 0, faults.join('\n'));
		});
	} finally {
		await prison.close();
	}
}
