import type { Identifier, Reference, Resource } from '@medplum/fhirtypes';
import { identifierKey } from '@nodp/record/fhir';
import { type Entry, type Rejected, sameUrl } from './bundle.ts';
import { identifierQuery, identifiersOf } from './keys.ts';

/** What a reference names: the sender's key, with its type where that is said. */
export interface Target {
  readonly type: string | null;
  readonly key: string;
}

/** References as one entry of a submission means them. */
export interface Resolver {
  find(reference: Reference | undefined): Resource | undefined;
  resolve(reference: Reference | undefined): Target | null;
}

const ID = '[A-Za-z0-9.-]{1,64}';
const RELATIVE = new RegExp(`^([A-Za-z]+)/(${ID})$`);
const ABSOLUTE = new RegExp(`^(https?://.+)/([A-Z][A-Za-z]+)/(${ID})$`);

const containedIn = (resource: Resource | null, id: string): Resource | undefined => {
  const inside = (resource as { contained?: unknown } | null)?.contained;
  return Array.isArray(inside)
    ? (inside as Resource[]).find((r) => r?.id === id && typeof r.resourceType === 'string')
    : undefined;
};

const indexOf = (entries: readonly (Entry | Rejected)[]) => {
  const byUrl = new Map<string, Entry>();
  const byIdentifier = new Map<string, Entry | null>();
  for (const entry of entries) {
    if (entry.resource === null) continue;
    const { resourceType, id } = entry.resource;
    if (id) byUrl.set(`${resourceType}/${id}`, entry);
    for (const identifier of identifiersOf(entry.resource)) {
      const name = `${resourceType} ${identifierKey(identifier)}`;
      byIdentifier.set(name, byIdentifier.has(name) ? null : entry);
    }
  }
  for (const entry of entries) {
    if (entry.resource !== null && entry.fullUrl !== null) byUrl.set(sameUrl(entry.fullUrl), entry);
  }
  return { byUrl, byIdentifier };
};

/** The target of what is said where the submission does not hold it. */
const elsewhere = (said: string): Target | null => {
  if (/^urn:/i.test(said)) return { type: null, key: sameUrl(said) };
  const [, type, id] = RELATIVE.exec(said) ?? [];
  if (type !== undefined && id !== undefined) return { type, key: id };
  const [, queried, query] = /^([A-Za-z]+)\?(.+)$/.exec(said) ?? [];
  if (queried !== undefined && query !== undefined) {
    const key = identifierQuery(query);
    return key === null ? null : { type: queried, key };
  }
  const [, , remote, remoteId] = ABSOLUTE.exec(said) ?? [];
  // Another server's Patient: its id may be anyone's here, only its whole address is its own.
  if (remote === undefined || remoteId === undefined || remote === 'Patient')
    return { type: remote ?? null, key: sameUrl(said).replaceAll('#', '%23') };
  return { type: remote, key: remoteId };
};

/** Resolves the references of one submission: within it first, else by what they say. */
export const resolverOf = (entries: readonly (Entry | Rejected)[]) => {
  const { byUrl, byIdentifier } = indexOf(entries);

  /** Within the Bundle a relative reference is first of all one of the same server (FHIR R4, Bundle 2.36.4). */
  const entryNamed = (said: string, from: Entry): Entry | undefined => {
    const plain = said.replace(/\/_history\/[^/]+$/, '');
    const [, base] = ABSOLUTE.exec(from.fullUrl ?? '') ?? [];
    const sameServer = base === undefined ? undefined : byUrl.get(`${base}/${plain}`);
    return (RELATIVE.test(plain) ? sameServer : undefined) ?? byUrl.get(sameUrl(plain));
  };

  const ofIdentifier = (identifier: Identifier, type: string | null): Target => {
    const key = identifierKey(identifier);
    const inside = type === null ? undefined : byIdentifier.get(`${type} ${key}`);
    return { type, key: inside?.key ?? key };
  };

  return (from: Entry): Resolver => {
    const find: Resolver['find'] = (reference) => {
      const said: unknown = reference?.reference;
      if (typeof said !== 'string') return undefined;
      return said.startsWith('#')
        ? containedIn(from.resource, said.slice(1))
        : entryNamed(said, from)?.resource;
    };
    const resolve: Resolver['resolve'] = (reference) => {
      if (typeof reference !== 'object' || reference === null) return null;
      const said: unknown = reference.reference;
      if (typeof said !== 'string') {
        const { identifier, type } = reference;
        return typeof identifier?.value === 'string'
          ? ofIdentifier(identifier, type ?? null)
          : null;
      }
      if (said.startsWith('#')) {
        const inside = containedIn(from.resource, said.slice(1));
        const [identifier] = inside === undefined ? [] : identifiersOf(inside);
        return inside === undefined || identifier === undefined
          ? null
          : ofIdentifier(identifier, inside.resourceType);
      }
      const entry = entryNamed(said, from);
      return entry === undefined
        ? elsewhere(said.replace(/\/_history\/[^/]+$/, ''))
        : { type: entry.resource.resourceType, key: entry.key };
    };
    return { find, resolve };
  };
};
