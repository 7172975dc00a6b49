// rights.mjs - separation and its clock, health instructions: stories, and every rule of the area once biting and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admission, admit, gate, prepared, sentenced } from '../common.mjs';
import { Visitor } from '../visitor.mjs';
import { DENIED, refused, rows } from '../play.mjs';

const person = (p, more) => admit(p, { order: SENTENCED, ...more });
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
let catalogue = 0;
let incident = 0;
// An offence and two sanctions of the law: v.offence, v.apart (separation), v.caution.
function law(more = {}) {
	catalogue += 1;
	const one = (record, save, input) => ({ as: 'hq', act: `${record}.add`, save, input: { law: 'Rules 12', valid_from: '2020-01-01', ...input } });
	return [one('disciplinary_offence', 'offence', { code: `of${catalogue}`, name: 'Assault', serious: true, ...more }),
		one('disciplinary_sanction', 'apart', { code: `sep${catalogue}`, name: 'Separation', measure: 'separation', maximum_days: 10 }),
		one('disciplinary_sanction', 'caution', { code: `cau${catalogue}`, name: 'Caution', measure: 'caution', maximum_days: 0 })];
}
const lay = (p, input = {}, more = {}) => ({ as: 'wing', act: 'charge.lay', save: 'g', input: { person: `$${p}`, incident: `I-${incident += 1}`, offence: '$offence',
	happened_at: moment(-2 * DAY), facts: 'Hit another person; two officers saw it', mediation: 'tried', ...input }, ...more });
const told = (input = {}) => [{ as: 'governor', act: 'charge.review', input: { charge: '$g', result: 'ready' }, reason: 'Complete' },
	{ as: 'wing', act: 'charge.notify', input: { charge: '$g', notice_at: moment(-30 * HOUR), notice_language: 'ru', notice: 'signed', help: 'declined', ...input } },
	{ as: 'governor', act: 'charge.schedule', input: { charge: '$g', hearing_at: moment(HOUR) } }];
const hear = (input = {}, more = {}) => ({ as: 'governor', act: 'charge.hear', input: { charge: '$g', language: 'ru', present: true, defence: 'It was a quarrel', mental: 'no_part',
	finding: 'proved', reasons: 'Two officers saw it', ...input }, ...more });
const impose = (input = {}, more = {}) => ({ as: 'governor', act: 'sanction.impose', save: 'x', input: { charge: '$g', kind: '$apart', measure: 'separation', days: 3,
	reasons: 'First time, but an injury', review_info: true, ...input }, ...more });
const charged = (p) => [...person(p), ...law(), lay(p)];
const proved = (p) => [...charged(p), ...told(), hear()];

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

const use = (p, input = {}, more = {}) => ({ as: 'wing', act: 'force.use', save: 'f', input: { person: `$${p}`, ground: 'injury', instrument: 'handcuffs',
	facts: 'Beat his head on the door', alternatives: 'Talked, sent for the nurse', ordered_by: 'director', officers: 'wing security', resistance: 'active', ...input }, ...more });
const of = (as, verb, input = {}, more = {}) => ({ as, act: `force.${verb}`, input: { use_of_force: '$f', ...input }, ...more });

// Out of custody: nothing runs on, and nothing is forgotten. Back within the pause, the days of solitary confinement go on.
const again = (p) => ({ as: 'reception', act: 'person.admit', input: admission(p, { ...SENTENCED, order_number: 'R-2/26', arrived_at: () => new Date().toISOString() }) });
const leaving = [
	...sentenced('p', 0),
	{ as: 'reception', act: 'notice.give', input: { person: '$p', occasion: 'admission', told_whom: 'family', result: 'told', told_at: moment(), wish: true } },
	order('p', { starts_at: moment(-10 * DAY), ends_at: moment(2 * DAY) }, { fact: true, save: 's' }),
	...law(), lay('p'), use('p', {}, {}), running('p', 'restraint-check'), { as: 'caseworker', act: 'separation.mitigate', input: { separation: '$s', step_down: 'Meals with others from today; the aid society meets him' } }, ...prepared('p'), gate('p', { mayBreach: true }),
	{ as: 'hq', get: 'separation/$s', has: { state: 'ended', end_kind: 'release' } },
	{ as: 'hq', get: 'use_of_force/$f', has: { state: 'ended', end_kind: 'release' } },
	{ as: 'hq', get: 'charge/$g', has: { state: 'not_proceeded' } },
	{ name: 'no deadline is open', as: 'hq', get: 'deadline?subject_id=$p', none: { outcome: 'open' } },
	{ name: 'nothing is lapsed and still wanted', as: 'hq', get: 'deadline?subject_id=$p', none: { stopped_at: undefined } },
	again('p'), order('p', { ends_at: moment(9 * DAY) }, { expect: refused(422, 'NMR-43.1b', '/ends_at') }), order('p', { ends_at: moment(3 * DAY) }, { save: 't' }),
	{ as: 'governor', get: 'separation/$s', has: { state: 'ended', end_kind: 'release' } }, running('p', 'separation-health-visit'),
];

