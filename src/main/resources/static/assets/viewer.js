// Leafs through a file. Pictures are fetched ahead into memory, never into the browser's cache; what
// really stood on the screen is told to the server apart from what was only fetched.
const main = document.querySelector('[data-viewer]');
const collect = () => [...document.querySelectorAll('[data-page]')];
let links = collect();
const sheet = document.getElementById('sheet');
const frame = sheet.parentElement;
const state = document.getElementById('state');
const position = document.getElementById('position');
const caption = document.getElementById('caption');
const master = document.getElementById('master');
const csrf = document.querySelector('meta[name="csrf"]');
const KEPT = 12;
const SEEN_AFTER = 700;
const pictures = new Map();
let at = -1;
let zoom = 0; // 0: the whole page fits
let turn = 0;
let dwell = 0;
let seen = [];

// A page that was turned or read again has another version, and another picture.
function picture(index, size) {
  const { page, version } = links[index].dataset;
  const key = `/api/v1/pages/${page}/image?size=${size}${version ? `&v=${version}` : ''}`;
  let kept = pictures.get(key);
  if (!kept) {
    kept = fetch(key)
      .then((answer) => (answer.ok ? answer.blob() : answer.json().then((told) => Promise.reject(new Error(told.title)))))
      .then((bytes) => URL.createObjectURL(bytes));
    kept.catch(() => pictures.delete(key));
  }
  pictures.delete(key);
  pictures.set(key, kept);
  while (pictures.size > KEPT) {
    const [oldest, gone] = pictures.entries().next().value;
    pictures.delete(oldest);
    gone.then((address) => URL.revokeObjectURL(address), () => {});
  }
  return kept;
}

async function show(index) {
  if (index < 0 || index >= links.length || index === at) return;
  if (at >= 0) links[at].removeAttribute('aria-current');
  at = index;
  const link = links[at];
  link.setAttribute('aria-current', 'true');
  link.scrollIntoView({ block: 'nearest' });
  position.value = main.dataset.position.replace('{0}', link.dataset.position).replace('{1}', link.dataset.of);
  caption.textContent = link.dataset.title ?? '';
  master.href = `/api/v1/pages/${link.dataset.page}/master`;
  document.getElementById('print').hidden = false;
  document.getElementById('print-page').formAction = `/pages/${link.dataset.page}/print`;
  document.getElementById('print-item').formAction = `/items/${link.dataset.item}/print`;
  turn = 0;
  clearTimeout(dwell);
  await draw('screen');
  for (const next of [at + 1, at + 2, at - 1]) if (next >= 0 && next < links.length) picture(next, 'screen').catch(() => {});
}

async function draw(size) {
  const index = at;
  const late = setTimeout(() => { if (index === at) say(main.dataset.loading); }, 200);
  try {
    const address = await picture(index, size);
    if (index !== at) return;
    sheet.src = address;
    await sheet.decode();
    if (index !== at) return;
    sheet.alt = position.value;
    sheet.hidden = false;
    state.hidden = true;
    fit();
    dwell = setTimeout(() => remember(links[index].dataset.page), SEEN_AFTER);
  } catch (failure) {
    if (index === at) say(`${main.dataset.failed}: ${failure.message}`);
  } finally {
    clearTimeout(late);
  }
}

function say(text) {
  sheet.hidden = true;
  state.textContent = text;
  state.hidden = false;
}

function fit() {
  if (sheet.hidden) return;
  const lies = turn % 180 !== 0;
  const width = lies ? sheet.naturalHeight : sheet.naturalWidth;
  const height = lies ? sheet.naturalWidth : sheet.naturalHeight;
  const whole = Math.min((frame.clientWidth - 24) / width, (frame.clientHeight - 24) / height);
  const scale = zoom === 0 ? whole : zoom * whole;
  sheet.width = Math.round(sheet.naturalWidth * scale);
  sheet.height = Math.round(sheet.naturalHeight * scale);
  sheet.style.transform = turn ? `rotate(${turn}deg)` : '';
  const shift = lies ? Math.round((sheet.width - sheet.height) / 2) : 0;
  sheet.style.margin = lies ? `${shift}px ${-shift}px` : '';
  dispatchEvent(new CustomEvent('huodang:fitted', { detail: { page: links[at].dataset.page, turned: turn !== 0, zoomed: zoom !== 0 } }));
}

