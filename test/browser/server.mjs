// server.mjs - a Custos with an invented prison in it, for the tests of its pages: data folder, users with passwords, people
// in several states. Everything is made through REST by the steps of the scenarios; nothing is left behind.
import { fileURLToPath } from 'node:url';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { admit, cell, place, prepared, register, safety, sentenced } from '../scenario/common.mjs';
import { EVERY_STEP } from '../scenario/life.mjs';
import { day, moment } from '../scenario/ensure.mjs';
import { play } from '../scenario/play.mjs';
import { World } from '../scenario/world.mjs';
import { PRISON as CONTACT } from '../scenario/areas/contact.mjs';
import { PRISON as CLINIC } from '../scenario/areas/clinic.mjs';
import { PRISON as CARE } from '../scenario/areas/care.mjs';
import { PRISON as LABOUR } from '../scenario/areas/labour.mjs';
import { PRISON as NEEDS } from '../scenario/areas/needs.mjs';
import { PRISON as RIGHTS } from '../scenario/areas/rights.mjs';
import { PRISON as STAFF } from '../scenario/areas/staff.mjs';
import { ensure } from './lib.mjs';

const program = process.env.CUSTOS ?? fileURLToPath(new URL('../../build/custos', import.meta.url));
const PASSWORD = 'long enough and odd: tulip 41';

// Each part names what it saves for itself: the first of a name is the one that a test finds in prison.variables.
const KEEP = { name: 'what was made so far', run: async (world, variables) => { world.kept = { ...variables, ...world.kept }; } };

// A prison with something on every page: people admitted, placed, out, under way, about to be released, and breaches.
const PRISON = [
	{ as: 'governor', act: 'place.add', save: 'wing', input: { facility: '$A', code: 'B', name: 'Wing B', kind: 'wing', sex: 'M' } },
	...cell('c1', { parent: '$wing', code: 'B-1-01' }), ...cell('c2', { parent: '$wing', code: 'B-1-02' }), ...cell('c3'),
	...admit('p', { person: { surname: 'Асқаров', given: 'Данияр', patronymic: 'Маратұлы', script: 'Cyrl', nationalities: 'KZ' } }),
	...EVERY_STEP, place('p', 'c1'), { as: 'reception', act: 'admission.complete', input: { admission: '$p_admission' } },
	{ as: 'security', act: 'alert.raise', input: { person: '$p', kind: 'threatened', instruction: 'Do not leave alone in the yard',
		evidence: 'Two officers heard threats from the window on Monday', expires_on: day(30) } },
	{ as: 'reception', act: 'name.add', input: { person: '$p', name_kind: 'transliteration', whole: 'Askarov Daniyar', script: 'Latn' } },
	...admit('q', { person: { surname: 'Smith', given: 'John', nationalities: 'UZ', languages: 'uz' } }), safety('q'),
	...sentenced('s', 0), ...prepared('s', { needs: false, file: false, property: false }),
	...sentenced('t', 200, { length: 'P230D', days: 230 }), ...admit('u'),
	{ as: 'security', act: 'movement.leave', input: { person: '$u', kind: 'court', destination: 'District court', authority: 'Summons 12', due_back_at: moment(240) } },
	{ as: 'security', act: 'transfer.offer', save: 'transfer', second: 'governor', input: { person: '$t', to_facility: '$B', why: 'Nearer to home', authority: 'Decision 9', distance_km: 20 } },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Escort 5' } },
	...admit('v'), { as: 'security', act: 'transfer.offer', waits: true, expect: { status: 202 }, input: { person: '$v', to_facility: '$B', why: 'Room', authority: 'Decision 10', distance_km: 3 } },
	...register('w', { sex: 'F', birth_date: '?', age_method: 'Asked' }),
	place('q', 'c2', { fact: true, warnings: { 'NMR-113': 'x' }, mayBreach: true }),
	{ as: 'caseworker', act: 'person_application.make', save: 'asked', input: { person: '$p', kind: 'own_file', words: 'I want to read my file', made_at: moment(-30) } },
	{ as: 'governor', act: 'person_application.decide', input: { application: '$asked', decision: 'granted', grounds: 'Nothing stands against it' } },
	{ as: 'caseworker', act: 'person_application.make', input: { person: '$q', kind: 'lawyer', words: 'I need a lawyer', made_at: moment(-10) } },
	{ as: 'caseworker', act: 'relative_news.receive', input: { person: '$p', event: 'illness', relative: 'Mother', source: 'Brother, by telephone', received_at: moment(-10) } },
	{ as: 'wing', act: 'night_round.record', input: { place: '$c1', happened_at: moment(-200), calm: true } },
	KEEP, ...RIGHTS, KEEP, ...CONTACT, KEEP, ...CARE, KEEP, ...LABOUR, KEEP, ...NEEDS, KEEP, ...STAFF, KEEP, ...CLINIC, KEEP,
];

export class Prison {
	static async open() {
		const prison = new Prison();
		prison.world = new World(program);
		const silent = new Silent();
		try {
			await prison.world.create();
			ensure(await play(prison.world, silent, 'prison', PRISON), 'the prison could not be made');
			prison.variables = prison.world.kept;
		} catch (fault) {
			await prison.world.destroy();
			throw fault;
		}
		return prison;
	}

	get base() {
		return this.world.base;
	}

	// Signs a user in on the page; the first time with the first password, which must be changed.
	async signIn(page, name) {
		await page.context().clearCookies();
		const first = !this.world.passwords[name].startsWith('long');
		await this.typePassword(page, name, this.world.passwords[name]);
		if (first) {
			await page.fill('input[name="new_password"]', PASSWORD);
			await page.fill('input[name="again"]', PASSWORD);
			await this.submit(page);
			this.world.passwords[name] = PASSWORD;
			await this.typePassword(page, name, PASSWORD);
		}
		ensure(await page.locator('body[data-user]').count() === 1, `sign-in of ${name} ended at ${page.url()}`);
	}

	async typePassword(page, name, password) {
		await page.goto(`${this.base}/sign-in`, { waitUntil: 'load' });
		await page.fill('input[name="name"]', name);
		await page.fill('input[name="password"]', password);
		await this.submit(page);
	}

	async submit(page) {
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main form button[type="submit"], main form button:not([type])')]);
	}

	// By the switch on the page, as a person does it.
	async language(page, code) {
		await page.goto(`${this.base}/account`, { waitUntil: 'load' });
		await page.evaluate(async (language) => {
			const form = document.querySelector('form[action="/session/language"]');
			const body = new URLSearchParams(new FormData(form));
			body.set('language', language);
			await fetch(form.action, { method: 'POST', body });
		}, code);
	}

	// The same without scripts.
	async choose(page, language) {
		await page.goto(`${this.base}/account`, { waitUntil: 'load' });
		const csrf = await page.locator('form[action="/session/language"] input[name="csrf"]').first().inputValue();
		await page.context().request.post(`${this.base}/session/language`, { form: { csrf, language, back: '/account' }, headers: { Origin: this.base } });
		await page.goto(`${this.base}/account`, { waitUntil: 'load' });
		ensure(await page.locator('html').getAttribute('lang') === language, 'the language did not change');
	}

	async close() {
		await this.world.destroy();
	}
}
