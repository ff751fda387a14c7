import type { Label } from '@nodp/terminology';
import * as v from 'valibot';
import { parseDefinition } from '../parse.ts';
import {
  LONGEST_STUDY_TEXT,
  MOST_STUDY_BLOCKS,
  MOST_STUDY_COHORTS,
  STUDY_COVARIATES,
  STUDY_ENDPOINTS,
  STUDY_FIGURES,
  type StudyContent,
} from './content.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const design = v.pipe(
  v.strictObject({
    endpoint: v.picklist(STUDY_ENDPOINTS),
    months: whole(12, 240),
    landmark: v.nullable(whole(1, 120)),
    delayedEntry: v.boolean(),
    covariates: v.pipe(v.array(v.picklist(STUDY_COVARIATES)), v.maxLength(STUDY_COVARIATES.length)),
  }),
  v.check(
    ({ endpoint, landmark, delayedEntry }) =>
      !delayedEntry || (endpoint === 'OVERALL' && landmark === null),
  ),
  v.check(({ endpoint, landmark }) => endpoint !== 'NEXT_TREATMENT' || landmark === null),
);

const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('TEXT'), text: text(LONGEST_STUDY_TEXT) }),
  v.strictObject({ kind: v.literal('FIGURE'), figure: v.picklist(STUDY_FIGURES), design }),
]);

const content = v.strictObject({
  cohorts: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
        definition: v.record(v.string(), v.unknown()),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_STUDY_COHORTS),
  ),
  blocks: v.pipe(v.array(block), v.maxLength(MOST_STUDY_BLOCKS)),
});

export type ParsedStudy =
  | { readonly content: StudyContent; readonly problem: null }
  | { readonly content: null; readonly problem: Label };

const no = (en: string, zh: string): ParsedStudy => ({ content: null, problem: { en, zh } });

/** A study from its JSON, wherever it comes from: each cohort is one that can be run. */
export const parseStudy = (json: unknown): ParsedStudy => {
  const parsed = v.safeParse(content, json);
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]) ?? 'the whole';
    return no(
      `This is no study: ${place} has not the form it has to have.`,
      `这不是研究文档：${place} 的格式不符。`,
    );
  }
  const cohorts = [];
  for (const { name, definition: input } of parsed.output.cohorts) {
    const { definition, problems } = parseDefinition(input);
    const error = problems.find(({ severity }) => severity === 'error');
    if (error !== undefined)
      return no(
        `Cohort “${name}” cannot be run: ${error.message.en}`,
        `队列“${name}”无法运行：${error.message.zh}`,
      );
    cohorts.push({ name, definition });
  }
  return { content: { ...parsed.output, cohorts }, problem: null };
};
