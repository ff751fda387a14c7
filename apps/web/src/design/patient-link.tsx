import type { PatientRowFragment } from '../graph/generated/graphql.ts';
import { AppLink } from './links.tsx';

/** The patient's name, leading to the patient's page. */
export function PatientLink({ patient }: { patient: PatientRowFragment }) {
  return (
    <AppLink
      to="/clinical/patients/$patientId/{-$section}"
      params={{ patientId: patient.id }}
      search={{}}
      preload={false}
      sx={{ fontWeight: 600 }}
    >
      {patient.identity.name}
    </AppLink>
  );
}
