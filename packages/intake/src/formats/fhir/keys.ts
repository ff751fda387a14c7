import { hash } from 'node:crypto';
import type { BundleEntry, Identifier, Resource } from '@medplum/fhirtypes';
import { boundedKey, identifierKey } from '@nodp/record/fhir';

/** What is no text reads as JSON: unchecked content may be anything. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** The key that `identifier=system|value` names; null where the criteria say anything else or more. */
export const identifierQuery = (query: string): string | null => {
  const criteria = [...new URLSearchParams(query.replace(/^\?/, ''))];
  const [name, value] = criteria[0] ?? [];
  if (criteria.length !== 1 || name !== 'identifier' || !value || value.includes(',')) return null;
  return boundedKey((value.includes('|') ? value : `|${value}`).replaceAll('#', '%23'));
};

/** The identifiers of a resource that have a value; unchecked content may hold anything there. */
export const identifiersOf = (resource: Resource): Identifier[] => {
  const given: unknown = (resource as { identifier?: unknown }).identifier;
  const all: unknown[] = Array.isArray(given) ? given : [given];
  return all.filter(
    (i): i is Identifier => typeof (i as Identifier | null | undefined)?.value === 'string',
  );
};

/**
 * Identifier types (HL7 v2 table 0203) of an order, a specimen's accession or a visit: many records share
 * one, so that it names none of them.
 */
const SHARED_TYPES = new Set(['PLAC', 'FILL', 'ACSN', 'VN', 'AN']);
const isShared = (type: string, { type: concept }: Identifier): boolean => {
  const codes = Array.isArray(concept?.coding) ? concept.coding.map((c) => c?.code ?? '') : [];
  return type !== 'Encounter' && codes.some((code) => SHARED_TYPES.has(code));
};

/** Types of which several stand under one number of an order: each is told apart by what it measures, and when. */
const MEASURED = new Set(['Observation', 'DiagnosticReport']);

interface Concept {
  readonly coding?: readonly {
    readonly system?: string;
    readonly code?: string;
    readonly display?: string;
  }[];
  readonly text?: string;
}
interface Period {
  readonly start?: string;
}
interface Measured {
  readonly code?: Concept;
  readonly medicationCodeableConcept?: Concept;
  readonly medicationReference?: { readonly reference?: string };
  readonly effectiveDateTime?: string;
  readonly effectiveInstant?: string;
  readonly effectivePeriod?: Period;
  readonly performedDateTime?: string;
  readonly performedPeriod?: Period;
  readonly authoredOn?: string;
  /** Of a specimen: what it is of, and when it was taken. */
  readonly type?: Concept;
  readonly collection?: { readonly collectedDateTime?: string; readonly bodySite?: Concept };
}

const LOINC = 'http://loinc.org';

/**
 * Every code of a concept, since two results may share one of them (a panel's beside the test's), with its system where that is
 * not LOINC, since two catalogues may share a number; else its words.
 */
const named = (concept: Concept | undefined): string => {
  const all = Array.isArray(concept?.coding) ? concept.coding : [];
  const codes = all.flatMap((coding) => {
    const { system = '', code } = coding ?? {};
    if (code === undefined) return [];
    return [system === LOINC || system === '' ? asText(code) : `${asText(system)}|${asText(code)}`];
  });
  if (codes.length > 0) return codes.join(' ');
  return asText(concept?.text ?? all.find((coding) => coding?.display)?.display ?? '');
};

/** ` 718-7 2020-01-02`: what was measured, done or given, and when, after the number that many share. */
const measured = (resource: Resource): string => {
  const m = resource as Measured;
  const concepts = [m.code ?? m.medicationCodeableConcept ?? m.type, m.collection?.bodySite];
  const what =
    concepts.map(named).filter(Boolean).join(' ') || (m.medicationReference?.reference ?? '');
  const when =
    m.effectiveDateTime ??
    m.effectiveInstant ??
    m.effectivePeriod?.start ??
    m.performedDateTime ??
    m.performedPeriod?.start ??
    m.authoredOn ??
    m.collection?.collectedDateTime ??
    '';
  return ` ${asText(what)} ${asText(when)}`.replaceAll('#', '%23').trimEnd();
};

const byIdentifier = (resource: Resource, identifier: Identifier): string =>
  MEASURED.has(resource.resourceType) || isShared(resource.resourceType, identifier)
    ? boundedKey(identifierKey(identifier) + measured(resource))
    : identifierKey(identifier);

