// casework.mjs - from admission to the way out: plan, programme, three sessions, review, release and what follows; the notes that stay
// closed; and every rule of casework once biting and once silent.
import { day, moment } from '../ensure.mjs';
import { admit, gate, prepared, sentenced } from '../common.mjs';
import { HEALTH } from '../life.mjs';
import { DENIED, refused, rows, warned } from '../play.mjs';
import { ensure } from '../ensure.mjs';
import { BASIS, inForce } from './classification.mjs';

let numbers = 0;

const assign = (p, more = {}) => ({ as: 'governor', act: 'case_assignment.assign', save: `${p}_manager`,
	input: { person: `$${p}`, kind: 'case_manager', worker: 'caseworker', why: 'First plan', ...more } });
const open = (p, more = {}) => ({ as: 'caseworker', act: 'plan.open', save: `${p}_plan`,
	input: { person: `$${p}`, strengths: 'Good with children, wants to be a baker', resettlement: 'With the sister, work in her shop', ...more } });
const objective = (p, more = {}) => ({ as: 'caseworker', act: 'plan_objective.set', save: `${p}_objective`,
	input: { plan: `$${p}_plan`, area: 'work', words: 'I want to bake bread that people buy', measure: 'Certificate of the workshop', baseline: 'No trade yet',
		due_on: day(120), ...more } });
const action = (p, more = {}) => ({ as: 'caseworker', act: 'plan_action.set', save: `${p}_action`,
	input: { objective: `$${p}_objective`, what: 'Course in the bakery', owner_kind: 'person', owner: 'The person', due_on: day(60), ...more } });
const agree = (p, more = {}) => ({ as: 'caseworker', act: 'plan.agree',
	input: { plan: `$${p}_plan`, language: 'ru', signature: 'signed', copy_given: true }, ...more });
const planned = (p) => [open(p), objective(p), action(p), agree(p)];
const review = (p, more = {}) => ({ as: 'caseworker', act: 'plan.review', input: { plan: `$${p}_plan`, occasion: 'due', held_on: day(),
	what_changed: 'Came to every lesson', person_view: 'It goes well', result: 'goes_on' }, ...more });

// A programme, a facilitator who may run it, and a group.
const programme = (name, more = {}) => [
	{ as: 'hq', act: 'intervention.add', save: name, input: { name: `Programme ${process.pid}-${numbers += 1}`, kind: 'cognitive', aims: 'Think before acting',
		areas: 'thinking', sessions: 3, minutes: 90, group_size: 8, manual_version: '2.1', for_whom: 'both', womens_track: true, untried: false, in_use: true, ...more } }];
const approve = (worker = 'psychologist', more = {}) => [
	{ as: 'hq', get: `user_account?name=${worker}`, first: { name: worker }, save: `${worker}_id` },
	{ as: 'training', act: 'certificate.issue', save: `${worker}_certificate`, input: { holder: `$${worker}_id`, holder_name: worker, kind: `facilitator-${process.pid}-${numbers += 1}`,
		issued_on: day(-90), expires_on: day(300) } },
	{ as: 'hq', act: 'facilitator_approval.add', save: `${worker}_approval`, input: { worker: `$${worker}_id`, kind: 'psychologist', state: 'active', vetted_on: day(-100),
		vetting_expires_on: day(200), certificate: `$${worker}_certificate`, supervised_by: 'Chief psychologist', supervised_on: day(-10),
		conduct_signed: true, ...more } }];
const group = (g, name, more = {}) => ({ as: 'psychologist', act: 'programme_group.open', save: g,
	input: { programme: `$${name}`, name: `Group ${numbers += 1}`, starts_on: day() }, ...more });
const running = (g, name, more) => [...programme(name, more), ...approve(), group(g, name)];
const refer = (p, name) => ({ as: 'caseworker', act: 'enrolment.refer', save: `${p}_place`,
	input: { person: `$${p}`, programme: `$${name}`, why: 'Quarrels in the wing', goals: 'I want to stay calm' } });
const suits = (p) => ({ as: 'psychologist', act: 'enrolment.assess', input: { enrolment: `$${p}_place`, state: 'suitable', state_reason: 'Wants it' } });
const ask = (p, answer = 'given', more = {}) => ({ as: 'caseworker', act: 'consent.ask', save: `${p}_consent`, input: { person: `$${p}`, purpose: 'programme',
	enrolment: `$${p}_place`, answer, language: 'ru', explained_by: 'Caseworker', limits_told: true, ...more } });
