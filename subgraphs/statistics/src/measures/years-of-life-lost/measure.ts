import { partOf } from '@nodp/disclosure';
import { type Lost, lostByCases, lostByCounts } from '../../burden/lost.ts';
import { refusal } from '../../questions/words.ts';
import type { Source } from '../../sources/source.ts';
import { rowsByCell } from '../../survival/followed.ts';
import { cellsIn, countedAt, impossibleBy, protectedCells, type Selection } from '../cells.ts';
import { type Cell, type Columns, digits, type Measure, noFigure } from '../measure.ts';

/** Name of the part of a set of cases that died. */
const DIED = 401;
/** Significant digits: the count of deaths is moved, the mean of years is not. */
const DIGITS = 3;

const cellOf = ({ deaths, years }: Lost, shown: number | null): Cell => {
  if (shown === null) return noFigure('SUPPRESSED');
  // The mean of years to its tenth: with a count as it is shown it tells no one's age.
  const mean = deaths === 0 ? 0 : Number((years / deaths).toFixed(1));
  return { ...noFigure('SHOWN'), value: digits(shown * mean, DIGITS), numerator: shown };
};

/** Exact, with the sets that it is of. */
const lostOf = async (source: Source, events: 'CASES' | 'DEATHS', selection: Selection) => {
  const { axes, chosen } = selection;
  const life = (await source.lifeTable?.()) ?? null;
  if (life === null) return null;
  const size = cellsIn(axes);
  const asked = { axes, chosen, registered: false };
  if (events === 'DEATHS') {
    const crossed = axes.some(({ dimension }) => dimension === 'SEX');
    if (crossed || chosen.SEX !== undefined || axes.some(({ dimension }) => dimension === 'AGE'))
      throw refusal({
        en: 'Years of life lost by deaths of a registry are worked out by sex and age within each cell: neither cross nor choose them.',
        zh: '登记死亡的寿命损失年数已在每个单元格内按性别和年龄计算：请勿交叉或筛选性别和年龄。',
      });
    const counts = await source.count({ ...asked, events, sexes: true, ages: true });
    const block = counts.parts * 3 * 19;
    const year = source.lastYear ?? 0;
    const lost = Array.from({ length: size }, (_, cell) => {
      const sums = new Float64Array(3 * 19);
      for (let i = 0; i < block; i++)
        sums[i % sums.length] =
          (sums[i % sums.length] as number) + (counts.counts[cell * block + i] as number);
      return lostByCounts(life.table, sums, year);
    });
    return { life, lost, sets: lost.map((_, cell) => countedAt(source, counts, cell)) };
  }
  if (source.followed === undefined)
    throw refusal({
      en: `${source.label.en} follows no cases: ask for events DEATHS.`,
      zh: `${source.label.zh}没有病例随访：请改为统计死亡。`,
    });
  const cases = await source.followed(axes, chosen);
  const counts = await source.count({ ...asked, events, sexes: false, ages: false });
  const lost = lostByCases(life.table, cases, rowsByCell(cases, size));
  const sets = lost.map(({ deaths }, cell) =>
    partOf(countedAt(source, counts, cell), DIED, deaths, source.rule),
  );
  return { life, lost, sets };
};

/** Years of life lost by deaths, by the life table of the general population. */
export const yearsOfLifeLost: Measure = {
  group: 'BURDEN',
  label: { en: 'Years of life lost', zh: '寿命损失年' },
  ofDeaths: { en: 'Years of life lost by deaths from cancer', zh: '癌症死亡所致寿命损失年' },
  unit: { en: 'person-years', zh: '人年' },
  sentence: {
    en: 'Each figure is how many years those who died would still have lived, had they died like people of their sex and age in general.',
    zh: '每个数字为死者若按同性别、同年龄一般人群的死亡水平本可继续生存的年数之和。',
  },
  limits: {
    en: 'In a release it is of patients who died after their diagnosis, whatever they died of, among cases that hospitals reported: not all of it is due to the cancer.',
    zh: '在发布版中为医院上报病例中确诊后死亡者（不论死因）所损失的年数，并非全部归因于癌症。',
  },
  numerator: { en: 'deaths', zh: '死亡数' },
  denominator: null,
  interval: null,
  options: [],
  needsPersonYears: false,
  required: [],
  refused: {},
  absent: (source) =>
    source.followed === undefined && !source.events.includes('DEATHS')
      ? {
          en: 'It knows no deaths.',
          zh: '该来源不含死亡信息。',
        }
      : null,
  answer: async ({ source, question }): Promise<Columns> => {
    const { axes, chosen, events } = question;
    const found = await lostOf(source, events, question);
    if (found === null)
      return {
        cells: Array.from({ length: cellsIn(axes) }, () => noFigure('NO_LIFE_TABLE')),
        counts: 0,
        population: null,
      };
    const shown = protectedCells(source, axes, found.sets);
    const impossible = impossibleBy({ axes, chosen });
    const cells = found.lost.map((lost, cell) =>
      impossible(cell) ? noFigure('NOT_APPLICABLE') : cellOf(lost, shown[cell]?.value ?? null),
    );
    return { cells, counts: cells.length, population: null, notes: [found.life.note] };
  },
};
