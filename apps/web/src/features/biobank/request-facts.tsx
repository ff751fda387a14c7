/** What a request asks for, what was decided, and its shipment with its manifest. */
import { Trans, useLingui } from '@lingui/react/macro';
import { Facts, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay, formatInstant } from '../../format/date.ts';
import type { RequestFactsFragment } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { amountWords } from './tubes.tsx';
import { requestStateWords } from './words.ts';

export function RequestFacts({ request }: { request: RequestFactsFragment }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <>
      <Panel title={<Trans>What is asked for</Trans>}>
        <Facts
          facts={[
            { name: t`State`, value: i18n._(requestStateWords[request.state]) },
            { name: t`Requester`, value: label(request.requester) },
            { name: t`Asked on`, value: formatDay(request.requestedAt) },
            { name: t`Purpose`, value: request.purpose },
            { name: t`Cohort`, value: request.cohort ? label(request.cohort) : null },
            { name: t`Cancer site`, value: request.siteGroup },
            { name: t`Type`, value: label(request.type.label) },
            {
              name: t`Preservation`,
              value: request.preservation ? label(request.preservation.label) : t`any`,
            },
            {
              name: t`At least`,
              value:
                request.minAmount === null
                  ? t`any`
                  : amountWords({ amount: request.minAmount, unit: request.unit ?? '' }),
            },
            { name: t`Aliquots`, value: request.wanted },
            {
              name: t`Consent has to cover`,
              value: request.uses.map((use) => label(use.label)).join(', '),
            },
          ]}
        />
      </Panel>
      {request.decidedAt !== null && (
        <Panel title={<Trans>Decision of the committee</Trans>}>
          <Facts
            facts={[
              { name: t`Decided`, value: formatDay(request.decidedAt) },
              { name: t`Members`, value: request.members },
              { name: t`Reason`, value: request.reason },
            ]}
          />
        </Panel>
      )}
      {request.shippedAt !== null && (
        <Panel flush title={<Trans>Shipment {request.shipment}</Trans>}>
          <div style={{ padding: '0 16px 12px' }}>
            <Facts
              facts={[
                { name: t`Courier`, value: request.courier },
                { name: t`Shipped`, value: formatInstant(request.shippedAt) },
                {
                  name: t`Received`,
                  value: request.deliveredAt && formatInstant(request.deliveredAt),
                },
                { name: t`Condition`, value: request.condition },
              ]}
            />
          </div>
          <SimpleTable
            label={t`Manifest`}
            rows={request.manifest}
            rowKey={(one) => one.barcode}
            stacks
            columns={[
              { header: t`Barcode`, cell: (one) => one.barcode },
              { header: t`Type`, cell: (one) => label(one.type.label) },
              { header: t`Preservation`, cell: (one) => label(one.preservation.label) },
              { header: t`Amount`, cell: amountWords, align: 'right' },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