const start = (p, g, more = {}) => ({ as: 'caseworker', act: 'enrolment.start', input: { enrolment: `$${p}_place`, training_group: `$${g}` }, ...more });
const ready = (p, name) => [refer(p, name), suits(p), ask(p)];
const session = (s, g, hours) => ({ as: 'psychologist', act: 'programme_session.plan', save: s,
	input: { training_group: `$${g}`, planned_at: moment(hours * 60), topic: `Module ${s}`, minutes: 90 } });
const attend = (s, list, more = {}) => ({ as: 'psychologist', act: 'attendance.take', input: { training_session: `$${s}`, list }, ...more });
const wayOut = (p, more = {}) => ({ as: 'caseworker', act: 'release_plan.open', save: `${p}_way`, input: { person: `$${p}`, ...more } });
const clock = (p, name, as = 'governor') => ({ name: `${name} runs`, as, get: `deadline?subject_id=$${p}`, first: { clock: name, outcome: 'open' } });
const stopped = (p, name, as = 'governor') => ({ name: `${name} does not run`, as, get: `deadline?subject_id=$${p}`, none: { clock: name, outcome: 'open' } });
const followup = (p, more = {}, rest = {}) => ({ as: 'caseworker', act: 'followup.record', input: { release_plan: `$${p}_way`, facility: '$A', point: 'd1', held_on: day(),
	reached: false, housed: 'unknown', occupied: 'unknown', reconviction: 'unknown', reengagement: 'unknown', source: 'Telephone, nobody answered', ...more }, ...rest });
const woman = { sex: 'F' };

