/** How every page looks on paper: all of its content, nothing to press, nothing cut. */

/** Marks what a screen alone shows. */
export const screenOnly = { className: 'screen-only' } as const;
/** Marks what paper alone shows. */
export const printOnly = { className: 'print-only' } as const;

export const printStyles = {
  '.print-only': { display: 'none' },
  '@media print': {
    '*, *::before, *::after': {
      printColorAdjust: 'exact',
      WebkitPrintColorAdjust: 'exact',
      transition: 'none !important',
      animation: 'none !important',
    },
    'html, body, #root': {
      height: 'auto !important',
      overflow: 'visible !important',
      background: '#fff !important',
    },
    body: { minWidth: 0 },
    '.screen-only, main .MuiButton-root:not(td *), main .MuiToggleButtonGroup-root, nav, [role="search"] .MuiFormControl-root, [role="search"] .MuiAutocomplete-root, [role="search"] button, .MuiIconButton-root, .MuiDrawer-root, .MuiPopper-root, .MuiTooltip-popper, [role="presentation"].MuiModal-root':
      { display: 'none !important' },
    '.print-only': { display: 'block' },
    'span.print-only': { display: 'inline' },
    '[role="search"]': { display: 'block !important' },
    // The shell's frame and everything that scrolls within it give way to the paper's own pages.
    '[data-shell], main': {
      display: 'block !important',
      height: 'auto !important',
      overflow: 'visible !important',
      padding: '0 !important',
    },
    'main .MuiPaper-root, main [role="group"], main section': {
      height: 'auto !important',
      maxHeight: 'none !important',
      overflow: 'visible !important',
    },
    'main .MuiPaper-root': { breakInside: 'auto' },
    // A card, a chart, a row, a fact stands on one page; a figure whose facts are opened may go on in the next.
    'main section.MuiPaper-root:not(:has(table, details)), main section.MuiPaper-root:has(svg[data-chart]):not(:has(details)), main tr, main [role="row"], main [role="listitem"], main li, main dl > div, main article, main figure, main svg, main canvas, .MuiAlert-root':
      { breakInside: 'avoid' },
    'main h1, main h2, main h3, main h4': { breakAfter: 'avoid' },
    // What does not fit a line goes on in the next: nothing is cut to an ellipsis.
    'main li button, main [role="cell"] span, main li span, main .MuiTypography-noWrap': {
      whiteSpace: 'normal !important',
      overflow: 'visible !important',
    },
    thead: { display: 'table-header-group' },
    'main table': { width: '100%' },
    'main td, main th': {
      padding: '3px 6px !important',
      fontSize: '8.5pt !important',
      whiteSpace: 'normal !important',
      minWidth: '0 !important',
      overflowWrap: 'anywhere',
    },
    // Chinese would break between any two characters: headings and the names of rows keep room for some.
    'main th': {
      position: 'static !important',
      whiteSpace: 'normal !important',
      minWidth: '3.5em !important',
    },
    'main tbody tr > :first-of-type': { minWidth: '4.5em !important' },
    'main svg[data-chart], main svg.recharts-surface, main canvas': {
      maxWidth: '100% !important',
      height: 'auto !important',
    },
    'main .recharts-wrapper': { maxWidth: '100% !important' },
    a: { color: 'inherit !important', textDecoration: 'none !important' },
  },
} as const;
