import type { Label } from '@nodp/terminology';
import type { DiseaseFacts, NotKnown } from './facts.ts';

/** What an element is derived by, in words, and where the rule comes from. */
export interface ElementRule {
  readonly words: Label;
  readonly source: string;
}

interface Named {
  /** Name of its column: small letters, digits and low lines. */
  readonly id: string;
  readonly label: Label;
  readonly rule: ElementRule;
}

/** An element that is one of a list. */
export interface ChoiceElement extends Named {
  readonly type: 'choice';
  readonly values: readonly { readonly code: string; readonly label: Label }[];
  /** A code of `values`, or why there is none. */
  readonly of: (facts: DiseaseFacts) => string;
}

/** An element that is a number. */
export interface NumberElement extends Named {
  readonly type: 'number';
  /** UCUM; null of a mere count. */
  readonly unit: string | null;
  /** Lower bounds of the classes in which it is shown, rising; what is lower than the first is a class too. */
  readonly limits: readonly number[];
  readonly of: (facts: DiseaseFacts) => number | NotKnown;
}

export type DiseaseElement = ChoiceElement | NumberElement;

/** Rows `code|English|Chinese` as the values of a choice. */
export const valuesOf = (rows: string): ChoiceElement['values'] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [code = '', en = '', zh = ''] = row.trim().split('|');
      return { code, label: { en, zh } };
    });

/** The classes of a number: `<4`, `4–10`, `≥10`, in order. */
export const classesOf = ({ limits }: NumberElement): ChoiceElement['values'] => {
  const same = (text: string): Label => ({ en: text, zh: text });
  return [
    { code: '0', label: same(`< ${limits[0]}`) },
    ...limits.map((from, i) => {
      const to = limits[i + 1];
      return {
        code: String(i + 1),
        label: same(to === undefined ? `≥ ${from}` : `${from} – < ${to}`),
      };
    }),
  ];
};

/** The place of a number's class. */
export const classOf = ({ limits }: NumberElement, value: number): number =>
  limits.filter((from) => value >= from).length;
