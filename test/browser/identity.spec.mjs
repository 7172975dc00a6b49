// identity.spec.mjs - an officer asks whether a person is known, in another script than the file's: the file is offered first and
// explained; a second file is opened all the same, the two are compared and linked by two persons, and the link is undone. The pages
// of lists and resemblances, the queue by keyboard; axe and width in English and Arabic.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { axeViolations, ensure, overflow } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { admit, register } from '../scenario/common.mjs';
import { play } from '../scenario/play.mjs';

const LIST = fileURLToPath(new URL('../data/match/consolidated-1.xml', import.meta.url));
const PEOPLE = [
	...register('known', { surname: 'Құлмырзаев', given: 'Бақытжан', patronymic: 'Өтегенұлы', script: 'Cyrl', birth_date: '1983-07-19' }),
	...admit('one', { person: { surname: 'Сүлейменов', given: 'Ержігіт', script: 'Cyrl', birth_date: '1977-03-08' } }),
	...admit('again', { person: { surname: 'Suleimenov', given: 'Yerzhigit', script: 'Latn', birth_date: '1977-03-08' } }),
	...admit('listed', { person: { surname: 'Тестов', given: 'Абдурахман', patronymic: 'Выдуманович', script: 'Cyrl', birth_date: '1971-05-06' } }),
	{ as: 'hq', act: 'name_list.add', save: 'list', input: { code: 'un', name: 'Consolidated list', publisher: 'United Nations', legal_basis: 'S/RES/2368 (2017)',
		file_format: 'un_xml' } },
];

async function text(page, selector = 'main') {
	return page.locator(selector).first().innerText();
}

async function go(page, prison, path) {
	await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
}

// Presses Tab until a link or button with these words has the focus, then Enter.
async function press(page, words) {
	for (let i = 0; i < 120; i += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		if (focused === words) {
			await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
			return;
		}
	}
	throw new Error(`the keyboard does not reach "${words}" at ${page.url()}`);
}

async function offered(tally, prison, page, v) {
	await tally.check('a person typed in another script is offered first and explained', async () => {
		await go(page, prison, '/admissions');
		await Promise.all([page.waitForNavigation(), page.click('a[href="/admission"]')]);
		await page.fill('input[name="name"]', 'Qulmyrzayev Baqytzhan');
		await page.fill('input[name="year"]', '1983');
		await prison.submit(page);
		const first = page.locator('.custos-likeness').first();
		const words = await first.innerText();
		ensure(words.includes('Құлмырзаев Бақытжан'), `first is ${words}`);
		ensure(words.includes('two scripts') && words.includes('By chance alone'), `not explained: ${words}`);
		await first.locator('summary').click();
		const weights = (await first.locator('table tbody tr td').allInnerTexts()).map((one) => Number(one.replace('−', '-').replace(/[^-+0-9.]/g, '')));
		const sum = weights.slice(0, -1).reduce((total, one) => total + one, 0);
		ensure(weights.length > 3 && Math.abs(sum - weights.at(-1)) < 0.001, `the weights ${weights} do not add up`);
		ensure(await page.locator(`a[href="/people/${v.known}"]`).count() > 0, 'no link to the file');
	});
	await tally.check('nobody is offered for a name that nobody has', async () => {
		await go(page, prison, '/admission?name=Wolkenstein+Xaver&year=1901');
		ensure((await text(page)).includes('No file fits'), await text(page));
	});
	await tally.check('the search box finds across scripts', async () => {
		await go(page, prison, '/search?q=%D9%82%D9%84%D9%85%D9%8A%D8%B1%D8%B2%D8%A7%D9%8A%D9%81+%D8%A8%D8%A7%D9%82%D9%8A%D8%AA%D8%AC%D8%A7%D9%86');
		ensure((await text(page)).includes('Құлмырзаев'), await text(page));
	});
}

async function linked(tally, prison, page, v) {
	await tally.check('a second file is opened and stands in line for comparison', async () => {
		await go(page, prison, '/admission?name=Qulmyrzayev+Baqytzhan&year=1983');
		await Promise.all([page.waitForNavigation(), page.getByText('None of them: open a new file').click()]);
		ensure(await page.inputValue('input[name="surname"]') === 'Qulmyrzayev', 'the name was not taken over');
		await page.fill('input[name="number"]', 'S-second');
		await page.check('input[name="script"][value="Latn"]').catch(() => page.selectOption('select[name="script"]', 'Latn'));
		await page.check('input[name="sex"][value="M"]').catch(() => page.selectOption('select[name="sex"]', 'M'));
		await prison.submit(page);
		v.second = new URL(page.url()).pathname.split('/')[2];
		await go(page, prison, `/people/${v.second}/others`);
		ensure((await text(page, '.custos-likeness')).includes('Құлмырзаев'), await text(page));
		await Promise.all([page.waitForNavigation(), page.getByText('Compare side by side').first().click()]);
		v.compare = new URL(page.url()).pathname;
		const words = await text(page);
		ensure(words.includes('What would settle it') && words.includes('fingerprint number') && words.includes('19 July 1983'), words);
	});
	await tally.check('the officer links them, a second person agrees', async () => {
		await Promise.all([page.waitForNavigation(), page.getByText('Decide on two files').click()]);
		await page.check('input[name="kind"][value="same"]').catch(() => page.selectOption('select[name="kind"]', 'same'));
		await page.fill('textarea[name="grounds"]', 'Fingerprint number compared with the earlier file');
		await prison.submit(page);
		await go(page, prison, v.compare);
		ensure((await text(page)).includes('waits for a second person'), await text(page));
		const proposals = (await prison.world.get('caseworker', 'proposal?act=file.link&state=waiting')).body.items;
		const answer = await prison.world.act('caseworker', 'proposal.approve', { proposal: proposals[0].id });
		ensure(answer.status === 200 && answer.body.receipts.length > 0, JSON.stringify(answer.body));
		await go(page, prison, v.compare);
		ensure((await text(page)).includes('Decided: Same person'), await text(page));
	});
	await tally.check('the link is undone', async () => {
		await Promise.all([page.waitForNavigation(), page.getByText('Undo the link').click()]);
		await page.fill('textarea[name="_reason"]', 'The fingerprints were of another man');
		await prison.submit(page);
		await go(page, prison, v.compare);
		ensure((await text(page)).includes('Nothing is merged'), await text(page));
	});
}

