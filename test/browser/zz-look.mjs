import { Browser, axeViolations, overflow, signIn } from './lib.mjs';
const base = process.env.BASE; const [name, lang, width] = process.argv.slice(2);
const browser = await Browser.launch();
const page = await browser.open(null, { width: Number(width || 1280) });
await signIn(page, base, { name, password: 'custos-demo-2026' });
if (lang && lang !== 'en') { await page.evaluate(async (l) => { const t = document.querySelector('input[name=csrf]').value; await fetch('/session/language', { method: 'POST', body: new URLSearchParams({ csrf: t, language: l, back: '/' }) }); }, lang); }
const get = async (path) => { const r = await page.goto(base + path, { waitUntil: 'load' }); return r.status(); };
const shot = async (label) => { const v = await axeViolations(page); const o = await overflow(page); console.log(label, page.url().replace(base, ''), 'axe', v.length, 'overflow', o, page.faults.length ? page.faults : ''); for (const x of v) console.log('   ', x); await browser.screenshot(page, `${name}-${lang}-${width}-${label}`); };
const paths = { list: '/assessments', instruments: '/instruments', certificates: '/certificates', agreement: '/agreement', disparity: '/disparity' };
for (const [label, path] of Object.entries(paths)) { const s = await get(path); if (s !== 200) { console.log(label, s); continue; } await shot(label); }
await get('/assessments');
const links = await page.$$eval('main table a', (all) => all.map((a) => [a.getAttribute('href'), a.closest('table').querySelector('caption')?.textContent ?? '']));
const seen = new Set(); let n = 0;
for (const [href, caption] of links) { if (seen.has(caption)) continue; seen.add(caption); await get(href); await shot(`one${++n}`);
  const work = await page.$('a[href$="/work"]'); if (work) { await get((await work.getAttribute('href'))); await shot(`work${n}`);
    const factor = await page.$('a[href*="/work/"]'); if (factor) { await get(await factor.getAttribute('href')); await shot(`factor${n}`); }
    await get(href + '/work'); const judge = await page.$('a[href*="/judge/"]'); if (judge) { await get(await judge.getAttribute('href')); await shot(`judge${n}`); }
    await get(href + '/form/describe'); await shot(`describe${n}`); await get(href + '/form/source'); await shot(`source${n}`);
  }
  await get(href); const settle = await page.$('a[href*="/settle/"]'); if (settle) { await get(await settle.getAttribute('href')); await shot(`settle${n}`); } }
// a final one
await get('/people'); 
const people = await page.$$eval('main table a[href^="/people/"]', (all) => all.map((a) => a.getAttribute('href')));
for (const p of people.slice(0, 12)) { await get(p + '/assessments'); const a = await page.$('main a[href^="/assessments/"]'); if (!a) continue; await shot('person'); const href = await a.getAttribute('href'); await get(href); await shot('final');
  if (await page.$('a[href$="/copy"]')) { await get(href + '/copy'); await shot('copy'); await get(href + '/copy?language=ar'); await shot('copy-ar'); await get(p); await shot('overview'); break; } }
await get('/instruments'); const i = await page.$('main table a'); if (i) { await get(await i.getAttribute('href')); await shot('instrument'); }
await browser.close();
