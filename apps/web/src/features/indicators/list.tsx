/** The indicators of an institution, each with how its cases stand. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { SITE_GROUPS } from '@nodp/terminology';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import type { Indicator } from './data.ts';
import { Rate, RateBar } from './figures.tsx';

export function IndicatorList({
  indicators,
  path,
}: {
  indicators: readonly Indicator[];
  path: string;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const site = (id: string) => {
    const known = SITE_GROUPS.find((group) => group.id === id);
    return known ? label(known.label) : id;
  };
  const judged = indicators.filter(({ notJudged }) => notJudged === null);
  const others = indicators.filter(({ notJudged }) => notJudged !== null);
  return (
    <>
      <PageHeader
        title={t`Quality indicators`}
        detail={
          <Trans>
            Your institution’s own cases, judged as records come. They are exact and stay here.
          </Trans>
        }
      />
      {me?.institution === null && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            A national account has no cases of its own: figures of institutions stand under Quality
            of care.
          </Trans>
        </Alert>
      )}
      <Panel title={t`Judged from records`} detail={t`the line is what the source expects`} flush>
        <SimpleTable
          label={t`Quality indicators`}
          stacks
          rows={judged}
          rowKey={({ code }) => code}
          columns={[
            {
              header: t`Indicator`,
              leastWidth: 180,
              cell: ({ code, title }) => (
                <AppLink to={path as string} params={{ code } as never} search={{} as never}>
                  {code} {label(title)}
                </AppLink>
              ),
              order: ({ code }) => code,
            },
            {
              header: t`Cancer`,
              cell: ({ sites }) => sites.map(site).join(', '),
              nowrap: true,
              order: ({ sites }) => sites.map(site).join(', '),
            },
            {
              header: t`Met, of those judged (95% interval)`,
              leastWidth: 130,
              cell: ({ all }) => <Rate figures={all} />,
              order: ({ all }) => all.rate,
            },
            {
              header: t`0 to 100%`,
              leastWidth: 100,
              cell: ({ all, expected }) => <RateBar figures={all} expected={expected} />,
            },
            {
              header: t`Not met`,
              align: 'right',
              cell: ({ all }) => formatCount(all.notMet),
              order: ({ all }) => all.notMet,
            },
            {
              header: t`Cannot be judged`,
              align: 'right',
              cell: ({ all }) => formatCount(all.cannotBeJudged),
              order: ({ all }) => all.cannotBeJudged,
            },
            {
              header: t`Expected`,
              align: 'right',
              cell: ({ expected }) => (expected === null ? '—' : `${expected}%`),
              order: ({ expected }) => expected,
            },
          ]}
        />
      </Panel>
      {others.length > 0 && (
        <Panel title={t`Not judged, and why`}>
          {others.map(({ code, title, notJudged }) => (
            <p key={code}>
              <strong>
                {code} {label(title)}
              </strong>
              : {notJudged && label(notJudged)}
            </p>
          ))}
        </Panel>
      )}
    </>
  );
}
