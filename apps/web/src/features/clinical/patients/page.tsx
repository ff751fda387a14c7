/** The patients of the clinician's institution. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable, Total } from '../../../design/paged-table.tsx';
import { addressOfSorting } from '../../../design/table/model.ts';
import { execute } from '../../../graph/execute.ts';
import { PatientsDocument } from '../../../graph/generated/graphql.ts';
import { EmergencyButton } from '../emergency/button.tsx';
import { usePatientColumns } from './columns.tsx';
import { conditionsOf, PatientFilters } from './filters.tsx';
import { OrderPicker, orderOf, sortingOf } from './order.tsx';
import { RecentPatients } from './recent-patients.tsx';

/** Twice what a screen shows, so that the first page asks once. */
const pageSize = 60;

export function PatientsPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const conditions = { ...conditionsOf(search), order: orderOf(search) };
  const paged = usePaged(['patients', conditions], async (after, signal) => {
    const variables = { ...conditions, first: pageSize, after };
    return (await execute(PatientsDocument, variables, signal)).patients;
  });
  const columns = usePatientColumns();
  return (
    <>
      <PageHeader
        title={t`Patients`}
        detail={<Total persons count={paged.total} outdated={paged.outdated} />}
        actions={<EmergencyButton />}
      />
      <PatientFilters>
        <OrderPicker columns={columns} />
      </PatientFilters>
      <RecentPatients />
      <PagedTable
        paged={paged}
        label={t`Patients`}
        columns={columns}
        rowKey={(patient) => patient.id}
        sorting={sortingOf(search)}
        onSort={(next) => set({ sort: addressOfSorting(next) })}
        empty={<Trans>No patient meets these conditions</Trans>}
      />
    </>
  );
}
