import fc from 'fast-check';
import type { CriterionKind } from '../criteria/registry.ts';
import { testings } from '../criteria/testing.ts';
import { type CohortDefinition, type Criterion, criterionOf, KINDS } from '../definition.ts';

/** Criteria of one kind that people could ask for. */
export const criteriaOfKind = (kind: CriterionKind): fc.Arbitrary<Criterion> =>
  (testings[kind].arbitrary as fc.Arbitrary<unknown>).map((value) =>
    criterionOf(kind, value as never),
  );

const criterion: fc.Arbitrary<CohortDefinition> = fc.oneof(...KINDS.map(criteriaOfKind));

/** Any definition a person could build, three levels deep at most. */
export const definitions: fc.Arbitrary<CohortDefinition> = fc.letrec<{ node: CohortDefinition }>(
  (tie) => {
    const few = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
    return {
      node: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        criterion,
        few.map((all) => ({ all })),
        few.map((any) => ({ any })),
        tie('node').map((not) => ({ not })),
        few.chain((of) =>
          fc.integer({ min: 1, max: of.length }).map((least) => ({ atLeast: { least, of } })),
        ),
        few.chain((of) =>
          fc.integer({ min: 0, max: of.length - 1 }).map((most) => ({ atMost: { most, of } })),
        ),
      ),
    };
  },
).node;
