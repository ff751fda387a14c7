import type { Condition, Resource } from '@medplum/fhirtypes';
import type { Kind, KindModule, KindModules } from '@nodp/record';
import { type FhirReader, type Place, type Read, verificationOf } from '@nodp/record/fhir';

/** Types whose resources are retained for the records that refer to them. */
export const REFERENCE_ONLY: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'Device',
]);

interface Claimant {
  readonly kind: Kind;
  readonly reader: FhirReader;
  /** The kinds of the records that the reader gives. */
  readonly gives: ReadonlySet<Kind>;
  /** Null for the rest that no other kind claims. */
  readonly rule: ((resource: Resource) => boolean) | null;
}

/** What the kinds read of FHIR, put together once. */
export interface FhirReaders {
  /** Types of resources that are about a patient and whose records are read. */
  readonly types: ReadonlySet<string>;
  /** The kinds whose rows may have been read from a resource of the type. */
  kindsOf(type: string): readonly Kind[];
  /** The kinds that claim a resource: one, or none where its type is not modelled. */
  claimants(resource: Resource): readonly Kind[];
  /** Whether no kind claims a resource for what it says: it is of the rest of its type, or of none. */
  isRest(resource: Resource): boolean;
  /** Reads one resource whose structure is sound. */
  read(resource: Resource, place: Place, patient: string | null): Read;
}

const statusOf = (resource: Resource): string | null => {
  const status = (resource as { status?: unknown }).status;
  return typeof status === 'string' ? status : null;
};

const standingOf = (resource: Resource): string | null =>
  resource.resourceType === 'Condition' ? verificationOf(resource as Condition) : null;

/** Why nothing is read of a resource, whatever kind it would be. */
const isNoRecord = (resource: Resource): string | null => {
  if (statusOf(resource) === 'entered-in-error' || standingOf(resource) === 'entered-in-error')
    return 'Entered in error: what was read from it before is withdrawn.';
  if (standingOf(resource) === 'refuted') return 'The diagnosis was ruled out.';
  if (resource.resourceType === 'Observation' && statusOf(resource) === 'cancelled')
    return 'The observation was cancelled.';
  return null;
};

/** What is not finished may still be taken back: it must not stage, end or name anything. */
const NOT_FINAL: ReadonlySet<string | null> = new Set(['registered', 'preliminary', 'unknown']);
/** Kinds that rules decide by: who died, how far it had spread, how the disease stands, what drugs it answers to. */
const DECIDING: ReadonlySet<Kind> = new Set<Kind>([
  'biomarker',
  'death',
  'disease-status',
  'genomic-test',
  'performance',
  'stage',
  'variant',
]);

const isNotFinal = (resource: Resource, kind: Kind): boolean =>
  resource.resourceType === 'Observation' &&
  DECIDING.has(kind) &&
  NOT_FINAL.has(statusOf(resource));

const claimantsByType = (kinds: KindModules): ReadonlyMap<string, readonly Claimant[]> => {
  const byType = new Map<string, Claimant[]>();
  for (const [kind, { fhir }] of Object.entries(kinds) as [Kind, KindModule<Kind>][]) {
    if (fhir === null) continue;
    const gives = new Set<Kind>([kind, ...(fhir.alsoGives ?? [])]);
    const foreign = [...gives].filter((given) => kinds[given] === undefined);
    if (foreign.length > 0) {
      throw new Error(
        `Records of ${foreign.join(', ')} are read with ${kind}, but no subgraph writes them: they would be lost.`,
      );
    }
    for (const [type, claim] of Object.entries(fhir.claims)) {
      const rule = claim === 'rest' ? null : (claim as (resource: Resource) => boolean);
      const all = byType.get(type) ?? [];
      if (rule === null && all.some((other) => other.rule === null))
        throw new Error(`Two kinds claim the rest of ${type}: ${kind} is one of them.`);
      byType.set(type, [...all, { kind, reader: fhir, gives, rule }]);
    }
  }
  return byType;
};

/**
 * Puts the kinds' readers together.
 * @throws Error where a reader gives records of a kind that no subgraph writes, or two kinds claim the rest of a type
 */
export const fhirReadersOf = (kinds: KindModules): FhirReaders => {
  const byType = claimantsByType(kinds);
  const types = new Set([...byType.keys()].filter((type) => type !== 'Patient'));
  const kindsByType = new Map(
    [...byType].map(([type, all]) => [type, [...new Set(all.flatMap((c) => [...c.gives]))]]),
  );
  // Asked twice of a resource, one after the other.
  let last: { readonly resource: Resource; readonly ruled: readonly Claimant[] } | null = null;
  const ruling = (resource: Resource): readonly Claimant[] => {
    if (last?.resource === resource) return last.ruled;
    const all = byType.get(resource.resourceType) ?? [];
    const ruled = all.filter(({ rule }) => rule?.(resource));
    last = { resource, ruled };
    return ruled;
  };
  const claiming = (resource: Resource): readonly Claimant[] => {
    const ruled = ruling(resource);
    const all = byType.get(resource.resourceType) ?? [];
    return ruled.length > 0 ? ruled : all.filter(({ rule }) => rule === null);
  };
  return {
    types,
    kindsOf: (type) => kindsByType.get(type) ?? [],
    isRest: (resource) => ruling(resource).length === 0,
    claimants: (resource) => claiming(resource).map(({ kind }) => kind),
    read: (resource, place, patient) => {
      const type = resource.resourceType;
      if (REFERENCE_ONLY.has(type))
        return { retained: `${type}: retained for the records that refer to it.` };
      if (!byType.has(type)) return { retained: `${type} is not modelled yet.` };
      if (patient === null) return { retained: 'It is not about a patient.' };
      const retained = isNoRecord(resource);
      if (retained !== null) return { retained };
      const [claimant] = claiming(resource);
      if (claimant === undefined) return { retained: `This ${type} is not modelled yet.` };
      if (isNotFinal(resource, claimant.kind))
        return { retained: `It is ${statusOf(resource)}: it counts once it is final.` };
      const read = claimant.reader.read(resource, place);
      if ('records' in read) {
        for (const { kind } of read.records) {
          if (!claimant.gives.has(kind))
            throw new Error(`The reader of ${claimant.kind} gave a ${kind} it does not declare.`);
        }
      }
      return read;
    },
  };
};
