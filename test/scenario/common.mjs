// common.mjs - steps that many scenarios begin with: a file, an admission, a place.
import { day, moment } from './ensure.mjs';

let numbers = 0;

// Opens a file; p: name of the variable for the person.
export function register(p, more = {}) {
	numbers += 1;
	return [{ as: 'reception', act: 'person.register', save: p, input: {
		number: `S-${process.pid}-${numbers}`, surname: `Surname${numbers}`, given: 'Given', script: 'Latn', sex: 'M',
		birth_date: '1990-05-01', birth_certainty: 'document', nationalities: 'KZ', languages: 'kk ru', literacy: 'yes', ...more } }];
}

export function admission(p, more = {}) {
	return { person: `$${p}`, facility: '$A', arrived_at: moment(-60), delivered_by: 'Escort service', order_kind: 'remand',
		order_number: 'R-1/26', order_authority: 'District court', order_date: day(-2), order_status: 'untried', valid_from: day(-2),
		valid_until: day(30), next_hearing: day(10), arrested_on: day(-3), arrested_place: 'Market square', arrested_by: 'Police', ...more };
}

// Order fields of a convicted person; the term comes with sentence.impose.
export const SENTENCED = { order_kind: 'sentence', order_status: 'convicted', valid_until: undefined, next_hearing: undefined };

// A file and its admission; <p>_admission is the admission.
export function admit(p, { person = {}, order = {} } = {}) {
	return [...register(p, person), { as: 'reception', act: 'person.admit', input: admission(p, order), save: `${p}_admission` }];
}

let places = 0;

export function cell(c, more = {}) {
	places += 1;
	return [{ as: 'governor', act: 'place.add', save: c, input: {
		facility: '$A', code: `C-${places}`, kind: 'cell', capacity_certified: 4, capacity_working: 4, floor_area: '40.00',
		daylight: true, sanitary_annex: true, ...more } }];
}

export function safety(p, risk = 'may_share') {
	return { as: 'reception', act: 'admission.safety', input: { admission: `$${p}_admission`, sharing_risk: risk, safety_note: 'Asked, nothing seen' } };
}

// Placing that accepts that an untried person does not sleep alone.
export function place(p, c, more = {}) {
	return { as: 'reception', act: 'placement.place', input: { person: `$${p}`, place: `$${c}` }, ...more };
}

export const SHARED = { warnings: { 'NMR-113': 'No single cell is free tonight' } };

// A convicted person with one term that ends `left` days from today.
export function sentenced(p, left, { person = {}, length = 'P10D', days = 10 } = {}) {
	return [...admit(p, { person, order: { ...SENTENCED, order_date: day(left - days + 1), valid_from: day(left - days + 1) } }),
		{ as: 'reception', get: `legal_order?person=$${p}`, first: { kind: 'sentence' }, save: `${p}_order` },
		{ as: 'reception', act: 'sentence.impose', second: 'governor', save: `${p}_term`,
			input: { legal_order: `$${p}_order`, length, starts_on: day(left - days + 1), relation: 'single' } }];
}

// Everything a release asks for, up to the gate.
export function prepared(p, { kind = 'term_served', file = true, needs = true, property = true, on = day() } = {}) {
	const steps = [{ as: 'caseworker', act: 'release.prepare', input: { person: `$${p}`, planned_on: on, kind }, save: `${p}_release` }];
	if (needs) {
		for (const need of ['identity_papers', 'housing', 'clothing', 'travel', 'subsistence']) {
			steps.push({ as: 'caseworker', get: `release_step?person=$${p}`, first: { kind: need }, save: `${p}_need` },
				{ as: 'caseworker', act: 'release.need', input: { release_step: `$${p}_need`, state: 'done', note: 'Arranged' } });
		}
	}
	if (property) {
		steps.push({ as: 'reception', act: 'release.return_property', input: { release: `$${p}_release` } });
	}
	if (file) {
		steps.push({ as: 'reception', act: 'release.offer_file', input: { release: `$${p}_release`, accepted: true } });
	}
	return steps;
}

export function gate(p, more = {}) {
	return { as: 'reception', act: 'release.release', second: 'governor',
		input: { release: `$${p}_release`, identity_checked: true, orders_seen: true, medicine_given: true }, ...more };
}
