// clinic.mjs - the medical file and who may not see it, consent, screening by heads, plans that protect: stories, and every rule once biting
// and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit, gate, prepared, sentenced } from '../common.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';
import { separation } from './rights.mjs';

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

const separate = (p, more = {}) => ({ as: 'governor', act: 'separation.order', save: 'sep', input: separation(p), ...more });
const extend = (more = {}) => ({ as: 'governor', act: 'separation.extend', reason: 'The threats go on', input: { separation: '$sep', ends_at: moment(4 * 24 * 60) }, ...more });
const review = (more = {}) => ({ as: 'hq', act: 'separation.review', input: { separation: '$sep', body: 'headquarters', heard: true, result: 'goes_on', reasons: 'Heard him in the cell; the reasons stand' }, ...more });
const recommend = { as: 'health', act: 'health_advice.recommend', save: 'advice', input: { separation: '$sep', words: 'An hour more in the open, and a talk every day' } };
const report = { as: 'health', act: 'health_advice.report', save: 'advice', input: { facility: '$A', words: 'Damp walls in house 2; people cough' } };
const answer_advice = (decision = 'followed', more = {}) => ({ as: 'governor', act: 'health_advice.answer', reason: 'It is done from tomorrow', input: { health_advice: '$advice', decision }, ...more });
const outside = (p, more = {}) => ({ as: 'health', act: 'care_outside.find', save: 'o', input: { person: `$${p}`, ground: 'clinician' }, ...more });
const bed = (as, verb, input = {}, more = {}) => ({ as, act: `care_outside.${verb}`, input: { care_outside: '$o', ...input }, ...more });
const refer = (p) => by('health_referral.make', p, { kind: 'psychiatric', words: 'Does not sleep, hears voices' });
const seen = (result = 'treatment') => ({ as: 'health', act: 'health_referral.see', input: { health_referral: '$r', result } });
const help = (p, more = {}) => ({ as: 'wing', act: 'health_request.make', save: 'h', input: { person: `$${p}`, channel: 'person' }, ...more });
const due = (clock) => ({ name: `${clock} runs`, as: 'governor', get: 'deadline?about_id=$advice', first: { clock, outcome: 'open' } });
const done = (clock) => ({ name: `${clock} does not run`, as: 'governor', get: 'deadline?about_id=$advice', none: { clock, outcome: 'open' } });
const unit = (input = {}, more = {}) => ({ as: 'health', act: 'care_unit.open', save: 'u', input: { facility: '$A', name: 'House 3, observation', ...input }, ...more });

const abuse = (p) => by('abuse_care.open', p, { source: 'told', sexual: true, informed: true, legal_aid: true, wish: 'refer' });
const care = (verb, input = {}, more = {}) => ({ as: 'health', act: `abuse_care.${verb}`, input: { abuse_care: '$care', ...input }, ...more });
const ALL_CARE = 'advice counselling legal_aid pregnancy treatment';
const prevent = (p) => by('screening_offer.make', p, { kind: 'breast', answer: 'accepted', next_on: day(700) });
const lies = (p, where = 'here') => ({ as: 'health', act: 'inpatient_stay.begin', save: 'stay', input: { person: `$${p}`, place_of_care: where } });
const tell_family = (p) => ({ as: 'governor', act: 'notice.give', input: { person: `$${p}`, occasion: 'hospital', told_whom: 'family', result: 'told', told_at: moment(), method: 'Telephone', wish: true } });
const died = (p, related = 'unknown') => ({ as: 'hq', act: 'later_death.record', save: 'd', input: { person: `$${p}`, died_on: day(), related, circumstances: 'Found at home by his mother' } });
const death = (verb, input = {}, more = {}) => ({ as: 'hq', act: `later_death.${verb}`, input: { later_death: '$d', ...input }, ...more });
const report_death = death('report', { authority: 'District prosecutor', authority_number: 'P-9' });
const inquiry = (clock) => ({ name: `${clock} runs`, as: 'hq', get: 'deadline?about_id=$d', first: { clock, outcome: 'open' } });
const no_inquiry = (clock) => ({ name: `${clock} does not run`, as: 'hq', get: 'deadline?about_id=$d', none: { clock, outcome: 'open' } });
const cuffs = (p, input = {}, more = {}) => ({ as: 'wing', act: 'force.use', save: 'f', input: { person: `$${p}`, ground: 'injury', instrument: 'handcuffs', facts: 'Struck his head at the wall',
	alternatives: 'Talked for ten minutes, held by the arms', ordered_by: 'director', officers: 'wing', ...input }, ...more });
