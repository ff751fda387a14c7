/** Parts of cohort expressions that both generators of them make. */
import fc from 'fast-check';

export const operator = fc.constantFrom('lt', 'lte', 'eq', '!eq', 'gt', 'gte', 'bt', '!bt');

/** @param most days to either side */
export const windowWithin = (most: number) => {
  const endpoint = fc.record(
    { Days: fc.integer({ min: 0, max: most }), Coeff: fc.constantFrom(-1, 1) },
    { requiredKeys: ['Coeff'] },
  );
  return fc.record(
    { Start: endpoint, End: endpoint, UseIndexEnd: fc.boolean(), UseEventEnd: fc.boolean() },
    { requiredKeys: ['Start', 'End'] },
  );
};

/** @param most days that a date is moved */
export const adjustmentWithin = (most: number) => {
  const side = fc.constantFrom('START_DATE', 'END_DATE');
  const shift = fc.integer({ min: -most, max: most });
  return fc.record({ StartWith: side, StartOffset: shift, EndWith: side, EndOffset: shift });
};
