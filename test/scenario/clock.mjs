// clock.mjs - the clock of the machine jumps: twenty years ahead, then back. Acts are taken all the same, the order of the
// journal is that of its indexes, and everything proves sound afterwards. Needs faketime; left out where it is missing.
import { existsSync, readdirSync } from 'node:fs';
import { ensure } from './ensure.mjs';

// libfaketime, wherever this machine's libraries are.
function library() {
	return readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`).find((path) => existsSync(path));
}

export async function clock(world, tally) {
	const preload = library();
	if (!preload) {
		console.log('clock: faketime is not installed, left out');
		return;
	}
	const made = [];
	for (const [number, shift] of ['+20y', '-20y', '+1h', '-1h'].entries()) {
		await tally.check(`clock ${shift}: an act is taken and proves sound`, async () => {
			await world.stop();
			await world.start({ LD_PRELOAD: preload, FAKETIME: shift });
			// Tokens are valid by the clock, too: twenty years ahead they have ended, and that must be said, not crash.
			const answer = await world.act('hq', 'place.add', { facility: world.facilities.A, code: `CLOCK-${number}`, kind: 'yard' });
			ensure(answer.status === 200 || (shift === '+20y' && answer.status === 401), `${answer.status} ${answer.text}`);
			if (answer.status === 200) {
				made.push(answer.body.receipts[0]);
			}
			const result = await world.command('verify');
			ensure(result.code === 0, `verify left with ${result.code}\n${result.out}${result.err}`);
		});
	}
	await tally.check('clock: the order is that of the indexes', () => {
		const indexes = made.map((receipt) => receipt.index);
		ensure(indexes.length >= 3 && indexes.every((index, at) => at === 0 || index > indexes[at - 1]), `indexes ${indexes}`);
	});
	await world.stop();
	await world.start();
}