// On transfer the separation goes on, and what is due is due where the person is.
const moving = [
	...person('p'), order('p', {}, { save: 's' }), { as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'separation-health-visit', facility_id: '$A' } },
	{ as: 'security', act: 'transfer.offer', second: 'governor', save: 'transfer', input: { person: '$p', to_facility: '$B', why: 'Nearer', authority: 'Decision 1', distance_km: 10 } },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Unit 2' } },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true }, mayBreach: true },
	{ as: 'governorB', get: 'separation/$s', has: { state: 'running' } },
	...['separation-health-visit', 'separation-review', 'separation-ends', 'solitary-day-13'].map((clock) => ({ as: 'governorB', get: 'deadline?subject_id=$p',
		first: { clock, outcome: 'open', facility_id: '$B' } })),
	{ as: 'governorB', get: 'deadline?subject_id=$p', none: { outcome: 'open', facility_id: '$A' } },
];

const discipline = [
	...charged('p'), running('p', 'charge-hearing'), running('p', 'charge-notice'),
	{ as: 'governor', act: 'charge.schedule', input: { charge: '$g', hearing_at: moment(HOUR) }, expect: refused(409, undefined, '/charge') },
	...told(), stopped('p', 'charge-notice'),
	{ as: 'governor', act: 'charge.adjourn', input: { charge: '$g' }, reason: 'For a witness' },
	{ as: 'governor', act: 'charge.schedule', input: { charge: '$g', hearing_at: moment(HOUR) } },
	hear(), stopped('p', 'charge-hearing'), impose(), running('p', 'sanction-ends'),
	order('p', { kind: 'discipline', ground: 'sanction' }, { save: 's' }),
	{ as: 'caseworker', act: 'charge.appeal', input: { charge: '$g', appeal_grounds: 'My witness was not heard' } }, running('p', 'charge-appeal'),
	{ as: 'governor', act: 'charge.decide_appeal', input: { charge: '$g', result: 'upheld', appeal_reasons: 'x' }, expect: DENIED },
	{ as: 'hq', act: 'charge.decide_appeal', input: { charge: '$g', result: 'quashed', appeal_reasons: 'The witness was not heard' } },
	{ as: 'governor', get: 'charge/$g', has: { state: 'quashed', appeal: 'quashed' } },
	{ as: 'governor', get: 'sanction/$x', has: { state: 'quashed' } },
	{ as: 'governor', get: 'separation/$s', has: { state: 'ended' } },
	stopped('p', 'sanction-ends'), stopped('p', 'charge-appeal'), stopped('p', 'separation-ends'),
	// Suspended, and brought into effect by another proved charge only.
	...proved('q'), impose({ days: 2, suspended_until: day(60) }, { save: 'late' }), lay('q', {}), ...told(), hear(),
	{ as: 'governor', act: 'sanction.activate', input: { sanction: '$late', charge: '$g' }, reason: 'A new assault' },
	{ as: 'governor', get: 'sanction/$late', has: { state: 'running' } },
	impose({ days: 1, after: '$late' }),
	{ as: 'wing', act: 'sanction.end', input: { sanction: '$late', state: 'served' } },
	{ as: 'wing', act: 'charge.hear', input: {}, expect: { status: undefined } },
];

// What is prohibited cannot be put into the catalogue, and cannot be imposed by anybody; it can be recorded when it happened.
const prohibited = [
	...proved('p'),
	...['corporal', 'diet', 'dark_cell', 'collective', 'restraint', 'family_contact'].map((measure) => ({ as: 'hq', act: 'disciplinary_sanction.add',
		input: { code: `bad-${measure}`, name: 'x', law: 'x', measure, maximum_days: 1, valid_from: '2020-01-01' }, expect: refused(422, undefined, '/measure') })),
	{ name: 'nobody may impose them', run: async (world, v) => {
		for (const as of ['hq', 'governor', 'committee', 'doctor']) {
			for (const measure of ['corporal', 'diet', 'dark_cell', 'collective', 'restraint', 'family_contact']) {
				const answer = await world.act(as, 'sanction.impose', { charge: v.g, measure, days: 0, reasons: 'x', review_info: true });
				ensure(answer.status === 422 && answer.body.errors.some((one) => /^NMR-43/.test(one.citation)), `${as}, ${measure}: ${answer.text}`);
			}
		}
	} },
	impose({ kind: undefined, measure: 'restraint', days: 0 }, { fact: true, breaches: ['NMR-43.2'] }),
	{ as: 'governor', get: 'breach?subject_id=$p', first: { rule: 'NMR-43.2', state: 'open' } },
];

