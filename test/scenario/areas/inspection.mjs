// inspection.mjs - inspections and recommendations, profiles by two persons, decisions explained, and the visit of external inspectors.
import { admit, cell, place, safety } from '../common.mjs';
import { day, ensure, moment } from '../ensure.mjs';
import { DENIED, refused, warned } from '../play.mjs';
import { Visitor } from '../visitor.mjs';

const inspect = (save, input = {}, more = {}) => ({ as: 'auditor', act: 'inspection.open', save, input: { facility: '$A', kind: 'internal',
	body: 'Inspectorate', form: 'cpt', started_on: day(-1), team_size: 4, team_women: 2, ...input }, ...more });
const answer = (inspection, question, finding, more = {}) => ({ as: 'auditor', act: 'inspection.answer',
	input: { inspection: `$${inspection}`, question, finding, method: 'observation', evidence: 'Seen in twelve cells', sample: 12 }, ...more });
const recommend = (inspection, save, input = {}, more = {}) => ({ as: 'auditor', act: 'inspection.recommend', save,
	input: { inspection: `$${inspection}`, class: 'recommendation', severity: 'rights', rule: 'NMR-13', finding: 'Dark cells', text: 'Enlarge the windows', ...input }, ...more });
const reply = (recommendation, input = {}, more = {}) => ({ as: 'governor', act: 'recommendation.reply',
	input: { recommendation: `$${recommendation}`, reply: 'accepted', reply_text: 'Next spring', owner: '$owner', target_on: day(90), ...input }, ...more });
const clock = (name, outcome) => ({ name: `${name} is ${outcome}`, as: 'governor', get: `deadline?clock=${name}&outcome=${outcome}`, first: { clock: name, outcome } });
const owner = { name: 'who is the owner', run: async (world, variables) => {
	const answered = await world.get('administrator', 'user_account?name=security');
	variables.owner = answered.body.items.find((row) => row.name === 'security').id;
} };
const STRICT = '{"profile":"strict","title":"Stricter","parameters":{"space.shared_m2":9,"shower.max_days":3}}';
const load = (content, more = {}) => ({ as: 'hq', act: 'profile_setting.load', reason: 'Order 12', second: 'governor', input: { content }, ...more });

