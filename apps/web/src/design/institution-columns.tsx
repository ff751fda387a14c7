/** What a list shows of an institution. */
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../format/quantity.ts';
import type { InstitutionDetailFragment } from '../graph/generated/graphql.ts';
import { useLabel } from '../i18n/label.ts';
import type { Column } from './table/model.ts';
import { tierWords } from './words.ts';

const tiers = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'GENERAL'];

export function useInstitutionColumns<Row extends InstitutionDetailFragment>(
  name?: (row: Row) => ReactNode,
): Column<Row>[] {
  const { i18n, t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as labels do
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Name`,
        width: 'minmax(220px, 2.4fr)',
        cell: (r) => (name ? name(r) : label(r.name)),
        order: (r) => label(r.name),
      },
      {
        id: 'code',
        header: t`Code`,
        width: 'minmax(90px, 0.8fr)',
        cell: (r) => r.code,
        order: (r) => r.code,
      },
      {
        id: 'tier',
        header: t`Tier`,
        width: 'minmax(170px, 1.2fr)',
        cell: (r) => i18n._(tierWords[r.tier]),
        order: (r) => tiers.indexOf(r.tier),
      },
      {
        id: 'region',
        header: t`Region`,
        width: 'minmax(100px, 1fr)',
        cell: (r) => label(r.region.shortName),
        order: (r) => r.region.code,
      },
      {
        id: 'persons',
        header: t`Inhabitants of the region`,
        width: 'minmax(170px, 1fr)',
        align: 'end',
        cell: (r) => {
          const persons = r.region.populations[0]?.persons;
          return persons === undefined ? '—' : formatCount(persons);
        },
        order: (r) => r.region.populations[0]?.persons ?? null,
      },
    ],
    [t, name],
  );
}
