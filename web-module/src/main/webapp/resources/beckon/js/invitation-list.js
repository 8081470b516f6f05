/*
 * The list of invitations: shows moments in the reader's own time, asks before revoking, and looks
 * again, ever more seldom, while some mail is on its way.
 */
(() => {
  'use strict';

  const FIRST = 3000;
  const LONGEST = 30000;
  const GIVE_UP = 15 * 60 * 1000;
  const byId = id => document.getElementById(id);
  const begun = Date.now();
  let wait = FIRST;
  let timer = 0;

  const day = {day: 'numeric', month: 'short'};
  const time = {hour: '2-digit', minute: '2-digit'};

  /** As short as can be: the year only where it is another one. */
  function write(moment, form) {
    const year = moment.getFullYear() === new Date().getFullYear() ? {} : {year: 'numeric'};
    return window.beckonMoment(moment, {...day, ...year, ...(form === 'moment' ? time : {})});
  }

  function showTimes() {
    document.querySelectorAll('time[data-time]').forEach(each => {
      const moment = new Date(each.dateTime);
      if (Number.isNaN(moment.getTime())) return;
      each.textContent = write(moment, each.dataset.time);
      each.title = window.beckonMoment(moment, {dateStyle: 'full', timeStyle: 'short'});
    });
  }

  function isUnderWay() {
    const table = byId('invitation-table');
    return table && table.dataset.underWay === 'true';
  }

  function plan() {
    clearTimeout(timer);
    if (isUnderWay() && Date.now() - begun < GIVE_UP) timer = setTimeout(look, wait);
  }

  function look() {
    const busy = document.hidden || document.querySelector('dialog[open]');
    if (busy) {
      plan();
      return;
    }
    wait = Math.min(wait * 1.5, LONGEST);
    window.refreshInvitations();
  }

  function refreshed() {
    showTimes();
    plan();
  }

  function searched() {
    window.beckon.lived('invitation-search');
    refreshed();
  }

  function stop() {
    clearTimeout(timer);
  }

  function choose(handle) {
    byId('invitation-chosen').value = handle;
  }

  function revoked() {
    window.beckon.close('revoke-invitation');
    wait = FIRST;
    refreshed();
    byId('content').focus({preventScroll: true});
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-resend], button[data-revoke]');
    if (!button) return;
    if (button.dataset.resend) {
      choose(button.dataset.resend);
      button.disabled = true;
      wait = FIRST;
      window.resendInvitation();
    } else {
      choose(button.dataset.revoke);
      const question = byId('revoke-invitation-question');
      question.textContent = question.dataset.question.replace('{0}', button.dataset.recipient);
      window.beckon.open('revoke-invitation');
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isUnderWay()) window.refreshInvitations();
  });

  /* On a phone there is room for some of the tabs only. */
  const current = document.querySelector('.tabs [aria-current]');
  if (current) current.scrollIntoView({block: 'nearest', inline: 'center'});

  window.beckonInvitationList = {refreshed, searched, revoked, stop};
  refreshed();
})();
