import { identityCipher } from '@nodp/database';
import { type Intake, intakeOf } from '@nodp/intake';
import { patientRegistry } from '@nodp/subgraph-patients/registry';
import { kinds } from '../kinds.ts';

/** Intake into every subgraph of the clinical pool. */
export const clinicalIntake = (identityKey: Uint8Array): Intake => {
  const cipher = identityCipher({ identityKey });
  return intakeOf({ cipher, kinds, registry: patientRegistry(cipher) });
};
