// run.mjs - runs the browser tests named on the command line (all *.spec.mjs without names) and prints
// `N passed, N failed`. Usage: node test/browser/run.mjs [gallery ...]
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser, Tally } from './lib.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const named = process.argv.slice(2);
const specs = readdirSync(here).filter((name) => name.endsWith('.spec.mjs') &&
	(named.length === 0 || named.includes(name.replace('.spec.mjs', '')))).sort();
if (specs.length === 0 || (named.length > 0 && specs.length !== named.length)) {
	console.error(`no such browser test: ${named.join(' ')}`);
	process.exit(2);
}
const tally = new Tally();
const browser = await Browser.launch();
console.log(`screenshots in ${browser.shots}`);
try {
	for (const spec of specs) {
		const { run } = await import(new URL(spec, import.meta.url));
		await run(browser, tally);
	}
} finally {
	await browser.close();
}
process.exit(tally.print() ? 0 : 1);
