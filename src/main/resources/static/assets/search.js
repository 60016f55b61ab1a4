// Asks while someone types; an answer that was overtaken by a newer question is dropped. The query
// stays out of addresses and stores: only this tab's history remembers it, for the way back.
const main = document.querySelector('[data-search]');
const box = document.getElementById('query');
const track = document.getElementById('track');
const desk = document.getElementById('desk');
const keep = document.getElementById('keep');
const results = document.getElementById('results');
const took = document.getElementById('took');
const problem = document.getElementById('problem');
const degraded = document.getElementById('degraded');
const words = new Map();
const MOST = 20; // of each part of an answer
for (const term of document.querySelectorAll('#words dt')) {
  words.set(term.textContent, term.nextElementSibling.textContent);
}
const csrf = document.querySelector('meta[name="csrf"]');
let wait = 0;
let under = null;
let shown = '';

function fill(pattern, ...values) {
  return values.reduce((text, value, at) => text.replace(`{${at}}`, value ?? ''), pattern);
}

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}

// Snippets carry <em> around hits and are escaped else; only text and <em> are taken from them.
function snippet(html) {
  const out = make('span');
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  for (const node of parsed.childNodes) {
    out.append(node.nodeName === 'EM' ? make('em', '', node.textContent) : document.createTextNode(node.textContent));
  }
  return out;
}

// How each key was met, in the order in which they were typed; how a near miss differs, behind it.
function why(hit) {
  const how = hit.differs && words.get(`how.${hit.differs.how}`);
  const told = (reason) => [words.get(`why.${reason}`) ?? reason, ...(how && reason === 'near-miss' ? [how] : [])].join(' · ');
  if (!hit.keys?.length) return make('span', 'badge', told(hit.why));
  const badge = make('span', 'badge', hit.keys.map((met) => told(met.why)).join(' + '));
  badge.title = hit.keys.map((met) => `${met.key}: ${told(met.why)}`).join('\n');
  return badge;
}

// A value with the characters marked in which it differs from what was typed.
function marked(value, hit, name) {
  const out = make(name);
  const at = hit.differs?.value === value ? hit.differs.at : [];
  [...value].forEach((letter, place) => {
    out.append(at.includes(place) ? make('mark', '', letter) : letter);
  });
  return out;
}

function person(hit) {
  const row = make('a', 'hit');
  row.href = `/people/${encodeURIComponent(hit.id)}`;
  row.dataset.person = hit.id;
  row.dataset.why = hit.why;
  row.append(hit.name ? marked(hit.name, hit, 'strong') : make('strong', '', main.dataset.nameless));
  const what = make('span', 'what number');
  for (const text of [hit.citizenIdMasked, ...hit.insuredNumbers, words.get(`sex.${hit.sex}`), hit.birthDate, ...hit.formerNames, ...hit.employers]) {
    if (!text) continue;
    const value = marked(text, hit, 'span');
    if (text === words.get(`sex.${hit.sex}`)) value.className = 'sex';
    if (hit.formerNames.includes(text)) value.prepend(`${words.get('why.former-name')} `);
    what.append(value);
  }
  row.append(what, side(why(hit), fill(main.dataset.counts, hit.itemCount, hit.pageCount)));
  return row;
}

function side(badge, text) {
  const out = make('span', 'side faint number');
  out.append(make('span', '', text), badge);
  return out;
}

function item(hit) {
  const row = make('a', 'hit wide');
  row.href = `/items/${encodeURIComponent(hit.id)}`;
  row.dataset.why = hit.why;
  row.append(make('strong', '', hit.title ?? main.dataset.untitled));
  const what = make('span', 'what');
  what.append(make('span', 'number', hit.date ?? main.dataset.undated));
  for (const about of hit.people) {
    const name = make('span', '', about.name ?? main.dataset.nameless);
    if (about.state === 'proposed') name.append(' ', make('span', 'badge doubtful', main.dataset.proposed));
    what.append(name);
  }
  what.append(
    make('span', 'badge', `${words.get('track.image')} ${words.get(`track.image.${hit.track.image}`) ?? ''}`),
    make('span', `badge paper-${hit.track.paper}`, `${words.get('track.paper')} ${words.get(`track.paper.${hit.track.paper}`) ?? ''} ${hit.track.location ?? ''}`));
  row.append(what, side(why(hit), fill(main.dataset.pages, hit.pageCount)));
  return row;
}

function text(hit) {
  const row = make('a', 'hit text');
  row.href = `/items/${encodeURIComponent(hit.itemId)}?page=${hit.page}`;
  row.append(snippet(hit.snippet), make('span', 'faint number', fill(main.dataset.page, hit.page)));
  return row;
}

