import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

const links = [
  ['/guide', 'Guide'],
  ['/methodology', 'Methodology'],
  ['/methodology/changes', 'Changes'],
  ['/statistics', 'Statistics'],
  ['/leaderboard', 'Leaderboard'],
  ['/faq', 'Questions'],
  ['/bot', 'About the scanner'],
  ['/developers', 'API'],
  ['/cli', 'Command line'],
] as const;

export function SiteFooter({ siteName, theme, leaderboard }: { siteName: string; theme: Theme; leaderboard: boolean }) {
  return (
    <footer className="no-print mx-auto mt-auto w-full max-w-page px-5 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hair py-7 text-sm text-soft">
        <p>{siteName} walks the road that an agent walks to your API, and shows where it ends.</p>
        <nav aria-label="Footer" className="flex flex-wrap items-center gap-x-6 gap-y-1">
          {links
            .filter(([href]) => leaderboard || href !== '/leaderboard')
            .map(([href, text]) => (
              <a key={href} href={href} className="py-1 hover:underline">
                {text}
              </a>
            ))}
          <ThemeSwitch chosen={theme} />
        </nav>
      </div>
    </footer>
  );
}
