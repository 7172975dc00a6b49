// run.mjs - plays the scenarios against the program, on one database, and prints `N passed, N failed`.
//	node test/scenario/run.mjs [--custos build/custos] [--db sqlite|postgresql://...] [--acts N] [--seed N] [name ...]
// Names choose scenarios (parts of a name are enough). After every scenario `custos verify` must find nothing; at the end
// come chance, tampering, and `custos rebuild`. The database of --db postgresql://... is a server: each run makes one of
// its own there and drops it. --keep leaves the folder and says where it is.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLI } from './cli.mjs';
import { clock } from './clock.mjs';
import { ENGINE } from './engine.mjs';
import { Tally, ensure } from './ensure.mjs';
import { IMPORTS } from './imports.mjs';
import { LIFE } from './life.mjs';
import { play } from './play.mjs';
import { random } from './random.mjs';
import { REFUSALS } from './refusals.mjs';
import { RULES } from './rules.mjs';
import { tamper } from './tamper.mjs';
import { walk } from './walk.mjs';
import { World } from './world.mjs';

function options() {
	const chosen = { custos: 'build/custos', db: 'sqlite', acts: '10000', seed: String(Date.now() % 100000), keep: false, names: [] };
	const words = process.argv.slice(2);
	while (words.length > 0) {
		const word = words.shift();
		if (word === '--keep') {
			chosen.keep = true;
		} else if (word.startsWith('--') && word.slice(2) in chosen && words.length > 0) {
			chosen[word.slice(2)] = words.shift();
		} else if (word.startsWith('--')) {
			console.error(`no option ${word}, or its value is missing`);
			process.exit(2);
		} else {
			chosen.names.push(word);
		}
	}
	return chosen;
}

async function verify(world, tally, after) {
	return tally.check(`verify after: ${after}`, async () => {
		const result = await world.command('verify');
		ensure(result.code === 0, `left with ${result.code}\n${result.out.slice(0, 3000)}${result.err}`);
	});
}

// Every rule of the program has a scenario, and no scenario is for a rule that is not there.
async function everyRule(world, tally) {
	await tally.check('every rule has a scenario', async () => {
		const listed = [...(await world.must('rules')).matchAll(/^(\S+) +(?:refuse|warn|breach|deadline|evidence) /gm)].map((match) => match[1]);
		const missing = [...new Set(listed)].filter((rule) => !(rule in rules));
		const unknown = Object.keys(rules).filter((rule) => !listed.includes(rule));
		ensure(listed.length > 0 && missing.length === 0 && unknown.length === 0, `without a scenario: ${missing}; not in the program: ${unknown}`);
	});
}

// Each area beside custody brings its own: areas/NAME.mjs exports SCENARIOS and RULES (each may be missing).
const folder = new URL('areas/', import.meta.url);
const areas = await Promise.all((existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.mjs')).sort()
	.map((name) => import(new URL(name, folder))));
const rules = Object.assign({}, RULES, ...areas.map((area) => area.RULES ?? {}));

const chosen = options();
const tally = new Tally();
const world = new World(resolve(chosen.custos), chosen.db === 'sqlite' ? undefined : chosen.db);
const wanted = (name) => chosen.names.length === 0 || chosen.names.some((part) => name.includes(part));
const all = { ...LIFE, ...REFUSALS, ...Object.fromEntries(Object.entries(rules).map(([rule, steps]) => [`rule ${rule}`, steps])), ...ENGINE, ...IMPORTS, ...CLI };
for (const area of areas) {
	Object.assign(all, area.SCENARIOS ?? {});
}
try {
	await world.create();
	for (const [name, steps] of Object.entries(all)) {
		if (wanted(name)) {
			await play(world, tally, name, steps);
			await verify(world, tally, name);
		}
	}
	if (chosen.names.length === 0) {
		await everyRule(world, tally);
	}
	if (wanted('random')) {
		await random(world, tally, Number(chosen.acts), Number(chosen.seed));
		await verify(world, tally, 'random acts');
	}
	if (wanted('clock')) {
		await clock(world, tally);
		await verify(world, tally, 'clock');
	}
	if (wanted('tampering')) {
		await tamper(world, tally);
	}
	await tally.check('the server ends by itself when asked', async () => {
		const ended = await world.stop();
		ensure(ended.code === 0, `left with ${ended.code ?? ended.signal}\n${world.serverLog()}`);
	});
} catch (fault) {
	tally.failed += 1;
	console.log(`FAIL ${fault.stack ?? fault}\n${world.serverLog()}`);
} finally {
	if (chosen.keep) {
		await world.stop();
		console.log(`kept: ${world.folder} ${world.url ?? ''}`);
	} else {
		await world.destroy();
	}
}
// On a prison of its own: nothing that happened before is recorded as a fact there.
if (wanted('walk')) {
	const own = new World(resolve(chosen.custos), chosen.db === 'sqlite' ? undefined : chosen.db);
	try {
		await own.create();
		await walk(own, tally, Number(chosen.acts) / 2, Number(chosen.seed));
		await verify(own, tally, 'walk');
		await own.stop();
		await own.must('rebuild');
		await verify(own, tally, 'walk and rebuild');
	} catch (fault) {
		tally.failed += 1;
		console.log(`FAIL ${fault.stack ?? fault}\n${own.serverLog()}`);
	} finally {
		await own.destroy();
	}
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
