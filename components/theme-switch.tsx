import type { Theme } from './theme.ts';

const names: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the system says. components/enhance.ts applies the choice and keeps it in a cookie; without script it is not shown. */
export function ThemeSwitch({ chosen }: { chosen: Theme }) {
  return (
    <label data-needs-script="" className="flex items-center gap-2">
      Colours
      <select
        data-theme-switch=""
        defaultValue={chosen}
        autoComplete="off"
        className="rounded-sm border border-unknown bg-paper px-1.5 py-1 text-ink"
      >
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