const consult = { as: 'governor', act: 'restraint_consultation.record', input: { use_of_force: '$f', clinician: 'Nurse on duty', words: 'Cold packs; looked at every quarter of an hour', reported_to: 'Headquarters' } };
const force_over = [{ as: 'wing', act: 'force.tell', input: { use_of_force: '$f', told_whom: 'health' } }, { as: 'wing', act: 'force.tell', input: { use_of_force: '$f', told_whom: 'director' } },
	{ as: 'wing', act: 'force.end', input: { use_of_force: '$f', injuries: 'None seen' } }, { as: 'wing', act: 'force.statement', input: { use_of_force: '$f', words: 'I held his left arm' } }];
const force_close = (more = {}) => ({ as: 'governor', act: 'force.close', reason: 'Read', input: { use_of_force: '$f' }, ...more });
const BOY = { birth_date: day(-16 * 365) };
const free = (p, more = {}) => [...sentenced(p, 0, { person: more }), ...prepared(p), gate(p)];

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

const answered = [
	report, due('health-report-answer'), { ...answer_advice(), reason: undefined, expect: { status: 422 } }, answer_advice('sent_up', { as: 'security', expect: DENIED }), answer_advice('sent_up'),
	done('health-report-answer'), { as: 'inspector', get: 'health_advice/$advice', has: { state: 'answered', director_answer: 'It is done from tomorrow' } },
	answer_advice('followed', { expect: refused(409, undefined, '/health_advice') }),
	...person('p'), separate('p'), recommend, due('separation-recommendation'), { as: 'governor', act: 'separation.end', input: { separation: '$sep' }, reason: 'Quiet' }, done('separation-recommendation'),
	{ as: 'committee', get: 'health_advice/$advice', has: { state: 'ended' } }, { ...recommend, expect: refused(409, undefined, '/separation') },
];

const to_care = [
	...person('p'), outside('p'), running('p', 'care-outside-move'), running('p', 'care-outside-today'), { ...outside('p'), expect: refused(409, undefined, '/person') },
	{ as: 'security', get: 'care_outside/$o', expect: DENIED }, bed('governor', 'ask', { asked_of: 'Regional hospital', bed: 'Ward 4, Tuesday' }), bed('governor', 'end', {}, { reason: 'x', expect: DENIED }),
	bed('governor', 'move'), stopped('p', 'care-outside-move'), stopped('p', 'care-outside-today'), bed('health', 'end', {}, { reason: 'x', expect: refused(409, undefined, '/care_outside') }),
	unit({ lead: 'Doctor' }), { as: 'wing', get: 'care_unit/$u', has: { state: 'open' } }, { as: 'governor', act: 'care_unit.close', input: { care_unit: '$u' }, reason: 'Moved to house 4' },
	refer('p')({}, { save: 'r' }), { as: 'governor', get: 'health_referral/$r', expect: DENIED }, { as: 'governor', get: 'deadline?subject_id=$p', none: { clock: 'psychiatric-seen' } }, seen(),
	{ as: 'health', act: 'health_referral.finish', input: { health_referral: '$r' }, reason: 'Well again' },
];

const after_abuse = [
	...person('p', SHE), abuse('p')({}, { save: 'care' }), ...['abuse-support', 'abuse-referral', 'abuse-care-set', 'plan-protection'].map((clock) => running('p', clock)),
	...OTHERS.map((as) => ({ as, get: 'abuse_care/$care', expect: DENIED })), { as: 'governor', get: 'deadline?subject_id=$p', none: { clock: 'abuse-support' } },
	{ as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'plan-protection', outcome: 'open' } },
	care('refer', { authority: 'District prosecutor, 12' }), care('offer', { offered: 'counselling' }), stopped('p', 'abuse-support'), stopped('p', 'abuse-referral'), running('p', 'abuse-care-set'),
	care('offer', { offered: ALL_CARE }), stopped('p', 'abuse-care-set'), care('close', {}, { reason: 'She is well' }), care('close', {}, { reason: 'x', expect: refused(409, undefined, '/abuse_care') }),
	prevent('p')(), running('p', 'preventive-offer'), { as: 'governor', get: 'screening_offer?person=$p', expect: DENIED },
];

