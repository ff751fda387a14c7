import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { type Asked, askedBy, asText, keyOf } from './keys.ts';
import { notUnderstoodAround } from './understood.ts';

/** One resource of a submission and what the sender asks to be done with it. */
export interface Entry {
  readonly resource: Resource;
  /** FHIRPath of the resource in the submission. */
  readonly where: string;
  readonly fullUrl: string | null;
  /** The sender's own key within its type. */
  readonly key: string;
  /** A conditional create leaves what is there as it is; a conditional update has to mean one patient. */
  readonly conditional: 'create' | 'update' | null;
  /** The version that the sender's change is based on (If-Match). */
  readonly ifMatch: string | null;
  /** Whether the sender was told an ETag that it may ask for: of what came alone or with PUT. */
  readonly answered: boolean;
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
  readonly where: string;
  readonly fullUrl: string | null;
  readonly issues: readonly Issue[];
}

/** URNs are alike in either case (RFC 8141 for their beginning, RFC 9562 for UUIDs). */
export const sameUrl = (url: string): string =>
  /^urn:(uuid|oid):/i.test(url) ? url.toLowerCase() : url.replace(/\/$/, '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rejected = (
  where: string,
  fullUrl: string | null,
  resourceType: string,
  issue: Omit<Issue, 'severity'>,
): Rejected => ({
  resource: null,
  resourceType,
  where,
  fullUrl,
  issues: [{ severity: 'error', ...issue }],
});

const entryOf = (value: unknown, index: number, form: FhirSubmission['form']): Entry | Rejected => {
  const at = `Bundle.entry[${index}]`;
  if (!isObject(value) || !isObject(value.resource)) {
    const method = isObject(value) && isObject(value.request) ? asText(value.request.method) : '';
    return rejected(at, null, 'Bundle', {
      code: 'required',
      where: `${at}.resource`,
      message: /GET|HEAD|DELETE|PATCH/.test(method)
        ? `${method} is not taken: records are sent with POST or PUT; what was sent in error is sent again with the status entered-in-error.`
        : 'The entry has no resource. Send the resource in entry.resource.',
    });
  }
  const entry = value as BundleEntry;
  const resource = entry.resource as Resource;
  const type = typeof resource.resourceType === 'string' ? resource.resourceType : 'Resource';
  const fullUrl = typeof entry.fullUrl === 'string' ? entry.fullUrl : null;
  const around = notUnderstoodAround(value, at);
  if (around.length > 0)
    return { resource: null, resourceType: type, where: `${at}.resource`, fullUrl, issues: around };
  const method = entry.request?.method;
  if (form === 'transaction' || form === 'batch') {
    if (method !== 'POST' && method !== 'PUT') {
      return rejected(`${at}.resource`, fullUrl, type, {
        code: method === undefined ? 'required' : 'not-supported',
        where: `${at}.request.method`,
        message: 'Send request.method POST or PUT with each entry.',
      });
    }
    const asked = asText(entry.request?.url).split(/[/?]/)[0];
    if (asked !== type) {
      return rejected(`${at}.resource`, fullUrl, type, {
        code: 'invalid',
        where: `${at}.request.url`,
        message: `request.url is for ${asked || 'nothing'}, the resource is a ${type}. Make them agree.`,
      });
    }
  }
  return keyed({ resource, where: `${at}.resource`, fullUrl }, `${at}.request.`, askedBy(entry));
};

/** An entry with its key; refused where its criteria cannot be honoured. */
const keyed = (
  sent: Pick<Entry, 'resource' | 'where' | 'fullUrl'>,
  at: string,
  asked: Asked,
): Entry | Rejected => {
  const found = keyOf(sent.resource, sent.fullUrl, asked);
  if ('problem' in found) {
    return rejected(sent.where, sent.fullUrl, sent.resource.resourceType, {
      code: 'not-supported',
      where: at === '' ? sent.where : `${at}${found.at}`,
      message: found.problem,
    });
  }
  const ifMatch = typeof asked.ifMatch === 'string' ? asked.ifMatch : null;
  return { ...sent, ...found, ifMatch, answered: at === '' || asked.method === 'PUT' };
};

const forms = ['transaction', 'batch', 'collection'] as const;

/**
 * How a single resource arrived: `PUT /fhir/Patient/7` names type and id, `PUT /fhir/Patient?identifier=…`
 * type and criteria, `POST /fhir/Patient` the type.
 */
export interface SingleRequest {
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly criteria?: string | undefined;
  readonly ifNoneExist?: string | undefined;
  readonly ifMatch?: string | undefined;
}

const askedOf = ({ type, id, criteria, ifNoneExist, ifMatch }: SingleRequest): Asked => ({
  ...(id === undefined && criteria === undefined
    ? {}
    : { method: 'PUT', url: id === undefined ? `${type}?${criteria}` : `${type}/${id}` }),
  ...(ifNoneExist ? { ifNoneExist } : {}),
  ...(ifMatch ? { ifMatch } : {}),
});

const again = (entry: Entry, what: string, first: string): Rejected =>
  rejected(entry.where, entry.fullUrl, entry.resource.resourceType, {
    code: 'duplicate',
    where: entry.where,
    message: `The submission holds this ${what} twice (also ${first}). Send each record once.`,
  });

/** One record, or one address, sent twice in one submission: which of them is meant cannot be known. */
const withoutDuplicates = (entries: readonly (Entry | Rejected)[]): (Entry | Rejected)[] => {
  const seen = new Map<string, string>();
  return entries.map((entry) => {
    if (entry.resource === null) return entry;
    const { resourceType } = entry.resource;
    const ids = [
      [`${resourceType} ${entry.key}`, resourceType],
      ...(entry.fullUrl === null ? [] : [[`url ${sameUrl(entry.fullUrl)}`, 'fullUrl']]),
    ] as const;
    for (const [id, what = ''] of ids) {
      const first = id === undefined ? undefined : seen.get(id);
      if (first !== undefined) return again(entry, what, first);
    }
    for (const [id] of ids) if (id !== undefined) seen.set(id, entry.where);
    return entry;
  });
};

/** Takes a submission apart into its entries. */
export const entriesOf = (content: unknown, request: SingleRequest = {}): FhirSubmission => {
  const refuse = (code: Issue['code'], where: string, message: string): FhirSubmission => ({
    form: 'single',
    entries: [],
    issues: [{ severity: 'error', code, where, message }],
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
    const sent = { resource, where: content.resourceType, fullUrl: null };
    const entry = keyed(sent, '', askedOf(request));
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
  const around = notUnderstoodAround(content, 'Bundle');
  if (around.length > 0) return { form: 'single', entries: [], issues: around };
  const entries = ((content as unknown as Bundle).entry ?? []).map((e, i) => entryOf(e, i, form));
  return { form, entries: withoutDuplicates(entries), issues: [] };
};
