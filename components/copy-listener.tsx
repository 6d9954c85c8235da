'use client';
/**
 * One listener for every copy button of a page. The buttons are plain markup with the text in `data-copy`, so that a report with a
 * hundred of them costs no more script than one.
 */
import { useEffect, useState } from 'react';

const shownFor = 1600;

export function CopyListener() {
  const [said, say] = useState('');
  useEffect(() => {
    const timers = new Map<HTMLElement, { timer: ReturnType<typeof setTimeout>; label: string }>();
    const copy = async (button: HTMLElement) => {
      const waiting = timers.get(button);
      const label = waiting?.label ?? button.textContent ?? '';
      clearTimeout(waiting?.timer);
      try {
        await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
        button.textContent = 'Copied';
        say('Copied');
      } catch (error) {
        // The browser refuses without a secure context or permission.
        console.warn('Copying was refused', error);
        button.textContent = 'Could not copy';
        say('Could not copy');
      }
      const timer = setTimeout(() => {
        button.textContent = label;
        say('');
        timers.delete(button);
      }, shownFor);
      timers.set(button, { timer, label });
    };
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
      if (button) void copy(button);
    };
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('click', onClick);
      for (const { timer } of timers.values()) clearTimeout(timer);
    };
  }, []);
  return <p role="status" className="sr-only">{said}</p>;
}
