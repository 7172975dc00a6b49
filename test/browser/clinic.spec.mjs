// clinic.spec.mjs - the clinic as a nurse meets it at night, and what a director answers in neutral words; the medical file is not there for
// anybody else.
import { ensure, everyPage, fits, press } from './lib.mjs';
import { Prison } from './server.mjs';

export async function run(browser, tally) {
	const prison = await Prison.open();
	try {
		const { clw, clm } = prison.variables;
		const nurse = await browser.open(null);
		await prison.signIn(nurse, 'health');
		await everyPage(browser, tally, prison, nurse, 'clinic nurse', ['/clinic', `/people/${clm}/clinic`, `/people/${clw}/clinic`, `/people/${clm}/clinic/copy`]);
		const night = await browser.open(null, { width: 360, scripts: false });
		await prison.signIn(night, 'health');
		await tally.check('nurse: a head left out is asked for, and nothing typed is lost; at 360, scripts off', async () => {
			await night.goto(`${prison.base}/people/${clw}/clinic`, { waitUntil: 'load' });
			await press(night, 'Screening by heads');
			await night.fill('main [name="examiner"]', 'Night nurse');
			await night.check('input[name="profession"][value="nurse"]');
			for (const head of ['infection', 'mental', 'reproductive', 'drugs']) {
				await night.check(`input[name="${head}"][value="declined"]`);
			}
			await press(night, 'Save');
			const words = await night.textContent('main');
			ensure(words.includes('A head of the screening is neither answered nor declined') && words.includes('BKK-6'), words.slice(0, 1500));
			await press(night, 'Go back and change it');
			ensure(await night.inputValue('main [name="examiner"]') === 'Night nurse', 'lost');
			await night.check('input[name="abuse"][value="declined"]');
			await press(night, 'Save');
			ensure((await night.textContent('main')).includes('Declined'), await night.textContent('main'));
			await fits(night, 'clinic');
		});
		const governor = await browser.open(null);
		await prison.signIn(governor, 'governor');
		await everyPage(browser, tally, prison, governor, 'clinic governor', ['/clinic', `/people/${clm}/clinic`]);
		await tally.check('governor: answers a report from the list of what is due; reads nothing of the file', async () => {
			await governor.goto(`${prison.base}/clinic`, { waitUntil: 'load' });
			const words = await governor.textContent('main');
			ensure(words.includes('Damp walls in house 2') && !words.includes('Care after abuse') && !words.includes('hears voices'), words);
			await Promise.all([governor.waitForNavigation({ waitUntil: 'load' }), governor.getByRole('button', { name: 'Answer the health service', exact: true }).first().click()]);
			await governor.check('input[name="decision"][value="followed"]');
			await governor.fill('main [name="_reason"]', 'An hour more in the open from tomorrow');
			await press(governor, 'Save');
			await governor.goto(`${prison.base}/people/${clm}/clinic`, { waitUntil: 'load' });
			ensure(!(await governor.textContent('main')).includes('Medical file'), 'the file shows');
		});
		await tally.check('governor: the printout of the medical file is not there', async () => {
			const answer = await governor.goto(`${prison.base}/people/${clm}/clinic/copy`, { waitUntil: 'load' });
			ensure([403, 404].includes(answer.status()), `status ${answer.status()}`);
		});
	} finally {
		await prison.close();
	}
}
