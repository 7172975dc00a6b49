// rules.mjs - every rule of custody, once biting and once silent. A scenario a rule; `custos rules` names the rules of the
// program, and a rule without a scenario here fails the run (run.mjs).
import { day, ensure, moment } from './ensure.mjs';
import { SENTENCED, SHARED, admission, admit, cell, gate, place, prepared, register, safety, sentenced } from './common.mjs';
import { EVERY_STEP, HEALTH } from './life.mjs';
import { DENIED, refused, warned } from './play.mjs';

const notice = (p, input, more = {}) => ({ as: 'reception', act: 'notice.give',
	input: { person: `$${p}`, occasion: 'admission', told_whom: 'family', result: 'told', told_at: moment(), wish: true, ...input }, ...more });
const store = (p, input, more = {}) => ({ as: 'reception', act: 'property_item.store',
	input: { person: `$${p}`, description: 'Thing', item_class: 'other', quantity: 1, signed: 'signed', ...input }, ...more });
const inform = (p, input, more = {}) => ({ as: 'reception', act: 'information.give',
	input: { person: `$${p}`, kind: 'rights', language: 'ru', form: 'oral', given_at: moment(), signed: 'signed', ...input }, ...more });
const running = (p, clock, as = 'reception') => ({ name: `${clock} runs`, as, get: `deadline?subject_id=$${p}`, first: { clock, outcome: 'open' } });
const stopped = (p, clock, as = 'reception') => ({ name: `${clock} does not run`, as, get: `deadline?subject_id=$${p}`, none: { clock, outcome: 'open' } });
const step = (name, input, more = {}) => ({ as: 'reception', act: `admission.${name}`, input: { admission: '$p_admission', ...input }, ...more });
const complete = (more) => step('complete', {}, more);

const NEEDS = { telephone_offered: true, lawyer_asked: true, medicine_needed: false, clothing_food_given: true };
const asks = (p, kind, more = {}) => ({ as: 'caseworker', act: 'person_application.make', save: 'asked', input: { person: `$${p}`, kind, words: 'Please', made_at: moment(-5) }, ...more });
const decides = (input, more = {}) => ({ as: 'governor', act: 'person_application.decide', input: { application: '$asked', grounds: 'Looked at with the person', ...input }, ...more });
const leaves = (p, input, more = {}) => ({ as: 'security', act: 'movement.leave',
	input: { person: `$${p}`, kind: 'court', destination: 'District court', authority: 'Summons', ...input }, ...more });
const young = { birth_date: day(-16 * 365) };
const arrested = (p, input, more = {}) => ({ as: 'reception', act: 'arrest.record', input: { person: `$${p}`, reasons_told_at: moment(-5000), charges_told_at: moment(-4000),
	first_appearance_at: moment(-3000), officials: 'Captain One, police', copy: 'person', ...input }, ...more });
const questioned = (p, input, more = {}) => ({ as: 'security', act: 'questioning.record', input: { person: `$${p}`, asked_by: 'intelligence', authority: 'Request 5',
	officials: 'Two officers, state security', began_at: moment(-200), ended_at: moment(-20), breaks: 'Twice, for water', lawyer: 'declined', ...input }, ...more });
const hears = (p) => ({ as: 'caseworker', act: 'relative_news.receive', save: 'news',
	input: { person: `$${p}`, event: 'death', relative: 'Mother', source: 'Brother, by telephone', received_at: moment(-20) } });
const tells = (input, more = {}) => ({ as: 'caseworker', act: 'relative_news.tell',
	input: { relative_news: '$news', told_at: moment(-10), told_by: 'Caseworker', watch: 'wing', ...input }, ...more });
const round = (minutes, { input, ...more } = {}) => ({ as: 'wing', act: 'night_round.record', input: { place: '$dormitory', happened_at: moment(minutes), calm: true, ...input }, ...more });

// Every step but those whose act or input matches.
function without(pattern) {
	return EVERY_STEP.filter((one) => !pattern.test(`${one.act} ${JSON.stringify(one.input)}`));
}

const women = { person: { sex: 'F' } };

const house = (name, input, more = {}) => ({ as: 'hq', act: 'facility.add', save: name, input: { code: `H-${name}${process.pid % 10000}`, name: `House ${name}`, kind: 'prison', holds: 'M',
	zone: 'Etc/UTC', in_use: true, ...input }, ...more });

