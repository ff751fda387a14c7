/** Records that an edit holds back, for who sent them: listed, and one opened. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectFilter } from '../../../design/filters/select-filter.tsx';
import { AppLink } from '../../../design/links.tsx';
import { Tag } from '../../../design/marks.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import { Empty } from '../../../design/states.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { ApplyEdits } from './apply-edits.tsx';
import { HeldRecord } from './detail.tsx';
import { type HeldRow, type ListedEdit, readEdits, readHeld } from './requests.ts';
import { stateColours, stateWords } from './words.ts';

export function HeldPage() {
  const { t } = useLingui();
  const label = useLabel();
  const { heldId } = useParams({ strict: false }) as { heldId?: string };
  const { data: me } = useQuery(meQuery);
  const edits = useQuery({
    queryKey: ['edits'],
    queryFn: ({ signal }) => readEdits(signal),
    enabled: me !== undefined && me.institution !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (me === undefined) return null;
  if (me.institution === null)
    return (
      <>
        <PageHeader title={t`Held records`} />
        <Empty>
          <Trans>
            A national account sees no record: the data manager of the institution that sent it
            decides on it.
          </Trans>
        </Empty>
        <ApplyEdits />
      </>
    );
  if (heldId) return <HeldRecord id={heldId} edits={edits.data ?? []} />;
  const whose = label(me.institution.name);
  return (
    <>
      <PageHeader title={t`Held records`} detail={<Trans>of {whose}, newest first</Trans>} />
      <HeldList edits={edits.data ?? []} />
    </>
  );
}

interface Page {
  readonly edges: { node: HeldRow }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function HeldList({ edits }: { edits: readonly ListedEdit[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const decided = search.state === 'decided';
  const edit = search.edit?.split(',')[0] ?? null;
  const paged = usePaged<HeldRow, Page>(['held', decided, edit], async (after, signal) => {
    const { rows, next } = await readHeld({ decided, edit, after }, signal);
    return {
      edges: rows.map((node) => ({ node })),
      pageInfo: { hasNextPage: next !== null, endCursor: next },
    };
  });
  const columns = useHeldColumns(edits, decided);
  return (
    <>
      <Alert severity="info" sx={{ mb: 1.5 }}>
        <Trans>
          Records that cannot be true are withheld from patients’ pages, rules, releases and figures
          until you correct them, accept them as they are for a reason, or send them again.
        </Trans>
      </Alert>
      <Filters names={['edit']}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={decided ? 'decided' : 'held'}
          aria-label={t`Which records`}
          onChange={(_, chosen) => {
            if (chosen) set({ state: chosen === 'decided' ? 'decided' : undefined });
          }}
        >
          <ToggleButton value="held">
            <Trans>Held now</Trans>
          </ToggleButton>
          <ToggleButton value="decided">
            <Trans>Decided</Trans>
          </ToggleButton>
        </ToggleButtonGroup>
        <SelectFilter
          label={t`Edit`}
          name="edit"
          choices={edits
            .filter(({ severity }) => severity === 'quarantine')
            .map(({ id, title }) => ({ value: id, words: label(title) }))}
        />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Held records`}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          edit !== null ? (
            <Trans>No record meets these conditions</Trans>
          ) : decided ? (
            <Trans>Nothing was decided yet</Trans>
          ) : (
            <Trans>No record is held</Trans>
          )
        }
      />
    </>
  );
}

function useHeldColumns(edits: readonly ListedEdit[], decided: boolean): Column<HeldRow>[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(() => {
    const titles = new Map(edits.map(({ id, title }) => [id, label(title)]));
    return [
      {
        id: 'record',
        header: t`Record`,
        width: 'minmax(170px, 1fr)',
        wraps: true,
        cell: (row) => (
          <AppLink
            to={'/data-centre/held/{-$heldId}' as string}
            params={{ heldId: row.id } as never}
            search={(former: object) => former as never}
            preload={false}
            sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}
          >
            {row.sourceType}/{row.sourceId}
          </AppLink>
        ),
      },
      {
        id: 'edit',
        header: t`Edit`,
        width: 'minmax(150px, .8fr)',
        wraps: true,
        yields: 1,
        cell: (row) =>
          [...new Set(row.reasons.map((one) => titles.get(one.edit) ?? one.edit))].join(', '),
      },
      {
        id: 'reason',
        header: t`What is wrong`,
        width: 'minmax(230px, 2fr)',
        wraps: true,
        cell: (row) => row.reasons.map(({ reason }) => label(reason)).join(' '),
      },
      ...(decided
        ? [
            {
              id: 'state',
              header: t`Decision`,
              width: '150px',
              cell: (row: HeldRow) => (
                <Tag colour={stateColours[row.state]}>{i18n._(stateWords[row.state])}</Tag>
              ),
            },
            {
              id: 'by',
              header: t`By`,
              width: '130px',
              yields: 2,
              cell: (row: HeldRow) => row.decidedBy ?? '—',
            },
          ]
        : []),
      {
        id: 'at',
        header: decided ? t`Decided at` : t`Held since`,
        width: '148px',
        yields: 3,
        cell: (row) => formatInstant((decided ? row.decidedAt : null) ?? row.heldAt),
      },
    ];
  }, [t, edits, decided]);
}
