/* The dialog "Share an invite link": opens, copies, shows the code. The server makes and changes links. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const say = words => { byId('share-link-live').textContent = words; };
  let settings = false;

  function showTimes() {
    document.querySelectorAll('#share-link time').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), {dateStyle: 'medium', timeStyle: 'short'});
    });
  }

  function open(handle) {
    byId('share-link-handle').value = handle || '';
    byId('share-link-body').setAttribute('aria-busy', 'true');
    say('');
    settings = false;
    window.beckon.open('share-link');
    window.openShareLink();
  }

  /** After the server has drawn the link. */
  function drawn() {
    byId('share-link-body').removeAttribute('aria-busy');
    showTimes();
    if (settings && byId('share-link-settings')) byId('share-link-settings').open = true;
  }

  function shown() {
    drawn();
    const url = byId('share-link-url');
    if (url) {
      byId('share-link-handle').value = byId('share-link').querySelector('[data-handle]').dataset.handle;
      url.focus();
      url.select();
    }
  }

  /* how: "made" or "updated", unless something was wrong. */
  function changed(how) {
    settings = document.querySelector('#share-link [aria-invalid="true"], #share-link .error:not(:empty)') !== null;
    drawn();
    const wrong = document.querySelector('#share-link [aria-invalid="true"]');
    if (wrong) wrong.focus();
    else shown();
    const note = byId('share-link-changed');
    if (settings || !note) return;
    note.textContent = note.dataset[how];
    note.hidden = false;
    say(note.textContent);
  }

  function gone() {
    drawn();
    const close = byId('share-link-close-gone');
    if (close) close.focus();
  }

  function failed() {
    byId('share-link-body').removeAttribute('aria-busy');
    say(byId('share-link-live').dataset.failed);
  }

  /** To the clipboard; where that is refused, selected for copying by hand. */
  async function copy(field, button) {
    try {
      await navigator.clipboard.writeText(field.value);
      const icon = button.querySelector('.pi');
      icon.className = 'pi pi-check';
      setTimeout(() => { icon.className = 'pi pi-copy'; }, 2000);
      say('');
      say(byId('share-link-live').dataset.copied);
      byId('share-link-copy-hint').hidden = true;
    } catch {
      field.focus();
      field.select();
      byId('share-link-copy-hint').hidden = false;
      say(byId('share-link-live').dataset.refused);
    }
  }

  function save() {
    const code = document.querySelector('#share-link-qr svg').cloneNode(true);
    code.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    code.setAttribute('width', '512');
    code.setAttribute('height', '512');
    const file = new Blob([new XMLSerializer().serializeToString(code)], {type: 'image/svg+xml'});
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'beckon.svg';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function print() {
    document.body.classList.add('print-qr');
    window.addEventListener('afterprint', () => document.body.classList.remove('print-qr'), {once: true});
    window.print();
  }

  function ask(asking) {
    byId('share-link-foot').hidden = asking;
    byId('share-link-ask').hidden = !asking;
    byId(asking ? 'share-link-keep' : 'share-link-deactivate').focus();
  }

  const clicks = {
    'share-link-copy': button => copy(byId('share-link-url'), button),
    'share-link-qr-save': save,
    'share-link-qr-print': print,
    'share-link-deactivate': () => ask(true),
    'share-link-keep': () => ask(false),
    'share-link-qr-show': button => {
      const show = byId('share-link-qr').hidden;
      byId('share-link-qr').hidden = !show;
      button.setAttribute('aria-expanded', String(show));
      if (show) byId('share-link-qr').scrollIntoView({block: 'nearest'});
    },
  };

  document.addEventListener('click', event => {
    const entry = event.target.closest('[data-share-link]');
    if (entry && entry.getAttribute('aria-disabled') !== 'true') open(entry.dataset.shareLink);
    const button = event.target.closest('#share-link button');
    if (button && clicks[button.id]) clicks[button.id](button);
  });
  document.addEventListener('focusin', event => {
    if (event.target.id === 'share-link-url') event.target.select();
  });

  window.beckonShareLink = {open, shown, changed, gone, failed};
})();