export const RULES = {
	'NMR-84.1b': [
		inspect('i', { entry_asked_at: moment(-120), entry_given_at: moment(-60) }, { fact: false, breaches: ['NMR-84.1b'] }),
		{ as: 'governor', get: 'breach', first: { rule: 'NMR-84.1b', state: 'open' } },
		inspect('j', { entry_asked_at: moment(-120), entry_given_at: moment(-110) }),
	],
	'NMR-1': [
		load('{"profile":"x","title":"x","parameters":{"postpartum.no_restraint_hours":1}}', { second: undefined, expect: refused(422, 'NMR-1') }),
		load('{"profile":"x","title":"NMR-43.1b is waived","parameters":{}}', { second: undefined, expect: refused(422, 'NMR-1', '/content') }),
		load('{"profile":"y","title":"Showers as in NMR-16","parameters":{}}'),
		load('{"profile":"y","title":"The rules as they are","parameters":{}}'),
	],
	'NMR-2.1': [
		{ as: 'governor', act: 'disparity_review.record', input: { facility: '$A', above: 2 }, expect: warned('NMR-2.1') },
		{ as: 'governor', act: 'disparity_review.record', input: { facility: '$A', above: 2 }, warnings: { 'NMR-2.1': 'Read yesterday; the cases come on Monday' } },
		{ as: 'governor', act: 'disparity_review.record', input: { facility: '$A', above: 2, explanation: 'One search order named a landing; it is withdrawn' } },
		{ as: 'governor', act: 'disparity_review.record', input: { facility: '$A', above: 0 } }, { as: 'wing', get: 'disparity_review', expect: DENIED },
		{ name: 'the page of the report', run: async (world) => {
			const visitor = new Visitor(world);
			await visitor.signIn('governor');
			const page = await visitor.get('/statistics/equal');
			for (const words of ['By sex', 'By citizenship', 'By age', 'it is withdrawn']) {
				ensure(page.text.includes(words), `the page lacks "${words}": ${page.status}`);
			}
			ensure(!/ethnic group|Muslim/.test(page.text), 'a group that is none');
		} },
	],
	'NMR-56.2': [
		inspect('i', { interviews: 3, interviews_alone: 'staff' }, { breaches: ['NMR-56.2'] }), inspect('j', { interviews: 3, interviews_alone: 'nobody' }),
	],
	'NMR-84.1a': [
		{ as: 'administrator', act: 'user_account.add', input: { name: 'inspector.narrow', display_name: 'Narrow', roles: 'inspector', facilities: '$A' }, expect: refused(422, 'NMR-84.1a', '/facilities') },
		{ as: 'administrator', act: 'user_account.add', save: 'wide', input: { name: 'inspector.wide', display_name: 'Wide', roles: 'inspector', facilities: '*' } },
		{ as: 'administrator', act: 'user_account.change', input: { account: '$wide', facilities: '$A' }, reason: 'Only one', expect: refused(422, 'NMR-84.1a', '/facilities') },
		{ as: 'administrator', act: 'user_account.add', input: { name: 'auditor.narrow', display_name: 'Auditor', roles: 'auditor', facilities: '$A' } },
	],
	'NMR-84.1c': [
		...admit('p'), inspect('i'), { name: 'numbers of the person', run: async (world, v) => { v.number = (await world.get('governor', `person/${v.p}`)).body.number; } },
		{ as: 'auditor', act: 'inspection.answer', input: (v) => ({ inspection: v.i, question: 'cpt.1', finding: 'not_met', method: 'interviews', evidence: `Told by ${v.number}.` }), expect: refused(422, 'NMR-84.1c', '/evidence') },
		{ as: 'auditor', act: 'inspection.recommend', input: (v) => ({ inspection: v.i, class: 'key', severity: 'rights', finding: 'Beaten', text: `Protect ${v.number}, and look into it` }), expect: refused(422, 'NMR-84.1c', '/text') },
		answer('i', 'cpt.1', 'not_met'), recommend('i', 'r'),
	],
	'HAV-72': [
		{ name: 'a place for young people', run: async (world, v) => {
			const made = await world.act('hq', 'facility.add', { code: 'YOUNG', name: 'House for young people', kind: 'juvenile', holds: 'both', zone: 'Asia/Almaty', in_use: true });
			ensure(made.status === 200, made.text);
			v.young = made.body.id;
		} },
		inspect('i', { facility: '$young', kind: 'internal' }), { as: 'hq', get: 'deadline?clock=juvenile-inspection', none: { about_id: '$young', outcome: 'open' } },
		inspect('j', { facility: '$young', kind: 'external', team_health: true }), { as: 'hq', get: 'deadline?clock=juvenile-inspection', first: { about_id: '$young', outcome: 'open' } },
	],
	'HAV-72.health': [
		{ as: 'hq', get: 'facility?code=YOUNG', first: { code: 'YOUNG' }, save: 'young' },
		inspect('i', { facility: '$young', kind: 'external' }, { expect: warned('HAV-72.health') }), inspect('j', { facility: '$young', kind: 'external', team_health: true }),
		inspect('k', { kind: 'external' }),
	],
	'NMR-84.2': [
		inspect('i', { team_women: 0 }, { expect: warned('NMR-84.2') }),
		inspect('i', { team_women: 0 }, { warnings: { 'NMR-84.2': 'Nobody else could travel' } }), inspect('j'),
		inspect('k', { team_size: 1, team_women: 0 }),
	],
	'NMR-85.1': [
		inspect('i'), clock('inspection-report', 'open'), { as: 'auditor', act: 'inspection.send', input: { inspection: '$i' } },
		clock('inspection-report', 'done'),
		answer('i', 'cpt.1', 'met', { expect: refused(409) }), { as: 'auditor', act: 'inspection.send', input: { inspection: '$i' }, expect: refused(409) },
		{ as: 'auditor', act: 'inspection.publish', input: { inspection: '$i' } },
	],
	'NMR-85.2': [
		owner, inspect('i'), recommend('i', 'r'), clock('recommendation-reply', 'open'),
		reply('r', { owner: undefined }, { expect: refused(422, undefined, '/owner') }), reply('r'),
		clock('recommendation-reply', 'done'), clock('recommendation-target', 'open'),
		{ as: 'wing', act: 'recommendation.done', input: { recommendation: '$r', proof: 'Windows' }, expect: { status: 403 } },
		{ as: 'security', act: 'recommendation.done', input: { recommendation: '$r', proof: 'Windows are in' } }, clock('recommendation-target', 'done'),
		// Never on the owner's word alone.
		{ as: 'security', act: 'recommendation.verify', input: { recommendation: '$r', carried_out: true, remark: 'Yes' }, expect: { status: 403 } },
		{ as: 'auditor', act: 'recommendation.verify', input: { recommendation: '$r', carried_out: false, remark: 'Two are missing' } },
		{ as: 'auditor', get: 'recommendation/$r', has: { state: 'open' } },
		{ as: 'governor', act: 'recommendation.done', input: { recommendation: '$r', proof: 'All are in' } },
		{ as: 'inspector', act: 'recommendation.verify', input: { recommendation: '$r', carried_out: true, remark: 'Seen' } },
		{ as: 'auditor', get: 'recommendation/$r', has: { state: 'verified' } },
		recommend('i', 's', { repeats: '$r' }), { as: 'auditor', get: 'recommendation/$s', has: { repeated: true } },
	],
};

// Every list of the interface, as the visitor sees it.
async function everyList(world) {
	const model = JSON.parse(await world.must('model'));
	for (const record of model.records) {
		const answered = await world.get('visitor', record.name);
		ensure(answered.status === 200, `${record.name}: the visiting inspector gets ${answered.status}`);
	}
	return model;
}

const visit = (until, more = {}) => ({ as: 'hq', act: 'inspection_visit.open', reason: 'Letter of the mechanism', second: 'auditor', save: 'visit',
	input: { name: 'visitor', display_name: 'External inspector', body: 'National preventive mechanism', until_at: until, unannounced: true, health_professional: true }, ...more });
