// The strip of an item's pages: each turned, marked blank or put elsewhere by a key, a button or by
// dragging it. Every change can be taken back with the button that comes with it.
const leaves = () => [...document.querySelectorAll('#leaves a[data-page]')];
const item = () => document.getElementById('panels').dataset.item;
const current = () => document.querySelector('#leaves a[aria-current]');

function send(path, values) {
  return htmx.ajax('POST', `/items/${item()}/pages/${path}`, { source: '#panels', target: '#panels', swap: 'outerHTML', values });
}

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
};
const KEYS = { r: DO.right, R: DO.left, b: DO.blank, B: DO.blank };
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
  if (button && current()) DO[button.dataset.arrange]();
});

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
