/* The account: the chosen picture's name, and that it is too large before it is sent. */
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
    const name = byId('account-logo-name');
    name.textContent = file ? file.name : name.dataset.none;
    byId('account-logo-save').disabled = Boolean(large);
  });
})();
