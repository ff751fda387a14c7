import { type FlowInterval, flowCompleteness } from '@nodp/biostatistics';
import { type Counted, type DisclosureRule, partOf } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import { FLOW_COUNTS, flowIntervals, longEnough } from '../../completeness/life-tables.ts';
import { refusal } from '../../questions/words.ts';
import { OLDER } from '../../sources/release/dimensions.ts';
import type { Source } from '../../sources/source.ts';
import { rowsByCell } from '../../survival/followed.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { cellsIn, countedAt, impossibleBy, protectedCells } from '../cells.ts';
import { type Cell, type Measure, noFigure } from '../measure.ts';

const USUAL_YEARS = 5;
const MOST_YEARS = 10;
const MOST_CELLS = 2000;
/** Names of the parts of a set: those long enough ago, and each count of their life tables. */
const FLOW = 4000;

const byReport: Label = {
  en: 'The figure is of how long reports took already.',
  zh: '该指标已由上报时长算得。',
};

const percent = (share: number): number => Number((100 * share).toFixed(1));

/** Life tables of counts that are moved one by one, so that completeness tells no more than they. */
const movedTables = (
  exact: ReturnType<typeof flowIntervals>,
  of: Counted,
  years: number,
  rule: DisclosureRule,
): FlowInterval[] =>
  exact.map((interval, i) => {
    const moved = FLOW_COUNTS.map((what, kind) => {
      const name = FLOW + 1000 * years + FLOW_COUNTS.length * i + kind;
      const { count, moved: by } = partOf(of, name, interval[what], rule);
      return [what, count + by] as const;
    });
    return Object.fromEntries(moved) as unknown as FlowInterval;
  });

const cellOf = (
  patients: number,
  tables: readonly FlowInterval[],
  { rule }: Pick<Source, 'rule'>,
): Cell => {
  const certificates = tables.reduce((sum, one) => sum + one.certificates, 0);
  if (certificates < Math.max(1, rule.minimumCell))
    return { ...noFigure('TOO_FEW'), denominator: patients };
  const end = flowCompleteness(patients, tables).at(-1);
  return {
    ...noFigure('SHOWN'),
    value: percent(Math.min(1, Math.max(0, end?.completeness ?? 0))),
    denominator: patients,
  };
};

/** Completeness of registration by the flow method (`flowCompleteness`). */
export const registrationCompleteness: Measure = {
  group: 'QUALITY',
  label: { en: 'Completeness (flow method)', zh: '登记完整性（流量法）' },
  ofDeaths: null,
  unit: { en: '%', zh: '%' },
  sentence: {
    en: 'Each figure is how many of a hundred persons who fell ill are registered so many years after the diagnosis, by how fast patients are reported, how long they live and how often their death certificates name the cancer.',
    zh: '每个数字为每百名患者中在诊断后若干年内被登记的人数，由上报时长、生存时间及死亡证明载明癌症的比例推算。',
  },
  limits: {
    en: 'It takes it that whoever dies with the cancer on the certificate is registered by it, and that incidence, survival and reporting have been steady. Only the underlying cause of death is known here, which names the cancer less often than the certificate: completeness is rather better. Cases known from a certificate alone have no day of diagnosis and are not in it. What an institution loaded of former years when it joined came late.',
    zh: '假定死亡证明载明癌症者均由此被登记，且发病、生存和上报均稳定。本平台仅知根本死因，其载明癌症的比例低于死亡证明全文，故实际完整性略高。仅有死亡证明的病例无诊断日，不计入。机构接入平台时补报的历年数据计为迟报。',
  },
  numerator: { en: 'not counted: worked out of life tables', zh: '不计数：由寿命表推算' },
  denominator: {
    en: 'cases diagnosed so many years before the closing day, with a day of the first report',
    zh: '截止日若干年以前确诊且首次上报日已知的病例',
  },
  interval: null,
  options: ['AT'],
  needsPersonYears: false,
  required: [],
  refused: { REGISTRATION: byReport },
  filterRefused: { REGISTRATION: byReport },
  absent: (source) => followsNobody(source) ?? (source.reported === undefined ? OLDER : null),
  answer: async ({ source, question: { axes, chosen, at } }) => {
    const years = at ?? USUAL_YEARS;
    if (years > MOST_YEARS)
      throw refusal({
        en: `Completeness ${years} years after diagnosis is asked. Ask for ${MOST_YEARS} at most.`,
        zh: `所求为诊断后${years}年的完整性，最多${MOST_YEARS}年。`,
      });
    const size = cellsIn(axes);
    if (size > MOST_CELLS)
      throw refusal({
        en: `${size} cells are asked. Ask for ${MOST_CELLS} at most: cross fewer dimensions.`,
        zh: `所求为${size}个单元格，最多${MOST_CELLS}个：请减少交叉维度。`,
      });
    if (source.reported === undefined) throw new RangeError(`${source.id} knows of no reports.`);
    const cases = await source.reported(axes, chosen);
    const counts = await source.count({
      ...{ events: 'CASES', axes, chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const rows = rowsByCell(cases, size).map((own) => longEnough(cases, own, years));
    const sets = rows.map(({ length }, cell) =>
      partOf(countedAt(source, counts, cell), FLOW + years, length, source.rule),
    );
    const impossible = impossibleBy({ axes, chosen });
    const cells = protectedCells(source, axes, sets).map(({ value }, cell): Cell => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      if (value === null) return noFigure('SUPPRESSED');
      if (value === 0) return noFigure('TOO_FEW');
      const exact = flowIntervals(cases, rows[cell] as Int32Array, years);
      return cellOf(value, movedTables(exact, sets[cell] as Counted, years, source.rule), source);
    });
    return {
      cells,
      counts: size * FLOW_COUNTS.length,
      population: null,
      notes: [
        {
          en: `Completeness ${years} years after diagnosis (Bullard et al., Br J Cancer 2000;82:1111–1116), by life tables in half-years.`,
          zh: `诊断后${years}年的完整性（Bullard等，Br J Cancer 2000;82:1111–1116），按半年寿命表计算。`,
        },
      ],
    };
  },
};
