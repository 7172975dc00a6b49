// autosave.js - a form that holds a [data-autosave] line is saved on every change of a field, as its button "save" would do it. The
// line says what came of it. A conflict is shown and nothing is overwritten: the form then waits for its reader.
// Without a connection nothing is sent; drafts.js keeps what was typed.

const DELAY = 400;

async function save(form, line) {
	const body = new URLSearchParams(new FormData(form));
	body.set('go', 'stay');
	const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const version = page.querySelector('form input[name="_version"]');
	if (!answer.redirected || !version) {
		const fault = page.querySelector('.govuk-error-summary__list, .govuk-error-summary, h1');
		line.textContent = `${line.dataset.failed} ${fault ? fault.textContent.trim() : ''}`;
		return false;
	}
	form.elements.namedItem('_version').value = version.value;
	line.textContent = line.dataset.saved;
	return true;
}

function watch(form, line) {
	let timer = 0;
	let running = Promise.resolve();
	let stopped = false;
	const run = async () => {
		if (stopped || !navigator.onLine) {
			return;
		}
		line.textContent = line.dataset.saving;
		try {
			stopped = !await save(form, line);
		} catch {
			line.textContent = line.dataset.failed;
		}
	};
	form.addEventListener('change', () => {
		clearTimeout(timer);
		// One after the other: each sends the version that the one before brought back.
		timer = setTimeout(() => {
			running = running.then(run);
		}, DELAY);
	});
	form.addEventListener('submit', () => clearTimeout(timer));
}

export function autosave() {
	for (const line of document.querySelectorAll('form [data-autosave]')) {
		watch(line.closest('form'), line);
	}
}
