import { hash } from 'node:crypto';
import type { Bundle, BundleEntry, Identifier, Reference, Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { identifierKey } from '@nodp/record/fhir';

/** One resource of a submission and what the sender asks to be done with it. */
export interface Entry {
  readonly resource: Resource;
  /** FHIRPath of the resource in the submission. */
  readonly expression: string;
  readonly fullUrl: string | null;
  /** The sender's own key within its type. */
  readonly key: string;
  /** A conditional create: what is there already is left as it is. */
  readonly createOnly: boolean;
}

/** A submission as it is to be read. */
export interface FhirSubmission {
  /** Transactions are all or nothing; every other form goes entry by entry. */
  readonly form: 'transaction' | 'batch' | 'collection' | 'single';
  readonly entries: readonly (Entry | Rejected)[];
  /** What forbids reading it at all. */
  readonly issues: readonly Issue[];
}

/** An entry that cannot be read as a resource. */
export interface Rejected {
  readonly resource: null;
  readonly resourceType: string;
  readonly expression: string;
  readonly fullUrl: string | null;
  readonly issues: readonly Issue[];
}

const identifierQuery = (query: string): string | null => {
  const value = new URLSearchParams(query.replace(/^\?/, '')).get('identifier');
  return value === null || value === ''
    ? null
    : (value.includes('|') ? value : `|${value}`).replaceAll('#', '%23');
};

const firstIdentifier = (resource: Resource): Identifier | undefined => {
  const given = (resource as { identifier?: Identifier | Identifier[] }).identifier;
  const all = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return all.find((i) => typeof i?.value === 'string');
};

const keyOf = (resource: Resource, entry: BundleEntry): string => {
  const [, idInUrl] = /^[A-Za-z]+\/([A-Za-z0-9.-]{1,64})$/.exec(asText(entry.request?.url)) ?? [];
  const asked: unknown = entry.request?.ifNoneExist;
  const conditional = typeof asked === 'string' ? identifierQuery(asked) : null;
  if (conditional !== null) return conditional;
  if (entry.request?.method === 'PUT' && idInUrl !== undefined) return idInUrl;
  if (typeof resource.id === 'string' && resource.id !== '') return resource.id;
  const identifier = firstIdentifier(resource);
  if (identifier !== undefined) return identifierKey(identifier);
  if (typeof entry.fullUrl === 'string' && entry.fullUrl.startsWith('urn:uuid:'))
    return entry.fullUrl.slice('urn:uuid:'.length);
  return `sha256-${hash('sha256', JSON.stringify(resource))}`;
};

/** What is no text reads as JSON: unchecked content may be anything. */
const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rejected = (
  expression: string,
  fullUrl: string | null,
  resourceType: string,
  issue: Omit<Issue, 'severity'>,
): Rejected => ({
  resource: null,
  resourceType,
  expression,
  fullUrl,
  issues: [{ severity: 'error', ...issue }],
});

const entryOf = (value: unknown, index: number, form: FhirSubmission['form']): Entry | Rejected => {
  const at = `Bundle.entry[${index}]`;
  if (!isObject(value) || !isObject(value.resource)) {
    const method = isObject(value) && isObject(value.request) ? asText(value.request.method) : '';
    return rejected(at, null, 'Bundle', {
      code: 'required',
      expression: `${at}.resource`,
      diagnostics: /GET|HEAD|DELETE|PATCH/.test(method)
        ? `${method} is not taken: records are sent with POST or PUT; what was sent in error is sent again with the status entered-in-error.`
        : 'The entry has no resource. Send the resource in entry.resource.',
    });
  }
  const entry = value as BundleEntry;
  const resource = entry.resource as Resource;
  const type = typeof resource.resourceType === 'string' ? resource.resourceType : 'Resource';
  const fullUrl = typeof entry.fullUrl === 'string' ? entry.fullUrl : null;
  const method = entry.request?.method;
  if (form === 'transaction' || form === 'batch') {
    if (method !== 'POST' && method !== 'PUT') {
      return rejected(`${at}.resource`, fullUrl, type, {
        code: method === undefined ? 'required' : 'not-supported',
        expression: `${at}.request.method`,
        diagnostics: 'Send request.method POST or PUT with each entry.',
      });
    }
    const asked = asText(entry.request?.url).split(/[/?]/)[0];
    if (asked !== type) {
      return rejected(`${at}.resource`, fullUrl, type, {
        code: 'invalid',
        expression: `${at}.request.url`,
        diagnostics: `request.url is for ${asked || 'nothing'}, the resource is a ${type}. Make them agree.`,
      });
    }
  }
  return {
    resource,
    expression: `${at}.resource`,
    fullUrl,
    key: keyOf(resource, entry),
    createOnly: typeof entry.request?.ifNoneExist === 'string',
  };
};

const forms = ['transaction', 'batch', 'collection'] as const;

/** How a single resource arrived: `PUT /fhir/Patient/7` names type and id, `POST /fhir/Patient` the type. */
export interface SingleRequest {
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly ifNoneExist?: string | undefined;
}

/** Takes a submission apart into its entries. */
export const entriesOf = (content: unknown, request: SingleRequest = {}): FhirSubmission => {
  const refuse = (
    code: Issue['code'],
    expression: string,
    diagnostics: string,
  ): FhirSubmission => ({
    form: 'single',
    entries: [],
    issues: [{ severity: 'error', code, expression, diagnostics }],
  });
  if (!isObject(content) || typeof content.resourceType !== 'string') {
    return refuse(
      'structure',
      '',
      'This is no FHIR resource. Send a JSON object with a resourceType.',
    );
  }
  if (content.resourceType !== 'Bundle' || request.type === 'Bundle') {
    if (request.type !== undefined && request.type !== content.resourceType) {
      return refuse(
        'invalid',
        content.resourceType,
        `The address is for ${request.type}, the resource is a ${content.resourceType}.`,
      );
    }
    if (request.id !== undefined && request.id !== content.id) {
      return refuse(
        'invalid',
        `${content.resourceType}.id`,
        `The resource's id has to be the address's: ${request.id}.`,
      );
    }
    const resource = content as unknown as Resource;
    const conditional = request.ifNoneExist ? identifierQuery(request.ifNoneExist) : null;
    const entry: Entry = {
      resource,
      expression: content.resourceType,
      fullUrl: null,
      key: conditional ?? keyOf(resource, {}),
      createOnly: conditional !== null,
    };
    return { form: 'single', entries: [entry], issues: [] };
  }
  const form = forms.find((f) => f === content.type);
  if (form === undefined) {
    return refuse(
      'value',
      'Bundle.type',
      `Bundles of type ${asText(content.type)} are not taken. Send a transaction or a batch.`,
    );
  }
  if (content.entry !== undefined && !Array.isArray(content.entry)) {
    return refuse('structure', 'Bundle.entry', 'Bundle.entry has to be a list.');
  }
  const entries = ((content as unknown as Bundle).entry ?? []).map((e, i) => entryOf(e, i, form));
  return { form, entries, issues: [] };
};

export interface Target {
  readonly type: string | null;
  readonly key: string;
}

/** Resolves the references of one submission: within it first, else by what they say. */
export const resolver = (entries: readonly (Entry | Rejected)[]) => {
  const byUrl = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.resource === null) continue;
    if (entry.fullUrl !== null) byUrl.set(entry.fullUrl, entry);
    if (entry.resource.id) byUrl.set(`${entry.resource.resourceType}/${entry.resource.id}`, entry);
  }
  const find = (reference: Reference | undefined): Entry | undefined =>
    typeof reference?.reference !== 'string'
      ? undefined
      : byUrl.get(reference.reference.replace(/\/_history\/[^/]+$/, ''));

  const resolve = (reference: Reference | undefined): Target | null => {
    if (typeof reference !== 'object' || reference === null) return null;
    const said: unknown = reference.reference;
    if (typeof said !== 'string') {
      return reference.identifier?.value
        ? { type: reference.type ?? null, key: identifierKey(reference.identifier) }
        : null;
    }
    const inside = find(reference);
    if (inside !== undefined) return { type: inside.resource.resourceType, key: inside.key };
    if (said.startsWith('urn:') || said.startsWith('#')) return null;
    const [, type, id] = /^([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/.exec(said) ?? [];
    if (type !== undefined && id !== undefined) return { type, key: id };
    const [, queried, query] = /^([A-Za-z]+)\?(.+)$/.exec(said) ?? [];
    if (queried !== undefined && query !== undefined) {
      const key = identifierQuery(query);
      return key === null ? null : { type: queried, key };
    }
    // Another server's resource: its id may be anyone's here, its address is only its own.
    const [, remote] = /\/([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}$/.exec(said) ?? [];
    return { type: remote ?? null, key: said.replaceAll('#', '%23') };
  };
  return { find, resolve };
};
