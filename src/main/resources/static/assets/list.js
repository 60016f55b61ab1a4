// A list of hundreds of people, fifty rows at a time, decided by the keyboard alone. The strip of the
// page beside each row is cut from the page's picture, which is fetched once for all its rows.
const list = document.getElementById('list');
const rowsBox = list.querySelector('.list-rows');
const csrf = document.querySelector('meta[name="csrf"]');
const address = `/items/${list.dataset.item}/rows`;
const PICTURES = 4; // decoded pages that are kept
let show = 'undecided';
let path = ['']; // cursors of the parts up to this one
let busy = false;
let started = false; // a list of which nothing waits is shown as a whole
let undoing = []; // {change, rows}

const rows = () => [...rowsBox.querySelectorAll('.list-row')];
const current = () => rowsBox.querySelector('.list-row[tabindex="0"]');
const part = (name) => list.querySelector(name);

// Parts --------------------------------------------------------------------------------------------

async function fetched(way, values) {
  const answer = await fetch(`${address}${way}`, values && {
    method: 'POST',
    headers: { [csrf.dataset.header]: csrf.content },
    body: new URLSearchParams(values),
  }).catch(() => null);
  if (answer?.status === 401) location.reload();
  if (!answer?.ok) { say(list.dataset.failed); return null; }
  const holder = document.createElement('template');
  holder.innerHTML = await answer.text();
  return holder.content;
}

async function load(focus) {
  const found = await fetched(`?${new URLSearchParams({ state: show, cursor: path.at(-1) })}`);
  if (!found) return;
  for (const name of ['.list-head', '.list-foot']) part(name).replaceWith(found.querySelector(name));
  rowsBox.replaceChildren(...found.querySelector('.list-rows').children);
  rowsBox.scrollTop = 0;
  count();
  rows().forEach((row) => watching.observe(row));
  const first = rows()[0];
  if (!first && show === 'undecided' && !started) { started = true; filter(''); return; }
  started = true;
  if (!first) { if (focus) rowsBox.focus(); return; }
  first.tabIndex = 0;
  if (focus) go(rows().find((row) => row.dataset.state === 'undecided') ?? first);
}

function turn(step) {
  const next = part('.list-foot').dataset.next;
  if (step > 0 && next) path.push(next);
  else if (step < 0 && path.length > 1) path.pop();
  else return;
  load(true);
}

function filter(state) {
  show = state;
  path = [''];
  load(true);
}

function say(text) {
  const line = document.createElement('span');
  line.className = 'bad';
  line.textContent = text;
  part('.list-done').replaceChildren(line);
}

// Strips -------------------------------------------------------------------------------------------

const decoded = new Map();
function picture(page) {
  let kept = decoded.get(page);
  if (!kept) {
    let asked = null;
    dispatchEvent(new CustomEvent('huodang:picture', { detail: { page, size: 'screen', take: (it) => { asked = it; } } }));
    if (!asked) return null;
    kept = asked.then(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return image;
    });
    kept.catch(() => decoded.delete(page));
  }
  decoded.delete(page);
  decoded.set(page, kept);
  if (decoded.size > PICTURES) decoded.delete(decoded.keys().next().value);
  return kept;
}

async function cut(row) {
  const canvas = row.querySelector('.strip');
  const asked = canvas && picture(row.dataset.on);
  if (!asked) return;
  const image = await asked;
  const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((name) => Number(row.dataset[name]));
  const x = Math.max(0, left - 0.008) * image.naturalWidth;
  const y = Math.max(0, top - 0.004) * image.naturalHeight;
  const wide = Math.min(image.naturalWidth - x, (width + 0.016) * image.naturalWidth);
  const high = Math.min(image.naturalHeight - y, (height + 0.008) * image.naturalHeight);
  const scale = Math.min(1.1, (row.clientWidth - 64) / wide, 64 / high);
  canvas.style.width = `${Math.round(wide * scale)}px`;
  canvas.style.height = `${Math.round(high * scale)}px`;
  canvas.width = Math.round(wide * scale * devicePixelRatio);
  canvas.height = Math.round(high * scale * devicePixelRatio);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, x, y, wide, high, 0, 0, canvas.width, canvas.height);
}

const watching = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting) cut(target).catch(() => {});
}, { root: rowsBox, rootMargin: '300px' });
let resized = 0;
new ResizeObserver(() => {
  clearTimeout(resized);
  resized = setTimeout(() => rows().forEach((row) => { watching.unobserve(row); watching.observe(row); }), 150);
}).observe(rowsBox);

// Deciding -----------------------------------------------------------------------------------------

