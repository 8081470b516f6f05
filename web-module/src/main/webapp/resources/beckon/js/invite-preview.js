/* The mail as the dialog "Invite people by email" shows it before it is sent. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});
  const byId = id => document.getElementById(id);

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
})();
