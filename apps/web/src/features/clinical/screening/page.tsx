/** Persons of a screening programme: who was invited, came, is called again, is overdue. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import { PatientLink } from '../../../design/patient-link.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatCount } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import { ScreeningPersonsDocument, type ScreeningView } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { MessageButton } from '../message-button.tsx';
import {
  countsQuery,
  type Person,
  type Programme,
  programmesQuery,
  VIEWS,
  viewWords,
} from './data.ts';
import { RoundButton } from './round-button.tsx';
import { Diagnosis, Due } from './standing-words.tsx';

const pageSize = 50;
/** Steps at which somebody is called again. */
const RECALLS: readonly string[] = ['RECALLED', 'REPEAT_AWAITED', 'WORK_UP_AWAITED'];

export function ScreeningPage() {
  const programmes = useQuery(programmesQuery);
  if (programmes.isPending) return <LoadingRows rows={12} />;
  if (programmes.isError)
    return (
      <ErrorPanel heading="h1" error={programmes.error} retry={() => void programmes.refetch()} />
    );
  return <Programmes programmes={programmes.data} />;
}

function Programmes({ programmes }: { programmes: readonly Programme[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const [search] = useSearchState();
  const programme = programmes.find(({ id }) => id === search.programme) ?? programmes[0];
  if (programme === undefined) return null;
  const view = VIEWS.find((one) => one === search.view) ?? 'ALL';
  return (
    <>
      <PageHeader title={t`Screening`} detail={label(programme.title)} />
      <Choosing programmes={programmes} programme={programme.id} view={view} />
      <Alert severity="info" sx={{ mb: 1.5, flexShrink: 0 }}>
        {label(programme.eligible)}
        {programme.source !== null && ` (${programme.source})`}
        {programme.tests.some(({ source }) => source === null) && (
          <>
            {' '}
            <Trans>
              Of its test no source was found for the interval: when the next is due cannot be told.
            </Trans>
          </>
        )}
      </Alert>
      <Persons programme={programme.id} view={view} />
    </>
  );
}

function Choosing({
  programmes,
  programme,
  view,
}: {
  programmes: readonly Programme[];
  programme: string;
  view: ScreeningView;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [, set] = useSearchState();
  const { data: counts } = useQuery(countsQuery(programme));
  const countOf = (one: ScreeningView): string => {
    const persons = counts?.find((count) => count.view === one)?.persons;
    return persons === undefined ? '' : ` (${formatCount(persons)})`;
  };
  const box = { minWidth: 160, flex: { xs: '1 1 45%', sm: '0 1 auto' } };
  return (
    <Filters names={['view']}>
      <SelectBox
        label={t`Programme`}
        choices={programmes.map(({ id, title }) => ({ value: id, words: label(title) }))}
        chosen={[programme]}
        onChange={([next]) => set({ programme: next, view: undefined })}
        sx={box}
      />
      <SelectBox
        label={t`Who is listed`}
        choices={VIEWS.map((one) => ({
          value: one,
          words: `${i18n._(viewWords[one])}${countOf(one)}`,
        }))}
        chosen={[view]}
        onChange={([next]) => set({ view: next === 'ALL' ? undefined : next })}
        sx={box}
      />
    </Filters>
  );
}

function Persons({ programme, view }: { programme: string; view: ScreeningView }) {
  const { t } = useLingui();
  const paged = usePaged<Person>(
    ['screening', 'persons', programme, view],
    async (after, signal) =>
      (await execute(ScreeningPersonsDocument, { programme, view, first: pageSize, after }, signal))
        .screeningPersons,
  );
  const enters = useQuery(meQuery).data?.scopes.includes('screening:enter') ?? false;
  const writes = useQuery(meQuery).data?.scopes.includes('message:send') ?? false;
  const columns = useColumns(enters, writes);
  return (
    <PagedTable
      paged={paged}
      label={t`Screening`}
      columns={columns}
      rowKey={({ id }) => id}
      empty={
        view === 'ALL' ? (
          <Trans>Nobody of the institution is recorded in this programme</Trans>
        ) : (
          <Trans>Nobody of the programme stands so</Trans>
        )
      }
    />
  );
}

function useColumns(enters: boolean, writes: boolean): Column<Person>[] {
  const { t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(
    () => [
      {
        id: 'patient',
        header: t`Patient`,
        width: 'minmax(110px, 1fr)',
        cell: ({ patient }) => <PatientLink patient={patient} />,
      },
      {
        id: 'step',
        header: t`Where the person stands`,
        width: 'minmax(180px, 1.6fr)',
        cell: ({ stepLabel }) => <span title={label(stepLabel)}>{label(stepLabel)}</span>,
      },
      { id: 'invited', header: t`Invited`, width: '110px', cell: ({ invited }) => invited ?? '—' },
      { id: 'tested', header: t`Last test`, width: '110px', cell: ({ tested }) => tested ?? '—' },
      {
        id: 'result',
        header: t`Result`,
        width: '100px',
        cell: ({ result, test }) => (
          <span title={test === null ? '' : label(test)}>{result ?? '—'}</span>
        ),
      },
      {
        id: 'due',
        header: t`Next test due`,
        width: 'minmax(150px, 1.4fr)',
        cell: (standing) => <Due standing={standing} />,
      },
      {
        id: 'diagnosis',
        header: t`Cancer of the programme`,
        width: 'minmax(150px, 1.5fr)',
        cell: (standing) => <Diagnosis standing={standing} />,
      },
      ...(enters
        ? [
            {
              id: 'enter',
              header: t`Action`,
              width: '110px',
              cell: ({ patient, programme }: Person) => (
                <RoundButton
                  patientId={patient.id}
                  name={patient.identity.name}
                  programme={programme.id}
                />
              ),
            },
          ]
        : []),
      ...(writes
        ? [
            {
              id: 'write',
              header: t`Letter or text message`,
              width: '110px',
              cell: ({ id, step, patient }: Person) =>
                RECALLS.includes(step) && patient.vitalStatus !== 'DEAD' ? (
                  <MessageButton
                    about={id}
                    occasion="SCREENING_RECALL"
                    name={patient.identity.name}
                  />
                ) : null,
            },
          ]
        : []),
    ],
    [t, enters, writes],
  );
}
