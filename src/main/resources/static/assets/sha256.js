// SHA-256 (FIPS 180-4), piece by piece. The browser's own is missing wherever a page does not come over TLS, and it
// wants the whole file in memory.
const K = new Uint32Array(64);
const START = new Uint32Array(8);
const primes = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
primes.forEach((prime, at) => { K[at] = fraction(Math.cbrt(prime)); });
primes.slice(0, 8).forEach((prime, at) => { START[at] = fraction(Math.sqrt(prime)); });

class Sha256 {
  state = START.slice();
  words = new Uint32Array(64);
  rest = new Uint8Array(64);
  held = 0;
  size = 0;

  take(bytes) {
    this.size += bytes.length;
    let at = 0;
    if (this.held) {
      at = Math.min(64 - this.held, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return this;
      this.block(this.rest, 0);
      this.held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at);
    this.rest.set(bytes.subarray(at));
    this.held = bytes.length - at;
    return this;
  }

  digest() {
    const bits = this.size * 8;
    const end = new Uint8Array(this.held < 56 ? 64 - this.held : 128 - this.held);
    end[0] = 0x80;
    const length = new DataView(end.buffer, end.length - 8);
    length.setUint32(0, Math.floor(bits / 2 ** 32));
    length.setUint32(4, bits >>> 0);
    this.take(end);
    return [...this.state].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  block(bytes, from) {
    const w = this.words;
    for (let i = 0; i < 16; i += 1) {
      const at = from + 4 * i;
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    const state = this.state;
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

export function ofText(text) {
  return new Sha256().take(new TextEncoder().encode(text)).digest();
}

// Reads a file to its end, a piece at a time.
export async function ofFile(file) {
  const hash = new Sha256();
  for (let at = 0; at < file.size; at += 1 << 20) {
    const piece = new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer());
    // Of a file that is gone, browsers read pieces of nothing.
    if (piece.length !== Math.min(1 << 20, file.size - at)) throw new Error('The file became shorter.');
    hash.take(piece);
  }
  return hash.digest();
}
