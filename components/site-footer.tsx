import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export function SiteFooter({ siteName, theme, leaderboard }: { siteName: string; theme: Theme; leaderboard: boolean }) {
  return (
    <footer className="no-print mx-auto mt-auto w-full max-w-page px-5 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hair py-7 text-sm text-soft">
        <p>{siteName} walks the road that an agent walks to your API, and shows where it ends.</p>
        <nav aria-label="Footer" className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a href="/guide" className="hover:underline">
            Guide
          </a>
          <a href="/methodology" className="hover:underline">
            Methodology
          </a>
          <a href="/methodology/changes" className="hover:underline">
            Changes
          </a>
          <a href="/statistics" className="hover:underline">
            Statistics
          </a>
          {leaderboard && (
            <a href="/leaderboard" className="hover:underline">
              Leaderboard
            </a>
          )}
          <a href="/faq" className="hover:underline">
            Questions
          </a>
          <a href="/bot" className="hover:underline">
            About the scanner
          </a>
          <a href="/developers" className="hover:underline">
            API
          </a>
          <a href="/cli" className="hover:underline">
            Command line
          </a>
          <ThemeSwitch chosen={theme} />
        </nav>
      </div>
    </footer>
  );
}
