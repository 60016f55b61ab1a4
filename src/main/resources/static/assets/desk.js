// The desk below the search box: asked for once the page stands, so that the box never waits for it;
// kept searches are run, made and removed here. A query travels in bodies only.
const desk = document.getElementById('desk');
const keep = document.getElementById('keep');
const box = document.getElementById('query');
const track = document.getElementById('track');
const csrf = document.querySelector('meta[name="csrf"]');
const loading = desk.innerHTML;

async function load() {
  try {
    const response = await fetch('/desk', { headers: { 'HX-Request': 'true' } });
    if (response.status === 401 || response.redirected) {
      location.assign('/sign-in');
      return;
    }
    if (!response.ok) throw new Error(response.status);
    desk.innerHTML = await response.text();
  } catch {
    const note = document.createElement('p');
    const again = document.createElement('button');
    note.className = 'note bad';
    note.setAttribute('role', 'alert');
    note.append(desk.dataset.failed, ' ', again);
    again.textContent = desk.dataset.again;
    again.addEventListener('click', () => { desk.innerHTML = loading; load(); });
    desk.replaceChildren(note);
  }
}

async function call(method, path, body) {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', [csrf.dataset.header]: csrf.content },
      body: body && JSON.stringify(body),
    });
    if (response.ok) return '';
    return (await response.json()).title;
  } catch {
    return document.body.dataset.connection;
  }
}

desk.addEventListener('click', async (event) => {
  const run = event.target.closest('[data-view]');
  const remove = event.target.closest('[data-remove]');
  if (run) {
    const { view, track: on, category } = run.dataset;
    document.dispatchEvent(new CustomEvent('view', { detail: { query: view, track: on ?? '', category: category ?? '' } }));
  } else if (remove) {
    const problem = await call('DELETE', `/api/v1/views/${encodeURIComponent(remove.dataset.remove)}`);
    if (problem) document.dispatchEvent(new CustomEvent('problem', { detail: problem }));
    await load();
    desk.querySelector('[data-view]')?.focus();
  }
});

keep?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const name = keep.elements.name;
  const filters = { track: track.value || null, category: track.dataset.category || null };
  const problem = await call('POST', '/api/v1/views', { name: name.value, query: box.value, filters });
  name.setCustomValidity(problem);
  name.reportValidity();
  if (problem) return;
  name.value = '';
  keep.querySelector('output').textContent = desk.dataset.kept;
  load();
});
keep?.elements.name.addEventListener('input', () => keep.elements.name.setCustomValidity(''));

load();
