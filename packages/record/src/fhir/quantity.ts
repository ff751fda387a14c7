import type { Quantity as FhirQuantity } from '@medplum/fhirtypes';
import type { Comparator, Quantity } from '../values.ts';
import { digitsOf } from './sent-digits.ts';

const comparators: readonly string[] = ['<', '<=', '>=', '>'];

/** An amount as sent; the UCUM code before the printed unit. Null where it holds no number. */
export const quantityOf = (
  sent: FhirQuantity | undefined,
  normalise: (value: number, unit: string | null) => Quantity['normal'] = () => null,
): Quantity | null => {
  if (sent?.value === undefined) return null;
  const unit = sent.code ?? sent.unit ?? null;
  return {
    value: sent.value,
    digits: digitsOf(sent),
    comparator: comparators.includes(sent.comparator ?? '')
      ? (sent.comparator as Comparator)
      : null,
    unit,
    normal: normalise(sent.value, unit),
  };
};
