// care.mjs - deaths, injuries, signs of torture; health and custody; how people live: stories, and every rule once biting and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit, cell, place, safety } from '../common.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';

const person = (p, more) => admit(p, { order: SENTENCED, ...more });

const report = (p, input = {}, more = {}) => ({ as: 'wing', act: 'grave_event.report', save: 'e', input: { person: `$${p}`, kind: 'serious_injury', happened_at: moment(-20),
	happened_where: 'Workshop', circumstances: 'A press closed on the hand; two people saw it', known_from: 'officer', ...input }, ...more });
const SIGNS = { kind: 'ill_treatment', known_from: 'health', circumstances: 'Marks that the story of a fall does not explain', protection: 'Moved to another wing, other officers' };
const of = (as, verb, input = {}, more = {}) => ({ as, act: `grave_event.${verb}`, input: { grave_event: '$e', ...input }, ...more });
const notify = (more = {}) => of('governor', 'notify', { authority: 'District prosecutor', authority_number: 'P-71' }, more);
const hold = (input = {}, more = {}) => ({ as: 'governor', act: 'evidence_item.hold', save: 'v', input: { grave_event: '$e', kind: 'recording',
	description: 'Camera 4, 09:00 to 11:00', kept_at: 'Safe of the director', seal: 'S-1', ...input }, ...more });
const let_go = (input = {}, more = {}) => ({ as: 'governor', act: 'evidence_item.release', input: { evidence_item: '$v', state: 'handed_over', release_number: 'P-71/2', ...input }, ...more });
const CLOSED = { outcome: 'accident', cause: 'A fall of the press', findings: 'Report P-71: the guard was missing' };
const close = (input = {}, more = {}) => of('governor', 'close', { ...CLOSED, ...input }, more);
const told = (p, occasion) => ({ as: 'governor', act: 'notice.give', input: { person: `$${p}`, occasion, told_whom: 'family', result: 'told', told_at: moment(), method: 'Telephone, Kazakh', wish: true } });
const running = (p, clock) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const open = (p, kind) => ({ as: 'governor', get: `grave_event?person=$${p}`, first: { kind, state: 'open' }, save: 'e' });
const died = (p) => ({ as: 'governor', act: 'death.record', input: { person: `$${p}`, happened_at: moment(-10), place_of_death: 'Cell A-4', circumstances: 'Found at the morning count' } });

const death = [
	...person('p'), died('p'), open('p', 'death'),
	...['event-reported', 'event-evidence', 'family-told-death'].map((clock) => running('p', clock)),
	hold(), hold({ kind: 'clothing', description: 'Shirt' }), stopped('p', 'event-evidence'), notify(), stopped('p', 'event-reported'), running('p', 'event-begun'),
	notify({ expect: refused(409, undefined, '/grave_event') }), of('hq', 'begin'), stopped('p', 'event-begun'),
	told('p', 'death'), { as: 'hq', get: 'grave_event/$e', has: { kin_told_at: /^20/ } }, stopped('p', 'family-told-death'),
	close({ outcome: 'natural' }), running('p', 'body-returned'), of('governor', 'return_body', { remains: 'kin', remains_to: 'Mother' }), stopped('p', 'body-returned'),
	{ as: 'inspector', get: 'grave_event/$e', has: { state: 'closed', remains: 'kin' } }, { as: 'inspector', get: 'evidence_item?grave_event=$e', count: 2 },
	close({}, { expect: refused(409, undefined, '/grave_event') }),
];

const missing = [
	...person('p'), { as: 'security', act: 'escape.record', input: { person: '$p', happened_at: moment(-30), circumstances: 'Not at the count' } },
	open('p', 'disappearance'), running('p', 'event-reported'),
	{ as: 'reception', act: 'escape.return', input: { person: '$p', facility: '$A', happened_at: moment(-5), circumstances: 'Found in the store room' } },
	running('p', 'event-reported'), hold(), notify(), close({ outcome: 'returned' }), stopped('p', 'event-reported'),
];

