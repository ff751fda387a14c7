/**
 * Which rows of a long table are drawn. A short one is drawn whole; the code that draws a long one only where it is seen
 * (6 kB of a first page's 200) is fetched when a table first grows long.
 */
import type { VirtualItem, Virtualizer } from '@tanstack/virtual-core';
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { LostFile } from '../states.tsx';

/** Rows up to this number are all drawn: a list's first page. */
const drawnWhole = 60;

/** The rows that are drawn and where, px from the head of the table. */
export type Window = {
  readonly items: readonly Pick<VirtualItem, 'index' | 'key' | 'start'>[];
  readonly height: number;
  readonly measure: (row: HTMLElement | null) => void;
};

type Core = typeof import('@tanstack/virtual-core');

export function useWindow({
  count,
  scroller,
  rowHeight,
  keyOf,
}: {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  /** Of a row before it is measured, px. */
  rowHeight: number;
  keyOf: (index: number) => string | number;
}): Window | null {
  const [core, setCore] = useState<Core | null>(null);
  const [lost, setLost] = useState<Error | null>(null);
  const redraw = useReducer((drawn: number) => drawn + 1, 0)[1];
  const retained = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const long = count > drawnWhole;
  useEffect(() => {
    if (!long || core) return;
    import('@tanstack/virtual-core').then(setCore, (error: Error) =>
      setLost(new LostFile(error.message, { cause: error })),
    );
  }, [long, core]);
  const options = core && {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 12,
    observeElementRect: core.observeElementRect,
    observeElementOffset: core.observeElementOffset,
    scrollToFn: core.elementScroll,
    onChange: redraw,
  };
  if (core && options && !retained.current) retained.current = new core.Virtualizer(options);
  const virtualizer = retained.current;
  if (options) virtualizer?.setOptions(options);
  // What the library's own hook for React does, which would bring the library with it.
  useLayoutEffect(() => virtualizer?._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer?._willUpdate());
  if (lost) throw lost;
  if (!virtualizer || !long) return null;
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  };
}
