/** Leads to the study among the patient's imaging that shows what was measured. */
import type { ReactNode } from 'react';
import { AppLink } from '../../../../design/links.tsx';
import { placeOfStudy } from '../imaging-place.ts';
import type { Study } from './shown-on.ts';

type Props = {
  patientId: string;
  study: Study;
  /** Said where the words do not say that images are opened. */
  label?: string;
  children: ReactNode;
};

export function ImageLink({ patientId, study, label, children }: Props) {
  return (
    <AppLink
      to="/clinical/patients/$patientId/{-$section}"
      params={{ patientId, section: 'imaging' }}
      search={{}}
      hash={placeOfStudy(study)}
      preload={false}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </AppLink>
  );
}
