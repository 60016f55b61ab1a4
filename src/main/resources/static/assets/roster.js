// Delivers a roster, and follows an import until it has ended.
import { call, headers, isStranger, signInAgain } from './server.js';

const form = document.querySelector('[data-roster]');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  const refused = form.querySelector('[data-refused]');
  const buttons = form.querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  refused.hidden = false;
  refused.classList.remove('bad');
  refused.textContent = form.dataset.sending;
  const told = await deliver(file, event.submitter?.dataset.how !== 'import');
  if (told.id) location.assign(`/roster/${told.id}`);
  refused.classList.add('bad');
  refused.textContent = told.title ?? form.dataset.failed;
  for (const button of buttons) button.disabled = false;
});

async function deliver(file, dryRun) {
  try {
    const answer = await fetch(`/api/v1/roster?dryRun=${dryRun}`, {
      method: 'POST',
      headers: headers({ 'Content-Type': 'text/csv', Prefer: 'respond-async', 'Huodang-Path': `UTF-8''${encodeURIComponent(file.name)}` }),
      body: file,
    });
    const document_ = await answer.json().catch(() => ({}));
    if (!isStranger(answer.status, document_)) return document_;
    await signInAgain();
    return deliver(file, dryRun);
  } catch {
    return {};
  }
}

const under = document.querySelector('[data-import]');
if (under) setTimeout(follow, 500);

async function follow() {
  const { ok, document: roster } = await call('GET', `/roster/imports/${under.dataset.import}`);
  if (ok && !['reading', 'comparing', 'applying'].includes(roster.state)) return location.reload();
  if (ok) {
    for (const figure of under.querySelectorAll('[data-figure]')) figure.textContent = roster[figure.dataset.figure];
    const all = roster.added + roster.changed + roster.returned;
    if (roster.state === 'applying' && all > 0) under.querySelector('[data-progress]').value = roster.applied / all;
  }
  setTimeout(follow, 500);
}
