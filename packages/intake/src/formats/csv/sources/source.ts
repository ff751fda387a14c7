import type { FileRow } from '../records.ts';
import type { Epoch } from '../serial-day.ts';
import type { TextIssue } from '../words/text-issue.ts';

/** What a file is, as far as it is known yet. */
export interface FileForm {
  readonly form: 'csv' | 'xlsx' | 'naaccr-xml' | 'naaccr-flat';
  readonly encoding: string | null;
  readonly delimiter: string;
  /** How a workbook counts its days. */
  readonly epoch?: Epoch;
  /** The sheet that is read, and all that there are. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
}

/** Rows of a file as they come, the header first; what forbids reading on is the last. */
export type Rows = AsyncGenerator<
  { readonly rows: readonly FileRow[]; readonly of: FileForm } | FileFault
>;

export interface FileFault {
  readonly issue: TextIssue;
  readonly line: number;
}
