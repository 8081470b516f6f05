/* What happens in a dialog for inviting, by whichever way: clicks and keys, a new draft, mending what went wrong. */
(() => {
  'use strict';

  const invite = window.beckonInvite = window.beckonInvite || {};

  /**
   * Listens to a dialog.
   *
   * acts: what its buttons do, by what follows the dialog's name in their ids; leave: Escape, and
   * whatever else closes it; go: Ctrl+Enter; correct: a result's button that brings an address back
   */
  invite.listen = (name, dialog, {acts, leave, go, correct}) => {
    dialog.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      const act = button.id.startsWith(name) && acts[button.id.slice(name.length + 1)];
      if (act) {
        event.preventDefault();
        event.stopPropagation();
        act();
      } else if (button.dataset.correct !== undefined) {
        correct(button);
      }
    }, true);
    dialog.addEventListener('keydown', event => {
      const goes = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const act = event.key === 'Escape' ? leave : goes && go;
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }, true);
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      leave();
    });
    document.getElementById(`${name}-form`).addEventListener('submit', event => event.preventDefault());
  };

  /** A name for what is being written: however often it is sent, it goes once. */
  invite.draftId = () => (self.crypto.randomUUID ? self.crypto.randomUUID() : String(Math.random()).slice(2) + Date.now());

  /** The texts of all that went wrong, and which of them a button is about. */
  invite.wrong = (result, button) => {
    const wrong = [...result.querySelectorAll('[data-correct]')];
    return [wrong.map(each => each.dataset.correct), wrong.indexOf(button)];
  };

  /** Away, to a page that shows whom it invited. */
  invite.refresh = () => {
    if (document.querySelector('[data-refresh-after-invite]')) window.location.reload();
  };

  /** Chooses as what, where there is a choice and it still holds. */
  invite.chooseAs = (select, as) => {
    if (select.type !== 'hidden' && [...select.options].some(each => each.value === as)) select.value = as;
  };
})();
