import {
  averageAnnualPercentChange,
  BiostatisticsError,
  type Joinpoint,
  type PercentChange,
  type JoinpointSelection as Selection,
} from '@nodp/biostatistics';
import type { Label } from '@nodp/graph';
import type { JoinpointSelection } from '../generated/resolvers.ts';
import { estimators } from '../survival/estimators.ts';
import type { YearlySeries } from './series.ts';

const SELECTIONS: Readonly<Record<JoinpointSelection, Selection>> = {
  WEIGHTED_BIC: 'weighted-bic',
  PERMUTATION: 'permutation',
  BIC: 'bic',
};

/** Fewest years a trend is worked out from: two parameters and a degree of freedom. */
const LEAST_YEARS = 3;

/** The joined trend of a line. */
export interface JoinedTrend {
  readonly joinpoint: Joinpoint;
  /** Over all years. */
  readonly average: PercentChange;
}

/** Most joins that leave a degree of freedom to so many years. */
const mostFor = (years: number): number => Math.max(0, Math.floor((years - 3) / 2));

/**
 * Joinpoint regression of yearly rates, weighed by their standard errors, in a thread. Null where there are too few years.
 * @param joins the most that may be found, 0 to 5; NCI Joinpoint's default for the length of the series where null
 */
export const joinedTrend = async (
  { years, rates }: YearlySeries,
  joins: number | null,
  selection: JoinpointSelection,
): Promise<JoinedTrend | null> => {
  if (years.length < LEAST_YEARS) return null;
  const known = rates.every(({ standardError }) => standardError > 0);
  try {
    const joinpoint = await estimators.run('joinpoint', [
      {
        years,
        rates: rates.map(({ estimate }) => estimate),
        ...(known && { standardErrors: rates.map(({ standardError }) => standardError) }),
      },
      {
        selection: SELECTIONS[selection],
        ...(joins !== null && { mostJoins: Math.min(joins, mostFor(years.length)) }),
      },
    ]);
    return { joinpoint, average: averageAnnualPercentChange(joinpoint.fit) };
  } catch (error) {
    if (error instanceof BiostatisticsError && error.code === 'too-few') return null;
    throw error;
  }
};

const rounded = (value: number): number => Number(value.toFixed(2));

/** A yearly change as it is shown: percent to two decimals, as NCI Joinpoint prints it. */
export const shownChange = ({ from, to, percent, lower, upper, pValue }: PercentChange) => {
  const finite = Number.isFinite(lower) && Number.isFinite(upper);
  return {
    from,
    to,
    percent: rounded(percent),
    lower: finite ? rounded(lower) : null,
    upper: finite ? rounded(upper) : null,
    pValue: finite ? Number(pValue.toPrecision(3)) : null,
  };
};

type Change = ReturnType<typeof shownChange>;

const changeWords = ({ from, to, percent, lower, upper }: Change): string =>
  `${from}–${to} ${percent > 0 ? '+' : ''}${percent}%${lower === null || upper === null ? '' : ` (${lower}; ${upper})`}`;

/**
 * The lines of a trend in words.
 * @param line what it is of; null of the only one
 */
export const trendNote = (
  line: Label | null,
  segments: readonly Change[],
  average: Change,
): Label => {
  const lines = segments.map(changeWords);
  return {
    en: `${line === null ? '' : `${line.en}: `}change a year ${lines.join(', ')}; on average ${changeWords(average)}.`,
    zh: `${line === null ? '' : `${line.zh}：`}每年变化${lines.join('，')}；平均${changeWords(average)}。`,
  };
};
