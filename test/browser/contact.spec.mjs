// contact.spec.mjs - the visits of a day at the gate, one person's contact, limits and their copy: three languages, two widths, scripts off.
import { axeViolations, ensure, overflow } from './lib.mjs';
import { Prison } from './server.mjs';

// The window was given another width just now: the page has until the next moments to follow.
async function good(page, path) {
	await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 5000 }).catch(() => {});
	ensure(await overflow(page) === 0, `${path} scrolls sideways by ${await overflow(page)}`);
	ensure(page.faults.length === 0, page.faults.join('\n'));
}

const send = (page, name) => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.locator('main').getByRole('button', { name, exact: true }).click()]);

async function gate(browser, tally, prison) {
	const page = await browser.open(null, { width: 360, scripts: false });
	await prison.signIn(page, 'reception');
	await tally.check('reception: the day of visits at 360, scripts off', async () => {
		await page.goto(`${prison.base}/visits`, { waitUntil: 'load' });
		ensure(await page.locator('input[name="visit"]').count() === 2, `not two visits: ${await page.textContent('main')}`);
		ensure((await page.textContent('main')).includes('Asked for, no time yet'), 'who waits is not seen');
		await good(page, '/visits');
		await browser.screenshot(page, 'visits-360');
	});
	await tally.check('reception: nobody ticked keeps what was chosen', async () => {
		await page.check('input[name="outcome"][value="held"]').catch(() => page.selectOption('select[name="outcome"]', 'held'));
		await page.fill('main [name="note"]', 'All in time');
		await send(page, 'Write down');
		ensure((await page.textContent('main')).includes('Tick at least one visit'), 'no fault');
		ensure(await page.inputValue('main [name="note"]') === 'All in time', 'the note is lost');
	});
	await tally.check('reception: a lawyer who was recorded is refused, with the rule', async () => {
		await page.goto(`${prison.base}/visits`, { waitUntil: 'load' });
		await page.check(`input[name="visit"][id="tick-${prison.variables.lawyer}"]`);
		await page.check('input[name="outcome"][value="held"]').catch(() => page.selectOption('select[name="outcome"]', 'held'));
		await page.check('input[name="watched"][value="recorded"]');
		await send(page, 'Write down');
		ensure((await page.textContent('main')).includes('NMR-61.1b'), await page.textContent('main'));
	});
	await tally.check('reception: two visits written at once', async () => {
		await page.goto(`${prison.base}/visits`, { waitUntil: 'load' });
		for (const box of await page.locator('input[name="visit"]').all()) {
			await box.check();
		}
		await page.check('input[name="outcome"][value="held"]').catch(() => page.selectOption('select[name="outcome"]', 'held'));
		await page.check('input[name="watched"][value="sight"]');
		await send(page, 'Write down');
		ensure(await page.locator('input[name="visit"]').count() === 0, 'some visit is still open');
		ensure((await page.locator('td').allTextContents()).filter((text) => text.includes('Took place')).length === 2, 'not two took place');
	});
}

async function governor(browser, tally, prison) {
	const page = await browser.open(null);
	await prison.signIn(page, 'governor');
	for (const language of ['en', 'ru', 'ar']) {
		await prison.language(page, language);
		for (const path of ['/visits', '/visits/sheet', '/visits/without', `/visit/${prison.variables.cv}`, `/people/${prison.variables.cp}/visits`, `/people/${prison.variables.cq}`,
			`/contact-limit/${prison.variables.cl}`, `/contact-limit/${prison.variables.cl}/copy`,
			'/families', `/people/${prison.variables.cw}/family`, `/child-stay/${prison.variables.cs}`, `/pregnancy/${prison.variables.cg}`,
			'/belief', `/people/${prison.variables.cp}/belief`, `/belief-wish/${prison.variables.cx}`, `/representative/${prison.variables.ce}`]) {
			await tally.check(`governor, ${language}: ${path.replace(/0\w{25}/, 'ID')}`, async () => {
				await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
				const violations = await axeViolations(page);
				ensure(violations.length === 0, violations.join('\n'));
				for (const width of [1280, 360]) {
					await page.setViewportSize({ width, height: 900 });
					await good(page, path);
					await browser.screenshot(page, `contact-${language}-${width}-${path.split('/').filter((part) => part.length < 20).join('-')}`);
				}
				await page.setViewportSize({ width: 1280, height: 900 });
			});
		}
	}
	await prison.language(page, 'en');
	await tally.check('governor: the identity bar says what is limited, and until when', async () => {
		await page.goto(`${prison.base}/people/${prison.variables.cq}`, { waitUntil: 'load' });
		ensure(/Contact limited:\s*Visits behind glass: Visits, until/.test(await page.textContent('body')), 'no alert');
	});
	await tally.check('governor: a contact of the file fills the booking form', async () => {
		await page.goto(`${prison.base}/people/${prison.variables.cp}/visits`, { waitUntil: 'load' });
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('link', { name: 'Book a visit Aigul' }).click()]);
		await page.check('input[name="visit_class"][value="family"]').catch(() => page.selectOption('select[name="visit_class"]', 'family'));
		await page.check('input[name="setting"][value="room"]');
		await send(page, 'Save');
		ensure((await page.textContent('main')).includes('Asked for, no time yet') && (await page.textContent('main')).includes('sister'), await page.textContent('main'));
	});
	await tally.check('governor: contact as punishment is refused on the page, and what was typed stays', async () => {
		await page.goto(`${prison.base}/people/${prison.variables.cp}/do/contact_limit.decide`, { waitUntil: 'load' });
		await page.check('input[name="measure"][value="suspended"]');
		await page.check('input[name="means"][value="visits"]');
		await page.check('input[name="ground"][value="sanction"]').catch(() => page.selectOption('select[name="ground"]', 'sanction'));
		await page.fill('main [name="facts"]', 'Shouted at an officer');
		await send(page, 'Save');
		const words = await page.textContent('main');
		ensure(words.includes('NMR-43.3a') && words.includes('as a punishment'), words.slice(0, 1500));
		ensure(await page.inputValue('main [name="facts"]') === 'Shouted at an officer', 'lost');
		await browser.screenshot(page, 'contact-refused');
	});
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		await gate(browser, tally, prison);
		await governor(browser, tally, prison);
	} finally {
		await prison.close();
	}
}
