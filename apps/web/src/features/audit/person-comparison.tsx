/** What institutions say of a person, a column each: what agrees with the first, and what differs. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Tag } from '../../design/marks.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { sexWords, vitalStatusWords } from '../../design/words.ts';
import { formatInstant, formatPartialDate } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { PersonStatementsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { type Agreement, comparison } from './comparison.ts';
import { PersonActions, type Statement } from './person-actions.tsx';
import { useReviews } from './use-reviews.ts';
import { claimWords, personFactWords } from './words.ts';

/** Okabe and Ito's green and vermillion. */
const colours = { AGREES: '#009E73', DIFFERS: '#D55E00' } as const;

function Agrees({ agreement }: { agreement: Agreement | undefined }) {
  if (agreement === undefined || agreement === 'UNKNOWN') return null;
  return (
    <Tag colour={colours[agreement]}>
      {agreement === 'AGREES' ? <Trans>agrees</Trans> : <Trans>differs</Trans>}
    </Tag>
  );
}

type Row = {
  name: string;
  cell: (statement: Statement) => ReactNode;
  agreement?: 'NAME' | 'SEX' | 'BIRTH' | 'NUMBER';
};

function useRows(): Row[] {
  const { t, i18n } = useLingui();
  return [
    {
      name: t({ context: 'of a person', message: 'Name' }),
      cell: (s) => s.name || '—',
      agreement: 'NAME',
    },
    { name: t`Sex`, cell: (s) => i18n._(sexWords[s.sex]), agreement: 'SEX' },
    {
      name: t`Date of birth`,
      cell: (s) => (s.birthDate === null ? '—' : formatPartialDate(s.birthDate)),
      agreement: 'BIRTH',
    },
    {
      name: t`National identifier`,
      cell: (s) => s.nationalIdMasked ?? '—',
      agreement: 'NUMBER',
    },
    {
      name: t`The number itself contradicts`,
      cell: (s) =>
        s.numberContradicts.map((fact) => i18n._(personFactWords[fact])).join(', ') || '—',
    },
    { name: t`Record number`, cell: (s) => s.recordNumbers.join(', ') || '—' },
    { name: t`Telephone`, cell: (s) => s.phoneMasked ?? '—' },
    {
      name: t`Vital status`,
      cell: (s) =>
        s.vitalStatus === null ? (
          '—'
        ) : (
          <>
            {i18n._(vitalStatusWords[s.vitalStatus])}
            {s.deathDate !== null && ` (${formatPartialDate(s.deathDate)})`}
          </>
        ),
    },
    { name: t`Known since`, cell: (s) => formatInstant(s.since) },
    { name: t`Last sent`, cell: (s) => formatInstant(s.recordedAt) },
    {
      name: t`Decided`,
      cell: (s) =>
        s.claim === null ? (
          '—'
        ) : (
          <>
            {i18n._(claimWords[s.claim.state])}
            {s.claim.decidedAt !== null && (
              <>
                : {s.claim.decidedBy ?? <Trans>by evidence of care</Trans>},{' '}
                {formatInstant(s.claim.decidedAt)}
              </>
            )}
            {s.claim.reason !== '' && <Box sx={{ color: 'text.secondary' }}>{s.claim.reason}</Box>}
          </>
        ),
    },
  ];
}

export function PersonComparison({ patient }: { patient: string }) {
  const statements = useQuery({
    queryKey: ['person-statements', patient],
    queryFn: async ({ signal }) =>
      (await execute(PersonStatementsDocument, { patient }, signal)).personStatements,
  });
  return (
    <Panel
      flush
      title={<Trans>What institutions say</Trans>}
      detail={<Trans>compared with the first column</Trans>}
    >
      {statements.isPending ? (
        <LoadingRows rows={6} />
      ) : statements.isError ? (
        <ErrorPanel error={statements.error} retry={() => void statements.refetch()} />
      ) : statements.data.length === 0 ? (
        <Empty>
          <Trans>Your institution does not know this person</Trans>
        </Empty>
      ) : (
        <Statements patient={patient} statements={statements.data} />
      )}
    </Panel>
  );
}

function Statements({ patient, statements }: { patient: string; statements: Statement[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const reviews = useReviews();
  const rows = useRows();
  const [first] = statements;
  const keyOf = (s: Statement) => `${s.patient.id} ${s.institution.id}`;
  const shared = statements.filter(({ joined }) => joined).length > 1;
  const compared = statements.map((s) => (first && s !== first ? comparison(first, s) : null));
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label={t`What institutions say`}
      sx={{ overflow: 'auto', '& tr > :first-of-type': { pl: 2 } }}
    >
      <Table aria-label={t`What institutions say`}>
        <TableHead>
          <TableRow>
            <TableCell>
              <Trans>Institution</Trans>
            </TableCell>
            {statements.map((s) => (
              <TableCell key={keyOf(s)} sx={{ minWidth: 180, verticalAlign: 'top' }}>
                {label(s.institution.name)}
                <Box sx={{ fontWeight: 400, color: 'text.secondary' }}>
                  {s.joined ? <Trans>joined</Trans> : <Trans>a patient of its own</Trans>}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ name, cell, agreement }) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {name}
              </TableCell>
              {statements.map((s, i) => (
                <TableCell key={keyOf(s)} sx={{ verticalAlign: 'top' }}>
                  {cell(s)} {agreement && <Agrees agreement={compared[i]?.[agreement]} />}
                </TableCell>
              ))}
            </TableRow>
          ))}
          {reviews && (
            <TableRow sx={{ '& td, & th': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row">
                <Trans>Action</Trans>
              </TableCell>
              {statements.map((s) => (
                <TableCell key={keyOf(s)}>
                  <PersonActions patient={patient} statement={s} shared={shared} />
                </TableCell>
              ))}
            </TableRow>
          )}
        </TableBody>
      </Table>
    </Box>
  );
}
