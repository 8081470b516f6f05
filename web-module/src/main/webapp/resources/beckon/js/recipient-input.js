/* Where recipients are typed or pasted, and when that is handed on; a part of the recipient field. */
(() => {
  'use strict';

  const SEPARATOR = /[,;\n\uFF0C\uFF1B\u3001]/;
  const invite = (window.beckonInvite = window.beckonInvite || {});

  /* Inside quotes a comma parts a name, not two addresses. */
  const isWhole = text => (text.match(/"/g) || []).length % 2 === 0;

  /* on: commit() hands on what is typed; take(text) what is pasted; back() to the chips; changed(). */
  invite.recipientInput = (input, on) => {
    function grow() {
      if (input.rows === undefined) return;
      input.style.height = 'auto';
      input.style.height = Math.min(input.scrollHeight, 160) + 'px';
    }

    function set(text) {
      input.value = text.replace(/\s*\n\s*/g, ', ');
      grow();
    }

    function isAtEndOfWhole() {
      return isWhole(input.value.slice(0, input.selectionStart)) && input.selectionStart === input.value.length;
    }

    input.addEventListener('keydown', event => {
      if (event.isComposing) return;
      if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && input.value.trim())) {
        event.preventDefault();
        on.commit();
      } else if (event.key === ',' || event.key === ';') {
        if (isAtEndOfWhole()) {
          event.preventDefault();
          on.commit();
        }
      } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft')
          && input.selectionStart === 0 && input.selectionEnd === 0 && on.back()) {
        event.preventDefault();
      }
    });

    input.addEventListener('paste', event => {
      const pasted = (event.clipboardData || window.clipboardData).getData('text');
      if (!pasted || !(pasted.includes('@') || SEPARATOR.test(pasted) || pasted.includes('\t'))) return;
      event.preventDefault();
      const before = input.value.slice(0, input.selectionStart);
      const after = input.value.slice(input.selectionEnd);
      set('');
      on.take(before + pasted + after);
    });

    input.addEventListener('input', event => {
      grow();
      on.changed();
      if (!event.isComposing && SEPARATOR.test(input.value) && isWhole(input.value)
          && /[,;\n]\s*$/.test(input.value)) on.commit();
    });

    return {
      set,
      text: () => input.value,
      isEmpty: () => input.value.trim() === '',
    };
  };
})();