const receive = (p, input = {}, more = {}) => ({ as: 'wing', act: 'complaint.receive', save: 'k', input: { person: `$${p}`, kind: 'complaint', channel: 'spoken', subject: 'staff',
	addressee: 'director', words: 'He pushed me on the stairs', ...input }, ...more });
const answer = (input = {}, more = {}) => ({ as: 'caseworker', act: 'complaint.answer', input: { complaint: '$k', result: 'rejected', answer: 'The camera shows it otherwise',
	onward: true, ...input }, ...more });
const refer = { as: 'governor', act: 'complaint.refer', input: { complaint: '$k', authority: 'Prosecutor general', authority_number: '44/26' } };

const complaints = [
	...person('p'), receive('p'), running('p', 'complaint-receipt'), running('p', 'complaint-answer'), stopped('p', 'torture-referred'),
	{ as: 'wing', get: 'complaint/$k', expect: DENIED }, { as: 'security', get: 'complaint?person=$p', expect: DENIED },
	{ as: 'governor', act: 'complaint.acknowledge', input: { complaint: '$k' } }, stopped('p', 'complaint-receipt'),
	answer(), stopped('p', 'complaint-answer'),
	{ as: 'caseworker', act: 'complaint.appeal', input: { complaint: '$k', appeal_words: 'Ask the others' } }, running('p', 'complaint-appeal'),
	{ as: 'hq', act: 'complaint.decide_appeal', input: { complaint: '$k', result: 'changed', reasons: 'They were asked' } }, stopped('p', 'complaint-appeal'),
	// To the inspectors, unopened: only when it came and when it went.
	receive('p', { channel: 'sealed', addressee: 'inspector', words: undefined }), running('p', 'complaint-sent'),
	{ as: 'caseworker', act: 'complaint.send_on', input: { complaint: '$k' } }, stopped('p', 'complaint-sent'),
	// By somebody else for the person.
	receive('p', { channel: 'family', brought_by: 'Mother', subject: 'health', urgent: true }), running('p', 'complaint-urgent'),
];

// Whoever is named does not learn of it in any way, and what the named one may not know headquarters watches.
const CLOSED_ACTS = { acknowledge: {}, send_on: {}, refer: { authority: 'x', authority_number: '1' }, answer: { result: 'upheld', answer: 'x', onward: true }, appeal: { appeal_words: 'x' } };
const tells = (answer, v, way) => answer.text.includes(v.k) || answer.text.includes('third landing') || (way.includes(v.p) && answer.text.includes('complaint-'));
const named = [
	...person('p'), receive('p', { named_staff: 'Governor other', words: 'He pushed me on the third landing' }), { as: 'hq', get: 'complaint/$k', has: { subject: 'staff' } },
	{ name: 'the named governor sees nothing of it, others do', run: async (world, v) => {
		const now = moment(1);
		const ways = [`complaint?person=${v.p}`, 'complaint', `complaint/${v.k}`, `complaint/${v.k}/history`, `complaint/${v.k}?as_of=${now}`, `file/${v.p}`, `file/${v.p}?as_of=${now}`,
			`deadline?subject_id=${v.p}`, 'deadline?outcome=open', `breach?subject_id=${v.p}`];
		await world.get('hq', `complaint/${v.k}`);
		for (const way of ways) {
			const answer = await world.get('governor', way);
			ensure(!tells(answer, v, way), `${way}: ${answer.text.slice(0, 300)}`);
		}
		for (const way of ways.filter((one) => !/breach|^complaint$|outcome/.test(one))) {
			const answer = await world.get('hq', way);
			ensure(tells(answer, v, way), `headquarters, ${way}: ${answer.text.slice(0, 300)}`);
		}
	} },
	{ name: 'nor on any page', run: async (world, v) => {
		const visitor = new Visitor(world);
		const other = new Visitor(world);
		await visitor.signIn('governor');
		await other.signIn('hq');
		const pages = ['/', '/work', '/breaches', '/proposals', '/complaints', `/complaint/${v.k}`, `/records/complaint/${v.k}/history`, '/records/complaint', ...['', '/rights', '/timeline', '/file', '/readers', '/documents'].map((tab) => `/people/${v.p}${tab}`)];
		for (const path of pages) {
			const page = await visitor.get(path);
			ensure(path.includes(v.k) ? page.status === 404 : page.status === 200 && !page.text.includes(v.k), `${path}: ${page.status} ${page.text.replace(/<[^>]*>|\s+/g, " ").slice(0, 700)}`);
			ensure(!page.text.includes('third landing'), path);
		}
		ensure((await other.get(`/people/${v.p}/rights`)).text.includes(v.k) && (await other.get(`/complaint/${v.k}`)).text.includes('third landing'), 'headquarters');
	} },
	{ name: 'nor can be done anything to it', run: async (world, v) => {
		for (const [verb, input] of Object.entries(CLOSED_ACTS)) {
			const answer = await world.act('governor', `complaint.${verb}`, { complaint: v.k, ...input });
			ensure(answer.status === 404, `${verb}: ${answer.text}`);
		}
	} },
	{ as: 'hq', get: 'deadline?subject_id=$p', first: { clock: 'complaint-named', outcome: 'open' } },
	answer(), { as: 'hq', get: 'deadline?subject_id=$p', none: { clock: 'complaint-named', outcome: 'open' } },
	receive('p'), running('p', 'complaint-answer'), stopped('p', 'complaint-named'), { as: 'governor', get: 'complaint/$k', has: { subject: 'staff' } },
];

