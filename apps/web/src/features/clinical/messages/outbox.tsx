/** The institution's letters and text messages, the latest planned first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import type { Paged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import { PatientLink } from '../../../design/patient-link.tsx';
import type { Column } from '../../../design/table/model.ts';
import type { ListedMessage } from './data.ts';
import { Standing } from './standing.tsx';
import { CHANNELS, channelWords, OCCASIONS, occasionWords, STATES, stateWords } from './words.ts';

const MessageDialog = lazy(async () => ({
  default: (await import('./message-dialog.tsx')).MessageDialog,
}));

export function Outbox({ paged }: { paged: Paged<ListedMessage> }) {
  const { t, i18n } = useLingui();
  const [search, set] = useSearchState();
  const [open, setOpen] = useState<ListedMessage | null>(null);
  const box = { minWidth: 150, flex: { xs: '1 1 45%', sm: '0 1 auto' } };
  const columns = useColumns(setOpen);
  const every = { value: '', words: t`All` };
  return (
    <>
      <Filters names={['state', 'channel', 'occasion']}>
        <SelectBox
          label={t`Status`}
          choices={[
            every,
            ...STATES.map((one) => ({ value: one, words: i18n._(stateWords[one]) })),
          ]}
          chosen={[search.state ?? '']}
          onChange={([next]) => set({ state: next || undefined })}
          sx={box}
          always
        />
        <SelectBox
          label={t`How it is sent`}
          choices={[
            every,
            ...CHANNELS.map((one) => ({ value: one, words: i18n._(channelWords[one]) })),
          ]}
          chosen={[search.channel ?? '']}
          onChange={([next]) => set({ channel: next || undefined })}
          sx={box}
          always
        />
        <SelectBox
          label={t`What it is about`}
          choices={[
            every,
            ...OCCASIONS.map((one) => ({ value: one, words: i18n._(occasionWords[one]) })),
          ]}
          chosen={[search.occasion ?? '']}
          onChange={([next]) => set({ occasion: next || undefined })}
          sx={box}
          always
        />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Letters and text messages`}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<Trans>No letter or text message stands so</Trans>}
      />
      {open !== null && (
        <Suspense>
          <MessageDialog
            message={open}
            name={open.patient.identity.name}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}

function useColumns(onOpen: (message: ListedMessage) => void): Column<ListedMessage>[] {
  const { t, i18n } = useLingui();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(
    () => [
      {
        id: 'patient',
        header: t`Patient`,
        width: 'minmax(110px, 1fr)',
        cell: ({ patient }) => <PatientLink patient={patient} />,
      },
      {
        id: 'occasion',
        header: t`What it is about`,
        width: 'minmax(140px, 1.2fr)',
        cell: ({ occasion }) => i18n._(occasionWords[occasion]),
      },
      {
        id: 'channel',
        header: t`How it is sent`,
        width: '130px',
        cell: ({ channel }) => i18n._(channelWords[channel]),
      },
      {
        id: 'template',
        header: t`Template`,
        width: 'minmax(120px, 1.2fr)',
        cell: ({ template, templateVersion }) => (
          <span title={template}>
            {template} · {templateVersion}
          </span>
        ),
      },
      { id: 'on', header: t`Send from`, width: '110px', cell: ({ sendOn }) => sendOn },
      {
        id: 'state',
        header: t`Status`,
        width: 'minmax(190px, 2fr)',
        cell: (message) => <Standing message={message} />,
      },
      { id: 'by', header: t`Account`, width: '130px', cell: ({ plannedBy }) => plannedBy },
      {
        id: 'open',
        header: t`Action`,
        width: '100px',
        cell: (message) => (
          <Button
            size="small"
            variant="outlined"
            aria-label={t`Open the message: ${message.patient.identity.name}`}
            onClick={() => onOpen(message)}
          >
            <Trans>Open …</Trans>
          </Button>
        ),
      },
    ],
    [t],
  );
}
