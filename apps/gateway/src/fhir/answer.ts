import { type EntryResult, type IngestResult, operationOutcomeOf, versionTag } from '@nodp/intake';

const STATUS: Readonly<Record<EntryResult['outcome'], string>> = {
  created: '201 Created',
  updated: '200 OK',
  unchanged: '200 OK',
  retained: '202 Accepted',
  held: '202 Accepted',
  refused: '422 Unprocessable Entity',
};

/** Where a record is, by its sender's key: an id, or an identifier (what it measures comes after a blank). */
const locationOf = ({ type, key }: EntryResult): string | null =>
  key === null
    ? null
    : /^[A-Za-z0-9.-]{1,64}$/.test(key)
      ? `${type}/${key}`
      : `${type}?identifier=${encodeURIComponent(key.replace(/ .*$/, '').replaceAll('%23', '#'))}`;

const etagOf = ({ contentHash }: EntryResult): string | null =>
  contentHash === null ? null : `W/"${versionTag(contentHash)}"`;

/** What was refused because it is not the version that the sender believes it to be is a failed precondition. */
const statusOf = ({ outcome, issues }: EntryResult): string =>
  outcome === 'refused' && issues[0]?.code === 'conflict'
    ? '412 Precondition Failed'
    : STATUS[outcome];

const entryOf = (entry: EntryResult, now: string) => {
  const location = entry.outcome === 'refused' ? null : locationOf(entry);
  const etag = etagOf(entry);
  const changed = entry.outcome === 'created' || entry.outcome === 'updated';
  return {
    response: {
      status: statusOf(entry),
      ...(location === null ? {} : { location }),
      ...(etag === null ? {} : { etag }),
      ...(changed ? { lastModified: now } : {}),
      ...(entry.issues.length > 0 ? { outcome: operationOutcomeOf(entry.issues) } : {}),
    },
  };
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const allIsWell = (text: string) =>
  operationOutcomeOf([
    { severity: 'information', code: 'informational', where: '', message: text },
  ]);

const WELL: Readonly<Record<EntryResult['outcome'], string>> = {
  created: 'Created.',
  updated: 'Updated.',
  unchanged: 'Known, and the same.',
  retained: '',
  held: '',
  refused: '',
};

const single = (entry: EntryResult, url: string, now: string): Answer => {
  const { response } = entryOf(entry, now);
  const modified =
    'lastModified' in response ? { 'last-modified': new Date(now).toUTCString() } : {};
  const etag = etagOf(entry);
  const location = locationOf(entry);
  return {
    status: Number(statusOf(entry).slice(0, 3)),
    headers: {
      ...modified,
      ...(etag === null ? {} : { etag }),
      ...(location === null || entry.outcome === 'refused'
        ? {}
        : { location: `${url}/fhir/${location}` }),
    },
    body:
      entry.issues.length > 0 ? operationOutcomeOf(entry.issues) : allIsWell(WELL[entry.outcome]),
  };
};

/** What the sender is told: for a Bundle a response Bundle, for a single resource its outcome. */
export const answerOf = (result: IngestResult, url: string, now: string): Answer => {
  const { form, entries, issues } = result;
  const refused = issues.length > 0;
  if (entries.length === 0 && refused)
    return { status: 400, headers: {}, body: operationOutcomeOf(issues) };
  if (form === 'single' && entries[0] !== undefined) return single(entries[0], url, now);
  if (form === 'transaction' && refused)
    return {
      status: issues[0]?.code === 'conflict' ? 412 : 422,
      headers: {},
      body: operationOutcomeOf(issues),
    };
  return {
    status: 200,
    headers: {},
    body: {
      resourceType: 'Bundle',
      type: form === 'transaction' ? 'transaction-response' : 'batch-response',
      entry: entries.map((entry) => entryOf(entry, now)),
    },
  };
};
