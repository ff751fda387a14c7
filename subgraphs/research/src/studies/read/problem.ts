/** What could not be read, and where. */
export interface StudyProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file that cannot be read at all. */
export class StudyFileError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`);
    this.file = file;
    this.line = line;
  }
}
