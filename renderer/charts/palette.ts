/** How many colours of Cloudscape's categorical palette are used; `theme/tokens.css` holds them. */
export const PALETTE_SIZE = 30;

/** "Other", and what is not known, are always grey. */
export const OTHER_COLOUR = 'var(--assay-chart-other)';

/**
 * The colour of a slot, from 0, in Cloudscape's own order: colour-blind safe, readable in light and
 * dark. After the last one the palette begins again.
 */
export function paletteColour(slot: number): string {
  return `var(--assay-chart-${(slot % PALETTE_SIZE) + 1})`;
}
