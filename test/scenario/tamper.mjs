// tamper.mjs - one byte changed behind Custos's back, in an entry, a payload, a table, a tile, a signature: `custos verify`
// must find it and name the place. After each the byte is put back and all is sound again.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from './ensure.mjs';

async function sound(world, ...words) {
	const result = await world.command('verify', ...words);
	ensure(result.code === 0, `verify left with ${result.code}:\n${result.out.slice(0, 2000)}${result.err}`);
}

async function found(world, words, ...names) {
	const result = await world.command('verify', ...words);
	ensure(result.code === 1, `verify left with ${result.code}, wanted 1:\n${result.out.slice(0, 2000)}${result.err}`);
	for (const name of names) {
		ensure(result.out.split('\n').some((line) => line.startsWith('DIFFERENT') && line.includes(name)), `verify does not name "${name}":\n${result.out.slice(0, 2000)}`);
	}
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// The value of one column as hexadecimal digits; and the SQL that writes such digits.
function column(world, name, binary) {
	if (world.postgres) {
		return binary ? `encode(${name}, 'hex')` : `encode(convert_to(${name}, 'UTF8'), 'hex')`;
	}
	return `hex(${name})`;
}

function literal(world, digits, binary) {
	if (world.postgres) {
		return binary ? `decode('${digits}', 'hex')` : `convert_from(decode('${digits}', 'hex'), 'UTF8')`;
	}
	return binary ? `x'${digits}'` : `CAST(x'${digits}' AS TEXT)`;
}

// Changes one byte of table.name where `where`, at a place counted from the end (fraction 0..1); gives what puts it back.
async function flip(world, table, name, where, { binary = false, fraction = 0.5 } = {}) {
	const digits = (await world.sql(`SELECT ${column(world, name, binary)} FROM ${table} WHERE ${where}`)).toLowerCase();
	ensure(digits.length >= 2, `${table}.${name} is empty`);
	let at = 2 * Math.floor((digits.length / 2 - 1) * fraction);
	// A digit or small letter stays one, so that the text stays text.
	while (!binary && !/^(3[0-9]|6[1-9a-f]|7[0-9])$/.test(digits.slice(at, at + 2)) && at > 0) {
		at -= 2;
	}
	const byte = (Number.parseInt(digits.slice(at, at + 2), 16) ^ 1).toString(16).padStart(2, '0');
	const changed = digits.slice(0, at) + byte + digits.slice(at + 2);
	await world.sql(`UPDATE ${table} SET ${name} = ${literal(world, changed, binary)} WHERE ${where}`);
	return () => world.sql(`UPDATE ${table} SET ${name} = ${literal(world, digits, binary)} WHERE ${where}`);
}

async function dump(world) {
	const tables = (await world.sql(world.postgres ?
		"SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1" :
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")).split('\n');
	const content = {};
	for (const table of tables) {
		content[table] = createHash('sha256').update((await world.sql(`SELECT * FROM ${table}`)).split('\n').sort().join('\n')).digest('hex');
	}
	return content;
}

function files(folder, found = []) {
	for (const name of readdirSync(folder).sort()) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) {
			files(path, found);
		} else {
			found.push(path);
		}
	}
	return found;
}

function flipFile(path) {
	const bytes = readFileSync(path);
	const at = Math.floor(bytes.length / 2);
	bytes[at] ^= 1;
	writeFileSync(path, bytes);
	return () => {
		bytes[at] ^= 1;
		writeFileSync(path, bytes);
	};
}

export async function tamper(world, tally) {
	await world.stop();
	const log = 'scenario.example/j/IK-A';
	const [index, record] = (await world.sql(`SELECT idx, record FROM journal_entry WHERE log = ${quoted(log)} AND blob IS NOT NULL AND record LIKE 'case_note/%' ORDER BY idx LIMIT 1`)).split('|');
	const here = `log = ${quoted(log)} AND idx = ${index}`;
	const id = record.split('/')[1];

	const check = async (name, change, words, names) => {
		await tally.check(`tampering: ${name}`, async () => {
			const back = await change();
			await found(world, words, ...names);
			await back();
			await sound(world, ...words);
		});
	};
	await tally.check('tampering: sound before', () => sound(world));
	for (const fraction of [0.1, 0.5, 0.9]) {
		await check(`entry, byte at ${fraction}`, () => flip(world, 'journal_entry', 'entry', here, { fraction }), [], [`index ${index}`, log]);
	}
	await check('leaf', () => flip(world, 'journal_entry', 'leaf', here, { binary: true }), [], [`index ${index}`]);
	for (const fraction of [0, 0.5, 1]) {
		await check(`payload, byte at ${fraction}`, () => flip(world, 'journal_entry', 'blob', here, { binary: true, fraction }), [], [`index ${index}`, log]);
	}
	await check('checkpoint', () => flip(world, 'journal_log', 'checkpoint', `name = ${quoted(log)}`, { fraction: 0.95 }), [], [log]);
	await check('root', () => flip(world, 'journal_log', 'root', `name = ${quoted(log)}`, { binary: true }), [], [log]);
	await check('text in a table', () => flip(world, 'case_note', 'note', `id = ${quoted(id)}`, { fraction: 0 }), [], ['table case_note', `row ${id}`, 'field note']);
	await check('version in a table', async () => {
		await world.sql(`UPDATE case_note SET version = version + 1 WHERE id = ${quoted(id)}`);
		return () => world.sql(`UPDATE case_note SET version = version - 1 WHERE id = ${quoted(id)}`);
	}, [], ['table case_note', `row ${id}`]);
	await check('author in a table', () => flip(world, 'case_note', 'created_by', `id = ${quoted(id)}`, { fraction: 1 }), [], ['table case_note', `row ${id}`]);

	let before;
	await tally.check('tampering: a row deleted is found, and rebuild brings it back', async () => {
		before = await dump(world);
		await world.sql(`DELETE FROM case_note WHERE id = ${quoted(id)}`);
		await found(world, [], 'table case_note', `row ${id}`);
		await world.must('rebuild');
		await sound(world);
	});
	await tally.check('tampering: a row added is found, and rebuild takes it away', async () => {
		await world.sql(`CREATE TABLE copied AS SELECT * FROM case_note WHERE id = ${quoted(id)}`);
		await world.sql(`UPDATE copied SET id = 'FORGED00000000000000000000'`);
		await world.sql('INSERT INTO case_note SELECT * FROM copied');
		await world.sql('DROP TABLE copied');
		await found(world, [], 'table case_note', 'row FORGED00000000000000000000');
		await world.must('rebuild');
		await sound(world);
	});
	await tally.check('tampering: the last entry deleted is found', async () => {
		const last = await world.sql(`SELECT max(idx) FROM journal_entry WHERE log = ${quoted(log)}`);
		const where = `log = ${quoted(log)} AND idx = ${last}`;
		await world.sql(`CREATE TABLE kept AS SELECT * FROM journal_entry WHERE ${where}`);
		await world.sql(`DELETE FROM journal_entry WHERE ${where}`);
		await found(world, [], log);
		await world.sql('INSERT INTO journal_entry SELECT * FROM kept');
		await world.sql('DROP TABLE kept');
		await sound(world);
	});
	await tally.check('rebuild gives every table as it was', async () => {
		await world.must('rebuild');
		const after = await dump(world);
		for (const table of new Set([...Object.keys(before), ...Object.keys(after)])) {
			ensure(before[table] === after[table], `table ${table} differs after rebuild`);
		}
	});

	// Exported logs: what a stranger holds.
	const out = join(world.folder, 'export');
	await tally.check('journal export', async () => {
		await world.must('journal', 'export', out);
		await sound(world, '--tiles', out);
		await sound(world, '--folder', join(out, log));
	});
	const exported = files(join(out, log));
	for (const kind of ['tile/0/', 'tile/entries/', 'checkpoint']) {
		const path = exported.find((file) => file.slice(join(out, log).length + 1).startsWith(kind));
		await tally.check(`tampering: exported ${kind}`, async () => {
			ensure(path, `nothing exported at ${kind}: ${exported.slice(0, 10).join(' ')}`);
			const back = flipFile(path);
			await found(world, ['--folder', join(out, log)], log.split('/').at(-1));
			await found(world, ['--tiles', out], log);
			back();
			await sound(world, '--folder', join(out, log));
		});
	}
	await world.start();
}
