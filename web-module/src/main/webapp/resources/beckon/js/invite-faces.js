/* The faces of a dialog for inviting, of which one is shown: x-compose, x-preview or x-review, x-result; and leaving it. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});
  const FACES = ['compose', 'preview', 'review', 'result'];

  /* on: begin() gives the focus back to what is composed. */
  invite.faces = (name, title, on) => {
    const part = id => document.getElementById(`${name}-${id}`);
    const own = FACES.filter(part);
    const shows = face => !part(face).hidden;

    /* Asks whether what is typed may be lost, or takes the question back. */
    function ask(asked) {
      part('discard').hidden = !asked;
      part('actions').hidden = asked;
      if (asked) part('discard-no').focus();
      else if (shows('compose')) on.begin();
    }

    function show(face, words) {
      own.forEach(each => { part(each).hidden = each !== face; });
      part('form').hidden = face === 'result';
      part('result-form').hidden = face !== 'result';
      ask(false);
      const heading = part('title');
      heading.textContent = words || title;
      heading.closest('dialog').scrollTop = 0;
      if (face !== 'compose') heading.focus();
    }

    return {show, shows, ask, asks: () => !part('discard').hidden};
  };
})();
