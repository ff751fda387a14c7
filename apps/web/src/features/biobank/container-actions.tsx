/** What is done with containers: add, move, scan, print labels, read the thermometer. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import {
  AddContainerDocument,
  type ContainerKind,
  MoveContainerDocument,
  ReadThermometerDocument,
} from '../../graph/generated/graphql.ts';
import { ChoiceField, numberOf, useTerms, WordsField } from './fields.tsx';
import { type Container, useChange } from './queries.ts';
import { kindWords } from './words.ts';

const Labels = lazy(async () => ({ default: (await import('./labels.tsx')).Labels }));
const ScanDialog = lazy(async () => ({ default: (await import('./scan-dialog.tsx')).ScanDialog }));

type Opened = 'add' | 'move' | 'read' | 'scan' | 'labels';
const kinds: readonly ContainerKind[] = ['SITE', 'FREEZER', 'SHELF', 'RACK', 'BOX'];

/** Stores what a scanner of racks saw. */
export function ScanButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        <Trans>Store a rack scan</Trans>
      </Button>
      {open && (
        <Suspense>
          <ScanDialog container={null} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

export function ContainerActions({ container }: { container: Container | null }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const button = (of: Opened, words: ReactNode, main = false) => (
    <Button variant={main ? 'contained' : 'outlined'} onClick={() => setOpened(of)}>
      {words}
    </Button>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {container === null && button('add', <Trans>Add a site</Trans>, true)}
      {container !== null &&
        container.kind !== 'BOX' &&
        button('add', <Trans>Add a container in it</Trans>, true)}
      {container !== null && container.kind !== 'SITE' && button('move', <Trans>Move it</Trans>)}
      {container?.kind === 'FREEZER' && button('read', <Trans>Note its temperature</Trans>)}
      {container !== null && button('scan', <Trans>Inventory</Trans>)}
      {container !== null && button('labels', <Trans>Print labels</Trans>)}
      {opened === 'add' && <AddDialog parent={container} onClose={close} />}
      {opened === 'move' && container && <MoveDialog container={container} onClose={close} />}
      {opened === 'read' && container && <ReadDialog container={container} onClose={close} />}
      <Suspense>
        {opened === 'scan' && container && <ScanDialog container={container} onClose={close} />}
        {opened === 'labels' && container && (
          <Labels
            barcodes={[
              { barcode: container.barcode, words: container.name },
              ...container.specimens.map(({ barcode, donor }) => ({
                barcode,
                words: donor?.code ?? '',
              })),
            ]}
            onClose={close}
          />
        )}
      </Suspense>
    </Box>
  );
}

function AddDialog({ parent, onClose }: { parent: Container | null; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { of } = useTerms();
  const within = parent === null ? ['SITE' as const] : kinds.slice(kinds.indexOf(parent.kind) + 1);
  const [kind, setKind] = useState<ContainerKind>(within[0] ?? 'BOX');
  const [given, setGiven] = useState({
    name: '',
    barcode: '',
    position: '',
    rows: '',
    columns: '',
  });
  const [temperature, setTemperature] = useState('');
  const [type, setType] = useState('');
  const change = useChange(onClose);
  const set = (field: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [field]: value }));
  const add = () =>
    execute(AddContainerDocument, {
      input: {
        kind,
        name: given.name,
        barcode: given.barcode,
        parent: parent?.id ?? null,
        position: given.position || null,
        rows: numberOf(given.rows),
        columns: numberOf(given.columns),
        labels: 'LETTERS',
        allowedTypes: type === '' ? null : [type],
        temperature: temperature || null,
      },
    });
  return (
    <FormDialog
      title={parent === null ? <Trans>Add a site</Trans> : <Trans>Add in {parent.name}</Trans>}
      submit={<Trans>Add</Trans>}
      disabled={given.name.trim() === '' || given.barcode.trim() === '' || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(add)}
      onClose={onClose}
    >
      <ChoiceField
        label={t`Kind`}
        value={kind}
        choices={within.map((value) => ({ value, words: i18n._(kindWords[value]) }))}
        onChange={(value) => setKind(value as ContainerKind)}
      />
      <WordsField label={t`Name`} value={given.name} onChange={set('name')} />
      <WordsField label={t`Barcode`} value={given.barcode} onChange={set('barcode')} />
      {parent?.rows != null && (
        <WordsField
          label={t`Position`}
          value={given.position}
          onChange={set('position')}
          helper={t`free: ${parent.free.slice(0, 5).join(', ')}`}
        />
      )}
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <WordsField
          label={t`Rows`}
          value={given.rows}
          onChange={set('rows')}
          type="number"
          optional
        />
        <WordsField
          label={t`Columns`}
          value={given.columns}
          onChange={set('columns')}
          type="number"
          optional
        />
      </Box>
      <ChoiceField
        label={t`Temperature`}
        value={temperature}
        empty={t`as what it stands in`}
        choices={of('temperatures')}
        onChange={setTemperature}
      />
      <ChoiceField
        label={t`Takes`}
        value={type}
        empty={t`every type of specimen`}
        choices={of('types')}
        onChange={setType}
      />
    </FormDialog>
  );
}

function MoveDialog({ container, onClose }: { container: Container; onClose: () => void }) {
  const { t } = useLingui();
  const [parent, setParent] = useState('');
  const [position, setPosition] = useState('');
  const [celsius, setCelsius] = useState('');
  const change = useChange(onClose);
  // An address of the page is as good as its id: what is copied from another window works.
  const id = parent.trim().split('/').at(-1) ?? '';
  const move = () =>
    execute(MoveContainerDocument, {
      id: container.id,
      parent: id,
      position: position || null,
      celsius: numberOf(celsius),
    });
  return (
    <FormDialog
      title={<Trans>Move {container.name}</Trans>}
      submit={<Trans>Move</Trans>}
      disabled={id === '' || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() => change.mutate(move)}
      onClose={onClose}
    >
      <Alert severity="info">
        <Trans>
          All {container.count} specimens in it move with it; each has the move in its history.
        </Trans>
      </Alert>
      <WordsField
        label={t`Into (address of the container’s page)`}
        value={parent}
        onChange={setParent}
      />
      <WordsField label={t`Position there`} value={position} onChange={setPosition} optional />
      <WordsField
        label={t`Temperature on the way, °C`}
        value={celsius}
        onChange={setCelsius}
        type="number"
        optional
      />
    </FormDialog>
  );
}

function ReadDialog({ container, onClose }: { container: Container; onClose: () => void }) {
  const { t } = useLingui();
  const [celsius, setCelsius] = useState('');
  const change = useChange(onClose);
  return (
    <FormDialog
      title={<Trans>Temperature of {container.name}</Trans>}
      submit={<Trans>Note it</Trans>}
      disabled={numberOf(celsius) === null || change.isPending}
      problem={change.isError ? change.error.message : null}
      onSubmit={() =>
        change.mutate(() =>
          execute(ReadThermometerDocument, {
            container: container.id,
            celsius: numberOf(celsius) ?? 0,
          }),
        )
      }
      onClose={onClose}
    >
      <WordsField label={t`Degrees Celsius`} value={celsius} onChange={setCelsius} type="number" />
    </FormDialog>
  );
}
