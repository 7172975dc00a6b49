// classification.spec.mjs - a committee works through a case on the pages, with scripts off; the person's own copy in the person's language;
// every page at telephone and desk width, in English and Arabic, clean for axe; and a basis that lapses is gone from every page, list and
// export at its moment, while nobody does anything.
import { axeViolations, ensure, overflow, WIDTHS } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { admit, SENTENCED } from '../scenario/common.mjs';
import { play } from '../scenario/play.mjs';
import { BASIS, decide, give, hear, heard, inForce, item, propose, tell, vote, votes } from '../scenario/areas/classification.mjs';

const LASTS = 25;
const CASES = [...admit('a', { order: SENTENCED }), ...heard('d', 'a'), vote('committee2', 'd'), vote('committee3', 'd', 'against'),
	...admit('b', { order: SENTENCED, person: { languages: 'ar ru' } }), propose('e', 'b', BASIS), ...item('e1', 'e'),
	...item('e2', 'e', { summary: 'SECRET SOURCE TEXT' }, { disclosure: 'gist', gist: 'You were heard in the yard', withheld_ground: 'source' }),
	...item('e3', 'e', { summary: 'NEVER TO BE READ' }, { disclosure: 'withheld', withheld_ground: 'safety_of_person' }), give('e'), hear('e'),
	...inForce('f', 'b', { outcome_value: 'medium' })];

export async function run(browser, tally) {
	const prison = await Prison.open();
	const variables = { ...prison.variables };
	const steps = (list) => play(prison.world, new Silent(), 'classification', [{ name: 'variables', run: async (_, all) => Object.assign(all, variables) }, ...list,
		{ name: 'keep', run: async (_, all) => Object.assign(variables, all) }]);
	try {
		ensure(await steps(CASES), 'the cases could not be made');
		await caseOnPages(browser, tally, prison, variables, steps);
		await everyPage(browser, tally, prison, variables);
		await lapse(browser, tally, prison, variables, steps);
	} finally {
		await prison.close();
	}
}

const visit = (page, prison, path) => page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
const text = async (page) => page.locator('main').innerText();

async function save(page) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main form button[type="submit"], main form button:not([type])')]);
}

async function caseOnPages(browser, tally, prison, variables, steps) {
	const page = await browser.open(undefined, { scripts: false });
	await prison.signIn(page, 'committee');
	await tally.check('the list of the committee shows the case, its papers and its votes', async () => {
		await visit(page, prison, '/classification');
		const row = page.locator('tr', { has: page.locator(`a[href="/classification/${variables.d}"]`) });
		const words = await row.innerText();
		ensure(/Papers complete/.test(words) && /2 of 3 votes/.test(words), words);
		await Promise.all([page.waitForNavigation(), row.locator(`a[href="/classification/${variables.d}"]`).click()]);
		const main = await text(page);
		ensure(main.includes('Held a blade against another') && main.includes('I defended myself'), 'the papers do not stand side by side');
	});
	await tally.check('a member votes and decides without scripts; what the body may not do is refused with the rule', async () => {
		await visit(page, prison, `/do/classification.decide?decision=${variables.d}&next=/classification/${variables.d}`);
		await page.check('input[name="outcome"][value="made"]');
		await page.fill('textarea[name="reasons"]', 'Two events, told by different officers');
		await save(page);
		ensure((await text(page)).includes('SAFE-QUORUM'), `no refusal at ${page.url()}: ${(await text(page)).slice(0, 300)}`);
		await visit(page, prison, `/do/classification.vote?decision=${variables.d}&next=/classification/${variables.d}`);
		await page.check('input[name="position_taken"][value="for"]');
		await page.check('input[name="no_interest"][value="yes"]');
		await save(page);
		ensure(new URL(page.url()).pathname === `/classification/${variables.d}`, `vote ended at ${page.url()}`);
		await visit(page, prison, `/do/classification.decide?decision=${variables.d}&next=/classification/${variables.d}`);
		await page.check('input[name="outcome"][value="made"]');
		await page.fill('textarea[name="reasons"]', 'Two events, told by different officers');
		await save(page);
		ensure((await text(page)).includes('Decided, person not yet told'), `decide ended at ${page.url()}`);
	});
	await page.close();
	ensure(await steps([tell('d')]), 'the person could not be told');
}

