// evidence.mjs - rows that show that a rule is kept: how many the state of the rules counts in a facility, before and after.
import { ensure } from './ensure.mjs';
import { Visitor } from './visitor.mjs';

async function counted(world, facility) {
	const inspector = new Visitor(world);
	await inspector.signIn('inspector');
	const answer = await inspector.get(`/state?facility=${facility}&format=csv`);
	ensure(answer.status === 200 && answer.headers.get('content-type').startsWith('text/csv'), `no table of the state: ${answer.status}`);
	const lines = answer.text.replace(/^\uFEFF/, '').split('\r\n').map((line) => line.split(','));
	const rule = lines[0].indexOf('rule'), evidence = lines[0].indexOf('evidence');
	// A topic may hold a comma; no number behind it does, so the evidence is counted from the end.
	return Object.fromEntries(lines.slice(1).filter((line) => line.length > evidence).map((line) => [line[rule], Number(line[line.length - lines[0].length + evidence])]));
}

// The steps between the two add so many rows for each rule named; a rule not to be shown by them has 0.
export function shown(steps, more) {
	return [{ name: 'what is shown before', run: async (world, v) => { v.shown = await counted(world, v.A); } }, ...steps,
		{ name: 'what is shown after', run: async (world, v) => {
			const after = await counted(world, v.A);
			for (const [rule, rows] of Object.entries(more))
				ensure(after[rule] - v.shown[rule] === rows, `${rule}: ${after[rule]} rows after ${v.shown[rule]}, not ${rows} more`);
		} }];
}
