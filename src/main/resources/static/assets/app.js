// What every screen does: the token of the page with each request, "/" to the search box, notices.
const csrf = document.querySelector('meta[name="csrf"]');
const notice = document.getElementById('notice');

document.body.addEventListener('htmx:configRequest', (event) => {
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});

let hide = 0;
function tell(text) {
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => { notice.hidden = true; }, 8000);
}

document.body.addEventListener('htmx:sendError', () => tell(document.body.dataset.connection));
document.body.addEventListener('htmx:responseError', () => tell(document.body.dataset.connection));

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  const box = document.getElementById('query');
  if (box) box.select();
  else location.assign('/');
});

function isTyping(element) {
  return element instanceof HTMLElement && element.closest('input, textarea, select, [contenteditable]') !== null;
}

document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.reveal[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
