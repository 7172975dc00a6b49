// inspection.spec.mjs - the state of the rules follows what happens and goes back in time; statistics of a past day stay what they were;
// an inspection is answered on its pages; and the notebook of a visiting inspector holds nothing that anybody else could read.
import { readFileSync } from 'node:fs';
import { axeViolations, ensure, overflow } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { admit } from '../scenario/common.mjs';
import { play } from '../scenario/play.mjs';

const REGISTER = readFileSync(new URL('../../share/rules.tsv', import.meta.url), 'utf8');
const PASSPHRASE = 'a lark over the dry steppe';
const SECRET = 'Ask the man in the last cell about the night of the third';

// The body of a file as the page's own session gets it.
const fetched = (page, path) => page.evaluate(async (address) => {
	const answer = await fetch(address);
	return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}, path);

function yesterday() {
	return new Date(Date.now() - 86400000).toISOString().slice(0, 10);
}

function cells(csv, rule) {
	return csv.split('\r\n').map((line) => line.split(',')).find((line) => line[2] === rule);
}

async function sound(page) {
	const violations = await axeViolations(page);
	ensure(violations.length === 0, `${page.url()}: ${violations.join('\n')}`);
	ensure(await overflow(page) === 0, `${page.url()} is wider than the window`);
	ensure(page.faults.length === 0, page.faults.join('\n'));
}

async function state(prison, page) {
	const { A } = prison.world.facilities;
	await prison.signIn(page, 'governor');
	await page.goto(`${prison.base}/state`, { waitUntil: 'load' });
	const rules = await page.locator('main a[href^="/state/rules/NMR-"]').count();
	ensure(rules === 122, `${rules} of the 122 rules stand on the page`);
	const before = (await fetched(page, `/state?facility=${A}&format=csv`)).text;
	ensure(before.split('\r\n').length === REGISTER.split('\n').length, `the file has ${before.split('\r\n').length} lines: ${before.slice(0, 300)}`);
	ensure(cells(before, 'NMR-77')[4] === 'grey', 'nobody has looked at NMR-77 and it is not grey');
	// Red by an inspection, and it stays red however many rows are green beside it; met again, green.
	const { world } = prison;
	const opened = await world.act('auditor', 'inspection.open', { facility: A, kind: 'internal', body: 'Inspectorate', form: 'custos', started_on: yesterday() });
	const answer = (finding) => world.act('auditor', 'inspection.answer', { inspection: opened.id, question: 'NMR-77', finding, method: 'observation', evidence: 'Seen' });
	for (const [finding, colour] of [['not_met', 'red'], ['partly', 'amber'], ['met', 'green']]) {
		ensure((await answer(finding)).status === 200, `the answer ${finding}`);
		const now = (await fetched(page, `/state?facility=${A}&format=csv`)).text;
		ensure(cells(now, 'NMR-77')[4] === colour, `${finding} gives ${cells(now, 'NMR-77')[4]}`);
	}
	// As of yesterday nothing of this had happened.
	ensure(cells((await fetched(page, `/state?facility=${A}&format=csv&day=${yesterday()}`)).text, 'NMR-77')[4] === 'grey', 'yesterday has changed');
	// A breach is red, mended it is amber, and the page of the rule shows it.
	const row = 'NMR-84.1b', ago = (minutes) => new Date(Date.now() - minutes * 60000).toISOString();
	await world.act('auditor', 'inspection.open', { facility: A, kind: 'external', body: 'Mechanism', form: 'opcat', started_on: yesterday(),
		entry_asked_at: ago(300), entry_given_at: ago(200) });
	ensure(cells((await fetched(page, `/state?facility=${A}&format=csv`)).text, row)[4] === 'red', `${row} is not red`);
	await page.goto(`${prison.base}/state/rules/${row}?facility=${A}`, { waitUntil: 'load' });
	ensure((await page.textContent('main')).includes('Breach open'), 'the page of the rule hides the breach');
	await sound(page);
	// Another facility is none of this governor's business.
	const other = await fetched(page, `/state?facility=${world.facilities.B}&format=csv`);
	ensure(other.status >= 400, `another facility: ${other.status}`);
	page.faults.length = 0;
}

