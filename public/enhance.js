// @ts-check
/**
 * What plain pages gain from a script: copy buttons, the choice of colours, the countdown to the next scan. Written for the browser as
 * it is, without a build: a report loads this file and no other script. It only changes what it finds; without it everything can be read.
 */
(() => {
  const copiedFor = 1600;
  const year = 31_536_000;

  /** Tells readers who do not see the page. @param {string} text */
  function say(text) {
    let place = document.getElementById('said');
    if (!place) {
      place = document.createElement('p');
      place.id = 'said';
      place.className = 'sr-only';
      place.setAttribute('role', 'status');
      document.querySelector('main')?.append(place);
    }
    place.textContent = text;
  }

  /** @type {WeakMap<HTMLElement, { label: string, timer: number }>} */
  const copied = new WeakMap();

  /** What a button copies: its own text, or that of every button it points at, one after the other. @param {HTMLElement} button */
  function textOf(button) {
    const { copyEach } = button.dataset;
    if (copyEach === undefined) return button.dataset.copy ?? '';
    return [...document.querySelectorAll(copyEach)].map((other) => (other instanceof HTMLElement ? (other.dataset.copy ?? '') : '')).join('\n\n');
  }

  /** @param {HTMLElement} button */
  async function copy(button) {
    const label = copied.get(button)?.label ?? button.textContent ?? '';
    clearTimeout(copied.get(button)?.timer);
    let result = 'Copied';
    try {
      await navigator.clipboard.writeText(textOf(button));
    } catch (error) {
      // The browser refuses without a secure context or without permission.
      console.warn('Copying was refused', error);
      result = 'Could not copy';
    }
    button.textContent = result;
    say(result);
    const timer = window.setTimeout(() => {
      button.textContent = label;
      say('');
      copied.delete(button);
    }, copiedFor);
    copied.set(button, { label, timer });
  }

  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-copy]') : null;
    if (button instanceof HTMLElement) void copy(button);
  });

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.matches('[data-theme-switch]')) return;
    const theme = target.value;
    const chosen = theme === 'light' || theme === 'dark';
    if (chosen) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    // The server reads it, so that the next page comes in the right colours from its first byte.
    document.cookie = `theme=${chosen ? theme : ''}; path=/; max-age=${chosen ? year : 0}; samesite=lax`;
  });

  /** @param {number} seconds */
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

  /** @param {HTMLButtonElement} button */
  function countDown(button) {
    const label = button.textContent ?? '';
    const readyAt = Date.parse(button.dataset.readyAt ?? '');
    const tick = () => {
      const left = Math.ceil((readyAt - Date.now()) / 1000);
      button.disabled = left > 0;
      button.textContent = left > 0 ? `${label} in ${clock(left)}` : label;
      if (!(left > 0)) clearInterval(timer);
    };
    const timer = setInterval(tick, 1000);
    tick();
  }

  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  /** As components/when.tsx writes it. @type {[limit: number, unit: number, name: Intl.RelativeTimeFormatUnit][]} */
  const spans = [
    [3600, 60, 'minute'],
    [86_400, 3600, 'hour'],
    [86_400 * 31, 86_400, 'day'],
    [86_400 * 365, 86_400 * 30.44, 'month'],
    [Infinity, 86_400 * 365.25, 'year'],
  ];

  /** A document that was kept carries absolute times. @param {number} seconds */
  function ago(seconds) {
    if (seconds < 45) return 'just now';
    const [, unit, name] = spans.find(([limit]) => seconds < limit) ?? [0, 86_400, /** @type {const} */ ('day')];
    return relative.format(-Math.max(1, Math.floor(seconds / unit)), name);
  }

  function tellTimes() {
    for (const time of document.querySelectorAll('time[data-relative]')) {
      if (!(time instanceof HTMLTimeElement)) continue;
      time.title ||= time.textContent ?? '';
      time.textContent = ago((Date.now() - Date.parse(time.dateTime)) / 1000);
    }
  }
  tellTimes();
  setInterval(tellTimes, 30_000);

  // A menu is a fold: it opens without this, and closes as menus do with it.
  /** @param {EventTarget | null} inside */
  function closeMenus(inside) {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (menu instanceof HTMLDetailsElement && !(inside instanceof Node && menu.contains(inside))) menu.open = false;
    }
  }
  document.addEventListener('pointerdown', ({ target }) => closeMenus(target));
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape') return;
    const menu = target instanceof Element ? target.closest('details[data-menu]') : null;
    closeMenus(null);
    menu?.querySelector('summary')?.focus();
  });

  for (const button of document.querySelectorAll('button[data-ready-at]')) if (button instanceof HTMLButtonElement) countDown(button);
})();
