// engine.mjs - what every act and every reading has from the engine: facts and breaches, idempotency, versions, as_of,
// lists, receipts, two users at once, tokens and who may see what.
import { createHash } from 'node:crypto';
import { day, ensure, moment } from './ensure.mjs';
import { admission, admit, cell, place, register, safety } from './common.mjs';
import { HEALTH } from './life.mjs';
import { DENIED, refused, rows } from './play.mjs';
import { Visitor } from './visitor.mjs';

function same(left, right, what) {
	ensure(JSON.stringify(left) === JSON.stringify(right), `${what}: ${JSON.stringify(left)} and ${JSON.stringify(right)}`);
}

const facts = [
	...register('p'),
	{ as: 'reception', act: 'person.admit', fact: true, breaches: ['NMR-7.0', 'NMR-7.b'],
		input: admission('p', { valid_from: day(-30), valid_until: day(-3), arrested_place: undefined }) },
	{ as: 'governor', get: 'breach?subject_id=$p', count: 2, first: { rule: 'NMR-7.0', state: 'open', act: 'person.admit' } },
	{ as: 'reception', get: 'person/$p', has: { whereabouts: 'in' } },
	// An act without the form of a fact does not take one.
	{ as: 'reception', act: 'name.add', fact: true, input: { person: '$p', name_kind: 'alias', whole: 'X', script: 'Latn' }, expect: { status: undefined } },
];

const idempotency = [
	...admit('p'),
	{ name: 'the same key gives the same outcome', run: async (world, v) => {
		const input = { person: v.p, kind: 'general', note: 'Once', happened_at: moment(-1), fact_or_opinion: 'fact' };
		const first = await world.act('wing', 'case_note.write', input, { key: `k-${v.p}` });
		const entries = await world.entries();
		const again = await world.act('wing', 'case_note.write', input, { key: `k-${v.p}` });
		ensure(first.status === 200 && again.status === 200, `${first.text} ${again.text}`);
		ensure(first.body.repeated === false && again.body.repeated === true, `repeated: ${again.text}`);
		same(first.body.receipts, again.body.receipts, 'receipts');
		same(first.id, again.id, 'id');
		ensure(await world.entries() === entries, 'written twice');
		const other = await world.act('wing', 'case_note.write', { ...input, note: 'Twice' }, { key: `k-${v.p}` });
		ensure(other.status === 422 && other.body.code === 'E2006', other.text);
		ensure(await world.entries() === entries, 'written with a used key');
		const stranger = await world.act('security', 'case_note.write', input, { key: `k-${v.p}` });
		ensure(stranger.status === 200 && stranger.id !== first.id, `the key of another user: ${stranger.text}`);
	} },
	{ name: 'the same key twenty times at once', run: async (world, v) => {
		const input = { person: v.p, kind: 'general', note: 'At once', happened_at: moment(-1), fact_or_opinion: 'fact' };
		const answers = await Promise.all(Array.from({ length: 20 }, () => world.act('wing', 'case_note.write', input, { key: `many-${v.p}` })));
		ensure(answers.every((answer) => answer.status === 200), answers.map((answer) => answer.status).join());
		ensure(new Set(answers.map((answer) => answer.id)).size === 1, 'several rows');
		ensure(answers.filter((answer) => answer.body.repeated === false).length === 1, 'not exactly one first');
	} },
	{ as: 'wing', get: 'case_note?person=$p', check: (body) => ensure(rows(body).filter((row) => row.note === 'At once').length === 1, 'several notes') },
];

