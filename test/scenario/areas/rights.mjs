// rights.mjs - separation and its clock, health instructions: stories, and every rule of the area once biting and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit } from '../common.mjs';
import { DENIED, refused, rows } from '../play.mjs';

const HOUR = 60;
const DAY = 24 * HOUR;

// A separation order that no rule stops; more changes it.
export function separation(p, more = {}) {
	return { person: `$${p}`, kind: 'security', ground: 'violence', facts: 'Hit another person in the yard this morning; two officers saw it', legal_basis: 'Law 12, article 5',
		authority: 'Governor, decision 3', alternatives: 'Talked with both, moved to another landing; the threats went on', exit_criteria: 'Three days without a threat',
		ends_at: moment(3 * DAY), planned_contact: 60, planned_outdoors: 60, light: 'daylight', contact_kept: 'calls letters visits', disability: 'none',
		vulnerability: 'Asked by the nurse; nothing found', ...more };
}

const order = (p, input = {}, more = {}) => ({ as: 'governor', act: 'separation.order', input: separation(p, input), ...more });
const isolate = (p, input = {}, more = {}) => ({ as: 'health', act: 'separation.isolate', input: { person: `$${p}`, exit_criteria: 'Two clear tests', ends_at: moment(DAY),
	light: 'daylight', contact_kept: 'calls letters visits', planned_contact: 0, ...input }, ...more });
const review = (s, input = {}, more = {}) => ({ as: 'hq', act: 'separation.review', input: { separation: `$${s}`, body: 'headquarters', heard: true, result: 'goes_on',
	reasons: 'Read the file, heard the person', ...input }, ...more });
const extend = (s, input = {}, more = {}) => ({ as: 'governor', act: 'separation.extend', input: { separation: `$${s}`, ends_at: moment(5 * DAY), ...input },
	reason: 'A threat was made again yesterday', ...more });
const flag = (p, kind, more = {}) => ({ as: 'health', act: 'health_flag.set', input: { person: `$${p}`, kind, instruction: 'Ask the health service first' }, ...more });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const person = (p, more) => admit(p, { order: SENTENCED, ...more });

const story = [
	...person('p'), order('p', {}, { save: 's' }),
	...['separation-health-visit', 'separation-review', 'separation-copy', 'separation-need', 'separation-ends', 'solitary-day-13', 'solitary-day-16'].map((clock) => running('p', clock)),
	{ as: 'wing', act: 'separation.log', input: { separation: '$s', kind: 'yard_alone', minutes: 0 } },
	{ as: 'wing', act: 'separation.log', input: { separation: '$s', kind: 'association', minutes: 30, started_at: moment(60) }, expect: refused(409, undefined, '/minutes') },
	{ as: 'wing', act: 'separation.give_copy', input: { separation: '$s', copy: 'refused' }, expect: refused(422, undefined, '/copy_witness') },
	{ as: 'wing', act: 'separation.give_copy', input: { separation: '$s', copy: 'refused', copy_witness: 'Officer Two' } }, stopped('p', 'separation-copy'),
	{ as: 'governor', act: 'separation.confirm', input: { separation: '$s' }, reason: 'The threat stands' },
	{ as: 'health', act: 'separation.visit', input: { separation: '$s', in_person: true, out_of_hearing: true, advice: 'change', advice_words: 'A shared yard hour' } },
	running('p', 'separation-advice'),
	{ as: 'governor', act: 'separation.answer', input: { separation: '$s', advice_answer: 'followed' }, reason: 'From today' }, stopped('p', 'separation-advice'),
	review('s'), extend('s'),
	// A new label ends the earlier order; the days go on.
	order('p', { kind: 'protection', ground: 'threatened' }, { save: 't' }),
	{ as: 'governor', get: 'separation/$s', has: { state: 'ended' } },
	{ as: 'wing', act: 'separation.end', input: { separation: '$t' }, reason: 'x', expect: DENIED },
	{ as: 'governor', act: 'separation.end', input: { separation: '$t' }, reason: 'The other person has left' },
	...['separation-health-visit', 'separation-review', 'separation-ends', 'solitary-day-13', 'solitary-day-16'].map((clock) => stopped('p', clock)),
	{ as: 'governor', act: 'separation.end', input: { separation: '$t' }, reason: 'Again', expect: refused(409, undefined, '/separation') },
];

