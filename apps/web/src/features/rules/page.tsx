/** Which clinical rules are in force and since when, and one of them with its inputs, its history and its trial. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay } from '../../format/date.ts';
import { useLabel } from '../../i18n/label.ts';
import { OneRule } from './one-rule.tsx';
import { type Rule, rulesQuery } from './queries.ts';
import { markWords, standingWords } from './words.ts';

export function RulesPage() {
  const { t } = useLingui();
  const { ruleId } = useParams({ strict: false });
  const query = useQuery(rulesQuery);
  if (query.isPending) return <LoadingRows rows={12} />;
  if (query.isError)
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  if (ruleId === undefined) return <EveryRule rules={query.data} />;
  const rule = query.data.find(({ id }) => id === ruleId);
  return rule ? <OneRule key={rule.id} rule={rule} back={t`All clinical rules`} /> : <NotFound />;
}

function EveryRule({ rules }: { rules: readonly Rule[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const base = useLocation({ select: ({ pathname }) => pathname.split('/')[1] });
  const on = rules.filter(({ inForce }) => inForce).length;
  return (
    <>
      <PageHeader
        title={t`Clinical rules`}
        detail={
          <Trans>
            {on} of {rules.length} in force
          </Trans>
        }
      />
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>
          Stage tables, scores and criteria are shown on patients’ pages only where the clinical
          board has switched them on. Each says where it comes from, and nothing a rule says is a
          recommendation. An installation begins with the stage tables and the stage check alone.
        </Trans>
      </Alert>
      <Panel flush title={<Trans>Rules installed</Trans>}>
        <SimpleTable
          stacks
          label={t`Rules installed`}
          rows={rules}
          rowKey={(rule) => rule.id}
          columns={[
            {
              header: t`Rule`,
              leastWidth: 200,
              order: (rule) => label(rule.title),
              cell: (rule) => (
                <AppLink
                  to={
                    base === 'clinical'
                      ? '/clinical/rules/{-$ruleId}'
                      : '/data-centre/rules/{-$ruleId}'
                  }
                  params={{ ruleId: rule.id }}
                  search={{}}
                >
                  {label(rule.title)}
                </AppLink>
              ),
            },
            { header: t`Version`, align: 'right', cell: (rule) => rule.version },
            {
              header: t`In force`,
              nowrap: true,
              order: (rule) => (rule.inForce ? 0 : 1),
              cell: (rule) => <InForce rule={rule} />,
            },
            {
              header: t`Why`,
              leastWidth: 160,
              cell: (rule) => i18n._(standingWords[rule.standing]),
            },
            {
              header: t`Compared with its source`,
              leastWidth: 130,
              order: (rule) => rule.mark,
              cell: (rule) => i18n._(markWords[rule.mark]),
            },
            { header: t`Source`, leastWidth: 220, cell: (rule) => label(rule.source) },
            {
              header: t`Population`,
              leastWidth: 200,
              cell: (rule) => rule.population && label(rule.population),
            },
          ]}
        />
      </Panel>
    </>
  );
}

export function InForce({ rule }: { rule: Rule }) {
  const { t } = useLingui();
  const since = rule.switches[0];
  if (!rule.inForce) return <Chip size="small" variant="outlined" label={t`not in force`} />;
  return (
    <Chip
      size="small"
      color="success"
      variant="outlined"
      label={
        rule.standing === 'BOARD' && since
          ? t`in force since ${formatDay(since.at)}`
          : t`in force as installed`
      }
    />
  );
}
