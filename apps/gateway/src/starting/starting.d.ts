export type StepName = 'install' | 'web' | 'database' | 'nation' | 'release';

export interface StartingState {
  readonly steps: readonly {
    readonly id: StepName;
    readonly state: 'waiting' | 'now' | 'done';
    /** From 0 to 1; null where it is not known. */
    readonly share: number | null;
  }[];
}

export interface Starting {
  /** Steps that will come. */
  plan(...ids: StepName[]): void;
  begin(id: StepName): void;
  progress(id: StepName, share: number): void;
  end(id: StepName): void;
  state(): StartingState;
  /** To a request for a path (without its query), by what it accepts. */
  answer(
    path: string,
    accept: string | null | undefined,
  ): {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** @param former what was done before another process went on with it */
export const createStarting: (former?: StartingState) => Starting;
