/* The account: a picture that is too large is said so before it is sent. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  document.addEventListener('change', event => {
    if (event.target.id !== 'account-logo') return;
    const file = event.target.files[0];
    const large = file && file.size > Number(event.target.dataset.most);
    const note = byId('account-logo-large');
    note.textContent = large ? event.target.dataset.tooLarge : '';
    note.hidden = !large;
    byId('account-logo-save').disabled = Boolean(large);
  });
})();
