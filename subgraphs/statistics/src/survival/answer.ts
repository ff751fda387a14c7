import { cellsIn } from '../measures/cells.ts';
import { type Cell, type Columns, type Material, noFigure } from '../measures/measure.ts';
import { placeOf } from '../measures/one-axis.ts';
import type { Question } from '../questions/question.ts';
import { refusal } from '../questions/words.ts';
import type { Axis } from '../sources/source.ts';
import { compareAt, comparisonNote } from './compare.ts';
import { MOST_YEARS, type SurvivalKind } from './curve.ts';
import { type SurvivalFigures, survivalFigures } from './figures.ts';
import { cellOf } from './shown.ts';
import { asFollowed } from './words.ts';

/** Years after diagnosis that a figure is of, where none were asked. */
const USUAL_YEARS = 5;
/** Curves of one answer: each passes over its cases. */
const MOST_CURVES = 400;

const isFollowUp = ({ dimension }: Axis): boolean => dimension === 'FOLLOW_UP';

/** Years after diagnosis of the places of the axis of follow-up, or the one that was asked. */
const yearsOf = ({ axes, at }: Question): readonly number[] => {
  const axis = axes.find(isFollowUp);
  return axis === undefined ? [at ?? USUAL_YEARS] : axis.values.map(({ code }) => Number(code));
};

const checkBounds = (curves: number, given: number, last: number): void => {
  if (given + last > MOST_YEARS)
    throw refusal({
      en: `Survival is asked ${given + last} years after diagnosis (${given} lived already, ${last} more). Ask for ${MOST_YEARS} at most.`,
      zh: `所求为诊断后${given + last}年生存率（已存活${given}年，再加${last}年），最多${MOST_YEARS}年。`,
    });
  if (curves > MOST_CURVES)
    throw refusal({
      en: `${curves} curves are asked. Ask for ${MOST_CURVES} at most: cross fewer dimensions, or choose fewer values.`,
      zh: `所求为${curves}条生存曲线，最多${MOST_CURVES}条：请减少交叉维度或所选项。`,
    });
};

const cellAt = (
  { state, at, followed }: SurvivalFigures,
  year: number,
  kind: SurvivalKind,
): Cell =>
  state === 'SHOWN'
    ? cellOf(at[year] ?? null, followed.value, kind === 'OBSERVED' ? 1 : null)
    : noFigure(state);

/**
 * Survival of each cell, at the years of the axis of follow-up or at one.
 * @param byAge whether age groups are weighed by the International Cancer Survival Standard
 */
export const survivalColumns = async (
  { source, question }: Material,
  kind: SurvivalKind,
  byAge: boolean,
): Promise<Columns> => {
  const { axes, chosen, approach } = question;
  const years = yearsOf(question);
  const given = question.given ?? 0;
  const last = Math.max(...years);
  const ofCurves = axes.filter((axis) => !isFollowUp(axis));
  checkBounds(cellsIn(ofCurves), given, last);
  const life = kind === 'OBSERVED' ? null : ((await source.lifeTable?.()) ?? null);
  if (kind !== 'OBSERVED' && life === null)
    return {
      cells: Array.from({ length: cellsIn(axes) }, () => noFigure('NO_LIFE_TABLE')),
      counts: 0,
      population: null,
    };
  const figures = await survivalFigures(source, {
    ...{ axes: ofCurves, chosen, kind, approach, given, years, byAge },
    table: life?.table ?? null,
  });
  const place = placeOf(axes, 'FOLLOW_UP');
  const cells = new Array<Cell>(cellsIn(axes));
  figures.forEach((one, curve) => {
    years.forEach((_, year) => {
      cells[place(curve, year)] = cellAt(one, year, kind);
    });
  });
  const test =
    ofCurves.length === 1 ? compareAt(figures.map(({ at }) => at[years.length - 1] ?? null)) : null;
  return {
    cells,
    counts: cells.length,
    population: null,
    notes: [
      ...asFollowed(approach, given),
      ...(test === null ? [] : [comparisonNote(test, given + last)]),
      ...(life === null ? [] : [life.note]),
    ],
    comparison: test && { ...test, years: given + last },
  };
};
