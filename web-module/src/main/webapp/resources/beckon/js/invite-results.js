/* The outcomes that a dialog for inviting shows, and what becomes of them meanwhile. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});
  const pause = ms => new Promise(done => setTimeout(done, ms));

  /* Asks after what is under way, ever more rarely, until nothing is or the dialog is closed. */
  invite.watching = (dialog, result, ask) => {
    let turn = 0;
    let round = 1;

    async function watch(next) {
      const mine = ++turn;
      await pause(Math.min(1500 * next, 10000));
      if (mine !== turn || !dialog.open || next > 12) return;
      if (!result.querySelector('[data-under-way]')) return;
      round = next;
      ask();
    }

    return {
      start: () => watch(1),
      stop: () => turn++,
      heard(args) {
        (args && args.mails || []).forEach(mail => {
          const tag = result.querySelector(`[data-mail="${CSS.escape(mail.id)}"]`);
          if (!tag || tag.textContent === mail.words) return;
          tag.textContent = mail.words;
          tag.className = 'tag ' + mail.tone;
          tag.toggleAttribute('data-under-way', mail.underWay);
        });
        watch(round + 1);
      },
    };
  };
})();
