/** Finds a patient of the institution by name or number. */
import { Trans, useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSettled } from '../../../design/use-settled.ts';
import type { PatientRowFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { foundQuery } from './data.ts';

export interface ChosenPatient {
  readonly id: string;
  readonly name: string;
  /** The leading tumour. */
  readonly tumour: string | null;
}

export function PatientChoice({
  chosen,
  onChoose,
}: {
  chosen: ChosenPatient | null;
  onChoose: (patient: ChosenPatient | null) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim(), 300);
  const found = useQuery(foundQuery(chosen?.name === asked ? '' : asked));
  const words = ({ identity, age, leadingTumour }: PatientRowFragment) =>
    [
      identity.name,
      identity.medicalRecordNumbers.join(', '),
      age === null ? '' : t`${age} years`,
      leadingTumour ? label(leadingTumour.siteLabel ?? leadingTumour.asSent.label) : '',
    ]
      .filter((one) => one !== '')
      .join(' · ');
  return (
    <Autocomplete<PatientRowFragment>
      options={found.data ?? []}
      // The graph searched already: by pinyin and numbers too.
      filterOptions={(options) => options}
      getOptionLabel={({ identity }) => identity.name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={({ key, ...props }, patient) => (
        <li key={key} {...props}>
          {words(patient)}
        </li>
      )}
      loading={found.isFetching}
      loadingText={<Trans>Searching …</Trans>}
      noOptionsText={
        found.isError
          ? found.error.message
          : asked.length < 2
            ? t`Type a name or a number`
            : t`No patient of the institution is found`
      }
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, patient) =>
        onChoose(
          patient && {
            id: patient.id,
            name: patient.identity.name,
            tumour: patient.leadingTumour?.id ?? null,
          },
        )
      }
      renderInput={(props) => (
        <TextField {...props} required label={t`Patient: name, pinyin or record number`} />
      )}
    />
  );
}
