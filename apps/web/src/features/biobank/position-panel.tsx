/** The chosen position of a box: who lies there, or what is to be stored there. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Facts, Panel } from '../../design/page.tsx';
import { execute } from '../../graph/execute.ts';
import { BankedSpecimensDocument, StoreSpecimensDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { numberOf, WordsField } from './fields.tsx';
import { type Container, type Tube, useChange } from './queries.ts';
import { amountWords, SpecimenLink } from './tubes.tsx';

export function PositionPanel({
  container,
  position,
  tube,
}: {
  container: Container;
  position: string | null;
  tube: Tube | null;
}) {
  const { t } = useLingui();
  const label = useLabel();
  if (position === null)
    return (
      <Panel title={<Trans>Choose a position</Trans>}>
        <Trans>
          Arrow keys move in the grid, Enter chooses: a full position shows its specimen, a free one
          takes one.
        </Trans>
      </Panel>
    );
  if (tube === null) return <StoreHere key={position} container={container} position={position} />;
  return (
    <Panel title={<Trans>Position {position}</Trans>}>
      <Facts
        facts={[
          { name: t`Barcode`, value: <SpecimenLink {...tube} /> },
          { name: t`Type`, value: label(tube.type.label) },
          { name: t`Preservation`, value: label(tube.preservation.label) },
          { name: t`Left`, value: amountWords(tube) },
          { name: t`Donor`, value: tube.donor?.code },
        ]}
      />
    </Panel>
  );
}

function StoreHere({ container, position }: { container: Container; position: string }) {
  const { t } = useLingui();
  const [barcode, setBarcode] = useState('');
  const [celsius, setCelsius] = useState('');
  const change = useChange();
  const store = async () => {
    const wanted = barcode.trim();
    const { bankedSpecimens } = await execute(BankedSpecimensDocument, {
      search: wanted,
      first: 1,
    });
    const found = bankedSpecimens.edges.find(({ node }) => node.barcode === wanted);
    if (found === undefined) throw new Error(t`Your biobank has no specimen ${wanted}.`);
    const items = [{ specimen: found.node.id, container: container.id, position }];
    return execute(StoreSpecimensDocument, { items, celsius: numberOf(celsius) });
  };
  return (
    <Panel title={<Trans>Position {position} is free</Trans>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(store);
        }}
      >
        <Stack sx={{ gap: 1.5, mt: 1, maxWidth: 360 }}>
          <WordsField label={t`Barcode of the specimen`} value={barcode} onChange={setBarcode} />
          <WordsField
            label={t`Temperature, °C`}
            value={celsius}
            onChange={setCelsius}
            type="number"
            optional
          />
          <Button
            type="submit"
            variant="contained"
            disabled={barcode.trim() === '' || change.isPending}
          >
            <Trans>Store here</Trans>
          </Button>
        </Stack>
      </form>
      {change.isError && (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {change.error.message}
        </Alert>
      )}
    </Panel>
  );
}
