/*
 * run.mjs - measures Custos against its baselines and prints one table. Called by script/bench, which builds everything first.
 *
 *	node bench/run.mjs [--custos build/custos] [--programs build/bench] [--lives 500] [--people 10000] [--seconds 5] [--rounds 3]
 *		[--db sqlite|postgres|both] [--folder DIR] [--crowd 0] [--clocks 100000] [--import-rows 50000]
 *
 * The service holds --people people: --lives of them have lived two and a half years of acts in it (about ninety each), and only they
 * are read; the others are imported (a name, a number and a birth date each). --crowd N adds N more before the page of a person is
 * measured once more: with --crowd 990000 it is a service of a million, which takes some minutes and about 3 GB a database (a life for
 * each of a million would take half a day and a hundred).
 *
 * Load generator and server share the machine: requests a second tell who got the processor, CPU time of the server for one request
 * is the number to trust. Each figure is the median of the rounds; Custos and baseline take turns.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: {
	custos: { type: 'string', default: 'build/custos' }, programs: { type: 'string', default: 'build/bench' },
	lives: { type: 'string', default: '500' }, people: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' },
	db: { type: 'string', default: 'both' }, folder: { type: 'string' }, threads: { type: 'string', default: '4' },
	crowd: { type: 'string', default: '0' }, clocks: { type: 'string', default: '100000' }, 'import-rows': { type: 'string', default: '50000' } } });
const seconds = Number(options.seconds), rounds = Number(options.rounds), lives = Number(options.lives), people = Number(options.people);
const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'custos-bench-'));
mkdirSync(folder, { recursive: true });
const running = new Set();
const rows = [];
let next_port = 18000 + process.pid % 10000;

const say = (text) => process.stderr.write(`bench: ${text}\n`);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const number = (value, digits = 0) => value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const row = (what, measured, baseline, ratio, goal, met) => {
	rows.push([what, measured, baseline ?? '', ratio ?? '', goal ?? '', met === undefined ? '' : met ? 'yes' : 'no']);
	say(`${what}: ${measured}${baseline ? ` against ${baseline}` : ''}${ratio ? `, ${ratio}` : ''}`);
};

/* Left with 1: done, and something was found that the command names; the table shows the counts. */
function custos(data, db, words) {
	const program = spawnSync(options.custos, [...words, '--data', data, ...(db ? ['--db', db] : [])], { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (program.status !== 0 && program.status !== 1)
		throw new Error(`custos ${words.join(' ')} left with ${program.status}: ${program.stderr}${program.stdout}`);
	return program.stdout;
}

/* ---- processes ---- */

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/* Processor time so far in seconds; field 2 may hold spaces. */
function cpu(pid) {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / ticks;
}
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

function get(port, url, headers = {}) {
	return new Promise((done, fail) => {
		const request = http.get({ host: '127.0.0.1', port, path: url, headers, agent: false }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (part) => (body += part)).on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
		});
		request.on('error', fail);
	});
}

async function first_answer(port, url) {
	for (;;) {
		try {
			return await get(port, url);
		} catch {
			await sleep(1);
		}
	}
}

/* Gives { process, port, started }: milliseconds from spawn to the first answer. */
async function serve(program, words, port, url) {
	const began = process.hrtime.bigint();
	const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
	running.add(child);
	let log = '';
	child.stderr.on('data', (part) => (log = (log + part).slice(-4000)));
	const gone = new Promise((_, fail) => child.on('exit', (code) => { running.delete(child); fail(new Error(`${program} left with ${code}: ${log}`)); }));
	gone.catch(() => {});
	await Promise.race([first_answer(port, url), gone]);
	return { process: child, port, started: Number(process.hrtime.bigint() - began) / 1e6 };
}

function stop(server) {
	return new Promise((done) => {
		server.process.removeAllListeners('exit');
		server.process.on('exit', () => { running.delete(server.process); done(); });
		server.process.kill('SIGTERM');
	});
}

process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });

/* ---- load ---- */

