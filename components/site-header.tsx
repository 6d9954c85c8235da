import { BrandMark } from './brand.tsx';

export function SiteHeader({ siteName }: { siteName: string }) {
  return (
    <header className="mx-auto flex w-full max-w-page items-center justify-between gap-6 px-5 py-5 sm:px-8">
      <a href="/" className="flex items-center gap-2.5 font-serif text-lg font-medium">
        <BrandMark />
        {siteName}
      </a>
      <nav aria-label="Main" className="no-print flex items-center gap-x-5 text-sm sm:gap-x-7">
        <a href="/guide" className="py-1 hover:underline">
          Guide
        </a>
        <a href="/methodology" className="py-1 hover:underline">
          Methodology
        </a>
        <a href="/#scan" className="py-1 hover:underline max-sm:sr-only max-sm:focus:not-sr-only">
          Scan
        </a>
      </nav>
    </header>
  );
}
