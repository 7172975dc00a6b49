// life.mjs - a person from the gate to the gate: file, admission with every step, place, move, court, transfer, orders,
// sentence, release; and the other ways in which a stay ends.
import { day, ensure, moment } from './ensure.mjs';
import { admission, admit, cell, gate, place, prepared, register, safety, sentenced } from './common.mjs';
import { DENIED, refused, rows } from './play.mjs';

const step = (name, input, as = 'reception') => ({ as, act: `admission.${name}`, input: { admission: '$p_admission', ...input } });
const told = (kind) => ({ as: 'reception', act: 'information.give', input: { person: '$p', kind, language: 'ru', form: 'oral',
	explained_by: 'Officer on duty', given_at: moment(), signed: 'signed' } });

export const HEALTH = { examined_at: moment(-5), examiner: 'Dr. A.', self_harm_watch: false, observation: 'none', withdrawal: false,
	infectious_precaution: false, daily_medicine: false, diet: false, mobility: false, fit_for_work: 'fit', ill_treatment_signs: false };

export const EVERY_STEP = [
	step('check_identity', { how: 'document', result: 'Passport seen' }),
	step('check_authority', { seen: true }),
	step('search', { by_sex: 'M', privacy: true }),
	step('condition', { injuries: false, ill_treatment: false }),
	{ as: 'reception', act: 'property_item.store', save: 'watch', input: { person: '$p', description: 'Watch, metal', item_class: 'valuable',
		quantity: 1, seal: 'Z-1001', signed: 'signed' } },
	{ as: 'reception', act: 'property_item.store', save: 'money', input: { person: '$p', description: 'Banknotes', item_class: 'money',
		quantity: 3, amount: '1500.50', currency: 'KZT', seal: 'Z-1002', signed: 'signed' } },
	step('close_property', { signed: 'signed' }),
	step('health', HEALTH, 'health'),
	step('needs', { telephone_offered: true, lawyer_asked: true, medicine_needed: false, clothing_food_given: true }),
	step('safety', { sharing_risk: 'may_share', safety_note: 'Nothing said against it' }),
	{ as: 'reception', act: 'contact.add', save: 'mother', input: { person: '$p', kind: 'family', relation: 'mother', name: 'Mother of P',
		phone: '+7 700 000 00 00', wish_told: true, wish_told_illness: true, next_of_kin: true } },
	{ as: 'reception', act: 'notice.give', input: { person: '$p', occasion: 'admission', told_whom: 'family', contact: '$mother', result: 'told',
		told_at: moment(), method: 'Telephone', wish: true } },
	{ as: 'reception', act: 'notice.give', input: { person: '$p', occasion: 'admission', told_whom: 'consulate', result: 'declined',
		told_at: moment(), wish: false } },
	step('children', { has_children: 'no' }),
	told('law_and_rules'), told('rights'), told('obligations'), told('other'), told('charges'),
];