const soon = () => new Date(Date.now() + 6000).toISOString();
const SEALED = 'custos-sealed-1 c2VhbGVk';

export const SCENARIOS = {
	'inspection: questions, evidence, another form': [
		inspect('i'), answer('i', 'cpt.3', 'not_met'), answer('i', 'cpt.3', 'partly'),
		{ as: 'governor', get: 'inspection_answer?rule=NMR-13', first: { question: 'cpt.3', finding: 'partly', rule: 'NMR-13', version: 2 } },
		answer('i', 'opcat.1', 'met', { expect: refused(422, undefined, '/question') }),
		{ as: 'auditor', act: 'inspection.answer', input: { inspection: '$i', question: 'cpt.4', finding: 'met' }, expect: refused(422, undefined, '/method') },
		inspect('j', { form: 'custos' }), answer('j', 'NMR-3', 'met'),
		{ as: 'governor', act: 'inspection.open', input: { facility: '$A', kind: 'internal', body: 'Own', form: 'cpt', started_on: day(0) }, expect: { status: 403 } },
	],
	'profile: two persons, never looser, at once in the rules': [
		{ as: 'hq', act: 'profile_setting.load', reason: 'x', input: { content: '{"profile":"x","parameters":{"shower.max_days":8}}' }, expect: refused(422, 'NMR-16') },
		{ as: 'hq', act: 'profile_setting.load', reason: 'x', input: { content: '{"profile":"x","parameters":{"postpartum.no_restraint_hours":1}}' },
			expect: refused(422, 'NMR-48.2') },
		load(STRICT), { as: 'wing', get: 'profile_setting', first: { name: 'strict' } },
		{ as: 'governor', act: 'place.add', input: { facility: '$A', code: 'S-1', name: 'Slow', kind: 'cell', shower_access: 5 }, expect: { status: 422 } },
		load('{"profile":"back","title":"Back to the rules","parameters":{}}'),
	],
	'rules: a decision is explained and asked again': [
		...cell('c'), ...admit('p'), safety('p'), place('p', 'c'),
		{ name: 'explained', run: async (world, variables) => {
			const [row] = (await world.get('governor', `placement?person=${variables.p}`)).body.items;
			await world.stop();
			const told = await world.must('rules', 'explain', `placement/${row.id}`, '--again');
			await world.start();
			ensure(/silent +.*NMR-11\.a/.test(told) && /asked again +NMR-11\.a +silent then, the same now/.test(told), told);
		} },
	],
	'visit: an external inspector reads everything, writes only the notebook, and ends by itself': [
		...admit('p'), visit(soon(), { as: 'wing', second: undefined, expect: { status: 403 } }),
		visit(new Date(Date.now() + 60 * 86400000).toISOString(), { second: undefined, expect: refused(422, undefined, '/until_at') }),
		visit(() => new Date(Date.now() + 12000).toISOString()),
		{ name: 'reads and does not write', run: async (world, variables) => {
			const until = Date.now() + 12000;
			await world.stop();
			world.tokens.visitor = (await world.must('token', '--user', 'visitor')).trim();
			await world.start();
			const model = await everyList(world);
			ensure((await world.get('visitor', `person/${variables.p}`)).status === 200, 'the file is closed to the visitor');
			let tried = 0;
			for (const act of model.acts.filter((one) => one.name !== 'notebook_page.write').slice(0, 40)) {
				const answered = await world.act('visitor', act.name, {}, { reason: 'x' });
				ensure(answered.status >= 400 && answered.status < 500, `${act.name}: the visitor wrote`);
				tried += 1;
			}
			ensure(tried === 40, `${tried} acts tried`);
			const written = await world.act('visitor', 'notebook_page.write', { sealed: SEALED });
			ensure(written.status === 200, `the notebook: ${written.status} ${JSON.stringify(written.body)}`);
			ensure((await world.get('visitor', 'notebook_page')).body.items.length === 1, 'the page is not there');
			for (const inside of ['governor', 'hq', 'administrator', 'auditor', 'inspector', 'security']) {
				const seen = await world.get(inside, `notebook_page/${written.id}`);
				ensure(seen.status === 404 || seen.status === 403, `${inside} sees the notebook: ${seen.status}`);
				const own = await world.act(inside, 'notebook_page.write', { sealed: SEALED });
				ensure(own.status === 403 || own.status === 404, `${inside} writes a notebook: ${own.status}`);
			}
			await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now()) + 500));
			ensure((await world.get('visitor', 'person')).status === 401, 'the account goes on after the visit');
		} },
		{ name: 'the compartment goes to nobody else', run: async (world) => {
			const users = await world.get('administrator', 'user_account?name=governor');
			const answered = await world.act('administrator', 'user_account.grant', { account: users.body.items[0].id, clearance: 'sensitive', compartments: 'sealed' }, { reason: 'x' });
			ensure(answered.status === 422, `sealed was granted: ${answered.status}`);
		} },
	],
};
