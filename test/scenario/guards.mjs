// guards.mjs - shows that the walk (walk.mjs) finds a hole: the same walk with one rule asleep (test/guard/unguarded.c) reaches the state
// that the rule forbids. Prints `N passed, N failed`.
//	node test/scenario/guards.mjs [--program build/test/guard/unguarded] [--db sqlite|postgresql://...] [--most N] [--seed N] [rule ...]
// most: acts tried before the walk counts as blind. Without names every guard of the table is left out once.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Tally, ensure } from './ensure.mjs';
import { FORBIDDEN, walker } from './walk.mjs';
import { World } from './world.mjs';

// Rules left out together stand for one guard: two rules forbid the same, each with its own source.
const GUARDS = [['NMR-43.1c'], ['NMR-45.1e'], ['NMR-47.1'], ['NMR-47.2a'], ['NMR-82.1a'], ['NMR-52.1a'], ['NMR-51.b'], ['NMR-97.3'],
	['NMR-97.2'], ['NMR-102.1'], ['NMR-61.1b', 'NMR-120.1'], ['NMR-56.3.mail'], ['NMR-43.3a.limit']];
const STEP = 500;

const { values: chosen, positionals: names } = parseArgs({ allowPositionals: true, options: { program: { type: 'string', default: 'build/test/guard/unguarded' },
	db: { type: 'string', default: 'sqlite' }, most: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now() % 100000) } } });

const question = (rule) => Object.entries(FORBIDDEN).find(([name]) => name.includes(rule.replace(/\.(limit)$/, '')));

async function reached(tally, guard) {
	const [name, { ask }] = question(guard[0]);
	const world = new World(resolve(chosen.program), chosen.db === 'sqlite' ? undefined : chosen.db, { CUSTOS_UNGUARDED: guard.join(' ') });
	try {
		await world.create();
		const player = await walker(world, tally, Number(chosen.seed));
		await tally.check(`${guard.join(', ')} asleep with seed ${chosen.seed}: the walk reaches "${name}"`, async () => {
			ensure(await world.sql(ask) === '', 'the state is there before the walk begins');
			let found = '';
			for (let tried = STEP; found === '' && tried <= Number(chosen.most); tried += STEP) {
				await player.on(tried);
				found = await world.sql(ask);
			}
			ensure(found !== '', `not reached in ${player.tried} acts`);
			console.log(`${guard.join(', ')} asleep: "${name}" reached within ${player.tried} acts`);
		});
	} finally {
		await world.destroy();
	}
}

const tally = new Tally();
for (const guard of GUARDS.filter((one) => names.length === 0 || one.some((rule) => names.includes(rule)))) {
	await reached(tally, guard);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
