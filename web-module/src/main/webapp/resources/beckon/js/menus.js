/* Menus and their submenus: by click, by hovering, and by the keyboard as ARIA has it. */
(() => {
  "use strict";

  const wide = () => window.matchMedia("(min-width: 640px)").matches;
  const items = (menu) =>
    [...menu.querySelectorAll('[role^="menuitem"]')].filter((item) => item.closest('[role="menu"]') === menu && !item.hidden);
  const menuOf = (button) => document.getElementById(button.getAttribute("aria-controls"));
  const buttonOf = (menu) => document.querySelector(`[aria-controls="${menu.id}"]`);
  const openMenu = (button, focus) => {
    const menu = menuOf(button);
    document.querySelectorAll('[role="menu"]:not([hidden])').forEach((other) => {
      if (other !== menu && !other.contains(button) && !menu.contains(other)) closeMenu(other);
    });
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    const all = items(menu);
    if (focus === "first") all[0].focus();
    if (focus === "last") all[all.length - 1].focus();
  };
  const closeMenu = (menu, refocus) => {
    menu.querySelectorAll('[role="menu"]').forEach((sub) => closeMenu(sub));
    menu.hidden = true;
    const button = buttonOf(menu);
    if (!button) return;
    button.setAttribute("aria-expanded", "false");
    delete button.dataset.pinned;
    if (refocus) button.focus();
  };
  const closeAll = () => document.querySelectorAll('[role="menu"]:not([hidden])').forEach((menu) => closeMenu(menu));
  const isTrigger = (element) => element.getAttribute("aria-haspopup") === "menu";
  const isSub = (button) => button.matches('[role="menuitem"]');

  document.addEventListener("click", (event) => {
    const trigger = event.target.closest('[aria-haspopup="menu"]');
    if (trigger) {
      const menu = menuOf(trigger);
      const byKeyboard = event.detail === 0;
      if (menu.hidden || !trigger.dataset.pinned) {
        openMenu(trigger, byKeyboard ? "first" : null);
        trigger.dataset.pinned = "true";
      } else closeMenu(menu, true);
      return;
    }
    const item = event.target.closest('[role^="menuitem"]');
    if (item && item.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      return;
    }
    if (item) {
      const menu = item.closest(".menu-holder").querySelector('[role="menu"]');
      if (item.dataset.keep === undefined) closeMenu(menu, item.type !== "submit");
      return;
    }
    if (!event.target.closest('[role="menu"]')) closeAll();
  });

  /* A mouse opens by hovering as well; a finger's emulated hover must not. */
  let leaving = null;
  const hoverTrigger = (target) => target.closest && target.closest('[data-menu="hover"] [aria-haspopup="menu"]');
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || !wide()) return;
    const trigger = hoverTrigger(event.target);
    if (event.target.closest && event.target.closest('[data-menu="hover"]')) clearTimeout(leaving);
    if (trigger && menuOf(trigger).hidden) openMenu(trigger);
    const sibling = event.target.closest && event.target.closest('[data-menu="hover"] [role="menuitem"]');
    if (sibling && !isTrigger(sibling) && !sibling.closest(".sub"))
      document.querySelectorAll(".menu.sub:not([hidden])").forEach((sub) => closeMenu(sub));
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse") return;
    const holder = event.target.closest && event.target.closest('[data-menu="hover"]');
    if (!holder || holder.contains(event.relatedTarget)) return;
    const trigger = holder.querySelector('[aria-haspopup="menu"]');
    if (trigger.dataset.pinned || holder.querySelector('[role="menu"] :focus')) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => closeMenu(menuOf(trigger)), 280);
  });
  document.addEventListener("focusout", (event) => {
    const holder = event.target.closest && event.target.closest(".menu-holder");
    if (holder && event.relatedTarget && !holder.contains(event.relatedTarget)) closeMenu(holder.querySelector('[role="menu"]'));
  });

  /* either opens and closes: on which side a menu opens depends on where there is room */
  const across = ["ArrowLeft", "ArrowRight"];
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (isTrigger(target) && !isSub(target) && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      openMenu(target, event.key === "ArrowDown" ? "first" : "last");
      return;
    }
    if (event.key === "Escape" && isTrigger(target) && !menuOf(target).hidden && !isSub(target)) {
      closeMenu(menuOf(target), true);
      return;
    }
    const menu = target.closest && target.closest('[role="menu"]');
    if (!menu || !target.matches('[role^="menuitem"]')) return;
    const all = items(menu);
    const at = all.indexOf(target);
    const sub = menu.parentElement.closest('[role="menu"]') !== null;
    const move = (to) => {
      event.preventDefault();
      all[(to + all.length) % all.length].focus();
    };
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(all.length - 1);
    else if (isTrigger(target) && [...across, "Enter", " "].includes(event.key)) {
      event.preventDefault();
      openMenu(target, "first");
    } else if (event.key === "Escape" || (sub && across.includes(event.key))) {
      event.preventDefault();
      event.stopPropagation();
      closeMenu(menu, true);
    } else if (event.key === "Tab") closeAll();
    else if (event.key.length === 1 && /\S/.test(event.key)) {
      const typed = event.key.toLocaleLowerCase();
      const ring = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      const hit = ring.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(typed));
      if (hit) hit.focus();
    }
  });
})();
