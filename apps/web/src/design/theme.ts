/** The look: one scale of type and space, light and dark, dense by default. */
import { createTheme } from '@mui/material/styles';
import { printStyles } from './print/styles.ts';

/** Width of the navigation, px. */
export const navigationWidth = 216;
/** Height of the bar at the top, px. */
export const barHeight = 48;
/** Below this width (px) the navigation is a drawer and tables are cards. */
export const wide = 'md' as const;

const fonts = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(',');

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#14506B', light: '#3B7691', dark: '#0B3A50' },
        secondary: { main: '#5B4B8A' },
        error: { main: '#B3261E' },
        warning: { main: '#8A5A00' },
        success: { main: '#1B6B4A' },
        background: { default: '#F4F6F7', paper: '#FFFFFF' },
        text: { primary: '#16202A', secondary: '#51606C' },
        divider: '#DDE3E7',
      },
    },
    dark: {
      palette: {
        primary: { main: '#8CC7E3', light: '#B5DDF0', dark: '#5C9FBF' },
        secondary: { main: '#C4B7EA' },
        error: { main: '#FFB4AB' },
        warning: { main: '#F2C069' },
        success: { main: '#86D5AE' },
        background: { default: '#10161B', paper: '#182027' },
        text: { primary: '#E7ECEF', secondary: '#A3B1BC' },
        divider: '#2C3740',
      },
    },
  },
  // MUI takes the outline from its buttons, links and chips; this gives each a ring of its own, drawn inwards where it would be cut.
  focusVisible: true,
  motion: { reducedMotion: 'system' },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: fonts,
    fontSize: 13,
    htmlFontSize: 16,
    h1: { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: '0.875rem', fontWeight: 650, lineHeight: 1.4 },
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.4 },
    overline: {
      fontSize: '0.6875rem',
      fontWeight: 600,
      lineHeight: 1.6,
      letterSpacing: '0.04em',
      textTransform: 'none',
    },
    button: { fontSize: '0.8125rem', textTransform: 'none', fontWeight: 550 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { fontVariantNumeric: 'tabular-nums' },
        body: { overflowX: 'hidden' },
        ':focus-visible': {
          outline: '2px solid var(--mui-palette-primary-main)',
          outlineOffset: 2,
        },
        // Regions that scroll fill what holds them, which would cut a ring outside of them.
        '[role=group][tabindex="0"]:focus-visible': { outlineOffset: -2 },
        'h1:focus, main:focus': { outline: 'none' },
        ...printStyles,
        // None at all: a colour on its way between two themes is a contrast that neither has.
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transition: 'none !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true },
    },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiAutocomplete: { defaultProps: { size: 'small' } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '6px 12px', borderColor: 'var(--mui-palette-divider)' },
        head: {
          color: 'var(--mui-palette-text-secondary)',
          fontWeight: 600,
          fontSize: '0.75rem',
          lineHeight: 1.4,
          whiteSpace: 'nowrap',
        },
      },
    },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 } },
    MuiChip: { defaultProps: { size: 'small' } },
    MuiLink: { defaultProps: { underline: 'hover' } },
  },
});
