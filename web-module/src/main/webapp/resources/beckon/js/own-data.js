/* One's own data: the page stays while the file is saved, so that the password goes once it has been sent. */
(() => {
  'use strict';

  document.getElementById('data-form').addEventListener('submit', () => {
    /* what is sent is read first */
    setTimeout(() => {
      document.getElementById('data-password').value = '';
    });
  });
})();
