// The strip of an item's pages: each turned, marked blank or put elsewhere by a key, a button or by
// dragging it. Every change can be taken back with the button that comes with it.
const leaves = () => [...document.querySelectorAll('#leaves a[data-page]')];
const item = () => document.getElementById('panels').dataset.item;
const current = () => document.querySelector('#leaves a[aria-current]');

function post(path, values) {
  return htmx.ajax('POST', `/items/${item()}/${path}`, { source: '#panels', target: '#panels', swap: 'outerHTML', values });
}

const send = (path, values) => post(`pages/${path}`, values);

function order(pages) {
  return send('order', { pages: pages.join(',') });
}

function moveBy(step) {
  const pages = leaves().map((leaf) => leaf.dataset.page);
  const from = pages.indexOf(current().dataset.page);
  const to = from + step;
  if (to < 0 || to >= pages.length) return;
  pages.splice(to, 0, ...pages.splice(from, 1));
  order(pages);
}

const DO = {
  left: () => send(`${current().dataset.page}/turn`, { degrees: 270 }),
  right: () => send(`${current().dataset.page}/turn`, { degrees: 90 }),
  blank: () => send(`${current().dataset.page}/blank`, { blank: current().dataset.blank !== 'true' }),
  up: () => moveBy(-1),
  down: () => moveBy(1),
  split: () => post('split', { page: current().dataset.page }),
  move: () => ask('move'),
  merge: () => ask('merge'),
  remove: () => ask('remove'),
  removeItem: () => ask('removeItem'),
  rescan: () => ask('rescan'),
};
const KEYS = { r: DO.right, R: DO.left, b: DO.blank, B: DO.blank, s: DO.split, S: DO.split, m: DO.move, M: DO.move, i: DO.rescan, I: DO.rescan, Delete: DO.remove };
const ALT = { ArrowUp: DO.up, ArrowDown: DO.down };

// Before the viewer hears of a key: there R turns what is looked at, here it turns the page.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.target.closest?.('input, select, textarea, dialog') || !current()) return;
  let action = (event.altKey ? ALT : KEYS)[event.key];
  if (!event.altKey && event.target.closest?.('#leaves') && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
    action = () => leaf(event.key === 'ArrowUp' ? -1 : 1);
  }
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}, true);

function leaf(step) {
  const all = leaves();
  const next = all[all.indexOf(current()) + step];
  if (!next) return;
  dispatchEvent(new CustomEvent('huodang:show', { detail: { page: next.dataset.page } }));
  next.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-arrange]');
  if (button && (current() || ['merge', 'removeItem'].includes(button.dataset.arrange))) DO[button.dataset.arrange]();
});

// Asking where to, and why ---------------------------------------------------------------------------

const dialog = document.getElementById('elsewhere');
const form = dialog.querySelector('form');
let asked = '';

function ask(what) {
  asked = what;
  dialog.returnValue = '';
  form.reset();
  for (const part of dialog.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(what);
  form.querySelector('.found').replaceChildren();
  document.getElementById('beside').replaceChildren();
  dialog.showModal();
  if (what === 'move' || what === 'merge') htmx.ajax('GET', `/items/${item()}/beside`, { target: '#beside', swap: 'outerHTML' });
  else form.elements.why.focus();
}

dialog.addEventListener('close', () => {
  if (dialog.returnValue !== 'do') return;
  const why = form.elements.why.value;
  const to = new FormData(form).get('to');
  const page = current()?.dataset.page;
  if (asked === 'move' && to) send('move', { pages: page, to, why });
  if (asked === 'merge' && to) post('merge', { other: to, why });
  if (asked === 'remove') send(`${page}/remove`, { why });
  if (asked === 'rescan' && form.elements.scan.files.length) rescan(form.elements.scan.files[0], form.elements.place.value, why);
  if (asked === 'removeItem') post('remove', { why });
});

let typing = 0;
form.addEventListener('input', (event) => {
  if (event.target.name !== 'query') return;
  clearTimeout(typing);
  typing = setTimeout(find, 250);
});
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.target.name !== 'query') return;
  event.preventDefault();
  find();
});

// Another scan ------------------------------------------------------------------------------------

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
function tell(text) {
  const notice = document.getElementById('notice');
  notice.textContent = text;
  notice.hidden = !text;
}

async function call(method, path, body, headers = {}) {
  const csrf = document.querySelector('meta[name="csrf"]');
  const answer = await fetch(`/api/v1${path}`, { method, body, headers: { [csrf.dataset.header]: csrf.content, ...headers } });
  const told = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(told.title);
  return told;
}

