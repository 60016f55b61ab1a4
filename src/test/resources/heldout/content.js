() => {
  const scale = window.devicePixelRatio;
  const bare = text => text.replace(/\s/g, '');
  const box = element => {
    const rects = [...element.getClientRects(), ...[...element.children].flatMap(c => [...c.getClientRects()])];
    const left = Math.min(...rects.map(r => r.left)), top = Math.min(...rects.map(r => r.top));
    const right = Math.max(...rects.map(r => r.right)), bottom = Math.max(...rects.map(r => r.bottom));
    return [left, top, right - left, bottom - top].map(v => Math.round(v * scale));
  };
  const fields = {}, boxes = {}, marks = [];
  for (const element of document.querySelectorAll('[data-field]')) {
    const field = element.dataset.field;
    if (field in fields) continue;
    fields[field] = element.dataset.value ?? bare(element.textContent);
    boxes[field] = box(element);
    if (['personName', 'citizenId', 'insuredNumber'].includes(field)) marks.push(boxes[field]);
  }
  const people = [...document.querySelectorAll('[data-person]')].map((element, i) => {
    const of = key => {
      const there = element.querySelector(`[data-key=${key}]`);
      if (there) marks.push(box(there));
      return there ? bare(there.textContent) : null;
    };
    return {row: i + 1, personName: of('personName'), citizenId: of('citizenId'), insuredNumber: of('insuredNumber')};
  });

  // Lines in the order of the document, broken where the text goes to another height or block.
  const lines = [];
  let line = '', height = null;
  const end = () => { if (bare(line)) lines.push(line.trim()); line = ''; height = null; };
  const texts = document.createTreeWalker(document.querySelector('.sheet'), NodeFilter.SHOW_TEXT);
  let row = null;
  for (let node; (node = texts.nextNode());) {
    if (!bare(node.data) || node.parentElement.tagName === 'STYLE') continue;
    const block = node.parentElement.closest('tr, p, h1, h2, h3, li, .line');
    if (block !== row) { end(); row = block; }
    for (let i = 0; i < node.data.length; i++) {
      if (!bare(node.data[i])) { line += ' '; continue; }
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getBoundingClientRect(), middle = (rect.top + rect.bottom) / 2;
      if (height !== null && Math.abs(middle - height) > rect.height * 0.6) end();
      height = middle;
      line += node.data[i];
    }
  }
  end();

  const problems = [];
  const sheet = document.querySelector('.sheet'), whole = sheet.getBoundingClientRect();
  if (sheet.scrollHeight > sheet.clientHeight + 1 || sheet.scrollWidth > sheet.clientWidth + 1) problems.push('sheet is too small');
  for (const element of sheet.querySelectorAll('td, th, .fits, .line'))
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2)
      problems.push('no room for ' + element.textContent.trim());
  for (const element of sheet.querySelectorAll('[data-field], [data-key]')) {
    const r = element.getBoundingClientRect();
    if (r.left < whole.left + 20 || r.right > whole.right - 20 || r.top < whole.top + 20 || r.bottom > whole.bottom - 20)
      problems.push('beside the sheet: ' + element.textContent);
  }
  return JSON.stringify({fields, boxes, people, marks, lines: lines.map(l => l.replace(/ +/g, ' ')), problems});
}
