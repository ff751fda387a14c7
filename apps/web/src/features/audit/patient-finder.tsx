/** Finds whom a page of the audit is about by a number; the number itself never stands in an address. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { execute } from '../../graph/execute.ts';
import { AuditedPatientsDocument } from '../../graph/generated/graphql.ts';
import { shortId } from './short-id.ts';

export function PatientFinder({ action }: { /** What the button says. */ action: string }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const [number, setNumber] = useState('');
  const find = useMutation({
    mutationFn: async (typed: string) =>
      (await execute(AuditedPatientsDocument, { number: typed })).auditedPatients,
    onSuccess: (found) => {
      const [only, ...others] = found;
      if (only && others.length === 0) set({ patient: only.id });
    },
  });
  const typed = number.trim();
  const known = find.data?.find(({ id }) => id === search.patient);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box
        component="form"
        aria-label={t`Find a patient by number`}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') find.mutate(typed);
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <TextField
          label={t`Record, telephone or identity number`}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 64, autoComplete: 'off' } }}
          sx={{ flex: '1 1 240px', maxWidth: { sm: 320 } }}
        />
        <Button type="submit" variant="outlined" disabled={typed === '' || find.isPending}>
          {action}
        </Button>
        {search.patient && (
          <Chip
            label={
              known?.recordNumbers.length
                ? t`Patient ${known.recordNumbers.join(', ')}`
                : t`Patient ${shortId(search.patient)}`
            }
            onDelete={() => set({ patient: undefined })}
          />
        )}
      </Box>
      <div role="status">
        {find.data?.length === 0 && (
          <Alert severity="info" sx={{ mt: 1 }}>
            <Trans>No patient that you may ask for has this number.</Trans>
          </Alert>
        )}
        {find.data && find.data.length > 1 && (
          <Alert severity="info" sx={{ mt: 1 }}>
            <Trans>Several patients have this number. Choose one:</Trans>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
              {find.data.map(({ id, recordNumbers }) => (
                <Button key={id} size="small" onClick={() => set({ patient: id })}>
                  {recordNumbers.join(', ') || shortId(id)}
                </Button>
              ))}
            </Box>
          </Alert>
        )}
      </div>
      {find.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          <Trans>The search for the patient failed:</Trans> {find.error.message}
        </Alert>
      )}
    </Box>
  );
}
