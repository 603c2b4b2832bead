// Netral's only script. Every page works without it; it adds four things:
// passkeys, showing a typed password, a print button, and progress that goes
// on by itself. It reads its texts
// from data attributes, so that each language brings its own.
(() => {
  "use strict";

  const TOKEN_HEADER = "x-netral-form";

  /** Sends JSON to our own server and returns the JSON of the answer. */
  async function post(url, token, body) {
    const response = await fetch(url, {
      method: "POST",
      credentials: "same-origin",
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

  /** Brings a part of the page up to date until the page stops saying that it is alive. */
  function keepLive(part) {
    window.setTimeout(async () => {
      const answer = await fetch(window.location.href, { credentials: "same-origin" }).catch(() => null);
      if (answer?.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = fresh.querySelector("[data-live]");
        if (!next) {
          return window.location.reload();
        }
        part.replaceChildren(...next.childNodes);
      }
      return keepLive(part);
    }, REFRESH_MS);
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

  if (passkeysWork()) {
    document.querySelectorAll("form[data-passkey]").forEach(preparePasskey);
  }
  document.querySelectorAll("[data-password-toggle]").forEach(preparePasswordToggle);
  document.querySelectorAll("[data-print]").forEach(preparePrint);
  document.querySelectorAll("[data-live]").forEach(keepLive);
})();
