/*
 * Looks for a number whose SHA-256 (FIPS 180-4), together with the puzzle and a colon before it, begins with as many
 * zero bits as the puzzle asks for. Written out here, because pages without https have no crypto.subtle, and because
 * what goes before the number is hashed only once.
 */
'use strict';

const K = new Int32Array(64);
const START = new Int32Array(8);

/* The first 32 bits of the fractional parts of the roots of the first primes. */
(() => {
  const fraction = x => Math.floor((x - Math.floor(x)) * 4294967296) | 0;
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found++] = fraction(Math.cbrt(n));
  }
})();

const W = new Int32Array(64);

/* One block of 64 octets, into the state. */
function compress(state, block, at) {
  for (let i = 0; i < 16; i++) {
    W[i] = (block[at + 4 * i] << 24) | (block[at + 4 * i + 1] << 16) | (block[at + 4 * i + 2] << 8) | block[at + 4 * i + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

onmessage = message => {
  const puzzle = message.data;
  const bits = Number(puzzle.split('.')[1]);
  const before = new TextEncoder().encode(puzzle + ':');
  const whole = before.length - before.length % 64;
  const begun = START.slice();
  for (let at = 0; at < whole; at += 64) compress(begun, before, at);
  const rest = before.length - whole;
  const block = new Uint8Array(128);
  const state = new Int32Array(8);
  const expected = 2 ** bits;
  for (let number = 0; ; number++) {
    const digits = String(number);
    const length = rest + digits.length;
    const end = length + 9 <= 64 ? 64 : 128;
    block.fill(0);
    block.set(before.subarray(whole));
    for (let i = 0; i < digits.length; i++) block[rest + i] = digits.charCodeAt(i);
    block[length] = 0x80;
    new DataView(block.buffer).setUint32(end - 4, (whole + length) * 8);
    state.set(begun);
    compress(state, block, 0);
    if (end === 128) compress(state, block, 64);
    if (Math.clz32(state[0]) >= bits) {
      postMessage({solution: digits});
      return;
    }
    /* how likely it is to have been found by now */
    if (number % 8192 === 0) postMessage({share: 1 - Math.exp(-number / expected)});
  }
};
