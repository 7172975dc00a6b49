// random.mjs - thousands of acts chosen by chance, lawful and not, from several users at once: the server never fails, and
// afterwards tables and journal agree. The seed is printed; --seed plays the same choices again.
import { day, ensure, moment } from './ensure.mjs';
import { admission } from './common.mjs';

// xorshift, so that the choices hang on the seed alone.
export function chance(seed) {
	let state = BigInt.asUintN(64, BigInt(seed) * 0x9E3779B97F4A7C15n + 1n);
	return (below) => {
		state ^= BigInt.asUintN(64, state << 13n);
		state ^= state >> 7n;
		state ^= BigInt.asUintN(64, state << 17n);
		return Number((state >> 16n) % BigInt(below));
	};
}

class Random {
	constructor(world, seed) {
		this.world = world;
		this.below = chance(seed);
		this.known = { person: [], place: [], admission: [], movement: [], transfer: [], release: [], legal_order: [], alert: [], proposal: [], property_item: [], case_note: [], sentence_term: [] };
		this.statuses = {};
		this.done = {};
		this.number = 0;
	}

	pick(list) {
		return list.length ? list[this.below(list.length)] : undefined;
	}

	a(record) {
		const list = this.known[record];
		// The newest are the ones that are still going on.
		return this.below(3) ? list[Math.max(0, list.length - 1 - this.below(12))] : this.pick(list);
	}

	maybe(chances, value) {
		return this.below(chances) === 0 ? value : undefined;
	}

	choices() {
		const { A, B } = this.world.facilities;
		const yes = () => this.below(4) > 0;
		const person = this.a('person');
		return [
			['reception', 'person.register', () => ({ number: `Z-${process.pid}-${this.number++}`, surname: this.pick(['Сергеев', 'Айтматова', 'Smith', 'بكر', undefined]), given: 'G', script: this.pick(['Latn', 'Cyrl', 'Arab']),
				sex: this.pick(['M', 'M', 'F']), birth_date: this.pick(['1980', '1975-06', '1990-01-01', '2010-02-03', '?']), age_method: 'asked', nationalities: this.pick(['KZ', 'KG UZ', undefined]) })],
			['reception', 'person.admit', () => ({ ...admission('x'), person, facility: this.pick([A, A, A, B]), valid_until: day(this.pick([-1, 3, 30, 60])),
				...this.pick([{}, {}, { order_kind: 'sentence', order_status: 'convicted', valid_until: undefined }]), next_hearing: day(4) })],
			['reception', 'admission.safety', () => ({ admission: this.a('admission'), sharing_risk: this.pick(['may_share', 'may_share', 'alone']), safety_note: 'x' })],
			['reception', 'admission.search', () => ({ admission: this.a('admission'), by_sex: this.pick(['M', 'F']), privacy: yes() })],
			['reception', 'admission.needs', () => ({ admission: this.a('admission'), telephone_offered: yes(), lawyer_asked: yes(), medicine_needed: yes(), clothing_food_given: yes() })],
			['reception', 'admission.complete', () => ({ admission: this.a('admission') })],
			['governor', 'place.add', () => ({ facility: A, code: `Z-${this.number++}`, kind: 'cell', capacity_working: 1 + this.below(3), floor_area: this.pick(['9.00', '20.00', '4.50']), sex: this.maybe(4, 'F') })],
			['wing', 'placement.place', () => ({ person, place: this.a('place'), bed: this.maybe(2, String(this.below(4))) })],
			['reception', 'placement.place', () => ({ person, place: this.a('place') })],
			['security', 'movement.leave', () => ({ person, kind: this.pick(['court', 'hospital']), destination: 'x', authority: 'y', due_back_at: this.maybe(2, moment(60)) })],
			['reception', 'movement.return', () => ({ movement: this.a('movement') })],
			['reception', 'transfer.offer', () => ({ person, to_facility: this.pick([A, B]), why: 'x', authority: 'y', distance_km: this.below(400) })],
			['reception', 'transfer.depart', () => ({ transfer: this.a('transfer'), escort: 'x' })],
			['receptionB', 'transfer.accept', () => ({ transfer: this.a('transfer'), identity_checked: yes(), file_received: yes(), property_received: yes() })],
			['receptionB', 'transfer.refuse', () => ({ transfer: this.a('transfer') })],
			['security', 'alert.raise', () => ({ person, kind: 'other', instruction: 'x', evidence: 'Something was seen by an officer', expires_on: day(this.pick([-1, 5, 400])) })],
			['security', 'alert.end', () => ({ alert: this.a('alert') })],
			['wing', 'case_note.write', () => ({ person, kind: 'general', note: 'x'.repeat(1 + this.below(300)), happened_at: moment(-this.below(1000)), fact_or_opinion: 'fact', amends: this.maybe(3, this.a('case_note')) })],
			['caseworker', 'legal_order.add', () => ({ person, kind: 'sentence', number: 'x', authority: 'y', issued_on: day(), legal_status: 'convicted', valid_from: day(-5), replaces: this.maybe(2, this.a('legal_order')) })],
			['caseworker', 'sentence.impose', () => ({ legal_order: this.a('legal_order'), length: this.pick(['P5D', 'P1Y', 'P2M']), starts_on: day(-4), relation: 'single' })],
			['reception', 'property_item.store', () => ({ person, description: 'x', item_class: this.pick(['clothing', 'money', 'medicine']), quantity: 1, seal: this.maybe(2, 'z'), signed: 'signed' })],
			['reception', 'property_item.end', () => ({ property_item: this.a('property_item'), state: this.pick(['returned', 'destroyed']), disposal_reason: 'x' })],
			['caseworker', 'release.prepare', () => ({ person, planned_on: day(), kind: this.pick(['term_served', 'court_order']) })],
			['reception', 'release.offer_file', () => ({ release: this.a('release'), accepted: yes() })],
			['reception', 'release.return_property', () => ({ release: this.a('release') })],
			['reception', 'release.release', () => ({ release: this.a('release'), identity_checked: yes(), orders_seen: yes(), medicine_given: yes() })],
			['governor', 'proposal.approve', () => ({ proposal: this.a('proposal') })],
			['governor', 'proposal.approve', () => ({ proposal: this.a('proposal') })],
			['governor', 'proposal.decline', () => ({ proposal: this.a('proposal') })],
			['reception', 'person.correct', () => ({ target: person, birth_place: `x${this.below(5)}` })],
			['governor', 'death.record', () => (this.below(20) ? undefined : { person, happened_at: moment(-1), place_of_death: 'x', circumstances: 'y' })],
		];
	}

