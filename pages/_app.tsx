import type { AppProps } from 'next/app';
import { fontVariables } from '../app/fonts.ts';
import '../app/globals.css';

/** Pages in this folder are plain HTML: a report needs no framework in the browser (docs/design.md). */
export default function PlainPage({ Component, pageProps }: AppProps) {
  // The root element has these classes too (_document.tsx); Next preloads the fonts of what it finds here.
  return (
    <div className={`${fontVariables} flex min-h-svh flex-col`}>
      <Component {...pageProps} />
    </div>
  );
}