// For whom it is closed it does not exist: no list, no row, no deadline, no verb, no evidence; also for those who are named later.
const kept_out = [
	...person('p'), report('p', { ...SIGNS, implicated: 'doctor' }, { as: 'health' }), hold(),
	{ as: 'doctor', get: 'grave_event/$e', expect: DENIED }, { as: 'doctor', get: 'grave_event?person=$p', count: 0 }, { as: 'doctor', get: 'evidence_item/$v', expect: DENIED },
	{ as: 'doctor', get: 'deadline?subject_id=$p', none: { clock: 'ill-treatment-investigated' } },
	of('doctor', 'notify', { authority: 'X', authority_number: '1' }, { expect: { status: [403, 404, 422] } }), let_go({}, { as: 'doctor', expect: { status: [403, 404, 422] } }),
	{ as: 'hq', get: 'grave_event/$e', has: { state: 'open' } },
	{ as: 'hq', act: 'grave_event.implicate', save: 'f', input: { grave_event: '$e', implicated: 'doctor governor' }, reason: 'The governor was on the landing' },
	{ as: 'governor', get: 'grave_event/$f', expect: DENIED }, { as: 'governor', get: 'evidence_item?person=$p', check: (body) => ensure(rows(body).length === 1, 'the evidence is seen twice, or not as before') },
	{ as: 'hq', get: 'grave_event/$e', has: { state: 'replaced' } }, { as: 'hq', get: 'evidence_item?grave_event=$f', count: 1 },
	{ as: 'hq', act: 'grave_event.implicate', input: { grave_event: '$f', implicated: 'doctor' }, reason: 'Fewer', expect: refused(409, undefined, '/implicated') },
	{ as: 'hq', act: 'grave_event.notify', input: { grave_event: '$f', authority: 'Prosecutor', authority_number: 'P-72' } },
	...['wing', 'security', 'caseworker'].map((as) => ({ as, get: 'grave_event/$f', expect: DENIED })),
];

const ask = (p, input = {}, more = {}) => ({ as: 'wing', act: 'health_request.make', save: 'h', input: { person: `$${p}`, channel: 'person', ...input }, ...more });
const see = (input = {}, more = {}) => ({ as: 'health', act: 'health_request.see', input: { health_request: '$h', result: 'seen', examiner_sex: 'M', present: 'nobody', ...input }, ...more });
const prescribe = (p, kind, more = {}) => ({ as: 'health', act: 'clinical_order.give', save: 'o', input: { person: `$${p}`, kind, instruction: 'As the nurse shows', due_at: moment(120) }, ...more });
const order = (as, verb, input = {}, more = {}) => ({ as, act: `clinical_order.${verb}`, input: { clinical_order: '$o', ...input }, ...more });
const hand_on = (p, input = {}, more = {}) => ({ as: 'health', act: 'care_handover.make', input: { person: `$${p}`, occasion: 'transfer', receiver: 'Health service of B', file_sealed: true,
	letter: true, supply_days: 7, ...input }, ...more });
const offer = (p) => ({ as: 'security', act: 'transfer.offer', second: 'governor', save: 't', input: { person: `$${p}`, to_facility: '$B', why: 'Nearer', authority: 'Decision 1', distance_km: 10 } });
const depart = (more = {}) => ({ as: 'reception', act: 'transfer.depart', input: { transfer: '$t', escort: 'Unit 2' }, ...more });
const restrict = (input = {}, more = {}) => ({ as: 'governor', act: 'health_restriction.begin', save: 'r', input: { facility: '$A', ground: 'Fever in two units', authority: 'Regional office, decision 12',
	ends_on: day(10), measures: 'visits work', instead: 'Video calls at the wing office', contact_minutes: 60, ...input }, ...more });
const lift = { as: 'governor', act: 'health_restriction.end', input: { health_restriction: '$r' }, reason: 'No new case for ten days' };

