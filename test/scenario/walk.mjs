// walk.mjs - every act of the program by chance, by users of every role, on a prison of its own: inputs are made from the model
// (`custos model`), so a new act walks along without a line here. Whoever is told what is wrong changes just that and tries again, as
// somebody would who wants a thing done. Nothing is recorded as a fact: what stands in the tables afterwards was authorised. Then the
// states that no authorisation may reach are looked for by plain SQL, which shares no code with the rules; that each of these questions
// can find something is shown by writing such a state past Custos and asking again, and that the walk itself comes there as soon as one
// guard is missing is shown by guards.mjs.
import { day, ensure, moment } from './ensure.mjs';
import { admit, cell, place, safety, sentenced } from './common.mjs';
import { chance } from './random.mjs';
import { play } from './play.mjs';

const WORKERS = 6, ROWS_KEPT = 400, TRIES = 6, LOOK_EVERY = 500;
// Left out: what changes who may do what, ends the walk, ends a life (soon nobody would be left), or works on files; and corrections of what a person is (sex, birth, status by an
// order): they set the register right about a fact, after which somebody may stand in a place that nobody would have authorised.
const LEFT_OUT = new RegExp('^(user_account|key_destruction|profile|profile_setting|attachment|import_|register|break_glass|inspection_visit|notebook)|' +
	'^facility\\.|^place\\.(correct|close)|^person\\.correct|^death\\.');
const LANGUAGES = ['ru', 'en', 'kk'];

