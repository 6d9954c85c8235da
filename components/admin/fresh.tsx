'use client';
/** Draws the page anew every few seconds while something on it moves, and only while somebody looks. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 3000;

export function Fresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
