// figures.mjs - the figures for managers: counted as defined, small numbers left out so that no sum tells them, as page, CSV and XLSX.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { admit, cell, place, safety } from '../common.mjs';
import { ensure } from '../ensure.mjs';
import { Visitor } from '../visitor.mjs';
import { convicted, inForce } from './classification.mjs';
import { assign, begin, finalise, instrument, load, request, sheet, submit } from './assessment.mjs';

const TABLES = ['assessed', 'assessments', 'certificates', 'categories', 'decisions', 'restrictions', 'extremism', 'programmes', 'change', 'released', 'overdue',
	'indicators'];
const POPULATION = ['uncts-held', 'uncts-unsentenced', 'uncts-entering', 'uncts-capacity', 'uncts-deaths', 'space-stock', 'space-flow', 'wpb', 'rule-10'];

const path = (world, table, more = '') => `/statistics/${table}?facility=${world.facilities.A}${more}`;

// Rows of a table as CSV: label to its cells.
async function csv(visitor, table, more = '') {
	const answer = await visitor.get(path(visitor.world, table, `&format=csv${more}`));
	ensure(answer.status === 200 && answer.headers.get('content-type').startsWith('text/csv'), `${table}: ${answer.status} ${answer.text.slice(0, 300)}`);
	const lines = answer.text.replace('\ufeff', '').trim().split('\r\n').slice(1).map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map((cell) => cell.replace(/,$/, '')
		.replace(/^"|"$/g, '')));
	return new Map(lines.map((cells) => [cells[3] + (cells[7] ? ' of' : ''), { all: cells[4], men: cells[5], women: cells[6], of: cells[7] }]));
}

const exact = (visitor, table) => csv(visitor, table, '&exact=yes');
const number = (rows, label, column = 'all') => {
	ensure(rows.has(label), `no line ${label}: ${[...rows.keys()].join('; ')}`);
	return Number(rows.get(label)[column]);
};

// Text of the cells of the first sheet, in order.
function spreadsheet(world, bytes) {
	const file = `${world.folder}/figures-${Date.now()}.xlsx`;
	writeFileSync(file, bytes);
	const part = (name) => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8' });
	const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(?:<t[^>]*>([\s\S]*?)<\/t>)<\/si>/g)].map((match) => match[1].replaceAll('&amp;', '&'));
	const cells = new Map();
	for (const [, reference, kind, value] of part('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?: t="(s)")?><v>([^<]*)<\/v><\/c>/g)) {
		cells.set(reference, kind === 's' ? shared[Number(value)] : Number(value));
	}
	return cells;
}

