/** Files of rows as they go to the platform, and what it says of them. */
import { codeOfStatus, GraphError, reach } from '../../graph/execute.ts';
import type { Label } from '../../i18n/label.ts';

/** A kind of record that is sent as rows, with its columns. */
export interface UploadKind {
  readonly kind: string;
  readonly title: Label;
  readonly columns: readonly {
    readonly name: string;
    readonly label: Label;
    readonly says: Label | null;
    readonly type: string;
    readonly required: boolean;
    readonly values: readonly { readonly value: string; readonly label: Label }[];
    readonly example: string;
  }[];
}

interface Said {
  readonly reason: Label;
  readonly remedy: Label;
}

/** A row of which something is to be said. */
export interface ToldRow {
  readonly line: number;
  readonly outcome: 'refused' | 'taken' | 'retained' | 'held';
  readonly cells: readonly string[];
  readonly problems: readonly (Said & { readonly column: string | null; readonly code: string })[];
}

/** What became of a file. */
export interface Uploaded {
  /** The kind of its rows, or the name of the mapping that it was read by. */
  readonly kind: string | null;
  readonly mapped: boolean;
  readonly form: 'csv' | 'xlsx' | 'naaccr-xml' | 'naaccr-flat';
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly encoding: string | null;
  readonly ignored: readonly string[];
  readonly rows: number;
  readonly refusedRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retained: number;
  readonly held: number;
  readonly refused: number;
  /** The last line that was taken in before the file was cut off; null of one that was begun now. */
  readonly resumedAfter: number | null;
  readonly fault: (Said & { readonly line: number }) | null;
  readonly told: readonly ToldRow[];
  /** Rows of which something was to be said that are not among those told. */
  readonly untold: number;
}

export const fetchKinds = async (signal: AbortSignal): Promise<readonly UploadKind[]> => {
  const response = await reach('/csv', { signal });
  if (!response.ok) throw new GraphError(codeOfStatus(response.status), '', null);
  return response.json();
};

interface Sending {
  readonly file: File;
  /** Null where it is told by the header. */
  readonly kind: string | null;
  /** A mapping of the institution's by its name; null where it is told by the header. */
  readonly profile: string | null;
  /** Of a workbook; null for the first that holds rows. */
  readonly sheet: string | null;
  /** Its number, under which it goes on where it stopped; null where it is not followed. */
  readonly upload: string | null;
  readonly signal: AbortSignal;
  /** Hears which part of the file has gone: it is read no faster than its rows are taken in. */
  readonly progress: (share: number) => void;
}

/** How far a file was taken in. */
export interface UploadState {
  readonly line: number;
  readonly counts: { readonly rows: number; readonly refusedRows: number };
  readonly ended: boolean;
}

/** Null of a file that nothing was taken in of. */
export const fetchUpload = async (id: string, signal: AbortSignal): Promise<UploadState | null> => {
  const response = await reach(`/csv/uploads/${id}`, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new GraphError(codeOfStatus(response.status), '', null);
  return response.json();
};

/** The number of a file: the same when the same file is chosen again, also after the browser was closed. */
export const uploadIdOf = async (
  { name, size, lastModified }: File,
  how: string,
): Promise<string | null> => {
  // Pages of plain HTTP cannot make one: their files begin anew.
  if (globalThis.crypto.subtle === undefined) return null;
  const said = new TextEncoder().encode(JSON.stringify([name, size, lastModified, how]));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', said)).slice(0, 16);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** The answer as the page reads it, or the refused rows as a file. */
export const sendFile = (
  { file, kind, profile, sheet, upload, signal, progress }: Sending,
  accept: { readonly type: 'application/json' | 'text/csv'; readonly language: string },
): Promise<Blob> =>
  new Promise((done, fail) => {
    // fetch does not say how far a body has gone.
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams();
    if (kind !== null) asked.set('kind', kind);
    if (profile !== null) asked.set('profile', profile);
    if (upload !== null) asked.set('upload', upload);
    if (sheet !== null) asked.set('sheet', sheet);
    request.open('POST', `/csv?${asked}`);
    request.responseType = 'blob';
    // What it is, the platform sees by what it begins with.
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', accept.type);
    request.setRequestHeader('accept-language', accept.language);
    request.setRequestHeader('x-nodp-csrf', '1');
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => fail(new GraphError('UNREACHABLE', '', null));
    request.onabort = () => fail(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.onload = () => {
      const answer = request.response as Blob;
      // A file that is wrong from its first line is answered as one of which some rows are.
      if (request.status === 200 || request.status === 422) done(answer);
      else
        void answer.text().then((text) => {
          const requestId = request.getResponseHeader('x-request-id');
          const told = wordsOf(text, accept.language);
          fail(new GraphError(codeOfStatus(request.status), told, requestId));
        });
    };
    request.send(file);
  });

/** What the platform said in the page's language; nothing where it said nothing a person reads. */
const wordsOf = (text: string, language: string): string => {
  try {
    const { message } = JSON.parse(text) as { message?: Label | string };
    return typeof message === 'object' ? (language === 'zh' ? message.zh : message.en) : '';
  } catch {
    return '';
  }
};
