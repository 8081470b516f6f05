/* "Get the app": solves the puzzle that stands in for "are you a robot?", then sends the form once more. */
(() => {
  'use strict';

  const puzzle = document.getElementById('app-puzzle');
  if (!puzzle) return;
  const progress = document.getElementById('app-puzzle-progress');
  const send = document.getElementById('app-send');

  function fail() {
    document.getElementById('app-puzzle-words').textContent = puzzle.dataset.failed;
    progress.hidden = true;
    send.disabled = false;
  }

  send.disabled = true;
  progress.value = 0;
  puzzle.scrollIntoView({block: 'nearest'});
  try {
    const worker = new Worker(puzzle.dataset.worker);
    worker.onerror = fail;
    worker.onmessage = message => {
      if (message.data.solution === undefined) {
        progress.value = message.data.share * 100;
        return;
      }
      worker.terminate();
      progress.value = 100;
      document.getElementById('app-solved').value = puzzle.dataset.puzzle;
      document.getElementById('app-solution').value = message.data.solution;
      send.disabled = false;
      send.form.requestSubmit(send);
    };
    worker.postMessage(puzzle.dataset.puzzle);
  } catch (refused) {
    fail();
  }
})();
