/* The other two faces of the dialog "Invite people by email": the mail before it is sent, and its fate. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});
  const byId = id => document.getElementById(id);
  const pause = ms => new Promise(done => setTimeout(done, ms));

  invite.preview = {
    as(form) {
      for (const each of ['html', 'text']) {
        byId('invite-by-email-preview-' + each).hidden = each !== form;
        byId('invite-by-email-as-' + each).setAttribute('aria-pressed', String(each === form));
      }
    },
    fill(mail) {
      byId('invite-by-email-preview-subject').textContent = mail.subject;
      byId('invite-by-email-preview-html').srcdoc = mail.html;
      byId('invite-by-email-preview-text').textContent = mail.text;
      invite.preview.as('html');
    },
  };

  /* Asks after the mails that are under way, ever more rarely, until none is or the dialog is closed. */
  invite.watching = dialog => {
    const result = byId('invite-by-email-result');
    let turn = 0;
    let round = 1;

    async function watch(next) {
      const mine = ++turn;
      await pause(Math.min(1500 * next, 10000));
      if (mine !== turn || !dialog.open || next > 12) return;
      if (!result.querySelector('[data-under-way]')) return;
      round = next;
      window.inviteByEmailWatch();
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