// As many as were asked for: there are more, and one more key tells them apart.
function section(heading, hits, row) {
  if (!hits.length) return;
  const part = make('section');
  const title = make('h2', '', fill(heading, hits.length < MOST ? hits.length : `${MOST}+`));
  part.append(title);
  if (hits.length === MOST && row === person) title.append(' ', make('span', 'faint', main.dataset.narrow));
  const list = make('ol');
  for (const hit of hits) {
    const line = make('li');
    line.append(row(hit));
    list.append(line);
  }
  part.append(list);
  results.append(part);
}

function show(answer) {
  results.replaceChildren();
  section(main.dataset.people, answer.people, person);
  section(main.dataset.items, answer.items, item);
  section(main.dataset.text, answer.text, text);
  if (!results.childElementCount) results.append(make('p', 'empty', main.dataset.none));
  degraded.hidden = !answer.degraded;
  degraded.textContent = answer.degraded
    ? [answer.cutShort ? main.dataset.cutShort : '', main.dataset.degraded].join(' ').trim() : '';
  took.textContent = fill(main.dataset.took, answer.tookMs);
}

let answered = Promise.resolve();
function ask() {
  const filters = { track: track.value || null, category: track.dataset.category || null };
  const asked = JSON.stringify([box.value.trim(), filters]);
  if (asked !== shown) answered = find(asked, filters);
  return answered;
}

async function find(asked, filters) {
  const query = box.value.trim();
  shown = asked;
  history.replaceState({ query, ...filters }, '');
  under?.abort();
  desk.hidden = query !== '';
  keep.hidden = query === '';
  keep.querySelector('output').textContent = '';
  problem.hidden = true;
  if (!query) {
    results.replaceChildren();
    took.textContent = '';
    degraded.hidden = true;
    return;
  }
  const request = new AbortController();
  under = request;
  try {
    const response = await fetch('/api/v1/search', {
      method: 'POST',
      signal: request.signal,
      headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content },
      body: JSON.stringify({ query, in: ['people', 'items', 'text'], limit: MOST, filters }),
    });
    if (response.status === 401) {
      location.assign('/sign-in');
      return;
    }
    const answer = await response.json();
    if (request.signal.aborted) return;
    if (response.ok) show(answer);
    else tell(answer.title);
  } catch (failure) {
    if (failure.name !== 'AbortError') tell(document.body.dataset.connection);
  }
}

function tell(message) {
  shown = '';
  results.replaceChildren();
  problem.textContent = message;
  problem.hidden = false;
}

// Letters that an input method has not turned into characters yet are no query.
let composing = false;
box.addEventListener('compositionstart', () => { composing = true; });
box.addEventListener('compositionend', () => { composing = false; soon(); });
box.addEventListener('input', () => {
  delete track.dataset.category;
  if (!composing) soon();
});
track.addEventListener('change', () => ask());
function soon() {
  clearTimeout(wait);
  wait = setTimeout(ask, 120);
}

// Enter opens at once whoever can only be meant: the one person who bears a whole number that was
// typed, or the only one found. Someone who only comes near it is looked at first.
const WHOLE = ['citizen-id', 'insured-number', 'file-number'];
function theOne() {
  const hits = [...results.querySelectorAll('.hit')];
  const people = hits.filter((hit) => hit.dataset.person);
  const found = people.length ? people : hits;
  const bearers = found.filter((hit) => WHOLE.includes(hit.dataset.why));
  if (bearers.length) return bearers.length === 1 ? bearers[0] : null;
  return found.length === 1 && found[0].dataset.why !== 'near-miss' ? found[0] : null;
}

document.getElementById('ask').addEventListener('submit', async (event) => {
  event.preventDefault();
  clearTimeout(wait);
  await ask();
  const sure = theOne();
  if (sure) sure.click();
  else results.querySelector('.hit')?.focus();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const hits = [...results.querySelectorAll('.hit')];
  const at = hits.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
  if (!hits.length || (document.activeElement !== box && !hits.includes(document.activeElement))) return;
  event.preventDefault();
  if (at < 0) box.focus();
  else hits[Math.min(at, hits.length - 1)].focus();
});

// A kept search is run as it was kept, its filters with it.
function run(view) {
  box.value = view.query;
  track.value = view.track ?? '';
  if (view.category) track.dataset.category = view.category;
  else delete track.dataset.category;
  box.focus();
  ask();
}
document.addEventListener('view', (event) => run(event.detail));
document.addEventListener('problem', (event) => tell(event.detail));

// Back from a result, or reloaded: as it was. Who comes by a link comes to look for someone else.
if (history.state?.query && performance.getEntriesByType('navigation')[0]?.type !== 'navigate') run(history.state);
// Who types faster than this script comes is answered as well.
else if (box.value.trim()) soon();
