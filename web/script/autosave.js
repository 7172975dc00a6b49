// autosave.js - a form that holds a [data-autosave] line is saved on every change of a field, as its button would do it: sent
// with go=auto and answered in plain text. The line says what came of it. A conflict is shown and nothing is overwritten: the form then waits for its reader.
// Without a connection nothing is sent; drafts.js keeps what was typed.

const DELAY = 400;

// The server answers "saved VERSION", or the fault in the reader's words.
async function save(form, line) {
	const body = new URLSearchParams(new FormData(form));
	body.set('go', 'auto');
	const answer = await fetch(form.action, { method: 'POST', body });
	const text = await answer.text();
	const saved = /^saved (\d+)$/.exec(text);
	if (!answer.ok || !saved) {
		line.textContent = `${line.dataset.failed} ${answer.ok ? text : ''}`;
		return false;
	}
	form.elements.namedItem('_version').value = saved[1];
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
