/* The chips of the dialog "Invite people by email": how they look, and how the keyboard moves among them. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function button(className) {
    const made = element('button', className);
    made.type = 'button';
    made.tabIndex = -1;
    return made;
  }

  function chipElement(chip, index, say) {
    const item = element('li', 'chip' + (chip.tone === 'bad' ? ' bad' : ''));
    const edit = button('chip-text');
    edit.dataset.index = index;
    edit.setAttribute('aria-describedby', 'invite-by-email-keys');
    edit.append(element('span', 'chip-address', chip.typed));
    edit.append(element('span', 'visually-hidden', ', '));
    edit.append(element('span', chip.tone === 'bad' ? 'chip-reason' : 'tag ' + chip.tone, chip.words));
    const remove = button('chip-remove');
    remove.dataset.remove = index;
    remove.setAttribute('aria-label', say('remove', chip.typed));
    remove.append(element('span', 'pi pi-times'));
    remove.firstChild.setAttribute('aria-hidden', 'true');
    item.append(edit, remove);
    return item;
  }

  function pendingElement(text, say) {
    const item = element('li', 'chip pending');
    item.append(element('span', 'chip-address', text.replace(/\s+/g, ' ').slice(0, 60)));
    item.append(element('span', 'visually-hidden', say('checking')));
    return item;
  }

  /* on: remove(index, whereTheFocusGoes); the input follows the last chip. */
  invite.chips = (list, input, say, on) => {
    function focus(index) {
      const buttons = list.querySelectorAll('.chip-text');
      if (index < 0 || buttons.length === 0) return;
      if (index >= buttons.length) input.focus();
      else buttons[index].focus();
    }

    list.addEventListener('keydown', event => {
      const chip = event.target.closest('.chip-text');
      if (!chip) return;
      const index = Number(chip.dataset.index);
      const last = list.querySelectorAll('.chip-text').length;
      const moves = {ArrowLeft: index - 1, ArrowRight: index + 1, ArrowUp: index - 1,
        ArrowDown: index + 1, Home: 0, End: last};
      if (event.key in moves) {
        event.preventDefault();
        focus(Math.max(0, moves[event.key]));
      } else if (event.key === 'Backspace' || event.key === 'Delete') {
        event.preventDefault();
        const next = event.key === 'Backspace' ? index - 1 : index;
        on.remove(index, last === 1 ? undefined : Math.max(0, next));
      } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ') {
        input.focus();
      }
    });

    return {
      focus,
      draw(chips, underWay) {
        list.replaceChildren(
            ...chips.map((chip, index) => chipElement(chip, index, say)),
            ...underWay.map(text => pendingElement(text, say)));
        list.hidden = chips.length + underWay.length === 0;
      },
    };
  };
})();
