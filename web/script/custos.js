// custos.js - progressive enhancement only: every page works without it. What it does: web/MARKUP.md, "Script".
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { autosave } from './autosave.js';
import { keepDrafts } from './drafts.js';
import { closeMenus } from './menus.js';
import { watchConnection } from './connection.js';

document.body.classList.add('govuk-frontend-supported');

// One part that fails must not take the others with it.
function start(work) {
	try {
		work();
	} catch (fault) {
		console.error(fault);
	}
}

for (const Part of [Button, ErrorSummary, SkipLink]) {
	for (const root of document.querySelectorAll(`[data-module="${Part.moduleName}"]`)) {
		start(() => new Part(root));
	}
}
// On a telephone a row of navigation is one line: where one is stands in sight. (scrollIntoView would move where the first Tab goes.)
for (const here of document.querySelectorAll('nav li > [aria-current]')) {
	const row = here.closest('ul'), at = here.getBoundingClientRect(), frame = row.getBoundingClientRect();
	row.scrollLeft += at.left + at.width / 2 - frame.left - frame.width / 2;
}

for (const button of document.querySelectorAll('button[data-print]')) {
	button.hidden = false;
	button.addEventListener('click', () => window.print());
}
start(closeMenus);
start(keepDrafts);
start(watchConnection);
start(autosave);
