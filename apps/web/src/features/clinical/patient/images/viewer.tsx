/** A series to look through: rendered pictures, windows, slices by wheel and keyboard. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Slider from '@mui/material/Slider';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Busy } from '../../../../design/busy.tsx';
import {
  CT_WINDOWS,
  type CtWindow,
  type Instance,
  metadataAddress,
  movedBy,
  pictureAddress,
  type Slice,
  slicesOf,
} from './slices.ts';

const windowWords = {
  softTissue: msg`Soft tissue`,
  lung: msg`Lung`,
  mediastinum: msg`Mediastinum`,
  bone: msg`Bone`,
  brain: msg`Brain`,
  liver: msg`Liver`,
} satisfies Record<CtWindow, unknown>;

/** Pictures that are fetched before they are scrolled to. */
const AHEAD = 2;

const readSlices = async (study: string, series: string, signal: AbortSignal): Promise<Slice[]> => {
  const response = await fetch(metadataAddress(study, series), {
    headers: { accept: 'application/dicom+json' },
    signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  return slicesOf((await response.json()) as Instance[]);
};

interface Shown {
  readonly study: string;
  readonly series: string;
  /** DICOM's code: of CT the windows are known. */
  readonly modality: string;
  readonly title: ReactNode;
  readonly onClose: () => void;
}

export function SeriesViewer({ study, series, modality, title, onClose }: Shown) {
  const { t } = useLingui();
  const id = useId();
  const query = useQuery({
    queryKey: ['series-slices', study, series],
    queryFn: ({ signal }) => readSlices(study, series, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullScreen>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pr: 2 }}>
        <DialogTitle id={id} sx={{ flex: 1, minWidth: 0, fontSize: 'h6.fontSize' }} noWrap>
          {title}
        </DialogTitle>
        <Button onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </Box>
      {query.isPending && <Busy label={t`Opening the series`} />}
      {query.isError && (
        <Alert
          severity="error"
          sx={{ m: 2 }}
          action={
            <Button color="inherit" onClick={() => void query.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>The images could not be opened</Trans>
        </Alert>
      )}
      {query.data?.length === 0 && (
        <Alert severity="info" sx={{ m: 2 }}>
          <Trans>This series has no pictures: it holds measurements, plans or documents.</Trans>
        </Alert>
      )}
      {query.data && query.data.length > 0 && (
        <Stack study={study} series={series} slices={query.data} isCt={modality === 'CT'} />
      )}
    </Dialog>
  );
}

function Stack({
  study,
  series,
  slices,
  isCt,
}: {
  study: string;
  series: string;
  slices: readonly Slice[];
  isCt: boolean;
}) {
  const { t } = useLingui();
  const many = slices.length;
  const [at, setAt] = useState(Math.floor((many - 1) / 2));
  const [window, setWindow] = useState<CtWindow | 'file'>('file');
  const [failed, setFailed] = useState<string | null>(null);
  const pictures = useRef<HTMLElement>(null);
  // Keys scroll from the beginning, without a click.
  useEffect(() => pictures.current?.focus(), []);
  const asked = window === 'file' ? null : CT_WINDOWS[window];
  const addressOf = (slice: Slice) => pictureAddress(study, series, slice, asked);
  const slice = slices[at];
  const ahead = slices
    .slice(at + 1, at + 1 + AHEAD)
    .map(addressOf)
    .join(' ');
  useEffect(() => {
    for (const address of ahead.split(' ').filter(Boolean)) new Image().src = address;
  }, [ahead]);
  if (!slice) return null;
  const address = addressOf(slice);
  const place = t`Image ${at + 1} of ${many}`;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}>
      <Box
        component="section"
        ref={pictures}
        tabIndex={0}
        aria-label={t`Images: arrow keys, Page Up and Page Down, Home and End scroll`}
        onKeyDown={(event) => {
          const to = movedBy(event.key, at, many);
          if (to === null) return;
          event.preventDefault();
          setAt(to);
        }}
        onWheel={(event) =>
          setAt(movedBy(event.deltaY > 0 ? 'ArrowDown' : 'ArrowUp', at, many) ?? at)
        }
        sx={{
          ...{
            flex: 1,
            minHeight: 0,
            display: 'grid',
            placeItems: 'center',
            bgcolor: 'common.black',
          },
          '&:focus-visible': {
            outline: '2px solid',
            outlineColor: 'primary.main',
            outlineOffset: -2,
          },
        }}
      >
        {failed === address ? (
          <Alert severity="warning">
            <Trans>This image cannot be drawn</Trans>
          </Alert>
        ) : (
          <Box
            component="img"
            src={address}
            alt={place}
            onError={() => setFailed(address)}
            sx={{ width: '100%', height: '100%', minHeight: 0, objectFit: 'contain' }}
          />
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, p: 2 }}>
        <Box aria-live="polite" sx={{ minWidth: 120 }}>
          {place}
        </Box>
        {many > 1 && (
          <Slider
            aria-label={t`Image`}
            value={at + 1}
            min={1}
            max={many}
            onChange={(_, value) => setAt((Array.isArray(value) ? (value[0] ?? 1) : value) - 1)}
            sx={{ flex: 1, minWidth: 160 }}
          />
        )}
        {isCt && <WindowChoice value={window} onChange={setWindow} />}
      </Box>
    </Box>
  );
}

function WindowChoice({
  value,
  onChange,
}: {
  value: CtWindow | 'file';
  onChange: (value: CtWindow | 'file') => void;
}) {
  const { t } = useLingui();
  return (
    <TextField
      select
      size="small"
      label={t`Window`}
      value={value}
      onChange={(event) => onChange(event.target.value as CtWindow | 'file')}
      sx={{ minWidth: 160 }}
    >
      <MenuItem value="file">
        <Trans>As in the file</Trans>
      </MenuItem>
      {(Object.keys(CT_WINDOWS) as CtWindow[]).map((name) => (
        <MenuItem key={name} value={name}>
          {t(windowWords[name])}
        </MenuItem>
      ))}
    </TextField>
  );
}