// Questions that must find nothing. spoil: a statement that makes such a state of what is there.
const DAY = 86400000;
export const FORBIDDEN = {
	'NMR-11.a: a man and a woman sleep in one place': {
		ask: 'SELECT a.id FROM placement a JOIN placement b ON b.place = a.place JOIN person p ON p.id = a.person JOIN person q ON q.id = b.person ' +
			"WHERE a.ended_at IS NULL AND b.ended_at IS NULL AND p.sex = 'M' AND q.sex = 'F'",
		spoil: "UPDATE placement SET ended_at = NULL, place = (SELECT min(place) FROM placement); UPDATE person SET sex = " +
			"CASE WHEN id = (SELECT min(person) FROM placement) THEN 'F' ELSE 'M' END",
	},
	'one person sleeps in two places': {
		ask: 'SELECT person FROM placement WHERE ended_at IS NULL GROUP BY person HAVING count(*) > 1',
		spoil: 'UPDATE placement SET ended_at = NULL, person = (SELECT min(person) FROM placement)',
	},
	'one person has two stays at once': {
		ask: "SELECT person FROM custody_episode WHERE state = 'open' GROUP BY person HAVING count(*) > 1",
		spoil: "UPDATE custody_episode SET person = (SELECT min(person) FROM custody_episode), state = 'open'",
	},
	'NMR-43.1b, 44: solitary confinement is ordered for more than 15 days': {
		ask: `SELECT id FROM separation WHERE coalesce(planned_contact, 0) <= 120 AND kind <> 'health' AND ends_at - starts_at > ${15 * DAY}`,
		spoil: `UPDATE separation SET planned_contact = 0, kind = 'security', ends_at = starts_at + ${30 * DAY}`,
	},
	'NMR-43.1c: somebody is ordered into a dark or constantly lit cell': {
		ask: "SELECT id FROM separation WHERE light <> 'daylight'",
		spoil: "UPDATE separation SET light = 'dark'",
	},
	'NMR-45.1e: somebody is separated because of the sentence': {
		ask: "SELECT id FROM separation WHERE ground = 'sentence'",
		spoil: "UPDATE separation SET ground = 'sentence'",
		table: 'separation',
	},
	'NMR-47.1: a degrading or painful instrument is ordered': {
		ask: "SELECT id FROM use_of_force WHERE instrument IN ('chains', 'weighted', 'electric', 'thumb', 'cage')",
		spoil: "UPDATE use_of_force SET instrument = 'chains'",
		table: 'use_of_force',
	},
	'NMR-47.2a: somebody is restrained before a judge who did not order it': {
		ask: "SELECT id FROM use_of_force WHERE in_court = 1 AND ordered_by <> 'court'",
		spoil: "UPDATE use_of_force SET in_court = 1, ordered_by = 'none'",
		table: 'use_of_force',
	},
	'NMR-82.1a: force is used for discipline or on no lawful ground': {
		ask: "SELECT id FROM use_of_force WHERE ground IN ('other', 'discipline')",
		spoil: "UPDATE use_of_force SET ground = 'discipline'",
		table: 'use_of_force',
	},
	'NMR-52.1a: a body is searched and nobody said why a milder search is not enough': {
		ask: "SELECT id FROM person_search WHERE kind IN ('strip', 'cavity') AND result <> 'refused' AND alternatives IS NULL",
		spoil: "UPDATE person_search SET kind = 'strip', result = 'nothing', alternatives = NULL",
		table: 'person_search',
	},
	'NMR-51.b: something was found on somebody and the register does not say what': {
		ask: "SELECT id FROM person_search WHERE result = 'found' AND items IS NULL",
		spoil: "UPDATE person_search SET result = 'found', items = NULL",
		table: 'person_search',
	},
	'NMR-97.3: somebody works for the private good of staff': {
		ask: "SELECT id FROM work_place WHERE work_for = 'staff'",
		spoil: "UPDATE work_place SET work_for = 'staff'",
		table: 'work_place',
	},
	'NMR-97.2: somebody works and is not paid': {
		ask: 'SELECT id FROM work_place WHERE coalesce(hourly_pay, 0) <= 0',
		spoil: 'UPDATE work_place SET hourly_pay = NULL',
		table: 'work_place',
	},
	'NMR-102.1: somebody works more hours a day than the floor allows': {
		ask: 'SELECT id FROM work_place WHERE hours_day > 8',
		spoil: 'UPDATE work_place SET hours_day = 12',
		table: 'work_place',
	},
	'NMR-61.1b: a lawyer is booked to be heard': {
		ask: "SELECT id FROM visit WHERE visit_class = 'legal' AND setting = 'heard'",
		spoil: "UPDATE visit SET visit_class = 'legal', setting = 'heard'",
		table: 'visit',
	},
	'NMR-56.3.mail: a letter or call of an inspector is opened or heard': {
		ask: "SELECT id FROM communication WHERE contact_class = 'official' AND looked_at <> 'nothing'",
		spoil: "UPDATE communication SET contact_class = 'official', looked_at = 'read'",
		table: 'communication',
	},
	'NMR-43.3a: contact is limited as a punishment': {
		ask: "SELECT id FROM contact_limit WHERE ground = 'sanction'",
		spoil: "UPDATE contact_limit SET ground = 'sanction'",
		table: 'contact_limit',
	},
	'NMR-43.1d-e, 43.2, 43.3: a forbidden measure is a sanction': {
		ask: "SELECT id FROM sanction WHERE measure IN ('corporal', 'diet', 'dark_cell', 'collective', 'restraint', 'family_contact')",
		spoil: "UPDATE sanction SET measure = 'corporal'",
		table: 'sanction',
	},
	'one person made and approved a proposal': {
		ask: "SELECT id FROM proposal WHERE state = 'approved' AND proposed_by = decided_by",
		spoil: 'UPDATE proposal SET decided_by = proposed_by',
	},
	'one person remedied and verified a breach': {
		ask: "SELECT id FROM breach WHERE state = 'verified' AND remedied_by = verified_by",
		spoil: "UPDATE breach SET state = 'verified', remedied_by = 'x', verified_by = 'x'",
		table: 'breach',
	},
	'two raters of an assessment are one, or one of them approved it': {
		ask: 'SELECT id FROM assessment WHERE second_rater = assessor OR approved_by = assessor OR approved_by = second_rater',
		spoil: 'UPDATE assessment SET second_rater = assessor',
		table: 'assessment',
	},
	'somebody decided what he or she proposed': {
		ask: "SELECT id FROM classification_decision WHERE decider = proposer AND body <> 'governor'",
		spoil: "UPDATE classification_decision SET decider = proposer, body = 'committee'",
		table: 'classification_decision',
	},
	'a decision in force has no end': {
		ask: "SELECT id FROM classification_decision WHERE state = 'in_force' AND ends_at IS NULL",
		spoil: "UPDATE classification_decision SET state = 'in_force', ends_at = NULL",
		table: 'classification_decision',
	},
};

