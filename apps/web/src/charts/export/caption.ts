/** What a figure taken away says of itself: title, unit, legend, selection, release, source, day. */

/** A colour of the drawing and what it means. */
export type LegendItem = { words: string; colour: string; mark?: 'square' | 'line' | 'hatched' };

/** The name of something about a figure, and what it is. */
export type Fact = readonly [name: string, value: string];

export type Caption = {
  title: string;
  unit: string;
  legend: readonly LegendItem[];
  /** Name and what it is, in the order in which they are read. */
  facts: readonly Fact[];
};

/** The rows of a table with what they are above them, each of those lines begun by `# ` as readers of CSV expect. */
export const captionRows = ({ title, unit, facts }: Caption): string[][] => [
  [`# ${title}`],
  ...(unit === '' ? [] : [[`# ${unit}`]]),
  ...facts.map(([name, value]) => [`# ${name}: ${value}`]),
];

/** A name that every file system takes and that says what is in the file: its parts, longest 150 characters. */
export const fileNameOf = (parts: readonly string[], extension: string): string =>
  `${parts
    .filter((part) => part !== '')
    .map((part) =>
      part
        .trim()
        .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
        .slice(0, 70),
    )
    .join('_')
    .slice(0, 150)}.${extension}`;

/**
 * Words in lines no wider than there is room: broken at spaces, and between Chinese characters.
 * @param widthOf px that words take
 */
export function linesOf(words: string, room: number, widthOf: (words: string) => number): string[] {
  const pieces = words.match(/\p{Script=Han}|[^\p{Script=Han}\s]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
