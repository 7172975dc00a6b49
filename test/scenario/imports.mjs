// imports.mjs - loading files as a person does it on the pages: check, look, load, feed the corrected file back; a load that goes
// on after the server was stopped; a mapping of one's own, on the page and on the command line.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from './common.mjs';
import { ensure } from './ensure.mjs';
import { rows } from './play.mjs';
import { Visitor } from './visitor.mjs';

const DATA = fileURLToPath(new URL('../data/import/', import.meta.url));

async function visitor(world, name) {
	const one = new Visitor(world);
	await one.signIn(name);
	return one;
}

// Uploads files and gives the path of the import.
async function upload(one, fields, files) {
	const answer = await one.post('/imports/new', fields, files.map(([name, content]) => ({ field: 'file', name, content })));
	ensure(answer.status === 303, `upload: ${answer.status} ${answer.errors()}`);
	return answer.location;
}

async function settled(world, one, path, wanted) {
	const id = path.split('/').at(-1);
	for (let i = 0; i < 600; i += 1) {
		const job = (await world.get('hq', `import_job/${id}`)).body;
		if (!['checking', 'loading'].includes(job.state)) {
			ensure(job.state === wanted, `state ${job.state}, wanted ${wanted}: ${JSON.stringify(job)} ${(await one.get(path)).text.slice(0, 6000)}`);
			return job;
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('the import does not end');
}

async function load(world, one, path) {
	const answer = await one.post(path, { step: 'load' });
	ensure(answer.status === 303, `load: ${answer.status}`);
}

const page = [
	{ name: 'places are checked and loaded on the page', run: async (world, v) => {
		const one = await visitor(world, 'hq');
		v.one = one;
		const empty = await one.post('/imports/new', { mapping: '', zone: '', day: '' });
		ensure(empty.status === 422 && empty.text.includes('Choose a file') && empty.text.includes('Choose what the file holds'), `${empty.status}`);
		const path = await upload(one, { mapping: 'legacy-places', zone: 'Asia/Almaty', day: '' }, [['places.csv', readFileSync(join(DATA, 'legacy-register/places.csv'))]]);
		const before = await world.sql('SELECT count(*) FROM place');
		const checked = await settled(world, one, path, 'checked');
		ensure(checked.row_count === 153 && checked.accepted === 153 && checked.refused === 0, JSON.stringify(checked));
		ensure(await world.sql('SELECT count(*) FROM place') === before, 'the check wrote');
		await load(world, one, path);
		const loaded = await settled(world, one, path, 'loaded');
		ensure(loaded.accepted === 153 && loaded.opened_by && /^[0-9a-f]{64}$/.test(loaded.hash), JSON.stringify(loaded));
		ensure(Number(await world.sql('SELECT count(*) FROM place')) > Number(before) + 152, 'no places');
		// The journal names who ordered it, not the engine.
		ensure(Number(await world.sql(`SELECT count(*) FROM place WHERE created_by = '${loaded.opened_by}'`)) >= 153, 'written under another name');
	} },
	{ name: 'a register: refusals with line and reason, doubles, the result corrected and fed back', run: async (world, v) => {
		const whole = readFileSync(join(DATA, 'legacy-register/register_utf8.csv'), 'utf8').split('\n').slice(0, 120).join('\n');
		const path = await upload(v.one, { mapping: 'legacy-register' }, [['register.csv', whole]]);
		const checked = await settled(world, v.one, path, 'checked');
		const looked = await v.one.get(path);
		for (const words of ['What would become of the rows', 'Refused rows', 'Corrections and remarks', 'Load the file']) {
			ensure(looked.text.includes(words), `no "${words}"`);
		}
		await load(world, v.one, path);
		const loaded = await settled(world, v.one, path, 'loaded');
		ensure(loaded.row_count === checked.row_count && loaded.refused > 0 && loaded.accepted > 90, JSON.stringify(loaded));
		const result = await v.one.get(`${path}/result-0`);
		ensure(result.status === 200 && result.headers.get('content-disposition').includes('register.csv.result.csv'), `${result.status}`);
		ensure(result.text.includes('import_status') && !result.text.includes('unchanged'), 'result');
		// Its first refused row gets what it lacks; then only that one is new.
		const again = await upload(v.one, { mapping: 'legacy-register' }, [['register.result.csv', result.text]]);
		const second = await settled(world, v.one, again, 'checked');
		ensure(second.accepted === 0 && second.unchanged === loaded.accepted && second.refused === loaded.refused, JSON.stringify(second));
		const stopped = await v.one.post(again, { step: 'stop' });
		ensure(stopped.status === 303, `${stopped.status}`);
		await settled(world, v.one, again, 'stopped');
		const list = await v.one.get('/imports');
		ensure(list.text.includes('register.csv') && list.text.includes(loaded.hash.slice(0, 12)), 'not in the list');
		// Sealed on disk.
		const raw = readFileSync(join(world.data, 'import', `${path.split('/').at(-1)}.source-0`), 'latin1');
		ensure(!raw.includes('import_status') && !raw.includes(','.repeat(3)) && !raw.includes('\n71-'), 'the file lies open');
	} },
	{ name: 'files of a folder: contacts take their names from the file beside', run: async (world, v) => {
		const names = ['agencies.csv', 'offenders.csv', 'bookings.csv', 'contacts.csv', 'persons.csv'];
		const files = names.map((name) => [name, readFileSync(join(DATA, 'prison-api', name))]);
		const path = await upload(v.one, { mapping: 'prison-api', day: '2026-07-24' }, files);
		const checked = await settled(world, v.one, path, 'checked');
		await load(world, v.one, path);
		const loaded = await settled(world, v.one, path, 'loaded');
		ensure(loaded.accepted === checked.accepted && loaded.refused === checked.refused, JSON.stringify(loaded));
		ensure(await world.sql("SELECT count(*) FROM contact WHERE name = 'John Asdf Smith'") === '1', 'no name from persons.csv');
	} },
	{ name: 'a load goes on after the server was killed, each row once', run: async (world) => {
		let one = await visitor(world, 'hq');
		const lines = ['id,facility,code,kind,capacity_certified,capacity_working,floor_area'];
		for (let i = 0; i < 6000; i += 1) {
			lines.push(`k${i},IK-A,K-${i},cell,1,1,6.00`);
		}
		const mapping = await world.act('hq', 'import_mapping.add', { name: 'cells', about_record: 'place',
			columns: 'id: id\nfacility: facility\ncode: code\nkind: kind\ncapacity_certified: capacity_certified\ncapacity_working: capacity_working\nfloor_area: floor_area' });
		ensure(mapping.status === 200, mapping.text);
		const path = await upload(one, { mapping: 'cells' }, [['cells.csv', lines.join('\n')]]);
		await settled(world, one, path, 'checked');
		await load(world, one, path);
		const until = Date.now() + 60000;
		let count = 0;
		while (count < 200 && Date.now() < until) {
			count = Number(await world.sql("SELECT count(*) FROM place WHERE code LIKE 'K-%'"));
		}
		// Somebody else's work goes on meanwhile, and the page tells how far it is.
		const other = await world.get('governor', `facility/${world.facilities.A}`);
		ensure(other.status === 200, other.text);
		const busy = await one.get(path);
		if (busy.text.includes('being loaded')) {
			ensure(busy.headers.get('refresh') === '3' && busy.text.includes('<progress'), 'no progress');
		}
		await world.stop('SIGKILL');
		await world.start();
		one = await visitor(world, 'hq');
		const loaded = await settled(world, one, path, 'loaded');
		ensure(loaded.accepted === 6000 && loaded.unchanged === 0 && loaded.refused === 0, JSON.stringify(loaded));
		ensure(Number(await world.sql("SELECT count(*) FROM place WHERE code LIKE 'K-%'")) === 6000, 'not each row once');
	} },
	{ name: 'who may not load files', run: async (world) => {
		const one = await visitor(world, 'wing');
		for (const path of ['/imports', '/imports/new', '/imports/mapping']) {
			ensure((await one.get(path)).status === 403, path);
		}
		const reception = await visitor(world, 'reception');
		ensure(!(await reception.get('/imports/new')).text.includes('legacy-register'), 'a register is offered to reception');
		const whole = await reception.post('/imports/new', { mapping: 'legacy-register' }, [{ field: 'file', name: 'a.csv', content: 'x\n' }]);
		ensure(whole.status === 403 || whole.status === 422, `${whole.status}`);
		ensure(whole.text.includes('Only headquarters'), whole.errors());
		const open = await world.act('hq', 'import_job.open', { mapping: 'cells', files: 'x', hash: '0'.repeat(64), size: 1, via: 'page' });
		ensure(open.status === 403, `a person opened an import without its file: ${open.status}`);
	} },
];

const mapping = [
	{ name: 'a mapping made on the page reads cells as people write them', run: async (world, v) => {
		const one = await visitor(world, 'hq');
		const csv = '№;Камера;Вид;Мест;Площадь;Национальность\n1;Z-1;Камера;2;8,5;x\n2;Z-2;cell;2;9.00;x\n3;Z-3;нечто;1;5.00;x\n';
		const first = await one.post('/imports/mapping', { step: 'sample', record: 'place' }, [{ field: 'sample', name: 'a.csv', content: csv }]);
		ensure(first.status === 200 && first.text.includes('is not loaded') && first.text.includes('Площадь'), first.text.slice(0, 3000));
		const heading = ['№', 'Камера', 'Вид', 'Мест', 'Площадь', 'Национальность'];
		const field = ['id', 'code', 'kind', 'capacity_working', 'floor_area', ''];
		const form = { step: 'save', record: 'place', name: 'rooms-z', note: 'From the north', 'constant-facility': 'IK-A' };
		heading.forEach((text, i) => Object.assign(form, { [`heading-${i}`]: text, [`field-${i}`]: field[i] }));
		const lacking = await one.post('/imports/mapping', { ...form, 'field-1': '' });
		ensure(lacking.status === 422 && lacking.text.includes('rooms-z') && lacking.text.includes('must be filled'), `${lacking.status} ${lacking.errors()}`);
		const saved = await one.post('/imports/mapping', form);
		ensure(saved.status === 303 && saved.location === '/imports/new?mapping=rooms-z', `${saved.status} ${saved.errors()}`);
		const path = await upload(one, { mapping: 'rooms-z' }, [['rooms.csv', csv.replace('8,5', '8.50')]]);
		const checked = await settled(world, one, path, 'checked');
		ensure(checked.accepted === 2 && checked.corrected === 1 && checked.refused === 1, JSON.stringify(checked));
		await load(world, one, path);
		await settled(world, one, path, 'loaded');
		ensure((await world.sql("SELECT kind FROM place WHERE code = 'Z-1'")) === 'cell', 'kind');
		v.csv = csv.replace('8,5', '8.50');
	} },
	{ name: 'the same mapping on the command line: nothing twice', run: async (world, v) => {
		await world.stop();
		const file = join(mkdtempSync(join(world.folder, 'csv-')), 'rooms.csv');
		writeFileSync(file, v.csv);
		const result = await world.command('import', '--mapping', 'rooms-z', file);
		ensure(result.code === 1 && result.out.trim().split('\n').at(-1) === '3 rows: 0 accepted, 0 corrected, 1 refused, 2 unchanged', `${result.code} ${result.out}${result.err}`);
		const unknown = await world.command('import', '--mapping', 'no-such', file);
		ensure(unknown.code === 4 && unknown.err.includes('There is no mapping no-such'), `${unknown.code} ${unknown.err}`);
		await world.start();
		const jobs = await world.get('hq', 'import_job?mapping=rooms-z');
		ensure(rows(jobs.body).some((job) => job.via === 'command' && job.state === 'loaded' && job.files === 'rooms.csv'), jobs.text);
	} },
	{ as: 'hq', act: 'import_mapping.add', input: { name: 'ethnic', about_record: 'place', columns: 'note: Национальность' }, expect: { status: 422 } },
	{ as: 'wing', act: 'import_mapping.add', input: { name: 'mine', about_record: 'place', columns: 'code: code' }, expect: { status: 403 } },
	...register('p'),
	{ name: 'a user mapping goes no further than the user', run: async (world, v) => {
		const one = await visitor(world, 'administrator');
		const made = await world.act('hq', 'import_mapping.add', { name: 'papers', about_record: 'identity_document',
			columns: 'person: File\nkind: Kind\nnumber: Number\ncountry = KZ' });
		ensure(made.status === 200, made.text);
		const file = (await world.get('reception', `person/${v.p}`)).body;
		const path = await upload(one, { mapping: 'papers' }, [['papers.csv', `File,Kind,Number\n${file.number},passport,N123\nno-such-file,passport,N124\n`]]);
		const checked = await settled(world, one, path, 'checked');
		ensure(checked.accepted === 0 && checked.refused === 2, JSON.stringify(checked));
		const reception = await visitor(world, 'reception');
		ensure((await reception.get(path)).status === 404, "another's import");
		const own = await upload(reception, { mapping: 'papers' }, [['papers.csv', `File,Kind,Number\n${file.number},passport,N125\n`]]);
		ensure((await settled(world, one, own, 'checked')).accepted === 1, 'reception with the own rights');
		await load(world, reception, own);
		await settled(world, one, own, 'loaded');
		const shown = (await one.get(path)).text;
		ensure(shown.includes('Refused rows') && shown.includes('no-such-file'), 'no reason');
	} },
];

export const IMPORTS = { 'import on the page': page, 'import by a mapping of one\'s own': mapping };