const fullLife = [
	...register('p'),
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'not_admitted', name: /^Surname/ } },
	{ as: 'reception', act: 'person.admit', input: admission('p'), save: 'p_admission' },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in', legal_status: 'untried', release_date: day(30), release_date_kind: 'on_order' } },
	{ as: 'reception', get: 'custody_episode?person=$p', first: { state: 'open' }, save: 'episode',
		check: (body) => ensure(/^IK-A-\d{4}\/\d{4}$/.test(rows(body)[0].register_number), `register number ${rows(body)[0].register_number}`) },
	{ as: 'reception', act: 'admission.complete', input: { admission: '$p_admission' }, expect: refused(409, 'NMR-30.0', '/admission') },
	...EVERY_STEP,
	...cell('c1'), ...cell('c2'),
	place('p', 'c1'),
	{ as: 'reception', act: 'admission.complete', input: { admission: '$p_admission' } },
	{ as: 'reception', get: 'admission/$p_admission', has: { state: 'completed', placed_step: 'done', health_step: 'done' } },
	{ as: 'reception', get: 'deadline?subject_id=$p', none: { clock: 'health-examination', outcome: 'open' } },
	place('p', 'c2', { as: 'wing' }),
	{ as: 'wing', get: 'placement?person=$p', count: 2, first: { place: '$c2', ended_at: undefined } },
	// To court and back.
	{ as: 'security', act: 'movement.leave', save: 'court', input: { person: '$p', kind: 'court', destination: 'District court',
		authority: 'Summons 12', escort: 'Escort 3', due_back_at: moment(300) } },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'out' } },
	place('p', 'c1', { expect: refused(409, undefined, '/person') }),
	{ as: 'reception', act: 'movement.return', input: { movement: '$court' } },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in' } },
	// Sentence: the remand order is replaced, the term needs a second person, the date follows.
	{ as: 'reception', get: 'legal_order?person=$p', first: { kind: 'remand', state: 'in_force' }, save: 'remand' },
	{ as: 'caseworker', act: 'legal_order.add', save: 'sentence', input: { person: '$p', kind: 'sentence', number: 'S-77/26',
		authority: 'District court', issued_on: day(), legal_status: 'convicted', valid_from: day(-9), replaces: '$remand' } },
	{ as: 'caseworker', act: 'offence.add', input: { legal_order: '$sentence', article: '188 part 2', law: 'Criminal Code', iccs: '0502',
		description: 'Theft', committed_on: '2026' } },
	{ as: 'caseworker', act: 'sentence.impose', save: 'term', second: 'governor', input: { legal_order: '$sentence', length: 'P13D',
		starts_on: day(-9), relation: 'single' } },
	{ as: 'caseworker', act: 'credit.add', second: 'governor', input: { legal_order: '$sentence', from_day: day(-12), to_day: day(-10), kind: 'remand' } },
	{ as: 'caseworker', act: 'credit.add', input: { legal_order: '$sentence', from_day: day(-11), to_day: day(-11), kind: 'police' },
		expect: refused(409, undefined, '/from_day') },
	{ as: 'reception', get: 'person/$p', has: { legal_status: 'convicted', release_date: day(), release_date_kind: 'calculated' } },
	// Another facility: offered, agreed, departed, accepted.
	{ as: 'security', act: 'transfer.offer', save: 'transfer', second: 'governor', input: { person: '$p', to_facility: '$B', why: 'Nearer to home',
		authority: 'Decision 9', distance_km: 20 } },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true },
		expect: refused(409, undefined, '/transfer') },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Escort 5' } },
	{ as: 'receptionB', get: 'person/$p', has: { whereabouts: 'in_transit' } },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in_transit' } },
	{ as: 'receptionB', get: 'deadline?subject_id=$p', first: { clock: 'arrival', outcome: 'open' } },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: false, file_received: true, property_received: true },
		expect: refused(409, undefined, '/identity_checked') },
	{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true } },
	{ as: 'receptionB', get: 'person/$p', has: { whereabouts: 'in', current_facility: '$B' } },
	{ as: 'receptionB', get: 'property_item?person=$p', first: { facility: '$B', state: 'stored' } },
	{ as: 'reception', get: 'person/$p', expect: DENIED },
	{ as: 'receptionB', act: 'notice.give', input: { person: '$p', occasion: 'transfer', told_whom: 'family', result: 'told', told_at: moment(), wish: true } },
	{ as: 'receptionB', get: 'deadline?subject_id=$p', none: { clock: 'family-told-transfer', outcome: 'open' } },
	// And out.
	{ as: 'receptionB', act: 'release.prepare', save: 'p_release', input: { person: '$p', planned_on: day(), kind: 'term_served' } },
	...['identity_papers', 'housing', 'clothing', 'travel', 'subsistence'].flatMap((kind) => [
		{ as: 'receptionB', get: 'release_step?person=$p', first: { kind }, save: 'need' },
		{ as: 'receptionB', act: 'release.need', input: { release_step: '$need', state: 'done' } }]),
	{ as: 'receptionB', act: 'release.return_property', input: { release: '$p_release' } },
	{ as: 'receptionB', act: 'release.offer_file', input: { release: '$p_release', accepted: false } },
	gate('p', { as: 'receptionB', second: 'governorB' }),
	{ as: 'hq', get: 'person/$p', has: { whereabouts: 'released' } },
	{ as: 'hq', get: 'release/$p_release', has: { state: 'released', calculated_first: day(), calculated_second: day(), identity_checked: true } },
	{ as: 'hq', get: 'custody_episode/$episode', has: { state: 'ended', end_kind: 'released' } },
	{ as: 'hq', get: 'property_item?person=$p', none: { state: 'stored' } },
];

