/* Keys to the API: asks before one is revoked, with its name in the question. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-revoke-token]');
    if (!button) return;
    byId('token-chosen').value = button.dataset.revokeToken;
    const question = byId('revoke-token-question');
    question.textContent = question.dataset.question.replace('{0}', () => button.dataset.name);
    window.beckon.open('revoke-token');
  });

  window.beckonTokens = {
    revoked() {
      window.beckon.close('revoke-token');
      byId('content').focus({preventScroll: true});
    },
  };
})();
