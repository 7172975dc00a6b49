// connection.js - says when there is no connection and holds back forms until it is there again.

export function watchConnection() {
	const line = document.querySelector('[data-offline]');
	if (!line) {
		return;
	}
	const show = () => {
		line.hidden = navigator.onLine;
	};
	window.addEventListener('online', show);
	window.addEventListener('offline', show);
	show();
	// Capture: before the drafts take note of a sending that does not happen.
	document.addEventListener('submit', (event) => {
		if (!navigator.onLine) {
			event.preventDefault();
			event.stopImmediatePropagation();
			show();
			line.scrollIntoView({ block: 'center' });
		}
	}, true);
}