function go(row) {
  if (!row) return;
  current()?.setAttribute('tabindex', '-1');
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  go(all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

// The next one that waits comes by itself, from the next part of the list when need be.
function onward(from) {
  const all = rows();
  const at = all.findIndex((row) => row.dataset.row === from);
  const waits = (row) => row.dataset.state === 'undecided';
  const next = all.slice(at + 1).find(waits) ?? all.find(waits);
  if (next) return go(next);
  const further = part('.list-foot').dataset.next;
  if (further) {
    if (show === 'undecided') path = ['']; // what is decided has left this list
    else path.push(further);
    return load(true);
  }
  go(all[at]);
  say(list.dataset.none);
  return null;
}

async function send(way, values, keys, then) {
  if (busy) return;
  busy = true;
  list.setAttribute('aria-busy', 'true');
  const found = await fetched(way, values);
  busy = false;
  list.removeAttribute('aria-busy');
  if (!found) return;
  put(found, keys);
  const undo = found.querySelector('[data-change]');
  part('.list-done').replaceWith(found.querySelector('.list-done'));
  if (undo) undoing.push({ change: undo.dataset.change, rows: keys });
  then(Boolean(undo));
  refreshPanels();
}

function put(found, keys) {
  for (const fresh of found.querySelectorAll('.list-row')) {
    const old = rows().find((row) => row.dataset.row === fresh.dataset.row);
    if (!old) continue;
    fresh.tabIndex = old.tabIndex;
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(fresh);
    watching.observe(fresh);
    if (hadFocus) fresh.focus({ preventScroll: true });
  }
  const counts = found.querySelector('.list-counts');
  for (const button of counts?.querySelectorAll('button') ?? []) button.setAttribute('aria-pressed', button.dataset.show === show);
  if (counts) part('.list-counts').replaceWith(counts);
  count();
}

function decide(row, state, link) {
  const values = { state };
  if (link) Object.assign(values, { link: link.dataset.link, revision: link.dataset.revision });
  const key = row.dataset.row;
  send(`/${key}/decision`, values, [key], (made) => {
    const now = rows().find((one) => one.dataset.row === key);
    if (made && now?.dataset.state !== 'undecided') onward(key);
    else go(now);
  });
}

function confirm(row) {
  const proposed = [...row.querySelectorAll('.stands.proposed')];
  if (proposed.length === 1) decide(row, 'confirmed', proposed[0]);
  else if (proposed.length > 1) say(list.dataset.choose);
  else if (row.dataset.state !== 'confirmed') find(row);
  else onward(row.dataset.row);
}

function choose(row, number) {
  const one = row.querySelectorAll('.stands')[number - 1];
  if (one && !one.classList.contains('confirmed')) decide(row, 'confirmed', one);
}

function undo() {
  const last = undoing.pop();
  if (!last) return;
  const values = [['change', last.change], ...last.rows.map((row) => ['row', row])];
  send('/undo', values, last.rows, () => {
    const back = rows().find((row) => last.rows.includes(row.dataset.row));
    if (back) go(back);
    else load(true);
  });
}

// Several at once ----------------------------------------------------------------------------------

const together = list.querySelector('.list-together');
const clearRows = () => rows().filter((row) => row.dataset.clear === 'true');

// One clear row alone is confirmed by the return key.
function count() {
  const button = list.querySelector('[data-list="together"]');
  if (!button) return;
  button.querySelector('span').textContent = button.dataset.name.replace('{0}', clearRows().length);
  button.hidden = clearRows().length < 2;
}

function ask() {
  const button = list.querySelector('[data-list="together"]');
  if (!button || button.hidden) return;
  together.querySelector('p').textContent = button.dataset.ask.replace('{0}', clearRows().length);
  together.hidden = false;
  together.elements.why.focus();
}

together.addEventListener('submit', (event) => {
  event.preventDefault();
  const clear = clearRows();
  const values = clear.flatMap((row) => {
    const link = row.querySelector('.stands.proposed');
    return [['row', row.dataset.row], ['link', link.dataset.link], ['revision', link.dataset.revision]];
  });
  values.push(['why', together.elements.why.value]);
  leave();
  send('/confirm', values, clear.map((row) => row.dataset.row), () => onward(clear.at(-1)?.dataset.row));
});

function leave() {
  together.hidden = true;
  go(current());
}

// Someone else -------------------------------------------------------------------------------------

function find(row) {
  const form = row.querySelector('.row-find');
  form.hidden = false;
  form.elements.query.focus();
}

let typing = 0;
rowsBox.addEventListener('input', (event) => {
  const form = event.target.closest('.row-find');
  if (!form) return;
  clearTimeout(typing);
  typing = setTimeout(() => suggest(form), 180);
});

async function suggest(form) {
  const query = form.elements.query.value.trim();
  const answer = query && await fetch('/api/v1/suggest', { method: 'POST', headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }, body: JSON.stringify({ query }) });
  if (form.elements.query.value.trim() !== query || !form.isConnected) return;
  const people = answer?.ok ? (await answer.json()).people.slice(0, 6) : [];
  const found = form.querySelector('.found');
  found.replaceChildren(...people.map(choice));
  if (query && !people.length) found.append(Object.assign(document.createElement('li'), { className: 'faint', textContent: list.dataset.nobody }));
}

function choice(person) {
  const line = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'small number' });
  button.textContent = [person.name ?? list.dataset.nameless, person.citizenIdMasked, ...person.insuredNumbers, person.birthDate].filter(Boolean).join('  ');
  button.dataset.person = person.id;
  line.append(button);
  return line;
}

