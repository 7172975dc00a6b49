// staff.mjs - who is trained for which post, rosters, offices, keys, arms, the door of a women's unit: stories, and every rule once biting and once silent.
import { day, moment } from '../ensure.mjs';
import { SENTENCED, admit } from '../common.mjs';
import { DENIED, refused, warned } from '../play.mjs';

const person = (p, more) => admit(p, { order: SENTENCED, ...more });

let numbers = 0;
const next = () => { numbers += 1; return numbers; };
// A member of the staff of $A; `input` changes it.
const member = (save, input = {}) => { const n = next(); return { as: 'training', act: 'staff_member.add', save, input: { facility: '$A', number: `ST-${process.pid}-${n}`, name: `Officer ${n}`, sex: 'F',
	languages: 'kk ru', profession: 'custodial', contract: 'permanent', started_on: day(-900), ...input } }; };
const man = (save, input = {}) => member(save, { sex: 'M', ...input });
const post = (save, kind, input = {}) => ({ as: 'security', act: 'staff_post.add', save, input: { facility: '$A', name: `Post ${next()}`, kind, custodial: true, contact: true, ...input } });
const ALL = 'a_law b_rights c_security d_first_aid';
const train = (m, module, input = {}, more = {}) => ({ as: 'training', act: 'staff_training.record', save: 'tr', input: { staff_member: `$${m}`, module, theory_passed: true, practice_passed: true,
	...(module === 'basic' ? { curriculum: ALL } : {}), ...input }, ...more });
const assign = (p, m, input = {}, more = {}) => ({ as: 'security', act: 'staff_shift.assign', save: 'sh', input: { post: `$${p}`, staff_member: `$${m}`, day: day(1), shift: 'early', ...input }, ...more });
const appoint = (m, office, input = {}, more = {}) => ({ as: 'hq', act: 'staff_appointment.make', save: 'ap', input: { staff_member: `$${m}`, office, ...input }, ...more });
const leave = (more = {}) => ({ as: 'hq', act: 'staff_appointment.end', input: { staff_appointment: '$ap' }, reason: 'Moves to another prison', ...more });
const keys = (save, women_unit) => ({ as: 'security', act: 'key_set.add', save, input: { facility: '$A', label: `Set ${next()}`, women_unit } });
const issue = (set, m, more = {}) => ({ as: 'reception', act: 'key_set.issue', save: 'ki', input: { key_set: `$${set}`, staff_member: `$${m}` }, ...more });
const back = (more = {}) => ({ as: 'reception', act: 'key_issue.return', input: { key_issue: '$ki' }, ...more });
const arm = (m, p, input = {}, more = {}) => ({ as: 'security', act: 'weapon_issue.issue', save: 'wi', input: { staff_member: `$${m}`, post: `$${p}`, kind: 'baton', weapon_number: `N-${next()}`, ...input }, ...more });
const arm_back = (more = {}) => ({ as: 'security', act: 'weapon_issue.return', input: { weapon_issue: '$wi' }, ...more });
const enter = (m, input = {}, more = {}) => ({ as: 'reception', act: 'women_unit_entry.record', save: 'en', input: { staff_member: `$${m}`, purpose: 'Mend the boiler', ...input }, ...more });
const session = (kind, more = {}) => ({ as: 'health', act: 'health_session.record', save: 'hs', input: { facility: '$A', kind, seen: 12, waiting: 4, longest_days: 21 }, ...more });
const visit = (m, more = {}) => ({ as: 'hq', act: 'director_visit.record', save: 'dv', input: { facility: '$A', staff_member: `$${m}`, note: 'All wings' }, ...more });
const interpret = (p, input = {}, more = {}) => ({ as: 'caseworker', act: 'interpretation.record', save: 'ir', input: { person: `$${p}`, occasion: 'interview', language: 'uz', mode: 'telephone', ...input }, ...more });
const force = (p, input = {}, more = {}) => ({ as: 'wing', act: 'force.use', save: 'f', input: { person: `$${p}`, ground: 'injury', instrument: 'handcuffs', resistance: 'active', facts: 'Beat his head on the door',
	alternatives: 'Talked, sent for the nurse', ordered_by: 'director', officers: 'caseworker2', ...input }, ...more });
const inspect = (facility, input = {}, more = {}) => ({ as: 'auditor', act: 'inspection.open', save: 'in', input: { facility: `$${facility}`, kind: 'internal', body: 'Inspectorate', form: 'cpt',
	started_on: day(-1), team_size: 1, team_women: 0, ...input }, ...more });
const clock = (about, name, runs) => ({ name: `${name} ${runs ? 'runs' : 'does not run'}`, as: 'hq', get: `deadline?about_id=$${about}`, ...(runs ? { first: { clock: name, outcome: 'open' } } : { none: { clock: name, outcome: 'open' } }) });
const clocked = (about, name, runs) => ({ ...clock(about, name, runs), get: `deadline?about_id=$${about}&clock=${name}&outcome=open`, ...(runs ? { count: 1 } : { count: 0 }), first: undefined, none: undefined });

