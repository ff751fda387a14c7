/** Series of the study that lie over its images: which are shown, and what they are. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Busy } from '../../../../design/busy.tsx';
import { type Chosen, heldOf, isOver } from '../series.ts';
import { useSeriesName } from '../strip.tsx';
import { overlayQuery } from './data.ts';
import type { Overlay } from './outline.ts';

const NONE: readonly Overlay[] = [];

/** @returns what is drawn over the images, and the choice of it */
export const useOver = (chosen: Chosen, frameOfReference: string) => {
  const over = heldOf(chosen.study).filter(isOver);
  const [shown, setShown] = useState<readonly string[]>([]);
  const uidOf = ({ series }: Chosen) => series.seriesInstanceUid;
  const queries = useQueries({
    queries: over.map((one) => ({
      ...overlayQuery(one),
      enabled: shown.includes(uidOf(one)),
    })),
    combine: (results) => ({
      overlays: results.flatMap(({ data }, i) =>
        data && shown.includes(uidOf(over[i] as Chosen)) ? data : [],
      ),
      isPending: results.some(({ isFetching }) => isFetching),
      isFailed: results.some(({ isError }) => isError),
    }),
  });
  // Two that do not say where in the patient they are need not be of one place.
  const fitting = queries.overlays.filter(
    (one) => one.frameOfReference !== '' && one.frameOfReference === frameOfReference,
  );
  return {
    overlays: fitting.length === 0 ? NONE : fitting,
    choice: over.length > 0 && (
      <OverChoice
        over={over}
        shown={shown}
        onShown={setShown}
        isPending={queries.isPending}
        isFailed={queries.isFailed}
        isElsewhere={fitting.length < queries.overlays.length}
      />
    ),
  };
};

type ChoiceProps = {
  over: readonly Chosen[];
  shown: readonly string[];
  onShown: (shown: readonly string[]) => void;
  isPending: boolean;
  isFailed: boolean;
  isElsewhere: boolean;
};

function OverChoice({ over, shown, onShown, isPending, isFailed, isElsewhere }: ChoiceProps) {
  const { t } = useLingui();
  const nameOf = useSeriesName();
  return (
    <>
      <Box role="group" aria-label={t`Shown over the images`} sx={row}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          <Trans>Over the images:</Trans>
        </Box>
        {over.map((one) => {
          const uid = one.series.seriesInstanceUid;
          const isShown = shown.includes(uid);
          return (
            <ToggleButton
              key={uid}
              size="small"
              value={uid}
              selected={isShown}
              onChange={() =>
                onShown(isShown ? shown.filter((other) => other !== uid) : [...shown, uid])
              }
              sx={{ textTransform: 'none', py: 0.25 }}
            >
              {one.series.modality.code} · {nameOf(one)}
            </ToggleButton>
          );
        })}
        {isPending && <Busy label={t`Opening what lies over the images`} />}
      </Box>
      {isFailed && (
        <Alert severity="error">
          <Trans>What lies over the images could not be opened</Trans>
        </Alert>
      )}
      {isElsewhere && (
        <Alert severity="warning">
          <Trans>
            It was made on other images, whose places in the patient are told differently: it is not
            drawn over these.
          </Trans>
        </Alert>
      )}
    </>
  );
}

const row = {
  ...{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
  fontSize: 'body2.fontSize',
} as const;
