import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { Busy } from '../../../../design/busy.tsx';
import { formatCount } from '../../../../format/quantity.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { thumbnailAddress } from './slices.ts';

const SeriesViewer = lazy(async () => ({ default: (await import('./viewer.tsx')).SeriesViewer }));

type Study = Patient['imagingStudies'][number];

/** Series of a study whose images are held here, each by a picture of its middle that opens it. */
export function Thumbnails({ study, title }: { study: Study; title: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const [opened, setOpened] = useState<string | null>(null);
  const uid = study.studyInstanceUid;
  const held = study.series.filter(({ imageCount }) => imageCount > 0);
  if (!uid || held.length === 0) return null;
  const nameOf = (series: Study['series'][number]): string =>
    [series.number, label(series.descriptionLabel) || series.modality.code]
      .filter(Boolean)
      .join(' ');
  const shown = held.find(({ seriesInstanceUid }) => seriesInstanceUid === opened);
  return (
    <>
      <Box component="ul" aria-label={t`Images of the series`} sx={strip}>
        {held.map((series) => (
          <Box component="li" key={series.seriesInstanceUid}>
            <ButtonBase
              onClick={() => setOpened(series.seriesInstanceUid)}
              aria-label={t`View series ${nameOf(series)}`}
              sx={button}
            >
              <Box
                component="img"
                src={thumbnailAddress(uid, series.seriesInstanceUid)}
                alt=""
                loading="lazy"
                // Of a series without pictures (a report, a plan) the name is enough.
                onError={(event) => {
                  event.currentTarget.style.visibility = 'hidden';
                }}
                width={112}
                height={112}
                sx={{ objectFit: 'contain', bgcolor: 'common.black' }}
              />
              <Typography variant="caption" noWrap sx={{ maxWidth: 112 }}>
                {nameOf(series)}
              </Typography>
              <Typography variant="caption" color="text.secondary">
                <Plural
                  value={series.imageCount}
                  one={`${formatCount(series.imageCount)} image`}
                  other={`${formatCount(series.imageCount)} images`}
                />
              </Typography>
            </ButtonBase>
          </Box>
        ))}
      </Box>
      {shown && (
        <Suspense fallback={<Busy label={t`Opening the series`} />}>
          <SeriesViewer
            study={uid}
            series={shown.seriesInstanceUid}
            modality={shown.modality.code ?? ''}
            title={
              <Trans>
                {title} · series {nameOf(shown)}
              </Trans>
            }
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const strip = {
  display: 'flex',
  gap: 1,
  m: 0,
  p: 1.5,
  listStyle: 'none',
  overflowX: 'auto',
} as const;
const button = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  textAlign: 'left',
  p: 0.5,
  borderRadius: 1,
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
} as const;
