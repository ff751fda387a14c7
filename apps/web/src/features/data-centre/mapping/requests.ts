/** Mappings and the beginnings of files, as they go to the platform. */
import { reach } from '../../../graph/execute.ts';
import { failureOf, readJson } from '../../../graph/failure.ts';
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

const answered = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw await failureOf(response);
  return response.json();
};

const CSRF = { 'x-nodp-csrf': '1' };

export const fetchMappings = (signal: AbortSignal): Promise<readonly SavedMapping[]> =>
  readJson('/csv/mappings', signal);

export const saveMapping = async (
  mapping: Mapping,
): Promise<{ readonly name: string; readonly version: number }> =>
  answered(
    await reach('/csv/mappings', { method: 'POST', headers: CSRF, body: JSON.stringify(mapping) }),
  );

export const retireMapping = async (name: string): Promise<unknown> =>
  answered(
    await reach(`/csv/mappings/${encodeURIComponent(name)}`, { method: 'DELETE', headers: CSRF }),
  );

/** Bytes of a text that are examined; a workbook is sent whole, since its parts stand at its end. */
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
  { file, mapping }: { readonly file: File; readonly mapping: Mapping | null },
  signal: AbortSignal,
): Promise<Preview> => {
  const form = new FormData();
  form.set('file', await beginning(file), file.name);
  if (mapping !== null) form.set('mapping', JSON.stringify(mapping));
  return answered(
    await reach('/csv/preview', { method: 'POST', headers: CSRF, body: form, signal }),
  );
};