const unit = { us: 0.001, ms: 1, s: 1000, m: 60000 };
/* wrk once: requests a second, milliseconds at 50 and 99 %, server microseconds of CPU a request. */
function wrk(server, clients, script, words) {
	return new Promise((done, fail) => {
		const before = cpu(server.process.pid);
		const child = spawn('wrk', ['-t', String(Math.min(clients, 2)), '-c', String(clients), '-d', `${seconds}s`, '--latency', '-s', script,
			`http://127.0.0.1:${server.port}`, '--', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
		let text = '';
		child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
		child.on('exit', (code) => {
			if (code !== 0)
				return fail(new Error(`wrk left with ${code}: ${text}`));
			const spent = cpu(server.process.pid) - before;
			const total = Number(/(\d+) requests in/.exec(text)[1]);
			const at = (percent) => { const found = new RegExp(`\\s${percent}%\\s+([\\d.]+)(us|ms|s|m)`).exec(text); return Number(found[1]) * unit[found[2]]; };
			const bad = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0);
			if (bad > 0)
				return fail(new Error(`${bad} of ${total} answers were refused: ${text}`));
			done({ rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]), p50: at(50), p99: at(99), cpu: spent * 1e6 / total });
		});
	});
}

async function measure(server, clients, script, words) {
	const all = [];
	for (let i = 0; i < rounds; i++)
		all.push(await wrk(server, clients, script, words));
	return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]));
}

/* wrk runs these in each of its threads: words after "--" are prefix, file of identifiers, and a header's name and value. */
const reads = path.join(folder, 'reads.lua'), acts = path.join(folder, 'acts.lua');
writeFileSync(reads, `
local ids, prefix, headers = {}, "", {}
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init(words)
	prefix = words[1]
	for line in io.lines(words[2]) do ids[#ids + 1] = line end
	if words[3] then headers[words[3]] = words[4] end
	if tonumber(words[5] or 0) > 0 then
		local pause = tonumber(words[5])
		delay = function() return math.random(pause / 2, pause * 3 / 2) end
	end
	math.randomseed(number + 7)
end
function request() return wrk.format("GET", prefix .. ids[math.random(#ids)], headers) end
`);
writeFileSync(acts, `
local ids, headers = {}, { ["Content-Type"] = "application/json" }
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init(words)
	for line in io.lines(words[2]) do ids[#ids + 1] = line end
	headers[words[3]] = words[4]
	moment = words[5]
	math.randomseed(number + 7)
end
function request()
	return wrk.format("POST", "/api/v1/acts/case_note.write", headers, '{"input":{"person":"' .. ids[math.random(#ids)] ..
		'","kind":"general","note":"A note of about a hundred bytes, as somebody on a wing would write it down in the evening.","happened_at":"' ..
		moment .. '","fact_or_opinion":"fact"}}')
end
`);

/* ---- signing in ---- */

