/** Contacts due at the institution, earliest first. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ContactStatus } from '../../../design/contact-status.tsx';
import { DateField } from '../../../design/date-field.tsx';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { DiagnosisName, StageTag } from '../../../design/marks.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable, Total } from '../../../design/paged-table.tsx';
import { PatientLink } from '../../../design/patient-link.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatDay, formatInstant, isDay } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import { ContactsDueDocument, type ContactsDueQuery } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { MessageButton } from '../message-button.tsx';
import { OutcomeButton } from '../outcome-button.tsx';

type Contact = ContactsDueQuery['contactsDue']['edges'][number]['node'];

const pageSize = 100;

export function ContactsDuePage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const until = search.until && isDay(search.until) ? search.until : null;
  const paged = usePaged(['contacts-due', until], async (after, signal) => {
    const variables = { until, first: pageSize, after };
    return (await execute(ContactsDueDocument, variables, signal)).contactsDue;
  });
  const enters = useQuery(meQuery).data?.scopes.includes('contact:enter') ?? false;
  const writes = useQuery(meQuery).data?.scopes.includes('message:send') ?? false;
  const columns = useContactColumns(enters, writes);
  const overdue = paged.first?.overdueCount;
  return (
    <>
      <PageHeader
        title={t`Contacts due`}
        detail={
          <>
            <Total persons count={paged.total} outdated={paged.outdated} />
            {overdue !== undefined && overdue > 0 && (
              <strong>
                {' · '}
                <Plural value={overdue} one="# overdue" other="# overdue" />
              </strong>
            )}{' '}
            · <Trans>until {until ?? formatDay(Date.now())}</Trans>
          </>
        }
      />
      <Filters names={['until']}>
        <DateField label={t`Due until`} value={until} onChange={(day) => set({ until: day })} />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Contacts due`}
        columns={columns}
        rowKey={(contact) => contact.id}
        empty={<Trans>No contact is due</Trans>}
      />
    </>
  );
}

/** A number that a telephone dials when it is touched. */
function Telephone({ number }: { number: string }) {
  return (
    <Link href={`tel:${number.replace(/[^+\d]/g, '')}`} color="inherit">
      {number}
    </Link>
  );
}

function useContactColumns(enters: boolean, writes: boolean): Column<Contact>[] {
  const { t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(
    () => [
      {
        id: 'patient',
        header: t`Patient`,
        width: 'minmax(130px, 1.2fr)',
        cell: (c) => <PatientLink patient={c.patient} />,
      },
      { id: 'at', header: t`Due`, width: '140px', cell: (c) => formatInstant(c.at) },
      {
        id: 'what',
        header: t`What for`,
        width: 'minmax(150px, 1.6fr)',
        cell: (c) => <span title={label(c.what.label)}>{label(c.what.label)}</span>,
      },
      {
        id: 'status',
        header: t`Status`,
        width: '130px',
        cell: (c) => <ContactStatus contact={c} dead={c.patient.vitalStatus === 'DEAD'} />,
      },
      {
        id: 'phone',
        header: t`Telephone`,
        width: '140px',
        cell: ({ patient: { identity } }) =>
          identity.phone && <Telephone number={identity.phone} />,
      },
      {
        id: 'site',
        header: t`Diagnosis`,
        width: 'minmax(150px, 1.2fr)',
        cell: ({ patient }) =>
          patient.leadingTumour && <DiagnosisName tumour={patient.leadingTumour} />,
      },
      {
        id: 'stage',
        header: t`Stage`,
        width: '96px',
        cell: (c) => (
          <StageTag
            stage={c.patient.leadingTumour?.broadStage ?? 'UNKNOWN'}
            group={c.patient.leadingTumour?.stageGroup}
          />
        ),
      },
      {
        id: 'note',
        header: t`Note`,
        width: 'minmax(120px, 1.4fr)',
        cell: (c) => <span title={c.note ?? ''}>{c.note ?? '—'}</span>,
      },
      {
        id: 'venue',
        header: t`Place`,
        width: 'minmax(110px, 1fr)',
        cell: (c) => <span title={c.venue ?? ''}>{c.venue ?? '—'}</span>,
      },
      ...(enters
        ? [
            {
              id: 'outcome',
              header: t`Outcome`,
              width: '128px',
              cell: (c: Contact) => (
                <OutcomeButton
                  patientId={c.patient.id}
                  contactId={c.id}
                  name={c.patient.identity.name}
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
              width: '116px',
              cell: (c: Contact) => (
                <MessageButton about={c.id} occasion="APPOINTMENT" name={c.patient.identity.name} />
              ),
            },
          ]
        : []),
    ],
    [t, enters, writes],
  );
}
