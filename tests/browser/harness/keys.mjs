// A person who has a keyboard and nothing else, and must see where they are.
import assert from 'node:assert/strict';

const STOPS_MAX = 80;

/** Somebody at a keyboard before `page`. Every stop is judged: it must be seen, and it must show that it has the focus. */
export class Keyboard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Presses a key as soon as the page has been painted: until then the browser drops every key. */
  async press(key) {
    await this.#page.evaluate(painted);
    await this.#page.keyboard.press(key);
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  /** Presses Tab, or Shift+Tab with `back`, until the control whose name fits is reached; answers the names passed by. */
  async reach(name, { back = false } = {}) {
    const passed = [];
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const here = await this.here();
      passed.push(here);
      if (name.test(here)) return passed;
    }
    throw new Error(`${this.#page.url()}: no stop ${name} among: ${passed.join(' | ')}`);
  }

  /** The name of the control that has the focus. Fails when nothing shows that it has it. */
  async here() {
    const found = await this.#page.evaluate(focused);
    assert.ok(found, `${this.#page.url()}: the focus is nowhere`);
    assert.ok(found.inside, `${this.#page.url()}: ${found.name} has the focus outside of the screen`);
    assert.ok(found.shown, `${this.#page.url()}: nothing shows that ${found.name} has the focus`);
    return found.name;
  }
}

/** Runs in the page: waits for the first picture of its content. */
function painted() {
  return new Promise((done) => {
    const look = () => {
      if (performance.getEntriesByName('first-contentful-paint').length > 0) done();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page: the control with the focus, whether it is on the screen, and whether it looks different from without. */
function focused() {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  const label = control.labels?.[0];
  const name = (control.getAttribute('aria-label') ?? label?.textContent ?? control.textContent).replaceAll(/\s+/g, ' ').trim();
  // Radios and checkboxes are drawn by their labels, a row of a task list by what follows its link.
  const parts = [[control], [control, '::after'], ...(label ? [[label, '::before']] : [])];
  const ring = () =>
    parts.map(([part, pseudo]) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(part, pseudo);
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? 'none' : `${outlineWidth} ${outlineColor}`;
      return `${outline}, ${boxShadow}`;
    });
  const box = control.getBoundingClientRect();
  const inside = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const withFocus = ring();
  control.blur();
  const without = ring();
  control.focus({ preventScroll: true });
  const shown = withFocus.some((part, n) => part !== without[n] && part !== 'none, none');
  return { name, inside, shown };
}
