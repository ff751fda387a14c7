/** Walks a page by the Tab key and compares the pixels around each stop, focused and not. */
import type { CDPSession, Page } from '@playwright/test';
import { PNG } from 'pngjs';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    /** Stops of the walk: where the focus went, in turn, and what kind each is. */
    nodpStops?: { element: HTMLElement; kind: string }[];
    nodpWalked?: boolean;
  }
}

/** Notes every element that takes the focus, until one takes it again. */
const noteStops = (): void => {
  const attributes = ['type', 'role', 'aria-pressed', 'aria-current', 'aria-selected'];
  const kindOf = (e: Element) =>
    [e.tagName, e.getAttribute('class'), ...attributes.map((a) => e.getAttribute(a))].join(' ');
  const seen = new WeakSet<Element>();
  window.nodpStops = [];
  window.nodpWalked = false;
  (document.activeElement as HTMLElement | null)?.blur();
  document.addEventListener('focusin', ({ target }) => {
    if (window.nodpWalked || !(target instanceof Element)) return;
    if (seen.has(target)) {
      window.nodpWalked = true;
      return;
    }
    seen.add(target);
    const chain: string[] = [];
    // Ancestors cut or cover an outline.
    for (let e: Element | null = target; e !== null && chain.length < 5; e = e.parentElement) {
      chain.push(kindOf(e).replace(/ ?Mui-(?:focusVisible|focused)/g, ''));
    }
    window.nodpStops?.push({ element: target as HTMLElement, kind: chain.join(' < ') });
  });
};

/** Tabs sent together; a page's stops are some tens. */
const together = 25;
/** More stops than any page has that does not grow while one walks. */
const most = 600;

/** Presses Tab until the focus comes round. */
export const walk = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(noteStops);
  let pressed = 0;
  let walked = false;
  while (!walked && pressed < most) {
    const press = async () => {
      const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
      await Promise.all([
        session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]);
    };
    await Promise.all(Array.from({ length: together }, press));
    pressed += together;
    walked = await page.evaluate(() => window.nodpWalked === true);
  }
  await session.detach();
  return page.evaluate(() => {
    window.nodpWalked = true;
    return window.nodpStops?.length ?? 0;
  });
};

/** The ring may lie this far outside the element. */
const margin = 6;

const picture = async (session: CDPSession, { x, y, width, height }: Box): Promise<PNG> => {
  const [left, top] = [Math.max(0, Math.floor(x) - margin), Math.max(0, Math.floor(y) - margin)];
  const clip = {
    x: left,
    y: top,
    width: Math.ceil(x + width) + margin - left,
    height: Math.ceil(y + height) + margin - top,
    scale: 1,
  };
  const options = { format: 'png', optimizeForSpeed: true, clip } as const;
  const { data } = await session.send('Page.captureScreenshot', options);
  return PNG.sync.read(Buffer.from(data, 'base64'));
};

const linear = Float64Array.from({ length: 256 }, (_, i) => {
  const c = i / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});
const luminance = ({ data }: PNG, at: number): number => {
  const part = (offset: number) => linear[data[at + offset] ?? 0] ?? 0;
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
};

/** Pixels whose contrast, focused against not, is 3 : 1 or more (WCAG 2.2, 2.4.13). */
const changedPixels = (a: PNG, b: PNG): number => {
  let changed = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const [one, other] = [luminance(a, at), luminance(b, at)];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) changed++;
  }
  return changed;
};

/** Focuses a stop as the keyboard does and says which part of the screen it takes; null where it is there no more. */
const focusStop = (index: number): { name: string; box: Box } | null => {
  const element = window.nodpStops?.[index]?.element;
  if (!element?.isConnected) return null;
  element.focus();
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  // A native input under the drawing of a checkbox is as large as nothing, or not drawn.
  let shown: Element = element;
  const unseen = (e: Element) => {
    const { width, height } = e.getBoundingClientRect();
    return width * height < 16 || getComputedStyle(e).opacity === '0';
  };
  while (unseen(shown) && shown.parentElement) shown = shown.parentElement;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  return {
    name: `${element.tagName.toLowerCase()} “${words.slice(0, 60)}”`,
    box: {
      x,
      y,
      width: Math.min(innerWidth, right) - x,
      height: Math.min(innerHeight, bottom) - y,
    },
  };
};

/** A picture taken while the page is drawn anew shows no focus: one that is unseen is looked at so often. */
const LOOKS = 3;

/** Kinds compared already, by theme: one process compares each once. */
const compared = new Set<string>();

/**
 * Each stop of the walk whose kind was not compared before in this theme is pictured focused and not; its focus is
 * seen where a line of one pixel around three quarters of it changes by a contrast of 3 : 1.
 * @returns what of the page is focused without being seen to be
 */
export const unseenFocus = async (page: Page, theme: string): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  // By script: the page's policy takes no style that stands in the document.
  await page.evaluate(() => {
    const hidden = new CSSStyleSheet();
    hidden.replaceSync('* { caret-color: transparent !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];
  });
  const kinds = await page.evaluate(() => window.nodpStops?.map(({ kind }) => kind) ?? []);
  const unseen: string[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (compared.has(`${theme} ${kind}`)) continue;
    let said: string | null = null;
    for (let tries = 0; tries < LOOKS; tries++) {
      const stop = await page.evaluate(focusStop, index);
      if (stop === null) break;
      compared.add(`${theme} ${kind}`);
      const focused = await picture(session, stop.box);
      await page.evaluate((i) => window.nodpStops?.[i]?.element.blur(), index);
      const plain = await picture(session, stop.box);
      const changed = changedPixels(focused, plain);
      const wanted = Math.ceil(1.5 * (stop.box.width + stop.box.height));
      said = changed < wanted ? `${stop.name}: ${changed} of ${wanted} pixels (${theme})` : null;
      if (said === null) break;
    }
    if (said !== null) unseen.push(said);
  }
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  await session.detach();
  return unseen;
};
