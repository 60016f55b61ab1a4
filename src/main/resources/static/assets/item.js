// Beside the page: the picture of each value, cut out of the page's own picture, the way from a value
// to its place on the page and back, and the forms in which people put it right.
const sheet = document.getElementById('sheet'); // none where an item has no pages
const mark = document.createElement('div');
mark.className = 'mark';
mark.hidden = true;
sheet?.parentElement.append(mark);
let marked = null;
let shown = { page: '', turned: false };

const panels = () => document.getElementById('panels');
const item = () => panels().dataset.item;
const fieldsOf = () => [...panels().querySelectorAll('[data-field]:not(form)')];

function place(element) {
  const { on, left, top, width, height } = element.dataset;
  return on ? { on, left: Number(left), top: Number(top), width: Number(width), height: Number(height) } : null;
}

// A little of the paper around the value, so that nothing of it is cut off.
function around({ left, top, width, height }) {
  const x = Math.max(0, left - 0.012);
  const y = Math.max(0, top - 0.005);
  return { x, y, width: Math.min(1 - x, width + 0.024), height: Math.min(1 - y, height + 0.01) };
}

async function cut(canvas) {
  const box = place(canvas.closest('[data-on]') ?? canvas);
  if (!box) return;
  let asked = null;
  const large = canvas.classList.contains('large');
  dispatchEvent(new CustomEvent('huodang:picture', { detail: { page: box.on, size: large ? 'full' : 'screen', take: (picture) => { asked = picture; } } }));
  if (!asked) return;
  const image = new Image();
  image.src = await asked;
  await image.decode();
  const part = around(box);
  const width = part.width * image.naturalWidth;
  const height = part.height * image.naturalHeight;
  const room = canvas.parentElement.clientWidth;
  const scale = Math.min(large ? 2 : 1, room / width, (large ? 120 : 72) / height);
  canvas.style.width = `${Math.round(width * scale)}px`;
  canvas.style.height = `${Math.round(height * scale)}px`;
  canvas.width = Math.round(width * scale * devicePixelRatio);
  canvas.height = Math.round(height * scale * devicePixelRatio);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, part.x * image.naturalWidth, part.y * image.naturalHeight, width, height, 0, 0, canvas.width, canvas.height);
}

function cutAll() {
  for (const canvas of document.querySelectorAll('canvas.cut')) cut(canvas).catch(() => {});
}

function draw() {
  const box = marked && place(marked);
  mark.hidden = !sheet || !box || box.on !== shown.page || shown.turned || sheet.hidden;
  if (mark.hidden) return;
  const part = around(box);
  mark.style.left = `${sheet.offsetLeft + part.x * sheet.width}px`;
  mark.style.top = `${sheet.offsetTop + part.y * sheet.height}px`;
  mark.style.width = `${part.width * sheet.width}px`;
  mark.style.height = `${part.height * sheet.height}px`;
}

function lookAt(element) {
  const box = place(element);
  marked?.classList.remove('marked');
  marked = element;
  marked.classList.add('marked');
  if (box && box.on !== shown.page) dispatchEvent(new CustomEvent('huodang:show', { detail: { page: box.on } }));
  draw();
  if (!mark.hidden) mark.scrollIntoView({ block: 'center', inline: 'center' });
}

addEventListener('huodang:fitted', (event) => {
  const other = event.detail.page !== shown.page;
  shown = event.detail;
  draw();
  if (other && !mark.hidden) mark.scrollIntoView({ block: 'center', inline: 'center' });
});

// Forms ------------------------------------------------------------------------------------------

function open(key, at) {
  if (!panels().querySelector('.correctable')) return;
  const target = at?.matches('li') ? at : document.getElementById('apart');
  htmx.ajax('POST', `/items/${item()}/fields/open`, { target, swap: 'innerHTML', values: { key } });
}

function refresh() {
  return htmx.ajax('GET', `/items/${item()}/panels`, { target: '#panels', swap: 'outerHTML' });
}

// The program decides again after a correction: look twice, unless someone is typing by then.
let later = [];
function refreshSoon() {
  later.forEach(clearTimeout);
  later = [900, 3000, 9000].map((wait) => setTimeout(() => {
    if (panels().querySelector('form.field-form')) return;
    const at = document.activeElement?.dataset?.field;
    if (!panels().contains(document.activeElement) || at) refresh().then(() => focusOn(at));
  }, wait));
}

addEventListener('huodang:changed', () => {
  if (!panels().querySelector('form.field-form') && !panels().contains(document.activeElement)) refresh();
});

function focusOn(key) {
  if (key) fieldsOf().find((field) => field.dataset.field === key)?.focus();
}

document.addEventListener('focusin', (event) => {
  const field = event.target.closest?.('[data-field], .list-row');
  if (field && field !== marked) lookAt(field);
});

document.addEventListener('click', (event) => {
  const add = event.target.closest('[data-add]');
  if (add) return open(add.dataset.add, null);
  if (event.target.closest('[data-cancel]')) return refresh().then(() => focusOn(event.target.closest('[data-field]')?.dataset.field));
  const value = event.target.closest('[data-value]');
  if (value) return take(value);
  const field = event.target.closest('[data-field]:not(form)');
  if (field && !event.target.closest('form, a')) open(field.dataset.field, field);
});

function take(value) {
  const input = value.closest('form').elements.value;
  input.value = value.dataset.value;
  input.focus();
}

