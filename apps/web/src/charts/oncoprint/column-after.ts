/** The share of all columns that a page of them is. */
const PAGE = 10;

/** The column that a key goes to from another; null where the key is none of these. */
export const columnAfter = (key: string, at: number | null, columns: number): number | null => {
  if (columns === 0) return null;
  const page = Math.max(1, Math.round(columns / PAGE));
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, PageUp: -page, PageDown: page },
    ...{ Home: -columns, End: columns },
  };
  const step = steps[key];
  if (step === undefined) return null;
  if (at === null) return step < 0 && key !== 'Home' ? null : key === 'End' ? columns - 1 : 0;
  return Math.min(columns - 1, Math.max(0, at + step));
};
