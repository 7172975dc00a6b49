// assessment.mjs - instruments as data, the two raters who must not see each other, and every safeguard of assessment once biting and
// once silent.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { admit, register } from '../common.mjs';
import { day, ensure, moment } from '../ensure.mjs';
import { refused, rows, warned } from '../play.mjs';

const words = (en) => ({ en });
let versions = 0;

// An instrument of `count` factors; a code of its own unless one is given.
export function instrument(more = {}, count = 2) {
	versions += 1;
	return { format: 'custos-instrument/1', code: `scenario-${process.pid}-${versions}`, version: '1', question: 'other', about: 'person', owner: 'Scenario',
		licence: 'None', validity_months: 6, second_rating: 'never', population: { age_from: 18 }, languages: ['en'], title: words(`Scenario ${versions}`),
		purpose: words('p'), limits: words('l'), labels: ['absent', 'partly', 'present'].map((code) => ({ code, text: words(code) })),
		levels: ['low', 'high'].map((code) => ({ code, text: words(code) })), outcomes: [{ code: 'harm', text: words('Harm') }],
		domains: [{ code: 'd', title: words('D'), factors: Array.from({ length: count }, (_, i) => ({ code: `f${i + 1}`, title: words(`Factor ${i + 1}`),
			guidance: words('g'), change: 'dynamic', kind: 'risk' })) }], ...more };
}

export const load = (i, definition) => [
	{ as: 'hq', act: 'instrument.load', input: { definition: typeof definition === 'string' ? definition : JSON.stringify(definition) }, save: i },
	{ as: 'hq', act: 'instrument.bring_into_force', second: 'training', input: { instrument: `$${i}` } }];
export const request = (a, i, p, more = {}) => ({ as: 'caseworker', act: 'assessment.request', save: a, input: { person: `$${p}`, instrument: `$${i}`, purpose: 'initial' }, ...more });
export const assign = (a, position, as, more = {}) => ({ as, act: 'assessment.assign', input: { assessment: `$${a}`, position }, ...more });
export const begin = (a, s, as, more = {}) => ({ as, act: 'assessment.begin', save: s, input: { assessment: `$${a}`, no_close_contact: true }, ...more });
export const source = (s, as) => ({ as, act: 'assessment.source', input: { rating_sheet: `$${s}`, mark: 'a', kind: 'file', source_text: 'Report 7', dated: '2026-05', reliability: 'reliable' } });
export const rate = (s, factor, as, input = {}, more = {}) => ({ as, act: 'assessment.rate', input: { rating_sheet: `$${s}`, factor, rating: 'partly',
	evidence: 'Hit a cell mate on 3 May', sources: 'a', fact_or_opinion: 'fact', present_or_past: 'present', confidence: 'medium', ...input }, ...more });
export const judge = (s, as, input = {}) => ({ as, act: 'assessment.judge', input: { rating_sheet: `$${s}`, outcome: 'harm', level: 'low', judgement: 'Little to fear while he works',
	confidence: 'medium', horizon: 'Six months', limits: 'Nothing is known about the time before 2024', ...input } });
export const describe = (s, as, input = {}) => ({ as, act: 'assessment.describe', input: { rating_sheet: `$${s}`, interview: 'held', limits: 'Short acquaintance', ...input } });
export const submit = (s, as, more = {}) => ({ as, act: 'assessment.submit', input: { rating_sheet: `$${s}` }, ...more });
export const finalise = (a, more = {}) => ({ as: 'committee', act: 'assessment.finalise', input: { assessment: `$${a}` }, ...more });
export const sheet = (s, as, more = []) => [source(s, as), rate(s, 'f1', as), rate(s, 'f2', as, { rating: 'unknown', evidence: undefined, sources: undefined }), ...more, judge(s, as), describe(s, as)];
// From a request to the sheet of the first rater.
const opened = (p, definition = instrument(), person = {}) => [...admit(p, { person }), ...load('i', definition), request('a', 'i', p), assign('a', 'first', 'psychologist'),
	begin('a', 's', 'psychologist')];
