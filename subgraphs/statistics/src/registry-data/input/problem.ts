import type { Label } from '@nodp/graph';

/** An error keeps a data set from being loaded; a remark is told and loaded all the same. */
export type Severity = 'ERROR' | 'REMARK';

/** What is wrong at a place of a file, and how it is put right. */
export interface Problem {
  readonly severity: Severity;
  readonly file: string;
  /** Counted from 1, the heading's; null where the file as a whole is meant. */
  readonly line: number | null;
  /** Name of the column; null where the line as a whole is meant. */
  readonly column: string | null;
  readonly reason: Label;
  readonly remedy: Label;
}

/** Where in a file something is said. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** Most problems that are told one by one; the others are counted. */
export const MOST_TOLD = 500;

/** Gathers problems: the first ones are retained, all are counted. */
export class Problems {
  readonly told: Problem[] = [];
  errors = 0;
  remarks = 0;

  add(severity: Severity, place: Place, column: string | null, reason: Label, remedy: Label): void {
    if (severity === 'ERROR') this.errors++;
    else this.remarks++;
    // Remarks never take the room of what keeps the file out.
    const retained = this.told.length < MOST_TOLD;
    if (retained) this.told.push({ severity, ...place, column, reason, remedy });
    else if (severity === 'ERROR') {
      const remark = this.told.findLastIndex((one) => one.severity === 'REMARK');
      if (remark >= 0) {
        this.told.splice(remark, 1);
        this.told.push({ severity, ...place, column, reason, remedy });
      }
    }
  }

  error(place: Place, column: string | null, reason: Label, remedy: Label): void {
    this.add('ERROR', place, column, reason, remedy);
  }

  remark(place: Place, column: string | null, reason: Label, remedy: Label): void {
    this.add('REMARK', place, column, reason, remedy);
  }

  /** Errors first, then by file and line, as a person goes through them. */
  sort(): void {
    this.told.sort(
      (a, b) =>
        a.severity.localeCompare(b.severity) ||
        a.file.localeCompare(b.file) ||
        (a.line ?? 0) - (b.line ?? 0),
    );
  }
}
