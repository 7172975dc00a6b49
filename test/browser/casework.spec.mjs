// casework.spec.mjs - the pages of casework: clean, narrow enough and right to left; attendance of a group without scripts; and what the
// psychologist writes is not on the governor's page.
import { axeViolations, ensure, overflow } from './lib.mjs';
import { Prison } from './server.mjs';
import { Tally as Silent } from '../scenario/ensure.mjs';
import { PEOPLED } from '../scenario/areas/casework.mjs';
import { play } from '../scenario/play.mjs';

async function clean(page) {
	const violations = await axeViolations(page);
	ensure(violations.length === 0, violations.join('\n'));
	ensure(await page.locator('h1').count() === 1, 'not exactly one h1');
	ensure(await overflow(page) <= 0, `${await overflow(page)} px too wide`);
}

async function pagesAreClean(browser, tally, prison, page, user, paths) {
	await prison.signIn(page, user);
	for (const language of ['en', 'ar']) {
		await prison.language(page, language);
		for (const path of paths) {
			for (const width of [1280, 360]) {
				await tally.check(`${user}, ${language}, ${width}: ${path}`, async () => {
					await page.setViewportSize({ width, height: 900 });
					const response = await page.goto(prison.base + path, { waitUntil: 'load' });
					ensure(response.status() === 200, `status ${response.status()}`);
					await clean(page);
					if (process.env.CUSTOS_SCREENSHOTS) {
						await browser.screenshot(page, `${user}-${language}-${width}${path.replace(/\W+/g, '-')}`);
					}
				});
			}
		}
	}
	await prison.language(page, 'en');
	await page.setViewportSize({ width: 1280, height: 900 });
}

// One screen, no script: a forgotten person is a fault and what was chosen stays; one button fills in the usual case.
async function attendance(tally, prison, page, session) {
	const submit = () => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main form button[type="submit"]:not([name="_all"])')]);
	await tally.check('attendance without scripts: a forgotten person', async () => {
		await page.goto(`${prison.base}/group-sessions/${session}`, { waitUntil: 'load' });
		ensure(await page.locator('main fieldset').count() === 2, 'not two people');
		await page.locator('main fieldset').first().locator('input[value="sick"]').check();
		await submit();
		ensure(await page.locator('.govuk-error-summary').count() === 1, 'no error summary');
		ensure(await page.locator('main fieldset').first().locator('input[value="sick"]').isChecked(), 'the choice is lost');
		const anchor = await page.locator('.govuk-error-summary a').first().getAttribute('href');
		ensure(await page.locator(anchor).count() === 1, `${anchor} leads nowhere`);
	});
	await tally.check('attendance without scripts: all were there but one', async () => {
		await page.goto(`${prison.base}/group-sessions/${session}`, { waitUntil: 'load' });
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('button[name="_all"]')]);
		ensure(await page.locator('main fieldset input[value="attended"]:checked').count() === 2, 'not all are there');
		await page.locator('main fieldset').nth(1).locator('input[value="clash"]').check();
		await submit();
		ensure(await page.locator('[data-saved]').count() > 0, `no confirmation at ${page.url()}`);
		const table = await page.locator('main table').innerText();
		ensure(/There/.test(table) && /Court, visit or work/.test(table), table);
	});
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const known = {};
		await tally.check('people in the middle of everything', async () => {
			ensure(await play(prison.world, new Silent(), 'casework', [...PEOPLED, { name: 'keep', run: async (_, variables) => Object.assign(known, variables) }]), 'they could not be made');
		});
		const page = await browser.open(null);
		await pagesAreClean(browser, tally, prison, page, 'caseworker', ['/caseload', `/people/${known.cp}/plan`, `/people/${known.cp}/plan/copy?language=en`,
			`/people/${known.cp}/programmes`, `/people/${known.cp}/reintegration`, `/packets/${known.cpacket}`, `/people/${known.cp}`]);
		await pagesAreClean(browser, tally, prison, page, 'psychologist', ['/caseload', '/groups', `/groups/${known.cg}`, `/group-sessions/${known.cs}`]);
		await tally.check('no console error, no policy violation', () => ensure(page.faults.length === 0, page.faults.join('\n')));
		await tally.check('the note is on the psychologist\'s page and on no other', async () => {
			await page.goto(`${prison.base}/people/${known.cp}/programmes`, { waitUntil: 'load' });
			ensure((await page.content()).includes('Spoke of the mother'), 'the psychologist does not see the own note');
			await prison.signIn(page, 'governor');
			for (const path of [`/people/${known.cp}/programmes`, `/people/${known.cp}/timeline`, `/people/${known.cp}/file`, '/records/engagement_note']) {
				await page.goto(prison.base + path, { waitUntil: 'load' });
				ensure(!(await page.content()).includes('Spoke of the mother'), `the note is on ${path}`);
			}
		});
		await prison.signIn(page, 'psychologist');
		await attendance(tally, prison, await browser.open(null, { scripts: false }), known.cs);
	} finally {
		await prison.close();
	}
}