const running = (clock, of, outcome = 'open') => ({ name: `${clock} of ${of} is ${outcome}`, as: 'governor', get: `deadline?about_id=$${of}`, first: { clock, outcome } });

const me = (variable, as) => ({ name: `who ${as} is`, run: async (world, v) => {
	v[variable] = (await world.sql(`SELECT id FROM user_account WHERE name = '${as}'`)).trim();
} });
const certificate = (c, holder, more = {}) => ({ as: 'training', act: 'certificate.issue', save: c, input: { holder: `$${holder}`, holder_name: 'Rater', kind: `kind-${process.pid}`,
	issued_on: day(-100), expires_on: day(100), ...more } });

// Everything that a reader can ask for about a person and an assessment: REST lists, rows, history, as of, file, timeline, and pages.
async function everything(world, as, v) {
	const paths = [`file/${v.p}`, `file/${v.p}?as_of=${new Date().toISOString()}`, `assessment/${v.a}`, `assessment/${v.a}/history`,
		...['rating_sheet', 'factor_rating', 'evidence_source', 'outcome_judgement', 'risk_scenario'].flatMap((record) => [`${record}?person=${v.p}`,
			`${record}?limit=100`, `${record}?sort=-created_at&limit=100`]),
		...Object.entries(v).filter(([name, id]) => /^hidden_/.test(name) && typeof id === 'string').flatMap(([name, id]) => {
			const record = { s: 'rating_sheet', r: 'factor_rating', o: 'evidence_source' }[name[7]];
			return [`${record}/${id}`, `${record}/${id}/history`, `${record}/${id}?as_of=${new Date().toISOString()}`];
		})];
	let text = '';
	for (const path of paths) {
		text += (await world.get(as, path)).text;
	}
	return text;
}

const SECRET = 'zwölf-Kraniche'; // a word that stands nowhere else
const hides = (as) => ({ name: `${as} finds nothing of the first rating`, run: async (world, v) => {
	const text = await everything(world, as, v);
	ensure(text.length > 500, 'nothing was read at all');
	ensure(!text.includes(SECRET), `${as} read the first rating:\n${text.slice(Math.max(0, text.indexOf(SECRET) - 300), text.indexOf(SECRET) + 20)}`);
	ensure(!text.includes('rating-present-marker') && !/"rating":"present"/.test(text), 'the rating itself');
} });

