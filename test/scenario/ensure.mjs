// ensure.mjs - one way to say what must be true, and the count of what was.
export function ensure(condition, message) {
	if (!condition) {
		throw new Error(message);
	}
}

export class Tally {
	constructor() {
		this.passed = 0;
		this.failed = 0;
	}

	async check(name, work) {
		try {
			await work();
			this.passed += 1;
			return true;
		} catch (fault) {
			this.failed += 1;
			console.log(`FAIL ${name}\n     ${String(fault.message ?? fault).split('\n').join('\n     ')}`);
			return false;
		}
	}
}

const DAY = 86400000;

// Civil day so many days from today, in UTC: the zone of the facility in which the scenarios play.
export function day(offset = 0) {
	return new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
}

export function moment(minutes = 0) {
	return new Date(Date.now() + minutes * 60000).toISOString();
}
