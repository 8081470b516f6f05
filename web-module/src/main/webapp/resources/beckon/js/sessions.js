/* Sessions: asks before one is signed out, with the device in the question. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-end-session], [data-end-others]');
    if (!button) return;
    if (button.dataset.endOthers) {
      window.beckon.open('end-others');
      return;
    }
    byId('session-chosen').value = button.dataset.endSession;
    const question = byId('end-session-question');
    question.textContent = question.dataset.question.replace('{0}', () => button.dataset.device);
    window.beckon.open('end-session');
  });

  window.beckonSessions = {
    ended(dialog) {
      window.beckon.close(dialog);
      byId('content').focus({preventScroll: true});
    },
  };
})();
