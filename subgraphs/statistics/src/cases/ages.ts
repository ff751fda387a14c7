import { ageGroups18 } from '@nodp/biostatistics';
import { cellAt, type Disclosed, type DisclosureRule, discloseTable } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import { CELLS, type Cells, TABLE_AGES } from '@nodp/warehouse';
import type { Coverage, PopulationAtRisk, Residents } from '../registration/coverage.ts';
import { countedIn, GROUPS } from './cells.ts';
import { type RateAnswer, shownRate } from './rates.ts';

export interface SexAtAge {
  readonly cases: Disclosed;
  readonly rate: RateAnswer | null;
}

export interface AgeAnswer {
  readonly ageGroup: number;
  readonly label: Label;
  readonly female: SexAtAge;
  readonly male: SexAtAge;
}

const labelOf = (from: number): Label =>
  from === 85
    ? { en: '85 and over', zh: '85岁及以上' }
    : { en: `${from}–${from + 4}`, zh: `${from}–${from + 4}岁` };

const sexes = ['FEMALE', 'MALE'] as const;

/** Cases of other and unknown sex at a known age. */
const otherSex = ({ parts, counts, keys }: Cells): Cells => {
  const only = (values: Uint32Array) =>
    values.map((value, place) => ((place % CELLS) / TABLE_AGES >= 2 ? value : 0));
  return { parts, counts: only(counts), keys: only(keys) };
};

/** Both sexes at every age, then cases of unknown age, then the others of known age. */
const protect = (cells: Cells, rule: DisclosureRule): readonly Disclosed[] => {
  const ages = Array.from({ length: GROUPS }, (_, age) => age);
  const known = sexes.flatMap((sex) => ages.map((age) => countedIn(cells, sex, rule, age)));
  const unknown = countedIn(cells, 'EVERYBODY', rule, GROUPS);
  const rest = otherSex(cells);
  const others = ages.map((age) => countedIn(rest, 'EVERYBODY', rule, age));
  return discloseTable([...known, unknown, ...others], rule);
};

/**
 * Cases and age-specific rates by sex and age.
 * @param whole those of the areas and years that rates are of
 */
export const agesOf = (
  cells: Cells,
  whole: Cells,
  residents: Residents,
  coverage: Coverage,
  rule: DisclosureRule,
): { readonly byAge: AgeAnswer[]; readonly ageUnknown: Disclosed } => {
  const shown = protect(cells, rule);
  const wholeShown = protect(whole, rule);
  const lived = {
    FEMALE: coverage.lived(residents, 'FEMALE'),
    MALE: coverage.lived(residents, 'MALE'),
  };
  const at = (sex: Exclude<PopulationAtRisk, 'EVERYBODY'>, group: number): SexAtAge => {
    const place = sexes.indexOf(sex) * GROUPS + group;
    const cases = cellAt(shown, place);
    const counted = wholeShown[place];
    const personYears = lived[sex]?.[group] ?? 0;
    if (cases.suppressed || counted === undefined || personYears === 0)
      return { cases, rate: null };
    return { cases, rate: shownRate(counted, personYears) };
  };
  return {
    ageUnknown: cellAt(shown, 2 * GROUPS),
    byAge: ageGroups18.map((from, group) => ({
      ageGroup: from,
      label: labelOf(from),
      female: at('FEMALE', group),
      male: at('MALE', group),
    })),
  };
};
