import localFont from 'next/font/local';

// next/font measures each file and writes a fallback of the same width, so that the swap moves nothing.
/** Headings, verdicts and the score. The optical size axis gives large type its fine strokes. */
export const serif = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  weight: '200 800',
  variable: '--font-newsreader',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
});

/** Everything that is read in passing. */
export const sans = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  weight: '100 700',
  variable: '--font-plex-sans',
  fallback: ['system-ui', 'sans-serif'],
});

/** Evidence: whatever came over the wire. */
export const mono = localFont({
  src: [
    { path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', weight: '400' },
    { path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2', weight: '500' },
  ],
  variable: '--font-plex-mono',
  preload: false,
  fallback: ['ui-monospace', 'monospace'],
});

/** For the root element: makes the three families known to the style sheet. */
export const fontVariables = `${serif.variable} ${sans.variable} ${mono.variable}`;