const roster = [
	member('m'), post('w', 'wing'), train('m', 'basic', { curriculum: 'a_law' }, { as: 'security', expect: DENIED }), train('m', 'basic'), assign('w', 'm', {}, { as: 'wing', expect: DENIED }), assign('w', 'm'),
	assign('w', 'm', {}, { expect: refused(409, undefined, '/staff_member') }), assign('w', 'm', { shift: 'night' }),
	{ as: 'governor', act: 'staff_shift.cancel', input: { staff_shift: '$sh' }, reason: 'Ill' }, { as: 'inspector', get: 'staff_shift/$sh', has: { state: 'cancelled', why: 'Ill' } }, assign('w', 'm', { shift: 'night' }),
	// Who works where is read by those who need it, in their facility.
	{ as: 'governorB', get: 'staff_member/$m', expect: DENIED }, { as: 'wing', get: 'staff_member/$m', expect: DENIED }, { as: 'caseworker', get: 'staff_training/$tr', expect: DENIED }, { as: 'reception', get: 'staff_training/$tr', expect: DENIED },
	{ as: 'auditor', get: 'staff_training?staff_member=$m', count: 1 },
];
const gate = [
	member('m'), keys('k', false), issue('k', 'm'), issue('k', 'm', { expect: refused(409, undefined, '/key_set') }), back(), back({ expect: refused(409, undefined, '/key_issue') }), issue('k', 'm'), back(),
	train('m', 'weapon'), post('w', 'perimeter', { contact: false }), arm('m', 'w', { kind: 'firearm', weapon_number: 'F-7' }), arm('m', 'w', { weapon_number: 'F-7' }, { expect: refused(409, undefined, '/weapon_number') }), arm_back(),
	arm_back({ expect: refused(409, undefined, '/weapon_issue') }), { as: 'reception', get: 'weapon_issue/$wi', expect: DENIED },
	man('x'), enter('x', { accompanied_by: '$x' }, { expect: refused(409, undefined, '/accompanied_by') }),
];
const figures = [
	member('t', { profession: 'teacher', contract: 'fixed_term' }), { as: 'governor', get: 'staff_member/$t', has: { tenure: 'other' } },
	member('s', { profession: 'social_worker' }), { as: 'governor', get: 'staff_member/$s', has: { tenure: 'permanent' } },
	member('n', { profession: 'psychologist' }), { as: 'governor', get: 'staff_member/$n', check: (body) => { if (body.tenure !== undefined && body.tenure !== null) throw new Error('tenure of a psychologist'); } },
];

export const SCENARIOS = { 'staff: rosters': roster, 'staff: keys and arms': gate, 'staff: contracts': figures };

