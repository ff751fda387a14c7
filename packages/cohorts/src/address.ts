/**
 * A cohort as it stands in an address, for people to read and send:
 * `site:lung,liver~not-stage:IV~age:50-69~any(stage:IV;treatment:systemic,drug.cisplatin)~biomarker:EGFR,positive`.
 * Steps are parted by `~`, values by commas; `not-` inverts. What cannot be read is passed
 * over, and `passedOver` names it; codes that are well-formed but unknown are retained, and the linter says so in their place.
 */
import { readTreeOf, writeTree } from './address-tree.ts';
import {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  isKind,
  kindOf,
  valueIn,
} from './definition.ts';

/** What a step takes in or leaves out: a criterion, or several put together. */
export type Asking = Exclude<CohortDefinition, { readonly not: CohortDefinition }>;

/** One of the conditions that all apply: taken in, or left out. */
export type Step = Asking | { readonly not: Asking };

const MOST_STEPS = 40;

/** Without criteria: a parameter without a value would leave the address. */
const EVERYONE = 'everyone';

export const isInverted = (step: Step): boolean => 'not' in step;

export const askingIn = (step: Step): Asking => ('not' in step ? step.not : step) as Asking;

export const stepOf = (asking: Asking, inverted: boolean): Step =>
  inverted ? { not: asking } : asking;

const readCriterion = (text: string): Criterion | null => {
  const [, kind = '', value = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  if (!isKind(kind)) return null;
  const read = formOf(kind).read(value);
  return read === null ? null : criterionOf(kind, read as never);
};

const writeCriterion = (criterion: Criterion): string => {
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  return `${kind}:${formOf(kind).write(valueIn(criterion))}`;
};

const readStep = (text: string): Step | null => {
  const inverted = text.startsWith('not-');
  const read = readTreeOf(inverted ? text.slice(4) : text, readCriterion);
  // A step is inverted by `not-`, so that there is one way to say it.
  if (read === null || 'not' in read) return null;
  return stepOf(read as Asking, inverted);
};

const writeStep = (step: Step): string =>
  `${isInverted(step) ? 'not-' : ''}${writeTree(askingIn(step) as CohortDefinition, writeCriterion)}`;

/** The conditions a text of an address says; of nothing, none: everyone. */
export const readSteps = (text: string | undefined): Step[] =>
  (text ?? '')
    .split('~')
    .map(readStep)
    .filter((step) => step !== null)
    .slice(0, MOST_STEPS);

export const writeSteps = (steps: readonly Step[]): string =>
  steps.length === 0 ? EVERYONE : steps.map(writeStep).join('~');

/** Words and numbers of a text. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The steps of an address of which a part could not be read: without it a cohort is another one. */
export const passedOver = (text: string | undefined): string[] =>
  (text ?? '').split('~').filter((step, i) => {
    if (step === '' || step === EVERYONE) return false;
    const read = i < MOST_STEPS ? readStep(step) : null;
    if (read === null) return true;
    const found = wordsOf(writeStep(read));
    return wordsOf(step).some((word) => {
      const at = found.indexOf(word);
      if (at >= 0) found.splice(at, 1);
      return at < 0;
    });
  });
