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
  /** Hears which part of the file has gone. */
  readonly progress: (share: number) => void;
}

/** A file that is kept until it is taken in, and what became of it. */
export interface FileImport {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly requestedAt: string;
  readonly endedAt: string | null;
  readonly cancelling: boolean;
  /** Of the file, 0 to 1. */
  readonly share: number;
  /** Null where no row was taken in yet. */
  readonly counts: { readonly rows: number; readonly refusedRows: number } | null;
  /** In the list of files without the rows that were told. */
  readonly result: Uploaded | null;
}

const reached = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await reach(path, init);
  if (!response.ok) throw new GraphError(codeOfStatus(response.status), '', null);
  return response;
};

export const fetchFileImports = async (signal: AbortSignal): Promise<readonly FileImport[]> =>
  (await reached('/csv/files', { signal })).json();

export const fetchFileImport = async (id: string, signal: AbortSignal): Promise<FileImport> =>
  (await reached(`/csv/files/${id}`, { signal })).json();

export const stopFileImport = async (id: string): Promise<void> => {
  await reached(`/csv/files/${id}`, { method: 'DELETE', headers: { 'x-nodp-csrf': '1' } });
};

/** The refused rows as a file, with what is to be corrected beside them. */
export const fetchRefused = async (id: string, language: string): Promise<Blob> => {
  const headers = { 'accept-language': language };
  return (await reached(`/csv/files/${id}?rows=refused`, { headers })).blob();
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

/** Sends a file to be kept. @returns its number; it is taken in whether the page stays open or not */
export const keepFile = (
  { file, kind, profile, sheet, upload, signal, progress }: Sending,
  language: string,
): Promise<string> =>
  new Promise((done, fail) => {
    // fetch does not say how far a body has gone.
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams({ later: '1', name: file.name });
    if (kind !== null) asked.set('kind', kind);
    if (profile !== null) asked.set('profile', profile);
    if (upload !== null) asked.set('upload', upload);
    if (sheet !== null) asked.set('sheet', sheet);
    request.open('POST', `/csv?${asked}`);
    // What it is, the platform sees by what it begins with.
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('x-nodp-csrf', '1');
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => fail(new GraphError('UNREACHABLE', '', null));
    request.onabort = () => fail(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.onload = () => {
      const text = request.responseText;
      if (request.status === 202) done((JSON.parse(text) as { id: string }).id);
      else
        fail(
          new GraphError(
            codeOfStatus(request.status),
            wordsOf(text, language),
            request.getResponseHeader('x-request-id'),
          ),
        );
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
