/* People and licences: picks rows, opens a member, asks before one is put out, shows days as the reader writes them. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const picks = () => [...document.querySelectorAll('[data-pick]')];
  let opener = null;

  function showDays() {
    document.querySelectorAll('#people-list time').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), {dateStyle: 'medium'});
    });
  }

  /** Says how many are picked, and tells the form who. */
  function count() {
    const picked = picks().filter(box => box.checked);
    const bar = byId('people-picked-bar');
    if (!bar) return;
    byId('people-picked').value = picked.map(box => box.dataset.pick).join(' ');
    bar.hidden = picked.length === 0;
    const words = byId('people-picked-count');
    words.textContent = (picked.length === 1 ? words.dataset.one : words.dataset.many).replace('{0}', picked.length);
    const all = byId('people-pick-all');
    if (all) {
      all.checked = picked.length > 0 && picked.length === picks().length;
      all.indeterminate = picked.length > 0 && !all.checked;
    }
  }

  function redrawn() {
    showDays();
    count();
    const again = opener && document.querySelector(`[data-person="${opener}"]`);
    if (again) again.focus({preventScroll: true});
    else byId('content').focus({preventScroll: true});
    opener = null;
  }

  function showSuccessor() {
    const part = byId('deactivate-successor-part');
    if (!part) return;
    const chosen = document.querySelector('input[name="deactivate-what"]:checked');
    part.hidden = !chosen || chosen.value !== 'true';
    const field = byId('deactivate-successor');
    if (!part.hidden && !field.value) field.value = part.dataset.own;
  }

  document.addEventListener('change', event => {
    if (event.target.id === 'people-pick-all') picks().forEach(box => { box.checked = event.target.checked; });
    if (event.target.matches('#people-pick-all, [data-pick]')) count();
    if (event.target.name === 'deactivate-what') showSuccessor();
  });

  document.addEventListener('click', event => {
    const manage = event.target.closest('[data-person]');
    if (manage) {
      opener = manage.dataset.person;
      byId('member-body').setAttribute('aria-busy', 'true');
      window.beckon.open('member');
      window.openMember([{name: 'member', value: opener}]);
    }
    if (event.target.closest('#member-deactivate')) {
      window.beckon.close('member');
      window.beckon.open('deactivate-member');
      showSuccessor();
    }
  });

  window.beckonPeople = {
    redrawn,

    /** Closes the dialog, unless what was asked for was refused in it. */
    done(dialog, args) {
      if (!args || !args.done) {
        showSuccessor();
        return;
      }
      window.beckon.close(dialog);
      window.refreshPeople();
    },
  };

  showDays();
  count();
})();
