// refusals.mjs - what must be refused, each with its rule, advice and nothing written: wrong person, wrong scope, expired
// order, cell full, untried with convicted, woman in a men's wing, release on a doubtful date.
import { day, ensure } from './ensure.mjs';
import { SENTENCED, SHARED, admission, admit, cell, gate, place, prepared, register, safety, sentenced } from './common.mjs';
import { DENIED, citations, problems, refused } from './play.mjs';

// Advice stands beside the message of a rule, in words.
function advised(act) {
	return { ...act, run: async (world, variables) => {
		const fill = (value) => (typeof value === 'string' ? value.replace(/\$(\w+)/g, (_, name) => variables[name]) : value);
		const input = Object.fromEntries(Object.entries(act.input).map(([name, value]) => [name, fill(value)]));
		const before = await world.entries();
		const answer = await world.act(act.as, act.act, input, { warnings: act.warnings });
		ensure(answer.status === act.expect.status, `status ${answer.status} ${answer.text}`);
		ensure(citations(answer.body).includes(act.expect.citation), `citations ${citations(answer.body)}`);
		const one = problems(answer.body).find((problem) => problem.citation === act.expect.citation);
		ensure(one?.advice?.length > 10, `no advice in ${answer.text}`);
		ensure(await world.entries() === before, 'something was written');
	} };
}

const wrongPerson = [
	...sentenced('p', 0), ...prepared('p'),
	{ as: 'reception', act: 'release.release', input: { release: '$p_release', identity_checked: false, orders_seen: true, medicine_given: true },
		expect: refused(409, undefined, '/identity_checked') },
	{ as: 'reception', act: 'release.release', input: { release: '$p_release', identity_checked: true, orders_seen: false, medicine_given: true },
		expect: refused(409, undefined, '/orders_seen') },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in' } },
	// A contact, an order and a note of somebody else.
	...admit('q'),
	{ as: 'reception', act: 'contact.add', save: 'contact', input: { person: '$q', kind: 'family', name: 'Sister of Q', wish_told: true } },
	{ as: 'reception', act: 'notice.give', input: { person: '$p', occasion: 'admission', told_whom: 'family', contact: '$contact', result: 'told',
		told_at: '2026-01-01T10:00:00.000Z', wish: true }, expect: refused(409, undefined, '/contact') },
	{ as: 'reception', get: 'legal_order?person=$q', first: { kind: 'remand' }, save: 'q_order' },
	{ as: 'reception', act: 'legal_order.add', input: { person: '$p', kind: 'sentence', number: 'S-2', authority: 'Court', issued_on: day(),
		legal_status: 'convicted', valid_from: day(), replaces: '$q_order' }, expect: refused(409, undefined, '/replaces') },
];

const wrongScope = [
	...admit('p'), ...cell('c'),
	{ as: 'receptionB', get: 'person/$p', expect: DENIED },
	{ as: 'receptionB', get: 'person', none: { id: '$p' } },
	{ as: 'receptionB', get: 'placement?person=$p', count: 0 },
	{ as: 'governorB', act: 'placement.place', input: { person: '$p', place: '$c' }, expect: DENIED },
	{ as: 'receptionB', act: 'movement.leave', input: { person: '$p', kind: 'court', destination: 'Court', authority: 'Summons' }, expect: DENIED },
	{ as: 'governorB', act: 'place.add', input: { facility: '$A', code: 'X-1', kind: 'cell' },
		expect: DENIED },
	...register('q'),
	{ as: 'reception', act: 'person.admit', input: admission('q', { facility: '$B' }), expect: DENIED },
	{ as: 'auditor', act: 'placement.place', input: { person: '$p', place: '$c' }, expect: DENIED },
];

const expiredOrder = [
	...register('p'),
	advised({ as: 'reception', act: 'person.admit', input: admission('p', { valid_from: day(-40), valid_until: day(-1) }),
		expect: refused(422, 'NMR-7.0', '/valid_until') }),
	{ as: 'reception', act: 'person.admit', input: admission('p', { valid_from: day(-40), valid_until: day(-1) }), expect: refused(422, 'NMR-7.0', '/valid_until') },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'not_admitted' } },
	{ as: 'reception', act: 'person.admit', input: admission('p', { valid_from: day(2) }), expect: refused(422, 'NMR-7.0', '/valid_from') },
	{ as: 'reception', act: 'person.admit', input: admission('p', { valid_from: day(-40), valid_until: day(0) }) },
];

const cellFull = [
	...cell('c', { capacity_working: 1, capacity_certified: 1, floor_area: '12.00' }),
	...admit('p'), ...admit('q'), safety('p'), safety('q'),
	place('p', 'c'),
	advised(place('q', 'c', { ...SHARED, expect: refused(409, 'NMR-13', '/place') })),
	place('q', 'c', { ...SHARED, expect: refused(409, 'NMR-13', '/place') }),
	{ as: 'reception', get: 'placement?person=$q', count: 0 },
	// What has happened is recorded all the same.
	place('q', 'c', { fact: true, warnings: { 'NMR-113': 'No other place in the night', 'NMR-13': 'No other place in the night' }, mayBreach: true }),
];

const untriedWithConvicted = [
	...cell('c'),
	...admit('p', { order: SENTENCED }), ...admit('q'), safety('p'), safety('q'),
	place('p', 'c'),
	advised(place('q', 'c', { ...SHARED, expect: refused(422, 'NMR-11.b', '/place') })),
	place('q', 'c', { ...SHARED, expect: refused(422, 'NMR-11.b', '/place') }),
	{ as: 'reception', get: 'placement?person=$q', count: 0 },
];

const womanInMensWing = [
	{ as: 'governor', act: 'place.add', save: 'wing', input: { facility: '$A', code: 'MEN', kind: 'wing', sex: 'M' } },
	...cell('c', { parent: '$wing' }),
	...admit('p', { person: { sex: 'F' } }),
	advised(place('p', 'c', { expect: refused(422, 'NMR-11.a', '/place') })),
	place('p', 'c', { expect: refused(422, 'NMR-11.a', '/place') }),
	{ as: 'reception', get: 'placement?person=$p', count: 0 },
];

const doubtfulDate = [
	...sentenced('p', 3), ...prepared('p'),
	advised(gate('p', { expect: refused(422, 'NMR-7.0.date', '/release') })),
	gate('p', { expect: refused(422, 'NMR-7.0.date', '/release') }),
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in' } },
	{ as: 'reception', get: 'release/$p_release', has: { state: 'preparing' } },
	// No term at all: nothing can be calculated.
	...admit('q', { order: SENTENCED }), ...prepared('q'),
	gate('q', { expect: refused(422, 'NMR-7.0.date', '/release') }),
	// Recorded as a fact it becomes a breach; released early.
	gate('p', { fact: true, breaches: ['NMR-7.0'], mayBreach: true }),
	{ as: 'hq', get: 'release/$p_release', has: { state: 'released', breach_kind: 'early' } },
	{ as: 'hq', get: 'breach?subject_id=$p', first: { rule: 'NMR-7.0.date' } },
];

const late = [
	...sentenced('p', -2), ...prepared('p'),
	gate('p', { breaches: ['NMR-7.0'] }),
	{ as: 'hq', get: 'release/$p_release', has: { state: 'released', breach_kind: 'late' } },
];

export const REFUSALS = {
	'wrong person': wrongPerson,
	'wrong scope': wrongScope,
	'expired order': expiredOrder,
	'cell full': cellFull,
	'untried with convicted': untriedWithConvicted,
	"woman in a men's wing": womanInMensWing,
	'release on a doubtful date': doubtfulDate,
	'held past the date': late,
};
