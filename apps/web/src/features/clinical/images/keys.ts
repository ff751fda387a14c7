import type { Tool } from './stage/tools.ts';

/** Keys of the tools, as they are printed. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  ...{ SCROLL: 'S', WINDOW: 'W', ZOOM: 'Z', PAN: 'P' },
  ...{ LENGTH: 'L', BIDIRECTIONAL: 'B', ELLIPSE: 'E' },
};

/** Where keys lead from a picture; null for a key that leads nowhere. */
export const movedBy = (key: string, at: number, many: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
    ...{ PageDown: at + 10, PageUp: at - 10, Home: 0, End: many - 1 },
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), many - 1);
};

/** The tool of a key; null where it has none. */
export const toolOfKey = (key: string): Tool | null =>
  (Object.keys(TOOL_KEYS) as Tool[]).find((tool) => TOOL_KEYS[tool] === key.toUpperCase()) ?? null;
