import { useLayoutEffect, useRef, useState } from 'react';
import { printedWidth, usePrinting } from '../design/print/printing.ts';

/** Width of a chart on paper, px: the page less the padding of a card. */
const onPaper = printedWidth - 36;

/** The width of an element, px, as it changes; on paper what the paper has. */
export function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, printing && width > 0 ? onPaper : width];
}
