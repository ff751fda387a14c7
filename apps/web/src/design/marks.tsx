/** Small marks whose colour means the same everywhere; words always stand beside the colour. */
import { useLingui } from '@lingui/react';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { BroadStage, Sex, VitalStatus } from '../graph/generated/graphql.ts';
import { type Label, useLabel } from '../i18n/label.ts';
import { sexColours, stageColours, textOn } from './palette.ts';
import { siteColour } from './site-colours.ts';
import { sexWords, stageWords, vitalStatusWords } from './words.ts';

/** A filled tag. */
export function Tag({
  colour,
  children,
  title,
}: {
  colour: string;
  children: ReactNode;
  title?: string;
}) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        display: 'inline-block',
        px: 0.75,
        borderRadius: 0.75,
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        bgcolor: colour,
        color: textOn(colour),
      }}
    >
      {children}
    </Box>
  );
}

/** A dot (or square) with words. */
export function Dot({
  colour,
  children,
  square,
  title,
}: {
  colour: string;
  children: ReactNode;
  square?: boolean;
  /** The words, where they may be cut. */
  title?: string;
}) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        display: 'inline-flex',
        alignItems: 'baseline',
        gap: 0.75,
        maxWidth: '100%',
        verticalAlign: 'bottom',
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          flex: 'none',
          width: 9,
          height: 9,
          borderRadius: square ? '2px' : '50%',
          bgcolor: colour,
          boxShadow: 'inset 0 0 0 1px rgb(127 127 127 / 45%)',
        }}
      />
      <span style={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>{children}</span>
    </Box>
  );
}

/** A stage group in its colour: the group as recorded where there is one, else the broad stage. */
export function StageTag({
  stage,
  group,
}: {
  stage: BroadStage;
  group?: string | null | undefined;
}) {
  const { i18n } = useLingui();
  const broad = i18n._(stageWords[stage]);
  if (stage === 'UNKNOWN' && !group) {
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
        {broad}
      </Box>
    );
  }
  return (
    <Tag colour={stageColours[stage]} title={broad}>
      {group ?? broad}
    </Tag>
  );
}

/** A cancer site by name and colour. */
export function SiteName({ site, label }: { site: string | null; label: Label | null }) {
  const words = useLabel();
  return (
    <Dot colour={siteColour(site)} title={words(label)}>
      {words(label)}
    </Dot>
  );
}

/** A tumour by its site; a metastasis by what it is called, as sent where no site is known. */
export function DiagnosisName({
  tumour,
}: {
  tumour: {
    siteGroup: string | null;
    siteLabel: Label | null;
    metastasis: Label | null;
    asSent: { label: Label };
  } | null;
}) {
  if (tumour === null) return '—';
  const label = tumour.metastasis ?? tumour.siteLabel ?? tumour.asSent.label;
  return <SiteName site={tumour.siteGroup} label={label} />;
}

/** Sex in words, with its colour. */
export function SexName({ sex }: { sex: Sex }) {
  const { i18n } = useLingui();
  return (
    <Dot square colour={sexColours[sex]}>
      {i18n._(sexWords[sex])}
    </Dot>
  );
}

/** Whether a patient is living; death stands out by weight, not colour. */
export function VitalStatusName({ status }: { status: VitalStatus }) {
  const { i18n } = useLingui();
  return (
    <Box
      component="span"
      sx={{
        fontWeight: status === 'DEAD' ? 650 : 400,
        color:
          status === 'ALIVE'
            ? 'text.primary'
            : status === 'DEAD'
              ? 'text.primary'
              : 'text.secondary',
      }}
    >
      {status === 'DEAD' ? '† ' : ''}
      {i18n._(vitalStatusWords[status])}
    </Box>
  );
}
