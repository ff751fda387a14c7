import type { StudyContent } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import { parseInput } from '../cohorts/definition-input.ts';
import type { Line } from './line.ts';

/** A figure with its interval; null where none may be told. */
export const shownValue = ({ value, lower, upper }: Line) =>
  value === null ? null : { value, lower, upper };

/** The cohorts of a study with what their definitions say. */
export const cohortsInWords = ({ cohorts }: StudyContent) =>
  cohorts.map(({ name, definition }) => ({
    name,
    description: print(parseInput(definition).definition),
  }));