const blind = [
	...admit('p'), ...load('i', instrument({ second_rating: 'always' })), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'), assign('a', 'second', 'psychologist2'),
	begin('a', 'hidden_s', 'psychologist'), { as: 'psychologist', act: 'assessment.source', save: 'hidden_o', input: { rating_sheet: '$hidden_s', mark: 'a', kind: 'file',
		source_text: `${SECRET} file`, dated: '?', reliability: 'reliable' } },
	{ ...rate('hidden_s', 'f1', 'psychologist', { rating: 'present', evidence: `Hit someone, ${SECRET}` }), save: 'hidden_r' },
	rate('hidden_s', 'f2', 'psychologist', { evidence: SECRET }), judge('hidden_s', 'psychologist', { judgement: SECRET }), describe('hidden_s', 'psychologist', { how_arose: SECRET }),
	hides('psychologist2'), hides('governor'), hides('inspector'), hides('hq'),
	submit('hidden_s', 'psychologist'),
	{ as: 'psychologist2', get: 'assessment/$a', has: { state: 'submitted' } },
	begin('a', 's2', 'psychologist2'), ...sheet('s2', 'psychologist2'),
	hides('psychologist2'), hides('governor'),
	{ name: 'nor by acts', as: 'psychologist2', act: 'assessment.rate', input: { rating_sheet: '$hidden_s', factor: 'f1', rating: 'absent' }, expect: { status: undefined } },
	{ name: 'nor by export', run: async (world) => {
		const out = `${world.folder}/blind-${Date.now()}`;
		await world.stop(); // the export writes to the access log and wants to be the only writer
		await world.must('export', '--user', 'psychologist2', '--record', 'factor_rating', out);
		ensure(!readFileSync(`${out}/factor_rating.csv`, 'utf8').includes(SECRET), 'the export shows it');
		await world.must('journal', 'export', `${out}-journal`);
		await world.start();
		let found = '';
		try {
			found = execFileSync('grep', ['-rl', SECRET, `${out}-journal`], { encoding: 'utf8' });
		} catch {
			found = '';
		}
		ensure(found === '', `the exported journal shows it: ${found}`);
	} },
	{ name: 'the first does not see the second either', run: async (world, v) => {
		const list = await world.get('psychologist', `factor_rating?person=${v.p}`);
		ensure(rows(list.body).length === 2, list.text);
	} },
	submit('s2', 'psychologist2'),
	{ as: 'psychologist2', get: 'assessment/$a', has: { state: 'second_rated' } },
	{ name: 'now both see both', run: async (world, v) => {
		for (const as of ['psychologist', 'psychologist2', 'governor']) {
			const list = await world.get(as, `factor_rating?person=${v.p}`);
			ensure(rows(list.body).length === 4 && list.text.includes(SECRET), list.text);
		}
	} },
	{ as: 'wing', get: 'factor_rating?person=$p', expect: { status: [403, 404] } }, { as: 'security', get: 'factor_rating?person=$p', expect: { status: [403, 404] } },
	// Differences are settled one by one; a dissent stays.
	{ as: 'psychologist', act: 'assessment.conclude', input: { assessment: '$a', conclusion_note: 'We talked' }, expect: { status: undefined } },
	{ as: 'psychologist', act: 'assessment.settle', input: { assessment: '$a', item: 'f1', result: 'consensus', rating: 'present', note: 'The report is clear' } },
	{ as: 'psychologist2', act: 'assessment.settle', input: { assessment: '$a', item: 'f2', result: 'dissent', note: 'I see no evidence for it' } },
	{ as: 'caseworker', act: 'assessment.settle', input: { assessment: '$a', item: 'f2', result: 'dissent', note: 'x' }, expect: { status: undefined } },
	{ as: 'psychologist2', act: 'assessment.conclude', input: { assessment: '$a', conclusion_note: 'We talked twice' } },
	{ as: 'psychologist', get: 'assessment/$a', has: { state: 'dissent' } },
	finalise('a'), { as: 'psychologist', get: 'assessment/$a', has: { state: 'final', valid_until: /^\d{4}/ } },
];

const thirty = [
	...admit('p'), ...load('i', instrument({ validity_months: 1 }, 30)),
	request('a', 'i', 'p'), assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'), source('s', 'psychologist'),
	...Array.from({ length: 29 }, (_, i) => rate('s', `f${i + 1}`, 'psychologist', { rating: ['absent', 'partly', 'present'][i % 3] })),
	judge('s', 'psychologist'), describe('s', 'psychologist', { interview: 'declined', interview_note: 'Did not want to' }),
	submit('s', 'psychologist', { expect: refused(422, undefined, '/f30') }),
	rate('s', 'f30', 'psychologist', { rating: 'unknown', evidence: undefined, sources: undefined }), submit('s', 'psychologist'), finalise('a'),
	{ as: 'psychologist', get: 'assessment/$a', has: { state: 'final' } },
	{ name: 'retired: old answers stay, nothing new', as: 'hq', act: 'instrument.retire', second: 'governor', input: { instrument: '$i' } },
	{ as: 'psychologist', get: 'instrument/$i', has: { state: 'retired' } },
	{ as: 'psychologist', get: 'factor_rating?rating_sheet=$s&limit=100', check: (body) => ensure(rows(body).length === 30, 'ratings are gone') },
	...admit('q'), request('b', 'i', 'q', { expect: refused(422, 'VEP-T18', '/instrument') }),
	{ as: 'governor', act: 'assessment.end', input: { assessment: '$a' }, reason: 'The period is over' },
	{ name: 'nobody waits for a new one of what was ended', as: 'governor', get: 'deadline?about_id=$a', first: { clock: 'reassessment-due' },
		none: { clock: 'reassessment-due', outcome: 'open' } },
	// From its end on it is in no list, for nobody; who assesses again or inspects can look back, the rest cannot.
	...['psychologist', 'caseworker', 'governor', 'committee', 'inspector', 'auditor', 'hq'].flatMap((as) => ['assessment?person=$p', 'rating_sheet?assessment=$a',
		'factor_rating?rating_sheet=$s', 'outcome_judgement?person=$p', 'evidence_source?person=$p'].map((get) => ({ as, get, count: 0 }))),
	...['governor', 'committee', 'caseworker'].flatMap((as) => ['assessment/$a', 'assessment/$a/history', 'rating_sheet/$s', 'rating_sheet/$s/history'].map((get) => (
		{ as, get, expect: { status: 404 } }))),
	...['psychologist', 'inspector', 'auditor', 'hq'].map((as) => ({ as, get: 'assessment/$a', has: { state: 'expired', ends_at: /^\d{4}/ } })),
	{ as: 'psychologist', get: 'rating_sheet/$s', has: { state: 'submitted' } },
	{ name: 'nor in an export', run: async (world, v) => {
		const out = `${world.folder}/lapsed-${Date.now()}`;
		await world.stop(); // the export writes to the access log and wants to be the only writer
		await world.must('export', '--user', 'governor', '--record', 'assessment', out);
		ensure(!readFileSync(`${out}/assessment.csv`, 'utf8').includes(v.a), 'the export shows it');
		await world.start();
	} },
];

