/* The list of invite links: copies, renews, extends, asks before deactivating. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  let copying = null;

  function drawn() {
    document.querySelectorAll('#link-list time').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), {dateStyle: 'medium', timeStyle: 'short'});
    });
  }

  function choose(handle) {
    byId('link-chosen').value = handle;
  }

  /** Where the clipboard is refused, the dialog shows the link for copying by hand. */
  async function copied(args) {
    const button = copying;
    try {
      await navigator.clipboard.writeText(args.url);
      byId('link-list-live').textContent = byId('link-list-live').dataset.copied;
      const icon = button.querySelector('.pi');
      icon.className = 'pi pi-check';
      setTimeout(() => { icon.className = 'pi pi-copy'; }, 2000);
    } catch {
      window.beckonShareLink.open(button.dataset.copyLink);
    }
  }

  function gone() {
    window.beckon.close('deactivate-link');
    drawn();
    byId('content').focus({preventScroll: true});
  }

  const commands = {
    copyLink: button => {
      copying = button;
      byId('link-list-live').textContent = '';
      window.copyLink();
    },
    renewLink: () => window.renewLink(),
    extendLink: () => window.extendLink(),
    deactivateLink: () => window.beckon.open('deactivate-link'),
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('#link-list button');
    if (!button) return;
    Object.keys(commands).filter(name => button.dataset[name]).forEach(name => {
      choose(button.dataset[name]);
      commands[name](button);
    });
  });
  document.addEventListener('close', event => {
    if (event.target.id === 'share-link') window.refreshLinks();
  }, true);

  window.beckonLinkList = {copied, drawn, gone};
  drawn();
})();
