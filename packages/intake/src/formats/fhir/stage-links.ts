import type { Condition, Observation, Reference } from '@medplum/fhirtypes';
import type { Entry, Rejected } from './bundle.ts';
import type { Resolver } from './resolver.ts';

/** Lists are not yet checked when links are made. */
const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value : [];

/**
 * Which tumour the stages, categories and findings of a submission belong to, where they do not say so themselves:
 * a category by the focus of the stage group it is a member of, a stage or finding by the Condition that cites it.
 */
export const stageLinks = (
  entries: readonly (Entry | Rejected)[],
  resolverFor: (entry: Entry) => Resolver,
): ((observationKey: string) => string | null) => {
  const links = new Map<string, string>();
  const link = (from: Entry, references: readonly Reference[] | undefined, tumour: string) => {
    const { resolve } = resolverFor(from);
    for (const reference of list(references)) {
      const target = resolve(reference);
      if (target !== null && !links.has(target.key)) links.set(target.key, tumour);
    }
  };
  const groups: Entry[] = [];
  for (const entry of entries) {
    if (entry.resource === null) continue;
    if (entry.resource.resourceType === 'Condition') {
      const { stage: stages, evidence } = entry.resource as Condition;
      for (const stage of list(stages))
        link(entry, stage?.assessment as Reference[] | undefined, entry.key);
      for (const cited of list(evidence))
        link(entry, cited?.detail as Reference[] | undefined, entry.key);
    } else if (entry.resource.resourceType === 'Observation') {
      groups.push(entry);
    }
  }
  for (const entry of groups) {
    const observation = entry.resource as Observation;
    const focus = resolverFor(entry).resolve(list(observation.focus)[0]);
    const tumour = focus?.type === 'Condition' ? focus.key : links.get(entry.key);
    if (tumour !== undefined) link(entry, observation.hasMember as Reference[] | undefined, tumour);
  }
  return (key) => links.get(key) ?? null;
};
