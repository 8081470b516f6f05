/* The chips of a recipient field: how they look, and how the keyboard moves among them. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* An address breaks before its "@" where it is too long for a line. */
  function addressElement(className, text) {
    const at = text.lastIndexOf('@');
    const made = element('span', className);
    if (at > 0) made.append(text.slice(0, at), element('wbr'), text.slice(at));
    else made.textContent = text;
    return made;
  }

  function button(className) {
    const made = element('button', className);
    made.type = 'button';
    made.tabIndex = -1;
    return made;
  }

  /* How a chip is read: a number with whose it is. */
  const label = chip => [chip.name, chip.shown || chip.typed].filter(Boolean).join(' ');

  function chipElement(chip, index, say, keys) {
    const item = element('li', 'chip' + (chip.tone === 'bad' ? ' bad' : ''));
    const edit = button('chip-text');
    edit.dataset.index = index;
    edit.setAttribute('aria-describedby', keys);
    if (chip.name) edit.append(element('strong', 'chip-name', chip.name), ' ');
    edit.append(addressElement('chip-address' + (chip.shown ? ' number' : ''), chip.shown || chip.typed));
    edit.append(element('span', 'visually-hidden', ', '));
    edit.append(element('span', chip.tone === 'bad' ? 'chip-reason' : 'tag ' + chip.tone, chip.words));
    const remove = button('chip-remove');
    remove.dataset.remove = index;
    remove.setAttribute('aria-label', say('remove', label(chip)));
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

  /* parts: list, input, which follows the last chip, and keys, the id of what says which keys there are;
     on: edit(index), remove(index, whereTheFocusGoes). */
  invite.recipientChips = (parts, say, on) => {
    const {list, input, keys} = parts;

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

    list.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.dataset.remove !== undefined) on.remove(Number(button.dataset.remove));
      else on.edit(Number(button.dataset.index));
    });

    /* The rule that decided about each: in the list of the chips' own "why". */
    function explain(chips) {
      const why = document.getElementById(list.id.replace(/-chips$/, '-why'));
      if (!why) return;
      const decided = chips.filter(chip => chip.why);
      why.hidden = decided.length === 0;
      why.querySelector('ul').replaceChildren(...decided.map(chip => {
        const item = element('li');
        item.append(element('bdi', '', label(chip)), element('span', 'tag ' + chip.tone, chip.words),
            element('span', 'soft', chip.why));
        return item;
      }));
    }

    return {
      focus,
      draw(chips, underWay) {
        explain(chips);
        list.replaceChildren(
            ...chips.map((chip, index) => chipElement(chip, index, say, keys)),
            ...underWay.map(text => pendingElement(text, say)));
        list.hidden = chips.length + underWay.length === 0;
      },
    };
  };
})();
