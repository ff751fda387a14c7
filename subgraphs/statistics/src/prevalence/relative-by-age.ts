import type { LifeTable } from '@nodp/biostatistics';
import type { Selection } from '../measures/cells.ts';
import type { Source } from '../sources/source.ts';
import { type SurvivalFigures, survivalFigures } from '../survival/figures.ts';
import { levelBeyond, type RelativeSurvival } from './complete.ts';

/** Ages at diagnosis that have a curve of their own: first years of five-year groups. */
const BANDS = [
  [0, 45],
  [45, 65],
  [65, 90],
] as const;

const codesOf = ([from, to]: readonly [number, number]): string[] =>
  Array.from({ length: (to - from) / 5 }, (_, i) => String(from + 5 * i));

/** The figures of a curve until the first that is not there. */
const knownOf = ({ at }: SurvivalFigures): number[] | null => {
  const end = at.indexOf(null);
  const known = (end < 0 ? at : at.slice(0, end)).map((one) => one?.survival ?? 0);
  return known.length === 0 ? null : known;
};

/**
 * Relative survival of each cell by age at diagnosis, as it is shown: of three bands of ages, each by the curve of all ages
 * where it has too few. Null of a cell that has no curve at all.
 */
export const relativeByAge = async (
  source: Source,
  { axes, chosen }: Selection,
  table: LifeTable,
  years: number,
): Promise<(RelativeSurvival | null)[]> => {
  const asked = {
    ...{ axes, kind: 'RELATIVE' as const, table, approach: 'COMPLETE' as const },
    ...{ given: 0, years: Array.from({ length: years }, (_, i) => i + 1), byAge: false },
  };
  const all = await survivalFigures(source, { ...asked, chosen });
  const bands = await Promise.all(
    BANDS.map((band) =>
      survivalFigures(source, { ...asked, chosen: { ...chosen, AGE: codesOf(band) } }),
    ),
  );
  return all.map((whole, cell) => {
    const common = knownOf(whole);
    if (common === null) return null;
    const curves = bands.map((band) =>
      levelBeyond(knownOf(band[cell] as SurvivalFigures) ?? common),
    );
    return (age, since) => {
      const band = BANDS.findIndex(([, to]) => age < to);
      return (curves[band < 0 ? BANDS.length - 1 : band] as (typeof curves)[number])(since);
    };
  });
};
