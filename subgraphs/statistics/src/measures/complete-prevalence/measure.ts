import { type Counted, partOf } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import {
  ALIVE_WITHIN,
  aliveAmong,
  MOST_DURATION,
  observedSurvivalOf,
} from '../../prevalence/alive.ts';
import { bandsOf } from '../../prevalence/bands.ts';
import { completeOverLimited, ratesOf } from '../../prevalence/complete.ts';
import { relativeByAge } from '../../prevalence/relative-by-age.ts';
import { NOT_BY_TIME, PREVALENCE_ASSUMES } from '../../prevalence/words.ts';
import { refusal } from '../../questions/words.ts';
import { AGE_PLACES } from '../../sources/source.ts';
import { DAYS_OF_YEAR } from '../../survival/approach.ts';
import { type FollowedCases, rowsByCell } from '../../survival/followed.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { cellsIn, countedAt, EVERY_AGE, impossibleBy, protectedCells } from '../cells.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';
import { rateCells } from '../rate-cells.ts';

const GROUPS = AGE_PLACES - 1;
/** Fewest years of cases that complete prevalence is worked out from. */
const LEAST_YEARS = 5;
const MOST_CELLS = 120;
const DIGITS = 3;
/** Names of the parts of those alive that are of some ages. */
const ALIVE_AT_AGES = 1000;

const onOneDay: Label = {
  en: 'Complete prevalence is of one day and of all years before it: years are neither crossed nor chosen.',
  zh: '完全患病数针对某一日及其之前全部年份：不能交叉或筛选年份。',
};
const NOT_CHOSEN = { YEAR: onOneDay, PERIOD: onOneDay, AGE: NOT_BY_TIME.AGE } as const;

/** Whole years between the first diagnosis and the closing day, as many as survival is known for at most. */
const yearsSeen = ({ date, closing }: FollowedCases): number => {
  const first = date.reduce((least, day) => Math.min(least, day), Infinity);
  // The middle of a month stands for it.
  return Math.min(MOST_DURATION, Math.floor((closing - first + 15) / DAYS_OF_YEAR));
};

/** Patients alive by 18 ages on the closing day. */
const aliveByAge = async (cases: FollowedCases, rows: Int32Array, duration: number) => {
  const survival = rows.length === 0 ? () => 1 : await observedSurvivalOf(cases, rows);
  const attained = (row: number) =>
    (cases.age[row] as number) + (cases.closing - (cases.date[row] as number)) / DAYS_OF_YEAR;
  return Float64Array.from({ length: GROUPS }, (_, group) => {
    const own = rows.filter(
      (row) =>
        (cases.age[row] as number) >= 0 &&
        Math.min(GROUPS - 1, Math.floor(attained(row) / 5)) === group,
    );
    return aliveAmong(cases, own, cases.closing, duration, survival);
  });
};

/**
 * Complete prevalence by the completeness index of the years that are seen (`completenessIndex`). Those alive, and those who
 * fell ill, are taken by ages as they may be shown: a ratio of exact ages told how many of a few were old.
 */
