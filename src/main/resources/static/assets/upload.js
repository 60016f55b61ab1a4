// The screen of an upload: what was chosen, what it will become, how far it is, and what could not be taken in.
import { call, headers, isStranger, signInAgain } from './server.js';
import { Delivery } from './delivery.js';
import { onFiles } from './chosen.js';
import { Rows } from './rows.js';

const AT_ONCE_WITHOUT_LOOKING = 20;
const main = document.querySelector('[data-upload]');
const words = main.dataset;
const at = (id) => document.getElementById(id);
const arrangement = at('arrangement');
let delivery = null;
let opening = null;
let proposed = [];
let onlyFailed = false;

function warn(text) {
  at('problem').textContent = text;
  at('problem').hidden = text === '';
}

function said(answer) {
  return answer.document ? [answer.document.title, answer.document.detail].filter(Boolean).join('. ') : document.body.dataset.connection;
}

async function insist(ask) {
  for (;;) {
    const answer = await ask();
    if (!isStranger(answer.status, answer.document)) return answer;
    await signInAgain();
  }
}

async function take(found) {
  if (!found.length) return;
  warn('');
  const tables = found.filter((one) => one.path.toLowerCase().endsWith('.csv'));
  if (arrangement.value === 'catalogue') catalogue(tables, found.filter((one) => !tables.includes(one)));
  else if (delivery?.isUnderWay || words.batch || (arrangement.value === 'file-is-item' && found.length <= AT_ONCE_WITHOUT_LOOKING)) deliver(found);
  else plan(found);
}

// The catalogue goes first: its rows can be found before the first page is read.
async function catalogue(tables, files) {
  if (!delivery?.isUnderWay && !words.batch && tables.length !== 1) {
    warn(words.catalogueneeded);
    return;
  }
  if (tables.length && !(await sendCatalogue(tables[0]))) return;
  deliver(files);
}

async function sendCatalogue(table) {
  const delivered = await begin(table.path);
  if (!delivered) return false;
  if (delivered.known) return true;
  const answer = await insist(() => fetch(`/api/v1/batches/${delivered.batch}/catalogue`, {
    method: 'PUT',
    headers: headers({ 'Content-Type': 'text/csv' }),
    body: table.file,
  }).then(async (one) => ({ ok: one.ok, status: one.status, document: await one.json().catch(() => null) }), () => ({ status: 0 })));
  warn(answer.ok ? words.catalogued.replace('{0}', answer.document.rows).replace('{1}', answer.document.findings.length) : said(answer));
  return answer.ok;
}

// What a folder will become is shown before its first file is sent.
async function plan(files) {
  const paths = files.map((one) => one.path);
  const answer = await insist(() => call('POST', '/arrangements/preview', { arrangement: arrangement.value, paths }));
  if (!answer.ok) {
    warn(said(answer));
    return;
  }
  proposed = files;
  at('become').textContent = (answer.document.known ? words.become : words.unknown).replace('{0}', files.length).replace('{1}', answer.document.total);
  at('items').replaceChildren(...answer.document.items.map(item), ...rest(answer.document));
  at('preview').hidden = false;
  at('go').focus();
}

function item(one) {
  const row = document.createElement('li');
  const name = document.createElement('strong');
  name.textContent = one.name || one.files[0];
  const files = document.createElement('span');
  files.className = 'faint';
  files.textContent = `${words.files.replace('{0}', one.files.length)} · ${one.files.map((path) => path.split('/').pop()).join(' · ')}`;
  row.append(name, files);
  return row;
}

function rest(preview) {
  if (preview.total <= preview.items.length) return [];
  const row = document.createElement('li');
  row.className = 'faint';
  row.textContent = words.more.replace('{0}', preview.total - preview.items.length);
  return [row];
}

async function deliver(files) {
  const delivered = await begin(files[0]?.path ?? '');
  if (delivered) delivered.add(files);
}

/** The delivery that is under way, or a new one; null when there can be none, which was said. */
async function begin(path) {
  if (delivery && delivery.state !== 'sealed') return delivery;
  opening ??= words.batch ? goOn(words.batch) : open(path);
  try {
    delivery = await opening;
  } finally {
    opening = null;
  }
  return delivery;
}

async function open(path) {
  const folder = path.includes('/') ? path.split('/')[0] : '';
  const title = at('title').value.trim() || folder.slice(0, 200) || new Date().toLocaleString(document.documentElement.lang);
  const answer = await insist(() => call('POST', '/batches', { title, source: at('source').value, arrangement: arrangement.value }));
  if (!answer.ok) {
    warn(said(answer));
    return null;
  }
  // Whoever comes back to this page comes back to this batch.
  history.replaceState(null, '', `?batch=${answer.document.id}`);
  return started(new Delivery(answer.document.id, Number(words.largest), words, changed));
}

