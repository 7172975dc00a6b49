// needs.mjs - needs, adjustments, reports, people without charge, distance from home, the settled return: stories, and every rule once biting and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit, cell, gate, place, prepared, safety, sentenced } from '../common.mjs';
import { shown } from '../evidence.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';

const person = (p, more = {}) => admit(p, { order: SENTENCED, ...more });
const WITHOUT_CHARGE = { order_kind: 'administrative', order_status: 'administrative', next_hearing: undefined };
const look = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'needs_assessment.record', input: { person: `$${p}`, needs: 'Wants to call the mother; sleeps badly', ...input }, ...more });
const ask = (p, more = {}) => ({ as: 'wing', act: 'accommodation.ask', save: 'adj', input: { person: `$${p}`, need: 'Walks with a crutch' }, ...more });
const grant = (input = {}, more = {}) => ({ as: 'governor', act: 'accommodation.decide', input: { accommodation: '$adj', decision: 'granted', access: 'step_free', answer: 'From today', ...input }, ...more });
const report = (p, kind, more = {}) => ({ as: kind === 'fitness' ? 'health' : 'caseworker', act: 'admission_report.write', input: { person: `$${p}`, kind, words: 'As the person tells it' }, ...more });
const basis = (p, more = {}) => [{ as: 'reception', get: `legal_order?person=$${p}`, first: { state: 'in_force' }, save: 'order' },
	{ as: 'governor', act: 'legal_basis_check.record', input: { person: `$${p}`, legal_order: '$order', court_told: true }, ...more }];
const far = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'home_distance.record', input: { person: `$${p}`, distance_km: 400, ...input }, ...more });
const wish = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'transfer_home.ask', save: 'wish', input: { person: `$${p}`, country: 'Uzbekistan', consent: true, ...input }, ...more });
const answer = (input = {}, more = {}) => ({ as: 'hq', act: 'transfer_home.decide', input: { transfer_home: '$wish', decision: 'granted', ...input }, reason: 'The other state has agreed', ...more });
const way = (p) => ({ as: 'caseworker', act: 'release_plan.open', save: 'way', input: { person: `$${p}`, release_on: day(100) } });
const settle = (input = {}, more = {}) => ({ as: 'caseworker', act: 'release_plan.supervise', input: { release_plan: '$way', supervisor: 'Probation office of Example', supervisor_kind: 'probation',
	gradual: 'Work outside from June, leave at weekends', ...input }, ...more });
const worker = (p, kind) => ({ as: 'governor', act: 'case_assignment.assign', input: { person: `$${p}`, kind, worker: 'caseworker', why: 'New' } });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });

let programmes = 0;
const programme = (save, kind) => { programmes += 1; return { as: 'hq', act: 'intervention.add', save, input: { name: `Programme N${programmes}`, kind, aims: 'A', areas: 'thinking', sessions: 3, minutes: 60,
	group_size: 8, manual_version: '1', for_whom: 'both', womens_track: false, untried: true, in_use: true } }; };
const refer = (p, g, more = {}) => ({ as: 'caseworker', act: 'enrolment.refer', input: { person: `$${p}`, programme: `$${g}`, why: 'Asks for it', goals: 'Own' }, ...more });

const LEFT = ['needs-looked-at', 'social-worker', 'gradual-return', 'adjustment-decided', 'transfer-home', 'admission-reports'];
const leaving = [
	...sentenced('p', 0, { length: 'P245D', days: 245, person: { mobility_need: 'A crutch' } }), way('p'), wish('p'), ...LEFT.map((clock) => running('p', clock)),
	...prepared('p'), gate('p'), ...LEFT.map((clock) => ({ ...stopped('p', clock), as: 'hq' })),
];
const reports = [
	...person('p'), report('p', 'fitness', { as: 'caseworker', expect: refused(409, undefined, '/kind') }), report('p', 'social', { as: 'health', expect: refused(409, undefined, '/kind') }),
	report('p', 'social', { as: 'wing', expect: DENIED }), report('p', 'social'), { as: 'security', get: 'admission_report?person=$p', expect: DENIED },
];

// NMR-88.1, NMR-90: talks with an agency show the first, a referral the second; a talk with the family shows neither.
const talk = (kind) => ({ as: 'caseworker', act: 'case_contact.add', input: { person: '$p', kind, happened_at: moment(-5), planned: true, minutes: 20, note: 'About the return' } });
const evidence = [
	...person('p'), ...shown([talk('family')], { 'NMR-88.1': 0, 'NMR-90': 0 }), ...shown([talk('agency')], { 'NMR-88.1': 1, 'NMR-90': 0 }),
	...shown([{ as: 'caseworker', act: 'aftercare_referral.add', input: { person: '$p', facility: '$A', agency: 'House of return', help_with: 'A room and papers', referred_on: day() } }], { 'NMR-88.1': 0, 'NMR-90': 1 }),
];

