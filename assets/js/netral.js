// Netral's only script. Every page works without it; it adds these things:
// passkeys, showing a typed password, a print button, progress that goes on by
// itself, at an assembly what happens there, forms that try again and a count
// on a button, and at a kiosk the end of whoever has gone. It reads its texts from data attributes, so that each
// language brings its own.
(() => {
  "use strict";

  const TOKEN_HEADER = "x-netral-form";

  /** Sends JSON to our own server and returns the JSON of the answer. */
  async function post(url, token, body) {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        [TOKEN_HEADER]: token,
      },
      body: JSON.stringify(body),
    });
    // A refusal also carries JSON with a text for the person.
    return response.json();
  }

  function passkeysWork() {
    return (
      typeof window.PublicKeyCredential === "function" &&
      typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function" &&
      typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function" &&
      typeof PublicKeyCredential.prototype.toJSON === "function"
    );
  }

  /** Asks the device for a new passkey, or for a signature with a known one. */
  function askDevice(kind, answer) {
    const options = answer.publicKey ?? answer;
    if (kind === "register") {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    return navigator.credentials.get({ publicKey });
  }

  function showError(form, text) {
    const slot = form.querySelector("[data-passkey-error]");
    slot.hidden = false;
    slot.querySelector("[data-text]").textContent = text;
  }

  /** A path on this site: one slash, then anything but a second (back)slash. */
  function isOwnPath(next) {
    return typeof next === "string" && /^\/(?![/\\])/.test(next);
  }

  const REFRESH_MS = 2500;
  const UNTOUCHED_MS = 20 * 60 * 1000;

  /**
   * Brings parts of the page up to date until the page no longer has one of that name. Rests while nobody looks at it or has
   * touched it for long, so that a page left open does not keep its session awake.
   */
  function keepLive(parts) {
    let touched = Date.now();
    for (const sign of ["pointerdown", "pointermove", "keydown"]) {
      window.addEventListener(sign, () => (touched = Date.now()));
    }
    const follow = async () => {
      if (document.hidden || Date.now() - touched > UNTOUCHED_MS) {
        return window.setTimeout(follow, REFRESH_MS);
      }
      const answer = await fetch(window.location.href, { credentials: "same-origin" }).catch(() => null);
      if (answer?.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of parts) {
          const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
          if (!next) {
            return window.location.reload();
          }
          if (next.innerHTML !== part.innerHTML) {
            part.replaceChildren(...next.childNodes);
          }
        }
      }
      return window.setTimeout(follow, REFRESH_MS);
    };
    window.setTimeout(follow, REFRESH_MS);
  }

  /** What the person typed, such as a user name; never files. */
  function typedFields(form) {
    const fields = [...new FormData(form)];
    return Object.fromEntries(fields.filter(([, value]) => typeof value === "string"));
  }

  async function runCeremony(form) {
    const { passkey: kind, begin, finish, token } = form.dataset;
    const answer = await post(begin, token, typedFields(form));
    if (answer.error) {
      return showError(form, answer.error);
    }
    const credential = await askDevice(kind, answer);
    const result = await post(finish, token, credential.toJSON());
    if (isOwnPath(result.next)) {
      // What somebody had typed before they were asked goes along.
      const carried = document.querySelector("input[data-carried]");
      if (carried) {
        carried.form.action = carried.dataset.carried;
        return carried.form.submit();
      }
      return window.location.assign(result.next);
    }
    return showError(form, result.error || form.dataset.errorFailed);
  }

  function preparePasskey(form) {
    let running = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (running) {
        return;
      }
      running = true;
      form.setAttribute("aria-busy", "true");
      form.querySelector("[data-passkey-error]").hidden = true;
      try {
        await runCeremony(form);
      } catch (error) {
        // The browser gives the same name to "refused" and "took too long".
        const cancelled = error.name === "NotAllowedError" || error.name === "AbortError";
        showError(form, cancelled ? form.dataset.errorCancelled : form.dataset.errorFailed);
      } finally {
        running = false;
        form.removeAttribute("aria-busy");
      }
    });
    for (const button of form.querySelectorAll("[data-passkey-button]")) {
      button.hidden = false;
    }
    form.hidden = false;
  }

  function preparePasswordToggle(button) {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    if (!input) {
      return;
    }
    const label = button.querySelector("[data-text]");
    const show = (visible) => {
      input.type = visible ? "text" : "password";
      label.textContent = visible ? button.dataset.hide : button.dataset.show;
    };
    button.addEventListener("click", () => show(input.type === "password"));
    // Browsers offer to save only what is sent from a password field.
    input.form?.addEventListener("submit", () => show(false));
    button.hidden = false;
  }

  function preparePrint(button) {
    button.addEventListener("click", () => window.print());
    button.hidden = false;
  }

  // Many phones must not ask in the same instant.
  const soon = (most) => Math.random() * most;
  const after = (milliseconds, work) => window.setTimeout(work, milliseconds);

  /** What happens at an assembly, told by the server as it happens. */
  function prepareStream(place) {
    const said = document.querySelector("[data-stream-said]");
    let lastSaid = 0;
    const shows = {
      // The screen: its new content, which the server has made like the page.
      page(content) {
        place.innerHTML = content;
        const words = place.querySelector("[data-stream-say]")?.textContent;
        if (said && words && Date.now() - lastSaid > 10000) {
          lastSaid = Date.now();
          said.textContent = words;
        }
      },
      // A phone: another phase is another page; a point of the same phase is marked.
      phase(content) {
        const [phase, point] = content.split(" ");
        if (phase !== place.dataset.phase) {
          place.dataset.phase = phase;
          after(soon(2500), () => window.location.reload());
          return;
        }
        place.querySelectorAll("ol > li").forEach((item, index) => {
          const here = String(index + 1) === point;
          const was = item.hasAttribute("aria-current");
          item.toggleAttribute("aria-current", here);
          if (here) {
            item.setAttribute("aria-current", "step");
            if (!was) {
              item.scrollIntoView({ block: "nearest" });
            }
          }
        });
      },
    };
    const source = new EventSource(place.dataset.stream);
    source.addEventListener("message", (event) => shows[place.dataset.streamAs]?.(event.data));
    source.addEventListener("error", () => {
      // The browser itself asks again, unless the server refused: then the page says why.
      if (source.readyState === EventSource.CLOSED) {
        after(4000 + soon(4000), () => window.location.reload());
      }
    });
    window.addEventListener("pagehide", () => source.close());
  }

  /** A form that must not be lost: it is sent until an answer has come. The server takes it once. */
  function prepareRetry(form) {
    const note = form.querySelector("[data-retry-note]");
    const button = form.querySelector("[data-again]");
    let sending = false;
    let tries = 0;
    let timer = 0;
    async function send() {
      window.clearTimeout(timer);
      if (sending) {
        return;
      }
      sending = true;
      form.setAttribute("aria-busy", "true");
      try {
        const body = new URLSearchParams(new FormData(form));
        const stop = AbortSignal.timeout(30000);
        const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", signal: stop });
        if (answer.status >= 500) {
          throw new Error("busy");
        }
        if (answer.redirected) {
          window.location.assign(answer.url);
          return;
        }
        show(await answer.text());
      } catch {
        note.hidden = false;
        button.textContent = button.dataset.again;
        tries += 1;
        timer = after(Math.min(2 ** tries, 15) * 1000 + soon(1000), send);
      } finally {
        sending = false;
        form.removeAttribute("aria-busy");
      }
    }
    function show(html) {
      const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
      document.querySelector("main").replaceWith(main);
      begin(main);
      main.querySelector("[autofocus]")?.focus();
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send();
    });
    window.addEventListener("online", () => {
      if (tries > 0) {
        send();
      }
    });
  }

  /** A button that says how many are ticked. */
  function prepareCount(button) {
    const plain = button.textContent;
    const words = button.dataset.countWords;
    const count = () => {
      const ticked = button.form.querySelectorAll(`input[name="${button.dataset.count}"]:checked`).length;
      button.textContent = ticked > 0 ? words.replace("{}", ticked) : plain;
    };
    button.form.addEventListener("change", count);
    count();
  }

  const ASK_AFTER_MS = 40000;
  const END_AFTER_MS = 60000;
  const TELL_EVERY_MS = 10000;

  /** A computer that people use in turn: whoever is not there any more is signed out after a minute. */
  function prepareIdle(dialog) {
    const left = dialog.querySelector("[data-idle-left]");
    const end = () => window.location.replace(dialog.dataset.idleEnd);
    let last = Date.now();
    let told = last;
    const here = () => {
      if (dialog.open) {
        return;
      }
      last = Date.now();
      if (last - told > TELL_EVERY_MS) {
        told = last;
        // An answer that says no means that the server has ended it already.
        const stay = (answer) => answer.ok || end();
        fetch(dialog.dataset.idle, { method: "POST" }).then(stay, () => {});
      }
    };
    for (const sign of ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "input"]) {
      window.addEventListener(sign, here, { capture: true, passive: true });
    }
    dialog.addEventListener("close", here);
    // The browser tells late that it was closed: an answer counts when it is given.
    dialog.addEventListener("submit", () => (last = Date.now()));
    window.setInterval(() => {
      const idle = Date.now() - last;
      if (idle >= END_AFTER_MS) {
        end();
      } else if (idle >= ASK_AFTER_MS) {
        left.textContent = Math.ceil((END_AFTER_MS - idle) / 1000);
        if (!dialog.open) {
          dialog.showModal();
        }
      }
    }, 500);
    // A page that the browser had kept whole is asked for again.
    window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  }

  function begin(root) {
    if (passkeysWork()) {
      root.querySelectorAll("form[data-passkey]").forEach(preparePasskey);
    }
    root.querySelectorAll("[data-password-toggle]").forEach(preparePasswordToggle);
    root.querySelectorAll("[data-print]").forEach(preparePrint);
    const live = [...root.querySelectorAll("[data-live]")];
    if (live.length > 0) {
      keepLive(live);
    }
    root.querySelectorAll("[data-stream]").forEach(prepareStream);
    root.querySelectorAll("form[data-retry]").forEach(prepareRetry);
    root.querySelectorAll("[data-count]").forEach(prepareCount);
    root.querySelectorAll("[data-idle]").forEach(prepareIdle);
  }

  begin(document);
})();
