import type { Label } from '@nodp/graph';
import { avoidedByShift } from '../../burden/stage-shift.ts';
import { refusal } from '../../questions/words.ts';
import type { Axis, Source } from '../../sources/source.ts';
import { survivalFigures } from '../../survival/figures.ts';
import { followsNobody } from '../../survival/follows-nobody.ts';
import { cellsIn, countedAt, impossibleBy, protectedCells, type Selection } from '../cells.ts';
import { referenceAt } from '../compared.ts';
import { type Cell, digits, type Measure, noFigure } from '../measure.ts';

const STAGES = ['STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'] as const;
const USUAL_YEARS = 5;
const MOST_YEARS = 10;
/** Each cell has a curve a stage. */
const MOST_CELLS = 100;
const DIGITS = 3;

const shifted: Label = {
  en: 'Stages are what is shifted: they are neither crossed nor chosen.',
  zh: '分期是被改变的因素：不能交叉或筛选。',
};
const NOT_BY_STAGE = { STAGE: shifted } as const;

const stageAxis = ({ dimensions }: Source): Axis => ({
  dimension: 'STAGE',
  values: STAGES.flatMap(
    (stage) => dimensions.STAGE?.values.find(({ code }) => code === stage) ?? [],
  ),
});

/** Cases of each cell by stage, as shown; null where hidden. */
const stagesOf = async (source: Source, { axes, chosen }: Selection) => {
  const all = [...axes, stageAxis(source)];
  const counts = await source.count({
    ...{ events: 'CASES', axes: all, chosen },
    ...{ sexes: false, ages: false, registered: false },
  });
  const size = cellsIn(all);
  const shown = protectedCells(
    source,
    all,
    Array.from({ length: size }, (_, cell) => countedAt(source, counts, cell)),
  );
  return Array.from({ length: cellsIn(axes) }, (_, cell) =>
    shown.slice(cell * STAGES.length, (cell + 1) * STAGES.length).map(({ value }) => value),
  );
};

/** All of them; null where one is hidden. */
const allOf = (stages: readonly (number | null)[] | undefined): number[] | null => {
  const known = (stages ?? []).filter((count) => count !== null);
  return known.length === STAGES.length ? known : null;
};

/** Deaths avoided by a shift of stages (`avoidedByShift`). */
export const deathsAvoided: Measure = {
  group: 'BURDEN',
  label: { en: 'Deaths avoided by earlier stages', zh: '分期提前可避免的死亡数' },
  ofDeaths: null,
  unit: { en: 'deaths', zh: '死亡数' },
  sentence: {
    en: 'Each figure is how many deaths from the cancer within the years would not have come had its cases been found at the stages of the reference, each stage surviving as it does here.',
    zh: '每个数字为若病例的分期构成与参照相同、各分期净生存率不变，则在相应年数内可避免的癌症死亡数。',
  },
  limits: {
    en: 'It assumes that a case found earlier survives like those found at that stage now. Where finding earlier only begins the clock sooner, or finds what would never have shown itself, fewer deaths are avoided than it says. Cases of unknown stage are not in it; a negative figure says that the reference finds its cases later.',
    zh: '假定提前发现的病例与现在该分期病例的生存相同。若提前发现仅使计时提前，或发现了本不会出现症状的病例，则实际避免的死亡少于此数。不含分期不详者；负值表示参照的分期更晚。',
  },
  numerator: { en: 'cases of known stage (I to IV)', zh: '分期已知（I—IV期）的病例' },
  denominator: null,
  interval: null,
  options: ['AT', 'APPROACH', 'COMPARED_WITH'],
  needsPersonYears: false,
  required: [],
  refused: NOT_BY_STAGE,
  filterRefused: NOT_BY_STAGE,
  absent: (source) =>
    followsNobody(source) ??
    (source.dimensions.STAGE === undefined ? (source.absent.STAGE ?? null) : null),
  answer: async ({ source, question }) => {
    const { axes, chosen, reference, approach } = question;
    const years = question.at ?? USUAL_YEARS;
    const size = cellsIn(axes);
    if (size > MOST_CELLS || years > MOST_YEARS)
      throw refusal({
        en: `${size} cells ${years} years after diagnosis are asked. Ask for ${MOST_CELLS} cells and ${MOST_YEARS} years at most.`,
        zh: `所求为${size}个单元格、诊断后${years}年，最多${MOST_CELLS}个单元格、${MOST_YEARS}年。`,
      });
    if (reference === null) throw new RangeError('There is no reference.');
    const life = (await source.lifeTable?.()) ?? null;
    if (life === null)
      return {
        cells: Array.from({ length: size }, () => noFigure('NO_LIFE_TABLE')),
        ...{ counts: 0, population: null },
      };
    const [own, other] = [await stagesOf(source, question), await stagesOf(source, reference)];
    const survival = await survivalFigures(source, {
      ...{ axes: [...axes, stageAxis(source)], chosen, kind: 'NET' as const, table: life.table },
      ...{ approach, given: 0, years: [years], byAge: false },
    });
    const at = referenceAt(axes, reference);
    const impossible = impossibleBy({ axes, chosen });
    const cells = own.map((stages, cell): Cell => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      const [known, compared] = [allOf(stages), allOf(other[at(cell)])];
      if (known === null) return noFigure('SUPPRESSED');
      if (compared === null) return noFigure('NO_REFERENCE');
      const avoided = avoidedByShift(
        known.map((cases, stage) => ({
          cases,
          survival: survival[cell * STAGES.length + stage]?.at[0]?.survival ?? null,
        })),
        compared,
      );
      const cases = known.reduce((a, b) => a + b, 0);
      if (avoided === null) return { ...noFigure('TOO_FEW'), numerator: cases };
      return { ...noFigure('SHOWN'), value: digits(avoided.deaths, DIGITS), numerator: cases };
    });
    const within: Label = {
      en: `Within ${years} years after diagnosis, by net survival of each stage.`,
      zh: `诊断后${years}年内，按各分期净生存率计算。`,
    };
    return {
      cells,
      counts: (own.length + other.length + size) * STAGES.length,
      population: null,
      notes: [within, life.note],
    };
  },
};
