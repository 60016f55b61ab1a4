// Takes away what the filter shows: the form of the export sends the filter's fields along.
const filter = document.getElementById('filter');
const taken = document.getElementById('export');
taken.addEventListener('submit', () => {
  for (const old of taken.querySelectorAll('[data-copied]')) old.remove();
  for (const [name, value] of new FormData(filter)) {
    if (!value || name === '_csrf') continue;
    const copy = document.createElement('input');
    Object.assign(copy, { type: 'hidden', name, value });
    copy.dataset.copied = '';
    taken.append(copy);
  }
});

// Who opened a row before the page listened sees what is in it, too.
document.addEventListener('DOMContentLoaded', () => {
  for (const entry of document.querySelectorAll('details.entry[open]')) entry.dispatchEvent(new Event('toggle'));
});
