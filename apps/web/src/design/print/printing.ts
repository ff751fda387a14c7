/** Whether the page is being printed, and what has to be so while it is. */

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { printedHeading } from './heading.ts';
import { pageStyle } from './page-style.ts';

/** Width of what a printed page holds, px: A4 less its margins of 12 mm, at 96 px to the inch. */
export const printedWidth = 703;

let printing = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the page is being printed: lists then show every row, charts fit the paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing);

/** The theme that the page has on the screen; paper is always light. */
let themeOnScreen: string | null = null;

function begin(): void {
  if (printing) return;
  const root = document.documentElement;
  themeOnScreen = root.getAttribute('data-theme');
  root.setAttribute('data-theme', 'light');
  printing = true;
  // The browser lays the page out for paper as soon as its listeners return.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  const style = document.createElement('style');
  style.id = 'printed-page';
  document.head.append(style);
  // A rule by script: the page's policy takes no text of a style that it does not know.
  style.sheet?.insertRule(pageStyle(printedHeading(document), document.documentElement.lang));
}

function end(): void {
  if (!printing) return;
  if (themeOnScreen !== null) document.documentElement.setAttribute('data-theme', themeOnScreen);
  printing = false;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  document.getElementById('printed-page')?.remove();
}

/** Makes the page ready for paper whenever it is printed, until the returned function is called. */
export function watchPrinting(): () => void {
  const media = matchMedia('print');
  const onChange = () => (media.matches ? begin() : end());
  media.addEventListener('change', onChange);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  if (media.matches) begin();
  return () => {
    media.removeEventListener('change', onChange);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    end();
  };
}
