// Follows one batch by server-sent events; the same figures stand on its page and under an upload.
const COUNTS = { 'files.received': (b) => b.files.received, 'files.opened': (b) => b.files.opened, 'files.quarantined': (b) => b.files.quarantined,
  'pages.total': (b) => b.pages.total, 'pages.recognised': (b) => b.pages.recognised, 'pages.linked': (b) => b.pages.linked,
  'pages.findable': (b) => b.pages.findable, 'pages.flagged': (b) => b.pages.flagged, 'pages.quarantined': (b) => b.pages.quarantined,
  people: (b) => b.people };

const AGAIN = 5000;
let events = null;

function follow(id, told) {
  events?.close();
  events = new EventSource(`/api/v1/batches/${encodeURIComponent(id)}/events`);
  // A browser gives up when it is refused, as after the end of a session.
  events.onerror = ({ target }) => {
    if (target.readyState === EventSource.CLOSED) setTimeout(() => { if (target === events) follow(id, told); }, AGAIN);
  };
  events.addEventListener('batch', (event) => {
    const batch = JSON.parse(event.data);
    for (const field of document.querySelectorAll('[data-count]')) {
      const count = COUNTS[field.dataset.count](batch);
      field.textContent = count;
      field.toggleAttribute('data-zero', count === 0);
    }
    told(batch);
    if (batch.state === 'done') event.target.close();
  });
}
addEventListener('huodang:follow', (event) => follow(event.detail, () => {}));

for (const field of document.querySelectorAll('[data-count]')) field.toggleAttribute('data-zero', field.textContent === '0');
const main = document.querySelector('[data-batch]');
if (main) {
  const state = main.querySelector('[data-state]');
  const bar = main.querySelector('[data-progress]');
  const eta = main.querySelector('[data-eta]');
  let before = main.dataset.state;
  if (before !== 'done') follow(main.dataset.id, (batch) => {
    state.textContent = main.dataset[batch.state];
    state.className = `badge batch-${batch.state}`;
    bar.value = batch.pages.total ? (batch.pages.findable + batch.pages.quarantined) / batch.pages.total : 0;
    eta.hidden = !batch.etaSeconds;
    eta.textContent = main.dataset.eta.replace('{0}', batch.etaSeconds);
    // The list of files is drawn by the server: once more when everything has ended.
    if (batch.state === 'done' && before !== 'done') location.reload();
    before = batch.state;
  });
}
