// classification.mjs - decisions about people: from proposal to notice, appeal, review, lapse; what is refused; every rule of the area once
// biting and once silent.
import { readFileSync } from 'node:fs';
import { SENTENCED, admit, cell, place, prepared, safety, gate } from '../common.mjs';
import { day, ensure, moment } from '../ensure.mjs';
import { refused, rows, warned } from '../play.mjs';
import { Visitor } from '../visitor.mjs';
import { assign, begin, finalise, instrument, load, request, sheet, submit } from './assessment.mjs';

const REASONS = 'Was seen by two officers on two days with a blade in the hand';

export function propose(d, p, input = {}, more = {}) {
	const unnamed = input.outcome_value === 'assessed' && !input.assessment; // SAFE-ASSESSED asks why
	return { as: 'caseworker', act: 'classification.propose', save: d, ...(unnamed ? { warnings: { 'SAFE-ASSESSED': 'The assessor is away this week' } } : {}), input: { person: `$${p}`, kind: 'security_category', outcome_value: 'high',
		grounds: 'behaviour', reasons: REASONS, legal_ground: 'Article 12 of the code', purpose: 'Safety of others and work on own conduct',
		way_down: 'Six months without violence, shown by the wing book', ...input }, ...more };
}

let events = 0;

// An item that carries: its own event, its own source, well graded; given to the person in full.
export function item(v, d, input = {}, form = { disclosure: 'full' }) {
	events += 1;
	return [{ as: 'security', act: 'classification.add_evidence', save: v, input: { decision: `$${d}`, summary: 'Held a blade against another', direction: 'rise',
		rests_on: 'violence', event: `Event ${events}`, event_on: day(-5), source: `Book ${events}`, source_kind: 'incident', source_grade: 'B', content_grade: '2',
		fact_or_opinion: 'fact', alternative: 'None was found', ...input } },
	...(form ? [{ as: 'caseworker', act: 'classification.set_disclosure', input: { evidence: `$${v}`, ...form } }] : [])];
}

export const give = (d, input = {}, more = {}) => ({ as: 'caseworker', act: 'classification.disclose', input: { decision: `$${d}`, language: 'ru', form: 'written', ...input }, ...more });
export const hear = (d, input = {}, more = {}) => ({ as: 'caseworker', act: 'classification.represent',
	input: { decision: `$${d}`, how: 'heard', words: 'I defended myself', ...input }, ...more });
export const vote = (as, d, position = 'for', more = {}) => ({ as, act: 'classification.vote',
	input: { decision: `$${d}`, position_taken: position, no_interest: position !== 'withdrew', ...(position === 'against' ? { reasons: 'One event is not enough' } : {}) }, ...more });
export const votes = (d) => [vote('committee', d), vote('committee2', d), vote('committee3', d, 'against')];
export const decide = (d, input = {}, more = {}) => ({ as: 'committee', act: 'classification.decide',
	input: { decision: `$${d}`, outcome: 'made', reasons: 'Two events, told by different officers, which the person does not deny', ...input }, ...more });
export const tell = (d, input = {}, more = {}) => ({ as: 'caseworker', act: 'classification.notify',
	input: { decision: `$${d}`, language: 'ru', form: 'written', receipt: 'signed', ...input }, ...more });