const isolation = [
	...person('p'), isolate('p', {}, { save: 's' }),
	{ as: 'governor', get: 'separation/$s', has: { kind: 'health', state: 'running' } },
	{ as: 'governor', act: 'separation.end', input: { separation: '$s' }, reason: 'Beds are needed', expect: refused(409, undefined, '/separation') },
	isolate('p', {}, { as: 'governor', expect: DENIED }),
	order('p', {}, { expect: refused(409, undefined, '/person') }),
	{ as: 'health', act: 'separation.extend', input: { separation: '$s', ends_at: moment(2 * DAY) }, reason: 'The second test is not back' },
	{ as: 'health', act: 'separation.end', input: { separation: '$s' }, reason: 'Two clear tests' },
];

// Nobody but the health service sets or ends an instruction, and it says a function, never a reason.
const flags = [
	...person('p'), flag('p', 'diet', { save: 'f' }),
	{ as: 'wing', get: 'health_flag?person=$p', count: 1, first: { kind: 'diet', state: 'live' } },
	...['governor', 'wing', 'hq', 'inspector', 'security'].map((as) => ({ as, act: 'health_flag.end', input: { health_flag: '$f' }, reason: 'x', expect: DENIED })),
	{ as: 'health', act: 'health_flag.end', input: { health_flag: '$f' }, reason: 'Eats again' },
];

// The clock goes through a transfer; what is in fact too long can always be recorded, and it is a breach.
const facts = [
	...person('p'),
	order('p', { starts_at: moment(-17 * DAY), ends_at: moment(DAY) }, { expect: refused(422, 'NMR-43.1b', '/ends_at') }),
	order('p', { starts_at: moment(-17 * DAY), ends_at: moment(DAY) }, { fact: true, breaches: ['NMR-43.1b'], save: 's' }),
	{ as: 'governor', get: 'breach?subject_id=$p', first: { rule: 'NMR-43.1b', state: 'open' } },
	{ as: 'security', act: 'transfer.offer', second: 'governor', save: 'transfer', input: { person: '$p', to_facility: '$B', why: 'Nearer', authority: 'Decision 1', distance_km: 10 } },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Unit 2' } },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true }, mayBreach: true },
	{ as: 'governorB', act: 'separation.order', input: separation('p', { kind: 'unit' }), expect: refused(422, 'NMR-43.1b', '/ends_at') },
	{ name: 'no role is let through', run: async (world, v) => {
		for (const as of ['hq', 'governorB', 'security', 'committee', 'doctor']) {
			const answer = await world.act(as, 'separation.order', JSON.parse(JSON.stringify(separation('p')).replaceAll('$p', v.p)));
			ensure(answer.status >= 400, `${as}: ${answer.text}`);
		}
	} },
];

export const SCENARIOS = { 'separation from order to end': story, 'medical isolation': isolation, 'health instructions': flags, 'solitary through a transfer': facts };

