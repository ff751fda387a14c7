import {
  checkExpression,
  parseExpression,
  printConceptSets,
  printExpression,
  writeExpression,
} from '@nodp/circe';
import { fromCirce, isCirce, toCirce, unwrapped } from '@nodp/circe/exchange';
import { parseDefinition, print } from '@nodp/cohorts/engine';
import { PlatformError } from '@nodp/database';
import type { Language } from '@nodp/terminology';
import { noteInWords, unreadInWords, warningInWords } from './in-words.ts';

/** What is written, and what is said about it. */
export interface Answer {
  readonly text: string;
  readonly remarks: readonly string[];
  /** Whether all that was given is said by what is written. */
  readonly whole: boolean;
}

/**
 * A definition of one kind as one of the other: circe's expression as ours, ours as circe's.
 * @throws {CirceError} where an expression has not the form of one
 * @throws {PlatformError} where a definition of ours cannot be run
 */
export const exchanged = (given: unknown, language: Language): Answer => {
  const json = unwrapped(given);
  if (isCirce(json)) {
    const { expression, unread } = parseExpression(json);
    const { definition, notes } = fromCirce(expression);
    return {
      text: `${JSON.stringify(definition, null, 2)}\n`,
      remarks: [
        ...checkExpression(expression).map((each) => warningInWords(each, language)),
        ...unread.map((at) => unreadInWords(at, language)),
        ...notes.map((each) => noteInWords(each, language)),
        print(definition)[language],
      ],
      whole: notes.length === 0 && unread.length === 0,
    };
  }
  const { definition, problems, runnable } = parseDefinition(json);
  if (!runnable)
    throw new PlatformError(
      'usage',
      problems.map(({ path, message }) => `${path}: ${message[language]}`).join('\n'),
    );
  const { expression, notes } = toCirce(definition, print(definition).en);
  return {
    text: writeExpression(expression),
    remarks: notes.map((each) => noteInWords(each, language)),
    whole: notes.length === 0,
  };
};

/** circe's print-friendly text of an expression, with what its checker says. */
export const printed = (given: unknown, language: Language): Answer => {
  const { expression, unread } = parseExpression(unwrapped(given));
  const warnings = checkExpression(expression);
  return {
    text: `${printExpression(expression)}\n${printConceptSets(expression.ConceptSets)}`,
    remarks: [
      ...warnings.map((each) => warningInWords(each, language)),
      ...unread.map((at) => unreadInWords(at, language)),
    ],
    whole: warnings.every(({ severity }) => severity !== 'critical'),
  };
};
