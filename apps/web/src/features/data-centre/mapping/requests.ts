/** Mappings and the beginnings of files, as they go to the platform. */
import { codeOfStatus, GraphError, reach } from '../../../graph/execute.ts';
import type { Label } from '../../../i18n/label.ts';
import type { Mapping } from './model.ts';

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly definition: Mapping;
}

/** The first rows of a file, and what would be read of them. */
export interface Preview {
  readonly form: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  /** What each column says in the first 500 rows, the most frequent first. */
  readonly values: readonly (readonly string[])[];
  readonly known: string | null;
  readonly rows: readonly PreviewRow[];
  readonly fault: { readonly line: number; readonly reason: Label; readonly remedy: Label } | null;
}

export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly records: readonly {
    readonly kind: string;
    readonly said: Readonly<Record<string, string>>;
  }[];
  readonly problems: readonly {
    readonly column: string | null;
    readonly severity: string;
    readonly reason: Label;
    readonly remedy: Label;
  }[];
}

/** The answer, or what the platform says in the page's language. */
const answered = async <T>(response: Response, language: string): Promise<T> => {
  if (response.ok) return response.json();
  const body = (await response.json().catch(() => ({}))) as { message?: Label };
  const said = body.message === undefined ? '' : body.message[language === 'zh' ? 'zh' : 'en'];
  throw new GraphError(
    response.status === 422 || response.status === 409
      ? 'BAD_USER_INPUT'
      : codeOfStatus(response.status),
    said,
    response.headers.get('x-request-id'),
  );
};

const CSRF = { 'x-nodp-csrf': '1' };

export const fetchMappings = async (signal: AbortSignal): Promise<readonly SavedMapping[]> =>
  answered(await reach('/csv/mappings', { signal }), 'en');

export const saveMapping = async (
  mapping: Mapping,
  language: string,
): Promise<{ readonly name: string; readonly version: number }> =>
  answered(
    await reach('/csv/mappings', { method: 'POST', headers: CSRF, body: JSON.stringify(mapping) }),
    language,
  );

export const retireMapping = async (name: string, language: string): Promise<unknown> =>
  answered(
    await reach(`/csv/mappings/${encodeURIComponent(name)}`, { method: 'DELETE', headers: CSRF }),
    language,
  );

/** Bytes of a text that are looked at; a workbook is sent whole, since its parts stand at its end. */
const BEGINNING = 512 * 1024;

/** Up to the last line end of the beginning, so that no row is cut. */
const beginning = async (file: File): Promise<Blob> => {
  if (/\.xlsx$/i.test(file.name) || file.size <= BEGINNING) return file;
  const bytes = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  const end = bytes.lastIndexOf(0x0a);
  // In UTF-16 the second byte of a line end is 0.
  return file.slice(0, end === -1 ? BEGINNING : end + (bytes[0] === 0xff ? 2 : 1));
};

export const fetchPreview = async (
  {
    file,
    mapping,
    language,
  }: { readonly file: File; readonly mapping: Mapping | null; readonly language: string },
  signal: AbortSignal,
): Promise<Preview> => {
  const form = new FormData();
  form.set('file', await beginning(file), file.name);
  if (mapping !== null) form.set('mapping', JSON.stringify(mapping));
  return answered(
    await reach('/csv/preview', { method: 'POST', headers: CSRF, body: form, signal }),
    language,
  );
};
