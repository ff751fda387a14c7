import type { Label } from '@nodp/terminology';
import type { Json } from '../registry/rule.ts';
import { PUBLISHED } from './published.ts';
import type { ScoreId } from './scores.ts';

/** Of 100 people, year by year. */
export interface Curve {
  readonly label: Label;
  /** Years 1, 2, … */
  readonly alive: readonly number[];
}

/** Of 100 people, so many at a horizon. */
export interface OfHundred {
  readonly label: Label;
  readonly people: number;
  readonly source: string | null;
  /** A public table that repeats the publication’s figures; null where they were compared with nothing. */
  readonly comparedWith: string | null;
}

export interface InNumbers {
  readonly curves: readonly Curve[];
  readonly ofHundred: readonly OfHundred[];
}

type Row = Readonly<Record<string, Json>>;

const rowOf = (answer: Json): Row =>
  answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? (answer as Row) : {};

const curveOf = (answer: Row, name: string, label: Label): Curve[] => {
  const years = answer[name];
  return Array.isArray(years) ? [{ label, alive: years as readonly number[] }] : [];
};

const HORIZONS = [5, 10, 15] as const;

const alive = ({ label, alive: years }: Curve): OfHundred[] =>
  HORIZONS.flatMap((year) => {
    const people = years[year - 1];
    return people === undefined
      ? []
      : [
          {
            label: {
              en: `${label.en}: alive after ${year} years`,
              zh: `${label.zh}：${year}年后存活`,
            },
            people,
            source: null,
            comparedWith: null,
          },
        ];
  });

const published = (score: ScoreId, answer: Json): OfHundred[] => {
  const found = PUBLISHED[score];
  const people = found?.groups[found.of(answer)];
  return found === undefined || people === undefined
    ? []
    : [{ label: found.what, people, source: found.source, comparedWith: found.comparedWith }];
};

/** An answer as curves and as people of 100. */
export const inNumbers = (score: ScoreId, answer: Json): InNumbers => {
  const row = rowOf(answer);
  const curves =
    score === 'predict-prostate'
      ? curveOf(row, 'curve', { en: 'With the treatment chosen', zh: '按所选治疗' })
      : [
          ...curveOf(row, 'curve_surgery', { en: 'Surgery alone', zh: '仅手术' }),
          // Without a treatment entered both curves are one.
          ...(JSON.stringify(row.curve_treated) === JSON.stringify(row.curve_surgery)
            ? []
            : curveOf(row, 'curve_treated', {
                en: 'With the treatments entered',
                zh: '加所填治疗',
              })),
        ];
  return {
    curves,
    ofHundred: curves.length > 0 ? curves.flatMap(alive) : published(score, answer),
  };
};