// Up to the day on which the body sits.
export const heard = (d, p, input = {}) => [propose(d, p, input), ...item(`${d}_1`, d), ...item(`${d}_2`, d), give(d), hear(d)];
export const inForce = (d, p, input = {}, decision = {}) => [...heard(d, p, input), ...votes(d), decide(d, decision), tell(d)];
export const BASIS = { kind: 'extremism_basis', outcome_value: 'assessed', grounds: 'recruitment' };
const UNIT = { kind: 'unit_placement', outcome_value: 'special_unit', less_restrictive: 'A plan with more contact was tried for three months' };
const SHARING = { kind: 'cell_sharing', outcome_value: 'alone', grounds: 'vulnerability' };
// The governor decides on cell sharing.
const alone = (d, p) => [propose(d, p, SHARING), ...item(`${d}_1`, d), give(d), hear(d, { how: 'declined', words: undefined }), decide(d, {}, { as: 'governor' }), tell(d)];
export const convicted = (p, more = {}) => admit(p, { order: SENTENCED, ...more });
const order = (p) => ({ as: 'caseworker', get: `legal_order?person=$${p}`, first: { state: 'in_force' }, save: `${p}_order` });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const state = (d, wanted, as = 'committee') => ({ as, get: `classification_decision/$${d}`, has: { state: wanted } });
// A decision that has ended is read by those who look at what has lapsed.
const over = (d, kind) => [{ as: 'committee', get: `classification_decision/$${d}`, expect: { status: 404 } },
	{ as: 'inspector', get: `classification_decision/$${d}`, has: { state: 'ended', end_kind: kind } }];

// A final assessment of a person.
const assessed = (a, p, more = {}) => [...load(`${a}_i`, instrument(more)), request(a, `${a}_i`, p), assign(a, 'first', 'psychologist'), begin(a, `${a}_s`, 'psychologist'),
	...sheet(`${a}_s`, 'psychologist'), submit(`${a}_s`, 'psychologist'), finalise(a)];

let lapsesAt = 0;

// Everything that names decisions on pages, and what is counted.
async function everywhere(world, v) {
	const pages = [];
	for (const path of [`/people/${v.p}/decisions`, `/people/${v.p}`, '/classification', '/classification/reviews', '/records/classification_decision', `/people/${v.p}/timeline`]) {
		const answer = await v.governor.get(path);
		ensure(answer.status === 200, `${path}: ${answer.status}`);
		pages.push(path.endsWith('timeline') ? '' : answer.text); // what has happened stays in the history of those who may look back
	}
	const csv = (await v.auditor.get(`/statistics/extremism?facility=${world.facilities.A}&format=csv&exact=yes`)).text;
	const disparity = (await v.auditor.get('/classification/disparity?format=csv&measure=basis')).text;
	const all = [...disparity.matchAll(/^sex,[^,]*,\d*,(\d*),/gm)].reduce((sum, match) => sum + Number(match[1] || 0), 0);
	return { pages, counted: { basis: Number(csv.match(/People with a basis,(\d+)/)[1]), disparity: all } };
}