function post(port, url, form, cookie) {
	return new Promise((done, fail) => {
		const body = new URLSearchParams(form).toString();
		const request = http.request({ host: '127.0.0.1', port, path: url, method: 'POST', agent: false, headers: {
			'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body), Origin: `http://127.0.0.1:${port}`,
			Host: `127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) } }, (response) => {
			response.resume().on('end', () => done(response));
		});
		request.on('error', fail);
		request.end(body);
	});
}

const pairs = (headers) => (headers['set-cookie'] ?? []).map((one) => one.split(';')[0]);

/* The first password is changed, as everybody must, where it is the first; gives the session's cookie. */
async function sign_in(port, name, first, is_first = true) {
	const own = 'four quiet words of a bench';
	const form = await get(port, '/sign-in');
	const cookie = pairs(form.headers).join('; ');
	const csrf = /name="csrf"[^>]*value="([^"]*)"/.exec(form.body)[1];
	if (is_first)
		await post(port, '/sign-in/password', { csrf, name, password: first, code: '', new_password: own, again: own }, cookie);
	const answer = await post(port, '/sign-in', { csrf, name, password: is_first ? own : first, code: '' }, cookie);
	if (![302, 303].includes(answer.statusCode) || pairs(answer.headers).length === 0)
		throw new Error(`signing in gave ${answer.statusCode}`);
	return pairs(answer.headers).join('; ');
}

/* ---- one database ---- */

async function identifiers(port, token, count) {
	const ids = [];
	for (let next = '/api/v1/person?limit=100'; next && ids.length < count;) {
		const answer = await get(port, next, { Authorization: `Bearer ${token}` });
		if (answer.status !== 200)
			throw new Error(`the list of people gave ${answer.status}: ${answer.body}`);
		const page = JSON.parse(answer.body);
		for (const item of page.items ?? page.rows ?? page.data)
			ids.push(item.id);
		next = page.next ? (page.next.startsWith('/') ? page.next : `/api/v1/person?limit=100&after=${encodeURIComponent(page.next)}`) : null;
	}
	return ids;
}

/* out: folder, database, tokens and a file with the identifiers of those who have lived in it. */
async function prepare(name, db) {
	const data = path.join(folder, name);
	rmSync(data, { recursive: true, force: true });
	say(`${name}: making ${lives} invented lives`);
	custos(data, db, ['init']);
	const began = Date.now();
	const told = custos(data, db, ['demo', '--people', String(lives), '--seed', '1']);
	const done = Number(/by (\d+) acts/.exec(told)?.[1] ?? 0), took = (Date.now() - began) / 1000;
	row(`${name}: demo of ${number(lives)} lives, ${number(done)} acts`, `${number(done / took)} acts/s`);
	const added = custos(data, db, ['user', 'add', 'bench', '--roles', 'reception caseworker']);
	const password = /password (\S+)/.exec(added)[1];
	const token = custos(data, db, ['token', '--user', 'bench']).trim();
	const place = { data, db, password, token, ids_file: path.join(folder, `${name}.ids`) };
	const server = await start(place, next_port++);
	writeFileSync(place.ids_file, (await identifiers(server.port, token, lives)).join('\n') + '\n');
	await stop(server);
	if (people > lives)
		import_people(place, 0, people - lives);
	return { ...place, baseline: db ? null : baseline_database(data) };
}

const start = (place, port) => serve(options.custos, ['serve', '--data', place.data, ...(place.db ? ['--db', place.db] : []), '--listen',
	`127.0.0.1:${port}`, '--threads', options.threads], port, '/sign-in');

async function measure_start(name, place) {
	const all = [];
	let server;
	for (let i = 0; i < 5; i++) {
		server = await start(place, next_port++);
		all.push(server.started);
		if (i < 4)
			await stop(server);
	}
	row(`${name}: start to first answer`, `${number(median(all), 1)} ms`, '', '', '50 ms', median(all) <= 50);
	row(`${name}: memory after start`, `${number(memory(server.process.pid), 1)} MiB`);
	return server;
}

/* A copy of the database file, taken while nobody has it open: the baseline reads what Custos reads, and neither disturbs the other. */
function baseline_database(data) {
	const copy = path.join(folder, 'baseline.db');
	for (const end of ['', '-wal', '-shm']) {
		rmSync(copy + end, { force: true });
		if (existsSync(path.join(data, `custos.db${end}`)) && end !== '-shm')
			cpSync(path.join(data, `custos.db${end}`), copy + end);
	}
	return copy;
}

async function measure_reads(name, server, place, ids_file) {
	const words = ['/api/v1/person/', ids_file, 'Authorization', `Bearer ${place.token}`];
	if (place.db) {
		const own = await measure(server, 64, reads, words);
		row(`${name}: JSON read of one person, 64 clients`, `${number(own.rate)}/s, ${number(own.cpu, 1)} us CPU`);
		return;
	}
	const bare = await serve(path.join(options.programs, 'baseline_http'), [String(next_port), place.baseline, 'person', options.threads],
		next_port++, '/none');
	const own = [], base = [];
	for (let i = 0; i < rounds; i++) {
		own.push(await wrk(server, 64, reads, words));
		base.push(await wrk(bare, 64, reads, ['/', ids_file]));
	}
	await stop(bare);
	const rate = median(own.map((one) => one.rate)), rate_base = median(base.map((one) => one.rate));
	const spent = median(own.map((one) => one.cpu)), spent_base = median(base.map((one) => one.cpu));
	row(`${name}: JSON read of one person, 64 clients`, `${number(rate)}/s`, `${number(rate_base)}/s bare`, number(rate / rate_base, 2), '0.50',
		rate / rate_base >= 0.5);
	row(`${name}: CPU of the server for it`, `${number(spent, 1)} us`, `${number(spent_base, 1)} us bare`, number(spent_base / spent, 2), '13 us', spent <= 13);
}

/* 64 clients without pause measure how many pages the machine makes (their wait is 64 pages long, whatever a page costs); 64 who read for
 * about half a second between two pages are a busy prison, and their wait is what a person sees. */
const READING_MILLISECONDS = 500;

async function measure_page(name, server, place, ids_file, people_now) {
	const cookie = place.cookie ??= await sign_in(server.port, 'bench', place.password);
	const words = ['/people/', ids_file, 'Cookie', cookie];
	const what = `${name}: page of a person at ${number(people_now)} people`;
	for (const clients of [1, 64]) {
		const page = await measure(server, clients, reads, words);
		row(`${what}, ${clients} client${clients > 1 ? 's without pause' : ''}`,
			`${number(page.rate)}/s, p50 ${number(page.p50, 2)} ms, p99 ${number(page.p99, 2)} ms, ${number(page.cpu)} us CPU`, '', '',
			clients === 64 ? 'p99 5 ms' : '', clients === 64 ? page.p99 < 5 : undefined);
	}
	const page = await measure(server, 64, reads, [...words, String(READING_MILLISECONDS)]);
	row(`${what}, 64 clients who read`, `${number(page.rate)}/s, p50 ${number(page.p50, 2)} ms, p99 ${number(page.p99, 2)} ms`, '', '', 'p99 5 ms', page.p99 < 5);
}

/* The pages on which people work through lists, as the demo's users see them: one at a time, and eight who read. */
const LISTS = [['caseworker', '/caseload', 20], ['committee', '/classification/reviews', 20], ['committee', '/classification', 20], ['governor', '/state', 50],
	['governor', '/work', 50], ['headquarters', '/state/national', 500], ['headquarters', '/statistics', 500]];

async function measure_lists(name, server, place, people_now) {
	const one_line = path.join(folder, 'one-line');
	writeFileSync(one_line, '\n');
	for (const [user, url, goal] of LISTS) {
		const cookie = await sign_in(server.port, user, 'custos-demo-2026', false);
		const words = [url, one_line, 'Cookie', cookie];
		const alone = await measure(server, 1, reads, words);
		const busy = await measure(server, 8, reads, [...words, String(READING_MILLISECONDS)]);
		row(`${name}: ${url} of the ${user} at ${number(people_now)} people, alone; 8 who read`, `p50 ${number(alone.p50, 1)} ms, p99 ${number(alone.p99, 1)} ms; ` +
			`p99 ${number(busy.p99, 1)} ms`, '', '', `alone p99 ${goal} ms`, alone.p99 < goal);
	}
}

async function measure_acts(name, server, place, ids_file) {
	const moment = new Date(Date.now() - 3600_000).toISOString();
	for (const clients of [1, 64]) {
		const own = await measure(server, clients, acts, ['', ids_file, 'Authorization', `Bearer ${place.token}`, moment]);
		if (place.db) {
			row(`${name}: durable acts, ${clients} client${clients > 1 ? 's' : ''}`, `${number(own.rate)}/s, p99 ${number(own.p99, 1)} ms`);
			continue;
		}
		const file = path.join(folder, `commit-${clients}.db`);
		const text = execFileSync(path.join(options.programs, 'baseline_commit'), [file, String(clients), String(seconds)], { encoding: 'utf8' });
		const base = Number(/: (\d+) rows\/s/.exec(text)[1]);
		row(`${name}: durable acts, ${clients} client${clients > 1 ? 's' : ''}`,
			`${number(own.rate)}/s, p50 ${number(own.p50, 2)} ms, p99 ${number(own.p99, 1)} ms, ${number(own.cpu)} us CPU`, `${number(base)} rows/s`,
			number(own.rate / base, 2), '0.25', own.rate / base >= 0.25);
	}
}

/* Names put together from syllables: about as many different ones, and as unevenly common, as a register has. */
const consonants = 'b d g k l m n r s t z sh zh kh ch j y v f q'.split(' ');
function syllables(number, count) {
	let name = '';
	for (let i = 0; i < count; i++, number = Math.floor(number / 100))
		name += consonants[number % 20] + 'aeiou'[Math.floor(number / 20) % 5];
	return name[0].toUpperCase() + name.slice(1);
}

/* A number below `below` out of another, small ones more often. */
const common = (i, salt, below) => Math.floor(below * ((Math.imul(i + 1, salt) >>> 0) / 2 ** 32) ** 2);

function people_file(from, count) {
	const file = path.join(folder, `people-${from}.csv`);
	const lines = ['number,name,sex,birth_date'];
	for (let i = from; i < from + count; i++) {
		const man = i % 9 !== 0;
		const name = `${syllables(common(i, 2654435761, 8000), 2)}${man ? 'ov' : 'ova'} ${syllables(common(i, 2246822519, 900), 2)} ` +
			`${syllables(common(i, 3266489917, 900), 2)}${man ? 'ovich' : 'ovna'}`;
		lines.push(`IMP-${String(i).padStart(7, '0')},${name},${man ? 'M' : 'F'},${1950 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`);
	}
	writeFileSync(file, lines.join('\n') + '\n');
	return file;
}

/* What the program says of itself: "N rows: ..." of an import; seconds it took. */
function import_people(place, from, count) {
	const began = process.hrtime.bigint();
	const imported = custos(place.data, place.db, ['import', '--mapping', 'person', people_file(from, count)]);
	const took = Number(process.hrtime.bigint() - began) / 1e9;
	if (Number(/(\d+) rows: (\d+) accepted/.exec(imported)?.[2] ?? 0) !== count)
		throw new Error(`the import did not take all rows: ${imported.slice(-500)}`);
	return took;
}

/* "N entries" of a check. */
function measure_commands(name, place) {
	const count = Number(options['import-rows']);
	let took = import_people(place, people, count);
	row(`${name}: import of ${number(count)} rows, durable`, `${number(count / took)} rows/s`, '', '', '20,000 rows/s', count / took >= 20000);
	const began = process.hrtime.bigint();
	const checked = custos(place.data, place.db, ['verify']);
	if (!/sound/.test(checked))
		throw new Error(`verify found differences: ${checked.slice(-2000)}`);
	took = Number(process.hrtime.bigint() - began) / 1e9;
	const entries = [...checked.matchAll(/(\d[\d,]*) entries/g)].reduce((sum, found) => Math.max(sum, Number(found[1].replaceAll(',', ''))), 0);
	row(`${name}: verify of ${number(entries)} entries, their content and all rows`,
		`${number(took, 2)} s, ${number(entries / took)} entries/s`, '', '', '2 s a million', entries / took >= 500000);
}

/* On a copy: the rows that bench/clocks adds are in no journal. */
function measure_clocks(name, place) {
	const copy = path.join(folder, 'clocks');
	rmSync(copy, { recursive: true, force: true });
	cpSync(place.data, copy, { recursive: true });
	const text = execFileSync(path.join(options.programs, 'clocks'), [copy, options.clocks], { encoding: 'utf8' });
	const [, open, tick] = /tick with (\d+) open: ([\d.]+) ms/.exec(text), [, work, who] = /slowest work with \d+ open: ([\d.]+) ms \((\w+)\)/.exec(text);
	row(`${name}: a minute's tick with ${number(Number(open))} open clocks`, `${tick} ms`, '', '', '1 s', Number(tick) < 1000);
	row(`${name}: my work of the slowest role (${who}) with them`, `${work} ms`, '', '', '1 s', Number(work) < 1000);
	rmSync(copy, { recursive: true, force: true });
}

async function measure_crowd(name, place, ids_file) {
	const count = Number(options.crowd), imported = Number(options['import-rows']);
	if (count === 0)
		return;
	const took = import_people(place, people + imported, count);
	row(`${name}: import of ${number(count)} more`, `${number(count / took)} rows/s`);
	const server = await start(place, next_port++);
	await measure_page(name, server, place, ids_file, people + imported + count);
	await measure_lists(name, server, place, people + imported + count);
	row(`${name}: memory at that`, `${number(memory(server.process.pid), 1)} MiB`);
	await stop(server);
}

async function measure_database(name, db) {
	const place = await prepare(name, db);
	const { ids_file } = place;
	const server = await measure_start(name, place);
	await measure_reads(name, server, place, ids_file);
	await measure_page(name, server, place, ids_file, people);
	await measure_lists(name, server, place, people);
	await measure_acts(name, server, place, ids_file);
	row(`${name}: memory after the load`, `${number(memory(server.process.pid), 1)} MiB`, '', '', '64 MiB', memory(server.process.pid) <= 64);
	await stop(server);
	measure_commands(name, place);
	if (!place.db)
		measure_clocks(name, place);
	await measure_crowd(name, place, ids_file);
}

function print_table() {
	const heads = ['Measured', 'Custos', 'Baseline', 'Ratio', 'Goal', 'Met'];
	const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((one) => one[i].length)));
	const line = (cells) => '| ' + cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ') + ' |';
	console.log(line(heads));
	console.log(line(widths.map((width) => '-'.repeat(width))));
	for (const one of rows)
		console.log(line(one));
}

for (const size of ['512', '4096']) {
	const text = execFileSync(path.join(options.programs, 'baseline_sync'), [path.join(folder, 'sync'), size, '2'], { encoding: 'utf8' });
	row(`disk: append ${size} bytes and fdatasync`, text.replace(/^.*: /, '').trim());
}
try {
	if (options.db !== 'postgres')
		await measure_database('sqlite', null);
	if (options.db !== 'sqlite') {
		const environment = { ...process.env, CUSTOS_POSTGRES_FOLDER: path.join(tmpdir(), `custos-bench-postgres-${process.pid}`) };
		const url = execFileSync('script/postgres-for-tests', ['start'], { encoding: 'utf8', env: environment }).trim();
		try {
			await measure_database('postgres', url);
		} finally {
			execFileSync('script/postgres-for-tests', ['stop'], { env: environment });
		}
	}
} finally {
	print_table();
	if (!options.folder)
		rmSync(folder, { recursive: true, force: true });
}
