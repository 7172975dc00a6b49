// assessment.spec.mjs - a rater goes through a whole instrument with the keyboard and scripts off; with scripts every change is saved
// by itself and two windows do not overwrite each other; the second rater's pages show nothing of the first; every page of the area fits
// a telephone, reads in Arabic, and has no axe violation.
import { readFileSync } from 'node:fs';
import { assign, begin, describe, finalise, instrument, judge, load, rate, request, sheet, source, submit } from '../scenario/areas/assessment.mjs';
import { admit } from '../scenario/common.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { play } from '../scenario/play.mjs';
import { axeViolations, ensure, overflow } from './lib.mjs';
import { Prison } from './server.mjs';

const SECRET = 'kingfisher-by-the-canal';
// Without the name of its schema, which the steps would take for a variable.
const shipped = readFileSync(new URL('../../share/instruments/institution-climate.json', import.meta.url), 'utf8').replace(/"\$schema".*\n/, '');

// p: to be rated by keyboard; q: rated by two, to be settled; r: final; a sealed one for the blind pages.
const STEPS = [
	...load('i', instrument({}, 3)), ...load('two', instrument({ second_rating: 'always' })),
	...load('place', shipped),
	...admit('p'), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'), source('s', 'psychologist'),
	...admit('q'), request('b', 'two', 'q'), assign('b', 'first', 'psychologist'), assign('b', 'second', 'psychologist2'), begin('b', 'b1', 'psychologist'),
	...sheet('b1', 'psychologist', [rate('b1', 'f1', 'psychologist', { evidence: SECRET })]),
	submit('b1', 'psychologist'), begin('b', 'b2', 'psychologist2'),
	...admit('r'), request('c', 'i', 'r'), assign('c', 'first', 'psychologist'), begin('c', 'c1', 'psychologist'), ...sheet('c1', 'psychologist', [rate('c1', 'f3', 'psychologist')]),
	submit('c1', 'psychologist'), finalise('c'),
];

async function focused(page) {
	return page.evaluate(() => ({ name: document.activeElement.name ?? '', value: document.activeElement.value ?? '', tag: document.activeElement.tagName }));
}

