/*
 * What was being written in a dialog for inviting, kept in this tab should its page go away:
 * on the page where that happened the dialog opens again, everywhere else there is a hint.
 */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});

  /* root: says whose draft it is and has the words; what: {name, way, carryOn()}. */
  invite.draft = (root, what) => {
    const STASH = 'beckon.' + what.name;
    const entries = () => document.querySelectorAll(`[role="menuitem"][data-invite="${what.way}"]`);
    const newActions = document.getElementById('new-actions');
    const hint = document.getElementById(`${what.name}-draft-hint`);

    function read() {
      try {
        const state = JSON.parse(sessionStorage.getItem(STASH));
        return state && state.member === root.dataset.member ? state : null;
      } catch (broken) {
        return null;
      }
    }

    function write(state) {
      try {
        sessionStorage.setItem(STASH, JSON.stringify(state));
      } catch (full) {
        sessionStorage.removeItem(STASH);
      }
    }

    function mark(entry) {
      if (entry.querySelector('.draft')) return;
      const tag = document.createElement('span');
      tag.className = 'tag warn draft';
      tag.textContent = root.dataset.draft;
      entry.append(tag);
    }

    function show() {
      entries().forEach(mark);
      if (newActions) newActions.classList.add('has-draft');
    }

    function hide() {
      entries().forEach(entry => entry.querySelectorAll('.draft').forEach(tag => tag.remove()));
      const others = document.querySelector('#new-actions-menu .draft') !== null;
      if (newActions) newActions.classList.toggle('has-draft', others);
      hint.hidden = true;
    }

    document.getElementById(`${what.name}-draft-go`).addEventListener('click', what.carryOn);

    return {
      read,
      keep(state) {
        write({...state, member: root.dataset.member, at: location.pathname});
      },
      forget() {
        sessionStorage.removeItem(STASH);
        hide();
      },
      /* Once the dialog is open, there is nothing to point to. */
      hide,
      /* Whether the dialog was open when this very page went away; else says once that there is a draft. */
      isLostHere() {
        const state = read();
        if (!state) return false;
        if (state.at === location.pathname) return true;
        show();
        hint.hidden = state.told === true;
        write({...state, at: null, told: true});
        return false;
      },
    };
  };
})();
