import {
  isProgramme,
  SCREENING_CANNOT,
  SCREENING_PROGRAMMES,
  SCREENING_STEPS,
  type ScreeningStep,
} from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import type { ScreeningStep as ShownStep } from '../generated/resolvers.ts';

type Programme = (typeof SCREENING_PROGRAMMES)[keyof typeof SCREENING_PROGRAMMES];

/** A programme by its name; null where it is none of the platform's. */
export const programmeOf = (name: string): Programme | null =>
  isProgramme(name) ? SCREENING_PROGRAMMES[name] : null;

/** Who is eligible: the group, its ages where a source says them, and what else is asked. */
export const eligibleWords = ({ title, ages, says }: Programme['eligibility']): Label => {
  const to = ages?.to == null ? '' : `–${ages.to}`;
  const from = ages === null ? null : `${ages.from}${to === '' ? '+' : to}`;
  return {
    en: `${title.en}${from === null ? '' : `, aged ${from}`}. ${says.en}`,
    zh: `${title.zh}${from === null ? '' : `，${from}岁`}。${says.zh}`,
  };
};

const asSent = (words: string): Label => ({ en: words, zh: words });

/** What a test is called; as it was sent where the programme has none of the name. */
export const testLabel = (programme: string, test: string | null): Label | null =>
  test === null
    ? null
    : (programmeOf(programme)?.tests.find(({ id }) => id === test)?.title ?? asSent(test));

/** What the scale says of a result; null where it does not know it. */
export const meaningOf = (
  programme: string,
  test: string | null,
  result: string | null,
): Label | null => {
  const known = programmeOf(programme);
  if (known === null || result === null) return null;
  const own = known.tests.length === 1 ? known.tests : known.tests.filter(({ id }) => id === test);
  return (
    own
      .flatMap(({ results }) => results)
      .find((one) => one.code.toLowerCase() === result.toLowerCase())?.label ?? null
  );
};

/** A programme's name; as it was sent where the platform has none of it. */
export const programmeLabel = (name: string): Label => programmeOf(name)?.title ?? asSent(name);

export const stepLabel = (step: string): Label =>
  SCREENING_STEPS[step as ScreeningStep] ?? asSent(step);

export const shownStep = (step: string): ShownStep =>
  step.toUpperCase().replaceAll('-', '_') as ShownStep;

export const cannotLabel = (why: string | null): Label | null =>
  why === null ? null : (SCREENING_CANNOT[why as keyof typeof SCREENING_CANNOT] ?? asSent(why));
