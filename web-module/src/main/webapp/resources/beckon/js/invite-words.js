/* What a dialog for inviting says: the words are data- attributes of its root, with {0} for values. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});

  invite.words = root => {
    const say = (key, ...values) =>
        values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), root.dataset[key] || '');

    return {
      say,
      /* By number: keyNone, keyOne, keyMany. */
      count: (key, n) => say(key + (n === 0 ? 'None' : n === 1 ? 'One' : 'Many'), n),
    };
  };
})();
