// drafts.js - what is typed survives a lost connection, a locked screen and an ended session: it is kept in this tab's
// sessionStorage under user and form, and forgotten when it has arrived, when the user signs out, or when the tab closes.
//
// A draft is { state, values: [[name, index, value], ...] }. The state is "typed" until the form goes off, then "sent"; the
// next page decides what became of it. A page of success, or any page without that form, means it arrived: forgotten. The
// sign-in page means it did not: "typed" again. A refusal, a warning or an error page means it was not taken yet: "held",
// brought back if the user returns to the form, forgotten with the success that comes later by another way.

const PREFIX = 'custos-draft:';
const NOT_TAKEN = '.custos-refusal, .custos-warning, [data-not-saved]';
const SKIP = new Set(['password', 'file', 'hidden', 'submit', 'button', 'image', 'reset']);

function draftKeys() {
	return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
}

function forget(keys) {
	for (const key of keys) {
		sessionStorage.removeItem(key);
	}
}

function read(key) {
	try {
		return JSON.parse(sessionStorage.getItem(key));
	} catch {
		return null;
	}
}

function write(key, draft) {
	try {
		sessionStorage.setItem(key, JSON.stringify(draft));
	} catch {
		// Storage full or refused: the page works on without a draft.
	}
}

function isKept(field) {
	return field.name && !SKIP.has(field.type) && !field.disabled && field.autocomplete !== 'one-time-code' &&
		!('noDraft' in field.dataset);
}

// Each kept field with its position among the fields of its name: names repeat in check boxes and radio buttons.
function keptFields(form) {
	const seen = new Map();
	const fields = [];
	for (const field of form.elements) {
		if (isKept(field)) {
			const index = seen.get(field.name) ?? 0;
			seen.set(field.name, index + 1);
			fields.push({ field, index });
		}
	}
	return fields;
}

function isTick(field) {
	return field.type === 'checkbox' || field.type === 'radio';
}

function valueOf(field) {
	if (isTick(field)) {
		return field.checked;
	}
	return field.multiple ? Array.from(field.selectedOptions, (option) => option.value) : field.value;
}

function setValue(field, value) {
	if (isTick(field)) {
		field.checked = value === true;
	} else if (field.multiple && Array.isArray(value)) {
		for (const option of field.options) {
			option.selected = value.includes(option.value);
		}
	} else if (typeof value === 'string') {
		field.value = value;
	}
}

function collect(form) {
	return keptFields(form).map(({ field, index }) => [field.name, index, valueOf(field)]);
}

// True when something in the form changed by it.
function restore(form, values) {
	const wanted = new Map(values.map(([name, index, value]) => [`${name}\n${index}`, value]));
	let changed = false;
	for (const { field, index } of keptFields(form)) {
		const value = wanted.get(`${field.name}\n${index}`);
		if (value !== undefined && JSON.stringify(value) !== JSON.stringify(valueOf(field))) {
			setValue(field, value);
			changed = true;
		}
	}
	return changed;
}

function offerDiscard(form, key) {
	const notice = form.querySelector('[data-draft-notice]');
	if (!notice) {
		return;
	}
	notice.hidden = false;
	notice.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
		sessionStorage.removeItem(key);
		form.reset();
		notice.hidden = true;
	});
}

function keepForm(form, key) {
	const draft = read(key);
	// A form that came back with errors already holds what was typed.
	if (draft && !document.querySelector('.govuk-error-summary') && restore(form, draft.values)) {
		offerDiscard(form, key);
	}
	let timer = 0;
	const keep = () => {
		timer = 0;
		write(key, { state: 'typed', values: collect(form) });
	};
	const save = () => {
		clearTimeout(timer);
		timer = setTimeout(keep, 300);
	};
	form.addEventListener('input', save);
	form.addEventListener('change', save);
	form.addEventListener('submit', () => {
		clearTimeout(timer);
		timer = 0;
		write(key, { state: 'sent', values: collect(form) });
	});
	// Leaving while the timer runs must not lose the last words.
	window.addEventListener('pagehide', () => {
		if (timer) {
			clearTimeout(timer);
			keep();
		}
	});
}

function mark(keys, state) {
	for (const key of keys) {
		write(key, { ...read(key), state });
	}
}

// What became of the drafts that were sent before this page was loaded. forms: key to form of this page.
function settle(forms) {
	const sent = draftKeys().filter((key) => read(key)?.state === 'sent');
	if (document.querySelector('[data-saved]')) {
		forget([...sent, ...draftKeys().filter((key) => read(key)?.state === 'held')]);
	} else if (document.querySelector(NOT_TAKEN)) {
		mark(sent, 'held');
	} else {
		forget(sent.filter((key) => !forms.has(key)));
	}
}

export function keepDrafts() {
	const { user } = document.body.dataset;
	if ('signIn' in document.body.dataset) {
		mark(draftKeys().filter((key) => read(key)), 'typed');
		return;
	}
	if (!user) {
		return;
	}
	const mine = `${PREFIX}${user}:`;
	forget(draftKeys().filter((key) => !key.startsWith(mine)));
	const forms = new Map();
	for (const form of document.querySelectorAll('form[data-draft]')) {
		forms.set(mine + form.dataset.draft, form);
	}
	settle(forms);
	for (const [key, form] of forms) {
		keepForm(form, key);
	}
	for (const form of document.querySelectorAll('form[data-draft-end]')) {
		form.addEventListener('submit', () => forget(draftKeys()));
	}
}
