/** Specimens in a table. */
import { useLingui } from '@lingui/react/macro';
import { AppLink } from '../../design/links.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import type { TubeFactsFragment } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { levelWords, specimenStateWords } from './words.ts';

export function SpecimenLink({ id, barcode }: { id: string; barcode: string }) {
  return (
    <AppLink to="/biobank/specimens/{-$specimenId}" params={{ specimenId: id }} search={{}}>
      {barcode}
    </AppLink>
  );
}

export const amountWords = ({ amount, unit }: { amount: number; unit: string }): string =>
  `${amount} ${unit === '{piece}' ? '×' : unit}`;

export function TubeTable({
  label: name,
  tubes,
  maxHeight,
}: {
  label: string;
  tubes: readonly TubeFactsFragment[];
  maxHeight?: number;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <SimpleTable
      label={name}
      rows={tubes}
      rowKey={(tube) => tube.id}
      stacks
      {...(maxHeight === undefined ? {} : { maxHeight })}
      columns={[
        { header: t`Barcode`, cell: (tube) => <SpecimenLink {...tube} />, nowrap: true },
        { header: t`Position`, cell: (tube) => tube.position, nowrap: true },
        { header: t`Type`, cell: (tube) => label(tube.type.label) },
        { header: t`Level`, cell: (tube) => i18n._(levelWords[tube.level]) },
        { header: t`Left`, cell: amountWords, align: 'right' },
        { header: t`State`, cell: (tube) => i18n._(specimenStateWords[tube.state]) },
        { header: t`Donor`, cell: (tube) => tube.donor?.code ?? '—', nowrap: true },
      ]}
    />
  );
}