// It is delivered like any other paper, and when it was read it takes its place, by one change.
async function rescan(file, place, why) {
  const pages = leaves().map((leaf) => leaf.dataset.page);
  const page = current().dataset.page;
  const before = pages[pages.indexOf(page) + 1];
  tell(dialog.dataset.reading);
  try {
    const batch = await call('POST', '/batches', JSON.stringify({ title: dialog.dataset.batch, source: 'hall' }), { 'Content-Type': 'application/json' });
    await call('PUT', `/batches/${batch.id}/files/rescan`, file, { 'Content-Type': 'application/octet-stream', 'Huodang-Path': `UTF-8''${encodeURIComponent(file.name)}` });
    await call('POST', `/batches/${batch.id}/seal`);
    let state = 'sealed';
    while (state !== 'done') {
      await wait(700);
      ({ state } = await call('GET', `/batches/${batch.id}`));
    }
    const { items: [scan] } = await call('GET', `/batches/${batch.id}/files`);
    if (!scan.itemId || !scan.pages) throw new Error(scan.reason?.text ?? dialog.dataset.unread);
    tell('');
    const where = place === 'instead' ? { instead: page } : before ? { before } : {};
    await post('merge', { other: scan.itemId, why, ...where });
  } catch (failure) {
    tell(failure.message);
  }
}

// Items by their own keys, then those of the people who are found.
async function find() {
  const query = form.elements.query.value.trim();
  const found = form.querySelector('.found');
  if (!query) { found.replaceChildren(); return; }
  const csrf = document.querySelector('meta[name="csrf"]');
  const answer = await fetch('/api/v1/search', { method: 'POST', headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }, body: JSON.stringify({ query, in: ['people', 'items'], limit: 5 }) });
  if (!answer.ok || form.elements.query.value.trim() !== query) return;
  const { people, items } = await answer.json();
  const theirs = await Promise.all(people.slice(0, 3).map((person) => fetch(`/api/v1/people/${person.id}/items?limit=20`).then((told) => (told.ok ? told.json() : { items: [] }))));
  if (form.elements.query.value.trim() !== query) return;
  const all = new Map([...items, ...theirs.flatMap((part) => part.items)].map((one) => [one.id, one]));
  all.delete(item());
  found.replaceChildren(...[...all.values()].map(choice));
  if (!all.size) found.append(Object.assign(document.createElement('p'), { className: 'faint', textContent: dialog.dataset.none }));
}

function choice(one) {
  const label = document.createElement('label');
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'to', value: one.id, required: true });
  const words = document.createElement('span');
  words.append(Object.assign(document.createElement('strong'), { textContent: one.title ?? dialog.dataset.untitled }), ` ${[one.fileNumber, one.date, ...one.people.slice(0, 3).map((person) => person.name), one.people.length > 3 ? '…' : null].filter(Boolean).join(' · ')} `,
    Object.assign(document.createElement('span'), { className: 'faint', textContent: dialog.dataset.pages.replace('{0}', one.pageCount) }));
  label.append(radio, words);
  return label;
}

// Dragging -----------------------------------------------------------------------------------------

let dragged = null;
const line = (event) => event.target.closest?.('#leaves li');
const below = (li, event) => event.clientY > li.getBoundingClientRect().top + li.offsetHeight / 2;

function clear() {
  for (const li of document.querySelectorAll('#leaves li')) li.classList.remove('before', 'after', 'dragged');
}

document.addEventListener('dragstart', (event) => {
  dragged = line(event);
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', '');
  dragged.classList.add('dragged');
});
document.addEventListener('dragover', (event) => {
  const over = dragged && line(event);
  if (!over) return;
  event.preventDefault();
  for (const li of document.querySelectorAll('#leaves li')) li.classList.remove('before', 'after');
  if (over !== dragged) over.classList.add(below(over, event) ? 'after' : 'before');
});
document.addEventListener('drop', (event) => {
  const over = dragged && line(event);
  if (!over || over === dragged) return;
  event.preventDefault();
  const page = dragged.querySelector('a').dataset.page;
  const pages = leaves().map((leaf) => leaf.dataset.page);
  const kept = pages.filter((one) => one !== page);
  kept.splice(kept.indexOf(over.querySelector('a').dataset.page) + (below(over, event) ? 1 : 0), 0, page);
  if (kept.some((one, at) => one !== pages[at])) order(kept);
});
document.addEventListener('dragend', () => { dragged = null; clear(); });