export const RULES = {
	'NMR-76.1': [member('m'), train('m', 'basic', { curriculum: 'a_law b_rights' }, { expect: refused(422, 'NMR-76.1', '/curriculum') }), train('m', 'basic', { curriculum: 'a_law', practice_passed: false }), train('m', 'basic')],
	'NMR-75.2': [member('m'), post('w', 'wing'), assign('w', 'm', {}, { expect: refused(422, 'NMR-75.2', '/staff_member') }), train('m', 'basic', { practice_passed: false }),
		assign('w', 'm', {}, { expect: refused(422, 'NMR-75.2', '/staff_member') }), assign('w', 'm', { shift: 'late' }, { fact: true, breaches: ['NMR-75.2'] }), train('m', 'basic'), assign('w', 'm')],
	'NMR-75.3': [member('m'), clock('m', 'staff-training', false), train('m', 'in_service'), clock('m', 'staff-training', true)],
	'NMR-76.2': [member('m'), post('w', 'violent_extremism'), train('m', 'basic'), assign('w', 'm', {}, { expect: refused(422, 'NMR-76.2', '/staff_member') }),
		train('m', 'violent_extremism', { finished_on: day(-500), valid_until: day(-1) }), assign('w', 'm', {}, { expect: refused(422, 'NMR-76.2', '/staff_member') }), train('m', 'violent_extremism'), assign('w', 'm')],
	'BKK-33': [member('m'), post('w', 'women', { children: true }), train('m', 'basic'), train('m', 'women'), assign('w', 'm', {}, { expect: refused(422, 'BKK-33', '/staff_member') }), train('m', 'children'), assign('w', 'm')],
	'NMR-81.3': [man('m'), post('w', 'women'), post('d', 'women', { custodial: false }), train('m', 'basic'), train('m', 'women'), assign('w', 'm', {}, { expect: refused(422, 'NMR-81.3', '/staff_member') }), assign('d', 'm')],
	'NMR-81.1': [man('m'), member('n'), appoint('m', 'women_head', {}, { expect: refused(422, 'NMR-81.1', '/staff_member') }), appoint('n', 'women_head'), leave()],
	'NMR-81.1.keys': [man('m'), member('n'), keys('k', true), issue('k', 'm', { expect: refused(422, 'NMR-81.1.keys', '/staff_member') }), issue('k', 'n'), back()],
	'NMR-81.2': [man('m'), member('n'), enter('m', {}, { expect: refused(422, 'NMR-81.2', '/accompanied_by') }), enter('m', { emergency: 'Fire in the laundry' }, { fact: true, breaches: ['NMR-81.2'] }),
		enter('m', { accompanied_by: '$n' }), enter('n')],
	'NMR-82.3a': [member('m'), train('m', 'weapon'), post('w', 'wing'), arm('m', 'w', { kind: 'firearm' }, { expect: refused(422, 'NMR-82.3a', '/special_order') }),
		arm('m', 'w', { kind: 'firearm', special_order: 'Governor: riot in block B', order_ends_at: moment(240) }), arm_back(), arm('m', 'w'), arm_back()],
	'NMR-82.3b': [member('m'), post('w', 'perimeter'), arm('m', 'w', {}, { expect: refused(422, 'NMR-82.3b', '/staff_member') }), train('m', 'weapon'), arm('m', 'w'), arm_back()],
	'HAV-65': [member('m'), train('m', 'weapon'), post('j', 'juvenile'), post('w', 'wing'), arm('m', 'j', {}, { expect: refused(422, 'HAV-65', '/post') }), arm('m', 'w'), arm_back()],
	'NMR-79.3': [man('m'), member('n'), appoint('m', 'director', { several_prisons: true }, { expect: warned('NMR-79.3') }), appoint('m', 'director'), leave(), appoint('n', 'resident_head'),
		appoint('m', 'director', { several_prisons: true }), leave()],
	'NMR-79.3.visit': [man('m'), appoint('m', 'director'), clocked('A', 'director-visit', false), leave(), visit('m'), clocked('A', 'director-visit', true), appoint('m', 'director'), leave(),
		clocked('A', 'director-visit', false)],
	'NMR-49': [...person('p'), man('m', { account: 'caseworker2' }), train('m', 'force'), force('p', {}, { expect: warned('NMR-49') }), train('m', 'restraint'), force('p')],
	'NMR-82.2': [...person('p'), man('m', { account: 'psychologist2' }), force('p', { instrument: 'hands', officers: 'psychologist2' }, { expect: warned('NMR-82.2') }), train('m', 'force'),
		force('p', { instrument: 'hands', officers: 'psychologist2' })],
	'NMR-80.2': [...person('p'), interpret('p', { mode: 'none' }, { expect: warned('NMR-80.2') }), interpret('p', { mode: 'none', language: 'ru' }), interpret('p')],
	'NMR-80.2.decision': [...person('p', { person: { interpreter: true } }), { as: 'caseworker', act: 'person_application.make', save: 'a', input: { person: '$p', kind: 'own_file', words: 'x', made_at: moment(-30) } },
		...[{ expect: warned('NMR-80.2.decision') }, undefined].flatMap((more) => [...(more ? [] : [interpret('p', { occasion: 'decision' })]),
			{ as: 'governor', act: 'person_application.decide', input: { application: '$a', decision: 'granted', grounds: 'Nothing stands against it' }, ...more }])],
	'BKK-25.3': [{ as: 'hq', act: 'facility.add', save: 'W', input: { code: `IK-W${process.pid % 1000}`, name: 'Prison for women', kind: 'women', holds: 'F', zone: 'Etc/UTC', in_use: true } },
		inspect('W', {}, { expect: warned('BKK-25.3') }), inspect('W', { team_women: 1 }), inspect('A')],
	'NMR-25.2': [session('dentist', { as: 'governor', expect: DENIED }), clocked('A', 'psychiatric-session', false), session('psychiatry'), clocked('A', 'psychiatric-session', true),
		clocked('A', 'dentist-session', false), session('dentist'), clocked('A', 'dentist-session', true)],
};

// For the tests of the pages: a roster with a gap, keys and arms out, courses that end.
export const PRISON = [
	post('sp_wing', 'wing'), post('sp_women', 'women', { children: true }), post('sp_tower', 'perimeter', { contact: false }), member('sm', { name: 'Aliya Serikova', usual_post: '$sp_women' }), man('sx', { name: 'Timur Akhmetov', usual_post: '$sp_wing' }),
	member('st', { name: 'Dana Kim', profession: 'teacher', contract: 'fixed_term' }), train('sm', 'basic'), train('sx', 'basic'), train('sx', 'weapon', { finished_on: day(-350) }), train('sm', 'women'), assign('sp_wing', 'sx', { day: day() }),
	keys('sk', true), keys('sk2', false), issue('sk2', 'sx'), arm('sx', 'sp_tower', { kind: 'firearm', weapon_number: 'F-12' }), enter('sx', { accompanied_by: '$sm' }), appoint('sx', 'director'), session('dentist'),
];
