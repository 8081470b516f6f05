/* The signed-in frame: dialogs, drawers, search, notices. Behaviour hangs on data- attributes. */
(() => {
  "use strict";

  const beckon = (window.beckon = window.beckon || {});
  const wide = () => window.matchMedia("(min-width: 640px)").matches;

  /* ----- Dialogs: the browser's own, so focus stays inside and Escape closes ----- */
  let opener = null;
  beckon.open = (id) => {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return;
    opener = document.activeElement;
    dialog.showModal();
    const first = dialog.querySelector("[data-first]") || dialog.querySelector("h2");
    if (first) first.focus();
  };
  beckon.close = (id) => {
    const dialog = document.getElementById(id);
    if (dialog && dialog.open) dialog.close();
  };
  document.addEventListener(
    "close",
    (event) => {
      if (!event.target.matches("dialog")) return;
      if (opener && opener.isConnected && opener.offsetParent !== null) opener.focus();
      else document.getElementById("content").focus();
      opener = null;
    },
    true,
  );

  /* ----- Inviting: the dialogs define inviteByEmail() and inviteByText(); every entry calls one ----- */
  document.addEventListener("click", (event) => {
    const entry = event.target.closest("[data-invite]");
    if (!entry || entry.getAttribute("aria-disabled") === "true") return;
    const { invite, recipient, inviteAs = "AUTOMATIC" } = entry.dataset;
    const card = entry.closest("#contact-card");
    const begin = () => {
      if (invite === "text") {
        if (window.inviteByText) window.inviteByText(inviteAs, recipient);
      } else if (window.inviteByEmail) window.inviteByEmail([{ name: "inviteAs", value: inviteAs }], recipient);
    };
    if (card) {
      card.addEventListener("close", begin, { once: true });
      card.close();
    } else begin();
  });

  /* ----- The middle pane as a drawer ----- */
  const toggle = document.getElementById("side-toggle");
  const showSide = (open) => {
    document.body.classList.toggle("side-open", open);
    toggle.setAttribute("aria-expanded", String(open));
    if (open) document.querySelector("#side a, #side button").focus();
  };
  if (toggle) toggle.addEventListener("click", () => showSide(!document.body.classList.contains("side-open")));

  document.addEventListener("click", (event) => {
    const dismiss = event.target.closest("[data-dismiss]");
    if (dismiss) dismiss.closest(".notice").remove();
    const opener = event.target.closest("[data-open]");
    if (opener) beckon.open(opener.dataset.open);
    const close = event.target.closest("[data-close]");
    if (close) beckon.close(close.dataset.close);
    if (event.target.matches && event.target.matches("dialog.drawer")) event.target.close();
    if (toggle && document.body.classList.contains("side-open") && !event.target.closest("#side, #side-toggle")) showSide(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle && document.body.classList.contains("side-open")) {
      showSide(false);
      toggle.focus();
    }
  });

  /* ----- Fields that search as one types: one request at a time, the last word wins ----- */
  const live = new Map();
  const ask = (input) => {
    const state = live.get(input.id);
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    const target = document.getElementById(input.getAttribute("aria-controls"));
    if (target) target.setAttribute("aria-busy", "true");
    window[input.dataset.live]();
  };
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.dataset || !input.dataset.live) return;
    if (!live.has(input.id)) live.set(input.id, {});
    const state = live.get(input.id);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => ask(input), 160);
  });
  beckon.lived = (id) => {
    const state = live.get(id);
    const input = document.getElementById(id);
    if (!input) return;
    const target = document.getElementById(input.getAttribute("aria-controls"));
    if (target) target.removeAttribute("aria-busy");
    if (!state) return;
    state.busy = false;
    if (state.again) {
      state.again = false;
      ask(input);
    }
    if (id === "search") showResults(document.activeElement === input && input.value.trim() !== "");
  };
  beckon.focus = (id) => {
    const element = document.getElementById(id);
    if (element) element.focus();
  };
  beckon.turned = (id) => {
    const button = document.getElementById(id);
    if (button && !button.disabled) button.focus();
    else beckon.focus("content");
    document.getElementById("content").scrollTop = 0;
  };
  beckon.loaded = (id) => {
    const element = document.getElementById(id);
    if (element) element.removeAttribute("aria-busy");
  };

  /* ----- Where there is little room, a field says in one word what it is for ----- */
  if (!wide())
    document.querySelectorAll("[data-short]").forEach((input) => {
      input.placeholder = input.dataset.short;
    });

  /* ----- Search in the header ----- */
  const search = document.getElementById("search");
  const options = () => [...document.querySelectorAll('#search-options [role="option"]')];
  const selected = () => document.querySelector('#search-options [aria-selected="true"]');
  function showResults(open) {
    search.form.classList.toggle("open", open);
    search.setAttribute("aria-expanded", String(open && options().length > 0));
    if (!open) search.removeAttribute("aria-activedescendant");
  }
  const select = (option) => {
    options().forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    search.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const choose = (option) => {
    showResults(false);
    if (option.dataset.contact) showCard(option.dataset.contact);
    else if (option.dataset.recipient) location.assign("/invitation/list?q=" + encodeURIComponent(option.dataset.recipient));
    else location.assign(option.dataset.goSearch + encodeURIComponent(search.value.trim()));
  };
  if (search) {
    search.addEventListener("keydown", (event) => {
      const all = options();
      const at = all.indexOf(selected());
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
        event.preventDefault();
        showResults(true);
        const step = event.key === "ArrowDown" ? at + 1 : at < 0 ? all.length - 1 : at - 1;
        select(all[(step + all.length) % all.length]);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (selected()) choose(selected());
        else if (search.value.trim()) location.assign("/?q=" + encodeURIComponent(search.value.trim()));
      } else if (event.key === "Escape" && search.form.classList.contains("open")) {
        event.preventDefault();
        showResults(false);
      }
    });
    search.addEventListener("focus", () => {
      if (search.value.trim() && (options().length || document.querySelector(".no-match"))) showResults(true);
    });
    search.addEventListener("input", () => {
      if (!search.value.trim()) showResults(false);
    });
    search.addEventListener("blur", () => showResults(false));
    search.form.addEventListener("pointerdown", (event) => {
      if (event.target.closest('[role="option"]')) event.preventDefault();
    });
    search.form.addEventListener("submit", (event) => event.preventDefault());
  }
  const typing = (element) => element.matches && element.matches("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]") || !search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  /* ----- The card of a contact ----- */
  function showCard(handle) {
    const body = document.getElementById("contact-card-body");
    body.setAttribute("aria-busy", "true");
    beckon.open("contact-card");
    window.showContact([{ name: "contact", value: handle }]);
  }
  document.addEventListener("click", (event) => {
    const option = event.target.closest('#search-options [role="option"]');
    if (option) {
      choose(option);
      return;
    }
    const entry = event.target.closest("[data-contact]") || rowButton(event.target);
    if (entry) showCard(entry.dataset.contact);
  });
  const rowButton = (target) => {
    const row = target.closest("[data-row]");
    if (!row || target.closest("a, button, input") || String(getSelection())) return null;
    return row.querySelector("[data-contact]");
  };
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches || !event.target.matches(".row-name") || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    const all = [...document.querySelectorAll(".row-name")];
    const next = all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  /* ----- Copying: to the clipboard, or selected for copying by hand where that is refused ----- */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText((source.value || source.textContent).trim());
      const icon = button.querySelector(".pi");
      icon.className = "pi pi-check";
      setTimeout(() => (icon.className = "pi pi-copy"), 2000);
      const status = document.getElementById("copied");
      if (status) status.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(source);
    }
  });

  /* ----- Tabs that do not fit on the screen: the current one is in sight ----- */
  const middle = (element) => element.getBoundingClientRect().left + element.getBoundingClientRect().width / 2;
  const showTabs = () =>
    document.querySelectorAll(":is(.tabs, .sections) > [aria-current]").forEach((tab) => {
      tab.parentElement.scrollLeft += middle(tab) - middle(tab.parentElement);
    });
  showTabs();
  document.addEventListener("DOMContentLoaded", () => window.jQuery(document).on("pfAjaxComplete", showTabs));

  /* ----- Light, dark or as the system: at once, then kept ----- */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-look]");
    if (!button) return;
    document.documentElement.dataset.theme = button.dataset.look;
    document.querySelectorAll("[data-look]").forEach((other) => other.setAttribute("aria-checked", String(other === button)));
    window.keepTheme([{ name: "theme", value: button.dataset.look }]);
  });

  /* Good news leaves by itself, unless somebody is at it; bad news stays until it was read. */
  const fading = new WeakSet();
  new MutationObserver(() => {
    document.querySelectorAll(".notice.good").forEach((notice) => {
      if (fading.has(notice)) return;
      fading.add(notice);
      let leaving = 0;
      const stay = () => clearTimeout(leaving);
      const leave = () => {
        stay();
        leaving = setTimeout(() => notice.matches(":hover, :focus-within") || notice.remove(), 6000);
      };
      notice.addEventListener("pointerenter", stay);
      notice.addEventListener("focusin", stay);
      notice.addEventListener("pointerleave", leave);
      notice.addEventListener("focusout", leave);
      leave();
    });
  }).observe(document.body, { childList: true, subtree: true });
})();
