/** What the main button does, windows, and the other picture beside it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { TOOL_KEYS } from './keys.ts';
import type { Tool } from './stage/tools.ts';
import { type CtWindow, windowsOf } from './windows.ts';
import { toolWords, windowWords } from './words.ts';

type Props = {
  tool: Tool;
  onTool: (tool: Tool) => void;
  mayMeasure: boolean;
  /** Of CT its windows; null for what has none of its own. */
  bodyPart: string | null;
  window: CtWindow | 'file';
  onWindow: (window: CtWindow | 'file') => void;
  onInvert: () => void;
  onReset: () => void;
  compared: boolean;
  /** Null where there is nothing to compare with. */
  onCompare: (() => void) | null;
  linked: boolean;
  onLink: () => void;
};

const LOOKING: readonly Tool[] = ['SCROLL', 'WINDOW', 'ZOOM', 'PAN'];
const MEASURING: readonly Tool[] = ['LENGTH', 'BIDIRECTIONAL', 'ELLIPSE'];

export function Toolbar(props: Props) {
  const { t } = useLingui();
  const tools = [...LOOKING, ...(props.mayMeasure ? MEASURING : [])];
  return (
    <Box
      role="toolbar"
      aria-label={t`Tools`}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <ToggleButtonGroup
        size="small"
        exclusive
        value={props.tool}
        onChange={(_, tool: Tool | null) => tool && props.onTool(tool)}
        aria-label={t`What the main button or one finger does`}
        sx={{ flexWrap: 'wrap' }}
      >
        {tools.map((tool) => (
          <ToggleButton
            key={tool}
            value={tool}
            title={`${t(toolWords[tool])} (${TOOL_KEYS[tool]})`}
            aria-keyshortcuts={TOOL_KEYS[tool]}
            sx={{ textTransform: 'none', py: 0.25 }}
          >
            {t(toolWords[tool])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {props.bodyPart !== null && (
        <TextField
          select
          size="small"
          label={t`Window`}
          value={props.window}
          onChange={(event) => props.onWindow(event.target.value as CtWindow | 'file')}
          sx={{ minWidth: 140 }}
        >
          <MenuItem value="file">
            <Trans>As in the file</Trans>
          </MenuItem>
          {windowsOf(props.bodyPart).map((name, i) => (
            <MenuItem key={name} value={name}>
              {t(windowWords[name])} ({i + 1})
            </MenuItem>
          ))}
        </TextField>
      )}
      <Button size="small" onClick={props.onInvert} aria-keyshortcuts="I" title="I">
        <Trans>Invert</Trans>
      </Button>
      <Button size="small" onClick={props.onReset} aria-keyshortcuts="R" title="R">
        <Trans>Whole picture</Trans>
      </Button>
      {props.onCompare !== null && (
        <ToggleButton
          size="small"
          value="compare"
          selected={props.compared}
          onChange={props.onCompare}
          aria-keyshortcuts="C"
          title="C"
          sx={{ textTransform: 'none', py: 0.25 }}
        >
          <Trans>Compare with the prior</Trans>
        </ToggleButton>
      )}
      {props.compared && (
        <ToggleButton
          size="small"
          value="link"
          selected={props.linked}
          onChange={props.onLink}
          sx={{ textTransform: 'none', py: 0.25 }}
        >
          <Trans>Scroll together</Trans>
        </ToggleButton>
      )}
    </Box>
  );
}