const faulty = [
	{ name: 'a fault has its place', as: 'hq', act: 'instrument.load', input: { definition: '{\n"format": "custos-instrument/1",\n"weights": [1]\n}' },
		expect: refused(422, undefined, '/definition', 'E1008') },
	{ name: 'and its words', run: async (world) => {
		const answer = await world.act('hq', 'instrument.load', { definition: '{\n"format": "custos-instrument/1",\n"weights": [1]\n}' });
		ensure(answer.text.includes('instrument:3:12'), answer.text);
	} },
	{ as: 'psychologist', act: 'instrument.load', input: { definition: JSON.stringify(instrument()) }, expect: { status: 403 } },
	{ as: 'hq', act: 'instrument.load', input: { definition: JSON.stringify(instrument({ code: 'same' })) } },
	{ as: 'hq', act: 'instrument.load', input: { definition: JSON.stringify(instrument({ code: 'same' })) }, expect: { status: 409 } },
	{ name: 'custos instrument check', run: async (world) => {
		const good = await world.command('instrument', 'check', 'share/instruments/womens-profile.json');
		ensure(good.code === 0 && good.out.includes('13 factors'), good.out + good.err);
		const bad = await world.command('instrument', 'check', 'package.json');
		ensure(bad.code !== 0, bad.out);
	} },
	// A newer version takes the place of the older.
	...load('one', instrument({ code: 'series' })), ...load('two', { ...instrument({ code: 'series' }), version: '2' }),
	{ as: 'hq', get: 'instrument/$one', has: { state: 'retired' } }, { as: 'hq', get: 'instrument/$two', has: { state: 'in_force' } },
];

const conflict = [
	...opened('p'), source('s', 'psychologist'), rate('s', 'f1', 'psychologist', { rating_version: 0 }),
	{ name: 'two windows on one factor', run: async (world, v) => {
		const base = { rating_sheet: v.s, factor: 'f1', evidence: 'From the first window', sources: 'a' };
		const first = await world.act('psychologist', 'assessment.rate', { ...base, rating: 'present', rating_version: 1 });
		ensure(first.status === 200, first.text);
		const second = await world.act('psychologist', 'assessment.rate', { ...base, rating: 'absent', rating_version: 1 });
		ensure(second.status === 409 && second.body.code === 'E2003', second.text);
		const list = await world.get('psychologist', `factor_rating?rating_sheet=${v.s}`);
		ensure(rows(list.body)[0].rating === 'present', 'overwritten');
	} },
	rate('s', 'f9', 'psychologist', {}, { expect: refused(409, undefined, '/factor') }),
	rate('s', 'f1', 'psychologist', { rating: '2' }, { expect: refused(422, undefined, '/rating') }),
	rate('s', 'f1', 'psychologist', { sources: 'b' }, { expect: { status: undefined } }),
	{ as: 'psychologist', act: 'assessment.imagine', input: { rating_sheet: '$s', kind: 'repeat', what: 'A fight', likelihood: '70 %' }, expect: refused(422, undefined, '/likelihood') },
	{ as: 'psychologist', act: 'assessment.imagine', input: { rating_sheet: '$s', kind: 'repeat', what: 'A fight', likelihood: 'Unlikely while he works' } },
	{ as: 'psychologist', act: 'assessment.cancel', input: { assessment: '$a' }, reason: 'Transferred' },
	rate('s', 'f1', 'psychologist', {}, { expect: { status: undefined } }),
];

