/**
 * A cohort as it stands in an address, for people to read and send:
 * `site:lung,liver~not-stage:IV~age:50-69~treatment:systemic,drug.cisplatin~biomarker:EGFR,positive`.
 * Criteria are parted by `~`, their values by commas; `not-` inverts. What cannot be read is passed
 * over; codes that are well-formed but unknown are kept, and the linter says so in their place.
 */
import { type Criterion, criterionOf, formOf, isKind, kindOf, valueIn } from './definition.ts';

/** One of the criteria that all apply: taken in, or left out. */
export type Step = Criterion | { readonly not: Criterion };

const MOST_STEPS = 40;

/** Without criteria: a parameter without a value would leave the address. */
const EVERYONE = 'everyone';

export const isInverted = (step: Step): boolean => 'not' in step;

export const criterionIn = (step: Step): Criterion => ('not' in step ? step.not : step);

export const stepOf = (criterion: Criterion, inverted: boolean): Step =>
  inverted ? { not: criterion } : criterion;

const readStep = (text: string): Step | null => {
  const inverted = text.startsWith('not-');
  const [, kind = '', value = ''] = /^([a-z]+):(.*)$/s.exec(inverted ? text.slice(4) : text) ?? [];
  if (!isKind(kind)) return null;
  const read = formOf(kind).read(value);
  return read === null ? null : stepOf(criterionOf(kind, read as never), inverted);
};

const writeStep = (step: Step): string => {
  const criterion = criterionIn(step);
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  return `${isInverted(step) ? 'not-' : ''}${kind}:${formOf(kind).write(valueIn(criterion))}`;
};

/** The criteria a text of an address says; of nothing, none: everyone. */
export const readSteps = (text: string | undefined): Step[] =>
  (text ?? '')
    .split('~')
    .map(readStep)
    .filter((step) => step !== null)
    .slice(0, MOST_STEPS);

export const writeSteps = (steps: readonly Step[]): string =>
  steps.length === 0 ? EVERYONE : steps.map(writeStep).join('~');
