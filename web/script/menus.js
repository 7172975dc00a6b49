// menus.js - Escape and a click elsewhere close the menus of the frame.

const MENUS = 'details[name="frame-menu"][open]';

export function closeMenus() {
	document.addEventListener('keydown', (event) => {
		const menu = event.key === 'Escape' && document.querySelector(MENUS);
		if (menu) {
			menu.open = false;
			menu.querySelector('summary').focus();
		}
	});
	document.addEventListener('click', (event) => {
		for (const menu of document.querySelectorAll(MENUS)) {
			if (!menu.contains(event.target)) {
				menu.open = false;
			}
		}
	});
}
