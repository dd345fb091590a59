/** Colours and texts that every drawn chart shares; `theme/tokens.css` holds them for light and dark. */
export const SURFACE = 'var(--assay-surface)';
export const DIVIDER = 'var(--assay-divider)';
export const GRID = 'var(--assay-chart-grid)';
export const TEXT = 'var(--assay-text)';
/** Figures and times along the axes. */
export const TICK = { fill: 'var(--assay-text-secondary)', fontSize: 12 };
/** Room inside a drawing. */
export const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };
