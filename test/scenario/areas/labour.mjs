// labour.mjs - jobs, work places, sessions of units, hygiene inspections: stories, and every rule once biting and once silent.
import { day, ensure } from '../ensure.mjs';
import { shown } from '../evidence.mjs';
import { SENTENCED, admit } from '../common.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';

let numbers = 0;
const job = (save, input = {}, more = {}) => { numbers += 1; return { as: 'governor', act: 'job.add', save, input: { code: `JOB-${numbers}`, name: `Job ${numbers}`, skill_code: '5120',
	power_over_prisoners: false, ...input }, ...more }; };
const fit = (p) => [{ as: 'caseworker', act: 'fitness.ask', save: 'ft', input: { person: `$${p}`, question: 'work' } }, { as: 'health', act: 'fitness.answer', input: { fitness: '$ft', answer: 'fit' } }];
const assign = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'work_place.assign', save: 'w', input: { person: `$${p}`, task: 'Joinery', work_for: 'industry', consent: 'asked', hours_day: 6,
	hours_week: 36, rest_day: 'sunday', hourly_pay: '2.50', wish: 'Joinery', wish_met: true, ...input }, ...more });
const shop = (input = {}, more = {}) => ({ as: 'governor', act: 'workshop.open', save: 'x', input: { facility: '$A', name: 'Joinery', work_for: 'industry', supervisor: 'Master Ivanov', ...input }, ...more });
const FIRM = { work_for: 'contractor', firm: 'Furniture works, contract 12', contract_rate: '4.00', normal_wage: '4.00' };
const assessed = (input = {}, more = {}) => ({ as: 'governor', act: 'workshop.assess', input: { workshop: '$x', risk_by: 'Labour inspectorate', risks: 'Saw: a guard; dust: masks', ...input }, ...more });
const person = (p, more = {}) => admit(p, { order: SENTENCED, ...more });
let units = 0;
const wing = () => { units += 1; return [{ as: 'governor', act: 'place.add', save: 'unit', input: { facility: '$A', code: `L-${units}`, name: `Unit L ${units}`, kind: 'wing', sex: 'M' } }]; };
const session = (list, input = {}, more = {}) => ({ as: 'wing', act: 'activity.record', save: 's', input: { place: '$unit', kind: 'sport', minutes: 60, list, ...input }, ...more });
const hygiene = (input = {}, more = {}) => ({ as: 'health', act: 'hygiene_check.record', save: 'h', input: { facility: '$A', body: 'physician', food: 'good', cleanliness: 'good', sanitation: 'good',
	clothing: 'good', sport: 'good', ...input }, ...more });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const about = (row, clock, more) => ({ name: `${clock} about ${row}`, as: 'governor', get: `deadline?about_id=$${row}`, ...more });
const YOUNG = { person: { birth_date: day(-365 * 16) } };

const labour = [
	...person('p'), ...fit('p'), shop(FIRM), about('x', 'work-risk', { first: { clock: 'work-risk', outcome: 'open' } }), assessed(), assign('p', { workshop: '$x' }),
	{ as: 'governor', act: 'workshop.close', input: { workshop: '$x' }, reason: 'Contract ended', expect: refused(409, undefined, '/workshop') },
	{ as: 'caseworker', act: 'work_place.end', input: { work_place: '$w' }, reason: 'Contract ended' },
	{ as: 'wing', act: 'workshop.close', input: { workshop: '$x' }, reason: 'x', expect: DENIED }, { as: 'governor', act: 'workshop.close', input: { workshop: '$x' }, reason: 'Contract ended' },
	about('x', 'work-risk', { none: { outcome: 'open' } }), assign('p', { workshop: '$x' }, { expect: refused(409, undefined, '/workshop') }),
];

const sessions = [
	...person('p'), ...person('q'), ...wing(), session('$p took_part\n$q declined', { kind: 'recreation', what: 'Chess' }),
	{ as: 'inspector', get: 'activity/$s', has: { offered: 2, took_part: 1 } }, { as: 'inspector', get: 'activity_part?activity=$s', check: (body) => ensure(rows(body).length === 2, 'not both are named') },
	session('$p perhaps', {}, { expect: { status: 422, path: '/list' } }), session('$p took_part\n$p declined', {}, { expect: refused(409, undefined, '/list') }),
	session('$p took_part', { day: day(1) }, { expect: { status: 422, path: '/day' } }),
];

