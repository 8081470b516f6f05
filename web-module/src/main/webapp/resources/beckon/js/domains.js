/* Domains: asks before one is removed, with its name in the question; switches sub-domains; says that
   the DNS is being asked. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  let switching = null;

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-remove-domain]');
    if (!button) return;
    byId('domain-removed').value = button.dataset.removeDomain;
    const question = byId('remove-domain-question');
    question.textContent = question.dataset.question.replace('{0}', button.dataset.domain);
    window.beckon.open('remove-domain');
  });

  document.addEventListener('change', event => {
    switching = event.target.dataset.below;
    if (!switching) return;
    byId('domain-switched').value = switching;
    window.switchBelow();
  });

  window.beckonDomains = {
    switched() {
      const box = document.querySelector(`[data-below="${switching}"]`);
      if (box) box.focus();
    },

    asking() {
      byId('claim-record-said').replaceChildren();
      byId('record-asking').hidden = false;
    },

    asked() {
      const note = byId('record-asking');
      if (note) note.hidden = true;
    },

    mailed() {
      const code = byId('claim-code');
      if (code) code.focus();
    },
  };
})();