document.addEventListener('keydown', (event) => {
  const form = event.target.closest?.('form.field-form');
  if (form && event.altKey && event.key >= '1' && event.key <= '9') {
    const value = form.querySelectorAll('[data-value]')[Number(event.key) - 1];
    if (value) { event.preventDefault(); take(value); }
    return;
  }
  if (form && event.key === 'Escape') { event.preventDefault(); form.querySelector('[data-cancel]').click(); return; }
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !event.target.closest?.('input, select, textarea')) {
    document.querySelector('#done [data-undo]')?.click();
    return;
  }
  if (event.target.closest?.('input, select, textarea, button, a')) return;
  const fields = fieldsOf();
  const at = fields.indexOf(document.activeElement);
  if (at < 0) return;
  if (event.key === 'Enter') { event.preventDefault(); open(fields[at].dataset.field, fields[at]); }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    fields[Math.min(fields.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
  }
});

// Each change names the revision that was looked at; a form that learnt of a newer one has its own.
document.body.addEventListener('htmx:configRequest', (event) => {
  const seen = event.detail.elt.closest?.('[data-revision]') ?? panels();
  event.detail.headers['If-Match'] = `"${seen.dataset.revision}"`;
});

// The answer to a change shows all of it; what was asked for before would take its place, and its notice with it.
let changes = 0;
const isChange = (event) => event.detail.requestConfig.verb === 'post';
document.body.addEventListener('htmx:beforeRequest', (event) => { if (isChange(event)) changes += 1; });
document.body.addEventListener('htmx:afterRequest', (event) => { if (isChange(event)) changes -= 1; });

let scrolled = 0;
document.body.addEventListener('htmx:beforeSwap', (event) => {
  scrolled = panels().scrollTop;
  const { xhr, requestConfig } = event.detail;
  if (requestConfig.verb === 'get' && requestConfig.path.endsWith('/panels') && changes > 0) {
    event.detail.shouldSwap = false;
    return;
  }
  if (![409, 412, 422].includes(xhr.status) || !xhr.getResponseHeader('Content-Type')?.startsWith('text/html')) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
  const form = requestConfig.elt.closest('form.correct');
  if (form) {
    event.detail.target = form;
    event.detail.swapOverride = 'outerHTML';
  }
});

// The strip of pages stays as it is while nothing of it is different: its pictures are dear.
document.body.addEventListener('htmx:oobBeforeSwap', (event) => {
  const next = event.detail.fragment.querySelector?.('#leaves');
  if (next && event.detail.target.dataset.key === next.dataset.key) event.detail.shouldSwap = false;
});
document.body.addEventListener('htmx:oobAfterSwap', (event) => {
  if (event.detail.target.id === 'leaves') dispatchEvent(new CustomEvent('huodang:leaves'));
});

document.body.addEventListener('htmx:afterSettle', (event) => {
  const form = event.detail.elt.querySelector?.('form.field-form') ?? event.detail.elt.closest?.('form.field-form');
  if (form) {
    form.elements.value.focus();
    form.elements.value.select();
    lookAt(form);
    cutAll();
    return;
  }
  if (event.detail.elt.id !== 'panels') return;
  panels().scrollTop = scrolled;
  cutAll();
  watch();
  if (!panels().dataset.answered) return;
  // The next field that needs someone, else the next one.
  const fields = fieldsOf();
  const at = fields.findIndex((field) => field.dataset.field === panels().dataset.answered);
  (fields.slice(at + 1).find((field) => field.classList.contains('doubted')) ?? fields[at + 1] ?? fields[at])?.focus();
});
document.body.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful && isChange(event) && !event.detail.requestConfig.path.endsWith('/open')) refreshSoon();
});

// Someone whom the program did not think of --------------------------------------------------------

let typing = 0;
document.addEventListener('input', (event) => {
  const form = event.target.closest('form.find-person');
  if (!form || event.target.name !== 'query') return;
  clearTimeout(typing);
  typing = setTimeout(() => suggest(form), 180);
});
document.addEventListener('submit', (event) => {
  if (!event.target.matches('form.find-person')) return;
  event.preventDefault();
  suggest(event.target);
});

async function suggest(form) {
  const query = form.elements.query.value.trim();
  const found = form.querySelector('.found');
  if (!query) { found.replaceChildren(); return; }
  const csrf = document.querySelector('meta[name="csrf"]');
  const answer = await fetch('/api/v1/suggest', { method: 'POST', headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }, body: JSON.stringify({ query }) });
  if (!answer.ok || form.elements.query.value.trim() !== query) return;
  const { people } = await answer.json();
  found.replaceChildren(...people.slice(0, 6).map((person) => row(form, person)));
  if (!people.length) found.append(Object.assign(document.createElement('li'), { className: 'faint', textContent: form.dataset.none }));
}

function row(form, person) {
  const line = document.createElement('li');
  const who = document.createElement('span');
  who.className = 'number';
  who.textContent = [person.name ?? form.dataset.nameless, person.citizenIdMasked, ...person.insuredNumbers, person.birthDate].filter(Boolean).join('  ');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'small', textContent: form.dataset.this });
  button.addEventListener('click', () => htmx.ajax('POST', `/items/${item()}/links`, { source: form, target: '#panels', swap: 'outerHTML', values: { person: person.id, role: form.elements.role.value } }));
  line.append(who, button);
  return line;
}

let resized = 0;
const resizing = new ResizeObserver(() => { clearTimeout(resized); resized = setTimeout(cutAll, 150); });
function watch() {
  resizing.disconnect();
  resizing.observe(panels());
}
watch();
