import type { PatternCount } from '../model/em.ts';
import type { Model } from '../model/field.ts';
import { learnModel } from '../model/learn.ts';
import { PERSON_FIELDS } from './fields.ts';

/**
 * What is taken until a pool has taught its own: learnt by EM from 20,000 generated persons in China (`testing/chinese-persons.ts`, seed 1;
 * `person/measured.test.ts` learns it again and compares), levels in the order of the fields.
 */
export const GENERATED: Model['fields'] = {
  name: {
    m: [0.936, 0.0425, 0.0156, 0.0053, 0.000855],
    u: [0.0000988, 0.0000113, 0.000596, 0.0347, 0.965],
  },
  born: {
    m: [0.943, 0.00601, 0.0139, 0.0373, 0.0000663],
    u: [0.000037, 0.0000166, 0.00158, 0.0167, 0.982],
  },
  sex: { m: [0.994, 0.0064], u: [0.502, 0.498] },
  number: { m: [0.961, 0.0283, 0.0109], u: [0.00000223, 0.00000223, 1] },
  contact: {
    m: [0.303, 0.255, 0.298, 0.0185, 0.126],
    u: [0.00000139, 0.00000417, 0.0000487, 0.0141, 0.986],
  },
};

/** Of a hundred records so many are taken to be of a person whom the pool knows already, until it has taught its own. */
const KNOWN_ALREADY = 0.05;
const SMALLEST_POOL = 1000;

/** @param pool how many records there are to be compared with */
export const personModel = (pool: number): Model => ({
  prior: KNOWN_ALREADY / Math.max(pool, SMALLEST_POOL),
  fields: GENERATED,
});

/** What is known before counts as this many pairs of the pool's own. */
const KNOWN_PAIRS = 500;

/**
 * The model of a pool, learnt without labels from what stands and from the pool's own pairs.
 * @param candidates the patterns of pairs that share a key
 * @param random the patterns of pairs drawn at random
 * @param comparable how many pairs the pool has
 */
export const learnPersonModel = (
  candidates: readonly PatternCount[],
  random: readonly PatternCount[],
  comparable: number,
): Model =>
  learnModel(PERSON_FIELDS, candidates, random, comparable, {
    before: { model: { prior: 0.5, fields: GENERATED }, pairs: KNOWN_PAIRS },
  });
