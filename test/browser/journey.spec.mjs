// journey.spec.mjs - a person is admitted, placed, moved, transferred and released on the pages, with the keyboard only and
// scripts off, in English, Russian and Arabic; and a refusal says on the page which rule stops it and what would be lawful.
import { ensure } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent, day } from '../scenario/ensure.mjs';
import { cell } from '../scenario/common.mjs';
import { play } from '../scenario/play.mjs';

const TABS = 250;

function focused(page) {
	return page.evaluate(() => {
		const one = document.activeElement;
		return { tag: one.tagName, type: one.type ?? '', name: one.name ?? '', value: one.value ?? '', main: one.closest('main') !== null };
	});
}

// Presses Tab until the focus is where it shall be.
async function tabTo(page, wanted, what) {
	for (let i = 0; i < TABS; i += 1) {
		const now = await focused(page);
		if (wanted(now)) {
			return now;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${what} at ${page.url()}`);
}

async function choose(page, key, value, name) {
	for (let i = 0; i < 80; i += 1) {
		if ((await focused(page)).value === value && (i > 0 || key !== 'ArrowDown' || (await focused(page)).tag === 'SELECT')) {
			return;
		}
		await page.keyboard.press(key);
	}
	throw new Error(`${name} has no choice ${value}`);
}

async function type(page, name, value) {
	const now = await tabTo(page, (one) => one.main && one.name === name, name);
	if (now.tag === 'SELECT') {
		await choose(page, 'ArrowDown', value, name);
	} else if (now.type === 'radio') {
		await page.keyboard.press('Space');
		if ((await focused(page)).value !== value) {
			await choose(page, 'ArrowDown', value, name);
		}
	} else {
		await page.keyboard.press('Control+A');
		await page.keyboard.type(value);
	}
}

// Values in the order of the form; days as 2026-11-20 go into their three boxes.
async function fill(page, values) {
	for (const [name, value] of Object.entries(values)) {
		if (/^\d{4}-\d\d-\d\d$/.test(value)) {
			const [year, month, date] = value.split('-');
			await type(page, `${name}-day`, date);
			await type(page, `${name}-month`, month);
			await type(page, `${name}-year`, year);
		} else {
			await type(page, name, value);
		}
	}
	await tabTo(page, (one) => one.main && one.tag === 'BUTTON' && one.type === 'submit', 'the button');
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}

async function done(page) {
	const wrong = page.locator('.govuk-error-summary, .custos-refusal, .custos-warning, [data-not-saved]');
	ensure(await wrong.count() === 0, `not taken at ${page.url()}: ${await wrong.count() ? (await wrong.first().innerText()).slice(0, 500) : ''}`);
	ensure(await page.locator('[data-saved]').count() > 0, `no confirmation at ${page.url()}`);
}

async function act(page, address, values) {
	await page.goto(address, { waitUntil: 'load' });
	await fill(page, values);
	await done(page);
}

const identifier = (text, after) => text.match(new RegExp(`/${after}/([0-9A-HJKMNP-TV-Z]{26})`))?.[1];

async function newest(prison, as, path) {
	const answer = await prison.world.get(as, path);
	ensure(answer.status === 200 && answer.body.items.length > 0, `${path}: ${answer.text}`);
	return answer.body.items.at(-1).id;
}

async function journey(browser, tally, prison, language) {
	const { base } = prison;
	const page = await browser.open(null, { scripts: false });
	let person;
	const step = (name, work) => tally.check(`${language}, keyboard, no scripts: ${name}`, work);
	const as = async (user) => {
		await prison.signIn(page, user);
		await page.context().addCookies([{ name: 'language', value: language, url: base }]);
		await page.goto(`${base}/account`, { waitUntil: 'load' });
		const form = page.locator('form[action="/session/language"]').first();
		ensure(await form.count() === 1, 'no choice of language on the page');
		await page.context().request.post(`${base}/session/language`, { form: { csrf: await form.locator('input[name="csrf"]').inputValue(), language, back: '/account' },
			headers: { Origin: base } });
		await page.goto(`${base}/account`, { waitUntil: 'load' });
		ensure(await page.evaluate(() => document.documentElement.lang) === language, 'the language did not change');
	};
	const doing = (name, query = '') => `${base}/people/${person}/do/${name}${query}`;
	const told = await step('open a file', async () => {
		await as('reception');
		await page.goto(`${base}/admission/register`, { waitUntil: 'load' });
		await fill(page, { number: `J-${language}-${Date.now()}`, surname: 'Journey', given: 'Person', script: 'Latn', sex: 'M', birth_date: '1985-04-03' });
		person = identifier(page.url(), 'people') ?? await newest(prison, 'reception', 'person?search=Journey&sort=created_at');
		ensure(person && await page.locator('.govuk-error-summary').count() === 0, `ended at ${page.url()}`);
	});
	if (told === false || !person) {
		return;
	}
	await step('admit', () => act(page, doing('person.admit'), { order_kind: 'remand', order_number: 'R-7', order_authority: 'District court', order_date: day(-2),
		order_status: 'untried', valid_from: day(-2), valid_until: day(20), next_hearing: day(5), arrested_on: day(-3), arrested_place: 'Street', arrested_by: 'Police' }));
	await step('place', () => act(page, doing('placement.place'), { place: prison.variables[`${language}1`] }));
	await step('move', () => act(page, doing('placement.place'), { place: prison.variables[`${language}2`] }));
	await step('a refusal names the rule and what would be lawful', async () => {
		await page.goto(doing('placement.place'), { waitUntil: 'load' });
		await fill(page, { place: prison.variables.women });
		const refusal = page.locator('.custos-refusal');
		ensure(await refusal.count() === 1, `no refusal at ${page.url()}`);
		ensure((await refusal.innerText()).includes('NMR-11.a'), await refusal.innerText());
	});
	await step('offer a transfer; it waits for a second person', async () => {
		await page.goto(doing('transfer.offer'), { waitUntil: 'load' });
		await fill(page, { to_facility: prison.world.facilities.B, why: 'Nearer to home', authority: 'Decision 3', distance_km: '20' });
		ensure(await page.locator('.govuk-error-summary, .custos-refusal').count() === 0, `not taken at ${page.url()}`);
	});
	await step('the governor agrees', async () => {
		const proposal = await newest(prison, 'governor', `proposal?subject_id=${person}&state=waiting`);
		await as('governor');
		await act(page, `${base}/acts/proposal.approve?proposal=${proposal}`, {});
	});
	await step('depart', async () => {
		const transfer = await newest(prison, 'reception', `transfer?person=${person}`);
		await as('reception');
		await act(page, doing('transfer.depart', `?transfer=${transfer}`), { escort: 'Escort 2' });
	});
	await step('accept on arrival', async () => {
		const transfer = await newest(prison, 'receptionB', `transfer?person=${person}`);
		await as('receptionB');
		await act(page, doing('transfer.accept', `?transfer=${transfer}`), { identity_checked: 'yes', file_received: 'yes', property_received: 'yes' });
	});
	await step('prepare the release', () => act(page, doing('release.prepare'), { planned_on: day(), kind: 'court_order' }));
	await step('release: warnings want a reason, then it waits for a second person', async () => {
		const release = await newest(prison, 'receptionB', `release?person=${person}`);
		await prison.world.act('receptionB', 'release.offer_file', { release, accepted: false });
		for (const need of (await prison.world.get('receptionB', `release_step?person=${person}`)).body.items) {
			await prison.world.act('receptionB', 'release.need', { release_step: need.id, state: 'done' });
		}
		await page.goto(doing('release.release', `?release=${release}`), { waitUntil: 'load' });
		await fill(page, { identity_checked: 'yes', orders_seen: 'yes', medicine_given: 'yes' });
		// What cannot be undone is shown once more before it is done.
		if (await page.locator('[data-saved]').count() === 0 && await page.locator('.govuk-error-summary, .custos-refusal').count() === 0) {
			await fill(page, {});
		}
		ensure(await page.locator('.govuk-error-summary, .custos-refusal').count() === 0, `not taken at ${page.url()}: ${(await page.locator('main').innerText()).slice(0, 400)}`);
	});
	await step('the governor agrees to the release', async () => {
		const proposal = await newest(prison, 'governorB', `proposal?subject_id=${person}&state=waiting`);
		await as('governorB');
		await page.goto(`${base}/acts/proposal.approve?proposal=${proposal}`, { waitUntil: 'load' });
		await fill(page, {});
		await done(page);
		const answer = await prison.world.get('hq', `person/${person}`);
		ensure(answer.body.whereabouts === 'released', answer.text);
	});
	// The refusal above is answered with 409; nothing else may be wrong.
	await tally.check(`${language}: no fault on the way`, () => {
		const faults = page.faults.filter((fault) => !/status of (409|422)/.test(fault));
		ensure(faults.length === 0, faults.join('\n'));
	});
	await page.close();
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const languages = ['en', 'ru', 'ar'];
		await play(prison.world, new Silent(), 'cells', [...languages.flatMap((language) => [...cell(`${language}1`), ...cell(`${language}2`)]), ...cell('women', { sex: 'F' }),
			{ name: 'variables', run: async (_, variables) => Object.assign(prison.variables, variables) }]);
		for (const language of languages) {
			await journey(browser, tally, prison, language);
		}
	} finally {
		await prison.close();
	}
}
