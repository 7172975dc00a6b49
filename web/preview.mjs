// preview.mjs - makes web/preview from the blocks of MARKUP.md and the pages in web/examples, so that what is documented is
// what is tested. Run by `npm run preview` after `npm run build`.
//
// Each heading of the first level becomes one page with all its blocks; a block marked `page` becomes a page of its own.
// Each page is written left-to-right in English and right-to-left in the Arabic of examples/ar.json where it has the words.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'preview');
const manifest = JSON.parse(readFileSync(join(here, 'dist/manifest.json'), 'utf8'));

function slug(text) {
	return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

// [{ group, title, kind, html }] in the order of the page.
function readBlocks(markdown) {
	const blocks = [];
	let group = '';
	let title = '';
	let open = null;
	for (const line of markdown.split('\n')) {
		if (open) {
			if (line === '```') {
				blocks.push({ group, title, kind: open.kind, html: open.lines.join('\n') });
				open = null;
			} else {
				open.lines.push(line);
			}
		} else if (line.startsWith('```html')) {
			open = { kind: line.slice(7).trim(), lines: [] };
		} else if (line.startsWith('# ')) {
			group = line.slice(2);
		} else if (line.startsWith('## ')) {
			title = line.slice(3);
		}
	}
	return blocks;
}

const blocks = readBlocks(readFileSync(join(here, 'MARKUP.md'), 'utf8'));
const frame = blocks.find((block) => block.kind === 'frame').html;
const identity = blocks.find((block) => block.kind === 'identity').html;

function translate(html, words) {
	return html.replace(/(>|aria-label="|placeholder="|data-label="|title=")([^<>"]+)/g, (whole, before, text) => {
		const key = text.trim();
		return key && words[key] ? before + text.replace(key, () => words[key]) : whole;
	});
}

function withoutSession(html) {
	return html
		.replace(/ data-user="[^"]*"/, ' data-sign-in')
		.replace(/<details class="custos-menu custos-header__facility"[\s\S]*?<\/details>/, '')
		.replace(/<form class="custos-header__search"[\s\S]*?<\/form>/, '')
		.replace(/<details class="custos-menu custos-menu--end"[\s\S]*?<\/details>/, '')
		.replace(/<nav class="govuk-service-navigation[\s\S]*?<\/nav>/, '');
}

function page(content, { title, subject, wide, session = true, language }) {
	const rtl = language.dir === 'rtl';
	let html = session ? frame : withoutSession(frame);
	html = html.replace('<!-- identity -->', subject ? () => identity : '');
	html = html.replace('<!-- content -->', () => content);
	html = translate(html, language.words);
	return html
		.replace('lang="en" dir="ltr"', `lang="${language.lang}" dir="${language.dir}"`)
		.replace('<title>Page title', `<title>${title}`)
		.replace('class="govuk-template__body"', `class="govuk-template__body${wide ? ' custos-wide' : ''}"`)
		.replace('/static/favicon.svg', `../dist/${manifest['favicon.svg']}`)
		.replace('/static/custos.css', `../dist/${manifest[rtl ? 'custos.rtl.css' : 'custos.css']}`)
		.replace('/static/custos.js', `../dist/${manifest['custos.js']}`);
}

function gallery(group, parts) {
	const sections = parts.map(({ html }) => html.replace(/<h1\b([\s\S]*?)<\/h1>/g, '<h2$1</h2>'));
	return `<h1 class="govuk-heading-l">${group}</h1>\n${sections.join('\n')}`;
}

const pages = [];
for (const group of new Set(blocks.map((block) => block.group))) {
	const parts = blocks.filter((block) => block.group === group && block.kind === '');
	if (parts.length > 0) {
		pages.push({ name: slug(group), title: group, content: gallery(group, parts), wide: group === 'Places',
			subject: group === 'Frame' });
	}
}
for (const block of blocks.filter(({ kind }) => kind.startsWith('page'))) {
	pages.push({ name: slug(block.title), title: block.title, content: block.html, session: !block.kind.includes('signin') });
}
for (const file of readdirSync(join(here, 'examples')).filter((name) => name.endsWith('.html'))) {
	const name = file.replace('.html', '');
	pages.push({ name: `example-${name}`, title: name, content: readFileSync(join(here, 'examples', file), 'utf8'),
		subject: name === 'person' });
}

const languages = [
	{ lang: 'en', dir: 'ltr', words: {} },
	{ lang: 'ar', dir: 'rtl', words: JSON.parse(readFileSync(join(here, 'examples/ar.json'), 'utf8')) },
];
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const each of pages) {
	for (const language of languages) {
		writeFileSync(join(out, `${each.name}.${language.dir}.html`), page(each.content, { ...each, language }));
	}
}
console.log(`${pages.length * languages.length} pages in preview/`);
