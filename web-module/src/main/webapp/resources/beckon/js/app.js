/* Beckon as an application of the machine: an entry in the profile menu where the browser offers to
   install it, and a page of ours where there is no network. */
(() => {
  'use strict';

  let offer = null;
  const entry = () => document.getElementById('install-app');
  const show = shown => {
    if (entry()) entry().hidden = !shown;
  };

  window.addEventListener('beforeinstallprompt', event => {
    event.preventDefault();
    offer = event;
    show(true);
  });
  window.addEventListener('appinstalled', () => {
    offer = null;
    show(false);
  });
  document.addEventListener('click', event => {
    if (!offer || !event.target.closest('#install-app')) return;
    offer.prompt();
    offer = null;
    show(false);
  });

  if ('serviceWorker' in navigator) {
    window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {}));
  }
})();
