// lib.mjs - what every browser test needs: a browser of its own, pages at telephone and desk width, axe, screenshots,
// sign-in with password and one-time code, and the count of passed and failed checks.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The packages live in web/node_modules, beside the style sheets that they test.
const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const { AxeBuilder } = require('@axe-core/playwright');

export const WIDTHS = [360, 1280];
const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Counts checks; a check that throws has failed and the rest goes on.
export class Tally {
	constructor() {
		this.passed = 0;
		this.failed = 0;
	}

	async check(name, work) {
		try {
			await work();
			this.passed += 1;
		} catch (fault) {
			this.failed += 1;
			console.log(`FAIL ${name}\n     ${String(fault.message ?? fault).split('\n').join('\n     ')}`);
		}
	}

	print() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0;
	}
}

export function ensure(condition, message) {
	if (!condition) {
		throw new Error(message);
	}
}

export class Browser {
	// Screenshots go to $CUSTOS_SCREENSHOTS or a new folder under the system's temporary folder.
	static async launch() {
		const executablePath = process.env.CHROMIUM ?? EXECUTABLES.find((path) => existsSync(path));
		ensure(executablePath, 'no Chromium found: install the package chromium or set CHROMIUM');
		const browser = new Browser();
		browser.profile = mkdtempSync(join(tmpdir(), 'custos-browser-'));
		browser.shots = process.env.CUSTOS_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'custos-screenshots-'));
		mkdirSync(browser.shots, { recursive: true });
		browser.options = { executablePath, args: FLAGS, reducedMotion: 'reduce' };
		browser.context = await chromium.launchPersistentContext(join(browser.profile, 'scripts'), browser.options);
		return browser;
	}

	// A page that remembers console errors, policy violations and failed loads in page.faults.
	async open(address, { width = 1280, scripts = true } = {}) {
		const page = scripts ? await this.context.newPage() : await this.pageWithoutScripts();
		page.faults = [];
		page.on('console', (message) => {
			if (message.type() === 'error') {
				page.faults.push(message.text());
			}
		});
		page.on('pageerror', (fault) => page.faults.push(String(fault)));
		page.on('response', (response) => {
			if (response.status() >= 500) {
				page.faults.push(`${response.status()} ${response.url()}`);
			}
		});
		await page.setViewportSize({ width, height: 900 });
		if (address) {
			await page.goto(address, { waitUntil: 'load' });
		}
		return page;
	}

	// Scripts can be switched off only for a whole browser: a second one, to which the cookies of the first are carried.
	async pageWithoutScripts() {
		this.plain ??= await chromium.launchPersistentContext(join(this.profile, 'plain'),
			{ ...this.options, javaScriptEnabled: false });
		await this.plain.addCookies(await this.context.cookies());
		return this.plain.newPage();
	}

	async screenshot(page, name) {
		const path = join(this.shots, `${name}.png`);
		await page.screenshot({ path, fullPage: true });
		return path;
	}

	async close() {
		await this.plain?.close();
		await this.context.close();
		rmSync(this.profile, { recursive: true, force: true });
	}
}

// Violations as lines "rule (impact): help - element"; empty when the page is clean.
export async function axeViolations(page) {
	const result = await new AxeBuilder({ page }).withTags(TAGS).analyze();
	return result.violations.flatMap((violation) => violation.nodes.map((node) =>
		`${violation.id} (${violation.impact}): ${violation.help} - ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
}

// How many pixels the page is wider than its window; 0 when it fits. After a change of width the layout settles in a moment.
export async function overflow(page) {
	const measure = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	let pixels = await measure();
	for (let i = 0; i < 10 && pixels > 0; i += 1) {
		await page.waitForTimeout(50);
		pixels = await measure();
	}
	return pixels;
}

// RFC 6238 with SHA-1, 30 seconds, six digits; the secret in base 32 as the server shows it.
export function oneTimeCode(secret, now = Date.now()) {
	let bits = '';
	for (const letter of secret.replace(/[\s=]/g, '').toUpperCase()) {
		bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
	}
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30000)));
	const digest = createHmac('sha1', key).update(counter).digest();
	const offset = digest[19] & 15;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1000000).padStart(6, '0');
}

// Signs in on the page of the server at base. secret is the TOTP secret, when the user has a device.
export async function signIn(page, base, { name, password, secret }) {
	await page.goto(`${base}/sign-in`, { waitUntil: 'load' });
	await page.fill('input[name="name"]', name);
	await page.fill('input[name="password"]', password);
	if (secret) {
		const code = page.locator('input[name="code"]');
		if (await code.count()) {
			await code.fill(oneTimeCode(secret));
		}
	}
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main button[type="submit"]')]);
	// Some servers ask for the code on a page of its own.
	const later = page.locator('main input[name="code"]');
	if (secret && await later.count()) {
		await later.fill(oneTimeCode(secret));
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main button[type="submit"]')]);
	}
	ensure(await page.locator('body[data-user]').count() === 1, `sign-in of ${name} failed: ${page.url()}`);
}

// Starts a program and waits until its address answers; stop() ends exactly this process.
export async function startServer(command, args, address, { seconds = 30 } = {}) {
	const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	const until = Date.now() + seconds * 1000;
	while (Date.now() < until && child.exitCode === null) {
		try {
			await fetch(address);
			return { stop };
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	await stop();
	throw new Error(`${command} did not answer at ${address}`);
}

export async function fits(page, what) {
	const pixels = await overflow(page);
	ensure(pixels <= 0, `${what}: ${pixels} px too wide at ${page.viewportSize().width}`);
}

// Pictures for a person to look at cost as much time as the tests: only when a folder for them is named.
export async function shot(browser, page, name) {
	if (process.env.CUSTOS_SCREENSHOTS) {
		await browser.screenshot(page, name.replace(/\W+/g, '-').slice(0, 80));
	}
}

// Presses the last button of that name and waits for the page that it leads to.
export async function press(page, button) {
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: button, exact: true }).last().click()]);
}

// Each path in three languages: opens, axe finds nothing, fits at both widths. label: of the checks and the screenshots.
export async function everyPage(browser, tally, prison, page, label, paths) {
	for (const language of ['en', 'ru', 'ar']) {
		await prison.language(page, language);
		for (const path of paths) {
			await tally.check(`${label}, ${language}: ${path.replace(/0\w{25}/, 'ID')}`, async () => {
				const answer = await page.goto(`${prison.base}${path}`, { waitUntil: 'load' });
				ensure(answer.status() === 200, `status ${answer.status()}`);
				const violations = await axeViolations(page);
				ensure(violations.length === 0, violations.join('\n'));
				for (const width of [1280, 360]) {
					await page.setViewportSize({ width, height: 900 });
					await fits(page, path);
					await shot(browser, page, `${label.replace(/\W+/g, '-')}-${language}-${width}-${path.split('/').map((part) => (part.length < 20 ? part : 'ID')).join('-')}`);
				}
				await page.setViewportSize({ width: 1280, height: 900 });
			});
		}
	}
	await prison.language(page, 'en');
}
