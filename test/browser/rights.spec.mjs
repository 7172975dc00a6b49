// rights.spec.mjs - separation as the people meet it: a wing officer writes the account for two at once, with scripts off and at
// telephone width; a governor is stopped before day 16 and can record what happened; the copy for the person prints.
import { axeViolations, ensure, fits, shot } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { play } from '../scenario/play.mjs';
import { admit } from '../scenario/common.mjs';

async function send(page, button) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: button }).last().click()]);
}

async function wing(browser, tally, prison) {
	const page = await browser.open(null, { width: 360, scripts: false });
	await prison.signIn(page, 'wing');
	await tally.check('wing: the board of separation at 360, scripts off', async () => {
		await page.goto(`${prison.base}/separations`, { waitUntil: 'load' });
		ensure(await page.locator('input[name="separation"]').count() >= 2, 'not two separated people');
		ensure(/Nothing written for \d+ days/.test(await page.textContent('main')), 'missing days are not seen');
		ensure((await page.textContent('main')).includes('Health - not punishment'), 'isolation is not labelled');
		await fits(page, 'board');
		await shot(browser, page, 'separations-360');
	});
	await tally.check('wing: nobody ticked keeps what was typed', async () => {
		await page.selectOption('select[name="kind"]', 'association');
		await page.fill('input[name="minutes"]', '45');
		await send(page, 'Write in the account');
		ensure((await page.textContent('main')).includes('Tick at least one person'), 'no fault');
		ensure(await page.inputValue('input[name="minutes"]') === '45', 'the minutes are lost');
	});
	await tally.check('wing: one entry for two people', async () => {
		for (const box of await page.locator('input[name="separation"]').all()) {
			await box.check();
		}
		await send(page, 'Write in the account');
		ensure((await page.textContent('main')).includes('Written in the account'), await page.textContent('main'));
		ensure((await page.locator('td').allTextContents()).filter((text) => text.includes('45 minutes')).length === 2, 'the contact of today is not 45 minutes for both');
	});
}

async function governor(browser, tally, prison) {
	const page = await browser.open(null);
	await prison.signIn(page, 'governor');
	for (const language of ['en', 'ru', 'ar']) {
		await prison.language(page, language);
		for (const path of ['/separations', `/separation/${prison.variables.rs}`, `/separation/${prison.variables.rs}/copy`, `/people/${prison.variables.rp}/rights`, '/discipline', `/charge/${prison.variables.rg}`, `/charge/${prison.variables.g}`, '/complaints', `/complaint/${prison.variables.rk}`, '/searches', '/force', `/force/${prison.variables.rf}`]) {
			await tally.check(`governor, ${language}: ${path.replace(/0\w{25}/, 'ID')}`, async () => {
				await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
				const violations = await axeViolations(page);
				ensure(violations.length === 0, violations.join('\n'));
				for (const width of [1280, 360]) {
					await page.setViewportSize({ width, height: 900 });
					await fits(page, path);
					await shot(browser, page, `rights-${language}-${width}-${path.split('/').filter((part) => part.length < 20).join('-')}`);
				}
				await page.setViewportSize({ width: 1280, height: 900 });
			});
		}
	}
	await prison.language(page, 'en');
	await tally.check('governor: a hearing before the person was told is refused, with the rule', async () => {
		await page.goto(`${prison.base}/charge/${prison.variables.g}`, { waitUntil: 'load' });
		const main = await page.textContent('main');
		ensure(main.includes('The person is told and has time to prepare') && main.includes('Open'), main.slice(0, 500));
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: 'Set the hearing' }).click()]);
		await page.fill('[name="hearing_at-local"]', new Date(Date.now() + 3600000).toISOString().slice(0, 16));
		await send(page, 'Save');
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: 'Hear and decide' }).click()]);
		for (const [name, value] of Object.entries({ language: 'ru', defence: 'It was a quarrel', reasons: 'Seen' })) {
			await page.fill(`main [name="${name}"]`, value);
		}
		await page.check('input[name="present"][value="yes"]');
		await page.check('input[name="mental"][value="no_part"]');
		await page.check('input[name="finding"][value="proved"]');
		await send(page, 'Save');
		ensure((await page.textContent('main')).includes('NMR-41.2'), await page.textContent('main'));
	});
	await tally.check('governor: a rejection without reasons is refused beside the field, and what was typed stays', async () => {
		await page.goto(`${prison.base}/complaint/${prison.variables.rk}`, { waitUntil: 'load' });
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: 'Answer', exact: true }).click()]);
		await page.check('input[name="result"][value="rejected"]');
		await page.fill('main [name="remedy"]', 'The stairs have a camera now');
		await send(page, 'Save');
		ensure((await page.textContent('main')).includes('NMR-57.1b'), await page.textContent('main'));
		ensure(await page.inputValue('main [name="remedy"]') === 'The stairs have a camera now', 'lost');
	});
	await tally.check('governor: day 16 is refused on the page, with the rule, and can be recorded as a fact', async () => {
		await page.goto(`${prison.base}/people/${prison.variables.long}/do/separation.order`, { waitUntil: 'load' });
		await page.check('input[name="kind"][value="security"]');
		await page.selectOption('select[name="ground"]', 'violence');
		for (const [name, value] of Object.entries({ facts: 'Hit another', legal_basis: 'Law 12', authority: 'Governor', alternatives: 'Talked', exit_criteria: 'Quiet', planned_outdoors: '60', planned_contact: '0' })) {
			await page.fill(`main [name="${name}"]`, value);
		}
		await page.check('input[name="light"][value="daylight"]');
		await page.check('input[name="disability"][value="none"]');
		for (const means of ['visits', 'letters', 'calls']) {
			await page.check(`input[name="contact_kept"][value="${means}"]`);
		}
		const end = new Date(Date.now() + 20 * 86400000);
		await page.fill('[name="ends_at-local"]', end.toISOString().slice(0, 16));
		await shot(browser, page, 'rights-order-form');
		await send(page, 'Save');
		const words = await page.textContent('main');
		ensure(words.includes('NMR-43.1b') && words.includes('more than 15 days'), words.slice(0, 1500));
		await shot(browser, page, 'rights-order-refused');
		const violations = await axeViolations(page);
		ensure(violations.length === 0, violations.join('\n'));
	});
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		await play(prison.world, new Silent(), 'people', [...admit('long'), { name: 'variables', run: async (_, variables) => Object.assign(prison.variables, variables) }]);
		await wing(browser, tally, prison);
		await governor(browser, tally, prison);
	} finally {
		await prison.close();
	}
}
