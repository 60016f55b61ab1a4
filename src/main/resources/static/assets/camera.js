// Photographs pages at the counter: several to an item, several items to a batch. Each photograph is delivered as the
// camera gave it, and beside it where the sheet lies on it.
import { call, isStranger, signInAgain } from './server.js';
import { Corners } from './corners.js';
import { Delivery } from './delivery.js';
import { findSheet } from './edges.js';
import { Lens, NoCamera } from './lens.js';

const LOOK = 250;
const WHOLE = [0, 0, 1, 0, 1, 1, 0, 1];
const main = document.querySelector('[data-camera]');
const words = main.dataset;
const at = (id) => document.getElementById(id);
const live = at('live-picture');
const taken = at('taken');
const lens = new Lens(live);
let items = [[]];
let current = null;
let replaced = null;
let delivery = null;
let isTaking = false;

const corners = new Corners(at('view'), at('sheet'), [...main.querySelectorAll('.corner')], (moved) => {
  current.corners = moved;
  thumb(current);
});

function warn(text) {
  at('problem').textContent = text;
  at('problem').hidden = text === '';
}

async function open(device) {
  try {
    await lens.open(device);
    lens.onEnd(() => fail('absent'));
    warn('');
    at('absent').hidden = true;
    at('view').hidden = false;
    await list();
  } catch (failure) {
    fail(failure instanceof NoCamera ? failure.why : 'broken');
  }
  show();
}

function fail(why) {
  lens.close();
  at('why').textContent = words[why];
  at('absent').hidden = false;
  show();
}

async function list() {
  const devices = await lens.devices();
  at('device').replaceChildren(...devices.map((one, number) => new Option(one.name || words.device.replace('{0}', number + 1), one.id, false, one.isOpen)));
  at('choose').hidden = devices.length < 2;
}

// While the camera is looked through, the sheet that it sees is drawn around.
setInterval(() => {
  if (!current && lens.isOpen && !document.hidden) corners.show(findSheet(live, live.videoWidth, live.videoHeight), false);
}, LOOK);

async function take() {
  if (isTaking || !lens.isOpen) return;
  isTaking = true;
  at('take').disabled = true;
  try {
    await keep(await lens.photograph());
  } catch {
    warn(words.broken);
  } finally {
    isTaking = false;
    at('take').disabled = false;
  }
}

async function keep(photo) {
  const picture = await createImageBitmap(photo);
  const page = { photo, width: picture.width, height: picture.height, corners: findSheet(picture, picture.width, picture.height), small: document.createElement('canvas') };
  page.small.width = 120;
  page.small.height = Math.round((120 * picture.height) / picture.width);
  page.small.getContext('2d').drawImage(picture, 0, 0, page.small.width, page.small.height);
  picture.close();
  page.whole = page.small.getContext('2d').getImageData(0, 0, page.small.width, page.small.height);
  thumb(page);
  if (replaced) {
    const item = items.find((one) => one.includes(replaced));
    item[item.indexOf(replaced)] = page;
  } else items.at(-1).push(page);
  replaced = null;
  look(null);
}

// The little picture with the sheet drawn around.
function thumb(page) {
  const pen = page.small.getContext('2d');
  pen.putImageData(page.whole, 0, 0);
  if (!page.corners) return;
  pen.beginPath();
  for (let i = 0; i < 8; i += 2) pen.lineTo(page.corners[i] * page.small.width, page.corners[i + 1] * page.small.height);
  pen.closePath();
  pen.lineWidth = 2;
  pen.strokeStyle = '#2f80c0';
  pen.stroke();
}

/** Shows a page that was taken, or the camera's picture again. */
function look(page) {
  current = page;
  if (taken.src) URL.revokeObjectURL(taken.src);
  taken.removeAttribute('src');
  if (page) taken.src = URL.createObjectURL(page.photo);
  show();
}

function show() {
  const pages = items.flat();
  at('view').hidden = !current && !lens.isOpen;
  live.hidden = current !== null;
  taken.hidden = current === null;
  at('shooting').hidden = current !== null;
  at('editing').hidden = current === null;
  at('take').hidden = !lens.isOpen;
  at('take-label').textContent = replaced ? words.instead : words.take;
  at('unreplace').hidden = !replaced;
  if (current) {
    corners.show(current.corners, true);
    const item = items.find((one) => one.includes(current));
    at('earlier').disabled = item[0] === current;
    at('later').disabled = item.at(-1) === current;
    at('whole').hidden = current.corners === null;
    at('find').hidden = current.corners !== null;
  } else corners.show(null, false);
  at('next').disabled = items.at(-1).length === 0;
  at('items').replaceChildren(...items.map(strip));
  at('deliver').disabled = pages.length === 0 || delivery?.isUnderWay === true;
  at('deliver').textContent = words.deliver.replace('{0}', items.filter((one) => one.length).length).replace('{1}', pages.length);
}

