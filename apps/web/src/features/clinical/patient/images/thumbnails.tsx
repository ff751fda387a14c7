import { Plural, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { AppLink } from '../../../../design/links.tsx';
import { formatCount } from '../../../../format/quantity.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { thumbnailAddress } from '../../images/address.ts';
import type { Patient } from '../data.ts';

type Study = Patient['imagingStudies'][number];

/** Series of a study whose images are held here, each by a picture of its middle that opens it. */
export function Thumbnails({ patientId, study }: { patientId: string; study: Study }) {
  const { t } = useLingui();
  const label = useLabel();
  const uid = study.studyInstanceUid;
  const held = study.series.filter(({ imageCount }) => imageCount > 0);
  if (!uid || held.length === 0) return null;
  const nameOf = (series: Study['series'][number]): string =>
    [series.number, label(series.descriptionLabel) || series.modality.code]
      .filter(Boolean)
      .join(' ');
  return (
    <Box component="ul" aria-label={t`Images of the series`} sx={strip}>
      {held.map((series) => (
        <Box component="li" key={series.seriesInstanceUid}>
          <AppLink
            to="/clinical/patients/$patientId/images/$studyUid"
            params={{ patientId, studyUid: uid }}
            search={{ series: series.seriesInstanceUid }}
            preload={false}
            aria-label={t`View series ${nameOf(series)}`}
            underline="none"
            color="inherit"
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
          </AppLink>
        </Box>
      ))}
    </Box>
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
