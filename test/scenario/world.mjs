// world.mjs - a Custos of its own for the scenarios: data folder, database, users with tokens, server, and what looks at
// them from outside (REST, the command line, the database's own shell).
import { execFile, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ENVIRONMENT = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' };

// Everybody who acts in a scenario. facilities: codes, or * for all.
const USERS = {
	hq: { roles: 'headquarters', facilities: '*', clearance: 'sensitive' },
	administrator: { roles: 'administrator', facilities: '*' },
	inspector: { roles: 'inspector', facilities: '*', clearance: 'sensitive' },
	auditor: { roles: 'auditor', facilities: '*' },
	reception: { roles: 'reception', facilities: 'A', clearance: 'sensitive', compartments: 'third-party' },
	reception2: { roles: 'reception', facilities: 'A', clearance: 'sensitive', compartments: 'third-party' },
	wing: { roles: 'wing', facilities: 'A' },
	caseworker: { roles: 'caseworker', facilities: 'A', clearance: 'sensitive', compartments: 'third-party' },
	caseworker2: { roles: 'caseworker', facilities: 'A', clearance: 'sensitive', compartments: 'third-party' },
	psychologist: { roles: 'psychologist', facilities: 'A', clearance: 'sensitive' },
	religious: { roles: 'religious', facilities: 'A', clearance: 'sensitive' },
	security: { roles: 'security', facilities: 'A', clearance: 'sensitive' },
	governor: { roles: 'governor', facilities: 'A', clearance: 'sensitive' },
	health: { roles: 'health', facilities: 'A', clearance: 'sensitive', compartments: 'health' },
	psychologist2: { roles: 'psychologist', facilities: 'A', clearance: 'sensitive' },
	committee: { roles: 'committee', facilities: 'A', clearance: 'sensitive' },
	committee2: { roles: 'committee', facilities: 'A', clearance: 'sensitive' },
	committee3: { roles: 'committee', facilities: 'A', clearance: 'sensitive' },
	training: { roles: 'training', facilities: '*' },
	// Two functions in one person: what a rule says of one of them holds.
	doctor: { roles: 'health governor', facilities: '*', clearance: 'sensitive', compartments: 'health' },
	receptionB: { roles: 'reception', facilities: 'B', clearance: 'sensitive', compartments: 'third-party' },
	governorB: { roles: 'governor', facilities: 'B', clearance: 'sensitive' },
};

const FACILITIES = {
	A: { code: 'IK-A', name: 'North Prison', kind: 'prison', holds: 'both', zone: 'Etc/UTC', in_use: 'yes', capacity: 300 },
	B: { code: 'IK-B', name: 'South Prison', kind: 'prison', holds: 'both', zone: 'Asia/Bishkek', in_use: 'yes' },
	M: { code: 'IK-M', name: 'Prison for men', kind: 'prison', holds: 'M', zone: 'Etc/UTC', in_use: 'yes' },
};

function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

export class World {
	// postgres: URL of a server on which a database of its own is made; without it SQLite.
	// environment: for the program alone.
	constructor(custos, postgres, environment = {}) {
		this.custos = custos;
		this.environment = { ...ENVIRONMENT, ...environment };
		this.folder = mkdtempSync(join(tmpdir(), 'custos-scenario-'));
		this.data = join(this.folder, 'data');
		this.postgres = postgres;
		if (postgres) {
			this.name = `custos_scenario_${process.pid}_${Math.floor(Math.random() * 1e6)}`;
			const url = new URL(postgres.replace(/^postgresql:\/\/\//, 'postgresql://localhost-socket/'));
			url.pathname = `/${this.name}`;
			this.url = url.href.replace('//localhost-socket/', '///');
		}
		this.tokens = {};
		this.passwords = {};
		this.facilities = {};
	}

	// Runs custos; gives { code, out, err } whatever happened.
	async command(...words) {
		const database = this.url ? ['--db', this.url] : [];
		try {
			const { stdout, stderr } = await run(this.custos, [...words, '--data', this.data, ...database],
				{ env: this.environment, maxBuffer: 1 << 26, timeout: 120000 });
			return { code: 0, out: stdout, err: stderr };
		} catch (fault) {
			return { code: fault.code ?? -1, out: fault.stdout ?? '', err: `${fault.stderr ?? ''}${fault.killed ? ' (timed out)' : ''}` };
		}
	}

	async must(...words) {
		const result = await this.command(...words);
		if (result.code !== 0) {
			throw new Error(`custos ${words.join(' ')} left with ${result.code}\n${result.out}${result.err}`);
		}
		return result.out;
	}

	// Statement in the shell of the database, past Custos. Gives its output, fields parted by |.
	async sql(statement) {
		const [program, words] = this.postgres ?
			['psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', this.url, '-c', statement]] :
			['sqlite3', ['-cmd', '.timeout 10000', join(this.data, 'custos.db'), statement]];
		const { stdout } = await run(program, words, { env: ENVIRONMENT, maxBuffer: 1 << 28 }); // whole tables in the tests of tampering
		return stdout.trim();
	}

	// Entries of the record logs; readings do not count, nor what the clock writes by itself in between.
	async entries() {
		return Number(await this.sql("SELECT count(*) FROM journal_entry WHERE log LIKE '%/j/%' AND type <> 'deadline.lapse'"));
	}

	async create() {
		if (this.postgres) {
			await run('psql', ['-X', '-q', '-d', this.postgres, '-c', `CREATE DATABASE ${this.name}`], { env: ENVIRONMENT });
		}
		await this.must('init', '--base', 'scenario.example');
		await this.addUser('hq');
		await this.start();
		for (const [code, input] of Object.entries(FACILITIES)) {
			const answer = await this.act('hq', 'facility.add', input);
			if (answer.status !== 200) {
				throw new Error(`facility.add: ${answer.status} ${JSON.stringify(answer.body)}`);
			}
			this.facilities[code] = answer.id;
		}
		await this.stop();
		for (const name of Object.keys(USERS)) {
			if (name !== 'hq') {
				await this.addUser(name);
			}
		}
		await this.start();
	}

	async addUser(name) {
		const user = USERS[name];
		const facilities = user.facilities === '*' ? '*' : user.facilities.split(' ').map((code) => this.facilities[code]).join(' ');
		const told = await this.must('user', 'add', name, '--roles', user.roles, '--facilities', facilities,
			'--clearance', user.clearance ?? 'official', '--compartments', user.compartments ?? '');
		this.passwords[name] = told.match(/password (\S+)/)[1];
		this.tokens[name] = (await this.must('token', '--user', name)).trim();
	}

	// more: variables of the environment, such as those of libfaketime.
	async start(more = {}) {
		const port = await freePort();
		this.base = `http://127.0.0.1:${port}`;
		const database = this.url ? ['--db', this.url] : [];
		this.log = join(this.folder, 'server.log');
		this.server = spawn(this.custos, ['serve', '--data', this.data, ...database, '--listen', `127.0.0.1:${port}`],
			{ stdio: ['ignore', 'pipe', 'pipe'], env: { ...this.environment, ...more } });
		this.ended = new Promise((resolve) => this.server.once('exit', (code, signal) => resolve({ code, signal })));
		const write = (bytes) => appendFileSync(this.log, bytes);
		this.server.stdout.on('data', write);
		this.server.stderr.on('data', write);
		const until = Date.now() + 20000;
		while (Date.now() < until && this.server.exitCode === null && this.server.signalCode === null) {
			try {
				await fetch(`${this.base}/api/v1/openapi.json`);
				return;
			} catch {
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		}
		throw new Error(`custos serve did not answer\n${this.serverLog()}`);
	}

	// Roles of each user by name.
	roles() {
		return Object.fromEntries(Object.entries(USERS).map(([name, user]) => [name, user.roles.split(' ')]));
	}

	serverLog() {
		try {
			return readFileSync(this.log, 'utf8').slice(-4000);
		} catch {
			return '';
		}
	}

	async stop(signal = 'SIGTERM') {
		if (!this.server) {
			return { code: 0 };
		}
		this.server.kill(signal);
		const ended = await this.ended;
		this.server = null;
		return ended;
	}

	async request(as, method, path, { body, headers = {} } = {}) {
		const response = await fetch(`${this.base}${path}`, {
			method,
			headers: {
				...(as ? { Authorization: `Bearer ${this.tokens[as] ?? as}` } : {}),
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				...headers,
			},
			body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		let parsed = text;
		if ((response.headers.get('content-type') ?? '').includes('json')) {
			parsed = JSON.parse(text);
		}
		return { status: response.status, headers: response.headers, body: parsed, text };
	}

	// POST of an act. options: reason, warnings, fact, key, ifMatch.
	async act(as, act, input, { reason, warnings, fact, key, ifMatch } = {}) {
		const answer = await this.request(as, 'POST', `/api/v1/acts/${act}`, {
			body: { input, ...(reason ? { reason } : {}), ...(warnings ? { warnings } : {}), ...(fact ? { fact } : {}) },
			headers: { ...(key ? { 'Idempotency-Key': key } : {}), ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }) },
		});
		return { ...answer, id: answer.body?.id, version: answer.body?.version };
	}

	async get(as, path) {
		return this.request(as, 'GET', `/api/v1/${path}`);
	}

	// A profile comes into force by two persons, as in life: whatever was loaded before it ends with it.
	async loadProfile(profile) {
		const asked = await this.act('hq', 'profile_setting.load', { content: JSON.stringify(profile) }, { reason: 'Order of the ministry' });
		const done = await this.act('governor', 'proposal.approve', { proposal: asked.id });
		if (asked.status !== 202 || done.status !== 200) {
			throw new Error(`profile_setting.load: ${asked.status} ${asked.text}; ${done.status} ${done.text}`);
		}
	}

	// Runs work under the profile of a country, and goes back to the rules as they are.
	async withProfile(profile, work) {
		await this.loadProfile(profile);
		try {
			await work();
		} finally {
			await this.loadProfile({ profile: 'rules', title: 'The rules as they are', parameters: {} });
		}
	}

	async destroy() {
		await this.stop();
		if (this.postgres) {
			await run('psql', ['-X', '-q', '-d', this.postgres, '-c', `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`], { env: ENVIRONMENT });
		}
		rmSync(this.folder, { recursive: true, force: true });
	}
}