export const SCENARIOS = {
	'classification: from proposal to the way down': [
		...convicted('p'), propose('d', 'p'), ...item('v', 'd'), ...item('w', 'd', {}, { disclosure: 'gist', gist: 'A blade was seen in your hand', withheld_ground: 'source' }),
		...item('x', 'd', { source_grade: 'E', content_grade: '4' }, { disclosure: 'withheld', withheld_ground: 'safety_of_person' }),
		running('p', 'decision-due'), give('d'), { as: 'committee', get: 'classification_decision/$d', has: { withheld_count: 1, body: 'committee' } },
		hear('d'), { as: 'committee', act: 'classification.schedule', input: { decision: '$d', hearing_at: moment(120) } },
		...votes('d'), decide('d', { ends_at: moment(60 * 24 * 200) }), stopped('p', 'decision-due'), running('p', 'decision-told'), state('d', 'decided'),
		tell('d', { withheld_told: true, receipt: 'refused', witness: 'Officer 12' }), stopped('p', 'decision-told'), running('p', 'classification-review'),
		running('p', 'classification-ends'), state('d', 'notified', 'wing'),
		{ as: 'committee', get: 'classification_vote?person=$p', count: 3, first: { position_taken: 'against', reasons: 'One event is not enough' } },
		{ as: 'reception', act: 'classification.lodge_appeal', save: 'a', input: { decision: '$d', grounds: 'It was not my blade' } }, running('p', 'appeal-decided'),
		{ as: 'governor', act: 'classification.decide_appeal', input: { appeal: '$a', result: 'varied', outcome_value: 'medium', reasons: 'Half of it is shown, half is not' } },
		stopped('p', 'appeal-decided'), { as: 'wing', get: 'classification_decision/$d', has: { state: 'in_force', outcome_value: 'medium' } },
		{ as: 'wing', act: 'classification.signal', input: { decision: '$d', signal: 'fall', note: 'Ended a fight between others with words' } },
		running('p', 'signal-review'), stopped('p', 'classification-review'), state('d', 'review'),
		{ as: 'committee2', act: 'classification.review', input: { decision: '$d', result: 'keep', reasons: 'Two good weeks, we look again at the date' } },
		state('d', 'in_force'),
		// A lower category needs no evidence of danger; the older decision ends with it.
		propose('e', 'p', { outcome_value: 'low', grounds: 'progress', reasons: 'Half a year of work without any report' }),
		...item('y', 'e', { direction: 'fall', rests_on: 'protecting', alternative: undefined }), give('e'), hear('e'), ...votes('e'), decide('e'), tell('e'),
		...over('d', 'replaced'), state('e', 'notified'),
	],
	'classification: what is refused': [
		...convicted('p'), ...convicted('q'),
		propose('d', 'p', { outcome_value: 'alone' }, { expect: { status: 422, path: '/outcome_value' } }),
		propose('d', 'p'), propose('e', 'p', {}, { expect: { status: [409, 422], path: '/kind' } }),
		decide('d', {}, { expect: { status: [409, 422], path: '/decision' } }), tell('d', {}, { expect: { status: [409, 422], path: '/decision' } }),
		{ as: 'wing', act: 'classification.decide', input: { decision: '$d', outcome: 'made', reasons: REASONS }, expect: { status: 403 } },
		{ as: 'security', act: 'classification.add_evidence', expect: { status: [409, 422], path: '/alternative' }, input: { decision: '$d', summary: 'x', direction: 'rise', rests_on: 'violence',
			event: 'x', event_on: day(-1), source: 'x', source_kind: 'incident', source_grade: 'A', content_grade: '1', fact_or_opinion: 'fact' } },
		{ as: 'governorB', get: 'classification_decision/$d', expect: { status: [403, 404] } },
		{ as: 'health', get: 'classification_evidence?person=$p', expect: { status: [403, 404] } },
		{ as: 'wing', get: 'classification_evidence?person=$p', expect: { status: [403, 404] } },
		{ as: 'caseworker', act: 'classification.withdraw', input: { decision: '$d' }, reason: 'The report was about somebody else' },
		...over('d', 'withdrawn').slice(0, 1),
	],
	// Acceptance: a lapsed basis is gone from every list, count and export at its moment; nobody has to do anything for it.
	'classification: a basis lapses at its moment': [
		...convicted('p'), ...heard('d', 'p', BASIS), ...votes('d'), { name: 'somebody is at the pages', run: async (world, v) => {
			v.governor = new Visitor(world);
			v.auditor = new Visitor(world);
			await v.governor.signIn('governor');
			await v.auditor.signIn('auditor');
			lapsesAt = Date.now() + 20000; // long enough for a slow machine to look at everything before
		} },
		decide('d', { ends_at: () => new Date(lapsesAt).toISOString() }), tell('d'),
		{ as: 'wing', get: 'classification_decision?person=$p', count: 1 }, { as: 'caseworker', get: 'classification_evidence?person=$p', count: 2 },
		{ as: 'committee', get: 'classification_decision/$d/history', check: (body) => ensure(JSON.stringify(body).includes('assessed'), 'no history') },
		{ name: 'the pages, the figures and the export show it', run: async (world, v) => {
			const shown = await everywhere(world, v);
			ensure(shown.pages[0].includes('assessed and decided by a committee') && shown.pages[4].includes(v.d), 'it is not shown while it is in force');
			v.counted = shown.counted;
		} },
		{ name: 'until it lapses', run: () => new Promise((resolve) => setTimeout(resolve, Math.max(0, lapsesAt - Date.now()) + 500)) },
		{ name: 'nor does a page, a figure or an export', run: async (world, v) => {
			const shown = await everywhere(world, v);
			// The alarm of the lapse links to the act that answers it; the label itself is on no page of the person, and the row in no list.
			shown.pages.slice(0, 2).forEach((text, i) => ensure(!text.includes('assessed and decided by a committee'), `page ${i} still shows the label`));
			shown.pages.slice(2).forEach((text, i) => ensure(!text.includes(v.d) && !text.includes(v.d_1), `list ${i} still names it`));
			ensure(shown.counted.basis === v.counted.basis - 1 && shown.counted.disparity <= v.counted.disparity, `${JSON.stringify(v.counted)} then ${JSON.stringify(shown.counted)}`);
			const out = `${world.folder}/lapsed-basis-${Date.now()}`;
			await world.stop(); // the export writes to the access log and wants to be the only writer
			for (const record of ['classification_decision', 'classification_evidence']) {
				await world.must('export', '--user', 'governor', '--record', record, `${out}-${record}`);
				const text = readFileSync(`${out}-${record}/${record}.csv`, 'utf8');
				ensure(!text.includes(v.d) && !text.includes(v.d_1), `the export of ${record} still has it`);
			}
			await world.start();
		} },
		...['wing', 'caseworker', 'committee', 'governor', 'security', 'psychologist', 'hq', 'inspector', 'auditor'].map((as) => (
			{ as, get: 'classification_decision?person=$p', count: 0 })),
		...['classification_evidence', 'classification_hearing', 'classification_vote'].map((part) => ({ as: 'committee', get: `${part}?person=$p`, count: 0 })),
		...['classification_decision/$d', 'classification_decision/$d/history', 'classification_evidence/$d_1'].map((path) => (
			{ as: 'governor', get: path, expect: { status: 404 } })),
		{ as: 'inspector', get: 'classification_decision/$d', has: { outcome_value: 'assessed' } },
		{ name: 'no answer of the interface names it', run: async (world, variables) => {
			for (const path of [`classification_decision?limit=200`, `person/${variables.p}`, `classification_decision?kind=extremism_basis&limit=200`]) {
				const answer = await world.get('governor', path);
				ensure(!answer.text.includes(variables.d), `${path} still names the decision`);
			}
		} },
		// What the alarm asks for; and it is never taken up again.
		running('p', 'classification-ends'),
		{ as: 'committee', act: 'classification.review', input: { decision: '$d', result: 'keep', reasons: REASONS }, expect: { status: [409, 422], path: '/decision' } },
		propose('e', 'p', { ...BASIS, renews: '$d' }, { expect: { status: [409, 422] } }),
		{ as: 'governor', act: 'classification.act_on_lapse', input: { decision: '$d', done_about: 'Moved back to wing B' } }, stopped('p', 'classification-ends'),
		{ as: 'inspector', get: 'classification_decision/$d', has: { state: 'ended', end_kind: 'lapsed' } },
	],
	// T12 by the court's paper itself, and by the gate.
	'classification: a basis falls with its order, every decision at the gate': [
		...convicted('p'), order('p'), propose('b', 'p', { kind: 'extremism_basis', outcome_value: 'conviction', grounds: 'offence', legal_order: '$p_order' }),
		give('b'), hear('b'), ...votes('b'), decide('b'), tell('b'),
		...inForce('u', 'p', { ...UNIT, rests_on: '$b' }),
		{ as: 'caseworker', act: 'legal_order.end', input: { legal_order: '$p_order', state: 'quashed' }, reason: 'Acquitted on appeal', mayBreach: true },
		...over('b', 'quashed'), running('p', 'basis-fell'), { as: 'committee', get: 'classification_decision/$u', has: { state: 'review', review_reason: 'basis' } },
		{ as: 'committee', act: 'classification.review', input: { decision: '$u', result: 'keep', reasons: REASONS }, expect: { status: [409, 422], path: '/legal_ground' } },
		{ as: 'committee', act: 'classification.review', input: { decision: '$u', result: 'end', reasons: 'It rested on the judgment alone' } },
		...over('u', 'basis'), stopped('p', 'basis-fell'),
		...convicted('q'), ...alone('s', 'q'), ...prepared('q', { kind: 'court_order' }), gate('q', { mayBreach: true }),
		{ as: 'inspector', get: 'classification_decision/$s', has: { state: 'ended', end_kind: 'left' } },
	],
};

