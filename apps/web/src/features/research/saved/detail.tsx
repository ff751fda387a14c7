/** A saved cohort: what it asks, its versions, what two of them ask differently, and a newer release. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { writeSteps } from '@nodp/cohorts';
import { lazy, Suspense, useState } from 'react';
import { AppLink, ButtonLink } from '../../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { DisclosureRule } from '../queries.ts';
import { Changes } from './changes.tsx';
import { Follow } from './follow.tsx';
import type { OpenCohort, Project, Version } from './queries.ts';
import { definitionOf, stepsIn } from './stored.ts';

const DescribeDialog = lazy(async () => ({
  default: (await import('./describe-dialog.tsx')).DescribeDialog,
}));

export function CohortDetail({
  cohort,
  projects,
  newest,
  rule,
  cited,
}: {
  cohort: OpenCohort;
  projects: readonly Project[];
  newest: number | null;
  rule: DisclosureRule;
  /** The digest that the address cites; null where it names the cohort. */
  cited: string | null;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [describing, setDescribing] = useState(false);
  const { latest, versions } = cohort;
  const shown = versions.find(({ hash }) => hash === cited) ?? latest;
  return (
    <>
      <PageHeader
        title={cohort.name}
        detail={
          <AppLink to="/research/saved/{-$cohortId}" params={{ cohortId: undefined }} search={{}}>
            <Trans>all saved cohorts</Trans>
          </AppLink>
        }
        actions={
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {cohort.mine && (
              <Button aria-haspopup="dialog" onClick={() => setDescribing(true)}>
                <Trans>Rename or share</Trans>
              </Button>
            )}
            <OpenInBuilder version={shown} variant="contained" />
          </Stack>
        }
      />
      {cohort.removedAt && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>It was removed from the lists and is retained for those who cite it.</Trans>
        </Alert>
      )}
      {cited !== null && shown.hash !== latest.hash && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            This address cites version {shown.number}; version {latest.number} is the latest.
          </Trans>
        </Alert>
      )}
      <Panel title={<Trans>What it asks for</Trans>}>
        {cohort.description && (
          <Typography
            variant="body2"
            sx={{ color: 'text.secondary', mb: 1, whiteSpace: 'pre-wrap' }}
          >
            {cohort.description}
          </Typography>
        )}
        <Typography variant="body1" sx={{ mb: 1.5 }}>
          {label(shown.description)}
        </Typography>
        <Facts
          facts={[
            { name: <Trans>Version</Trans>, value: shown.number },
            { name: <Trans>Release</Trans>, value: shown.releaseNumber },
            {
              name: <Trans>Cited as</Trans>,
              value: (
                <AppLink
                  to="/research/saved/{-$cohortId}"
                  params={{ cohortId: shown.hash }}
                  search={{}}
                >
                  <code>{shown.hash}</code>
                </AppLink>
              ),
            },
            { name: <Trans>Owner</Trans>, value: label(cohort.owner) },
            {
              name: <Trans>Seen by</Trans>,
              value: cohort.project?.title ?? <Trans>its owner alone</Trans>,
            },
            {
              name: <Trans>Saved</Trans>,
              value: `${label(shown.savedBy)}, ${formatInstant(shown.savedAt)}`,
            },
          ]}
        />
      </Panel>
      {newest !== null && newest > latest.releaseNumber && cohort.removedAt === null && (
        <Follow cohort={cohort} newest={newest} rule={rule} />
      )}
      <Panel flush title={<Trans>Versions</Trans>} detail={<Trans>none is ever overwritten</Trans>}>
        <SimpleTable
          label={t`Versions`}
          rows={versions}
          rowKey={({ number }) => number}
          columns={[
            {
              header: t`Version`,
              nowrap: true,
              cell: ({ number, hash }) => (hash === shown.hash ? t`${number}, shown` : number),
            },
            { header: t`Release`, align: 'right', cell: ({ releaseNumber }) => releaseNumber },
            {
              header: t`Asks for`,
              leastWidth: 240,
              cell: ({ description }) => label(description),
            },
            { header: t`What is new in it`, leastWidth: 140, cell: ({ note }) => note || '—' },
            {
              header: t`Saved`,
              leastWidth: 140,
              cell: ({ savedBy, savedAt }) => `${label(savedBy)}, ${formatInstant(savedAt)}`,
            },
            {
              header: t`Cited as`,
              nowrap: true,
              cell: ({ hash }) => (
                <AppLink to="/research/saved/{-$cohortId}" params={{ cohortId: hash }} search={{}}>
                  <code>{hash.slice(0, 12)}…</code>
                </AppLink>
              ),
            },
          ]}
        />
      </Panel>
      {versions.length > 1 && <Changes id={cohort.id} versions={versions} />}
      {describing && (
        <Suspense>
          <DescribeDialog
            cohort={cohort}
            projects={projects}
            onClose={() => setDescribing(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Opens a version where its criteria can be changed; one that is nested deeper than the builder shows cannot be. */
function OpenInBuilder({
  version,
  variant,
}: {
  version: Version;
  variant: 'contained' | 'outlined';
}) {
  const steps = stepsIn(definitionOf(version.definition));
  if (steps === null)
    return (
      <Button variant={variant} disabled>
        <Trans>Put together from others</Trans>
      </Button>
    );
  return (
    <ButtonLink
      variant={variant}
      to="/research/cohorts"
      search={{
        ...(steps.length > 0 && { a: writeSteps(steps) }),
        release: String(version.releaseNumber),
      }}
    >
      <Trans>Open in the builder</Trans>
    </ButtonLink>
  );
}
