/** How much width a heading needs, so that none is cut in either language. */
import type { Column } from './model.ts';

/** As `Header` draws it: 12 px of the page's font, 600. */
let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Width of words as a heading, px. */
export function widthOfWords(words: string): number {
  const known = widths.get(words);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return 0;
  pen.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  const width = Math.ceil(pen.measureText(words).width);
  widths.set(words, width);
  return width;
}

/** Left and right of the words, and the sign beside those that order the rows, px. */
const margins = 21;
const sign = 18;

/** Columns whose least width holds their heading. @param widthOf px of words as a heading */
export const roomForHeadings = <
  C extends Pick<Column<never>, 'header' | 'width' | 'asked' | 'unordered'> & { order?: unknown },
>(
  columns: readonly C[],
  widthOf: (words: string) => number,
): C[] =>
  columns.map((column) => {
    const signed = column.order !== undefined || column.asked || column.unordered !== undefined;
    const needed = widthOf(column.header) + margins + (signed ? sign : 0);
    const width = column.width.replace(/(\d+)px/, (own, px) =>
      Number(px) < needed ? `${needed}px` : own,
    );
    return { ...column, width };
  });
