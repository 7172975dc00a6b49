// care.spec.mjs - deaths, injuries and signs of torture as a director meets them: report, evidence, what cannot be closed; the health
// service and custody; and what an officer on the wing does and does not see.
import { axeViolations, ensure, everyPage, fits, press } from './lib.mjs';
import { Prison } from './server.mjs';

async function events(browser, tally, prison, page) {
	const { e1, e2 } = prison.variables;
	await everyPage(browser, tally, prison, page, 'care governor', ['/events', `/event/${e1}`, `/event/${e2}`, '/health', '/conditions', '/labour', `/labour/${prison.variables.care_work}`, `/people/${prison.variables.cb}/care`]);
	await tally.check('governor: an event cannot be closed before anything was kept; then it is held and reported', async () => {
		await page.goto(`${prison.base}/event/${e1}`, { waitUntil: 'load' });
		ensure((await page.textContent('main')).includes('Report it to the independent authority at once'), 'what to do now is not said');
		await press(page, 'Hold evidence');
		await page.selectOption('select[name="kind"]', 'log');
		await page.fill('main [name="description"]', 'Roster of the wing, three days');
		await page.fill('main [name="kept_at"]', 'Safe of the director');
		await press(page, 'Save');
		ensure((await page.textContent('main')).includes('Roster of the wing, three days'), await page.textContent('main'));
		await press(page, 'Report to the independent authority');
		await page.fill('main [name="authority"]', 'District prosecutor');
		await page.fill('main [name="authority_number"]', 'P-99');
		await press(page, 'Save');
		ensure((await page.textContent('main')).includes('P-99'), await page.textContent('main'));
	});
	await tally.check('governor: evidence is not let go without the authority, and nothing typed is lost', async () => {
		await page.goto(`${prison.base}/event/${e2}`, { waitUntil: 'load' });
		await page.locator('main details summary').first().click();
		await press(page, "Let evidence go on the authority's decision");
		await page.check('input[name="state"][value="released"]');
		await press(page, 'Save');
		const words = await page.textContent('main');
		ensure(words.includes('NMR-71.1b') && words.includes('Keep it.'), words.slice(0, 1500));
		ensure(await page.locator('main input[name="state"]').first().inputValue() === 'released', 'lost');
		const violations = await axeViolations(page);
		ensure(violations.length === 0, violations.join('\n'));
	});
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const governor = await browser.open(null);
		await prison.signIn(governor, 'governor');
		await events(browser, tally, prison, governor);
		const wing = await browser.open(null, { width: 360, scripts: false });
		await prison.signIn(wing, 'wing');
		await tally.check('wing: asks for health staff at 360, scripts off; cannot end what a clinician ordered', async () => {
			await wing.goto(`${prison.base}/people/${prison.variables.ca}/care`, { waitUntil: 'load' });
			await press(wing, 'Ask for health staff');
			await wing.check('input[name="channel"][value="officer"]');
			await press(wing, 'Save');
			ensure((await wing.textContent('main')).includes('Pointed out by an officer'), await wing.textContent('main'));
			await wing.goto(`${prison.base}/health`, { waitUntil: 'load' });
			const words = await wing.textContent('main');
			ensure(words.includes('Waiting to be seen') && words.includes('Carried out') && !words.includes('End the clinical order'), words);
			await fits(wing, '/health');
		});
		await tally.check('wing: the day of a unit is written with what was otherwise', async () => {
			await wing.goto(`${prison.base}/conditions?day=${new Date(Date.now() - 86400000).toISOString().slice(0, 10)}`, { waitUntil: 'load' });
			await press(wing, 'Write the day');
			ensure(await wing.inputValue('main [name="meals"]') === '3' && await wing.inputValue('main [name="yard_minutes"]') === '60', 'the good day is not filled in');
			await wing.fill('main [name="yard_minutes"]', '30');
			await press(wing, 'Save');
			const words = await wing.textContent('main');
			ensure(words.includes('Written') && words.includes('30'), words);
			await fits(wing, '/conditions');
		});
		await tally.check('wing: the page of an event is not there', async () => {
			const answer = await wing.goto(`${prison.base}/event/${prison.variables.e1}`, { waitUntil: 'load' });
			ensure([403, 404].includes(answer.status()), `status ${answer.status()}`);
		});
	} finally {
		await prison.close();
	}
}
