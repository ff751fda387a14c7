import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { PROPERTIES, PROPERTY, type Property } from './form.ts';

export const testing: CriterionTesting<Property[]> = {
  arbitrary: some(PROPERTIES),
  holds: (properties, row) =>
    properties.some((each) => (row[PROPERTY[each].column] ?? null) === null),
};