export const RULES = {
	'NMR-89.1': [...convicted('p'), propose('d', 'p', { grounds: 'offence sentence' }, { expect: refused(422, 'NMR-89.1', '/grounds') }), propose('d', 'p')],
	'NMR-93.1b': [...convicted('p'), propose('d', 'p', { purpose: undefined }, { expect: refused(422, 'NMR-93.1b', '/purpose') }), propose('d', 'p')],
	'BKK-41': [...convicted('p', { person: { sex: 'F' } }), propose('d', 'p', { grounds: 'mental_health' }, { expect: refused(422, 'BKK-41', '/grounds') }),
		propose('d', 'p', {}, { warnings: { 'BKK-41.heads': 'The assessment is under way' } })],
	'BKK-41.heads': [...convicted('p', { person: { sex: 'F' } }), propose('d', 'p', {}, { expect: warned('BKK-41.heads') }), ...assessed('x', 'p'),
		propose('d', 'p', { assessment: '$x' }, { expect: warned('BKK-41.heads') }), ...assessed('a', 'p', { question: 'women', population: { sex: 'F', age_from: 18 } }),
		propose('d', 'p', { assessment: '$a' })],
	'NMR-111.2': [...admit('p'), order('p'),
		propose('d', 'p', { kind: 'extremism_basis', outcome_value: 'conviction', grounds: 'charge', legal_order: '$p_order' }, { expect: refused(422, 'NMR-111.2', '/legal_order') }),
		propose('d', 'p', { kind: 'extremism_basis', outcome_value: 'charge', grounds: 'charge', legal_order: '$p_order' })],
	'S2396-a': [...convicted('p'), ...inForce('d', 'p', BASIS), running('p', 'basis-assessed'), ...assessed('x', 'p'), running('p', 'basis-assessed'),
		...assessed('a', 'p', { question: 'vulnerability' }), stopped('p', 'basis-assessed'),
		...convicted('q'), ...assessed('b', 'q', { question: 'vulnerability' }), ...inForce('e', 'q', { ...BASIS, assessment: '$b' }), stopped('q', 'basis-assessed')],
	'SAFE-ASSESSED': [...convicted('p'), propose('d', 'p', BASIS, { warnings: undefined, expect: warned('SAFE-ASSESSED') }), ...assessed('a', 'p'),
		propose('d', 'p', { ...BASIS, assessment: '$a' }), { as: 'committee', get: 'classification_decision/$d', has: { assessment: '$a' } }],
	'SAFE-RELIED': [...convicted('p'), ...convicted('q'), ...assessed('a', 'p'), ...load('i', instrument()), request('open', 'i', 'p'),
		propose('d', 'q', { assessment: '$a' }, { expect: refused(409, undefined, '/assessment') }), propose('d', 'p', { assessment: '$open' }, { expect: refused(422, 'SAFE-RELIED', '/assessment') }),
		...heard('d', 'p', { assessment: '$a' }), ...votes('d'),
		{ name: 'it ends before the body decides', as: 'governor', act: 'assessment.end', input: { assessment: '$a' }, reason: 'It was about somebody else' },
		decide('d', {}, { expect: refused(422, 'SAFE-RELIED', '/decision') }), ...assessed('b', 'q'), ...heard('e', 'q', { assessment: '$b' }), ...votes('e'), decide('e')],
	'SAFE-DOWN': [...convicted('p'), propose('d', 'p', { way_down: undefined }, { expect: refused(422, 'SAFE-DOWN', '/way_down') }), propose('d', 'p')],
	'S2396-b': [...convicted('p'), propose('d', 'p', { grounds: 'recruitment', less_restrictive: undefined }, { expect: warned('S2396-b') }),
		propose('d', 'p', { grounds: 'recruitment', less_restrictive: 'A talk and a plan were tried; it went on' })],
	'SAFE-LESS': [...convicted('p'), propose('d', 'p', { ...UNIT, less_restrictive: undefined }, { expect: refused(422, 'SAFE-LESS', '/less_restrictive') }), propose('d', 'p', UNIT)],
	'SAFE-POLICY': [...convicted('p'), ...convicted('q'), propose('d', 'p', UNIT), { name: 'bites under dispersal', run: async (world, variables) => {
		await world.withProfile({ profile: 'dispersal', title: 'Dispersal', parameters: { 'class.policy': 2 } }, async () => {
			const { input } = propose('e', 'q', UNIT);
			const answer = await world.act('caseworker', 'classification.propose', { ...input, person: variables.q });
			ensure(answer.status === 422 && answer.text.includes('SAFE-POLICY'), answer.text);
		});
	} }],
	'SAFE-RENEW': [...convicted('p'), ...inForce('d', 'p'), propose('e', 'p', { renews: '$d' }, { expect: refused(422, 'SAFE-RENEW', '/reasons') }),
		propose('e', 'p', { renews: '$d', reasons: 'Threatened an officer again in this month' })],
	'SAFE-T1': [...convicted('p'), propose('d', 'p'), { ...item('v', 'd', { summary: 'Prays five times a day', rests_on: 'worship' }, null)[0], expect: warned('SAFE-T1') },
		...item('w', 'd')],
	'SAFE-GIST': [...convicted('p'), propose('d', 'p'), ...item('v', 'd', {}, null),
		{ as: 'security', act: 'classification.set_disclosure', input: { evidence: '$v', disclosure: 'withheld', withheld_ground: 'source' }, expect: refused(422, 'SAFE-GIST', '/disclosure') },
		{ as: 'governor', act: 'classification.set_disclosure', input: { evidence: '$v', disclosure: 'withheld', withheld_ground: 'source' } }],
	'SAFE-P1': [...convicted('p'), propose('d', 'p', { outcome_value: 'medium' }),
		{ ...item('v', 'd', { summary: 'Was seen alone', rests_on: 'worship dress' }, null)[0], warnings: { 'SAFE-T1': 'Kept for the record' } },
		{ as: 'caseworker', act: 'classification.set_disclosure', input: { evidence: '$v', disclosure: 'full' } }, give('d'), hear('d'), ...votes('d'),
		decide('d', {}, { expect: refused(422, 'SAFE-P1', '/decision') }),
		...convicted('q'), propose('e', 'q', { outcome_value: 'medium' }), ...item('w', 'e'), give('e'), hear('e'), ...votes('e'), decide('e')],
	'SAFE-T3': [...convicted('p'), ...heard('d', 'p'), ...votes('d'), decide('d', {}, { as: 'governor', expect: refused(422, 'SAFE-T3', '/decision') }), decide('d')],
	'SAFE-QUORUM': [...convicted('p'), ...heard('d', 'p'), vote('committee', 'd'), vote('committee2', 'd'), decide('d', {}, { expect: refused(422, 'SAFE-QUORUM', '/decision') }),
		vote('committee3', 'd', 'against'), decide('d', { outcome: 'not_made' }, { expect: refused(422, 'SAFE-QUORUM', '/decision') }), decide('d')],
	'SAFE-SIT': [...convicted('p'), propose('d', 'p', SHARING, { as: 'governor' }), ...item('v', 'd'), give('d'), hear('d'),
		decide('d', {}, { as: 'governor', expect: refused(422, 'SAFE-SIT', '/decision') }), decide('d'),
		...convicted('q'), ...heard('e', 'q'), ...votes('e'), decide('e'), tell('e'),
		{ as: 'reception', act: 'classification.lodge_appeal', save: 'a', input: { decision: '$e', grounds: 'Not so' } },
		...['committee', 'committee3'].map((as) => ({ as, act: 'classification.decide_appeal', input: { appeal: '$a', result: 'upheld', reasons: REASONS },
			expect: refused(422, 'SAFE-SIT', '/appeal') })),
		{ as: 'hq', act: 'classification.decide_appeal', input: { appeal: '$a', result: 'quashed', reasons: 'The second event is not shown' } }, ...over('e', 'appeal')],
	// T5 and T15: one E4 report; three reports about one event; what the person could not see.
	'SAFE-T5': [...convicted('p'), propose('d', 'p'), ...item('v', 'd', { source_grade: 'E', content_grade: '4' }),
		...item('w', 'd', { event: 'Fight' }), ...item('x', 'd', { event: 'Fight' }), ...item('y', 'd', { event: 'fight' }),
		...item('z', 'd', {}, { disclosure: 'withheld', withheld_ground: 'source' }), give('d'), hear('d'), ...votes('d'),
		decide('d', {}, { expect: refused(422, 'SAFE-T5', '/decision') }), ...convicted('q'), ...heard('e', 'q'), ...votes('e'), decide('e')],
	'SAFE-PREPARE': [...convicted('p'), propose('d', 'p'), ...item('v', 'd'), ...item('w', 'd'), give('d'), ...votes('d'),
		decide('d', {}, { expect: refused(422, 'SAFE-PREPARE', '/decision') }), hear('d', { how: 'declined', words: undefined }), decide('d')],
	'SAFE-END': [...convicted('p'), ...heard('d', 'p', BASIS), ...votes('d'), decide('d', { ends_at: moment(60 * 24 * 190) }, { expect: refused(422, 'SAFE-END', '/ends_at') }),
		decide('d', { ends_at: moment(60 * 24 * 170) })],
	'SAFE-FRESH': [...convicted('p'), ...inForce('d', 'p', BASIS), propose('e', 'p', { ...BASIS, renews: '$d', reasons: 'Nothing new is known, but one never knows' }),
		...item('v', 'e'), ...item('w', 'e'), give('e'), hear('e'), ...votes('e'), decide('e', {}, { expect: refused(422, 'SAFE-FRESH', '/decision') }),
		...convicted('q'), ...inForce('f', 'q', BASIS), propose('g', 'q', { ...BASIS, renews: '$f', reasons: 'Again pressed two others in the yard' }),
		...item('x', 'g', { event_on: day() }), ...item('y', 'g', { event_on: day() }), give('g'), hear('g'), ...votes('g'), decide('g'), tell('g'), ...over('f', 'replaced')],
	'SAFE-T6': [...convicted('p'), propose('d', 'p', { outcome_value: 'medium' }), ...item('v', 'd'), ...item('w', 'd', {}, { disclosure: 'withheld', withheld_ground: 'source' }),
		give('d'), hear('d'), ...votes('d'), decide('d'), tell('d', {}, { expect: refused(422, 'SAFE-T6', '/withheld_told') }), tell('d', { withheld_told: true })],
	'SAFE-P12': [...convicted('p'), propose('d', 'p', { outcome_value: 'medium' }), give('d', { language: 'de' }, { expect: warned('SAFE-P12') }), give('d'),
		hear('d'), ...votes('d'), decide('d'), tell('d', { language: 'de' }, { expect: warned('SAFE-P12') }), tell('d', { language: 'de', form: 'interpreter' })],
	'NMR-93.1a': [...cell('c'), ...cell('e'), ...convicted('p'), ...convicted('q'), safety('p'), safety('q'), ...inForce('d', 'p', BASIS),
		propose('w', 'q', { ...BASIS, outcome_value: 'vulnerable', grounds: 'vulnerability' }), ...item('v', 'w', { rests_on: 'need' }), give('w'), hear('w'), ...votes('w'), decide('w'), tell('w'),
		place('p', 'c'), place('q', 'c', { expect: warned('NMR-93.1a') }), place('q', 'e')],
	'SAFE-SHARE': [...cell('c'), ...cell('e'), ...convicted('p'), ...convicted('q'), safety('p'), safety('q'), ...alone('d', 'p'), place('q', 'c'),
		place('p', 'c', { expect: refused(422, 'SAFE-SHARE', '/place') }), place('p', 'e')],
	'SAFE-UNIT': [...cell('c', { purpose: 'special_unit' }), ...convicted('p'), place('p', 'c', { expect: refused(422, 'SAFE-UNIT', '/place') }),
		...inForce('d', 'p', UNIT), place('p', 'c')],
	'NMR-8.b.first': [...convicted('p'), running('p', 'first-category'), ...convicted('q'), ...heard('d', 'q', { outcome_value: 'medium' }), ...votes('d'), running('q', 'first-category'),
		decide('d'), stopped('q', 'first-category'),
		// Another kind of decision is no category; and who leaves is waited for no longer.
		...alone('s', 'p'), running('p', 'first-category'), ...prepared('p', { kind: 'court_order' }), gate('p', { mayBreach: true }),
		{ name: 'not after the gate', as: 'hq', get: 'deadline?subject_id=$p', none: { clock: 'first-category', outcome: 'open' } }],
	'NMR-8.b.review': [...convicted('p'), propose('d', 'p'), running('p', 'decision-due'), ...convicted('q'), ...inForce('e', 'q'), running('q', 'classification-review'), stopped('q', 'decision-due')],
	'SAFE-TOLD': [...convicted('p'), ...heard('d', 'p'), ...votes('d'), decide('d'), running('p', 'decision-told'), tell('d'), stopped('p', 'decision-told')],
	'SAFE-T4': [...convicted('p'), ...inForce('d', 'p'), running('p', 'classification-ends'),
		{ as: 'committee', act: 'classification.review', input: { decision: '$d', result: 'end', reasons: 'Nothing speaks for it any more' } }, stopped('p', 'classification-ends')],
	'SAFE-APPEAL': [...convicted('p'), ...inForce('d', 'p'), { as: 'wing', act: 'classification.lodge_appeal', save: 'a', input: { decision: '$d', grounds: 'Not so' } },
		running('p', 'appeal-decided'), { as: 'hq', act: 'classification.decide_appeal', input: { appeal: '$a', result: 'upheld', reasons: REASONS } }, stopped('p', 'appeal-decided')],
	'SAFE-T16': [...convicted('p'), ...convicted('q'), ...inForce('d', 'p'), ...inForce('e', 'q'),
		{ as: 'wing', act: 'classification.signal', input: { decision: '$d', signal: 'fall', note: 'Helps others' } },
		{ as: 'wing', act: 'classification.signal', input: { decision: '$e', signal: 'rise', note: 'A blade was found' } },
		{ name: 'the same day', run: async (world, variables) => {
			const due = async (p) => rows((await world.get('governor', `deadline?subject_id=${variables[p]}`)).body).find((row) => row.clock === 'signal-review').due_at;
			ensure(Math.abs(Date.parse(await due('p')) - Date.parse(await due('q'))) < 60000, 'a falling risk waits longer');
		} }],
	'SAFE-T12': [...convicted('p'), ...inForce('b', 'p', BASIS), ...inForce('u', 'p', { ...UNIT, rests_on: '$b' }), stopped('p', 'basis-fell'),
		{ as: 'governor', act: 'classification.end_by_law', input: { decision: '$b', law_end: 'law' }, reason: 'The law was repealed' }, running('p', 'basis-fell')],
};
