import type { StudyContent, StudyDesign, StudyFigure } from '@nodp/cohorts';
import { askComparison } from '../compared/asked.ts';
import { baselineOf } from '../compared/baseline.ts';
import { compareEndpoint } from '../compared/compare.ts';
import { coursesOf } from '../compared/courses.ts';
import { coxOf } from '../compared/cox.ts';
import { weightedOf } from '../compared/weighted.ts';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { Line, Refused } from './line.ts';
import { baselineLines, courseLines, coxLines, endpointLines, weightedLines } from './lines.ts';

/** Lines of treatment that are told apart in a study's courses. */
const LINES_TOLD_APART = 3;

type Asked = NonNullable<Awaited<ReturnType<typeof askComparison>>>;
type Figured = Readonly<{ lines: Line[]; refused: Refused[] }>;

/** One analysis of a study, as lines or as the reason why there are none. */
type Analyse = (
  context: Context,
  asked: Asked,
  design: StudyDesign,
  block: number,
) => Promise<Figured>;

const answered = (lines: Line[]): Figured => ({ lines, refused: [] });
const unless = (block: number, reason: Refused['reason'] | null, lines: () => Line[]): Figured =>
  reason === null ? answered(lines()) : { lines: [], refused: [{ block, reason }] };

const ANALYSES: Readonly<Record<StudyFigure, Analyse>> = {
  BASELINE: async (context, asked, _, block) =>
    answered(baselineLines(block, await baselineOf(context, asked))),
  ENDPOINT: async (context, asked, _, block) => {
    const answer = await compareEndpoint(context, asked);
    const refused = answer.arms.flatMap(({ problems }) =>
      problems.map(({ message: reason }) => ({ block, reason })),
    );
    return { lines: endpointLines(block, answer), refused };
  },
  COX: async (context, asked, { covariates }, block) => {
    const answer = await coxOf(context, asked, [...covariates]);
    return unless(block, answer.refused, () => coxLines(block, answer));
  },
  WEIGHTED: async (context, asked, { covariates }, block) => {
    const answer = await weightedOf(context, asked, [...covariates]);
    return unless(block, answer.refused, () => weightedLines(block, answer));
  },
  COURSES: async (context, asked, _, block) =>
    answered(courseLines(block, await coursesOf(context, asked, LINES_TOLD_APART))),
};

/**
 * Every figure of a study on a release, as it may leave.
 * @throws COUNTS_SPENT
 */
export const runStudy = async (
  context: Context,
  { cohorts, blocks }: StudyContent,
  { number: release }: ReleaseRow,
): Promise<Figured> => {
  const found: { lines: Line[]; refused: Refused[] } = { lines: [], refused: [] };
  const arms = cohorts.map(({ definition }) => definition);
  // One after another: near sets of a figure are remembered before the next is asked.
  for (const [block, each] of blocks.entries()) {
    if (each.kind !== 'FIGURE') continue;
    const { covariates: _, ...design } = each.design;
    const asked = await askComparison(context, { arms, release, ...design });
    if (asked === null) continue;
    const { lines, refused } = await ANALYSES[each.figure](context, asked, each.design, block);
    found.lines.push(...lines);
    found.refused.push(...refused);
  }
  return found;
};
