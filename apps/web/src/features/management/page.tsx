/** The national overview: one question to the graph, one page of panels. */

import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { Beneath } from '../../design/heading-level.tsx';
import { Outdated } from '../../design/outdated.tsx';
import { PageHeader, VisuallyHidden } from '../../design/page.tsx';
import { PrintRelease } from '../../design/print/parts.tsx';
import { screenOnly } from '../../design/print/styles.ts';
import { Empty, ErrorPanel } from '../../design/states.tsx';
import { QualityFindings } from '../../figures/quality-findings.tsx';
import { formatDay } from '../../format/date.ts';
import { meQuery } from '../../session/me.ts';
import { MeasureSwitch } from './filters/measure-switch.tsx';
import { OverviewFilters } from './filters/overview-filters.tsx';
import { overviewQuery, type Release } from './overview.ts';
import { ByAge } from './panels/by-age.tsx';
import { ByProvince } from './panels/by-province.tsx';
import { BySite } from './panels/by-site.tsx';
import { ByStage } from './panels/by-stage.tsx';
import { ByYear } from './panels/by-year.tsx';
import { ComparedProvinces } from './panels/compared-provinces.tsx';
import { Footnotes, RatesNote } from './panels/footnotes.tsx';
import { Submissions } from './panels/submissions.tsx';
import { Summary } from './panels/summary.tsx';
import { SurvivalCurve } from './panels/survival.tsx';
import { type Request, requestOf } from './request.ts';

export function OverviewPage() {
  const { t } = useLingui();
  const [search] = useSearchState();
  const request = useMemo(() => requestOf(search), [search]);
  const query = useQuery(overviewQuery(request));
  const release = query.data;
  const span =
    release && release.firstYear !== null && release.lastYear !== null
      ? { first: release.firstYear, last: release.lastYear }
      : null;
  return (
    <>
      <PageHeader
        title={t`National overview`}
        detail={
          release && (
            <PrintRelease>
              <Trans>
                Release {release.number} · {formatDay(release.builtAt)}
              </Trans>
            </PrintRelease>
          )
        }
        actions={
          <span {...screenOnly}>
            <MeasureSwitch measure={request.measure} />
          </span>
        }
      />
      <OverviewFilters request={request} span={span} />
      <Box sx={{ height: 4, mt: -1, mb: 0.5, flexShrink: 0 }}>
        {query.isPlaceholderData && <LinearProgress aria-label={t`Loading`} />}
      </Box>
      {query.isPending ? (
        <PanelsToCome />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : !release ? (
        <Empty>
          <Trans>
            There is no release yet. Figures come from a release of the research pool, which a
            national data manager builds.
          </Trans>
        </Empty>
      ) : (
        <Panels release={release} request={request} busy={query.isPlaceholderData} />
      )}
    </>
  );
}

function Panels({ release, request, busy }: { release: Release; request: Request; busy: boolean }) {
  const { statistics } = release;
  return (
    <Outdated keepsFocus outdated={busy}>
      <Beneath>
        <VisuallyHidden as="h2">
          <Trans>Cases and survival</Trans>
        </VisuallyHidden>
        {request.provinces.length > 1 && (
          <ComparedProvinces statistics={statistics} request={request} />
        )}
        <Summary statistics={statistics} request={request} />
        <RatesNote statistics={statistics} request={request} />
        {statistics.cases.value === null && (
          <Empty>
            <Trans>Too few cases meet the filters to be shown. Choose fewer filters.</Trans>
          </Empty>
        )}
        <Box sx={grid}>
          <Box sx={column}>
            <ByProvince statistics={statistics} request={request} />
            <ByYear statistics={statistics} request={request} />
            <SurvivalCurve statistics={statistics} closing={release.closing} />
          </Box>
          <Box sx={column}>
            <BySite statistics={statistics} request={request} />
            <ByAge statistics={statistics} />
            <ByStage statistics={statistics} />
          </Box>
        </Box>
        <WhatInstitutionsSent />
        <QualityFindings />
        <Footnotes release={release} />
      </Beneath>
    </Outdated>
  );
}

const grid = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' },
  columnGap: 2,
  alignItems: 'start',
} as const;
const column = { minWidth: 0 } as const;

/** The panels before the first answer. */
function PanelsToCome() {
  const { t } = useLingui();
  return (
    <Box role="status" aria-label={t`Loading`}>
      <Skeleton variant="rounded" height={78} sx={{ mb: 2 }} />
      <Box sx={grid}>
        {[520, 520, 280, 280].map((height, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels without identity
          <Skeleton key={i} variant="rounded" height={height} sx={{ mb: 2 }} />
        ))}
      </Box>
    </Box>
  );
}

/** For accounts that may see submissions: months in which a hospital sent little tell of few patients. */
function WhatInstitutionsSent() {
  const me = useQuery(meQuery);
  if (!me.data?.scopes.includes('submission:read')) return null;
  return (
    <>
      <VisuallyHidden as="h2">
        <Trans>Data submitted by institutions</Trans>
      </VisuallyHidden>
      <Submissions />
    </>
  );
}