const climate = [
	...load('i', instrument({ about: 'place', question: 'climate', population: undefined })),
	...register('p'), request('a', 'i', 'p', { expect: refused(422, undefined, '/person') }),
	{ as: 'governor', act: 'assessment.request', input: { instrument: '$i', facility: '$A', purpose: 'scheduled' }, save: 'a' },
	{ as: 'governor', act: 'assessment.request', input: { instrument: '$i', facility: '$B', purpose: 'scheduled' }, expect: { status: undefined } },
	assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'), source('s', 'psychologist'), rate('s', 'f1', 'psychologist'), rate('s', 'f2', 'psychologist'),
	judge('s', 'psychologist'), describe('s', 'psychologist', { interview: undefined }), submit('s', 'psychologist'), finalise('a'),
	{ as: 'governor', get: 'assessment/$a', has: { state: 'final', person: null } },
];

const contested = [
	...opened('p'), ...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
	{ as: 'psychologist', act: 'assessment.disclose', input: { assessment: '$a', disclosure: 'gist', disclosure_language: 'ru' }, expect: refused(422, 'NMR-9.2', '/disclosure_ground') },
	{ as: 'psychologist', act: 'assessment.disclose', input: { assessment: '$a', disclosure: 'full', disclosure_language: 'ru', person_comments: 'Not all of it is so' } },
	{ as: 'psychologist', get: 'assessment/$a', has: { state: 'disclosed', disclosure: 'full' } },
	{ name: 'a later one takes its place', as: 'caseworker', act: 'assessment.request', save: 'b', input: { person: '$p', instrument: '$i', purpose: 'trigger', trigger_note: 'A fight' } },
	{ as: 'caseworker', act: 'assessment.request', input: { person: '$p', instrument: '$i', purpose: 'scheduled' }, expect: { status: undefined } },
	assign('b', 'first', 'psychologist2'), begin('b', 't', 'psychologist2'), ...sheet('t', 'psychologist2'), submit('t', 'psychologist2'), finalise('b'),
	{ as: 'psychologist', get: 'assessment/$a', has: { state: 'expired' } }, { as: 'psychologist', get: 'assessment/$b', has: { state: 'final' } },
];

// The lot of an instrument without a rule of its own: drawn from the data, so that asking anew draws the same.
const lot = [
	...load('i', instrument({ second_rating: undefined, code: 'lot' })), ...Array.from({ length: 12 }, (_, i) => admit(`p${i}`)).flat(),
	{ name: 'as everybody can draw it', run: async (world, v) => {
		const drawn = (person) => createHash('sha256').update(`custos-second-rating/1/${person}/lot/0`).digest().readUInt32BE(0) % 100;
		for (const share of [10, 60]) {
			await world.withProfile({ profile: 'lot', title: 'Lot', parameters: { 'assessment.second_lot_pct': share } }, async () => {
				for (let i = 0; i < 12; i += 1) {
					for (let again = 0; again < 2; again += 1) {
						const person = v[`p${i}`], asked = await world.act('caseworker', 'assessment.request', { person, instrument: v.i, purpose: 'initial' });
						ensure(asked.status === 200, asked.text);
						const row = (await world.get('caseworker', `assessment/${asked.id}`)).body;
						ensure(row.second_needed === drawn(person) < share && row.drawn === row.second_needed, `${person} at ${share}: ${JSON.stringify(row)}`);
						ensure((await world.act('caseworker', 'assessment.cancel', { assessment: asked.id }, { reason: 'To draw again' })).status === 200, 'cancel');
					}
				}
			});
		}
	} },
];

