/** One stack with what is said of the picture shown, a slider, and keys. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { Busy } from '../../../design/busy.tsx';
import { movedBy } from './keys.ts';
import { OverLayer, OverNames } from './over/layer.tsx';
import type { Overlay } from './over/outline.ts';
import { stepOf } from './over/plane.ts';
import type { Calibration, Picture } from './stage/instance.ts';
import type { Placed } from './stage/placed.ts';
import type { StageViewportProps } from './stage/viewport.tsx';
import { calibrationWords } from './words.ts';

const StageViewport = lazy(async () => ({
  default: (await import('./stage/viewport.tsx')).StageViewport,
}));

type Props = Omit<StageViewportProps, 'onFailed' | 'linesOf' | 'byCpu' | 'onPlaced'> & {
  name: string;
  title: ReactNode;
  /** Keys beside those that scroll; true where the key was taken. */
  onKey: (key: string) => boolean;
  /** What is drawn over the pictures. */
  overlays?: readonly Overlay[];
};

/** `?rendering=cpu` draws without a graphics card. */
const byCpu = (): boolean => new URLSearchParams(location.search).get('rendering') === 'cpu';

const round = (value: number): string => value.toFixed(1);

/** What stands beside a drawing, in the units that its picture has. */
const useLines = (calibrationOf: (imageId: string) => Calibration) => {
  const { t } = useLingui();
  const words: Record<Calibration, (mm: string) => string> = {
    PATIENT: (mm) => `${mm} mm`,
    DETECTOR: (mm) => t`${mm} mm at detector`,
    NONE: (mm) => t`${mm} pixels`,
  };
  const linesOf: StageViewportProps['linesOf'] = ({ cachedStats }, target) => {
    const stats = cachedStats[target];
    if (stats === undefined) return;
    const of = words[calibrationOf(target.replace(/^imageId:/, ''))];
    const { length, width, area, mean } = stats;
    return [
      ...(length === undefined ? [] : [of(round(length))]),
      ...(width === undefined ? [] : [of(round(width))]),
      ...(area === undefined ? [] : [`${round(area)} mm²`]),
      ...(mean === undefined ? [] : [`⌀ ${round(mean)}`]),
    ];
  };
  return linesOf;
};

const NOTHING: readonly Overlay[] = [];

export function StackPane({ name, title, onKey, overlays = NOTHING, ...stage }: Props) {
  const { t } = useLingui();
  const { pictures, at, onAt } = stage;
  const [failed, setFailed] = useState<string | null>(null);
  const many = pictures.length;
  const [placed, setPlaced] = useState<Placed | null>(null);
  const drawn = placed?.picture ?? null;
  const outlines = useMemo(() => {
    const step = stepOf(pictures);
    return drawn === null
      ? []
      : overlays.flatMap((one, i) =>
          one
            .outlinesOn(drawn, step)
            .map((outline) => ({ ...outline, key: `${i} ${outline.key}` })),
        );
  }, [overlays, drawn, pictures]);
  const shown: Picture | undefined = pictures[at] ?? pictures[0];
  const linesOf = useLines(
    (imageId) => pictures.find((one) => one.imageId === imageId)?.calibration ?? 'PATIENT',
  );
  const place = t`Image ${at + 1} of ${many}`;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
      <Box
        component="section"
        tabIndex={0}
        aria-label={t`${name}: arrow keys, Page Up and Page Down, Home and End scroll`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const to = movedBy(event.key, at, many);
          if (to !== null) onAt(to);
          if (to !== null || onKey(event.key)) event.preventDefault();
        }}
        sx={{
          ...{ position: 'relative', flex: 1, minHeight: { xs: 320, md: 380 } },
          ...{ bgcolor: 'common.black', overflow: 'hidden' },
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        <Suspense fallback={<Busy label={t`Opening the viewer`} />}>
          <StageViewport
            {...stage}
            linesOf={linesOf}
            byCpu={byCpu()}
            onFailed={(error) => setFailed(error.message)}
            onPlaced={(now) =>
              setPlaced((before) =>
                before?.picture === now.picture && before.matrix === now.matrix ? before : now,
              )
            }
          />
        </Suspense>
        {overlays.length > 0 && placed !== null && (
          <OverLayer placed={placed} outlines={outlines} />
        )}
        <Box sx={overlay}>
          <div>{title}</div>
          <div>{place}</div>
        </Box>
        {failed !== null && (
          <Alert severity="error" sx={{ position: 'absolute', inset: 'auto 8px 8px' }}>
            <Trans>This image cannot be drawn:</Trans> {failed}
          </Alert>
        )}
      </Box>
      {overlays.length > 0 && (
        <OverNames outlines={outlines} isDose={overlays.some(({ isDose }) => isDose)} />
      )}
      {shown && shown.calibration !== 'PATIENT' && (
        <Alert severity="warning" sx={{ py: 0 }}>
          {t(calibrationWords[shown.calibration])}
        </Alert>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2 }}>
        <Box aria-live="polite" sx={{ fontSize: 'caption.fontSize', minWidth: 110 }}>
          {place}
        </Box>
        {many > 1 && (
          <Slider
            size="small"
            aria-label={t`Image`}
            value={at + 1}
            min={1}
            max={many}
            onChange={(_, value) => onAt((Array.isArray(value) ? (value[0] ?? 1) : value) - 1)}
          />
        )}
      </Box>
    </Box>
  );
}

const overlay = {
  ...{ position: 'absolute', top: 4, left: 8, pointerEvents: 'none', fontSize: 12 },
  ...{ color: 'common.white', textShadow: '0 0 3px black' },
} as const;
