/** The specimens of the biobank: a list, or one with its tree, its place, its consent and its custody. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Filters } from '../../design/filters/filters.tsx';
import { SearchField } from '../../design/filters/search-field.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectFilter } from '../../design/filters/select-filter.tsx';
import { PageHeader } from '../../design/page.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import type { Column } from '../../design/table/model.ts';
import { execute } from '../../graph/execute.ts';
import {
  type BankedSpecimenState,
  BankedSpecimensDocument,
  type TubeFactsFragment,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { useTerms } from './fields.tsx';
import { specimenQuery } from './queries.ts';
import { Specimen } from './specimen.tsx';
import { amountWords, SpecimenLink } from './tubes.tsx';
import { levelWords, specimenStateWords } from './words.ts';

const CollectDialog = lazy(async () => ({
  default: (await import('./collect-dialog.tsx')).CollectDialog,
}));
const pageSize = 100;
const states = Object.keys(specimenStateWords) as BankedSpecimenState[];

export function SpecimensPage() {
  const { specimenId } = useParams({ strict: false }) as { specimenId?: string };
  return specimenId === undefined ? <Specimens /> : <One id={specimenId} />;
}

function One({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(specimenQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Banked specimens`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  return query.data === null ? <NotFound /> : <Specimen key={id} specimen={query.data} />;
}

function Specimens() {
  const { t, i18n } = useLingui();
  const [{ q, type, state }] = useSearchState();
  const { of } = useTerms();
  const [adding, setAdding] = useState(false);
  const chosen = states.find((one) => one === state) ?? null;
  // One type is asked for: of several in an address the first.
  const kind = type?.split(',')[0] ?? null;
  const paged = usePaged<TubeFactsFragment>(
    ['biobank', 'specimens', q, kind, chosen],
    async (after, signal) => {
      const variables = { search: q ?? null, type: kind, state: chosen, first: pageSize, after };
      return (await execute(BankedSpecimensDocument, variables, signal)).bankedSpecimens;
    },
  );
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t`Banked specimens`}
        detail={<Trans>donors by code: the biobank reads no name</Trans>}
        actions={
          <Button variant="contained" onClick={() => setAdding(true)}>
            <Trans>Take specimens in</Trans>
          </Button>
        }
      />
      <Filters names={['q', 'type', 'state']}>
        <SearchField label={t`Barcode or donor`} />
        <SelectFilter label={t`Type`} name="type" choices={of('types')} />
        <SelectFilter
          label={t`State`}
          name="state"
          choices={states.map((value) => ({ value, words: i18n._(specimenStateWords[value]) }))}
        />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Banked specimens`}
        columns={columns}
        rowKey={(tube) => tube.id}
        empty={<Trans>No specimen is so</Trans>}
      />
      {adding && (
        <Suspense>
          <CollectDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

function useColumns(): Column<TubeFactsFragment>[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(
    () => [
      {
        id: 'barcode',
        header: t`Barcode`,
        width: 'minmax(130px, 1fr)',
        cell: (tube) => <SpecimenLink {...tube} />,
      },
      {
        id: 'type',
        header: t`Type`,
        width: 'minmax(150px, 1.2fr)',
        cell: (tube) => label(tube.type.label),
      },
      {
        id: 'level',
        header: t`Level`,
        width: '150px',
        yields: 3,
        cell: (tube) => i18n._(levelWords[tube.level]),
      },
      { id: 'amount', header: t`Left`, width: '110px', align: 'end', cell: amountWords },
      {
        id: 'state',
        header: t`State`,
        width: '150px',
        cell: (tube) => i18n._(specimenStateWords[tube.state]),
      },
      {
        id: 'position',
        header: t`Position`,
        width: '90px',
        yields: 2,
        cell: (tube) => tube.position ?? '—',
      },
      {
        id: 'donor',
        header: t`Donor`,
        width: 'minmax(100px, 1fr)',
        yields: 4,
        cell: (tube) => tube.donor?.code ?? '—',
      },
    ],
    [t],
  );
}