async function goOn(batch) {
  const known = new Delivery(batch, Number(words.largest), words, changed);
  if (!(await known.learn())) {
    warn(document.body.dataset.connection);
    return null;
  }
  return started(known);
}

function started(begun) {
  onlyFailed = false;
  at('sending').hidden = false;
  at('live').hidden = false;
  at('unfinished')?.remove();
  at('batch').href = `/batches/${begun.batch}`;
  dispatchEvent(new CustomEvent('huodang:follow', { detail: begun.batch }));
  return begun;
}

const rows = new Rows(at('rows'), (one, position) => {
  const row = document.createElement('div');
  row.className = one.state;
  const cells = [one.path, size(one.file.size), state(one)].map((text) => {
    const cell = document.createElement('span');
    cell.textContent = text;
    cell.title = text;
    return cell;
  });
  cells[1].className = 'right number';
  row.append(...cells);
  if (one.state === 'failed') row.lastChild.append(button(one, position));
  return row;
});

function button(one, position) {
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'small';
  again.dataset.at = position;
  again.textContent = one.isOther ? words.beside : words.oneagain;
  again.addEventListener('click', () => (one.isOther ? delivery.deliverBeside(one) : delivery.retry([one])));
  return again;
}

function state(one) {
  if (one.state === 'failed') return `${words.failed}: ${one.why} `;
  if (one.state === 'sending' && one.sent) return `${words.sending} ${Math.floor((100 * one.sent) / Math.max(1, one.file.size))} %`;
  return words[one.state];
}

function size(bytes) {
  if (bytes >= 2 ** 30) return `${(bytes / 2 ** 30).toFixed(1)} GB`;
  return bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;
}

let drawing = 0;
function changed() {
  drawing ||= setTimeout(draw, 150);
}

function draw() {
  drawing = 0;
  const { state: now, files, failed, count, bytes, bytesSent } = delivery;
  onlyFailed &&= failed.length > 0;
  rows.show(onlyFailed ? failed : files);
  at('sent').textContent = words.sent.replace('{0}', count.received + count.repeated).replace('{1}', files.length);
  at('amount').textContent = `${size(bytesSent)} / ${size(bytes)}`;
  at('progress').value = bytes ? bytesSent / bytes : Number(now === 'sealed');
  const ended = now === 'sending' && failed.length > 0 && count.received + count.repeated + failed.length === files.length;
  at('now').textContent = ended ? words.withfailed : main.getAttribute(`data-now-${now}`);
  at('now').className = now === 'sealed' ? 'badge file-ok' : ended || now === 'waiting' || now === 'signed-out' ? 'badge doubtful' : 'badge';
  at('why').textContent = delivery.why;
  at('why').hidden = delivery.why === '';
  at('pause').hidden = !['sending', 'waiting'].includes(now) || ended;
  at('resume').hidden = now !== 'paused' && now !== 'waiting';
  at('cancel').hidden = !delivery.isUnderWay || now === 'sealing' || ended;
  at('again').hidden = failed.length === 0 || now === 'sealed';
  at('without').hidden = !(ended || (now === 'stopped' && count.received + count.repeated > 0));
  at('showfailed').hidden = failed.length === 0;
  at('showfailed').textContent = onlyFailed ? words.showall : words.showfailed.replace('{0}', failed.length);
}

at('go').addEventListener('click', () => {
  at('preview').hidden = true;
  deliver(proposed);
  proposed = [];
});
at('stop').addEventListener('click', () => {
  at('preview').hidden = true;
  proposed = [];
});
arrangement.addEventListener('change', () => {
  if (!at('preview').hidden) plan(proposed);
});
at('pause').addEventListener('click', () => delivery.pause());
at('resume').addEventListener('click', () => delivery.resume());
at('cancel').addEventListener('click', () => delivery.stop());
at('again').addEventListener('click', () => delivery.retry(delivery.failed));
at('without').addEventListener('click', () => delivery.sealWithoutFailed());
at('showfailed').addEventListener('click', () => {
  onlyFailed = !onlyFailed;
  at('rows').scrollTop = 0;
  draw();
});
at('choice').addEventListener('submit', (event) => event.preventDefault());
addEventListener('beforeunload', (event) => {
  if (delivery?.isUnderWay) event.preventDefault();
});
onFiles(main, [at('files'), at('folder')], take, (seen) => {
  at('reading').hidden = seen === null;
  at('reading').textContent = words.reading.replace('{0}', seen ?? 0);
});
