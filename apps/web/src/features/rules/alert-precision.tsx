/** What became of the alerts that a rule raised, for who decides whether it stays in force. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Facts, Panel } from '../../design/page.tsx';
import { execute } from '../../graph/execute.ts';
import { AlertPrecisionDocument } from '../../graph/generated/graphql.ts';

export function AlertPrecision({ ruleId }: { ruleId: string }) {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['alert-precision'],
    queryFn: async ({ signal }) =>
      (await execute(AlertPrecisionDocument, {}, signal)).clinicalRules,
  });
  const alerts = data?.find(({ id }) => id === ruleId)?.alerts;
  if (!alerts) return null;
  return (
    <Panel title={<Trans>What became of its alerts</Trans>} detail={t`the whole network`}>
      <Facts
        facts={[
          { name: t`Open`, value: alerts.open },
          { name: t`Recurrence confirmed`, value: alerts.confirmed },
          { name: t`Something else explained it`, value: alerts.explained },
          { name: t`Dismissed`, value: alerts.dismissed },
          { name: t`Withdrawn`, value: alerts.withdrawn },
          {
            name: t`Confirmed of those judged`,
            value:
              alerts.precision == null
                ? t`fewer than ten judged`
                : `${alerts.precision.toFixed(0)} %`,
          },
        ]}
      />
    </Panel>
  );
}
