// care.mjs - deaths, injuries, disappearances and signs of torture: stories, and every rule of the area once biting and once silent.
import { day, ensure, moment } from '../ensure.mjs';
import { SENTENCED, admit, cell, place, safety } from '../common.mjs';
import { DENIED, refused, rows } from '../play.mjs';

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

export const SCENARIOS = { 'care: a death': death, 'care: somebody is missing': missing, 'care: implicated staff are kept out': kept_out };

const examined = (signs) => ({ as: 'health', act: 'admission.health', input: { admission: '$p_admission', examined_at: moment(-5), examiner: 'Nurse', self_harm_watch: false,
	observation: 'none', withdrawal: false, infectious_precaution: false, daily_medicine: false, diet: false, mobility: false, ill_treatment_signs: signs } });
const note = (p, more = {}) => ({ as: 'security', act: 'alert.raise', input: { person: `$${p}`, kind: 'threatened', instruction: 'Not alone in the yard', evidence: 'Two letters were found in the cell', expires_on: day(5) }, ...more });

export const RULES = {
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
	...person('cb'), report('cb', {}, { save: 'e' }), hold({}, { save: 'cv' }), notify(), { name: 'kept', run: async (_, v) => { v.e2 = v.e; } },
];
