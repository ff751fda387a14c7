import type { Role } from '@nodp/database';
import type { Label } from '@nodp/terminology';
import type { TaskKind, TaskResult } from '../generated/resolvers.ts';
import type { TaskFacts } from './facts.ts';

export type { TaskKind, TaskResult };

/** A task that is to stand, as a kind finds it. */
export interface FoundTask {
  readonly institutionId: string;
  /** What it is about: the task stays the same one, and stays done, as long as this does. */
  readonly subject: string;
  readonly dueOn: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  /** Why, in one sentence. */
  readonly why: Label;
}

export interface Found {
  readonly tasks: readonly FoundTask[];
  /** The next day on which time alone may change them; null where none will. */
  readonly recheckOn: string | null;
}

export interface Asked {
  /** The national calendar's day. */
  readonly today: string;
  /** Ids of the clinical rules in force. */
  readonly rules: ReadonlySet<string>;
}

/** A kind of task: for whom, of which patients and why, what may come of it. What ends it is that it is found no more. */
export interface TaskKindModule {
  /** Whose worklist it stands in. */
  readonly role: Role;
  readonly title: Label;
  /** What a person may say came of it. */
  readonly results: readonly TaskResult[];
  /** Results that need a note. */
  readonly noted: readonly TaskResult[];
  /** Whether a task that is done may be opened again. */
  readonly undone: boolean;
  /** Of a patient who lives. */
  readonly find: (facts: TaskFacts, asked: Asked) => Found;
}
