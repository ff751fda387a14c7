import { CirceError, checkExpression, parseExpression, writeExpression } from '@nodp/circe';
import { fromCirce, isCirce, type Note, toCirce, unwrapped } from '@nodp/circe/exchange';
import type { CohortDefinition } from '@nodp/cohorts';
import { stepsOf } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import type { Label } from '../../../i18n/label.ts';

/** What became of a file of circe's. */
export type Read =
  | {
      readonly definition: CohortDefinition;
      readonly words: Label;
      readonly notes: readonly Note[];
      /** Fields that circe does not have, by their places. */
      readonly unread: readonly string[];
      readonly warnings: ReturnType<typeof checkExpression>;
      /** Whether nothing of it could be said: our definition would be of everyone. */
      readonly isEmpty: boolean;
    }
  | { readonly fault: string };

/** Reads what ATLAS exports (circe's expression, alone or wrapped) as a definition of ours. Never throws for what a file holds. */
export const readCirce = (text: string): Read => {
  try {
    const json = unwrapped(JSON.parse(text));
    if (!isCirce(json)) return { fault: 'PrimaryCriteria' };
    const { expression, unread } = parseExpression(json);
    const { definition, notes } = fromCirce(expression);
    return {
      ...{ definition, notes, unread, words: print(definition) },
      warnings: checkExpression(expression),
      isEmpty: stepsOf(definition).length === 0,
    };
  } catch (error) {
    if (error instanceof CirceError || error instanceof SyntaxError)
      return { fault: error.message };
    throw error;
  }
};

/** A definition of ours as circe's JSON, with what it does not say. */
export interface Written {
  readonly text: string;
  readonly notes: readonly Note[];
}

export const writeCirce = (definition: CohortDefinition): Written => {
  const { expression, notes } = toCirce(definition, print(definition).en);
  return { text: writeExpression(expression), notes };
};
