import { toCanonicalForm, ucum } from '@atomic-ehr/ucum';
import { remembered } from '../remembered.ts';

/** Converts a value; null where the two units are not of one dimension. */
type Conversion = ((value: number) => number) | null;

const isLinear = (unit: string): boolean => toCanonicalForm(unit).specialFunction === undefined;

const made = (from: string, to: string): Conversion => {
  if (!ucum.isConvertible(from, to)) return null;
  if (!isLinear(from) || !isLinear(to)) return (value) => ucum.convert(value, from, to);
  const factor = ucum.convert(1, from, to);
  return (value) => value * factor;
};

/** No unit is written on two lines, so that a line's end parts the two. */
const ofPair = remembered((pair): Conversion => {
  const [from = '', to = ''] = pair.split('\n');
  return made(from, to);
});

/**
 * How values of one UCUM unit become those of another. The library takes both units apart at every call, which was a tenth
 * of the time of reading a result, so each pair is taken apart once.
 */
export const conversion = (from: string, to: string): Conversion => ofPair(`${from}\n${to}`);
