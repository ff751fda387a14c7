import type { Label } from '@nodp/terminology';
import { middleDay, type PartialDate } from '../dates/partial-date.ts';
import { chapterOf } from '../stage-group/chapter-of.ts';
import { factorInWords } from '../stage-group/factor-words.ts';
import type { FactorValues } from '../stage-group/factors.ts';
import { editionsHeld, tablesOf } from '../stage-group/table.ts';
import type { P16Result } from './p16-result.ts';
import { dated } from './sourced-words.ts';

/** What of a tumour's record its chapter's own factors are read from. */
interface Recorded {
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly stages: readonly {
    readonly axis: string;
    readonly value: string;
    readonly assessed: PartialDate | null;
  }[];
  readonly p16: readonly P16Result[];
}

/** The axes under which the record keeps what some chapters ask for besides T, N and M. */
const AXES: Readonly<Record<string, string>> = {
  mitotic_rate: 'Mitotic rate',
  siewert: 'Siewert',
  b_category: 'B category',
};

/** Names of the factors that a tumour's chapters ask for, those that decide between chapters among them. */
const askedOf = ({ topography, morphology }: Recorded): ReadonlySet<string> => {
  if (topography === null) return new Set();
  // As if p16-positive, so that an oropharynx is known by its chapter.
  const of = chapterOf(topography, morphology, { p16: '1' });
  if (!('chapters' in of)) return new Set();
  return new Set([
    ...of.chapters.flatMap((chapter) =>
      editionsHeld(chapter).flatMap((edition) =>
        tablesOf(chapter, edition).flatMap(({ factors }) => factors.map(({ name }) => name)),
      ),
    ),
    ...(of.chapters.includes('oropharynx-p16-positive') ? ['p16'] : []),
    ...(topography.startsWith('C16.0') ? ['siewert'] : []),
  ]);
};

const apart = (one: PartialDate | null, at: PartialDate | null): number =>
  one === null || at === null
    ? Number.MAX_SAFE_INTEGER
    : Math.abs(Date.parse(middleDay(one)) - Date.parse(middleDay(at)));

/** What was assessed nearest to a day; an undated one last. */
const nearest = <Item>(
  items: readonly Item[],
  of: (item: Item) => PartialDate | null,
  at: PartialDate | null,
): Item | null => items.toSorted((a, b) => apart(of(a), at) - apart(of(b), at))[0] ?? null;

/**
 * What the record holds of a chapter's own factors: mitotic rate, Siewert type and B category as they were assessed nearest to the
 * stage, p16 as it was tested; each with its source. Two results of p16 on the same day that disagree say nothing.
 * @param at the day of the stage
 */
export const chapterFactors = (
  recorded: Recorded,
  at: PartialDate | null,
): { readonly factors: FactorValues; readonly sources: readonly Label[] } => {
  const asked = askedOf(recorded);
  const assessed = Object.entries(AXES).flatMap(([name, axis]) => {
    if (!asked.has(name)) return [];
    const found = nearest(
      recorded.stages.filter((one) => one.axis === axis),
      (one) => one.assessed,
      at,
    );
    return found === null ? [] : [{ name, value: found.value, on: found.assessed }];
  });
  const p16 = asked.has('p16') ? nearest(recorded.p16, ({ tested }) => tested, at) : null;
  const contradicted =
    p16 !== null &&
    recorded.p16.some(
      (other) => other.positive !== p16.positive && other.tested?.date === p16.tested?.date,
    );
  const all = [
    ...assessed,
    ...(p16 === null || contradicted
      ? []
      : [{ name: 'p16', value: p16.positive ? 'positive' : 'negative', on: p16.tested }]),
  ];
  return {
    factors: Object.fromEntries(all.map(({ name, value }) => [name, value])),
    sources: all.map(({ name, value, on }) => dated(factorInWords(name, value), on)),
  };
};
