// Finds the other person; arrow keys go through what is found.
const form = document.getElementById('choose');
const found = document.getElementById('found');
const csrf = document.querySelector('meta[name="csrf"]');
let typing = 0;

async function find() {
  const query = form.elements.query.value.trim();
  if (!query) { found.replaceChildren(); return; }
  const answer = await fetch('/api/v1/suggest', { method: 'POST', headers: { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }, body: JSON.stringify({ query, limit: 8 }) }).catch(() => null);
  if (!answer?.ok || form.elements.query.value.trim() !== query) return;
  const people = (await answer.json()).people.filter((person) => person.id !== form.dataset.kept);
  found.replaceChildren(...people.map(row));
  if (!people.length) found.append(element('li', form.dataset.none, 'empty'));
}

function row(person) {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/people/${form.dataset.kept}/merge?with=${person.id}`;
  link.append(element('strong', person.name ?? form.dataset.nameless), element('span', [person.citizenIdMasked, ...person.insuredNumbers, person.birthDate].filter(Boolean).join('  '), 'number faint'));
  line.append(link);
  return line;
}

function element(tag, text, className = '') {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

form?.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(find, 180); });
form?.addEventListener('submit', (event) => { event.preventDefault(); found.querySelector('a')?.click(); });
document.addEventListener('keydown', (event) => {
  if (!form || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const stops = [form.elements.query, ...document.querySelectorAll('.choices a')];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
});
