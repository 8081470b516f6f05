/* Importing contacts: sends the chosen file, and keeps its rows batch by batch once somebody says so. */
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);

  const complain = (words) => {
    byId("import-error").textContent = words;
    byId("import-error").hidden = !words;
    byId("import-progress").hidden = true;
  };

  const reason = (request, words) => {
    if (request.status === 401) return words.signedOut;
    try {
      return JSON.parse(request.responseText).detail || words.broken;
    } catch {
      return words.broken;
    }
  };

  const send = (file) => {
    const words = byId("import-drop").dataset;
    complain("");
    if (file.size > Number(words.most)) {
      complain(words.tooLarge);
      return;
    }
    const progress = byId("import-progress");
    progress.hidden = false;
    progress.value = 0;
    byId("import-status").textContent = words.sending;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 201) location.assign("/contact/import?file=" + JSON.parse(request.responseText).handle);
      else complain(reason(request, words));
    });
    request.addEventListener("error", () => complain(words.broken));
    request.open("POST", "/contact/import/file?name=" + encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  };

  document.addEventListener("change", (event) => {
    if (event.target.id !== "import-choose" || !event.target.files.length) return;
    send(event.target.files[0]);
    event.target.value = "";
  });
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.target.closest || !event.target.closest("#import-drop")) return;
      event.preventDefault();
      if (kind === "drop" && event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
    });
  }

  let running = false;
  const keep = () => {
    running = true;
    byId("import").setAttribute("aria-busy", "true");
    window.keepNext();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keep-next]") && !running) keep();
  });

  window.beckonImport = {
    busy: () => byId("import").setAttribute("aria-busy", "true"),
    shown(id) {
      const root = byId("import");
      if (root) root.removeAttribute("aria-busy");
      window.beckon.focus(id);
    },
    left() {
      history.replaceState(null, "", "/contact/import");
      window.beckon.focus("import-choose");
    },
    kept(args) {
      if (args && args.more) {
        window.keepNext();
        return;
      }
      running = false;
      window.beckon.focus("import-rows-title");
    },
    stopped() {
      running = false;
    },
  };
})();
