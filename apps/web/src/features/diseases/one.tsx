/** One disease: which cases, its elements with their values and rules, and how complete they are. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { AppLink, ButtonLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { formatDay } from '../../format/date.ts';
import { formatCount, formatPercent } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import { CompletenessPanel } from './completeness.tsx';
import { ElementCard } from './element.tsx';
import { type DataSet, dataSetQuery } from './queries.ts';

export function OneDisease({ id }: { id: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(dataSetQuery(id));
  const set = query.data?.diseaseDataSet;
  if (query.isSuccess && !set) return <NotFound />;
  return (
    <>
      <PageHeader
        title={set ? label(set.label) : t`Single-disease data sets`}
        detail={
          <AppLink
            to="/research/diseases/{-$diseaseId}"
            params={{ diseaseId: undefined }}
            search={{}}
          >
            <Trans>All diseases</Trans>
          </AppLink>
        }
        actions={
          set && (
            <ButtonLink to="/research/cohorts" search={{ a: `site:${set.id}` }} variant="contained">
              <Trans>Build a cohort of it</Trans>
            </ButtonLink>
          )
        }
      />
      {query.isPending ? (
        <LoadingRows rows={10} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : set ? (
        <Answered set={set} minimum={query.data.disclosureRule.minimumCell} />
      ) : null}
    </>
  );
}

function Answered({ set, minimum }: { set: DataSet; minimum: number }) {
  const { t } = useLingui();
  const label = useLabel();
  if (set.cases === null)
    return (
      <Empty>
        <Trans>
          This release was built before there were single-disease data sets. Build the next one.
        </Trans>
      </Empty>
    );
  return (
    <>
      <Panel title={<Trans>Data set</Trans>}>
        <Facts
          facts={[
            { name: t`Definition`, value: label(set.definition) },
            {
              name: t`Cases`,
              value: set.cases.value === null ? `< ${minimum}` : formatCount(set.cases.value),
            },
            { name: t`Elements`, value: set.elements.length },
            {
              name: t`Completeness (median of the elements)`,
              value: set.completeness === null ? '—' : formatPercent(set.completeness),
            },
            {
              name: t`Release`,
              value: (
                <AppLink
                  to="/research/dictionary/{-$releaseNumber}"
                  params={{ releaseNumber: String(set.release.number) }}
                  search={{}}
                >
                  {set.release.number} · {formatDay(set.release.builtAt)}
                </AppLink>
              ),
            },
            { name: t`Table in the release`, value: <code>{set.table}</code> },
          ]}
        />
      </Panel>
      <CompletenessPanel set={set} />
      <Panel
        title={<Trans>Elements</Trans>}
        detail={
          <Trans>
            Cases by value. Fewer than {minimum} are not shown; shares are of the cases to which the
            element applies
          </Trans>
        }
      >
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
            columnGap: 3,
            rowGap: 2.5,
            pt: 0.5,
          }}
        >
          {set.elements.map((element) => (
            <ElementCard key={element.id} element={element} minimum={minimum} />
          ))}
        </Box>
      </Panel>
    </>
  );
}
