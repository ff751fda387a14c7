import { drugLabel, has, regimenLabel } from '@nodp/cohorts/engine';
import { badInput } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import type { TreatmentLine } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { CourseEnd } from '../generated/resolvers.ts';
import type { AskedComparison } from './asked.ts';
import { kindsOf } from './kinds.ts';

const MOST_LINES = 5;
/** Drugs of a line that are named; of more the number. */
const MOST_DRUGS = 3;

/** A course as the name of its kind. */
interface Course {
  readonly lines: readonly TreatmentLine[];
  readonly end: CourseEnd;
}

const UNNAMED: Label = { en: 'drug not named', zh: '药物未注明' };

const lineLabel = ({ regimen, drugs }: TreatmentLine): Label => {
  if (regimen !== null) return regimenLabel(regimen);
  const labels = drugs.map((drug) => (drug === null ? UNNAMED : drugLabel(drug)));
  const named = labels.slice(0, MOST_DRUGS);
  const more = labels.length - named.length;
  const ending =
    more === 0 ? { en: '', zh: '' } : { en: ` and ${more} more`, zh: `等${labels.length}种` };
  return {
    en: named.map(({ en }) => en).join(' + ') + ending.en,
    zh: named.map(({ zh }) => zh).join('＋') + ending.zh,
  };
};

const WORDS = {
  lineRule: {
    en: 'Lines are as they were reported. Where they were not, another drug begun more than 28 days after the first day of a line begins the next one; drugs begun sooner are of the line. Treatments whose case is not known are of every case that they may be of.',
    zh: '线数以上报为准；未上报时，某线首日28天以后开始的另一药物计为下一线，28天以内者属于该线。所属病例不详的治疗计入其可能所属的各病例。',
  },
  leftOut: {
    en: 'Left out are persons in several cohorts. Courses of too few persons are one group.',
    zh: '不计入：同属多个队列者。人数过少的治疗路径合并为一组。',
  },
} as const satisfies Record<string, Label>;

/**
 * The courses of systemic treatment of the members of each cohort, protected; courses of too few persons together.
 * @param most lines that are told apart
 * @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const coursesOf = async (context: Context, asked: AskedComparison, most: number) => {
  if (most < 1 || most > MOST_LINES)
    throw badInput(
      `Ask for 1 to ${MOST_LINES} lines, not ${most}. / 请给出 1 至 ${MOST_LINES} 线。`,
    );
  const { arms, ...found } = await kindsOf(context, asked, {
    ...{ name: 'courses', of: String(most) },
    kindOf: async ({ cohorts, cases }) => {
      const linesOf = await cohorts.treatmentLines();
      return (row) => {
        const lines = linesOf(row);
        const course: Course = {
          lines: lines.slice(0, most),
          end:
            lines.length > most
              ? 'LATER_LINE'
              : has(cases.flags.died, row)
                ? 'DIED'
                : 'NO_FURTHER_LINE',
        };
        return JSON.stringify(course);
      };
    },
  });
  return {
    ...{ ...found, ...WORDS },
    arms: arms.map(({ persons, kinds, rest }) => ({
      ...{ persons, rest },
      courses: kinds.map(({ kind, persons: of }) => {
        const { lines, end } = JSON.parse(kind) as Course;
        return { persons: of, lines: lines.map(lineLabel), end };
      }),
    })),
  };
};