const health = [
	...person('p'), ask('p'), ask('p', { channel: 'officer', urgent: true }, { save: 'u' }), running('p', 'health-seen'), running('p', 'health-seen-urgent'),
	see({}, { as: 'wing', expect: DENIED }), see({ health_request: '$u' }), stopped('p', 'health-seen-urgent'), see(), stopped('p', 'health-seen'),
	see({}, { expect: refused(409, undefined, '/health_request') }),
	{ as: 'wing', act: 'fitness.ask', save: 'f', input: { person: '$p', question: 'exercise' } },
	{ as: 'governor', act: 'fitness.answer', input: { fitness: '$f', answer: 'fit' }, expect: DENIED },
	{ as: 'health', act: 'fitness.answer', input: { fitness: '$f', answer: 'limited' }, expect: { status: 422, path: '/limits' } },
	{ as: 'health', act: 'fitness.answer', input: { fitness: '$f', answer: 'limited', limits: 'No running' } },
	{ as: 'wing', get: 'fitness?person=$p', first: { answer: 'limited', limits: 'No running' } },
	// There is no way to ask whether a person can bear punishment (NMR-32.1 (d)).
	{ as: 'governor', act: 'fitness.ask', input: { person: '$p', question: 'separation' }, expect: { status: 422, path: '/question' } },
];

const orders = [
	...person('p'), prescribe('p', 'diet'), { as: 'wing', get: 'health_flag?person=$p', first: { kind: 'diet', state: 'live' } },
	...['governor', 'hq', 'security', 'wing'].map((as) => order(as, 'end', {}, { reason: 'Too dear', expect: DENIED })),
	order('security', 'object', {}, { reason: 'The kitchen has no such food' }), running('p', 'clinical-objection'), running('p', 'clinical-order-due'),
	order('governor', 'answer', { objection_answer: 'changed' }, { reason: 'x', expect: DENIED }), order('health', 'answer', { objection_answer: 'stands' }, { reason: 'It is needed' }),
	stopped('p', 'clinical-objection'), order('wing', 'carry_out'), stopped('p', 'clinical-order-due'), order('health', 'end', {}, { reason: 'Eats again' }),
	{ as: 'wing', get: 'health_flag?person=$p', first: { kind: 'diet', state: 'ended' } },
	ask('p'), prescribe('p', 'hospital'), died('p'), ...['health-seen', 'clinical-order-due'].map((clock) => stopped('p', clock)),
];

const epidemic = [
	restrict(), { as: 'wing', get: 'health_restriction/$r', has: { state: 'running' } },
	{ as: 'health', act: 'health_restriction.review', input: { health_restriction: '$r', ends_on: day(5) }, reason: 'One unit only' },
	{ ...lift, as: 'wing', expect: DENIED }, lift, { ...lift, expect: refused(409, undefined, '/health_restriction') },
];

let units = 0;
const unit = () => { units += 1; return [{ as: 'governor', act: 'place.add', save: 'unit', input: { facility: '$A', code: `U-${units}`, name: `Unit ${units}`, kind: 'wing', sex: 'M' } }]; };
const unit_day = (input = {}, more = {}) => ({ as: 'wing', act: 'unit_day.record', input: { place: '$unit', meals: 3, water: true, yard_minutes: 60, shower: true, ...input }, ...more });
const less = (p, input = {}, more = {}) => ({ as: 'wing', act: 'day_exception.note', input: { person: `$${p}`, kind: 'yard', why: 'staff', ...input }, ...more });
const check = (input = {}, more = {}) => ({ as: 'security', act: 'place_check.record', save: 'k', input: { place: '$c', people: 4, beds: 4, floor_area: '16.00', daylight: 'good', toilet: 'apart', water: true, clean: true, ...input }, ...more });

const conditions = [
	...person('p'), ...unit(), unit_day({ day: day(1) }, { expect: { status: 422, path: '/day' } }), unit_day(), unit_day({}, { expect: refused(409, undefined, '/day') }), unit_day({ day: day(-1) }),
	...cell('c'), check({ advice: 'Mend the tap' }, { as: 'health' }), { as: 'governor', get: 'deadline?about_id=$k', first: { clock: 'conditions-advice', outcome: 'open' } },
	{ as: 'governor', act: 'place_check.answer', input: { place_check: '$k' }, reason: 'The plumber comes today' }, { as: 'inspector', get: 'place_check/$k', has: { director_answer: 'The plumber comes today' } },
	{ as: 'wing', act: 'supply.give', input: { person: '$p', kind: 'bedding' } }, { as: 'wing', get: 'supply?person=$p', count: 1 },
];

