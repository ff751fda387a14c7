/** What care cost: lines of bills, and their sums by year. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords } from '../../../../design/code-words.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatInstant, formatPartialDate } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientCostsDocument,
  type PatientCostsQuery,
} from '../../../../graph/generated/graphql.ts';
import { TermWords } from '../term.tsx';
import { Folded } from './folded.tsx';

type Costs = NonNullable<PatientCostsQuery['patient']>;

export function Panel({ patientId }: { patientId: string }) {
  const { t } = useLingui();
  return <Folded title={t`Costs`}>{() => <Costs patientId={patientId} />}</Folded>;
}

function Costs({ patientId }: { patientId: string }) {
  const query = useQuery({
    queryKey: ['patient-costs', patientId],
    queryFn: async ({ signal }) =>
      (await execute(PatientCostsDocument, { id: patientId }, signal)).patient,
    staleTime: 60_000,
  });
  if (query.isPending) return <LoadingRows rows={4} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || query.data.costItems.length === 0)
    return (
      <Empty>
        <Trans>No cost is recorded</Trans>
      </Empty>
    );
  return (
    <>
      <Years years={query.data.costYears} />
      <Items items={query.data.costItems} />
    </>
  );
}

function Years({ years }: { years: Costs['costYears'] }) {
  const { t } = useLingui();
  return (
    <SimpleTable
      label={t`Costs by year`}
      rows={years}
      rowKey={(year) => `${year.year} ${year.currency}`}
      columns={[
        { header: t`Year`, cell: (y) => y.year ?? t`Not dated`, nowrap: true },
        { header: t`Lines`, cell: (y) => y.items, align: 'right' },
        {
          header: t`Amount charged`,
          cell: (y) => formatMoney(y.amount, y.currency),
          align: 'right',
        },
        {
          header: t`Paid by insurance`,
          cell: (y) => formatMoney(y.insurancePaid, y.currency),
          align: 'right',
        },
        {
          header: t`Paid by the patient`,
          cell: (y) => formatMoney(y.patientPaid, y.currency),
          align: 'right',
        },
      ]}
    />
  );
}

function Items({ items }: { items: Costs['costItems'] }) {
  const { t } = useLingui();
  const code = useCodeWords();
  return (
    <>
      <SimpleTable
        label={t`Lines of bills`}
        rows={items}
        rowKey={(item) => item.id}
        maxHeight={480}
        columns={[
          { header: t`Date`, cell: (i) => formatPartialDate(i.date), nowrap: true },
          { header: t`Class of cost`, cell: (i) => i.category && <TermWords term={i.category} /> },
          { header: t`Charged item`, cell: (i) => <TermWords term={i.what} /> },
          {
            header: t`Amount charged`,
            cell: (i) => formatMoney(i.amount, i.currency),
            align: 'right',
          },
          {
            header: t`Paid by insurance`,
            cell: (i) => formatMoney(i.insurancePaid, i.currency),
            align: 'right',
          },
          {
            header: t`Paid by the patient`,
            cell: (i) => formatMoney(i.patientPaid, i.currency),
            align: 'right',
          },
          {
            header: t`Visit`,
            cell: (i) =>
              i.encounter &&
              `${code('encounter', i.encounter.class) ?? ''} ${formatInstant(i.encounter.startedAt)}`,
            nowrap: true,
          },
          {
            header: t`Not in the sums`,
            cell: (i) =>
              i.counted
                ? null
                : i.status === 'active'
                  ? t`A later bill of the same claim counts`
                  : code('status', i.status),
          },
        ]}
      />
      <Box component="p" sx={{ px: 2, typography: 'caption', color: 'text.secondary' }}>
        <Trans>
          The latest 500 lines at most; sums hold every line that counts. A claim and what insurance
          answered to it are counted once.
        </Trans>
      </Box>
    </>
  );
}