const young = [
	...person('p', BOY), lies('p', 'hospital'), running('p', 'juvenile-family-notice'), tell_family('p'), stopped('p', 'juvenile-family-notice'),
	{ as: 'health', act: 'inpatient_stay.end', input: { inpatient_stay: '$stay' } }, { as: 'wing', get: 'inpatient_stay/$stay', has: { state: 'ended' } },
	cuffs('p'), consult, { ...consult, expect: refused(409, undefined, '/use_of_force') },
	...free('r'), died('r', 'no'), inquiry('later-death-inquiry'), death('close', { findings: 'x' }, { expect: refused(409, undefined, '/later_death') }), report_death, no_inquiry('later-death-inquiry'),
	death('close', { findings: 'Heart', kin_shown: true }), { as: 'inspector', get: 'later_death/$d', has: { state: 'closed' } },
];

export const SCENARIOS = { 'clinic: care after abuse': after_abuse, 'clinic: young people, and a death after release': young,
	 'clinic: what the director must answer': answered, 'clinic: out of prison, to care': to_care,
	 'clinic: the medical file is read by the health service alone': secret, 'clinic: a girl comes at night': night, 'clinic: the own file, a second opinion': requests };

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

// For the tests of pages: a woman whose screening, plan and answers are due, and a man with a file.
export const PRISON = [
	...admit('clw', { person: { sex: 'F', surname: 'Bekova', given: 'Aida' } }), abuse('clw')({}, { save: 'care' }), ask('clw')(), prevent('clw')(), outside('clw'),
	...person('clm'), screen('clm')(), note('clm')(), treat('clm')(), tell('clm')(), refer('clm')(), lies('clm'), plan('clm', 'self_harm', 'company counsellor')(), report, unit({ lead: 'Doctor' }),
	{ ...separate('clm'), save: 'clsep' }, { ...recommend, input: { ...recommend.input, separation: '$clsep' } },
];

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
	'NMR-33': [report, due('health-report-answer'), answer_advice(), done('health-report-answer')],
	'NMR-46.1c': [...person('p'), help('p'), stopped('p', 'separation-health-help'), separate('p'), help('p'), running('p', 'separation-health-help'),
		{ as: 'health', act: 'health_request.see', input: { health_request: '$h', result: 'seen', examiner_sex: 'M', present: 'nobody' } }, stopped('p', 'separation-health-help')],
	'NMR-46.3': [...person('p'), separate('p'), recommend, review({ expect: refused(422, 'NMR-46.3', '/separation') }), extend({ expect: refused(422, 'NMR-46.3', '/separation') }), answer_advice('partly'), review()],
	'NMR-46.3.due': [...person('p'), separate('p'), report, done('separation-recommendation'), recommend, due('separation-recommendation')],
	'NMR-109.1': [...person('p'), outside('p'), separate('p', { expect: refused(422, 'NMR-109.1', '/person') }), ...person('w'), separate('w')],
	'NMR-109.1.held': [...person('w'), outside('w', { breaches: [] }), ...person('p'), separate('p'), outside('p', { breaches: ['NMR-109.1.held'] })],
	'NMR-109.1.due': [...person('p'), stopped('p', 'care-outside-today'), outside('p'), running('p', 'care-outside-today'), running('p', 'care-outside-move')],
	'NMR-109.2': [unit({}, { expect: refused(422, 'NMR-109.2', '/lead') }), unit({ lead: 'Doctor' })],
	'NMR-109.3': [...person('p'), refer('p')({ kind: 'specialist' }), stopped('p', 'psychiatric-seen'), refer('p')(), running('p', 'psychiatric-seen')],
	'NMR-110': [...sentenced('p', 0), ...prepared('p'), refer('p')({}, { save: 'r' }), seen(), gate('p', { expect: warned('NMR-110') }),
		{ as: 'health', act: 'care_handover.make', input: { person: '$p', occasion: 'release', receiver: 'District clinic', file_sealed: true, letter: true, supply_days: 7 } }, gate('p')],
	'BKK-7.1': [...person('p', SHE), abuse('p')({ informed: false }, { expect: refused(422, 'BKK-7.1', '/informed') }), abuse('p')()],
	'BKK-7.1.due': [...person('p', SHE), abuse('p')({ wish: 'later' }), stopped('p', 'abuse-referral'), abuse('p')({}), running('p', 'abuse-referral')],
	'BKK-7.2': [...person('p', SHE), stopped('p', 'abuse-support'), abuse('p')({ wish: 'no' }, { save: 'care' }), running('p', 'abuse-support'), care('offer', { offered: 'counselling' }), stopped('p', 'abuse-support')],
	'BKK-25.2': [...person('p', SHE), abuse('p')({ sexual: false }), stopped('p', 'abuse-care-set'), abuse('p')(), running('p', 'abuse-care-set')],
	'BKK-25.2.set': [...person('p', SHE), abuse('p')({}, { save: 'care' }), care('close', {}, { reason: 'x', expect: refused(422, 'BKK-25.2.set', '/abuse_care') }), care('offer', { offered: ALL_CARE }),
		care('close', {}, { reason: 'All was offered' })],
	'BKK-18': [...person('p', SHE), prevent('p')(),
		{ as: 'hq', act: 'profile_setting.load', reason: 'The national programme', second: 'governor', input: { content: '{"profile":"programme","title":"Programme","parameters":{"screening.interval":12}}' } },
		prevent('p')({}, { expect: warned('BKK-18') }), prevent('p')({ next_on: day(300) }),
		{ as: 'hq', act: 'profile_setting.load', reason: 'Back', second: 'governor', input: { content: '{"profile":"back","title":"Back to the rules","parameters":{}}' } }],
	'BKK-18.due': [...person('p', SHE), stopped('p', 'preventive-offer'), screen('p')(), running('p', 'preventive-offer'), prevent('p')(), running('p', 'preventive-offer')],
	'BOP-34': [...free('p'), died('p', 'no'), inquiry('later-death-inquiry'), report_death, no_inquiry('later-death-inquiry')],
	'HAV-56': [...person('w'), lies('w', 'hospital'), stopped('w', 'juvenile-family-notice'), ...person('p', BOY), lies('p'), running('p', 'juvenile-family-notice')],
	'HAV-57': [...free('w'), died('w'), no_inquiry('juvenile-death-inquiry'), ...free('p', BOY), died('p'), inquiry('juvenile-death-inquiry')],
	'HAV-57.kin': [...free('p', BOY), died('p'), report_death, death('close', { findings: 'Heart' }, { expect: refused(422, 'HAV-57.kin', '/kin_shown') }), death('close', { findings: 'Heart', kin_shown: true })],
	'HAV-64': [...person('p', BOY), cuffs('p', { ground: 'transfer' }, { expect: refused(422, 'HAV-64', '/ground') }), cuffs('p')],
	'HAV-64.consulted': [...person('p', BOY), cuffs('p'), ...force_over, force_close({ expect: refused(422, 'HAV-64.consulted', '/use_of_force') }), consult, force_close()],
	'HAV-64.due': [...person('w'), cuffs('w'), stopped('w', 'juvenile-restraint-consulted'), ...person('p', BOY), cuffs('p'), running('p', 'juvenile-restraint-consulted'), consult, stopped('p', 'juvenile-restraint-consulted')],
	'BKK-16': [...person('p', SHE), plan('p', 'self_harm', 'observation')({}, { expect: refused(422, 'BKK-16', '/measures') }), plan('p', 'self_harm', 'company counsellor women_staff')()],
	'BKK-16.due': [...person('p'), screen('p')(), stopped('p', 'plan-self-harm'), screen('p')({ self_harm_risk: true }), running('p', 'plan-self-harm')],
	'BKK-25.1': [...person('p'), complain('p'), stopped('p', 'plan-protection'), ...person('w', SHE), complain('w'), running('w', 'plan-protection')],
	'BKK-25.1.plan': [...person('p', SHE), plan('p', 'abuse', 'apart')({}, { expect: refused(422, 'BKK-25.1.plan', '/measures') }), plan('p', 'abuse', 'apart counsellor reprisal_watch')()],
	'BKK-36': [...person('p', GIRL), plan('p', 'girl', 'women_staff')({}, { expect: refused(422, 'BKK-36', '/measures') }), plan('p', 'girl', 'guardian health_by_age women_staff')()],
	'BKK-36.due': [...person('w', SHE), stopped('w', 'plan-girl'), ...person('p', GIRL), running('p', 'plan-girl')],
	'BKK-56': [...admit('p', { person: SHE }), plan('p', 'untried', 'apart')({}, { expect: refused(422, 'BKK-56', '/measures') }), plan('p', 'untried', 'apart lawyer women_staff')()],
	'BKK-56.due': [...person('w', SHE), stopped('w', 'plan-untried'), ...admit('p', { person: SHE }), running('p', 'plan-untried')],
};