async function sheetOf(visitor, table, more = '') {
	const response = await fetch(`${visitor.world.base}${path(visitor.world, table, `&format=xlsx${more}`)}`, {
		headers: { Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
	ensure(response.status === 200 && response.headers.get('content-type') === 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		`${table}: ${response.status} ${response.headers.get('content-type')}`);
	ensure(/\.xlsx/.test(response.headers.get('content-disposition')), response.headers.get('content-disposition'));
	return spreadsheet(visitor.world, Buffer.from(await response.arrayBuffer()));
}

const assessed = [
	{ name: 'before', run: async (world, v) => {
		v.visitor = new Visitor(world);
		await v.visitor.signIn('auditor');
		v.before = { assessed: await exact(v.visitor, 'assessed'), assessments: await exact(v.visitor, 'assessments') };
	} },
	...admit('p', { person: { sex: 'F' } }), ...admit('q'),
	...load('i', instrument()), request('a', 'i', 'p'), assign('a', 'first', 'psychologist'), begin('a', 's', 'psychologist'),
	...sheet('s', 'psychologist'), submit('s', 'psychologist'), finalise('a'),
	{ name: 'one more has an assessment in date, one more was never assessed', run: async (world, v) => {
		const now = await exact(v.visitor, 'assessed'), then = v.before.assessed;
		for (const [label, column, more] of [['Persons held', 'all', 2], ['Persons held', 'women', 1], ['Assessment in date', 'all', 1], ['Assessment in date', 'women', 1],
			['Assessment in date', 'men', 0], ['Never assessed', 'men', 1], ['Share with an assessment in date of', 'all', 1]]) {
			ensure(number(now, label, column) === number(then, label, column) + more, `${label}, ${column}: ${number(then, label, column)} then ${number(now, label, column)}`);
		}
		const quality = await exact(v.visitor, 'assessments');
		ensure(number(quality, 'One rater') === number(v.before.assessments, 'One rater') + 1, 'the rater is not counted');
		ensure(number(quality, '30 in 100 factors or more unknown') === number(v.before.assessments, '30 in 100 factors or more unknown') + 1, 'one of two factors was unknown');
		ensure(number(quality, 'The person was not told yet') >= 1, 'who was told');
	} },
	{ as: 'governor', act: 'assessment.end', input: { assessment: '$a' }, reason: 'The period is over' },
	{ name: 'ended: overdue, at once', run: async (world, v) => {
		const now = await exact(v.visitor, 'assessed');
		ensure(number(now, 'Assessment in date') === number(v.before.assessed, 'Assessment in date'), 'an ended one counts');
		ensure(number(now, 'Assessment overdue – up to 30 days') === number(v.before.assessed, 'Assessment overdue – up to 30 days') + 1, 'not counted as overdue');
	} },
];

const published = [
	...admit('p'), ...admit('q', { person: { sex: 'F' } }),
	{ name: 'every table, as page, CSV and XLSX', run: async (world, v) => {
		v.visitor = new Visitor(world);
		await v.visitor.signIn('auditor');
		const list = await v.visitor.get(`/statistics?facility=${world.facilities.A}`);
		for (const table of [...POPULATION, ...TABLES]) {
			ensure(list.text.includes(`/statistics/${table}?`), `${table} is not on the list`);
			const shown = await v.visitor.get(path(world, table));
			ensure(shown.status === 200 && /<tbody[\s\S]*<tr/.test(shown.text), `${table}: ${shown.status}`);
			const rows = await csv(v.visitor, table), sheet = await sheetOf(v.visitor, table);
			ensure(rows.size > 0 && sheet.get('A4') === 'Figure' && sheet.get('B4') === 'All', `${table}: ${[...sheet].slice(0, 8)}`);
			const [, first] = [...rows][0];
			ensure(first.all === 'c' ? sheet.get('B5') === 'left out' : sheet.get('B5') === Number(first.all), `${table}: B5 is ${sheet.get('B5')}, the CSV has ${first.all}`);
		}
	} },
	{ name: 'small numbers are in none of them', run: async (world, v) => {
		for (const table of TABLES) {
			const open = await exact(v.visitor, table), hidden = await csv(v.visitor, table);
			const things = /^(Days|Certificates|Instruments|External|Sessions|Deadlines)/; // what is no number of people
			for (const [label, cells] of hidden) {
				for (const column of things.test(label) ? [] : label === 'Persons held' ? ['men', 'women'] : ['all', 'men', 'women']) {
					const people = Number(open.get(label)[column]);
					ensure(!(people > 0 && people < 5) || cells[column] === 'c', `${table}, ${label}, ${column}: ${people} is published`);
				}
			}
		}
		const shown = await v.visitor.get(path(world, 'assessed'));
		ensure(!shown.text.includes('fewer than'), 'the page tells which of two hidden cells is the small one');
	} },
	{ name: 'nobody else opens them', run: async (world) => {
		const other = new Visitor(world);
		await other.signIn('caseworker');
		for (const more of ['', '&format=csv', '&format=xlsx', '&exact=yes']) {
			ensure((await other.get(path(world, 'assessed', more))).status >= 403, `a caseworker opens ${more}`);
		}
	} },
];

// Proposed high, decided medium; proposed and decided high, and sleeps in a cell of open regime.
const decided = [
	...convicted('p'), ...convicted('q'), ...cell('c', { regime: 'open' }),
	{ name: 'before', run: async (world, v) => {
		v.visitor = new Visitor(world);
		await v.visitor.signIn('auditor');
		v.before = { decisions: await exact(v.visitor, 'decisions'), categories: await exact(v.visitor, 'categories') };
	} },
	...inForce('d', 'p', {}, { outcome_value: 'medium' }), ...inForce('e', 'q'), safety('q'), place('q', 'c'),
	{ as: 'wing', get: 'classification_decision/$d', has: { proposed_value: 'high', outcome_value: 'medium' } },
	{ name: 'one decision is other than proposed, one category contradicts the place', run: async (world, v) => {
		const now = await exact(v.visitor, 'decisions'), beds = await exact(v.visitor, 'categories');
		for (const [rows, then, label, more] of [[now, v.before.decisions, 'Decisions on a proposal', 2], [now, v.before.decisions, 'Decisions on a proposal – As proposed', 1],
			[now, v.before.decisions, 'Other than proposed – less restrictive', 1], [beds, v.before.categories, 'People with a category and a place', 1],
			[beds, v.before.categories, 'High category in a place of open regime', 1], [beds, v.before.categories, 'Category and place do not contradict each other', 0]]) {
			ensure(number(rows, label) === number(then, label) + more, `${label}: ${number(then, label)} then ${number(rows, label)}`);
		}
	} },
];

export const SCENARIOS = { 'figures: what was decided other than proposed, category against place': decided, 'figures: assessments in date are counted as defined': assessed, 'figures: page, CSV and XLSX, small numbers in none': published };
export const RULES = {};