// Other scripts of a screen ask for a page to be shown, and for its picture, which is fetched once.
addEventListener('huodang:show', (event) => show(links.findIndex((link) => link.dataset.page === event.detail.page)));
addEventListener('huodang:picture', (event) => {
  const index = links.findIndex((link) => link.dataset.page === event.detail.page);
  if (index >= 0) event.detail.take(picture(index, event.detail.size ?? 'screen'));
});

// A page that is looked at closely is looked at in every pixel.
function magnify(factor) {
  const wanted = Math.min(8, Math.max(1, (zoom || 1) * factor));
  zoom = wanted === 1 ? 0 : wanted;
  fit();
  const blurred = sheet.width * devicePixelRatio > sheet.naturalWidth * 1.1;
  if (factor > 1 && blurred) picture(at, 'full').then(async (address) => {
    const [top, left, page] = [frame.scrollTop, frame.scrollLeft, at];
    const whole = sheet.width;
    const full = new Image();
    full.src = address;
    await full.decode();
    if (page !== at || sheet.src === address) return;
    sheet.src = address;
    await sheet.decode();
    fit();
    if (sheet.width === whole) frame.scrollTo(left, top);
  }).catch(() => {});
}

function remember(page) {
  seen.push(page);
  clearTimeout(remember.soon);
  remember.soon = setTimeout(report, 2000);
}

function report() {
  if (!seen.length) return;
  const pages = seen;
  seen = [];
  fetch('/api/v1/pages/shown', {
    method: 'POST',
    keepalive: true,
    headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content },
    body: JSON.stringify({ pages }),
  }).catch(() => { seen = pages.concat(seen); });
}
addEventListener('pagehide', report);

function toItem(step) {
  const here = links[at]?.dataset.item;
  let index = at;
  while (links[index] && links[index].dataset.item === here) index += step;
  if (!links[index]) return;
  const item = links[index].dataset.item;
  show(links.findIndex((link) => link.dataset.item === item));
}

const DO = {
  previous: () => show(at - 1),
  next: () => show(at + 1),
  in: () => magnify(1.4),
  out: () => magnify(1 / 1.4),
  fit: () => { zoom = 0; fit(); },
  turn: () => { turn = (turn + 90) % 360; fit(); },
};
const KEYS = {
  ArrowLeft: DO.previous, ArrowRight: DO.next, PageUp: () => toItem(-1), PageDown: () => toItem(1),
  '+': DO.in, '=': DO.in, '-': DO.out, 0: DO.fit, r: DO.turn, R: DO.turn,
  Home: () => show(0), End: () => show(links.length - 1),
};
for (const button of document.querySelectorAll('[data-do]')) button.addEventListener('click', () => DO[button.dataset.do]());
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
document.addEventListener('click', (event) => {
  const index = links.indexOf(event.target.closest?.('[data-page]'));
  if (index < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(index);
});
addEventListener('huodang:leaves', () => {
  const page = links[at]?.dataset.page;
  const before = Math.max(0, at);
  links = collect();
  at = -1;
  const index = links.findIndex((link) => link.dataset.page === page);
  show(index >= 0 ? index : Math.min(before, links.length - 1));
});
frame.addEventListener('wheel', (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  magnify(event.deltaY < 0 ? 1.2 : 1 / 1.2);
}, { passive: false });
let grip = null;
sheet.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  grip = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
  sheet.setPointerCapture(event.pointerId);
});
sheet.addEventListener('pointermove', (event) => { if (grip) frame.scrollTo(grip.x - event.clientX, grip.y - event.clientY); });
sheet.addEventListener('pointerup', () => { grip = null; });
new ResizeObserver(fit).observe(frame);

show(Math.min(links.length, Math.max(1, Number(main.dataset.start))) - 1);
