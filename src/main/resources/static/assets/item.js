// Beside the page: the picture of each value, cut out of the page's own picture, and the way from a
// value to its place on the page and back.
const stage = document.querySelector('.stage');
const frame = stage.querySelector('.sheet');
const sheet = document.getElementById('sheet');
const mark = document.createElement('div');
mark.className = 'mark';
mark.hidden = true;
frame.append(mark);
let marked = null;
let shown = { page: '', turned: false };

function place(element) {
  const { on, left, top, width, height } = element.dataset;
  return on ? { on, left: Number(left), top: Number(top), width: Number(width), height: Number(height) } : null;
}

// A little of the paper around the value, so that nothing of it is cut off.
function around({ left, top, width, height }) {
  const x = Math.max(0, left - 0.012);
  const y = Math.max(0, top - 0.005);
  return { x, y, width: Math.min(1 - x, width + 0.024), height: Math.min(1 - y, height + 0.01) };
}

async function cut(canvas) {
  const box = place(canvas.closest('[data-field]'));
  if (!box) return;
  let asked = null;
  dispatchEvent(new CustomEvent('huodang:picture', { detail: { page: box.on, take: (picture) => { asked = picture; } } }));
  if (!asked) return;
  const image = new Image();
  image.src = await asked;
  await image.decode();
  const part = around(box);
  const width = part.width * image.naturalWidth;
  const height = part.height * image.naturalHeight;
  const room = canvas.parentElement.clientWidth;
  const scale = Math.min(1, room / width, 72 / height);
  canvas.style.width = `${Math.round(width * scale)}px`;
  canvas.style.height = `${Math.round(height * scale)}px`;
  canvas.width = Math.round(width * scale * devicePixelRatio);
  canvas.height = Math.round(height * scale * devicePixelRatio);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, part.x * image.naturalWidth, part.y * image.naturalHeight, width, height, 0, 0, canvas.width, canvas.height);
}

function cutAll() {
  for (const canvas of document.querySelectorAll('canvas.cut')) cut(canvas).catch(() => {});
}

function draw() {
  const box = marked && place(marked);
  mark.hidden = !box || box.on !== shown.page || shown.turned || sheet.hidden;
  if (mark.hidden) return;
  const part = around(box);
  mark.style.left = `${sheet.offsetLeft + part.x * sheet.width}px`;
  mark.style.top = `${sheet.offsetTop + part.y * sheet.height}px`;
  mark.style.width = `${part.width * sheet.width}px`;
  mark.style.height = `${part.height * sheet.height}px`;
}

function lookAt(element) {
  const box = place(element);
  marked?.classList.remove('marked');
  marked = element;
  marked.classList.add('marked');
  if (box && box.on !== shown.page) dispatchEvent(new CustomEvent('huodang:show', { detail: { page: box.on } }));
  draw();
  if (!mark.hidden) mark.scrollIntoView({ block: 'center', inline: 'center' });
}

addEventListener('huodang:fitted', (event) => {
  const other = event.detail.page !== shown.page;
  shown = event.detail;
  draw();
  if (other && !mark.hidden) mark.scrollIntoView({ block: 'center', inline: 'center' });
});

document.addEventListener('focusin', (event) => {
  const field = event.target.closest?.('[data-field]');
  if (field) lookAt(field);
});

document.addEventListener('keydown', (event) => {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.target.closest?.('input, select, textarea')) return;
  const fields = [...document.querySelectorAll('[data-field]')];
  const at = fields.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  fields[Math.min(fields.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
});

let resized = 0;
new ResizeObserver(() => { clearTimeout(resized); resized = setTimeout(cutAll, 150); }).observe(document.getElementById('panels'));