async function queue(tally, prison, page) {
	await tally.check('the queue by keyboard: a pair, then the end', async () => {
		await go(page, prison, '/identity/review');
		let words = await text(page);
		let found = false;
		for (let i = 0; i < 80 && words.includes('Leave this pair'); i += 1) {
			found = found || (words.includes('Сүлейменов') && words.includes('Suleimenov'));
			await press(page, 'Leave this pair, show the next');
			words = await text(page);
		}
		ensure(found, 'the pair in two scripts is not in the queue');
		ensure(words.includes('No more pairs of files') || words.includes('none are alike'), words);
	});
}

async function lists(tally, prison, page, v) {
	await prison.signIn(page, 'hq');
	await tally.check('a list is loaded on the page and a resemblance is raised, worded and decided by nobody yet', async () => {
		await go(page, prison, `/lists/${v.list}`);
		await page.setInputFiles('input[type="file"]', { name: 'consolidated.xml', mimeType: 'application/xml', buffer: readFileSync(LIST) });
		await prison.submit(page);
		ensure((await text(page)).includes('In force'), await text(page));
		for (let i = 0; i < 100; i += 1) {
			await go(page, prison, '/hits');
			if ((await text(page)).includes('QDi.901')) {
				break;
			}
			await page.waitForTimeout(50);
		}
		await Promise.all([page.waitForNavigation(), page.locator('main table a').first().click()]);
		const words = await text(page);
		ensure(words.includes('This name resembles entry QDi.901 of Consolidated list of 27 February 2026; identity not established.'), words);
	});
	await tally.check('a file that is no list is refused beside the field', async () => {
		await go(page, prison, `/lists/${v.list}`);
		await page.setInputFiles('input[type="file"]', { name: 'x.xml', mimeType: 'application/xml', buffer: Buffer.from('<nothing/>') });
		await prison.submit(page);
		ensure((await text(page)).includes('is not the consolidated list'), await text(page));
	});
	const hit = (await prison.world.get('security', 'list_hit?state=open')).body.items[0].id;
	return ['/lists', `/lists/${v.list}`, '/hits', `/hits/${hit}`];
}

async function clean(tally, prison, browser, user, paths) {
	const page = await browser.open();
	for (const language of ['en', 'ar']) {
		await prison.signIn(page, user);
		await prison.language(page, language);
		for (const path of paths) {
			for (const width of [360, 1280]) {
				await tally.check(`${language} ${width} ${path.replace(/[0-9A-Z]{26}/g, '{id}')}`, async () => {
					await page.setViewportSize({ width, height: 900 });
					await go(page, prison, path);
					ensure(page.faults.length === 0, page.faults.join('\n'));
					const violations = await axeViolations(page);
					ensure(violations.length === 0, violations.join('\n'));
					ensure(await overflow(page) === 0, `${await overflow(page)} pixels too wide`);
					await browser.screenshot(page, `identity-${language}-${width}-${path.replace(/[^a-z]+/gi, '-').slice(0, 40)}`);
				});
			}
		}
		await prison.language(page, 'en');
	}
	await page.close();
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const v = {};
		await tally.check('the people are there', async () => {
			ensure(await play(prison.world, new Silent(), 'identity', [...PEOPLE, { name: 'variables', run: async (_, all) => Object.assign(v, all) }]), 'steps failed');
		});
		const page = await browser.open();
		await prison.signIn(page, 'reception');
		await offered(tally, prison, page, v);
		await linked(tally, prison, page, v);
		await queue(tally, prison, page);
		const paths = await lists(tally, prison, page, v);
		await page.close();
		await clean(tally, prison, browser, 'reception', ['/admission', '/admission?name=Qulmyrzayev+Baqytzhan&year=1983', `/people/${v.second}/others`, v.compare,
			'/identity/review', '/search?q=Qulmyrzaev']);
		await clean(tally, prison, browser, 'hq', paths);
	} finally {
		await prison.close();
	}
}