class Walk {
	constructor(world, model, seed) {
		this.world = world;
		this.below = chance(seed);
		this.acts = model.acts.filter((act) => !act.system && !LEFT_OUT.test(act.name));
		this.records = model.records;
		this.users = Object.entries(world.roles());
		this.known = {};
		this.people = [];
		this.statuses = {};
		this.done = {};
		this.number = this.tried = 0;
	}

	pick(list) {
		return list?.length ? list[this.below(list.length)] : undefined;
	}

	// A row of a record, of that person if there is one.
	row(record, person) {
		const rows = this.known[record] ?? [];
		const own = rows.filter((row) => row.person === person);
		return this.pick(own.length && this.below(8) ? own.slice(-6) : rows)?.id;
	}

	reference(field, person) {
		const { A, B } = this.world.facilities;
		if (field.reference === '@facility' || field.reference === 'facility') {
			return this.below(5) ? A : B;
		}
		if (field.reference === '@subject' || field.reference === 'person') {
			return /other|with/.test(field.name) ? this.pick(this.people) : person;
		}
		return field.reference === 'user_account' ? this.pick(this.userIds) : this.row(field.reference, person);
	}

	value(field, person) {
		if (field.enum) {
			return field.type === 'codes' ? field.enum.filter(() => this.below(2)).join(' ') || field.enum[0] : this.pick(field.enum);
		}
		switch (field.type) {
		case 'reference': return this.reference(field, person);
		case 'yes_no': return this.below(4) > 0;
		case 'integer': return this.pick([1, 2, 3, 10, 30, 100, 150, 600]);
		case 'decimal': case 'money': return String(1 + this.below(40));
		case 'date': return day(this.pick([-30, -5, -1, 0, 1, 5, 14, 40, 170]));
		case 'partial_date': return this.pick(['1980', '1991-05', '2011-02-03', '?']);
		case 'moment': return moment(this.pick([-3000, -60, -5, 0, 600, 6000, 20000, 60000]));
		case 'duration': return this.pick(['P5D', 'P3M', 'P2Y']);
		case 'codes': return /lang/.test(field.name) ? this.pick(LANGUAGES) : this.pick(['KZ', 'behaviour', 'visits']);
		case 'code': return /lang/.test(field.name) ? this.pick(LANGUAGES) : `W${this.number++}`;
		case 'hash': return undefined;
		case 'document': return undefined;
		default: return `Words of the walk ${this.number++}: what was seen, by whom, and why`;
		}
	}

	input(act) {
		const person = this.pick(this.people);
		const input = {};
		for (const field of act.fields) {
			const needed = field.flags.includes('required');
			if (needed ? this.below(40) : this.below(10) < 7) {
				input[field.name] = this.value(field, person);
			}
		}
		return input;
	}

	actor(act) {
		const able = this.users.filter(([, roles]) => roles.some((role) => act.actors.includes(role)));
		return (able.length && this.below(12) ? this.pick(able) : this.pick(this.users))[0];
	}

	remember(answer) {
		const { record } = answer.body;
		const rows = this.known[record] ??= [];
		if (rows.some((row) => row.id === answer.id)) {
			return;
		}
		rows.push({ id: answer.id, person: answer.person });
		if (rows.length > ROWS_KEPT) {
			rows.shift();
		}
		if (record === 'person') {
			this.people.push(answer.id);
		}
	}

	async one() {
		const act = this.below(5) ? this.pick(this.acts) : this.acts.find((one) => one.name === 'proposal.approve');
		const as = act.name === 'proposal.approve' ? this.pick(this.users)[0] : this.actor(act);
		const input = this.input(act);
		const warnings = {};
		for (let tries = 1 + this.below(TRIES); tries > 0; tries--) {
			const answer = await this.world.act(as, act.name, input, { reason: 'By chance', warnings: { ...warnings } });
			this.tried += 1;
			this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1;
			ensure(answer.status < 500, `${as} ${act.name} ${JSON.stringify(input)} gave ${answer.status} ${answer.text}`);
			if (answer.status < 300) {
				this.done[act.name] = (this.done[act.name] ?? 0) + 1;
				if (answer.id) {
					this.remember({ ...answer, person: input.person });
				}
			}
			if (answer.status !== 422 || !this.mend(act, input, warnings, answer.body?.errors ?? [])) {
				return;
			}
		}
	}