async function statistics(prison, page) {
	await prison.signIn(page, 'auditor');
	const past = `/statistics/uncts-held?facility=all&day=${yesterday()}&format=csv&exact=yes`, now = '/statistics/uncts-held?facility=all&format=csv&exact=yes';
	const before = await fetched(page, past), today = await fetched(page, now);
	ensure(before.status === 200 && before.type.startsWith('text/csv'), `statistics: ${before.status}`);
	const held = (file) => Number(file.text.match(/Persons held,(\d+)/)[1]);
	ensure(held(today) > 0, 'nobody is held');
	ensure(await play(prison.world, new Silent(), 'more', [...admit('another', { person: { sex: 'F' } })]), 'nobody came');
	ensure((await fetched(page, past)).text === before.text, 'the figures of yesterday have changed');
	ensure(held(await fetched(page, now)) === held(today) + 1, 'the new person is not counted once');
	// Small numbers are left out unless asked for.
	const published = (await fetched(page, '/statistics/uncts-held?facility=all&format=csv')).text;
	ensure(/,c,/.test(published) && !/,[1-4],/.test(published.split('\r\n').slice(2).join('\n')), 'a small number is published');
	await page.goto(`${prison.base}/statistics?facility=all`, { waitUntil: 'load' });
	await sound(page);
	for (const table of ['assessed', 'assessments', 'certificates', 'categories', 'decisions', 'restrictions', 'extremism', 'programmes', 'change', 'released', 'overdue', 'indicators', 'uncts-unsentenced', 'uncts-entering', 'uncts-capacity', 'uncts-deaths', 'space-stock', 'space-flow', 'wpb', 'rule-10']) {
		await page.goto(`${prison.base}/statistics/${table}?facility=all`, { waitUntil: 'load' });
		ensure(await page.locator('main table tbody tr').count() > 0, `${table} is empty`);
		const sheet = await fetched(page, `/statistics/${table}?facility=all&format=xlsx`);
		ensure(sheet.status === 200 && sheet.type.includes('spreadsheetml') && sheet.text.startsWith('PK'), `${table}: no spreadsheet`);
	}
	await sound(page);
	ensure((await fetched(page, '/statistics/no-such-table')).status === 404, 'a table that is none');
	page.faults.length = 0; // the console tells of it
}

async function inspection(prison, page) {
	await prison.signIn(page, 'auditor');
	await page.goto(`${prison.base}/inspections`, { waitUntil: 'load' });
	await page.click('main a[href^="/inspections/0"], main tbody a[href^="/inspections/"]');
	await page.click('main a[href$="/questions"]');
	await sound(page);
	await page.click('main tbody a[href*="inspection.answer"]');
	ensure(/inspection=.*question=|question=/.test(page.url()), page.url());
	await page.check('input[name="finding"][value="partly"], select[name="finding"]').catch(() => page.selectOption('select[name="finding"]', 'partly'));
	await page.check('input[name="method"][value="interviews"]').catch(() => page.selectOption('select[name="method"]', 'interviews'));
	await page.fill('textarea[name="evidence"]', 'Asked of twenty people');
	await prison.submit(page);
	ensure(/\/questions/.test(page.url()) && (await page.textContent('main')).includes('Partly met'), `the answer is not on ${page.url()}`);
	await page.goto(`${prison.base}/inspections/compare`, { waitUntil: 'load' });
	await sound(page);
}

