// Delivers dropped or chosen files: one batch, each file by its own PUT under a key of its own, three
// at a time. A key is sent again until there is a receipt; the server takes the same bytes only once.
const main = document.querySelector('[data-upload]');
const words = main.dataset;
const csrf = document.querySelector('meta[name="csrf"]');
const rows = document.getElementById('rows');
const again = document.getElementById('again');
const problem = document.getElementById('problem');
const arrangement = document.getElementById('arrangement');
const preview = document.getElementById('preview');
const AT_ONCE = 3;
const TRIES = 5;
let batch = null;
let proposed = [];
let queue = [];
let active = 0;
let number = 0;
let all = 0;
let received = 0;
let bytes = 0;
let bytesSent = 0;
let failed = [];

function headers(more) {
  return { [csrf.dataset.header]: csrf.content, ...more };
}

async function open() {
  const title = document.getElementById('title').value.trim() || new Date().toLocaleString();
  const answer = await fetch('/api/v1/batches', {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json' }),
    body: JSON.stringify({ title, source: document.getElementById('source').value, arrangement: arrangement.value }),
  });
  const document_ = await answer.json();
  if (!answer.ok) throw new Error(document_.title);
  return document_.id;
}

// Several files that become one item are shown as what they will become before the first is sent.
async function take(found) {
  const files = found.filter((one) => !one.path.split('/').pop().startsWith('.'));
  if (!files.length) return;
  problem.hidden = true;
  const tables = files.filter((one) => one.path.toLowerCase().endsWith('.csv'));
  if (arrangement.value === 'catalogue') catalogue(tables, files.filter((one) => !tables.includes(one)));
  else if (batch || arrangement.value === 'file-is-item') deliver(files);
  else plan(files);
}

// The catalogue goes first: its rows can be found before the first page is read.
async function catalogue(tables, files) {
  if (!batch && tables.length !== 1) {
    warn(words.catalogueneeded);
    return;
  }
  if (tables.length) {
    const answer = await fetch(`/api/v1/batches/${await begin()}/catalogue`, {
      method: 'PUT',
      headers: headers({ 'Content-Type': 'text/csv' }),
      body: tables[0].file,
    }).catch(() => null);
    const told = await answer?.json();
    if (!answer?.ok) {
      warn(told ? `${told.title}. ${told.detail ?? ''}` : document.body.dataset.connection);
      return;
    }
    warn(words.catalogued.replace('{0}', told.rows).replace('{1}', told.findings.length));
  }
  deliver(files);
}

function warn(text) {
  problem.textContent = text;
  problem.hidden = false;
  document.getElementById('sending').hidden = false;
}

async function plan(files) {
  const answer = await fetch('/api/v1/arrangements/preview', {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json' }),
    body: JSON.stringify({ arrangement: arrangement.value, paths: files.map((one) => one.path) }),
  }).catch(() => null);
  const told = await answer?.json();
  if (!answer?.ok) {
    warn(told?.title ?? document.body.dataset.connection);
    return;
  }
  proposed = files;
  show(told, files.length);
}

function show(told, count) {
  document.getElementById('become').textContent = words.become.replace('{0}', count).replace('{1}', told.total);
  const list = document.getElementById('items');
  list.replaceChildren();
  for (const item of told.items) {
    const row = document.createElement('li');
    const name = document.createElement('strong');
    name.textContent = item.name || item.files[0];
    const files = document.createElement('span');
    files.className = 'faint';
    files.textContent = `${words.files.replace('{0}', item.files.length)} · ${item.files.map((path) => path.split('/').pop()).join(' · ')}`;
    row.append(name, files);
    list.append(row);
  }
  if (told.total > told.items.length) {
    const rest = document.createElement('li');
    rest.className = 'faint';
    rest.textContent = words.more.replace('{0}', told.total - told.items.length);
    list.append(rest);
  }
  preview.hidden = false;
  document.getElementById('go').focus();
}

async function begin() {
  if (!batch) {
    batch = open();
    batch.catch(() => { batch = null; });
  }
  return batch;
}

async function deliver(files) {
  document.getElementById('sending').hidden = false;
  try {
    const id = await begin();
    const link = document.getElementById('batch');
    link.href = `/batches/${id}`;
    link.hidden = false;
    document.getElementById('live').hidden = false;
    if (all === 0) dispatchEvent(new CustomEvent('huodang:follow', { detail: id }));
  } catch (failure) {
    problem.textContent = failure.message || document.body.dataset.connection;
    problem.hidden = false;
    return;
  }
  for (const one of files.sort((a, b) => a.path.localeCompare(b.path, 'zh', { numeric: true }))) {
    all += 1;
    number += 1;
    bytes += one.file.size;
    queue.push({ ...one, key: `f${String(number).padStart(6, '0')}`, sent: 0, tries: 0, row: line(one) });
  }
  figures();
  while (active < AT_ONCE && queue.length) send(queue.shift());
}