const life = [
	...sentenced('p', 0), ...running('g', 'course'),
	clock('p', 'case-manager'), clock('p', 'plan-due', 'caseworker'),
	assign('p', { supervisor: 'psychologist' }), stopped('p', 'case-manager'),
	...planned('p'),
	stopped('p', 'plan-due', 'caseworker'), clock('p', 'plan-review', 'caseworker'), clock('p', 'release-plan', 'caseworker'),
	{ as: 'caseworker', get: 'plan/$p_plan', has: { state: 'agreed', next_review_on: day(180), signature: 'signed' } },
	{ as: 'caseworker', get: 'plan_objective/$p_objective', has: { state: 'active' } },
	{ as: 'caseworker', act: 'case_contact.add', input: { person: '$p', kind: 'conversation', happened_at: moment(-30), planned: true, minutes: 40, note: 'About the sister' } },
	{ as: 'caseworker', act: 'plan_conference.hold', save: 'conference', input: { plan: '$p_plan', held_at: moment(-20), agenda: 'First conference', present: 'present',
		papers: 'Draft of the plan', decisions: 'Bakery first' } },
	{ as: 'caseworker', act: 'conference_attendee.enter', input: { conference: '$conference', name: 'A. Teacher', agency: 'education', attended: true, view_taken: 'dissents' },
		expect: refused(422, undefined, '/dissent') },
	{ as: 'caseworker', act: 'conference_attendee.enter', input: { conference: '$conference', name: 'A. Teacher', agency: 'education', attended: true, view_taken: 'dissents',
		dissent: 'School before the bakery' } },
	// Three sessions, each taken for the group at once.
	...ready('p', 'course'), start('p', 'g'),
	{ as: 'caseworker', get: 'case_assignment?person=$p', first: { kind: 'facilitator', worker_name: 'psychologist' } },
	...[1, 2, 3].flatMap((n) => [session(`s${n}`, 'g', -n * 24), attend(`s${n}`, n === 2 ? '$p_place sick' : '$p_place attended')]),
	{ as: 'caseworker', get: 'attendance?person=$p', count: 3, first: { code: 'sick' } },
	{ as: 'psychologist', act: 'engagement_note.add', save: 'note', input: { person: '$p', enrolment: '$p_place', training_session: '$s1', engagement: 'active', note: 'Spoke of anger' } },
	{ as: 'psychologist', act: 'enrolment.end', input: { enrolment: '$p_place', end_reason: 'completed' } },
	{ as: 'caseworker', get: 'enrolment/$p_place', has: { state: 'complete', ended_on: day() } },
	// A colleague who does not know rates, before and after.
	...['before', 'end'].map((point) => ({ as: 'religious', act: 'outcome_rating.add', input: { person: '$p', enrolment: '$p_place', point, domain: 'coping', seen_as: point === 'end' ? 'no_need' : 'some',
		change_seen: point === 'end' ? 'better' : 'first', rests_on: 'Two quarrels in the wing before, none in this month', blind: true } })),
	{ as: 'caseworker', act: 'plan_action.move', input: { plan_action: '$p_action', state: 'done', outcome: 'Certificate' } },
	{ as: 'caseworker', act: 'plan_objective.move', input: { plan_objective: '$p_objective', state: 'achieved', attainment: 'as_hoped' }, expect: refused(422, undefined, '/evidence') },
	{ as: 'caseworker', act: 'plan_objective.move', input: { plan_objective: '$p_objective', state: 'achieved', attainment: 'more', evidence: 'Certificate of the workshop' } },
	review('p'),
	// The way out.
	wayOut('p'), stopped('p', 'release-plan', 'caseworker'), clock('p', 'release-step', 'caseworker'),
	{ as: 'caseworker', get: 'release_milestone?person=$p', count: 7, first: { kind: 'm3' }, save: 'm3' },
	{ as: 'caseworker', act: 'release_milestone.settle', input: { release_milestone: '$m3', state: 'done', note: 'Room and shop confirmed' } },
	{ as: 'caseworker', get: 'resettlement_need?person=$p', count: 13, first: { kind: 'housing' }, save: 'housing' },
	{ as: 'caseworker', act: 'resettlement_need.settle', input: { resettlement_need: '$housing', state: 'arranged' }, expect: refused(422, undefined, '/resource') },
	{ as: 'caseworker', act: 'resettlement_need.settle', input: { resettlement_need: '$housing', state: 'arranged', resource: 'Sister' } },
	ask('p', 'given', { purpose: 'partner', enrolment: undefined, recipient: 'Sister of P' }),
	{ as: 'caseworker', act: 'partner.add', input: { person: '$p', kind: 'family', name: 'Sister of P', part: 'Room and work', consent: '$p_consent' } },
	{ as: 'caseworker', act: 'licence_condition.draft', save: 'condition', input: { release_plan: '$p_way', category: 'residence', words: 'Live at the address of the sister',
		necessity: 'Two quarrels over housing in the last year', factor: 'Housing', lighter: 'Calls alone did not hold the last time', starts_on: day(), expires_on: day(180),
		appeal: 'District court, ten days, legal aid helps' } },
	{ as: 'governor', act: 'licence_condition.decide', input: { licence_condition: '$condition', decided_by: 'Court, decision 4', language: 'ru', explained_on: day() } },
	{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$p_way', state: 'ready' }, expect: refused(422, undefined, '/contact_plan') },
	{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$p_way', state: 'ready', cooperation: 'several', contact_plan: 'Probation weekly, then monthly' } },
	ask('p', 'given', { purpose: 'handover', enrolment: undefined, recipient: 'Probation office' }),
	{ as: 'caseworker', act: 'handover_packet.prepare', save: 'packet', input: { release_plan: '$p_way', recipient: 'Probation office', recipient_kind: 'probation', consent: '$p_consent',
		contents: 'conditions needs plan', redactions: 'Notes of sessions: confidential' } },
	{ as: 'caseworker', act: 'handover_packet.hand_over', input: { handover_packet: '$packet', received_by: 'Officer on duty' } },
	followup('p', {}, { expect: refused(409, undefined, '/release_plan') }),
	...prepared('p'), gate('p'), ...['plan-review', 'release-step', 'release-plan', 'plan-due', 'case-manager'].map((one) => stopped('p', one, 'hq')),
	// Gone: the last facility follows up, another does not; what is not known stays not known.
	followup('p', { facility: '$B' }, { expect: DENIED }),
	followup('p'),
	followup('p', { point: 'd7', reengagement: 'yes', reached: true }, { expect: refused(422, undefined, '/note') }),
	{ as: 'caseworker', get: 'followup?person=$p', count: 1, first: { reconviction: 'unknown', reengagement: 'unknown' } },
	{ as: 'hq', get: 'release_plan/$p_way', has: { state: 'released', released_on: day() } },
	followup('p', { point: 'm24' }, { as: 'hq' }),
	{ as: 'hq', get: 'release_plan/$p_way', has: { state: 'closed' } },
];

// Who may read what was said: the facilitator, the supervisor, inspectors. Nobody else, not even that it is there.
const clinical = [
	...sentenced('p', 100, { length: 'P120D', days: 120 }), ...running('g', 'course'), ...ready('p', 'course'), start('p', 'g'),
	{ as: 'psychologist', act: 'engagement_note.add', save: 'note', input: { person: '$p', enrolment: '$p_place', engagement: 'listens', note: 'Weeps when speaking of the mother' } },
	{ as: 'psychologist', get: 'engagement_note/$note', has: { engagement: 'listens' } },
	{ as: 'inspector', get: 'engagement_note/$note', has: { engagement: 'listens' } },
	...['security', 'governor', 'wing', 'hq', 'reception', 'health', 'caseworker', 'caseworker2', 'religious'].map((as) => ({ as, get: 'engagement_note/$note', expect: DENIED })),
	{ as: 'caseworker', get: 'engagement_note?person=$p', count: 0 },
	{ as: 'caseworker', get: 'engagement_note', none: { id: '$note' } },
	{ as: 'caseworker', act: 'engagement_note.add', input: { person: '$p', enrolment: '$p_place', engagement: 'active', note: 'Not mine to write' }, expect: DENIED },
	// Named by the governor, the case manager and the supervisor read; after the hand-over the first one does not.
	{ as: 'caseworker', act: 'case_assignment.assign', input: { person: '$p', kind: 'case_manager', worker: 'caseworker', why: 'Myself' }, expect: DENIED },
	assign('p', { supervisor: 'religious' }),
	{ as: 'caseworker', get: 'engagement_note/$note', has: { engagement: 'listens' } },
	{ as: 'religious', get: 'engagement_note/$note', has: { engagement: 'listens' } },
	{ as: 'caseworker', act: 'supervision_note.add', input: { person: '$p', note: 'How to speak of the mother', held_on: day() } },
	{ as: 'caseworker2', act: 'case_assignment.hand_over', input: { case_assignment: '$p_manager', worker: 'caseworker2', handover: 'I take it' }, expect: DENIED },
	{ as: 'caseworker', act: 'case_assignment.hand_over', input: { case_assignment: '$p_manager', worker: 'security', handover: 'x' }, expect: refused(409, undefined, '/worker') },
	{ as: 'caseworker', act: 'case_assignment.hand_over', save: 'p_manager', input: { case_assignment: '$p_manager', worker: 'caseworker2', handover: 'The mother is ill; promised a call' } },
	{ as: 'caseworker', get: 'supervision_note?person=$p', count: 0 },
	{ as: 'caseworker2', get: 'supervision_note?person=$p', count: 1 },
	{ as: 'religious', get: 'supervision_note?person=$p', count: 0 },
	// The timeline and the file say nothing of it either.
	{ name: 'the whole file of the caseworker holds no note', run: async (world, variables) => {
		const answer = await world.get('caseworker', `person/${variables.p}/file`);
		ensure(!JSON.stringify(answer.body ?? '').includes('mother'), 'the note is in the file');
	} },
	// Consent taken back: sessions stop, nothing else happens, and the facilitator's part is over.
	{ as: 'caseworker2', act: 'consent.withdraw', input: { consent: '$p_consent' } },
	{ as: 'caseworker2', get: 'enrolment/$p_place', has: { state: 'withdrawn', end_reason: 'own_choice' } },
	{ as: 'psychologist', get: 'engagement_note/$note', expect: DENIED },
	{ as: 'caseworker2', get: 'alert?person=$p', count: 0 },
	{ as: 'caseworker2', act: 'case_assignment.end', input: { case_assignment: '$p_manager', end_reason: 'staff_left' } },
	{ as: 'caseworker2', get: 'supervision_note?person=$p', count: 0 },
];

const plans = [
	...sentenced('p', 100, { length: 'P120D', days: 120 }), open('p'),
	{ as: 'caseworker', act: 'plan.open', input: { person: '$p', strengths: 'Again' }, expect: refused(409, undefined, '/person') },
	objective('p'), action('p'),
	{ as: 'caseworker', act: 'plan.agree', input: { plan: '$p_plan', language: 'ru', signature: 'refused', copy_given: true }, expect: refused(422, undefined, '/witness') },
	{ as: 'caseworker', act: 'plan.agree', input: { plan: '$p_plan', language: 'ru', signature: 'refused', witness: 'Wing officer', refusal: 'I want school first', copy_given: true } },
	{ as: 'caseworker', get: 'plan/$p_plan', has: { state: 'declined', refusal: 'I want school first' } },
	{ as: 'caseworker', act: 'plan_action.move', input: { plan_action: '$p_action', state: 'blocked' }, expect: refused(422, undefined, '/blocked_by') },
	{ as: 'caseworker', act: 'plan_action.move', input: { plan_action: '$p_action', state: 'blocked', blocked_by: 'No teacher' } },
	...programme('course'), refer('p', 'course'),
	{ as: 'caseworker', act: 'plan.review', input: { plan: '$p_plan', occasion: 'request', held_on: day(), what_changed: 'School has a place', person_view: 'Good', result: 'changed' } },
	{ as: 'caseworker', get: 'plan/$p_plan', has: { state: 'under_review' } },
	agree('p'), { as: 'caseworker', get: 'plan/$p_plan', has: { state: 'agreed', refusal: null } },
	{ as: 'caseworker', act: 'plan.close', input: { plan: '$p_plan', close_reason: 'achieved' }, reason: 'All is done' },
	{ as: 'caseworker', act: 'plan.review', input: { plan: '$p_plan', occasion: 'due', held_on: day(), what_changed: 'x', person_view: 'x', result: 'goes_on' },
		expect: refused(409, undefined, '/plan') },
	open('p'),
];

const attendance = [
	...sentenced('p', 100, { length: 'P120D', days: 120 }), ...sentenced('q', 100, { length: 'P120D', days: 120 }), ...running('g', 'course'),
	...ready('p', 'course'), ...ready('q', 'course'), start('p', 'g'), start('q', 'g'),
	session('late', 'g', 48), attend('late', '$p_place attended', { expect: refused(409, undefined, '/training_session') }),
	session('s', 'g', -1), attend('s', '$p_place attended\n$q_place perhaps', { expect: refused(422, undefined, '/list') }),
	attend('s', '$p_place attended\n$q_place clash'), attend('s', '$p_place attended\n$q_place attended'),
	{ as: 'wing', get: 'attendance?training_session=$s', count: 2, none: { code: 'clash' } },
	{ as: 'psychologist', act: 'programme_session.cancel', input: { training_session: '$s', cancel_reason: 'x' }, expect: refused(409, undefined, '/training_session') },
	{ as: 'psychologist', act: 'programme_session.cancel', input: { training_session: '$late', cancel_reason: 'Facilitator ill' } },
	{ as: 'psychologist', act: 'programme_group.end', input: { training_group: '$g' }, expect: refused(409, undefined, '/training_group') },
	...['p', 'q'].map((p) => ({ as: 'psychologist', act: 'enrolment.end', input: { enrolment: `$${p}_place`, end_reason: 'course_gone' } })),
	{ as: 'psychologist', act: 'programme_group.end', input: { training_group: '$g' } },
];

const inside = (p) => sentenced(p, 100, { length: 'P120D', days: 120 });

// A basis that comes into force brings the review of the plan forward; one that is in force already sets it so from the beginning.
const quarterly = [
	...inside('p'), ...planned('p'), { as: 'caseworker', get: 'plan/$p_plan', has: { next_review_on: day(180) } },
	...inForce('c', 'p', { outcome_value: 'medium' }), { as: 'caseworker', get: 'plan/$p_plan', has: { next_review_on: day(180) } },
	...inForce('d', 'p', BASIS), { as: 'caseworker', get: 'plan/$p_plan', has: { next_review_on: day(90) } }, clock('p', 'plan-review', 'caseworker'),
	...inside('q'), ...inForce('e', 'q', BASIS), ...planned('q'), { as: 'caseworker', get: 'plan/$q_plan', has: { next_review_on: day(90) } },
];

export const SCENARIOS = {
	'casework from admission to release': life,
	'casework notes stay closed': clinical,
	'casework plans': plans, 'casework plans with a basis are looked at in a quarter': quarterly,
	'casework attendance of a group': attendance,
};

export const RULES = {
	'NMR-92.3': [...admit('p'), clock('p', 'case-manager'), assign('p'), stopped('p', 'case-manager')],
	'NMR-94': [...admit('q'), stopped('q', 'plan-due', 'caseworker'), ...inside('p'), clock('p', 'plan-due', 'caseworker'), ...planned('p'),
		stopped('p', 'plan-due', 'caseworker'), clock('p', 'plan-review', 'caseworker')],
	'NMR-92.1': [...inside('p'), open('p'), agree('p', { expect: warned('NMR-92.1') }), objective('p'), agree('p', { expect: warned('NMR-92.1') }), action('p'), agree('p')],
	'NMR-107.agree': [...inside('p'), open('p', { resettlement: undefined }), objective('p'), action('p'), agree('p', { expect: warned('NMR-107.agree') }),
		{ as: 'caseworker', act: 'plan.change', input: { plan: '$p_plan', resettlement: 'With the brother' } }, agree('p')],
	'NMR-104.1': [...sentenced('p', 100, { length: 'P120D', days: 120, person: { literacy: 'no' } }), open('p'), objective('p', { area: 'family' }), action('p'),
		agree('p', { expect: warned('NMR-104.1') }), objective('p', { words: 'I want to read letters' }), action('p'), agree('p')],
	'NMR-4.2': [...inside('p'), ...planned('p'), review('p', { expect: warned('NMR-4.2') }), ...programme('course'), refer('p', 'course'), review('p')],
	'NMR-98.2': [...sentenced('p', 100, { length: 'P120D', days: 120, person: { birth_date: day(-20 * 365) } }), ...planned('p'), ...programme('course'), refer('p', 'course'),
		review('p', { expect: warned('NMR-98.2') }), ...programme('trade', { kind: 'vocational' }), { ...refer('p', 'trade'), save: 'p_trade' }, review('p')],
	'NMR-11.a.group': [...inside('p'), ...sentenced('w', 100, { length: 'P120D', days: 120, person: woman }), ...running('g', 'course'), ...running('m', 'men', { for_whom: 'M' }),
		...ready('p', 'course'), ...ready('w', 'course'), start('p', 'g'), start('w', 'g', { expect: refused(422, 'NMR-11.a.group', '/training_group') }),
		...ready('w', 'men'), start('w', 'm', { expect: refused(422, 'NMR-11.a.group', '/training_group') }), ...ready('p', 'men'), start('p', 'm')],
	'NMR-11.b.group': [...inside('p'), ...admit('u'), ...admit('v'), ...running('g', 'closed'), ...running('h', 'school', { untried: true, kind: 'education' }),
		...ready('u', 'closed'), start('u', 'g', { expect: refused(422, 'NMR-11.b.group', '/training_group') }),
		...ready('u', 'school'), start('u', 'h'), ...ready('v', 'school'), start('v', 'h'),
		...ready('p', 'school'), start('p', 'h', { expect: refused(422, 'NMR-11.b.group', '/training_group') }), ...ready('p', 'closed'), start('p', 'g')],
	'NMR-12.2a.group': [...inside('p'), ...inside('q'), ...running('g', 'course'), ...ready('p', 'course'), ...ready('q', 'course'), start('p', 'g'),
		{ as: 'security', act: 'keep_apart.raise', save: 'apart', input: { person: '$q', other: '$p', ground: 'threat', expires_on: day(30) } },
		start('q', 'g', { expect: refused(422, 'NMR-12.2a.group', '/training_group') }),
		{ as: 'security', act: 'keep_apart.end', input: { keep_apart: '$apart' }, reason: 'Reconciled' }, start('q', 'g'),
		// The same case before its decision.
		...running('h', 'school', { untried: true }), ...admit('u', { order: { case_number: 'C-7/26' } }), ...admit('v', { order: { case_number: 'C-7/26' } }),
		...ready('u', 'school'), ...ready('v', 'school'), start('u', 'h'), start('v', 'h', { expect: refused(422, 'NMR-12.2a.group', '/training_group') })],
	'NMR-96.1': [...inside('p'), ...running('g', 'trade', { kind: 'vocational' }), ...ready('p', 'trade'), start('p', 'g', { expect: refused(422, 'NMR-96.1', '/training_group') }),
		{ as: 'health', act: 'admission.health', input: { admission: '$p_admission', ...HEALTH } }, start('p', 'g')],
	'BKK-42': [...sentenced('w', 100, { length: 'P120D', days: 120, person: woman }), ...running('g', 'old', { womens_track: false }), ...running('h', 'own', { for_whom: 'F' }),
		...ready('w', 'old'), start('w', 'g', { expect: warned('BKK-42') }), ...ready('w', 'own'), start('w', 'h')],
	'S2396-c.consent': [...inside('p'), ...running('g', 'course'), refer('p', 'course'), suits('p'), start('p', 'g', { expect: refused(422, 'S2396-c.consent', '/enrolment') }),
		ask('p', 'given', { limits_told: false }), start('p', 'g', { expect: refused(422, 'S2396-c.consent', '/enrolment') }), ask('p'), start('p', 'g')],
	'S2396-c.voluntary': (() => {
		const alert = (evidence, more = {}) => ({ as: 'security', act: 'alert.raise', input: { person: '$p', kind: 'other', instruction: 'Watch', evidence, expires_on: day(20) }, ...more });
		return [...inside('p'), ...programme('course'), refer('p', 'course'),
			alert('Refused to be searched twice on Monday, two officers saw it'),
			ask('p', 'refused'), { as: 'caseworker', get: 'enrolment/$p_place', has: { state: 'withdrawn' } },
			alert('Refused the programme, which shows bad will', { expect: refused(422, 'S2396-c.voluntary', '/evidence') }),
			alert('Отказался от программы и молчит на вопросы', { expect: refused(422, 'S2396-c.voluntary', '/evidence') }),
			alert('Threatened an officer on Monday in the yard'),
			alert('Refused the programme, which shows bad will', { fact: true, breaches: ['S2396-c.voluntary'] })];
	})(),
	'S2396-c.facilitator': [...inside('p'), ...programme('course'),
		group('g', 'course', { as: 'caseworker2', expect: refused(422, 'S2396-c.facilitator', '/leader') }),
		...approve('caseworker2', { supervised_on: day(-200) }), group('g', 'course', { as: 'caseworker2', expect: refused(422, 'S2396-c.facilitator', '/leader') }),
		{ as: 'hq', act: 'facilitator_approval.correct', input: { target: '$caseworker2_approval', supervised_on: day(-1) }, reason: 'Supervision held' },
		{ as: 'training', act: 'certificate.suspend', input: { certificate: '$caseworker2_certificate' }, reason: 'Complaint' },
		group('g', 'course', { as: 'caseworker2', expect: refused(422, 'S2396-c.facilitator', '/leader') }),
		{ as: 'training', act: 'certificate.restore', input: { certificate: '$caseworker2_certificate' }, reason: 'Unfounded' },
		group('g', 'course', { as: 'caseworker2' }), ...ready('p', 'course'),
		{ as: 'hq', act: 'facilitator_approval.correct', input: { target: '$caseworker2_approval', state: 'suspended', state_reason: 'Complaint looked into' }, reason: 'Complaint' },
		start('p', 'g', { expect: refused(422, 'S2396-c.facilitator', '/training_group') })],
	'S2396-c.blind': (() => {
		const rate = (as, more = {}) => ({ as, act: 'outcome_rating.add', input: { person: '$p', point: 'middle', domain: 'social', seen_as: 'some', change_seen: 'first',
			rests_on: 'Seen in the workshop with others, three times', blind: true }, ...more });
		return [...inside('p'), ...running('g', 'course'), ...ready('p', 'course'), start('p', 'g'), rate('psychologist', { expect: refused(422, 'S2396-c.blind', '/person') }), rate('religious')];
	})(),
	'S2396-c.partner': (() => {
		const partner = (more = {}) => ({ as: 'caseworker', act: 'partner.add', input: { person: '$p', kind: 'civil', name: 'House of Bread', part: 'Work', consent: '$p_consent' }, ...more });
		return [...inside('p'), ask('p', 'refused', { purpose: 'partner', enrolment: undefined, recipient: 'House of Bread' }), partner({ expect: refused(422, 'S2396-c.partner', '/consent') }),
			ask('p', 'given', { purpose: 'partner', enrolment: undefined, recipient: 'Another house' }), partner({ expect: refused(422, 'S2396-c.partner', '/consent') }),
			ask('p', 'given', { purpose: 'partner', enrolment: undefined, recipient: 'House of Bread' }), partner()];
	})(),
	'S2396-c.handover': (() => {
		const packet = (input, more = {}) => ({ as: 'caseworker', act: 'handover_packet.prepare', input: { release_plan: '$p_way', recipient: 'Probation', recipient_kind: 'probation', contents: 'plan',
			redactions: 'Nothing', ...input }, ...more });
		return [...inside('p'), wayOut('p'), packet({}, { expect: refused(422, 'S2396-c.handover', '/consent') }), packet({ legal_ground: 'Probation law, article 12' }),
			ask('p', 'given', { purpose: 'handover', enrolment: undefined, recipient: 'Probation' }), packet({ consent: '$p_consent' })];
	})(),
	'S2396-c.duty': [...inside('p'), stopped('p', 'duty-report'),
		{ as: 'psychologist', act: 'duty_report.make', save: 'danger', input: { person: '$p', kind: 'harm', words: 'Says that a named man will be stabbed tonight', happened_at: moment(-5), person_told: true } },
		clock('p', 'duty-report', 'security'), { as: 'security', get: 'duty_report/$danger', has: { kind: 'harm' } }, { as: 'wing', get: 'duty_report/$danger', expect: DENIED },
		{ as: 'security', act: 'duty_report.receive', input: { duty_report: '$danger', measure: 'Both moved to other wings' } }, stopped('p', 'duty-report', 'security')],
	'NMR-107.plan': [...inside('p'), ...planned('p'), clock('p', 'release-plan', 'caseworker'), wayOut('p'), stopped('p', 'release-plan', 'caseworker'),
		...admit('u'), { as: 'caseworker', act: 'release_plan.open', input: { person: '$u', release_on: day(20) }, save: 'u_way' }],
	'NMR-108.1.steps': [...inside('p'), stopped('p', 'release-step', 'caseworker'), wayOut('p'), clock('p', 'release-step', 'caseworker'),
		{ name: 'every step settled', run: async (world, variables) => {
			for (const step of rows((await world.get('caseworker', `release_milestone?person=${variables.p}`)).body)) {
				const answer = await world.act('caseworker', 'release_milestone.settle', { release_milestone: step.id, state: 'done' });
				ensure(answer.status === 200, JSON.stringify(answer.body));
			}
		} }, stopped('p', 'release-step', 'caseworker')],
	'BKK-46': [...sentenced('w', 100, { length: 'P120D', days: 120, person: woman }), wayOut('w'),
		{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$w_way', state: 'ready', contact_plan: 'Monthly', caretaking: 'Two sons' }, expect: warned('BKK-46') },
		ask('w', 'given', { purpose: 'partner', enrolment: undefined, recipient: 'House of women' }),
		{ as: 'caseworker', act: 'partner.add', input: { person: '$w', kind: 'civil', name: 'House of women', part: 'Room', consent: '$w_consent' } },
		{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$w_way', state: 'ready', contact_plan: 'Monthly', caretaking: 'Two sons' } }],
	'BKK-63': [...sentenced('w', 100, { length: 'P120D', days: 120, person: woman }), wayOut('w'),
		{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$w_way', state: 'ready', contact_plan: 'Monthly' }, warnings: { 'BKK-46': 'She wants nobody' },
			expect: refused(422, 'BKK-63', '/caretaking') },
		{ as: 'caseworker', act: 'release_plan.move', input: { release_plan: '$w_way', state: 'ready', contact_plan: 'Monthly', caretaking: 'Nobody' }, warnings: { 'BKK-46': 'She wants nobody' } }],
};

// People in the middle of everything, for the tests of the pages.
export const PEOPLED = [...inside('cp'), ...inside('cq'), ...running('cg', 'course'), assign('cp', { supervisor: 'psychologist' }), ...planned('cp'),
	...ready('cp', 'course'), ...ready('cq', 'course'), start('cp', 'cg'), start('cq', 'cg'), session('cs', 'cg', -1), wayOut('cp'),
	{ as: 'psychologist', act: 'engagement_note.add', input: { person: '$cp', enrolment: '$cp_place', engagement: 'active', note: 'Spoke of the mother for a long time' } },
	{ as: 'caseworker', act: 'plan_conference.hold', input: { plan: '$cp_plan', held_at: moment(-20), agenda: 'First conference', present: 'present', decisions: 'Bakery first' } },
	{ as: 'caseworker', act: 'licence_condition.draft', input: { release_plan: '$cp_way', category: 'residence', words: 'Live at the address of the sister',
		necessity: 'Two quarrels over housing in the last year', factor: 'Housing', lighter: 'Calls alone did not hold', starts_on: day(), expires_on: day(180), appeal: 'District court' } },
	{ as: 'caseworker', act: 'handover_packet.prepare', save: 'cpacket', input: { release_plan: '$cp_way', recipient: 'Probation', recipient_kind: 'probation', contents: 'conditions plan',
		legal_ground: 'Probation law, article 12', redactions: 'Notes of sessions: confidential' } }];
