import type { Condition, Observation, Reference, Resource } from '@medplum/fhirtypes';
import type { Entry, Rejected } from './bundle.ts';
import type { Resolver } from './resolver.ts';

/** Lists are not yet checked when links are made. */
const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value : [];

const FINISHED: ReadonlySet<unknown> = new Set(['final', 'amended', 'corrected']);

/**
 * What was observed of each Condition of a submission: Observations whose focus it is, or that it cites as its
 * evidence. Only what is finished says anything of a tumour.
 */
export const observationsOf = (
  entries: readonly (Entry | Rejected)[],
  resolverFor: (entry: Entry) => Resolver,
): ((conditionKey: string) => readonly Observation[]) => {
  const found = new Map<string, Set<Observation>>();
  const add = (condition: string, resource: Resource | undefined) => {
    if (resource?.resourceType !== 'Observation' || !FINISHED.has(resource.status)) return;
    found.set(condition, (found.get(condition) ?? new Set()).add(resource as Observation));
  };
  for (const entry of entries) {
    if (entry.resource === null) continue;
    const { find, resolve } = resolverFor(entry);
    if (entry.resource.resourceType === 'Condition') {
      const { evidence } = entry.resource as Condition;
      for (const cited of list(evidence)) {
        for (const reference of list(cited?.detail as readonly Reference[] | undefined))
          add(entry.key, find(reference));
      }
    } else if (entry.resource.resourceType === 'Observation') {
      for (const focus of list((entry.resource as Observation).focus)) {
        const target = resolve(focus);
        if (target?.type === 'Condition') add(target.key, entry.resource);
      }
    }
  }
  return (key) => [...(found.get(key) ?? [])];
};
