/* Policies: asks before a domain is removed, with its name in the question. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-remove-domain]');
    if (!button) return;
    byId('policy-domain-chosen').value = button.dataset.removeDomain;
    const question = byId('remove-domain-question');
    question.textContent = question.dataset.question.replace('{0}', button.dataset.domain);
    window.beckon.open('remove-domain');
  });

  window.beckonPolicies = {
    removed() {
      window.beckon.close('remove-domain');
      byId('policy-domain').focus();
    },
  };
})();