// Torture goes outside at once and is not closed inside, whoever answers and however.
const torture = [
	...person('p'), receive('p', { subject: 'ill_treatment' }), running('p', 'torture-referred'),
	{ name: 'nobody closes it inside', run: async (world, v) => {
		for (const as of ['caseworker', 'governor', 'hq', 'doctor']) {
			for (const result of ['upheld', 'partly', 'rejected']) {
				const told = await world.act(as, 'complaint.answer', { complaint: v.k, result, answer: 'x', onward: true });
				ensure(told.status === 422 && told.body.errors.some((one) => one.citation === 'NMR-57.3'), `${as}: ${told.text}`);
			}
		}
	} },
	{ as: 'inspector', get: 'deadline?subject_id=$p', first: { clock: 'torture-referred', outcome: 'open' } },
	refer, stopped('p', 'torture-referred'), answer({ result: 'upheld' }),
];

const force = [
	...person('p'), use('p'), ...['force-health-told', 'force-director-told', 'restraint-check', 'restraint-longest'].map((clock) => running('p', clock)),
	of('health', 'check', {}, { reason: 'Still beats his head' }), of('wing', 'tell', { told_whom: 'health' }), stopped('p', 'force-health-told'),
	of('wing', 'end', { injuries: 'A bruise on the forehead' }), stopped('p', 'restraint-check'), stopped('p', 'restraint-longest'), running('p', 'force-statements'),
	of('wing', 'statement', { words: 'I held the left arm' }), of('reception', 'statement', { words: 'x' }, { expect: refused(409, undefined, '/use_of_force') }),
	of('governor', 'close', {}, { reason: 'x', expect: refused(409, 'NMR-82.1b', '/use_of_force') }),
	of('security', 'statement', { words: 'I put the cuffs on' }), of('security', 'tell', { told_whom: 'director' }),
	of('governor', 'close', {}, { reason: 'All statements read' }), stopped('p', 'force-statements'),
	{ as: 'governor', get: 'use_of_force/$f', has: { state: 'closed' } },
	{ name: 'no role uses what is prohibited', run: async (world, v) => {
		for (const as of ['wing', 'security', 'governor', 'doctor']) {
			for (const [instrument, ground, rule] of [['chains', 'injury', 'NMR-47.1'], ['electric', 'escape', 'NMR-47.1'], ['handcuffs', 'discipline', 'NMR-43.2']]) {
				const answer = await world.act(as, 'force.use', { person: v.p, ground, instrument, facts: 'x', alternatives: 'x', ordered_by: 'director', officers: 'wing', resistance: 'active' });
				ensure(answer.status === 422 && answer.body.errors.some((one) => one.citation === rule), `${as}: ${answer.text}`);
			}
		}
	} },
];

const pat = { kind: 'pat_down', room: undefined, witness: undefined, alternatives: undefined, legal_ground: undefined, why: undefined };
const publish = (input = {}, more = {}) => ({ as: 'governor', act: 'privilege_scheme.publish', save: 'scheme', input: { facility: '$A', version_name: 'Of this year', law: 'Rules 40',
	published_on: day(-1), gives: 'sport more_calls', how: 'By work and school; lost only by what was proved', ...input }, ...more });
const level = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'privilege_level.set', save: 'level', input: { person: `$${p}`, level: 'standard', reasons: 'Came to work each day', ...input }, ...more });
const look = (p, input = {}, more = {}) => ({ as: 'security', act: 'person_search.record', save: 'look', input: { person: `$${p}`, kind: 'strip', cause: 'suspicion', result: 'nothing',
	searchers: 'security wing', searcher_sex: 'M', trained: true, authority: 'duty', legal_ground: 'Law 9, article 4', why: 'Was seen to hide something in his shoe',
	alternatives: 'The wand shows nothing in a shoe', room: 'Search room', private: true, witness: 'Nobody', ...input }, ...more });
const cavity = { kind: 'cavity', health_staff: 'independent', authority: 'director' };

