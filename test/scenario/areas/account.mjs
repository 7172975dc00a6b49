// account.mjs - the money of a person: what may not be taken from it, every line with its balance, what is paid out at release.
import { moment } from '../ensure.mjs';
import { SENTENCED, admit, gate, prepared, sentenced } from '../common.mjs';
import { DENIED, refused } from '../play.mjs';

const post = (p, kind, amount, { input = {}, ...more } = {}) => ({ as: 'reception', act: 'account_entry.post', save: 'line',
	input: { person: `$${p}`, kind, amount, words: 'Receipt book 4', ...input }, ...more });
const pay_out = (p, more = {}) => ({ as: 'reception', act: 'account_entry.pay_out', input: { person: `$${p}`, paid_to: 'The person', paper: 'Q-1' }, ...more });
const take_back = (more = {}) => ({ as: 'governor', act: 'account_entry.reverse', input: { account_entry: '$line' }, reason: 'Written twice', ...more });
const lines = (p, count) => ({ as: 'wing', get: `account_entry?person=$${p}`, count });

const account = [
	...admit('p', { order: SENTENCED }), post('p', 'purchase', '5.00', { expect: refused(409, undefined, '/amount') }), post('p', 'brought', '20.00'), post('p', 'purchase', '5.00'),
	take_back(), take_back({ expect: refused(409, undefined, '/account_entry') }), lines('p', 3), post('p', 'to_savings', '8.00'), lines('p', 5),
	take_back({ expect: refused(409, undefined, '/account_entry') }), post('p', 'purchase', '12.01', { expect: refused(409, undefined, '/amount') }),
	post('p', 'sent_in', '0.00', { expect: { status: 422, path: '/amount' } }), post('p', 'sent_in', '4.00', { as: 'wing', expect: DENIED }),
	pay_out('p'), lines('p', 7), pay_out('p', { expect: refused(409, undefined, '/person') }), { as: 'security', get: 'account_entry/$line', expect: DENIED },
];

// What is paid for work stands in the account by itself: to spend and saved, not what went home.
const earned = [
	...admit('p', { order: SENTENCED }), { as: 'caseworker', act: 'fitness.ask', save: 'ft', input: { person: '$p', question: 'work' } },
	{ as: 'health', act: 'fitness.answer', input: { fitness: '$ft', answer: 'fit' } },
	{ as: 'caseworker', act: 'work_place.assign', save: 'w', input: { person: '$p', task: 'Kitchen', work_for: 'prison', consent: 'agreed', hours_day: 6, hours_week: 36, rest_day: 'sunday',
		hourly_pay: '2.50', wish: 'Kitchen', wish_met: true } },
	{ as: 'caseworker', act: 'work_pay.pay', input: { work_place: '$w', hours: 10, own_part: '10.00', family_part: '10.00', saved_part: '5.00' } },
	lines('p', 2), { as: 'inspector', get: 'account_entry?person=$p', first: { kind: 'pay', purse: 'saved', amount: '5.00' } },
];

export const SCENARIOS = { 'account: lines, balances, taken back, paid out': account, 'account: pay goes in by itself': earned };

export const RULES = {
	'NMR-24.1': [...admit('p', { order: SENTENCED }), post('p', 'brought', '20.00'), post('p', 'health_fee', '3.00', { expect: refused(422, 'NMR-24.1', '/kind') }),
		post('p', 'other_out', '3.00'), post('p', 'health_fee', '3.00', { fact: true, breaches: ['NMR-24.1'] })],
	'NMR-73.3': [...admit('p', { order: SENTENCED }), post('p', 'brought', '20.00'), post('p', 'transport', '3.00', { expect: refused(422, 'NMR-73.3', '/kind') }),
		post('p', 'purchase', '3.00'), post('p', 'transport', '3.00', { fact: true, breaches: ['NMR-73.3'], input: { posted_at: moment(-5) } })],
	'NMR-103.3': [...sentenced('p', 0), ...sentenced('q', 0), post('p', 'brought', '20.00'), post('p', 'to_savings', '8.00'), ...prepared('p'), ...prepared('q'),
		gate('p', { expect: refused(422, 'NMR-103.3', '/release') }), gate('q'), pay_out('p'), gate('p')],
};
