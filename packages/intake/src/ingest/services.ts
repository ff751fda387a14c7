import type { IdentityCipher, RowsOfBefore, Session } from '@nodp/database';
import type { Kind, KindModules } from '@nodp/record';
import type { CodeTables } from '../codes/tables.ts';
import type { PatientRegistry } from './pool.ts';

/** What taking records in works with, whatever form they come in. */
export interface IntakeServices {
  readonly registry: PatientRegistry;
  readonly kinds: KindModules;
  readonly cipher: IdentityCipher;
  /** What the own codes of a session's institution mean. */
  readonly codesOf: (session: Session) => Promise<CodeTables>;
  /** Finds what was read before from records that are sent now, in the tables of all kinds. */
  readonly rowsOfBefore: RowsOfBefore<Kind>;
}
