// One batch on its way from this browser to the server. A file is ours until there is a receipt for it: whatever
// breaks is waited out or told. Nothing is kept in the browser: keys come from paths, and the server knows which it has.
import { call, headers, isStranger, signInAgain } from './server.js';
import { ofFile, ofText } from './sha256.js';

const AT_ONCE = 3;
const TRIES = 5;
const LONGEST_WAIT = 15000;

export class Delivery {
  files = [];
  failed = [];
  count = { received: 0, repeated: 0 };
  bytes = 0;
  bytesSent = 0;
  // sending, paused, waiting (for the server), signed-out, stopped, sealing, sealed
  state = 'sending';
  why = '';
  #queue = [];
  #next = 0;
  #requests = new Set();
  #active = 0;
  #there = new Map();
  #wait = 1000;
  #isHolding = false;
  #wanted = false;

  /** `told` is called after every change; `words` are the page's. */
  constructor(batch, largest, words, told) {
    Object.assign(this, { batch, largest, words, told });
  }

  /** Learns which files the batch has already; false when the server could not say. */
  async learn() {
    for (let cursor = ''; cursor !== null; ) {
      const part = await call('GET', `/batches/${this.batch}/files?limit=200${cursor && `&cursor=${cursor}`}`);
      if (isStranger(part.status, part.document)) {
        await signInAgain();
        continue;
      }
      if (!part.ok) return false;
      for (const file of part.document.items) this.#there.set(file.key, { size: file.size, sha256: file.sha256 });
      cursor = part.document.next;
    }
    return true;
  }

  get known() {
    return this.#there.size;
  }

  add(found) {
    for (const { file, path, corners = null } of found) {
      const one = { file, path, corners, key: this.#key(path, 1), copy: 1, state: 'queued', sent: 0, tries: 0, why: '', isOther: false };
      this.files.push(one);
      this.#queue.push(one);
      this.bytes += file.size;
    }
    this.#wanted ||= found.length > 0;
    if (this.state === 'sealed' || this.state === 'stopped') this.state = 'sending';
    this.#pump();
  }

  // Letters only, so that no key can look like somebody's number; the batch makes it good for nothing elsewhere.
  #key(path, copy) {
    return ofText(`${this.batch}\n${path}\n${copy}`).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  }

  pause() {
    this.#turn('paused');
  }

  resume() {
    this.#turn('sending');
    this.#pump();
  }

  /** What is not sent is forgotten; what is there stays there, in an open batch. */
  stop() {
    this.#queue = [];
    this.#next = 0;
    this.#turn('stopped');
    for (const request of this.#requests) request.abort();
    this.files = this.files.filter((one) => one.state === 'received' || one.state === 'repeated');
    this.failed = [];
    this.bytes = this.files.reduce((sum, one) => sum + one.file.size, 0);
    this.bytesSent = this.bytes;
    this.told();
  }

  retry(some) {
    for (const one of [...some]) {
      this.failed.splice(this.failed.indexOf(one), 1);
      Object.assign(one, { state: 'queued', tries: 0, why: '', isOther: false });
      this.#queue.push(one);
    }
    if (this.state !== 'paused') this.#turn('sending');
    this.#pump();
  }

  /** Other bytes came under this path before: delivers these as a file of their own. */
  deliverBeside(one) {
    one.copy += 1;
    one.key = this.#key(one.path, one.copy);
    this.retry([one]);
  }

  /** Seals although some files were not taken in: someone said so. */
  sealWithoutFailed() {
    this.files = this.files.filter((one) => one.state !== 'failed');
    this.failed = [];
    this.#turn('sending');
    this.#pump();
  }

  get isUnderWay() {
    return ['sending', 'paused', 'waiting', 'signed-out', 'sealing'].includes(this.state) && this.#wanted;
  }

  #turn(state, why = '') {
    this.state = state;
    this.why = why;
    this.told();
  }