function line(one) {
  const row = rows.insertRow();
  row.insertCell().textContent = one.path;
  const size = row.insertCell();
  size.className = 'right number';
  size.textContent = one.file.size >= 1048576 ? `${(one.file.size / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(one.file.size / 1024))} kB`;
  row.insertCell().textContent = words.queued;
  return row;
}

function say(one, text) {
  one.row.cells[2].textContent = text;
}

async function send(one) {
  active += 1;
  const id = await batch;
  const request = new XMLHttpRequest();
  request.open('PUT', `/api/v1/batches/${id}/files/${one.key}`);
  request.setRequestHeader(csrf.dataset.header, csrf.content);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Huodang-Path', `UTF-8''${encodeURIComponent(one.path)}`);
  request.upload.onprogress = (event) => {
    bytesSent += event.loaded - one.sent;
    one.sent = event.loaded;
    say(one, `${words.sending} ${Math.round((100 * event.loaded) / Math.max(1, event.total))} %`);
    figures();
  };
  request.onloadend = () => {
    active -= 1;
    if (request.status === 201 || request.status === 200) {
      received += 1;
      bytesSent += one.file.size - one.sent;
      one.row.className = '';
      say(one, request.status === 201 ? words.received : words.repeated);
    } else if ((request.status === 0 || request.status >= 500) && one.tries < TRIES) {
      one.tries += 1;
      rewind(one);
      say(one, words.retry);
      active += 1;
      setTimeout(() => { active -= 1; send(one); }, 500 * 2 ** one.tries);
      return;
    } else {
      rewind(one);
      one.row.className = 'failed';
      say(one, `${words.failed}: ${title(request)}`);
      failed.push(one);
    }
    figures();
    if (queue.length) send(queue.shift());
    else if (active === 0) finish();
  };
  request.send(one.file);
}

function rewind(one) {
  bytesSent -= one.sent;
  one.sent = 0;
}

function title(request) {
  try {
    return JSON.parse(request.responseText).title;
  } catch {
    return document.body.dataset.connection;
  }
}

async function finish() {
  again.hidden = failed.length === 0;
  if (failed.length) return;
  const id = await batch;
  const answer = await fetch(`/api/v1/batches/${id}/seal`, { method: 'POST', headers: headers({}) });
  if (answer.ok) {
    // What is dropped from now on is another delivery.
    batch = null;
    all = received = bytes = bytesSent = 0;
  }
}

function figures() {
  document.getElementById('sent').textContent = words.sent.replace('{0}', received).replace('{1}', all);
  document.getElementById('progress').value = bytes ? bytesSent / bytes : 0;
}

document.getElementById('go').addEventListener('click', () => {
  preview.hidden = true;
  deliver(proposed);
});
document.getElementById('stop').addEventListener('click', () => {
  preview.hidden = true;
  proposed = [];
});
arrangement.addEventListener('change', () => {
  if (!preview.hidden) plan(proposed);
});

again.addEventListener('click', () => {
  again.hidden = true;
  queue = failed.map((one) => ({ ...one, tries: 0 }));
  failed = [];
  while (active < AT_ONCE && queue.length) send(queue.shift());
});

async function unpack(entry) {
  if (entry.isFile) {
    const file = await new Promise((done, fail) => { entry.file(done, fail); });
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const part = await new Promise((done, fail) => { reader.readEntries(done, fail); });
    if (!part.length) return (await Promise.all(found.map(unpack))).flat();
    found.push(...part);
  }
}

let depth = 0;
document.addEventListener('dragenter', (event) => { event.preventDefault(); depth += 1; main.classList.add('over'); });
document.addEventListener('dragleave', () => { depth -= 1; if (depth === 0) main.classList.remove('over'); });
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  depth = 0;
  main.classList.remove('over');
  const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry()).filter(Boolean);
  take((await Promise.all(entries.map(unpack))).flat());
});
for (const input of [document.getElementById('files'), document.getElementById('folder')]) {
  input.addEventListener('change', () => {
    const chosen = [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
    input.value = '';
    take(chosen);
  });
}
document.getElementById('choice').addEventListener('submit', (event) => event.preventDefault());
addEventListener('beforeunload', (event) => { if (active || queue.length) event.preventDefault(); });
