// staff.spec.mjs - staff as those meet it who work with it: the roster at five in the morning, keys and arms at the gate, training due, figures.
import { axeViolations, ensure, fits, shot } from './lib.mjs';
import { Prison } from './server.mjs';

const PAGES = ['/roster', '/training-due', '/keys-and-arms', '/staff-figures'];

async function every_page(browser, tally, prison, page, paths) {
	for (const language of ['en', 'ru', 'ar']) {
		await prison.language(page, language);
		for (const path of paths) {
			await tally.check(`${language}: ${path.split('?')[0]}`, async () => {
				const answer = await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
				ensure(answer.status() === 200, `status ${answer.status()}`);
				const violations = await axeViolations(page);
				ensure(violations.length === 0, violations.join('\n'));
				for (const width of [1280, 360]) {
					await page.setViewportSize({ width, height: 900 });
					await fits(page, path);
					await shot(browser, page, `staff-${language}-${width}-${path.split('?')[0].slice(1)}${path.includes('?') ? '-fill' : ''}`);
				}
				await page.setViewportSize({ width: 1280, height: 900 });
			});
		}
	}
	await prison.language(page, 'en');
}

// The row of a table in which these words stand.
const line = (page, words) => page.locator('tr', { hasText: words });

async function press(page, button) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
}

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const { sp_women, sp_wing, sk, sm } = prison.variables;
		const page = await browser.open(null);
		await prison.signIn(page, 'governor');
		await every_page(browser, tally, prison, page, [...PAGES, `/roster?post=${sp_women}&shift=early`, `/keys-and-arms?key_set=${sk}`]);
		await tally.check('roster: a man and somebody without the course do not stand with women, and the reason stands beside the name', async () => {
			await page.goto(`${prison.base}/roster?post=${sp_women}&shift=early`, { waitUntil: 'load' });
			const fill = page.locator('table').first();
			ensure((await fill.locator('tr', { hasText: 'Timur Akhmetov' }).textContent()).includes('A man would supervise women'), await fill.textContent());
			ensure((await fill.locator('tr', { hasText: 'Aliya Serikova' }).textContent()).includes('care of children'), await fill.textContent());
			ensure(await fill.locator('button').count() === 0, 'somebody may stand there who must not');
		});
		await tally.check('roster: one tap fills a line', async () => {
			await page.goto(`${prison.base}/roster?post=${sp_wing}&shift=night`, { waitUntil: 'load' });
			await press(page, page.locator('table').first().locator('tr', { hasText: 'Aliya Serikova' }).getByRole('button'));
			ensure((await page.locator('table').first().textContent()).includes('Aliya Serikova'), await page.textContent('main'));
		});
		await tally.check('roster: what the rules refuse is said on the page, and the roster stays', async () => {
			await page.goto(`${prison.base}/roster?post=${sp_women}&shift=late`, { waitUntil: 'load' });
			const answer = await page.evaluate(async (staff_member) => {
				const form = new URLSearchParams({ staff_member, csrf: document.querySelector('input[name="csrf"]').value });
				return (await fetch(location.href, { method: 'POST', body: form })).text();
			}, sm);
			ensure(answer.includes('BKK-33'), answer.slice(0, 2000));
		});
		await tally.check('keys: women hold the keys of their unit; two taps out, one back', async () => {
			await page.goto(`${prison.base}/keys-and-arms?key_set=${sk}`, { waitUntil: 'load' });
			ensure((await line(page, 'Timur Akhmetov').first().textContent()).includes('Only women hold these keys'), 'a man may take the keys');
			await press(page, page.locator('table').first().locator('tr', { hasText: 'Aliya Serikova' }).getByRole('button'));
			const out = page.locator('table', { hasText: 'Keys out now' });
			ensure((await out.textContent()).includes('Aliya Serikova'), await page.textContent('main'));
			await press(page, out.locator('tr', { hasText: 'Aliya Serikova' }).getByRole('button'));
			ensure(!(await page.locator('table', { hasText: 'Keys out now' }).textContent()).includes('Aliya Serikova'), 'the keys are still out');
		});
		await tally.check('training due: what ends soon and what is missing, with the course to record', async () => {
			await page.goto(`${prison.base}/training-due`, { waitUntil: 'load' });
			ensure((await page.locator('table').first().textContent()).includes('Use of weapons'), await page.textContent('main'));
			ensure((await page.textContent('main')).includes('The course in the care of children is missing'), await page.textContent('main'));
		});
		await tally.check('figures: contracts of teachers, offices, sessions', async () => {
			await page.goto(`${prison.base}/staff-figures`, { waitUntil: 'load' });
			const teacher = (await line(page, 'Teacher').first().textContent()).replace(/\s+/g, ' ');
			ensure(/Teacher\D*1\D*1\D*0/.test(teacher), teacher);
			ensure((await page.textContent('main')).includes('Dentist'), 'no session');
		});
		const gate = await browser.open(null);
		await prison.signIn(gate, 'reception');
		await tally.check('gate keeper: keys are there, arms and training are not', async () => {
			await gate.goto(`${prison.base}/keys-and-arms`, { waitUntil: 'load' });
			const words = await gate.textContent('main');
			ensure(words.includes('Keys out now') && !words.includes('Arms out now'), words);
			ensure((await gate.goto(`${prison.base}/training-due`, { waitUntil: 'load' })).status() === 403, 'training is open at the gate');
		});
	} finally {
		await prison.close();
	}
}
