// Four corners over a picture: dragged, or moved by the arrow keys (with Shift in large steps).
const STEP = 0.002;
const LARGE_STEP = 0.02;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Corners {
  #view;
  #line;
  #handles;
  #numbers = null;
  #changed;

  /** `handles` are four buttons, clockwise from the upper left; `changed` gets the eight shares. */
  constructor(view, line, handles, changed) {
    this.#view = view;
    this.#line = line;
    this.#handles = handles;
    this.#changed = changed;
    handles.forEach((handle, at) => {
      handle.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        handle.focus();
        handle.setPointerCapture(event.pointerId);
      });
      handle.addEventListener('pointermove', (event) => {
        if (!handle.hasPointerCapture(event.pointerId)) return;
        const box = this.#view.getBoundingClientRect();
        this.#move(at, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
      });
      handle.addEventListener('keydown', (event) => {
        const way = ARROWS[event.key];
        if (!way) return;
        event.preventDefault();
        const step = event.shiftKey ? LARGE_STEP : STEP;
        this.#move(at, this.#numbers[2 * at] + way[0] * step, this.#numbers[2 * at + 1] + way[1] * step);
      });
    });
  }

  /** Shows corners, to be moved or only to be seen; null shows none. */
  show(numbers, movable) {
    this.#numbers = numbers && [...numbers];
    for (const handle of this.#handles) handle.hidden = !numbers || !movable;
    this.#draw();
  }

  #move(at, x, y) {
    const moved = [...this.#numbers];
    moved[2 * at] = Math.min(1, Math.max(0, x));
    moved[2 * at + 1] = Math.min(1, Math.max(0, y));
    if (!isSheet(moved)) return;
    this.#numbers = moved;
    this.#draw();
    this.#changed(moved);
  }

  #draw() {
    const numbers = this.#numbers;
    this.#line.toggleAttribute('hidden', !numbers);
    if (!numbers) return;
    this.#line.setAttribute('points', numbers.map((share) => (1000 * share).toFixed(1)).join(' '));
    this.#handles.forEach((handle, at) => {
      handle.style.left = `${100 * numbers[2 * at]}%`;
      handle.style.top = `${100 * numbers[2 * at + 1]}%`;
    });
  }
}

// As the server has it: four corners clockwise around something.
function isSheet(numbers) {
  let area = 0;
  for (let at = 0; at < 4; at += 1) {
    const [[ax, ay], [bx, by], [cx, cy]] = [0, 1, 2].map((d) => numbers.slice(2 * ((at + d) % 4), 2 * ((at + d) % 4) + 2));
    if ((bx - ax) * (cy - by) - (by - ay) * (cx - bx) <= 0) return false;
    area += (ax * by - bx * ay) / 2;
  }
  return area >= 0.01;
}
