import { identityCipher } from '@nodp/database';
import type { Intake } from '@nodp/intake';
import { followupWriter } from '@nodp/subgraph-followup/intake';
import { imagingWriter } from '@nodp/subgraph-imaging/intake';
import { patientRegistry, patientsWriter } from '@nodp/subgraph-patients/intake';
import { specimensWriter } from '@nodp/subgraph-specimens/intake';

/** Intake into every subgraph of the clinical pool. */
export const clinicalIntake = (identityKey: Uint8Array): Intake => {
  const cipher = identityCipher({ identityKey });
  return {
    cipher,
    pool: {
      registry: patientRegistry(cipher),
      writers: [patientsWriter(cipher), specimensWriter, imagingWriter, followupWriter],
    },
  };
};
