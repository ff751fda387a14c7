/** Patients of whom every access is reviewed: who they are, and a way to mark one. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectBox } from '../../design/filters/select-box.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  RestrictedPatientsDocument,
  type RestrictionKind,
  RestrictPatientDocument,
} from '../../graph/generated/graphql.ts';
import { PatientAudited } from './patient-audited.tsx';
import { PatientFinder } from './patient-finder.tsx';
import { restrictionWords } from './words.ts';

const key = ['restricted-patients'];
const kinds: RestrictionKind[] = ['STAFF', 'PUBLIC_PERSON', 'OTHER'];

export function RestrictedPatients() {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [search, set] = useSearchState();
  const [kind, setKind] = useState<RestrictionKind>('STAFF');
  const restricted = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await execute(RestrictedPatientsDocument, {}, signal)).restrictedPatients,
  });
  const mark = useMutation({
    mutationFn: (asked: { patient: string; kind: RestrictionKind | null }) =>
      execute(RestrictPatientDocument, asked),
    onSuccess: async () => {
      set({ patient: undefined });
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['access-reviews'] });
    },
  });
  const { patient } = search;
  return (
    <Panel title={<Trans>Restricted patients</Trans>}>
      <PatientFinder action={t`Find`} />
      {patient && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
          <SelectBox
            label={t`Restricted as`}
            choices={kinds.map((value) => ({ value, words: i18n._(restrictionWords[value]) }))}
            chosen={[kind]}
            onChange={([chosen]) => setKind((chosen as RestrictionKind | undefined) ?? 'STAFF')}
            sx={{ minWidth: 180 }}
          />
          <Button
            variant="contained"
            disabled={mark.isPending}
            onClick={() => mark.mutate({ patient, kind })}
          >
            <Trans>Review every access to this patient</Trans>
          </Button>
        </Box>
      )}
      {mark.isError && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>The patient could not be marked:</Trans> {mark.error.message}
        </Alert>
      )}
      {mark.data && !mark.data.restrictPatient && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          <Trans>Only patients in the care of your institution can be marked.</Trans>
        </Alert>
      )}
      {restricted.isPending ? (
        <LoadingRows rows={2} />
      ) : restricted.isError ? (
        <ErrorPanel error={restricted.error} retry={() => void restricted.refetch()} />
      ) : restricted.data.length === 0 ? (
        <Empty>
          <Trans>No patient is restricted</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Restricted patients`}
          rows={restricted.data}
          rowKey={(row) => row.patient.id}
          columns={[
            { header: t`Patient`, cell: (row) => <PatientAudited patient={row.patient} /> },
            { header: t`Restricted as`, cell: (row) => i18n._(restrictionWords[row.kind]) },
            { header: t`Marked by`, cell: (row) => row.markedBy },
            { header: t`Since`, cell: (row) => formatInstant(row.markedAt), nowrap: true },
            {
              header: t`Action`,
              cell: (row) => (
                <Button
                  size="small"
                  disabled={mark.isPending}
                  onClick={() => mark.mutate({ patient: row.patient.id, kind: null })}
                >
                  <Trans>End the restriction</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
