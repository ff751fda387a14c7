/** What the biobank does with a request: decides, picks, ships. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { execute } from '../../graph/execute.ts';
import {
  DecideSpecimenRequestDocument,
  ReserveSpecimensDocument,
  ShipSpecimensDocument,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { numberOf, WordsField } from './fields.tsx';
import { type Request, useChange } from './queries.ts';
import { ReceiptButton } from './receipt.tsx';
import { amountWords, SpecimenLink } from './tubes.tsx';
import { lineWords } from './words.ts';

export function RequestWork({ request }: { request: Request }) {
  const [opened, setOpened] = useState<'decide' | 'ship' | null>(null);
  const close = () => setOpened(null);
  const reserved = request.lines.filter(({ state }) => state === 'RESERVED');
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, mb: 2, flexWrap: 'wrap' }}>
        {request.state === 'SUBMITTED' && (
          <Button variant="contained" onClick={() => setOpened('decide')}>
            <Trans>Record the committee’s decision</Trans>
          </Button>
        )}
        {request.state === 'APPROVED' && (
          <Button
            variant="contained"
            disabled={reserved.length === 0}
            onClick={() => setOpened('ship')}
          >
            <Trans>Ship what is reserved</Trans>
          </Button>
        )}
        {request.state === 'SHIPPED' && <ReceiptButton request={request.id} />}
      </Stack>
      {request.lines.length > 0 && <PickingList request={request} />}
      {request.state === 'APPROVED' && <Eligible request={request} />}
      {opened === 'decide' && <DecideDialog request={request} onClose={close} />}
      {opened === 'ship' && (
        <ShipDialog request={request} count={reserved.length} onClose={close} />
      )}
    </>
  );
}

function PickingList({ request }: { request: Request }) {
  const { t, i18n } = useLingui();
  const change = useChange();
  return (
    <Panel flush title={<Trans>Picking list</Trans>} detail={<Trans>by place</Trans>}>
      <SimpleTable
        label={t`Picking list`}
        rows={request.lines}
        rowKey={(line) => line.specimen.id}
        stacks
        columns={[
          {
            header: t`Place`,
            cell: ({ specimen }) => specimen.place.map(({ name }) => name).join(' › ') || '—',
          },
          { header: t`Position`, cell: ({ specimen }) => specimen.position },
          { header: t`Barcode`, cell: ({ specimen }) => <SpecimenLink {...specimen} /> },
          { header: t`Amount`, cell: ({ specimen }) => amountWords(specimen), align: 'right' },
          { header: t`State`, cell: ({ state }) => i18n._(lineWords[state]) },
          {
            header: t`Action`,
            cell: ({ state, specimen }) =>
              state === 'RESERVED' && (
                <Button
                  size="small"
                  aria-label={t`Give ${specimen.barcode} back`}
                  disabled={change.isPending}
                  onClick={() =>
                    change.mutate(() =>
                      execute(ReserveSpecimensDocument, {
                        request: request.id,
                        specimens: [specimen.id],
                        kept: false,
                      }),
                    )
                  }
                >
                  <Trans>Give back</Trans>
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}

function Eligible({ request }: { request: Request }) {
  const { t } = useLingui();
  const label = useLabel();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const change = useChange(() => setChosen([]));
  const tubes = request.eligible.edges.map(({ node }) => node);
  const reserve = () =>
    execute(ReserveSpecimensDocument, {
      request: request.id,
      specimens: [...chosen],
      kept: true,
    });
  return (
    <Panel
      flush
      title={<Trans>Aliquots that it could have</Trans>}
      detail={<Trans>enough of them, in storage, with a consent that covers it</Trans>}
      actions={
        <Button
          variant="contained"
          size="small"
          disabled={chosen.length === 0 || change.isPending}
          onClick={() => change.mutate(reserve)}
        >
          <Trans>Reserve {chosen.length}</Trans>
        </Button>
      }
    >
      {change.isError && <Alert severity="error">{change.error.message}</Alert>}
      {tubes.length === 0 ? (
        <Alert severity="info">
          <Trans>No aliquot in your storage is so.</Trans>
        </Alert>
      ) : (
        <SimpleTable
          label={t`Aliquots that it could have`}
          rows={tubes}
          rowKey={(tube) => tube.id}
          maxHeight={420}
          columns={[
            {
              header: t`Choose`,
              cell: (tube) => (
                <Checkbox
                  size="small"
                  sx={{ p: 0 }}
                  slotProps={{ input: { 'aria-label': t`Choose ${tube.barcode}` } }}
                  checked={chosen.includes(tube.id)}
                  onChange={(_, on) =>
                    setChosen(on ? [...chosen, tube.id] : chosen.filter((id) => id !== tube.id))
                  }
                />
              ),
            },
            { header: t`Barcode`, cell: (tube) => <SpecimenLink {...tube} />, nowrap: true },
            { header: t`Preservation`, cell: (tube) => label(tube.preservation.label) },
            { header: t`Left`, cell: amountWords, align: 'right' },
            { header: t`Donor`, cell: (tube) => tube.donor?.code ?? '—' },
          ]}
        />
      )}
    </Panel>
  );
}

function DecideDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useLingui();
  const [members, setMembers] = useState('');
  const [reason, setReason] = useState('');
  const change = useChange(onClose);
  const decide = (approved: boolean) =>
    change.mutate(() =>
      execute(DecideSpecimenRequestDocument, { id: request.id, approved, members, reason }),
    );
  const complete = members.trim().length > 1 && reason.trim().length > 2 && !change.isPending;
  return (
    <FormDialog
      title={<Trans>The committee’s decision</Trans>}
      submit={<Trans>Approve</Trans>}
      disabled={!complete}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => decide(true)}
      onClose={onClose}
    >
      <WordsField label={t`Members present`} value={members} onChange={setMembers} />
      <WordsField label={t`Reason`} value={reason} onChange={setReason} lines={3} />
      <Button color="error" disabled={!complete} onClick={() => decide(false)}>
        <Trans>Refuse instead</Trans>
      </Button>
    </FormDialog>
  );
}

function ShipDialog({
  request,
  count,
  onClose,
}: {
  request: Request;
  count: number;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [number, setNumber] = useState('');
  const [courier, setCourier] = useState('');
  const [celsius, setCelsius] = useState('');
  const change = useChange(onClose);
  const ship = () =>
    execute(ShipSpecimensDocument, {
      request: request.id,
      number,
      courier,
      celsius: numberOf(celsius),
    });
  return (
    <FormDialog
      title={<Trans>Ship what is reserved</Trans>}
      submit={<Trans>Ship</Trans>}
      disabled={number.trim() === '' || courier.trim() === '' || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(ship)}
      onClose={onClose}
    >
      <Alert severity="info">
        <Trans>{count} aliquots leave; every donor’s consent is checked as they do.</Trans>
      </Alert>
      <WordsField label={t`Number of the manifest`} value={number} onChange={setNumber} />
      <WordsField label={t`Courier`} value={courier} onChange={setCourier} />
      <WordsField
        label={t`Temperature, °C`}
        value={celsius}
        onChange={setCelsius}
        type="number"
        optional
      />
    </FormDialog>
  );
}