const versions = [
	...cell('c'),
	{ name: 'If-Match with an old version', run: async (world, v) => {
		const read = await world.get('governor', `place/${v.c}`);
		ensure(read.headers.get('etag') === '"1"' && read.body.version === 1, `etag ${read.headers.get('etag')}`);
		const first = await world.act('governor', 'place.correct', { target: v.c, note: 'Painted' }, { reason: 'New paint', ifMatch: 1 });
		ensure(first.status === 200 && first.version === 2, first.text);
		const entries = await world.entries();
		const second = await world.act('governor', 'place.correct', { target: v.c, note: 'Old view' }, { reason: 'Late', ifMatch: 1 });
		ensure(second.status === 409 && second.body.code === 'E2003', second.text);
		ensure(await world.entries() === entries, 'written');
		const wrong = await world.request('governor', 'POST', '/api/v1/acts/place.correct', { body: { input: { target: v.c, note: 'x' }, reason: 'x' },
			headers: { 'If-Match': 'one' } });
		ensure(wrong.status === 400, wrong.text);
	} },
	{ as: 'governor', get: 'place/$c', has: { note: 'Painted', version: 2 } },
	{ as: 'governor', act: 'place.correct', input: { target: '$c', note: 'Again' }, expect: refused(422) },
	{ name: 'history', run: async (world, v) => {
		const answer = await world.get('governor', `place/${v.c}/history`);
		ensure(answer.status === 200, answer.text);
		const list = answer.body.items ?? answer.body.entries ?? answer.body;
		ensure(Array.isArray(list) && list.length === 2, answer.text);
		ensure(answer.text.includes('New paint'), 'the reason is missing');
	} },
];

const together = [
	...cell('c'), ...cell('d'), ...admit('p'),
	{ name: 'two users at once on one record', run: async (world, v) => {
		const read = await world.get('governor', `person/${v.p}`);
		const [left, right] = await Promise.all([
			world.act('reception', 'placement.place', { person: v.p, place: v.c }, { ifMatch: read.body.version }),
			world.act('wing', 'placement.place', { person: v.p, place: v.d }, { ifMatch: read.body.version })]);
		const states = [left.status, right.status].sort();
		same(states, [200, 409], 'status');
		ensure([left, right].find((answer) => answer.status === 409).body.code === 'E2003', 'code');
	} },
	{ as: 'wing', get: 'placement?person=$p', count: 1 },
	...cell('one', { capacity_working: 1, capacity_certified: 1, floor_area: '12.00' }), ...admit('q'), ...admit('r'), safety('q'), safety('r'),
	{ name: 'two people for the last bed at once', run: async (world, v) => {
		const answers = await Promise.all(['q', 'r'].map((p) => world.act('reception', 'placement.place', { person: v[p], place: v.one },
			{ warnings: { 'NMR-113': 'No other bed' } })));
		same(answers.map((answer) => answer.status).sort(), [200, 409], 'status');
	} },
	{ name: 'the register has no gap and no double number under load', run: async (world) => {
		const files = await Promise.all(Array.from({ length: 12 }, (_, i) => world.act('reception', 'person.register', { number: `T-${process.pid}-${world.name ?? 's'}-${i}`,
			given: 'At once', script: 'Latn', sex: 'M', birth_date: '1991' })));
		ensure(files.every((answer) => answer.status === 200), files.map((answer) => answer.text).join());
		const admissions = await Promise.all(files.map((file) => world.act('reception', 'person.admit',
			{ ...admission('x'), person: file.id, facility: world.facilities.A })));
		ensure(admissions.every((answer) => answer.status === 200), admissions.find((answer) => answer.status !== 200)?.text);
		const all = [];
		let path = `custody_episode?facility=${world.facilities.A}&limit=100`;
		while (path) {
			const list = await world.get('hq', path);
			all.push(...rows(list.body));
			path = list.body.next?.replace('/api/v1/', '');
		}
		const numbers = all.map((row) => Number(row.register_number.split('/')[1])).sort((a, b) => a - b);
		ensure(numbers.every((number, index) => number === index + 1), `numbers ${numbers.join(' ')}`);
	} },
];

