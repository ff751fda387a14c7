import { partOf } from '@nodp/disclosure';
import { ALIVE_WITHIN, aliveOn, MOST_DURATION } from '../../prevalence/alive.ts';
import { ALIVE, NOT_BY_TIME, PREVALENCE_ASSUMES } from '../../prevalence/words.ts';
import { refusal } from '../../questions/words.ts';
import { rowsByCell } from '../../survival/followed.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { cellsIn, countedAt, impossibleBy, protectedCells } from '../cells.ts';
import { type Measure, noFigure } from '../measure.ts';

const USUAL_DURATION = 5;
const MOST_CELLS = 2000;

/** Limited-duration prevalence on the closing day of a release (`prevalenceByCounting`). */
export const prevalentCases: Measure = {
  group: 'PREVALENCE',
  label: { en: 'Patients alive (prevalence)', zh: '现存患者数（患病数）' },
  ofDeaths: null,
  unit: { en: 'persons', zh: '人' },
  sentence: {
    en: 'Each figure is how many patients diagnosed within the years before the closing day of the release were alive on it: those who may still need care.',
    zh: '每个数字为在发布版截止日之前若干年内确诊、且在截止日仍存活的患者数，即可能仍需诊疗的人数。',
  },
  limits: {
    en: 'It is of patients whom hospitals reported, wherever they live, and says nothing of those diagnosed earlier.',
    zh: '仅含医院上报的患者，不论居住地；不含更早确诊者。',
  },
  numerator: ALIVE,
  denominator: null,
  interval: null,
  options: ['AT'],
  needsPersonYears: false,
  required: [],
  refused: NOT_BY_TIME,
  absent: followsNobody,
  answer: async ({ source, question: { axes, chosen, at } }) => {
    const duration = at ?? USUAL_DURATION;
    if (duration > MOST_DURATION)
      throw refusal({
        en: `Prevalence of ${duration} years is asked. Ask for ${MOST_DURATION} at most.`,
        zh: `所求为${duration}年患病，最多${MOST_DURATION}年。`,
      });
    const size = cellsIn(axes);
    if (size > MOST_CELLS)
      throw refusal({
        en: `${size} cells are asked. Ask for ${MOST_CELLS} at most: cross fewer dimensions.`,
        zh: `所求为${size}个单元格，最多${MOST_CELLS}个：请减少交叉维度。`,
      });
    if (source.followed === undefined) throw new RangeError(`${source.id} follows nobody.`);
    const cases = await source.followed(axes, chosen);
    const counts = await source.count({
      ...{ events: 'CASES', axes, chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const rows = rowsByCell(cases, size);
    const alive = await Promise.all(
      rows.map((own) => aliveOn(cases, own, cases.closing, duration)),
    );
    const sets = alive.map((count, cell) =>
      partOf(countedAt(source, counts, cell), ALIVE_WITHIN + duration, count, source.rule),
    );
    const impossible = impossibleBy({ axes, chosen });
    const cells = protectedCells(source, axes, sets).map(({ value }, cell) => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      if (value === null) return noFigure('SUPPRESSED');
      return { ...noFigure('SHOWN'), value, numerator: value };
    });
    return { cells, counts: cells.length, population: null, notes: [PREVALENCE_ASSUMES] };
  },
};