// Found or not, made or refused: all stand in the register, and nobody outside the guard writes there.
const searches = [
	...person('p'), look('p'), look('p', { ...pat, result: 'found', items: 'SIM card, bag 14' }), look('p', { ...pat, kind: 'detector', result: 'refused' }),
	{ as: 'governor', get: 'person_search?person=$p', count: 3 },
	look('p', {}, { as: 'caseworker', expect: DENIED }), look('p', { searched_at: moment(60) }, { expect: refused(422, undefined, '/searched_at') }),
	...person('q'), look('q', { private: false }, { fact: true, breaches: ['NMR-52.1b'] }), { as: 'governor', get: 'breach?subject_id=$q', first: { rule: 'NMR-52.1b', state: 'open' } },
	{ name: 'no role is let through', run: async (world, v) => {
		for (const as of ['wing', 'security', 'governor', 'doctor', 'reception']) {
			const bare = { ...look('q', { ...cavity, health_staff: 'other', trained: false, searcher_sex: 'both', legal_ground: '' }).input, person: v.q };
			const answer = await world.act(as, 'person_search.record', bare);
			ensure(answer.status === 422 && ['NMR-50', 'NMR-52.1b', 'NMR-52.2'].every((rule) => answer.body.errors.some((one) => one.citation === rule)), `${as}: ${answer.text}`);
		}
	} },
	{ name: 'the page of the day, the tab of the person, and no small number', run: async (world, v) => {
		const visitor = new Visitor(world);
		await visitor.signIn('security');
		const board = await visitor.get('/searches');
		for (const words of ['SIM card, bag 14', 'Clothes taken off', 'Refused by the person', 'fewer than 5']) {
			ensure(board.text.includes(words), `the page lacks "${words}": ${board.status}`);
		}
		ensure(!(await visitor.get('/searches?day=2001-01-01')).text.includes('SIM card'), 'another day');
		ensure((await visitor.get(`/people/${v.p}/rights`)).text.includes('SIM card, bag 14'), 'the tab of the person');
	} },
];

export const SCENARIOS = { 'out of custody, out of separation': leaving, 'separation goes along on transfer': moving, 'force and restraint': force, 'searches of the person': searches, 'complaints and requests': complaints, 'a complaint is closed to whom it names': named, 'torture goes outside': torture, 'discipline from charge to appeal': discipline, 'prohibited sanctions': prohibited, 'separation from order to end': story, 'medical isolation': isolation, 'health instructions': flags, 'solitary through a transfer': facts };