// NMR-105, NMR-96.2: what counts is what was offered; sport shows neither.
const evidence = [
	...person('p'), ...fit('p'), ...wing(), assign('p'), ...shown([session('$p took_part')], { 'NMR-105': 0, 'NMR-96.2': 0 }),
	...shown([session('$p took_part', { kind: 'recreation' }), session('$p declined', { kind: 'culture' }), session('$p took_part', { kind: 'education' })], { 'NMR-105': 2, 'NMR-96.2': 1 }),
	...shown([session('$p took_part', { kind: 'training' }), { as: 'caseworker', act: 'work_pay.pay', input: { work_place: '$w', hours: 10, own_part: '10.00', family_part: '10.00', saved_part: '5.00' } }],
		{ 'NMR-105': 0, 'NMR-96.2': 2 }),
];

export const SCENARIOS = { 'labour: what shows recreation and a working day': evidence, 'labour: a work place from opening to closing': labour, 'labour: sessions of a unit': sessions };

export const RULES = {
	'NMR-23.2': [...person('p'), stopped('p', 'young-sport'), ...person('q', YOUNG), running('q', 'young-sport'), ...wing(), session('$q unable'),
		{ as: 'governor', get: 'deadline?subject_id=$q', check: (body) => ensure(rows(body).filter((one) => one.clock === 'young-sport').length === 1, 'who could not be brought had no sport') },
		session('$q took_part'), { as: 'governor', get: 'deadline?subject_id=$q', check: (body) => ensure(rows(body).filter((one) => one.clock === 'young-sport').length === 2, 'the week does not begin anew') }],
	'NMR-35.1': [hygiene({ food: 'advice' }, { expect: { status: 422, path: '/advice' } }), hygiene({ sport: undefined }, { expect: { status: 422, path: '/sport' } }), hygiene({ day: day(-3) }),
		about('h', 'hygiene-inspection', { first: { clock: 'hygiene-inspection', outcome: 'open' } }), { name: 'kept', run: async (_, v) => { v.h1 = v.h; } }, hygiene(), about('h1', 'hygiene-inspection', { none: { outcome: 'open' } })],
	'NMR-40.1': [...person('p'), ...fit('p'), job('boss', { power_over_prisoners: true }), job('cook'), assign('p', { job: '$boss' }, { expect: refused(422, 'NMR-40.1', '/job') }), assign('p', { job: '$cook' })],
	'NMR-98.1': [job('j', { skill_code: undefined }, { expect: refused(422, 'NMR-98.1', '/skill_code') }), job('j', { skill_code: undefined, no_skill_why: 'Sweeping the yard' }), job('j')],
	'NMR-98.3': [...person('p'), ...fit('p'), assign('p', { wish_met: undefined }, { expect: refused(422, 'NMR-98.3', '/wish_met') }), assign('p', { wish_met: false }, { expect: refused(422, 'NMR-98.3', '/wish_why') }),
		assign('p', { wish_met: false, wish_why: 'All places are taken until May' })],
	'NMR-100.2': [shop({ ...FIRM, contract_rate: '3.50' }, { expect: warned('NMR-100.2') }), shop({ ...FIRM, supervisor: undefined }, { expect: { status: 422, path: '/supervisor' } }), shop(FIRM)],
	'NMR-101.1': [...person('p'), ...fit('p'), shop(), assign('p', { workshop: '$x' }, { expect: warned('NMR-101.1') }), assessed({ risk_on: day(-400) }), assign('p', { workshop: '$x' }, { expect: warned('NMR-101.1') }),
		assessed(), assign('p', { workshop: '$x' })],
	'NMR-101.1.risks': [shop(), about('x', 'work-risk', { first: { clock: 'work-risk', outcome: 'open' } }), assessed(),
		about('x', 'work-risk', { check: (body) => ensure(rows(body).filter((one) => one.outcome === 'open').length === 1, 'the year does not begin anew') })],
};

// For the tests of the pages: a work place, a job, sessions of a unit, a hygiene inspection.
export const PRISON = [
	job('labour_job', { name: 'Joiner', skill_code: '7522' }), shop({}, { save: 'labour_shop' }), ...person('la'), ...fit('la'), assign('la', { workshop: '$labour_shop', job: '$labour_job' }, { warnings: { 'NMR-101.1': 'The inspectorate comes on Monday' } }),
	{ as: 'caseworker', act: 'work_pay.pay', input: { work_place: '$w', hours: 10, own_part: '10.00', family_part: '10.00', saved_part: '5.00' } },
	{ as: 'reception', act: 'account_entry.post', input: { person: '$la', kind: 'purchase', amount: '3.20', words: 'Tea and envelopes' } },
	{ as: 'wing', act: 'activity.record', input: { place: '$wing', kind: 'recreation', what: 'Chess', minutes: 60, list: '$la took_part' } }, hygiene({ food: 'advice', advice: 'Boil the water' }),
];