export const completePrevalence: Measure = {
  group: 'PREVALENCE',
  label: {
    en: 'Patients alive, whenever diagnosed (complete prevalence)',
    zh: '全部现存患者数（完全患病数）',
  },
  ofDeaths: null,
  unit: { en: 'persons', zh: '人' },
  sentence: {
    en: 'Each figure is how many patients were alive on the closing day whenever they were diagnosed: those diagnosed within the years that the release has, and as many before them as incidence and survival let expect.',
    zh: '每个数字为截止日仍存活的全部患者数，不论何时确诊：发布版所含年份内确诊者，加上按发病率和生存率推算的更早确诊者。',
  },
  limits: {
    en: 'It assumes that people fell ill and survived before the release began as they do now, and that whoever lived longer than follow-up reaches dies like anybody else afterwards (Capocaccia and De Angelis 1997). Cases of patients whom no hospital reported are not in it.',
    zh: '假定发布版之前的发病率和生存率与现在相同，且存活超过随访年限者此后死亡率与一般人群相同（Capocaccia和De Angelis，1997）。不含未上报的患者。',
  },
  numerator: {
    en: 'of them diagnosed within the years that the release has (limited-duration prevalence)',
    zh: '其中在发布版所含年份内确诊者（有限期患病数）',
  },
  denominator: null,
  interval: null,
  options: [],
  needsPersonYears: false,
  required: [],
  refused: NOT_CHOSEN,
  filterRefused: NOT_CHOSEN,
  absent: followsNobody,
  answer: async (material) => {
    const { source, question } = material;
    const { axes, chosen } = question;
    const size = cellsIn(axes);
    if (size > MOST_CELLS)
      throw refusal({
        en: `${size} cells are asked. Ask for ${MOST_CELLS} at most: cross fewer dimensions.`,
        zh: `所求为${size}个单元格，最多${MOST_CELLS}个：请减少交叉维度。`,
      });
    if (source.followed === undefined) throw new RangeError(`${source.id} follows nobody.`);
    const cases = await source.followed(axes, chosen);
    const duration = yearsSeen(cases);
    const none = (state: Cell['state'], note: Label) => ({
      cells: Array.from({ length: size }, () => noFigure(state)),
      ...{ counts: 0, population: null, notes: [note] },
    });
    if (duration < LEAST_YEARS)
      return none('NOT_FOLLOWED', {
        en: `The release has ${Math.max(0, duration)} whole years before its closing day: complete prevalence needs ${LEAST_YEARS} at least. Ask for limited duration.`,
        zh: `发布版截止日前仅有${Math.max(0, duration)}个完整年份，完全患病数至少需要${LEAST_YEARS}年。请改用有限期患病数。`,
      });
    const life = (await source.lifeTable?.()) ?? null;
    if (life === null)
      return none('NO_LIFE_TABLE', {
        en: 'Survival relative to the general population needs a life table.',
        zh: '相对生存率需要寿命表。',
      });
    const { cells: rates, basis } = await rateCells(source, 'CASES', { axes, chosen }, EVERY_AGE);
    const relative = await relativeByAge(source, question, life.table, duration);
    const counts = await source.count({
      ...{ events: 'CASES', axes, chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const rows = rowsByCell(cases, size);
    const alive = await Promise.all(rows.map((own) => aliveByAge(cases, own, duration)));
    const persons = (byAge: Float64Array, from: number, to: number): number =>
      Math.round(byAge.subarray(from, to).reduce((a, b) => a + b, 0));
    const sets = Array.from({ length: size }, (_, cell) => countedAt(source, counts, cell));
    const shown = protectedCells(
      source,
      axes,
      alive.map((byAge, cell) =>
        partOf(
          sets[cell] as Counted,
          ALIVE_WITHIN + duration,
          persons(byAge, 0, GROUPS),
          source.rule,
        ),
      ),
    );
    const impossible = impossibleBy({ axes, chosen });
    const cells = shown.map(({ value: limited }, cell): Cell => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      if (limited === null) return noFigure('SUPPRESSED');
      const rate = rates[cell];
      if (rate === undefined || rate.lived === null)
        return { ...noFigure(rate?.absent ?? 'NO_PERSON_YEARS'), numerator: limited };
      const { lived, countedAged } = rate;
      const incidence = bandsOf((from, to) => countedAged([from, to]), source.rule);
      const byAge = alive[cell] as Float64Array;
      const ages = bandsOf(
        (from, to) =>
          partOf(
            sets[cell] as Counted,
            ALIVE_AT_AGES + AGE_PLACES * from + to,
            persons(byAge, from, to),
            source.rule,
          ),
        source.rule,
      );
      const survival = relative[cell];
      const times =
        survival == null
          ? null
          : completeOverLimited(ages, ratesOf(incidence, lived), lived, survival, duration);
      if (times === null) return { ...noFigure('TOO_FEW'), numerator: limited };
      const value = digits(limited * times, DIGITS);
      return { ...noFigure('SHOWN'), value, numerator: limited };
    });
    const within: Label = {
      en: `Limited duration is ${duration} years before the closing day; survival beyond that is taken as that of the general population.`,
      zh: `有限期为截止日前${duration}年；此后的生存按一般人群计。`,
    };
    return {
      cells,
      counts: 6 * cells.length,
      population: basis,
      notes: [within, PREVALENCE_ASSUMES, life.note],
    };
  },
};
