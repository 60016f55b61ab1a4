// Calls to the server with the token of the page, and signing in again without leaving the page.
const csrf = document.querySelector('meta[name="csrf"]');

export function headers(more) {
  return { [csrf.dataset.header]: csrf.content, ...more };
}

/** What a call ended with: its status (0 without a connection), and its document. */
export async function call(method, path, body) {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      headers: headers(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { ok: answer.ok, status: answer.status, document: await answer.json().catch(() => null) };
  } catch {
    return { ok: false, status: 0, document: null };
  }
}

/** Whether that answer says that nobody is signed in here any more. */
export function isStranger(status, document_) {
  return status === 401 || (status === 403 && document_?.code === 'csrf');
}

/** Whose session this browser has now; null when it has none. Keeps the new session's token for the page. */
async function whoIsHere() {
  const answer = await fetch('/account', { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const token = page.querySelector('meta[name="csrf"]');
  if (token) csrf.content = token.content;
  return answer.ok && !answer.redirected ? page.querySelector('a[href="/account"]')?.textContent ?? null : null;
}

const door = document.getElementById('door');
let waiting = null;

/** Ends when someone is signed in here again: at once when that happened in another window, else by the form. */
export function signInAgain() {
  waiting ??= (async () => {
    if ((await whoIsHere()) === null) await knock();
    waiting = null;
  })();
  return waiting;
}

function knock() {
  const form = door.querySelector('form');
  const refused = door.querySelector('[role=alert]');
  return new Promise((done) => {
    const look = async () => {
      if (document.hidden || (await whoIsHere().catch(() => null)) === null) return;
      leave();
    };
    const leave = () => {
      document.removeEventListener('visibilitychange', look);
      form.onsubmit = null;
      door.close();
      done();
    };
    // Someone may sign in in another window instead.
    document.addEventListener('visibilitychange', look);
    door.oncancel = (event) => event.preventDefault();
    form.onsubmit = async (event) => {
      event.preventDefault();
      form.querySelector('button').disabled = true;
      const told = await enter(form);
      form.querySelector('button').disabled = false;
      form.elements.password.value = '';
      refused.hidden = told === '';
      refused.textContent = told;
      if (told === '') leave();
      else form.elements.password.focus();
    };
    refused.hidden = true;
    door.showModal();
  });
}

async function enter(form) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch('/sign-in')).text(), 'text/html');
    const fields = new URLSearchParams(new FormData(form));
    fields.set('_csrf', page.querySelector('main input[name="_csrf"]').value);
    const answer = await fetch('/sign-in', { method: 'POST', body: fields });
    if (new URL(answer.url).searchParams.has('refused')) return door.dataset.refused;
    const name = await whoIsHere();
    if (name === null) return door.dataset.refused;
    const shown = document.querySelector('.account a[href="/account"]');
    if (shown) shown.textContent = name;
    return '';
  } catch {
    return document.body.dataset.connection;
  }
}