export const RULES = {
	'NMR-50': [...person('p'), ...['legal_ground', 'why'].map((name) => look('p', { [name]: undefined }, { expect: refused(422, 'NMR-50', `/${name}`) })),
		look('p', { authority: 'nobody' }, { expect: refused(422, 'NMR-50', '/authority') }), look('p', { ...pat, cause: 'routine' }, { expect: refused(422, 'NMR-50', '/legal_ground') }), look('p'), look('p', pat)],
	'NMR-51.a': [...person('p'), look('p', pat), receive('p'), look('p', pat, { expect: { status: 422, citation: 'NMR-51.a', code: 'E4002' } }),
		look('p', pat, { warnings: { 'NMR-51.a': 'The alarm of the gate rang' } })],
	'NMR-51.b': [...person('p'), ...['room', 'witness'].map((name) => look('p', { [name]: undefined }, { expect: refused(422, 'NMR-51.b', `/${name}`) })),
		look('p', { ...pat, result: 'found' }, { expect: refused(422, 'NMR-51.b', '/items') }), look('p', { result: 'found', items: 'A blade, bag 15' })],
	'NMR-52.1a': [...person('p'), look('p', { alternatives: undefined }, { expect: refused(422, 'NMR-52.1a', '/alternatives') }), look('p')],
	'NMR-52.2': [...person('p'), look('p', { ...cavity, health_staff: 'treating' }, { expect: refused(422, 'NMR-52.2', '/health_staff') }),
		look('p', { ...cavity, authority: 'duty' }, { expect: refused(422, 'NMR-52.2', '/authority') }), look('p', cavity)],
	'BKK-19': [...person('p', { person: { sex: 'F' } }), look('p', pat, { expect: refused(422, 'BKK-19', '/searcher_sex') }),
		look('p', { ...pat, searcher_sex: 'F', trained: false }, { expect: refused(422, 'BKK-19', '/trained') }), look('p', { ...pat, searcher_sex: 'F' })],
	'BKK-20': [...person('p'), look('p', { scanner_works: true }, { expect: { status: 422, citation: 'BKK-20', code: 'E4002' } }), look('p', { scanner_works: false })],
	'BKK-21': [...person('p', { person: { birth_date: day(-16 * 365) } }), look('p', { carer: true }, { expect: refused(422, 'BKK-21', '/kind') }),
		look('p', pat, { expect: refused(422, 'BKK-21', '/carer') }), look('p', { ...pat, carer: true })],
	'NMR-36': [...person('p'), ...['facts', 'alternatives', 'ends_at'].map((name) => order('p', { [name]: undefined }, { expect: refused(422, 'NMR-36', `/${name}`) })), order('p')],
	'NMR-38.2': [...person('p'), stopped('p', 'separation-mitigation'), order('p', {}, { save: 's' }), running('p', 'separation-mitigation'),
		{ as: 'caseworker', act: 'separation.mitigate', input: { separation: '$s' }, expect: refused(422, undefined, '/mitigation') },
		{ as: 'caseworker', act: 'separation.mitigate', input: { separation: '$s', mitigation: 'A call each evening, the teacher on Tuesday' } }, stopped('p', 'separation-mitigation')],
	'NMR-38.2.release': [...sentenced('p', 0), order('p', { starts_at: moment(-5 * DAY), ends_at: moment(2 * DAY) }, { fact: true, save: 's' }), ...prepared('p'),
		gate('p', { expect: { status: 422, citation: 'NMR-38.2.release', code: 'E4002' } }),
		{ as: 'caseworker', act: 'separation.mitigate', input: { separation: '$s', step_down: 'Meals with others from today' } }, gate('p', { mayBreach: true })],
	'NMR-41.5': [...person('p'), ...law(), lay('p', { incident: 'CRIME-1' }), ...told(), hear(), { name: 'the proved charge', run: (_, v) => { v.first = v.g; } },
		lay('p', { incident: 'CRIME-1' }, { save: 'other' }), { as: 'governor', act: 'charge.review', input: { charge: '$other', result: 'ready' }, reason: 'Complete' },
		{ as: 'governor', act: 'charge.refer', input: { charge: '$other', result: 'police' }, reason: 'A knife was used' },
		impose({ charge: '$first' }, { expect: refused(422, 'NMR-41.5', '/charge') }), ...proved('q'), impose()],
	'NMR-48.1b': [...person('p'), use('p', { instrument: 'baton' }, { expect: { status: 422, citation: 'NMR-48.1b', code: 'E4002' } }),
		use('p', { instrument: 'baton' }, { warnings: { 'NMR-48.1b': 'He had a bottle in his hand' } }), use('p'), use('p', { instrument: 'baton', resistance: 'attack' })],
	'NMR-56.1': [{ as: 'governor', act: 'place.add', save: 'unit', input: { facility: '$A', code: 'ROUND', kind: 'wing' } },
		{ name: 'no clock of this unit', as: 'governor', get: 'deadline?clock=complaint-round', none: { about_id: '$unit', outcome: 'open' } },
		{ as: 'wing', act: 'complaint_round.record', input: { place: '$unit', channel: 'box', taken: 3 } },
		{ as: 'governor', get: 'deadline?clock=complaint-round', first: { about_id: '$unit', outcome: 'open' } }],
	'NMR-95': [...person('p'), { as: 'governorB', act: 'privilege_level.set', input: { person: '$p', level: 'standard', reasons: 'x' }, expect: DENIED },
		publish(), level('p', { reasons: undefined }, { expect: refused(422, 'NMR-95', '/reasons') }), level('p')],
	'NMR-95.basic': [...['food', 'open_air', 'health', 'contact', 'lawyer'].map((right) => publish({ gives: `sport ${right}` }, { expect: refused(422, 'NMR-95.basic', '/gives') })), publish()],
	'NMR-95.review': [...person('p'), publish(), stopped('p', 'privilege-review'), level('p'), running('p', 'privilege-review')],
	'HAV-67': [...person('p', { person: { birth_date: day(-16 * 365) } }), ...law(), lay('p'), ...told(), hear(), impose({}, { expect: refused(422, 'HAV-67', '/measure') }),
		impose({ kind: '$caution', measure: 'caution', days: 0 }), ...proved('q'), impose()],
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
	'NMR-37.a': [...person('p'), ...law(), lay('p', { offence: undefined }, { expect: refused(422, 'NMR-37.a', '/offence') }), lay('p'),
		...law({ valid_from: day(-1) }), lay('p', {}, { expect: refused(422, 'NMR-37.a', '/offence') })],
	'NMR-37.b': [...proved('p'), impose({ days: 11 }, { expect: refused(422, 'NMR-37.b', '/days') }), impose({ kind: '$caution' }, { expect: refused(422, 'NMR-37.b', '/kind') }),
		{ as: 'hq', act: 'disciplinary_sanction.add', input: { code: 'long', name: 'x', law: 'x', measure: 'separation', maximum_days: 20, valid_from: '2020-01-01' },
			expect: refused(422, 'NMR-37.b', '/maximum_days') }, impose({ days: 10 })],
	'NMR-37.c': [...person('p'), ...law(), lay('p', {}, { as: 'governor' }), ...told(), hear({}, { expect: refused(422, 'NMR-37.c', '/charge') }), hear({}, { as: 'committee' }),
		impose({}, { expect: refused(422, 'NMR-37.c', '/charge') }), impose({}, { as: 'committee' })],
	'NMR-38.1': [...person('p'), ...law(), lay('p', { mediation: undefined }, { expect: { status: 422, citation: 'NMR-38.1', code: 'E4002' } }), lay('p')],
	'NMR-39.1a': [...charged('p'), impose({}, { expect: refused(422, 'NMR-39.1a', '/charge') }), order('p', { kind: 'discipline' }, { expect: refused(422, 'NMR-39.1a', '/kind') }),
		...told(), hear(), impose(), order('p', { kind: 'discipline' })],
	'NMR-39.1b': [...proved('p'), impose(), impose({ kind: '$caution', measure: 'caution', days: 0 }, { expect: refused(422, 'NMR-39.1b', '/charge') }),
		impose({ kind: '$caution', measure: 'caution', days: 0 }, { fact: true, breaches: ['NMR-39.1b'] })],
	'NMR-39.2': [...law(), ...['a', 'b', 'c', 'd', 'e'].flatMap((p) => [...person(p), lay(p), ...told(), hear(), impose({ days: 2 })]),
		...person('p'), lay('p'), ...told(), hear(), impose({ days: 8 }, { expect: { status: 422, citation: 'NMR-39.2', code: 'E4002' } }), impose({ days: 3 })],
	'NMR-39.3a': [...charged('p'), ...told(), hear({ mental: undefined }, { expect: refused(422, 'NMR-39.3a', '/mental') }),
		hear({ mental: 'part' }, { expect: refused(422, 'NMR-39.3a', '/mental_source') }), hear({ mental: 'part', mental_source: 'Psychiatrist of the district' })],
	'NMR-39.3b': [...charged('p'), ...told(), hear({ mental: 'direct', mental_source: 'Psychiatrist' }), impose({}, { expect: refused(422, 'NMR-39.3b', '/charge') }),
		...proved('q'), impose()],
	'NMR-41.1': [...person('p'), ...law(), stopped('p', 'charge-hearing'), lay('p'), running('p', 'charge-hearing')],
	'NMR-41.2': [...charged('p'), ...told({ notice_at: moment(-HOUR) }), hear({}, { expect: refused(422, 'NMR-41.2', '/charge') }), ...charged('q'),
		...told({ notice_at: moment(-HOUR), time_waived: true }), hear()],
	'NMR-41.3a': [...charged('p'), ...told({ help: 'not_offered' }), hear({}, { expect: refused(422, 'NMR-41.3a', '/charge') }), ...charged('q'), ...told({ help: 'wanted' }), hear()],
	'NMR-41.3b': [...charged('p'), ...told(), hear({ language: 'uz' }, { expect: refused(422, 'NMR-41.3b', '/interpreter') }), hear({ language: 'uz', interpreter: 'Sworn interpreter 4' })],
	'NMR-41.4': [...proved('p'), impose({ review_info: undefined }, { expect: refused(422, 'NMR-41.4', '/review_info') }), impose()],
	'NMR-43.1d': [...proved('p'), ...['corporal', 'diet'].map((measure) => impose({ measure }, { expect: refused(422, 'NMR-43.1d', '/measure') })), impose()],
	'NMR-43.1e': [...proved('p'), impose({ measure: 'collective' }, { expect: refused(422, 'NMR-43.1e', '/measure') }), impose()],
	'NMR-43.2': [...proved('p'), impose({ measure: 'restraint' }, { expect: refused(422, 'NMR-43.2', '/measure') }), impose()],
	'BKK-23': [...person('p', { person: { sex: 'F' } }), ...law(),
		{ as: 'hq', act: 'disciplinary_sanction.add', save: 'visits', input: { code: 'vis', name: 'Visits', law: 'x', measure: 'visits', maximum_days: 9, valid_from: '2020-01-01' } },
		lay('p'), ...told(), hear(), impose({ kind: '$visits', measure: 'visits' }, { expect: refused(422, 'BKK-23', '/measure') }), impose({ kind: '$caution', measure: 'caution', days: 0 })],
	'NMR-56.3': [...person('p'), receive('p', { channel: 'sealed', addressee: 'court' }, { expect: refused(422, 'NMR-56.3', '/words') }),
		receive('p', { channel: 'sealed', addressee: 'court' }, { fact: true, breaches: ['NMR-56.3'] }), receive('p', { channel: 'sealed', addressee: 'court', words: undefined })],
	'NMR-57.1a': [...person('p'), stopped('p', 'complaint-answer'), receive('p'), running('p', 'complaint-answer'), running('p', 'complaint-receipt')],
	'NMR-57.1b': [...person('p'), receive('p'), answer({ answer: undefined }, { expect: refused(422, 'NMR-57.1b', '/answer') }),
		answer({ onward: undefined }, { expect: refused(422, 'NMR-57.1b', '/onward') }), answer()],
	'NMR-57.2a': [...person('p'), receive('p', { named_staff: 'caseworker wing' }, { expect: refused(422, 'NMR-57.2a', '/named_staff') }), receive('p', { named_staff: 'caseworker wing' }, { as: 'religious' }),
		answer({}, { expect: { status: 404 } }), receive('p', { named_staff: 'wing' }, { fact: true, breaches: ['NMR-57.2a'] }), answer({}, { as: 'governor' })],
	'NMR-57.2b': [...person('p'), receive('p', { named_staff: 'governor' }), order('p', {}, { expect: { status: 422, citation: 'NMR-57.2b', code: 'E4002' } }),
		order('p', {}, { as: 'hq' }), order('p', {}, { warnings: { 'NMR-57.2b': 'Ordered after the review of another office' } })],
	'NMR-57.3': [...person('p'), receive('p', { subject: 'ill_treatment' }), answer({}, { expect: refused(422, 'NMR-57.3', '/complaint') }), refer, answer()],
	'NMR-47.1': [...person('p'), use('p', { instrument: 'chains' }, { expect: refused(422, 'NMR-47.1', '/instrument') }),
		use('p', { instrument: 'chains' }, { fact: true, breaches: ['NMR-47.1'] }), use('p')],
	'NMR-47.2a': [...person('p'), use('p', { in_court: true }, { expect: refused(422, 'NMR-47.2a', '/in_court') }), use('p', { in_court: true, ordered_by: 'court' })],
	'NMR-47.2b': [...person('p'), use('p', { ordered_by: 'other' }, { expect: refused(422, 'NMR-47.2b', '/ordered_by') }), use('p', { ordered_by: 'none', ground: 'self_defence' })],
	'NMR-48.1a': [...person('p'), use('p', { alternatives: undefined }, { expect: refused(422, 'NMR-48.1a', '/alternatives') }), use('p')],
	'NMR-48.1c': [...person('p'), use('p', { instrument: 'hands' }), stopped('p', 'restraint-check'), use('p'), running('p', 'restraint-check'), running('p', 'restraint-longest')],
	'NMR-48.2': [...person('p', { person: { sex: 'F' } }), flag('p', 'labour', { save: 'h' }), use('p', {}, { expect: refused(422, 'NMR-48.2', '/instrument') }),
		{ as: 'health', act: 'health_flag.end', input: { health_flag: '$h' }, reason: 'Three days after the birth, by the midwife' }, use('p')],
	'BKK-24': [...person('p', { person: { sex: 'F' } }), flag('p', 'labour'), use('p', { instrument: 'belt', ground: 'transfer' }, { expect: refused(422, 'BKK-24', '/instrument') }),
		use('p', { instrument: 'hands' })],
	'NMR-82.1a': [...person('p'), use('p', { ground: 'other' }, { expect: refused(422, 'NMR-82.1a', '/ground') }), use('p', { ground: 'escape' })],
	'NMR-82.1b': [...person('p'), stopped('p', 'force-director-told'), use('p'), running('p', 'force-director-told'), of('wing', 'end', { injuries: 'None' }), running('p', 'force-statements')],
};