async function everyPage(browser, tally, prison, variables) {
	const paths = { committee: ['/classification', '/classification/reviews', '/classification/disparity', `/classification/${variables.d}`, `/classification/${variables.e}`,
		`/classification/${variables.e}/copy`, `/people/${variables.a}/decisions`, `/people/${variables.b}`], inspector: [`/people/${variables.b}/decisions`, '/classification/disparity'],
	caseworker: [`/people/${variables.a}/do/classification.propose`, `/classification/${variables.e}`], wing: [`/classification/${variables.d}`, `/people/${variables.a}/decisions`] };
	const page = await browser.open();
	for (const [user, list] of Object.entries(paths)) {
		await prison.signIn(page, user);
		for (const language of ['en', 'ar']) {
			await prison.language(page, language);
			for (const path of list) {
				for (const width of WIDTHS) {
					await tally.check(`${user}, ${language}, ${width}: ${path.replace(/[0-9A-Z]{26}/g, 'ID')}`, async () => {
						await page.setViewportSize({ width, height: 900 });
						const answer = await visit(page, prison, path);
						ensure(answer.status() === 200, `answered ${answer.status()}`);
						const axe = await axeViolations(page);
						ensure(axe.length === 0, axe.join('\n'));
						ensure(await overflow(page) === 0, `wider than the window by ${await overflow(page)}`);
					});
				}
			}
		}
		await prison.language(page, 'en');
	}
	await tally.check('the copy is in the language of the person, with the gist where the text is withheld, and says how many are withheld', async () => {
		await prison.signIn(page, 'caseworker');
		await visit(page, prison, `/classification/${variables.e}/copy`);
		ensure(await page.locator('html').getAttribute('lang') === 'ar', 'not in Arabic');
		const words = await page.locator('article').innerText();
		ensure(words.includes('You were heard in the yard') && !words.includes('SECRET SOURCE') && !words.includes('NEVER TO BE READ'), words);
		await visit(page, prison, `/classification/${variables.e}/copy?language=en`);
		ensure((await page.locator('article').innerText()).includes('1 item is withheld from you'), 'the list of withheld items is not acknowledged');
		await page.emulateMedia({ media: 'print' });
		ensure(!await page.locator('.custos-no-print').first().isVisible(), 'links to other languages are printed');
		await page.emulateMedia({ media: 'screen' });
	});
	await page.close();
}

// Everything that a reader can open about the person or the decision; none may name it after its moment.
async function lapse(browser, tally, prison, variables, steps) {
	const page = await browser.open();
	await prison.signIn(page, 'committee');
	const end = Date.now() + LASTS * 1000;
	ensure(await steps([...votes('e'), decide('e', { ends_at: new Date(end).toISOString() }), tell('e', { language: 'ru', form: 'read_out', withheld_told: true })]), 'no basis');
	const { e, b } = variables;
	const shown = [`/people/${b}`, `/people/${b}/decisions`, `/people/${b}/timeline`, `/people/${b}/file`, `/people/${b}/orders`, '/classification', '/classification/reviews',
		'/records/classification_decision', '/records/classification_decision?format=csv', `/records/classification_evidence?person=${b}`, '/records/classification_vote?format=csv',
		`/search?q=Surname`, '/classification/disparity?measure=basis&format=csv'];
	const read = (path) => page.evaluate(async (address) => (await fetch(address)).text(), path);
	// The alarm that it has ended has to lead somewhere and carries its number; the number says nothing.
	const names = (body) => body.includes(`classification/${e}`) || body.includes(`classification_decision/${e}`) || body.includes(variables.e1) || 
		/iolent-extremism basis/.test(body.replace(/measure=basis[^>]*>[^<]*|<option[^>]*>[^<]*/g, '')) || (body.startsWith('\ufeffid,') || body.startsWith('id,')) && body.includes(e);
	const before = {};
	for (const path of shown) {
		before[path] = names(await read(path));
	}
	await tally.check('before its moment the basis stands on the pages of the person, in lists and exports', () => {
		ensure(Date.now() < end, 'too slow to look before the end');
		for (const path of [shown[0], shown[1], shown[2], shown[3], shown[7], shown[8]]) {
			ensure(before[path], `${path} does not show it`);
		}
	});
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, end - Date.now()) + 200));
	for (const path of shown) {
		await tally.check(`after its moment: ${path.replace(/[0-9A-Z]{26}/g, 'ID')}`, async () => {
			const body = await read(path);
			ensure(!names(body), `still names it: ${body.slice(Math.max(0, body.search(/iolent-extremism basis/) - 300)).slice(0, 600)}`);
		});
	}
	await tally.check('its own page, its history and its copy are gone', async () => {
		for (const path of [`/classification/${e}`, `/classification/${e}/copy`, `/records/classification_decision/${e}`, `/records/classification_decision/${e}/history`]) {
			const status = await page.evaluate(async (address) => (await fetch(address)).status, path);
			ensure(status === 404, `${path} answers ${status}`);
		}
	});
	await tally.check('those who inspect see that there was one', async () => {
		await prison.signIn(page, 'inspector');
		await visit(page, prison, `/people/${b}/decisions`);
		ensure(/Ended or lapsed/.test(await text(page)) && /Basis: assessed/.test(await text(page)), await text(page));
		await visit(page, prison, `/people/${b}`);
		ensure(await page.locator('.custos-alerts', { hasText: 'basis' }).count() === 0, 'the identity bar still shows it');
	});
	await page.close();
}