	async one() {
		const [as, act, make] = this.pick(this.choices());
		const input = make();
		if (!input) {
			return;
		}
		const warnings = this.below(2) ? { 'NMR-113': 'x', 'NMR-13': 'x', 'NMR-11.0': 'x', 'NMR-12.1': 'x', 'BKK-4': 'x', 'NMR-108.1': 'x', 'NMR-9.3': 'x', 'NMR-8.a': 'x' } : undefined;
		const answer = await this.world.act(as, act, input, { reason: 'By chance', warnings, fact: this.maybe(8, true) });
		this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1;
		if (answer.status >= 500) {
			throw new Error(`${as} ${act} ${JSON.stringify(input)} gave ${answer.status} ${answer.text}`);
		}
		if (answer.status < 300) {
			this.done[act] = (this.done[act] ?? 0) + 1;
			const list = this.known[answer.body.record];
			if (list && !list.includes(answer.id)) {
				list.push(answer.id);
			}
			if (act === 'person.admit' && answer.body.record === 'admission') {
				const orders = await this.world.get(as, `legal_order?person=${input.person}`);
				this.known.legal_order.push(...(orders.body.items ?? []).map((row) => row.id));
			}
		}
	}
}

export async function random(world, tally, count, seed) {
	const play = new Random(world, seed);
	await tally.check(`random acts: ${count} with seed ${seed} and no failure of the server`, async () => {
		let left = count;
		const started = Date.now();
		await Promise.all(Array.from({ length: 8 }, async () => {
			while (left > 0) {
				left -= 1;
				await play.one();
			}
		}));
		const counts = Object.entries(play.statuses).map(([status, number]) => `${number} x ${status}`).join(', ');
		console.log(`random acts: ${counts} in ${((Date.now() - started) / 1000).toFixed(1)} s; ${Object.keys(play.done).length} kinds were done`);
		// The first acts find an empty prison and are mostly refused: a short run is not held to a tenth.
		ensure((play.statuses[200] ?? 0) > Math.max(5, count / 10 - 50), `too few acts were done: ${counts}`);
	});
}