const death = [
	...admit('p'), ...cell('c'), place('p', 'c'),
	{ as: 'governor', act: 'death.record', input: { person: '$p', happened_at: moment(-10), place_of_death: 'Hospital', circumstances: 'After a long illness' } },
	{ as: 'hq', get: 'person/$p', has: { whereabouts: 'died' } },
	{ as: 'governor', act: 'notice.give', input: { person: '$p', occasion: 'death', told_whom: 'family', result: 'told', told_at: moment(), wish: true } },
	{ as: 'reception', act: 'person.admit', input: admission('p'), expect: { status: 409 } },
];

const escape = [
	...admit('p'),
	{ as: 'security', act: 'escape.record', input: { person: '$p', happened_at: moment(-30), circumstances: 'From the outside workshop' } },
	{ as: 'security', act: 'escape.return', input: { person: '$p', facility: '$A', happened_at: moment(-1), circumstances: 'Came back by himself' } },
	{ as: 'security', get: 'person/$p', has: { whereabouts: 'in' } },
];

const transferRefused = [
	...admit('p'), ...cell('c'), place('p', 'c'),
	{ as: 'reception', act: 'transfer.offer', save: 'transfer', second: 'governor', input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 1' } },
	{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Escort 1' } },
	{ as: 'receptionB', act: 'transfer.refuse', input: { transfer: '$transfer' }, reason: 'The papers are those of another person' },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in', current_facility: '$A' } },
	{ as: 'receptionB', get: 'person/$p', expect: DENIED },
];

const alerts = [
	...admit('p'), ...admit('q'), safety('p'), safety('q'),
	{ as: 'security', act: 'alert.raise', save: 'alert', input: { person: '$p', kind: 'threatened', instruction: 'Do not leave alone in the yard',
		evidence: 'Two officers heard threats from the window on Monday', expires_on: day(30) } },
	{ as: 'security', act: 'alert.raise', input: { person: '$p', kind: 'escape', instruction: 'Watch', evidence: 'Seen measuring the fence twice',
		expires_on: day(400) }, expect: refused(422, undefined, '/expires_on') },
	{ as: 'security', act: 'alert.renew', input: { alert: '$alert', expires_on: day(60), evidence: 'Threats were repeated in writing on Friday' }, reason: 'Not over' },
	{ as: 'security', act: 'alert.end', input: { alert: '$alert' }, reason: 'The other person was transferred' },
	{ as: 'security', act: 'alert.end', input: { alert: '$alert' }, reason: 'Again', expect: refused(409, undefined, '/alert') },
	{ as: 'security', act: 'keep_apart.raise', save: 'apart', input: { person: '$p', other: '$q', ground: 'threat', expires_on: day(90) } },
	{ as: 'governor', act: 'keep_apart.end', input: { keep_apart: '$apart' }, reason: 'Settled' },
	{ as: 'wing', act: 'case_note.write', save: 'note', input: { person: '$p', kind: 'behaviour', note: 'Helped a neighbour to write a letter',
		happened_at: moment(-5), fact_or_opinion: 'fact' } },
	{ as: 'wing', act: 'case_note.write', input: { person: '$q', kind: 'general', note: 'x', happened_at: moment(-1), fact_or_opinion: 'fact', amends: '$note' },
		expect: refused(409, undefined, '/amends') },
	{ as: 'reception', act: 'name.add', save: 'alias', input: { person: '$p', name_kind: 'alias', whole: 'Асқаров Данияр', script: 'Cyrl', name_language: 'kk' } },
	{ as: 'reception', act: 'name.end', input: { person_name: '$alias' }, reason: 'Belongs to somebody else' },
	{ as: 'reception', act: 'file.link', save: 'link', second: 'caseworker', input: { person: '$p', other: '$q', kind: 'not_same', grounds: 'Other fingerprints' } },
	{ as: 'reception', act: 'file.unlink', input: { file_link: '$link' }, reason: 'Entered for the wrong file' },
];

const outOfUse = [
	...cell('c'), ...admit('p'), place('p', 'c'),
	{ as: 'governor', act: 'place.close', input: { place: '$c', out_of_use_reason: 'damp' }, reason: 'Water in the wall', expect: refused(409, undefined, '/place') },
	...cell('d'),
	{ as: 'governor', act: 'place.close', input: { place: '$d', out_of_use_reason: 'damp' }, expect: refused(422) },
	{ as: 'governor', act: 'place.close', input: { place: '$d', out_of_use_reason: 'damp', out_of_use_until: day(20) }, reason: 'Water in the wall' },
	place('p', 'd', { expect: refused(409, undefined, '/place') }),
	{ as: 'governor', act: 'place.reopen', input: { place: '$d' }, reason: 'Dry again' },
	place('p', 'd'),
];

const secondPerson = [
	...sentenced('p', 0),
	...prepared('p'),
	{ as: 'reception', act: 'release.release', save: 'proposal', waits: true, expect: { status: 202 },
		input: { release: '$p_release', identity_checked: true, orders_seen: true, medicine_given: '?' } },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in' } },
	{ name: 'the same person may not agree', as: 'reception', act: 'proposal.approve', input: { proposal: '$proposal' }, expect: { status: 409 } },
	{ name: 'a role without this right may not agree', as: 'wing', act: 'proposal.approve', input: { proposal: '$proposal' },
		run: async (world, variables) => {
			const before = await world.entries();
			const answer = await world.act('wing', 'proposal.approve', { proposal: variables.proposal });
			ensure([403, 404, 409].includes(answer.status), `got ${answer.status} ${JSON.stringify(answer.body)}`);
			ensure(await world.entries() === before, 'something was written');
		} },
	{ as: 'governor', act: 'proposal.decline', input: { proposal: '$proposal' }, reason: 'The court telephoned' },
	{ as: 'governor', act: 'proposal.approve', input: { proposal: '$proposal' }, expect: { status: 409 } },
	gate('p'),
	{ as: 'hq', get: 'person/$p', has: { whereabouts: 'released' } },
];

const cancelled = [
	...sentenced('p', 30, { length: 'P40D', days: 40 }), ...prepared('p', { file: false, needs: false, property: false }),
	{ as: 'wing', act: 'release.cancel', input: { release: '$p_release' }, reason: 'No', expect: DENIED },
	{ as: 'governor', act: 'release.cancel', input: { release: '$p_release' }, expect: refused(422) },
	{ as: 'governor', act: 'release.cancel', input: { release: '$p_release' }, reason: 'The court set another day' },
	{ as: 'governor', get: 'release/$p_release', has: { state: 'cancelled' } },
	{ as: 'governor', get: 'deadline?subject_id=$p', first: { clock: 'release-preparation', outcome: 'open' } },
	{ name: 'the reason stands in the history', run: async (world, v) => {
		const answer = await world.get('governor', `release/${v.p_release}/history`);
		ensure(answer.text.includes('The court set another day'), answer.text);
	} },
	{ as: 'governor', act: 'release.cancel', input: { release: '$p_release' }, reason: 'Again', expect: refused(409, undefined, '/release') },
	{ as: 'reception', act: 'release.release', input: { release: '$p_release', identity_checked: true, orders_seen: true, medicine_given: '?' }, expect: refused(409, undefined, '/release') },
	...prepared('p', { file: false, needs: false, property: false }),
];

const manyNumbers = [
	...['p', 'q', 'r'].flatMap((who) => register(who)).map((step) => ({ ...step, as: 'receptionB' })),
	{ as: 'receptionB', act: 'person.admit', fact: true, mayBreach: true,
		input: admission('p', { facility: '$B', register_number: `IK-B-${day().slice(0, 4)}/9999` }) },
	...['q', 'r'].map((who) => ({ as: 'receptionB', act: 'person.admit', save: `${who}_admission`, input: admission(who, { facility: '$B' }) })),
	{ name: 'the register goes on above 9,999', run: async (world, v) => {
		for (const [who, number] of [['q', '10000'], ['r', '10001']]) {
			const admitted = (await world.get('receptionB', `admission/${v[`${who}_admission`]}`)).body;
			const episode = (await world.get('receptionB', `custody_episode/${admitted.episode}`)).body;
			ensure(episode.register_number.endsWith(`/${number}`), `${who}: ${episode.register_number}`);
		}
	} },
];

// What verbs have written is corrected with a reason; a correction still has to fit, and nothing is added this way.
const corrected = [
	...admit('p'),
	{ as: 'reception', get: 'custody_episode?person=$p', first: { state: 'open' }, save: 'episode' },
	{ as: 'reception', act: 'custody_episode.correct', input: { target: '$episode', arrested_place: 'Bus station' }, expect: refused(422, undefined, '/reason') },
	{ as: 'wing', act: 'custody_episode.correct', input: { target: '$episode', arrested_place: 'Bus station' }, reason: 'The court says so', expect: DENIED },
	{ as: 'reception', act: 'custody_episode.correct', input: { target: '$episode', arrested_place: 'Bus station' }, reason: 'The record of the arrest says so' },
	{ as: 'reception', get: 'custody_episode/$episode', has: { arrested_place: 'Bus station', arrested_by: 'Police', version: 2 } },
	{ as: 'reception', act: 'custody_episode.add', input: { person: '$p' }, expect: { status: 404 } },
	{ as: 'security', act: 'movement.leave', save: 'out', input: { person: '$p', kind: 'court', destination: 'Court', authority: 'Summons', happened_at: moment(-30),
		due_back_at: moment(200) } },
	{ as: 'security', act: 'movement.correct', input: { target: '$out', happened_at: moment(-90) }, reason: 'Wrong hour', expect: refused(422, 'NMR-7.c', '/happened_at') },
	{ as: 'security', act: 'movement.correct', input: { target: '$out', happened_at: moment(-40), due_back_at: moment(400) }, reason: 'Wrong hour' },
	{ as: 'security', get: 'deadline?subject_id=$p', first: { clock: 'due-back', outcome: 'open', due_at: moment(400) } },
	{ as: 'security', act: 'movement.correct', input: { target: '$out', kind: 'hospital' }, reason: 'x', expect: refused(422) },
	{ as: 'reception', get: 'movement?person=$p', first: { kind: 'admission' }, save: 'in' },
	{ as: 'reception', act: 'movement.correct', input: { target: '$in', happened_at: moment(-20) }, reason: 'Wrong hour', expect: refused(422, 'NMR-7.c', '/happened_at') },
	{ as: 'reception', act: 'movement.return', input: { movement: '$out', happened_at: moment(-10) } },
	{ as: 'reception', act: 'movement.correct', input: { target: '$out', happened_at: moment(-5) }, reason: 'Wrong hour', expect: refused(422, 'NMR-7.c', '/happened_at') },
	// Days credited by mistake are taken back by two persons, and the date follows.
	...sentenced('q', 20, { length: 'P30D', days: 30 }),
	{ as: 'caseworker', act: 'credit.add', second: 'governor', save: 'credit', input: { legal_order: '$q_order', from_day: day(-60), to_day: day(-58), kind: 'police' } },
	{ as: 'reception', get: 'person/$q', has: { release_date: day(17) } },
	{ as: 'caseworker', act: 'credit.quash', second: 'governor', input: { custody_credit: '$credit' }, reason: 'Those days belong to another case' },
	{ as: 'reception', get: 'person/$q', has: { release_date: day(20) } }, { as: 'reception', get: 'custody_credit/$credit', has: { state: 'quashed' } },
	{ as: 'caseworker', act: 'offence.add', save: 'offence', input: { legal_order: '$q_order', article: '188 part 3' } },
	{ as: 'caseworker', act: 'offence.correct', input: { target: '$offence', article: '188 part 2', iccs: '0502' }, reason: 'Misread' },
	{ as: 'caseworker', get: 'offence/$offence', has: { article: '188 part 2', iccs: '0502' } },
];

export const LIFE = {
	'what verbs have written is corrected': corrected,
	'full life': fullLife,
	'death': death,
	'escape and return': escape,
	'transfer refused on arrival': transferRefused,
	'alerts, notes, names, links': alerts,
	'places out of use': outOfUse,
	'two persons for a release': secondPerson,
	'a release is cancelled': cancelled,
	'a register of more than 9,999': manyNumbers,
};