/** `https://his.example/fhir/Condition/7` names a Condition 7; another type's address names none. */
const idInAddress = (fullUrl: unknown, type: string): string | null => {
  const [, named, id] =
    /^https?:\/\/.*\/([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/.exec(asText(fullUrl)) ?? [];
  return named === type && id !== undefined ? id : null;
};

/** Bills whose lines the platform gives back one by one, each under the bill's id, `..` and the line's number. */
const GIVEN_BY_LINE = new Set(['Claim', 'ExplanationOfBenefit']);

/** The key that an id names: a line that was given back is the line that it was, so that it does not count twice. */
const keyOfId = (type: string, id: string): string =>
  GIVEN_BY_LINE.has(type) ? id.replace(/\.\.(?=\d+$)/, '#') : id;

/** What keys a record in general: its id, its own identifier, its address, then what it shares with others. */
const ownKey = (resource: Resource, fullUrl: unknown): string => {
  if (typeof resource.id === 'string' && resource.id !== '')
    return keyOfId(resource.resourceType, resource.id);
  const identifiers = identifiersOf(resource);
  const own = identifiers.find((i) => !isShared(resource.resourceType, i));
  if (own !== undefined) return byIdentifier(resource, own);
  const id = idInAddress(fullUrl, resource.resourceType);
  if (id !== null) return id;
  const [shared] = identifiers;
  if (shared !== undefined) return byIdentifier(resource, shared);
  const urn = asText(fullUrl).toLowerCase();
  if (urn.startsWith('urn:uuid:')) return urn.slice('urn:uuid:'.length);
  return `sha256-${hash('sha256', JSON.stringify(resource))}`;
};

/** What a sender asks to be done with a resource, by its request or its address. */
export interface Asked {
  readonly method?: unknown;
  /** `Patient/7`, or `Patient?identifier=system|value` of a conditional update. */
  readonly url?: unknown;
  readonly ifNoneExist?: unknown;
  readonly ifMatch?: unknown;
}

/** The sender's key of a resource, or why its criteria cannot be honoured. */
export type Keyed =
  | { readonly key: string; readonly conditional: 'create' | 'update' | null }
  | { readonly at: 'url' | 'ifNoneExist'; readonly problem: string };

const ONE_IDENTIFIER =
  'Only one identifier is taken as a criterion: identifier=system|value. Send that, or the id with PUT.';

const keyOfUpdate = (resource: Resource, criteria: string): Keyed => {
  const key = identifierQuery(criteria);
  if (key === null) return { at: 'url', problem: ONE_IDENTIFIER };
  const named = identifiersOf(resource).find((i) => identifierKey(i) === key);
  if (named === undefined) {
    return {
      at: 'url',
      problem: `The resource does not carry the identifier that it is to be found by. Send it in ${resource.resourceType}.identifier.`,
    };
  }
  if (resource.resourceType === 'Patient') return { key, conditional: 'update' };
  if (typeof resource.id === 'string') {
    return {
      at: 'url',
      problem: `A ${resource.resourceType} that has an id is updated by it: PUT ${resource.resourceType}/${resource.id}.`,
    };
  }
  return { key: byIdentifier(resource, named), conditional: null };
};

export const keyOf = (resource: Resource, fullUrl: unknown, asked: Asked): Keyed => {
  const url = asText(asked.url ?? '');
  if (typeof asked.ifNoneExist === 'string') {
    const key = identifierQuery(asked.ifNoneExist);
    return key === null
      ? { at: 'ifNoneExist', problem: ONE_IDENTIFIER }
      : { key, conditional: 'create' };
  }
  const [, criteria] = /^[A-Za-z]+\?(.*)$/.exec(url) ?? [];
  if (asked.method === 'PUT' && criteria !== undefined) return keyOfUpdate(resource, criteria);
  const [, id] = /^[A-Za-z]+\/([A-Za-z0-9.-]{1,64})$/.exec(url) ?? [];
  if (asked.method === 'PUT' && id !== undefined)
    // Whichever of the two were taken, another record than the one meant might be written over (FHIR R4, http.html#update).
    return resource.id === undefined || resource.id === id
      ? { key: keyOfId(resource.resourceType, id), conditional: null }
      : {
          at: 'url',
          problem: `The address is of ${id}, the resource has the id ${resource.id}. Make them agree.`,
        };
  return { key: ownKey(resource, fullUrl), conditional: null };
};

/** What a Bundle's entry asks. */
export const askedBy = (entry: BundleEntry): Asked => {
  const { method, url, ifNoneExist, ifMatch } = (entry.request ?? {}) as Asked;
  return { method, url, ifNoneExist, ifMatch };
};
