// cli.mjs - what others call on the command line, as a new user would on a fresh folder: init, demo, user, token, import, verify,
// rebuild, journal export, rules; with the last lines and exit codes that are promised.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensure } from './ensure.mjs';

const run = promisify(execFile);
const DATA = fileURLToPath(new URL('../data/import/', import.meta.url));

// A folder of its own on SQLite: the world's database has its server.
async function fresh(world, work) {
	const folder = mkdtempSync(join(tmpdir(), 'custos-cli-'));
	const data = join(folder, 'data');
	const custos = async (...words) => {
		try {
			const { stdout, stderr } = await run(world.custos, [...words, '--data', data], { maxBuffer: 1 << 26, timeout: 120000 });
			return { code: 0, out: stdout, err: stderr, last: stdout.trim().split('\n').at(-1) };
		} catch (fault) {
			return { code: fault.code, out: fault.stdout ?? '', err: fault.stderr ?? '', last: (fault.stdout ?? '').trim().split('\n').at(-1) };
		}
	};
	try {
		await work(custos, data, folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const interfaces = [
	{ name: 'init, user, token, doctor on a fresh folder', run: (world) => fresh(world, async (custos, data) => {
		const none = await custos('verify');
		ensure(none.code === 3 || none.code === 4, `verify of nothing left with ${none.code}`);
		const made = await custos('init');
		ensure(made.code === 0 && existsSync(join(data, 'custos.db')) && existsSync(join(data, 'keys.db')) && /password/.test(made.out), made.out + made.err);
		ensure((await custos('init')).code === 4, 'a second init went through');
		ensure((await custos('user', 'add', 'k.n', '--roles', 'headquarters')).code === 0, 'user add');
		const token = await custos('token', '--user', 'k.n');
		ensure(token.code === 0 && /^custos_[0-9A-Z]{52}$/.test(token.out.trim()), token.out);
		ensure((await custos('token', '--user', 'nobody')).code === 4, 'token of nobody');
		const doctor = await custos('doctor');
		ensure([0, 1].includes(doctor.code) && doctor.out.length > 0, `${doctor.code} ${doctor.out}${doctor.err}`);
	}) },
	{ name: 'import: last line, counts of each file, nothing twice', run: (world) => fresh(world, async (custos) => {
		await custos('init');
		const places = join(DATA, 'legacy-register/places.csv');
		const dry = await custos('import', '--mapping', 'legacy-places', places, '--dry-run');
		ensure(dry.code === 0 && dry.last === '153 rows: 153 accepted, 0 corrected, 0 refused, 0 unchanged' && dry.out.includes('nothing was written'), dry.out);
		ensure((await custos('import', '--mapping', 'legacy-places', places)).last === dry.last, 'the load differs from the dry run');
		ensure((await custos('import', '--mapping', 'legacy-places', places)).last === '153 rows: 0 accepted, 0 corrected, 0 refused, 153 unchanged', 'twice');
		const words = ['import', '--mapping', 'prison-api', join(DATA, 'prison-api'), '--day', '2026-07-24'];
		const first = await custos(...words);
		ensure(first.code === 1 && /^737 rows: 634 accepted, \d+ corrected, 103 refused, 0 unchanged$/.test(first.last), first.out + first.err);
		for (const file of ['sentences.csv', 'sentence_terms.csv', 'movements.csv', 'charges.csv', 'contacts.csv', 'bed_assignments.csv']) {
			ensure(new RegExp(`^${file}: \\d+ rows: \\d+ accepted`, 'm').test(first.out), `no count of ${file}`);
		}
		const second = await custos(...words);
		ensure(second.last === '737 rows: 0 accepted, 0 corrected, 103 refused, 634 unchanged', second.last);
		const verify = await custos('verify');
		ensure(verify.code === 0, verify.out + verify.err);
		ensure((await custos('import', places)).code === 2, 'an import without a mapping');
	}) },
	{ name: 'demo, rebuild, export, verify that names what differs, rules', run: (world) => fresh(world, async (custos, data, folder) => {
		await custos('init');
		const demo = await custos('demo', '--people', '20', '--seed', '7');
		ensure(demo.code === 0, demo.out + demo.err);
		const out = join(folder, 'out');
		const exported = await custos('journal', 'export', out);
		ensure(exported.code === 0, exported.out + exported.err);
		const flat = (at) => readdirSync(at, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? [join(at, entry.name), ...flat(join(at, entry.name))] : [join(at, entry.name)]);
		const files = flat(out);
		ensure(files.some((file) => file.endsWith('/checkpoint')) && files.some((file) => file.endsWith('/tile')) && files.some((file) => /vkey$/.test(file)), files.slice(0, 20).join(' '));
		await independently(out, files);
		ensure((await custos('rebuild')).code === 0, 'rebuild');
		ensure((await custos('verify')).code === 0, 'verify after rebuild');
		await run('sqlite3', [join(data, 'custos.db'), "UPDATE person SET sex = 'F' WHERE id = (SELECT id FROM person WHERE sex = 'M' LIMIT 1)"]);
		const damaged = await custos('verify');
		ensure(damaged.code === 1 && /person/.test(damaged.out) && /[0-9A-HJKMNP-TV-Z]{26}/.test(damaged.out), `${damaged.code} ${damaged.out}`);
		const rules = await custos('rules', '--check');
		ensure(rules.code === 0 && /^\d+ rules, /.test(rules.last), rules.out.slice(-300));
	}) },
	{ name: 'help and wrong use', run: (world) => fresh(world, async (custos) => {
		for (const words of [['serve'], ['import'], ['journal', 'export'], ['user', 'add']]) {
			const help = await custos(...words, '--help');
			ensure(help.code === 0 && help.out.includes(`custos ${words.join(' ')}`) && /xample/.test(help.out), `${words}: ${help.out}`);
		}
		const all = await custos('help');
		ensure(all.code === 0 && all.out.includes('import') && all.out.includes('doctor'), all.out);
		ensure((await custos('nothing')).code === 2 && (await custos('verify', '--nothing')).code === 2, 'wrong use');
		ensure((await custos('man')).out.startsWith('.TH'), 'man page');
	}) },
];

// Logs are checked by a program that shares nothing with Custos; a byte changed in an entry, a tile, the checkpoint is named.
async function independently(out, files) {
	const tool = fileURLToPath(new URL('../tools/tlog_check.py', import.meta.url));
	const check = () => run('python3', [tool, out]).then(({ stdout }) => ({ code: 0, stdout }), ({ code, stdout }) => ({ code, stdout }));
	const sound = await check();
	ensure(sound.code === 0 && /^\d+ logs, 0 with faults$/m.test(sound.stdout), sound.stdout);
	const log = files.filter((file) => file.endsWith('/checkpoint')).map((file) => dirname(file)).find((at) => files.some((file) => file.startsWith(`${at}/tile/1/`)));
	const first = (part) => files.find((file) => file.startsWith(`${log}/${part}`) && statSync(file).isFile());
	for (const [part, told] of [['tile/entries/', 'root'], ['tile/0/', 'tile/0/'], ['tile/1/', 'tile/1/'], ['checkpoint', 'signed']]) {
		const bytes = readFileSync(first(part)), damaged = Buffer.from(bytes);
		damaged[25] ^= 1;
		writeFileSync(first(part), damaged);
		const found = await check();
		ensure(found.code === 1 && found.stdout.includes(told) && found.stdout.includes(', 1 with faults'), `${part}: ${found.code} ${found.stdout}`);
		writeFileSync(first(part), bytes);
	}
}

export const CLI = { 'command line': interfaces };