// What the pages of the area need to have something on them (test/browser): p and q are apart, of whom nobody has written for days.
export const PRISON = [
	...person('rp', { person: { surname: 'Каримов', given: 'Рустам', script: 'Cyrl' } }), order('rp', { starts_at: moment(-4 * DAY), ends_at: moment(5 * DAY) }, { save: 'rs' }),
	...person('rq'), isolate('rq', { starts_at: moment(-DAY) }),
	{ as: 'health', act: 'separation.visit', input: { separation: '$rs', in_person: true, advice: 'change', advice_words: 'A shared yard hour' } },
	{ as: 'wing', act: 'separation.log', input: { separation: '$rs', kind: 'visit', minutes: 60, started_at: moment(-2 * DAY), with_whom: 'Sister' } },
	review('rs'), flag('rp', 'medicine'),
	...law(), ...person('rc'), lay('rc'), ...told(), hear(), impose({ suspended_until: day(60) }), { name: 'charge', run: (_, v) => { v.rg = v.g; } },
	receive('rp', { subject: 'ill_treatment' }), receive('rc'), answer(), receive('rc'), { name: 'complaint', run: (_, v) => { v.rk = v.k; } },
	use('rp'), look('rp', pat, { warnings: { 'NMR-51.a': 'The alarm of the gate rang' } }), { name: 'force', run: (_, v) => { v.rf = v.f; } }, of('wing', 'statement', { words: 'I held the left arm' }), use('rc', { ground: 'escape' }), of('wing', 'end', { injuries: 'None' }),
	...person('rd'), lay('rd'), lay('rp'), { as: 'governor', act: 'charge.review', input: { charge: '$g', result: 'ready' }, reason: 'Complete' },
];