	// Changes what the answer says is wrong and nothing else; false: it names nothing that could be changed.
	mend(act, input, warnings, errors) {
		let changed = false;
		for (const error of errors) {
			const field = act.fields.find((one) => `/${one.name}` === error.pointer);
			if (error.code === 'E4002') {
				warnings[error.citation] = 'Thought about';
			} else if (field) {
				input[field.name] = this.value(field, input.person);
			}
			changed ||= error.code === 'E4002' || field !== undefined;
		}
		return changed;
	}

	// Until `count` acts have been tried, from several clients at once.
	async on(count) {
		let looked = this.tried;
		await Promise.all(Array.from({ length: WORKERS }, async () => {
			while (this.tried < count) {
				await this.one();
				if (this.tried - looked >= LOOK_EVERY) {
					looked = this.tried;
					await this.look();
				}
			}
		}));
	}

	// Rows that acts made beside their result: read with somebody who may.
	async look() {
		const wanted = new Set(this.acts.flatMap((act) => act.fields.map((field) => field.reference)));
		for (const record of this.records) {
			if (!wanted.has(record.name) || record.name === 'person') {
				continue;
			}
			const reader = this.users.find(([, roles]) => roles.some((role) => record.readers.includes(role)));
			const answer = reader ? await this.world.get(reader[0], `${record.name}?limit=100`) : null;
			for (const row of answer?.body?.items ?? []) {
				this.remember({ id: row.id, body: { record: record.name }, person: row.person });
			}
		}
	}
}

async function forbidden(world, tally) {
	for (const [name, question] of Object.entries(FORBIDDEN)) {
		await tally.check(`never reached: ${name}`, async () => {
			const found = await world.sql(question.ask);
			ensure(found === '', `reached by ${found.split('\n').length} rows: ${found.slice(0, 200)}`);
		});
	}
}

// Each question finds the state when it is there: in a transaction that is rolled back, past Custos.
async function spoiled(world, tally) {
	for (const [name, question] of Object.entries(FORBIDDEN)) {
		const table = question.table ?? question.spoil.split(' ')[1];
		if (Number(await world.sql(`SELECT count(*) FROM ${table}`)) < 2) {
			continue;
		}
		await tally.check(`would be found: ${name}`, async () => {
			const found = await world.sql(`BEGIN; ${question.spoil}; ${question.ask}; ROLLBACK;`);
			ensure(found !== '', 'the question finds nothing although the state was made');
		});
	}
}

// What stands before nearly every other act: may share a cell, fit for work.
const ready = (name) => [safety(name), { as: 'wing', act: 'fitness.ask', save: `${name}_fit`, input: { person: `$${name}`, question: 'work' } },
	{ as: 'health', act: 'fitness.answer', input: { fitness: `$${name}_fit`, answer: 'fit' } }];

// world: a fresh one of its own; gives who walks on it.
export async function walker(world, tally, seed) {
	const model = JSON.parse(await world.must('model'));
	const player = new Walk(world, model, seed);
	const start = [...cell('c1'), ...cell('c2'), ...cell('c3'), ...['p', 'q', 'r', 's', 't', 'u'].flatMap((name) => admit(name, name === 'u' ? { person: { sex: 'F' } } : {})),
		...['v', 'x', 'y', 'z'].flatMap((name) => sentenced(name, 300, { person: name === 'z' ? { sex: 'F' } : {}, length: 'P2Y', days: 730 })),
		...['p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y', 'z'].flatMap(ready), place('p', 'c1'), place('u', 'c2')];
	await play(world, tally, 'walk: people to walk with', start);
	player.userIds = (await world.sql('SELECT id FROM user_account')).split('\n');
	await player.look();
	player.people = (await world.get('hq', 'person?limit=100')).body.items.map((row) => row.id);
	return player;
}

export async function walk(world, tally, count, seed) {
	const player = await walker(world, tally, seed);
	await tally.check(`walk: ${count} acts of every kind with seed ${seed} and no failure of the server`, async () => {
		await player.on(count);
		const counts = Object.entries(player.statuses).map(([status, number]) => `${number} x ${status}`).join(', ');
		console.log(`walk: ${counts}; ${Object.keys(player.done).length} of ${player.acts.length} kinds were done`);
		ensure(Object.keys(player.done).length >= player.acts.length / 4, `too few kinds were done: ${Object.keys(player.done).length} of ${player.acts.length}`);
	});
	await forbidden(world, tally);
	await spoiled(world, tally);
}