export const RULES = {
	// ---- where people sleep ----
	'NMR-11.a': [
		...cell('men', { sex: 'M' }), ...cell('any'), ...cell('women', { sex: 'F' }),
		...admit('p', women), ...admit('m'),
		place('p', 'men', { expect: refused(422, 'NMR-11.a', '/place') }), place('m', 'women', { expect: refused(422, 'NMR-11.a', '/place') }),
		place('p', 'any'), place('p', 'women'), place('m', 'men'),
		// The sex of a facility.
		...register('w', { sex: 'F' }),
		{ as: 'reception', act: 'person.admit', input: admission('w') },
	],
	'NMR-11.b': [
		...cell('c'), ...cell('d'), ...admit('p', { order: SENTENCED }), ...admit('q'), ...admit('r', { order: SENTENCED }),
		safety('p'), safety('q'), safety('r'),
		place('q', 'c'), place('p', 'c', { expect: refused(422, 'NMR-11.b', '/place') }),
		place('p', 'd'), place('q', 'd', { ...SHARED, expect: refused(422, 'NMR-11.b', '/place') }),
		place('r', 'd'),
		// As a fact it is a breach.
		place('q', 'd', { ...SHARED, fact: true, breaches: ['NMR-11.b'] }),
		{ as: 'governor', get: 'breach?subject_id=$q', first: { rule: 'NMR-11.b', state: 'open' } },
	],
	'NMR-11.c': [
		...cell('c'), ...admit('p', { order: { order_kind: 'civil', order_status: 'civil' } }), ...admit('q', { order: SENTENCED }),
		...admit('r', { order: { order_kind: 'civil', order_status: 'civil' } }), safety('p'), safety('q'), safety('r'),
		place('p', 'c'), place('q', 'c', { expect: refused(422, 'NMR-11.c', '/place') }), place('r', 'c'),
	],
	'NMR-11.d': [
		...cell('c'), ...cell('young', { juvenile: true }), ...cell('d'),
		...admit('p', { order: SENTENCED }), ...admit('k', { person: { birth_date: day(-16 * 365) }, order: SENTENCED }),
		...admit('u', { person: { birth_date: '?', age_method: 'Bone X-ray refused' }, order: SENTENCED }), ...admit('q', { order: SENTENCED }),
		safety('p'), safety('k'), safety('u'), safety('q'),
		place('p', 'young', { expect: refused(422, 'NMR-11.d', '/place') }),
		place('p', 'c'), place('k', 'c', { expect: refused(422, 'NMR-11.d', '/place') }), place('u', 'c', { expect: refused(422, 'NMR-11.d', '/place') }),
		place('k', 'young'), place('u', 'young'), place('q', 'c'),
	],
	'NMR-11.0': [
		{ as: 'governor', act: 'place.add', save: 'unit', input: { facility: '$A', code: 'R-WING', kind: 'wing' } },
		...cell('c', { parent: '$unit', legal_status: 'untried' }), ...admit('p', { order: SENTENCED }), ...admit('q'),
		place('p', 'c', { expect: warned('NMR-11.0') }),
		place('p', 'c', { warnings: { 'NMR-11.0': 'Isolation for one night by order of the doctor' } }),
		...cell('d', { parent: '$unit', legal_status: 'untried' }), place('q', 'd'),
	],
	'NMR-12.1': [
		...cell('c', { single: true }), ...admit('p', { order: SENTENCED }), ...admit('q', { order: SENTENCED }), safety('p'), safety('q'),
		place('p', 'c'), place('q', 'c', { expect: warned('NMR-12.1') }),
		place('q', 'c', { warnings: { 'NMR-12.1': 'Flood in wing B, for two nights' } }),
	],
	'NMR-12.2a': [
		...cell('c'), ...cell('d'), ...admit('p', { order: SENTENCED }), ...admit('q', { order: SENTENCED }), ...admit('r', { order: SENTENCED }),
		...admit('s', { order: SENTENCED }), safety('p'),
		place('p', 'c'), place('q', 'c', { expect: refused(422, 'NMR-12.2a', '/place') }),
		safety('q', 'alone'), place('q', 'c', { expect: refused(422, 'NMR-12.2a', '/place') }), place('q', 'd'),
		safety('r'), place('r', 'd', { expect: refused(422, 'NMR-12.2a', '/place') }),
		{ as: 'security', act: 'keep_apart.raise', save: 'apart', input: { person: '$p', other: '$s', ground: 'same_case', expires_on: day(30) } },
		safety('s'), place('s', 'c', { expect: refused(422, 'NMR-12.2a', '/place') }),
		{ as: 'governor', act: 'keep_apart.end', input: { keep_apart: '$apart' }, reason: 'Both were heard' },
		place('s', 'c'), place('r', 'c'),
	],
	'NMR-13': [
		...cell('small', { floor_area: '5.00' }), ...cell('narrow', { floor_area: '7.00' }),
		...admit('p', { order: SENTENCED }), ...admit('q', { order: SENTENCED }), safety('p'), safety('q'),
		place('p', 'small', { expect: warned('NMR-13') }), place('p', 'narrow'), place('q', 'narrow', { expect: warned('NMR-13') }),
		place('q', 'narrow', { warnings: { 'NMR-13': 'No other bed tonight' } }),
	],
	'NMR-89.3': [
		house('L', { capacity: 900 }, { expect: warned('NMR-89.3') }), house('L', { capacity: 900 }, { warnings: { 'NMR-89.3': 'Divided into four houses' } }),
		house('S', { capacity: 400 }), house('O', { capacity: 900, kind: 'colony_settlement' }),
		{ as: 'hq', act: 'facility.correct', reason: 'A new wing', input: { target: '$S', capacity: 600 }, expect: warned('NMR-89.3') },
	],
	'NMR-14.a': [
		...cell('dark', { daylight: false }), ...cell('light'), ...admit('p'),
		place('p', 'dark', { expect: warned('NMR-14.a') }), place('p', 'light'), place('p', 'dark', { warnings: { 'NMR-14.a': 'One night, light is being repaired' } }),
	],
	'NMR-15': [
		...cell('dry', { sanitary_annex: false }), ...cell('good'), ...admit('p'),
		place('p', 'dry', { expect: warned('NMR-15') }), place('p', 'good'), place('p', 'dry', { warnings: { 'NMR-15': 'The door stays open at night' } }),
	],
	'NMR-16': [
		{ as: 'governor', act: 'place.add', input: { facility: '$A', code: 'W-1', kind: 'wing', shower_days: 8 }, expect: refused(422, 'NMR-16', '/shower_days') },
		{ as: 'governor', act: 'place.add', input: { facility: '$A', code: 'W-2', kind: 'wing', shower_days: 7 }, save: 'w' },
		{ as: 'governor', act: 'place.correct', input: { target: '$w', shower_days: 10 }, reason: 'Boiler', expect: refused(422, 'NMR-16', '/shower_days') },
	],
	'NMR-113': [
		...cell('c'), ...cell('d'), ...admit('p'), ...admit('q'), safety('p'), safety('q'),
		place('p', 'c'), place('q', 'c', { expect: warned('NMR-113') }), place('q', 'd'), place('q', 'c', SHARED),
		place('q', 'd'),
		{ as: 'reception', act: 'placement.place', input: { person: '$q', place: '$c', own_request: true } },
	],
	'BKK-4': [
		...sentenced('p', 100, { person: { sex: 'F' }, length: 'P120D', days: 120 }), ...sentenced('q', 100, { length: 'P120D', days: 120 }),
		{ as: 'reception', act: 'transfer.offer', input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 4', distance_km: 900 }, expect: warned('BKK-4') },
		{ as: 'reception', act: 'transfer.offer', input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 4' }, expect: warned('BKK-4') },
		{ as: 'reception', act: 'transfer.offer', second: 'governor', input: { person: '$p', to_facility: '$B', why: 'Nearer', authority: 'Decision 4', distance_km: 30 } },
		{ as: 'reception', act: 'transfer.offer', second: 'governor', input: { person: '$q', to_facility: '$B', why: 'Room', authority: 'Decision 4', distance_km: 900 },
			warnings: { 'NMR-59': 'No nearer place is free' } },
	],
	// ---- holding ----
	'NMR-6.1': [
		...admit('p'), ...register('q'),
		{ as: 'reception', act: 'person.admit', input: admission('q', { register_number: `IK-A-${day().slice(0, 4)}/9000` }),
			expect: refused(422, 'NMR-6.1', '/register_number') },
		{ as: 'reception', act: 'person.admit', input: admission('q') },
		{ as: 'reception', act: 'person.admit', input: admission('q'), expect: refused(409, 'NMR-6.1', '/person') },
	],
	'NMR-7.0': [
		...register('p'),
		{ as: 'reception', act: 'person.admit', input: admission('p', { valid_until: day(-1), valid_from: day(-5) }), expect: refused(422, 'NMR-7.0', '/valid_until') },
		{ as: 'reception', act: 'person.admit', input: admission('p', { valid_until: undefined }), expect: refused(422, 'NMR-7.0', '/valid_until') },
		{ as: 'reception', act: 'person.admit', input: admission('p', { order_kind: 'release' }), expect: refused(422, 'NMR-7.0', '/order_kind') },
		{ as: 'reception', act: 'person.admit', input: admission('p', { order_authority: '?' }), expect: refused(422, 'NMR-7.0', '/order_authority') },
		{ as: 'reception', act: 'person.admit', input: admission('p') },
		...register('q'),
		{ as: 'reception', act: 'person.admit', fact: true, input: admission('q', { valid_until: day(-1), valid_from: day(-5) }), breaches: ['NMR-7.0'] },
	],
	'NMR-7.a': [
		{ as: 'reception', act: 'person.register', input: { number: 'N-1', given: 'Given', script: 'Latn', sex: 'M', birth_date: '?' },
			expect: refused(422, 'NMR-7.a', '/age_method') },
		...register('p', { birth_date: '?', age_method: 'Stated by an aunt' }),
		...register('q', { birth_date: '1980' }),
	],
	'NMR-7.b': [
		...register('p'),
		{ as: 'reception', act: 'person.admit', input: admission('p', { arrested_place: undefined }), expect: refused(422, 'NMR-7.b', '/arrested_on') },
		{ as: 'reception', act: 'person.admit', input: admission('p', { arrested_place: '?' }) },
	],
	'NMR-7.c': [
		...admit('p'),
		{ as: 'reception', act: 'movement.leave', input: { person: '$p', kind: 'court', destination: 'Court', authority: 'Summons', happened_at: moment(-600) },
			expect: refused(422, 'NMR-7.c', '/happened_at') },
		{ as: 'reception', act: 'movement.leave', save: 'out', input: { person: '$p', kind: 'court', destination: 'Court', authority: 'Summons', happened_at: moment(-30) } },
		{ as: 'reception', act: 'movement.return', input: { movement: '$out', happened_at: moment(-40) }, expect: refused(422, 'NMR-7.c', '/happened_at') },
		{ as: 'reception', act: 'movement.return', input: { movement: '$out', happened_at: moment(-10) } },
	],
	'NMR-7.d': [
		...admit('p'), ...cell('c'), place('p', 'c'), ...without(/admission\.condition/),
		complete({ expect: refused(undefined, 'NMR-7.d', '/admission') }),
		step('condition', { injuries: true, ill_treatment: false }, { expect: refused(422, 'NMR-7.d', '/injuries_detail') }),
		step('condition', { injuries: true, injuries_detail: 'Bruise on the left arm', ill_treatment: false }), complete(),
	],
	'NMR-7.e': [
		...admit('p'), ...cell('c'), place('p', 'c'), ...without(/admission\.close_property/),
		complete({ expect: refused(undefined, 'NMR-7.e', '/admission') }),
		step('close_property', { signed: 'refused' }, { expect: refused(422, 'NMR-67.1', '/witness') }),
		step('close_property', { signed: 'refused', witness: 'Officer 12' }), complete(),
	],
	'NMR-7.f': [...admit('p'), running('p', 'children-asked'), step('children', { has_children: 'declined' }), stopped('p', 'children-asked')],
	'NMR-7.g': [
		...admit('p'), ...cell('c'), place('p', 'c'), ...without(/contact\.add|"contact"/), notice('p', { result: 'declined', wish: false }),
		complete({ expect: warned('NMR-7.g') }),
		{ as: 'reception', act: 'contact.add', input: { person: '$p', kind: 'friend', name: 'Friend', wish_told: false, next_of_kin: true } },
		complete({ warnings: { 'NMR-58.1': 'Says that there is no family' } }),
	],
	'NMR-8.a': [
		...register('p'),
		{ as: 'reception', act: 'person.admit', input: admission('p', { next_hearing: undefined }), expect: warned('NMR-8.a') },
		{ as: 'reception', act: 'person.admit', input: admission('p', { next_hearing: undefined }), warnings: { 'NMR-8.a': 'The court has not set a day' } },
		...admit('q'),
	],
	'NMR-8.c': [
		...admit('p'), stopped('p', 'alert-ends'),
		{ as: 'security', act: 'alert.raise', save: 'alert', input: { person: '$p', kind: 'other', instruction: 'Talk to him daily',
			evidence: 'Asked the officer for help on two evenings', expires_on: day(20) } },
		running('p', 'alert-ends', 'security'),
		{ as: 'security', act: 'alert.end', input: { alert: '$alert' }, reason: 'Better now' }, stopped('p', 'alert-ends', 'security'),
	],
	'NMR-9.1': [
		...admit('p'), stopped('p', 'break-glass-review', 'inspector'),
		{ as: 'wing', act: 'break_glass.open', input: { subject: '$p' }, reason: 'Too short', expect: refused(422, undefined, '/reason') },
		{ as: 'wing', act: 'break_glass.open', save: 'opening', input: { subject: '$p' }, reason: 'He collapsed in the corridor and nobody knows his contacts' },
		running('p', 'break-glass-review', 'inspector'),
		{ as: 'wing', act: 'break_glass.review', input: { break_glass: '$opening', finding: 'justified' }, expect: DENIED },
		{ as: 'inspector', act: 'break_glass.review', input: { break_glass: '$opening', finding: 'justified' } }, stopped('p', 'break-glass-review', 'inspector'),
		{ name: 'the token that opened it reads the file of another facility, and no other does', run: async (world, v) => {
			const closed = await world.get('governorB', `person/${v.p}`);
			ensure(closed.status >= 403, closed.text);
			const opened = await world.act('governorB', 'break_glass.open', { subject: v.p }, { reason: 'He was brought to our hospital without papers' });
			ensure(opened.status === 200, opened.text);
			const read = await world.get('governorB', `person/${v.p}`);
			ensure(read.status === 200 && read.body.id === v.p, read.text);
			ensure((await world.get('receptionB', `person/${v.p}`)).status >= 403, 'open to another token');
			const written = await world.act('governorB', 'case_note.write', { person: v.p, kind: 'general', note: 'x', happened_at: moment(-1), fact_or_opinion: 'fact' });
			ensure(written.status >= 400, 'break-glass writes');
			v.other = opened.id;
		} },
	],
	'NMR-9.3': [
		...sentenced('p', 0), ...prepared('p', { file: false }),
		gate('p', { expect: warned('NMR-9.3') }),
		{ as: 'reception', act: 'release.offer_file', input: { release: '$p_release', accepted: true } }, gate('p'),
	],
	'NMR-30.0': [...admit('p'), running('p', 'health-examination'), step('health', HEALTH, { as: 'health' }), stopped('p', 'health-examination')],
	'NMR-52.1b': [
		...admit('p', women),
		step('search', { by_sex: 'M', privacy: true }, { expect: refused(422, 'NMR-52.1b', '/by_sex') }),
		step('search', { by_sex: 'F', privacy: false }, { expect: refused(422, 'NMR-52.1b', '/by_sex') }),
		step('search', { by_sex: 'F', privacy: true }),
	],
	'NMR-53': [
		...admit('p'), store('p', { item_class: 'legal_papers' }, { expect: refused(422, 'NMR-53', '/item_class') }),
		store('p', { item_class: 'legal_papers', seal: 'Z-5' }),
	],
	'NMR-54': [
		...admit('p'), running('p', 'information-given'),
		inform('p', { kind: 'law_and_rules' }), inform('p', { kind: 'rights' }), inform('p', { kind: 'obligations' }), running('p', 'information-given'),
		inform('p', { kind: 'other' }), stopped('p', 'information-given'),
	],
	'NMR-55.1': [
		...admit('p'), inform('p', { language: 'ar' }, { expect: warned('NMR-55.1') }), inform('p', { language: 'kk' }),
		inform('p', { language: 'ar', form: 'interpreter' }), inform('p', { language: 'ar' }, { warnings: { 'NMR-55.1': 'He answered in Arabic' } }),
	],
	'NMR-55.2': [
		...admit('p', { person: { literacy: 'no' } }), inform('p', { form: 'written' }, { expect: refused(422, 'NMR-55.2', '/form') }), inform('p', { form: 'oral' }),
		...admit('q', { person: { sensory_need: 'sight' } }), inform('q', { form: 'written' }, { expect: refused(422, 'NMR-55.2', '/form') }),
		inform('q', { form: 'braille' }), ...admit('r'), inform('r', { form: 'written' }),
	],
	'NMR-58.1': [
		...admit('p'), ...cell('c'), place('p', 'c'), ...without(/contact\.add|"contact"/), notice('p', { result: 'declined', wish: false }),
		{ as: 'reception', act: 'contact.add', input: { person: '$p', kind: 'friend', name: 'Friend', wish_told: false, next_of_kin: true } },
		complete({ expect: warned('NMR-58.1') }),
		{ as: 'reception', act: 'contact.add', input: { person: '$p', kind: 'family', name: 'Brother', wish_told: true } }, complete(),
	],
	'NMR-62.1': [
		...admit('p', { person: { nationalities: 'UZ' } }), running('p', 'consulate-told'),
		notice('p', { told_whom: 'consulate', result: 'told', wish: true }), stopped('p', 'consulate-told'),
	],
	'NMR-62.2': [
		...admit('p', { person: { nationalities: 'SY', asylum_or_refugee: true } }),
		notice('p', { told_whom: 'consulate', wish: false, by_treaty: true }, { expect: refused(422, 'NMR-62.2', '/told_whom') }),
		notice('p', { told_whom: 'protecting_body', wish: true }),
	],
	'NMR-62.1.wish': [
		...admit('p', { person: { nationalities: 'UZ' } }),
		notice('p', { told_whom: 'consulate', wish: false }, { expect: refused(422, 'NMR-62.1.wish', '/wish') }),
		notice('p', { told_whom: 'consulate', wish: false, by_treaty: true }),
	],
	'NMR-67.1': [
		...admit('p'), store('p', { item_class: 'money', amount: '10.00', currency: 'USD' }, { expect: refused(422, 'NMR-67.1', '/seal') }),
		store('p', { item_class: 'money', amount: '10.00', currency: 'USD', seal: 'Z-7' }), store('p', { item_class: 'clothing' }),
	],
	'NMR-67.2': [
		...sentenced('p', 0), store('p', { item_class: 'clothing' }), ...prepared('p', { property: false }),
		gate('p', { expect: refused(422, 'NMR-67.2', '/release') }),
		{ as: 'reception', act: 'release.return_property', input: { release: '$p_release' } }, gate('p'),
	],
	'NMR-67.4': [
		...admit('p'), store('p', { item_class: 'medicine' }, { save: 'medicine' }),
		{ as: 'reception', act: 'property_item.end', input: { property_item: '$medicine', state: 'destroyed', disposal_reason: 'Out of date' },
			expect: refused(422, 'NMR-67.4', '/state') },
		{ as: 'reception', act: 'property_item.end', input: { property_item: '$medicine', state: 'returned' } },
	],
	'NMR-68.a': [...admit('p'), running('p', 'family-told'), notice('p', {}), stopped('p', 'family-told')],
	'NMR-68.b': [
		...admit('p'), stopped('p', 'family-told-transfer'),
		{ as: 'reception', act: 'transfer.offer', save: 'transfer', second: 'governor', input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 1' } },
		{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Escort 1' } },
		{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true } },
		running('p', 'family-told-transfer', 'receptionB'),
		notice('p', { occasion: 'transfer' }, { as: 'receptionB' }), stopped('p', 'family-told-transfer', 'receptionB'),
	],
	'NMR-69.a': [
		...admit('p'), stopped('p', 'family-told-death'),
		{ as: 'governor', act: 'death.record', input: { person: '$p', happened_at: moment(-5), place_of_death: 'Cell', circumstances: 'Found at unlock' } },
		running('p', 'family-told-death', 'hq'), notice('p', { occasion: 'death' }, { as: 'governor' }), stopped('p', 'family-told-death', 'hq'),
	],
	'NMR-69.b': [
		...admit('p'), stopped('p', 'family-told-illness'),
		{ as: 'reception', act: 'movement.leave', input: { person: '$p', kind: 'hospital', destination: 'Hospital', authority: 'Doctor' } },
		running('p', 'family-told-illness'), notice('p', { occasion: 'hospital' }), stopped('p', 'family-told-illness'),
	],
	'NMR-69.c': [
		...admit('p'),
		{ as: 'reception', act: 'contact.add', save: 'brother', input: { person: '$p', kind: 'family', name: 'Brother', wish_told: true, wish_told_illness: false } },
		{ as: 'reception', act: 'contact.add', save: 'sister', input: { person: '$p', kind: 'family', name: 'Sister', wish_told: true, wish_told_illness: true } },
		notice('p', { occasion: 'illness', contact: '$brother' }, { expect: refused(422, 'NMR-69.c', '/contact') }), notice('p', { occasion: 'illness', contact: '$sister' }),
	],
	'NMR-107': [...admit('p', { order: SENTENCED }), running('p', 'resettlement-plan'), ...admit('q'), stopped('q', 'resettlement-plan')],
	'NMR-108.1': [
		...sentenced('p', 0), running('p', 'release-preparation'), ...prepared('p', { needs: false }), stopped('p', 'release-preparation'),
		gate('p', { expect: warned('NMR-108.1') }), gate('p', { warnings: { 'NMR-108.1': 'Goes home to the family today' } }),
	],
	'NMR-111.1': [
		...register('p'),
		{ as: 'reception', act: 'person.admit', input: admission('p', { order_status: 'convicted' }), expect: refused(422, 'NMR-111.1', '/order_status') },
		{ as: 'reception', act: 'person.admit', input: admission('p') },
		{ as: 'reception', get: 'legal_order?person=$p', first: { kind: 'remand' }, save: 'order' },
		{ as: 'reception', act: 'legal_order.amend', input: { legal_order: '$order', legal_status: 'convicted' }, reason: 'Typing error',
			expect: refused(422, 'NMR-111.1', '/legal_status') },
		{ as: 'reception', act: 'legal_order.amend', input: { legal_order: '$order', case_number: '4-12/26' }, reason: 'Number found' },
	],
	'NMR-119.1': [
		...admit('p'), running('p', 'charges-told'), inform('p', { kind: 'charges' }), stopped('p', 'charges-told'),
		...admit('q', { order: SENTENCED }), stopped('q', 'charges-told'),
	],
	'NMR-7.0.date': [
		...sentenced('p', 1), ...prepared('p'), gate('p', { expect: refused(422, 'NMR-7.0.date', '/release') }),
		...sentenced('q', 0), ...prepared('q'), gate('q'),
	],
	'NMR-7.0.order': [
		...sentenced('p', 0),
		{ as: 'caseworker', act: 'legal_order.add', save: 'other', input: { person: '$p', kind: 'remand', number: 'R-9', authority: 'Other court',
			issued_on: day(-1), legal_status: 'untried', valid_from: day(-1), valid_until: day(20), next_hearing: day(5) } },
		...prepared('p'), gate('p', { expect: refused(422, 'NMR-7.0.order', '/orders_seen') }),
		{ as: 'caseworker', act: 'legal_order.end', input: { legal_order: '$other', state: 'quashed' }, reason: 'Lifted by the court' }, gate('p'),
	],
	'NMR-9.2': [
		...admit('p'), asks('p', 'own_file'), running('p', 'file-access', 'governor'), decides({ decision: 'granted' }), running('p', 'file-access', 'governor'),
		{ as: 'caseworker', act: 'person_application.carry_out', input: { application: '$asked', done_at: moment(), result: 'Read it with the caseworker' } },
		stopped('p', 'file-access', 'governor'), { as: 'governor', get: 'person_application/$asked', has: { state: 'done' } },
	],
	'NMR-9.2.law': [
		...admit('p'), asks('p', 'own_file'), decides({ decision: 'granted', withheld: true }, { expect: refused(422, 'NMR-9.2.law', '/legal_ground') }),
		decides({ decision: 'granted', withheld: true, legal_ground: 'Law on evidence, article 5' }),
	],
	'NMR-12.2b': [
		...cell('dormitory', { kind: 'dormitory', capacity_working: 20, capacity_certified: 20, floor_area: '200.00' }),
		round(-300), round(-290), round(-200, { expect: warned('NMR-12.2b') }), round(-200, { warnings: { 'NMR-12.2b': 'Alone on duty for two wings' } }), round(-150),
		round(-100, { input: { calm: false }, expect: refused(422, undefined, '/note') }), round(-100, { input: { calm: false, note: 'A window is broken' } }),
	],
	'NMR-30.a': [
		...admit('p'), step('health', { ...HEALTH, fit_for_work: undefined }, { as: 'health', expect: refused(422, 'NMR-30.a', '/fit_for_work') }),
		step('health', HEALTH, { as: 'health' }),
	],
	'NMR-30.b': [
		...admit('p'), step('health', { ...HEALTH, ill_treatment_signs: true }, { as: 'health', expect: refused(422, 'NMR-30.b', '/ill_treatment_detail') }),
		step('health', { ...HEALTH, ill_treatment_signs: true, ill_treatment_detail: 'Bruises on both arms' }, { as: 'health' }),
	],
	'NMR-30.c': [
		...admit('p'), step('health', { ...HEALTH, self_harm_watch: true }, { as: 'health', expect: refused(422, 'NMR-30.c', '/observation') }),
		step('health', { ...HEALTH, self_harm_watch: true, observation: 'intermittent' }, { as: 'health' }),
	],
	'NMR-30.c.alone': [
		...admit('p'), ...cell('c'), ...cell('d', { purpose: 'health' }), step('health', { ...HEALTH, self_harm_watch: true, observation: 'constant' }, { as: 'health' }),
		place('p', 'c', { expect: warned('NMR-30.c.alone') }), place('p', 'd'),
		place('p', 'c', { warnings: { 'NMR-30.c.alone': 'Camera and an officer at the door' } }),
	],
	'NMR-67.3': [
		...admit('p'), store('p', { received_from: 'Sister' }, { expect: refused(422, 'NMR-67.3', '/person_told') }),
		store('p', { received_from: 'Sister', person_told: true }), store('p', {}),
	],
	'NMR-68.c': [
		...admit('p'), stopped('p', 'own-illness-offered'),
		{ as: 'reception', act: 'movement.leave', input: { person: '$p', kind: 'hospital', destination: 'Hospital', authority: 'Doctor' } },
		running('p', 'own-illness-offered'), notice('p', { occasion: 'illness', result: 'declined', wish: false }), stopped('p', 'own-illness-offered'),
	],
	'NMR-68.b.delay': [
		...admit('p'), notice('p', { result: 'delayed', method: 'Decision 7: others of the case are sought' }, { expect: refused(422, 'NMR-68.b.delay', '/result') }),
		running('p', 'family-told'), notice('p', { result: 'delayed', method: 'Decision 7: others of the case are sought' }, { as: 'governor' }),
		running('p', 'family-told'), notice('p', {}), stopped('p', 'family-told'),
	],
	'NMR-68.b.reason': [
		...admit('p'), notice('p', { result: 'delayed' }, { as: 'governor', expect: refused(422, 'NMR-68.b.reason', '/method') }),
		notice('p', { result: 'delayed', method: 'Decision 7: others of the case are sought' }, { as: 'governor' }),
	],
	'NMR-70.a': [
		...admit('p'), stopped('p', 'relative-told'), hears('p'), running('p', 'relative-told'), tells({ how: 'in_person', leave_asked: false }), stopped('p', 'relative-told'),
	],
	'NMR-70.a.how': [
		...admit('p'), hears('p'), tells({ how: 'letter', leave_asked: false }, { expect: warned('NMR-70.a.how') }),
		tells({ how: 'telephone', leave_asked: false }, { warnings: { 'NMR-70.a.how': 'He is in the hospital; a nurse sat with him' } }),
	],
	'NMR-70.b': [
		...admit('p'), hears('p'), tells({ how: 'in_person', leave_asked: true, event_at: moment(300) }), running('p', 'leave-decision', 'governor'),
		{ as: 'governor', get: 'person_application?person=$p', first: { kind: 'leave' }, save: 'asked' },
		decides({ decision: 'granted' }), stopped('p', 'leave-decision', 'governor'),
	],
	'NMR-70.b.instead': [
		...admit('p'), asks('p', 'leave'), decides({ decision: 'refused' }, { expect: refused(422, 'NMR-70.b.instead', '/alternative') }),
		decides({ decision: 'refused', alternative: 'Video link to the funeral' }),
	],
	'NMR-73.1': [
		...admit('p'), leaves('p', { shielded: false }, { expect: warned('NMR-73.1') }), leaves('p', { shielded: true }),
		...admit('q'), leaves('q', { shielded: false }, { warnings: { 'NMR-73.1': 'The yard of the court is open; a coat over the handcuffs' } }),
	],
	'NMR-19.3': [
		...admit('p'), leaves('p', { dress: 'prison' }, { expect: warned('NMR-19.3') }), leaves('p', { dress: 'own' }),
		...admit('q'), leaves('q', { dress: 'prison' }, { warnings: { 'NMR-19.3': 'The hospital burnt what he wore' } }),
	],
	'NMR-114': [
		...admit('p'), asks('p', 'own_food'), decides({ decision: 'refused' }, { expect: warned('NMR-114') }), decides({ decision: 'refused', legal_ground: 'House rules 12: no glass; until Friday' }),
		...admit('q', { order: SENTENCED }), asks('q', 'own_food'), decides({ decision: 'refused' }),
	],
	'NMR-115.own': [
		...admit('p'), asks('p', 'own_clothing'), decides({ decision: 'refused' }, { expect: warned('NMR-115.own') }), decides({ decision: 'granted' }),
		...admit('q', { order: SENTENCED }), asks('q', 'own_clothing'), decides({ decision: 'refused' }),
	],
	'HAV-20': [
		...register('p', young), { as: 'reception', act: 'person.admit', input: admission('p', { valid_until: day(-1), valid_from: day(-5) }), expect: refused(422, 'HAV-20', '/valid_until') },
		{ as: 'reception', act: 'person.admit', input: admission('p') },
	],
	'HAV-22': [
		...admit('q'), stopped('q', 'child-parents-told'), ...admit('p', { person: young }), running('p', 'child-parents-told'),
		notice('p', { result: 'impossible' }), running('p', 'child-parents-told'), notice('p', {}), stopped('p', 'child-parents-told'),
		{ as: 'reception', act: 'transfer.offer', save: 'transfer', second: 'governor', input: { person: '$p', to_facility: '$B', why: 'Room', authority: 'Decision 1' } },
		{ as: 'reception', act: 'transfer.depart', input: { transfer: '$transfer', escort: 'Escort 1' } },
		{ as: 'receptionB', act: 'transfer.accept', input: { transfer: '$transfer', identity_checked: true, file_received: true, property_received: true } },
		running('p', 'child-parents-told', 'receptionB'),
		notice('p', { occasion: 'transfer', told_whom: 'authority' }, { as: 'receptionB' }), stopped('p', 'child-parents-told', 'receptionB'),
	],
	'HAV-22.release': [
		...sentenced('p', 0, { person: young }), ...prepared('p'), gate('p', { expect: warned('HAV-22.release') }), notice('p', { occasion: 'release' }), gate('p', { mayBreach: true }),
	],
	'HAV-29': [
		...cell('c'), ...cell('young', { juvenile: true }), ...admit('p', { order: SENTENCED }), ...admit('k', { person: young, order: SENTENCED }), safety('p'), safety('k'),
		place('p', 'c'), place('k', 'c', { expect: refused(422, 'HAV-29', '/place') }), place('k', 'young'),
	],
	'BOP-12': [
		...admit('p'), arrested('p', { first_appearance_at: undefined }, { expect: refused(422, 'BOP-12', '/first_appearance_at') }),
		arrested('p', { officials: undefined }, { expect: refused(422, 'BOP-12', '/officials') }), arrested('p', { first_appearance_at: '?' }), arrested('p', {}),
		{ as: 'reception', get: 'custody_episode?person=$p', first: { arrest_officials: 'Captain One, police' } },
	],
	'BOP-16': [
		...admit('p', { order: SENTENCED }), notice('p', { result: 'delayed', method: 'Decision 8: the road' }, { as: 'governor', expect: warned('BOP-16') }), notice('p', {}),
		...admit('q'), notice('q', { result: 'delayed', method: 'Decision 9: others of the case are sought' }, { as: 'governor' }),
	],
	'BOP-23': [
		...admit('p'), ...['officials', 'lawyer', 'began_at', 'ended_at'].map((name) => questioned('p', { [name]: undefined }, { expect: refused(422, 'BOP-23', `/${name}`) })),
		questioned('p', { ended_at: moment(-300) }, { expect: refused(422, undefined, '/ended_at') }), questioned('p', {}),
		{ as: 'security', get: 'questioning?person=$p', count: 1 }, { as: 'wing', get: 'questioning?person=$p', expect: DENIED },
	],
	'NMR-73.2': [
		...admit('p'), leaves('p', { vehicle: 'unfit' }, { expect: refused(422, 'NMR-73.2', '/vehicle') }), leaves('p', { vehicle: 'fit' }),
		...admit('q'), leaves('q', { vehicle: 'unfit' }, { fact: true, breaches: ['NMR-73.2'] }),
	],
	'NMR-117': [
		...admit('p'), asks('p', 'books'), decides({ decision: 'refused' }, { expect: warned('NMR-117') }), decides({ decision: 'granted' }),
		...admit('q', { order: SENTENCED }), asks('q', 'books'), decides({ decision: 'refused' }),
	],
	'NMR-121': [
		...admit('p', { order: { order_kind: 'civil', order_status: 'civil' } }), ...cell('c', { regime: 'strict' }), ...cell('d', { regime: 'untried' }),
		place('p', 'c', { expect: warned('NMR-121') }), place('p', 'd'),
	],
	'NMR-111.3': [
		...admit('p'), ...cell('c', { regime: 'strict' }), ...cell('d', { regime: 'untried' }), place('p', 'c', { expect: warned('NMR-111.3') }), place('p', 'd'),
		...admit('q', { order: SENTENCED }), place('q', 'c'),
	],
	'NMR-112.1': [
		{ as: 'governor', act: 'place.add', save: 'unit', input: { facility: '$A', code: 'U-112', kind: 'wing' } },
		...cell('c', { parent: '$unit' }), ...cell('d', { parent: '$unit' }), ...admit('p'), ...admit('q', { order: SENTENCED }), place('p', 'c'), place('q', 'd'),
		...cell('e', { parent: '$unit' }), place('p', 'e', { expect: warned('NMR-112.1') }),
	],
	'NMR-112.2': [
		...cell('young', { juvenile: true }), ...admit('p', { person: { birth_date: day(-16 * 365) } }), place('p', 'young', { expect: warned('NMR-112.2') }),
		place('p', 'young', { warnings: { 'NMR-112.2': 'No institution for young people has a place' } }),
		...cell('other', { juvenile: true }), ...admit('q', { person: { birth_date: day(-16 * 365) }, order: SENTENCED }), place('q', 'other'),
	],
	'NMR-118': [
		...admit('p'), asks('p', 'own_doctor'), running('p', 'own-doctor', 'governor'), decides({ decision: 'granted' }), stopped('p', 'own-doctor', 'governor'),
		...admit('q', { order: SENTENCED }), asks('q', 'own_doctor'), stopped('q', 'own-doctor', 'governor'),
	],
	'NMR-119.2': [
		...admit('p'), asks('p', 'lawyer'), running('p', 'lawyer-access', 'governor'), stopped('p', 'denial-review', 'governor'),
		decides({ decision: 'refused', reviewer: 'District court' }), stopped('p', 'lawyer-access', 'governor'), running('p', 'denial-review', 'governor'),
		{ as: 'inspector', act: 'person_application.review', input: { application: '$asked', review: 'changed', reviewer: 'District court, judge on duty' } },
		stopped('p', 'denial-review', 'governor'), { as: 'governor', get: 'person_application/$asked', has: { state: 'granted', review: 'changed' } },
	],
	'NMR-119.2.denial': [
		...admit('p'), asks('p', 'lawyer'), decides({ decision: 'refused' }, { expect: refused(422, 'NMR-119.2.denial', '/reviewer') }), decides({ decision: 'granted' }),
	],
	'NMR-120.2': [
		...admit('p'), asks('p', 'writing_material'), running('p', 'writing-material', 'governor'),
		{ as: 'wing', act: 'person_application.carry_out', input: { application: '$asked', done_at: moment(), result: 'Paper, pen and envelopes' } },
		stopped('p', 'writing-material', 'governor'),
	],
	'NMR-120.2.denial': [
		...admit('p'), asks('p', 'writing_material'), decides({ decision: 'refused' }, { expect: refused(422, 'NMR-120.2.denial', '/decision') }), decides({ decision: 'granted' }),
	],
	'BKK-2.1': [
		...admit('p', women), step('needs', { ...NEEDS, lawyer_asked: false }, { expect: refused(422, 'BKK-2.1', '/lawyer_asked') }),
		step('needs', { ...NEEDS, telephone_offered: false }, { expect: refused(422, 'BKK-2.1', '/telephone_offered') }), step('needs', NEEDS),
	],
	'BKK-2.2': [
		...admit('p', women),
		{ as: 'reception', act: 'child.add', input: { person: '$p', name: 'Child', birth_date: '2019', living_at: 'Neighbour', carer: '?', custody_status: '?', sole_carer: true } },
		stopped('p', 'child-arrangement'), step('children', { has_children: 'yes' }), running('p', 'child-arrangement'),
	],
	'BKK-3.1': [
		...admit('p', women), ...cell('c'), place('p', 'c'), ...without(/admission\.(children|search)/), step('search', { by_sex: 'F', privacy: true }),
		complete({ expect: refused(undefined, 'BKK-3.1', '/admission') }),
		step('children', { has_children: 'yes' }, { expect: refused(409, undefined, '/has_children') }),
		{ as: 'reception', act: 'child.add', input: { person: '$p', name: 'Child', birth_date: '2019', living_at: 'Grandmother', carer: 'Grandmother', custody_status: 'Shared' } },
		step('children', { has_children: 'yes' }), complete(),
	],
};
