/** One text or figure of a study while it is written. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowDown, mdiArrowUp, mdiClose } from '@mdi/js';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  LONGEST_STUDY_TEXT,
  STUDY_FIGURE_LABELS,
  type StudyBlock,
  type StudyFigure,
} from '@nodp/cohorts';
import { Icon } from '../../../design/icon.tsx';
import { Panel } from '../../../design/page.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { type Asked, covariates } from '../compare/asked.ts';
import { Controls } from '../compare/controls.tsx';
import { covariateNames } from '../compare/words.tsx';
import { askedOf, designOf } from './content.ts';

/** Figures that wait for an endpoint, and those that are adjusted. */
const timed: readonly StudyFigure[] = ['ENDPOINT', 'COX', 'WEIGHTED'];
const adjusted: readonly StudyFigure[] = ['COX', 'WEIGHTED'];

export function BlockEditor({
  block,
  place,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  block: StudyBlock;
  place: number;
  last: boolean;
  onChange: (block: StudyBlock) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const part = place + 1;
  return (
    <Panel
      title={
        block.kind === 'TEXT' ? (
          <Trans>Part {part}: text</Trans>
        ) : (
          <>
            <Trans>Part {part}:</Trans> {label(STUDY_FIGURE_LABELS[block.figure])}
          </>
        )
      }
      actions={
        <>
          <IconButton
            size="small"
            aria-label={t`Move part ${part} up`}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            <Icon path={mdiArrowUp} />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t`Move part ${part} down`}
            disabled={last}
            onClick={() => onMove(place + 1)}
          >
            <Icon path={mdiArrowDown} />
          </IconButton>
          <IconButton size="small" aria-label={t`Remove part ${part}`} onClick={onRemove}>
            <Icon path={mdiClose} />
          </IconButton>
        </>
      }
    >
      {block.kind === 'TEXT' ? (
        <TextField
          fullWidth
          multiline
          minRows={3}
          size="small"
          label={t`Text of part ${part}`}
          value={block.text}
          slotProps={{ htmlInput: { maxLength: LONGEST_STUDY_TEXT } }}
          onChange={(event) => onChange({ kind: 'TEXT', text: event.target.value })}
        />
      ) : (
        <Design block={block} onChange={onChange} />
      )}
    </Panel>
  );
}

function Design({
  block,
  onChange,
}: {
  block: Extract<StudyBlock, { kind: 'FIGURE' }>;
  onChange: (block: StudyBlock) => void;
}) {
  const { i18n, t } = useLingui();
  const asked = askedOf(block.design);
  const change = (part: Partial<Asked>) => {
    const next = { ...asked, ...part };
    // A design that the new endpoint cannot be asked with begins at time zero.
    onChange({ ...block, design: designOf({ ...next, design: askedOf(designOf(next)).design }) });
  };
  return (
    <>
      {timed.includes(block.figure) ? (
        <Controls asked={asked} onChange={change} />
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>It has nothing to choose.</Trans>
        </Typography>
      )}
      {adjusted.includes(block.figure) && (
        <FormGroup row aria-label={t`Adjusted for`}>
          {covariates.map((each) => (
            <FormControlLabel
              key={each}
              label={i18n._(covariateNames[each])}
              slotProps={{ typography: { variant: 'body2' } }}
              control={
                <Checkbox
                  size="small"
                  checked={asked.covariates.includes(each)}
                  onChange={(_, checked) =>
                    change({
                      covariates: covariates.filter((one) =>
                        one === each ? checked : asked.covariates.includes(one),
                      ),
                    })
                  }
                />
              }
            />
          ))}
        </FormGroup>
      )}
    </>
  );
}