async function tabTo(page, wanted, what) {
	for (let i = 0; i < 150; i += 1) {
		if (wanted(await focused(page))) {
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${what} at ${page.url()}`);
}

async function byKeyboard(browser, tally, prison, v) {
	const page = await browser.open(null, { scripts: false });
	await prison.signIn(page, 'psychologist');
	await tally.check('keyboard, no scripts: all factors one after the other', async () => {
		await page.goto(`${prison.base}/assessments/${v.a}/work/f1`, { waitUntil: 'load' });
		for (let i = 1; i <= 3; i += 1) {
			ensure(page.url().includes(`/work/f${i}`), `not at factor ${i}: ${page.url()}`);
			await tabTo(page, (one) => one.name === 'rating', 'the rating');
			await page.keyboard.press('Space');
			await page.keyboard.press('ArrowDown');
			await tabTo(page, (one) => one.name === 'evidence', 'the evidence');
			await page.keyboard.type('Hit a cell mate on 3 May');
			await tabTo(page, (one) => one.name === 'sources', 'the sources');
			await page.keyboard.press('Space');
			await tabTo(page, (one) => one.name === 'go' && one.value === 'next', 'save and next');
			await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
			ensure(await page.locator('.govuk-error-summary').count() === 0, await page.locator('main').innerText());
		}
		ensure(page.url().includes(`/assessments/${v.a}/work`) && !page.url().includes('/f'), page.url());
		ensure((await page.locator('main').innerText()).includes('3 of 3 factors have a rating'), 'progress');
		const list = await prison.world.get('psychologist', `factor_rating?rating_sheet=${v.s}`);
		ensure(list.body.items.length === 3 && list.body.items.every((row) => row.rating === 'partly' && row.sources === 'a'), list.text);
	});
	await tally.check('an evidence of worship only is pointed out beside the field', async () => {
		await page.goto(`${prison.base}/assessments/${v.a}/work/f2`, { waitUntil: 'load' });
		await page.fill('textarea[name="evidence"]', 'Prays five times a day');
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('button[value="stay"]')]);
		ensure((await page.locator('main').innerText()).includes('second reader is stopped'), 'no word about it');
	});
	await page.close();
}

async function bySaving(browser, tally, prison, v) {
	const first = await browser.open();
	await prison.signIn(first, 'psychologist');
	const second = await browser.open();
	const address = `${prison.base}/assessments/${v.a}/work/f3`;
	await tally.check('every change is saved by itself, and two windows do not overwrite each other', async () => {
		await first.goto(address, { waitUntil: 'load' });
		await second.goto(address, { waitUntil: 'load' });
		await first.fill('textarea[name="account"]', 'He says it was a joke');
		await first.check('input[name="confidence"][value="low"]');
		await first.waitForFunction(() => document.querySelector('[data-autosave]').textContent === document.querySelector('[data-autosave]').dataset.saved);
		await first.check('input[name="confidence"][value="high"]');
		await first.waitForTimeout(700);
		await first.waitForFunction(() => document.querySelector('[data-autosave]').textContent === document.querySelector('[data-autosave]').dataset.saved);
		await second.check('input[name="confidence"][value="medium"]');
		await second.waitForFunction(() => document.querySelector('[data-autosave]').textContent.startsWith(document.querySelector('[data-autosave]').dataset.failed));
		ensure((await second.locator('[data-autosave]').innerText()).includes('nothing was overwritten'), await second.locator('[data-autosave]').innerText());
		const list = await prison.world.get('psychologist', `factor_rating?rating_sheet=${v.s}&factor=f3`);
		ensure(list.body.items[0].confidence === 'high' && list.body.items[0].account === 'He says it was a joke', list.text);
	});
	await first.close();
	await second.close();
}

async function blind(browser, tally, prison, v) {
	const page = await browser.open();
	await prison.signIn(page, 'psychologist2');
	await tally.check('no page shows the second rater anything of the first', async () => {
		const paths = [`/assessments/${v.b}`, `/assessments/${v.b}/work`, `/assessments/${v.b}/work/f1`, `/assessments/${v.b}/judge/harm`, `/people/${v.q}/assessments`,
			`/people/${v.q}/timeline`, `/people/${v.q}/file`, `/people/${v.q}`, '/records/factor_rating', '/records/rating_sheet', `/records/factor_rating?format=csv`,
			`/records/rating_sheet/${v.b1}`, '/assessments', '/agreement', '/disparity'];
		for (const path of paths) {
			const answer = await page.context().request.get(`${prison.base}${path}`);
			const text = await answer.text();
			ensure(!text.includes(SECRET), `${path} shows it`);
			ensure(path.endsWith(v.b1) ? answer.status() === 404 : answer.status() === 200, `${path}: ${answer.status()}`);
		}
	});
	await page.close();
}

async function look(browser, tally, prison, v) {
	const page = await browser.open();
	const pages = [['psychologist', ['/assessments', `/assessments/${v.a}`, `/assessments/${v.a}/work`, `/assessments/${v.a}/work/f1`, `/assessments/${v.a}/judge/harm`,
		`/assessments/${v.a}/form/describe`, `/assessments/${v.a}/form/source`, `/assessments/${v.b}`, `/assessments/${v.b}/settle/f1`, `/assessments/${v.c}`,
		`/assessments/${v.c}/copy`, `/people/${v.r}/assessments`, `/instruments/${v.place}`]],
	['training', ['/instruments', '/certificates', `/agreement?instrument=${v.two}`, `/disparity?instrument=${v.i}`]]];
	for (const [user, paths] of pages) {
		await prison.signIn(page, user);
		for (const language of ['en', 'ar']) {
			await prison.language(page, language);
			for (const path of paths) {
				await tally.check(`${user}, ${language}: ${path.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, '{id}')}`, async () => {
					page.faults.length = 0;
					const response = await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
					ensure(response.status() === 200, `status ${response.status()}`);
					for (const width of [360, 1280]) {
						await page.setViewportSize({ width, height: 900 });
						await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
						const wide = await overflow(page);
						ensure(wide <= 0, `${width} px: ${wide} px too wide`);
					}
					const violations = await axeViolations(page);
					ensure(violations.length === 0, violations.join('\n'));
					ensure(page.faults.length === 0, page.faults.join('\n'));
				});
			}
		}
	}
	await page.close();
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const v = {};
		ensure(await play(prison.world, new Silent(), 'assessments', [...STEPS, { name: 'variables', run: async (_, variables) => Object.assign(v, variables) }]),
			'the assessments could not be made');
		await blind(browser, tally, prison, v);
		await byKeyboard(browser, tally, prison, v);
		await bySaving(browser, tally, prison, v);
		ensure(await play(prison.world, new Silent(), 'second', [source('b2', 'psychologist2'), rate('b2', 'f1', 'psychologist2', { rating: 'absent' }), rate('b2', 'f2', 'psychologist2'),
			judge('b2', 'psychologist2'), describe('b2', 'psychologist2'), submit('b2', 'psychologist2')].map((step) => ({ ...step,
			input: JSON.parse(JSON.stringify(step.input).replaceAll('$b2', v.b2)) }))), 'the second rating');
		await look(browser, tally, prison, v);
	} finally {
		await prison.close();
	}
}
