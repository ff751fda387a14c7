import type { IdentityCipher } from '@nodp/database';
import type { KindModules } from '@nodp/record';
import type { PatientRegistry } from './pool.ts';

/** What taking records in works with, whatever form they come in. */
export interface IntakeServices {
  readonly registry: PatientRegistry;
  readonly kinds: KindModules;
  readonly cipher: IdentityCipher;
}
