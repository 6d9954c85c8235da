/**
 * What plain pages gain from a script: copy buttons, the choice of colours, the files of another framework in place, the countdown to the next scan, what will be scanned of an address that is being typed. Built to `public/enhance.js`
 * (scripts/prepare.mjs), the one script that a plain page loads. It only changes what it finds; without it everything can be read.
 */
import { reading } from './typed-address.ts';
import { themeCookie, themeOf } from './theme.ts';
import { ago } from './times.ts';

const copiedFor = 1600;
const sendingFor = 10_000;
const year = 31_536_000;

/** Tells readers who do not see the page. */
function say(text: string): void {
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

const copied = new WeakMap<HTMLElement, { label: string; timer: number }>();

/** What a button copies: its own text, what stands beside it, or every place it points at, one after the other, each under the name of its file. */
function textOf(button: HTMLElement): string {
  const { dataset } = button;
  if (dataset.copyEach === undefined)
    return dataset.copy || (button.closest('[data-copied]')?.querySelector('pre')?.textContent ?? '');
  const places = [...document.querySelectorAll<HTMLElement>(dataset.copyEach)];
  return places
    .map((place) => {
      const named = places.length > 1 && place.dataset.file !== undefined ? `### ${place.dataset.file}\n\n` : '';
      return named + (place.dataset.copy ?? place.textContent ?? '');
    })
    .join('\n\n');
}

async function copy(button: HTMLElement): Promise<void> {
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

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function countDown(button: HTMLButtonElement): void {
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

/** A document that was kept carries absolute times. */
function tellTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    time.title ||= time.textContent ?? '';
    time.textContent = ago(new Date(time.dateTime), new Date());
  }
}

/** A menu is a fold: it opens without this, and closes as menus do with it. */
function closeMenus(inside: EventTarget | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'))
    if (!(inside instanceof Node && menu.contains(inside))) menu.open = false;
}

/** Takes the part of a page that a link leads to and puts it where the link stands; when that fails, the link is followed. */
async function showInPlace(link: HTMLAnchorElement): Promise<void> {
  const here = link.closest('[data-files]');
  here?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(link.href);
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-files]');
    if (!here || !there) throw new Error(`${link.href} has no files, it answered ${answer.status}.`);
    here.replaceWith(there);
    there.querySelector<HTMLElement>('[aria-current]')?.focus();
  } catch (error) {
    console.warn('The files could not be shown in place', error);
    location.assign(link.href);
  }
}

/** Says under the field what will be scanned of the address that stands in it. */
function tellReading(): void {
  for (const hint of document.querySelectorAll('[data-reading]')) {
    const field = hint.closest('form')?.querySelector('input');
    hint.textContent = (field && reading(field.value)) ?? '';
  }
}

const sending = new Map<HTMLButtonElement, string>();

/** A form that is on its way says so on its button, which then cannot be pressed. */
function beginSending(button: HTMLButtonElement): void {
  sending.set(button, button.textContent ?? '');
  button.textContent = button.dataset.sending ?? '';
  button.disabled = true;
  // A reader who stops the page from loading stays on this one, and nothing tells.
  window.setTimeout(endSending, sendingFor);
}

/** Firefox also remembers of a page that it loads anew which buttons could not be pressed. */
function endSending(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sending]')) {
    button.textContent = sending.get(button) ?? button.textContent;
    button.disabled = false;
  }
  sending.clear();
}

document.addEventListener('input', tellReading);

document.addEventListener('submit', ({ target }) => {
  const button = target instanceof Element ? target.querySelector<HTMLButtonElement>('button[data-sending]') : null;
  if (button) beginSending(button);
});

// Also when the reader comes back: the page is as it was left, and so is what stands in its fields.
window.addEventListener('pageshow', () => {
  endSending();
  tellReading();
});

document.addEventListener('click', (event) => {
  const { target } = event;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-framework]') : null;
  // With a key held down, browsers open links elsewhere.
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    void showInPlace(link);
  }
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy], [data-copy-each]') : null;
  if (button) void copy(button);
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.matches('[data-theme-switch]')) return;
  const theme = themeOf(target.value);
  const chosen = theme !== 'system';
  if (chosen) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  // The server reads it, so that the next page comes in the right colours from its first byte.
  document.cookie = `${themeCookie}=${chosen ? theme : ''}; path=/; max-age=${chosen ? year : 0}; samesite=lax`;
});

document.addEventListener('pointerdown', ({ target }) => closeMenus(target));
document.addEventListener('keydown', ({ key, target }) => {
  if (key !== 'Escape') return;
  const menu = target instanceof Element ? target.closest('details[data-menu]') : null;
  closeMenus(null);
  menu?.querySelector('summary')?.focus();
});

tellTimes();
setInterval(tellTimes, 30_000);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-ready-at]')) countDown(button);

// An exchange that no finding rests on stands on the page of all of them.
const all = document.querySelector<HTMLAnchorElement>('a[data-all-exchanges]');
if (all && /^#x\d+$/.test(location.hash) && !document.querySelector(location.hash))
  location.replace(all.href + location.hash);

// A form that was refused comes back at the address that it was sent to. To load that again, or to come back to it, would be to send it again.
if (document.querySelector('form [role=alert][data-code]')) history.replaceState(null, '', '/');
