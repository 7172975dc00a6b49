// labour.spec.mjs - the account of a person as clerk and person read it, a session entered by a wing officer, a work place; needs of a person.
import { ensure, everyPage, fits, press } from './lib.mjs';
import { Prison } from './server.mjs';

export async function run(browser, tally) {
	const prison = await Prison.open();
	const { la, na, labour_shop, wing } = prison.variables;
	try {
		const governor = await browser.open(null);
		await prison.signIn(governor, 'governor');
		await everyPage(browser, tally, prison, governor, 'labour governor', [`/people/${la}/account`, `/people/${la}/account/statement`, '/sessions', `/sessions/${wing}`, '/labour', `/workshop/${labour_shop}`,
			'/conditions', `/people/${na}/needs`]);
		await tally.check('governor: a fee for necessary care is refused with its rule, and nothing typed is lost', async () => {
			await governor.goto(`${prison.base}/people/${la}/account`, { waitUntil: 'load' });
			await press(governor, 'Write a line into the account');
			await governor.check('input[name="kind"][value="health_fee"], select[name="kind"] option[value="health_fee"]').catch(() => governor.selectOption('select[name="kind"]', 'health_fee'));
			await governor.fill('main [name="amount"]', '1.50');
			await governor.fill('main [name="words"]', 'Dentist');
			await press(governor, 'Save');
			const words = await governor.textContent('main');
			ensure(words.includes('NMR-24.1') && words.includes('Necessary care is free'), words.slice(0, 1500));
			ensure(await governor.inputValue('main [name="words"]') === 'Dentist', 'lost');
		});
		await tally.check('governor: the statement explains the balance line by line', async () => {
			await governor.goto(`${prison.base}/people/${la}/account/statement`, { waitUntil: 'load' });
			const words = await governor.textContent('main');
			ensure(words.includes('Tea and envelopes') && words.includes('6.80') && words.includes('5.00'), words);
		});
		await tally.check('governor: the alert of a person without charge, and the daily look', async () => {
			await governor.goto(`${prison.base}/people/${na}/needs`, { waitUntil: 'load' });
			const words = await governor.textContent('body');
			ensure(words.includes('Held without charge') && words.includes('Legal basis looked at today'), words.slice(0, 1500));
		});
		const officer = await browser.open(null, { width: 360, scripts: false });
		await prison.signIn(officer, 'wing');
		await tally.check('wing: a session in one screen at 360, scripts off', async () => {
			await officer.goto(`${prison.base}/sessions/${wing}`, { waitUntil: 'load' });
			await officer.check('input[name="kind"][value="sport"]');
			await officer.locator('input[type="radio"][value="declined"]').first().check();
			await press(officer, 'All others took part');
			ensure(await officer.locator('input[type="radio"][value="declined"]:checked').count() === 1 && await officer.isChecked('input[name="kind"][value="sport"]'), 'what was chosen is lost');
			ensure(await officer.locator('input[type="radio"][value="took_part"]:checked').count() >= 1, 'the others are not filled in');
			await press(officer, 'Enter the session');
			ensure((await officer.textContent('main')).includes('Sport and exercise'), await officer.textContent('main'));
			await fits(officer, '/sessions');
		});
		await tally.check('wing: nobody is forgotten', async () => {
			await officer.goto(`${prison.base}/sessions/${wing}`, { waitUntil: 'load' });
			await officer.check('input[name="kind"][value="sport"]');
			await press(officer, 'Enter the session');
			ensure((await officer.textContent('main')).includes('Say for everybody whether they took part'), await officer.textContent('main'));
		});
	} finally {
		await prison.close();
	}
}
