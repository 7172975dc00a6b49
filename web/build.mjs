// build.mjs - makes web/dist: style sheets for both directions, the script and the mark, each with a hash in its name and
// compressed beside itself, and manifest.json from logical name to file name. Run by `npm run build`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transformSync } from 'esbuild';
import rtlcss from 'rtlcss';
import { compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const BROWSERS = ['chrome109', 'firefox115', 'safari16.4'];

function styles() {
	const { css } = compile(join(here, 'style/custos.scss'), {
		loadPaths: [here, join(here, 'node_modules'), join(here, 'node_modules/govuk-frontend/dist')],
		quietDeps: true,
		style: 'expanded',
	});
	// MoJ's timeline has an icon for document links, which we do not use. The policy refuses data: addresses, and nothing
	// outside the program may be loaded, so no other address may stand in the style sheet.
	const own = css.replace(/\s*background-image: url\(images\/icon-document\.svg\);/, '');
	const address = own.match(/url\([^)]*\)/);
	if (address) {
		throw new Error(`style sheet loads ${address[0]}`);
	}
	return own;
}

function minify(css) {
	return transformSync(css, { loader: 'css', minify: true, target: BROWSERS, legalComments: 'none' }).code;
}

async function script() {
	const result = await build({
		entryPoints: [join(here, 'script/custos.js')],
		bundle: true,
		format: 'iife',
		legalComments: 'none',
		minify: true,
		target: BROWSERS,
		write: false,
	});
	return result.outputFiles[0].text;
}

const css = styles();
const files = {
	'custos.css': minify(css),
	'custos.rtl.css': minify(rtlcss.process(css)),
	'custos.js': await script(),
	'favicon.svg': readFileSync(join(here, 'favicon.svg'), 'utf8'),
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const manifest = {};
for (const [name, text] of Object.entries(files)) {
	const body = Buffer.from(text);
	const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
	const cut = name.lastIndexOf('.');
	const file = `${name.slice(0, cut)}.${hash}${name.slice(cut)}`;
	const gzip = gzipSync(body, { level: 9 });
	const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
	writeFileSync(join(dist, file), body);
	writeFileSync(join(dist, `${file}.gz`), gzip);
	writeFileSync(join(dist, `${file}.br`), brotli);
	manifest[name] = file;
	console.log(`${file}  ${body.length} bytes, gzip ${gzip.length}, brotli ${brotli.length}`);
}
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
