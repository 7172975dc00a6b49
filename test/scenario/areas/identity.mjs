// identity.mjs - who is this: names across scripts, lists of names in two versions, what resembles them and who decides.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from '../ensure.mjs';
import { admit, cell, place, register, safety } from '../common.mjs';
import { rows } from '../play.mjs';

const DATA = fileURLToPath(new URL('../../data/match/', import.meta.url));

async function match(world, as, body) {
	const answer = await world.request(as, 'POST', '/api/v1/match', { body });
	ensure(answer.status === 200, `match: ${answer.status} ${answer.text}`);
	return answer.body;
}

// The index is up to date a moment after the commit; right after a start it is being built.
async function ready(world) {
	for (let i = 0; i < 200; i++) {
		if ((await match(world, 'hq', { name: 'nobody' })).ready && (await match(world, 'hq', { name: 'nobody', register: 'list_entry' })).ready) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error('the index of names is not ready');
}

function candidate(found, id) {
	return found.candidates.find((one) => one.id === id);
}

// Weights of the reasons are what was added up.
function addsUp(one) {
	const sum = one.reasons.reduce((total, reason) => total + reason.weight, 0);
	ensure(sum === one.evidence, `reasons add up to ${sum}, not ${one.evidence}`);
}

const FOUND = {
	'identity: found in any script': [
		...register('p', { surname: 'Мырзақұлов', given: 'Ерболат', patronymic: 'Сейітұлы', script: 'Cyrl', birth_date: '1979-04-12' }),
		...register('q', { surname: 'Мырзақұлов', given: 'Нұрболат', patronymic: 'Сейітұлы', script: 'Cyrl', birth_date: '1979-04-12' }),
		{ name: 'ready', run: ready },
		{ name: 'Latin finds Cyrillic, with reasons that add up', run: async (world, v) => {
			const found = await match(world, 'hq', { name: 'Yerbolat Myrzakulov', birth: '1979' });
			ensure(found.candidates[0].id === v.p, JSON.stringify(found.candidates[0]));
			ensure(found.candidates[0].agreement >= 8500 && found.candidates[0].band === 'now', JSON.stringify(found.candidates[0]));
			ensure(found.candidates[0].reasons.some((reason) => reason.text.includes('two scripts')), 'no reason names the scripts');
			found.candidates.forEach(addsUp);
		} },
		{ name: 'Arabic finds Cyrillic', run: async (world, v) => {
			const found = await match(world, 'hq', { name: 'يربولات ميرزاكولوف' });
			ensure(candidate(found, v.p), JSON.stringify(found));
		} },
		{ name: 'a twin is possibly family, not the same', run: async (world, v) => {
			const found = await match(world, 'hq', { name: 'Мырзақұлов Ерболат Сейітұлы', birth: '1979-04-12', sex: 'M' });
			ensure(found.candidates[0].id === v.p, 'not first');
			const twin = candidate(found, v.q);
			ensure(twin && twin.hints.includes('family') && twin.band !== 'now', JSON.stringify(twin));
		} },
		{ as: 'reception', act: 'name.add', save: 'name', input: { person: '$p', name_kind: 'alias', whole: 'Qobilov Jahongir', script: 'Latn' } },
		{ name: 'a new name is found at once', run: async (world, v) => {
			const found = await match(world, 'hq', { name: 'Кобилов Жахонгир' });
			ensure(candidate(found, v.p)?.band === 'now', JSON.stringify(found));
		} },
		{ name: 'a wrong question says what is wrong', run: async (world) => {
			const answer = await world.request('hq', 'POST', '/api/v1/match', { body: { nmae: 'x', birth: 'yesterday', limit: 0 } });
			ensure(answer.status >= 400 && answer.body.errors.length === 4, answer.text);
			const other = await world.request('wing', 'POST', '/api/v1/match', { body: { name: 'x', register: 'list_entry' } });
			ensure(other.status === 403, `lists are open to the wing: ${other.status}`);
		} },
	],
	'identity: of a file elsewhere only that it exists': [
		...admit('p', { person: { surname: 'Дөөлөтбеков', given: 'Акылбек', script: 'Cyrl', birth_date: '1984-02-03' } }),
		{ name: 'ready', run: ready },
		{ name: 'withheld, with the place to ask', run: async (world, v) => {
			const found = await match(world, 'receptionB', { name: 'Doolotbekov Akylbek', birth: '1984-02-03' });
			const one = found.candidates[0];
			ensure(one.id === v.p && one.withheld === true && one.ask === world.facilities.A, JSON.stringify(one));
			ensure(Object.keys(one).every((name) => ['record', 'id', 'withheld', 'ask'].includes(name)), JSON.stringify(one));
			ensure(!JSON.stringify(found).includes('Акылбек'), 'the name leaked');
		} },
		{ name: 'the reading is in the access log', run: async (world, v) => {
			for (let i = 0; i < 100; i++) {
				if (Number(await world.sql("SELECT count(*) FROM journal_entry WHERE type = 'search'")) > 0) {
					return;
				}
				await new Promise((resolve) => setTimeout(resolve, 25));
			}
			throw new Error('no entry in the access log');
		} },
	],
	'identity: a destroyed key leaves no name in the index': [
		...register('p', { surname: 'Забываемов', given: 'Стёрт', patronymic: 'Навсегдаевич', script: 'Cyrl', birth_date: '1966-03-04' }),
		...register('q', { surname: 'Остающийся', given: 'Помнин', script: 'Cyrl', birth_date: '1967-04-05' }),
		{ name: 'ready', run: ready },
		{ name: 'found before', run: async (world, v) => {
			ensure(candidate(await match(world, 'hq', { name: 'Zabyvaemov Styort' }), v.p), 'not found');
		} },
		...['core', 'legal', 'third-party'].map((compartment) => ({ as: 'hq', act: 'key_destruction.order', second: 'governor', reason: 'Ordered by the court',
			input: { subject_id: '$p', compartment, legal_basis: 'Law on personal data, article 17' } })),
		{ name: 'no file keeps it, and no search finds it', run: async (world, v) => {
			await world.stop();
			const index = join(world.data, 'names-person.index');
			ensure(existsSync(index), 'the index was not saved');
			const out = await world.must('key', 'destroy');
			ensure(!existsSync(index), `the index is still there: ${out}`);
			await world.start();
			await ready(world);
			ensure(!candidate(await match(world, 'hq', { name: 'Забываемов Стёрт Навсегдаевич', birth: '1966-03-04' }), v.p), 'still found');
			ensure(candidate(await match(world, 'hq', { name: 'Ostayushchiysya Pomnin' }), v.q), 'another was lost');
		} },
	],
	'identity: the command line': [
		...register('p', { surname: 'Өмүрзаков', given: 'Бекболсун', script: 'Cyrl', birth_date: '1991-09-30' }),
		...register('q', { surname: 'Omurzakov', given: 'Bekbolsun', script: 'Latn', birth_date: '1991-09-30' }),
		{ name: 'one name and the whole register', run: async (world, v) => {
			await world.stop();
			const out = await world.must('match', 'Umurzakov Bekbolsun', '--birth', '1991', '--user', 'hq');
			ensure(out.includes(v.p) && out.includes('two scripts'), out);
			const all = await world.command('match', '--all', '--position', join(world.folder, 'position'));
			const line = all.out.split('\n').find((one) => one.includes(v.p) && one.includes(v.q));
			ensure(line && line.endsWith('now'), `${all.out}${all.err}`);
			await world.start();
		} },
	],
};

// ---- lists ----

const UN = { code: 'un', name: 'Consolidated list of the Security Council', publisher: 'United Nations', legal_basis: 'S/RES/2368 (2017)', file_format: 'un_xml' };

async function load(world, list, file, expected) {
	await world.stop();
	const out = await world.must('list', 'load', file, '--list', list, '--user', 'hq');
	ensure(expected.test(out), out);
	await world.start();
}

async function checked(world) {
	for (let i = 0; i < 400; i++) {
		const all = rows((await world.get('hq', 'list_version?state=in_force')).body);
		if (all.length > 0 && all.every((one) => one.checked_at)) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error('nobody compared the people with the list');
}

async function hits(world, as, person) {
	return rows((await world.get(as, `list_hit?person=${person}`)).body);
}

async function hitOf(world, person, state) {
	for (let i = 0; i < 200; i++) {
		const found = (await hits(world, 'security', person)).find((one) => one.state === state);
		if (found) {
			return found;
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(`no ${state} resemblance: ${JSON.stringify(await hits(world, 'security', person))}`);
}

const LISTED = { surname: 'Тестов', given: 'Абдурахман', patronymic: 'Выдуманович', script: 'Cyrl', birth_date: '1971-05-06' };

// The second version: made a day later, without the first individual.
function secondVersion(world) {
	const first = readFileSync(join(DATA, 'consolidated-1.xml'), 'utf8');
	const path = join(world.folder, 'second.xml');
	writeFileSync(path, first.replace('2026-02-27T', '2026-02-28T').replace(/<INDIVIDUAL>[\s\S]*?<\/INDIVIDUAL>/, ''));
	return path;
}

// Everything that says how a person is held, as others than the deciders see it.
async function held(world, person) {
	const records = ['alert', 'keep_apart', 'placement', 'movement', 'legal_order', 'custody_episode', 'case_note', 'notice'];
	const parts = await Promise.all(records.map(async (record) => JSON.stringify(rows((await world.get('hq', `${record}?person=${person}`)).body))));
	const row = (await world.get('reception', `person/${person}`)).body;
	const file = (await world.get('wing', `file/${person}`)).body.rows;
	return JSON.stringify([parts, row, file]);
}

const decide = (expect, more = {}) => ({ as: 'security', act: 'list_hit.decide', ...(expect ? { expect } : { second: 'governor' }),
	input: { list_hit: '$hit', decision: 'different', grounds: 'Fingerprints compared with those of the authority on Monday', ...more } });

const LISTS = {
	'identity: a list, a resemblance, a decision, a delisting': [
		...admit('p', { person: LISTED }), ...cell('c'), safety('p'), place('p', 'c', { fact: true, mayBreach: true, warnings: { 'NMR-113': 'x' } }),
		...admit('other', { person: { surname: 'Тестова', given: 'Роза', script: 'Cyrl', sex: 'F', birth_date: '1990-01-02' } }),
		{ as: 'hq', act: 'name_list.add', input: UN, save: 'list' },
		{ name: 'as held before', run: async (world, v) => { v.before = await held(world, v.p); } },
		{ name: 'load the first version', run: (world) => load(world, 'un', join(DATA, 'consolidated-1.xml'), /3 entries: 3 new, 0 changed, 0 taken off/) },
		{ name: 'everybody is compared', run: checked },
		{ name: 'the resemblance says what it is', run: async (world, v) => {
			const hit = await hitOf(world, v.p, 'open');
			v.hit = hit.id;
			ensure(hit.entry_reference === 'QDi.901' && hit.published_on === '2026-02-27' && hit.agreement > 80, JSON.stringify(hit));
			ensure((await hits(world, 'security', v.other)).length === 0, 'a woman of the same family name was taken for him');
		} },
		{ name: 'nothing about the person has changed', run: async (world, v) => {
			const after = await held(world, v.p);
			const at = [...after].findIndex((letter, i) => letter !== v.before[i]);
			ensure(after === v.before, `a resemblance changed what others see: ${v.before.slice(at - 200, at + 200)} became ${after.slice(at - 200, at + 300)}`);
			const wing = await world.get('wing', 'list_hit');
			ensure(wing.status === 403 || wing.status === 404, `the wing reads resemblances: ${wing.status}`);
		} },
		{ as: 'security', get: 'deadline?clock=list-hit&about_id=$hit', first: { clock: 'list-hit' } },
		{ as: 'reception', act: 'list_hit.decide', input: { list_hit: '$hit', decision: 'same', grounds: 'It looks like the same man to me' }, expect: { status: 403 } },
		decide({ status: 422 }, { grounds: 'no' }),
		{ ...decide({ status: 202 }), waits: true },
		{ as: 'security', get: 'list_hit/$hit', has: { state: 'open' } },
		{ name: 'one person alone does not decide', run: async (world, v) => {
			const proposals = rows((await world.get('security', 'proposal?act=list_hit.decide&state=waiting')).body);
			const answer = await world.act('security', 'proposal.approve', { proposal: proposals[0].id });
			ensure(answer.status >= 400, 'the same person agreed with himself');
			ensure((await world.act('governor', 'proposal.approve', { proposal: proposals[0].id })).status === 200, 'the governor could not agree');
			v.hash = (await world.get('security', `list_hit/${v.hit}`)).body.seen_hash;
		} },
		{ as: 'security', get: 'list_hit/$hit', has: { state: 'decided', decision: 'different' } },
		{ name: 'what was decided is not asked again', run: async (world, v) => {
			await world.stop();
			await world.start();
			await ready(world);
			await new Promise((resolve) => setTimeout(resolve, 300));
			ensure((await hits(world, 'security', v.p)).length === 1, 'asked again without a change');
		} },
		{ as: 'reception', act: 'name.add', input: { person: '$p', name_kind: 'alias', whole: 'Abdel Rahman Testov', script: 'Latn' } },
		{ name: 'asked again when the file has changed', run: async (world, v) => { v.again = (await hitOf(world, v.p, 'open')).id; } },
		{ name: 'load the second version, in which the entry is gone', run: (world) => load(world, 'un', secondVersion(world), /2 entries: 0 new, 0 changed, 1 taken off/) },
		{ name: 'everybody is compared', run: checked },
		{ as: 'security', get: 'list_hit/$again', has: { state: 'withdrawn' } },
		{ as: 'security', get: 'list_hit/$hit', has: { state: 'decided' } },
		{ as: 'hq', get: 'list_entry?name_list=$list', first: { reference: 'QDi.901', state: 'delisted' } },
		{ name: 'the clock has stopped', run: async (world, v) => {
			const open = rows((await world.get('security', `deadline?clock=list-hit&about_id=${v.again}`)).body).filter((one) => !one.stopped_at);
			ensure(open.length === 0, 'the clock of a withdrawn resemblance runs on');
		} },
		{ as: 'security', act: 'list_hit.decide', input: { list_hit: '$again', decision: 'same', grounds: 'Document compared with that of the authority' }, expect: { status: 409 } },
		{ name: 'the same file again changes nothing', run: (world) => load(world, 'un', secondVersion(world), /in force already/) },
		{ name: 'an older version is refused', run: async (world) => {
			await world.stop();
			const result = await world.command('list', 'load', join(DATA, 'consolidated-1.xml'), '--list', 'un', '--user', 'hq');
			ensure(result.code !== 0 && result.err.includes('newer version'), `${result.code} ${result.err}`);
			await world.start();
		} },
	],
	'identity: a national list from a table': [
		{ as: 'hq', act: 'name_list.add', save: 'list', input: { code: 'kg', name: 'National list', publisher: 'Invented authority', legal_basis: 'Invented law, article 1',
			file_format: 'csv', table_columns: 'surname = Surname\ngiven = Name\npatronymic = Patronomic\nbirth = DataBirth\nbirth_place = PlaceBirth' } },
		{ name: 'load', run: async (world) => {
			const file = join(world.folder, 'kg.csv');
			writeFileSync(file, 'Surname;Name;Patronomic;DataBirth;PlaceBirth\nВыдумкин;Придуман;Небывалович;16.04.1972, 17.04.1972;Нигде\nИмяфамилиев;Тест;;1980;\n');
			await load(world, 'kg', file, /2 entries: 2 new/);
		} },
		{ name: 'everybody is compared', run: checked },
		{ as: 'hq', get: 'list_entry?name_list=$list', first: { name: 'Выдумкин Придуман Небывалович', births: 'EXACT:1972-04-16|EXACT:1972-04-17' } },
		...admit('p', { person: { surname: 'Vydumkin', given: 'Priduman', patronymic: 'Nebyvalovich', birth_date: '1972-04-16' } }),
		{ name: 'one who comes in is compared at once', run: async (world, v) => { v.hit = (await hitOf(world, v.p, 'open')).id; } },
		...admit('q', { person: { surname: 'Vydumkin', given: 'Drugoy', patronymic: 'Nebyvalovich', birth_date: '1975-01-09' } }),
		{ name: 'his brother is not taken for him', run: async (world, v) => {
			await ready(world);
			await new Promise((resolve) => setTimeout(resolve, 300));
			ensure((await hits(world, 'security', v.q)).length === 0, 'the brother resembles the entry');
		} },
		decide(),
		{ name: 'a file that is no such table is refused', run: async (world) => {
			const file = join(world.folder, 'bad.csv');
			writeFileSync(file, 'A;B\n1;2\n');
			await world.stop();
			const result = await world.command('list', 'load', file, '--list', 'kg', '--user', 'hq');
			ensure(result.code !== 0 && result.err.includes('no column'), `${result.code} ${result.err}`);
			await world.start();
		} },
	],
};

export const SCENARIOS = { ...FOUND, ...LISTS };

// The clock: it runs for an open resemblance and not for one that was decided.
export const RULES = {
	'S2396-d': [
		{ as: 'hq', act: 'name_list.add', save: 'list', input: { code: 'clk', name: 'List for the clock', publisher: 'Invented authority', legal_basis: 'Invented law, article 2',
			file_format: 'csv', table_columns: 'whole = Name\nbirth = Born' } },
		...admit('p', { person: { surname: 'Chasovskoy', given: 'Zavod', patronymic: 'Strelkovich', birth_date: '1966-06-16' } }),
		{ name: 'load', run: async (world) => {
			const file = join(world.folder, 'clock.csv');
			writeFileSync(file, 'Name,Born\nЧасовской Завод Стрелкович,1966-06-16\n');
			await load(world, 'clk', file, /1 new/);
		} },
		{ name: 'the clock runs', run: async (world, v) => {
			v.hit = (await hitOf(world, v.p, 'open')).id;
			const open = rows((await world.get('security', `deadline?clock=list-hit&about_id=${v.hit}`)).body);
			ensure(open.length === 1 && !open[0].stopped_at && open[0].due_at, JSON.stringify(open));
		} },
		decide(),
		{ name: 'the clock has stopped', run: async (world, v) => {
			const all = rows((await world.get('security', `deadline?clock=list-hit&about_id=${v.hit}`)).body);
			ensure(all.length === 1 && all[0].stopped_at, JSON.stringify(all));
		} },
	],
};