async function notebook(prison, page) {
	const { world } = prison;
	const asked = await world.act('hq', 'inspection_visit.open', { name: 'visitor', display_name: 'External inspector', body: 'Mechanism',
		until_at: new Date(Date.now() + 3600000).toISOString(), unannounced: true, health_professional: true }, { reason: 'Letter' });
	ensure((await world.act('auditor', 'proposal.approve', { proposal: asked.id })).status === 200, 'the visit was not agreed to');
	await world.stop();
	world.passwords.visitor = (await world.must('user', 'password', 'visitor')).match(/password (\S+)/)[1];
	await world.start();
	await prison.signIn(page, 'visitor');
	await page.goto(`${prison.base}/notebook`, { waitUntil: 'load' });
	await sound(page);
	const write = async (passphrase, content, kind = 'note') => {
		await page.fill('input[name="passphrase"]', passphrase);
		await page.check(`input[name="kind"][value="${kind}"]`).catch(() => page.selectOption('select[name="kind"]', kind));
		await page.fill('textarea[name="content"]', content);
		await prison.submit(page);
	};
	await write('short', SECRET);
	ensure((await page.inputValue('textarea[name="content"]')) === SECRET, 'what was typed is lost');
	page.faults.length = 0; // the console tells of the refusal
	await write(PASSPHRASE, SECRET);
	ensure((await page.textContent('main')).includes(SECRET), 'the page does not show what was written');
	await write(PASSPHRASE, 'Number 17', 'interview');
	ensure((await page.textContent('main')).includes('People to be interviewed'), 'there is no list of interviews');
	await sound(page);
	await write('another passphrase', '');
	ensure(!(await page.textContent('main')).includes(SECRET), 'another passphrase opens the notebook');
	// Whoever has the whole database has nothing.
	const stored = await world.sql('SELECT sealed FROM notebook_page');
	ensure(/^custos-sealed-1 /.test(stored) && !stored.includes('last cell'), 'the notebook stands open in the database');
	// While an unannounced visit goes on, the facility does not see whose file was opened.
	const { p } = prison.variables;
	await page.goto(`${prison.base}/people/${p}`, { waitUntil: 'load' });
	await prison.signIn(page, 'governor');
	await page.goto(`${prison.base}/people/${p}/readers`, { waitUntil: 'load' });
	ensure(!(await page.textContent('main')).includes('External inspector'), 'the facility sees the unannounced visit');
	await prison.signIn(page, 'hq');
	await page.goto(`${prison.base}/people/${p}/readers`, { waitUntil: 'load' });
	ensure((await page.textContent('main')).includes('External inspector'), 'the reading is nowhere');
	await prison.signIn(page, 'inspector');
	await page.goto(`${prison.base}/notebook`, { waitUntil: 'load' });
	ensure(await page.locator('textarea').count() === 0, 'an inspector from inside has a notebook');
	// Evidence comes with its proofs.
	const evidence = await fetched(page, `/evidence/person/${p}`);
	ensure(evidence.status === 200 && evidence.text.includes('c2sp.org/tlog-proof') && evidence.text.includes('--- entry'), `evidence: ${evidence.status}`);
}

async function rules(prison, page) {
	await prison.signIn(page, 'governor');
	await page.goto(`${prison.base}/rules?status=code&part=accommodation`, { waitUntil: 'load' });
	ensure(await page.locator('main tbody tr').count() > 2, 'no rule of accommodation runs as code');
	await sound(page);
	await page.goto(`${prison.base}/rules/NMR-13`, { waitUntil: 'load' });
	ensure((await page.textContent('main')).includes('space.single_m2'), 'the page of the rule names no number');
	await page.goto(`${prison.base}/profile`, { waitUntil: 'load' });
	ensure((await page.textContent('main')).includes('product proposal'), 'a default does not say that it is one');
	await page.goto(`${prison.base}/breaches`, { waitUntil: 'load' });
	await sound(page);
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const page = await browser.open();
		for (const [name, work] of Object.entries({ state, statistics, inspection, rules, notebook })) {
			await tally.check(`inspection: ${name}`, () => work(prison, page));
		}
		await page.close();
	} finally {
		await prison.close();
	}
}
