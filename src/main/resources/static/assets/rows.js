// A list of any length of which only the rows in sight stand in the document.
export class Rows {
  #box;
  #draw;
  #items = [];
  #height = 0;

  /** `draw` makes the row of an item: an element of the height that all rows have. */
  constructor(box, draw) {
    this.#box = box;
    this.#draw = draw;
    box.addEventListener('scroll', () => this.show());
    addEventListener('resize', () => this.show());
  }

  show(items = this.#items) {
    this.#items = items;
    const table = this.#box.closest('[role=table]');
    table.setAttribute('aria-rowcount', items.length + 1);
    if (!items.length) {
      this.#box.replaceChildren();
      return;
    }
    this.#height ||= this.#measure();
    const first = Math.max(0, Math.floor(this.#box.scrollTop / this.#height) - 4);
    const last = Math.min(items.length, first + Math.ceil(this.#box.clientHeight / this.#height) + 8);
    const rows = [];
    for (let at = first; at < last; at += 1) {
      const row = this.#draw(items[at], at);
      row.setAttribute('role', 'row');
      row.setAttribute('aria-rowindex', at + 2);
      for (const cell of row.children) cell.setAttribute('role', 'cell');
      rows.push(row);
    }
    this.#replace(room(first * this.#height), rows, room((items.length - last) * this.#height));
  }

  // A button that someone is about to press stays the one that has the focus.
  #replace(above, rows, below) {
    const focused = this.#box.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    this.#box.replaceChildren(above, ...rows, below);
    if (focused !== undefined) this.#box.querySelector(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
  }

  #measure() {
    const row = this.#draw(this.#items[0], 0);
    this.#box.replaceChildren(row);
    return row.getBoundingClientRect().height;
  }
}

function room(height) {
  const space = document.createElement('div');
  space.style.height = `${height}px`;
  space.setAttribute('role', 'presentation');
  return space;
}
