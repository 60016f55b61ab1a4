// Finds the sheet of paper on a picture: the largest bright area, when it has the shape of a sheet. No more than a
// suggestion: a white desk or a hand across a corner hides it, and then there is none.
const WIDTH = 240;
const SMALLEST = 0.12;
const FULLEST = 0.985;
const canvas = document.createElement('canvas');
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Eight shares of width and height, clockwise from the upper left corner; null where no sheet is seen. */
export function findSheet(source, width, height) {
  if (!width || !height) return null;
  const w = WIDTH;
  const h = Math.max(1, Math.round((WIDTH * height) / width));
  canvas.width = w;
  canvas.height = h;
  pen.drawImage(source, 0, 0, w, h);
  const gray = smooth(brightness(pen.getImageData(0, 0, w, h).data), w, h);
  const border = split(gray);
  const bright = gray.map((value) => (value > border ? 1 : 0));
  const sheet = largest(bright, w, h);
  if (sheet.length < SMALLEST * w * h) return null;
  const corners = outermost(sheet, w);
  const area = areaOf(corners);
  // A sheet fills the four corners around it, and is not the whole picture.
  if (area > FULLEST * w * h || area < SMALLEST * w * h || sheet.length < 0.82 * area || sheet.length > 1.12 * area) return null;
  return corners.flatMap(([x, y]) => [(x + 0.5) / w, (y + 0.5) / h].map((share) => Math.min(1, Math.max(0, share))));
}

function brightness(pixels) {
  const gray = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < gray.length; i += 1) gray[i] = (pixels[4 * i] * 77 + pixels[4 * i + 1] * 151 + pixels[4 * i + 2] * 28) >> 8;
  return gray;
}

// Closes letters and lines: each pixel becomes the brightest around it, then the darkest of those.
function smooth(gray, w, h) {
  return around(around(gray, w, h, Math.max), w, h, Math.min);
}

function around(gray, w, h, best) {
  const across = new Uint8Array(gray.length);
  const both = new Uint8Array(gray.length);
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) {
    let value = gray[y * w + x];
    for (let d = -2; d <= 2; d += 1) value = best(value, gray[y * w + Math.min(w - 1, Math.max(0, x + d))]);
    across[y * w + x] = value;
  }
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) {
    let value = across[y * w + x];
    for (let d = -2; d <= 2; d += 1) value = best(value, across[Math.min(h - 1, Math.max(0, y + d)) * w + x]);
    both[y * w + x] = value;
  }
  return both;
}

// Where bright and dark part best (Otsu 1979).
function split(gray) {
  const count = new Array(256).fill(0);
  for (const value of gray) count[value] += 1;
  const sum = count.reduce((all, n, value) => all + n * value, 0);
  let dark = 0;
  let darkSum = 0;
  let most = -1;
  let found = 255;
  for (let value = 0; value < 255; value += 1) {
    dark += count[value];
    darkSum += value * count[value];
    const bright = gray.length - dark;
    if (!dark || !bright) continue;
    const between = dark * bright * (darkSum / dark - (sum - darkSum) / bright) ** 2;
    if (between > most) {
      most = between;
      found = value;
    }
  }
  return found;
}

/** The places of the largest connected area. */
function largest(bright, w, h) {
  let best = [];
  const left = bright.slice();
  for (let start = 0; start < left.length; start += 1) {
    if (!left[start]) continue;
    const area = [start];
    left[start] = 0;
    for (let i = 0; i < area.length; i += 1) {
      const at = area[i];
      const x = at % w;
      for (const [next, inside] of [[at - 1, x > 0], [at + 1, x < w - 1], [at - w, at >= w], [at + w, at < w * (h - 1)]]) {
        if (inside && left[next]) {
          left[next] = 0;
          area.push(next);
        }
      }
    }
    if (area.length > best.length) best = area;
  }
  return best;
}

function outermost(area, w) {
  const ways = [(x, y) => -x - y, (x, y) => x - y, (x, y) => x + y, (x, y) => y - x];
  return ways.map((way) => {
    let far = -Infinity;
    let found = [0, 0];
    for (const at of area) {
      const x = at % w;
      const y = Math.floor(at / w);
      if (way(x, y) > far) {
        far = way(x, y);
        found = [x, y];
      }
    }
    return found;
  });
}

function areaOf(corners) {
  return Math.abs(corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % 4];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}
