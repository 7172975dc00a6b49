// clinic.mjs - the medical file and who may not see it, consent, screening by heads, plans that protect: stories, and every rule once biting
// and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit } from '../common.mjs';
import { DENIED, refused, rows } from '../play.mjs';

const SHE = { sex: 'F' };
const GIRL = { sex: 'F', birth_date: day(-15 * 365) };
const person = (p, more = {}) => admit(p, { order: SENTENCED, person: more });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'health', get: `deadline?subject_id=$${p}&clock=${clock}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'health', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });

const by = (act, p, base) => (input = {}, more = {}) => ({ as: 'health', act, input: { person: `$${p}`, ...base, ...input }, ...more });
const note = (p) => by('medical_note.write', p, { kind: 'finding', words: 'Cough for two weeks' });
const treat = (p) => by('medical_treatment.record', p, { kind: 'treatment', what: 'Tablets for ten days', decision: 'agreed', able: true, clinician: 'Doctor of the clinic' });
const tell = (p) => by('medical_disclosure.make', p, { recipient: 'director', recipient_name: 'The director', ground: 'consent', words: 'Needs an escort to hospital today' });
const HEADS = { infection: 'answered', mental: 'answered', reproductive: 'declined', drugs: 'declined', abuse: 'answered' };
const screen = (p) => by('health_screening.record', p, { examiner: 'Night nurse', profession: 'nurse', told: true, ...HEADS });
const ask = (p) => by('medical_request.make', p, { kind: 'file', asked_by: 'person' });
const plan = (p, kind, measures) => by('protection_plan.make', p, { kind, measures, words: 'The nurse on duty, mornings and evenings', review_on: day(7) });
const answer = { as: 'health', act: 'medical_request.answer', input: { medical_request: '$q', result: 'copy' } };
const forward = { as: 'caseworker', act: 'medical_request.forward', input: { medical_request: '$q', authority: 'District court' } };
const complain = (p) => ({ as: 'wing', act: 'complaint.receive', input: { person: `$${p}`, kind: 'complaint', channel: 'paper', subject: 'ill_treatment', addressee: 'headquarters', words: 'Hit' } });

// What is in the file is for the health service: for everybody else it does not exist, in rows, lists, exports, deadlines and acts.
const OTHERS = ['wing', 'security', 'caseworker', 'psychologist', 'governor', 'hq', 'auditor', 'inspector'];
const secret = [
	...person('p'), note('p')({}, { save: 'n' }), treat('p')({}, { save: 't' }), tell('p')({}, { save: 'd' }), screen('p')({}, { save: 's' }),
	...OTHERS.flatMap((as) => [{ as, get: 'medical_note/$n', expect: DENIED }, { as, get: 'medical_disclosure/$d', expect: DENIED },
		{ as, get: 'medical_treatment?person=$p', expect: DENIED }, { as, get: 'health_screening/$s', expect: DENIED }]),
	{ as: 'governor', act: 'medical_note.write', input: { person: '$p', kind: 'finding', words: 'x' }, expect: DENIED },
	{ as: 'health', get: 'medical_note?person=$p', check: (body) => ensure(rows(body).length === 1, 'the health service sees its note') },
	{ as: 'health', act: 'medical_treatment.withdraw', input: { medical_treatment: '$t' }, reason: 'Feels ill from it' }, { as: 'health', get: 'medical_treatment/$t', has: { state: 'withdrawn' } },
];

const night = [
	...admit('p', { person: GIRL }), ...['entry-heads', 'juvenile-examination', 'plan-girl', 'plan-untried'].map((clock) => running('p', clock)),
	screen('p')({ self_harm_risk: true }), stopped('p', 'entry-heads'), running('p', 'juvenile-examination'), running('p', 'plan-self-harm'),
	screen('p')({ profession: 'doctor', examiner: 'Doctor' }), stopped('p', 'juvenile-examination'),
	plan('p', 'self_harm', 'company counsellor women_staff')({}, { save: 'plan' }), stopped('p', 'plan-self-harm'),
	{ as: 'wing', get: 'protection_plan/$plan', has: { state: 'live', measures: 'company counsellor women_staff', kind: null } },
	{ as: 'wing', act: 'protection_plan.end', input: { protection_plan: '$plan' }, reason: 'x', expect: DENIED },
	{ as: 'health', act: 'protection_plan.end', input: { protection_plan: '$plan' }, reason: 'Sleeps and eats again' },
];

const requests = [
	...person('p'), ask('p')({}, { as: 'wing', save: 'q' }), running('p', 'medical-file-reply'), { ...forward, expect: refused(409, undefined, '/medical_request') },
	{ ...answer, as: 'governor', expect: DENIED }, answer, stopped('p', 'medical-file-reply'), { ...answer, expect: refused(409, undefined, '/medical_request') },
	ask('p')({ kind: 'opinion', asked_by: 'lawyer', asked_by_name: 'Counsel' }, { as: 'caseworker', save: 'q' }), running('p', 'second-opinion'), forward, stopped('p', 'second-opinion'),
];

export const SCENARIOS = { 'clinic: the medical file is read by the health service alone': secret, 'clinic: a girl comes at night': night, 'clinic: the own file, a second opinion': requests };

const account = { run: async (world, variables) => {
	const found = await world.get('administrator', 'user_account?name=governorB');
	variables.account = rows(found.body)[0].id;
}, name: 'an account' };
const grant = (compartments, more = {}) => ({ as: 'administrator', act: 'user_account.grant', reason: 'Asked for it', second: 'hq',
	input: { account: '$account', clearance: 'sensitive', compartments }, ...more });
const force = (as, more = {}) => ({ as, act: 'force.use', save: 'f', input: { person: '$p', ground: 'injury', instrument: 'hands', resistance: 'active', facts: 'Struck at another, held by the arms', alternatives: 'Talked and stepped back',
	ordered_by: 'none', officers: 'wing' }, ...more });
const child = [{ as: 'reception', act: 'child.add', save: 'child', input: { person: '$p', name: 'Little one', birth_date: day(-400), living_at: '?', carer: '?', custody_status: '?' } },
	{ as: 'caseworker', act: 'child_stay.decide', save: 'stay', input: { person: '$p', child: '$child', decided_on: day(-1), decided_by: 'Child protection service', reasons: 'Breastfed, no other carer',
		childcare: 'Nursery in the unit' } }];

export const RULES = {
	'NMR-26.1a': [account, grant('health', { expect: refused(422, 'NMR-26.1a') }), grant('')],
	'NMR-26.1b': [...person('p'), stopped('p', 'medical-file-reply'), ask('p')(), running('p', 'medical-file-reply')],
	'NMR-32.1b': [...person('p'), treat('p')({ decision: 'not_asked' }, { expect: refused(422, 'NMR-32.1b', '/legal_ground') }), treat('p')({ decision: 'declined' }), treat('p')()],
	'NMR-32.1c': [...person('p'), tell('p')({ ground: 'other' }, { expect: refused(422, 'NMR-32.1c', '/ground') }), tell('p')({ ground: 'danger' }, { expect: refused(422, 'NMR-32.1c', '/reasons') }),
		tell('p')({ ground: 'danger', reasons: 'Says whom he will hurt tonight', clinician: 'Doctor' }), tell('p')({ ground: 'other' }, { fact: true, breaches: ['NMR-32.1c'] })],
	'NMR-32.1d': [...person('p'), force('doctor', { expect: refused(422, 'NMR-32.1d', '/person') }), force('wing')],
	'NMR-32.2': [...person('p'), treat('p')({ kind: 'trial' }, { expect: refused(422, 'NMR-32.2', '/ethics_approval') }),
		treat('p')({ kind: 'trial', ethics_approval: 'Decision 4', benefit: 'A medicine that is not sold yet' })],
	'BKK-6': [...person('p', SHE), running('p', 'entry-heads'), screen('p')(), stopped('p', 'entry-heads')],
	'BKK-6.heads': [...person('p', SHE), screen('p')({ drugs: undefined }, { expect: refused(422, 'BKK-6.heads', '/drugs') }), screen('p')()],
	'BKK-6.hiv': [...person('p', SHE), screen('p')({ hiv_test: 'done' }, { expect: refused(422, 'BKK-6.hiv', '/hiv_test') }), screen('p')({ hiv_test: 'counselled' })],
	'BKK-8': [...person('p', SHE), screen('p')({ reproductive: 'answered', told: false }, { expect: refused(422, 'BKK-8', '/told') }), screen('p')({ told: false })],
	'BKK-9': [...person('p', SHE), ...child, running('p', 'child-screening'), { as: 'health', act: 'child_stay.check', input: { child_stay: '$stay', kind: 'screening' } }, stopped('p', 'child-screening')],
	'HAV-50': [...person('p'), stopped('p', 'juvenile-examination'), ...person('g', { birth_date: GIRL.birth_date }), running('g', 'juvenile-examination')],
	'BOP-25': [...person('p'), ask('p')(), stopped('p', 'second-opinion'), ask('p')({ kind: 'opinion' }, { save: 'q' }), running('p', 'second-opinion')],
	'BKK-16': [...person('p', SHE), plan('p', 'self_harm', 'observation')({}, { expect: refused(422, 'BKK-16', '/measures') }), plan('p', 'self_harm', 'company counsellor women_staff')()],
	'BKK-16.due': [...person('p'), screen('p')(), stopped('p', 'plan-self-harm'), screen('p')({ self_harm_risk: true }), running('p', 'plan-self-harm')],
	'BKK-25.1': [...person('p'), complain('p'), stopped('p', 'plan-protection'), ...person('w', SHE), complain('w'), running('w', 'plan-protection')],
	'BKK-25.1.plan': [...person('p', SHE), plan('p', 'abuse', 'apart')({}, { expect: refused(422, 'BKK-25.1.plan', '/measures') }), plan('p', 'abuse', 'apart counsellor reprisal_watch')()],
	'BKK-36': [...person('p', GIRL), plan('p', 'girl', 'women_staff')({}, { expect: refused(422, 'BKK-36', '/measures') }), plan('p', 'girl', 'guardian health_by_age women_staff')()],
	'BKK-36.due': [...person('w', SHE), stopped('w', 'plan-girl'), ...person('p', GIRL), running('p', 'plan-girl')],
	'BKK-56': [...admit('p', { person: SHE }), plan('p', 'untried', 'apart')({}, { expect: refused(422, 'BKK-56', '/measures') }), plan('p', 'untried', 'apart lawyer women_staff')()],
	'BKK-56.due': [...person('w', SHE), stopped('w', 'plan-untried'), ...admit('p', { person: SHE }), running('p', 'plan-untried')],
};