// One is asked for and one is final when the person dies: nobody waits for either any more.
const left = [
	...admit('p'), ...load('i', instrument()), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'),
	...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'), { name: 'what was unknown is looked for', as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'information-found', outcome: 'open' } },
	...load('j', instrument()), request('b', 'j', 'p'), running('assessment-due', 'b'),
	{ as: 'governor', act: 'death.record', input: { person: '$p', happened_at: moment(-10), place_of_death: 'Hospital', circumstances: 'After a long illness' } },
	{ as: 'governor', get: 'assessment/$b', has: { state: 'cancelled' } }, { as: 'governor', get: 'assessment/$a', has: { state: 'final' } },
	...['assessment-due', 'assessment-ends', 'reassessment-due', 'information-found'].map((clock) => ({ name: `${clock} does not run`, as: 'governor',
		get: 'deadline?subject_id=$p', none: { clock, outcome: 'open' } })),
];

export const SCENARIOS = {
	'assessment: who leaves custody is assessed no more': left,
	'assessment: who is rated twice is drawn by lot': lot,
	'assessment: the second rater sees nothing of the first': blind, 'assessment: thirty factors without touching C': thirty,
	'assessment: instruments with faults': faulty, 'assessment: nothing is overwritten': conflict, 'assessment: about a place': climate,
	'assessment: told, and followed by another': contested,
};

const KIND = `kind-${process.pid}`;
const protectedOnly = { evidence: 'Prays five times a day', rating: 'present' };

