// run.mjs - runs the browser tests named on the command line (all *.spec.mjs without names) and prints
// `N passed, N failed`. Usage: node test/browser/run.mjs [gallery ...]
// Several of them run as processes of their own, as many at a time as there are processors: each has its own browser, its own
// cookies and its own server. The longest begin first, so that none is left alone at the end.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, Tally } from './lib.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const LONGEST = ['pages'];

async function runHere(spec) {
	const tally = new Tally();
	const browser = await Browser.launch();
	console.log(`screenshots in ${browser.shots}`);
	try {
		await (await import(new URL(`${spec}.spec.mjs`, import.meta.url))).run(browser, tally);
	} finally {
		await browser.close();
	}
	return tally;
}

// One test as a process; its output is printed whole when it ends. A process that dies without a count has failed once.
function runApart(spec, tally) {
	return new Promise((done) => {
		const child = spawn(process.execPath, [fileURLToPath(import.meta.url), spec], { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (part) => (output += part));
		}
		child.on('close', (code) => {
			const counts = /^(\d+) passed, (\d+) failed$/m.exec(output);
			tally.passed += Number(counts?.[1] ?? 0);
			tally.failed += counts && (code === 0 || Number(counts[2]) > 0) ? Number(counts[2]) : 1;
			console.log(`== browser: ${spec}\n${output.trim()}`);
			done();
		});
	});
}

const all = readdirSync(here).filter((name) => name.endsWith('.spec.mjs')).map((name) => name.replace('.spec.mjs', ''));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !all.includes(name));
if (unknown.length > 0) {
	console.error(`no such browser test: ${unknown.join(' ')}`);
	process.exit(2);
}
const size = (spec) => (LONGEST.includes(spec) ? Infinity : statSync(join(here, `${spec}.spec.mjs`)).size);
const waiting = (named.length > 0 ? named : all).sort((a, b) => size(b) - size(a));
let tally = new Tally();
if (waiting.length === 1) {
	tally = await runHere(waiting[0]);
} else {
	await Promise.all(Array.from({ length: availableParallelism() }, async () => {
		for (let spec = waiting.shift(); spec; spec = waiting.shift()) {
			await runApart(spec, tally);
		}
	}));
}
process.exit(tally.print() ? 0 : 1);
