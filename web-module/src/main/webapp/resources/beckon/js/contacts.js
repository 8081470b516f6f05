/* Contacts of one's own: the form, removing with a way back, and inviting from the card. */
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const named = (name, value) => [{ name, value }];

  /* Where lists are on the page, they show what has changed. */
  const changed = () => {
    if (window.refreshContacts) window.refreshContacts();
  };

  /* Leaves the card first: one dialog at a time, and the focus finds its way back. */
  const after = (dialog, act) => {
    if (!dialog || !dialog.open) {
      act();
      return;
    }
    dialog.addEventListener("close", act, { once: true });
    dialog.close();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-new-contact], [data-edit-contact], [data-remove-contact], [data-resend]");
    if (!button) return;
    const { editContact, removeContact, resend, of } = button.dataset;
    if (resend) {
      window.resendToContact([...named("contact", of), ...named("invitation", resend)]);
    } else if (removeContact) {
      after(byId("contact-card"), () => window.removeContact(named("contact", removeContact)));
    } else {
      after(byId("contact-card"), () => window.editContact(named("contact", editContact || "")));
    }
  });

  window.beckonContacts = {
    changed,
    begun(args) {
      if (!args || !args.ready) return;
      const dialog = byId("contact-edit");
      const title = byId("contact-edit-title");
      title.textContent = byId("contact-edit-body").querySelector("[data-title]").dataset.title;
      window.beckonContactLeave.begun();
      window.beckon.open(dialog.id);
      byId("contact-name").focus();
    },
    edited(args) {
      if (args && args.saved) {
        window.beckon.close("contact-edit");
        changed();
        return;
      }
      const wrong = byId("contact-edit-body").querySelector('[aria-invalid="true"]');
      if (wrong) wrong.focus();
    },
    added(lines) {
      const inputs = byId(`${lines}s`).querySelectorAll("input[type='email'], input[type='tel']");
      inputs[inputs.length - 1].focus();
    },
    lined(id) {
      const add = byId(id);
      if (add) add.focus();
    },
    removed() {
      changed();
      const undo = byId("contact-undo-go");
      if (undo) undo.focus();
    },
    resent() {
      byId("contact-card-title").focus();
    },
  };
})();
