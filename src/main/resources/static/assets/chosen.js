// The files that someone drops on the page or chooses, with the paths that they have below what was chosen.
const collator = new Intl.Collator('zh', { numeric: true });

/** Calls `take` with a list of {file, path} each time; `reading` with how many were seen so far, null at the end. */
export function onFiles(main, inputs, take, reading) {
  let depth = 0;
  document.addEventListener('dragenter', (event) => {
    event.preventDefault();
    depth += 1;
    main.classList.add('over');
  });
  document.addEventListener('dragleave', () => {
    depth -= 1;
    if (depth === 0) main.classList.remove('over');
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    depth = 0;
    main.classList.remove('over');
    const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry?.()).filter(Boolean);
    take(sorted(await below(entries, reading)));
    reading(null);
  });
  for (const input of inputs) {
    input.addEventListener('change', () => {
      const found = [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
      input.value = '';
      take(sorted(found));
    });
  }
}

// One folder after the other: ten thousand questions at once are too many for a browser.
async function below(entries, reading) {
  const found = [];
  const left = [...entries];
  while (left.length) {
    const entry = left.shift();
    if (entry.isFile) {
      found.push({ file: await new Promise((done, fail) => { entry.file(done, fail); }), path: entry.fullPath.replace(/^\//, '') });
      if (found.length % 200 === 0) reading(found.length);
    } else {
      const reader = entry.createReader();
      for (;;) {
        const part = await new Promise((done, fail) => { reader.readEntries(done, fail); });
        if (!part.length) break;
        left.push(...part);
      }
    }
  }
  return found;
}

// What systems leave lying about in folders is nobody's scan.
function sorted(found) {
  return found
    .filter((one) => !/^(\..*|Thumbs\.db|desktop\.ini)$/i.test(one.path.split('/').pop()))
    .sort((a, b) => collator.compare(a.path, b.path));
}
