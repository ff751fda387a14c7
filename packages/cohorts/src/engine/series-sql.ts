import { isSettledByOne, type Series, SLOPE_DAYS } from '../criterion/series.ts';
import type { Dialect } from './event-sql.ts';
import type { Parameters } from './parameters.ts';

/** The day of the case's diagnosis, from the person's first; that is day 0 where it is not known. */
const ORIGIN = 'case when k.case_number = 1 then coalesce(k.origin_days, 0) else k.origin_days end';

const FIRST = '(array_agg(e.value order by e.result_days, e.value))[1]';
const LAST = '(array_agg(e.value order by e.result_days desc, e.value desc))[1]';

/** To six decimals: what binary fractions blur does not decide on which side of a bound a value lies. */
const tidy = (expression: string, { name }: Dialect): string =>
  name === 'duckdb' ? `round(${expression}, 6)` : `round((${expression})::numeric, 6)`;

const statisticSql = ({ statistic }: Series, dialect: Dialect): string => {
  const ofTwo = (expression: string) =>
    `case when count(*) > 1 then ${tidy(expression, dialect)} end`;
  switch (statistic) {
    case 'FIRST':
      return FIRST;
    case 'LAST':
      return LAST;
    case 'LOWEST':
      return 'min(e.value)';
    case 'HIGHEST':
      return 'max(e.value)';
    case 'CHANGE':
      return ofTwo(`${LAST} - ${FIRST}`);
    case 'CHANGE_PERCENT':
      return ofTwo(`100 * (${LAST} - ${FIRST}) / nullif(${FIRST}, 0)`);
    case 'SLOPE':
      return ofTwo(`${SLOPE_DAYS} * regr_slope(e.value, e.result_days)`);
  }
};

const boundsSql = (
  value: string,
  { from, to }: Pick<Series, 'from' | 'to'>,
  parameters: Parameters,
): string =>
  [
    `${value} is not null`,
    ...(from === null ? [] : [`${value} >= ${parameters.addDecimal(from)}`]),
    ...(to === null ? [] : [`${value} <= ${parameters.addDecimal(to)}`]),
  ].join(' and ');

/**
 * Rows `person_key, case_number` of the cases whose results are as asked, as SQL both engines read. Results of which the day is not
 * known are passed over.
 * @param settled adds the day after diagnosis on which that is known, `never` where it is on no day
 */
export const seriesSql = (
  series: Series,
  parameters: Parameters,
  dialect: Dialect,
  settled?: { readonly never: number },
): string => {
  const day = `e.result_days - (${ORIGIN})`;
  const deciding = () =>
    series.statistic === 'FIRST' ? 'true' : boundsSql('e.value', series, parameters);
  const known = () => {
    if (settled === undefined) return '';
    return isSettledByOne(series)
      ? `, min(${day}) filter (where ${deciding()}) as settled`
      : `, ${series.until ?? settled.never} as settled`;
  };
  const window = [
    'e.result_days is not null',
    `(${ORIGIN}) is not null`,
    ...(series.after === null ? [] : [`${day} >= ${parameters.add(series.after)}`]),
    ...(series.until === null ? [] : [`${day} <= ${parameters.add(series.until)}`]),
  ].join(' and ');
  return `select s.person_key, s.case_number${settled === undefined ? '' : ', s.settled'} from (
    select k.person_key, k.case_number, ${statisticSql(series, dialect)} as v${known()}
    from ${dialect.table('cases')} k join ${dialect.table('results')} e on e.person_key = k.person_key
    where e.analyte = ${parameters.add(series.analyte)} and ${window} group by k.person_key, k.case_number) s
    where ${boundsSql('s.v', series, parameters)}`;
};