const asOf = [
	...admit('p'), ...cell('c'), ...cell('d'), place('p', 'c'),
	{ name: 'a moment between two placements', run: async (world, v) => {
		await new Promise((resolve) => setTimeout(resolve, 30));
		v.moment = moment();
		await new Promise((resolve) => setTimeout(resolve, 30));
	} },
	place('p', 'd'),
	{ name: 'row as it stood', run: async (world, v) => {
		const now = await world.get('reception', `person/${v.p}`);
		const then = await world.get('reception', `person/${v.p}?as_of=${v.moment}`);
		ensure(then.status === 200 && now.status === 200, then.text);
		ensure(now.body.placement !== then.body.placement && then.body.version === now.body.version - 1, `${now.text}\n${then.text}`);
		const before = await world.get('reception', `person/${v.p}?as_of=2001-01-01T00:00:00Z`);
		ensure(before.status === 404, before.text);
		const wrong = await world.get('reception', `person/${v.p}?as_of=yesterday`);
		ensure(wrong.status === 422, wrong.text);
	} },
	{ name: 'whole file as it stood', run: async (world, v) => {
		const now = await world.get('reception', `file/${v.p}`);
		const then = await world.get('reception', `file/${v.p}?as_of=${v.moment}`);
		ensure(now.status === 200 && then.status === 200, `${now.text}\n${then.text}`);
		ensure(now.text.includes(v.d) && !then.text.includes(v.d) && then.text.includes(v.c), 'the later place stands in the earlier file');
		// What the reader may not read is not in the file either.
		ensure(!now.text.includes('health_intake'), 'health in the file for reception');
	} },
];

const lists = [
	...['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'].flatMap((name, i) => register(`l${i}`, { surname: `Zz${name}`, given: 'Lister', birth_date: `19${50 + i}` })),
	{ name: 'filter, sort, pages, search', run: async (world) => {
		const found = await world.get('reception', 'person?search=Lister&sort=-birth_date&limit=2');
		ensure(found.status === 200, found.text);
		same(rows(found.body).map((row) => row.birth_date), ['1954', '1953'], 'first page');
		ensure(typeof found.body.next === 'string', 'no next page');
		const second = await world.get('reception', found.body.next.replace('/api/v1/', ''));
		same(rows(second.body).map((row) => row.birth_date), ['1952', '1951'], 'second page');
		const third = await world.get('reception', second.body.next.replace('/api/v1/', ''));
		same(rows(third.body).map((row) => row.birth_date), ['1950'], 'third page');
		ensure(third.body.next === null, 'a page after the last');
		const one = await world.get('reception', 'person?search=Lister&birth_date=1952');
		same(rows(one.body).length, 1, 'filter');
		for (const bad of ['person?nothing=1', 'person?sort=nothing', 'person?limit=0', 'person?limit=1000', 'person?birth_date=hello']) {
			const answer = await world.get('reception', bad);
			ensure(answer.status === 422, `${bad}: ${answer.text}`);
		}
		const unknown = await world.get('reception', 'nothing');
		ensure(unknown.status === 404, unknown.text);
	} },
];

const receipts = [
	...admit('p'),
	{ name: 'inclusion proof of a receipt', run: async (world, v) => {
		const answer = await world.act('wing', 'case_note.write', { person: v.p, kind: 'general', note: 'For a receipt', happened_at: moment(-1), fact_or_opinion: 'fact' });
		const receipt = answer.body.receipts[0];
		ensure(receipt.log === 'scenario.example/j/IK-A' && /^[0-9a-f]{64}$/.test(receipt.leaf), answer.text);
		const proof = await world.get('wing', `receipts/${receipt.log}/${receipt.index}`);
		ensure(proof.status === 200, proof.text);
		const lines = proof.text.split('\n');
		ensure(lines[0].startsWith('c2sp.org/tlog-proof@v1'), lines[0]);
		ensure(lines.includes(`index ${receipt.index}`), proof.text);
		// RFC 6962 by hand: leaf and path must give the root of the checkpoint.
		const size = Number(lines[lines.indexOf(receipt.log) + 1]);
		const root = lines[lines.indexOf(receipt.log) + 2];
		const blank = lines.indexOf('');
		let hash = Buffer.from(receipt.leaf, 'hex');
		let index = receipt.index;
		let last = size - 1;
		const start = lines.findIndex((line) => line.startsWith('index ')) + 1;
		for (const line of lines.slice(start, blank)) {
			const other = Buffer.from(line, 'base64');
			if (index % 2 === 1 || index === last) {
				hash = createHash('sha256').update(Buffer.concat([Buffer.from([1]), other, hash])).digest();
				while (index % 2 === 0 && index !== 0) {
					index = Math.floor(index / 2);
					last = Math.floor(last / 2);
				}
			} else {
				hash = createHash('sha256').update(Buffer.concat([Buffer.from([1]), hash, other])).digest();
			}
			index = Math.floor(index / 2);
			last = Math.floor(last / 2);
		}
		same(hash.toString('base64'), root, 'root');
		const none = await world.get('wing', `receipts/${receipt.log}/999999`);
		ensure(none.status === 404, none.text);
	} },
];

