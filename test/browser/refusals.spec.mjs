// refusals.spec.mjs - what must not be authorised, tried on the pages with scripts off, in English, Russian and Arabic: wrong person,
// wrong scope, expired order, cell full, untried with convicted, woman in a men's wing, release on a doubtful date. Each refusal names
// its rule, says what would be lawful and whom to ask; what was typed is still in the form, and nothing was written.
import { ensure } from './lib.mjs';
import { Prison } from './server.mjs';
import { SENTENCED, admit, cell, place, prepared, register, safety, sentenced } from '../scenario/common.mjs';
import { Tally as Silent, day } from '../scenario/ensure.mjs';
import { play } from '../scenario/play.mjs';

const LANGUAGES = ['en', 'ru', 'ar'];
const WORDS = 'Typed by the officer';

const SETTING = [
	...cell('full', { capacity_working: 1, capacity_certified: 1, floor_area: '12.00' }), ...cell('shared'),
	{ as: 'governor', act: 'place.add', save: 'men', input: { facility: '$A', code: 'MEN-1', kind: 'wing', sex: 'M' } }, ...cell('ofmen', { parent: '$men' }),
	...admit('full_one'), ...admit('convicted', { order: SENTENCED }), ...admit('untried'), ...admit('woman', { person: { sex: 'F' } }), ...register('new'),
	safety('full_one'), safety('convicted'), safety('untried'), place('full_one', 'full'), place('convicted', 'shared'),
	...sentenced('early', 3), ...prepared('early'), ...sentenced('due', 0), ...prepared('due'),
];

async function set(page, name, value) {
	const field = page.locator(`main [name="${name}"]`).first();
	const kind = await field.evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
	if (kind === 'select') {
		await field.selectOption(value);
	} else if (kind === 'radio') {
		await page.locator(`main [name="${name}"][value="${value}"]`).check();
	} else {
		await field.fill(value);
	}
}

async function fill(page, values) {
	for (const [name, value] of Object.entries(values)) {
		if (/^\d{4}-\d\d-\d\d$/.test(value)) {
			const [year, month, date] = value.split('-');
			await set(page, `${name}-day`, date);
			await set(page, `${name}-month`, month);
			await set(page, `${name}-year`, year);
		} else {
			await set(page, name, value);
		}
	}
	await send(page, page.locator('main form button[type="submit"]').first());
}

async function send(page, button) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
}

async function kept(page, name) {
	const value = await page.locator(`main [name="${name}"]`).first().inputValue();
	ensure(value === WORDS, `${name} was "${WORDS}" and is now "${value}" at ${page.url()}`);
}

// The card of a rule; then back to the form, where everything still stands.
async function refusedByRule(page, rule, typed) {
	const card = page.locator('.custos-refusal');
	ensure(await card.count() === 1, `no refusal at ${page.url()}: ${(await page.locator('main').innerText()).slice(0, 300)}`);
	const parts = await card.locator('dd').allInnerTexts();
	ensure(parts.length >= 4 && parts.every((part) => part.trim().length > 5), `what, rule, lawful, whom to ask: ${JSON.stringify(parts)}`);
	ensure((await card.innerText()).includes(rule), `not by ${rule}: ${await card.innerText()}`);
	await send(page, page.locator('button[name="_step"][value="edit"]'));
	if (typed) {
		await kept(page, typed);
	}
}

// A fault beside its field, with the way to mend it; the form is still there.
async function refusedAtField(page, field, typed) {
	ensure(await page.locator('.govuk-error-summary').count() === 1, `no summary at ${page.url()}`);
	ensure(await page.locator(`main .govuk-form-group--error [name="${field}"]`).count() > 0, `no fault beside ${field} at ${page.url()}`);
	if (typed) {
		await kept(page, typed);
	}
}

const ADMISSION = { order_kind: 'remand', order_number: WORDS, order_authority: 'District court', order_date: day(-50), order_status: 'untried', valid_from: day(-50),
	valid_until: day(-1), next_hearing: day(5), arrested_on: day(-51), arrested_place: 'Street', arrested_by: 'Police' };
const GATE = { identity_checked: 'yes', orders_seen: 'yes', medicine_given: 'yes' };

// name, whose page, act and its query, what is typed, what must come back.
const cases = (v) => [
	['expired order', v.new, 'person.admit', ADMISSION, (page) => refusedByRule(page, 'NMR-7.0', 'order_number')],
	['cell full', v.untried, 'placement.place', { place: v.full, why: WORDS }, (page) => refusedAtField(page, 'place', 'why')],
	['untried with convicted', v.untried, 'placement.place', { place: v.shared, why: WORDS }, (page) => refusedByRule(page, 'NMR-11.b', 'why')],
	["woman in a men's wing", v.woman, 'placement.place', { place: v.ofmen, why: WORDS }, (page) => refusedByRule(page, 'NMR-11.a', 'why')],
	['doubtful date', v.early, `release.release?release=${v.early_release}`, GATE, (page) => refusedByRule(page, 'NMR-7.0.date')],
	['wrong person', v.due, `release.release?release=${v.due_release}`, { ...GATE, identity_checked: 'no' }, (page) => refusedAtField(page, 'identity_checked')],
];

async function tryAll(page, tally, prison, language, v) {
	const { base } = prison;
	for (const [name, person, act, typed, look] of cases(v)) {
		await tally.check(`${language}, no scripts: ${name}`, async () => {
			const before = await prison.world.entries();
			await page.goto(`${base}/people/${person}/do/${act}`, { waitUntil: 'load' });
			await fill(page, typed);
			// What cannot be undone is shown once more before it is done.
			if (await page.locator('.custos-refusal, .govuk-error-summary').count() === 0) {
				await send(page, page.locator('main form button[type="submit"]').first());
			}
			await look(page);
			ensure(await prison.world.entries() === before, 'something was written');
		});
	}
}

async function wrongScope(page, tally, prison, language, v) {
	await tally.check(`${language}, no scripts: wrong scope`, async () => {
		const answer = await page.goto(`${prison.base}/people/${v.woman}`, { waitUntil: 'load' });
		ensure([403, 404].includes(answer.status()), `status ${answer.status()}`);
		const words = await page.locator('main').innerText();
		ensure(words.length > 40 && !words.includes('Surname'), words);
		const act = await page.goto(`${prison.base}/people/${v.woman}/do/placement.place`, { waitUntil: 'load' });
		ensure([403, 404].includes(act.status()), `status ${act.status()}`);
	});
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	const v = prison.variables;
	try {
		const made = await play(prison.world, new Silent(), 'refusals', [...SETTING,
			{ name: 'variables', run: async (_, variables) => Object.assign(v, variables) }]);
		ensure(made, 'the setting could not be made');
		const page = await browser.open(null, { scripts: false });
		for (const language of LANGUAGES) {
			await prison.signIn(page, 'reception');
			await prison.choose(page, language);
			await tryAll(page, tally, prison, language, v);
			await prison.signIn(page, 'receptionB');
			await prison.choose(page, language);
			await wrongScope(page, tally, prison, language, v);
		}
		await page.close();
	} finally {
		await prison.close();
	}
}
