/** What a build is doing. */
export type BuildStep = 'READING' | 'DERIVING' | 'CHECKING' | 'DONE';

export interface BuildProgress {
  readonly step: BuildStep;
  /** Of the whole build, 0 to 1. */
  readonly share: number;
}
