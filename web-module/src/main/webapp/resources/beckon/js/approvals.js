/* Invitations that wait for an admin: approves and rejects. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  function drawn() {
    document.querySelectorAll('#approval-list time').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), {dateStyle: 'medium', timeStyle: 'short'});
    });
  }

  const commands = {
    approveInvitation: () => window.approveInvitation(),
    rejectInvitation: () => window.rejectInvitation(),
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('#approval-list button');
    if (!button) return;
    Object.keys(commands).filter(name => button.dataset[name]).forEach(name => {
      byId('approval-chosen').value = button.dataset[name];
      byId('approval-list').querySelectorAll('button').forEach(each => { each.disabled = true; });
      commands[name]();
    });
  });

  window.beckonApprovals = {
    answered() {
      drawn();
      byId('content').focus({preventScroll: true});
    },
  };
  drawn();
})();
