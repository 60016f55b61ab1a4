document.getElementById('print-sheets').addEventListener('click', () => print());