const input = [
	...register('p'),
	{ name: 'every fault of the input is told at once, with its pointer', run: async (world) => {
		const answer = await world.act('reception', 'person.register', { number: '', script: 'Runes', sex: 'X', birth_date: '31.12.1990', nothing: 'x' });
		ensure(answer.status === 422, answer.text);
		const pointers = answer.body.errors.map((one) => one.pointer);
		for (const name of ['/number', '/given', '/script', '/sex', '/birth_date', '/nothing']) {
			ensure(pointers.includes(name), `${name} is missing in ${pointers}`);
		}
	} },
	{ name: 'bodies that are none', run: async (world) => {
		for (const [body, type] of [['{', 'application/json'], ['[]', 'application/json'], ['{"input":{}}', 'text/plain'], ['', 'application/json'],
			['{"input":{},"other":1}', 'application/json'], [`${'['.repeat(5000)}`, 'application/json'], ['{"input":{"number":{"a":1}}}', 'application/json']]) {
			const answer = await world.request('reception', 'POST', '/api/v1/acts/person.register', { body, headers: { 'Content-Type': type } });
			ensure(answer.status >= 400 && answer.status < 500, `${body.slice(0, 40)}: ${answer.status}`);
		}
		const none = await world.act('reception', 'person.fly', {});
		ensure(none.status === 404, none.text);
		const get = await world.request('reception', 'GET', '/api/v1/acts/person.register');
		ensure(get.status >= 400 && get.status < 500, `GET on an act: ${get.status}`);
	} },
	{ name: 'text comes back as it was given', run: async (world) => {
		const surname = `"<b>' Ünï ${String.fromCodePoint(0x1F600)} \u0410\u0301 \u0627\u0644 %s {x}`;
		const made = await world.act('reception', 'person.register', { number: `X-${Date.now()}-${Math.random()}`.slice(0, 39), surname, given: "O'Neill", script: 'Latn', sex: 'M', birth_date: '1960-02-29' });
		ensure(made.status === 200, made.text);
		const read = await world.get('reception', `person/${made.id}`);
		ensure(read.body.name.startsWith(surname.normalize('NFC').slice(0, 5)) && read.body.name.endsWith("O'Neill"), read.text);
	} },
];