const fit = (p, answer = 'fit') => [{ as: 'caseworker', act: 'fitness.ask', save: 'ft', input: { person: `$${p}`, question: 'work' } },
	{ as: 'health', act: 'fitness.answer', input: { fitness: '$ft', answer } }];
const work = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'work_place.assign', save: 'w', input: { person: `$${p}`, task: 'Kitchen', work_for: 'prison', consent: 'agreed', hours_day: 6, hours_week: 36,
	rest_day: 'sunday', hourly_pay: '2.50', wish: 'Kitchen', wish_met: true, ...input }, ...more });
const pay = (input = {}, more = {}) => ({ as: 'caseworker', act: 'work_pay.pay', input: { work_place: '$w', hours: 10, own_part: '10.00', family_part: '10.00', saved_part: '5.00', ...input }, ...more });
const accident = { as: 'wing', act: 'work_accident.report', save: 'a', input: { work_place: '$w', what: 'Burnt the hand on the stove' } };
const labour = [
	...person('p'), ...fit('p'), work('p'), pay(), { as: 'inspector', get: 'work_pay?person=$p', first: { hours: 10 } }, accident, running('p', 'accident-notice'),
	{ as: 'governor', act: 'work_accident.notify', input: { work_accident: '$a', notice_to: 'Insurer' } }, stopped('p', 'accident-notice'),
	{ as: 'wing', act: 'work_place.end', input: { work_place: '$w' }, reason: 'x', expect: DENIED }, { as: 'caseworker', act: 'work_place.end', input: { work_place: '$w' }, reason: 'Goes to school' },
	work('p'), died('p'), { as: 'hq', get: 'work_place/$w', has: { state: 'ended' } },
];

export const SCENARIOS = { 'care: work and pay': labour,
	 'care: how people live': conditions,
	 'care: seen by health staff, fit for what': health, 'care: orders of clinicians': orders, 'care: a health restriction': epidemic,
	 'care: a death': death, 'care: somebody is missing': missing, 'care: implicated staff are kept out': kept_out };

const examined = (signs) => ({ as: 'health', act: 'admission.health', input: { admission: '$p_admission', examined_at: moment(-5), examiner: 'Nurse', self_harm_watch: false,
	observation: 'none', withdrawal: false, infectious_precaution: false, daily_medicine: false, diet: false, mobility: false, fit_for_work: 'fit', ill_treatment_signs: signs } });
const note = (p, more = {}) => ({ as: 'security', act: 'alert.raise', input: { person: `$${p}`, kind: 'threatened', instruction: 'Not alone in the yard', evidence: 'Two letters were found in the cell', expires_on: day(5) }, ...more });

