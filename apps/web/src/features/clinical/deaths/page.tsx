/** A register of deaths is linked to the institution's patients: what became of each line. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileButton } from '../../../design/file-button.tsx';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { reach } from '../../../graph/execute.ts';
import { failureOf } from '../../../graph/failure.ts';
import { type Label, useLabel } from '../../../i18n/label.ts';

const outcomeWords = {
  DIFFERS: msg`Linked; the date differs`,
  DOUBTFUL: msg`Doubtful, nothing was changed`,
  UNMATCHED: msg`No patient of the institution`,
  REFUSED: msg`Cannot be read`,
  LINKED: msg({ message: 'Linked', context: 'death' }),
} as const satisfies Record<string, MessageDescriptor>;
type Outcome = keyof typeof outcomeWords;
const OUTCOMES = Object.keys(outcomeWords) as Outcome[];

interface Row {
  readonly line: number;
  readonly outcome: Outcome;
  readonly died: string | null;
  readonly known: string | null;
  /** Empty for who reads no patients. */
  readonly patients: readonly string[];
  readonly because: Label | null;
}

const useLinking = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File): Promise<readonly Row[]> => {
      const response = await reach('/deaths', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'text/csv', 'x-nodp-csrf': '1' },
        body: file,
      });
      if (!response.ok) throw await failureOf(response);
      return ((await response.json()) as { rows: readonly Row[] }).rows;
    },
    onSuccess: () => client.invalidateQueries(),
  });
};

export function DeathsPage() {
  const { t } = useLingui();
  const linking = useLinking();
  return (
    <>
      <PageHeader title={t`Register of deaths`} />
      <Panel title={t`A file of deaths`} detail={t`CSV, 1 MB and 1,000 rows at most`}>
        <Box component="p" sx={{ mt: 0, typography: 'body2', color: 'text.secondary' }}>
          <Trans>
            The first line names the columns: name, national_id, birth_date, death_date, cause. A
            death is linked where number, day of birth and name agree with one patient whom nobody
            met later; it ends every task, alert and link of the patient at once. The date of the
            register and the hospital’s are both kept. A file read again changes nothing.
          </Trans>
        </Box>
        <FileButton
          label={t`File of deaths`}
          accept=".csv,text/csv"
          disabled={linking.isPending}
          onChoose={(file) => linking.mutate(file)}
        />
        <Box role="status" sx={{ mt: 1 }}>
          {linking.isPending && <LinearProgress aria-label={t`Deaths are being linked`} />}
        </Box>
        {linking.isError && <Alert severity="error">{linking.error.message}</Alert>}
      </Panel>
      {linking.data && <Answers rows={linking.data} />}
    </>
  );
}

function Answers({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const counted = OUTCOMES.flatMap((outcome) => {
    const number = rows.filter((row) => row.outcome === outcome).length;
    return number === 0 ? [] : [`${i18n._(outcomeWords[outcome])}: ${number}`];
  });
  // What a person has to look at stands first.
  const sorted = rows.toSorted(
    (a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || a.line - b.line,
  );
  if (rows.length === 0)
    return (
      <Alert severity="info">
        <Trans>The file has no row.</Trans>
      </Alert>
    );
  return (
    <Panel title={t`Answers by line`} detail={counted.join(' · ')} flush>
      <SimpleTable
        label={t`Answers by line`}
        stacks
        rows={sorted}
        rowKey={({ line }) => line}
        maxHeight={520}
        columns={[
          { header: t`Line`, cell: ({ line }) => line, nowrap: true },
          { header: t`Outcome`, cell: ({ outcome }) => i18n._(outcomeWords[outcome]) },
          { header: t`Date of the register`, cell: ({ died }) => died ?? '—', nowrap: true },
          { header: t`Date known before`, cell: ({ known }) => known ?? '—', nowrap: true },
          { header: t`Why`, cell: ({ because }) => (because === null ? '—' : label(because)) },
          {
            header: t`Patient`,
            cell: ({ patients, line }) =>
              patients.length === 0
                ? '—'
                : patients.map((id, index) => (
                    <AppLink
                      key={id}
                      to="/clinical/patients/$patientId/{-$section}"
                      params={{ patientId: id }}
                      search={{}}
                      preload={false}
                      sx={{ mr: 1 }}
                    >
                      {patients.length === 1
                        ? t`Patient of line ${line}`
                        : t`Patient ${index + 1} of line ${line}`}
                    </AppLink>
                  )),
          },
        ]}
      />
    </Panel>
  );
}