export const RULES = {
	'VEP-T1.a': [
		...opened('p'), source('s', 'psychologist'), rate('s', 'f1', 'psychologist', protectedOnly), rate('s', 'f2', 'psychologist', { rating: 'unknown' }),
		judge('s', 'psychologist'), describe('s', 'psychologist'),
		submit('s', 'psychologist', { expect: warned('VEP-T1.a') }),
		rate('s', 'f1', 'psychologist', { evidence: 'Prays five times a day. Threatened an officer on 3 May' }), submit('s', 'psychologist'),
	],
	'VEP-T1.b': [
		...opened('p'), source('s', 'psychologist'), rate('s', 'f1', 'psychologist', protectedOnly), rate('s', 'f2', 'psychologist', { rating: 'unknown' }),
		judge('s', 'psychologist'), describe('s', 'psychologist'), submit('s', 'psychologist', { warnings: { 'VEP-T1.a': 'I find it telling' } }),
		finalise('a', { expect: refused(422, 'VEP-T1.b', '/f1') }), finalise('a', { fact: true, expect: { status: undefined } }),
		{ as: 'psychologist', get: 'assessment/$a', has: { state: 'submitted' } },
		{ as: 'committee', act: 'assessment.return', input: { rating_sheet: '$s' }, reason: 'Worship is no evidence' },
		rate('s', 'f1', 'psychologist', { rating: 'unknown', evidence: undefined, sources: undefined }), submit('s', 'psychologist'), finalise('a'),
	],
	'VEP-T2': [
		...opened('p'), ...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
		{ as: 'psychologist', get: 'information_task?assessment=$a', count: 1, first: { factor: 'f2', state: 'open' }, save: 't' }, running('information-found', 't'),
		{ as: 'psychologist', act: 'information_task.close', input: { information_task: '$t', answer: 'The school answered' } }, running('information-found', 't', 'done'),
	],
	'VEP-T7': [
		...admit('p'), ...load('i', instrument({ second_rating: 'first' })), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'),
		assign('a', 'second', 'psychologist', { expect: refused(422, 'VEP-T7') }), assign('a', 'second', 'psychologist2'),
		begin('a', 's', 'psychologist'), begin('a', 's2', 'psychologist2'), ...sheet('s', 'psychologist'), ...sheet('s2', 'psychologist2'),
		finalise('a', { expect: { status: 409 } }), submit('s2', 'psychologist2'), submit('s', 'psychologist'),
		{ as: 'psychologist', act: 'assessment.conclude', input: { assessment: '$a', conclusion_note: 'The same' } },
		finalise('a', { as: 'psychologist', expect: refused(422, 'VEP-T7') }), finalise('a'),
	],
	'VEP-T8': [
		me('u', 'psychologist'), ...admit('p'), ...load('i', instrument({ certificate: KIND })), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'),
		begin('a', 's', 'psychologist', { expect: refused(422, 'VEP-T8') }),
		certificate('c', 'u', { expires_on: day(-1) }), begin('a', 's', 'psychologist', { expect: refused(422, 'VEP-T8') }),
		{ as: 'training', act: 'certificate.renew', input: { certificate: '$c', expires_on: day(30) } },
		begin('a', 's', 'psychologist'), ...sheet('s', 'psychologist'),
		{ as: 'training', act: 'certificate.suspend', input: { certificate: '$c' }, reason: 'Complaint' },
		submit('s', 'psychologist', { expect: refused(422, 'VEP-T8') }), submit('s', 'psychologist', { fact: true, expect: { status: undefined } }),
		{ as: 'training', act: 'certificate.restore', input: { certificate: '$c' }, reason: 'Unfounded' }, submit('s', 'psychologist'),
	],
	'VEP-T18': [
		...admit('p'), { as: 'hq', act: 'instrument.load', input: { definition: JSON.stringify(instrument()) }, save: 'i' },
		request('a', 'i', 'p', { expect: refused(422, 'VEP-T18', '/instrument') }),
		{ as: 'hq', act: 'instrument.bring_into_force', second: 'training', input: { instrument: '$i' } }, request('a', 'i', 'p'),
	],
	'VEP-T19': [
		...opened('p'), source('s', 'psychologist'), rate('s', 'f1', 'psychologist', { evidence: 'Refused the interview' }), rate('s', 'f2', 'psychologist', { rating: 'unknown' }),
		judge('s', 'psychologist'), describe('s', 'psychologist', { interview: 'declined' }),
		{ name: 'no rating has moved', as: 'psychologist', get: 'factor_rating?rating_sheet=$s&factor=f2', first: { factor: 'f2', rating: 'unknown', version: 1 } },
		submit('s', 'psychologist', { expect: refused(422, 'VEP-T19', '/f1') }),
		rate('s', 'f1', 'psychologist'), submit('s', 'psychologist'),
	],
	'VEP-P3': [
		...opened('p'), ...sheet('s', 'psychologist'), rate('s', 'f1', 'psychologist', { sources: undefined }), submit('s', 'psychologist', { expect: refused(422, 'VEP-P3', '/f1') }),
		rate('s', 'f1', 'psychologist'), submit('s', 'psychologist'),
	],
	'VEP-P5': [
		...opened('p'), ...sheet('s', 'psychologist'), judge('s', 'psychologist', { limits: undefined }), submit('s', 'psychologist', { expect: refused(422, 'VEP-P5', '/limits') }),
		judge('s', 'psychologist'), submit('s', 'psychologist'),
	],
	'VEP-ALTERNATIVE': [
		...opened('p'), ...sheet('s', 'psychologist'), rate('s', 'f1', 'psychologist', { behaviour_based: true }),
		submit('s', 'psychologist', { expect: refused(422, 'VEP-ALTERNATIVE', '/f1') }),
		rate('s', 'f1', 'psychologist', { behaviour_based: true, alternative: 'He defended himself' }), submit('s', 'psychologist'),
	],
	'VEP-CONTACT': [
		...admit('p'), ...load('i', instrument()), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'),
		{ as: 'wing', act: 'case_note.write', input: { person: '$p', kind: 'general', note: 'Calm', happened_at: new Date().toISOString(), fact_or_opinion: 'fact' } },
		{ as: 'psychologist', act: 'close_contact.declare', input: { person: '$p', ground: 'treatment', starts_on: day(-10) }, save: 'x' },
		begin('a', 's', 'psychologist', { expect: refused(422, 'VEP-CONTACT') }),
		{ as: 'psychologist', act: 'close_contact.end', input: { close_contact: '$x' }, reason: 'Over', expect: { status: 409 } },
		{ as: 'governor', act: 'close_contact.end', input: { close_contact: '$x' }, reason: 'Treatment has ended' },
		begin('a', 's', 'psychologist', { input: { assessment: '$a', no_close_contact: false }, expect: { status: 409 } }), begin('a', 's', 'psychologist'),
		// Judgement is made here, or not at all: calling it a fact does not make it good.
		...admit('q'), request('b', 'i', 'q'), assign('b', 'first', 'psychologist'),
		{ as: 'governor', act: 'close_contact.declare', input: { person: '$q', staff: '$u', ground: 'friend', starts_on: day(-10) } },
		begin('b', 't', 'psychologist', { fact: true, expect: { status: undefined } }), begin('b', 't', 'psychologist', { expect: refused(422, 'VEP-CONTACT') }),
	],
	'VEP-JUVENILE': [
		...load('i', instrument()), ...load('w', instrument({ population: { sex: 'F', age_from: 18 } })), ...load('y', instrument({ population: { age_from: 14, age_to: 21 } })),
		...admit('k', { person: { birth_date: day(-16 * 365) } }), request('a', 'i', 'k', { expect: refused(422, 'VEP-JUVENILE', '/instrument') }),
		...admit('u', { person: { birth_date: '?', age_method: 'Refused' } }), request('b', 'i', 'u', { expect: refused(422, 'VEP-JUVENILE') }),
		// Judgement, and no fact: calling it what has happened does not bring an adult instrument to a child.
		request('a', 'i', 'k', { fact: true, expect: { status: undefined } }), { as: 'caseworker', get: 'assessment?person=$k', count: 0 },
		...admit('p'), request('c', 'w', 'p', { expect: refused(422, 'VEP-JUVENILE') }), request('d', 'y', 'p', { expect: refused(422, 'VEP-JUVENILE') }),
		request('e', 'y', 'k'), request('f', 'i', 'p'),
	],
	'VEP-WOMEN': [
		...load('g', instrument({ question: 'general' })), ...load('w', instrument({ question: 'women', population: { sex: 'F', age_from: 18 } })), ...admit('p', { person: { sex: 'F' } }), ...admit('m'),
		request('a', 'g', 'p', { expect: warned('VEP-WOMEN') }), request('a', 'w', 'p'), request('b', 'g', 'm'),
	],
	'VEP-EXPIRY': [
		...opened('p'), ...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
		{ name: 'both clocks run', as: 'governor', get: 'deadline?about_id=$a&outcome=open', check: (body) => ensure(['assessment-ends', 'reassessment-due']
			.every((clock) => rows(body).some((row) => row.clock === clock)), JSON.stringify(body)) },
		request('b', 'i', 'p', { input: { person: '$p', instrument: '$i', purpose: 'scheduled' } }),
		{ name: 'the re-assessment is asked for', as: 'governor', get: 'deadline?about_id=$a&outcome=open', none: { clock: 'reassessment-due' } },
		{ as: 'governor', act: 'assessment.end', input: { assessment: '$a' }, reason: 'It was wrong' },
		{ as: 'governor', get: 'deadline?about_id=$a&outcome=open', count: 0 },
	],
	'VEP-CORRECTION': [
		...opened('p'), { as: 'caseworker', act: 'assessment_correction.ask', input: { assessment: '$a', what: 'x' }, expect: { status: 409 } },
		...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
		{ as: 'caseworker', act: 'assessment_correction.ask', save: 'c', input: { assessment: '$a', what: 'The fight was another day', right_version: '4 May' } }, running('correction-answered', 'c'),
		{ as: 'governor', act: 'assessment_correction.answer', input: { assessment_correction: '$c', state: 'refused', answer: 'The log says 3 May' } }, running('correction-answered', 'c', 'done'),
		{ as: 'psychologist', get: 'assessment_correction/$c', has: { state: 'refused', what: 'The fight was another day' } },
	],
	'NMR-8.b': [
		...admit('p'), ...load('i', instrument()), request('a', 'i', 'p'), running('assessment-due', 'a'), assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'),
		...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
		{ as: 'governor', get: 'deadline?about_id=$a', none: { clock: 'assessment-due', outcome: 'open' } },
	],
};
RULES['VEP-CONTACT'].unshift(me('u', 'psychologist'));
