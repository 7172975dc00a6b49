// play.mjs - plays scenarios: arrays of steps, each a request with what must come back. Every step counts as one test; the
// first that fails ends its scenario. A refusal must leave no trace: the number of journal entries is compared.
//
//	{ as: 'reception', act: 'person.admit', input: { person: '$p' }, save: 'admission' }
//	{ as: 'wing', act: ..., expect: refused(422, 'NMR-11.b', '/place') }
//	{ as: 'governor', get: 'person/$p', has: { whereabouts: 'in' } }
//	{ run: async (world, variables) => { throw new Error('when it is not so'); }, name: '...' }
//
// '$p' anywhere in a string becomes the identifier saved as p. second: 'governor' has that user approve the proposal.
import { ensure } from './ensure.mjs';

export function refused(status, citation, path, code) {
	return { status, citation, path, code };
}

// Not theirs: whether that is said openly, or as if there were nothing, is the same to the one who asks.
export const DENIED = { status: [403, 404] };

export function warned(citation) {
	return { status: 422, citation, code: 'E4002' };
}

function fill(value, variables) {
	if (typeof value === 'function') {
		return fill(value(variables), variables);
	}
	if (typeof value === 'string') {
		return value.replace(/\$([A-Za-z_]\w*)/g, (all, name) => {
			ensure(name in variables, `no variable ${name}`);
			return variables[name];
		});
	}
	if (Array.isArray(value)) {
		return value.map((one) => fill(one, variables));
	}
	if (value && typeof value === 'object' && !(value instanceof RegExp)) {
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, variables)]));
	}
	return value;
}

export function problems(body) {
	return body?.errors ?? [];
}

// Citations of a problem: its own and those of its single errors.
export function citations(body) {
	return [body?.citation, ...problems(body).map((one) => one.citation)].filter(Boolean);
}

function describe(answer) {
	return `${answer.status} ${(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)).slice(0, 600)}`;
}

export function expectAnswer(answer, expected) {
	const fits = expected.status === undefined ? answer.status >= 400 && answer.status < 500 : [expected.status].flat().includes(answer.status);
	ensure(fits, `wanted ${expected.status ?? 'a refusal'}, got ${describe(answer)}`);
	if (answer.status < 400) {
		return;
	}
	ensure((answer.headers.get('content-type') ?? '').startsWith('application/problem+json'), `not a problem document: ${describe(answer)}`);
	ensure(typeof answer.body.title === 'string' && answer.body.title !== '', `no title: ${describe(answer)}`);
	if (expected.citation) {
		ensure(citations(answer.body).includes(expected.citation), `wanted citation ${expected.citation}, got ${describe(answer)}`);
	}
	if (expected.code) {
		const codes = [answer.body.code, ...problems(answer.body).map((one) => one.code)];
		ensure(codes.includes(expected.code), `wanted code ${expected.code}, got ${describe(answer)}`);
	}
	if (expected.path) {
		const paths = problems(answer.body).map((one) => one.pointer ?? one.path);
		ensure(paths.some((path) => (path ?? '').endsWith(expected.path)), `wanted a fault at ${expected.path}, got ${describe(answer)}`);
	}
}

// Rows of a list answer.
export function rows(body) {
	return body?.items ?? [];
}

function compare(row, wanted, what) {
	for (const [name, value] of Object.entries(wanted)) {
		const is = row[name] ?? null;
		const same = value instanceof RegExp ? value.test(String(is)) : is === value;
		ensure(same, `${what}.${name} is ${JSON.stringify(is)}, wanted ${value instanceof RegExp ? value : JSON.stringify(value)}`);
	}
}

async function actStep(world, step, variables) {
	const expected = step.expect ?? { status: 200 };
	const refusal = expected.status === undefined || [expected.status].flat()[0] >= 400;
	const before = refusal ? await world.entries() : 0;
	const options = fill({ reason: step.reason, warnings: step.warnings, fact: step.fact, key: step.key, ifMatch: step.ifMatch }, variables);
	let answer = await world.act(step.as, step.act, fill(step.input, variables), options);
	if (step.second && !refusal) {
		expectAnswer(answer, { status: answer.status === 202 ? 202 : 200 });
		ensure(answer.body.waiting === true, `wanted a proposal, got ${describe(answer)}`);
		answer = await world.act(step.second, 'proposal.approve', { proposal: answer.id });
	}
	expectAnswer(answer, expected);
	if (refusal) {
		const after = await world.entries();
		ensure(after === before, `a refused act wrote ${after - before} entries`);
		return;
	}
	ensure(step.waits || answer.body.waiting !== true, `became a proposal: ${describe(answer)}`);
	ensure(answer.body.receipts?.length > 0, `no receipt: ${describe(answer)}`);
	if (step.breaches) {
		ensure(step.breaches.every((rule) => answer.body.breaches?.includes(rule)), `wanted breaches ${step.breaches}, got ${describe(answer)}`);
	} else if (step.breaches !== undefined || !step.fact) {
		ensure((answer.body.breaches ?? []).length === 0 || step.mayBreach, `breaches: ${describe(answer)}`);
	}
	if (step.save) {
		variables[step.save] = answer.id;
		variables[`${step.save}_version`] = answer.version;
	}
	step.check?.(answer.body, variables);
}

async function getStep(world, step, variables) {
	const path = fill(step.get, variables);
	const answer = await world.get(step.as, path);
	expectAnswer(answer, step.expect ?? { status: 200 });
	if (answer.status >= 400) {
		return;
	}
	if (step.has) {
		compare(answer.body, fill(step.has, variables), path);
	}
	if (step.first) {
		const found = rows(answer.body).find((row) => Object.entries(fill(step.first, variables)).every(([name, value]) => row[name] === value));
		ensure(found, `${path}: no row with ${JSON.stringify(step.first)} in ${describe(answer)}`);
		if (step.save) {
			variables[step.save] = found.id;
		}
	}
	if (step.none) {
		const found = rows(answer.body).find((row) => Object.entries(fill(step.none, variables)).every(([name, value]) => row[name] === value));
		ensure(!found, `${path}: there is a row with ${JSON.stringify(step.none)}: ${JSON.stringify(found)}`);
	}
	if (step.count !== undefined) {
		ensure(rows(answer.body).length === step.count, `${path}: ${rows(answer.body).length} rows, wanted ${step.count}`);
	}
	step.check?.(answer.body, variables);
}

function stepName(step) {
	return step.name ?? (step.act ? `${step.as}: ${step.act}` : step.get ? `${step.as}: GET ${step.get}` : 'check');
}

// Gives true when all of it went well.
export async function play(world, tally, name, steps) {
	const variables = { ...world.facilities };
	for (const [index, step] of steps.entries()) {
		const good = await tally.check(`${name}: step ${index + 1}, ${stepName(step)}`, async () => {
			if (step.run) {
				await step.run(world, variables);
			} else if (step.act) {
				await actStep(world, step, variables);
			} else {
				await getStep(world, step, variables);
			}
		});
		if (!good) {
			return false;
		}
	}
	return true;
}