export const RULES = {
	'NMR-30.e': [...person('p'), work('p', {}, { expect: refused(422, 'NMR-30.e', '/person') }), ...fit('p', 'unfit'), work('p', {}, { expect: refused(422, 'NMR-30.e', '/person') }), ...fit('p'), work('p')],
	'NMR-97.2': [...person('p'), ...fit('p'), work('p', { hourly_pay: undefined }, { expect: refused(422, 'NMR-97.2', '/hourly_pay') }), work('p')],
	'NMR-97.3': [...person('p'), ...fit('p'), work('p', { work_for: 'staff' }, { expect: refused(422, 'NMR-97.3', '/work_for') }), work('p'), work('p', { work_for: 'staff' }, { fact: true, breaches: ['NMR-97.3'] })],
	'NMR-101.2': [...person('p'), ...fit('p'), work('p'), stopped('p', 'accident-notice'), accident, running('p', 'accident-notice')],
	'NMR-102.1': [...person('p'), ...fit('p'), work('p', { hours_day: 9 }, { expect: refused(422, 'NMR-102.1', '/hours_day') }), work('p', { hours_week: 48 }, { expect: refused(422, 'NMR-102.1', '/hours_week') }), work('p')],
	'NMR-102.2': [...person('p'), ...fit('p'), work('p', { rest_day: undefined }, { expect: refused(422, 'NMR-102.2', '/rest_day') }), work('p')],
	'NMR-103.1': [...person('p'), ...fit('p'), work('p'), pay({ hours: 20 }, { expect: refused(422, 'NMR-103.1', '/hours') }), pay()],
	'NMR-103.2': [...person('p'), ...fit('p'), work('p'), pay({ own_part: '0.00', family_part: '0.00', saved_part: '25.00' }, { expect: refused(422, 'NMR-103.2', '/own_part') }), pay()],
	'NMR-115': [...admit('p'), { as: 'wing', act: 'supply.give', input: { person: '$p', kind: 'dress_convicted' }, expect: refused(422, 'NMR-115', '/kind') },
		{ as: 'wing', act: 'supply.give', input: { person: '$p', kind: 'dress_convicted' }, fact: true, breaches: ['NMR-115'] },
		{ as: 'wing', act: 'supply.give', input: { person: '$p', kind: 'dress_untried' } }],
	'NMR-116': [...admit('p'), ...fit('p'), work('p', { consent: 'told' }, { expect: refused(422, 'NMR-116', '/consent') }), work('p')],
	'NMR-13.measured': [...cell('c'), check({ floor_area: '12.00' }, { breaches: ['NMR-13.measured'] }), check()],
	'NMR-14.a.measured': [...cell('c'), check({ daylight: 'none' }, { breaches: ['NMR-14.a.measured'] }), check()],
	'NMR-15.measured': [...cell('c'), check({ toilet: 'none' }, { breaches: ['NMR-15.measured'] }), check()],
	'NMR-16.offered': [...unit(), unit_day({ day: day(-8), shower: false }), unit_day({ shower: false }, { breaches: ['NMR-16.offered'] }), ...unit(), unit_day({ shower: false })],
	'NMR-17': [...cell('c'), check({ clean: false }, { breaches: ['NMR-17'] }), check()],
	'NMR-21': [...cell('c'), check({ beds: 3 }, { breaches: ['NMR-21'] }), check()],
	'NMR-22.1': [...unit(), unit_day({ meals: 2 }, { breaches: ['NMR-22.1'] }), unit_day({ day: day(-1) })],
	'NMR-22.1.diet': [...person('p'), less('p', { kind: 'diet' }, { breaches: ['NMR-22.1.diet'] }), less('p', { kind: 'diet', why: 'declined' })],
	'NMR-22.2': [...unit(), unit_day({ water: false }, { breaches: ['NMR-22.2'] }), unit_day({ day: day(-1) })],
	'NMR-23.1': [...unit(), unit_day({ yard_minutes: 30 }, { breaches: ['NMR-23.1'] }), unit_day({ day: day(-1), yard_minutes: 0, weather: true })],
	'NMR-23.1.person': [...person('p'), less('p', {}, { breaches: ['NMR-23.1.person'] }), less('p', { why: 'declined' })],
	'NMR-35.2': [...cell('c'), check({ advice: 'Paint it' }), { as: 'governor', get: 'deadline?about_id=$k', none: { clock: 'conditions-advice' } }, check({ advice: 'Mend the tap' }, { as: 'health' }),
		{ as: 'governor', get: 'deadline?about_id=$k', first: { clock: 'conditions-advice', outcome: 'open' } }],
	'NMR-24.2': [...person('p'), examined(false), prescribe('p', 'medicine'), offer('p'), hand_on('p', { supply_days: 2 }), depart({ expect: warned('NMR-24.2') }), hand_on('p'), depart()],
	'NMR-26.2': [...person('p'), examined(false), offer('p'), depart({ expect: refused(422, 'NMR-26.2', '/transfer') }), hand_on('p', { file_sealed: false }),
		depart({ expect: refused(422, 'NMR-26.2', '/transfer') }), hand_on('p'), depart()],
	'NMR-27.1': [...person('p'), ask('p'), stopped('p', 'health-seen-urgent'), ask('p', { urgent: true }), running('p', 'health-seen-urgent'), see(), stopped('p', 'health-seen-urgent')],
	'NMR-27.1.escort': [...person('p'), prescribe('p', 'hospital'), order('security', 'miss', { missed_why: 'no_escort' }, { breaches: ['NMR-27.1.escort'] }),
		prescribe('p', 'hospital'), order('security', 'miss', { missed_why: 'hospital' })],
	'NMR-27.2': [...person('p'), ...person('q'), safety('p'), safety('q'), ...cell('c'), ...cell('d'), place('q', 'c'), prescribe('p', 'single_cell'),
		place('p', 'c', { expect: refused(422, 'NMR-27.2', '/place') }), place('p', 'd'), order('health', 'end', {}, { reason: 'Better' }),
		prescribe('p', 'shared_cell'), ...cell('f'), place('p', 'f', { expect: refused(422, 'NMR-27.2', '/place') }), place('p', 'c')],
	'NMR-27.2.due': [...person('p'), stopped('p', 'clinical-order-due'), prescribe('p', 'lower_bunk'), running('p', 'clinical-order-due'), order('wing', 'carry_out'), stopped('p', 'clinical-order-due')],
	'NMR-30.d': [restrict({ authority: undefined }, { expect: refused(422, 'NMR-30.d', '/authority') }), ...[undefined, day(60)].map((ends_on) => restrict({ ends_on }, { expect: refused(422, 'NMR-30.d', '/ends_on') })), restrict(), lift],
	'NMR-30.d.review': [restrict(), { as: 'governor', get: 'deadline?about_id=$r', first: { clock: 'restriction-review', outcome: 'open' } }, lift,
		{ as: 'governor', get: 'deadline?about_id=$r', none: { outcome: 'open' } }],
	'NMR-31.1': [...person('p'), stopped('p', 'health-seen'), ask('p'), running('p', 'health-seen'), see(), stopped('p', 'health-seen')],
	'NMR-31.2': [...person('p'), ask('p'), see({ present: 'man' }, { expect: refused(422, 'NMR-31.2', '/present_why') }), see({ present: 'man', present_why: 'The doctor, after a threat' })],
	'NMR-42.restriction': [restrict({ measures: 'yard' }, { expect: refused(422, 'NMR-42.restriction', '/measures') }), restrict(), lift],
	'NMR-58.1.restriction': [restrict({ instead: undefined }, { expect: refused(422, 'NMR-58.1.restriction', '/instead') }),
		restrict({ contact_minutes: 20 }, { expect: refused(422, 'NMR-58.1.restriction', '/contact_minutes') }), restrict(), lift],
	'NMR-61.1a.restriction': [restrict({ measures: 'lawyers' }, { expect: refused(422, 'NMR-61.1a.restriction', '/measures') }), restrict(), lift],
	'BKK-10.2': [...person('p', { person: { sex: 'F' } }), ask('p', { wish: 'woman' }), see({}, { expect: refused(422, 'BKK-10.2', '/examiner_sex') }), see({ examiner_sex: 'F' })],
	'BKK-11': [...person('p', { person: { sex: 'F' } }), ask('p'), see({ present: 'man', present_why: 'x' }, { expect: refused(422, 'BKK-11', '/present') }), see()],
	'NMR-8.f': [...person('p'), report('p'), notify(), close({}, { expect: refused(422, 'NMR-8.f', '/grave_event') }), hold(),
		...['cause', 'findings'].map((name) => close({ [name]: undefined }, { expect: refused(422, 'NMR-8.f', `/${name}`) })), close()],
	'NMR-34': [...person('p'), examined(false), stopped('p', 'signs-reported'), ...person('q'), report('q', SIGNS, { as: 'health' }), running('q', 'signs-reported'), notify(), stopped('q', 'signs-reported')],
	'NMR-34.plan': [...person('p'), report('p', { ...SIGNS, protection: undefined }, { expect: refused(422, 'NMR-34.plan', '/protection') }), report('p', SIGNS)],
	'NMR-69.b.injury': [...person('p'), report('p', SIGNS), stopped('p', 'event-kin-told'), report('p'), running('p', 'event-kin-told'), told('p', 'illness'), stopped('p', 'event-kin-told')],
	'NMR-71.1a': [...person('p'), stopped('p', 'event-reported'), report('p'), running('p', 'event-reported'), notify(), stopped('p', 'event-reported')],
	'NMR-71.1a.close': [...person('p'), report('p'), hold(), close({}, { expect: refused(422, 'NMR-71.1a.close', '/grave_event') }), notify(), close()],
	'NMR-71.1b': [...person('p'), report('p'), hold(), let_go({ release_number: undefined }, { expect: refused(422, 'NMR-71.1b', '/release_number') }), let_go(),
		hold(), let_go({ release_number: undefined }, { fact: true, breaches: ['NMR-71.1b'] })],
	'NMR-71.1b.property': [...person('p'), { as: 'reception', act: 'property_item.store', save: 'y', input: { person: '$p', description: 'Belt', item_class: 'clothing', quantity: 1, signed: 'signed' } },
		report('p'), hold({ kind: 'object', description: 'Belt', property_item: '$y' }),
		{ as: 'reception', act: 'property_item.end', input: { property_item: '$y', state: 'returned' }, expect: refused(422, 'NMR-71.1b.property', '/property_item') },
		let_go({ state: 'released' }), { as: 'reception', act: 'property_item.end', input: { property_item: '$y', state: 'returned' } }],
	'NMR-71.1b.scene': [...person('p'), ...person('q'), safety('q'), ...cell('c'), report('p'), hold({ kind: 'scene', description: 'The whole cell', place: '$c' }),
		place('q', 'c', { expect: refused(422, 'NMR-71.1b.scene', '/place') }), let_go({ state: 'released' }), place('q', 'c')],
	'NMR-71.1b.named': [...person('p'), stopped('p', 'event-evidence'), report('p'), running('p', 'event-evidence'), hold(), stopped('p', 'event-evidence')],
	'NMR-71.2': [...person('p'), report('p'), stopped('p', 'ill-treatment-investigated'), report('p', SIGNS), running('p', 'ill-treatment-investigated'), notify(), stopped('p', 'ill-treatment-investigated')],
	'NMR-71.3': [...person('p'), note('p'), report('p', { implicated: 'security' }), note('p', { expect: refused(422, 'NMR-71.3', '/person') }), note('p', { as: 'governor' }),
		...person('q'), note('q')],
	'NMR-71.3.report': [...person('p'), report('p', { implicated: 'wing' }, { expect: refused(422, 'NMR-71.3.report', '/implicated') }), report('p', { implicated: 'security' })],
	'NMR-72': [...person('p'), died('p'), open('p', 'death'), stopped('p', 'body-returned'), hold(), notify(), close({ outcome: 'undetermined' }), running('p', 'body-returned'),
		of('governor', 'return_body', { remains: 'funeral', remains_to: 'Town cemetery, by the custom of the community' }), stopped('p', 'body-returned')],
};

// For the tests of the pages: one event that waits to be reported, one with the authority.
export const PRISON = [
	...person('ca', { person: { surname: 'Karimov', given: 'Rustam' } }), report('ca', SIGNS, { as: 'health', save: 'e1' }),
	...person('cb'), report('cb', {}, { save: 'e' }), hold({}, { save: 'care_item' }), notify(),
	ask('ca', { urgent: true }), ask('cb'), prescribe('cb', 'hospital', { save: 'care_order' }),
	{ as: 'security', act: 'clinical_order.object', input: { clinical_order: '$care_order' }, reason: 'No car before noon' }, { as: 'wing', act: 'fitness.ask', input: { person: '$ca', question: 'work' } },
	...fit('cb'), work('cb', {}, { save: 'care_work' }), { ...accident, input: { ...accident.input, work_place: '$care_work' } },
	unit_day({ place: '$wing' }), less('cb', {}, { mayBreach: true }), ...cell('c'), check({ advice: 'Mend the tap', clean: false }, { as: 'health', mayBreach: true }),
	restrict({ measures: 'association', instead: 'Association in the unit' }, { save: 'care_restriction' }), { name: 'kept', run: async (_, v) => { v.e2 = v.e; } },
];
