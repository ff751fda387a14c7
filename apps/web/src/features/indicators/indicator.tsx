/** One indicator: what it asks, how it stands by year, and of whom it falls short. */
import { Trans, useLingui } from '@lingui/react/macro';
import { AppLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import { CaseList } from './case-list.tsx';
import type { Indicator, ReadCases } from './data.ts';
import { Rate, RateBar } from './figures.tsx';
import { seenWords } from './words.ts';

export function OneIndicator({
  indicator,
  path,
  read,
}: {
  indicator: Indicator;
  path: string;
  read: ReadCases;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { code, title, all } = indicator;
  return (
    <>
      <PageHeader
        title={`${code} ${label(title)}`}
        detail={
          <AppLink to={path as string} params={{} as never} search={{} as never}>
            <Trans>All indicators</Trans>
          </AppLink>
        }
      />
      <Definition indicator={indicator} />
      <Panel title={t`At your institution`}>
        <Facts
          facts={[
            { name: t`Met, of those judged (95% interval)`, value: <Rate figures={all} /> },
            { name: t`Met`, value: formatCount(all.met) },
            { name: t`Not met`, value: formatCount(all.notMet) },
            { name: t`Cannot be judged`, value: formatCount(all.cannotBeJudged) },
          ]}
        />
      </Panel>
      <ByYear indicator={indicator} />
      {indicator.missing.length > 0 && (
        <Panel title={t`Why cases cannot be judged`} flush>
          <SimpleTable
            label={t`Why cases cannot be judged`}
            rows={indicator.missing}
            rowKey={({ fact }) => fact.en}
            columns={[
              { header: t`Not known`, cell: ({ fact }) => label(fact) },
              { header: t`Cases`, align: 'right', cell: ({ cases }) => formatCount(cases) },
            ]}
          />
        </Panel>
      )}
      <CaseList indicator={indicator} read={read} />
    </>
  );
}

function Definition({ indicator }: { indicator: Indicator }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { denominator, exclusions, numerator, window, source, seen, expected, notReleased } =
    indicator;
  return (
    <Panel title={t`Definition of the indicator`}>
      <Facts
        facts={[
          { name: t`Population`, value: label(denominator) },
          { name: t`Left out, and why`, value: exclusions.map((one) => label(one)).join('; ') },
          { name: t`What counts`, value: label(numerator) },
          { name: t`Within which time`, value: label(window) },
          {
            name: t`Direction`,
            value:
              expected === null
                ? t`more is better; the source names no rate`
                : t`more is better; the source expects ${expected}%`,
          },
          { name: t`Source`, value: t`${source}. ${i18n._(seenWords[seen])}.` },
          {
            name: t`In releases`,
            value:
              notReleased === null
                ? t`frozen with each release, under Quality of care`
                : label(notReleased),
          },
        ]}
      />
    </Panel>
  );
}

function ByYear({ indicator: { years, expected } }: { indicator: Indicator }) {
  const { t } = useLingui();
  if (years.length === 0) return null;
  return (
    <Panel title={t`By year of diagnosis`} flush>
      <SimpleTable
        label={t`By year of diagnosis`}
        stacks
        rows={years.toReversed()}
        rowKey={({ year }) => year}
        maxHeight={320}
        columns={[
          { header: t`Year`, cell: ({ year }) => year },
          {
            header: t`Met, of those judged (95% interval)`,
            cell: ({ figures }) => <Rate figures={figures} />,
            nowrap: true,
          },
          {
            header: t`0 to 100%`,
            leastWidth: 120,
            cell: ({ figures }) => <RateBar figures={figures} expected={expected} />,
          },
          { header: t`Met`, align: 'right', cell: ({ figures }) => formatCount(figures.met) },
          {
            header: t`Not met`,
            align: 'right',
            cell: ({ figures }) => formatCount(figures.notMet),
          },
          {
            header: t`Cannot be judged`,
            align: 'right',
            cell: ({ figures }) => formatCount(figures.cannotBeJudged),
          },
        ]}
      />
    </Panel>
  );
}
