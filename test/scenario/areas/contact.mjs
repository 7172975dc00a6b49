// contact.mjs - visits, letters, calls and what limits them: stories, and every rule of the area once biting and once silent.
import { SENTENCED, admission, admit, gate, prepared, register, sentenced } from '../common.mjs';
import { day, ensure, moment } from '../ensure.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';

const HOUR = 60;
const DAY = 24 * HOUR;

const person = (p, more) => admit(p, { order: SENTENCED, ...more });
const woman = (p, more) => person(p, { person: { sex: 'F', ...more } });
const running = (p, clock, more = {}) => ({ name: `${clock} runs`, as: 'governor', get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open', ...more } });
const stopped = (p, clock) => ({ name: `${clock} does not run`, as: 'governor', get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const contact = (p, save, input = {}) => ({ as: 'reception', act: 'contact.add', save, input: { person: `$${p}`, kind: 'family', name: 'Aigul', relation: 'sister', wish_told: true, ...input } });
const book = (p, input = {}, more = {}) => ({ as: 'reception', act: 'visit.book', save: 'v', input: { person: `$${p}`, visit_class: 'family', visitor: 'Sister', setting: 'room',
	wanted: true, planned_at: moment(DAY), minutes: 60, ...input }, ...more });
const lawyer = (p, input = {}, more = {}) => book(p, { visit_class: 'legal', visitor: 'Lawyer Abdi', setting: 'unheard', planned_at: moment(2 * HOUR), ...input }, more);
const close = (input = {}, more = {}) => ({ as: 'reception', act: 'visit.close', input: { visit: '$v', outcome: 'held', watched: 'sight', ...input }, ...more });
const letter = (p, input = {}, more = {}) => ({ as: 'wing', act: 'communication.record', input: { person: `$${p}`, means: 'letter', direction: 'in', contact_class: 'family',
	other_side: 'Mother', looked_at: 'objects', result: 'done', ...input }, ...more });
const limit = (p, input = {}, more = {}) => ({ as: 'governor', act: 'contact_limit.decide', save: 'l', input: { person: `$${p}`, measure: 'suspended', means: 'visits', ground: 'objects',
	facts: 'A telephone in a shoe; two officers saw it', legal_basis: 'Law 12, article 9', authority: 'Governor, decision 8', ends_at: moment(10 * DAY), instead: 'calls letters', alternatives: 'Talked to both; the visits table was searched', ...input }, ...more });
const of = (as, verb, input, more = {}) => ({ as, act: `contact_limit.${verb}`, input: { contact_limit: '$l', ...input }, ...more });
const request = (p) => ({ as: 'wing', act: 'legal_request.receive', save: 'r', input: { person: `$${p}` } });
const searched = { search: 'pat_down', search_agreed: true, search_decent: true, searched_child: false };

const visit = [
	...person('p'), contact('p', 'k'), running('p', 'family-contact'),
	book('p', { contact: '$k', visitor: undefined, planned_at: undefined }), { as: 'wing', get: 'visit/$v', has: { visitor: 'Aigul', relation: 'sister', state: 'asked' } },
	{ as: 'health', act: 'visit.schedule', input: { visit: '$v', planned_at: moment(DAY) }, expect: DENIED },
	{ as: 'caseworker', act: 'visit.schedule', input: { visit: '$v', planned_at: moment(-HOUR), minutes: 45 } },
	close({ watched: undefined }, { expect: refused(422, undefined, '/watched') }),
	{ name: 'the clock before', as: 'governor', get: 'deadline?subject_id=$p', check: (body, v) => { v.due = body.items.find((row) => row.clock === 'family-contact').due_at; } },
	close({ held_minutes: 50, ...searched }), { as: 'wing', get: 'visit/$v', has: { state: 'held', family: true } },
	{ name: 'the clock began anew', as: 'governor', get: 'deadline?subject_id=$p', none: { clock: 'family-contact', outcome: 'open', due_at: '$due' } },
	close({}, { expect: refused(409, undefined, '/visit') }),
	...person('q'), book('q', { contact: '$k' }, { expect: refused(409, undefined, '/contact') }),
];

// What the person does not want, and who did not come, is no fault of the prison; what the prison could not hold is.
const interval = [
	...person('p'), { name: 'the clock', as: 'governor', get: 'deadline?subject_id=$p', check: (body, v) => { v.due = body.items.find((row) => row.clock === 'family-contact').due_at; } },
	book('p', { planned_at: moment(-HOUR) }), close({ outcome: 'not_held', watched: undefined, note: 'No officer for the room' }),
	letter('p', { result: 'withheld', looked_at: 'read' }), letter('p', { means: 'parcel' }), letter('p', { contact_class: 'legal', looked_at: 'nothing' }),
	{ as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'family-contact', due_at: '$due', outcome: 'open' } },
	letter('p', { means: 'call', direction: 'out', looked_at: 'nothing', result: 'declined' }),
	{ as: 'governor', get: 'deadline?subject_id=$p', none: { clock: 'family-contact', due_at: '$due', outcome: 'open' } }, running('p', 'family-contact'),
];

const limits = [
	...person('p'), limit('p', {}, { as: 'security', expect: DENIED }), limit('p'), running('p', 'contact-limit-told'), running('p', 'contact-limit-review'),
	book('p', {}, { expect: refused(409, undefined, '/person') }), lawyer('p'), book('p', { visit_class: 'pastoral', setting: 'unheard' }),
	// A visit that took place all the same is a fact like any other.
	book('p', {}, { fact: true }),
	of('wing', 'tell', { told: 'refused' }, { expect: refused(422, undefined, '/witness') }), of('wing', 'tell', { told: 'refused', witness: 'Officer Two' }), stopped('p', 'contact-limit-told'),
	of('governor', 'review', { review: 'stays' }, { reason: 'Looked at again', expect: refused(409, undefined, '/contact_limit') }),
	of('hq', 'review', { review: 'stays' }, { reason: 'The telephone was the second within a month' }), stopped('p', 'contact-limit-review'),
	of('governor', 'end', {}, { reason: 'The visitor has written an apology' }), book('p'),
	{ as: 'governor', get: 'contact_limit/$l', has: { state: 'ended' } }, of('governor', 'end', {}, { reason: 'Again', expect: refused(409, undefined, '/contact_limit') }),
	limit('p', { measure: 'closed', instead: undefined }), book('p', {}, { expect: refused(409, undefined, '/setting') }), book('p', { setting: 'glass' }),
	of('hq', 'review', { review: 'ends' }, { reason: 'Milder means are enough' }), { as: 'governor', get: 'contact_limit/$l', has: { state: 'ended', review: 'ends' } },
];

const leaving = [
	...sentenced('p', 0), { as: 'reception', act: 'notice.give', input: { person: '$p', occasion: 'admission', told_whom: 'family', result: 'told', told_at: moment(), wish: true } },
	book('p'), { name: 'visit', run: (_, v) => { v.booked = v.v; } }, lawyer('p', { planned_at: undefined }), limit('p', { ground: 'health', measure: 'closed' }), request('p'),
	...prepared('p'), gate('p', { mayBreach: true }),
	{ as: 'hq', get: 'visit/$booked', has: { state: 'gone' } }, { as: 'hq', get: 'visit/$v', has: { state: 'gone' } },
	{ as: 'hq', get: 'contact_limit/$l', has: { state: 'ended' } }, { as: 'hq', get: 'legal_request/$r', has: { state: 'done' } },
	{ name: 'no deadline is open', as: 'hq', get: 'deadline?subject_id=$p', none: { outcome: 'open' } },
];

const moving = [
	...person('p'), book('p'), { name: 'visit', run: (_, v) => { v.booked = v.v; } }, lawyer('p', { planned_at: undefined }),
	{ as: 'security', act: 'transfer.offer', second: 'governor', save: 'transfer', input: { person: '$p', to_facility: '$B', why: 'Nearer', authority: 'Decision 1', distance_km: 10 } },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Unit 2' } },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true }, mayBreach: true },
	{ as: 'governorB', get: 'visit/$booked', has: { state: 'gone' } }, { as: 'governorB', get: 'visit/$v', has: { state: 'asked', facility: '$B' } },
	...['family-contact', 'legal-visit'].map((clock) => ({ as: 'governorB', get: 'deadline?subject_id=$p', first: { clock, outcome: 'open', facility_id: '$B' } })),
];

const child = (p, save = 'c', input = {}) => ({ as: 'reception', act: 'child.add', save, input: { person: `$${p}`, name: 'Small', birth_date: '2025-03-01', living_at: '?', carer: '?', custody_status: '?', ...input } });
const live = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'child_stay.decide', save: 's', input: { person: `$${p}`, child: '$c', decided_on: day(-1), decided_by: 'Child services of the district',
	reasons: 'She feeds him, and nobody outside can take him', childcare: 'Nursery, house 2', ...input }, ...more });
const stay = (as, verb, input = {}, more = {}) => ({ as, act: `child_stay.${verb}`, input: { child_stay: '$s', ...input }, ...more });
const end = (input = {}, more = {}) => stay('caseworker', 'end', { why: 'best_interest', assessment: 'Seen by the child services on Monday', care: 'Grandmother, Osh', ...input }, more);
const pregnant = (p) => ({ as: 'health', act: 'pregnancy.record', save: 'g', input: { person: `$${p}`, expected_on: day(120) } });
const of_birth = (as, verb, input = {}, more = {}) => ({ as, act: `pregnancy.${verb}`, input: { pregnancy: '$g', ...input }, ...more });
const due = (p, clock, open = true) => ({ name: `${clock} ${open ? 'runs' : 'does not run'}`, as: 'caseworker', get: `deadline?subject_id=$${p}`, [open ? 'first' : 'none']: { clock, outcome: 'open' } });

const wish = (p, input = {}, more = {}) => ({ as: 'religious', act: 'belief_wish.record', save: 'w', input: { person: `$${p}`, kind: 'representative', words: 'Wants to talk with somebody', ...input }, ...more });
const answer = (input = {}, more = {}) => ({ as: 'religious', act: 'belief_wish.answer', input: { belief_wish: '$w', result: 'met', ...input }, ...more });
const pastor = (p, input = {}, more = {}) => book(p, { visit_class: 'pastoral', visitor: 'Representative', setting: 'unheard', ...input }, more);

// A wish is nobody's evidence: who decides about security and who assesses cannot read it, and the way to complain is one's own.
const belief = [
	...person('p'), wish('p'), running('p', 'belief-wish'),
	...['security', 'psychologist', 'committee', 'wing', 'hq'].map((as) => ({ as, get: 'belief_wish/$w', expect: DENIED })),
	{ as: 'security', get: 'deadline?subject_id=$p', none: { clock: 'belief-wish' } },
	{ as: 'governor', act: 'representative.approve', save: 'e', input: { facility: '$A', name: 'Representative One', community: 'Community of the district', approved_by: 'Governor' } },
	pastor('p'), close({ outcome: 'declined', watched: undefined }), answer(), stopped('p', 'belief-wish'), answer({}, { expect: refused(409, undefined, '/belief_wish') }),
	{ as: 'governor', act: 'representative.end', input: { representative: '$e' }, reason: 'Moved away; another one is asked for' },
	{ as: 'religious', act: 'complaint.receive', input: { person: '$p', kind: 'complaint', channel: 'spoken', subject: 'religion', addressee: 'inspector', words: 'No service for a month' } },
];

// A woman is pregnant, gives birth outside, the child lives with her, and one day leaves; the wing learns only what it must do.
const birth = [
	...woman('p'), { as: 'governor', act: 'pregnancy.record', input: { person: '$p', expected_on: day(120) }, expect: DENIED }, pregnant('p'),
	...['birth-plan', 'pregnancy-diet', 'pregnancy-court'].map((clock) => due('p', clock)),
	{ as: 'wing', get: 'pregnancy/$g', expect: DENIED }, { as: 'security', get: 'deadline?subject_id=$p', none: { clock: 'birth-plan' } },
	{ as: 'wing', get: 'health_flag?person=$p', first: { kind: 'pregnant', state: 'live' } },
	{ as: 'governor', act: 'separation.order', input: { person: '$p', kind: 'discipline', ground: 'violence', light: 'daylight', disability: 'none', facts: 'x', ends_at: moment(DAY) }, expect: { status: 422, citation: 'BKK-22' } },
	of_birth('caseworker', 'plan', { place: 'hospital', prenatal: true, diet: true, court_told: true }), ...['birth-plan', 'pregnancy-diet', 'pregnancy-court'].map((clock) => due('p', clock, false)),
	of_birth('health', 'birth', { born_in: 'hospital', certificate_place: 'Osh, Garden street 5' }),
	{ as: 'wing', act: 'force.use', input: { person: '$p', ground: 'transfer', instrument: 'handcuffs', resistance: 'active', facts: 'x', alternatives: 'x', ordered_by: 'director', officers: 'wing' }, expect: refused(422, 'NMR-48.2', '/instrument') },
	child('p', 'c', { birth_date: day() }), live('p'), ...['child-screening', 'child-check', 'child-review'].map((clock) => due('p', clock)),
	{ as: 'wing', get: 'child_stay?person=$p', expect: DENIED }, { as: 'hq', get: 'child_stay/$s', expect: DENIED },
	{ name: 'a child that lives here is on no roll', as: 'caseworker', get: 'person?name=Small', count: 0 },
	stay('health', 'check', { kind: 'screening' }), due('p', 'child-screening', false), stay('health', 'check', { kind: 'check' }), due('p', 'child-check'),
	stay('caseworker', 'review', {}, { reason: 'He grows and sleeps; asked the nurse' }), stay('caseworker', 'prepare', { care: 'Grandmother, Osh', met: true }),
	end({ care: undefined }), due('p', 'child-contact'), due('p', 'child-review', false), end({}, { expect: refused(409, undefined, '/child_stay') }),
	{ name: 'the clock', as: 'caseworker', get: 'deadline?subject_id=$p', check: (body, v) => { v.due = body.items.find((row) => row.clock === 'child-contact').due_at; } },
	book('p', { own_child: true, children: 1, planned_at: moment() }), close(), { as: 'caseworker', get: 'deadline?subject_id=$p', none: { clock: 'child-contact', due_at: '$due', outcome: 'open' } },
];

export const SCENARIOS = { 'contact: religion and belief': belief, 'contact: pregnancy, birth and a child who lives here': birth, 'contact: a visit from request to outcome': visit, 'contact: the family interval': interval, 'contact: limits': limits,
	'contact: leaving custody': leaving, 'contact: transfer': moving };

// Five private visits of men took place; of women none of four.
const unequal = [...['a', 'b', 'c', 'd', 'e'].flatMap((p) => [...person(p), book(p, { setting: 'private', planned_at: moment(-DAY) }), close({ watched: 'nobody' })]),
	...['f', 'g', 'h', 'i'].flatMap((p) => [...woman(p), book(p, { setting: 'private' }), close({ outcome: 'not_allowed', watched: undefined, note: 'No room' }, { warnings: { 'NMR-58.2': 'No room for families is built yet' } })])];

const twenty = Array.from({ length: 20 }, (_, i) => `b${i}`);

export const RULES = {
	'NMR-65.1': [...twenty.slice(0, 19).flatMap((p) => [...person(p), wish(p)]), ...person('z'), { as: 'governor', act: 'representative.approve', save: 'e',
		input: { facility: '$A', name: 'Representative One', community: 'Community of the district', approved_by: 'Governor' } }, wish('z'),
	{ as: 'governor', act: 'representative.end', input: { representative: '$e' }, reason: 'Moved away' }, ...person('y'), wish('y', {}, { breaches: ['NMR-65.1'] }),
	...[...twenty.slice(0, 19), 'z', 'y'].flatMap((p) => [{ as: 'religious', get: `belief_wish?person=$${p}`, first: { kind: 'representative' }, save: 'w' }, answer()])],
	'NMR-65.2': [...person('p'), ...['heard', 'room'].map((setting) => pastor('p', { setting }, { expect: refused(422, 'NMR-65.2', '/setting') })), pastor('p'),
		close({ watched: 'recorded' }, { expect: refused(422, 'NMR-65.2', '/watched') }), close()],
	'NMR-65.3': [...person('p'), wish('p'), answer({ result: 'refused', answer: 'Not vetted' }, { expect: refused(422, 'NMR-65.3', '/alternative') }),
		answer({ result: 'refused', answer: 'This one is charged with smuggling', alternative: 'Another one on Friday' }), pastor('p', { wanted: false }, { expect: refused(422, 'NMR-65.3', '/wanted') }),
		pastor('p'), close({ outcome: 'not_allowed', watched: undefined, note: 'Not today' }, { expect: refused(422, 'NMR-65.3', '/outcome') }), close()],
	'NMR-65.3.time': [...person('p'), stopped('p', 'belief-wish'), wish('p', { kind: 'none' }), stopped('p', 'belief-wish'), wish('p'), running('p', 'belief-wish'), answer()],
	'NMR-66': [...person('p'), wish('p', { kind: 'service' }), answer({ result: 'refused' }, { expect: warned('NMR-66') }),
		answer({ result: 'refused', answer: 'Threatened two people there on Friday', until_day: day(10) })],
	'NMR-28.1': [...woman('p'), pregnant('p'), of_birth('health', 'plan', { place: 'prison' }, { expect: warned('NMR-28.1') }), of_birth('health', 'plan', { place: 'prison', place_why: 'The pass is closed' }),
		of_birth('health', 'plan', { place: 'hospital' })],
	'NMR-28.1.plan': [...woman('p'), due('p', 'birth-plan', false), pregnant('p'), due('p', 'birth-plan'), of_birth('health', 'end', {}, { reason: 'Ended' }), due('p', 'birth-plan', false)],
	'NMR-28.2': [...woman('p'), pregnant('p'), of_birth('health', 'birth', { born_in: 'hospital', certificate_place: 'North Prison' }, { expect: refused(422, 'NMR-28.2', '/certificate_place') }),
		of_birth('health', 'birth', { born_in: 'hospital', certificate_place: 'Osh, Garden street 5' })],
	'NMR-29.1': [...woman('p'), child('p'), ...['decided_on', 'decided_by', 'reasons'].map((name) => live('p', { [name]: undefined }, { expect: refused(422, 'NMR-29.1', `/${name}`) })),
		live('p', { reasons: undefined }, { fact: true, breaches: ['NMR-29.1', 'BKK-49'] }), ...woman('q'), child('q'), live('q')],
	'NMR-29.1.review': [...woman('p'), child('p'), due('p', 'child-review', false), live('p'), due('p', 'child-review')],
	'NMR-29.1a': [...woman('p'), child('p'), live('p', { childcare: undefined }, { expect: warned('NMR-29.1a') }), live('p')],
	'NMR-29.1b': [...woman('p'), child('p'), due('p', 'child-screening', false), live('p'), due('p', 'child-screening')],
	'NMR-29.2': [...register('p', { birth_date: day(-4 * 365) }), { as: 'reception', act: 'person.admit', input: admission('p'), expect: refused(422, 'NMR-29.2', '/person') }, ...person('q')],
	'BKK-48.1': [...woman('p'), due('p', 'pregnancy-diet', false), pregnant('p'), due('p', 'pregnancy-diet'), of_birth('health', 'plan', { place: 'hospital', diet: true }), due('p', 'pregnancy-diet', false)],
	'BKK-48.2': [...woman('p'), child('p'), live('p'), stay('governor', 'feed', { feeding: 'limited' }, { expect: refused(422, 'BKK-48.2', '/health_reason') }),
		stay('health', 'feed', { feeding: 'limited', health_reason: 'Medicine of the mother', clinician: 'Paediatrician of the district' }), stay('health', 'feed', { feeding: 'free' })],
	'BKK-49': [...woman('p'), child('p'), live('p', { reasons: undefined }, { expect: refused(422, 'BKK-49', '/reasons') }), live('p')],
	'BKK-51.1': [...woman('p'), child('p'), due('p', 'child-check', false), live('p'), due('p', 'child-check')],
	'BKK-52.1': [...woman('p'), child('p'), live('p'), end({ why: 'age', assessment: undefined }, { expect: refused(422, 'BKK-52.1', '/assessment') }), end()],
	'BKK-52.2': [...woman('p'), child('p'), live('p'), end({ care: undefined }, { expect: refused(422, 'BKK-52.2', '/care') }), end()],
	'BKK-52.3': [...woman('p'), child('p'), live('p'), due('p', 'child-contact', false), end(), due('p', 'child-contact')],
	'BKK-64': [...woman('p'), due('p', 'pregnancy-court', false), pregnant('p'), due('p', 'pregnancy-court')],
	'NMR-58.1.interval': [...admit('p'), running('p', 'family-contact'), { as: 'wing', act: 'escape.record', expect: DENIED, input: { person: '$p', happened_at: moment(), circumstances: 'x' } },
		{ as: 'security', act: 'escape.record', input: { person: '$p', happened_at: moment(), circumstances: 'Over the wall' } },
		{ as: 'hq', get: 'deadline?subject_id=$p', none: { clock: 'family-contact', outcome: 'open' } }],
	'HAV-60': [...person('p'), stopped('p', 'family-contact-child'), ...person('k', { person: { birth_date: () => new Date(Date.now() - 16 * 365 * 86400000).toISOString().slice(0, 10) } }),
		running('k', 'family-contact-child'), stopped('k', 'family-contact')],
	'NMR-58.2': [...unequal, ...woman('p'), book('p', { setting: 'private' }), close({ outcome: 'not_allowed', watched: undefined, note: 'No room' }, { expect: warned('NMR-58.2') }),
		close({ watched: 'nobody', held_at: moment(-1) })],
	'NMR-59': [...person('p'), ...[[900, { expect: warned('NMR-59') }], [150, { second: 'governor' }]].map(([distance_km, more]) => ({ as: 'security', act: 'transfer.offer',
		input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 4', distance_km }, ...more }))],
	'NMR-60.1': [...person('p'), book('p'), close({ ...searched, search_agreed: false }, { expect: refused(422, 'NMR-60.1', '/search_agreed') }), close({ outcome: 'turned_away', watched: undefined }),
		book('p'), close({ ...searched, search_agreed: undefined }, { fact: true, breaches: ['NMR-60.1'] }), book('p'), close(searched)],
	'NMR-60.2a': [...person('p'), book('p'), close({ ...searched, search_decent: false }, { expect: refused(422, 'NMR-60.2a', '/search_decent') }),
		close({ ...searched, search: 'strip', search_order: 'duty', searched_child: true }, { expect: refused(422, 'NMR-60.2a', '/searched_child') }), close(searched)],
	'NMR-60.2b': [...person('p'), book('p'), close({ ...searched, search: 'cavity', search_order: 'director', search_health: true, searched_child: true }, { expect: refused(422, 'NMR-60.2b', '/searched_child') }),
		close({ ...searched, search: 'cavity', search_order: 'director' }, { expect: refused(422, 'NMR-60.2b', '/search_health') }),
		close({ ...searched, search: 'cavity', search_order: 'director', search_health: true })],
	'NMR-61.1a': [...person('p'), stopped('p', 'legal-visit'), lawyer('p', { planned_at: undefined }), running('p', 'legal-visit'),
		{ as: 'reception', act: 'visit.schedule', input: { visit: '$v', planned_at: moment(5 * DAY) } }, running('p', 'legal-visit'),
		{ as: 'reception', act: 'visit.schedule', input: { visit: '$v', planned_at: moment(5 * DAY), later_wish: true } }, stopped('p', 'legal-visit')],
	'NMR-61.1a.refused': [...person('p'), lawyer('p'), close({ outcome: 'not_allowed', watched: undefined, note: 'Not today' }, { expect: refused(422, 'NMR-61.1a.refused', '/outcome') }),
		close({ outcome: 'not_allowed', watched: undefined, note: 'Sent away at the gate' }, { fact: true, breaches: ['NMR-61.1a.refused'] }), lawyer('p'), close()],
	'NMR-61.1b': [...person('p'), contact('p', 'k', { kind: 'lawyer', name: 'Lawyer Abdi' }), ...['heard', 'room'].map((setting) => lawyer('p', { setting }, { expect: refused(422, 'NMR-61.1b', '/setting') })),
		lawyer('p'), close({ watched: 'recorded' }, { expect: refused(422, 'NMR-61.1b', '/watched') }), close({ watched: 'recorded' }, { fact: true, breaches: ['NMR-61.1b'] }),
		letter('p', { contact_class: 'legal' }, { expect: refused(422, 'NMR-61.1b', '/looked_at') }), letter('p', { contact_class: 'legal', looked_at: 'nothing' }),
		limit('p', { contact: '$k' }, { expect: refused(422, 'NMR-61.1b', '/contact') }),
		{ name: 'no role is let through', run: async (world, v) => {
			for (const as of ['reception', 'wing', 'caseworker', 'security', 'governor', 'doctor']) {
				const answer = await world.act(as, 'visit.book', { person: v.p, visit_class: 'legal', visitor: 'L', setting: 'heard' });
				ensure(answer.status >= 400, `${as}: ${answer.text}`);
			}
		} }],
	'NMR-61.2': [...person('p', { person: { interpreter: true } }), lawyer('p', {}, { expect: warned('NMR-61.2') }), lawyer('p', { interpreter: true }), ...person('q'), lawyer('q')],
	'NMR-61.3': [...person('p'), stopped('p', 'legal-aid-forwarded'), request('p'), running('p', 'legal-aid-forwarded'),
		{ as: 'caseworker', act: 'legal_request.answer', input: { legal_request: '$r', answer: 'To the legal aid office, number 12' } }, stopped('p', 'legal-aid-forwarded')],
	'NMR-120.1': [...admit('p'), lawyer('p', { setting: 'heard' }, { expect: refused(422, 'NMR-120.1', '/setting') }), lawyer('p')],
	'NMR-56.3.mail': [...person('p'), letter('p', { contact_class: 'official' }, { expect: refused(422, 'NMR-56.3.mail', '/looked_at') }), letter('p', { contact_class: 'official', looked_at: 'nothing' })],
	'BKK-28': [...person('p'), book('p', { own_child: true, children: 1, setting: 'glass' }, { expect: warned('BKK-28') }), book('p', { own_child: true, children: 1, setting: 'glass', setting_why: 'A blade on Monday; until Friday' }),
		book('p', { own_child: true, children: 2 })],
	'BKK-44': [...woman('p'), book('p', { wanted: undefined }, { expect: refused(422, 'BKK-44', '/wanted') }), book('p'), ...person('q'), book('q', { wanted: undefined })],
	'NMR-43.3a.limit': [...person('p'), limit('p', { ground: 'sanction' }, { expect: refused(422, 'NMR-43.3a.limit', '/ground') }),
		limit('p', { means: 'calls letters visits' }, { expect: refused(422, 'NMR-43.3a.limit', '/means') }), limit('p'),
		limit('p', { means: 'calls letters', instead: 'video' }, { expect: refused(422, 'NMR-43.3a.limit', '/means') }), limit('p', { means: 'calls', instead: 'letters' }),
		...person('q'), limit('q', { means: 'calls letters visits' }, { fact: true, breaches: ['NMR-43.3a.limit'] })],
	'NMR-36.limit': [...person('p'), limit('p', { alternatives: undefined }, { expect: refused(422, 'NMR-36.limit', '/alternatives') }), limit('p')],
	'NMR-41.5.lawyer': [...person('p'), { as: 'wing', act: 'charge.lay', save: 'g', input: { person: '$p', incident: 'C-1', happened_at: moment(-2 * DAY), facts: 'Hit another person', mediation: 'tried' }, fact: true, mayBreach: true },
		lawyer('p'), close({ outcome: 'not_allowed', watched: undefined, note: 'x' }, { fact: true, breaches: ['NMR-61.1a.refused'] }),
		{ as: 'governor', act: 'charge.review', input: { charge: '$g', result: 'ready' }, reason: 'Complete' },
		{ as: 'governor', act: 'charge.refer', input: { charge: '$g', result: 'police' }, reason: 'A knife was used' },
		lawyer('p'), close({ outcome: 'not_allowed', watched: undefined, note: 'x' }, { expect: refused(422, 'NMR-41.5.lawyer', '/outcome') }),
		letter('p', { contact_class: 'legal', looked_at: 'nothing', result: 'withheld' }, { expect: refused(422, 'NMR-41.5.lawyer', '/result') }), close()],
	'BOP-15': [...person('p'), limit('p', { means: 'calls letters visits' }, { expect: refused(422, 'BOP-15', '/means') }), stopped('p', 'incommunicado'),
		limit('p', { means: 'calls letters visits' }, { fact: true, breaches: ['BOP-15'] }), running('p', 'incommunicado'),
		of('governor', 'end', {}, { reason: 'It should not have been' }), stopped('p', 'incommunicado'), limit('p')],
	'HAV-61': [...person('p'), stopped('p', 'child-calls'), ...person('k', { person: { birth_date: () => new Date(Date.now() - 16 * 365 * 86400000).toISOString().slice(0, 10) } }),
		running('k', 'child-calls'), { as: 'governor', get: 'deadline?subject_id=$k', check: (body, v) => { v.due = rows(body).find((row) => row.clock === 'child-calls').due_at; } },
		letter('k', { happened_at: moment(-5) }), { as: 'governor', get: 'deadline?subject_id=$k', first: { clock: 'child-calls', due_at: '$due', outcome: 'open' } },
		letter('k'), { as: 'governor', get: 'deadline?subject_id=$k', none: { clock: 'child-calls', due_at: '$due', outcome: 'open' } }, running('k', 'child-calls')],
	'NMR-43.3b.limit': [...person('p'), ...[['ends_at', undefined], ['ends_at', moment(15 * DAY)], ['instead', undefined], ['facts', undefined], ['authority', undefined]].map(([name, value]) =>
		limit('p', { [name]: value }, { expect: refused(422, 'NMR-43.3b.limit', `/${name}`) })), stopped('p', 'contact-limit-told'), limit('p'), running('p', 'contact-limit-told')],
	'BKK-23.limit': [...woman('p'), limit('p', { ground: 'sanction' }, { expect: refused(422, 'BKK-23.limit', '/ground') }), limit('p')],
};

// What the pages of the area need to have something on them (test/browser).
export const PRISON = [
	...person('cp', { person: { surname: 'Садыков', given: 'Тимур', script: 'Cyrl' } }), contact('cp', 'ck'), book('cp', { contact: '$ck', visitor: undefined, planned_at: moment() }),
	{ name: 'visit', run: (_, v) => { v.cv = v.v; } }, lawyer('cp', { planned_at: moment() }), { name: 'lawyer', run: (_, v) => { v.lawyer = v.v; } }, book('cp', { visitor: 'Brother', planned_at: undefined }), letter('cp'), request('cp'),
	...person('cq'), limit('cq', { measure: 'closed' }), { name: 'limit', run: (_, v) => { v.cl = v.l; } },
	...woman('cw', { surname: 'Ахметова', given: 'Айжан', script: 'Cyrl' }), child('cw'), live('cw'), pregnant('cw'), { name: 'family', run: (_, v) => { v.cs = v.s; v.cg = v.g; } },
	{ as: 'governor', act: 'representative.approve', save: 'ce', input: { facility: '$A', name: 'Representative One', community: 'Community of the district', approved_by: 'Governor', hours_week: 6 } },
	wish('cp', { kind: 'diet', words: 'No meat on Fridays' }), { name: 'wish', run: (_, v) => { v.cx = v.w; } }, pastor('cp'),
];
