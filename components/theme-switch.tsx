'use client';
/** Light, dark, or as the system says. The cookie is read by the server, so that the next page comes in the right colours at once. */
import { useState } from 'react';
import { themeCookie, type Theme } from './theme.ts';

export type { Theme } from './theme.ts';

const names: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };
const year = 31_536_000;

function apply(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.dataset['theme'] = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${theme === 'system' ? 0 : year}; samesite=lax`;
}

export function ThemeSwitch({ chosen }: { chosen: Theme }) {
  const [theme, setTheme] = useState(chosen);
  return (
    <label data-needs-script="" className="flex items-center gap-2">
      Colours
      <select
        value={theme}
        onChange={({ target }) => {
          const next = (Object.keys(names) as Theme[]).find((name) => name === target.value) ?? 'system';
          setTheme(next);
          apply(next);
        }}
        className="rounded-sm border border-unknown bg-paper px-1.5 py-1 text-ink"
      >
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>{name}</option>
        ))}
      </select>
    </label>
  );
}