export const SCENARIOS = { 'needs: what shows agencies and aftercare': evidence, 'needs: whoever leaves is owed nothing here any more': leaving, 'needs: who writes which report': reports };

const born = (p) => ({ as: 'reception', act: 'child.add', input: { person: `$${p}`, name: 'Child', living_at: 'Grandmother', birth_date: '2019', carer: 'Grandmother', custody_status: 'Shared' } });
const WOMAN = { person: { sex: 'F' } };

export const RULES = {
	'NMR-2.2': [...person('p'), running('p', 'needs-looked-at'), look('p'), stopped('p', 'needs-looked-at')],
	'NMR-2.2.plan': [...person('p'), look('p', { vulnerable_by: 'distress literacy' }, { expect: warned('NMR-2.2.plan') }), look('p', { vulnerable_by: 'distress literacy', measures: 'A call today; school from Monday' }), look('p')],
	'NMR-5.2': [...person('p'), stopped('p', 'adjustment-decided'), ask('p'), running('p', 'adjustment-decided'), grant(), stopped('p', 'adjustment-decided'),
		...person('q', { person: { sensory_need: 'sight' } }), running('q', 'adjustment-decided')],
	'NMR-5.2.cell': [...person('p'), safety('p'), ...cell('stairs'), ...cell('flat', { access: 'rails step_free' }), ask('p'), grant(), place('p', 'stairs', { expect: warned('NMR-5.2.cell') }), place('p', 'flat')],
	'NMR-87': [...person('p'), stopped('p', 'gradual-return'), way('p'), running('p', 'gradual-return'), settle(), stopped('p', 'gradual-return')],
	'NMR-87.police': [...person('p'), way('p'), settle({ supervisor_kind: 'police' }, { expect: warned('NMR-87.police') }), settle()],
	'NMR-88.2': [...person('p'), running('p', 'social-worker'), worker('p', 'mentor'), running('p', 'social-worker'), running('p', 'case-manager'), worker('p', 'social_worker'), stopped('p', 'social-worker')],
	'NMR-92.2': [...sentenced('p', 100, { length: 'P5M', days: 150 }), stopped('p', 'admission-reports'), ...sentenced('q', 200, { length: 'P7M', days: 212 }), running('q', 'admission-reports'),
		report('q', 'social'), report('q', 'education'), running('q', 'admission-reports'), report('q', 'fitness'), stopped('q', 'admission-reports')],
	'NMR-122': [...admit('p', { order: WITHOUT_CHARGE }), ...person('q'), programme('g', 'cognitive'), programme('h', 'education'), refer('p', 'g', { expect: refused(422, 'NMR-122', '/programme') }), refer('p', 'h'), refer('q', 'g')],
	'NMR-122.daily': [...admit('p', { order: WITHOUT_CHARGE }), ...admit('q'), stopped('q', 'legal-basis'), running('p', 'legal-basis'), ...basis('q', { expect: refused(409, undefined, '/person') }), ...basis('p'),
		{ as: 'governor', get: 'deadline?subject_id=$p', check: (body) => ensure(rows(body).filter((one) => one.clock === 'legal-basis').length === 2, 'the day does not begin anew') }],
	'BKK-26': [...person('p', WOMAN), ...person('q'), far('p', {}, { expect: warned('BKK-26') }), far('p', { measures: 'video' }), far('p', { distance_km: 150 }), far('q')],
	'BKK-53': [...person('p', WOMAN), wish('p', { consent: false }, { expect: refused(409, undefined, '/consent') }), stopped('p', 'transfer-home'), wish('p'), running('p', 'transfer-home'),
		answer({ decision: 'sent' }), running('p', 'transfer-home'), answer(), stopped('p', 'transfer-home')],
	'BKK-53.child': [...person('p', WOMAN), born('p'), wish('p'), answer({}, { expect: refused(422, 'BKK-53.child', '/children') }), answer({ children: 'The child goes along; its guardian agrees' }),
		...person('q', WOMAN), wish('q'), answer()],
};

export const PRISON = [
	...admit('na', { order: WITHOUT_CHARGE }), ...basis('na'), look('na', { vulnerable_by: 'foreign', measures: 'An interpreter on Mondays' }), ask('na'), far('na'), wish('na'),
];