export const RULES = {
	'NMR-37.d': [...person('p'), ...['legal_basis', 'exit_criteria', 'authority'].map((name) => order('p', { [name]: undefined }, { expect: refused(422, 'NMR-37.d', `/${name}`) })), order('p')],
	'NMR-43.1a': [...person('p'), order('p', { ends_at: undefined }, { expect: refused(422, 'NMR-43.1a', '/ends_at') }), order('p'),
		...person('q'), order('q', { ends_at: undefined }, { fact: true, breaches: ['NMR-43.1a'] })],
	'NMR-43.1b': [...person('p'), order('p', { ends_at: moment(17 * DAY) }, { expect: refused(422, 'NMR-43.1b', '/ends_at') }),
		order('p', { ends_at: moment(17 * DAY), planned_contact: 120 }, { expect: refused(422, 'NMR-43.1b', '/ends_at') }),
		order('p', { ends_at: moment(13 * DAY) }, { save: 's' }), review('s'), extend('s', { ends_at: moment(16 * DAY) }, { expect: refused(422, 'NMR-43.1b', '/ends_at') }),
		order('p', { ends_at: moment(40 * DAY), planned_contact: 180 })],
	'NMR-43.1c': [...person('p'), ...['dark', 'constant'].map((light) => order('p', { light }, { expect: refused(422, 'NMR-43.1c', '/light') })), order('p'),
		...person('q'), order('q', { light: 'dark' }, { fact: true, breaches: ['NMR-43.1c'] })],
	'NMR-43.3a': [...person('p'), order('p', { contact_kept: undefined }, { expect: refused(422, 'NMR-43.3a', '/contact_kept') }),
		isolate('p', { contact_kept: undefined }, { expect: refused(422, 'NMR-43.3a', '/contact_kept') }), order('p')],
	'NMR-43.3b': [...person('p'), order('p', { contact_kept: 'letters' }, { expect: refused(422, 'NMR-43.3b', '/contact_why') }),
		order('p', { contact_kept: 'letters', contact_why: 'Threat by telephone, until Friday' })],
	'NMR-45.1a': [...person('p'), ...['alternatives', 'facts'].map((name) => order('p', { [name]: undefined }, { expect: refused(422, 'NMR-45.1a', `/${name}`) })), order('p')],
	'NMR-45.1b': [...person('p'), stopped('p', 'separation-need'), order('p'), running('p', 'separation-need')],
	'NMR-45.1c': [...person('p'), order('p', {}, { save: 's' }), extend('s', {}, { expect: refused(422, 'NMR-45.1c', '/separation') }),
		review('s', { body: 'same_line' }, { as: 'hq', expect: refused(422, 'NMR-45.1c', '/body') }),
		review('s', {}, { as: 'governor', expect: refused(422, 'NMR-45.1c', '/body') }), review('s'), extend('s')],
	'NMR-45.1d': [...person('p'), order('p', {}, { as: 'security', expect: refused(422, 'NMR-45.1d', '/ends_at') }),
		order('p', { ends_at: moment(20 * HOUR) }, { as: 'security', expect: refused(422, 'NMR-45.1d', '/emergency') }),
		order('p', { ends_at: moment(20 * HOUR), emergency: true }, { as: 'security' })],
	'NMR-45.1e': [...person('p'), order('p', { ground: 'sentence' }, { expect: refused(422, 'NMR-45.1e', '/ground') }), order('p')],
	'NMR-45.2a': [...person('p'), ...['worse', 'not_assessed', undefined].map((disability) => order('p', { disability }, { expect: refused(422, 'NMR-45.2a', '/disability') })),
		flag('p', 'not_alone'), order('p', {}, { expect: refused(422, 'NMR-45.2a', '/disability') }), order('p', { planned_contact: 240 })],
	'NMR-45.2b': [...person('p', { person: { sex: 'F' } }), flag('p', 'pregnant', { save: 'f' }), order('p', {}, { expect: refused(422, 'NMR-45.2b', '/person') }),
		{ as: 'health', act: 'health_flag.end', input: { health_flag: '$f' }, reason: 'Entered for another person' }, order('p')],
	'BKK-22': [...person('p', { person: { sex: 'F' } }), flag('p', 'infant'), order('p', { kind: 'discipline', planned_contact: 300 }, { expect: refused(422, 'BKK-22', '/person') }),
		order('p', { kind: 'own_request', ground: 'own_wish', planned_contact: 300 })],
	'NMR-45.2c': [...person('p', { person: { birth_date: day(-16 * 365) } }), order('p', {}, { expect: refused(422, 'NMR-45.2c', '/person') }),
		...person('u', { person: { birth_date: '?', age_method: 'Asked' } }), order('u', {}, { expect: refused(422, 'NMR-45.2c', '/person') }),
		order('u', {}, { fact: true, breaches: ['NMR-45.2c'] }), ...person('q'), order('q')],
	'NMR-46.1a': [...person('p'), order('p', {}, { as: 'doctor', expect: refused(422, 'NMR-46.1a', '/person') }), order('p')],
	'NMR-46.1b': [...person('p'), stopped('p', 'separation-health-visit'), order('p', { starts_at: moment(-2 * HOUR) }, { save: 's' }), running('p', 'separation-health-visit'),
		{ as: 'governor', get: 'deadline?subject_id=$p', check: (body, v) => { v.due = rows(body).find((row) => row.clock === 'separation-health-visit').due_at; } },
		// Through the door is no visit; in person the clock begins anew.
		{ as: 'health', act: 'separation.visit', input: { separation: '$s', in_person: false, advice: 'none' } },
		{ as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'separation-health-visit', due_at: '$due', outcome: 'open' } },
		{ as: 'health', act: 'separation.visit', input: { separation: '$s', in_person: true, advice: 'none' } },
		{ as: 'governor', get: 'deadline?subject_id=$p', none: { clock: 'separation-health-visit', due_at: '$due', outcome: 'open' } }],
	'NMR-46.2': [...person('p'), order('p', {}, { save: 's' }), stopped('p', 'separation-advice'),
		{ as: 'health', act: 'separation.visit', input: { separation: '$s', in_person: true, advice: 'end', advice_words: 'Back to the wing' } }, running('p', 'separation-advice'),
		{ as: 'governor', act: 'separation.answer', input: { separation: '$s', advice_answer: 'followed' }, reason: 'Agreed' },
		{ as: 'governor', get: 'separation/$s', has: { state: 'ended' } }],
	'NMR-42': [...person('p'), order('p', { planned_outdoors: 45 }, { expect: refused(422, 'NMR-42', '/planned_outdoors') }), order('p')],
};
