// Keys one field after the other. The next ones, and the pictures of their values, are there before
// they are wanted; what was keyed travels to the server while the next one is keyed already.
const AHEAD = 3; // items on this screen, the present one among them
const KEPT = 14; // pictures
const ASK_AGAIN = 15_000; // milliseconds, when nothing waits
const SIGN_OF_LIFE = 45_000;
const main = document.querySelector('main.keying');
const csrf = document.querySelector('meta[name="csrf"]');
const $ = (id) => document.getElementById(id);
const input = $('value');
const words = new Map([...$('words').querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling.textContent]));
const steps = []; // what is to be keyed behind the present one: {task, field}
const done = []; // what was keyed, the last one last
const times = [];
let now = null;
let asking = false;
let shownPage = 0;
const skipping = new Set(); // items, until the server knows

class Problem extends Error {
  constructor(told) {
    super([told.title, told.detail].filter(Boolean).join(' · '));
    this.told = told;
  }
}

async function call(path, body = {}) {
  const answer = await fetch(`/api/v1${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }, body: JSON.stringify(body) })
    .catch(() => { throw new Error(document.body.dataset.connection); });
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Problem(await answer.json().catch(() => ({ title: document.body.dataset.connection })));
  return answer.status === 204 ? null : answer.json();
}

// What comes next ---------------------------------------------------------------------------------

// Also those whose answers are still on their way.
function held() {
  const open = [now, ...steps, ...done.filter((one) => !one.settled).map((one) => one.step)].filter(Boolean);
  return [...new Set([...open.map((step) => step.task.itemId), ...skipping])];
}

async function fill() {
  if (asking || held().length >= AHEAD) return;
  asking = true;
  try {
    const { task, waiting } = await call('/keying/next', { holding: held() });
    $('left').textContent = put(main.dataset.left, waiting.items, waiting.fields);
    if (task) steps.push(...task.fields.map((field) => ({ task, field })));
    steps.slice(0, 8).forEach(prefetch);
    asking = false;
    if (!now) advance();
    if (task) fill();
    else fillLater();
  } catch (failure) {
    asking = false;
    tell(failure.message);
    fillLater();
  }
}

let later = 0;
function fillLater() {
  clearTimeout(later);
  later = setTimeout(fill, ASK_AGAIN);
}

function advance() {
  now = steps.shift() ?? null;
  show();
  fill();
}

function prefetch(step) {
  const page = pageOf(step);
  if (!page) return;
  picture(page, 'screen').catch(() => {});
  if (step.field.place) picture(page, 'full').catch(() => {});
}

const pageOf = ({ task, field }) => field.place?.pageId ?? field.pageId ?? task.pages[0];

const pictures = new Map();
function picture(page, size) {
  const key = `${page} ${size}`;
  const kept = pictures.get(key) ?? load(page, size, key);
  pictures.delete(key);
  pictures.set(key, kept);
  while (pictures.size > KEPT) {
    const [oldest, gone] = pictures.entries().next().value;
    pictures.delete(oldest);
    gone.then((image) => setTimeout(() => URL.revokeObjectURL(image.src), 60_000), () => {});
  }
  return kept;
}

function load(page, size, key) {
  const loading = fetch(`/api/v1/pages/${page}/image?size=${size}`)
    .then((answer) => (answer.ok ? answer.blob() : answer.json().then((told) => Promise.reject(new Problem(told)))))
    .then(async (bytes) => {
      const image = new Image();
      image.src = URL.createObjectURL(bytes);
      await image.decode();
      return image;
    });
  loading.catch(() => pictures.delete(key));
  return loading;
}

// What stands on the screen -----------------------------------------------------------------------

function show() {
  $('task').hidden = !now;
  $('nothing').hidden = Boolean(now);
  $('undo').disabled = done.length === 0;
  if (!now) {
    for (const id of ['page', 'mark', 'unshown']) $(id).hidden = true;
    $('where').textContent = '';
    return;
  }
  const { task, field } = now;
  $('label').textContent = field.label;
  $('row').textContent = field.row ? put(main.dataset.row, field.row) : '';
  $('doubt').textContent = words.get(`doubt.${field.doubt}`);
  $('item').textContent = [task.title ?? main.dataset.untitled, task.fileNumber].filter(Boolean).join(' · ');
  $('item').href = `/items/${task.itemId}`;
  $('beside').replaceChildren(...task.beside.flatMap(({ label, value }) => [element('dt', label), element('dd', value)]));
  $('values').replaceChildren(...field.values.map((value, at) => choice(value, at)));
  input.value = now.typed ?? field.values[0] ?? '';
  judge();
  if (now.problem) refuse(now.problem, now.mayBePrinted);
  $('cut').hidden = true;
  $('cut').setAttribute('aria-label', put(main.dataset.picture, field.label));
  shownPage = Math.max(0, task.pages.indexOf(pageOf(now)));
  showPaper();
  showCut();
  input.focus();
  input.select();
}

function choice(value, at) {
  const line = document.createElement('li');
  const button = element('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.dataset.value = value;
  button.append(element('kbd', picksByDigit() ? at + 1 : `Alt+${at + 1}`), element('span', value, 'number'));
  line.append(button);
  return line;
}

async function showPaper() {
  const step = now;
  const page = step.task.pages[shownPage];
  $('where').textContent = step.task.pages.length > 1 ? put(main.dataset.page, shownPage + 1, step.task.pages.length) : '';
  try {
    const image = await picture(page, 'screen');
    if (step !== now || page !== step.task.pages[shownPage]) return;
    $('page').src = image.src;
    $('page').hidden = false;
    $('unshown').hidden = true;
    await $('page').decode();
    mark(step, page);
  } catch (failure) {
    if (step !== now) return;
    $('page').hidden = true;
    $('mark').hidden = true;
    $('unshown').textContent = `${main.dataset.failed}: ${failure.message}`;
    $('unshown').hidden = false;
  }
}

function mark(step, page) {
  const place = step.field.place;
  $('mark').hidden = !place || place.pageId !== page;
  if ($('mark').hidden) { $('paper').scrollTop = 0; return; }
  const part = around(place);
  Object.assign($('mark').style, { left: `${part.x * 100}%`, top: `${part.y * 100}%`, width: `${part.width * 100}%`, height: `${part.height * 100}%` });
  $('mark').scrollIntoView({ block: 'center' });
}

// First from the picture that is there, then in every pixel.
async function showCut() {
  const step = now;
  if (!step.field.place) return;
  for (const size of ['screen', 'full']) {
    try {
      const image = await picture(step.field.place.pageId, size);
      if (step !== now) return;
      cut(image, step.field.place);
    } catch { return; } // the paper says why
  }
}

function around({ left, top, width, height }) {
  const x = Math.max(0, left - 0.012);
  const y = Math.max(0, top - 0.006);
  return { x, y, width: Math.min(1 - x, width + 0.024), height: Math.min(1 - y, height + 0.012) };
}

function cut(image, place) {
  const canvas = $('cut');
  canvas.hidden = false;
  const part = around(place);
  const [width, height] = [part.width * image.naturalWidth, part.height * image.naturalHeight];
  const scale = Math.min(canvas.parentElement.clientWidth - 38, (190 * width) / height) / width;
  canvas.style.width = `${Math.round(width * scale)}px`;
  canvas.style.height = `${Math.round(height * scale)}px`;
  canvas.width = Math.round(width * scale * devicePixelRatio);
  canvas.height = Math.round(height * scale * devicePixelRatio);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, part.x * image.naturalWidth, part.y * image.naturalHeight, width, height, 0, 0, canvas.width, canvas.height);
}

// What is typed, judged at once; the server judges again -------------------------------------------

const compact = (text) => text.normalize('NFKC').replace(/\s/g, '').replace(/[x×]/g, 'X');

function birthOf(number) {
  const text = number.length === 18 ? number.slice(6, 14) : `19${number.slice(6, 12)}`;
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) && day < new Date() && text > '1880' ? iso : null;
}

function checkOf(digits) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11];
}

// {problem} or {good: what it says, odd: what does not fit the rest of the form}
function verdictOn(kind, typed) {
  const text = typed.trim();
  if (!text) return {};
  if (kind === 'citizen-id') return verdictOnId(compact(text));
  if (kind === 'person-name' && !/^[\p{L}\p{M}·•・.\s-]{1,50}$/u.test(text)) return { problem: 'person-name-form' };
  if (kind === 'insured-number' && !/^[A-Za-z0-9]{6,20}$/.test(compact(text))) return { problem: 'insured-number-form' };
  return {};
}

function verdictOnId(number) {
  if (!/^([1-9]\d{16}[\dX]|[1-9]\d{14})$/.test(number)) return { problem: 'citizen-id-form' };
  const birth = birthOf(number);
  if (!birth) return { problem: 'citizen-id-date' };
  if (number.length === 18 && checkOf(number) !== number[17]) return { problem: 'citizen-id-check' };
  const sex = Number(number[number.length === 18 ? 16 : 14]) % 2 ? 'male' : 'female';
  const beside = new Map(now.task.beside.map(({ field, value }) => [field, value]));
  const odd = [];
  if (beside.get('birthDate')?.length === 10 && beside.get('birthDate') !== birth) odd.push(words.get('keying.birthDiffers'));
  if (beside.has('sex') && { 男: 'male', 女: 'female' }[beside.get('sex')] === (sex === 'male' ? 'female' : 'male')) odd.push(words.get('keying.sexDiffers'));
  const good = [put(words.get('keying.birth'), birth, words.get(`sex.${sex}`)), number.length === 15 ? words.get('keying.fifteen') : ''];
  return { good: good.filter(Boolean).join(' · '), odd: odd.join(' · ') };
}

function judge() {
  const { problem, good, odd } = verdictOn(now.field.kind, input.value);
  const untouched = input.value === (now.field.values[0] ?? '');
  $('verdict').replaceChildren();
  if (problem) $('verdict').append(element('span', words.get(`field.problem.${problem}`), untouched ? 'faint' : 'bad'));
  if (good) $('verdict').append(element('span', good, 'good'));
  if (odd) $('verdict').append(' ', element('span', odd, 'badge doubtful'));
  $('printed').hidden = true;
  input.removeAttribute('aria-invalid');
  for (const button of $('values').querySelectorAll('button')) button.setAttribute('aria-pressed', button.dataset.value === input.value);
  $('known').replaceChildren();
  clearTimeout(looking);
  if (!problem && main.dataset.search === 'true') looking = setTimeout(lookUp, 220);
}

function refuse(problem, mayBePrinted) {
  $('verdict').replaceChildren(element('span', words.get(`field.problem.${problem}`) ?? problem, 'bad'));
  $('printed').hidden = !mayBePrinted;
  input.setAttribute('aria-invalid', 'true');
}

// Who of the roster it would be.
let looking = 0;
async function lookUp() {
  const query = input.value.trim();
  if (query.length < 2 || (/^[\dxX]+$/.test(query) && query.length < 6)) return;
  try {
    const { people } = await call('/suggest', { query, limit: 3 });
    if (input.value.trim() !== query) return;
    $('known').replaceChildren(...people.map((person) => element('li', [person.name ?? main.dataset.nameless, person.citizenIdMasked, ...person.insuredNumbers, person.birthDate].filter(Boolean).join('  '))));
  } catch { /* only a help */ }
}

// What is said ------------------------------------------------------------------------------------

function confirm(asPrinted) {
  const text = input.value.trim();
  if (!text) { input.focus(); return; }
  const { problem } = verdictOn(now.field.kind, text);
  if (problem && !asPrinted) { refuse(problem, true); return; }
  say({ value: text, legible: true, asPrinted }, text);
}

function say(said, shown) {
  const step = now;
  const { task, field } = step;
  const one = { step, settled: false, change: null };
  const before = task.sent ?? Promise.resolve();
  one.sent = before
    .then(() => call(`/items/${task.itemId}/keying/answers`, { field: field.field, pageId: field.pageId, row: field.row, revision: task.revision, ...said }))
    .then(({ change, revision }) => { one.change = change; task.revision = revision; })
    .catch((failure) => sendBack(one, failure, said.value))
    .finally(() => { one.settled = true; });
  task.sent = one.sent;
  done.push(one);
  times.push(Date.now());
  log(field.label, shown);
  pace();
  advance();
}

// What the server does not take comes again, next; what is being typed meanwhile stays.
function sendBack(one, failure, typed) {
  done.splice(done.indexOf(one), 1);
  const told = failure.told ?? {};
  if (told.currentRevision) one.step.task.revision = told.currentRevision;
  const again = { ...one.step, typed, problem: told.problem ?? failure.message, mayBePrinted: Boolean(told.asPrintedMayHelp) };
  tell(`${main.dataset.returned} ${failure.message}`);
  steps.unshift(again);
  if (!now) advance();
}

function skip() {
  const { task } = now;
  for (let at = steps.length - 1; at >= 0; at--) if (steps[at].task.itemId === task.itemId) steps.splice(at, 1);
  skipping.add(task.itemId);
  (task.sent ?? Promise.resolve())
    .then(() => call(`/items/${task.itemId}/keying/put-off`))
    .catch((failure) => tell(failure.message))
    .finally(() => { skipping.delete(task.itemId); fill(); });
  advance();
}

async function undo() {
  const last = done.pop();
  if (!last) return;
  $('undo').disabled = done.length === 0;
  await last.sent;
  try {
    if (last.change) {
      const { task } = await call(`/items/${last.step.task.itemId}/keying/undo`, { change: last.change });
      if (task) last.step.task.revision = task.revision;
    }
    if (now) steps.unshift({ ...now, typed: input.value });
    now = { ...last.step, typed: undefined };
    times.pop();
    pace();
    $('log').firstElementChild?.remove();
    show();
    tell(main.dataset.undone);
  } catch (failure) {
    tell(failure.message);
  }
}

function log(label, shown) {
  const text = now.field.kind === 'citizen-id' && shown.length > 10 ? `${shown.slice(0, 6)}…${shown.slice(-4)}` : shown;
  $('log').prepend(element('li', `${label}  ${text}`));
  while ($('log').children.length > 6) $('log').lastElementChild.remove();
}

function pace() {
  const recent = times.filter((time) => time > Date.now() - 300_000);
  const minutes = Math.max(1 / 6, (Date.now() - (recent[0] ?? Date.now())) / 60_000);
  $('pace').textContent = times.length ? put(main.dataset.pace, times.length, Math.round(recent.length / minutes)) : '';
}

let hide = 0;
function tell(text) {
  $('trouble').textContent = text;
  $('trouble').hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => { $('trouble').hidden = true; }, 8000);
}

// Keys --------------------------------------------------------------------------------------------

// In a name no digit is typed, so that one takes a value; elsewhere it needs Alt.
const picksByDigit = () => now.field.kind === 'person-name';

function take(value) {
  input.value = value;
  judge();
  input.focus();
}

function turnPage(by) {
  shownPage = Math.min(now.task.pages.length - 1, Math.max(0, shownPage + by));
  showPaper();
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.keyCode === 229 || !now) {
    if (event.key === 'F4' && !now) { event.preventDefault(); undo(); }
    return;
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit && !event.ctrlKey && !event.metaKey && !event.shiftKey && (event.altKey || picksByDigit())) {
    const value = now.field.values[Number(digit) - 1];
    if (value) { event.preventDefault(); take(value); }
    return;
  }
  const keys = {
    Enter: () => confirm(event.ctrlKey || event.metaKey),
    Escape: skip,
    F4: undo,
    F8: () => say({ value: '', legible: false, asPrinted: false }, words.get('field.source.illegible')),
    F9: () => say({ value: '', legible: true, asPrinted: false }, words.get('field.source.empty')),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => (event.shiftKey ? turnPage(1) : $('paper').scrollBy(0, $('paper').clientHeight * 0.6)),
    PageUp: () => (event.shiftKey ? turnPage(-1) : $('paper').scrollBy(0, -$('paper').clientHeight * 0.6)),
  };
  const untouched = input.value === (now.typed ?? now.field.values[0] ?? '');
  const action = (event.ctrlKey || event.metaKey) && event.key === 'z' && untouched ? undo : keys[event.key];
  if (!action || (event.key === 'Enter' && event.target.closest?.('a, button'))) return;
  event.preventDefault();
  action();
});

function step(by) {
  const { values } = now.field;
  if (values.length) take(values[(values.indexOf(input.value) + by + values.length) % values.length]);
}

input.addEventListener('input', judge);
$('task').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('click', (event) => {
  const value = event.target.closest('[data-value]');
  if (value) { take(value.dataset.value); return; }
  const act = event.target.closest('[data-do]')?.dataset.do;
  const acts = { confirm: () => confirm(false), printed: () => confirm(true), skip, undo,
    illegible: () => say({ value: '', legible: false, asPrinted: false }, words.get('field.source.illegible')),
    empty: () => say({ value: '', legible: true, asPrinted: false }, words.get('field.source.empty')) };
  if (act) acts[act]();
});

// As long as someone looks at the screen, what stands on it is theirs.
setInterval(() => {
  if (now && !document.hidden) call('/keying/next', { holding: held(), more: false }).catch(() => {});
}, SIGN_OF_LIFE);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function put(pattern, ...values) {
  return values.reduce((text, value, at) => text.replace(`{${at}}`, value), pattern);
}

fill();
