import type { Label } from '@nodp/terminology';
import { compositeGrade, groupOf, type Part } from './composite.ts';
import { type AnswerChoice, SCALES, type Scale } from './scales.ts';
import type { Attribute } from './term.ts';
import { TERMS } from './terms.ts';

/** One question of a term. */
export interface SymptomItem {
  /** Of the item library: 9A. */
  readonly id: string;
  readonly attribute: Attribute;
  readonly scale: Scale;
  readonly question: Label;
  readonly choices: readonly AnswerChoice[];
}

/** A symptom with its questions, in order; those after the first are asked where the first answer is above 0. */
export interface SymptomTerm {
  readonly number: number;
  readonly name: Label;
  readonly items: readonly SymptomItem[];
}

const SCALE_OF = { F: 'frq_5', S: 'sev_5', I: 'int_5', A: 'int_5', P: 'yn_2' } as const;
const PART_OF: Readonly<Record<Attribute, Part | null>> = {
  F: 'frequency',
  S: 'severity',
  I: 'interference',
  // Hair loss and discharge are asked for their amount, which the table takes as interference.
  A: 'interference',
  P: null,
};

const RECALL = { en: 'In the last 7 days, ', zh: '最近7天，' };

const asked = (attribute: Attribute, within: Label, plural: boolean): Label => {
  const { en, zh } = within;
  switch (attribute) {
    case 'F':
      return { en: `how OFTEN did you have ${en}?`, zh: `您出现${zh}的频率如何？` };
    case 'S':
      return {
        en: `what was the SEVERITY of your ${en} at ${plural ? 'their' : 'its'} WORST?`,
        zh: `您的${zh}最严重时程度如何？`,
      };
    case 'I':
      return {
        en: `how much did ${en} INTERFERE with your usual or daily activities?`,
        zh: `${zh}对您平常或日常活动的影响有多大？`,
      };
    default:
      return { en: `did you have any ${en}?`, zh: `您有没有${zh}？` };
  }
};

export const SYMPTOM_TERMS: readonly SymptomTerm[] = TERMS.map(
  ({ number, name, asks, within, plural, worded, scale: own }) => ({
    number,
    name,
    items: ([...asks] as Attribute[]).map((attribute, index) => {
      const words = worded[attribute] ?? asked(attribute, within, plural);
      const scale = own ?? SCALE_OF[attribute];
      return {
        id: `${number}${'ABC'[index]}`,
        attribute,
        scale,
        question: { en: RECALL.en + words.en, zh: RECALL.zh + words.zh },
        choices: SCALES[scale],
      };
    }),
  }),
);

const BY_NUMBER = new Map(SYMPTOM_TERMS.map((term) => [term.number, term]));
/** A term by its number; undefined where there is none. */
export const symptomTerm = (number: number): SymptomTerm | undefined => BY_NUMBER.get(number);

/** How many of a term's questions are asked after these answers: the first decides whether there are more. */
const askedOf = ({ items }: SymptomTerm, [first]: readonly number[]): number =>
  first === undefined || first <= 0 ? 1 : items.length;

/** Whether every question that is asked has its answer. */
export const isAnswered = (term: SymptomTerm, answers: readonly number[]): boolean =>
  answers.length > 0 && answers.length >= askedOf(term, answers);

/** Whether the answers are choices of the term's questions, in order, and none of a question that is not asked. */
export const areAnswersOf = (term: SymptomTerm, answers: readonly number[]): boolean =>
  answers.length > 0 &&
  answers.length <= askedOf(term, answers) &&
  answers.every((answer, index) =>
    term.items[index]?.choices.some(({ value }) => value === answer),
  );

/**
 * The composite grade of a term's answers.
 * @param answers in the order of the questions; those below 0 are no answers
 * @returns null where the term has none (present or not), or where an answer is missing
 */
export const gradeOfTerm = ({ items }: SymptomTerm, answers: readonly number[]): number | null => {
  const parts = items.map(({ attribute }) => PART_OF[attribute]);
  const group = groupOf(parts.filter((part) => part !== null));
  if (group === null) return null;
  return compositeGrade(
    group,
    items.map((_, index) => {
      const answer = answers[index];
      return answer === undefined || answer < 0 ? null : answer;
    }),
  );
};