  #pump() {
    while (this.state === 'sending' && this.#active < AT_ONCE && this.#next < this.#queue.length) {
      const one = this.#queue[this.#next];
      this.#next += 1;
      this.#active += 1;
      this.#deliver(one).finally(() => {
        this.#active -= 1;
        this.#pump();
      });
    }
    if (this.#next === this.#queue.length) {
      this.#queue = [];
      this.#next = 0;
      if (this.state === 'sending' && this.#active === 0 && this.#wanted && !this.failed.length) this.#seal();
    }
    this.told();
  }

  async #deliver(one) {
    if (one.file.size > this.largest) return this.#fail(one, this.words.toolarge);
    one.state = 'sending';
    const there = this.#there.get(one.key);
    if (there) return this.#compare(one, there);
    const answer = await this.#put(one);
    if (answer.status === 201 || answer.status === 200) {
      this.#wait = 1000;
      return this.#settle(one, answer.status === 201 ? 'received' : 'repeated');
    }
    if (this.state === 'stopped') return undefined;
    this.bytesSent -= one.sent;
    one.sent = 0;
    if (isStranger(answer.status, answer.document)) return this.#again(one, () => this.#stranger());
    if (answer.status === 0 && !(await isReadable(one.file))) return this.#fail(one, this.words.unreadable);
    if (answer.status === 409 && answer.document?.code === 'other-bytes') return this.#other(one);
    if (answer.status === 503 || answer.status === 507) return this.#again(one, () => this.#hold(answer.document?.title ?? ''));
    if ((answer.status === 0 || answer.status >= 500) && (one.tries += 1) < TRIES) return this.#again(one, () => this.#hold());
    return this.#fail(one, answer.document?.title ?? document.body.dataset.connection);
  }

  // The bytes are there under this key: when they are the same there is nothing to send.
  async #compare(one, there) {
    try {
      if (there.size !== one.file.size || (await ofFile(one.file)) !== there.sha256) return this.#other(one);
    } catch {
      return this.#fail(one, this.words.unreadable);
    }
    return this.state === 'stopped' ? undefined : this.#settle(one, 'repeated');
  }

  #put(one) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('PUT', `/api/v1/batches/${this.batch}/files/${one.key}`);
      for (const [name, value] of Object.entries(headers({ 'Content-Type': 'application/octet-stream' }))) request.setRequestHeader(name, value);
      request.setRequestHeader('Huodang-Path', `UTF-8''${encodeURIComponent(one.path)}`);
      if (one.corners) request.setRequestHeader('Huodang-Corners', one.corners.map((share) => share.toFixed(5)).join(', '));
      request.upload.onprogress = (event) => {
        this.bytesSent += event.loaded - one.sent;
        one.sent = event.loaded;
        this.told();
      };
      request.onloadend = () => {
        this.#requests.delete(request);
        done({ status: request.status, document: parsed(request.responseText) });
      };
      this.#requests.add(request);
      request.send(one.file);
    });
  }

  #settle(one, state) {
    this.bytesSent += one.file.size - one.sent;
    Object.assign(one, { state, sent: one.file.size, why: '' });
    this.count[state] += 1;
    // Its bytes need not be reachable any longer.
    one.file = { size: one.file.size };
    this.told();
  }

  #fail(one, why) {
    Object.assign(one, { state: 'failed', why });
    this.failed.push(one);
    this.told();
  }

  #other(one) {
    one.isOther = true;
    this.#fail(one, this.words.otherbytes);
  }

  #again(one, andThen) {
    one.state = 'queued';
    this.#queue.push(one);
    andThen();
  }

  // The server is away, or has no room: asks now and then whether it goes on, sooner when the network comes back.
  async #hold(why = '') {
    if (this.state !== 'sending') return;
    this.#turn('waiting', why);
    if (this.#isHolding) return;
    this.#isHolding = true;
    while (this.state === 'waiting') {
      await pause(this.#wait);
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
      const answer = await call('GET', `/batches/${this.batch}`);
      if (this.state === 'waiting' && isStranger(answer.status, answer.document)) this.#stranger(true);
      else if (this.state === 'waiting' && answer.ok) this.resume();
    }
    this.#isHolding = false;
  }

  async #stranger(evenWaiting = false) {
    if (this.state !== 'sending' && !(evenWaiting && this.state === 'waiting')) return;
    this.#turn('signed-out');
    await signInAgain();
    if (this.state === 'signed-out') this.resume();
  }

  async #seal() {
    this.#turn('sealing');
    const answer = await call('POST', `/batches/${this.batch}/seal`);
    if (answer.ok) {
      this.#wanted = false;
      this.#turn('sealed');
    } else {
      this.state = 'sending';
      if (isStranger(answer.status, answer.document)) this.#stranger();
      else if (answer.status === 0 || answer.status >= 500) this.#hold(answer.document?.title);
      else this.#turn('stopped', answer.document?.title ?? document.body.dataset.connection);
    }
  }
}

function pause(milliseconds) {
  return new Promise((done) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      removeEventListener('online', end);
      done();
    }
    addEventListener('online', end);
  });
}

// A file that was moved, changed or taken away with its disk since it was chosen cannot be read any more.
async function isReadable(file) {
  try {
    // Of a file that is gone, browsers read a piece of nothing.
    return file.size ? (await file.slice(0, 1).arrayBuffer()).byteLength === 1 : (await file.arrayBuffer()).byteLength === 0;
  } catch {
    return false;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