const tokens = [
	...admit('p'),
	{ as: 'health', act: 'admission.health', input: { admission: '$p_admission', ...HEALTH } },
	{ name: 'no token, a wrong one, one in the wrong place', run: async (world, v) => {
		for (const [as, headers] of [[null, {}], ['custos_wrong', {}], [null, { Cookie: 'session=1' }], [null, { Authorization: 'Basic YTpi' }]]) {
			const answer = await world.request(as, 'GET', `/api/v1/person/${v.p}`, { headers });
			ensure(answer.status === 401, `${as}: ${answer.status}`);
			ensure(!answer.text.includes(v.p), 'the answer names the person');
		}
	} },
	// Health is a compartment: whoever is not in it does not learn that there is a record.
	{ as: 'health', get: 'health_intake?person=$p', count: 1, first: { observation: 'none' }, save: 'intake' },
	...['wing', 'reception', 'governor', 'hq', 'inspector', 'receptionB'].flatMap((as) => [
		{ as, get: 'health_intake/$intake', expect: { status: 404 } },
		{ as, get: 'health_intake', expect: { status: 404 } }]),
	{ as: 'wing', get: 'admission/$p_admission', check: (body) => {
		ensure(!('ill_treatment' in body) && (body.withheld ?? []).includes('ill_treatment'), `a sensitive field for the wing: ${JSON.stringify(body)}`);
	} },
	{ name: 'no filter and no sort by a withheld field', run: async (world) => {
		for (const path of ['admission?ill_treatment=yes', 'admission?sort=ill_treatment']) {
			const answer = await world.get('wing', path);
			ensure(answer.status === 422, `${path}: ${answer.status}`);
		}
	} },
	{ as: 'administrator', get: 'person/$p', expect: { status: 404 } },
	{ as: 'administrator', get: 'user_account', check: (body) => ensure(rows(body).length > 5 && !JSON.stringify(body).includes('argon2'), 'users') },
	{ as: 'wing', get: 'user_account', expect: { status: 404 } },
	{ as: 'wing', act: 'person.register', input: { number: 'W-1', given: 'x', script: 'Latn', sex: 'M', birth_date: '1990' }, expect: { status: 403 } },
	{ as: 'inspector', get: 'person/$p', has: { whereabouts: 'in' } },
	{ as: 'receptionB', get: 'facility', first: { id: '$A' } },
	{ as: 'receptionB', get: 'facility/$A', has: { code: 'IK-A' } },
	{ as: 'receptionB', get: 'place?facility=$A', count: 0 },
	{ as: 'receptionB', get: 'person/$p', expect: DENIED },
	{ as: 'receptionB', get: 'file/$p', expect: DENIED },
	{ as: 'receptionB', get: 'person/$p/history', expect: DENIED },
	{ name: 'readings stand in the access log', run: async (world, v) => {
		const before = Number(await world.sql(`SELECT count(*) FROM journal_entry WHERE log LIKE '%/a/%' AND subject = '${v.p}'`));
		await world.get('auditor', `person/${v.p}`);
		let after = before;
		for (let i = 0; i < 50 && after === before; i += 1) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			after = Number(await world.sql(`SELECT count(*) FROM journal_entry WHERE log LIKE '%/a/%' AND subject = '${v.p}'`));
		}
		ensure(after > before, `${after} readings of the person in the log, as before`);
	} },
];

// A second factor is set up and taken off by two people; a user page tells what the user may see; signing out ends everything.
const devices = [
	{ as: 'administrator', get: 'user_account?name=wing', first: { name: 'wing' }, save: 'account' },
	{ as: 'governor', act: 'user_account.open_device', input: { account: '$account' }, expect: DENIED },
	{ name: 'nobody alone sets up a device', run: async (world) => {
		const one = new Visitor(world);
		await one.signIn('wing');
		const alone = await one.post('/account/code', { begin: '1' });
		ensure(alone.text.includes('not open for you now') && !alone.text.includes('secret='), `${alone.status}`);
	} },
	{ as: 'administrator', act: 'user_account.open_device', input: { account: '$account' } },
	{ name: 'within the hour the user sets it up, and it can be signed out everywhere', run: async (world, v) => {
		const one = new Visitor(world);
		await one.signIn('wing');
		const begun = await one.post('/account/code', { begin: '1' });
		ensure(begun.status === 200 && begun.text.includes('QR code'), `${begun.status} ${begun.errors()}`);
		const keeper = new Visitor(world);
		await keeper.signIn('administrator');
		const user = await keeper.get(`/users/${v.account}`);
		for (const words of ['What this user may see', 'Wing officer', 'Withheld', 'Signed in where', '127.0.0.1']) {
			ensure(user.text.includes(words), `the page of the user lacks "${words}"`);
		}
		ensure((await keeper.post(`/users/${v.account}/sign-out`, {})).status === 303, 'sign out');
		ensure((await one.get('/work')).status === 303, 'still signed in');
		await one.signIn('wing');
		ensure((await one.post('/account/sign-out', {})).location === '/sign-in' && (await one.get('/work')).status === 303, 'own sign out');
	} },
	{ as: 'administrator', act: 'user_account.take_device_off', save: 'proposal', waits: true, expect: { status: 202 }, reason: 'Lost in the river', input: { account: '$account' } },
	{ as: 'hq', act: 'proposal.approve', input: { proposal: '$proposal' } },
	{ as: 'administrator', get: 'user_account/$account', check: (body) => ensure(body.device_off_at, JSON.stringify(body)) },
];

export const ENGINE = {
	'a second factor by two people': devices,
	'facts and breaches': facts,
	'idempotency': idempotency,
	'versions': versions,
	'two at once': together,
	'as of': asOf,
	'lists': lists,
	'receipts': receipts,
	'input': input,
	'tokens and compartments': tokens,
};