function take(button) {
  const key = button.closest('.list-row').dataset.row;
  send(`/${key}/person`, { person: button.dataset.person }, [key], (made) => { if (made) onward(key); });
}

// Values that were read wrongly --------------------------------------------------------------------

function correct(value) {
  const row = value.closest('.list-row');
  htmx.ajax('POST', `/items/${list.dataset.item}/fields/open`, { target: row.querySelector('.row-form'), swap: 'innerHTML', values: { key: value.dataset.valueOf } });
}

async function again(key) {
  const found = await fetched(`/${key}`);
  if (found) put(found, [key]);
  go(rows().find((row) => row.dataset.row === key));
}

document.body.addEventListener('htmx:afterRequest', (event) => {
  const form = event.detail.requestConfig.elt.closest?.('.row-form form');
  if (form && event.detail.successful) again(form.closest('.list-row').dataset.row);
});

let later = 0;
function refreshPanels() {
  clearTimeout(later);
  later = setTimeout(() => dispatchEvent(new CustomEvent('huodang:changed')), 1500);
}

// Keys and clicks ----------------------------------------------------------------------------------

const DO = {
  together: ask, leave, undo,
  previous: () => turn(-1), next: () => turn(1),
  find: (button) => find(button.closest('.list-row')),
};
list.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.list) return DO[button.dataset.list](button);
  if (button?.dataset.show !== undefined) return filter(button.dataset.show);
  if (button?.dataset.decide) return decide(button.closest('.list-row'), button.dataset.decide, button.closest('.stands'));
  if (button?.dataset.person) return take(button);
  if (button?.matches('[data-cancel]')) return again(button.closest('.list-row').dataset.row);
  const value = event.target.closest('.correctable [data-value-of]');
  if (value) return correct(value);
  const row = event.target.closest('.list-row');
  if (row && !event.target.closest('form, a, button')) go(row);
  return null;
});
list.addEventListener('submit', (event) => {
  if (!event.target.matches('.row-find')) return;
  event.preventDefault();
  event.target.querySelector('[data-person]')?.click();
});

function inForm(event) {
  const row = event.target.closest('.list-row');
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    if (event.target.closest('.list-together')) leave();
    else again(row.dataset.row);
  }
  const find = event.target.closest('.row-find');
  if (find && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    event.stopPropagation();
    const ways = [find.elements.query, ...find.querySelectorAll('[data-person]')];
    const at = ways.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    ways[Math.min(ways.length - 1, Math.max(0, at))].focus();
  }
}

const KEYS = {
  ArrowDown: () => step(1), ArrowUp: () => step(-1),
  Home: () => go(rows()[0]), End: () => go(rows().at(-1)),
  PageDown: () => turn(1), PageUp: () => turn(-1),
  Enter: confirm, n: (row) => decide(row, 'rejected'), Delete: (row) => decide(row, 'rejected'),
  f: find, u: undo, a: ask, e: (row) => { const first = row.querySelector('.doubted[data-value-of]') ?? row.querySelector('.correctable [data-value-of]'); if (first) correct(first); },
};
list.addEventListener('keydown', (event) => {
  if (event.target.closest('form')) return inForm(event);
  if ((event.ctrlKey || event.metaKey) && event.key === 'z') { event.preventDefault(); event.stopPropagation(); return undo(); }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('button, a')) return null;
  const row = current();
  const known = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const number = Number(event.key);
  if (!known && !(number >= 1 && number <= 9)) return null;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat || event.key.startsWith('Arrow')) {
    if (known && (row || known === KEYS.PageUp || known === undo)) known(row);
    else if (row && number) choose(row, number);
  }
  return null;
});

document.querySelector('.tabs').addEventListener('click', (event) => {
  const tab = event.target.closest('[data-tab]');
  if (!tab) return;
  document.querySelector('.side').dataset.shown = tab.dataset.tab;
  for (const one of document.querySelectorAll('[data-tab]')) one.setAttribute('aria-selected', one === tab);
});

// The page's picture comes by the viewer, which is there when this script is.
load(true);