function strip(item, number) {
  const row = document.createElement('li');
  const name = document.createElement('h3');
  name.textContent = words.item.replace('{0}', number + 1);
  const list = document.createElement('ol');
  list.append(...item.map((page, position) => {
    const cell = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', words.page.replace('{0}', number + 1).replace('{1}', position + 1));
    if (page === current) button.setAttribute('aria-current', 'true');
    button.append(page.small);
    button.addEventListener('click', () => look(page));
    cell.append(button);
    return cell;
  }));
  if (!item.length) {
    const empty = document.createElement('li');
    empty.className = 'faint';
    empty.textContent = words.empty;
    list.append(empty);
  }
  row.append(name, list);
  return row;
}

function move(by) {
  const item = items.find((one) => one.includes(current));
  const from = item.indexOf(current);
  item.splice(from, 1);
  item.splice(from + by, 0, current);
  show();
}

function remove() {
  items = items.map((one) => one.filter((page) => page !== current)).filter((one) => one.length);
  if (!items.length) items = [[]];
  look(null);
}

async function insist(ask) {
  for (;;) {
    const answer = await ask();
    if (!isStranger(answer.status, answer.document)) return answer;
    await signInAgain();
  }
}

async function deliver() {
  at('deliver').disabled = true;
  warn('');
  const now = new Date();
  const title = at('title').value.trim() || `${words.photographed} ${now.toLocaleString(document.documentElement.lang)}`;
  const answer = await insist(() => call('POST', '/batches', { title, source: 'hall', arrangement: 'folder-is-item', caseNumber: at('case').value.trim() || null }));
  if (!answer.ok) {
    warn(answer.document ? [answer.document.title, answer.document.detail].filter(Boolean).join('. ') : document.body.dataset.connection);
    at('deliver').disabled = false;
    return;
  }
  at('progress-line').hidden = false;
  at('batch').href = `/batches/${answer.document.id}`;
  delivery = new Delivery(answer.document.id, Number(words.largest), words, told);
  delivery.add(items.filter((one) => one.length).flatMap((item, number) => item.map((page, position) => ({
    file: page.photo,
    path: `${words.item.replace('{0}', number + 1)}/${String(position + 1).padStart(4, '0')}.${page.photo.type === 'image/png' ? 'png' : page.photo.type === 'image/webp' ? 'webp' : 'jpg'}`,
    corners: page.corners,
  }))));
  show();
}

function told() {
  const { state, files, failed, count } = delivery;
  const there = count.received + count.repeated;
  const ended = state === 'sending' && failed.length > 0 && there + failed.length === files.length;
  at('sent').textContent = words.sent.replace('{0}', there).replace('{1}', files.length);
  at('now').textContent = ended ? `${words.withfailed}: ${failed[0].why}` : main.getAttribute(`data-now-${state}`);
  at('again').hidden = !ended;
  if (state === 'sealed' && items.flat().length) {
    items = [[]];
    at('title').value = '';
    at('case').value = '';
    look(null);
  }
}

at('take').addEventListener('click', take);
at('next').addEventListener('click', () => {
  if (items.at(-1).length) items.push([]);
  show();
});
at('retake').addEventListener('click', () => {
  replaced = current;
  look(null);
});
at('unreplace').addEventListener('click', () => {
  replaced = null;
  show();
});
at('remove').addEventListener('click', remove);
at('earlier').addEventListener('click', () => move(-1));
at('later').addEventListener('click', () => move(1));
at('whole').addEventListener('click', () => {
  current.corners = null;
  thumb(current);
  show();
});
at('find').addEventListener('click', () => {
  current.corners = findSheet(taken, taken.naturalWidth, taken.naturalHeight) ?? WHOLE.map((share) => 0.05 + 0.9 * share);
  thumb(current);
  show();
});
at('back').addEventListener('click', () => look(null));
at('deliver').addEventListener('click', deliver);
at('again').addEventListener('click', () => delivery.retry(delivery.failed));
at('try').addEventListener('click', () => open());
at('device').addEventListener('change', (event) => open(event.target.value));
for (const input of main.querySelectorAll('input[type=file]')) {
  input.addEventListener('change', async () => {
    const photos = [...input.files];
    input.value = '';
    for (const photo of photos) {
      try {
        await keep(photo);
      } catch {
        warn(words.nopicture.replace('{0}', photo.name));
      }
    }
  });
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog, .corner')) return;
  const isButton = event.target.closest('button, a, label') !== null;
  if (event.key === ' ' && !current && !(isButton && event.target.id !== 'take')) {
    event.preventDefault();
    take();
  } else if (event.key === 'n' && !current) at('next').click();
  else if (event.key === 'Escape' && current) look(null);
  else if (event.key === 'Delete' && current) remove();
});
addEventListener('beforeunload', (event) => {
  if (items.flat().length) event.preventDefault();
});
addEventListener('pagehide', () => lens.close());
show();
open();
