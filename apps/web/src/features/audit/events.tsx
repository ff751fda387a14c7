/** Who did what to which patients, by what, and when. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { daysOf } from '../../address.ts';
import { DateField } from '../../design/date-field.tsx';
import { Filters } from '../../design/filters/filters.tsx';
import { SearchField } from '../../design/filters/search-field.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectFilter } from '../../design/filters/select-filter.tsx';
import { PageHeader } from '../../design/page.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import { execute } from '../../graph/execute.ts';
import { AuditEventsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { actions, auditFilterOf } from './audit-filter.ts';
import { useEventColumns } from './event-columns.tsx';
import { ExportAudit } from './export.tsx';
import { InstitutionFilter } from './institution-filter.tsx';
import { PatientFinder } from './patient-finder.tsx';
import { actionWords } from './words.ts';

const pageSize = 100;
const names = ['account', 'institution', 'action', 'from', 'to', 'patient'];

export function AuditEventsPage() {
  const { t } = useLingui();
  const [search] = useSearchState();
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const filter = auditFilterOf(search);
  const paged = usePaged(['audit-events', filter], async (after, signal) => {
    const variables = { filter, first: pageSize, after };
    return (await execute(AuditEventsDocument, variables, signal)).auditEvents;
  });
  const columns = useEventColumns(national);
  return (
    <>
      <PageHeader
        title={t`Access audit`}
        detail={<Whose />}
        actions={<ExportAudit filter={filter} />}
      />
      <PatientFinder action={t`Who accessed this patient`} />
      <EventFilters national={national} />
      <PagedTable
        paged={paged}
        label={t`Access audit`}
        columns={columns}
        rowKey={(event) => event.id}
        empty={
          Object.keys(filter).length > 0 ? (
            <Trans>No event meets these conditions</Trans>
          ) : (
            <Trans>Nothing has been recorded yet</Trans>
          )
        }
      />
    </>
  );
}

/** Whose events the account sees, and in which order. */
function Whose() {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  const whose = me.institution ? label(me.institution.name) : t`all institutions`;
  return <Trans>of the accounts of {whose}, newest first; reading it is recorded too</Trans>;
}

function EventFilters({ national }: { national: boolean }) {
  const { t, i18n } = useLingui();
  const [search, set] = useSearchState();
  const { from = null, to = null } = daysOf(search);
  return (
    <Filters names={names}>
      <SearchField label={t`Account, whole`} name="account" />
      {national && <InstitutionFilter />}
      <SelectFilter
        label={t({ context: 'audit', message: 'Action' })}
        name="action"
        choices={actions.map((value) => ({ value, words: i18n._(actionWords[value]) }))}
      />
      <DateField label={t`From day`} value={from} onChange={(day) => set({ from: day })} />
      <DateField label={t`To day`} value={to} onChange={(day) => set({ to: day })} />
    </Filters>
  );
}
