import type { SpecimenModel } from './model.ts';

/** Senders name a parent by their own key: only rows of the same sender and kind can be meant. */
const isParent = (of: SpecimenModel) => (other: SpecimenModel) =>
  other.institutionId === of.institutionId &&
  other.sourceType === of.sourceType &&
  other.sourceId === of.parentSourceId;

/**
 * The specimen this one was cut or drawn from; null where there is none or it was never sent.
 * @param all the patient's specimens
 */
export const parentOf = (
  specimen: SpecimenModel,
  all: readonly SpecimenModel[],
): SpecimenModel | null =>
  specimen.parentSourceId === null ? null : (all.find(isParent(specimen)) ?? null);

/** What was cut or drawn from a specimen, among all of the patient's. */
export const aliquotsOf = (
  specimen: SpecimenModel,
  all: readonly SpecimenModel[],
): SpecimenModel[] => all.filter((other) => isParent(other)(specimen));
